//! Right graphs conform, and each way of being wrong is noticed.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use common::Folder;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::sparql::SparqlEvaluator;
use oxigraph::store::Store;

const GOOD: &str = include_str!("shapes/good.ttl");
const SHAPES: &str = include_str!("../ontology/shapes.ttl");

/// One broken graph: what its file's head says, and its triples.
struct Case {
    name: String,
    breaks: Vec<String>,
    graph: Vec<u8>,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shapes/broken");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| case(file)).collect()
}

fn case(file: &Path) -> Case {
    let update = fs::read_to_string(file).unwrap();
    let breaks = update.lines().find_map(|line| line.strip_prefix("# breaks: ")).unwrap();
    let store = Store::new().unwrap();
    store.load_from_slice(RdfParser::from_format(RdfFormat::Turtle), GOOD).unwrap();
    let prefixes = GOOD.lines().filter_map(|line| line.strip_prefix("@prefix ")?.strip_suffix(" ."));
    let prefixes: String = prefixes.map(|prefix| format!("PREFIX {prefix}\n")).collect();
    let update = SparqlEvaluator::new().parse_update(&format!("{prefixes}{update}")).unwrap();
    update.on_store(&store).execute().unwrap();
    let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
    let mut graph = Vec::new();
    store.dump_to_writer(RdfFormat::NQuads, &mut graph).unwrap();
    Case { name, breaks: breaks.split(' ').map(str::to_owned).collect(), graph }
}

#[test]
fn the_good_graph_conforms_in_every_format() {
    let folder = Folder::new();
    folder.write("good.ttl", GOOD.as_bytes());
    folder.zhengtu(&["validate", "good.ttl"]).assert().success().stdout("");
    let store = Store::new().unwrap();
    store.load_from_slice(RdfParser::from_format(RdfFormat::Turtle), GOOD).unwrap();
    for extension in ["nt", "nq", "trig", "rdf", "jsonld"] {
        let mut bytes = Vec::new();
        let format = RdfFormat::from_extension(extension).unwrap();
        if format.supports_datasets() {
            store.dump_to_writer(format, &mut bytes).unwrap();
        } else {
            store
                .dump_graph_to_writer(oxigraph::model::GraphNameRef::DefaultGraph, format, &mut bytes)
                .unwrap();
        }
        let name = format!("good.{extension}");
        folder.write(&name, &bytes);
        folder.zhengtu(&["validate", &name]).assert().success();
    }
    folder.zhengtu(&["validate", "-"]).write_stdin(GOOD).assert().success();
}

#[test]
fn every_constraint_has_a_broken_graph_and_notices_it() {
    let folder = Folder::new();
    let mut told = BTreeSet::new();
    for Case { name, breaks, graph } in cases() {
        folder.write("broken.nq", &graph);
        let output = folder.zhengtu(&["validate", "broken.nq", "--format", "turtle"]).output().unwrap();
        let report = String::from_utf8(output.stdout).unwrap();
        let mut found: Vec<&str> = report
            .lines()
            .filter_map(|line| line.trim().strip_prefix("sh:sourceConstraint zts:"))
            .filter_map(|rest| rest.split(' ').next())
            .collect();
        found.sort_unstable();
        assert_eq!(found, breaks, "{name}\n{report}");
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(breaks.contains(&name), "{name} must notice its own graph");
        told.insert(name);
    }
    let constraints: BTreeSet<String> = SHAPES
        .lines()
        .filter_map(|line| line.strip_prefix("zts:")?.strip_suffix(" a sh:SPARQLConstraint ;"))
        .map(str::to_owned)
        .collect();
    assert_eq!(told, constraints);
}

#[test]
fn the_bundled_report_conforms() {
    let folder = Folder::new();
    folder.zhengtu(&["validate"]).assert().success().stdout("");
    let turtle = folder.output(&["validate", "--format", "turtle"]);
    assert!(turtle.ends_with("_:report a sh:ValidationReport ;\n    sh:conforms true .\n"), "{turtle}");
}

#[test]
fn the_whole_export_conforms_and_a_part_is_explained() {
    let folder = Folder::built();
    let parts = "facts,text,evidence,ontology,gazetteer";
    folder.output(&["export", "--part", parts, "-o", "all.ttl"]);
    folder.zhengtu(&["validate", "all.ttl"]).assert().success();
    folder.output(&["export", "-o", "facts.ttl"]);
    let output = folder.zhengtu(&["validate", "facts.ttl", "--lang", "en"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("holds no evidence; `zhengtu export --part"), "{stderr}");
}

#[test]
fn a_report_reads_well_in_both_languages() {
    let folder = Folder::new();
    for name in ["range-has-both-ends", "offsets-in-order"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/shapes/broken/{name}.ru"));
        folder.write(&format!("{name}.nq"), &case(&path).graph);
    }
    let report = |name: &str, language: &str| {
        let output = folder.zhengtu(&["validate", name, "--lang", language]).output().unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    insta::assert_snapshot!("english", report("offsets-in-order.nq", "en"));
    insta::assert_snapshot!("chinese", report("range-has-both-ends.nq", "zh"));
}

#[test]
fn the_language_is_that_of_the_terminal() {
    let folder = Folder::new();
    let summary = |variables: &[(&str, &str)]| {
        let mut command = folder.zhengtu(&["validate"]);
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        let output = command.envs(variables.iter().copied()).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(summary(&[]).contains("conforms"));
    assert!(summary(&[("LANG", "zh_CN.UTF-8")]).contains("符合"));
    assert!(summary(&[("LC_ALL", "en_GB.UTF-8"), ("LANG", "zh_CN.UTF-8")]).contains("conforms"));
    assert!(summary(&[("LC_ALL", ""), ("LANG", "zh_CN.UTF-8")]).contains("符合"));
}

#[test]
fn what_is_no_rdf_is_refused() {
    let folder = Folder::new();
    folder.write("graph.xyz", b"");
    folder.write("broken.ttl", b"<a:b> <a:c>\n oops .");
    for (name, words) in [
        ("graph.xyz", "graph.xyz: which RDF format is that?"),
        ("missing.ttl", "check the path"),
        ("broken.ttl", "broken.ttl: Parser error at line 2"),
    ] {
        let output = folder.zhengtu(&["validate", name]).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains(words), "{stderr}");
    }
}
