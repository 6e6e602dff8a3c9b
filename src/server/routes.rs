//! Which path does what, and what every response has in common.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::State;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, Request, StatusCode};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{any, get};
use oxigraph::model::NamedNode;
use tokio::time::timeout;

use super::message::Task;
use super::negotiate::accept_for;
use super::reply::Reply;
use super::respond::{
    accept, empty, graph, header_text, look_up, not_acceptable, page_or_graph, see_other, send,
};
use super::site::Site;
use super::{browse, description, protocol};

/// Longest request body, and with it longest query.
const BODY_BYTES: usize = 1 << 20;

/// How long a client may take to send it.
const BODY_TIME: Duration = Duration::from_secs(10);

pub(super) type Shared = State<Arc<Site>>;
pub(super) type Answer = Response<Body>;

/// All paths.
pub(super) fn router(site: Site, address: SocketAddr) -> Router {
    Router::new()
        .route("/", get(browse::front))
        .route("/ask", get(browse::ask))
        .route("/query", get(browse::query))
        .route("/saved/{name}", get(browse::saved))
        .route("/id/{*rest}", get(browse::by_path))
        .route("/resource", get(browse::by_iri))
        .route("/style.css", get(browse::style))
        .route("/sparql", any(move |site, request| sparql(site, address, request)))
        .fallback(browse::missing)
        .layer(middleware::from_fn(common_headers))
        .with_state(Arc::new(site))
}

/// CORS, since anybody may read; and what keeps a browser from reading more into a page than there is.
async fn common_headers(request: Request<Body>, next: Next) -> Answer {
    let preflight = request.method() == Method::OPTIONS;
    let mut response = if preflight { empty(StatusCode::NO_CONTENT) } else { next.run(request).await };
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value| headers.insert(name, HeaderValue::from_static(value));
    set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    if preflight {
        set(header::ALLOW, "GET, HEAD, POST, OPTIONS");
        set(header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, OPTIONS");
        set(header::ACCESS_CONTROL_ALLOW_HEADERS, "accept, content-type, *");
        set(header::ACCESS_CONTROL_MAX_AGE, "86400");
    }
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    response
}

/// `/sparql`
async fn sparql(State(site): Shared, address: SocketAddr, request: Request<Body>) -> Answer {
    let (head, body) = request.into_parts();
    let query_string = head.uri.query().unwrap_or_default();
    let asked = match head.method {
        Method::GET | Method::HEAD => match protocol::get(query_string) {
            Ok(None) => return service_description(&site, address, &head.headers).await,
            Ok(Some(request)) => Ok(request),
            Err(reply) => Err(reply),
        },
        Method::POST => match read(body).await {
            Ok(body) => {
                protocol::post(header_text(&head.headers, &header::CONTENT_TYPE), query_string, &body)
            }
            Err(reply) => Err(reply),
        },
        _ => {
            let mut response = send(Reply::failure(405, "ask with GET or POST"));
            response
                .headers_mut()
                .insert(header::ALLOW, HeaderValue::from_static("GET, HEAD, POST, OPTIONS"));
            return response;
        }
    };
    let asked = match asked.and_then(|request| task(&site, request, &head.headers)) {
        Ok(task) => task,
        Err(reply) => return send(reply),
    };
    send(site.pool.run(&asked).await)
}

fn task(site: &Site, request: protocol::Request, headers: &HeaderMap) -> Result<Task, Reply> {
    let accept = match &request.format {
        Some(name) => Some(
            accept_for(name)
                .ok_or_else(|| Reply::failure(400, &format!("there is no format `{name}`")))?
                .to_owned(),
        ),
        None => accept(headers),
    };
    Ok(Task {
        query: request.query,
        default_graphs: request.default_graphs,
        named_graphs: request.named_graphs,
        accept,
        limits: site.pool.limits(),
    })
}

async fn read(body: Body) -> Result<Bytes, Reply> {
    match timeout(BODY_TIME, to_bytes(body, BODY_BYTES)).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(_)) => Err(Reply::failure(413, "the request is longer than 1 MiB")),
        Err(_) => Err(Reply::failure(408, "the request did not come in time")),
    }
}

/// The description for programs; people find the front page.
async fn service_description(site: &Arc<Site>, address: SocketAddr, headers: &HeaderMap) -> Answer {
    let Some(wanted) = page_or_graph(accept(headers).as_deref()) else { return send(not_acceptable()) };
    let Some(format) = wanted else { return see_other("/") };
    let endpoint = endpoint(headers, address);
    look_up(site, move |site| Ok(graph(description::describe(&site.store, &endpoint)?, &format))).await
}

/// The endpoint's own IRI, by the name under which the client knows us.
fn endpoint(headers: &HeaderMap, address: SocketAddr) -> NamedNode {
    let host = header_text(headers, &header::HOST).unwrap_or_default();
    NamedNode::new(format!("http://{host}/sparql"))
        .unwrap_or_else(|_| NamedNode::new_unchecked(format!("http://{address}/sparql")))
}
