//! Schools and hospitals that a city calls by a number, an ordinary word or the school they belong to.

use super::lexer::{Token, numeral};
use super::line::Line;
use super::names;
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

/// 「河北医科大学|第二医院」: where the name of a school begins that has several hospitals.
#[must_use]
pub fn of_a_school(line: &Line, begin: usize, from: usize) -> usize {
    let school = |i: usize| line.ending(i).is_some_and(|e| e.subtype == "school");
    let numbered = line.word(begin).starts_with('第') && begin > from && school(begin - 1);
    if numbered { names::start(line, begin - 1, from) } else { begin }
}

/// 「科技|中学|翔安|校区」「双十|中学|、|实验|小学|岛外|校区」: a school by ordinary words, of which the city has one, before
/// what it builds elsewhere, also in a list.
#[must_use]
pub fn has_campus(line: &Line, at: usize) -> bool {
    let wing = |from: usize| {
        (from..line.lexemes.len().min(from + 3))
            .take_while(|i| !matches!(line.lexemes[*i].token, Token::Mark(_)))
            .any(|i| line.reads_any(i, &lists().organizations.campuses))
    };
    let school = |i: &usize| line.ending(*i).is_some_and(|e| e.subtype == "school");
    let next = || {
        let listed = line.lexemes.get(at + 1).is_some_and(|l| l.is_mark('、'));
        (at + 2..line.lexemes.len().min(at + 6)).find(school).filter(|_| listed)
    };
    wing(at + 1) || next().is_some_and(|next| has_campus(line, next))
}

/// 「六中|新校区」「八医|东院区」: a school or hospital that the city calls by its number alone.
#[must_use]
pub fn is_numbered(line: &Line, at: usize) -> bool {
    let counts = line.word(at).chars().next().is_some_and(numeral) && line.lexemes[at].range.len() == 2;
    let wing = (at + 1..at + 3)
        .any(|end| end < line.lexemes.len() && lists().organizations.wings.has(&line.text(at + 1..end + 1)));
    let opens = at == 0
        || matches!(line.lexemes[at - 1].token, Token::Mark(_))
        || line.is(at - 1, Tags::VERB.and(Tags::MODAL).and(Tags::CONJUNCTION));
    counts && wing && opens
}
