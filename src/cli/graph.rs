//! Whom a question is put to: a store, or an endpoint elsewhere.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::time::Duration;

use oxigraph::model::NamedNode;

use super::{CliError, arguments, open};
#[cfg(feature = "endpoint")]
use crate::endpoint::Endpoint;
use crate::question::Source;
use crate::store::{Answer, Query, Store};

/// How long an endpoint may take, where the command has no `--timeout`.
pub(super) const TIMEOUT: Duration = Duration::from_secs(60);

/// A graph that answers.
pub(super) enum Graph {
    /// A store here.
    Store(Store),
    /// Asked over HTTP.
    #[cfg(feature = "endpoint")]
    Endpoint(Endpoint),
}

impl Graph {
    /// The graph that the arguments name.
    pub(super) fn open(arguments: &arguments::Graph, timeout: Duration) -> Result<Self, CliError> {
        #[cfg(feature = "endpoint")]
        if let Some(url) = address(arguments) {
            return Ok(Self::Endpoint(Endpoint::new(&url, timeout)?));
        }
        #[cfg(not(feature = "endpoint"))]
        let _ = timeout;
        Ok(Self::Store(open::open(&arguments.store)?))
    }

    /// Itself as a source of answers to questions.
    pub(super) fn source(&self) -> &dyn Source {
        match self {
            Self::Store(store) => store.engine(),
            #[cfg(feature = "endpoint")]
            Self::Endpoint(endpoint) => endpoint,
        }
    }

    /// Asks.
    pub(super) fn query(&self, query: &Query, timeout: Duration) -> Result<Answer, CliError> {
        match self {
            Self::Store(store) => Ok(store.query(query, timeout)?),
            #[cfg(feature = "endpoint")]
            Self::Endpoint(endpoint) => {
                let response = endpoint.query(query)?;
                if let Some(rows) = response.cut_at {
                    super::note(&format!(
                        "note: the endpoint gives {rows} rows at most, and there are more: use LIMIT and OFFSET"
                    ));
                }
                Ok(response.answer)
            }
        }
    }

    /// How the engine goes about a query; an endpoint keeps that to itself.
    pub(super) fn explain(&self, query: &Query, timeout: Duration) -> Result<String, CliError> {
        match self {
            Self::Store(store) => Ok(store.explain(query, timeout)?),
            #[cfg(feature = "endpoint")]
            Self::Endpoint(_) => Err(CliError::NoPlan),
        }
    }

    /// A store with at least the names of all named things.
    pub(super) fn names(&self) -> Result<Cow<'_, Store>, CliError> {
        match self {
            Self::Store(store) => Ok(Cow::Borrowed(store)),
            #[cfg(feature = "endpoint")]
            Self::Endpoint(endpoint) => Ok(Cow::Owned(endpoint.names()?)),
        }
    }

    /// A store with at least all about some things.
    #[cfg_attr(not(feature = "endpoint"), expect(unused_variables, reason = "a store has it all"))]
    pub(super) fn surroundings(&self, things: &BTreeSet<NamedNode>) -> Result<Cow<'_, Store>, CliError> {
        match self {
            Self::Store(store) => Ok(Cow::Borrowed(store)),
            #[cfg(feature = "endpoint")]
            Self::Endpoint(endpoint) => Ok(Cow::Owned(endpoint.surroundings(things)?)),
        }
    }
}

/// The endpoint that was named: on the command line, or in the environment, unless the command line then
/// names a store.
#[cfg(feature = "endpoint")]
fn address(arguments: &arguments::Graph) -> Option<String> {
    let store = arguments.store.store.as_ref();
    let typed =
        store.is_some() && store.map(|path| path.as_os_str()) != std::env::var_os("ZHENGTU_STORE").as_deref();
    let environment = || std::env::var("ZHENGTU_ENDPOINT").ok().filter(|url| !url.is_empty() && !typed);
    arguments.endpoint.clone().or_else(environment)
}
