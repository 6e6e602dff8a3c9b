//! A query and its result.

use std::collections::BTreeMap;

use maud::{Markup, html};
use oxigraph::model::{NamedNode, Term};
use oxigraph::sparql::results::{
    QueryResultsFormat, QueryResultsParseError, QueryResultsParser, ReaderQueryResultsParserOutput,
};

use super::{layout, query_form, saved_form};
use crate::names::Names;
use crate::server::negotiate::{GRAPHS, RESULTS, essence};
use crate::server::protocol::Parameters;
use crate::server::reply::Reply;
use crate::server::resource::label;
use crate::server::site::Site;
use crate::server::url::escape_value;
use crate::store::{SavedQuery, StoreError};
use crate::vocabulary::xsd;

/// So many rows are shown; links lead to all.
const SHOWN: usize = 500;

/// So many bytes of Turtle are shown.
const SHOWN_BYTES: usize = 200_000;

/// What came of a query, ready to be shown.
pub(in crate::server) enum Table {
    /// There was no query.
    None,
    /// It failed, and why.
    Failed(String),
    /// Yes or no.
    Boolean(bool),
    /// Rows; the first of them, where there are more.
    Rows {
        variables: Vec<String>,
        rows: Vec<Vec<Option<Term>>>,
        more: bool,
        labels: BTreeMap<NamedNode, String>,
    },
    /// A graph as Turtle; its beginning, where it is long.
    Graph { turtle: String, more: bool },
}

impl Table {
    /// Reads what a worker replied, and looks up what its IRIs are called.
    pub(in crate::server) fn read(site: &Site, reply: &Reply) -> Result<Self, StoreError> {
        let text = || String::from_utf8_lossy(&reply.body).into_owned();
        if reply.status != 200 {
            return Ok(Self::Failed(text()));
        }
        if essence(&reply.media_type) == "text/turtle" {
            let shown = reply.body.get(..SHOWN_BYTES).unwrap_or(&reply.body);
            let turtle = String::from_utf8_lossy(shown).trim_end_matches('\u{FFFD}').to_owned();
            return Ok(Self::Graph { turtle, more: shown.len() < reply.body.len() });
        }
        let mut table = match rows(&reply.body) {
            Ok(table) => table,
            Err(error) => return Ok(Self::Failed(error.to_string())),
        };
        if let Self::Rows { rows, labels, .. } = &mut table {
            for term in rows.iter().flatten().flatten() {
                if let Term::NamedNode(node) = term
                    && !labels.contains_key(node)
                    && let Some(label) = label(&site.store, node.as_ref())?
                {
                    labels.insert(node.clone(), label);
                }
            }
        }
        Ok(table)
    }
}

fn rows(json: &[u8]) -> Result<Table, QueryResultsParseError> {
    let parser = QueryResultsParser::from_format(QueryResultsFormat::Json);
    Ok(match parser.for_reader(json)? {
        ReaderQueryResultsParserOutput::Boolean(yes) => Table::Boolean(yes),
        ReaderQueryResultsParserOutput::Solutions(mut solutions) => {
            let variables =
                solutions.variables().iter().map(|variable| variable.as_str().to_owned()).collect();
            let mut rows = Vec::new();
            for solution in solutions.by_ref().take(SHOWN) {
                rows.push(solution?.values().to_vec());
            }
            let more = solutions.next().transpose()?.is_some();
            Table::Rows { variables, rows, more, labels: BTreeMap::new() }
        }
    })
}

/// The page of a query; of a saved one, with its parameters as they were given.
pub(in crate::server) fn page(
    site: &Site,
    saved: Option<(&SavedQuery, &Parameters)>,
    query: &str,
    table: &Table,
) -> Markup {
    let title =
        saved.map_or("查询 Query".to_owned(), |(saved, _)| format!("{} {}", saved.title_zh, saved.title));
    layout(
        &title,
        &html! {
            @match saved {
                Some((saved, given)) => (saved_form(saved, given)),
                None => h1 { (title) },
            }
            (result(site, table))
            (downloads(query, table))
            (query_form(query))
        },
    )
}

fn result(site: &Site, table: &Table) -> Markup {
    match table {
        Table::None => html! {},
        Table::Failed(why) => html! { p.reason { (why) } },
        Table::Boolean(yes) => html! { p.value { @if *yes { "是 yes" } @else { "否 no" } } },
        Table::Graph { turtle, more } => html! {
            pre { (turtle) }
            @if *more { p.reason { "… 以上只是开头 this is only the beginning" } }
        },
        Table::Rows { variables, rows, more, labels } => {
            let iris = rows.iter().flatten().flatten().filter_map(|term| match term {
                Term::NamedNode(node) => Some(node.as_str()),
                _ => None,
            });
            let names = Names::of(iris);
            html! {
                div.wide { table {
                    thead { tr { @for variable in variables { th { (variable) } } } }
                    tbody { @for row in rows { tr { @for term in row { (cell(site, term.as_ref(), labels, &names)) } } } }
                } }
                p.count { (rows.len()) @if *more { "+" } " 行 rows" }
            }
        }
    }
}

fn cell(site: &Site, term: Option<&Term>, labels: &BTreeMap<NamedNode, String>, names: &Names) -> Markup {
    match term {
        None => html! { td {} },
        Some(Term::NamedNode(node)) => {
            let short = names.short(node.as_str());
            let label = labels.get(node).map_or(short.as_str(), String::as_str);
            html! { td { (super::link(site, node.as_str(), Some(label))) } }
        }
        Some(Term::Literal(literal)) => {
            let number = [xsd::INTEGER, xsd::DECIMAL, xsd::DOUBLE].contains(&literal.datatype());
            html! { td.number[number] { (literal.value()) } }
        }
        Some(Term::BlankNode(node)) => html! { td { (node.to_string()) } },
    }
}

/// Links to the whole result in the formats that it can have.
fn downloads(query: &str, table: &Table) -> Markup {
    let names: Vec<&str> = match table {
        Table::None | Table::Failed(_) => return html! {},
        Table::Graph { .. } => GRAPHS.iter().map(|offer| offer.name).collect(),
        Table::Boolean(_) | Table::Rows { .. } => RESULTS.iter().map(|offer| offer.name).collect(),
    };
    html! {
        p.formats { "全部 all: "
            @for name in names {
                a href={ "/sparql?format=" (name) "&query=" (escape_value(query)) } { (name) } " "
            }
        }
    }
}
