//! What is a place or a title in one sentence is one in the next: names found by a sure sign somewhere are known
//! everywhere in the report.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::draft::key;
use super::honours::Title;
use super::lexer::{Lexeme, Token};
use super::line::Line;
use super::places::{Known, Named};

/// Shortest name that is carried over, in characters.
const SHORTEST: usize = 3;

/// Shortest title that is carried over, in characters.
const SHORTEST_TITLE: usize = 6;

/// Names of places that the report itself gives, by first character.
#[derive(Debug, Default)]
pub struct Names(HashMap<char, Vec<(Vec<char>, String)>>);

/// Titles that begin with their level, without quotation marks: where the report speaks of them again, it
/// names them.
#[must_use]
pub fn titles<'a>(found: impl Iterator<Item = &'a Title>) -> Vec<String> {
    let high = found.filter(|title| title.level.is_some()).map(|title| key(&title.name));
    let names: BTreeSet<String> = high.filter(|name| name.chars().count() >= SHORTEST_TITLE).collect();
    names.into_iter().collect()
}

/// The names among the places that the sentences of a report name, each by itself.
#[must_use]
pub fn names<'a>(places: impl Iterator<Item = &'a Named>) -> Names {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for place in places {
        let long = place.name.chars().count() >= SHORTEST;
        if place.known == Known::Nothing
            && long
            && !place.name.ends_with(['路', '街', '区', '村', '县', '市'])
        {
            found.entry(place.name.clone()).or_insert_with(|| place.subtype.clone());
        }
    }
    let mut by_first: HashMap<char, Vec<(Vec<char>, String)>> = HashMap::new();
    for (name, subtype) in found {
        let chars: Vec<char> = name.chars().collect();
        if let Some(first) = chars.first() {
            by_first.entry(*first).or_default().push((chars, subtype));
        }
    }
    Names(by_first)
}

impl Names {
    /// Cuts what no table knows where a name of the report begins or ends in it (`星云湖|出流`); says
    /// whether it cut anything.
    pub fn split(&self, line: &mut Line) -> bool {
        let chars = &line.sentence.chars;
        let mut cuts: Vec<usize> = Vec::new();
        for lexeme in line.lexemes.iter().filter(|l| l.token == Token::Unknown && l.range.len() > 1) {
            for at in lexeme.range.clone() {
                let Some(list) = chars.get(at).and_then(|first| self.0.get(first)) else { continue };
                let fits = |(name, _): &&(Vec<char>, String)| chars[at..].starts_with(name);
                if let Some((name, _)) = list.iter().filter(fits).max_by_key(|(name, _)| name.len()) {
                    cuts.extend([at, at + name.len()]);
                }
            }
        }
        let before = line.lexemes.len();
        for cut in cuts {
            let inside = |l: &Lexeme| l.token == Token::Unknown && l.range.start < cut && cut < l.range.end;
            if let Some(at) = line.lexemes.iter().position(inside) {
                let end = std::mem::replace(&mut line.lexemes[at].range.end, cut);
                line.lexemes.insert(at + 1, Lexeme { token: Token::Unknown, range: cut..end });
            }
        }
        line.lexemes.len() > before
    }

    /// Places of this sentence that no rule found in it, where tokens begin and end with the name.
    #[must_use]
    pub fn places_in(&self, line: &Line, known: &[Named]) -> Vec<Named> {
        let chars = &line.sentence.chars;
        let mut out: Vec<Named> = Vec::new();
        for begin in 0..line.lexemes.len() {
            let at = line.lexemes[begin].range.start;
            let Some(list) = chars.get(at).and_then(|first| self.0.get(first)) else { continue };
            let fits =
                |(name, _): &&(Vec<char>, String)| chars.get(at..).is_some_and(|rest| rest.starts_with(name));
            let Some((name, subtype)) = list.iter().filter(fits).max_by_key(|(name, _)| name.len()) else {
                continue;
            };
            let stop = at + name.len();
            let Some(last) = (begin..line.lexemes.len()).find(|i| line.lexemes[*i].range.end == stop) else {
                continue;
            };
            let tokens = begin..last + 1;
            let taken =
                known.iter().chain(&out).any(|k| k.tokens.start < tokens.end && tokens.start < k.tokens.end);
            let quoted = line.lexemes[begin].token == Token::Quote;
            if !taken && !quoted {
                out.push(Named {
                    name: line.text(tokens.clone()),
                    tokens,
                    subtype: subtype.clone(),
                    known: Known::Nothing,
                });
            }
        }
        out
    }
}
