//! Knowledge of the language, read from `data/lexicon`: people extend the tables, the code stays.

pub mod indicators;
pub mod phrases;
pub mod units;
