//! What a hit of the gazetteer, or the first character of a name, costs in a cut.

use super::{Token, joins, numeral};
use crate::lexicon::gazetteer;
use crate::lexicon::gazetteer::{Feature, FeatureType, Hit, Level};
use crate::lexicon::lists::{Words, lists};
use crate::lexicon::words::{Tags, Word, words};

/// What it costs more to take for a small word what is likely the first character of a name: 「经二路」, and
/// 「向阳产业园」 in a list.
pub(super) fn begins_name(word: &Word, chars: &[char], at: usize) -> f32 {
    let single = word.chars.len() == 1 && word.tags.has(Tags::PREPOSITION);
    let grid = || {
        let number = chars.get(at + 1).is_some_and(|c| numeral(*c));
        let named = |first: &str| first.starts_with(chars[at]);
        number && lists().names.gridded.iter().any(named)
    };
    let listed = || {
        let leads = lists().names.leading.iter().any(|first| first.starts_with(chars[at]));
        leads && at > 0 && chars[at - 1] == '、'
    };
    // 「解放山|水库」, not 「解放|山水|库」.
    let behind = at + word.chars.len();
    let reservoir = word.chars.last() == Some(&'水') && chars.get(behind) == Some(&'库');
    if reservoir {
        3.0
    } else if opens_list(word, chars, at)
        || joins_inside(word, chars, at)
        || goes_on_from_new(word, chars, at)
        || single && (grid() || listed())
    {
        1.5
    } else {
        0.0
    }
}

/// Whether a word is a classifier or an ending of one character.
fn is_small(word: &Word) -> bool {
    word.chars.len() == 1 && word.tags.has(Tags::MEASURE.and(Tags::ENDING))
}

/// Whether a letter stands at an index; none does before the first character.
fn is_letter(chars: &[char], at: Option<usize>) -> bool {
    at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphabetic())
}

/// 「、|山美水库」「、|套子湾」: a classifier counts behind a number, and an ending ends what stands before it.
fn opens_list(word: &Word, chars: &[char], at: usize) -> bool {
    is_small(word)
        && at > 0
        && chars[at - 1] == '、'
        && chars.get(at + 1).is_some_and(|c| c.is_alphabetic() && !numeral(*c))
}

/// 「颐和路」「—和燕路」: what joins stands between two names, and neither behind a mark nor inside a street's.
fn joins_inside(word: &Word, chars: &[char], at: usize) -> bool {
    if word.chars.len() != 1 || !matches!(chars[at], '和' | '与') || at == 0 {
        return false;
    }
    let street = || chars.get(at + 1).is_some_and(|c| matches!(c, '路' | '街' | '巷' | '桥'));
    let begins = || is_letter(chars, Some(at - 1)) && !is_letter(chars, at.checked_sub(2));
    matches!(chars[at - 1], '—' | '、' | '～') || begins() && street()
}

/// 「新|沟|河」 is one name.
fn goes_on_from_new(word: &Word, chars: &[char], at: usize) -> bool {
    is_small(word)
        && at > 0
        && chars[at - 1] == '新'
        && !is_letter(chars, at.checked_sub(2))
        && chars.get(at + 1).is_some_and(|c| lists().places.natural.has(&c.to_string()))
}

/// 「张台铁路」: two characters before a word for roads and railways are likely the two ends of one.
pub(super) fn names_way(chars: &[char], at: usize) -> bool {
    let mark = at.checked_sub(1).is_none_or(|before| !chars[before].is_alphanumeric());
    // 「加快|从莞|高速」: so are those behind a verb.
    let behind_verb = || {
        let verb: String = at.checked_sub(2).map_or(&[][..], |from| &chars[from..at]).iter().collect();
        words().tags(&verb).has(Tags::VERB)
    };
    let opens = mark || behind_verb();
    // 「跨|京广|铁路」
    let crosses = chars.get(at).is_some_and(|c| lists().names.crosses.has(&c.to_string()));
    let pair = chars.get(at..at + 2).filter(|pair| pair.iter().all(|c| c.is_alphabetic() && !numeral(*c)));
    let pair = pair.filter(|_| !crosses);
    let way = |rest: &&[char]| {
        words().starting(rest).any(|word| {
            word.chars.len() > 1 && lists().places.ways.has(&word.chars.iter().collect::<String>())
        })
    };
    let word = chars.get(at..).is_some_and(|rest| words().starting(rest).any(|word| word.chars.len() == 2));
    // 「开工建设|成南|、成乐|高速」, not 「建设成|南」.
    let listed = chars.get(at + 2) == Some(&'、')
        && chars.get(at + 3..at + 5).is_some_and(|pair| pair.iter().all(|c| c.is_alphabetic()))
        && chars.get(at + 5..).as_ref().is_some_and(way);
    let headed = listed || chars.get(at + 2..).as_ref().is_some_and(way);
    opens && !word && pair.is_some() && headed
}

/// 「大（悟）安（陆）|线」「昌（宁）保（山）|高速公路」: the two ends of a way, spelled out in brackets.
pub(super) fn spells_way(chars: &[char], at: usize) -> Option<usize> {
    let letter = |i: usize| chars.get(i).is_some_and(|c| c.is_alphabetic() && !numeral(*c));
    let spelled = |from: usize| {
        let open = letter(from) && matches!(chars.get(from + 1), Some('（' | '('));
        let close = (from + 3..from + 5).find(|i| matches!(chars.get(*i), Some('）' | ')')))?;
        (open && (from + 2..close).all(letter)).then_some(close + 1)
    };
    spelled(at).and_then(spelled)
}

/// 「解放山|水库」: an ordinary word before a hill or river that a reservoir is called after.
pub(super) fn names_reservoir(chars: &[char], at: usize) -> bool {
    let Some([a, b, ground, '水', '库']) = chars.get(at..at + 5) else { return false };
    lists().places.natural.has(&ground.to_string()) && words().tags(&format!("{a}{b}")).has(Tags::COMMON)
}

/// 「天河|机场」: two characters at the beginning of a clause or a member, or behind a verb, that are no word, before an
/// airport.
pub(super) fn names_airport(chars: &[char], at: usize) -> bool {
    let Some([a, b, '机', '场']) = chars.get(at..at + 4) else { return false };
    // 「推进|天河机场」
    let governed = at.checked_sub(2).is_some_and(|from| {
        let verb: String = chars[from..at].iter().collect();
        words().tags(&verb).has(Tags::VERB)
    });
    let opens = governed || at.checked_sub(1).is_none_or(|before| !chars[before].is_alphanumeric());
    let letters = [a, b].into_iter().all(|c| c.is_alphabetic() && !numeral(*c) && !joins(*c));
    opens && letters && words().tags(&format!("{a}{b}")) == Tags::default()
}

/// 「冯家|山水库」: a family's name before 家 and a word for ground begins the name of a place, and so does a distance
/// (「十里|河」, 「十五里|河」) or a numeral with one of a few characters (「九龙|湖」, 「三江|口」). How many characters it has.
pub(super) fn names_family(chars: &[char], at: usize) -> Option<usize> {
    let lists = &lists().places;
    let holds = |list: &Words, c: char| list.iter().any(|chars| chars.contains(c));
    match chars.get(at..)? {
        [family, '家', ground, ..] if holds(&lists.families, *family) => {
            holds(&lists.family_grounds, *ground).then_some(2)
        }
        [number, thing, ground, ..] if numeral(*number) && holds(&lists.numbered_grounds, *thing) => {
            holds(&lists.family_grounds, *ground).then_some(2)
        }
        [miles, '里', ground, ..] if numeral(*miles) => holds(&lists.family_grounds, *ground).then_some(2),
        [tens, miles, '里', ground, ..] if numeral(*tens) && numeral(*miles) => {
            holds(&lists.family_grounds, *ground).then_some(3)
        }
        _ => None,
    }
}

/// 「监利县」 in a report older than the city 监利市: a county of the area under the kind it had before.
pub(super) fn former_name(
    hit: &Hit,
    token: Token,
    chars: &[char],
    home: Option<&str>,
) -> Option<(usize, Token, f32)> {
    let Token::Division(division) = token else { return None };
    let own = home.is_some_and(|home| division.is_within(home) && division.code != home);
    let next = chars.get(hit.range.end);
    let kind = match division.level {
        Level::County => next.is_some_and(|kind| matches!(kind, '县' | '市' | '区')),
        // 「白桑乡」, which became a town: 白桑镇.
        Level::Town => next.is_some_and(|kind| matches!(kind, '乡' | '镇')),
        _ => false,
    };
    (own && !hit.full && kind).then_some((hit.range.end + 1, token, 0.8))
}

/// Whether and how a hit of the gazetteer may be meant here.
pub(super) fn read_name(hit: &Hit, chars: &[char], home: Option<&str>) -> Option<(Token, f32)> {
    let name = hit.name();
    // 「…路」 of a road named after a place, 「…人」 and the like are left to the endings.
    let own_area = home.is_some_and(|home| hit.candidates().any(|c| c.division.code == home));
    let meant = |feature: &Feature| home.is_none_or(|home| is_near(feature, home));
    if let Some(feature) = hit.feature().filter(|feature| !own_area && meant(feature)) {
        // 「江苏|中圣集团」 speaks of no 「苏中」.
        let across = hit.range.start.checked_sub(1).is_some_and(|before| {
            let province: String = chars[before..before + 2].iter().collect();
            gazetteer::by_name(&province).iter().any(|c| c.division.level == Level::Province)
        });
        return Some((Token::Feature(feature), if across { 2.0 } else { 0.7 }));
    }
    let division = gazetteer::resolve(name, home)?;
    let own = home.is_some_and(|home| division.is_within(home));
    if !own && begins_inside(hit, chars) || !hit.full && is_road(name) {
        return None;
    }
    let common = gazetteer::is_common_word(name);
    // 「连城」 in a report of the city that holds the county: dearer than a word, cheaper than the unknown.
    // So is a town's in a report of its county: 「皇城敬老院」.
    let child = home.is_some_and(|home| division.parents().next().is_some_and(|parent| parent.code == home));
    let town = division.level == Level::Town && child && name.chars().count() > 1;
    if common && own && !hit.full && (division.level == Level::County || town) {
        return Some((Token::Division(division), 2.1));
    }
    // 「古县」 is a word elsewhere, and a county in a report of the city that holds it.
    let county = division.level == Level::County;
    if common && !(own && hit.full && (county || name.chars().count() >= 3)) {
        return None;
    }
    let after = chars.get(hit.range.end).copied();
    match (own, hit.full, division.level) {
        (true, true, _) => Some((Token::Division(division), 0.7)),
        // 「涪江六峡水电站」 stands on the river that a subdistrict is called after.
        (true, false, _)
            if division.subtype() == "subdistrict" && is_water(name)
                || division.level == Level::Town && name.ends_with('湖') =>
        {
            None
        }
        (true, false, Level::Village) if name.chars().count() < 2 => None,
        (true, false, Level::Village) => Some((Token::Division(division), 1.5)),
        (true, false, _) => Some((Token::Division(division), 0.9)),
        (false, true, Level::Province | Level::Prefecture | Level::County) => {
            Some((Token::Division(division), 0.9))
        }
        // 「中|山西|路」 is the western half of 中山路.
        (false, false, Level::Province) if inside_street(name, hit, chars) => None,
        (false, false, Level::Province) => Some((Token::Division(division), 0.9)),
        // 「清水河、沙湖」: the short name of a far county that ends as a river does is the river's.
        (false, false, Level::County) if is_water(name) => None,
        // 「轨道交通三期|和|龙华」「凤南|和|莲花」: the word that joins two names is more likely than 和龙 or 南和.
        (false, false, Level::County) if joins_names(name, hit, chars) => None,
        // 「神|光山|广场」: one that ends as a hill does begins inside another name as often as not.
        (false, false, Level::County) if after != Some('路') && inside_hill(name, hit, chars) => {
            Some((Token::Division(division), 2.3))
        }
        (false, false, Level::Prefecture | Level::County) if after != Some('路') => {
            Some((Token::Division(division), 1.8))
        }
        _ => None,
    }
}

/// 「东湖」 of Wuhan is none in a report of Jiujiang: whether a sight, or a lake with a short name, may be meant, which
/// other places have as well.
fn is_near(feature: &Feature, home: &str) -> bool {
    let short = feature.kind == FeatureType::Lake && feature.name.chars().count() == 2;
    let of_one = feature.kind == FeatureType::ScenicArea || short;
    let prefecture = feature.within.as_deref().filter(|code| of_one && !code.ends_with("0000"));
    prefecture.is_none_or(|code| code.get(..4) == home.get(..4) || home.ends_with("0000"))
}

/// Whether a name begins or ends with the word that joins what stands before it with what follows.
fn joins_names(name: &str, hit: &Hit, chars: &[char]) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphabetic());
    let before = letter(hit.range.start.checked_sub(1));
    let behind = letter(Some(hit.range.end));
    before && behind && (name.starts_with(['和', '与']) || name.ends_with(['和', '与']))
}

/// Whether a name that ends as a hill or river does follows a character that no mark parts from it.
fn inside_hill(name: &str, hit: &Hit, chars: &[char]) -> bool {
    let joined = hit.range.start.checked_sub(1).is_some_and(|before| chars[before].is_alphabetic());
    joined && lists().places.natural.end(name)
}

/// Whether a name that ends with a direction follows an unparted character and stands before the word for a street.
fn inside_street(name: &str, hit: &Hit, chars: &[char]) -> bool {
    let joined = hit.range.start.checked_sub(1).is_some_and(|before| chars[before].is_alphabetic());
    let street = chars.get(hit.range.end).is_some_and(|&c| is_road(&c.to_string()));
    joined && street && lists().places.directions.iter().any(|direction| name.ends_with(direction))
}

/// 「城东港区」 is no 「东港区」: a far division's name that begins with a direction goes on from a word for
/// where that is.
fn begins_inside(hit: &Hit, chars: &[char]) -> bool {
    let directed = lists().places.directions.iter().any(|direction| hit.name().starts_with(direction));
    let before = hit.range.start.checked_sub(1).map(|i| chars[i].to_string());
    directed && before.is_some_and(|before| words().tags(&before).has(Tags::ENDING))
}

/// Whether a name ends as that of a river or lake does.
fn ends_as_river(name: &str) -> bool {
    let kind = words().ending(name).map(|ending| ending.subtype.as_str());
    matches!(kind, Some("river" | "lake"))
}

/// Whether a name of three characters or more ends as that of a river or lake.
fn is_water(name: &str) -> bool {
    name.chars().count() >= 3 && ends_as_river(name)
}

/// The short name of a subdistrict called after a road is the road's: 「东风路」.
fn is_road(name: &str) -> bool {
    lists().names.named_roads.end(name)
}
