//! What sums a list up, and what it gives its members: `等11个重大项目`.

use std::ops::Range;

use super::heads::is_phase_alone;
use super::measures::amount;
use super::sharing::join;
use super::{Member, is_byword, is_called, is_work};
use crate::extract::lexer::{Token, numeral};
use crate::extract::line::Line;
use crate::extract::names;
use crate::facts::Kind;
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Ending, Tags, words};

/// The tail of a list: `等11个重大项目`.
pub(super) struct Tail {
    pub(super) begin: usize,
    /// The tokens of the head noun.
    pub(super) tokens: Range<usize>,
    /// The head noun without count and praise: `棚户区改造一期工程`.
    pub(super) head: String,
    /// The head noun with all that says what it is like: 「大型清洁高效煤电项目」.
    pub(super) full: String,
    /// The works that end it: 「新改建」 of 「农村公路新改建」.
    pub(super) only_works: String,
    /// The token of its kind: 「公路」 there.
    pub(super) kind: Option<usize>,
    pub(super) called_project: bool,
    /// Whether the head names works, so that a member that is a mere place needs it.
    pub(super) works: bool,
    /// Whether the head names what is built: 「停车场」, not 「配套设施」.
    pub(super) built: bool,
    /// Whether it counts its members: 「三大工程」.
    pub(super) sum: bool,
}

impl Tail {
    /// What its head is: a road, where it ends in 「公路」 or in works on roads.
    fn kind_of(&self, line: &Line) -> Option<&'static Ending> {
        self.kind.and_then(|kind| line.ending(kind)).or_else(|| words().ending(&self.head))
    }

    /// Whether a member ends in another kind of thing than the head does.
    fn is_of_another_kind(&self, line: &Line, member: &Member) -> bool {
        let own = line.ending(member.tokens.end - 1);
        let head = self.tokens.clone().last().and_then(|last| line.ending(last));
        own.zip(head).is_some_and(|(own, head)| own.subtype != head.subtype)
    }

    /// Whether a member is of the kind that sums the list up: a street among roads, and no market.
    fn is_of_kind(&self, line: &Line, member: &Member) -> bool {
        let kind = self.kind.and_then(|kind| line.ending(kind));
        let own = line.ending(member.tokens.end - 1);
        kind.zip(own).is_some_and(|(kind, own)| kind.subtype == own.subtype)
    }
}

/// 「竞秀公园等公园改造|和漕河景观」: a name behind the tail of a list begins another one.
pub(super) fn part_behind_tail(line: &Line, phrase: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let joins = |i: &usize| {
        ["和", "及", "以及"].iter().any(|word| line.reads(*i, word)) || line.lexemes[*i].is_mark('、')
    };
    // 「…等三座高架桥|及|轨道交通|一|号线」
    let numbered = |i: usize| line.lexemes[i].token == Token::Number && line.ending(i + 1).is_some();
    let cut = and_so_on(line, &phrase)
        .and_then(|tail| (tail + 2..phrase.end.saturating_sub(1)).find(joins))
        .filter(|cut| {
            let next = cut + 1;
            line.is_proper(next)
                || line.reads_any(next, &lists().names.regions)
                || next + 2 < phrase.end && numbered(next + 1)
        });
    match cut {
        Some(cut) => (phrase.start..cut, Some(cut + 1..phrase.end)),
        None => (phrase, None),
    }
}

/// Where 「等」 stands in a phrase.
fn and_so_on(line: &Line, phrase: &Range<usize>) -> Option<usize> {
    phrase.clone().skip(1).find(|i| line.reads(*i, "等") || line.reads(*i, "等等"))
}

pub(super) fn tail(line: &Line, phrase: &Range<usize>) -> Option<Tail> {
    let and_so_on = and_so_on(line, phrase);
    let begin = and_so_on.or_else(|| counted_head(line, phrase))?;
    let lexicon = &lists().lists;
    // 「…等综合治理工程|150多个」
    let counted =
        (begin + 1..phrase.end).find(|i| line.count_at(*i).is_some_and(|long| i + long == phrase.end));
    let amount = (begin + 2..phrase.end).find(|i| amount(line, *i, phrase.end));
    let end = counted.or(amount).filter(|i| *i > begin + 1).unwrap_or(phrase.end);
    // 「榆林、渭南等产业集群|、储能电站、产业园」: what stands in the list behind its head is none of it.
    let more = (begin + 2..end).find(|i| line.lexemes[*i].is_mark('、'));
    let headed = |mark: &usize| line.ending(mark - 1).is_some() && !line.is_proper(mark + 1);
    let end = more.filter(|mark| and_so_on.is_some() && headed(mark)).unwrap_or(end);
    // 「…工程|及|一批|人行天桥」
    let joins =
        |i: &usize| (line.reads(*i, "和") || line.reads(*i, "及")) && line.is(i + 1, Tags::INDEFINITE);
    let end = (begin + 2..end).find(joins).filter(|_| and_so_on.is_some()).unwrap_or(end);
    let phrase = &(phrase.start..end);
    let (mut at, mut counted_up_to) =
        behind_counts(line, begin, begin + usize::from(and_so_on.is_some()), phrase.end);
    let measured = behind_measure(line, counted_up_to, phrase.end).filter(|_| counted_up_to > begin + 1);
    if let Some(measured) = measured {
        at = measured;
        counted_up_to = measured;
    }
    let praise = |i: usize| line.is(i, Tags::INDEFINITE) && !line.reads_any(i, &lexicon.sized);
    let full = (counted_up_to..phrase.end)
        .find(|i| !praise(*i))
        .map_or_else(String::new, |i| line.text(i..phrase.end));
    let head = head_of(line, at..phrase.end);
    let called_project = lexicon.project_heads.end(&head);
    // 「…等主要道路|“白改黑”|工程」
    let byword = |i: usize| i > at && is_byword(line, i);
    let works = (at..phrase.end).any(|i| is_work(line, i) && !is_called(line, i) || byword(i));
    let of_works =
        (at..phrase.end).rev().take_while(|i| is_work(line, *i) || is_called(line, *i) || byword(*i)).last();
    // 「道路|综合|改造工程」
    let modified = |works: usize| works > at && line.reads_any(works - 1, &lexicon.modifiers);
    let of_works = of_works.map(|works| works - usize::from(modified(works)));
    let only_works = of_works.filter(|_| works).map_or_else(String::new, |i| line.text(i..phrase.end));
    let kind = of_works.and_then(|works| works.checked_sub(1)).filter(|kind| *kind >= at);
    let built = phrase.end > at && line.ending(phrase.end - 1).is_some_and(|e| e.kind == Kind::Place);
    let sum = sums_up(line, begin, phrase.end) || measured.is_some();
    let tokens = at..phrase.end;
    Some(Tail { begin, tokens, head, full, only_works, kind, called_project, works, built, sum })
}

/// Where the head noun begins behind counts and praise, and where the last count ends: 「等|4个|重点|项目」.
fn behind_counts(line: &Line, begin: usize, from: usize, end: usize) -> (usize, usize) {
    let lexicon = &lists().lists;
    let mut at = from;
    let mut counted_up_to = at;
    loop {
        // 「4个|110千伏变电站」: what numbers a thing counts none.
        let counted =
            line.count_at(at).filter(|long| !line.reads_any(at + long - 1, &lists().names.numbering));
        // 「镇原等|4县|高速项目」
        let divisions = line.lexemes.get(at).is_some_and(|l| l.token == Token::Number)
            && line.reads_any(at + 1, &lexicon.regions)
            && at + 2 < end;
        if let Some(count) = counted.or(divisions.then_some(2)) {
            at += count;
            counted_up_to = at;
        } else if line.is(at, Tags::INDEFINITE.and(Tags::DETERMINER).and(Tags::RELATIVE))
            && !line.reads(at, "国际")
            || line.reads_any(at, &lexicon.passing)
            || at == begin + 1 && line.reads_any(at, &lexicon.regions)
            || line.word(at).chars().count() == 2 && sums_up(line, at, end)
        {
            at += 1;
        } else {
            return (at, counted_up_to);
        }
    }
}

/// 「学院路等14条|道路|27.7公里|综合管廊」: where what is measured on the things that are counted begins.
fn behind_measure(line: &Line, counted_up_to: usize, end: usize) -> Option<usize> {
    (counted_up_to + 1..end).find_map(|i| {
        let long = line.count_at(i).filter(|long| i + long < end)?;
        let measures = line.reads_any(i + long - 1, &lists().lists.lengths) && line.ending(i - 1).is_some();
        measures.then_some(i + long)
    })
}

/// The head noun alone, of all that stands behind the counts.
fn head_of(line: &Line, tokens: Range<usize>) -> String {
    let lexicon = &lists().lists;
    if tokens.is_empty() {
        return String::new();
    }
    let mut head = line.text(tokens.clone());
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
    // 「…等|项目|扩建改造工作」
    let called = head.strip_prefix("项目").filter(|_| {
        let mut works = tokens.clone().skip(1);
        tokens.len() > 1 && works.all(|i| line.is(i, Tags::WORK) && !is_called(line, i))
    });
    if let Some(works) = called {
        head = works.to_owned();
    }
    // 「…等市场的建设改造」
    if let Some((kind, of)) = head.clone().split_once('的')
        && tokens.clone().rev().take_while(|i| !line.reads(*i, "的")).all(|i| line.is(i, Tags::WORK))
    {
        head = format!("{kind}{of}");
    }
    // 「…4个乡镇农村电网改造|和12个行政村街巷硬化」: what is counted behind is none of the list's.
    let counted = tokens.clone().find(|i| {
        // 「…工程|及|一批|人行天桥」
        let many = line.count_at(*i + 1).is_some() || line.is(*i + 1, Tags::INDEFINITE);
        (line.reads(*i, "和") || line.reads(*i, "及")) && many
    });
    if let Some(stop) = counted.filter(|stop| *stop > tokens.start) {
        head = line.text(tokens.start..stop);
    }
    // 「以主城区和涿州等|为重点的服务集中区」「推动古交、清徐等|在试点建设上取得突破」: what the list is for, and what is
    // said of it, is no head of its members.
    let respect = line.reads(tokens.start, "在") && line.reads_any(tokens.end - 1, &lexicon.respects);
    if line.reads(tokens.start, "为") || respect {
        head.clear();
    }
    head
}

/// 「东胡林、青白口、王平3处湿地景观」: where the count begins that sums a list up.
fn counted_head(line: &Line, phrase: &Range<usize>) -> Option<usize> {
    let listed = phrase.clone().find(|i| line.lexemes[*i].is_mark('、'));
    // 「市开发区|和|利民开发区|2个循环经济园区」: two that are counted.
    let joined = || phrase.clone().find(|i| *i > phrase.start && line.reads(*i, "和"));
    let two = listed.is_none();
    let listed = listed.or_else(joined)?;
    if let Some(sum) = (listed + 2..phrase.end).find(|i| sums_up(line, *i, phrase.end)) {
        return Some(sum);
    }
    let count = (listed + 2..phrase.end).find(|i| {
        // 「城冯路（龙化段）|4条|乡道」
        let remark = line.lexemes[*i - 1].token == Token::Bracket;
        let alike = two
            && line.ending(*i - 1).is_some()
            && line.word(*i - 1) == line.word(listed - 1)
            && names::is_named(line, listed + 1..*i);
        // 「滨江新城|4|大|片区」
        let parts = !two && line.reads(*i + 1, "大") && line.ending(*i - 1).is_some();
        // 「文明东路、和平南路|5条|断头路」「浑南新城、南运河|三条|综合管廊工程」
        let ended = !two
            && line.is(*i - 1, Tags::ENDING)
            && line.ending(*i - 1).is_some_and(|e| {
                lists().places.headed_kinds.has(&e.subtype) || e.subtype == "river" || e.subtype == "region"
            });
        let named =
            remark || parts || ended || !two && line.is_proper(*i - 1) || line.reads(*i - 1, "段") || alike;
        let divisions = line.lexemes[*i].token == Token::Number
            && line.reads_any(i + 1, &lists().lists.regions)
            && matches!(line.lexemes[*i - 1].token, Token::Division(_));
        (line.count_at(*i).is_some() || divisions) && named && *i + 2 < phrase.end
    })?;
    let counted = line.reads_any(count + 1, &lists().lists.classifiers) || line.reads(count + 1, "大");
    (counted || line.count_at(count).is_none()).then_some(count)
}

/// 「三大战略行动」「“三大工程”」 behind the members.
fn sums_up(line: &Line, token: usize, end: usize) -> bool {
    let chars: Vec<char> = line.word(token).chars().filter(|c| !matches!(c, '“' | '”')).collect();
    let counts = matches!(chars[..], [first, '大', ..] if numeral(first));
    counts && if chars.len() == 2 { token + 1 < end } else { token + 1 == end }
}

/// Gives the members of a list what sums them up.
pub(super) fn share_tail(line: &Line, members: &mut [Member], tail: &Tail) {
    for member in members {
        member.summed = true;
        let bare_of_head = is_bare_of_head(line, member, tail);
        member.called_project |= tail.called_project;
        let works = member.works_shared || member.tokens.clone().any(|i| is_work(line, i));
        let phase = tail.built && !tail.called_project && is_phase_alone(line, member);
        let bare_of_head = bare_of_head || phase;
        let settled = is_settled(line, member, tail);
        if (bare_of_head || tail.works && !works || settled) && !tail.head.is_empty() {
            let head = head_for(line, member, tail, bare_of_head, settled).to_owned();
            take_head(line, member, tail, &head);
        }
    }
}

/// Whether a member says nothing of what it is, or only what the list does not mean.
fn is_bare_of_head(line: &Line, member: &Member, tail: &Tail) -> bool {
    let last = member.tokens.end - 1;
    let ending = line.ending(last);
    // 「待补至功山」 leads from place to place, and is no mountain.
    let way = tail.kind_of(line).is_some_and(|e| lists().places.headed_kinds.has(&e.subtype))
        && member.tokens.clone().any(|i| line.reads(i, "至"))
        && ending.is_some_and(|e| !lists().places.headed_kinds.has(&e.subtype));
    // 「钛谷、虢镇5座大桥」「南山、东湖等5个公园」: a short name of another kind needs the head.
    let short = line.chars_of(member.tokens.clone()).len() <= 3 && line.lexemes[last].range.len() == 1;
    // 「昌吉、伊犁河谷等玉米制种基地」: nature builds nothing.
    let natural = ending.is_some_and(|e| {
        matches!(e.subtype.as_str(), "river" | "mountain" | "lake") || line.word(last).ends_with('岛')
    });
    let short =
        tail.built && !tail.called_project && (short || natural) && tail.is_of_another_kind(line, member);
    // 「长江西路、裕溪路等三座高架桥」「塔北路、仓丰路等地下综合管廊工程」: a road is no bridge, and nothing that lies
    // under it.
    let of_road = ending.is_some_and(|e| lists().places.headed_kinds.has(&e.subtype));
    let crossed = lists().places.crossings.end(&tail.head) && tail.is_of_another_kind(line, member);
    let laid = tail.kind_of(line).is_some_and(|kind| lists().places.laid_kinds.has(&kind.subtype))
        && !tail.head.contains('路');
    let over = of_road && (crossed || laid);
    // 「五中、成成中学等|新校区」: a school gets a new wing.
    let wing = lists().organizations.wings.iter().any(|wing| tail.head.starts_with(wing))
        && ending.is_some_and(|e| e.kind == Kind::Organization);
    !member.headed || way || short || over || wing || tail.sum && !member.called_project
}

/// 「营盘村、上游村等人畜饮水工程」「百崎湖、九十九溪等生态连绵带项目」: a village or a lake is no project.
fn is_settled(line: &Line, member: &Member, tail: &Tail) -> bool {
    tail.called_project
        && tail.head.chars().count() > 2
        && line.ending(member.tokens.end - 1).is_some_and(|e| {
            matches!(e.subtype.as_str(), "village" | "river" | "lake")
                || lists().projects.division_kinds.has(&e.subtype)
        })
}

/// What of the tail's head a member gets.
fn head_for<'t>(
    line: &Line,
    member: &mut Member,
    tail: &'t Tail,
    bare_of_head: bool,
    settled: bool,
) -> &'t str {
    let plain = tail.head == "项目" || lists().lists.plain_heads.has(&tail.head);
    // 「…等一批“高大外”项目」
    let byword = tail.head.starts_with('“') && tail.head.ends_with("”项目");
    let long = tail.head.ends_with("项目") && tail.head.chars().count() > 8;
    // 「湘阴县、屈原管理区等地高标准农田建设项目」: a place needs all of the works.
    let bare_place = member.tokens.len() == 1
        && matches!(line.lexemes[member.tokens.start].token, Token::Division(_))
        || line.ending(member.tokens.end - 1).is_some_and(|e| lists().places.wide_kinds.has(&e.subtype));
    if bare_place && tail.works || settled {
        &tail.head
    } else if plain || byword || long {
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
    }
}

/// Names a member by its head.
fn take_head(line: &Line, member: &mut Member, tail: &Tail, head: &str) {
    // 「团结、清溪等5座渭河大桥」: what the head names says where as well.
    if head == tail.head && !tail.called_project {
        member.head = Some(tail.tokens.clone());
    }
    member.headed = true;
    // 「B1、Z2等|地铁」: the net stands before the number of the line.
    let lettered = member.tokens.len() == 1
        && line.lexemes[member.tokens.start].token == Token::Latin
        && lists().places.lines.has(head);
    if lettered {
        member.name = format!("{head}{}", member.name);
        member.given_head = true;
        return;
    }
    // 「陈仓、钛谷等5座|跨渭河|大桥」: the bridge is called without what it crosses.
    if let Some(alone) = across(line, tail).filter(|_| head == tail.head) {
        member.long_name = Some(format!("{}{head}", member.name));
        join(&mut member.name, &alone);
    } else {
        // 「天河潭、青岩古镇等|旅游景区|改造提升」: also called by the works alone.
        let works_alone = (head == tail.head && tail.kind.is_some() && !tail.only_works.is_empty())
            .then(|| format!("{}{}", member.name, tail.only_works));
        match &mut member.long_name {
            long @ None if works_alone.is_some() && !tail.called_project => *long = works_alone,
            // 「贵阳至北海（南宁至北海段）|高速公路」
            Some(long) => join(long, head),
            // 「大唐郓城等大型清洁高效煤电项目」: what is called short is also called in full.
            long if tail.full != head && tail.called_project => {
                *long = Some(format!("{}{}", member.name, tail.full));
            }
            _ => {}
        }
        join(&mut member.name, head);
    }
    member.given_head = tail.built && !tail.called_project;
    member.works_shared = tail.works;
}

/// The kind of a head that begins with what it crosses: 「大桥」 of 「跨渭河大桥」.
fn across(line: &Line, tail: &Tail) -> Option<String> {
    let first = tail.tokens.start;
    let crosses = line.reads_any(first, &lists().names.crosses)
        && matches!(line.lexemes.get(first + 1)?.token, Token::Feature(_));
    (crosses && first + 2 < tail.tokens.end).then(|| line.text(first + 2..tail.tokens.end))
}

/// Whether a member says by itself that it is a road or a facility.
pub(super) fn has_own_kind(line: &Line, member: &Member) -> bool {
    line.is(member.tokens.end - 1, Tags::ENDING)
        && line.ending(member.tokens.end - 1).is_some_and(|ending| ending.kind == Kind::Place)
}
