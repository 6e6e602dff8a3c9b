//! Turtle as a person would write it: only the prefixes in use, subjects grouped by kind and in a stable
//! order, the type first and the label second, lists with commas.
//!
//! Names are written without escapes (see [`Names`]), numbers bare where Turtle reads them back as the
//! same literal, everything else in quotes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::io;

use oxigraph::model::{
    GraphName, Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term, Triple, vocab::xsd,
};

use super::order::{Kind, natural_key};
use crate::names::Names;
use crate::vocabulary::{rdf, rdfs, skos};

/// Writes triples, each once.
#[must_use]
pub fn write(triples: &[Triple]) -> String {
    let quads: Vec<Quad> =
        triples.iter().map(|triple| triple.clone().in_graph(GraphName::DefaultGraph)).collect();
    let mut bytes = Vec::new();
    // Writing to memory does not fail, and all that is written is text.
    let _ = write_graphs(&quads, &mut bytes);
    String::from_utf8(bytes).unwrap_or_default()
}

/// Writes quads graph by graph: Turtle, or TriG where there are named graphs.
pub(super) fn write_graphs(quads: &[Quad], writer: &mut impl io::Write) -> io::Result<()> {
    let mut graphs: BTreeMap<String, (&GraphName, Vec<Triple>)> = BTreeMap::new();
    for quad in quads {
        let (_, triples) =
            graphs.entry(quad.graph_name.to_string()).or_insert_with(|| (&quad.graph_name, Vec::new()));
        triples.push(Triple::from(quad.clone()));
    }
    let all = || graphs.values().flat_map(|(_, triples)| triples);
    let graph_names = || graphs.values().filter_map(|(name, _)| graph_iri(name));
    let names = Names::of(all().flat_map(iris).chain(graph_names()));
    let mut text = String::new();
    write_prefixes(&mut text, all().flat_map(written_iris).chain(graph_names()), &names);
    writer.write_all(text.as_bytes())?;
    for (name, triples) in graphs.values() {
        write_graph(name, triples, &names, writer)?;
    }
    writer.flush()
}

fn write_graph(
    name: &GraphName,
    triples: &[Triple],
    names: &Names,
    writer: &mut impl io::Write,
) -> io::Result<()> {
    let mut text = String::new();
    if let Some(name) = graph_iri(name) {
        text.push('\n');
        write_iri(&mut text, name, names);
        text.push_str(" {\n");
    }
    let mut kind = None;
    for subject in &Subject::group(triples) {
        if kind != Some(subject.kind) {
            kind = Some(subject.kind);
            let _ = write!(text, "\n# {}\n", subject.kind.title());
        }
        text.push('\n');
        subject.write(&mut text, names);
        writer.write_all(text.as_bytes())?;
        text.clear();
    }
    if name.is_named_node() {
        text.push_str("\n}\n");
    }
    writer.write_all(text.as_bytes())
}

fn graph_iri(name: &GraphName) -> Option<&str> {
    match name {
        GraphName::NamedNode(node) => Some(node.as_str()),
        GraphName::BlankNode(_) | GraphName::DefaultGraph => None,
    }
}

/// One subject with all that is said of it.
struct Subject<'a> {
    node: &'a NamedOrBlankNode,
    kind: Kind,
    properties: BTreeMap<(u8, &'a str), Vec<&'a Term>>,
}

impl<'a> Subject<'a> {
    fn group(triples: &'a [Triple]) -> Vec<Self> {
        let mut by_node: BTreeMap<String, Self> = BTreeMap::new();
        for triple in triples {
            let node = &triple.subject;
            let subject = by_node.entry(node.to_string()).or_insert_with(|| Subject {
                node,
                kind: Kind::untyped(node),
                properties: BTreeMap::new(),
            });
            let predicate = &triple.predicate;
            subject
                .properties
                .entry((property_rank(predicate), predicate.as_str()))
                .or_default()
                .push(&triple.object);
            if predicate.as_ref() == rdf::TYPE
                && let Term::NamedNode(class) = &triple.object
                && let Some(kind) = Kind::of(class.as_ref())
            {
                subject.kind = subject.kind.min(kind);
            }
        }
        let mut subjects: Vec<Self> = by_node.into_values().collect();
        subjects.sort_by_cached_key(|subject| {
            let name = subject.node.to_string();
            (subject.kind, natural_key(name.trim_end_matches('>')))
        });
        subjects
    }

    fn write(&self, text: &mut String, names: &Names) {
        write_node(text, self.node, names);
        let mut separator = " ";
        for ((_, predicate), objects) in &self.properties {
            text.push_str(separator);
            separator = " ;\n    ";
            if *predicate == rdf::TYPE.as_str() {
                text.push('a');
            } else {
                write_iri(text, predicate, names);
            }
            text.push(' ');
            write_objects(text, objects, names);
        }
        text.push_str(" .\n");
    }
}

/// The type first, then what it is called, then of a statement its three terms, then the rest by name.
fn property_rank(predicate: &NamedNode) -> u8 {
    let leading: [NamedNodeRef<'_>; 7] = [
        rdf::TYPE,
        rdfs::LABEL,
        skos::PREF_LABEL,
        skos::ALT_LABEL,
        rdf::SUBJECT,
        rdf::PREDICATE,
        rdf::OBJECT,
    ];
    let rank = leading.iter().position(|known| *known == predicate.as_ref()).unwrap_or(leading.len());
    u8::try_from(rank).unwrap_or(u8::MAX)
}

fn write_objects(text: &mut String, objects: &[&Term], names: &Names) {
    let mut written: Vec<String> = objects.iter().map(|object| written_term(object, names)).collect();
    written.sort_by_cached_key(|object| natural_key(object));
    written.dedup();
    let long = written.iter().map(|object| object.chars().count()).sum::<usize>() > 80;
    text.push_str(&written.join(if long { " ,\n        " } else { " , " }));
}

fn write_prefixes<'a>(text: &mut String, written: impl Iterator<Item = &'a str>, names: &Names) {
    let written: BTreeSet<&str> = written.collect();
    let used: BTreeSet<&str> =
        written.iter().filter_map(|iri| names.split(iri)).map(|(prefix, _)| prefix).collect();
    let is_relative = |iri: &&str| names.split(iri).is_none() && names.relative(iri).is_some();
    if let Some(base) = names.base().filter(|_| written.iter().any(is_relative)) {
        let _ = writeln!(text, "@base <{base}> .");
    }
    for prefix in used {
        if let Some(namespace) = names.namespace(prefix) {
            let _ = writeln!(text, "@prefix {prefix}: <{namespace}> .");
        }
    }
}

/// The IRIs of a triple that appear in the text: not that of `rdf:type` as a property, nor those of
/// datatypes that are left unwritten.
fn written_iris(triple: &Triple) -> impl Iterator<Item = &str> {
    let is_type = triple.predicate.as_ref() == rdf::TYPE;
    iris(triple).filter(move |iri| !(is_type && *iri == rdf::TYPE.as_str()))
}

fn iris(triple: &Triple) -> impl Iterator<Item = &str> {
    let subject = match &triple.subject {
        NamedOrBlankNode::NamedNode(node) => Some(node.as_str()),
        NamedOrBlankNode::BlankNode(_) => None,
    };
    let object = match &triple.object {
        Term::NamedNode(node) => Some(node.as_str()),
        Term::Literal(literal) if needs_datatype(literal) => Some(literal.datatype().as_str()),
        _ => None,
    };
    subject.into_iter().chain([triple.predicate.as_str()]).chain(object)
}

fn write_node(text: &mut String, node: &NamedOrBlankNode, names: &Names) {
    match node {
        NamedOrBlankNode::NamedNode(node) => write_iri(text, node.as_str(), names),
        NamedOrBlankNode::BlankNode(node) => {
            let _ = write!(text, "{node}");
        }
    }
}

fn write_iri(text: &mut String, iri: &str, names: &Names) {
    let _ = match names.split(iri) {
        Some((prefix, local)) => write!(text, "{prefix}:{local}"),
        None => write!(text, "<{}>", names.relative(iri).unwrap_or(iri)),
    };
}

fn written_term(term: &Term, names: &Names) -> String {
    let mut text = String::new();
    match term {
        Term::NamedNode(node) => write_iri(&mut text, node.as_str(), names),
        Term::BlankNode(node) => {
            let _ = write!(text, "{node}");
        }
        Term::Literal(literal) => write_literal(&mut text, literal, names),
    }
    text
}

fn write_literal(text: &mut String, literal: &Literal, names: &Names) {
    if is_bare(literal) {
        text.push_str(literal.value());
        return;
    }
    write_quoted(text, literal.value());
    if let Some(language) = literal.language() {
        let _ = write!(text, "@{language}");
    } else if needs_datatype(literal) {
        text.push_str("^^");
        write_iri(text, literal.datatype().as_str(), names);
    }
}

fn write_quoted(text: &mut String, value: &str) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(text, "\\u{:04X}", u32::from(c));
            }
            c => text.push(c),
        }
    }
    text.push('"');
}

fn needs_datatype(literal: &Literal) -> bool {
    literal.language().is_none() && literal.datatype() != xsd::STRING && !is_bare(literal)
}

/// Whether the literal, written without quotes, is read as the same literal again.
fn is_bare(literal: &Literal) -> bool {
    let value = literal.value();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = value.strip_prefix(['+', '-']).unwrap_or(value);
    match literal.datatype() {
        xsd::BOOLEAN => matches!(value, "true" | "false"),
        xsd::INTEGER => digits(unsigned),
        xsd::DECIMAL => unsigned.split_once('.').is_some_and(|(whole, part)| digits(whole) && digits(part)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use oxigraph::io::{RdfFormat, RdfParser};
    use oxigraph::model::Graph;
    use oxigraph::model::dataset::CanonicalizationAlgorithm;
    use proptest::prelude::*;

    use super::*;

    fn read(turtle: &str) -> Vec<Triple> {
        RdfParser::from_format(RdfFormat::Turtle)
            .for_slice(turtle)
            .map(|quad| Triple::from(quad.expect(turtle)))
            .collect()
    }

    #[test]
    fn a_project_reads_like_prose() {
        let source = r#"
            @prefix zt: <https://w3id.org/zhengtu/ns#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @base <https://w3id.org/zhengtu/id/> .
            <project/110109/“门境”系统> a zt:Project ; rdfs:label "“门境”系统"@zh .
            <project/110109/甲项目> zt:locatedIn <place/110109106> ; a zt:Project ;
                skos:altLabel "甲\"乙\"\n"@zh ; rdfs:label "甲项目"@zh .
            <place/110109106> a zt:Place ; rdfs:label "斋堂镇"@zh ; zt:divisionCode "110109106" .
            <observation/110109/1> a zt:Observation ; zt:value 51.68 , "275"^^xsd:decimal , 7 ;
                zt:period "2022"^^xsd:gYear .
        "#;
        insta::assert_snapshot!(write(&read(source)));
    }

    #[test]
    fn what_is_written_does_not_depend_on_the_order_of_the_triples() {
        let source = "<a:1> <b:1> <c:1> , 1 , 2.5 , true . <a:10> <b:1> 1 . <a:2> <b:1> 1 .";
        let mut triples = read(source);
        let forward = write(&triples);
        triples.reverse();
        assert_eq!(write(&triples), forward);
        assert!(forward.find("<a:2>") < forward.find("<a:10>"));
    }

    proptest! {
        #[test]
        fn every_literal_and_name_comes_back(value in "\\PC*|[\\x00-\\x1F\"\\\\]{0,5}", local in "[\\p{Han}a-z0-9.·“”（）-]{1,8}") {
            let node = NamedNode::new(format!("https://w3id.org/zhengtu/id/project/110109/{local}")).unwrap();
            let mut triples = vec![
                Triple::new(node.clone(), node.clone(), Literal::new_simple_literal(&value)),
                Triple::new(node.clone(), node.clone(), Literal::new_language_tagged_literal(&value, "zh").unwrap()),
                Triple::new(node.clone(), node.clone(), Literal::new_typed_literal(&value, xsd::DECIMAL)),
            ];
            triples.push(Triple::new(node.clone(), rdf::TYPE.into_owned(), node));
            let mut before: Graph = triples.iter().collect();
            let mut after: Graph = read(&write(&triples)).iter().collect();
            before.canonicalize(CanonicalizationAlgorithm::Unstable);
            after.canonicalize(CanonicalizationAlgorithm::Unstable);
            prop_assert_eq!(before, after);
        }
    }
}
