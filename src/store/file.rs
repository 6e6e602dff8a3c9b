//! The store in a file: sorted N-Quads, replaced as a whole or not at all.
//!
//! Sorted lines make the file the same for the same input, and let a person read a `diff` of two builds.
//! A first line of comment tells our files from other people's, so that `build` never overwrites a file
//! that it did not write.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Quad;

use super::atomic::{beside, folder_of, replace};
use super::error::StoreError;
use super::lines;
use super::lock::Lock;

/// First line of every store.
const HEADER: &str = "# zhengtu store 1: sorted N-Quads, written by `zhengtu build`";

/// A store in a file.
#[derive(Debug, Clone)]
pub struct StoreFile {
    path: PathBuf,
}

impl StoreFile {
    /// The store at `path`, whether it exists or not.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether something stands there.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.path.exists()
    }

    /// Reads all quads.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::Foreign`] or [`StoreError::Read`].
    pub fn read(&self) -> Result<Vec<Quad>, StoreError> {
        let bytes = self.bytes()?;
        // Our own writer made these lines: the parser may leave out the costly checks of IRIs.
        RdfParser::from_format(RdfFormat::NQuads)
            .lenient()
            .for_slice(&bytes)
            .map(|quad| {
                quad.map_err(|error| {
                    let before = error.location().map_or(0, |range| range.start.line);
                    self.foreign(usize::try_from(before).unwrap_or_default(), &error)
                })
            })
            .collect()
    }

    /// Finds out, before a long build, whether [`StoreFile::add`] would refuse: because the file is not
    /// ours, or because its folder is not there.
    ///
    /// # Errors
    /// [`StoreError::Foreign`], [`StoreError::Read`] or [`StoreError::Write`].
    pub fn check(&self) -> Result<(), StoreError> {
        let mut start = vec![0; HEADER.len() + 1];
        match File::open(&self.path).and_then(|mut file| read_up_to(&mut file, &mut start)) {
            Ok(length) => self.check_header(&start[..length]),
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::Read { path: self.path.clone(), source })
            }
            Err(_) if folder_of(&self.path).is_dir() => Ok(()),
            Err(source) => Err(self.write_error(source)),
        }
    }

    /// Adds the graphs of reports to those that are there (none, where there is no store yet), each in the
    /// place of an earlier reading of the same report, and gives the number of quads in the store. Two builds
    /// at once wait for each other, so that neither loses what the other adds. Where anything fails, the
    /// store stays as it was.
    ///
    /// # Errors
    /// Any [`StoreError`] but `Missing`.
    pub fn add(&self, readings: &[Vec<Quad>]) -> Result<usize, StoreError> {
        let _lock = Lock::exclusive(&self.path, "another build")?;
        let before = match self.bytes() {
            Err(StoreError::Missing { .. }) => String::new(),
            other => String::from_utf8(other?).map_err(|error| self.foreign(0, &error))?,
        };
        let before: Vec<&str> = before.lines().skip(1).collect();
        let lines = lines::merge(&before, readings)
            .map_err(|number| self.foreign(number + 1, &"it is no quad with a graph"))?;
        self.write(&lines)?;
        Ok(lines.len())
    }

    fn bytes(&self) -> Result<Vec<u8>, StoreError> {
        let bytes = fs::read(&self.path).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => StoreError::Missing { path: self.path.clone() },
            _ => StoreError::Read { path: self.path.clone(), source },
        })?;
        self.check_header(&bytes)?;
        Ok(bytes)
    }

    /// `before` is how many lines stand before the wrong one.
    fn foreign(&self, before: usize, reason: &dyn std::fmt::Display) -> StoreError {
        StoreError::Foreign { path: self.path.clone(), line: before as u64 + 1, reason: reason.to_string() }
    }

    fn check_header(&self, bytes: &[u8]) -> Result<(), StoreError> {
        if bytes.split(|byte| *byte == b'\n').next() == Some(HEADER.as_bytes()) {
            return Ok(());
        }
        let reason = if bytes.is_empty() { "it is empty" } else { "its first line is not ours" };
        Err(self.foreign(0, &reason))
    }

    fn write(&self, lines: &[String]) -> Result<(), StoreError> {
        let length: usize = lines.iter().map(|line| line.len() + 1).sum();
        let mut text = String::with_capacity(HEADER.len() + 1 + length);
        for line in std::iter::once(HEADER).chain(lines.iter().map(String::as_str)) {
            text.push_str(line);
            text.push('\n');
        }
        let written = replace(&self.path, &beside(&self.path, "new"), |file| file.write_all(text.as_bytes()));
        written.map_err(|source| self.write_error(source))
    }

    fn write_error(&self, source: io::Error) -> StoreError {
        StoreError::Write { path: self.path.clone(), source }
    }
}

/// Fills `buffer` as far as the file reaches, and gives how far that is.
fn read_up_to(file: &mut File, buffer: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while length < buffer.len() {
        match file.read(&mut buffer[length..])? {
            0 => break,
            more => length += more,
        }
    }
    Ok(length)
}
