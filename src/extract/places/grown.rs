//! Ground that a project builds up, which lies there whatever its state is.

use super::{Known, Named};
use crate::extract::line::Line;
use crate::extract::names;
use crate::extract::projects::Spoken;
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Tags, words};

/// 「沩东新城…等重点片区建设」「启动白鸟湖新区建设」: the quarter that a project has the name of, where no other place (of
/// `others`) is at the head of that.
#[must_use]
pub fn grown(line: &Line, project: &Spoken, others: &[Named]) -> Option<Named> {
    let places = &lists().places;
    let called = lists().projects.called.iter().find_map(|end| project.name.strip_suffix(end));
    let name = called.unwrap_or(&project.name);
    let end = places.built_ground.iter().find(|end| name.ends_with(end))?;
    let own = name.strip_suffix(end)?;
    let apart = own.chars().all(|c| c.is_alphabetic() || c.is_ascii_digit() || c == '—')
        && !own.contains(['和', '与', '及']);
    let named = (2..=8).contains(&own.chars().count()) && !places.general.end(name);
    let kind = words().ending(end).map_or("region", |ending| ending.subtype.as_str());
    let tokens = project.tokens.clone();
    // 「围绕|石油化工|…片区」
    if line.is(tokens.start, Tags::PREPOSITION.and(Tags::VERB))
        || line.reads_any(tokens.start, &lists().names.governing)
    {
        return None;
    }
    let known = |other: &Named| other.tokens.start == tokens.start && name.starts_with(&other.name);
    let particular = !others.iter().any(known) && names::is_named(line, tokens.clone());
    (apart && named && particular).then(|| Named {
        tokens,
        name: name.to_owned(),
        subtype: kind.to_owned(),
        known: Known::Nothing,
    })
}
