//! The word lists of the rules that find things, from `data/lexicon/extraction.toml`.

use std::sync::OnceLock;

use serde::Deserialize;

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

/// Titles.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Honours {
    /// Words before a title that was won. Of those that begin at one place, the longest counts.
    pub won: Words,
    /// Words before a title that is competed for.
    pub sought: Words,
    /// Words that end a title.
    pub endings: Words,
    /// Words that end a title which begins with its level.
    pub level_endings: Words,
    /// Verbs that name a title outright, so that it needs no level.
    pub names: Words,
    /// Verbs of what becomes of a city by itself, behind which a bare 城市 is no title.
    pub becomes: Words,
    /// Ends of such titles.
    pub named_endings: Words,
    /// Words behind a title that say that it is competed for.
    pub striving: Words,
    /// Words behind a title that do not belong to its name. The first that fits comes off.
    pub tails: Words,
    /// What is said of a title behind its name when it is won.
    pub crowned: Words,
    /// Ends of plans and works in quotation marks, which are no titles.
    pub plans: Words,
    /// Words for the level of a title, which belong to its name.
    pub level_words: Words,
    /// What a title begins with, if it says its level. The first that fits is the level.
    pub levels: Words,
    /// Ends of titles that places alone can win.
    pub place_titles: Words,
    /// Verbs behind the giver of a title.
    pub given: Words,
}

/// Plans, campaigns and mechanisms.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programmes {
    /// Words that end a programme's name and make one of the words before them.
    pub endings: Words,
    /// Words that end a programme's name behind a quotation only.
    pub quoted_endings: Words,
    /// Words that end a programme's name inside the quotation.
    pub inner_endings: Words,
    /// Words in works that stand somewhere, so that they are no scheme.
    pub physical: Words,
    /// Words inside the names of works that bring water or power from afar.
    pub transfers: Words,
    /// Verbs of a fight, behind which a programme's name begins.
    pub fights: Words,
    /// Stages of works, which are no programme.
    pub stages: Words,
    /// What a higher level tries out or sends.
    pub trials: Words,
    /// Words that say that a higher level does so.
    pub trial_levels: Words,
    /// Words for a scheme: works without a place.
    pub schemes: Words,
    /// Ends of verbs that carry a scheme out.
    pub carries_out: Words,
    /// Verbs and adverbs before a programme that are not in its name, and that no other list holds.
    pub leads: Words,
}

/// Places.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// Endings of one character that ordinary words begin with too.
    pub short_endings: Words,
    /// Words for roads and railways that are called after their two ends.
    pub ways: Words,
    /// Names of families after which villages and hills are called, many in a string.
    pub families: Words,
    /// Characters that follow 家 in names of places.
    pub family_grounds: Words,
    /// Endings of official divisions: all of those are in the gazetteer, so what only looks like one is
    /// none.
    pub divisions: Words,
    /// Endings that only end a name, but make one behind a division's name.
    pub heads: Words,
    /// What nature made: such an ending makes no new name of a place that is named alike.
    pub natural: Words,
    /// Endings of one character that make a new name of a place's name.
    pub made: Words,
    /// Words for a region behind a quoted name.
    pub regions: Words,
    /// Endings of streets, which lie in the place before their name.
    pub streets: Words,
    /// Words of direction, age and size that stand in names.
    pub directions: Words,
    /// Words before the number of a line.
    pub lines: Words,
    /// Words for roads that are named by a number.
    pub numbered: Words,
    /// Works that are done on a place as it is, so that what they are done on is one.
    pub on_site: Words,
    /// Ends of phrases that mean no particular place.
    pub general: Words,
    /// Kinds among general ends that a name makes one of.
    pub facilities: Words,
    /// Quarters that are called after the place they are in.
    pub quarters: Words,
    /// Characters that end the names of settlements in the country.
    pub settlements: Words,
    /// What a district has many of, so that its whole name before such a word makes no name.
    pub kinds: Words,
    /// Types of place that a known name does not become by standing in a list of such.
    pub known_kinds: Words,
    /// Types of place that contain nothing named after them.
    pub natural_kinds: Words,
    /// Types of place that lie there before and after works on them.
    pub ground_kinds: Words,
    /// Types of what stands in the place that it is called after.
    pub standing_kinds: Words,
    /// Types of place that a sentence can be about from its first word on.
    pub wide_kinds: Words,
    /// Types of place that a town makes for itself: what is named behind one belongs to it.
    pub park_kinds: Words,
    /// Words behind a place that a clause puts its reader in, and nothing more.
    pub scene_words: Words,
    /// Words that put a reader in a place and that no list of verbs holds.
    pub enters: Words,
    /// Ends of what is carried out in a place, so that what follows is there too.
    pub campaigns: Words,
    /// Ends that a region's name is also used without.
    pub areas: Words,
    /// Words behind the short name of a river.
    pub beside_rivers: Words,
    /// Names of features that are directions as well.
    pub compass: Words,
    /// What follows them there.
    pub compass_sides: Words,
    /// What is called after a subdistrict without saying that it lies there.
    pub called_after: Words,
    /// Sides of a town that its new quarters are called after.
    pub quarters_of_town: Words,
    /// Bridges and tunnels, which are called after a town without lying in it.
    pub crossings: Words,
    /// Parts of what is named before them.
    pub parts: Words,
    /// Stations of which a town has one.
    pub stations: Words,
    /// Characters that end the names of sights, many in a string.
    pub sights: Words,
    /// How a report speaks of its own area.
    pub own_area: Words,
    /// Heads under which a list of bare names sums up places, and the type they give.
    pub sums: Vec<(String, String)>,
    /// Types of which a list gives its head to every member.
    pub headed_kinds: Words,
    /// Works that stand in a place and are none when they run.
    pub machines: Words,
    /// The country that every report speaks of: its name says of nothing where it is.
    pub own_country: Words,
    /// What is built far out and called after where it stands.
    pub sited: Words,
    /// Characters that end a name in a run of unknown ones.
    pub tails: Words,
    /// Endings of cities abroad, which no gazetteer lists.
    pub foreign: Words,
}

/// Projects.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Projects {
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
    /// Verbs whose object is built, whatever it is.
    pub builds: Words,
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
}

/// Bodies.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organizations {
    /// Bodies whose buildings are worked on, by type.
    pub owner_kinds: Words,
    /// Their bare kinds, which name none.
    pub plain_owners: Words,
    /// Names that many bodies bear, so that they name none.
    pub kinds: Words,
    /// Ends of words that sum a list up as bodies, and the type they give.
    pub sums: Vec<(String, String)>,
    /// Words behind 等 that say that a list names no bodies.
    pub other_sums: Words,
    /// Ends of what such lists name and is no body.
    pub general: Words,
    /// What ends the name of a branch behind its body's.
    pub branches: Words,
    /// What stands behind a school or hospital that is called by its number alone.
    pub wings: Words,
    /// Ends of bodies that only founding shows to be such.
    pub offices: Words,
    /// What a company has in a region.
    pub works: Words,
    /// Verbs of founding.
    pub founds: Words,
    /// Sides of the country that companies are called after.
    pub sides: Words,
    /// What companies do on a stock exchange.
    pub floats: Words,
    /// What a list of companies with a known one among them is said to do.
    pub grows: Words,
    /// What a builder does, right behind its name.
    pub undertakes: Words,
    /// What begins the words between a builder and what it builds.
    pub building: Words,
    /// What ends them, beside 的.
    pub built: Words,
    /// Ends of what is called after a company's brand, which takes no part in it.
    pub branded: Words,
    /// Lines of business that describe as often as they end a name.
    pub describing: Words,
    /// What is agreed with a partner.
    pub agrees: Words,
    /// Verbs of companies that come.
    pub comes: Words,
    /// What a company of an ordinary word does at the head of a clause.
    pub company_acts: Words,
    /// Words behind a company's name that belong to it.
    pub company_forms: Words,
    /// Words behind a company's name that speak of what it owns.
    pub company_owns: Words,
    /// Lines of business that end a company's name.
    pub business: Words,
}

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
    /// Praise that comes off the front of a list's head, in this order.
    pub praise: Words,
    /// What comes off the end of a list's head, in this order.
    pub doing: Words,
    /// Ends of a head that call its members projects.
    pub project_heads: Words,
    /// Words that only call something a project.
    pub called: Words,
    /// Works that belong to the thing they are joined to.
    pub dependent: Words,
    /// Words for works that are things by themselves.
    pub things: Words,
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
    /// Units of a size inside a name.
    pub sizes: Words,
    /// Measures that number a thing and do not count things.
    pub numbering: Words,
}

/// How a clause is built.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
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
    /// Words of joint work behind a partner at the head of an object.
    pub joint: Words,
    /// Verbs of a project that comes to a place.
    pub lands: Words,
    /// Prepositions before where a thing is done.
    pub place: Words,
    /// Prepositions before with whom a thing is done.
    pub with: Words,
}

/// The lists, read once. A file that does not fit leaves them empty; the test below tells.
#[must_use]
pub fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        toml::from_str(include_str!("../../data/lexicon/extraction.toml")).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]

    use super::*;

    /// A key that is missing, misspelt or unknown is an error of the parser.
    #[test]
    fn every_list_is_there() {
        let lists: Lists = toml::from_str(include_str!("../../data/lexicon/extraction.toml")).unwrap();
        assert!(lists.honours.won.has("荣获"));
        assert!(lists.places.sums.iter().any(|(word, _)| word == "景区"));
    }
}
