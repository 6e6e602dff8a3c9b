//! Printing answers: standard formats for programs, a table for people.

use std::io;

use oxigraph::model::{Quad, Triple};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};

use super::arguments::ResultFormat;
use super::{CliError, table, to_terminal};
use crate::export;
use crate::store::{Answer, Solutions};

/// The byte order mark that tells Excel that a CSV file is UTF-8.
const BOM: &[u8] = "\u{FEFF}".as_bytes();

/// Writes an answer in the format that was asked for, or in the one that suits it.
pub(super) fn write(answer: &Answer, format: Option<ResultFormat>, bom: bool) -> Result<Vec<u8>, CliError> {
    if let Answer::Graph(triples) = answer {
        return graph(triples, format.unwrap_or(ResultFormat::Turtle));
    }
    let format = format.unwrap_or(if to_terminal() { ResultFormat::Table } else { ResultFormat::Tsv });
    let standard = match format {
        ResultFormat::Table => return Ok(table::write(answer).into_bytes()),
        ResultFormat::Json => QueryResultsFormat::Json,
        ResultFormat::Csv => QueryResultsFormat::Csv,
        ResultFormat::Tsv => QueryResultsFormat::Tsv,
        ResultFormat::Xml => QueryResultsFormat::Xml,
        _ => return Err(unfit(format, "a table", "table, json, csv, tsv or xml")),
    };
    let start = if bom && standard == QueryResultsFormat::Csv { BOM.to_vec() } else { Vec::new() };
    let mut bytes = serialize(answer, standard, start).map_err(CliError::output)?;
    if bytes.last().is_some_and(|last| *last != b'\n') {
        bytes.push(b'\n');
    }
    Ok(bytes)
}

fn serialize(answer: &Answer, format: QueryResultsFormat, start: Vec<u8>) -> io::Result<Vec<u8>> {
    let serializer = QueryResultsSerializer::from_format(format);
    match answer {
        Answer::Boolean(yes) => serializer.serialize_boolean_to_writer(start, *yes),
        Answer::Solutions(Solutions { variables, rows }) => {
            let mut writer = serializer.serialize_solutions_to_writer(start, variables.clone())?;
            for row in rows {
                let bound = variables.iter().zip(row).filter_map(|(name, term)| Some((name, term.as_ref()?)));
                writer.serialize(bound)?;
            }
            writer.finish()
        }
        Answer::Graph(_) => Ok(start),
    }
}

fn graph(triples: &[Triple], format: ResultFormat) -> Result<Vec<u8>, CliError> {
    let format = match format {
        ResultFormat::Turtle => export::Format::Turtle,
        ResultFormat::Ntriples => export::Format::NTriples,
        ResultFormat::Nquads => export::Format::NQuads,
        ResultFormat::Trig => export::Format::TriG,
        ResultFormat::Rdfxml => export::Format::RdfXml,
        ResultFormat::Jsonld => export::Format::JsonLd,
        _ => return Err(unfit(format, "a graph", "turtle, ntriples, nquads, trig, rdfxml or jsonld")),
    };
    let quads =
        triples.iter().map(|triple| triple.clone().in_graph(oxigraph::model::GraphName::DefaultGraph));
    Ok(export::write(&export::sorted(quads.collect::<Vec<Quad>>()), format)?)
}

fn unfit(format: ResultFormat, answer: &'static str, choices: &'static str) -> CliError {
    CliError::UnfitFormat { format: format!("{format:?}").to_lowercase(), answer, choices }
}
