//! One resource of the graph: what is said of it, and what is said with it.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term};

use crate::store::{Store, StoreError};
use crate::vocabulary::zt::property;
use crate::vocabulary::{CHINESE, ENGLISH, nif, rdf, rdfs};

/// So many triples of each direction are read: the place of a whole district has thousands that lead to it.
const MOST: usize = 2_000;

/// What the graph knows of one IRI.
pub(super) struct Resource {
    pub(super) iri: NamedNode,
    pub(super) label: Option<String>,
    /// By property, what it leads to.
    pub(super) outgoing: Links<Term>,
    /// By property, what leads to it.
    pub(super) incoming: Links<NamedNode>,
    /// The sentences that name it or prove it.
    pub(super) sentences: Vec<Sentence>,
}

/// Properties with what stands at their other end.
pub(super) type Links<T> = BTreeMap<NamedNode, Vec<T>>;

/// A sentence of a report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sentence {
    pub(super) report: String,
    pub(super) begin: u64,
    pub(super) end: u64,
    pub(super) section: String,
    pub(super) text: String,
    pub(super) iri: NamedNode,
}

impl Resource {
    /// Looks an IRI up; None where no triple has it.
    pub(super) fn find(store: &Store, iri: NamedNode) -> Result<Option<Self>, StoreError> {
        let (mut outgoing, mut incoming) = (Links::new(), Links::new());
        for quad in store.engine().quads_for_pattern(Some(iri.as_ref().into()), None, None, None).take(MOST) {
            let Quad { predicate, object, .. } = quad?;
            outgoing.entry(predicate).or_insert_with(Vec::new).push(object);
        }
        for quad in store.engine().quads_for_pattern(None, None, Some(iri.as_ref().into()), None).take(MOST) {
            if let Quad { predicate, subject: NamedOrBlankNode::NamedNode(subject), .. } = quad? {
                incoming.entry(predicate).or_insert_with(Vec::new).push(subject);
            }
        }
        if outgoing.is_empty() && incoming.is_empty() {
            return Ok(None);
        }
        outgoing.values_mut().for_each(sort_by_text);
        incoming.values_mut().for_each(sort_by_text);
        let sentences = sentences(store, &mut outgoing, &mut incoming)?;
        let label = label(store, iri.as_ref())?;
        Ok(Some(Self { iri, label, outgoing, incoming, sentences }))
    }

    /// All triples that have the IRI as subject or object, as quads of the default graph.
    pub(super) fn quads(store: &Store, iri: NamedNodeRef<'_>) -> Result<Vec<Quad>, StoreError> {
        let engine = store.engine();
        let forward = engine.quads_for_pattern(Some(iri.into()), None, None, None);
        let backward = engine.quads_for_pattern(None, None, Some(iri.into()), None);
        let bare = |quad: Quad| {
            let Quad { subject, predicate, object, .. } = quad;
            Quad::new(subject, predicate, object, oxigraph::model::GraphName::DefaultGraph)
        };
        Ok(forward.chain(backward).map(|quad| quad.map(bare)).collect::<Result<_, _>>()?)
    }
}

/// The Chinese label, or the English, or any.
pub(super) fn label(store: &Store, iri: NamedNodeRef<'_>) -> Result<Option<String>, StoreError> {
    let rank = |language: Option<&str>| match language {
        Some(CHINESE) => 0,
        Some(ENGLISH) => 1,
        _ => 2,
    };
    let labels = store.objects(iri, rdfs::LABEL)?.into_iter().filter_map(|term| match term {
        Term::Literal(literal) => Some((rank(literal.language()), literal.value().to_owned())),
        _ => None,
    });
    Ok(labels.min().map(|(_, label)| label))
}

fn sort_by_text<T: ToString + PartialEq>(terms: &mut Vec<T>) {
    terms.sort_by_cached_key(T::to_string);
    terms.dedup();
}

/// Takes the links to sentences out and reads those; those of the statements about the thing are its proofs.
fn sentences(
    store: &Store,
    outgoing: &mut Links<Term>,
    incoming: &mut Links<NamedNode>,
) -> Result<Vec<Sentence>, StoreError> {
    let mut iris = Vec::new();
    for property in [property::MENTIONED_IN, property::EVIDENCE] {
        iris.extend(outgoing.remove(&property.into_owned()).unwrap_or_default());
    }
    for statement in incoming.remove(&rdf::SUBJECT.into_owned()).unwrap_or_default() {
        iris.extend(store.objects(statement.as_ref(), property::EVIDENCE)?);
    }
    sort_by_text(&mut iris);
    let mut sentences = Vec::new();
    for iri in iris.into_iter().filter_map(|term| NamedNode::try_from(term).ok()) {
        sentences.extend(sentence(store, iri)?);
    }
    sentences.sort();
    Ok(sentences)
}

fn sentence(store: &Store, iri: NamedNode) -> Result<Option<Sentence>, StoreError> {
    let texts = |property: NamedNodeRef<'_>| -> Result<Vec<String>, StoreError> {
        let literals = store.objects(iri.as_ref(), property)?.into_iter().filter_map(|term| match term {
            Term::Literal(literal) => Some(literal.value().to_owned()),
            _ => None,
        });
        Ok(literals.collect())
    };
    let number = |texts: Vec<String>| texts.first().and_then(|text| text.parse().ok()).unwrap_or_default();
    let mut text = texts(property::REPAIRED_TEXT)?;
    if text.is_empty() {
        text = texts(nif::ANCHOR_OF)?;
    }
    let Some(text) = text.into_iter().next() else { return Ok(None) };
    let mut report = String::new();
    for node in store.objects(iri.as_ref(), property::REPORT)? {
        if let Term::NamedNode(node) = node {
            report = label(store, node.as_ref())?.unwrap_or_default();
        }
    }
    Ok(Some(Sentence {
        report,
        begin: number(texts(nif::BEGIN_INDEX)?),
        end: number(texts(nif::END_INDEX)?),
        section: texts(property::SECTION)?.join(" "),
        text,
        iri,
    }))
}
