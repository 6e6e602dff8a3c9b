//! Bodies that everybody knows, and the organs that every area has.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

/// A body of the table.
#[derive(Debug, Clone, Deserialize)]
pub struct Organ {
    /// The name that stands for it.
    pub name: String,
    /// Other names, separated by `|`.
    pub aliases: String,
    /// Its type.
    #[serde(rename = "type")]
    pub subtype: String,
}

/// First character -> the names that begin with it and the body that each means, the longest first.
type Names = HashMap<char, Vec<(Vec<char>, &'static Organ)>>;

/// All names of bodies, with the body that each means, by first character.
fn table() -> &'static Names {
    static ORGANS: OnceLock<Vec<Organ>> = OnceLock::new();
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        let organs = ORGANS.get_or_init(|| {
            let table = include_str!("../../data/lexicon/organs.csv");
            csv::Reader::from_reader(table.as_bytes()).deserialize().flatten().collect()
        });
        let mut names = Names::new();
        for organ in organs {
            for name in
                std::iter::once(organ.name.as_str()).chain(organ.aliases.split('|')).filter(|n| !n.is_empty())
            {
                let chars: Vec<char> = name.chars().collect();
                if let Some(first) = chars.first() {
                    names.entry(*first).or_default().push((chars, organ));
                }
            }
        }
        for list in names.values_mut() {
            list.sort_by_key(|(chars, _)| std::cmp::Reverse(chars.len()));
        }
        names
    })
}

/// The body whose name begins here, the longest first, and the length of the name.
#[must_use]
pub fn starting(chars: &[char]) -> Option<(usize, &'static Organ)> {
    let list = table().get(chars.first()?)?;
    list.iter().find(|(name, _)| chars.starts_with(name)).map(|(name, organ)| (name.len(), *organ))
}

/// Levels at which an organ can stand in speech: `区委`, `省政府`.
const LEVELS: [&str; 9] = ["自治区", "省", "市", "区", "县", "州", "盟", "旗", "镇"];

/// Organs of an area and their types.
const ORGANS: [(&str, &str); 18] = [
    ("人大及其常委会", "congressOrgan"),
    ("人大常委会", "congressOrgan"),
    ("人民政府", "governmentOrgan"),
    ("人民法院", "governmentOrgan"),
    ("人民检察院", "governmentOrgan"),
    ("中级人民法院", "governmentOrgan"),
    ("中级法院", "governmentOrgan"),
    ("检察院", "governmentOrgan"),
    ("党委", "partyOrgan"),
    ("纪委监委", "partyOrgan"),
    ("纪委", "partyOrgan"),
    ("监委", "governmentOrgan"),
    ("委", "partyOrgan"),
    ("政府", "governmentOrgan"),
    ("人大", "congressOrgan"),
    ("政协", "congressOrgan"),
    ("人民代表大会", "congressOrgan"),
    ("妇幼保健院", "hospital"),
];

/// An organ of an area that begins here (`区人大`, `市委`): its length, the level and the organ's own word.
#[must_use]
pub fn area_organ(chars: &[char]) -> Option<(usize, &'static str, &'static str, &'static str)> {
    // Most characters begin no level: they are let go before the text is copied.
    chars.first().filter(|first| LEVELS.iter().any(|level| level.starts_with(**first)))?;
    let text: String = chars.iter().take(14).collect();
    LEVELS.iter().find_map(|level| {
        let rest = text.strip_prefix(level)?;
        let (organ, subtype) = ORGANS.iter().find(|(organ, _)| rest.starts_with(organ))?;
        Some((level.chars().count() + organ.chars().count(), *level, *organ, *subtype))
    })
}

/// 「自治区党委、政府」: how many characters name the government behind a Party committee.
#[must_use]
pub fn joined_government(chars: &[char]) -> Option<usize> {
    ["、人民政府", "、政府"]
        .iter()
        .map(|word| word.chars().collect::<Vec<_>>())
        .find(|word| chars.starts_with(word))
        .map(|word| word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organs_of_an_area_and_of_the_state() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(area_organ(&chars("区人大、区政协")), Some((3, "区", "人大", "congressOrgan")));
        assert_eq!(area_organ(&chars("市委市政府")), Some((2, "市", "委", "partyOrgan")));
        assert_eq!(
            starting(&chars("国家发展改革委批复")).map(|(n, o)| (n, o.name.as_str())),
            Some((7, "国家发改委"))
        );
    }
}
