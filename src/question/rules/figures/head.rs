//! The noun that a number counts: `多少个接口` is not answered by the number of 有接口的小区.

use crate::question::case::Case;
use crate::question::fold::key;
use crate::question::index::Figure;
use crate::question::reading::Language;
use crate::question::words::{Sense, Tag};

/// The piece that is the head of what is counted: the last of the content right behind `多少个` where the
/// question ends with it, else the last before.
pub(super) fn counted(case: &Case, content: &[usize]) -> Option<usize> {
    let counts = |unit: &String| case.words.unit_class(unit) == "count";
    let (asked, _) =
        case.reading.senses().find(|(_, sense)| matches!(sense, Sense::Unit(unit) if counts(unit)))?;
    let one = case.reading.senses().filter(|(_, sense)| **sense == Sense::Tag(Tag::HowMany)).count() == 1;
    if !one || case.reading.language == Language::English {
        return None;
    }
    let behind = content.iter().copied().filter(|&piece| piece > asked).next_back();
    behind.or_else(|| content.iter().copied().filter(|&piece| piece < asked).next_back())
}

/// Whether a name of what a figure measures ends in what a piece says.
pub(super) fn ends_in(case: &Case, figure: &Figure, piece: usize) -> bool {
    let Some(token) = case.reading.tokens.get(piece) else { return false };
    let said = key(&case.reading.words(token.begin, token.end));
    let glossed = case.reading.senses().filter(|(at, _)| *at == piece).flat_map(|(_, sense)| match sense {
        Sense::Gloss(words) => words.as_slice(),
        _ => &[],
    });
    let heads: Vec<String> = std::iter::once(said).chain(glossed.map(|word| key(word))).collect();
    figure.names.lines().any(|name| heads.iter().any(|head| name.ends_with(head.as_str())))
}
