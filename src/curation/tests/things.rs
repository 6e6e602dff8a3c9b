//! add, drop, rename, retype, alias, merge.

use super::{applied, facts, find, needless, states, triples};
use crate::facts::{Aim, Kind, Origin, SentenceId};
use crate::span::Span;

#[test]
fn add_makes_a_thing_with_its_mention_in_the_file() {
    let facts = applied(
        r#"action = "add"
        quote = "推进斋堂华侨城项目"
        class = "Project"
        name = "斋堂华侨城项目"
        aliases = ["华侨城文旅综合体"]
        type = "culture"
        note = "missed""#,
    );
    let thing = find(&facts, Kind::Project, "斋堂华侨城项目").unwrap();
    let sentence = &facts.sentences[3];
    assert_eq!(thing.aliases, ["华侨城文旅综合体"]);
    assert_eq!(thing.subtype.as_deref(), Some("culture"));
    assert_eq!(thing.origin, Origin::Curation);
    assert_eq!(thing.mentions.len(), 1);
    assert_eq!(thing.mentions[0].sentence, SentenceId(3));
    let begin = sentence.span.begin + 14;
    assert_eq!(thing.mentions[0].span, Span::new(begin, begin + 7));
}

#[test]
fn add_finds_an_alias_and_falls_back_on_the_quote() {
    let facts = applied(
        r#"action = "add"
        quote = "打造“数字长城”"
        class = "Project"
        name = "数字长城项目"
        aliases = ["“数字长城”项目"]
        ---
        action = "add"
        quote = "全区“小院”"
        class = "Programme"
        name = "门头沟小院"
        year = 2021"#,
    );
    let begin = facts.sentences[2].span.begin;
    let thing = find(&facts, Kind::Project, "数字长城项目").unwrap();
    assert_eq!(thing.mentions[0].span, Span::new(begin + 10, begin + 18));
    let begin = facts.sentences[4].span.begin;
    let thing = find(&facts, Kind::Programme, "门头沟小院").unwrap();
    assert_eq!(thing.mentions[0].span, Span::new(begin, begin + 6));
    assert_eq!(thing.year, Some(2021));
}

#[test]
fn add_to_a_thing_that_exists_adds_what_is_new() {
    let facts = applied(
        r#"action = "add"
        quote = "推动政务服务中心"
        class = "Place"
        name = "斋堂"
        aliases = ["斋堂古镇"]"#,
    );
    assert_eq!(facts.things.len(), super::facts().things.len());
    let thing = find(&facts, Kind::Place, "斋堂镇").unwrap();
    assert_eq!(thing.aliases, ["斋堂", "斋堂古镇"]);
    assert_eq!(thing.mentions.last().unwrap().sentence, SentenceId(6));
    assert_eq!(thing.origin, Origin::Curation);
}

#[test]
fn drop_takes_all_that_hangs_on_a_thing() {
    let facts = applied(
        r#"action = "drop"
        quote = "斋堂110千伏输变电站"
        class = "Project"
        name = "斋堂110千伏输变电站"
        ---
        action = "drop"
        quote = "石龙路道路工程"
        class = "Project"
        name = "石龙路道路工程""#,
    );
    assert_eq!(facts.things.len(), 7);
    assert_eq!(triples(&facts), ["石龙路电力隧道工程 LocatedIn 石龙路"]);
    assert_eq!(states(&facts), ["石龙路电力隧道工程 Completed 2022"]);
    assert_eq!(facts.targets.len(), 3);
    assert_eq!(facts.targets[1].part_of, Some(0));
    let Aim::Honour { honour } = facts.targets[2].aim else { panic!("the honour is last") };
    assert_eq!(facts.things[honour.0].name, "国家森林城市");
}

#[test]
fn drop_only_a_mention_until_none_is_left() {
    let one = r#"action = "drop"
        quote = "石龙路电力隧道工程"
        class = "Place"
        name = "石龙路"
        only = "mention""#;
    let left = applied(one);
    let thing = find(&left, Kind::Place, "石龙路").unwrap();
    assert_eq!(thing.mentions.iter().map(|mention| mention.sentence.0).collect::<Vec<_>>(), [3]);
    assert_eq!(left.relations.len(), 2);

    let both = applied(&format!("{one}\n---\n{}", one.replace("石龙路电力隧道工程", "石龙路道路工程")));
    assert!(find(&both, Kind::Place, "石龙路").is_none());
    assert_eq!(both.relations.len(), 1);
}

#[test]
fn rename_keeps_the_old_name_unless_told_otherwise() {
    let entry = r#"action = "rename"
        quote = "石龙路道路工程"
        class = "Project"
        name = "石龙路道路工程"
        to = "石龙路道路""#;
    let kept = applied(entry);
    assert_eq!(find(&kept, Kind::Project, "石龙路道路").unwrap().aliases, ["石龙路道路工程"]);
    let lost = applied(&format!("{entry}\nkeep = false"));
    assert!(find(&lost, Kind::Project, "石龙路道路").unwrap().aliases.is_empty());
}

#[test]
fn rename_to_an_alias_swaps_them() {
    let facts = applied(
        r#"action = "rename"
        quote = "斋堂华侨城"
        class = "Place"
        name = "斋堂镇"
        to = "斋堂""#,
    );
    assert_eq!(find(&facts, Kind::Place, "斋堂").unwrap().aliases, ["斋堂镇"]);
}

#[test]
fn retype_drops_what_the_new_class_cannot_have() {
    let facts = applied(
        r#"action = "retype"
        quote = "斋堂110千伏输变电站"
        class = "Project"
        name = "斋堂110千伏输变电站"
        to = "Place"
        type = "facility""#,
    );
    let thing = find(&facts, Kind::Place, "斋堂110千伏输变电站").unwrap();
    assert_eq!(thing.subtype.as_deref(), Some("facility"));
    assert_eq!(triples(&facts), ["石龙路电力隧道工程 LocatedIn 石龙路"]);
    assert_eq!(states(&facts), ["石龙路电力隧道工程 Completed 2022"]);
}

#[test]
fn retype_merges_with_a_namesake() {
    let facts = applied(
        r#"action = "retype"
        quote = "政务服务中心"
        class = "Place"
        name = "政务服务中心"
        to = "Project""#,
    );
    assert_eq!(facts.things.iter().filter(|thing| thing.name == "政务服务中心").count(), 1);
    let thing = find(&facts, Kind::Project, "政务服务中心").unwrap();
    assert!(thing.aliases.is_empty());
}

#[test]
fn alias_adds_and_removes() {
    let facts = applied(
        r#"action = "alias"
        quote = "斋堂"
        occurrence = 1
        class = "Place"
        name = "110109106"
        add = ["斋堂古镇"]
        remove = ["斋堂"]"#,
    );
    assert_eq!(find(&facts, Kind::Place, "斋堂镇").unwrap().aliases, ["斋堂古镇"]);
}

#[test]
fn merge_moves_all_that_is_said() {
    let facts = applied(
        r#"action = "merge"
        quote = "石龙路电力隧道工程"
        class = "Project"
        name = "石龙路电力隧道工程"
        into = "石龙路道路工程""#,
    );
    let thing = find(&facts, Kind::Project, "石龙路道路工程").unwrap();
    assert_eq!(thing.aliases, ["石龙路电力隧道工程"]);
    assert_eq!(thing.mentions.len(), 2);
    assert!(triples(&facts).contains(&"石龙路道路工程 LocatedIn 石龙路".to_owned()));
    assert!(states(&facts).contains(&"石龙路道路工程 Completed 2022".to_owned()));
    assert!(find(&facts, Kind::Project, "石龙路电力隧道工程").is_none());
}

#[test]
fn what_is_so_already_is_needless() {
    let entries = [
        r#"action = "add"
        quote = "斋堂110千伏"
        class = "Place"
        name = "斋堂""#,
        r#"action = "drop"
        quote = "推进斋堂"
        class = "Place"
        name = "沿河城村""#,
        r#"action = "drop"
        quote = "275亿元"
        class = "Place"
        name = "石龙路"
        only = "mention""#,
        r#"action = "rename"
        quote = "石龙路道路工程"
        class = "Project"
        name = "石龙路道路"
        to = "石龙路道路工程""#,
        r#"action = "retype"
        quote = "石龙路道路工程"
        class = "Place"
        name = "石龙路道路工程"
        to = "Project""#,
        r#"action = "alias"
        quote = "推进斋堂"
        class = "Place"
        name = "斋堂镇"
        add = ["斋堂"]
        remove = ["斋镇"]"#,
        r#"action = "merge"
        quote = "推进斋堂"
        class = "Place"
        name = "斋堂"
        into = "斋堂镇""#,
    ];
    let reasons = needless(&entries.join("\n---\n"));
    assert_eq!(
        reasons,
        [
            "Place `斋堂镇` 110109106 is known with all this",
            "there is no Place `沿河城村`",
            "Place `石龙路` is not mentioned there",
            "it is called `石龙路道路工程`",
            "Project `石龙路道路工程` is of that class and type",
            "Place `斋堂镇` 110109106 has just these aliases",
            "they are one: Place `斋堂镇` 110109106",
        ]
    );
    assert_eq!(facts().dangling(), None);
}
