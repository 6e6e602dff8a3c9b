//! Questions about reported figures and targets.
//!
//! Indicators are seldom asked for by their exact names. So every figure is compared with the question in
//! three circles – the names of its indicator, the clause that states it, its sentence – and the words of
//! the question must all be found there, the greater part of them in the inner two.

use oxigraph::model::NamedNode;

use crate::question::case::{Account, Case, Proposal};
use crate::question::index::{Class, Figure, FigureClass};
use crate::question::plan::{Aspect, Figures, Plan};
use crate::question::reading::Language;
use crate::question::tokens::Kind;
use crate::question::words::{Sense, Tag};

/// How near to a figure a piece of the question was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Circle {
    Nowhere,
    Sentence,
    Clause,
    Names,
}

/// A figure compared with the question.
#[derive(Debug, Clone)]
struct Match<'a> {
    figure: &'a Figure,
    /// For each piece of the question.
    circles: Vec<Circle>,
    /// Σ over the content words, the nearer the more.
    score: usize,
    /// How much of the indicator's name the question spells, in per cent.
    likeness: usize,
}

/// `2022年地区生产总值是多少`, `What are the employment targets for 2023?`
pub(super) fn figures(case: &Case) -> Option<Proposal> {
    let signals = [Tag::HowMany, Tag::Change, Tag::Rank, Tag::Target, Tag::Actual];
    let names_indicator = !case.reading.named(case.index, &[Class::Indicator]).is_empty();
    let asks_what = case.reading.has(Tag::Which) && !case.reading.has(Tag::Project);
    // Without any sign of a figure, only its very name will do.
    let by_name = !case.reading.has_any(&signals) && !names_indicator && !asks_what;
    if by_name && case.reading.has(Tag::Project) {
        return None;
    }
    // `2023年要完工的道路` asks for projects.
    let has_state = case.reading.senses().any(|(_, sense)| matches!(sense, Sense::State(_)));
    if has_state && !names_indicator && !case.reading.has_any(&[Tag::HowMany, Tag::Change, Tag::Rank]) {
        return None;
    }
    let mut account = case.account();
    let areas = case.areas(&mut account);
    let years = years(case, &mut account);
    let content: Vec<usize> = (0..case.reading.tokens.len())
        .filter(|&piece| !account.has(piece) && case.is_content(piece))
        .collect();
    if content.iter().all(|&piece| is_type(case, piece)) {
        return all_targets(case, account, areas, years);
    }
    let admitted =
        case.index.figures.iter().filter(|figure| in_areas(figure, &areas) && unit_fits(case, figure));
    let matches: Vec<Match> = admitted.map(|figure| compare(case, figure, &content)).collect();
    let mut chosen = choose(case, &matches, &content, &years);
    if by_name {
        chosen.retain(|m| named(m, &content));
    }
    if chosen.is_empty() && !years.is_empty() && !by_name {
        return of_other_years(case, account, &matches, &content, areas, years);
    }
    conclude(case, account, &chosen, &content, areas, &years)
}

/// The figures are there, but of other years: the question is understood and has no answer.
fn of_other_years(
    case: &Case,
    mut account: Account,
    matches: &[Match],
    content: &[usize],
    areas: Vec<NamedNode>,
    years: Vec<i32>,
) -> Option<Proposal> {
    let chosen = choose(case, matches, content, &[]);
    let classes = chosen.first().map(|m| vec![m.figure.class])?;
    for piece in 0..case.reading.tokens.len() {
        if chosen.iter().any(|m| m.circles[piece] > Circle::Nowhere) {
            account.take(piece);
        }
    }
    case.take_tags(&mut account, &USED);
    let indicators = sorted(chosen.iter().map(|m| m.figure.indicator.clone()));
    let plan = Plan::Figures(Figures { classes, indicators, areas, years, ..Figures::default() });
    Some(Proposal { empty: true, ..case.propose(plan, &account) })
}

/// Words that a question about figures makes use of.
const USED: [Tag; 9] = [
    Tag::Target,
    Tag::Actual,
    Tag::Change,
    Tag::Rank,
    Tag::Parts,
    Tag::When,
    Tag::Weak,
    Tag::Quantity,
    Tag::Progress,
];

/// Years named, and those of five-year plans.
fn years(case: &Case, account: &mut Account) -> Vec<i32> {
    let mut years = case.years(account);
    for (piece, sense) in case.reading.senses() {
        if let Sense::FiveYears(first, last) = sense {
            account.take(piece);
            years.extend(*first..=*last);
        }
    }
    years
}

fn in_areas(figure: &Figure, areas: &[NamedNode]) -> bool {
    areas.is_empty() || figure.area.as_ref().is_none_or(|area| areas.contains(area))
}

/// Whether the figure, or its change, is counted in a unit of the class asked for.
fn unit_fits(case: &Case, figure: &Figure) -> bool {
    let fits = |asked: &str, unit: &str| {
        let class = case.words.unit_class(asked);
        class == "open" || case.words.unit_class(unit) == class
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

fn compare<'a>(case: &Case, figure: &'a Figure, content: &[usize]) -> Match<'a> {
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
            let by_units = (token.begin..token.end).map(near_unit).min().unwrap_or(Circle::Nowhere);
            let measured = matches!(&token.kind, Kind::Word(senses) if senses.iter().any(|s| matches!(s, Sense::Measure(_))));
            // A noun that measures (面积) is said by the unit.
            as_word.max(by_units).max(if measured { Circle::Sentence } else { Circle::Nowhere })
        })
        .collect();
    let score = content.iter().map(|&piece| circles[piece] as usize * size(case, piece)).sum();
    Match { figure, score, likeness: likeness(case, figure, &common[0]), circles }
}

/// How many units a piece has; a Latin word counts as two.
fn size(case: &Case, piece: usize) -> usize {
    let token = &case.reading.tokens[piece];
    case.reading.units[token.begin..token.end].iter().map(|unit| if unit.is_word() { 2 } else { 1 }).sum()
}

/// How much of the best-spelled name of the indicator stands in the question, in per cent.
fn likeness(case: &Case, figure: &Figure, common: &[bool]) -> usize {
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

/// The figures that are meant. Each of several years named is looked for by itself: a result and a target
/// are seldom worded alike.
fn choose<'a>(case: &Case, matches: &[Match<'a>], content: &[usize], years: &[i32]) -> Vec<Match<'a>> {
    let named = case.years(&mut case.account());
    if named.len() < 2 {
        return choose_at(case, matches, content, years);
    }
    named.iter().flat_map(|&year| choose_at(case, matches, content, &[year])).collect()
}

/// The figures of some years that are meant: those that say all, or, as a whole with its parts, say it together.
fn choose_at<'a>(case: &Case, matches: &[Match<'a>], content: &[usize], years: &[i32]) -> Vec<Match<'a>> {
    let says_all = |m: &Match| {
        content.iter().all(|&piece| m.circles[piece] > Circle::Nowhere) && is_near(case, m, content)
    };
    let fits = |m: &&Match| class_fits(case, m) && aspect_fits(case, m) && year_fits(m.figure, years);
    let full: Vec<Match> = matches.iter().filter(|m| says_all(m)).filter(fits).cloned().collect();
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
        let closest = chosen.iter().map(|m| m.likeness).max().unwrap_or(0);
        chosen.retain(|m| m.likeness + 20 >= closest);
    }
    if case.reading.has(Tag::Parts) {
        let wholes: Vec<NamedNode> = chosen.iter().map(|m| m.figure.iri.clone()).collect();
        let parts =
            matches.iter().filter(|m| m.figure.part_of.as_ref().is_some_and(|whole| wholes.contains(whole)));
        chosen.extend(parts.cloned());
    }
    let timed = !years.is_empty() || case.reading.has_any(&[Tag::Target]);
    let reported = chosen.iter().any(|m| m.figure.class == FigureClass::Observation);
    if !timed && reported && !case.reading.has(Tag::Actual) {
        chosen.retain(|m| m.figure.class == FigureClass::Observation);
    }
    chosen
}

fn is_topic(case: &Case, piece: usize) -> bool {
    matches!(&case.reading.tokens[piece].kind, Kind::Word(senses) if senses.iter().any(|sense| matches!(sense, Sense::Topic(_))))
}

fn named(m: &Match, content: &[usize]) -> bool {
    content.iter().all(|&piece| m.circles[piece] == Circle::Names)
}

/// Whether a piece is a type of places: alone, `几个镇`, it asks for places and not for a figure.
fn is_type(case: &Case, piece: usize) -> bool {
    matches!(&case.reading.tokens[piece].kind, Kind::Word(senses) if senses.iter().all(|sense| matches!(sense, Sense::PlaceType(_))))
}

/// Whether the greater part of the content was found in the names or the clause.
fn is_near(case: &Case, m: &Match, content: &[usize]) -> bool {
    let total: usize = content.iter().map(|&piece| size(case, piece)).sum();
    let near: usize = content
        .iter()
        .filter(|&&piece| m.circles[piece] >= Circle::Clause)
        .map(|&piece| size(case, piece))
        .sum();
    2 * near >= total
}

/// A whole and its parts that say all of the content between them.
fn together<'a>(case: &Case, matches: &[Match<'a>], content: &[usize], years: &[i32]) -> Vec<Match<'a>> {
    let root = |m: &Match| m.figure.part_of.clone().unwrap_or_else(|| m.figure.iri.clone());
    let mut roots: Vec<NamedNode> = matches.iter().filter_map(|m| m.figure.part_of.clone()).collect();
    roots.sort_by(|a, b| a.as_str().cmp(b.as_str()));
    roots.dedup();
    let families = roots.iter().map(|whole| {
        let family =
            matches.iter().filter(|m| root(m) == *whole && class_fits(case, m) && year_fits(m.figure, years));
        family.cloned().collect::<Vec<Match>>()
    });
    let says_all = |family: &Vec<Match>| {
        content.iter().all(|&piece| family.iter().any(|m| m.circles[piece] >= Circle::Clause))
    };
    families.filter(says_all).max_by_key(|family| family.iter().map(|m| m.score).max()).unwrap_or_default()
}

/// Whether a word of one of these tags asks: it is not part of what the figure is called or said to be.
fn asks(case: &Case, m: &Match, tags: &[Tag], within: Circle) -> bool {
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
fn class_fits(case: &Case, m: &Match) -> bool {
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

fn aspect_fits(case: &Case, m: &Match) -> bool {
    match aspect(case, m) {
        Aspect::Value => m.figure.level || m.figure.change_unit.is_some(),
        // Beside a result that grew, a target may be a level.
        Aspect::Change => {
            m.figure.change_unit.is_some() || m.figure.class == FigureClass::Target && compares(case)
        }
        Aspect::Rank => m.figure.ranked,
    }
}

/// What of a figure is asked for. `增长了多少` asks for the change; `多少亿，涨了还是跌了` for the value,
/// beside which the change stands anyway; in `工业增加值` nothing is asked.
fn aspect(case: &Case, m: &Match) -> Aspect {
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

fn year_fits(figure: &Figure, years: &[i32]) -> bool {
    years.is_empty() || figure.year.is_some_and(|year| years.contains(&year))
}

fn conclude(
    case: &Case,
    mut account: Account,
    chosen: &[Match],
    content: &[usize],
    areas: Vec<NamedNode>,
    years: &[i32],
) -> Option<Proposal> {
    let first = chosen.first()?;
    for piece in 0..case.reading.tokens.len() {
        if chosen.iter().any(|m| m.circles[piece] > Circle::Nowhere) {
            account.take(piece);
        }
    }
    let aspect = aspect(case, first);
    let grown = |m: &Match| m.figure.change_unit.is_some();
    let aspect = if aspect == Aspect::Change && !chosen.iter().all(grown) { Aspect::Value } else { aspect };
    let mut plan = Figures { areas, aspect, ..Figures::default() };
    plan.scope = scope(case, &mut account, aspect);
    case.take_tags(&mut account, &USED);
    let mut classes: Vec<FigureClass> = chosen.iter().map(|m| m.figure.class).collect();
    classes.sort();
    classes.dedup();
    plan.classes = classes;
    plan.indicators = sorted(chosen.iter().map(|m| m.figure.indicator.clone()));
    let by_name = chosen.iter().all(|m| named(m, content));
    if !by_name || case.index.figures.iter().any(|f| is_namesake(f, chosen, years)) {
        plan.figures = sorted(chosen.iter().map(|m| m.figure.iri.clone()));
    }
    plan.years =
        years.iter().copied().filter(|&year| chosen.iter().any(|m| m.figure.year == Some(year))).collect();
    // A year in which no chosen figure lies must at least be said beside one (`比2005年增加`).
    for (piece, year) in case.reading.years() {
        if !plan.years.contains(&year) && chosen.iter().all(|m| m.circles[piece] == Circle::Nowhere) {
            account.leave(piece);
        }
    }
    Some(case.propose(Plan::Figures(plan), &account))
}

/// Whether a figure has an indicator of the chosen ones without being chosen.
fn is_namesake(figure: &Figure, chosen: &[Match], years: &[i32]) -> bool {
    let same = |m: &Match| m.figure.indicator == figure.indicator && m.figure.class == figure.class;
    chosen.iter().any(same) && year_fits(figure, years) && !chosen.iter().any(|m| m.figure.iri == figure.iri)
}

/// `在全市排第几`: among what the figure is ranked.
fn scope(case: &Case, account: &mut Account, aspect: Aspect) -> Option<String> {
    let piece =
        case.reading.senses().find(|(_, sense)| matches!(sense, Sense::Area(_))).map(|(piece, _)| piece)?;
    if aspect != Aspect::Rank {
        return None;
    }
    account.take(piece);
    let token = case.reading.tokens.get(piece)?;
    Some(case.reading.words(token.begin, token.end))
}

fn sorted(iris: impl Iterator<Item = NamedNode>) -> Vec<NamedNode> {
    let mut iris: Vec<NamedNode> = iris.collect();
    iris.sort_by(|a, b| a.as_str().cmp(b.as_str()));
    iris.dedup();
    iris
}

/// `2023年有哪些目标`: a question about targets that names none.
fn all_targets(
    case: &Case,
    mut account: Account,
    areas: Vec<NamedNode>,
    years: Vec<i32>,
) -> Option<Proposal> {
    if !case.reading.has(Tag::Target) || case.reading.has(Tag::Project) {
        return None;
    }
    case.take_tags(&mut account, &[Tag::Target]);
    let plan = Figures { classes: vec![FigureClass::Target], areas, years, ..Figures::default() };
    Some(case.propose(Plan::Figures(plan), &account))
}
