//! What makes a stretch of words a name: where it begins, and whether it means one particular thing.

use std::ops::Range;

use super::lexer::{Token, numeral};
use super::line::{DASHES, Line};
use crate::facts::Kind;
use crate::lexicon::lists::lists;
use crate::lexicon::ordinary::is_ordinary;
use crate::lexicon::words::Tags;

/// Where the name that ends with the token `head` begins, not before `from`. Walks left over everything
/// that a name may hold and stops at what never stands in one: verbs that govern, small words, counts.
#[must_use]
pub fn start(line: &Line, head: usize, from: usize) -> usize {
    let mut begin = head;
    while begin > from && belongs(line, begin - 1, head) {
        begin -= 1;
    }
    while begin < head && !may_begin(line, begin) {
        begin += 1;
    }
    begin
}

/// Whether the token `at` can stand inside a name that goes on up to `head`.
fn belongs(line: &Line, at: usize, head: usize) -> bool {
    match line.lexemes[at].token {
        Token::Division(_)
        | Token::Feature(_)
        | Token::Latin
        | Token::Quote
        | Token::Unknown
        | Token::Bracket => true,
        // 「20街区」「110千伏」「第二条」 name; 「2个」 counts.
        Token::Number => {
            let counted = line.is(at + 1, Tags::MEASURE) && !line.reads_any(at + 1, &lists().names.numbering);
            !counted || at + 1 >= head
        }
        // 「青岛首家三甲医院——胶东医疗中心」
        Token::Mark('—')
            if line.lexemes[at + 1].is_mark('—') || at > 0 && line.lexemes[at - 1].is_mark('—') =>
        {
            false
        }
        Token::Mark(mark) => matches!(mark, '·' | '•') || DASHES.contains(&mark),
        Token::Title => false,
        // 「东胜|至|鄂尔多斯机场铁路」
        Token::Word(_) if line.reads(at, "至") => {
            let from = at.checked_sub(1).map(|i| line.lexemes[i].token);
            let way = |i: usize| line.reads_any(i, &lists().places.ways);
            matches!(from, Some(Token::Division(_) | Token::Feature(_))) && (at + 1..=head).any(way)
        }
        // 「对|东风广场…进行整治」
        Token::Word(_) if line.reads_any(at, &lists().projects.done_on) => false,
        Token::Word(tags) => {
            // 「发挥」「充分发挥」
            let word = line.word(at);
            let governs = |verb: &str| word == verb || verb.chars().count() > 1 && word.ends_with(verb);
            if lists().names.governing.iter().any(governs) {
                return false;
            }
            if tags.has(Tags::WORK) || tags.has(Tags::ENDING) || names_region(line, at) {
                return true;
            }
            // 「蒙城县|城乡一体化供水工程」
            let owned = at > 0 && matches!(line.lexemes[at - 1].token, Token::Division(_));
            if owned && line.reads_any(at, &lists().names.parts_of_area) {
                return true;
            }
            if at > 0 && line.reads_any(at, &lists().names.lines_of_work) {
                return line.is_proper(at - 1)
                    || line.is(at - 1, Tags::COMMON.and(Tags::WORK).and(Tags::ENDING));
            }
            let small = Tags::ADVERB
                .and(Tags::PREPOSITION)
                .and(Tags::CONJUNCTION)
                .and(Tags::PARTICLE)
                .and(Tags::RELATIVE)
                .and(Tags::TIME)
                .and(Tags::MODAL)
                .and(Tags::INDEFINITE)
                .and(Tags::VERB);
            if tags.has(Tags::MEASURE) {
                return line.reads_any(at, &lists().names.numbering);
            }
            !tags.has(small)
        }
    }
}

/// Words for regions that names hold as often as not: 「义乌国际商贸城」「首都科技发展研究院」.
fn names_region(line: &Line, at: usize) -> bool {
    line.reads_any(at, &lists().names.regions)
}

fn may_begin(line: &Line, at: usize) -> bool {
    match line.lexemes[at].token {
        Token::Mark(_) | Token::Bracket => false,
        Token::Word(tags) => {
            // 「服务|川渝高竹新区」
            let does = tags.has(Tags::VERB) && tags.has(Tags::WORK) || line.reads(at, "服务");
            !(tags.has(Tags::DETERMINER) || does && governs(line, at))
        }
        _ => true,
    }
}

/// Whether a word that is verb and noun at once stands at the head of its clause, before a name.
fn governs(line: &Line, at: usize) -> bool {
    let before = at.checked_sub(1);
    let opens = before.is_none_or(|i| {
        matches!(line.lexemes[i].token, Token::Mark(_))
            || line.is(i, Tags::ADVERB.and(Tags::MODAL).and(Tags::VERB))
    });
    opens && line.is_proper(at + 1)
}

/// Whether what seems to name something among tokens are ordinary words alone, which the lexer does not know:
/// 「采洗|砂场」「强强|联合」.
#[must_use]
pub fn is_common(line: &Line, tokens: Range<usize>) -> bool {
    // 「市|博物馆」「中国建筑」
    let placed = line.reads_any(tokens.start, &lists().names.levels)
        || lists().places.own_country.iter().any(|country| line.word(tokens.start).starts_with(country));
    let ordinary = |i: usize| line.lexemes[i].token == Token::Unknown && is_ordinary(&line.word(i));
    let mut own = tokens.filter(|i| line.is_proper(*i)).peekable();
    !placed && own.peek().is_some() && own.all(ordinary)
}

/// 「四大|片区」「五大|新区」: whether a token is a number and one of these characters, so that what stands behind it is a sum.
#[must_use]
pub fn counts_in(line: &Line, at: usize, signs: &[char]) -> bool {
    let word: Vec<char> = line.word(at).chars().collect();
    matches!(word[..], [number, sign] if numeral(number) && signs.contains(&sign))
}

/// 「国家级|高新开发区」, not 「中国|河北自贸区」: whether a token says of which rank a thing is.
#[must_use]
pub fn says_rank(line: &Line, at: usize) -> bool {
    line.reads_any(at, &lists().honours.level_words) && !line.reads(at, "中国")
}

/// 「小街巷|143|条」「黄河大桥|3|座」: whether things are counted at a token.
#[must_use]
pub fn counts_things(line: &Line, at: usize) -> bool {
    line.count_at(at).is_some() && line.reads_any(at + 1, &lists().lists.classifiers)
}

/// 「全面提速|滨海新城」「获批|甬江实验室」: whether a token says what is done and stands in no name.
#[must_use]
pub fn says_done(line: &Line, at: usize) -> bool {
    line.is(at, Tags::PREDICATE)
        && !line.is(at, Tags::ENDING.and(Tags::WORK))
        && line.lexemes[at].range.len() > 1
}

/// Whether words name something particular: a known place, a code, a quotation, or what no table knows.
#[must_use]
pub fn is_named(line: &Line, tokens: Range<usize>) -> bool {
    let body = |i: usize| line.ending(i).is_some_and(|e| e.kind == Kind::Organization);
    // 「市|公安指挥中心」, and 「市中心|医院」.
    let first = line.word(tokens.start);
    let level = !first.ends_with('级') && lists().names.levels.iter().any(|level| first.starts_with(level));
    let of_the_area = line.reads_any(tokens.start, &lists().names.levels) || level && body(tokens.start + 1);
    let of_the_area = of_the_area && tokens.len() > 1;
    of_the_area
        || tokens.clone().any(|i| match line.lexemes[i].token {
            Token::Division(_) | Token::Feature(_) | Token::Latin | Token::Quote => true,
            Token::Unknown => {
                line.lexemes[i].range.len() >= 2
                    || line.ending(i + 1).is_some()
                    || (i > tokens.start && line.ending(i - 1).is_some())
            }
            Token::Word(_) if i > tokens.start && called_after(line, i) => true,
            Token::Word(tags) if tags.has(Tags::BARE) => i + 1 < tokens.end && i == tokens.start,
            // 「空港|物流城」「临港|科创城」
            Token::Word(_) if i == tokens.start && line.reads_any(i, &lists().names.sides) => {
                // 「江北|城区|山洪防治」
                line.reads(i + 1, "城区")
                    || (i + 1..tokens.end).any(|j| line.ending(j).is_some_and(|e| e.kind == Kind::Place))
            }
            // 「九峰|水库」
            Token::Word(tags)
                if i == tokens.start + 1
                    && tags.has(Tags::WEAK)
                    && line.lexemes[tokens.start].token == Token::Number
                    && line.word(tokens.start).chars().all(numeral) =>
            {
                line.is(i + 1, Tags::ENDING)
            }
            // 「西站|同城商务区」: a town has one station on each side.
            Token::Word(_)
                if i == tokens.start
                    && i + 1 < tokens.end
                    && line.word(i).chars().count() <= 3
                    && names_station(line, i) =>
            {
                true
            }
            // 「三环|快速化」
            Token::Word(_) if i == tokens.start && line.reads_any(i, &lists().places.rings) => true,
            // 「第六|水厂」「第二|西|通道」
            Token::Word(_) if i == tokens.start && ordinal(&line.word(i)).is_some() => {
                let kinds = i + 2 < tokens.end && lists().places.sited.has(&line.text(i + 1..i + 3));
                // 「第一|、二|污水处理厂」
                let listed = line.lexemes.get(i + 1).is_some_and(|l| l.is_mark('、'));
                line.ending(i + 1).is_some()
                    || kinds
                    || listed && line.lexemes.get(i + 2).is_some_and(|l| l.token == Token::Number)
                    || line.reads_any(i + 1, &lists().places.directions) && line.ending(i + 2).is_some()
            }
            Token::Word(_) if i > tokens.start => names_road(line, i) || names_station(line, i),
            // 「百亿园区」 is of that size.
            Token::Number => {
                line.is(i + 1, Tags::ENDING) && !line.word(i).contains('亿')
                    || line.reads_any(i + 1, &lists().names.sizes) && i + 3 < tokens.end && i > tokens.start
                    || ["千伏", "号"].iter().any(|word| line.reads(i + 1, word))
                    || (i > 0 && line.word(i - 1).ends_with('道'))
            }
            _ => false,
        })
}

/// 「建设路」「体育场路」: an ordinary word names a road, unless it says what roads are for (「产业路」).
#[must_use]
pub fn names_road(line: &Line, at: usize) -> bool {
    if at == 0 || !line.reads_any(at, &lists().names.named_roads) {
        return false;
    }
    // 「红旗|中|路」
    let side = at > 1 && line.reads_any(at - 1, &lists().places.directions);
    if side && line.is(at - 2, Tags::VERB) {
        return false;
    }
    let word = if side { at - 2 } else { at - 1 };
    line.is(word, Tags::COMMON.and(Tags::ENDING))
        && !line.is(word, Tags::INDEFINITE.and(Tags::RELATIVE).and(Tags::DETERMINER).and(Tags::ADVERB))
        && line.lexemes[word].range.len() > 1
        && !(line.is(word, Tags::VERB) && !line.is(word, Tags::WORK) && line.reads(at, "路"))
        && !(lists().names.plain_roads.has(&line.word(word))
            && (line.reads(at, "路") || line.reads(at, "街") || !opens(line, word)))
}

/// Whether nothing before a token belongs to its name.
fn opens(line: &Line, at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| {
        matches!(line.lexemes[before].token, Token::Mark(_))
            || line.is(before, Tags::VERB.and(Tags::CONJUNCTION).and(Tags::PREPOSITION).and(Tags::PARTICLE))
    })
}

/// 「人民|公园」「世纪|广场」.
#[must_use]
pub fn called_after(line: &Line, at: usize) -> bool {
    at > 0
        && line.reads_any(at - 1, &lists().names.namesakes)
        && line.reads_any(at, &lists().names.named_after)
}

/// 「第六|水厂」「第一|、二污水处理厂」: the number of an ordinal.
#[must_use]
pub fn ordinal(word: &str) -> Option<&str> {
    word.strip_prefix('第').filter(|number| !number.is_empty() && number.chars().all(numeral))
}

/// 「高铁南站」: a town has one station of a kind on each side.
fn names_station(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    let Some(before) = word.strip_suffix('站') else { return false };
    if before.is_empty() {
        at > 0 && line.reads_any(at - 1, &lists().places.directions)
    } else {
        // 「西客站」
        lists().places.directions.has(before.trim_end_matches('客'))
    }
}

/// Whether words hold a count of things or an indefinite word, so that no particular one is meant.
#[must_use]
pub fn is_indefinite(line: &Line, tokens: Range<usize>) -> bool {
    tokens.clone().any(|i| {
        let indefinite = line.is(i, Tags::INDEFINITE) && !line.is(i, Tags::ENDING.and(Tags::WORK));
        let counted = line.count_at(i).is_some()
            && !line.reads_any(i + 1, &lists().names.numbering)
            && !line.reads(i + 1, "级")
            && !measured(line, i);
        i == tokens.start && (indefinite || counted)
    })
}

/// A size inside a name: 「3万吨铝合金棒」「日产4500吨」.
fn measured(line: &Line, at: usize) -> bool {
    line.reads_any(at + 1, &lists().names.sizes)
}
