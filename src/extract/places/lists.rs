//! Places that a list shows to be such: by what sums it up, or by their neighbours in it.

use super::{Known, Named};
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::names;
use crate::lexicon::gazetteer;
use crate::lexicon::words::Tags;

/// Heads under which a list of bare names sums up places: 「药王山、照金香山、玉华宫等景区」.
const SUMS: [(&str, &str); 14] = [
    ("景区", "scenicArea"),
    ("景点", "scenicArea"),
    ("风景区", "scenicArea"),
    ("园区", "industrialPark"),
    ("工业园区", "industrialPark"),
    ("街道", "subdistrict"),
    ("乡镇", "town"),
    ("市场", "facility"),
    ("水库", "lake"),
    ("流域", "river"),
    ("河流", "river"),
    ("地区", "region"),
    ("商圈", "businessDistrict"),
    ("港口", "facility"),
];

/// The members of a list that ends in 等 and a word for places.
pub(super) fn summed_up(line: &Line, at: usize) -> Vec<Named> {
    if !line.reads(at, "等") {
        return Vec::new();
    }
    let counted = line.count_at(at + 1).unwrap_or(0);
    let head = (at + 1 + counted..=at + 3 + counted)
        .find_map(|i| SUMS.iter().find(|(word, _)| i < line.lexemes.len() && line.reads(i, word)));
    let Some((word, subtype)) = head else { return Vec::new() };
    let from = clause_start_of_list(line, at);
    let mut out = Vec::new();
    let mut begin = from;
    for i in from..=at {
        if i == at || line.lexemes[i].is_mark('、') {
            let tokens = begin..i;
            let known = tokens.len() == 1
                && matches!(line.lexemes[begin].token, Token::Division(_) | Token::Feature(_));
            let long = line.chars_of(tokens.clone()).len();
            let alike = !out.is_empty() && long >= 3;
            let in_full = known && ["region", "town", "subdistrict", "river", "lake"].contains(subtype);
            if !(tokens.is_empty() || in_full)
                && (2..=10).contains(&long)
                && (names::is_named(line, tokens.clone()) || alike || listed_after(line, i, at))
            {
                let mut name = line.text(tokens.clone());
                if known {
                    name.push_str(word);
                }
                out.push(Named { tokens, name, subtype: (*subtype).to_owned(), known: Known::Nothing });
            }
            begin = i + 1;
        }
    }
    out
}

/// Whether the next member of a list, up to `end`, is a name (and so is its neighbour).
fn listed_after(line: &Line, mark: usize, end: usize) -> bool {
    let next = (mark + 1..=end).find(|i| *i == end || line.lexemes[*i].is_mark('、'));
    next.is_some_and(|next| next > mark + 1 && names::is_named(line, mark + 1..next) && next - mark <= 4)
}

/// Where a list that ends before a token begins: behind the last verb, small word or comma.
fn clause_start_of_list(line: &Line, end: usize) -> usize {
    let part = |i: usize| match line.lexemes[i].token {
        Token::Mark(mark) => matches!(mark, '、' | '·' | '—'),
        Token::Word(tags) => {
            !tags.has(Tags::VERB.and(Tags::PREPOSITION).and(Tags::ADVERB).and(Tags::PARTICLE))
                || tags.has(Tags::ENDING.and(Tags::WEAK))
        }
        Token::Title | Token::Number => false,
        _ => true,
    };
    (0..end).rev().take_while(|i| part(*i)).last().unwrap_or(end)
}

/// A name that is an ordinary word too, but stands in a list with divisions of its level: `西城、石景山、海淀`.
pub(super) fn listed_division(line: &Line, at: usize) -> Option<Named> {
    let level = |i: usize| match line.lexemes.get(i).map(|l| l.token) {
        Some(Token::Division(division)) => Some(division),
        _ => None,
    };
    let next = line.lexemes.get(at + 1).is_some_and(|l| l.is_mark('、')).then(|| level(at + 2)).flatten();
    let before = (at >= 2 && line.lexemes[at - 1].is_mark('、')).then(|| level(at - 2)).flatten();
    let neighbour = next.or(before)?;
    if !matches!(line.lexemes[at].token, Token::Unknown | Token::Word(_)) {
        return None;
    }
    let division = gazetteer::resolve(&line.word(at), Some(neighbour.code))?;
    let alike = division.level == neighbour.level && division.parents().next() == neighbour.parents().next();
    alike.then(|| Named {
        tokens: at..at + 1,
        name: line.word(at),
        subtype: division.subtype().to_owned(),
        known: Known::Division(division),
    })
}
