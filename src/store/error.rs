//! What can go wrong with a store, in words that name the remedy.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why a store could not be read or written.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no store at this path.
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
    /// The folder is not one that `build` made, or it was damaged since.
    #[error(
        "the folder {} is not a store written by zhengtu ({reason}): choose another with --store, or delete it \
         and build it again",
        path.display()
    )]
    ForeignFolder {
        /// The folder.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// This program was compiled without the engine's store on disk.
    #[error(
        "the store {} is a folder, and this zhengtu was compiled without what reads one: compile it with \
         `cargo install --path . --features rocksdb`, or choose a file with --store",
        path.display()
    )]
    NoFolders {
        /// The folder.
        path: PathBuf,
    },
    /// Another process uses the store in a way that excludes this one.
    #[error(
        "the store at {} is in use by {holder}: let it finish, or end it, and try again, or choose another \
         with --store",
        path.display()
    )]
    Locked {
        /// The store.
        path: PathBuf,
        /// Who may hold it.
        holder: &'static str,
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
