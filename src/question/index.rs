//! What the graph names and counts, gathered once so that the words of a question can be linked to it.

mod clause;
mod described;

use std::collections::{BTreeSet, HashMap};

use oxigraph::model::{NamedNode, NamedNodeRef};

use super::Error;
use super::fold::{is_ideograph, key, text_key};
use super::source::{Source, local};
use super::words::Words;
use crate::lexicon::indicators;
use crate::vocabulary::zt::class;
use clause::{clause, without_brackets};
use described::{Described, Said, describe};

/// Class of a thing that a question can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// 地点
    Place,
    /// 组织
    Organization,
    /// 项目
    Project,
    /// 计划
    Programme,
    /// 荣誉
    Honour,
    /// 指标
    Indicator,
}

/// A thing that a question can name.
#[derive(Debug, Clone)]
pub struct Thing {
    /// Its IRI.
    pub iri: NamedNode,
    /// Its class.
    pub class: Class,
    /// Its Chinese label.
    pub label: String,
    /// Its English label.
    pub english: Option<String>,
    /// All its names, folded: Chinese, English, pinyin.
    pub names: Vec<String>,
    /// All its names in one text, parted by line breaks.
    pub spelled: String,
    /// Ids of its types, for places and organizations.
    pub types: Vec<String>,
    /// The things that contain it directly.
    pub within: Vec<NamedNode>,
    /// Whether a report mentions it.
    pub mentioned: bool,
}

/// Whether a figure was reported or is aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureClass {
    /// `zt:Observation`
    Observation,
    /// `zt:QuantityTarget`
    Target,
}

/// A figure with the words around it, folded.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Its IRI.
    pub iri: NamedNode,
    /// Reported or aimed at.
    pub class: FigureClass,
    /// What is measured.
    pub indicator: NamedNode,
    /// The names of the indicator and of the thing that the figure concerns.
    pub names: String,
    /// The clause that states it.
    pub clause: String,
    /// Its sentence, with the headings above.
    pub sentence: String,
    /// The year it lies in, or its deadline.
    pub year: Option<i32>,
    /// Its unit, and that of its change, as written.
    pub unit: String,
    /// Unit of its change.
    pub change_unit: Option<String>,
    /// Whether it states a level.
    pub level: bool,
    /// Whether it covers several years together, or is an average over them.
    pub span: bool,
    /// Whether it states a rank.
    pub ranked: bool,
    /// The figure that it breaks down.
    pub part_of: Option<NamedNode>,
    /// The area it covers.
    pub area: Option<NamedNode>,
}

/// A sentence of a report.
#[derive(Debug, Clone)]
pub struct SentenceEntry {
    /// Its IRI.
    pub iri: NamedNode,
    /// Its text, as it should be read.
    pub text: String,
    /// The same, folded.
    pub key: String,
    /// The year it speaks of, by the half of the report that it stands in.
    pub year: Option<i32>,
    /// The area of its report.
    pub area: Option<NamedNode>,
}

/// A report of the graph.
#[derive(Debug, Clone)]
pub struct ReportEntry {
    /// Its IRI.
    pub iri: NamedNode,
    /// Its title.
    pub title: String,
    /// The area it reports on.
    pub area: Option<NamedNode>,
    /// The year it looks back on.
    pub review_year: Option<i32>,
    /// The year it plans.
    pub plan_year: Option<i32>,
}

/// The index.
#[derive(Debug, Default)]
pub struct Index {
    /// Things, in the order of their IRIs.
    pub things: Vec<Thing>,
    /// Figures, in the order of their IRIs.
    pub figures: Vec<Figure>,
    /// Reports, in the order of their IRIs.
    pub reports: Vec<ReportEntry>,
    /// Sentences, in the order of their IRIs.
    pub sentences: Vec<SentenceEntry>,
    names: HashMap<String, Vec<usize>>,
    sounds: HashMap<String, Vec<usize>>,
    by_iri: HashMap<NamedNode, usize>,
}

impl Index {
    /// Gathers the index from a graph.
    ///
    /// # Errors
    /// If the graph cannot be asked.
    pub fn build(source: &dyn Source, words: &Words) -> Result<Self, Error> {
        let mut index = Self { reports: reports(source)?, ..Self::default() };
        for (class, name) in CLASSES {
            index.add_things(&describe(source, *name)?, *class);
        }
        index.things.sort_by(|a, b| a.iri.as_str().cmp(b.iri.as_str()));
        index.name_things(words);
        let sentences = describe(source, class::SENTENCE)?;
        for (class, name) in
            [(FigureClass::Observation, class::OBSERVATION), (FigureClass::Target, class::QUANTITY_TARGET)]
        {
            for (iri, facts) in describe(source, name)? {
                index.figures.extend(index.figure(&iri, &facts, class, &sentences));
            }
        }
        index.sentences = sentences.iter().map(|(iri, said)| index.sentence(iri, said)).collect();
        Ok(index)
    }

    /// The things with this folded name.
    #[must_use]
    pub fn named(&self, key: &str) -> Option<&[usize]> {
        self.names.get(key).map(Vec::as_slice)
    }

    /// The things whose pinyin, written as one word, is this.
    #[must_use]
    pub fn sounding(&self, pinyin: &str) -> Option<&[usize]> {
        self.sounds.get(pinyin).map(Vec::as_slice)
    }

    /// The thing with an IRI.
    #[must_use]
    pub fn thing(&self, iri: &NamedNode) -> Option<&Thing> {
        self.by_iri.get(iri).and_then(|&at| self.things.get(at))
    }

    /// The label of a thing, or the last part of its IRI.
    #[must_use]
    pub fn label<'a>(&'a self, iri: &'a NamedNode) -> &'a str {
        self.thing(iri).map_or_else(|| local(iri.as_str()), |thing| &thing.label)
    }

    /// Whether a report of the graph is about this area.
    #[must_use]
    pub fn is_area(&self, iri: &NamedNode) -> bool {
        self.reports.iter().any(|report| report.area.as_ref() == Some(iri))
    }

    /// What contains a place, nearest first.
    #[must_use]
    pub fn containers(&self, iri: &NamedNode) -> Vec<&NamedNode> {
        let mut found: Vec<&NamedNode> = Vec::new();
        let mut next: Vec<&NamedNode> =
            self.thing(iri).map(|t| t.within.iter().collect()).unwrap_or_default();
        while let Some(place) = next.pop() {
            if !found.contains(&place) {
                found.push(place);
                next.extend(self.thing(place).map(|t| t.within.iter()).unwrap_or_default());
            }
        }
        found
    }

    fn add_things(&mut self, described: &Described, class: Class) {
        for (iri, facts) in described {
            let spelled: Vec<&str> =
                ["label", "prefLabel", "altLabel"].iter().flat_map(|name| facts.all(name)).collect();
            let chinese = spelled.iter().find(|label| label.chars().any(is_ideograph));
            let Some(label) = chinese.or(spelled.first()) else { continue };
            let types = facts.all("placeType").chain(facts.all("organizationType"));
            let names: Vec<String> =
                spelled.iter().map(|name| key(name)).collect::<BTreeSet<_>>().into_iter().collect();
            self.things.push(Thing {
                iri: NamedNode::new_unchecked(iri),
                class,
                label: (*label).to_owned(),
                english: facts
                    .all("label")
                    .find(|name| name != label && !name.chars().any(is_ideograph))
                    .map(str::to_owned),
                spelled: names.join("\n"),
                names,
                types: types.map(|kind| local(kind).to_owned()).collect(),
                within: facts.all("within").map(NamedNode::new_unchecked).collect(),
                mentioned: facts.one("mentionedIn").is_some(),
            });
        }
    }

    /// Fills the tables of names. Pinyin is kept as one word, with and without the ending of a place.
    fn name_things(&mut self, words: &Words) {
        for (at, thing) in self.things.iter().enumerate() {
            self.by_iri.insert(thing.iri.clone(), at);
            for name in &thing.names {
                if name.chars().filter(|c| !c.is_whitespace()).count() >= 2 {
                    push(&mut self.names, name.clone(), at);
                }
                // 合肥 in a question to the report of 合肥市.
                let short = words.place_endings.iter().find_map(|ending| name.strip_suffix(&ending.zh));
                if let Some(short) = short.filter(|short| short.chars().count() >= 2)
                    && self.reports.iter().any(|report| report.area.as_ref() == Some(&thing.iri))
                {
                    push(&mut self.names, short.to_owned(), at);
                }
                if name.chars().any(is_ideograph) || thing.class == Class::Indicator {
                    continue;
                }
                let sound: String = name.split_whitespace().collect();
                let ending = words.place_endings.iter().find(|ending| {
                    matches!(thing.class, Class::Place | Class::Project) && thing.label.ends_with(&ending.zh)
                });
                if let Some(short) = ending.and_then(|ending| sound.strip_suffix(&ending.pinyin)) {
                    push(&mut self.sounds, short.to_owned(), at);
                }
                let body = words.bodies.sounds.iter().find_map(|ending| sound.strip_suffix(ending.as_str()));
                if let Some(short) = body.filter(|_| thing.class == Class::Organization) {
                    push(&mut self.sounds, short.to_owned(), at);
                }
                push(&mut self.sounds, sound, at);
            }
        }
        self.sounds.retain(|sound, _| sound.len() >= 4);
    }

    fn sentence(&self, iri: &str, said: &Said) -> SentenceEntry {
        let text = said.one("repairedText").or_else(|| said.one("anchorOf")).unwrap_or("");
        let report = self.reports.iter().find(|report| said.one("report") == Some(report.iri.as_str()));
        let year = match said.one("part").map(local) {
            Some("plan") => report.and_then(|report| report.plan_year),
            _ => report.and_then(|report| report.review_year),
        };
        SentenceEntry {
            iri: NamedNode::new_unchecked(iri),
            text: text.to_owned(),
            key: text_key(text),
            year,
            area: report.and_then(|report| report.area.clone()),
        }
    }

    fn figure(&self, iri: &str, facts: &Said, class: FigureClass, sentences: &Described) -> Option<Figure> {
        let indicator = NamedNode::new_unchecked(facts.one("indicator")?);
        let thing = self.thing(&indicator)?;
        let standard = indicators::named(&thing.label);
        let aliases: Vec<String> = standard.map_or_else(Vec::new, |entry| entry.aliases().map(key).collect());
        let mut names: Vec<&str> = thing.names.iter().chain(&aliases).map(String::as_str).collect();
        for concern in facts.all("concerns") {
            if let Some(thing) = self.thing(&NamedNode::new_unchecked(concern)) {
                names.extend(thing.names.iter().map(String::as_str));
            }
        }
        let nothing = Said::default();
        let sentence = facts.all("evidence").find_map(|iri| sentences.get(iri)).unwrap_or(&nothing);
        let text = sentence.one("repairedText").or_else(|| sentence.one("anchorOf")).unwrap_or("");
        let wordings: Vec<&str> = facts.all("wording").chain(facts.all("changeWording")).collect();
        let clause = clause(text, &wordings);
        let context = [text, sentence.one("section").unwrap_or(""), facts.one("periodWording").unwrap_or("")];
        Some(Figure {
            iri: NamedNode::new_unchecked(iri),
            class,
            names: names.join("\n"),
            clause: format!(
                "{}\n{}\n{}",
                text_key(clause),
                text_key(&without_brackets(clause)),
                text_key(&wordings.join("，"))
            ),
            span: facts.one("periodWording").is_some_and(|words| words.contains(['年', '五']))
                || wordings.iter().any(|words| words.contains("年均")),
            sentence: context.map(text_key).join("\n"),
            year: facts.year("period").or_else(|| facts.year("deadline")).or_else(|| facts.year("year")),
            unit: facts.one("unit").unwrap_or("").to_owned(),
            change_unit: facts.one("changeValue").map(|_| facts.one("changeUnit").unwrap_or("").to_owned()),
            level: facts.one("wording").is_some(),
            ranked: facts.one("ranking").is_some(),
            part_of: facts.one("partOf").map(NamedNode::new_unchecked),
            area: facts.one("area").map(NamedNode::new_unchecked),
            indicator,
        })
    }
}

const CLASSES: &[(Class, NamedNodeRef<'static>)] = &[
    (Class::Place, class::PLACE),
    (Class::Organization, class::ORGANIZATION),
    (Class::Project, class::PROJECT),
    (Class::Programme, class::PROGRAMME),
    (Class::Honour, class::HONOUR),
    (Class::Indicator, class::INDICATOR),
];

fn push(table: &mut HashMap<String, Vec<usize>>, name: String, at: usize) {
    let list = table.entry(name).or_default();
    if !list.contains(&at) {
        list.push(at);
    }
}

fn reports(source: &dyn Source) -> Result<Vec<ReportEntry>, Error> {
    let entry = |(iri, facts): (&String, &Said)| ReportEntry {
        iri: NamedNode::new_unchecked(iri),
        title: facts.one("title").unwrap_or(iri).to_owned(),
        area: facts.one("area").map(NamedNode::new_unchecked),
        review_year: facts.year("reviewYear"),
        plan_year: facts.year("planYear"),
    };
    Ok(describe(source, class::REPORT)?.iter().map(entry).collect())
}
