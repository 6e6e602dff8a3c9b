//! Parks and facilities that ordinary words name, of which what is said shows that there is one: 「国际软件园跻身…」,
//! 「整合公铁物流园」, 「香蜜公园、人才公园」.

use super::{Known, Named};
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::names;
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

/// A park that ordinary words name before its ending at a token.
pub(super) fn worded_park(line: &Line, at: usize) -> Option<Named> {
    let places = &lists().places;
    let ending =
        line.ending(at).filter(|e| line.is(at, Tags::ENDING) && places.worded_kinds.has(&e.subtype))?;
    let modifiers = (at.saturating_sub(4)..at).rev().take_while(|i| is_plain(line, *i)).count();
    let begin = at - modifiers;
    let name = line.text(begin..at + 1);
    let long = (4..=12).contains(&name.chars().count());
    let many = places.general.end(&name) || lists().projects.many.end(&name) || places.no_places.has(&name);
    let shown = acts(line, begin, at) || is_governed(line, begin, at) || is_beside(line, begin, at);
    (modifiers > 0 && long && !many && shown).then(|| Named {
        tokens: begin..at + 1,
        name,
        subtype: ending.subtype.clone(),
        known: Known::Nothing,
    })
}

/// Whether a token is an ordinary word that can stand in a name.
fn is_plain(line: &Line, at: usize) -> bool {
    let small = Tags::VERB.and(Tags::PREDICATE).and(Tags::INDEFINITE).and(Tags::ADVERB);
    // 「国际|软件园」
    let region = line.reads_any(at, &lists().names.regions);
    (region || line.is(at, Tags::COMMON) && !line.is(at, Tags::RELATIVE))
        && !line.is(at, small.and(Tags::WORK).and(Tags::DETERMINER))
        && !line.reads_any(at, &lists().honours.level_words)
        && !line.reads_any(at, &lists().places.worded_praise)
        && line.lexemes[at].range.len() > 1
        && line.count_at(at).is_none()
}

/// 「国际软件园|跻身」「丝路经济园|引进」: what a clause begins with and says what it did.
fn acts(line: &Line, begin: usize, at: usize) -> bool {
    let opens = begin == 0 || matches!(line.lexemes[begin - 1].token, Token::Mark('，' | '；' | '。'));
    opens && line.reads_any(at + 1, &lists().places.park_acts)
}

/// 「整合|公铁物流园」「落户|云计算产业园」: what is there to be gone to or joined.
fn is_governed(line: &Line, begin: usize, at: usize) -> bool {
    let goes_on = line.is_proper(at + 1) || line.is(at + 1, Tags::COMMON.and(Tags::ENDING));
    begin > 0 && line.reads_any(begin - 1, &lists().places.park_verbs) && !goes_on
}

/// 「香蜜公园、|人才公园」: what stands in a list beside a place that has a name and the same kind.
fn is_beside(line: &Line, begin: usize, at: usize) -> bool {
    let kind = |i: usize| line.ending(i).filter(|_| line.is(i, Tags::ENDING)).map(|e| e.subtype.as_str());
    let mark = |i: usize| line.lexemes.get(i).is_some_and(|l| l.is_mark('、'));
    let ends = |i: usize| {
        mark(i)
            || line.reads(i, "等")
            || line.is(i, Tags::CONJUNCTION)
            || line.lexemes.get(i).is_none_or(|l| matches!(l.token, Token::Mark(_)))
    };
    let alike = |last: usize, first: usize| kind(last) == kind(at) && names::is_named(line, first..last);
    let before = begin >= 3 && mark(begin - 1) && ends(at + 1) && {
        let last = begin - 2;
        let first = (0..last).rev().take_while(|i| !matches!(line.lexemes[*i].token, Token::Mark(_))).last();
        first.is_some_and(|first| last - first <= 4 && alike(last, first))
    };
    let opens = begin == 0
        || line.is(begin - 1, Tags::VERB)
        || matches!(line.lexemes[begin - 1].token, Token::Mark(_));
    let after = opens && mark(at + 1) && {
        let last = (at + 2..line.lexemes.len().min(at + 7)).find(|i| kind(*i) == kind(at) && ends(i + 1));
        last.is_some_and(|last| alike(last, at + 2) && !(at + 2..last).any(&mark))
    };
    before || after
}
