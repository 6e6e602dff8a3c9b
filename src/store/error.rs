//! What can go wrong with a store, in words that name the remedy.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why a store could not be read or written.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no file at this path.
    #[error(
        "there is no store at {}: make one with `zhengtu build REPORT --store {}`",
        path.display(), path.display()
    )]
    Missing {
        /// The path that was asked for.
        path: PathBuf,
    },
    /// The file is not one that `build` wrote, or it was damaged since.
    #[error(
        "{} is not a store written by zhengtu ({reason}, line {line}): choose another with --store, or \
         delete it and build it again",
        path.display()
    )]
    Foreign {
        /// The file.
        path: PathBuf,
        /// The first line that cannot be right, counted from 1.
        line: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// Another process is writing the store.
    #[error(
        "another build is writing the store at {}: let it finish and try again, or choose another with --store",
        path.display()
    )]
    Locked {
        /// The store.
        path: PathBuf,
    },
    /// The operating system would not let us read it.
    #[error("cannot read the store at {}: {source}; check the path and its permissions", path.display())]
    Read {
        /// The store.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The operating system would not let us write it. What stood there before still stands there.
    #[error(
        "cannot write the store at {}: {source}; choose a folder you may write to with --store",
        path.display()
    )]
    Write {
        /// The store.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The engine failed.
    #[error("the triple store failed: {0}; please report this")]
    Engine(#[from] oxigraph::store::StorageError),
}
