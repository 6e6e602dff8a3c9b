//! Organizations: bodies of the table, organs of the area, names with the ending of a body, and companies
//! that a clause treats as such (`与…合作`, `招引…`).

mod begin;

use std::ops::Range;

use super::lexer::Token;
use super::line::Line;
use super::schools::{has_campus, is_numbered, of_a_school};
use super::{companies, names, organs};
use crate::facts::Kind;
use crate::lexicon::gazetteer::Level;
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Reach, Tags, words};
use begin::{behind_acts, behind_and, behind_builder, behind_divisions, behind_verb, of_the_nation};

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
    let mut out: Vec<Body> = organs::organs(line, home);
    let table = out.clone();
    let within = |body: &Body, others: &[Body]| {
        others.iter().any(|other| other.chars.start <= body.chars.start && body.chars.end <= other.chars.end)
    };
    let named = (0..line.lexemes.len()).filter_map(|at| {
        ended(line, at)
            .or_else(|| partner(line, at))
            .or_else(|| carrier(line, at))
            .or_else(|| companies::beside(line, at))
    });
    let named = named.map(|body| behind_table(line, body, &table));
    out.extend(named.filter(|body| !within(body, &table) && !is_common(line, body)));
    let known = out.clone();
    let loose =
        partners.flat_map(|phrase| companies::bare(line, phrase)).chain(companies::listed(line, &known));
    out.extend(loose.filter(|body| !within(body, &known) && !is_common(line, body)));
    let whole = out.clone();
    // 「西门子|青岛研究院」: whose institute it is, where a table knows that.
    let owns = |body: &Body, other: &Body| {
        let institute = matches!(other.subtype.as_str(), "researchBody" | "school");
        institute && body.chars.start == other.chars.start && table.contains(body)
    };
    // 「大集团」「驻青大学」
    out.retain(|body| !lists().organizations.kinds.has(&body.name) && !body.name.starts_with('驻'));
    out.retain(|body| {
        !whole.iter().any(|other| {
            other != body
                && other.chars.start <= body.chars.start
                && body.chars.end <= other.chars.end
                && other.chars.len() > body.chars.len()
                && !owns(body, other)
        })
    });
    out.sort_by_key(|body| body.chars.start);
    out.dedup_by(|a, b| a.chars == b.chars);
    out
}

/// 「入孵|创新团队」「强强|联合」: a company or team that is called by ordinary words alone.
fn is_common(line: &Line, body: &Body) -> bool {
    if !lists().organizations.plain_kinds.has(&body.subtype) {
        return false;
    }
    let at = |edge: usize| line.lexemes.iter().position(|lexeme| edge < lexeme.range.end);
    let tokens = at(body.chars.start).zip(at(body.chars.end - 1)).map(|(first, last)| first..last + 1);
    tokens.is_some_and(|tokens| names::is_common(line, tokens))
}

/// A company named by these tokens.
pub(super) fn company(line: &Line, tokens: Range<usize>) -> Body {
    let chars = line.chars_of(tokens);
    let name = line.sentence.cut(chars.clone());
    Body { chars, written: name.clone(), name, subtype: "company".to_owned() }
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
    // 「中国旅游集团20强」 is a list of the best.
    if line.lexemes.get(at + 1).is_some_and(|l| l.token == Token::Number) && line.reads(at + 2, "强") {
        return None;
    }
    let trade = ending.reach == Reach::Near && ending.subtype == "company";
    if trade && goes_on(line, at)
        || line.reads_any(at, &lists().organizations.describing) && in_a_place(line, at)
    {
        return None;
    }
    if is_numbered(line, at) {
        return Some(Body { subtype: ending.subtype.clone(), ..company(line, at..at + 1) });
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
        // 「北方|重工」
        Reach::Near
            if at > from
                && trade
                && line.reads_any(at - 1, &lists().organizations.sides)
                && !line.reads_any(at, &lists().organizations.describing) =>
        {
            at - 1
        }
        Reach::Near => (from..at)
            .rev()
            .take_while(|i| {
                line.lexemes[*i].token != Token::Quote && (line.is_proper(*i) || line.is(*i, Tags::ENDING))
            })
            .last()
            .map(|begin| behind_divisions(line, begin, at))?,
        _ => behind_builder(line, behind_verb(line, names::start(line, at, from)..at)),
    };
    let begin = of_a_school(line, behind_and(line, begin, from), from);
    let begin = of_the_nation(line, behind_acts(line, begin, at), from);
    if begin < at && is_part_or_count(line, begin..at) {
        return None;
    }
    let tokens = begin..at + 1;
    let chars = line.chars_of(tokens.clone());
    // 「成立了|城市综合管理局」: what is founded is a particular body.
    let founder = begin.checked_sub(1).map(|i| if line.reads(i, "了") { i.saturating_sub(1) } else { i });
    // 「组建|国有资源投资公司」
    let company_made = line.reads(at, "公司") || line.reads(at, "集团");
    let founded = (ending.subtype == "governmentOrgan" || company_made)
        && chars.len() >= 6
        && founder.is_some_and(|i| line.reads_any(i, &lists().organizations.founds));
    let campus = matches!(ending.subtype.as_str(), "school" | "hospital") && has_campus(line, at);
    if begin == at && !(campus && chars.len() > 4)
        || !(3..=24).contains(&chars.len())
        || !acts
            && !campus
            && !founded
            && !line.reads_any(begin, &lists().organizations.sides)
            && !names::is_named(line, begin..at + 1)
            && !of_a_region(line, begin..at + 1, &ending.subtype)
            && !is_national(line, begin..at + 1, &ending.subtype)
            && !is_titled(line, begin..at)
            && !(begin..at).any(|i| line.lexemes[i].token == Token::Unknown)
        || names::is_indefinite(line, tokens)
    {
        return None;
    }
    // 「山东科技|大市场」: a line of business behind a place alone.
    let place = |i: usize| matches!(line.lexemes[i].token, Token::Division(_));
    if trade && line.reads_any(at, &lists().organizations.describing) && (begin..at).all(place) {
        return None;
    }
    // 「国家级、省级重点实验室」 are many.
    let level = |word: &str| word.ends_with('级') && line.word(begin).starts_with(word);
    if lists().honours.level_words.iter().any(level) {
        return None;
    }
    // 「设立副中心分行」: a branch is named by its bank or its place.
    let branch = ["分行", "支行"].iter().any(|word| line.reads(at, word));
    if branch && !names::is_named(line, begin..at + 1) {
        return None;
    }
    if begin > from && line.is(begin - 1, Tags::MEASURE.and(Tags::INDEFINITE)) {
        return None;
    }
    let name = line.sentence.cut(chars.clone());
    Some(Body { chars, written: name.clone(), name, subtype: ending.subtype.clone() })
}

/// 「代表|性|实验室」「研究|型|大学」「四大|实验室」: what begins inside a word or counts.
fn is_part_or_count(line: &Line, name: Range<usize>) -> bool {
    let tail = line.reads_any(name.start, &lists().places.word_tails);
    let sums = |i: usize| names::counts_in(line, i, &['大', '级']);
    tail || name.clone().any(sums)
}

/// 「云南|移动|云计算中心」「河南|联通」: what a carrier of the nation is called in a province or city.
fn carrier(line: &Line, at: usize) -> Option<Body> {
    let area = matches!(line.lexemes[at].token, Token::Division(d) if d.level <= Level::Prefecture && line.word(at) != d.name);
    let fits = area
        && line.reads_any(at + 1, &lists().organizations.carriers)
        && !line.reads_any(at + 2, &lists().organizations.carried);
    fits.then(|| company(line, at..at + 2))
}

/// 「哈工大|华工机床」: what a table knows at the head of a company's name is another body.
fn behind_table(line: &Line, body: Body, table: &[Body]) -> Body {
    let near = words().ending(&body.name).is_some_and(|ending| ending.reach == Reach::Near);
    let head = |other: &&Body| other.chars.start == body.chars.start && other.chars.end + 2 < body.chars.end;
    // 「科大讯飞|智能语音」
    let described = lists().organizations.describing.iter().any(|word| {
        body.name.ends_with(word) && table.iter().any(|other| other.name.clone() + word == body.name)
    });
    if described {
        let whole = table.iter().find(|other| other.chars.start == body.chars.start);
        return whole.cloned().unwrap_or(body);
    }
    let Some(head) = table.iter().filter(|_| near).find(head) else { return body };
    let chars = head.chars.end..body.chars.end;
    let name = line.sentence.cut(chars.clone());
    Body { chars, written: name.clone(), name, subtype: body.subtype }
}

/// 「省科技|计划」「医药|化工」「中美科技|创新园」: a line of business that goes on in an ordinary word names no company.
fn goes_on(line: &Line, at: usize) -> bool {
    let organizations = &lists().organizations;
    let ordinary = !line.word(at).ends_with('厂')
        && line.is(at + 1, Tags::COMMON.and(Tags::ENDING))
        && !line.is(at + 1, Tags::VERB.and(Tags::PREDICATE).and(Tags::ADVERB))
        && !line.reads_any(at + 1, &organizations.company_acts)
        && !line.reads_any(at + 1, &organizations.company_forms);
    let own_name = at > 0
        && (line.lexemes[at - 1].token == Token::Unknown
            || line.reads_any(at - 1, &lists().organizations.sides))
        && !lists().names.levels.end(&line.word(at - 1));
    ordinary && (!own_name || line.reads_any(at, &organizations.describing))
}

/// 「首都经济贸易大学」「北方民族大学」: a school called after a region and its subjects.
fn of_a_region(line: &Line, name: Range<usize>, subtype: &str) -> bool {
    let region = line.reads_any(name.start, &lists().names.regions);
    region && subtype == "school" && line.reads(name.end - 1, "大学") && name.len() > 2
}

/// 「干旱|生境|作物|国家重点实验室」: an institute by its subject, of which a title says that there is one.
fn is_titled(line: &Line, subject: Range<usize>) -> bool {
    let plain = |i: usize| {
        line.is(i, Tags::COMMON)
            && !line.reads_any(i, &lists().honours.level_words)
            && !line.is(i, Tags::INDEFINITE.and(Tags::MEASURE).and(Tags::VERB))
    };
    line.reads_any(subject.end, &lists().organizations.titled_institutes)
        && line.chars_of(subject.clone()).len() >= 4
        && subject.into_iter().all(plain)
}

/// 「国家|大数据|工程|实验室」: the national institute for something, of which there is one.
fn is_national(line: &Line, name: Range<usize>, subtype: &str) -> bool {
    let says =
        |i: usize| line.is(i, Tags::COMMON) && !line.reads_any(i, &lists().organizations.plain_institutes);
    subtype == "researchBody" && line.reads(name.start, "国家") && (name.start + 1..name.end - 1).any(says)
}

/// 「航天科工涞水科技|研发基地」: whether the words behind make a place's name of it.
fn in_a_place(line: &Line, at: usize) -> bool {
    let goes_on = |i: &usize| line.is(*i, Tags::COMMON.and(Tags::WORK).and(Tags::ENDING));
    let rest = (at + 1..line.lexemes.len().min(at + 4)).take_while(goes_on);
    rest.clone().any(|i| line.is(i, Tags::WORK) || line.ending(i).is_some_and(|e| e.kind == Kind::Place))
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
    let acts = line.reads_any(at + 2, &lists().organizations.company_acts) || owns(at + 2);
    // 「基石|投资|基金」 is a kind of fund.
    let fund = line.word(at + 2).ends_with("基金");
    if line.reads_any(at + 1, &lists().organizations.undertakes) && !fund && opens_name(line, at) {
        let placed = at > 0 && matches!(line.lexemes[at - 1].token, Token::Division(_));
        return Some(company(line, at - usize::from(placed)..at + 1));
    }
    let end = match next {
        Some(_) if suffix && acts => at + 2,
        Some(_) if formed => at + 2,
        Some(_) if owns(at + 1) => at + 1,
        _ => return None,
    };
    Some(company(line, at..end))
}

/// Whether a name begins here or with the place before: behind a mark, 由 or a verb.
fn opens_name(line: &Line, at: usize) -> bool {
    let begin = at - usize::from(at > 0 && matches!(line.lexemes[at - 1].token, Token::Division(_)));
    begin == 0
        || matches!(line.lexemes[begin - 1].token, Token::Mark(_))
        || line.reads(begin - 1, "由")
        || line.is(begin - 1, Tags::VERB)
}

#[cfg(test)]
mod tests;
