//! Zhengtu 政图 turns Chinese government work reports (政府工作报告) into a knowledge graph and answers
//! questions about it.
//!
//! One way through the house, each step pure, nothing flowing back:
//!
//! ```text
//! bytes ─ report ─► Report ─ extract ─► Facts ─ curation ─► Facts ─ graph ─► quads ─ store ─► answers
//! ```
//!
//! [`facts`] is the language that the middle steps share; [`vocabulary`] is the only place where an IRI of
//! the ontology is written.

pub mod cli;
pub mod curation;
#[cfg(feature = "endpoint")]
pub mod endpoint;
pub mod export;
pub mod extract;
pub mod facts;
pub mod graph;
pub mod lexicon;
pub mod names;
pub mod pipeline;
pub mod question;
pub mod report;
#[cfg(feature = "server")]
pub mod server;
pub mod shapes;
pub mod span;
pub mod store;
pub mod vocabulary;
