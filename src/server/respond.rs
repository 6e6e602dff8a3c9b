//! Replies as HTTP responses.

use std::sync::Arc;

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use maud::Markup;
use oxigraph::model::Quad;

use super::negotiate::{GRAPHS, Offer, best, choices};
use super::reply::Reply;
use super::routes::Answer;
use super::site::Site;
use crate::export;
use crate::store::StoreError;

/// A response without a body.
pub(super) fn empty(status: StatusCode) -> Answer {
    let mut response = Answer::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// A reply as a response.
pub(super) fn send(reply: Reply) -> Answer {
    let mut response = Answer::new(Body::from(reply.body));
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    if let Ok(media_type) = HeaderValue::from_str(&reply.media_type) {
        headers.insert(header::CONTENT_TYPE, media_type);
    }
    headers.insert(header::VARY, HeaderValue::from_static("Accept"));
    if reply.status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(Reply::RETRY_SECONDS));
    }
    response
}

/// A page as a reply.
pub(super) fn page(status: StatusCode, page: Markup) -> Reply {
    Reply {
        status: status.as_u16(),
        media_type: "text/html; charset=utf-8".to_owned(),
        body: page.into_string().into_bytes(),
    }
}

/// Sends the client elsewhere on this server.
pub(super) fn see_other(path: &'static str) -> Answer {
    let mut response = empty(StatusCode::SEE_OTHER);
    response.headers_mut().insert(header::LOCATION, HeaderValue::from_static(path));
    response
}

/// A graph as a reply.
pub(super) fn graph(quads: Vec<Quad>, offer: &Offer<export::Format>) -> Reply {
    match export::write(&export::sorted(quads), offer.format) {
        Ok(body) => Reply::new(offer.media_type(), body),
        Err(error) => Reply::failure(406, &error.to_string()),
    }
}

/// Runs a look-up of our own where it holds nobody else up.
pub(super) async fn look_up(
    site: &Arc<Site>,
    work: impl FnOnce(&Site) -> Result<Reply, StoreError> + Send + 'static,
) -> Answer {
    let site = Arc::clone(site);
    send(match tokio::task::spawn_blocking(move || work(&site)).await {
        Ok(Ok(reply)) => reply,
        Ok(Err(error)) => Reply::fault(&error.to_string()),
        Err(_) => Reply::fault("a look-up broke off"),
    })
}

/// A header as text.
pub(super) fn header_text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// What the client accepts; several headers of one name are one, as RFC 9110 has it.
pub(super) fn accept(headers: &HeaderMap) -> Option<String> {
    let all: Vec<&str> =
        headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// Whether the client likes a page better than a graph: None where it takes neither, Some(None) for a page.
/// One who takes anything gets a graph: browsers ask for pages by name.
pub(super) fn page_or_graph(accept: Option<&str>) -> Option<Option<Offer<export::Format>>> {
    let copy = |offer: &Offer<export::Format>| Offer { ..*offer };
    let graphs = GRAPHS.iter().map(|offer| Offer {
        format: Some(copy(offer)),
        media_types: offer.media_types,
        name: offer.name,
    });
    let page = Offer { format: None, media_types: &["text/html", "application/xhtml+xml"], name: "html" };
    let offers: Vec<Offer<Option<Offer<export::Format>>>> = graphs.chain([page]).collect();
    best(accept, &offers).map(|offer| offer.format.as_ref().map(copy))
}

/// Neither page nor graph will do.
pub(super) fn not_acceptable() -> Reply {
    Reply::not_acceptable(&format!("text/html, {}", choices(GRAPHS)))
}
