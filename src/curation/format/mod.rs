//! The format of correction files, as types. `data/curation/README.md` says the same for curators.
//!
//! [`read`](File::parse) goes over the parsed TOML once; every fault names the line it is on.

mod figure;
mod read;
mod thing;
mod word;

pub use figure::{
    Amend, Clear, FigureClass, Goal, Growth, Measure, Observe, Rank, Select, SetFields, TargetEntry,
    TargetKind,
};
pub use thing::{Add, AliasChange, Drop, Link, Merge, Only, Relation, Rename, Retype, StatusEntry};
pub use word::{Amount, Named, When, Year};

use serde::Deserialize;

/// A correction file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Name of the file, for messages.
    pub origin: String,
    /// Which report it is for.
    pub head: Head,
    /// The corrections, in the order in which they apply.
    pub corrections: Vec<Correction>,
}

/// Which report a file is for: the `[report]` table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Head {
    /// Name or division code of the report's area.
    pub area: String,
    /// Division code of the area, where `area` is the name.
    pub code: Option<String>,
    /// The year that the report plans.
    pub plan_year: Option<i32>,
    /// The year that it looks back on. One of the two years must be there.
    pub review_year: Option<i32>,
}

/// One correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The line that it begins on, counted from 1.
    pub line: usize,
    /// Words of the report that show where it belongs.
    pub quote: String,
    /// Which occurrence of the quote is meant, counted from 1.
    pub occurrence: Option<usize>,
    /// Why, for the next reviewer.
    pub note: Option<String>,
    /// What to do.
    pub action: Action,
}

/// What a correction does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Adds a thing, or a mention and aliases to one that exists.
    Add(Add),
    /// Removes a thing with all that hangs on it, or one mention.
    Drop(Drop),
    /// Gives a thing another name.
    Rename(Rename),
    /// Gives a thing another class or subtype.
    Retype(Retype),
    /// Adds and removes aliases.
    Alias(AliasChange),
    /// Makes two things one.
    Merge(Merge),
    /// States a relation.
    Relate(Relation),
    /// Takes a relation back.
    Unrelate(Relation),
    /// States a project's state.
    Status(StatusEntry),
    /// Takes a state back.
    Unstatus(StatusEntry),
    /// Adds a reported figure.
    Observe(Box<Observe>),
    /// Removes reported figures.
    Unobserve(Select),
    /// Adds a target.
    Target(Box<TargetEntry>),
    /// Removes targets.
    Untarget(Select),
    /// Changes fields of a figure.
    Amend(Box<Amend>),
}

impl Action {
    /// Its name in the file.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Add(_) => "add",
            Self::Drop(_) => "drop",
            Self::Rename(_) => "rename",
            Self::Retype(_) => "retype",
            Self::Alias(_) => "alias",
            Self::Merge(_) => "merge",
            Self::Relate(_) => "relate",
            Self::Unrelate(_) => "unrelate",
            Self::Status(_) => "status",
            Self::Unstatus(_) => "unstatus",
            Self::Observe(_) => "observe",
            Self::Unobserve(_) => "unobserve",
            Self::Target(_) => "target",
            Self::Untarget(_) => "untarget",
            Self::Amend(_) => "amend",
        }
    }
}
