//! Goes through the numbers of a sentence from left to right and settles what each says.

use std::ops::Range;

use super::draft::Draft;
use super::measure::{self, Measure};
use super::naming;
use super::ranks::{self, Rank};
use super::times::{self, Mark, When};
use super::{Context, Names};
use crate::lexicon::phrases;
use crate::lexicon::units::UnitKind;

/// One or more numbers of one kind with only list marks between them: `17%和25%`.
#[derive(Debug)]
pub(super) enum Run {
    Measures(Vec<Measure>),
    Ranks(Vec<Rank>),
    /// `由2000户增加到3000户`, with the words of the movement.
    Movement(Measure, Measure),
}

impl Run {
    pub fn range(&self) -> Range<usize> {
        let span = |first: Option<&Range<usize>>, last: Option<&Range<usize>>| {
            first.map_or(0, |range| range.start)..last.map_or(0, |range| range.end)
        };
        match self {
            Self::Measures(list) => span(list.first().map(|m| &m.range), list.last().map(|m| &m.range)),
            Self::Ranks(list) => span(list.first().map(|r| &r.range), list.last().map(|r| &r.range)),
            Self::Movement(from, to) => from.range.start..to.range.end,
        }
    }
}

/// The reading of one sentence.
pub(super) struct Reader<'a> {
    pub text: &'a [char],
    pub names: &'a Names<'a>,
    pub context: &'a Context,
    pub marks: Vec<Mark>,
    pub drafts: Vec<Draft>,
    /// Everything before has been used.
    pub cursor: usize,
    /// What the last figure counted, for clauses that leave it out.
    pub noun: Option<String>,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a [char], names: &'a Names<'a>, context: &'a Context) -> Self {
        Self {
            text,
            names,
            context,
            marks: times::scan(text),
            drafts: Vec::new(),
            cursor: 0,
            noun: context.noun.clone(),
        }
    }

    /// Reads the whole sentence.
    pub fn read(mut self) -> Vec<Draft> {
        let runs = self.runs();
        for (at, run) in runs.iter().enumerate() {
            let range = run.range();
            let next = runs.get(at + 1).map_or(self.text.len(), |run| run.range().start);
            let left = self.left(range.start);
            let right = range.end..self.clause_end(range.end).min(next).max(range.end);
            match run {
                Run::Measures(list) => self.measures(list, left, right),
                Run::Ranks(list) => self.ranks(list, left),
                Run::Movement(from, to) => self.movement(from, to, left),
            }
            self.cursor = self.cursor.max(range.end);
        }
        for draft in &mut self.drafts {
            draft.mark = governing(&self.marks, draft.at);
        }
        self.drafts
    }

    /// The words before a number that may name what it measures.
    fn left(&self, end: usize) -> Range<usize> {
        let text = self.text;
        let mut depth = 0_i32;
        let mut begin = end;
        while begin > self.cursor {
            let c = text[begin - 1];
            match c {
                '”' | '》' => depth += 1,
                '“' | '《' => depth -= 1,
                // Brackets after a noun explain it: 村（居）。
                _ if depth <= 0 && naming::is_break(c) && !thousands(text, begin - 1) => break,
                _ => {}
            }
            begin -= 1;
        }
        for mark in &self.marks {
            let inside = begin <= mark.range.start && mark.range.end <= end;
            if inside && mark.when != When::Other && mark.when != When::Earlier && mark.when != When::Last {
                begin = mark.range.end;
            }
        }
        begin..end
    }

    /// Where the clause ends that `at` stands in.
    pub fn clause_end(&self, at: usize) -> usize {
        (at..self.text.len()).find(|&at| naming::is_break(self.text[at])).unwrap_or(self.text.len())
    }

    fn blocked(&self) -> Vec<bool> {
        let mut blocked = vec![false; self.text.len()];
        let mut block = |range: Range<usize>| blocked[range].iter_mut().for_each(|cell| *cell = true);
        for mark in &self.marks {
            block(mark.range.clone());
        }
        quoted(self.text).into_iter().for_each(&mut block);
        for (at, cell) in blocked.iter_mut().enumerate() {
            *cell |= self.names.cover(at);
        }
        blocked
    }

    fn runs(&self) -> Vec<Run> {
        let blocked = self.blocked();
        let is_blocked = |at: usize| blocked.get(at).copied().unwrap_or(false);
        let ranks = ranks::scan(self.text, is_blocked);
        let in_rank = |at: usize| ranks.iter().any(|rank| rank.range.contains(&at));
        let measures = measure::scan(self.text, |at| is_blocked(at) || in_rank(at));
        let mut runs: Vec<Run> = Vec::new();
        let kept: Vec<Measure> = measures.into_iter().filter(|m| self.is_figure(m)).collect();
        for measure in kept {
            let joined = match runs.last() {
                Some(Run::Measures(list)) => {
                    let last = list.last().map_or(0, |m| m.range.end);
                    let between = &self.text[last..measure.range.start];
                    if is_movement(between) && list.len() == 1 && self.moves_from(list[0].range.start) {
                        Joined::Movement
                    } else if only_joiners(between) {
                        Joined::List
                    } else {
                        Joined::No
                    }
                }
                _ => Joined::No,
            };
            match (joined, runs.last_mut()) {
                (Joined::List, Some(Run::Measures(list))) => list.push(measure),
                (Joined::Movement, Some(last @ Run::Measures(_))) => {
                    if let Run::Measures(list) = std::mem::replace(last, Run::Measures(Vec::new()))
                        && let Some(from) = list.into_iter().next()
                    {
                        *last = Run::Movement(from, measure);
                    }
                }
                _ => runs.push(Run::Measures(vec![measure])),
            }
        }
        for rank in ranks {
            let after =
                runs.iter().position(|run| run.range().start > rank.range.start).unwrap_or(runs.len());
            if let Some(Run::Ranks(list)) = after.checked_sub(1).and_then(|at| runs.get_mut(at)) {
                let last = list.last().map_or(0, |r| r.range.end);
                if only_joiners(&self.text[last..rank.range.start]) {
                    list.push(rank);
                    continue;
                }
            }
            runs.insert(after, Run::Ranks(vec![rank]));
        }
        runs
    }

    /// Whether a number is a figure at all, and no part of a word, a deadline or a description.
    fn is_figure(&self, measure: &Measure) -> bool {
        let before = &self.text[..measure.range.start];
        let after = &self.text[measure.range.end..];
        let noun = !after.is_empty() && !naming::is_break(after[0]) && naming::joiner(after) == 0;
        match measure.kind() {
            Some(UnitKind::Label) => false,
            Some(UnitKind::Time) => {
                (!noun || after.starts_with(&['以', '上'])) && !measure.chinese && self.names_time(before)
            }
            None => !measure.chinese && self.level_before(before) && !noun,
            Some(kind) => {
                let attributive = !matches!(kind, UnitKind::Share | UnitKind::Point | UnitKind::Times)
                    && ((measure.closed && noun && kind != UnitKind::Count)
                        || self.bounded_modifier(measure, after));
                !(attributive || measure.chinese && self.is_rhetorical(measure, before, after))
            }
        }
    }

    /// `超过100万元的村`, `5000万元以上的项目`: a bound with 的 describes what follows.
    fn bounded_modifier(&self, measure: &Measure, after: &[char]) -> bool {
        let bounded = measure.comparator != crate::facts::Comparator::Equal;
        if !bounded || after.first() != Some(&'的') && !(measure.closed && !after.is_empty()) {
            return false;
        }
        let clause = after.iter().position(|c| naming::is_break(*c)).unwrap_or(after.len());
        let later = after[..clause].iter().any(char::is_ascii_digit);
        let before = &self.text[..measure.range.start];
        later && !before.ends_with(&['投', '资']) && !naming::is_break(after[0]) && naming::joiner(after) == 0
    }

    /// Lengths of time are figures where something is measured in them: 天数, 年限, 时间.
    fn names_time(&self, before: &[char]) -> bool {
        let tail: String = before[before.len().saturating_sub(16)..].iter().collect();
        [
            "天数", "年限", "时间", "时限", "寿命", "周期", "工期", "比例", "天气", "天达", "优良", "缩短",
            "压缩", "增加", "减少", "提前", "延长", "限",
        ]
        .iter()
        .any(|word| tail.contains(word))
    }

    /// A bare number is a figure after a verb of level or an index.
    fn level_before(&self, before: &[char]) -> bool {
        let tail: String = before[before.len().saturating_sub(14)..].iter().collect();
        ["指数", "系数", "之比", "收入比", "存销比", "得分", "指标值"].iter().any(|word| tail.contains(word))
    }

    /// Small Chinese numbers count things (八个工业园区) or make phrases (三个方面, 五个一批).
    fn is_rhetorical(&self, measure: &Measure, before: &[char], after: &[char]) -> bool {
        if measure.value <= rust_decimal::Decimal::ONE
            && measure.max.is_none()
            && measure.scale == rust_decimal::Decimal::ONE
        {
            return true;
        }
        if measure.kind() != Some(UnitKind::Count) {
            return false;
        }
        if before
            .last()
            .is_some_and(|c| matches!(c, '第' | '这' | '每' | '各' | '前' | '后' | '上' | '下' | '数'))
        {
            return true;
        }
        let length = naming::noun_length(after, |_| false);
        let noun = &after[..length];
        let rhetorical = phrases::class("rhetorical");
        measure.value < rust_decimal::Decimal::TEN
            && (length < 2 || rhetorical.at_start(noun) > 0 || rhetorical.at_end(noun) > 0)
    }

    /// Whether `从` or `由` stands shortly before a number.
    fn moves_from(&self, at: usize) -> bool {
        let from = at.saturating_sub(14);
        self.text[from..at].iter().any(|c| matches!(c, '从' | '由'))
    }
}

enum Joined {
    No,
    List,
    Movement,
}

fn only_joiners(text: &[char]) -> bool {
    text.is_empty() || text.len() <= 2 && naming::joiner(text) == text.len()
}

/// Whether the words between two numbers say that the first became the second.
fn is_movement(between: &[char]) -> bool {
    let trimmed = if between.first() == Some(&'的') { &between[1..] } else { between };
    let length = phrases::class("transition").at_start(trimmed);
    length > 0 && trimmed.len() <= length + 7 && !trimmed.iter().any(|c| naming::is_break(*c))
}

/// A comma that groups thousands ends no clause.
fn thousands(text: &[char], at: usize) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(char::is_ascii_digit);
    matches!(text[at], ',' | '，' | ':') && digit(at.checked_sub(1)) && digit(Some(at + 1)) && text[at] == ','
}

/// Short quotations: numbers in them are slogans (“五个一批”).
fn quoted(text: &[char]) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut open = None;
    for (at, c) in text.iter().enumerate() {
        match c {
            '“' | '《' | '「' => open = Some(at),
            '”' | '》' | '」' => {
                if let Some(begin) = open.take()
                    && (at - begin <= 24 || *c == '》')
                {
                    ranges.push(begin..at + 1);
                }
            }
            _ => {}
        }
    }
    ranges
}

/// The word of time that governs a place in the sentence: the last one before it.
fn governing(marks: &[Mark], at: usize) -> Option<Mark> {
    marks
        .iter()
        .rev()
        .find(|mark| mark.range.end <= at && !matches!(mark.when, When::Other | When::Earlier))
        .cloned()
}
