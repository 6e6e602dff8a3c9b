//! The store on disk: one file of sorted N-Quads, replaced as a whole or not at all.
//!
//! Sorted lines make the file the same for the same input, and let a person read a `diff` of two builds.
//! A first line of comment tells our files from other people's, so that `build` never overwrites a file
//! that it did not write.

use std::fs::{self, File, TryLockError};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Quad;

use super::error::StoreError;
use super::lines;

/// First line of every store.
const HEADER: &str = "# zhengtu store 1: sorted N-Quads, written by `zhengtu build`";

/// How long a build waits for another one to finish.
const PATIENCE: Duration = Duration::from_secs(10);

/// A store's place on disk.
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
        let _lock = self.lock()?;
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
        write_atomically(&self.path, text.as_bytes()).map_err(|source| self.write_error(source))
    }

    /// Holds a lock in a file beside the store: the store itself is replaced, so a lock on it would be a
    /// lock on its past.
    fn lock(&self) -> Result<File, StoreError> {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let beside = self.path.with_file_name(format!(".{name}.lock"));
        let file = File::create(beside).map_err(|source| self.write_error(source))?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                    sleep(Duration::from_millis(20))
                }
                Err(TryLockError::WouldBlock) => return Err(StoreError::Locked { path: self.path.clone() }),
                Err(TryLockError::Error(source)) => return Err(self.write_error(source)),
            }
        }
    }

    fn write_error(&self, source: io::Error) -> StoreError {
        StoreError::Write { path: self.path.clone(), source }
    }
}

/// Puts `bytes` at `path` so that a reader finds the old file or the new one, never a part. A link is
/// followed; what is no file, such as a terminal or a pipe, is written to as it is.
///
/// # Errors
/// What the operating system says; the old file is then untouched.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    stream_atomically(path, |file| file.write_all(bytes))
}

/// The same for what `write` writes, bit by bit.
///
/// # Errors
/// What `write` or the operating system says; the old file is then untouched.
pub fn stream_atomically(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let target = fs::canonicalize(path);
    let path = target.as_deref().unwrap_or(path);
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return write(&mut File::create(path)?);
    }
    // Of a folder that is not there the system's own words say more than those about a temporary file in it.
    fs::metadata(folder_of(path))?;
    let mut file = tempfile::Builder::new().prefix(".zhengtu-").tempfile_in(folder_of(path))?;
    let mut buffer = BufWriter::new(file.as_file_mut());
    write(&mut buffer)?;
    buffer.flush()?;
    drop(buffer);
    file.as_file().sync_all()?;
    keep_permissions(path, file.as_file())?;
    file.persist(path)?;
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
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

/// Gives the new file the permissions of the one it replaces, or those of any new file: a temporary file
/// is made for its owner's eyes alone.
#[cfg(unix)]
fn keep_permissions(path: &Path, file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let permissions =
        fs::metadata(path).map_or_else(|_| fs::Permissions::from_mode(0o644), |old| old.permissions());
    file.set_permissions(permissions)
}

#[cfg(not(unix))]
fn keep_permissions(_: &Path, _: &File) -> io::Result<()> {
    Ok(())
}
