//! Which graph a question is put to: the store that was named, the one in the folder, or the report that
//! comes with the program.

use std::path::Path;

use super::arguments::StorePath;
use super::{CliError, note};
use crate::pipeline;
use crate::store::{Store, StorePlace};

/// Where `build` writes, unless told otherwise.
const DEFAULT: &str = "zhengtu.store";

/// Where a command writes or reads.
pub(super) fn path(arguments: &StorePath) -> &Path {
    arguments.store.as_deref().unwrap_or(Path::new(DEFAULT))
}

/// Opens the graph.
pub(super) fn open(arguments: &StorePath) -> Result<Store, CliError> {
    let place = StorePlace::at(path(arguments))?;
    if arguments.store.is_some() || place.exists() {
        return Ok(place.open()?);
    }
    note(&format!(
        "note: no {DEFAULT} here, so this answers from the bundled report ({}); `zhengtu build REPORT` makes one",
        pipeline::BUNDLED_NAME
    ));
    Ok(Store::from_quads(pipeline::bundled()?)?)
}
