//! What the report says of a thing.

use super::WORKS;
use crate::question::case::{Case, Proposal};
use crate::question::index::Class;
use crate::question::plan::Plan;
use crate::question::words::Tag;

/// `…的依据原文是什么`, `What does the report say about …?`
pub(super) fn mentions(case: &Case) -> Option<Proposal> {
    if !case.reading.has(Tag::Sentence) {
        return None;
    }
    let mut account = case.account();
    let classes = [WORKS.as_slice(), &[Class::Honour, Class::Indicator]].concat();
    let meant = case.take_meant(&mut account, &classes);
    case.take_tags(
        &mut account,
        &[Tag::Sentence, Tag::Where, Tag::Project, Tag::Programme, Tag::Organization],
    );
    (!meant.things.is_empty())
        .then(|| case.propose(Plan::Mentions { things: case.iris(&meant.things) }, &account))
}

/// A name and nothing else: what the report says of it.
pub(super) fn named(case: &Case) -> Option<Proposal> {
    const OTHER: [Tag; 6] = [Tag::HowMany, Tag::Who, Tag::When, Tag::Rank, Tag::Change, Tag::Where];
    if case.reading.has_any(&OTHER) {
        return None;
    }
    let mut account = case.account();
    let classes = [WORKS.as_slice(), &[Class::Honour, Class::Indicator]].concat();
    let meant = case.take_meant(&mut account, &classes);
    case.take_tags(&mut account, &[Tag::Project, Tag::Sentence]);
    (!meant.things.is_empty())
        .then(|| case.propose(Plan::Mentions { things: case.iris(&meant.things) }, &account))
}
