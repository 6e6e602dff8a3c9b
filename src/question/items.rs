//! Rows made into answers: one function for each kind of plan.

use std::collections::BTreeMap;

use super::answer::Item;
use super::index::Index;
use super::phrase::Phrases;
use super::plan::{Also, Aspect, Figures, HonourAspect, Honours, Plan, Selection};
use super::reading::Language;
use super::source::{Row, local};

/// Sentences shown for one item of a list; what the report says of a thing is shown in full.
const SENTENCES: usize = 3;

/// The answers that the rows of a plan's query give.
#[must_use]
pub fn items(plan: &Plan, rows: &[Row], index: &Index, phrases: &Phrases) -> Vec<Item> {
    let mut items = match plan {
        Plan::Projects(Selection { also: None, .. }) => {
            grouped(rows, "project", "label", |item, row| project_detail(item, row, phrases))
        }
        Plan::Projects(Selection { also: Some(also), .. }) => {
            let mut items = grouped(rows, "project", "label", |item, row| {
                item.add_detail(&asked_beside(*also, row, phrases), phrases.semicolon());
            });
            let unsaid = items.iter_mut().filter(|item| item.detail.is_none());
            unsaid.for_each(|item| item.detail = Some(phrases.unsaid(*also).to_owned()));
            items
        }
        Plan::Location { .. } => locations(rows, index, phrases),
        Plan::States { states, .. } => project_states(rows, phrases, !states.is_empty()),
        Plan::Figures(figures) => figure_items(figures, rows, index, phrases),
        Plan::Participants { .. } => grouped(rows, "thing", "label", |item, row| {
            let role = phrases.concept(row.local("role").unwrap_or_default());
            item.add_detail(
                &phrases.pair(&role, row.text("projectLabel").unwrap_or_default()),
                phrases.semicolon(),
            );
        }),
        Plan::Involvement { .. } => involvement(rows, phrases),
        Plan::Organizations { .. } => grouped(rows, "thing", "label", |_, _| {}),
        Plan::Honours(honours) => honour_items(honours, rows, phrases),
        Plan::Contained { .. } => grouped(rows, "thing", "label", |item, row| {
            item.add_detail(
                &phrases.in_place(row.text("placeLabel").unwrap_or_default()),
                phrases.semicolon(),
            );
        }),
        Plan::Containers { .. } => grouped(rows, "place", "placeLabel", |item, row| {
            item.add_detail(&phrases.contains(row.text("label").unwrap_or_default()), phrases.semicolon());
        }),
        Plan::Quotes { words, .. } => rows.iter().map(|row| quote(row, words, index, phrases)).collect(),
        // A place and the project that made it bear one name and share their sentences.
        Plan::Mentions { .. } => {
            return grouped(rows, "label", "label", |item, row| {
                let said = clause_of(row, row.text("label").unwrap_or_default()).to_owned();
                if item.evidence.len() <= SENTENCES {
                    item.add_detail(&said, phrases.semicolon());
                }
            });
        }
        Plan::Counted(counted) => {
            return count(counted, rows, &self::items(counted, rows, index, phrases), phrases);
        }
    };
    items.iter_mut().for_each(|item| item.evidence.truncate(SENTENCES));
    items
}

/// One item for each value of a variable, in the order of the rows.
fn grouped(rows: &[Row], by: &str, label: &str, mut add: impl FnMut(&mut Item, &Row)) -> Vec<Item> {
    let mut order: BTreeMap<String, usize> = BTreeMap::new();
    let mut items: Vec<Item> = Vec::new();
    for row in rows {
        let Some(key) = row.text(by) else { continue };
        let at = *order.entry(key.to_owned()).or_insert_with(|| {
            let iri = row.iri(by).or_else(|| row.iri("thing"));
            items.push(Item::named(
                row.text(label).unwrap_or_else(|| local(key)),
                iri.map(|iri| iri.as_str()),
            ));
            items.len() - 1
        });
        if let Some(item) = items.get_mut(at) {
            item.prove(row);
            add(item, row);
        }
    }
    items
}

fn project_detail(item: &mut Item, row: &Row, phrases: &Phrases) {
    if let Some(place) = row.text("placeLabel") {
        item.add_detail(&phrases.in_place(place), phrases.semicolon());
    }
    if let Some(state) = row.local("state") {
        item.add_detail(&phrases.state(state, row.number("year")), phrases.semicolon());
    }
}

/// Of a project in a list, what is asked of it beside its name.
fn asked_beside(also: Also, row: &Row, phrases: &Phrases) -> String {
    match also {
        Also::Participants => row
            .text("bodyLabel")
            .map(|body| phrases.pair(&phrases.concept(row.local("role").unwrap_or_default()), body)),
        Also::Place => row.text("siteLabel").map(|place| phrases.in_place(place)),
        Also::States => row.local("courseState").map(|state| phrases.state(state, row.number("courseYear"))),
    }
    .unwrap_or_default()
}

/// The number of items as one item, which names them and is proved by the first sentence of each.
fn count(plan: &Plan, rows: &[Row], items: &[Item], phrases: &Phrases) -> Vec<Item> {
    let Some(number) = rows.first().and_then(|row| row.text("count")) else { return Vec::new() };
    let (label, unit) = phrases.counted(plan);
    let mut count = Item::named(label, None);
    let names: Vec<&str> = items.iter().map(|item| item.label.as_str()).collect();
    count.value = Some(number.to_owned());
    count.unit = Some(unit.to_owned()).filter(|unit| !unit.is_empty());
    count.detail = Some(names.join(phrases.comma()));
    for evidence in items.iter().filter_map(|item| item.evidence.first()) {
        if !count.evidence.contains(evidence) {
            count.evidence.push(evidence.clone());
        }
    }
    vec![count]
}

/// The nearest places of each thing; what contains them stands in the detail.
fn locations(rows: &[Row], index: &Index, phrases: &Phrases) -> Vec<Item> {
    grouped(rows, "place", "placeLabel", |item, row| {
        item.add_detail(row.text("label").unwrap_or_default(), phrases.semicolon());
        let around = row.iri("place").map(|place| index.containers(place)).unwrap_or_default();
        let around: Vec<&str> = around.into_iter().map(|iri| index.label(iri)).collect();
        item.add_detail(&phrases.chain(&around), phrases.semicolon());
    })
}

/// States in the order of the years. Where a state was asked for, its year is the value.
fn project_states(rows: &[Row], phrases: &Phrases, asked: bool) -> Vec<Item> {
    let mut items: Vec<(String, Item)> = Vec::new();
    for row in rows {
        let (Some(project), Some(state)) = (row.text("project"), row.local("state")) else { continue };
        let year = row.number("year");
        let key = format!("{project} {state} {year:?}");
        let at = items.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            let mut item = Item::named(row.text("label").unwrap_or(project), Some(project));
            let name = phrases.concept(state);
            item.value = Some(if asked { year.map_or(name, |year| year.to_string()) } else { name });
            item.detail = Some(phrases.state(state, year));
            items.push((key, item));
            items.len() - 1
        });
        if let Some((_, item)) = items.get_mut(at) {
            item.prove(row);
        }
    }
    items.into_iter().map(|(_, item)| item).collect()
}

fn figure_items(plan: &Figures, rows: &[Row], index: &Index, phrases: &Phrases) -> Vec<Item> {
    let several_areas = index.reports.len() > 1;
    let rows = whole_figures(rows, plan.scope.as_deref().unwrap_or_default());
    let mut items = grouped(&rows, "figure", "label", |item, row| {
        if item.value.is_none() {
            (item.value, item.unit) = value(plan.aspect, row);
        }
        let concern = row.iri("concerns").map(|thing| index.label(thing));
        if let Some(concern) = concern.filter(|concern| !item.label.contains(*concern)) {
            item.label = phrases.of(concern, &item.label);
        }
        add_figure_detail(item, row, index, phrases);
        item.add_detail(&phrases.no_figure_for(&plan.asked_years), phrases.semicolon());
        if several_areas {
            item.add_detail(row.text("title").unwrap_or_default(), phrases.semicolon());
        }
    });
    // The indicator, and not the single figure, is what can be looked up.
    for item in &mut items {
        let of = rows.iter().find(|row| row.text("figure") == item.iri.as_deref());
        item.iri = of.and_then(|row| row.text("indicator")).map(str::to_owned);
    }
    items
}

/// When it is, how the report words it, how it changed, where it ranks.
fn add_figure_detail(item: &mut Item, row: &Row, index: &Index, phrases: &Phrases) {
    let separator = phrases.semicolon();
    item.add_detail(&phrases.figure_time(row), separator);
    let wording = row.text("wording").unwrap_or_default();
    let repeats = item.value.as_ref().is_some_and(|value| {
        wording == value || wording == format!("{value}{}", item.unit.as_deref().unwrap_or_default())
    });
    if !repeats {
        item.add_detail(&format!("{}{wording}", row.text("modality").unwrap_or_default()), separator);
    }
    item.add_detail(row.text("changeWording").unwrap_or_default(), separator);
    item.add_detail(row.text("rankWording").unwrap_or_default(), separator);
    if phrases.language == Language::English {
        let english = row.iri("indicator").and_then(|indicator| index.thing(indicator));
        item.add_detail(english.and_then(|thing| thing.english.as_deref()).unwrap_or_default(), separator);
        item.add_detail(&phrases.figure_english(row), separator);
    }
}

/// Rows of one detail each, brought together into one row for each figure, sentence and rank among `scope`.
fn whole_figures(rows: &[Row], scope: &str) -> Vec<Row> {
    let mut whole: BTreeMap<(String, i64, String), Row> = BTreeMap::new();
    let among = |row: &Row| {
        row.local("property") == Some("scope") && row.text("object").is_some_and(|said| said.contains(scope))
    };
    let ranked: Vec<&str> =
        rows.iter().filter(|row| among(row)).filter_map(|row| row.text("holder")).collect();
    for row in rows {
        let (Some(figure), Some(begin)) = (row.text("figure"), row.number("begin")) else { continue };
        let report = row.text("report").unwrap_or_default();
        let entry = whole.entry((report.to_owned(), begin, figure.to_owned())).or_insert_with(|| row.clone());
        let (Some(property), Some(object)) = (row.local("property"), row.term("object")) else { continue };
        let of_rank = row.text("holder") != Some(figure);
        match property {
            _ if of_rank && !ranked.contains(&row.text("holder").unwrap_or_default()) => {}
            "wording" if of_rank => entry.bind("rankWording", object.clone()),
            "period" | "deadline" => entry.bind("year", object.clone()),
            property => entry.bind(property, object.clone()),
        }
    }
    whole.into_values().collect()
}

/// The value and unit asked for; of a figure that only grows, its growth.
fn value(aspect: Aspect, row: &Row) -> (Option<String>, Option<String>) {
    let text = |name: &str| row.text(name).filter(|text| !text.is_empty()).map(str::to_owned);
    let level = || match (text("minValue"), text("maxValue")) {
        (Some(min), Some(max)) => Some(format!("{min}-{max}")),
        _ => text("value"),
    };
    match aspect {
        Aspect::Rank => (text("position").or_else(|| text("rankWording")), None),
        Aspect::Change => (text("changeValue"), text("changeUnit")),
        Aspect::Value => match level() {
            Some(level) => (Some(level), text("unit")),
            None if text("changeValue").is_some() && text("wording").is_none() => {
                (text("changeValue"), text("changeUnit"))
            }
            None => (text("wording"), None),
        },
    }
}

/// Projects first, with the role; then the sentences that name no project of theirs.
fn involvement(rows: &[Row], phrases: &Phrases) -> Vec<Item> {
    let mut items: Vec<(String, Item)> = Vec::new();
    for row in rows {
        let organization = row.text("thing").unwrap_or_default();
        let label = row.text("label").unwrap_or(organization);
        let key = row.text("project").or_else(|| row.text("begin")).unwrap_or_default().to_owned();
        let at = items
            .iter()
            .position(|(known, item)| *known == key && item.iri.as_deref() == Some(organization))
            .unwrap_or_else(|| {
                items.push((key, Item::named(label, Some(organization))));
                items.len() - 1
            });
        let Some((_, item)) = items.get_mut(at) else { continue };
        item.prove(row);
        match row.text("projectLabel") {
            Some(project) => {
                let role = phrases.concept(row.local("role").unwrap_or_default());
                item.add_detail(&phrases.pair(&role, project), phrases.semicolon());
            }
            None => item.add_detail(clause_of(row, label), phrases.semicolon()),
        }
    }
    items.sort_by_key(|(key, _)| key.chars().all(|c| c.is_ascii_digit()));
    items.into_iter().map(|(_, item)| item).collect()
}

/// The clause of a row's sentence that names something.
fn clause_of<'a>(row: &'a Row, name: &str) -> &'a str {
    let text = row.text("repaired").or_else(|| row.text("text")).unwrap_or_default();
    text.split(['，', '；', '。']).find(|clause| clause.contains(name)).unwrap_or(text)
}

/// The clauses of a row's sentence from the first to the last of some words, and on to the first figure;
/// with the year that the sentence speaks of.
fn quote(row: &Row, words: &[String], index: &Index, phrases: &Phrases) -> Item {
    let text = row.text("repaired").or_else(|| row.text("text")).unwrap_or_default();
    let mut item = Item::named(super::rules::passage(text, words), None);
    let sentence = index.sentences.iter().find(|sentence| row.iri("sentence") == Some(&sentence.iri));
    item.detail = sentence.and_then(|sentence| sentence.year).map(|year| phrases.year(year));
    item.prove(row);
    item
}

fn honour_items(plan: &Honours, rows: &[Row], phrases: &Phrases) -> Vec<Item> {
    let (by, label) = match plan.aspect {
        HonourAspect::Title => ("honour", "label"),
        HonourAspect::Recipient => ("recipient", "recipientLabel"),
        HonourAspect::Giver => ("giver", "giverLabel"),
    };
    grouped(rows, by, label, |item, row| {
        let said = phrases.honour(row, plan.aspect);
        item.add_detail(&said, phrases.semicolon());
    })
}
