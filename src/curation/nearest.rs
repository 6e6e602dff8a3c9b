//! What was perhaps meant: the names and passages most like one that was not found.

use std::collections::BTreeSet;

/// How many names are proposed.
const PROPOSALS: usize = 3;

/// Share of common pairs of characters from which two names count as alike.
const ALIKE: f64 = 0.3;

/// The names most like `wanted`, best first; empty where none is like it.
pub(super) fn names<'a>(wanted: &str, among: impl Iterator<Item = &'a str>) -> Vec<String> {
    let wanted = pairs(wanted.chars());
    let mut scored: Vec<(f64, &str)> = among
        .map(|name| (likeness(&wanted, &pairs(name.chars())), name))
        .filter(|(score, _)| *score >= ALIKE)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    scored.dedup_by_key(|(_, name)| *name);
    scored.into_iter().take(PROPOSALS).map(|(_, name)| name.to_owned()).collect()
}

/// Start of the stretch of `text`, as long as `wanted`, that shares most pairs of characters with it;
/// None where none shares any.
pub(super) fn passage(wanted: &[char], text: &[char]) -> Option<usize> {
    let known: BTreeSet<(char, char)> = wanted.windows(2).filter_map(pair).collect();
    let hits: Vec<bool> =
        text.windows(2).map(|two| pair(two).is_some_and(|two| known.contains(&two))).collect();
    let width = wanted.len().saturating_sub(1).max(1);
    let mut inside = hits.iter().take(width).filter(|hit| **hit).count();
    let mut best = (inside, 0);
    for start in 1..=hits.len().saturating_sub(width) {
        inside -= usize::from(hits[start - 1]);
        inside += usize::from(hits.get(start + width - 1).copied().unwrap_or(false));
        if inside > best.0 {
            best = (inside, start);
        }
    }
    (best.0 > 0).then_some(best.1)
}

fn pair(two: &[char]) -> Option<(char, char)> {
    Some((*two.first()?, *two.get(1)?))
}

/// The pairs of neighbouring characters, with the name's ends marked so that one-character names and
/// like beginnings count.
fn pairs(chars: impl Iterator<Item = char>) -> BTreeSet<(char, char)> {
    let mut last = '\0';
    chars.chain(std::iter::once('\0')).map(|next| (std::mem::replace(&mut last, next), next)).collect()
}

/// Dice's coefficient.
#[expect(clippy::cast_precision_loss, reason = "names are short")]
fn likeness(a: &BTreeSet<(char, char)>, b: &BTreeSet<(char, char)>) -> f64 {
    2.0 * a.intersection(b).count() as f64 / (a.len() + b.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::{names, passage};

    #[test]
    fn a_misspelt_name_finds_the_right_one_first() {
        let known = ["斋堂华侨城项目", "三家店粮库项目", "石龙路道路工程"];
        assert_eq!(names("斋堂华桥城项目", known.into_iter())[0], "斋堂华侨城项目");
        assert!(names("甲乙丙", known.into_iter()).is_empty());
    }

    #[test]
    fn the_closest_passage_is_where_most_pairs_are_shared() {
        let text: Vec<char> = "完成立项，加快推进吕北路前期工作。".chars().collect();
        let wanted: Vec<char> = "加速推进吕北路".chars().collect();
        assert_eq!(passage(&wanted, &text), Some(5));
        assert_eq!(passage(&['甲', '乙'], &text), None);
        assert_eq!(passage(&['甲', '乙'], &[]), None);
    }
}
