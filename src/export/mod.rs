//! Writing the graph for others, in an order that is the same each time.

mod check;
mod order;
mod turtle;

use std::collections::BTreeSet;

use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfSerializer};
use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term, Triple};
use thiserror::Error;

pub use check::{CheckError, check};
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

/// The quads of some parts of a store, in order and each once; without graphs where `format` has none.
///
/// With no parts named: the facts, the ontology, and those places of the gazetteer that the facts lead to.
#[must_use]
pub fn select(quads: Vec<Quad>, parts: Option<&BTreeSet<Part>>, format: Format) -> Vec<Quad> {
    let mut chosen = match parts {
        Some(parts) => quads
            .into_iter()
            .filter(|quad| Part::of(&quad.graph_name).is_some_and(|part| parts.contains(&part)))
            .collect(),
        None => facts_and_their_places(quads),
    };
    if !format.keeps_graphs() {
        for quad in &mut chosen {
            quad.graph_name = GraphName::DefaultGraph;
        }
    }
    sorted(chosen)
}

/// Writes quads in the order in which they come; Turtle chooses its own.
///
/// # Errors
/// Where a format cannot express a triple (RDF/XML and properties that are no XML names).
pub fn write(quads: &[Quad], format: Format) -> Result<Vec<u8>, WriteError> {
    if format == Format::Turtle {
        let triples: Vec<Triple> = quads.iter().cloned().map(Triple::from).collect();
        return Ok(turtle(&triples).into_bytes());
    }
    let mut serializer = RdfSerializer::from_format(format.standard());
    if format != Format::JsonLd {
        for (prefix, namespace) in vocabulary::prefixes() {
            serializer = serializer.clone().with_prefix(*prefix, *namespace).unwrap_or(serializer);
        }
    }
    let mut writer = serializer.for_writer(Vec::new());
    for quad in quads {
        writer.serialize_quad(quad)?;
    }
    Ok(writer.finish()?)
}

/// Quads by graph, subject, property and object, each once.
#[must_use]
pub fn sorted(mut quads: Vec<Quad>) -> Vec<Quad> {
    quads.sort_by_cached_key(|quad| (quad.graph_name.to_string(), Triple::from(quad.clone()).to_string()));
    quads.dedup();
    quads
}

fn facts_and_their_places(quads: Vec<Quad>) -> Vec<Quad> {
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
