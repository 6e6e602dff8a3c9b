//! Whatever the corrections, no id dangles afterwards.

use proptest::prelude::*;

use super::{HEAD, facts};
use crate::curation::{File, apply};

const QUOTES: &[&str] =
    &["斋堂110千伏", "地区生产总值", "数字长城", "石龙路道路工程", "小院", "国家森林城市", "政务服务中心"];
const CLASSES: &[&str] = &["Place", "Organization", "Project", "Programme", "Honour"];
const NAMES: &[&str] = &[
    "斋堂110千伏输变电站",
    "斋堂镇",
    "斋堂",
    "石龙路电力隧道工程",
    "石龙路",
    "中国移动研究院",
    "石龙路道路工程",
    "国家森林城市",
    "政务服务中心",
    "沿河城村",
];
const PREDICATES: &[&str] = &["locatedIn", "within", "participant", "partOf", "recipient", "awardedBy"];
const STATES: &[&str] = &["planned", "completed", "operating"];
const INDICATORS: &[&str] = &["地区生产总值", "小院", "精品小院"];

/// One entry, of any action, with words that often fit the report.
fn entry() -> impl Strategy<Value = String> {
    let one = |words: &'static [&'static str]| proptest::sample::select(words);
    let things = (one(CLASSES), one(NAMES), one(NAMES), one(CLASSES));
    let others = (one(PREDICATES), one(STATES), one(INDICATORS), one(INDICATORS));
    (0..17_u8, one(QUOTES), things, others).prop_map(|(action, quote, things, others)| {
        let (class, name, other, to) = things;
        let (predicate, state, indicator, whole) = others;
        let body = match action {
            0 => format!("action = 'add'\nclass = '{class}'\nname = '{name}'\naliases = ['{other}']"),
            1 => format!("action = 'drop'\nclass = '{class}'\nname = '{name}'"),
            2 => format!("action = 'drop'\nclass = '{class}'\nname = '{name}'\nonly = 'mention'"),
            3 => format!("action = 'rename'\nclass = '{class}'\nname = '{name}'\nto = '{other}'"),
            4 => format!("action = 'retype'\nclass = '{class}'\nname = '{name}'\nto = '{to}'"),
            5 => format!("action = 'alias'\nclass = '{class}'\nname = '{name}'\nadd = ['{other}']"),
            6 => format!("action = 'merge'\nclass = '{class}'\nname = '{name}'\ninto = '{other}'"),
            7 => format!("action = 'relate'\nsubject = '{name}'\npredicate = '{predicate}'\nobject = '{other}'"),
            8 => format!("action = 'unrelate'\nsubject = '{name}'\npredicate = '{predicate}'\nobject = '{other}'"),
            9 => format!("action = 'status'\nproject = '{name}'\nstate = '{state}'"),
            10 => format!("action = 'unstatus'\nproject = '{name}'\nstate = '{state}'"),
            11 => format!("action = 'observe'\nindicator = '{indicator}'\nvalue = 1\nabout = '{name}'"),
            12 => format!("action = 'unobserve'\nindicator = '{indicator}'"),
            13 => format!("action = 'target'\nkind = 'milestone'\nproject = '{name}'\nstate = '{state}'"),
            14 => format!("action = 'target'\nkind = 'honour'\nhonour = '{name}'\nrecipient = '{other}'"),
            15 => format!("action = 'untarget'\nindicator = '{indicator}'"),
            _ => format!("action = 'amend'\nindicator = '{indicator}'\nset = {{ part_of = '{whole}', about = '{name}' }}"),
        };
        format!("[[correction]]\nquote = '{quote}'\n{body}\n")
    })
}

proptest! {
    #[test]
    fn no_id_dangles(entries in proptest::collection::vec(entry(), 1..40)) {
        let mut facts = facts();
        // One by one, since one that cannot apply would take the others with it.
        for entry in entries {
            let file = File::parse(&format!("{HEAD}{entry}"), "any.toml");
            prop_assert!(file.is_ok(), "{:?}", file);
            let before = facts.clone();
            match apply(&file.unwrap(), &mut facts) {
                Ok(_) => prop_assert_eq!(facts.dangling(), None),
                Err(_) => prop_assert_eq!(&facts, &before),
            }
        }
    }
}
