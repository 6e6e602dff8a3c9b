//! Whether a member of a phrase is one particular undertaking.

use std::ops::Range;

use super::aims::{
    is_aim_of_a_level, is_catchword, is_document, is_no_works, is_plain_aim, is_soft_scheme, is_title,
};
use crate::extract::frame::Frame;
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::lists;
use crate::extract::lists::Member;
use crate::extract::names;
use crate::facts::{Kind, State};
use crate::lexicon::lists::{Projects, lists};
use crate::lexicon::words::{Tags, words};

/// 「市档案中心、博物馆、文化中心建成使用」: the level before the first belongs to all.
pub(super) fn is_of_the_level(line: &Line, first: &Member) -> bool {
    line.reads_any(first.tokens.start, &lists().names.levels)
        && first.tokens.len() > 1
        && line.ending(first.tokens.end - 1).is_some()
}

/// 「电机产业园创业中心、服务中心、检测中心投入使用」: so does the park that the first one stands in.
pub(super) fn is_of_a_park(line: &Line, first: &Member) -> bool {
    let park = |i: &usize| {
        line.is(*i, Tags::ENDING)
            && line.ending(*i).is_some_and(|e| lists().places.park_kinds.has(&e.subtype))
    };
    let last = first.tokens.end - 1;
    let at = (first.tokens.start + 1..last).rev().find(park);
    at.is_some_and(|at| names::is_named(line, first.tokens.start..at + 1)) && line.ending(last).is_some()
}

/// Whether a member of a list names a building: 「瀚沃家居建材城」.
pub(super) fn is_named_building(line: &Line, member: &Member) -> bool {
    let built = line.ending(member.tokens.end - 1).is_some_and(|ending| {
        ending.kind == Kind::Place && !lists().projects.division_kinds.has(&ending.subtype)
    });
    built && !member.indefinite && member.tokens.len() > 1 && names::is_named(line, member.tokens.clone())
}

/// 「中汇城奥特莱斯、瀚沃家居建材城加快建设」: a bare name beside a building that is being built is one as well.
pub(super) fn is_brand_of_list(line: &Line, member: &Member, frame: &Frame) -> bool {
    let tokens = member.tokens.clone();
    let part = |i: usize| {
        matches!(line.lexemes[i].token, Token::Unknown | Token::Latin)
            || line.is(i, Tags::ENDING) && i > tokens.start
    };
    let known = tokens.len() == 1 && line.chars_of(tokens.clone()).len() < 3;
    !frame.states.is_empty()
        && builds(frame)
        && !member.headed
        && !member.indefinite
        && !known
        && !frame.comes
        && tokens.clone().all(part)
        && line.chars_of(tokens.clone()).len() >= 4
}

/// A facility in such a list that stands in it by its kind alone.
pub(super) fn is_single_of_list(line: &Line, member: &Member, frame: &Frame) -> bool {
    let text = line.text(member.tokens.clone());
    let kind =
        line.ending(member.tokens.end - 1).is_some_and(|e| !lists().projects.founded_kinds.has(&e.subtype));
    let plain =
        member.tokens.len() <= 2 && member.tokens.clone().all(|i| line.is(i, Tags::ENDING.and(Tags::COMMON)));
    !member.indefinite
        && plain
        && kind
        && decided(&frame.states)
        && text.chars().count() >= 3
        && !lists().projects.many.end(&text)
}

/// Whether a member of a phrase is one particular undertaking.
pub(super) fn is_project(
    line: &Line,
    member: &Member,
    frame: &Frame,
    list_named: bool,
    among_built: bool,
) -> bool {
    let tokens = member.tokens.clone();
    if member.name.contains("创建") && !member.called_project {
        return false;
    }
    let vague = member.indefinite || names::is_indefinite(line, tokens.clone());
    if vague
        || counts_inside(line, &tokens)
        || breaks_off(line, &tokens)
        || too_long(line, &tokens)
        || holds_verb(line, &tokens)
        || own_part(&member.name) < 2
        || is_document(line, member, frame)
        || is_title(line, member)
        || is_no_works(member)
        || is_plain_aim(line, member)
        || is_catchword(line, member.tokens.clone(), &member.name)
        || is_soft_scheme(line, member, frame)
        || !decided(&frame.states) && is_aim_of_a_level(line, member)
        || line.chars_of(tokens.clone()).len() < 2
        || !member.headed
            && tokens.clone().all(|i| line.lexemes[i].token == Token::Number || line.is(i, Tags::MEASURE))
        || is_division(line, member)
    {
        return false;
    }
    // 「…服务中心（北院区）」: the remark says which, not what.
    let remark = matches!(line.lexemes[tokens.end - 1].token, Token::Bracket) && tokens.len() > 1;
    let last = tokens.end - 1 - usize::from(remark);
    // 「温州城市大学瑞安学院|主体工程」: the structure of a building.
    let structure = line.reads_any(last, &lists().projects.structures);
    let last = last - usize::from(structure && last > tokens.start);
    let ending = line.ending(last);
    if !member.called_project
        && ending.is_some_and(|ending| lists().projects.founded_kinds.has(&ending.subtype))
    {
        return false;
    }
    // 「建好|教育部重庆高等研究院」: a body that is there.
    let kept = frame.verbs.last().is_some_and(|verb| lists().projects.keeps.has(verb));
    if kept
        && frame.stage.is_none()
        && !member.called_project
        && !member.works_shared
        && ending.is_some_and(|ending| ending.kind == Kind::Organization)
    {
        return false;
    }
    // A partner makes a thing a particular one: 「与北京理工大学联合建设人才培养基地」.
    let with =
        |phrase: &Option<Range<usize>>| phrase.as_ref().is_some_and(|p| names::is_named(line, p.clone()));
    // 「109、呼准等高速公路」「沿河、巴准铁路」: what the list gives its head to is named by standing in it.
    let among_named = member.given_head && list_named;
    let named = names::is_named(line, tokens.clone()) && !names::is_common(line, tokens.clone())
        || member.unique
        || among_named
        || with(&frame.party)
        || with(&frame.place);
    // 「5万吨粗铜项目」
    let sized = member.called_project
        && tokens.len() > 3
        && line.lexemes[tokens.start].token == Token::Number
        && line.reads_any(tokens.start + 1, &lists().names.sizes);
    let named = named || sized;
    let works = line.is(last, Tags::WORK)
        || last > tokens.start && line.reads(last, "工作") && line.is(last - 1, Tags::WORK);
    let building = !frame.states.is_empty();
    if (decided(&frame.states) || building && list_named)
        && lists().projects.singles.has(&line.text(tokens.clone()))
    {
        return true;
    }
    if member.called_project {
        let built = ending.is_some_and(|e| e.kind == Kind::Place);
        let listed = list_named || built && !lists().projects.many.end(&line.text(tokens.clone()));
        return named
            || listed
                && (!line.reads(last, "项目") || line.ending(last - 1).is_some())
                && member.name.chars().count() >= 4
            || is_single_works(line, &tokens)
            || remark && is_phase_remark(&line.word(tokens.end - 1))
            || last > tokens.start
                && line.ending(last - 1).is_some()
                && is_spelled_out(line, &(tokens.start..last), frame)
            || tokens.len() > 2 && lists::is_phase(line, last);
    }
    if member.works_shared && building && named {
        return true;
    }
    if member.works_shared && ending.is_some() {
        return building && (named || is_single_facility_text(&line.text(tokens)));
    }
    let facility = ending.is_some_and(|e| e.kind == Kind::Place) && building && builds(frame);
    if facility && list_named && stands_beside(line, member, decided(&frame.states)) {
        return true;
    }
    if ending.is_some() || member.given_head {
        // 「推进|红山高架」: ways and facilities with names are built, whatever the verb.
        let says = line.is(tokens.start, Tags::VERB) && !line.is(tokens.start, Tags::WORK);
        let built = ending
            .is_some_and(|e| e.kind == Kind::Place && lists().projects.built_kinds.has(&e.subtype))
            && !says;
        let spelled_out = is_spelled_out(line, &tokens, frame);
        let particular = if builds(frame) {
            named || spelled_out || is_single_facility(line, &tokens, decided(&frame.states))
        } else {
            named && built
        };
        return (building || creates(frame)) && particular;
    }
    if works {
        // 「数字城管一期」: what goes on in phases is one thing.
        let phase = (decided(&frame.states) || frame.subject)
            && tokens.len() > 1
            && lists::is_phase(line, last)
            && is_single_facility_text(&line.text(tokens.start..last));
        return building && (named || phase || is_single_works(line, &tokens));
    }
    if frame.comes {
        return false;
    }
    // 「推进官塘创业园|基础设施|建设」
    let outfit = line.reads_any(last, &lists().projects.outfits)
        && last > tokens.start
        && line.ending(last - 1).is_some_and(|e| lists().places.wide_kinds.has(&e.subtype));
    if building && named && outfit && frame.stage.is_some() {
        return true;
    }
    // 「加快松江大学城科创源|建设」: a bare name in a place that the clause names.
    if building && frame.stage.is_some() && is_bare_in_place(line, &tokens) {
        return true;
    }
    // 「推动新和成新材料、恒瑞创新药、玉湖冷链交易中心等|建设」: what stands bare in a list of what is built.
    if named
        && building
        && member.summed
        && among_built
        && frame.stage.is_some()
        && line.chars_of(tokens.clone()).len() >= 4
    {
        return true;
    }
    if named && frame.verbs.last().is_some_and(|verb| lists().projects.builds.has(verb)) {
        return true;
    }
    // A bare name counts where the clause can only speak of works: 「吕北路前期工作」「S1北支线方案研究」.
    named && building && (frame.decided_by_stage || frame.subject && decided(&frame.states))
}

/// 「加快|城市综合管理信息平台|建设」: what has so long a name is one thing.
fn is_spelled_out(line: &Line, tokens: &Range<usize>, frame: &Frame) -> bool {
    let said = frame.stage.is_some() || frame.subject;
    said && line.chars_of(tokens.clone()).len() >= 8
}

/// 「启动市民中心、市档案馆新馆建设」: a facility beside a named one is a particular one as well, where it is
/// long enough to be, or where there are few of its kind.
fn stands_beside(line: &Line, member: &Member, done: bool) -> bool {
    let text = line.text(member.tokens.clone());
    let long = text.chars().count();
    let Projects { many, some, .. } = &lists().projects;
    let park = (member.summed || done)
        && long >= 4
        && lists().projects.parks.end(&text)
        && !lists().projects.common_parks.end(&text);
    park || done && long >= 6 || (done || member.summed) && long >= 4 && !many.end(&text) && !some.end(&text)
}

/// 「松江|大学城|科创源」: a name that no word ends, behind the place it is in.
fn is_bare_in_place(line: &Line, tokens: &Range<usize>) -> bool {
    let last = tokens.end - 1;
    let bare = line.lexemes[last].token == Token::Unknown && line.lexemes[last].range.len() >= 3;
    let placed = last > tokens.start
        && (matches!(line.lexemes[last - 1].token, Token::Division(_))
            || line.is(last - 1, Tags::ENDING)
                && line.ending(last - 1).is_some_and(|e| lists().places.park_kinds.has(&e.subtype)));
    bare && placed
}

/// 「（二期）」
fn is_phase_remark(remark: &str) -> bool {
    let inside = remark.trim_matches(['（', '）', '(', ')']);
    lists().coreference.stages.iter().any(|stage| inside.starts_with(stage))
}

/// How long a name is without the word that calls it a project, in characters; less than 3 names nothing.
fn own_part(name: &str) -> usize {
    let long = name.chars().count();
    let called = ["项目", "工程"].iter().any(|word| name.ends_with(word));
    if long < 3 { 0 } else { long - 2 * usize::from(called) }
}

/// 「坡头、黄堡等重点镇」: divisions are no works.
fn is_division(line: &Line, member: &Member) -> bool {
    let division = matches!(line.lexemes[member.tokens.end - 1].token, Token::Division(_));
    let ended = words()
        .ending(&member.name)
        .is_some_and(|ending| lists().projects.division_kinds.has(&ending.subtype));
    let bare = division && member.tokens.len() == 1;
    !member.called_project && if member.given_head { ended } else { bare && !member.works_shared }
}

/// Verbs that bring a thing into being without saying how far it is.
fn creates(frame: &Frame) -> bool {
    frame.verbs.iter().any(|verb| lists().projects.creates.has(verb))
}

/// Works on a facility of which a place has one: 「殡仪馆迁建工程」.
fn is_single_works(line: &Line, tokens: &Range<usize>) -> bool {
    let moves = |i: usize| line.reads_any(i, &lists().projects.single_works);
    let single = lists().projects.singles.has(&line.text(tokens.start..tokens.start + 1))
        && line.is(tokens.start + 1, Tags::WORK);
    single
        || tokens.clone().skip(1).any(|i| moves(i) && line.ending(i - 1).is_some())
            && is_single_facility_text(&line.text(tokens.start..tokens.start + 1))
}

fn is_single_facility_text(text: &str) -> bool {
    !lists().projects.common_facilities.end(text)
}

/// Whether the clause speaks of building, so that its object is a work and no thing in use.
fn builds(frame: &Frame) -> bool {
    let only_weak = !frame.subject
        && frame.verbs.iter().all(|verb| lists().projects.weak_verbs.has(verb))
        && frame.stage.is_none()
        && !frame.said_behind;
    !only_weak || decided(&frame.states)
}

pub(super) fn decided(states: &[State]) -> bool {
    states.iter().any(|state| !matches!(state, State::Underway | State::Planned))
}

/// A facility of which a place has one: 「体育文化中心」「档案馆新馆」. What many places have counts only where
/// the clause says that it opens or is done: 「水岸酒吧街开业」.
fn is_single_facility(line: &Line, tokens: &Range<usize>, done: bool) -> bool {
    let text = line.text(tokens.clone());
    let Projects { many, some, .. } = &lists().projects;
    let long = text.chars().count();
    long >= 5 && (!many.end(&text) || done && long >= 6) && (done || !some.end(&text))
}

/// Whether a phrase goes on into a count or breaks off before its noun: 「总体规划30多项重要」.
fn breaks_off(line: &Line, tokens: &Range<usize>) -> bool {
    let last = tokens.end - 1;
    let counted_last = (tokens.start + 1..tokens.end)
        .any(|i| line.count_at(i).is_some_and(|n| i + n == tokens.end) && !numbers(line, last));
    // 「市级领导归口包联|重点|项目」
    let plain = tokens.len() > 2 && line.reads(last, "项目") && line.is(last - 1, Tags::INDEFINITE);
    let loose = counted_last
        || plain
        || line.is(last, Tags::INDEFINITE)
        || line.is(last, Tags::PREDICATE) && !line.is(last, Tags::WORK);
    let counted = (tokens.start + 1..tokens.end)
        .any(|i| line.count_at(i).is_some_and(|n| line.is(i + n, Tags::INDEFINITE)));
    loose || counted
}

/// 「市区71条小街巷改造」: works on so many things are no particular ones; 「第二条生产线」 and
/// 「“二纵六横”8条道路」 are.
fn counts_inside(line: &Line, tokens: &Range<usize>) -> bool {
    let quoted = line.lexemes[tokens.start].token == Token::Quote;
    !quoted
        && (tokens.start + 1..tokens.end).any(|i| {
            line.count_at(i).is_some_and(|n| i + n < tokens.end)
                && line.reads_any(i + 1, &lists().lists.classifiers)
                && !line.word(i).starts_with('第')
                && !line.word(i - 1).ends_with('第')
        })
}

/// 「二期」「110千伏」「日产4500吨」.
fn numbers(line: &Line, at: usize) -> bool {
    line.reads_any(at, &lists().names.numbering) || line.reads_any(at, &lists().names.sizes)
}

fn too_long(line: &Line, tokens: &Range<usize>) -> bool {
    line.chars_of(tokens.clone()).len() > 34
}

/// Whether a phrase holds a verb or a small word, so that it is no name but a statement.
fn holds_verb(line: &Line, tokens: &Range<usize>) -> bool {
    // 「开通大水系、|建设|大城市」
    let governs = line.reads(tokens.start, "建设") && tokens.len() == 2 && !line.is_proper(tokens.start + 1);
    if governs && !line.is(tokens.start + 1, Tags::WORK) {
        return true;
    }
    tokens.clone().any(|i| {
        let verb =
            line.is(i, Tags::VERB) && !line.is(i, Tags::WORK) && !line.is(i, Tags::COMMON.and(Tags::STAGE));
        // 「贵港|经|隆安至硕龙」
        let via = line.reads(i, "经") && (i + 1..tokens.end).any(|to| line.reads(to, "至"));
        let joins = line.reads_any(i, &lists().projects.joins) || via;
        let small = line.is(i, Tags::PREPOSITION.and(Tags::PARTICLE).and(Tags::MODAL))
            && !joins
            && !line.is(i, Tags::COMMON.and(Tags::ENDING));
        verb || small && i + 1 < tokens.end
    })
}
