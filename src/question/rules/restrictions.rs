//! What a question restricts projects to, and which of its restrictions are alternatives.
//!
//! `斋堂2022年建成的项目` restricts by place, year and state at once. `在建或已建的项目` names two states of
//! which either will do. In `2022年开工或2023年完工的项目` each side has a year and a state of its own.

use std::collections::BTreeSet;
use std::mem::{Discriminant, discriminant};

use oxigraph::model::NamedNode;

use crate::question::case::{Account, Case};
use crate::question::fold::Mark;
use crate::question::index::Class;
use crate::question::plan::Projects;
use crate::question::words::{Sense, Tag};

/// One restriction, and the piece of the question that states it.
#[derive(Debug, Clone)]
struct Restriction {
    piece: usize,
    to: To,
}

/// What projects are restricted to: any of what is listed.
#[derive(Debug, Clone)]
enum To {
    Places(Vec<NamedNode>),
    Years(Vec<i32>),
    States(Vec<String>),
    Named(Vec<String>),
    Organizations(Vec<NamedNode>),
    Wholes(Vec<NamedNode>),
}

type Sort = Discriminant<To>;

impl Restriction {
    fn sort(&self) -> Sort {
        discriminant(&self.to)
    }
}

/// The projects that a question selects: those that meet all restrictions of one of the lists.
pub(super) fn selected(case: &Case, account: &mut Account, areas: &[NamedNode]) -> Vec<Projects> {
    let restrictions = gathered(case, account);
    let sides = sides(case, &restrictions);
    let stated = |sort: Sort| sides.iter().filter(|side| side.iter().any(|r| r.sort() == sort)).count();
    let mut repeated: Vec<Sort> = Vec::new();
    for sort in restrictions.iter().map(Restriction::sort) {
        if stated(sort) > 1 && !repeated.contains(&sort) {
            repeated.push(sort);
        }
    }
    if repeated.is_empty() {
        leave_second_courses(account, &restrictions);
    }
    if repeated.len() < 2 {
        return vec![whole(case, areas, &restrictions.iter().collect::<Vec<_>>(), &repeated)];
    }
    // Each side has some restrictions of its own; what only one side says holds for all.
    let own = |restriction: &Restriction| repeated.contains(&restriction.sort());
    let with_own = sides.iter().filter(|side| side.iter().any(|restriction| own(restriction)));
    let list = |side: &Vec<&Restriction>| {
        let of_side = |r: &Restriction| !own(r) || side.iter().any(|said| said.piece == r.piece);
        whole(case, areas, &restrictions.iter().filter(|r| of_side(r)).collect::<Vec<_>>(), &[])
    };
    with_own.map(list).collect()
}

/// A year and a state, and then another of both, with nothing that joins them: what is meant is not said.
fn leave_second_courses(account: &mut Account, restrictions: &[Restriction]) {
    let of = |sort: fn(&To) -> bool| restrictions.iter().filter(move |r| sort(&r.to)).collect::<Vec<_>>();
    let (years, states) = (of(|to| matches!(to, To::Years(_))), of(|to| matches!(to, To::States(_))));
    if years.len() > 1 && states.len() > 1 {
        years.iter().chain(&states).for_each(|r| account.leave(r.piece));
    }
}

/// The restrictions between words and marks that join.
fn sides<'a>(case: &Case, restrictions: &'a [Restriction]) -> Vec<Vec<&'a Restriction>> {
    let mut sides: Vec<Vec<&Restriction>> = vec![Vec::new()];
    let mut last: Option<usize> = None;
    for restriction in restrictions {
        if last.is_some_and(|last| case.joined(last, restriction.piece)) {
            sides.push(Vec::new());
        }
        last = Some(restriction.piece);
        if let Some(side) = sides.last_mut() {
            side.push(restriction);
        }
    }
    sides
}

/// Restrictions as one list: those of a repeated sort are alternatives, others hold together.
fn whole(case: &Case, areas: &[NamedNode], list: &[&Restriction], repeated: &[Sort]) -> Projects {
    let mut plan = Projects { areas: areas.to_vec(), ..Projects::default() };
    let mut alternatives: Vec<String> = Vec::new();
    for restriction in list {
        match &restriction.to {
            To::Places(places) => plan.places.extend(places.iter().cloned()),
            To::Years(years) => plan.years.extend(years),
            To::States(states) => plan.states.extend(states.iter().cloned()),
            To::Named(words) if repeated.contains(&restriction.sort()) => {
                alternatives.extend(words.iter().cloned());
            }
            To::Named(words) => plan.names.push(words.clone()),
            To::Organizations(bodies) => plan.organizations.extend(bodies.iter().cloned()),
            To::Wholes(wholes) => plan.wholes.extend(wholes.iter().cloned()),
        }
    }
    if !alternatives.is_empty() {
        alternatives.dedup();
        plan.names.push(alternatives);
    }
    plan.years.sort_unstable();
    plan.years.dedup();
    let mut seen = BTreeSet::new();
    plan.states.retain(|state| seen.insert(state.clone()));
    let places = list.iter().filter(|r| matches!(r.to, To::Places(_))).count();
    let either = list.iter().any(|r| matches!(r.to, To::Places(_)) && repeated.contains(&r.sort()));
    if places > 1 && !either {
        plan.places = innermost(case, &plan.places);
    }
    if case.reading.has(Tag::Target) && plan.years.is_empty() {
        plan.years = case.reports().filter_map(|report| report.plan_year).collect();
    }
    plan
}

/// Of `永定镇冯村` the village: places that hold no other of them.
fn innermost(case: &Case, places: &[NamedNode]) -> Vec<NamedNode> {
    let holds = |outer: &NamedNode| places.iter().any(|inner| case.index.containers(inner).contains(&outer));
    places.iter().filter(|place| !holds(place)).cloned().collect()
}

/// All restrictions, in the order of their pieces, taken.
fn gathered(case: &Case, account: &mut Account) -> Vec<Restriction> {
    let mut found: Vec<Restriction> = Vec::new();
    let mut add = |piece: usize, to: To| found.push(Restriction { piece, to });
    for (piece, years) in case.dated() {
        account.take(piece);
        add(piece, To::Years(years));
    }
    for (piece, sense) in case.reading.senses() {
        if let Sense::State(id) = sense {
            account.take(piece);
            add(piece, To::States(case.words.states_meant(id)));
        }
    }
    for (piece, things) in case.reading.named(case.index, &[Class::Organization]) {
        account.take(piece);
        add(piece, To::Organizations(case.iris(&things)));
    }
    for (piece, things) in case.reading.named(case.index, &[Class::Programme]) {
        account.take(piece);
        add(piece, To::Wholes(case.iris(&things)));
    }
    for (piece, things) in case.reading.named(case.index, &[Class::Place]) {
        if !account.has(piece) {
            account.take(piece);
            add(piece, To::Places(things.iter().map(|&at| case.iri(at)).collect()));
        }
    }
    for (piece, words) in kinds(case, account) {
        add(piece, To::Named(words));
    }
    found.sort_by_key(|restriction| restriction.piece);
    found
}

/// Kinds of projects: what their labels must hold. Unknown words count where some project's label holds them.
fn kinds(case: &Case, account: &mut Account) -> Vec<(usize, Vec<String>)> {
    let mut kinds = Vec::new();
    for (piece, sense) in case.reading.senses() {
        if let Sense::Topic(words) | Sense::Gloss(words) = sense
            && !account.has(piece)
            && is_kind(case, words)
        {
            account.take(piece);
            kinds.push((piece, words.clone()));
        }
    }
    let open = case.open(account);
    let meant = case.meant(&[Class::Project], &open);
    if !open.is_empty() && meant.pieces.len() == open.len() {
        account.take_all(&open);
        kinds.extend(runs(case, &open).into_iter().map(|(piece, run)| (piece, vec![run])));
    }
    kinds
}

/// Whether some project's name holds any of these words: what no project is called is no kind of project.
fn is_kind(case: &Case, words: &[String]) -> bool {
    let mut projects = case.index.things.iter().filter(|thing| thing.class == Class::Project);
    projects
        .any(|project| project.names.iter().any(|name| words.iter().any(|word| Mark::new(word).is_in(name))))
}

/// The words of neighbouring pieces, joined; with the first piece of each run.
fn runs(case: &Case, pieces: &[usize]) -> Vec<(usize, String)> {
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    for (piece, token) in pieces.iter().filter_map(|&piece| Some((piece, case.reading.tokens.get(piece)?))) {
        match runs.last_mut() {
            Some(run) if run.2 == token.begin => run.2 = token.end,
            _ => runs.push((piece, token.begin, token.end)),
        }
    }
    runs.into_iter().map(|(piece, begin, end)| (piece, case.reading.words(begin, end))).collect()
}
