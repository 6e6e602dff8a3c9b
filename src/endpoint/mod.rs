//! Any SPARQL 1.1 endpoint in place of a store of our own: another `zhengtu serve`, Virtuoso, Fuseki …
//!
//! Its default graph must show what its named graphs hold, as Virtuoso's does by itself and Fuseki's where
//! it is set up so (`tdb2:unionDefaultGraph`).

mod client;
mod error;
mod excerpt;
mod parse;
mod source;

pub use client::{Endpoint, Response};
pub use error::EndpointError;
