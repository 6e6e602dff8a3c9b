//! An endpoint as a source of answers to questions.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, NamedNodeRef, Term};

use super::{Endpoint, EndpointError};
use crate::question::{self, Row, Source};
use crate::store::{Answer, Query};

/// So many triples are asked for at a time: Virtuoso gives ten thousand rows and no more.
const PAGE: usize = 5_000;

/// An answer of fewer rows was not cut by any endpoint's limit.
const UNCUT: usize = 500;

/// A triple without blank nodes.
pub(super) type Statement = (NamedNode, NamedNode, Term);

impl Source for Endpoint {
    fn select(&self, query: &str) -> Result<Vec<Row>, question::Error> {
        self.rows(query).map_err(|why| failed(query, &why))
    }

    fn describe(&self, class: NamedNodeRef<'_>) -> Result<Vec<Statement>, question::Error> {
        let pattern = format!("?s a {class} ; ?p ?o .");
        self.statements(&pattern).map_err(|why| failed(&pattern, &why))
    }
}

fn failed(query: &str, why: &EndpointError) -> question::Error {
    question::Error::Query { query: query.to_owned(), why: why.to_string() }
}

impl Endpoint {
    /// All `?s ?p ?o` that a pattern binds, whatever the number of rows that the endpoint gives at once.
    ///
    /// Each page begins behind the last subject that is known whole, so no page has to be skipped through,
    /// and none can be missed where the data changes meanwhile.
    pub(super) fn statements(&self, pattern: &str) -> Result<Vec<Statement>, EndpointError> {
        let mut all: Vec<Statement> = Vec::new();
        let mut after = String::new();
        loop {
            let from = Term::from(oxigraph::model::Literal::new_simple_literal(&after));
            let rows = self.rows(&format!(
                "SELECT DISTINCT ?s ?p ?o WHERE {{ {pattern} FILTER(STR(?s) > {from}) }} ORDER BY STR(?s) LIMIT {PAGE}"
            ))?;
            let count = rows.len();
            let mut page: Vec<Statement> = rows.into_iter().filter_map(statement).collect();
            let Some(last) = page.last().map(|(subject, _, _)| subject.clone()) else { return Ok(all) };
            if count < UNCUT {
                all.append(&mut page);
                return Ok(all);
            }
            // The last subject may be cut; where it is the only one, there is no more to be had of it.
            if page.first().is_some_and(|(subject, _, _)| *subject != last) {
                page.retain(|(subject, _, _)| *subject != last);
            }
            if let Some((subject, _, _)) = page.last() {
                subject.as_str().clone_into(&mut after);
            }
            all.append(&mut page);
        }
    }

    fn rows(&self, query: &str) -> Result<Vec<Row>, EndpointError> {
        let parsed = Query::parse(query).map_err(|error| EndpointError::Malformed {
            url: self.url().to_owned(),
            reason: error.to_string(),
        })?;
        let Answer::Solutions(solutions) = self.query(&parsed)?.answer else { return Ok(Vec::new()) };
        let row = |cells: Vec<Option<Term>>| {
            let names = solutions.variables.iter().map(|name| name.as_str().to_owned());
            let bound: BTreeMap<String, Term> =
                names.zip(cells).filter_map(|(name, term)| Some((name, term?))).collect();
            Row::new(bound)
        };
        Ok(solutions.rows.into_iter().map(row).collect())
    }
}

fn statement(row: Row) -> Option<Statement> {
    Some((row.iri("s")?.clone(), row.iri("p")?.clone(), row.term("o")?.clone()))
}
