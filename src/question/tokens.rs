//! Cutting a question into names, words, years and the unknown.
//!
//! Names of the graph and words of the lexicon compete for the units of the question; the cut that
//! explains most with the longest pieces wins.

use super::fold::Unit;
use super::index::{Class, Index, Thing};
use super::words::{Sense, Words};

/// A piece of a question: some units and what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// First unit.
    pub begin: usize,
    /// Unit after the last.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
}

/// What a piece of a question is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A name of the graph: the things that bear it, by their position in the index.
    Name(Vec<usize>),
    /// A word of the lexicon.
    Word(Vec<Sense>),
    /// A calendar year.
    Year(i32),
    /// Nothing known.
    Unknown,
}

/// Weight of a cut. A longer piece outweighs the sum of its parts, so weights grow with the square of
/// the length; of two equal pieces a name is preferred to a word.
type Weight = u32;

/// Cuts a question.
#[must_use]
pub fn cut(units: &[Unit], words: &Words, index: &Index) -> Vec<Token> {
    let mut best: Vec<(Weight, Option<Token>)> = vec![(0, None); units.len() + 1];
    for begin in 0..units.len() {
        let before = best[begin].0;
        for token in tokens_at(units, begin, words, index) {
            let weight = before + weight(units, &token);
            let end = token.end;
            if best[end].1.is_none() || weight > best[end].0 {
                best[end] = (weight, Some(token));
            }
        }
    }
    let mut tokens = Vec::new();
    let mut at = units.len();
    while let Some((_, Some(token))) = best.get(at) {
        at = token.begin;
        tokens.push(token.clone());
    }
    tokens.reverse();
    tokens
}

fn weight(units: &[Unit], token: &Token) -> Weight {
    // A Latin word counts as much as two characters.
    let length: Weight =
        units[token.begin..token.end].iter().map(|unit| if unit.is_word() { 2 } else { 1 }).sum();
    match token.kind {
        Kind::Unknown => 0,
        Kind::Word(_) => 2 * length * length,
        Kind::Year(_) | Kind::Name(_) => 2 * length * length + 1,
    }
}

/// Every piece that can begin at a unit, the unknown unit first.
fn tokens_at(units: &[Unit], begin: usize, words: &Words, index: &Index) -> Vec<Token> {
    let mut tokens = vec![Token { begin, end: begin + 1, kind: Kind::Unknown }];
    tokens.extend(year(units, begin).filter(|token| !is_counted(units, token, words, index)));
    tokens.extend(sound(units, begin, words, index));
    let (mut key, mut taken) = (String::new(), 0);
    // The longest names of projects have some forty characters.
    for unit in units[begin..].iter().take(words.longest().max(60)) {
        key.push_str(&unit.text);
        taken += 1;
        let end = begin + taken;
        let (things, senses) = (index.named(&key), words.senses(&key));
        if let Some(things) = things
            && !(senses.is_some_and(asks) && things.iter().all(|&thing| is_indicator(index, thing)))
        {
            tokens.push(Token { begin, end, kind: Kind::Name(things.to_vec()) });
        }
        if let Some(senses) = senses {
            tokens.push(Token { begin, end, kind: Kind::Word(senses.to_vec()) });
        }
    }
    tokens
}

/// Whether a word only asks or frames: some report's figure called 重点项目 does not make that word its name.
fn asks(senses: &[Sense]) -> bool {
    senses.iter().all(|sense| matches!(sense, Sense::Tag(_)))
}

fn is_indicator(index: &Index, thing: usize) -> bool {
    index.things.get(thing).is_some_and(|thing| thing.class == Class::Indicator)
}

/// Whether what looks like a year counts something: `2000家`. A year that a report is about is a year.
fn is_counted(units: &[Unit], token: &Token, words: &Words, index: &Index) -> bool {
    let Kind::Year(year) = token.kind else { return false };
    let told = index.reports.iter().any(|r| r.plan_year == Some(year) || r.review_year == Some(year));
    let bare = token.end == token.begin + 1;
    let next = units.get(token.end).map_or("", |unit| unit.text.as_str());
    bare && !told && words.is_unit(next)
}

/// `2022年`, `2022`, `二〇二二年`.
fn year(units: &[Unit], begin: usize) -> Option<Token> {
    let named = |at: usize| units.get(at).is_some_and(|unit| unit.text == "年");
    if let Ok(year) = units[begin].text.trim().parse::<i32>() {
        let end = if named(begin + 1) { begin + 2 } else { begin + 1 };
        return (1900..=2100).contains(&year).then_some(Token { begin, end, kind: Kind::Year(year) });
    }
    let digit =
        |unit: &Unit| "〇一二三四五六七八九".find(&unit.text).or_else(|| (unit.text == "零").then_some(0));
    let mut year = 0;
    for unit in units.get(begin..begin + 4)? {
        year = year * 10 + i32::try_from(digit(unit)? / '一'.len_utf8()).ok()?;
    }
    let known = named(begin + 4) && (1900..=2100).contains(&year);
    known.then_some(Token { begin, end: begin + 5, kind: Kind::Year(year) })
}

/// A name in pinyin, in one word or several, with the English word for its ending where that follows.
fn sound(units: &[Unit], begin: usize, words: &Words, index: &Index) -> Option<Token> {
    let mut sound = String::new();
    let mut found = None;
    for (at, unit) in units.iter().enumerate().skip(begin).take(6) {
        if !unit.is_word() || unit.is_number() {
            break;
        }
        sound.push_str(unit.text.trim());
        if let Some(things) = index.sounding(&sound) {
            found = Some((at + 1, things.to_vec()));
        }
    }
    let (mut end, mut things) = found?;
    let spoken: String = units[begin..end].iter().map(|unit| unit.text.trim()).collect();
    for ending in &words.place_endings {
        let Some(after) = ending.en.iter().find_map(|word| ends_after(units, end, word)) else { continue };
        // `Datai subdistrict office` is 大台街道办事处, which `Datai` alone is not.
        let whole = index.sounding(&format!("{spoken}{}", ending.pinyin)).unwrap_or_default();
        let named: Vec<usize> =
            things.iter().chain(whole).copied().filter(|&thing| ends_in(index, thing, &ending.zh)).collect();
        if !named.is_empty() {
            (end, things) = (after, named);
            things.dedup();
            break;
        }
    }
    Some(Token { begin, end, kind: Kind::Name(things) })
}

/// Whether the name of a place, body or project ends so.
fn ends_in(index: &Index, thing: usize, ending: &str) -> bool {
    let named = |t: &Thing| {
        matches!(t.class, Class::Place | Class::Organization | Class::Project) && t.label.ends_with(ending)
    };
    index.things.get(thing).is_some_and(named)
}

/// Where an English phrase ends that begins at a unit, if it stands there.
fn ends_after(units: &[Unit], begin: usize, phrase: &str) -> Option<usize> {
    let wanted = super::fold::units(phrase);
    let end = begin + wanted.len();
    let there = units.get(begin..end)?;
    there.iter().zip(&wanted).all(|(a, b)| a.text == b.text).then_some(end)
}
