//! From the text of a correction file to [`File`], with the line of every fault.

use std::ops::Range;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::figure::{Amend, Clear, FigureClass, Goal, Observe, Select, SetFields, TargetEntry, TargetKind};
use super::word::{Named, When};
use super::{Action, Correction, File, Head};
use crate::curation::error::{Error, Problem};
use crate::facts::State;

const TOP: &[&str] = &["report", "correction"];
const HEAD: &[&str] = &["area", "code", "plan_year", "review_year"];
const COMMON: &[&str] = &["action", "quote", "occurrence", "note"];
const ADD: &[&str] = &["class", "name", "aliases", "type", "code", "level", "year"];
const DROP: &[&str] = &["class", "name", "only"];
const RENAME: &[&str] = &["class", "name", "to", "keep"];
const RETYPE: &[&str] = &["class", "name", "to", "type"];
const ALIAS: &[&str] = &["class", "name", "add", "remove"];
const MERGE: &[&str] = &["class", "name", "into"];
const RELATION: &[&str] = &["subject", "predicate", "object", "role", "award"];
const STATUS: &[&str] = &["project", "state", "year"];
const MEASURE: &[&str] = &["value", "min", "max", "unit", "comparator", "wording", "base_value", "base_unit"];
const GROWTH: &[&str] =
    &["change", "change_unit", "change_kind", "change_comparator", "change_wording", "against"];
const OBSERVE: &[&str] = &["indicator", "indicator_id", "rank", "period", "about", "part_of"];
const UNOBSERVE: &[&str] = &["indicator", "value"];
const TARGET: &[&str] = &["kind", "deadline", "modality", "about", "part_of"];
const QUANTITY: &[&str] = &["indicator", "indicator_id"];
const MILESTONE: &[&str] = &["project", "state"];
const HONOUR: &[&str] = &["honour", "recipient"];
const UNTARGET: &[&str] = &["indicator", "project", "honour", "state", "value"];
const AMEND: &[&str] = &["figure", "set", "clear"];
const SET: &[&str] = &[
    "indicator",
    "indicator_id",
    "rank",
    "period",
    "about",
    "part_of",
    "deadline",
    "modality",
    "state",
    "project",
    "honour",
];

/// The actions, with the groups of keys that each allows besides the common ones.
const ACTIONS: &[(&str, &[&[&str]])] = &[
    ("add", &[ADD]),
    ("drop", &[DROP]),
    ("rename", &[RENAME]),
    ("retype", &[RETYPE]),
    ("alias", &[ALIAS]),
    ("merge", &[MERGE]),
    ("relate", &[RELATION]),
    ("unrelate", &[RELATION]),
    ("status", &[STATUS]),
    ("unstatus", &[STATUS]),
    ("observe", &[OBSERVE, MEASURE, GROWTH]),
    ("unobserve", &[UNOBSERVE]),
    ("target", &[]),
    ("untarget", &[UNTARGET]),
    ("amend", &[UNTARGET, AMEND]),
];

impl File {
    /// Reads the text of a correction file; `origin` names it in messages.
    ///
    /// # Errors
    /// Where the text is no TOML, lacks the head, or has an entry with an unknown action, an unknown or
    /// missing key, or a value that the key does not take. The error has the line.
    pub fn parse(text: &str, origin: &str) -> Result<Self, Error> {
        let lines = Lines::new(text);
        let fail = |(at, problem): Fault| Error { origin: origin.to_owned(), line: lines.of(at), problem };
        let root = DeTable::parse(text).map_err(|error| fail(no_toml(&error)))?;
        let (head, corrections) = read_root(root, &lines).map_err(fail)?;
        Ok(Self { origin: origin.to_owned(), head, corrections })
    }
}

/// A problem and the byte it is at.
type Fault = (usize, Problem);

/// Where lines begin.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &str) -> Self {
        Self(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect())
    }

    /// Number of the line that holds a byte, counted from 1.
    fn of(&self, at: usize) -> usize {
        self.0.partition_point(|end| *end < at) + 1
    }
}

type Table<'a> = DeTable<'a>;

fn read_root(root: Spanned<Table<'_>>, lines: &Lines) -> Result<(Head, Vec<Correction>), Fault> {
    let mut root = root.into_inner();
    only_keys(&root, "the file", &[TOP])?;
    let missing =
        || (0, Problem::MissingKey { place: "the file".to_owned(), needed: "a table `[report]`".to_owned() });
    let head = read_head(root.remove("report").ok_or_else(missing)?)?;
    let mut corrections = Vec::new();
    if let Some(list) = root.remove("correction") {
        let span = list.span();
        let DeValue::Array(entries) = list.into_inner() else {
            return Err((
                span.start,
                Problem::Syntax("write `[[correction]]`, with two brackets".to_owned()),
            ));
        };
        for entry in entries {
            corrections.push(read_correction(entry, lines)?);
        }
    }
    Ok((head, corrections))
}

fn read_head(value: Spanned<DeValue<'_>>) -> Result<Head, Fault> {
    let (table, span) = table_of(value, "`report`")?;
    only_keys(&table, "[report]", &[HEAD])?;
    let head: Head = group(&table, &span)?;
    if head.plan_year.is_none() && head.review_year.is_none() {
        return Err(missing(&span, "[report]", "`plan_year` or `review_year`"));
    }
    Ok(head)
}

/// What every entry has.
#[derive(Deserialize)]
struct Common {
    action: Spanned<String>,
    quote: Spanned<String>,
    occurrence: Option<usize>,
    note: Option<String>,
}

fn read_correction(value: Spanned<DeValue<'_>>, lines: &Lines) -> Result<Correction, Fault> {
    let (table, span) = table_of(value, "`correction`")?;
    let common: Common = group(&table, &span)?;
    if crate::curation::quote::fold(common.quote.as_ref()).is_empty() {
        return Err((common.quote.span().start, Problem::Syntax("`quote` is empty".to_owned())));
    }
    let action = read_action(&common.action, &table, &span)?;
    Ok(Correction {
        line: lines.of(span.start),
        quote: common.quote.into_inner(),
        occurrence: common.occurrence,
        note: common.note,
        action,
    })
}

fn read_action(word: &Spanned<String>, table: &Table<'_>, span: &Range<usize>) -> Result<Action, Fault> {
    let name = word.as_ref().as_str();
    let Some((_, groups)) = ACTIONS.iter().find(|(action, _)| *action == name) else {
        let allowed = ACTIONS.iter().map(|(action, _)| *action).collect();
        return Err((word.span().start, Problem::UnknownAction { found: name.to_owned(), allowed }));
    };
    if name == "target" {
        return Ok(Action::Target(Box::new(read_target(table, span)?)));
    }
    let place = format!("`{name}`");
    only_keys(table, &place, &[&[COMMON], *groups].concat())?;
    Ok(match name {
        "add" => Action::Add(group(table, span)?),
        "drop" => Action::Drop(group(table, span)?),
        "rename" => Action::Rename(group(table, span)?),
        "retype" => {
            any_of(table, span, &place, &["to", "type"])?;
            Action::Retype(group(table, span)?)
        }
        "alias" => {
            any_of(table, span, &place, &["add", "remove"])?;
            Action::Alias(group(table, span)?)
        }
        "merge" => Action::Merge(group(table, span)?),
        "relate" => Action::Relate(group(table, span)?),
        "unrelate" => Action::Unrelate(group(table, span)?),
        "status" => Action::Status(group(table, span)?),
        "unstatus" => Action::Unstatus(group(table, span)?),
        "observe" => {
            any_of(table, span, &place, &["value", "min", "max", "wording", "comparator", "change", "rank"])?;
            let observe: Observe = group(table, span)?;
            let (measure, growth) = (group(table, span)?, group(table, span)?);
            Action::Observe(Box::new(Observe { measure, growth, ..observe }))
        }
        "unobserve" => Action::Unobserve(read_select(table, span, &place, UNOBSERVE)?),
        "untarget" => Action::Untarget(read_select(table, span, &place, UNTARGET)?),
        _ => Action::Amend(Box::new(read_amend(table, span)?)),
    })
}

fn read_select(table: &Table<'_>, span: &Range<usize>, place: &str, keys: &[&str]) -> Result<Select, Fault> {
    any_of(table, span, place, keys)?;
    group(table, span)
}

/// What the kinds of target have in common.
#[derive(Deserialize)]
struct TargetCommon {
    kind: TargetKind,
    deadline: Option<When>,
    modality: Option<String>,
    about: Option<Named>,
    part_of: Option<String>,
}

#[derive(Deserialize)]
struct QuantityGoal {
    indicator: String,
    indicator_id: Option<String>,
}

#[derive(Deserialize)]
struct MilestoneGoal {
    project: String,
    state: State,
}

#[derive(Deserialize)]
struct HonourGoal {
    honour: String,
    recipient: Option<Named>,
}

fn read_target(table: &Table<'_>, span: &Range<usize>) -> Result<TargetEntry, Fault> {
    let common: TargetCommon = group(table, span)?;
    let goal = match common.kind {
        TargetKind::Quantity => {
            let place = "`target` of kind `quantity`";
            only_keys(table, place, &[COMMON, TARGET, QUANTITY, MEASURE, GROWTH])?;
            any_of(table, span, place, &["value", "min", "max", "wording", "comparator", "change"])?;
            let QuantityGoal { indicator, indicator_id } = group(table, span)?;
            let (measure, growth) = (Box::new(group(table, span)?), Box::new(group(table, span)?));
            Goal::Quantity { indicator, indicator_id, measure, growth }
        }
        TargetKind::Milestone => {
            only_keys(table, "`target` of kind `milestone`", &[COMMON, TARGET, MILESTONE])?;
            let MilestoneGoal { project, state } = group(table, span)?;
            Goal::Milestone { project, state }
        }
        TargetKind::Honour => {
            only_keys(table, "`target` of kind `honour`", &[COMMON, TARGET, HONOUR])?;
            let HonourGoal { honour, recipient } = group(table, span)?;
            Goal::Honour { honour, recipient }
        }
    };
    let TargetCommon { deadline, modality, about, part_of, .. } = common;
    Ok(TargetEntry { goal, deadline, modality, about, part_of })
}

#[derive(Deserialize)]
struct AmendKeys {
    figure: Option<FigureClass>,
    #[serde(default)]
    clear: Vec<Clear>,
}

fn read_amend(table: &Table<'_>, span: &Range<usize>) -> Result<Amend, Fault> {
    let select = read_select(table, span, "`amend`", UNTARGET)?;
    any_of(table, span, "`amend`", &["set", "clear"])?;
    let AmendKeys { figure, clear } = group(table, span)?;
    let set = match table.get("set") {
        None => SetFields::default(),
        Some(value) => {
            let (table, span) = table_of(value.clone(), "`set`")?;
            only_keys(&table, "`set`", &[SET, MEASURE, GROWTH])?;
            let set: SetFields = group(&table, &span)?;
            SetFields { measure: group(&table, &span)?, growth: group(&table, &span)?, ..set }
        }
    };
    Ok(Amend { select, figure, set, clear })
}

/// Reads the keys of one group; other keys of the table are left to other groups.
fn group<'de, T: Deserialize<'de>>(table: &Table<'de>, span: &Range<usize>) -> Result<T, Fault> {
    let table = Spanned::new(span.clone(), table.clone());
    T::deserialize(table.into_deserializer()).map_err(|error| syntax(&error, span.start))
}

fn table_of<'a>(value: Spanned<DeValue<'a>>, what: &str) -> Result<(Table<'a>, Range<usize>), Fault> {
    let span = value.span();
    match value.into_inner() {
        DeValue::Table(table) => Ok((table, span)),
        _ => Err((span.start, Problem::Syntax(format!("{what} must be a table")))),
    }
}

fn only_keys(table: &Table<'_>, place: &str, groups: &[&[&'static str]]) -> Result<(), Fault> {
    let allowed = groups.concat();
    let unknown = table.keys().filter(|key| !allowed.contains(&key.get_ref().as_ref()));
    // The first in the file, whatever order the table keeps.
    match unknown.min_by_key(|key| key.span().start) {
        None => Ok(()),
        Some(key) => {
            let problem =
                Problem::UnknownKey { key: key.get_ref().to_string(), place: place.to_owned(), allowed };
            Err((key.span().start, problem))
        }
    }
}

fn any_of(table: &Table<'_>, span: &Range<usize>, place: &str, keys: &[&str]) -> Result<(), Fault> {
    if keys.iter().any(|key| table.contains_key(*key)) {
        return Ok(());
    }
    let words: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    Err(missing(span, place, &format!("at least one of {}", words.join(", "))))
}

fn missing(span: &Range<usize>, place: &str, needed: &str) -> Fault {
    (span.start, Problem::MissingKey { place: place.to_owned(), needed: needed.to_owned() })
}

/// A fault found by the TOML reader, in the words of the format: it says field where we say key.
fn syntax(error: &toml::de::Error, otherwise: usize) -> Fault {
    let at = error.span().map_or(otherwise, |span| span.start);
    let words =
        error.message().replace("missing field", "missing key").replace("unknown field", "unknown key");
    (at, Problem::Syntax(words.replace('\n', " ").replace("unknown variant", "unknown value")))
}

/// A fault of the text itself, before any key is looked at.
fn no_toml(error: &toml::de::Error) -> Fault {
    let (at, problem) = syntax(error, 0);
    (at, Problem::Syntax(format!("this is not TOML ({problem}): mend that line")))
}

#[cfg(test)]
mod tests {
    use super::{ACTIONS, COMMON, GROWTH, HEAD, HONOUR, MEASURE, MILESTONE, OBSERVE, QUANTITY, SET, TARGET};

    #[test]
    fn the_guide_for_curators_names_every_action_and_key() {
        let guide = include_str!("../../../data/curation/README.md");
        let actions = ACTIONS.iter().map(|(action, _)| *action);
        let groups = ACTIONS.iter().flat_map(|(_, groups)| groups.iter().copied());
        let others = [COMMON, HEAD, TARGET, QUANTITY, MILESTONE, HONOUR, SET, OBSERVE, MEASURE, GROWTH];
        for word in actions.chain(groups.chain(others).flatten().copied()) {
            let named = [format!("`{word}`"), format!("`{word} = "), format!("\n{word} = ")];
            assert!(named.iter().any(|form| guide.contains(form)), "{word}");
        }
    }
}
