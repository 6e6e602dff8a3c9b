//! The ontology as quads.

use std::sync::LazyLock;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedNode, Quad};

use crate::vocabulary::ONTOLOGY;

/// The ontology's source, as it stands in the repository.
const SOURCE: &str = include_str!("../../ontology/zhengtu.ttl");

static QUADS: LazyLock<Vec<Quad>> = LazyLock::new(|| {
    let graph = NamedNode::new_unchecked(ONTOLOGY);
    let parser = RdfParser::from_format(RdfFormat::Turtle).without_named_graphs().with_default_graph(graph);
    // The source is part of the program, and a test reads it without this leniency.
    parser.for_slice(SOURCE).filter_map(Result::ok).collect()
});

/// The triples of the ontology, in the graph that is named after it.
#[must_use]
pub fn ontology_quads() -> &'static [Quad] {
    &QUADS
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use oxigraph::io::{RdfFormat, RdfParser};
    use oxigraph::model::{NamedNodeRef, NamedOrBlankNode, Term};

    use super::super::concepts;
    use super::{SOURCE, ontology_quads};
    use crate::facts::{Role, State};
    use crate::vocabulary::zt::{self, class, concept, property, scheme};
    use crate::vocabulary::{rdf, rdfs, skos};

    /// Objects of the triples with this subject and property, as they print.
    fn objects(subject: NamedNodeRef<'_>, predicate: NamedNodeRef<'_>) -> Vec<String> {
        ontology_quads()
            .iter()
            .filter(|quad| quad.subject == NamedOrBlankNode::from(subject) && quad.predicate == predicate)
            .map(|quad| quad.object.to_string())
            .collect()
    }

    fn terms() -> Vec<NamedNodeRef<'static>> {
        [class::ALL, property::ALL, concept::ALL, scheme::ALL].concat()
    }

    #[test]
    fn the_source_is_valid_turtle() {
        let triples = RdfParser::from_format(RdfFormat::Turtle).for_slice(SOURCE);
        assert_eq!(triples.map(Result::unwrap).count(), ontology_quads().len());
    }

    #[test]
    fn every_term_has_a_label_and_a_comment_in_both_languages() {
        for term in terms() {
            for predicate in [rdfs::LABEL, rdfs::COMMENT] {
                let texts = objects(term, predicate);
                assert_eq!(texts.len(), 2, "{term} {predicate} {texts:?}");
                for language in ["@zh", "@en"] {
                    assert!(texts.iter().any(|text| text.ends_with(language)), "{term} {predicate}");
                }
            }
        }
    }

    #[test]
    fn the_vocabulary_and_the_ontology_hold_the_same_terms() {
        let defined: BTreeSet<String> = ontology_quads()
            .iter()
            .map(|quad| quad.subject.to_string())
            .filter(|subject| subject.contains(zt::NAMESPACE))
            .collect();
        let named: BTreeSet<String> = terms().iter().map(ToString::to_string).collect();
        assert_eq!(defined, named);
        assert_eq!(named.len(), terms().len(), "a name stands for two terms");
    }

    #[test]
    fn every_own_term_that_is_used_is_defined() {
        let named: BTreeSet<String> = terms().iter().map(ToString::to_string).collect();
        for quad in ontology_quads() {
            if let Term::NamedNode(object) = &quad.object {
                let own = object.as_str().starts_with(zt::NAMESPACE);
                assert!(!own || named.contains(&object.to_string()), "{quad}");
            }
        }
    }

    #[test]
    fn every_type_of_the_ontology_can_be_given_to_a_thing() {
        let mut members: BTreeMap<String, usize> = BTreeMap::new();
        for term in concept::ALL {
            let id = term.as_str().strip_prefix(zt::NAMESPACE).unwrap();
            let schemes = objects(*term, skos::IN_SCHEME);
            assert_eq!(schemes.len(), 1, "{term}");
            let is = |wanted: NamedNodeRef<'_>| schemes[0] == wanted.to_string();
            assert_eq!(concepts::place_type(id).is_some(), is(scheme::PLACE_TYPES), "{term}");
            assert_eq!(concepts::organization_type(id).is_some(), is(scheme::ORGANIZATION_TYPES), "{term}");
            *members.entry(schemes[0].clone()).or_default() += 1;
        }
        assert_eq!(members.len(), scheme::ALL.len());
    }

    #[test]
    fn labels_use_the_words_of_the_ontology() {
        use Role::{Beneficiary, Builder, Funder, Operator, Participant, Partner, Planner};
        use State::*;
        let states = [
            Planned,
            Preparing,
            Started,
            Underway,
            Suspended,
            Resumed,
            StructureComplete,
            Completed,
            Operating,
        ];
        let roles = [Planner, Builder, Funder, Partner, Operator, Beneficiary, Participant];
        let words = states
            .map(|state| (concepts::state(state), concepts::state_words(state)))
            .into_iter()
            .chain(roles.map(|role| (concepts::role(role), concepts::role_words(role))));
        for (term, words) in words {
            assert!(objects(term, rdfs::LABEL).contains(&format!("\"{words}\"@zh")), "{term} {words}");
            assert!(objects(term, rdf::TYPE).contains(&skos::CONCEPT.to_string()), "{term}");
        }
    }
}
