//! Units of measurement, from `data/lexicon/units.csv`.

use std::sync::LazyLock;

use rust_decimal::Decimal;
use serde::Deserialize;

/// What sort of thing a unit counts or measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum UnitKind {
    /// Classifiers of things and people: 个, 家, 户, 名. A noun may follow them.
    Count,
    /// Sums of money.
    Money,
    /// Parts of a whole: %, ‰.
    Share,
    /// Percentage points.
    Point,
    /// Multiples: 倍.
    Times,
    /// Time: 年, 天, 小时.
    Time,
    /// Weight.
    Mass,
    /// Surface.
    Area,
    /// Room.
    Volume,
    /// Distance.
    Length,
    /// Power and energy.
    Energy,
    /// Marks and ages: 分, 岁.
    Score,
    /// Anything else that is measured: 人次, 微克/立方米.
    Measure,
    /// Units that label a thing and do not count it: 千伏, 吨级.
    Label,
}

/// A unit and how it converts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Unit {
    /// As reports write it, without 万 or 亿: `元`.
    pub unit: String,
    /// The unit that values are converted to: `CNY`.
    pub base: String,
    /// How many base units make one.
    pub factor: Decimal,
    /// What it measures.
    pub kind: UnitKind,
}

static UNITS: LazyLock<Vec<(Vec<char>, Unit)>> = LazyLock::new(|| {
    let mut units: Vec<(Vec<char>, Unit)> =
        csv::Reader::from_reader(include_str!("../../data/lexicon/units.csv").as_bytes())
            .deserialize::<Unit>()
            .filter_map(Result::ok)
            .map(|unit| (unit.unit.chars().collect(), unit))
            .collect();
    units.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
    units
});

/// The longest unit that `text` begins with, and its length in characters.
///
/// ```
/// let text: Vec<char> = "平方公里生态治理".chars().collect();
/// let (unit, length) = zhengtu::lexicon::units::at(&text).unwrap();
/// assert_eq!((unit.unit.as_str(), length), ("平方公里", 4));
/// ```
#[must_use]
pub fn at(text: &[char]) -> Option<(&'static Unit, usize)> {
    // The first character settles most cases without a call.
    let begins = |unit: &[char]| text.first() == unit.first() && text.starts_with(unit);
    UNITS.iter().find(|(unit, _)| begins(unit)).map(|(chars, unit)| (unit, chars.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let rows = include_str!("../../data/lexicon/units.csv").lines().count() - 1;
        assert_eq!(UNITS.len(), rows);
    }
}
