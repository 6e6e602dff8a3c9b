//! Projects that stand outside the phrase that a clause is built around.

use std::ops::Range;

use super::Spoken;
use super::aims::{is_catchword, is_soft};
use crate::extract::companies;
use crate::extract::frame::Frame;
use crate::extract::line::Line;
use crate::extract::names;
use crate::facts::{Kind, Part, State};
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Tags, words};

/// 「金兰水库|完成|除险加固」: works named behind the verb that says how far they are, one for each of a list.
pub(super) fn finished_works(line: &Line, clause: &Range<usize>) -> Vec<Spoken> {
    let verb = (clause.start + 1..clause.end.saturating_sub(1))
        .find(|i| line.reads_any(*i, &lists().projects.finishes));
    let Some(verb) = verb else { return Vec::new() };
    let works = verb + 1..clause.end;
    let ended = |site: &Range<usize>| {
        // 「永通化工|完成|搬迁」
        let moves = line.reads_any(works.start, &lists().projects.moves);
        let place = line.ending(site.end - 1).is_some_and(|e| e.kind == Kind::Place);
        place || line.is_proper(site.end - 1) || moves
    };
    // 「完成|立面|整治」
    let works_alone = works.clone().all(|i| line.is(i, Tags::WORK))
        || works.len() == 2 && line.is(works.start, Tags::COMMON) && line.is(works.start + 1, Tags::WORK);
    let fits = works_alone && !line.text(works.clone()).ends_with("建设");
    let said = words().verb(&line.word(verb)).filter(|_| fits);
    let Some(said) = said else { return Vec::new() };
    let states = if line.sentence.part == Some(Part::Plan) { &said.plan } else { &said.review };
    if states.is_empty() {
        return Vec::new();
    }
    let sites = sites(line, clause.start..before_manner(line, clause.start..verb));
    let named = |site: &Range<usize>| {
        ended(site)
            && names::start(line, site.end - 1, site.start) == site.start
            && names::is_named(line, site.clone())
            && !names::is_indefinite(line, site.clone())
    };
    if !sites.iter().all(named) {
        return Vec::new();
    }
    sites.into_iter().map(|site| works_on(line, site, works.clone(), states.clone())).collect()
}

/// Where what says how a thing is done begins: 「…等20座历史建筑|按原貌|完成修复」.
fn before_manner(line: &Line, tokens: Range<usize>) -> usize {
    tokens.clone().skip(1).find(|i| line.reads_any(*i, &lists().projects.as_what)).unwrap_or(tokens.end)
}

/// What works are done on, one for each of a list: 「槐安路、体育大街|等主街」.
pub(super) fn sites(line: &Line, tokens: Range<usize>) -> Vec<Range<usize>> {
    let end = tokens.clone().find(|i| line.reads(*i, "等")).unwrap_or(tokens.end);
    line.parts(tokens.start..end, &["和", "及"])
}

/// 「对|保沧路高阳段21公里路面|进行了|铺油养护」: works done to something, one for each of a list.
pub(super) fn works_done_to(line: &Line, clause: &Range<usize>) -> Vec<Spoken> {
    let of_clause = || {
        let to = clause.clone().find(|i| line.reads_any(*i, &lists().projects.done_on))?;
        let done = (to + 2..clause.end).find(|i| line.reads_any(*i, &lists().projects.done_to))?;
        Some((to, done))
    };
    let Some((to, done)) = of_clause() else { return Vec::new() };
    let works = done + 1 + usize::from(line.reads(done + 1, "了"))..clause.end;
    let of_works = works.clone().any(|i| line.is(i, Tags::WORK)) && works.len() <= 3 && !works.is_empty();
    if !of_works {
        return Vec::new();
    }
    let listed = (to + 1..done).any(|i| line.reads(i, "等"));
    let end = (to + 1..done)
        .find(|i| !listed && line.count_at(*i).is_some() || line.reads_any(*i, &lists().projects.as_what))
        .unwrap_or(done);
    // 「对李家塔地区812户|群众|实施搬迁」: who is moved belongs to the name.
    let whom = (end..done).find(|i| line.reads_any(*i, &lists().projects.dwellers));
    // 「朱棋路|两侧」
    let ground = |site: &Range<usize>| {
        let beside = site.len() > 1 && line.reads_any(site.end - 1, &lists().lists.around);
        site.end - 1 - usize::from(beside)
    };
    let named = |site: &Range<usize>| {
        line.ending(ground(site)).is_some_and(|e| e.kind == Kind::Place)
            && !site.clone().any(|i| line.is(i, Tags::VERB.and(Tags::PARTICLE)))
            && (names::is_named(line, site.clone()) || line.reads_any(site.start, &lists().places.stations))
            && !names::is_indefinite(line, site.clone())
    };
    // 「棉花岛渣场|及周边工业区环境」 names the first alone.
    let sites = sites(line, to + 1..end).into_iter().filter(named);
    let state = if line.sentence.part == Some(Part::Plan) { State::Underway } else { State::Completed };
    let spoken = |site: Range<usize>| {
        let mut spoken = works_on(line, site.clone(), works.clone(), vec![state]);
        if let Some(whom) = whom {
            spoken.name = line.text(site) + &line.word(whom) + &line.text(works.clone());
        }
        spoken
    };
    sites.map(spoken).collect()
}

/// 「完成|大钢、大化等企业|搬迁」「保沣实业等企业|自动化生产线|投产」: what each body of a list builds or has done.
pub(super) fn works_of_bodies(line: &Line, frame: &Frame) -> Vec<Spoken> {
    let phrase = frame.phrase.clone();
    let Some(and_so_on) = phrase.clone().skip(1).find(|i| line.reads(*i, "等")) else { return Vec::new() };
    let Some((sum, _)) = companies::sum_behind(line, and_so_on) else { return Vec::new() };
    let works = sum + 1..phrase.end;
    let fits = !works.is_empty()
        && works.len() <= 3
        && line.is(works.end - 1, Tags::WORK)
        && !line.reads_any(works.end - 1, &lists().lists.called)
        && works.clone().all(|i| line.is(i, Tags::COMMON.and(Tags::WORK)))
        && !frame.states.is_empty();
    if !fits {
        return Vec::new();
    }
    let named = |site: &Range<usize>| line.is_proper(site.start) && line.chars_of(site.clone()).len() <= 10;
    let each = sites(line, phrase.start..and_so_on).into_iter().filter(named);
    let moved = line.reads_any(works.end - 1, &lists().projects.moves);
    each.map(|site| Spoken {
        on_site: moved,
        shared_works: false,
        ..works_on(line, site, works.clone(), frame.states.clone())
    })
    .collect()
}

/// Works, named after what they are done on.
fn works_on(line: &Line, site: Range<usize>, works: Range<usize>, states: Vec<State>) -> Spoken {
    Spoken {
        name: line.text(site.clone()) + &line.text(works),
        tokens: site,
        shared_works: true,
        on_site: true,
        states,
        ..Spoken::default()
    }
}

/// Whether the verb before a name carries a scheme out: 「实施|职教兴滇工程」.
fn is_carried_out(line: &Line, tokens: &Range<usize>, from: usize) -> bool {
    let verb = (from..tokens.start).rev().find(|i| line.is(*i, Tags::VERB));
    verb.is_some_and(|verb| lists().programmes.carries_out.end(&line.word(verb)))
}

/// What calls itself a project or works anywhere in a clause.
pub(super) fn named_elsewhere(line: &Line, clause: Range<usize>) -> Vec<Spoken> {
    let mut out = Vec::new();
    for head in clause.clone() {
        let counted_after = line.count_at(head + 1).is_some();
        if counted_after
            || !(line.reads(head, "项目") || line.reads(head, "工程"))
            || line.is(head + 1, Tags::WORK)
            // 「挂图作战|抓|项目」
            || head > 0 && line.is(head - 1, Tags::VERB) && !line.is(head - 1, Tags::WORK)
        {
            continue;
        }
        let begin = names::start(line, head, clause.start);
        let tokens = begin..head + 1;
        let counted = begin > clause.start && line.is(begin - 1, Tags::MEASURE.and(Tags::INDEFINITE));
        let titled = (clause.start..begin)
            .rev()
            .take(3)
            .any(|i| line.word(i).ends_with('为') || line.word(i).ends_with("评"));
        let text = line.text(tokens.clone());
        if titled
            || tokens.len() < 2
            || counted
            || text.chars().count() < 6
            || !names::is_named(line, begin..head)
            || names::is_indefinite(line, tokens.clone())
            || is_catchword(line, tokens.clone(), &text)
            || is_carried_out(line, &tokens, clause.start) && is_soft(line, &tokens, &text)
            || tokens.clone().any(|i| line.reads(i, "的") || line.reads_any(i, &lists().honours.won))
        {
            continue;
        }
        out.push(Spoken { name: text, tokens, ..Spoken::default() });
    }
    out
}
