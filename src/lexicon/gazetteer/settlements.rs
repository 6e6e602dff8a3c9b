//! What the villages and communities of every prefecture are called: `data/gazetteer/settlements.csv`.
//!
//! The table names no thing: a community is called after a lake or a gate as often as the other way round, and many
//! of a prefecture's villages share a name. It is evidence that a name which no other table knows is the name of some
//! place there (`三堡` of `三堡排涝工程`), and not of a company or a brand.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::{Level, by_code, level_of};

type Names = HashSet<&'static str>;

/// The names of one prefecture, parted by `|`, and the set of them once it was asked for.
struct Row {
    text: &'static str,
    names: OnceLock<Names>,
}

impl Row {
    fn has(&self, name: &str) -> bool {
        self.names.get_or_init(|| self.text.split('|').collect()).contains(name)
    }
}

/// Whether a village or community of the prefecture, or the municipality, that the area with the code `home` lies in
/// is called so, its kind (`村`, `社区`) left away. Never in a report of a province, which has too many of them for a
/// name to tell anything.
///
/// ```
/// use zhengtu::lexicon::gazetteer::is_settlement;
/// assert!(is_settlement("三堡", Some("330100")) && is_settlement("三堡", Some("330102")));
/// assert!(!is_settlement("三堡", Some("330000")) && !is_settlement("三堡", None));
/// ```
#[must_use]
pub fn is_settlement(name: &str, home: Option<&str>) -> bool {
    let Some(home) = home else { return false };
    let municipality = by_code(home).is_some_and(|division| division.subtype() == "municipality");
    match home.get(..4) {
        Some(_) if municipality => rows().iter().any(|(code, row)| code[..2] == home[..2] && row.has(name)),
        Some(prefecture) if level_of(home) > Level::Province => {
            rows().get(prefecture).is_some_and(|row| row.has(name))
        }
        _ => false,
    }
}

/// The rows of the table, by the four digits of their prefectures.
fn rows() -> &'static HashMap<&'static str, Row> {
    static ROWS: OnceLock<HashMap<&'static str, Row>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let lines = include_str!("../../../data/gazetteer/settlements.csv").lines().skip(1);
        let parts = lines.filter_map(|line| line.split_once(','));
        parts
            .filter_map(|(code, text)| Some((code.get(..4)?, Row { text, names: OnceLock::new() })))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn every_prefecture_has_names_of_two_to_four_characters() {
        let lines = include_str!("../../../data/gazetteer/settlements.csv").lines().count() - 1;
        assert_eq!(rows().len(), lines, "a prefecture stands there twice, or a line has no code");
        for (code, row) in rows() {
            assert!(code.bytes().all(|c| c.is_ascii_digit()), "{code}");
            let odd = row.text.split('|').find(|name| !(2..=4).contains(&name.chars().count()));
            assert_eq!(odd, None, "of {code}");
        }
    }
}
