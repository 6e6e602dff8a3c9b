//! The ontology as quads.

use std::sync::LazyLock;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedNode, Quad};

use crate::vocabulary::ONTOLOGY;

/// The ontology's source, as it stands in the repository.
const SOURCE: &str = include_str!("../../ontology/zhengtu.ttl");

static QUADS: LazyLock<Vec<Quad>> = LazyLock::new(|| {
    let graph = NamedNode::new_unchecked(ONTOLOGY);
    let parser = RdfParser::from_format(RdfFormat::Turtle).without_named_graphs().with_default_graph(graph);
    // The source is part of the program, and a test reads it without this leniency.
    parser.for_slice(SOURCE).filter_map(Result::ok).collect()
});

/// The triples of the ontology, in the graph that is named after it.
#[must_use]
pub fn ontology_quads() -> &'static [Quad] {
    &QUADS
}
