//! Corrections on a small report made by hand.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod errors;
mod figures;
mod files;
mod links;
mod surgery;
mod things;
mod whole;

use super::{Applied, Error, File, apply};
use crate::facts::{
    Aim, Area, Comparator, Deadline, Facts, Indicator, Kind, Mention, Observation, Origin, Part, Period,
    Predicate, Quantity, Relation, ReportInfo, Sentence, SentenceId, State, StatusReport, Target, Thing,
    ThingId,
};
use crate::span::Span;

/// The head of a file for [`facts`].
pub const HEAD: &str = "[report]\narea = \"门头沟区\"\nplan_year = 2023\n\n";

/// The sentences: half, text as received, repaired text.
const TEXT: &[(Part, &str, &str)] = &[
    (Part::Review, "斋堂110千伏输变电站建成投产，石龙路电力隧道工程顺利完工。", ""),
    (Part::Review, "预计实现地区生产总值275亿元，同比增长1.5%，增速全市排名第六。", ""),
    (Part::Plan, "与中国移动研究院打造“数字长城”项目。", ""),
    (Part::Plan, "力争石龙路道路工程完工，推进斋堂华侨城项目。", ""),
    (Part::Plan, "全区“小院”力争达到100家以上，其中精品30家。", ""),
    (Part::Plan, "**争创**国家森林城城市。", "争创国家森林城市。"),
    (Part::Plan, "推动政务服务中心建成投产。", ""),
];

/// A report of seven sentences, with things, relations and figures as rules might read them.
pub fn facts() -> Facts {
    let report = ReportInfo {
        title: "门头沟区政府工作报告".to_owned(),
        area: Some(Area { name: "门头沟区".to_owned(), code: Some("110109".to_owned()) }),
        review_year: Some(2022),
        plan_year: Some(2023),
        length: 0,
    };
    let things = vec![
        thing(Kind::Project, "斋堂110千伏输变电站", &[0]),
        Thing {
            aliases: vec!["斋堂".to_owned()],
            code: Some("110109106".to_owned()),
            ..thing(Kind::Place, "斋堂镇", &[0, 3])
        },
        thing(Kind::Project, "石龙路电力隧道工程", &[0]),
        thing(Kind::Place, "石龙路", &[0, 3]),
        thing(Kind::Organization, "中国移动研究院", &[2]),
        thing(Kind::Project, "石龙路道路工程", &[3]),
        thing(Kind::Honour, "国家森林城市", &[5]),
        thing(Kind::Place, "政务服务中心", &[6]),
        thing(Kind::Project, "政务服务中心", &[6]),
    ];
    Facts {
        report,
        sentences: sentences(),
        things,
        relations: vec![located(0, 1, 0), located(2, 3, 0)],
        statuses: vec![state(0, State::Completed), state(0, State::Operating), state(2, State::Completed)],
        observations: vec![observation("地区生产总值", "275", "亿元", 1)],
        targets: vec![
            target(Aim::Milestone { project: ThingId(5), state: State::Completed }, None, 3),
            target(quantity_aim("小院", "100", Comparator::AtLeast), None, 4),
            target(quantity_aim("精品小院", "30", Comparator::Equal), Some(1), 4),
            target(Aim::Honour { honour: ThingId(6) }, None, 5),
        ],
    }
}

fn sentences() -> Vec<Sentence> {
    let mut begin = 0;
    let sentence = |(part, quoted, text): &(Part, &str, &str)| {
        let span = Span::new(begin, begin + quoted.chars().count());
        begin = span.end + 1;
        let text = if text.is_empty() { quoted } else { text };
        Sentence {
            span,
            quoted: (*quoted).to_owned(),
            text: (*text).to_owned(),
            section: Vec::new(),
            part: Some(*part),
        }
    };
    TEXT.iter().map(sentence).collect()
}

fn thing(kind: Kind, name: &str, sentences: &[usize]) -> Thing {
    let mention = |at: &usize| Mention { sentence: SentenceId(*at), span: Span::new(0, 1) };
    Thing {
        kind,
        name: name.to_owned(),
        aliases: Vec::new(),
        mentions: sentences.iter().map(mention).collect(),
        subtype: None,
        code: None,
        year: None,
        level: None,
        origin: Origin::Extraction,
    }
}

fn located(subject: usize, object: usize, sentence: usize) -> Relation {
    Relation {
        subject: ThingId(subject),
        predicate: Predicate::LocatedIn,
        object: ThingId(object),
        evidence: vec![SentenceId(sentence)],
        origin: Origin::Extraction,
    }
}

fn state(project: usize, state: State) -> StatusReport {
    StatusReport {
        project: ThingId(project),
        state,
        year: Some(2022),
        evidence: vec![SentenceId(0)],
        origin: Origin::Extraction,
    }
}

fn quantity(value: &str, unit: &str, comparator: Comparator) -> Quantity {
    Quantity {
        comparator,
        value: Some(value.parse().unwrap()),
        unit: unit.to_owned(),
        wording: format!("{value}{unit}"),
        ..Quantity::default()
    }
}

fn observation(indicator: &str, value: &str, unit: &str, sentence: usize) -> Observation {
    Observation {
        indicator: Indicator { name: indicator.to_owned(), id: Some("gdp".to_owned()) },
        quantity: Some(quantity(value, unit, Comparator::Equal)),
        period: Period { year: Some(2022), wording: None },
        change: None,
        rankings: Vec::new(),
        about: None,
        part_of: None,
        evidence: vec![SentenceId(sentence)],
        origin: Origin::Extraction,
    }
}

fn quantity_aim(indicator: &str, value: &str, comparator: Comparator) -> Aim {
    Aim::Quantity {
        indicator: Indicator { name: indicator.to_owned(), id: None },
        quantity: Some(quantity(value, "家", comparator)),
        change: None,
    }
}

fn target(aim: Aim, part_of: Option<usize>, sentence: usize) -> Target {
    Target {
        aim,
        deadline: Some(Deadline::Year(2023)),
        modality: None,
        about: None,
        part_of,
        evidence: vec![SentenceId(sentence)],
        origin: Origin::Extraction,
    }
}

/// The text of a file with these entries, `[[correction]]` being written for each that a `---` parts.
pub fn file_text(entries: &str) -> String {
    let parts: Vec<String> =
        entries.split("---").map(|entry| format!("[[correction]]\n{}\n", entry.trim())).collect();
    format!("{HEAD}{}", parts.join("\n"))
}

/// Applies entries to [`facts`].
pub fn try_apply(entries: &str) -> Result<(Applied, Facts), Error> {
    let mut facts = facts();
    let applied = apply(&File::parse(&file_text(entries), "test.toml")?, &mut facts)?;
    assert_eq!(facts.dangling(), None);
    Ok((applied, facts))
}

/// Applies entries that all change something.
pub fn applied(entries: &str) -> Facts {
    let (applied, facts) = try_apply(entries).unwrap();
    assert_eq!(applied.needless, Vec::new());
    facts
}

/// Applies entries that change nothing; why, in the file's order.
pub fn needless(entries: &str) -> Vec<String> {
    let (applied, after) = try_apply(entries).unwrap();
    assert_eq!(after, facts(), "{entries}");
    assert_eq!(applied.total(), 0);
    applied.needless.into_iter().map(|needless| needless.reason).collect()
}

/// The thing of that class and name.
pub fn find<'a>(facts: &'a Facts, kind: Kind, name: &str) -> Option<&'a Thing> {
    facts.things.iter().find(|thing| thing.kind == kind && thing.name == name)
}

/// The relations as `subject predicate object`.
pub fn triples(facts: &Facts) -> Vec<String> {
    let name = |id: ThingId| &facts.things[id.0].name;
    let words = |one: &Relation| format!("{} {:?} {}", name(one.subject), one.predicate, name(one.object));
    facts.relations.iter().map(words).collect()
}

/// The statuses as `project state year`.
pub fn states(facts: &Facts) -> Vec<String> {
    let words = |one: &StatusReport| {
        let year = one.year.map_or_else(|| "?".to_owned(), |year| year.to_string());
        format!("{} {:?} {year}", facts.things[one.project.0].name, one.state)
    };
    facts.statuses.iter().map(words).collect()
}
