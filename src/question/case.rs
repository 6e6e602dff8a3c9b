//! A question before the graph: what the rules look at, and the account they give of its words.

use oxigraph::model::NamedNode;

use super::index::{Class, Index, ReportEntry};
use super::plan::Plan;
use super::reading::Reading;
use super::words::{Sense, Tag, Words};

/// A question with all that a rule needs to read it.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The question.
    pub reading: &'a Reading,
    /// The graph's names and figures.
    pub index: &'a Index,
    /// The lexicon.
    pub words: &'a Words,
}

/// Which pieces of the question a rule has made use of.
#[derive(Debug, Clone)]
pub struct Account(Vec<bool>);

/// A plan that a rule proposes, and the pieces of the question that it leaves over.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The plan.
    pub plan: Plan,
    /// Pieces of the question that the plan takes no account of.
    pub left: Vec<usize>,
    /// Whether it is known that the graph holds nothing of the kind: the question is understood, and the
    /// answer is that there is none.
    pub empty: bool,
    /// Where the question is two questions, the piece that the second begins with: neither is answered.
    pub second: Option<usize>,
}

impl Account {
    /// Records that a piece is made use of.
    pub fn take(&mut self, piece: usize) {
        if let Some(taken) = self.0.get_mut(piece) {
            *taken = true;
        }
    }

    /// Records that pieces are made use of.
    pub fn take_all(&mut self, pieces: &[usize]) {
        pieces.iter().for_each(|&piece| self.take(piece));
    }

    /// Records that a piece is made use of after all by nothing.
    pub fn leave(&mut self, piece: usize) {
        if let Some(taken) = self.0.get_mut(piece) {
            *taken = false;
        }
    }

    /// Whether a piece has been made use of.
    #[must_use]
    pub fn has(&self, piece: usize) -> bool {
        self.0.get(piece).copied().unwrap_or(false)
    }
}

impl Case<'_> {
    /// An account in which only the words that fill are taken.
    #[must_use]
    pub fn account(&self) -> Account {
        Account(self.reading.tokens.iter().map(Reading::is_free).collect())
    }

    /// A proposal, with what the account leaves over.
    #[must_use]
    pub fn propose(&self, plan: Plan, account: &Account) -> Proposal {
        let left = (0..self.reading.tokens.len()).filter(|&piece| !account.has(piece)).collect();
        Proposal { plan, left, empty: false, second: None }
    }

    /// Takes every piece with one of these tags.
    pub fn take_tags(&self, account: &mut Account, tags: &[Tag]) {
        for (piece, sense) in self.reading.senses() {
            if matches!(sense, Sense::Tag(tag) if tags.contains(tag)) {
                account.take(piece);
            }
        }
    }

    /// The report areas that the question names, taken.
    pub fn areas(&self, account: &mut Account) -> Vec<NamedNode> {
        let mut areas = Vec::new();
        for (piece, things) in self.reading.named(self.index, &[Class::Place]) {
            let named: Vec<NamedNode> =
                things.iter().map(|&at| self.iri(at)).filter(|iri| self.index.is_area(iri)).collect();
            if !named.is_empty() {
                account.take(piece);
                areas.extend(named);
            }
        }
        for (piece, sense) in self.reading.senses() {
            if let Sense::Area(endings) = sense
                && self.reports().any(|report| self.ends_so(report, endings))
            {
                account.take(piece);
            }
        }
        areas.sort_by(|a, b| a.as_str().cmp(b.as_str()));
        areas.dedup();
        areas
    }

    /// Whether a report's own area is named in general words (`我区`).
    #[must_use]
    pub fn names_area_in_words(&self) -> bool {
        self.reading.senses().any(|(_, sense)| {
            matches!(sense, Sense::Area(endings) if self.reports().any(|report| self.ends_so(report, endings)))
        })
    }

    /// Whether a piece is the name of an area that a report is about.
    #[must_use]
    pub fn is_area_name(&self, piece: usize) -> bool {
        let named = self.reading.named(self.index, &[Class::Place]);
        named.iter().any(|(at, things)| {
            *at == piece && things.iter().any(|&thing| self.index.is_area(&self.iri(thing)))
        })
    }

    fn ends_so(&self, report: &ReportEntry, endings: &[String]) -> bool {
        let label = report.area.as_ref().map_or("", |area| self.index.label(area));
        endings.iter().any(|ending| label.ends_with(ending.as_str()))
    }

    /// The places named that are no report areas, taken.
    pub fn places(&self, account: &mut Account) -> Vec<NamedNode> {
        let mut places = Vec::new();
        for (piece, things) in self.reading.named(self.index, &[Class::Place]) {
            if !account.has(piece) {
                account.take(piece);
                places.extend(things.iter().map(|&at| self.iri(at)));
            }
        }
        places
    }

    /// The years named, in numbers or in words (`今年` of a report is the year it plans), taken.
    pub fn years(&self, account: &mut Account) -> Vec<i32> {
        let mut years: Vec<i32> = Vec::new();
        for (piece, meant) in self.dated() {
            account.take(piece);
            years.extend(meant);
        }
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The pieces that name years, with the years.
    #[must_use]
    pub fn dated(&self) -> Vec<(usize, Vec<i32>)> {
        let mut dated: Vec<(usize, Vec<i32>)> =
            self.reading.years().into_iter().map(|(piece, year)| (piece, vec![year])).collect();
        let plan_years: Vec<i32> = self.reports().filter_map(|report| report.plan_year).collect();
        let review_years: Vec<i32> = self.reports().filter_map(|report| report.review_year).collect();
        for (piece, sense) in self.reading.senses() {
            let meant: Vec<i32> = match sense {
                Sense::Tag(Tag::ThisYear) => plan_years.clone(),
                Sense::Tag(Tag::LastYear) => review_years.clone(),
                Sense::Tag(Tag::NextYear) => plan_years.iter().map(|year| year + 1).collect(),
                _ => continue,
            };
            dated.push((piece, meant));
        }
        dated
    }

    /// The reports in question: those about an area that is named, else all.
    pub fn reports(&self) -> impl Iterator<Item = &ReportEntry> {
        let named: Vec<NamedNode> = self
            .reading
            .named(self.index, &[Class::Place])
            .into_iter()
            .flat_map(|(_, things)| things)
            .map(|at| self.iri(at))
            .filter(|iri| self.index.is_area(iri))
            .collect();
        self.index.reports.iter().filter(move |report| {
            named.is_empty() || report.area.as_ref().is_some_and(|area| named.contains(area))
        })
    }

    /// The states named, taken; with what each means to a question.
    pub fn states(&self, account: &mut Account) -> Vec<String> {
        let mut states: Vec<String> = Vec::new();
        for (piece, sense) in self.reading.senses() {
            if let Sense::State(id) = sense {
                account.take(piece);
                states.extend(self.words.states_meant(id));
            }
        }
        states.dedup();
        states
    }

    /// The ids that words of one sort name, with their pieces.
    pub fn ids(&self, of: impl Fn(&Sense) -> Option<&String>) -> Vec<(usize, String)> {
        self.reading.senses().filter_map(|(piece, sense)| of(sense).map(|id| (piece, id.clone()))).collect()
    }

    /// IRI of a thing of the index.
    #[must_use]
    pub fn iri(&self, thing: usize) -> NamedNode {
        self.index.things.get(thing).map_or_else(|| NamedNode::new_unchecked(""), |thing| thing.iri.clone())
    }

    /// IRIs of things of the index, sorted.
    #[must_use]
    pub fn iris(&self, things: &[usize]) -> Vec<NamedNode> {
        let mut iris: Vec<NamedNode> = things.iter().map(|&at| self.iri(at)).collect();
        iris.sort_by(|a, b| a.as_str().cmp(b.as_str()));
        iris.dedup();
        iris
    }
}
