//! The names that are most like words that could not be read.

use std::collections::BTreeSet;

use super::fold::units;
use super::index::Index;

/// How many names are offered.
const OFFERED: usize = 3;

/// Names of the graph that share at least a third of their pairs of characters with some words, the
/// likest first.
#[must_use]
pub fn nearest(words: &str, index: &Index) -> Vec<String> {
    let wanted = pairs(words);
    let mut likest: Vec<(u32, &str)> = index
        .things
        .iter()
        .filter(|thing| thing.mentioned || thing.names.len() > 1)
        .map(|thing| (likeness(&wanted, &pairs(&thing.label)), thing.label.as_str()))
        .filter(|(likeness, _)| *likeness >= 33)
        .collect();
    likest.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    // A far likelier name leaves the others out.
    let best = likest.first().map_or(0, |(likeness, _)| *likeness);
    likest.retain(|(likeness, _)| 4 * likeness >= 3 * best);
    likest.dedup_by(|a, b| a.1 == b.1);
    likest.into_iter().take(OFFERED).map(|(_, label)| label.to_owned()).collect()
}

/// Dice's measure in per cent.
fn likeness(a: &BTreeSet<String>, b: &BTreeSet<String>) -> u32 {
    let both = a.intersection(b).count();
    u32::try_from(200 * both / (a.len() + b.len()).max(1)).unwrap_or(0)
}

/// The pairs of neighbouring units; of a single unit, itself.
fn pairs(text: &str) -> BTreeSet<String> {
    let units = units(text);
    if let [unit] = units.as_slice() {
        return BTreeSet::from([unit.text.clone()]);
    }
    units.windows(2).map(|pair| format!("{}{}", pair[0].text, pair[1].text)).collect()
}
