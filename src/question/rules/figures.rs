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
    if !case.reading.has_any(&signals) && !names_indicator && !asks_what {
        return None;
    }
    // `2023年要完工的道路` asks for projects.
    let has_state = case.reading.senses().any(|(_, sense)| matches!(sense, Sense::State(_)));
    if has_state && !names_indicator && !case.reading.has_any(&[Tag::HowMany, Tag::Change, Tag::Rank]) {
        return None;
    }
    let mut account = case.account();
    let areas = case.areas(&mut account);
    let mut years = years(case, &mut account);
    let compared = compared_years(case);
    years.retain(|year| !compared.contains(year));
    let content: Vec<usize> = (0..case.reading.tokens.len())
        .filter(|&piece| !account.has(piece) && case.is_content(piece))
        .collect();
    if content.is_empty() {
        return all_targets(case, account, areas, years);
    }
    let admitted =
        case.index.figures.iter().filter(|figure| in_areas(case, figure, &areas) && unit_fits(case, figure));
    let matches: Vec<Match> = admitted.map(|figure| compare(case, figure, &content)).collect();
    let chosen = choose(case, &matches, &content, &years);
    if chosen.is_empty() && case.reading.has(Tag::Outcome) {
        let chosen = outcomes(&matches, &content, &years);
        return conclude(case, account, &chosen, &content, areas, &years);
    }
    if chosen.is_empty() && !years.is_empty() {
        if let Some(reviewed) = reviewed_instead(case, &years) {
            let chosen = choose(case, &matches, &content, &[reviewed]);
            if !chosen.is_empty() {
                return conclude(case, account, &chosen, &content, areas, &[reviewed])
                    .map(|proposal| asked_for(case, proposal, &years));
            }
        }
        return of_other_years(case, account, &matches, &content, areas, years);
    }
    conclude(case, account, &chosen, &content, areas, &years)
}

/// A report is often called by the year in which it was given: `2010年…是多少` may ask the report of 2010 for
/// the year that it reviews. The answer says so.
fn reviewed_instead(case: &Case, years: &[i32]) -> Option<i32> {
    let [year] = years else { return None };
    if case.reading.has(Tag::Target) {
        return None;
    }
    case.reports().find(|report| report.plan_year == Some(*year))?.review_year
}

/// Notes in a plan the years that were asked for and are not those of the answer.
fn asked_for(case: &Case, mut proposal: Proposal, years: &[i32]) -> Proposal {
    if let Plan::Figures(figures) = &mut proposal.plan {
        figures.asked_years = years.to_vec();
    }
    proposal.left.retain(|piece| !case.reading.years().iter().any(|(at, _)| at == piece));
    proposal
}

/// `“营改增”改革取得了哪些成果`: the figures reported in the sentences that name it.
fn outcomes<'a>(matches: &[Match<'a>], content: &[usize], years: &[i32]) -> Vec<Match<'a>> {
    let of_it = |m: &&Match| {
        m.figure.class == FigureClass::Observation
            && year_fits(m.figure, years)
            && content.iter().all(|&piece| m.circles[piece] > Circle::Nowhere)
    };
    let chosen: Vec<Match> = matches.iter().filter(of_it).cloned().collect();
    // More than a few are no longer the outcome of one thing.
    if chosen.len() > OUTCOMES { Vec::new() } else { chosen }
}

/// The most figures that may be called the outcome of a thing.
const OUTCOMES: usize = 3;

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
    Tag::Span,
    Tag::Outcome,
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

/// The years with which others are compared (`与2002年相比`, `compared with 2007`) where a change is asked for.
fn compared_years(case: &Case) -> Vec<i32> {
    if !case.reading.has(Tag::Change) {
        return Vec::new();
    }
    let words = |piece: Option<usize>| {
        let token = piece.and_then(|piece| case.reading.tokens.get(piece));
        token.map_or_else(String::new, |token| case.reading.words(token.begin, token.end))
    };
    let opens = |word: &str| AGAINST.contains(&word.to_lowercase().as_str());
    let compared =
        |piece: usize| opens(&words(piece.checked_sub(1))) || words(Some(piece + 1)).starts_with("相比");
    case.reading.years().into_iter().filter(|(piece, _)| compared(*piece)).map(|(_, year)| year).collect()
}

/// Words before a year with which another is compared.
const AGAINST: [&str; 12] = [
    "与",
    "比",
    "较",
    "同",
    "和",
    "相比",
    "相比于",
    "相较于",
    "compared with",
    "compared to",
    "than",
    "since",
];

/// Whether a figure covers one of the areas, or a place that has no report of its own.
fn in_areas(case: &Case, figure: &Figure, areas: &[NamedNode]) -> bool {
    let covers = |area: &NamedNode| areas.contains(area) || !case.index.is_area(area);
    areas.is_empty() || figure.area.as_ref().is_none_or(covers)
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
    let named: Vec<i32> = case.reading.years().into_iter().map(|(_, year)| year).collect();
    let meant: Vec<i32> = named.into_iter().filter(|year| years.contains(year)).collect();
    if meant.len() < 2 {
        return choose_at(case, matches, content, years);
    }
    meant.iter().flat_map(|&year| choose_at(case, matches, content, &[year])).collect()
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
    let best = full.iter().map(|m| m.score).max().unwrap_or(0);
    let mut chosen: Vec<Match> =
        full.into_iter().filter(|m| if by_topic { named(m, content) } else { m.score == best }).collect();
    if !by_topic {
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
    let timed = !years.is_empty() || case.reading.has_any(&[Tag::Target]);
    let reported = chosen.iter().any(|m| m.figure.class == FigureClass::Observation);
    if !timed && reported && !case.reading.has(Tag::Actual) {
        chosen.retain(|m| m.figure.class == FigureClass::Observation);
    }
    chosen
}

/// Whether a figure covers the whole area of a report.
fn of_report_area(case: &Case, figure: &Figure) -> bool {
    figure.area.as_ref().is_none_or(|area| case.index.is_area(area))
}

/// Keeps, of figures that say equally much, those that some other measure puts first.
fn prefer_best(chosen: &mut Vec<Match>, worth: impl Fn(&Match) -> usize) {
    let best = chosen.iter().map(&worth).max().unwrap_or(0);
    chosen.retain(|m| worth(m) == best);
}

/// How much of the words that need not be found (`新增`, `累计`) stands in the names of a figure.
fn fillers_named(case: &Case, m: &Match) -> usize {
    let fillers = case.reading.senses().filter(|(_, sense)| **sense == Sense::Tag(Tag::Weak));
    fillers.filter(|(piece, _)| m.circles[*piece] == Circle::Names).map(|(piece, _)| size(case, piece)).sum()
}

fn is_topic(case: &Case, piece: usize) -> bool {
    matches!(&case.reading.tokens[piece].kind, Kind::Word(senses) if senses.iter().any(|sense| matches!(sense, Sense::Topic(_))))
}

fn named(m: &Match, content: &[usize]) -> bool {
    content.iter().all(|&piece| m.circles[piece] == Circle::Names)
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

/// A question about targets is not answered by a result, nor the other way round; one that names two years
/// may ask for both.
fn class_fits(case: &Case, m: &Match) -> bool {
    if case.reading.years().len() > 1 {
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
        Aspect::Change => m.figure.change_unit.is_some(),
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
    // The places in the area that figures are about are asked for with it.
    let about = chosen.iter().filter_map(|m| m.figure.area.clone()).filter(|_| !areas.is_empty());
    let areas = sorted(areas.iter().cloned().chain(about));
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
