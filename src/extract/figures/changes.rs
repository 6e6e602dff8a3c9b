//! Changes: growth and decline, movements from one value to another, ratios.

use std::ops::Range;

use rust_decimal::Decimal;

use super::draft::Draft;
use super::levels::contains;
use super::measure::Measure;
use super::naming::{self, clean};
use super::reader::Reader;
use crate::facts::{Change, ChangeKind};
use crate::lexicon::phrases;
use crate::lexicon::units::UnitKind;

impl Reader<'_> {
    /// Reads a run as growth, decline or ratio; false where it is none.
    pub fn change(&mut self, run: &[Measure], left: &Range<usize>, right: &Range<usize>) -> bool {
        let Some(first) = run.first() else { return false };
        let phrase = &self.text[left.clone()];
        let relative = matches!(first.kind(), Some(UnitKind::Share | UnitKind::Point | UnitKind::Times));
        let Some((sign, kind, subject_end)) = verb_of_change(phrase, first) else { return false };
        let mut subject = &phrase[..subject_end];
        let nouns_follow = right.len() > 1
            && naming::joiner(&self.text[right.clone()]) == 0
            && self.text[right.start] != '的';
        if !relative && nouns_follow {
            return false;
        }
        let each = contains(subject, "分别");
        let both = ["均", "都", "均同比", "均实现"].iter().any(|word| ends_with(subject, word))
            && phrases::class("keep").at_end(subject) < 2;
        let against = compared_with(&mut subject);
        let subject = self.without_area(qualified(clean(subject)));
        let aspect = subject.is_empty() || phrases::class("aspect").has(subject);
        if subject.is_empty()
            && let Some(name) = self.introduced(left.start)
        {
            // 地区生产总值迈上万亿元台阶，增长8.8%.
            let mut draft = Draft::new(name, first.range.start);
            draft.change = Some(self.change_of(first, sign, kind, against, left.start));
            draft.kind = first.kind();
            self.drafts.push(draft);
            return true;
        }
        if aspect {
            if first.unit == "位" && self.drafts.last().is_some_and(|draft| !draft.rankings.is_empty()) {
                return self.climbed(first, sign, against, left);
            }
            if !relative && !self.same_unit(first) {
                return false;
            }
            return self.attach(run, sign, kind, against, left);
        }
        let part = contains(&self.text[left.start..left.end], "其中").then(|| self.whole()).flatten();
        let names = if run.len() > 1 || each {
            naming::members(subject, Some(run.len()))
        } else if both {
            naming::members(subject, None)
        } else {
            naming::indicators_in(subject)
        };
        let names = self.without(subject, left.start).map_or(names, |name| vec![name]);
        let owner = self.counted_owner(subject, left).unwrap_or_default();
        let names = if names.is_empty() { vec![format!("{owner}{}", naming::join(subject))] } else { names };
        let names = match self.sector(&names, left.start) {
            Some(sector) => names.into_iter().map(|name| format!("{sector}{name}")).collect(),
            None => names,
        };
        for (at, name) in names.iter().enumerate() {
            let measure = run.get(at).or(run.last()).unwrap_or(first);
            let mut draft = Draft::new(name.clone(), measure.range.start);
            draft.change = Some(self.change_of(measure, sign, kind, against.clone(), left.start));
            draft.kind = measure.kind();
            draft.part_of = part;
            draft.about = self.names.subject(left);
            self.drafts.push(draft);
        }
        true
    }

    /// `生产总值增长6%（不含雄安增长7.3%）`: the figure before the bracket, with what is left out of it.
    fn without(&self, subject: &[char], begin: usize) -> Option<String> {
        let bracket = begin.checked_sub(1).is_some_and(|at| matches!(self.text[at], '（' | '('));
        let last =
            self.drafts.last().filter(|_| bracket && phrases::class("without").at_start(subject) > 0)?;
        Some(format!("{}（{}）", last.name, naming::join(subject)))
    }

    /// Words of time in the clause of an attached change do not govern the figures that follow.
    pub fn spend(&mut self, end: usize) {
        let begin = (0..end).rev().find(|&at| naming::is_break(self.text[at])).unwrap_or(0);
        if begin > 0 {
            let marks = self.marks.iter().filter(|mark| begin <= mark.range.start && mark.range.end <= end);
            self.spent.extend(marks.map(|mark| mark.range.start));
        }
    }

    /// `居全省第三，比上年前移6位`: the change of a rank, kept where the figure has no other.
    fn climbed(&mut self, measure: &Measure, sign: i8, against: Option<String>, left: &Range<usize>) -> bool {
        self.spend(left.end);
        let change = self.change_of(measure, sign, ChangeKind::Absolute, against, left.start);
        if let Some(last) = self.drafts.last_mut() {
            last.change.get_or_insert(change);
        }
        true
    }

    fn same_unit(&self, measure: &Measure) -> bool {
        self.drafts.last().and_then(|draft| draft.quantity.as_ref()).is_some_and(|quantity| {
            quantity.base_unit.as_deref() == measure.base.map(|unit| unit.base.as_str())
                || quantity.unit == measure.unit
        })
    }

    /// Gives a change without a subject to the figures before it.
    fn attach(
        &mut self,
        run: &[Measure],
        sign: i8,
        kind: ChangeKind,
        against: Option<String>,
        left: &Range<usize>,
    ) -> bool {
        let count = self.drafts.len();
        if count < run.len() {
            return false;
        }
        self.spend(left.end);
        for (at, measure) in run.iter().enumerate() {
            let change = self.change_of(measure, sign, kind, against.clone(), left.start);
            let mut target = count - run.len() + at;
            // 税收67.94亿元，占62.1%，增长40.3%: growth in per cent goes to the level, not to its share.
            if run.len() == 1 && measure.kind() == Some(UnitKind::Share) {
                target = self.drafts.iter().rposition(|draft| !draft.share).unwrap_or(target);
            }
            // A share or a part between does not take the change of the whole.
            while run.len() == 1
                && target > 0
                && self.drafts[target].change.is_some()
                && self.drafts[target].quantity.is_none()
            {
                target -= 1;
            }
            let same_unit = self.same_unit(measure);
            let draft = &mut self.drafts[target];
            if draft.change.is_none() {
                draft.change = Some(change);
            } else if against.is_some()
                || change.against.as_deref() == Some("年均")
                || change.kind != ChangeKind::Relative && same_unit
                || change.unit == "%" && further(draft, &change)
            {
                let mut further = Draft::new(draft.name.clone(), measure.range.start);
                further.change = Some(change);
                further.about = draft.about;
                self.drafts.push(further);
            }
        }
        true
    }

    fn change_of(
        &self,
        measure: &Measure,
        sign: i8,
        kind: ChangeKind,
        against: Option<String>,
        begin: usize,
    ) -> Change {
        let wording: String = self.text[begin..measure.range.end].iter().collect();
        let value = measure.value * Decimal::from(sign);
        Change { value, unit: measure.unit.clone(), kind, comparator: measure.comparator, against, wording }
    }
}

/// Whether a second change, in per cent, says the same of a thing whose first is a number: `减少112项，精简28.6%`.
fn further(draft: &Draft, change: &Change) -> bool {
    draft.change.as_ref().is_some_and(|first| {
        first.kind == ChangeKind::Absolute
            && !first.unit.ends_with("百分点")
            && first.value.is_sign_negative() == change.value.is_sign_negative()
    })
}

/// The verb of change that a phrase ends with: its sign, how to read it, and where the subject ends.
fn verb_of_change(phrase: &[char], measure: &Measure) -> Option<(i8, ChangeKind, usize)> {
    let mut end = phrase.len();
    while end > 0 && matches!(phrase[end - 1], '了' | '约' | '近' | '达') {
        end -= 1;
    }
    let kind = match measure.kind() {
        Some(UnitKind::Share) => ChangeKind::Relative,
        Some(UnitKind::Point) => ChangeKind::Absolute,
        Some(UnitKind::Times) => ChangeKind::Relative,
        _ => ChangeKind::Absolute,
    };
    if measure.kind() == Some(UnitKind::Times)
        && let Some(at) = ratio_verb(phrase)
    {
        return Some((1, ChangeKind::Ratio, at));
    }
    // 分别增长, 均增长, 增长均 and the like.
    let mut trimmed = &phrase[..end];
    while trimmed.ends_with(&['均'])
        || trimmed.ends_with(&['分', '别'])
        || trimmed.ends_with(&['超'])
        || trimmed.ends_with(&['过'])
    {
        let cut = if trimmed.ends_with(&['分', '别']) { 2 } else { 1 };
        trimmed = &trimmed[..trimmed.len() - cut];
    }
    let (sign, length) = phrases::change_before(trimmed)?;
    let begin = trimmed.len() - length;
    let relative = matches!(measure.kind(), Some(UnitKind::Share | UnitKind::Point | UnitKind::Times));
    if length == 1 {
        let before = begin.checked_sub(1).map(|at| trimmed[at]);
        if !relative || matches!(before, Some('新' | '净' | '倍' | '递')) {
            return None;
        }
    }
    Some((sign, kind, begin))
}

/// `是去年的`, `分别是上年的`, `为2005年的`: where the subject ends.
fn ratio_verb(phrase: &[char]) -> Option<usize> {
    let end = phrase.strip_suffix(&['的'])?.len();
    (0..end)
        .rev()
        .find(|&at| matches!(phrase[at], '是' | '为') || phrase[at..].starts_with(&['相', '当', '于']))
}

/// Takes `同比`, `比上年`, `较年初` off the end of a subject and returns it.
pub(super) fn compared_with(subject: &mut &[char]) -> Option<String> {
    let (adverbs, keep) = (phrases::class("adverb"), phrases::class("keep"));
    let mut phrase = *subject;
    let mut trailing: Vec<String> = Vec::new();
    loop {
        let length = adverbs.at_end(phrase);
        if length == 0 || keep.at_end(phrase) > length {
            break;
        }
        let word: String = phrase[phrase.len() - length..].iter().collect();
        phrase = &phrase[..phrase.len() - length];
        if matches!(word.as_str(), "同比" | "环比" | "年均" | "年平均") {
            trailing.push(word);
        }
    }
    // 比2005年, 较上年最低时: at most twelve characters.
    let from = phrase.len().saturating_sub(14);
    if let Some(at) = (from..phrase.len()).rev().find(|&at| matches!(phrase[at], '比' | '较'))
        && is_comparison(phrase, at)
    {
        trailing.insert(0, phrase[at..].iter().collect());
        phrase = &phrase[..at];
        let _ = compared_with(&mut phrase);
    }
    *subject = phrase;
    trailing.into_iter().next()
}

fn ends_with(phrase: &[char], word: &str) -> bool {
    word.chars().rev().eq(phrase.iter().rev().take(word.chars().count()).copied())
}

/// Whether 比 or 较 begins a comparison and is no part of a noun (占比, 比重, 之比).
fn is_comparison(phrase: &[char], at: usize) -> bool {
    let noun = at > 0 && matches!(phrase[at - 1], '占' | '之' | '对' | '同' | '环');
    !noun && phrases::class("against").stand_in(&phrase[at + 1..])
}

/// Takes conditions off the front of a subject: `还原留抵退税因素影响后`, `按可比价格计算`.
fn qualified(subject: &[char]) -> &[char] {
    let conditioned = phrases::class("conditioned").stand_in(subject);
    if conditioned && phrases::class("condition").at_end(subject) > 0 { &[] } else { subject }
}
