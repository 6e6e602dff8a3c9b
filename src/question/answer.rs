//! Answers: what was found, and the sentences that prove it.

use serde::Serialize;

use super::reading::Language;
use super::source::Row;

/// What came of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The question as asked.
    pub question: String,
    /// Its language, in which the answer is given.
    pub language: Language,
    /// How the question was understood, in words; empty where it was not.
    pub understood: String,
    /// The query that was put to the graph; empty where the question was not understood.
    pub sparql: String,
    /// What was found.
    pub answers: Vec<Item>,
    /// Why nothing was found, or what could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One thing found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its name.
    pub label: String,
    /// Its IRI.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iri: Option<String>,
    /// A figure, state or year that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Unit of the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What else is known of it and matters here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The sentences that prove it, in reading order.
    pub evidence: Vec<Evidence>,
}

/// A sentence of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Title of the report.
    pub report: String,
    /// The headings above the sentence, outermost first.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub section: String,
    /// Offset of its first character in the file as received.
    pub begin: i64,
    /// Offset after its last character.
    pub end: i64,
    /// The sentence, repaired for reading.
    pub sentence: String,
}

impl Evidence {
    /// The sentence that a row was proved by.
    #[must_use]
    pub fn of(row: &Row) -> Option<Self> {
        Some(Self {
            report: row.text("title").unwrap_or_default().to_owned(),
            section: row.text("section").unwrap_or_default().to_owned(),
            begin: row.number("begin")?,
            end: row.number("end")?,
            sentence: row.text("repaired").or_else(|| row.text("text"))?.to_owned(),
        })
    }
}

impl Item {
    /// An item of this name.
    #[must_use]
    pub fn named(label: &str, iri: Option<&str>) -> Self {
        Self { label: label.to_owned(), iri: iri.map(str::to_owned), ..Self::default() }
    }

    /// Adds a sentence, once.
    pub fn prove(&mut self, row: &Row) {
        if let Some(evidence) = Evidence::of(row)
            && !self.evidence.contains(&evidence)
        {
            self.evidence.push(evidence);
        }
    }

    /// Adds to the detail, once.
    pub fn add_detail(&mut self, text: &str, separator: &str) {
        if text.is_empty() {
            return;
        }
        let detail = self.detail.get_or_insert_default();
        if detail.is_empty() {
            detail.push_str(text);
        } else if !detail.split(separator).any(|part| part == text) {
            detail.push_str(separator);
            detail.push_str(text);
        }
    }
}
