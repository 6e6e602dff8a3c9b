//! Questions about reported figures and targets.
//!
//! Indicators are seldom asked for by their exact names. So every figure is compared with the question in
//! three circles – the names of its indicator, the clause that states it, its sentence – and the words of
//! the question must all be found there, the greater part of them in the inner two.

mod choosing;
mod clauses;
mod head;
mod matching;

pub(super) use clauses::{asks_level, is_less, is_one, listed, together};

use oxigraph::model::NamedNode;

use crate::question::case::{Account, Case, Proposal};
use crate::question::index::{Class, Figure, FigureClass};
use crate::question::plan::{Aspect, Figures, Plan};
use crate::question::words::{Sense, Tag};
use choosing::{choose, is_type};
use matching::{Circle, Match, aspect, compare, named, unit_fits, year_fits};

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
    let mut years = years(case, &mut account);
    let compared = compared_years(case);
    years.retain(|year| !compared.contains(year));
    let content: Vec<usize> = (0..case.reading.tokens.len())
        .filter(|&piece| !account.has(piece) && case.is_content(piece))
        .collect();
    if content.iter().all(|&piece| is_type(case, piece)) {
        return all_targets(case, account, areas, years);
    }
    // How large the district is, no figure of some area in it tells.
    if content.iter().all(|&piece| measures(case, piece)) {
        return None;
    }
    let admitted =
        case.index.figures.iter().filter(|figure| in_areas(case, figure, &areas) && unit_fits(case, figure));
    let matches: Vec<Match> = admitted.map(|figure| compare(case, figure, &content)).collect();
    let mut chosen = choose(case, &matches, &content, &years);
    if by_name {
        chosen.retain(|m| named(m, &content));
    }
    if chosen.is_empty() && case.reading.has(Tag::Outcome) {
        let chosen = outcomes(&matches, &content, &years);
        return conclude(case, account, &chosen, &content, areas, &years);
    }
    if chosen.is_empty() && !years.is_empty() && !by_name {
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

/// Whether a piece only says how something is measured (`面积`).
fn measures(case: &Case, piece: usize) -> bool {
    let senses = || case.reading.senses().filter(move |(at, _)| *at == piece);
    senses().any(|(_, sense)| matches!(sense, Sense::Measure(_)))
}

/// A report is often called by the year in which it was given: `2010年…是多少` may ask the report that bears
/// 2010 in its title for the year that it reviews. The answer says so. Where no title bears the year, or what
/// became of a target is asked, another year would be no answer.
fn reviewed_instead(case: &Case, years: &[i32]) -> Option<i32> {
    let [year] = years else { return None };
    let spelled = case.reading.years().iter().any(|(_, named)| named == year);
    if !spelled || case.reading.has_any(&[Tag::Target, Tag::Actual]) {
        return None;
    }
    let bears = |title: &str| title.contains(&year.to_string());
    case.reports().find(|report| report.plan_year == Some(*year) && bears(&report.title))?.review_year
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
const USED: [Tag; 12] = [
    Tag::Share,
    Tag::Target,
    Tag::Actual,
    Tag::Change,
    Tag::Rank,
    Tag::Parts,
    Tag::When,
    Tag::Weak,
    Tag::Quantity,
    Tag::Progress,
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
    // `2022年增速和2023年目标增速`: a target is no base.
    if !case.reading.has(Tag::Change) || case.reading.has(Tag::Target) {
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
    // The places in the area that figures are about are asked for with it.
    let about = chosen.iter().filter_map(|m| m.figure.area.clone()).filter(|_| !areas.is_empty());
    let areas = sorted(areas.iter().cloned().chain(about));
    let mut plan = Figures { areas, aspect, ..Figures::default() };
    plan.scope = scope(case, &mut account, aspect);
    case.take_tags(&mut account, &USED);
    if aspect == Aspect::Rank {
        // `Where did the district rank …?`
        case.take_tags(&mut account, &[Tag::Where]);
    }
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
