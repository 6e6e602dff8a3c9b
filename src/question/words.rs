//! The words of questions: the lexicon in `data/lexicon/question.toml`, read once.

mod compounds;

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

use super::Error;
use super::fold::key;
use compounds::Compounds;

/// What a word of a question does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Tag {
    Stop,
    Joins,
    Share,
    Each,
    Weak,
    Quantity,
    Why,
    Which,
    Where,
    When,
    Who,
    HowMany,
    Whether,
    Progress,
    Course,
    Sentence,
    Doing,
    Project,
    Programme,
    Place,
    Organization,
    Honour,
    Target,
    Actual,
    Change,
    Rank,
    Parts,
    Span,
    Outcome,
    TakesPart,
    Gives,
    Wins,
    Competes,
    Contains,
    Inside,
    At,
    ThisYear,
    LastYear,
    NextYear,
}

/// One meaning of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sense {
    /// It asks, frames, relates or fills.
    Tag(Tag),
    /// A state of projects, by its id in the ontology.
    State(String),
    /// A role of organizations.
    Role(String),
    /// A type of places.
    PlaceType(String),
    /// A type of organizations.
    OrganizationType(String),
    /// A field of work: the words by which names show that they belong to it.
    Topic(Vec<String>),
    /// An English word for any of these Chinese ones.
    Gloss(Vec<String>),
    /// A noun that measures, and the units in which it does.
    Measure(Vec<String>),
    /// A unit asked for (`多少户`).
    Unit(String),
    /// The report's own area, and how names of its level end.
    Area(Vec<String>),
    /// A five-year plan, first and last year.
    FiveYears(i32, i32),
}

/// A name in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Label {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// How names of a kind of place end.
#[derive(Debug, Clone, Deserialize)]
pub struct PlaceEnding {
    /// In Chinese.
    pub zh: String,
    /// In pinyin.
    pub pinyin: String,
    /// The English words that stand for it.
    pub en: Vec<String>,
}

/// Bodies and their parts.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Bodies {
    /// Endings of parts that are named after their body.
    pub parts: Vec<String>,
    /// Endings of bodies that a part's name leaves out.
    pub endings: Vec<String>,
    /// How these endings sound.
    pub sounds: Vec<String>,
}

/// The lexicon, ready for look-up.
#[derive(Debug)]
pub struct Words {
    senses: HashMap<String, Vec<Sense>>,
    longest: usize,
    labels: BTreeMap<String, Label>,
    states: BTreeMap<String, State>,
    types: BTreeMap<String, Vec<String>>,
    unit_classes: BTreeMap<String, Vec<String>>,
    /// Endings of places.
    pub place_endings: Vec<PlaceEnding>,
    /// Bodies and their parts.
    pub bodies: Bodies,
}

#[derive(Deserialize)]
struct File {
    tags: BTreeMap<String, Spellings>,
    five_year_plans: BTreeMap<String, (i32, i32)>,
    areas: BTreeMap<String, Vec<String>>,
    states: BTreeMap<String, State>,
    roles: BTreeMap<String, Named>,
    place_types: BTreeMap<String, Named>,
    organization_types: BTreeMap<String, Named>,
    topics: BTreeMap<String, Topic>,
    measures: BTreeMap<String, Vec<String>>,
    units: BTreeMap<String, Vec<String>>,
    gloss: BTreeMap<String, Vec<String>>,
    place_endings: Vec<PlaceEnding>,
    bodies: Bodies,
    compounds: Compounds,
}

#[derive(Deserialize)]
struct Spellings {
    zh: Vec<String>,
    en: Vec<String>,
}

#[derive(Deserialize)]
struct Named {
    label: Label,
    zh: Vec<String>,
    en: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct State {
    label: Label,
    zh: Vec<String>,
    en: Vec<String>,
    means: Vec<String>,
}

#[derive(Deserialize)]
struct Topic {
    zh: Vec<String>,
    en: Vec<String>,
    holds: Vec<String>,
}

impl Words {
    /// The lexicon that ships with the product.
    ///
    /// # Errors
    /// If the lexicon is not as it should be (a test keeps that from happening).
    pub fn standard() -> Result<&'static Self, Error> {
        static WORDS: OnceLock<Result<Words, String>> = OnceLock::new();
        WORDS
            .get_or_init(|| {
                let mut words = Self::parse(include_str!("../../data/lexicon/question.toml"))?;
                words.add_english(include_str!("../../data/lexicon/english.csv"))?;
                Ok(words)
            })
            .as_ref()
            .map_err(|why| Error::Words(why.clone()))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut words = Self {
            senses: HashMap::new(),
            longest: 0,
            labels: BTreeMap::new(),
            states: BTreeMap::new(),
            types: BTreeMap::new(),
            unit_classes: BTreeMap::new(),
            place_endings: file.place_endings,
            bodies: file.bodies,
        };
        for (name, spellings) in &file.tags {
            let tag =
                Tag::deserialize(serde::de::value::StrDeserializer::<serde::de::value::Error>::new(name))
                    .map_err(|_| format!("[tags.{name}] is no tag"))?;
            words.add_all(&spellings.zh, &spellings.en, &Sense::Tag(tag));
        }
        for (id, state) in file.states {
            words.add_all(&state.zh, &state.en, &Sense::State(id.clone()));
            words.labels.insert(id.clone(), state.label.clone());
            words.states.insert(id, state);
        }
        words.add_named(file.roles, Sense::Role);
        words.add_named(file.place_types, Sense::PlaceType);
        words.add_named(file.organization_types, Sense::OrganizationType);
        for topic in file.topics.values() {
            words.add_all(&topic.zh, &topic.en, &Sense::Topic(topic.holds.clone()));
        }
        for (word, chinese) in &file.gloss {
            words.add(word, &Sense::Gloss(chinese.clone()));
        }
        for (word, units) in &file.measures {
            words.add(word, &Sense::Measure(units.clone()));
        }
        for (word, endings) in &file.areas {
            words.add(word, &Sense::Area(endings.clone()));
        }
        for (word, (first, last)) in &file.five_year_plans {
            words.add(word, &Sense::FiveYears(*first, *last));
        }
        words.add_compounds(&file.compounds, &file.tags, &words.states.clone(), &file.units);
        words.unit_classes = file.units;
        Ok(words)
    }

    /// Adds the English words for what stands in the reports' Chinese names.
    fn add_english(&mut self, table: &str) -> Result<(), String> {
        for row in csv::Reader::from_reader(table.as_bytes()).into_deserialize() {
            let (english, chinese): (String, String) =
                row.map_err(|error| format!("english.csv: {error}"))?;
            self.add(&english, &Sense::Gloss(chinese.split('|').map(str::to_owned).collect()));
        }
        Ok(())
    }

    fn add_named(&mut self, named: BTreeMap<String, Named>, sense: impl Fn(String) -> Sense) {
        for (id, entry) in named {
            self.add_all(&entry.zh, &entry.en, &sense(id.clone()));
            self.labels.insert(id.clone(), entry.label);
            self.types.insert(id, entry.zh);
        }
    }

    fn add_all(&mut self, zh: &[String], en: &[String], sense: &Sense) {
        for word in zh.iter().chain(en) {
            self.add(word, sense);
        }
    }

    fn add(&mut self, word: &str, sense: &Sense) {
        // The longest words are Chinese: a unit for each character.
        self.longest = self.longest.max(word.chars().count());
        let senses = self.senses.entry(key(word)).or_default();
        if !senses.contains(sense) {
            senses.push(sense.clone());
        }
    }

    /// What a folded word can mean.
    #[must_use]
    pub fn senses(&self, key: &str) -> Option<&[Sense]> {
        self.senses.get(key).map(Vec::as_slice)
    }

    /// A bound on the length of the longest word, in units.
    #[must_use]
    pub const fn longest(&self) -> usize {
        self.longest
    }

    /// The name of a state, role or type in both languages.
    #[must_use]
    pub fn label(&self, id: &str) -> Option<&Label> {
        self.labels.get(id)
    }

    /// The states that a question means which names one (a building in use is completed too).
    #[must_use]
    pub fn states_meant(&self, id: &str) -> Vec<String> {
        self.states.get(id).map_or_else(|| vec![id.to_owned()], |state| state.means.clone())
    }

    /// The class of a unit: `money`, `count` …; `open` where it says nothing (`亿`).
    #[must_use]
    pub fn unit_class(&self, unit: &str) -> &str {
        let listed = |units: &Vec<String>| units.iter().any(|listed| listed == unit);
        let ends = |units: &Vec<String>| units.iter().any(|listed| unit.ends_with(listed.as_str()));
        let exact = self.unit_classes.iter().find(|(_, units)| listed(units));
        let class =
            exact.or_else(|| self.unit_classes.iter().find(|(class, units)| *class != "open" && ends(units)));
        class.map_or("count", |(class, _)| class)
    }

    /// Whether a word is a unit.
    #[must_use]
    pub fn is_unit(&self, word: &str) -> bool {
        self.unit_classes.values().flatten().any(|unit| unit == word)
    }

    /// Whether a text begins with a unit of the class of another.
    #[must_use]
    pub fn same_class(&self, unit: &str, text: &str) -> bool {
        let class = self.unit_class(unit);
        self.unit_classes
            .get(class)
            .is_some_and(|units| units.iter().any(|unit| text.starts_with(unit.as_str())))
    }

    /// The Chinese words for a role or a type.
    #[must_use]
    pub fn type_words(&self, id: &str) -> &[String] {
        self.types.get(id).map_or(&[], Vec::as_slice)
    }

    /// The Chinese words for a state.
    #[must_use]
    pub fn state_words(&self, id: &str) -> &[String] {
        self.states.get(id).map_or(&[], |state| &state.zh)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_lexicon_reads() {
        let words = Words::standard().unwrap();
        assert_eq!(words.senses(&key("完工")), Some(&[Sense::State("completed".into())][..]));
        assert!(words.senses(&key("多少户")).unwrap().contains(&Sense::Unit("户".into())));
        assert!(words.senses(&key("Parking Spaces")).is_some());
    }
}
