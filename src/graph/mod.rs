//! From [`Facts`] to RDF: every thing, fact and sentence gets an IRI that can be read, and every triple
//! leads to the sentence that states it.
//!
//! The quads of a report lie in three graphs beside its IRI: `/facts` (things, facts, relations), `/text`
//! (the report and its sentences) and `/evidence` (which sentence proves what, and who says so). Places
//! that no report names, and what lies in them, are in the graph `gazetteer` under the base.
//!
//! ```
//! use zhengtu::facts::{Area, Facts, ReportInfo};
//! use zhengtu::graph::{Base, quads};
//!
//! let area = Area { name: "门头沟区".into(), code: Some("110109".into()) };
//! let report = ReportInfo { area: Some(area), plan_year: Some(2023), ..ReportInfo::default() };
//! let quads = quads(&Facts { report, ..Facts::default() }, &Base::default())?;
//! assert!(quads.iter().any(|quad| {
//!     quad.subject.to_string() == "<https://w3id.org/zhengtu/id/report/110109/2023>"
//! }));
//! # Ok::<(), zhengtu::graph::Error>(())
//! ```

mod base;
mod concepts;
mod document;
mod error;
mod figures;
mod indicators;
mod iris;
mod ontology;
mod output;
mod own_name;
mod pinyin;
mod quantities;
mod relations;
mod statuses;
mod targets;
#[cfg(test)]
mod tests;
mod things;

use oxigraph::model::Quad;

pub use base::{Base, BaseError};
pub use error::Error;
pub use ontology::ontology_quads;

use crate::facts::Facts;
use iris::Iris;
use output::Output;

/// The quads that say what `facts` say, in an order that depends on `facts` alone. Resources get IRIs
/// under `base`.
///
/// # Errors
///
/// Where a fact refers to a sentence, thing or figure that `facts` do not hold.
pub fn quads(facts: &Facts, base: &Base) -> Result<Vec<Quad>, Error> {
    error::check_references(facts)?;
    let mut iris = Iris::new(facts, base);
    let mut out = Output::new(base, &iris.report, expected(facts));
    document::write(facts, &iris, &mut out);
    things::write(facts, &iris, &mut out);
    relations::write(facts, &mut iris, &mut out);
    statuses::write(facts, &mut iris, &mut out);
    indicators::write(facts, &iris, &mut out);
    figures::write(facts, &mut iris, &mut out);
    targets::write(facts, &mut iris, &mut out);
    Ok(out.into_quads())
}

/// About how many quads `facts` make, with room to spare: the list need not move while it grows.
fn expected(facts: &Facts) -> usize {
    let Facts { report: _, sentences, things, relations, statuses, observations, targets } = facts;
    let mentions: usize = things.iter().map(|thing| thing.mentions.len() + thing.aliases.len()).sum();
    let facts = relations.len() + statuses.len() + observations.len() + targets.len();
    64 + 10 * sentences.len() + 8 * things.len() + mentions + 20 * facts
}
