//! Goes through a report sentence by sentence and enters what the rules find, with the relations that a
//! clause states between them.

use std::ops::Range;

use super::draft::{Draft, key};
use super::figures::{self, Context, Name, Names};
use super::line::Line;
use super::organizations::{self, Body};
use super::places::{self, Known, Named};
use super::projects::{self, Spoken};
use super::{consistency, honours, info, programmes};
use crate::facts::{
    Aim, Area, Deadline, Facts, Kind, Mention, Origin, Part, Predicate, Relation, Role, Sentence as Quoted,
    SentenceId, State, Target, ThingId,
};
use crate::lexicon::gazetteer::{self, Division, Level};
use crate::report::{Report, Sentence};

/// Reads a report into facts.
#[must_use]
pub fn read(report: &Report) -> Facts {
    let mut reader = Reader::new(report);
    let lines: Vec<Line> = report.sentences.iter().map(|sentence| Line::new(sentence, reader.home)).collect();
    reader.repeated = consistency::names(&lines, reader.home);
    for (number, line) in lines.iter().enumerate() {
        reader.sentence(SentenceId(number), line);
    }
    reader.draft.facts
}

struct Reader<'a> {
    draft: Draft,
    area: Option<&'a Area>,
    home: Option<&'a str>,
    review_year: Option<i32>,
    plan_year: Option<i32>,
    context: Context,
    /// Names of places found somewhere in the report, which are places elsewhere too.
    repeated: consistency::Names,
}

/// What one sentence names, with where.
#[derive(Default)]
struct Found {
    names: Vec<Name>,
    places: Vec<(Named, ThingId)>,
    bodies: Vec<(Body, ThingId)>,
}

impl<'a> Reader<'a> {
    fn new(report: &'a Report) -> Self {
        let area = report.area.as_ref();
        let mut draft = Draft::default();
        draft.facts.report = info(report);
        draft.facts.sentences = report.sentences.iter().map(quoted).collect();
        Self {
            draft,
            area,
            home: area.and_then(|area| area.code.as_deref()),
            review_year: report.review_year,
            plan_year: report.plan_year,
            repeated: consistency::Names::default(),
            context: Context::new(report.review_year, report.plan_year, area.map(|area| area.name.clone())),
        }
    }

    fn sentence(&mut self, id: SentenceId, line: &Line) {
        let sentence = line.sentence;
        let spoken: Vec<Spoken> = if sentence.heading { Vec::new() } else { projects::of_sentence(line) };
        let mut found = Found::default();
        self.own_area(line, id);
        self.places(line, id, &spoken, &mut found);
        self.bodies(line, id, &spoken, &mut found);
        if !sentence.heading {
            self.programmes(line, id, &mut found);
            self.projects(line, id, &spoken, &mut found);
            self.honours(line, id, &mut found);
        }
        figures::read(sentence, id, &Names::new(&found.names), &mut self.context, &mut self.draft.facts);
    }

    fn enter(
        &mut self,
        line: &Line,
        id: SentenceId,
        kind: Kind,
        name: &str,
        chars: Range<usize>,
        found: &mut Found,
    ) -> ThingId {
        let mention = Mention { sentence: id, span: line.sentence.span_of(chars.clone()) };
        let thing = self.draft.thing(kind, name, mention);
        found.names.push(Name { range: chars, thing, kind });
        thing
    }

    /// 「我市」 and the like speak of the report's own area.
    fn own_area(&mut self, line: &Line, id: SentenceId) {
        let Some(home) = self.home.and_then(gazetteer::by_code) else { return };
        for at in 0..line.lexemes.len() {
            if ["我市", "我区", "我县", "我省", "我州", "我旗"].iter().any(|word| line.reads(at, word))
            {
                let mention =
                    Mention { sentence: id, span: line.sentence.span_of(line.chars_of(at..at + 1)) };
                let thing = self.division(home);
                if !self.draft.facts.things[thing.0].mentions.contains(&mention) {
                    self.draft.facts.things[thing.0].mentions.push(mention);
                }
            }
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

    fn places(&mut self, line: &Line, id: SentenceId, spoken: &[Spoken], found: &mut Found) {
        let mut all = places::places(line, self.home);
        let mut sites: Vec<Named> = Vec::new();
        for project in spoken {
            sites.extend(places::endpoints(line, &project.tokens));
            sites.extend(places::site(line, &project.tokens));
            sites.extend(places::bare_site(line, project));
        }
        sites.extend(self.repeated.places_in(line, &all));
        let titles: Vec<Range<usize>> = honours::honours(line).into_iter().map(|title| title.chars).collect();
        all.retain(|place| {
            let here = line.chars_of(place.tokens.clone());
            place.known != Known::Nothing
                || !titles.iter().any(|title| title.start < here.end && here.start < title.end)
        });
        for site in sites {
            if !all.iter().any(|known| known.tokens.end == site.tokens.end) {
                all.push(site);
            }
        }
        all.sort_by_key(|place| (place.tokens.start, place.tokens.end));
        for place in all {
            let chars = line.chars_of(place.tokens.clone());
            let built = spoken.iter().any(|project| {
                project.tokens.end == place.tokens.end
                    && project.tokens.start <= place.tokens.start
                    && place.known == Known::Nothing
                    && key(&project.name) == key(&line.text(project.tokens.clone()))
                    && !project.states.contains(&State::Operating)
                    && !is_ground(&place.subtype)
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
                    found.names.push(Name { range: chars, thing, kind: Kind::Place });
                    thing
                }
                Known::Feature(feature) => {
                    let name = feature.name.clone();
                    let thing = self.enter(line, id, Kind::Place, &name, chars, found);
                    self.draft.alias(thing, &place.name);
                    if let Some(parent) = feature.within.as_deref().and_then(gazetteer::by_code) {
                        let parent = self.division(parent);
                        self.within_by_gazetteer(thing, parent);
                    }
                    thing
                }
                Known::Nothing => self.enter(line, id, Kind::Place, &place.name, chars, found),
            };
            let subtype = &mut self.draft.facts.things[thing.0].subtype;
            if subtype.is_none() {
                *subtype = Some(place.subtype.clone());
            }
            self.contain(id, &place, thing, found);
            found.places.push((place, thing));
        }
    }

    /// 「斋堂镇马栏村」 and 「西胡林服务区」: a place named behind, or after, the one it lies in.
    fn contain(&mut self, id: SentenceId, place: &Named, thing: ThingId, found: &Found) {
        let natural = ["river", "mountain", "lake", "region", "country", "railway", "road"]
            .contains(&place.subtype.as_str());
        let outer = found.places.iter().rev().find(|(other, _)| {
            let behind = other.tokens.end == place.tokens.start;
            let named_after = other.tokens.start == place.tokens.start && other.tokens.end < place.tokens.end && !natural;
            let division = matches!(other.known, Known::Division(d) if d.level >= Level::Town || d.level == Level::County && self.home.is_some_and(|home| d.code != home && d.is_within(home)));
            (behind && matches!(other.known, Known::Division(_)) || named_after && division) && place.known == Known::Nothing
                || behind && matches!((other.known, place.known), (Known::Division(a), Known::Division(b)) if b.is_within(a.code))
        });
        if let Some((_, outer)) = outer {
            self.draft.relate(thing, Predicate::Within, *outer, id);
        }
    }

    fn bodies(&mut self, line: &Line, id: SentenceId, spoken: &[Spoken], found: &mut Found) {
        let partners = spoken.iter().filter_map(|project| project.party.clone());
        let mut all = organizations::with_partners(line, partners);
        for owner in spoken.iter().filter_map(|project| organizations::owner(line, &project.tokens)) {
            if !all.iter().any(|known| known.chars.end == owner.chars.end) {
                all.push(owner);
            }
        }
        for body in all {
            let built = spoken.iter().any(|project| {
                let chars = line.chars_of(project.tokens.clone());
                let bare = key(&project.name) == key(&line.text(project.tokens.clone()));
                bare && chars.end == body.chars.end && chars.start <= body.chars.start
            });
            if built {
                continue;
            }
            let thing = self.enter(line, id, Kind::Organization, &body.name, body.chars.clone(), found);
            self.draft.alias(thing, &body.written);
            let subtype = &mut self.draft.facts.things[thing.0].subtype;
            if subtype.is_none() {
                *subtype = Some(body.subtype.clone());
            }
            found.bodies.push((body, thing));
        }
    }

    fn programmes(&mut self, line: &Line, id: SentenceId, found: &mut Found) {
        for plan in programmes::programmes(line) {
            self.enter(line, id, Kind::Programme, &plan.name, plan.chars, found);
        }
    }

    fn projects(&mut self, line: &Line, id: SentenceId, spoken: &[Spoken], found: &mut Found) {
        for project in spoken {
            let chars = line.chars_of(project.tokens.clone());
            let thing = self.enter(line, id, Kind::Project, &project.name, chars.clone(), found);
            let written = line.text(project.tokens.clone());
            if key(&written) != key(&project.name)
                && project.name.starts_with(&written)
                && written.chars().count() >= 4
            {
                self.draft.alias(thing, &written);
            }
            self.states(line, id, thing, project);
            self.in_use(line, id, project, &chars, found);
            self.locate(id, thing, project, &chars, line, found);
            self.locate_by_topic(id, thing, &chars, line, found);
            self.take_part(id, thing, project, &chars, line, found);
        }
    }

    /// What is finished and used is a place as well.
    fn in_use(
        &mut self,
        line: &Line,
        id: SentenceId,
        project: &Spoken,
        chars: &Range<usize>,
        found: &mut Found,
    ) {
        let ending = line.ending(project.tokens.end - 1).filter(|ending| ending.kind == Kind::Place);
        let known = found.places.iter().any(|(place, _)| line.chars_of(place.tokens.clone()) == *chars);
        if let (Some(ending), Some(Part::Review), true, false) =
            (ending, line.sentence.part, project.states.contains(&State::Operating), known)
        {
            let place = self.enter(line, id, Kind::Place, &project.name, chars.clone(), found);
            self.draft.facts.things[place.0].subtype.get_or_insert_with(|| ending.subtype.clone());
        }
    }

    fn states(&mut self, line: &Line, id: SentenceId, thing: ThingId, project: &Spoken) {
        let year = match line.sentence.part {
            Some(Part::Review) => self.review_year,
            Some(Part::Plan) => self.plan_year,
            None => return,
        };
        for state in &project.states {
            self.draft.status(thing, *state, year, id);
        }
        if let (Some(Part::Plan), Some(state)) = (line.sentence.part, project.states.iter().max()) {
            let aim = Aim::Milestone { project: thing, state: *state };
            if self.draft.facts.targets.iter().any(|target| target.aim == aim && target.evidence == [id]) {
                return;
            }
            self.draft.facts.targets.push(Target {
                aim,
                deadline: self.plan_year.map(Deadline::Year),
                modality: project.modal.clone(),
                about: None,
                part_of: None,
                evidence: vec![id],
                origin: Origin::Extraction,
            });
        }
    }

    /// A project lies in the places that its own name or its clause names.
    fn locate(
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
            let whole = here == *chars && is_same_but_called(&project.name, &place.name);
            let named = chars.start <= here.start && here.end <= chars.end && !whole;
            let stated =
                clause.as_ref().is_some_and(|clause| clause.start <= here.start && here.end <= clause.end);
            let far = matches!(place.known, Known::Division(d) if d.level <= Level::Province && self.home != Some(d.code));
            if (named && !far || stated) && place.subtype != "country" {
                inside.push((here, *at));
            }
        }
        for (here, at) in &inside {
            // 「妙峰山」 inside 「妙峰山景区」 says nothing of its own.
            let inner = inside
                .iter()
                .any(|(other, _)| other != here && other.start <= here.start && here.end <= other.end);
            if !inner {
                self.draft.relate(thing, Predicate::LocatedIn, *at, id);
            }
        }
    }

    /// 「新城重点建设项目31个，…，市公安指挥中心交付使用」: a sentence that begins with a place stays there.
    fn locate_by_topic(
        &mut self,
        id: SentenceId,
        thing: ThingId,
        chars: &Range<usize>,
        line: &Line,
        found: &Found,
    ) {
        let placed = |r: &Relation| {
            r.subject == thing && r.predicate == Predicate::LocatedIn && r.evidence.contains(&id)
        };
        if self.draft.facts.relations.iter().any(placed) {
            return;
        }
        let wide = [
            "region",
            "industrialPark",
            "town",
            "township",
            "subdistrict",
            "village",
            "county",
            "district",
            "city",
            "businessDistrict",
        ];
        let topic = found.places.iter().find(|(place, _)| {
            let home = matches!(place.known, Known::Division(d) if self.home.is_none_or(|home| d.code == home || !d.is_within(home)));
            let comma = (place.tokens.end..line.lexemes.len()).find(|i| line.lexemes[*i].is_mark('，'));
            let first = comma.is_some_and(|comma| line.lexemes[comma].range.end <= chars.start);
            let listed = line.lexemes.get(place.tokens.end).is_some_and(|l| l.is_mark('、'));
            place.tokens.start == 0 && first && !home && !listed && wide.contains(&place.subtype.as_str())
        });
        if let Some((_, place)) = topic {
            self.draft.relate(thing, Predicate::LocatedIn, *place, id);
        }
    }

    /// Bodies in the name of a project, and those that the clause says act with or in it.
    fn take_part(
        &mut self,
        id: SentenceId,
        thing: ThingId,
        project: &Spoken,
        chars: &Range<usize>,
        line: &Line,
        found: &Found,
    ) {
        let party = project.party.as_ref().map(|tokens| line.chars_of(tokens.clone()));
        for (body, who) in &found.bodies {
            let longer = key(&project.name).chars().count() > key(&body.written).chars().count();
            let owner = chars.start == body.chars.start && body.chars.end <= chars.end && longer;
            let stated = party
                .as_ref()
                .is_some_and(|party| party.start <= body.chars.start && body.chars.end <= party.end);
            if stated {
                self.draft.relate(thing, Predicate::Participant(Role::Partner), *who, id);
            } else if owner {
                let role = if body.subtype == "company" { Role::Builder } else { Role::Operator };
                self.draft.relate(thing, Predicate::Participant(role), *who, id);
            }
        }
    }

    fn honours(&mut self, line: &Line, id: SentenceId, found: &mut Found) {
        for title in honours::honours(line) {
            let subject = line.chars_of(title.subject.clone());
            let giver = title.giver.clone().map(|tokens| line.chars_of(tokens));
            let within = |range: &Range<usize>, name: &Name| {
                range.start <= name.range.start && name.range.end <= range.end
            };
            let recipients: Vec<ThingId> = recipients(line, &subject, giver.as_ref(), &found.names);
            let givers: Vec<ThingId> = found
                .names
                .iter()
                .filter(|name| {
                    name.kind == Kind::Organization && giver.as_ref().is_some_and(|giver| within(giver, name))
                })
                .map(|name| name.thing)
                .collect();
            let honour = self.enter(line, id, Kind::Honour, &title.name, title.chars.clone(), found);
            self.draft.facts.things[honour.0].level.clone_from(&title.level);
            let recipients =
                if recipients.is_empty() { self.home_thing().into_iter().collect() } else { recipients };
            for recipient in recipients {
                self.draft.relate(honour, Predicate::Recipient(title.award), recipient, id);
            }
            for giver in givers {
                self.draft.relate(honour, Predicate::AwardedBy, giver, id);
            }
            if title.award == crate::facts::Award::Competing && line.sentence.part == Some(Part::Plan) {
                self.draft.facts.targets.push(Target {
                    aim: Aim::Honour { honour },
                    deadline: self.plan_year.map(Deadline::Year),
                    modality: None,
                    about: None,
                    part_of: None,
                    evidence: vec![id],
                    origin: Origin::Extraction,
                });
            }
        }
    }

    fn home_thing(&mut self) -> Option<ThingId> {
        match (self.home.and_then(gazetteer::by_code), self.area) {
            (Some(division), _) => Some(self.division(division)),
            (None, Some(area)) => Some(self.draft.enter(Kind::Place, &area.name)),
            (None, None) => None,
        }
    }
}

/// Who is said to hold a title: what the words before the verb name last, or all members of a list there.
fn recipients(
    line: &Line,
    subject: &Range<usize>,
    giver: Option<&Range<usize>>,
    names: &[Name],
) -> Vec<ThingId> {
    let fits = |name: &&Name| {
        matches!(name.kind, Kind::Place | Kind::Organization | Kind::Project)
            && subject.start <= name.range.start
            && name.range.end <= subject.end
            && giver.is_none_or(|giver| name.range.end <= giver.start || giver.end <= name.range.start)
    };
    let Some(last) = names.iter().filter(fits).max_by_key(|name| (name.range.end, name.range.len())) else {
        return Vec::new();
    };
    let mut out = vec![last.thing];
    let mut start = last.range.start;
    let joined = |at: usize| {
        at > 0 && line.sentence.chars.get(at - 1).is_some_and(|c| matches!(c, '、' | '和' | '及'))
    };
    // 「斋堂镇马栏村和王平镇西王平村」: the town before the village is not in the list itself.
    while let Some(before) = names
        .iter()
        .filter(fits)
        .filter(|name| name.range.end < start)
        .max_by_key(|name| (name.range.end, name.range.len()))
    {
        let gap = line.sentence.cut(before.range.end..start);
        if !(gap.len() <= 6 && joined(start)
            || names.iter().any(|n| n.range.end == start && joined(n.range.start)))
        {
            break;
        }
        if gap.chars().all(|c| matches!(c, '、' | '和' | '及')) || names.iter().any(|n| n.range.end == start)
        {
            out.push(before.thing);
        }
        start = before.range.start;
    }
    out
}

/// 「冯村南街项目」 is the street itself; 「西苑路高压线塔迁改」 is work on it.
fn is_same_but_called(project: &str, place: &str) -> bool {
    let rest = key(project).strip_prefix(&key(place)).map(str::to_owned);
    rest.is_none_or(|rest| {
        ["", "项目", "工程", "建设", "建设项目", "建设工程", "公路"].contains(&rest.as_str())
    })
}

/// Kinds of place that lie there before and after works on them.
fn is_ground(subtype: &str) -> bool {
    [
        "road",
        "river",
        "lake",
        "mountain",
        "region",
        "village",
        "town",
        "scenicArea",
        "streetBlock",
        "residentialArea",
    ]
    .contains(&subtype)
}

fn quoted(sentence: &Sentence) -> Quoted {
    Quoted {
        span: sentence.span,
        quoted: sentence.quoted.clone(),
        text: sentence.text.clone(),
        section: sentence.section.clone(),
        part: sentence.part,
    }
}
