//! Splits a noun phrase into the members of a list and gives each the head noun they share:
//! `西苑路、华园路高压线塔迁改工作` are two works, `川口、小河沟等6个棚户区改造一期工程` too.

mod heads;
mod measures;
mod pieces;
mod sharing;
mod tail;

use std::ops::Range;

use measures::{counted_at, invested, measured, without_length, without_stretch};
use pieces::pieces;
use sharing::{
    share_kinds, share_last, share_neighbours, share_phases, share_products, share_stretches, share_vagueness,
};
use tail::{part_behind_tail, share_tail, tail};

use super::lexer::{Token, numeral};
use super::line::Line;
use super::names;
use crate::facts::{Kind, State};
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Tags, words};

/// A member of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its name, with the head noun that the list shares.
    pub name: String,
    /// Whether a count or an indefinite word stands before it: no particular one is meant.
    pub indefinite: bool,
    /// Whether it is said to be the first or only one of its kind.
    pub unique: bool,
    /// Whether the list says that its members are projects (`…等项目`, `…工程`).
    pub called_project: bool,
    /// Whether it carries a head noun of its own, or got one from the list.
    pub headed: bool,
    /// Whether its head noun is the list's (`四道桥等停车场`).
    pub given_head: bool,
    /// Tokens of the head that the last member gave it.
    pub head: Option<Range<usize>>,
    /// Whether the list says what its members are: 「…等城市公园」.
    pub summed: bool,
    /// Its name with all that sums the list up.
    pub long_name: Option<String>,
    /// Whether the list gave it works as its head (`迁建工程`), so that a facility's bare name is a work.
    pub works_shared: bool,
    /// Tokens of the place that it belongs to: 「城南新区的博物馆」.
    pub place: Option<Range<usize>>,
}

/// The members of the list in a range of tokens; a single phrase is a list of one.
#[must_use]
pub fn members(line: &Line, phrase: Range<usize>, called: Option<&str>) -> Vec<Member> {
    let (phrase, rest) = part_behind_tail(line, phrase);
    let mut tail = tail(line, &phrase);
    // 「…等大型干法水泥|项目建设」
    if let (Some(tail), Some(called)) = (&mut tail, called)
        && !tail.built
        && !tail.called_project
    {
        tail.head.push_str(called);
        tail.called_project = true;
    }
    let listed = tail.is_some();
    let end = tail.as_ref().map_or(phrase.end, |tail| tail.begin);
    let pieces = pieces(line, phrase.start..end);
    let mut out: Vec<Member> = pieces.into_iter().flat_map(|piece| each_numbered(line, piece)).collect();
    if !listed && governs_many(line, &phrase) {
        out.iter_mut().for_each(|member| member.indefinite = true);
    }
    share_phases(line, &mut out);
    share_vagueness(line, &mut out);
    share_products(line, &mut out);
    share_neighbours(line, &mut out);
    share_kinds(line, &mut out);
    share_stretches(line, &mut out);
    match tail {
        // 「云计算、大健康等领域落地多个项目」: fields are no projects.
        Some(tail) if lists().lists.fields.iter().any(|field| tail.head.starts_with(field)) => {
            out.iter_mut().for_each(|member| member.indefinite = true);
        }
        Some(tail) => share_tail(line, &mut out, &tail),
        None => share_last(line, &mut out),
    }
    if let (false, Some(called)) = (listed, called) {
        for member in &mut out {
            member.called_project = true;
            if !std::mem::replace(&mut member.headed, true) {
                member.name.push_str(called);
            }
        }
    }
    if let Some(rest) = rest {
        out.append(&mut members(line, rest, called));
    }
    out
}

/// 「储备、招引、投建运营|一批项目」: verbs in a list, whose object is some projects and none in particular.
fn governs_many(line: &Line, phrase: &Range<usize>) -> bool {
    let marked = phrase.clone().any(|i| line.lexemes[i].is_mark('、'));
    let last = phrase.end.checked_sub(2).filter(|last| *last > phrase.start);
    marked
        && last.is_some_and(|last| {
            line.is(last, Tags::INDEFINITE)
                && line.is(last - 1, Tags::VERB.and(Tags::PREDICATE))
                && is_called(line, last + 1)
        })
}

/// A member; where it has several numbers (`北市区一、二马路路灯改造`), one for each.
fn each_numbered(line: &Line, piece: Range<usize>) -> Vec<Member> {
    let Some(whole) = member(line, piece.clone()) else { return Vec::new() };
    let names = numbered_names(line, whole.tokens.clone());
    if names.is_empty() {
        return vec![whole];
    }
    names.into_iter().map(|name| Member { name, ..whole.clone() }).collect()
}

/// The names that a name with several numbers stands for; none for another.
#[must_use]
pub fn numbered_names(line: &Line, tokens: Range<usize>) -> Vec<String> {
    let Some(mark) = tokens.clone().skip(1).find(|i| line.lexemes[*i].is_mark('、')) else {
        return Vec::new();
    };
    if let Some(names) = called_by_number(line, tokens.clone(), mark) {
        return names;
    }
    // 「第一、二污水处理厂」
    let first = line.word(mark - 1);
    let ordinal = names::ordinal(&first);
    if line.lexemes[mark - 1].token != Token::Number && ordinal.is_none() {
        return Vec::new();
    }
    let rank = if ordinal.is_some() { "第" } else { "" };
    let before = line.text(tokens.start..mark - 1) + rank;
    let mut numbers = vec![ordinal.unwrap_or(&first).to_owned()];
    let rest = line.text(mark + 1..tokens.end);
    let mut parts: Vec<&str> = rest.split('、').collect();
    let last = parts.pop().unwrap_or_default();
    // 「3、4、5号线」「105、320国道」: lines and highways are counted in digits.
    let counted = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '、');
    let lines = lists().places.numbered_ways.iter().any(|way| counted.starts_with(way));
    let numeral = |c: char| numeral(c) || lines && c.is_ascii_digit();
    let own = |part: &str| part.chars().take_while(|c| numeral(*c)).collect::<String>();
    if parts.iter().any(|part| own(part) != **part) {
        return Vec::new();
    }
    numbers.extend(parts.into_iter().map(str::to_owned));
    numbers.push(own(last));
    let head = last.trim_start_matches(numeral);
    // 「“门境”系统一、二期」 is one undertaking in two phases.
    if head.is_empty()
        || head.starts_with('期')
        || numbers.iter().any(|number| number.is_empty() || number.chars().any(|c| !numeral(c)))
    {
        return Vec::new();
    }
    numbers.into_iter().map(|number| format!("{before}{number}{head}")).collect()
}

/// 「1号、3号线」「江阴港8号、9号码头泊位」: what is said behind the last number is meant of all.
fn called_by_number(line: &Line, tokens: Range<usize>, mark: usize) -> Option<Vec<String>> {
    let first = mark.checked_sub(2).filter(|first| *first >= tokens.start && line.reads(mark - 1, "号"))?;
    let before = line.text(tokens.start..first);
    let rest = line.text(first..tokens.end);
    let parts: Vec<(&str, &str)> =
        rest.split('、').map(|part| part.split_once('号')).collect::<Option<_>>()?;
    let digits = |(number, _): &(&str, &str)| {
        !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || numeral(c))
    };
    let (_, head) = parts.last()?;
    let fits = parts.iter().all(digits) && !head.is_empty();
    fits.then(|| parts.iter().map(|(number, _)| format!("{before}{number}号{head}")).collect())
}

/// 「一期」「二期工程」.
#[must_use]
pub fn is_phase(line: &Line, token: usize) -> bool {
    lists().coreference.stages.iter().any(|stage| line.word(token).starts_with(stage))
}

fn member(line: &Line, piece: Range<usize>) -> Option<Member> {
    // 「无锡段|及其|站区配套设施」
    let its = (piece.start + 1..piece.end)
        .find(|i| line.reads(*i, "及") && line.reads(*i + 1, "其") || line.reads(*i, "及其"));
    let piece = piece.start..its.unwrap_or(piece.end);
    let mut begin = piece.start;
    let mut indefinite = false;
    let mut unique = piece.start.checked_sub(1).is_some_and(|before| is_unique(line, before));
    while begin < piece.end {
        // 「双向8车道|洋浦疏港高速公路」
        let lanes = (begin..piece.end.min(begin + 3)).find(|i| line.word(*i).ends_with("车道"));
        if let Some(lanes) = lanes.filter(|lanes| lanes + 1 < piece.end) {
            begin = lanes + 1;
        } else if let Some(count) = line.count_at(begin) {
            // 「7公里的县城东外环道路」: how long one thing is.
            if line.reads(begin + count, "的") && begin + count + 1 < piece.end {
                begin += count + 1;
                continue;
            }
            // 「110千伏」 and 「5万吨」 at the head of a name are no count of things; 「2个试点村」 is.
            let size = &lists().names;
            if line.reads_any(begin + count - 1, &size.numbering)
                || line.reads_any(begin + count - 1, &size.sizes)
            {
                break;
            }
            begin += count;
            indefinite = true;
        } else if line.is(begin, Tags::INDEFINITE) {
            indefinite = true;
            begin += 1;
        } else if (line.is(begin, Tags::DETERMINER.and(Tags::PARTICLE).and(Tags::TIME))
            || is_own_area(line, begin))
            && begin + 1 < piece.end
        {
            unique |= is_unique(line, begin);
            begin += 1;
        } else {
            break;
        }
    }
    let whole = begin..piece.end;
    let counted = measured(line, whole.clone()).or_else(|| counted_at(line, whole.clone()));
    if let Some(member) = counted.or_else(|| invested(line, whole)) {
        return Some(member);
    }
    // 「大连港东部港区|的开发建设」: works on a place, which 的 joins to it.
    if let Some(of) = (begin + 1..piece.end).rev().find(|i| line.reads(*i, "的"))
        && of + 1 < piece.end
        && (of + 1..piece.end).all(|i| is_work(line, i) && !is_called(line, i))
        && line.ending(of - 1).is_some_and(|e| e.kind == Kind::Place)
        && !(begin..of).any(|i| line.reads(i, "的"))
    {
        let site = member(line, begin..of)?;
        let works = line.text(of + 1..piece.end);
        return Some(Member {
            name: site.name + &works,
            headed: true,
            works_shared: true,
            indefinite: indefinite || site.indefinite,
            ..site
        });
    }
    // 「与…签订的总投资150亿元的航汽铝工业园项目」: the name stands behind what is said of it.
    let mut place = None;
    if let Some(of) = (begin..piece.end).rev().find(|i| line.reads(*i, "的"))
        && let whose = whose_place(line, begin, of)
        && (of + 2 < piece.end || whose.is_some() && of + 1 < piece.end)
    {
        place = whose;
        begin = of + 1;
    }
    if begin >= piece.end {
        return None;
    }
    let tokens = begin..without_length(line, &(begin..piece.end));
    // 「防洪工程|（二期）」
    let remark = matches!(line.lexemes[tokens.end - 1].token, Token::Bracket) && tokens.len() > 1;
    let last = tokens.end - 1 - usize::from(remark);
    let headed = line.is(last, Tags::WORK)
        || line.ending(last).is_some()
        || line.reads(last, "工作")
        || line.reads_any(last, &lists().programmes.schemes);
    let whole = line.text(tokens.clone());
    let name = without_stretch(whole.clone());
    let long_name = (name != whole).then_some(whole);
    let called_project = line.reads(last, "项目") || line.reads(last, "工程");
    Some(Member {
        tokens,
        name,
        indefinite,
        unique,
        called_project,
        headed,
        given_head: false,
        head: None,
        summed: false,
        long_name,
        works_shared: false,
        place,
    })
}

/// 「城南新区|的博物馆」: the place that a name belongs to, directly before 的.
fn whose_place(line: &Line, from: usize, of: usize) -> Option<Range<usize>> {
    let last = of.checked_sub(1).filter(|last| *last >= from)?;
    let division = matches!(line.lexemes[last].token, Token::Division(_));
    let wide = line.ending(last).is_some_and(|e| lists().places.wide_kinds.has(&e.subtype));
    (division || wide).then(|| names::start(line, last, from)..of)
}

/// 「首个」「第一条」「唯一」.
fn is_unique(line: &Line, token: usize) -> bool {
    let word = line.word(token);
    line.is(token, Tags::DETERMINER)
        && (word.contains('首') || word.starts_with("第一") || word.starts_with("唯一"))
}

/// 「我市」「全区」「各县」: the area that speaks, which no name begins with.
fn is_own_area(line: &Line, token: usize) -> bool {
    line.is(token, Tags::RELATIVE) && line.word(token).starts_with(['我', '全', '本', '各'])
}

fn is_work(line: &Line, token: usize) -> bool {
    let structure = || words().stage(&line.word(token)) == Some(Some(State::StructureComplete));
    line.is(token, Tags::WORK) && !line.is(token, Tags::ENDING) || structure()
}

/// 「…“白改黑”|工程」: works that are called by a quotation.
fn is_byword(line: &Line, token: usize) -> bool {
    line.lexemes[token].token == Token::Quote && is_called(line, token + 1)
}

/// Whether a word only calls something a project.
fn is_called(line: &Line, token: usize) -> bool {
    line.reads_any(token, &lists().lists.called)
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::line;
    use super::*;
    use crate::report::Sentence;

    #[test]
    fn members_get_the_head_they_share() {
        for (text, want) in [
            ("西苑路、华园路高压线塔迁改", "西苑路高压线塔迁改|华园路高压线塔迁改"),
            ("殡仪馆和精神病专科医院迁建工程", "殡仪馆迁建工程|精神病专科医院迁建工程"),
            ("川口、小河沟等6个棚户区改造一期工程", "川口棚户区改造一期工程|小河沟棚户区改造一期工程"),
            (
                "西峰寺沟上游综合治理、永定河沿线环境整治提升等项目",
                "西峰寺沟上游综合治理|永定河沿线环境整治提升",
            ),
            ("永定河山峡段综合治理与生态修复项目", "永定河山峡段综合治理与生态修复项目"),
            ("冯村南街、铁路货场项目", "冯村南街项目|铁路货场项目"),
            ("永定镇南区、3751-C项目", "永定镇南区项目|3751-C项目"),
            ("黄千、济祁、黄芜高速", "黄千高速|济祁高速|黄芜高速"),
            (
                "首都西部生态涵养区山水林田湖草沙一体化保护和修复项目",
                "首都西部生态涵养区山水林田湖草沙一体化保护和修复项目",
            ),
            (
                "陕煤化集团PVC管材、铜铝公司3万吨铝合金棒等20个重点项目",
                "陕煤化集团PVC管材项目|铜铝公司3万吨铝合金棒项目",
            ),
        ] {
            let sentence = Sentence::plain(text);
            let line = line(&sentence);
            let names: Vec<String> =
                members(&line, 0..line.lexemes.len(), None).into_iter().map(|m| m.name).collect();
            assert_eq!(
                names.join("|"),
                want,
                "{:?}",
                line.lexemes.iter().map(|l| sentence.cut(l.range.clone())).collect::<Vec<_>>()
            );
        }
    }
}
