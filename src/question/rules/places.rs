//! Questions about where things are and what places hold.

use oxigraph::model::NamedNode;

use crate::question::case::{Account, Case, Proposal};
use crate::question::index::Class;
use crate::question::plan::Plan;
use crate::question::reading::Language;
use crate::question::words::{Sense, Tag};

/// `…在哪里`, `Where is …?`
pub(super) fn location(case: &Case) -> Option<Proposal> {
    if !case.reading.has(Tag::Where) {
        return None;
    }
    let mut account = case.account();
    let mut meant = case.take_meant(&mut account, &[Class::Project, Class::Place, Class::Organization]);
    let is_project =
        |at: &usize| case.index.things.get(*at).is_some_and(|thing| thing.class == Class::Project);
    let projects: Vec<usize> = meant.things.iter().copied().filter(is_project).collect();
    if case.reading.has(Tag::Project) && !projects.is_empty() {
        meant.things = projects;
    }
    if meant.things.is_empty() {
        return None;
    }
    // `Which projects are located in …?` asks for projects.
    if case.reading.has(Tag::Project) && !meant.things.iter().any(is_project) {
        return None;
    }
    case.areas(&mut account);
    case.states(&mut account);
    case.years(&mut account);
    case.take_tags(&mut account, &[Tag::Where, Tag::Project, Tag::Place, Tag::Inside, Tag::Target]);
    Some(case.propose(Plan::Location { things: case.iris(&meant.things) }, &account))
}

/// Division levels, the widest first; what stands at one place is of one level.
const LEVELS: &[&[&str]] = &[
    &["province", "municipality"],
    &["prefecture"],
    &["district", "county", "city"],
    &["town", "township", "subdistrict"],
    &["village", "community"],
];

fn level(kind: &str) -> Option<usize> {
    LEVELS.iter().position(|kinds| kinds.contains(&kind))
}

/// The place types asked for, with their pieces.
fn place_types(case: &Case) -> Vec<(usize, String)> {
    case.ids(|sense| if let Sense::PlaceType(id) = sense { Some(id) } else { None })
}

/// `在哪个村`, `Which village is … in?`: whether a type is asked for as the place that something is in.
fn is_around(case: &Case, types: &[(usize, String)]) -> bool {
    let at = |piece: usize| {
        case.reading
            .senses()
            .any(|(at, sense)| at == piece && matches!(sense, Sense::Tag(Tag::At | Tag::Inside | Tag::Where)))
    };
    let before = |&(piece, _): &(usize, String)| piece.checked_sub(1).is_some_and(at);
    case.reading.has(Tag::Inside)
        || types.iter().any(before)
        || case.reading.language == Language::English && at(case.reading.tokens.len() - 1)
}

/// Whether the types asked for are wider than the places named.
fn asks_for_wider(case: &Case, places: &[NamedNode], types: &[(usize, String)]) -> bool {
    let named = places
        .iter()
        .filter_map(|place| case.index.thing(place))
        .flat_map(|t| &t.types)
        .filter_map(|t| level(t))
        .min();
    let asked = types.iter().filter_map(|(_, id)| level(id)).min();
    match (named, asked) {
        (Some(named), Some(asked)) => asked < named,
        (None, Some(asked)) => asked < 4 || is_around(case, types),
        _ => is_around(case, types),
    }
}

/// `马栏村在哪个镇`, `Which district does … belong to?`
pub(super) fn containers(case: &Case) -> Option<Proposal> {
    let types = place_types(case);
    if types.is_empty() && !case.reading.has(Tag::Inside) {
        return None;
    }
    let mut account = case.account();
    account.take_all(&types.iter().map(|(piece, _)| *piece).collect::<Vec<_>>());
    let meant = case.take_meant(&mut account, &[Class::Place, Class::Project]);
    let things = case.iris(&meant.things);
    if things.is_empty() || !asks_for_wider(case, &things, &types) {
        return None;
    }
    // `In which town will … be built?`
    case.states(&mut account);
    case.take_tags(
        &mut account,
        &[Tag::Inside, Tag::Where, Tag::Place, Tag::Project, Tag::Contains, Tag::Target],
    );
    let types = types.into_iter().map(|(_, id)| id).collect();
    Some(case.propose(Plan::Containers { things, types }, &account))
}

/// `妙峰山镇有哪些村`, `Which villages of … does the report mention?`
pub(super) fn contained(case: &Case) -> Option<Proposal> {
    let types = place_types(case);
    if types.is_empty() && !case.reading.has_any(&[Tag::Contains, Tag::Place]) {
        return None;
    }
    let mut account = case.account();
    account.take_all(&types.iter().map(|(piece, _)| *piece).collect::<Vec<_>>());
    let mut places = case.areas(&mut account);
    places.extend(case.places(&mut account));
    let asks = case.reading.has_any(&[Tag::Which, Tag::HowMany, Tag::Sentence]);
    if places.is_empty() && (asks || account_has_area(case, &account)) {
        places.extend(case.reports().filter_map(|report| report.area.clone()));
    }
    if places.is_empty() || asks_for_wider(case, &places, &types) {
        return None;
    }
    case.take_tags(&mut account, &[Tag::Contains, Tag::Place, Tag::Sentence, Tag::Parts]);
    let types = types.into_iter().map(|(_, id)| id).collect();
    Some(case.propose(Plan::Contained { places, types }, &account))
}

/// Whether the report's own area is named in general words (`全区`) that have been taken.
fn account_has_area(case: &Case, account: &Account) -> bool {
    case.reading.senses().any(|(piece, sense)| matches!(sense, Sense::Area(_)) && account.has(piece))
}
