//! The IRI under which resources live.

use oxigraph::model::NamedNode;

use crate::vocabulary::DEFAULT_BASE;

/// A base IRI that is known to be absolute and to take paths behind it; it ends in `/`.
///
/// ```
/// use zhengtu::graph::Base;
/// assert_eq!(Base::new("https://example.org/zt")?.as_str(), "https://example.org/zt/");
/// assert!(Base::new("not an IRI").is_err());
/// # Ok::<(), zhengtu::graph::BaseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

/// Why a text cannot be a base IRI.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` cannot be a base IRI: {reason}. Give an absolute IRI such as {DEFAULT_BASE}")]
pub struct BaseError {
    given: String,
    reason: String,
}

impl Base {
    /// Checks `iri` and closes it with `/` where it does not end so.
    ///
    /// # Errors
    ///
    /// Where `iri` is no absolute IRI, or has a query or a fragment, behind which no path can stand.
    pub fn new(iri: &str) -> Result<Self, BaseError> {
        let refuse = |reason: String| BaseError { given: iri.to_owned(), reason };
        NamedNode::new(iri).map_err(|error| refuse(error.to_string()))?;
        if iri.contains(['?', '#']) {
            return Err(refuse("a path must be able to follow, so it has no ? and no #".to_owned()));
        }
        let slash = if iri.ends_with('/') { "" } else { "/" };
        Ok(Self(format!("{iri}{slash}")))
    }

    /// The IRI, ending in `/`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Name of the graph that holds the places that only the gazetteer knows.
    #[must_use]
    pub fn gazetteer_graph(&self) -> NamedNode {
        NamedNode::new_unchecked(format!("{}gazetteer", self.0))
    }
}

impl Default for Base {
    fn default() -> Self {
        Self(DEFAULT_BASE.to_owned())
    }
}

impl std::str::FromStr for Base {
    type Err = BaseError;

    fn from_str(iri: &str) -> Result<Self, BaseError> {
        Self::new(iri)
    }
}
