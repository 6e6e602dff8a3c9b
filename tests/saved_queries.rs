//! The saved queries, each with rows that a reader can verify in the bundled report.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::Folder;

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn name(file: &Path) -> String {
    file.file_stem().unwrap().to_str().unwrap().to_owned()
}

#[test]
fn every_saved_query_finds_what_the_report_says() {
    let folder = Folder::built();
    for file in files("tests/queries") {
        let name = name(&file);
        let text = fs::read_to_string(&file).unwrap();
        let mut arguments = vec!["query", "--name", &name, "--format", "csv"];
        for parameter in text.lines().filter_map(|line| line.strip_prefix("# param: ")) {
            arguments.extend(["--param", parameter]);
        }
        let answer = folder.output(&arguments);
        let expected: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(!expected.is_empty(), "{name} expects nothing");
        for row in expected {
            assert!(
                answer.lines().any(|line| line.starts_with(row)),
                "{name}: no row begins {row}\n{answer}"
            );
        }
    }
}

#[test]
fn every_saved_query_is_known_documented_and_tested() {
    let readme = include_str!("../queries/README.md");
    let list = Folder::new().output(&["query", "--list"]);
    let listed: BTreeSet<String> =
        list.lines().filter(|line| line.starts_with(char::is_lowercase)).map(str::to_owned).collect();
    let there: BTreeSet<String> = files("queries")
        .iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "rq"))
        .map(|file| name(file))
        .collect();
    let tested: BTreeSet<String> = files("tests/queries").iter().map(|file| name(file)).collect();
    assert!(there.len() >= 25);
    assert_eq!(there, listed);
    assert_eq!(there, tested);
    for name in there {
        assert!(readme.contains(&format!("| `{name}` |")), "queries/README.md does not tell of {name}");
    }
}

#[test]
fn a_value_stays_a_value_whatever_it_holds() {
    let folder = Folder::built();
    let run = |name: &str, parameter: &str| {
        let output = folder
            .zhengtu(&["query", "--name", name, "--param", parameter, "--format", "csv"])
            .output()
            .unwrap();
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        (output.status.code(), text)
    };
    // Words are looked for as they stand: nothing is called so.
    for hostile in [
        "words=\" } UNION { ?s ?p ?o } #",
        "words=\\\") || true || CONTAINS(\"\", \"",
        "words=\"@zh",
        "words=\n} SELECT * {",
        "words=\\",
        "words=any thing",
    ] {
        let (status, text) = run("figures", hostile);
        assert_eq!((status, text.lines().count()), (Some(1), 1), "{hostile}: {text}");
    }
    // What has a form is refused where it has not.
    for (name, parameter, words) in [
        ("milestones-due", "year=2023\"^^xsd:gYear } #", "is no year"),
        ("milestones-due", "year=23", "is no year"),
        ("money", "from=1 || true", "is no integer"),
        ("money", "from=1e9", "is no integer"),
        ("projects-by-state", "state=zt:planned> || <", "is no state"),
        ("organizations-in-role", "role=<http://example.org/> . ?s ?p ?o", "is no iri"),
        ("organizations-in-role", "role=builder", "is no iri"),
        ("places-inside", "place=<a> <b> <c>", "knows no place"),
        ("places-inside", "place=https://example.org/> ?p ?o . <x:", "is no place"),
    ] {
        let (status, text) = run(name, parameter);
        assert_eq!(status, Some(2), "{parameter}: {text}");
        assert!(text.contains(words), "{parameter}: {text}");
    }
}
