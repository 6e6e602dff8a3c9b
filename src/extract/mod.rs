//! From a [`Report`] to [`Facts`]: finds what it says, by rule.
//!
//! Each sentence is cut into tokens (`lexer`) and clauses ([`line`]); clauses are read as verb and object
//! or subject and predicate (`frame`), their noun phrases as lists (`lists`). On that stand the rules
//! for each class, which read every sentence by itself (`said`); `reader` enters what they find.

pub mod figures;

mod companies;
mod consistency;
mod coreference;
mod draft;
mod frame;
mod honours;
mod lexer;
mod line;
mod lists;
mod names;
mod organizations;
mod organs;
mod places;
mod programmes;
mod projects;
mod reader;
mod said;

use crate::facts::{Facts, ReportInfo};
use crate::report::Report;

/// Reads all that a report says.
///
/// ```
/// use zhengtu::facts::{Kind, State};
/// let report = zhengtu::report::read_text("一、2022年工作回顾\n\n斋堂110千伏输变电站建成投产。");
/// let facts = zhengtu::extract::extract(&report);
/// let project = facts.things.iter().find(|thing| thing.kind == Kind::Project).unwrap();
/// assert_eq!(project.name, "斋堂110千伏输变电站");
/// assert!(facts.statuses.iter().any(|s| s.state == State::Operating && s.year == Some(2022)));
/// ```
#[must_use]
pub fn extract(report: &Report) -> Facts {
    let mut facts = reader::read(report);
    coreference::unite(&mut facts);
    coreference::group(&mut facts);
    facts
}

fn info(report: &Report) -> ReportInfo {
    ReportInfo {
        title: report.title.clone(),
        area: report.area.clone(),
        review_year: report.review_year,
        plan_year: report.plan_year,
        length: report.length,
    }
}
