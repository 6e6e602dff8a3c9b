//! Values, changes and ranks, which observations and quantity targets share.

use oxigraph::model::NamedNode;

use super::concepts;
use super::iris::Iris;
use super::output::{Layer, Output, count};
use super::own_name::own_name;
use crate::facts::{Change, Comparator, Quantity, Ranking};
use crate::vocabulary::zt::{class, property};

/// Writes a level onto a figure.
pub(super) fn write_quantity(figure: &NamedNode, quantity: &Quantity, out: &mut Output) {
    out.add(Layer::Facts, figure, property::COMPARATOR, concepts::comparator(quantity.comparator));
    out.number(figure, property::VALUE, quantity.value);
    out.number(figure, property::MIN_VALUE, quantity.min);
    out.number(figure, property::MAX_VALUE, quantity.max);
    out.text(figure, property::UNIT, Some(&quantity.unit));
    out.number(figure, property::BASE_VALUE, quantity.base_value);
    out.text(figure, property::BASE_UNIT, quantity.base_unit.as_ref());
    out.text(figure, property::WORDING, Some(&quantity.wording));
}

/// Writes a change onto a figure.
pub(super) fn write_change(figure: &NamedNode, change: &Change, out: &mut Output) {
    out.number(figure, property::CHANGE_VALUE, Some(change.value));
    out.text(figure, property::CHANGE_UNIT, Some(&change.unit));
    out.add(Layer::Facts, figure, property::CHANGE_KIND, concepts::change_kind(change.kind));
    if change.comparator != Comparator::Equal {
        let comparator = concepts::comparator(change.comparator);
        out.add(Layer::Facts, figure, property::CHANGE_COMPARATOR, comparator);
    }
    out.text(figure, property::CHANGE_AGAINST, change.against.as_ref());
    out.text(figure, property::CHANGE_WORDING, Some(&change.wording));
}

/// Writes a rank as a node of its own beside a figure. `name` is the figure's name inside IRIs.
pub(super) fn write_ranking(
    figure: &NamedNode,
    name: &str,
    ranking: &Ranking,
    iris: &mut Iris,
    out: &mut Output,
) {
    let among = if ranking.scope.is_empty() { &ranking.wording } else { &ranking.scope };
    let node = iris.fact("ranking", &format!("{name}/{}", own_name(among)));
    out.describe(Layer::Facts, &node, class::RANKING, &ranking.wording);
    out.add(Layer::Facts, figure, property::RANKING, node.clone());
    for (predicate, number) in [(property::POSITION, ranking.position), (property::OUT_OF, ranking.of)] {
        if let Some(number) = number {
            out.add(Layer::Facts, &node, predicate, count(number as usize));
        }
    }
    out.text(&node, property::SCOPE, Some(&ranking.scope));
    out.text(&node, property::RANKING_ASPECT, ranking.aspect.as_ref());
    out.text(&node, property::WORDING, Some(&ranking.wording));
}

/// The report's words for a figure: its level, else its change, else its rank.
pub(super) fn wording<'a>(
    quantity: Option<&'a Quantity>,
    change: Option<&'a Change>,
    rankings: &'a [Ranking],
) -> &'a str {
    let words = [
        quantity.map(|quantity| quantity.wording.as_str()),
        change.map(|change| change.wording.as_str()),
        rankings.first().map(|ranking| ranking.wording.as_str()),
    ];
    words.into_iter().flatten().find(|words| !words.is_empty()).unwrap_or_default()
}
