//! Bodies of the table, with the branches that stand behind their names, and organs of the area.

use super::lexer::Token;
use super::line::Line;
use super::organizations::Body;
use crate::lexicon::gazetteer::Division;
use crate::lexicon::lists::lists;
use crate::lexicon::organs;
use crate::lexicon::words::Tags;

/// Bodies of the table and organs of the area.
#[must_use]
pub fn organs(line: &Line, home: Option<&str>) -> Vec<Body> {
    let chars = &line.sentence.chars;
    let mut out = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if let Some((length, organ)) =
            organs::starting(&chars[at..]).filter(|(length, _)| stands(line, at, *length))
        {
            let whole = branch(line, at + length).unwrap_or(length + at) - at;
            let written = line.sentence.cut(at..at + whole);
            let name = if whole > length { written.clone() } else { organ.name.clone() };
            // 「西门子|青岛研究院」 is an institute, and the company is spoken of as well.
            let institute = line.lexemes.iter().position(|lexeme| lexeme.range.end == at + whole);
            let institute = institute
                .filter(|_| matches!(organ.subtype.as_str(), "company" | "school"))
                // 「中国移动|研究院」 is a part of it.
                .filter(|last| line.lexemes[*last].range.start > at + length)
                .and_then(|last| line.ending(last))
                .filter(|ending| ending.subtype == "researchBody");
            if institute.is_some() {
                let written = line.sentence.cut(at..at + length);
                let (chars, name) = (at..at + length, organ.name.clone());
                out.push(Body { chars, name, written, subtype: organ.subtype.clone() });
            }
            let subtype = institute.map_or(&organ.subtype, |ending| &ending.subtype).clone();
            out.push(Body { chars: at..at + whole, name, written, subtype });
            at += whole;
        } else if let Some((length, level, organ, subtype)) = organs::area_organ(&chars[at..])
            .filter(|_| opens_organ(line, at) || division_ending(line, at).is_some())
        {
            let area = division_ending(line, at);
            let begin = area.as_ref().map_or(at, |(begin, _)| *begin);
            let own = area.is_none_or(|(_, division)| home.is_none_or(|home| home == division.code));
            // 「省委|第三巡视组」
            let group = branch(line, at + length)
                .filter(|end| subtype == "partyOrgan" && chars[..*end].ends_with(&['组']));
            let length = group.unwrap_or(at + length) - at;
            let written = line.sentence.cut(party_of(line, begin, at)..at + length);
            out.push(Body {
                chars: begin..at + length,
                name: standing_name(&line.sentence.cut(if own { at } else { begin }..at + length)),
                written,
                subtype: subtype.to_owned(),
            });
            at += length;
            if let Some(government) = organs::joined_government(&chars[at..])
                .filter(|_| subtype == "partyOrgan" && organ.ends_with('委'))
            {
                let name = standing_name(&format!("{level}{}", line.sentence.cut(at + 1..at + government)));
                out.push(Body {
                    chars: at + 1..at + government,
                    written: name.clone(),
                    name,
                    subtype: "governmentOrgan".to_owned(),
                });
                at += government;
            }
        } else {
            at += 1;
        }
    }
    out
}

/// 「中共|泉州|市委」: where the whole name of a Party committee begins, behind the short name of its area.
fn party_of(line: &Line, begin: usize, at: usize) -> usize {
    let place = line
        .lexemes
        .iter()
        .position(|l| l.range.end == at.max(begin) && matches!(l.token, Token::Division(_)));
    let party = place
        .or_else(|| line.lexemes.iter().position(|l| l.range.start == begin))
        .and_then(|i| i.checked_sub(1));
    party.filter(|i| line.reads(*i, "中共")).map_or(begin, |i| line.lexemes[i].range.start)
}

/// The division whose official name ends with this character, and where it begins: 「龙岩市」 of 「龙岩市政府」.
fn division_ending(line: &Line, at: usize) -> Option<(usize, Division)> {
    line.lexemes.iter().find_map(|lexeme| match lexeme.token {
        Token::Division(division)
            if lexeme.range.end == at + 1 && division.name.chars().count() == lexeme.range.len() =>
        {
            Some((lexeme.range.start, division))
        }
        _ => None,
    })
}

/// Whether a name of the table stands here by itself: it begins in no known word, and a short one
/// (`北大`) ends in none either.
fn stands(line: &Line, at: usize, length: usize) -> bool {
    // 「获|国家发改委|立项批复」: what is said by whom it was approved names the body.
    let approved = length >= 5
        && line.lexemes.iter().any(|l| {
            matches!(l.token, Token::Word(tags) if tags.has(Tags::PREDICATE))
                && l.range.start < at
                && at + length < l.range.end
        });
    let free = approved || at == 0 || !is_word_inside(line, at);
    let ends = length > 2 || !is_word_inside(line, at + length) && !is_abbreviation_inside(line, at, length);
    // 「教育部门」「公安部队」
    let part = line.sentence.chars.get(at + length - 1) == Some(&'部');
    let other = part && line.sentence.chars.get(at + length).is_some_and(|c| "门队位件署分".contains(*c));
    free && ends && !other
}

/// 「中车|智轨」: what begins like a short name that says 「中国…」 and goes on is another's name.
fn is_abbreviation_inside(line: &Line, at: usize, length: usize) -> bool {
    line.sentence.chars.get(at) == Some(&'中')
        && line
            .lexemes
            .iter()
            .any(|l| l.token == Token::Unknown && l.range.start <= at && at + length < l.range.end)
}

/// 「区人民政府」 is 「区政府」, 「市人大及其常委会」 「市人大」.
fn standing_name(written: &str) -> String {
    written
        .replace("人民政府", "政府")
        .replace("及其常委会", "")
        .replace("人大常委会", "人大")
        .replace("人民代表大会", "人大")
}

/// Whether a character stands inside a known word, so that no name begins there.
fn is_word_inside(line: &Line, at: usize) -> bool {
    line.lexemes.iter().any(|l| {
        matches!(l.token, Token::Word(_) | Token::Division(_)) && l.range.start < at && at < l.range.end
    })
}

/// 「市委」 in 「城市委托」, 「县政府」 in 「各县政府」 are none.
fn opens_organ(line: &Line, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| line.sentence.chars.get(i));
    let boundary = before
        .is_none_or(|c| !c.is_alphanumeric() || "向在由经受对和及与、，委府代我请于据按到现".contains(*c));
    let starts = line.lexemes.iter().any(|l| l.range.start == at);
    (boundary || starts) && !before.is_some_and(|c| "城各新全县团".contains(*c))
}

/// 「商务部|投资促进局」「中科院|北京分院」: where the name of a branch ends that begins at this character.
fn branch(line: &Line, begin: usize) -> Option<usize> {
    let first = line.lexemes.iter().position(|lexeme| {
        let inside = lexeme.range.start < begin && begin < lexeme.range.end;
        lexeme.range.start == begin || inside && lexeme.token == Token::Unknown
    })?;
    // 「中电科|13|所」「中铁|十六|局」
    let numbered = |i: usize| {
        line.lexemes[i].token == Token::Number
            && lists().organizations.numbered_branches.iter().any(|branch| line.word(i + 1) == branch)
    };
    if line.lexemes[first].range.start == begin && numbered(first) {
        return Some(line.lexemes[first + 1].range.end);
    }
    let inside = |i: &usize| match line.lexemes[*i].token {
        Token::Number => i + 1 < line.lexemes.len() && !line.is(i + 1, Tags::MEASURE),
        Token::Division(_) | Token::Feature(_) | Token::Unknown => true,
        Token::Word(tags) => {
            if line.reads_any(*i, &lists().names.governing)
                || line.reads_any(*i, &lists().honours.given)
                || line.is(*i, Tags::RELATIVE.and(Tags::DETERMINER))
                || line.reads(*i, "合作")
            {
                return false;
            }
            if line.reads_any(*i, &lists().names.lines_of_work) {
                return true;
            }
            let small = Tags::VERB.and(Tags::ADVERB).and(Tags::PREPOSITION).and(Tags::CONJUNCTION);
            line.is(*i, Tags::COMMON.and(Tags::ENDING).and(Tags::WORK))
                && (!tags.has(small) || tags.has(Tags::ENDING.and(Tags::WORK)))
        }
        _ => false,
    };
    let tokens = (first..line.lexemes.len().min(first + 5)).take_while(inside);
    let ends = |i: &usize| {
        // 「全局」「格局」 end in no branch.
        let branches = &lists().organizations.branches;
        let ended = line.ending(*i).is_some() && branches.end(&line.word(*i));
        (line.reads_any(*i, branches) || ended) && line.lexemes[*i].range.end > begin
    };
    tokens.filter(ends).last().map(|i| line.lexemes[i].range.end)
}
