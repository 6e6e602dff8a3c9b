//! What was found, as a validation report of the standard.

use oxigraph::model::{BlankNode, Literal, NamedNodeRef, NamedOrBlankNode, Term, Triple};

use super::Violation;
use crate::vocabulary::{rdf, sh};

/// The triples of an `sh:ValidationReport`, with a result for each violation.
#[must_use]
pub fn report(violations: &[Violation<'_>]) -> Vec<Triple> {
    let mut triples = Vec::new();
    let mut add = |subject: &BlankNode, predicate: NamedNodeRef<'_>, object: Term| {
        triples.push(Triple::new(NamedOrBlankNode::from(subject.clone()), predicate.into_owned(), object));
    };
    let whole = BlankNode::new_unchecked("report");
    add(&whole, rdf::TYPE, sh::VALIDATION_REPORT.into());
    add(&whole, sh::CONFORMS, Literal::from(violations.is_empty()).into());
    for (at, violation) in violations.iter().enumerate() {
        let result = BlankNode::new_unchecked(format!("result{}", at + 1));
        add(&whole, sh::RESULT, result.clone().into());
        add(&result, rdf::TYPE, sh::VALIDATION_RESULT.into());
        add(&result, sh::FOCUS_NODE, violation.focus.clone());
        if let Some(value) = &violation.value {
            add(&result, sh::VALUE, value.clone());
        }
        add(&result, sh::RESULT_SEVERITY, sh::VIOLATION.into());
        add(&result, sh::SOURCE_CONSTRAINT_COMPONENT, sh::SPARQL_CONSTRAINT_COMPONENT.into());
        add(&result, sh::SOURCE_CONSTRAINT, violation.constraint.iri.clone().into());
        add(&result, sh::SOURCE_SHAPE, violation.shape.iri.clone().into());
        for language in violation.constraint.messages.iter().filter_map(Literal::language) {
            let message = violation.message(language, as_written);
            let message = Literal::new_language_tagged_literal_unchecked(message, language);
            add(&result, sh::RESULT_MESSAGE, message.into());
        }
    }
    triples
}

/// A value as a message of the standard shows it: an IRI in pointed brackets, a literal as its characters.
fn as_written(value: &Term) -> String {
    match value {
        Term::Literal(literal) => literal.value().to_owned(),
        other => other.to_string(),
    }
}
