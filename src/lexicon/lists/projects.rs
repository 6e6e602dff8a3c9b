//! Lists of the rules for projects.

use serde::Deserialize;

use super::Words;

/// Projects.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Projects {
    /// Ends of the projects of a programme that goes on every year.
    pub plain_programmes: Words,
    /// Ends of what a town is to be, has flying there or does as all towns do, and that is no particular works.
    pub no_works: Words,
    /// Ends of what a town is to have, if nothing but ordinary words stands before them.
    pub plain_aims: Words,
    /// Words that open a clause which only names a partner.
    pub with: Words,
    /// Words that end such a clause.
    pub meets: Words,
    /// Words behind a project's name that do not belong to it.
    pub tails: Words,
    /// Types of bodies that are founded, not built.
    pub founded_kinds: Words,
    /// Verbs that bring a thing into being without saying how far it is.
    pub creates: Words,
    /// Words for the structure of a building, which is not the whole.
    pub structures: Words,
    /// Words for parks and squares, which a list of finished works names by their kind alone.
    pub parks: Words,
    /// Levels of what is to be and is no particular thing.
    pub aimed_levels: Words,
    /// Words behind a quotation that only call it works.
    pub plain_works: Words,
    /// Small words that stand in names of works.
    pub joins: Words,
    /// Works on a facility of which a place has one.
    pub single_works: Words,
    /// Facilities of which a place has one, so that their kind names them.
    pub singles: Words,
    /// What many places have, so that works on it mean none in particular.
    pub common_facilities: Words,
    /// Parks and squares of which a city builds many.
    pub common_parks: Words,
    /// What a place has as a whole, so that works on it are one undertaking.
    pub outfits: Words,
    /// Verbs that do not say that anything is built.
    pub weak_verbs: Words,
    /// Facilities of which an area has many: one counts only with a longer name, and where it opens or is
    /// done.
    pub many: Words,
    /// Facilities of which an area has some: one counts only where it opens or is done.
    pub some: Words,
    /// Verbs of works on what was there before.
    pub restores: Words,
    /// Verbs whose object is built, whatever it is.
    pub builds: Words,
    /// Verbs of what is done with a body that is there.
    pub keeps: Words,
    /// Verbs whose object is written.
    pub writes: Words,
    /// Types of divisions, which are no works.
    pub division_kinds: Words,
    /// Words that say what will be, not what is.
    pub forecasts: Words,
    /// Verbs that finish or begin works named behind them.
    pub finishes: Words,
    /// Ends of what is striven for as a whole and not built.
    pub visions: Words,
    /// Ends of duties, which are done and build nothing.
    pub duties: Words,
    /// Ends of what is written and not built.
    pub documents: Words,
    /// What makes a place's name a project's and says nothing more.
    pub called: Words,
    /// Words before what works are done on.
    pub done_on: Words,
    /// Who is moved away.
    pub dwellers: Words,
    /// Words that end what works are done on.
    pub as_what: Words,
    /// Words before works done on something.
    pub done_to: Words,
    /// Ends of what is at its preparations.
    pub early: Words,
    /// Types of places that are built where they have a name, whatever the verb.
    pub built_kinds: Words,
    /// Ends of what is shut down.
    pub closes: Words,
    /// Works that a company is the object of: it moves.
    pub moves: Words,
}
