//! Goes through the numbers of a sentence from left to right and settles what each says.

use std::ops::Range;

use super::draft::Draft;
use super::exclusions;
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
    /// `由2000户增加到3000户`; `分别由16%、70%提高到23%和75%`.
    Movement(Vec<Measure>, Vec<Measure>),
}

impl Run {
    pub fn range(&self) -> Range<usize> {
        let span = |first: Option<&Range<usize>>, last: Option<&Range<usize>>| {
            first.map_or(0, |range| range.start)..last.map_or(0, |range| range.end)
        };
        match self {
            Self::Measures(list) => span(list.first().map(|m| &m.range), list.last().map(|m| &m.range)),
            Self::Ranks(list) => span(list.first().map(|r| &r.range), list.last().map(|r| &r.range)),
            Self::Movement(from, to) => span(from.first().map(|m| &m.range), to.last().map(|m| &m.range)),
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
    /// Where the words of time stand that speak only of a change: `，“十二五”时期年均增长9.4%`.
    pub spent: Vec<usize>,
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
            spent: Vec::new(),
            noun: None,
        }
    }

    /// Reads the whole sentence.
    pub fn read(mut self) -> Vec<Draft> {
        let runs = self.runs();
        for (at, run) in runs.iter().enumerate() {
            let range = run.range();
            let next = runs.get(at + 1).map_or(self.text.len(), |run| run.range().start);
            let left = self.left(range.start);
            let right = range.end..self.noun_end(range.end).min(next).max(range.end);
            match run {
                Run::Measures(list) => self.measures(list, left, right),
                Run::Ranks(list) => self.ranks(list, left),
                Run::Movement(from, to) => self.movement(from, to, left),
            }
            self.cursor = self.cursor.max(range.end);
        }
        self.wordings();
        let spent = std::mem::take(&mut self.spent);
        self.marks.retain(|mark| !spent.contains(&mark.range.start));
        for draft in &mut self.drafts {
            draft.mark = governing(self.text, &self.marks, draft.at);
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
                ')' | '）' if depth <= 0 => match bracket(text, begin - 1) {
                    Some(open) if open > self.cursor => begin = open + 1,
                    _ => break,
                },
                _ if depth <= 0 && naming::is_break(c) && !thousands(text, begin - 1) => break,
                _ => {}
            }
            begin -= 1;
        }
        for mark in &self.marks {
            let inside = begin <= mark.range.start && mark.range.end <= end;
            if inside && mark.when != When::Earlier {
                begin = mark.range.end;
            }
        }
        begin..end
    }

    /// Where the clause ends that `at` stands in.
    pub fn clause_end(&self, at: usize) -> usize {
        (at..self.text.len()).find(|&at| naming::is_break(self.text[at])).unwrap_or(self.text.len())
    }

    /// Where the clause ends behind a number. A short bracket inside it explains a noun: `7个县（市、区）通过…`.
    fn noun_end(&self, at: usize) -> usize {
        let end = self.clause_end(at);
        let close = (end..self.text.len().min(end + 9)).find(|&at| matches!(self.text[at], ')' | '）'));
        match (self.text.get(end), close) {
            (Some('（' | '('), Some(close))
                if end > at && !self.text[end..close].iter().any(char::is_ascii_digit) =>
            {
                self.clause_end(close + 1)
            }
            _ => end,
        }
    }

    fn blocked(&self) -> Vec<bool> {
        let mut blocked = vec![false; self.text.len()];
        let mut block = |range: Range<usize>| blocked[range].iter_mut().for_each(|cell| *cell = true);
        for mark in &self.marks {
            block(mark.range.clone());
        }
        quoted(self.text).into_iter().for_each(&mut block);
        blocked
    }

    fn runs(&self) -> Vec<Run> {
        let blocked = self.blocked();
        let is_blocked = |at: usize| blocked.get(at).copied().unwrap_or(false);
        let ranks = ranks::scan(self.text, |at| is_blocked(at) || self.names.cover(at));
        let in_rank = |at: usize| ranks.iter().any(|rank| rank.range.contains(&at));
        let mut measures = measure::scan(self.text, |at| is_blocked(at) || in_rank(at));
        share_unit(self.text, &mut measures);
        let mut runs: Vec<Run> = Vec::new();
        let kept: Vec<Measure> = measures
            .iter()
            .enumerate()
            .filter(|(at, m)| {
                self.stands_free(m)
                    && self.is_figure(m)
                    && !exclusions::describes(self.text, m, at.checked_sub(1).and_then(|at| measures.get(at)))
                    && !exclusions::alternative(self.text, m, measures.get(at + 1))
            })
            .map(|(_, m)| m.clone())
            .collect();
        for measure in kept {
            let joined = match runs.last() {
                Some(Run::Measures(list)) => {
                    let last = list.last().map_or(0, |m| m.range.end);
                    let between = &self.text[last..measure.range.start];
                    if is_movement(between)
                        && list.first().is_some_and(|first| self.moves_from(first.range.start))
                    {
                        Joined::Movement
                    } else if only_joiners(between) {
                        Joined::List
                    } else {
                        Joined::No
                    }
                }
                Some(Run::Movement(from, to)) if to.len() < from.len() => {
                    let last = to.last().map_or(0, |m| m.range.end);
                    if only_joiners(&self.text[last..measure.range.start]) {
                        Joined::List
                    } else {
                        Joined::No
                    }
                }
                _ => Joined::No,
            };
            match (joined, runs.last_mut()) {
                (Joined::List, Some(Run::Measures(list) | Run::Movement(_, list))) => list.push(measure),
                (Joined::Movement, Some(last @ Run::Measures(_))) => {
                    if let Run::Measures(from) = std::mem::replace(last, Run::Measures(Vec::new())) {
                        *last = Run::Movement(from, vec![measure]);
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

    /// Whether `从` or `由` stands shortly before a number.
    fn moves_from(&self, at: usize) -> bool {
        let from = at.saturating_sub(14);
        self.text[from..at].iter().any(|c| matches!(c, '从' | '由'))
    }
}

/// `26.6、7.8、0.6亿公斤`, `4.3个和5.5个百分点`: the unit of the last number is that of all.
fn share_unit(text: &[char], measures: &mut [Measure]) {
    for at in (1..measures.len()).rev() {
        let (before, after) = measures.split_at_mut(at);
        let (Some(first), Some(last)) = (before.last_mut(), after.first()) else { return };
        let bare = first.base.is_none() && !first.rounded && !first.chinese && first.max.is_none();
        let points = first.unit == "个" && last.kind() == Some(UnitKind::Point);
        let measured = !matches!(last.kind(), None | Some(UnitKind::Label | UnitKind::Time));
        if measured && (bare || points) && only_joiners(&text[first.range.end..last.range.start]) {
            first.unit.clone_from(&last.unit);
            first.base = last.base;
            first.scale = last.scale;
        }
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

/// Where a short bracket opens that closes at `close`.
fn bracket(text: &[char], close: usize) -> Option<usize> {
    (close.saturating_sub(12)..close)
        .rev()
        .find(|&at| matches!(text[at], '(' | '（'))
        .filter(|open| !text[*open..close].iter().any(char::is_ascii_digit))
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
            '"' if open.is_none() => open = Some(at),
            '”' | '》' | '」' | '"' => {
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
/// A span (远期, 五年) holds only up to the next semicolon.
fn governing(text: &[char], marks: &[Mark], at: usize) -> Option<Mark> {
    let mark = marks
        .iter()
        .rev()
        .find(|mark| mark.range.end <= at && !matches!(mark.when, When::Other | When::Earlier))?;
    let ended = matches!(mark.when, When::Ahead | When::Past)
        && text[mark.range.end..at].iter().any(|c| matches!(c, '；' | ';'));
    (!ended).then(|| mark.clone())
}
