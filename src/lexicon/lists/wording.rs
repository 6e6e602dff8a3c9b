//! Lists of the rules for how clauses, lists and names are worded.

use serde::Deserialize;

use super::Words;

/// Wordings of one thing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coreference {
    /// Words that say that something is a project or how far it is, and add nothing to its name. The first
    /// that fits comes off, so longer ones stand first.
    pub called: Words,
    /// Stages: two names that differ in them are two projects.
    pub stages: Words,
}

/// What sums up a list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sums {
    /// Words between a count and the head of a list that say nothing of what it lists.
    pub passing: Words,
    /// Words of size, which belong to what a list says of its members in full.
    pub sized: Words,
    /// Praise that comes off the front of a list's head, in this order.
    pub praise: Words,
    /// Words that say how works are done and belong to them.
    pub modifiers: Words,
    /// What comes off the end of a list's head, in this order.
    pub doing: Words,
    /// Ends of a head that call its members projects.
    pub project_heads: Words,
    /// Heads that say of their members only that they are projects.
    pub plain_heads: Words,
    /// Kinds that a bare name before one of them has as well.
    pub shared_kinds: Words,
    /// Words that only call something a project.
    pub called: Words,
    /// Quarters that several divisions build, each its own.
    pub shared_quarters: Words,
    /// Kinds of park and port that are called after a river, lake or bay.
    pub shared_parks: Words,
    /// Ends of what something is said with respect to: 「在试点建设上」.
    pub respects: Words,
    /// Units of length.
    pub lengths: Words,
    /// Units of what has been worked on, besides those of length: 「清淤30万立方米」.
    pub areas: Words,
    /// Words before a figure that make it an approximate one.
    pub approximately: Words,
    /// Words for what lies around the thing they are joined to.
    pub around: Words,
    /// Works that belong to the thing they are joined to.
    pub dependent: Words,
    /// Words for works that are things by themselves.
    pub things: Words,
    /// Works that join what stands on both sides of 与.
    pub connects: Words,
    /// Words for fields of work, which a list may name.
    pub fields: Words,
    /// Classifiers of places and works.
    pub classifiers: Words,
    /// Words for places behind 等 that say nothing of what is built in them.
    pub regions: Words,
}

/// What a name holds.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// Words for roads of which there are many.
    pub plain_roads: Words,
    /// Words for a side of a town, before which what stands there is named.
    pub sides: Words,
    /// Ends of words that no name begins with.
    pub suffixes: Words,
    /// Words after which parks, squares, schools and the like are called.
    pub namesakes: Words,
    /// Words for parts of an area that stand in a name behind the area's.
    pub parts_of_area: Words,
    /// What is called after such words.
    pub named_after: Words,
    /// Endings of roads that an ordinary word names.
    pub named_roads: Words,
    /// Words before the number of a road in a town laid out in a grid.
    pub gridded: Words,
    /// Characters that begin a name in a list as often as they are small words.
    pub leading: Words,
    /// Words for regions that names hold as often as not.
    pub regions: Words,
    /// The area's own level as the first word of a name.
    pub levels: Words,
    /// Lines of work that stand inside the name of a body behind its place or level.
    pub lines_of_work: Words,
    /// Words that govern a name and stand in none, which no list of verbs holds.
    pub governing: Words,
    /// Words before what a bridge or tunnel crosses.
    pub crosses: Words,
    /// Units of a size inside a name.
    pub sizes: Words,
    /// Measures that number a thing and do not count things.
    pub numbering: Words,
}

/// How a clause is built.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// Verbs of helping with works, or of helping those who do them.
    pub assists: Words,
    /// Verbs that say nothing of a state.
    pub tends: Words,
    /// Verbs that say nothing of the state, but of building that goes on: 「促进成昆铁路建设」.
    pub furthers: Words,
    /// Works on a named place that are under way behind such a verb.
    pub tended: Words,
    /// Ends of what is made ready for works, as against a plan.
    pub registers: Words,
    /// Verbs of entering a stage.
    pub enters: Words,
    /// Last words of a stage that works enter.
    pub stage_ends: Words,
    /// Words in the stages of works before they begin.
    pub preparing_stages: Words,
    /// Verbs of what a plan takes up.
    pub taken_up: Words,
    /// Ends of what takes it up.
    pub plans: Words,
    /// Words behind the month of a date.
    pub dates: Words,
    /// Words before what a clause counts out of the one before.
    pub specifies: Words,
    /// Adverbs that say that what follows is still to come.
    pub coming: Words,
    /// Adverbs that say that something is being done.
    pub going: Words,
    /// Verbs behind the name of a place where something is built.
    pub builds: Words,
    /// Words of joint work behind a partner at the head of an object.
    pub joint: Words,
    /// Verbs of a project that comes to a place.
    pub lands: Words,
    /// Prepositions before where a thing is done.
    pub place: Words,
    /// Prepositions before with whom a thing is done.
    pub with: Words,
}
