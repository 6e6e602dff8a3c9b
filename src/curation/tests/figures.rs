//! observe, unobserve, target, untarget, amend.

use super::{applied, needless, triples};
use crate::facts::{Aim, ChangeKind, Comparator, Deadline, Facts, Origin, Quantity};

fn quantity_of(aim: &Aim) -> &Quantity {
    match aim {
        Aim::Quantity { quantity: Some(quantity), .. } => quantity,
        other => panic!("no quantity: {other:?}"),
    }
}

#[test]
fn observe_adds_a_figure_with_change_and_rank() {
    let facts = applied(
        r#"action = "observe"
        quote = "实现地区生产总值275亿元，同比增长1.5%，增速全市排名第六"
        indicator = "地区生产总值"
        value = "275"
        unit = "亿元"
        comparator = "about"
        change = "1.5"
        change_wording = "同比增长1.5%"
        against = "同比"
        rank = [{ position = 6, scope = "全市", aspect = "增速", wording = "增速全市排名第六" }]
        about = "斋堂镇""#,
    );
    let new = &facts.observations[1];
    let quantity = new.quantity.as_ref().unwrap();
    assert_eq!(new.indicator.id.as_deref(), Some("gdp"), "the id of its namesake");
    assert_eq!((quantity.comparator, quantity.wording.as_str()), (Comparator::About, "275亿元"));
    let change = new.change.as_ref().unwrap();
    assert_eq!((change.kind, change.unit.as_str()), (ChangeKind::Relative, "%"));
    assert_eq!(new.rankings[0].position, Some(6));
    assert_eq!(new.period.year, Some(2022));
    assert_eq!(facts.things[new.about.unwrap().0].name, "斋堂镇");
    assert_eq!(new.origin, Origin::Curation);
}

#[test]
fn observe_reads_times_and_ranges() {
    let facts = applied(
        r#"action = "observe"
        quote = "同比增长1.5%"
        indicator = "增长"
        min = "80"
        max = 100
        period = { year = 2022, wording = "1-11月" }
        ---
        action = "observe"
        quote = "同比增长1.5%"
        indicator = "增长"
        change = "9"
        change_kind = "absolute"
        value = "75"
        unit = "个"
        period = "前三季度"
        part_of = "地区生产总值""#,
    );
    let range = facts.observations[1].quantity.as_ref().unwrap();
    assert_eq!((range.comparator, range.wording.as_str()), (Comparator::Range, "同比增长1.5%"));
    assert_eq!(facts.observations[1].period.wording.as_deref(), Some("1-11月"));
    let last = &facts.observations[2];
    assert_eq!(last.period.year, None);
    assert_eq!(last.period.wording.as_deref(), Some("前三季度"));
    assert_eq!(last.change.as_ref().unwrap().unit, "个");
    assert_eq!(last.part_of, Some(0));
}

#[test]
fn unobserve_removes_by_indicator_and_value() {
    let facts = applied(
        r#"action = "unobserve"
        quote = "地区生产总值"
        indicator = "gdp"
        value = "275.0""#,
    );
    assert!(facts.observations.is_empty());
}

#[test]
fn target_of_each_kind() {
    let facts = applied(
        r#"action = "target"
        quote = "精品30家"
        kind = "quantity"
        indicator = "精品"
        value = "30"
        unit = "家"
        deadline = "3-5年"
        modality = "力争"
        part_of = "小院"
        ---
        action = "target"
        quote = "推动政务服务中心建成投产"
        kind = "milestone"
        project = "政务服务中心"
        state = "operating"
        ---
        action = "target"
        quote = "争创国家森林城市"
        kind = "honour"
        honour = "国家森林城市"
        recipient = "斋堂镇"
        deadline = 2025"#,
    );
    let [quantity, milestone, honour] = &facts.targets[4..] else { panic!("three targets were added") };
    assert_eq!(quantity.deadline, Some(Deadline::Horizon("3-5年".to_owned())));
    assert_eq!((quantity.modality.as_deref(), quantity.part_of), (Some("力争"), Some(1)));
    assert_eq!(milestone.deadline, Some(Deadline::Year(2023)));
    assert_eq!(honour.deadline, Some(Deadline::Year(2025)));
    assert_eq!(triples(&facts)[2], "国家森林城市 Recipient(Competing) 斋堂镇");
}

#[test]
fn untarget_by_indicator_project_or_honour() {
    let facts = applied(
        r#"action = "untarget"
        quote = "小院"
        indicator = "小院"
        value = 100
        ---
        action = "untarget"
        quote = "石龙路道路工程"
        project = "石龙路道路工程"
        state = "completed"
        ---
        action = "untarget"
        quote = "国家森林城市"
        honour = "国家森林城市""#,
    );
    assert_eq!(facts.targets.len(), 1);
    assert_eq!(facts.targets[0].part_of, None, "its whole is gone");
}

/// What an `amend` of the observation gives.
fn amended(set: &str) -> Facts {
    applied(&format!(
        "action = \"amend\"\nquote = \"地区生产总值275亿元\"\nindicator = \"地区生产总值\"\n{set}"
    ))
}

#[test]
fn amend_sets_fields_of_an_observation() {
    let facts = amended(
        r#"set = { value = "276", change = "-1.5", period = 2021, about = "斋堂", rank = [{ scope = "全市" }] }"#,
    );
    let new = &facts.observations[0];
    let quantity = new.quantity.as_ref().unwrap();
    assert_eq!((quantity.value, quantity.unit.as_str()), (Some(276.into()), "亿元"));
    assert_eq!(new.change.as_ref().unwrap().value.to_string(), "-1.5");
    assert_eq!((new.period.year, new.rankings.len(), new.about.is_some()), (Some(2021), 1, true));
    assert_eq!(new.origin, Origin::Curation);

    let renamed = amended(r#"set = { indicator = "生产总值", indicator_id = "x" }"#);
    assert_eq!(renamed.observations[0].indicator.id.as_deref(), Some("x"));
    assert!(amended(r#"clear = ["value"]"#).observations[0].quantity.is_none());
}

#[test]
fn amend_sets_fields_of_targets() {
    let facts = applied(
        r#"action = "amend"
        quote = "“小院”力争达到100家以上"
        indicator = "小院"
        [correction.set]
        comparator = "moreThan"
        modality = "力争"
        deadline = "远期"
        ---
        action = "amend"
        quote = "精品30家"
        figure = "target"
        value = "30"
        set = { value = 40 }
        clear = ["part_of"]
        ---
        action = "amend"
        quote = "石龙路道路工程"
        project = "石龙路道路工程"
        set = { state = "structureComplete", project = "石龙路电力隧道工程" }"#,
    );
    assert_eq!(quantity_of(&facts.targets[1].aim).comparator, Comparator::MoreThan);
    assert_eq!(quantity_of(&facts.targets[1].aim).wording, "100家");
    assert_eq!(facts.targets[1].deadline, Some(Deadline::Horizon("远期".to_owned())));
    assert_eq!(quantity_of(&facts.targets[2].aim).value, Some(40.into()));
    assert_eq!(facts.targets[2].part_of, None);
    assert!(matches!(facts.targets[0].aim, Aim::Milestone { project, .. } if project.0 == 2));
}

#[test]
fn an_amended_value_forgets_what_was_worked_out_from_the_old_one() {
    let facts = applied(
        r#"action = "amend"
        quote = "地区生产总值275亿元"
        indicator = "地区生产总值"
        set = { base_value = "27500000000", base_unit = "CNY" }
        ---
        action = "amend"
        quote = "地区生产总值275亿元"
        indicator = "地区生产总值"
        set = { value = "51.68" }"#,
    );
    let quantity = facts.observations[0].quantity.as_ref().unwrap();
    assert_eq!((quantity.base_value, quantity.base_unit.as_ref()), (None, None));
}

#[test]
fn what_is_so_already_is_needless() {
    let reasons = needless(
        r#"action = "unobserve"
        quote = "地区生产总值"
        indicator = "地区生产总值"
        value = "276"
        ---
        action = "untarget"
        quote = "地区生产总值"
        indicator = "小院"
        ---
        action = "amend"
        quote = "地区生产总值"
        indicator = "小院"
        set = { value = "1" }
        ---
        action = "amend"
        quote = "地区生产总值"
        indicator = "地区生产总值"
        set = { value = "275" }
        ---
        action = "target"
        quote = "石龙路道路工程"
        kind = "milestone"
        project = "石龙路道路工程"
        state = "completed""#,
    );
    assert_eq!(
        reasons,
        [
            "there is no such figure",
            "there is no such target",
            "there is no such figure",
            "the figure has these fields",
            "the target is known",
        ]
    );
}
