//! What the government commits to.

use std::collections::BTreeSet;

use oxigraph::model::{Literal, NamedNode, NamedNodeRef};

use super::concepts;
use super::figures::{join, quantity_label, write_coverage};
use super::iris::Iris;
use super::output::{Layer, Output, year};
use super::own_name::own_name;
use super::quantities::{wording, write_change, write_quantity};
use super::relations::local;
use crate::facts::{Aim, Deadline, Facts, Predicate, Target, ThingId};
use crate::vocabulary::zt::{class, property};

/// Writes every target.
pub(super) fn write(facts: &Facts, iris: &mut Iris, out: &mut Output) {
    let names: Vec<String> = facts.targets.iter().map(|target| name(target, iris)).collect();
    let nodes: Vec<_> = names.iter().map(|name| iris.fact("target", name)).collect();
    for (target, node) in facts.targets.iter().zip(&nodes) {
        out.describe(Layer::Facts, node, class(&target.aim), &label(facts, target));
        write_aim(facts, target, node, iris, out);
        write_terms(facts, target, node, iris, out);
        if let Some(whole) = target.part_of {
            out.add(Layer::Facts, node, property::PART_OF, nodes[whole].clone());
        }
    }
}

/// What a target is called inside IRIs: what it concerns, the aim, the deadline.
fn name(target: &Target, iris: &Iris) -> String {
    let aim = match &target.aim {
        Aim::Quantity { indicator, .. } => own_name(&indicator.name),
        Aim::Milestone { project, state } => {
            format!("{}-{}", iris.own_name(*project), local(concepts::state(*state)))
        }
        Aim::Honour { honour } => iris.own_name(*honour).to_owned(),
    };
    let deadline = target.deadline.as_ref().map(|deadline| own_name(&deadline_words(deadline)));
    join(target.about.map(|thing| iris.own_name(thing)), &aim, deadline.as_deref())
}

const fn class(aim: &Aim) -> NamedNodeRef<'static> {
    match aim {
        Aim::Quantity { .. } => class::QUANTITY_TARGET,
        Aim::Milestone { .. } => class::MILESTONE_TARGET,
        Aim::Honour { .. } => class::HONOUR_TARGET,
    }
}

fn label(facts: &Facts, target: &Target) -> String {
    let called = |thing: ThingId| facts.things[thing.0].name.as_str();
    let aim = match &target.aim {
        Aim::Quantity { indicator, quantity, change } => {
            let words = wording(quantity.as_ref(), change.as_ref(), &[]);
            quantity_label(&indicator.name, words)
        }
        Aim::Milestone { project, state } => {
            format!("{} {}", called(*project), concepts::state_words(*state))
        }
        Aim::Honour { honour } => format!("争创 {}", called(*honour)),
    };
    let deadline = target.deadline.as_ref().map(deadline_words);
    deadline.map_or_else(|| format!("目标：{aim}"), |deadline| format!("目标：{aim}（{deadline}）"))
}

fn deadline_words(deadline: &Deadline) -> String {
    match deadline {
        Deadline::Year(year) => year.to_string(),
        Deadline::Horizon(words) => words.clone(),
    }
}

fn write_aim(facts: &Facts, target: &Target, node: &NamedNode, iris: &Iris, out: &mut Output) {
    match &target.aim {
        Aim::Quantity { indicator, quantity, change } => {
            out.add(Layer::Facts, node, property::INDICATOR, iris.indicator(indicator));
            if let Some(quantity) = quantity {
                write_quantity(node, quantity, out);
            }
            if let Some(change) = change {
                if quantity.is_none() {
                    // Where growth alone is set, its bound is the bound of the target.
                    out.add(
                        Layer::Facts,
                        node,
                        property::COMPARATOR,
                        concepts::comparator(change.comparator),
                    );
                }
                write_change(node, change, out);
            }
        }
        Aim::Milestone { project, state } => {
            out.add(Layer::Facts, node, property::PROJECT, iris.things[project.0].clone());
            out.add(Layer::Facts, node, property::STATE, concepts::state(*state));
        }
        Aim::Honour { honour } => {
            out.add(Layer::Facts, node, property::HONOUR, iris.things[honour.0].clone());
            for recipient in recipients(facts, target, *honour, iris) {
                out.add(Layer::Facts, node, property::RECIPIENT, recipient);
            }
        }
    }
}

/// Who is to receive an honour: whom the target is about, else whom a relation names, else the area.
fn recipients(facts: &Facts, target: &Target, honour: ThingId, iris: &Iris) -> Vec<NamedNode> {
    let related = facts.relations.iter().filter(|relation| {
        relation.subject == honour && matches!(relation.predicate, Predicate::Recipient(_))
    });
    let named: BTreeSet<ThingId> = match target.about {
        Some(thing) => BTreeSet::from([thing]),
        None => related.map(|relation| relation.object).collect(),
    };
    if named.is_empty() {
        return iris.area.iter().cloned().collect();
    }
    named.into_iter().map(|thing| iris.things[thing.0].clone()).collect()
}

/// Writes what all kinds of target share.
fn write_terms(facts: &Facts, target: &Target, node: &NamedNode, iris: &Iris, out: &mut Output) {
    match &target.deadline {
        Some(Deadline::Year(by)) => out.add(Layer::Facts, node, property::DEADLINE, year(*by)),
        Some(Deadline::Horizon(words)) => {
            out.add(Layer::Facts, node, property::HORIZON, Literal::from(words.as_str()));
        }
        None => {}
    }
    out.text(node, property::MODALITY, target.modality.as_ref());
    write_coverage(facts, target.about, node, iris, out);
    out.proof(node, &target.evidence, target.origin, &iris.sentences);
}
