//! From a [`Report`](crate::report::Report) to [`Facts`](crate::facts::Facts): finds what it says, by rule.

<<<<<<< HEAD
mod draft;
mod frame;
mod honours;
mod lexer;
mod line;
mod lists;
mod names;
mod organizations;
mod places;
mod programmes;
mod projects;
=======
pub mod figures;
>>>>>>> fig
