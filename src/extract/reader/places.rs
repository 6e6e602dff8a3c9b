//! Places: entering them, and what lies in what.

use super::{Found, Quarter, Reader};
use crate::extract::draft::key;
use crate::extract::figures::Name;
use crate::extract::honours::Title;
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::organizations::Body;
use crate::extract::places::{self, Known, Named};
use crate::extract::projects::Spoken;
use crate::facts::{Kind, Mention, Origin, Predicate, Relation, SentenceId, State, ThingId};
use crate::lexicon::gazetteer::{self, Division, Level};
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

impl Reader<'_> {
    /// 「我市」 and the like speak of the report's own area.
    pub(super) fn own_area(&mut self, line: &Line, id: SentenceId) {
        let Some(home) = self.home.and_then(gazetteer::by_code) else { return };
        for at in 0..line.lexemes.len() {
            if line.reads_any(at, &lists().places.own_area) {
                let mention =
                    Mention { sentence: id, span: line.sentence.span_of(line.chars_of(at..at + 1)) };
                let thing = self.division(home);
                if !self.draft.facts.things[thing.0].mentions.contains(&mention) {
                    self.draft.facts.things[thing.0].mentions.push(mention);
                }
            }
        }
    }

    pub(super) fn places(
        &mut self,
        line: &Line,
        id: SentenceId,
        mut all: Vec<Named>,
        spoken: &[Spoken],
        titles: &[Title],
        found: &mut Found,
    ) {
        let mut sites: Vec<Named> = Vec::new();
        for project in spoken {
            sites.extend(places::endpoints(line, &project.tokens));
            sites.extend(places::joined_in_quote(line, &project.tokens));
            sites.extend(places::site(line, &project.tokens));
            sites.extend(places::bare_site(line, project));
            sites.extend(places::at_station(line, &project.tokens));
            sites.extend(places::sight(line, project));
            sites.extend(places::namesake(line, project, self.home));
            sites.extend(places::repaired(line, &project.tokens));
            sites.extend(places::ring(line, &project.tokens));
            sites.extend(places::stretch(line, &project.tokens, self.home));
            sites.extend(places::way_between(line, &project.tokens));
            sites.extend(places::coded_road(line, &project.tokens));
            sites.extend(places::river_head(line, &project.tokens));
            sites.extend(places::settlement(line, &project.tokens));
            sites.extend(places::opening(line, &project.tokens));
            sites.extend(places::settled(line, project, self.home));
            sites.extend(places::grown(line, project, &all));
        }
        let mut sites: Vec<Named> =
            sites.into_iter().filter_map(|site| places::plausible(line, site)).collect();
        sites.retain(|site| !names_what_follows(line, site));
        sites.extend(self.repeated.places_in(line, &all));
        all.retain(|place| {
            let here = line.chars_of(place.tokens.clone());
            place.known != Known::Nothing
                || !titles.iter().any(|title| title.chars.start < here.end && here.start < title.chars.end)
        });
        all.retain(|place| !(is_natural(place) && names_what_follows(line, place)));
        for site in sites {
            let same = |known: &Named| {
                // 「陆家嘴、徐家汇等商圈」 gives 「陆家嘴商圈」.
                let other = known.tokens == site.tokens && !known.name.starts_with(&site.name);
                // 「余家头、金口等自来水厂改扩建」: the waterworks, and what it is called after.
                let shorter = known.tokens == site.tokens
                    && known.name.len() > site.name.len()
                    && known.subtype == "facility"
                    && site.subtype == "region";
                let other = other || shorter;
                known.tokens.end == site.tokens.end && !other
            };
            if !all.iter().any(same) {
                all.push(site);
            }
        }
        all.sort_by_key(|place| (place.tokens.start, place.tokens.end));
        for place in all {
            let chars = line.chars_of(place.tokens.clone());
            let built = spoken.iter().any(|project| {
                // 「地铁3号线一期」: the first phase of a line is all there is of it.
                let first = place.subtype == "railway" && line.reads(place.tokens.end, "一期");
                let called = |i: usize| {
                    line.reads(i, "项目")
                        || line.reads(i, "工程")
                        || first && (i == place.tokens.end || line.is(i, Tags::WORK))
                };
                // 「中国声谷建设步伐加快」: a park that grows is there.
                let grows = project.tokens.start == place.tokens.start
                    && !project.states.is_empty()
                    && project.states.iter().all(|state| *state == State::Underway);
                project.tokens.end >= place.tokens.end
                    && (place.tokens.end..project.tokens.end).all(called)
                    && project.tokens.start <= place.tokens.start
                    && place.known == Known::Nothing
                    // 「嘉峪关国家高新区建设」: a zone is there before all of it is built.
                    && !line.is(place.tokens.end - 1, Tags::BARE)
                    // 「…北延段|（凤凰新村-白云湖）」 names what it leads to.
                    && line.lexemes[place.tokens.start].token != Token::Bracket
                    && key(&project.name) == key(&line.text(project.tokens.clone()))
                    && !project.states.contains(&State::Operating)
                    && !lists().places.ground_kinds.has(&place.subtype)
                    && !(grows && lists().places.growing_kinds.has(&place.subtype))
            });
            if built {
                continue;
            }
            let thing = match place.known {
                Known::Division(division) => {
                    let thing = self.division(division);
                    let mention = Mention { sentence: id, span: line.sentence.span_of(chars.clone()) };
                    self.draft.facts.things[thing.0].mentions.push(mention);
                    self.draft.alias(thing, &place.name);
                    // 「虎丘|地区」
                    if line.reads(place.tokens.end, "地区") {
                        self.draft.alias(thing, &line.text(place.tokens.start..place.tokens.end + 1));
                    }
                    found.names.push(Name { range: chars, thing, kind: Kind::Place });
                    thing
                }
                Known::Feature(feature) => {
                    let name = feature.name.clone();
                    let thing = self.enter(line, id, Kind::Place, &name, chars, found);
                    self.draft.alias(thing, &place.name);
                    // 「胶东|地区」
                    if line.reads_any(place.tokens.end, &lists().places.regions) {
                        self.draft.alias(thing, &line.text(place.tokens.start..place.tokens.end + 1));
                    }
                    if let Some(parent) = feature.within.as_deref().and_then(gazetteer::by_code) {
                        let parent = self.division(parent);
                        self.within_by_gazetteer(thing, parent);
                    }
                    thing
                }
                Known::Nothing if let Some(quarter) = self.quarter_spoken_of(line, &place) => {
                    let mention = Mention { sentence: id, span: line.sentence.span_of(chars.clone()) };
                    self.draft.facts.things[quarter.0].mentions.push(mention);
                    found.names.push(Name { range: chars, thing: quarter, kind: Kind::Place });
                    quarter
                }
                Known::Nothing => {
                    let thing = self.enter(line, id, Kind::Place, &place.name, chars, found);
                    // 「河南自贸区郑州片区」 is called 「郑州片区」 as well.
                    let zone = lists().places.parted_zones.iter().find_map(|zone| {
                        let (_, part) = place.name.split_once(zone)?;
                        part.ends_with("片区").then(|| [part.to_owned(), format!("{zone}{part}")])
                    });
                    for part in zone.iter().flatten().filter(|part| **part != place.name) {
                        self.draft.alias(thing, part);
                    }
                    // 「双龙区域」 is called 「双龙」 as well.
                    let stem = lists().places.areas.iter().find_map(|end| place.name.strip_suffix(end));
                    if let Some(stem) = stem.filter(|stem| stem.chars().count() > 1 && !stem.ends_with('”'))
                    {
                        self.draft.alias(thing, stem);
                    }
                    thing
                }
            };
            // 「太湖|流域」
            if matches!(place.subtype.as_str(), "river" | "lake") && line.reads(place.tokens.end, "流域") {
                self.draft.alias(thing, &format!("{}流域", place.name));
            }
            self.remember_quarter(line, &place, thing);
            let subtype = &mut self.draft.facts.things[thing.0].subtype;
            if subtype.is_none() {
                *subtype = Some(place.subtype.clone());
            }
            found.places.push((place, thing));
        }
        for (place, thing) in &found.places {
            self.contain(id, place, *thing, found);
        }
    }

    /// 「…启动江北新区建设。…|新区|…」: the quarter with a name that the paragraph spoke of last.
    fn quarter_spoken_of(&self, line: &Line, place: &Named) -> Option<ThingId> {
        let bare = place.tokens.len() == 1 && line.is(place.tokens.start, Tags::BARE);
        let quarter = self.quarter.as_ref().filter(|quarter| {
            bare && quarter.paragraph == line.sentence.paragraph && quarter.name.ends_with(&place.name)
        });
        // 「（九）聚焦江北新区高质量发展」: or that the section is about.
        let section =
            self.section_of(line.sentence).filter(|section| bare && section.name.ends_with(&place.name));
        quarter.map(|quarter| quarter.thing).or(section.map(|section| section.place))
    }

    fn remember_quarter(&mut self, line: &Line, place: &Named, thing: ThingId) {
        if place.tokens.len() > 1 && line.is(place.tokens.end - 1, Tags::BARE) {
            let paragraph = line.sentence.paragraph;
            self.quarter = Some(Quarter { name: place.name.clone(), paragraph, thing });
        }
    }

    /// 「上海华谊」「广西投资集团」: a place elsewhere that a body is called after is not spoken of.
    pub(super) fn without_namesakes(
        &self,
        line: &Line,
        mut places: Vec<Named>,
        bodies: &[Body],
    ) -> Vec<Named> {
        places.retain(|place| {
            let here = line.chars_of(place.tokens.clone());
            let begins = |body: &Body| body.chars.start == here.start && here.end < body.chars.end;
            // 「安徽大学江淮学院」 names no river.
            let natural = place.known == Known::Nothing && is_natural(place);
            if natural && bodies.iter().any(begins) {
                return false;
            }
            // 「人民路小学」 says little of where its new campus is.
            if place.known == Known::Nothing && place.subtype == "road" && bodies.iter().any(begins) {
                return false;
            }
            self.is_own(place) || !bodies.iter().any(begins)
        });
        places
    }

    /// Whether a place lies in the report's own area, or the text alone knows it.
    fn is_own(&self, place: &Named) -> bool {
        match place.known {
            Known::Division(division) => self.home.is_none_or(|home| division.is_within(home)),
            Known::Feature(_) => false,
            Known::Nothing => true,
        }
    }

    /// The thing of the report's own area, where the report says which that is.
    pub(super) fn home_thing(&mut self) -> Option<ThingId> {
        match (self.home.and_then(gazetteer::by_code), self.area) {
            (Some(division), _) => Some(self.division(division)),
            (None, Some(area)) => Some(self.draft.enter(Kind::Place, &area.name)),
            (None, None) => None,
        }
    }

    /// The thing of a division, with what contains it.
    fn division(&mut self, division: Division) -> ThingId {
        let known = self.draft.find(Kind::Place, division.name);
        let id = match known {
            Some(id)
                if self.draft.facts.things[id.0].code.as_deref().is_none_or(|code| code == division.code) =>
            {
                id
            }
            _ => self.draft.enter(Kind::Place, division.name),
        };
        if self.draft.facts.things[id.0].code.is_none() {
            let thing = &mut self.draft.facts.things[id.0];
            thing.code = Some(division.code.to_owned());
            thing.subtype = Some(division.subtype().to_owned());
            if let Some(parent) = division.parents().next() {
                let parent = self.division(parent);
                self.within_by_gazetteer(id, parent);
            }
        }
        id
    }
}

/// Whether a place is water, a height, a region or a way, and nothing that was built for itself.
fn is_natural(place: &Named) -> bool {
    lists().places.natural_kinds.has(&place.subtype)
}

/// 「白塔山|公园」「罗泊河|水库」: the name is that of the park or the reservoir itself.
fn names_what_follows(line: &Line, site: &Named) -> bool {
    site.known == Known::Nothing
        && !matches!(site.subtype.as_str(), "road" | "facility")
        && line.reads_any(site.tokens.end, &lists().places.own_names)
}

impl Reader<'_> {
    fn within_by_gazetteer(&mut self, place: ThingId, parent: ThingId) {
        let relation = Relation {
            subject: place,
            predicate: Predicate::Within,
            object: parent,
            evidence: Vec::new(),
            origin: Origin::Gazetteer,
        };
        if place != parent && !self.draft.facts.relations.contains(&relation) {
            self.draft.facts.relations.push(relation);
        }
    }

    /// 「斋堂镇马栏村」 and 「西胡林服务区」: a place named behind, or after, the one it lies in.
    fn contain(&mut self, id: SentenceId, place: &Named, thing: ThingId, found: &Found) {
        let natural = is_natural(place);
        let outer = found.places.iter().rev().find(|(other, _)| {
            let behind = other.tokens.end == place.tokens.start;
            let begins = other.tokens.start == place.tokens.start && other.tokens.end < place.tokens.end;
            // 「东城中心片区」「凤岗南门山」: with more before its ending, an area or a hill lies in the town as well.
            let more = place.tokens.len() > other.tokens.len() + 1
                && matches!(place.subtype.as_str(), "region" | "mountain")
                && matches!(other.known, Known::Division(d) if self.home.is_some_and(|home| d.code != home && d.is_within(home)));
            let named_after = begins && (!natural || more);
            // 「荆州机场」 stands in the area that it is called after.
            let own = matches!(other.known, Known::Division(d) if self.home.is_some_and(|home| d.is_within(home)) && d.level <= Level::County) && lists().places.standing_kinds.has(&place.subtype);
            // 「华能铜川电厂」: so does a plant with the area's name inside its own.
            let inside = own && place.tokens.start < other.tokens.start && other.tokens.end < place.tokens.end;
            let division = own || matches!(other.known, Known::Division(d) if d.level >= Level::Town || d.level == Level::County && self.home.is_some_and(|home| d.code != home && d.is_within(home)));
            // 「高新区官塘创业园」: a park named with the wider one before its own name.
            let park = named_after
                && other.known == Known::Nothing
                && lists().places.park_kinds.has(&other.subtype)
                && place.tokens.len() > other.tokens.len() + 1;
            let abroad = matches!(other.known, Known::Feature(feature) if feature.kind.as_str() == "country");
            (behind && (abroad || matches!(other.known, Known::Division(_))) || named_after && division || inside || park) && place.known == Known::Nothing
                || behind && matches!((other.known, place.known), (Known::Division(a), Known::Division(b)) if b.is_within(a.code))
        });
        if let Some((_, outer)) = outer {
            self.draft.relate(thing, Predicate::Within, *outer, id);
        }
    }
}
