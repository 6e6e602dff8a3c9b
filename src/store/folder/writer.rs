//! Writing a store in a folder: new reports in batches, replaced ones in a transaction each.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use oxigraph::model::Quad;
use oxigraph::store::Store as Engine;

use super::changes::Changes;
use super::{Found, failure, find, open_read_only};
use crate::store::atomic::{behind_link, beside};
use crate::store::error::StoreError;
use crate::store::lock::Lock;

/// So many quads are held back before they are written: some hundred megabytes.
const BATCH: usize = 250_000;

/// After so many batches their files are merged.
const MANY: usize = 4;

/// Adds reports to a store in a folder, which no other process may use meanwhile.
///
/// The engine's bulk loader is the fast way in, and takes a batch wholly or not at all, but it can remove
/// nothing. So a reading that replaces something goes by a transaction; all others wait for a batch.
pub struct FolderWriter {
    path: PathBuf,
    engine: Engine,
    waiting: Vec<Quad>,
    /// Those who own what waits. What is said of them again must meet it in the store.
    owners: BTreeSet<String>,
    /// How many batches were written.
    batches: usize,
    _lock: Lock,
}

impl FolderWriter {
    /// Opens the store at `path`, or makes one.
    ///
    /// # Errors
    /// [`StoreError::ForeignFolder`], [`StoreError::Locked`], [`StoreError::Read`], [`StoreError::Write`] or
    /// [`StoreError::Engine`].
    pub(in crate::store) fn open(path: &Path) -> Result<Self, StoreError> {
        find(path)?;
        let lock =
            Lock::exclusive(path, "another build or a command that reads it (such as `zhengtu serve`)")?;
        if find(path)? == Found::Store {
            // This changes nothing in a folder that turns out to be another program's.
            drop(open_read_only(path)?);
        } else {
            make(path)?;
        }
        let path = behind_link(path);
        clear_away(&path).map_err(|source| StoreError::Write { path: path.clone(), source })?;
        let engine = Engine::open(&path).map_err(|error| failure(&path, error))?;
        Ok(Self { path, engine, waiting: Vec::new(), owners: BTreeSet::new(), batches: 0, _lock: lock })
    }

    /// Takes a reading for the place of an earlier one.
    pub(in crate::store) fn add(&mut self, reading: Vec<Quad>) -> Result<(), StoreError> {
        let mut changes = self.changes(&reading)?;
        let mut owners = changes.owners();
        if !owners.is_disjoint(&self.owners) {
            self.load()?;
            changes = self.changes(&reading)?;
            owners = changes.owners();
        }
        if !changes.removed.is_empty() {
            return self.replace(&changes);
        }
        self.waiting.append(&mut changes.added);
        self.owners.append(&mut owners);
        if self.waiting.len() < BATCH { Ok(()) } else { self.load() }
    }

    /// Writes what waits, and all that the engine holds back. Each batch left files of its own that every
    /// look-up would have to search: where there are many, they are merged.
    pub(in crate::store) fn finish(mut self) -> Result<(), StoreError> {
        self.load()?;
        let merged = if self.batches < MANY { Ok(()) } else { self.engine.optimize() };
        merged.and_then(|()| self.engine.flush()).map_err(|error| failure(&self.path, error))
    }

    fn changes(&self, reading: &[Quad]) -> Result<Changes, StoreError> {
        Changes::of(&self.engine, reading).map_err(|error| failure(&self.path, error))
    }

    fn load(&mut self) -> Result<(), StoreError> {
        self.owners.clear();
        if self.waiting.is_empty() {
            return Ok(());
        }
        self.batches += 1;
        let quads = std::mem::take(&mut self.waiting);
        let mut loader = self.engine.bulk_loader();
        let loaded = loader.load_quads(quads).and_then(|()| loader.commit());
        loaded.map_err(|error| failure(&self.path, error))
    }

    fn replace(&self, changes: &Changes) -> Result<(), StoreError> {
        let replaced = self.engine.start_transaction().and_then(|mut transaction| {
            for quad in &changes.removed {
                transaction.remove(quad);
            }
            for graph in &changes.emptied {
                transaction.remove_named_graph(graph)?;
            }
            transaction.extend(&changes.added);
            transaction.commit()
        });
        replaced.map_err(|error| failure(&self.path, error))
    }
}

/// Makes a store without quads, so that readers find a whole one or none: elsewhere at first.
fn make(path: &Path) -> Result<(), StoreError> {
    let elsewhere = beside(path, "new");
    let failed = |source| StoreError::Write { path: path.to_owned(), source };
    if elsewhere.exists() {
        // A build that made it was killed.
        fs::remove_dir_all(&elsewhere).map_err(failed)?;
    }
    drop(Engine::open(&elsewhere).map_err(|error| failure(path, error))?);
    let path = behind_link(path);
    match fs::remove_dir(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    fs::rename(&elsewhere, &path).map_err(failed)
}

/// Removes what a bulk load that was killed left behind: files that the engine never took in.
fn clear_away(path: &Path) -> io::Result<()> {
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("bulk-") && name.ends_with(".sst") {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
