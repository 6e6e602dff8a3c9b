//! Levels: how much there is of something, and shares of a whole.

use std::ops::Range;

use super::draft::Draft;
use super::measure::Measure;
use super::naming::{self, clean, strip_lead};
use super::reader::Reader;
use crate::facts::Comparator;
use crate::lexicon::phrases;
use crate::lexicon::units::UnitKind;

impl Reader<'_> {
    /// Reads a run of measures: growth, share, ratio or level.
    pub fn measures(&mut self, run: &[Measure], left: Range<usize>, right: Range<usize>) {
        if self.change(run, &left, &right) || self.share(run, &left) {
            return;
        }
        self.level(run, left, right);
    }

    fn level(&mut self, run: &[Measure], left: Range<usize>, right: Range<usize>) {
        let Some(first) = run.first() else { return };
        let part = self.part_of(&left);
        let phrase = &self.text[left.clone()];
        let each = phrase.ends_with(&['均'])
            || contains(phrase, "分别")
            || contains(phrase, "均达")
            || contains(phrase, "均为");
        if run.len() > 1 || each {
            let subject = clean(phrase);
            let names = naming::members(subject, (run.len() > 1).then_some(run.len()));
            if run.len() == 1 && names.len() > 1 {
                for name in names {
                    self.push_level(name, first, &left, part);
                }
                return;
            }
            if names.len() == run.len() {
                for (name, measure) in names.into_iter().zip(run) {
                    self.push_level(name, measure, &left, part);
                }
                return;
            }
        }
        if self.restates(first, &left) {
            return;
        }
        let last = run.len() - 1;
        for (at, measure) in run.iter().enumerate() {
            let right = if at == last { right.clone() } else { measure.range.end..measure.range.end };
            let left = if at == 0 { left.clone() } else { measure.range.start..measure.range.start };
            let Some(name) = self.level_name(measure, &left, &right) else { continue };
            self.push_level(name, measure, &left, part);
        }
    }

    /// `突破200亿元，达到212.18亿元`: the second value makes the first exact.
    fn restates(&mut self, measure: &Measure, left: &Range<usize>) -> bool {
        let bare = clean(&self.text[left.clone()]).is_empty() && self.text[left.clone()].starts_with(&['达']);
        let wording: String = self.text[measure.range.clone()].iter().collect();
        let Some(last) = self.drafts.last_mut().filter(|_| bare) else { return false };
        match &mut last.quantity {
            Some(quantity)
                if quantity.comparator == Comparator::MoreThan && quantity.unit == measure.unit =>
            {
                *quantity = measure.quantity(wording);
                true
            }
            _ => false,
        }
    }

    fn push_level(&mut self, name: String, measure: &Measure, left: &Range<usize>, part: Option<usize>) {
        let wording: String = self.text[measure.range.clone()].iter().collect();
        let mut draft = Draft::new(name, measure.range.start);
        draft.quantity = Some(measure.quantity(wording));
        draft.kind = measure.kind();
        draft.part_of = part.or_else(|| self.sibling(&draft.name, &measure.unit, left));
        draft.about = self.names.subject(left);
        self.drafts.push(draft);
    }

    /// `其中` makes a figure part of the one before.
    fn part_of(&self, left: &Range<usize>) -> Option<usize> {
        let from = left.start.saturating_sub(3);
        let stands = contains(&self.text[from..left.end], "其中");
        if stands {
            return self.whole();
        }
        None
    }

    /// Further members of a breakdown: `其中第一产业81亿元，第二产业174.6亿元`. They stand in the same group of
    /// clauses, have the same unit, and end alike or are joined by 、.
    fn sibling(&self, name: &str, unit: &str, left: &Range<usize>) -> Option<usize> {
        let last = self.drafts.last().filter(|draft| draft.part_of.is_some())?;
        let same = last.quantity.as_ref().is_some_and(|quantity| quantity.unit == unit);
        let between = &self.text[last.at.min(left.start)..left.end];
        let apart = between.iter().any(|c| matches!(c, '；' | ';'));
        let joined = self.text.get(left.start) == Some(&'、');
        let alike = name.chars().rev().zip(last.name.chars().rev()).take_while(|(a, b)| a == b).count() >= 2;
        if same && !apart && (joined || alike) { last.part_of } else { None }
    }

    /// The figure that a part is a part of: the last one that is no part itself.
    pub fn whole(&self) -> Option<usize> {
        self.drafts.iter().rfind(|draft| draft.part_of.is_none()).map(|draft| draft.at)
    }

    /// What a level is a level of, from the words on both sides.
    fn level_name(&mut self, measure: &Measure, left: &Range<usize>, right: &Range<usize>) -> Option<String> {
        let text = self.text;
        let raw = &text[left.clone()];
        let raw = raw.windows(2).rposition(|pair| pair == ['其', '中']).map_or(raw, |at| &raw[at + 2..]);
        let total = contains(raw, "累计") || contains(raw, "总量") || contains(raw, "总数");
        let joined = naming::joiner(&raw[raw.len().saturating_sub(1)..]) > 0;
        let subject = self.without_area(clean(naming::after_list(raw)));
        let after = &text[right.clone()];
        let counted = measure.kind() == Some(UnitKind::Count)
            || measure.rounded
            || matches!(measure.unit.chars().last(), Some('人' | '户' | '名'));
        let nominal = !after.is_empty() && naming::joiner(after) == 0;
        let (noun, used) =
            if nominal { self.noun_after(right, counted || after[0] == '的') } else { (String::new(), 0) };
        let (noun, used) = self.before_measure(noun, used, right);
        let share = measure.kind() == Some(UnitKind::Share);
        if compares(subject, measure) {
            return None;
        }
        // 建设移交及4个街镇…: what stands before the conjunction is another thing.
        let listed = outside_quotes(subject, '、') || joined;
        let subject = if listed && !noun.is_empty() { &subject[..0] } else { subject };
        if !noun.is_empty() && (counted || after[0] == '的' || share && weak(subject)) {
            self.cursor = right.start + used;
            return self.counted_name(subject, noun, right, used, measure);
        }
        let money = measure.kind() == Some(UnitKind::Money);
        if !noun.is_empty() && money && is_bare_money(&subject.iter().collect::<String>()) {
            self.cursor = right.start + used;
            let spent: String = subject.iter().collect();
            return Some(if spent.ends_with('资') || spent == "投入" {
                format!("{noun}{spent}")
            } else {
                noun
            });
        }
        if !noun.is_empty() && !counted && (weak(subject) || money && noun.chars().count() <= 8) && !share {
            // 安排4898万元专项资金.
            self.cursor = right.start + used;
            let lead: String =
                if phrases::class("weak").has(subject) { String::new() } else { subject.iter().collect() };
            return Some(format!("{lead}{noun}"));
        }
        if weak(subject) {
            let run = left.is_empty() || self.text.get(left.start) == Some(&'、');
            return self.elided_name(subject, after, measure, total, run);
        }
        let mut name = naming::join(subject);
        if let Some(stem) = name.strip_suffix('的').map(str::to_owned) {
            // 完成总投资的55%.
            name = if share { format!("{stem}比例") } else { stem };
        }
        if let Some(owner) = self.owner(subject, left) {
            name = format!("{owner}{name}");
        } else if is_bare_money(&name) {
            name = self.spent_on(&name, after);
        } else if self.is_elided(subject) {
            name = self.completed_name(subject, &name, total);
        } else if measure.kind() == Some(UnitKind::Count) {
            self.noun = Some(name.clone());
        }
        Some(name).filter(|name| name.chars().count() > 1)
    }

    /// The noun after a count, and how many characters it takes.
    fn noun_after(&self, right: &Range<usize>, all: bool) -> (String, usize) {
        let after = &self.text[right.clone()];
        let skip = usize::from(after.first() == Some(&'的'));
        let people = right.start > 0 && matches!(self.text[right.start - 1], '人' | '户' | '名' | '位');
        let length = naming::noun_length(&after[skip..], all && !people, |at| {
            self.names.cover(right.start + skip + at)
        });
        if length == 0 || !all && length < 2 {
            return (String::new(), 0);
        }
        (after[skip..skip + length].iter().collect(), skip + length)
    }

    /// `5个产业年产值均达到100亿元`: a measure right behind the noun belongs to the next number.
    fn before_measure(&self, noun: String, used: usize, right: &Range<usize>) -> (String, usize) {
        let next = self.text.get(right.end).is_some_and(|c| !naming::is_break(*c))
            && used == right.len()
            && used > 0;
        if !next {
            return (noun, used);
        }
        let chars: Vec<char> = noun.chars().collect();
        let bare = naming::strip_tail(&chars);
        let length = phrases::class("head").at_end(bare);
        if length < 2 || length >= bare.len() {
            return (noun, used);
        }
        let counted =
            bare[..bare.len() - length].strip_suffix(&['年']).unwrap_or(&bare[..bare.len() - length]);
        (counted.iter().collect(), 0)
    }

    /// `矿区1720户群众` is 矿区群众; `54个部门完成…转轨` is 完成…转轨的部门.
    fn counted_name(
        &mut self,
        subject: &[char],
        noun: String,
        right: &Range<usize>,
        used: usize,
        measure: &Measure,
    ) -> Option<String> {
        let weak = weak(subject);
        let noun_length = noun.chars().count();
        let money = measure.kind() == Some(UnitKind::Money)
            || !matches!(measure.kind(), Some(UnitKind::Count | UnitKind::Share));
        let mut subject_text = if weak { String::new() } else { naming::join(subject) };
        if let Some(stem) =
            subject_text.strip_prefix(['对', '为', '在']).filter(|stem| !stem.starts_with('建'))
        {
            subject_text = stem.to_owned();
        }
        if money && !weak && !subject_text.ends_with('的') {
            // 总投资150亿元的航汽铝工业园项目.
            return Some(format!("{noun}{subject_text}"));
        }
        let mut name = format!("{subject_text}{noun}");
        if measure.kind() == Some(UnitKind::Count) {
            self.noun = Some(name.clone());
        }
        if noun_length <= 3 && name.chars().count() <= 5 {
            let begin = right.start + used;
            let end = self.clause_end(begin);
            let verb: String = self.text[begin..end].iter().collect();
            let verb = verb.trim_start_matches(['了', '的']).to_owned();
            let verb = verb
                .split(|c: char| c.is_ascii_digit())
                .next()
                .unwrap_or("")
                .trim_end_matches(['、', '约', '近']);
            let whole = !verb.starts_with('、') && verb.matches('“').count() == verb.matches('”').count();
            if whole && (2..=24).contains(&verb.chars().count()) {
                name = format!("{}的{name}", verb.replacen('了', "", 1));
            }
        }
        if measure.kind() == Some(UnitKind::Share) {
            name.push_str("比例");
        }
        Some(name)
    }

    /// A count without a noun of its own: `65个重点项目有20个完工`.
    fn elided_name(
        &self,
        subject: &[char],
        after: &[char],
        measure: &Measure,
        total: bool,
        joined: bool,
    ) -> Option<String> {
        let lead: String = subject.iter().collect();
        let last = self.drafts.last();
        let same_unit = last
            .and_then(|draft| draft.quantity.as_ref())
            .is_some_and(|quantity| quantity.unit == measure.unit);
        if lead.is_empty() && after.is_empty() && (same_unit || joined) {
            // 算力规模达到500P、远期达到1000P; 新增企业47家，累计达70家.
            return last.map(|draft| if total { stock_noun(&draft.name) } else { draft.name.clone() });
        }
        let verb: String = after.iter().collect();
        let verb = verb.trim_end_matches(['、', '和', '及', '与']).to_owned();
        if measure.kind() == Some(UnitKind::Count) {
            let people = matches!(measure.unit.chars().last(), Some('人' | '户' | '名'));
            let Some(noun) = self.noun.clone() else {
                return Some(verb).filter(|verb| people && (2..=16).contains(&verb.chars().count()));
            };
            let verb = if verb.is_empty() { lead } else { verb };
            if verb.chars().count() > 16 {
                return Some(noun);
            }
            return Some(format!("{verb}{noun}"));
        }
        if measure.kind() == Some(UnitKind::Money) && !verb.is_empty() {
            return Some(format!("{lead}{verb}"));
        }
        // 竣工4.86万平方米: what is finished was named before.
        let noun = self.drafts.last().map(|draft| draft.name.clone())?;
        (!lead.is_empty()).then(|| format!("{lead}{}", bare_noun(&noun)))
    }

    /// Whose a bare measure is, by the figure before it: `金融机构存款余额…、贷款余额`, `粮食播种面积…，总产量`.
    fn owner(&self, subject: &[char], left: &Range<usize>) -> Option<String> {
        let heads = phrases::class("head");
        let joined = self.text.get(left.start) == Some(&'、');
        let crop = matches!(subject.iter().collect::<String>().as_str(), "总产量" | "总产" | "产量");
        if !heads.has(subject) || !(joined || crop) {
            return None;
        }
        let last: Vec<char> = self.drafts.last()?.name.chars().collect();
        let length = heads.at_end(&last).max(phrases::class("verb").at_end(&last));
        (length > 0 && length < last.len()).then(|| last[..last.len() - length].iter().collect())
    }

    /// Whether a phrase is only a verb that leaves out its noun.
    fn is_elided(&self, subject: &[char]) -> bool {
        phrases::class("elided").has(subject)
    }

    fn completed_name(&self, subject: &[char], verb: &str, total: bool) -> String {
        let Some(noun) = self.noun.as_deref().or(self.drafts.last().map(|draft| draft.name.as_str())) else {
            return verb.to_owned();
        };
        if total {
            return format!("{}{verb}", stock_noun(noun));
        }
        let noun = bare_noun(noun);
        if phrases::class("attribute").has(subject) {
            format!("{noun}{verb}")
        } else {
            format!("{verb}{noun}")
        }
    }

    /// `投资8300万元实施煤烟污染治理` is 煤烟污染治理投资.
    fn spent_on(&self, name: &str, after: &[char]) -> String {
        let purpose = strip_lead(after);
        let skip = phrases::class("weak").at_start(purpose);
        let purpose = strip_lead(&purpose[skip..]);
        if (2..=16).contains(&purpose.len()) && naming::joiner(after) == 0 {
            let purpose: String = purpose.iter().collect();
            return format!("{}{name}", purpose.trim_start_matches(['了', '用', '于']));
        }
        name.to_owned()
    }

    /// Takes the report's own area off the front.
    pub fn without_area<'b>(&self, phrase: &'b [char]) -> &'b [char] {
        let Some(area) = &self.context.area else { return phrase };
        let area: Vec<char> = area.chars().collect();
        phrase.strip_prefix(area.as_slice()).filter(|rest| rest.len() >= 2).unwrap_or(phrase)
    }

    /// `占耕地面积的7.5%`, `服务业增加值占生产总值比重达55%`.
    fn share(&mut self, run: &[Measure], left: &Range<usize>) -> bool {
        let text = self.text;
        if run.iter().any(|measure| measure.kind() != Some(UnitKind::Share)) {
            return false;
        }
        let phrase = &text[left.clone()];
        let Some(at) = (0..phrase.len()).rev().find(|&at| {
            phrase[at] == '占'
                && !matches!(phrase.get(at + 1), Some('比' | '有' | '地' | '用') | None)
                && !phrase[at + 1..].starts_with(&['地', '区'])
                || phrase[at..].starts_with(&['占', '地', '区'])
        }) else {
            return false;
        };
        let subject = self.without_area(clean(&phrase[..at]));
        let whole: String = phrase[at + 1..].iter().collect();
        let whole = share_whole(&whole);
        let aspect = subject.is_empty() || phrases::class("aspect").has(subject);
        let names: Vec<String> = if aspect {
            self.last_names(run.len())
        } else if run.len() > 1 {
            naming::members(subject, Some(run.len()))
        } else {
            vec![naming::join(subject)]
        };
        if names.len() != run.len() {
            return false;
        }
        let about = self.names.subject(left);
        for (name, measure) in names.into_iter().zip(run) {
            self.push_level(format!("{name}占{whole}比重"), measure, left, None);
            if let Some(draft) = self.drafts.last_mut() {
                draft.about = about;
                draft.share = aspect;
            }
        }
        true
    }

    /// Names of the last `count` figures.
    fn last_names(&self, count: usize) -> Vec<String> {
        let levels: Vec<&Draft> = self.drafts.iter().filter(|draft| !draft.share).collect();
        let from = levels.len().saturating_sub(count);
        levels[from..].iter().map(|draft| draft.name.clone()).collect()
    }
}

fn weak(phrase: &[char]) -> bool {
    naming::is_weak(phrase)
}

/// `高于全省平均水平313美元`: a distance from somebody else's figure.
fn compares(subject: &[char], measure: &Measure) -> bool {
    let higher = phrases::class("higher");
    let points = measure.kind() == Some(UnitKind::Point);
    higher.at_start(subject) > 0 || points && (0..subject.len()).any(|at| higher.at_start(&subject[at..]) > 0)
}

/// Whether a character stands outside quotation marks and brackets.
fn outside_quotes(phrase: &[char], wanted: char) -> bool {
    let mut depth = 0_i32;
    phrase.iter().any(|c| {
        match c {
            '“' | '（' | '(' | '《' => depth += 1,
            '”' | '）' | ')' | '》' => depth -= 1,
            _ => {}
        }
        depth == 0 && *c == wanted
    })
}

/// Whether a phrase holds a word.
pub(super) fn contains(phrase: &[char], word: &str) -> bool {
    let word: Vec<char> = word.chars().collect();
    phrase.windows(word.len()).any(|window| window == word)
}

fn is_bare_money(name: &str) -> bool {
    matches!(
        name,
        "出资"
            | "投资"
            | "投入"
            | "安排"
            | "总投资"
            | "安排资金"
            | "投入资金"
            | "落实资金"
            | "拨付"
            | "筹集"
            | "筹资"
    )
}

/// The noun in a name such as `开工建设廉租住房`, for a clause that leaves it out.
fn bare_noun(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let verb = phrases::class("verb").at_start(&chars);
    if verb > 0 && chars.len() >= verb + 2 {
        return chars[verb..].iter().collect();
    }
    name.to_owned()
}

/// The noun for a total where the name so far spoke of what is new: `新增企业` is 企业.
fn stock_noun(name: &str) -> String {
    if name.starts_with('新') || name.starts_with("净增") { bare_noun(name) } else { name.to_owned() }
}

/// The whole that a share is taken of, cleaned of 的, 比重 and verbs.
fn share_whole(text: &str) -> String {
    let mut whole = text.trim_start_matches(['到', '了']).to_owned();
    for word in ["分别", "的比重", "比重", "的比例", "比例", "的份额"] {
        if let Some(at) = whole.find(word) {
            whole.truncate(at);
        }
    }
    let chars: Vec<char> = whole.chars().collect();
    let kept: String = naming::strip_tail(&chars).iter().collect();
    kept.trim_end_matches('的').to_owned()
}
