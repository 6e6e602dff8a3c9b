//! stub
use super::arguments::Show;
use super::{CliError, Outcome};
pub(super) fn run(_: &Show) -> Result<Outcome, CliError> {
    Ok(Outcome::Done)
}
