//! Movements from one value to another: `由2000户增加到3000户`, `从54.3%提高到58.5%`.

use std::ops::Range;

use super::draft::Draft;
use super::levels::contains;
use super::measure::Measure;
use super::naming::{self, clean};
use super::reader::Reader;
use crate::facts::{Change, ChangeKind, Comparator};
use crate::lexicon::phrases;
use crate::lexicon::units::UnitKind;

impl Reader<'_> {
    /// `由2000户增加到3000户`: the figure is the second, the difference is its change.
    pub fn movement(&mut self, from: &[Measure], to: &[Measure], left: Range<usize>) {
        let phrase = &self.text[left.clone()];
        let Some(at) = phrase.iter().rposition(|c| matches!(c, '从' | '由')) else { return };
        let subject = self.without_area(clean(&phrase[..at])).to_vec();
        let since: String = phrase[at + 1..].iter().collect();
        let names = naming::members(&subject, (to.len() > 1).then_some(to.len()));
        if to.len() > 1 && names.len() == to.len() {
            for ((name, from), to) in names.iter().zip(from).zip(to) {
                let name: Vec<char> = name.chars().collect();
                self.moved(&name, from, to, &left, &since);
            }
        } else if let (Some(from), Some(to)) = (from.first(), to.first()) {
            self.moved(&subject, from, to, &left, &since);
        }
    }

    fn moved(&mut self, subject: &[char], from: &Measure, to: &Measure, left: &Range<usize>, since: &str) {
        let phrase = &self.text[left.clone()];
        let mut name = naming::join(subject);
        if name.is_empty() || phrases::class("aspect").has(subject) {
            let Some(last) = self.drafts.last() else { return };
            name = if name.is_empty() { last.name.clone() } else { format!("{}{name}", last.name) };
        }
        let wording: String = self.text[from.range.start..to.range.end].iter().collect();
        if let Some(year) = stated_year(since) {
            let mut earlier = Draft::new(name.clone(), from.range.start);
            let words: String = self.text[from.range.clone()].iter().collect();
            earlier.quantity = Some(from.quantity(words));
            earlier.kind = from.kind();
            earlier.about = self.names.subject(left);
            earlier.year = Some(year);
            self.drafts.push(earlier);
        }
        let mut draft = Draft::new(name.clone(), to.range.start);
        let words: String = self.text[to.range.clone()].iter().collect();
        draft.quantity = Some(to.quantity(words));
        draft.kind = to.kind();
        draft.about = self.names.subject(left);
        draft.part_of = contains(phrase, "其中").then(|| self.whole()).flatten();
        let same = from.unit == to.unit || from.unit.is_empty();
        let exact = from.comparator == Comparator::Equal && to.comparator == Comparator::Equal;
        if same && exact {
            let unit =
                if to.kind() == Some(UnitKind::Share) { "个百分点".to_owned() } else { to.unit.clone() };
            draft.change = Some(Change {
                value: to.value - from.value,
                unit,
                kind: ChangeKind::Absolute,
                comparator: Comparator::Equal,
                against: (!since.is_empty()).then(|| since.trim_end_matches('的').to_owned()),
                wording,
            });
        }
        self.drafts.push(draft);
    }
}

/// The year in `2005年的`.
fn stated_year(since: &str) -> Option<i32> {
    let at = since.find('年')?;
    let digits = since[..at].chars().rev().take_while(char::is_ascii_digit).count();
    if digits == 4 { since[at - 4..at].parse().ok() } else { None }
}
