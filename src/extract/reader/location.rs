//! Where a project is: what its own name, its clause and its list say.

use std::ops::Range;

use super::{Found, Reader};
use crate::extract::draft::key;
use crate::extract::line::Line;
use crate::extract::lists::is_phase;
use crate::extract::names;
use crate::extract::places::{Known, Named};
use crate::extract::projects::Spoken;
use crate::facts::{Predicate, SentenceId, ThingId};
use crate::lexicon::gazetteer::Level;
use crate::lexicon::lists::lists;

impl Reader<'_> {
    /// A project lies in the places that its own name or its clause names.
    pub(super) fn locate(
        &mut self,
        id: SentenceId,
        thing: ThingId,
        project: &Spoken,
        chars: &Range<usize>,
        line: &Line,
        found: &Found,
    ) {
        let clause = project.place.as_ref().map(|tokens| line.chars_of(tokens.clone()));
        let mut inside: Vec<(Range<usize>, ThingId)> = Vec::new();
        for (place, at) in &found.places {
            let here = line.chars_of(place.tokens.clone());
            // 「五缘湾片区建设」: an area was there before it is built up.
            let area = lists().places.areas.end(&place.name);
            let whole = here == *chars && !area && is_same_but_called(&project.name, &place.name);
            // 「一、二马路路灯改造」: each of its own street.
            let others =
                line.text(project.tokens.clone()).contains('、') && !project.name.contains(&place.name);
            let inside_name = chars.start <= here.start && here.end <= chars.end && !whole && !others;
            // 「西铜、铜黄高速第二通道|铜川段」: what the list gives it says where it is as well.
            let given = project.head.clone().map(|head| line.chars_of(head));
            let named =
                inside_name || given.is_some_and(|head| head.start <= here.start && here.end <= head.end);
            // 「伊宁市|环城高速」 is the road itself.
            let itself = here.end == chars.end
                && chars.start < here.start
                && key(&project.name) == key(&line.text(project.tokens.clone()))
                && place.known == Known::Nothing
                && lists().places.headed_kinds.has(&place.subtype);
            // 「洪泽湖|路」 is only called after the lake.
            // 「环|巢湖|大道」 runs there.
            let around = place.tokens.start.checked_sub(1).is_some_and(|before| line.reads(before, "环"));
            let called = line.reads_any(place.tokens.end, &lists().names.named_roads)
                && !around
                && matches!(place.subtype.as_str(), "river" | "lake" | "mountain");
            let stated =
                clause.as_ref().is_some_and(|clause| clause.start <= here.start && here.end <= clause.end);
            // 「京昆高速涞水至北京段」 leads there.
            let leads = line.joins_ends(place.tokens.end)
                || place.tokens.start.checked_sub(1).is_some_and(|before| line.joins_ends(before));
            // 「厦蓉高速广西段」 lies there.
            let stretch = line.reads(place.tokens.end, "段");
            // 「安徽名人馆」 in a report of one of its cities is as much as all the others in the province, and another
            // province is far.
            let far = !leads
                && !stretch
                && matches!(place.known, Known::Division(d) if d.level <= Level::Province && self.home != Some(d.code));
            if (named && !far && !itself && !called || stated) && place.subtype != "country" {
                inside.push((here, *at));
            }
        }
        // 「刘长山路|延长线」 is where the road is that it goes on from.
        let goes_on = |here: &Range<usize>| {
            let name = line.sentence.cut(here.clone());
            // 「魁奇路东延线|二期」
            let phase =
                (project.tokens.start..project.tokens.end).rev().take_while(|i| is_phase(line, *i)).count();
            let end = line.chars_of(project.tokens.start..project.tokens.end - phase).end;
            let itself = here.end == end || is_same_but_called(&project.name, &name);
            itself && lists().places.extensions.end(&name)
        };
        let from = |chars: &Range<usize>| {
            inside.iter().any(|(here, _)| here.start == chars.start && here.end < chars.end)
        };
        let mut inside: Vec<_> =
            inside.iter().filter(|(here, _)| !(goes_on(here) && from(here))).cloned().collect();
        let own: Vec<Range<usize>> = inside.iter().map(|(here, _)| here.clone()).collect();
        inside.extend(shared_park(line, project, &own, found));
        inside.extend(shared_site(line, project, found));
        if let Some(host) = self.host_of_part(line, project, chars, &own, found) {
            self.draft.relate(thing, Predicate::LocatedIn, host, id);
        }
        // 「二环线汉口段全面开工，|武昌段|积极推进」: a stretch lies on the way that its name begins with.
        let written = line.text(project.tokens.clone());
        let way =
            project.name.strip_suffix(&written).filter(|way| !way.is_empty() && written.ends_with('段'));
        if let Some((_, at)) = way.and_then(|way| found.places.iter().find(|(place, _)| place.name == way)) {
            self.draft.relate(thing, Predicate::LocatedIn, *at, id);
        }
        for (here, at) in &inside {
            // 「妙峰山」 inside 「妙峰山景区」 says nothing of its own.
            let inner = inside.iter().any(|(other, _)| {
                other != here
                    && !leads_through(line, project, other)
                    && other.start <= here.start
                    && here.end <= other.end
                    && !lies_in(found, line, here, other)
                    && !stands_at(found, line, here, other, self.home)
                    && !is_raised(found, line, here, other)
                    && !both(found, line, here, other)
                        .is_some_and(|(city, road)| is_own_city(city, road, self.home))
            });
            if !inner {
                self.draft.relate(thing, Predicate::LocatedIn, *at, id);
            }
        }
    }
}

/// 「海珠湿地二期、三期」: a phase lies where the first one does.
fn shared_site(line: &Line, project: &Spoken, found: &Found) -> Option<(Range<usize>, ThingId)> {
    let first = project.beside.clone().filter(|_| project.tokens.clone().all(|i| is_phase(line, i)))?;
    let stem = line.text(first.start..first.end - 1);
    let site = found.places.iter().find(|(place, _)| place.tokens.start == first.start && place.name == stem);
    site.map(|(place, at)| (line.chars_of(place.tokens.clone()), *at))
}

/// 「电机产业园创业中心、服务中心」: the place that the first member of its list begins with, where a project has none
/// of its own (`own` is where its places stand).
pub(super) fn shared_park(
    line: &Line,
    project: &Spoken,
    own: &[Range<usize>],
    found: &Found,
) -> Option<(Range<usize>, ThingId)> {
    let first = project.beside.as_ref().filter(|first| shares_place(line, project, first, own))?;
    let bare = !names::is_named(line, project.tokens.clone());
    let first = line.chars_of(first.clone());
    let fits = |place: &Named| {
        let here = line.chars_of(place.tokens.clone());
        // 「夷陵长江大桥」 is called after the district; 「夷陵区珍珠路」 lies there.
        let whole = !matches!(place.known, Known::Division(d) if d.name != place.name);
        first.start == here.start
            && here.end < first.end
            && (whole || bare)
            && lists().places.wide_kinds.has(&place.subtype)
    };
    let widest = found.places.iter().filter(|(place, _)| fits(place));
    let (park, at) = widest.max_by_key(|(place, _)| place.tokens.end)?;
    Some((line.chars_of(park.tokens.clone()), *at))
}

/// 「电机产业园创业中心、服务中心」「新区长青南路、铁诺南路」: whether what a list speaks of lies where its first
/// member lies: a bare name that names no place of its own, or a street beside a street.
fn shares_place(line: &Line, project: &Spoken, first: &Range<usize>, own: &[Range<usize>]) -> bool {
    let street = |tokens: &Range<usize>| line.reads_any(tokens.end - 1, &lists().places.streets);
    let itself = line.chars_of(project.tokens.clone());
    let own = own.iter().any(|here| *here != itself);
    !own && (!names::is_named(line, project.tokens.clone()) || street(&project.tokens) && street(first))
}

/// 「将军庙至淖毛湖铁路增建二线」: the ends of a way say where works on all of it are; those on a stretch are there
/// alone.
fn leads_through(line: &Line, project: &Spoken, place: &Range<usize>) -> bool {
    let reads = |c: char| line.sentence.cut(place.clone()).contains(c);
    reads('至') && !line.text(project.tokens.clone()).contains('段')
}

/// 「兰溪三江」: a river that begins with the place it runs in does not stand for it.
fn lies_in(found: &Found, line: &Line, inner: &Range<usize>, outer: &Range<usize>) -> bool {
    let at = |chars: &Range<usize>| found.place_at(line, chars);
    let division =
        at(inner).is_some_and(|place| matches!(place.known, Known::Division(d) if d.level == Level::County));
    let natural = at(outer).is_some_and(|place| {
        place.known == Known::Nothing && lists().places.natural_kinds.has(&place.subtype)
    });
    // 「耀州至宜君公路」 begins with one of its ends.
    let way = line.sentence.cut(outer.clone()).contains('至');
    // 「平江片区|重点功能区」
    let part = at(inner).is_some_and(|place| {
        place.known == Known::Nothing && lists().places.areas.end(&place.name) && inner.len() > 3
    });
    (division && natural && !way || part) && inner.start == outer.start
}

/// 「昌国路立交桥」「月河抽水蓄能电站」: what is built stands at the road or river that it is called after.
fn stands_at(
    found: &Found,
    line: &Line,
    inner: &Range<usize>,
    outer: &Range<usize>,
    home: Option<&str>,
) -> bool {
    let at = |chars: &Range<usize>| found.place_at(line, chars);
    // 「延吉机场」「梁山港」: so do the works on what serves a town.
    let hub = at(outer).is_some_and(|place| lists().places.hubs.end(&place.name));
    // 「泉州湾跨海通道」
    let crosses = at(outer).is_some_and(|place| lists().places.over_water.end(&place.name));
    // 「洋湖湿地公园」「张公堤城市森林公园」: and parks lie along their water.
    let park = at(outer).is_some_and(|place| place.subtype == "park" || place.subtype == "wetland")
        && inner.start == outer.start;
    at(outer).is_some_and(|place| place.subtype == "facility" || crosses || park)
        && at(inner).is_some_and(|place| {
            matches!(place.subtype.as_str(), "road" | "river" | "railway")
                || park && place.subtype == "lake"
                || crosses && lists().places.water_kinds.has(&place.subtype)
                || hub && matches!(place.known, Known::Division(d) if home != Some(d.code))
        })
        || holds_part(found, line, inner, outer)
}

/// 「天河机场|T2航站楼」「白浒山|液化天然气储配基地」: what a part is of, and where it stands what has a longer name.
fn holds_part(found: &Found, line: &Line, inner: &Range<usize>, outer: &Range<usize>) -> bool {
    let Some((whole, part)) = both(found, line, inner, outer) else { return false };
    let own_words = part.tokens.len() > whole.tokens.len() + 1;
    let standing = lists().places.standing_kinds.has(&part.subtype);
    let called = matches!(whole.subtype.as_str(), "region" | "town" | "subdistrict");
    inner.start == outer.start && (lists().places.parts.end(&part.name) || standing && own_words && called)
}

/// 「长青街|快速路」: the street that a fast road is made of, and the one that a stretch is of.
fn is_raised(found: &Found, line: &Line, inner: &Range<usize>, outer: &Range<usize>) -> bool {
    both(found, line, inner, outer).is_some_and(|(street, fast)| {
        let raised = fast.name.strip_prefix(street.name.as_str());
        // 「德胜路|东中段」
        let side = |c: char| lists().places.directions.has(&c.to_string());
        let stretch = |rest: &str| rest.strip_suffix('段').is_some_and(|side_of| side_of.chars().all(side));
        // 「G329|合肥段」
        let coded = street.name.starts_with(|c: char| c.is_ascii_alphanumeric());
        let of_coded = |rest: &str| coded && rest.ends_with('段');
        // 「光华大道|绕城互通」「湘江大道|景观道」
        let beside = |rest: &str| rest.chars().count() > 2 && !lists().places.extensions.end(rest);
        street.subtype == "road"
            && raised.is_some_and(|rest| {
                lists().places.raised.has(rest) || stretch(rest) || of_coded(rest) || beside(rest)
            })
    })
}

/// 「杭州|绕城高速西复线」: the road is that of the report's own city.
fn is_own_city(inner: &Named, outer: &Named, home: Option<&str>) -> bool {
    matches!(inner.known, Known::Division(city) if home == Some(city.code))
        && matches!(outer.subtype.as_str(), "road" | "railway")
        && inner.tokens.start == outer.tokens.start
}

/// The places that stand on these characters.
fn both<'f>(
    found: &'f Found,
    line: &Line,
    inner: &Range<usize>,
    outer: &Range<usize>,
) -> Option<(&'f Named, &'f Named)> {
    found.place_at(line, inner).zip(found.place_at(line, outer))
}

/// 「冯村南街项目」 is the street itself; 「西苑路高压线塔迁改」 is work on it.
fn is_same_but_called(project: &str, place: &str) -> bool {
    let rest = key(project).strip_prefix(&key(place)).map(str::to_owned);
    rest.is_none_or(|rest| rest.is_empty() || lists().projects.called.has(&rest))
}
