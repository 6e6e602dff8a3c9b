//! Facts as lines of JSON: one object a line, its `type` first, names in place of ids, and with each fact
//! the sentences that state it.

use serde::Serialize;

use crate::facts::{
    Aim, Award, Change, Deadline, Facts, Indicator, Kind, Observation, Origin, Period, Predicate, Quantity,
    Ranking, ReportInfo, Role, SentenceId, State, Target, Thing, ThingId,
};

/// All facts: the report, its things, how they relate, states, figures, targets.
pub(super) fn write(facts: &Facts) -> String {
    let resolver = Resolver { facts };
    let lines = [Line::Report(&facts.report)]
        .into_iter()
        .chain(facts.things.iter().map(|thing| resolver.thing(thing)))
        .chain(resolver.relations())
        .chain(resolver.statuses())
        .chain(facts.observations.iter().map(|observation| resolver.observation(observation)))
        .chain(facts.targets.iter().map(|target| resolver.target(target)));
    // Plain structs with string keys: writing them as JSON cannot fail.
    lines.filter_map(|line| serde_json::to_string(&line).ok()).map(|line| line + "\n").collect()
}

/// One fact.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
enum Line<'a> {
    Report(&'a ReportInfo),
    Place(ThingLine<'a>),
    Organization(ThingLine<'a>),
    Project(ThingLine<'a>),
    Programme(ThingLine<'a>),
    Honour(ThingLine<'a>),
    Relation {
        relation: &'static str,
        subject: Name<'a>,
        object: Name<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        role: Option<Role>,
        #[serde(skip_serializing_if = "Option::is_none")]
        award: Option<Award>,
        origin: Origin,
        evidence: Vec<Sentence<'a>>,
    },
    Status {
        project: &'a str,
        state: State,
        year: Option<i32>,
        origin: Origin,
        evidence: Vec<Sentence<'a>>,
    },
    Observation {
        indicator: &'a Indicator,
        quantity: Option<&'a Quantity>,
        period: &'a Period,
        #[serde(skip_serializing_if = "Option::is_none")]
        change: Option<&'a Change>,
        #[serde(skip_serializing_if = "<[Ranking]>::is_empty")]
        rankings: &'a [Ranking],
        #[serde(skip_serializing_if = "Option::is_none")]
        about: Option<Name<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        part_of: Option<&'a str>,
        origin: Origin,
        evidence: Vec<Sentence<'a>>,
    },
    Target {
        aim: AimLine<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        deadline: Option<&'a Deadline>,
        #[serde(skip_serializing_if = "Option::is_none")]
        modality: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        about: Option<Name<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        part_of: Option<&'a str>,
        origin: Origin,
        evidence: Vec<Sentence<'a>>,
    },
}

#[derive(Serialize)]
struct ThingLine<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    aliases: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    subtype: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'a str>,
    origin: Origin,
    mentions: Vec<Sentence<'a>>,
}

#[derive(Serialize)]
struct Name<'a> {
    kind: Kind,
    name: &'a str,
}

#[derive(Serialize)]
struct Sentence<'a> {
    begin: usize,
    end: usize,
    sentence: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum AimLine<'a> {
    Quantity { indicator: &'a Indicator, quantity: Option<&'a Quantity>, change: Option<&'a Change> },
    Milestone { project: &'a str, state: State },
    Honour { honour: &'a str },
}

/// Puts names in place of ids. An id that leads nowhere gives nothing: the mapping to RDF reports those.
struct Resolver<'a> {
    facts: &'a Facts,
}

impl<'a> Resolver<'a> {
    fn name(&self, id: ThingId) -> Option<Name<'a>> {
        self.facts.things.get(id.0).map(|thing| Name { kind: thing.kind, name: &thing.name })
    }

    fn words(&self, id: ThingId) -> &'a str {
        self.facts.things.get(id.0).map_or("", |thing| &thing.name)
    }

    fn sentences(&self, ids: impl IntoIterator<Item = SentenceId>) -> Vec<Sentence<'a>> {
        let found = ids.into_iter().filter_map(|id| self.facts.sentences.get(id.0));
        found
            .map(|found| Sentence { begin: found.span.begin, end: found.span.end, sentence: &found.text })
            .collect()
    }

    fn thing(&self, thing: &'a Thing) -> Line<'a> {
        let mut sentences: Vec<SentenceId> = thing.mentions.iter().map(|mention| mention.sentence).collect();
        sentences.dedup();
        let line = ThingLine {
            name: &thing.name,
            aliases: &thing.aliases,
            subtype: thing.subtype.as_deref(),
            code: thing.code.as_deref(),
            year: thing.year,
            level: thing.level.as_deref(),
            origin: thing.origin,
            mentions: self.sentences(sentences),
        };
        match thing.kind {
            Kind::Place => Line::Place(line),
            Kind::Organization => Line::Organization(line),
            Kind::Project => Line::Project(line),
            Kind::Programme => Line::Programme(line),
            Kind::Honour => Line::Honour(line),
        }
    }

    fn relations(&self) -> impl Iterator<Item = Line<'a>> {
        self.facts.relations.iter().filter_map(|relation| {
            let (name, role, award) = match relation.predicate {
                Predicate::LocatedIn => ("locatedIn", None, None),
                Predicate::Within => ("within", None, None),
                Predicate::Participant(role) => ("participant", Some(role), None),
                Predicate::PartOf => ("partOf", None, None),
                Predicate::Recipient(award) => ("recipient", None, Some(award)),
                Predicate::AwardedBy => ("awardedBy", None, None),
            };
            Some(Line::Relation {
                relation: name,
                subject: self.name(relation.subject)?,
                object: self.name(relation.object)?,
                role,
                award,
                origin: relation.origin,
                evidence: self.sentences(relation.evidence.iter().copied()),
            })
        })
    }

    fn statuses(&self) -> impl Iterator<Item = Line<'a>> {
        self.facts.statuses.iter().map(|status| Line::Status {
            project: self.words(status.project),
            state: status.state,
            year: status.year,
            origin: status.origin,
            evidence: self.sentences(status.evidence.iter().copied()),
        })
    }

    fn observation(&self, observation: &'a Observation) -> Line<'a> {
        let whole = observation.part_of.and_then(|whole| self.facts.observations.get(whole));
        Line::Observation {
            indicator: &observation.indicator,
            quantity: observation.quantity.as_ref(),
            period: &observation.period,
            change: observation.change.as_ref(),
            rankings: &observation.rankings,
            about: observation.about.and_then(|id| self.name(id)),
            part_of: whole.map(|whole| whole.indicator.name.as_str()),
            origin: observation.origin,
            evidence: self.sentences(observation.evidence.iter().copied()),
        }
    }

    fn target(&self, target: &'a Target) -> Line<'a> {
        let whole = target.part_of.and_then(|whole| self.facts.targets.get(whole));
        Line::Target {
            aim: self.aim(&target.aim),
            deadline: target.deadline.as_ref(),
            modality: target.modality.as_deref(),
            about: target.about.and_then(|id| self.name(id)),
            part_of: whole.map(|whole| match &whole.aim {
                Aim::Quantity { indicator, .. } => indicator.name.as_str(),
                Aim::Milestone { project: thing, .. } | Aim::Honour { honour: thing } => self.words(*thing),
            }),
            origin: target.origin,
            evidence: self.sentences(target.evidence.iter().copied()),
        }
    }

    fn aim(&self, aim: &'a Aim) -> AimLine<'a> {
        match aim {
            Aim::Quantity { indicator, quantity, change } => {
                AimLine::Quantity { indicator, quantity: quantity.as_ref(), change: change.as_ref() }
            }
            Aim::Milestone { project, state } => {
                AimLine::Milestone { project: self.words(*project), state: *state }
            }
            Aim::Honour { honour } => AimLine::Honour { honour: self.words(*honour) },
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::facts::{Mention, Relation};
    use crate::span::Span;

    #[test]
    fn ids_become_names_and_sentences() {
        let sentence = crate::facts::Sentence {
            span: Span::new(10, 22),
            quoted: "推进斋堂华侨城项目建设。".to_owned(),
            text: "推进斋堂华侨城项目建设。".to_owned(),
            section: Vec::new(),
            part: None,
        };
        let thing = |kind, name: &str| Thing {
            kind,
            name: name.to_owned(),
            aliases: Vec::new(),
            mentions: vec![Mention { sentence: SentenceId(0), span: Span::new(12, 19) }],
            subtype: None,
            code: None,
            year: None,
            level: None,
            origin: Origin::Extraction,
        };
        let facts = Facts {
            sentences: vec![sentence],
            things: vec![thing(Kind::Project, "斋堂华侨城项目"), thing(Kind::Place, "斋堂镇")],
            relations: vec![Relation {
                subject: ThingId(0),
                predicate: Predicate::LocatedIn,
                object: ThingId(1),
                evidence: vec![SentenceId(0)],
                origin: Origin::Extraction,
            }],
            ..Facts::default()
        };
        insta::assert_snapshot!(write(&facts));
    }
}
