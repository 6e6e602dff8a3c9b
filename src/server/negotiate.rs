//! Content negotiation (RFC 9110, section 12.5.1), and the media types that we speak.

use oxigraph::sparql::results::QueryResultsFormat;

use crate::export;

/// Something that can be sent, its media types (the first is sent, all are understood), and the short name
/// by which a link can ask for it.
pub(super) struct Offer<T: 'static> {
    pub(super) format: T,
    pub(super) media_types: &'static [&'static str],
    pub(super) name: &'static str,
}

impl<T> Offer<T> {
    /// The media type to send.
    pub(super) fn media_type(&self) -> &'static str {
        self.media_types.first().copied().unwrap_or("application/octet-stream")
    }
}

/// For tables, and for yes and no.
pub(super) const RESULTS: &[Offer<QueryResultsFormat>] = &[
    Offer {
        format: QueryResultsFormat::Json,
        media_types: &["application/sparql-results+json", "application/json"],
        name: "json",
    },
    Offer {
        format: QueryResultsFormat::Xml,
        media_types: &["application/sparql-results+xml", "application/xml", "text/xml"],
        name: "xml",
    },
    Offer { format: QueryResultsFormat::Csv, media_types: &["text/csv; charset=utf-8"], name: "csv" },
    Offer {
        format: QueryResultsFormat::Tsv,
        media_types: &["text/tab-separated-values; charset=utf-8"],
        name: "tsv",
    },
];

/// For graphs.
pub(super) const GRAPHS: &[Offer<export::Format>] = &[
    Offer {
        format: export::Format::Turtle,
        media_types: &["text/turtle; charset=utf-8", "application/x-turtle", "application/turtle"],
        name: "turtle",
    },
    Offer {
        format: export::Format::NTriples,
        media_types: &["application/n-triples", "text/plain"],
        name: "ntriples",
    },
    Offer { format: export::Format::NQuads, media_types: &["application/n-quads"], name: "nquads" },
    Offer { format: export::Format::TriG, media_types: &["application/trig"], name: "trig" },
    Offer {
        format: export::Format::RdfXml,
        media_types: &["application/rdf+xml", "application/xml", "text/xml"],
        name: "rdfxml",
    },
    Offer {
        format: export::Format::JsonLd,
        media_types: &["application/ld+json", "application/json"],
        name: "jsonld",
    },
];

/// The `Accept` header that asks for a format by its short name.
pub(super) fn accept_for(name: &str) -> Option<&'static str> {
    let results = RESULTS.iter().map(|offer| (offer.name, offer.media_type()));
    let graphs = GRAPHS.iter().map(|offer| (offer.name, offer.media_type()));
    results.chain(graphs).find(|(known, _)| *known == name).map(|(_, media_type)| media_type)
}

/// The offer that an `Accept` header likes best; of equals the first. None where it takes none of them.
pub(super) fn best<'a, T>(accept: Option<&str>, offers: &'a [Offer<T>]) -> Option<&'a Offer<T>> {
    let accept = accept.map(str::trim).filter(|accept| !accept.is_empty()).unwrap_or("*/*");
    let ranges: Vec<Range<'_>> = accept.split(',').filter_map(Range::read).collect();
    let mut best: Option<(u16, &Offer<T>)> = None;
    for offer in offers {
        let liking = offer.media_types.iter().map(|media_type| liking(&ranges, media_type)).max();
        let liking = liking.unwrap_or(0);
        if liking > best.map_or(0, |(most, _)| most) {
            best = Some((liking, offer));
        }
    }
    best.map(|(_, offer)| offer)
}

/// `text/turtle, application/n-triples, …`: what a client could have asked for.
pub(super) fn choices<T>(offers: &[Offer<T>]) -> String {
    let essence = |offer: &Offer<T>| essence(offer.media_type());
    offers.iter().map(essence).collect::<Vec<_>>().join(", ")
}

/// A media type without its parameters.
pub(super) fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// One entry of an `Accept` header.
struct Range<'a> {
    kind: &'a str,
    subkind: &'a str,
    /// In thousandths.
    quality: u16,
}

impl<'a> Range<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let mut parts = text.split(';').map(str::trim);
        let (kind, subkind) = parts.next()?.split_once('/')?;
        let quality = parts
            .filter_map(|parameter| parameter.split_once('='))
            .find(|(name, _)| name.trim().eq_ignore_ascii_case("q"))
            .map_or(Some(1.0), |(_, value)| value.trim().parse::<f32>().ok())?;
        // Between 0 and 1000 by the clamp; a NaN becomes 0.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
        let quality = (quality.clamp(0.0, 1.0) * 1000.0).round() as u16;
        Some(Self { kind, subkind, quality })
    }

    /// How exactly the range names the media type; None where it does not.
    fn exactness(&self, kind: &str, subkind: &str) -> Option<u8> {
        match (self.kind, self.subkind) {
            ("*", "*") => Some(0),
            (own, "*") if own.eq_ignore_ascii_case(kind) => Some(1),
            (own, sub) if own.eq_ignore_ascii_case(kind) && sub.eq_ignore_ascii_case(subkind) => Some(2),
            _ => None,
        }
    }
}

/// The quality that the most exact range gives a media type.
fn liking(ranges: &[Range<'_>], media_type: &str) -> u16 {
    let essence = essence(media_type);
    let Some((kind, subkind)) = essence.split_once('/') else { return 0 };
    let fitting = ranges.iter().filter_map(|range| Some((range.exactness(kind, subkind)?, range.quality)));
    fitting.max_by_key(|(exactness, _)| *exactness).map_or(0, |(_, quality)| quality)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_accept_header_chooses() {
        for (accept, chosen) in [
            (None, Some("json")),
            (Some(""), Some("json")),
            (Some("*/*"), Some("json")),
            (Some("text/*"), Some("xml")),
            (Some("text/csv"), Some("csv")),
            (Some("TEXT/CSV; header=present"), Some("csv")),
            (Some("text/csv;q=0.2, application/sparql-results+xml;q=0.9"), Some("xml")),
            (Some("application/json;q=0.5, */*;q=0.1"), Some("json")),
            (Some("*/*, application/sparql-results+json;q=0, application/json;q=0"), Some("xml")),
            (Some("text/csv;q=0"), None),
            (Some("text/turtle"), None),
            (Some("nonsense"), None),
            (Some("text/csv;q=NaN"), None),
            (Some("text/csv;q=x, text/tab-separated-values;q=0.1"), Some("tsv")),
        ] {
            let best = best(accept, RESULTS).map(|offer| offer.name);
            assert_eq!(best, chosen, "{accept:?}");
        }
    }

    #[test]
    fn a_short_name_asks_for_its_own_format() {
        for offer in RESULTS {
            let found = best(accept_for(offer.name), RESULTS).map(|found| found.name);
            assert_eq!(found, Some(offer.name));
        }
        for offer in GRAPHS {
            let found = best(accept_for(offer.name), GRAPHS).map(|found| found.name);
            assert_eq!(found, Some(offer.name));
        }
        assert_eq!(accept_for("pdf"), None);
    }
}
