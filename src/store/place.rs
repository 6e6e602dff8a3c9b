//! Where a store is: a file, or a folder. Whoever builds or asks need not know which.

use std::path::{MAIN_SEPARATOR, Path};

use oxigraph::model::Quad;

use super::Store;
use super::error::StoreError;
use super::file::StoreFile;
#[cfg(feature = "rocksdb")]
use super::folder::{FolderWriter, StoreFolder};

/// A store's place on disk, whether there is a store or not.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum StorePlace {
    /// One file, read into memory.
    File(StoreFile),
    /// A folder of the engine's own, for graphs that outgrow memory.
    #[cfg(feature = "rocksdb")]
    Folder(StoreFolder),
}

impl StorePlace {
    /// The place that a path names: a folder where there is one, or where the path ends like one; else a file.
    ///
    /// # Errors
    /// [`StoreError::NoFolders`], without the feature `rocksdb`.
    pub fn at(path: &Path) -> Result<Self, StoreError> {
        let ending = path.as_os_str().as_encoded_bytes().last().copied().map(char::from);
        let is_folder = path.is_dir() || ending.is_some_and(|last| last == '/' || last == MAIN_SEPARATOR);
        if !is_folder {
            return Ok(Self::File(StoreFile::at(path)));
        }
        #[cfg(feature = "rocksdb")]
        return Ok(Self::Folder(StoreFolder::at(path)));
        #[cfg(not(feature = "rocksdb"))]
        Err(StoreError::NoFolders { path: path.to_owned() })
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::File(file) => file.path(),
            #[cfg(feature = "rocksdb")]
            Self::Folder(folder) => folder.path(),
        }
    }

    /// Whether something stands there.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.path().exists()
    }

    /// Finds out, before a long build, whether a [`Writer`] would refuse: because what is there is not ours,
    /// or because there is no folder to put a store in.
    ///
    /// # Errors
    /// [`StoreError::Foreign`], [`StoreError::ForeignFolder`], [`StoreError::Read`] or [`StoreError::Write`].
    pub fn check(&self) -> Result<(), StoreError> {
        match self {
            Self::File(file) => file.check(),
            #[cfg(feature = "rocksdb")]
            Self::Folder(folder) => folder.check(),
        }
    }

    /// Opens the store. One in a folder stays where it is, and no build can change it until all that hold it
    /// have let go of it.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::Foreign`], [`StoreError::ForeignFolder`],
    /// [`StoreError::Locked`] or [`StoreError::Read`].
    pub fn open(&self) -> Result<Store, StoreError> {
        match self {
            Self::File(file) => Store::from_quads(file.read()?),
            #[cfg(feature = "rocksdb")]
            Self::Folder(folder) => folder.open(),
        }
    }

    /// Begins to add reports.
    pub fn writer(&self) -> Writer {
        let kind = match self {
            Self::File(file) => Kind::File { file: file.clone(), readings: Vec::new() },
            #[cfg(feature = "rocksdb")]
            Self::Folder(folder) => Kind::Folder { folder: folder.clone(), writer: None },
        };
        Writer { kind, quads: 0 }
    }
}

/// Takes the graphs of reports one by one, each for the place of an earlier reading of the same report.
///
/// A file takes them all at the end, or none; a folder takes them in batches, each report wholly or not at
/// all. Two builds at once wait for each other, so that neither loses what the other adds.
#[must_use = "a file is written by `finish`"]
pub struct Writer {
    kind: Kind,
    quads: usize,
}

enum Kind {
    File {
        file: StoreFile,
        readings: Vec<Vec<Quad>>,
    },
    #[cfg(feature = "rocksdb")]
    Folder {
        folder: StoreFolder,
        /// None until there is something to write: a build that reads nothing makes no store.
        writer: Option<Box<FolderWriter>>,
    },
}

impl Writer {
    /// Takes a reading.
    ///
    /// # Errors
    /// None for a file; for a folder any [`StoreError`] but `Missing`.
    pub fn add(&mut self, reading: Vec<Quad>) -> Result<(), StoreError> {
        self.quads += reading.len();
        match &mut self.kind {
            Kind::File { readings, .. } => readings.push(reading),
            #[cfg(feature = "rocksdb")]
            Kind::Folder { folder, writer } => {
                if writer.is_none() {
                    *writer = Some(Box::new(FolderWriter::open(folder.path())?));
                }
                if let Some(writer) = writer {
                    writer.add(reading)?;
                }
            }
        }
        Ok(())
    }

    /// Writes what is not written yet, and gives the number of quads: all that a file now holds, those that
    /// were taken for a folder, which is not counted for that.
    ///
    /// # Errors
    /// Any [`StoreError`] but `Missing`.
    pub fn finish(self) -> Result<usize, StoreError> {
        match self.kind {
            Kind::File { readings, .. } if readings.is_empty() => {}
            Kind::File { file, readings } => return file.add(&readings),
            #[cfg(feature = "rocksdb")]
            Kind::Folder { writer, .. } => writer.map_or(Ok(()), |writer| writer.finish())?,
        }
        Ok(self.quads)
    }
}
