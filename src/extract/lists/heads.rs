//! Where the head begins that the members of a list share, and what says so: works, kinds, ways across.

use std::ops::Range;

use super::tail::has_own_kind;
use super::{Member, is_byword, is_called, is_phase, is_work};
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::places::ends_in;
use crate::facts::Kind;
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Ending, Tags, words};

/// Where the shared head begins in the last member: behind the part that is of the same make as an earlier
/// member (`西苑路` | `华园路`·`高压线塔迁改`).
pub(super) fn head_start(line: &Line, member: &Member, last: &Member) -> Option<usize> {
    // 「蔡田铺|一期」 is as bare as 「蔡田铺」.
    let unphased = is_phase_alone(line, member)
        .then(|| Member { tokens: member.tokens.start..member.tokens.start + 1, ..member.clone() });
    let member = unphased.as_ref().unwrap_or(member);
    let end = member.tokens.end - 1;
    if member.tokens.clone().any(|i| is_work(line, i)) {
        return None;
    }
    // 「神池至五寨、保德至河曲|二级公路改造」: the head stands behind both ends.
    let leads = |tokens: &Range<usize>| {
        tokens.clone().find(|i| line.reads(*i, "至") || line.lexemes[*i].is_mark('—'))
    };
    let to = leads(&member.tokens).and(leads(&last.tokens));
    let rest = last.tokens.start + 1..last.tokens.end;
    if let Some(to) = to {
        let way = |i: &usize| line.reads_any(*i, &lists().places.ways) || is_work(line, *i);
        let head = (to + 2..last.tokens.end).find(way).filter(|_| !has_own_kind(line, member))?;
        // 「二级|公路」
        let graded =
            if line.reads(head - 1, "级") { 2 } else { usize::from(line.word(head - 1).ends_with('级')) };
        return Some(head - graded);
    }
    // 「齐昂公路、公路客运枢纽」: what is whole by itself shares works, and no other building.
    let whole = has_own_kind(line, member) && member.tokens.len() > 1;
    let same_word = rest.clone().find(|i| line.word(*i - 1) == line.word(end)).filter(|i| {
        // 「伐鱼河、清水河|城市公园」
        let water = line.reads_any(end, &lists().places.natural)
            && line.ending(last.tokens.end - 1).is_some_and(|e| e.subtype == "park");
        // 「上贤村、滨涯村|安置房」: a village is not built.
        let settled = line.ending(end).is_some_and(|e| e.subtype == "village");
        !whole || water || settled || is_head_of_works(line, *i..last.tokens.end)
    });
    // 「东部、北部、南部|交通枢纽」
    let side = |i: usize| line.reads_any(i, &lists().places.quarters_of_town);
    if side(end) && side(last.tokens.start) && !rest.is_empty() {
        return Some(last.tokens.start + 1);
    }
    // 「浑南大道、胜利大街|快速路」
    let street = |i: usize| line.reads_any(i, &lists().names.named_roads);
    // 「塔北路、仓丰路|地下综合管廊工程」
    let under = |i: usize| line.reads_any(i, &lists().places.laid);
    let fast =
        rest.clone().find(|i| (line.reads_any(*i, &lists().places.raised) || under(*i)) && street(*i - 1));
    if fast.is_some() && street(end) {
        return fast;
    }
    // 「辽中蒲河、法库獾子洞|国家湿地公园」
    let park = |i: &usize| lists().lists.shared_parks.has(&line.text(*i..last.tokens.end));
    // 「大窑湾、太平湾|港区」
    let water = lists().places.natural.end(&line.word(end)) || ends_in(line, end, &lists().places.waters);
    if let Some(park) = rest.clone().find(park).filter(|_| water) {
        return Some(park);
    }
    // 「公平路、一匡街|跨伊通河大桥」
    if let Some(across) = rest.clone().find(|i| crosses(line, *i)).filter(|at| line.ending(at - 1).is_some())
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
        let further = matches!(line.lexemes[*i].token, Token::Division(_));
        let divisions = both_divisions(line, end, *i - 1) && !further && !is_zone(&line.word(end));
        let alike = places.is_some_and(|(a, b)| same_make(a, b)) || divisions;
        // 「长兴岛、大连湾|疏港路」: an island is not built.
        let ground = |i: usize| line.word(i).ends_with(['岛', '湾']) && line.is(i, Tags::ENDING);
        let island = ground(end) && ground(*i - 1);
        island || alike && is_head_of_works(line, *i..last.tokens.end)
    };
    same_word
        .or_else(|| rest.clone().find(same_kind))
        .or_else(|| {
            // Earlier members are bare names (`黄千`): the head is what follows the first name.
            // 「城西、城东|港区疏港通道」
            let side = |i: usize| line.reads_any(i, &lists().names.sides);
            let bare = member.tokens.clone().all(|i| line.is_proper(i) || side(i));
            let ground = is_ground(&member.name);
            // 「邕武、秀灵—友爱|立交改造」
            let part = |i: usize| line.is_proper(i) || line.lexemes[i].is_mark('—');
            let ends = |i: &usize| if ground { is_work(line, *i) } else { !part(*i) };
            let head = bare.then(|| rest.clone().find(ends)).flatten()?;
            // 「鸣凤山|景区」「南湖|公园」「象湖|污水处理厂」: the mountain and the lake belong to the name, and so does
            // the road of 「通世南路|隧道」.
            let built = line.is(last.tokens.end - 1, Tags::ENDING);
            // 「运|河|综合保护工程」
            let letter = line.lexemes[head - 1].range.len() == 1;
            let natural = (line.reads_any(head, &lists().places.natural) && (built || letter)
                || line.reads_any(head, &lists().places.short_endings)
                    && line.is(head + 1, Tags::ENDING)
                    && built)
                && head + 1 < last.tokens.end;
            // 「石药集团、雀巢健康科学项目」: what the last one makes is its own.
            let product = line.reads(last.tokens.end - 1, "项目")
                && !line.is(head, Tags::ENDING)
                && !(head..last.tokens.end - 1).any(|i| is_work(line, i));
            Some(if product { last.tokens.end - 1 } else { head + usize::from(natural) })
        })
        .or_else(|| {
            // 「东西大道、南北大道和西湾广场周边街道亮化绿化工程」: all the works at the end.
            let named = last.called_project || line.word(last.tokens.end - 1).ends_with("工程");
            let called = named && last.tokens.len() > 1;
            // 「滨河西路、获泽河治理三期工程」: a road gets none of the works on a river.
            let works = works_at_end(line, rest.clone()).start;
            let apart = line.ending(end).zip(line.ending(works - 1)).is_some_and(|(a, b)| {
                whole && a.subtype != b.subtype && [a, b].iter().any(|e| e.subtype == "river")
            });
            (called && !apart).then(|| works_at_end(line, rest.clone()).start)
        })
        .or_else(|| {
            // 「朝阳街、所城里|保护修缮」: a name alone before works on what is there.
            let works = works_at_end(line, rest).start;
            let bare = (last.tokens.start..works).all(|i| line.is_proper(i));
            let on_site = lists().places.on_site.end(&line.word(last.tokens.end - 1));
            (whole && bare && on_site).then_some(works)
        })
}

/// The works alone that end a head: 「（迎宾路至正阳路）|翻新改造」.
pub(super) fn works_at_end(line: &Line, head: Range<usize>) -> Range<usize> {
    // 「合店路|一期|改造」: a phase is the last one's own.
    let own = |i: usize| is_phase(line, i) && i + 1 < head.end;
    let works = |i: &usize| (is_work(line, *i) || is_called(line, *i)) && !own(*i);
    let works = head.clone().rev().take_while(works).count();
    let begin = head.end - works.max(1);
    // 「贵遵路|市政化|改造」: how it is worked on belongs to the works.
    let manner = works > 0 && begin > head.start && line.reads_any(begin - 1, &lists().lists.modifiers);
    begin - usize::from(manner)..head.end
}

/// 「蔡田铺|一期」: a name with a phase says nothing of what is built.
pub(super) fn is_phase_alone(line: &Line, member: &Member) -> bool {
    let start = member.tokens.start;
    member.tokens.len() == 2
        && line.lexemes[start].token == Token::Unknown
        && line.lexemes[start].range.len() <= 3
        && is_phase(line, start + 1)
}

/// Whether words name works and nothing that is built: 「高压线塔迁改」, not 「货场项目」.
pub(super) fn is_head_of_works(line: &Line, tokens: Range<usize>) -> bool {
    // 「德胜电厂、恒益电厂|“上大压小”|工程」
    let alone = tokens.len() == 1;
    let byword = |i: usize| is_byword(line, i) || alone && line.lexemes[i].token == Token::Quote;
    tokens.clone().all(|i| is_called(line, i))
        || tokens.clone().any(|i| is_work(line, i) && !is_called(line, i) || byword(i))
}

/// 「公平路、一匡街|跨伊通河大桥」「杜仲路、合欢路|下穿立交桥」.
pub(super) fn crosses(line: &Line, at: usize) -> bool {
    line.reads_any(at, &lists().names.crosses)
}

/// 「菱溪湖」「花博园」: a name that says itself what it is, though no word ends it.
fn is_ground(name: &str) -> bool {
    let kind = words().ending(name).map(|ending| ending.subtype.as_str());
    name.chars().count() >= 3 && kind.is_some_and(|kind| matches!(kind, "lake" | "park"))
}

/// 「渤海新区」: a new quarter, which is built by itself.
pub(super) fn is_zone(name: &str) -> bool {
    words().ending(name).is_some_and(|ending| ending.subtype == "region")
}

fn is_division(ending: &Ending) -> bool {
    lists().projects.division_kinds.has(&ending.subtype)
}

/// Two roads, two rivers, two places that are no divisions, or two buildings of any kind.
fn same_make(a: &Ending, b: &Ending) -> bool {
    let building =
        |e: &Ending| e.kind == Kind::Organization || ["facility", "park"].contains(&e.subtype.as_str());
    let flows = |e: &Ending| e.subtype == "river";
    let road = |e: &Ending| e.subtype == "road";
    let grounds =
        a.kind == Kind::Place && b.kind == Kind::Place && !(flows(a) && road(b) || road(a) && flows(b));
    a.subtype == b.subtype || building(a) && building(b) || grounds && !is_division(a) && !is_division(b)
}

pub(super) fn both_divisions(line: &Line, a: usize, b: usize) -> bool {
    let division = |i: usize| matches!(line.lexemes[i].token, Token::Division(_));
    division(a) && division(b)
}
