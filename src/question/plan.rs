//! What a question asks for, as a typed plan: the one thing between its words and the SPARQL query.

use oxigraph::model::NamedNode;
use serde::Serialize;

use super::index::FigureClass;

/// What is asked, with its constraints. Empty lists constrain nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    /// Projects: by place, state, year, name, participant, programme.
    Projects(Selection),
    /// Where things are.
    Location {
        /// Projects, places or organizations.
        things: Vec<NamedNode>,
    },
    /// The states of projects, in the order of years.
    States {
        /// The projects.
        projects: Vec<NamedNode>,
        /// States asked for.
        states: Vec<String>,
        /// Years asked for.
        years: Vec<i32>,
    },
    /// Reported figures, targets, or both.
    Figures(Figures),
    /// Who takes part in projects.
    Participants {
        /// The projects.
        projects: Vec<NamedNode>,
        /// Roles asked for.
        roles: Vec<String>,
    },
    /// What organizations do: their projects, or else what the report says of them.
    Involvement {
        /// The organizations.
        organizations: Vec<NamedNode>,
    },
    /// Organizations by type and name.
    Organizations {
        /// Types, any of which will do.
        types: Vec<String>,
        /// For each word asked for, the strings of which the label must hold one.
        names: Vec<Vec<String>>,
    },
    /// Honours: their names, recipients or givers.
    Honours(Honours),
    /// Places inside a place.
    Contained {
        /// The containing places.
        places: Vec<NamedNode>,
        /// Types of the places inside.
        types: Vec<String>,
    },
    /// Places around a place.
    Containers {
        /// The places inside.
        things: Vec<NamedNode>,
        /// Types of the places around.
        types: Vec<String>,
    },
    /// The passages that say all the words of a question for which the graph holds no fact.
    Quotes {
        /// The sentences.
        sentences: Vec<NamedNode>,
        /// The words, folded.
        words: Vec<String>,
    },
    /// How many answers another plan has.
    Counted(Box<Plan>),
    /// What the report says of things.
    Mentions {
        /// The things.
        things: Vec<NamedNode>,
    },
}

/// Projects that meet all restrictions of any of several lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// The lists of restrictions, one at least.
    pub any: Vec<Projects>,
    /// What is asked of each project beside its name.
    pub also: Option<Also>,
}

/// What is asked of each project of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Also {
    /// Who takes part in it.
    Participants,
    /// Where it is.
    Place,
    /// Its states over the years.
    States,
}

/// Which projects.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Projects {
    /// In these places or in what they contain.
    pub places: Vec<NamedNode>,
    /// In reports about these areas.
    pub areas: Vec<NamedNode>,
    /// In any of these states …
    pub states: Vec<String>,
    /// … in any of these years.
    pub years: Vec<i32>,
    /// For each word asked for, the strings of which the label must hold one.
    pub names: Vec<Vec<String>>,
    /// In which any of these takes part.
    pub organizations: Vec<NamedNode>,
    /// Parts of any of these programmes or projects.
    pub wholes: Vec<NamedNode>,
}

/// What of a figure is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub enum Aspect {
    /// Its value.
    #[default]
    Value,
    /// Its change.
    Change,
    /// Its rank.
    Rank,
}

/// Which figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Reported, aimed at, or (both, or none named) either.
    pub classes: Vec<FigureClass>,
    /// What is measured; none for all figures.
    pub indicators: Vec<NamedNode>,
    /// Single figures, where the words of the question choose among those of the indicators.
    pub figures: Vec<NamedNode>,
    /// Years, or deadlines.
    pub years: Vec<i32>,
    /// The years asked for, where the report tells nothing of them and the answer is of its own year.
    pub asked_years: Vec<i32>,
    /// Areas or places that the figure covers.
    pub areas: Vec<NamedNode>,
    /// What of it is asked for.
    pub aspect: Aspect,
    /// Among what it is ranked.
    pub scope: Option<String>,
}

/// What of an honour is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum HonourAspect {
    /// The title.
    #[default]
    Title,
    /// Who won it.
    Recipient,
    /// Who gave it.
    Giver,
}

/// Which honours.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Honours {
    /// These honours; none for any.
    pub honours: Vec<NamedNode>,
    /// Won by any of these.
    pub recipients: Vec<NamedNode>,
    /// Given by any of these.
    pub givers: Vec<NamedNode>,
    /// Won (`received`) or still to be won (`competing`).
    pub award: Option<&'static str>,
    /// What is asked for.
    pub aspect: HonourAspect,
}
