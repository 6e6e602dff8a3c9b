//! The entries about things, their relations and their states.

use serde::Deserialize;

use super::word::{Named, Year};
use crate::facts::{Award, Kind, Role, State};

/// `add`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Add {
    /// Its class.
    pub class: Kind,
    /// Its name.
    pub name: String,
    /// Other wordings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Subtype, an id of the lexicon.
    #[serde(rename = "type")]
    pub subtype: Option<String>,
    /// Division code of a place.
    pub code: Option<String>,
    /// Level of an honour as written.
    pub level: Option<String>,
    /// Year of an honour or programme.
    pub year: Option<i32>,
}

/// `drop`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Drop {
    /// The thing's class.
    pub class: Kind,
    /// Its name or an alias.
    pub name: String,
    /// What to drop, where not all.
    pub only: Option<Only>,
}

/// What a `drop` is limited to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Only {
    /// The mentions in the quoted sentence.
    Mention,
}

/// `rename`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Rename {
    /// The thing's class.
    pub class: Kind,
    /// Its name or an alias.
    pub name: String,
    /// Its new name.
    pub to: String,
    /// Whether the old name stays as an alias (it does unless this is false).
    #[serde(default = "yes")]
    pub keep: bool,
}

const fn yes() -> bool {
    true
}

/// `retype`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Retype {
    /// The thing's class.
    pub class: Kind,
    /// Its name or an alias.
    pub name: String,
    /// Its new class.
    pub to: Option<Kind>,
    /// Its new subtype, an id of the lexicon.
    #[serde(rename = "type")]
    pub subtype: Option<String>,
}

/// `alias`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct AliasChange {
    /// The thing's class.
    pub class: Kind,
    /// Its name or an alias.
    pub name: String,
    /// Aliases that it gets.
    #[serde(default)]
    pub add: Vec<String>,
    /// Aliases that it loses.
    #[serde(default)]
    pub remove: Vec<String>,
}

/// `merge`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Merge {
    /// The class of both.
    pub class: Kind,
    /// The thing that goes.
    pub name: String,
    /// The thing that stays.
    pub into: String,
}

/// `relate` and `unrelate`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Relation {
    /// The thing that the relation is said of.
    pub subject: Named,
    /// Which relation.
    pub predicate: Link,
    /// The other thing.
    pub object: Named,
    /// Role of a participant; without it `participant`, and any role for `unrelate`.
    pub role: Option<Role>,
    /// Whether an honour is held; without it `received`, and either for `unrelate`.
    pub award: Option<Award>,
}

/// The relations, without their qualifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Link {
    /// Project → Place.
    LocatedIn,
    /// Place → Place.
    Within,
    /// Project → Organization, with a role.
    Participant,
    /// Project or Programme → Programme or Project.
    PartOf,
    /// Honour → Place, Organization or Project.
    Recipient,
    /// Honour → Organization.
    AwardedBy,
}

/// `status` and `unstatus`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct StatusEntry {
    /// The project's name or an alias.
    pub project: String,
    /// The state.
    pub state: State,
    /// The year; without it, that of the half of the report that the quote stands in, and any year for
    /// `unstatus`.
    pub year: Option<Year>,
}
