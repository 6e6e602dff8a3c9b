//! From the bytes of a response to an answer.

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Triple;
use oxigraph::sparql::results::{
    QueryResultsFormat, QueryResultsParseError, QueryResultsParser, SliceQueryResultsParserOutput,
};

use crate::store::{Answer, Solutions};

/// What to ask for where a table, or yes or no, will come.
pub(super) const RESULTS: &str = "application/sparql-results+json, application/sparql-results+xml;q=0.5";

/// What to ask for where a graph will come.
pub(super) const GRAPHS: &str = "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.5";

/// Why a response holds no answer.
pub(super) enum Problem {
    /// It is of another media type.
    Kind,
    /// It is not what its media type says.
    Syntax(String),
}

/// Reads a response.
pub(super) fn answer(media_type: &str, body: &[u8], graph: bool) -> Result<Answer, Problem> {
    if graph {
        let format = RdfFormat::from_media_type(media_type).ok_or(Problem::Kind)?;
        let quads = RdfParser::from_format(format).for_slice(body);
        let triples = quads.map(|quad| quad.map(Triple::from)).collect::<Result<_, _>>();
        return triples.map(Answer::Graph).map_err(|error| Problem::Syntax(error.to_string()));
    }
    let format = QueryResultsFormat::from_media_type(media_type).ok_or(Problem::Kind)?;
    table(format, body).map_err(|error| Problem::Syntax(error.to_string()))
}

fn table(format: QueryResultsFormat, body: &[u8]) -> Result<Answer, QueryResultsParseError> {
    Ok(match QueryResultsParser::from_format(format).for_slice(body)? {
        SliceQueryResultsParserOutput::Boolean(yes) => Answer::Boolean(yes),
        SliceQueryResultsParserOutput::Solutions(solutions) => {
            let variables = solutions.variables().to_vec();
            let rows = solutions.map(|row| row.map(|row| row.values().to_vec())).collect::<Result<_, _>>()?;
            Answer::Solutions(Solutions { variables, rows })
        }
    })
}
