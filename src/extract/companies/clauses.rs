//! Bodies that what a clause says shows: what is founded, goes to a stock exchange, grows, or is agreed with.

use std::ops::Range;

use super::{Body, company, members, pieces};
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::facts::Kind;
use crate::lexicon::lists::{Words, lists};
use crate::lexicon::words::Tags;

/// 「组建了|市疾病预防控制中心、卫生监督所和传染病院」: what is founded is a particular body.
pub(super) fn founded(line: &Line, clause: Range<usize>) -> Vec<Body> {
    let organizations = &lists().organizations;
    let founds = |i: &usize| line.reads_any(*i, &organizations.founds);
    let Some(verb) = clause.clone().find(founds) else { return Vec::new() };
    let begin = verb + 1 + usize::from(line.reads(verb + 1, "了"));
    let end = (begin..clause.end).find(|i| line.reads(*i, "等")).unwrap_or(clause.end);
    particular(line, begin..end.max(begin))
}

/// 「国家高新区联盟在汉|成立」「产业融合创新协会|组建运行」: and so is what comes about.
pub(super) fn come_about(line: &Line, clause: Range<usize>) -> Vec<Body> {
    let comes = |i: usize| line.reads_any(i, &lists().organizations.comes_about);
    let Some(verb) = clause.end.checked_sub(1).filter(|verb| *verb > clause.start && comes(*verb)) else {
        return Vec::new();
    };
    let near = verb.saturating_sub(3).max(clause.start + 1)..verb;
    let mut end = near.rev().find(|i| line.reads(*i, "在")).unwrap_or(verb);
    while end > clause.start + 1 && line.is(end - 1, Tags::ADVERB.and(Tags::TIME)) {
        end -= 1;
    }
    let end = (clause.start..end).find(|i| line.reads(*i, "等")).unwrap_or(end);
    particular(line, clause.start..end)
}

/// The bodies of a list that founding shows to be particular ones.
fn particular(line: &Line, list: Range<usize>) -> Vec<Body> {
    let organizations = &lists().organizations;
    let kind = |piece: &Range<usize>| {
        let last = line.word(piece.end - 1);
        let known = line.ending(piece.end - 1).filter(|e| e.kind == Kind::Organization);
        let office = organizations.offices.end(&last).then_some("otherOrganization");
        known.map(|ending| ending.subtype.as_str()).or(office)
    };
    let small = Tags::VERB.and(Tags::INDEFINITE).and(Tags::PARTICLE).and(Tags::PREPOSITION).and(Tags::ADVERB);
    let fits = |piece: &Range<usize>| {
        let says =
            |i: usize| line.is(i, small) && !line.is(i, Tags::WORK.and(Tags::WEAK)) && !line.reads(i, "与");
        !piece.is_empty()
            && (4..=24).contains(&line.chars_of(piece.clone()).len())
            && !piece
                .clone()
                .any(|i| says(i) || line.count_at(i).is_some() || line.lexemes[i].token == Token::Number)
    };
    // 「全市首家|乡村振兴实验室」
    let own = |piece: Range<usize>| {
        let lead = Tags::DETERMINER.and(Tags::RELATIVE);
        let start = piece.clone().find(|i| !line.is(*i, lead)).unwrap_or(piece.end);
        start..piece.end
    };
    let body = |piece: Range<usize>| {
        let subtype = kind(&piece)?.to_owned();
        Some(Body { subtype, ..company(line, piece) })
    };
    // 「信息|与|智慧医学研究院」: 与 parts no body that has no kind before it.
    let mut whole: Vec<Range<usize>> = Vec::new();
    for piece in pieces(line, list) {
        match whole.last_mut() {
            Some(before) if line.reads(before.end, "与") && kind(before).is_none() => before.end = piece.end,
            _ => whole.push(piece),
        }
    }
    whole.into_iter().map(own).filter(fits).filter_map(body).collect()
}

/// Whether what tokens read begins with one of these words, which may be several tokens: 「被|确定|为」.
pub(super) fn begins_with(line: &Line, tokens: Range<usize>, words: &Words) -> bool {
    let text = line.text(tokens);
    words.iter().any(|word| text.starts_with(word))
}

/// 「威胜信息、华曙高科上市」「湘江电缆在新三板挂牌」: what goes to a stock exchange.
pub(super) fn floated(line: &Line, clause: Range<usize>, known: &[Body]) -> Vec<Body> {
    let floats = |i: &usize| begins_with(line, *i..clause.end, &lists().organizations.floats);
    // 「天原锂电、海丰和锐入选国家级绿色工厂」
    let business = lists().organizations.company_titles.end(&line.text(clause.clone()));
    let wins = |i: &usize| business && begins_with(line, *i..clause.end, &lists().organizations.company_acts);
    let market = |i: &usize| line.reads(*i, "在") && line.text(*i..clause.end).ends_with("挂牌");
    let Some(mut end) = (clause.start + 1..clause.end).find(|i| floats(i) || wins(i) || market(i)) else {
        return Vec::new();
    };
    if let Some(place) = (clause.start + 1..end).find(|i| line.reads(*i, "在")) {
        end = place;
    }
    while end > clause.start && line.is(end - 1, Tags::ADVERB) {
        end -= 1;
    }
    let own = |i: usize| line.lexemes[i].token == Token::Unknown && line.lexemes[i].range.len() >= 2;
    // 「3家|企业|主板上市」
    let counted = (clause.start..end).any(|i| line.count_at(i).is_some());
    if !counted && (clause.start..end).any(own) {
        members(line, end, "company", known, &own)
    } else {
        Vec::new()
    }
}

/// 「联宝电子|主营收入首超500亿元」「长柳石化、曙光化工|产值突破百亿元」: what a clause tells the earnings of.
pub(super) fn earning(line: &Line, clause: Range<usize>, known: &[Body]) -> Vec<Body> {
    let earns = |i: &usize| begins_with(line, *i..clause.end, &lists().organizations.earns);
    let Some(mut end) = (clause.start + 1..clause.end).find(earns) else { return Vec::new() };
    let unknown = |i: usize| line.lexemes[i].token == Token::Unknown && line.lexemes[i].range.len() >= 2;
    if line.reads(end - 1, "等") || line.reads(end - 1, "的") {
        end -= 1;
    }
    // 「电子信息、锂电|产值」: a line of business has a name of two characters, or common words alone.
    let named = |piece: &Range<usize>| {
        let chars = line.chars_of(piece.clone());
        known.iter().any(|body| body.chars == chars)
            || unknown(piece.start) && piece.len() <= 2 && (4..=8).contains(&chars.len())
    };
    let all = pieces(line, clause.start..end);
    if all.is_empty() || !all.iter().all(named) {
        return Vec::new();
    }
    members(line, end, "company", known, &unknown)
}

/// 「支持口子酒业、华润金蟾做大做强」: what stands in a list with a company of which companies' growth is said.
pub(super) fn grown(line: &Line, clause: Range<usize>, known: &[Body]) -> Vec<Body> {
    let grows = |i: &usize| begins_with(line, *i..clause.end, &lists().organizations.grows);
    let Some(end) = (clause.start + 1..clause.end).find(grows) else { return Vec::new() };
    let chars = line.chars_of(clause.start..end);
    let company = |body: &Body| {
        body.subtype == "company" && chars.start <= body.chars.start && body.chars.end <= chars.end
    };
    // 「华海清科、海光信息、安擎信息等快速成长」: so are three names that no table knows.
    let unknown = |i: usize| line.lexemes[i].token == Token::Unknown && line.lexemes[i].range.len() >= 2;
    let own = |piece: &Range<usize>| unknown(piece.start) && line.chars_of(piece.clone()).len() >= 4;
    let and_so_on = (clause.start..end).find(|i| line.reads(*i, "等")).unwrap_or(end);
    // 「半导体、增材制造等|产业|做大做强」
    if line.reads_any(and_so_on + 1, &lists().organizations.other_sums) {
        return Vec::new();
    }
    let several = pieces(line, clause.start..and_so_on).iter().filter(|piece| own(piece)).count() >= 3;
    if several || known.iter().any(company) {
        members(line, and_so_on, "company", known, &|i| several && unknown(i))
    } else {
        Vec::new()
    }
}

/// 「与阿里巴巴、网易签约」「牵手浙大」: the phrases that name with whom something is done.
pub(super) fn met(line: &Line, clause: Range<usize>) -> Vec<Range<usize>> {
    let mut out = both_sides(line, &clause);
    for at in clause.clone() {
        let with = line.reads_any(at, &lists().projects.with) && !line.reads(at, "和");
        let subject = acts_with(line, &clause, at);
        if !with
            || at > clause.start
                && subject.is_none()
                && !line.is(at - 1, Tags::ADVERB.and(Tags::VERB).and(Tags::COMMON))
        {
            continue;
        }
        let meets = |i: &usize| {
            line.reads_any(*i, &lists().projects.meets) || line.reads_any(*i, &lists().organizations.agrees)
        };
        if let Some(end) = (at + 2..clause.end).find(meets) {
            let end = (at + 1..end).find(|i| line.reads(*i, "等")).unwrap_or(end);
            let mut end = end;
            while end > at + 1 && line.is(end - 1, Tags::ADVERB) {
                end -= 1;
            }
            out.extend(subject);
            out.push(at + 1..end);
        }
    }
    out
}

/// 「中兴|与|长安、天马|与|陕汽合作等项目」: names that no table knows on both sides of 与.
fn both_sides(line: &Line, clause: &Range<usize>) -> Vec<Range<usize>> {
    let meets = |i: usize| line.reads_any(i, &lists().projects.meets);
    let Some(end) = clause.clone().find(|i| meets(*i)) else { return Vec::new() };
    let own = |i: usize| {
        line.lexemes[i].token == Token::Unknown
            && (2..=4).contains(&line.lexemes[i].range.len())
            && line.ending(i).is_none()
    };
    let opens = |i: usize| {
        i == clause.start || matches!(line.lexemes[i - 1].token, Token::Mark(_)) || line.is(i - 1, Tags::VERB)
    };
    let closes = |i: usize| matches!(line.lexemes[i].token, Token::Mark(_)) || meets(i);
    let between = |with: &usize| {
        line.reads(*with, "与") && own(with - 1) && own(with + 1) && opens(with - 1) && closes(with + 2)
    };
    let withs = (clause.start + 1..end.saturating_sub(1)).filter(between);
    withs.flat_map(|with| [with - 1..with, with + 1..with + 2]).collect()
}

/// 「天威英利|与…公司合作」: a name that no table knows at the head of a clause that says with whom it acts.
fn acts_with(line: &Line, clause: &Range<usize>, with: usize) -> Option<Range<usize>> {
    let first = &line.lexemes[clause.start];
    let name =
        with == clause.start + 1 && first.token == Token::Unknown && (2..=5).contains(&first.range.len());
    (name && line.ending(clause.start).is_none()).then_some(clause.start..with)
}
