//! Where the name of a body begins: behind the verbs, places and other bodies that stand before it.

use std::ops::Range;

use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::names;
use crate::facts::Kind;
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Reach, Tags};

/// 「重庆信息|与|智慧医学研究院」: where a body begins whose subjects 与 joins, behind its place.
pub(super) fn behind_and(line: &Line, begin: usize, from: usize) -> usize {
    let subject = |i: usize| line.is(i, Tags::COMMON) && !line.is(i, Tags::VERB.and(Tags::ENDING));
    let joined = begin > from + 2 && line.reads(begin - 1, "与") && subject(begin - 2) && subject(begin);
    let place = (from..begin.saturating_sub(2)).rev().find(|i| !subject(*i));
    let placed = |i: &usize| matches!(line.lexemes[*i].token, Token::Division(_));
    place.filter(placed).filter(|_| joined).unwrap_or(begin)
}

/// 「组建运行|甬江实验室」「保税港区|获批建设|香蕉交易中心」: where a name begins behind what is done.
pub(super) fn behind_acts(line: &Line, begin: usize, at: usize) -> usize {
    let organizations = &lists().organizations;
    let acts = |i: &usize| {
        let made =
            line.reads_any(*i, &organizations.comes_about) || line.reads_any(*i, &organizations.founds);
        names::says_done(line, *i) || made && line.lexemes[*i].range.len() > 1
    };
    let last = (begin..at).rev().find(acts).filter(|last| names::is_named(line, last + 1..at));
    last.map_or(begin, |last| last + 1)
}

/// 「中国|安全|生产|科学研究院」: where the name of a body of the nation begins, whatever its subject is.
pub(super) fn of_the_nation(line: &Line, begin: usize, from: usize) -> usize {
    let body = |i: usize| line.ending(i).is_some_and(|e| e.kind == Kind::Organization);
    let subject = |i: &usize| {
        let done = line.is(*i, Tags::STAGE) || line.reads_any(*i, &lists().names.governing) || body(*i);
        line.is(*i, Tags::COMMON) && !done && line.lexemes[*i].range.len() > 1
    };
    let words = (from.max(begin.saturating_sub(3))..begin).rev().take_while(subject).count();
    let nation = (begin - words).checked_sub(1).filter(|i| *i >= from && words > 0);
    // 「中国特色高水平学校」
    let found =
        nation.filter(|i| lists().places.own_country.has(&line.word(*i)) && !line.reads(*i + 1, "特色"));
    found.filter(|_| line.is(begin, Tags::COMMON.and(Tags::ENDING))).unwrap_or(begin)
}

/// 「长沙|宁乡|圣钘科技」: a company behind a city and a county of it is called without them.
pub(super) fn behind_divisions(line: &Line, begin: usize, at: usize) -> usize {
    let division = |i: usize| matches!(line.lexemes[i].token, Token::Division(_));
    let several = begin + 2 < at && division(begin) && division(begin + 1);
    begin + 2 * usize::from(several)
}

/// 「在科技新城|建设|宝鸡文理学院」: where a name begins behind a verb of building that a name follows.
pub(super) fn behind_verb(line: &Line, name: Range<usize>) -> Range<usize> {
    let builds = |i: &usize| {
        line.is(*i, Tags::VERB) && line.is(*i, Tags::WORK) && line.is_proper(*i + 1) && *i + 1 < name.end
            || *i == name.start && lists().projects.builds.has(&line.word(*i))
    };
    let begin = name.clone().rev().find(builds).map_or(name.start, |verb| verb + 1);
    begin..name.end
}

/// 「携手中国计量大学|建设产业学院」: where a name begins that another body is said to build.
pub(super) fn behind_builder(line: &Line, name: Range<usize>) -> usize {
    let body =
        |i: usize| line.ending(i).is_some_and(|e| e.kind == Kind::Organization && e.reach != Reach::Head);
    let builds = |i: &usize| line.is(*i, Tags::VERB) && *i > name.start && body(*i - 1);
    name.clone().rev().find(builds).map_or(name.start, |i| i + 1)
}
