//! Names that end with the ending of a place (`…路`, `…村`).

use std::ops::Range;

use super::bare::names_lake;
use super::{Known, Named, leads};
use crate::extract::lexer::{Token, numeral};
use crate::extract::line::Line;
use crate::extract::names;
use crate::facts::Kind;
use crate::lexicon::gazetteer::Level;
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Reach, Tags};

/// 「前场|铁路|货场」「温州北站高铁|新城」「木兰松花江公路|大桥」「成都公路|口岸」: whether what stands behind the word for a way
/// serves it and is called after a place, so that no way is named.
pub(super) fn serves_way(line: &Line, way: usize) -> bool {
    let words = &lists().places;
    let next = |list| line.reads_any(way + 1, list);
    line.reads(way, "铁路") && next(&words.yards)
        || line.reads(way, "高铁") && next(&words.train_quarters)
        || line.reads(way, "公路") && (next(&words.crossings) || next(&words.road_ports))
}

/// A name that ends with the ending of a place at a token.
pub(super) fn ended(line: &Line, at: usize) -> Option<Named> {
    let owned = at > 0 && matches!(line.lexemes[at - 1].token, Token::Division(_));
    let head = owned && line.reads_any(at, &lists().places.heads);
    let ending = line.ending(at).filter(|e| e.kind == Kind::Place && (e.reach != Reach::Head || head))?;
    let whole_word = line.is(at, Tags::ENDING);
    let goes_on = line.lexemes[at].token == Token::Quote && line.reads_any(at + 1, &lists().places.regions);
    if goes_on || ends_longer_word(line, at) {
        return None;
    }
    let begin = match ending.reach {
        _ if !whole_word => return None,
        Reach::Near | Reach::Head => near(line, at)?,
        Reach::Far => behind_way(line, names::start(line, at, line.name_limit(at)), at),
    };
    // 「防城南站至企沙铁路」: the way leads there, and is not called after its end alone.
    let way = line.ends_way(at) || line.reads_any(at, &lists().places.ways);
    if begin.checked_sub(1).is_some_and(|before| leads(line, before)) && way {
        return None;
    }
    let begin = behind_verbs(line, begin, at);
    let begin = behind_praise(line, with_line(line, begin, at), at);
    let begin = with_zone(line, begin, at);
    if let Some(lake) = within_ring(line, begin, at, &ending.subtype) {
        return Some(lake);
    }
    let tokens = begin..at + 1;
    let name = line.text(tokens.clone());
    let long = name.chars().count();
    // 「1县2镇|54|村」 counts.
    let number = at.checked_sub(1).filter(|before| line.lexemes[*before].token == Token::Number);
    let counted = number.is_some_and(|before| !line.word(before).chars().all(numeral));
    if counted && line.ending(at).is_some_and(|e| e.subtype == "village" || e.subtype == "town") {
        return None;
    }
    if is_ranked(line, begin) || reaches_each(&name, line.ends_way(at)) {
        return None;
    }
    // 「跨|渭河大桥」 crosses the river; 「五大|新区」 sums up.
    let sums = |i: usize| names::counts_in(line, i, &['大']);
    if begin > 0 && line.reads_any(begin - 1, &lists().names.crosses) || (begin..at).any(sums) {
        return None;
    }
    // 「文峰新城|二|区」 is a part of it.
    let number = at.checked_sub(1).is_some_and(|before| line.lexemes[before].token == Token::Number);
    if line.reads(at, "区") && number {
        return None;
    }
    // 「“十”|字型高铁」 goes on from a quotation.
    if begin > 0
        && line.lexemes[begin - 1].token == Token::Quote
        && line.lexemes[begin].token == Token::Unknown
        && line.word(begin).ends_with(['型', '式', '形'])
    {
        return None;
    }
    // 「丝绸之路」「创新之路」 are no streets.
    if name.ends_with("之路") {
        return None;
    }
    if is_way_of_city(line, begin, at) || serves_way(line, at) {
        return None;
    }
    // 「张德江|副总理」
    let person = line.reads_any(at, &lists().places.natural)
        && line.reads_any(at + 1, &lists().places.titles_of_persons);
    if person {
        return None;
    }
    // 「同沙生态公园|周边|片区」
    if (begin + 1..at).any(|i| line.reads_any(i, &lists().lists.around)) {
        return None;
    }
    // 「8|号|码头」: what numbers it is no name.
    let numbers = begin > 0 && line.lexemes[begin - 1].token == Token::Number;
    if numbers && line.reads_any(begin, &lists().names.numbering) {
        return None;
    }
    // 「5座小（二）|型|水库」
    if begin < at && line.reads_any(begin, &lists().names.suffixes) {
        return None;
    }
    // 「天荒坪镇|余村」
    let behind_town = begin > 0
        && matches!(line.lexemes[begin - 1].token, Token::Division(d) if d.level == Level::Town)
        && line.reads(at, "村");
    if line.lexemes[at].range.len() == 1 && long < 3 && !behind_town && !is_short_river(line, begin, at) {
        return None;
    }
    // Official divisions are in the gazetteer; what only looks like one is an accident (`我代表市`).
    let by_word = names::names_road(line, at) || names::called_after(line, at);
    // 「小街巷路|143条」 counts.
    if by_word && names::counts_things(line, at + 1) {
        return None;
    }
    let acts = (begin..at).any(|i| is_action(line, i)) && !(by_word && begin + 1 == at);
    if line.reads_any(at, &lists().places.divisions) || acts {
        return None;
    }
    // 「抓技改，建园区」 is a verb and its object.
    if ending.reach == Reach::Far
        && begin + 1 == at
        && line.lexemes[begin].range.len() == 1
        && line.lexemes[begin].token == Token::Unknown
    {
        return None;
    }
    if begin == at || !(2..=18).contains(&long) || long <= line.word(at).chars().count() {
        return None;
    }
    // 「疏港铁路」 are many.
    if lists().places.common_ways.has(&name) {
        return None;
    }
    // 「国家级高新开发区」 is a kind, and a title.
    if names::says_rank(line, begin) || is_kind_of(line, &tokens) {
        return None;
    }
    // 「前|湖|大道」
    let lake = names_lake(line, begin);
    let named = names::is_named(line, begin..at)
        || lake
        || by_word
        || (ending.reach == Reach::Near && line.lexemes[begin].token == Token::Unknown);
    if !named
        || names::is_indefinite(line, tokens.clone())
        || (begin > 0 && line.is(begin - 1, Tags::MEASURE.and(Tags::INDEFINITE)))
    {
        return None;
    }
    Some(Named { tokens, name, subtype: ending.subtype.clone(), known: Known::Nothing })
}

/// 「环|墨水湖|绿道」「跨派|河|桥」: the lake or hill that something leads around, the river that it crosses.
fn within_ring(line: &Line, begin: usize, at: usize, subtype: &str) -> Option<Named> {
    let text = line.text(begin..at + 1);
    let around = (line.reads(at, "湖") || line.reads(at, "山")).then(|| text.strip_prefix('环')).flatten();
    let over = (line.reads(at, "河") || line.reads(at, "江")).then(|| text.strip_prefix('跨')).flatten();
    let around = around.filter(|name| name.chars().count() >= 3);
    let name = around.or(over.filter(|name| name.chars().count() >= 2))?.to_owned();
    Some(Named { tokens: begin..at + 1, name, subtype: subtype.to_owned(), known: Known::Nothing })
}

/// 「第三大|加油港」: what is ranked is called so, and has another name.
fn is_ranked(line: &Line, begin: usize) -> bool {
    let before = |back: usize| begin.checked_sub(back).map_or_else(String::new, |i| line.word(i));
    before(1).starts_with('第') && line.is(begin - 1, Tags::DETERMINER)
        || before(1).ends_with('大') && before(2) == "第"
}

/// 「市市通高铁」「通高速公路」: what all places are to have.
fn reaches_each(name: &str, way: bool) -> bool {
    let chars: Vec<char> = name.chars().collect();
    matches!(chars[..], [a, b, '通', ..] if a == b)
        || way && (chars.first() == Some(&'通') || chars.get(1) == Some(&'通') && chars.len() < 6)
}

/// 「河南|自贸区|郑州|片区」: the part of a free-trade zone that a city has, with the zone before it.
fn with_zone(line: &Line, begin: usize, at: usize) -> usize {
    let zone = begin > 0
        && begin + 1 == at
        && line.reads(at, "片区")
        && matches!(line.lexemes[begin].token, Token::Division(_))
        && line.reads_any(begin - 1, &lists().places.parted_zones);
    if !zone {
        return begin;
    }
    let province = begin > 1 && matches!(line.lexemes[begin - 2].token, Token::Division(_));
    begin - 1 - usize::from(province)
}

/// 「沪宁高速公路|昆山高新区」: where a name begins behind the way that passes by.
fn behind_way(line: &Line, begin: usize, at: usize) -> usize {
    let division = |i: usize| matches!(line.lexemes[i].token, Token::Division(_));
    let way = |i: &usize| line.ends_way(*i) && line.lexemes[*i].range.len() > 1 && division(i + 1);
    (begin + 1..at).rev().find(way).map_or(begin, |way| way + 1)
}

/// 「全面提速|滨海新城」: where a name begins behind what is done with it.
fn behind_verbs(line: &Line, begin: usize, at: usize) -> usize {
    let done = |i: &usize| names::says_done(line, *i) && line.is_proper(i + 1);
    (begin..at).rev().find(done).map_or(begin, |done| done + 1)
}

/// 「亚洲最大专业货运机场|花湖国际机场」: where a name begins behind what it is praised as.
fn behind_praise(line: &Line, begin: usize, at: usize) -> usize {
    let praise = |i: usize| line.is(i, Tags::DETERMINER) && line.word(i).contains('最');
    let praised = (begin..at).any(praise) || begin > 0 && praise(begin - 1);
    let kind = |i: &usize| line.is(*i, Tags::ENDING) && line.is_proper(i + 1);
    (begin..at).rev().find(kind).filter(|_| praised).map_or(begin, |kind| kind + 1)
}

/// 「沙|河|桥」「澧|河|段景观工程」: a river with a name of one character, before what rivers have.
fn is_short_river(line: &Line, begin: usize, at: usize) -> bool {
    let river =
        line.ending(at).is_some_and(|e| e.subtype == "river") && line.reads_any(at, &lists().places.natural);
    let name = line.lexemes[begin].token == Token::Unknown && begin + 1 == at;
    river && name && (line.is(at + 1, Tags::WORK) || line.reads_any(at + 1, &lists().places.beside_rivers))
}

/// 「浔阳区|老旧小区」: what a division has many of.
pub(super) fn is_kind_of(line: &Line, tokens: &Range<usize>) -> bool {
    let division =
        |i: &usize| matches!(line.lexemes[*i].token, Token::Division(d) if line.word(*i) == d.name);
    let behind = tokens.clone().find(|i| !division(i)).unwrap_or(tokens.end);
    behind > tokens.start && lists().places.kinds.has(&line.text(behind..tokens.end))
}

/// 「地铁|17号线」: the word for the net stands before the number of the line.
fn with_line(line: &Line, begin: usize, at: usize) -> usize {
    let numbered = line.reads(at, "号线") && begin > 0 && line.reads_any(begin - 1, &lists().places.lines);
    begin - usize::from(numbered)
}

/// 「武汉|铁路|集装箱中心站」: a city has many railways and roads.
pub(super) fn is_way_of_city(line: &Line, begin: usize, at: usize) -> bool {
    begin + 1 == at
        && matches!(line.lexemes[begin].token, Token::Division(_))
        && (line.reads(at, "铁路") || line.reads(at, "公路"))
}

/// Works and verbs do not stand in the name of a place: 「市府搬迁入驻康巴什新区」.
fn is_action(line: &Line, at: usize) -> bool {
    let works = line.is(at, Tags::WORK) && !line.is(at, Tags::ENDING) && line.is(at, Tags::VERB);
    works
        || line.is(at, Tags::PREDICATE) && !line.is(at, Tags::ENDING)
        || line.reads(at, "我")
        || line.reads(at, "搬迁")
}

/// 「村」 of 「村集体」, 「路」 of 「路灯」: the ending goes on into another word.
fn ends_longer_word(line: &Line, at: usize) -> bool {
    let single = line.reads_any(at, &lists().places.short_endings);
    let next = line.lexemes.get(at + 1).map(|l| &l.token);
    // 「铁西路|南|段」
    let side = line.reads_any(at + 1, &lists().places.directions) && line.reads(at + 2, "段");
    // 「晋阳湖|大|生态体系」
    let large = line.reads(at + 1, "大")
        && line.lexemes.get(at + 2).is_some_and(|l| matches!(l.token, Token::Word(_)) && l.range.len() > 1);
    single
        && !side
        && !large
        && matches!(next, Some(Token::Unknown))
        && line.lexemes.get(at + 1).is_some_and(|l| l.range.len() == 1)
}

/// Where a name with a near ending begins: unknown characters, a code or a short name directly before it.
fn near(line: &Line, at: usize) -> Option<usize> {
    let mut begin = at;
    let mut length = 0;
    while begin > 0 && length < 8 {
        let before = &line.lexemes[begin - 1];
        let fits = match before.token {
            // 「太阳商城西|区」
            Token::Unknown if line.word(begin - 1).ends_with(['）', ')']) => false,
            Token::Unknown => {
                let side = lists().places.directions.iter().any(|side| line.word(begin - 1).ends_with(side));
                before.range.len() <= 4 + usize::from(side && begin == at)
            }
            // 「防城区防港路」: what a division's full name is followed by is a name of its own.
            Token::Division(division)
                if begin < at
                    && division.level < Level::Village
                    && (line.word(begin - 1) == division.name
                        || line.word(begin - 1).ends_with(['乡', '镇'])) =>
            {
                false
            }
            // 「东阳|红椿巷」: so is a street that is called something else than the county it is in.
            Token::Division(division)
                if begin < at
                    && division.level <= Level::County
                    && line.lexemes[begin].range.len() >= 2
                    && is_apart(line, begin, at) =>
            {
                false
            }
            // 「铜川铁路」: a railway is not called after one place.
            Token::Division(_) if begin == at && line.reads(at, "铁路") => false,
            Token::Feature(feature) if feature.kind.as_str() == "country" && line.ends_way(at) => false,
            // 「包神铁路|东胜车站」: a road or railway that a place follows is a name of its own.
            Token::Word(_)
                if matches!(line.lexemes[begin].token, Token::Division(_) | Token::Feature(_))
                    && before.range.len() > 1
                    && line.ends_way(begin - 1) =>
            {
                false
            }
            Token::Division(_) | Token::Feature(_) => begin < at || takes_names(line, at),
            Token::Latin => true,
            Token::Number if begin == at && line.reads(at, "号线") => true,
            // 「五一|东路」「八一|南|路」
            Token::Number if line.is(begin, Tags::WEAK) && begin + 1 == at => true,
            Token::Number => {
                begin == at
                    || line.ending(begin).is_some()
                    || line.reads_any(begin, &lists().places.directions)
            }
            Token::Word(tags) => {
                // 「固隆乡|泽城村」 are two places.
                let town =
                    line.ending(begin - 1).is_some_and(|e| lists().projects.division_kinds.has(&e.subtype));
                // 「蒙山大道|祊河立交桥」: what a road's whole name stands before is a name of its own.
                let way = begin < at && line.reads_any(begin - 1, &lists().places.streets);
                // 「南部新城|玉兰路」: so is what the name of a new quarter stands before.
                let quarter = begin < at
                    && before.range.len() > 1
                    && line.ending(begin - 1).is_some_and(|e| lists().places.park_kinds.has(&e.subtype))
                    && line.reads_any(at, &lists().places.streets);
                let inner = tags.has(Tags::ENDING)
                    && !way
                    && !quarter
                    && before.range.len() <= 2
                    && (line.is_proper(begin.wrapping_sub(2))
                        // 「松|山|湖|大道」
                        || line.reads_any(begin.wrapping_sub(2), &lists().places.natural)
                            && line.is_proper(begin.wrapping_sub(3)))
                    && !line.word(begin - 2).ends_with(['）', ')'])
                    && !(town && begin < at && matches!(line.word(begin - 1).as_str(), "乡" | "镇" | "街道"));
                let direction = line.reads_any(begin - 1, &lists().places.directions);
                let first = begin == at
                    && tags.has(Tags::COMMON)
                    && !tags.has(Tags::VERB.and(Tags::RELATIVE).and(Tags::INDEFINITE).and(Tags::MEASURE))
                    && before.range.len() == 2
                    && line.is_proper(begin.wrapping_sub(2));
                // 「和平|西|街」
                let side = begin < at && lists().places.directions.has(&line.word(begin));
                let word = tags.has(Tags::COMMON)
                    && before.range.len() == 2
                    && !tags.has(Tags::VERB.and(Tags::RELATIVE).and(Tags::INDEFINITE).and(Tags::ADVERB))
                    && line.reads_any(at, &lists().places.streets);
                let called = side && (word || line.reads_any(begin - 1, &lists().names.namesakes));
                // 「前|湖|大道」
                let lake = line.reads_any(at, &lists().places.streets)
                    && (begin < at && names_lake(line, begin - 1)
                        || begin == at && begin > 1 && names_lake(line, begin - 2));
                // 「萧山|国际|机场」
                let region = begin == at
                    && begin > 1
                    && line.reads_any(begin - 1, &lists().names.regions)
                    && (line.is_proper(begin - 2) || line.is(begin - 2, Tags::ENDING));
                // 「九峰|水库」「五百滩|区块」
                let counted =
                    |i: usize| line.lexemes[i].token == Token::Number && line.word(i).chars().all(numeral);
                let numbered = begin == at && begin > 1 && before.range.len() == 1 && counted(begin - 2);
                let called = called || numbered && tags.has(Tags::WEAK.and(Tags::ENDING).and(Tags::COMMON));
                let by_word = names::names_road(line, at) || names::called_after(line, at);
                let road = begin == at && by_word || called || region;
                inner || direction || first || road || lake
            }
            _ => false,
        };
        if !fits {
            break;
        }
        length += before.range.len();
        begin -= 1;
    }
    (begin < at).then_some(begin)
}

/// 「东阳|红椿巷」「抚顺|龙岗山」: whether a street or mountain begins at a token, behind the county it is in.
fn is_apart(line: &Line, begin: usize, at: usize) -> bool {
    let unknown = line.lexemes[begin].token == Token::Unknown;
    let known = matches!(line.lexemes[begin].token, Token::Division(_));
    line.reads_any(at, &lists().places.streets) && unknown
        || line.reads_any(at, &lists().places.heights) && (unknown || known)
}

/// Whether an ending makes a new name of a place's name: 「朝阳路」, not 「永定河山」.
fn takes_names(line: &Line, at: usize) -> bool {
    if is_no_water(line, at) {
        return false;
    }
    let natural = &lists().places.natural;
    // 「坪山|河」, not 「永定河|山」.
    let of_hill = line.reads(at, "河")
        && at > 0
        && line.word(at - 1).ends_with(['山', '溪'])
        && matches!(line.lexemes[at - 1].token, Token::Division(_));
    let of_nature = of_hill || line.reads_any(at, natural) && at > 0 && !natural.end(&line.word(at - 1));
    line.lexemes[at].range.len() > 1 || of_nature || line.reads_any(at, &lists().places.made)
}

/// 「尧都区|河底乡」: no river or mountain is called after the whole name of a district.
pub(super) fn is_no_water(line: &Line, at: usize) -> bool {
    let whole = at > 0
        && matches!(line.lexemes[at - 1].token, Token::Division(d) if d.level <= Level::County && line.word(at - 1) == d.name);
    // 「引江」 is what is done.
    let done =
        line.is(at, Tags::COMMON) && !line.is(at, Tags::ENDING) && lists().places.natural.end(&line.word(at));
    whole && line.reads_any(at, &lists().places.natural) || done
}
