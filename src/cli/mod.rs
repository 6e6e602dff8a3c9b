//! The commands: arguments in, results on standard output, everything else on standard error.

pub mod arguments;
mod ask;
mod build;
mod card;
mod error;
mod export;
mod extract;
mod fact_lines;
mod graph;
mod input;
mod open;
mod prompt;
mod query;
mod results;
mod saved;
#[cfg(feature = "server")]
mod serve;
mod show;
mod table;
mod validate;
mod violations;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
pub use error::{CliError, Outcome};

/// Reads the command line, does what it says, and reports how it went.
#[must_use]
pub fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(Outcome::Done) | Err(CliError::ClosedPipe) => ExitCode::SUCCESS,
        Ok(Outcome::NothingFound) => ExitCode::from(1),
        Err(error) => {
            note(&format!("error: {}", one_line(&error.to_string())));
            ExitCode::from(2)
        }
    }
}

/// Does what the arguments say.
///
/// # Errors
/// See [`CliError`].
pub fn run(arguments: &Arguments) -> Result<Outcome, CliError> {
    match &arguments.command {
        Command::Build(build) => build::run(build),
        Command::Ask(ask) => ask::run(ask),
        Command::Query(query) => query::run(query),
        Command::Show(show) => show::run(show),
        Command::Export(export) => export::run(export),
        Command::Extract(extract) => extract::run(extract),
        Command::Validate(validate) => validate::run(validate),
        #[cfg(feature = "server")]
        Command::Serve(serve) => serve::run(serve),
        #[cfg(feature = "server")]
        Command::ServeWorker => serve::worker(),
    }
}

/// Writes results to standard output.
fn print(bytes: &[u8]) -> Result<(), CliError> {
    let mut output = io::stdout().lock();
    output.write_all(bytes).and_then(|()| output.flush()).map_err(CliError::output)
}

/// Writes a remark to standard error; that nobody may be listening there is no failure.
fn note(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Whether results go to a person rather than to another program.
fn to_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Messages of other libraries may have several lines; an error of ours has one.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
