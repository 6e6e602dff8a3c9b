//! The order in which a person would choose to read a graph.

use oxigraph::model::{NamedNodeRef, NamedOrBlankNode};

use crate::vocabulary::zt::{self, class};
use crate::vocabulary::{rdf, skos, void};

/// The groups of subjects, in reading order: what the file is, what the report names, what it says of it,
/// where it says so, and last, as an appendix, the terms used.
const KINDS: &[(&str, &[NamedNodeRef<'static>])] = &[
    ("The data set", &[void::DATASET]),
    ("Ontology", &[NamedNodeRef::new_unchecked("http://www.w3.org/2002/07/owl#Ontology")]),
    ("Reports", &[class::REPORT]),
    ("Places", &[class::PLACE]),
    ("Organizations", &[class::ORGANIZATION]),
    ("Projects", &[class::PROJECT]),
    ("Programmes", &[class::PROGRAMME]),
    ("Honours", &[class::HONOUR]),
    ("Indicators", &[class::INDICATOR]),
    ("Observations", &[class::OBSERVATION]),
    ("Targets", &[class::QUANTITY_TARGET, class::MILESTONE_TARGET, class::HONOUR_TARGET, class::TARGET]),
    ("States of projects", &[class::STATUS_REPORT]),
    ("Participations", &[class::PARTICIPATION]),
    ("Rankings", &[class::RANKING]),
    ("Sentences", &[class::SENTENCE]),
    ("Statements and their proof", &[rdf::STATEMENT]),
    ("Other resources", &[]),
    ("Terms of the ontology", &[skos::CONCEPT]),
];

const OTHER: u8 = KINDS.len() as u8 - 2;
const TERM: u8 = KINDS.len() as u8 - 1;

/// The group that a subject belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kind(u8);

impl Kind {
    /// The group of a subject whose type is not told.
    pub(super) fn untyped(subject: &NamedOrBlankNode) -> Self {
        let is_term =
            matches!(subject, NamedOrBlankNode::NamedNode(node) if node.as_str().starts_with(zt::NAMESPACE));
        if is_term { Self(TERM) } else { Self(OTHER) }
    }

    /// The group that a type speaks for; of several the least is right.
    pub(super) fn of(class: NamedNodeRef<'_>) -> Option<Self> {
        let at = KINDS.iter().position(|(_, classes)| classes.contains(&class))?;
        u8::try_from(at).ok().map(Self)
    }

    /// The words above the group.
    pub(super) fn title(self) -> &'static str {
        KINDS.get(usize::from(self.0)).map_or("", |(title, _)| title)
    }
}

/// A key that sorts numbers inside text by their size: `char=9,20` before `char=10,12`.
pub(super) fn natural_key(text: &str) -> Vec<(String, u64)> {
    let mut key = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (words, tail) = rest.split_at(rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len()));
        let end = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        let (digits, tail) = tail.split_at(end);
        // No digits sort before any, digits too long for a number after all.
        let number = if digits.is_empty() { 0 } else { digits.parse().unwrap_or(u64::MAX) };
        key.push((words.to_owned(), number));
        rest = tail;
    }
    key.push((text.to_owned(), 0));
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_sort_by_size() {
        let mut iris = ["r#char=10,12", "r#char=9,20", "r#char=9,3", "r", "r#char="];
        iris.sort_by_cached_key(|iri| natural_key(iri));
        assert_eq!(iris, ["r", "r#char=", "r#char=9,3", "r#char=9,20", "r#char=10,12"]);
    }
}
