//! Answers for people: the answer first, then what matters about it, then the sentence and where it stands.

use std::fmt::Write;

use super::answer::{Answer, Evidence, Item};
use super::reading::Language;

/// So many items are a long list: told how many they are, under the headings of the report, each sentence cut
/// to the clauses that matter.
const LONG: usize = 8;

/// A sentence of no more characters is shown whole in a long list, too.
const SHORT: usize = 60;

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
    if answer.answers.len() >= LONG {
        long_list(&mut text, answer);
        return text;
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

/// Many items: their number, then the items under the heading that their first sentence stands under. Items of
/// one sentence stand above it together.
fn long_list(text: &mut String, answer: &Answer) {
    let count = answer.answers.len();
    line(
        text,
        &match answer.language {
            Language::Chinese => format!("共{count}项。句子只列要点，全文见 --format json。"),
            Language::English => {
                format!("{count} items. Sentences are cut short; --format json has them whole.")
            }
        },
    );
    let mut section = None;
    let mut items = answer.answers.as_slice();
    while let Some(first) = items.first() {
        let proof = first.evidence.first();
        let alike = items.iter().take_while(|item| item.evidence.first() == proof).count();
        let (here, rest) = items.split_at(alike);
        items = rest;
        let heading = proof.map_or("", |evidence| evidence.section.as_str());
        if section != Some(heading) {
            headings(text, section.unwrap_or_default(), heading);
            section = Some(heading);
        }
        here.iter().for_each(|item| line(text, &format!("  {}", headline(item))));
        if let Some(evidence) = proof {
            let cut = Evidence {
                section: String::new(),
                sentence: gist(here, &evidence.sentence),
                ..evidence.clone()
            };
            let more = here.iter().map(|item| item.evidence.len()).max().unwrap_or(1) - 1;
            line(text, &format!("      {}{}", quote(&cut, answer.language), others(more, answer.language)));
        }
    }
}

/// A blank line and the headings, the outermost only where it is another than before.
fn headings(text: &mut String, before: &str, heading: &str) {
    let (outer, inner) = heading.split_once(" / ").unwrap_or((heading, ""));
    text.push('\n');
    if before.split(" / ").next() != Some(outer) || inner.is_empty() {
        line(text, outer);
    }
    if !inner.is_empty() {
        line(text, inner);
    }
}

/// That more sentences prove an item than the one that is shown.
fn others(more: usize, language: Language) -> String {
    match (more, language) {
        (0, _) => String::new(),
        (more, Language::Chinese) => format!("（另有{more}句）"),
        (more, Language::English) => format!(" (and {more} more)"),
    }
}

/// The clauses of a long sentence that name some items or their values, with `…` for the rest.
fn gist(items: &[Item], sentence: &str) -> String {
    if sentence.chars().count() <= SHORT {
        return sentence.to_owned();
    }
    let clauses: Vec<&str> = sentence.split_inclusive(['，', '；', '。']).collect();
    let mut kept = vec![false; clauses.len()];
    for item in items {
        let figures: Vec<bool> = clauses.iter().map(|clause| holds_figure(item, clause)).collect();
        let told = figures.contains(&true);
        for (at, clause) in clauses.iter().enumerate() {
            kept[at] |= if told { figures[at] } else { names(item, clause) };
        }
    }
    if !kept.contains(&true) {
        let start: String = sentence.chars().take(SHORT).collect();
        return format!("{start}…");
    }
    let mut gist = String::new();
    for (clause, kept) in clauses.iter().zip(kept) {
        if kept {
            gist.push_str(clause);
        } else if !gist.ends_with('…') {
            gist.push('…');
        }
    }
    gist
}

/// Whether a clause holds an item's value with its unit.
fn holds_figure(item: &Item, clause: &str) -> bool {
    let clause: String = clause.chars().filter(|c| !c.is_whitespace()).collect();
    let figure =
        item.value.as_ref().map(|value| format!("{value}{}", item.unit.as_deref().unwrap_or_default()));
    figure.is_some_and(|figure| clause.contains(&figure))
}

/// Whether a clause holds four characters in a row of an item's name.
fn names(item: &Item, clause: &str) -> bool {
    let label: Vec<char> = item.label.chars().collect();
    label.windows(4.min(label.len().max(1))).any(|run| clause.contains(&run.iter().collect::<String>()))
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
