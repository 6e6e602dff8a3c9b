//! `zhengtu extract`: the facts of a report, before they become RDF.

use super::arguments::{Extract, FactFormat};
use super::{CliError, Outcome, build, fact_lines, input, note, print};
use crate::pipeline;

/// Runs the command.
pub(super) fn run(arguments: &Extract) -> Result<Outcome, CliError> {
    let settings = build::settings(&arguments.curation, None)?;
    let bytes = input::read(&arguments.report)?;
    let reading = pipeline::read(&bytes, &settings)
        .map_err(|source| CliError::Report { place: input::shown(&arguments.report), source })?;
    let text = match arguments.format {
        FactFormat::Jsonl => fact_lines::write(&reading.facts),
    };
    reading.remarks.iter().for_each(|remark| note(&format!("note: {remark}")));
    print(text.as_bytes())?;
    Ok(Outcome::Done)
}
