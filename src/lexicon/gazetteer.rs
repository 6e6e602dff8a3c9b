//! The official divisions of China, from provinces to villages, and well-known regions, rivers,
//! mountains and countries: what they are called, what lies in what, and where a text may name them.
//!
//! [`scan`] finds every stretch of a text that could be a name and knows nothing of context: `发展` is a
//! township in two counties and an ordinary word everywhere ([`is_common_word`]). [`resolve`] decides
//! which division a name means to somebody who speaks from a given area.
//!
//! ```
//! use zhengtu::lexicon::gazetteer;
//!
//! let town = gazetteer::resolve("斋堂", Some("110109")).unwrap();
//! assert_eq!((town.code, town.name), ("110109106", "斋堂镇"));
//! let above: Vec<_> = town.parents().map(|parent| parent.name).collect();
//! assert_eq!(above, ["门头沟区", "北京市"]);
//! ```

mod features;
mod resolve;
mod settlements;
mod table;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

pub use features::{Feature, FeatureType, feature, features};
pub use resolve::resolve;
pub use settlements::is_settlement;
use table::{CODES, FORMS, Form};

/// The five levels of divisions, largest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 省, 自治区, 直辖市, 特别行政区
    Province,
    /// 地级市, 地区, 自治州, 盟
    Prefecture,
    /// 县, 市辖区, 县级市, 旗
    County,
    /// 镇, 乡, 街道, 苏木
    Town,
    /// 村, 社区
    Village,
}

/// An official division.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Division {
    /// Its code: six digits down to counties (`110000`, `510100`, `110109`), nine for townships
    /// (`110109106`), twelve for villages (`110109106202`).
    pub code: &'static str,
    /// Its official name: `斋堂镇`.
    pub name: &'static str,
    /// Its level, as the code shows it.
    pub level: Level,
}

impl Division {
    fn at(index: usize) -> Self {
        let code = CODES.get(index);
        Self { code, name: table::official_name(index), level: level_of(code) }
    }

    /// What kind of division it is, by its ending: `province`, `municipality`, `prefecture`, `city`,
    /// `district`, `county`, `town`, `township`, `subdistrict`, `village` or `community`.
    ///
    /// ```
    /// # use zhengtu::lexicon::gazetteer::by_code;
    /// assert_eq!(by_code("110109004").map(|division| division.subtype()), Some("subdistrict"));
    /// ```
    #[must_use]
    pub fn subtype(&self) -> &'static str {
        match self.level {
            Level::Province if self.name.ends_with('市') => "municipality",
            Level::Province => "province",
            Level::Prefecture | Level::County if self.name.ends_with('市') => "city",
            Level::Prefecture => "prefecture",
            Level::County if self.name.ends_with('区') => "district",
            Level::County => "county",
            Level::Town if self.name.ends_with('镇') => "town",
            Level::Town if self.name.ends_with("街道") || self.name.ends_with("地区") => "subdistrict",
            Level::Town => "township",
            Level::Village if self.name.ends_with("社区") => "community",
            Level::Village => "village",
        }
    }

    /// The divisions that contain it, nearest first.
    pub fn parents(&self) -> impl Iterator<Item = Self> + use<> {
        parents(self.code)
    }

    /// Whether it is the division with this code or lies in it.
    ///
    /// ```
    /// # use zhengtu::lexicon::gazetteer::by_code;
    /// let village = by_code("110109106203").unwrap();
    /// assert!(village.is_within("110109") && village.is_within("110000") && !village.is_within("110108"));
    /// ```
    #[must_use]
    pub fn is_within(&self, code: &str) -> bool {
        self.code.starts_with(significant(code))
    }
}

/// A division that a name may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// The division.
    pub division: Division,
    /// Whether the name is its official name or an alias, and not what speech leaves of it (`斋堂`).
    pub full: bool,
}

/// A stretch of text that could be a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where it stands, in characters of the text that was scanned.
    pub range: Range<usize>,
    /// Whether it is the full name or an alias of some division.
    pub full: bool,
    form: usize,
}

impl Hit {
    /// The name as it stands.
    #[must_use]
    pub fn name(&self) -> &'static str {
        FORMS.get(self.form)
    }

    /// The divisions that it may mean, by ascending code; none where it names only a feature.
    pub fn candidates(&self) -> impl Iterator<Item = Candidate> + use<> {
        candidates(self.form)
    }

    /// The feature that it names, if any.
    #[must_use]
    pub fn feature(&self) -> Option<&'static Feature> {
        feature(self.name())
    }
}

/// The division with this code.
///
/// ```
/// # use zhengtu::lexicon::gazetteer::by_code;
/// assert_eq!(by_code("110109106202").map(|village| village.name), Some("东斋堂村"));
/// assert_eq!(by_code("110100"), None); // 市辖区 is no division
/// ```
#[must_use]
pub fn by_code(code: &str) -> Option<Division> {
    CODES.find(code).map(Division::at)
}

/// The divisions that contain the one with this code, nearest first.
pub fn parents(code: &str) -> impl Iterator<Item = Division> + use<> {
    /// How many digits of a code name the level above, and what completes them to its code.
    const ABOVE: [(usize, &str); 4] = [(9, ""), (6, ""), (4, "00"), (2, "0000")];
    let significant = significant(code);
    let mut found: Vec<Division> = ABOVE
        .iter()
        .filter(|(digits, _)| *digits < significant.len())
        .filter_map(|(digits, zeros)| by_code(&format!("{}{zeros}", significant.get(..*digits)?)))
        .collect();
    // The towns of a prefecture without counties find it twice (东莞市, 441900).
    found.dedup();
    found.into_iter()
}

/// All divisions that a name may mean, official, as an alias or in short, by ascending code.
///
/// ```
/// # use zhengtu::lexicon::gazetteer::by_name;
/// let found: Vec<_> = by_name("铜川").iter().map(|found| found.division.name).collect();
/// assert_eq!(found, ["铜川镇", "铜川市"]); // a town in Ordos, a city in Shaanxi
/// ```
#[must_use]
pub fn by_name(name: &str) -> Vec<Candidate> {
    FORMS.find(name).map(|form| candidates(form).collect()).unwrap_or_default()
}

/// Every stretch that could be the name of a division or feature, by ascending end, longest first.
/// Overlaps are kept, context is not looked at.
///
/// ```
/// # use zhengtu::lexicon::gazetteer::scan;
/// let text: Vec<char> = "推进沿河城长城陈列馆建设".chars().collect();
/// let hits = scan(&text);
/// assert!(hits.iter().any(|hit| hit.name() == "沿河城" && hit.range == (2..5)));
/// assert!(hits.iter().any(|hit| hit.name() == "建设" && hit.range == (10..12))); // a township's short name
/// ```
#[must_use]
pub fn scan(chars: &[char]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut stepper = table::automaton().find_overlapping_stepper();
    for (at, char) in chars.iter().enumerate() {
        stepper.consume(*char);
        for found in stepper.matches() {
            let form = found.value() as usize;
            let begin = (at + 1).saturating_sub(FORMS.get(form).chars().count());
            let full = table::postings(form).any(|posting| posting.form != Form::Short);
            hits.push(Hit { range: begin..at + 1, full, form });
        }
    }
    hits
}

/// Whether a name of the gazetteer is foremost an ordinary word, so that it names a place only where the
/// context says so: `发展`, `建设`, `发展乡` (发展乡村).
///
/// ```
/// # use zhengtu::lexicon::gazetteer::is_common_word;
/// assert!(is_common_word("建设") && is_common_word("和县") && !is_common_word("斋堂"));
/// ```
#[must_use]
pub fn is_common_word(name: &str) -> bool {
    static WORDS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        include_str!("../../data/gazetteer/common-words.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .collect()
    });
    words.contains(name)
}

fn candidates(form: usize) -> impl Iterator<Item = Candidate> {
    table::postings(form).map(|posting| Candidate {
        division: Division::at(posting.division),
        full: posting.form != Form::Short,
    })
}

/// A code without the zeros that stand for "all of it": `110109`, `5101`, `11`.
fn significant(code: &str) -> &str {
    match code.strip_suffix("0000") {
        Some(province) if code.len() == 6 => province,
        _ if code.len() == 6 => code.strip_suffix("00").unwrap_or(code),
        _ => code,
    }
}

fn level_of(code: &str) -> Level {
    match significant(code).len() {
        ..=2 => Level::Province,
        3..=4 => Level::Prefecture,
        5..=6 => Level::County,
        7..=9 => Level::Town,
        _ => Level::Village,
    }
}

#[cfg(test)]
mod tests;
