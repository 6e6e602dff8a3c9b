//! The noun phrase of a clause, and what the words behind it say.

use std::ops::Range;

use super::Reader;
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::facts::{Kind, Part, State};
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Ending, Tags, Verb, words};

impl Reader<'_> {
    /// Where the date begins that ends before a token.
    fn dated_before(&self, end: usize) -> Option<usize> {
        (2..=6).filter_map(|long| end.checked_sub(long)).find(|at| self.date(*at) == Some(end - at))
    }

    pub(super) fn object(&mut self) {
        let mut end = self.end;
        let mut states = self.states_of_verbs();
        let taken_up = self.taken_up().or_else(|| self.enters_stage()).filter(|_| self.pivots());
        if let Some((at, state)) = taken_up.or_else(|| self.inner_stage()) {
            self.frame.phrase = self.at..at;
            self.frame.states = vec![state];
            return;
        }
        // 「支持南昆铁路|扩能改造」: works are named, not said.
        let works = |start: usize| {
            start + 1 == end
                && !self.is_wish()
                && self.line.is(start, Tags::WORK)
                && self.line.ending(start - 1).is_some()
        };
        if let Some((start, said)) = self.predicate(self.at, end)
            && !works(start)
            && (self.pivots() || !said.is_empty() && states.is_empty())
        {
            self.frame.said_behind = !said.is_empty();
            states = said;
            end = start;
        }
        end = self.stage(end, &mut states);
        self.partner(end);
        if states.is_empty() && (self.tends(end) || self.builds_quarter(end)) {
            states = vec![State::Underway];
        }
        self.frame.phrase = self.at..end;
        self.frame.states = states;
    }

    /// 「加强|鼓岭|综合治理」: a verb that says nothing of the state, before works on a place with a name.
    fn tends(&self, end: usize) -> bool {
        let words = &lists().frame;
        let verb = self.frame.verbs.last().is_some_and(|verb| words.tends.has(verb));
        let named = |i: usize| self.line.lexemes[i].token == Token::Unknown;
        let divided = |i: usize| matches!(self.line.lexemes[i].token, Token::Division(_));
        let works = end.checked_sub(1).filter(|at| verb && *at > self.at);
        works.is_some_and(|works| {
            let site = works - 1;
            let ended = self.line.ending(site).is_some_and(|e| e.kind == Kind::Place);
            // 「加大|东湖区、西湖区|旧城|改造|力度」
            let quarter = divided(self.at) && ended && !divided(site);
            self.line.reads_any(works, &words.tended) && (named(self.at) && (named(site) || ended) || quarter)
        })
    }

    /// 「加强|三水新城|建设」「促进|成昆铁路|建设」: what is built by its name, whatever the verb.
    fn builds_quarter(&self, end: usize) -> bool {
        let words = &lists().frame;
        let verb =
            self.frame.verbs.last().is_some_and(|verb| words.tends.has(verb) || words.furthers.has(verb));
        let built = self.frame.stage.as_deref() == Some("建设");
        let kind = |e: &Ending| lists().projects.built_kinds.has(&e.subtype) || e.subtype == "region";
        let last = end.checked_sub(1).filter(|last| *last > self.at);
        verb && built
            && self.line.is_proper(self.at)
            && last.is_some_and(|last| self.line.ending(last).is_some_and(kind))
    }

    /// 「推进|与同仁医院合作项目」: who takes part stands at the head of the object.
    fn partner(&mut self, end: usize) {
        if ["与", "同", "和"].iter().any(|word| self.line.reads(self.at, word)) {
            let joint = &lists().frame.joint;
            if let Some(to) = (self.at + 1..end).find(|i| self.line.reads_any(*i, joint)) {
                self.frame.party = Some(self.at + 1..to);
                self.at += 1;
            }
        }
    }

    /// 「力争|南珠高铁贯通」: what is to be, as against works that are named.
    fn is_wish(&self) -> bool {
        let modal = |verb: &String| words().tags(verb).has(Tags::MODAL);
        self.frame.modal.is_some() || self.frame.verbs.iter().any(modal)
    }

    fn pivots(&self) -> bool {
        let pivot = |verb: &String| words().verb(verb).is_some_and(|verb| verb.pivot);
        self.frame.modal.is_some() || self.frame.verbs.iter().any(pivot)
    }

    /// 「恩黔毕昭铁路等项目|列入国家“十三五”规划」: where the verb of being taken up stands, and what it says.
    fn taken_up(&self) -> Option<(usize, State)> {
        let words = &lists().frame;
        let at =
            (self.at + 1..self.end.saturating_sub(1)).find(|i| self.line.reads_any(*i, &words.taken_up))?;
        let by = self.line.text(at + 1..self.end);
        if words.registers.end(&by) {
            return Some((at, State::Preparing));
        }
        words.plans.end(&by).then_some((at, State::Planned))
    }

    /// 「深茂铁路茂名段|进入铺轨阶段」.
    fn enters_stage(&self) -> Option<(usize, State)> {
        let last =
            self.end.checked_sub(1).filter(|last| lists().frame.stage_ends.end(&self.line.word(*last)))?;
        let at = (self.at + 1..last).find(|i| self.line.reads_any(*i, &lists().frame.enters))?;
        let stage = self.line.text(at + 1..self.end);
        let before = lists().frame.preparing_stages.are_in(&stage);
        Some((at, if before { State::Preparing } else { State::Underway }))
    }

    /// 「支持|湛江机场迁建工程|推进前期工作」: a verb inside that only stages follow says how far it is.
    fn inner_stage(&self) -> Option<(usize, State)> {
        let verb = |i: &usize| self.line.is(*i, Tags::VERB) && !self.line.is(*i, Tags::WORK);
        let at = (self.at + 2..self.end.saturating_sub(1)).rev().find(verb)?;
        let mut stages = (at + 1..self.end).map(|i| words().stage(&self.line.word(i)));
        let state = words().stage(&self.line.word(self.end - 1)).flatten()?;
        stages.all(|stage| stage.is_some()).then_some((at, state))
    }

    pub(super) fn subject(&mut self) {
        if let Some((at, state)) = self.taken_up().or_else(|| self.enters_stage()) {
            self.frame.phrase = self.at..at;
            self.frame.subject = true;
            self.frame.states = vec![state];
            return;
        }
        // 「力争年内|主体工程完工」: a bare predicate speaks of what the clause before named.
        if self.end > self.at
            && (self.at..self.end).all(|i| self.line.is(i, Tags::PREDICATE.and(Tags::ADVERB)))
        {
            self.frame.states = self.said_at(self.end - 1).to_vec();
            self.frame.phrase = self.end..self.end;
            return;
        }
        // 「龙梅铁路、赣龙铁路|的建成|打通了…」
        let done = |i: &usize| {
            let said = self.said_at(i + 1);
            self.line.reads(*i, "的")
                && self.line.is(i + 1, Tags::PREDICATE)
                && !self.line.is(i + 1, Tags::WORK)
                && !said.is_empty()
                && said.iter().all(|s| *s >= State::Completed)
        };
        if let Some(of) = (self.at + 1..self.end.saturating_sub(1)).find(done) {
            self.frame.states = self.said_at(of + 1).to_vec();
            self.frame.phrase = self.at..of;
            self.frame.subject = true;
            return;
        }
        let said = self.predicate(self.at, self.end);
        let Some((start, states)) = said.or_else(|| self.said_first()) else {
            self.frame.phrase = self.at..self.end;
            self.frame.subject = true;
            self.goes_on();
            return;
        };
        let mut states = states;
        // 「钍基熔盐实验堆|在武威|建成运行」: where it is stands before the predicate.
        let inside = (self.at + 1..start.saturating_sub(1)).find(|i| self.line.reads(*i, "在"));
        let start = match inside.filter(|at| is_place(self.line, &(*at + 1..start))) {
            Some(at) => {
                self.frame.place = Some(at + 1..start);
                at
            }
            None => start,
        };
        // 「攀华薄板项目|落地|临港新区」
        let lands = (start..self.end).find(|i| line_lands(self.line, *i, &(*i + 1..self.end)));
        if let Some(lands) = lands.filter(|at| is_place(self.line, &(*at + 1..self.end))) {
            self.frame.place = Some(lands + 1..self.end);
        }
        self.frame.comes = (start..self.end).any(|i| self.line.reads_any(i, &lists().organizations.comes));
        // 「瑞安段|6个标段|全线进场施工」: how many parts of it are worked on.
        let parts = start.checked_sub(3).filter(|at| {
            *at > self.at && self.line.count_at(*at) == Some(2) && self.line.reads(start - 1, "标段")
        });
        let mut end = self.stage(parts.unwrap_or(start), &mut states);
        // 「公路客运枢纽主体完工并与高铁南站同步交付使用」: two predicates, of which the first ends the phrase.
        let first = |i: &usize| self.line.is(*i, Tags::PREDICATE) && self.line.reads(*i + 1, "并");
        if let Some(at) = (self.at + 1..end).find(first) {
            states.splice(0..0, self.said_at(at).iter().copied());
            end = at;
        }
        // 「龙长高速公路基本实现路基全线贯通」: the verb with its adverb stands behind the name.
        let acts = |i: &usize| self.line.is(*i, Tags::ADVERB) && self.line.is(*i + 1, Tags::VERB);
        if let Some(at) = (self.at + 1..end.saturating_sub(1)).find(acts) {
            end = at;
        }
        self.frame.phrase = self.at..end;
        self.frame.subject = true;
        self.frame.states = states;
    }

    /// 「主网架工程|投产|、实现历史性跨越」「发射场|建成|并具备…能力」: the first of two predicates, where the second
    /// says nothing of the state.
    fn said_first(&self) -> Option<(usize, Vec<State>)> {
        let acts = |i: usize| self.line.is(i, Tags::VERB.and(Tags::ADVERB));
        let goes_on =
            |i: usize| self.line.reads(i, "并") || self.line.lexemes[i].is_mark('、') && acts(i + 1);
        let first =
            |i: &usize| self.line.is(*i, Tags::PREDICATE) && !self.line.is(*i, Tags::WORK) && goes_on(i + 1);
        let at = (self.at + 1..self.end.saturating_sub(3)).find(first)?;
        self.predicate(self.at, at + 1).filter(|(_, states)| !states.is_empty())
    }

    /// 「县医院迁建项目|正在搬迁至新址」: what is being done goes on, whatever the verb.
    fn goes_on(&mut self) {
        let going = (self.at + 1..self.end).find(|i| self.line.reads_any(*i, &lists().frame.going));
        if let Some(going) = going.filter(|at| at + 1 < self.end) {
            self.frame.phrase = self.at..going;
            self.frame.states = vec![State::Underway];
        }
    }

    pub(super) fn said<'v>(&self, verb: &'v Verb) -> &'v [State] {
        if self.part == Some(Part::Plan) { &verb.plan } else { &verb.review }
    }

    /// What the word at a token says, nothing where it is no verb.
    fn said_at(&self, token: usize) -> &'static [State] {
        words().verb(&self.line.word(token)).map_or(&[], |verb| self.said(verb))
    }

    /// What the governing verbs say: the last decides (`加快推进` goes on, `加快培育` says nothing).
    fn states_of_verbs(&self) -> Vec<State> {
        let last = self.frame.verbs.last().and_then(|verb| words().verb(verb));
        last.map(|verb| self.said(verb).to_vec()).unwrap_or_default()
    }

    /// The predicate at the end of a clause: where it begins, with its adverbs, and what it says. It may
    /// be followed by how much of the work is done, but by no further name.
    pub(super) fn predicate(&self, from: usize, end: usize) -> Option<(usize, Vec<State>)> {
        let at = (from + 1..end).rev().find(|i| {
            // 「…地质公园|的|升级改造」 are works that are named.
            let named = self.line.is(*i, Tags::WORK) && self.line.reads(*i - 1, "的");
            self.line.is(*i, Tags::PREDICATE) && !named && !self.names_a_thing(*i, end)
        })?;
        let mut start = at;
        let mut states = Vec::new();
        let mut i = at + 1;
        while i > from + 1 {
            let here = i - 1;
            if let Some(date) = self.dated_before(i).filter(|date| *date > from) {
                start = date;
                i = date;
                continue;
            }
            if self.line.is(here, Tags::PREDICATE) && (i == at + 1 || !self.line.is(here, Tags::WORK)) {
                states.splice(0..0, self.said_at(here).iter().copied());
                start = here;
            } else if self.line.is(here, Tags::ADVERB.and(Tags::TIME).and(Tags::MODAL))
                || self.line.reads(here, "并")
                // 「相继落地|和|投产」「快建设、快投产」
                || (self.line.reads(here, "和") || self.line.lexemes[here].is_mark('、') && start == i)
                    && self.line.is(here - 1, Tags::PREDICATE)
                    && !self.line.is(here - 1, Tags::WORK)
                || self.line.reads(here, "实现") && here > from
            {
                start = here;
            } else {
                break;
            }
            i -= 1;
        }
        // 「蓝溪路即将贯通」: it is not done yet.
        if (start..at).any(|i| self.line.reads_any(i, &lists().frame.coming)) {
            states
                .iter_mut()
                .filter(|state| **state > State::Started)
                .for_each(|state| *state = State::Underway);
        }
        states.dedup();
        Some((start, states))
    }

    /// Whether what follows a predicate makes it part of a name or of another statement.
    fn names_a_thing(&self, at: usize, end: usize) -> bool {
        let rest = at + 1..end;
        // 「一批项目落户|我市」
        if line_lands(self.line, at, &rest) {
            return false;
        }
        // 「二环线汉口段|全面开工|建设」
        if rest.len() == 1 && self.line.reads(rest.start, "建设") && !self.line.is(at, Tags::WORK) {
            return false;
        }
        let measured = |i: usize| {
            self.line.lexemes.get(i).is_some_and(|l| matches!(l.token, Token::Number | Token::Mark('、')))
                || self.line.is(i, Tags::MEASURE.and(Tags::PARTICLE).and(Tags::ADVERB))
        };
        !rest.clone().all(measured) || (self.line.is(at, Tags::WORK) && !rest.is_empty())
    }

    /// Takes words of stage off the end of a phrase (`吕北路|前期工作`) and lets them correct the state.
    pub(super) fn stage(&mut self, mut end: usize, states: &mut Vec<State>) -> usize {
        let first = self.at;
        let mut found: Vec<String> = Vec::new();
        let mut decided = None;
        while end > first + 1 {
            let word = self.line.word(end - 1);
            let Some(stage) = words().stage(&word) else { break };
            if decided.is_none() && stage.is_some() {
                decided = stage;
            }
            found.insert(0, word);
            end -= 1;
            while end > first + 1
                && (self.line.is(end - 1, Tags::INDEFINITE)
                    || ["和", "及", "的", "或"].iter().any(|word| self.line.reads(end - 1, word)))
            {
                end -= 1;
            }
        }
        match decided {
            // 「基本完成…等主体工程」: what is done is the structure; what goes on, goes on.
            Some(State::StructureComplete) => {
                for state in states.iter_mut().filter(|state| **state == State::Completed) {
                    *state = State::StructureComplete;
                }
                decided = None;
            }
            Some(state) if states.as_slice() != [State::Planned] => *states = vec![state],
            _ => {}
        }
        self.frame.decided_by_stage = decided.is_some();
        self.frame.stage = (!found.is_empty()).then(|| found.concat());
        end
    }
}

/// 「一批项目落户|我市」: a verb of coming has where to as its object, and nothing more.
fn line_lands(line: &Line, at: usize, rest: &Range<usize>) -> bool {
    let comes = line.reads_any(at, &lists().organizations.comes) || line.reads_any(at, &lists().frame.lands);
    let area = |i: usize| line.is(i, Tags::RELATIVE) || matches!(line.lexemes[i].token, Token::Division(_));
    comes && !rest.is_empty() && (rest.clone().all(area) || is_place(line, rest))
}

/// 「落户|云溪绿色化工产业园」: whether words name a place, or a list of such.
fn is_place(line: &Line, tokens: &Range<usize>) -> bool {
    let part = |i: usize| {
        line.is_proper(i)
            || line.lexemes[i].is_mark('、')
            || line.reads_any(i, &lists().places.directions)
            || line.is(i, Tags::ENDING.and(Tags::COMMON).and(Tags::BARE)) && !line.is(i, Tags::PREDICATE)
    };
    let last = tokens.end - 1;
    let ends = matches!(line.lexemes[last].token, Token::Division(_))
        || line.is(last, Tags::BARE)
        || line.ending(last).is_some_and(|e| e.kind == Kind::Place);
    ends && tokens.clone().all(part)
}
