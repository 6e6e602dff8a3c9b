//! Asking the graph in SPARQL: over the union of its named graphs, read-only, within a time limit.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use oxigraph::model::{NamedNode, Term, Triple};
use oxigraph::sparql::{
    CancellationToken, PreparedSparqlQuery, QueryEvaluationError, QueryResults, SparqlEvaluator, Variable,
};
use spargebra::SparqlParser;
use spargebra::algebra::QueryDataset;
use thiserror::Error;

use super::{Focus, Store, focus, syntax, text, values};
use crate::vocabulary;

/// How long a query that was told to stop may take to let go of a store on disk.
const GRACE: Duration = Duration::from_millis(500);

/// A query that was read and found right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    parsed: spargebra::Query,
    /// As it was written, unless it was changed since in a way that its text does not show.
    text: Option<String>,
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
    #[error("the query is not SPARQL 1.1: {place}{problem}; mend it there")]
    Syntax {
        /// `line 2, column 8: `, or nothing where the text ends too soon.
        place: String,
        /// What is wrong there.
        problem: String,
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
        if let Ok(parsed) = parser().parse_query(text) {
            return Ok(Self { parsed, text: Some(text.to_owned()) });
        }
        if parser().parse_update(text).is_ok_and(|update| !update.operations.is_empty()) {
            return Err(QueryError::Update);
        }
        let message = |padded: &str| {
            parser().parse_query(padded).err().map_or(String::new(), |error| error.to_string())
        };
        Err(syntax::explain(text, message))
    }

    /// The same query with the inline table `VALUES ?name { … }` holding `terms` instead; with none, the
    /// variable is left free. Terms, never text: a value cannot change what the query asks.
    #[must_use]
    pub fn with_values(mut self, name: &str, terms: &[Term]) -> Self {
        values::set(&mut self.parsed, name, terms);
        self.text = self.text.map(|written| text::with_values(&written, name, terms));
        self
    }

    /// The terms that `VALUES ?name { … }` holds; None where the query has no such table.
    #[must_use]
    pub fn values(&self, name: &str) -> Option<Vec<Term>> {
        values::get(&self.parsed, name)
    }

    /// The same query with a variable bound beforehand to each node that `nodes` cover, in every group of it:
    /// what SHACL calls pre-binding.
    #[must_use]
    pub fn with_focus(mut self, variable: &str, nodes: &[Focus]) -> Self {
        focus::bind(&mut self.parsed, variable, nodes);
        self
    }

    /// The same query over a dataset that its `FROM` clauses do not decide: a default graph merged from
    /// some graphs, and some named graphs. With neither, the query stays as it is.
    #[must_use]
    pub fn with_dataset(mut self, default: Vec<NamedNode>, named: Vec<NamedNode>) -> Self {
        if default.is_empty() && named.is_empty() {
            return self;
        }
        let (spargebra::Query::Select { dataset, .. }
        | spargebra::Query::Construct { dataset, .. }
        | spargebra::Query::Describe { dataset, .. }
        | spargebra::Query::Ask { dataset, .. }) = &mut self.parsed;
        *dataset = Some(QueryDataset { default, named: Some(named) });
        self
    }

    /// The query for other engines: as it was written, wherever that is possible, and complete with its
    /// prefixes.
    #[must_use]
    pub fn portable(&self) -> String {
        text::portable(self.text.as_deref(), &self.parsed)
    }

    /// Whether its answer is a graph: CONSTRUCT and DESCRIBE.
    #[must_use]
    pub const fn gives_graph(&self) -> bool {
        matches!(self.parsed, spargebra::Query::Construct { .. } | spargebra::Query::Describe { .. })
    }

    /// Whether any part of it would be sent to another endpoint; such a query is never evaluated.
    #[must_use]
    pub fn calls_service(&self) -> bool {
        values::calls_service(&self.parsed)
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
        let work = thread::Builder::new()
            .name("query".to_owned())
            // Deeply nested queries recurse deeply.
            .stack_size(64 << 20)
            .spawn(move || sender.send(bound.on_store(&store).execute().and_then(collect)))
            .map_err(|_| QueryError::Engine)?;
        let answer = match receiver.recv_timeout(limit) {
            Ok(answer) => answer.map_err(|error| evaluation_error(error, limit)),
            Err(RecvTimeoutError::Timeout) => {
                token.cancel();
                Err(QueryError::TimedOut { seconds: limit.as_secs_f64() })
            }
            Err(RecvTimeoutError::Disconnected) => Err(QueryError::Engine),
        };
        self.let_go(work, answer.is_ok());
        answer
    }

    /// Waits for a thread to let go of the engine. RocksDB crashes a process that ends while a thread still
    /// holds it; so one that was told to stop gets a moment for it, too, though a sort may not hear that.
    fn let_go<T>(&self, work: JoinHandle<T>, is_done: bool) {
        let deadline = Instant::now() + GRACE;
        while self.folder().is_some() && !is_done && !work.is_finished() && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(1));
        }
        if is_done || work.is_finished() {
            // What it had to say was said.
            let _ = work.join();
        }
    }

    /// Begins to evaluate a query. The rows come as they are asked for; `token` ends that.
    ///
    /// # Errors
    /// [`QueryError::Service`] or [`QueryError::Evaluation`].
    pub fn execute(
        &self,
        query: &Query,
        token: &CancellationToken,
    ) -> Result<QueryResults<'static>, QueryError> {
        if query.calls_service() {
            return Err(QueryError::Service);
        }
        query.prepare(token).on_store(&self.engine).execute().map_err(QueryError::Evaluation)
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
        let plan: serde_json::Value = serde_json::from_slice(&json).map_err(|_| QueryError::Engine)?;
        serde_json::to_string_pretty(&plan).map_err(|_| QueryError::Engine)
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
