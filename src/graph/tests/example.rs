//! A small report, with at least one of everything.

use rust_decimal::Decimal;

use crate::facts::*;
use crate::span::Span;

/// A thing that is mentioned in the first sentence.
pub(super) fn thing(kind: Kind, name: &str) -> Thing {
    Thing {
        kind,
        name: name.to_owned(),
        aliases: Vec::new(),
        mentions: vec![Mention { sentence: SentenceId(0), span: Span::new(0, 2) }],
        subtype: None,
        code: None,
        year: None,
        level: None,
        origin: Origin::Extraction,
    }
}

/// A sentence as it was received.
pub(super) fn sentence(begin: usize, text: &str, part: Part) -> Sentence {
    Sentence {
        span: Span::new(begin, begin + text.chars().count()),
        quoted: text.to_owned(),
        text: text.to_owned(),
        section: Vec::new(),
        part: Some(part),
    }
}

pub(super) fn relation(subject: usize, predicate: Predicate, object: usize) -> Relation {
    Relation {
        subject: ThingId(subject),
        predicate,
        object: ThingId(object),
        evidence: vec![SentenceId(0)],
        origin: Origin::Extraction,
    }
}

pub(super) fn indicator(name: &str, id: Option<&str>) -> Indicator {
    Indicator { name: name.to_owned(), id: id.map(str::to_owned) }
}

/// The whole example.
pub(super) fn example() -> Facts {
    Facts {
        report: ReportInfo {
            title: "门头沟区政府工作报告".to_owned(),
            area: Some(Area { name: "门头沟区".to_owned(), code: Some("110109".to_owned()) }),
            review_year: Some(2022),
            plan_year: Some(2023),
            length: 100,
        },
        sentences: sentences(),
        things: things(),
        relations: relations(),
        statuses: statuses(),
        observations: vec![observation()],
        targets: targets(),
    }
}

fn sentences() -> Vec<Sentence> {
    let mut first = sentence(10, "# 斋堂华侨城项目完工并投用。", Part::Review);
    first.text = "斋堂华侨城项目完工并投用。".to_owned();
    first.section = vec!["一、工作回顾".to_owned(), "（一）产业".to_owned()];
    vec![
        first,
        sentence(40, "地区生产总值275亿元。", Part::Review),
        sentence(60, "争创国家森林城市。", Part::Plan),
    ]
}

fn things() -> Vec<Thing> {
    let town = Thing {
        aliases: vec!["斋堂".to_owned()],
        subtype: Some("town".to_owned()),
        code: Some("110109106".to_owned()),
        ..thing(Kind::Place, "斋堂镇")
    };
    let district = Thing {
        mentions: Vec::new(),
        code: Some("110109".to_owned()),
        subtype: Some("county".to_owned()),
        origin: Origin::Gazetteer,
        ..thing(Kind::Place, "门头沟区")
    };
    vec![
        town,
        district,
        thing(Kind::Project, "“斋堂”华侨城项目"),
        Thing { subtype: Some("company".to_owned()), ..thing(Kind::Organization, "华侨城集团") },
        Thing { subtype: Some("governmentOrgan".to_owned()), ..thing(Kind::Organization, "区政府") },
        Thing { level: Some("国家级".to_owned()), ..thing(Kind::Honour, "国家森林城市") },
    ]
}

fn relations() -> Vec<Relation> {
    let mut within = relation(0, Predicate::Within, 1);
    within.evidence.clear();
    within.origin = Origin::Gazetteer;
    vec![
        relation(2, Predicate::LocatedIn, 0),
        relation(2, Predicate::Participant(Role::Builder), 3),
        relation(2, Predicate::Participant(Role::Funder), 3),
        relation(5, Predicate::Recipient(Award::Competing), 1),
        within,
    ]
}

fn statuses() -> Vec<StatusReport> {
    let status = |state, year| StatusReport {
        project: ThingId(2),
        state,
        year: Some(year),
        evidence: vec![SentenceId(0)],
        origin: Origin::Extraction,
    };
    vec![status(State::Operating, 2023), status(State::Completed, 2023), status(State::Underway, 2022)]
}

fn observation() -> Observation {
    Observation {
        indicator: indicator("地区生产总值", Some("gdp")),
        quantity: Some(Quantity {
            value: Some(Decimal::new(27500, 2)),
            unit: "亿元".to_owned(),
            base_value: Some(Decimal::from(27_500_000_000_u64)),
            base_unit: Some("CNY".to_owned()),
            wording: "275亿元".to_owned(),
            ..Quantity::default()
        }),
        period: Period { year: Some(2022), wording: Some("1-11月".to_owned()) },
        change: Some(Change {
            value: Decimal::new(-15, 1),
            unit: "%".to_owned(),
            kind: ChangeKind::Relative,
            comparator: Comparator::About,
            against: Some("同比".to_owned()),
            wording: "同比下降1.5%左右".to_owned(),
        }),
        rankings: vec![Ranking {
            position: Some(6),
            scope: "全市".to_owned(),
            of: Some(16),
            aspect: Some("增速".to_owned()),
            wording: "增速全市排名第六".to_owned(),
        }],
        about: None,
        part_of: None,
        evidence: vec![SentenceId(1)],
        origin: Origin::Curation,
    }
}

fn targets() -> Vec<Target> {
    let target = |aim| Target {
        aim,
        deadline: Some(Deadline::Year(2023)),
        modality: Some("力争".to_owned()),
        about: None,
        part_of: None,
        evidence: vec![SentenceId(2)],
        origin: Origin::Extraction,
    };
    let growth = Change {
        value: Decimal::from(6),
        unit: "%".to_owned(),
        kind: ChangeKind::Relative,
        comparator: Comparator::Equal,
        against: None,
        wording: "增长6%".to_owned(),
    };
    let lodges = Quantity {
        comparator: Comparator::Range,
        min: Some(Decimal::from(80)),
        max: Some(Decimal::from(100)),
        unit: "家".to_owned(),
        wording: "80-100家".to_owned(),
        ..Quantity::default()
    };
    vec![
        target(Aim::Quantity {
            indicator: indicator("地区生产总值", Some("gdp")),
            quantity: None,
            change: Some(growth),
        }),
        Target {
            deadline: Some(Deadline::Horizon("3-5年".to_owned())),
            about: Some(ThingId(0)),
            part_of: Some(0),
            ..target(Aim::Quantity {
                indicator: indicator("民宿数量", None),
                quantity: Some(lodges),
                change: None,
            })
        },
        target(Aim::Milestone { project: ThingId(2), state: State::Operating }),
        target(Aim::Honour { honour: ThingId(5) }),
    ]
}
