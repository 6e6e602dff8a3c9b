//! Every fault, with its line and its remedy.

use super::{HEAD, facts, try_apply};
use crate::curation::{File, apply};

/// Entries that are wrong, and the message that each gives. The first entry begins on line 5.
const WRONG: &[(&str, &str)] = &[
    (
        "action = \"add\"\nquote = \"推进斋堂华桥城项目\"\nclass = \"Project\"\nname = \"x\"",
        "test.toml:5: the quote `推进斋堂华桥城项目` is not in the report; the closest passage is \
         `程完工，推进斋堂华侨城项目。全区“`: correct the quote",
    ),
    (
        "action = \"drop\"\nquote = \"春眠不觉晓\"\nclass = \"Place\"\nname = \"x\"",
        "test.toml:5: the quote `春眠不觉晓` is not in the report; nothing there resembles it: is the file for \
         another report?",
    ),
    (
        "action = \"drop\"\nquote = \"建成投产\"\nclass = \"Place\"\nname = \"x\"",
        "test.toml:5: the quote `建成投产` occurs 2 times, in different sentences: lengthen it, or pick one with \
         `occurrence = 1` … `occurrence = 2`",
    ),
    (
        "action = \"drop\"\nquote = \"建成投产\"\noccurrence = 3\nclass = \"Place\"\nname = \"x\"",
        "test.toml:5: `occurrence = 3`, but the quote `建成投产` occurs 2 times",
    ),
    (
        "action = \"alias\"\nquote = \"石龙路道路\"\nclass = \"Project\"\nname = \"石龙路道路工城\"\nadd = [\"x\"]",
        "test.toml:5: no Project is called `石龙路道路工城` (closest: `石龙路道路工程`, `石龙路电力隧道工程`): \
         add it first, or correct the name",
    ),
    (
        "action = \"relate\"\nquote = \"275\"\nsubject = \"石龙路\"\npredicate = \"locatedIn\"\nobject = \"石龙路\"",
        "test.toml:5: no Project is called `石龙路`",
    ),
    (
        "action = \"status\"\nquote = \"275\"\nproject = \"甲\"\nstate = \"planned\"",
        "test.toml:5: no Project is called `甲`: add it first, or correct the name",
    ),
    (
        "action = \"observe\"\nquote = \"275\"\nindicator = \"甲\"\nvalue = 1\nabout = \"政务服务中心\"",
        "test.toml:5: `政务服务中心` may be any of Place `政务服务中心`, Project `政务服务中心`: write",
    ),
    (
        "action = \"rename\"\nquote = \"275\"\nclass = \"Project\"\nname = \"石龙路道路工程\"\nto = \"政务服务中心\"",
        "test.toml:5: Project `政务服务中心` exists already: use `merge`",
    ),
    (
        "action = \"amend\"\nquote = \"小院\"\nfigure = \"target\"\nset = { modality = \"力争\" }\nvalue = 30\n\
         indicator = \"精品小院\"\nclear = [\"rank\"]",
        "test.toml:5: `rank` cannot be set or cleared on a target",
    ),
    (
        "action = \"amend\"\nquote = \"275\"\nindicator = \"gdp\"\nset = { deadline = 2023 }",
        "test.toml:5: `deadline` cannot be set or cleared on an observation",
    ),
    (
        "action = \"amend\"\nquote = \"275\"\nindicator = \"gdp\"\nset = { change_unit = \"%\" }",
        "test.toml:5: a change needs `change`, its value",
    ),
    (
        "action = \"observe\"\nquote = \"275\"\nindicator = \"甲\"\nvalue = 1\npart_of = \"乙\"",
        "test.toml:5: 0 figures of the quoted sentence answer to this description",
    ),
    (
        "action = \"ad\"\nquote = \"275\"",
        "test.toml:6: unknown action `ad`: allowed are `add`, `drop`, `rename`, `retype`, `alias`, `merge`",
    ),
    (
        "action = \"drop\"\nquote = \"275\"\nclass = \"Place\"\nnmae = \"x\"",
        "test.toml:9: unknown key `nmae` in `drop`: allowed are `action`, `quote`, `occurrence`, `note`, `class`, \
         `name`, `only`",
    ),
    (
        "action = \"target\"\nquote = \"275\"\nkind = \"milestone\"\nindicator = \"x\"",
        "test.toml:9: unknown key `indicator` in `target` of kind `milestone`: allowed are",
    ),
    (
        "action = \"amend\"\nquote = \"275\"\nindicator = \"gdp\"\n[correction.set]\nvalu = \"1\"",
        "test.toml:10: unknown key `valu` in `set`: allowed are `indicator`",
    ),
    ("action = \"drop\"\nclass = \"Place\"\nname = \"x\"", "test.toml:5: missing key `quote`"),
    ("action = \"drop\"\nquote = \" \"\nclass = \"Place\"\nname = \"x\"", "test.toml:7: `quote` is empty"),
    ("action = \"drop\"\nquote = \"275\"\nclass = \"Place\"", "test.toml:5: missing key `name`"),
    (
        "action = \"drop\"\nquote = \"275\"\nclass = \"Ort\"\nname = \"x\"",
        "test.toml:8: unknown value `Ort`, expected one of `Place`, `Organization`, `Project`, `Programme`, `Honour`",
    ),
    (
        "action = \"unstatus\"\nquote = \"275\"\nproject = \"x\"\nstate = \"planned\"\nyear = \"next\"",
        "test.toml:10: invalid value: string \"next\", expected a year: a number, \"review\" or \"plan\"",
    ),
    (
        "action = \"observe\"\nquote = \"275\"\nindicator = \"x\"\nvalue = 51.68",
        "test.toml:9: invalid type: floating point `51.68`, expected a decimal number in quotation marks",
    ),
    (
        "action = \"observe\"\nquote = \"275\"\nindicator = \"x\"\nrank = [{ positon = 1, scope = \"全市\" }]",
        "test.toml:9: unknown key `positon`, expected one of `position`, `scope`, `of`, `aspect`, `wording`",
    ),
    (
        "action = \"observe\"\nquote = \"275\"\nindicator = \"x\"",
        "test.toml:5: `observe` needs at least one of `value`, `min`",
    ),
    (
        "action = \"unobserve\"\nquote = \"275\"",
        "test.toml:5: `unobserve` needs at least one of `indicator`, `value`",
    ),
    (
        "action = \"retype\"\nquote = \"275\"\nclass = \"Place\"\nname = \"x\"",
        "test.toml:5: `retype` needs at least one of `to`, `type`",
    ),
    (
        "action = \"alias\"\nquote = \"275\"\nclass = \"Place\"\nname = \"x\"",
        "test.toml:5: `alias` needs at least one of `add`, `remove`",
    ),
    (
        "action = \"amend\"\nquote = \"275\"\nindicator = \"x\"",
        "test.toml:5: `amend` needs at least one of `set`, `clear`",
    ),
];

#[test]
fn each_fault_names_its_line_and_its_remedy() {
    for (entry, expected) in WRONG {
        let message = try_apply(entry).unwrap_err().to_string();
        assert!(message.starts_with(expected), "\n    got {message}\nexpected {expected}");
        assert!(!message.contains('\n'), "{message}");
    }
}

/// Files that are wrong as a whole.
const WRONG_FILES: &[(&str, &str)] = &[
    ("", "test.toml:1: the file needs a table `[report]`"),
    ("[report]\narea", "test.toml:2: this is not TOML (key with no value, expected `=`): mend that line"),
    ("[report]\narea = \"x\"", "test.toml:1: [report] needs `plan_year` or `review_year`"),
    ("[report]\nplan_year = 2023", "test.toml:1: missing key `area`"),
    ("[report]\narea = \"x\"\nyear = 1", "test.toml:3: unknown key `year` in [report]: allowed are `area`"),
    (
        "[report]\narea = \"x\"\nplan_year = 1\n[[corection]]",
        "test.toml:4: unknown key `corection` in the file",
    ),
    ("[report]\narea = \"x\"\nplan_year = 1\n[correction]", "test.toml:4: write `[[correction]]`"),
    ("[report]\narea = \"x\n", "test.toml:2: "),
    ("correction = [1]\n[report]\narea = \"x\"\nplan_year = 1", "test.toml:1: `correction` must be a table"),
];

#[test]
fn a_file_that_is_wrong_as_a_whole() {
    for (text, expected) in WRONG_FILES {
        let message = File::parse(text, "test.toml").unwrap_err().to_string();
        assert!(message.starts_with(expected), "\n    got {message}\nexpected {expected}");
        assert!(!message.contains('\n'), "{message}");
    }
}

#[test]
fn a_fault_leaves_the_facts_as_they_were() {
    let text = format!(
        "{HEAD}[[correction]]\naction = \"drop\"\nquote = \"275\"\nclass = \"Place\"\nname = \"石龙路\"\n\n\
         [[correction]]\naction = \"drop\"\nquote = \"春眠不觉晓\"\nclass = \"Place\"\nname = \"石龙路\"\n"
    );
    let mut facts = facts();
    let before = facts.clone();
    let error = apply(&File::parse(&text, "test.toml").unwrap(), &mut facts).unwrap_err();
    assert_eq!(error.line, 11);
    assert_eq!(facts, before);
}

#[test]
fn several_figures_cannot_be_amended_at_once() {
    let entry = "action = \"amend\"\nquote = \"小院\"\nfigure = \"target\"\nset = { modality = \"力争\" }\nvalue = 100";
    assert!(try_apply(entry).is_ok());
    let twice =
        "action = \"target\"\nquote = \"小院\"\nkind = \"quantity\"\nindicator = \"精品\"\nvalue = 100";
    let error = try_apply(&format!("{twice}\n---\n{entry}")).unwrap_err();
    assert!(error.to_string().starts_with("test.toml:12: 2 figures of the quoted sentence"), "{error}");
}
