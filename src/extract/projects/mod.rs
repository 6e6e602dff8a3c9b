//! Projects: what a clause says is being planned, built or finished, and what calls itself a project.

mod aims;
mod clauses;
mod elsewhere;
mod judging;
mod restoring;

use std::ops::Range;

use super::companies;
use super::frame::{self, Frame};
use super::line::Line;
use super::lists::{self, Member};
use super::names;
use crate::facts::{Kind, State};
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Tags, words};
use clauses::{continued, follow, listed_under, meets, opens_list, way_of_stretch};
use elsewhere::{finished_works, named_elsewhere, works_done_to, works_of_bodies};
use judging::{
    is_brand_of_list, is_named_building, is_of_a_park, is_of_the_level, is_project, is_single_of_list,
};
use restoring::restored;

/// A project as one clause speaks of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spoken {
    /// Its name.
    pub name: String,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Whether its name is a list member's with the works of the list.
    pub shared_works: bool,
    /// Whether the works are done on what the name names, which was there before: 「改造提升|金谟广场」.
    pub on_site: bool,
    /// Its states.
    pub states: Vec<State>,
    /// Word of modality.
    pub modal: Option<String>,
    /// Tokens of the head that a list gives it.
    pub head: Option<Range<usize>>,
    /// Tokens of the first member of its list, if it is a later one.
    pub beside: Option<Range<usize>>,
    /// Its name with all that sums the list up.
    pub long_name: Option<String>,
    /// Tokens of the phrase that says where.
    pub place: Option<Range<usize>>,
    /// Tokens of the phrase that says with whom.
    pub party: Option<Range<usize>>,
}

impl Spoken {
    /// Whether both stand on some of the same tokens.
    fn overlaps(&self, other: &Self) -> bool {
        self.tokens.start < other.tokens.end && other.tokens.start < self.tokens.end
    }
}

/// The projects of a sentence. Whom one clause names as a partner (`与…对接，`) takes part in what the next
/// one starts.
#[must_use]
pub fn of_sentence(line: &Line) -> Vec<Spoken> {
    let mut out = Vec::new();
    let mut partner: Option<Range<usize>> = None;
    let mut last = 0..0;
    let mut governed: Option<Frame> = None;
    let mut listing: Option<Frame> = None;
    let mut begun: Vec<(Frame, Range<usize>)> = Vec::new();
    for clause in line.clauses() {
        let own = frame::read(line, clause.clone(), line.sentence.part);
        let frame = match listing.as_ref().and_then(|head| listed_under(line, &own, head)) {
            Some(frame) => frame,
            None => continued(line, own.clone(), governed.take()),
        };
        listing = opens_list(line, &clause, &frame).or(listing);
        let mut found = read(line, clause.clone(), &frame);
        let bare = found.is_empty() && frame.phrase.is_empty() && !out.is_empty();
        if found.is_empty() {
            follow(line, &clause, &own, &mut out, last.clone());
        }
        if own.verbs.is_empty() && !frame.verbs.is_empty() {
            stage_behind(line, &frame, &mut begun, &mut out);
        } else {
            begun.clear();
        }
        if frame.stage.is_none() && !frame.verbs.is_empty() {
            begun.push((frame.clone(), out.len()..out.len() + found.len()));
        }
        governed = Some(frame);
        // 「与…签约，四川轻化工大学宜宾校区建成」: who is spoken of by itself was not built with the partner.
        let acts = governed.as_ref().is_some_and(|frame| !frame.subject);
        if let Some(party) = partner.take().filter(|_| acts) {
            found.iter_mut().filter(|p| p.party.is_none()).for_each(|p| p.party = Some(party.clone()));
        }
        partner = meets(line, &clause).filter(|_| found.is_empty());
        // 「…工程，立即着手谋划，加快推进实施」: one bare verb after the other speaks of the same.
        if !bare {
            last = out.len()..out.len() + found.len();
        }
        name_stretches(line, &out, &mut found);
        out.append(&mut found);
    }
    out
}

/// 「二环线汉口段全面开工，|武昌段|积极推进」: a stretch alone is one of the way that was spoken of before.
fn name_stretches(line: &Line, known: &[Spoken], found: &mut [Spoken]) {
    for i in 0..found.len() {
        let (before, rest) = found.split_at_mut(i);
        let Some(project) = rest.first_mut() else { continue };
        let Range { start, end } = project.tokens.clone();
        let alone = end == start + 2
            && line.reads(start + 1, "段")
            && (line.is_proper(start) || line.reads_any(start, &lists().places.directions));
        let way = known.iter().chain(before.iter()).rev().find_map(|other| way_of_stretch(line, other));
        if let Some(way) = way.filter(|_| alone) {
            project.name = way + &project.name;
        }
    }
}

/// 「加快长宁、长平等6条高铁，以及梅山灌区建设」: what the end of a list says of it holds for the clauses that it began
/// with, of which little was known until then; they are given with where their projects stand among those found.
fn stage_behind(line: &Line, frame: &Frame, begun: &mut Vec<(Frame, Range<usize>)>, out: &mut Vec<Spoken>) {
    let Some(stage) = &frame.stage else { return };
    for (earlier, known) in begun.drain(..).rev() {
        let earlier = Frame { stage: Some(stage.clone()), ..earlier };
        let clause = earlier.phrase.clone();
        let found = read(line, clause, &earlier);
        if found.len() > known.len() {
            out.splice(known, found);
        }
    }
}

/// The projects of a clause.
#[cfg(test)]
fn projects(line: &Line, clause: Range<usize>) -> Vec<Spoken> {
    let frame = frame::read(line, clause.clone(), line.sentence.part);
    read(line, clause, &frame)
}

fn read(line: &Line, clause: Range<usize>, frame: &Frame) -> Vec<Spoken> {
    let mut out: Vec<Spoken> = Vec::new();
    if !frame.phrase.is_empty() && !closes_down(line, &frame.phrase) {
        let members = lists::members(line, frame.phrase.clone(), called(frame));
        let list_named = members.iter().any(|m| names::is_named(line, m.tokens.clone()));
        let bodies = names_bodies(line, &frame.phrase);
        let first = members.first().map(|first| first.tokens.clone());
        let among_built = members.iter().any(|member| is_named_building(line, member));
        let of_the_level =
            members.first().is_some_and(|first| is_of_the_level(line, first) || is_of_a_park(line, first));
        for member in members {
            let given = bodies && member.name != line.text(member.tokens.clone());
            let beside = of_the_level && is_single_of_list(line, &member, frame)
                || among_built && is_brand_of_list(line, &member, frame);
            if !given && (beside || is_project(line, &member, frame, list_named, among_built)) {
                let mut project = spoken(&member, frame);
                project.beside = first.clone().filter(|first| *first != member.tokens);
                out.push(project);
            }
        }
        if bodies {
            out.extend(works_of_bodies(line, frame));
        }
        respectively(line, &clause, frame, &mut out);
        out.extend(finished_works(line, &clause));
        let mut restored = restored(line, frame);
        restored.retain(|new| !out.iter().any(|known| known.overlaps(new)));
        out.append(&mut restored);
    }
    out.extend(works_done_to(line, &clause));
    for other in named_elsewhere(line, clause) {
        // 「高保路等连接雄安新区道路整治提升工程」: what sums up a list is none of its own.
        let sums_up = !out.is_empty()
            && frame.phrase.start <= other.tokens.start
            && (other.tokens.end >= frame.phrase.end || line.is(other.tokens.end, Tags::CONJUNCTION))
            && frame.phrase.clone().any(|i| line.reads(i, "等") && i < other.tokens.start);
        // 「国道兴宁段25.7公里的|沥青罩面工程」: the works that a name has ended with.
        let ends = |known: &Spoken| {
            known.tokens.end <= other.tokens.start && known.name.ends_with(other.name.as_str())
        };
        let plain = aims::is_plain_programme(&other.name);
        if !sums_up && !plain && !out.iter().any(ends) && !out.iter().any(|known| known.overlaps(&other)) {
            out.push(other);
        }
    }
    out
}

/// 「在平江县、汨罗市分别建设抽水蓄能电站和产业园」: each in the place that has its number in the list.
fn respectively(line: &Line, clause: &Range<usize>, frame: &Frame, projects: &mut [Spoken]) {
    let Some(places) = frame.place.clone().filter(|_| clause.clone().any(|i| line.reads(i, "分别"))) else {
        return;
    };
    let each = line.parts(places, &["和", "及"]);
    if each.len() == projects.len() {
        projects.iter_mut().zip(each).for_each(|(project, place)| project.place = Some(place));
    }
}

/// 「…燃煤火电机组|关停」: what is shut down is no work.
fn closes_down(line: &Line, phrase: &Range<usize>) -> bool {
    line.reads_any(phrase.end - 1, &lists().projects.closes)
}

/// 「中国中铁、葛洲坝集团等央企参与建设」: whether a list says that it names bodies, so that its members get no
/// works from what is said of them.
fn names_bodies(line: &Line, phrase: &Range<usize>) -> bool {
    let Some(at) = phrase.clone().skip(1).find(|i| line.reads(*i, "等")) else { return false };
    // 「中航国际、中电华基等央企合作项目」 are projects, 「海正药业等企业项目」 bodies that have some.
    let called = ["项目", "工程"].iter().any(|word| line.word(phrase.end - 1).ends_with(word));
    let body = line.ending(at - 1).is_some_and(|e| e.kind == Kind::Organization);
    (!called || body) && companies::summed_up_as(line, at).is_some()
}

/// 「…等34个在建|项目建设」: the words of stage call what stands before them projects.
fn called(frame: &Frame) -> Option<&'static str> {
    let stage = frame.stage.as_deref()?;
    ["项目", "工程"].into_iter().find(|word| stage.starts_with(word))
}

fn spoken(member: &Member, frame: &Frame) -> Spoken {
    let mut name = member.name.clone();
    for end in lists().projects.tails.iter() {
        if let Some(rest) = name.strip_suffix(end)
            && !frame.states.is_empty()
        {
            name = rest.to_owned();
        }
    }
    let mut states = frame.states.clone();
    // 「园博园项目|前期|和…建设全面启动」: what stands in a list with more has its own stage.
    if let Some(rest) = lists().projects.early.iter().find_map(|early| name.strip_suffix(early))
        && !states.is_empty()
        && rest.chars().count() > 2
    {
        name = rest.to_owned();
        states = vec![State::Preparing];
    }
    if let Some(whole) = structure_of(&name) {
        name = whole;
        states.iter_mut().filter(|s| **s == State::Completed).for_each(|s| *s = State::StructureComplete);
    }
    let on_site = frame.verbs.last().filter(|verb| lists().places.on_site.are_in(verb));
    // 「改造提升|金谟广场」: the works are the project, the square is where they are.
    if let Some(works) = on_site.filter(|_| member.headed && !member.works_shared && !member.called_project) {
        let works = works.trim_end_matches("完成");
        // 「打通|协同创新通道」 is said of no site.
        if !words().tags(&name).has(Tags::WORK)
            && !lists().places.passages.end(&name)
            && (words().tags(works).has(Tags::WORK) || lists().places.on_site.end(works))
        {
            name.push_str(works);
        }
    }
    Spoken {
        name,
        tokens: member.tokens.clone(),
        shared_works: member.works_shared,
        on_site: on_site.is_some(),
        states,
        modal: frame.modal.clone(),
        head: member.head.clone(),
        beside: None,
        long_name: member.long_name.clone().or_else(|| cleared(member, frame)),
        place: member.place.clone().or_else(|| frame.place.clone()),
        party: frame.party.clone(),
    }
}

/// 「沈家寨等片区|征地拆迁」: what is cleared is also called by that.
fn cleared(member: &Member, frame: &Frame) -> Option<String> {
    let stage = frame.stage.as_ref().filter(|stage| stage.contains('拆') || stage.contains("征迁"))?;
    Some(format!("{}{stage}", member.name))
}

/// 「聂耳文化广场|主体工程」: what a member calls the structure is not the whole.
fn structure_of(name: &str) -> Option<String> {
    let rest = lists().projects.structures.iter().find_map(|end| name.strip_suffix(end))?;
    (rest.chars().count() > 2).then(|| rest.to_owned())
}

#[cfg(test)]
mod tests;
