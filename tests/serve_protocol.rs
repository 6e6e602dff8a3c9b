//! The query cases of the W3C's tests of the SPARQL 1.1 Protocol, in their order, and those of its
//! Service Description.
#![cfg(feature = "server")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::server::{Reply, Server, escape};

const FACTS: &str = "https://w3id.org/zhengtu/id/report/110109/2023/facts";
const TEXT: &str = "https://w3id.org/zhengtu/id/report/110109/2023/text";
const ONTOLOGY: &str = "https://w3id.org/zhengtu/ns";
const FORM: &str = "application/x-www-form-urlencoded";
const DIRECT: &str = "application/sparql-query";

fn assert_boolean(reply: &Reply, expected: bool, case: &str) {
    assert_eq!(reply.status, 200, "{case}: {reply:?}");
    let json: serde_json::Value = serde_json::from_str(&reply.body).unwrap();
    assert_eq!(json["boolean"], expected, "{case}: {reply:?}");
}

#[test]
fn a_query_comes_by_get_by_form_and_as_the_body() {
    let server = Server::start(&[]);
    let form = format!("query={}", escape("ASK { ?s a zt:Project }"));
    assert_boolean(&server.post(FORM, form.as_bytes()), true, "query_post_form");
    assert_boolean(&server.query("ASK {}", "*/*"), true, "query_get");
    assert_boolean(&server.post(DIRECT, b"ASK { ?s a zt:Unicorn }"), false, "query_post_direct");
    let with_charset = format!("{DIRECT}; charset=UTF-8");
    assert_boolean(
        &server.post(&with_charset, "ASK { ?s rdfs:label '斋堂镇'@zh }".as_bytes()),
        true,
        "charset",
    );
}

#[test]
fn the_protocol_names_the_dataset() {
    let server = Server::start(&[]);
    let project = "ASK { ?s a zt:Project }";
    let sentence = "ASK { ?s a nif:Sentence }";
    let in_graphs = "ASK { GRAPH ?a { ?s a zt:Project } GRAPH ?b { ?t a nif:Sentence } FILTER(?a != ?b) }";
    let asked = |query: &str, default: &[&str], named: &[&str]| {
        let parameters: String = default
            .iter()
            .map(|graph| format!("&default-graph-uri={}", escape(graph)))
            .chain(named.iter().map(|graph| format!("&named-graph-uri={}", escape(graph))))
            .collect();
        let get = server.get(&format!("/sparql?query={}{parameters}", escape(query)), "*/*");
        let form = server.post(FORM, format!("query={}{parameters}", escape(query)).as_bytes());
        let direct = server.send(
            &format!(
                "POST /sparql?{} HTTP/1.1\r\nContent-Type: {DIRECT}",
                parameters.trim_start_matches('&')
            ),
            query.as_bytes(),
        );
        assert_eq!(get.body, form.body);
        assert_eq!(get.body, direct.body);
        get
    };
    assert_boolean(&asked(project, &[FACTS], &[]), true, "query_dataset_default_graph");
    assert_boolean(&asked(project, &[TEXT], &[]), false, "another default graph");
    assert_boolean(&asked(sentence, &[FACTS, TEXT], &[]), true, "query_dataset_default_graphs");
    assert_boolean(&asked(in_graphs, &[], &[FACTS, TEXT]), true, "query_dataset_named_graphs");
    assert_boolean(&asked(in_graphs, &[], &[FACTS]), false, "one named graph is missing");
    assert_boolean(&asked(project, &[], &[FACTS]), false, "the default graph is empty");
    let both = "ASK { ?s a owl:Ontology GRAPH ?g { ?p a zt:Project } }";
    assert_boolean(&asked(both, &[ONTOLOGY], &[FACTS]), true, "query_dataset_full");
    assert_boolean(&asked(both, &[FACTS], &[ONTOLOGY]), false, "the other way round");
    let from = format!("ASK FROM <{TEXT}> {{ ?s a zt:Project }}");
    assert_boolean(&asked(&from, &[FACTS], &[]), true, "query_multiple_dataset: the protocol wins");
    assert_boolean(&asked(&from, &[], &[]), false, "FROM");
    assert_eq!(asked(project, &["no IRI"], &[]).status, 400);
}

#[test]
fn each_form_of_query_has_its_media_types() {
    let server = Server::start(&[]);
    let got = |query: &str, accept: &str| {
        let reply = server.query(query, accept);
        assert_eq!(reply.status, 200, "{query} {accept}: {reply:?}");
        assert!(!reply.body.is_empty());
        reply.header("content-type").unwrap().to_owned()
    };
    let table = [
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ];
    for query in ["SELECT ?s { ?s a zt:Report }", "ASK {}"] {
        for accept in table {
            assert!(got(query, accept).starts_with(accept), "query_content_type: {query} {accept}");
        }
    }
    let graph = [
        "text/turtle",
        "application/n-triples",
        "application/n-quads",
        "application/trig",
        "application/rdf+xml",
        "application/ld+json",
    ];
    for query in ["CONSTRUCT { ?s a ?t } { ?s a zt:Report, ?t }", "DESCRIBE ?s { ?s a zt:Report }"] {
        for accept in graph {
            assert!(got(query, accept).starts_with(accept), "query_content_type: {query} {accept}");
        }
    }
    assert_eq!(got("ASK {}", "text/csv;q=0.1, application/sparql-results+xml;q=0.2"), table[1]);
    assert_eq!(server.query("ASK {}", "image/png").status, 406);
    let linked = server.get("/sparql?format=csv&query=SELECT%20(1%20AS%20%3Fx)%20%7B%7D", "text/html");
    assert_eq!(linked.body, "x\r\n1\r\n");
}

#[test]
fn wrong_requests_are_refused_and_told_why() {
    let server = Server::start(&[]);
    let refused = |case: &str, reply: &Reply, status: u16, words: &str| {
        assert_eq!(reply.status, status, "{case}: {reply:?}");
        assert!(reply.body.contains(words), "{case}: {reply:?}");
        assert_eq!(reply.body.lines().count(), 1, "{case}: {reply:?}");
    };
    let ask = "query=ASK%20%7B%7D";
    let put = server.send(&format!("PUT /sparql?{ask} HTTP/1.1"), b"");
    refused("bad_query_method", &put, 405, "GET or POST");
    assert!(put.header("allow").is_some());
    let two = server.get(&format!("/sparql?{ask}&query=SELECT%20*%20%7B%7D"), "*/*");
    refused("bad_multiple_queries", &two, 400, "several queries");
    refused("bad_query_wrong_media_type", &server.post("text/plain", b"ASK {}"), 415, "text/plain");
    let untyped = |body: &[u8]| server.send("POST /sparql HTTP/1.1", body);
    refused("bad_query_missing_form_type", &untyped(ask.as_bytes()), 415, "Content-Type");
    refused("bad_query_missing_direct_type", &untyped(b"ASK {}"), 415, "Content-Type");
    let utf16: Vec<u8> = "ASK {}".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let stated = server.post(&format!("{DIRECT}; charset=UTF-16"), &utf16);
    refused("bad_query_non_utf8", &stated, 400, "UTF-8");
    refused("not UTF-8", &server.post(FORM, b"query=ASK%20%7B%7D%FF"), 400, "UTF-8");
    let syntax = server.query("ASK { ?s ?p }", "*/*");
    refused("bad_query_syntax", &syntax, 400, "line 1, column 13: `}` cannot stand here");
    refused("no query", &server.post(FORM, b""), 400, "no query");
}

#[test]
fn updates_and_calls_to_others_are_refused() {
    let server = Server::start(&[]);
    let update = "INSERT DATA { <a:a> <a:b> <a:c> }";
    let form = format!("update={}", escape(update));
    for reply in [
        server.post(FORM, form.as_bytes()),
        server.post("application/sparql-update", update.as_bytes()),
        server.get(&format!("/sparql?{form}"), "*/*"),
    ] {
        assert_eq!(reply.status, 403, "{reply:?}");
        assert!(reply.body.contains("read-only"), "{reply:?}");
    }
    let as_query = server.query(update, "*/*");
    assert_eq!((as_query.status, as_query.body.contains("read-only")), (400, true), "{as_query:?}");
    for silent in ["", "SILENT "] {
        let query =
            format!("SELECT * {{ OPTIONAL {{ SERVICE {silent}<http://127.0.0.1:1/> {{ ?s ?p ?o }} }} }}");
        let service = server.query(&query, "*/*");
        assert_eq!((service.status, service.body.contains("SERVICE")), (400, true), "{service:?}");
    }
}

#[test]
fn the_endpoint_describes_itself() {
    let server = Server::start(&[]);
    let turtle = server.get("/sparql", "text/turtle");
    for words in [
        "a sd:Service",
        "sd:endpoint",
        "sd:supportedLanguage sd:SPARQL11Query",
        "sd:UnionDefaultGraph",
        "void:triples",
    ] {
        assert!(turtle.body.contains(words), "{words}: {}", turtle.body);
    }
    assert!(turtle.body.contains(&format!("<http://{}/sparql>", server.address)));
    assert!(server.get("/sparql", "application/rdf+xml").body.contains("<rdf:RDF"));
    // An address that cannot be one is not repeated.
    let strange = server.send("GET /sparql HTTP/1.1\r\nAccept: text/turtle\r\nHost: a>b", b"");
    assert!(strange.status == 400 || !strange.body.contains("a>b"), "{strange:?}");
    assert_eq!(server.get("/sparql", "text/html").status, 303);
}

#[test]
fn scripts_of_other_sites_may_ask() {
    let server = Server::start(&[]);
    let preflight = server.send(
        "OPTIONS /sparql HTTP/1.1\r\nOrigin: https://example.org\r\nAccess-Control-Request-Method: POST\r\n\
         Access-Control-Request-Headers: content-type",
        b"",
    );
    assert_eq!(preflight.status, 204);
    assert_eq!(preflight.header("access-control-allow-origin"), Some("*"));
    assert!(preflight.header("access-control-allow-methods").unwrap().contains("post"));
    assert!(preflight.header("access-control-allow-headers").unwrap().contains("content-type"));
    for reply in [server.query("ASK {}", "*/*"), server.query("ASK", "*/*")] {
        assert_eq!(reply.header("access-control-allow-origin"), Some("*"), "{reply:?}");
    }
}
