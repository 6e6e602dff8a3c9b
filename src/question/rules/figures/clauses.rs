//! Figures asked for in several clauses: `小院累计多少家，盘活闲置农宅多少处`.

use std::collections::BTreeSet;
use std::ops::Range;

use oxigraph::model::NamedNode;

use super::{figures, sorted};
use crate::question::case::{Case, Proposal};
use crate::question::plan::{Aspect, Figures, Plan};
use crate::question::words::Tag;

/// The figures that several clauses ask for, one after the other; what a clause does not name is what the
/// first names.
pub(in crate::question::rules) fn together(case: &Case, clauses: &[Range<usize>]) -> Option<Proposal> {
    let mut whole: Option<(Proposal, Figures)> = None;
    for clause in clauses {
        let proposal = of_clause(case, clause, clauses.first()?)?;
        add_to(&mut whole, case, proposal)?;
    }
    let (proposal, plan) = whole?;
    Some(Proposal { plan: Plan::Figures(plan), ..proposal })
}

/// The longest list that is read.
const MEMBERS: usize = 6;

/// The figures that a list asks for (`A和B分别是多少`), each looked for without the others' names.
pub(in crate::question::rules) fn listed(case: &Case) -> Option<Proposal> {
    let segments = segments(case);
    if !(2..=MEMBERS).contains(&segments.len()) {
        return None;
    }
    let mut whole: Option<(Proposal, Figures)> = None;
    for own in &segments {
        let others: Vec<usize> = segments.iter().filter(|other| *other != own).flatten().copied().collect();
        let mut reading = case.reading.clone();
        let kept = case.reading.tokens.iter().enumerate().filter(|(piece, _)| !others.contains(piece));
        reading.tokens = kept.map(|(_, token)| token.clone()).collect();
        add_to(&mut whole, case, full(&Case { reading: &reading, ..*case })?)?;
    }
    let (proposal, plan) = whole?;
    Some(Proposal { plan: Plan::Figures(plan), ..proposal })
}

/// The runs of content that words or marks for lists part.
fn segments(case: &Case) -> Vec<Vec<usize>> {
    let mut segments: Vec<Vec<usize>> = Vec::new();
    let mut last: Option<usize> = None;
    for piece in (0..case.reading.tokens.len()).filter(|&piece| case.is_content(piece)) {
        match (segments.last_mut(), last) {
            (Some(segment), Some(last)) if !case.joined(last, piece) => segment.push(piece),
            _ => segments.push(vec![piece]),
        }
        last = Some(piece);
    }
    segments
}

/// Adds what a proposal gives to a plan for all.
fn add_to(whole: &mut Option<(Proposal, Figures)>, case: &Case, proposal: Proposal) -> Option<()> {
    let Plan::Figures(plan) = proposal.plan.clone() else { return None };
    let chosen = chosen(case, &plan);
    if plan.indicators.is_empty() || chosen.is_empty() {
        return None;
    }
    let first = Figures { aspect: plan.aspect, ..Figures::default() };
    let (_, all) = whole.get_or_insert_with(|| (proposal, first));
    all.classes = union(&all.classes, &plan.classes);
    all.indicators = sorted(all.indicators.iter().chain(&plan.indicators).cloned());
    all.figures = sorted(all.figures.iter().cloned().chain(chosen));
    if all.aspect != plan.aspect {
        all.aspect = Aspect::Value;
    }
    Some(())
}

/// What a question is read into as one for figures, if that leaves nothing over.
fn full(case: &Case) -> Option<Proposal> {
    let asked = case.reading.has_any(&[Tag::HowMany, Tag::Rank, Tag::Change, Tag::Which]);
    let names = |plan: &Plan| matches!(plan, Plan::Figures(figures) if !figures.indicators.is_empty());
    figures(case)
        .filter(|proposal| asked && proposal.left.is_empty() && !proposal.empty && names(&proposal.plan))
}

/// What a clause asks for, by itself or with the words of the first before it.
fn of_clause(case: &Case, clause: &Range<usize>, first: &Range<usize>) -> Option<Proposal> {
    let full = |reading| full(&Case { reading: &reading, ..*case });
    full(case.reading.part(clause.clone())).or_else(|| {
        let mut reading = case.reading.clone();
        let named = first.clone().filter(|&piece| case.is_content(piece) && !clause.contains(&piece));
        let pieces: Vec<usize> = named.chain(clause.clone()).collect();
        reading.tokens = pieces.iter().filter_map(|&piece| case.reading.tokens.get(piece).cloned()).collect();
        full(reading)
    })
}

/// Whether a plan gives fewer figures than another, which are all among the other's or need not be.
pub(in crate::question::rules) fn is_less(
    case: &Case,
    proposal: &Proposal,
    than: &Proposal,
    any: bool,
) -> bool {
    let (Plan::Figures(less), Plan::Figures(more)) = (&proposal.plan, &than.plan) else {
        return !matches!(proposal.plan, Plan::Figures(_));
    };
    let (less, more): (BTreeSet<NamedNode>, BTreeSet<NamedNode>) =
        (chosen(case, less).into_iter().collect(), more.figures.iter().cloned().collect());
    less.len() < more.len() && (any || less.is_subset(&more))
}

/// Whether a plan gives one figure alone.
pub(in crate::question::rules) fn is_one(case: &Case, proposal: &Proposal) -> bool {
    matches!(&proposal.plan, Plan::Figures(plan) if chosen(case, plan).len() == 1)
}

/// Whether a clause asks for a number of its own: how a figure changed or ranks stands beside it anyway.
pub(in crate::question::rules) fn asks_level(case: &Case, clause: &Range<usize>) -> bool {
    let part = case.reading.part(clause.clone());
    part.has(Tag::HowMany) && !part.has_any(&[Tag::Change, Tag::Rank, Tag::Parts])
}

/// The figures that a plan gives.
fn chosen(case: &Case, plan: &Figures) -> Vec<NamedNode> {
    if !plan.figures.is_empty() {
        return plan.figures.clone();
    }
    let meets = |figure: &&crate::question::index::Figure| {
        plan.indicators.contains(&figure.indicator)
            && plan.classes.contains(&figure.class)
            && (plan.years.is_empty() || figure.year.is_some_and(|year| plan.years.contains(&year)))
            && (plan.areas.is_empty() || figure.area.as_ref().is_none_or(|area| plan.areas.contains(area)))
    };
    case.index.figures.iter().filter(meets).map(|figure| figure.iri.clone()).collect()
}

fn union<T: Clone + Ord>(some: &[T], more: &[T]) -> Vec<T> {
    some.iter().chain(more).cloned().collect::<BTreeSet<T>>().into_iter().collect()
}
