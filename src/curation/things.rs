//! Corrections of things: add, drop, rename, retype, alias, merge.

use std::collections::BTreeSet;

use super::apply::{Desk, Outcome, Step};
use super::error::Problem;
use super::format::{Add, AliasChange, Drop, Merge, Only, Rename, Retype};
use super::links;
use super::quote::{file_span, locate};
use crate::facts::tidy_aliases;
use crate::facts::{Aim, Kind, Mention, Origin, Thing, ThingId};

impl Desk<'_> {
    /// Adds a thing, or what is new about it to the one that has its name or one of its aliases.
    pub fn add(&mut self, entry: &Add) -> Step {
        let id = match self.existing(entry)? {
            Some(id) => id,
            None => self.push_thing(entry),
        };
        let before = self.facts.things[id.0].clone();
        let thing = &mut self.facts.things[id.0];
        thing.aliases.push(entry.name.clone());
        thing.aliases.extend(entry.aliases.iter().cloned());
        tidy_aliases(&mut thing.aliases, &before.name);
        thing.subtype = entry.subtype.clone().or_else(|| thing.subtype.take());
        thing.code = entry.code.clone().or_else(|| thing.code.take());
        thing.level = entry.level.clone().or_else(|| thing.level.take());
        thing.year = entry.year.or(thing.year);
        self.mention(id);
        let thing = &mut self.facts.things[id.0];
        let changed = *thing != before;
        if changed {
            thing.origin = Origin::Curation;
        }
        Ok(Outcome::of(changed, || format!("{} is known with all this", self.describe(id))))
    }

    fn existing(&self, entry: &Add) -> Result<Option<ThingId>, Problem> {
        if let Some(id) = self.look_up(&[entry.class], &entry.name)? {
            return Ok(Some(id));
        }
        for alias in &entry.aliases {
            if let Some(id) = self.look_up(&[entry.class], alias)? {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    fn push_thing(&mut self, entry: &Add) -> ThingId {
        self.facts.things.push(Thing {
            kind: entry.class,
            name: entry.name.clone(),
            aliases: Vec::new(),
            mentions: Vec::new(),
            subtype: None,
            code: None,
            year: None,
            level: None,
            origin: Origin::Curation,
        });
        ThingId(self.facts.things.len() - 1)
    }

    /// Adds the mentions in the quoted sentences: where the name stands, else an alias, else the quote. A
    /// sentence that mentions the thing already gets none.
    fn mention(&mut self, id: ThingId) {
        let thing = &self.facts.things[id.0];
        let mut aliases: Vec<&String> = thing.aliases.iter().collect();
        aliases.sort_by_key(|alias| std::cmp::Reverse(alias.chars().count()));
        let mentioned: BTreeSet<_> = thing.mentions.iter().map(|mention| mention.sentence).collect();
        let mut mentions = Vec::new();
        for number in &self.found.sentences {
            let sentence = &self.facts.sentences[number.0];
            let near = self.found.within.as_ref().filter(|_| self.found.sentences.first() == Some(number));
            let mut names = std::iter::once(&thing.name).chain(aliases.iter().copied());
            if let Some(within) = names.find_map(|name| locate(sentence, name, near)) {
                mentions.push(Mention { sentence: *number, span: file_span(sentence, &within) });
            }
        }
        if let (true, Some(first)) = (mentions.is_empty(), self.found.sentences.first()) {
            let sentence = &self.facts.sentences[first.0];
            let span = self.found.within.as_ref().map_or(sentence.span, |within| file_span(sentence, within));
            mentions.push(Mention { sentence: *first, span });
        }
        mentions.retain(|mention| !mentioned.contains(&mention.sentence));
        let thing = &mut self.facts.things[id.0];
        thing.mentions.extend(mentions);
        thing.mentions.sort();
    }

    /// Removes a thing, or its mentions in the quoted sentences; with its last mention it goes.
    pub fn drop(&mut self, entry: &Drop) -> Step {
        let Some(id) = self.look_up(&[entry.class], &entry.name)? else {
            return Ok(Outcome::Needless(format!("there is no {:?} `{}`", entry.class, entry.name)));
        };
        if entry.only == Some(Only::Mention) {
            let described = self.describe(id);
            let thing = &mut self.facts.things[id.0];
            let before = thing.mentions.len();
            thing.mentions.retain(|mention| !self.found.sentences.contains(&mention.sentence));
            if thing.mentions.len() == before {
                return Ok(Outcome::Needless(format!("{described} is not mentioned there")));
            }
            thing.origin = Origin::Curation;
            if !thing.mentions.is_empty() {
                return Ok(Outcome::Done);
            }
        }
        self.facts.remove_things(&BTreeSet::from([id]));
        Ok(Outcome::Done)
    }

    /// Gives a thing another name.
    pub fn rename(&mut self, entry: &Rename) -> Step {
        let Some(id) = self.look_up(&[entry.class], &entry.name)? else {
            return match self.look_up(&[entry.class], &entry.to)? {
                Some(_) => Ok(Outcome::Needless(format!("it is called `{}`", entry.to))),
                None => Err(self.unknown(&[entry.class], &entry.name)),
            };
        };
        self.name_is_free(entry.class, &entry.to, id)?;
        let thing = &mut self.facts.things[id.0];
        let before = thing.clone();
        let old = std::mem::replace(&mut thing.name, entry.to.clone());
        if entry.keep {
            thing.aliases.push(old);
        }
        tidy_aliases(&mut thing.aliases, &thing.name);
        let changed = *thing != before;
        if changed {
            thing.origin = Origin::Curation;
        }
        Ok(Outcome::of(changed, || format!("it is called `{}`", entry.to)))
    }

    /// Another thing of the class must not have this name.
    fn name_is_free(&self, class: Kind, name: &str, own: ThingId) -> Result<(), Problem> {
        let mut others = self.facts.things.iter().enumerate().filter(|(at, _)| *at != own.0);
        match others.any(|(_, thing)| thing.kind == class && thing.name == name) {
            true => Err(Problem::NameTaken { class, name: name.to_owned() }),
            false => Ok(()),
        }
    }

    /// Gives a thing another class or subtype. In its new class it is merged with a thing of its name, and
    /// loses what its new class cannot have.
    pub fn retype(&mut self, entry: &Retype) -> Step {
        let to = entry.to.unwrap_or(entry.class);
        let id = match self.look_up(&[entry.class], &entry.name)? {
            Some(id) => id,
            None => match self.look_up(&[to], &entry.name)? {
                Some(id) => id,
                None => return Err(self.unknown(&[entry.class], &entry.name)),
            },
        };
        let thing = &mut self.facts.things[id.0];
        let before = thing.clone();
        if to != thing.kind {
            // A subtype belongs to one class.
            thing.subtype = None;
            thing.kind = to;
        }
        thing.subtype = entry.subtype.clone().or_else(|| thing.subtype.take());
        if *thing == before {
            return Ok(Outcome::Needless(format!("{} is of that class and type", self.describe(id))));
        }
        thing.origin = Origin::Curation;
        if before.kind != to {
            self.drop_unfit(id);
            let same = |thing: &Thing| thing.kind == to && thing.name == before.name;
            let mut others = self.facts.things.iter().enumerate().filter(|(at, _)| *at != id.0);
            if let Some(other) = others.find(|(_, thing)| same(thing)).map(|(at, _)| ThingId(at)) {
                self.facts.merge_things(other, id);
            }
        }
        Ok(Outcome::Done)
    }

    /// Removes what is said of a thing and its class does not allow.
    fn drop_unfit(&mut self, id: ThingId) {
        let things = &self.facts.things;
        let kind = |id: ThingId| things[id.0].kind;
        self.facts.relations.retain(|relation| {
            let (subjects, objects) = links::classes(relation.predicate.into());
            let fit = subjects.contains(&kind(relation.subject)) && objects.contains(&kind(relation.object));
            fit || (relation.subject != id && relation.object != id)
        });
        self.facts.statuses.retain(|status| status.project != id || kind(id) == Kind::Project);
        let unfit = self.facts.targets.iter().enumerate().filter(|(_, target)| match target.aim {
            Aim::Quantity { .. } => false,
            Aim::Milestone { project, .. } => project == id && kind(id) != Kind::Project,
            Aim::Honour { honour } => honour == id && kind(id) != Kind::Honour,
        });
        let unfit = unfit.map(|(at, _)| at).collect();
        self.facts.remove_targets(&unfit);
    }

    /// Adds and removes aliases.
    pub fn alias(&mut self, entry: &AliasChange) -> Step {
        let id = self.thing(&[entry.class], &entry.name)?;
        for alias in &entry.add {
            self.name_is_free(entry.class, alias, id)?;
        }
        let thing = &mut self.facts.things[id.0];
        let before = thing.aliases.clone();
        thing.aliases.retain(|alias| !entry.remove.contains(alias));
        thing.aliases.extend(entry.add.iter().cloned());
        tidy_aliases(&mut thing.aliases, &thing.name);
        let changed = thing.aliases != before;
        if changed {
            thing.origin = Origin::Curation;
        }
        Ok(Outcome::of(changed, || format!("{} has just these aliases", self.describe(id))))
    }

    /// Makes one thing of two.
    pub fn merge(&mut self, entry: &Merge) -> Step {
        let into = self.thing(&[entry.class], &entry.into)?;
        let gone = self.thing(&[entry.class], &entry.name)?;
        if gone == into {
            return Ok(Outcome::Needless(format!("they are one: {}", self.describe(into))));
        }
        self.facts.things[into.0].origin = Origin::Curation;
        self.facts.merge_things(gone, into);
        Ok(Outcome::Done)
    }
}
