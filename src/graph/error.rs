//! Facts that cannot be mapped, because they refer to what is not there.

use crate::facts::{Aim, Facts, SentenceId, ThingId};

/// A reference that leads nowhere. Extraction makes none; a hand-written file of facts may.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{holder} {position} refers to {wanted} {index}, but there are only {count} (counted from 0): \
     add what is missing or correct the number"
)]
pub struct Error {
    holder: &'static str,
    position: usize,
    wanted: &'static str,
    index: usize,
    count: usize,
}

/// One item of a list of facts, and the means to check what it refers to.
struct Item<'a> {
    facts: &'a Facts,
    holder: &'static str,
    position: usize,
}

impl Item<'_> {
    fn check(&self, wanted: &'static str, index: usize, count: usize) -> Result<(), Error> {
        if index < count {
            return Ok(());
        }
        Err(Error { holder: self.holder, position: self.position, wanted, index, count })
    }

    fn things(&self, ids: impl IntoIterator<Item = ThingId>) -> Result<(), Error> {
        ids.into_iter().try_for_each(|id| self.check("thing", id.0, self.facts.things.len()))
    }

    fn sentences(&self, ids: impl IntoIterator<Item = SentenceId>) -> Result<(), Error> {
        ids.into_iter().try_for_each(|id| self.check("sentence", id.0, self.facts.sentences.len()))
    }
}

/// Makes sure that every id in `facts` is a position that exists, so that the mapping may index freely.
pub(super) fn check_references(facts: &Facts) -> Result<(), Error> {
    let item = |holder, position| Item { facts, holder, position };
    for (position, thing) in facts.things.iter().enumerate() {
        item("thing", position).sentences(thing.mentions.iter().map(|mention| mention.sentence))?;
    }
    for (position, relation) in facts.relations.iter().enumerate() {
        let item = item("relation", position);
        item.things([relation.subject, relation.object])?;
        item.sentences(relation.evidence.iter().copied())?;
    }
    for (position, status) in facts.statuses.iter().enumerate() {
        let item = item("status", position);
        item.things([status.project])?;
        item.sentences(status.evidence.iter().copied())?;
    }
    for (position, observation) in facts.observations.iter().enumerate() {
        let item = item("observation", position);
        item.things(observation.about)?;
        item.sentences(observation.evidence.iter().copied())?;
        observation
            .part_of
            .map_or(Ok(()), |whole| item.check("observation", whole, facts.observations.len()))?;
    }
    for (position, target) in facts.targets.iter().enumerate() {
        let item = item("target", position);
        item.things(target.about)?;
        item.things(aim_thing(&target.aim))?;
        item.sentences(target.evidence.iter().copied())?;
        target.part_of.map_or(Ok(()), |whole| item.check("target", whole, facts.targets.len()))?;
    }
    Ok(())
}

fn aim_thing(aim: &Aim) -> Option<ThingId> {
    match aim {
        Aim::Quantity { .. } => None,
        Aim::Milestone { project: thing, .. } | Aim::Honour { honour: thing } => Some(*thing),
    }
}
