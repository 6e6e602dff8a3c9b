//! The other end of the pipe: a process that holds the graph and evaluates one query after the other.
//!
//! It ends when its standard input does, so no worker outlives its server.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Quad;
use oxigraph::sparql::CancellationToken;

use super::evaluate;
use super::message::{Graph, Load, Outcome, Task};
use super::reply::Reply;
use crate::store::Store;

/// How long a query that was told to stop may take to do so before the worker gives itself up.
const GRACE: Duration = Duration::from_millis(250);

/// How much the engine may keep of a folder that it reads, with which a query is not charged.
const CACHES: u64 = 512 << 20;

/// Deeply nested queries recurse deeply.
const STACK: usize = 64 << 20;

/// Loads the graph from standard input and answers tasks until that ends.
///
/// # Errors
/// Where the server does not speak as it should, or is gone.
pub fn main() -> io::Result<()> {
    serve(&mut BufReader::new(io::stdin().lock()), &mut io::stdout().lock())
}

fn serve(input: &mut impl BufRead, output: &mut impl Write) -> io::Result<()> {
    let Some(load) = read_line::<Load>(input)? else { return Ok(()) };
    let (store, memory) = match load.graph {
        Graph::Bytes(bytes) => (read_graph(input, bytes)?, Memory::limit(load.memory_bytes, 0)?),
        Graph::Folder(path) => {
            (Store::open(&path).map_err(io::Error::other)?, Memory::limit(load.memory_bytes, CACHES)?)
        }
    };
    // The server waits for this line: loading takes none of the first query's time.
    output.write_all(b"\n")?;
    output.flush()?;
    while let Some(task) = read_line::<Task>(input)? {
        let (reply, stuck) = evaluate(&store, task)?;
        let last = stuck || memory.is_swollen();
        let outcome =
            Outcome { status: reply.status, media_type: reply.media_type, bytes: reply.body.len(), last };
        serde_json::to_writer(&mut *output, &outcome)?;
        output.write_all(b"\n")?;
        output.write_all(&reply.body)?;
        output.flush()?;
        if last {
            // The query may still run in its thread; only the end of the process ends it.
            std::process::exit(0);
        }
    }
    Ok(())
}

/// The reply, and whether the query could not be stopped.
fn evaluate(store: &Store, task: Task) -> io::Result<(Reply, bool)> {
    let limit = task.limits.timeout;
    let token = CancellationToken::new();
    let (sender, receiver) = channel();
    let (store, cancelled) = (store.clone(), token.clone());
    let query = thread::Builder::new().stack_size(STACK).spawn(move || {
        // That nobody listens any more means that the time was up.
        let _ = sender.send(evaluate::answer(&store, &task, &cancelled));
    })?;
    let reply = match receiver.recv_timeout(limit) {
        Ok(reply) => reply,
        Err(RecvTimeoutError::Disconnected) => Reply::fault("the query engine stopped"),
        Err(RecvTimeoutError::Timeout) => {
            token.cancel();
            if let Err(RecvTimeoutError::Timeout) = receiver.recv_timeout(GRACE) {
                return Ok((Reply::timed_out(limit), true));
            }
            Reply::timed_out(limit)
        }
    };
    // It has nothing left to do. That it panicked is in the reply.
    let _ = query.join();
    Ok((reply, false))
}

fn read_line<T: serde::de::DeserializeOwned>(input: &mut impl BufRead) -> io::Result<Option<T>> {
    let mut line = String::new();
    if input.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    Ok(Some(serde_json::from_str(&line)?))
}

fn read_graph(input: &mut impl BufRead, bytes: usize) -> io::Result<Store> {
    // Our own writer made these lines: the parser may leave out the costly checks of IRIs.
    let parser = RdfParser::from_format(RdfFormat::NQuads).lenient();
    let quads: Vec<Quad> =
        parser.for_reader(input.take(bytes as u64)).collect::<Result<_, _>>().map_err(io::Error::other)?;
    Store::from_quads(quads).map_err(io::Error::other)
}

/// How much memory the process may take.
struct Memory {
    /// Above this, queries have left so much behind that the next would want for memory.
    #[cfg(target_os = "linux")]
    healthy: u64,
}

#[cfg(target_os = "linux")]
impl Memory {
    /// From here on the process may take `bytes` more beside its caches; one that wants still more ends.
    fn limit(bytes: u64, caches: u64) -> io::Result<Self> {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let limit = |most| Rlimit { current: Some(most), maximum: Some(most) };
        let loaded = data_bytes()? + caches;
        setrlimit(Resource::Data, limit(loaded + bytes + STACK as u64))?;
        setrlimit(Resource::Core, limit(0))?;
        Ok(Self { healthy: loaded + bytes / 4 })
    }

    fn is_swollen(&self) -> bool {
        data_bytes().is_ok_and(|bytes| bytes > self.healthy)
    }
}

/// Elsewhere only time and the length of answers are limited.
#[cfg(not(target_os = "linux"))]
impl Memory {
    #[expect(clippy::unnecessary_wraps, reason = "it can fail on Linux")]
    fn limit(_: u64, _: u64) -> io::Result<Self> {
        Ok(Self {})
    }

    fn is_swollen(&self) -> bool {
        false
    }
}

/// What the system counts against that limit now: see proc_pid_statm(5).
#[cfg(target_os = "linux")]
fn data_bytes() -> io::Result<u64> {
    let statm = std::fs::read_to_string("/proc/self/statm")?;
    let pages: Option<u64> = statm.split_whitespace().nth(5).and_then(|pages| pages.parse().ok());
    let pages = pages.ok_or_else(|| io::Error::other("/proc/self/statm has no sixth number"))?;
    Ok(pages * rustix::param::page_size() as u64)
}
