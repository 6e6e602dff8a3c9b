//! `zhengtu query`: SPARQL, or a saved query, over the union of all graphs.

use super::arguments::Query as Arguments;
use super::{CliError, Outcome, input, note, open, print, results, saved};
use crate::store::{Answer, Query, Store};

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
    let store = open::open(&arguments.store)?;
    let query = match query {
        Prepared::Given(query) => query,
        Prepared::Saved(saved) => saved::with_parameters(&saved, &arguments.param, &store)?,
    };
    answer(arguments, &query, &store)
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

fn answer(arguments: &Arguments, query: &Query, store: &Store) -> Result<Outcome, CliError> {
    if arguments.explain {
        let plan = store.explain(query, arguments.timeout)?;
        print(format!("{query}\n\n{plan}\n").as_bytes())?;
        return Ok(Outcome::Done);
    }
    let answer = store.query(query, arguments.timeout)?;
    let bytes = results::write(&answer, arguments.format, arguments.bom)?;
    print(&bytes)?;
    if matches!(&answer, Answer::Solutions(_)) && answer.is_empty() && super::to_terminal() {
        note("nothing found");
    }
    Ok(Outcome::found(!answer.is_empty()))
}
