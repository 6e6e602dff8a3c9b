//! The bundled report with its reviewed corrections: facts that a reader of the report can check.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::Folder;

/// The rows of a query on the bundled report, without the header, sorted.
fn rows(query: &str) -> Vec<String> {
    let output = Folder::new().output(&["query", "--format", "csv", query]);
    let mut rows: Vec<String> = output.lines().skip(1).map(str::to_owned).collect();
    rows.sort();
    rows
}

/// Labels of the projects in a place or in a place that lies in it.
fn projects_in(place: &str) -> Vec<String> {
    rows(&format!(
        "SELECT DISTINCT ?label {{ ?place a zt:Place ; rdfs:label '{place}'@zh . \
         ?project zt:locatedIn/zt:within* ?place ; rdfs:label ?label }}"
    ))
}

/// State and year of a project, as `2022-underway`.
fn states(project: &str) -> Vec<String> {
    rows(&format!(
        "SELECT (CONCAT(STR(?year), '-', STRAFTER(STR(?state), '#')) AS ?when) {{ \
         ?project a zt:Project ; rdfs:label '{project}'@zh ; zt:statusReport ?report . \
         ?report zt:state ?state ; zt:year ?year }}"
    ))
}

#[test]
fn no_correction_is_needless() {
    let report = zhengtu::report::read(&std::fs::read(common::REPORT).unwrap()).unwrap();
    let mut facts = zhengtu::extract::extract(&report);
    let files = zhengtu::curation::bundled().unwrap();
    assert!(files.iter().any(|file| file.fits(&facts)));
    for file in files {
        if !file.fits(&facts) {
            continue;
        }
        let needless = zhengtu::curation::apply(&file, &mut facts).unwrap().needless;
        let said: Vec<String> = needless.iter().map(ToString::to_string).collect();
        assert!(said.is_empty(), "{}", said.join("\n"));
    }
}

#[test]
fn six_projects_are_in_zhaitang_and_its_villages() {
    assert_eq!(
        projects_in("斋堂镇"),
        [
            "东胡林近自然型河流湿地景观",
            "斋堂110千伏输变电站",
            "斋堂华侨城项目",
            "沿河城长城陈列馆",
            "西胡林服务区综合服务载体",
            "龙门口越野基地",
        ]
    );
}

#[test]
fn a_village_is_in_the_town_of_the_official_table() {
    assert_eq!(projects_in("雁翅镇"), ["青白口近自然型河流湿地景观"]);
    assert_eq!(projects_in("王平镇"), ["王平矿地中海俱乐部酒店", "王平近自然型河流湿地景观"]);
}

#[test]
fn a_project_has_its_states_of_both_years() {
    assert_eq!(states("王平矿地中海俱乐部酒店"), ["2022-preparing", "2023-underway"]);
    assert_eq!(states("斋堂华侨城项目"), ["2022-resumed", "2023-underway"]);
    assert_eq!(states("斋堂110千伏输变电站"), ["2022-completed", "2022-operating"]);
    assert_eq!(states("国道109新线高速公路"), ["2022-underway", "2023-completed", "2023-operating"]);
    assert_eq!(states("吕北路"), ["2023-preparing"]);
}

#[test]
fn an_honour_has_its_winners_and_givers() {
    let honour = |label: &str| {
        rows(&format!(
            "SELECT ?name {{ ?honour a zt:Honour ; rdfs:label '{label}'@zh ; \
             (zt:recipient|zt:awardedBy)/rdfs:label ?name }}"
        ))
    };
    assert_eq!(honour("2022年传统村落集中连片保护利用示范区"), ["住建部", "财政部", "门头沟区"]);
    assert_eq!(honour("2022年全国示范性老年友好型社区（村）"), ["西王平村", "马栏村"]);
}

#[test]
fn a_figure_that_breaks_down_another_is_its_part() {
    let parts = rows(
        "SELECT ?value ?whole { ?target zt:partOf ?sum ; zt:value ?value ; zt:modality ?word . \
         ?sum zt:value ?whole FILTER(?whole = 4639) }",
    );
    assert_eq!(parts, ["400,4639", "4239,4639"]);
}

#[test]
fn every_milestone_of_the_plan_is_a_state_of_its_project() {
    let lost = rows(
        "SELECT (COUNT(?target) AS ?lost) { ?target a zt:MilestoneTarget ; zt:project ?project ; zt:state ?state ; \
         zt:deadline ?year FILTER NOT EXISTS { \
         ?project zt:statusReport ?report . ?report zt:state ?state ; zt:year ?year } }",
    );
    assert_eq!(lost, ["0"]);
}
