//! What is measured: one concept for each indicator, whoever states figures of it.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::NamedNode;

use super::iris::Iris;
use super::output::{Layer, Output, chinese, tagged};
use super::pinyin;
use crate::facts::{Aim, Facts, Indicator, SentenceId};
use crate::lexicon::indicators;
use crate::vocabulary::zt::{class, property};
use crate::vocabulary::{ENGLISH, rdf, rdfs, skos};

/// An indicator as one report has it.
#[derive(Default)]
struct Use<'a> {
    /// Its id in the lexicon.
    id: Option<&'a str>,
    /// Its names in reading order.
    names: Vec<&'a str>,
    /// Where figures of it are stated.
    sentences: BTreeSet<SentenceId>,
}

/// Writes every indicator.
pub(super) fn write(facts: &Facts, iris: &Iris, out: &mut Output) {
    let mut uses: BTreeMap<String, Use<'_>> = BTreeMap::new();
    for (indicator, evidence) in stated(facts) {
        let entry = uses.entry(iris.indicator(indicator).into_string()).or_default();
        entry.id = indicator.id.as_deref();
        entry.sentences.extend(evidence);
        if !entry.names.contains(&indicator.name.as_str()) {
            entry.names.push(&indicator.name);
        }
    }
    for (iri, entry) in uses {
        write_indicator(&NamedNode::new_unchecked(iri), &entry, iris, out);
    }
}

/// Indicators with the sentences that state their figures, in reading order.
fn stated(facts: &Facts) -> impl Iterator<Item = (&Indicator, &[SentenceId])> {
    let observed = facts.observations.iter().map(|figure| (&figure.indicator, figure.evidence.as_slice()));
    let targeted = facts.targets.iter().filter_map(|target| match &target.aim {
        Aim::Quantity { indicator, .. } => Some((indicator, target.evidence.as_slice())),
        Aim::Milestone { .. } | Aim::Honour { .. } => None,
    });
    observed.chain(targeted)
}

fn write_indicator(iri: &NamedNode, indicator: &Use<'_>, iris: &Iris, out: &mut Output) {
    let known = indicator.id.and_then(indicators::by_id);
    let name = known.map_or(indicator.names[0], |entry| entry.zh.as_str());
    out.describe(Layer::Facts, iri, class::INDICATOR, name);
    out.add(Layer::Facts, iri, rdf::TYPE, skos::CONCEPT);
    out.add(Layer::Facts, iri, skos::PREF_LABEL, chinese(name));
    if let Some(english) = known.map(|entry| entry.en.as_str()).filter(|english| !english.is_empty()) {
        out.add(Layer::Facts, iri, rdfs::LABEL, tagged(english, ENGLISH));
        out.add(Layer::Facts, iri, skos::PREF_LABEL, tagged(english, ENGLISH));
    }
    for alias in indicator.names.iter().filter(|alias| **alias != name) {
        out.add(Layer::Facts, iri, skos::ALT_LABEL, chinese(alias));
    }
    pinyin::write_name(Layer::Facts, iri, name, out);
    for sentence in &indicator.sentences {
        out.add(Layer::Evidence, iri, property::MENTIONED_IN, iris.sentences[sentence.0].clone());
    }
}
