//! Questions typed at a terminal, with line editing and a history that lasts.

use std::fs;
use std::path::PathBuf;

use rustyline::error::ReadlineError;
use rustyline::{Config, DefaultEditor};

use super::{CliError, note};

/// A prompt for questions.
pub(super) struct Prompt {
    editor: DefaultEditor,
    /// Where the history is kept, if anywhere.
    history: Option<PathBuf>,
}

impl Prompt {
    /// Opens the prompt, with what was asked before.
    pub(super) fn new() -> Result<Self, CliError> {
        let config = Config::builder().auto_add_history(true).build();
        let mut editor = DefaultEditor::with_config(config)?;
        let history = history();
        if let Some(file) = &history {
            // There is none before the first question.
            let _ = editor.load_history(file);
        }
        Ok(Self { editor, history })
    }

    /// The next question; nothing at the end of the input.
    pub(super) fn read(&mut self) -> Result<Option<String>, CliError> {
        loop {
            match self.editor.readline("问> ") {
                Ok(line) if line.trim().is_empty() => {}
                Ok(line) => {
                    self.remember();
                    return Ok(Some(line.trim().to_owned()));
                }
                Err(ReadlineError::Eof | ReadlineError::Interrupted) => return Ok(None),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// A history that cannot be kept is given up, with a word about it.
    fn remember(&mut self) {
        let Some(file) = &self.history else { return };
        if let Err(error) = self.editor.append_history(file) {
            note(&format!(
                "note: questions are not remembered: {} cannot be written: {error}",
                file.display()
            ));
            self.history = None;
        }
    }
}

/// `zhengtu/questions` in the user's folder for data, which is made where it is missing.
fn history() -> Option<PathBuf> {
    let folder = dirs::data_dir()?.join("zhengtu");
    fs::create_dir_all(&folder).ok()?;
    Some(folder.join("questions"))
}
