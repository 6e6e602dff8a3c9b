//! Plans as SPARQL: one SELECT query each, complete with prefixes, values written as terms.
//!
//! Every query binds `?text ?begin ?end ?report` (and `?repaired`, `?section` where there are any) for the
//! sentence that proves the row. Constants at the end of a path stand in `VALUES`, because the engine's
//! planner then starts from them.

mod pattern;

use oxigraph::model::{Literal, NamedNode};

use super::index::FigureClass;
use super::plan::{Also, Aspect, Figures, HonourAspect, Honours, Plan, Projects, Selection};
use super::source::with_prefixes;
use pattern::{Pattern, indented};

impl Plan {
    /// The query that carries the plan out. Its order leaves nothing open, so that all engines give the same.
    #[must_use]
    pub fn to_sparql(&self) -> String {
        let (plan, counts) = match self {
            Self::Counted(counted) => (&**counted, true),
            plan => (plan, false),
        };
        let Parts { variables, pattern: Pattern { text, late }, order } = plan.parts();
        let body = format!(
            "{text}\
             \x20 ?sentence nif:anchorOf ?text ; nif:beginIndex ?begin ; nif:endIndex ?end ; zt:report ?report .\n\
             \x20 ?report dcterms:title ?title .\n"
        );
        let (count, counted) = if counts { ("?count ", plan.count_of(&body)) } else { ("", String::new()) };
        with_prefixes(&format!(
            "SELECT DISTINCT {count}{variables} ?report ?title ?text ?begin ?end ?repaired ?section WHERE {{\n\
             {counted}{body}{late}\
             \x20 OPTIONAL {{ ?sentence zt:repairedText ?repaired }}\n\
             \x20 OPTIONAL {{ ?sentence zt:section ?section }}\n\
             }}\nORDER BY {order}?report ?begin ?label {variables}\n"
        ))
    }

    /// The number of answers, counted in the query.
    fn count_of(&self, body: &str) -> String {
        let of = self.counts_by();
        let inner = indented(body);
        format!("  {{\n    SELECT (COUNT(DISTINCT {of}) AS ?count) WHERE {{\n{inner}    }}\n  }}\n")
    }

    fn parts(&self) -> Parts {
        match self {
            Self::Projects(selection) => of_selection(selection),
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
            Self::Counted(counted) => counted.parts(),
        }
    }

    /// The variable whose values are the answers.
    const fn counts_by(&self) -> &'static str {
        match self {
            Self::Projects(_) | Self::States { .. } => "?project",
            Self::Honours(Honours { aspect: HonourAspect::Recipient, .. }) => "?recipient",
            Self::Honours(Honours { aspect: HonourAspect::Giver, .. }) => "?giver",
            Self::Honours(_) => "?honour",
            Self::Figures(_) => "?figure",
            Self::Containers { .. } => "?place",
            _ => "?thing",
        }
    }
}

/// The parts of a query that differ from plan to plan.
struct Parts {
    variables: &'static str,
    pattern: Pattern,
    order: &'static str,
}

impl Parts {
    const fn new(variables: &'static str, pattern: Pattern, order: &'static str) -> Self {
        Self { variables, pattern, order }
    }
}

/// Projects of any of several lists, with what is asked of each beside its name: rows that prove the list
/// and rows that prove what is asked beside it.
fn of_selection(selection: &Selection) -> Parts {
    let lists: Vec<String> = selection.any.iter().map(of_projects).collect();
    let mut listed = match lists.as_slice() {
        [one] => one.clone(),
        several => format!("  {{\n{}  }}\n", several.join("  } UNION {\n")),
    };
    let Some(also) = selection.also else {
        let pattern = Pattern { text: listed, late: String::new() };
        return Parts::new("?project ?label ?place ?placeLabel ?state ?year", pattern, "");
    };
    listed = listed.replace("?sentence", "?listed");
    let mut pattern = Pattern { text: listed, late: String::new() };
    pattern.line(match also {
        Also::Participants => "OPTIONAL { ?project zt:participation ?participation . ?participation zt:organization ?body ; zt:role ?role ; zt:evidence ?told . ?body rdfs:label ?bodyLabel }",
        Also::Place => "OPTIONAL { ?project zt:locatedIn ?site . ?site rdfs:label ?siteLabel . ?at rdf:subject ?project ; rdf:predicate zt:locatedIn ; rdf:object ?site ; zt:evidence ?told }",
        Also::States => "OPTIONAL { ?project zt:statusReport ?course . ?course zt:state ?courseState ; zt:evidence ?told . OPTIONAL { ?course zt:year ?courseYear } }",
    });
    pattern.line("VALUES ?of { \"list\" \"beside\" }");
    pattern.line("BIND(IF(?of = \"beside\" && BOUND(?told), ?told, ?listed) AS ?sentence)");
    let variables = match also {
        Also::Participants => "?project ?label ?bodyLabel ?role",
        Also::Place => "?project ?label ?siteLabel",
        Also::States => "?project ?label ?courseState ?courseYear",
    };
    pattern.nest(&format!("{variables} ?sentence"));
    Parts::new(variables, pattern, if also == Also::States { "?label ?courseYear " } else { "?label " })
}

/// The projects of one list of restrictions.
fn of_projects(projects: &Projects) -> String {
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
    pattern.text
}

fn of_location(things: &[NamedNode]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.values("thing", things);
    pattern.line("VALUES ?relation { zt:locatedIn zt:within }");
    pattern.line("?thing ?relation ?place ; rdfs:label ?label .");
    pattern.line("?place rdfs:label ?placeLabel .");
    pattern.line("FILTER NOT EXISTS { ?thing zt:locatedIn|zt:within ?inner . ?inner zt:within+ ?place }");
    pattern.line("OPTIONAL { ?said rdf:subject ?thing ; rdf:predicate ?relation ; rdf:object ?place ; zt:evidence ?stated }");
    pattern.line("?thing zt:mentionedIn ?mention .");
    pattern.line("BIND(COALESCE(?stated, ?mention) AS ?sentence)");
    pattern.nest("?thing ?label ?place ?placeLabel ?sentence");
    Parts::new("?thing ?label ?place ?placeLabel", pattern, "?label ?placeLabel ")
}

fn of_states(projects: &[NamedNode], states: &[String], years: &[i32]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.values("project", projects);
    pattern.concepts("state", states);
    pattern.line("?project rdfs:label ?label ; zt:statusReport ?status .");
    pattern.line("?status zt:state ?state ; zt:evidence ?sentence .");
    pattern.optional_years("status", "zt:year", "year", years);
    Parts::new("?project ?label ?state ?year", pattern, "?year ")
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
    Parts::new("?figure ?class ?indicator ?label ?holder ?property ?object", pattern, "")
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
    Parts::new("?project ?projectLabel ?thing ?label ?role", pattern, "")
}

fn of_involvement(organizations: &[NamedNode]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.values("thing", organizations);
    pattern.line("?thing rdfs:label ?label ; zt:mentionedIn ?sentence .");
    pattern.optional("?participation zt:organization ?thing ; zt:role ?role ; zt:evidence ?sentence . ?project zt:participation ?participation ; rdfs:label ?projectLabel");
    Parts::new("?thing ?label ?project ?projectLabel ?role", pattern, "")
}

fn of_organizations(types: &[String], names: &[Vec<String>]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.line("?thing a zt:Organization ; rdfs:label ?label ; zt:mentionedIn ?sentence .");
    if !types.is_empty() {
        pattern.concepts("type", types);
        pattern.line("?thing zt:organizationType ?type .");
    }
    pattern.names("label", names);
    Parts::new("?thing ?label", pattern, "")
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
    if !honours.recipient_types.is_empty() {
        pattern.concepts("type", &honours.recipient_types);
        pattern.line("?recipient zt:placeType ?type .");
    }
    pattern.line("?won rdf:subject ?honour ; rdf:predicate zt:recipient ; rdf:object ?recipient ; zt:evidence ?sentence .");
    if let Some(award) = honours.award {
        pattern.line(&format!("VALUES ?award {{ zt:{award} }}"));
    }
    pattern.line("?won zt:awardStatus ?award .");
    let giver = "?honour zt:awardedBy ?giver . ?giver rdfs:label ?giverLabel";
    if honours.givers.is_empty() && honours.aspect != HonourAspect::Giver {
        pattern.optional(giver);
    } else {
        if !honours.givers.is_empty() {
            pattern.values("giver", &honours.givers);
        }
        pattern.line(&format!("{giver} ."));
    }
    Parts::new("?honour ?label ?recipient ?recipientLabel ?giver ?giverLabel ?award", pattern, "")
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
    Parts::new("?thing ?label ?place ?placeLabel", pattern, "")
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
    Parts::new("?thing ?label ?place ?placeLabel", pattern, "")
}

fn of_mentions(things: &[NamedNode]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.values("thing", things);
    pattern.line("?thing rdfs:label ?label ; zt:mentionedIn ?sentence .");
    pattern.line("FILTER(LANG(?label) != \"en\")");
    Parts::new("?thing ?label", pattern, "")
}

fn of_quotes(sentences: &[NamedNode]) -> Parts {
    let mut pattern = Pattern::default();
    pattern.values("sentence", sentences);
    Parts::new("?sentence", pattern, "")
}
