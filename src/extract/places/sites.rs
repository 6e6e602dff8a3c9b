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
use crate::lexicon::lists::{Words, lists};
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
    // 「德胜路|东|中|段」
    let side = |i: usize| line.reads_any(i, &lists().places.directions);
    let stretch = at + 2 < project.end
        && line.ending(at).is_some_and(|e| e.subtype == "road")
        && (at + 1..project.end - 1).all(side)
        && line.reads(project.end - 1, "段");
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
    let joined = joined
        || tokens
            .clone()
            .any(|i| line.count_at(i).is_some() && line.reads_any(i + 1, &lists().lists.classifiers));
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
    let works = lists().places.on_site.are_in(&project.name);
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

/// What a project far out is called after: 「红沙核电项目」「梁桥220千伏输变电」, also where a list shares what is
/// built (「群力、平房|污水处理厂」). `home` is the code of the report's area.
#[must_use]
pub fn namesake(line: &Line, spoken: &Spoken, home: Option<&str>) -> Option<Named> {
    let project = &spoken.tokens;
    // 「污水|处理厂」 are two words.
    let sited = |i: usize| {
        let kinds = &lists().places.sited;
        i < project.end && line.reads_any(i, kinds) || i + 1 < project.end && kinds.has(&line.text(i..i + 2))
    };
    let name = head_name(line, project, home)?;
    let at = name.start;
    let opens = at == project.start
        || line.lexemes[project.start].token == Token::Number
        || matches!(line.lexemes[at - 1].token, Token::Division(_)) && at == project.start + 1
        || line.is(at - 1, Tags::MEASURE);
    let rest = spoken.name.strip_prefix(&line.text(project.clone())).unwrap_or_default();
    let shared = name.end == project.end && lists().places.sited.iter().any(|kind| rest.starts_with(kind));
    let text = line.text(name.clone());
    // 「市第三|生活垃圾处理厂」「第二|垃圾处理厂」
    let ranked = text.starts_with('第') || lists().names.levels.iter().any(|level| text.starts_with(level));
    // 「三屯碑|快速|公交|枢纽」
    let plain = |i: usize| {
        // 「前场|铁路|货场」
        let railway = line.reads(i, "铁路") && line.reads_any(i + 1, &lists().places.yards);
        !line.is_proper(i) && !line.is(i, Tags::ENDING.and(Tags::CONJUNCTION)) || railway
    };
    let kind = (name.end..project.end.min(name.end + 4)).find(|i| sited(*i) || !plain(*i)).is_some_and(sited);
    // 「鹦鹉洲|长江|大桥」「新墩|跨|铁路|立交桥」
    let river = line.lexemes.get(name.end).is_some_and(|l| matches!(l.token, Token::Feature(_)));
    let over = name.end + 1 < project.end
        && line.reads_any(project.end - 1, &lists().places.crossings)
        && (river && name.end + 2 == project.end || line.reads_any(name.end, &lists().names.crosses));
    let fits = opens && !ranked && (2..=3).contains(&text.chars().count()) && (shared || kind || over);
    fits.then(|| Named { tokens: name, name: text, subtype: "region".to_owned(), known: Known::Nothing })
}

/// Where the name stands that a project begins with: one word that no table knows, the short name of a far county
/// (「南康|水厂」), or characters that stand alone (「三|堡」, 「之|江」).
fn head_name(line: &Line, project: &Range<usize>, home: Option<&str>) -> Option<Range<usize>> {
    let far = |i: usize| match line.lexemes[i].token {
        Token::Division(division) => {
            line.word(i) != division.name && home.is_some_and(|home| !division.is_within(home))
        }
        _ => false,
    };
    let letter = |i: usize| {
        line.lexemes[i].range.len() == 1
            && (matches!(line.lexemes[i].token, Token::Number | Token::Unknown)
                || line.is(i, Tags::PARTICLE.and(Tags::WEAK).and(Tags::ENDING)))
    };
    let first = project.start;
    let spelled = (first..project.end).take_while(|i| letter(*i)).count();
    if far(first) && !matches!(line.lexemes.get(first + 1).map(|l| l.token), Some(Token::Unknown)) {
        return Some(first..first + 1);
    }
    // 「南北|向大通道」 says in which direction.
    let sides = (first..first + spelled).all(|i| line.reads_any(i, &lists().places.directions));
    let of_two = spelled == 2 && !sides && !line.is(first + 1, Tags::MEASURE);
    if of_two && (first..first + 2).any(|i| line.lexemes[i].token != Token::Number) {
        return Some(first..first + 2);
    }
    let at = project.clone().find(|i| line.lexemes[*i].token == Token::Unknown)?;
    Some(at..at + 1)
}

/// 「齐家湾|客运西站」「龙潭沟|抽水蓄能电站」: a settlement at the head of the name of what stands there.
#[must_use]
pub fn settlement(line: &Line, project: &Range<usize>) -> Option<Named> {
    // 「沈阳|王家湾|冰上运动中心」: also behind the city.
    // 「金州|湾|国际机场」「大连|金州|湾|国际机场」: what is called after a district is elsewhere.
    let bay_of = |first: usize| {
        matches!(line.lexemes[first].token, Token::Division(_))
            && first + 2 < project.end
            && line.lexemes[first + 1].range.len() == 1
            && ends_in(line, first + 1, &lists().places.bays)
    };
    let city = matches!(line.lexemes[project.start].token, Token::Division(_))
        && project.len() > 2
        && !bay_of(project.start);
    let first = project.start + usize::from(city);
    let district = bay_of(first);
    let unknown = line.lexemes[first].token == Token::Unknown && line.lexemes[first].range.len() <= 4;
    if !(unknown || district) {
        return None;
    }
    let ground = |i: usize| ends_in(line, i, &lists().places.settlements);
    // 「涠洲岛|国际生态岛」「神光|山|广场」: a sight as well, where its name is long enough.
    let high = |i: usize| ends_in(line, i, &lists().places.sights);
    // 「齐家|湾」: the ending stands apart where it is a word.
    let single = first + 1 < project.end && line.lexemes[first + 1].range.len() == 1;
    let end = first + 1 + usize::from(single && (ground(first + 1) || high(first + 1)));
    let sight = high(end - 1) && line.chars_of(first..end).len() >= 3;
    let name = line.text(first..end);
    // 「市|金海湾」
    if lists().names.levels.iter().any(|level| name.starts_with(level)) {
        return None;
    }
    let street = |i: usize| {
        line.reads_any(i, &lists().places.streets) || line.reads_any(i, &lists().places.short_endings)
    };
    // 「熊咀|片区」「方岩|风景区」 is one name.
    let region = |i: usize| {
        line.ending(i)
            .is_some_and(|e| e.kind == Kind::Place && matches!(e.subtype.as_str(), "region" | "scenicArea"))
    };
    // 「杏林|湾|营运中心」「五缘湾|游艇帆船港」: a bay or an island has no longer name.
    let bay = ends_in(line, end - 1, &lists().places.waters) && line.chars_of(first..end).len() >= 3;
    let goes_on = end < project.end
        && (!region(end) || bay && line.lexemes[end].range.len() > 2)
        && !street(end)
        && (line.is(end, Tags::COMMON.and(Tags::ENDING).and(Tags::WORK))
            || line.reads_any(end, &lists().names.regions)
            || bay && line.lexemes[end].token == Token::Unknown && line.lexemes[end].range.len() > 1);
    ((ground(end - 1) || sight) && goes_on && (2..=4).contains(&name.chars().count())).then(|| Named {
        tokens: first..end,
        subtype: if name.ends_with('湾') { "sea" } else { "region" }.to_owned(),
        name,
        known: Known::Nothing,
    })
}

/// 「武当|大明峰|项目」「金蟾峡项目」: a sight that a project opens up, which was there before.
#[must_use]
pub fn sight(line: &Line, project: &Spoken) -> Option<Named> {
    let tokens = project.tokens.clone();
    let end = tokens.end - usize::from(line.reads(tokens.end - 1, "项目"));
    let last = end.checked_sub(1).filter(|last| *last >= tokens.start)?;
    let named = |i: usize| line.lexemes[i].token == Token::Unknown;
    let part = |i: usize| named(i) || matches!(line.lexemes[i].token, Token::Division(_) | Token::Feature(_));
    let ground = ends_in(line, last, &lists().places.sights);
    let ended = named(last) || line.lexemes[last].range.len() == 1 && last > tokens.start && named(last - 1);
    let fits = ground
        && ended
        && project.name.ends_with("项目")
        && (tokens.start..last).all(part)
        && (3..=6).contains(&line.chars_of(tokens.start..end).len());
    fits.then(|| Named {
        name: line.text(tokens.start..end),
        tokens: tokens.start..end,
        subtype: "scenicArea".to_owned(),
        known: Known::Nothing,
    })
}

/// Whether a token ends in one of the characters that a list holds, many in a string.
fn ends_in(line: &Line, token: usize, characters: &Words) -> bool {
    let last = line.word(token).chars().last();
    last.is_some_and(|c| characters.iter().any(|all| all.contains(c)))
}

/// 「西站|同城商务区」「火车站|广场公交枢纽」: the station that a project stands at.
#[must_use]
pub fn at_station(line: &Line, project: &Range<usize>) -> Option<Named> {
    let first = project.start;
    let station = line.reads_any(first, &lists().places.stations);
    let goes_on = first + 1 < project.end && !line.is(first + 1, Tags::WORK.and(Tags::STAGE));
    (station && goes_on).then(|| Named {
        tokens: first..first + 1,
        name: line.word(first),
        subtype: "facility".to_owned(),
        known: Known::Nothing,
    })
}

/// 「信|江|八字嘴航电枢纽」「沙|河|大桥」: the river at the head of a project's name.
#[must_use]
pub fn river_head(line: &Line, project: &Range<usize>) -> Option<Named> {
    // 「镇安|月|河|抽水蓄能电站」: also behind the county.
    let behind = matches!(line.lexemes[project.start].token, Token::Division(_)) && project.len() > 3;
    let first = project.start + usize::from(behind);
    let letter = line.lexemes[first].token == Token::Unknown
        || behind && line.is(first, Tags::MEASURE.and(Tags::WEAK));
    // 「东|湖|绿道」, not 「东|河|…」.
    let side = line.reads_any(first, &lists().places.sides_of_lakes) && line.reads(first + 1, "湖");
    let letter = letter && !line.reads_any(first, &lists().places.directions) || side;
    let name = letter && line.lexemes[first].range.len() == 1;
    // 「沙|湖|大桥」「蠡|湖|水环境治理」, not 「象湖|景区」.
    let lake = line.reads(first + 1, "湖")
        && first + 2 < project.end
        && (side && line.lexemes[first + 2].range.len() > 1
            || line.reads_any(first + 2, &lists().places.sited)
            || line.reads_any(first + 2, &lists().places.crossings)
            || !line.is(first + 2, Tags::ENDING) && !line.is_proper(first + 2));
    let water = lake || ["河", "江", "溪"].iter().any(|end| line.reads(first + 1, end));
    let street = line.reads_any(first + 2, &lists().names.named_roads)
        || line.reads(first + 2, "街")
        || line.reads(first + 2, "村");
    (name && water && !street && first + 2 < project.end).then(|| Named {
        tokens: first..first + 2,
        name: line.text(first..first + 2),
        subtype: if lake { "lake" } else { "river" }.to_owned(),
        known: Known::Nothing,
    })
}
