//! The graph, ready for questions, and its place on disk.
//!
//! A [`StorePlace`] is a file, or a folder where the engine keeps a graph larger than memory; a [`Store`] is
//! the graph opened. Quads go in by named graph (for each report its facts, its text and its evidence; the
//! ontology; the gazetteer), questions see the union.

mod atomic;
mod error;
mod file;
mod find;
mod focus;
#[cfg(feature = "rocksdb")]
mod folder;
mod graphs;
mod lines;
mod lock;
mod look_up;
mod parameters;
mod place;
mod query;
mod saved;
mod syntax;
mod text;
mod values;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use oxigraph::model::{NamedNode, NamedOrBlankNode, Quad};

pub use atomic::{stream_atomically, write_atomically};
pub use error::StoreError;
pub use file::StoreFile;
pub use find::{Fit, NAMED_CLASSES};
pub use focus::Focus;
pub use graphs::{Part, owner};
pub use parameters::{Parameter, ParameterError, ParameterKind};
pub use place::{StorePlace, Writer};
pub use query::{Answer, Query, QueryError, Solutions};
pub use saved::{SavedQuery, saved_queries};

/// A graph that can be asked.
#[derive(Clone)]
pub struct Store {
    engine: oxigraph::store::Store,
    home: Option<Arc<Home>>,
}

/// The folder of a graph that stays on disk, and the lock that keeps builds away from it meanwhile.
struct Home {
    path: PathBuf,
    _lock: lock::Lock,
}

impl Store {
    /// Loads quads into memory.
    ///
    /// # Errors
    /// [`StoreError::Engine`], which memory alone can cause.
    pub fn from_quads(quads: Vec<Quad>) -> Result<Self, StoreError> {
        let engine = oxigraph::store::Store::new()?;
        engine.extend(quads)?;
        Ok(Self { engine, home: None })
    }

    /// Opens the store that `build` wrote at `path`.
    ///
    /// # Errors
    /// As [`StorePlace::open`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        StorePlace::at(path)?.open()
    }

    /// The engine itself, for those who know it.
    #[must_use]
    pub fn engine(&self) -> &oxigraph::store::Store {
        &self.engine
    }

    /// The folder that the graph stays in; None where it is held in memory.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.home.as_deref().map(|home| home.path.as_path())
    }

    /// All quads, in no particular order.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub fn quads(&self) -> Result<Vec<Quad>, StoreError> {
        Ok(self.engine.iter().collect::<Result<_, _>>()?)
    }

    /// The named graphs, sorted.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub fn graphs(&self) -> Result<Vec<NamedNode>, StoreError> {
        let mut graphs = Vec::new();
        for name in self.engine.named_graphs() {
            if let NamedOrBlankNode::NamedNode(name) = name? {
                graphs.push(name);
            }
        }
        graphs.sort_unstable();
        Ok(graphs)
    }

    /// The quads of one graph, in no particular order.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub fn quads_of(&self, graph: &NamedNode) -> Result<Vec<Quad>, StoreError> {
        let quads = self.engine.quads_for_pattern(None, None, None, Some(graph.as_ref().into()));
        Ok(quads.collect::<Result<_, _>>()?)
    }
}
