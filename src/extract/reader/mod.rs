//! Goes through a report sentence by sentence and enters what the rules find, with the relations that a
//! clause states between them.

mod bodies;
mod honours;
mod places;
mod projects;

use std::ops::Range;

use super::draft::Draft;
use super::figures::{self, Context, Name, Names};
use super::line::Line;
use super::organizations::Body;
use super::places::Named;
use super::projects::{self as works, Spoken};
use super::{consistency, info};
use crate::facts::{Area, Facts, Kind, Mention, Sentence as Quoted, SentenceId, ThingId};
use crate::report::{Report, Sentence};

/// Reads a report into facts.
#[must_use]
pub fn read(report: &Report) -> Facts {
    let mut reader = Reader::new(report);
    let mut lines = cut(&report.sentences, reader.home);
    reader.repeated = consistency::names(&lines, reader.home);
    for line in &mut lines {
        reader.repeated.split(line);
    }
    for (number, line) in lines.iter().enumerate() {
        reader.sentence(SentenceId(number), line);
    }
    reader.draft.facts
}

/// Cuts the sentences into tokens, half of them in a second thread: they do not hang on each other.
fn cut<'a>(sentences: &'a [Sentence], home: Option<&str>) -> Vec<Line<'a>> {
    let all =
        |half: &'a [Sentence]| half.iter().map(|sentence| Line::new(sentence, home)).collect::<Vec<_>>();
    let (first, second) = sentences.split_at(sentences.len() / 2);
    std::thread::scope(|scope| {
        let second = scope.spawn(move || all(second));
        let mut lines = all(first);
        lines.append(&mut second.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        lines
    })
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
}

/// What one sentence names, with where.
#[derive(Default)]
struct Found {
    names: Vec<Name>,
    places: Vec<(Named, ThingId)>,
    bodies: Vec<(Body, ThingId)>,
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
            context: Context::new(report.review_year, report.plan_year, area.map(|area| area.name.clone())),
        }
    }

    fn sentence(&mut self, id: SentenceId, line: &Line) {
        let sentence = line.sentence;
        if std::env::var_os("ZT_TOK").is_some() {
            eprintln!(
                "{}",
                line.lexemes
                    .iter()
                    .map(|l| format!(
                        "{}{}",
                        sentence.cut(l.range.clone()),
                        match l.token {
                            super::lexer::Token::Word(t) =>
                                if t.has(crate::lexicon::words::Tags::VERB) {
                                    "/v"
                                } else if t.has(crate::lexicon::words::Tags::ENDING) {
                                    "/e"
                                } else if t.has(crate::lexicon::words::Tags::WORK) {
                                    "/w"
                                } else if t.has(crate::lexicon::words::Tags::COMMON) {
                                    "/c"
                                } else {
                                    ""
                                },
                            super::lexer::Token::Division(_) => "/D",
                            super::lexer::Token::Feature(_) => "/F",
                            super::lexer::Token::Unknown => "/U",
                            super::lexer::Token::Number => "/n",
                            _ => "",
                        }
                    ))
                    .collect::<Vec<_>>()
                    .join(" ")
            );
        let spoken: Vec<Spoken> = if sentence.heading { Vec::new() } else { works::of_sentence(line) };
        let titles = super::honours::honours(line);
        let mut found = Found::default();
        self.own_area(line, id);
        let bodies = self.bodies_of(line, &spoken);
        self.places(line, id, &spoken, &titles, &bodies, &mut found);
        self.bodies(line, id, &spoken, bodies, &mut found);
        if !sentence.heading {
            self.programmes(line, id, &mut found);
            self.projects(line, id, &spoken, &mut found);
            self.honours(line, id, titles, &mut found);
        }
        figures::read(sentence, id, &Names::new(&found.names), &mut self.context, &mut self.draft.facts);
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
