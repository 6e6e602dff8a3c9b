//! The graph over HTTP: a read-only SPARQL 1.1 Protocol endpoint, and pages to look around in.
//!
//! ```text
//! listen ─► routes ─► protocol ─► pool ══ pipe ══► worker ─► evaluate
//!              └────► pages, resource, description (our own small look-ups)
//! ```
//!
//! A query of a stranger may sort a cross product for days, double a string forty times, or be nested so
//! deeply that no stack holds it; the engine looks at its cancellation token only when it reads from the
//! store. So such queries run in worker processes with a limit of memory, which can be killed whatever they
//! do. The server itself never parses or evaluates them.

mod browse;
mod description;
mod evaluate;
mod listen;
mod message;
mod negotiate;
mod pages;
mod pool;
mod protocol;
mod reply;
mod resource;
mod respond;
mod routes;
mod site;
mod url;
mod worker;

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use thiserror::Error;

use crate::question;
use crate::store::{Store, StoreError};

pub use worker::main as worker;

/// How the server is to run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where it listens.
    pub bind: SocketAddr,
    /// How long a query may take.
    pub timeout: Duration,
    /// How many queries run at once.
    pub workers: usize,
    /// How many more may wait.
    pub queue: usize,
    /// How many bytes an answer may have.
    pub answer_bytes: usize,
    /// How many bytes of memory a query may use.
    pub memory_bytes: u64,
    /// The program that becomes a worker when it is started with [`WORKER_COMMAND`].
    pub program: PathBuf,
}

/// The command that turns the program into a worker; no person types it.
pub const WORKER_COMMAND: &str = "serve-worker";

/// Why the server could not start or go on.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ServerError {
    /// The port is taken.
    #[error("something listens on {address} already: stop it, or choose another port with --bind")]
    Taken {
        /// The address that was asked for.
        address: SocketAddr,
    },
    /// The system does not let us listen there.
    #[error("cannot listen on {address}: {source}; choose another address with --bind")]
    Bind {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The system refused something else that a server needs.
    #[error("cannot serve: {0}")]
    System(#[from] io::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The graph could not be indexed for questions.
    #[error(transparent)]
    Question(#[from] question::Error),
}

/// Serves a graph until the process is told to stop (SIGINT or SIGTERM). `ready` hears the address once
/// requests are answered.
///
/// # Errors
/// See [`ServerError`].
pub fn run(store: Store, settings: Settings, ready: impl FnOnce(SocketAddr)) -> Result<(), ServerError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        // A port that is taken should show before the graph is indexed.
        let listener = listen::bind(settings.bind).await?;
        let site = site::Site::new(store, settings)?;
        listen::serve(listener, site, ready).await
    })
}
