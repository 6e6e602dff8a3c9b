//! What server and worker say to each other: a line of JSON, then bytes.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// The first line to a worker: where the graph is, and how much memory it may use beyond what that takes.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Load {
    pub(super) graph: Graph,
    pub(super) memory_bytes: u64,
}

/// Where a worker finds the graph.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) enum Graph {
    /// So many bytes of N-Quads follow.
    Bytes(usize),
    /// It stays in a folder.
    Folder(PathBuf),
}

/// A query to evaluate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Task {
    pub(super) query: String,
    pub(super) default_graphs: Vec<String>,
    pub(super) named_graphs: Vec<String>,
    /// The `Accept` header; none takes anything.
    pub(super) accept: Option<String>,
    pub(super) limits: Limits,
}

/// How far a query may go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Limits {
    pub(super) timeout: Duration,
    pub(super) answer_bytes: usize,
}

/// What came of it; `bytes` bytes follow.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Outcome {
    pub(super) status: u16,
    pub(super) media_type: String,
    pub(super) bytes: usize,
    /// The worker is stuck in the query and ends itself.
    pub(super) last: bool,
}
