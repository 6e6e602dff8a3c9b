//! SPARQL 1.1 Service Description: what the endpoint can do, and which graphs it holds.

use oxigraph::model::{BlankNode, GraphName, Literal, NamedNode, NamedOrBlankNode, Quad, Term};

use super::negotiate::{GRAPHS, RESULTS};
use crate::store::{Store, StoreError};
use crate::vocabulary::{rdf, sd, void};

/// The description of the endpoint at `endpoint`.
pub(super) fn describe(store: &Store, endpoint: &NamedNode) -> Result<Vec<Quad>, StoreError> {
    let mut triples = Triples::default();
    let service = endpoint.clone();
    triples.add(&service, rdf::TYPE.into_owned(), sd::SERVICE);
    triples.add(&service, sd::ENDPOINT.into_owned(), endpoint.clone());
    triples.add(&service, sd::SUPPORTED_LANGUAGE.into_owned(), sd::SPARQL_11_QUERY);
    triples.add(&service, sd::FEATURE.into_owned(), sd::UNION_DEFAULT_GRAPH);
    let results = RESULTS.iter().map(|offer| offer.format.iri());
    let graphs = GRAPHS.iter().map(|offer| offer.format.standard().iri());
    for format in results.chain(graphs) {
        triples.add(&service, sd::RESULT_FORMAT.into_owned(), NamedNode::new_unchecked(format));
    }
    let [dataset, union] = ["dataset", "union"].map(BlankNode::new_unchecked);
    triples.add(&service, sd::DEFAULT_DATASET.into_owned(), dataset.clone());
    triples.add(&dataset, rdf::TYPE.into_owned(), sd::DATASET);
    triples.add(&dataset, sd::DEFAULT_GRAPH.into_owned(), union.clone());
    triples.add(&union, rdf::TYPE.into_owned(), sd::GRAPH);
    for (at, (name, size)) in named_graphs(store)?.into_iter().enumerate() {
        let [entry, graph] = ["entry", "graph"].map(|kind| BlankNode::new_unchecked(format!("{kind}{at}")));
        triples.add(&dataset, sd::NAMED_GRAPH.into_owned(), entry.clone());
        triples.add(&entry, rdf::TYPE.into_owned(), sd::NAMED_GRAPH_CLASS);
        triples.add(&entry, sd::NAME.into_owned(), name);
        triples.add(&entry, sd::GRAPH_PROPERTY.into_owned(), graph.clone());
        triples.add(&graph, rdf::TYPE.into_owned(), sd::GRAPH);
        triples.add(&graph, void::TRIPLES.into_owned(), Literal::from(size));
    }
    Ok(triples.0)
}

/// The named graphs with the number of their triples, sorted.
pub(super) fn named_graphs(store: &Store) -> Result<Vec<(NamedNode, u64)>, StoreError> {
    let mut graphs = Vec::new();
    for name in store.graphs()? {
        let mut triples = store.engine().quads_for_pattern(None, None, None, Some(name.as_ref().into()));
        let size = triples.try_fold(0, |sum, quad| quad.map(|_| sum + 1))?;
        graphs.push((name, size));
    }
    Ok(graphs)
}

#[derive(Default)]
struct Triples(Vec<Quad>);

impl Triples {
    fn add<S>(&mut self, subject: &S, predicate: NamedNode, object: impl Into<Term>)
    where
        S: Clone + Into<NamedOrBlankNode>,
    {
        self.0.push(Quad::new(subject.clone(), predicate, object, GraphName::DefaultGraph));
    }
}
