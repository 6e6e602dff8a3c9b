//! Organizations and programmes: entering them under the names that stand for them.

use super::{Found, Reader};
use crate::extract::draft::key;
use crate::extract::line::Line;
use crate::extract::organizations::Body;
use crate::extract::projects::Spoken;
use crate::extract::{organizations, programmes};
use crate::facts::{Kind, SentenceId};

impl Reader<'_> {
    /// The bodies of a sentence, and the owners of what its projects work on.
    pub(super) fn bodies_of(&self, line: &Line, spoken: &[Spoken]) -> Vec<Body> {
        let partners = spoken.iter().filter_map(|project| project.party.clone());
        let mut all = organizations::organizations(line, partners, self.home);
        for owner in spoken.iter().filter_map(|project| organizations::owner(line, &project.tokens)) {
            if !all.iter().any(|known| known.chars.end == owner.chars.end) {
                all.push(owner);
            }
        }
        all
    }

    pub(super) fn bodies(
        &mut self,
        line: &Line,
        id: SentenceId,
        spoken: &[Spoken],
        bodies: Vec<Body>,
        found: &mut Found,
    ) {
        for body in bodies {
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

    pub(super) fn programmes(&mut self, line: &Line, id: SentenceId, found: &mut Found) {
        for plan in programmes::programmes(line) {
            self.enter(line, id, Kind::Programme, &plan.name, plan.chars, found);
        }
    }
}
