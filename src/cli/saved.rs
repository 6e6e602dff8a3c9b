//! Saved queries on the command line.

use std::fmt::Write;

use super::CliError;
use super::graph::Graph;
use crate::store::{Parameter, ParameterKind, Query, SavedQuery, Store, saved_queries};

/// All saved queries with their parameters.
pub(super) fn list() -> String {
    let mut text = String::new();
    for query in saved_queries() {
        let _ = writeln!(text, "{}\n    {} · {}", query.name, query.title, query.title_zh);
        let _ = writeln!(text, "    {}", query.description);
        for Parameter { name, kind, default, help } in &query.parameters {
            let _ = writeln!(text, "    --param {name}={default}  ({}) {help}", kind.name());
        }
        text.push('\n');
    }
    text.push_str("Ask one with: zhengtu query --name NAME [--param NAME=VALUE]...\n");
    text
}

/// The saved query of that name.
pub(super) fn find(name: &str) -> Result<SavedQuery, CliError> {
    let all = saved_queries();
    let suggestion = nearest(name, all.iter().map(|query| query.name.as_str()));
    all.into_iter()
        .find(|query| query.name == name)
        .ok_or_else(|| CliError::UnknownQuery { name: name.to_owned(), suggestion })
}

/// The query with the values given, and with its defaults where none are.
pub(super) fn with_parameters(
    saved: &SavedQuery,
    given: &[(String, String)],
    graph: &Graph,
) -> Result<Query, CliError> {
    if let Some((name, _)) =
        given.iter().find(|(name, _)| !saved.parameters.iter().any(|known| known.name == *name))
    {
        let known: Vec<&str> = saved.parameters.iter().map(|known| known.name.as_str()).collect();
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        return Err(CliError::UnknownParameter { query: saved.name.clone(), name: name.clone(), known });
    }
    let mut query = Query::parse(&saved.sparql)?;
    for parameter in &saved.parameters {
        // A name given twice means its last value, as options do.
        if let Some((_, value)) = given.iter().rev().find(|(name, _)| *name == parameter.name) {
            let terms = match parameter.kind {
                ParameterKind::Place => parameter.terms(value, graph.names()?.as_ref())?,
                _ => parameter.terms(value, &Store::from_quads(Vec::new())?)?,
            };
            query = query.with_values(&parameter.name, &terms);
        }
    }
    Ok(query)
}

/// The known name that a slip of the hand would make of it: one that holds it, or is at most two edits off.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    known
        .map(|candidate| (if candidate.contains(name) { 1 } else { distance(name, candidate) }, candidate))
        .min()
        .filter(|(edits, _)| *edits <= 2)
        .map(|(_, candidate)| candidate.to_owned())
}

/// Number of characters to insert, drop or change.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, c) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, d) in other.iter().enumerate() {
            let change = diagonal + usize::from(c != *d);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}
