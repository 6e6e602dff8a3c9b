//! Reported figures.

use oxigraph::model::NamedNode;

use super::iris::Iris;
use super::output::{Layer, Output};
use super::own_name::own_name;
use super::quantities::{wording, write_change, write_quantity, write_ranking};
use super::statuses::with_year;
use crate::facts::{Facts, Kind, Observation, ThingId};
use crate::vocabulary::zt::{class, property};

/// Writes every observation.
pub(super) fn write(facts: &Facts, iris: &mut Iris, out: &mut Output) {
    let names: Vec<String> = facts.observations.iter().map(|observation| name(observation, iris)).collect();
    let nodes: Vec<_> = names.iter().map(|name| iris.fact("observation", name)).collect();
    for ((observation, name), node) in facts.observations.iter().zip(&names).zip(&nodes) {
        write_observation(facts, observation, node, iris, out);
        for ranking in &observation.rankings {
            write_ranking(node, name, ranking, iris, out);
        }
        if let Some(whole) = observation.part_of {
            out.add(Layer::Facts, node, property::PART_OF, nodes[whole].clone());
        }
    }
}

/// What an observation is called inside IRIs: what it concerns, the indicator, the year.
fn name(observation: &Observation, iris: &Iris) -> String {
    let indicator = own_name(&observation.indicator.name);
    let year = observation.period.year.map(|year| year.to_string());
    join(observation.about.map(|thing| iris.own_name(thing)), &indicator, year.as_deref())
}

/// Joins the parts of a figure's name inside IRIs. What it concerns is left out where the subject says it.
pub(super) fn join(about: Option<&str>, subject: &str, time: Option<&str>) -> String {
    let about = about.filter(|about| !subject.starts_with(about));
    [about, Some(subject), time].into_iter().flatten().collect::<Vec<_>>().join("-")
}

fn write_observation(
    facts: &Facts,
    observation: &Observation,
    node: &NamedNode,
    iris: &Iris,
    out: &mut Output,
) {
    out.describe(Layer::Facts, node, class::OBSERVATION, &label(observation));
    out.add(Layer::Facts, node, property::INDICATOR, iris.indicator(&observation.indicator));
    if let Some(quantity) = &observation.quantity {
        write_quantity(node, quantity, out);
    }
    if let Some(change) = &observation.change {
        write_change(node, change, out);
    }
    out.year(node, property::PERIOD, observation.period.year);
    out.text(node, property::PERIOD_WORDING, observation.period.wording.as_ref());
    write_coverage(facts, observation.about, node, iris, out);
    out.proof(node, &observation.evidence, observation.origin, &iris.sentences);
}

fn label(observation: &Observation) -> String {
    let Observation { indicator, quantity, change, rankings, period, .. } = observation;
    let words = wording(quantity.as_ref(), change.as_ref(), rankings);
    with_year(&quantity_label(&indicator.name, words), period.year)
}

/// An indicator with the words for its level, which may name it already.
pub(super) fn quantity_label(indicator: &str, words: &str) -> String {
    if words.contains(indicator) {
        words.to_owned()
    } else {
        format!("{indicator} {words}").trim().to_owned()
    }
}

/// Says what a figure or target covers: the place it is about, else the report's own area; and the thing it
/// is about, whatever its kind.
pub(super) fn write_coverage(
    facts: &Facts,
    about: Option<ThingId>,
    node: &NamedNode,
    iris: &Iris,
    out: &mut Output,
) {
    let place = about.filter(|thing| facts.things[thing.0].kind == Kind::Place);
    let area = place.map(|thing| &iris.things[thing.0]).or(iris.area.as_ref());
    if let Some(area) = area {
        out.add(Layer::Facts, node, property::AREA, area.clone());
    }
    if let Some(thing) = about {
        out.add(Layer::Facts, node, property::CONCERNS, iris.things[thing.0].clone());
    }
}
