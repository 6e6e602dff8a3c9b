//! The body of a query under construction.

use std::fmt::{Display, Write};

use oxigraph::model::{Literal, NamedNode};

use crate::question::fold::Mark;

/// The body of a query under construction.
#[derive(Default)]
pub(super) struct Pattern {
    /// What must hold.
    pub(super) text: String,
    /// What may be there beside it. It stands after the triples of the sentence: the planner starts again
    /// behind an `OPTIONAL`, and would multiply all sentences with what was found before.
    pub(super) late: String,
}

impl Pattern {
    pub(super) fn optional(&mut self, triples: &str) {
        let _ = writeln!(self.late, "  OPTIONAL {{ {triples} }}");
    }

    /// Makes what there is so far a query of its own, where the sentence is chosen among several.
    pub(super) fn nest(&mut self, variables: &str) {
        let inner = indented(&self.text);
        self.text = format!("  {{\n    SELECT DISTINCT {variables} WHERE {{\n{inner}    }}\n  }}\n");
    }

    pub(super) fn line(&mut self, line: &str) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.text, "  {line}");
    }

    pub(super) fn values<T: Display>(&mut self, variable: &str, terms: &[T]) {
        let terms: Vec<String> = terms.iter().map(ToString::to_string).collect();
        self.line(&format!("VALUES ?{variable} {{ {} }}", terms.join(" ")));
    }

    /// Binds a variable to concepts of the ontology, by their local names.
    pub(super) fn concepts(&mut self, variable: &str, ids: &[String]) {
        if !ids.is_empty() {
            let concepts: Vec<String> = ids.iter().map(|id| format!("zt:{id}")).collect();
            self.line(&format!("VALUES ?{variable} {{ {} }}", concepts.join(" ")));
        }
    }

    /// Years are compared as text, so that a year and a date in it are one.
    pub(super) fn years(&mut self, variable: &str, years: &[i32]) {
        if !years.is_empty() {
            let years: Vec<String> = years.iter().map(|year| format!("\"{year}\"")).collect();
            self.line(&format!("FILTER(SUBSTR(STR(?{variable}), 1, 4) IN ({}))", years.join(", ")));
        }
    }

    pub(super) fn optional_years(&mut self, subject: &str, property: &str, variable: &str, years: &[i32]) {
        let triple = format!("?{subject} {property} ?{variable}");
        if years.is_empty() {
            self.optional(&triple);
        } else {
            self.line(&format!("{triple} ."));
            self.years(variable, years);
        }
    }

    /// The text of a variable must hold, for each word, one of its strings.
    pub(super) fn names(&mut self, variable: &str, names: &[Vec<String>]) {
        for any in names {
            let tests: Vec<String> = any.iter().map(|text| test_of(variable, text)).collect();
            self.line(&format!("FILTER({})", tests.join(" || ")));
        }
    }

    pub(super) fn areas(&mut self, areas: &[NamedNode]) {
        if !areas.is_empty() {
            self.values("area", areas);
            self.line("?sentence zt:report/zt:area ?area .");
        }
    }
}

/// The test that a variable's text is known by a word.
fn test_of(variable: &str, spelling: &str) -> String {
    let mark = Mark::new(spelling);
    let literal = |text: &str| Literal::new_simple_literal(text.to_lowercase());
    let text = format!("LCASE(STR(?{variable}))");
    if mark.ends {
        let (word, without) = (literal(mark.word), literal(mark.without));
        return format!("(STRENDS({text}, {word}) && !STRENDS({text}, {without}))");
    }
    format!("CONTAINS({text}, {})", literal(mark.word))
}

/// Lines, each moved in by four.
pub(super) fn indented(lines: &str) -> String {
    lines.lines().map(|line| format!("    {line}\n")).collect()
}
