//! Which of the divisions that share a name is meant.

use super::{Candidate, Division, Level, by_code, by_name};

/// The division that a name means to somebody who speaks from the area with the code `home`.
///
/// What lies nearest is meant: the home area and what lies in it, then what contains it, then the rest of
/// its prefecture, of its province, of the country. Outside home a short name reaches only down to
/// counties, and a province's short name always means the province (`河北` is no village). Among those
/// equally near, a higher level is meant before a lower one and a full name before a short one; in a report of a
/// province, a county or city elsewhere is meant before a town's short name. None
/// where that leaves several, or nothing.
///
/// ```
/// use zhengtu::lexicon::gazetteer::resolve;
/// let name = |name, home| resolve(name, home).map(|division| division.code);
/// assert_eq!(name("永定镇", Some("110109")), Some("110109006"));
/// assert_eq!(name("朝阳", Some("110109")), Some("110105")); // Beijing's district
/// assert_eq!(name("朝阳", Some("210000")), Some("211300")); // Liaoning's city
/// assert_eq!(name("衡阳", Some("450000")), Some("430400")); // not a subdistrict of Guangxi's 南宁
/// assert_eq!(name("城关镇", None), None); // there are many
/// ```
#[must_use]
pub fn resolve(name: &str, home: Option<&str>) -> Option<Division> {
    let candidates = by_name(name);
    if let Some(province) = candidates.iter().find(|found| found.division.level == Level::Province) {
        return Some(province.division);
    }
    // In a province a town's short name is spoken of as rarely as one elsewhere: 「衡阳」 is no subdistrict of 南宁.
    let province = home.and_then(by_code).is_some_and(|home| home.level == Level::Province);
    let known: Vec<_> = candidates.iter().copied().filter(is_known_far_away).collect();
    let near = |candidates: &[Candidate]| {
        home.into_iter().flat_map(surroundings).find_map(|area| nearest(candidates, &area))
    };
    let found = province.then(|| near(&known)).flatten().or_else(|| {
        let elsewhere = province && !known.is_empty();
        near(&candidates).filter(|_| !elsewhere)
    });
    best(&found.unwrap_or(known))
}

/// Where to look, one after the other.
enum Surrounding {
    /// The home area and what lies in it.
    Home(String),
    /// What contains the home area.
    Above(String),
    /// A wider area around it.
    Around(&'static str),
}

fn surroundings(home: &str) -> Vec<Surrounding> {
    let mut found = vec![Surrounding::Home(home.to_owned()), Surrounding::Above(home.to_owned())];
    found.extend(super::parents(home).map(|parent| Surrounding::Around(parent.code)));
    found
}

/// The candidates in one surrounding; None where there is none and the search goes on.
fn nearest(candidates: &[Candidate], area: &Surrounding) -> Option<Vec<Candidate>> {
    let lies_there = |found: &&Candidate| match area {
        Surrounding::Home(home) => found.division.is_within(home),
        Surrounding::Above(home) => by_code(home).is_some_and(|home| home.is_within(found.division.code)),
        Surrounding::Around(area) => found.division.is_within(area) && is_known_far_away(found),
    };
    let found: Vec<Candidate> = candidates.iter().filter(lies_there).copied().collect();
    (!found.is_empty()).then_some(found)
}

/// Whether people elsewhere would use this name for it.
fn is_known_far_away(found: &Candidate) -> bool {
    found.full || found.division.level <= Level::County
}

/// The one candidate that ranks before all others.
fn best(candidates: &[Candidate]) -> Option<Division> {
    let rank = |found: &Candidate| (found.division.level, !found.full);
    let first = candidates.iter().map(rank).min()?;
    let mut leading = candidates.iter().filter(|found| rank(found) == first);
    match (leading.next(), leading.next()) {
        (Some(only), None) => Some(only.division),
        _ => None,
    }
}
