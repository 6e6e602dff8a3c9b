//! A query as text for other engines.
//!
//! What the parser makes of a query means the same as its author's text, but braces that mean nothing are
//! gone, and engines plan by them: Virtuoso finds `{ ?at zt:within* ?place }` only where it stands in braces.
//! So an endpoint gets the text as it was written, wherever that provably is the same query.

use oxigraph::model::Term;
use spargebra::{Query, SparqlParser};

use crate::vocabulary;

/// The text as it was written, with our prefixes declared if it takes them for granted; the parsed query written
/// anew, where the text says something else.
pub(super) fn portable(text: Option<&str>, parsed: &Query) -> String {
    let anew = parsed.to_string();
    let wanted = without_chance(&anew);
    let is_same = |text: &String| {
        SparqlParser::new()
            .parse_query(text)
            .is_ok_and(|found| found == *parsed || without_chance(&found.to_string()) == wanted)
    };
    let written = text.into_iter().flat_map(|text| [text.to_owned(), format!("{}{text}", prologue())]);
    written.into_iter().find(is_same).unwrap_or(anew)
}

/// The text with `terms` in every inline table of the one variable `name`, as [`super::values::set`] has it.
pub(super) fn with_values(text: &str, name: &str, terms: &[Term]) -> String {
    let terms: Vec<String> = terms.iter().map(Term::to_string).collect();
    let terms = if terms.is_empty() { "UNDEF".to_owned() } else { terms.join(" ") };
    let (mut changed, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((begin, end)) = table(rest, name) {
        changed.push_str(&rest[..begin]);
        changed.push(' ');
        changed.push_str(&terms);
        changed.push(' ');
        rest = &rest[end..];
    }
    changed + rest
}

/// Where the rows of the first inline table of a variable begin and end.
fn table(text: &str, name: &str) -> Option<(usize, usize)> {
    for (at, keyword) in text.match_indices("VALUES") {
        let rest = text[at + keyword.len()..].trim_start();
        let Some(rest) = rest.strip_prefix(['?', '$']).and_then(|rest| rest.strip_prefix(name)) else {
            continue;
        };
        let Some(rows) = rest.trim_start().strip_prefix('{') else { continue };
        return Some((text.len() - rows.len(), text.len() - rows.len() + length(rows)?));
    }
    None
}

/// How far it is to the brace that closes a table: those in strings do not.
fn length(rows: &str) -> Option<usize> {
    let mut inside = None;
    let mut escaped = false;
    for (at, letter) in rows.char_indices() {
        match inside {
            _ if escaped => escaped = false,
            Some('"' | '\'') if letter == '\\' => escaped = true,
            Some(end) if letter == end => inside = None,
            Some(_) => {}
            None if letter == '<' => inside = Some('>'),
            None if matches!(letter, '"' | '\'') => inside = Some(letter),
            None if letter == '}' => return Some(at),
            None => {}
        }
    }
    None
}

fn prologue() -> String {
    vocabulary::prefixes().iter().map(|(name, iri)| format!("PREFIX {name}: <{iri}>\n")).collect()
}

/// The text with the names that the parser makes up by chance, numbered in the order in which they come: up to
/// 32 hexadecimal digits, of blank nodes and variables.
fn without_chance(text: &str) -> String {
    let is_digit = |letter: char| letter.is_ascii_hexdigit();
    let mut names: Vec<&str> = Vec::new();
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(['?', ':']) {
        let (before, name) = rest.split_at(at + 1);
        let end = name.find(|letter| !is_digit(letter)).unwrap_or(name.len());
        let (name, after) = name.split_at(end);
        plain.push_str(before);
        if name.len() > 16 {
            let number = names.iter().position(|known| *known == name).unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            });
            plain.push_str(&number.to_string());
        } else {
            plain.push_str(name);
        }
        rest = after;
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use oxigraph::model::{Literal, NamedNode};

    use crate::store::{Query, saved_queries};

    #[test]
    fn a_query_goes_out_as_it_was_written() {
        for text in [
            "PREFIX a: <http://example.org/>\nSELECT * { { ?s a:p+ ?o } ?o a:q/a:r [] }",
            "ASK { ?s ?p \"{ VALUES ?x { 1 } }\" }",
        ] {
            assert_eq!(Query::parse(text).unwrap().portable(), text);
        }
        let short = Query::parse("ASK { { ?p zt:within* ?q } }").unwrap().portable();
        assert!(short.ends_with("ASK { { ?p zt:within* ?q } }") && short.contains("PREFIX zt: "), "{short}");
    }

    #[test]
    fn values_go_into_the_text_as_terms() {
        let node = NamedNode::new("http://example.org/x").unwrap();
        for (text, terms, expected) in [
            (
                "ASK { VALUES ?x { \"a}\" <b:c> 1 } ?x ?p 1 }",
                vec![node.clone().into()],
                "{ <http://example.org/x> }",
            ),
            ("ASK { VALUES ?x{'\\'}'} ?x ?p 1 }", vec![Literal::from("} \" ?s").into()], "{ \"} \\\" ?s\" }"),
            ("ASK { VALUES ?x { 1 } VALUES ?xy { 2 } ?x ?p ?xy }", vec![], "{ UNDEF } VALUES ?xy { 2 }"),
        ] {
            let query = Query::parse(text).unwrap().with_values("x", &terms);
            let portable = query.portable();
            assert!(portable.contains(expected), "{text}: {portable}");
            assert_eq!(Query::parse(&portable).unwrap().values("x"), query.values("x"));
        }
    }

    #[test]
    fn what_is_changed_otherwise_is_written_anew() {
        let query = Query::parse("ASK { ?s ?p ?o }").unwrap();
        let graph = NamedNode::new("http://example.org/g").unwrap();
        assert!(
            query.with_dataset(vec![graph], Vec::new()).portable().contains("FROM <http://example.org/g>")
        );
    }

    #[test]
    fn every_saved_query_keeps_its_braces() {
        for saved in saved_queries() {
            let mut query = Query::parse(&saved.sparql).unwrap();
            assert_eq!(query.portable(), saved.sparql, "{}", saved.name);
            for parameter in &saved.parameters {
                query = query.with_values(&parameter.name, &[Literal::from("甲").into()]);
            }
            let braces = |text: &str| text.matches('{').count();
            assert_eq!(braces(&query.portable()), braces(&saved.sparql), "{}", saved.name);
        }
    }
}
