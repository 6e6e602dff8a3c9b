//! Replies before they become HTTP, and the words for what went wrong.

use std::time::Duration;

use crate::store::QueryError;

/// A status, and a body of some media type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) media_type: String,
    pub(super) body: Vec<u8>,
}

impl Reply {
    /// A good one.
    pub(super) fn new(media_type: &str, body: Vec<u8>) -> Self {
        Self { status: 200, media_type: media_type.to_owned(), body }
    }

    /// A bad one, said in words.
    pub(super) fn failure(status: u16, message: &str) -> Self {
        let body = format!("{message}\n").into_bytes();
        Self { status, media_type: "text/plain; charset=utf-8".to_owned(), body }
    }

    /// The client may repeat the request after so many seconds.
    pub(super) const RETRY_SECONDS: u64 = 5;

    /// All workers are at work, and enough requests wait.
    pub(super) fn busy() -> Self {
        let seconds = Self::RETRY_SECONDS;
        Self::failure(503, &format!("the server is busy: try again in {seconds} seconds"))
    }

    /// The time was up.
    pub(super) fn timed_out(limit: Duration) -> Self {
        let seconds = limit.as_secs_f64();
        Self::failure(504, &format!("the query was stopped after {seconds} s: ask for less (LIMIT)"))
    }

    /// The answer is too long.
    pub(super) fn too_long(limit: usize) -> Self {
        let size = mebibytes(limit as u64);
        Self::failure(400, &format!("the answer is longer than {size}: ask for less (LIMIT and OFFSET)"))
    }

    /// The worker died of the query.
    pub(super) fn broken(memory: u64) -> Self {
        let size = mebibytes(memory);
        Self::failure(
            400,
            &format!("the query was stopped: it needs more than {size} of memory, or is nested too deeply"),
        )
    }

    /// The client takes nothing that we have.
    pub(super) fn not_acceptable(choices: &str) -> Self {
        Self::failure(406, &format!("this answer comes as {choices}: name one of them in the Accept header"))
    }

    /// A fault of our own.
    pub(super) fn fault(what: &str) -> Self {
        Self::failure(500, &format!("the server failed ({what}); please report this"))
    }
}

impl From<QueryError> for Reply {
    fn from(error: QueryError) -> Self {
        match error {
            QueryError::Update => Self::failure(400, UPDATE),
            QueryError::Engine => Self::fault("the query engine stopped"),
            wrong => Self::failure(400, &wrong.to_string()),
        }
    }
}

/// Why there are no updates.
pub(super) const UPDATE: &str =
    "this endpoint is read-only: it answers queries (SELECT, ASK, CONSTRUCT, DESCRIBE) and takes no updates";

/// `16 MiB`, or bytes where there are too few for that.
fn mebibytes(bytes: u64) -> String {
    match bytes >> 20 {
        0 => format!("{bytes} bytes"),
        mebibytes => format!("{mebibytes} MiB"),
    }
}
