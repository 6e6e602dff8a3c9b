//! `--endpoint`: the same answers from elsewhere, and clear words where there are none.
#![cfg(all(feature = "endpoint", feature = "server"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use common::Folder;
use common::server::Server;
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use zhengtu::store::{Answer, Query, Store};

/// An endpoint that replies to each request with what `reply` makes of its body.
fn endpoint(reply: impl Fn(&str) -> String + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut reader = BufReader::new(stream.unwrap());
            let mut length = 0;
            loop {
                let mut line = String::new();
                if reader.read_line(&mut line).unwrap_or(0) <= 2 {
                    break;
                }
                if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length: ") {
                    length = value.trim().parse().unwrap();
                }
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            let _ = reader.get_mut().write_all(reply(&String::from_utf8(body).unwrap()).as_bytes());
        }
    });
    format!("http://{address}/sparql")
}

fn response(status: &str, media_type: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
}

/// An endpoint over the bundled report that gives so many rows and no more, as Virtuoso does.
fn capped_endpoint(rows: usize) -> String {
    let store = Store::from_quads(zhengtu::pipeline::bundled().unwrap()).unwrap();
    endpoint(move |form| {
        let encoded = form.strip_prefix("query=").unwrap().replace('+', " ");
        let text = percent_encoding::percent_decode_str(&encoded).decode_utf8().unwrap();
        let answer = store.query(&Query::parse(&text).unwrap(), Duration::from_secs(60)).unwrap();
        let Answer::Solutions(solutions) = answer else { panic!("{text}") };
        let serializer = QueryResultsSerializer::from_format(QueryResultsFormat::Json);
        let mut writer =
            serializer.serialize_solutions_to_writer(Vec::new(), solutions.variables.clone()).unwrap();
        for row in solutions.rows.iter().take(rows) {
            let bound =
                solutions.variables.iter().zip(row).filter_map(|(name, term)| Some((name, term.as_ref()?)));
            writer.serialize(bound).unwrap();
        }
        let json = String::from_utf8(writer.finish().unwrap()).unwrap();
        response("200 OK", "application/sparql-results+json", &json)
    })
}

#[test]
fn another_server_of_ours_gives_the_same_answers() {
    let (server, folder) = (Server::start(&[]), Folder::built());
    let url = format!("http://{}/sparql", server.address);
    for command in [
        &["ask", "斋堂有哪些项目"][..],
        &["ask", "--format", "json", "地区生产总值是多少"],
        &["show", "华侨城"],
        &["show", "斋堂镇"],
        &["query", "SELECT ?s { ?s a zt:Report }", "--format", "csv"],
        &["query", "ASK { ?s a zt:Project }"],
        &["query", "CONSTRUCT { ?s a zt:Report } { ?s a zt:Report }"],
        &["query", "--name", "projects-in-place", "--param", "place=门头沟区", "--format", "csv"],
        &["query", "--name", "milestones-due", "--param", "year=2023", "--format", "csv"],
    ] {
        let elsewhere = folder.output(&[command, &["--endpoint", &url]].concat());
        assert_eq!(elsewhere, folder.output(command), "{command:?}");
    }
    let missing = folder.zhengtu(&["show", "没有这个", "--endpoint", &url]).output().unwrap();
    assert_eq!(missing.status.code(), Some(1));
}

#[test]
fn the_environment_names_an_endpoint_unless_a_store_is_typed() {
    let (server, folder) = (Server::start(&[]), Folder::built());
    folder
        .zhengtu(&["build", common::REPORT, "--store", "own.store", "--base", "https://example.org/"])
        .assert()
        .success();
    let url = format!("http://{}/sparql", server.address);
    let report = |arguments: &[&str]| {
        let query = ["query", "SELECT ?s { ?s a zt:Report }", "--format", "csv"];
        let mut command = folder.zhengtu(&[&query, arguments].concat());
        let output = command.env("ZHENGTU_ENDPOINT", &url).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(report(&[]).contains("https://w3id.org/zhengtu/id/report/"));
    assert!(report(&["--store", "own.store"]).contains("https://example.org/report/"));
}

#[test]
fn an_endpoint_that_cuts_its_answers_is_asked_for_the_rest() {
    let folder = Folder::built();
    let url = capped_endpoint(600);
    for question in ["斋堂有哪些项目", "地区生产总值是多少"] {
        let whole = folder.output(&["ask", "--format", "json", question]);
        assert_eq!(folder.output(&["ask", "--format", "json", question, "--endpoint", &url]), whole);
    }
    assert_eq!(
        folder.output(&["show", "门头沟区", "--endpoint", &url]),
        folder.output(&["show", "门头沟区"])
    );
}

#[test]
fn an_answer_that_was_cut_is_said_to_be() {
    let json = "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[{\"s\":{\"type\":\"literal\",\"value\":\"x\"}}]}}";
    let media_type = "application/sparql-results+json\r\nX-SPARQL-MaxRows: 10000";
    let url = endpoint(move |_| response("200 OK", media_type, json));
    let arguments = ["query", "SELECT ?s { ?s ?p ?o }", "--format", "csv", "--endpoint", &url];
    Folder::new()
        .zhengtu(&arguments)
        .assert()
        .success()
        .stdout("s\r\nx\r\n")
        .stderr("note: the endpoint gives 10000 rows at most, and there are more: use LIMIT and OFFSET\n");
}

#[test]
fn what_goes_wrong_is_said_in_one_line() {
    let folder = Folder::new();
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let json = "application/sparql-results+json";
    let page = response("200 OK", "text/html; charset=utf-8", "<html><h1>Welcome</h1></html>");
    let error =
        response("400 Bad Request", "text/html", "<html><body>line 1: <b>unknown</b> prefix</body></html>");
    for (url, words) in [
        (format!("http://{free}/sparql"), "cannot reach the endpoint"),
        (format!("http://{}/sparql", silent.local_addr().unwrap()), "did not answer within 1 s"),
        (endpoint(move |_| page.clone()), "answers with a web page where query results should be"),
        (endpoint(move |_| error.clone()), "refused the query (HTTP 400): line 1: unknown prefix"),
        (endpoint(move |_| response("200 OK", json, "{\"head\":")), "cannot be read"),
        (endpoint(|_| response("200 OK", "image/png", "x")), "answers with image/png"),
        (endpoint(|_| response("503 Service Unavailable", "text/plain", "")), "it does not say why"),
        ("nonsense".to_owned(), "`nonsense` cannot be an endpoint"),
    ] {
        let arguments = ["query", "SELECT * { ?s ?p ?o }", "--timeout", "1", "--endpoint", &url];
        let output = folder.zhengtu(&arguments).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{words}: {stderr}");
        assert!(output.stdout.is_empty());
        assert!(stderr.starts_with("error: ") && stderr.contains(words), "{words}: {stderr}");
        assert_eq!(stderr.lines().count(), 1, "{stderr}");
    }
}
