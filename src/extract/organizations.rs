//! Organizations: bodies of the table, organs of the area, names with the ending of a body, and companies
//! that a clause treats as such (`与…合作`, `招引…`).

use std::ops::Range;

use super::lexer::Token;
use super::line::Line;
use super::names;
use crate::facts::Kind;
use crate::lexicon::gazetteer::Division;
use crate::lexicon::lists::lists;
use crate::lexicon::organs;
use crate::lexicon::words::{Reach, Tags};

/// A body as a sentence names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its characters in the sentence.
    pub chars: Range<usize>,
    /// Its name.
    pub name: String,
    /// Its name as written, where that is another.
    pub written: String,
    /// Its type.
    pub subtype: String,
}

/// The bodies of a sentence; in `partners`, phrases that a clause names as partners, a bare name is one too.
#[must_use]
pub fn organizations(
    line: &Line,
    partners: impl Iterator<Item = Range<usize>>,
    home: Option<&str>,
) -> Vec<Body> {
    let mut out: Vec<Body> = partners.flat_map(|phrase| bare(line, phrase)).collect();
    for at in 0..line.lexemes.len() {
        if let Some(body) = ended(line, at).or_else(|| partner(line, at)) {
            out.push(body);
        }
    }
    for members in summed_up(line) {
        out.extend(bare(line, members));
    }
    for body in listed(line, home) {
        if !out.iter().any(|other| other.chars.start <= body.chars.start && body.chars.end <= other.chars.end)
        {
            out.push(body);
        }
    }
    let whole = out.clone();
    out.retain(|body| {
        !whole.iter().any(|other| {
            other != body
                && other.chars.start <= body.chars.start
                && body.chars.end <= other.chars.end
                && other.chars.len() > body.chars.len()
        })
    });
    out.sort_by_key(|body| body.chars.start);
    out.dedup_by(|a, b| a.chars == b.chars);
    out
}

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

/// 「昆钢、云铜、云锡等大企业」: lists that are summed up as companies.
fn summed_up(line: &Line) -> Vec<Range<usize>> {
    let sums = |at: &usize| {
        line.reads(*at, "等")
            && (at + 1..=at + 4).any(|i| line.reads_any(i, &lists().organizations.companies))
    };
    let settles = |at: &usize| line.reads_any(at + 1, &lists().organizations.comes) && line.reads(*at, "等");
    let list = |at: usize| {
        let part = |i: usize| line.is_proper(i) || line.lexemes[i].is_mark('、') || line.is(i, Tags::ENDING);
        let begin = (0..at).rev().take_while(|i| part(*i)).last().unwrap_or(at);
        begin..at
    };
    (1..line.lexemes.len())
        .filter(|at| sums(at) || settles(at))
        .map(list)
        .filter(|list| !list.is_empty())
        .collect()
}

/// 「与京能、首钢等国企」「上海华谊、兖矿等企业」: names without an ending in a phrase of partners.
fn bare(line: &Line, phrase: Range<usize>) -> Vec<Body> {
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

        if (lone || joined(line, &piece)) && (2..=6).contains(&line.chars_of(piece.clone()).len()) {
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

fn company(line: &Line, tokens: Range<usize>) -> Body {
    let chars = line.chars_of(tokens);
    let name = line.sentence.cut(chars.clone());
    Body { chars, written: name.clone(), name, subtype: "company".to_owned() }
}

/// Bodies of the table and organs of the area.
fn listed(line: &Line, home: Option<&str>) -> Vec<Body> {
    let chars = &line.sentence.chars;
    let mut out = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if let Some((length, organ)) =
            organs::starting(&chars[at..]).filter(|(length, _)| stands(line, at, *length))
        {
            let written = line.sentence.cut(at..at + length);
            out.push(Body {
                chars: at..at + length,
                name: organ.name.clone(),
                written,
                subtype: organ.subtype.clone(),
            });
            at += length;
        } else if let Some((length, level, organ, subtype)) = organs::area_organ(&chars[at..])
            .filter(|_| opens_organ(line, at) || division_ending(line, at).is_some())
        {
            let area = division_ending(line, at);
            let begin = area.as_ref().map_or(at, |(begin, _)| *begin);
            let own = area.is_none_or(|(_, division)| home.is_none_or(|home| home == division.code));
            let written = line.sentence.cut(begin..at + length);
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
    let free = at == 0 || !is_word_inside(line, at);
    let ends = length > 2 || !is_word_inside(line, at + length);
    free && ends
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
    (boundary || starts) && !before.is_some_and(|c| "城各新全县".contains(*c))
}

/// A name that ends with the ending of a body.
fn ended(line: &Line, at: usize) -> Option<Body> {
    if !line.is(at, Tags::ENDING) {
        return None;
    }
    let ending = line.ending(at).filter(|e| e.kind == Kind::Organization && e.reach != Reach::Head)?;
    if line.is(at + 1, Tags::ENDING) && line.ending(at + 1).is_some_and(|e| e.kind == Kind::Organization) {
        return None;
    }
    // 「省科技计划」「医药化工」: a line of business that goes on in an ordinary word names no company.
    if ending.reach == Reach::Near
        && ending.subtype == "company"
        && line.is(at + 1, Tags::COMMON.and(Tags::ENDING))
        && !(at > 0
            && line.lexemes[at - 1].token == Token::Unknown
            && !lists().names.levels.end(&line.word(at - 1)))
        && !line.is(at + 1, Tags::VERB.and(Tags::PREDICATE).and(Tags::ADVERB))
        && !line.reads_any(at + 1, &lists().organizations.company_acts)
        && !line.reads_any(at + 1, &lists().organizations.company_forms)
    {
        return None;
    }
    let from = line.name_limit(at);
    // At the head of a clause that speaks of what it did, an ordinary word is a company's name too: 「精雕科技入选」.
    let acts = at == from + 1
        && (line.is(at + 1, Tags::VERB) || line.is(at + 1, Tags::PREDICATE))
        && line.lexemes[from].is(Tags::COMMON);
    let begin = match ending.reach {
        Reach::Near
            if acts
                && ending.subtype == "company"
                && line.lexemes[from].range.len() == 2
                && line.reads_any(at + 1, &lists().organizations.company_acts) =>
        {
            from
        }
        Reach::Near => (from..at)
            .rev()
            .take_while(|i| {
                line.lexemes[*i].token != Token::Quote && (line.is_proper(*i) || line.is(*i, Tags::ENDING))
            })
            .last()?,
        _ => names::start(line, at, from),
    };
    let tokens = begin..at + 1;
    let chars = line.chars_of(tokens.clone());
    if begin == at
        || !(3..=24).contains(&chars.len())
        || !acts
            && !names::is_named(line, begin..at + 1)
            && !(begin..at).any(|i| line.lexemes[i].token == Token::Unknown)
        || names::is_indefinite(line, tokens)
    {
        return None;
    }
    if begin > from && line.is(begin - 1, Tags::MEASURE.and(Tags::INDEFINITE)) {
        return None;
    }
    let name = line.sentence.cut(chars.clone());
    Some(Body { chars, written: name.clone(), name, subtype: ending.subtype.clone() })
}

/// A name without ending that the clause treats as a company: `引进…`, `与…合作`, `…子公司`.
fn partner(line: &Line, at: usize) -> Option<Body> {
    if !matches!(line.lexemes[at].token, Token::Unknown) || line.lexemes[at].range.len() < 2 {
        return None;
    }
    let next = line.lexemes.get(at + 1);
    let owns = |i: usize| line.reads_any(i, &lists().organizations.company_owns);
    let formed = line.reads_any(at + 1, &lists().organizations.company_forms);
    let suffix = line.reads_any(at + 1, &lists().organizations.business);
    let acts = line.reads(at + 2, "入选") || owns(at + 2);
    let end = match next {
        Some(_) if suffix && acts => at + 2,
        Some(_) if formed => at + 2,
        Some(_) if owns(at + 1) => at + 1,
        _ => return None,
    };
    Some(company(line, at..end))
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::line;
    use super::*;
    use crate::report::Sentence;

    #[test]
    fn bodies_of_a_sentence() {
        for (text, want) in [
            (
                "区政府在市委、市政府和区委的坚强领导下，在区人大、区政协监督支持下",
                "区政府|市委|市政府|区委|区人大|区政协",
            ),
            ("城管局和市公安局联合执法，区发改委牵头", "市公安局|区发改委"),
            ("与中国移动研究院打造“数字长城—元宇宙体验平台”", "中国移动研究院"),
            ("被财政部、住建部评为全市唯一的示范区", "财政部|住建部"),
            ("与北京理工大学联合建设人工智能高端人才培养基地", "北京理工大学"),
            ("关闭了骊山水泥厂的水泥生产线", "骊山水泥厂"),
            ("推进城市委托管理", ""),
        ] {
            let sentence = Sentence::plain(text);
            let line = line(&sentence);
            let names: Vec<String> = organizations(&line, std::iter::empty(), Some("110109"))
                .into_iter()
                .map(|b| b.name)
                .collect();
            assert_eq!(
                names.join("|"),
                want,
                "{:?}",
                line.lexemes.iter().map(|l| sentence.cut(l.range.clone())).collect::<Vec<_>>()
            );
        }
    }
}
