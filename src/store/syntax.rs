//! Where a query is wrong, said in words.
//!
//! The parser reports the furthest character that it looked at. It looks ahead by whole keywords, so that
//! is up to sixteen characters behind the mistake. Parsed once more with so many spaces added wherever there
//! is space, the text has its mistake in the last word that begins before that character.

use super::query::QueryError;

/// Longer than any keyword of SPARQL.
const PADDING: &str = "                ";

/// A word of the text and where it begins.
struct Word<'a> {
    text: &'a str,
    line: usize,
    column: usize,
    /// Where it begins in the padded text, in characters of its line.
    padded_column: usize,
}

/// Explains why a text is no query. `message` gives the parser's message for a text.
pub(super) fn explain(text: &str, message: impl Fn(&str) -> String) -> QueryError {
    let (padded, words) = pad(text);
    let message = message(&padded);
    let Some((line, column)) = position(&message) else {
        return QueryError::Syntax { place: String::new(), problem: message };
    };
    let before = words.iter().rfind(|word| (word.line, word.padded_column) <= (line, column));
    let at_end = words.last().is_none_or(|last| {
        (line, column) > (last.line, last.padded_column + last.text.chars().count() + PADDING.len() - 1)
    });
    match before {
        Some(word) if !at_end => QueryError::Syntax {
            place: format!("line {}, column {}: ", word.line, word.column),
            problem: problem(word.text, &message),
        },
        _ => QueryError::Syntax { place: String::new(), problem: "the text ends too soon".to_owned() },
    }
}

fn problem(word: &str, message: &str) -> String {
    match word.split_once(':') {
        Some((prefix, _)) if message.contains("Prefix not found") => {
            let name = prefix.trim_start_matches(|c: char| !c.is_alphanumeric());
            format!("the prefix `{name}:` is not declared, add PREFIX {name}: <…> before the query")
        }
        _ => format!("`{word}` cannot stand here"),
    }
}

/// The text with more space wherever there is space, and its words.
fn pad(text: &str) -> (String, Vec<Word<'_>>) {
    let mut padded = String::with_capacity(text.len() * 3);
    let mut words = Vec::new();
    for (number, line) in text.split('\n').enumerate() {
        let start = padded.len();
        let mut rest = line;
        while !rest.is_empty() {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let (word, tail) = rest.split_at(end);
            if !word.is_empty() {
                words.push(Word {
                    text: word,
                    line: number + 1,
                    column: line[..line.len() - rest.len()].chars().count() + 1,
                    padded_column: padded[start..].chars().count() + 1,
                });
            }
            padded.push_str(word);
            padded.push_str(PADDING);
            rest = tail.trim_start();
        }
        padded.push('\n');
    }
    padded.push_str(PADDING);
    (padded, words)
}

/// Line and column of `error at 2:14: expected …`.
fn position(message: &str) -> Option<(usize, usize)> {
    let (position, _) = message.strip_prefix("error at ")?.split_once(": ")?;
    let (line, column) = position.split_once(':')?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use crate::store::Query;

    #[test]
    fn the_word_at_fault_is_named_with_its_place() {
        for (text, words) in [
            ("SELECT ?s\nWHERE { ?s ?p }", "line 2, column 15: `}` cannot stand here"),
            ("SELEC ?s WHERE { ?s ?p ?o }", "line 1, column 1: `SELEC` cannot stand here"),
            ("SELECT ?s WHERE { ?s ?p ?o } ORDER ?s", "line 1, column 36: `?s` cannot stand here"),
            ("SELECT * {\n  ?s ?p ?o\n  FILTER(?o > )\n}", "line 3, column 15: `)` cannot stand here"),
            ("SELECT * { ?项目 ?甲 }", "line 1, column 19: `}` cannot stand here"),
            ("SELECT * { ?s foo:bar ?o }", "line 1, column 15: the prefix `foo:` is not declared"),
            ("SELECT * { ?s ?p ?o", "the text ends too soon"),
            ("", "the text ends too soon"),
        ] {
            let message = Query::parse(text).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(message.contains(words), "{text}: {message}");
        }
    }
}
