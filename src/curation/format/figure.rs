//! The entries about figures. A figure's keys come in groups ([`Measure`], [`Growth`], …); an entry is
//! put together from those that its action allows.

use serde::Deserialize;

use super::word::{Amount, Named, When};
use crate::facts::{ChangeKind, Comparator, State};

/// A level: value and unit, or the ends of a range.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Measure {
    /// How the value bounds the true one; without it `equal`, or `range` where `min` and `max` are given.
    pub comparator: Option<Comparator>,
    /// The number as written.
    pub value: Option<Amount>,
    /// Lower end of a range.
    pub min: Option<Amount>,
    /// Upper end of a range.
    pub max: Option<Amount>,
    /// The unit as written.
    pub unit: Option<String>,
    /// The value in the base unit.
    pub base_value: Option<Amount>,
    /// The base unit.
    pub base_unit: Option<String>,
    /// The words of the report; without it, value and unit where the quote has them so, else the quote.
    pub wording: Option<String>,
}

/// A change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Growth {
    /// Signed value.
    pub change: Option<Amount>,
    /// Its unit; without it `%`, `倍` or the figure's own, by kind.
    pub change_unit: Option<String>,
    /// How to read it; without it `relative`.
    pub change_kind: Option<ChangeKind>,
    /// How it bounds the true change; without it `equal`.
    pub change_comparator: Option<Comparator>,
    /// The words of the report; without it the quote.
    pub change_wording: Option<String>,
    /// What it is compared with, as written.
    pub against: Option<String>,
}

/// A place in a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rank {
    /// 1 is best.
    pub position: Option<u32>,
    /// Among what.
    pub scope: String,
    /// Of how many.
    pub of: Option<u32>,
    /// What is ranked, where it is not the figure itself.
    pub aspect: Option<String>,
    /// The words of the report; without it the quote.
    pub wording: Option<String>,
}

/// `observe`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Observe {
    /// Name of the indicator as the report has it.
    pub indicator: String,
    /// Its id in the lexicon; without it, that of an indicator of the same name in these facts.
    pub indicator_id: Option<String>,
    /// The level.
    #[serde(skip)]
    pub measure: Measure,
    /// The change.
    #[serde(skip)]
    pub growth: Growth,
    /// The ranks.
    #[serde(default)]
    pub rank: Vec<Rank>,
    /// When; without it, the year of the half of the report that the quote stands in.
    pub period: Option<When>,
    /// What it is about, where it is not the report's area.
    pub about: Option<Named>,
    /// Indicator of the figure in the same sentence that it breaks down.
    pub part_of: Option<String>,
}

/// The kinds of target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TargetKind {
    /// A figure.
    Quantity,
    /// A project's state.
    Milestone,
    /// A title.
    Honour,
}

/// `target`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetEntry {
    /// What is to be reached.
    pub goal: Goal,
    /// By when; without it, the planned year.
    pub deadline: Option<When>,
    /// Word of modality as written.
    pub modality: Option<String>,
    /// What it is about, where it is not the report's area.
    pub about: Option<Named>,
    /// Indicator of the target in the same sentence that it breaks down.
    pub part_of: Option<String>,
}

/// What a `target` entry aims at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// A figure.
    Quantity {
        /// Name of the indicator as the report has it.
        indicator: String,
        /// Its id in the lexicon; as for [`Observe`].
        indicator_id: Option<String>,
        /// The level.
        measure: Box<Measure>,
        /// The growth.
        growth: Box<Growth>,
    },
    /// A project's state.
    Milestone {
        /// The project's name or an alias.
        project: String,
        /// The state.
        state: State,
    },
    /// A title.
    Honour {
        /// The honour's name or an alias.
        honour: String,
        /// Who is to win it: states a relation `recipient`, `competing`.
        recipient: Option<Named>,
    },
}

/// Which figures of the quoted sentence an `unobserve`, `untarget` or `amend` means.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Select {
    /// Name or id of the indicator.
    pub indicator: Option<String>,
    /// Name or alias of the project of a milestone.
    pub project: Option<String>,
    /// Name or alias of the honour.
    pub honour: Option<String>,
    /// State of a milestone.
    pub state: Option<State>,
    /// The value, an end of the range, or the change where there is no value.
    pub value: Option<Amount>,
}

/// The two lists of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FigureClass {
    /// A reported figure.
    Observation,
    /// A target.
    Target,
}

/// `amend`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amend {
    /// Which figure.
    pub select: Select,
    /// In which list to look; without it in both.
    pub figure: Option<FigureClass>,
    /// The fields that change.
    pub set: SetFields,
    /// The fields that are emptied: `value`, `change`, `rank`, `about`, `modality`, `deadline`, `part_of`.
    pub clear: Vec<Clear>,
}

/// Fields that an `amend` can empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clear {
    /// The level.
    Value,
    /// The change.
    Change,
    /// The ranks.
    Rank,
    /// What it is about.
    About,
    /// The word of modality.
    Modality,
    /// By when.
    Deadline,
    /// The figure it breaks down.
    PartOf,
}

/// The `set` table of an `amend`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct SetFields {
    /// Name of the indicator.
    pub indicator: Option<String>,
    /// Its id in the lexicon.
    pub indicator_id: Option<String>,
    /// The level.
    #[serde(skip)]
    pub measure: Measure,
    /// The change.
    #[serde(skip)]
    pub growth: Growth,
    /// The ranks, in place of those that were read.
    pub rank: Option<Vec<Rank>>,
    /// When, of a reported figure.
    pub period: Option<When>,
    /// What it is about.
    pub about: Option<Named>,
    /// Indicator of the figure in the same sentence that it breaks down.
    pub part_of: Option<String>,
    /// By when, of a target.
    pub deadline: Option<When>,
    /// Word of modality.
    pub modality: Option<String>,
    /// The state, of a milestone.
    pub state: Option<State>,
    /// The project, of a milestone.
    pub project: Option<String>,
    /// The title, of an honour to be won.
    pub honour: Option<String>,
}
