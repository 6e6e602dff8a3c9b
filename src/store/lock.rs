//! One build at a time, and no reader of a folder while it is written.
//!
//! The lock is on a file beside the store: the store itself is replaced, so a lock on it would be a lock on
//! its past. The system lets go of it when a process ends, however it ends.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::atomic::beside;
use super::error::StoreError;

/// How long a command waits for another one to finish.
const PATIENCE: Duration = Duration::from_secs(10);

/// A lock on a store, until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    _file: Option<File>,
}

impl Lock {
    /// Waits until no other process holds the store. `others` says who may hold it.
    pub(super) fn exclusive(store: &Path, others: &'static str) -> Result<Self, StoreError> {
        let file = File::create(beside(store, "lock"))
            .map_err(|source| StoreError::Write { path: store.to_owned(), source })?;
        wait(store, others, || file.try_lock())?;
        Ok(Self { _file: Some(file) })
    }

    /// Waits until no build holds the store.
    #[cfg(feature = "rocksdb")]
    pub(super) fn shared(store: &Path) -> Result<Self, StoreError> {
        let path = beside(store, "lock");
        let file = match File::open(&path).or_else(|_| File::create(&path)) {
            Ok(file) => file,
            // Nobody builds where nobody may write.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
                ) =>
            {
                return Ok(Self { _file: None });
            }
            Err(source) => return Err(StoreError::Read { path: store.to_owned(), source }),
        };
        wait(store, "a build", || file.try_lock_shared())?;
        Ok(Self { _file: Some(file) })
    }
}

fn wait(
    store: &Path,
    others: &'static str,
    attempt: impl Fn() -> Result<(), TryLockError>,
) -> Result<(), StoreError> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match attempt() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => sleep(Duration::from_millis(20)),
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::Locked { path: store.to_owned(), holder: others });
            }
            Err(TryLockError::Error(source)) => return Err(locking_failed(store, source)),
        }
    }
}

fn locking_failed(store: &Path, source: io::Error) -> StoreError {
    StoreError::Write { path: store.to_owned(), source }
}
