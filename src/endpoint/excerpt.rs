//! Parts of an endpoint's graph, fetched into a store of our own, so that what looks around in a store can
//! look around in an endpoint.

use std::collections::BTreeSet;
use std::fmt::Write;

use oxigraph::model::{GraphName, NamedNode, NamedNodeRef, Quad};

use super::source::Statement;
use super::{Endpoint, EndpointError};
use crate::store::{NAMED_CLASSES, Store, StoreError};
use crate::vocabulary::zt::property;
use crate::vocabulary::{rdf, rdfs, skos};

/// What things are called.
const NAMES: [NamedNodeRef<'static>; 4] = [rdf::TYPE, rdfs::LABEL, skos::ALT_LABEL, property::DIVISION_CODE];

impl Endpoint {
    /// The named things with their classes and names, without anything else.
    ///
    /// # Errors
    /// Any [`EndpointError`].
    pub fn names(&self) -> Result<Store, EndpointError> {
        let mut found = Vec::new();
        for class in NAMED_CLASSES {
            found.extend(self.statements(&format!("?s a {class} ; ?p ?o . {}", one_of("p", NAMES)))?);
        }
        self.store(found)
    }

    /// All that is said of some things and of what they lead to, and the names of what is around those.
    ///
    /// # Errors
    /// Any [`EndpointError`].
    pub fn surroundings(&self, things: &BTreeSet<NamedNode>) -> Result<Store, EndpointError> {
        let here = one_of("here", things.iter().map(NamedNode::as_ref));
        let names = one_of("p", NAMES);
        let role = one_of("role", [rdf::SUBJECT, rdf::OBJECT]);
        let award = property::AWARD_STATUS;
        let mut found = Vec::new();
        for pattern in [
            format!("{} ?s ?p ?o .", one_of("s", things.iter().map(NamedNode::as_ref))),
            format!("{} ?s ?p ?o .", one_of("o", things.iter().map(NamedNode::as_ref))),
            format!("{here} ?here ?there ?s . ?s ?p ?o ."),
            format!("{here} {names} ?s ?there ?here ; ?p ?o ."),
            format!("{here} {names} ?here ?there ?between . ?between ?further ?s . ?s ?p ?o ."),
            // What is said of a relation, above all how an honour stands.
            format!("{here} {role} ?s ?role ?here ; ?p ?o ."),
            format!("{here} {role} {names} ?between ?role ?here ; {award} ?s . ?s ?p ?o ."),
        ] {
            found.extend(self.statements(&pattern)?);
        }
        self.follow_containment(&mut found)?;
        self.store(found)
    }

    /// Adds what contains the places, up to the outermost.
    fn follow_containment(&self, found: &mut Vec<Statement>) -> Result<(), EndpointError> {
        let mut known = BTreeSet::new();
        loop {
            let places: BTreeSet<NamedNode> = found
                .iter()
                .filter(|(_, property, _)| {
                    [property::WITHIN, property::LOCATED_IN].contains(&property.as_ref())
                })
                .filter_map(|(_, _, place)| NamedNode::try_from(place.clone()).ok())
                .filter(|place| known.insert(place.clone()))
                .collect();
            if places.is_empty() {
                return Ok(());
            }
            let places = one_of("s", places.iter().map(NamedNode::as_ref));
            let wanted = one_of("p", NAMES.into_iter().chain([property::WITHIN]));
            found.extend(self.statements(&format!("{places} {wanted} ?s ?p ?o ."))?);
        }
    }

    fn store(&self, statements: Vec<Statement>) -> Result<Store, EndpointError> {
        let quads = statements.into_iter().map(|(s, p, o)| Quad::new(s, p, o, GraphName::DefaultGraph));
        Store::from_quads(quads.collect()).map_err(|error: StoreError| EndpointError::Malformed {
            url: self.url().to_owned(),
            reason: error.to_string(),
        })
    }
}

/// `VALUES ?name { … }`
fn one_of<'a>(name: &str, nodes: impl IntoIterator<Item = NamedNodeRef<'a>>) -> String {
    let mut values = format!("VALUES ?{name} {{");
    for node in nodes {
        // Writing to a String cannot fail.
        let _ = write!(values, " {node}");
    }
    values.push_str(" }");
    values
}
