#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;

const HOME: Option<&str> = Some("110109");

/// Name, home, code expected.
const RESOLVED: &[(&str, Option<&str>, Option<&str>)] = &[
    ("斋堂", HOME, Some("110109106")),
    ("斋堂镇", HOME, Some("110109106")),
    ("斋堂镇", None, Some("110109106")),
    ("马栏村", HOME, Some("110109106203")),
    ("王平镇", HOME, Some("110109005")),
    ("王平地区", HOME, Some("110109005")),
    ("王平", HOME, Some("110109005")),
    ("永定镇", HOME, Some("110109006")),
    ("沿河城", HOME, Some("110109106215")),
    ("龙门口", HOME, Some("110109106218")),
    ("西胡林", HOME, Some("110109106220")),
    ("东胡林村", HOME, Some("110109106221")),
    ("爨底下", HOME, Some("110109106209")),
    ("三家店", HOME, Some("110109007205")),
    ("冯村", HOME, Some("110109006204")),
    ("大台街道", HOME, Some("110109004")),
    ("大台", HOME, Some("110109004")),
    ("门头沟", HOME, Some("110109")),
    ("门头沟区", None, Some("110109")),
    ("桑峪村", HOME, None), // two of them
    ("河北", HOME, Some("130000")),
    ("河北村", HOME, Some("110109005206")),
    ("铜川", HOME, Some("610200")),
    ("铜川市", None, Some("610200")),
    ("印台区", HOME, Some("610203")),
    ("宁国", Some("341000"), Some("341881")),
    ("黟县", Some("341000"), Some("341023")),
    ("黄山", Some("341000"), Some("341000")),
    ("黄山", None, Some("341000")),
    ("昌平区", HOME, Some("110114")),
    ("延庆区", HOME, Some("110119")),
    ("石景山", HOME, Some("110107")),
    ("内蒙古", None, Some("150000")),
    ("广西", None, Some("450000")),
    ("北京", HOME, Some("110000")),
    ("吉林", Some("220200"), Some("220000")),
    ("恩施", None, Some("422800")),
    ("东莞", None, Some("441900")),
    ("香港", None, Some("810000")),
    ("和平区", None, None),
    ("和平区", Some("210102001"), Some("210102")),
    ("斋堂", None, None), // a town's short name is not known far away
    ("天宫镇子", None, None),
];

#[test]
fn names_resolve_from_where_they_are_spoken() {
    for (name, home, expected) in RESOLVED {
        let found = resolve(name, *home).map(|division| division.code);
        assert_eq!(found, *expected, "{name} from {home:?}: {:?}", by_name(name));
    }
}

#[test]
fn parents_skip_levels_that_are_no_division() {
    let parents_of = |code| parents(code).map(|parent| parent.name).collect::<Vec<_>>();
    assert_eq!(parents_of("110109106203"), ["斋堂镇", "门头沟区", "北京市"]);
    assert_eq!(parents_of("110000"), [""; 0]);
    assert_eq!(parents_of("419001"), ["河南省"]); // 济源市, directly under the province
    assert_eq!(parents_of("441900003"), ["东莞市", "广东省"]); // no county between
    assert_eq!(parents_of("500229"), ["重庆市"]);
}

#[test]
fn every_division_has_a_province_and_a_name_that_leads_back() {
    for index in 0..CODES.len() {
        let division = Division::at(index);
        assert_eq!(by_code(division.code), Some(division));
        assert!(division.level == Level::Province || division.parents().last().is_some(), "{division:?}");
        assert!(
            by_name(division.name).iter().any(|found| found.full && found.division == division),
            "{division:?}"
        );
    }
}

#[test]
fn subtypes_follow_the_ending() {
    let subtype = |code| by_code(code).unwrap().subtype();
    assert_eq!(subtype("110000"), "municipality");
    assert_eq!(subtype("510000"), "province");
    assert_eq!(subtype("610200"), "city");
    assert_eq!(subtype("110109"), "district");
    assert_eq!(subtype("110109005"), "town");
    assert_eq!(subtype("110109106203"), "village");
    assert_eq!(subtype("110109006016"), "community");
}

#[test]
fn a_scan_finds_every_candidate_with_its_place_in_characters() {
    let text: Vec<char> = "斋堂镇马栏村和长三角".chars().collect();
    let hits = scan(&text);
    let found = |name: &str| hits.iter().find(|hit| hit.name() == name).unwrap();
    assert_eq!((found("斋堂镇").range.clone(), found("斋堂镇").full), (0..3, true));
    assert_eq!((found("斋堂").range.clone(), found("斋堂").full), (0..2, false));
    assert_eq!(found("马栏村").range, 3..6);
    assert_eq!(found("长三角").feature().unwrap().kind, FeatureType::Region);
    assert_eq!(found("长三角").candidates().count(), 0);
    for hit in &hits {
        assert_eq!(text[hit.range.clone()].iter().collect::<String>(), hit.name());
    }
}

#[test]
fn features_are_well_formed() {
    let rows = include_str!("../../../data/gazetteer/features.csv").lines().count() - 1;
    assert_eq!(features().len(), rows, "a row has a type that FeatureType does not know");
    for feature in features() {
        assert!(feature.within.as_deref().is_none_or(|code| by_code(code).is_some()), "{feature:?}");
    }
    assert_eq!(feature("马来西亚").unwrap().kind, FeatureType::Country);
    assert_eq!(feature("海西经济区").unwrap().name, "海峡西岸经济区");
}

#[test]
fn common_words_are_told_from_names() {
    for word in ["发展", "建设", "人民", "和平", "新城", "东风", "团结", "中心", "发展乡", "和县", "城区"]
    {
        assert!(is_common_word(word), "{word}");
    }
    for name in ["斋堂", "王平", "永定镇", "铜川", "黟县", "沿河城", "大台", "门头沟", "黄山"]
    {
        assert!(!is_common_word(name), "{name}");
    }
}
