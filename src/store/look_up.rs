//! Small questions, asked of the engine directly: what a thing has, and what is called so.

use std::collections::BTreeSet;

use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, Term, TermRef};

use super::{Store, StoreError};
use crate::vocabulary::zt::property;
use crate::vocabulary::{rdf, rdfs, skos};

impl Store {
    /// The objects of a subject's property, over all graphs, each once, in the order of their text.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub fn objects(
        &self,
        subject: NamedNodeRef<'_>,
        property: NamedNodeRef<'_>,
    ) -> Result<Vec<Term>, StoreError> {
        let mut found = Vec::new();
        for quad in self.engine.quads_for_pattern(Some(subject.into()), Some(property), None, None) {
            found.push(quad?.object);
        }
        found.sort_by_cached_key(Term::to_string);
        found.dedup();
        Ok(found)
    }

    /// The subjects that have `object` as a value of a property, over all graphs, each once, sorted.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub fn subjects(
        &self,
        property: NamedNodeRef<'_>,
        object: TermRef<'_>,
    ) -> Result<BTreeSet<NamedNode>, StoreError> {
        let mut found = BTreeSet::new();
        for quad in self.engine.quads_for_pattern(None, Some(property), Some(object), None) {
            if let NamedOrBlankNode::NamedNode(node) = quad?.subject {
                found.insert(node);
            }
        }
        Ok(found)
    }

    /// Whether any graph holds the triple.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub fn contains(
        &self,
        subject: NamedNodeRef<'_>,
        property: NamedNodeRef<'_>,
        object: TermRef<'_>,
    ) -> Result<bool, StoreError> {
        let mut quads =
            self.engine.quads_for_pattern(Some(subject.into()), Some(property), Some(object), None);
        Ok(quads.next().transpose()?.is_some())
    }

    /// The things of a class that are called exactly `name`, in any language or as a code.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub fn named(&self, class: NamedNodeRef<'_>, name: &str) -> Result<BTreeSet<NamedNode>, StoreError> {
        let mut found = BTreeSet::new();
        for thing in self.subjects(rdf::TYPE, class.into())? {
            if self.names(thing.as_ref())?.iter().any(|known| known == name) {
                found.insert(thing);
            }
        }
        Ok(found)
    }

    /// What a thing is called: its label, its other names, its code.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub fn names(&self, thing: NamedNodeRef<'_>) -> Result<Vec<String>, StoreError> {
        let mut names = Vec::new();
        for property in [rdfs::LABEL, skos::ALT_LABEL, property::DIVISION_CODE] {
            for term in self.objects(thing, property)? {
                if let Term::Literal(literal) = term {
                    names.push(literal.value().to_owned());
                }
            }
        }
        Ok(names)
    }
}
