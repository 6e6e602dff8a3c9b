//! Questions about projects: which there are, and what state one is in.

use super::restrictions;
use crate::question::case::{Case, Proposal};
use crate::question::plan::{Plan, Selection};
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
    let meant = case.take_projects(&mut account);
    if meant.things.is_empty() {
        return None;
    }
    // `已经完工的停车场` asks for those of a kind that are in the state.
    let asked = case.reading.has_any(&[Tag::When, Tag::Whether, Tag::Progress, Tag::Course]);
    if !asked && !states.is_empty() && !meant.pieces.iter().any(|&piece| case.is_particular(piece)) {
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
    let areas = case.areas(&mut account);
    let any = restrictions::selected(case, &mut account, &areas);
    case.take_tags(&mut account, &FRAMES);
    if any.iter().any(|projects| !projects.organizations.is_empty()) {
        for (piece, sense) in case.reading.senses() {
            if matches!(sense, Sense::Role(_)) {
                account.take(piece);
            }
        }
    }
    Some(case.propose(Plan::Projects(Selection { any, also: None }), &account))
}

/// Words that a question for projects may be framed in.
const FRAMES: [Tag; 11] = [
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
];
