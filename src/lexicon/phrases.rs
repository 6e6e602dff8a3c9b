//! Words that steer the reading of figures, from `data/lexicon`: comparators, words of change, words
//! of time, and word lists by class.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::facts::Comparator;

/// Where a comparator stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Position {
    /// Before the number: 超过.
    Before,
    /// Between number and unit: 余.
    Inside,
    /// After the unit: 以上.
    After,
}

#[derive(Debug, Deserialize)]
struct ComparatorRow {
    word: String,
    position: Position,
    comparator: Comparator,
}

#[derive(Debug, Deserialize)]
struct ChangeRow {
    word: String,
    sign: i8,
}

/// What a word of time says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Time {
    /// Years that have passed.
    Past,
    /// Years to come.
    Future,
    /// A part of the year.
    Part,
    /// The year before.
    Previous,
    /// The time that a figure is compared with.
    Earlier,
    /// The year that is spoken of.
    Current,
}

#[derive(Debug, Deserialize)]
struct PeriodRow {
    word: String,
    kind: Time,
}

/// An aim put in words instead of a number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Aim {
    /// What the wording begins with: `与上年`.
    pub begin: String,
    /// What it may end with, `|` between the words.
    end: String,
    /// How it bounds the value.
    pub comparator: Comparator,
}

impl Aim {
    /// Whether a wording that has the beginning ends as it must.
    #[must_use]
    pub fn ends(&self, wording: &str) -> bool {
        self.end.split('|').any(|word| wording.ends_with(word))
    }
}

#[derive(Debug, Deserialize)]
struct PhraseRow {
    class: String,
    word: String,
}

fn rows<T: serde::de::DeserializeOwned>(table: &'static str) -> impl Iterator<Item = T> {
    csv::Reader::from_reader(table.as_bytes()).into_deserialize().filter_map(Result::ok)
}

/// Sorts the longest word first, so that the first hit is the longest.
fn longest_first<T>(mut words: Words<T>) -> Words<T> {
    words.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
    words
}

/// Whether `text` begins with `word`. The first character settles most cases without a call.
fn begins(text: &[char], word: &[char]) -> bool {
    text.first() == word.first() && text.starts_with(word)
}

/// Words with what they say, the longest first.
type Words<T> = Vec<(Vec<char>, T)>;

static COMPARATORS: LazyLock<Words<(Position, Comparator)>> = LazyLock::new(|| {
    longest_first(
        rows::<ComparatorRow>(include_str!("../../data/lexicon/comparators.csv"))
            .map(|row| (row.word.chars().collect(), (row.position, row.comparator)))
            .collect(),
    )
});

static CHANGES: LazyLock<Words<i8>> = LazyLock::new(|| {
    longest_first(
        rows::<ChangeRow>(include_str!("../../data/lexicon/changes.csv"))
            .map(|row| (row.word.chars().collect(), row.sign))
            .collect(),
    )
});

static PERIODS: LazyLock<Words<Time>> = LazyLock::new(|| {
    longest_first(
        rows::<PeriodRow>(include_str!("../../data/lexicon/periods.csv"))
            .map(|row| (row.word.chars().collect(), row.kind))
            .collect(),
    )
});

static AIMS: LazyLock<Vec<Aim>> =
    LazyLock::new(|| rows(include_str!("../../data/lexicon/aims.csv")).collect());

static PHRASES: LazyLock<BTreeMap<String, Phrases>> = LazyLock::new(|| {
    let mut lists: BTreeMap<String, Vec<Vec<char>>> = BTreeMap::new();
    for row in rows::<PhraseRow>(include_str!("../../data/lexicon/phrases.csv")) {
        lists.entry(row.class).or_default().push(row.word.chars().collect());
    }
    lists.into_iter().map(|(class, words)| (class, Phrases::new(words))).collect()
});

/// A list of words of one class.
#[derive(Debug, Default)]
pub struct Phrases {
    /// In the order of the table.
    listed: Vec<Vec<char>>,
    words: HashSet<Vec<char>>,
    longest: usize,
}

impl Phrases {
    fn new(words: Vec<Vec<char>>) -> Self {
        let longest = words.iter().map(Vec::len).max().unwrap_or(0);
        Self { words: words.iter().cloned().collect(), listed: words, longest }
    }

    /// The words, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = String> {
        self.listed.iter().map(|word| word.iter().collect())
    }

    /// Whether the list holds exactly this word.
    #[must_use]
    pub fn has(&self, text: &[char]) -> bool {
        self.words.contains(text)
    }

    /// The first word of the table that stands anywhere in `text`.
    #[must_use]
    pub fn first_in(&self, text: &[char]) -> Option<String> {
        let within = |word: &Vec<char>| text.windows(word.len().max(1)).any(|window| window == word);
        self.listed.iter().find(|word| within(word)).map(|word| word.iter().collect())
    }

    /// Whether a word of the list stands anywhere in `text`.
    #[must_use]
    pub fn stand_in(&self, text: &[char]) -> bool {
        (0..text.len()).any(|at| self.at_start(&text[at..]) > 0)
    }

    /// Length of the longest word that `text` begins with; 0 for none.
    #[must_use]
    pub fn at_start(&self, text: &[char]) -> usize {
        (1..=self.longest.min(text.len())).rev().find(|&n| self.words.contains(&text[..n])).unwrap_or(0)
    }

    /// Length of the longest word that `text` ends with; 0 for none.
    #[must_use]
    pub fn at_end(&self, text: &[char]) -> usize {
        let length = text.len();
        (1..=self.longest.min(length)).rev().find(|&n| self.words.contains(&text[length - n..])).unwrap_or(0)
    }
}

static NONE: LazyLock<Phrases> = LazyLock::new(Phrases::default);

/// The words of a class of `data/lexicon/phrases.csv`; an empty list for an unknown class.
#[must_use]
pub fn class(name: &str) -> &'static Phrases {
    PHRASES.get(name).unwrap_or(&NONE)
}

/// The aims put in words, in the order of the table.
#[must_use]
pub fn aims() -> &'static [Aim] {
    &AIMS
}

/// The comparator that `text` ends with (before a number), and its length.
#[must_use]
pub fn comparator_before(text: &[char]) -> Option<(Comparator, usize)> {
    COMPARATORS
        .iter()
        .find(|(word, (position, _))| *position == Position::Before && text.ends_with(word))
        .map(|(word, (_, comparator))| (*comparator, word.len()))
}

/// The comparator that `text` begins with, inside (before the unit) or after a quantity.
#[must_use]
pub fn comparator_at(text: &[char], wanted: Position) -> Option<(Comparator, usize)> {
    COMPARATORS
        .iter()
        .find(|(word, (position, _))| *position == wanted && begins(text, word))
        .map(|(word, (_, comparator))| (*comparator, word.len()))
}

/// The word of change that `text` ends with: its sign and its length.
#[must_use]
pub fn change_before(text: &[char]) -> Option<(i8, usize)> {
    CHANGES.iter().find(|(word, _)| text.ends_with(word)).map(|(word, sign)| (*sign, word.len()))
}

/// The word of time that `text` begins with, and its length.
#[must_use]
pub fn time_at(text: &[char]) -> Option<(Time, usize)> {
    PERIODS.iter().find(|(word, _)| begins(text, word)).map(|(word, time)| (*time, word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(table: &str) -> usize {
        table.lines().count() - 1
    }

    #[test]
    fn every_row_is_read() {
        assert_eq!(COMPARATORS.len(), lines(include_str!("../../data/lexicon/comparators.csv")));
        assert_eq!(CHANGES.len(), lines(include_str!("../../data/lexicon/changes.csv")));
        assert_eq!(PERIODS.len(), lines(include_str!("../../data/lexicon/periods.csv")));
        assert_eq!(AIMS.len(), lines(include_str!("../../data/lexicon/aims.csv")));
        let words: usize = PHRASES.values().map(|list| list.words.len()).sum();
        assert_eq!(words, lines(include_str!("../../data/lexicon/phrases.csv")));
    }

    #[test]
    fn the_longest_word_wins() {
        let text: Vec<char> = "总量达到了".chars().collect();
        assert_eq!(class("tail").at_end(&text), 3);
        let text: Vec<char> = "数量不超过".chars().collect();
        assert_eq!(comparator_before(&text), Some((Comparator::AtMost, 3)));
    }
}
