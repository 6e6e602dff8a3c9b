//! The words of work reports and what each can be in a sentence, from the tables in `data/lexicon/`.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::facts::{Kind, State};

/// What a word can be; one word can be several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tags(u32);

impl Tags {
    /// Stands before a verb and says how.
    pub const ADVERB: Self = Self(1);
    /// Opens a phrase that is not the verb's object.
    pub const PREPOSITION: Self = Self(1 << 1);
    /// Joins.
    pub const CONJUNCTION: Self = Self(1 << 2);
    /// 的, 了, 等 …
    pub const PARTICLE: Self = Self(1 << 3);
    /// 我市, 全区: the report's own area, or another in relation to it.
    pub const RELATIVE: Self = Self(1 << 4);
    /// 今年, 年内 …
    pub const TIME: Self = Self(1 << 5);
    /// Counts things or is a unit.
    pub const MEASURE: Self = Self(1 << 6);
    /// 力争, 确保 …
    pub const MODAL: Self = Self(1 << 7);
    /// 一批, 相关: no particular one is meant.
    pub const INDEFINITE: Self = Self(1 << 8);
    /// 首个, 全市: ranks what follows, but is not in its name.
    pub const DETERMINER: Self = Self(1 << 9);
    /// A verb that can govern a project.
    pub const VERB: Self = Self(1 << 10);
    /// A predicate that can follow a project.
    pub const PREDICATE: Self = Self(1 << 11);
    /// A stage of work that ends an object: 前期工作.
    pub const STAGE: Self = Self(1 << 12);
    /// Ends a name.
    pub const ENDING: Self = Self(1 << 13);
    /// Names an undertaking: 改造, 工程.
    pub const WORK: Self = Self(1 << 14);
    /// Any word that names nothing in particular.
    pub const COMMON: Self = Self(1 << 15);
    /// One character that stands in names as often as by itself.
    pub const WEAK: Self = Self(1 << 16);

    /// 新城, 高新区: the area's own, without a name before it.
    pub const BARE: Self = Self(1 << 17);

    /// Whether any of `other` is among them.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Those that are also among `other`.
    #[must_use]
    pub const fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What a verb says of the project it governs or follows.
#[derive(Debug, Clone, Default)]
pub struct Verb {
    /// States where the sentence looks back.
    pub review: Vec<State>,
    /// States where it looks ahead.
    pub plan: Vec<State>,
    /// Whether another verb may follow its object and decide (确保…完工).
    pub pivot: bool,
}

/// How a name with a certain ending is read.
#[derive(Debug, Clone)]
pub struct Ending {
    /// The class of what it names.
    pub kind: Kind,
    /// The type within the class.
    pub subtype: String,
    /// How far a name reaches before the ending.
    pub reach: Reach,
}

/// How much of what stands before an ending belongs to the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reach {
    /// What no table knows, directly before it: `石龙|路`.
    Near,
    /// Ordinary words too: `南部|工业|园区`.
    Far,
    /// It may end a name, but does not make one: `档案|馆`.
    Head,
}

/// A word and what it can be.
#[derive(Debug)]
pub struct Word {
    /// Its characters.
    pub chars: Vec<char>,
    /// What it can be.
    pub tags: Tags,
}

/// All words.
#[derive(Debug)]
pub struct Words {
    /// By the first two characters; words of one character under a blank as the second.
    by_head: HashMap<(char, char), Vec<Word>>,
    verbs: HashMap<String, Verb>,
    stages: HashMap<String, Option<State>>,
    endings: HashMap<String, Ending>,
}

#[derive(Deserialize)]
struct VerbRow {
    word: String,
    before: String,
    after: String,
    review: String,
    plan: String,
    pivot: String,
}

#[derive(Deserialize)]
struct StageRow {
    word: String,
    state: String,
}

#[derive(Deserialize)]
struct EndingRow {
    ending: String,
    class: Kind,
    #[serde(rename = "type")]
    subtype: String,
    reach: Reach,
}

/// The words, read once.
#[must_use]
pub fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(Words::load)
}

fn rows<T: for<'a> Deserialize<'a>>(table: &'static str) -> Vec<T> {
    // The tables are part of the program; a test reads every row of them.
    csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(table.as_bytes())
        .deserialize()
        .flatten()
        .collect()
}

/// The word of a state in the tables: `underway`.
fn state(word: &str) -> Option<State> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

impl Words {
    fn load() -> Self {
        let mut tags: BTreeMap<String, Tags> = BTreeMap::new();
        let mut tag = |word: &str, more: Tags| {
            let tags = tags.entry(word.to_owned()).or_default();
            *tags = tags.and(more);
        };
        let grammar: BTreeMap<String, Vec<String>> =
            toml::from_str(include_str!("../../data/lexicon/grammar.toml")).unwrap_or_default();
        for (name, list) in &grammar {
            let more = grammar_tag(name);
            list.iter().for_each(|word| tag(word, more));
        }
        for word in
            include_str!("../../data/lexicon/common.txt").lines().filter(|line| !line.starts_with('#'))
        {
            tag(word, Tags::COMMON);
        }
        let states = |list: &str| list.split('|').filter_map(state).collect();
        let mut verbs = HashMap::new();
        for row in rows::<VerbRow>(include_str!("../../data/lexicon/verbs.csv")) {
            for (column, position) in [(&row.before, Tags::VERB), (&row.after, Tags::PREDICATE)] {
                if column == "yes" {
                    tag(&row.word, position);
                }
            }
            let verb =
                Verb { review: states(&row.review), plan: states(&row.plan), pivot: row.pivot == "yes" };
            verbs.insert(row.word, verb);
        }
        let mut stages = HashMap::new();
        for row in rows::<StageRow>(include_str!("../../data/lexicon/stages.csv")) {
            tag(&row.word, Tags::STAGE);
            stages.insert(row.word, state(&row.state));
        }
        let mut endings = HashMap::new();
        for row in rows::<EndingRow>(include_str!("../../data/lexicon/endings.csv")) {
            tag(&row.ending, Tags::ENDING);
            let ending = Ending { kind: row.class, subtype: row.subtype, reach: row.reach };
            endings.insert(row.ending, ending);
        }
        compose(&mut tags, &mut verbs);
        let mut by_head: HashMap<(char, char), Vec<Word>> = HashMap::with_capacity(tags.len());
        for (word, tags) in tags {
            let chars: Vec<char> = word.chars().collect();
            if let Some(first) = chars.first() {
                let head = (*first, chars.get(1).copied().unwrap_or(' '));
                by_head.entry(head).or_default().push(Word { tags, chars });
            }
        }
        Self { by_head, verbs, stages, endings }
    }

    /// All words that begin at the start of `chars`.
    pub fn starting<'a>(&'a self, chars: &'a [char]) -> impl Iterator<Item = &'a Word> {
        let first = chars.first().copied().unwrap_or(' ');
        let heads = [(first, ' '), (first, chars.get(1).copied().unwrap_or(' '))];
        let heads = if heads[0] == heads[1] { &heads[..1] } else { &heads[..] };
        let lists: Vec<&'a Vec<Word>> = heads.iter().filter_map(|head| self.by_head.get(head)).collect();
        lists.into_iter().flatten().filter(|word| chars.starts_with(&word.chars))
    }

    /// What a word can be.
    #[must_use]
    pub fn tags(&self, word: &str) -> Tags {
        let chars: Vec<char> = word.chars().collect();
        self.starting(&chars)
            .find(|found| found.chars.len() == chars.len())
            .map_or(Tags::default(), |w| w.tags)
    }

    /// The verb, as far as projects go.
    #[must_use]
    pub fn verb(&self, word: &str) -> Option<&Verb> {
        self.verbs.get(word)
    }

    /// The stage of work that a noun names: Some(None) where it is one, but says nothing of the state.
    #[must_use]
    pub fn stage(&self, word: &str) -> Option<Option<State>> {
        self.stages.get(word).copied()
    }

    /// The ending that a word is, or ends in (`殡仪馆`).
    #[must_use]
    pub fn ending(&self, word: &str) -> Option<&Ending> {
        word.char_indices().find_map(|(at, _)| self.endings.get(word.get(at..)?))
    }
}

/// An ordinary word that is an adverb and a verb in one (`全力支持`) does what its verb does.
fn compose(tags: &mut BTreeMap<String, Tags>, verbs: &mut HashMap<String, Verb>) {
    let mut composed: Vec<(String, Tags, Verb)> = Vec::new();
    for word in tags
        .iter()
        .filter(|(word, have)| have.has(Tags::COMMON) && !verbs.contains_key(*word))
        .map(|(word, _)| word)
    {
        let split = word.char_indices().skip(1).find_map(|(at, _)| {
            let (adverb, verb) = word.split_at(at);
            let adverb =
                tags.get(adverb).is_some_and(|have| have.has(Tags::ADVERB)) && adverb.chars().count() > 1;
            verbs.get(verb).filter(|_| adverb).zip(tags.get(verb))
        });
        if let Some((verb, have)) = split {
            composed.push((word.clone(), have.only(Tags::VERB.and(Tags::PREDICATE)), verb.clone()));
        }
    }
    for (word, more, verb) in composed {
        let have = tags.entry(word.clone()).or_default();
        *have = have.and(more);
        verbs.insert(word, verb);
    }
}

fn grammar_tag(name: &str) -> Tags {
    match name {
        "adverb" => Tags::ADVERB,
        "preposition" => Tags::PREPOSITION,
        "conjunction" => Tags::CONJUNCTION,
        "particle" => Tags::PARTICLE,
        "relative" => Tags::RELATIVE,
        "time" => Tags::TIME,
        "measure" => Tags::MEASURE,
        "modal" => Tags::MODAL,
        "indefinite" => Tags::INDEFINITE,
        "determiner" => Tags::DETERMINER,
        "work" => Tags::WORK,
        "weak" => Tags::WEAK,
        "bare" => Tags::BARE,
        _ => Tags::default(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        let lines = |table: &str| table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).count() - 1;
        let words = words();
        assert_eq!(words.endings.len(), lines(include_str!("../../data/lexicon/endings.csv")));
        assert_eq!(words.stages.len(), lines(include_str!("../../data/lexicon/stages.csv")));
        assert!(words.verbs.len() >= lines(include_str!("../../data/lexicon/verbs.csv")));
        let grammar: BTreeMap<String, Vec<String>> =
            toml::from_str(include_str!("../../data/lexicon/grammar.toml")).unwrap();
        assert!(grammar.keys().all(|name| grammar_tag(name) != Tags::default()));
    }

    #[test]
    fn a_word_can_be_several_things() {
        let tags = words().tags("建设");
        assert!(tags.has(Tags::VERB) && tags.has(Tags::COMMON) && tags.has(Tags::STAGE));
        assert_eq!(words().verb("建成投产").unwrap().review, [State::Completed, State::Operating]);
        assert_eq!(words().stage("前期工作"), Some(Some(State::Preparing)));
    }
}
