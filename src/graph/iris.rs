//! Which IRI each resource gets. All are minted here, so that no two resources share one.

use std::collections::HashMap;

use oxigraph::model::NamedNode;

use super::Base;
use super::own_name::own_name;
use crate::facts::{Area, Facts, Kind, ReportInfo, Sentence, Thing, ThingId};

/// The IRIs of one report's resources.
pub(super) struct Iris {
    /// The report.
    pub(super) report: NamedNode,
    /// The text of the report as a whole.
    pub(super) context: NamedNode,
    /// The place that it reports on, where that is known.
    pub(super) area: Option<NamedNode>,
    /// Its sentences, by position.
    pub(super) sentences: Vec<NamedNode>,
    /// Its things, by position.
    pub(super) things: Vec<NamedNode>,
    /// What the things are called inside the IRIs of facts about them.
    own_names: Vec<String>,
    minter: Minter,
}

/// Makes IRIs, each once.
struct Minter {
    base: String,
    /// Segment that keeps the things of different areas apart: `110109`.
    area: String,
    /// Segments that keep the facts of different reports apart: `110109/2023`.
    report: String,
    /// How often each IRI was asked for.
    used: HashMap<String, usize>,
}

impl Iris {
    /// Mints the IRIs of the report, its sentences and its things; facts are minted as they are written.
    pub(super) fn new(facts: &Facts, base: &Base) -> Self {
        let mut minter = Minter::new(base, &facts.report);
        let report = NamedNode::new_unchecked(format!("{}report/{}", minter.base, minter.report));
        let things: Vec<_> = facts.things.iter().map(|thing| minter.thing(thing)).collect();
        let own_names = facts.things.iter().map(|thing| own_name(&thing.name)).collect();
        Self {
            context: offsets_iri(&report, 0, facts.report.length),
            sentences: facts.sentences.iter().map(|sentence| sentence_iri(&report, sentence)).collect(),
            area: facts.report.area.as_ref().map(|area| minter.area_place(facts, area, &things)),
            report,
            things,
            own_names,
            minter,
        }
    }

    /// A new IRI for a fact: `…/{kind}/{area}/{year of the report}/{name}`, with a counter behind it where
    /// an earlier fact has that name. `name` is made of own names.
    pub(super) fn fact(&mut self, kind: &str, name: &str) -> NamedNode {
        self.minter.mint(format!("{}{kind}/{}/{name}", self.minter.base, self.minter.report))
    }

    /// The IRI of an indicator: those of the lexicon are shared by all reports, others belong to the area.
    pub(super) fn indicator(&self, indicator: &crate::facts::Indicator) -> NamedNode {
        let Minter { base, area, .. } = &self.minter;
        NamedNode::new_unchecked(match &indicator.id {
            Some(id) => format!("{base}indicator/{}", own_name(id)),
            None => format!("{base}indicator/{area}/{}", own_name(&indicator.name)),
        })
    }

    /// What a thing is called inside the IRI of a fact about it.
    pub(super) fn own_name(&self, thing: ThingId) -> &str {
        &self.own_names[thing.0]
    }
}

impl Minter {
    fn new(base: &Base, report: &ReportInfo) -> Self {
        let area = area_segment(report);
        let year = report.plan_year.or(report.review_year);
        // Without a year, the length keeps different reports on one area apart.
        let edition = year.map_or_else(|| format!("undated-{}", report.length), |year| year.to_string());
        Self {
            base: base.as_str().to_owned(),
            report: format!("{area}/{edition}"),
            area,
            used: HashMap::new(),
        }
    }

    /// This IRI, or where it is taken, with the next free counter behind it.
    fn mint(&mut self, iri: String) -> NamedNode {
        let mut free = iri.clone();
        // Counting goes on from the last number given, so that many equal names cost no more than few.
        while let Some(count) = self.used.get_mut(&iri) {
            *count += 1;
            free = format!("{iri}-{count}");
            if !self.used.contains_key(&free) {
                break;
            }
        }
        self.used.insert(free.clone(), 1);
        NamedNode::new_unchecked(free)
    }

    fn thing(&mut self, thing: &Thing) -> NamedNode {
        match (place_code(thing), thing.kind) {
            // A code names one place, however often it occurs.
            (Some(code), _) => self.coded_place(code),
            (_, kind) => {
                self.mint(format!("{}{}/{}/{}", self.base, segment(kind), self.area, own_name(&thing.name)))
            }
        }
    }

    /// The place that the report is about: one of its things, or else a place of that name.
    fn area_place(&mut self, facts: &Facts, area: &Area, things: &[NamedNode]) -> NamedNode {
        if let Some(position) = area_position(facts, area) {
            return things[position].clone();
        }
        match usable_code(area.code.as_ref()) {
            Some(code) => self.coded_place(code),
            None => self.mint(format!("{}place/{}/{}", self.base, self.area, own_name(&area.name))),
        }
    }

    fn coded_place(&self, code: &str) -> NamedNode {
        NamedNode::new_unchecked(format!("{}place/{code}", self.base))
    }
}

/// Position among the things of the place that the report is about.
pub(super) fn area_position(facts: &Facts, area: &Area) -> Option<usize> {
    let code = usable_code(area.code.as_ref());
    facts.things.iter().position(|thing| {
        thing.kind == Kind::Place && place_code(thing) == code && (code.is_some() || thing.name == area.name)
    })
}

/// The official code of a thing that is a place.
pub(super) fn place_code(thing: &Thing) -> Option<&str> {
    usable_code(thing.code.as_ref()).filter(|_| thing.kind == Kind::Place)
}

/// A code as official tables have them: Latin letters and digits. Anything else is none.
pub(super) fn usable_code(code: Option<&String>) -> Option<&str> {
    let plain = |code: &&str| !code.is_empty() && code.chars().all(|char| char.is_ascii_alphanumeric());
    code.map(String::as_str).filter(plain)
}

/// The area's code, or its name, or the title of the report.
fn area_segment(report: &ReportInfo) -> String {
    let area = report.area.as_ref();
    let code = area.and_then(|area| usable_code(area.code.as_ref()));
    let names = [code, area.map(|area| area.name.as_str()), Some(report.title.as_str())];
    let named = names.into_iter().flatten().find(|name| !name.trim().is_empty());
    named.map_or_else(|| "unknown".to_owned(), own_name)
}

fn sentence_iri(report: &NamedNode, sentence: &Sentence) -> NamedNode {
    offsets_iri(report, sentence.span.begin, sentence.span.end)
}

/// The IRI of a string in the report, by RFC 5147.
fn offsets_iri(report: &NamedNode, begin: usize, end: usize) -> NamedNode {
    NamedNode::new_unchecked(format!("{}#char={begin},{end}", report.as_str()))
}

const fn segment(kind: Kind) -> &'static str {
    match kind {
        Kind::Place => "place",
        Kind::Organization => "organization",
        Kind::Project => "project",
        Kind::Programme => "programme",
        Kind::Honour => "honour",
    }
}
