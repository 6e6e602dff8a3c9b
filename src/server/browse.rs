//! The pages: front page, questions, queries, and a page for each resource.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::http::{StatusCode, Uri};
use oxigraph::model::NamedNode;

use super::message::Task;
use super::negotiate::{accept_for, essence};
use super::pages::{self, Table};
use super::protocol::{Parameters, parameters, value};
use super::reply::Reply;
use super::resource::Resource;
use super::respond::{accept, graph, look_up, not_acceptable, page, page_or_graph, send};
use super::routes::{Answer, Shared};
use super::site::Site;
use crate::question;
use crate::store::{Parameter, Query, SavedQuery, Store};

/// What the pages need of a query: a table they can read, or triples they can print.
const FOR_PAGES: &str = "application/sparql-results+json, text/turtle";

/// `GET /`
pub(super) async fn front(State(site): Shared) -> Answer {
    send(page(StatusCode::OK, pages::front(&site)))
}

/// Whatever has no page.
pub(super) async fn missing(uri: Uri) -> Answer {
    send(page(StatusCode::NOT_FOUND, pages::message("没有这一页 No such page", uri.path())))
}

/// `GET /style.css`
pub(super) async fn style() -> Answer {
    let mut response =
        send(Reply::new("text/css; charset=utf-8", include_bytes!("pages/style.css").to_vec()));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("max-age=3600"));
    response
}

/// `GET /ask?q=…`, as a page or as the object that `zhengtu ask --format json` prints.
pub(super) async fn ask(State(site): Shared, RawQuery(given): RawQuery, headers: HeaderMap) -> Answer {
    let given = match read(given) {
        Ok(given) => given,
        Err(reply) => return send(reply),
    };
    let question = value(&given, "q").unwrap_or_default().trim().to_owned();
    let json = accept(&headers).is_some_and(|accept| essence(&accept) == "application/json");
    look_up(&site, move |site| {
        let answer = match question::answer_with(site.store.engine(), &site.index, &question) {
            Ok(answer) => answer,
            Err(error) => return Ok(Reply::fault(&error.to_string())),
        };
        Ok(if json {
            match serde_json::to_vec_pretty(&answer) {
                Ok(body) => Reply::new("application/json", body),
                Err(error) => Reply::fault(&error.to_string()),
            }
        } else {
            page(StatusCode::OK, pages::answer(site, &answer))
        })
    })
    .await
}

/// `GET /query?query=…`: the query and its result as a page.
pub(super) async fn query(State(site): Shared, RawQuery(given): RawQuery) -> Answer {
    match read(given) {
        Ok(given) => {
            let text = value(&given, "query").unwrap_or_default().to_owned();
            show_query(&site, None, text).await
        }
        Err(reply) => send(reply),
    }
}

/// `GET /saved/NAME?PARAMETER=…`: a saved query with values for its parameters.
pub(super) async fn saved(
    State(site): Shared,
    Path(name): Path<String>,
    RawQuery(given): RawQuery,
) -> Answer {
    let Some(saved) = site.saved.iter().find(|saved| saved.name == name).cloned() else {
        return send(page(StatusCode::NOT_FOUND, pages::message("没有这个查询 No such saved query", &name)));
    };
    let given = match read(given) {
        Ok(given) => given,
        Err(reply) => return send(reply),
    };
    let (store, query, values) = (site.store.clone(), saved.clone(), given.clone());
    let filled = tokio::task::spawn_blocking(move || fill(&query, &values, &store)).await;
    match filled {
        Ok(Ok(query)) => show_query(&site, Some((saved, given)), query).await,
        Ok(Err(problem)) => {
            send(page(StatusCode::BAD_REQUEST, pages::message("参数有误 Wrong parameter", &problem)))
        }
        Err(_) => send(Reply::fault("a look-up broke off")),
    }
}

/// `GET /id/…`: a resource under the graph's own base.
pub(super) async fn by_path(State(site): Shared, Path(rest): Path<String>, headers: HeaderMap) -> Answer {
    let iri = format!("{}{rest}", site.base);
    resource(&site, iri, accept(&headers)).await
}

/// `GET /resource?iri=…`: any resource.
pub(super) async fn by_iri(State(site): Shared, RawQuery(given): RawQuery, headers: HeaderMap) -> Answer {
    match read(given) {
        Ok(given) => {
            let wanted = value(&given, "format").and_then(accept_for).map(str::to_owned);
            let iri = value(&given, "iri").unwrap_or_default().to_owned();
            resource(&site, iri, wanted.or_else(|| accept(&headers))).await
        }
        Err(reply) => send(reply),
    }
}

async fn resource(site: &Arc<Site>, iri: String, accept: Option<String>) -> Answer {
    let Some(wanted) = page_or_graph(accept.as_deref()) else { return send(not_acceptable()) };
    look_up(site, move |site| {
        let unknown = |iri: &str| match &wanted {
            None => page(StatusCode::NOT_FOUND, pages::message("图谱里没有 Not in the graph", iri)),
            Some(_) => Reply::failure(404, &format!("the graph says nothing of <{iri}>")),
        };
        let Ok(node) = NamedNode::new(iri.as_str()) else { return Ok(unknown(&iri)) };
        Ok(match &wanted {
            Some(offer) => match Resource::quads(&site.store, node.as_ref())? {
                quads if quads.is_empty() => unknown(&iri),
                quads => graph(quads, offer),
            },
            None => match Resource::find(&site.store, node)? {
                Some(resource) => page(StatusCode::OK, pages::resource(site, &resource)?),
                None => unknown(&iri),
            },
        })
    })
    .await
}

/// The query with the values given; words that say what is wrong with one.
fn fill(saved: &SavedQuery, given: &Parameters, store: &Store) -> Result<String, String> {
    let set = |parameter: &&Parameter| value(given, &parameter.name).is_some_and(|v| v != parameter.default);
    // As it was written, with its comments, where nothing in it changes.
    if !saved.parameters.iter().any(|parameter| set(&parameter)) {
        return Ok(saved.sparql.clone());
    }
    let mut query = Query::parse(&saved.sparql).map_err(|error| error.to_string())?;
    for parameter in saved.parameters.iter().filter(set) {
        if let Some(value) = value(given, &parameter.name) {
            let terms = parameter.terms(value.trim(), store).map_err(|error| error.to_string())?;
            query = query.with_values(&parameter.name, &terms);
        }
    }
    Ok(query.to_string())
}

async fn show_query(site: &Arc<Site>, saved: Option<(SavedQuery, Parameters)>, text: String) -> Answer {
    if text.trim().is_empty() {
        return send(page(StatusCode::OK, pages::query(site, None, &text, &Table::None)));
    }
    let task = Task {
        query: text,
        accept: Some(FOR_PAGES.to_owned()),
        limits: site.pool.limits(),
        ..Task::default()
    };
    let reply = site.pool.run(&task).await;
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    look_up(site, move |site| {
        let table = Table::read(site, &reply)?;
        Ok(page(
            status,
            pages::query(site, saved.as_ref().map(|(saved, given)| (saved, given)), &task.query, &table),
        ))
    })
    .await
}

fn read(query_string: Option<String>) -> Result<Parameters, Reply> {
    parameters(query_string.unwrap_or_default().as_bytes())
}
