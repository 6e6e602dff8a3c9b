//! From words of a question to the things of the graph that they name, in full or in part.

use super::case::Case;
use super::fold::{Mark, is_ideograph};
use super::index::{Class, Thing};
use super::tokens::Kind;
use super::words::Sense;

/// Things that the words of a question may mean.
#[derive(Debug, Clone, Default)]
pub struct Meant {
    /// Their positions in the index, likeliest first.
    pub things: Vec<usize>,
    /// The pieces of the question that name them.
    pub pieces: Vec<usize>,
}

/// A thing with the pieces of the question that its names say.
struct Candidate {
    thing: usize,
    pieces: Vec<usize>,
    /// Whether its names hold the very words, and no other words for the same.
    literal: bool,
    /// How much of the name is spelled: 1 for all.
    likeness: f64,
}

impl Candidate {
    /// More words said is better; of equally many, the very words are.
    fn strength(&self) -> usize {
        2 * self.pieces.len() + usize::from(self.literal)
    }
}

impl Case<'_> {
    /// Whether a piece can only be a name or part of one: unknown words, names, and words for what names
    /// hold (topics, types, English for Chinese).
    #[must_use]
    pub fn is_content(&self, piece: usize) -> bool {
        let names = |sense: &Sense| {
            matches!(
                sense,
                Sense::Topic(_)
                    | Sense::Gloss(_)
                    | Sense::PlaceType(_)
                    | Sense::OrganizationType(_)
                    | Sense::Measure(_)
            )
        };
        match self.kind(piece) {
            Some(Kind::Name(_) | Kind::Unknown) => true,
            Some(Kind::Word(senses)) => {
                senses.iter().any(names) && !senses.iter().any(|sense| matches!(sense, Sense::Tag(_)))
            }
            _ => false,
        }
    }

    /// The things of some classes whose names say all that the given pieces say, or, where none does, the
    /// most. A thing named in full leaves out those named in part.
    #[must_use]
    pub fn meant(&self, classes: &[Class], pieces: &[usize]) -> Meant {
        let things = self.index.things.iter().enumerate().filter(|(_, thing)| classes.contains(&thing.class));
        let candidates: Vec<Candidate> =
            things.filter_map(|(at, thing)| self.candidate(at, thing, pieces)).collect();
        let strongest = candidates.iter().map(Candidate::strength).max().unwrap_or(0);
        let mut chosen: Vec<Candidate> =
            candidates.into_iter().filter(|candidate| candidate.strength() == strongest).collect();
        if chosen.iter().any(|candidate| candidate.likeness >= 1.0) {
            chosen.retain(|candidate| candidate.likeness >= 1.0);
        }
        chosen.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.thing.cmp(&b.thing)));
        let pieces = chosen.first().map(|candidate| candidate.pieces.clone()).unwrap_or_default();
        Meant { things: chosen.into_iter().map(|candidate| candidate.thing).collect(), pieces }
    }

    fn candidate(&self, at: usize, thing: &Thing, pieces: &[usize]) -> Option<Candidate> {
        let names = thing.spelled.as_str();
        let common = self.reading.common(names);
        let named =
            |piece: usize| matches!(self.kind(piece), Some(Kind::Name(things)) if things.contains(&at));
        let says = |piece: &usize| named(*piece) || self.says(names, &common, *piece);
        let pieces: Vec<usize> = pieces.iter().copied().filter(says).collect();
        // 北京大学 is not part of 北京理工大学, though 斋堂输变电站 may well be 斋堂110千伏输变电站.
        let whole = thing.class != Class::Organization || self.is_unbroken(names, &pieces);
        if pieces.is_empty() || !whole {
            return None;
        }
        let literal = pieces.iter().all(|&piece| self.says_literally(&common, piece));
        let likeness = if let [piece] = pieces.as_slice()
            && named(*piece)
        {
            1.0
        } else {
            self.likeness(&thing.names, &pieces)
        };
        Some(Candidate { thing: at, pieces, literal, likeness })
    }

    /// Whether a folded text holds what a piece says, given the units that both hold.
    #[must_use]
    pub fn says(&self, text: &str, common: &[bool], piece: usize) -> bool {
        let holds = |words: &[String]| words.iter().any(|word| Mark::new(word).is_in(text));
        self.says_literally(common, piece)
            || match self.kind(piece) {
                Some(Kind::Name(things)) => things.iter().any(|&thing| self.is_named_in(thing, text)),
                Some(Kind::Word(senses)) => senses.iter().any(|sense| match sense {
                    Sense::Topic(words) | Sense::Gloss(words) => holds(words),
                    Sense::State(id) => holds(self.words.state_words(id)),
                    Sense::PlaceType(id) | Sense::OrganizationType(id) => holds(self.words.type_words(id)),
                    _ => false,
                }),
                _ => false,
            }
    }

    /// Whether the very words of a piece are among the common units.
    fn says_literally(&self, common: &[bool], piece: usize) -> bool {
        let token = self.reading.tokens.get(piece);
        let held = token.and_then(|token| common.get(token.begin..token.end));
        held.is_some_and(|held| held.iter().all(|&held| held))
    }

    /// Whether a folded text holds a Chinese name of a thing, a place's without its ending (`军庄` of 军庄镇).
    fn is_named_in(&self, thing: usize, text: &str) -> bool {
        let Some(thing) = self.index.things.get(thing) else { return false };
        thing.names.iter().filter(|name| name.starts_with(is_ideograph)).any(|name| {
            let ending = self.words.place_endings.iter().find_map(|ending| name.strip_suffix(&ending.zh));
            let short = ending.filter(|short| thing.class == Class::Place && short.chars().count() >= 2);
            text.contains(short.unwrap_or(name))
        })
    }

    /// Whether pieces that stand side by side in the question stand side by side in a name too.
    fn is_unbroken(&self, names: &str, pieces: &[usize]) -> bool {
        pieces.windows(2).all(|pair| {
            match (self.reading.tokens.get(pair[0]), self.reading.tokens.get(pair[1])) {
                (Some(a), Some(b)) if a.end == b.begin => {
                    let units = self.reading.units.get(a.begin..b.end).unwrap_or_default();
                    // English words for a Chinese name have an order of their own.
                    units.iter().any(|unit| unit.is_word())
                        || names.contains(&units.iter().map(|unit| unit.text.as_str()).collect::<String>())
                }
                _ => true,
            }
        })
    }

    /// How much of the fullest-spelled of some names the given pieces spell.
    fn likeness(&self, names: &[String], pieces: &[usize]) -> f64 {
        let tokens = pieces.iter().filter_map(|&piece| self.reading.tokens.get(piece));
        let length: usize = tokens
            .flat_map(|token| self.reading.units.get(token.begin..token.end).unwrap_or_default())
            .map(|unit| unit.text.chars().count())
            .sum();
        #[expect(clippy::cast_precision_loss, reason = "names are short")]
        let share = |name: &String| length as f64 / name.chars().count().max(1) as f64;
        names.iter().map(share).filter(|&share| share <= 1.0).fold(0.0, f64::max).min(0.99)
    }

    fn kind(&self, piece: usize) -> Option<&Kind> {
        self.reading.tokens.get(piece).map(|token| &token.kind)
    }
}
