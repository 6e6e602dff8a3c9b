//! The text layer of a PDF. `hayro` interprets the pages; what it would draw is put into lines, and the
//! lines into paragraphs, by where they stand.

#[cfg(feature = "pdf")]
mod glyphs;
#[cfg(feature = "pdf")]
mod lines;
#[cfg(feature = "pdf")]
mod paragraphs;
#[cfg(feature = "pdf")]
mod unpacked;

use super::ReadError;

/// The program was built without a reader of PDF.
///
/// # Errors
/// Always [`ReadError::WithoutPdf`].
#[cfg(not(feature = "pdf"))]
pub fn text(_: &[u8]) -> Result<String, ReadError> {
    Err(ReadError::WithoutPdf)
}

/// The stack that a page may need: drawings stand inside drawings.
#[cfg(feature = "pdf")]
const STACK: usize = 32 << 20;

/// The paragraphs of a PDF, a blank line between them.
///
/// # Errors
/// [`ReadError::Damaged`], [`ReadError::Protected`], [`ReadError::TooLarge`], [`ReadError::NoTextLayer`],
/// and [`ReadError::Unreadable`] where the fonts do not say what their glyphs mean.
#[cfg(feature = "pdf")]
pub fn text(bytes: &[u8]) -> Result<String, ReadError> {
    unpacked::check(bytes)?;
    let pages = std::thread::scope(|scope| {
        let reader =
            std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || glyphs::read(bytes));
        // A file can be broken in ways that nobody thought of; the other files are to be read all the same.
        reader
            .map_err(|error| damaged(&error.to_string()))?
            .join()
            .unwrap_or_else(|_| Err(damaged("its reader gave up")))
    })?;
    let paragraphs = paragraphs::join(pages.into_iter().map(lines::arrange).collect());
    if paragraphs.is_empty() {
        return Err(ReadError::NoTextLayer);
    }
    super::decode::readable(paragraphs.join("\n\n"))
}

#[cfg(feature = "pdf")]
fn damaged(reason: &str) -> ReadError {
    ReadError::Damaged { kind: "PDF", reason: reason.to_owned() }
}
