//! Lists of the rules for titles and programmes.

use serde::Deserialize;

use super::Words;

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
    /// Words in schemes of teaching, health, trade and the like, which build nothing.
    pub soft: Words,
    /// Words for a scheme: works without a place.
    pub schemes: Words,
    /// Ends of verbs that carry a scheme out.
    pub carries_out: Words,
    /// Verbs and adverbs before a programme that are not in its name, and that no other list holds.
    pub leads: Words,
}
