//! Asking in plain language: the answer on standard output, with its proof.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{Folder, REPORT};

#[test]
fn a_question_is_answered_with_the_sentence_that_proves_it() {
    let answer = Folder::new().output(&["ask", "斋堂有哪些项目"]);
    assert!(answer.contains("斋堂华侨城项目"), "{answer}");
    assert!(
        answer.contains("斋堂华侨城项目重新启动，将为深山区旅游发展提供强有力辐射带动和支撑引领作用。"),
        "{answer}"
    );
}

#[test]
fn both_languages_find_the_same_projects_in_the_same_sentences() {
    let folder = Folder::built();
    let found = |question: &[&str]| {
        let json = folder.output(&[&["ask", "--format", "json"], question].concat());
        let answer: serde_json::Value = serde_json::from_str(&json).unwrap();
        let answers = answer["answers"].as_array().unwrap().clone();
        let report: Vec<char> = std::fs::read_to_string(REPORT).unwrap().chars().collect();
        for evidence in answers.iter().flat_map(|answer| answer["evidence"].as_array().unwrap()) {
            let offset = |key: &str| usize::try_from(evidence[key].as_u64().unwrap()).unwrap();
            let cut: String =
                report[offset("begin")..offset("end")].iter().filter(|c| !c.is_whitespace()).collect();
            assert_eq!(evidence["sentence"], cut);
        }
        answers.iter().map(|answer| answer["iri"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let chinese = found(&["斋堂有哪些项目"]);
    assert!(!chinese.is_empty());
    // Words need no quotation marks.
    assert_eq!(chinese, found(&["which", "projects", "are", "in", "斋堂"]));
}

#[test]
fn what_the_graph_does_not_hold_is_nothing_found() {
    for format in ["text", "json"] {
        let output =
            Folder::built().zhengtu(&["ask", "亚特兰蒂斯有哪些项目", "--format", format]).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        let (stdout, stderr) =
            (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        let said = if format == "json" {
            let answer: serde_json::Value = serde_json::from_str(&stdout).unwrap();
            assert_eq!(answer["answers"].as_array().map(Vec::len), Some(0));
            answer["reason"].as_str().unwrap().to_owned()
        } else {
            assert!(stdout.is_empty());
            stderr
        };
        assert!(said.contains("亚特兰蒂斯"), "{said}");
    }
}

#[test]
fn the_query_behind_an_answer_can_be_asked_again() {
    let folder = Folder::built();
    let shown = folder.output(&["ask", "斋堂有哪些项目", "--show-query"]);
    let (query, answer) = shown.split_once("\n\n").unwrap();
    assert!(answer.contains("斋堂华侨城项目"));
    assert!(folder.output(&["query", query]).contains("斋堂华侨城项目"));
}

#[test]
fn questions_through_a_pipe_are_answered_a_line_each() {
    let folder = Folder::built();
    let questions = "马栏村在哪个镇\n\n延庆区有哪些项目\r\nWhich town is Malan village in?\n";
    let output = folder.zhengtu(&["ask"]).write_stdin(questions).output().unwrap();
    assert!(output.status.success());
    let (stdout, stderr) =
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(stdout.starts_with("> 马栏村在哪个镇\n斋堂镇"), "{stdout}");
    assert!(stdout.contains("\n> 延庆区有哪些项目\n> Which town is Malan village in?\n斋堂镇"), "{stdout}");
    assert!(stderr.contains("延庆区"), "{stderr}");

    let output = folder.zhengtu(&["ask", "--format", "json"]).write_stdin(questions).output().unwrap();
    let answers: Vec<serde_json::Value> =
        output.stdout.split(|&b| b == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
    let labels: Vec<_> = answers.iter().map(|answer| answer["answers"][0]["label"].as_str()).collect();
    assert_eq!(labels, [Some("斋堂镇"), None, Some("斋堂镇")]);
}

#[test]
fn a_pipe_of_questions_that_nothing_answers_is_nothing_found() {
    let output = Folder::built().zhengtu(&["ask"]).write_stdin(b"\xff\xfe\n".as_slice()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
}
