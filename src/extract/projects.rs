//! Projects: what a clause says is being planned, built or finished, and what calls itself a project.

use std::ops::Range;

use super::companies;
use super::frame::{self, Frame};
use super::honours;
use super::lexer::Token;
use super::line::Line;
use super::lists::{self, Member};
use super::names;
use crate::facts::{Kind, Part, State};
use crate::lexicon::lists::{Projects, lists};
use crate::lexicon::words::{Tags, words};

/// A project as one clause speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// Its name with all that sums the list up.
    pub long_name: Option<String>,
    /// Tokens of the phrase that says where.
    pub place: Option<Range<usize>>,
    /// Tokens of the phrase that says with whom.
    pub party: Option<Range<usize>>,
}

/// The projects of a sentence. Whom one clause names as a partner (`与…对接，`) takes part in what the next
/// one starts.
#[must_use]
pub fn of_sentence(line: &Line) -> Vec<Spoken> {
    let mut out = Vec::new();
    let mut partner: Option<Range<usize>> = None;
    let mut last = 0..0;
    let mut governed: Option<Frame> = None;
    for clause in line.clauses() {
        let frame = frame::read(line, clause.clone(), line.sentence.part);
        let frame = continued(line, frame, governed.take());
        let mut found = read(line, clause.clone(), &frame);
        let bare = found.is_empty() && frame.phrase.is_empty() && !out.is_empty();
        if found.is_empty() {
            follow(line, &clause, &mut out, last.clone());
        }
        governed = Some(frame);
        if let Some(party) = partner.take() {
            found.iter_mut().filter(|p| p.party.is_none()).for_each(|p| p.party = Some(party.clone()));
        }
        partner = meets(line, &clause).filter(|_| found.is_empty());
        // 「…工程，立即着手谋划，加快推进实施」: one bare verb after the other speaks of the same.
        if !bare {
            last = out.len()..out.len() + found.len();
        }
        out.append(&mut found);
    }
    out
}

/// 「加快推进洪江高速、沙公高速，石首大桥等项目建设」: a list without a verb goes on with that of the clause
/// before.
fn continued(line: &Line, frame: Frame, before: Option<Frame>) -> Frame {
    let Some(before) = before.filter(|before| !before.verbs.is_empty() && !before.states.is_empty()) else {
        return frame;
    };
    let phrase = frame.phrase.clone();
    let acts = |i: usize| {
        line.is(i, Tags::VERB.and(Tags::PREDICATE)) && !line.is(i, Tags::WORK.and(Tags::ENDING))
            || line.reads_any(i, &lists().honours.won)
    };
    let listed = frame.subject
        && frame.states.is_empty()
        && phrase.clone().any(|i| line.lexemes[i].is_mark('、'))
        && !phrase.clone().any(acts);
    let new = frame::governed(line, &frame, &before);
    let built = |last: usize| line.ending(last).is_some_and(|e| e.kind == Kind::Place);
    let ended = new.phrase.clone().last().is_some_and(|last| {
        let mut marks = phrase.clone().skip(1).filter(|i| line.lexemes[*i].is_mark('、'));
        built(last) && marks.all(|mark| built(mark - 1))
            || line.reads(last, "项目")
            || line.reads(last, "工程")
            || line.is(last, Tags::WORK)
            || new.stage.is_some()
    });
    if listed && ended && !before.subject { new } else { frame }
}

/// 「加快推进…等20个项目，力争尽快开工建设」: a clause of a bare verb says more of what the one before names.
fn follow(line: &Line, clause: &Range<usize>, known: &mut Vec<Spoken>, last: Range<usize>) {
    let frame = frame::read(line, clause.clone(), line.sentence.part);
    let forecast = clause.clone().any(|i| line.reads_any(i, &lists().projects.forecasts));
    if forecast && line.sentence.part == Some(Part::Review) {
        return;
    }
    if let Some(next) = next_phase(line, &frame, known) {
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
    let cut = lists().coreference.stages.iter().find_map(|stage| before.name.find(stage))?;
    Some(Spoken {
        name: before.name.get(..cut)?.to_owned() + &line.text(frame.phrase.clone()),
        tokens: frame.phrase.clone(),
        shared_works: false,
        on_site: false,
        states: frame.states.clone(),
        modal: frame.modal.clone(),
        head: None,
        long_name: None,
        place: None,
        party: None,
    })
}

/// 「与中国科学技术交流中心对接」「依托故宫博物院」: a clause that only names a partner.
fn meets(line: &Line, clause: &Range<usize>) -> Option<Range<usize>> {
    let begin = clause.clone().find(|i| !line.is(*i, Tags::ADVERB))?;
    let opens = line.reads_any(begin, &lists().projects.with);
    let end = (begin + 1..clause.end).find(|i| line.reads_any(*i, &lists().projects.meets))?;
    (opens && end > begin + 1).then_some(begin + 1..end)
}

/// The projects of a clause.
#[cfg(test)]
fn projects(line: &Line, clause: Range<usize>) -> Vec<Spoken> {
    let frame = frame::read(line, clause.clone(), line.sentence.part);
    read(line, clause, &frame)
}

fn read(line: &Line, clause: Range<usize>, frame: &Frame) -> Vec<Spoken> {
    let mut out: Vec<Spoken> = Vec::new();
    if !frame.phrase.is_empty() {
        let members = lists::members(line, frame.phrase.clone(), called(frame));
        let list_named = members.iter().any(|m| names::is_named(line, m.tokens.clone()));
        let bodies = names_bodies(line, &frame.phrase);
        let of_the_level = members.first().is_some_and(|first| is_of_the_level(line, first));
        for member in members {
            let given = bodies && member.name != line.text(member.tokens.clone());
            let beside = of_the_level && is_single_of_list(line, &member, frame);
            if !given && (beside || is_project(line, &member, frame, list_named)) {
                out.push(spoken(&member, frame));
            }
        }
        out.extend(finished_works(line, &clause));
    }
    out.extend(works_done_to(line, &clause));
    for other in named_elsewhere(line, clause) {
        // 「高保路等连接雄安新区道路整治提升工程」: what sums up a list is none of its own.
        let sums_up = !out.is_empty()
            && frame.phrase.start <= other.tokens.start
            && other.tokens.end >= frame.phrase.end
            && frame.phrase.clone().any(|i| line.reads(i, "等") && i < other.tokens.start);
        if !sums_up
            && !out
                .iter()
                .any(|known| known.tokens.start < other.tokens.end && other.tokens.start < known.tokens.end)
        {
            out.push(other);
        }
    }
    out
}

/// 「中国中铁、葛洲坝集团等央企参与建设」: whether a list says that it names bodies, so that its members get no
/// works from what is said of them.
fn names_bodies(line: &Line, phrase: &Range<usize>) -> bool {
    let and_so_on = phrase.clone().skip(1).find(|i| line.reads(*i, "等"));
    and_so_on.is_some_and(|at| companies::summed_up_as(line, at).is_some())
}

/// 「市档案中心、博物馆、文化中心建成使用」: the level before the first belongs to all.
fn is_of_the_level(line: &Line, first: &Member) -> bool {
    line.reads_any(first.tokens.start, &lists().names.levels)
        && first.tokens.len() > 1
        && line.ending(first.tokens.end - 1).is_some()
}

/// A facility in such a list that stands in it by its kind alone.
fn is_single_of_list(line: &Line, member: &Member, frame: &Frame) -> bool {
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

/// 「金兰水库|完成|除险加固」: works named behind the verb that says how far they are.
fn finished_works(line: &Line, clause: &Range<usize>) -> Option<Spoken> {
    let verb = (clause.start + 1..clause.end.saturating_sub(1))
        .find(|i| line.reads_any(*i, &lists().projects.finishes))?;
    let works = verb + 1..clause.end;
    let begin = names::start(line, verb - 1, clause.start);
    let site = begin..verb;
    let ended = line.ending(verb - 1).is_some_and(|e| e.kind == Kind::Place) || line.is_proper(verb - 1);
    let fits = works.clone().all(|i| line.is(i, Tags::WORK))
        && !line.text(works.clone()).ends_with("建设")
        && ended
        && begin == clause.start
        && names::is_named(line, site.clone())
        && !names::is_indefinite(line, site.clone());
    let said = words().verb(&line.word(verb)).filter(|_| fits)?;
    let states = if line.sentence.part == Some(Part::Plan) { &said.plan } else { &said.review };
    (!states.is_empty()).then(|| Spoken {
        name: line.text(site.clone()) + &line.text(works),
        tokens: site,
        shared_works: true,
        on_site: true,
        states: states.clone(),
        modal: None,
        head: None,
        long_name: None,
        place: None,
        party: None,
    })
}

/// 「对|保沧路高阳段21公里路面|进行了|铺油养护」: works done to something.
fn works_done_to(line: &Line, clause: &Range<usize>) -> Option<Spoken> {
    let to = clause.clone().find(|i| line.reads(*i, "对"))?;
    let done = (to + 2..clause.end).find(|i| line.reads_any(*i, &lists().projects.done_to))?;
    let works = done + 1 + usize::from(line.reads(done + 1, "了"))..clause.end;
    let of_works = works.clone().any(|i| line.is(i, Tags::WORK)) && works.len() <= 3 && !works.is_empty();
    let end = (to + 1..done).find(|i| line.count_at(*i).is_some()).unwrap_or(done);
    let site = to + 1..end;
    let ended = !site.is_empty() && line.ending(site.end - 1).is_some_and(|e| e.kind == Kind::Place);
    let fits = of_works
        && ended
        && !site.clone().any(|i| line.lexemes[i].is_mark('、') || line.is(i, Tags::VERB.and(Tags::PARTICLE)))
        && names::is_named(line, site.clone())
        && !names::is_indefinite(line, site.clone());
    let state = if line.sentence.part == Some(Part::Plan) { State::Underway } else { State::Completed };
    fits.then(|| Spoken {
        name: line.text(site.clone()) + &line.text(works),
        tokens: site,
        shared_works: true,
        on_site: true,
        states: vec![state],
        modal: None,
        head: None,
        long_name: None,
        place: None,
        party: None,
    })
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
    if let Some(whole) = structure_of(&name) {
        name = whole;
        states.iter_mut().filter(|s| **s == State::Completed).for_each(|s| *s = State::StructureComplete);
    }
    let on_site = frame.verbs.last().filter(|verb| lists().places.on_site.are_in(verb));
    // 「改造提升|金谟广场」: the works are the project, the square is where they are.
    if let Some(works) = on_site.filter(|_| member.headed && !member.works_shared && !member.called_project) {
        let plain = |word: &&String| words().tags(word).has(Tags::WORK);
        if !words().tags(&name).has(Tags::WORK) && plain(&works) {
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
        long_name: member.long_name.clone(),
        place: frame.place.clone(),
        party: frame.party.clone(),
    }
}

/// 「聂耳文化广场|主体工程」: what a member calls the structure is not the whole.
fn structure_of(name: &str) -> Option<String> {
    let structure = |end: &&str| words().stage(end) == Some(Some(State::StructureComplete));
    let end = ["主体工程", "主体结构"].into_iter().filter(structure).find(|end| name.ends_with(end))?;
    name.strip_suffix(end).filter(|rest| rest.chars().count() > 2).map(str::to_owned)
}

/// Whether a member of a phrase is one particular undertaking.
fn is_project(line: &Line, member: &Member, frame: &Frame, list_named: bool) -> bool {
    let tokens = member.tokens.clone();
    let vague = member.indefinite || names::is_indefinite(line, tokens.clone());
    if vague
        || counts_inside(line, &tokens)
        || breaks_off(line, &tokens)
        || too_long(line, &tokens)
        || holds_verb(line, &tokens)
        || own_part(&member.name) < 2
        || is_document(line, member, frame)
        || is_title(line, member)
        || is_catchword(line, member.tokens.clone(), &member.name)
        || is_division(line, member)
    {
        return false;
    }
    // 「…服务中心（北院区）」: the remark says which, not what.
    let remark = matches!(line.lexemes[tokens.end - 1].token, Token::Bracket) && tokens.len() > 1;
    let last = tokens.end - 1 - usize::from(remark);
    let ending = line.ending(last);
    if !member.called_project
        && ending.is_some_and(|ending| lists().projects.founded_kinds.has(&ending.subtype))
    {
        return false;
    }
    // A partner makes a thing a particular one: 「与北京理工大学联合建设人才培养基地」.
    let with =
        |phrase: &Option<Range<usize>>| phrase.as_ref().is_some_and(|p| names::is_named(line, p.clone()));
    // 「109、呼准等高速公路」「沿河、巴准铁路」: what the list gives its head to is named by standing in it.
    let among_named = member.given_head && list_named;
    let named =
        names::is_named(line, tokens.clone()) || among_named || with(&frame.party) || with(&frame.place);
    let works = line.is(last, Tags::WORK) || line.reads(last, "工作") && line.is(last - 1, Tags::WORK);
    let building = !frame.states.is_empty();
    if member.called_project {
        let built = ending.is_some_and(|e| e.kind == Kind::Place);
        let listed = list_named || built && !lists().projects.many.end(&line.text(tokens.clone()));
        return named
            || listed
                && (!line.reads(last, "项目") || line.ending(last - 1).is_some())
                && member.name.chars().count() >= 4
            || is_single_works(line, &tokens)
            || tokens.len() > 2 && lists::is_phase(line, last);
    }
    if member.works_shared && ending.is_some() {
        return building && (named || is_single_facility_text(&line.text(tokens)));
    }
    // 「启动市民中心、市档案馆新馆建设」: a facility beside a named one is a particular one as well.
    if building && decided(&frame.states) && lists().projects.singles.has(&line.text(tokens.clone())) {
        return true;
    }
    let facility = ending.is_some_and(|e| e.kind == Kind::Place) && building && builds(frame);
    if facility && list_named && (decided(&frame.states) || member.summed) {
        let text = line.text(tokens.clone());
        if text.chars().count() >= 4 && !lists().projects.many.end(&text) && !lists().projects.some.end(&text)
        {
            return true;
        }
    }
    if ending.is_some() || member.given_head {
        return (building || creates(frame))
            && builds(frame)
            && (named || is_single_facility(line, &tokens, decided(&frame.states)));
    }
    if works {
        // 「数字城管一期」: what goes on in phases is one thing.
        let phase = decided(&frame.states)
            && tokens.len() > 1
            && lists::is_phase(line, last)
            && is_single_facility_text(&line.text(tokens.start..last));
        return building && (named || phase || is_single_works(line, &tokens));
    }
    if frame.comes {
        return false;
    }
    if named && frame.verbs.last().is_some_and(|verb| lists().projects.builds.has(verb)) {
        return true;
    }
    // A bare name counts where the clause can only speak of works: 「吕北路前期工作」「S1北支线方案研究」.
    named && building && (frame.decided_by_stage || frame.subject && decided(&frame.states))
}

/// How long a name is without the word that calls it a project, in characters; less than 3 names nothing.
fn own_part(name: &str) -> usize {
    let long = name.chars().count();
    let called = ["项目", "工程"].iter().any(|word| name.ends_with(word));
    if long < 3 { 0 } else { long - 2 * usize::from(called) }
}

/// 「全国双拥模范县」: a title, of whose level a list may have made a word before it.
fn is_title(line: &Line, member: &Member) -> bool {
    let level =
        member.tokens.start.checked_sub(1).filter(|i| line.reads_any(*i, &lists().honours.level_words));
    let whole = level.map_or_else(String::new, |i| line.word(i)) + member.name.trim_start_matches('成');
    honours::is_title(&whole) && !member.called_project
}

/// 「“三尖”创新人才工程」「“十四五”」: a catchword, which is a programme or a span of years.
fn is_catchword(line: &Line, tokens: Range<usize>, name: &str) -> bool {
    let quoted = line.lexemes[tokens.start].token == Token::Quote && tokens.len() > 1;
    let years = name.chars().filter(|c| !matches!(c, '“' | '”')).collect::<String>();
    let span = years.chars().count() == 3 && years.starts_with('十') && years.ends_with('五');
    let scheme = |i: usize| !line.is_proper(i) && !line.is(i, Tags::WORK) && line.ending(i).is_none();
    span || quoted && line.reads(tokens.end - 1, "工程") && (tokens.start + 1..tokens.end - 1).all(scheme)
}

/// 「编制“十二五”规划」「海洋功能区划30多项」: what is written, not built.
fn is_document(line: &Line, member: &Member, frame: &Frame) -> bool {
    let name = member.name.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    let written = frame.verbs.last().is_some_and(|verb| lists().projects.writes.has(verb));
    lists().projects.documents.end(name)
        || written && !member.called_project && line.ending(member.tokens.end - 1).is_none()
}

/// 「坡头、黄堡等重点镇」: divisions are no works.
fn is_division(line: &Line, member: &Member) -> bool {
    let division = matches!(line.lexemes[member.tokens.end - 1].token, Token::Division(_));
    let ended = words()
        .ending(&member.name)
        .is_some_and(|ending| lists().projects.division_kinds.has(&ending.subtype));
    let bare = division && member.tokens.len() == 1;
    !member.called_project && if member.given_head { ended } else { bare }
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
        && frame.stage.is_none();
    !only_weak || decided(&frame.states)
}

fn decided(states: &[State]) -> bool {
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
    let loose = counted_last
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
    tokens.clone().any(|i| {
        let verb =
            line.is(i, Tags::VERB) && !line.is(i, Tags::WORK) && !line.is(i, Tags::COMMON.and(Tags::STAGE));
        let joins = ["与", "和", "及", "至", "到", "用", "沿", "跨"].iter().any(|word| line.reads(i, word));
        let small = line.is(i, Tags::PREPOSITION.and(Tags::PARTICLE).and(Tags::MODAL))
            && !joins
            && !line.is(i, Tags::COMMON.and(Tags::ENDING));
        verb || small && i + 1 < tokens.end
    })
}

/// What calls itself a project or works anywhere in a clause.
fn named_elsewhere(line: &Line, clause: Range<usize>) -> Vec<Spoken> {
    let mut out = Vec::new();
    for head in clause.clone() {
        let counted_after = line.count_at(head + 1).is_some();
        if counted_after
            || !(line.reads(head, "项目") || line.reads(head, "工程"))
            || line.is(head + 1, Tags::WORK)
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
            || tokens.clone().any(|i| line.reads(i, "的"))
        {
            continue;
        }
        out.push(Spoken {
            name: text,
            tokens,
            shared_works: false,
            on_site: false,
            states: Vec::new(),
            modal: None,
            head: None,
            long_name: None,
            place: None,
            party: None,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::line;
    use super::*;
    use crate::facts::Part;
    use crate::report::Sentence;

    fn found(text: &str, part: Part) -> String {
        let sentence = Sentence { part: Some(part), ..Sentence::plain(text) };
        let line = line(&sentence);
        let names = line.clauses().into_iter().flat_map(|clause| projects(&line, clause)).map(|p| p.name);
        names.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn one_particular_undertaking() {
        for (text, want) in [
            (
                "三家店粮库项目主体结构完成，冯村南街、铁路货场项目主体结构已封顶。",
                "三家店粮库项目|冯村南街项目|铁路货场项目",
            ),
            ("推进沿河城长城陈列馆建设", "沿河城长城陈列馆"),
            ("体育文化中心主体结构完工", "体育文化中心"),
            ("启动“六水联通”一期工程", "“六水联通”一期工程"),
            ("南涧沟小流域治理工程被水利部评为全国水土保持示范工程", "南涧沟小流域治理工程"),
            (
                "满意日产4500吨和声威第二条日产4500吨水泥熟料生产线、旺仔牛奶生产线等11个重大项目建成投产",
                "满意日产4500吨水泥熟料生产线|声威第二条日产4500吨水泥熟料生产线|旺仔牛奶生产线",
            ),
            (
                "贯通清远路延伸四环路至六环路段、盐盆山隧道及接线工程",
                "清远路延伸四环路至六环路段|盐盆山隧道及接线工程",
            ),
            ("建成体育场路延伸、城西大道一期，开工建设经二路", "体育场路延伸|城西大道一期|经二路"),
            ("加快天和新技术中心、向阳航空产业园建设", "天和新技术中心|向阳航空产业园"),
            (
                "推进高碑店产业基地、涿州和涞水空港产业基地建设",
                "高碑店产业基地|涿州产业基地|涞水空港产业基地",
            ),
            ("天宁科技园等一批项目落户我市", "天宁科技园"),
            ("金兰水库完成除险加固", "金兰水库除险加固"),
            ("市档案中心、博物馆、文化中心建成使用", "市档案中心|博物馆|文化中心"),
            ("完成竞秀公园等公园改造和漕水河景观建设", "竞秀公园改造|漕水河景观"),
            ("抓好市中心医院等一批重点医院扩建改造工程", "市中心医院扩建改造工程"),
            ("完成了早街等农产品市场的建设改造", "早街农产品市场建设改造"),
            ("聂耳广场主体工程、西河公园基本完成", "聂耳广场|西河公园"),
            ("建成数字城管一期", "数字城管一期"),
            ("改造提升金谟广场", "金谟广场改造提升"),
            ("“迎宾线”沿街124栋楼房立面改造全面完成", "“迎宾线”沿街124栋楼房立面改造"),
        ] {
            assert_eq!(found(text, Part::Review), want);
        }
    }

    #[test]
    fn counts_and_aims_are_none() {
        for text in [
            "实施26个产业项目",
            "推进一批停车场建设",
            "推动产业转型",
            "完成2个老旧小区综合改造项目",
            "推动一批重大项目落地",
            "持续优化营商环境",
            "打造一批精品建筑、特色街区、口袋公园",
            "完成市区71条小街巷改造",
            "天元、宝丰等落户我市",
            "在云计算、大健康等领域落地多个优质项目",
            "打造一流数据要素开发基地",
        ] {
            assert_eq!(found(text, Part::Review), "", "{text}");
        }
    }
}
