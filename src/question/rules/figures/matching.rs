//! A figure beside a question: which words of the question it is near to, and whether it is of the kind asked for.

use crate::question::case::Case;
use crate::question::index::{Class, Figure, FigureClass};
use crate::question::plan::Aspect;
use crate::question::reading::Language;
use crate::question::tokens::{Kind, Token};
use crate::question::words::{Sense, Tag};

/// How near to a figure a piece of the question was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Circle {
    Nowhere,
    Sentence,
    Clause,
    Names,
}

/// A figure compared with the question.
#[derive(Debug, Clone)]
pub(super) struct Match<'a> {
    pub figure: &'a Figure,
    /// For each piece of the question.
    pub circles: Vec<Circle>,
    /// Σ over the content words, the nearer the more.
    pub score: usize,
    /// How much of the indicator's name the question spells, in per cent.
    pub likeness: usize,
}

/// Whether the figure, or its change, is counted in a unit of the class asked for.
pub(super) fn unit_fits(case: &Case, figure: &Figure) -> bool {
    let fits = |asked: &str, unit: &str| {
        let (class, of) = (case.words.unit_class(asked), case.words.unit_class(unit));
        // 个 counts people too.
        class == "open" || of == class || class == "count" && of == "people" && asked == "个"
    };
    let units = || {
        std::iter::once(figure.unit.as_str()).filter(|_| figure.level).chain(figure.change_unit.as_deref())
    };
    let mut asked = case
        .reading
        .senses()
        .filter_map(|(_, sense)| if let Sense::Unit(unit) = sense { Some(unit) } else { None });
    let asked_fits = asked.all(|asked| units().any(|unit| fits(asked, unit)));
    let measured = case.reading.senses().all(|(_, sense)| match sense {
        Sense::Measure(wanted) => wanted.first().is_none_or(|wanted| units().any(|unit| fits(wanted, unit))),
        _ => true,
    });
    asked_fits && measured
}

pub(super) fn compare<'a>(case: &Case, figure: &'a Figure, content: &[usize]) -> Match<'a> {
    let texts = [
        (Circle::Names, &figure.names),
        (Circle::Clause, &figure.clause),
        (Circle::Sentence, &figure.sentence),
    ];
    let common = texts.map(|(_, text)| case.reading.common(text));
    let near_unit = |unit: usize| {
        (0..3)
            .find(|&i| common[i].get(unit).copied().unwrap_or(false))
            .map_or(Circle::Nowhere, |i| texts[i].0)
    };
    let circles: Vec<Circle> = (0..case.reading.tokens.len())
        .map(|piece| {
            let as_word =
                (0..3).find(|&i| case.says(texts[i].1, &common[i], piece)).map_or(Circle::Nowhere, |i| texts[i].0);
            let token = &case.reading.tokens[piece];
            let by_units = (token.begin..said_end(case, token)).map(near_unit).min().unwrap_or(Circle::Nowhere);
            let measured = matches!(&token.kind, Kind::Word(senses) if senses.iter().any(|s| matches!(s, Sense::Measure(_))));
            // A noun that measures (面积) is said by the unit.
            as_word.max(by_units).max(if measured { Circle::Sentence } else { Circle::Nowhere })
        })
        .collect();
    let score = content.iter().map(|&piece| circles[piece] as usize * size(case, piece)).sum();
    Match { figure, score, likeness: likeness(case, figure, &common[0]), circles }
}

/// Where what a word says ends: 了 says nothing (`提升了`).
fn said_end(case: &Case, token: &Token) -> usize {
    let last = token.end - 1;
    let finished = last > token.begin && case.reading.units.get(last).is_some_and(|unit| unit.text == "了");
    if finished && matches!(token.kind, Kind::Word(_)) { last } else { token.end }
}

/// How many units a piece has; a Latin word counts as two.
pub(super) fn size(case: &Case, piece: usize) -> usize {
    let token = &case.reading.tokens[piece];
    case.reading.units[token.begin..token.end].iter().map(|unit| if unit.is_word() { 2 } else { 1 }).sum()
}

/// How much of the best-spelled name of the indicator stands in the question, in per cent.
pub(super) fn likeness(case: &Case, figure: &Figure, common: &[bool]) -> usize {
    let shared: String = case
        .reading
        .units
        .iter()
        .zip(common)
        .map(|(unit, &held)| if held { unit.text.as_str() } else { "\n" })
        .collect();
    let spelled = |name: &str| {
        let chars: Vec<char> = name.chars().collect();
        let held = chars.iter().filter(|char| shared.contains(**char)).count();
        100 * held / chars.len().max(1)
    };
    figure.names.lines().map(spelled).max().unwrap_or(0)
}

pub(super) fn named(m: &Match, content: &[usize]) -> bool {
    content.iter().all(|&piece| m.circles[piece] == Circle::Names)
}

/// Whether the greater part of the content was found in the names or the clause.
pub(super) fn is_near(case: &Case, m: &Match, content: &[usize]) -> bool {
    let total: usize = content.iter().map(|&piece| size(case, piece)).sum();
    let near: usize = content
        .iter()
        .filter(|&&piece| m.circles[piece] >= Circle::Clause)
        .map(|&piece| size(case, piece))
        .sum();
    2 * near >= total
}

/// Whether a word of one of these tags asks: it is not part of what the figure is called or said to be.
pub(super) fn asks(case: &Case, m: &Match, tags: &[Tag], within: Circle) -> bool {
    case.reading.senses().any(|(piece, sense)| {
        matches!(sense, Sense::Tag(tag) if tags.contains(tag)) && m.circles[piece] < within
    })
}

/// Whether a question asks for several years.
fn compares(case: &Case) -> bool {
    case.years(&mut case.account()).len() > 1
}

/// A question about targets is not answered by a result, nor the other way round; one that names two years
/// may ask for both.
pub(super) fn class_fits(case: &Case, m: &Match) -> bool {
    if compares(case) {
        return true;
    }
    let target = asks(case, m, &[Tag::Target], Circle::Clause);
    let actual = asks(case, m, &[Tag::Actual], Circle::Clause);
    match m.figure.class {
        FigureClass::Observation => actual || !target,
        FigureClass::Target => target || !actual,
    }
}

/// What the question names is what the figure is about: one that only stands beside a named project, in its
/// sentence or the clause before, is not the project's.
pub(super) fn names_near(case: &Case, m: &Match) -> bool {
    let near = |class: Class, least: Circle| {
        let named = case.reading.named(case.index, &[class]);
        named.iter().all(|(piece, things)| {
            m.circles[*piece] == Circle::Nowhere
                || m.circles[*piece] >= least
                || things.iter().any(|&thing| m.figure.area.as_ref() == Some(&case.iri(thing)))
        })
    };
    near(Class::Project, Circle::Names) && near(Class::Organization, Circle::Clause)
}

/// Where a share is asked for, the figure must be one: `占全省的多少` is not answered by the whole.
pub(super) fn share_fits(case: &Case, m: &Match) -> bool {
    let asked = |sense: &Sense| *sense == Sense::Tag(Tag::Share);
    let mut shares = case.reading.senses().filter(|(_, sense)| asked(sense)).peekable();
    if shares.peek().is_none() {
        return true;
    }
    let told = |text: &str| SHARES.iter().any(|word| text.contains(word));
    let is_share = |unit: &str| matches!(case.words.unit_class(unit), "percent" | "ratio");
    let of_share = match aspect(case, m) {
        Aspect::Change => m.figure.change_unit.as_deref().is_some_and(is_share),
        _ => m.figure.level && is_share(&m.figure.unit),
    };
    // What is a share of the whole stands before the word.
    let first = case.reading.senses().find(|(_, sense)| asked(sense)).map_or(0, |(piece, _)| piece);
    let said = |piece: usize| m.circles[piece] >= Circle::Clause || case.is_area_name(piece);
    of_share
        && (0..first).filter(|&piece| case.is_content(piece)).all(said)
        && (shares.any(|(piece, _)| m.circles[piece] == Circle::Names)
            || told(&m.figure.names)
            || told(&m.figure.clause))
}

/// Words of reports by which a share is known.
const SHARES: [&str; 4] = ["占", "比重", "份额", "比例"];

pub(super) fn aspect_fits(case: &Case, m: &Match) -> bool {
    match aspect(case, m) {
        Aspect::Value => m.figure.level || m.figure.change_unit.is_some(),
        // Beside a result that grew, a target may be a level.
        Aspect::Change => {
            let target = m.figure.class == FigureClass::Target;
            // `与地区生产总值保持同步增长` is a target for growth without a number.
            let worded = target && m.figure.unit.is_empty() && says_change(case, m);
            m.figure.change_unit.is_some() || target && compares(case) || worded
        }
        Aspect::Rank => m.figure.ranked,
    }
}

/// What of a figure is asked for. `增长了多少` asks for the change; `多少亿，涨了还是跌了` for the value,
/// beside which the change stands anyway; in `工业增加值` nothing is asked.
pub(super) fn aspect(case: &Case, m: &Match) -> Aspect {
    if asks(case, m, &[Tag::Rank], Circle::Names) {
        return Aspect::Rank;
    }
    let first = |tag: Tag| {
        case.reading
            .senses()
            .find(|(piece, sense)| **sense == Sense::Tag(tag) && m.circles[*piece] < Circle::Names)
            .map(|(piece, _)| piece)
    };
    match (first(Tag::Change), first(Tag::HowMany)) {
        // English asks for the change itself with `how much … grow`.
        (Some(change), Some(many)) if many < change && case.reading.language == Language::Chinese => {
            Aspect::Value
        }
        (Some(_), _) => Aspect::Change,
        _ => Aspect::Value,
    }
}

/// Whether the clause of a figure speaks of growth or decline, as the question does.
fn says_change(case: &Case, m: &Match) -> bool {
    let mut changes = case.reading.senses().filter(|(_, sense)| **sense == Sense::Tag(Tag::Change));
    changes.any(|(piece, _)| m.circles[piece] >= Circle::Clause)
}

pub(super) fn year_fits(figure: &Figure, years: &[i32]) -> bool {
    // A figure for several years together, which lies in none of them (`“十四五”时期年均增长`).
    let spans = figure.span && figure.year.is_none() && years.len() >= FIVE;
    years.is_empty() || spans || figure.year.is_some_and(|year| years.contains(&year))
}

/// Years of a five-year plan.
const FIVE: usize = 5;
