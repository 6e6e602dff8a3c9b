//! What a reading changes in a store.

use std::collections::{BTreeSet, HashSet};

use oxigraph::model::{GraphName, NamedNode, Quad};
use oxigraph::store::{StorageError, Store as Engine};

use crate::store::graphs::{owner, replaced_by};

/// What a reading changes: the quads of an earlier one that go, and those of its own that come.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) removed: Vec<Quad>,
    /// Graphs of which nothing is left.
    pub(super) emptied: Vec<NamedNode>,
    pub(super) added: Vec<Quad>,
}

impl Changes {
    /// Compares a reading with what the engine holds of the same reports. What it adds to a graph that no
    /// report owns, such as the gazetteer, is not looked up: adding it twice changes nothing.
    pub(super) fn of(engine: &Engine, reading: &[Quad]) -> Result<Self, StorageError> {
        let new: HashSet<&Quad> = reading.iter().collect();
        let graphs: BTreeSet<&str> = new.iter().filter_map(|quad| graph(quad)).collect();
        let mut kept: HashSet<&Quad> = HashSet::new();
        let mut changes = Self::default();
        let replaced: BTreeSet<String> = graphs.iter().flat_map(|graph| replaced_by(graph)).collect();
        for name in replaced {
            let is_written = graphs.contains(name.as_str());
            let graph = NamedNode::new_unchecked(name);
            let before = changes.removed.len();
            for quad in engine.quads_for_pattern(None, None, None, Some(graph.as_ref().into())) {
                let quad = quad?;
                match new.get(&quad) {
                    Some(same) => {
                        kept.insert(same);
                    }
                    None => changes.removed.push(quad),
                }
            }
            if !is_written && changes.removed.len() > before {
                changes.emptied.push(graph);
            }
        }
        changes.added = reading.iter().filter(|quad| !kept.contains(quad)).cloned().collect();
        Ok(changes)
    }

    /// Those who own what comes.
    pub(super) fn owners(&self) -> BTreeSet<String> {
        self.added.iter().filter_map(|quad| owner(graph(quad)?)).map(str::to_owned).collect()
    }
}

fn graph(quad: &Quad) -> Option<&str> {
    match &quad.graph_name {
        GraphName::NamedNode(node) => Some(node.as_str()),
        GraphName::BlankNode(_) | GraphName::DefaultGraph => None,
    }
}
