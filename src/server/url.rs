//! Text as parts of a URL.

use std::fmt::Display;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What may not stand in a path as it is; slashes may.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// What may not stand in the value of a parameter.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Text as a path.
pub(super) fn escape_path(text: &str) -> impl Display {
    utf8_percent_encode(text, PATH)
}

/// Text as the value of a parameter.
pub(super) fn escape_value(text: &str) -> impl Display {
    utf8_percent_encode(text, VALUE)
}
