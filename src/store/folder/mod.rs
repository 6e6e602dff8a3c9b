//! The store in a folder: the engine's own files (RocksDB), for graphs that outgrow memory.
//!
//! RocksDB lets a reader look at a folder that another process writes, and says that what it then sees is
//! undefined. So readers share a lock, and a build holds it alone.

mod changes;
mod writer;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use oxigraph::store::{StorageError, Store as Engine};

use super::atomic::{behind_link, folder_of};
use super::error::StoreError;
use super::lock::Lock;
use super::{Home, Store};

pub use writer::FolderWriter;

/// The file by which RocksDB begins to read a folder.
const BEGINNING: &str = "CURRENT";

/// A store in a folder.
#[derive(Debug, Clone)]
pub struct StoreFolder {
    path: PathBuf,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    Nothing,
    EmptyFolder,
    Store,
}

impl StoreFolder {
    /// The store at `path`, whether it exists or not.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// See [`super::StorePlace::check`].
    ///
    /// # Errors
    /// [`StoreError::ForeignFolder`], [`StoreError::Read`] or [`StoreError::Write`].
    pub fn check(&self) -> Result<(), StoreError> {
        match find(&self.path)? {
            Found::Nothing if !folder_of(&self.path).is_dir() => {
                Err(StoreError::Write { path: self.path.clone(), source: io::ErrorKind::NotFound.into() })
            }
            Found::Nothing | Found::EmptyFolder | Found::Store => Ok(()),
        }
    }

    /// See [`super::StorePlace::open`].
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::ForeignFolder`], [`StoreError::Locked`] or
    /// [`StoreError::Read`].
    pub fn open(&self) -> Result<Store, StoreError> {
        if find(&self.path)? != Found::Store {
            return Err(StoreError::Missing { path: self.path.clone() });
        }
        let lock = Lock::shared(&self.path)?;
        let engine = open_read_only(&self.path)?;
        Ok(Store { engine, home: Some(Arc::new(Home { path: behind_link(&self.path), _lock: lock })) })
    }
}

fn find(path: &Path) -> Result<Found, StoreError> {
    let mut names = match fs::read_dir(path) {
        Ok(entries) => entries.map(|entry| entry.map(|entry| entry.file_name())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(source) => return Err(StoreError::Read { path: path.to_owned(), source }),
    };
    let Some(first) = names.next() else { return Ok(Found::EmptyFolder) };
    if path.join(BEGINNING).exists() {
        return Ok(Found::Store);
    }
    let first = first.map_err(|source| StoreError::Read { path: path.to_owned(), source })?;
    Err(foreign(path, &format!("it holds {} and no {BEGINNING}", first.display())))
}

/// Other programs use RocksDB, too: only the engine's own tables open so.
fn open_read_only(path: &Path) -> Result<Engine, StoreError> {
    Engine::open_read_only(path).map_err(|error| foreign(path, &error))
}

fn foreign(path: &Path, reason: &dyn std::fmt::Display) -> StoreError {
    StoreError::ForeignFolder { path: path.to_owned(), reason: reason.to_string() }
}

/// What the system refuses is not the engine's fault.
fn failure(path: &Path, error: StorageError) -> StoreError {
    match error {
        StorageError::Io(source) => StoreError::Write { path: path.to_owned(), source },
        other => StoreError::Engine(other),
    }
}
