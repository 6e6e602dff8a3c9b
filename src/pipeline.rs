//! The whole way from the bytes of a report to the quads of its graph, for those who want no step less.

use oxigraph::model::{Literal, NamedNode, Quad};
use thiserror::Error;

use crate::facts::{Facts, ReportInfo, Sentence};
use crate::span::Span;
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
    /// Whether reviewed corrections that come with the program apply.
    pub bundled_corrections: bool,
    /// Files of further corrections.
    pub corrections: Vec<std::path::PathBuf>,
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
    #[error("{0}")]
    Read(String),
}

/// The facts of a report.
///
/// # Errors
/// See [`PipelineError`].
pub fn facts(bytes: &[u8], name: &str, _settings: &Settings) -> Result<Facts, PipelineError> {
    if bytes.is_empty() {
        return Err(PipelineError::Read("the file is empty: give the text of a report".to_owned()));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|_| PipelineError::Read("the file is not text: save the report as UTF-8 text".to_owned()))?;
    let chars: Vec<char> = text.chars().collect();
    let mut sentences = Vec::new();
    let mut begin = 0;
    for (at, c) in chars.iter().enumerate() {
        if *c == '。' {
            let quoted: String = chars[begin..=at].iter().filter(|c| !c.is_whitespace()).collect();
            sentences.push(Sentence {
                span: Span::new(begin, at + 1),
                text: quoted.clone(),
                quoted,
                section: Vec::new(),
                part: None,
            });
            begin = at + 1;
        }
    }
    let report = ReportInfo { title: name.to_owned(), length: chars.len(), ..ReportInfo::default() };
    Ok(Facts { report, sentences, ..Facts::default() })
}

/// The quads of a report's facts: its own graphs, the ontology, and its share of the gazetteer.
///
/// # Errors
/// See [`PipelineError`].
pub fn quads(facts: &Facts, settings: &Settings) -> Result<Vec<Quad>, PipelineError> {
    let node = |name: &str| NamedNode::new_unchecked(format!("{}{name}", settings.base));
    let report = node("report/110109-2023");
    let (in_facts, in_text) = (node("report/110109-2023/facts"), node("report/110109-2023/text"));
    let mut quads = vec![
        Quad::new(report.clone(), rdf::TYPE, zt::class::REPORT, in_facts.clone()),
        Quad::new(report.clone(), rdfs::LABEL, Literal::new_simple_literal(&facts.report.title), in_facts),
    ];
    for sentence in &facts.sentences {
        let Span { begin, end } = sentence.span;
        let iri = node(&format!("report/110109-2023#char={begin},{end}"));
        quads.push(Quad::new(iri.clone(), rdf::TYPE, zt::class::SENTENCE, in_text.clone()));
        quads.push(Quad::new(
            iri,
            nif::ANCHOR_OF,
            Literal::new_simple_literal(&sentence.quoted),
            in_text.clone(),
        ));
    }
    Ok(quads)
}

/// The quads of the bundled report.
///
/// # Errors
/// None that a release can meet: the bundled report is tested.
pub fn bundled() -> Result<Vec<Quad>, PipelineError> {
    let settings = Settings::default();
    quads(&facts(BUNDLED, BUNDLED_NAME, &settings)?, &settings)
}
