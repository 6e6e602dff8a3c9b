//! Asking the graph in SPARQL: over the union of its named graphs, read-only, within a time limit.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use oxigraph::model::{Term, Triple};
use oxigraph::sparql::{
    CancellationToken, PreparedSparqlQuery, QueryEvaluationError, QueryResults, SparqlEvaluator, Variable,
};
use spargebra::SparqlParser;
use thiserror::Error;

use super::{Store, parameters};
use crate::vocabulary;

/// A query that was read and found right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    parsed: spargebra::Query,
}

/// What came back.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Of SELECT: a table.
    Solutions(Solutions),
    /// Of ASK: yes or no.
    Boolean(bool),
    /// Of CONSTRUCT and DESCRIBE: triples.
    Graph(Vec<Triple>),
}

impl Answer {
    /// Whether nothing was found: no row, no triple, or "no".
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Solutions(solutions) => solutions.rows.is_empty(),
            Self::Boolean(yes) => !yes,
            Self::Graph(triples) => triples.is_empty(),
        }
    }
}

/// A table of terms.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Solutions {
    /// Its columns.
    pub variables: Vec<Variable>,
    /// Its rows, a cell for each column; a cell may be empty.
    pub rows: Vec<Vec<Option<Term>>>,
}

/// Why a query gave no answer.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum QueryError {
    /// The text is not SPARQL.
    #[error("the query is not SPARQL 1.1: {place}{expected}; mend it there")]
    Syntax {
        /// `line 2, column 8: `, or nothing where the parser does not say.
        place: String,
        /// What would have been right there.
        expected: String,
    },
    /// The text is an update.
    #[error(
        "this is a SPARQL update, and the store is read-only: change facts with a correction file \
         (`zhengtu build --curation`), or export them and update them in another store"
    )]
    Update,
    /// The time was up.
    #[error("the query was stopped after {seconds} s: give it more with --timeout, or ask for less (LIMIT)")]
    TimedOut {
        /// The limit.
        seconds: f64,
    },
    /// The query calls another endpoint.
    #[error(
        "SERVICE is not supported, so that a query cannot make this machine call others: query that endpoint itself"
    )]
    Service,
    /// The engine could not evaluate it.
    #[error("the query could not be evaluated: {0}")]
    Evaluation(QueryEvaluationError),
    /// No thread could be started for it, or the one started died.
    #[error("the query engine stopped; please report this query")]
    Engine,
}

impl Query {
    /// Reads a query. The vocabulary's prefixes need not be declared; those that are, win.
    ///
    /// ```
    /// # fn main() -> Result<(), zhengtu::store::QueryError> {
    /// zhengtu::store::Query::parse("SELECT ?project WHERE { ?project a zt:Project }")?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`QueryError::Syntax`] with line and column of the text as given, or [`QueryError::Update`].
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        let error = match parser().parse_query(text) {
            Ok(parsed) => return Ok(Self { parsed }),
            Err(error) => error,
        };
        if parser().parse_update(text).is_ok_and(|update| !update.operations.is_empty()) {
            return Err(QueryError::Update);
        }
        Err(syntax_error(&error.to_string()))
    }

    /// The same query with the inline table `VALUES ?name { … }` holding `terms` instead; with none, the
    /// variable is left free. Terms, never text: a value cannot change what the query asks.
    #[must_use]
    pub fn with_values(mut self, name: &str, terms: &[Term]) -> Self {
        parameters::set_values(&mut self.parsed, name, terms);
        self
    }

    /// The terms that `VALUES ?name { … }` holds; None where the query has no such table.
    #[must_use]
    pub fn values(&self, name: &str) -> Option<Vec<Term>> {
        parameters::values(&self.parsed, name)
    }

    fn prepare(&self, token: &CancellationToken) -> PreparedSparqlQuery {
        let evaluator = SparqlEvaluator::new().with_cancellation_token(token.clone());
        let mut prepared = evaluator.for_query(self.parsed.clone());
        if prepared.dataset().is_default_dataset() {
            prepared.dataset_mut().set_default_graph_as_union();
        }
        prepared
    }
}

impl std::fmt::Display for Query {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.parsed.fmt(f)
    }
}

impl Store {
    /// Asks, and waits no longer than `limit`.
    ///
    /// The engine looks at the clock when it reads from the store, not while it sorts; so the query runs
    /// in a thread of its own, and whoever asked gets an answer in time either way.
    ///
    /// # Errors
    /// [`QueryError::TimedOut`], [`QueryError::Service`] or [`QueryError::Evaluation`].
    pub fn query(&self, query: &Query, limit: Duration) -> Result<Answer, QueryError> {
        let token = CancellationToken::new();
        let (sender, receiver) = channel();
        let bound = query.prepare(&token);
        let store = self.engine.clone();
        thread::Builder::new()
            .name("query".to_owned())
            // Deeply nested queries recurse deeply.
            .stack_size(64 << 20)
            .spawn(move || sender.send(bound.on_store(&store).execute().and_then(collect)))
            .map_err(|_| QueryError::Engine)?;
        match receiver.recv_timeout(limit) {
            Ok(answer) => answer.map_err(|error| evaluation_error(error, limit)),
            Err(RecvTimeoutError::Timeout) => {
                token.cancel();
                Err(QueryError::TimedOut { seconds: limit.as_secs_f64() })
            }
            Err(RecvTimeoutError::Disconnected) => Err(QueryError::Engine),
        }
    }

    /// The plan by which the engine answers a query, as JSON, with what each step yielded and took.
    ///
    /// # Errors
    /// [`QueryError::Evaluation`].
    pub fn explain(&self, query: &Query, limit: Duration) -> Result<String, QueryError> {
        let token = CancellationToken::new();
        let watched = token.clone();
        thread::spawn(move || {
            thread::sleep(limit);
            watched.cancel();
        });
        let bound = query.prepare(&token).on_store(&self.engine).compute_statistics();
        let (results, explanation) = bound.explain();
        results.and_then(collect).map_err(|error| evaluation_error(error, limit))?;
        let mut json = Vec::new();
        explanation.write_in_json(&mut json).map_err(|_| QueryError::Engine)?;
        Ok(String::from_utf8_lossy(&json).into_owned())
    }
}

fn parser() -> SparqlParser {
    // The vocabulary's own IRIs are right, so the default is never needed.
    vocabulary::prefixes()
        .iter()
        .try_fold(SparqlParser::new(), |parser, (name, iri)| parser.with_prefix(*name, *iri))
        .unwrap_or_default()
}

fn collect(results: QueryResults<'_>) -> Result<Answer, QueryEvaluationError> {
    Ok(match results {
        QueryResults::Boolean(yes) => Answer::Boolean(yes),
        QueryResults::Graph(triples) => Answer::Graph(triples.collect::<Result<_, _>>()?),
        QueryResults::Solutions(solutions) => {
            let variables = solutions.variables().to_vec();
            let rows = solutions
                .map(|solution| solution.map(|row| row.values().to_vec()))
                .collect::<Result<_, _>>()?;
            Answer::Solutions(Solutions { variables, rows })
        }
    })
}

fn evaluation_error(error: QueryEvaluationError, limit: Duration) -> QueryError {
    match error {
        QueryEvaluationError::Cancelled => QueryError::TimedOut { seconds: limit.as_secs_f64() },
        QueryEvaluationError::Service(_)
        | QueryEvaluationError::UnboundService
        | QueryEvaluationError::InvalidServiceName(_)
        | QueryEvaluationError::UnsupportedService(_) => QueryError::Service,
        other => QueryError::Evaluation(other),
    }
}

/// Turns the parser's `error at 1:8: expected one of …` into words, with a list that a person can read.
fn syntax_error(message: &str) -> QueryError {
    let parts = message.strip_prefix("error at ").and_then(|rest| {
        let (position, expected) = rest.split_once(": ")?;
        let (line, column) = position.split_once(':')?;
        Some((line, column, expected))
    });
    match parts {
        Some((line, column, expected)) => QueryError::Syntax {
            place: format!("line {line}, column {column}: "),
            expected: shorten_expectation(expected),
        },
        None => QueryError::Syntax { place: String::new(), expected: message.to_owned() },
    }
}

fn shorten_expectation(expected: &str) -> String {
    const SHOWN: usize = 6;
    let list = expected.strip_prefix("expected one of ").unwrap_or(expected);
    let choices: Vec<&str> = list.split(", ").collect();
    if choices.len() <= SHOWN {
        return expected.to_owned();
    }
    format!("expected one of {}, …", choices[..SHOWN].join(", "))
}
