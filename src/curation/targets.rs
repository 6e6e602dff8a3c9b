//! Corrections of targets, and amendments of figures of either sort.

use std::collections::BTreeSet;

use super::apply::{Desk, Outcome, Step};
use super::error::Problem;
use super::figures::only_one;
use super::format::{Amend, Clear, FigureClass, Goal, Select, SetFields, TargetEntry, When};
use crate::facts::{Aim, Award, Deadline, Indicator, Kind, Observation, Origin, Predicate, Target, ThingId};

/// Who may win an honour.
const RECIPIENT: &[Kind] = &[Kind::Place, Kind::Organization, Kind::Project];

impl Desk<'_> {
    /// Adds a target; for an honour also who is to win it.
    pub fn target(&mut self, entry: &TargetEntry) -> Step {
        let recipient = match &entry.goal {
            Goal::Honour { recipient: Some(named), .. } => Some(self.named(RECIPIENT, named)?),
            _ => None,
        };
        let target = Target {
            aim: self.aim(&entry.goal)?,
            deadline: self.deadline(entry.deadline.as_ref()),
            modality: entry.modality.clone(),
            about: self.about(entry.about.as_ref())?,
            part_of: self.whole_target(entry.part_of.as_deref())?,
            evidence: self.found.sentences.clone(),
            origin: Origin::Curation,
        };
        let mut changed = false;
        if let (Some(honour), Some(recipient)) = (target.aim.thing(), recipient) {
            changed = self.state_relation(honour, Predicate::Recipient(Award::Competing), recipient);
        }
        let known = |other: &Target| Target { origin: Origin::Curation, ..other.clone() } == target;
        if !self.facts.targets.iter().any(known) {
            self.facts.targets.push(target);
            changed = true;
        }
        Ok(Outcome::of(changed, || "the target is known".to_owned()))
    }

    fn aim(&self, goal: &Goal) -> Result<Aim, Problem> {
        Ok(match goal {
            Goal::Quantity { indicator, indicator_id, measure, growth } => {
                let quantity = self.quantity(measure, None);
                let unit = quantity.as_ref().map_or("", |quantity| quantity.unit.as_str());
                let change = self.change(growth, None, unit)?;
                Aim::Quantity {
                    indicator: self.indicator(indicator, indicator_id.as_ref()),
                    quantity,
                    change,
                }
            }
            Goal::Milestone { project, state } => {
                Aim::Milestone { project: self.thing(&[Kind::Project], project)?, state: *state }
            }
            Goal::Honour { honour, .. } => Aim::Honour { honour: self.thing(&[Kind::Honour], honour)? },
        })
    }

    /// By when; without a word of it, the end of the planned year.
    fn deadline(&self, entry: Option<&When>) -> Option<Deadline> {
        let planned = || self.facts.report.plan_year.map(Deadline::Year);
        let Some(when) = entry else { return planned() };
        match (&when.wording, when.year) {
            (Some(words), None) => Some(Deadline::Horizon(words.clone())),
            (_, Some(year)) => self.year(year).map(Deadline::Year),
            (None, None) => planned(),
        }
    }

    /// Removes the targets that the entry describes.
    pub fn untarget(&mut self, select: &Select) -> Outcome {
        let gone: BTreeSet<usize> = self.selected_targets(select).into_iter().collect();
        self.facts.remove_targets(&gone);
        Outcome::of(!gone.is_empty(), || "there is no such target".to_owned())
    }

    /// Positions of the targets of the quoted sentences that an entry describes.
    fn selected_targets(&self, select: &Select) -> Vec<usize> {
        let here = self.facts.targets.iter().enumerate();
        here.filter(|(_, target)| self.found.meets(&target.evidence) && self.aims(select, &target.aim))
            .map(|(at, _)| at)
            .collect()
    }

    fn aims(&self, select: &Select, aim: &Aim) -> bool {
        let called = |wanted: &Option<String>, id: ThingId| {
            let thing = &self.facts.things[id.0];
            wanted.as_ref().is_none_or(|wanted| thing.name == *wanted || thing.aliases.contains(wanted))
        };
        let (figure, project) =
            (select.indicator.is_some() || select.value.is_some(), select.project.is_some());
        let (state, honour) = (select.state, select.honour.is_some());
        match aim {
            Aim::Quantity { indicator, quantity, change } => {
                !project
                    && !honour
                    && state.is_none()
                    && select.names(indicator)
                    && select.counts(quantity.as_ref(), change.as_ref())
            }
            Aim::Milestone { project, state: reached } => {
                !figure
                    && !honour
                    && called(&select.project, *project)
                    && state.is_none_or(|state| state == *reached)
            }
            Aim::Honour { honour } => {
                !figure && !project && state.is_none() && called(&select.honour, *honour)
            }
        }
    }

    /// The target of the quoted sentences with that indicator.
    fn whole_target(&self, indicator: Option<&str>) -> Result<Option<usize>, Problem> {
        let Some(name) = indicator else { return Ok(None) };
        let select = Select { indicator: Some(name.to_owned()), ..Select::default() };
        only_one(&self.selected_targets(&select)).map(Some)
    }

    /// Changes fields of the one figure that the entry describes.
    pub fn amend(&mut self, entry: &Amend) -> Step {
        let looks = |class: FigureClass| entry.figure.is_none_or(|wanted| wanted == class);
        let observations = if looks(FigureClass::Observation) {
            self.selected_observations(&entry.select)
        } else {
            Vec::new()
        };
        let targets =
            if looks(FigureClass::Target) { self.selected_targets(&entry.select) } else { Vec::new() };
        match (observations.as_slice(), targets.as_slice()) {
            ([at], []) => self.amend_observation(*at, entry),
            ([], [at]) => self.amend_target(*at, entry),
            ([], []) => Ok(Outcome::Needless("there is no such figure".to_owned())),
            (some, others) => Err(Problem::AmbiguousFigure { count: some.len() + others.len() }),
        }
    }

    fn amend_observation(&mut self, at: usize, entry: &Amend) -> Step {
        let set = &entry.set;
        refuse(set.unfit_for_observation(), "an observation")?;
        let before = self.facts.observations[at].clone();
        let mut new = before.clone();
        for field in &entry.clear {
            match field {
                Clear::Value => new.quantity = None,
                Clear::Change => new.change = None,
                Clear::Rank => new.rankings.clear(),
                Clear::About => new.about = None,
                Clear::PartOf => new.part_of = None,
                Clear::Modality => refuse(Some("modality"), "an observation")?,
                Clear::Deadline => refuse(Some("deadline"), "an observation")?,
            }
        }
        new.indicator = self.amended_indicator(set, &new.indicator);
        new.quantity = self.quantity(&set.measure, new.quantity.as_ref());
        let unit = new.quantity.as_ref().map_or("", |quantity| quantity.unit.as_str());
        new.change = self.change(&set.growth, new.change.as_ref(), unit)?;
        if let Some(ranks) = &set.rank {
            new.rankings = self.rankings(ranks);
        }
        if set.period.is_some() {
            new.period = self.period(set.period.as_ref());
        }
        new.about = self.about(set.about.as_ref())?.or(new.about);
        new.part_of =
            self.whole_observation(set.part_of.as_deref())?.or(new.part_of).filter(|whole| *whole != at);
        if new == before {
            return Ok(Outcome::Needless("the figure has these fields".to_owned()));
        }
        self.facts.observations[at] = Observation { origin: Origin::Curation, ..new };
        Ok(Outcome::Done)
    }

    fn amend_target(&mut self, at: usize, entry: &Amend) -> Step {
        let set = &entry.set;
        refuse(set.unfit_for_target(&self.facts.targets[at].aim), "this target")?;
        let before = self.facts.targets[at].clone();
        let mut new = before.clone();
        for field in &entry.clear {
            match (field, &mut new.aim) {
                (Clear::Value, Aim::Quantity { quantity, .. }) => *quantity = None,
                (Clear::Change, Aim::Quantity { change, .. }) => *change = None,
                (Clear::Value, _) => refuse(Some("value"), "this target")?,
                (Clear::Change, _) => refuse(Some("change"), "this target")?,
                (Clear::Rank, _) => refuse(Some("rank"), "a target")?,
                (Clear::About, _) => new.about = None,
                (Clear::Modality, _) => new.modality = None,
                (Clear::Deadline, _) => new.deadline = None,
                (Clear::PartOf, _) => new.part_of = None,
            }
        }
        new.aim = self.amended_aim(set, new.aim)?;
        if set.deadline.is_some() {
            new.deadline = self.deadline(set.deadline.as_ref());
        }
        new.modality = set.modality.clone().or(new.modality);
        new.about = self.about(set.about.as_ref())?.or(new.about);
        new.part_of = self.whole_target(set.part_of.as_deref())?.or(new.part_of).filter(|whole| *whole != at);
        if new == before {
            return Ok(Outcome::Needless("the target has these fields".to_owned()));
        }
        self.facts.targets[at] = Target { origin: Origin::Curation, ..new };
        Ok(Outcome::Done)
    }

    fn amended_aim(&self, set: &SetFields, read: Aim) -> Result<Aim, Problem> {
        Ok(match read {
            Aim::Quantity { indicator, quantity, change } => {
                let quantity = self.quantity(&set.measure, quantity.as_ref());
                let unit = quantity.as_ref().map_or("", |quantity| quantity.unit.as_str());
                let change = self.change(&set.growth, change.as_ref(), unit)?;
                Aim::Quantity { indicator: self.amended_indicator(set, &indicator), quantity, change }
            }
            Aim::Milestone { project, state } => {
                let named =
                    set.project.as_ref().map(|name| self.thing(&[Kind::Project], name)).transpose()?;
                Aim::Milestone { project: named.unwrap_or(project), state: set.state.unwrap_or(state) }
            }
            Aim::Honour { honour } => {
                let named = set.honour.as_ref().map(|name| self.thing(&[Kind::Honour], name)).transpose()?;
                Aim::Honour { honour: named.unwrap_or(honour) }
            }
        })
    }

    fn amended_indicator(&self, set: &SetFields, read: &Indicator) -> Indicator {
        match (&set.indicator, &set.indicator_id) {
            (Some(name), id) => self.indicator(name, id.as_ref()),
            (None, Some(id)) => Indicator { id: Some(id.clone()), ..read.clone() },
            (None, None) => read.clone(),
        }
    }
}

impl SetFields {
    /// A field that is set and that no observation has.
    fn unfit_for_observation(&self) -> Option<&'static str> {
        first_set(&[
            ("deadline", self.deadline.is_some()),
            ("modality", self.modality.is_some()),
            ("state", self.state.is_some()),
            ("project", self.project.is_some()),
            ("honour", self.honour.is_some()),
        ])
    }

    /// A field that is set and that a target with this aim does not have.
    fn unfit_for_target(&self, aim: &Aim) -> Option<&'static str> {
        let (milestone, honour) = (matches!(aim, Aim::Milestone { .. }), matches!(aim, Aim::Honour { .. }));
        let quantity = !milestone && !honour;
        first_set(&[
            ("period", self.period.is_some()),
            ("rank", self.rank.is_some()),
            ("indicator", !quantity && (self.indicator.is_some() || self.indicator_id.is_some())),
            ("value", !quantity && self.measure != super::format::Measure::default()),
            ("change", !quantity && self.growth != super::format::Growth::default()),
            ("state", !milestone && self.state.is_some()),
            ("project", !milestone && self.project.is_some()),
            ("honour", !honour && self.honour.is_some()),
        ])
    }
}

fn first_set(fields: &[(&'static str, bool)]) -> Option<&'static str> {
    fields.iter().find(|(_, set)| *set).map(|(field, _)| *field)
}

fn refuse(field: Option<&'static str>, figure: &'static str) -> Result<(), Problem> {
    match field {
        None => Ok(()),
        Some(field) => Err(Problem::WrongField { field, figure }),
    }
}
