//! `zhengtu export`: the graph for other tools.

use std::collections::BTreeSet;

use super::arguments::{Export, GraphFormat, PartName};
use super::{CliError, Outcome, note, open, print};
use crate::export::{Format, check, select, write};
use crate::store::{Part, write_atomically};

/// Runs the command.
pub(super) fn run(arguments: &Export) -> Result<Outcome, CliError> {
    let store = open::open(&arguments.store)?;
    let format = Format::from(arguments.format);
    let parts: BTreeSet<Part> = arguments.part.iter().map(|part| Part::from(*part)).collect();
    let quads = select(store.quads()?, Some(&parts).filter(|parts| !parts.is_empty()), format);
    let bytes = write(&quads, format)?;
    if arguments.check {
        let count = check(&bytes, format, &quads)?;
        note(&format!("checked: an independent parser reads the same {count} triples"));
    }
    match &arguments.output {
        Some(path) => write_atomically(path, &bytes)
            .map_err(|source| CliError::Output { place: path.display().to_string(), source })?,
        None => print(&bytes)?,
    }
    Ok(Outcome::found(!quads.is_empty()))
}

impl From<GraphFormat> for Format {
    fn from(format: GraphFormat) -> Self {
        match format {
            GraphFormat::Turtle => Self::Turtle,
            GraphFormat::Ntriples => Self::NTriples,
            GraphFormat::Nquads => Self::NQuads,
            GraphFormat::Trig => Self::TriG,
            GraphFormat::Rdfxml => Self::RdfXml,
            GraphFormat::Jsonld => Self::JsonLd,
        }
    }
}

impl From<PartName> for Part {
    fn from(part: PartName) -> Self {
        match part {
            PartName::Facts => Self::Facts,
            PartName::Text => Self::Text,
            PartName::Evidence => Self::Evidence,
            PartName::Ontology => Self::Ontology,
            PartName::Gazetteer => Self::Gazetteer,
        }
    }
}
