//! `zhengtu extract`: the facts of a report, before they become RDF.

use super::arguments::{Extract, FactFormat};
use super::{CliError, Outcome, build, fact_lines, input, print};
use crate::pipeline;

/// Runs the command.
pub(super) fn run(arguments: &Extract) -> Result<Outcome, CliError> {
    let settings = build::settings(&arguments.curation, None)?;
    let bytes = input::read(&arguments.report)?;
    let facts = pipeline::facts(&bytes, &settings)
        .map_err(|source| CliError::Report { place: input::shown(&arguments.report), source })?;
    let text = match arguments.format {
        FactFormat::Jsonl => fact_lines::write(&facts),
    };
    print(text.as_bytes())?;
    Ok(Outcome::Done)
}
