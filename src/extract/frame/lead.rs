//! What stands before the verb or the subject of a clause: adverbs, times, who does it, with whom and where.

use super::Reader;
use crate::extract::lexer::Token;
use crate::facts::Kind;
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

impl Reader<'_> {
    /// Passes over what stands before verb or subject: adverbs, times, phrases with a preposition.
    pub(super) fn skip_lead(&mut self) {
        while self.at < self.end {
            let here = self.at;
            if self.line.is(here, Tags::MODAL) && !self.governs_noun(here) {
                self.frame.modal = Some(self.line.word(here));
                self.at += 1;
            } else if let Some(long) = self.date(here) {
                self.at += long;
            } else if let Some(long) = self.specifies(here) {
                self.at += long;
            } else if let Some(end) = self.prepositional(here) {
                self.at = end;
            } else if self.line.is(here, Tags::VERB) {
                return;
            } else if self.joins_adverbs(here) || self.is_small(here) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// An adverb, a time and the like, which no name begins with: 「新|高起」 does.
    fn is_small(&self, at: usize) -> bool {
        let small = Tags::ADVERB.and(Tags::TIME).and(Tags::RELATIVE).and(Tags::CONJUNCTION);
        let named = self.line.reads(at, "新") && self.line.is_proper(at + 1);
        self.line.is(at, small) && !self.line.is(at + 1, Tags::ENDING) && !named
    }

    /// 「高起点|、|高标准|规划建设」
    fn joins_adverbs(&self, at: usize) -> bool {
        let adverb = |i: usize| self.line.is(i, Tags::ADVERB);
        self.line.lexemes[at].is_mark('、') && at > 0 && adverb(at - 1) && adverb(at + 1)
    }

    /// 「耀州区|新建长宁广场」「高新区积极推进…」: a part of the area that does something, which is where it is done.
    pub(super) fn actor(&mut self) {
        let first = self.at;
        // 「东部|新区|推动…」
        let side = |i: usize| {
            self.line.reads_any(i, &lists().places.quarters_of_town) && self.line.is(i + 1, Tags::BARE)
        };
        let part =
            |i: &usize| self.line.is_proper(*i) || self.line.is(*i, Tags::ENDING.and(Tags::BARE)) || side(*i);
        let run = (first..self.end).take_while(part).take(4).count();
        let wide = |i: usize| {
            matches!(self.line.lexemes[i].token, Token::Division(_))
                || self.line.is(i, Tags::BARE)
                || self.line.ending(i).is_some_and(|e| lists().places.wide_kinds.has(&e.subtype)) && i > first
                // 「松山湖|启动…」 speaks of what is around the lake.
                || self.line.word(i).ends_with('湖') && self.line.ending(i).is_some_and(|e| e.subtype == "lake")
        };
        let Some(last) =
            (first..first + run).rev().find(|i| wide(*i)).filter(|last| *last + 1 == first + run)
        else {
            return;
        };
        let lead = Tags::ADVERB.and(Tags::MODAL).and(Tags::TIME);
        let verb = (last + 1..self.end).find(|i| !self.line.is(*i, lead) || self.line.is(*i, Tags::VERB));
        if let Some(verb) = verb.filter(|verb| *verb + 1 < self.end && self.is_free_verb(*verb)) {
            let predicate = self.line.is(verb, Tags::PREDICATE) && verb + 1 == self.end;
            if !predicate {
                self.frame.place = Some(first..last + 1);
                self.at = last + 1;
            }
        }
    }

    /// 「骆岗|中央|公园|全面开工建设|长宁大厦」: anything with a place of its own where something is built.
    pub(super) fn site_of_works(&mut self) {
        let first = self.at;
        let builds = |i: &usize| self.line.reads_any(*i, &lists().frame.builds);
        let Some(verb) = (first + 2..self.end.min(first + 7)).find(builds) else { return };
        // 「全面开工|建设」
        let small = |i: &usize| self.line.is(*i, Tags::ADVERB.and(Tags::MODAL).and(Tags::VERB));
        let adverbs = (first..verb).rev().take_while(small).count();
        let name = first..verb - adverbs;
        let part = |i: usize| self.line.is_proper(i) || self.line.is(i, Tags::COMMON.and(Tags::ENDING));
        let built_up = |i: usize| {
            self.line.is(i, Tags::ENDING)
                && self.line.ending(i).is_some_and(|e| {
                    e.kind == Kind::Place
                        && !lists().places.natural_kinds.has(&e.subtype)
                        && !lists().places.headed_kinds.has(&e.subtype)
                })
        };
        let object = verb + 1 < self.end
            && !self.line.is(verb + 1, Tags::PREDICATE.and(Tags::VERB))
            && self.line.lexemes[verb + 1].token != Token::Number;
        let fits = name.len() > 1
            && self.line.is_proper(first)
            && name.clone().all(part)
            && built_up(name.end - 1)
            && object;
        if fits {
            self.at = name.end;
            self.frame.place = Some(name);
        }
    }

    /// 「天威英利|与安讯能公司|合作建设太阳能发电站」: a body and with whom it builds.
    pub(super) fn partners(&mut self) {
        let first = self.at;
        let name = (first..self.end)
            .take_while(|i| self.line.is_proper(*i) || self.line.is(*i, Tags::ENDING))
            .take(4)
            .count();
        let with = first + name;
        let named = name > 0 && self.line.lexemes[first].token == Token::Unknown;
        if !named || !["与", "同"].iter().any(|word| self.line.reads(with, word)) {
            return;
        }
        let joint = |i: &usize| self.line.reads_any(*i, &lists().frame.joint);
        let Some(at) = (with + 2..self.end.saturating_sub(2)).find(joint) else { return };
        let verb = at + usize::from(!self.line.is(at, Tags::VERB));
        if self.line.is(verb, Tags::VERB) && verb + 1 < self.end {
            self.frame.party = Some(first..at);
            self.at = verb;
        }
    }

    /// 「推进13条地铁建设，|具体为|3号线、5号线」: words that go on with what the clause before counts.
    fn specifies(&self, at: usize) -> Option<usize> {
        let words = &lists().frame.specifies;
        (1..=2).rev().find(|long| at + long < self.end && words.has(&self.line.text(at..at + long)))
    }

    /// 确保 and the like govern a noun themselves (`确保档案馆新馆完工`): they are verbs with a pivot.
    fn governs_noun(&self, at: usize) -> bool {
        let dated = self.line.is(at + 1, Tags::TIME) && self.line.is(at + 2, Tags::PREDICATE);
        // 「力争|7月|完成…」
        let next = at + 1 + self.date(at + 1).unwrap_or(0);
        self.line.is(at, Tags::VERB) && !self.line.is(next, Tags::VERB.and(Tags::ADVERB)) && !dated
    }

    /// 「2023年」「11月底前」「3月份」「5月1日前」: how many tokens a date takes.
    pub(super) fn date(&self, at: usize) -> Option<usize> {
        let number = self.line.lexemes.get(at).is_some_and(|l| l.token == Token::Number);
        let unit = ["年", "月", "月份", "月底", "月底前", "月份前"];
        if !number || !unit.iter().any(|unit| self.line.reads(at + 1, unit)) {
            return None;
        }
        // 「5月|1日|前」
        let day = |i: usize| {
            self.line.lexemes.get(i).is_some_and(|l| l.token == Token::Number)
                && ["日", "日前"].iter().any(|day| self.line.reads(i + 1, day))
                && i + 2 < self.end
        };
        let begin = at + 2 + 2 * usize::from(self.line.reads(at + 1, "月") && day(at + 2));
        let more = (begin..self.end).take_while(|i| self.line.reads_any(*i, &lists().frame.dates)).count();
        Some(begin - at + more)
    }

    /// A phrase such as `在西胡林服务区`, `与中国移动研究院`, `以…为…`: the index behind it.
    fn prepositional(&mut self, at: usize) -> Option<usize> {
        if !self.line.is(at, Tags::PREPOSITION) {
            return None;
        }
        // 「配合|沪通铁路建设」, but 「配合|铁路部门|推进…」
        let helps = lists().frame.assists.has(&self.line.word(at))
            && (at + 2..self.end).any(|i| self.is_free_verb(i));
        if self.line.is(at, Tags::VERB) && !helps {
            return None;
        }
        // 「聊城市|将|加快…建设」 says what is to come.
        if self.line.reads(at, "将") && self.line.is(at + 1, Tags::VERB.and(Tags::ADVERB)) {
            return None;
        }
        let place = self.line.reads_any(at, &lists().frame.place);
        // 「位于尧都区|的|方略保税物流园区封关运营」: where what is spoken of is.
        let of = (at + 1..self.end.min(at + 7)).find(|i| self.line.reads(*i, "的"));
        if let Some(of) = of.filter(|of| place && of + 1 < self.end && self.ends_place(of - 1)) {
            self.frame.place = Some(at + 1..of);
            return Some(of + 1);
        }
        // 「以…为…打造」: the verb inside the phrase is not the one that governs.
        let inner = self
            .line
            .reads(at, "以")
            .then(|| (at + 2..self.end).find(|i| self.line.reads(*i, "为")))
            .flatten();
        let mut verbs = inner.map_or(at + 2, |to| to + 2)..self.end;
        let verb = verbs
            .clone()
            .find(|i| self.is_free_verb(*i))
            .or_else(|| verbs.find(|i| self.follows_name(*i)))?;
        let with = self.line.reads_any(at, &lists().frame.with);
        // 「沿河、巴准铁路开工建设」: what ends the clause is said of the whole.
        if !place && !with && verb + 1 == self.end && self.line.is(verb, Tags::PREDICATE) {
            return None;
        }
        let mut end = verb;
        while end > at + 1 && self.line.is(end - 1, Tags::ADVERB.and(Tags::MODAL)) {
            end -= 1;
        }
        if place {
            self.frame.place = Some(at + 1..end);
        } else if with {
            self.frame.party = Some(at + 1..end);
        }
        // 「由绿地集团投资建设的|滨湖路工程开工」: what it builds is spoken of behind 的.
        let of = (verb + 1..self.end.min(verb + 7)).find(|i| self.line.reads(*i, "的"));
        if let Some(of) = of.filter(|of| self.line.reads(at, "由") && of + 1 < self.end) {
            return Some(of + 1);
        }
        Some(end)
    }
}
