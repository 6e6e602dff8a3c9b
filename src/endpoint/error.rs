//! What can go wrong between us and an endpoint.

use thiserror::Error;

/// Why an endpoint gave no answer.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum EndpointError {
    /// This is no address.
    #[error(
        "`{url}` cannot be an endpoint: give an address such as http://127.0.0.1:7878/sparql (--endpoint)"
    )]
    Address {
        /// What was given.
        url: String,
    },
    /// Nobody answers there.
    #[error("cannot reach the endpoint {url}: {reason}; check that it runs, and its address (--endpoint)")]
    Unreachable {
        /// The endpoint.
        url: String,
        /// What the system said.
        reason: String,
    },
    /// It took too long.
    #[error("the endpoint {url} did not answer within {seconds} s: ask for less (LIMIT), or try again later")]
    TimedOut {
        /// The endpoint.
        url: String,
        /// How long we waited.
        seconds: f64,
    },
    /// It refused the query.
    #[error("the endpoint {url} refused the query (HTTP {status}): {message}")]
    Refused {
        /// The endpoint.
        url: String,
        /// The status of the response.
        status: u16,
        /// What it said.
        message: String,
    },
    /// It sent something that holds no answer.
    #[error(
        "{url} answers with {media_type} where query results should be: give the address of its SPARQL \
         endpoint, which often ends in /sparql or /query"
    )]
    NoResults {
        /// The endpoint.
        url: String,
        /// What it sent, in words.
        media_type: String,
    },
    /// Its answer cannot be read.
    #[error("the answer of the endpoint {url} cannot be read: {reason}")]
    Malformed {
        /// The endpoint.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Its answer is longer than we take.
    #[error("the answer of the endpoint {url} is longer than {mebibytes} MiB: ask for less (LIMIT)")]
    TooLong {
        /// The endpoint.
        url: String,
        /// What we take.
        mebibytes: u64,
    },
}
