//! Working the corrections of a file into the facts, one after the other.

use std::collections::BTreeMap;
use std::fmt;

use super::error::{Error, Problem};
use super::format::{Action, Correction, File, Named, Year};
use super::nearest;
use super::quote::{Found, Index};
use crate::facts::{Facts, Kind, Part, ThingId};

/// What came of applying a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    /// How many corrections of each action changed something.
    pub counts: BTreeMap<&'static str, usize>,
    /// The corrections that changed nothing, in the order of the file.
    pub needless: Vec<Needless>,
}

impl Applied {
    /// How many corrections changed something.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.values().sum()
    }
}

/// A correction that changed nothing: what it asks for is so without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needless {
    /// The file.
    pub origin: String,
    /// The line that the correction begins on.
    pub line: usize,
    /// Its action.
    pub action: &'static str,
    /// Why it changed nothing.
    pub reason: String,
}

impl fmt::Display for Needless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: needless `{}`: {}; remove it", self.origin, self.line, self.action, self.reason)
    }
}

/// Applies the corrections of `file` in their order. Where it fails, `facts` are left as they were.
///
/// Whether the file is for this report is the caller's to ask, with [`File::fits`].
///
/// # Errors
/// Where a quote is not in the report or is ambiguous, or a correction speaks of a thing that does not
/// exist. The error has the line of the correction.
pub fn apply(file: &File, facts: &mut Facts) -> Result<Applied, Error> {
    let index = Index::new(facts);
    let mut edited = facts.clone();
    let mut applied = Applied::default();
    for correction in &file.corrections {
        let outcome = apply_one(correction, &index, &mut edited).map_err(|problem| Error {
            origin: file.origin.clone(),
            line: correction.line,
            problem,
        })?;
        let action = correction.action.name();
        match outcome {
            Outcome::Done => *applied.counts.entry(action).or_default() += 1,
            Outcome::Needless(reason) => {
                let (origin, line) = (file.origin.clone(), correction.line);
                applied.needless.push(Needless { origin, line, action, reason });
            }
        }
    }
    edited.unite_duplicates();
    *facts = edited;
    Ok(applied)
}

/// What one correction did.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Done,
    /// Nothing, for this reason.
    Needless(String),
}

impl Outcome {
    /// Needless unless something changed.
    pub fn of(changed: bool, reason: impl FnOnce() -> String) -> Self {
        if changed { Self::Done } else { Self::Needless(reason()) }
    }
}

/// The result of one step.
pub(super) type Step = Result<Outcome, Problem>;

fn apply_one(correction: &Correction, index: &Index, facts: &mut Facts) -> Step {
    let found = index.find(&correction.quote, correction.occurrence)?;
    let mut desk = Desk { facts, found, quote: &correction.quote };
    match &correction.action {
        Action::Add(entry) => desk.add(entry),
        Action::Drop(entry) => desk.drop(entry),
        Action::Rename(entry) => desk.rename(entry),
        Action::Retype(entry) => desk.retype(entry),
        Action::Alias(entry) => desk.alias(entry),
        Action::Merge(entry) => desk.merge(entry),
        Action::Relate(entry) => desk.relate(entry),
        Action::Unrelate(entry) => desk.unrelate(entry),
        Action::Status(entry) => desk.status(entry),
        Action::Unstatus(entry) => desk.unstatus(entry),
        Action::Observe(entry) => desk.observe(entry),
        Action::Unobserve(select) => Ok(desk.unobserve(select)),
        Action::Target(entry) => desk.target(entry),
        Action::Untarget(select) => Ok(desk.untarget(select)),
        Action::Amend(entry) => desk.amend(entry),
    }
}

/// The facts and the place in them that a correction is about.
pub(super) struct Desk<'a> {
    pub facts: &'a mut Facts,
    pub found: Found,
    pub quote: &'a str,
}

impl Desk<'_> {
    /// The thing of one of the classes with that name; failing that, with that alias; failing that, with
    /// that division code. None where there is none.
    pub fn look_up(&self, classes: &[Kind], name: &str) -> Result<Option<ThingId>, Problem> {
        let things =
            || self.facts.things.iter().enumerate().filter(|(_, thing)| classes.contains(&thing.kind));
        let mut candidates: Vec<usize> =
            things().filter(|(_, thing)| thing.name == name).map(|(at, _)| at).collect();
        if candidates.is_empty() {
            candidates = things()
                .filter(|(_, thing)| thing.aliases.iter().any(|alias| alias == name))
                .map(|(at, _)| at)
                .collect();
        }
        if candidates.is_empty() {
            candidates =
                things().filter(|(_, thing)| thing.code.as_deref() == Some(name)).map(|(at, _)| at).collect();
        }
        match candidates.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(ThingId(*one))),
            several => Err(Problem::AmbiguousThing {
                name: name.to_owned(),
                candidates: several.iter().map(|at| self.describe(ThingId(*at))).collect(),
            }),
        }
    }

    /// As [`Desk::look_up`], where the thing must exist.
    pub fn thing(&self, classes: &[Kind], name: &str) -> Result<ThingId, Problem> {
        self.look_up(classes, name)?.ok_or_else(|| self.unknown(classes, name))
    }

    /// As [`Desk::thing`], for a name that may state its class.
    pub fn named(&self, classes: &[Kind], named: &Named) -> Result<ThingId, Problem> {
        self.thing(&narrowed(classes, named), &named.name)
    }

    /// As [`Desk::look_up`], for a name that may state its class.
    pub fn look_up_named(&self, classes: &[Kind], named: &Named) -> Result<Option<ThingId>, Problem> {
        self.look_up(&narrowed(classes, named), &named.name)
    }

    pub fn unknown(&self, classes: &[Kind], name: &str) -> Problem {
        let things = self.facts.things.iter().filter(|thing| classes.contains(&thing.kind));
        let names = things.flat_map(|thing| std::iter::once(&thing.name).chain(&thing.aliases));
        Problem::UnknownThing {
            classes: classes.to_vec(),
            name: name.to_owned(),
            closest: nearest::names(name, names.map(String::as_str)),
        }
    }

    /// The class and name of a thing, with its code where it has one.
    pub fn describe(&self, id: ThingId) -> String {
        let thing = &self.facts.things[id.0];
        let code = thing.code.as_ref().map(|code| format!(" {code}")).unwrap_or_default();
        format!("{:?} `{}`{code}", thing.kind, thing.name)
    }

    /// A year in figures; `"review"` and `"plan"` are those of the report.
    pub const fn year(&self, year: Year) -> Option<i32> {
        match year {
            Year::Review => self.facts.report.review_year,
            Year::Plan => self.facts.report.plan_year,
            Year::Number(number) => Some(number),
        }
    }

    /// The year that the half of the report around the quote is about.
    pub fn year_here(&self) -> Option<i32> {
        let first = self.found.sentences.first()?;
        match self.facts.sentences.get(first.0)?.part? {
            Part::Review => self.facts.report.review_year,
            Part::Plan => self.facts.report.plan_year,
        }
    }

    /// The quote without white space.
    pub fn quote_words(&self) -> String {
        self.quote.chars().filter(|char| !char.is_whitespace()).collect()
    }
}

/// The class that a name states, if it is one of those allowed here; otherwise all of them.
fn narrowed(classes: &[Kind], named: &Named) -> Vec<Kind> {
    match named.class {
        Some(class) if classes.contains(&class) => vec![class],
        _ => classes.to_vec(),
    }
}
