//! SPARQL from the shell: formats, parameters, exit status.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::Folder;

/// Rows that do not depend on what a report says.
const ROWS: &str = r#"SELECT ?项目 ?iri ?count {
  VALUES (?项目 ?iri ?count) {
    ("斋堂华侨城项目"@zh <https://w3id.org/zhengtu/id/project/110109/斋堂华侨城项目> 6)
    ("a, \"b\""@en zt:Project UNDEF)
    ("加快推进体育文化中心项目建设，确保档案馆新馆完工，实施石龙路电力隧道工程，推进永定河山峡段综合治理与生态修复项目。" UNDEF 12.5)
  }
}"#;

#[test]
fn a_table_keeps_its_columns_with_chinese_in_them() {
    insta::assert_snapshot!(Folder::new().output(&["query", ROWS, "--format", "table"]));
}

#[test]
fn a_pipe_gets_tab_separated_values() {
    let folder = Folder::new();
    let piped = folder.output(&["query", ROWS]);
    assert_eq!(piped, folder.output(&["query", ROWS, "--format", "tsv"]));
    insta::assert_snapshot!(piped);
}

#[test]
fn excel_gets_a_byte_order_mark_where_it_is_asked_for() {
    let folder = Folder::new();
    let plain = folder.output(&["query", ROWS, "--format", "csv"]);
    let marked = folder.output(&["query", ROWS, "--format", "csv", "--bom"]);
    assert_eq!(marked, format!("\u{FEFF}{plain}"));
    assert!(plain.starts_with("项目,iri,count\r\n"));
}

#[test]
fn json_is_the_standard_one() {
    let json = Folder::new().output(&["query", ROWS, "--format", "json"]);
    let parsed: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(parsed["head"]["vars"][0], "项目");
    assert_eq!(parsed["results"]["bindings"][0]["项目"]["xml:lang"], "zh");
    assert_eq!(parsed["results"]["bindings"][1]["iri"]["type"], "uri");
    assert!(parsed["results"]["bindings"][1].get("count").is_none());
}

#[test]
fn nothing_found_is_status_one_with_a_header() {
    let folder = Folder::new();
    let output =
        folder.zhengtu(&["query", "SELECT ?x { ?x a zt:Unicorn }", "--format", "csv"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "x\r\n");
    folder.zhengtu(&["query", "ASK { ?x a zt:Unicorn }"]).assert().code(1).stdout("false\n");
    folder.zhengtu(&["query", "ASK { ?x a zt:Project }"]).assert().code(0).stdout("true\n");
    folder
        .zhengtu(&["query", "ASK { ?x a zt:Project }", "--format", "table"])
        .assert()
        .code(0)
        .stdout("yes\n");
}

#[test]
fn a_graph_comes_as_turtle() {
    let query = "CONSTRUCT { ?s a ?c } { VALUES (?s ?c) { (<https://example.org/a> zt:Project) } }";
    let turtle = Folder::new().output(&["query", query]);
    assert!(turtle.starts_with("@prefix zt: <https://w3id.org/zhengtu/ns#> .\n"), "{turtle}");
    assert!(turtle.ends_with("<https://example.org/a> a zt:Project .\n"), "{turtle}");
    let lines = Folder::new().output(&["query", query, "--format", "ntriples"]);
    assert!(lines.starts_with("<https://example.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "));
}

#[test]
fn a_prefix_of_ones_own_wins_over_the_vocabularys() {
    let query = "PREFIX zt: <https://example.org/> SELECT (zt:a AS ?x) {}";
    assert_eq!(Folder::new().output(&["query", query, "--format", "csv"]), "x\r\nhttps://example.org/a\r\n");
}

#[test]
fn all_graphs_are_seen_as_one_and_each_by_its_name() {
    let folder = Folder::new();
    let united = "ASK { ?project a zt:Project ; zt:mentionedIn/nif:anchorOf ?text }";
    folder.zhengtu(&["query", united]).assert().success();
    let named = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g";
    let graphs = folder.output(&["query", named, "--format", "csv"]);
    for part in ["/facts", "/text", "/evidence", "/gazetteer", "zhengtu/ns"] {
        assert!(graphs.contains(part), "{part}: {graphs}");
    }
}

#[test]
fn without_a_store_the_bundled_report_answers_and_says_so() {
    let folder = Folder::new();
    let output = folder.zhengtu(&["query", "ASK { ?x a zt:Report }"]).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(stderr.lines().count(), 1);
    assert!(stderr.starts_with("note: ") && stderr.contains("mentougou-2023.txt"));
    assert!(!folder.path("zhengtu.store").exists());
    let built = Folder::built().zhengtu(&["query", "ASK { ?x a zt:Report }"]).output().unwrap();
    assert!(built.stderr.is_empty());
}

#[test]
fn the_plan_can_be_looked_at() {
    let plan = Folder::new().output(&["query", "SELECT ?p { ?p zt:locatedIn/zt:within* ?x }", "--explain"]);
    assert!(plan.contains("\"plan\"") && plan.contains("locatedIn"), "{plan}");
}

#[test]
fn a_query_comes_from_a_file_or_a_pipe() {
    let folder = Folder::new();
    folder.write("ask.rq", b"ASK { ?x a zt:Project }");
    folder.zhengtu(&["query", "-f", "ask.rq"]).assert().success().stdout("true\n");
    folder.zhengtu(&["query", "-f", "-"]).write_stdin("ASK { ?x a zt:Project }").assert().success();
}

#[test]
fn every_saved_query_is_listed_and_runs() {
    let folder = Folder::built();
    let list = folder.output(&["query", "--list"]);
    let names: Vec<&str> = list.lines().filter(|line| line.starts_with(char::is_lowercase)).collect();
    assert!(names.len() >= 12, "{list}");
    for name in names {
        let output = folder.zhengtu(&["query", "--name", name]).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(matches!(output.status.code(), Some(0 | 1)), "{name}: {stderr}");
    }
}

#[test]
fn a_parameter_changes_the_answer_and_not_the_question() {
    let folder = Folder::built();
    let inside = |place: &str| {
        let parameter = format!("place={place}");
        folder.output(&["query", "--name", "places-inside", "--param", &parameter, "--format", "csv"])
    };
    assert!(inside("门头沟区").contains("斋堂镇"));
    // A name, a code and an IRI mean the same place.
    assert_eq!(inside("斋堂镇"), inside("110109106"));
    assert_eq!(inside("斋堂镇"), inside("https://w3id.org/zhengtu/id/place/110109106"));
    let hostile = "words=\" } SELECT * { ?s ?p ?o";
    folder.zhengtu(&["query", "--name", "places", "--param", hostile]).assert().code(1);
}
