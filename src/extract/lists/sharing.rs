//! What the members of a list share: phases, works, and the head noun of the last.

use std::ops::Range;

use super::heads::{
    both_divisions, crosses, head_start, is_head_of_works, is_phase_alone, is_zone, works_at_end,
};
use super::tail::has_own_kind;
use super::{Member, is_called, is_phase, is_work};
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::places::is_coded_road;
use crate::facts::Kind;
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Reach, Tags, words};

/// 「东胜铁西一期、二期开发」: the later phase is one of the same thing, and both share what follows.
pub(super) fn share_phases(line: &Line, members: &mut [Member]) {
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
pub(super) fn share_vagueness(line: &Line, members: &mut [Member]) {
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

/// 「假日公园和月亮湾公园改造、…等工程」: two that stand together share the works of the second; bodies that
/// stand before one with works share them, since none is built by itself (「市福利院、优抚医院改扩建工程」).
pub(super) fn share_neighbours(line: &Line, members: &mut [Member]) {
    let mut works: Option<Range<usize>> = None;
    for i in (1..members.len()).rev() {
        let (before, after) = members.split_at_mut(i);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else { continue };
        let body = line.ending(first.tokens.end - 1).is_some_and(|e| e.kind == Kind::Organization);
        let joined = line.reads(first.tokens.end, "和") || line.reads(first.tokens.end, "及");
        // 「向阳路、建新大街北段翻新改造和…」: so do roads before the works that close a part of the list.
        let closes = ["和", "及", "以及"].iter().any(|word| line.reads(second.tokens.end, word))
            || line.reads(second.tokens.end, "等") && are_of_one_kind(line, first, second);
        let given = second.works_shared && works.is_some();
        // 「G109、G219提质改造」
        let coded = first.tokens.len() == 1 && is_coded_road(line, first.tokens.start);
        let road = has_own_kind(line, first) || coded;
        // 「独墅湖第二通道|以及|春申湖路、苏同黎公路快速化改造」: another thing.
        let apart = line.reads(first.tokens.end, "以及");
        works = if apart {
            None
        } else if body && second.works_shared || given && road {
            works
        } else if body || joined || (closes || works.is_some()) && road {
            head_start(line, first, second)
                .map(|cut| cut..second.tokens.end)
                .filter(|head| is_head_of_works(line, head.clone()) || crosses(line, head.start))
                .filter(|head| !is_other_way(line, first, head.start))
                .map(
                    |head| {
                        if closes && !crosses(line, head.start) { works_at_end(line, head) } else { head }
                    },
                )
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

/// 「合水路、合店路|一期改造|等工程」: whether works are done on the same kind of thing as stands before.
fn are_of_one_kind(line: &Line, bare: &Member, worked: &Member) -> bool {
    let works = works_at_end(line, worked.tokens.clone()).start;
    let site = (worked.tokens.start..works).rev().find(|i| !is_phase(line, *i));
    let kinds = line.ending(bare.tokens.end - 1).zip(site.and_then(|site| line.ending(site)));
    kinds.is_some_and(|(a, b)| a.subtype == b.subtype)
}

/// 「固安至白沟新城城际铁路|和|京港澳高速拓宽」: whether a member is a way of another kind than the one that works
/// stand behind.
fn is_other_way(line: &Line, member: &Member, works: usize) -> bool {
    let way = |i: usize| line.ending(i).filter(|e| lists().places.headed_kinds.has(&e.subtype));
    let kinds = way(member.tokens.end - 1).zip(works.checked_sub(1).and_then(way));
    kinds.is_some_and(|(a, b)| a.subtype != b.subtype) && member.tokens.len() > 1
}

/// 「承唐、承朝高速公路、津秦客专等项目」「涿州、涞源产业基地以及义和庄物流园」: short names before one that ends in a road,
/// and divisions before one with more behind a division, have the kind of that one, wherever it stands.
pub(super) fn share_kinds(line: &Line, members: &mut [Member]) {
    let mut kind: Option<Range<usize>> = None;
    for i in (0..members.len().saturating_sub(1)).rev() {
        let (before, after) = members.split_at_mut(i + 1);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else { continue };
        kind = kind_of_next(line, first, second)
            .or(kind.filter(|_| is_bare(line, first) && second.head.is_some()));
        if let Some(head) = kind.clone().filter(|_| !first.headed) {
            join(&mut first.name, &line.text(head.clone()));
            first.given_head = true;
            first.headed = true;
            first.head = Some(head);
        } else {
            kind = None;
        }
    }
}

/// 「正无公路藁城、无极|段」: two stretches of one way.
pub(super) fn share_stretches(line: &Line, members: &mut [Member]) {
    let is_way = |i: usize| line.ending(i).is_some_and(|e| lists().places.headed_kinds.has(&e.subtype));
    for i in 1..members.len() {
        let (before, after) = members.split_at_mut(i);
        let (Some(first), Some(second)) = (before.last_mut(), after.first_mut()) else { continue };
        let stretch = second.tokens.clone();
        let alone =
            stretch.len() == 2 && line.is_proper(stretch.start) && line.reads(stretch.start + 1, "段");
        let way = first.tokens.end.checked_sub(2).filter(|way| *way > first.tokens.start && is_way(*way));
        let Some(way) = way.filter(|way| alone && line.is_proper(way + 1)) else { continue };
        first.name.push('段');
        first.headed = true;
        first.given_head = true;
        second.name.insert_str(0, &line.text(first.tokens.start..way + 1));
    }
}

/// 「伊泰|和|神华|煤制油」: a name joined to one that says what is made has that made as well.
pub(super) fn share_products(line: &Line, members: &mut [Member]) {
    for i in 1..members.len() {
        let (before, after) = members.split_at_mut(i);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else { continue };
        let Range { start, end } = second.tokens.clone();
        let end = end - usize::from(end > start && is_called(line, end - 1));
        let name = |i: usize| line.lexemes[i].token == Token::Unknown;
        let product = |i: usize| line.is(i, Tags::COMMON) && !line.is(i, Tags::ENDING.and(Tags::WORK));
        let joined = line.reads(first.tokens.end, "和") && first.tokens.end + 1 == start;
        let bare = !first.headed && first.tokens.len() == 1 && name(first.tokens.start);
        if joined && bare && end > start + 1 && name(start) && (start + 1..end).all(product) {
            first.name.push_str(&line.text(start + 1..end));
        }
    }
}

/// Whether a member is a name alone: one word that no table knows, or one division.
fn is_bare(line: &Line, member: &Member) -> bool {
    let short = line.chars_of(member.tokens.clone()).len() <= 3;
    member.tokens.len() == 1
        && match line.lexemes[member.tokens.start].token {
            Token::Unknown => short,
            Token::Division(_) => !is_zone(&line.word(member.tokens.start)),
            _ => false,
        }
}

/// The tokens of the kind that a member's neighbour ends in, where that belongs to both.
fn kind_of_next(line: &Line, member: &Member, next: &Member) -> Option<Range<usize>> {
    // 「沙井、燕川污水处理厂|二期」
    let phase = next.tokens.len() > 2 && is_phase(line, next.tokens.end - 1);
    let last = next.tokens.end - 1 - usize::from(phase);
    let ending = line.ending(last).filter(|e| e.kind == Kind::Place && line.is(last, Tags::ENDING))?;
    if !is_bare(line, member) || next.tokens.len() < 2 {
        return None;
    }
    let divisions = both_divisions(line, member.tokens.start, next.tokens.start);
    // 「宁杭及宁安|城际|铁路」
    let way = |i: usize| line.reads_any(i, &lists().places.ways);
    let road = lists().places.headed_kinds.has(&ending.subtype)
        && (next.tokens.start + 1..last).all(way)
        && line.lexemes[member.tokens.start].token == Token::Unknown
        && line.lexemes[next.tokens.start].token == Token::Unknown
        && line.lexemes[next.tokens.start].range.len() <= 3;
    let begin = next.tokens.start + 1;
    // 「高碑店和定兴|农副产品专业市场」, not 「涿州、涞水|义和庄|产业园」.
    let of_division = divisions
        && !(begin..next.tokens.end).any(|i| line.is_proper(i))
        && ending.reach != Reach::Near
        && next.tokens.len() > 2;
    // 「海沧、集美、翔安|新城区」
    let quarter = divisions && lists().lists.shared_quarters.has(&line.text(begin..next.tokens.end));
    // 「乌东德、白鹤滩|水电站」
    let plain = |i: usize| line.lexemes[i].token == Token::Unknown || line.lexemes[i].range.len() == 1;
    // 「污水|处理厂」 are two words.
    let shared = &lists().lists.shared_kinds;
    let first = if shared.has(&line.text(last - 1..last + 1)) { last - 1 } else { last };
    // 「邕武、秀灵—友爱|立交」
    let joined = (next.tokens.start..first).any(|i| line.lexemes[i].is_mark('—'));
    let kind = (first < last || line.reads_any(last, shared))
        && line.lexemes[member.tokens.start].token == Token::Unknown
        && line.chars_of(next.tokens.start..first).len() <= if joined { 6 } else { 4 }
        && (next.tokens.start..first).all(plain);
    let begin = if kind { first } else { begin };
    (road || of_division || quarter || kind).then_some(begin..last + 1)
}

/// Adds a head to a name; what both share stands once: 「市中心医院|医院扩建」.
pub(super) fn join(name: &mut String, head: &str) {
    // 「泰东河|河整治」
    let word: String = head.chars().take(2).collect();
    let water = |c: char| {
        lists().places.natural.has(&c.to_string()) && !words().tags(&word).has(Tags::COMMON.and(Tags::WORK))
    };
    let head = match head.chars().next().filter(|first| water(*first) && name.ends_with(*first)) {
        Some(first) => head.get(first.len_utf8()..).unwrap_or_default(),
        None => head,
    };
    let shared =
        head.char_indices().map(|(at, _)| at).chain([head.len()]).rev().find(|at| {
            head.get(..*at).is_some_and(|begin| begin.chars().count() >= 2 && name.ends_with(begin))
        });
    name.push_str(head.get(shared.unwrap_or(0)..).unwrap_or_default());
}

/// Gives members without a head noun the one that ends the last member.
pub(super) fn share_last(line: &Line, members: &mut [Member]) {
    let [before @ .., last] = members else { return };
    if before.is_empty() || !last.headed {
        return;
    }
    // 「国家湿地公园、世界地质公园|的升级改造」
    let written = line.text(last.tokens.clone());
    let of = last.name.strip_prefix(&written).filter(|works| !works.is_empty());
    if let Some(works) = of.filter(|_| last.works_shared && line.reads(last.tokens.end, "的")) {
        let bare = |member: &&mut Member| !member.tokens.clone().any(|i| is_work(line, i));
        for member in before.iter_mut().filter(bare) {
            member.name.push_str(works);
            member.headed = true;
            member.works_shared = true;
        }
        return;
    }
    let Some(cut) = before.iter().find_map(|member| head_start(line, member, last)) else { return };
    // 「凤凰路、太湖路|南段|综合改造」: the stretch is the last one's own.
    let side = line.reads_any(cut, &lists().places.directions) && line.reads(cut + 1, "段");
    let cut = if side && cut + 2 < last.tokens.end { cut + 2 } else { cut };
    // 「沈阳、辽西|地区|算力中心」: so is the word for its region.
    let region = line.reads_any(cut, &lists().places.regions) && cut + 1 < last.tokens.end;
    let cut = cut + usize::from(region);
    // 「德厚、阿岗|大型|水库」
    let sized = line.reads_any(cut, &lists().lists.sized) && cut + 1 < last.tokens.end;
    if sized {
        last.name = line.text(last.tokens.start..cut) + &line.text(cut + 1..last.tokens.end);
    }
    let cut = cut + usize::from(sized);
    let head = line.text(cut..last.tokens.end);
    // 「乐柳线改线、天蒲公路一期」: a phase is the last one's own.
    let mut works = (cut..last.tokens.end).filter(|i| is_work(line, *i)).peekable();
    let phased = works.peek().is_some() && works.all(|i| is_phase(line, i));
    if head.is_empty() || phased {
        return;
    }
    let of_works = (cut..last.tokens.end).any(|i| is_work(line, i));
    // 「高碑店产业基地、涿州空港产业基地」: what has a head of its own gets no second one.
    let kind = |member: &Member| line.ending(member.tokens.end - 1).filter(|e| e.kind == Kind::Place);
    let whole = |member: &Member| kind(member).is_some_and(|ending| ending.reach == Reach::Far);
    // 「中汇城、百花商务中心、瀚沃建材城」: a list of several kinds shares none.
    let several = before.iter().any(|member| {
        let own = kind(member).filter(|_| member.tokens.len() > 2 && has_own_kind(line, member));
        own.is_some_and(|own| {
            kind(last).is_none_or(|of_last| of_last.subtype != own.subtype || own.reach == Reach::Head)
        }) && !member.name.ends_with(&line.word(last.tokens.end - 1))
    });
    if several && !of_works {
        return;
    }
    // 「复线」「连接线」 belong to the last alone.
    let dependent = lists().lists.dependent.has(&head);
    // 「附一医院住院大楼、市中心医院搬迁、妇幼保健院改扩建」: where each has its own works, a building has none.
    let works = |member: &Member| member.tokens.clone().any(|i| is_work(line, i));
    let mixed_up_to = before.iter().rposition(works).map(|at| before[at].tokens.start);
    // 「榆安灌区建设和景电灌区、靖会灌区|现代化改造」: but behind those, one of the same kind does.
    let kind_of_last = line.word(cut.saturating_sub(1));
    let mixed = |member: &Member| {
        let same = line.word(member.tokens.end - 1) == kind_of_last;
        mixed_up_to.is_some_and(|at| member.tokens.start < at || !same)
    };
    // 「泰州长江大桥、宁通高速江都至广陵段改扩建」: nor has it the stretch of another.
    let byword = line.lexemes[cut].token == Token::Quote;
    let stretch = (cut..last.tokens.end).any(|i| line.is_proper(i)) && !crosses(line, cut) && !byword;
    // 「东风大道、|墨水湖|北路|改造」: a way shares the works on the last one, whatever that is called.
    let ways = |member: &Member| {
        let way = line.ending(member.tokens.end - 1).is_some_and(|e| e.subtype == "road");
        stretch && of_works && way && are_of_one_kind(line, member, last)
    };
    let apart = |member: &Member| {
        dependent || (mixed(member) || stretch && !ways(member)) && has_own_kind(line, member)
    };
    // 「高碑店产业基地、涿州和涞源产业基地」: nor does what ends in the same word.
    let word = line.word(last.tokens.end - 1);
    let ended = |member: &Member| {
        member.name.strip_suffix(word.as_str()).is_some_and(|rest| rest.chars().count() > 1)
    };
    let built = line.ending(last.tokens.end - 1).is_some_and(|e| e.kind == Kind::Place);
    let sharing =
        before.iter_mut().filter(|member| (of_works || !whole(member)) && !ended(member) && !apart(member));
    for member in sharing {
        // 「东关街、鼓楼大街改造提升」: a street shares the works alone.
        let own_way =
            line.ending(member.tokens.end - 1).is_some_and(|e| lists().places.headed_kinds.has(&e.subtype));
        let kind = line.ending(cut).is_some_and(|e| lists().places.headed_kinds.has(&e.subtype));
        let cut = if ways(member) {
            works_at_end(line, last.tokens.clone()).start
        } else if own_way && kind && of_works && cut + 1 < last.tokens.end {
            cut + 1
        } else {
            cut
        };
        let head = line.text(cut..last.tokens.end);
        let works = member.works_shared
            || member.tokens.clone().any(|i| is_work(line, i)) && !(built && is_phase_alone(line, member));
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
