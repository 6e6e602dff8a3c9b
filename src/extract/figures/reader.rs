//! Goes through the numbers of a sentence from left to right and settles what each says.

use std::ops::Range;

use super::draft::Draft;
use super::measure::{self, Measure};
use super::naming;
use super::ranks::{self, Rank};
use super::times::{self, Mark, When};
use super::{Context, Names};
use crate::facts::Comparator;
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
            let right = range.end..self.clause_end(range.end).min(next).max(range.end);
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
        let kept: Vec<Measure> = measures
            .iter()
            .enumerate()
            .filter(|(at, m)| {
                self.is_figure(m)
                    && !describes(self.text, m, at.checked_sub(1).and_then(|at| measures.get(at)))
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
            None => !measure.chinese && (measure.rounded || self.level_before(before) && !noun),
            Some(kind) => {
                let attributive = !matches!(kind, UnitKind::Share | UnitKind::Point | UnitKind::Times)
                    && ((measure.closed
                        && noun
                        && (kind != UnitKind::Count
                            || measure.comparator == Comparator::AtLeast && settlement(after)))
                        || self.bounded_modifier(measure, after));
                let named =
                    noun && of_a_thing(kind) && (listed_thing(after) || self.capacity(measure, kind, after))
                        || kind == UnitKind::Count
                            && (one_of_many(after) || before.ends_with(&['以']) && holds(after, "为"))
                        || phrases::class("nothing").at_start(after) > 0
                        || phrases::class("timenoun").at_start(after) > 0 && kind == UnitKind::Count
                        || kind == UnitKind::Share && growth_at(after);
                !(attributive
                    || converted(before)
                    || measure.chinese && ends_a_list(before)
                    || named
                    || kind == UnitKind::Count && scope_count(before)
                    || measure.chinese && self.is_rhetorical(measure, before, after))
            }
        }
    }

    /// `5万吨粗铜项目`: the size of a plant, part of what it is called.
    fn capacity(&self, measure: &Measure, kind: UnitKind, after: &[char]) -> bool {
        if kind == UnitKind::Length || after[0] == '的' {
            return false;
        }
        if ["年产", "日产", "日处理", "年处理", "年加工", "日供水", "产能"]
            .iter()
            .any(|word| self.follows(measure, word))
        {
            return true;
        }
        let noun = &after[..naming::noun_length(after, false, |_| false)];
        phrases::class("capacity").at_end(noun) > 0
    }

    fn follows(&self, measure: &Measure, word: &str) -> bool {
        self.text[..measure.range.start].ends_with(&word.chars().collect::<Vec<char>>())
    }

    /// `超过100万元的村`, `5000万元以上的项目`: a bound with 的 describes what follows.
    fn bounded_modifier(&self, measure: &Measure, after: &[char]) -> bool {
        let bounded = measure.comparator != Comparator::Equal;
        let describes = after.first().is_some_and(|c| *c == '的' || measure.closed);
        if !bounded || !describes {
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
        let length = naming::noun_length(after, false, |_| false);
        let noun = &after[..length];
        let rhetorical = phrases::class("rhetorical");
        measure.value < rust_decimal::Decimal::TEN
            && (length < 2
                || rhetorical.has(noun)
                || rhetorical.at_start(noun) > 1
                || rhetorical.at_end(noun) > 1)
    }

    /// Whether `从` or `由` stands shortly before a number.
    fn moves_from(&self, at: usize) -> bool {
        let from = at.saturating_sub(14);
        self.text[from..at].iter().any(|c| matches!(c, '从' | '由'))
    }
}

/// `205个50户以上自然村`: a bound between a count and its noun.
fn describes(text: &[char], measure: &Measure, before: Option<&Measure>) -> bool {
    let noun = text.get(measure.range.end).is_some_and(|c| !naming::is_break(*c));
    measure.closed && noun && before.is_some_and(|before| before.range.end == measure.range.start)
}

/// `30户以上自然村`: the size of a settlement, not a count of households.
fn settlement(after: &[char]) -> bool {
    let noun = &after[..naming::noun_length(after, false, |_| false)];
    noun.iter().any(|c| matches!(c, '村' | '寨' | '屯'))
}

/// `（折合6652美元）` repeats the figure before it.
fn converted(before: &[char]) -> bool {
    let tail: String = before[before.len().saturating_sub(4)..].iter().collect();
    ["折合", "约合", "相当于", "折"].iter().any(|word| tail.ends_with(word))
}

/// `东阳、永康、浦江三个…` counts what has just been listed.
fn ends_a_list(before: &[char]) -> bool {
    let begin = before.iter().rposition(|c| naming::is_break(*c)).map_or(0, |at| at + 1);
    let clause = &before[begin..];
    clause
        .iter()
        .rposition(|c| *c == '、')
        .is_some_and(|at| clause.len() - at <= 8 && !clause[at..].contains(&'”'))
}

/// Where a short bracket opens that closes at `close`.
fn bracket(text: &[char], close: usize) -> Option<usize> {
    (close.saturating_sub(12)..close)
        .rev()
        .find(|&at| matches!(text[at], '(' | '（'))
        .filter(|open| !text[*open..close].iter().any(char::is_ascii_digit))
}

/// `18个典型地区之一`.
fn one_of_many(after: &[char]) -> bool {
    holds(after, "之一")
}

/// `20%以上的快速增长` describes growth that is told elsewhere.
fn growth_at(after: &[char]) -> bool {
    let words: String = after.iter().take(7).collect();
    words.strip_prefix('的').is_some_and(|rest| {
        ["增长", "增速", "速度", "快速增长", "高速增长", "较快增长", "平均速度", "增幅"]
            .iter()
            .any(|word| rest.starts_with(word))
    })
}

/// Whether the clause goes on to a word.
fn holds(after: &[char], word: &str) -> bool {
    let clause: String = after.iter().take_while(|c| !naming::is_break(**c) && **c != '、').collect();
    clause.contains(word)
}

/// Units of capacity, which stand in the names of plants: 3万吨铝合金棒.
fn of_a_thing(kind: UnitKind) -> bool {
    matches!(
        kind,
        UnitKind::Mass
            | UnitKind::Energy
            | UnitKind::Volume
            | UnitKind::Area
            | UnitKind::Length
            | UnitKind::Measure
    )
}

/// Whether the thing described is a member of a list that `等` closes.
fn listed_thing(after: &[char]) -> bool {
    let clause = after.iter().position(|c| naming::is_break(*c)).unwrap_or(after.len());
    after[..clause].iter().position(|c| *c == '等').is_some_and(|at| {
        after[at + 1..clause]
            .first()
            .is_some_and(|c| c.is_ascii_digit() || matches!(c, '项' | '一' | '重' | '在'))
    })
}

/// `入选全市6个…`, `跻身全国20强`: the size of a circle that something entered, no figure of the area.
fn scope_count(before: &[char]) -> bool {
    let begin = before.iter().rposition(|c| naming::is_break(*c)).map_or(0, |at| at + 1);
    let clause: String = before[begin..].iter().collect();
    let scope = ["全市", "全省", "全国", "全区", "世界", "国家", "首批", "省", "市"]
        .iter()
        .any(|word| clause.ends_with(word));
    scope
        && ["入选", "列入", "成为", "跻身", "获评", "被评为", "进入", "荣获", "被列为", "纳入"]
            .iter()
            .any(|word| clause.contains(word))
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
