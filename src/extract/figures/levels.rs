//! Levels: how much there is of something, and shares of a whole.

use std::ops::Range;

use super::draft::Draft;
use super::measure::Measure;
use super::naming::{self, clean, strip_lead};
use super::reader::Reader;
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
        let last = run.len() - 1;
        for (at, measure) in run.iter().enumerate() {
            let right = if at == last { right.clone() } else { measure.range.end..measure.range.end };
            let left = if at == 0 { left.clone() } else { measure.range.start..measure.range.start };
            let Some(name) = self.level_name(measure, &left, &right) else { continue };
            self.push_level(name, measure, &left, part);
        }
    }

    fn push_level(&mut self, name: String, measure: &Measure, left: &Range<usize>, part: Option<usize>) {
        let wording: String = self.text[measure.range.clone()].iter().collect();
        let mut draft = Draft::new(name, measure.range.start);
        draft.quantity = Some(measure.quantity(wording));
        draft.kind = measure.kind();
        draft.part_of = part;
        draft.about = self.names.subject(left);
        self.drafts.push(draft);
    }

    /// `其中` makes a figure part of the one before.
    fn part_of(&self, left: &Range<usize>) -> Option<usize> {
        let from = left.start.saturating_sub(3);
        let stands = contains(&self.text[from..left.end], "其中");
        if stands {
            return self.drafts.iter().rposition(|draft| draft.part_of.is_none());
        }
        // Further members of the same breakdown: …，其中A400个、B300个.
        let listed = left.start > 0 && self.text.get(self.cursor) == Some(&'、');
        self.drafts.last().filter(|_| listed).and_then(|draft| draft.part_of)
    }

    /// What a level is a level of, from the words on both sides.
    fn level_name(&mut self, measure: &Measure, left: &Range<usize>, right: &Range<usize>) -> Option<String> {
        let text = self.text;
        let raw = &text[left.clone()];
        let raw = raw.windows(2).rposition(|pair| pair == ['其', '中']).map_or(raw, |at| &raw[at + 2..]);
        let subject = self.without_area(clean(raw));
        let after = &text[right.clone()];
        let counted = measure.kind() == Some(UnitKind::Count)
            || matches!(measure.unit.chars().last(), Some('人' | '户' | '名'));
        let nominal = !after.is_empty() && naming::joiner(after) == 0;
        let (noun, used) =
            if nominal { self.noun_after(right, counted || after[0] == '的') } else { (String::new(), 0) };
        let share = measure.kind() == Some(UnitKind::Share);
        if !noun.is_empty() && (counted || after[0] == '的' || share && weak(subject)) {
            self.cursor = right.start + used;
            return self.counted_name(subject, noun, right, used, measure);
        }
        if !noun.is_empty() && !counted && weak(subject) && !share {
            // 安排4898万元专项资金.
            self.cursor = right.start + used;
            let lead: String =
                if phrases::class("weak").has(subject) { String::new() } else { subject.iter().collect() };
            return Some(format!("{lead}{noun}"));
        }
        if weak(subject) {
            return self.elided_name(subject, after, measure);
        }
        let mut name = naming::join(subject);
        if let Some(stem) = name.strip_suffix('的').map(str::to_owned) {
            // 完成总投资的55%.
            name = if share { format!("{stem}比例") } else { stem };
        }
        if is_bare_money(&name) {
            name = self.spent_on(&name, after);
        } else if self.is_elided(subject) {
            name = self.completed_name(&name);
        } else if measure.kind() == Some(UnitKind::Count) {
            self.noun = Some(name.clone());
        }
        Some(name).filter(|name| name.chars().count() > 1)
    }

    /// The noun after a count, and how many characters it takes.
    fn noun_after(&self, right: &Range<usize>, all: bool) -> (String, usize) {
        let after = &self.text[right.clone()];
        let skip = usize::from(after.first() == Some(&'的'));
        let length = naming::noun_length(&after[skip..], |at| self.names.cover(right.start + skip + at));
        if length == 0 || !all && length < 2 {
            return (String::new(), 0);
        }
        (after[skip..skip + length].iter().collect(), skip + length)
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
        let money = measure.kind() == Some(UnitKind::Money)
            || !matches!(measure.kind(), Some(UnitKind::Count | UnitKind::Share));
        let mut subject_text = if weak { String::new() } else { naming::join(subject) };
        if let Some(stem) = subject_text
            .strip_prefix('对')
            .or(subject_text.strip_prefix('为'))
            .or(subject_text.strip_prefix('在'))
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
        if name.chars().count() <= 3 {
            let begin = right.start + used;
            let end = self.clause_end(begin);
            let verb: String = self.text[begin..end].iter().collect();
            let verb = verb.trim_start_matches(['了', '的']).to_owned();
            let plain =
                !verb.is_empty() && verb.chars().count() <= 24 && !verb.chars().any(|c| c.is_ascii_digit());
            if plain {
                name = format!("{}的{name}", verb.replacen('了', "", 1));
            }
        }
        if measure.kind() == Some(UnitKind::Share) {
            name.push_str("比例");
        }
        Some(name)
    }

    /// A count without a noun of its own: `65个重点项目有20个完工`.
    fn elided_name(&self, subject: &[char], after: &[char], measure: &Measure) -> Option<String> {
        let lead: String = subject.iter().collect();
        let verb: String = after.iter().collect();
        let verb = verb.trim_end_matches(['、', '和', '及', '与']).to_owned();
        if measure.kind() == Some(UnitKind::Count) {
            let noun = self.noun.clone()?;
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

    /// Whether a phrase is only a verb that leaves out its noun.
    fn is_elided(&self, subject: &[char]) -> bool {
        phrases::class("elided").has(subject)
    }

    fn completed_name(&self, verb: &str) -> String {
        match self.noun.as_deref().or(self.drafts.last().map(|draft| draft.name.as_str())) {
            Some(noun) => format!("{}{}", bare_noun(noun), verb),
            None => verb.to_owned(),
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
            }
        }
        true
    }

    /// Names of the last `count` figures.
    fn last_names(&self, count: usize) -> Vec<String> {
        let from = self.drafts.len().saturating_sub(count);
        self.drafts[from..].iter().map(|draft| draft.name.clone()).collect()
    }
}

fn weak(phrase: &[char]) -> bool {
    naming::is_weak(phrase)
}

/// Whether a phrase holds a word.
pub(super) fn contains(phrase: &[char], word: &str) -> bool {
    let word: Vec<char> = word.chars().collect();
    phrase.windows(word.len()).any(|window| window == word)
}

fn is_bare_money(name: &str) -> bool {
    matches!(
        name,
        "投资"
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
    for verb in [
        "新开工建设",
        "开工建设",
        "新开工",
        "规划建设",
        "开工",
        "新建",
        "新增",
        "实施",
        "解决",
        "完成",
        "筹集建设",
        "力争解决",
        "签约",
        "新设立",
    ] {
        if let Some(rest) = name.strip_prefix(verb)
            && !rest.is_empty()
        {
            return rest.to_owned();
        }
    }
    name.to_owned()
}

/// The whole that a share is taken of, cleaned of 的, 比重 and verbs.
fn share_whole(text: &str) -> String {
    let mut whole = text.trim_start_matches(['到', '了', '全']).to_owned();
    for word in ["分别", "的比重", "比重", "的比例", "比例", "的份额"] {
        if let Some(at) = whole.find(word) {
            whole.truncate(at);
        }
    }
    let chars: Vec<char> = whole.chars().collect();
    let kept: String = naming::strip_tail(&chars).iter().collect();
    kept.trim_end_matches('的').to_owned()
}
