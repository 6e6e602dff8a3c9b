//! What kind of file the bytes are, by how they begin, and the text in it.

use super::decode::decode;
use super::{ReadError, docx, pdf};

/// Most bytes that the parts of a file may unpack to: a hundred times the longest report, and yet no
/// danger to a small machine.
pub(super) const UNPACKED: u64 = 256 << 20;

/// How files begin that hold no text for us, what they are, and what to do.
const FOREIGN: [(&[u8], &str, &str); 6] = [
    (
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        "an old Office file (doc, wps, xls) or one protected by a password",
        "save it as docx, without a password",
    ),
    (b"{\\rtf", "Rich Text", "save it as docx"),
    (b"\x89PNG", "a picture", "have its text recognized first"),
    (b"\xFF\xD8\xFF", "a picture", "have its text recognized first"),
    (b"\x1F\x8B", "a compressed file", "unpack it first"),
    (b"Rar!", "an archive", "unpack it first"),
];

/// The text in a file of any kind that we read. A text file gives all of itself, marks and tags included,
/// so that offsets in it are offsets in the file; docx and PDF give what a person would read, a blank line
/// between paragraphs.
///
/// # Errors
/// [`ReadError`], which says what the file is instead.
pub fn text(bytes: &[u8]) -> Result<String, ReadError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return docx::text(bytes);
    }
    if bytes.trim_ascii_start().starts_with(b"%PDF-") {
        return pdf::text(bytes);
    }
    match FOREIGN.iter().find(|(start, ..)| bytes.starts_with(start)) {
        Some((_, kind, remedy)) => Err(ReadError::Foreign { kind, remedy }),
        None => decode(bytes),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(
            start in prop::sample::select(vec!["", "PK\x03\x04", "%PDF-1.7\n", "<html><p><p><p>", "{\\rtf"]),
            rest in prop::collection::vec(any::<u8>(), 0..400),
        ) {
            let bytes = [start.as_bytes(), &rest].concat();
            if let Ok(report) = super::super::read(&bytes) {
                for sentence in &report.sentences {
                    prop_assert!(sentence.span.end <= report.length);
                }
            }
        }
    }

    #[test]
    fn what_we_do_not_read_is_called_by_its_name() {
        for (start, kind) in [("{\\rtf1\\ansi", "Rich Text"), ("Rar!\x1a\x07", "an archive")] {
            let error = text(start.as_bytes()).unwrap_err().to_string();
            assert!(error.contains(kind), "{error}");
        }
    }
}
