//! An answer to a question, with its proof.

use maud::{Markup, html};

use super::{ask_form, layout, query_form};
use crate::question::{Answer, Evidence, Item};
use crate::server::site::Site;

/// The page of an answer.
pub(in crate::server) fn page(site: &Site, answer: &Answer) -> Markup {
    let title = if answer.question.is_empty() { "提问 Ask" } else { &answer.question };
    layout(
        title,
        &html! {
            (ask_form(&answer.question))
            @if !answer.understood.is_empty() { p.understood { (answer.understood) } }
            @if let Some(reason) = &answer.reason { p.reason { (reason) } }
            ol.answers { @for item in &answer.answers { (entry(site, item)) } }
            @if !answer.sparql.is_empty() {
                details { summary { "SPARQL" } (query_form(&answer.sparql)) }
            }
        },
    )
}

fn entry(site: &Site, item: &Item) -> Markup {
    html! {
        li {
            strong {
                @match &item.iri {
                    Some(iri) => (super::link(site, iri, Some(&item.label))),
                    None => (item.label),
                }
            }
            @if let Some(value) = &item.value {
                " " span.value { (value) @if let Some(unit) = &item.unit { (unit) } }
            }
            @if let Some(detail) = &item.detail { " " span.detail { (detail) } }
            @for evidence in &item.evidence { (proof(evidence)) }
        }
    }
}

fn proof(evidence: &Evidence) -> Markup {
    html! {
        blockquote {
            p { (evidence.sentence) }
            footer {
                cite { (evidence.report) }
                @if !evidence.section.is_empty() { " · " (evidence.section) }
                " · 第" (evidence.begin) "–" (evidence.end) "字"
            }
        }
    }
}
