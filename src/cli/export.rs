//! `zhengtu export`: the graph for other tools.

use std::collections::BTreeSet;
use std::io::{self, BufWriter};

use oxigraph::model::Quad;

use super::arguments::{Export, GraphFormat, PartName};
use super::{CliError, Outcome, note, open};
use crate::export::{Format, WriteError, check, describe, ready, select, write, write_to};
use crate::store::{Part, Store, stream_atomically};

/// Runs the command.
pub(super) fn run(arguments: &Export) -> Result<Outcome, CliError> {
    let store = open::open(&arguments.store)?;
    let format = Format::from(arguments.format);
    let quads = ready(chosen(&store, &arguments.part)?, format);
    if arguments.check {
        let count = check(&write(&quads, format)?, format, &quads)?;
        note(&format!("checked: an independent parser reads the same {count} triples"));
    }
    let (place, written) = match &arguments.output {
        Some(path) => {
            (path.display().to_string(), stream_atomically(path, |file| write_to(&quads, format, file)))
        }
        None => {
            let output = BufWriter::new(io::stdout().lock());
            ("standard output".to_owned(), write_to(&quads, format, output))
        }
    };
    written.map_err(|error| failure(place, error))?;
    Ok(Outcome::found(!quads.is_empty()))
}

/// The parts that were named, or the usual ones, with the description of the data set where it belongs.
fn chosen(store: &Store, names: &[PartName]) -> Result<Vec<Quad>, CliError> {
    let parts: BTreeSet<Part> = names.iter().filter_map(|name| name.part()).collect();
    let mut quads = select(store.quads()?, Some(&parts).filter(|_| !names.is_empty()));
    if names.is_empty() {
        quads.extend(describe(&quads));
    } else if names.contains(&PartName::Dataset) {
        // Asked for alone, the description is that of the whole.
        let described = if parts.is_empty() { store.quads()? } else { quads.clone() };
        quads.extend(describe(&described));
    }
    Ok(quads)
}

/// What a format cannot say is not the fault of the place that it was to be written to.
fn failure(place: String, error: io::Error) -> CliError {
    match error.kind() {
        io::ErrorKind::BrokenPipe => CliError::ClosedPipe,
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => WriteError::from(error).into(),
        _ => CliError::Output { place, source: error },
    }
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

impl PartName {
    /// The part of the store; the description of the data set is none.
    const fn part(self) -> Option<Part> {
        match self {
            Self::Facts => Some(Part::Facts),
            Self::Text => Some(Part::Text),
            Self::Evidence => Some(Part::Evidence),
            Self::Ontology => Some(Part::Ontology),
            Self::Gazetteer => Some(Part::Gazetteer),
            Self::Dataset => None,
        }
    }
}
