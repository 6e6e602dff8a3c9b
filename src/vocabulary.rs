//! Every IRI that this crate writes or asks for, and nothing else: the ontology's own terms in [`zt`],
//! those of other vocabularies in a module for each, and the table of prefixes.
//!
//! `ontology/zhengtu.ttl` defines each term of [`zt`] with label and comment in Chinese and English; a test
//! keeps the two in step.

pub use oxigraph::model::vocab::{rdf, rdfs, xsd};

/// IRI of the ontology as a document; also the name of the graph that holds it.
pub const ONTOLOGY: &str = "https://w3id.org/zhengtu/ns";

/// Where resources live when the caller names no other base.
pub const DEFAULT_BASE: &str = "https://w3id.org/zhengtu/id/";

/// Language tag of Chinese text.
pub const CHINESE: &str = "zh";

/// Language tag of English text.
pub const ENGLISH: &str = "en";

/// Language tag of Hanyu Pinyin, in the lower case to which RDF parsers bring it (tags are compared
/// without regard to case; `zh-Latn-pinyin` is the same tag).
pub const PINYIN: &str = "zh-latn-pinyin";

/// Prefix and namespace of every vocabulary in use, sorted by prefix.
const PREFIXES: &[(&str, &str)] = &[
    ("cpov", cpov::NAMESPACE),
    ("dcterms", dcterms::NAMESPACE),
    ("eurio", "http://data.europa.eu/s66#"),
    ("geo", "http://www.opengis.net/ont/geosparql#"),
    ("nif", nif::NAMESPACE),
    ("org", "http://www.w3.org/ns/org#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("qb", "http://purl.org/linked-data/cube#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", schema::NAMESPACE),
    ("sd", sd::NAMESPACE),
    ("skos", skos::NAMESPACE),
    ("void", void::NAMESPACE),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("zt", zt::NAMESPACE),
];

/// Prefixes that are known to every query and every Turtle file.
///
/// ```
/// let zt = zhengtu::vocabulary::prefixes().iter().find(|(prefix, _)| *prefix == "zt");
/// assert_eq!(zt.map(|(_, namespace)| *namespace), Some("https://w3id.org/zhengtu/ns#"));
/// ```
#[must_use]
pub const fn prefixes() -> &'static [(&'static str, &'static str)] {
    PREFIXES
}

/// Defines a namespace and its terms: `NAME = "local"` makes the constant `NAME` for `namespace` + `local`.
macro_rules! vocabulary {
    ($namespace:literal; $($(#[$doc:meta])* $name:ident = $local:literal;)+) => {
        use oxigraph::model::NamedNodeRef;
        /// The namespace that the terms share.
        pub const NAMESPACE: &str = $namespace;
        $($(#[$doc])* pub const $name: NamedNodeRef<'static> =
            NamedNodeRef::new_unchecked(concat!($namespace, $local));)+
        /// Every term of this module, in the order of its definition.
        pub const ALL: &[NamedNodeRef<'static>] = &[$($name),+];
    };
}

pub mod zt;

/// Core Public Organisation Vocabulary.
pub mod cpov {
    vocabulary! { "http://data.europa.eu/m8g/";
        /// A body of the state.
        PUBLIC_ORGANISATION = "PublicOrganisation";
    }
}

/// Dublin Core terms.
pub mod dcterms {
    vocabulary! { "http://purl.org/dc/terms/";
        /// Title of a document.
        TITLE = "title";
        /// Language of a document.
        LANGUAGE = "language";
    }
}

/// NLP Interchange Format: strings and where they stand in a text.
pub mod nif {
    vocabulary! { "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
        /// A text as a whole.
        CONTEXT = "Context";
        /// A sentence of it.
        SENTENCE = "Sentence";
        /// The characters of a string.
        ANCHOR_OF = "anchorOf";
        /// Offset of its first character.
        BEGIN_INDEX = "beginIndex";
        /// Offset after its last character.
        END_INDEX = "endIndex";
        /// From a string to the text it stands in.
        REFERENCE_CONTEXT = "referenceContext";
    }
}

/// schema.org, in its `https` form throughout.
pub mod schema {
    vocabulary! { "https://schema.org/";
        /// A report as a published document.
        REPORT = "Report";
    }
}

/// SPARQL 1.1 Service Description.
pub mod sd {
    vocabulary! { "http://www.w3.org/ns/sparql-service-description#";
        /// A SPARQL endpoint.
        SERVICE = "Service";
        /// From a service to where it is called.
        ENDPOINT = "endpoint";
        /// From a service to a language it understands.
        SUPPORTED_LANGUAGE = "supportedLanguage";
        /// The query language.
        SPARQL_11_QUERY = "SPARQL11Query";
        /// From a service to something it can do.
        FEATURE = "feature";
        /// The default graph is the union of the named graphs.
        UNION_DEFAULT_GRAPH = "UnionDefaultGraph";
        /// From a service to a format of its results.
        RESULT_FORMAT = "resultFormat";
        /// From a service to the dataset that a query sees unless it names another.
        DEFAULT_DATASET = "defaultDataset";
        /// A default graph and named graphs.
        DATASET = "Dataset";
        /// From a dataset to its default graph.
        DEFAULT_GRAPH = "defaultGraph";
        /// From a dataset to a named graph.
        NAMED_GRAPH = "namedGraph";
        /// A graph with its name in a dataset.
        NAMED_GRAPH_CLASS = "NamedGraph";
        /// From a named graph to its name.
        NAME = "name";
        /// From a named graph to what it holds.
        GRAPH_PROPERTY = "graph";
        /// A set of triples.
        GRAPH = "Graph";
    }
}

/// Vocabulary of Interlinked Datasets.
pub mod void {
    vocabulary! { "http://rdfs.org/ns/void#";
        /// Number of triples.
        TRIPLES = "triples";
    }
}

/// Simple Knowledge Organization System.
pub mod skos {
    vocabulary! { "http://www.w3.org/2004/02/skos/core#";
        /// A unit of thought, such as an indicator or a state.
        CONCEPT = "Concept";
        /// The name preferred in a language.
        PREF_LABEL = "prefLabel";
        /// Another name.
        ALT_LABEL = "altLabel";
        /// From a concept to the list that it belongs to.
        IN_SCHEME = "inScheme";
    }
}
