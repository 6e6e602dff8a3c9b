//! Organizations: bodies of the table, organs of the area, names with the ending of a body, and companies
//! that a clause treats as such (`与…合作`, `招引…`).

use std::ops::Range;

use super::lexer::{Token, numeral};
use super::line::Line;
use super::schools::{has_campus, is_numbered, of_a_school};
use super::{companies, names, organs};
use crate::facts::Kind;
use crate::lexicon::gazetteer::Level;
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Reach, Tags, words};

/// A body as a sentence names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its characters in the sentence.
    pub chars: Range<usize>,
    /// Its name.
    pub name: String,
    /// Its name as written, where that is another.
    pub written: String,
    /// Its type.
    pub subtype: String,
}

/// The bodies of a sentence; in `partners`, phrases that a clause names as partners, a bare name is one too.
#[must_use]
pub fn organizations(
    line: &Line,
    partners: impl Iterator<Item = Range<usize>>,
    home: Option<&str>,
) -> Vec<Body> {
    let mut out: Vec<Body> = organs::organs(line, home);
    let table = out.clone();
    let within = |body: &Body, others: &[Body]| {
        others.iter().any(|other| other.chars.start <= body.chars.start && body.chars.end <= other.chars.end)
    };
    let named = (0..line.lexemes.len()).filter_map(|at| {
        ended(line, at)
            .or_else(|| partner(line, at))
            .or_else(|| carrier(line, at))
            .or_else(|| companies::beside(line, at))
    });
    let named = named.map(|body| behind_table(line, body, &table));
    out.extend(named.filter(|body| !within(body, &table) && !is_common(line, body)));
    let known = out.clone();
    let loose =
        partners.flat_map(|phrase| companies::bare(line, phrase)).chain(companies::listed(line, &known));
    out.extend(loose.filter(|body| !within(body, &known) && !is_common(line, body)));
    let whole = out.clone();
    // 「西门子|青岛研究院」: whose institute it is, where a table knows that.
    let owns = |body: &Body, other: &Body| {
        let institute = matches!(other.subtype.as_str(), "researchBody" | "school");
        institute && body.chars.start == other.chars.start && table.contains(body)
    };
    // 「大集团」「驻青大学」
    out.retain(|body| !lists().organizations.kinds.has(&body.name) && !body.name.starts_with('驻'));
    out.retain(|body| {
        !whole.iter().any(|other| {
            other != body
                && other.chars.start <= body.chars.start
                && body.chars.end <= other.chars.end
                && other.chars.len() > body.chars.len()
                && !owns(body, other)
        })
    });
    out.sort_by_key(|body| body.chars.start);
    out.dedup_by(|a, b| a.chars == b.chars);
    out
}

/// 「入孵|创新团队」「强强|联合」: a company or team that is called by ordinary words alone.
fn is_common(line: &Line, body: &Body) -> bool {
    let at = |edge: usize| line.lexemes.iter().position(|lexeme| edge < lexeme.range.end);
    let tokens = at(body.chars.start).zip(at(body.chars.end - 1)).map(|(first, last)| first..last + 1);
    lists().organizations.plain_kinds.has(&body.subtype)
        && tokens.is_some_and(|tokens| names::is_common(line, tokens))
}

/// A company named by these tokens.
pub(super) fn company(line: &Line, tokens: Range<usize>) -> Body {
    let chars = line.chars_of(tokens);
    let name = line.sentence.cut(chars.clone());
    Body { chars, written: name.clone(), name, subtype: "company".to_owned() }
}

/// A name that ends with the ending of a body.
fn ended(line: &Line, at: usize) -> Option<Body> {
    if !line.is(at, Tags::ENDING) {
        return None;
    }
    let ending = line.ending(at).filter(|e| e.kind == Kind::Organization && e.reach != Reach::Head)?;
    if line.is(at + 1, Tags::ENDING) && line.ending(at + 1).is_some_and(|e| e.kind == Kind::Organization) {
        return None;
    }
    // 「中国旅游集团20强」 is a list of the best.
    if line.lexemes.get(at + 1).is_some_and(|l| l.token == Token::Number) && line.reads(at + 2, "强") {
        return None;
    }
    let trade = ending.reach == Reach::Near && ending.subtype == "company";
    if trade && goes_on(line, at)
        || line.reads_any(at, &lists().organizations.describing) && in_a_place(line, at)
    {
        return None;
    }
    if is_numbered(line, at) {
        return Some(Body { subtype: ending.subtype.clone(), ..company(line, at..at + 1) });
    }
    let from = line.name_limit(at);
    // At the head of a clause that speaks of what it did, an ordinary word is a company's name too: 「精雕科技入选」.
    let acts = at == from + 1
        && (line.is(at + 1, Tags::VERB) || line.is(at + 1, Tags::PREDICATE))
        && line.lexemes[from].is(Tags::COMMON);
    let begin = match ending.reach {
        Reach::Near
            if acts
                && ending.subtype == "company"
                && line.lexemes[from].range.len() == 2
                && line.reads_any(at + 1, &lists().organizations.company_acts) =>
        {
            from
        }
        // 「北方|重工」
        Reach::Near
            if at > from
                && trade
                && line.reads_any(at - 1, &lists().organizations.sides)
                && !line.reads_any(at, &lists().organizations.describing) =>
        {
            at - 1
        }
        Reach::Near => (from..at)
            .rev()
            .take_while(|i| {
                line.lexemes[*i].token != Token::Quote && (line.is_proper(*i) || line.is(*i, Tags::ENDING))
            })
            .last()
            .map(|begin| behind_divisions(line, begin, at))?,
        _ => behind_builder(line, behind_verb(line, names::start(line, at, from)..at)),
    };
    let begin = of_a_school(line, behind_and(line, begin, from), from);
    let begin = of_the_nation(line, behind_acts(line, begin, at), from);
    if begin < at && is_part_or_count(line, begin..at) {
        return None;
    }
    let tokens = begin..at + 1;
    let chars = line.chars_of(tokens.clone());
    // 「成立了|城市综合管理局」: what is founded is a particular body.
    let founder = begin.checked_sub(1).map(|i| if line.reads(i, "了") { i.saturating_sub(1) } else { i });
    // 「组建|国有资源投资公司」
    let company_made = line.reads(at, "公司") || line.reads(at, "集团");
    let founded = (ending.subtype == "governmentOrgan" || company_made)
        && chars.len() >= 6
        && founder.is_some_and(|i| line.reads_any(i, &lists().organizations.founds));
    let campus = matches!(ending.subtype.as_str(), "school" | "hospital") && has_campus(line, at);
    if begin == at && !(campus && chars.len() > 4)
        || !(3..=24).contains(&chars.len())
        || !acts
            && !campus
            && !founded
            && !line.reads_any(begin, &lists().organizations.sides)
            && !names::is_named(line, begin..at + 1)
            && !of_a_region(line, begin..at + 1, &ending.subtype)
            && !is_national(line, begin..at + 1, &ending.subtype)
            && !is_titled(line, begin..at)
            && !(begin..at).any(|i| line.lexemes[i].token == Token::Unknown)
        || names::is_indefinite(line, tokens)
    {
        return None;
    }
    // 「山东科技|大市场」: a line of business behind a place alone.
    let place = |i: usize| matches!(line.lexemes[i].token, Token::Division(_));
    if trade && line.reads_any(at, &lists().organizations.describing) && (begin..at).all(place) {
        return None;
    }
    // 「国家级、省级重点实验室」 are many.
    let level = |word: &str| word.ends_with('级') && line.word(begin).starts_with(word);
    if lists().honours.level_words.iter().any(level) {
        return None;
    }
    // 「设立副中心分行」: a branch is named by its bank or its place.
    let branch = ["分行", "支行"].iter().any(|word| line.reads(at, word));
    if branch && !names::is_named(line, begin..at + 1) {
        return None;
    }
    if begin > from && line.is(begin - 1, Tags::MEASURE.and(Tags::INDEFINITE)) {
        return None;
    }
    let name = line.sentence.cut(chars.clone());
    Some(Body { chars, written: name.clone(), name, subtype: ending.subtype.clone() })
}

/// 「重庆信息|与|智慧医学研究院」: where a body begins whose subjects 与 joins, behind its place.
fn behind_and(line: &Line, begin: usize, from: usize) -> usize {
    let subject = |i: usize| line.is(i, Tags::COMMON) && !line.is(i, Tags::VERB.and(Tags::ENDING));
    let joined = begin > from + 2 && line.reads(begin - 1, "与") && subject(begin - 2) && subject(begin);
    let place = (from..begin.saturating_sub(2)).rev().find(|i| !subject(*i));
    let placed = |i: &usize| matches!(line.lexemes[*i].token, Token::Division(_));
    place.filter(placed).filter(|_| joined).unwrap_or(begin)
}

/// 「组建运行|甬江实验室」「保税港区|获批建设|香蕉交易中心」: where a name begins behind what is done.
fn behind_acts(line: &Line, begin: usize, at: usize) -> usize {
    let organizations = &lists().organizations;
    let acts = |i: &usize| {
        let said = line.is(*i, Tags::PREDICATE) && !line.is(*i, Tags::ENDING.and(Tags::WORK));
        let made =
            line.reads_any(*i, &organizations.comes_about) || line.reads_any(*i, &organizations.founds);
        line.lexemes[*i].range.len() > 1 && (said || made)
    };
    let last = (begin..at).rev().find(acts).filter(|last| names::is_named(line, last + 1..at));
    last.map_or(begin, |last| last + 1)
}

/// 「代表|性|实验室」「研究|型|大学」「四大|实验室」: what begins inside a word or counts.
fn is_part_or_count(line: &Line, name: Range<usize>) -> bool {
    let tail = line.reads_any(name.start, &lists().places.word_tails);
    let sums = |i: usize| {
        let word: Vec<char> = line.word(i).chars().collect();
        matches!(word[..], [number, '大' | '级'] if numeral(number))
    };
    tail || name.clone().any(sums)
}

/// 「中国|安全|生产|科学研究院」: where the name of a body of the nation begins, whatever its subject is.
fn of_the_nation(line: &Line, begin: usize, from: usize) -> usize {
    let body = |i: usize| line.ending(i).is_some_and(|e| e.kind == Kind::Organization);
    let subject = |i: &usize| {
        let done = line.is(*i, Tags::STAGE) || line.reads_any(*i, &lists().names.governing) || body(*i);
        line.is(*i, Tags::COMMON) && !done && line.lexemes[*i].range.len() > 1
    };
    let words = (from.max(begin.saturating_sub(3))..begin).rev().take_while(subject).count();
    let nation = (begin - words).checked_sub(1).filter(|i| *i >= from && words > 0);
    // 「中国特色高水平学校」
    let found =
        nation.filter(|i| lists().places.own_country.has(&line.word(*i)) && !line.reads(*i + 1, "特色"));
    found.filter(|_| line.is(begin, Tags::COMMON.and(Tags::ENDING))).unwrap_or(begin)
}

/// 「云南|移动|云计算中心」「河南|联通」: what a carrier of the nation is called in a province or city.
fn carrier(line: &Line, at: usize) -> Option<Body> {
    let area = matches!(line.lexemes[at].token, Token::Division(d) if d.level <= Level::Prefecture && line.word(at) != d.name);
    let fits = area
        && line.reads_any(at + 1, &lists().organizations.carriers)
        && !line.reads_any(at + 2, &lists().organizations.carried);
    fits.then(|| company(line, at..at + 2))
}

/// 「长沙|宁乡|圣钘科技」: a company behind a city and a county of it is called without them.
fn behind_divisions(line: &Line, begin: usize, at: usize) -> usize {
    let division = |i: usize| matches!(line.lexemes[i].token, Token::Division(_));
    let several = begin + 2 < at && division(begin) && division(begin + 1);
    begin + 2 * usize::from(several)
}

/// 「哈工大|华工机床」: what a table knows at the head of a company's name is another body.
fn behind_table(line: &Line, body: Body, table: &[Body]) -> Body {
    let near = words().ending(&body.name).is_some_and(|ending| ending.reach == Reach::Near);
    let head = |other: &&Body| other.chars.start == body.chars.start && other.chars.end + 2 < body.chars.end;
    // 「科大讯飞|智能语音」
    let described = lists().organizations.describing.iter().any(|word| {
        body.name.ends_with(word) && table.iter().any(|other| other.name.clone() + word == body.name)
    });
    if described {
        let whole = table.iter().find(|other| other.chars.start == body.chars.start);
        return whole.cloned().unwrap_or(body);
    }
    let Some(head) = table.iter().filter(|_| near).find(head) else { return body };
    let chars = head.chars.end..body.chars.end;
    let name = line.sentence.cut(chars.clone());
    Body { chars, written: name.clone(), name, subtype: body.subtype }
}

/// 「省科技|计划」「医药|化工」「中美科技|创新园」: a line of business that goes on in an ordinary word names no company.
fn goes_on(line: &Line, at: usize) -> bool {
    let organizations = &lists().organizations;
    let ordinary = !line.word(at).ends_with('厂')
        && line.is(at + 1, Tags::COMMON.and(Tags::ENDING))
        && !line.is(at + 1, Tags::VERB.and(Tags::PREDICATE).and(Tags::ADVERB))
        && !line.reads_any(at + 1, &organizations.company_acts)
        && !line.reads_any(at + 1, &organizations.company_forms);
    let own_name = at > 0
        && (line.lexemes[at - 1].token == Token::Unknown
            || line.reads_any(at - 1, &lists().organizations.sides))
        && !lists().names.levels.end(&line.word(at - 1));
    ordinary && (!own_name || line.reads_any(at, &organizations.describing))
}

/// 「首都经济贸易大学」「北方民族大学」: a school called after a region and its subjects.
fn of_a_region(line: &Line, name: Range<usize>, subtype: &str) -> bool {
    let region = line.reads_any(name.start, &lists().names.regions);
    region && subtype == "school" && line.reads(name.end - 1, "大学") && name.len() > 2
}

/// 「干旱|生境|作物|国家重点实验室」: an institute by its subject, of which a title says that there is one.
fn is_titled(line: &Line, subject: Range<usize>) -> bool {
    let plain = |i: usize| {
        line.is(i, Tags::COMMON)
            && !line.reads_any(i, &lists().honours.level_words)
            && !line.is(i, Tags::INDEFINITE.and(Tags::MEASURE).and(Tags::VERB))
    };
    line.reads_any(subject.end, &lists().organizations.titled_institutes)
        && line.chars_of(subject.clone()).len() >= 4
        && subject.into_iter().all(plain)
}

/// 「国家|大数据|工程|实验室」: the national institute for something, of which there is one.
fn is_national(line: &Line, name: Range<usize>, subtype: &str) -> bool {
    let says =
        |i: usize| line.is(i, Tags::COMMON) && !line.reads_any(i, &lists().organizations.plain_institutes);
    subtype == "researchBody" && line.reads(name.start, "国家") && (name.start + 1..name.end - 1).any(says)
}

/// 「航天科工涞水科技|研发基地」: whether the words behind make a place's name of it.
fn in_a_place(line: &Line, at: usize) -> bool {
    let goes_on = |i: &usize| line.is(*i, Tags::COMMON.and(Tags::WORK).and(Tags::ENDING));
    let rest = (at + 1..line.lexemes.len().min(at + 4)).take_while(goes_on);
    rest.clone().any(|i| line.is(i, Tags::WORK) || line.ending(i).is_some_and(|e| e.kind == Kind::Place))
}

/// 「在科技新城|建设|宝鸡文理学院」: where a name begins behind a verb of building that a name follows.
fn behind_verb(line: &Line, name: Range<usize>) -> Range<usize> {
    let builds = |i: &usize| {
        line.is(*i, Tags::VERB) && line.is(*i, Tags::WORK) && line.is_proper(*i + 1) && *i + 1 < name.end
            || *i == name.start && lists().projects.builds.has(&line.word(*i))
    };
    let begin = name.clone().rev().find(builds).map_or(name.start, |verb| verb + 1);
    begin..name.end
}

/// 「携手中国计量大学|建设产业学院」: where a name begins that another body is said to build.
fn behind_builder(line: &Line, name: Range<usize>) -> usize {
    let body =
        |i: usize| line.ending(i).is_some_and(|e| e.kind == Kind::Organization && e.reach != Reach::Head);
    let builds = |i: &usize| line.is(*i, Tags::VERB) && *i > name.start && body(*i - 1);
    name.clone().rev().find(builds).map_or(name.start, |i| i + 1)
}

/// A name without ending that the clause treats as a company: `引进…`, `与…合作`, `…子公司`.
fn partner(line: &Line, at: usize) -> Option<Body> {
    if !matches!(line.lexemes[at].token, Token::Unknown) || line.lexemes[at].range.len() < 2 {
        return None;
    }
    let next = line.lexemes.get(at + 1);
    let owns = |i: usize| line.reads_any(i, &lists().organizations.company_owns);
    let formed = line.reads_any(at + 1, &lists().organizations.company_forms);
    let suffix = line.reads_any(at + 1, &lists().organizations.business);
    let acts = line.reads_any(at + 2, &lists().organizations.company_acts) || owns(at + 2);
    // 「基石|投资|基金」 is a kind of fund.
    let fund = line.word(at + 2).ends_with("基金");
    if line.reads_any(at + 1, &lists().organizations.undertakes) && !fund && opens_name(line, at) {
        let placed = at > 0 && matches!(line.lexemes[at - 1].token, Token::Division(_));
        return Some(company(line, at - usize::from(placed)..at + 1));
    }
    let end = match next {
        Some(_) if suffix && acts => at + 2,
        Some(_) if formed => at + 2,
        Some(_) if owns(at + 1) => at + 1,
        _ => return None,
    };
    Some(company(line, at..end))
}

/// Whether a name begins here or with the place before: behind a mark, 由 or a verb.
fn opens_name(line: &Line, at: usize) -> bool {
    let begin = at - usize::from(at > 0 && matches!(line.lexemes[at - 1].token, Token::Division(_)));
    begin == 0
        || matches!(line.lexemes[begin - 1].token, Token::Mark(_))
        || line.reads(begin - 1, "由")
        || line.is(begin - 1, Tags::VERB)
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::line;
    use super::*;
    use crate::report::Sentence;

    #[test]
    fn bodies_of_a_sentence() {
        for (text, want) in [
            (
                "科技中学翔柳校区招生，双柳中学、实验小学岛外校区开工，小学入学率提高",
                "科技中学|双柳中学|实验小学",
            ),
            ("依托移动、联通和电信三大运营商，移动终端增长", "中国移动|中国联通|中国电信"),
            ("设立结算中心，建设应用型大学，改组成立柳城金融控股公司", "柳城金融控股公司"),
            (
                "区政府在市委、市政府和区委的坚强领导下，在区人大、区政协监督支持下",
                "区政府|市委|市政府|区委|区人大|区政协",
            ),
            ("城管局和市公安局联合执法，区发改委牵头", "市公安局|区发改委"),
            ("与中国移动研究院打造“数字长城—元宇宙体验平台”", "中国移动研究院"),
            ("被财政部、住建部评为全市唯一的示范区", "财政部|住建部"),
            ("与北京理工大学联合建设人工智能高端人才培养基地", "北京理工大学"),
            ("关闭了骊山水泥厂的水泥生产线", "骊山水泥厂"),
            ("推进城市委托管理", ""),
            (
                "与商务部投资促进局、中科院北京分院和贸发局建立战略合作",
                "商务部投资促进局|中科院北京分院|贸发局",
            ),
            (
                "支持望都蒙牛、定兴喜之郎和西麦、雄县雏鹰等一批领军企业做大做强",
                "望都蒙牛|定兴喜之郎|西麦|雄县雏鹰",
            ),
            ("成立了城市综合管理局", "城市综合管理局"),
            ("组建了市疾病预防控制中心、卫生监督所和传染病院", "市疾病预防控制中心|卫生监督所|传染病院"),
            ("华海清科、海光信息、安擎信息等快速成长", "华海清科|海光信息|安擎信息"),
            ("北方重工装备制造项目开工", "北方重工"),
            ("支持东升佳美、达利食品等优势企业发展壮大", "东升佳美|达利食品"),
            ("推动宏州石业、古城香业、奥润顺达等企业上市融资", "宏州石业|古城香业|奥润顺达"),
            ("为瑞盛、东北变压器、恒阳牛业3户企业融资", "瑞盛|东北变压器|恒阳牛业"),
            ("新增新柳移动、冠宁、烟草工业3家产值超百亿元企业", "新柳移动|冠宁"),
            (
                "加快柳师、五中、成柳中学等新校区建设，推进市中心医院、市妇幼医院等新院建设",
                "柳师|五中|成柳中学|市中心医院|市妇幼医院",
            ),
            ("柳元医疗旗下企业7家、长柳产业园落户", "柳元医疗"),
            ("光伏、风电等行业龙头企业快速成长，汽车、纺织等企业技术改造", ""),
            ("涞源中美科技创新园落户", ""),
            ("牵手浙江师范大学共建人工智能学院，携手中国计量大学建设产业学院", "浙江师范大学|中国计量大学"),
            ("由绿城集团投资建设的综合体开工", "绿城集团"),
            (
                "支持威胜信息、华曙高科上市，支持口子酒业、华润金蟾做大做强",
                "威胜信息|华曙高科|口子酒业|华润金蟾",
            ),
            ("口子集团、鑫丰纺织、天宏集团被认定为企业技术中心", "口子集团|鑫丰纺织|天宏集团"),
            ("市总工会、团市委和安徽省军区给予支持", "市总工会|团市委|安徽省军区"),
            ("联宝电子主营收入首超500亿元，电子信息产业产值增长", "联宝电子"),
            ("中绿环保被确定为国家级国际科技合作基地", "中绿环保"),
            ("关停搬迁太川、煤气化等企业", "太川|煤气化"),
            ("路川工业、璨圆光电、金牌橱柜等一批企业落户", "路川工业|璨圆光电|金牌橱柜"),
            ("推进西门子青岛研究院建设", "西门子|西门子青岛研究院"),
            ("科大讯飞智能语音入列国家平台", "科大讯飞"),
            ("长宁科技学院更名长宁科技大学", "长宁科技学院|长宁科技大学"),
            ("建设云南移动云计算中心，普及云南移动互联网", "云南移动"),
            ("组建市水务投资集团", "市水务投资集团"),
            ("河北医科大学第二医院开诊", "河北医科大学第二医院"),
            ("委托中国安全生产科学研究院评估", "中国安全生产科学研究院"),
            ("与中电科13所签约，中铁十六局落户", "中电科13所|中铁十六局"),
            ("组建强强联合，入孵创新团队52个", ""),
            ("引入柳融西部资产管理等126家金融机构", "柳融西部资产管理"),
            ("引进柳世物流等30余家知名企业", "柳世物流"),
            ("改扩建五中、成柳等学校12所", "五中|成柳"),
            ("加快新川、骊山和市水泥厂破旧厂房拆除步伐", "新川水泥厂|骊山水泥厂|市水泥厂"),
            ("确保六中新校区、八医东院区投入使用", "六中|八医"),
            ("学习贯彻十八届三中、四中全会精神", ""),
            ("省委第三巡视组反馈问题整改完成，市委统揽全局", "省委第三巡视组|市委"),
            ("推动白酒、茶叶、竹制品等企业上市", ""),
            ("天原锂电、海亮集团入选国家级绿色工厂", "天原锂电|海亮集团"),
            ("争取银行来设立分行，推动大企业大集团发展", ""),
            ("与阿里巴巴、网易、浙报传媒签约", "阿里巴巴|网易|浙报传媒"),
            ("配合省委巡视组，会同省科技厅、市自然资源局", "省委巡视组|省科技厅|市自然资源局"),
            ("教育部门和公安部队密切配合", ""),
            ("哈工大华工机床高新技术产业化基地", "哈尔滨工业大学|华工机床"),
            (
                "国家特殊经济区合作中心正式揭牌，国家高新区联盟在汉成立",
                "国家特殊经济区合作中心|国家高新区联盟",
            ),
            ("组建长宁信息与智慧医学研究院、长宁人工智能学院", "长宁信息与智慧医学研究院|长宁人工智能学院"),
            ("天威英利与安讯能公司合作建设电站", "天威英利|安讯能公司"),
            ("推动兴迪与长迪、天马与陕旗合作等项目取得进展", "兴迪|长迪|天马|陕旗"),
            ("西南联合研究生院、江西农商联合银行挂牌开业", "西南联合研究生院|江西农商联合银行"),
            ("推进长沙宁乡圣钘科技新一代锂电池项目", "圣钘科技"),
            ("新中国成立，政策性银行实现全覆盖，3家企业主板上市", ""),
            ("支持金凤、明月湖实验室发展", "金凤实验室|明月湖实验室"),
            ("增强沈阳信息与智慧医学研究院支撑力", "沈阳信息与智慧医学研究院"),
            ("设立国资并购基金矩阵、基石投资基金", ""),
            ("国家级、省级重点实验室达到150家", ""),
            ("培育了超聚变、中创智领等一批行业领军企业", "超聚变|中创智领"),
            ("建好国家大数据工程实验室，建设国家重点实验室", "国家大数据工程实验室"),
            ("组建国有资源投资公司", "国有资源投资公司"),
            ("长柳股权交易中心挂牌", "长柳股权交易中心"),
        ] {
            let sentence = Sentence::plain(text);
            let line = line(&sentence);
            let names: Vec<String> = organizations(&line, std::iter::empty(), Some("110109"))
                .into_iter()
                .map(|b| b.name)
                .collect();
            assert_eq!(
                names.join("|"),
                want,
                "{:?}",
                line.lexemes.iter().map(|l| sentence.cut(l.range.clone())).collect::<Vec<_>>()
            );
        }
    }
}
