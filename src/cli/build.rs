//! `zhengtu build`: reports in, store out.

use std::collections::BTreeMap;
use std::path::Path;

use comfy_table::{Cell, CellAlignment, Table};
use indicatif::{ProgressBar, ProgressStyle};
use oxigraph::model::Quad;

use super::arguments::{Build, Curation};
use super::{CliError, Outcome, input, note, one_line, open};
use crate::curation::File;
use crate::facts::{Aim, Facts, Kind, ReportInfo};
use crate::graph::Base;
use crate::pipeline::{self, Reading, Settings};
use crate::store::StorePlace;

/// Runs the command.
pub(super) fn run(arguments: &Build) -> Result<Outcome, CliError> {
    let settings = settings(&arguments.curation, arguments.base.as_ref())?;
    let store = StorePlace::at(open::path(&arguments.store))?;
    store.check()?;
    let mut writer = store.writer();
    let files = input::find(&arguments.reports)?;
    let progress = progress_bar(files.len());
    let mut failures = Vec::new();
    for file in &files {
        progress.set_message(input::shown(file));
        match read(file, &settings) {
            Ok((reading, quads)) => {
                progress.suspend(|| report(file, &reading, files.len() == 1));
                writer.add(quads)?;
            }
            // A single report fails by itself, with its own message.
            Err(error) if files.len() == 1 => return Err(error),
            Err(error) => {
                progress.suspend(|| note(&format!("skipped: {}", one_line(&error.to_string()))));
                failures.push(input::shown(file));
            }
        }
        progress.inc(1);
    }
    progress.finish_and_clear();
    let triples = writer.finish()?;
    let reports = files.len() - failures.len();
    if reports > 0 {
        note(&format!(
            "wrote {} ({reports} {}, {triples} triples)",
            store.path().display(),
            if reports == 1 { "report" } else { "reports" }
        ));
    }
    if failures.is_empty() {
        return Ok(Outcome::Done);
    }
    Err(CliError::SomeReports { failed: failures.len(), all: files.len(), names: failures.join(", ") })
}

/// What the arguments say of how to read. Correction files are parsed here, before any report is read.
pub(super) fn settings(curation: &Curation, base: Option<&Base>) -> Result<Settings, CliError> {
    let corrections = curation.curation.iter().map(|path| corrections(path)).collect::<Result<_, _>>()?;
    Ok(Settings {
        base: base.cloned().unwrap_or_default(),
        bundled_corrections: !curation.no_curation,
        corrections,
    })
}

fn corrections(path: &Path) -> Result<File, CliError> {
    let text = input::read_text(path)?;
    Ok(File::parse(&text, &input::shown(path))?)
}

fn read(file: &Path, settings: &Settings) -> Result<(Reading, Vec<Quad>), CliError> {
    let bytes = input::read(file)?;
    let in_file = |source| CliError::Report { place: input::shown(file), source };
    let reading = pipeline::read(&bytes, settings).map_err(in_file)?;
    let quads = pipeline::quads(&reading.facts, settings).map_err(in_file)?;
    Ok((reading, quads))
}

fn progress_bar(files: usize) -> ProgressBar {
    if files < 2 {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(files as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {wide_msg}") {
        bar.set_style(style);
    }
    bar
}

/// Says what was found: at length for a single report, in a line each for several.
fn report(file: &Path, reading: &Reading, alone: bool) {
    let counts = counts(&reading.facts);
    let head = format!("{}: {}", input::shown(file), identity(&reading.facts.report));
    if alone {
        note(&format!("{head}\n{}", table(&counts)));
    } else {
        let total: usize = counts.iter().map(|(_, count)| count).sum();
        note(&format!("{head} ({total} items)"));
    }
    reading.remarks.iter().for_each(|remark| note(&format!("note: {remark}")));
}

/// Whose report it is, and of which years.
fn identity(report: &ReportInfo) -> String {
    let area = report.area.as_ref().map_or("unknown area".to_owned(), |area| match &area.code {
        Some(code) => format!("{} ({code})", area.name),
        None => area.name.clone(),
    });
    let year = |year: Option<i32>| year.map_or("?".to_owned(), |year| year.to_string());
    let (review, plan) = (year(report.review_year), year(report.plan_year));
    format!("{}, {area}, looks back on {review}, plans {plan}", report.title)
}

fn table(counts: &[(&str, usize)]) -> Table {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    for (name, count) in counts {
        table.add_row([Cell::new(name), Cell::new(count).set_alignment(CellAlignment::Right)]);
    }
    table
}

fn counts(facts: &Facts) -> Vec<(&'static str, usize)> {
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    for thing in facts.things.iter().filter(|thing| !thing.mentions.is_empty()) {
        *kinds.entry(thing.kind).or_default() += 1;
    }
    let of = |kind| kinds.get(&kind).copied().unwrap_or_default();
    let aims = |wanted: fn(&Aim) -> bool| facts.targets.iter().filter(|target| wanted(&target.aim)).count();
    vec![
        ("sentences", facts.sentences.len()),
        ("places", of(Kind::Place)),
        ("organizations", of(Kind::Organization)),
        ("projects", of(Kind::Project)),
        ("programmes", of(Kind::Programme)),
        ("honours", of(Kind::Honour)),
        ("observations", facts.observations.len()),
        ("quantity targets", aims(|aim| matches!(aim, Aim::Quantity { .. }))),
        ("milestone targets", aims(|aim| matches!(aim, Aim::Milestone { .. }))),
        ("honour targets", aims(|aim| matches!(aim, Aim::Honour { .. }))),
        ("states of projects", facts.statuses.len()),
        ("relations", facts.relations.len()),
    ]
}
