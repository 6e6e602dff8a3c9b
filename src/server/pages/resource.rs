//! The page of a resource.

use maud::{Markup, html};
use oxigraph::model::{NamedNodeRef, Term};

use super::layout;
use crate::names;
use crate::server::negotiate::GRAPHS;
use crate::server::resource::{Links, Resource, Sentence, label};
use crate::server::site::Site;
use crate::server::url::escape_value;
use crate::store::{Store, StoreError};
use crate::vocabulary::{rdf, rdfs, skos};

/// So many values of one property are shown.
const SHOWN: usize = 100;

/// What a property is called, and what stands at its other end.
struct Row {
    property: Markup,
    values: Vec<Markup>,
    more: usize,
}

/// All that the graph knows of a resource.
pub(in crate::server) fn page(site: &Site, resource: &Resource) -> Result<Markup, StoreError> {
    let iri = resource.iri.as_str();
    let title = resource.label.as_deref().unwrap_or_else(|| names::local_name(iri));
    let kinds = resource.outgoing.get(&rdf::TYPE.into_owned()).map_or(&[][..], Vec::as_slice);
    let kinds = kinds.iter().map(|kind| value(site, kind)).collect::<Result<Vec<_>, _>>()?;
    let facts = rows(site, &resource.outgoing, value)?;
    let links = rows(site, &resource.incoming, |site, node| value(site, &node.clone().into()))?;
    Ok(layout(
        title,
        &html! {
            h1 { (title) }
            p.kinds { @for kind in &kinds { span { (kind) } " " } }
            p.iri { code { (iri) } }
            @if !facts.is_empty() { (table(&facts)) }
            @if !resource.sentences.is_empty() {
                h2 { "出处 " small { "Evidence" } }
                @for sentence in &resource.sentences { (quote(site, sentence)) }
            }
            @if !links.is_empty() {
                h2 { "相关 " small { "What refers to it" } }
                (table(&links))
            }
            p.formats { "RDF: "
                @for offer in GRAPHS {
                    a href={ "/resource?format=" (offer.name) "&iri=" (escape_value(iri)) } { (offer.name) } " "
                }
            }
        },
    ))
}

fn rows<T>(
    site: &Site,
    links: &Links<T>,
    shown: impl Fn(&Site, &T) -> Result<Markup, StoreError>,
) -> Result<Vec<Row>, StoreError> {
    let hidden = [rdf::TYPE, rdfs::LABEL];
    let mut rows = Vec::new();
    for (property, values) in links.iter().filter(|(property, _)| !hidden.contains(&property.as_ref())) {
        rows.push(Row {
            property: property_name(site, property.as_ref())?,
            values: values.iter().take(SHOWN).map(|value| shown(site, value)).collect::<Result<_, _>>()?,
            more: values.len().saturating_sub(SHOWN),
        });
    }
    Ok(rows)
}

fn table(rows: &[Row]) -> Markup {
    html! {
        table.facts { tbody {
            @for Row { property, values, more } in rows {
                tr {
                    th { (property) }
                    td {
                        @for value in values { div { (value) } }
                        @if *more > 0 { div { "… " (more) } }
                    }
                }
            }
        } }
    }
}

fn property_name(site: &Site, property: NamedNodeRef<'_>) -> Result<Markup, StoreError> {
    let own = label(&site.store, property)?;
    let short = names::Names::of([]).short(property.as_str());
    let label = own.or_else(|| (property == skos::ALT_LABEL).then(|| "别名".to_owned()));
    Ok(super::link(site, property.as_str(), Some(&label.unwrap_or(short))))
}

fn value(site: &Site, term: &Term) -> Result<Markup, StoreError> {
    Ok(match term {
        Term::NamedNode(node) => {
            let label = name(&site.store, node.as_ref())?;
            super::link(site, node.as_str(), Some(&label))
        }
        Term::Literal(literal) => html! {
            (literal.value())
            @if let Some(language) = literal.language() { " " small { (language) } }
        },
        Term::BlankNode(node) => html! { (node.to_string()) },
    })
}

/// The label, or the IRI in short: facts have none.
fn name(store: &Store, node: NamedNodeRef<'_>) -> Result<String, StoreError> {
    Ok(label(store, node)?.unwrap_or_else(|| names::Names::of([node.as_str()]).short(node.as_str())))
}

fn quote(site: &Site, sentence: &Sentence) -> Markup {
    html! {
        blockquote {
            p { (sentence.text) }
            footer {
                cite { (sentence.report) }
                @if !sentence.section.is_empty() { " · " (sentence.section) }
                " · " a href=(site.path_of(sentence.iri.as_str())) { "第" (sentence.begin) "–" (sentence.end) "字" }
            }
        }
    }
}
