//! The noun that a number counts: `多少个接口` is not answered by the number of 有接口的小区.

use super::matching::{Circle, Match};
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
    let behind = content.iter().copied().rfind(|&piece| piece > asked);
    behind.or_else(|| content.iter().copied().rfind(|&piece| piece < asked))
}

/// The content of the clause that asks, where the question has other clauses and only one that asks: of
/// `…企业2000家中，京外企业有多少家` the latter is counted.
pub(super) fn of_asking_clause(case: &Case, content: &[usize]) -> Vec<usize> {
    const MARKS: [char; 4] = ['，', ',', '；', ';'];
    let mut asks = case.reading.senses().filter(|(_, sense)| **sense == Sense::Tag(Tag::HowMany));
    let (Some((asked, _)), None) = (asks.next(), asks.next()) else { return Vec::new() };
    let marked = |piece: usize| {
        let (Some(before), Some(token)) = (
            piece.checked_sub(1).and_then(|before| case.reading.tokens.get(before)),
            case.reading.tokens.get(piece),
        ) else {
            return false;
        };
        case.reading.between(before.end, token.begin).contains(MARKS)
    };
    let begin = (0..=asked).rev().find(|&piece| marked(piece)).unwrap_or(0);
    let end = (asked + 1..case.reading.tokens.len()).find(|&piece| marked(piece));
    let end = end.unwrap_or(case.reading.tokens.len());
    content.iter().copied().filter(|piece| (begin..end).contains(piece)).collect()
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

/// Whether a figure has the attribute that is asked for: of `…项目的装机容量是多少` the attribute, right behind
/// 的 and before what asks, must be said by its names, or the end of a name by the question.
pub(super) fn has_attribute(case: &Case, m: &Match) -> bool {
    let words = |piece: usize| {
        let token = case.reading.tokens.get(piece);
        token.map_or_else(String::new, |token| case.reading.words(token.begin, token.end))
    };
    let asks = case.reading.senses().find(|(_, sense)| **sense == Sense::Tag(Tag::HowMany));
    let attribute = asks.and_then(|(asks, _)| (0..asks).rev().find(|&piece| case.is_content(piece)));
    let Some(attribute) = attribute.filter(|&piece| piece > 0 && words(piece - 1).ends_with('的')) else {
        return true;
    };
    let question: String = case.reading.units.iter().map(|unit| unit.text.as_str()).collect();
    let ends_so = |name: &str| {
        let end: String = name.chars().skip(name.chars().count().saturating_sub(2)).collect();
        question.contains(&end)
    };
    m.circles[attribute] == Circle::Names || m.figure.names.lines().any(ends_so)
}
