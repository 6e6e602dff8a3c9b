//! Reading what was written with a parser that is not ours, and comparing triple by triple.

use std::collections::BTreeSet;

use oxigraph::model::{GraphName, Literal, NamedNode, NamedOrBlankNode, Quad, Term};
use rio_api::model as rio;
use rio_api::parser::{QuadsParser, TriplesParser};
use rio_turtle::{NQuadsParser, NTriplesParser, TriGParser, TurtleError, TurtleParser};
use thiserror::Error;

use super::Format;

/// What the second reading found wrong.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CheckError {
    /// The text is not valid.
    #[error("the export does not parse ({0}): please report this, and use another --format meanwhile")]
    Unreadable(#[from] TurtleError),
    /// It says something else than the store.
    #[error(
        "the export differs from the store: {missing} triples missing, {added} added, first {example}: please \
         report this, and use another --format meanwhile"
    )]
    Different {
        /// Triples of the store that the text lacks.
        missing: usize,
        /// Triples of the text that the store lacks.
        added: usize,
        /// One of them.
        example: String,
    },
    /// There is no second parser for the format.
    #[error("--check cannot read this format: use it with turtle, ntriples, nquads or trig")]
    NoParser,
}

/// Reads `bytes` again and compares them with what they were written from. Gives the number of triples.
///
/// # Errors
/// See [`CheckError`].
pub fn check(bytes: &[u8], format: Format, written_from: &[Quad]) -> Result<usize, CheckError> {
    let found: BTreeSet<String> = read(bytes, format)?.iter().map(Quad::to_string).collect();
    let wanted: BTreeSet<String> = written_from.iter().map(Quad::to_string).collect();
    let missing = wanted.difference(&found).count();
    let added = found.difference(&wanted).count();
    match wanted.symmetric_difference(&found).next() {
        None => Ok(found.len()),
        Some(example) => Err(CheckError::Different { missing, added, example: example.clone() }),
    }
}

fn read(bytes: &[u8], format: Format) -> Result<Vec<Quad>, CheckError> {
    let mut quads = Vec::new();
    let mut keep_triple = |triple: rio::Triple<'_>| -> Result<(), TurtleError> {
        quads.extend(quad(triple.subject, triple.predicate, triple.object, None));
        Ok(())
    };
    match format {
        Format::Turtle => TurtleParser::new(bytes, None).parse_all(&mut keep_triple)?,
        Format::NTriples => NTriplesParser::new(bytes).parse_all(&mut keep_triple)?,
        Format::NQuads | Format::TriG => {
            let mut keep_quad = |found: rio::Quad<'_>| -> Result<(), TurtleError> {
                quads.extend(quad(found.subject, found.predicate, found.object, found.graph_name));
                Ok(())
            };
            if format == Format::NQuads {
                NQuadsParser::new(bytes).parse_all(&mut keep_quad)?;
            } else {
                TriGParser::new(bytes, None).parse_all(&mut keep_quad)?;
            }
        }
        Format::RdfXml | Format::JsonLd => return Err(CheckError::NoParser),
    }
    Ok(quads)
}

/// The same quad in the terms of our own library; None for what plain RDF 1.1 does not know.
fn quad(
    subject: rio::Subject<'_>,
    predicate: rio::NamedNode<'_>,
    object: rio::Term<'_>,
    graph: Option<rio::GraphName<'_>>,
) -> Option<Quad> {
    let subject = match subject {
        rio::Subject::NamedNode(node) => NamedOrBlankNode::from(named(node)),
        _ => return None,
    };
    let object = match object {
        rio::Term::NamedNode(node) => named(node).into(),
        rio::Term::Literal(value) => literal(value),
        _ => return None,
    };
    let graph = match graph {
        Some(rio::GraphName::NamedNode(node)) => named(node).into(),
        _ => GraphName::DefaultGraph,
    };
    Some(Quad::new(subject, named(predicate), object, graph))
}

fn named(node: rio::NamedNode<'_>) -> NamedNode {
    NamedNode::new_unchecked(node.iri)
}

fn literal(literal: rio::Literal<'_>) -> Term {
    match literal {
        rio::Literal::Simple { value } => Literal::new_simple_literal(value),
        rio::Literal::LanguageTaggedString { value, language } => {
            Literal::new_language_tagged_literal_unchecked(value, language.to_ascii_lowercase())
        }
        rio::Literal::Typed { value, datatype } => Literal::new_typed_literal(value, named(datatype)),
    }
    .into()
}
