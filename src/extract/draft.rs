//! Facts under construction: things are entered by name, and a name that was seen before is the same thing.

use std::collections::HashMap;

use crate::facts::{
    Facts, Kind, Mention, Origin, Predicate, Relation, SentenceId, State, StatusReport, Thing, ThingId,
};

/// Facts, with an index of the names in them.
#[derive(Debug, Default)]
pub struct Draft {
    /// What has been found.
    pub facts: Facts,
    names: HashMap<(Kind, String), ThingId>,
}

/// A name as it is compared: without quotation marks, brackets and spaces.
#[must_use]
pub fn key(name: &str) -> String {
    name.chars()
        .filter(|c| !matches!(c, '“' | '”' | '‘' | '’' | '"' | '「' | '」' | '《' | '》' | ' '))
        .collect()
}

impl Draft {
    /// The thing of this class and name, entered if it is new; the mention is added.
    pub fn thing(&mut self, kind: Kind, name: &str, mention: Mention) -> ThingId {
        let id = self.find(kind, name).unwrap_or_else(|| self.enter(kind, name));
        let thing = &mut self.facts.things[id.0];
        if !thing.mentions.contains(&mention) {
            thing.mentions.push(mention);
        }
        id
    }

    /// The thing of this class and name, if there is one.
    #[must_use]
    pub fn find(&self, kind: Kind, name: &str) -> Option<ThingId> {
        self.names.get(&(kind, key(name))).copied()
    }

    /// Enters a thing without a mention.
    pub fn enter(&mut self, kind: Kind, name: &str) -> ThingId {
        if let Some(id) = self.find(kind, name) {
            return id;
        }
        let id = ThingId(self.facts.things.len());
        self.names.insert((kind, key(name)), id);
        self.facts.things.push(Thing {
            kind,
            name: name.to_owned(),
            aliases: Vec::new(),
            mentions: Vec::new(),
            subtype: None,
            code: None,
            year: None,
            level: None,
            origin: Origin::Extraction,
        });
        id
    }

    /// Gives a thing another name.
    pub fn alias(&mut self, id: ThingId, name: &str) {
        let thing = &mut self.facts.things[id.0];
        if thing.name == name || thing.aliases.iter().any(|alias| alias == name) {
            return;
        }
        thing.aliases.push(name.to_owned());
        thing.aliases.sort();
        let kind = thing.kind;
        self.names.entry((kind, key(name))).or_insert(id);
    }

    /// States a relation.
    pub fn relate(&mut self, subject: ThingId, predicate: Predicate, object: ThingId, evidence: SentenceId) {
        if subject == object {
            return;
        }
        let same = |r: &&mut Relation| r.subject == subject && r.predicate == predicate && r.object == object;
        match self.facts.relations.iter_mut().find(same) {
            Some(known) if known.evidence.contains(&evidence) => {}
            Some(known) => known.evidence.push(evidence),
            None => self.facts.relations.push(Relation {
                subject,
                predicate,
                object,
                evidence: vec![evidence],
                origin: Origin::Extraction,
            }),
        }
    }

    /// States that a project was or is to be in a state.
    pub fn status(&mut self, project: ThingId, state: State, year: Option<i32>, evidence: SentenceId) {
        let same = |s: &&mut StatusReport| s.project == project && s.state == state && s.year == year;
        match self.facts.statuses.iter_mut().find(same) {
            Some(known) if known.evidence.contains(&evidence) => {}
            Some(known) => known.evidence.push(evidence),
            None => self.facts.statuses.push(StatusReport {
                project,
                state,
                year,
                evidence: vec![evidence],
                origin: Origin::Extraction,
            }),
        }
    }
}
