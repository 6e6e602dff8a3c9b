//! What the report says of a thing.

use super::WORKS;
use crate::question::case::{Case, Proposal};
use crate::question::index::Class;
use crate::question::plan::Plan;
use crate::question::words::{Sense, Tag};

/// `…的依据原文是什么`, `What does the report say about …?`
pub(super) fn mentions(case: &Case) -> Option<Proposal> {
    // `Which villages does the report mention?` asks for villages.
    let asks_for_type = case.reading.has(Tag::Which)
        && case.reading.senses().any(|(_, s)| matches!(s, Sense::PlaceType(_) | Sense::OrganizationType(_)));
    if !case.reading.has(Tag::Sentence) || asks_for_type {
        return None;
    }
    let mut account = case.account();
    let classes = [WORKS.as_slice(), &[Class::Honour, Class::Indicator]].concat();
    let meant = case.take_meant(&mut account, &classes);
    case.take_tags(
        &mut account,
        &[Tag::Sentence, Tag::Where, Tag::Project, Tag::Programme, Tag::Organization],
    );
    // `…出现在哪些项目里` asks for projects.
    let is_project = |&at: &usize| case.index.things.get(at).is_some_and(|t| t.class == Class::Project);
    if case.reading.has(Tag::Project) && case.reading.has(Tag::Which) && !meant.things.iter().any(is_project)
    {
        return None;
    }
    (!meant.things.is_empty())
        .then(|| case.propose(Plan::Mentions { things: case.iris(&meant.things) }, &account))
}

/// A name and nothing else: what the report says of it.
pub(super) fn named(case: &Case) -> Option<Proposal> {
    const OTHER: [Tag; 7] =
        [Tag::HowMany, Tag::Who, Tag::When, Tag::Rank, Tag::Change, Tag::Where, Tag::Weak];
    if case.reading.has_any(&OTHER) {
        return None;
    }
    let mut account = case.account();
    let classes = [WORKS.as_slice(), &[Class::Honour]].concat();
    let meant = case.take_meant(&mut account, &classes);
    case.take_tags(&mut account, &[Tag::Project, Tag::Sentence]);
    // A type alone (`哪些镇`) names nothing.
    meant
        .pieces
        .iter()
        .any(|&piece| case.is_particular(piece))
        .then(|| case.propose(Plan::Mentions { things: case.iris(&meant.things) }, &account))
}
