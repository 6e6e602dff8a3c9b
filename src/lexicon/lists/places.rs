//! Lists of the rules for places.

use serde::Deserialize;

use super::Words;

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
    /// Endings of mountains, which lie in the place before their name as well.
    pub heights: Words,
    /// Ways and zones that any place may have, so that their words name none.
    pub common_ways: Words,
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
    /// Ends of what goes on from a road.
    pub extensions: Words,
    /// Ring roads by their number.
    pub rings: Words,
    /// What stands behind a ring road that 一环 alone may name.
    pub ring_parts: Words,
    /// What is done on ring roads, apart from works.
    pub ring_works: Words,
    /// Characters that say what an old thing is.
    pub old_kinds: Words,
    /// Works on what was there before, whatever it is called.
    pub repairs: Words,
    /// Ends of phrases that mean no particular place.
    pub general: Words,
    /// Kinds among general ends that a name makes one of.
    pub facilities: Words,
    /// Quarters that are called after the place they are in.
    pub quarters: Words,
    /// Words behind a name that only a village has, where what goes by the name is not there for sure.
    pub called_alike: Words,
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
    /// Types of place that is there while works on it are under way, but not for being planned, begun or finished.
    pub growing_kinds: Words,
    /// Ends of the names of ground that a project builds up and that is there whatever its state is.
    pub built_ground: Words,
    /// Ends of regions so long that they do not say where something is.
    pub belts: Words,
    /// Types of water that areas have parts of.
    pub parted_waters: Words,
    /// What the part of a water that an area has is called.
    pub parts_of_water: Words,
    /// Words before 城 that praise a city and name no quarter of it.
    pub city_praise: Words,
    /// Ends of the names of zones that are called after a policy.
    pub policy_zones: Words,
    /// Words in the names of such zones that govern names elsewhere.
    pub zone_policies: Words,
    /// Ends of the names of ground that stand in quotation marks.
    pub quoted_ground: Words,
    /// Types of what stands in the place that it is called after.
    pub standing_kinds: Words,
    /// Types of place that a sentence can be about from its first word on.
    pub wide_kinds: Words,
    /// More of them, where a clause names the place and says nothing of it.
    pub topic_kinds: Words,
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
    /// Facilities that a city numbers.
    pub numbered_works: Words,
    /// What creeks end in.
    pub creeks: Words,
    /// Small words that lakes are called by.
    pub lake_names: Words,
    /// Characters that a river's name ends in.
    pub river_ends: Words,
    /// Words behind the short name of a river.
    pub beside_rivers: Words,
    /// Names of features that are directions as well.
    pub compass: Words,
    /// What follows them there.
    pub compass_sides: Words,
    /// What is called after a subdistrict without saying that it lies there.
    pub called_after: Words,
    /// What is called after the trains that stop or pass there.
    pub train_quarters: Words,
    /// What serves the traffic of roads and is called after a place.
    pub road_ports: Words,
    /// Lines of which towns have legs that are no places.
    pub lines_of_legs: Words,
    /// What the leg of a line that opens first is called.
    pub first_legs: Words,
    /// Regions that are called after the river they lie along.
    pub river_regions: Words,
    /// What bears the name that stands before it, which is no place of its own.
    pub own_names: Words,
    /// Words of direction that a lake is called by alone.
    pub sides_of_lakes: Words,
    /// What a street is made to be.
    pub raised: Words,
    /// Ends of names of ground, which is there before all of it is built up, and of stretches.
    pub grounds: Words,
    /// Works that keep what is there.
    pub preserves: Words,
    /// Sides of a town that its new quarters are called after.
    pub quarters_of_town: Words,
    /// What serves a railway and is called after a place.
    pub yards: Words,
    /// Bridges and tunnels, which are called after a town without lying in it.
    pub crossings: Words,
    /// Ends of the names of what leads over or under water or ground.
    pub over_water: Words,
    /// The types of what they are called after.
    pub water_kinds: Words,
    /// Types of what is laid under or beside streets, and is none.
    pub laid_kinds: Words,
    /// What lies under or over streets, each its own.
    pub laid: Words,
    /// Types of place so wide that they do not say where something is.
    pub far_kinds: Words,
    /// Types of place at the head of the name of what stands there.
    pub opening_kinds: Words,
    /// Parts of what stands elsewhere, each with the end of the name of that.
    pub parts_of: Vec<(String, String)>,
    /// Parts of what is named before them.
    pub parts: Words,
    /// Ends of what is held in the place before its name.
    pub events: Words,
    /// Ends of what serves the town that it is called after.
    pub hubs: Words,
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
    /// Endings of waters and hills with names of two characters, at the head of longer names.
    pub natural_heads: Words,
    /// Ends of what is called a passage and is no place: 「协同创新通道」.
    pub passages: Words,
    /// Words for new quarters that are called after what they are for: 「未来科技城」.
    pub purposeful: Words,
    /// Words before such a quarter that are no part of its name: 「现代化新城」「坚持新城…」.
    pub quarter_praise: Words,
    /// Words behind the name of a person.
    pub titles_of_persons: Words,
    /// Titles before the name of a person who gives a report.
    pub heads_of_government: Words,
    /// How a quotation ends that sums up grounds by their number: 「三江六岸」「三街两巷」.
    pub summed_grounds: Words,
    /// Countries by one character, many in a string: 「中日、中德」.
    pub countries_in_short: Words,
    /// Words behind a ring road that it bounds: 「三环线以内」.
    pub bounds: Words,
    /// Characters that a numeral makes a name with, before ground: 「九龙湖」「三江口」, many in a string.
    pub numbered_grounds: Words,
    /// Second halves of words that no name begins with: 「国际化社区」.
    pub word_tails: Words,
    /// Ends of works that name no place: 「沿线景观」.
    pub no_grounds: Words,
    /// Continents that events and diseases are called after.
    pub continents: Words,
    /// Words behind a continent that is spoken of itself.
    pub of_continents: Words,
    /// Types of place that ordinary words name, where what is said shows that there is one.
    pub worded_kinds: Words,
    /// Words that name no such place.
    pub worded_praise: Words,
    /// What such a place is said to do at the head of a clause.
    pub park_acts: Words,
    /// Verbs whose object is there before.
    pub park_verbs: Words,
    /// Verbs that take over what zones elsewhere tried.
    pub spreads: Words,
    /// What sums up districts, each of which has one that is called something else.
    pub own_sums: Words,
    /// What sums up cities, each of which has one.
    pub far_sums: Words,
    /// What every town has and no name says which.
    pub no_places: Words,
    /// Bridges that are called after the place on one of their sides: 「林浦大桥」.
    pub bridges: Words,
    /// Zones of which each city has an area: 「自贸区郑州片区」.
    pub parted_zones: Words,
    /// Ends of features that are zones, inside which other zones lie: 「西海岸新区」.
    pub feature_zones: Words,
    /// Characters that end names of waters with banks, many in a string, and the words for banks: 「大窑湾北岸」.
    pub banked_waters: Words,
    /// Words for banks.
    pub banks: Words,
    /// What stops at a station that is called by its side: 「高铁南站」.
    pub station_kinds: Words,
    /// What is counted in digits, in lists too: 「3、4、5号线」.
    pub numbered_ways: Words,
    /// Characters that end the name of a bay or an island, which has no longer name.
    pub waters: Words,
    /// Characters that make another place of a district's name.
    pub bays: Words,
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
