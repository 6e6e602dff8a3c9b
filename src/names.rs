//! IRIs as short names a person can read, and back: `project:斋堂华侨城项目` for
//! `https://w3id.org/zhengtu/id/project/110109/斋堂华侨城项目`.
//!
//! Vocabularies have fixed prefixes. Resources get one for each kind, found in the IRIs themselves, so
//! that any base works: the last purely alphabetic segment names the kind, what follows it the area. Where
//! a graph holds several areas, the area becomes part of the prefix: `project110109:`.

use std::collections::{BTreeMap, BTreeSet};

use crate::vocabulary;

/// The segments of an IRI that say what kind of resource it is.
const KINDS: &[&str] = &[
    "honour",
    "indicator",
    "observation",
    "organization",
    "participation",
    "place",
    "programme",
    "project",
    "ranking",
    "report",
    "statement",
    "status",
    "target",
];

/// A table of prefixes for one graph or one table of results.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// From namespace to prefix.
    prefixes: BTreeMap<String, String>,
    /// Where the IRIs of resources begin.
    base: Option<String>,
}

impl Names {
    /// The table for these IRIs.
    pub fn of<'a>(iris: impl IntoIterator<Item = &'a str>) -> Self {
        let mut prefixes: BTreeMap<String, String> = vocabulary::prefixes()
            .iter()
            .map(|(prefix, iri)| ((*iri).to_owned(), (*prefix).to_owned()))
            .collect();
        let mut taken: BTreeSet<String> = prefixes.values().cloned().collect();
        let kinds = namespaces_by_kind(iris, &prefixes);
        let base = kinds.iter().find_map(|(kind, namespaces)| base_of(namespaces.values().next()?, kind));
        for (kind, namespaces) in kinds {
            let alone = namespaces.len() == 1 && !taken.contains(&kind);
            for (area, namespace) in namespaces {
                let prefix = if alone { kind.clone() } else { format!("{kind}{area}") };
                if taken.insert(prefix.clone()) {
                    prefixes.insert(namespace, prefix);
                }
            }
        }
        Self { prefixes, base }
    }

    /// Where the IRIs of resources begin; None where there are no resources.
    #[must_use]
    pub fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }

    /// What stands behind [`Names::base`] in an IRI, where the base put before it gives the IRI again by
    /// the rules for relative IRIs.
    #[must_use]
    pub fn relative<'a>(&self, iri: &'a str) -> Option<&'a str> {
        let rest = iri.strip_prefix(self.base()?)?;
        let segments = || rest.split(['/', '?', '#']);
        let safe = segments().next().is_some_and(|first| !first.is_empty() && !first.contains(':'))
            && segments().all(|segment| !matches!(segment, "." | ".."));
        safe.then_some(rest)
    }

    /// Prefix and local name of an IRI, where it has them and where no character of the local name needs
    /// an escape: not every parser reads those.
    #[must_use]
    pub fn split<'a>(&'a self, iri: &'a str) -> Option<(&'a str, &'a str)> {
        let (namespace, local) = split_namespace(iri)?;
        let prefix = self.prefixes.get(namespace)?;
        is_plain_local_name(local).then_some((prefix.as_str(), local))
    }

    /// `prefix:local`, or the IRI as it is.
    #[must_use]
    pub fn short(&self, iri: &str) -> String {
        match self.split(iri) {
            Some((prefix, local)) => format!("{prefix}:{local}"),
            None => iri.to_owned(),
        }
    }

    /// The namespace of a prefix.
    #[must_use]
    pub fn namespace(&self, prefix: &str) -> Option<&str> {
        self.prefixes.iter().find(|(_, name)| *name == prefix).map(|(namespace, _)| namespace.as_str())
    }
}

/// The full IRI of `prefix:local`, where the prefix is one of the vocabulary's.
///
/// ```
/// let iri = zhengtu::names::expand("zt:Project");
/// assert_eq!(iri.as_deref(), Some("https://w3id.org/zhengtu/ns#Project"));
/// ```
#[must_use]
pub fn expand(name: &str) -> Option<String> {
    let (prefix, local) = name.split_once(':')?;
    let (_, namespace) = vocabulary::prefixes().iter().find(|(known, _)| *known == prefix)?;
    Some(format!("{namespace}{local}"))
}

/// What follows the last `/` or `#`.
#[must_use]
pub fn local_name(iri: &str) -> &str {
    split_namespace(iri).map_or(iri, |(_, local)| local)
}

/// Kinds, each with its areas and their namespaces, of the IRIs that no vocabulary covers.
fn namespaces_by_kind<'a>(
    iris: impl IntoIterator<Item = &'a str>,
    known: &BTreeMap<String, String>,
) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut kinds: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for iri in iris {
        let Some((namespace, local)) = split_namespace(iri) else { continue };
        if !known.contains_key(namespace)
            && is_plain_local_name(local)
            && seen.insert(namespace)
            && let Some((kind, area)) = kind_and_area(namespace)
        {
            kinds.entry(kind).or_default().insert(area, namespace.to_owned());
        }
    }
    kinds
}

/// `("project", "110109")` of `https://w3id.org/zhengtu/id/project/110109/`, and
/// `("observation", "110109-2023")` of `…/observation/110109/2023/`.
fn kind_and_area(namespace: &str) -> Option<(String, String)> {
    let (_, rest) = namespace.strip_suffix('/')?.split_once("://")?;
    let mut segments = rest.split('/').skip(1).skip_while(|segment| !KINDS.contains(segment));
    let kind = segments.next()?.to_owned();
    let area: Vec<&str> = segments.collect();
    let fits = area.len() <= 2 && area.iter().all(|segment| segment.chars().all(is_name_char));
    fits.then(|| (kind, area.join("-")))
}

/// `https://w3id.org/zhengtu/id/` of `https://w3id.org/zhengtu/id/project/110109/`.
fn base_of(namespace: &str, kind: &str) -> Option<String> {
    namespace.split_once(&format!("/{kind}/")).map(|(base, _)| format!("{base}/"))
}

fn split_namespace(iri: &str) -> Option<(&str, &str)> {
    let at = iri.rfind(['/', '#'])? + 1;
    Some(iri.split_at(at))
}

/// Whether Turtle and SPARQL allow the local name as it is (production `PN_LOCAL` without its escapes).
fn is_plain_local_name(local: &str) -> bool {
    let mut chars = local.chars();
    let Some(first) = chars.next() else { return false };
    let starts_well = is_name_start(first) || first.is_ascii_digit();
    starts_well && !local.ends_with('.') && chars.all(|c| is_name_char(c) || c == '.')
}

/// `PN_CHARS_U`
fn is_name_start(c: char) -> bool {
    matches!(c,
        'A'..='Z' | 'a'..='z' | '_'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}'
        | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}'
        | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// `PN_CHARS`
fn is_name_char(c: char) -> bool {
    is_name_start(c)
        || c.is_ascii_digit()
        || matches!(c, '-' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    const PROJECT: &str = "https://w3id.org/zhengtu/id/project/110109/斋堂华侨城项目";

    #[test]
    fn a_single_area_needs_no_code_in_the_prefix() {
        assert_eq!(Names::of([PROJECT]).short(PROJECT), "project:斋堂华侨城项目");
    }

    #[test]
    fn several_areas_show_theirs() {
        let other = "https://w3id.org/zhengtu/id/project/310101/某项目";
        let names = Names::of([PROJECT, other]);
        assert_eq!(names.short(PROJECT), "project110109:斋堂华侨城项目");
        assert_eq!(names.short(other), "project310101:某项目");
    }

    #[test]
    fn places_with_codes_are_of_no_area() {
        let place = "https://w3id.org/zhengtu/id/place/110109106";
        assert_eq!(Names::of([place]).short(place), "place:110109106");
    }

    #[test]
    fn another_base_works_as_well() {
        let place = "http://data.example.org/x/place/110109106";
        assert_eq!(Names::of([place]).short(place), "place:110109106");
    }

    #[test]
    fn what_cannot_be_short_is_relative_to_the_base() {
        let names = Names::of([PROJECT]);
        let whole = |rest: &str| format!("https://w3id.org/zhengtu/id/{rest}");
        for rest in
            ["project/110109/“门境”系统", "report/110109/2023#char=1,2", "status/110109/2023/甲/underway"]
        {
            assert_eq!(names.relative(&whole(rest)), Some(rest));
        }
        for rest in ["", "/a", "a/../b", "a:b", "#a"] {
            assert_eq!(names.relative(&whole(rest)), None);
        }
    }

    #[test]
    fn names_that_need_an_escape_stay_whole() {
        for local in ["“门境”系统", "a%20b", "char=1,2", "末点.", "-a", "", "甲·乙(丙)"] {
            let iri = format!("https://w3id.org/zhengtu/id/project/110109/{local}");
            assert_eq!(Names::of([iri.as_str()]).short(&iri), iri);
        }
    }

    #[test]
    fn names_with_digits_dots_and_full_width_signs_are_short() {
        for local in ["110千伏输变电站", "v2.0系统", "中骏·世界城", "项目（一期）", "S1北支线"]
        {
            let iri = format!("https://w3id.org/zhengtu/id/project/110109/{local}");
            assert_eq!(Names::of([iri.as_str()]).short(&iri), format!("project:{local}"));
        }
    }
}
