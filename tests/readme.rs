//! Types what the README says and compares what it shows. There, `…` stands for what was left out.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use common::{Folder, REPORT};

const README: &str = include_str!("../README.md");

/// A command of a session, and what the README shows below it.
struct Step {
    command: String,
    shown: String,
}

/// The sessions: what stands in the blocks marked `console`, and in those that need a feature, if it is there.
fn steps() -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for line in README.lines() {
        if line.starts_with("```") {
            inside = line == "```console" || (cfg!(feature = "rocksdb") && line == "```console rocksdb");
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
            steps.push(Step { command: command.to_owned(), shown: String::new() });
        } else if let Some(step) = steps.last_mut().filter(|_| inside) {
            step.shown.push_str(line);
            step.shown.push('\n');
        }
    }
    steps
}

/// The arguments for `zhengtu`; single quotes hold together what a shell would part.
fn arguments(command: &str) -> Vec<String> {
    let command = command
        .strip_prefix("cargo run --release -- ")
        .or_else(|| command.strip_prefix("zhengtu "))
        .unwrap_or_else(|| panic!("not a command of this program: {command}"));
    let mut arguments = Vec::new();
    for (at, piece) in command.split('\'').enumerate() {
        if at % 2 == 1 {
            arguments.push(piece.to_owned());
        } else {
            arguments.extend(piece.split_whitespace().map(str::to_owned));
        }
    }
    arguments
}

/// Whether `actual` is `shown`, where each `…` may stand for anything.
fn fits(actual: &str, shown: &str) -> bool {
    let pieces: Vec<&str> = shown.trim_end().split('…').collect();
    let (first, last) = (pieces[0], pieces[pieces.len() - 1]);
    let mut rest = actual.trim_end();
    if !rest.starts_with(first) || !rest.ends_with(last) {
        return false;
    }
    for piece in pieces {
        let Some(at) = rest.find(piece) else { return false };
        rest = &rest[at + piece.len()..];
    }
    true
}

/// A folder like a fresh clone, as far as the sessions read it.
fn clone() -> Folder {
    let folder = Folder::new();
    fs::create_dir_all(folder.path("data/reports")).unwrap();
    fs::copy(REPORT, folder.path("data/reports/mentougou-2023.txt")).unwrap();
    folder
}

#[test]
fn the_sessions_go_as_shown() {
    let folder = clone();
    let steps = steps();
    assert!(steps.len() >= 8, "the README shows too little: {}", steps.len());
    for Step { command, shown } in steps {
        let arguments = arguments(&command);
        let output =
            folder.zhengtu(&arguments.iter().map(String::as_str).collect::<Vec<_>>()).output().unwrap();
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        let text: String = text
            .lines()
            .filter(|line| !line.starts_with("note: no "))
            .map(|line| format!("{line}\n"))
            .collect();
        assert!(output.status.success(), "{command}\n{text}");
        assert!(
            fits(&text, &shown),
            "{command}\n--- the README shows\n{shown}\n--- the program prints\n{text}"
        );
    }
}

#[test]
fn the_table_of_commands_is_complete() {
    let table = README.split("## Commands").nth(1).unwrap().split("\n\n").nth(1).unwrap();
    let told: BTreeSet<&str> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .filter_map(|line| line.split([' ', '`']).next())
        .collect();
    let help = Folder::new().output(&["--help"]);
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let known: BTreeSet<&str> = commands
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    assert_eq!(told, known);
}

#[test]
fn every_link_to_a_file_leads_somewhere() {
    for document in
        ["README.md", "data/README.md", "data/curation/README.md", "docs/loading.md", "queries/README.md"]
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(document);
        let text = fs::read_to_string(&path).unwrap();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let local = !target.starts_with("http") && !target.starts_with('#');
            let file = path.parent().unwrap().join(target);
            assert!(!local || file.exists(), "{document} links to {target}, which is not there");
        }
    }
}

#[test]
fn left_out_words_fit_anything_and_nothing_else_does() {
    assert!(fits("one two three\n", "one … three\n"));
    assert!(fits("one\ntwo\n", "one\n…\n"));
    assert!(!fits("one two\n", "two\n"));
    assert!(!fits("one two\n", "one\n"));
}
