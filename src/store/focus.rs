//! Binding a variable before a query runs, as SHACL does with `$this`.

use oxigraph::model::{NamedNode, NamedNodeRef, vocab::rdf};
use oxigraph::sparql::Variable;
use spargebra::Query;
use spargebra::algebra::GraphPattern;
use spargebra::term::{NamedNodePattern, TermPattern, TriplePattern};

/// Nodes that shapes and queries look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Focus {
    /// The nodes that carry a class.
    Class(NamedNode),
    /// The subjects of a property.
    SubjectsOf(NamedNode),
}

impl Focus {
    fn pattern(&self, variable: &Variable) -> GraphPattern {
        let (predicate, object) = match self {
            Self::Class(class) => (rdf::TYPE, TermPattern::from(class.clone())),
            Self::SubjectsOf(property) => {
                (property.as_ref(), TermPattern::from(Variable::new_unchecked("object")))
            }
        };
        bgp(variable, predicate, object)
    }
}

fn bgp(variable: &Variable, predicate: NamedNodeRef<'_>, object: TermPattern) -> GraphPattern {
    let subject = TermPattern::from(variable.clone());
    let predicate = NamedNodePattern::from(predicate.into_owned());
    GraphPattern::Bgp { patterns: vec![TriplePattern { subject, predicate, object }] }
}

/// Binds `variable` to each node that `focus` covers in every group of the query, before anything there is
/// evaluated: a filter at the start of a group sees it, too.
pub(super) fn bind(query: &mut Query, variable: &str, focus: &[Focus]) {
    let variable = Variable::new_unchecked(variable);
    let patterns = focus.iter().map(|focus| focus.pattern(&variable));
    let all = patterns.reduce(|left, right| GraphPattern::Union { left: left.into(), right: right.into() });
    let inner = all.unwrap_or_default().into();
    let nodes = GraphPattern::Project { inner, variables: vec![variable] };
    let (Query::Select { pattern, .. }
    | Query::Construct { pattern, .. }
    | Query::Describe { pattern, .. }
    | Query::Ask { pattern, .. }) = query;
    bind_group(pattern, &GraphPattern::Distinct { inner: nodes.into() });
}

fn bind_group(pattern: &mut GraphPattern, nodes: &GraphPattern) {
    match pattern {
        GraphPattern::Filter { inner, .. }
        | GraphPattern::Extend { inner, .. }
        | GraphPattern::Graph { inner, .. }
        | GraphPattern::OrderBy { inner, .. }
        | GraphPattern::Project { inner, .. }
        | GraphPattern::Distinct { inner }
        | GraphPattern::Reduced { inner }
        | GraphPattern::Slice { inner, .. }
        | GraphPattern::Group { inner, .. } => bind_group(inner, nodes),
        // The right sides meet the variable when they are joined.
        GraphPattern::LeftJoin { left, .. }
        | GraphPattern::Minus { left, .. }
        | GraphPattern::Lateral { left, .. } => bind_group(left, nodes),
        GraphPattern::Union { left, right } => {
            bind_group(left, nodes);
            bind_group(right, nodes);
        }
        GraphPattern::Join { left, right } => {
            bind_group(left, nodes);
            if matches!(**right, GraphPattern::Filter { .. } | GraphPattern::Union { .. }) {
                bind_group(right, nodes);
            }
        }
        GraphPattern::Bgp { .. }
        | GraphPattern::Path { .. }
        | GraphPattern::Values { .. }
        | GraphPattern::Service { .. } => {
            let leaf = std::mem::take(pattern);
            *pattern = GraphPattern::Join { left: nodes.clone().into(), right: leaf.into() };
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use std::time::Duration;

    use oxigraph::io::{RdfFormat, RdfParser};

    use super::*;
    use crate::store::{Answer, Query, Store};

    fn found(text: &str, focus: &[Focus]) -> Vec<String> {
        let graph = "@prefix a: <http://example.org/> .
            a:1 a a:T ; a:p a:2 , a:3 . a:2 a a:T . a:3 a a:U ; a:q 1 . a:4 a:p a:4 .";
        let quads = RdfParser::from_format(RdfFormat::Turtle).for_slice(graph).map(Result::unwrap).collect();
        let query = format!("PREFIX a: <http://example.org/> SELECT DISTINCT $this WHERE {{ {text} }}");
        let query = Query::parse(&query).unwrap().with_focus("this", focus);
        let limit = Duration::from_secs(10);
        let Answer::Solutions(found) = Store::from_quads(quads).unwrap().query(&query, limit).unwrap() else {
            panic!("not a table")
        };
        let mut nodes: Vec<String> = found
            .rows
            .iter()
            .map(|row| row[0].as_ref().unwrap().to_string().replace("http://example.org/", ""))
            .collect();
        nodes.sort();
        nodes
    }

    #[test]
    fn each_group_of_a_query_sees_the_focus_alone() {
        let node = |name: &str| NamedNode::new(format!("http://example.org/{name}")).unwrap();
        let class = [Focus::Class(node("T")), Focus::Class(node("U"))];
        let subjects = [Focus::SubjectsOf(node("p"))];
        for (text, focus, expected) in [
            ("FILTER NOT EXISTS { $this a:p ?x }", &class[..], &["<2>", "<3>"][..]),
            ("FILTER NOT EXISTS { $this a:p ?x }", &class[..1], &["<2>"]),
            ("FILTER EXISTS { $this a:p+ $this }", &subjects, &["<4>"]),
            ("$this a:p+ $this", &subjects, &["<4>"]),
            ("OPTIONAL { $this a:q ?q } FILTER(!BOUND(?q))", &class, &["<1>", "<2>"]),
            (
                "{ $this a:q ?x } UNION { FILTER NOT EXISTS { $this a ?c } }",
                &[&class[..], &subjects].concat(),
                &["<3>", "<4>"],
            ),
            ("{ $this a ?c } { FILTER NOT EXISTS { $this a:q 1 } }", &class, &["<1>", "<2>"]),
            ("?x a:p $this", &class, &["<2>", "<3>"]),
        ] {
            assert_eq!(found(text, focus), expected, "{text}");
        }
    }
}
