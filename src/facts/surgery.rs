//! Removing and uniting items of [`Facts`] so that every id still means what it meant.

use std::collections::{BTreeMap, BTreeSet};

use super::{Aim, Facts, Origin, Predicate, Relation, SentenceId, State, StatusReport, ThingId};

impl Facts {
    /// Removes things with all that is said of them: relations, statuses, milestones, honours to be won.
    /// Figures about them stay, and are about the report's area then. Ids beyond the number of things are
    /// ignored.
    pub fn remove_things(&mut self, gone: &BTreeSet<ThingId>) {
        let kept = kept_positions(self.things.len(), |at| gone.contains(&ThingId(at)));
        self.remap_things(|ThingId(at)| kept.get(at).copied().flatten().map(ThingId));
        retain_positions(&mut self.things, &kept);
    }

    /// Makes one thing of two: `gone`'s names, mentions and all that is said of it pass to `into`, and
    /// what `into` does not state (subtype, code, year, level) is taken from it. A relation that would
    /// then hold between a thing and itself is removed. Nothing happens where the two are one.
    pub fn merge_things(&mut self, gone: ThingId, into: ThingId) {
        if gone == into || into.0 >= self.things.len() || gone.0 >= self.things.len() {
            return;
        }
        let from = self.things[gone.0].clone();
        let thing = &mut self.things[into.0];
        thing.mentions.extend(from.mentions);
        thing.mentions.sort();
        thing.mentions.dedup();
        thing.subtype = thing.subtype.take().or(from.subtype);
        thing.code = thing.code.take().or(from.code);
        thing.year = thing.year.or(from.year);
        thing.level = thing.level.take().or(from.level);
        thing.aliases.extend(from.aliases);
        thing.aliases.push(from.name);
        tidy_aliases(&mut thing.aliases, &thing.name);
        self.remap_things(|id| Some(if id == gone { into } else { id }));
        self.relations.retain(|relation| relation.subject != relation.object);
        self.remove_things(&BTreeSet::from([gone]));
    }

    /// Removes observations by position; a figure that broke down a removed one stands alone then.
    pub fn remove_observations(&mut self, gone: &BTreeSet<usize>) {
        let kept = kept_positions(self.observations.len(), |at| gone.contains(&at));
        for observation in &mut self.observations {
            observation.part_of = observation.part_of.and_then(|whole| kept.get(whole).copied().flatten());
        }
        retain_positions(&mut self.observations, &kept);
    }

    /// Removes targets by position; a target that broke down a removed one stands alone then.
    pub fn remove_targets(&mut self, gone: &BTreeSet<usize>) {
        let kept = kept_positions(self.targets.len(), |at| gone.contains(&at));
        for target in &mut self.targets {
            target.part_of = target.part_of.and_then(|whole| kept.get(whole).copied().flatten());
        }
        retain_positions(&mut self.targets, &kept);
    }

    /// Unites relations that are the same triple, and statuses that are the same statement: the first
    /// stays where it stands and gets the evidence of all.
    pub fn unite_duplicates(&mut self) {
        let mut relations: BTreeMap<(ThingId, Predicate, ThingId), usize> = BTreeMap::new();
        let mut united: Vec<Relation> = Vec::with_capacity(self.relations.len());
        for relation in std::mem::take(&mut self.relations) {
            let at = *relations
                .entry((relation.subject, relation.predicate, relation.object))
                .or_insert(united.len());
            match united.get_mut(at) {
                None => united.push(relation),
                Some(first) => {
                    unite(&mut first.evidence, &mut first.origin, &relation.evidence, relation.origin)
                }
            }
        }
        self.relations = united;

        let mut statuses: BTreeMap<(ThingId, State, Option<i32>), usize> = BTreeMap::new();
        let mut united: Vec<StatusReport> = Vec::with_capacity(self.statuses.len());
        for status in std::mem::take(&mut self.statuses) {
            let at = *statuses.entry((status.project, status.state, status.year)).or_insert(united.len());
            match united.get_mut(at) {
                None => united.push(status),
                Some(first) => unite(&mut first.evidence, &mut first.origin, &status.evidence, status.origin),
            }
        }
        self.statuses = united;
    }

    /// The first id that points nowhere, in words; None in facts that are whole.
    #[must_use]
    pub fn dangling(&self) -> Option<String> {
        let thing = |id: ThingId, of: &str| {
            (id.0 >= self.things.len()).then(|| format!("{of} refers to thing {}", id.0))
        };
        let sentence = |ids: &[SentenceId], of: &str| {
            let lost = ids.iter().find(|id| id.0 >= self.sentences.len())?;
            Some(format!("{of} refers to sentence {}", lost.0))
        };
        let part = |whole: Option<usize>, at: usize, len: usize, of: &str| {
            whole
                .filter(|whole| *whole >= len || *whole == at)
                .map(|whole| format!("{of} is part of {whole}"))
        };
        let mentions = self.things.iter().flat_map(|thing| &thing.mentions);
        mentions
            .filter_map(|mention| sentence(&[mention.sentence], "a mention"))
            .chain(self.relations.iter().filter_map(|relation| {
                thing(relation.subject, "a relation")
                    .or_else(|| thing(relation.object, "a relation"))
                    .or_else(|| sentence(&relation.evidence, "a relation"))
            }))
            .chain(self.statuses.iter().filter_map(|status| {
                thing(status.project, "a status").or_else(|| sentence(&status.evidence, "a status"))
            }))
            .chain(self.observations.iter().enumerate().filter_map(|(at, observation)| {
                let lost = observation.about.and_then(|about| thing(about, "an observation"));
                lost.or_else(|| part(observation.part_of, at, self.observations.len(), "an observation"))
                    .or_else(|| sentence(&observation.evidence, "an observation"))
            }))
            .chain(self.targets.iter().enumerate().filter_map(|(at, target)| {
                let lost = target.about.and_then(|about| thing(about, "a target"));
                lost.or_else(|| target.aim.thing().and_then(|aim| thing(aim, "a target's aim")))
                    .or_else(|| part(target.part_of, at, self.targets.len(), "a target"))
                    .or_else(|| sentence(&target.evidence, "a target"))
            }))
            .next()
    }

    /// Gives every reference to a thing its new id; what refers to a thing without one is removed, or
    /// forgets it where it can stand without.
    fn remap_things(&mut self, new: impl Fn(ThingId) -> Option<ThingId>) {
        self.relations.retain_mut(|relation| match (new(relation.subject), new(relation.object)) {
            (Some(subject), Some(object)) => {
                (relation.subject, relation.object) = (subject, object);
                true
            }
            _ => false,
        });
        self.statuses.retain_mut(|status| new(status.project).map(|id| status.project = id).is_some());
        for observation in &mut self.observations {
            observation.about = observation.about.and_then(&new);
        }
        let mut aimless = BTreeSet::new();
        for (at, target) in self.targets.iter_mut().enumerate() {
            target.about = target.about.and_then(&new);
            if let Some(aim) = target.aim.thing_mut() {
                match new(*aim) {
                    Some(id) => *aim = id,
                    None => {
                        aimless.insert(at);
                    }
                }
            }
        }
        if !aimless.is_empty() {
            self.remove_targets(&aimless);
        }
    }
}

impl Aim {
    /// The project or honour that is aimed at.
    #[must_use]
    pub const fn thing(&self) -> Option<ThingId> {
        match self {
            Self::Quantity { .. } => None,
            Self::Milestone { project, .. } => Some(*project),
            Self::Honour { honour } => Some(*honour),
        }
    }

    const fn thing_mut(&mut self) -> Option<&mut ThingId> {
        match self {
            Self::Quantity { .. } => None,
            Self::Milestone { project, .. } => Some(project),
            Self::Honour { honour } => Some(honour),
        }
    }
}

/// Sorted, each once, without the name itself.
pub(crate) fn tidy_aliases(aliases: &mut Vec<String>, name: &str) {
    aliases.retain(|alias| alias != name);
    aliases.sort();
    aliases.dedup();
}

/// Sorted, each once.
pub(crate) fn add_evidence(evidence: &mut Vec<SentenceId>, more: &[SentenceId]) {
    evidence.extend_from_slice(more);
    evidence.sort();
    evidence.dedup();
}

/// The new position of each item, None for those that go.
fn kept_positions(len: usize, gone: impl Fn(usize) -> bool) -> Vec<Option<usize>> {
    let mut next = 0..;
    (0..len).map(|at| if gone(at) { None } else { next.next() }).collect()
}

fn retain_positions<T>(items: &mut Vec<T>, kept: &[Option<usize>]) {
    let mut keep = kept.iter().map(Option::is_some);
    items.retain(|_| keep.next().unwrap_or(true));
}

fn unite(evidence: &mut Vec<SentenceId>, origin: &mut Origin, more: &[SentenceId], other: Origin) {
    add_evidence(evidence, more);
    // A reviewer's word stands above the rules', and the text above the gazetteer.
    let weight = |origin: Origin| match origin {
        Origin::Curation => 2,
        Origin::Extraction => 1,
        Origin::Gazetteer => 0,
    };
    if weight(other) > weight(*origin) {
        *origin = other;
    }
}
