//! The graph, loaded and ready for questions, and its file on disk.
//!
//! A [`StoreFile`] is the file, a [`Store`] the graph in memory. Quads go in by named graph (for each
//! report its facts, its text and its evidence; the ontology; the gazetteer), questions see the union.

mod error;
mod file;
mod find;
mod focus;
mod graphs;
mod lines;
mod look_up;
mod parameters;
mod query;
mod saved;
mod syntax;
mod values;

use std::path::Path;

use oxigraph::model::Quad;

pub use error::StoreError;
pub use file::{StoreFile, stream_atomically, write_atomically};
pub use find::{Fit, NAMED_CLASSES};
pub use focus::Focus;
pub use graphs::{Part, owner};
pub use parameters::{Parameter, ParameterError, ParameterKind};
pub use query::{Answer, Query, QueryError, Solutions};
pub use saved::{SavedQuery, saved_queries};

/// A graph in memory.
#[derive(Clone)]
pub struct Store {
    engine: oxigraph::store::Store,
}

impl Store {
    /// Loads quads.
    ///
    /// # Errors
    /// [`StoreError::Engine`], which memory alone can cause.
    pub fn from_quads(quads: Vec<Quad>) -> Result<Self, StoreError> {
        let engine = oxigraph::store::Store::new()?;
        engine.extend(quads)?;
        Ok(Self { engine })
    }

    /// Loads the store that `build` wrote at `path`.
    ///
    /// # Errors
    /// As [`StoreFile::read`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::from_quads(StoreFile::at(path).read()?)
    }

    /// The engine itself, for those who know it.
    #[must_use]
    pub fn engine(&self) -> &oxigraph::store::Store {
        &self.engine
    }

    /// All quads, in no particular order.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub fn quads(&self) -> Result<Vec<Quad>, StoreError> {
        Ok(self.engine.iter().collect::<Result<_, _>>()?)
    }
}
