//! Writing the graph for others, in an order that is the same each time.

mod check;
mod dataset;
mod order;
mod turtle;

use std::collections::BTreeSet;
use std::io;

use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfSerializer};
use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term, Triple};
use thiserror::Error;

pub use check::{CheckError, check};
pub use dataset::describe;
pub use turtle::write as turtle;

use crate::store::Part;
use crate::vocabulary;

/// The formats that a graph can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Turtle: graphs merged.
    Turtle,
    /// N-Triples: graphs merged.
    NTriples,
    /// N-Quads.
    NQuads,
    /// TriG.
    TriG,
    /// RDF/XML: graphs merged.
    RdfXml,
    /// JSON-LD.
    JsonLd,
}

impl Format {
    /// Whether the format can say which graph a triple belongs to.
    #[must_use]
    pub const fn keeps_graphs(self) -> bool {
        matches!(self, Self::NQuads | Self::TriG | Self::JsonLd)
    }

    pub(crate) fn standard(self) -> RdfFormat {
        match self {
            Self::Turtle => RdfFormat::Turtle,
            Self::NTriples => RdfFormat::NTriples,
            Self::NQuads => RdfFormat::NQuads,
            Self::TriG => RdfFormat::TriG,
            Self::RdfXml => RdfFormat::RdfXml,
            Self::JsonLd => RdfFormat::JsonLd { profile: JsonLdProfileSet::default() },
        }
    }
}

/// The graph could not be written in this format.
#[derive(Debug, Error)]
#[error("cannot write the graph in this format: {0}; choose another with --format")]
pub struct WriteError(#[from] std::io::Error);

/// What a format can say of quads: in order, each once, and without graphs where the format has none.
#[must_use]
pub fn ready(mut quads: Vec<Quad>, format: Format) -> Vec<Quad> {
    if !format.keeps_graphs() {
        for quad in &mut quads {
            quad.graph_name = GraphName::DefaultGraph;
        }
    }
    sorted(quads)
}

/// Writes quads in the order in which they come; Turtle and TriG choose their own.
///
/// # Errors
/// Where a format cannot express a triple (RDF/XML and properties that are no XML names).
pub fn write(quads: &[Quad], format: Format) -> Result<Vec<u8>, WriteError> {
    let mut bytes = Vec::new();
    write_to(quads, format, &mut bytes)?;
    Ok(bytes)
}

/// The same to a file or a stream, bit by bit.
///
/// # Errors
/// As [`write()`], and where the writer fails.
pub fn write_to(quads: &[Quad], format: Format, mut writer: impl io::Write) -> io::Result<()> {
    if matches!(format, Format::Turtle | Format::TriG) {
        return turtle::write_graphs(quads, &mut writer);
    }
    let mut serializer = RdfSerializer::from_format(format.standard());
    if format == Format::RdfXml {
        for (prefix, namespace) in vocabulary::prefixes() {
            // Only properties are names there.
            if quads.iter().any(|quad| quad.predicate.as_str().starts_with(namespace)) {
                serializer = serializer.clone().with_prefix(*prefix, *namespace).unwrap_or(serializer);
            }
        }
    }
    let mut serializer = serializer.for_writer(writer);
    for quad in quads {
        serializer.serialize_quad(quad)?;
    }
    serializer.finish()?.flush()
}

/// Quads by graph, subject, property and object, each once.
#[must_use]
pub fn sorted(mut quads: Vec<Quad>) -> Vec<Quad> {
    quads.sort_by_cached_key(|quad| (quad.graph_name.to_string(), Triple::from(quad.clone()).to_string()));
    quads.dedup();
    quads
}

/// What an export usually holds: the facts, the ontology, and those places of the gazetteer that these lead to.
#[must_use]
pub fn facts_and_their_places(quads: Vec<Quad>) -> Vec<Quad> {
    let (mut chosen, rest): (Vec<Quad>, Vec<Quad>) = quads
        .into_iter()
        .partition(|quad| matches!(Part::of(&quad.graph_name), Some(Part::Facts | Part::Ontology)));
    let mut wanted: BTreeSet<String> = chosen.iter().flat_map(nodes).collect();
    let mut places: Vec<Quad> =
        rest.into_iter().filter(|quad| Part::of(&quad.graph_name) == Some(Part::Gazetteer)).collect();
    loop {
        let (reached, further): (Vec<Quad>, Vec<Quad>) =
            places.into_iter().partition(|quad| wanted.contains(&quad.subject.to_string()));
        if reached.is_empty() {
            return chosen;
        }
        wanted.extend(reached.iter().flat_map(nodes));
        chosen.extend(reached);
        places = further;
    }
}

fn nodes(quad: &Quad) -> impl Iterator<Item = String> {
    let subject = match &quad.subject {
        NamedOrBlankNode::NamedNode(node) => Some(node.to_string()),
        NamedOrBlankNode::BlankNode(_) => None,
    };
    let object = match &quad.object {
        Term::NamedNode(node) => Some(node.to_string()),
        _ => None,
    };
    subject.into_iter().chain(object)
}
