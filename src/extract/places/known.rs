//! Names of the gazetteer: whether they mean the place here, or are part of another name.

use super::{Known, Named, bare};
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::facts::Kind;
use crate::lexicon::gazetteer::{self, Division, Feature, Level};
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Reach, Tags};

/// Whether the short name of a far place or feature is the beginning of another name (`地中海俱乐部酒店`).
pub(super) fn begins_a_name(line: &Line, at: usize) -> bool {
    let begun = |i: usize| {
        line.lexemes.get(i).is_some_and(|l| match l.token {
            Token::Unknown | Token::Latin => true,
            Token::Word(tags) => {
                tags.has(Tags::ENDING.and(Tags::COMMON))
                    && !tags.has(
                        Tags::VERB
                            .and(Tags::PREDICATE)
                            .and(Tags::PARTICLE)
                            .and(Tags::CONJUNCTION)
                            .and(Tags::PREPOSITION),
                    )
            }
            _ => false,
        })
    };
    let inside = at > 0 && matches!(line.lexemes[at - 1].token, Token::Unknown);
    // 「廊坊|经洽会」 is held there.
    if (at + 1..at + 3).any(|i| lists().places.events.end(&line.word(i))) {
        return inside;
    }
    // What follows makes a name only if it comes to an ending: 「同仁医院」, not 「杭州多层面合作」.
    let run = (at + 1..line.lexemes.len()).take_while(|i| begun(*i));
    let ends = run.clone().any(|i| line.ending(i).is_some() || line.lexemes[i].token == Token::Unknown);
    ends || inside
}

/// 「江汉|六|桥」: a bridge by its number.
fn names_a_bridge(line: &Line, at: usize) -> bool {
    let number = line.lexemes.get(at + 1).is_some_and(|l| l.token == Token::Number);
    number && line.reads_any(at + 2, &lists().places.crossings)
}

/// Whether a division's name means the division here: not where it is the first word of a longer name of
/// a road, a mountain or a body (`西安路`).
pub(super) fn is_meant(line: &Line, at: usize, division: Division) -> bool {
    let short = line.word(at) != division.name;
    // 「江汉|六|桥」「洪塘|村」
    let bridge = division.level < Level::Town && names_a_bridge(line, at);
    if bridge || bare::village_called_alike(line, at).is_some() {
        return false;
    }
    // 「古交-娄烦-方山高速」 is not called after its end alone.
    if at.checked_sub(1).is_some_and(|before| super::leads(line, before)) {
        return true;
    }
    // 「西陵|一|路」
    let numbered = line.lexemes.get(at + 1).is_some_and(|l| l.token == Token::Number)
        && line.reads_any(at + 2, &lists().places.streets);
    // 「卜奎|南|大街」
    let side =
        line.reads_any(at + 1, &lists().places.directions) && line.reads_any(at + 2, &lists().places.streets);
    let next = at + 1 + usize::from(numbered || side);
    let next_ending = line.ending(next).filter(|e| e.kind == Kind::Place && e.reach == Reach::Near);
    // 「霍尔果斯铁路口岸」: a railway is not called after one place.
    if line.reads(at + 1, "铁路") && line.is(at + 2, Tags::ENDING.and(Tags::COMMON)) {
        return true;
    }
    // 「建德|高铁|新区」: so is a station of it.
    if line.reads(at + 1, "高铁") && line.reads_any(at + 2, &lists().places.train_quarters) {
        return true;
    }
    // 「三|苏祠」「清|东陵」: what a single character begins is another name.
    let begun = at.checked_sub(1).is_some_and(|before| {
        let single = line.lexemes[before].range.len() == 1;
        let opens = before == 0 || !line.lexemes[before - 1].is_proper();
        single && opens && matches!(line.lexemes[before].token, Token::Unknown | Token::Number)
    });
    // 「洛|江西|环路」
    let goes_on = line.lexemes.get(at + 1).is_some_and(|l| {
        l.token == Token::Unknown
            || matches!(l.token, Token::Word(t) if t.has(Tags::ENDING.and(Tags::COMMON)))
    });
    if short && begun && (division.level == Level::Town || division.level == Level::Province && goes_on) {
        return false;
    }
    // 「四皓|公园」「爱山|广场」「龙泉|塔|区域」 are called after the subdistrict.
    if short && division.level == Level::Town && line.reads_any(at + 1, &lists().places.called_after) {
        return false;
    }
    // 「天骄|清美」 is a company.
    let goes_on = line
        .lexemes
        .get(at + 1)
        .is_some_and(|next| next.token == Token::Unknown && (2..=3).contains(&next.range.len()));
    if short && division.subtype() == "subdistrict" && goes_on {
        return false;
    }
    // 「白云|机场」 after the district.
    let airport = line.reads(at + 1, "机场") || line.reads(at + 1, "国际") && line.reads(at + 2, "机场");
    // 「延吉|机场」 is that of the city.
    let inner = at.checked_sub(1).is_some_and(|i| matches!(line.lexemes[i].token, Token::Division(_)));
    if short && division.level == Level::County && inner && line.reads(at + 1, "机场")
        || short && division.level == Level::Town && airport
    {
        return false;
    }
    // 「兰溪电厂」 stands there; 「西安路」 is only called so.
    let crossing = line.reads_any(at + 1, &lists().places.crossings);
    let stands = next_ending.is_some_and(|e| lists().places.standing_kinds.has(&e.subtype));
    let swallowed = next_ending.is_some()
        && !stands
        && short
        && division.level >= Level::County
        && (crossing && division.level != Level::Town
            || !line.is(at + 1, Tags::COMMON)
            || line.is(at + 1, Tags::ENDING));
    !swallowed
}

/// Whether the short name of a far division only begins another name here; behind 至 it is the end of a way.
pub(super) fn is_part_of_name(line: &Line, at: usize, division: Division, home: Option<&str>) -> bool {
    let led_to = at.checked_sub(1).is_some_and(|before| super::leads(line, before));
    // 「海投|长泰|科技园」 lies in the county of the same province.
    let park = line.is(at + 1, Tags::ENDING)
        && line.ending(at + 1).is_some_and(|e| lists().places.park_kinds.has(&e.subtype))
        && home.and_then(|home| home.get(..2)).is_some_and(|province| division.code.starts_with(province));
    let begins = is_far(line, at, division, home) && begins_a_name(line, at) && !park;
    // 「四川|汶川」「汶川|水磨」: what contains it or lies in it says that it is meant.
    let within = |i: usize| matches!(line.lexemes[i].token, Token::Division(outer) if division.code != outer.code && division.is_within(outer.code));
    let contained = at.checked_sub(1).is_some_and(within);
    let town = bare::town_of(line, at + 1, division).is_some();
    // 「南部|热源厂」 stands in the south of the town, and not in the county.
    if is_far(line, at, division, home) && line.reads_any(at, &lists().places.quarters_of_town) {
        return true;
    }
    !led_to && !town && (begins || !contained && is_chance(line, at, division, home))
}

/// 「五河治理」「锦江化工」: the short name of a county of another province before a word is most likely part of it.
fn is_chance(line: &Line, at: usize, division: Division, home: Option<&str>) -> bool {
    let elsewhere =
        home.and_then(|home| home.get(..2)).is_some_and(|province| !division.code.starts_with(province));
    let word =
        line.is(at + 1, Tags::COMMON.and(Tags::WORK).and(Tags::ENDING)) && !line.is(at + 1, Tags::PARTICLE);
    let name =
        line.lexemes.get(at + 1).is_some_and(|l| matches!(l.token, Token::Feature(_) | Token::Unknown));
    elsewhere && division.level == Level::County && line.word(at) != division.name && (word || name)
}

/// A short name of a prefecture or county outside the report's own area.
fn is_far(line: &Line, at: usize, division: Division, home: Option<&str>) -> bool {
    let own = home.is_some_and(|home| {
        division.is_within(home) || gazetteer::by_code(home).is_some_and(|home| home.is_within(division.code))
    });
    !own && line.word(at) != division.name && matches!(division.level, Level::Prefecture | Level::County)
}

/// 「西南|出口」 is on that side of the town, and so is 「西南、东部、湖东五大新区」.
pub(super) fn is_direction(line: &Line, at: usize) -> bool {
    let listed = line.lexemes.get(at + 1).is_some_and(|l| l.is_mark('、')) && line.is(at + 2, Tags::RELATIVE);
    line.reads_any(at, &lists().places.compass)
        && (line.reads_any(at + 1, &lists().places.compass_sides) || listed)
}

pub(super) fn is_natural(feature: &Feature) -> bool {
    !matches!(feature.kind.as_str(), "region" | "country" | "river" | "district" | "county" | "city")
}

/// 「帽天山」「照金香山」: a known name with more before it is another name; 「新城」「高新区」 stand alone.
pub(super) fn lengthened(line: &Line, at: usize) -> Option<Named> {
    // 「自贸区|烟台|片区」 is the part, and 「复制推广|自贸区|经验」 speaks of all of them.
    let trade = line.reads_any(at, &lists().places.parted_zones)
        && (line.lexemes.get(at + 1).is_some_and(|l| matches!(l.token, Token::Division(_)))
            || at.checked_sub(1).is_some_and(|i| line.reads_any(i, &lists().places.spreads)));
    if line.is(at, Tags::BARE)
        && !trade
        && let Some(part) = of_the_area(line, at)
    {
        return Some(part);
    }
    // 「东部|新城」「城东|新区」, and 「江北|城区」
    let side = at.checked_sub(1).filter(|side| {
        line.is(at, Tags::BARE) && line.reads_any(*side, &lists().places.quarters_of_town)
            || line.reads(at, "城区") && line.reads_any(*side, &lists().names.sides)
    });
    if let Some(side) = side {
        return Some(Named {
            tokens: side..at + 1,
            name: line.text(side..at + 1),
            subtype: "region".to_owned(),
            known: Known::Nothing,
        });
    }
    if line.is(at, Tags::BARE) && !trade && stands_alone(line, at) {
        let subtype = line.ending(at).map_or("region", |ending| ending.subtype.as_str()).to_owned();
        return Some(Named { tokens: at..at + 1, name: line.word(at), subtype, known: Known::Nothing });
    }
    let Token::Feature(feature) = line.lexemes[at].token else { return None };
    let before = at.checked_sub(1).map(|i| &line.lexemes[i])?;
    let longer = before.token == Token::Unknown && before.range.len() <= 2 && is_natural(feature);
    longer.then(|| Named {
        tokens: at - 1..at + 1,
        name: line.text(at - 1..at + 1),
        subtype: feature.kind.as_str().to_owned(),
        known: Known::Nothing,
    })
}

/// 「市经济开发区」「黄山经济开发区」: a part of the area, with the area's name or level before it.
fn of_the_area(line: &Line, at: usize) -> Option<Named> {
    let before = at.checked_sub(1)?;
    let area = matches!(line.lexemes[before].token, Token::Division(_))
        || line.reads_any(before, &lists().names.levels);
    let opens = before == 0 || !line.lexemes[before - 1].is_proper();
    (area && opens && line.lexemes[at].range.len() > 2).then(|| Named {
        tokens: before..at + 1,
        name: line.text(before..at + 1),
        subtype: line.ending(at).map_or("region", |ending| ending.subtype.as_str()).to_owned(),
        known: Known::Nothing,
    })
}

/// 「新城重点建设项目」「在新区」, not 「新城20街区」, 「新区的机遇」 nor 「新城建设全面提速」.
fn stands_alone(line: &Line, at: usize) -> bool {
    if line.reads(at, "新城") && line.reads(at + 1, "建设") {
        return false;
    }
    let opens = at.checked_sub(1).is_none_or(|i| {
        matches!(line.lexemes[i].token, Token::Mark(_))
            || line.is(i, Tags::PREPOSITION.and(Tags::VERB))
            || line.reads_any(i, &lists().frame.lands)
            || line.reads_any(i, &lists().organizations.comes)
            || line.reads(i, "了")
    });
    // 「新区长青南路」「新区物流园区」: they lie there; 「新城20街区」 is one name, and 「新区医院」 a body.
    let trade = line.reads_any(at + 1, &lists().organizations.business);
    let body = !trade && line.ending(at + 1).is_some_and(|ending| ending.kind == Kind::Organization);
    if line.word(at).ends_with('区') && !body {
        // 「以高新区|为重点」
        return opens
            && (!line.is(at + 1, Tags::PARTICLE) || line.reads(at + 1, "为") || line.reads(at + 1, "内"));
    }
    let goes_on = line.is_proper(at + 1)
        || line.is(at + 1, Tags::ENDING.and(Tags::PARTICLE))
        || line.lexemes.get(at + 1).is_some_and(|l| matches!(l.token, Token::Number | Token::Mark('、')));
    opens && !goes_on
}
