//! stub
use super::arguments::Extract;
use super::{CliError, Outcome};
pub(super) fn run(_: &Extract) -> Result<Outcome, CliError> {
    Ok(Outcome::Done)
}
