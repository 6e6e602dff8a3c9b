//! The word lists of the rules that find things, from `data/lexicon/extraction.toml`.

mod organizations;
mod places;
mod projects;
mod titles;
mod wording;

use std::sync::OnceLock;

use serde::Deserialize;

pub use organizations::Organizations;
pub use places::Places;
pub use projects::Projects;
pub use titles::{Honours, Programmes};
pub use wording::{Coreference, Frame, Names, Sums};

/// The words of one list, in the order of the file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Words(Vec<String>);

impl Words {
    /// The words.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether a word is in the list.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.0.iter().any(|known| known == word)
    }

    /// Whether a text ends with a word of the list.
    #[must_use]
    pub fn end(&self, text: &str) -> bool {
        self.0.iter().any(|word| text.ends_with(word.as_str()))
    }

    /// Whether a text holds a word of the list.
    #[must_use]
    pub fn are_in(&self, text: &str) -> bool {
        self.0.iter().any(|word| text.contains(word.as_str()))
    }
}

/// All lists, by what the rules look for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lists {
    /// Titles.
    pub honours: Honours,
    /// Plans, campaigns and mechanisms.
    pub programmes: Programmes,
    /// Places.
    pub places: Places,
    /// Projects.
    pub projects: Projects,
    /// Bodies.
    pub organizations: Organizations,
    /// Wordings of one thing.
    pub coreference: Coreference,
    /// What sums up a list.
    pub lists: Sums,
    /// What a name holds.
    pub names: Names,
    /// How a clause is built.
    pub frame: Frame,
}

/// The lists, read once. A file that does not fit leaves them empty; the test below tells.
#[must_use]
pub fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        toml::from_str(include_str!("../../../data/lexicon/extraction.toml")).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]

    use super::*;

    /// A key that is missing, misspelt or unknown is an error of the parser.
    #[test]
    fn every_list_is_there() {
        let lists: Lists = toml::from_str(include_str!("../../../data/lexicon/extraction.toml")).unwrap();
        assert!(lists.honours.won.has("荣获"));
        assert!(lists.places.sums.iter().any(|(word, _)| word == "景区"));
    }
}
