//! What a graph says directly of the members of a class.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNodeRef, Term};

use crate::question::Error;
use crate::question::source::{Source, local};

/// What is said directly of the members of a class, by subject.
pub(super) type Described = BTreeMap<String, Said>;

/// What is said directly of one thing: local names of predicates with objects as text.
#[derive(Debug, Default)]
pub(super) struct Said(Vec<(String, String)>);

impl Said {
    pub(super) fn all<'a>(&'a self, predicate: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(p, _)| p == predicate).map(|(_, o)| o.as_str())
    }

    pub(super) fn one<'a>(&'a self, predicate: &'a str) -> Option<&'a str> {
        self.all(predicate).next()
    }

    /// The first four characters of an object, as a year.
    pub(super) fn year(&self, predicate: &str) -> Option<i32> {
        self.one(predicate)?.get(..4)?.parse().ok()
    }
}

/// Everything said directly of the members of a class, each statement once, in order.
pub(super) fn describe(source: &dyn Source, class: NamedNodeRef<'_>) -> Result<Described, Error> {
    let mut described = Described::new();
    for (subject, predicate, object) in source.describe(class)? {
        let object = match object {
            Term::NamedNode(node) => node.into_string(),
            Term::Literal(literal) => literal.value().to_owned(),
            _ => continue,
        };
        let said = described.entry(subject.into_string()).or_default();
        said.0.push((local(predicate.as_str()).to_owned(), object));
    }
    for said in described.values_mut() {
        said.0.sort_unstable();
        said.0.dedup();
    }
    Ok(described)
}
