//! Which report a file is for, the files that ship, and that a long file is quick.

use std::fmt::Write as _;

use super::{HEAD, facts, try_apply};
use crate::curation::{File, apply, bundled};
use crate::facts::Area;

#[test]
fn a_file_fits_by_area_and_years() {
    let heads = [
        ("area = \"门头沟区\"\nplan_year = 2023", true),
        ("area = \"110109\"\nplan_year = 2023", true),
        ("area = \"门头沟\"\ncode = \"110109\"\nreview_year = 2022", true),
        ("area = \"门头沟区\"\nplan_year = 2023\nreview_year = 2022", true),
        ("area = \"门头沟区\"\nplan_year = 2024", false),
        ("area = \"门头沟区\"\nplan_year = 2023\nreview_year = 2021", false),
        ("area = \"门头沟区\"\ncode = \"110108\"\nplan_year = 2023", false),
        ("area = \"海淀区\"\nplan_year = 2023", false),
    ];
    for (head, fits) in heads {
        let file = File::parse(&format!("[report]\n{head}\n"), "test.toml").unwrap();
        assert_eq!(file.fits(&facts()), fits, "{head}");
    }
    let file = File::parse(HEAD, "test.toml").unwrap();
    let mut other = facts();
    other.report.area = Some(Area { name: "门头沟区".to_owned(), code: None });
    assert!(file.fits(&other));
    other.report.area = None;
    assert!(!file.fits(&other));
}

#[test]
fn the_files_that_ship_are_well_formed() {
    let files = bundled().unwrap();
    assert!(files.iter().any(|file| file.head.plan_year == Some(2023)));
}

#[test]
fn what_was_done_is_counted() {
    let (applied, _) = try_apply(
        "action = \"drop\"\nquote = \"275\"\nclass = \"Place\"\nname = \"石龙路\"\n---\n\
         action = \"drop\"\nquote = \"275\"\nclass = \"Place\"\nname = \"石龙路\"",
    )
    .unwrap();
    assert_eq!(applied.counts.get("drop"), Some(&1));
    assert_eq!(
        applied.needless[0].to_string(),
        "test.toml:11: needless `drop`: there is no Place `石龙路`; remove it"
    );
}

/// Not a measurement: work that grows with the square of the file would take minutes here.
#[test]
fn thousands_of_corrections_apply() {
    let mut text = HEAD.to_owned();
    for number in 0..3000 {
        write!(
            text,
            "[[correction]]\naction = \"add\"\nquote = \"推进斋堂华侨城项目\"\nclass = \"Project\"\nname = \"{number}\"\n"
        )
        .unwrap();
    }
    let mut facts = facts();
    let applied = apply(&File::parse(&text, "long.toml").unwrap(), &mut facts).unwrap();
    assert_eq!(applied.total(), 3000);
}

#[test]
fn the_examples_of_the_guide_are_well_formed() {
    let guide = include_str!("../../../data/curation/README.md");
    let examples: Vec<&str> =
        guide.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(examples.len(), 2);
    assert_eq!(File::parse(examples[0], "guide").unwrap().corrections.len(), 2);
    assert_eq!(File::parse(&format!("{HEAD}{}", examples[1]), "guide").unwrap().corrections.len(), 2);
}
