//! The mapping as a whole, on facts made by hand.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod cases;
mod example;
mod properties;

use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::{NamedOrBlankNode, Quad, Term};
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;

use super::{Base, ontology_quads, quads};
use crate::facts::Facts;
use crate::vocabulary::prefixes;
use example::example;

fn map(facts: &Facts) -> Vec<Quad> {
    quads(facts, &Base::default()).unwrap()
}

fn nquads(quads: &[Quad]) -> String {
    let mut writer = RdfSerializer::from_format(RdfFormat::NQuads).for_writer(Vec::new());
    for quad in quads {
        writer.serialize_quad(quad).unwrap();
    }
    String::from_utf8(writer.finish().unwrap()).unwrap()
}

/// The rows of a query over the union of all graphs, each as its values parted by ` | `, sorted.
fn select(quads: &[Quad], query: &str) -> Vec<String> {
    let store = Store::new().unwrap();
    store.extend(quads.iter().cloned()).unwrap();
    let mut evaluator = SparqlEvaluator::new();
    for (prefix, namespace) in prefixes() {
        evaluator = evaluator.with_prefix(*prefix, *namespace).unwrap();
    }
    let mut query = evaluator.parse_query(query).unwrap();
    query.dataset_mut().set_default_graph_as_union();
    let QueryResults::Solutions(solutions) = query.on_store(&store).execute().unwrap() else { panic!() };
    let mut rows: Vec<String> = solutions
        .map(|solution| {
            let solution = solution.unwrap();
            let cells = solution.values().iter().flatten().map(|term| match term {
                Term::NamedNode(iri) => iri.as_str().rsplit(['#', '/']).next().unwrap().to_owned(),
                Term::Literal(literal) => literal.value().to_owned(),
                other => other.to_string(),
            });
            cells.collect::<Vec<_>>().join(" | ")
        })
        .collect();
    rows.sort();
    rows
}

#[test]
fn the_example_maps_to_these_quads() {
    insta::assert_snapshot!(nquads(&map(&example())));
}

#[test]
fn questions_find_what_the_facts_say() {
    let quads = map(&example());
    for (question, expected) in [
        (
            "?e a zt:Place; zt:mentionedIn/nif:beginIndex ?b; rdfs:label|skos:altLabel ?n
            FILTER(lang(?n) = 'zh')",
            &["斋堂", "斋堂镇"][..],
        ),
        (
            "?p zt:locatedIn/zt:within* ?place. ?place rdfs:label '门头沟区'@zh. ?p rdfs:label ?n",
            &["“斋堂”华侨城项目"],
        ),
        ("?p zt:participant/rdfs:label ?n", &["华侨城集团"]),
        ("?p zt:participation/zt:organization/rdfs:label ?n", &["华侨城集团", "华侨城集团"]),
        ("?p zt:participation/zt:role ?n", &["builder", "funder"]),
        ("?p zt:statusReport ?r. ?r zt:state ?n", &["completed", "operating", "underway"]),
        ("?p zt:status ?n", &["operating"]),
        ("?f a zt:Observation; zt:evidence ?s; zt:value ?n", &["275"]),
        (
            "?f zt:indicator/(rdfs:label|skos:altLabel) ?n FILTER(lang(?n) = 'zh')",
            &["地区生产总值", "地区生产总值", "民宿数量"],
        ),
        ("?f zt:minValue ?n", &["80"]),
        ("?f zt:maxValue ?n", &["100"]),
        ("?f zt:comparator ?n", &["equal", "equal", "range"]),
        ("?f zt:unit ?n", &["亿元", "家"]),
        ("?f zt:changeValue ?n", &["-1.5", "6"]),
        ("?f zt:ranking/zt:position ?n", &["6"]),
        ("?f zt:ranking/zt:scope ?n", &["全市"]),
        ("?f zt:period|zt:deadline|zt:horizon ?n", &["2022", "2023", "2023", "2023", "3-5年"]),
        ("?f a zt:MilestoneTarget; zt:project/rdfs:label ?n", &["“斋堂”华侨城项目"]),
        ("?f a zt:HonourTarget; zt:honour/rdfs:label ?n", &["国家森林城市"]),
        ("?f a zt:HonourTarget; zt:recipient/rdfs:label ?n", &["门头沟区"]),
        (
            "?t rdf:subject ?s; rdf:predicate ?n; rdf:object ?o; zt:assertedBy ?a",
            &["locatedIn", "participant", "recipient", "status", "within"],
        ),
        ("?t rdf:predicate zt:recipient; zt:awardStatus ?n", &["competing"]),
        ("?s zt:repairedText ?n", &["斋堂华侨城项目完工并投用。"]),
        ("?s zt:section ?n", &["一、工作回顾 / （一）产业"]),
        (
            "?e skos:altLabel ?n FILTER(langMatches(lang(?n), 'zh-Latn-pinyin')) ?e a zt:Place",
            &["Mentougou Qu", "Zhaitang Zhen"],
        ),
    ] {
        let query = format!("SELECT ?n WHERE {{ {question} }}");
        assert_eq!(select(&quads, &query), expected, "{question}");
    }
}

#[test]
fn each_part_has_its_graph() {
    let quads = map(&example());
    let graphs = |predicate: &str| {
        let mut graphs: Vec<_> = quads
            .iter()
            .filter(|quad| quad.predicate.as_str().ends_with(predicate))
            .map(|quad| quad.graph_name.to_string().rsplit('/').next().unwrap().replace('>', ""))
            .collect();
        graphs.dedup();
        graphs
    };
    for (predicate, expected) in [
        ("#locatedIn", ["facts"]),
        ("#anchorOf", ["text"]),
        ("#mentionedIn", ["evidence"]),
        ("#evidence", ["evidence"]),
        ("#within", ["gazetteer"]),
    ] {
        assert_eq!(graphs(predicate), expected, "{predicate}");
    }
}

#[test]
fn nothing_is_said_twice_and_no_node_is_blank() {
    let quads = map(&example());
    let mut distinct = quads.clone();
    distinct.sort_by_key(ToString::to_string);
    distinct.dedup();
    assert_eq!(distinct.len(), quads.len());
    for quad in quads.iter().chain(ontology_quads()) {
        assert!(matches!(quad.subject, NamedOrBlankNode::NamedNode(_)), "{quad}");
        assert!(!quad.object.is_blank_node(), "{quad}");
    }
}

#[test]
fn a_store_gives_back_what_it_was_given() {
    let quads = map(&example());
    let store = Store::new().unwrap();
    store.extend(quads.iter().cloned()).unwrap();
    for quad in &quads {
        assert!(store.iter().any(|stored| stored.as_ref().is_ok_and(|stored| stored == quad)), "{quad}");
    }
}

#[test]
fn references_that_lead_nowhere_are_refused() {
    let mut facts = example();
    facts.relations[0].object = crate::facts::ThingId(99);
    assert_eq!(
        quads(&facts, &Base::default()).unwrap_err().to_string(),
        "relation 0 refers to thing 99, but there are only 6 (counted from 0): \
         add what is missing or correct the number"
    );
}

#[test]
fn the_quads_keep_to_the_domains_and_ranges_of_the_ontology() {
    let quads = [map(&example()), ontology_quads().to_vec()].concat();
    for (used, allowed) in [
        (
            "SELECT DISTINCT ?n ?c WHERE { ?n rdfs:domain|schema:domainIncludes ?any . ?s ?n ?o ; a ?c
                FILTER(STRSTARTS(STR(?c), STR(zt:))) }",
            "?n rdfs:domain|schema:domainIncludes ?d . ?c rdfs:subClassOf* ?d",
        ),
        (
            "SELECT DISTINCT ?n ?c WHERE { ?n a owl:ObjectProperty . ?s ?n ?o . ?o a ?c
                FILTER(STRSTARTS(STR(?c), STR(zt:))) }",
            "?n rdfs:range|schema:rangeIncludes ?r . ?c rdfs:subClassOf* ?r",
        ),
        (
            "SELECT DISTINCT ?n (DATATYPE(?o) AS ?d) WHERE { ?n a owl:DatatypeProperty . ?s ?n ?o }",
            "?n rdfs:range ?d",
        ),
        ("SELECT DISTINCT ?n WHERE { ?s ?n ?o FILTER(STRSTARTS(STR(?n), STR(zt:))) }", "?n rdfs:label ?l"),
    ] {
        let query = format!("SELECT ?n WHERE {{ {{ {used} }} MINUS {{ {allowed} }} }}");
        assert_eq!(select(&quads, &query), [""; 0], "{used}");
    }
}
