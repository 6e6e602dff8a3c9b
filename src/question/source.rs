//! Where answers come from: anything that can be asked a SPARQL SELECT query.

use std::collections::BTreeMap;
use std::fmt::Write;

use oxigraph::model::vocab::rdf;
use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, Term};
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::{StorageError, Store};

use super::Error;
use crate::vocabulary;

/// A graph that answers SELECT queries over the union of its named graphs.
///
/// The in-memory store is one; a client of a SPARQL endpoint can be another.
pub trait Source {
    /// The solutions of a SELECT query that is complete with its prefixes.
    ///
    /// # Errors
    /// If the query cannot be parsed or evaluated.
    fn select(&self, query: &str) -> Result<Vec<Row>, Error>;

    /// What is said directly of the members of a class: subject, predicate, object.
    ///
    /// # Errors
    /// If the graph cannot be asked.
    fn describe(&self, class: NamedNodeRef<'_>) -> Result<Vec<(NamedNode, NamedNode, Term)>, Error> {
        let rows = self.select(&format!("SELECT ?s ?p ?o WHERE {{ ?s a {class} ; ?p ?o }}"))?;
        let triple = |row: Row| Some((row.iri("s")?.clone(), row.iri("p")?.clone(), row.0.get("o")?.clone()));
        Ok(rows.into_iter().filter_map(triple).collect())
    }
}

/// One solution: the terms bound to the variables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row(BTreeMap<String, Term>);

impl Row {
    /// A solution from its bindings.
    #[must_use]
    pub const fn new(bindings: BTreeMap<String, Term>) -> Self {
        Self(bindings)
    }

    /// The term bound to a variable.
    #[must_use]
    pub fn term(&self, variable: &str) -> Option<&Term> {
        self.0.get(variable)
    }

    /// The literals and IRIs bound to all variables, as text.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.keys().filter_map(|variable| self.text(variable))
    }

    /// Binds a variable that is not bound yet.
    pub fn bind(&mut self, variable: &str, term: Term) {
        self.0.entry(variable.to_owned()).or_insert(term);
    }

    /// The IRI bound to a variable.
    #[must_use]
    pub fn iri(&self, variable: &str) -> Option<&NamedNode> {
        match self.0.get(variable) {
            Some(Term::NamedNode(node)) => Some(node),
            _ => None,
        }
    }

    /// The literal bound to a variable, or the IRI as text.
    #[must_use]
    pub fn text(&self, variable: &str) -> Option<&str> {
        match self.0.get(variable) {
            Some(Term::Literal(literal)) => Some(literal.value()),
            Some(Term::NamedNode(node)) => Some(node.as_str()),
            _ => None,
        }
    }

    /// The number bound to a variable; of a year, its first four digits.
    #[must_use]
    pub fn number(&self, variable: &str) -> Option<i64> {
        let text = self.text(variable)?;
        text.parse().ok().or_else(|| text.get(..4)?.parse().ok())
    }

    /// The last part of the IRI bound to a variable: `completed` of `zt:completed`.
    #[must_use]
    pub fn local(&self, variable: &str) -> Option<&str> {
        self.iri(variable).map(|node| local(node.as_str()))
    }
}

/// What stands after the last `#` or `/` of an IRI.
#[must_use]
pub fn local(iri: &str) -> &str {
    iri.rsplit(['#', '/']).next().unwrap_or(iri)
}

impl Source for Store {
    // Without a query: an index is gathered before every first answer.
    fn describe(&self, class: NamedNodeRef<'_>) -> Result<Vec<(NamedNode, NamedNode, Term)>, Error> {
        let failed = |error: StorageError| Error::Query { query: class.to_string(), why: error.to_string() };
        let mut triples = Vec::new();
        for member in self.quads_for_pattern(None, Some(rdf::TYPE), Some(class.into()), None) {
            let subject = member.map_err(failed)?.subject;
            for quad in self.quads_for_pattern(Some(subject.as_ref()), None, None, None) {
                let quad = quad.map_err(failed)?;
                if let NamedOrBlankNode::NamedNode(subject) = quad.subject {
                    triples.push((subject, quad.predicate, quad.object));
                }
            }
        }
        Ok(triples)
    }

    fn select(&self, query: &str) -> Result<Vec<Row>, Error> {
        let failed = |why: String| Error::Query { query: query.to_owned(), why };
        let mut prepared =
            SparqlEvaluator::new().parse_query(query).map_err(|error| failed(error.to_string()))?;
        prepared.dataset_mut().set_default_graph_as_union();
        let results = prepared.on_store(self).execute().map_err(|error| failed(error.to_string()))?;
        let QueryResults::Solutions(solutions) = results else {
            return Err(failed("it is no SELECT query".to_owned()));
        };
        solutions
            .map(|solution| {
                let solution = solution.map_err(|error| failed(error.to_string()))?;
                let bindings = solution.iter().map(|(name, term)| (name.as_str().to_owned(), term.clone()));
                Ok(Row::new(bindings.collect()))
            })
            .collect()
    }
}

/// A query with the declarations of the prefixes that it uses.
#[must_use]
pub fn with_prefixes(body: &str) -> String {
    let mut query = String::new();
    for (prefix, namespace) in vocabulary::prefixes() {
        let used = body.match_indices(&format!("{prefix}:")).any(|(at, _)| {
            !body[..at].chars().next_back().is_some_and(|before| before.is_alphanumeric() || before == '/')
        });
        if used {
            // Writing to a String cannot fail.
            let _ = writeln!(query, "PREFIX {prefix}: <{namespace}>");
        }
    }
    query.push_str(body);
    query
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_the_prefixes_in_use_are_declared() {
        let query = with_prefixes("SELECT * WHERE { ?s zt:within ?o }");
        assert_eq!(query, "PREFIX zt: <https://w3id.org/zhengtu/ns#>\nSELECT * WHERE { ?s zt:within ?o }");
        assert!(Store::new().unwrap().select(&query).unwrap().is_empty());
    }

    #[test]
    fn a_query_that_does_not_parse_is_an_error() {
        assert!(Store::new().unwrap().select("SELECT").is_err());
    }
}
