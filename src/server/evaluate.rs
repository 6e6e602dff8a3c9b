//! A query and its dataset to the bytes of a reply. Runs in a worker.

use std::io::{self, Write};

use oxigraph::model::{GraphName, NamedNode, Quad};
use oxigraph::sparql::results::QueryResultsSerializer;
use oxigraph::sparql::{CancellationToken, QueryEvaluationError, QueryResults};

use super::message::Task;
use super::negotiate::{GRAPHS, RESULTS, best, choices};
use super::reply::Reply;
use crate::export;
use crate::store::{Query, QueryError, Store};

/// Evaluates a query and writes what comes of it in the format that the client likes best.
pub(super) fn answer(store: &Store, task: &Task, token: &CancellationToken) -> Reply {
    evaluate(store, task, token).unwrap_or_else(|reply| reply)
}

fn evaluate(store: &Store, task: &Task, token: &CancellationToken) -> Result<Reply, Reply> {
    let query = Query::parse(&task.query)?
        .with_dataset(graphs(&task.default_graphs, "default")?, graphs(&task.named_graphs, "named")?);
    match store.execute(&query, token)? {
        QueryResults::Graph(triples) => {
            let wanted = best(task.accept.as_deref(), GRAPHS)
                .ok_or_else(|| Reply::not_acceptable(&choices(GRAPHS)))?;
            let mut quads = Vec::new();
            let mut bytes = 0;
            for triple in triples {
                let quad = triple.map_err(|error| failed(error, task))?.in_graph(GraphName::DefaultGraph);
                bytes += length(&quad);
                if bytes > task.limits.answer_bytes {
                    return Err(Reply::too_long(task.limits.answer_bytes));
                }
                quads.push(quad);
            }
            let body = export::write(&export::sorted(quads), wanted.format)
                .map_err(|error| Reply::failure(406, &error.to_string()))?;
            Ok(Reply::new(wanted.media_type(), body))
        }
        table => {
            let wanted = best(task.accept.as_deref(), RESULTS)
                .ok_or_else(|| Reply::not_acceptable(&choices(RESULTS)))?;
            let serializer = QueryResultsSerializer::from_format(wanted.format);
            let body = write_table(table, serializer, task)?;
            Ok(Reply::new(wanted.media_type(), body))
        }
    }
}

fn write_table(
    results: QueryResults<'_>,
    serializer: QueryResultsSerializer,
    task: &Task,
) -> Result<Vec<u8>, Reply> {
    let limit = task.limits.answer_bytes;
    let too_long = |_: io::Error| Reply::too_long(limit);
    let output = Capped { bytes: Vec::new(), limit };
    let written = match results {
        QueryResults::Boolean(yes) => serializer.serialize_boolean_to_writer(output, yes),
        QueryResults::Solutions(solutions) => {
            let variables = solutions.variables().to_vec();
            let mut writer = serializer.serialize_solutions_to_writer(output, variables).map_err(too_long)?;
            for solution in solutions {
                writer.serialize(&solution.map_err(|error| failed(error, task))?).map_err(too_long)?;
            }
            writer.finish()
        }
        QueryResults::Graph(_) => Ok(output),
    };
    written.map(|output| output.bytes).map_err(too_long)
}

fn graphs(iris: &[String], kind: &str) -> Result<Vec<NamedNode>, Reply> {
    let node = |iri: &String| {
        NamedNode::new(iri).map_err(|error| {
            Reply::failure(400, &format!("`{iri}` cannot name a graph ({kind}-graph-uri): {error}"))
        })
    };
    iris.iter().map(node).collect()
}

fn failed(error: QueryEvaluationError, task: &Task) -> Reply {
    match error {
        QueryEvaluationError::Cancelled => Reply::timed_out(task.limits.timeout),
        other => QueryError::Evaluation(other).into(),
    }
}

/// About what a quad takes in any format.
fn length(quad: &Quad) -> usize {
    quad.to_string().len()
}

/// Bytes in memory, up to a limit.
struct Capped {
    bytes: Vec<u8>,
    limit: usize,
}

impl Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > self.limit {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
