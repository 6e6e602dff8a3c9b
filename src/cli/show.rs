//! `zhengtu show`: all about one thing.

use std::collections::BTreeSet;
use std::fmt::Write;

use oxigraph::model::NamedNode;

use super::arguments::Show;
use super::card::Card;
use super::graph::{Graph, TIMEOUT};
use super::{CliError, Outcome, note, print};
use crate::store::{Fit, Store};

/// So many things of one name are shown one below the other; more are listed.
const HOMONYMS: usize = 3;

/// So many candidates are listed.
const LISTED: usize = 20;

/// Runs the command.
pub(super) fn run(arguments: &Show) -> Result<Outcome, CliError> {
    let graph = Graph::open(&arguments.graph, TIMEOUT)?;
    let Some((fit, things)) = graph.names()?.find(&arguments.name)? else {
        note(&format!("nothing found that is called `{}`: try a part of the name", arguments.name));
        return Ok(Outcome::NothingFound);
    };
    let store = graph.surroundings(&things.iter().take(LISTED).cloned().collect())?;
    let shown = if fit == Fit::Part { 1 } else { HOMONYMS };
    if things.len() > shown {
        note(&format!("{} things fit `{}`: name one of them", things.len(), arguments.name));
        print(list(&store, &things)?.as_bytes())?;
        return Ok(Outcome::NothingFound);
    }
    let cards = things.iter().map(|thing| Card::new(&store, thing).write()).collect::<Result<Vec<_>, _>>()?;
    print(cards.join("\n").as_bytes())?;
    Ok(Outcome::Done)
}

fn list(store: &Store, things: &BTreeSet<NamedNode>) -> Result<String, CliError> {
    let mut text = String::new();
    for thing in things.iter().take(LISTED) {
        let card = Card::new(store, thing);
        let _ = writeln!(text, "{}  ({})  {}", card.label()?, card.kind()?, thing.as_str());
    }
    if things.len() > LISTED {
        let _ = writeln!(text, "… and {} more", things.len() - LISTED);
    }
    Ok(text)
}
