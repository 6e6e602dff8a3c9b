//! What holds for any facts.

use std::collections::BTreeMap;

use oxigraph::model::{NamedNode, Quad, Term};
use proptest::prelude::*;

use super::example::{example, indicator, relation, sentence, thing};
use super::map;
use crate::facts::{Area, Facts, Kind, Part, Predicate};
use crate::graph::{Base, quads};
use crate::vocabulary::rdfs;

fn kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(vec![Kind::Place, Kind::Organization, Kind::Project, Kind::Programme, Kind::Honour])
}

/// The example with words from anywhere.
fn facts() -> impl Strategy<Value = Facts> {
    let words = prop::collection::vec((kind(), "\\PC{0,6}|[a“ ”%/.-]{0,3}"), 1..12);
    (words, any::<String>(), any::<Option<String>>(), any::<Option<i32>>()).prop_map(
        |(words, name, code, year)| {
            let mut facts = example();
            facts.report.plan_year = year;
            facts.report.review_year = None;
            facts.report.area = (!name.is_empty()).then_some(Area { name, code });
            for (kind, word) in words {
                let mut new = thing(kind, &word);
                new.subtype = Some(word.clone());
                new.code = (kind == Kind::Place && word.len() > 6).then(|| word.clone());
                facts.things.push(new);
                facts.relations.push(relation(facts.things.len() - 1, Predicate::PartOf, 2));
                facts.sentences.push(sentence(facts.sentences.len() * 100, &word, Part::Plan));
                let mut figure = facts.observations[0].clone();
                figure.indicator = indicator(&word, None);
                facts.observations.push(figure);
            }
            facts
        },
    )
}

fn iris(quad: &Quad) -> impl Iterator<Item = String> {
    let object = match &quad.object {
        Term::NamedNode(iri) => iri.to_string(),
        _ => String::new(),
    };
    [quad.subject.to_string(), quad.predicate.to_string(), quad.graph_name.to_string(), object]
        .into_iter()
        .filter(|iri| !iri.is_empty())
        .map(|iri| iri.trim_matches(['<', '>']).to_owned())
}

proptest! {
    #[test]
    fn every_iri_is_valid_and_has_no_percent_sign(facts in facts()) {
        for iri in map(&facts).iter().flat_map(iris) {
            prop_assert!(NamedNode::new(iri.clone()).is_ok() && !iri.contains('%'), "{iri}");
        }
    }

    #[test]
    fn every_thing_has_one_chinese_label(facts in facts()) {
        let mut labels: BTreeMap<String, usize> = BTreeMap::new();
        for quad in map(&facts) {
            if quad.predicate == rdfs::LABEL && quad.object.to_string().ends_with("@zh") {
                *labels.entry(quad.subject.to_string()).or_default() += 1;
            }
        }
        let twice: Vec<_> = labels.iter().filter(|(_, count)| **count > 1).collect();
        prop_assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn the_same_facts_give_the_same_quads(facts in facts()) {
        prop_assert_eq!(map(&facts), map(&facts.clone()));
    }

    #[test]
    fn any_base_is_taken_or_refused(base in any::<String>()) {
        if let Ok(base) = Base::new(&base) {
            prop_assert!(NamedNode::new(base.as_str()).is_ok());
            prop_assert!(quads(&example(), &base).is_ok());
        }
    }

    #[test]
    fn a_reference_that_leads_nowhere_never_panics(at in 0usize..40) {
        let mut facts = example();
        facts.relations[0].subject.0 = at;
        facts.observations[0].part_of = Some(at);
        facts.targets[0].part_of = Some(at);
        facts.statuses[0].evidence[0].0 = at;
        let mapped = quads(&facts, &Base::default());
        prop_assert_eq!(mapped.is_err(), at > 0);
    }
}
