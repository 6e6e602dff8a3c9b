//! Finding and reading the files that a command names.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::CliError;

/// Endings of the files that are read in a folder.
const READABLE: &[&str] = &["txt", "text", "md", "markdown", "html", "htm", "docx", "pdf"];

/// The name that means standard input.
pub(super) const STANDARD_INPUT: &str = "-";

/// The files that the names stand for: folders give the reports in them and below them, sorted.
pub(super) fn find(names: &[PathBuf]) -> Result<Vec<PathBuf>, CliError> {
    let mut found = Vec::new();
    for name in names {
        if !name.is_dir() {
            found.push(name.clone());
            continue;
        }
        let before = found.len();
        walk(name, &mut found)?;
        if found.len() == before {
            return Err(CliError::EmptyFolder { path: name.clone() });
        }
    }
    Ok(found)
}

/// The bytes of a file, or of standard input.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    let failed = |source| CliError::Input { path: path.to_owned(), source };
    if path.as_os_str() == STANDARD_INPUT {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(failed)?;
        return Ok(bytes);
    }
    fs::read(path).map_err(failed)
}

/// A file's text; what is not UTF-8 is an error.
pub(super) fn read_text(path: &Path) -> Result<String, CliError> {
    String::from_utf8(read(path)?).map_err(|error| CliError::Input {
        path: path.to_owned(),
        source: io::Error::new(io::ErrorKind::InvalidData, error.utf8_error()),
    })
}

/// The name by which messages call a file.
pub(super) fn shown(path: &Path) -> String {
    if path.as_os_str() == STANDARD_INPUT { "standard input".to_owned() } else { path.display().to_string() }
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), CliError> {
    let failed = |source| CliError::Input { path: folder.to_owned(), source };
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
        .map_err(failed)?;
    entries.sort();
    for entry in entries {
        if is_aside(&entry) {
            continue;
        }
        // A link to a folder could lead back up for ever; a link to a file is a file.
        if entry.is_dir() && !entry.is_symlink() {
            walk(&entry, found)?;
        } else if entry.is_file() && has_readable_ending(&entry) {
            found.push(entry);
        }
    }
    Ok(())
}

/// Hidden files and folders, what Word leaves beside an open file, and the notes that people put beside
/// reports.
fn is_aside(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    name.starts_with(['.', '~']) || name.starts_with("readme.")
}

fn has_readable_ending(path: &Path) -> bool {
    path.extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| READABLE.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}
