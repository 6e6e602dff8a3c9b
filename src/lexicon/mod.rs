//! Knowledge of language and geography, read from `data/`.

pub mod gazetteer;
pub mod indicators;
pub mod lists;
pub mod ordinary;
pub mod organs;
pub mod phrases;
pub mod programmes;
pub mod units;
pub mod words;
