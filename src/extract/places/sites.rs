//! Places in the names of projects: the site of works, the ends of a stretch.

use std::ops::Range;

use super::ended::{is_kind_of, is_no_water, is_way_of_city};
use super::{Known, Named, leads};
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::lists::is_phase;
use crate::extract::names;
use crate::extract::projects::Spoken;
use crate::facts::Kind;
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Tags, words};

/// Sites of works: in the name of a project, what stands before the works is where they are.
#[must_use]
pub fn site(line: &Line, project: &Range<usize>) -> Option<Named> {
    let at = (project.start..project.end.saturating_sub(1)).find(|at| {
        let place = line.ending(*at).is_some_and(|e| e.kind == Kind::Place)
            && !line.is(*at, Tags::WORK)
            && !is_no_water(line, *at);
        // 「长青街|快速路|工程」
        let raised =
            line.reads_any(at + 1, &lists().places.raised) && line.reads_any(*at, &lists().names.named_roads);
        let goes_on = line.is(at + 1, Tags::ENDING)
            && !raised
            && !line.reads(at + 1, "段")
            // 「义乌机场|航站楼」 is a part of it.
            && !line.reads_any(at + 1, &lists().places.parts)
            && line.ending(at + 1).is_some_and(|next| next.kind == Kind::Place)
            && !line.is(at + 1, Tags::WORK);
        place && !goes_on
    })?;
    // 「马沟污水处理厂|二期」: what goes on in phases is the whole of it.
    let phase = (at + 1..project.end).find(|i| is_phase(line, *i)).map(|phase| phase - 1);
    let whole = phase.filter(|i| *i > at && line.ending(*i).is_some_and(|e| e.kind == Kind::Place));
    // 「清溪路垃圾|填埋场|综合治理」: and so is a facility that works are done on.
    let on_site = |i: usize| lists().places.on_site.end(&line.word(i));
    let worked = (at + 1..project.end.saturating_sub(1)).rev().find(|i| {
        line.is(*i, Tags::ENDING)
            && line.ending(*i).is_some_and(|e| e.subtype == "facility")
            && on_site(i + 1)
    });
    let at = whole.or(worked).unwrap_or(at);
    if line.reads(at, "段") || is_way_of_city(line, project.start, at) {
        return None;
    }
    // 「“两寺一峰”地区整体提升」
    let at = if line.lexemes[at].token == Token::Quote && line.reads_any(at + 1, &lists().places.regions) {
        at + 1
    } else {
        at
    };
    let works = (at + 1..project.end).any(|i| {
        line.is(i, Tags::WORK) && !line.reads(i, "项目") || line.reads_any(i, &lists().places.parts)
    });
    // 「德胜路|东|中段」
    let side = |c: char| lists().places.directions.has(&c.to_string());
    let rest = line.text(at + 1..project.end);
    let stretch = line.ending(at).is_some_and(|e| e.subtype == "road")
        && rest.strip_suffix('段').is_some_and(|sides| !sides.is_empty() && sides.chars().all(side));
    let works = works || stretch;
    // 「抚顺|龙岗山|雪上运动中心」: the mountain is called without the city.
    let city = matches!(line.lexemes[project.start].token, Token::Division(_))
        && at > project.start + 1
        && line.reads_any(at, &lists().places.heights);
    let tokens = project.start + usize::from(city)..at + 1;
    let name = line.text(tokens.clone());
    // 「京杭运河枣庄段航道」「湘江永州千吨级航道」: the river and the stretch of it are places, the whole is works.
    let known = |i: usize| matches!(line.lexemes[i].token, Token::Division(_) | Token::Feature(_));
    let sized =
        (project.start + 1..at).any(|i| line.reads(i, "段") || line.lexemes[i].token == Token::Number);
    if sized && tokens.clone().any(known) {
        return None;
    }
    let joined = tokens.clone().any(|i| {
        line.is(i, Tags::CONJUNCTION.and(Tags::WORK)) || line.lexemes[i].is_mark('、') || leads(line, i)
    });
    // 「市区71条小街巷改造」 counts streets and names none.
    let joined = joined || tokens.clone().any(|i| names::counts_things(line, i));
    let particular = names::is_named(line, tokens.clone())
        || name.chars().count() >= 4 && !lists().places.general.end(&name);
    // 「金山|棚户区改造」: the quarter is called after the place.
    let quarter = line.word(at);
    if works && lists().places.quarters.has(&quarter) && at > project.start && !joined {
        return quarter_of(line, project.start..at);
    }
    let ending = line.ending(at)?;
    let shortest = if ending.subtype == "river" { 2 } else { 3 };
    // 「湘桂|线」
    let railway = line.reads(at, "线") && at == project.start + 1 && {
        let before = &line.lexemes[project.start];
        before.token == Token::Unknown && (2..=3).contains(&before.range.len())
    };
    // 「张家沟|小区」 is one; 「老旧|小区」 are many.
    let one = at > project.start
        && lists().places.facilities.has(&line.word(at))
        && names::is_named(line, project.start..at);
    let kind = !railway && !one && lists().places.general.has(&line.word(at));
    let particular = particular && !is_kind_of(line, &tokens) && !kind;
    let fits = works && !joined && particular && (shortest..=12).contains(&name.chars().count());
    fits.then(|| Named { tokens, name, subtype: ending.subtype.clone(), known: Known::Nothing })
}

/// The place that a quarter is called after.
fn quarter_of(line: &Line, tokens: Range<usize>) -> Option<Named> {
    let part = |i: usize| line.lexemes[i].token == Token::Unknown || line.is(i, Tags::ENDING);
    let long = line.chars_of(tokens.clone()).len();
    let fits = tokens.clone().all(part)
        && line.lexemes[tokens.start].token == Token::Unknown
        && (2..=4).contains(&long);
    fits.then(|| Named {
        name: line.text(tokens.clone()),
        tokens,
        subtype: "region".to_owned(),
        known: Known::Nothing,
    })
}

/// What the members of a list that share works are called themselves: 「川口、小河沟等6个棚户区改造」.
#[must_use]
pub fn bare_site(line: &Line, project: &Spoken) -> Option<Named> {
    let tokens = project.tokens.clone();
    let name = line.text(tokens.clone());
    let part =
        |i: usize| line.is_proper(i) || line.is(i, Tags::ENDING) || line.lexemes[i].token == Token::Number;
    // 「电力沟」 is a name by its length, whatever it begins with.
    let river = line.ending(tokens.end - 1).is_some_and(|e| e.subtype == "river");
    let shortest = if river { 3 } else { 4 };
    let built = line.ending(tokens.end - 1).is_some_and(|e| e.kind == Kind::Place)
        && name.chars().count() >= shortest
        && !lists().places.general.end(&name);
    // 「金山|棚户区」 in a list that shares its works.
    let last = tokens.end - 1;
    if project.shared_works && line.reads_any(last, &lists().places.quarters) && last > tokens.start {
        return quarter_of(line, tokens.start..last);
    }
    // 「万柳线盐盆段」 is a stretch between places.
    if line.reads(tokens.end - 1, "段") {
        return None;
    }
    // 「文殊寺、关帝庙|等历史文化遗存保护」
    let old = lists().places.old_kinds.end(&name) && lists().places.preserves.are_in(&project.name);
    let works = lists().places.on_site.are_in(&project.name) || old;
    let body = line.ending(tokens.end - 1).is_some_and(|e| e.kind == Kind::Organization);
    let fits = works
        && !body
        && project.shared_works
        && (tokens.clone().all(part) && names::is_named(line, tokens.clone()) || built);
    let known = tokens.len() == 1
        && matches!(line.lexemes[tokens.start].token, Token::Division(_) | Token::Feature(_));
    // 「堤角、白鹤嘴等|水厂|扩建改造」: what is worked on is the facility of that name.
    if let Some((kind, subtype)) = facility_of_list(project, &name).filter(|_| fits && !built) {
        let name = name + kind;
        return Some(Named { tokens, name, subtype: subtype.to_owned(), known: Known::Nothing });
    }
    // 「董家口至五莲铁路」 is no region.
    let ending = line.ending(tokens.end - 1).filter(|e| e.kind == Kind::Place);
    let subtype =
        ending.filter(|_| line.is(tokens.end - 1, Tags::ENDING)).map_or("region", |e| e.subtype.as_str());
    let longest = if built { 14 } else { 8 };
    (fits && !known && (2..=longest).contains(&name.chars().count())).then(|| Named {
        tokens,
        name,
        subtype: subtype.to_owned(),
        known: Known::Nothing,
    })
}

/// The facility that a list gives a name, before works on it: 「水厂」 of 「堤角水厂扩建改造」, and its type.
fn facility_of_list<'p>(project: &'p Spoken, written: &str) -> Option<(&'p str, &'static str)> {
    let given = project.name.strip_prefix(written)?;
    let mut cuts = given.char_indices().map(|(at, _)| at).filter(|at| *at > 0);
    let facility = |at: usize| {
        let (kind, works) = (given.get(..at)?, given.get(at..)?);
        let ending = words().ending(kind).filter(|_| lists().lists.shared_kinds.end(kind))?;
        lists().places.on_site.are_in(works).then_some((kind, ending.subtype.as_str()))
    };
    cuts.find_map(facility)
}

/// 「三环|快速化」「二环|改造」: a ring road at the head of the works on it.
#[must_use]
pub fn ring(line: &Line, project: &Range<usize>) -> Option<Named> {
    let first = project.start;
    // 「四环|线|西|段」
    let end = first + 1 + usize::from(line.reads(first + 1, "线"));
    let part =
        |i: usize| line.reads_any(i, &lists().places.directions) || end < project.end && line.is_proper(i);
    let stretch = part(end) && line.reads(end + 1, "段");
    let fits = line.reads_any(first, &lists().places.rings)
        && end < project.end
        && (stretch || line.is(end, Tags::WORK) || line.reads_any(end, &lists().places.ring_works));
    fits.then(|| Named {
        tokens: first..end,
        name: line.text(first..end),
        subtype: "road".to_owned(),
        known: Known::Nothing,
    })
}

/// 「金天观|维修」「南大营|修复」: what is repaired was there before.
#[must_use]
pub fn repaired(line: &Line, project: &Range<usize>) -> Option<Named> {
    let works = (project.start + 1..project.end).find(|i| line.is(*i, Tags::WORK))?;
    let site = project.start..works;
    let name = line.text(site.clone());
    let part = |i: usize| line.is_proper(i) && !matches!(line.lexemes[i].token, Token::Quote | Token::Latin);
    let fits = line.reads_any(works, &lists().places.repairs)
        && site.clone().all(part)
        && line.lexemes[works - 1].token == Token::Unknown
        && (3..=8).contains(&name.chars().count());
    fits.then(|| Named { tokens: site, name, subtype: "facility".to_owned(), known: Known::Nothing })
}
