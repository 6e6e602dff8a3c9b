//! Projects: entering them with their states, where they are and who takes part in them.

use std::ops::Range;

use super::location::shared_park;
use super::{Found, Reader};
use crate::extract::draft::key;
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::names;
use crate::extract::organizations::Body;
use crate::extract::places::{self, Known, Named};
use crate::extract::projects::Spoken;
use crate::facts::{Aim, Deadline, Kind, Origin, Part, Predicate, Role, SentenceId, State, Target, ThingId};
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Tags, words};

impl Reader<'_> {
    pub(super) fn projects(&mut self, line: &Line, id: SentenceId, spoken: &[Spoken], found: &mut Found) {
        let scenes = self.scenes(line, spoken, found);
        for project in spoken {
            let chars = line.chars_of(project.tokens.clone());
            // 「电机产业园创业中心、服务中心」: the second is that of the park, and named so.
            let park = shared_park(line, project, &[], found)
                .filter(|_| !names::is_named(line, project.tokens.clone()) && names_by_kind(line, project));
            let full = park
                .filter(|(_, at)| {
                    found.places.iter().any(|(place, thing)| {
                        thing == at
                            && place.known == Known::Nothing
                            && lists().places.park_kinds.has(&place.subtype)
                    })
                })
                .map(|(park, _)| line.sentence.cut(park) + &project.name);
            let name = full.as_ref().unwrap_or(&project.name);
            let thing = self.enter(line, id, Kind::Project, name, chars.clone(), found);
            let written = line.text(project.tokens.clone());
            if key(&written) != key(&project.name)
                && project.name.starts_with(&written)
                && written.chars().count() >= 4
            {
                self.draft.alias(thing, &written);
            }
            if let Some(alone) = without_dependents(name) {
                self.draft.alias(thing, alone);
            }
            if let Some(long) = &project.long_name {
                self.draft.alias(thing, long);
            }
            self.states(line, id, thing, project);
            self.in_use(line, id, thing, project, &chars, found);
            self.locate(id, thing, project, &chars, line, found);
            if project.place.is_none() {
                self.locate_by_scene(id, thing, &chars, &scenes, line, found);
            }
            self.take_part(id, thing, project, &chars, line, found);
        }
        self.remember_hub(line, found);
    }

    /// What is finished and used is a place as well, and so is what was there before the works on it.
    fn in_use(
        &mut self,
        line: &Line,
        id: SentenceId,
        thing: ThingId,
        project: &Spoken,
        chars: &Range<usize>,
        found: &mut Found,
    ) {
        // 「威斯汀、凯宾斯基等|高端酒店|开业」: the list says what it is.
        let given = || words().ending(&project.name).filter(|_| project.head.is_some());
        let ending =
            line.ending(project.tokens.end - 1).or_else(given).filter(|ending| ending.kind == Kind::Place);
        let ending = ending.filter(|_| {
            !lists().places.machines.end(&project.name)
                && !lists().places.passages.end(&project.name)
                && !line.reads(project.tokens.end - 1, "段")
        });
        let known = found.places.iter().any(|(place, _)| line.chars_of(place.tokens.clone()) == *chars);
        // 「加快蓝海湾旅游度假区建设」: ground is there before all of it is built up, and so is the stretch of a way.
        let ends = |place: &Named| line.chars_of(place.tokens.clone()).end == chars.end;
        let ground = lists().places.grounds.end(&project.name)
            && !found.places.iter().any(|(place, _)| ends(place))
            && names::is_named(line, project.tokens.clone())
            && !is_rank(line, project)
            && !places::is_leg(&project.name)
            && project.states.as_slice() != [State::Planned];
        let kind = words().ending(&project.name).filter(|ending| ending.kind == Kind::Place);
        if let Some(kind) = kind.filter(|_| ground && !known) {
            let place = self.enter(line, id, Kind::Place, &project.name, chars.clone(), found);
            self.draft.facts.things[place.0].subtype.get_or_insert_with(|| kind.subtype.clone());
            return;
        }
        let runs = line.sentence.part == Some(Part::Review) && project.states.contains(&State::Operating);
        // 「苏颂医院正式运营」: so is the building of a body.
        let house = words().ending(&project.name).filter(|e| {
            runs && matches!(e.subtype.as_str(), "hospital" | "school")
                && names::is_named(line, project.tokens.clone())
        });
        if let Some(ending) = ending.or(house)
            && (runs || project.on_site)
            && !known
        {
            let site = if project.on_site { line.text(project.tokens.clone()) } else { project.name.clone() };
            let place = self.enter(line, id, Kind::Place, &site, chars.clone(), found);
            self.draft.facts.things[place.0].subtype.get_or_insert_with(|| ending.subtype.clone());
            if project.on_site {
                self.draft.relate(thing, Predicate::LocatedIn, place, id);
            }
        }
    }

    fn states(&mut self, line: &Line, id: SentenceId, thing: ThingId, project: &Spoken) {
        let year = match line.sentence.part {
            Some(Part::Review) => self.review_year,
            Some(Part::Plan) => self.plan_year,
            None => return,
        };
        for state in &project.states {
            self.draft.status(thing, *state, year, id);
        }
        if let (Some(Part::Plan), Some(state)) = (line.sentence.part, project.states.iter().max()) {
            let aim = Aim::Milestone { project: thing, state: *state };
            if self.draft.facts.targets.iter().any(|target| target.aim == aim && target.evidence == [id]) {
                return;
            }
            self.draft.facts.targets.push(Target {
                aim,
                deadline: self.plan_year.map(Deadline::Year),
                modality: project.modal.clone(),
                about: None,
                part_of: None,
                evidence: vec![id],
                origin: Origin::Extraction,
            });
        }
    }

    /// Bodies in the name of a project, and those that the clause says act with or in it.
    fn take_part(
        &mut self,
        id: SentenceId,
        thing: ThingId,
        project: &Spoken,
        chars: &Range<usize>,
        line: &Line,
        found: &Found,
    ) {
        let party = project.party.as_ref().map(|tokens| line.chars_of(tokens.clone()));
        for (body, who) in &found.bodies {
            let longer = key(&project.name).chars().count() > key(&body.written).chars().count();
            let within = chars.start <= body.chars.start && body.chars.end <= chars.end && longer;
            let heads = chars.start == body.chars.start || follows(body, chars, line, found);
            let owner = within && heads && !is_brand(body, &project.name);
            let stated = party
                .as_ref()
                .is_some_and(|party| party.start <= body.chars.start && body.chars.end <= party.end);
            let before = |at: usize| at.checked_sub(1).and_then(|at| line.sentence.chars.get(at));
            let by = party.as_ref().is_some_and(|party| before(party.start) == Some(&'由'));
            let with = stated && !by || matches!(before(body.chars.start), Some('与' | '同' | '和' | '手'));
            if builds(line, body, chars) && !with {
                self.draft.relate(thing, Predicate::Participant(Role::Builder), *who, id);
            } else if stated || with && builds(line, body, chars) || agreed(line, body, chars) {
                self.draft.relate(thing, Predicate::Participant(Role::Partner), *who, id);
            } else if owner {
                let role = if body.subtype == "company" { Role::Builder } else { Role::Operator };
                self.draft.relate(thing, Predicate::Participant(role), *who, id);
            }
        }
    }
}

/// 「翁象大道|及连接线」「惠城南站|及配套项目」: what a thing is called without what belongs to it.
fn without_dependents(name: &str) -> Option<&str> {
    let (alone, rest) = name.rsplit_once('及')?;
    let rest = rest.trim_end_matches("建设");
    (lists().lists.dependent.has(rest) && alone.chars().count() >= 3).then_some(alone)
}

/// 「国家人工智能创新发展试验区」: what a higher level granted, and no ground of its own.
fn is_rank(line: &Line, project: &Spoken) -> bool {
    let at = project.tokens.start;
    let level = names::says_rank(line, at) || line.reads_any(at, &lists().names.levels);
    let named =
        |i: usize| matches!(line.lexemes[i].token, Token::Division(_) | Token::Feature(_) | Token::Unknown);
    line.lexemes[at].token == Token::Quote || level && !project.tokens.clone().any(named)
}

/// Whether a project is called by the kind of building alone: 「服务中心」.
fn names_by_kind(line: &Line, project: &Spoken) -> bool {
    project.tokens.clone().all(|i| line.is(i, Tags::COMMON.and(Tags::ENDING).and(Tags::WORK)))
}

/// 「哈工大|华工机床高新技术产业化基地」「涞水|悦康制药」: a body behind another or behind the place at the head.
fn follows(body: &Body, project: &Range<usize>, line: &Line, found: &Found) -> bool {
    let begin = body.chars.start;
    let other =
        found.bodies.iter().any(|(other, _)| other.chars.start == project.start && other.chars.end == begin);
    let place = found.places.iter().any(|(place, _)| {
        let chars = line.chars_of(place.tokens.clone());
        chars.start == project.start && chars.end == begin
    });
    other || place
}

/// 「淮海实业集团投资20亿元建设的…基地」「引进荣盛集团投资建设…产业园」: whether the words between a body and a
/// project say that it builds it.
fn builds(line: &Line, body: &Body, project: &Range<usize>) -> bool {
    if body.chars.end >= project.start || body.subtype.ends_with("Organ") {
        return false;
    }
    let gap = line.sentence.cut(body.chars.end..project.start);
    let lists = &lists().organizations;
    gap.chars().count() <= 14
        && !gap.contains(['，', '、', '；', '。'])
        && lists.building.iter().any(|word| gap.starts_with(word))
        && (gap.ends_with('的') || lists.built.end(&gap))
}

/// 「与陕煤化集团、陕有色集团签订的…项目」: whether a project is what was agreed with a body.
fn agreed(line: &Line, body: &Body, project: &Range<usize>) -> bool {
    if body.chars.end >= project.start || project.start - body.chars.start > 40 {
        return false;
    }
    let parts = |at: &usize| matches!(line.sentence.chars[*at], '，' | '。' | '；');
    let begin = (0..body.chars.start).rev().find(parts).map_or(0, |at| at + 1);
    let before = line.sentence.cut(begin..body.chars.start);
    let gap = line.sentence.cut(body.chars.end..project.start);
    before.contains('与')
        && !gap.contains(['，', '。', '；'])
        && ["签订的", "签约的", "签署的", "合作的"].iter().any(|word| gap.contains(word))
        && gap.ends_with('的')
}

/// 「红星美凯龙家具广场」: a company's brand that is half of a place's name.
fn is_brand(body: &Body, project: &str) -> bool {
    let lists = &lists().organizations;
    body.subtype == "company" && !lists.company_forms.end(&body.written) && lists.branded.end(project)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn who_takes_part_as_what() {
        let of = |sentence: &str| {
            let text = format!("一、2022年工作回顾\n\n{sentence}");
            let facts = crate::extract::extract(&crate::report::read_text(&text));
            let name = |id: ThingId| facts.things[id.0].name.clone();
            let said = facts.relations.iter().filter_map(|relation| match relation.predicate {
                Predicate::Participant(role) => {
                    Some(format!("{} {:?} {}", name(relation.subject), role, name(relation.object)))
                }
                _ => None,
            });
            said.collect::<Vec<_>>().join("|")
        };
        for (sentence, want) in [
            ("淮海实业集团投资20亿元建设的煤矸石利用基地开工。", "煤矸石利用基地 Builder 淮海实业集团"),
            ("中核汇能通榆县制氢项目开工。", "中核汇能通榆县制氢项目 Builder 中核汇能"),
            ("吉化120万吨乙烯项目投产。", "吉化120万吨乙烯项目 Builder 吉化"),
            (
                "天威英利与西班牙安讯能公司合作建设太阳能发电站。",
                "太阳能发电站 Partner 天威英利|太阳能发电站 Partner 西班牙安讯能公司",
            ),
            ("由绿地集团投资建设的滨湖路工程开工。", "滨湖路工程 Builder 绿地集团"),
            ("与华润集团合作共建滨湖医药产业园。", "滨湖医药产业园 Partner 华润集团"),
            ("红星美凯龙家具广场开工建设。", ""),
            ("达利食品制罐生产线投产。", "达利食品制罐生产线 Builder 达利食品"),
            ("奥士康华南基地开工。", "奥士康华南基地 Builder 奥士康"),
            ("一汽大众华东生产基地开工建设。", "一汽大众华东生产基地 Builder 一汽大众"),
        ] {
            assert_eq!(of(sentence), want, "{sentence}");
        }
    }

    #[test]
    fn what_works_are_done_on_was_there_before() {
        let text = "一、2022年工作回顾\n\n改造提升金谟广场，新建天宁广场。";
        let facts = crate::extract::extract(&crate::report::read_text(text));
        let place = |name: &str| facts.things.iter().position(|t| t.kind == Kind::Place && t.name == name);
        let project =
            facts.things.iter().position(|t| t.kind == Kind::Project && t.name == "金谟广场改造提升");
        let (site, project) = (place("金谟广场").unwrap(), project.unwrap());
        assert!(place("天宁广场").is_none());
        assert!(facts.relations.iter().any(|relation| relation.predicate == Predicate::LocatedIn
            && relation.subject == ThingId(project)
            && relation.object == ThingId(site)));
    }

    #[test]
    fn ground_is_there_while_it_is_built_up() {
        let text =
            "一、2022年工作回顾\n\n加快柳鸢公园建设，启动广柳特别合作区建设，建设国家制造业发展试验区。";
        let facts = crate::extract::extract(&crate::report::read_text(text));
        let places: Vec<&str> =
            facts.things.iter().filter(|t| t.kind == Kind::Place).map(|t| t.name.as_str()).collect();
        assert_eq!(places, ["柳鸢公园", "广柳特别合作区"]);
    }
}
