//! Questions about the bundled report, answered from a graph made of the gold files.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use zhengtu::question::{answer_with, index, render_text};

#[test]
fn try_questions() {
    let store = support::mentougou();
    let begin = std::time::Instant::now();
    let index = index(&store).unwrap();
    eprintln!("index {:?}", begin.elapsed());
    let questions = std::fs::read_to_string(std::env::var("QUESTIONS").unwrap()).unwrap();
    for line in questions.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let question = cells[3];
        let begin = std::time::Instant::now();
        let answer = answer_with(&store, &index, question).unwrap();
        println!(
            "== {} [{}] {question}\n-- {} ({:?})",
            cells[0],
            cells[2],
            answer.understood,
            begin.elapsed()
        );
        print!("{}", render_text(&answer));
        println!("JSON\t{}\t{}", cells[0], serde_json::to_string(&answer).unwrap());
    }
}

#[test]
fn debug_figures() {
    let store = support::mentougou();
    let index = index(&store).unwrap();
    for f in &index.figures {
        println!(
            "{:?} {} {:?} {} {:?} area {:?} names {:?}",
            f.class,
            f.iri,
            f.year,
            f.unit,
            f.level,
            f.area.is_some(),
            f.names
        );
    }
}
