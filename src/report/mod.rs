//! From the bytes of a file to a [`Report`]: decoding, repair, sections, sentences, and which half is
//! review and which plan. Every character keeps its offset in the file as received.

mod decode;
mod document;
mod docx;
mod html;
mod identity;
mod markup;
mod outline;
mod paragraphs;
mod pdf;
mod sentences;

use thiserror::Error;

use crate::facts::{Area, Part};
use crate::span::Span;

pub use document::text;

/// Why a file cannot be read as a report.
#[derive(Debug, Error)]
pub enum ReadError {
    /// No text in it.
    #[error("the file holds no text: give a report as text, Markdown, HTML, docx or PDF")]
    Empty,
    /// Not a text file.
    #[error(
        "this is no text in UTF-8 or GB18030 (first undecodable byte at offset {at}), no docx and no PDF: \
         convert it to one of them"
    )]
    Binary {
        /// Offset of the first byte that is no text.
        at: usize,
    },
    /// A kind of file that we know and do not read.
    #[error("this is {kind}: {remedy}")]
    Foreign {
        /// What it is.
        kind: &'static str,
        /// What to do.
        remedy: &'static str,
    },
    /// A file of the right kind that is broken.
    #[error("the {kind} is damaged or cut short ({reason}): get it again, or save it anew")]
    Damaged {
        /// docx or PDF.
        kind: &'static str,
        /// What its reader says.
        reason: String,
    },
    /// A password is needed.
    #[error("the {kind} is protected by a password: save it without")]
    Protected {
        /// docx or PDF.
        kind: &'static str,
    },
    /// More text than a report can have, as in a file made to fill the memory of its reader.
    #[error("the file unpacks to more than {megabytes} MB, which no report does: give its text alone")]
    TooLarge {
        /// The limit.
        megabytes: u64,
    },
    /// Pages that are pictures.
    #[error("the PDF has no text layer, as a scan has none: have its text recognized first")]
    NoTextLayer,
    /// Text whose characters mean nothing outside a font.
    #[error(
        "most characters are private or undecodable, as in a PDF whose fonts do not say what their glyphs \
         mean: get the report another way, or have its text recognized"
    )]
    Unreadable,
    /// The reader of PDF was left out of this program.
    #[error("this program was built without the feature `pdf`: build it with, or convert the PDF to text")]
    WithoutPdf,
}

/// Reads a report from the bytes of a file: text, Markdown or HTML in UTF-8 or GB18030, docx, or PDF with a
/// text layer. Offsets count the characters of a text file as received, of docx and PDF those of their
/// extracted [`text`].
///
/// # Errors
/// [`ReadError`] where there is no text in the bytes. A text that is no work report is read all the same.
///
/// ```
/// let report = zhengtu::report::read("2010年铜川市政府工作报告\n\n一、2009年工作回顾\n\n龙潭水库开工建设。".as_bytes())?;
/// assert_eq!((report.review_year, report.plan_year), (Some(2009), Some(2010)));
/// assert_eq!(report.sentences.last().map(|s| s.text.as_str()), Some("龙潭水库开工建设。"));
/// # Ok::<(), zhengtu::report::ReadError>(())
/// ```
pub fn read(bytes: &[u8]) -> Result<Report, ReadError> {
    Ok(read_text(&text(bytes)?))
}

/// Reads a report from text.
#[must_use]
pub fn read_text(text: &str) -> Report {
    let raw: Vec<char> = text.chars().collect();
    let html = markup::looks_like_html(text);
    let blocks = outline::outline(paragraphs::join(markup::lines(text)));
    let title = identity::title(&blocks);
    let (review_year, plan_year) = identity::years(&blocks);
    let area = identity::area(&blocks);
    let sentences = blocks.iter().flat_map(|block| sentences::split(block, &raw, !html)).collect();
    Report { title, area, review_year, plan_year, length: raw.len(), sentences }
}

/// A report, read and split, with nothing yet understood of what it says.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Its title, or what stands for one.
    pub title: String,
    /// The area it reports on.
    pub area: Option<Area>,
    /// The year it looks back on.
    pub review_year: Option<i32>,
    /// The year it plans.
    pub plan_year: Option<i32>,
    /// Length of the file in characters, once decoded.
    pub length: usize,
    /// Its sentences in reading order.
    pub sentences: Vec<Sentence>,
}

/// A sentence, repaired for reading, with the way back to the file.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// Repaired text, one `char` an element: no stray spaces, no marks, no doubled words; letters, digits,
    /// `%`, `+`, `-`, `.` and `/` in their half-width form. Rules read this.
    pub chars: Vec<char>,
    /// For each of `chars`, its offset in the file as received.
    pub offsets: Vec<usize>,
    /// Where the sentence stands in the file.
    pub span: Span,
    /// The characters of `span` without line breaks and stray spaces, otherwise as received.
    pub quoted: String,
    /// Repaired text with the widths of the original: what a person should read.
    pub text: String,
    /// The headings above it, outermost first.
    pub section: Vec<String>,
    /// Number of the paragraph it stands in: neighbours in a paragraph share subject and period.
    pub paragraph: usize,
    /// Whether it is itself a heading (or a run-in head at the start of a paragraph).
    pub heading: bool,
    /// The half it belongs to.
    pub part: Option<Part>,
}

impl Sentence {
    /// A sentence from text alone, its offsets counted from 0: for tests and examples.
    ///
    /// ```
    /// let sentence = zhengtu::report::Sentence::plain("斋堂镇入选全国乡村旅游重点镇。");
    /// assert_eq!(sentence.cut(0..3), "斋堂镇");
    /// ```
    #[must_use]
    pub fn plain(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        Self {
            offsets: (0..chars.len()).collect(),
            span: Span::new(0, chars.len()),
            quoted: text.to_owned(),
            text: text.to_owned(),
            chars,
            ..Self::default()
        }
    }

    /// The words at a range of [`Sentence::chars`].
    #[must_use]
    pub fn cut(&self, range: std::ops::Range<usize>) -> String {
        self.chars.get(range).unwrap_or_default().iter().collect()
    }

    /// Where a range of [`Sentence::chars`] stands in the file.
    #[must_use]
    pub fn span_of(&self, range: std::ops::Range<usize>) -> Span {
        let begin = self.offsets.get(range.start).copied().unwrap_or(self.span.end);
        let end =
            range.end.checked_sub(1).and_then(|last| self.offsets.get(last)).map_or(begin, |last| last + 1);
        Span::new(begin, end.max(begin))
    }
}
