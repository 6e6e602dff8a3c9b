//! Organizations and programmes: entering them under the names that stand for them.

use super::{Found, Reader};
use crate::extract::builders;
use crate::extract::draft::key;
use crate::extract::honours::Title;
use crate::extract::line::Line;
use crate::extract::organizations::Body;
use crate::extract::programmes::Plan;
use crate::extract::projects::Spoken;
use crate::facts::{Kind, SentenceId};
use crate::lexicon::lists::lists;

impl Reader<'_> {
    /// Adds the owners of what the projects of a sentence work on.
    pub(super) fn with_owners(line: &Line, spoken: &[Spoken], mut all: Vec<Body>) -> Vec<Body> {
        // Where the list gives a body its works, all its words are the owner's.
        let whose = |project: &Spoken| {
            let shared = usize::from(project.shared_works);
            builders::owner(line, &(project.tokens.start..project.tokens.end + shared))
        };
        for (owner, project) in spoken.iter().filter_map(|project| Some((whose(project)?, project))) {
            let end = line.chars_of(project.tokens.clone()).end;
            let within = |known: &Body| {
                known.chars.end == owner.chars.end
                    || known.chars.start <= owner.chars.start
                        && owner.chars.end <= known.chars.end
                        && known.chars.end < end
            };
            if !all.iter().any(within) {
                all.push(owner);
            }
        }
        for builder in spoken.iter().filter_map(|project| builders::builder(line, &project.tokens)) {
            let apart = |known: &Body| {
                known.chars.end <= builder.chars.start || builder.chars.end <= known.chars.start
            };
            if all.iter().all(apart) {
                all.push(builder);
            }
        }
        all
    }

    pub(super) fn bodies(
        &mut self,
        line: &Line,
        id: SentenceId,
        bodies: Vec<Body>,
        spoken: &[Spoken],
        found: &mut Found,
    ) {
        for body in bodies {
            let built = spoken.iter().any(|project| {
                let chars = line.chars_of(project.tokens.clone());
                let bare = key(&project.name) == key(&line.text(project.tokens.clone()));
                // 「中国康复大学落户」「赣南实验室启动运行」: a school or an institute is a body, whoever builds for it.
                let acts = lists().organizations.bodies_in_buildings.has(&body.subtype);
                bare && !acts && chars.end == body.chars.end && chars.start <= body.chars.start
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

    /// What stands in a title (`全国社会管理创新综合试点`城市) is none.
    pub(super) fn programmes(
        &mut self,
        line: &Line,
        id: SentenceId,
        plans: Vec<Plan>,
        titles: &[Title],
        found: &mut Found,
    ) {
        for plan in plans {
            let in_title =
                |title: &Title| title.chars.start <= plan.chars.start && plan.chars.end < title.chars.end;
            if titles.iter().any(in_title) {
                continue;
            }
            self.enter(line, id, Kind::Programme, &plan.name, plan.chars, found);
        }
    }
}
