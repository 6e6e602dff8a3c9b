//! The pages of a server, and resources under their own paths.
#![cfg(feature = "server")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::server::{Server, escape};

const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

#[test]
fn the_front_page_offers_questions_queries_and_sparql() {
    let server = Server::start(&[]);
    let page = server.get("/", BROWSER);
    assert_eq!(page.status, 200);
    for words in [
        "name=\"q\"",
        "textarea name=\"query\"",
        "门头沟区政府工作报告",
        "/saved/projects-in-place",
        "110109/2023/facts",
    ] {
        assert!(page.body.contains(words), "{words}");
    }
    assert!(page.header("content-security-policy").unwrap().contains("default-src 'none'"));
    assert!(server.get("/style.css", BROWSER).header("content-type").unwrap().starts_with("text/css"));
    assert_eq!(server.get("/nothing", BROWSER).status, 404);
}

#[test]
fn a_question_is_answered_with_its_sentences() {
    let server = Server::start(&[]);
    let path = format!("/ask?q={}", escape("斋堂有哪些项目"));
    let page = server.get(&path, BROWSER);
    assert!(page.body.contains("沿河城长城陈列馆") && page.body.contains("推进沿河城长城陈列馆建设"));
    let json: serde_json::Value = serde_json::from_str(&server.get(&path, "application/json").body).unwrap();
    assert!(json["answers"].as_array().unwrap().len() > 3);
    let unread = server.get(&format!("/ask?q={}", escape("天气如何")), BROWSER);
    assert!(unread.body.contains("没有读懂"), "{}", unread.body);
    assert_eq!(server.get("/ask", BROWSER).status, 200);
}

#[test]
fn a_query_is_shown_with_links_to_every_format() {
    let server = Server::start(&[]);
    let rows = server.get(&format!("/query?query={}", escape("SELECT ?p { ?p a zt:Project }")), BROWSER);
    assert!(rows.body.contains("斋堂华侨城项目") && rows.body.contains("/sparql?format=csv"));
    let graph = server.get(&format!("/query?query={}", escape("DESCRIBE ?p { ?p a zt:Report }")), BROWSER);
    assert!(graph.body.contains("<pre>@"), "{}", graph.body);
    let wrong = server.get(&format!("/query?query={}", escape("SELECT")), BROWSER);
    assert_eq!(wrong.status, 400);
    assert!(wrong.body.contains("ends too soon") && wrong.body.contains("<textarea"));
}

#[test]
fn a_saved_query_takes_its_parameters() {
    let server = Server::start(&[]);
    let saved = |place: &str| server.get(&format!("/saved/places-inside?place={}", escape(place)), BROWSER);
    assert!(saved("门头沟区").body.contains("斋堂镇"));
    assert_eq!(saved("斋堂镇").status, 200);
    let unknown = saved("<b>\"x");
    assert_eq!(unknown.status, 400);
    assert!(unknown.body.contains("knows no place") && !unknown.body.contains("<b>"), "{}", unknown.body);
    assert_eq!(server.get("/saved/nothing", BROWSER).status, 404);
}

#[test]
fn a_resource_answers_under_its_path() {
    let server = Server::start(&[]);
    let path = format!("/id/project/110109/{}", escape("斋堂华侨城项目"));
    let page = server.get(&path, BROWSER);
    assert!(page.header("content-type").unwrap().starts_with("text/html"));
    for words in [
        "<h1>斋堂华侨城项目</h1>",
        "斋堂镇",
        "/id/place/110109106",
        "斋堂华侨城项目重新启动",
        "第1936–1974字",
    ] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    let turtle = server.get(&path, "*/*");
    assert!(turtle.header("content-type").unwrap().starts_with("text/turtle"));
    assert!(turtle.body.contains("zt:locatedIn"), "{}", turtle.body);
    assert!(server.get(&path, "application/rdf+xml;q=0.9, text/html;q=0.5").body.contains("<rdf:RDF"));
    assert_eq!(turtle.header("vary"), Some("accept"));
    let term =
        server.get(&format!("/resource?iri={}", escape("https://w3id.org/zhengtu/ns#Project")), BROWSER);
    assert!(term.body.contains("<h1>项目</h1>"), "{}", term.body);
    for unknown in ["/id/project/110109/x", "/resource?iri=no", "/resource", "/resource?iri=a:%3Cscript%3E"] {
        let reply = server.get(unknown, BROWSER);
        assert_eq!(reply.status, 404, "{unknown}");
        assert!(!reply.body.contains("<script"), "{unknown}");
        assert_eq!(server.get(unknown, "text/turtle").status, 404, "{unknown}");
    }
}

#[test]
fn what_a_stranger_types_is_never_markup() {
    let server = Server::start(&[]);
    let hostile = escape("\"><script>alert(1)</script>");
    for path in ["/ask?q=", "/query?query=", "/saved/places?words=", "/saved/", "/resource?iri=", "/id/", "/"]
    {
        let reply = server.get(&format!("{path}{hostile}"), BROWSER);
        assert!(!reply.body.contains("<script"), "{path}: {}", reply.body);
    }
    let literal = escape("SELECT ('<script>' AS ?x) (<a:%3Cb> AS ?y) {}");
    assert!(!server.get(&format!("/query?query={literal}"), BROWSER).body.contains("<script"));
}
