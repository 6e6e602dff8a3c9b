//! Places that the name of a project leads through: the ends of a way, the stretch of a line.

use std::ops::Range;

use super::forms::is_coded_road;
use super::{Known, Named, leads};
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::names;
use crate::facts::Kind;
use crate::lexicon::gazetteer;
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

/// 「56省道|花园至西坑段」「城西大道一期|乐湖路至建设西路段」: the road that has the stretch is not its end.
fn behind_road(line: &Line, tokens: Range<usize>) -> Range<usize> {
    let road = |i: &usize| {
        line.reads_any(*i, &lists().places.numbered)
            // 「S202|长滩至让水湖」
            || line.lexemes[*i].token == Token::Latin
            || line.ends_way(*i)
    };
    let Some(road) = (tokens.start..tokens.end.saturating_sub(1)).rev().find(road) else { return tokens };
    let begin = (road + 1..tokens.end - 1).find(|i| !line.is(*i, Tags::WORK)).unwrap_or(tokens.end - 1);
    begin..tokens.end
}

/// 「万柳线|盐盆段」: the line that a stretch is of, and where the stretch is. `home` is the code of the report's area.
#[must_use]
pub fn stretch(line: &Line, project: &Range<usize>, home: Option<&str>) -> Vec<Named> {
    let named = |tokens: Range<usize>, subtype: &str| Named {
        name: line.text(tokens.clone()),
        tokens,
        subtype: subtype.to_owned(),
        known: Known::Nothing,
    };
    // 「合沪|段」 has the first characters of its ends.
    let unknown = |i: usize| {
        line.lexemes[i].token == Token::Unknown
            && ((3..=4).contains(&line.lexemes[i].range.len())
                || gazetteer::is_settlement(&line.word(i), home))
    };
    // 「绕城高速|东南|段」
    let side = |i: usize| line.reads_any(i, &lists().places.compass);
    // 「万|柳|线」「虹|三|线」: a numeral stands in a name as well.
    // 「二环|线|汉口|段」「滨海|大道|龙湾|段」: where a stretch of any way is.
    let ground = (project.start + 2..project.end)
        .find(|i| line.reads(*i, "段"))
        .filter(|end| {
            *end >= project.start + 3 && unknown(end - 1) && !side(end - 1) && line.ends_way(end - 2)
        })
        .map(|end| named(end - 1..end, "region"));
    let letter = |i: usize| matches!(line.lexemes[i].token, Token::Unknown | Token::Number);
    let of = (project.start + 1..project.end.min(project.start + 3)).find(|i| line.reads(*i, "线"));
    let Some(of) = of.filter(|of| (project.start..*of).all(letter)) else {
        return ground.into_iter().collect();
    };
    let spelled = line.word(of - 1).ends_with(['）', ')']);
    let of_line = project.len() > 3 && (spelled || (2..=4).contains(&line.chars_of(project.start..of).len()));
    let Some(end) = project.clone().find(|i| line.reads(*i, "段")).filter(|_| of_line) else {
        return ground.into_iter().collect();
    };
    let mut out = vec![named(project.start..of + 1, "road")];
    if end == of + 2 && unknown(end - 1) {
        out.push(named(end - 1..end, "region"));
    }
    out
}

/// 「西演至肃宁|公路|高阳段升级改造」「将军庙至淖毛湖|铁路|增建二线」: a way with two ends that works are done on.
#[must_use]
pub fn way_between(line: &Line, project: &Range<usize>) -> Option<Named> {
    let to = project.clone().skip(1).find(|i| line.reads(*i, "至"))?;
    let way = (to + 2..project.end).find(|i| line.reads_any(*i, &lists().places.ways))?;
    let works = (way + 1..project.end).any(|i| line.is(i, Tags::WORK) && !line.reads(i, "项目"));
    let plain = |i: usize| line.is_proper(i) || line.is(i, Tags::ENDING.and(Tags::COMMON));
    let begin = behind_road(line, project.start..to).start;
    let ends = (begin..to).chain(to + 1..way).all(plain);
    let ending = line.ending(way)?;
    (works && ends && way - begin <= 7).then(|| Named {
        tokens: begin..way + 1,
        name: line.text(begin..way + 1),
        subtype: ending.subtype.clone(),
        known: Known::Nothing,
    })
}

/// 「“九洞天—金蟾大山”旅游线路」: the places that a quotation in a project's name joins.
#[must_use]
pub fn joined_in_quote(line: &Line, project: &Range<usize>) -> Vec<Named> {
    let mut out = Vec::new();
    // The name goes on behind the quotation: 「“数字长城—元宇宙平台”」 is one thing.
    let goes_on = |at: &usize| line.lexemes[*at].token == Token::Quote && at + 1 < project.end;
    for at in project.clone().filter(goes_on) {
        let quoted = line.word(at);
        let parts: Vec<&str> =
            quoted.trim_matches(['“', '”']).split(['—', '－']).filter(|part| !part.is_empty()).collect();
        let fits = parts.len() > 1 && parts.iter().all(|part| (2..=8).contains(&part.chars().count()));
        out.extend(parts.iter().filter(|_| fits).map(|part| Named {
            tokens: at..at + 1,
            name: (*part).to_owned(),
            subtype: "region".to_owned(),
            known: Known::Nothing,
        }));
    }
    out
}

/// 「G214|加卡至邦达机场段」: the road, by its code, that a stretch is of.
#[must_use]
pub fn coded_road(line: &Line, project: &Range<usize>) -> Option<Named> {
    let first = project.start;
    let leads = (first + 1..project.end).any(|i| leads(line, i));
    (is_coded_road(line, first) && leads).then(|| Named {
        tokens: first..first + 1,
        name: line.word(first),
        subtype: "road".to_owned(),
        known: Known::Nothing,
    })
}

/// The ends of a stretch that a project names: 「城南桥至河盘桥段江堤加固」.
#[must_use]
pub fn endpoints(line: &Line, project: &Range<usize>) -> Vec<Named> {
    let Some(to) = project.clone().skip(1).find(|i| leads(line, *i)) else { return Vec::new() };
    // 「东阿至|东平|黄河大桥」: what is crossed is not where it leads.
    let crossed = to + 2 < project.end
        && line.lexemes[to + 1].token == Token::Unknown
        && matches!(line.lexemes[to + 2].token, Token::Feature(_));
    let end = if crossed { Some(to + 2) } else { None };
    let end = end.or_else(|| {
        (to + 1..project.end).find(|i| {
            let goes_on = line.is_proper(*i + 1) || line.is(*i + 1, Tags::ENDING) && *i + 1 < project.end;
            line.is(*i, Tags::WORK)
                || line.word(*i).ends_with('段')
                || !goes_on && line.ending(*i).is_some_and(|e| e.kind == Kind::Place)
        })
    });
    // 「侯马至禹门口|铁路」: the way is not its own end.
    let stop = |i: usize| {
        let apart = crossed
            || line.is(i, Tags::WORK)
            || line.reads(i, "段")
            || line.reads_any(i, &lists().places.ways);
        if apart { i } else { i + 1 }
    };
    let named = |tokens: Range<usize>| {
        // 「禾木（吉克普林）」: a remark in brackets is no part of the name.
        let remark = tokens.len() > 1 && line.lexemes[tokens.end - 1].token == Token::Bracket;
        let tokens = tokens.start..tokens.end - usize::from(remark);
        let name = line.text(tokens.clone()).trim_end_matches('段').to_owned();
        let subtype = line.ending(tokens.end - 1).map_or("facility", |e| e.subtype.as_str()).to_owned();
        let known = tokens.len() == 1
            && matches!(line.lexemes[tokens.start].token, Token::Division(_) | Token::Feature(_));
        let from_division =
            matches!(line.lexemes[tokens.start].token, Token::Division(_) | Token::Feature(_))
                && line.ending(tokens.end - 1).is_none();
        let fits = !known
            && !tokens.clone().any(|i| line.is(i, Tags::WORK) && !line.is(i, Tags::ENDING))
            && !from_division
            && (2..=8).contains(&name.chars().count())
            && names::is_named(line, tokens.clone());
        fits.then_some(Named { tokens, name, subtype, known: Known::Nothing })
    };
    // 「南宁-崇左|城际|铁路」: no word for the way belongs to its end.
    let before_way = |end: usize| {
        let ways = (to + 2..end).rev().take_while(|i| line.reads_any(*i, &lists().places.ways)).count();
        end - ways
    };
    let right = end
        .map(stop)
        .or(Some(project.end))
        .map(|end| to + 1..before_way(end))
        .filter(|tokens| !tokens.is_empty());
    let left = behind_road(line, project.start..to);
    // 「吴圩经大塘至浦北高速公路」: what the way passes is one as well.
    let via = left.clone().skip(1).find(|i| line.reads(*i, "经") && i + 1 < left.end);
    let (left, passed) = match via {
        Some(via) => (left.start..via, Some(via + 1..left.end)),
        None => (left, None),
    };
    [Some(left), passed, right].into_iter().flatten().filter_map(named).collect()
}
