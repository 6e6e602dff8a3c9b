//! Standard indicators of work reports, from `data/lexicon/indicators.csv`: ids, Chinese and English
//! names, and the other wordings that reports use.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::phrases;

/// A standard indicator.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Entry {
    /// Stable id: `fixed-asset-investment`.
    pub id: String,
    /// Its usual name in Chinese.
    pub zh: String,
    /// Other wordings, `|` between them.
    aliases: String,
    /// Its name in English.
    pub en: String,
    /// Its usual unit, without 万 or 亿; may be empty.
    pub unit: String,
    /// `level`, `share`, `index` or `count`.
    pub kind: String,
}

impl Entry {
    /// The other wordings in use.
    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        self.aliases.split('|').filter(|alias| !alias.is_empty())
    }
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    csv::Reader::from_reader(include_str!("../../data/lexicon/indicators.csv").as_bytes())
        .deserialize()
        .filter_map(Result::ok)
        .collect()
});

static BY_WORDING: LazyLock<HashMap<&'static str, &'static Entry>> = LazyLock::new(|| {
    let mut map = HashMap::new();
    for entry in ENTRIES.iter() {
        for wording in std::iter::once(entry.zh.as_str()).chain(entry.aliases()) {
            map.entry(wording).or_insert(entry);
        }
    }
    map
});

/// All standard indicators, in the order of the table.
#[must_use]
pub fn all() -> &'static [Entry] {
    &ENTRIES
}

/// The indicator with this id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.id == id)
}

/// The indicator that goes by this name, in any of its wordings.
///
/// ```
/// let entry = zhengtu::lexicon::indicators::named("GDP").unwrap();
/// assert_eq!(entry.en, "Gross domestic product");
/// ```
#[must_use]
pub fn named(name: &str) -> Option<&'static Entry> {
    BY_WORDING.get(name).copied()
}

/// The indicator that goes by this name, or by one that differs from it only in words that change nothing:
/// 的, 全市, 规上 for 规模以上, GDP for 地区生产总值, a verb of completion in front.
///
/// ```
/// let entry = zhengtu::lexicon::indicators::matching("全市规上工业的增加值").unwrap();
/// assert_eq!(entry.id, "industrial-value-added-above-scale");
/// ```
#[must_use]
pub fn matching(name: &str) -> Option<&'static Entry> {
    named(name).or_else(|| BY_PLAIN_WORDING.get(plain(name).as_str()).copied())
}

static BY_PLAIN_WORDING: LazyLock<HashMap<String, &'static Entry>> = LazyLock::new(|| {
    let mut map = HashMap::new();
    for (wording, entry) in BY_WORDING.iter() {
        // Two wordings of different indicators that become one say neither.
        map.entry(plain(wording))
            .and_modify(|known: &mut Option<&Entry>| {
                if known.is_some_and(|known| known.id != entry.id) {
                    *known = None;
                }
            })
            .or_insert(Some(*entry));
    }
    map.into_iter().filter_map(|(wording, entry)| Some((wording, entry?))).collect()
});

/// A name without the words that change nothing, from the classes `plain` (words that go), `plainlead` (words
/// that go from the front) and `same` (`规上=规模以上`) of `data/lexicon/phrases.csv`.
fn plain(name: &str) -> String {
    let mut name = name.to_owned();
    for row in phrases::class("same").iter() {
        if let Some((from, to)) = row.split_once('=')
            && !name.contains(to)
        {
            name = name.replace(from, to);
        }
    }
    let leads = phrases::class("plainlead");
    let mut chars: Vec<char> = name.chars().collect();
    loop {
        let length = leads.at_start(&chars);
        if length == 0 || chars.len() < length + 2 {
            break;
        }
        chars.drain(..length);
    }
    let mut name: String = chars.into_iter().collect();
    for word in phrases::class("plain").iter() {
        name = name.replace(&word, "");
    }
    name
}

/// The indicator whose wording is the longest one that `text` ends with, and that wording.
#[must_use]
pub fn ending(text: &str) -> Option<(&'static Entry, &str)> {
    text.char_indices().find_map(|(at, _)| {
        let tail = &text[at..];
        named(tail).map(|entry| (entry, tail))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_ids_are_unique() {
        let rows = include_str!("../../data/lexicon/indicators.csv").lines().count() - 1;
        assert_eq!(ENTRIES.len(), rows);
        let ids: std::collections::BTreeSet<&str> = ENTRIES.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids.len(), rows);
    }

    #[test]
    fn no_wording_belongs_to_two_indicators() {
        let mut seen = HashMap::new();
        for entry in all() {
            for wording in std::iter::once(entry.zh.as_str()).chain(entry.aliases()) {
                let other = seen.insert(wording, &entry.id);
                assert!(other.is_none(), "{wording}: {other:?} and {}", entry.id);
            }
        }
    }

    #[test]
    fn names_are_found_at_the_end() {
        let (entry, wording) = ending("全市实现地区生产总值").unwrap();
        assert_eq!((entry.id.as_str(), wording), ("gdp", "地区生产总值"));
        assert!(by_id("gdp").is_some());
        assert!(ending("天气").is_none());
    }
}
