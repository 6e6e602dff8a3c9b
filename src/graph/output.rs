//! The growing list of quads, and the graphs that they go to.

use std::collections::BTreeSet;

use oxigraph::model::{GraphName, Literal, NamedNode, NamedNodeRef, Quad, Term};
use rust_decimal::Decimal;

use super::{Base, concepts};
use crate::facts::{Origin, SentenceId};
use crate::vocabulary::zt::property;
use crate::vocabulary::{CHINESE, rdf, rdfs, xsd};

/// The graph that a quad belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layer {
    /// Things, facts and relations.
    Facts,
    /// The report and its sentences.
    Text,
    /// What proves what, and who says so.
    Evidence,
    /// What only the gazetteer says.
    Gazetteer,
}

/// Collects quads.
pub(super) struct Output {
    quads: Vec<Quad>,
    facts: GraphName,
    text: GraphName,
    evidence: GraphName,
    gazetteer: GraphName,
}

impl Output {
    /// `expected` is about how many quads will come.
    pub(super) fn new(base: &Base, report: &NamedNode, expected: usize) -> Self {
        let beside = |name| GraphName::from(NamedNode::new_unchecked(format!("{}/{name}", report.as_str())));
        Self {
            quads: Vec::with_capacity(expected),
            facts: beside("facts"),
            text: beside("text"),
            evidence: beside("evidence"),
            gazetteer: base.gazetteer_graph().into(),
        }
    }

    pub(super) fn into_quads(self) -> Vec<Quad> {
        self.quads
    }

    /// Adds one quad.
    pub(super) fn add(
        &mut self,
        layer: Layer,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        object: impl Into<Term>,
    ) {
        let graph = match layer {
            Layer::Facts => &self.facts,
            Layer::Text => &self.text,
            Layer::Evidence => &self.evidence,
            Layer::Gazetteer => &self.gazetteer,
        };
        self.quads.push(Quad::new(subject.clone(), predicate, object, graph.clone()));
    }

    /// States a class and the Chinese label.
    pub(super) fn describe(
        &mut self,
        layer: Layer,
        subject: &NamedNode,
        class: NamedNodeRef<'_>,
        label: &str,
    ) {
        self.add(layer, subject, rdf::TYPE, class);
        self.add(layer, subject, rdfs::LABEL, chinese(label));
    }

    /// Adds a plain string, if there is one.
    pub(super) fn text(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        text: Option<impl AsRef<str>>,
    ) {
        if let Some(text) = text.as_ref().map(AsRef::as_ref).filter(|text| !text.is_empty()) {
            self.add(Layer::Facts, subject, predicate, Literal::from(text));
        }
    }

    /// Adds a number, if there is one.
    pub(super) fn number(
        &mut self,
        subject: &NamedNode,
        predicate: NamedNodeRef<'_>,
        number: Option<Decimal>,
    ) {
        if let Some(number) = number {
            self.add(Layer::Facts, subject, predicate, decimal(number));
        }
    }

    /// Adds a calendar year, if there is one.
    pub(super) fn year(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, year: Option<i32>) {
        if let Some(year) = year {
            self.add(Layer::Facts, subject, predicate, self::year(year));
        }
    }

    /// Says which sentences prove a fact, and who asserts it.
    pub(super) fn proof(
        &mut self,
        fact: &NamedNode,
        evidence: &[SentenceId],
        origin: Origin,
        sentences: &[NamedNode],
    ) {
        for sentence in evidence.iter().collect::<BTreeSet<_>>() {
            self.add(Layer::Evidence, fact, property::EVIDENCE, sentences[sentence.0].clone());
        }
        self.add(Layer::Evidence, fact, property::ASSERTED_BY, concepts::origin(origin));
    }
}

/// A text in Chinese.
pub(super) fn chinese(text: &str) -> Literal {
    tagged(text, CHINESE)
}

/// A text in a language; `tag` is one of the vocabulary's, so it needs no check.
pub(super) fn tagged(text: &str, tag: &str) -> Literal {
    Literal::new_language_tagged_literal_unchecked(text, tag)
}

/// A calendar year: four digits or more, as XSD wants.
pub(super) fn year(year: i32) -> Literal {
    let sign = if year < 0 { "-" } else { "" };
    Literal::new_typed_literal(format!("{sign}{:04}", year.unsigned_abs()), xsd::G_YEAR)
}

/// A number in its shortest form, which is the one that stores give back.
fn decimal(number: Decimal) -> Literal {
    Literal::new_typed_literal(number.normalize().to_string(), xsd::DECIMAL)
}

/// A count. The datatype is `xsd:integer` because stores turn its subtypes into it.
pub(super) fn count(number: usize) -> Literal {
    Literal::new_typed_literal(number.to_string(), xsd::INTEGER)
}
