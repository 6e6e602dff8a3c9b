//! How things relate: the direct triple, the statement node that proves it, and the parts that
//! organizations take in projects.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{NamedNode, NamedNodeRef};

use super::concepts;
use super::iris::Iris;
use super::output::{Layer, Output};
use super::own_name::own_name;
use crate::facts::{Award, Facts, Origin, Predicate, Relation, Role, SentenceId, ThingId};
use crate::vocabulary::rdf;
use crate::vocabulary::zt::{self, class, property};

/// What is known of one direct triple, from however many relations state it.
#[derive(Default)]
pub(super) struct Proof {
    /// The sentences that state it.
    pub(super) evidence: BTreeSet<SentenceId>,
    /// Who asserts it.
    pub(super) origins: BTreeSet<Origin>,
    /// For the recipients of honours: won, competed for, or both.
    awards: BTreeSet<Award>,
}

/// Subject, name of the property, object: what makes a triple one.
type Key = (ThingId, &'static str, ThingId);

/// Writes every relation.
pub(super) fn write(facts: &Facts, iris: &mut Iris, out: &mut Output) {
    for ((subject, predicate, object), proof) in merge(&facts.relations) {
        write_triple(subject, NamedNodeRef::new_unchecked(predicate), object, &proof, iris, out);
    }
    for ((project, organization, role), relations) in participations(&facts.relations) {
        write_participation(facts, (project, organization, role), &relations, iris, out);
    }
}

/// Brings together the relations that make the same triple.
fn merge(relations: &[Relation]) -> BTreeMap<Key, Proof> {
    let mut merged: BTreeMap<Key, Proof> = BTreeMap::new();
    for relation in relations {
        let key = (relation.subject, direct(relation.predicate).as_str(), relation.object);
        let proof = merged.entry(key).or_default();
        proof.evidence.extend(&relation.evidence);
        proof.origins.insert(relation.origin);
        if let Predicate::Recipient(award) = relation.predicate {
            proof.awards.insert(award);
        }
    }
    merged
}

const fn direct(predicate: Predicate) -> NamedNodeRef<'static> {
    match predicate {
        Predicate::LocatedIn => property::LOCATED_IN,
        Predicate::Within => property::WITHIN,
        Predicate::Participant(_) => property::PARTICIPANT,
        Predicate::PartOf => property::PART_OF,
        Predicate::Recipient(_) => property::RECIPIENT,
        Predicate::AwardedBy => property::AWARDED_BY,
    }
}

fn write_triple(
    subject: ThingId,
    predicate: NamedNodeRef<'static>,
    object: ThingId,
    proof: &Proof,
    iris: &mut Iris,
    out: &mut Output,
) {
    let from = iris.things[subject.0].clone();
    let to = iris.things[object.0].clone();
    let gazetteer_alone = proof.origins.iter().all(|origin| *origin == Origin::Gazetteer);
    let layer = if gazetteer_alone { Layer::Gazetteer } else { Layer::Facts };
    out.add(layer, &from, predicate, to.clone());
    let name = format!("{}/{}/{}", local(predicate), iris.own_name(subject), iris.own_name(object));
    write_statement(&name, (&from, predicate, &to), proof, iris, out);
}

/// Writes the node that proves a direct triple: the triple's three terms, the sentences that state it, and
/// who asserts it.
pub(super) fn write_statement(
    name: &str,
    (subject, predicate, object): (&NamedNode, NamedNodeRef<'_>, &NamedNode),
    proof: &Proof,
    iris: &mut Iris,
    out: &mut Output,
) {
    let statement = iris.fact("statement", name);
    out.add(Layer::Evidence, &statement, rdf::TYPE, rdf::STATEMENT);
    out.add(Layer::Evidence, &statement, rdf::SUBJECT, subject.clone());
    out.add(Layer::Evidence, &statement, rdf::PREDICATE, predicate);
    out.add(Layer::Evidence, &statement, rdf::OBJECT, object.clone());
    for sentence in &proof.evidence {
        out.add(Layer::Evidence, &statement, property::EVIDENCE, iris.sentences[sentence.0].clone());
    }
    for origin in &proof.origins {
        out.add(Layer::Evidence, &statement, property::ASSERTED_BY, concepts::origin(*origin));
    }
    for award in &proof.awards {
        out.add(Layer::Evidence, &statement, property::AWARD_STATUS, concepts::award(*award));
    }
}

/// The parts that organizations take in projects, each role once.
fn participations(relations: &[Relation]) -> BTreeMap<(ThingId, ThingId, Role), Vec<&Relation>> {
    let mut parts: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for relation in relations {
        if let Predicate::Participant(role) = relation.predicate {
            parts.entry((relation.subject, relation.object, role)).or_default().push(relation);
        }
    }
    parts
}

fn write_participation(
    facts: &Facts,
    (project, organization, role): (ThingId, ThingId, Role),
    relations: &[&Relation],
    iris: &mut Iris,
    out: &mut Output,
) {
    let concept = concepts::role(role);
    let name = format!("{}/{}/{}", iris.own_name(project), iris.own_name(organization), local(concept));
    let node = iris.fact("participation", &name);
    let called = |thing: ThingId| &facts.things[thing.0].name;
    let label = format!("{}：{}（{}）", called(project), called(organization), concepts::role_words(role));
    out.describe(Layer::Facts, &node, class::PARTICIPATION, &label);
    out.add(Layer::Facts, &node, property::ORGANIZATION, iris.things[organization.0].clone());
    out.add(Layer::Facts, &node, property::ROLE, concept);
    out.add(Layer::Facts, &iris.things[project.0], property::PARTICIPATION, node.clone());
    let evidence: Vec<_> = relations.iter().flat_map(|relation| relation.evidence.iter().copied()).collect();
    let origins: BTreeSet<_> = relations.iter().map(|relation| relation.origin).collect();
    for origin in origins {
        out.proof(&node, &evidence, origin, &iris.sentences);
    }
}

/// The name of a term of the ontology without its namespace.
pub(super) fn local(term: NamedNodeRef<'_>) -> String {
    own_name(term.as_str().strip_prefix(zt::NAMESPACE).unwrap_or(term.as_str()))
}
