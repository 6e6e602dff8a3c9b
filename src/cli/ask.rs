//! `zhengtu ask`: questions in Chinese or English, one from the command line or many, a line each.

use std::io::{self, BufRead, IsTerminal};

use super::arguments::{AnswerFormat, Ask};
use super::graph::{Graph, TIMEOUT};
use super::prompt::Prompt;
use super::{CliError, Outcome, note, print};
use crate::question::{self, Answer, Index};

/// Runs the command. Without a question, they are read from standard input: with line editing and a history
/// where that is a terminal, else as they come. It is then a failure only if none of them is answered.
pub(super) fn run(arguments: &Ask) -> Result<Outcome, CliError> {
    let graph = Graph::open(&arguments.graph, TIMEOUT)?;
    let index = question::index(graph.source())?;
    let session = Session { graph, index, arguments };
    if !arguments.question.is_empty() {
        return session.answer(&arguments.question.join(" "));
    }
    if io::stdin().is_terminal() {
        return session.converse();
    }
    session.read_all(io::stdin().lock())
}

/// A graph ready to be asked.
struct Session<'a> {
    graph: Graph,
    index: Index,
    arguments: &'a Ask,
}

impl Session<'_> {
    fn answer(&self, question: &str) -> Result<Outcome, CliError> {
        let answer = question::answer_with(self.graph.source(), &self.index, question)?;
        let several = self.arguments.question.is_empty();
        match self.arguments.format {
            AnswerFormat::Json => print_json(&answer, several)?,
            AnswerFormat::Text => print_text(&answer, self.arguments.show_query)?,
        }
        Ok(Outcome::found(!answer.answers.is_empty()))
    }

    /// Questions at a terminal, until its end or an interrupt.
    fn converse(&self) -> Result<Outcome, CliError> {
        note(
            "Ask in Chinese or English, one question a line; Ctrl-D ends. 请用中文或英文提问，一行一个问题，按Ctrl-D结束。",
        );
        let mut prompt = Prompt::new()?;
        while let Some(question) = prompt.read()? {
            self.answer(&question)?;
        }
        Ok(Outcome::Done)
    }

    /// Questions a line each; in text, every answer stands under its question.
    fn read_all(&self, input: impl BufRead) -> Result<Outcome, CliError> {
        let mut found = false;
        for line in input.split(b'\n') {
            let line = line.map_err(|source| CliError::Input { path: "standard input".into(), source })?;
            let line = String::from_utf8_lossy(&line);
            let question = line.trim();
            if question.is_empty() {
                continue;
            }
            if self.arguments.format == AnswerFormat::Text {
                print(format!("> {question}\n").as_bytes())?;
            }
            found |= self.answer(question)? == Outcome::Done;
        }
        Ok(Outcome::found(found))
    }
}

/// The query is part of the object, whether it was asked for or not. Of several answers each is one line.
fn print_json(answer: &Answer, several: bool) -> Result<(), CliError> {
    let written = if several { serde_json::to_string(answer) } else { serde_json::to_string_pretty(answer) };
    let mut text = written.map_err(|error| CliError::output(error.into()))?;
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
