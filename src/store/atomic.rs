//! Files that a reader finds old or new, never a part of.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

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
    let path = &behind_link(path);
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return write(&mut File::create(path)?);
    }
    // Of a folder that is not there the system's own words say more than those about a temporary file in it.
    fs::metadata(folder_of(path))?;
    let mut file = tempfile::Builder::new().prefix(".zhengtu-").tempfile_in(folder_of(path))?;
    fill(file.as_file_mut(), path, write)?;
    file.persist(path)?;
    Ok(())
}

/// The same by way of the file `beside`, which only one process at a time may use. A process that is killed
/// leaves it behind, and the next one writes over it.
///
/// # Errors
/// What `write` or the operating system says; the old file is then untouched.
pub(super) fn replace(
    path: &Path,
    beside: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let path = &behind_link(path);
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return write(&mut File::create(path)?);
    }
    let filled = File::create(beside).and_then(|mut file| fill(&mut file, path, write));
    filled.and_then(|()| fs::rename(beside, path)).inspect_err(|_| {
        // That it failed is what the caller should hear of.
        let _ = fs::remove_file(beside);
    })
}

/// A file next to a store, hidden, named after it: `.zhengtu.store.lock`.
pub(super) fn beside(store: &Path, ending: &str) -> PathBuf {
    let store = behind_link(store);
    let name = store.file_name().unwrap_or_default().to_string_lossy();
    folder_of(&store).join(format!(".{name}.{ending}"))
}

/// The folder that something lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// What a path leads to; itself, where nothing is there.
pub(super) fn behind_link(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn fill(
    file: &mut File,
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    keep_permissions(path, file)?;
    let mut buffer = BufWriter::new(&mut *file);
    write(&mut buffer)?;
    buffer.flush()?;
    drop(buffer);
    file.sync_all()
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
