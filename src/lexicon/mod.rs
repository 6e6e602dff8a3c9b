//! Knowledge of language and geography, read from `data/`: people extend the tables, the code stays.

pub mod gazetteer;
pub mod indicators;
pub mod phrases;
pub mod units;
