//! Measures, costs and stretches inside a member of a list, which belong to no name.

use std::ops::Range;

use super::{Member, is_called, is_work, member};
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::names;
use crate::facts::Kind;
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

/// 「国道G205线兴宁段|25.7公里的|沥青罩面工程」: how much of a thing is worked on belongs to no name.
pub(super) fn measured(line: &Line, tokens: Range<usize>) -> Option<Member> {
    let of = tokens.clone().find(|i| line.reads(*i, "的")).filter(|of| of + 1 < tokens.end)?;
    let count = (tokens.start + 1..of).find(|i| line.count_at(*i).is_some_and(|long| i + long == of))?;
    let site = line.ending(count - 1).is_some_and(|e| lists().places.headed_kinds.has(&e.subtype))
        || line.reads(count - 1, "段");
    let works = (of + 1..tokens.end).any(|i| is_work(line, i) || is_called(line, i));
    let rest = member(line, of + 1..tokens.end).filter(|_| site && works)?;
    Some(Member {
        name: line.text(tokens.start..count) + &rest.name,
        tokens: tokens.start..count,
        works_shared: true,
        ..rest
    })
}

/// 「东部片区|总投资124亿元|综合开发项目」: what works cost belongs to no name.
pub(super) fn invested(line: &Line, tokens: Range<usize>) -> Option<Member> {
    let verb = (tokens.start + 1..tokens.end).find(|i| line.reads(*i, "投资") || line.reads(*i, "总投资"))?;
    let begin = verb + 1 + line.count_at(verb + 1)?;
    let site = tokens.start..verb - usize::from(line.reads(verb - 1, "总"));
    let ground = site.end.checked_sub(1).and_then(|last| line.ending(last));
    let named = !site.is_empty() && ground.is_some_and(|e| e.kind == Kind::Place);
    let works = begin < tokens.end && (begin..tokens.end).any(|i| is_work(line, i) && !is_called(line, i));
    let rest = member(line, begin..tokens.end).filter(|_| named && works)?;
    let name = line.text(site.clone()) + &rest.name;
    Some(Member { name, tokens: site, works_shared: true, ..rest })
}

/// Where a piece ends without the length of what it names: 「黄河风情线健身步道|22公里」.
pub(super) fn without_length(line: &Line, tokens: &Range<usize>) -> usize {
    let long = |at: usize| {
        let count = line.count_at(at).filter(|count| at + count == tokens.end);
        count.is_some_and(|_| line.reads_any(tokens.end - 1, &lists().lists.lengths))
    };
    // 「通村公路|200公里」 is no road with a name.
    let named = tokens.clone().any(|i| line.is_proper(i) && line.lexemes[i].range.len() > 1);
    let built = |at: usize| {
        line.is(at - 1, Tags::ENDING) && line.ending(at - 1).is_some_and(|e| e.kind == Kind::Place)
    };
    (tokens.start + 2..tokens.end)
        .find(|at| named && (long(*at) && built(*at) || amount(line, *at, tokens.end)))
        .unwrap_or(tokens.end)
}

/// 「东牌楼等棚户区改造|近500万平方米」「盘龙江清淤除障|30万立方米」: whether how much has been worked on stands from
/// a token on up to the end.
pub(super) fn amount(line: &Line, at: usize, end: usize) -> bool {
    let number = at + usize::from(line.reads_any(at, &lists().lists.approximately));
    let figure = (number..end).take_while(|i| line.lexemes[*i].token == Token::Number).count();
    let unit = number + figure;
    figure > 0
        && unit + 1 == end
        && (line.reads_any(unit, &lists().lists.areas) || line.reads_any(unit, &lists().lists.lengths))
        && at.checked_sub(1).is_some_and(|before| is_work(line, before))
}

/// 「南台岛|12条|内河整治」「汀溪水库上游|5个|行政村连片整治」: works at one place, whatever the number of things there.
pub(super) fn counted_at(line: &Line, tokens: Range<usize>) -> Option<Member> {
    let count = (tokens.start + 2..tokens.end).find(|i| names::counts_things(line, *i))?;
    let begin = count + line.count_at(count)?;
    let side = usize::from(line.reads_any(count - 1, &lists().lists.around));
    let ground = line.ending(count - 1 - side).filter(|e| e.kind == Kind::Place)?;
    let site = tokens.start..count;
    let one = !lists().projects.division_kinds.has(&ground.subtype)
        && ground.subtype != "village"
        && line.lexemes[site.start].token == Token::Unknown
        && names::is_named(line, site.clone());
    let works = begin + 1 < tokens.end && is_work(line, tokens.end - 1) && !is_called(line, begin);
    let rest = member(line, begin..tokens.end).filter(|_| one && works)?;
    let name = line.text(site.clone()) + &rest.name;
    Some(Member { name, tokens: site, works_shared: true, indefinite: false, ..rest })
}

/// 「建新大街北段（迎宾路至正阳路）」: the remark says from where to where.
pub(super) fn without_stretch(name: String) -> String {
    let remark = name.find('（').zip(name.find('）')).filter(|(open, close)| open < close);
    match remark {
        Some((open, close)) if name.get(open..close).is_some_and(|remark| remark.contains('至')) => {
            let rest = name.get(close + '）'.len_utf8()..).unwrap_or_default();
            name.get(..open).unwrap_or_default().to_owned() + rest
        }
        _ => name,
    }
}
