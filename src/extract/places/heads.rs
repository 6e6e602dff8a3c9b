//! Places that the name of a project begins with: what is built is called after where it stands.

use std::ops::Range;

use super::ended::serves_way;
use super::{Known, Named};
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::lists::is_phase;
use crate::extract::names;
use crate::extract::projects::Spoken;
use crate::facts::Kind;
use crate::lexicon::gazetteer;
use crate::lexicon::lists::{Words, lists};
use crate::lexicon::words::Tags;

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
    // 「林浦|大桥」
    let bridge = name.end + 1 == project.end && line.reads_any(name.end, &lists().places.bridges);
    let over = over || bridge && gazetteer::is_settlement(&text, home);
    // 「空港型|…枢纽」 is a kind; 「宜马|快速通道」 has the first characters of its ends.
    let kind_of = text.ends_with(['型', '化', '式', '级']);
    let ends = text.chars().count() == 2
        && line.lexemes[name.start].token == Token::Unknown
        && line.text(name.end..project.end).starts_with("快速通道");
    let fits = opens
        && !ranked
        && !kind_of
        && !ends
        && (2..=3).contains(&text.chars().count())
        && (shared || kind || over);
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

/// 「旅顺南路|快轨」「湄洲湾南岸|疏港铁路」「天河机场|保税物流中心」: a way, a part of town or a port at the head of the name
/// of what stands there.
#[must_use]
pub fn opening(line: &Line, project: &Range<usize>) -> Option<Named> {
    let places = &lists().places;
    let kind =
        |i: usize| line.ending(i).filter(|e| e.kind == Kind::Place && places.opening_kinds.has(&e.subtype));
    let ends = |i: &usize| line.is(*i, Tags::ENDING) && !line.is(*i, Tags::WORK) && kind(*i).is_some();
    let at = (project.start + 1..project.end.saturating_sub(1)).find(ends)?;
    // 「环|大明山|生态旅游圈」 leads around it.
    let around = line.reads(project.start, "环") && project.start + 1 < at;
    let tokens = project.start + usize::from(around)..at + 1;
    // 「景湖|路」 is called after the lake, 「新区|医院」 after nothing else.
    let next = at + 1;
    let goes_on = line.ending(next).is_some_and(|e| {
        places.headed_kinds.has(&e.subtype)
            || e.kind == Kind::Place && next + 1 < project.end && line.lexemes[next].range.len() < 2
    });
    let goes_on = goes_on || serves_way(line, at);
    let phases = (next..project.end).all(|i| is_phase(line, i));
    let rest = line.text(next..project.end);
    let joined = tokens.clone().any(|i| {
        line.is(i, Tags::CONJUNCTION.and(Tags::WORK))
            || line.lexemes[i].is_mark('、')
            || line.count_at(i).is_some()
            // 「阜外医院|西山|园区」
            || line.ending(i).is_some_and(|e| e.kind == Kind::Organization)
    });
    let name = line.text(tokens.clone());
    let fits = !goes_on
        && !phases
        && !joined
        && !line.reads(next, "段")
        && !rest.starts_with('站')
        && rest.chars().count() >= 2
        && (3..=8).contains(&name.chars().count())
        && names::is_named(line, project.start..at);
    let subtype = kind(at)?.subtype.clone();
    // 「黄山智谷|文化创意产业园」 is one name.
    let one_name = line.ending(project.end - 1).is_some_and(|end| end.subtype == subtype);
    let fits = fits && !(one_name && places.park_kinds.has(&subtype));
    fits.then_some(Named { tokens, name, subtype, known: Known::Nothing })
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
    // 「剑桥|大学」
    let university = line.reads(end, "大学");
    // 「香炉洲|大桥」「簰洲湾|长江|大桥」
    let river = line.lexemes.get(end).is_some_and(|l| matches!(l.token, Token::Feature(_)));
    let bridge = line.reads_any(end + usize::from(river), &lists().places.bridges);
    let bridge = bridge && name.chars().count() >= 3;
    let goes_on = end < project.end
        && !university
        && (!region(end) || bay && line.lexemes[end].range.len() > 2)
        && !street(end)
        && (line.is(end, Tags::COMMON.and(Tags::ENDING).and(Tags::WORK))
            || line.reads_any(end, &lists().names.regions)
            || bay && line.lexemes[end].token == Token::Unknown && line.lexemes[end].range.len() > 1);
    let fits = (ground(end - 1) || sight) && (goes_on || bridge) && (2..=4).contains(&name.chars().count());
    fits.then(|| Named {
        tokens: first..end,
        subtype: if name.ends_with('湾') && !bridge { "sea" } else { "region" }.to_owned(),
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
pub fn ends_in(line: &Line, token: usize, characters: &Words) -> bool {
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
    // 「沙|湖|大桥」「蠡|湖|水环境治理」, not 「象湖|景区」.
    let lake = line.reads(first + 1, "湖")
        && first + 2 < project.end
        && (side && line.lexemes[first + 2].range.len() > 1
            || line.reads_any(first + 2, &lists().places.sited)
            || line.reads_any(first + 2, &lists().places.crossings)
            || !line.is(first + 2, Tags::ENDING) && !line.is_proper(first + 2));
    // 「西|山|旅游防火通道」「腊|山|分洪工程」, not 「荒山绿化」 nor 「观山公园」.
    let hill = line.reads(first + 1, "山")
        && line.is(first + 2, Tags::COMMON)
        && !line.is(first + 2, Tags::ENDING.and(Tags::WORK));
    let side = side || hill && line.reads_any(first, &lists().places.sides_of_lakes);
    let letter = letter || side;
    let name = letter && line.lexemes[first].range.len() == 1;
    let water = hill || lake || ["河", "江", "溪"].iter().any(|end| line.reads(first + 1, end));
    let street = line.reads_any(first + 2, &lists().names.named_roads)
        || line.reads(first + 2, "街")
        || line.reads(first + 2, "村");
    let river = line.text(first..(first + 2).min(project.end));
    // 「滨江|商务区」 lies at some river.
    let fits = name && water && !street && first + 2 < project.end && !gazetteer::is_common_word(&river);
    fits.then(|| Named {
        tokens: first..first + 2,
        name: river,
        subtype: if hill {
            "mountain"
        } else if lake {
            "lake"
        } else {
            "river"
        }
        .to_owned(),
        known: Known::Nothing,
    })
}
