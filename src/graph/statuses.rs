//! States of projects: one report for each state and year, and the latest as a direct triple.

use std::collections::BTreeMap;

use oxigraph::model::NamedNode;

use super::concepts;
use super::iris::Iris;
use super::output::{Layer, Output};
use super::relations::{Proof, local, write_statement};
use crate::facts::{Facts, State, StatusReport, ThingId};
use crate::vocabulary::zt::{class, property};

/// Writes every status report, and each project's latest state.
pub(super) fn write(facts: &Facts, iris: &mut Iris, out: &mut Output) {
    for status in &facts.statuses {
        write_report(facts, status, iris, out);
    }
    for (project, (_, state)) in latest(&facts.statuses) {
        write_latest(project, state, &facts.statuses, iris, out);
    }
}

fn write_report(facts: &Facts, status: &StatusReport, iris: &mut Iris, out: &mut Output) {
    let year = status.year.map_or_else(String::new, |year| format!("-{year}"));
    let concept = concepts::state(status.state);
    let node = iris.fact("status", &format!("{}/{}{year}", iris.own_name(status.project), local(concept)));
    let project = &facts.things[status.project.0].name;
    let label = with_year(&format!("{project} {}", concepts::state_words(status.state)), status.year);
    out.describe(Layer::Facts, &node, class::STATUS_REPORT, &label);
    out.add(Layer::Facts, &node, property::STATE, concept);
    out.year(&node, property::YEAR, status.year);
    out.add(Layer::Facts, &iris.things[status.project.0], property::STATUS_REPORT, node.clone());
    out.proof(&node, &status.evidence, status.origin, &iris.sentences);
}

/// For each project the state of the highest year, and within that year the furthest; a state without a
/// year counts as the oldest.
fn latest(statuses: &[StatusReport]) -> BTreeMap<ThingId, (Option<i32>, State)> {
    let mut latest = BTreeMap::new();
    for status in statuses {
        let seen = latest.entry(status.project).or_insert((status.year, status.state));
        *seen = (*seen).max((status.year, status.state));
    }
    latest
}

fn write_latest(
    project: ThingId,
    state: State,
    statuses: &[StatusReport],
    iris: &mut Iris,
    out: &mut Output,
) {
    let subject: NamedNode = iris.things[project.0].clone();
    let object = concepts::state(state);
    out.add(Layer::Facts, &subject, property::STATUS, object);
    let mut proof = Proof::default();
    for status in statuses.iter().filter(|status| status.project == project && status.state == state) {
        proof.evidence.extend(&status.evidence);
        proof.origins.insert(status.origin);
    }
    let name = format!("{}/{}/{}", local(property::STATUS), iris.own_name(project), local(object));
    write_statement(&name, (&subject, property::STATUS, &object.into_owned()), &proof, iris, out);
}

/// A label with its year in brackets.
pub(super) fn with_year(label: &str, year: Option<i32>) -> String {
    year.map_or_else(|| label.to_owned(), |year| format!("{label}（{year}）"))
}
