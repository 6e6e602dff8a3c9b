//! Finding a thing by what people call it.

use std::collections::BTreeSet;

use oxigraph::model::{NamedNode, NamedNodeRef};

use super::{Store, StoreError};
use crate::vocabulary::rdf;
use crate::vocabulary::zt::class;

/// The classes of things that have names of their own, the most asked for first.
pub const NAMED_CLASSES: [NamedNodeRef<'static>; 6] =
    [class::PROJECT, class::PLACE, class::ORGANIZATION, class::PROGRAMME, class::HONOUR, class::INDICATOR];

/// How well a name fits; the first is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the label, another name, the code, or the IRI.
    Exact,
    /// The same but for capitals, spaces, marks and tones.
    Normalised,
    /// It is a part of a name.
    Part,
}

impl Store {
    /// The named things that fit `name` best: all that fit it exactly; where there are none, all that fit
    /// it but for capitals, spaces, marks and tones; where there are none either, all whose name holds it.
    ///
    /// # Errors
    /// [`StoreError::Engine`].
    pub fn find(&self, name: &str) -> Result<Option<(Fit, BTreeSet<NamedNode>)>, StoreError> {
        let wanted = normalised(name);
        let mut found: Vec<(Fit, NamedNode)> = Vec::new();
        for class in NAMED_CLASSES {
            for thing in self.subjects(rdf::TYPE, class.into())? {
                if let Some(fit) = self.fit(&thing, name, &wanted)? {
                    found.push((fit, thing));
                }
            }
        }
        let Some(best) = found.iter().map(|(fit, _)| *fit).min() else { return Ok(None) };
        let things = found.into_iter().filter(|(fit, _)| *fit == best).map(|(_, thing)| thing).collect();
        Ok(Some((best, things)))
    }

    fn fit(&self, thing: &NamedNode, name: &str, wanted: &str) -> Result<Option<Fit>, StoreError> {
        if thing.as_str() == name {
            return Ok(Some(Fit::Exact));
        }
        let fits = self.names(thing.as_ref())?.into_iter().filter_map(|known| {
            let folded = normalised(&known);
            match () {
                () if known == name => Some(Fit::Exact),
                () if wanted.is_empty() => None,
                () if folded == wanted => Some(Fit::Normalised),
                () if folded.contains(wanted) => Some(Fit::Part),
                () => None,
            }
        });
        Ok(fits.min())
    }
}

/// Letters and digits alone, small, without the tone marks of Pinyin: `“Zhāi táng”` is `zhaitang`.
fn normalised(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).filter_map(plain_letter).collect()
}

fn plain_letter(letter: char) -> Option<char> {
    const TONES: [(char, &str); 6] =
        [('a', "āáǎà"), ('e', "ēéěè"), ('i', "īíǐì"), ('o', "ōóǒò"), ('u', "ūúǔùü"), ('v', "ǖǘǚǜ")];
    let plain = TONES.iter().find(|(_, marked)| marked.contains(letter)).map_or(letter, |(plain, _)| *plain);
    plain.is_alphanumeric().then_some(plain)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use oxigraph::model::{GraphName, Literal, Quad};

    use super::*;
    use crate::vocabulary::{rdfs, skos};

    fn store() -> Store {
        let node = |name: &str| NamedNode::new(format!("https://example.org/{name}")).unwrap();
        let mut quads = Vec::new();
        for (iri, class, label, other) in [
            ("a", class::PROJECT, "斋堂华侨城项目", "Zhāitáng Huáqiáochéng xiàngmù"),
            ("b", class::PLACE, "斋堂镇", "斋堂"),
            ("c", class::PROJECT, "“门境”系统", "S1北支线"),
        ] {
            quads.push(Quad::new(node(iri), rdf::TYPE, class, GraphName::DefaultGraph));
            quads.push(Quad::new(node(iri), rdfs::LABEL, Literal::from(label), GraphName::DefaultGraph));
            quads.push(Quad::new(node(iri), skos::ALT_LABEL, Literal::from(other), GraphName::DefaultGraph));
        }
        Store::from_quads(quads).unwrap()
    }

    fn found(name: &str) -> Option<(Fit, Vec<String>)> {
        let (fit, things) = store().find(name).unwrap()?;
        Some((fit, things.iter().map(|thing| thing.as_str().replace("https://example.org/", "")).collect()))
    }

    #[test]
    fn the_best_fit_wins() {
        for (name, fit, things) in [
            ("斋堂", Fit::Exact, "b"),
            ("斋堂镇", Fit::Exact, "b"),
            ("门境系统", Fit::Normalised, "c"),
            ("s1 北支线", Fit::Normalised, "c"),
            ("zhaitang huaqiaocheng xiangmu", Fit::Normalised, "a"),
            ("华侨城", Fit::Part, "a"),
        ] {
            assert_eq!(found(name), Some((fit, vec![things.to_owned()])), "{name}");
        }
        assert_eq!(found("系统项目"), None);
        assert_eq!(found("“”"), None);
    }
}
