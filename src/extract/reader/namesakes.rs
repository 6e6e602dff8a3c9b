//! Places that the report speaks of and that a project elsewhere in it is called after.

use std::collections::HashMap;

use super::Reader;
use crate::extract::draft::key;
use crate::facts::{Kind, Predicate, SentenceId, Thing, ThingId};
use crate::lexicon::gazetteer;
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Tags, words};

/// Fewest and most characters in the name of a place that a project is called after. Those of two count only for
/// divisions of the area.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=12;

/// A place by one of its names.
#[derive(Clone, Copy)]
struct Site {
    thing: ThingId,
    /// Whether it is a division.
    division: bool,
    /// Whether it says where something is: 「防城港」 says nothing in the report of that city, and is not 「防城」.
    near: bool,
}

impl Reader<'_> {
    /// 「…新桥机场…。…|新桥机场|航站区|开工」: a project lies in the place that its name begins with, where the report
    /// names that by itself; and in the one that follows (「南宁港|六景|港区」).
    pub(super) fn locate_by_namesakes(&mut self) {
        let sites = self.sites();
        let things = &self.draft.facts.things;
        let projects = (0..things.len()).filter(|i| things[*i].kind == Kind::Project);
        let mut found: Vec<(ThingId, ThingId, SentenceId)> = Vec::new();
        for project in projects {
            let Some(mention) = things[project].mentions.first() else { continue };
            let mut rest: Vec<char> = key(&things[project].name).chars().collect();
            while let Some((site, long)) = at_the_head(&sites, &rest) {
                rest.drain(..long);
                if site.near {
                    found.push((ThingId(project), site.thing, mention.sentence));
                }
            }
        }
        for (project, place, sentence) in found {
            let known =
                self.draft.facts.relations.iter().any(|r| {
                    r.subject == project && r.predicate == Predicate::LocatedIn && r.object == place
                });
            if !known {
                self.draft.relate(project, Predicate::LocatedIn, place, sentence);
            }
        }
    }

    /// Names of the places that the report speaks of, as they are compared.
    fn sites(&self) -> HashMap<String, Site> {
        let mut sites = HashMap::new();
        for (number, thing) in self.draft.facts.things.iter().enumerate() {
            if thing.kind != Kind::Place || thing.mentions.is_empty() {
                continue;
            }
            let near = self.holds_projects(thing);
            for name in std::iter::once(&thing.name).chain(&thing.aliases) {
                let site = Site { thing: ThingId(number), division: thing.code.is_some(), near };
                sites.insert(key(name), site);
            }
        }
        sites
    }

    /// Whether a place says where something is: no division that is the area, holds it or is elsewhere, no wide region.
    fn holds_projects(&self, place: &Thing) -> bool {
        match &place.code {
            Some(code) => self.home.is_some_and(|home| {
                home != code && gazetteer::by_code(code).is_some_and(|division| division.is_within(home))
            }),
            None => !place.subtype.as_ref().is_some_and(|kind| lists().places.far_kinds.has(kind)),
        }
    }
}

/// The longest name of a place that characters begin with, where more than a street's end follows, and how long it is.
fn at_the_head(sites: &HashMap<String, Site>, name: &[char]) -> Option<(Site, usize)> {
    LENGTHS.rev().filter(|long| *long < name.len()).find_map(|long| {
        let head: String = name[..long].iter().collect();
        let rest: String = name[long..].iter().collect();
        let site = sites.get(&head).filter(|site| long > 2 || site.division)?;
        (!is_called_after(&rest, site.division)).then_some((*site, long))
    })
}

/// Whether what follows the name of a place makes the name of something that need not stand there: 「洪泽湖|路」,
/// 「四皓|公园」, or says nothing (「冯村南街|项目」).
fn is_called_after(rest: &str, division: bool) -> bool {
    let places = &lists().places;
    let street = lists().names.named_roads.iter().any(|road| rest.starts_with(road));
    // 「照金香山|景区」 is the sight itself.
    let kind = words().ending(rest).filter(|_| words().tags(rest).has(Tags::ENDING));
    let itself = kind.is_some_and(|kind| matches!(kind.subtype.as_str(), "scenicArea" | "region"));
    let only_called = lists().lists.called.has(rest) || lists().projects.called.has(rest);
    street || itself || only_called || division && places.called_after.has(rest)
}
