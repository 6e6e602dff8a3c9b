//! Parts of what a paragraph named before: the runway of an airport.

use std::ops::Range;

use super::{Found, Reader};
use crate::extract::line::Line;
use crate::extract::places::Named;
use crate::extract::projects::Spoken;
use crate::facts::ThingId;
use crate::lexicon::lists::lists;

/// The airport that a paragraph named last.
#[derive(Clone, Copy)]
pub(super) struct Hub {
    paragraph: usize,
    place: ThingId,
}

impl Reader<'_> {
    /// 「推进天河机场扩能升级，加快实施|第三跑道、T2航站楼|改造」: what was named last in the paragraph that has such a
    /// part.
    pub(super) fn host_of_part(
        &self,
        line: &Line,
        project: &Spoken,
        chars: &Range<usize>,
        own: &[Range<usize>],
        found: &Found,
    ) -> Option<ThingId> {
        if own.iter().any(|here| here.end < chars.end && !is_part(&line.sentence.cut(here.clone()))) {
            return None;
        }
        let whole = lists().places.parts_of.iter().find(|(part, _)| project.name.contains(part.as_str()));
        let (_, whole) = whole?;
        let hosts = |place: &Named, from: usize| {
            place.name.ends_with(whole.as_str()) && line.chars_of(place.tokens.clone()).end <= from
        };
        let here = found.places.iter().filter(|(place, _)| hosts(place, chars.start));
        let named = here.max_by_key(|(place, _)| place.tokens.end).map(|(_, at)| *at);
        let before = self.hub.filter(|hub| hub.paragraph == line.sentence.paragraph).map(|hub| hub.place);
        named.or(before)
    }

    /// Keeps what a sentence names that has parts which later sentences may speak of.
    pub(super) fn remember_hub(&mut self, line: &Line, found: &Found) {
        let hub =
            |name: &str| lists().places.parts_of.iter().any(|(_, whole)| name.ends_with(whole.as_str()));
        if let Some((_, place)) = found.places.iter().rev().find(|(place, _)| hub(&place.name)) {
            self.hub = Some(Hub { paragraph: line.sentence.paragraph, place: *place });
        }
    }
}

/// 「第三跑道」: whether a name is that of a part of something else.
fn is_part(name: &str) -> bool {
    lists().places.parts_of.iter().any(|(part, _)| name.ends_with(part.as_str()))
}
