//! Inline tables in a query's tree.
//!
//! A saved query is plain SPARQL that any tool can run: each parameter is an inline table with its default,
//! such as `VALUES ?year { "2023"^^xsd:gYear }`. Giving a value puts another term in that table; text is
//! never pasted into text.

use oxigraph::model::Term;
use spargebra::Query;
use spargebra::algebra::{AggregateExpression, Expression, GraphPattern, OrderExpression};
use spargebra::term::GroundTerm;

/// Puts `terms` in every inline table of the one variable `name`.
pub(super) fn set(query: &mut Query, name: &str, terms: &[Term]) {
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
pub(super) fn get(query: &Query, name: &str) -> Option<Vec<Term>> {
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

/// Whether any part of the query would be sent to another endpoint.
pub(super) fn calls_service(query: &Query) -> bool {
    let mut found = false;
    visit(pattern_of(&mut query.clone()), &mut |pattern| {
        found |= matches!(pattern, GraphPattern::Service { .. });
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
