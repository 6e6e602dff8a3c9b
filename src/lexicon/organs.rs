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

/// The length of the name of a company or of a body of the world that begins here: such a name is no accident of
/// the words in it (`比亚迪`, `联合国`).
#[must_use]
pub fn company_starting(chars: &[char]) -> Option<usize> {
    let list = table().get(chars.first()?)?;
    let long = |(name, organ): &&(Vec<char>, &Organ)| {
        let kind = matches!(organ.subtype.as_str(), "company" | "otherOrganization");
        name.len() > 2 && kind && chars.starts_with(name)
    };
    list.iter().find(long).map(|(name, _)| name.len())
}

/// Levels at which an organ can stand in speech: `区委`, `省政府`.
const LEVELS: [&str; 9] = ["自治区", "省", "市", "区", "县", "州", "盟", "旗", "镇"];

/// An organ that every area has.
#[derive(Debug, Deserialize)]
struct AreaOrgan {
    /// Its name behind the level: `人大`.
    organ: String,
    /// Its type.
    #[serde(rename = "type")]
    subtype: String,
}

/// A line of work for which areas keep a bureau.
#[derive(Debug, Deserialize)]
struct Field {
    field: String,
}

/// What the name of a bureau ends in, behind its line of work.
const BUREAUS: [&str; 6] = ["委员会", "办公室", "局", "厅", "委", "办"];

/// Organs of an area, the longest name first.
fn area_organs() -> &'static [AreaOrgan] {
    static ORGANS: OnceLock<Vec<AreaOrgan>> = OnceLock::new();
    ORGANS.get_or_init(|| {
        let table = include_str!("../../data/lexicon/area_organs.csv");
        let mut organs: Vec<AreaOrgan> =
            csv::Reader::from_reader(table.as_bytes()).deserialize().flatten().collect();
        organs.sort_by_key(|row| std::cmp::Reverse(row.organ.len()));
        organs
    })
}

/// How many bytes name a bureau behind its level: `公安局`.
fn bureau(text: &str) -> Option<usize> {
    static FIELDS: OnceLock<Vec<Field>> = OnceLock::new();
    let fields = FIELDS.get_or_init(|| {
        let table = include_str!("../../data/lexicon/bureaus.csv");
        csv::Reader::from_reader(table.as_bytes()).deserialize().flatten().collect()
    });
    fields
        .iter()
        .filter_map(|row| {
            let rest = text.strip_prefix(row.field.as_str())?;
            let end = BUREAUS.iter().find(|end| rest.starts_with(**end))?;
            let after = rest.get(end.len()..)?;
            // 「市公安局长」「市规划办法」 are none.
            (!after.starts_with(['长', '法', '公', '理', '学'])).then_some(row.field.len() + end.len())
        })
        .max()
}

/// An organ of an area that begins here (`区人大`, `市委`): its length, the level and the organ's own word.
#[must_use]
pub fn area_organ(chars: &[char]) -> Option<(usize, &'static str, &'static str, &'static str)> {
    // Most characters begin no level: they are let go before the text is copied.
    chars.first().filter(|first| LEVELS.iter().any(|level| level.starts_with(**first)))?;
    let text: String = chars.iter().take(18).collect();
    LEVELS.iter().find_map(|level| {
        let rest = text.strip_prefix(level)?;
        if let Some(length) = bureau(rest) {
            let name = rest.get(..length)?;
            return Some((level.chars().count() + name.chars().count(), *level, "局", "governmentOrgan"));
        }
        let row = area_organs().iter().find(|row| rest.starts_with(row.organ.as_str()))?;
        let length = level.chars().count() + row.organ.chars().count();
        Some((length, *level, row.organ.as_str(), row.subtype.as_str()))
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
        assert_eq!(area_organ(&chars("省委巡视组")), Some((5, "省", "委巡视组", "partyOrgan")));
        assert_eq!(area_organ(&chars("省科技厅和")), Some((4, "省", "局", "governmentOrgan")));
        assert_eq!(area_organ(&chars("市公安局长")), None);
        assert_eq!(
            starting(&chars("国家发展改革委批复")).map(|(n, o)| (n, o.name.as_str())),
            Some((7, "国家发改委"))
        );
    }
}
