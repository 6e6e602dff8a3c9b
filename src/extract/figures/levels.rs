//! Levels: how much there is of something, and shares of a whole.

use std::ops::Range;

use super::draft::Draft;
use super::measure::Measure;
use super::naming::{self, clean};
use super::ranking;
use super::reader::Reader;
use super::subjects;
use crate::facts::{ChangeKind, Comparator, Quantity};
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
        let part = self.part_of(&left, first);
        let phrase = &self.text[left.clone()];
        let each = phrase.ends_with(&['均'])
            || contains(phrase, "分别")
            || contains(phrase, "均达")
            || contains(phrase, "均为");
        let rates = first.kind() == Some(UnitKind::Share) && naming::are_rates(clean(phrase));
        let subject = clean(phrase);
        // 烟草、机械、钢铁3个产业年产值均达到100亿元: the list is counted, and has one figure.
        if run.len() == 1 && each && subject.iter().any(char::is_ascii_digit) {
            self.push_level(subject.iter().collect(), first, &left, part);
            return;
        }
        // 高于全省26.2和17.5个百分点: distances from others' figures.
        if run.len() > 1 && subjects::compares(subject, first) {
            return;
        }
        if run.len() > 1 || each || rates {
            let names = if subject.is_empty() && phrase.starts_with(&['达']) {
                // 存、贷款余额分别增加…，达到9155亿元、6158亿元.
                self.last_names(run.len())
            } else {
                naming::members(subject, (run.len() > 1).then_some(run.len()))
            };
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
        if run.len() == 1 && (self.restates(first, &left) || self.reached(first, &left)) {
            return;
        }
        if clean(phrase).is_empty()
            && phrase.starts_with(&['达'])
            && let Some(name) = self.introduced(left.start)
        {
            self.push_level(name, first, &left, part);
            return;
        }
        // 跨越千亿元、两千亿元大关: the last mark that was passed.
        let passed = phrases::class("threshold").at_start(&self.text[right.clone()]) > 0;
        let run = if passed { &run[run.len() - 1..] } else { run };
        let last = run.len() - 1;
        for (at, measure) in run.iter().enumerate() {
            let right = if at == last { right.clone() } else { measure.range.end..measure.range.end };
            let left = if at == 0 { left.clone() } else { measure.range.start..measure.range.start };
            let told = if passed { right.start..right.start } else { right.clone() };
            let became = ranking::became(&self.text[left.clone()]);
            let left = became.as_ref().map_or(left.clone(), |became| left.start..left.start + became.subject);
            let Some(name) = self.level_name(measure, &left, &told) else { continue };
            let mut measure = measure.clone();
            let mark = phrases::class("threshold").at_start(&self.text[right]);
            if mark > 0 {
                // 迈上2000亿元台阶.
                measure.comparator = Comparator::MoreThan;
                self.cursor = measure.range.end + mark;
            }
            self.push_level(name, &measure, &left, part);
            if let (Some(became), Some(draft)) = (became, self.drafts.last_mut()) {
                draft.rankings.push(became.ranking);
            }
        }
    }

    /// `突破200亿元，达到212.18亿元`: the second value makes the first exact.
    fn restates(&mut self, measure: &Measure, left: &Range<usize>) -> bool {
        let bare = self.reaches(left);
        let wording: String = self.text[measure.range.clone()].iter().collect();
        let Some(last) = self.drafts.last_mut().filter(|_| bare) else { return false };
        match &mut last.quantity {
            Some(quantity)
                if quantity.comparator == Comparator::MoreThan
                    && (quantity.unit == measure.unit
                        || quantity.unit.is_empty()
                        || alike(quantity, measure)) =>
            {
                *quantity = measure.quantity(wording);
                true
            }
            _ => false,
        }
    }

    /// Whether the words before a number only say that it was reached: `，达到`.
    fn reaches(&self, left: &Range<usize>) -> bool {
        let phrase = &self.text[left.clone()];
        let reached = phrases::class("reach").at_start(phrase.strip_prefix(&['、']).unwrap_or(phrase)) > 0;
        clean(phrase).is_empty() && reached
    }

    /// `城镇化率提高1.6个百分点，达到45%`: the level of what grew. With a time of its own it is another figure.
    fn reached(&mut self, measure: &Measure, left: &Range<usize>) -> bool {
        // 增长8%以上，力争突破1800亿元.
        let passed = measure.comparator == Comparator::MoreThan
            && measure.kind() == Some(UnitKind::Money)
            && clean(&self.text[left.clone()]).is_empty();
        if !(passed || self.reaches(left)) || self.introduced(left.start).is_some() {
            return false;
        }
        let Some(last) = self.drafts.last().filter(|draft| draft.quantity.is_none()) else { return false };
        let grown = last.change.as_ref().is_some_and(|change| {
            change.kind == ChangeKind::Relative || measure.kind() == Some(UnitKind::Share)
        });
        let apart = self.text[last.at..left.end].iter().any(|c| matches!(c, '；' | ';'));
        if !grown || apart {
            return false;
        }
        let (name, at) = (last.name.clone(), last.at);
        if self.marks.iter().any(|mark| at < mark.range.start && mark.range.end <= left.end) {
            self.push_level(name, measure, left, None);
        } else if let Some(last) = self.drafts.last_mut() {
            last.quantity = Some(measure.quantity(self.text[measure.range.clone()].iter().collect()));
            last.kind = measure.kind();
        }
        true
    }

    pub fn push_level(&mut self, name: String, measure: &Measure, left: &Range<usize>, part: Option<usize>) {
        let wording: String = self.text[measure.range.clone()].iter().collect();
        let mut draft = Draft::new(name, measure.range.start);
        draft.quantity = Some(measure.quantity(wording));
        draft.kind = measure.kind();
        draft.part_of = part.or_else(|| self.sibling(&draft.name, &measure.unit, left));
        draft.about = self.names.subject(left);
        self.drafts.push(draft);
    }

    /// `其中` makes a figure part of the one before.
    fn part_of(&self, left: &Range<usize>, measure: &Measure) -> Option<usize> {
        let from = left.start.saturating_sub(3);
        let stands = contains(&self.text[from..left.end], "其中");
        // 重点项目350项、总投资9671亿元，其中省重点项目36项: a part of what is counted alike.
        let alike = |draft: &&Draft| {
            draft.part_of.is_none()
                && left.start < draft.at + 40
                && draft.quantity.as_ref().is_some_and(|quantity| alike(quantity, measure))
        };
        let whole = self.drafts.iter().rfind(alike).map(|draft| draft.at);
        stands.then(|| whole.or_else(|| self.whole())).flatten()
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

    /// The indicator that the clause before this one speaks of without a number: `粮食产量连创新高，达到20亿公斤`.
    pub fn introduced(&self, begin: usize) -> Option<String> {
        let end = begin.checked_sub(1).filter(|end| matches!(self.text[*end], '，' | ','))?;
        let from = (0..end).rev().find(|&at| naming::is_break(self.text[at])).map_or(0, |at| at + 1);
        let clause = &self.text[from..end];
        let told = self.drafts.iter().any(|draft| (from..end).contains(&draft.at))
            || clause.iter().any(|c| c.is_ascii_digit() || *c == '占');
        if told { None } else { naming::introduced(self.without_area(clause)) }
    }

    /// The line of business that the clause before speaks of without a number, for measures that only a business
    /// has: `纺织服装业步伐加快，销售收入和利税分别增长28%和36%`.
    pub fn sector(&self, names: &[String], begin: usize) -> Option<String> {
        let bare = phrases::class("bare");
        if !names.iter().all(|name| bare.has(&name.chars().collect::<Vec<char>>())) {
            return None;
        }
        let end = begin.checked_sub(1).filter(|end| matches!(self.text[*end], '，' | ','))?;
        let from = (0..end).rev().find(|&at| naming::is_break(self.text[at])).map_or(0, |at| at + 1);
        let told = self.drafts.iter().any(|draft| (from..end).contains(&draft.at));
        let clause = clean(self.without_area(&self.text[from..end]));
        let other = phrases::class("nosector");
        let length = (2..=clause.len().min(16)).find(|&at| {
            clause[at - 1] == '业' && clause.get(at) != Some(&'化') && other.at_end(&clause[..at]) == 0
        })?;
        let plain = !clause[..length].iter().any(|c| c.is_ascii_digit() || matches!(c, '、' | '，'));
        (!told && plain).then(|| clause[..length].iter().collect())
    }

    /// Takes the report's own area off the front.
    pub fn without_area<'b>(&self, phrase: &'b [char]) -> &'b [char] {
        let Some(area) = &self.context.area else { return phrase };
        let area: Vec<char> = area.chars().collect();
        // 金华市区公交分担率: what is left would begin inside a word.
        phrase
            .strip_prefix(area.as_slice())
            .filter(|rest| rest.len() >= 2 && rest[0] != '区')
            .unwrap_or(phrase)
    }
}

/// Whether two quantities are in one unit, with whatever multiplier: `1万亿元`, `9500亿元`.
fn alike(quantity: &Quantity, measure: &Measure) -> bool {
    quantity.base_unit.is_some()
        && quantity.base_unit.as_deref() == measure.base.map(|unit| unit.base.as_str())
}

/// Whether a phrase holds a word.
pub(super) fn contains(phrase: &[char], word: &str) -> bool {
    let word: Vec<char> = word.chars().collect();
    phrase.windows(word.len()).any(|window| window == word)
}
