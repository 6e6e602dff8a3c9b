//! Which named graph holds what, and which graphs belong together.

use oxigraph::model::GraphName;

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

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Text => "text",
            Self::Evidence => "evidence",
            Self::Ontology => "ontology",
            Self::Gazetteer => "gazetteer",
        }
    }

    /// The part that a graph is, by its name.
    #[must_use]
    pub fn of(graph: &GraphName) -> Option<Self> {
        let GraphName::NamedNode(node) = graph else { return None };
        Self::of_name(node.as_str())
    }

    /// The part that a graph of this IRI is.
    #[must_use]
    pub fn of_name(graph: &str) -> Option<Self> {
        if graph == vocabulary::ONTOLOGY {
            return Some(Self::Ontology);
        }
        match graph.rsplit('/').next()? {
            "facts" => Some(Self::Facts),
            "text" => Some(Self::Text),
            "evidence" => Some(Self::Evidence),
            "gazetteer" => Some(Self::Gazetteer),
            _ => None,
        }
    }
}

/// What the graphs of one report have in common: their name without its last segment. A reading without,
/// say, any evidence must still remove the old evidence. Other graphs own themselves; the gazetteer belongs to
/// no report.
#[must_use]
pub fn owner(graph: &str) -> Option<&str> {
    match Part::of_name(graph) {
        Some(Part::Facts | Part::Text | Part::Evidence) => graph.rsplit_once('/').map(|(report, _)| report),
        Some(Part::Gazetteer) => None,
        Some(Part::Ontology) | None => Some(graph),
    }
}

/// The graphs that an earlier reading may have left in the place of this one: those of the same owner, itself
/// among them.
#[cfg(feature = "rocksdb")]
pub(super) fn replaced_by(graph: &str) -> Vec<String> {
    match (Part::of_name(graph), owner(graph)) {
        (_, None) => Vec::new(),
        (Some(Part::Facts | Part::Text | Part::Evidence), Some(report)) => {
            let parts = [Part::Facts, Part::Text, Part::Evidence];
            parts.iter().map(|part| format!("{report}/{}", part.name())).collect()
        }
        (_, Some(graph)) => vec![graph.to_owned()],
    }
}
