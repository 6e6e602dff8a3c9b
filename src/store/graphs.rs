//! Which named graph holds what, and how a new report takes the place of its earlier reading.

use std::collections::BTreeSet;

use oxigraph::model::{GraphName, Quad};

use crate::vocabulary;

/// What a named graph holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What a report says.
    Facts,
    /// Its sentences.
    Text,
    /// Which sentence proves which fact.
    Evidence,
    /// The vocabulary.
    Ontology,
    /// Official divisions and named features.
    Gazetteer,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Facts, Self::Text, Self::Evidence, Self::Ontology, Self::Gazetteer];

    /// The part that a graph is, by its name.
    #[must_use]
    pub fn of(graph: &GraphName) -> Option<Self> {
        let GraphName::NamedNode(node) = graph else { return None };
        let iri = node.as_str();
        if iri == vocabulary::ONTOLOGY {
            return Some(Self::Ontology);
        }
        match iri.rsplit('/').next()? {
            "facts" => Some(Self::Facts),
            "text" => Some(Self::Text),
            "evidence" => Some(Self::Evidence),
            "gazetteer" => Some(Self::Gazetteer),
            _ => None,
        }
    }
}

/// Puts the quads of one reading into those of a store: the graphs of the same report and the ontology are
/// replaced, the gazetteer is added to (other reports may refer to its places).
#[must_use]
pub fn merge(before: Vec<Quad>, new: Vec<Quad>) -> Vec<Quad> {
    if before.is_empty() {
        return new;
    }
    let replaced: BTreeSet<String> =
        new.iter().filter(|quad| Part::of(&quad.graph_name) != Some(Part::Gazetteer)).map(owner).collect();
    let mut merged: Vec<Quad> = before
        .into_iter()
        .filter(|quad| {
            Part::of(&quad.graph_name) == Some(Part::Gazetteer) || !replaced.contains(&owner(quad))
        })
        .collect();
    merged.extend(new);
    merged
}

/// What the graphs of one report have in common: their name without its last segment. A reading without,
/// say, any evidence must still remove the old evidence.
fn owner(quad: &Quad) -> String {
    let name = quad.graph_name.to_string();
    match Part::of(&quad.graph_name) {
        Some(Part::Facts | Part::Text | Part::Evidence) => {
            name.rsplit_once('/').map_or_else(|| name.clone(), |(report, _)| report.to_owned())
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use oxigraph::model::NamedNode;

    use super::*;

    fn quad(graph: &str, object: &str) -> Quad {
        let node = |name: &str| NamedNode::new(format!("https://example.org/{name}")).unwrap();
        let graph =
            if graph == "ontology" { NamedNode::new(vocabulary::ONTOLOGY).unwrap() } else { node(graph) };
        Quad::new(node("s"), node("p"), node(object), graph)
    }

    #[test]
    fn a_report_read_again_replaces_all_its_graphs_and_no_others() {
        let before = vec![
            quad("report/a/facts", "old"),
            quad("report/a/evidence", "old"),
            quad("report/b/facts", "b"),
            quad("ontology", "old"),
            quad("gazetteer", "old"),
        ];
        let new = vec![quad("report/a/facts", "new"), quad("ontology", "new"), quad("gazetteer", "new")];
        let merged = merge(before, new.clone());
        let mut expected = vec![quad("report/b/facts", "b"), quad("gazetteer", "old")];
        expected.extend(new);
        assert_eq!(merged, expected);
    }
}
