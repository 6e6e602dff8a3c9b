//! The report as a document, and its sentences.

use oxigraph::model::{Literal, NamedNode};

use super::iris::{Iris, area_position, usable_code};
use super::output::{Layer, Output, chinese, count, year};
use super::{concepts, pinyin};
use crate::facts::{Facts, ReportInfo, Sentence};
use crate::vocabulary::zt::{class, property};
use crate::vocabulary::{CHINESE, dcterms, nif, rdf, rdfs, schema};

/// Stands between two headings.
const HEADINGS: &str = " / ";

/// Writes the report, its area and its sentences.
pub(super) fn write(facts: &Facts, iris: &Iris, out: &mut Output) {
    write_report(&facts.report, iris, out);
    write_area(facts, iris, out);
    for (sentence, iri) in facts.sentences.iter().zip(&iris.sentences) {
        write_sentence(sentence, iri, iris, out);
    }
}

fn write_report(info: &ReportInfo, iris: &Iris, out: &mut Output) {
    let report = &iris.report;
    out.add(Layer::Text, report, rdf::TYPE, class::REPORT);
    out.add(Layer::Text, report, rdf::TYPE, schema::REPORT);
    out.add(Layer::Text, report, rdfs::LABEL, chinese(&report_label(info)));
    out.add(Layer::Text, report, dcterms::TITLE, chinese(&info.title));
    out.add(Layer::Text, report, dcterms::LANGUAGE, Literal::from(CHINESE));
    for (predicate, number) in
        [(property::REVIEW_YEAR, info.review_year), (property::PLAN_YEAR, info.plan_year)]
    {
        if let Some(number) = number {
            out.add(Layer::Text, report, predicate, year(number));
        }
    }
    if let Some(area) = &iris.area {
        out.add(Layer::Text, report, property::AREA, area.clone());
    }
    out.add(Layer::Text, &iris.context, rdf::TYPE, nif::CONTEXT);
    out.add(Layer::Text, &iris.context, nif::BEGIN_INDEX, count(0));
    out.add(Layer::Text, &iris.context, nif::END_INDEX, count(info.length));
    out.add(Layer::Text, &iris.context, property::REPORT, report.clone());
}

/// The title with the planned year, so that the reports of an area can be told apart.
fn report_label(info: &ReportInfo) -> String {
    let title = if info.title.is_empty() { "政府工作报告" } else { &info.title };
    info.plan_year.map_or_else(|| title.to_owned(), |year| format!("{title}（{year}）"))
}

/// Describes the area where no thing does: the text may never name it in full.
fn write_area(facts: &Facts, iris: &Iris, out: &mut Output) {
    let (Some(area), Some(place)) = (&facts.report.area, &iris.area) else { return };
    if area_position(facts, area).is_some() {
        return;
    }
    let code = usable_code(area.code.as_ref());
    let layer = if code.is_some() { Layer::Gazetteer } else { Layer::Facts };
    out.describe(layer, place, class::PLACE, &area.name);
    pinyin::write_place(layer, place, &area.name, out);
    if let Some(code) = code {
        out.add(layer, place, property::DIVISION_CODE, Literal::from(code));
    }
}

fn write_sentence(sentence: &Sentence, iri: &NamedNode, iris: &Iris, out: &mut Output) {
    out.add(Layer::Text, iri, rdf::TYPE, class::SENTENCE);
    out.add(Layer::Text, iri, rdf::TYPE, nif::SENTENCE);
    out.add(Layer::Text, iri, nif::ANCHOR_OF, Literal::from(sentence.quoted.as_str()));
    out.add(Layer::Text, iri, nif::BEGIN_INDEX, count(sentence.span.begin));
    out.add(Layer::Text, iri, nif::END_INDEX, count(sentence.span.end));
    out.add(Layer::Text, iri, nif::REFERENCE_CONTEXT, iris.context.clone());
    out.add(Layer::Text, iri, property::REPORT, iris.report.clone());
    if sentence.text != sentence.quoted {
        out.add(Layer::Text, iri, property::REPAIRED_TEXT, Literal::from(sentence.text.as_str()));
    }
    if !sentence.section.is_empty() {
        out.add(Layer::Text, iri, property::SECTION, Literal::from(sentence.section.join(HEADINGS)));
    }
    if let Some(part) = sentence.part {
        out.add(Layer::Text, iri, property::PART, concepts::part(part));
    }
}
