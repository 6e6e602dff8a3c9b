//! Places in a file, counted in Unicode characters.

use serde::{Deserialize, Serialize};

/// A half-open range of characters (not bytes) of the report as it was received, once decoded.
///
/// ```
/// use zhengtu::span::Span;
/// let text = "斋堂镇马栏村";
/// assert_eq!(Span::new(3, 6).cut(text), "马栏村");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// Offset of the first character.
    pub begin: usize,
    /// Offset after the last character.
    pub end: usize,
}

impl Span {
    /// The range from `begin` up to, not including, `end`.
    #[must_use]
    pub const fn new(begin: usize, end: usize) -> Self {
        Self { begin, end }
    }

    /// Its length in characters.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.end.saturating_sub(self.begin)
    }

    /// Whether it holds no character.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.end <= self.begin
    }

    /// Whether `other` lies wholly inside it.
    #[must_use]
    pub const fn contains(&self, other: &Self) -> bool {
        self.begin <= other.begin && other.end <= self.end
    }

    /// Whether the two share a character.
    #[must_use]
    pub const fn overlaps(&self, other: &Self) -> bool {
        self.begin < other.end && other.begin < self.end
    }

    /// The characters it names in `text`.
    #[must_use]
    pub fn cut<'a>(&self, text: &'a str) -> &'a str {
        let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
        text.get(byte(self.begin)..byte(self.end)).unwrap_or("")
    }
}
