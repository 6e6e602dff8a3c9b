//! The questions of `queries/`: SPARQL files with a head that says what they ask and what they take.
//!
//! ```text
//! # title: Projects in a place
//! # title-zh: 某地有哪些项目
//! # description: Projects located in the place or anywhere inside it.
//! # param: place place "斋堂镇" "the place: name, code or IRI"
//! ```

use super::parameters::{Parameter, ParameterKind};

/// A saved query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedQuery {
    /// The name it is called by: that of its file.
    pub name: String,
    /// What it asks, in English.
    pub title: String,
    /// What it asks, in Chinese.
    pub title_zh: String,
    /// What its rows mean.
    pub description: String,
    /// What it takes.
    pub parameters: Vec<Parameter>,
    /// The whole file: SPARQL that any tool can run, with the parameters' defaults in it.
    pub sparql: String,
}

macro_rules! embedded {
    ($($name:literal)+) => {
        &[$(($name, include_str!(concat!("../../queries/", $name, ".rq")))),+]
    };
}

/// Name and text of the queries that come with the program, sorted by name.
const EMBEDDED: &[(&str, &str)] = embedded! {
    "asserted-by"
    "changes-between-review-and-plan"
    "collaborations"
    "commitments-by-modality"
    "evidence-of"
    "figures"
    "figures-about"
    "figures-broken-down"
    "figures-compared"
    "growth"
    "honours-by-place"
    "honours-to-be-won"
    "indicator-targets-and-results"
    "milestones-due"
    "money"
    "organizations-by-projects"
    "organizations-in-role"
    "places"
    "places-around"
    "places-by-projects"
    "places-inside"
    "programmes-and-their-projects"
    "project-timeline"
    "projects-by-state"
    "projects-in-place"
    "projects-per-state"
    "projects-without-place"
    "rankings"
    "reports"
    "sentences-naming"
    "targets"
    "targets-without-year"
};

/// The saved queries, sorted by name.
#[must_use]
pub fn saved_queries() -> Vec<SavedQuery> {
    EMBEDDED.iter().map(|(name, text)| SavedQuery::read(name, text)).collect()
}

impl SavedQuery {
    /// Reads the head of a query. Lines of the head that it does not know are comments.
    #[must_use]
    pub fn read(name: &str, text: &str) -> Self {
        let mut query = Self {
            name: name.to_owned(),
            title: name.to_owned(),
            title_zh: String::new(),
            description: String::new(),
            parameters: Vec::new(),
            sparql: text.to_owned(),
        };
        for line in text.lines().map_while(|line| line.strip_prefix('#')) {
            let Some((key, value)) = line.split_once(':') else { continue };
            let value = value.trim();
            match key.trim() {
                "title" => value.clone_into(&mut query.title),
                "title-zh" => value.clone_into(&mut query.title_zh),
                "description" => value.clone_into(&mut query.description),
                "param" => query.parameters.extend(parameter(value)),
                _ => {}
            }
        }
        query
    }
}

/// `place place "斋堂镇" "the place"`: name, kind, default, help.
fn parameter(text: &str) -> Option<Parameter> {
    let (name, rest) = text.split_once(' ')?;
    let (kind, rest) = rest.trim_start().split_once(' ')?;
    let mut quoted = rest.split('"').skip(1).step_by(2);
    Some(Parameter {
        name: name.to_owned(),
        kind: ParameterKind::named(kind)?,
        default: quoted.next()?.to_owned(),
        help: quoted.next().unwrap_or_default().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::pipeline;
    use crate::store::{Query, Store};

    #[test]
    fn every_saved_query_says_what_it_does() {
        for query in saved_queries() {
            let name = &query.name;
            assert!(
                query.title != *name && !query.title_zh.is_empty() && !query.description.is_empty(),
                "{name}"
            );
            assert!(query.parameters.iter().all(|parameter| !parameter.help.is_empty()), "{name}");
            let declared = query.sparql.lines().filter(|line| line.starts_with("# param:")).count();
            assert_eq!(query.parameters.len(), declared, "{name}: a parameter's line cannot be read");
        }
    }

    #[test]
    fn every_saved_query_is_sparql_without_our_prefixes() {
        for query in saved_queries() {
            spargebra::SparqlParser::new().parse_query(&query.sparql).expect(&query.name);
        }
    }

    #[test]
    fn the_default_in_the_head_is_the_one_in_the_query() {
        let store = Store::from_quads(pipeline::bundled().unwrap()).unwrap();
        for saved in saved_queries() {
            let query = Query::parse(&saved.sparql).unwrap();
            for parameter in &saved.parameters {
                let stated = parameter.terms(&parameter.default, &store).unwrap();
                assert_eq!(query.values(&parameter.name), Some(stated), "{} {}", saved.name, parameter.name);
            }
        }
    }
}
