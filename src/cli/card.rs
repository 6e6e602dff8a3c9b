//! All that the graph knows of one thing, laid out for reading.

use std::collections::BTreeSet;
use std::fmt::Write;

use oxigraph::model::{NamedNode, NamedNodeRef, Term};

use crate::names;
use crate::store::{NAMED_CLASSES, Store, StoreError};
use crate::vocabulary::zt::{self, property};
use crate::vocabulary::{CHINESE, ENGLISH, nif, rdf, rdfs, skos};

/// A heading, and a property that leads from the thing to what stands under it.
const FORWARD: &[(&str, NamedNodeRef<'static>)] =
    &[("part of", property::PART_OF), ("awarded by", property::AWARDED_BY)];

/// A heading, and a property that leads from what stands under it to the thing.
const BACKWARD: &[(&str, NamedNodeRef<'static>)] = &[
    ("parts", property::PART_OF),
    ("projects here", property::LOCATED_IN),
    ("holds", property::WITHIN),
    ("projects", property::PARTICIPANT),
    ("honours awarded", property::AWARDED_BY),
    ("figures and targets", property::INDICATOR),
    ("figures and targets about it", property::CONCERNS),
    ("milestones", property::PROJECT),
    ("targets", property::HONOUR),
];

/// One thing in a store.
pub(super) struct Card<'a> {
    store: &'a Store,
    thing: &'a NamedNode,
}

impl<'a> Card<'a> {
    /// The card of a thing.
    pub(super) const fn new(store: &'a Store, thing: &'a NamedNode) -> Self {
        Self { store, thing }
    }

    /// Its label.
    pub(super) fn label(&self) -> Result<String, StoreError> {
        self.label_of(self.thing)
    }

    /// Its class and, where known, what kind of place or organization it is.
    pub(super) fn kind(&self) -> Result<String, StoreError> {
        let mut kind = String::new();
        for class in NAMED_CLASSES {
            if self.store.contains(self.thing.as_ref(), rdf::TYPE, class.into())? {
                kind = names::local_name(class.as_str()).to_owned();
            }
        }
        for property in [property::PLACE_TYPE, property::ORGANIZATION_TYPE] {
            for concept in self.nodes(self.thing, property)? {
                let _ = write!(kind, ", {}", self.concept(&concept)?);
            }
        }
        Ok(kind)
    }

    /// The whole card.
    pub(super) fn write(&self) -> Result<String, StoreError> {
        let mut text = format!("{} · {}\n", self.label()?, self.kind()?);
        self.write_names(&mut text)?;
        self.write_places(&mut text)?;
        self.write_years(&mut text)?;
        self.write_states(&mut text)?;
        self.write_participants(&mut text)?;
        self.write_awards(&mut text)?;
        for (heading, property) in FORWARD {
            let found = self.nodes(self.thing, *property)?;
            self.write_list(&mut text, heading, &found)?;
        }
        for (heading, property) in BACKWARD {
            let found =
                self.store.subjects(*property, self.thing.as_ref().into())?.into_iter().collect::<Vec<_>>();
            self.write_list(&mut text, heading, &found)?;
        }
        let _ = writeln!(text, "  {}\n", self.thing.as_str());
        self.write_sentences(&mut text)?;
        Ok(text)
    }

    fn write_names(&self, text: &mut String) -> Result<(), StoreError> {
        let others: Vec<String> = self.literals(self.thing, skos::ALT_LABEL)?;
        write_line(text, "also", &others.join(" · "));
        write_line(text, "code", &self.literals(self.thing, property::DIVISION_CODE)?.join(" "));
        Ok(())
    }

    /// Where it lies: each place it is in, with what contains that.
    fn write_places(&self, text: &mut String) -> Result<(), StoreError> {
        let mut located = self.nodes(self.thing, property::LOCATED_IN)?;
        located.extend(self.nodes(self.thing, property::WITHIN)?);
        for place in located {
            write_line(text, "in", &self.containment(&place)?);
        }
        Ok(())
    }

    /// `斋堂镇 › 门头沟区 › 北京市`
    fn containment(&self, place: &NamedNode) -> Result<String, StoreError> {
        let mut words = self.label_of(place)?;
        let (mut at, mut seen) = (place.clone(), BTreeSet::new());
        while seen.insert(at.clone())
            && let Some(outer) = self.nodes(&at, property::WITHIN)?.into_iter().next()
            && !seen.contains(&outer)
        {
            let _ = write!(words, " › {}", self.label_of(&outer)?);
            at = outer;
        }
        Ok(words)
    }

    fn write_years(&self, text: &mut String) -> Result<(), StoreError> {
        write_line(text, "year", &self.literals(self.thing, property::YEAR)?.join(" "));
        write_line(text, "level", &self.literals(self.thing, property::LEVEL)?.join(" "));
        Ok(())
    }

    fn write_states(&self, text: &mut String) -> Result<(), StoreError> {
        let mut states = Vec::new();
        for report in self.nodes(self.thing, property::STATUS_REPORT)? {
            let year = self.literals(&report, property::YEAR)?.join(" ");
            for state in self.nodes(&report, property::STATE)? {
                let order = zt::concept::ALL.iter().position(|known| *known == state.as_ref());
                states.push((year.clone(), order, self.concept(&state)?));
            }
        }
        states.sort();
        for (year, _, state) in states {
            write_line(text, "state", format!("{year} {state}").trim());
        }
        Ok(())
    }

    fn write_participants(&self, text: &mut String) -> Result<(), StoreError> {
        let mut named = BTreeSet::new();
        for participation in self.nodes(self.thing, property::PARTICIPATION)? {
            let mut roles = Vec::new();
            for role in self.nodes(&participation, property::ROLE)? {
                roles.push(self.concept(&role)?);
            }
            for organization in self.nodes(&participation, property::ORGANIZATION)? {
                write_line(
                    text,
                    "with",
                    &format!("{} ({})", self.label_of(&organization)?, roles.join(", ")),
                );
                named.insert(organization);
            }
        }
        for organization in self.nodes(self.thing, property::PARTICIPANT)? {
            if !named.contains(&organization) {
                write_line(text, "with", &self.label_of(&organization)?);
            }
        }
        Ok(())
    }

    /// Who won this honour, and the honours that this thing won, each with whether it is won yet.
    fn write_awards(&self, text: &mut String) -> Result<(), StoreError> {
        let (mut recipients, mut honours) = (Vec::new(), Vec::new());
        for recipient in self.nodes(self.thing, property::RECIPIENT)? {
            recipients.push(self.label_of(&recipient)? + &self.award(self.thing, &recipient)?);
        }
        for honour in self.store.subjects(property::RECIPIENT, self.thing.as_ref().into())? {
            if self.store.contains(honour.as_ref(), rdf::TYPE, zt::class::HONOUR.into())? {
                honours.push(self.label_of(&honour)? + &self.award(&honour, self.thing)?);
            }
        }
        write_lines(text, "won or competed for by", recipients);
        write_lines(text, "honours", honours);
        Ok(())
    }

    /// ` (争创 competing)`, as the statement of the award has it.
    fn award(&self, honour: &NamedNode, recipient: &NamedNode) -> Result<String, StoreError> {
        for statement in self.store.subjects(rdf::SUBJECT, honour.as_ref().into())? {
            if self.store.contains(statement.as_ref(), rdf::PREDICATE, property::RECIPIENT.into())?
                && self.store.contains(statement.as_ref(), rdf::OBJECT, recipient.as_ref().into())?
                && let Some(status) = self.nodes(&statement, property::AWARD_STATUS)?.first()
            {
                return Ok(format!(" ({})", self.concept(status)?));
            }
        }
        Ok(String::new())
    }

    fn write_list(&self, text: &mut String, heading: &str, things: &[NamedNode]) -> Result<(), StoreError> {
        let labels = things.iter().map(|thing| self.label_of(thing)).collect::<Result<_, _>>()?;
        write_lines(text, heading, labels);
        Ok(())
    }

    /// The sentences that name it, in reading order, with section and offsets.
    fn write_sentences(&self, text: &mut String) -> Result<(), StoreError> {
        let mut sentences = Vec::new();
        for sentence in self.nodes(self.thing, property::MENTIONED_IN)? {
            let offset = |property| -> Result<usize, StoreError> {
                Ok(self
                    .literals(&sentence, property)?
                    .first()
                    .and_then(|text| text.parse().ok())
                    .unwrap_or_default())
            };
            sentences.push((offset(nif::BEGIN_INDEX)?, offset(nif::END_INDEX)?, sentence));
        }
        sentences.sort();
        for (begin, end, sentence) in sentences {
            let section = self.literals(&sentence, property::SECTION)?.join(" ");
            let mut words = self.literals(&sentence, property::REPAIRED_TEXT)?;
            if words.is_empty() {
                words = self.literals(&sentence, nif::ANCHOR_OF)?;
            }
            let mut origin = Vec::new();
            for report in self.nodes(&sentence, property::REPORT)? {
                origin.push(self.label_of(&report)?);
            }
            let _ = writeln!(text, "  {}, characters {begin}–{end}", origin.join(" "));
            let _ = writeln!(text, "  {section}");
            let _ = writeln!(text, "    {}\n", words.join(" "));
        }
        Ok(())
    }

    /// The label in Chinese, or in any language, or the end of the IRI.
    fn label_of(&self, thing: &NamedNode) -> Result<String, StoreError> {
        let labels = self.store.objects(thing.as_ref(), rdfs::LABEL)?;
        let in_language = |wanted: &str| {
            labels.iter().find_map(|label| match label {
                Term::Literal(literal) if literal.language() == Some(wanted) => {
                    Some(literal.value().to_owned())
                }
                _ => None,
            })
        };
        let any = || self.literals(thing, rdfs::LABEL).map(|labels| labels.into_iter().next());
        match in_language(CHINESE) {
            Some(label) => Ok(label),
            None => Ok(any()?.unwrap_or_else(|| names::local_name(thing.as_str()).to_owned())),
        }
    }

    /// A term of the ontology in both languages: `在建 under way`.
    fn concept(&self, concept: &NamedNode) -> Result<String, StoreError> {
        let chinese = self.label_of(concept)?;
        let english =
            self.store.objects(concept.as_ref(), rdfs::LABEL)?.into_iter().find_map(|label| match label {
                Term::Literal(literal) if literal.language() == Some(ENGLISH) => {
                    Some(literal.value().to_owned())
                }
                _ => None,
            });
        Ok(english.map_or_else(|| chinese.clone(), |english| format!("{chinese} {english}")))
    }

    fn nodes(&self, subject: &NamedNode, property: NamedNodeRef<'_>) -> Result<Vec<NamedNode>, StoreError> {
        let found = self.store.objects(subject.as_ref(), property)?;
        Ok(found.into_iter().filter_map(|term| NamedNode::try_from(term).ok()).collect())
    }

    fn literals(&self, subject: &NamedNode, property: NamedNodeRef<'_>) -> Result<Vec<String>, StoreError> {
        let found = self.store.objects(subject.as_ref(), property)?;
        let literal = |term| match term {
            Term::Literal(literal) => Some(literal.value().to_owned()),
            _ => None,
        };
        Ok(found.into_iter().filter_map(literal).collect())
    }
}

/// A heading with a sorted list below it; nothing where the list is empty.
fn write_lines(text: &mut String, heading: &str, mut lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    lines.sort();
    let _ = writeln!(text, "  {heading}:");
    for line in lines {
        let _ = writeln!(text, "    {line}");
    }
}

fn write_line(text: &mut String, heading: &str, words: &str) {
    if !words.is_empty() {
        let _ = writeln!(text, "  {heading}: {words}");
    }
}
