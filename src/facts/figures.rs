//! Reported figures: what is measured, how much, when, and how it compares.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Origin, SentenceId, ThingId};

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Indicator {
    /// The name as the report has it, cleaned of verbs: `固定资产投资`.
    pub name: String,
    /// Id in the indicator lexicon, where it is one of those: `fixed-asset-investment`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// How a stated value bounds the true one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Comparator {
    /// =
    #[default]
    Equal,
    /// ≥ 以上、不少于、余、多
    AtLeast,
    /// > 超过、突破
    MoreThan,
    /// ≤ 以内、不超过
    AtMost,
    /// < 低于
    LessThan,
    /// ≈ 左右、约、近
    About,
    /// min – max
    Range,
    /// 与上年持平
    SameAsPrevious,
}

/// A value with its unit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// How the value bounds the true one.
    pub comparator: Comparator,
    /// The number as written, in `unit`: `51.68`. None for a range and for words (`全部`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// Lower end of a range, in `unit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Decimal>,
    /// Upper end of a range, in `unit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Decimal>,
    /// The unit as written: `亿元`, `%`, `个`; empty where there is none.
    #[serde(default)]
    pub unit: String,
    /// The value in the base unit: `5168000000`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_value: Option<Decimal>,
    /// The base unit: `CNY`, `人`, `平方米`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_unit: Option<String>,
    /// The words of the report: `51.68亿元`, `1.6万余个`, `与地区生产总值保持同步增长`.
    pub wording: String,
}

/// How a change is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ChangeKind {
    /// In per cent of the earlier value: 增长1.5%.
    Relative,
    /// In the figure's own unit or in percentage points: 增加9个, 提高3.64个百分点.
    Absolute,
    /// As a multiple of the earlier value: 是去年的2.6倍.
    Ratio,
}

/// Change against an earlier figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Signed: −5 for 下降5%; 2.6 for 2.6倍.
    pub value: Decimal,
    /// `%`, `个百分点`, `倍`, or the figure's unit.
    pub unit: String,
    /// How to read it.
    pub kind: ChangeKind,
    /// How the stated change bounds the true one (增长3%以上).
    #[serde(default)]
    pub comparator: Comparator,
    /// What it is compared with, as written (`同比`, `比2005年`), where said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<String>,
    /// The words of the report: `同比增长1.5%`.
    pub wording: String,
}

/// A place in a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranking {
    /// 1 is best. None where only `前列` is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    /// Among what: `全市`, `生态涵养区`.
    pub scope: String,
    /// Of how many, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u32>,
    /// What is ranked, where it is not the figure itself: `增速`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aspect: Option<String>,
    /// The words of the report: `全市排名第六`.
    pub wording: String,
}

/// The time a figure is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The calendar year it lies in or ends in, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The words, where it is not just that year: `1-11月`, `前三季度`, `“十三五”期间`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
}

/// A reported figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// What is measured.
    pub indicator: Indicator,
    /// The level, where stated (growth alone is a figure too).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// When.
    pub period: Period,
    /// The change, where stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// The ranks, where stated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rankings: Vec<Ranking>,
    /// The place, organization or project it is about, where it is not the report's own area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<ThingId>,
    /// The figure that it breaks down: a position in [`Facts::observations`](super::Facts::observations).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<usize>,
    /// The sentence that states it.
    pub evidence: Vec<SentenceId>,
    /// Who asserts it.
    pub origin: Origin,
}
