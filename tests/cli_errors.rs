//! Every mistake gets one line that says what, where and what to do, exit status 2, and leaves the store
//! as it was.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::fs;

use common::Folder;

#[test]
fn mistakes_are_answered_in_one_line_with_a_remedy() {
    let folder = Folder::new();
    folder.write("empty.txt", b"");
    folder.write("binary.txt", &[0, 159, 146, 150, 0, 1, 2, 3]);
    folder.write("foreign.store", b"<a:b> <a:c> <a:d> .\n");
    folder.write("broken.store", format!("{}\n<a:b> <a:c> oops .\n", common::STORE_HEADER).as_bytes());
    folder.write("base.rq", b"SELECT *\nWHERE { ?s ?p }\n");
    fs::create_dir(folder.path("nothing")).unwrap();
    let cases: &[(&[&str], &[&str])] = &[
        (&["build", "missing.txt"], &["missing.txt", "check the path"]),
        (&["build", "empty.txt"], &["empty.txt", "holds no text", "give a report"]),
        (&["build", "binary.txt"], &["binary.txt", "convert it"]),
        (&["build", "nothing"], &["nothing", "holds no report", "name a file"]),
        (
            &["build", common::REPORT, "--store", "foreign.store"],
            &["foreign.store", "not a store", "--store"],
        ),
        (&["build", common::REPORT, "--store", "no/such/folder/x.store"], &["no/such/folder", "--store"]),
        (&["query", "ASK {}", "--store", "missing.store"], &["missing.store", "zhengtu build"]),
        (&["show", "斋堂镇", "--store", "missing.store"], &["missing.store", "zhengtu build"]),
        (&["export", "--store", "missing.store"], &["missing.store", "zhengtu build"]),
        (&["query", "ASK {}", "--store", "foreign.store"], &["foreign.store", "line 1"]),
        (&["query", "ASK {}", "--store", "broken.store"], &["broken.store", "line 2"]),
        (&["query", "SELECT ?s\nWHERE { ?s ?p }"], &["line 2, column 15", "cannot stand here"]),
        (&["query", "-f", "base.rq"], &["line 2, column 15", "cannot stand here"]),
        (&["query", "-f", "missing.rq"], &["missing.rq", "check the path"]),
        (&["query", "DELETE WHERE { ?s ?p ?o }"], &["read-only", "--curation"]),
        (
            &["query", "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"],
            &["SERVICE is not supported"],
        ),
        (&["query", "--name", "project-in-place"], &["did you mean `projects-in-place`", "--list"]),
        (&["query", "--name", "places-inside", "--param", "plaice=x"], &["no parameter `plaice`", "place"]),
        (
            &["query", "--name", "places-inside", "--param", "place=亚特兰蒂斯"],
            &["亚特兰蒂斯", "--name places"],
        ),
        (
            &["query", "--name", "milestones-due", "--param", "year=soon"],
            &["`soon` is no year", "four digits"],
        ),
        (
            &["query", "--name", "projects-by-state", "--param", "state=done"],
            &["one of planned", "completed"],
        ),
        (&["query", "ASK {}", "--format", "turtle"], &["turtle cannot hold", "--format"]),
        (
            &["query", "CONSTRUCT { ?s a ?c } { ?s a ?c }", "--format", "csv"],
            &["csv cannot hold", "--format"],
        ),
        (&["export", "--format", "rdfxml", "--check"], &["--check", "turtle"]),
        (&["export", "-o", "no/such/folder/out.ttl"], &["no/such/folder", "make that folder first"]),
        (&["extract", "missing.txt"], &["missing.txt", "check the path"]),
    ];
    // What clap refuses it explains at more length, in its own way.
    let unfit = folder.zhengtu(&["build", "empty.txt", "--base", "not an iri"]).output().unwrap();
    assert_eq!(unfit.status.code(), Some(2));
    assert!(String::from_utf8(unfit.stderr).unwrap().contains("Give an absolute IRI"));
    for (arguments, wanted) in cases {
        let output = folder.zhengtu(arguments).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        let errors: Vec<&str> = stderr.lines().filter(|line| !line.starts_with("note: ")).collect();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {stderr}");
        assert_eq!(errors.len(), 1, "{arguments:?}: {stderr}");
        assert!(errors[0].starts_with("error: "), "{arguments:?}: {stderr}");
        for words in *wanted {
            assert!(stderr.contains(words), "{arguments:?} should say `{words}`: {stderr}");
        }
        assert!(output.stdout.is_empty(), "{arguments:?} printed something");
    }
    assert!(!folder.path("zhengtu.store").exists(), "no failed command may leave a store");
    assert_eq!(fs::read(folder.path("foreign.store")).unwrap(), b"<a:b> <a:c> <a:d> .\n");
}

#[test]
fn a_query_that_takes_too_long_is_stopped_even_while_it_sorts() {
    let folder = Folder::new();
    let product = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?f ?c";
    let output = folder.zhengtu(&["query", product, "--timeout", "0.5"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("stopped after 0.5 s"));
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    use std::process::Stdio;
    let folder = Folder::new();
    let mut child = folder
        .plain(&["export", "--format", "nquads", "--part", "facts,text,evidence,ontology,gazetteer"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(!String::from_utf8(output.stderr).unwrap().contains("error"));
}

#[test]
#[cfg(not(feature = "rocksdb"))]
fn a_folder_for_a_store_is_told_what_it_needs() {
    let folder = Folder::new();
    fs::create_dir(folder.path("graph")).unwrap();
    for command in
        [&["build", common::REPORT, "--store", "new/"][..], &["ask", "有哪些项目", "--store", "graph"]]
    {
        let output = folder.zhengtu(command).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        for words in ["is a folder", "cargo install --path . --features rocksdb", "--store"] {
            assert!(stderr.contains(words), "{words}: {stderr}");
        }
    }
    assert!(!folder.path("new").exists());
}
