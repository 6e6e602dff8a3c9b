//! `zhengtu ask`: a question in Chinese or English.

use super::arguments::{AnswerFormat, Ask};
use super::{CliError, Outcome, note, open, print};
use crate::question::{self, Answer};

/// Runs the command.
pub(super) fn run(arguments: &Ask) -> Result<Outcome, CliError> {
    let store = open::open(&arguments.store)?;
    let answer = question::answer(store.engine(), &arguments.question.join(" "))?;
    match arguments.format {
        AnswerFormat::Text => print_text(&answer, arguments.show_query)?,
        // Plain structs with string keys: writing them as JSON cannot fail.
        AnswerFormat::Json => {
            let json = serde_json::to_string_pretty(&answer).unwrap_or_default();
            print(format!("{json}\n").as_bytes())?;
        }
    }
    Ok(Outcome::found(!answer.answers.is_empty()))
}

fn print_text(answer: &Answer, show_query: bool) -> Result<(), CliError> {
    if show_query && !answer.sparql.is_empty() {
        print(format!("{}\n\n", answer.sparql.trim_end()).as_bytes())?;
    }
    let text = question::render_text(answer);
    if answer.answers.is_empty() {
        note(text.trim_end());
        return Ok(());
    }
    print(text.as_bytes())
}
