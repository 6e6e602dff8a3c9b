//! What a section is about, by its heading.

use super::{Found, Reader};
use crate::extract::line::Line;
use crate::facts::ThingId;
use crate::report::Sentence;

/// The part of the area that a heading names: 「（九）聚焦江北新区高质量发展」.
pub(super) struct Section {
    heading: String,
    /// What it is about.
    pub(super) place: ThingId,
    /// Its name as the heading has it.
    pub(super) name: String,
}

impl Section {
    /// Whether a sentence stands under the heading.
    fn holds(&self, sentence: &Sentence) -> bool {
        sentence.section.contains(&self.heading)
    }
}

/// The heading that a sentence is, as the sections below it write it: a line of its own, or what runs into them.
fn as_heading(sentence: &Sentence) -> Option<String> {
    let words: String = sentence.text.chars().filter(|c| !c.is_whitespace()).collect();
    let words = words.trim_end_matches(['。', '：', ':']).to_owned();
    (sentence.heading || sentence.section.last() == Some(&words)).then_some(words)
}

impl Reader<'_> {
    /// The section that a sentence stands in, where its heading says what it is about.
    pub(super) fn section_of(&self, sentence: &Sentence) -> Option<&Section> {
        self.section.as_ref().filter(|section| section.holds(sentence))
    }

    /// 「（九）聚焦江北新区高质量发展」: a heading that names one part of the area says where what is below it lies.
    pub(super) fn begin_section(&mut self, line: &Line, found: &Found) {
        let Some(heading) = as_heading(line.sentence) else { return };
        let mut parts = found
            .places
            .iter()
            .filter(|(place, _)| self.is_part_of_area(place) && !self.begins_elsewhere(line, place));
        let only = parts.next().filter(|_| parts.next().is_none());
        let section = only.map(|(place, thing)| Section { heading, place: *thing, name: place.name.clone() });
        // A heading below it that names none leaves it as it is.
        let above = self.section.take().filter(|above| above.holds(line.sentence));
        self.section = section.or(above);
    }
}
