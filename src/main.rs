//! The `zhengtu` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    zhengtu::cli::main()
}
