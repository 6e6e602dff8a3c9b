//! Building: what goes into the store, what stays out, and what a person sees.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::fs;

use common::{Folder, REPORT};

#[test]
fn a_newcomer_builds_a_store_and_sees_what_was_found() {
    let folder = Folder::new();
    let output = folder.zhengtu(&["build", REPORT]).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && output.stdout.is_empty());
    for words in [
        "门头沟区 (110109)",
        "looks back on 2022, plans 2023",
        "sentences",
        "projects",
        "wrote zhengtu.store",
    ] {
        assert!(stderr.contains(words), "{words}: {stderr}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, other) = (Folder::built(), Folder::built());
    assert!(one.read("zhengtu.store") == other.read("zhengtu.store"));
    for format in ["turtle", "ntriples", "nquads", "trig", "rdfxml", "jsonld"] {
        let export = |folder: &Folder| folder.output(&["export", "--format", format]);
        assert!(export(&one) == export(&other), "{format}");
    }
}

#[test]
fn building_again_replaces_the_report_and_adds_nothing() {
    let folder = Folder::built();
    let before = folder.read("zhengtu.store");
    folder.zhengtu(&["build", REPORT]).assert().success();
    assert!(folder.read("zhengtu.store") == before);
}

#[test]
fn a_second_report_joins_the_first_in_any_order() {
    let (one, other) = (Folder::new(), Folder::new());
    for folder in [&one, &other] {
        folder.write("jinhua.txt", common::OTHER.as_bytes());
    }
    one.zhengtu(&["build", REPORT]).assert().success();
    one.zhengtu(&["build", "jinhua.txt"]).assert().success();
    other.zhengtu(&["build", "jinhua.txt", REPORT]).assert().success();
    assert!(one.read("zhengtu.store") == other.read("zhengtu.store"));
    let reports = one.output(&["query", "SELECT ?r { ?r a zt:Report }", "--format", "csv"]);
    assert_eq!(reports.lines().count(), 3, "{reports}");
}

#[test]
fn a_folder_is_walked_and_a_bad_file_does_not_stop_the_rest() {
    let folder = Folder::new();
    fs::create_dir_all(folder.path("reports/2011")).unwrap();
    folder.write("reports/2011/jinhua.md", common::OTHER.as_bytes());
    folder.write("reports/empty.txt", b"");
    folder.write("reports/README.md", b"Reports to read");
    folder.write("reports/picture.png", &[0, 1, 2]);
    let output = folder.zhengtu(&["build", "reports"]).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("skipped: reports/empty.txt"), "{stderr}");
    assert!(stderr.contains("error: 1 of 2 reports could not be read (reports/empty.txt)"), "{stderr}");
    assert!(folder.path("zhengtu.store").exists());
}

#[test]
fn a_report_comes_through_a_pipe() {
    let (piped, named) = (Folder::new(), Folder::built());
    let text = fs::read(REPORT).unwrap();
    piped.zhengtu(&["build", "-"]).write_stdin(text).assert().success();
    assert!(piped.read("zhengtu.store") == named.read("zhengtu.store"));
}

#[test]
fn a_failure_leaves_the_store_as_it_was() {
    let folder = Folder::built();
    let before = folder.read("zhengtu.store");
    folder.write("binary.txt", &[0, 159, 146, 150, 0, 1, 2, 3]);
    folder.zhengtu(&["build", "binary.txt"]).assert().code(2);
    folder.zhengtu(&["build", "missing.txt"]).assert().code(2);
    assert!(folder.read("zhengtu.store") == before);
}

#[test]
fn two_builds_at_once_lose_nothing() {
    let folder = Folder::new();
    let names = common::six_years(&folder);
    let children: Vec<_> = names.iter().map(|name| folder.plain(&["build", name]).spawn().unwrap()).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let reports = folder.output(&["query", "SELECT ?r { ?r a zt:Report }", "--format", "csv"]);
    assert_eq!(reports.lines().count(), 7, "{reports}");
}

#[test]
fn the_environment_names_the_store() {
    let folder = Folder::new();
    folder.zhengtu(&["build", REPORT]).env("ZHENGTU_STORE", "mine.store").assert().success();
    assert!(folder.path("mine.store").exists() && !folder.path("zhengtu.store").exists());
}

#[test]
fn resources_live_where_the_base_says() {
    let folder = Folder::new();
    folder.zhengtu(&["build", REPORT, "--base", "https://example.org/gov/"]).assert().success();
    let store = String::from_utf8(folder.read("zhengtu.store")).unwrap();
    assert!(store.contains("<https://example.org/gov/report/110109/2023>"));
    assert!(!store.contains("w3id.org/zhengtu/id/"));
}

#[test]
fn a_correction_is_applied_and_a_wrong_quote_stops_the_build() {
    let folder = Folder::built();
    let before = folder.read("zhengtu.store");
    let correction = |quote: &str| {
        format!(
            "[report]\narea = \"门头沟区\"\nplan_year = 2023\n\n[[correction]]\naction = \"add\"\nquote = \"{quote}\"\n\
             class = \"Project\"\nname = \"东胡林考古项目\"\n"
        )
    };
    folder.write("wrong.toml", correction("这句话不在报告里").as_bytes());
    let output = folder.zhengtu(&["build", REPORT, "--curation", "wrong.toml"]).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("wrong.toml:5") && stderr.contains("这句话不在报告里"), "{stderr}");
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    assert!(folder.read("zhengtu.store") == before);

    folder.write("right.toml", correction("斋堂华侨城项目重新启动").as_bytes());
    folder.zhengtu(&["build", REPORT, "--curation", "right.toml"]).assert().success();
    folder.zhengtu(&["show", "东胡林考古项目"]).assert().success();
}

#[test]
#[cfg(unix)]
fn a_store_behind_a_link_stays_behind_it() {
    let folder = Folder::built();
    fs::rename(folder.path("zhengtu.store"), folder.path("real.store")).unwrap();
    std::os::unix::fs::symlink("real.store", folder.path("zhengtu.store")).unwrap();
    folder.zhengtu(&["build", REPORT]).assert().success();
    assert!(fs::symlink_metadata(folder.path("zhengtu.store")).unwrap().is_symlink());
}
