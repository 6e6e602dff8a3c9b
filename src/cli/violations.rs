//! What is wrong with a graph, laid out for reading: by shape, each node with its name, its IRI and the
//! sentence that it comes from.

use std::fmt::Write;
use std::time::Duration;

use oxigraph::model::{NamedNode, Term};

use super::CliError;
use crate::names::{self, Names};
use crate::question::{Evidence, Language, quote};
use crate::shapes::{Violation, in_language};
use crate::store::{Answer, Query, Solutions, Store};
use crate::vocabulary::{CHINESE, ENGLISH, rdfs};

/// So many nodes are shown for each shape.
const SHOWN: usize = 20;

/// The first sentence that a node is, that proves it, or that names it.
const SENTENCE: &str = "
SELECT ?begin ?end ?text ?repaired ?section WHERE {
  VALUES ?node { UNDEF }
  ?node (zt:evidence|zt:mentionedIn)? ?sentence .
  ?sentence nif:anchorOf ?text ; nif:beginIndex ?begin ; nif:endIndex ?end .
  OPTIONAL { ?sentence zt:repairedText ?repaired }
  OPTIONAL { ?sentence zt:section ?section }
}
ORDER BY ?begin LIMIT 1";

/// The report in a language.
pub(super) fn text(
    store: &Store,
    violations: &[Violation<'_>],
    language: Language,
) -> Result<String, CliError> {
    let report = Report { store, language, sentence: Query::parse(SENTENCE)? };
    let mut text = String::new();
    for of_shape in violations.chunk_by(|one, other| one.shape.iri == other.shape.iri) {
        let shape = of_shape[0].shape;
        let title = in_language(&shape.labels, report.tag());
        let _ = writeln!(text, "{title}  {}", Names::of([]).short(shape.iri.as_str()));
        report.write_shape(&mut text, of_shape)?;
        text.push('\n');
    }
    Ok(text)
}

struct Report<'a> {
    store: &'a Store,
    language: Language,
    sentence: Query,
}

impl Report<'_> {
    const fn tag(&self) -> &'static str {
        match self.language {
            Language::Chinese => CHINESE,
            Language::English => ENGLISH,
        }
    }

    /// The nodes in the order in which they were found, each with all that is wrong with it.
    fn write_shape(&self, text: &mut String, violations: &[Violation<'_>]) -> Result<(), CliError> {
        let mut nodes: Vec<&Term> = Vec::new();
        for violation in violations {
            if !nodes.contains(&&violation.focus) {
                nodes.push(&violation.focus);
            }
        }
        for node in nodes.iter().take(SHOWN) {
            self.write(text, node, violations.iter().filter(|violation| violation.focus == **node))?;
        }
        if let more @ 1.. = nodes.len().saturating_sub(SHOWN) {
            let _ = match self.language {
                Language::Chinese => writeln!(text, "  ……另有 {more} 个"),
                Language::English => writeln!(text, "  … and {more} more"),
            };
        }
        Ok(())
    }

    fn write<'v>(
        &self,
        text: &mut String,
        node: &Term,
        violations: impl Iterator<Item = &'v Violation<'v>>,
    ) -> Result<(), CliError> {
        let _ = writeln!(text, "  {}  {node}", self.called(node));
        for violation in violations {
            let message = violation.message(self.tag(), |value| self.called(value));
            let _ = writeln!(text, "    × {message}");
        }
        if let Some(sentence) = self.sentence(node)? {
            let _ = writeln!(text, "      {}", quote(&sentence, self.language));
        }
        Ok(())
    }

    fn sentence(&self, node: &Term) -> Result<Option<Evidence>, CliError> {
        if !node.is_named_node() {
            return Ok(None);
        }
        let query = self.sentence.clone().with_values("node", std::slice::from_ref(node));
        let Answer::Solutions(Solutions { rows, .. }) = self.store.query(&query, Duration::MAX)? else {
            return Ok(None);
        };
        let Some([begin, end, text, repaired, section]) = rows.first().map(Vec::as_slice) else {
            return Ok(None);
        };
        let characters = |term: &Option<Term>| match term {
            Some(Term::Literal(literal)) => literal.value().to_owned(),
            _ => String::new(),
        };
        let number = |term| characters(term).parse().unwrap_or_default();
        Ok(Some(Evidence {
            report: String::new(),
            section: characters(section),
            begin: number(begin),
            end: number(end),
            sentence: characters(if repaired.is_some() { repaired } else { text }),
        }))
    }

    /// The label of a node that has one, else the end of its IRI; a literal's characters.
    fn called(&self, term: &Term) -> String {
        match term {
            Term::NamedNode(node) => self.label(node).unwrap_or_else(|| short(node)),
            Term::Literal(literal) => literal.value().to_owned(),
            Term::BlankNode(node) => node.to_string(),
        }
    }

    fn label(&self, node: &NamedNode) -> Option<String> {
        let labels = self.store.objects(node.as_ref(), rdfs::LABEL).ok()?;
        let labels: Vec<_> =
            labels.into_iter().filter_map(|label| oxigraph::model::Literal::try_from(label).ok()).collect();
        let chosen = labels.iter().find(|label| label.language() == Some(self.tag())).or(labels.first())?;
        Some(chosen.value().to_owned())
    }
}

fn short(node: &NamedNode) -> String {
    names::local_name(node.as_str()).to_owned()
}
