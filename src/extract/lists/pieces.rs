//! Where one member of a list ends and the next begins.

use std::ops::Range;

use super::is_phase;
use crate::extract::lexer::{Token, numeral};
use crate::extract::line::Line;
use crate::extract::names;
use crate::facts::Kind;
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

/// Cuts at 、 and at those 和, 及, 与 that join members and not words inside one.
pub(super) fn pieces(line: &Line, phrase: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut begin = phrase.start;
    for i in phrase.clone() {
        let mark = line.lexemes[i].is_mark('、') && !(i > begin && counts_on(line, i));
        // 「智能手机芯片和整机生产基地、天香科技」: what joins members stands before the last one.
        let inside = (i + 1..phrase.end).any(|j| line.lexemes[j].is_mark('、') && !counts_on(line, j));
        let word = ["和", "及", "以及", "与"].iter().any(|w| line.reads(i, w))
            && !joins_dependent(line, i, phrase.end)
            && !is_joined_by_works(line, i, phrase.end)
            // 「协|和|天津基地」「诺|和|诺德制药」: one character alone is no member.
            && line.chars_of(begin..i).len() > 1;
        if mark
            || (word
                && i > begin
                && i + 1 < phrase.end
                && joins_members(line, begin..i, i + 1..phrase.end, begin > phrase.start && !inside))
        {
            out.push(begin..i);
            begin = i + 1;
        }
    }
    out.push(begin..phrase.end);
    out.retain(|piece| !piece.is_empty());
    out
}

/// 「翁象大道|及连接线」: what only belongs to the thing before it is no member of its own.
fn joins_dependent(line: &Line, word: usize, end: usize) -> bool {
    let stop =
        (word + 1..end).find(|i| line.lexemes[*i].is_mark('、') || line.reads(*i, "等")).unwrap_or(end);
    let rest = line.text(word + 1..stop);
    // 「中恒医药及物流园」: a mere kind behind 及 goes on with the name.
    let kind = line.reads(word, "及") && stop == word + 2 && line.is(word + 1, Tags::ENDING);
    // 「火车站|及周边环境改造」
    let around = line.reads_any(word + 1, &lists().lists.around) && word + 2 < stop;
    kind || around || lists().lists.dependent.has(rest.trim_end_matches("建设"))
}

/// 「京杭运河|与|小清河航道连通工程」: the works join what stands on both sides.
fn is_joined_by_works(line: &Line, word: usize, end: usize) -> bool {
    let stop = (word + 1..end).find(|i| line.lexemes[*i].is_mark('、')).unwrap_or(end);
    line.reads(word, "与") && (word + 1..stop).any(|i| line.reads_any(i, &lists().lists.connects))
}

/// 「一、二期」「一、二马路」: one name with two numbers.
fn counts_on(line: &Line, mark: usize) -> bool {
    let number = line.lexemes[mark - 1].token == Token::Number;
    let numerals = line.word(mark - 1).chars().all(numeral) || counts_lines(line, mark);
    (number && numerals || counts_numbers(line, mark) || names::ordinal(&line.word(mark - 1)).is_some())
        && line.lexemes.get(mark + 1).is_some_and(|l| {
            let first = line.sentence.chars.get(l.range.start);
            first.is_some_and(|c| numeral(*c) || c.is_ascii_digit())
        })
}

/// 「1号、3号线」「8号、9号码头泊位」: whether a number stands on both sides, each called so.
fn counts_numbers(line: &Line, mark: usize) -> bool {
    let number = |i: usize| {
        line.lexemes.get(i).is_some_and(|l| l.token == Token::Number) && line.word(i + 1).starts_with('号')
    };
    mark > 1 && line.reads(mark - 1, "号") && number(mark - 2) && number(mark + 1)
}

/// 「3、4、5号线」「105、320国道」: whether numbers alone stand from a mark on up to the word for lines.
fn counts_lines(line: &Line, mark: usize) -> bool {
    let part = |i: &usize| line.lexemes[*i].token == Token::Number || line.lexemes[*i].is_mark('、');
    let end = mark + (mark..line.lexemes.len()).take_while(part).count();
    line.reads_any(end, &lists().places.numbered_ways)
}

fn joins_members(line: &Line, left: Range<usize>, right: Range<usize>, listed: bool) -> bool {
    let last = left.end - 1;
    let own_work = line.is(last, Tags::WORK);
    let named_right = line.is_proper(right.start)
        || line.count_at(right.start).is_some()
        || line.reads_any(right.start, &lists().places.stations) && right.len() > 1;
    let placed_left = line.ending(last).is_some()
        || matches!(
            line.lexemes[last].token,
            Token::Division(_) | Token::Feature(_) | Token::Quote | Token::Latin
        );
    if line.reads(left.end, "与") && !(named_right && placed_left) {
        return false;
    }
    // 「满意日产4500吨和声威第二条日产4500吨水泥熟料生产线」: both sides are measured alike.
    if left.len() > 2 && line.text(right.clone()).contains(&line.text(left.end - 2..left.end)) {
        return true;
    }
    // 「节水小麦示范推广项目和耕地节水灌溉项目」「西二环绿道建设和复兴路绿地建设」
    let called = |i: usize| line.reads(i, "项目") || line.reads(i, "工程");
    if right.len() > 1 && called(last) && called(right.end - 1) && left.len() > 1
        || own_work
            && right.len() > 1
            && names::is_named(line, right.clone())
            && (line.ending(right.end - 1).is_some()
                // 「1号线北延|和2号线东延」
                || line.is(right.end - 1, Tags::WORK) && !called(right.end - 1) && line.is_proper(right.start)
                || line.lexemes[right.start].token == Token::Number && line.is(right.end - 1, Tags::WORK))
    {
        return true;
    }
    // 「产学研创智区建设|和|生态水系治理」
    let works_apart = line.reads(last, "建设")
        && left.len() > 1
        && right.len() > 1
        && line.is(right.end - 1, Tags::WORK)
        && !line.is(right.start, Tags::WORK)
        && names::is_named(line, left.clone())
        && line.ending(last - 1).is_some();
    if works_apart {
        return true;
    }
    // 「电商产品加工中心及农产品溯源系统」
    let thing = |i: usize| line.reads_any(i, &lists().lists.things);
    if thing(last) && thing(right.end - 1) && left.len() > 1 && right.len() > 1 {
        return true;
    }
    // 「渗滤液处理厂|和|焚烧发电厂|二期」
    let works = |i: usize| line.is(i, Tags::WORK) && !(i > right.start && is_phase(line, i));
    let right_is_bare_work = line.is(right.start, Tags::WORK) || right.clone().take(2).any(works);
    if listed && !right_is_bare_work {
        return true;
    }
    // 「农产品加工业提升行动和品牌培育行动」
    let scheme = |i: usize| lists().programmes.schemes.end(line.word(i).trim_end_matches('”'));
    if scheme(last) && scheme(right.end - 1) && right.len() > 1 {
        return true;
    }
    // 「高速公路大通道|和|沿边331国道」
    let numbered =
        |i: usize| line.lexemes[i].token == Token::Number && line.reads_any(i + 1, &lists().places.numbered);
    if placed_left && right.clone().take(2).any(numbered) {
        return true;
    }
    // 「合肥电厂6号机组|及|六水厂二期」
    let ordinal = line.lexemes[right.start].token == Token::Number
        && right.len() > 1
        && line.ending(right.start + 1).is_some_and(|e| e.kind == Kind::Place);
    if placed_left && ordinal && line.reads(left.end, "及") {
        return true;
    }
    let piece_end = right.clone().find(|i| line.lexemes[*i].is_mark('、')).unwrap_or(right.end);
    named_right
        || own_work && piece_end < right.end && line.is(piece_end - 1, Tags::WORK)
        || (placed_left && !own_work && !right_is_bare_work)
}
