//! `zhengtu export`: the graph for other tools.

use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};

use oxigraph::model::Quad;

use super::arguments::{Export, GraphFormat, PartName};
use super::{CliError, Outcome, note, open};
use crate::export::{Format, WriteError, check, describe, facts_and_their_places, ready, write, write_to};
use crate::store::{Part, Store, StoreError, stream_atomically};

/// The parts that an export is made from where none is named.
const USUAL: [Part; 3] = [Part::Facts, Part::Ontology, Part::Gazetteer];

/// Runs the command.
pub(super) fn run(arguments: &Export) -> Result<Outcome, CliError> {
    let store = open::open(&arguments.store)?;
    let format = Format::from(arguments.format);
    if let Some(parts) = parts_alone(arguments, format) {
        let mut found = false;
        write_out(arguments, |output| {
            found = write_graphs(&store, &parts, output)?;
            Ok(())
        })?;
        return Ok(Outcome::found(found));
    }
    let quads = ready(chosen(&store, &arguments.part)?, format);
    if arguments.check {
        let count = check(&write(&quads, format)?, format, &quads)?;
        note(&format!("checked: an independent parser reads the same {count} triples"));
    }
    write_out(arguments, |output| write_to(&quads, format, output))?;
    Ok(Outcome::found(!quads.is_empty()))
}

/// The parts that were named, where each graph can be written by itself: one in memory at a time.
fn parts_alone(arguments: &Export, format: Format) -> Option<BTreeSet<Part>> {
    let simple = format == Format::NQuads && !arguments.check && !arguments.part.is_empty();
    simple.then(|| arguments.part.iter().map(|name| name.part()).collect()).flatten()
}

/// Writes some parts of the store as N-Quads, in the order of [`ready`]. Gives whether there was anything.
fn write_graphs(store: &Store, parts: &BTreeSet<Part>, output: &mut dyn Write) -> io::Result<bool> {
    let mut found = false;
    let mut graphs = store.graphs().map_err(io::Error::other)?;
    graphs.sort_by_cached_key(ToString::to_string);
    for graph in graphs {
        if Part::of_name(graph.as_str()).is_some_and(|part| parts.contains(&part)) {
            let quads = ready(store.quads_of(&graph).map_err(io::Error::other)?, Format::NQuads);
            write_to(&quads, Format::NQuads, &mut *output)?;
            found |= !quads.is_empty();
        }
    }
    Ok(found)
}

/// Writes to the file that was named, or to standard output.
fn write_out(
    arguments: &Export,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), CliError> {
    let (place, written) = match &arguments.output {
        Some(path) => (path.display().to_string(), stream_atomically(path, write)),
        None => {
            let mut output = BufWriter::new(io::stdout().lock());
            ("standard output".to_owned(), write(&mut output).and_then(|()| output.flush()))
        }
    };
    written.map_err(|error| failure(place, error))
}

/// The parts that were named, or the usual ones, with the description of the data set where it belongs.
fn chosen(store: &Store, names: &[PartName]) -> Result<Vec<Quad>, CliError> {
    let parts: BTreeSet<Part> = names.iter().filter_map(|name| name.part()).collect();
    if names.is_empty() {
        let mut quads = facts_and_their_places(quads(store, &USUAL)?);
        quads.extend(describe(&quads));
        return Ok(quads);
    }
    let mut chosen = quads(store, parts.iter())?;
    if names.contains(&PartName::Dataset) {
        // Asked for alone, the description is that of the whole.
        let described = if parts.is_empty() { describe(&store.quads()?) } else { describe(&chosen) };
        chosen.extend(described);
    }
    Ok(chosen)
}

/// The quads of some parts.
fn quads<'a>(store: &Store, parts: impl IntoIterator<Item = &'a Part>) -> Result<Vec<Quad>, StoreError> {
    let parts: BTreeSet<&Part> = parts.into_iter().collect();
    let mut quads = Vec::new();
    for graph in store.graphs()? {
        if Part::of_name(graph.as_str()).is_some_and(|part| parts.contains(&part)) {
            quads.append(&mut store.quads_of(&graph)?);
        }
    }
    Ok(quads)
}

/// What a format cannot say is not the fault of the place that it was to be written to.
fn failure(place: String, error: io::Error) -> CliError {
    let error = match error.downcast::<StoreError>() {
        Ok(error) => return error.into(),
        Err(error) => error,
    };
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
