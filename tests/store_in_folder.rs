//! A store in a folder: the same commands, the same answers, for graphs that outgrow memory.
#![cfg(feature = "rocksdb")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::fs::{self, File};
use std::path::Path;

use common::{Folder, REPORT};
use oxigraph::model::{Literal, NamedNode, Quad};
use zhengtu::store::{Store, StorePlace};

const ALL: &str = "facts,text,evidence,ontology,gazetteer,dataset";

/// Both kinds of store, each built from the same reports, one build after the other.
fn both(builds: &[&[&str]]) -> Folder {
    let folder = Folder::new();
    folder.write("other.txt", common::OTHER.as_bytes());
    folder.write("other-again.txt", common::OTHER.replace("2094亿元", "2095亿元").as_bytes());
    for reports in builds {
        for store in ["file.store", "folder.store/"] {
            let arguments = [&["build", "--store", store], *reports].concat();
            folder.zhengtu(&arguments).assert().success();
        }
    }
    folder
}

fn same(folder: &Folder, command: &[&str]) {
    let output = |store: &str| {
        let output = folder.zhengtu(&[command, &["--store", store]].concat()).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (file, in_folder) = (output("file.store"), output("folder.store"));
    assert!(file == in_folder, "{command:?}\n--- file\n{}\n--- folder\n{}", file.1, in_folder.1);
    assert_ne!(file.0, Some(2), "{command:?}");
}

fn same_exports(folder: &Folder) {
    for format in ["nquads", "turtle"] {
        same(folder, &["export", "--format", format]);
        same(folder, &["export", "--format", format, "--part", ALL]);
        same(folder, &["export", "--format", format, "--part", "facts,text,evidence,ontology,gazetteer"]);
    }
}

#[test]
fn every_command_answers_as_over_a_file() {
    let folder = both(&[&[REPORT]]);
    for command in [
        &["ask", "斋堂有哪些项目"][..],
        &["ask", "Which projects are in Zhaitang?", "--format", "json"],
        &["ask", "地区生产总值是多少"],
        &["ask", "亚特兰蒂斯有哪些项目"],
        &["show", "华侨城"],
        &["query", "SELECT (COUNT(*) AS ?all) { ?s ?p ?o }", "--format", "csv"],
        &["query", "ASK { ?p a zt:Project }"],
        &["query", "--name", "projects-in-place", "--param", "place=斋堂镇", "--format", "csv"],
        &["query", "--name", "figures", "--format", "csv"],
        &["validate"],
    ] {
        same(&folder, command);
    }
    same_exports(&folder);
    let plan = folder.zhengtu(&["query", "ASK { ?p a zt:Project }", "--explain", "--store", "folder.store"]);
    { plan }.assert().success();
}

#[test]
fn a_report_read_again_replaces_the_first_reading_and_others_stay() {
    let folder = both(&[&[REPORT, "other.txt"], &["other-again.txt"], &[REPORT]]);
    same_exports(&folder);
    let said = folder.output(&["ask", "金华市地区生产总值是多少", "--store", "folder.store"]);
    assert!(said.contains("2095") && !said.contains("2094"), "{said}");
}

#[test]
fn of_two_readings_in_one_build_the_later_one_counts() {
    let folder = both(&[&["other.txt", REPORT, "other-again.txt"]]);
    same_exports(&folder);
}

#[test]
fn an_empty_folder_becomes_a_store() {
    let folder = Folder::new();
    folder.write("other.txt", common::OTHER.as_bytes());
    fs::create_dir(folder.path("empty")).unwrap();
    let missing = folder.zhengtu(&["ask", "有哪些项目", "--store", "empty"]).output().unwrap();
    assert!(String::from_utf8(missing.stderr).unwrap().contains("there is no store at empty"));
    folder.zhengtu(&["build", "other.txt", "--store", "empty"]).assert().success();
    folder.zhengtu(&["show", "金义东公路", "--store", "empty"]).assert().success();
}

#[test]
fn the_folder_named_like_the_default_store_is_found() {
    let folder = Folder::new();
    folder.write("other.txt", common::OTHER.as_bytes());
    fs::create_dir(folder.path("zhengtu.store")).unwrap();
    folder.zhengtu(&["build", "other.txt"]).assert().success();
    folder.zhengtu(&["show", "金义东公路"]).assert().success();
}

#[test]
fn a_folder_of_others_is_left_alone() {
    let folder = Folder::new();
    fs::create_dir(folder.path("letters")).unwrap();
    folder.write("letters/one.txt", b"Dear reader");
    for command in [&["build", REPORT][..], &["ask", "有哪些项目"], &["export"]] {
        let output = folder.zhengtu(&[command, &["--store", "letters"]].concat()).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains("the folder letters is not a store written by zhengtu"), "{stderr}");
        assert!(stderr.contains("it holds one.txt"), "{stderr}");
    }
    // What another program keeps in RocksDB, or what is damaged.
    folder.write("letters/CURRENT", b"MANIFEST-000001\n");
    let output = folder.zhengtu(&["build", REPORT, "--store", "letters"]).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("the folder letters is not a store written by zhengtu"), "{stderr}");
    let mut names: Vec<_> =
        fs::read_dir(folder.path("letters")).unwrap().map(|name| name.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["CURRENT", "one.txt"]);
}

#[test]
fn a_build_that_reads_nothing_makes_no_store() {
    let folder = Folder::new();
    folder.write("binary.txt", &[0, 159, 146, 150, 0, 1, 2, 3]);
    folder.zhengtu(&["build", "binary.txt", "--store", "graph/"]).assert().code(2);
    folder.zhengtu(&["build", REPORT, "--store", "nowhere/graph/"]).assert().code(2);
    assert!(!folder.path("graph").exists());
}

#[test]
fn two_builds_at_once_lose_nothing() {
    let folder = Folder::new();
    let names = common::six_years(&folder);
    let build = |name: &String| folder.plain(&["build", name, "--store", "graph/"]).spawn().unwrap();
    let children: Vec<_> = names.iter().map(build).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let query = ["query", "SELECT ?r { ?r a zt:Report }", "--format", "csv", "--store", "graph"];
    assert_eq!(folder.output(&query).lines().count(), 7);
}

#[test]
fn who_holds_the_store_is_told() {
    let folder = both(&[&["other.txt"]]);
    let lock = File::open(folder.path(".folder.store.lock")).unwrap();
    let refused = |command: &[&str]| {
        let output = folder.zhengtu(&[command, &["--store", "folder.store"]].concat()).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    lock.lock_shared().unwrap();
    folder.zhengtu(&["show", "金义东公路", "--store", "folder.store"]).assert().success();
    let stderr = refused(&["build", "other.txt"]);
    assert!(
        stderr.contains("in use by another build or a command that reads it (such as `zhengtu serve`)"),
        "{stderr}"
    );
    lock.unlock().unwrap();
    lock.lock().unwrap();
    let stderr = refused(&["show", "金义东公路"]);
    assert!(stderr.contains("in use by a build"), "{stderr}");
}

#[test]
fn what_a_killed_bulk_load_left_is_cleared_away() {
    let folder = both(&[&["other.txt"]]);
    folder.write("folder.store/bulk-1234.sst", b"half a table");
    folder.write("other.txt", common::OTHER.replace("2094", "2096").as_bytes());
    folder.zhengtu(&["build", "other.txt", "--store", "folder.store"]).assert().success();
    assert!(!folder.path("folder.store/bulk-1234.sst").exists());
}

#[test]
#[cfg(feature = "server")]
fn a_server_asks_the_folder() {
    let folder = both(&[&[REPORT]]);
    let store = folder.path("folder.store");
    let server = common::server::Server::start(&["--store", store.to_str().unwrap()]);
    let query = "SELECT ?name { ?p a zt:Project ; rdfs:label ?name ; zt:locatedIn/zt:within* ?place . ?place rdfs:label '斋堂镇'@zh } ORDER BY ?name";
    let reply = server.query(query, "text/csv");
    let rows = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    let wanted = folder.output(&["query", query, "--format", "csv", "--store", "file.store"]);
    assert_eq!((reply.status, rows(&reply.body)), (200, rows(&wanted)));
    let many = "SELECT (COUNT(*) AS ?all) { ?a ?p ?b . ?b ?q ?c }";
    assert_eq!(server.query(many, "text/csv").status, 200);
    let page = server.get(&format!("/ask?q={}", common::server::escape("斋堂有哪些项目")), "text/html");
    assert!(page.body.contains("沿河城长城陈列馆"));
}

/// Random readings of a few reports, some of them without one of their graphs, with a vocabulary that changes.
#[test]
fn any_sequence_of_readings_leaves_the_same_in_both() {
    let folder = Folder::new();
    let mut state = 2023_u64;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let node = |name: &str| NamedNode::new_unchecked(format!("https://example.org/{name}"));
    for round in 0..4 {
        let places = ["file", "folder/"].map(|name| folder.path(&format!("{round}-{name}")));
        for _ in 0..3 {
            let mut writers = places.each_ref().map(|path| StorePlace::at(path).unwrap().writer());
            for _ in 0..=next(4) {
                let report = next(3);
                let mut reading = Vec::new();
                for graph in ["facts", "text", "evidence"] {
                    for _ in 0..next(5) {
                        let value = Literal::from(i64::try_from(next(5)).unwrap());
                        reading.push(Quad::new(
                            node("s"),
                            node("p"),
                            value,
                            node(&format!("report/{report}/{graph}")),
                        ));
                    }
                }
                let vocabulary = NamedNode::new_unchecked(zhengtu::vocabulary::ONTOLOGY);
                reading.push(Quad::new(
                    node("s"),
                    node("p"),
                    Literal::from(format!("version {}", next(2))),
                    vocabulary,
                ));
                reading.push(Quad::new(
                    node(&format!("place/{}", next(4))),
                    node("p"),
                    node("o"),
                    node("gazetteer"),
                ));
                for writer in &mut writers {
                    writer.add(reading.clone()).unwrap();
                }
            }
            let _taken = writers.map(|writer| writer.finish().unwrap());
            let [file, in_folder] = places.each_ref().map(|path| contents(path));
            assert_eq!(file, in_folder);
        }
    }
}

/// The quads and the named graphs of a store, sorted.
fn contents(path: &Path) -> (Vec<String>, Vec<NamedNode>) {
    let store = Store::open(path).unwrap();
    let mut quads: Vec<String> = store.quads().unwrap().iter().map(ToString::to_string).collect();
    quads.sort();
    (quads, store.graphs().unwrap())
}

/// RocksDB aborts a process that ends while one of its threads still holds the store.
#[test]
fn no_query_crashes_at_its_end() {
    let folder = both(&[&[REPORT]]);
    for _ in 0..20 {
        let query = ["query", "SELECT ?s { ?s a zt:Report } LIMIT 1", "--store", "folder.store"];
        folder.zhengtu(&query).assert().success();
        let endless = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
        let query = ["query", endless, "--timeout", "0.05", "--store", "folder.store"];
        folder.zhengtu(&query).assert().code(2);
    }
}
