//! What one clause says of the projects of the clause before.

use std::ops::Range;

use super::Spoken;
use crate::extract::frame;
use crate::extract::frame::Frame;
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::lists;
use crate::extract::names;
use crate::facts::{Kind, Part};
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

/// 「加快推进洪江高速、沙公高速，石首大桥等项目建设」: a list without a verb goes on with that of the clause
/// before.
pub(super) fn continued(line: &Line, frame: Frame, before: Option<Frame>) -> Frame {
    let Some(before) = before.filter(|before| !before.verbs.is_empty() && !before.states.is_empty()) else {
        return frame;
    };
    let phrase = frame.phrase.clone();
    let acts = |i: usize| {
        line.is(i, Tags::VERB.and(Tags::PREDICATE)) && !line.is(i, Tags::WORK.and(Tags::ENDING))
            || line.reads_any(i, &lists().honours.won)
    };
    // 「推进蟠高快线建设，连霍高速市政化改造，以及…提升改造」: works in one clause after the other.
    let and_so_on = phrase.clone().any(|i| line.reads(i, "等"));
    let worked = |last: usize| line.is(last, Tags::WORK) || and_so_on && line.is(last, Tags::STAGE);
    let works = phrase.clone().last().is_some_and(|last| worked(last) && phrase.len() > 2)
        && !before.subject
        && names::is_named(line, phrase.clone());
    let listed = frame.subject
        && frame.states.is_empty()
        && (works || phrase.clone().any(|i| line.lexemes[i].is_mark('、')))
        && !phrase.clone().any(acts);
    let new = frame::governed(line, &frame, &before);
    let built = |last: usize| line.ending(last).is_some_and(|e| e.kind == Kind::Place);
    let ended = new.phrase.clone().last().is_some_and(|last| {
        let mut marks = phrase.clone().skip(1).filter(|i| line.lexemes[*i].is_mark('、'));
        let part = |i: usize| {
            built(i)
                || line.lexemes[i].token == Token::Bracket
                || line.is(i, Tags::WORK)
                || lists::is_phase(line, i)
                // 「武汉至咸宁、武汉至黄石城际铁路」
                || i > 0 && line.joins_ends(i - 1)
        };
        // 「白云至修文、党武至湖潮等城市干道」: bare names have the kind at the end.
        built(last) && (and_so_on || marks.all(|mark| part(mark - 1)))
            || line.reads(last, "项目")
            || line.reads(last, "工程")
            || line.is(last, Tags::WORK)
            || new.stage.is_some()
    });
    if listed && ended && !before.subject { new } else { frame }
}

/// 「实施十大重点工程：市政务中心，人民路综合改造，…」: the frame of a clause behind whose colon its works are listed.
pub(super) fn opens_list(line: &Line, clause: &Range<usize>, frame: &Frame) -> Option<Frame> {
    let colon = line.lexemes.get(clause.end).is_some_and(|l| [':', '：'].iter().any(|mark| l.is_mark(*mark)));
    let works = ["工程", "项目"].iter().any(|word| line.text(clause.clone()).ends_with(word));
    let states = colon && works && !frame.verbs.is_empty() && !frame.states.is_empty();
    states.then(|| Frame { stage: Some("建设".to_owned()), ..frame.clone() })
}

/// A clause of such a list, which has no verb of its own.
pub(super) fn listed_under(line: &Line, clause: &Frame, head: &Frame) -> Option<Frame> {
    let acts =
        |i: usize| line.is(i, Tags::VERB.and(Tags::PREDICATE)) && !line.is(i, Tags::WORK.and(Tags::ENDING));
    let plain = clause.verbs.is_empty() && clause.states.is_empty() && !clause.phrase.is_empty();
    (plain && !clause.phrase.clone().any(acts)).then(|| frame::governed(line, clause, head))
}

/// 「加快推进…等20个项目，力争尽快开工建设」: a clause of a bare verb says more of what the one before names.
pub(super) fn follow(
    line: &Line,
    clause: &Range<usize>,
    frame: &Frame,
    known: &mut Vec<Spoken>,
    last: Range<usize>,
) {
    let forecast = clause.clone().any(|i| line.reads_any(i, &lists().projects.forecasts));
    if forecast && line.sentence.part == Some(Part::Review) {
        return;
    }
    if let Some(next) = next_phase(line, frame, known).or_else(|| next_stretch(line, frame, known)) {
        known.push(next);
        return;
    }
    if !frame.phrase.is_empty() {
        return;
    }
    for project in known.get_mut(last).unwrap_or_default() {
        let new = frame.states.iter().filter(|state| !project.states.contains(state)).copied();
        project.states.extend(new.collect::<Vec<_>>());
    }
}

/// 「东胜铁西二期开发基本完成，三期建设正在推进」: a phase alone is one of what was spoken of.
fn next_phase(line: &Line, frame: &Frame, known: &[Spoken]) -> Option<Spoken> {
    let phase = !frame.phrase.is_empty() && lists::is_phase(line, frame.phrase.start);
    let before = known.last().filter(|_| phase && !frame.states.is_empty())?;
    // 「推进环莞快速路建设，加快推进|三期|建设」: the whole was spoken of.
    let last = before.tokens.end.checked_sub(1);
    let way = last.is_some_and(|last| line.ends_way(last)) && !before.shared_works;
    let cut = lists().coreference.stages.iter().find_map(|stage| before.name.find(stage));
    let cut = cut.or_else(|| way.then_some(before.name.len()))?;
    Some(Spoken {
        name: before.name.get(..cut)?.to_owned() + &line.text(frame.phrase.clone()),
        tokens: frame.phrase.clone(),
        states: frame.states.clone(),
        modal: frame.modal.clone(),
        beside: Some(before.beside.clone().unwrap_or_else(|| before.tokens.clone())),
        ..Spoken::default()
    })
}

/// 「三环线东北段加快推进，|东段|开工建设」: a side alone is another stretch of the way that was spoken of.
fn next_stretch(line: &Line, frame: &Frame, known: &[Spoken]) -> Option<Spoken> {
    let Range { start, end } = frame.phrase.clone();
    let side = end == start + 2
        && line.reads_any(start, &lists().places.directions)
        && line.reads(start + 1, "段")
        && !frame.states.is_empty();
    let way = known.last().filter(|_| side).and_then(|before| way_of_stretch(line, before))?;
    Some(Spoken {
        name: way + &line.text(frame.phrase.clone()),
        tokens: frame.phrase.clone(),
        states: frame.states.clone(),
        modal: frame.modal.clone(),
        ..Spoken::default()
    })
}

/// 「二环线」 of 「二环线|汉口|段」: the way that a project is a stretch of.
pub(super) fn way_of_stretch(line: &Line, project: &Spoken) -> Option<String> {
    let tokens = project.tokens.clone();
    let end = tokens.clone().rev().find(|i| line.reads(*i, "段"))?;
    let way = (tokens.start..end).rev().find(|i| line.ends_way(*i))?;
    (way > tokens.start && end - way <= 3).then(|| line.text(tokens.start..way + 1))
}

/// 「与中国科学技术交流中心对接」「依托故宫博物院」: a clause that only names a partner.
pub(super) fn meets(line: &Line, clause: &Range<usize>) -> Option<Range<usize>> {
    let begin = clause.clone().find(|i| !line.is(*i, Tags::ADVERB))?;
    let opens = line.reads_any(begin, &lists().projects.with);
    let end = (begin + 1..clause.end).find(|i| line.reads_any(*i, &lists().projects.meets))?;
    (opens && end > begin + 1).then_some(begin + 1..end)
}
