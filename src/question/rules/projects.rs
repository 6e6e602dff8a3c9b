//! Questions about projects: which there are, and what state one is in.

use crate::question::case::{Account, Case, Proposal};
use crate::question::fold::key;
use crate::question::index::Class;
use crate::question::plan::{Plan, Projects};
use crate::question::words::{Sense, Tag};

/// `…进展到哪一步了`, `…什么时候完工`, `Is … finished?`
pub(super) fn states(case: &Case) -> Option<Proposal> {
    let asks =
        case.reading.has_any(&[Tag::Progress, Tag::When, Tag::Whether, Tag::Course, Tag::Target, Tag::Which]);
    let mut account = case.account();
    let mut states = case.states(&mut account);
    if !asks && states.is_empty() {
        return None;
    }
    let when = case.reading.has(Tag::When);
    if !when
        && !states.is_empty()
        && !case.reading.has_any(&[Tag::Whether, Tag::Progress])
        && case.reading.has_any(&[Tag::Which, Tag::Where, Tag::HowMany])
    {
        return None;
    }
    if states.is_empty() && !case.reading.has_any(&[Tag::Progress, Tag::When, Tag::Course]) {
        return None;
    }
    // `斋堂2022年建成的项目` asks for projects.
    if case.reading.has(Tag::Project)
        && !case.reading.has_any(&[Tag::When, Tag::Whether, Tag::Progress, Tag::Course])
    {
        return None;
    }
    case.areas(&mut account);
    let years = case.years(&mut account);
    // The name may hold an area's own; what was taken for the area is not asked of the project's name.
    let meant = case.take_meant(&mut account, &[Class::Project]);
    if meant.things.is_empty() {
        return None;
    }
    case.take_tags(
        &mut account,
        &[Tag::Progress, Tag::When, Tag::Course, Tag::Project, Tag::Target, Tag::Actual, Tag::Whether],
    );
    if !when {
        // Whether a project is finished is answered by what its state is.
        states.clear();
    }
    Some(case.propose(Plan::States { projects: case.iris(&meant.things), states, years }, &account))
}

/// `斋堂有哪些项目`, `2023年要完工的道路`, `与…合作的项目`
pub(super) fn projects(case: &Case) -> Option<Proposal> {
    let has_state = case.reading.senses().any(|(_, sense)| matches!(sense, Sense::State(_)));
    let has_topic = case.reading.senses().any(|(_, sense)| matches!(sense, Sense::Topic(_)));
    let asks = case.reading.has_any(&[Tag::Which, Tag::HowMany]);
    if !case.reading.has(Tag::Project) && !(asks && (has_state || has_topic)) && !(has_state && has_topic) {
        return None;
    }
    // `多少家医院`: how many an area has is not how many projects of the kind its report tells of.
    if case.reading.has(Tag::HowMany) && !case.reading.has(Tag::Project) && !has_state {
        return None;
    }
    let mut account = case.account();
    let mut plan = Projects { areas: case.areas(&mut account), ..Projects::default() };
    plan.years = case.years(&mut account);
    plan.states = case.states(&mut account);
    for (piece, things) in case.reading.named(case.index, &[Class::Organization]) {
        account.take(piece);
        plan.organizations.extend(case.iris(&things));
    }
    for (piece, things) in case.reading.named(case.index, &[Class::Programme]) {
        account.take(piece);
        plan.wholes.extend(case.iris(&things));
    }
    plan.places = case.places(&mut account);
    plan.names = kinds(case, &mut account);
    if case.reading.has(Tag::Target) && plan.years.is_empty() {
        plan.years = case.reports().filter_map(|report| report.plan_year).collect();
    }
    case.take_tags(
        &mut account,
        &[
            Tag::Project,
            Tag::Where,
            Tag::Target,
            Tag::Actual,
            Tag::TakesPart,
            Tag::Contains,
            Tag::Parts,
            Tag::Programme,
            Tag::Place,
            Tag::Sentence,
            Tag::Doing,
        ],
    );
    if !plan.organizations.is_empty() {
        for (piece, sense) in case.reading.senses() {
            if matches!(sense, Sense::Role(_)) {
                account.take(piece);
            }
        }
    }
    Some(case.propose(Plan::Projects(plan), &account))
}

/// Kinds of projects: what their labels must hold. Unknown words count where some project's label holds them.
fn kinds(case: &Case, account: &mut Account) -> Vec<Vec<String>> {
    let mut kinds = Vec::new();
    for (piece, sense) in case.reading.senses() {
        if let Sense::Topic(words) | Sense::Gloss(words) = sense
            && !account.has(piece)
            && is_kind(case, words)
        {
            account.take(piece);
            kinds.push(words.clone());
        }
    }
    let open = case.open(account);
    let meant = case.meant(&[Class::Project], &open);
    if !open.is_empty() && meant.pieces.len() == open.len() {
        account.take_all(&open);
        kinds.extend(runs(case, &open).into_iter().map(|run| vec![run]));
    }
    kinds
}

/// Whether some project's name holds any of these words: what no project is called is no kind of project.
fn is_kind(case: &Case, words: &[String]) -> bool {
    let keys: Vec<String> = words.iter().map(|word| key(word)).collect();
    let mut projects = case.index.things.iter().filter(|thing| thing.class == Class::Project);
    projects.any(|project| project.names.iter().any(|name| keys.iter().any(|word| name.contains(word))))
}

/// The words of neighbouring pieces, joined.
fn runs(case: &Case, pieces: &[usize]) -> Vec<String> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for token in pieces.iter().filter_map(|&piece| case.reading.tokens.get(piece)) {
        match runs.last_mut() {
            Some(run) if run.1 == token.begin => run.1 = token.end,
            _ => runs.push((token.begin, token.end)),
        }
    }
    runs.into_iter().map(|(begin, end)| case.reading.words(begin, end)).collect()
}
