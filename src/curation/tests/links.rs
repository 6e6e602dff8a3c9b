//! relate, unrelate, status, unstatus.

use super::{applied, needless, states, triples};
use crate::facts::{Origin, SentenceId};

#[test]
fn relate_states_a_relation_with_its_qualifier() {
    let facts = applied(
        r#"action = "add"
        quote = "“数字长城”项目"
        class = "Project"
        name = "“数字长城”项目"
        ---
        action = "relate"
        quote = "与中国移动研究院打造"
        subject = "“数字长城”项目"
        predicate = "participant"
        object = "中国移动研究院"
        role = "partner"
        ---
        action = "relate"
        quote = "推动政务服务中心"
        subject = "政务服务中心"
        predicate = "locatedIn"
        object = { class = "Place", name = "110109106" }
        ---
        action = "relate"
        quote = "争创国家森林城市"
        subject = "国家森林城市"
        predicate = "recipient"
        award = "competing"
        object = { class = "Place", name = "政务服务中心" }"#,
    );
    assert_eq!(
        triples(&facts)[2..],
        [
            "“数字长城”项目 Participant(Partner) 中国移动研究院",
            "政务服务中心 LocatedIn 斋堂镇",
            "国家森林城市 Recipient(Competing) 政务服务中心",
        ]
    );
    assert!(facts.relations[2..].iter().all(|relation| relation.origin == Origin::Curation));
}

#[test]
fn relate_what_is_known_adds_evidence() {
    let facts = applied(
        r#"action = "relate"
        quote = "推进斋堂华侨城"
        subject = "斋堂110千伏输变电站"
        predicate = "locatedIn"
        object = "斋堂""#,
    );
    assert_eq!(facts.relations[0].evidence, [SentenceId(0), SentenceId(3)]);
    assert_eq!(facts.relations[0].origin, Origin::Curation);
}

#[test]
fn unrelate_takes_a_relation_back() {
    let facts = applied(
        r#"action = "unrelate"
        quote = "石龙路电力隧道工程"
        subject = "石龙路电力隧道工程"
        predicate = "locatedIn"
        object = "石龙路""#,
    );
    assert_eq!(triples(&facts), ["斋堂110千伏输变电站 LocatedIn 斋堂镇"]);
}

#[test]
fn status_takes_its_year_from_the_half_of_the_report() {
    let facts = applied(
        r#"action = "status"
        quote = "推动政务服务中心建成投产"
        project = "政务服务中心"
        state = "operating"
        ---
        action = "status"
        quote = "石龙路电力隧道工程"
        project = "石龙路电力隧道工程"
        state = "underway"
        year = 2021
        ---
        action = "unstatus"
        quote = "石龙路电力隧道工程"
        project = "石龙路电力隧道工程"
        state = "completed"
        year = "review""#,
    );
    assert_eq!(states(&facts)[2..], ["政务服务中心 Operating 2023", "石龙路电力隧道工程 Underway 2021"]);
}

#[test]
fn what_is_so_already_is_needless() {
    let reasons = needless(
        r#"action = "relate"
        quote = "斋堂110千伏输变电站"
        subject = "斋堂110千伏输变电站"
        predicate = "locatedIn"
        object = "斋堂镇"
        ---
        action = "unrelate"
        quote = "斋堂110千伏输变电站"
        subject = "斋堂110千伏输变电站"
        predicate = "locatedIn"
        object = "石龙路"
        ---
        action = "status"
        quote = "斋堂110千伏输变电站"
        project = "斋堂110千伏输变电站"
        state = "operating"
        ---
        action = "unstatus"
        quote = "斋堂110千伏输变电站"
        project = "斋堂110千伏输变电站"
        state = "operating"
        year = "plan""#,
    );
    assert_eq!(
        reasons,
        [
            "the relation is known from this sentence",
            "there is no such relation",
            "the state is known from this sentence",
            "there is no such state",
        ]
    );
}
