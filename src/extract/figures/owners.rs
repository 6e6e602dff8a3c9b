//! What the name of a figure takes from the figures before it: its owner, a verb or a head that a list shares.

use std::ops::Range;

use super::measure::Measure;
use super::naming;
use super::reader::Reader;
use crate::lexicon::phrases;
use crate::lexicon::units::UnitKind;

impl Reader<'_> {
    /// `城市居民健康档案建档率达到40%，农村达到15%`: the same of the other side.
    pub fn side(&self, subject: &[char], measure: &Measure) -> Option<String> {
        let sides = phrases::class("side");
        let last = self.drafts.last().filter(|draft| sides.has(subject) && draft.kind == measure.kind())?;
        let name: Vec<char> = last.name.chars().collect();
        let length = sides.at_start(&name);
        let same = name.get(..length).is_some_and(|side| side == subject);
        (length > 0 && !same && length < name.len()).then(|| subject.iter().chain(&name[length..]).collect())
    }

    /// `生产总值4406亿元，人均64331元`; `月人均补助181元，年人均2181元`.
    pub fn per_head(&self, subject: &[char]) -> Option<String> {
        let subject: String = subject.iter().collect();
        if !matches!(subject.as_str(), "人均" | "年人均" | "月人均") {
            return None;
        }
        let last = &self.drafts.last()?.name;
        let other = ["月人均", "年人均", "人均"].into_iter().find(|word| last.contains(word));
        Some(other.map_or_else(|| format!("{subject}{last}"), |word| last.replacen(word, &subject, 1)))
    }

    /// `工业总产值1260亿元，其中规模以上工业产值1050亿元，占比83.3%`.
    pub fn part_share(&self) -> Option<String> {
        let last = self.drafts.last()?;
        let whole = last.part_of.and_then(|at| self.drafts.iter().find(|draft| draft.at == at));
        Some(whole.map_or_else(
            || format!("{}占比", last.name),
            |whole| format!("{}占{}比重", last.name, whole.name),
        ))
    }

    /// `亿元以上项目119个，5亿元以上41个`: of what those above a bound are.
    pub fn above(&self, name: &str) -> Option<String> {
        if !name.ends_with("以上") || name.chars().count() > 8 {
            return None;
        }
        let (_, kind) = self.drafts.last()?.name.rsplit_once("以上")?;
        (!kind.is_empty()).then(|| kind.to_owned())
    }

    /// `新增高新技术企业60家、科技型中小企业500家`: the verb that the second member of a list shares.
    pub fn shared_verb(&self, name: &str, subject: &[char], left: &Range<usize>) -> Option<String> {
        let last = self.drafts.last().filter(|draft| draft.change.is_none() && !draft.share)?;
        let joined = matches!(self.text.get(left.start), Some('、' | '和' | '及'));
        let adjacent = self.text[last.at..left.start].iter().all(|c| !naming::is_break(*c) && *c != '、');
        let (verbs, chars) = (phrases::class("shared"), |text: &str| text.chars().collect::<Vec<char>>());
        let (before, name) = (chars(&last.name), chars(name));
        let length = verbs.at_start(&before);
        let own = phrases::class("verb").at_start(&name).max(verbs.at_start(&name)) > 0
            || ["attribute", "elided", "funds"].iter().any(|class| phrases::class(class).has(subject));
        let plain = matches!(
            last.kind,
            Some(UnitKind::Count | UnitKind::Mass | UnitKind::Area | UnitKind::Length | UnitKind::Energy)
        );
        (joined && adjacent && plain && length > 0 && length < before.len() && !own && name.len() >= 2)
            .then(|| before[..length].iter().collect())
    }

    /// What was counted last, unless people are counted now and it was not people: `关停3000家企业，组织100万人参与`.
    pub fn noun_for(&self, measure: &Measure) -> Option<String> {
        let noun = self.noun.clone()?;
        let people = measure.base.is_some_and(|unit| unit.base == "人");
        let counted = self.drafts.iter().rfind(|draft| draft.name.ends_with(&noun));
        let unit =
            counted.and_then(|draft| draft.quantity.as_ref()).and_then(|found| found.base_unit.as_deref());
        (!people || unit.is_none_or(|unit| unit == "人")).then_some(noun)
    }

    /// Whose a bare measure is, by the figure before it: `金融机构存款余额…、贷款余额`, `粮食播种面积…，总产量`.
    pub fn owner(&self, subject: &[char], left: &Range<usize>) -> Option<String> {
        let heads = phrases::class("head");
        let joined = self.text.get(left.start) == Some(&'、');
        let crop = phrases::class("crop").has(subject);
        if !heads.has(subject) || !(joined || crop) {
            return None;
        }
        let last: Vec<char> = self.drafts.last()?.name.chars().collect();
        let length = heads.at_end(&last).max(phrases::class("verb").at_end(&last));
        (length > 0 && length < last.len()).then(|| last[..last.len() - length].iter().collect())
    }

    /// Whose an output or an area is that follows a count: `高新技术企业427家，产值增长近三倍`.
    pub fn counted_owner(&self, subject: &[char], left: &Range<usize>) -> Option<String> {
        let last = self.drafts.last().filter(|_| phrases::class("dependent").has(subject))?;
        let counts = matches!(last.kind, Some(UnitKind::Count | UnitKind::Area));
        let apart = self.text[last.at..left.end].iter().any(|c| matches!(c, '；' | ';'));
        let name: Vec<char> = last.name.chars().collect();
        let name = &name[..name.len() - phrases::class("dependent").at_end(&name)];
        let name: String = name.iter().collect();
        (counts && !apart && !name.is_empty()).then(|| stock_noun(bare_noun(&name).as_str()))
    }

    /// Whose a total investment is that follows a count at once: `重点项目350项、总投资9671亿元`.
    pub fn counted_before(&self, subject: &[char], after: &[char], left: &Range<usize>) -> Option<String> {
        let last = self.drafts.last().filter(|draft| draft.kind == Some(UnitKind::Count))?;
        let between = &self.text[last.at..left.start];
        let apart = between.iter().any(|c| matches!(c, '；' | ';')) || left.start > last.at + 14;
        let whole =
            phrases::class("investment").has(subject) && (after.is_empty() || naming::joiner(after) > 0);
        (whole && !apart).then(|| bare_noun(&stock_noun(&last.name)))
    }
}

/// The noun in a name such as `开工建设廉租住房`, for a clause that leaves it out.
pub(super) fn bare_noun(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let verb = phrases::class("verb").at_start(&chars);
    if verb > 0 && chars.len() >= verb + 2 {
        return chars[verb..].iter().collect();
    }
    name.to_owned()
}

/// The noun for a total where the name so far spoke of what is new: `新增企业` is 企业.
pub(super) fn stock_noun(name: &str) -> String {
    if name.starts_with('新') || name.starts_with("净增") { bare_noun(name) } else { name.to_owned() }
}
