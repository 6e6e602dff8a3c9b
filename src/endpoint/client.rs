//! Sending a query, and getting bytes back.

use std::io;
use std::time::Duration;

use ureq::Agent;
use ureq::http::header::{ACCEPT, CONTENT_TYPE};

use super::{EndpointError, parse};
use crate::store::{Answer, Query};

/// So many bytes of an answer are read.
const LONGEST: u64 = 256 << 20;

/// So many characters of an endpoint's own message are shown.
const MESSAGE: usize = 400;

/// The header by which Virtuoso says how many rows it gave of an answer that has more.
const ROWS: &str = "x-sparql-maxrows";

/// What came back from an endpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// The answer, or its beginning.
    pub answer: Answer,
    /// So many rows or triples were given, and more there are.
    pub cut_at: Option<u64>,
}

/// The same, unread.
struct Received {
    media_type: String,
    body: Vec<u8>,
    cut_at: Option<u64>,
}

/// A SPARQL endpoint.
#[derive(Debug, Clone)]
pub struct Endpoint {
    url: String,
    agent: Agent,
    timeout: Duration,
}

impl Endpoint {
    /// The endpoint at an address. Nothing is sent yet; `timeout` is for each request.
    ///
    /// # Errors
    /// [`EndpointError::Address`].
    pub fn new(url: &str, timeout: Duration) -> Result<Self, EndpointError> {
        let address = || EndpointError::Address { url: url.to_owned() };
        let uri: ureq::http::Uri = url.parse().map_err(|_| address())?;
        if !matches!(uri.scheme_str(), Some("http" | "https")) || uri.host().is_none_or(str::is_empty) {
            return Err(address());
        }
        let agent = Agent::config_builder()
            .timeout_global(Some(timeout))
            .http_status_as_error(false)
            .user_agent(concat!("zhengtu/", env!("CARGO_PKG_VERSION")))
            .build();
        Ok(Self { url: url.to_owned(), agent: agent.into(), timeout })
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Asks.
    ///
    /// # Errors
    /// Any [`EndpointError`].
    pub fn query(&self, query: &Query) -> Result<Response, EndpointError> {
        let accept = if query.gives_graph() { parse::GRAPHS } else { parse::RESULTS };
        let Received { media_type, body, cut_at } = self.send(&query.portable(), accept)?;
        let answer =
            parse::answer(&media_type, &body, query.gives_graph()).map_err(|problem| match problem {
                parse::Problem::Kind => {
                    EndpointError::NoResults { url: self.url.clone(), media_type: kind(&media_type) }
                }
                parse::Problem::Syntax(reason) => EndpointError::Malformed { url: self.url.clone(), reason },
            })?;
        Ok(Response { answer, cut_at })
    }

    fn send(&self, query: &str, accept: &str) -> Result<Received, EndpointError> {
        let sent = self.agent.post(&self.url).header(ACCEPT, accept).send_form([("query", query)]);
        let mut response = sent.map_err(|error| self.failed(error))?;
        let media_type = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let media_type = media_type.unwrap_or("nothing").to_owned();
        let cut_at = response.headers().get(ROWS).and_then(|value| value.to_str().ok()?.parse().ok());
        let status = response.status();
        let body = response.body_mut().with_config().limit(LONGEST).read_to_vec();
        let body = body.map_err(|error| self.failed(error))?;
        if !status.is_success() {
            let message = message(&String::from_utf8_lossy(&body), &media_type);
            return Err(EndpointError::Refused { url: self.url.clone(), status: status.as_u16(), message });
        }
        Ok(Received { media_type, body, cut_at })
    }

    fn failed(&self, error: ureq::Error) -> EndpointError {
        let url = self.url.clone();
        let timed_out = |error: &io::Error| error.kind() == io::ErrorKind::TimedOut;
        match error {
            ureq::Error::Timeout(_) => EndpointError::TimedOut { url, seconds: self.timeout.as_secs_f64() },
            ureq::Error::Io(error) if timed_out(&error) => {
                EndpointError::TimedOut { url, seconds: self.timeout.as_secs_f64() }
            }
            ureq::Error::BodyExceedsLimit(limit) => EndpointError::TooLong { url, mebibytes: limit >> 20 },
            ureq::Error::BadUri(_) => EndpointError::Address { url },
            ureq::Error::Io(error) => EndpointError::Unreachable { url, reason: error.to_string() },
            other => EndpointError::Unreachable { url, reason: other.to_string() },
        }
    }
}

/// A media type in words.
fn kind(media_type: &str) -> String {
    match media_type.split(';').next().unwrap_or_default().trim() {
        "text/html" | "application/xhtml+xml" => "a web page".to_owned(),
        other => other.to_owned(),
    }
}

/// The beginning of what a server said, on one line, and of a web page the words alone.
fn message(body: &str, media_type: &str) -> String {
    let words = if media_type.contains("html") { without_markup(body) } else { body.to_owned() };
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.chars().count() {
        0 => "it does not say why".to_owned(),
        count if count > MESSAGE => line.chars().take(MESSAGE).chain(['…']).collect(),
        _ => line,
    }
}

fn without_markup(page: &str) -> String {
    let mut words = String::new();
    let mut rest = page;
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        words.push(' ');
        let hidden = ["script", "style", "head"]
            .iter()
            .find(|name| tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)));
        let end = hidden.map_or(">".to_owned(), |name| format!("</{name}>"));
        rest = tag.split_once(end.as_str()).map_or("", |(_, after)| after);
    }
    words.push_str(rest);
    words
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn of_a_page_the_words_are_shown() {
        let page = "<html><head><title>x</title></head><body><h1>Error</h1>\n<p>line 1: <b>no</b></body>";
        assert_eq!(message(page, "text/html"), "Error line 1: no");
        assert_eq!(message(" \n", "text/plain"), "it does not say why");
        assert_eq!(message(&"字".repeat(900), "text/plain").chars().count(), MESSAGE + 1);
        assert_eq!(message("<a", "text/html"), "it does not say why");
    }

    #[test]
    fn an_address_is_checked_before_anything_is_sent() {
        for wrong in ["", "nonsense", "ftp://example.org/", "http://", "/sparql", "file:///etc/passwd"] {
            assert!(Endpoint::new(wrong, Duration::from_secs(1)).is_err(), "{wrong}");
        }
        assert!(Endpoint::new("https://example.org/sparql", Duration::from_secs(1)).is_ok());
    }
}
