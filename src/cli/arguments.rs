//! The command line as it is typed. The comments are its help.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::graph::Base;

/// Turns Chinese government work reports (政府工作报告) into a knowledge graph and answers questions
/// about it.
///
/// Where no store exists yet, questions are put to the report that comes with the program.
///
/// Exit status: 0 done; 1 nothing found, or violations; 2 the call or its input is wrong.
#[derive(Debug, Parser)]
#[command(name = "zhengtu", version, max_term_width = 100, arg_required_else_help = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read reports and write what they say into the store.
    ///
    /// Adding the same report again replaces it. A file that cannot be read is named at the end and does not
    /// stop the others; with a single file the store then stays as it was.
    Build(Build),
    /// Ask a question in Chinese or English.
    ///
    /// The answer comes with the sentences that prove it. What cannot be read or found is said, never guessed.
    Ask(Ask),
    /// Ask the graph in SPARQL, or with a saved query.
    ///
    /// The prefixes of the vocabulary need not be declared; all named graphs are seen as one.
    Query(Query),
    /// Show all about one thing: states, participants, figures, and the sentences that prove it.
    Show(Show),
    /// Write the graph as Turtle or another RDF format.
    ///
    /// By default: the facts, the ontology, the places they refer to, and a description of the data set.
    Export(Export),
    /// Print the facts of a report as JSON lines, before they become RDF.
    Extract(Extract),
    /// Check a graph against the shapes in SHACL that say what is right.
    ///
    /// Exit status 1 where something is wrong.
    Validate(Validate),
    /// Serve the graph over HTTP: a read-only SPARQL endpoint, and pages to look around in.
    ///
    /// The endpoint is at /sparql, the pages begin at /. Ends on Ctrl-C or SIGTERM.
    #[cfg(feature = "server")]
    Serve(Serve),
    /// Evaluate queries for a server. It starts this command itself.
    #[cfg(feature = "server")]
    #[command(hide = true)]
    ServeWorker,
}

/// Which store.
#[derive(Debug, Clone, Args)]
pub struct StorePath {
    /// The store: a file, or (with the feature rocksdb) a folder, written with a / at its end
    /// [default: zhengtu.store]
    #[arg(long, value_name = "PATH", env = "ZHENGTU_STORE", hide_env_values = true)]
    pub store: Option<PathBuf>,
}

/// Which graph a question is put to.
#[derive(Debug, Clone, Args)]
pub struct Graph {
    /// Which store.
    #[command(flatten)]
    pub store: StorePath,
    /// Ask a SPARQL endpoint instead [env: ZHENGTU_ENDPOINT=]
    #[cfg(feature = "endpoint")]
    #[arg(long, value_name = "URL")]
    pub endpoint: Option<String>,
}

/// Which corrections apply.
#[derive(Debug, Clone, Default, Args)]
pub struct Curation {
    /// A file of reviewed corrections to apply besides those that come with the program
    #[arg(long, value_name = "PATH", conflicts_with = "no_curation")]
    pub curation: Vec<PathBuf>,
    /// Leave out all corrections
    #[arg(long)]
    pub no_curation: bool,
}

/// Arguments of `zhengtu build`.
#[derive(Debug, Args)]
pub struct Build {
    /// Reports (txt, md, html, docx, pdf), folders of them, or - for standard input
    #[arg(required = true, value_name = "REPORT")]
    pub reports: Vec<PathBuf>,
    /// Which store.
    #[command(flatten)]
    pub store: StorePath,
    /// Which corrections apply.
    #[command(flatten)]
    pub curation: Curation,
    /// Where the IRIs of resources begin
    #[arg(long, value_name = "IRI")]
    pub base: Option<Base>,
}

/// Arguments of `zhengtu ask`.
#[derive(Debug, Args)]
pub struct Ask {
    /// The question, such as 斋堂有哪些项目; without it, questions are read from standard input, a line each
    pub question: Vec<String>,
    /// Which graph.
    #[command(flatten)]
    pub graph: Graph,
    /// How to print the answer
    #[arg(long, default_value = "text")]
    pub format: AnswerFormat,
    /// Print the SPARQL query, too, that the question was read into
    #[arg(long)]
    pub show_query: bool,
}

/// Formats of answers to questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AnswerFormat {
    /// Lines to read
    Text,
    /// One JSON object; for questions from standard input, one a line
    Json,
}

/// Arguments of `zhengtu query`.
#[derive(Debug, Args)]
pub struct Query {
    /// A query in SPARQL 1.1
    #[arg(required_unless_present_any = ["file", "name", "list"])]
    pub sparql: Option<String>,
    /// Read the query from a file, or from standard input (-)
    #[arg(short, long, value_name = "FILE", conflicts_with = "sparql")]
    pub file: Option<PathBuf>,
    /// Ask a saved query
    #[arg(long, value_name = "SAVED", conflicts_with_all = ["sparql", "file"])]
    pub name: Option<String>,
    /// Give a saved query's parameter a value
    #[arg(long, value_name = "NAME=VALUE", requires = "name", value_parser = assignment)]
    pub param: Vec<(String, String)>,
    /// List the saved queries with their parameters
    #[arg(long, conflicts_with_all = ["sparql", "file", "name"])]
    pub list: bool,
    /// Which graph.
    #[command(flatten)]
    pub graph: Graph,
    /// How to print the answer [default: table on a terminal, tsv otherwise; turtle for graphs]
    #[arg(long)]
    pub format: Option<ResultFormat>,
    /// Begin CSV with a byte order mark, so that Excel reads the Chinese rightly
    #[arg(long)]
    pub bom: bool,
    /// Print the engine's plan instead of the answer
    #[arg(long)]
    pub explain: bool,
    /// Stop after so many seconds
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds)]
    pub timeout: Duration,
}

/// Formats of answers to queries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum ResultFormat {
    Table,
    Json,
    Csv,
    Tsv,
    Xml,
    Turtle,
    Ntriples,
    Nquads,
    Trig,
    Rdfxml,
    Jsonld,
}

/// Arguments of `zhengtu show`.
#[derive(Debug, Args)]
pub struct Show {
    /// Its name, or a part of it
    pub name: String,
    /// Which graph.
    #[command(flatten)]
    pub graph: Graph,
}

/// Arguments of `zhengtu export`.
#[derive(Debug, Args)]
pub struct Export {
    /// Which store.
    #[command(flatten)]
    pub store: StorePath,
    /// The format
    #[arg(long, default_value = "turtle")]
    pub format: GraphFormat,
    /// Which parts of the graph, separated by commas
    #[arg(long, value_name = "PARTS", value_delimiter = ',')]
    pub part: Vec<PartName>,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Read the result again with an independent parser and compare it with the store
    #[arg(long)]
    pub check: bool,
}

/// RDF formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum GraphFormat {
    Turtle,
    Ntriples,
    Nquads,
    Trig,
    Rdfxml,
    Jsonld,
}

/// Parts of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PartName {
    /// What the reports say
    Facts,
    /// Their sentences
    Text,
    /// Which sentence proves which fact
    Evidence,
    /// The vocabulary
    Ontology,
    /// Official divisions and named features
    Gazetteer,
    /// What the export holds and how much of it, in VoID and DCAT
    Dataset,
}

/// Arguments of `zhengtu extract`.
#[derive(Debug, Args)]
pub struct Extract {
    /// The report, or - for standard input
    pub report: PathBuf,
    /// Which corrections apply.
    #[command(flatten)]
    pub curation: Curation,
    /// The format
    #[arg(long, default_value = "jsonl")]
    pub format: FactFormat,
}

/// Formats of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FactFormat {
    /// One JSON object a line
    Jsonl,
}

/// Arguments of `zhengtu validate`.
#[derive(Debug, Args)]
pub struct Validate {
    /// A file in any RDF format, or - for Turtle or TriG on standard input [default: the store]
    pub file: Option<PathBuf>,
    /// Which store.
    #[command(flatten)]
    pub store: StorePath,
    /// Lines to read, or the standard's validation report
    #[arg(long, default_value = "text")]
    pub format: ReportFormat,
    /// The language of the messages [default: that of the terminal]
    #[arg(long)]
    pub lang: Option<MessageLanguage>,
}

/// Formats of validation reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// Lines to read
    Text,
    /// An sh:ValidationReport
    Turtle,
}

/// Languages of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MessageLanguage {
    /// Chinese
    Zh,
    /// English
    En,
}

/// Arguments of `zhengtu serve`.
#[cfg(feature = "server")]
#[derive(Debug, Args)]
pub struct Serve {
    /// Which store.
    #[command(flatten)]
    pub store: StorePath,
    /// Where to listen; port 0 takes any free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7878")]
    pub bind: std::net::SocketAddr,
    /// Stop each query after so many seconds
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    pub timeout: Duration,
    /// How many queries run at once, each in a process of its own that holds the graph
    #[arg(long, value_name = "NUMBER", default_value = "4", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub workers: u16,
    /// How many more queries may wait; others are told to come back later
    #[arg(long, value_name = "NUMBER", default_value = "256")]
    pub queue: u16,
    /// How long an answer may be, in MiB
    #[arg(long, value_name = "MIB", default_value = "16", value_parser = clap::value_parser!(u16).range(1..))]
    pub max_answer: u16,
    /// How much memory a query may use, in MiB (on Linux)
    #[arg(long, value_name = "MIB", default_value = "512", value_parser = clap::value_parser!(u32).range(16..))]
    pub max_memory: u32,
}

fn assignment(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("write NAME=VALUE, for example year=2023".to_owned()),
    }
}

fn seconds(text: &str) -> Result<Duration, String> {
    text.parse::<f64>()
        .ok()
        .filter(|seconds| *seconds > 0.0)
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .ok_or_else(|| "write a number of seconds above 0, for example 2.5".to_owned())
}
