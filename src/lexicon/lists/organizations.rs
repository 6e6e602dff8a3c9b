//! Lists of the rules for bodies.

use serde::Deserialize;

use super::Words;

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
    /// Companies by ordinary words that mean them only beside each other, and their full names: 「移动、联通」.
    pub beside_each_other: Vec<(String, String)>,
    /// What a school builds elsewhere: 「科技中学翔安校区」.
    pub campuses: Words,
    /// Ends of words that sum a list up as bodies, and the type they give.
    pub sums: Vec<(String, String)>,
    /// Words behind 等 that say that a list names no bodies.
    pub other_sums: Words,
    /// Ends of what such lists name and is no body.
    pub general: Words,
    /// Endings that bodies in a list share.
    pub shared: Words,
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
    /// What is said of a body that comes about.
    pub comes_about: Words,
    /// Sides of the country that companies are called after.
    pub sides: Words,
    /// Types of bodies that are spoken of where their building is.
    pub bodies_in_buildings: Words,
    /// Words inside the name of a national institute that say nothing of what it is for.
    pub plain_institutes: Words,
    /// Units of what a company makes.
    pub outputs: Words,
    /// Ends of clauses that say what companies alone win.
    pub company_titles: Words,
    /// What companies do on a stock exchange.
    pub floats: Words,
    /// What carriers of the nation are called behind a province or city.
    pub carriers: Words,
    /// Words behind them that make another thing of them.
    pub carried: Words,
    /// What companies are measured by.
    pub earns: Words,
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
    /// Ends of the names of institutes that bear a title, so that there is one for each subject.
    pub titled_institutes: Words,
    /// What large companies number their branches as.
    pub numbered_branches: Words,
    /// Types of bodies that ordinary words alone do not name.
    pub plain_kinds: Words,
    /// More of them, which only members of a list of companies end in.
    pub list_trades: Words,
}
