//! Sets of questions about the bundled report, put to the command and scored.
//!
//! A line of a set holds, between tabs: id, language, kind, question, the items that the answers must name
//! (between `|`, spellings of one item between `~`; `NONE` where there must be no answer), and what they must
//! not name.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::Folder;
use serde_json::Value;

const SETS: [(&str, &str); 8] = [
    ("a", include_str!("questions/mentougou-a.tsv")),
    ("b", include_str!("questions/mentougou-b.tsv")),
    ("c", include_str!("questions/mentougou-c.tsv")),
    ("d", include_str!("questions/mentougou-d.tsv")),
    ("e", include_str!("questions/mentougou-e.tsv")),
    ("f", include_str!("questions/mentougou-f.tsv")),
    ("g", include_str!("questions/mentougou-g.tsv")),
    ("h", include_str!("questions/mentougou-h.tsv")),
];

#[test]
fn nine_in_ten_questions_are_answered_rightly_and_hardly_any_wrongly() {
    let folder = Folder::built();
    for (name, set) in SETS {
        let rows: Vec<Vec<&str>> = set.lines().map(|line| line.split('\t').collect()).collect();
        let questions: String = rows.iter().map(|row| format!("{}\n", row[3])).collect();
        let output = folder.zhengtu(&["ask", "--format", "json"]).write_stdin(questions).output().unwrap();
        let replies: Vec<Value> = String::from_utf8(output.stdout)
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(replies.len(), rows.len(), "set {name}");
        let misses: Vec<String> =
            rows.iter().zip(&replies).filter_map(|(row, reply)| miss(row, reply)).collect();
        let wrong = misses.iter().filter(|miss| miss.starts_with("answered")).count();
        let all = rows.len();
        assert!(10 * misses.len() <= all, "set {name}: {} of {all}\n{}", misses.len(), misses.join("\n"));
        assert!(100 * wrong <= 3 * all, "set {name}: {wrong} of {all} wrongly\n{}", misses.join("\n"));
    }
}

/// How a reply fails a row, if it does: it answers wrongly, or not at all.
fn miss(row: &[&str], reply: &Value) -> Option<String> {
    let answers = reply["answers"].as_array().unwrap();
    let said: String = answers.iter().map(said).collect();
    let items = |column: usize| {
        row.get(column).into_iter().flat_map(|items| items.split('|')).filter(|i| !i.is_empty())
    };
    let has = |item: &str| item.split('~').any(|spelling| said.contains(&plain(spelling)));
    let proved = answers.iter().all(|answer| answer["evidence"].as_array().is_some_and(|e| !e.is_empty()));
    let right = if row[4] == "NONE" {
        answers.is_empty()
    } else {
        !answers.is_empty() && items(4).all(has) && !items(5).any(has) && proved
    };
    let how = if answers.is_empty() { "not answered" } else { "answered wrongly" };
    (!right).then(|| format!("{how}: {} {}", row[0], row[3]))
}

/// What an answer says, and its value with its unit.
fn said(answer: &Value) -> String {
    let text = |key: &str| answer[key].as_str().unwrap_or_default();
    let fields = ["label", "value", "unit", "detail"].map(text).join("¶");
    format!("{}¶{}¶", plain(&fields), plain(&format!("{}{}", text("value"), text("unit"))))
}

/// Text without spaces, quotation marks and case.
fn plain(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && !"\"'“”‘’".contains(*c));
    kept.flat_map(char::to_lowercase).collect()
}
