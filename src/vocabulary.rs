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
    ("dcat", dcat::NAMESPACE),
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
    ("sh", sh::NAMESPACE),
    ("skos", skos::NAMESPACE),
    ("void", void::NAMESPACE),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("zt", zt::NAMESPACE),
    ("zts", sh::OUR_SHAPES),
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

/// Data Catalog Vocabulary.
pub mod dcat {
    vocabulary! { "http://www.w3.org/ns/dcat#";
        /// A data set in a catalogue.
        DATASET = "Dataset";
        /// A word to find it by.
        KEYWORD = "keyword";
    }
}

/// Dublin Core terms.
pub mod dcterms {
    vocabulary! { "http://purl.org/dc/terms/";
        /// Title of a document.
        TITLE = "title";
        /// Language of a document.
        LANGUAGE = "language";
        /// What something is, in words.
        DESCRIPTION = "description";
        /// A standard that something follows.
        CONFORMS_TO = "conformsTo";
        /// What something was made from.
        SOURCE = "source";
        /// The place that something is about.
        SPATIAL = "spatial";
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

/// Shapes Constraint Language.
pub mod sh {
    vocabulary! { "http://www.w3.org/ns/shacl#";
        /// What nodes must be like.
        NODE_SHAPE = "NodeShape";
        /// From a shape to a class whose nodes it speaks of.
        TARGET_CLASS = "targetClass";
        /// From a shape to a property whose subjects it speaks of.
        TARGET_SUBJECTS_OF = "targetSubjectsOf";
        /// From a shape to a constraint in SPARQL.
        SPARQL = "sparql";
        /// What is wrong where a constraint does not hold.
        MESSAGE = "message";
        /// The query that finds what is wrong.
        SELECT = "select";
        /// From a constraint to what declares its prefixes.
        PREFIXES = "prefixes";
        /// From there to a declaration.
        DECLARE = "declare";
        /// The prefix declared.
        PREFIX = "prefix";
        /// What it stands for.
        NAMESPACE_OF_PREFIX = "namespace";
        /// What came of validating a graph.
        VALIDATION_REPORT = "ValidationReport";
        /// One thing that is wrong.
        VALIDATION_RESULT = "ValidationResult";
        /// Whether nothing is wrong.
        CONFORMS = "conforms";
        /// From a report to a result.
        RESULT = "result";
        /// The node at fault.
        FOCUS_NODE = "focusNode";
        /// The value at fault.
        VALUE = "value";
        /// How bad it is.
        RESULT_SEVERITY = "resultSeverity";
        /// What is wrong, in words.
        RESULT_MESSAGE = "resultMessage";
        /// Wrong.
        VIOLATION = "Violation";
        /// The kind of constraint.
        SOURCE_CONSTRAINT_COMPONENT = "sourceConstraintComponent";
        /// The constraint.
        SOURCE_CONSTRAINT = "sourceConstraint";
        /// The shape.
        SOURCE_SHAPE = "sourceShape";
        /// A constraint in SPARQL.
        SPARQL_CONSTRAINT_COMPONENT = "SPARQLConstraintComponent";
    }

    /// The namespace of the shapes in `ontology/shapes.ttl`.
    pub const OUR_SHAPES: &str = "https://w3id.org/zhengtu/shapes#";
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
        /// A data set in RDF.
        DATASET = "Dataset";
        /// Number of triples.
        TRIPLES = "triples";
        /// Number of resources described.
        ENTITIES = "entities";
        /// Number of subjects.
        DISTINCT_SUBJECTS = "distinctSubjects";
        /// Number of objects.
        DISTINCT_OBJECTS = "distinctObjects";
        /// Number of classes.
        CLASSES = "classes";
        /// Number of properties.
        PROPERTIES = "properties";
        /// What the IRIs of its resources begin with.
        URI_SPACE = "uriSpace";
        /// A vocabulary in use.
        VOCABULARY = "vocabulary";
        /// A data set that is part of it.
        SUBSET = "subset";
        /// The part that describes the members of a class.
        CLASS_PARTITION = "classPartition";
        /// From that part to the class.
        CLASS = "class";
        /// The part with the triples of a property.
        PROPERTY_PARTITION = "propertyPartition";
        /// From that part to the property.
        PROPERTY = "property";
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
