//! `zhengtu ask`: a question in Chinese or English.

use super::arguments::{AnswerFormat, Ask};
use super::graph::{Graph, TIMEOUT};
use super::{CliError, Outcome, note, print};
use crate::question::{self, Answer};

/// Runs the command.
pub(super) fn run(arguments: &Ask) -> Result<Outcome, CliError> {
    let graph = Graph::open(&arguments.graph, TIMEOUT)?;
    let answer = question::answer(graph.source(), &arguments.question.join(" "))?;
    match arguments.format {
        AnswerFormat::Json => print_json(&answer)?,
        AnswerFormat::Text => print_text(&answer, arguments.show_query)?,
    }
    Ok(Outcome::found(!answer.answers.is_empty()))
}

/// The query is part of the object, whether it was asked for or not.
fn print_json(answer: &Answer) -> Result<(), CliError> {
    let mut text = serde_json::to_string_pretty(answer).map_err(|error| CliError::output(error.into()))?;
    text.push('\n');
    print(text.as_bytes())
}

fn print_text(answer: &Answer, with_query: bool) -> Result<(), CliError> {
    if with_query && !answer.sparql.is_empty() {
        print(format!("{}\n", answer.sparql).as_bytes())?;
    }
    match &answer.reason {
        Some(reason) => note(reason),
        None => print(question::render_text(answer).as_bytes())?,
    }
    Ok(())
}
