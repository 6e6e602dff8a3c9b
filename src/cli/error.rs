//! What the commands can run into, and the exit status that it means.

use std::fmt;
use std::io;
use std::path::PathBuf;

use oxigraph::io::RdfSyntaxError;
use thiserror::Error;

use crate::curation;
use crate::export::{CheckError, WriteError};
use crate::pipeline::PipelineError;
use crate::question;
use crate::shapes::ShapesError;
use crate::store::{ParameterError, QueryError, StoreError};

/// How a command ended, where it ended well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Exit status 0.
    Done,
    /// Exit status 1.
    NothingFound,
}

impl Outcome {
    /// Done, unless nothing was found.
    #[must_use]
    pub const fn found(something: bool) -> Self {
        if something { Self::Done } else { Self::NothingFound }
    }
}

/// Why a command stopped. Exit status 2, but for a closed pipe, which is no failure.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CliError {
    /// The reader of our output went away.
    #[error("the output was closed")]
    ClosedPipe,
    /// The output could not be written.
    #[error("cannot write {place}: {source}; {}", remedy(source.kind()))]
    Output {
        /// `standard output`, or a file.
        place: String,
        /// What the system said.
        source: io::Error,
    },
    /// An input file could not be read.
    #[error("cannot read {}: {source}; check the path", path.display())]
    Input {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A folder holds nothing to read.
    #[error("{} holds no report: put .txt, .md, .html, .docx or .pdf files there, or name a file", path.display())]
    EmptyFolder {
        /// The folder.
        path: PathBuf,
    },
    /// A report could not be read.
    #[error("{place}: {source}")]
    Report {
        /// Its file.
        place: String,
        /// Why.
        source: PipelineError,
    },
    /// Some of several reports could not be read.
    #[error("{failed} of {all} reports could not be read ({names}); the others are in the store")]
    SomeReports {
        /// How many failed.
        failed: usize,
        /// How many were given.
        all: usize,
        /// Which.
        names: String,
    },
    /// The bundled report failed.
    #[error(transparent)]
    Pipeline(#[from] PipelineError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A query failed.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// The terminal cannot be read from.
    #[error("the terminal cannot be read: {0}; give the question as an argument, or through a pipe")]
    Terminal(#[from] rustyline::error::ReadlineError),
    /// A question could not be put to the graph.
    #[error(transparent)]
    Question(#[from] question::Error),
    /// A parameter's value does not fit.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// There is no such saved query.
    #[error(
        "there is no saved query `{name}`{}: `zhengtu query --list` shows them all",
        Suggestion(suggestion)
    )]
    UnknownQuery {
        /// What was asked for.
        name: String,
        /// The nearest there is.
        suggestion: Option<String>,
    },
    /// A saved query has no such parameter.
    #[error("the saved query `{query}` has no parameter `{name}`: it takes {known}")]
    UnknownParameter {
        /// The query.
        query: String,
        /// What was given.
        name: String,
        /// What it has.
        known: String,
    },
    /// An answer cannot be printed so.
    #[error("{format} cannot hold {answer}: choose {choices} with --format")]
    UnfitFormat {
        /// The format.
        format: String,
        /// The kind of answer.
        answer: &'static str,
        /// What would do.
        choices: &'static str,
    },
    /// The graph could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The written graph is wrong.
    #[error(transparent)]
    Check(#[from] CheckError),
    /// An endpoint gave no answer.
    #[cfg(feature = "endpoint")]
    #[error(transparent)]
    Endpoint(#[from] crate::endpoint::EndpointError),
    /// An endpoint does not tell how it goes about a query.
    #[cfg(feature = "endpoint")]
    #[error("an endpoint does not show its plan: use --explain without --endpoint")]
    NoPlan,
    /// A file's name does not tell which RDF format it is in.
    #[error("{}: which RDF format is that? name the file .ttl, .nt, .nq, .trig, .rdf or .jsonld", path.display())]
    UnknownRdf {
        /// The file.
        path: PathBuf,
    },
    /// A file is not the RDF that its name says.
    #[error("{}: {source}; correct the file there", path.display())]
    Rdf {
        /// The file.
        path: PathBuf,
        /// Where, and what is wrong there.
        source: RdfSyntaxError,
    },
    /// The graph could not be validated.
    #[error(transparent)]
    Shapes(#[from] ShapesError),
    /// The server could not start or go on.
    #[cfg(feature = "server")]
    #[error(transparent)]
    Server(#[from] crate::server::ServerError),
    /// A correction file is malformed.
    #[error(transparent)]
    Curation(Box<curation::Error>),
}

impl From<curation::Error> for CliError {
    fn from(error: curation::Error) -> Self {
        Self::Curation(Box::new(error))
    }
}

impl CliError {
    /// The error of writing to standard output.
    #[must_use]
    pub fn output(source: io::Error) -> Self {
        if source.kind() == io::ErrorKind::BrokenPipe {
            return Self::ClosedPipe;
        }
        Self::Output { place: "standard output".to_owned(), source }
    }
}

/// What to do where a file cannot be written.
fn remedy(kind: io::ErrorKind) -> &'static str {
    match kind {
        io::ErrorKind::NotFound => "make that folder first, or name a file in another one",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "name a file in a folder that you may write to"
        }
        io::ErrorKind::IsADirectory => "name a file, not a folder",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "make space there, or name a file elsewhere"
        }
        _ => "check the path and the space left",
    }
}

struct Suggestion<'a>(&'a Option<String>);

impl fmt::Display for Suggestion<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(name) => write!(f, " (did you mean `{name}`?)"),
            None => Ok(()),
        }
    }
}
