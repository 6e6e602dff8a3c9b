//! Drafts of figures, and how they become observations and targets.

use std::collections::BTreeMap;

use super::times::{Mark, When};
use super::{Carried, Context};
use crate::facts::{
    Aim, Change, Comparator, Deadline, Facts, Indicator, Observation, Origin, Part, Period, Quantity,
    Ranking, SentenceId, Target, ThingId,
};
use crate::lexicon::units::UnitKind;
use crate::lexicon::{indicators, phrases};
use crate::report::Sentence;

/// A figure on its way.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub name: String,
    pub quantity: Option<Quantity>,
    pub change: Option<Change>,
    pub rankings: Vec<Ranking>,
    pub about: Option<ThingId>,
    /// Where the figure of the same sentence stands that it breaks down.
    pub part_of: Option<usize>,
    /// Where its number stands in the sentence.
    pub at: usize,
    pub kind: Option<UnitKind>,
    /// Whether its rank is the one from which it moved.
    pub moving: bool,
    /// A year stated for it alone: 2005 in `由2005年的3家增加到7家`.
    pub year: Option<i32>,
    /// Whether it is a share of another figure: 占…比重.
    pub share: bool,
    /// Whether it states an aim in words, without a number.
    pub worded: bool,
    /// The word of time that governs it.
    pub mark: Option<Mark>,
}

impl Draft {
    pub fn new(name: String, at: usize) -> Self {
        Self { name, at, ..Self::default() }
    }

    fn indicator(&self) -> Indicator {
        let id = indicators::matching(&self.name).map(|entry| entry.id.clone());
        Indicator { name: self.name.clone(), id }
    }
}

/// Whether a figure is aimed at, and its time.
struct Timing {
    target: bool,
    period: Period,
    deadline: Option<Deadline>,
}

/// Writes the drafts of a sentence into `out`, as observations or targets.
pub(super) fn record(
    sentence: &Sentence,
    id: SentenceId,
    drafts: &[Draft],
    context: &mut Context,
    out: &mut Facts,
) {
    let mut placed: BTreeMap<usize, (bool, usize)> = BTreeMap::new();
    carry(sentence, context);
    for draft in drafts {
        if draft.name.chars().count() < 1 {
            continue;
        }
        let when = when(sentence, draft, context);
        let same =
            draft.quantity.as_ref().is_some_and(|quantity| quantity.comparator == Comparator::SameAsPrevious);
        if draft.worded && !when.target && !same {
            continue;
        }
        let whole = draft.part_of.and_then(|at| placed.get(&at).copied());
        let part_of = whole.filter(|(target, _)| *target == when.target).map(|(_, at)| at);
        if when.target {
            if draft.quantity.is_none() && draft.change.is_none() {
                continue;
            }
            placed.insert(draft.at, (true, out.targets.len()));
            out.targets.push(Target {
                aim: Aim::Quantity {
                    indicator: draft.indicator(),
                    quantity: draft.quantity.clone(),
                    change: draft.change.clone(),
                },
                deadline: when.deadline,
                modality: modality(sentence, draft),
                about: draft.about,
                part_of,
                evidence: vec![id],
                origin: Origin::Extraction,
            });
        } else {
            placed.insert(draft.at, (false, out.observations.len()));
            out.observations.push(Observation {
                indicator: draft.indicator(),
                quantity: draft.quantity.clone(),
                period: when.period,
                change: draft.change.clone(),
                rankings: draft.rankings.clone(),
                about: draft.about,
                part_of,
                evidence: vec![id],
                origin: Origin::Extraction,
            });
        }
    }
    if let Some(draft) = drafts.last() {
        context.noun = Some(draft.name.clone());
    }
}

/// Remembers a span of years that a sentence sets for its paragraph.
fn carry(sentence: &Sentence, context: &mut Context) {
    let marks = super::times::scan(&sentence.chars);
    let Some(first) = marks.first().filter(|mark| mark.range.start <= 6) else { return };
    let words: String = sentence.chars[first.range.clone()].iter().collect();
    context.carried = match first.when {
        When::Plan(end) if context.plan_year.is_some_and(|plan| end >= plan) => {
            Carried::Ahead(Deadline::Horizon(words))
        }
        When::Plan(end) => Carried::Past(Some(end), words),
        When::Past => Carried::Past(context.review_year, words),
        When::By(year) if context.plan_year.is_some_and(|plan| year > plan) => {
            Carried::Ahead(Deadline::Year(year))
        }
        When::Year(_) | When::Last => Carried::Default,
        _ => return,
    };
}

fn when(sentence: &Sentence, draft: &Draft, context: &Context) -> Timing {
    let review = context.review_year;
    let plan = context.plan_year;
    if let Some(year) = draft.year {
        return Timing { target: false, period: Period { year: Some(year), wording: None }, deadline: None };
    }
    let words = draft.mark.as_ref().map(|mark| -> String {
        sentence.chars.get(mark.range.clone()).unwrap_or_default().iter().collect()
    });
    let mut target = sentence.part == Some(Part::Plan);
    let mut period = Period { year: review, wording: None };
    let mut deadline = plan.map(Deadline::Year);
    let carried = match &context.carried {
        Carried::Past(year, words) => {
            period = Period { year: *year, wording: Some(words.clone()) };
            Some(false)
        }
        Carried::Ahead(horizon) => {
            deadline = Some(horizon.clone());
            Some(true)
        }
        Carried::Default => None,
    };
    if sentence.part.is_none() {
        target = carried.unwrap_or(false);
    } else if carried == Some(false) {
        target = false;
    }
    match (draft.mark.as_ref().map(|mark| mark.when), words) {
        (Some(When::Year(year)), _) => {
            period = Period { year: Some(year), wording: None };
            if plan.is_some_and(|plan| year >= plan) && sentence.part != Some(Part::Review) {
                target = true;
                deadline = Some(Deadline::Year(year));
            } else if review.is_some_and(|review| year <= review) {
                target = false;
            }
        }
        (Some(When::By(year)), words) => {
            if plan.is_some_and(|plan| year >= plan) {
                target = true;
                deadline = Some(Deadline::Year(year));
            } else {
                period = Period { year: Some(year), wording: words };
                target = false;
            }
        }
        (Some(When::Last), _) if sentence.part == Some(Part::Plan) => target = false,
        (Some(When::Part), words) => period.wording = words,
        (Some(When::Plan(end)), words) => {
            if plan.is_some_and(|plan| end >= plan) {
                target = sentence.part != Some(Part::Review);
                deadline = words.map(Deadline::Horizon);
            } else {
                target = false;
                period = Period { year: Some(end), wording: words };
            }
        }
        (Some(When::Past), words) => {
            target = false;
            period = Period { year: review, wording: words };
        }
        (Some(When::Ahead), words) => {
            target = sentence.part != Some(Part::Review);
            deadline = words.map(|words| Deadline::Horizon(bare_span(&words)));
        }
        _ => {}
    }
    Timing { target, period, deadline }
}

/// `用3-5年时间` is `3-5年`.
fn bare_span(words: &str) -> String {
    let mut span = words;
    for word in ["力争用", "力争", "用", "经过", "通过"] {
        span = span.strip_prefix(word).unwrap_or(span);
    }
    for word in ["的时间", "时间", "左右", "之内", "内"] {
        span = span.strip_suffix(word).unwrap_or(span);
    }
    span.to_owned()
}

/// The word of modality nearest before a figure in its clause.
fn modality(sentence: &Sentence, draft: &Draft) -> Option<String> {
    let before = sentence.chars.get(..draft.at).unwrap_or_default();
    let clause =
        before.iter().rposition(|c| matches!(c, '；' | ';' | '。')).map_or(before, |at| &before[at + 1..]);
    phrases::class("modality").first_in(clause)
}
