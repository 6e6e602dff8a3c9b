//! From a [`Report`](crate::report::Report) to [`Facts`](crate::facts::Facts): finds what it says, by rule.

pub mod figures;
