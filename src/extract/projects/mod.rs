//! Projects: what a clause says is being planned, built or finished, and what calls itself a project.

mod clauses;
mod elsewhere;
mod judging;

use std::ops::Range;

use super::companies;
use super::frame::{self, Frame};
use super::line::Line;
use super::lists::{self, Member};
use super::names;
use crate::facts::{Kind, State};
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Tags, words};
use clauses::{continued, follow, listed_under, meets, opens_list};
use elsewhere::{finished_works, named_elsewhere, works_done_to};
use judging::{
    is_brand_of_list, is_named_building, is_of_a_park, is_of_the_level, is_project, is_single_of_list,
};

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

/// The projects of a sentence. Whom one clause names as a partner (`与…对接，`) takes part in what the next
/// one starts.
#[must_use]
pub fn of_sentence(line: &Line) -> Vec<Spoken> {
    let mut out = Vec::new();
    let mut partner: Option<Range<usize>> = None;
    let mut last = 0..0;
    let mut governed: Option<Frame> = None;
    let mut listing: Option<Frame> = None;
    let mut begun: Vec<(Frame, usize)> = Vec::new();
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
        if found.is_empty() && frame.stage.is_none() && !frame.verbs.is_empty() {
            begun.push((frame.clone(), out.len()));
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
        out.append(&mut found);
    }
    out
}

/// 「加快长宁、长平等6条高铁，以及梅山灌区建设」: what the end of a list says of it holds for the clauses that it began
/// with, of which nothing was known until then; they are given with where their projects belong.
fn stage_behind(line: &Line, frame: &Frame, begun: &mut Vec<(Frame, usize)>, out: &mut Vec<Spoken>) {
    let Some(stage) = &frame.stage else { return };
    for (earlier, at) in begun.drain(..).rev() {
        let earlier = Frame { stage: Some(stage.clone()), ..earlier };
        let clause = earlier.phrase.clone();
        let found = read(line, clause, &earlier);
        out.splice(at..at, found);
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
    if !frame.phrase.is_empty() {
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
        respectively(line, &clause, frame, &mut out);
        out.extend(finished_works(line, &clause));
    }
    out.extend(works_done_to(line, &clause));
    for other in named_elsewhere(line, clause) {
        // 「高保路等连接雄安新区道路整治提升工程」: what sums up a list is none of its own.
        let sums_up = !out.is_empty()
            && frame.phrase.start <= other.tokens.start
            && other.tokens.end >= frame.phrase.end
            && frame.phrase.clone().any(|i| line.reads(i, "等") && i < other.tokens.start);
        // 「国道兴宁段25.7公里的|沥青罩面工程」: the works that a name has ended with.
        let ends = |known: &Spoken| {
            known.tokens.end <= other.tokens.start && known.name.ends_with(other.name.as_str())
        };
        if !sums_up
            && !out.iter().any(ends)
            && !out
                .iter()
                .any(|known| known.tokens.start < other.tokens.end && other.tokens.start < known.tokens.end)
        {
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
    let joins = |i: usize| line.lexemes[i].is_mark('、') || line.reads(i, "和") || line.reads(i, "及");
    let mut each = Vec::new();
    let mut begin = places.start;
    for i in places.clone().chain([places.end]) {
        if i == places.end || joins(i) {
            each.push(begin..i);
            begin = i + 1;
        }
    }
    if each.len() == projects.len() {
        projects.iter_mut().zip(each).for_each(|(project, place)| project.place = Some(place));
    }
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
    if let Some(whole) = structure_of(&name) {
        name = whole;
        states.iter_mut().filter(|s| **s == State::Completed).for_each(|s| *s = State::StructureComplete);
    }
    let on_site = frame.verbs.last().filter(|verb| lists().places.on_site.are_in(verb));
    // 「改造提升|金谟广场」: the works are the project, the square is where they are.
    if let Some(works) = on_site.filter(|_| member.headed && !member.works_shared && !member.called_project) {
        let works = works.trim_end_matches("完成");
        if !words().tags(&name).has(Tags::WORK)
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
        long_name: member.long_name.clone(),
        place: member.place.clone().or_else(|| frame.place.clone()),
        party: frame.party.clone(),
    }
}

/// 「聂耳文化广场|主体工程」: what a member calls the structure is not the whole.
fn structure_of(name: &str) -> Option<String> {
    let rest = lists().projects.structures.iter().find_map(|end| name.strip_suffix(end))?;
    (rest.chars().count() > 2).then(|| rest.to_owned())
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
            ("对保沧路高阳段21公里路面进行了铺油养护", "保沧路高阳段铺油养护"),
            ("完成博物馆、大剧院建设", "博物馆|大剧院"),
            (
                "中汇城奥特莱斯、百花商务中心、瀚沃家居建材城加快建设",
                "中汇城奥特莱斯|百花商务中心|瀚沃家居建材城",
            ),
            ("建成公平路、一匡街跨永定河大桥", "公平路跨永定河大桥|一匡街跨永定河大桥"),
            ("建成全省首个养殖一体化产业链项目", "养殖一体化产业链项目"),
            ("推进7公里的县城东外环道路建设", "县城东外环道路"),
            ("5万吨粗铜项目建成投产", "5万吨粗铜项目"),
            ("“迎宾线”沿街124栋楼房立面改造全面完成", "“迎宾线”沿街124栋楼房立面改造"),
            ("北市区一、二马路路灯改造完成", "北市区一马路路灯改造|北市区二马路路灯改造"),
            ("支持沪明产业园、广龙产业园加快建设", "沪明产业园|广龙产业园"),
            ("攀华薄板项目落地临港新区", "攀华薄板项目"),
            ("城南新区的博物馆、图书馆建成", "博物馆|图书馆"),
            (
                "神池至五寨、保德至河曲二级公路改造工程竣工",
                "神池至五寨二级公路改造工程|保德至河曲二级公路改造工程",
            ),
            ("延吉新机场选址正式确定", "延吉新机场"),
            ("电商产品加工中心及农产品溯源系统投入使用", "电商产品加工中心|农产品溯源系统"),
            ("推进高新区官塘创业园基础设施建设", "高新区官塘创业园基础设施"),
            ("二是建成商洛北客站", "商洛北客站"),
            ("加快松江大学城科创源建设", "松江大学城科创源"),
            ("推进“引徐济安”工程", "“引徐济安”工程"),
            ("莘县生物质发电、冠县和高唐垃圾发电等项目开工", "莘县生物质发电|冠县垃圾发电|高唐垃圾发电"),
            ("实施勤劳街、环城西路、东街拓宽和劳动路南延", "勤劳街拓宽|环城西路拓宽|东街拓宽|劳动路南延"),
            ("中航国际、新兴际华等央企合作项目成功落户", "中航国际央企合作项目|新兴际华央企合作项目"),
            ("加快推进3、4、5号线建设", "3号线|4号线|5号线"),
            ("完成国道G205线兴宁段25.7公里的沥青罩面工程", "国道G205线兴宁段沥青罩面工程"),
            ("伐鱼河、清水河城市公园建成开放", "伐鱼河城市公园|清水河城市公园"),
            ("建成温州城市大学瑞安学院主体工程", "温州城市大学瑞安学院"),
            ("三清大桥、宁通高速江都至广陵段改扩建工程建成", "三清大桥|宁通高速江都至广陵段改扩建工程"),
            (
                "加快推进投资6亿元的长宁电厂、投资2亿元的保定宁劲服饰等一批在建项目",
                "长宁电厂|保定宁劲服饰项目",
            ),
            ("翻新改造了长宁大街、长平路", "长宁大街翻新改造|长平路翻新改造"),
            (
                "加快承唐、承朝高速公路、津秦客运专线等重点项目建设进度",
                "承唐高速公路|承朝高速公路|津秦客运专线",
            ),
            (
                "推进高碑店和定兴农副产品专业市场以及安国等现代物流基地建设",
                "高碑店农副产品专业市场|定兴农副产品专业市场|安国现代物流基地",
            ),
            (
                "推动榆安灌区建设和景电灌区、靖会灌区现代化改造",
                "榆安灌区建设|景电灌区现代化改造|靖会灌区现代化改造",
            ),
            ("温泉路、城冯路（龙化段）2条乡道建成通车", "温泉路|城冯路（龙化段）"),
            ("推动长宁光电、长平半导体等重大产业项目尽快投产", "长宁光电项目|长平半导体项目"),
            ("双向8车道长宁疏港高速公路通车", "长宁疏港高速公路"),
            (
                "推进固安至长宁城际铁路和京港澳高速拓宽、荣乌高速贯通等工程",
                "固安至长宁城际铁路|京港澳高速拓宽|荣乌高速贯通",
            ),
            ("加快昌吉、伊犁河谷等玉米制种基地建设", "昌吉玉米制种基地|伊犁河谷玉米制种基地"),
            ("抓好唐县长宁、曲阳长平等大型干法水泥项目建设", "唐县长宁干法水泥项目|曲阳长平干法水泥项目"),
            ("实施G109、G219提质改造和长宁水库建设", "G109提质改造|G219提质改造|长宁水库"),
            ("开工京杭运河与小清河航道连通工程", "京杭运河与小清河航道连通工程"),
            ("建设松花江等主要江河治理、东部两江三期工程", "松花江主要江河治理|东部两江三期工程"),
            ("推进长宁、长平水风光一体化基地建设", "长宁水风光一体化基地|长平水风光一体化基地"),
            ("建好白山至临江、长宁至长平等高速公路", "白山至临江高速公路|长宁至长平高速公路"),
            (
                "建设沈阳、大连、辽西地区绿色算力中心",
                "沈阳绿色算力中心|大连绿色算力中心|辽西地区绿色算力中心",
            ),
        ] {
            assert_eq!(found(text, Part::Review), want);
        }
    }

    #[test]
    fn what_one_clause_says_of_the_next() {
        for (text, want) in [
            (
                "推进2条地铁建设，具体为3号线东延段、7号线二期、8号线北延段（凤凰新村-白云湖）",
                "3号线东延段 Underway|7号线二期 Underway|8号线北延段（凤凰新村-白云湖） Underway",
            ),
            (
                "实施两大重点工程：市政务中心，长宁路综合改造，泰河整治",
                "市政务中心 Underway|长宁路综合改造 Underway|泰河整治 Underway",
            ),
            (
                "推进长宁快线建设，长平高速市政化改造，以及长宁路、长平路提升改造",
                "长宁快线 Underway|长平高速市政化改造 Underway|长宁路提升改造 Underway|长平路提升改造 Underway",
            ),
            ("推进长宁铁路建设，确保年底建成通车", "长宁铁路 Underway Completed Operating"),
            ("加快长宁煤矿建设，力争年内主体工程完工", "长宁煤矿 Underway StructureComplete"),
            (
                "力促长宁水泥、长平水泥等项目快建设、快投产、快见效",
                "长宁水泥项目 Underway Operating|长平水泥项目 Underway Operating",
            ),
            ("力争长宁热电、长平产业园等一批前期项目取得实质进展", "长宁热电 Preparing|长平产业园 Preparing"),
            ("力争长宁铁路贯通", "长宁铁路 Completed"),
            (
                "加快邵永、铜吉等6条高铁，以及梅山灌区等重大工程建设",
                "邵永高铁 Underway|铜吉高铁 Underway|梅山灌区 Underway",
            ),
            ("长宁电网500千伏主网架工程投产、实现历史性跨越", "长宁电网500千伏主网架工程 Operating"),
            ("高起点、高标准规划建设长宁高速", "长宁高速 Planned"),
            ("长宁公路改造工程正在办理前期手续", "长宁公路改造工程 Preparing"),
            ("长宁小学迁建年后可投入使用", "长宁小学迁建 Underway"),
        ] {
            let sentence = Sentence { part: Some(Part::Plan), ..Sentence::plain(text) };
            let line = line(&sentence);
            let said = of_sentence(&line).into_iter().map(|project| {
                let states: Vec<String> = project.states.iter().map(|state| format!("{state:?}")).collect();
                format!("{} {}", project.name, states.join(" "))
            });
            assert_eq!(said.collect::<Vec<_>>().join("|"), want, "{text}");
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
            "推进省级示范县创建工作",
            "在云计算、大健康等领域落地多个优质项目",
            "打造一流数据要素开发基地",
            "加快建设交通大枢纽",
            "挂图作战抓项目",
            "谋划储备、洽谈招引、投建运营一批项目",
            "优化实施“两重”项目",
            "抓好“有根产业、有效投资”项目",
            "十九大安保任务顺利完成",
            "杜绝新招高污染、高耗能项目",
            "实施高教突破工程",
            "参与“两重”建设、“两新”工作",
            "“三供一业”改革启动实施",
            "超额完成国家“十四五”找矿目标任务",
            "支持鞍山、本溪等建设世界级菱镁产业基地",
            "加快路、水、电、气等基础设施配套",
            "推进轻工、建材、纺织服装等产业的改造升级",
            "新建750千伏和330千伏电网工程16个",
            "开通大水系、构建大交通、建设大城市",
        ] {
            assert_eq!(found(text, Part::Review), "", "{text}");
        }
    }
}
