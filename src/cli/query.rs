//! `zhengtu query`: SPARQL, or a saved query, over the union of all graphs.

use super::arguments::Query as Arguments;
use super::graph::Graph;
use super::{CliError, Outcome, input, note, print, results, saved};
use crate::store::{Answer, Query};

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Outcome, CliError> {
    if arguments.list {
        print(saved::list().as_bytes())?;
        return Ok(Outcome::Done);
    }
    // A mistake in the query should show before the store is loaded.
    let query = match &arguments.name {
        Some(name) => Prepared::Saved(saved::find(name)?),
        None => Prepared::Given(Query::parse(&text(arguments)?)?),
    };
    let graph = Graph::open(&arguments.graph, arguments.timeout)?;
    let query = match query {
        Prepared::Given(query) => query,
        Prepared::Saved(saved) => saved::with_parameters(&saved, &arguments.param, &graph)?,
    };
    answer(arguments, &query, &graph)
}

enum Prepared {
    Given(Query),
    Saved(crate::store::SavedQuery),
}

fn text(arguments: &Arguments) -> Result<String, CliError> {
    match (&arguments.sparql, &arguments.file) {
        (Some(sparql), _) => Ok(sparql.clone()),
        (None, Some(file)) => input::read_text(file),
        // The arguments' own rules let no other case through.
        (None, None) => Ok(String::new()),
    }
}

fn answer(arguments: &Arguments, query: &Query, graph: &Graph) -> Result<Outcome, CliError> {
    if arguments.explain {
        let plan = graph.explain(query, arguments.timeout)?;
        print(format!("{query}\n\n{plan}\n").as_bytes())?;
        return Ok(Outcome::Done);
    }
    let answer = graph.query(query, arguments.timeout)?;
    let bytes = results::write(&answer, arguments.format, arguments.bom)?;
    print(&bytes)?;
    if matches!(&answer, Answer::Solutions(_)) && answer.is_empty() && super::to_terminal() {
        note("nothing found");
    }
    Ok(Outcome::found(!answer.is_empty()))
}
