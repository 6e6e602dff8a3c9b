//! Answers as a table that a person can read, Chinese included.

use std::fmt::Write;

use comfy_table::{ContentArrangement, LineStyle, Table, TableStyle};
use oxigraph::model::Term;

use crate::names::Names;
use crate::store::{Answer, Solutions};

/// Width of a table that is not on a terminal.
const WIDTH: u16 = 120;

/// No frame: a line under the header, and space.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::new('─', '─', '─', '─'));

/// Writes an answer that is a table, or yes or no.
pub(super) fn write(answer: &Answer) -> String {
    match answer {
        Answer::Boolean(yes) => format!("{}\n", if *yes { "yes" } else { "no" }),
        Answer::Solutions(solutions) => solutions_table(solutions),
        Answer::Graph(triples) => crate::export::turtle(triples),
    }
}

fn solutions_table(solutions: &Solutions) -> String {
    let cells = || solutions.rows.iter().flatten().flatten();
    let names = Names::of(cells().filter_map(|term| match term {
        Term::NamedNode(node) => Some(node.as_str()),
        _ => None,
    }));
    let mut table = plain();
    table.set_header(solutions.variables.iter().map(oxigraph::sparql::Variable::as_str));
    for row in &solutions.rows {
        table.add_row(row.iter().map(|cell| cell.as_ref().map_or(String::new(), |term| shown(term, &names))));
    }
    let count = solutions.rows.len();
    let mut text = trimmed(&table);
    let _ = writeln!(text, "({count} {})", if count == 1 { "row" } else { "rows" });
    text
}

/// A table without frames, as wide as the terminal allows.
pub(super) fn plain() -> Table {
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    if table.width().is_none() {
        table.set_width(WIDTH);
    }
    table
}

/// The table's lines without the blanks at their ends.
pub(super) fn trimmed(table: &Table) -> String {
    table.to_string().lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn shown(term: &Term, names: &Names) -> String {
    match term {
        Term::NamedNode(node) => names.short(node.as_str()),
        Term::Literal(literal) => literal.value().to_owned(),
        Term::BlankNode(node) => node.to_string(),
    }
}
