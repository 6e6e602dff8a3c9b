//! What can be wrong with a correction, in words for the person who wrote it.

use crate::facts::Kind;

/// A fault in a correction file: where it is, what it is and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{origin}:{line}: {problem}")]
pub struct Error {
    /// The file, as named by the caller.
    pub origin: String,
    /// The line of the fault, or of the `[[correction]]` at fault; counted from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// The faults.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The file is no TOML, or a value is of the wrong sort.
    #[error("{0}")]
    Syntax(String),
    /// A key that the format does not have.
    #[error("unknown key `{key}` in {place}: allowed are {}", code_list(.allowed))]
    UnknownKey {
        /// The key.
        key: String,
        /// `[report]`, `an add`, …
        place: String,
        /// The keys that may stand there.
        allowed: Vec<&'static str>,
    },
    /// A key that must be there and is not.
    #[error("{place} needs {needed}")]
    MissingKey {
        /// `[report]`, `an add`, …
        place: String,
        /// The key or keys, in words.
        needed: String,
    },
    /// An action that the format does not have.
    #[error("unknown action `{found}`: allowed are {}", code_list(.allowed))]
    UnknownAction {
        /// What was written.
        found: String,
        /// The actions.
        allowed: Vec<&'static str>,
    },
    /// The quote is not in the report.
    #[error("the quote `{quote}` is not in the report; {}", closest_text(.closest))]
    QuoteNotFound {
        /// The quote.
        quote: String,
        /// The passage of the report that is most like it.
        closest: Option<String>,
    },
    /// The quote is in several sentences.
    #[error(
        "the quote `{quote}` occurs {count} times, in different sentences: lengthen it, or pick one with \
         `occurrence = 1` … `occurrence = {count}`"
    )]
    QuoteAmbiguous {
        /// The quote.
        quote: String,
        /// How often it occurs.
        count: usize,
    },
    /// `occurrence` is larger than the number of occurrences, or 0.
    #[error("`occurrence = {asked}`, but the quote `{quote}` occurs {count} times")]
    NoSuchOccurrence {
        /// The quote.
        quote: String,
        /// The occurrence that was asked for.
        asked: usize,
        /// How often it occurs.
        count: usize,
    },
    /// Nothing of that class has that name.
    #[error("no {} is called `{name}`{}: add it first, or correct the name", class_list(.classes), closest_names(.closest))]
    UnknownThing {
        /// The classes that were looked through.
        classes: Vec<Kind>,
        /// The name.
        name: String,
        /// Names that are like it.
        closest: Vec<String>,
    },
    /// Several things have that name.
    #[error(
        "`{name}` may be any of {}: write {{ class = \"…\", name = \"…\" }}, use the full name, or a \
         place's division code", .candidates.join(", ")
    )]
    AmbiguousThing {
        /// The name.
        name: String,
        /// The things, as `class name`.
        candidates: Vec<String>,
    },
    /// Another thing of the class has the name that this one is to get.
    #[error("{class:?} `{name}` exists already: use `merge`")]
    NameTaken {
        /// The class.
        class: Kind,
        /// The name.
        name: String,
    },
    /// Several figures answer to the selection of an `amend`.
    #[error(
        "{count} figures of the quoted sentence answer to this description: add `value`, or a longer quote"
    )]
    AmbiguousFigure {
        /// How many.
        count: usize,
    },
    /// A field that the figure selected by an `amend` cannot have.
    #[error("`{field}` cannot be set or cleared on {figure}")]
    WrongField {
        /// The field.
        field: &'static str,
        /// The sort of figure.
        figure: &'static str,
    },
}

fn code_list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn class_list(classes: &[Kind]) -> String {
    classes.iter().map(|class| format!("{class:?}")).collect::<Vec<_>>().join(" or ")
}

fn closest_text(closest: &Option<String>) -> String {
    match closest {
        Some(passage) => format!("the closest passage is `{passage}`: correct the quote"),
        None => "nothing there resembles it: is the file for another report?".to_owned(),
    }
}

fn closest_names(names: &[String]) -> String {
    if names.is_empty() {
        return String::new();
    }
    format!(" (closest: {})", names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "))
}
