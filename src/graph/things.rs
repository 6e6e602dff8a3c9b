//! Places, organizations, projects, programmes and honours.

use std::collections::{BTreeSet, HashSet};

use oxigraph::model::{Literal, NamedNode, NamedNodeRef};

use super::iris::{Iris, place_code};
use super::output::{Layer, Output, chinese};
use super::{concepts, pinyin};
use crate::facts::{Facts, Kind, Origin, Thing};
use crate::vocabulary::zt::{class, concept, property};
use crate::vocabulary::{cpov, rdf, skos};

/// Writes every thing.
pub(super) fn write(facts: &Facts, iris: &Iris, out: &mut Output) {
    let mut described = HashSet::new();
    for (thing, iri) in facts.things.iter().zip(&iris.things) {
        if described.insert(iri) {
            write_thing(thing, iri, out);
        } else {
            // A second entry for a place with a code: it has its label, so this name is another wording.
            out.add(layer(thing), iri, skos::ALT_LABEL, chinese(&thing.name));
        }
        write_mentions(thing, iri, iris, out);
    }
}

fn write_thing(thing: &Thing, iri: &NamedNode, out: &mut Output) {
    let layer = layer(thing);
    out.describe(layer, iri, class(thing.kind), &thing.name);
    for alias in thing.aliases.iter().filter(|alias| **alias != thing.name) {
        out.add(layer, iri, skos::ALT_LABEL, chinese(alias));
    }
    match thing.kind {
        Kind::Place => pinyin::write_place(layer, iri, &thing.name, out),
        _ => pinyin::write_name(layer, iri, &thing.name, out),
    }
    write_type(layer, thing, iri, out);
    if let Some(code) = place_code(thing) {
        out.add(layer, iri, property::DIVISION_CODE, Literal::from(code));
    }
    out.year(iri, property::YEAR, thing.year);
    out.text(iri, property::LEVEL, thing.level.as_ref());
}

/// States the type. A type that the ontology does not know is left out: better none than a wrong one.
fn write_type(layer: Layer, thing: &Thing, iri: &NamedNode, out: &mut Output) {
    let Some(id) = thing.subtype.as_deref() else { return };
    match thing.kind {
        Kind::Place => {
            if let Some(place_type) = concepts::place_type(id) {
                out.add(layer, iri, property::PLACE_TYPE, place_type);
            }
        }
        Kind::Organization => {
            if let Some(organization_type) = concepts::organization_type(id) {
                out.add(layer, iri, property::ORGANIZATION_TYPE, organization_type);
                if organization_type == concept::GOVERNMENT_ORGAN {
                    out.add(layer, iri, rdf::TYPE, cpov::PUBLIC_ORGANISATION);
                }
            }
        }
        Kind::Project | Kind::Programme | Kind::Honour => out.text(iri, property::FIELD, Some(id)),
    }
}

fn write_mentions(thing: &Thing, iri: &NamedNode, iris: &Iris, out: &mut Output) {
    let sentences: BTreeSet<_> = thing.mentions.iter().map(|mention| mention.sentence).collect();
    for sentence in sentences {
        out.add(Layer::Evidence, iri, property::MENTIONED_IN, iris.sentences[sentence.0].clone());
    }
    out.add(Layer::Evidence, iri, property::ASSERTED_BY, concepts::origin(thing.origin));
}

/// Places that the report does not name are the gazetteer's.
fn layer(thing: &Thing) -> Layer {
    let unnamed = thing.mentions.is_empty() && thing.origin == Origin::Gazetteer;
    if unnamed && thing.kind == Kind::Place { Layer::Gazetteer } else { Layer::Facts }
}

const fn class(kind: Kind) -> NamedNodeRef<'static> {
    match kind {
        Kind::Place => class::PLACE,
        Kind::Organization => class::ORGANIZATION,
        Kind::Project => class::PROJECT,
        Kind::Programme => class::PROGRAMME,
        Kind::Honour => class::HONOUR,
    }
}
