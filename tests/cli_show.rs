//! `show` and `extract`: a thing, and a report, as a person or a program wants to see them.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{Folder, REPORT};

#[test]
fn a_place_is_shown_with_what_is_in_it_and_the_sentences_that_name_it() {
    let folder = Folder::built();
    let card = folder.output(&["show", "斋堂镇"]);
    for words in [
        "斋堂镇 · Place",
        "code: 110109106",
        "in: 门头沟区 › 北京市",
        "斋堂华侨城项目",
        "全国乡村旅游重点镇 (已获得 received)",
        "门头沟区政府工作报告（2023）, characters 1936–1974",
        "    斋堂华侨城项目重新启动，将为深山区旅游发展提供强有力辐射带动和支撑引领作用。",
    ] {
        assert!(card.contains(words), "{words}: {card}");
    }
    assert_eq!(card, folder.output(&["show", "斋堂"]), "the name used in speech finds it too");
    assert_eq!(card, folder.output(&["show", "zhaitang zhen"]), "and so does Pinyin");
}

#[test]
fn a_project_is_shown_with_its_states() {
    let card = Folder::built().output(&["show", "体育文化中心"]);
    assert!(card.contains("体育文化中心 · Project") && card.contains("state: 2022 主体完工"), "{card}");
}

#[test]
fn an_honour_that_is_only_competed_for_says_so() {
    let folder = Folder::built();
    let card = folder.output(&["show", "全国文明城区"]);
    assert!(card.contains("won or competed for by:\n    门头沟区 (争创 competing)\n"), "{card}");
    let card = folder.output(&["show", "百花山"]);
    assert!(card.contains("honours:\n    4A级景区 (争创 competing)\n"), "{card}");
}

#[test]
fn several_candidates_are_listed() {
    let output = Folder::built().zhengtu(&["show", "镇"]).output().unwrap();
    let (stdout, stderr) =
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr.contains("things fit `镇`: name one of them"), "{stderr}");
    assert!(stdout.contains("斋堂镇  (Place"), "{stdout}");
}

#[test]
fn an_unknown_name_is_nothing_found() {
    let output = Folder::built().zhengtu(&["show", "亚特兰蒂斯"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("nothing found that is called `亚特兰蒂斯`"));
}

#[test]
fn facts_come_as_lines_of_json_with_names_in_them() {
    let folder = Folder::new();
    let lines = folder.output(&["extract", REPORT]);
    let facts: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(facts[0]["type"], "report");
    assert_eq!(facts[0]["area"]["code"], "110109");
    for kind in [
        "place",
        "organization",
        "project",
        "programme",
        "honour",
        "relation",
        "status",
        "observation",
        "target",
    ] {
        assert!(facts.iter().any(|fact| fact["type"] == kind), "no {kind}");
    }
    let located = facts.iter().any(|fact| {
        fact["relation"] == "locatedIn"
            && fact["subject"]["name"] == "斋堂华侨城项目"
            && fact["object"]["name"] == "斋堂镇"
    });
    assert!(located);
}
