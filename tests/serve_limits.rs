//! What a server does with queries that would never end, with too many of them, and when it is to stop.
#![cfg(feature = "server")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use common::Folder;
use common::server::{Server, escape};

/// Each would run for days, reads from the store seldom or never, and has nothing to say before.
const ENDLESS: [&str; 5] = [
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i",
    "SELECT (SUM(STRLEN(?c)) AS ?n) { ?a rdfs:label ?c . ?d rdfs:label ?f . ?g rdfs:label ?i . ?j rdfs:label ?k }",
    "SELECT DISTINCT ?x { VALUES ?a { 1 2 3 } ?d ?e ?f . ?g ?h ?i . ?j ?k ?l BIND(STR(RAND()) AS ?x) FILTER(STRLEN(?x) > 99) }",
    "SELECT ?x (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i BIND(SHA512(CONCAT(STR(?c), STR(?i))) AS ?x) } GROUP BY ?x",
    "ASK { ?a (rdfs:label|!rdfs:label)* ?b . ?c (rdfs:label|!rdfs:label)* ?d FILTER(STRLEN(CONCAT(STR(?b), STR(?d))) < 0) }",
];

/// What the server and its workers hold in memory, in MiB.
#[cfg(target_os = "linux")]
fn memory_of(server: &Server) -> u64 {
    let group = server.process.id();
    let children =
        std::fs::read_to_string(format!("/proc/{group}/task/{group}/children")).unwrap_or_default();
    let pages = |pid: &str| -> u64 {
        let statm = std::fs::read_to_string(format!("/proc/{pid}/statm")).unwrap_or_default();
        statm.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or(0)
    };
    let all = children.split_whitespace().map(pages).sum::<u64>() + pages(&group.to_string());
    all * 4 / 1024
}

#[test]
fn two_hundred_ask_at_once_and_five_ask_for_ever() {
    let server = Server::start(&["--timeout", "3", "--max-memory", "200"]);
    let ended = thread::scope(|scope| {
        let server = &server;
        let endless: Vec<_> =
            ENDLESS.iter().map(|query| scope.spawn(|| server.query(query, "*/*"))).collect();
        let rest: Vec<_> = (0..195)
            .map(|number| {
                scope.spawn(move || {
                    server.query(&format!("SELECT ({number} AS ?n) {{ ?s a zt:Report }}"), "text/csv")
                })
            })
            .collect();
        #[cfg(target_os = "linux")]
        while endless.iter().any(|query| !query.is_finished()) {
            assert!(memory_of(server) < 1_200, "{} MiB", memory_of(server));
            thread::sleep(Duration::from_millis(50));
        }
        for (number, reply) in rest.into_iter().enumerate() {
            let reply = reply.join().unwrap();
            assert_eq!((reply.status, reply.body), (200, format!("n\r\n{number}\r\n")));
        }
        endless.into_iter().map(|reply| reply.join().unwrap()).collect::<Vec<_>>()
    });
    for (query, reply) in ENDLESS.iter().zip(ended) {
        // Whichever limit it meets first: time or memory.
        assert!(matches!(reply.status, 504 | 400), "{query}: {reply:?}");
        assert!(reply.body.starts_with("the query was stopped"), "{query}: {reply:?}");
    }
    assert_eq!(server.query("ASK {}", "text/csv").body, "true");
}

#[test]
fn a_sort_ends_in_time() {
    let server = Server::start(&["--timeout", "1", "--max-memory", "4000"]);
    let start = Instant::now();
    let reply = server.query(ENDLESS[0], "*/*");
    assert_eq!(reply.status, 504, "{reply:?}");
    assert_eq!(reply.body, "the query was stopped after 1 s: ask for less (LIMIT)\n");
    assert!(start.elapsed() < Duration::from_secs(8), "{:?}", start.elapsed());
}

#[test]
#[cfg(target_os = "linux")]
fn a_query_that_swallows_memory_ends_alone() {
    let server = Server::start(&["--timeout", "60", "--max-memory", "64"]);
    let doubled: String = (0..40).map(|n| format!("BIND(CONCAT(?s{n}, ?s{n}) AS ?s{}) ", n + 1)).collect();
    let deep = format!("SELECT * {{ {}{} }}", "{".repeat(60_000), "}".repeat(60_000));
    for query in [format!("SELECT (STRLEN(?s40) AS ?n) {{ BIND('0123456789' AS ?s0) {doubled} }}"), deep] {
        let reply = server.post("application/sparql-query", query.as_bytes());
        assert_eq!(reply.status, 400, "{reply:?}");
        assert!(reply.body.contains("64 MiB of memory"), "{reply:?}");
    }
    assert_eq!(server.query("ASK {}", "text/csv").body, "true");
}

#[test]
fn a_long_answer_is_refused() {
    let server = Server::start(&["--max-answer", "1"]);
    for query in ["SELECT * { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"] {
        let reply = server.query(query, "*/*");
        assert_eq!(reply.status, 400, "{reply:?}");
        assert!(reply.body.contains("longer than 1 MiB"), "{reply:?}");
    }
    let body = vec![b' '; 2 << 20];
    assert_eq!(server.post("application/sparql-query", &body).status, 413);
}

#[test]
fn who_finds_the_queue_full_is_told_to_come_back() {
    let server = Server::start(&["--timeout", "3", "--workers", "1", "--queue", "1"]);
    let replies = thread::scope(|scope| {
        let asked: Vec<_> = (0..6).map(|_| scope.spawn(|| server.query(ENDLESS[1], "*/*"))).collect();
        asked.into_iter().map(|reply| reply.join().unwrap()).collect::<Vec<_>>()
    });
    let (busy, ended): (Vec<_>, Vec<_>) = replies.into_iter().partition(|reply| reply.status == 503);
    assert_eq!((busy.len(), ended.len()), (4, 2));
    assert!(busy.iter().all(|reply| reply.header("retry-after") == Some("5")), "{busy:?}");
}

#[test]
fn a_client_who_goes_away_frees_the_worker() {
    let server = Server::start(&["--timeout", "60", "--workers", "1"]);
    let mut gone = TcpStream::connect(server.address).unwrap();
    write!(gone, "GET /sparql?query={} HTTP/1.1\r\nHost: a\r\n\r\n", escape(ENDLESS[1])).unwrap();
    thread::sleep(Duration::from_millis(500));
    drop(gone);
    assert_eq!(server.query("ASK {}", "text/csv").body, "true");
}

#[test]
#[cfg(unix)]
fn a_signal_ends_it_once_answers_under_way_are_given() {
    for signal in ["TERM", "INT"] {
        let mut server = Server::start(&["--timeout", "2"]);
        let mut stream = TcpStream::connect(server.address).unwrap();
        let request = format!("GET /sparql?query={} HTTP/1.1\r\nHost: a\r\n\r\n", escape(ENDLESS[1]));
        stream.write_all(request.as_bytes()).unwrap();
        thread::sleep(Duration::from_millis(500));
        let id = server.process.id().to_string();
        assert!(Command::new("kill").args(["-s", signal, &id]).status().unwrap().success());
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        assert!(reply.starts_with("HTTP/1.1 504"), "{signal}: {reply}");
        let status = server.wait(Duration::from_secs(10)).expect("it does not stop");
        assert!(status.success(), "{signal}: {status}");
    }
}

#[test]
fn a_port_that_is_taken_is_said_in_one_line() {
    let server = Server::start(&[]);
    let address = server.address.to_string();
    let output = Folder::built().zhengtu(&["serve", "--bind", &address]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        stderr,
        format!(
            "error: something listens on {address} already: stop it, or choose another port with --bind\n"
        )
    );
}
