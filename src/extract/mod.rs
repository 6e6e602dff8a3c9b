//! From a [`Report`](crate::report::Report) to [`Facts`](crate::facts::Facts): finds what it says, by rule.

mod frame;
mod lexer;
mod line;
mod lists;
