//! A question as read: its language, its pieces, and what has been accounted for.

use serde::Serialize;

use super::fold::{Unit, is_ideograph, units};
use super::index::{Class, Index};
use super::tokens::{Kind, Token, cut};
use super::words::{Sense, Tag, Words};

/// The language of a question, and so of its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Language {
    /// Chinese.
    #[serde(rename = "zh")]
    Chinese,
    /// English, where names may be Chinese.
    #[serde(rename = "en")]
    English,
}

/// A question, cut into pieces.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The question as asked.
    pub question: Vec<char>,
    /// Its language.
    pub language: Language,
    /// Its units.
    pub units: Vec<Unit>,
    /// Its pieces, in order, without gaps.
    pub tokens: Vec<Token>,
    /// For each unit, itself with the next, as a key.
    pairs: Vec<String>,
}

impl Reading {
    /// Reads a question.
    #[must_use]
    pub fn new(question: &str, words: &Words, index: &Index) -> Self {
        let units = units(question);
        let mut tokens = cut(&units, words, index);
        explain_glosses(&units, &mut tokens);
        read_counters(&units, &mut tokens, index);
        let pairs = units.windows(2).map(|pair| format!("{}{}", pair[0].text, pair[1].text)).collect();
        Self {
            language: language(question, &tokens),
            question: question.chars().collect(),
            units,
            tokens,
            pairs,
        }
    }

    /// The words of a piece as the question has them.
    #[must_use]
    pub fn words(&self, begin: usize, end: usize) -> String {
        let from = self.units.get(begin).map_or(0, |unit| unit.begin);
        let to = end.checked_sub(1).and_then(|last| self.units.get(last)).map_or(from, |unit| unit.end);
        self.question.get(from..to).unwrap_or_default().iter().collect()
    }

    /// A part of the question, by the pieces from one to before another.
    #[must_use]
    pub fn part(&self, pieces: std::ops::Range<usize>) -> Self {
        Self { tokens: self.tokens.get(pieces).unwrap_or_default().to_vec(), ..self.clone() }
    }

    /// What stands between two units: spaces and marks, and the units between.
    #[must_use]
    pub fn between(&self, end: usize, begin: usize) -> String {
        let from = end.checked_sub(1).and_then(|last| self.units.get(last)).map_or(0, |unit| unit.end);
        let to = self.units.get(begin).map_or(self.question.len(), |unit| unit.begin);
        self.question.get(from..to).unwrap_or_default().iter().collect()
    }

    /// Which units a folded text holds too: those in a common run of two units, and Latin words.
    #[must_use]
    pub fn common(&self, text: &str) -> Vec<bool> {
        let mut held = vec![false; self.units.len()];
        for (at, unit) in self.units.iter().enumerate() {
            if unit.is_word() && text.contains(&unit.text) {
                held[at] = true;
            }
            if self.pairs.get(at).is_some_and(|pair| text.contains(pair)) {
                held[at] = true;
                held[at + 1] = true;
            }
        }
        held
    }

    /// Whether any piece has this tag.
    #[must_use]
    pub fn has(&self, tag: Tag) -> bool {
        self.senses().any(|(_, sense)| *sense == Sense::Tag(tag))
    }

    /// Whether any piece has one of these tags.
    #[must_use]
    pub fn has_any(&self, tags: &[Tag]) -> bool {
        tags.iter().any(|&tag| self.has(tag))
    }

    /// The meanings of all words, with the position of their piece.
    pub fn senses(&self) -> impl Iterator<Item = (usize, &Sense)> {
        self.tokens.iter().enumerate().flat_map(|(at, token)| {
            let senses: &[Sense] = if let Kind::Word(senses) = &token.kind { senses } else { &[] };
            senses.iter().map(move |sense| (at, sense))
        })
    }

    /// The pieces that name a thing of one of these classes, with the things.
    #[must_use]
    pub fn named(&self, index: &Index, classes: &[Class]) -> Vec<(usize, Vec<usize>)> {
        let of_class = |&thing: &usize| index.things.get(thing).is_some_and(|t| classes.contains(&t.class));
        let pieces = self.tokens.iter().enumerate().filter_map(|(at, token)| match &token.kind {
            Kind::Name(things) => Some((at, things.iter().copied().filter(of_class).collect::<Vec<_>>())),
            _ => None,
        });
        pieces.filter(|(_, things)| !things.is_empty()).collect()
    }

    /// The calendar years named.
    #[must_use]
    pub fn years(&self) -> Vec<(usize, i32)> {
        let year = |(at, token): (usize, &Token)| match token.kind {
            Kind::Year(year) => Some((at, year)),
            _ => None,
        };
        self.tokens.iter().enumerate().filter_map(year).collect()
    }

    /// Whether a piece needs no account: every meaning of it only asks or fills.
    #[must_use]
    pub fn is_free(token: &Token) -> bool {
        const FREE: [Tag; 8] =
            [Tag::Stop, Tag::Joins, Tag::Each, Tag::Weak, Tag::Which, Tag::HowMany, Tag::Whether, Tag::At];
        let Kind::Word(senses) = &token.kind else { return false };
        // Of a word that frames a figure, the Chinese for it helps to find the figure.
        let weak = senses.contains(&Sense::Tag(Tag::Weak));
        senses.iter().all(|sense| match sense {
            Sense::Tag(tag) => FREE.contains(tag),
            Sense::Unit(_) => true,
            Sense::Gloss(_) => weak,
            _ => false,
        })
    }
}

/// A question without Chinese words of its own is English: names in Chinese do not count.
fn language(question: &str, tokens: &[Token]) -> Language {
    let latin = question.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1).count();
    let chinese = question.chars().filter(|&c| is_ideograph(c)).count();
    let asks_in_english =
        latin >= 2 && tokens.iter().any(|t| t.begin == 0 && !matches!(t.kind, Kind::Name(_)));
    if chinese == 0 || (asks_in_english && question.starts_with(|c: char| c.is_ascii())) || latin > chinese {
        Language::English
    } else {
        Language::Chinese
    }
}

/// `多少管`: a single unknown character after `多少` counts something.
fn read_counters(units: &[Unit], tokens: &mut [Token], index: &Index) {
    let asks = |token: &Token| match &token.kind {
        Kind::Word(senses) => {
            senses.contains(&Sense::Tag(Tag::HowMany))
                && !senses.iter().any(|sense| matches!(sense, Sense::Unit(_)))
        }
        _ => false,
    };
    for at in 1..tokens.len() {
        let alone = tokens.get(at + 1).is_none_or(|next| next.kind != Kind::Unknown);
        let unit = units.get(tokens[at].begin).filter(|unit| !unit.is_word());
        // In `多少落后产能` the character begins a word of the report.
        let begins = units.get(tokens[at].end).is_some_and(|next| {
            let pair = format!("{}{}", units[tokens[at].begin].text, next.text);
            index.figures.iter().any(|figure| figure.names.contains(&pair))
        });
        if let Some(unit) = unit
            && tokens[at].kind == Kind::Unknown
            && alone
            && !begins
            && asks(&tokens[at - 1])
        {
            tokens[at].kind = Kind::Word(vec![Sense::Unit(unit.text.clone())]);
        }
    }
}

/// `the Shilong Road power tunnel (石龙路电力隧道)`: the unknown words right before a bracket that holds
/// Chinese are the English for it, and say nothing more.
fn explain_glosses(units: &[Unit], tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let opens = |unit: usize| units.get(unit).map_or(0, |u| u.depth);
        let first = tokens[at].begin;
        let inside = &units[first..tokens[at].end];
        let chinese = inside.iter().any(|unit| !unit.is_word()) && inside[0].depth > opens(first - 1);
        if !chinese {
            continue;
        }
        for token in tokens[..at].iter_mut().rev() {
            let latin = units[token.begin..token.end].iter().all(Unit::is_word);
            let asks = matches!(&token.kind, Kind::Word(senses) if senses.iter().any(|sense| matches!(sense, Sense::Tag(_))));
            if !latin || asks || matches!(token.kind, Kind::Year(_)) {
                break;
            }
            token.kind = Kind::Word(vec![Sense::Tag(Tag::Stop)]);
        }
    }
}
