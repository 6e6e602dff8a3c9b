//! The export: right, readable, and the same each time.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::Folder;

const ALL: &str = "facts,text,evidence,ontology,gazetteer";

/// A small store, with all that is awkward in it.
const SMALL: &str = r#"<https://w3id.org/zhengtu/id/project/110109/“门境”系统> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/zhengtu/ns#Project> <https://w3id.org/zhengtu/id/report/110109/2023/facts> .
<https://w3id.org/zhengtu/id/project/110109/“门境”系统> <http://www.w3.org/2000/01/rdf-schema#label> "“门境”系统"@zh <https://w3id.org/zhengtu/id/report/110109/2023/facts> .
<https://w3id.org/zhengtu/id/project/110109/斋堂华侨城项目> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/zhengtu/ns#Project> <https://w3id.org/zhengtu/id/report/110109/2023/facts> .
<https://w3id.org/zhengtu/id/project/110109/斋堂华侨城项目> <http://www.w3.org/2000/01/rdf-schema#label> "斋堂华侨城项目"@zh <https://w3id.org/zhengtu/id/report/110109/2023/facts> .
<https://w3id.org/zhengtu/id/project/110109/斋堂华侨城项目> <https://w3id.org/zhengtu/ns#locatedIn> <https://w3id.org/zhengtu/id/place/110109106> <https://w3id.org/zhengtu/id/report/110109/2023/facts> .
<https://w3id.org/zhengtu/id/project/110109/斋堂华侨城项目> <https://w3id.org/zhengtu/ns#mentionedIn> <https://w3id.org/zhengtu/id/report/110109/2023#char=1936,1974> <https://w3id.org/zhengtu/id/report/110109/2023/evidence> .
<https://w3id.org/zhengtu/id/report/110109/2023#char=1936,1974> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/zhengtu/ns#Sentence> <https://w3id.org/zhengtu/id/report/110109/2023/text> .
<https://w3id.org/zhengtu/id/report/110109/2023#char=1936,1974> <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf> "说\"好\"\\\n" <https://w3id.org/zhengtu/id/report/110109/2023/text> .
<https://w3id.org/zhengtu/id/observation/110109/2023/地区生产总值-2022> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/zhengtu/ns#Observation> <https://w3id.org/zhengtu/id/report/110109/2023/facts> .
<https://w3id.org/zhengtu/id/observation/110109/2023/地区生产总值-2022> <https://w3id.org/zhengtu/ns#value> "275"^^<http://www.w3.org/2001/XMLSchema#decimal> <https://w3id.org/zhengtu/id/report/110109/2023/facts> .
<https://w3id.org/zhengtu/id/observation/110109/2023/地区生产总值-2022> <https://w3id.org/zhengtu/ns#changeValue> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> <https://w3id.org/zhengtu/id/report/110109/2023/facts> .
<https://w3id.org/zhengtu/id/observation/110109/2023/地区生产总值-2022> <https://w3id.org/zhengtu/ns#period> "2022"^^<http://www.w3.org/2001/XMLSchema#gYear> <https://w3id.org/zhengtu/id/report/110109/2023/facts> .
<https://w3id.org/zhengtu/id/place/110109106> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/zhengtu/ns#Place> <https://w3id.org/zhengtu/id/gazetteer> .
<https://w3id.org/zhengtu/id/place/110109106> <https://w3id.org/zhengtu/ns#within> <https://w3id.org/zhengtu/id/place/110109> <https://w3id.org/zhengtu/id/gazetteer> .
<https://w3id.org/zhengtu/id/place/110109> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/zhengtu/ns#Place> <https://w3id.org/zhengtu/id/gazetteer> .
<https://w3id.org/zhengtu/id/place/110108> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/zhengtu/ns#Place> <https://w3id.org/zhengtu/id/gazetteer> .
"#;

fn small() -> Folder {
    let folder = Folder::new();
    folder.write("zhengtu.store", format!("{}\n{SMALL}", common::STORE_HEADER).as_bytes());
    folder
}

#[test]
fn by_default_facts_come_with_the_places_they_lead_to() {
    insta::assert_snapshot!(small().output(&["export", "--check"]));
}

#[test]
fn text_and_evidence_come_when_asked_for() {
    insta::assert_snapshot!(small().output(&["export", "--part", "text,evidence"]));
}

#[test]
fn an_independent_parser_reads_the_same_triples() {
    let folder = Folder::built();
    for format in ["turtle", "ntriples", "nquads", "trig"] {
        let output =
            folder.zhengtu(&["export", "--format", format, "--part", ALL, "--check"]).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success() && stderr.starts_with("checked: "), "{format}: {stderr}");
    }
}

#[test]
fn the_export_of_the_bundled_report_keeps_its_promises() {
    let folder = Folder::built();
    let turtle = folder.output(&["export", "--part", ALL]);
    assert!(!turtle.contains("_:") && !turtle.contains("[ ]"), "no blank nodes");
    let (head, body) = turtle.split_once("\n\n").unwrap();
    for line in head.lines().filter(|line| line.starts_with("@prefix ")) {
        let prefix = line.split_whitespace().nth(1).unwrap();
        let used = body
            .split(char::is_whitespace)
            .any(|word| word.starts_with(prefix) || word.contains(&format!("^^{prefix}")));
        assert!(used, "{prefix} is declared and not used");
    }
    let subjects = body.lines().filter(|line| !line.starts_with([' ', '<', '#']));
    assert!(
        subjects.filter_map(|line| line.split(' ').next()).all(|name| !name.contains('%')),
        "no % in names"
    );
}

#[test]
fn a_file_is_written_whole() {
    let folder = small();
    folder.zhengtu(&["export", "-o", "out.ttl"]).assert().success().stdout("");
    assert_eq!(String::from_utf8(folder.read("out.ttl")).unwrap(), folder.output(&["export"]));
    let names: Vec<_> =
        std::fs::read_dir(folder.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "no temporary file stays: {names:?}");
}

#[test]
fn every_format_reads_back_as_the_same_triples() {
    use oxigraph::io::{RdfFormat, RdfParser};
    let folder = small();
    let read = |format: &str, parser: RdfFormat| {
        let text = folder.output(&["export", "--part", ALL, "--format", format]);
        let triples = RdfParser::from_format(parser).for_slice(&text).map(|quad| {
            let quad = quad.unwrap_or_else(|error| panic!("{format}: {error}\n{text}"));
            oxigraph::model::Triple::from(quad).to_string()
        });
        triples.collect::<std::collections::BTreeSet<_>>()
    };
    let wanted = read("ntriples", RdfFormat::NTriples);
    for (name, parser) in [
        ("turtle", RdfFormat::Turtle),
        ("nquads", RdfFormat::NQuads),
        ("trig", RdfFormat::TriG),
        ("rdfxml", RdfFormat::RdfXml),
        ("jsonld", RdfFormat::JsonLd { profile: Default::default() }),
    ] {
        assert_eq!(read(name, parser), wanted, "{name}");
    }
}

#[test]
fn trig_keeps_the_graphs_and_reads_like_turtle() {
    insta::assert_snapshot!(small().output(&[
        "export",
        "--part",
        "facts,gazetteer",
        "--format",
        "trig",
        "--check"
    ]));
}

#[test]
fn the_data_set_tells_how_much_it_holds() {
    let folder = Folder::built();
    let count =
        |parts: &str| folder.output(&["export", "--part", parts, "--format", "ntriples"]).lines().count();
    let described = folder.output(&["export", "--part", "dataset"]);
    assert!(
        described.contains("a void:Dataset , dcat:Dataset")
            || described.contains("a dcat:Dataset , void:Dataset")
    );
    assert!(described.contains(&format!("void:triples {} ;", count(ALL))), "{described}");
    assert!(
        described.contains("dcterms:source <report/110109/2023>")
            || described.contains("dcterms:source report:2023")
    );
    // A part is described as what it is.
    let part = folder.output(&["export", "--part", "text,dataset"]);
    assert!(part.contains(&format!("void:triples {} ;", count("text"))));
    assert_eq!(described, folder.output(&["export", "--part", "dataset"]));
}
