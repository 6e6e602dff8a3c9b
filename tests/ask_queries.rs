//! The query that is shown with an answer, run by itself, gives that answer; and it takes no long time.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;
use std::time::Instant;

use oxigraph::store::Store;
use zhengtu::question::{Answer, Index, Item, Row, Source, answer_with, index};

static GRAPH: LazyLock<(Store, Index)> = LazyLock::new(|| {
    let store = support::mentougou();
    let index = index(&store).unwrap();
    (store, index)
});

const SETS: [&str; 8] = [
    include_str!("questions/mentougou-a.tsv"),
    include_str!("questions/mentougou-b.tsv"),
    include_str!("questions/mentougou-c.tsv"),
    include_str!("questions/mentougou-d.tsv"),
    include_str!("questions/mentougou-e.tsv"),
    include_str!("questions/mentougou-f.tsv"),
    include_str!("questions/mentougou-g.tsv"),
    include_str!("questions/mentougou-h.tsv"),
];

fn questions() -> impl Iterator<Item = &'static str> {
    let paraphrases = include_str!("questions/paraphrases.txt").lines();
    let figures = include_str!("questions/figures.txt").lines().filter_map(|line| line.split('\t').next());
    let sets = SETS.iter().flat_map(|set| set.lines()).filter_map(|line| line.split('\t').nth(3));
    sets.chain(paraphrases)
        .chain(figures)
        .filter(|question| !question.is_empty() && !question.starts_with('#'))
}

#[test]
fn every_query_that_is_shown_gives_the_answer_that_it_is_shown_with() {
    let (store, index) = &*GRAPH;
    let mut failures = Vec::new();
    let mut answered = 0;
    for question in questions() {
        let answer = answer_with(store, index, question).unwrap();
        if answer.sparql.is_empty() {
            continue;
        }
        let rows = store.select(&answer.sparql).unwrap();
        answered += usize::from(!answer.answers.is_empty());
        if answer.answers.is_empty() != rows.is_empty() {
            failures.push(format!("{question}: {} answers, {} rows", answer.answers.len(), rows.len()));
        }
        failures.extend(unsaid(&answer, &rows).into_iter().map(|what| format!("{question}: {what}")));
    }
    assert!(answered > 600, "{answered}");
    assert!(failures.is_empty(), "{} differ:\n{}", failures.len(), failures.join("\n"));
}

/// What an answer says that the rows do not, and the sentences in which the two differ.
fn unsaid(answer: &Answer, rows: &[Row]) -> Vec<String> {
    let mut missing = Vec::new();
    for item in &answer.answers {
        let counts = rows.first().is_some_and(|row| row.text("count").is_some());
        if !counts && !says_label(item, rows) {
            missing.push(format!("no row says {}", item.label));
        }
        if let Some(value) = &item.value
            && !says_value(value, rows)
        {
            missing.push(format!("no row says {value}"));
        }
        for evidence in &item.evidence {
            if !rows.iter().any(|row| row.number("begin") == Some(evidence.begin)) {
                missing.push(format!("no row is proved by {}", evidence.sentence));
            }
        }
    }
    // Nothing that the query finds is kept back.
    let of = ["figure", "project", "honour", "place", "thing"]
        .iter()
        .find(|of| rows.first().is_some_and(|row| row.text(of).is_some()));
    let labels: BTreeSet<&str> = rows.iter().filter_map(|row| row.text("label")).collect();
    let said: String =
        answer.answers.iter().map(|item| format!("{}\n{:?}\n", item.label, item.detail)).collect();
    if of.is_some() {
        let kept = labels.iter().filter(|label| !said.contains(**label) && !label.is_ascii());
        missing.extend(
            kept.filter(|label| !answer.understood.contains(**label))
                .map(|label| format!("{label} is not said")),
        );
    }
    missing
}

fn says_label(item: &Item, rows: &[Row]) -> bool {
    let last = item.label.rsplit('：').next().unwrap_or(&item.label);
    rows.iter().any(|row| {
        row.texts().any(|text| {
            text == item.label
                || text == last
                || text.contains(item.label.as_str())
                || item.label.starts_with(text)
        })
    })
}

/// A value stands in a row as it is, as an end of a range, or as a state, whose name is not its IRI.
fn says_value(value: &str, rows: &[Row]) -> bool {
    let plain = |row: &Row| row.texts().any(|text| text == value || text.starts_with(value));
    let parts: Vec<&str> = value.split('-').filter(|part| !part.is_empty()).collect();
    let range =
        |part: &&str| rows.iter().any(|row| row.texts().any(|text| text.trim_start_matches('-') == *part));
    rows.iter().any(plain) || parts.iter().all(range) || rows.iter().any(|row| row.text("state").is_some())
}

/// Prints how long answers take, the slowest first: run it with
/// `cargo test --release --test ask_queries -- --ignored --nocapture`.
#[test]
#[ignore = "measures time"]
fn times() {
    let (store, index) = &*GRAPH;
    let milliseconds = |begin: Instant| begin.elapsed().as_secs_f64() * 1000.0;
    let mut times: Vec<(f64, f64, &str)> = questions()
        .map(|question| {
            let begin = Instant::now();
            let answer = answer_with(store, index, question).unwrap();
            let all = milliseconds(begin);
            let begin = Instant::now();
            if !answer.sparql.is_empty() {
                store.select(&answer.sparql).unwrap();
            }
            (all, milliseconds(begin), question)
        })
        .collect();
    times.sort_by(|a, b| b.0.total_cmp(&a.0));
    let median = times[times.len() / 2].0;
    println!(
        "{} questions; median {median:.1} ms; over 20 ms: {}",
        times.len(),
        times.iter().filter(|t| t.0 > 20.0).count()
    );
    let slow_queries = times.iter().filter(|(_, query, _)| *query > 5.0).take(20);
    for (time, query, question) in times.iter().take(20).chain(slow_queries) {
        println!("{time:7.1} ms, of which the query {query:5.1} ms  {question}");
    }
}
