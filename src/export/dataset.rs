//! What an export is, told in the vocabularies for data sets (VoID and DCAT), so that catalogues and stores can
//! read it: where its resources live, which vocabularies it uses, and how much it holds of what.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::model::{Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term, Triple};

use crate::names::Names;
use crate::store::Part;
use crate::vocabulary::zt::{class, property};
use crate::vocabulary::{self, CHINESE, ENGLISH, dcat, dcterms, rdf, rdfs, void};

/// Describes quads: the description's own, in a graph of its own. Nothing, where there is no resource of ours.
/// What it says depends on the quads alone, so it has no date.
#[must_use]
pub fn describe(quads: &[Quad]) -> Vec<Quad> {
    let subjects: BTreeSet<&str> = quads.iter().filter_map(|quad| iri(&quad.subject)).collect();
    let Some(base) = Names::of(subjects.iter().copied()).base().map(str::to_owned) else { return Vec::new() };
    let mut description = Description::new(&base);
    description.say_what_it_is(quads);
    description.count(quads);
    description.divide(quads);
    description.quads
}

struct Description {
    base: String,
    dataset: NamedNode,
    quads: Vec<Quad>,
}

impl Description {
    fn new(base: &str) -> Self {
        let dataset = NamedNode::new_unchecked(format!("{base}dataset"));
        Self { base: base.to_owned(), dataset, quads: Vec::new() }
    }

    fn add(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, object: impl Into<Term>) {
        self.quads.push(Quad::new(subject.clone(), predicate, object, self.dataset.clone()));
    }

    /// Says something of the whole.
    fn tell(&mut self, predicate: NamedNodeRef<'_>, object: impl Into<Term>) {
        self.add(&self.dataset.clone(), predicate, object);
    }

    fn say_what_it_is(&mut self, quads: &[Quad]) {
        self.tell(rdf::TYPE, void::DATASET);
        self.tell(rdf::TYPE, dcat::DATASET);
        for (language, title, about, keywords) in [
            (
                CHINESE,
                "政府工作报告知识图谱",
                "由政图从政府工作报告中抽取：项目、地点、组织、计划、荣誉、指标和目标，各有出处。",
                ["政府工作报告", "知识图谱"],
            ),
            (
                ENGLISH,
                "Knowledge graph of government work reports",
                "Projects, places, organizations, programmes, honours, figures and targets that Zhengtu read in \
                 Chinese government work reports, with the sentences that prove them.",
                ["government work report", "knowledge graph"],
            ),
        ] {
            let text = |text: &str| Literal::new_language_tagged_literal_unchecked(text, language);
            self.tell(rdfs::LABEL, text(title));
            self.tell(dcterms::TITLE, text(title));
            self.tell(dcterms::DESCRIPTION, text(about));
            for keyword in keywords {
                self.tell(dcat::KEYWORD, text(keyword));
            }
        }
        self.tell(dcterms::LANGUAGE, Literal::from(CHINESE));
        self.tell(dcterms::CONFORMS_TO, NamedNode::new_unchecked(vocabulary::ONTOLOGY));
        let reports: BTreeSet<String> = quads.iter().filter_map(report).collect();
        for report in &reports {
            self.tell(dcterms::SOURCE, NamedNode::new_unchecked(report.as_str()));
        }
        let areas = quads.iter().filter(|quad| {
            quad.predicate == property::AREA
                && iri(&quad.subject).is_some_and(|subject| reports.contains(subject))
        });
        let areas: BTreeMap<String, &Term> =
            areas.map(|quad| (quad.object.to_string(), &quad.object)).collect();
        for area in areas.into_values() {
            self.tell(dcterms::SPATIAL, area.clone());
        }
    }

    fn count(&mut self, quads: &[Quad]) {
        self.tell(void::URI_SPACE, Literal::from(self.base.as_str()));
        let used: BTreeSet<&str> = quads.iter().flat_map(terms).collect();
        for (_, namespace) in vocabulary::prefixes() {
            if used.iter().any(|term| term.starts_with(namespace)) {
                self.tell(void::VOCABULARY, NamedNode::new_unchecked(*namespace));
            }
        }
        let distinct = |part: fn(&Quad) -> String| quads.iter().map(part).collect::<BTreeSet<_>>();
        let subjects = distinct(|quad| quad.subject.to_string());
        let entities = subjects.iter().filter(|subject| subject[1..].starts_with(&self.base)).count();
        for (predicate, number) in [
            (void::TRIPLES, triples(quads.iter())),
            (void::ENTITIES, entities),
            (void::DISTINCT_SUBJECTS, subjects.len()),
            (void::DISTINCT_OBJECTS, distinct(|quad| quad.object.to_string()).len()),
        ] {
            self.tell(predicate, number_of(number));
        }
    }

    /// The parts: by what a graph holds, by class, by property.
    fn divide(&mut self, quads: &[Quad]) {
        for part in Part::ALL {
            let held = triples(quads.iter().filter(|quad| Part::of(&quad.graph_name) == Some(part)));
            if held > 0 {
                self.part(void::SUBSET, &format!("part/{}", part.name()), None, (void::TRIPLES, held));
            }
        }
        let mut classes: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let mut properties: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for quad in quads {
            properties
                .entry(quad.predicate.as_str())
                .or_default()
                .insert(Triple::from(quad.clone()).to_string());
            if quad.predicate == rdf::TYPE
                && let Term::NamedNode(class) = &quad.object
            {
                classes.entry(class.as_str()).or_default().insert(quad.subject.to_string());
            }
        }
        self.tell(void::CLASSES, number_of(classes.len()));
        self.tell(void::PROPERTIES, number_of(properties.len()));
        let names = Names::of([]);
        let segment = |kind: &str, term: &str| format!("{kind}/{}", names.short(term).replace(':', "-"));
        for (class, members) in &classes {
            let of = (void::CLASS, *class);
            self.part(
                void::CLASS_PARTITION,
                &segment("class", class),
                Some(of),
                (void::ENTITIES, members.len()),
            );
        }
        for (property, uses) in &properties {
            let of = (void::PROPERTY, *property);
            let size = (void::TRIPLES, uses.len());
            self.part(void::PROPERTY_PARTITION, &segment("property", property), Some(of), size);
        }
    }

    fn part(
        &mut self,
        link: NamedNodeRef<'_>,
        segment: &str,
        of: Option<(NamedNodeRef<'_>, &str)>,
        (measure, size): (NamedNodeRef<'_>, usize),
    ) {
        let Ok(part) = NamedNode::new(format!("{}/{segment}", self.dataset.as_str())) else { return };
        self.tell(link, part.clone());
        self.add(&part, rdf::TYPE, void::DATASET);
        if let Some((property, term)) = of {
            self.add(&part, property, NamedNode::new_unchecked(term));
        }
        self.add(&part, measure, number_of(size));
    }
}

/// The report that a quad's graph belongs to, or that the quad describes.
fn report(quad: &Quad) -> Option<String> {
    if quad.predicate == rdf::TYPE && quad.object == class::REPORT.into() {
        return iri(&quad.subject).map(str::to_owned);
    }
    match Part::of(&quad.graph_name)? {
        Part::Facts | Part::Text | Part::Evidence => {
            let name = quad.graph_name.to_string();
            let name = name.trim_start_matches('<').trim_end_matches('>');
            name.rsplit_once('/').map(|(report, _)| report.to_owned())
        }
        Part::Ontology | Part::Gazetteer => None,
    }
}

/// How many triples there are, whatever their graphs.
fn triples<'a>(quads: impl Iterator<Item = &'a Quad>) -> usize {
    quads.map(|quad| Triple::from(quad.clone()).to_string()).collect::<BTreeSet<_>>().len()
}

fn iri(node: &NamedOrBlankNode) -> Option<&str> {
    match node {
        NamedOrBlankNode::NamedNode(node) => Some(node.as_str()),
        NamedOrBlankNode::BlankNode(_) => None,
    }
}

/// The terms of vocabularies that a quad uses: its property, and its class where it states one.
fn terms(quad: &Quad) -> impl Iterator<Item = &str> {
    let class = match &quad.object {
        Term::NamedNode(class) if quad.predicate == rdf::TYPE => Some(class.as_str()),
        _ => None,
    };
    [quad.predicate.as_str()].into_iter().chain(class)
}

fn number_of(count: usize) -> Literal {
    Literal::from(i64::try_from(count).unwrap_or(i64::MAX))
}
