//! Places: divisions and features of the gazetteer, and names with the ending of a place.

mod bare;
mod ended;
mod forms;
mod grown;
mod heads;
mod known;
mod lists;
mod plausible;
mod settled;
mod sites;
mod stretches;
mod worded;
mod zones;

pub use forms::is_coded_road;
pub use grown::grown;
pub use heads::{at_station, ends_in, namesake, opening, river_head, settlement, sight};
pub use plausible::{is_leg, plausible};
pub use settled::settled;
pub use sites::{bare_site, repaired, ring, site};
pub use stretches::{coded_road, endpoints, joined_in_quote, stretch, way_between};

use std::ops::Range;

use self::lists::{abroad_in_list, beside_feature, headed, listed_division, numbered_streets, summed_up};
use super::lexer::Token;
use super::line::Line;
use crate::lexicon::gazetteer::{Division, Feature, Level};
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;
use ended::ended;
use forms::{
    ends_in_brackets, foreign, in_brackets, lettered_line, named_area, numbered_road, quoted_feature,
    quoted_ground, quoted_region, river_run, spelled_way,
};
use known::{begins_a_name, is_direction, is_meant, is_natural, is_part_of_name, lengthened};

/// A place as a sentence names it.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its name as written.
    pub name: String,
    /// Its type.
    pub subtype: String,
    /// What the gazetteer knows it as.
    pub known: Known,
}

/// What the gazetteer knows of a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Known {
    /// An official division.
    Division(Division),
    /// A region or feature.
    Feature(&'static Feature),
    /// Nothing: the name stands in the text alone.
    Nothing,
}

/// The places of a sentence, by where they stand; a place may stand inside the name of another.
#[must_use]
pub fn places(line: &Line, home: Option<&str>) -> Vec<Named> {
    let mut out = Vec::new();
    for at in 0..line.lexemes.len() {
        match line.lexemes[at].token {
            Token::Division(division)
                if is_meant(line, at, division) && !is_part_of_name(line, at, division, home) =>
            {
                out.push(Named {
                    tokens: at..at + 1,
                    name: line.word(at),
                    subtype: division.subtype().to_owned(),
                    known: Known::Division(division),
                })
            }
            Token::Feature(feature)
                if !(lists().places.own_country.has(&feature.name)
                    || is_direction(line, at)
                    || names_a_street(line, at)
                    || names_a_people(line, at, feature)
                    || names_an_event(line, at)
                    || names_a_region(line, at, feature)
                    || is_natural(feature)
                        && feature.within.is_none()
                        && begins_a_name(line, at)
                        && !crosses_bay(line, at)) =>
            {
                out.push(Named {
                    tokens: at..at + 1,
                    name: line.word(at),
                    subtype: feature.kind.as_str().to_owned(),
                    known: Known::Feature(feature),
                })
            }
            _ => {}
        }
        out.extend(lengthened(line, at));
        out.extend(bare::side_of_ring(line, at).or_else(|| bare::ring_road(line, at)));
        out.extend(bare::ring_by_side(line, at).or_else(|| bare::station_by_side(line, at)));
        out.extend(bare::works_by_side(line, at));
        out.extend(bare::bay(line, at).or_else(|| bare::wider_area(line, at)));
        out.extend(bare::airport_road(line, at));
        out.extend(bare::town_behind(line, at));
        out.extend(bare::creek(line, at).or_else(|| bare::banked(line, at)));
        out.extend(bare::city_station(line, at).or_else(|| bare::short_lake(line, at)));
        out.extend(bare::river_of_name(line, at, home).or_else(|| bare::basin(line, at)));
        out.extend(bare::passenger_station(line, at));
        out.extend(bare::village_called_alike(line, at).or_else(|| bare::led_to(line, at)));
        out.extend(bare::crossed_river(line, at));
        out.extend(zones::zone(line, at));
        out.extend(worded::worded_park(line, at));
        out.extend(bare::part_of_water(line, at).or_else(|| bare::trade_city(line, at)));
        out.extend(summed_up(line, at));
        out.extend(headed(line, at));
        out.extend(numbered_streets(line, at));
        out.extend(beside_feature(line, at).or_else(|| abroad_in_list(line, at)));
        out.extend(ends_in_brackets(line, at, home));
        out.extend(
            ended(line, at)
                .or_else(|| bare::purposeful_quarter(line, at))
                .or_else(|| numbered_road(line, at))
                .or_else(|| lettered_line(line, at))
                .or_else(|| spelled_way(line, at))
                .or_else(|| named_area(line, at))
                .or_else(|| river_run(line, at))
                .or_else(|| in_brackets(line, at, home))
                .or_else(|| foreign(line, at))
                .or_else(|| quoted_region(line, at))
                .or_else(|| quoted_feature(line, at))
                .or_else(|| quoted_ground(line, at))
                .or_else(|| listed_division(line, at)),
        );
    }
    let mut out: Vec<Named> = out.into_iter().filter_map(|place| plausible(line, place)).collect();
    let mut seen: Vec<(Range<usize>, String)> = Vec::new();
    out.retain(|place| {
        let own = (place.tokens.clone(), place.name.clone());
        let new = !seen.contains(&own);
        if new {
            seen.push(own);
        }
        new
    });
    let whole = out.clone();
    out.retain(|place| {
        // 「斋堂」 in 「斋堂镇」 is no second place; 「妙峰山镇」 in 「妙峰山镇炭厂村」 is.
        let swallowed = |other: &Named| {
            other.tokens.start <= place.tokens.start
                && place.tokens.end <= other.tokens.end
                && other.tokens != place.tokens
        };
        if let Known::Division(division) = place.known
            && place.name != division.name
            && !home.is_some_and(|home| division.is_within(home))
            && whole.iter().any(|other| swallowed(other) && other.subtype == "road")
        {
            return false;
        }
        // 「龙泉」 in 「龙泉关镇」 is another town.
        if let Known::Division(division) = place.known
            && place.name != division.name
            && whole.iter().any(|other| {
                swallowed(other)
                    && other.known == Known::Nothing
                    && other.tokens.start == place.tokens.start
                    && lists().projects.division_kinds.has(&other.subtype)
            })
        {
            return false;
        }
        // 「康巴什新区」 is called after the district, and no second place; 「李相新城」 is built in the town.
        if let Known::Division(division) = place.known
            && place.name != division.name
            && division.level < Level::Town
            && whole.iter().any(|other| {
                swallowed(other)
                    && other.subtype == "region"
                    && other.tokens.start == place.tokens.start
                    && other.tokens.len() == 2
                    // 「海珠|生态城」 lies in the district.
                    && line.reads_any(other.tokens.end - 1, &lists().places.called_after)
            })
        {
            return false;
        }
        // 「集美、海沧、翔安新城」 speaks of the quarters and not of the districts.
        let quarter = |other: &Named| {
            other.tokens == place.tokens && other.subtype == "region" && other.name.starts_with(&place.name)
        };
        if matches!(place.known, Known::Division(_))
            && whole.iter().any(|other| other.known == Known::Nothing && quarter(other))
        {
            return false;
        }
        // 「西海岸新区|智慧科技健康城」 lies in the zone.
        let zone = |feature: &Feature| lists().places.feature_zones.end(&feature.name);
        if let Known::Feature(feature) = place.known
            && matches!(feature.kind.as_str(), "region" | "mountain")
            && !zone(feature)
            && whole.iter().any(swallowed)
        {
            return false;
        }
        // 「崔家沟」 in 「崔家沟煤矿」 is named for the sake of the mine.
        let begins = |other: &Named| {
            other.known == Known::Nothing
                && other.tokens.start == place.tokens.start
                && other.tokens.len() == place.tokens.len() + 1
                && lists().places.natural.end(&place.name)
                // 「中派河|码头」 is built there.
                && other.subtype != "facility"
                // 「黑水河|灌区」 has the water of the river.
                && !line.reads_any(place.tokens.end, &lists().places.beside_rivers)
        };
        place.known != Known::Nothing
            || !whole
                .iter()
                .any(|other| swallowed(other) && (other.name.ends_with(&place.name) || begins(other)))
    });
    out
}

/// 「长江|路」「怒江|北|街」: a street called after what it does not lie at.
fn names_a_street(line: &Line, at: usize) -> bool {
    let side = usize::from(line.reads_any(at + 1, &lists().places.sides_of_lakes));
    let bridge = line.reads_any(at + 1 + side, &lists().places.crossings);
    line.reads_any(at + 1 + side, &lists().places.streets) && !bridge
}

/// 「西江|经济带」: a region that is called after the river it lies along.
fn names_a_region(line: &Line, at: usize, feature: &Feature) -> bool {
    feature.kind.as_str() == "river" && line.reads_any(at + 1, &lists().places.river_regions)
}

/// 「三门湾|大桥」: a bridge that is called after the bay it crosses.
fn crosses_bay(line: &Line, at: usize) -> bool {
    ends_in(line, at, &lists().places.waters) && line.reads_any(at + 1, &lists().places.crossings)
}

/// 「朝鲜|族」.
fn names_a_people(line: &Line, at: usize, feature: &Feature) -> bool {
    feature.kind.as_str() == "country" && line.word(at + 1).starts_with('族')
}

/// 「亚洲|马拉松」「非洲|猪瘟」: what is called after a continent.
fn names_an_event(line: &Line, at: usize) -> bool {
    let words = &lists().places;
    let goes_on = line
        .lexemes
        .get(at + 1)
        .is_some_and(|l| l.token == Token::Unknown || matches!(l.token, Token::Word(_)));
    // 「对|非洲|杂货班轮」
    let led_to = at > 0 && line.is(at - 1, Tags::PREPOSITION);
    line.reads_any(at, &words.continents)
        && goes_on
        && !led_to
        && !line.reads_any(at + 1, &words.of_continents)
}

/// Whether a token leads from one place to the next: 「防城南站|至|企沙」「古交|-|娄烦」.
fn leads(line: &Line, token: usize) -> bool {
    // 「沧波门|到|麒麟门|段」
    let to = line.reads(token, "到") && (token + 1..token + 4).any(|i| line.reads(i, "段"));
    to || line.joins_ends(token)
}

#[cfg(test)]
mod tests;
