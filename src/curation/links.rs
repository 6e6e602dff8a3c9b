//! Corrections of what holds between things, and of the states of projects.

use super::apply::{Desk, Outcome, Step};
use super::format::{Link, Relation as Entry, StatusEntry};
use crate::facts::add_evidence;
use crate::facts::{Award, Kind, Origin, Predicate, Relation, Role, SentenceId, StatusReport, ThingId};

/// The classes that the subject and the object of a relation may have.
pub(super) const fn classes(link: Link) -> (&'static [Kind], &'static [Kind]) {
    use Kind::{Honour, Organization, Place, Programme, Project};
    match link {
        Link::LocatedIn => (&[Project], &[Place]),
        Link::Within => (&[Place], &[Place]),
        Link::Participant => (&[Project], &[Organization]),
        Link::PartOf => (&[Project, Programme], &[Programme, Project]),
        Link::Recipient => (&[Honour], &[Place, Organization, Project]),
        Link::AwardedBy => (&[Honour], &[Organization]),
    }
}

impl From<Predicate> for Link {
    fn from(predicate: Predicate) -> Self {
        match predicate {
            Predicate::LocatedIn => Self::LocatedIn,
            Predicate::Within => Self::Within,
            Predicate::Participant(_) => Self::Participant,
            Predicate::PartOf => Self::PartOf,
            Predicate::Recipient(_) => Self::Recipient,
            Predicate::AwardedBy => Self::AwardedBy,
        }
    }
}

impl Entry {
    /// The relation that the entry states, with the qualifiers that it leaves out.
    fn predicate(&self) -> Predicate {
        match self.predicate {
            Link::LocatedIn => Predicate::LocatedIn,
            Link::Within => Predicate::Within,
            Link::Participant => Predicate::Participant(self.role.unwrap_or(Role::Participant)),
            Link::PartOf => Predicate::PartOf,
            Link::Recipient => Predicate::Recipient(self.award.unwrap_or(Award::Received)),
            Link::AwardedBy => Predicate::AwardedBy,
        }
    }

    /// Whether the entry means a relation; a qualifier that it leaves out may be any.
    fn means(&self, predicate: Predicate) -> bool {
        match predicate {
            Predicate::Participant(role) if self.role.is_some_and(|wanted| wanted != role) => false,
            Predicate::Recipient(award) if self.award.is_some_and(|wanted| wanted != award) => false,
            _ => Link::from(predicate) == self.predicate,
        }
    }
}

impl Desk<'_> {
    /// States a relation, or adds the quoted sentences to its evidence.
    pub fn relate(&mut self, entry: &Entry) -> Step {
        let (subjects, objects) = classes(entry.predicate);
        let subject = self.named(subjects, &entry.subject)?;
        let object = self.named(objects, &entry.object)?;
        let changed = self.state_relation(subject, entry.predicate(), object);
        Ok(Outcome::of(changed, || "the relation is known from this sentence".to_owned()))
    }

    /// Whether that changed anything.
    pub fn state_relation(&mut self, subject: ThingId, predicate: Predicate, object: ThingId) -> bool {
        let same = |known: &&mut Relation| {
            (known.subject, known.predicate, known.object) == (subject, predicate, object)
        };
        match self.facts.relations.iter_mut().find(same) {
            Some(known) => add_found(&mut known.evidence, &mut known.origin, &self.found.sentences),
            None => {
                let evidence = self.found.sentences.clone();
                self.facts.relations.push(Relation {
                    subject,
                    predicate,
                    object,
                    evidence,
                    origin: Origin::Curation,
                });
                true
            }
        }
    }

    /// Takes a relation back, whatever its evidence.
    pub fn unrelate(&mut self, entry: &Entry) -> Step {
        let (subjects, objects) = classes(entry.predicate);
        let subject = self.look_up_named(subjects, &entry.subject)?;
        let object = self.look_up_named(objects, &entry.object)?;
        let before = self.facts.relations.len();
        self.facts.relations.retain(|known| {
            let ends = Some(known.subject) == subject && Some(known.object) == object;
            !(ends && entry.means(known.predicate))
        });
        Ok(Outcome::of(self.facts.relations.len() < before, || "there is no such relation".to_owned()))
    }

    /// States a project's state, or adds the quoted sentences to its evidence.
    pub fn status(&mut self, entry: &StatusEntry) -> Step {
        let project = self.thing(&[Kind::Project], &entry.project)?;
        let year = entry.year.map_or_else(|| self.year_here(), |year| self.year(year));
        let same = |known: &&mut StatusReport| {
            (known.project, known.state, known.year) == (project, entry.state, year)
        };
        let changed = match self.facts.statuses.iter_mut().find(same) {
            Some(known) => add_found(&mut known.evidence, &mut known.origin, &self.found.sentences),
            None => {
                let evidence = self.found.sentences.clone();
                let (state, origin) = (entry.state, Origin::Curation);
                self.facts.statuses.push(StatusReport { project, state, year, evidence, origin });
                true
            }
        };
        Ok(Outcome::of(changed, || "the state is known from this sentence".to_owned()))
    }

    /// Takes a state back, whatever its evidence.
    pub fn unstatus(&mut self, entry: &StatusEntry) -> Step {
        let project = self.look_up(&[Kind::Project], &entry.project)?;
        let year = entry.year.map(|year| self.year(year));
        let before = self.facts.statuses.len();
        self.facts.statuses.retain(|known| {
            let same = Some(known.project) == project && known.state == entry.state;
            !(same && year.is_none_or(|year| year == known.year))
        });
        Ok(Outcome::of(self.facts.statuses.len() < before, || "there is no such state".to_owned()))
    }
}

/// Adds sentences to the evidence of a known statement; whether any was new.
fn add_found(evidence: &mut Vec<SentenceId>, origin: &mut Origin, found: &[SentenceId]) -> bool {
    let before = evidence.len();
    add_evidence(evidence, found);
    let changed = evidence.len() > before;
    if changed {
        *origin = Origin::Curation;
    }
    changed
}
