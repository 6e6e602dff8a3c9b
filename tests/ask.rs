//! Questions about the bundled report, answered from a graph made of the gold files.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::sync::LazyLock;

use oxigraph::store::Store;
use proptest::prelude::{ProptestConfig, any, proptest};
use proptest::sample::Index;
use zhengtu::question::{
    Answer, Index as GraphIndex, Language, Source, answer_with, index, plan, render_text,
};

static GRAPH: LazyLock<(Store, GraphIndex)> = LazyLock::new(|| {
    let store = support::mentougou();
    let index = index(&store).unwrap();
    (store, index)
});

/// Names of the graph, with the words and marks that questions are made of between them.
static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    const WORDS: &[&str] = &[
        "有哪些项目",
        "多少",
        "分别是多少，",
        "和",
        "或",
        "2023年",
        "占",
        "的比重",
        "在哪里？",
        "目标",
        "，进展如何",
        "给谁",
        "which",
        " and who ",
        "how many ",
        " in ",
        "\"",
        "} #",
        "\\",
        "排第几",
        "其中",
        "完工的",
        "原文",
    ];
    let labels =
        GRAPH.0.select("SELECT DISTINCT ?l { ?x <http://www.w3.org/2000/01/rdf-schema#label> ?l }").unwrap();
    let labels = labels.iter().filter_map(|row| row.text("l")).map(str::to_owned);
    labels.chain(WORDS.iter().cycle().take(2_000).map(|word| (*word).to_owned())).collect()
});

#[test]
fn the_longest_question_that_is_read_takes_no_longer_than_its_words_need() {
    // Time tells too little on a machine that is busy, so the bound is wide; what it guards against took minutes.
    let begin = std::time::Instant::now();
    for part in [
        "停车位多少，",
        "和谁，",
        "斋堂或王平和",
        "城镇登记失业率",
        "2022年开工或",
        "unemployment rate and who ",
        "“（",
    ] {
        let question: String = part.repeat(300).chars().take(300).collect();
        let answer = ask(&question);
        assert_eq!(answer.answers.is_empty(), answer.reason.is_some(), "{question}");
        assert!(ask(&part.repeat(10_000).chars().take(10_000).collect::<String>()).answers.is_empty());
    }
    assert!(begin.elapsed().as_secs() < 60, "{:?}", begin.elapsed());
}

fn ask(question: &str) -> Answer {
    let (store, index) = &*GRAPH;
    answer_with(store, index, question).unwrap()
}

fn labels(answer: &Answer) -> Vec<&str> {
    answer.answers.iter().map(|item| item.label.as_str()).collect()
}

#[test]
fn a_question_in_other_words_has_the_same_plan() {
    let (_, index) = &*GRAPH;
    let text = include_str!("questions/paraphrases.txt");
    let mut failures = Vec::new();
    let mut groups = 0;
    for group in text.split("\n\n").filter(|group| !group.starts_with('#')) {
        groups += 1;
        let mut questions = group.lines().filter(|line| !line.trim().is_empty());
        let first = questions.next().unwrap();
        let wanted = plan(index, first).unwrap();
        if wanted.is_none() {
            failures.push(format!("{first}: no plan; {}", ask(first).reason.unwrap_or_default()));
        }
        for question in questions {
            let found = plan(index, question).unwrap();
            if found != wanted {
                failures.push(format!("{question}\n   {found:?}\n   {first}\n   {wanted:?}"));
            }
        }
    }
    assert!(groups >= 40, "{groups} groups");
    assert!(failures.is_empty(), "{} questions read otherwise:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn what_the_report_does_not_answer_is_not_answered_and_the_reason_names_the_word() {
    let text = include_str!("questions/unanswerable.txt");
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (question, word) = line.split_once('\t').unwrap();
        let answer = ask(question);
        assert_eq!(answer.answers, [], "{question}");
        let reason = answer.reason.unwrap();
        assert!(reason.contains(word), "{question}: {reason}");
    }
}

#[test]
fn the_query_that_is_shown_gives_the_same_answer() {
    let (store, _) = &*GRAPH;
    for question in ["斋堂有哪些项目", "2023年就业目标有哪些", "马栏村得了什么荣誉", "军庄消防站什么时候完工"]
    {
        let answer = ask(question);
        assert!(answer.sparql.starts_with("PREFIX "), "{question}");
        let rows = store.select(&answer.sparql).unwrap();
        assert!(!rows.is_empty() && !answer.answers.is_empty(), "{question}");
        for item in &answer.answers {
            let named = |row: &zhengtu::question::Row| {
                row.text("label") == Some(&item.label) || row.text("placeLabel") == Some(&item.label)
            };
            assert!(rows.iter().any(named), "{question}: {}", item.label);
        }
    }
}

#[test]
fn every_answer_has_evidence_that_stands_in_the_file() {
    let file: Vec<char> =
        std::fs::read_to_string("data/reports/mentougou-2023.txt").unwrap().chars().collect();
    for question in
        ["斋堂有哪些项目", "2022年开工的项目有哪些", "2023年有哪些目标", "清华大学在报告里做了什么"]
    {
        let answer = ask(question);
        assert!(!answer.answers.is_empty(), "{question}");
        for item in &answer.answers {
            assert!(!item.evidence.is_empty(), "{question}: {}", item.label);
            for evidence in &item.evidence {
                let (begin, end) =
                    (usize::try_from(evidence.begin).unwrap(), usize::try_from(evidence.end).unwrap());
                let cut: String = file[begin..end].iter().collect();
                let start: String = evidence.sentence.chars().take(4).collect();
                let plain: String = cut.chars().filter(|c| !c.is_whitespace() && *c != '*').collect();
                assert!(plain.starts_with(&start), "{question}: {plain}");
            }
        }
    }
}

#[test]
fn projects_in_a_place_follow_containment() {
    let answer = ask("斋堂有哪些项目");
    let labels = labels(&answer);
    for wanted in ["斋堂110千伏输变电站", "斋堂华侨城项目", "沿河城长城陈列馆", "龙门口越野基地"]
    {
        assert!(labels.contains(&wanted), "{wanted} in {labels:?}");
    }
    assert!(!labels.contains(&"王平矿地中海俱乐部酒店"));
}

#[test]
fn a_figure_has_its_value_unit_and_year() {
    let answer = ask("失业率2022年实际多少，2023年目标多少");
    let values: Vec<_> =
        answer.answers.iter().map(|item| (item.value.as_deref(), item.unit.as_deref())).collect();
    assert_eq!(values, [(Some("2.88"), Some("%")), (Some("5"), Some("%"))]);
}

#[test]
fn answers_come_in_the_language_of_the_question() {
    let answer = ask("Is the Shilong Road power tunnel (石龙路电力隧道) finished?");
    assert_eq!(answer.language, Language::English);
    assert!(render_text(&answer).starts_with("石龙路电力隧道工程  completed  · 2022: completed\n"));
    let answer = ask("军庄消防站什么时候完工");
    assert_eq!(answer.language, Language::Chinese);
    assert!(
        render_text(&answer).starts_with("军庄消防站  2023  · 2023年：完工\n    “力争军庄消防站年内完工")
    );
}

#[test]
fn a_long_list_says_how_long_it_is_and_cuts_its_sentences() {
    let answer = ask("2023年有哪些目标");
    let text = render_text(&answer);
    assert!(text.starts_with(&format!("共{}项", answer.answers.len())), "{text}");
    assert!(text.contains("\n\n二、2023年主要任务\n  "), "{text}");
    assert!(text.contains("“…全区“小院”力争达到100家以上。”〔第"), "{text}");
    for item in &answer.answers {
        assert!(text.contains(&item.label), "{}", item.label);
    }
    // Each sentence stands once, and no heading is said again for the next item.
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    assert!(lines.windows(2).all(|pair| pair[0] != pair[1]), "{text}");
}

#[test]
fn a_name_that_is_nearly_right_is_offered() {
    let answer = ask("斋堂华侨诚项目在哪里");
    assert!(answer.answers.is_empty());
    assert_eq!(answer.reason.unwrap(), "没有读懂“斋堂华侨诚”，所以不作回答。您是不是要问：斋堂华侨城项目？");
}

#[test]
fn an_empty_question_and_a_very_long_one_get_a_reason() {
    assert!(ask("").reason.unwrap().contains("words"));
    assert!(ask("？！……").reason.unwrap().contains("没有字"));
    assert!(ask(&"斋堂有哪些项目".repeat(1_400)).reason.unwrap().contains("太长"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_an_answer_or_a_reason(question in r"\PC{0,200}") {
        let answer = ask(&question);
        assert_eq!(answer.answers.is_empty(), answer.reason.is_some());
    }

    #[test]
    fn long_and_hostile_text_gets_an_answer_or_a_reason(
        part in proptest::sample::select(vec![
            "斋堂有哪些项目", "\" } UNION { ?s ?p ?o } #", "> <http://example.org/>", "«“‘’”»", "\\u0022", "2023年目标",
            "'; DROP GRAPH <x> ; --", "𠮷\u{200D}\u{FEFF}", "((((", "项目",
        ]),
        other in r"\PC{0,40}",
        times in 1_usize..200,
    ) {
        let question: String = format!("{part}{other}").repeat(times).chars().take(10_000).collect();
        let answer = ask(&question);
        assert_eq!(answer.answers.is_empty(), answer.reason.is_some());
    }

    #[test]
    fn names_and_words_glued_together_get_an_answer_or_a_reason(
        parts in proptest::collection::vec((any::<Index>(), 0_usize..12, 1_usize..12), 1..40),
    ) {
        let glued: String = parts.iter().map(|(which, from, length)| {
            let name = which.get(&NAMES);
            name.chars().skip(*from).take(*length).collect::<String>()
        }).collect();
        let answer = ask(&glued);
        assert_eq!(answer.answers.is_empty(), answer.reason.is_some());
        if !answer.sparql.is_empty() {
            GRAPH.0.select(&answer.sparql).unwrap();
        }
    }

    #[test]
    fn words_of_questions_in_any_order_get_an_answer_or_a_reason(
        words in proptest::collection::vec(proptest::sample::select(vec![
            "斋堂", "2023年", "项目", "哪些", "多少", "目标", "完工", "在哪", "“", "}", "?x <iri>", "\"\\", "失业率",
            "which", "projects", "in", "Zhaitang", "when", "荣誉", "马栏村", "增长", "排第几", "的", "谁", "其中",
            "全市", "今年", "停车", "参与", "村", "原文", "%", "\u{0}", "铁路", "said", "2.5",
        ]), 0..12),
    ) {
        let answer = ask(&words.concat());
        assert_eq!(answer.answers.is_empty(), answer.reason.is_some());
    }
}

#[test]
fn a_question_for_one_figure_gets_that_figure() {
    let text = include_str!("questions/figures.txt");
    let mut failures = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (question, wanted) = line.split_once('\t').unwrap();
        let answer = ask(question);
        // A passage that is quoted gives its figure in its own words.
        let gives = |item: &zhengtu::question::Item| {
            item.value.as_deref().map_or_else(|| item.label.contains(wanted), |value| value == wanted)
        };
        if !answer.answers.iter().any(gives) {
            failures.push(format!("{question}: {wanted}, not {:?} {:?}", labels(&answer), answer.reason));
        }
    }
    assert!(failures.is_empty(), "{} questions:\n{}", failures.len(), failures.join("\n"));
}
