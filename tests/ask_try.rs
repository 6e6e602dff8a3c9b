#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
mod support;
use zhengtu::question::{answer_with, index, render_text};
#[test]
fn try_questions() {
    let Ok(path) = std::env::var("QUESTIONS") else { return };
    let store = support::mentougou();
    let begin = std::time::Instant::now();
    let index = index(&store).unwrap();
    eprintln!("index {:?}", begin.elapsed());
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let begin = std::time::Instant::now();
        let answer = answer_with(&store, &index, cells[3]).unwrap();
        println!(
            "== {} [{}] {}\n-- {} ({:?})",
            cells[0],
            cells[2],
            cells[3],
            answer.understood,
            begin.elapsed()
        );
        print!("{}", render_text(&answer));
        println!("JSON\t{}\t{}", cells[0], serde_json::to_string(&answer).unwrap());
    }
}
