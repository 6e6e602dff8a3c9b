//! `zhengtu validate`: whether a graph is as it should be.

use std::collections::BTreeSet;
use std::env;
use std::path::Path;
use std::time::Duration;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Quad;

use super::arguments::{MessageLanguage, ReportFormat, Validate};
use super::{CliError, Outcome, input, note, open, print, violations};
use crate::export;
use crate::question::Language;
use crate::shapes::{Shapes, Violation, report};
use crate::store::{Query, Store};

/// Where a graph has no evidence at all, it is most likely not the whole graph.
const HAS_EVIDENCE: &str = "ASK { ?fact zt:evidence ?sentence }";

/// Runs the command.
pub(super) fn run(arguments: &Validate) -> Result<Outcome, CliError> {
    let shapes = Shapes::bundled()?;
    let store = match &arguments.file {
        Some(file) => read(file)?,
        None => open::open(&arguments.store)?,
    };
    let violations = shapes.validate(&store)?;
    let language = arguments.lang.map_or_else(language_of_terminal, Language::from);
    let constraints = shapes.constraints();
    match arguments.format {
        ReportFormat::Text => print(violations::text(&store, &violations, language)?.as_bytes())?,
        ReportFormat::Turtle => print(export::turtle(&report(&violations)).as_bytes())?,
    }
    note(&summary(&violations, constraints, language));
    if !violations.is_empty() && store.query(&Query::parse(HAS_EVIDENCE)?, Duration::MAX)?.is_empty() {
        note(&hint(language));
    }
    Ok(Outcome::found(violations.is_empty()))
}

/// Loads a file in any RDF format, told by the end of its name; standard input is Turtle or TriG.
fn read(path: &Path) -> Result<Store, CliError> {
    let format = if path.as_os_str() == input::STANDARD_INPUT {
        RdfFormat::TriG
    } else {
        path.extension()
            .and_then(|extension| RdfFormat::from_extension(extension.to_str()?))
            .ok_or_else(|| CliError::UnknownRdf { path: path.to_owned() })?
    };
    let bytes = input::read(path)?;
    let quads = RdfParser::from_format(format).for_slice(&bytes).collect::<Result<Vec<Quad>, _>>();
    let quads = quads.map_err(|source| CliError::Rdf { path: path.to_owned(), source })?;
    Ok(Store::from_quads(quads)?)
}

impl From<MessageLanguage> for Language {
    fn from(language: MessageLanguage) -> Self {
        match language {
            MessageLanguage::Zh => Self::Chinese,
            MessageLanguage::En => Self::English,
        }
    }
}

/// Chinese where the environment says so, English otherwise.
fn language_of_terminal() -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| env::var(name).ok());
    match set.into_iter().find(|value| !value.is_empty()) {
        Some(value) if value.starts_with("zh") => Language::Chinese,
        _ => Language::English,
    }
}

fn summary(violations: &[Violation<'_>], constraints: usize, language: Language) -> String {
    let broken: BTreeSet<_> = violations.iter().map(|violation| violation.constraint.iri.as_str()).collect();
    match (language, violations.len()) {
        (Language::Chinese, 0) => format!("符合全部 {constraints} 条约束"),
        (Language::English, 0) => format!("conforms: nothing is wrong by {constraints} constraints"),
        (Language::Chinese, count) => {
            format!("{count} 处不符合，涉及 {constraints} 条约束中的 {} 条", broken.len())
        }
        (Language::English, count) => {
            format!("{count} violations of {} of {constraints} constraints", broken.len())
        }
    }
}

fn hint(language: Language) -> String {
    let export = "zhengtu export --part facts,text,evidence,ontology,gazetteer";
    match language {
        Language::Chinese => format!("提示：这个图没有证据；完整的图由 `{export}` 导出"),
        Language::English => format!("note: this graph holds no evidence; `{export}` writes the whole graph"),
    }
}
