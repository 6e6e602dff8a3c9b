//! Parameters of saved queries: from what a person types to RDF terms in the query's tree.
//!
//! A saved query is plain SPARQL that any tool can run: each parameter is an inline table with its
//! default, `VALUES ?year { 2023 }`. Giving a value puts another term in that table.

use oxigraph::model::{Literal, NamedNode, NamedNodeRef, Term, vocab::xsd};
use spargebra::Query;
use spargebra::algebra::{AggregateExpression, Expression, GraphPattern, OrderExpression};
use spargebra::term::GroundTerm;
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

/// Puts `terms` in every inline table of the one variable `name`.
pub(super) fn set_values(query: &mut Query, name: &str, terms: &[Term]) {
    let mut rows: Vec<Vec<Option<GroundTerm>>> =
        terms.iter().filter_map(ground).map(|term| vec![Some(term)]).collect();
    if rows.is_empty() {
        rows.push(vec![None]);
    }
    visit(pattern_of(query), &mut |pattern| {
        if let GraphPattern::Values { variables, bindings } = pattern
            && variables.len() == 1
            && variables[0].as_str() == name
        {
            bindings.clone_from(&rows);
        }
    });
}

/// What the first inline table of the one variable `name` holds.
pub(super) fn values(query: &Query, name: &str) -> Option<Vec<Term>> {
    let mut found = None;
    visit(pattern_of(&mut query.clone()), &mut |pattern| {
        if let GraphPattern::Values { variables, bindings } = pattern
            && variables.len() == 1
            && variables[0].as_str() == name
            && found.is_none()
        {
            let terms = bindings.iter().flatten().flatten().map(|term| match term {
                GroundTerm::NamedNode(node) => node.clone().into(),
                GroundTerm::Literal(literal) => literal.clone().into(),
            });
            found = Some(terms.collect());
        }
    });
    found
}

fn ground(term: &Term) -> Option<GroundTerm> {
    match term {
        Term::NamedNode(node) => Some(GroundTerm::NamedNode(node.clone())),
        Term::Literal(literal) => Some(GroundTerm::Literal(literal.clone())),
        Term::BlankNode(_) => None,
    }
}

fn pattern_of(query: &mut Query) -> &mut GraphPattern {
    match query {
        Query::Select { pattern, .. }
        | Query::Construct { pattern, .. }
        | Query::Describe { pattern, .. }
        | Query::Ask { pattern, .. } => pattern,
    }
}

/// Calls `change` on a pattern and on every pattern inside it, those in EXISTS included.
fn visit(pattern: &mut GraphPattern, change: &mut impl FnMut(&mut GraphPattern)) {
    change(pattern);
    match pattern {
        GraphPattern::Bgp { .. } | GraphPattern::Path { .. } | GraphPattern::Values { .. } => {}
        GraphPattern::Join { left, right }
        | GraphPattern::Lateral { left, right }
        | GraphPattern::Union { left, right }
        | GraphPattern::Minus { left, right } => {
            visit(left, change);
            visit(right, change);
        }
        GraphPattern::LeftJoin { left, right, expression } => {
            visit(left, change);
            visit(right, change);
            if let Some(expression) = expression {
                visit_expression(expression, change);
            }
        }
        GraphPattern::Filter { expr, inner } | GraphPattern::Extend { inner, expression: expr, .. } => {
            visit(inner, change);
            visit_expression(expr, change);
        }
        GraphPattern::OrderBy { inner, expression } => {
            visit(inner, change);
            for OrderExpression::Asc(key) | OrderExpression::Desc(key) in expression {
                visit_expression(key, change);
            }
        }
        GraphPattern::Group { inner, aggregates, .. } => {
            visit(inner, change);
            for (_, aggregate) in aggregates {
                if let AggregateExpression::FunctionCall { expr, .. } = aggregate {
                    visit_expression(expr, change);
                }
            }
        }
        GraphPattern::Graph { inner, .. }
        | GraphPattern::Project { inner, .. }
        | GraphPattern::Distinct { inner }
        | GraphPattern::Reduced { inner }
        | GraphPattern::Slice { inner, .. }
        | GraphPattern::Service { inner, .. } => visit(inner, change),
    }
}

fn visit_expression(expression: &mut Expression, change: &mut impl FnMut(&mut GraphPattern)) {
    match expression {
        Expression::NamedNode(_)
        | Expression::Literal(_)
        | Expression::Variable(_)
        | Expression::Bound(_) => {}
        Expression::Exists(pattern) => visit(pattern, change),
        Expression::UnaryPlus(inner) | Expression::UnaryMinus(inner) | Expression::Not(inner) => {
            visit_expression(inner, change);
        }
        Expression::Or(left, right)
        | Expression::And(left, right)
        | Expression::Equal(left, right)
        | Expression::SameTerm(left, right)
        | Expression::Greater(left, right)
        | Expression::GreaterOrEqual(left, right)
        | Expression::Less(left, right)
        | Expression::LessOrEqual(left, right)
        | Expression::Add(left, right)
        | Expression::Subtract(left, right)
        | Expression::Multiply(left, right)
        | Expression::Divide(left, right) => {
            visit_expression(left, change);
            visit_expression(right, change);
        }
        Expression::If(test, yes, no) => {
            visit_expression(test, change);
            visit_expression(yes, change);
            visit_expression(no, change);
        }
        Expression::In(value, list) => {
            visit_expression(value, change);
            list.iter_mut().for_each(|item| visit_expression(item, change));
        }
        Expression::Coalesce(list) | Expression::FunctionCall(_, list) => {
            list.iter_mut().for_each(|item| visit_expression(item, change));
        }
    }
}
