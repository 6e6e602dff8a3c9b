//! Goes through a report sentence by sentence and enters what the rules find, with the relations that a
//! clause states between them.

mod bodies;
mod honours;
mod hosts;
mod location;
mod namesakes;
mod places;
mod projects;
mod scenes;
mod sections;

use std::ops::Range;

use self::hosts::Hub;
use self::sections::Section;
use super::draft::Draft;
use super::figures::{self, Context, Name, Names};
use super::line::Line;
use super::organizations::Body;
use super::places::Named;
use super::said::{self, Said};
use super::{consistency, info};
use crate::facts::{Area, Facts, Kind, Mention, Sentence as Quoted, SentenceId, ThingId};
use crate::report::{Report, Sentence};

/// Reads a report into facts.
#[must_use]
pub fn read(report: &Report) -> Facts {
    let mut reader = Reader::new(report);
    let said = said::all(&report.sentences, reader.home);
    reader.repeated = consistency::names(said.iter().flat_map(|said| &said.places));
    reader.titles = consistency::titles(said.iter().flat_map(|said| &said.titles));
    for (number, mut said) in said.into_iter().enumerate() {
        if reader.repeated.split(&mut said.line) {
            said = Said::new(said.line, reader.home);
        }
        reader.sentence(SentenceId(number), said);
    }
    reader.locate_by_namesakes();
    reader.draft.facts
}

struct Reader<'a> {
    draft: Draft,
    area: Option<&'a Area>,
    home: Option<&'a str>,
    review_year: Option<i32>,
    plan_year: Option<i32>,
    context: Context,
    /// Names of places found somewhere in the report, which are places elsewhere too.
    repeated: consistency::Names,
    /// Titles won or sought somewhere in the report, which are titles elsewhere too.
    titles: Vec<String>,
    /// The place that the sentences of a paragraph speak of.
    scene: Option<Scene>,
    /// What the section is about, by its heading.
    section: Option<Section>,
    /// What has parts that are spoken of alone.
    hub: Option<Hub>,
    /// Number of the paragraph of the sentence before.
    paragraph: Option<usize>,
    /// The new quarter or zone that was named last.
    quarter: Option<Quarter>,
}

/// The place that a paragraph speaks of.
#[derive(Clone, Copy)]
struct Scene {
    /// Number of the paragraph.
    paragraph: usize,
    place: ThingId,
    /// Whether it holds for one sentence alone.
    passing: bool,
}

/// A quarter or zone with a name of its own: 「江北新区」, which the next sentences only call 「新区」.
struct Quarter {
    name: String,
    /// Number of its paragraph.
    paragraph: usize,
    thing: ThingId,
}

/// What one sentence names, with where.
#[derive(Default)]
struct Found {
    names: Vec<Name>,
    places: Vec<(Named, ThingId)>,
    bodies: Vec<(Body, ThingId)>,
}

impl Found {
    /// The place that stands on these characters.
    fn place_at(&self, line: &Line, chars: &Range<usize>) -> Option<&Named> {
        self.places.iter().map(|(place, _)| place).find(|place| line.chars_of(place.tokens.clone()) == *chars)
    }
}

impl<'a> Reader<'a> {
    fn new(report: &'a Report) -> Self {
        let area = report.area.as_ref();
        let mut draft = Draft::default();
        draft.facts.report = info(report);
        draft.facts.sentences = report.sentences.iter().map(quoted).collect();
        Self {
            draft,
            area,
            home: area.and_then(|area| area.code.as_deref()),
            review_year: report.review_year,
            plan_year: report.plan_year,
            repeated: consistency::Names::default(),
            titles: Vec::new(),
            scene: None,
            section: None,
            hub: None,
            paragraph: None,
            quarter: None,
            context: Context::new(report.review_year, report.plan_year, area.map(|area| area.name.clone())),
        }
    }

    fn sentence(&mut self, id: SentenceId, said: Said) {
        let Said { line, projects, titles, places, bodies, plans } = said;
        let mut found = Found::default();
        self.own_area(&line, id);
        let bodies = Self::with_owners(&line, &projects, bodies);
        let places = self.without_namesakes(&line, places, &bodies);
        self.places(&line, id, places, &projects, &titles, &mut found);
        self.bodies(&line, id, bodies, &projects, &mut found);
        self.begin_section(&line, &found);
        if !line.sentence.heading {
            self.programmes(&line, id, plans, &titles, &mut found);
            self.projects(&line, id, &projects, &mut found);
            self.honours(&line, id, titles, &mut found);
            self.honours_again(&line, id, &mut found);
        }
        let names = Names::new(&found.names);
        figures::read(line.sentence, id, &names, &mut self.context, &mut self.draft.facts);
    }

    fn enter(
        &mut self,
        line: &Line,
        id: SentenceId,
        kind: Kind,
        name: &str,
        chars: Range<usize>,
        found: &mut Found,
    ) -> ThingId {
        let mention = Mention { sentence: id, span: line.sentence.span_of(chars.clone()) };
        let thing = self.draft.thing(kind, name, mention);
        found.names.push(Name { range: chars, thing, kind });
        thing
    }
}

fn quoted(sentence: &Sentence) -> Quoted {
    Quoted {
        span: sentence.span,
        quoted: sentence.quoted.clone(),
        text: sentence.text.clone(),
        section: sentence.section.clone(),
        part: sentence.part,
    }
}
