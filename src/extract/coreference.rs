//! One thing under several wordings is one thing: `斋堂华侨城项目` and `斋堂华侨城文旅综合体`.

use super::draft::key;
use crate::facts::{Facts, Kind, ThingId};

/// Words that say that something is a project or how far it is, and add nothing to its name. Longer ones
/// first.
const CALLED: [&str; 14] = [
    "建设项目",
    "工程项目",
    "建设工程",
    "主体工程",
    "一期工程项目",
    "项目建设",
    "工程建设",
    "项目",
    "工程",
    "建设",
    "工作",
    "任务",
    "路径",
    "目标",
];

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

fn core(name: &str) -> String {
    let mut core = key(name);
    while let Some(rest) =
        CALLED.iter().find_map(|word| core.strip_suffix(word)).filter(|rest| rest.chars().count() >= 2)
    {
        core = rest.to_owned();
    }
    core.strip_prefix('新').filter(|rest| rest.chars().count() >= CORE).map_or(core.clone(), str::to_owned)
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
    let stage =
        |text: &str| ["一期", "二期", "三期", "四期", "首期"].iter().find(|s| text.contains(**s)).copied();
    short.chars().count() >= CORE
        && long.starts_with(short)
        && stage(short) == stage(long)
        && !short.ends_with(['路', '镇', '村', '区', '河'])
}
