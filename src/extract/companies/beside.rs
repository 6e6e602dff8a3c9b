//! Companies whose short names are ordinary words, and mean the company only beside another of them.

use crate::extract::line::Line;
use crate::extract::organizations::{Body, company};
use crate::lexicon::lists::lists;

/// 「移动、联通和电信」: carriers and the like by words that say nothing of a company alone.
#[must_use]
pub fn beside(line: &Line, at: usize) -> Option<Body> {
    let full = |i: usize| {
        let word = line.word(i);
        let shorts = &lists().organizations.beside_each_other;
        shorts.iter().find(|(short, _)| *short == word).map(|(_, full)| full)
    };
    let joins = |i: usize| {
        line.lexemes.get(i).is_some_and(|l| l.is_mark('、')) || line.reads(i, "和") || line.reads(i, "与")
    };
    let name = full(at)?;
    let last = line.lexemes.len();
    let next = at + 2 < last && joins(at + 1) && full(at + 2).is_some();
    let before = at >= 2 && joins(at - 1) && full(at - 2).is_some();
    (next || before).then(|| Body { name: name.clone(), ..company(line, at..at + 1) })
}
