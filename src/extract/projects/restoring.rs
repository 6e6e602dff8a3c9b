//! Works that a verb names and that are done on what was there before: 「修复文庙、杂技宫」.

use std::ops::Range;

use super::Spoken;
use super::elsewhere::sites;
use crate::extract::frame::Frame;
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::names;
use crate::facts::Kind;
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Tags, words};

/// 「改造提升五公祠、海瑞墓等历史人文景点」: the works are the verb's, one for each name of the list; what sums the list
/// up gives a name its kind where it has none.
pub(super) fn restored(line: &Line, frame: &Frame) -> Vec<Spoken> {
    let works = frame.verbs.last().filter(|verb| lists().projects.restores.has(verb));
    let Some(works) = works.filter(|_| frame.stage.is_none() && !frame.subject && !frame.states.is_empty())
    else {
        return Vec::new();
    };
    let phrase = frame.phrase.clone();
    let kind = kind_of_list(line, &phrase);
    let spoken = |site: Range<usize>| {
        let written = line.text(site.clone());
        let kind = kind.as_ref().filter(|_| !has_kind(line, &site));
        Spoken {
            name: format!("{written}{}{works}", kind.map_or("", String::as_str)),
            long_name: kind.map(|_| format!("{written}{works}")),
            tokens: site,
            shared_works: true,
            on_site: true,
            states: frame.states.clone(),
            modal: frame.modal.clone(),
            place: frame.place.clone(),
            ..Spoken::default()
        }
    };
    // 「修复文庙、杂技宫」: what is repaired was there, whatever it is called; much else is put in order (整治露天烧烤).
    let repairs = lists().places.repairs.has(works);
    let old = |site: &Range<usize>| is_old_thing(line, site) && (repairs || has_kind(line, site));
    sites(line, phrase.clone()).into_iter().filter(old).map(spoken).collect()
}

/// 「等6座老|公园」: the kind that the list ends in, where that is one of places.
fn kind_of_list(line: &Line, phrase: &Range<usize>) -> Option<String> {
    let listed = phrase.clone().any(|i| line.reads(i, "等"));
    let last = phrase.end.checked_sub(1).filter(|last| listed && *last > phrase.start)?;
    let ends = line.is(last, Tags::ENDING) && line.ending(last).is_some_and(|e| e.kind == Kind::Place);
    ends.then(|| line.word(last))
}

/// Whether a name says by its last character what it is: 「兴庆宫」.
fn has_kind(line: &Line, site: &Range<usize>) -> bool {
    let last = line.word(site.end - 1);
    words().ending(&last).is_some() || lists().places.old_kinds.end(&last)
}

/// Whether tokens name something that stands: a name that no table knows, with or without its kind.
fn is_old_thing(line: &Line, site: &Range<usize>) -> bool {
    let unknown = |i: usize| line.lexemes[i].token == Token::Unknown;
    let part = |i: usize| {
        unknown(i)
            || line.is(i, Tags::ENDING)
            || matches!(line.lexemes[i].token, Token::Division(_) | Token::Feature(_) | Token::Number)
    };
    let long = line.chars_of(site.clone()).len();
    let named = unknown(site.start) && line.lexemes[site.start].range.len() > 1
        || site.len() > 1 && names::is_named(line, site.clone()) && has_kind(line, site);
    // 「前胡村浜、创业|河等6条河道」
    let river = site.len() == 2
        && line.is(site.start, Tags::COMMON)
        && line.ending(site.end - 1).is_some_and(|e| matches!(e.subtype.as_str(), "river" | "lake"))
        && line.lexemes[site.end - 1].range.len() == 1
        && (line.lexemes.get(site.end).is_some_and(|l| l.is_mark('、')) || line.reads(site.end, "等"));
    if river && long <= 4 {
        return true;
    }
    (2..=10).contains(&long)
        && site.clone().all(part)
        && named
        && !names::is_indefinite(line, site.clone())
        && line.ending(site.end - 1).is_none_or(|e| e.kind != Kind::Organization)
}
