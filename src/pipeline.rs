//! The whole way from the bytes of a report to the quads of its graph, for those who want no step less.

use std::path::PathBuf;

use oxigraph::model::Quad;
use thiserror::Error;

use crate::facts::Facts;
use crate::graph::{self, Base};
use crate::report::{self, ReadError};
use crate::{curation, extract, vocabulary};

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
    /// A file of corrections cannot be opened.
    #[error("cannot read the corrections {path}: {source}")]
    Corrections {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A correction does not fit the report.
    #[error(transparent)]
    Curation(#[from] curation::Error),
    /// The base is no IRI.
    #[error(transparent)]
    Base(#[from] graph::BaseError),
    /// The facts contradict themselves.
    #[error(transparent)]
    Graph(#[from] graph::Error),
}

/// The facts of a report, corrected.
///
/// # Errors
/// See [`PipelineError`].
pub fn facts(bytes: &[u8], settings: &Settings) -> Result<Facts, PipelineError> {
    let mut facts = extract::extract(&report::read(bytes)?);
    for file in corrections(settings)? {
        if file.fits(&facts) {
            curation::apply(&file, &mut facts)?;
        }
    }
    Ok(facts)
}

/// The files of corrections that the settings name.
fn corrections(settings: &Settings) -> Result<Vec<curation::File>, PipelineError> {
    let mut files = if settings.bundled_corrections { curation::bundled()? } else { Vec::new() };
    for path in &settings.corrections {
        let opened = |source| PipelineError::Corrections { path: path.clone(), source };
        let text = std::fs::read_to_string(path).map_err(opened)?;
        files.push(curation::File::parse(&text, &path.display().to_string())?);
    }
    Ok(files)
}

/// The quads of a report's facts: its own graphs, the ontology, and its share of the gazetteer.
///
/// # Errors
/// See [`PipelineError`].
pub fn quads(facts: &Facts, settings: &Settings) -> Result<Vec<Quad>, PipelineError> {
    let mut quads = graph::quads(facts, &Base::new(&settings.base)?)?;
    quads.extend_from_slice(graph::ontology_quads());
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
