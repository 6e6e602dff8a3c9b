//! The lines of a store file: N-Quads, a quad each, sorted. A new reading takes the place of an earlier one
//! line by line, so that what stays in a large store is neither parsed nor written anew.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::thread;

use oxigraph::model::{GraphName, NamedOrBlankNode, Quad, Term};

use super::graphs::owner;

/// The lines of a store once `readings` are added to `before`, each once, sorted. Of two readings of the
/// same report the later one counts; so does the ontology of the last. The gazetteer is added to: other
/// reports may refer to its places.
///
/// # Errors
/// The index of the first line of `before` that is no quad of ours.
pub(super) fn merge(before: &[&str], readings: &[Vec<Quad>]) -> Result<Vec<String>, usize> {
    let mut replaced = BTreeSet::new();
    let mut quads = Vec::new();
    for reading in readings.iter().rev() {
        let stays = |quad: &&Quad| !replaced_in(&replaced, graph_of(quad));
        quads.extend(reading.iter().filter(stays));
        replaced.extend(reading.iter().filter_map(|quad| owner(graph_of(quad))));
    }
    let mut lines = written(&quads);
    for (number, line) in before.iter().enumerate() {
        let graph = graph_of_line(line).ok_or(number)?;
        if !replaced_in(&replaced, graph) {
            lines.push((*line).to_owned());
        }
    }
    // The old lines are sorted already: a sort that makes use of runs is a mere merge.
    lines.sort();
    lines.dedup();
    Ok(lines)
}

fn replaced_in(replaced: &BTreeSet<&str>, graph: &str) -> bool {
    owner(graph).is_some_and(|owner| replaced.contains(owner))
}

fn graph_of(quad: &Quad) -> &str {
    match &quad.graph_name {
        GraphName::NamedNode(node) => node.as_str(),
        GraphName::BlankNode(_) | GraphName::DefaultGraph => "",
    }
}

/// The name of a line's graph: what stands in its last angle brackets, since IRIs hold no spaces.
fn graph_of_line(line: &str) -> Option<&str> {
    line.strip_suffix("> .")?.rsplit_once(" <").map(|(_, graph)| graph)
}

/// The lines of quads, sorted; half of them are written in a second thread.
fn written(quads: &[&Quad]) -> Vec<String> {
    let (first, second) = quads.split_at(quads.len() / 2);
    let sorted = |half: &[&Quad]| {
        let mut lines: Vec<String> = half.iter().map(|quad| line(quad)).collect();
        lines.sort_unstable();
        lines
    };
    thread::scope(|scope| {
        let second = scope.spawn(move || sorted(second));
        let mut lines = sorted(first);
        lines.append(&mut second.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        lines.sort();
        lines
    })
}

/// What `Quad`'s own text is, only sooner: that writes IRIs, of which a graph mostly consists, in pieces.
fn line(quad: &Quad) -> String {
    let mut line = String::with_capacity(256);
    match &quad.subject {
        NamedOrBlankNode::NamedNode(node) => bracketed(&mut line, node.as_str()),
        NamedOrBlankNode::BlankNode(node) => displayed(&mut line, node),
    }
    bracketed(&mut line, quad.predicate.as_str());
    match &quad.object {
        Term::NamedNode(node) => bracketed(&mut line, node.as_str()),
        other => displayed(&mut line, other),
    }
    match &quad.graph_name {
        GraphName::NamedNode(node) => bracketed(&mut line, node.as_str()),
        GraphName::BlankNode(node) => displayed(&mut line, node),
        GraphName::DefaultGraph => {}
    }
    line.push('.');
    line
}

fn bracketed(line: &mut String, iri: &str) {
    line.push('<');
    line.push_str(iri);
    line.push_str("> ");
}

fn displayed(line: &mut String, term: impl std::fmt::Display) {
    // Writing to a string cannot fail.
    let _ = write!(line, "{term} ");
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use oxigraph::model::{Literal, NamedNode};

    use super::*;
    use crate::vocabulary;

    fn quad(graph: &str, object: &str) -> Quad {
        let node = |name: &str| NamedNode::new(format!("https://example.org/{name}")).unwrap();
        let graph =
            if graph == "ontology" { NamedNode::new(vocabulary::ONTOLOGY).unwrap() } else { node(graph) };
        Quad::new(node("s"), node("p"), Literal::from(object), graph)
    }

    fn merged(before: &[Quad], readings: &[Vec<Quad>]) -> Vec<String> {
        let before: Vec<String> = before.iter().map(line).collect();
        let mut before: Vec<&str> = before.iter().map(String::as_str).collect();
        before.sort_unstable();
        merge(&before, readings).unwrap()
    }

    fn lines(quads: &[Quad]) -> Vec<String> {
        let mut lines: Vec<String> = quads.iter().map(|quad| format!("{quad} .")).collect();
        lines.sort_unstable();
        lines
    }

    #[test]
    fn a_report_read_again_replaces_all_its_graphs_and_no_others() {
        let before = [
            quad("report/a/facts", "old"),
            quad("report/a/evidence", "old"),
            quad("report/b/facts", "“b” <c> ."),
            quad("ontology", "old"),
            quad("gazetteer", "old"),
        ];
        let new = vec![quad("report/a/facts", "new"), quad("ontology", "new"), quad("gazetteer", "new")];
        let mut expected = vec![quad("report/b/facts", "“b” <c> ."), quad("gazetteer", "old")];
        expected.extend(new.clone());
        assert_eq!(merged(&before, &[new]), lines(&expected));
    }

    #[test]
    fn of_two_readings_of_a_report_the_later_one_counts() {
        let first = vec![quad("report/a/facts", "first"), quad("gazetteer", "first")];
        let second = vec![quad("report/a/facts", "second"), quad("gazetteer", "second")];
        let expected = [second.clone(), vec![quad("gazetteer", "first")]].concat();
        assert_eq!(merged(&[], &[first, second]), lines(&expected));
    }

    #[test]
    fn a_line_that_is_no_quad_is_named() {
        let good = line(&quad("report/a/facts", "a"));
        assert_eq!(merge(&[&good, "<https://example.org/s> is"], &[]), Err(1));
    }
}
