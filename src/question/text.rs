//! Answers for people: the answer first, then what matters about it, then the sentence and where it stands.

use std::fmt::Write;

use super::answer::{Answer, Evidence, Item};
use super::reading::Language;

/// An answer as text, ending in a line break.
///
/// Sentences that prove several items in a row are printed once, after the last of them.
#[must_use]
pub fn render_text(answer: &Answer) -> String {
    let mut text = String::new();
    if let Some(reason) = &answer.reason {
        text.push_str(reason);
        text.push('\n');
    }
    for (at, item) in answer.answers.iter().enumerate() {
        line(&mut text, &headline(item));
        let next = answer.answers.get(at + 1).map(|next| &next.evidence);
        if next != Some(&item.evidence) {
            for evidence in &item.evidence {
                line(&mut text, &format!("    {}", quote(evidence, answer.language)));
            }
        }
    }
    text
}

fn line(text: &mut String, line: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{line}");
}

fn headline(item: &Item) -> String {
    let mut line = item.label.clone();
    if let Some(value) = &item.value {
        let unit = item.unit.as_deref().unwrap_or_default();
        let gap = if unit.starts_with(|c: char| c.is_ascii_alphabetic()) { " " } else { "" };
        let _ = write!(line, "  {value}{gap}{unit}");
    }
    if let Some(detail) = &item.detail {
        let _ = write!(line, "  · {detail}");
    }
    line
}

/// A sentence in quotation marks, and where it stands.
pub(crate) fn quote(evidence: &Evidence, language: Language) -> String {
    let Evidence { section, begin, end, sentence, .. } = evidence;
    let separator = if section.is_empty() { "" } else { ", " };
    match language {
        Language::Chinese => {
            let separator = if section.is_empty() { "" } else { "，" };
            format!("“{sentence}”〔{section}{separator}第{begin}–{end}字〕")
        }
        Language::English => format!("“{sentence}” [{section}{separator}characters {begin}–{end}]"),
    }
}
