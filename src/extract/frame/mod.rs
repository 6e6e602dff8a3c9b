//! Reads a clause as verb and object (`推进…建设`), pivot (`确保…完工`) or subject and predicate
//! (`…顺利完工`): which noun phrase is spoken of, and what is said of its state.

mod lead;
mod object;

use std::ops::Range;

use super::lexer::Token;
use super::line::Line;
use crate::facts::{Kind, Part, State};
use crate::lexicon::words::Tags;

/// A clause, read around its noun phrase.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frame {
    /// The words of modality before the verb: `力争`.
    pub modal: Option<String>,
    /// The governing verbs, in order.
    pub verbs: Vec<String>,
    /// Tokens of the noun phrase.
    pub phrase: Range<usize>,
    /// Whether the phrase is the subject, not the object.
    pub subject: bool,
    /// What the clause says of the phrase's state.
    pub states: Vec<State>,
    /// Words behind the phrase that say how far the work is: `前期工作`, `建设`.
    pub stage: Option<String>,
    /// Whether a predicate behind the object says the state: 「支持…园|加快建设」.
    pub said_behind: bool,
    /// Whether those words decide the state.
    pub decided_by_stage: bool,
    /// Whether the phrase comes to the area (`落户`): a company does so as well as a project.
    pub comes: bool,
    /// Tokens of a phrase with 在 before the verb: where.
    pub place: Option<Range<usize>>,
    /// Tokens of a phrase with 与, 和, 由, 联合 before the verb: who.
    pub party: Option<Range<usize>>,
}

/// Reads a clause.
#[must_use]
pub fn read(line: &Line, clause: Range<usize>, part: Option<Part>) -> Frame {
    let mut reader = Reader { line, at: clause.start, end: clause.end, part, frame: Frame::default() };
    reader.actor();
    reader.site_of_works();
    reader.partners();
    reader.skip_lead();
    if reader.verbs() {
        reader.inner_clause();
        reader.object();
    } else {
        reader.subject();
    }
    reader.frame
}

/// A clause without a verb as what the verbs of the clause before govern too.
#[must_use]
pub fn governed(line: &Line, clause: &Frame, before: &Frame) -> Frame {
    let frame = Frame {
        verbs: before.verbs.clone(),
        modal: before.modal.clone(),
        place: clause.place.clone(),
        party: clause.party.clone(),
        ..Frame::default()
    };
    let Range { start, end } = clause.phrase.clone();
    let mut reader = Reader { line, at: start, end, part: line.sentence.part, frame };
    let mut states = before.states.clone();
    let end = reader.stage(end, &mut states);
    // 「推进13条地铁建设，具体为3号线、5号线」: what is built there is built here.
    let built = before.stage.as_ref().filter(|stage| stage.starts_with("建设"));
    reader.frame.stage = reader.frame.stage.take().or_else(|| built.cloned());
    Frame { phrase: start..end, states, ..reader.frame }
}

struct Reader<'a> {
    line: &'a Line<'a>,
    at: usize,
    end: usize,
    part: Option<Part>,
    frame: Frame,
}

impl Reader<'_> {
    /// Whether a token is a division, or ends the name of a place.
    fn ends_place(&self, at: usize) -> bool {
        matches!(self.line.lexemes[at].token, Token::Division(_))
            || self.line.ending(at).is_some_and(|e| e.kind == Kind::Place)
    }

    /// A verb that no name swallows: one that is no noun of work, or that stands before a proper name.
    fn is_free_verb(&self, at: usize) -> bool {
        let verb = self.line.is(at, Tags::VERB);
        verb && (!self.line.is(at, Tags::WORK)
            || self.line.is_proper(at + 1)
            || self.line.reads(at + 1, "了")
            || self.line.count_at(at + 1).is_some())
    }

    /// A verb directly behind a name, where none is free: `在西胡林服务区|建设`.
    fn follows_name(&self, at: usize) -> bool {
        // 「在平江县、汨罗市|分别|建设」
        let before = (0..at).rev().find(|i| !self.line.is(*i, Tags::ADVERB)).unwrap_or(0);
        self.line.is(at, Tags::VERB)
            && at + 1 < self.end
            && (self.line.is_proper(before) || self.line.ending(before).is_some())
    }

    /// Collects the governing verbs; false where the clause has none in front.
    fn verbs(&mut self) -> bool {
        while self.at < self.end
            && self.line.is(self.at, Tags::VERB)
            && !self.is_head_of_name(self.at)
            && (self.frame.verbs.is_empty() || !self.is_attribute(self.at))
        {
            self.frame.verbs.push(self.line.word(self.at));
            self.at += 1;
            while self.line.is(self.at, Tags::ADVERB)
                || self.line.reads(self.at, "了")
                || self.line.reads(self.at, "好")
            {
                if self.line.reads(self.at, "新") {
                    break;
                }
                self.at += 1;
            }
            let joined = ["和", "并", "及", "或"].iter().any(|word| self.line.reads(self.at, word));
            if joined && self.line.is(self.at + 1, Tags::VERB) && !self.is_head_of_name(self.at + 1) {
                self.at += 1;
            }
        }
        !self.frame.verbs.is_empty()
    }

    /// 「推进|投资60亿元的|南郊电厂」: what a thing costs is said of it, and governs nothing.
    fn is_attribute(&self, at: usize) -> bool {
        let end = self.line.count_at(at + 1).map(|long| at + 1 + long);
        end.is_some_and(|end| end + 1 < self.end && self.line.reads(end, "的"))
    }

    /// 「支持|洪湖市|开展河湖修复」: what a division is made to do is the clause, and the division is where.
    fn inner_clause(&mut self) {
        let at = self.at;
        let division = self.line.lexemes.get(at).is_some_and(|l| matches!(l.token, Token::Division(_)));
        // 「支持|综改示范区|建设RCEP产业园」
        let zone = (at + 1..at + 3).find(|i| {
            self.line.ending(*i).is_some_and(|e| e.kind == Kind::Place)
                && self.line.is(i + 1, Tags::VERB)
                && self.line.is_proper(i + 2)
        });
        // 「支持|鞍山、本溪等|建设产业基地」
        let listed = |i: &usize| {
            matches!(self.line.lexemes[*i].token, Token::Division(_) | Token::Mark('、'))
                || self.line.reads(*i, "等")
        };
        let several = (at..self.end).take_while(listed).count();
        let end = if several > 2 {
            Some(at + several)
        } else if division {
            Some(at + 1)
        } else {
            zone.map(|zone| zone + 1)
        };
        let acts = |end: usize| {
            let listed = self.line.reads(end - 1, "等") && self.line.is(end, Tags::VERB);
            end + 1 < self.end && (listed || self.is_free_verb(end))
        };
        if let Some(end) = end.filter(|end| acts(*end)) {
            self.frame.place = Some(at..end);
            self.at = end;
            self.verbs();
        }
    }

    /// Whether a word that could be a verb begins a noun phrase instead (`建设项目`, `改造工程`).
    fn is_head_of_name(&self, at: usize) -> bool {
        let next = at + 1;
        self.line.is(at, Tags::WORK)
            && (next >= self.end || self.line.reads(next, "项目") || self.line.reads(next, "工程"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::line;
    use super::*;
    use crate::report::Sentence;

    fn frame(text: &str, part: Part) -> (String, Vec<State>) {
        let sentence = Sentence::plain(text);
        let line = line(&sentence);
        let frame = read(&line, 0..line.lexemes.len(), Some(part));
        (line.text(frame.phrase), frame.states)
    }

    #[test]
    fn in_the_review() {
        use State::*;
        for (text, phrase, states) in [
            ("石龙路电力隧道工程顺利完工", "石龙路电力隧道工程", vec![Completed]),
            ("斋堂110千伏输变电站建成投产", "斋堂110千伏输变电站", vec![Completed, Operating]),
            ("国道109新线高速公路建设进展顺利", "国道109新线高速公路", vec![Underway]),
            ("政务服务中心主体工程通过验收", "政务服务中心", vec![StructureComplete]),
            ("三家店粮库项目主体结构完成", "三家店粮库项目", vec![StructureComplete]),
            (
                "基本完成金东曹塘澧公路、义浦公路等主体工程",
                "金东曹塘澧公路、义浦公路等",
                vec![StructureComplete],
            ),
            ("殡仪馆和精神病专科医院迁建工程有序推进", "殡仪馆和精神病专科医院迁建工程", vec![Underway]),
            ("斋堂华侨城项目重新启动", "斋堂华侨城项目", vec![Resumed]),
            ("新耀污水处理工程完成总投资的55%", "新耀污水处理工程", vec![Underway]),
            ("推进沿河城长城陈列馆建设", "沿河城长城陈列馆", vec![Underway]),
            ("徐庄科技园等一批项目落户我市", "徐庄科技园等一批项目", vec![Started]),
            ("实现地铁17号线结构贯通", "地铁17号线", vec![StructureComplete]),
            ("深茂铁路茂名段进入铺轨阶段", "深茂铁路茂名段", vec![Underway]),
            ("博贺疏港铁路进入勘察设计招标阶段", "博贺疏港铁路", vec![Preparing]),
            ("恩黔毕昭铁路等项目列入国家“十三五”规划", "恩黔毕昭铁路等项目", vec![Planned]),
            ("支持湛江机场迁建工程推进前期工作", "湛江机场迁建工程", vec![Preparing]),
            ("龙梅铁路、赣龙铁路的建成打通了铁路通道", "龙梅铁路、赣龙铁路", vec![Completed]),
            ("完成取水工程的论证立项工作", "取水工程", vec![Preparing]),
            ("支持南昆铁路扩能改造", "南昆铁路扩能改造", vec![Underway]),
            ("产业项目相继落地和投产", "产业项目", vec![Started, Operating]),
            ("瑞安段6个标段全线进场施工", "瑞安段", vec![Underway]),
            ("完成取水口上移工程竣工验收", "取水口上移工程", vec![Completed]),
            ("县医院迁建项目正在搬迁至新址", "县医院迁建项目", vec![Underway]),
            (
                "一线四矿先导项目王平矿地中海俱乐部酒店即将开工",
                "一线四矿先导项目王平矿地中海俱乐部酒店",
                vec![Preparing],
            ),
            (
                "延安大学铜川校区、陕西体育专修学院等项目前期工作进展顺利",
                "延安大学铜川校区、陕西体育专修学院等",
                vec![Preparing],
            ),
            (
                "完成负压病房、大台方舱医院、京西健康驿站建设",
                "负压病房、大台方舱医院、京西健康驿站",
                vec![Completed],
            ),
        ] {
            assert_eq!(frame(text, Part::Review), (phrase.to_owned(), states), "{text}");
        }
    }

    #[test]
    fn in_the_plan() {
        use State::*;
        for (text, phrase, states) in [
            ("力争国道109新线高速公路项目竣工通车", "国道109新线高速公路项目", vec![Completed, Operating]),
            ("加快推进吕北路前期工作", "吕北路", vec![Preparing]),
            ("办理完成108国道三期立项前置手续", "108国道三期", vec![Preparing]),
            ("力争军庄消防站年内完工", "军庄消防站", vec![Completed]),
            ("确保档案馆新馆完工", "档案馆新馆", vec![Completed]),
            (
                "研究启动工业遗址博物馆、国家地质博物馆等项目",
                "工业遗址博物馆、国家地质博物馆等项目",
                vec![Planned],
            ),
            ("全力推动央广产业园项目落地", "央广产业园项目", vec![Started]),
            ("门头沟区将加快彭楼灌区改扩建工程建设", "彭楼灌区改扩建", vec![Underway]),
            ("推动北京西山永定河博物馆建设", "北京西山永定河博物馆", vec![Underway]),
            ("探索S1北支线方案研究", "S1北支线", vec![Planned]),
            ("西大街历史文化街区力争5月开街", "西大街历史文化街区", vec![Operating]),
            ("一期安置区11月底前入住", "一期安置区", vec![Operating]),
            ("争取京雄城际纳入国家近期实施项目", "京雄城际", vec![Preparing]),
            ("支持妙峰山镇开展河道治理", "河道治理", vec![Underway]),
            ("实现西长安中骏·世界城建成开业", "西长安中骏·世界城", vec![Completed, Operating]),
            ("加快推进黄千、济祁、黄芜高速前期工作", "黄千、济祁、黄芜高速", vec![Preparing]),
        ] {
            assert_eq!(frame(text, Part::Plan), (phrase.to_owned(), states), "{text}");
        }
    }
}
