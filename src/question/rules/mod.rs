//! How plans are proposed: one rule for each kind of question.
//!
//! A rule looks for the signals of its kind, makes a plan and says which words it took account of. Of all
//! proposals the one that leaves the fewest words over wins; only one that leaves none is carried out.

mod bodies;
mod clauses;
mod figures;
mod honours;
mod mentions;
mod places;
mod projects;
mod quotes;
mod restrictions;

pub(super) use quotes::passage;

use super::case::{Account, Case, Proposal};
use super::index::Class;
use super::linking::Meant;
use super::plan::Plan;
use super::tokens::Kind;
use super::words::{Sense, Tag};

/// A rule.
type Rule = fn(&Case) -> Option<Proposal>;

/// The rules, the more particular first: of two proposals that leave equally much, the first wins.
const RULES: &[Rule] = &[
    mentions::mentions,
    honours::honours,
    figures::figures,
    projects::states,
    bodies::participants,
    bodies::involvement,
    places::location,
    places::containers,
    places::contained,
    projects::projects,
    bodies::organizations,
    mentions::named,
];

/// The best proposal for a question.
#[must_use]
pub fn best(case: &Case) -> Option<Proposal> {
    if let Some(listed) = clauses::listed(case) {
        return Some(listed);
    }
    let joint = alone(case);
    clauses::several(case, joint.as_ref()).or(joint)
}

/// The best proposal for a question of one clause.
fn alone(case: &Case) -> Option<Proposal> {
    let proposals = RULES.iter().filter_map(|rule| rule(case));
    let best = proposals.min_by_key(|proposal| (proposal.left.len(), proposal.empty));
    let best = best.map(|proposal| if case.reading.has(Tag::HowMany) { counted(proposal) } else { proposal });
    match best {
        Some(full) if full.left.is_empty() && !full.empty => Some(full),
        // Where the graph holds no fact, a passage may still say everything that was asked.
        partial => quotes::quotes(case).or(partial),
    }
}

/// `多少个项目`: of a plan that lists things their number is asked for.
fn counted(mut proposal: Proposal) -> Proposal {
    let lists = matches!(
        proposal.plan,
        Plan::Projects(_)
            | Plan::Honours(_)
            | Plan::Contained { .. }
            | Plan::Organizations { .. }
            | Plan::Participants { .. }
    );
    if lists {
        proposal.plan = Plan::Counted(Box::new(proposal.plan));
    }
    proposal
}

/// Everything that can be named except figures and titles.
const WORKS: [Class; 4] = [Class::Project, Class::Place, Class::Organization, Class::Programme];

impl Case<'_> {
    /// The pieces that a rule has not taken and that can only be a name.
    fn open(&self, account: &Account) -> Vec<usize> {
        (0..self.reading.tokens.len())
            .filter(|&piece| !account.has(piece) && self.is_content(piece))
            .collect()
    }

    /// Whether a word or mark between two pieces joins them in a list.
    fn joined(&self, first: usize, second: usize) -> bool {
        let joins = |piece: usize| self.reading.senses().any(|of| of == (piece, &Sense::Tag(Tag::Joins)));
        let (Some(before), Some(after)) = (self.reading.tokens.get(first), self.reading.tokens.get(second))
        else {
            return false;
        };
        (first + 1..second).any(joins)
            || self.reading.between(before.end, after.begin).contains(['、', '/', '／'])
    }

    /// Whether a thing of the index is a place.
    fn is_place(&self, thing: usize) -> bool {
        self.index.things.get(thing).is_some_and(|thing| thing.class == Class::Place)
    }

    /// Whether a piece names, rather than saying a field or a type.
    fn is_particular(&self, piece: usize) -> bool {
        self.reading.tokens.get(piece).is_some_and(|token| match &token.kind {
            Kind::Name(_) | Kind::Unknown => true,
            Kind::Word(senses) => senses.iter().any(|sense| matches!(sense, Sense::Gloss(_))),
            Kind::Year(_) => false,
        })
    }

    /// Whether a word follows other words: right behind a name it is part of that name (`北京大学`).
    fn is_asked(&self, piece: usize) -> bool {
        let before = piece.checked_sub(1).and_then(|before| self.reading.tokens.get(before));
        before.is_none_or(|token| matches!(token.kind, Kind::Word(_)))
    }

    /// The projects that the untaken words mean, their pieces taken. Words that only name a place mean no
    /// projects by it, where several have it in their names: what is in the place is asked for otherwise.
    fn take_projects(&self, account: &mut Account) -> Meant {
        let meant = self.meant(&[Class::Project], &self.open(account));
        let only_place = |&piece: &usize| {
            matches!(self.reading.tokens.get(piece).map(|token| &token.kind),
                Some(Kind::Name(things)) if things.iter().all(|&thing| self.is_place(thing)))
        };
        if meant.things.len() > 1 && meant.pieces.iter().all(only_place) {
            return Meant::default();
        }
        account.take_all(&meant.pieces);
        meant
    }

    /// The things that pieces mean, those of a list (`首钢和京能`) each for itself.
    fn meant_each(&self, classes: &[Class], pieces: &[usize]) -> Meant {
        let mut segments: Vec<Vec<usize>> = Vec::new();
        for &piece in pieces {
            match segments.last_mut() {
                Some(segment) if !segment.last().is_some_and(|&last| self.joined(last, piece)) => {
                    segment.push(piece);
                }
                _ => segments.push(vec![piece]),
            }
        }
        let mut all = Meant::default();
        for meant in segments.iter().map(|segment| self.meant(classes, segment)) {
            all.things.extend(meant.things);
            all.pieces.extend(meant.pieces);
        }
        all
    }

    /// The things of some classes that the untaken words mean, their pieces taken.
    fn take_meant(&self, account: &mut Account, classes: &[Class]) -> Meant {
        let meant = self.meant(classes, &self.open(account));
        account.take_all(&meant.pieces);
        meant
    }
}
