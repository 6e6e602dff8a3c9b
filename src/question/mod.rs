//! Questions in Chinese or English, answered from the graph with the sentences that prove the answer.
//!
//! ```text
//! question ─ fold, tokens ─► Reading ─ rules ─► Plan ─ sparql ─► query ─ source ─► rows ─ items ─► Answer
//! ```
//!
//! Nothing is guessed. Every word of a question must be a name of the graph, a word of the lexicon that the
//! plan makes use of, or a word that only fills; whatever else stands in it is named as the reason why there
//! is no answer.

mod answer;
mod case;
pub mod fold;
mod index;
mod items;
mod linking;
mod nearest;
mod phrase;
pub mod plan;
mod reading;
mod rules;
mod source;
mod sparql;
mod text;
mod tokens;
mod words;

pub use answer::{Answer, Evidence, Item};
use index::Figure;
pub use index::{FigureClass, Index};
pub use reading::Language;
pub use source::{Row, Source};
pub(crate) use text::quote;
pub use text::render_text;

use std::collections::BTreeSet;

use thiserror::Error;

use crate::lexicon::gazetteer;

use case::{Case, Proposal};
use phrase::Phrases;
use plan::Plan;
use reading::Reading;
use tokens::{Kind, Token};
use words::Words;

/// Longest question that is read, in words and Chinese characters.
const LONGEST: usize = 300;

/// Why a question could not be put to the graph.
#[derive(Debug, Error)]
pub enum Error {
    /// The lexicon of question words does not read.
    #[error(
        "data/lexicon/question.toml or english.csv cannot be read: {0}. Correct the file and build again"
    )]
    Words(String),
    /// A query failed.
    #[error("the graph cannot be asked: {why}. The query was:\n{query}")]
    Query {
        /// The query.
        query: String,
        /// What went wrong.
        why: String,
    },
}

/// Answers a question from a graph.
///
/// # Errors
/// If the graph cannot be asked. A question that cannot be read is no error: the answer then says why.
pub fn answer(source: &dyn Source, question: &str) -> Result<Answer, Error> {
    let index = index(source)?;
    answer_with(source, &index, question)
}

/// Gathers what a graph names and counts, to answer several questions with.
///
/// # Errors
/// If the graph cannot be asked.
pub fn index(source: &dyn Source) -> Result<Index, Error> {
    Index::build(source, Words::standard()?)
}

/// Answers a question from a graph whose index has been gathered.
///
/// # Errors
/// If the graph cannot be asked.
pub fn answer_with(source: &dyn Source, index: &Index, question: &str) -> Result<Answer, Error> {
    let words = Words::standard()?;
    let length = fold::units(question).len();
    if length == 0 || length > LONGEST {
        let language = if question.is_ascii() { Language::English } else { Language::Chinese };
        return Ok(unread(question, language, length_reason(length, language)));
    }
    let reading = Reading::new(question, words, index);
    let phrases = Phrases { language: reading.language, words };
    let case = Case { reading: &reading, index, words };
    match rules::best(&case) {
        Some(Proposal { second: Some(second), .. }) => {
            Ok(unread(question, reading.language, two_reason(&reading, second)))
        }
        Some(Proposal { plan, left, .. }) if left.is_empty() => {
            carry_out(source, index, &phrases, question, &plan)
        }
        proposal => {
            let left = proposal.map_or_else(|| unfree(&reading), |proposal| proposal.left);
            Ok(unread(question, reading.language, left_reason(&reading, index, &left)))
        }
    }
}

/// The plan that a question is read into, or nothing where words are left over.
///
/// # Errors
/// If the lexicon cannot be read.
pub fn plan(index: &Index, question: &str) -> Result<Option<Plan>, Error> {
    let words = Words::standard()?;
    let reading = Reading::new(question, words, index);
    let best = rules::best(&Case { reading: &reading, index, words });
    Ok(best
        .filter(|proposal| proposal.left.is_empty() && proposal.second.is_none())
        .map(|proposal| proposal.plan))
}

fn carry_out(
    source: &dyn Source,
    index: &Index,
    phrases: &Phrases,
    question: &str,
    plan: &Plan,
) -> Result<Answer, Error> {
    let sparql = plan.to_sparql();
    let rows = source.select(&sparql)?;
    let answers = items::items(plan, &rows, index, phrases);
    let understood = phrases.understood(plan, &|iri| index.label(iri).to_owned());
    let reason = answers.is_empty().then(|| {
        let other = phrases.told_of_years(&other_years(index, plan));
        match phrases.language {
            Language::Chinese => format!("没有找到（{understood}）。{other}"),
            Language::English => format!("Nothing found ({understood}). {other}").trim_end().to_owned(),
        }
    });
    Ok(Answer {
        question: question.to_owned(),
        language: phrases.language,
        understood,
        sparql,
        answers,
        reason,
    })
}

/// The years of which the graph has the figures that a plan asks for in a year of which it has none.
fn other_years(index: &Index, plan: &Plan) -> Vec<i32> {
    let Plan::Figures(asked) = plan else { return Vec::new() };
    let alike = |figure: &&Figure| {
        asked.indicators.contains(&figure.indicator)
            && asked.classes.contains(&figure.class)
            && (asked.areas.is_empty() || figure.area.as_ref().is_none_or(|area| asked.areas.contains(area)))
    };
    let years: BTreeSet<i32> = index.figures.iter().filter(alike).filter_map(|figure| figure.year).collect();
    years.into_iter().collect()
}

fn unread(question: &str, language: Language, reason: String) -> Answer {
    Answer {
        question: question.to_owned(),
        language,
        understood: String::new(),
        sparql: String::new(),
        answers: Vec::new(),
        reason: Some(reason),
    }
}

fn length_reason(length: usize, language: Language) -> String {
    match (language, length) {
        (Language::Chinese, 0) => "问题里没有字。请用一句话提问，例如：斋堂有哪些项目".to_owned(),
        (Language::English, 0) => {
            "The question holds no words. Ask in one sentence, for example: Which projects are in Zhaitang?"
                .to_owned()
        }
        (Language::Chinese, _) => format!("问题太长（超过{LONGEST}字）。请用一句话提问。"),
        (Language::English, _) => {
            format!("The question is longer than {LONGEST} words. Ask in one sentence.")
        }
    }
}

/// Asks for two questions one by one.
fn two_reason(reading: &Reading, second: usize) -> String {
    let begin = reading.tokens.get(second).map_or(0, |token| token.begin);
    let (first, second) = (reading.words(0, begin), reading.words(begin, reading.units.len()));
    match reading.language {
        Language::Chinese => format!("这里问了两件事，请分开问：“{first}”，“{second}”。"),
        Language::English => {
            format!("These are two questions; please ask them one by one: {first} / {second}")
        }
    }
}

/// The pieces that say something, where no rule knew what was asked.
fn unfree(reading: &Reading) -> Vec<usize> {
    let pieces: Vec<usize> = (0..reading.tokens.len()).collect();
    let left: Vec<usize> =
        pieces.iter().copied().filter(|&piece| !Reading::is_free(&reading.tokens[piece])).collect();
    if left.is_empty() { pieces } else { left }
}

/// Names the words that could not be accounted for, neighbours joined, and what they may have meant.
fn left_reason(reading: &Reading, index: &Index, left: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> =
        runs(reading, left).into_iter().map(|run| widened(reading, run)).collect();
    runs.dedup();
    let words: Vec<String> = runs.iter().map(|&(begin, end)| reading.words(begin, end)).collect();
    let nearest = words.iter().flat_map(|words| nearest::nearest(words, index));
    let mut near: Vec<String> = nearest.filter(|name| !words.contains(name)).collect();
    near.dedup();
    near.truncate(3);
    let absent = words.iter().all(|words| is_division(words));
    match reading.language {
        Language::Chinese if absent => format!("没有找到关于{}的内容。", words.join("、")),
        Language::English if absent => format!("Nothing found about {}.", words.join(", ")),
        Language::Chinese => {
            let near = if near.is_empty() {
                String::new()
            } else {
                format!("您是不是要问：{}？", near.join("、"))
            };
            format!("没有读懂“{}”，所以不作回答。{near}", words.join("”“"))
        }
        Language::English => {
            let near =
                if near.is_empty() { String::new() } else { format!(" Did you mean {}?", near.join(", ")) };
            format!("No answer, because this was not understood: {}.{near}", words.join(", "))
        }
    }
}

/// Whether words are the name of an official division that the graph does not hold: the question is then
/// understood, and there is nothing to say.
fn is_division(words: &str) -> bool {
    !gazetteer::by_name(words).is_empty() && !gazetteer::is_common_word(words)
}

/// Neighbouring pieces joined: first unit and the one after the last.
fn runs(reading: &Reading, pieces: &[usize]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for token in pieces.iter().filter_map(|&piece| reading.tokens.get(piece)) {
        match runs.last_mut() {
            Some(run) if run.1 == token.begin => run.1 = token.end,
            _ => runs.push((token.begin, token.end)),
        }
    }
    runs
}

/// A run with the names and unknown words beside it: a misspelt name is known in part.
fn widened(reading: &Reading, run: (usize, usize)) -> (usize, usize) {
    let (mut begin, mut end) = run;
    let is_name = |kind: &Kind| matches!(kind, Kind::Name(_) | Kind::Unknown);
    // One character alone says little: of 镇长, 镇 is a word by itself.
    let short = |token: &&Token| {
        let one = token.end == begin && token.begin + 1 == begin;
        one && matches!(token.kind, Kind::Word(_)) && !Reading::is_free(token)
    };
    if end == begin + 1
        && let Some(token) = reading.tokens.iter().find(short)
    {
        return (token.begin, end);
    }
    while let Some(token) = reading.tokens.iter().find(|token| token.end == begin && is_name(&token.kind)) {
        begin = token.begin;
    }
    while let Some(token) = reading.tokens.iter().find(|token| token.begin == end && is_name(&token.kind)) {
        end = token.end;
    }
    (begin, end)
}
