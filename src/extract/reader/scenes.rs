//! The place that a sentence speaks of, where a project does not say itself where it is.

use std::ops::Range;

use super::{Found, Reader, Scene};
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::places::{Known, Named};
use crate::extract::projects::Spoken;
use crate::facts::{Predicate, Relation, SentenceId, ThingId};
use crate::lexicon::gazetteer::Level;
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

/// From which character on a sentence speaks of which place; none where it turns to the whole area again.
pub(super) type Scenes = Vec<(usize, Option<ThingId>)>;

impl Reader<'_> {
    /// What the clauses of a sentence speak of, one after the other. A sentence that only says that a place is
    /// built up (`加快御东新区建设。`), at the head of its paragraph, says what the rest of that is about.
    pub(super) fn scenes(&mut self, line: &Line, spoken: &[Spoken], found: &Found) -> Scenes {
        let paragraph = line.sentence.paragraph;
        let kept = self.scene.take().filter(|scene| scene.paragraph == paragraph);
        let passing = kept.is_some_and(|scene| scene.passing);
        let kept = kept.map(|scene| (paragraph, scene.place));
        let section = self.section_of(line.sentence);
        let about = kept.map(|(_, place)| place).or(section.map(|section| section.place));
        let mut scenes: Scenes = about.map(|place| (0, Some(place))).into_iter().collect();
        let clauses = line.clauses();
        let mut only = clauses.len() == 1;
        let mut entered_first = false;
        // Whether the sentence begins with how a place gets on, which is what all of it is about.
        let mut on_top = false;
        for clause in &clauses {
            let here = line.chars_of(clause.clone());
            // What stands behind a semicolon is about something else.
            let parted = clause
                .start
                .checked_sub(1)
                .is_some_and(|i| ['；', ';'].iter().any(|mark| line.lexemes[i].is_mark(*mark)));
            if parted && !(entered_first || on_top) {
                scenes.push((here.start, about));
            }
            let entered = self.entered(line, clause, spoken, found);
            let opened = self.opened(line, clause, spoken, found);
            let advances = opened.filter(|(place, _)| scenes.is_empty() && advances(line, clause, place));
            on_top |= advances.is_some();
            if let Some(place) = entered.or(advances.map(|(_, thing)| *thing)) {
                entered_first |= scenes.is_empty() && entered.is_some() && only_speaks_of(line, clause);
                scenes.push((here.end, Some(place)));
                continue;
            }
            only = false;
            if let Some((_, place)) = opened {
                scenes.push((here.start, Some(*place)));
            } else if leaves(line, clause.start) {
                scenes.push((here.start, None));
            }
        }
        let last = if entered_first { scenes.first() } else { scenes.last() }.and_then(|(_, place)| *place);
        let first = self.paragraph.replace(paragraph) != Some(paragraph);
        let same = kept.is_some_and(|(_, kept)| scenes.iter().all(|(_, place)| *place == Some(kept)));
        let stays = first && (only || entered_first) || same && !passing;
        // 「…。正定新区建设步伐加快。建成…」 in the midst of a paragraph: what the next sentence is about.
        let next = !first && only && on_top;
        self.scene = last.filter(|_| stays || next).map(|place| Scene { paragraph, place, passing: !stays });
        scenes
    }

    /// 「新区基础设施完成投资4.3亿元，…」: a clause that begins with a place stays there, and so do those behind it.
    fn opened<'f>(
        &self,
        line: &Line,
        clause: &Range<usize>,
        spoken: &[Spoken],
        found: &'f Found,
    ) -> Option<&'f (Named, ThingId)> {
        let begin = clause.clone().find(|i| !line.reads_any(*i, &lists().frame.place))?;
        // 「秭归县屈原故里景区」 speaks of the scenic area alone.
        let here = found.places.iter().filter(|(place, _)| place.tokens.start == begin);
        // 「骆岗生态公园，加快建设…」: what a clause names and says nothing of.
        let topic = |place: &Named| {
            *clause == place.tokens
                && lists().places.topic_kinds.has(&place.subtype)
                && matches!(line.lexemes.get(clause.end).map(|l| l.token), Some(Token::Mark('，' | '：')))
        };
        let named = here.max_by_key(|(place, _)| place.tokens.end).filter(|(place, _)| {
            (self.is_part_of_area(place) || topic(place)) && !self.begins_elsewhere(line, place)
        })?;
        let (place, _) = named;
        // 「经开区汽车配件产业园开工」 speaks of the one project.
        let inside = |project: &Spoken| {
            project.tokens.start <= place.tokens.start
                && place.tokens.end <= project.tokens.end
                && !is_place_itself(line, place, project)
        };
        let listed = line.lexemes.get(place.tokens.end).is_some_and(|l| l.is_mark('、'));
        (!listed && !spoken.iter().any(inside)).then_some(named)
    }

    /// 「加快河西新城建设，…」「以高新区为重点，…」: a clause that names a place for what the next ones say of it.
    fn entered(
        &self,
        line: &Line,
        clause: &Range<usize>,
        spoken: &[Spoken],
        found: &Found,
    ) -> Option<ThingId> {
        // 「绿色石化产业|以南港工业区为重要承载地」
        let with = clause.clone().find(|i| line.reads(*i, "以") || line.reads(*i, "依托"));
        let with = with.filter(|with| !(clause.start..*with).any(|i| line.is_proper(i)));
        // 「三|是|加快提升新区载体功能」
        let item = line.lexemes[clause.start].token == Token::Number && line.reads(clause.start + 1, "是");
        let from = clause.start + if item { 2 } else { 0 };
        let first = (from..clause.end).find(|i| !line.is(*i, Tags::ADVERB.and(Tags::MODAL)));
        let verb = with.or(first)?;
        // 「济南将持续加快提升|起步区功能」: what the whole area does.
        let home = matches!(line.lexemes[verb].token, Token::Division(d) if self.home == Some(d.code));
        let verb = if home {
            (verb + 1..clause.end)
                .find(|i| !line.is(*i, Tags::ADVERB.and(Tags::MODAL).and(Tags::CONJUNCTION)))?
        } else {
            verb
        };
        let enters = |i: usize| line.reads_any(i, &lists().places.enters);
        let leads = line.is(verb, Tags::VERB.and(Tags::PREPOSITION).and(Tags::PREDICATE)) || enters(verb);
        let begin = (verb..clause.end).find(|i| {
            !(line.is(*i, Tags::VERB.and(Tags::ADVERB).and(Tags::PREPOSITION).and(Tags::PREDICATE))
                || enters(*i))
        })?;
        let fits = |place: &Named| {
            place.tokens.start == begin
                && self.is_part_of_area(place)
                && ((place.tokens.end..clause.end).all(|i| says_no_more(line, i) || names_nothing(line, i))
                    || lists().places.campaigns.end(&line.text(place.tokens.end..clause.end)))
        };
        let (place, thing) = found.places.iter().find(|(place, _)| fits(place)).filter(|_| leads)?;
        let within =
            |project: &Spoken| clause.start <= project.tokens.start && project.tokens.end <= clause.end;
        let other = spoken.iter().any(|project| within(project) && !is_place_itself(line, place, project));
        (!other).then_some(*thing)
    }

    /// A place wide enough to speak of, in the report's area and not the whole of it.
    pub(super) fn is_part_of_area(&self, place: &Named) -> bool {
        let whole = matches!(place.known, Known::Division(d) if self.home.is_none_or(|home| d.code == home || !d.is_within(home)));
        // 「永定河文旅体验产业带」
        let belt = lists().places.belts.end(&place.name);
        !whole && !belt && lists().places.wide_kinds.has(&place.subtype)
    }

    /// 「成渝地区双城经济圈」: a region called after one that is wider than the area.
    pub(super) fn begins_elsewhere(&self, line: &Line, place: &Named) -> bool {
        match line.lexemes[place.tokens.start].token {
            Token::Feature(feature) => feature.kind.as_str() == "region",
            // 「滨湖新区」 is called after no far county.
            Token::Division(division) => {
                place.known == Known::Nothing
                    && division.level <= Level::Prefecture
                    && self.home.is_some_and(|home| !division.is_within(home))
            }
            _ => false,
        }
    }

    /// A project that does not say where it is lies where its sentence is.
    pub(super) fn locate_by_scene(
        &mut self,
        id: SentenceId,
        thing: ThingId,
        chars: &Range<usize>,
        scenes: &Scenes,
        line: &Line,
        found: &Found,
    ) {
        let Some(place) = scenes.iter().rev().find(|(from, _)| *from <= chars.start).and_then(|(_, p)| *p)
        else {
            return;
        };
        // 「太阳商城西区」 only ends as a county does.
        let part = |named: &Named| named.known == Known::Nothing && named.subtype == "county";
        let wide = |other: ThingId| {
            found.places.iter().filter(|(_, at)| *at == other).any(|(named, _)| {
                let itself = line.chars_of(named.tokens.clone()) == *chars;
                // 「建设太湖新城，建成|无锡大剧院」: the city of its name says less than the scene.
                let home = matches!(named.known, Known::Division(d) if self.home == Some(d.code));
                itself || lists().places.wide_kinds.has(&named.subtype) && !part(named) && !home
            })
        };
        let placed = |r: &Relation| {
            r.subject == thing
                && r.predicate == Predicate::LocatedIn
                && r.evidence.contains(&id)
                && wide(r.object)
        };
        let same = self.draft.facts.things[thing.0].name == self.draft.facts.things[place.0].name;
        if !same && !self.draft.facts.relations.iter().any(placed) {
            self.draft.relate(thing, Predicate::LocatedIn, place, id);
        }
    }
}

/// 「全市」「市区」 at the head of a clause turn to the whole area again; 「国际会展中心」 does not.
fn leaves(line: &Line, at: usize) -> bool {
    line.is(at, Tags::RELATIVE) && !line.reads_any(at, &lists().names.regions)
}

/// Whether a project is the place, or works on all of it: 「老城区改造」.
fn is_place_itself(line: &Line, place: &Named, project: &Spoken) -> bool {
    project.tokens.start == place.tokens.start
        && project.tokens.end >= place.tokens.end
        && (place.tokens.end..project.tokens.end).all(|i| line.reads_any(i, &lists().places.scene_words))
}

/// 「滨湖新区建设全面推进」: whether a clause only says how the place that it begins with gets on.
fn advances(line: &Line, clause: &Range<usize>, place: &Named) -> bool {
    // 「河西新城|建设步伐|加快」
    let predicate = |i: usize| line.is(i, Tags::ADVERB.and(Tags::PREDICATE).and(Tags::STAGE));
    let mut said = place.tokens.end..clause.end;
    place.tokens.start == clause.start
        && !said.is_empty()
        && said.all(|i| says_no_more(line, i) || predicate(i))
}

/// 「太湖新城|公共服务|配套|能力」「新区|项目|谋划|、|招引|和|储备」: what names nothing that is built.
fn names_nothing(line: &Line, at: usize) -> bool {
    let listed = line.lexemes[at].is_mark('、');
    let word = matches!(line.lexemes[at].token, Token::Word(_)) && !line.is(at, Tags::ENDING);
    listed || word
}

/// Whether a clause says of its place that it is built up, and nothing besides.
fn only_speaks_of(line: &Line, clause: &Range<usize>) -> bool {
    let word =
        |i: usize| line.is(i, Tags::VERB.and(Tags::ADVERB).and(Tags::PREDICATE).and(Tags::PREPOSITION));
    clause.clone().all(|i| {
        says_no_more(line, i)
            || word(i)
            || line.is_proper(i)
            || line.is(i, Tags::ENDING)
            || line.reads_any(i, &lists().places.enters)
    })
}

/// Words behind a place that name nothing in it: works, stages, what is said of its part.
fn says_no_more(line: &Line, at: usize) -> bool {
    line.is(at, Tags::PARTICLE.and(Tags::INDEFINITE)) || line.reads_any(at, &lists().places.scene_words)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use crate::facts::Predicate;

    fn located(text: &str) -> String {
        let text = format!("铜川市2015年政府工作报告\n\n一、2014年工作回顾\n\n{text}");
        let facts = crate::extract::extract(&crate::report::read_text(&text));
        let said = facts.relations.iter().filter(|r| r.predicate == Predicate::LocatedIn);
        said.map(|r| format!("{}@{}", facts.things[r.subject.0].name, facts.things[r.object.0].name))
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn what_is_built_lies_where_the_sentence_is() {
        for (text, want) in [
            ("新区完成投资4.3亿元，建成长宁广场。", "长宁广场@新区"),
            ("加快河西新城建设，长宁广场投入使用。", "长宁广场@河西新城"),
            ("加快河西新城建设。建成长宁广场。开工建设长平大厦。", "长宁广场@河西新城|长平大厦@河西新城"),
            ("加快河西新城建设。\n\n建成长宁广场。", ""),
            ("（三）聚焦河西新城高质量发展。完善规划。\n\n加快长宁大厦建设。", "长宁大厦@河西新城"),
            (
                "（三）聚焦河西新城高质量发展。加快长宁大厦建设。\n\n（四）改善民生。建成长平大厦。",
                "长宁大厦@河西新城",
            ),
            (
                "明柳中央公园全面开工建设长平大厦、长安大剧院等项目，天宿广场竣工。",
                "长平大厦@明柳中央公园|长安大剧院@明柳中央公园",
            ),
            (
                "柳宁机场旅客吞吐量增长5%。完成第三跑道、T2航站楼改造。",
                "第三跑道改造@柳宁机场|第三跑道改造@第三跑道|T2航站楼改造@柳宁机场|T2航站楼改造@T2航站楼",
            ),
            ("明柳湿地二期、三期建成开园。", "明柳湿地二期@明柳湿地|明柳湿地三期@明柳湿地"),
            ("柳宁机场旅客吞吐量增长5%。开工建设柳宁机场航站区。", "柳宁机场航站区@柳宁机场"),
            (
                "实施天柳路、宜柳路等地下综合管廊工程。",
                "天柳路地下综合管廊工程@天柳路|宜柳路地下综合管廊工程@宜柳路",
            ),
            ("推动天柳大道、宜柳大街快速路主体完工。", "天柳大道快速路@天柳大道|宜柳大街快速路@宜柳大街"),
            ("建设明柳河、天宿洲国家湿地公园。", "明柳河国家湿地公园@明柳河|天宿洲国家湿地公园@天宿洲"),
            ("推进柳宁湾跨海通道工程。", "柳宁湾跨海通道工程@柳宁湾跨海通道|柳宁湾跨海通道工程@柳宁湾"),
            ("开工建设柳宁南路快轨。", "柳宁南路快轨@柳宁南路"),
            ("耀州区新建长宁广场，全市新建长平大厦。", "长宁广场@耀州区"),
            ("耀州区建成长宁广场。", "长宁广场@耀州区"),
            ("加快河西新城建设，铜川大剧院投入使用。", "铜川大剧院@铜川市|铜川大剧院@河西新城"),
            ("以高新区为重点，加快长宁大厦建设。", "长宁大厦@高新区"),
            ("在耀州区、王益区分别建设长宁广场和长平大厦。", "长宁广场@耀州区|长平大厦@王益区"),
            ("长宁生物项目落户高新区。", "长宁生物项目@高新区"),
            ("位于王益区的长宁广场建成。", "长宁广场@王益区"),
            ("洋浦港20万吨级泊位开工。", "洋浦港20万吨级泊位@洋浦港"),
            ("加快西站同城商务区建设。", "西站同城商务区@西站"),
            ("团结、清溪等5座渭河大桥开工。", "团结渭河大桥@渭河|清溪渭河大桥@渭河"),
            ("开工建设宜君月河抽水蓄能电站。", "宜君月河抽水蓄能电站@宜君县|宜君月河抽水蓄能电站@月河"),
            ("万柳线盐盆岙段改造完成。", "万柳线盐盆岙段改造@万柳线|万柳线盐盆岙段改造@盐盆岙"),
            ("万柳线合柳段改造完成。", "万柳线合柳段改造@万柳线"),
            (
                "铁空片区国际会展中心、金融中心建成。",
                "铁空片区国际会展中心@铁空片区|铁空片区金融中心@铁空片区",
            ),
            ("昌国路立交桥工程开工。", "昌国路立交桥工程@昌国路"),
            ("启动凤凰路、太湖路南段综合改造。", "凤凰路综合改造@凤凰路|太湖路南段综合改造@太湖路"),
            ("完成新区长青南路、铁诺南路建设。", "新区长青南路@新区|铁诺南路@新区"),
            ("长宁熔盐实验堆在王益区建成运行。", "长宁熔盐实验堆@王益区"),
            ("明柳物流中心、沈柳互通立交开工。", "明柳物流中心@明柳|沈柳互通立交@沈柳"),
            ("明柳、天宿污水处理厂建成。", "明柳污水处理厂@明柳|天宿污水处理厂@天宿"),
            ("完成金天观维修工程。", "金天观维修工程@金天观"),
            ("推进三环快速化工程。", "三环快速化工程@三环"),
            ("云岭路延长线开工。", "云岭路延长线@云岭路"),
            (
                "新区建设全面推进，完成投资4亿元；长宁广场竣工，国际会展中心开工。",
                "长宁广场@新区|国际会展中心@新区",
            ),
            ("完成投资4亿元。河西新城建设步伐加快。建成长宁广场。建成长平大厦。", "长宁广场@河西新城"),
            ("努力提高河西新城公共服务配套能力，建成长宁广场。", "长宁广场@河西新城"),
            ("启动河西新城建设。进一步完善新城顶层设计。建成长宁广场。", "长宁广场@河西新城"),
            ("建成马柳换乘中心、三柳碑快速公交枢纽。", "马柳换乘中心@马柳|三柳碑快速公交枢纽@三柳碑"),
            ("鹦柳洲渭河大桥开工。", "鹦柳洲渭河大桥@鹦柳洲|鹦柳洲渭河大桥@渭河"),
            (
                "二环线汉柳口段开工，宜君段加快建设。",
                "二环线汉柳口段@二环线|二环线汉柳口段@汉柳口|二环线宜君段@二环线|二环线宜君段@宜君县",
            ),
            (
                "清柳路垃圾填埋场综合治理工程完工。",
                "清柳路垃圾填埋场综合治理工程@清柳路|清柳路垃圾填埋场综合治理工程@清柳路垃圾填埋场",
            ),
            ("杏柳湾营运中心开工。", "杏柳湾营运中心@杏柳湾"),
            ("建成五柳湾游艇帆船港。", "五柳湾游艇帆船港@五柳湾"),
            ("东湖泵站工程开工。", "东湖泵站工程@东湖"),
            ("完成长青街快速路工程。", "长青街快速路工程@长青街|长青街快速路工程@长青街快速路"),
            ("德柳路东中段建成通车。", "德柳路东中段@德柳路"),
            (
                "完成堤柳、白宁嘴等水厂扩建改造。",
                "堤柳水厂扩建改造@堤柳水厂|堤柳水厂扩建改造@堤柳|白宁嘴水厂扩建改造@白宁嘴水厂|白宁嘴水厂扩建改造@白宁嘴",
            ),
            ("改造提升五柳祠、海宁墓等历史人文景点。", "五柳祠改造提升@五柳祠|海宁墓改造提升@海宁墓"),
            ("修复文庙、杂技宫等一批历史建筑。", "文庙修复@文庙|杂技宫修复@杂技宫"),
            ("东部片区总投资124亿元综合开发项目启动。", ""),
            (
                "推进东宁港红树林国家湿地公园、火柳群世界地质公园的升级改造。",
                "东宁港红树林国家湿地公园升级改造@东宁港红树林国家湿地公园|火柳群世界地质公园升级改造@火柳群世界地质公园",
            ),
            ("陕西名人馆建成。", ""),
            ("骆柳生态公园，加快建设游客中心，开工石柳大桥。", "石柳大桥@骆柳生态公园"),
            (
                "柳河机场T2航站楼开工，柳华大道绕城互通建成。",
                "柳河机场T2航站楼@柳河机场|柳华大道绕城互通@柳华大道",
            ),
            ("清柳湖湿地公园开工。", "清柳湖湿地公园@清柳湖"),
            ("加快五柳湾片区建设。", "五柳湾片区@五柳湾片区"),
            ("完成西客站场站一体化工程。", "西客站场站一体化工程@西客站"),
            ("耀州王家湾冰上运动中心开工。", "耀州王家湾冰上运动中心@耀州区|耀州王家湾冰上运动中心@王家湾"),
            (
                "耀州至宜君公路王益段升级改造工程开工。",
                "耀州至宜君公路王益段升级改造工程@耀州至宜君公路|耀州至宜君公路王益段升级改造工程@王益区",
            ),
        ] {
            assert_eq!(located(text), want, "{text}");
        }
    }
}
