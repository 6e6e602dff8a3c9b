//! Which of the figures near to a question are meant.

use oxigraph::model::NamedNode;

use super::head;
use super::matching::{
    Circle, Match, aspect, aspect_fits, class_fits, is_near, named, names_near, share_fits, size, year_fits,
};
use crate::question::case::Case;
use crate::question::index::{Figure, FigureClass};
use crate::question::plan::Aspect;
use crate::question::tokens::Kind;
use crate::question::words::{Sense, Tag};

/// The figures that are meant. Each of several years named is looked for by itself: a result and a target
/// are seldom worded alike.
pub(super) fn choose<'a>(
    case: &Case,
    matches: &[Match<'a>],
    content: &[usize],
    years: &[i32],
) -> Vec<Match<'a>> {
    let named = case.years(&mut case.account());
    let meant: Vec<i32> = named.into_iter().filter(|year| years.contains(year)).collect();
    if meant.len() < 2 {
        return choose_at(case, matches, content, years);
    }
    meant.iter().flat_map(|&year| choose_at(case, matches, content, &[year])).collect()
}

/// The figures of some years that are meant: those that say all, or, as a whole with its parts, say it together.
pub(super) fn choose_at<'a>(
    case: &Case,
    matches: &[Match<'a>],
    content: &[usize],
    years: &[i32],
) -> Vec<Match<'a>> {
    let says_all = |m: &Match| {
        content.iter().all(|&piece| m.circles[piece] > Circle::Nowhere) && is_near(case, m, content)
    };
    let fits = |m: &&Match| {
        class_fits(case, m) && aspect_fits(case, m) && share_fits(case, m) && year_fits(m.figure, years)
    };
    let admitted = matches.iter().filter(|m| says_all(m)).filter(fits);
    let mut full: Vec<Match> =
        admitted.filter(|m| head::has_attribute(case, m) && names_near(case, m)).cloned().collect();
    let asking = head::of_asking_clause(case, content);
    if !asking.is_empty() && asking.len() < content.len() {
        prefer_best(&mut full, |m| usize::from(named(m, &asking)));
    }
    if let Some(head) = head::counted(case, content) {
        prefer_best(&mut full, |m| usize::from(head::ends_in(case, m.figure, head)));
    }
    let family = if full.is_empty() || case.reading.has(Tag::Parts) {
        together(case, matches, content, years)
    } else {
        Vec::new()
    };
    if !family.is_empty() || full.is_empty() {
        return family;
    }
    let by_topic = content.iter().all(|&piece| is_topic(case, piece));
    // `多少家医院` asks for one number, not for all figures of the field.
    if by_topic && case.reading.has(Tag::HowMany) && !case.reading.has(Tag::Target) {
        return Vec::new();
    }
    let best = full.iter().map(|m| m.score).max().unwrap_or(0);
    let mut chosen: Vec<Match> =
        full.into_iter().filter(|m| if by_topic { named(m, content) } else { m.score == best }).collect();
    if !by_topic {
        prefer_best(&mut chosen, |m| states_named(case, m));
        prefer_best(&mut chosen, |m| glossed_fillers_named(case, m));
        let closest = chosen.iter().map(|m| m.likeness).max().unwrap_or(0);
        // A name spelled in full leaves out those that are only like it.
        let slack = if closest == 100 { 0 } else { 20 };
        chosen.retain(|m| m.likeness + slack >= closest);
        prefer_best(&mut chosen, |m| usize::from(of_report_area(case, m.figure)));
        prefer_best(&mut chosen, |m| usize::from(aspect(case, m) != Aspect::Value || m.figure.level));
        let several = case.reading.has(Tag::Span)
            || case.reading.senses().any(|(_, sense)| matches!(sense, Sense::FiveYears(..)));
        prefer_best(&mut chosen, |m| usize::from(m.figure.span == several));
        prefer_best(&mut chosen, |m| fillers_named(case, m));
    }
    if case.reading.has(Tag::Parts) {
        let wholes: Vec<NamedNode> = chosen.iter().map(|m| m.figure.iri.clone()).collect();
        let parts =
            matches.iter().filter(|m| m.figure.part_of.as_ref().is_some_and(|whole| wholes.contains(whole)));
        chosen.extend(parts.cloned());
    }
    if case.reading.has(Tag::Each)
        && let [one] = chosen.as_slice()
        && one.figure.clause.contains("分别")
    {
        // `城乡居民收入分别增长A和B` gives a figure for each.
        let one = one.clone();
        let beside = |m: &&Match| {
            m.figure.clause.lines().next() == one.figure.clause.lines().next()
                && m.figure.sentence == one.figure.sentence
                && m.figure.iri != one.figure.iri
                && aspect_fits(case, m)
        };
        chosen.extend(matches.iter().filter(beside).cloned());
    }
    let timed = !years.is_empty() || case.reading.has_any(&[Tag::Target]);
    let reported = chosen.iter().any(|m| m.figure.class == FigureClass::Observation);
    if !timed && reported && !case.reading.has(Tag::Actual) {
        chosen.retain(|m| m.figure.class == FigureClass::Observation);
    }
    chosen
}

/// Whether a figure covers the whole area of a report.
pub(super) fn of_report_area(case: &Case, figure: &Figure) -> bool {
    figure.area.as_ref().is_none_or(|area| case.index.is_area(area))
}

/// Keeps, of figures that say equally much, those that some other measure puts first.
pub(super) fn prefer_best(chosen: &mut Vec<Match>, worth: impl Fn(&Match) -> usize) {
    let best = chosen.iter().map(&worth).max().unwrap_or(0);
    chosen.retain(|m| worth(m) == best);
}

/// How much of the words that need not be found (`新增`, `累计`) stands in the names of a figure.
pub(super) fn fillers_named(case: &Case, m: &Match) -> usize {
    let fillers = case.reading.senses().filter(|(_, sense)| **sense == Sense::Tag(Tag::Weak));
    fillers.filter(|(piece, _)| m.circles[*piece] == Circle::Names).map(|(piece, _)| size(case, piece)).sum()
}

/// The same of English words whose Chinese the lexicon gives (`added`): no name holds them as they are.
fn glossed_fillers_named(case: &Case, m: &Match) -> usize {
    let glossed = case.reading.senses().filter(|(_, sense)| matches!(sense, Sense::Gloss(_)));
    let weak = |piece: usize| case.reading.senses().any(|of| of == (piece, &Sense::Tag(Tag::Weak)));
    glossed.filter(|(piece, _)| weak(*piece) && m.circles[*piece] == Circle::Names).count()
}

/// How many of the states that the question names (`completed`) stand in the names of a figure.
fn states_named(case: &Case, m: &Match) -> usize {
    let states = case.reading.senses().filter(|(_, sense)| matches!(sense, Sense::State(_)));
    states.filter(|(piece, _)| m.circles[*piece] == Circle::Names).count()
}

pub(super) fn is_topic(case: &Case, piece: usize) -> bool {
    matches!(&case.reading.tokens[piece].kind, Kind::Word(senses) if senses.iter().any(|sense| matches!(sense, Sense::Topic(_))))
}

/// Whether a piece is a type of places: alone, `几个镇`, it asks for places and not for a figure.
pub(super) fn is_type(case: &Case, piece: usize) -> bool {
    matches!(&case.reading.tokens[piece].kind, Kind::Word(senses) if senses.iter().all(|sense| matches!(sense, Sense::PlaceType(_))))
}

/// A whole and its parts that say all of the content between them.
pub(super) fn together<'a>(
    case: &Case,
    matches: &[Match<'a>],
    content: &[usize],
    years: &[i32],
) -> Vec<Match<'a>> {
    let root = |m: &Match| m.figure.part_of.clone().unwrap_or_else(|| m.figure.iri.clone());
    let mut roots: Vec<NamedNode> = matches.iter().filter_map(|m| m.figure.part_of.clone()).collect();
    roots.sort_by(|a, b| a.as_str().cmp(b.as_str()));
    roots.dedup();
    let families = roots.iter().map(|whole| {
        let family = matches.iter().filter(|m| {
            root(m) == *whole && class_fits(case, m) && share_fits(case, m) && year_fits(m.figure, years)
        });
        family.cloned().collect::<Vec<Match>>()
    });
    let says_all = |family: &Vec<Match>| {
        content.iter().all(|&piece| family.iter().any(|m| m.circles[piece] >= Circle::Clause))
    };
    families.filter(says_all).max_by_key(|family| family.iter().map(|m| m.score).max()).unwrap_or_default()
}
