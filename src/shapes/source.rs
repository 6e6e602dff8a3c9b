//! Reading shapes from Turtle.

use std::fmt::Write;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term};

use super::{Constraint, Shape, Shapes, ShapesError};
use crate::store::{Focus, Query};
use crate::vocabulary::{rdf, rdfs, sh};

/// The shapes that come with the program.
const BUNDLED: &str = include_str!("../../ontology/shapes.ttl");

/// The properties of a shape or a constraint that are understood. Whatever else the standard has would change
/// what a shape means, so it is refused rather than passed over.
const KNOWN: &[NamedNodeRef<'static>] = &[
    rdf::TYPE,
    rdfs::LABEL,
    sh::TARGET_CLASS,
    sh::TARGET_SUBJECTS_OF,
    sh::SPARQL,
    sh::MESSAGE,
    sh::PREFIXES,
    sh::SELECT,
];

impl Shapes {
    /// The shapes that come with the program.
    ///
    /// # Errors
    /// None that a release can meet: a test reads them.
    pub fn bundled() -> Result<Self, ShapesError> {
        Self::read(BUNDLED)
    }

    /// Reads shapes with SPARQL constraints from Turtle.
    ///
    /// # Errors
    /// Where the text is not Turtle, or has shapes that are not understood.
    pub fn read(turtle: &str) -> Result<Self, ShapesError> {
        let quads =
            RdfParser::from_format(RdfFormat::Turtle).for_slice(turtle).collect::<Result<Vec<_>, _>>()?;
        let source = Source(&quads);
        let shapes =
            quads.iter().filter(|quad| quad.predicate == rdf::TYPE && quad.object == sh::NODE_SHAPE.into());
        shapes.map(|quad| source.shape(&named(&quad.subject)?)).collect::<Result<_, _>>().map(Self)
    }
}

/// The triples of a file, in its order.
struct Source<'a>(&'a [Quad]);

impl Source<'_> {
    fn shape(&self, iri: &NamedNode) -> Result<Shape, ShapesError> {
        self.understood(iri)?;
        let classes = self.nodes(iri, sh::TARGET_CLASS).into_iter().map(Focus::Class);
        let subjects = self.nodes(iri, sh::TARGET_SUBJECTS_OF).into_iter().map(Focus::SubjectsOf);
        let constraints = self.nodes(iri, sh::SPARQL);
        Ok(Shape {
            labels: self.literals(iri, rdfs::LABEL),
            focus: classes.chain(subjects).collect(),
            constraints: constraints.iter().map(|iri| self.constraint(iri)).collect::<Result<_, _>>()?,
            iri: iri.clone(),
        })
    }

    fn constraint(&self, iri: &NamedNode) -> Result<Constraint, ShapesError> {
        self.understood(iri)?;
        let select = self.literals(iri, sh::SELECT);
        let [select] = select.as_slice() else {
            return Err(ShapesError::Malformed(format!(
                "{iri} has {} queries (sh:select), not one",
                select.len()
            )));
        };
        let text = format!("{}{}", self.prefixes(iri), select.value());
        let query =
            Query::parse(&text).map_err(|source| ShapesError::Query { constraint: iri.clone(), source })?;
        Ok(Constraint { messages: self.literals(iri, sh::MESSAGE), query, iri: iri.clone() })
    }

    /// The prefixes that a constraint's query may use, declared.
    fn prefixes(&self, constraint: &NamedNode) -> String {
        let mut text = String::new();
        for owner in self.nodes(constraint, sh::PREFIXES) {
            for declaration in self.objects(&owner.into(), sh::DECLARE) {
                let Ok(declaration) = NamedOrBlankNode::try_from(declaration.clone()) else { continue };
                let value = |property| match self.objects(&declaration, property).next() {
                    Some(Term::Literal(literal)) => literal.value(),
                    _ => "",
                };
                let _ = writeln!(text, "PREFIX {}: <{}>", value(sh::PREFIX), value(sh::NAMESPACE_OF_PREFIX));
            }
        }
        text
    }

    fn understood(&self, iri: &NamedNode) -> Result<(), ShapesError> {
        let subject = NamedOrBlankNode::from(iri.clone());
        let mut said = self.0.iter().filter(|quad| quad.subject == subject);
        match said.find(|quad| !KNOWN.contains(&quad.predicate.as_ref())) {
            None => Ok(()),
            Some(quad) => Err(ShapesError::Malformed(format!(
                "{iri} has a {}, which is not understood",
                quad.predicate
            ))),
        }
    }

    fn objects<'s>(
        &'s self,
        subject: &'s NamedOrBlankNode,
        property: NamedNodeRef<'static>,
    ) -> impl Iterator<Item = &'s Term> {
        let about = self.0.iter().filter(move |quad| quad.subject == *subject && quad.predicate == property);
        about.map(|quad| &quad.object)
    }

    fn nodes(&self, subject: &NamedNode, property: NamedNodeRef<'static>) -> Vec<NamedNode> {
        let subject = subject.clone().into();
        self.objects(&subject, property).filter_map(|term| NamedNode::try_from(term.clone()).ok()).collect()
    }

    fn literals(&self, subject: &NamedNode, property: NamedNodeRef<'static>) -> Vec<Literal> {
        let subject = subject.clone().into();
        self.objects(&subject, property).filter_map(|term| Literal::try_from(term.clone()).ok()).collect()
    }
}

fn named(node: &NamedOrBlankNode) -> Result<NamedNode, ShapesError> {
    match node {
        NamedOrBlankNode::NamedNode(node) => Ok(node.clone()),
        NamedOrBlankNode::BlankNode(_) => Err(ShapesError::Malformed("a shape has no name".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::vocabulary::{CHINESE, ENGLISH};

    #[test]
    fn the_bundled_shapes_speak_both_languages() {
        let shapes = Shapes::bundled().unwrap();
        for shape in &shapes.0 {
            let texts =
                shape.constraints.iter().map(|constraint| &constraint.messages).chain([&shape.labels]);
            for texts in texts {
                let languages: Vec<_> = texts.iter().filter_map(Literal::language).collect();
                assert_eq!(languages, [CHINESE, ENGLISH], "{}: {texts:?}", shape.iri);
            }
            assert!(!shape.focus.is_empty() && !shape.constraints.is_empty(), "{}", shape.iri);
        }
    }

    #[test]
    fn every_constraint_belongs_to_a_shape() {
        let shapes = Shapes::bundled().unwrap();
        let used: Vec<_> =
            shapes.0.iter().flat_map(|shape| &shape.constraints).map(|known| known.iri.as_str()).collect();
        for line in BUNDLED.lines().filter_map(|line| line.strip_suffix(" a sh:SPARQLConstraint ;")) {
            let iri = line.replace("zts:", sh::OUR_SHAPES);
            assert!(used.contains(&iri.as_str()), "{line}");
        }
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        let shape = |rest: &str| {
            let prefixes = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix a: <http://example.org/> . ";
            Shapes::read(&format!("{prefixes} a:s a sh:NodeShape ; {rest}")).unwrap_err().to_string()
        };
        for (rest, words) in [
            ("sh:property [] .", "<http://example.org/s> has a <http://www.w3.org/ns/shacl#property>"),
            ("sh:sparql a:c . a:c sh:message '…'@zh .", "<http://example.org/c> has 0 queries"),
            ("sh:sparql a:c . a:c sh:select 'SELECT' .", "<http://example.org/c> could not be checked"),
            ("sh:sparql", "cannot be read"),
        ] {
            let message = shape(rest);
            assert!(message.contains(words), "{rest}: {message}");
        }
    }
}
