//! Bodies in the names of projects: whose building is worked on, and who builds.

use std::ops::Range;

use super::lexer::Token;
use super::line::Line;
use super::names;
use super::organizations::{Body, company};
use crate::facts::Kind;
use crate::lexicon::gazetteer::Level;
use crate::lexicon::lists::lists;

/// Whose building a project works on: 「市立医院东院二期」.
#[must_use]
pub fn owner(line: &Line, project: &Range<usize>) -> Option<Body> {
    let at = (project.start..project.end.saturating_sub(1)).find(|at| {
        line.ending(*at).is_some_and(|e| {
            e.kind == Kind::Organization && lists().organizations.owner_kinds.has(&e.subtype)
        })
    })?;
    let tokens = project.start..at + 1;
    let chars = line.chars_of(tokens.clone());
    let name = line.sentence.cut(chars.clone());
    let plain = lists().organizations.plain_owners.has(&name);
    let subtype = line.ending(at)?.subtype.clone();
    let of_the_area = lists().names.levels.iter().any(|level| name.starts_with(level));
    let named = names::is_named(line, tokens)
        || of_the_area && chars.len() >= 4
        || name.starts_with('第') && name.chars().count() >= 4;
    (named && !plain && (3..=16).contains(&chars.len())).then(|| Body {
        chars,
        written: name.clone(),
        name,
        subtype,
    })
}

/// 「璞泰来|华南|基地」「达利|食品|制罐生产线」: a company at the head of what it builds, before a region and its
/// works there, or with its line of business.
#[must_use]
pub fn builder(line: &Line, project: &Range<usize>) -> Option<Body> {
    if let Some(company) = measured_builder(line, project) {
        return Some(company);
    }
    // 「长春|百克|生物|制药基地」
    let city = matches!(line.lexemes[project.start].token, Token::Division(_))
        && project.len() > 3
        && line.reads_any(project.start + 2, &lists().organizations.business);
    let first = project.start + usize::from(city);
    let own = line.lexemes[first].token == Token::Unknown
        && (2..=4).contains(&line.lexemes[first].range.len())
        && line.ending(first).is_none();
    let trade = line.reads_any(first + 1, &lists().organizations.business)
        && !line.reads_any(first + 1, &lists().organizations.describing)
        && first + 2 < project.end
        // 「大成|生物|质|化工」
        && !(line.lexemes[first + 2].token == Token::Unknown && line.lexemes[first + 2].range.len() == 1);
    let region = in_a_region(line, first, project.end);
    let end = if trade { first + 2 } else { first + 1 };
    (own && (trade || region)).then(|| company(line, first..end))
}

/// 「璞泰来|华南|基地」「欧力士|中国|总部」「软银|中国|区|总部」: whether a name stands before a region and before what a
/// company has there.
fn in_a_region(line: &Line, name: usize, end: usize) -> bool {
    let region =
        matches!(line.lexemes.get(name + 1).map(|l| l.token), Some(Token::Feature(_) | Token::Division(_)));
    let side = lists().places.directions.iter().any(|side| line.word(name).ends_with(side));
    let area = name + 2 + usize::from(line.reads(name + 2, "区"));
    // 「华南|生产|基地」「西南|研发|中心」 are one work in two words.
    let works =
        (area..end.min(area + 3)).any(|last| lists().organizations.works.end(&line.text(area..last + 1)));
    region && !side && works
}

/// 「吉化|120万吨乙烯」「吉林梅花|60万吨赖氨酸」「华电|榆树制氢」: a name before how much is made, or before the place.
fn measured_builder(line: &Line, project: &Range<usize>) -> Option<Body> {
    let province =
        matches!(line.lexemes[project.start].token, Token::Division(d) if d.level == Level::Province);
    let at = project.start + usize::from(province);
    let name = at + 1 < project.end
        && line.lexemes[at].token == Token::Unknown
        && (2..=4).contains(&line.lexemes[at].range.len())
        && line.ending(at).is_none()
        && !line.word(at).ends_with(['至', '期', '号', '第']);
    if !name {
        return None;
    }
    let output = line.word(at + 1).starts_with('年') || line.word(at + 1).starts_with('日');
    let number = at + 1 + usize::from(output);
    let made = line.lexemes.get(number).is_some_and(|l| l.token == Token::Number)
        && (line.reads_any(number + 1, &lists().organizations.outputs)
            || line.word(number).ends_with('万') && line.count_at(number).is_some());
    // 「中核汇能|通榆|制氢」: a name before the county is that of who builds there.
    let placed = !province
        && line.lexemes[at].range.len() > 2
        && matches!(line.lexemes[at + 1].token, Token::Division(_))
        && !lists().places.directions.iter().any(|side| line.word(at).ends_with(side));
    (made || placed).then(|| company(line, project.start..at + 1))
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::line;
    use super::*;
    use crate::report::Sentence;

    #[test]
    fn who_builds_what_a_name_begins_with() {
        for (text, want) in [
            ("璞泰来华南基地", Some("璞泰来")),
            ("欧力士中国总部项目", Some("欧力士")),
            ("软银中国区总部", Some("软银")),
            ("吉化120万吨乙烯", Some("吉化")),
            ("城东华南基地", None),
            ("欧力士中国大厦", None),
        ] {
            let sentence = Sentence::plain(text);
            let line = line(&sentence);
            let found = builder(&line, &(0..line.lexemes.len())).map(|body| body.name);
            assert_eq!(found.as_deref(), want, "{text}");
        }
    }
}
