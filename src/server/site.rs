//! What requests are answered from.

use oxigraph::model::NamedNode;

use super::pool::Pool;
use super::{ServerError, Settings, description, url};
use crate::names::Names;
use crate::question::{self, Index};
use crate::store::{SavedQuery, Store, saved_queries};
use crate::vocabulary::DEFAULT_BASE;

/// The graph, the workers, and what is known of both at the start.
pub(super) struct Site {
    pub(super) store: Store,
    pub(super) pool: Pool,
    pub(super) index: Index,
    /// Where the IRIs of resources begin.
    pub(super) base: String,
    pub(super) saved: Vec<SavedQuery>,
    /// The named graphs with the number of their triples.
    pub(super) graphs: Vec<(NamedNode, u64)>,
}

impl Site {
    /// Makes everything ready that does not hang on a request.
    pub(super) fn new(store: Store, settings: Settings) -> Result<Self, ServerError> {
        let index = question::index(store.engine())?;
        let pool = Pool::new(&store, settings)?;
        let things = index.things.iter().map(|thing| thing.iri.as_str());
        let base = Names::of(things).base().unwrap_or(DEFAULT_BASE).to_owned();
        let graphs = description::named_graphs(&store)?;
        Ok(Self { store, pool, index, base, saved: saved_queries(), graphs })
    }

    /// Where the page of an IRI is, on this server.
    pub(super) fn path_of(&self, iri: &str) -> String {
        match iri.strip_prefix(&self.base) {
            Some(rest) if !rest.contains(['#', '?']) => format!("/id/{}", url::escape_path(rest)),
            _ => format!("/resource?iri={}", url::escape_value(iri)),
        }
    }
}
