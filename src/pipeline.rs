//! The whole way from the bytes of a report to the quads of its graph, for those who want no step less.

use std::path::PathBuf;

use oxigraph::model::{Literal, NamedNode, Quad};
use thiserror::Error;

use crate::facts::{Facts, ReportInfo, Sentence};
use crate::report::{self, ReadError};
use crate::vocabulary::{self, nif, rdf, rdfs, zt};

/// The report that comes with the program.
pub const BUNDLED: &[u8] = include_bytes!("../data/reports/mentougou-2023.txt");

/// Its file name.
pub const BUNDLED_NAME: &str = "mentougou-2023.txt";

/// How to read a report.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the IRIs of resources begin.
    pub base: String,
    /// Whether the reviewed corrections that come with the program apply.
    pub bundled_corrections: bool,
    /// Files of further corrections.
    pub corrections: Vec<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { base: vocabulary::DEFAULT_BASE.to_owned(), bundled_corrections: true, corrections: Vec::new() }
    }
}

/// Why a report did not become a graph.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PipelineError {
    /// The file cannot be read as a report.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// The facts of a report, corrected.
///
/// # Errors
/// See [`PipelineError`].
pub fn facts(bytes: &[u8], _settings: &Settings) -> Result<Facts, PipelineError> {
    let report = report::read(bytes)?;
    let sentences = report
        .sentences
        .into_iter()
        .map(|sentence| Sentence {
            span: sentence.span,
            quoted: sentence.quoted,
            text: sentence.text,
            section: sentence.section,
            part: sentence.part,
        })
        .collect();
    let info = ReportInfo {
        title: report.title,
        area: report.area,
        review_year: report.review_year,
        plan_year: report.plan_year,
        length: report.length,
    };
    Ok(Facts { report: info, sentences, ..Facts::default() })
}

/// The quads of a report's facts: its own graphs, the ontology, and its share of the gazetteer.
///
/// # Errors
/// See [`PipelineError`].
pub fn quads(facts: &Facts, settings: &Settings) -> Result<Vec<Quad>, PipelineError> {
    let node = |name: &str| NamedNode::new_unchecked(format!("{}{name}", settings.base));
    let report = node("report/110109/2023");
    let (in_facts, in_text) = (node("report/110109/2023/facts"), node("report/110109/2023/text"));
    let mut quads = vec![
        Quad::new(report.clone(), rdf::TYPE, zt::class::REPORT, in_facts.clone()),
        Quad::new(report.clone(), rdfs::LABEL, Literal::new_simple_literal(&facts.report.title), in_facts),
    ];
    for sentence in &facts.sentences {
        let (begin, end) = (sentence.span.begin, sentence.span.end);
        let iri = node(&format!("report/110109/2023#char={begin},{end}"));
        quads.push(Quad::new(iri.clone(), rdf::TYPE, zt::class::SENTENCE, in_text.clone()));
        let text = Literal::new_simple_literal(&sentence.quoted);
        quads.push(Quad::new(iri, nif::ANCHOR_OF, text, in_text.clone()));
    }
    Ok(quads)
}

/// The quads of the bundled report.
///
/// # Errors
/// None that a release can meet: the bundled report is tested.
pub fn bundled() -> Result<Vec<Quad>, PipelineError> {
    let settings = Settings::default();
    quads(&facts(BUNDLED, &settings)?, &settings)
}
