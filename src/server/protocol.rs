//! The SPARQL 1.1 Protocol: from the parts of an HTTP request to a query and its dataset.

use std::borrow::Cow;

use percent_encoding::percent_decode;

use super::negotiate::essence;
use super::reply::{Reply, UPDATE};

/// A query as it was asked, unread.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) query: String,
    pub(super) default_graphs: Vec<String>,
    pub(super) named_graphs: Vec<String>,
    /// Short name of a format, which a link can give where a client would send `Accept`.
    pub(super) format: Option<String>,
}

/// Names and values of a query string or a form.
pub(super) type Parameters = Vec<(String, String)>;

/// Reads a query string or the body of a form.
pub(super) fn parameters(text: &[u8]) -> Result<Parameters, Reply> {
    let pieces = text.split(|byte| *byte == b'&').filter(|piece| !piece.is_empty());
    let pair = |piece: &[u8]| {
        let at = piece.iter().position(|byte| *byte == b'=');
        let (name, value) = at.map_or((piece, &[][..]), |at| (&piece[..at], &piece[at + 1..]));
        Ok((decode(name)?, decode(value)?))
    };
    pieces.map(pair).collect()
}

/// The last value of a parameter.
pub(super) fn value<'a>(parameters: &'a Parameters, name: &str) -> Option<&'a str> {
    parameters.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

fn decode(text: &[u8]) -> Result<String, Reply> {
    let spaced: Cow<'_, [u8]> = if text.contains(&b'+') {
        text.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect()
    } else {
        text.into()
    };
    percent_decode(&spaced)
        .decode_utf8()
        .map(Cow::into_owned)
        .map_err(|_| Reply::failure(400, "the parameters are not UTF-8: encode them in UTF-8, then in %"))
}

/// Query via GET; None where there is none.
pub(super) fn get(query_string: &str) -> Result<Option<Request>, Reply> {
    let parameters = parameters(query_string.as_bytes())?;
    if value(&parameters, "update").is_some() {
        return Err(Reply::failure(403, UPDATE));
    }
    if value(&parameters, "query").is_none() {
        return Ok(None);
    }
    from_parameters(parameters).map(Some)
}

/// Query via POST, as a form or as the body itself.
pub(super) fn post(content_type: Option<&str>, query_string: &str, body: &[u8]) -> Result<Request, Reply> {
    const TYPES: &str = "application/x-www-form-urlencoded (query=…) or application/sparql-query";
    let Some(content_type) = content_type else {
        return Err(Reply::failure(415, &format!("a POST needs a Content-Type: {TYPES}")));
    };
    match essence(content_type).as_str() {
        "application/x-www-form-urlencoded" => {
            let mut all = parameters(body)?;
            all.extend(parameters(query_string.as_bytes())?);
            if value(&all, "update").is_some() {
                return Err(Reply::failure(403, UPDATE));
            }
            from_parameters(all)
        }
        "application/sparql-query" => {
            let mut all = parameters(query_string.as_bytes())?;
            all.push(("query".to_owned(), utf8(content_type, body)?));
            from_parameters(all)
        }
        "application/sparql-update" => Err(Reply::failure(403, UPDATE)),
        other => Err(Reply::failure(415, &format!("`{other}` is not understood: send {TYPES}"))),
    }
}

fn utf8(content_type: &str, body: &[u8]) -> Result<String, Reply> {
    let mut parameters = content_type.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let charset = parameters.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    let stated = charset.map(|(_, value)| value.trim().trim_matches('"'));
    let is_utf8 = |name: &str| name.eq_ignore_ascii_case("utf-8") || name.eq_ignore_ascii_case("us-ascii");
    match String::from_utf8(body.to_vec()) {
        Ok(text) if stated.is_none_or(is_utf8) => Ok(text),
        _ => Err(Reply::failure(400, "the query is not UTF-8: send it in UTF-8")),
    }
}

fn from_parameters(parameters: Parameters) -> Result<Request, Reply> {
    let mut request = Request::default();
    let mut queries = Vec::new();
    for (name, value) in parameters {
        match name.as_str() {
            "query" => queries.push(value),
            "default-graph-uri" => request.default_graphs.push(value),
            "named-graph-uri" => request.named_graphs.push(value),
            "format" => request.format = Some(value).filter(|value| !value.is_empty()),
            _ => {}
        }
    }
    match <[String; 1]>::try_from(queries) {
        Ok([query]) => Ok(Request { query, ..request }),
        Err(queries) if queries.is_empty() => {
            Err(Reply::failure(400, "there is no query: give one as the parameter `query`"))
        }
        Err(_) => Err(Reply::failure(400, "there are several queries: give one `query` at a time")),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn parameters_are_decoded() {
        let read = parameters("query=ASK+%7B%7D&a=b%3Dc&&x&名=值".as_bytes()).unwrap();
        let pairs: Vec<(&str, &str)> = read.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(pairs, [("query", "ASK {}"), ("a", "b=c"), ("x", ""), ("名", "值")]);
    }

    #[test]
    fn what_is_not_utf8_is_refused() {
        assert_eq!(parameters(b"query=%FF").unwrap_err().status, 400);
        assert_eq!(post(Some("application/sparql-query"), "", b"\xFF\xFE").unwrap_err().status, 400);
    }

    proptest! {
        #[test]
        fn nothing_that_is_sent_makes_it_panic(
            kind in "(application/(sparql-query|x-www-form-urlencoded))?[ -~]{0,20}",
            string in ".{0,40}",
            body in proptest::collection::vec(any::<u8>(), 0..80),
        ) {
            let _ = get(&string);
            let _ = post(Some(&kind), &string, &body);
        }
    }
}
