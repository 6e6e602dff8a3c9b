//! Figures: reported values and growth (observations) and what is aimed at (quantity targets).
//!
//! A sentence is read in steps: words of time (`times`), numbers with units (`measure`), ranks
//! (`ranks`); then, from left to right, what each number says and of what (`reader`), which gives
//! `draft::Draft`s; at last each draft becomes an observation or a target (`draft`).

mod changes;
mod draft;
mod exclusions;
mod levels;
mod measure;
mod movements;
mod naming;
pub(crate) mod numeral;
mod owners;
mod ranking;
mod ranks;
mod reader;
mod shares;
mod subjects;
mod times;
mod wordings;

use std::ops::Range;

use crate::facts::{Deadline, Facts, Kind, SentenceId, ThingId};
use crate::report::Sentence;

/// A name in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Where it stands in [`Sentence::chars`].
    pub range: Range<usize>,
    /// The thing that it names.
    pub thing: ThingId,
    /// The class of that thing.
    pub kind: Kind,
}

/// The names of a sentence: numbers inside them are no figures, and a figure may be about one of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Names<'a> {
    names: &'a [Name],
}

impl<'a> Names<'a> {
    /// The names of one sentence, in any order.
    #[must_use]
    pub const fn new(names: &'a [Name]) -> Self {
        Self { names }
    }

    /// Whether a character belongs to a name.
    #[must_use]
    pub fn cover(&self, at: usize) -> bool {
        self.names.iter().any(|name| name.range.contains(&at))
    }

    /// The place, organization or project named last within `range`.
    #[must_use]
    pub fn subject(&self, range: &Range<usize>) -> Option<ThingId> {
        self.names
            .iter()
            .filter(|name| matches!(name.kind, Kind::Place | Kind::Organization | Kind::Project))
            .filter(|name| range.start <= name.range.start && name.range.end <= range.end)
            .max_by_key(|name| (name.range.end, name.range.len()))
            .map(|name| name.thing)
    }
}

/// What the reading of figures carries from sentence to sentence.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The year that the report looks back on.
    pub review_year: Option<i32>,
    /// The year that it plans.
    pub plan_year: Option<i32>,
    /// Name of the report's area, taken off the front of indicators: `门头沟区`.
    pub area: Option<String>,
    /// Paragraph that the fields below were read in.
    paragraph: usize,
    /// The time that a sentence of this paragraph set for those that follow.
    carried: Carried,
    /// What the last figure of this paragraph counted.
    noun: Option<String>,
}

/// A time set for the rest of a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Carried {
    /// None: the year reviewed or planned.
    #[default]
    Default,
    /// Years that have passed, with the year in which they end.
    Past(Option<i32>, String),
    /// Years to come.
    Ahead(Deadline),
}

impl Context {
    /// A context for a report that looks back on one year and plans another.
    #[must_use]
    pub fn new(review_year: Option<i32>, plan_year: Option<i32>, area: Option<String>) -> Self {
        Self { review_year, plan_year, area, ..Self::default() }
    }

    fn enter(&mut self, paragraph: usize) {
        if self.paragraph != paragraph {
            self.paragraph = paragraph;
            self.carried = Carried::Default;
            self.noun = None;
        }
    }
}

/// Reads the figures of a sentence: in the review part they become observations, in the plan part
/// quantity targets, unless they restate the past. Headings give none.
///
/// ```
/// use zhengtu::extract::figures::{self, Context, Names};
/// use zhengtu::facts::{Facts, Part, SentenceId};
/// use zhengtu::report::Sentence;
///
/// let mut sentence = Sentence::plain("预计实现地区生产总值275亿元，同比增长1.5%。");
/// sentence.part = Some(Part::Review);
/// let mut facts = Facts::default();
/// let mut context = Context::new(Some(2022), Some(2023), None);
/// figures::read(&sentence, SentenceId(0), &Names::default(), &mut context, &mut facts);
/// assert_eq!(facts.observations[0].indicator.name, "地区生产总值");
/// ```
pub fn read(sentence: &Sentence, id: SentenceId, names: &Names<'_>, context: &mut Context, out: &mut Facts) {
    if sentence.heading {
        return;
    }
    context.enter(sentence.paragraph);
    let drafts = reader::Reader::new(&sentence.chars, names, context).read();
    draft::record(sentence, id, &drafts, context, out);
}

#[cfg(test)]
mod tests;
