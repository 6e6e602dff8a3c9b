//! Finding quotes in the report: an index over its sentences, made once for all corrections of a file.

use std::ops::Range;

use super::error::Problem;
use super::nearest;
use crate::facts::{Facts, Sentence, SentenceId};
use crate::span::Span;

/// How many characters either side of the closest passage an error shows.
const CONTEXT: usize = 4;

/// Where a quote stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The sentences that it lies in, in reading order; never empty.
    pub sentences: Vec<SentenceId>,
    /// Its characters in the first of them, counted in [`Sentence::quoted`]; None where only the repaired
    /// text has it.
    pub within: Option<Range<usize>>,
}

impl Found {
    /// Whether one of `evidence` is a sentence of the quote.
    pub fn meets(&self, evidence: &[SentenceId]) -> bool {
        evidence.iter().any(|sentence| self.sentences.contains(sentence))
    }
}

/// The sentences of a report, made ready for looking up quotes.
#[derive(Debug)]
pub(super) struct Index {
    quoted: Layer,
    /// The repaired text, where it differs.
    text: Option<Layer>,
}

impl Index {
    pub fn new(facts: &Facts) -> Self {
        let quoted = Layer::new(facts.sentences.iter().map(|sentence| sentence.quoted.as_str()));
        let repaired = facts.sentences.iter().any(|sentence| sentence.text != sentence.quoted);
        let text =
            repaired.then(|| Layer::new(facts.sentences.iter().map(|sentence| sentence.text.as_str())));
        Self { quoted, text }
    }

    /// Finds a quote: anywhere if all its occurrences are in the same sentences, else the occurrence that
    /// is asked for (counted from 1).
    pub fn find(&self, quote: &str, occurrence: Option<usize>) -> Result<Found, Problem> {
        let wanted = fold(quote);
        let found = self.all(&wanted);
        let Some(first) = found.first() else {
            return Err(Problem::QuoteNotFound { quote: quote.to_owned(), closest: self.closest(&wanted) });
        };
        let count = found.len();
        match occurrence {
            Some(asked) => {
                let picked = asked.checked_sub(1).and_then(|at| found.get(at));
                picked.cloned().ok_or_else(|| Problem::NoSuchOccurrence {
                    quote: quote.to_owned(),
                    asked,
                    count,
                })
            }
            None if found.iter().all(|other| other.sentences == first.sentences) => Ok(first.clone()),
            None => Err(Problem::QuoteAmbiguous { quote: quote.to_owned(), count }),
        }
    }

    /// All occurrences in reading order. Those in the repaired text count where the text as received has
    /// none in the same sentences.
    fn all(&self, wanted: &[char]) -> Vec<Found> {
        let mut found: Vec<Found> =
            self.quoted.hits(wanted).map(|at| self.quoted.found(at, wanted.len(), true)).collect();
        if let Some(text) = &self.text {
            for at in text.hits(wanted) {
                let extra = text.found(at, wanted.len(), false);
                if found.iter().all(|known| known.sentences != extra.sentences) {
                    found.push(extra);
                }
            }
            found.sort_by(|a, b| a.sentences.cmp(&b.sentences));
        }
        found
    }

    fn closest(&self, wanted: &[char]) -> Option<String> {
        let layer = self.text.as_ref().unwrap_or(&self.quoted);
        let start = nearest::passage(wanted, &layer.chars)?;
        let end = (start + wanted.len() + CONTEXT).min(layer.chars.len());
        Some(layer.shown[start.saturating_sub(CONTEXT)..end].iter().collect())
    }
}

/// One reading of all sentences, joined, with a sorted list of its three-character stretches.
#[derive(Debug)]
struct Layer {
    /// The characters that count for comparison.
    chars: Vec<char>,
    /// The same as they stand in the sentences, for showing.
    shown: Vec<char>,
    /// For each of them, its sentence and its offset in that sentence's characters.
    places: Vec<(SentenceId, usize)>,
    /// Key and start of each three-character stretch, sorted: a quote's occurrences stand together.
    stretches: Vec<(u64, usize)>,
}

impl Layer {
    fn new<'a>(sentences: impl Iterator<Item = &'a str>) -> Self {
        let (mut chars, mut shown, mut places) = (Vec::new(), Vec::new(), Vec::new());
        for (number, sentence) in sentences.enumerate() {
            for (offset, char, as_written) in folded(sentence) {
                chars.push(char);
                shown.push(as_written);
                places.push((SentenceId(number), offset));
            }
        }
        let mut stretches: Vec<(u64, usize)> =
            (0..chars.len()).map(|start| (key(&chars[start..]), start)).collect();
        stretches.sort_unstable();
        Self { chars, shown, places, stretches }
    }

    /// Where `wanted` starts, in reading order.
    fn hits(&self, wanted: &[char]) -> impl Iterator<Item = usize> {
        let low = key(wanted);
        let missing = KEY_CHARS.saturating_sub(wanted.len());
        let high = low | ((1 << (missing * CHAR_BITS)) - 1);
        let from = self.stretches.partition_point(|(key, _)| *key < low);
        let to = self.stretches.partition_point(|(key, _)| *key <= high);
        let mut hits: Vec<usize> = self.stretches[from..to.max(from)]
            .iter()
            .map(|(_, start)| *start)
            .filter(|start| !wanted.is_empty() && self.chars[*start..].starts_with(wanted))
            .collect();
        hits.sort_unstable();
        hits.into_iter()
    }

    fn found(&self, start: usize, length: usize, as_received: bool) -> Found {
        let stretch = &self.places[start..start + length];
        let mut sentences: Vec<SentenceId> = stretch.iter().map(|(sentence, _)| *sentence).collect();
        sentences.dedup();
        let in_first = stretch.iter().take_while(|(sentence, _)| Some(sentence) == sentences.first());
        let within = as_received.then(|| {
            let begin = stretch.first().map_or(0, |(_, offset)| *offset);
            begin..in_first.last().map_or(begin, |(_, offset)| offset + 1)
        });
        Found { sentences, within }
    }
}

/// How many characters a key holds.
const KEY_CHARS: usize = 3;
/// Every `char` fits into 21 bits.
const CHAR_BITS: usize = 21;

/// The first three characters as one number that sorts as they do; zero stands for a missing one.
fn key(chars: &[char]) -> u64 {
    (0..KEY_CHARS)
        .fold(0, |key, at| key << CHAR_BITS | chars.get(at).map_or(0, |char| u64::from(u32::from(*char))))
}

/// The characters of a text that count when it is compared with the report.
pub(super) fn fold(text: &str) -> Vec<char> {
    folded(text).map(|(_, char, _)| char).collect()
}

/// Leaves out white space and Markdown's asterisks; makes all quotation marks one, and full-width forms
/// half-width. Each character comes with its offset in `text`, in characters, and as it was written.
fn folded(text: &str) -> impl Iterator<Item = (usize, char, char)> {
    text.chars().enumerate().filter_map(|(offset, as_written)| {
        let char = match as_written {
            '*' | '\u{200B}' | '\u{FEFF}' => return None,
            _ if as_written.is_whitespace() => return None,
            '“' | '”' | '„' | '‘' | '’' | '\'' | '「' | '」' | '『' | '』' | '＂' | '＇' => {
                '"'
            }
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(as_written) - 0xFEE0).unwrap_or(as_written),
            _ => as_written,
        };
        Some((offset, char, as_written))
    })
}

/// Where `words` stand in a sentence, counted in [`Sentence::quoted`]; the occurrence that meets `near`
/// before any other.
pub(super) fn locate(sentence: &Sentence, words: &str, near: Option<&Range<usize>>) -> Option<Range<usize>> {
    let wanted = fold(words);
    let text: Vec<(usize, char, char)> = folded(&sentence.quoted).collect();
    if wanted.is_empty() {
        return None;
    }
    let mut hits = text
        .windows(wanted.len())
        .filter(|window| window.iter().map(|(_, char, _)| char).eq(wanted.iter()))
        .filter_map(|window| Some(window.first()?.0..window.last()?.0 + 1));
    let first = hits.next()?;
    let meets = |hit: &Range<usize>| near.is_none_or(|near| hit.start < near.end && near.start < hit.end);
    if meets(&first) { Some(first) } else { hits.find(meets).or(Some(first)) }
}

/// The characters of the file that hold a range of a sentence's [`Sentence::quoted`].
///
/// The facts do not say where in the file white space was left out of the sentence. Where some was, the
/// span is widened by as much, so that it surely holds the words.
pub(super) fn file_span(sentence: &Sentence, within: &Range<usize>) -> Span {
    let left_out = sentence.span.len().saturating_sub(sentence.quoted.chars().count());
    let begin = sentence.span.begin + within.start;
    Span::new(begin, (sentence.span.begin + within.end + left_out).min(sentence.span.end).max(begin))
}

#[cfg(test)]
#[path = "tests/quote.rs"]
mod tests;
