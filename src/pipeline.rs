//! The whole way from the bytes of a report to the quads of its graph, for those who want no step less.

use oxigraph::model::Quad;
use thiserror::Error;

use crate::curation::{self, File};
use crate::extract;
use crate::facts::Facts;
use crate::graph::{self, Base};
use crate::report::{self, ReadError};

/// The report that comes with the program.
pub const BUNDLED: &[u8] = include_bytes!("../data/reports/mentougou-2023.txt");

/// Its file name.
pub const BUNDLED_NAME: &str = "mentougou-2023.txt";

/// How to read a report.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the IRIs of resources begin.
    pub base: Base,
    /// Whether the reviewed corrections that come with the program apply.
    pub bundled_corrections: bool,
    /// Further corrections. Each applies to the report that it was made for.
    pub corrections: Vec<File>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { base: Base::default(), bundled_corrections: true, corrections: Vec::new() }
    }
}

/// What came of reading a report.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The facts, corrected.
    pub facts: Facts,
    /// What the reader should know of how the corrections went.
    pub remarks: Vec<String>,
}

/// Why a report did not become a graph.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PipelineError {
    /// The file cannot be read as a report.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The corrections do not fit the report.
    #[error(transparent)]
    Curation(Box<curation::Error>),
    /// The facts contradict themselves.
    #[error(transparent)]
    Graph(#[from] graph::Error),
}

impl From<curation::Error> for PipelineError {
    fn from(error: curation::Error) -> Self {
        Self::Curation(Box::new(error))
    }
}

/// Reads a report, extracts what it says, and applies the corrections made for it.
///
/// # Errors
/// [`PipelineError::Read`] and [`PipelineError::Curation`].
pub fn read(bytes: &[u8], settings: &Settings) -> Result<Reading, PipelineError> {
    // What does not hang on the report is made ready meanwhile: the ontology and the bundled corrections.
    let (report, corrections) = std::thread::scope(|scope| {
        let meanwhile = scope.spawn(|| {
            let _terms = graph::ontology_quads();
            settings.bundled_corrections.then(curation::bundled)
        });
        let facts = report::read(bytes).map(|report| extract::extract(&report));
        (facts, meanwhile.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    let mut reading = Reading { facts: report?, remarks: Vec::new() };
    for file in corrections.transpose()?.unwrap_or_default() {
        if file.fits(&reading.facts) {
            curation::apply(&file, &mut reading.facts)?;
        }
    }
    for file in &settings.corrections {
        reading.correct(file)?;
    }
    Ok(reading)
}

/// The quads of a report's facts: its own graphs, its share of the gazetteer, and the ontology.
///
/// # Errors
/// [`PipelineError::Graph`].
pub fn quads(facts: &Facts, settings: &Settings) -> Result<Vec<Quad>, PipelineError> {
    let mut quads = graph::quads(facts, &settings.base)?;
    quads.extend_from_slice(graph::ontology_quads());
    Ok(quads)
}

/// The quads of the bundled report.
///
/// # Errors
/// None that a release can meet: the bundled report is tested.
pub fn bundled() -> Result<Vec<Quad>, PipelineError> {
    let settings = Settings::default();
    quads(&read(BUNDLED, &settings)?.facts, &settings)
}

impl Reading {
    fn correct(&mut self, file: &File) -> Result<(), PipelineError> {
        if !file.fits(&self.facts) {
            self.remarks.push(format!("{} is for another report and was not applied", file.origin));
            return Ok(());
        }
        let applied = curation::apply(file, &mut self.facts)?;
        self.remarks.push(format!("{}: {} corrections applied", file.origin, applied.total()));
        self.remarks.extend(applied.needless.iter().map(ToString::to_string));
        Ok(())
    }
}
