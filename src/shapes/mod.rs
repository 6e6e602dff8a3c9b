//! Shapes in SHACL, and whether a graph has them.
//!
//! The shapes of `ontology/shapes.ttl` say what a right graph is. Their constraints are SPARQL queries
//! (`sh:sparql`), which our own engine runs: a library for the whole of SHACL would bring hundreds of crates,
//! and an HTTP client into a program that must not call out. The tests let a SHACL processor of another house
//! judge the same graphs by the same file.

mod error;
mod report;
mod source;

use std::time::Duration;

use oxigraph::model::{Literal, NamedNode, Term};

use crate::store::{Answer, Focus, Query, Solutions, Store};
use crate::vocabulary::ENGLISH;

pub use error::ShapesError;
pub use report::report;

/// No constraint takes long; one that does should not hold a terminal for ever.
const LIMIT: Duration = Duration::from_secs(600);

/// Shapes, in the order of their file.
#[derive(Debug, Clone)]
pub struct Shapes(Vec<Shape>);

/// What nodes of some kind must be like.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Its IRI.
    pub iri: NamedNode,
    /// What it is called, in each language.
    pub labels: Vec<Literal>,
    /// The nodes that it speaks of.
    pub focus: Vec<Focus>,
    /// What must hold of them.
    pub constraints: Vec<Constraint>,
}

/// One thing that must hold.
#[derive(Debug, Clone)]
pub struct Constraint {
    /// Its IRI.
    pub iri: NamedNode,
    /// What is wrong where it does not hold, in each language; `{?value}` stands for the value at fault.
    pub messages: Vec<Literal>,
    /// Finds the nodes of which it does not hold, as `$this`.
    query: Query,
}

/// A node of which a constraint does not hold.
#[derive(Debug, Clone)]
pub struct Violation<'a> {
    /// The shape.
    pub shape: &'a Shape,
    /// The constraint.
    pub constraint: &'a Constraint,
    /// The node.
    pub focus: Term,
    /// The value at fault, where the constraint names one.
    pub value: Option<Term>,
}

impl Shapes {
    /// How many constraints there are, counted once for each shape that has them.
    #[must_use]
    pub fn constraints(&self) -> usize {
        self.0.iter().map(|shape| shape.constraints.len()).sum()
    }

    /// What is wrong with a graph, by shape and constraint, each node and value once. Nothing, where it
    /// conforms.
    ///
    /// # Errors
    /// [`ShapesError::Query`].
    pub fn validate(&self, store: &Store) -> Result<Vec<Violation<'_>>, ShapesError> {
        let mut violations = Vec::new();
        for shape in &self.0 {
            for constraint in &shape.constraints {
                let found = constraint.violations(&shape.focus, store)?;
                violations.extend(found.into_iter().map(|(focus, value)| Violation {
                    shape,
                    constraint,
                    focus,
                    value,
                }));
            }
        }
        Ok(violations)
    }
}

impl Constraint {
    fn violations(&self, focus: &[Focus], store: &Store) -> Result<Vec<(Term, Option<Term>)>, ShapesError> {
        let query = self.query.clone().with_focus("this", focus);
        let failed = |source| ShapesError::Query { constraint: self.iri.clone(), source };
        let Answer::Solutions(Solutions { variables, rows }) = store.query(&query, LIMIT).map_err(failed)?
        else {
            return Err(ShapesError::Malformed(format!("{} selects nothing", self.iri)));
        };
        let column = |name: &str| variables.iter().position(|variable| variable.as_str() == name);
        let (this, value) = (column("this"), column("value"));
        let cell = |row: &[Option<Term>], at: Option<usize>| row.get(at?).cloned().flatten();
        let mut found: Vec<_> =
            rows.iter().filter_map(|row| Some((cell(row, this)?, cell(row, value)))).collect();
        found.sort_by_cached_key(|(focus, value)| (focus.to_string(), value.as_ref().map(Term::to_string)));
        found.dedup();
        Ok(found)
    }
}

impl Violation<'_> {
    /// What is wrong, in a language, where there are words in it, or else in English. `called` says what a
    /// value is called there.
    pub fn message(&self, language: &str, called: impl Fn(&Term) -> String) -> String {
        let message = in_language(&self.constraint.messages, language);
        let value = self.value.as_ref().map(called).unwrap_or_default();
        message.replace("{?value}", &value)
    }
}

/// The text in a language, or in English, or whichever there is.
#[must_use]
pub fn in_language<'a>(texts: &'a [Literal], language: &str) -> &'a str {
    let find = |wanted: &str| texts.iter().find(|text| text.language() == Some(wanted));
    find(language).or_else(|| find(ENGLISH)).or(texts.first()).map_or("", Literal::value)
}
