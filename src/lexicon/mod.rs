//! Knowledge of language and geography, read from `data/`.

pub mod gazetteer;
pub mod words;
