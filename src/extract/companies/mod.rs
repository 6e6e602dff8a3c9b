//! Companies and other bodies that only a list or a clause shows to be such: `A、B等企业`, `与A、B签约`.

mod beside;
mod clauses;

use std::ops::Range;

pub use beside::beside;
use clauses::{come_about, earning, floated, founded, grown, met};

use super::lexer::{Token, numeral};
use super::line::Line;
use super::names;
use super::organizations::{Body, company};
use crate::facts::Kind;
use crate::lexicon::gazetteer::{self, Level};
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

/// How many tokens may stand between 等 and the word that says what the list names: 等20家国家级创新型`企业`.
const FAR: usize = 9;

/// The bodies that lists and clauses name; `known` are those that names alone show.
#[must_use]
pub fn listed(line: &Line, known: &[Body]) -> Vec<Body> {
    let mut out = Vec::new();
    for at in 1..line.lexemes.len() {
        // 「瑞盛、东北变压器3户企业」
        if line.count_at(at).is_some() && lists_before(line, at) {
            if let Some(kind) = summed_up_as(line, at) {
                out.extend(members(line, at, kind, known, &|_| false));
            }
        } else if line.reads(at, "等") {
            if let Some(kind) = summed_up_as(line, at) {
                out.extend(members(line, at, kind, known, &|_| false));
            } else if line.reads_any(at + 1, &lists().organizations.comes) {
                out.extend(bare(line, before(line, at)));
            } else if clauses::begins_with(
                line,
                at + 1..line.lexemes.len().min(at + 3),
                &lists().organizations.wings,
            ) {
                out.extend(winged(line, at));
            }
        }
    }
    for clause in line.clauses() {
        out.extend(founded(line, clause.clone()));
        out.extend(come_about(line, clause.clone()));
        out.extend(floated(line, clause.clone(), known));
        out.extend(grown(line, clause.clone(), known));
        out.extend(earning(line, clause.clone(), known));
        out.extend(met(line, clause).into_iter().flat_map(|phrase| bare(line, phrase)));
    }
    out.extend(neighbours(line, known));
    out.extend(known.iter().flat_map(|body| with_its_ending(line, body)));
    out
}

/// 「五中、成成中学等|新校区」: what gets a new wing is a body each.
fn winged(line: &Line, and_so_on: usize) -> Vec<Body> {
    let kind = if line.word(and_so_on + 1).contains('校') { "school" } else { "hospital" };
    let list = before(line, and_so_on);
    let body = |piece: &Range<usize>| {
        let last = piece.end - 1;
        let ended = line.ending(last).is_some_and(|e| e.kind == Kind::Organization);
        (ended || line.lexemes[last].token == Token::Unknown)
            && (2..=12).contains(&line.chars_of(piece.clone()).len())
    };
    let each = pieces(line, list).into_iter().filter(body);
    each.map(|piece| Body { subtype: kind.to_owned(), ..company(line, piece) }).collect()
}

/// Whether a list of two members or more ends before a count.
fn lists_before(line: &Line, count: usize) -> bool {
    let list = before(line, count);
    list.end > list.start && line.lexemes[list.clone()].iter().any(|lexeme| lexeme.is_mark('、'))
}

/// The type of the bodies that a list names, where a word behind its 等 says that it names bodies.
#[must_use]
pub fn summed_up_as(line: &Line, and_so_on: usize) -> Option<&'static str> {
    sum_behind(line, and_so_on).map(|(_, kind)| kind)
}

/// Where the word stands behind 等 that says that a list names bodies, and their type.
#[must_use]
pub fn sum_behind(line: &Line, and_so_on: usize) -> Option<(usize, &'static str)> {
    let mut counted = false;
    for i in and_so_on + 1..line.lexemes.len().min(and_so_on + FAR) {
        let word = line.word(i);
        // 「新能源等|龙头|产业」
        let of_other = line.reads_any(i + 1, &lists().organizations.other_sums);
        if let Some(kind) = kind_of_sum(&word).filter(|_| !of_other) {
            return Some((i, kind));
        }
        // 「等一批|行业|领军企业」: what is counted are bodies.
        counted |= line.is(i, Tags::INDEFINITE) || line.count_at(i).is_some();
        // 「等20多家|在|长|企业」: where they are.
        let here = line.reads(i, "在") || line.reads(i - 1, "在") && line.lexemes[i].range.len() <= 3;
        if !(passes(line, i) || counted && (line.reads(i, "行业") || here)) {
            return None;
        }
    }
    None
}

/// The type of the bodies that a word sums up: 「龙头企业」.
fn kind_of_sum(word: &str) -> Option<&'static str> {
    let sums = &lists().organizations.sums;
    sums.iter().find(|(head, _)| word.ends_with(head.as_str())).map(|(_, kind)| kind.as_str())
}

/// Whether a word may stand between 等 and the head of the list: counts, praise, a line of business.
fn passes(line: &Line, at: usize) -> bool {
    match line.lexemes[at].token {
        Token::Number | Token::Quote | Token::Latin => true,
        Token::Unknown => line.lexemes[at].range.len() <= 3,
        Token::Mark(mark) => mark == '、',
        Token::Word(tags) => {
            let ends_list = line.reads_any(at, &lists().organizations.other_sums);
            let counts = tags.has(
                Tags::MEASURE
                    .and(Tags::INDEFINITE)
                    .and(Tags::DETERMINER)
                    .and(Tags::RELATIVE)
                    .and(Tags::CONJUNCTION)
                    .and(Tags::COMMON),
            );
            counts && !ends_list
        }
        _ => false,
    }
}

/// The tokens of the list that ends before this one, from the mark before it on.
fn before(line: &Line, end: usize) -> Range<usize> {
    // 「联想移动、烟草|工业」: words that name a line of business.
    // 「华润医疗旗下|企业|7家」 counts what stands before it.
    let acts = Tags::VERB.and(Tags::WORK).and(Tags::PREDICATE);
    let plain =
        |i: usize| line.is(i, Tags::COMMON) && !line.is(i, acts) && kind_of_sum(&line.word(i)).is_none();
    let part =
        |i: usize| line.is_proper(i) || line.lexemes[i].is_mark('、') || line.is(i, Tags::ENDING) || plain(i);
    let begin = (0..end).rev().take_while(|i| part(*i)).last().unwrap_or(end);
    begin..end
}

/// The members of a list of bodies that ends before this token, if one of them at least is a name.
/// `own` says of a token that it is a name for sure.
fn members(line: &Line, end: usize, kind: &str, known: &[Body], own: &dyn Fn(usize) -> bool) -> Vec<Body> {
    let parts =
        |i: &usize| matches!(line.lexemes[*i].token, Token::Mark(mark) if !matches!(mark, '、' | '·' | '—'));
    let from = (0..end).rev().find(parts).map_or(0, |i| i + 1);
    let mut found: Vec<Range<usize>> = Vec::new();
    let projects = &lists().projects;
    let done = [&projects.moves, &projects.closes, &projects.builds];
    let leaves = |i: usize| done.iter().any(|verbs| line.reads_any(i, verbs));
    for mut piece in pieces(line, from..end) {
        // 「关停|搬迁|太化、煤气化」「改扩建|五中」
        while piece.len() > 1 && leaves(piece.start) {
            piece.start += 1;
            found.clear();
        }
        let mut begin = names::start(line, piece.end - 1, piece.start);
        // 「中节能」「路|达|工业」: a small word or an ending of one character stands in names as well.
        let small = |i: usize| {
            line.lexemes[i].range.len() == 1
                && (!found.is_empty() && line.is(i, Tags::WEAK) || line.is(i, Tags::ENDING))
        };
        if begin > piece.start && (piece.start..begin).all(small) {
            begin = piece.start;
        }
        // What is said before the list begins: 「加强研发、培育英利、巨力」.
        if begin > piece.start {
            found.clear();
        }
        found.push(begin..piece.end);
    }
    let is_known = |piece: &Range<usize>| {
        let chars = line.chars_of(piece.clone());
        known.iter().any(|body| body.chars.start < chars.end && chars.start < body.chars.end)
    };
    // 「达利|食品」
    // 「华融|西部|资产|管理」
    let organizations = &lists().organizations;
    let trade = |piece: &Range<usize>| line.text(piece.start + 1..piece.end);
    let trades = |piece: &Range<usize>| {
        let plain = |i: usize| line.is(i, Tags::COMMON) && !line.is(i, Tags::WORK);
        (2..=4).contains(&piece.len())
            && line.lexemes[piece.start].token == Token::Unknown
            && line.lexemes[piece.start].range.len() >= 2
            && (organizations.business.end(&trade(piece)) || organizations.list_trades.end(&trade(piece)))
            && (piece.start + 1..piece.end).all(plain)
    };
    let sure = |piece: &Range<usize>| {
        is_known(piece) || trades(piece) || is_bare_name(line, piece) || piece.clone().any(own)
    };
    if !found.iter().any(sure) {
        return Vec::new();
    }
    let member = |piece: Range<usize>| Body { subtype: kind.to_owned(), ..company(line, piece) };
    found.into_iter().filter(|piece| may_name(line, piece)).map(member).collect()
}

/// Cuts a list at its 、 and at the words that join members.
fn pieces(line: &Line, list: Range<usize>) -> Vec<Range<usize>> {
    line.parts(list, &["和", "与", "及", "以及"])
}

/// A name that no table knows, alone or behind its place.
fn is_bare_name(line: &Line, piece: &Range<usize>) -> bool {
    let last = piece.end - 1;
    let unknown = line.lexemes[last].token == Token::Unknown && line.lexemes[last].range.len() >= 2;
    let placed = matches!(line.lexemes[piece.start].token, Token::Division(_) | Token::Feature(_));
    unknown && !is_general(line, piece) && (piece.len() == 1 || piece.len() == 2 && placed)
}

/// Whether a member of a list of bodies can be the name of one: it holds a name, and ends neither in a place
/// nor in works.
fn may_name(line: &Line, piece: &Range<usize>) -> bool {
    let Some(last) = piece.end.checked_sub(1).filter(|last| *last >= piece.start) else { return false };
    // 「金牌|橱柜」「五中」
    let ended = (piece.len() == 2 || line.word(last).starts_with(numeral))
        && line.ending(last).is_some_and(|e| e.kind == Kind::Organization);
    // 「第二、第三实验小学等学校」
    let ranked = |i: usize| line.word(i).starts_with('第');
    let names = |i: usize| match line.lexemes[i].token {
        Token::Unknown => line.lexemes[i].range.len() >= 2 || piece.len() > 1,
        Token::Latin | Token::Feature(_) => true,
        Token::Division(_) => piece.len() > 1,
        _ => false,
    };
    let says = |i: usize| {
        let small =
            Tags::VERB.and(Tags::PREPOSITION).and(Tags::PARTICLE).and(Tags::INDEFINITE).and(Tags::TIME);
        line.is(i, small) && !line.is(i, Tags::WORK.and(Tags::ENDING).and(Tags::WEAK))
            || line.count_at(i).is_some()
    };
    let place = line.is(last, Tags::WORK)
        || line.ending(last).is_some_and(|e| e.kind != Kind::Organization && line.is(last, Tags::ENDING));
    let division = matches!(line.lexemes[last].token, Token::Division(_));
    let short = (2..=12).contains(&line.chars_of(piece.clone()).len());
    short && joined(line, piece) && !is_general(line, piece)
        || short
            && (ended || piece.clone().any(names))
            && !piece.clone().any(|i| says(i) || ranked(i))
            && !place
            && !division
            && !is_general(line, piece)
}

/// Trades, regions and kinds, which are no names of bodies: 光伏, 京津, 西城.
fn is_general(line: &Line, piece: &Range<usize>) -> bool {
    let text = line.text(piece.clone());
    let area = || gazetteer::by_name(&text).iter().any(|found| found.division.level <= Level::County);
    let general =
        lists().organizations.general.iter().filter(|word| text.ends_with(word)).max_by_key(|w| w.len());
    // 「鑫丰纺织」 is one, 「煤化工」 is none.
    let own = |word: &str| {
        let rest = text.chars().count() - word.chars().count();
        let unknown = piece.clone().any(|i| line.lexemes[i].token == Token::Unknown);
        word.chars().count() > 1 && rest >= 2 && unknown
    };
    general.is_some_and(|word| !own(word)) || area()
}

/// 「新川、骊山和市水泥厂」: names before a body that share what it ends in.
fn with_its_ending(line: &Line, body: &Body) -> Vec<Body> {
    let Some(last) = line.lexemes.iter().position(|lexeme| lexeme.range.end == body.chars.end) else {
        return Vec::new();
    };
    let Some(mut at) = line.lexemes.iter().position(|lexeme| lexeme.range.start == body.chars.start) else {
        return Vec::new();
    };
    let shares = line.ending(last).is_some_and(|e| e.kind == Kind::Organization)
        && lists().organizations.shared.end(&body.written);
    let several = body.subtype == "researchBody";
    let joined = |at: usize| {
        ["和", "与", "及"].iter().any(|word| line.reads(at, word))
            || several && line.lexemes[at].is_mark('、')
    };
    if !shares || at < 2 || last == at || !joined(at - 1) {
        return Vec::new();
    }
    let head = line.word(last);
    let mut out = Vec::new();
    while at >= 2 && (joined(at - 1) || line.lexemes[at - 1].is_mark('、')) {
        let end = at - 1;
        let apart = |i: &usize| {
            matches!(line.lexemes[*i].token, Token::Mark(_))
                || joined(*i)
                || line.is(*i, Tags::VERB)
                || matches!(line.lexemes[*i].token, Token::Division(_))
        };
        at = (0..end).rev().find(apart).map_or(0, |i| i + 1);
        let chars = line.chars_of(at..end);
        let named = (at..end).any(|i| matches!(line.lexemes[i].token, Token::Unknown | Token::Feature(_)));
        if !(2..=4).contains(&chars.len())
            || !named && out.is_empty()
            || (at..end).any(|i| line.is(i, Tags::WORK))
        {
            break;
        }
        let written = line.sentence.cut(chars.clone());
        let name = written.clone() + &head;
        out.push(Body { chars, name, written, subtype: body.subtype.clone() });
    }
    out
}

/// 「尖峰药业、康恩贝、普洛药业」「鑫丰纺织、天宏集团」: what stands in a list right beside a company is one.
fn neighbours(line: &Line, known: &[Body]) -> Vec<Body> {
    let company_at = |edge: usize, ends: bool| {
        known.iter().any(|body| {
            body.subtype == "company" && edge == if ends { body.chars.end } else { body.chars.start }
        })
    };
    let mark = |at: usize| line.lexemes.get(at).is_some_and(|lexeme| lexeme.is_mark('、'));
    let own = |i: usize| line.lexemes[i].token == Token::Unknown && line.lexemes[i].range.len() >= 2;
    let trade = |i: usize| line.is(i, Tags::COMMON) && lists().organizations.general.end(&line.word(i));
    let beside = |piece: &Range<usize>| {
        let ends = |at: usize| {
            mark(at)
                || ["等", "和"].iter().any(|word| line.reads(at, word))
                || line.is(at, Tags::VERB.and(Tags::PREDICATE))
        };
        let opens = |at: usize| {
            at == 0 || matches!(line.lexemes[at - 1].token, Token::Mark(_)) || line.is(at - 1, Tags::VERB)
        };
        let after = piece.start > 1
            && mark(piece.start - 1)
            && company_at(line.lexemes[piece.start - 1].range.start, true)
            && ends(piece.end);
        let ahead =
            opens(piece.start) && mark(piece.end) && company_at(line.lexemes[piece.end].range.end, false);
        after || ahead
    };
    let lone = |i: usize| {
        let alone = i..i + 1;
        own(i) && line.lexemes[i].range.len() <= 5 && !is_general(line, &alone)
    };
    let short = (0..line.lexemes.len()).filter(|i| lone(*i)).map(|i| i..i + 1);
    let long = (1..line.lexemes.len()).filter(|i| own(*i - 1) && trade(*i)).map(|i| i - 1..i + 1);
    let new = |piece: &Range<usize>| {
        let chars = line.chars_of(piece.clone());
        !known.iter().any(|body| body.chars.start < chars.end && chars.start < body.chars.end)
    };
    short.chain(long).filter(beside).filter(new).map(|piece| company(line, piece)).collect()
}

/// 「与京能、首钢等国企」「上海华谊、兖矿等企业」: names without an ending in a phrase of partners.
#[must_use]
pub fn bare(line: &Line, phrase: Range<usize>) -> Vec<Body> {
    let apart = |i: &usize| {
        let lexeme = &line.lexemes[*i];
        lexeme.is_mark('、') || lexeme.is(Tags::CONJUNCTION.and(Tags::PREPOSITION).and(Tags::PARTICLE))
    };
    let edges: Vec<usize> = phrase.clone().filter(apart).chain([phrase.end]).collect();
    let mut begin = phrase.start;
    let mut out = Vec::new();
    for end in edges {
        let piece = begin..end;
        begin = end + 1;
        let lone = piece.len() == 1 && line.lexemes[piece.start].token == Token::Unknown;
        let short = (2..=6).contains(&line.chars_of(piece.clone()).len());
        if (lone || joined(line, &piece)) && short && !is_general(line, &piece) {
            out.push(company(line, piece));
        }
    }
    out
}

/// A company called after its place, or by its trade: 「上海|华谊」「兖|矿」.
fn joined(line: &Line, piece: &Range<usize>) -> bool {
    let [first, last] = [piece.start, piece.start + 1];
    let unknown = |i: usize| line.lexemes[i].token == Token::Unknown;
    piece.len() == 2
        && (matches!(line.lexemes[first].token, Token::Division(_)) && unknown(last)
            || unknown(first)
                && line.lexemes[first].range.len() == 1
                && line.is(last, Tags::ENDING)
                && line.lexemes[last].range.len() == 1)
}
