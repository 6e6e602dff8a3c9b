//! `zhengtu serve`: the graph over HTTP.

use super::arguments::Serve;
use super::{CliError, Outcome, note, open};
use crate::server::{self, ServerError, Settings};

/// Runs the command.
pub(super) fn run(arguments: &Serve) -> Result<Outcome, CliError> {
    let store = open::open(&arguments.store)?;
    let settings = Settings {
        bind: arguments.bind,
        timeout: arguments.timeout,
        workers: arguments.workers.into(),
        queue: arguments.queue.into(),
        answer_bytes: usize::from(arguments.max_answer) << 20,
        memory_bytes: u64::from(arguments.max_memory) << 20,
        program: std::env::current_exe().map_err(ServerError::from)?,
    };
    server::run(store, settings, |address| {
        note(&format!("serving http://{address}/ (SPARQL: http://{address}/sparql); Ctrl-C ends it"));
    })?;
    Ok(Outcome::Done)
}

/// Becomes a worker of a server.
pub(super) fn worker() -> Result<Outcome, CliError> {
    server::worker().map_err(|error| CliError::Server(error.into()))?;
    Ok(Outcome::Done)
}
