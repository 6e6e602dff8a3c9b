//! One thing under several wordings is one thing: `斋堂华侨城项目` and `斋堂华侨城文旅综合体`.

use super::draft::key;
use crate::facts::{Facts, Kind, Origin, Predicate, Relation, ThingId};
use crate::lexicon::lists::lists;

/// Shortest core of a name that another may extend, in characters.
const CORE: usize = 4;

/// Unites things that are one under several wordings.
pub fn unite(facts: &mut Facts) {
    for kind in [Kind::Project, Kind::Programme, Kind::Honour] {
        while let Some((gone, into)) = pair(facts, kind) {
            facts.merge_things(gone, into);
        }
    }
    facts.unite_duplicates();
}

/// 「“六水联通”一期工程」 is part of 「“六水联通”水网体系」: a project whose name begins with what a programme is
/// called belongs to it.
pub fn group(facts: &mut Facts) {
    let of = |kind: Kind| facts.things.iter().enumerate().filter(move |(_, thing)| thing.kind == kind);
    let stems: Vec<(ThingId, String)> =
        of(Kind::Programme).filter_map(|(i, plan)| Some((ThingId(i), stem(&plan.name)?))).collect();
    let mut found = Vec::new();
    for (i, project) in of(Kind::Project) {
        let name = key(&project.name);
        let within = stems.iter().find(|(_, stem)| name.starts_with(stem) && name != *stem);
        if let (Some((whole, _)), Some(mention)) = (within, project.mentions.first()) {
            found.push(Relation {
                subject: ThingId(i),
                predicate: Predicate::PartOf,
                object: *whole,
                evidence: vec![mention.sentence],
                origin: Origin::Extraction,
            });
        }
    }
    facts.relations.extend(found);
}

/// What a programme is called: its quotation, or its name without the word for what it is.
fn stem(name: &str) -> Option<String> {
    let quoted = name.strip_prefix('“').and_then(|rest| rest.split('”').next());
    let stem = quoted.map_or_else(|| core(name), str::to_owned);
    (stem.chars().count() >= CORE).then_some(stem)
}

fn core(name: &str) -> String {
    let mut core = key(name);
    while let Some(rest) = lists()
        .coreference
        .called
        .iter()
        .find_map(|word| core.strip_suffix(word))
        .filter(|rest| rest.chars().count() >= 2)
    {
        core = rest.to_owned();
    }
    core.strip_prefix(['新', '市', '县', '区'])
        .filter(|rest| rest.chars().count() >= CORE)
        .map_or(core.clone(), str::to_owned)
}

/// Two things of a class that are one: the later and the earlier.
fn pair(facts: &Facts, kind: Kind) -> Option<(ThingId, ThingId)> {
    let cores: Vec<(ThingId, String)> = facts
        .things
        .iter()
        .enumerate()
        .filter(|(_, thing)| thing.kind == kind)
        .map(|(i, thing)| (ThingId(i), core(&thing.name)))
        .collect();
    for (i, (later, b)) in cores.iter().enumerate() {
        for (earlier, a) in &cores[..i] {
            if a == b || (kind == Kind::Project && extends(a, b)) {
                return Some((*later, *earlier));
            }
        }
    }
    None
}

/// Whether one core begins with the other and is not another stage of it.
fn extends(a: &str, b: &str) -> bool {
    let (short, long) = if a.chars().count() <= b.chars().count() { (a, b) } else { (b, a) };
    let stage = |text: &str| lists().coreference.stages.iter().find(|stage| text.contains(stage));
    short.chars().count() >= CORE
        && long.starts_with(short)
        && stage(short) == stage(long)
        && !short.ends_with(['路', '镇', '村', '区', '河'])
}
