//! Single cases, as tables.

use super::example::{example, sentence, thing};
use super::map;
use crate::facts::{Area, Facts, Kind, Observation, Origin, Part, Period, ReportInfo};
use crate::graph::Base;
use crate::graph::output::year;
use crate::vocabulary::DEFAULT_BASE;
use crate::vocabulary::zt::{class, property};

/// The subjects of a class, without the base, in the order of the quads.
fn subjects(facts: &Facts, class: &str) -> Vec<String> {
    let of_class = map(facts).into_iter().filter(|quad| quad.object.to_string().contains(class));
    of_class.map(|quad| quad.subject.to_string().replace(DEFAULT_BASE, "")).collect()
}

#[test]
fn a_report_has_an_iri_whatever_is_known_of_it() {
    let area = |name: &str, code: Option<&str>| Area { name: name.into(), code: code.map(str::to_owned) };
    for (area, review_year, plan_year, title, expected) in [
        (Some(area("门头沟区", Some("110109"))), Some(2022), Some(2023), "", "<report/110109/2023>"),
        (Some(area("门头沟区", Some("110109"))), Some(2022), None, "", "<report/110109/2022>"),
        (Some(area("“某”区", None)), None, Some(2023), "", "<report/某区/2023>"),
        (Some(area("门头沟区", Some("110109"))), None, None, "", "<report/110109/undated-7>"),
        (None, None, Some(2023), "政府 工作报告", "<report/政府-工作报告/2023>"),
        (None, None, None, "", "<report/unknown/undated-7>"),
    ] {
        let report = ReportInfo { title: title.into(), area, review_year, plan_year, length: 7 };
        let facts = Facts { report, ..Facts::default() };
        assert_eq!(subjects(&facts, "ns#Report"), [expected]);
    }
}

#[test]
fn things_keep_apart() {
    let coded = |name| {
        let mut place = thing(Kind::Place, name);
        place.code = Some("110109106".to_owned());
        place
    };
    for (things, expected) in [
        (
            vec![thing(Kind::Project, "“门境”系统"), thing(Kind::Project, "门境系统")],
            &["<project/110109/门境系统>", "<project/110109/门境系统-2>"][..],
        ),
        (
            vec![thing(Kind::Project, "甲-2"), thing(Kind::Project, "甲"), thing(Kind::Project, "甲")],
            &["<project/110109/甲-2>", "<project/110109/甲>", "<project/110109/甲-3>"],
        ),
        (
            vec![thing(Kind::Project, "体育中心"), thing(Kind::Place, "体育中心")],
            &["<project/110109/体育中心>", "<place/110109/体育中心>"],
        ),
        (vec![coded("斋堂镇"), coded("斋堂")], &["<place/110109106>"]),
    ] {
        let report = example().report;
        let facts = Facts { report, things, sentences: example().sentences, ..Facts::default() };
        let mut found = subjects(&facts, "ns#P");
        found.retain(|iri| iri != "<place/110109>" && !iri.contains('#'));
        assert_eq!(found, expected);
    }
}

#[test]
fn figures_of_one_name_are_counted_in_reading_order() {
    let mut facts = example();
    let figure = Observation {
        period: Period { year: Some(2022), wording: None },
        rankings: Vec::new(),
        ..facts.observations[0].clone()
    };
    facts.observations = vec![figure.clone(), figure.clone(), figure];
    assert_eq!(
        subjects(&facts, class::OBSERVATION.as_str()),
        [
            "<observation/110109/2023/地区生产总值-2022>",
            "<observation/110109/2023/地区生产总值-2022-2>",
            "<observation/110109/2023/地区生产总值-2022-3>"
        ]
    );
}

#[test]
fn types_are_stated_where_the_ontology_knows_them() {
    for (kind, subtype, expected) in [
        (Kind::Place, "town", "https://w3id.org/zhengtu/ns#town"),
        (Kind::Place, "castle", ""),
        (Kind::Place, "company", ""),
        (Kind::Organization, "company", "https://w3id.org/zhengtu/ns#company"),
        (Kind::Organization, "governmentOrgan", "http://data.europa.eu/m8g/PublicOrganisation"),
        (Kind::Organization, "§", ""),
    ] {
        let mut new = thing(kind, "名");
        new.subtype = Some(subtype.to_owned());
        let sentences = vec![sentence(0, "名。", Part::Review)];
        let facts = Facts { things: vec![new], sentences, ..Facts::default() };
        let stated = map(&facts).iter().any(|quad| quad.object.to_string() == format!("<{expected}>"));
        assert_eq!(stated, !expected.is_empty(), "{kind:?} {subtype}");
    }
}

#[test]
fn only_places_that_the_report_names_are_its_facts() {
    for (origin, mentioned, expected) in [
        (Origin::Gazetteer, false, "gazetteer"),
        (Origin::Gazetteer, true, "facts"),
        (Origin::Extraction, true, "facts"),
        (Origin::Curation, false, "facts"),
    ] {
        let mut place = thing(Kind::Place, "斋堂镇");
        place.origin = origin;
        if !mentioned {
            place.mentions.clear();
        }
        let sentences = example().sentences;
        let facts = Facts { things: vec![place], sentences, ..Facts::default() };
        let quads = map(&facts);
        let typed = quads.iter().find(|quad| quad.object.to_string() == class::PLACE.to_string());
        let graph = typed.map(|quad| quad.graph_name.to_string()).unwrap_or_default();
        assert!(graph.ends_with(&format!("/{expected}>")), "{origin:?} {graph}");
    }
}

#[test]
fn years_have_four_digits() {
    for (given, expected) in [(2023, "2023"), (987, "0987"), (0, "0000"), (-5, "-0005"), (12345, "12345")] {
        assert_eq!(year(given).value(), expected);
    }
}

#[test]
fn a_base_takes_a_path_behind_it() {
    for (given, expected) in [
        ("https://example.org/id/", Some("https://example.org/id/")),
        ("https://example.org/图", Some("https://example.org/图/")),
        ("urn:zhengtu:", Some("urn:zhengtu:/")),
        ("https://example.org/id#", None),
        ("https://example.org/?id=", None),
        ("/id/", None),
        ("", None),
    ] {
        assert_eq!(Base::new(given).ok().as_ref().map(Base::as_str), expected, "{given}");
    }
}

#[test]
fn a_repaired_sentence_keeps_what_was_received() {
    let quads = map(&example());
    let repaired = quads.iter().filter(|quad| quad.predicate == property::REPAIRED_TEXT);
    assert_eq!(repaired.count(), 1);
}
