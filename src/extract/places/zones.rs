//! Zones that are called after a policy: 「苏南国家自主创新示范区」「闽西南协同发展区」「广清经济特别合作区」.

use super::{Known, Named};
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::names;
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

/// A zone that ends at a token: what names it, the words for its policy, and the ending.
pub(super) fn zone(line: &Line, at: usize) -> Option<Named> {
    let zones = &lists().places.policy_zones;
    let one = zones.has(&line.word(at)).then_some(at);
    // 「协同|发展|区」
    let two = (line.reads(at, "区") && at > 0).then(|| at - 1).filter(|i| zones.has(&line.text(*i..at + 1)));
    let ending = one.or(two)?;
    // 「…示范区|核心区」「…试验区|广清接合片区」 is a part of it.
    let goes_on = line.is(at + 1, Tags::ENDING) && line.ending(at + 1).is_some();
    let first = (ending.saturating_sub(7)..ending).rev().take_while(|i| belongs(line, *i)).last()?;
    let begin = (first..ending).find(|i| names_area(line, *i))?;
    let words = ending - begin;
    let long = line.chars_of(begin..at + 1).len();
    // 「欧美亚|三大|经济区」 sums up.
    let sums = |i: usize| names::counts_in(line, i, &['大']);
    // 「黄河流域|国家级|保护区」 has many.
    let graded =
        (begin..at).any(|i| line.word(i).ends_with('级') && line.reads_any(i, &lists().honours.level_words));
    // 「示范区」 is won by many; with one word before it, it is a title.
    let fits = words > 1 && !graded && !(begin..at).any(sums) && (6..=22).contains(&long) && !goes_on;
    fits.then(|| Named {
        tokens: begin..at + 1,
        name: line.text(begin..at + 1),
        subtype: "region".to_owned(),
        known: Known::Nothing,
    })
}

/// Whether a token can stand in the name of a zone.
fn belongs(line: &Line, at: usize) -> bool {
    let small =
        Tags::PREPOSITION.and(Tags::PARTICLE).and(Tags::ADVERB).and(Tags::CONJUNCTION).and(Tags::MEASURE);
    match line.lexemes[at].token {
        Token::Word(_) if line.reads_any(at, &lists().places.zone_policies) => true,
        Token::Word(tags) => {
            tags.has(Tags::COMMON.and(Tags::ENDING))
                && !tags.has(small.and(Tags::INDEFINITE).and(Tags::RELATIVE))
                && !says(line, at)
        }
        _ => names_area(line, at),
    }
}

/// Whether a token says what is done: 「金洲新城|启动|核心区建设」.
fn says(line: &Line, at: usize) -> bool {
    line.reads_any(at, &lists().names.governing)
        || line.is(at, Tags::VERB.and(Tags::PREDICATE)) && !line.is(at, Tags::ENDING)
}

/// Whether a token names the area that a zone is in.
fn names_area(line: &Line, at: usize) -> bool {
    match line.lexemes[at].token {
        Token::Division(_) => true,
        Token::Feature(feature) => !lists().places.own_country.has(&feature.name),
        Token::Unknown => (2..=4).contains(&line.lexemes[at].range.len()),
        _ => false,
    }
}
