//! What is no undertaking, though it may be called one: titles, catchwords, schemes, duties, documents.

use std::ops::Range;

use crate::extract::frame::Frame;
use crate::extract::honours;
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::lists::Member;
use crate::extract::programmes;
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

/// 「全国双拥模范县」: a title, of whose level a list may have made a word before it.
pub(super) fn is_title(line: &Line, member: &Member) -> bool {
    let level =
        member.tokens.start.checked_sub(1).filter(|i| line.reads_any(*i, &lists().honours.level_words));
    let whole = level.map_or_else(String::new, |i| line.word(i)) + member.name.trim_start_matches('成');
    honours::is_title(&whole) && !member.called_project
}

/// 「国家森林城市」「制造业强市」「3条国际航线」「“三旧”改造」: what a town is to be, what flies there, or what all towns do,
/// and no particular works.
pub(super) fn is_no_works(member: &Member) -> bool {
    let quoted = member.name.starts_with('“') && member.name.ends_with('”');
    let name = member.name.replace(['“', '”'], "");
    let town = !member.called_project && lists().projects.no_works.end(&name);
    !quoted && (town || is_plain_programme(&name))
}

/// 「柳河民生实事项目」: the projects of a programme that goes on every year, with the word for projects or without.
pub(super) fn is_plain_programme(name: &str) -> bool {
    let plain = &lists().projects.plain_programmes;
    plain.end(name) || plain.end(&format!("{name}项目"))
}

/// 「“三尖”创新人才工程」「“十四五”」: a catchword, which is a programme or a span of years.
pub(super) fn is_catchword(line: &Line, tokens: Range<usize>, name: &str) -> bool {
    let quote = line.lexemes[tokens.start].token == Token::Quote;
    let quoted = quote && tokens.len() > 1;
    let span = is_span(name);
    if programmes::is_transfer(&line.word(tokens.start)) {
        return false;
    }
    // 「“两重”项目」「“有根产业、有效投资”项目」
    let inside = line.word(tokens.start).chars().count().saturating_sub(2);
    let called = |i: usize| line.reads_any(i, &lists().projects.plain_works);
    let kind = quoted && inside <= 2 && (tokens.start + 1..tokens.end).all(called);
    let slogan = quote && line.word(tokens.start).contains('、');
    if kind || slogan || tokens.clone().skip(1).any(|i| is_span(&line.word(i))) {
        return true;
    }
    let scheme = |i: usize| !line.is_proper(i) && !line.is(i, Tags::WORK) && line.ending(i).is_none();
    span || quoted && line.reads(tokens.end - 1, "工程") && (tokens.start + 1..tokens.end - 1).all(scheme)
}

/// 「“十四五”」: a span of years.
fn is_span(name: &str) -> bool {
    let years: String = name.chars().filter(|c| !matches!(c, '“' | '”')).collect();
    years.chars().count() == 3 && years.starts_with('十') && years.ends_with('五')
}

/// 「世界级菱镁产业基地」: what is to be of such a level, and no particular one.
pub(super) fn is_aim_of_a_level(line: &Line, member: &Member) -> bool {
    let tokens = member.tokens.clone();
    let known = |i: usize| matches!(line.lexemes[i].token, Token::Division(_) | Token::Feature(_));
    !member.called_project
        && line.reads_any(tokens.start, &lists().projects.aimed_levels)
        && !tokens.clone().any(known)
}

/// 「人才集聚区」「国际航运中心」「综合交通枢纽」: what ordinary words alone say a town is to have, as others do.
pub(super) fn is_plain_aim(line: &Line, member: &Member) -> bool {
    // 「高新区|示范基地」 is the one of the zone.
    let plain = |i: usize| matches!(line.lexemes[i].token, Token::Word(tags) if !tags.has(Tags::BARE));
    !member.called_project
        && member.tokens.clone().all(plain)
        && lists().projects.plain_aims.end(&member.name)
        && !line.reads_any(member.tokens.start, &lists().names.levels)
}

/// 「高教突破工程」「“双千”育人工程」: a scheme that is carried out and builds nothing.
pub(super) fn is_soft_scheme(line: &Line, member: &Member, frame: &Frame) -> bool {
    let carried = frame.verbs.last().is_some_and(|verb| lists().programmes.carries_out.end(verb));
    carried && is_soft(line, &member.tokens, &member.name)
}

/// Whether a name is that of a scheme of teaching, health, trade and the like.
pub(super) fn is_soft(line: &Line, tokens: &Range<usize>, name: &str) -> bool {
    let built = |i: usize| line.ending(i).is_some() && !line.reads(i, "工程");
    line.reads(tokens.end - 1, "工程") && !tokens.clone().any(built) && lists().programmes.soft.are_in(name)
}

/// 「编制“十二五”规划」「海洋功能区划30多项」「十九大安保」: what is written or done, not built.
pub(super) fn is_document(line: &Line, member: &Member, frame: &Frame) -> bool {
    let name = member.name.split(|c: char| c.is_ascii_digit() || c == '“').next().unwrap_or_default();
    let written = frame.verbs.last().is_some_and(|verb| lists().projects.writes.has(verb));
    lists().projects.documents.end(name)
        || !member.called_project && lists().projects.duties.end(&member.name)
        || lists().projects.visions.end(name)
        || written && !member.called_project && line.ending(member.tokens.end - 1).is_none()
}
