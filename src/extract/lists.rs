//! Splits a noun phrase into the members of a list and gives each the head noun they share:
//! `西苑路、华园路高压线塔迁改工作` are two works, `川口、小河沟等6个棚户区改造一期工程` too.

use std::ops::Range;

use super::lexer::{Token, numeral};
use super::line::Line;
use super::names;
use crate::facts::Kind;
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Ending, Reach, Tags};

/// A member of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its name, with the head noun that the list shares.
    pub name: String,
    /// Whether a count or an indefinite word stands before it: no particular one is meant.
    pub indefinite: bool,
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
}

/// The tail of a list: `等11个重大项目`.
struct Tail {
    begin: usize,
    /// The head noun without count and praise: `棚户区改造一期工程`.
    head: String,
    /// The works that end it: 「新改建」 of 「农村公路新改建」.
    only_works: String,
    /// The token of its kind: 「公路」 there.
    kind: Option<usize>,
    called_project: bool,
    /// Whether the head names works, so that a member that is a mere place needs it.
    works: bool,
    /// Whether the head names what is built: 「停车场」, not 「配套设施」.
    built: bool,
    /// Whether it counts its members: 「三大工程」.
    sum: bool,
}

impl Tail {
    /// Whether a member is of the kind that sums the list up: a street among roads, and no market.
    fn is_of_kind(&self, line: &Line, member: &Member) -> bool {
        let kind = self.kind.and_then(|kind| line.ending(kind));
        let own = line.ending(member.tokens.end - 1);
        kind.zip(own).is_some_and(|(kind, own)| kind.subtype == own.subtype)
    }
}

/// The members of the list in a range of tokens; a single phrase is a list of one.
#[must_use]
pub fn members(line: &Line, phrase: Range<usize>, called: Option<&str>) -> Vec<Member> {
    let (phrase, rest) = part_behind_tail(line, phrase);
    let mut tail = tail(line, &phrase);
    if let (Some(tail), Some(called)) = (&mut tail, called)
        && tail.head.is_empty()
    {
        called.clone_into(&mut tail.head);
        tail.called_project = true;
    }
    let listed = tail.is_some();
    let end = tail.as_ref().map_or(phrase.end, |tail| tail.begin);
    let pieces = pieces(line, phrase.start..end);
    let mut out: Vec<Member> = pieces.into_iter().filter_map(|piece| member(line, piece)).collect();
    share_phases(line, &mut out);
    share_vagueness(line, &mut out);
    share_neighbours(line, &mut out);
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

/// 「竞秀公园等公园改造|和漕河景观」: a name behind the tail of a list begins another one.
fn part_behind_tail(line: &Line, phrase: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let and_so_on = phrase.clone().skip(1).find(|i| line.reads(*i, "等") || line.reads(*i, "等等"));
    let joins = |i: &usize| line.reads(*i, "和") || line.reads(*i, "以及") || line.lexemes[*i].is_mark('、');
    let cut = and_so_on
        .and_then(|tail| (tail + 2..phrase.end.saturating_sub(1)).find(joins))
        .filter(|cut| line.is_proper(cut + 1));
    match cut {
        Some(cut) => (phrase.start..cut, Some(cut + 1..phrase.end)),
        None => (phrase, None),
    }
}

/// 「东胜铁西一期、二期开发」: the later phase is one of the same thing, and both share what follows.
fn share_phases(line: &Line, members: &mut [Member]) {
    for i in 1..members.len() {
        let (before, after) = members.split_at_mut(i);
        let (Some(first), Some(second)) = (before.last_mut(), after.first_mut()) else { continue };
        let last = first.tokens.end - 1;
        if first.tokens.len() > 1 && is_phase(line, last) && is_phase(line, second.tokens.start) {
            second.name = line.text(first.tokens.start..last) + &second.name;
            second.given_head = true;
            first.name.push_str(&line.text(second.tokens.start + 1..second.tokens.end));
        }
    }
}

/// 「一批精品建筑、特色街区、口袋公园」: what says that none in particular is meant says it of the whole list.
fn share_vagueness(line: &Line, members: &mut [Member]) {
    let vague = members.first().is_some_and(|first| {
        first.indefinite && first.tokens.start > 0 && line.is(first.tokens.start - 1, Tags::INDEFINITE)
    });
    let known = |i: usize| {
        matches!(line.lexemes[i].token, Token::Division(_) | Token::Feature(_) | Token::Latin | Token::Quote)
    };
    for member in members.iter_mut().skip(1).filter(|_| vague) {
        member.indefinite |= !member.tokens.clone().any(known);
    }
}

/// 「一期」「二期工程」.
#[must_use]
pub fn is_phase(line: &Line, token: usize) -> bool {
    lists().coreference.stages.iter().any(|stage| line.word(token).starts_with(stage))
}

fn tail(line: &Line, phrase: &Range<usize>) -> Option<Tail> {
    let and_so_on = phrase.clone().skip(1).find(|i| line.reads(*i, "等") || line.reads(*i, "等等"));
    let begin = and_so_on.or_else(|| counted_head(line, phrase))?;
    let lexicon = &lists().lists;
    let mut at = begin + usize::from(and_so_on.is_some());
    loop {
        if let Some(count) = line.count_at(at) {
            at += count;
        } else if line.is(at, Tags::INDEFINITE.and(Tags::DETERMINER).and(Tags::RELATIVE))
            || line.reads_any(at, &lexicon.passing)
            || line.word(at).chars().count() == 2 && sums_up(line, at, phrase.end)
        {
            at += 1;
        } else {
            break;
        }
    }
    let mut head = if at < phrase.end { line.text(at..phrase.end) } else { String::new() };
    if let Some(quoted) = head.strip_prefix('“').and_then(|rest| rest.strip_suffix('”')) {
        // 「“三大工程”」
        head = quoted.chars().skip(2).collect();
    }
    for praise in lexicon.praise.iter() {
        if let Some(rest) = head.strip_prefix(praise).filter(|rest| !rest.is_empty()) {
            head = rest.to_owned();
        }
    }
    for stage in lexicon.doing.iter() {
        head.truncate(head.trim_end_matches(stage).len());
    }
    // 「…等市场的建设改造」
    if let Some((kind, of)) = head.clone().split_once('的')
        && (at..phrase.end).rev().take_while(|i| !line.reads(*i, "的")).all(|i| line.is(i, Tags::WORK))
    {
        head = format!("{kind}{of}");
    }
    let called_project = lexicon.project_heads.end(&head);
    let works = (at..phrase.end).any(|i| is_work(line, i) && !is_called(line, i));
    let of_works = (at..phrase.end).rev().take_while(|i| is_work(line, *i) || is_called(line, *i)).last();
    let only_works = of_works.filter(|_| works).map_or_else(String::new, |i| line.text(i..phrase.end));
    let kind = of_works.and_then(|works| works.checked_sub(1)).filter(|kind| *kind >= at);
    let built = phrase.end > at && line.ending(phrase.end - 1).is_some_and(|e| e.kind == Kind::Place);
    let sum = sums_up(line, begin, phrase.end);
    Some(Tail { begin, head, only_works, kind, called_project, works, built, sum })
}

/// 「东胡林、青白口、王平3处湿地景观」: where the count begins that sums a list up.
fn counted_head(line: &Line, phrase: &Range<usize>) -> Option<usize> {
    let listed = phrase.clone().find(|i| line.lexemes[*i].is_mark('、'))?;
    if let Some(sum) = (listed + 2..phrase.end).find(|i| sums_up(line, *i, phrase.end)) {
        return Some(sum);
    }
    let count = (listed + 2..phrase.end)
        .find(|i| line.count_at(*i).is_some() && line.is_proper(*i - 1) && *i + 2 < phrase.end)?;
    line.reads_any(count + 1, &lists().lists.classifiers).then_some(count)
}

/// 「三大战略行动」「“三大工程”」 behind the members.
fn sums_up(line: &Line, token: usize, end: usize) -> bool {
    let chars: Vec<char> = line.word(token).chars().filter(|c| !matches!(c, '“' | '”')).collect();
    let counts = matches!(chars[..], [first, '大', ..] if numeral(first));
    counts && if chars.len() == 2 { token + 1 < end } else { token + 1 == end }
}

/// Cuts at 、 and at those 和, 及, 与 that join members and not words inside one.
fn pieces(line: &Line, phrase: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut begin = phrase.start;
    for i in phrase.clone() {
        let mark = line.lexemes[i].is_mark('、') && !(i > begin && counts_on(line, i));
        // 「智能手机芯片和整机生产基地、天香科技」: what joins members stands before the last one.
        let inside = (i + 1..phrase.end).any(|j| line.lexemes[j].is_mark('、') && !counts_on(line, j));
        let word = ["和", "及", "以及", "与"].iter().any(|w| line.reads(i, w))
            && !joins_dependent(line, i, phrase.end);
        if mark
            || (word
                && i > begin
                && i + 1 < phrase.end
                && joins_members(line, begin..i, i + 1..phrase.end, begin > phrase.start && !inside))
        {
            out.push(begin..i);
            begin = i + 1;
        }
    }
    out.push(begin..phrase.end);
    out.retain(|piece| !piece.is_empty());
    out
}

/// 「翁象大道|及连接线」: what only belongs to the thing before it is no member of its own.
fn joins_dependent(line: &Line, word: usize, end: usize) -> bool {
    let stop =
        (word + 1..end).find(|i| line.lexemes[*i].is_mark('、') || line.reads(*i, "等")).unwrap_or(end);
    let rest = line.text(word + 1..stop);
    // 「中恒医药及物流园」: a mere kind behind 及 goes on with the name.
    let kind = line.reads(word, "及") && stop == word + 2 && line.is(word + 1, Tags::ENDING);
    kind || lists().lists.dependent.has(rest.trim_end_matches("建设"))
}

/// 「一、二期」「一、二马路」: one name with two numbers.
fn counts_on(line: &Line, mark: usize) -> bool {
    let number = line.lexemes[mark - 1].token == Token::Number;
    number
        && line
            .lexemes
            .get(mark + 1)
            .is_some_and(|l| line.sentence.chars.get(l.range.start).is_some_and(|c| numeral(*c)))
}

fn joins_members(line: &Line, left: Range<usize>, right: Range<usize>, listed: bool) -> bool {
    let last = left.end - 1;
    let own_work = line.is(last, Tags::WORK);
    let named_right = line.is_proper(right.start) || line.count_at(right.start).is_some();
    let placed_left = line.ending(last).is_some()
        || matches!(
            line.lexemes[last].token,
            Token::Division(_) | Token::Feature(_) | Token::Quote | Token::Latin
        );
    if line.reads(left.end, "与") && !(named_right && placed_left) {
        return false;
    }
    // 「满意日产4500吨和声威第二条日产4500吨水泥熟料生产线」: both sides are measured alike.
    if left.len() > 2 && line.text(right.clone()).contains(&line.text(left.end - 2..left.end)) {
        return true;
    }
    // 「节水小麦示范推广项目和耕地节水灌溉项目」「西二环绿道建设和复兴路绿地建设」
    let called = |i: usize| line.reads(i, "项目") || line.reads(i, "工程");
    if right.len() > 1 && called(last) && called(right.end - 1) && left.len() > 1
        || own_work
            && right.len() > 1
            && names::is_named(line, right.clone())
            && line.ending(right.end - 1).is_some()
    {
        return true;
    }
    let right_is_bare_work =
        line.is(right.start, Tags::WORK) || right.clone().take(2).any(|i| line.is(i, Tags::WORK));
    if listed && !right_is_bare_work {
        return true;
    }
    // 「农产品加工业提升行动和品牌培育行动」
    let scheme = |i: usize| lists().programmes.schemes.end(line.word(i).trim_end_matches('”'));
    if scheme(last) && scheme(right.end - 1) && right.len() > 1 {
        return true;
    }
    let piece_end = right.clone().find(|i| line.lexemes[*i].is_mark('、')).unwrap_or(right.end);
    named_right
        || own_work && piece_end < right.end && line.is(piece_end - 1, Tags::WORK)
        || (placed_left && !own_work && !right_is_bare_work)
}

fn member(line: &Line, piece: Range<usize>) -> Option<Member> {
    let mut begin = piece.start;
    let mut indefinite = false;
    while begin < piece.end {
        if let Some(count) = line.count_at(begin) {
            // 「7公里的县城东外环道路」: how long one thing is.
            if line.reads(begin + count, "的") && begin + count + 1 < piece.end {
                begin += count + 1;
                continue;
            }
            // 「110千伏」 at the head of a name is no count of things; 「2个试点村」 is.
            if line.reads_any(begin + count - 1, &lists().names.numbering) {
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
            begin += 1;
        } else {
            break;
        }
    }
    // 「与…签订的总投资150亿元的航汽铝工业园项目」: the name stands behind what is said of it.
    if let Some(of) = (begin..piece.end).rev().find(|i| line.reads(*i, "的")).filter(|of| of + 2 < piece.end)
    {
        begin = of + 1;
    }
    if begin >= piece.end {
        return None;
    }
    let tokens = begin..piece.end;
    let last = tokens.end - 1;
    let headed = line.is(last, Tags::WORK)
        || line.ending(last).is_some()
        || line.reads(last, "工作")
        || line.reads_any(last, &lists().programmes.schemes);
    let name = without_stretch(line.text(tokens.clone()));
    let called_project = line.reads(last, "项目") || line.reads(last, "工程");
    Some(Member {
        tokens,
        name,
        indefinite,
        called_project,
        headed,
        given_head: false,
        head: None,
        summed: false,
        long_name: None,
        works_shared: false,
    })
}

/// 「建新大街北段（迎宾路至正阳路）」: the remark says from where to where.
fn without_stretch(name: String) -> String {
    let remark = name.find('（').zip(name.find('）')).filter(|(open, close)| open < close);
    match remark {
        Some((open, close)) if name.get(open..close).is_some_and(|remark| remark.contains('至')) => {
            let rest = name.get(close + '）'.len_utf8()..).unwrap_or_default();
            name.get(..open).unwrap_or_default().to_owned() + rest
        }
        _ => name,
    }
}

fn share_tail(line: &Line, members: &mut [Member], tail: &Tail) {
    for member in members {
        member.summed = true;
        let bare_of_head = !member.headed || tail.sum && !member.called_project;
        member.called_project |= tail.called_project;
        let plain = tail.head == "项目" || tail.head.is_empty();
        let works = member.works_shared || member.tokens.clone().any(|i| is_work(line, i));
        let bare = bare_of_head || tail.works && !works;
        if bare && !tail.head.is_empty() {
            let head = if plain || tail.head.ends_with("项目") && tail.head.chars().count() > 8 {
                "项目"
            } else if !bare_of_head
                && !tail.only_works.is_empty()
                && has_own_kind(line, member)
                && tail.is_of_kind(line, member)
            {
                // 「边庞路等70公里农村公路|新改建」
                member.long_name = Some(format!("{}{}", member.name, tail.head));
                &tail.only_works
            } else {
                &tail.head
            };
            join(&mut member.name, head);
            member.headed = true;
            member.given_head = tail.built && !tail.called_project;
            member.works_shared = tail.works;
        } else if tail.called_project && !member.called_project {
            member.headed = true;
        }
    }
}

/// Whether a member says by itself that it is a road or a facility.
fn has_own_kind(line: &Line, member: &Member) -> bool {
    line.is(member.tokens.end - 1, Tags::ENDING)
        && line.ending(member.tokens.end - 1).is_some_and(|ending| ending.kind == Kind::Place)
}

/// 「假日公园和月亮湾公园改造、…等工程」: two that stand together share the works of the second; bodies that
/// stand before one with works share them, since none is built by itself (「市福利院、优抚医院改扩建工程」).
fn share_neighbours(line: &Line, members: &mut [Member]) {
    let mut works: Option<Range<usize>> = None;
    for i in (1..members.len()).rev() {
        let (before, after) = members.split_at_mut(i);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else { continue };
        let body = line.ending(first.tokens.end - 1).is_some_and(|e| e.kind == Kind::Organization);
        let joined = line.reads(first.tokens.end, "和") || line.reads(first.tokens.end, "及");
        // 「向阳路、建新大街北段翻新改造和…」: so do roads before the works that close a part of the list.
        let closes = line.reads(second.tokens.end, "和") || line.reads(second.tokens.end, "以及");
        works =
            if body && second.works_shared {
                works
            } else if body || joined || (closes || works.is_some()) && has_own_kind(line, first) {
                head_start(line, first, second)
                    .map(|cut| cut..second.tokens.end)
                    .filter(|head| is_head_of_works(line, head.clone()) || line.reads(head.start, "跨"))
                    .map(|head| {
                        if closes && !line.reads(head.start, "跨") { works_at_end(line, head) } else { head }
                    })
            } else {
                None
            };
        if let Some(head) = works.clone() {
            join(&mut first.name, &line.text(head.clone()));
            first.head = Some(head);
            first.headed = true;
            first.works_shared = true;
        }
    }
}

/// Adds a head to a name; what both share stands once: 「市中心医院|医院扩建」.
fn join(name: &mut String, head: &str) {
    let shared =
        head.char_indices().map(|(at, _)| at).chain([head.len()]).rev().find(|at| {
            head.get(..*at).is_some_and(|begin| begin.chars().count() >= 2 && name.ends_with(begin))
        });
    name.push_str(head.get(shared.unwrap_or(0)..).unwrap_or_default());
}

/// The works alone that end a head: 「（迎宾路至正阳路）|翻新改造」.
fn works_at_end(line: &Line, head: Range<usize>) -> Range<usize> {
    let works = head.clone().rev().take_while(|i| is_work(line, *i) || is_called(line, *i)).count();
    head.end - works.max(1)..head.end
}

/// Gives members without a head noun the one that ends the last member.
fn share_last(line: &Line, members: &mut [Member]) {
    let [before @ .., last] = members else { return };
    if before.is_empty() || !last.headed {
        return;
    }
    let Some(cut) = before.iter().find_map(|member| head_start(line, member, last)) else { return };
    let head = line.text(cut..last.tokens.end);
    // 「乐柳线改线、天蒲公路一期」: a phase is the last one's own.
    if head.is_empty() || (cut..last.tokens.end).all(|i| is_phase(line, i)) {
        return;
    }
    let of_works = (cut..last.tokens.end).any(|i| is_work(line, i));
    // 「高碑店产业基地、涿州空港产业基地」: what has a head of its own gets no second one.
    let whole =
        |member: &Member| line.ending(member.tokens.end - 1).is_some_and(|ending| ending.reach == Reach::Far);
    for member in before.iter_mut().filter(|member| of_works || !whole(member)) {
        let works = member.works_shared || member.tokens.clone().any(|i| is_work(line, i));
        if !works && !member.name.ends_with(&head) {
            member.head = Some(cut..last.tokens.end);
            join(&mut member.name, &head);
            member.called_project |= last.called_project;
            member.headed = true;
            member.works_shared = (cut..last.tokens.end).any(|i| is_work(line, i) && !is_called(line, i));
            member.given_head = !member.works_shared && !last.called_project;
        }
    }
}

/// Where the shared head begins in the last member: behind the part that is of the same make as an earlier
/// member (`西苑路` | `华园路`·`高压线塔迁改`).
fn head_start(line: &Line, member: &Member, last: &Member) -> Option<usize> {
    let end = member.tokens.end - 1;
    if member.tokens.clone().any(|i| is_work(line, i)) {
        return None;
    }
    let rest = last.tokens.start + 1..last.tokens.end;
    let same_word = rest.clone().find(|i| line.word(*i - 1) == line.word(end));
    // 「公平路、一匡街|跨伊通河大桥」
    if let Some(across) =
        rest.clone().find(|i| line.reads(*i, "跨")).filter(|at| line.ending(at - 1).is_some())
    {
        return Some(across);
    }
    // 「公平路、惠工路机场大道」: a road gets no second road.
    let road = |i: usize| line.ending(i).filter(|e| lists().places.headed_kinds.has(&e.subtype));
    if road(end).is_some() && road(last.tokens.end - 1).is_some() && line.is(end, Tags::ENDING) {
        return None;
    }
    let same_kind = |i: &usize| {
        let places = line.ending(end).zip(line.ending(*i - 1));
        let alike = places.is_some_and(|(a, b)| same_make(a, b)) || both_divisions(line, end, *i - 1);
        alike && is_head_of_works(line, *i..last.tokens.end)
    };
    same_word
        .or_else(|| rest.clone().find(same_kind))
        .or_else(|| {
            // Earlier members are bare names (`黄千`): the head is what follows the first name.
            let bare = member.tokens.clone().all(|i| line.is_proper(i));
            bare.then(|| rest.clone().find(|i| !line.is_proper(*i))).flatten()
        })
        .or_else(|| {
            // 「东西大道、南北大道和西湾广场周边街道亮化绿化工程」: all the works at the end.
            let called = last.called_project && last.tokens.len() > 1;
            let of_works = |i: &usize| is_work(line, *i) || is_called(line, *i);
            called.then(|| last.tokens.end - rest.rev().take_while(of_works).count().max(1))
        })
}

/// 「我市」「全区」「各县」: the area that speaks, which no name begins with.
fn is_own_area(line: &Line, token: usize) -> bool {
    line.is(token, Tags::RELATIVE) && line.word(token).starts_with(['我', '全', '本', '各'])
}

fn is_work(line: &Line, token: usize) -> bool {
    line.is(token, Tags::WORK) && !line.is(token, Tags::ENDING)
}

/// Whether words name works and nothing that is built: 「高压线塔迁改」, not 「货场项目」.
fn is_head_of_works(line: &Line, tokens: Range<usize>) -> bool {
    tokens.clone().all(|i| is_called(line, i))
        || tokens.clone().any(|i| is_work(line, i) && !is_called(line, i))
}

/// Whether a word only calls something a project.
fn is_called(line: &Line, token: usize) -> bool {
    line.reads_any(token, &lists().lists.called)
}

fn is_division(ending: &Ending) -> bool {
    lists().projects.division_kinds.has(&ending.subtype)
}

/// Two roads, two rivers, two places that are no divisions, or two buildings of any kind.
fn same_make(a: &Ending, b: &Ending) -> bool {
    let building =
        |e: &Ending| e.kind == Kind::Organization || ["facility", "park"].contains(&e.subtype.as_str());
    let grounds = a.kind == Kind::Place && b.kind == Kind::Place;
    a.subtype == b.subtype || building(a) && building(b) || grounds && !is_division(a) && !is_division(b)
}

fn both_divisions(line: &Line, a: usize, b: usize) -> bool {
    let division = |i: usize| matches!(line.lexemes[i].token, Token::Division(_));
    division(a) && division(b)
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
