//! Parameters of saved queries: from what a person types to RDF terms.

use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Term, vocab::xsd};
use thiserror::Error;

use super::{Store, StoreError};
use crate::names;
use crate::vocabulary::zt::{class, concept};

/// What a parameter may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterKind {
    /// Words, as they are.
    String,
    /// A whole number.
    Integer,
    /// A calendar year: `2023`.
    Year,
    /// An IRI, in full or with a prefix of the vocabulary.
    Iri,
    /// The name of a place, its code, or its IRI.
    Place,
    /// A state of a project: `underway`.
    State,
}

impl ParameterKind {
    /// The kind that a saved query's head names.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "string" => Self::String,
            "integer" => Self::Integer,
            "year" => Self::Year,
            "iri" => Self::Iri,
            "place" => Self::Place,
            "state" => Self::State,
            _ => return None,
        })
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Year => "year",
            Self::Iri => "iri",
            Self::Place => "place",
            Self::State => "state",
        }
    }
}

/// One parameter of a saved query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// Its name, which is the variable's.
    pub name: String,
    /// What it may hold.
    pub kind: ParameterKind,
    /// What it holds unless told otherwise; `any` leaves the variable free.
    pub default: String,
    /// What it means.
    pub help: String,
}

/// The states that a project can have.
const STATES: [NamedNodeRef<'static>; 9] = [
    concept::PLANNED,
    concept::PREPARING,
    concept::STARTED,
    concept::UNDERWAY,
    concept::SUSPENDED,
    concept::RESUMED,
    concept::STRUCTURE_COMPLETE,
    concept::COMPLETED,
    concept::OPERATING,
];

/// The value that leaves a variable free.
pub const ANY: &str = "any";

/// Why a value does not fit.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ParameterError {
    /// The value is not of the parameter's kind.
    #[error("`{value}` is no {kind}: {wanted} (--param {name}=…)")]
    Unfit {
        /// The parameter.
        name: String,
        /// What was given.
        value: String,
        /// What it should have been.
        kind: &'static str,
        /// The same at length.
        wanted: String,
    },
    /// No place has that name.
    #[error(
        "the store knows no place called `{value}`: try its full name (--param {name}=…), or list all with \
         `zhengtu query --name places`"
    )]
    UnknownPlace {
        /// The parameter.
        name: String,
        /// What was given.
        value: String,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Parameter {
    /// The terms that a typed value stands for: one, or several places of one name; none for `any`.
    ///
    /// # Errors
    /// See [`ParameterError`].
    pub fn terms(&self, value: &str, store: &Store) -> Result<Vec<Term>, ParameterError> {
        if value == ANY {
            return Ok(Vec::new());
        }
        let term = match self.kind {
            ParameterKind::String => Literal::new_simple_literal(value).into(),
            ParameterKind::Integer => value
                .parse::<i64>()
                .map(|number| Literal::from(number).into())
                .map_err(|_| self.unfit(value, "digits, perhaps with a sign"))?,
            ParameterKind::Year => self.year(value)?,
            ParameterKind::Iri => self.iri(value)?,
            ParameterKind::State => self.state(value)?,
            ParameterKind::Place => return self.places(value, store),
        };
        Ok(vec![term])
    }

    fn year(&self, value: &str) -> Result<Term, ParameterError> {
        let digits = value.strip_suffix('年').unwrap_or(value);
        if digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(Literal::new_typed_literal(digits, xsd::G_YEAR).into());
        }
        Err(self.unfit(value, "four digits"))
    }

    fn iri(&self, value: &str) -> Result<Term, ParameterError> {
        let full = names::expand(value)
            .unwrap_or_else(|| value.trim_start_matches('<').trim_end_matches('>').to_owned());
        NamedNode::new(full).map(Term::from).map_err(|_| self.unfit(value, "an absolute IRI, or prefix:name"))
    }

    fn state(&self, value: &str) -> Result<Term, ParameterError> {
        let name = value.strip_prefix("zt:").unwrap_or(value);
        STATES
            .iter()
            .find(|state| names::local_name(state.as_str()) == name)
            .map(|state| Term::from(state.into_owned()))
            .ok_or_else(|| {
                let known: Vec<&str> = STATES.iter().map(|state| names::local_name(state.as_str())).collect();
                self.unfit(value, &format!("one of {}", known.join(", ")))
            })
    }

    fn places(&self, value: &str, store: &Store) -> Result<Vec<Term>, ParameterError> {
        if value.contains(':') {
            return Ok(vec![self.iri(value)?]);
        }
        let found = store.named(class::PLACE, value)?;
        if found.is_empty() {
            return Err(ParameterError::UnknownPlace { name: self.name.clone(), value: value.to_owned() });
        }
        Ok(found.into_iter().map(Term::from).collect())
    }

    fn unfit(&self, value: &str, wanted: &str) -> ParameterError {
        ParameterError::Unfit {
            name: self.name.clone(),
            value: value.to_owned(),
            kind: self.kind.name(),
            wanted: format!("write {wanted}"),
        }
    }
}
