//! What only looks like the name of a place: words that lead to one, counts, slogans, persons.

use super::{Known, Named};
use crate::extract::lexer::{Token, numeral};
use crate::extract::line::Line;
use crate::extract::names;
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Tags, words};

/// What is left of a name without the words that lead to it, where that may be a place's.
#[must_use]
pub fn plausible(line: &Line, place: Named) -> Option<Named> {
    behind_small_words(line, place).filter(|place| is_plausible(line, place))
}

/// 「西海岸|南片区」: a side of what stands before it.
fn is_side(name: &str) -> bool {
    name.strip_suffix("片区").is_some_and(|side| lists().places.directions.has(side))
}

/// 「老城区重点抓好…」: what a sentence is about.
fn is_topic(line: &Line, place: &Named) -> bool {
    place.tokens.start == 0 && line.is(place.tokens.start, Tags::BARE)
}

/// 「3A|以上|景区」「5G|基站」「2+5+4国际知名商圈」: what is of a grade or a sum of such.
fn is_graded(line: &Line, place: &Named) -> bool {
    let first = line.word(place.tokens.start);
    let counted = place.tokens.len() > 1 && first.starts_with(|c: char| c.is_ascii_digit());
    counted && (first.ends_with(['A', 'G', 'K']) || place.name.contains('+'))
}

/// 「以及|渭北|工业区」「依托|上街机场」「长沙高新区|挺进|先进园区」: a name without the small words and verbs that lead to it;
/// nothing where only a word for a kind of place is left, as of 「按照|新区」.
fn behind_small_words(line: &Line, mut place: Named) -> Option<Named> {
    let begin = place.tokens.start;
    if place.known != Known::Nothing || place.name != line.text(place.tokens.clone()) {
        return Some(place);
    }
    let small = |i: usize| {
        line.is(i, Tags::PREPOSITION.and(Tags::CONJUNCTION)) && line.lexemes[i].range.len() > 1
            // 「“两轴”|指|东莞大道」
            || line.reads(i, "指")
            || line.reads_any(i, &lists().names.governing)
    };
    // 「拓宽改造|哈五路」「推动|南湖公园」
    let done = |i: usize| {
        line.is(i, Tags::WORK.and(Tags::VERB)) && line.lexemes[i].range.len() > 1 && line.is_proper(i + 1)
    };
    let leads = |i: usize| {
        let small = small(i) || i == begin && line.reads_any(i, &lists().projects.done_on);
        small && !line.is(i, Tags::ENDING.and(Tags::WORK)) || i == begin && done(i) && place.tokens.len() > 2
    };
    if let Some(last) = place.tokens.clone().rev().skip(1).find(|i| leads(*i)) {
        place.tokens.start = last + 1;
        place.name = line.text(place.tokens.clone());
    }
    // 「望城|经开区|园区」
    let last = place.tokens.end - 1;
    let zone = last > place.tokens.start + 1
        && line.reads(last, "园区")
        && line.ending(last - 1).is_some_and(|e| lists().places.park_kinds.has(&e.subtype));
    if zone {
        place.tokens.end = last;
        place.name = line.text(place.tokens.clone());
    }
    let kind_alone = place.tokens.len() == 1 && !line.is_proper(place.tokens.start);
    (place.tokens.start == begin || !kind_alone).then_some(place)
}

/// Whether a name that no table knows may be a place's.
fn is_plausible(line: &Line, place: &Named) -> bool {
    place.known != Known::Nothing
        || !(is_counted(line, place)
            || is_half_a_word(line, place)
            || lists().places.no_grounds.end(&place.name)
            || lists().places.no_places.has(&place.name) && !is_topic(line, place)
            || is_graded(line, place)
            || is_side(&place.name)
            || is_slogan(line, place)
            || names::is_common(line, place.tokens.clone())
            || is_number_in_list(line, place)
            || is_person(line, place)
            || is_pair_of_countries(&place.name)
            || is_leg(&place.name)
            || is_measure(place)
            || is_counted_behind(line, place))
}

/// 「南广铁路佛山段」「龙丽温高速瑞安至文成段」: the part of a line that a town has, which is no place of its own; 「四环线南段」
/// and 「地铁3号线首通段」 are.
#[must_use]
pub fn is_leg(name: &str) -> bool {
    let Some(leg) = name.strip_suffix('段') else { return false };
    let words = &lists().places;
    let line = words.lines_of_legs.iter().filter_map(|line| leg.rfind(line).map(|at| at + line.len())).max();
    let part = line.and_then(|at| leg.get(at..)).unwrap_or_default();
    let sided = part.chars().all(|c| words.directions.has(&c.to_string())) || words.first_legs.end(part);
    line.is_some() && !sided
}

/// 「四大|片区」, 「二是|社区」 and 「四是|港」.
fn is_counted(line: &Line, place: &Named) -> bool {
    let first = place.tokens.start;
    let sums = names::counts_in(line, first, &['大']);
    let itemized = line.lexemes[first].token == Token::Number && line.reads(first + 1, "是");
    sums && place.tokens.len() > 1 || itemized
}

/// 「PM2.5」: what has no character of a name, and is no road by its code.
fn is_measure(place: &Named) -> bool {
    place.subtype != "road" && place.name.is_ascii()
}

/// 「黄河大桥|3|座」: how many there are.
fn is_counted_behind(line: &Line, place: &Named) -> bool {
    let end = place.tokens.end;
    names::counts_things(line, end)
        && line.reads_any(end - 1, &lists().places.crossings)
        && matches!(line.lexemes[place.tokens.start].token, Token::Feature(_))
}

/// 「国际|化|社区」「90%|小区」「3号」: what begins inside a word or a figure.
fn is_half_a_word(line: &Line, place: &Named) -> bool {
    let first = place.tokens.start;
    let suffix = place.tokens.len() > 1
        && line.lexemes[first].range.len() == 1
        && line.reads_any(first, &lists().places.word_tails)
        && first.checked_sub(1).is_some_and(|before| line.is(before, Tags::COMMON.and(Tags::RELATIVE)));
    let number =
        place.name.strip_suffix('号').is_some_and(|n| n.chars().all(|c| c.is_ascii_digit() || numeral(c)));
    // 「15|分钟上高速路」
    let time = place.name.starts_with("分钟");
    suffix || number || time || place.name.contains('%')
}

/// 「“城中村”」「“三区两山两中心”」「“五好”园区」: a quotation of ordinary words, or one that sums up what is no ground.
fn is_slogan(line: &Line, place: &Named) -> bool {
    let first = place.tokens.start;
    if line.lexemes[first].token != Token::Quote || place.tokens.len() > 2 {
        return false;
    }
    let quote = line.word(first);
    let inside = quote.trim_matches(['“', '”']);
    let ordinary = words().tags(inside).has(Tags::COMMON);
    let mut rest = inside.chars();
    let number = rest.next().is_some_and(numeral);
    let things = rest.clone().next().is_some_and(|c| matches!(c, '个' | '大' | '条'));
    let summed =
        number && !inside.contains('+') && (things || rest.clone().count() == 1 || rest.any(numeral));
    // 「“1+5+8”园区」, not 「“八一广场+中山路”商圈」.
    let han = inside.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count();
    let summed = summed || inside.contains('+') && han < 3;
    let alone = place.tokens.len() == 1;
    let ground = alone && lists().places.summed_grounds.iter().any(|end| inside.ends_with(end));
    // 「“三江两岸”地区」
    let region = line.reads_any(place.tokens.end - 1, &lists().places.regions);
    ordinary || summed && !ground && !region
}

/// 「可门港6、7号泊位」: the number belongs to what a list counts.
fn is_number_in_list(line: &Line, place: &Named) -> bool {
    let last = place.tokens.end - 1;
    place.tokens.len() > 1
        && place.subtype != "road"
        && line.lexemes[last].token == Token::Number
        && (line.lexemes.get(last + 1).is_some_and(|l| l.is_mark('、') || l.is_mark('—') || l.is_mark('-'))
            || line.reads(last + 1, "号"))
}

/// 「市长|罗云|峰」: the speaker of a report.
fn is_person(line: &Line, place: &Named) -> bool {
    let chars = line.chars_of(place.tokens.clone());
    let natural = place.subtype == "mountain" || lists().places.natural.end(&place.name);
    let named = natural && (2..=4).contains(&chars.len());
    // 「上市|长肖|峰」: a title may be cut across.
    let title = |end: usize| {
        let word: String = line.sentence.chars[end.saturating_sub(2)..end].iter().collect();
        lists().places.heads_of_government.has(&word)
    };
    named && (title(chars.start) || title(chars.start + 1))
}

/// 「中日、中德等产业园」: two countries by one character each.
fn is_pair_of_countries(name: &str) -> bool {
    let mut chars = name.chars();
    let pair = (chars.next(), chars.next(), chars.next());
    matches!(pair, (Some('中'), Some(other), None) if lists().places.countries_in_short.iter().any(|all| all.contains(other)))
}
