//! The workers, and the queue before them.

use std::process::Stdio;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use oxigraph::io::RdfFormat;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::message::{Graph, Limits, Load, Outcome, Task};
use super::reply::Reply;
use super::{ServerError, Settings, WORKER_COMMAND};
use crate::store::{Store, StoreError};

/// How long a request waits for a worker.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a worker may take to load the graph.
const LOADING: Duration = Duration::from_secs(300);

/// A worker stops a query by itself; one that has not answered so long after that is killed.
const GRACE: Duration = Duration::from_secs(2);

/// Runs queries in worker processes, so many at once.
pub(super) struct Pool {
    settings: Settings,
    /// For workers to come.
    graph: Graph,
    /// The graph as N-Quads, unless it stays in a folder.
    quads: Vec<u8>,
    /// One for each request that runs or waits.
    places: Semaphore,
    /// One for each request that runs.
    turns: Semaphore,
    idle: Mutex<Vec<Worker>>,
}

/// A process that holds the graph. Dropping it kills it.
struct Worker {
    _process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Pool {
    /// A pool without workers: they come as they are needed.
    pub(super) fn new(store: &Store, settings: Settings) -> Result<Self, ServerError> {
        let mut quads = Vec::new();
        let graph = match store.folder() {
            Some(folder) => Graph::Folder(folder.to_owned()),
            None => {
                dump(store, &mut quads)?;
                Graph::Bytes(quads.len())
            }
        };
        Ok(Self {
            graph,
            quads,
            places: Semaphore::new(
                settings.workers.saturating_add(settings.queue).min(Semaphore::MAX_PERMITS),
            ),
            turns: Semaphore::new(settings.workers),
            idle: Mutex::default(),
            settings,
        })
    }

    /// Starts a worker for the first query to find.
    pub(super) async fn warm(&self) -> std::io::Result<()> {
        let worker = self.start().await?;
        self.push_idle(worker);
        Ok(())
    }

    /// The limits that a query has here.
    pub(super) fn limits(&self) -> Limits {
        Limits { timeout: self.settings.timeout, answer_bytes: self.settings.answer_bytes }
    }

    /// Runs a query, when its turn comes. A caller who goes away takes the worker with them.
    pub(super) async fn run(&self, task: &Task) -> Reply {
        let Ok(_place) = self.places.try_acquire() else { return Reply::busy() };
        let Ok(Ok(_turn)) = timeout(PATIENCE, self.turns.acquire()).await else { return Reply::busy() };
        // An idle worker may have been killed from outside; a new one takes its place.
        while let Some(worker) = self.pop_idle() {
            if let Some(reply) = self.run_in(worker, task, true).await {
                return reply;
            }
        }
        match self.start().await {
            Ok(worker) => match self.run_in(worker, task, false).await {
                Some(reply) => reply,
                None => Reply::broken(self.settings.memory_bytes),
            },
            Err(error) => Reply::fault(&format!("no worker could be started: {error}")),
        }
    }

    async fn start(&self) -> std::io::Result<Worker> {
        let load = Load { graph: self.graph.clone(), memory_bytes: self.settings.memory_bytes };
        Worker::start(&self.settings, &load, &self.quads).await
    }

    fn pop_idle(&self) -> Option<Worker> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn push_idle(&self, worker: Worker) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(worker);
    }

    /// None where the worker turned out to have died before it heard of the task.
    async fn run_in(&self, mut worker: Worker, task: &Task, old: bool) -> Option<Reply> {
        if worker.send(task).await.is_err() && old {
            return None;
        }
        match timeout(self.settings.timeout + GRACE, worker.receive()).await {
            Ok(Ok((reply, last))) => {
                if !last {
                    self.push_idle(worker);
                }
                Some(reply)
            }
            Ok(Err(_)) => Some(Reply::broken(self.settings.memory_bytes)),
            Err(_) => Some(Reply::timed_out(self.settings.timeout)),
        }
    }
}

impl Worker {
    async fn start(settings: &Settings, load: &Load, quads: &[u8]) -> std::io::Result<Self> {
        let mut command = Command::new(&settings.program);
        // Ctrl-C on a terminal reaches a whole group; queries that run shall end in peace.
        #[cfg(unix)]
        command.process_group(0);
        let mut process = command
            .arg(WORKER_COMMAND)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let (Some(mut input), Some(output)) = (process.stdin.take(), process.stdout.take()) else {
            return Err(std::io::ErrorKind::BrokenPipe.into());
        };
        write_line(&mut input, load).await?;
        input.write_all(quads).await?;
        let mut output = BufReader::new(output);
        match timeout(LOADING, output.read_line(&mut String::new())).await? {
            Ok(0) => Err(std::io::ErrorKind::UnexpectedEof.into()),
            read => read.map(|_| Self { _process: process, input, output }),
        }
    }

    async fn send(&mut self, task: &Task) -> std::io::Result<()> {
        write_line(&mut self.input, task).await
    }

    async fn receive(&mut self) -> std::io::Result<(Reply, bool)> {
        let mut line = String::new();
        self.output.read_line(&mut line).await?;
        let Outcome { status, media_type, bytes, last } = serde_json::from_str(&line)?;
        let mut body = vec![0; bytes];
        self.output.read_exact(&mut body).await?;
        Ok((Reply { status, media_type, body }, last))
    }
}

fn dump(store: &Store, quads: &mut Vec<u8>) -> Result<(), ServerError> {
    store.engine().dump_to_writer(RdfFormat::NQuads, quads).map_err(|error| match error {
        oxigraph::store::SerializerError::Storage(error) => StoreError::Engine(error).into(),
        oxigraph::store::SerializerError::Io(error) => ServerError::System(error),
        other => ServerError::System(std::io::Error::other(other)),
    })?;
    Ok(())
}

async fn write_line(input: &mut ChildStdin, message: &impl serde::Serialize) -> std::io::Result<()> {
    let mut line = serde_json::to_vec(message)?;
    line.push(b'\n');
    input.write_all(&line).await?;
    input.flush().await
}
