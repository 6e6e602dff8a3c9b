//! Corrections of reported figures, and what they share with those of targets.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::apply::{Desk, Outcome, Step};
use super::error::Problem;
use super::format::{Growth, Measure, Named, Observe, Rank, Select, When};
use super::quote::fold;
use crate::facts::{
    Aim, Change, ChangeKind, Comparator, Indicator, Kind, Observation, Origin, Period, Quantity, Ranking,
    SentenceId, ThingId,
};

/// What a figure may be about.
const ABOUT: &[Kind] = &[Kind::Place, Kind::Organization, Kind::Project];

impl Desk<'_> {
    /// Adds a reported figure.
    pub fn observe(&mut self, entry: &Observe) -> Step {
        let quantity = self.quantity(&entry.measure, None);
        let unit = quantity.as_ref().map_or("", |quantity| quantity.unit.as_str());
        let observation = Observation {
            indicator: self.indicator(&entry.indicator, entry.indicator_id.as_ref()),
            change: self.change(&entry.growth, None, unit)?,
            quantity,
            period: self.period(entry.period.as_ref()),
            rankings: self.rankings(&entry.rank),
            about: self.about(entry.about.as_ref())?,
            part_of: self.whole_observation(entry.part_of.as_deref())?,
            evidence: self.found.sentences.clone(),
            origin: Origin::Curation,
        };
        let known =
            |other: &Observation| Observation { origin: Origin::Curation, ..other.clone() } == observation;
        if self.facts.observations.iter().any(known) {
            return Ok(Outcome::Needless("the figure is known".to_owned()));
        }
        self.facts.observations.push(observation);
        Ok(Outcome::Done)
    }

    /// Removes the reported figures that the entry describes.
    pub fn unobserve(&mut self, select: &Select) -> Outcome {
        let gone: BTreeSet<usize> = self.selected_observations(select).into_iter().collect();
        self.facts.remove_observations(&gone);
        Outcome::of(!gone.is_empty(), || "there is no such figure".to_owned())
    }

    /// Positions of the reported figures of the quoted sentences that an entry describes.
    pub fn selected_observations(&self, select: &Select) -> Vec<usize> {
        if select.project.is_some() || select.honour.is_some() || select.state.is_some() {
            return Vec::new();
        }
        let here = self.facts.observations.iter().enumerate();
        here.filter(|(_, observation)| self.found.meets(&observation.evidence))
            .filter(|(_, observation)| select.names(&observation.indicator))
            .filter(|(_, observation)| {
                select.counts(observation.quantity.as_ref(), observation.change.as_ref())
            })
            .map(|(at, _)| at)
            .collect()
    }

    /// The figure of the quoted sentences with that indicator.
    pub fn whole_observation(&self, indicator: Option<&str>) -> Result<Option<usize>, Problem> {
        let Some(name) = indicator else { return Ok(None) };
        let select = Select { indicator: Some(name.to_owned()), ..Select::default() };
        only_one(&self.selected_observations(&select)).map(Some)
    }

    /// An indicator; its id is that of its namesake among the facts where none is given.
    pub fn indicator(&self, name: &str, id: Option<&String>) -> Indicator {
        let observed = self.facts.observations.iter().map(|observation| &observation.indicator);
        let targeted = self.facts.targets.iter().filter_map(|target| match &target.aim {
            Aim::Quantity { indicator, .. } => Some(indicator),
            Aim::Milestone { .. } | Aim::Honour { .. } => None,
        });
        let namesake = || observed.chain(targeted).find(|known| known.name == name && known.id.is_some());
        Indicator {
            name: name.to_owned(),
            id: id.cloned().or_else(|| namesake().and_then(|known| known.id.clone())),
        }
    }

    /// The level that an entry states, upon what was read; None where neither says any.
    pub fn quantity(&self, entry: &Measure, read: Option<&Quantity>) -> Option<Quantity> {
        if *entry == Measure::default() {
            return read.cloned();
        }
        let mut quantity = read.cloned().unwrap_or_default();
        if let Some(value) = entry.value {
            (quantity.value, quantity.min, quantity.max) = (Some(value.0), None, None);
        }
        if entry.min.is_some() || entry.max.is_some() {
            quantity.value = entry.value.map(|value| value.0);
            quantity.min = entry.min.map_or(quantity.min, |min| Some(min.0));
            quantity.max = entry.max.map_or(quantity.max, |max| Some(max.0));
            quantity.comparator = Comparator::Range;
        } else if quantity.comparator == Comparator::Range && entry.value.is_some() {
            quantity.comparator = Comparator::Equal;
        }
        quantity.comparator = entry.comparator.unwrap_or(quantity.comparator);
        quantity.unit = entry.unit.clone().unwrap_or(quantity.unit);
        if !read.is_some_and(|read| same_level(read, &quantity)) {
            // What was worked out from the old level, and its words, hold no longer.
            (quantity.base_value, quantity.base_unit) = (None, None);
            quantity.wording = self.wording(quantity.value, &quantity.unit);
        }
        quantity.base_value = entry.base_value.map_or(quantity.base_value, |base| Some(base.0));
        quantity.base_unit = entry.base_unit.clone().or(quantity.base_unit);
        quantity.wording = entry.wording.clone().unwrap_or(quantity.wording);
        Some(quantity)
    }

    /// Value and unit where the quoted sentences have them in one piece, else the quote.
    fn wording(&self, value: Option<Decimal>, unit: &str) -> String {
        let short = value.map(|value| format!("{value}{unit}")).unwrap_or_default();
        let wanted = fold(&short);
        let has = |id: &SentenceId| {
            let text = fold(&self.facts.sentences[id.0].quoted);
            text.windows(wanted.len()).any(|part| part == wanted)
        };
        let found = !wanted.is_empty() && self.found.sentences.iter().any(has);
        if found { short } else { self.quote_words() }
    }

    /// The change that an entry states, upon what was read.
    pub fn change(
        &self,
        entry: &Growth,
        read: Option<&Change>,
        unit: &str,
    ) -> Result<Option<Change>, Problem> {
        if *entry == Growth::default() {
            return Ok(read.cloned());
        }
        let value = entry.change.map(|change| change.0).or(read.map(|change| change.value));
        let value = value.ok_or_else(|| Problem::MissingKey {
            place: "a change".to_owned(),
            needed: "`change`, its value".to_owned(),
        })?;
        let kind = entry.change_kind.or(read.map(|change| change.kind)).unwrap_or(ChangeKind::Relative);
        let read_unit = read.filter(|_| entry.change_kind.is_none()).map(|change| change.unit.clone());
        let usual_unit = || match kind {
            ChangeKind::Relative => "%".to_owned(),
            ChangeKind::Absolute => unit.to_owned(),
            ChangeKind::Ratio => "倍".to_owned(),
        };
        let read_wording = read.filter(|_| entry.change.is_none()).map(|change| change.wording.clone());
        Ok(Some(Change {
            value,
            unit: entry.change_unit.clone().or(read_unit).unwrap_or_else(usual_unit),
            kind,
            comparator: entry.change_comparator.or(read.map(|change| change.comparator)).unwrap_or_default(),
            against: entry.against.clone().or_else(|| read.and_then(|change| change.against.clone())),
            wording: entry.change_wording.clone().or(read_wording).unwrap_or_else(|| self.quote_words()),
        }))
    }

    /// The time that an entry states; without one, the year of this half of the report.
    pub fn period(&self, entry: Option<&When>) -> Period {
        match entry {
            None => Period { year: self.year_here(), wording: None },
            Some(when) => {
                Period { year: when.year.and_then(|year| self.year(year)), wording: when.wording.clone() }
            }
        }
    }

    pub fn rankings(&self, entries: &[Rank]) -> Vec<Ranking> {
        let ranking = |entry: &Rank| Ranking {
            position: entry.position,
            scope: entry.scope.clone(),
            of: entry.of,
            aspect: entry.aspect.clone(),
            wording: entry.wording.clone().unwrap_or_else(|| self.quote_words()),
        };
        entries.iter().map(ranking).collect()
    }

    pub fn about(&self, entry: Option<&Named>) -> Result<Option<ThingId>, Problem> {
        entry.map(|named| self.named(ABOUT, named)).transpose()
    }
}

impl Select {
    /// Whether the indicator is the one meant, by name or id.
    pub(super) fn names(&self, indicator: &Indicator) -> bool {
        self.indicator
            .as_ref()
            .is_none_or(|wanted| *wanted == indicator.name || Some(wanted) == indicator.id.as_ref())
    }

    /// Whether the value is the one meant: the level, an end of the range, or the change where there is
    /// neither.
    pub(super) fn counts(&self, quantity: Option<&Quantity>, change: Option<&Change>) -> bool {
        let Some(wanted) = self.value.map(|value| value.0) else { return true };
        let levels =
            quantity.map(|quantity| [quantity.value, quantity.min, quantity.max]).unwrap_or_default();
        if levels.iter().all(Option::is_none) {
            return change.is_some_and(|change| change.value == wanted);
        }
        levels.contains(&Some(wanted))
    }
}

/// Whether two quantities state the same number in the same unit.
fn same_level(a: &Quantity, b: &Quantity) -> bool {
    (a.value, a.min, a.max, &a.unit) == (b.value, b.min, b.max, &b.unit)
}

/// The one figure selected.
pub(super) fn only_one(selected: &[usize]) -> Result<usize, Problem> {
    match selected {
        [one] => Ok(*one),
        several => Err(Problem::AmbiguousFigure { count: several.len() }),
    }
}
