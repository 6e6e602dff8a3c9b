//! Reviewed corrections: what a reader of the report enters where the rules read it wrongly.
//!
//! A correction file belongs to one report (known by its area and years) and holds a list of
//! corrections, each anchored on a quote from that report. `data/curation/README.md` describes the
//! format for the person who writes it; [`mod@format`] is its counterpart in types. [`apply`] works the
//! corrections into [`Facts`] one after the other:
//!
//! ```
//! use zhengtu::curation::{self, File};
//! use zhengtu::facts::{Area, Facts, ReportInfo, Sentence};
//! use zhengtu::span::Span;
//!
//! let text = "启动斋堂华侨城项目。";
//! let sentence = Sentence {
//!     span: Span::new(0, 10),
//!     quoted: text.to_owned(),
//!     text: text.to_owned(),
//!     section: Vec::new(),
//!     part: None,
//! };
//! let area = Area { name: "门头沟区".to_owned(), code: Some("110109".to_owned()) };
//! let report = ReportInfo { area: Some(area), plan_year: Some(2023), ..ReportInfo::default() };
//! let mut facts = Facts { report, sentences: vec![sentence], ..Facts::default() };
//!
//! let file = File::parse(
//!     r#"
//!     [report]
//!     area = "门头沟区"
//!     plan_year = 2023
//!
//!     [[correction]]
//!     action = "add"
//!     quote = "启动斋堂华侨城项目"
//!     class = "Project"
//!     name = "斋堂华侨城项目"
//!     "#,
//!     "example.toml",
//! )?;
//! assert!(file.fits(&facts));
//! let applied = curation::apply(&file, &mut facts)?;
//! assert_eq!(applied.total(), 1);
//! assert_eq!(facts.things[0].mentions[0].span, Span::new(2, 9));
//! # Ok::<(), curation::Error>(())
//! ```

mod apply;
mod error;
mod figures;
pub mod format;
mod links;
mod nearest;
mod quote;
mod targets;
mod things;

#[cfg(test)]
mod tests;

pub use apply::{Applied, Needless, apply};
pub use error::{Error, Problem};
pub use format::{Action, Correction, File, Head};

use crate::facts::Facts;

/// The correction files that ship with the product: path in the source tree, and text.
const BUNDLED: &[(&str, &str)] =
    &[("data/curation/mentougou-2023.toml", include_str!("../../data/curation/mentougou-2023.toml"))];

/// The correction files that ship with the product, parsed.
///
/// # Errors
/// Where one of them is malformed: a fault of the build, found by its tests.
pub fn bundled() -> Result<Vec<File>, Error> {
    BUNDLED.iter().map(|(origin, text)| File::parse(text, origin)).collect()
}

impl File {
    /// Whether this file was made for the report that `facts` were read from: the area is the same (by
    /// code where both state one, else by name or code), and so is every year that the file states.
    #[must_use]
    pub fn fits(&self, facts: &Facts) -> bool {
        let Some(area) = &facts.report.area else { return false };
        let same_area = match (&self.head.code, &area.code) {
            (Some(ours), Some(theirs)) => ours == theirs,
            _ => self.head.area == area.name || Some(&self.head.area) == area.code.as_ref(),
        };
        let agrees = |ours: Option<i32>, theirs: Option<i32>| ours.is_none() || ours == theirs;
        same_area
            && agrees(self.head.plan_year, facts.report.plan_year)
            && agrees(self.head.review_year, facts.report.review_year)
    }
}
