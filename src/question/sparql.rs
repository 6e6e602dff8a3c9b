//! Plans as SPARQL: one SELECT query each, complete with prefixes, values written as terms.
//!
//! Every query binds `?text ?begin ?end ?report` (and `?repaired`, `?section` where there are any) for the
//! sentence that proves the row. Constants at the end of a path stand in `VALUES`, because the engine's
//! planner then starts from them.

use std::fmt::{Display, Write};

use oxigraph::model::{Literal, NamedNode};

use super::index::FigureClass;
use super::plan::{Aspect, Figures, Honours, Plan, Projects};
use super::source::with_prefixes;

impl Plan {
    /// The query that carries the plan out. Its order leaves nothing open, so that all engines give the same.
    #[must_use]
    pub fn to_sparql(&self) -> String {
        let (variables, pattern, order) = match self {
            Self::Projects(projects) => of_projects(projects),
            Self::Location { things } => of_location(things),
            Self::States { projects, states, years } => of_states(projects, states, years),
            Self::Figures(figures) => of_figures(figures),
            Self::Participants { projects, roles } => of_participants(projects, roles),
            Self::Involvement { organizations } => of_involvement(organizations),
            Self::Organizations { types, names } => of_organizations(types, names),
            Self::Honours(honours) => of_honours(honours),
            Self::Contained { places, types } => of_contained(places, types),
            Self::Containers { things, types } => of_containers(things, types),
            Self::Mentions { things } => of_mentions(things),
            Self::Quotes { sentences, .. } => of_quotes(sentences),
            Self::Counted(counted) => return counted.to_sparql(),
        };
        with_prefixes(&format!(
            "SELECT DISTINCT {variables} ?report ?title ?text ?begin ?end ?repaired ?section WHERE {{\n{pattern}\
             \x20 ?sentence nif:anchorOf ?text ; nif:beginIndex ?begin ; nif:endIndex ?end ; zt:report ?report .\n\
             \x20 ?report dcterms:title ?title .\n\
             \x20 OPTIONAL {{ ?sentence zt:repairedText ?repaired }}\n\
             \x20 OPTIONAL {{ ?sentence zt:section ?section }}\n\
             }}\nORDER BY {order}?report ?begin ?label {variables}\n"
        ))
    }
}

type Parts = (&'static str, String, &'static str);

fn of_projects(projects: &Projects) -> Parts {
    let mut pattern = Pattern::default();
    let placed = !projects.places.is_empty();
    let stated = !projects.states.is_empty() || !projects.years.is_empty();
    if placed {
        pattern.values("within", &projects.places);
        pattern.line("?place zt:within* ?within .");
        pattern.line("?project zt:locatedIn ?place .");
        let proof = if stated { "?placed" } else { "?sentence" };
        pattern.line(&format!("?located rdf:subject ?project ; rdf:predicate zt:locatedIn ; rdf:object ?place ; zt:evidence {proof} ."));
        pattern.line("?place rdfs:label ?placeLabel .");
    }
    if !projects.wholes.is_empty() {
        pattern.values("whole", &projects.wholes);
        pattern.line("?project zt:partOf ?whole .");
    }
    if !projects.organizations.is_empty() {
        pattern.values("organization", &projects.organizations);
        pattern.line("?project zt:participant ?organization .");
    }
    pattern.line("?project a zt:Project ; rdfs:label ?label .");
    if stated {
        pattern.concepts("state", &projects.states);
        pattern.line("?project zt:statusReport ?status .");
        let proof = if placed { "?stated" } else { "?sentence" };
        pattern.line(&format!("?status zt:state ?state ; zt:year ?year ; zt:evidence {proof} ."));
        pattern.years("year", &projects.years);
    }
    match (placed, stated) {
        (true, true) => {
            pattern.line("VALUES ?proof { \"place\" \"state\" }");
            pattern.line("BIND(IF(?proof = \"place\", ?placed, ?stated) AS ?sentence)");
        }
        (true, false) | (false, true) => {}
        (false, false) => pattern.line("?project zt:mentionedIn ?sentence ."),
    }
    pattern.names("label", &projects.names);
    pattern.areas(&projects.areas);
    ("?project ?label ?place ?placeLabel ?state ?year", pattern.text, "")
}

fn of_location(things: &[NamedNode]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.values("thing", things);
    pattern.line("VALUES ?relation { zt:locatedIn zt:within }");
    pattern.line("?thing ?relation ?place ; rdfs:label ?label .");
    pattern.line("?place rdfs:label ?placeLabel .");
    pattern.line("OPTIONAL { ?said rdf:subject ?thing ; rdf:predicate ?relation ; rdf:object ?place ; zt:evidence ?stated }");
    pattern.line("?thing zt:mentionedIn ?mention .");
    pattern.line("BIND(COALESCE(?stated, ?mention) AS ?sentence)");
    ("?thing ?label ?place ?placeLabel", pattern.text, "?label ?placeLabel ")
}

fn of_states(projects: &[NamedNode], states: &[String], years: &[i32]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.values("project", projects);
    pattern.concepts("state", states);
    pattern.line("?project rdfs:label ?label ; zt:statusReport ?status .");
    pattern.line("?status zt:state ?state ; zt:evidence ?sentence .");
    pattern.optional_years("status", "zt:year", "year", years);
    ("?project ?label ?state ?year", pattern.text, "?year ")
}

/// Details are asked for as pairs of property and object: a query with an `OPTIONAL` for each takes the
/// engine tens of milliseconds.
fn of_figures(figures: &Figures) -> Parts {
    let mut pattern = Pattern::default();
    if !figures.figures.is_empty() {
        pattern.values("figure", &figures.figures);
    }
    if !figures.indicators.is_empty() {
        pattern.values("indicator", &figures.indicators);
    }
    let classes: Vec<&str> = match figures.classes.as_slice() {
        [] => vec!["zt:Observation", "zt:QuantityTarget"],
        some => some.iter().map(|&class| class_name(class)).collect(),
    };
    pattern.line(&format!("VALUES ?class {{ {} }}", classes.join(" ")));
    pattern.line("?figure zt:indicator ?indicator ; a ?class ; zt:evidence ?sentence .");
    pattern.line("?indicator rdfs:label ?label . FILTER(LANG(?label) != \"en\")");
    if !figures.areas.is_empty() {
        pattern.values("area", &figures.areas);
        pattern.line("?figure zt:area ?area .");
    }
    if !figures.years.is_empty() {
        pattern.line("VALUES ?dated { zt:period zt:deadline }");
        pattern.line("?figure ?dated ?year .");
        pattern.years("year", &figures.years);
    }
    match figures.aspect {
        Aspect::Change => pattern.line("?figure zt:changeValue ?change ."),
        Aspect::Rank => pattern.line("?figure zt:ranking ?ranking . ?ranking zt:scope ?scope ."),
        Aspect::Value => {}
    }
    if let Some(scope) = &figures.scope {
        pattern.line(&format!("FILTER(CONTAINS(?scope, {}))", Literal::new_simple_literal(scope)));
    }
    let properties: Vec<String> = FIGURE_DETAILS.iter().map(|property| format!("zt:{property}")).collect();
    pattern.line(&format!("VALUES ?property {{ {} }}", properties.join(" ")));
    pattern.line("?figure zt:ranking? ?holder . ?holder ?property ?object .");
    ("?figure ?class ?indicator ?label ?holder ?property ?object", pattern.text, "")
}

/// What is asked of a figure and of its ranks.
const FIGURE_DETAILS: &[&str] = &[
    "period",
    "periodWording",
    "deadline",
    "horizon",
    "modality",
    "value",
    "unit",
    "wording",
    "minValue",
    "maxValue",
    "changeValue",
    "changeUnit",
    "changeWording",
    "concerns",
    "position",
    "scope",
];

const fn class_name(class: FigureClass) -> &'static str {
    match class {
        FigureClass::Observation => "zt:Observation",
        FigureClass::Target => "zt:QuantityTarget",
    }
}

fn of_participants(projects: &[NamedNode], roles: &[String]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.values("project", projects);
    pattern.concepts("role", roles);
    pattern.line("?project rdfs:label ?projectLabel ; zt:participation ?participation .");
    pattern.line("?participation zt:organization ?thing ; zt:role ?role ; zt:evidence ?sentence .");
    pattern.line("?thing rdfs:label ?label .");
    ("?project ?projectLabel ?thing ?label ?role", pattern.text, "")
}

fn of_involvement(organizations: &[NamedNode]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.values("thing", organizations);
    pattern.line("?thing rdfs:label ?label ; zt:mentionedIn ?sentence .");
    pattern.line("OPTIONAL { ?participation zt:organization ?thing ; zt:role ?role ; zt:evidence ?sentence . ?project zt:participation ?participation ; rdfs:label ?projectLabel }");
    ("?thing ?label ?project ?projectLabel ?role", pattern.text, "")
}

fn of_organizations(types: &[String], names: &[Vec<String>]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.line("?thing a zt:Organization ; rdfs:label ?label ; zt:mentionedIn ?sentence .");
    if !types.is_empty() {
        pattern.concepts("type", types);
        pattern.line("?thing zt:organizationType ?type .");
    }
    pattern.names("label", names);
    ("?thing ?label", pattern.text, "")
}

fn of_honours(honours: &Honours) -> Parts {
    let mut pattern = Pattern::default();
    if !honours.honours.is_empty() {
        pattern.values("honour", &honours.honours);
    }
    if !honours.recipients.is_empty() {
        pattern.values("recipient", &honours.recipients);
    }
    pattern.line("?honour a zt:Honour ; rdfs:label ?label ; zt:recipient ?recipient .");
    pattern.line("?recipient rdfs:label ?recipientLabel .");
    pattern.line("?won rdf:subject ?honour ; rdf:predicate zt:recipient ; rdf:object ?recipient ; zt:evidence ?sentence .");
    match honours.award {
        Some(award) => pattern.line(&format!("?won zt:awardStatus zt:{award} . BIND(zt:{award} AS ?award)")),
        None => pattern.line("?won zt:awardStatus ?award ."),
    }
    let giver = "?honour zt:awardedBy ?giver . ?giver rdfs:label ?giverLabel";
    if honours.givers.is_empty() && honours.aspect != super::plan::HonourAspect::Giver {
        pattern.line(&format!("OPTIONAL {{ {giver} }}"));
    } else {
        if !honours.givers.is_empty() {
            pattern.values("giver", &honours.givers);
        }
        pattern.line(&format!("{giver} ."));
    }
    ("?honour ?label ?recipient ?recipientLabel ?giver ?giverLabel ?award", pattern.text, "")
}

fn of_contained(places: &[NamedNode], types: &[String]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.values("container", places);
    pattern
        .line("?thing zt:within+ ?container ; a zt:Place ; rdfs:label ?label ; zt:mentionedIn ?sentence .");
    if !types.is_empty() {
        pattern.concepts("type", types);
        pattern.line("?thing zt:placeType ?type .");
    }
    pattern.line("?thing zt:within ?place . ?place rdfs:label ?placeLabel .");
    ("?thing ?label ?place ?placeLabel", pattern.text, "")
}

fn of_containers(things: &[NamedNode], types: &[String]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.values("thing", things);
    pattern.line(
        "?thing zt:within+|zt:locatedIn/zt:within* ?place ; rdfs:label ?label ; zt:mentionedIn ?sentence .",
    );
    pattern.line("?place rdfs:label ?placeLabel .");
    if !types.is_empty() {
        pattern.concepts("type", types);
        pattern.line("?place zt:placeType ?type .");
    }
    ("?thing ?label ?place ?placeLabel", pattern.text, "")
}

fn of_mentions(things: &[NamedNode]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.values("thing", things);
    pattern.line("?thing rdfs:label ?label ; zt:mentionedIn ?sentence .");
    pattern.line("FILTER(LANG(?label) != \"en\")");
    ("?thing ?label", pattern.text, "")
}

fn of_quotes(sentences: &[NamedNode]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.values("sentence", sentences);
    ("?sentence", pattern.text, "")
}

/// The body of a query under construction.
#[derive(Default)]
struct Pattern {
    text: String,
}

impl Pattern {
    fn line(&mut self, line: &str) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.text, "  {line}");
    }

    fn values<T: Display>(&mut self, variable: &str, terms: &[T]) {
        let terms: Vec<String> = terms.iter().map(ToString::to_string).collect();
        self.line(&format!("VALUES ?{variable} {{ {} }}", terms.join(" ")));
    }

    /// Binds a variable to concepts of the ontology, by their local names.
    fn concepts(&mut self, variable: &str, ids: &[String]) {
        if !ids.is_empty() {
            let concepts: Vec<String> = ids.iter().map(|id| format!("zt:{id}")).collect();
            self.line(&format!("VALUES ?{variable} {{ {} }}", concepts.join(" ")));
        }
    }

    /// Years are compared as text, so that a year and a date in it are one.
    fn years(&mut self, variable: &str, years: &[i32]) {
        if !years.is_empty() {
            let years: Vec<String> = years.iter().map(|year| format!("\"{year}\"")).collect();
            self.line(&format!("FILTER(SUBSTR(STR(?{variable}), 1, 4) IN ({}))", years.join(", ")));
        }
    }

    fn optional_years(&mut self, subject: &str, property: &str, variable: &str, years: &[i32]) {
        let triple = format!("?{subject} {property} ?{variable}");
        if years.is_empty() {
            self.line(&format!("OPTIONAL {{ {triple} }}"));
        } else {
            self.line(&format!("{triple} ."));
            self.years(variable, years);
        }
    }

    /// The text of a variable must hold, for each word, one of its strings.
    fn names(&mut self, variable: &str, names: &[Vec<String>]) {
        for any in names {
            let tests: Vec<String> = any
                .iter()
                .map(|text| {
                    format!(
                        "CONTAINS(LCASE(STR(?{variable})), {})",
                        Literal::new_simple_literal(text.to_lowercase())
                    )
                })
                .collect();
            self.line(&format!("FILTER({})", tests.join(" || ")));
        }
    }

    fn areas(&mut self, areas: &[NamedNode]) {
        if !areas.is_empty() {
            self.values("area", areas);
            self.line("?sentence zt:report/zt:area ?area .");
        }
    }
}
