//! What each sentence says by itself, whatever stands around it: most of the work, and the part that can be
//! shared between processors.

use super::honours::{self, Title};
use super::line::Line;
use super::organizations::{self, Body};
use super::places::{self, Named};
use super::programmes::{self, Plan};
use super::projects::{self, Spoken};
use crate::report::Sentence;

/// What a sentence says by itself.
pub struct Said<'a> {
    /// The sentence.
    pub line: Line<'a>,
    /// Projects that its clauses speak of; none in a heading.
    pub projects: Vec<Spoken>,
    /// Titles of honour.
    pub titles: Vec<Title>,
    /// Places.
    pub places: Vec<Named>,
    /// Organizations.
    pub bodies: Vec<Body>,
    /// Programmes; none in a heading.
    pub plans: Vec<Plan>,
}

impl<'a> Said<'a> {
    /// Reads a sentence that is cut already. `home` is the code of the report's area.
    #[must_use]
    pub fn new(line: Line<'a>, home: Option<&str>) -> Self {
        let sentence = line.sentence;
        let mut projects = if sentence.heading { Vec::new() } else { projects::of_sentence(&line) };
        let plans = if sentence.heading { Vec::new() } else { programmes::programmes(&line) };
        // 「开展“每月一题”专项治理」: what is a programme by its quoted name is no project too.
        projects.retain(|project| {
            let chars = line.chars_of(project.tokens.clone());
            let same = |plan: &Plan| {
                plan.chars == chars && plan.name.starts_with('“') && !plan.name.ends_with("建设")
            };
            !plans.iter().any(same)
        });
        let partners = projects.iter().filter_map(|project| project.party.clone());
        Self {
            titles: honours::honours(&line),
            places: places::places(&line, home),
            bodies: organizations::organizations(&line, partners, home),
            plans,
            projects,
            line,
        }
    }
}

/// Reads every sentence, half of them in a second thread. `home` is the code of the report's area.
pub fn all<'a>(sentences: &'a [Sentence], home: Option<&str>) -> Vec<Said<'a>> {
    let read = |half: &'a [Sentence]| {
        half.iter().map(|sentence| Said::new(Line::new(sentence, home), home)).collect::<Vec<_>>()
    };
    let (first, second) = sentences.split_at(sentences.len() / 2);
    std::thread::scope(|scope| {
        let second = scope.spawn(move || read(second));
        let mut said = read(first);
        said.append(&mut second.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        said
    })
}
