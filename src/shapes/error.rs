//! Why a graph could not be validated.

use oxigraph::io::RdfSyntaxError;
use oxigraph::model::NamedNode;
use thiserror::Error;

use crate::store::QueryError;

/// Why a graph could not be validated.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ShapesError {
    /// The shapes are not Turtle.
    #[error("the shapes cannot be read: {0}; correct the file")]
    Syntax(#[from] RdfSyntaxError),
    /// The shapes say something that is not understood here.
    #[error("the shapes cannot be used: {0}; correct the file")]
    Malformed(String),
    /// A constraint's query failed.
    #[error("the constraint {constraint} could not be checked: {source}")]
    Query {
        /// The constraint.
        constraint: NamedNode,
        /// Why.
        source: QueryError,
    },
}
