//! Places that a word or two name without an ending of their own: ring roads, bays called after a district, the
//! wider area around one.

use std::ops::Range;

use super::{Known, Named, ends_in};
use crate::extract::lexer::{Token, numeral};
use crate::extract::line::Line;
use crate::lexicon::gazetteer::{self, Division, Level};
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

/// A place that the text alone knows, by the name that it has there.
fn own_name(line: &Line, tokens: Range<usize>, subtype: &str) -> Named {
    Named { name: line.text(tokens.clone()), tokens, subtype: subtype.to_owned(), known: Known::Nothing }
}

/// 「三环内」「东二环征收」: a ring road alone, also by its side.
pub(super) fn ring_road(line: &Line, at: usize) -> Option<Named> {
    // 「天然气外环」: only a number says that a road is meant.
    let ring = line.reads_any(at, &lists().places.rings) && line.word(at).starts_with(numeral);
    let side = at > 0 && line.reads_any(at - 1, &lists().places.sides_of_lakes);
    // 「一环二十四射」「三环三带」 counts, and 「重要一环」 is a part of something.
    let counts = at > 0 && (line.lexemes[at - 1].token == Token::Number || line.reads(at - 1, "横"))
        || line.lexemes.get(at + 1).is_some_and(|next| next.token == Token::Number)
        || line.word(at + 1).starts_with(numeral);
    let first = line.reads(at, "一环") && !side && !line.reads_any(at + 1, &lists().places.ring_parts);
    let quoted = at > 0 && line.lexemes[at - 1].is_mark('“');
    // 「二环|快速路」「三环|线」 go on.
    // 「高速三环|连接线」 leads to it.
    let goes_on = line.ends_way(at + 1) && !line.reads(at + 1, "连接线")
        || line.reads_any(at + 1, &lists().places.streets)
        || line.reads_any(at + 1, &lists().places.sides_of_lakes)
            && line.reads_any(at + 2, &lists().places.streets);
    // 「三环|线|内」「三环|线|、」
    let stands_alone = |i: usize| {
        line.reads_any(i, &lists().places.bounds)
            || line.is(i, Tags::CONJUNCTION)
            || line.lexemes.get(i).is_none_or(|l| matches!(l.token, Token::Mark(_)))
    };
    let bounds = line.reads(at + 1, "线") && stands_alone(at + 2);
    (ring && !counts && !first && !quoted && (!goes_on || bounds))
        .then(|| own_name(line, at - usize::from(side)..at + 1 + usize::from(bounds), "road"))
}

/// 「二环|南|路」: a side of a ring road.
pub(super) fn side_of_ring(line: &Line, at: usize) -> Option<Named> {
    let fits = line.reads_any(at, &lists().places.rings)
        && line.reads_any(at + 1, &lists().places.sides_of_lakes)
        && line.reads_any(at + 2, &lists().places.streets);
    fits.then(|| own_name(line, at..at + 3, "road"))
}

/// 「大连|湾」「金沙|湾」: the bay that is called after a division.
pub(super) fn bay(line: &Line, at: usize) -> Option<Named> {
    let called = matches!(line.lexemes[at].token, Token::Division(d) if line.word(at) != d.name);
    // 「大连|湾|街道」「杭州|湾|新区」
    let goes_on = line.is(at + 2, Tags::ENDING) && line.ending(at + 2).is_some()
        || line.lexemes.get(at + 2).is_some_and(|next| next.token == Token::Unknown);
    (called && line.reads(at + 1, "湾") && !goes_on).then(|| own_name(line, at..at + 2, "sea"))
}

/// 「大|浑南|地区」: a district and what lies around it.
pub(super) fn wider_area(line: &Line, at: usize) -> Option<Named> {
    let district = matches!(
        line.lexemes.get(at + 1).map(|l| l.token),
        Some(Token::Division(d)) if d.level == Level::County && line.word(at + 1) != d.name
    );
    let fits = line.reads(at, "大") && district && line.reads_any(at + 2, &lists().places.regions);
    fits.then(|| own_name(line, at..at + 3, "region"))
}

/// 「机场|高速」: the motorway to the airport, which has no other name.
pub(super) fn airport_road(line: &Line, at: usize) -> Option<Named> {
    // 「天府|国际|机场|高速」
    let apart =
        at == 0 || !line.is_proper(at - 1) && !line.is(at - 1, Tags::ENDING) && !line.reads(at - 1, "国际");
    let fits = apart
        && line.reads(at, "机场")
        && ["高速", "高速公路", "高速路"].iter().any(|way| line.reads(at + 1, way));
    fits.then(|| own_name(line, at..at + 2, "road"))
}

/// 「西中环|南延」: a ring road by its side, in one run of characters.
pub(super) fn ring_by_side(line: &Line, at: usize) -> Option<Named> {
    let word = line.word(at);
    let side = lists().places.sides_of_lakes.iter().find_map(|side| word.strip_prefix(side));
    let ring =
        line.lexemes[at].token == Token::Unknown && side.is_some_and(|ring| lists().places.rings.has(ring));
    let goes_on = line.ends_way(at + 1)
        || line.reads_any(at + 1, &lists().places.streets)
        || line.lexemes.get(at + 1).is_some_and(|next| next.token == Token::Unknown);
    (ring && !goes_on).then(|| own_name(line, at..at + 1, "road"))
}

/// 「高铁|南站」「新|火车|北站」: a station by what stops there and its side.
pub(super) fn station_by_side(line: &Line, at: usize) -> Option<Named> {
    let side = |word: &str| lists().places.sides_of_lakes.iter().any(|side| word.starts_with(side));
    let station = line.reads_any(at + 1, &lists().places.stations) && side(&line.word(at + 1));
    let new = at > 0 && line.reads(at - 1, "新");
    let begin = at - usize::from(new);
    let apart = begin == 0 || !line.is_proper(begin - 1);
    (line.reads_any(at, &lists().places.station_kinds) && station && apart)
        .then(|| own_name(line, begin..at + 2, "facility"))
}

/// 「北部|水厂」「西部|污水|处理厂」: works that are called after the side of the town they serve.
pub(super) fn works_by_side(line: &Line, at: usize) -> Option<Named> {
    let side = line.reads_any(at, &lists().places.quarters_of_town);
    let apart = at == 0 || !line.is_proper(at - 1) && !line.reads(at - 1, "、");
    let works =
        |end: usize| end <= line.lexemes.len() && lists().places.numbered_works.has(&line.text(at + 1..end));
    let end = [at + 2, at + 3].into_iter().find(|end| works(*end))?;
    (side && apart).then(|| own_name(line, at..end, "facility"))
}

/// 「科技|创新|城」「未来|科技城」「高铁|新城」: a new quarter called after what it is for, where the clause speaks of
/// it alone or begins with it.
pub(super) fn purposeful_quarter(line: &Line, at: usize) -> Option<Named> {
    let words = &lists().places;
    let quarter = line.is(at, Tags::ENDING) && line.reads_any(at, &words.purposeful);
    let plain = |i: usize| {
        line.is(i, Tags::COMMON)
            && !line.is(
                i,
                Tags::VERB.and(Tags::PREDICATE).and(Tags::INDEFINITE).and(Tags::RELATIVE).and(Tags::ADVERB),
            )
            && !line.reads_any(i, &words.quarter_praise)
            && line.lexemes[i].range.len() > 1
            && line.count_at(i).is_none()
    };
    let modifiers = (at.saturating_sub(3)..at).rev().take_while(|i| plain(*i)).count();
    let begin = at - modifiers;
    let opens = begin == 0
        || matches!(line.lexemes[begin - 1].token, Token::Mark(_))
        || line.is(begin - 1, Tags::VERB)
        || line.reads(begin - 1, "和");
    let goes_on =
        line.is_proper(at + 1) || line.is(at + 1, Tags::ENDING.and(Tags::PARTICLE).and(Tags::MEASURE));
    (quarter && modifiers > 0 && opens && !goes_on).then(|| own_name(line, begin..at + 1, "region"))
}

/// 「沈阳|站」「合肥|站|地区」「虎门|站」: the station that has the name of its city or town.
pub(super) fn city_station(line: &Line, at: usize) -> Option<Named> {
    let city = matches!(line.lexemes[at].token, Token::Division(d) if d.level <= Level::Town && line.word(at) != d.name);
    // 「东莞|西站」「东莞|火车站」
    let station = line.reads(at + 1, "站") || line.reads_any(at + 1, &lists().places.stations);
    (city && station && !line.is(at + 2, Tags::MEASURE)).then(|| own_name(line, at..at + 2, "facility"))
}

/// 「石|湖」「前|湖」: whether a small word at a token is the name of a lake.
pub(super) fn names_lake(line: &Line, at: usize) -> bool {
    line.reads_any(at, &lists().places.lake_names) && line.reads(at + 1, "湖")
}

/// 「石|湖|景区」「后|湖|片区」: a lake with a small word for a name.
pub(super) fn short_lake(line: &Line, at: usize) -> Option<Named> {
    let name = names_lake(line, at);
    let apart = at == 0 || !line.is_proper(at - 1);
    let street = line.reads_any(at + 2, &lists().places.streets) || line.ends_way(at + 2);
    (name && apart && !street).then(|| own_name(line, at..at + 2, "lake"))
}

/// 「东濠涌|二期」「猎德|涌|改造」: a creek, as the south calls it.
pub(super) fn creek(line: &Line, at: usize) -> Option<Named> {
    let creek = line.lexemes[at].token == Token::Unknown && lists().places.creeks.end(&line.word(at));
    let alone = line.lexemes[at].range.len() == 1;
    let called = alone && at > 0 && matches!(line.lexemes[at - 1].token, Token::Division(_) | Token::Unknown);
    let tokens = at - usize::from(called)..at + 1;
    (creek && (3..=5).contains(&line.chars_of(tokens.clone()).len())).then(|| own_name(line, tokens, "river"))
}

/// 「汶川|水磨」「长泰|枋洋」: the town that stands behind the short name of its county.
pub(super) fn town_behind(line: &Line, at: usize) -> Option<Named> {
    let Token::Division(county) = line.lexemes[at].token else { return None };
    let town = town_of(line, at + 1, county)?;
    Some(Named {
        tokens: at + 1..at + 2,
        name: line.word(at + 1),
        subtype: town.subtype().to_owned(),
        known: Known::Division(town),
    })
}

/// The town of a county that a token with no other meaning names.
pub(super) fn town_of(line: &Line, token: usize, county: Division) -> Option<Division> {
    let unknown = line.lexemes.get(token).is_some_and(|l| l.token == Token::Unknown && l.range.len() >= 2);
    let lies = |town: &Division| town.level == Level::Town && town.is_within(county.code);
    // 「永康|方岩|风景区」 is one name.
    let sight = line.ending(token + 1).is_some_and(|e| matches!(e.subtype.as_str(), "region" | "scenicArea"));
    let named = unknown && county.level == Level::County && !sight;
    named
        .then(|| gazetteer::by_name(&line.word(token)).iter().map(|found| found.division).find(lies))
        .flatten()
}

/// 「柳河|改造」「汤河|流域」: a river that a far county is called after.
pub(super) fn river_of_name(line: &Line, at: usize, home: Option<&str>) -> Option<Named> {
    let Token::Division(division) = line.lexemes[at].token else { return None };
    let word = line.word(at);
    let far = home.is_some_and(|home| !division.is_within(home)) && word != division.name;
    let river = lists().places.river_ends.end(&word);
    let works = line.is(at + 1, Tags::WORK) || line.reads_any(at + 1, &lists().places.beside_rivers);
    let apart = at == 0 || !line.is_proper(at - 1);
    (far && river && works && apart).then(|| own_name(line, at..at + 1, "river"))
}

/// 「大窑湾|北岸」: the water whose banks are spoken of.
pub(super) fn banked(line: &Line, at: usize) -> Option<Named> {
    let water = line.lexemes[at].token == Token::Unknown && ends_in(line, at, &lists().places.banked_waters);
    let long = line.lexemes[at].range.len();
    let bay = ends_in(line, at, &lists().places.waters);
    // 「太湖|西岸」「青山湖|西岸」: the lake is known, or a district is called after it.
    let side = line.lexemes.get(at + 1).is_some_and(|l| l.range.len() == 2)
        && line.word(at + 1).ends_with('岸')
        && lists().places.directions.has(line.word(at + 1).trim_end_matches('岸'));
    let known = match line.lexemes[at].token {
        Token::Feature(feature) => feature.kind.as_str() == "lake",
        Token::Division(_) => line.word(at).ends_with('湖'),
        _ => false,
    };
    if known && side {
        return Some(own_name(line, at..at + 2, "region"));
    }
    (water && (3..=4).contains(&long) && line.reads_any(at + 1, &lists().places.banks))
        .then(|| own_name(line, at..at + 1, if bay { "sea" } else { "river" }))
}

/// 「跨|府|河|大桥」: the river that a bridge crosses.
pub(super) fn crossed_river(line: &Line, at: usize) -> Option<Named> {
    let over = at > 0 && line.reads_any(at - 1, &lists().names.crosses);
    let letter = line.lexemes[at].token == Token::Unknown && line.lexemes[at].range.len() <= 2;
    let water = ["河", "江", "湖", "溪"].iter().any(|end| line.reads(at + 1, end));
    let bridge = line.reads_any(at + 2, &lists().places.crossings);
    (over && letter && water && bridge).then(|| own_name(line, at..at + 2, "river"))
}

/// 「洪塘|村」: a village that is called like a subdistrict.
pub(super) fn village_called_alike(line: &Line, at: usize) -> Option<Named> {
    let short = matches!(line.lexemes[at].token, Token::Division(d) if line.word(at) != d.name);
    let goes_on = line.is(at + 2, Tags::ENDING.and(Tags::WEAK)) || line.reads(at + 2, "居");
    (short && line.reads(at + 1, "村") && !goes_on).then(|| own_name(line, at..at + 2, "village"))
}

/// 「昆明|至|磨憨|实现动车通达」: where a way from a known place leads.
pub(super) fn led_to(line: &Line, at: usize) -> Option<Named> {
    let known = |i: usize| matches!(line.lexemes[i].token, Token::Division(_) | Token::Feature(_));
    let from = at.checked_sub(2).is_some_and(known) && line.reads(at - 1, "至");
    let alone = line.lexemes.get(at + 1).is_none_or(|next| {
        matches!(next.token, Token::Mark(_))
            || next.is(Tags::VERB.and(Tags::PREDICATE).and(Tags::CONJUNCTION))
    });
    let name = line.lexemes[at].token == Token::Unknown && (2..=4).contains(&line.lexemes[at].range.len());
    (from && name && alone).then(|| own_name(line, at..at + 1, "region"))
}

/// 「晋江|流域」: what a river drains that a division is called after.
pub(super) fn basin(line: &Line, at: usize) -> Option<Named> {
    let called = matches!(line.lexemes[at].token, Token::Division(d) if line.word(at) != d.name)
        && line.word(at).ends_with(['河', '江', '溪', '湖']);
    (called && line.reads(at + 1, "流域")).then(|| own_name(line, at..at + 2, "river"))
}

/// 「西客站|和兰新高铁开通运营」: the passenger station of a side of the town, of which there is one.
pub(super) fn passenger_station(line: &Line, at: usize) -> Option<Named> {
    let word = line.word(at);
    let station = word.ends_with("客站") && lists().places.stations.has(&word);
    let apart = at == 0 || !line.is_proper(at - 1) && !line.is(at - 1, Tags::ENDING.and(Tags::COMMON));
    (station && apart).then(|| own_name(line, at..at + 1, "facility"))
}

/// 「黄河|兰州|段|水质」「松花江|干流|哈尔滨|段」「太湖|无锡|水域」: the part of a river or lake that an area has.
pub(super) fn part_of_water(line: &Line, at: usize) -> Option<Named> {
    let water = match line.lexemes[at].token {
        Token::Feature(feature) => lists().places.parted_waters.has(feature.kind.as_str()),
        _ => false,
    };
    let main = usize::from(line.reads(at + 1, "干流"));
    let area = line.lexemes.get(at + 1 + main).is_some_and(|l| matches!(l.token, Token::Division(_)));
    let end = at + 2 + main;
    let part = line.reads_any(end, &lists().places.parts_of_water);
    (water && area && part).then(|| own_name(line, at..end + 1, "river"))
}

/// 「常熟|服装|城」「榆中|生态|创新|城」: what a district built up for a trade.
pub(super) fn trade_city(line: &Line, at: usize) -> Option<Named> {
    let plain = |i: usize| {
        let small =
            Tags::VERB.and(Tags::PREDICATE).and(Tags::INDEFINITE).and(Tags::RELATIVE).and(Tags::ADVERB);
        line.is(i, Tags::COMMON) && !line.is(i, small.and(Tags::ENDING)) && line.lexemes[i].range.len() > 1
    };
    let modifiers = (at.saturating_sub(3)..at).rev().take_while(|i| plain(*i)).count();
    let begin = (at - modifiers).checked_sub(1).filter(|_| modifiers > 0 && line.reads(at, "城"))?;
    let district = matches!(line.lexemes[begin].token, Token::Division(d) if line.word(begin) != d.name);
    let praised = (begin + 1..at).any(|i| line.reads_any(i, &lists().places.city_praise));
    (district && !praised).then(|| own_name(line, begin..at + 1, "region"))
}
