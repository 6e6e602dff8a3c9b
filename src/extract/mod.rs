//! From a [`Report`](crate::report::Report) to [`Facts`](crate::facts::Facts): finds what it says, by rule.

mod draft;
mod frame;
mod lexer;
mod line;
mod lists;
mod names;
mod places;
mod projects;
