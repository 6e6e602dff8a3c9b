//! Questions of two clauses: `斋堂有哪些项目，分别由谁建设？`
//!
//! The second clause may ask something of each project that the first lists. Two clauses that are questions
//! of their own are not answered at once, and never in part.

use std::mem::discriminant;
use std::ops::Range;

use super::{alone, figures, projects};
use crate::question::case::{Case, Proposal};
use crate::question::plan::{Also, Plan};
use crate::question::reading::{Language, Reading};
use crate::question::tokens::{Kind, Token};
use crate::question::words::{Sense, Tag};

/// Marks between clauses.
const MARKS: [char; 8] = ['，', '。', '；', '？', ',', ';', '?', '.'];

/// Words that ask.
const ASKS: [Tag; 10] = [
    Tag::Which,
    Tag::Where,
    Tag::When,
    Tag::Who,
    Tag::HowMany,
    Tag::Progress,
    Tag::Course,
    Tag::Doing,
    Tag::TakesPart,
    Tag::Whether,
];

/// A list of projects, and something that is asked of each.
pub(super) fn listed(case: &Case) -> Option<Proposal> {
    let of_each = |at: usize| {
        let second = case.reading.part(at..case.reading.tokens.len());
        let also = asked_of_each(&second)?;
        let first = case.reading.part(0..at);
        list(&Case { reading: &first, ..*case }, also)
    };
    cuts(case).into_iter().take(CLAUSES).find_map(of_each).or_else(|| of_places(case))
}

/// `斋堂的项目进展如何`: in one clause, where the words name places and no project.
fn of_places(case: &Case) -> Option<Proposal> {
    let mut account = case.account();
    case.areas(&mut account);
    let open = case.open(&account);
    let places = |piece: &usize| {
        matches!(case.reading.tokens.get(*piece).map(|token| &token.kind),
            Some(Kind::Name(things)) if things.iter().all(|&at| case.is_place(at)))
    };
    if open.is_empty() || !open.iter().all(places) || !case.reading.has(Tag::Project) {
        return None;
    }
    // `the projects located in …`: where is said, and not asked.
    let also = asked(case.reading).filter(|also| *also != Also::Place)?;
    let mut reading = case.reading.clone();
    reading.tokens.retain(|token| !says_what(token, also));
    list(&Case { reading: &reading, ..*case }, also)
}

/// Whether a piece is a word for what is asked of each project.
fn says_what(token: &Token, also: Also) -> bool {
    matches!(&token.kind, Kind::Word(senses) if senses.iter().any(|sense| asks_for(sense) == Some(also)))
}

/// The projects of a clause that lists them, with what else is asked of each.
fn list(case: &Case, also: Also) -> Option<Proposal> {
    if case.reading.has(Tag::HowMany) {
        return None;
    }
    let mut proposal = projects::projects(case).filter(|proposal| proposal.left.is_empty())?;
    if let Plan::Projects(selection) = &mut proposal.plan {
        selection.also = Some(also);
    }
    Some(proposal)
}

/// More clauses that ask are not answered at once.
const CLAUSES: usize = 4;

/// What a word asks of a project.
const fn asks_for(sense: &Sense) -> Option<Also> {
    match sense {
        Sense::Tag(Tag::Who | Tag::TakesPart) | Sense::Role(_) => Some(Also::Participants),
        Sense::Tag(Tag::Where) => Some(Also::Place),
        Sense::Tag(Tag::When | Tag::Progress | Tag::Course) => Some(Also::States),
        _ => None,
    }
}

/// What a clause asks of each of some projects, if it says nothing else.
fn asked_of_each(clause: &Reading) -> Option<Also> {
    let also = asked(clause)?;
    let says_more = |token: &Token| match &token.kind {
        Kind::Word(senses) => {
            !Reading::is_free(token)
                && !senses.iter().any(|sense| {
                    asks_for(sense) == Some(also)
                        || matches!(sense, Sense::Tag(Tag::Project | Tag::Organization))
                        || also == Also::States && matches!(sense, Sense::State(_) | Sense::Tag(Tag::Target))
                        || also == Also::Place && matches!(sense, Sense::PlaceType(_))
                })
        }
        _ => true,
    };
    (!clause.tokens.iter().any(says_more)).then_some(also)
}

/// What the words of a reading ask of a project, if it is one thing.
fn asked(clause: &Reading) -> Option<Also> {
    let mut asked: Vec<Also> = clause.senses().filter_map(|(_, sense)| asks_for(sense)).collect();
    asked.dedup();
    if let [also] = asked[..] { Some(also) } else { None }
}

/// What a question of several clauses is to be answered with instead of what it is read as in one piece: the
/// figures of all clauses, or nothing, where they are questions of their own (the second with its first piece).
pub(super) fn several(case: &Case, joint: Option<&Proposal>) -> Option<Proposal> {
    if case.reading.has(Tag::Each)
        && let Some(listed) = figures::listed(case)
        && joint.is_none_or(|joint| !joint.left.is_empty() || figures::is_less(case, joint, &listed, true))
    {
        return Some(listed);
    }
    if let Some(refused) = half_of_each(case, joint) {
        return Some(refused);
    }
    let asking = asking_clauses(case);
    let second = asking.get(1)?.start;
    if asking.len() > CLAUSES {
        return joint.map(|joint| Proposal { second: Some(second), ..joint.clone() });
    }
    let joint = joint.filter(|joint| joint.left.is_empty());
    let alone: Vec<Option<Proposal>> = asking
        .iter()
        .map(|clause| {
            let part = case.reading.part(clause.clone());
            alone(&Case { reading: &part, ..*case }).filter(|proposal| proposal.left.is_empty())
        })
        .collect();
    if let Some(together) = figures::together(case, &asking) {
        let of_their_own = asking.iter().all(|clause| says_what_is_asked(case, clause));
        let covers = joint.is_none_or(|joint| figures::is_less(case, joint, &together, of_their_own));
        return covers.then_some(together);
    }
    let first = alone.first()?.as_ref()?;
    let kind = discriminant(&first.plan);
    let as_one = joint.is_some_and(|joint| discriminant(&joint.plan) == kind);
    let refused = Proposal { second: Some(second), ..first.clone() };
    // Figures and what a body takes part in are often asked for in halves.
    let halves = |plan: &Plan| matches!(plan, Plan::Figures(_) | Plan::Involvement { .. });
    let halved = joint.is_some_and(|joint| halves(&joint.plan));
    let of_its_own = |(clause, proposal): (&Range<usize>, &Option<Proposal>)| {
        proposal.as_ref().is_some_and(|proposal| discriminant(&proposal.plan) != kind || !as_one)
            && says_what_is_asked(case, clause)
            && (!halved || has_content(&Case { reading: &case.reading.part(clause.clone()), ..*case }))
    };
    let own = asking.iter().zip(&alone).skip(1).any(of_its_own);
    let other = joint.is_some_and(|joint| discriminant(&joint.plan) != kind) && !halved;
    // Several numbers are asked for and one is found.
    let short = joint.is_some_and(|joint| {
        figures::is_one(case, joint) && asking.iter().all(|clause| figures::asks_level(case, clause))
    });
    (own || other || short).then_some(refused)
}

/// `新增数和累计数分别是多少`, where only one of them was found. How a figure changed or ranks stands beside it.
fn half_of_each(case: &Case, joint: Option<&Proposal>) -> Option<Proposal> {
    let beside = case.reading.has_any(&[Tag::Change, Tag::Rank, Tag::Parts]);
    let joint = joint.filter(|joint| joint.left.is_empty() && figures::is_one(case, joint) && !beside)?;
    let joins = |&piece: &usize| case.reading.senses().any(|of| of == (piece, &Sense::Tag(Tag::Joins)));
    let joins = (1..case.reading.tokens.len()).find(joins).filter(|_| case.reading.has(Tag::Each))?;
    Some(Proposal { second: Some(joins), ..joint.clone() })
}

/// Whether a clause names what it asks about, rather than leaving it to the clause before (`今年计划几个`).
fn says_what_is_asked(case: &Case, clause: &Range<usize>) -> bool {
    let part = case.reading.part(clause.clone());
    let part = Case { reading: &part, ..*case };
    !part.reading.has(Tag::Parts)
        && (has_content(&part) || part.reading.has_any(&[Tag::Project, Tag::Honour, Tag::Organization]))
}

fn has_content(case: &Case) -> bool {
    (0..case.reading.tokens.len()).any(|piece| case.is_content(piece))
}

/// The clauses of a question, one without a word that asks joined to the next.
fn asking_clauses(case: &Case) -> Vec<Range<usize>> {
    let asks = |clause: &Range<usize>| asks(&case.reading.part(clause.clone()));
    let mut clauses: Vec<Range<usize>> = Vec::new();
    let mut begin = 0;
    for end in cuts(case).into_iter().chain([case.reading.tokens.len()]) {
        if asks(&(begin..end)) {
            clauses.push(begin..end);
            begin = end;
        }
    }
    if let Some(last) = clauses.last_mut() {
        last.end = case.reading.tokens.len();
    }
    clauses
}

/// Whether a clause asks: with a word that only asks, or with a type (`哪个镇`).
fn asks(clause: &Reading) -> bool {
    let types = clause.senses().filter(|(_, sense)| {
        matches!(sense, Sense::PlaceType(_) | Sense::OrganizationType(_) | Sense::Role(_))
    });
    let mut words =
        types.filter_map(|(at, _)| clause.tokens.get(at)).map(|token| clause.words(token.begin, token.end));
    clause.has_any(&ASKS) || words.any(|words| words.contains(['哪', '谁']) || words.starts_with("什么"))
}

/// The pieces before which a clause ends: at a mark, or at an English word that joins it to one that asks.
fn cuts(case: &Case) -> Vec<usize> {
    let tokens = &case.reading.tokens;
    let has = |piece: usize, tags: &[Tag]| {
        case.reading
            .senses()
            .any(|(at, sense)| at == piece && tags.iter().any(|&tag| *sense == Sense::Tag(tag)))
    };
    let joins = |piece: usize| {
        case.reading.language == Language::English && has(piece, &[Tag::Joins]) && has(piece + 1, &ASKS)
    };
    let marked =
        |piece: usize| case.reading.between(tokens[piece - 1].end, tokens[piece].begin).contains(MARKS);
    (1..tokens.len()).filter(|&piece| marked(piece) || joins(piece)).collect()
}
