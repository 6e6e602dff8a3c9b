//! Words of questions that are put together from others, by the table `[compounds]` of the lexicon.

use serde::Deserialize;

use super::{Sense, Spellings, State, Tag, Words};
use crate::question::fold::key;
use std::collections::BTreeMap;

/// What words are put together from.
#[derive(Deserialize)]
pub(super) struct Compounds {
    state: Around,
    reached: Reached,
}

/// What may stand around a word without changing what it means.
#[derive(Deserialize)]
struct Around {
    before: Vec<String>,
    after: Vec<String>,
}

/// `建` + `到` + `什么程度`
#[derive(Deserialize)]
struct Reached {
    verbs: Vec<String>,
    asks: Vec<String>,
}

impl Words {
    pub(super) fn add_compounds(
        &mut self,
        compounds: &Compounds,
        tags: &BTreeMap<String, Spellings>,
        states: &BTreeMap<String, State>,
        units: &BTreeMap<String, Vec<String>>,
    ) {
        self.add_finished(tags);
        self.add_asked_units(tags, units);
        self.add_stages(&compounds.state, states);
        for verb in &compounds.reached.verbs {
            for ask in &compounds.reached.asks {
                self.add(&format!("{verb}到{ask}"), &Sense::Tag(Tag::Progress));
            }
        }
        self.add_named_what(tags);
    }

    /// `新建了`, `增长了`: with 了, a word means what it means without.
    fn add_finished(&mut self, tags: &BTreeMap<String, Spellings>) {
        for word in ["weak", "change"].iter().filter_map(|tag| tags.get(*tag)).flat_map(|words| &words.zh) {
            for sense in self.senses(&key(word)).unwrap_or_default().to_vec() {
                self.add(&format!("{word}了"), &sense);
            }
        }
    }

    /// `处于谋划阶段`, `已建的`: what a state is called with the words that may stand around it.
    fn add_stages(&mut self, around: &Around, states: &BTreeMap<String, State>) {
        for (id, state) in states {
            for word in &state.zh {
                for before in &around.before {
                    for after in &around.after {
                        let compound = format!("{before}{word}{after}");
                        if self.senses(&key(&compound)).is_none() {
                            self.add(&compound, &Sense::State(id.clone()));
                        }
                    }
                }
            }
        }
    }

    /// `被评为什么`: not `为什么`.
    fn add_named_what(&mut self, tags: &BTreeMap<String, Spellings>) {
        for (name, tag) in [("wins", Tag::Wins), ("gives", Tag::Gives)] {
            let words = tags.get(name).map(|spellings| spellings.zh.clone()).unwrap_or_default();
            for word in words.iter().filter(|word| word.ends_with('为')) {
                for what in ["什么", "哪些", "哪个", "啥"] {
                    self.add(&format!("{word}{what}"), &Sense::Tag(tag));
                    self.add(&format!("{word}{what}"), &Sense::Tag(Tag::Which));
                }
            }
        }
    }

    /// `多少` and `几` with every unit, as one word each: a unit alone (`家`, `户`) means nothing.
    fn add_asked_units(&mut self, tags: &BTreeMap<String, Spellings>, units: &BTreeMap<String, Vec<String>>) {
        let asks = tags.get("howMany").map(|spellings| spellings.zh.clone()).unwrap_or_default();
        for ask in asks.iter().filter(|ask| ask.ends_with("多少") || ask.ends_with('几')) {
            for unit in units.values().flatten() {
                let word = format!("{ask}{unit}");
                // Signs such as % are folded away; what is left asks for no unit.
                if key(&word) == key(ask) {
                    continue;
                }
                self.add(&word, &Sense::Tag(Tag::HowMany));
                self.add(&word, &Sense::Unit(unit.clone()));
            }
        }
    }
}
