//! Questions that no fact answers, but a passage does.
//!
//! A passage answers only if it holds all the words of the question, each run of them in one piece, and,
//! where a number is asked for, a number in a fitting place. It is then quoted, not interpreted.

use oxigraph::model::NamedNode;

use crate::question::case::{Account, Case, Proposal};
use crate::question::fold::{key, units};
use crate::question::index::SentenceEntry;
use crate::question::plan::Plan;
use crate::question::tokens::Kind;
use crate::question::words::{Sense, Tag};

/// So many passages are quoted; if more say the words, the words say too little.
const PASSAGES: usize = 3;

/// What ends a clause.
const MARKS: [char; 6] = ['，', '；', '。', ',', ';', '：'];

/// Words that only ask need not stand in the passage.
const ASKING: [Tag; 10] = [
    Tag::Where,
    Tag::When,
    Tag::Who,
    Tag::Progress,
    Tag::Course,
    Tag::Doing,
    Tag::Sentence,
    Tag::Project,
    Tag::Organization,
    Tag::Place,
];

/// Proposes the passages that say everything.
pub(super) fn quotes(case: &Case) -> Option<Proposal> {
    let asks = [Tag::HowMany, Tag::Which].iter().chain(&ASKING[..7]).copied().collect::<Vec<_>>();
    if !case.reading.has_any(&asks) {
        return None;
    }
    let mut account = case.account();
    let areas = case.areas(&mut account);
    let years = case.years(&mut account);
    case.take_tags(&mut account, &ASKING);
    let words = runs(case, &account);
    // One short word is no question, unless it is asked for what the report says of it.
    let length: usize =
        words.iter().map(|any| any.iter().map(|word| units(word).len()).max().unwrap_or(0)).sum();
    if length < if case.reading.has(Tag::Sentence) { 2 } else { 4 } {
        return None;
    }
    let numbers = case.reading.has(Tag::HowMany);
    let says = |sentence: &&SentenceEntry| {
        let placed = areas.is_empty() || sentence.area.as_ref().is_none_or(|area| areas.contains(area));
        placed
            && words.iter().all(|any| any.iter().any(|word| sentence.key.contains(word.as_str())))
            && years.iter().all(|&year| is_of(sentence, year))
    };
    let found: Vec<(NamedNode, Vec<String>)> = case
        .index
        .sentences
        .iter()
        .filter(says)
        .map(|sentence| {
            let said =
                words.iter().filter_map(|any| any.iter().find(|word| sentence.key.contains(word.as_str())));
            (sentence, said.cloned().collect::<Vec<String>>())
        })
        .filter(|(sentence, said)| !numbers || counts(case, passage(&sentence.text, said)))
        .map(|(sentence, said)| (sentence.iri.clone(), said))
        .collect();
    if found.is_empty() || found.len() > PASSAGES {
        return None;
    }
    for piece in 0..case.reading.tokens.len() {
        account.take(piece);
    }
    let words = found.first().map(|(_, said)| said.clone()).unwrap_or_default();
    let sentences = found.into_iter().map(|(iri, _)| iri).collect();
    Some(case.propose(Plan::Quotes { sentences, words }, &account))
}

/// Whether a passage holds a number, and of the unit that is asked for, if one is: `多少户` is not answered by
/// a year.
fn counts(case: &Case, passage: &str) -> bool {
    let chars: Vec<char> = passage.chars().collect();
    let ends = (0..chars.len()).filter(|&at| {
        chars[at].is_ascii_digit()
            && !chars.get(at + 1).is_some_and(|next| next.is_ascii_digit() || *next == '.')
    });
    let after: Vec<String> = ends
        .map(|at| chars[at + 1..].iter().skip_while(|c| "余多几 ".contains(**c)).take(4).collect::<String>())
        .collect();
    let mut asked = case
        .reading
        .senses()
        .filter_map(|(_, sense)| if let Sense::Unit(unit) = sense { Some(unit.as_str()) } else { None })
        .peekable();
    if asked.peek().is_none() {
        return after.iter().any(|after| !after.starts_with('年'));
    }
    asked.any(|unit| {
        let fits = |after: &String| {
            let bare = after.trim_start_matches(['万', '亿', '千', '百']);
            after.starts_with(unit)
                || bare.trim_start_matches(['余', '多']).starts_with(unit)
                || case.words.unit_class(unit) == "open"
                || case.words.unit_class(unit) != "count" && case.words.same_class(unit, after)
        };
        after.iter().any(fits)
    })
}

/// Whether a sentence speaks of a year: it names it, or stands in the half that is about it.
fn is_of(sentence: &SentenceEntry, year: i32) -> bool {
    sentence.year == Some(year) || sentence.key.contains(&format!(" {year} "))
}

/// What must be said: runs of neighbouring words, each in any of several wordings.
fn runs(case: &Case, account: &Account) -> Vec<Vec<String>> {
    let mut runs: Vec<(Vec<String>, usize)> = Vec::new();
    for (piece, token) in case.reading.tokens.iter().enumerate() {
        if account.has(piece) {
            continue;
        }
        let word = key(&case.reading.words(token.begin, token.end));
        let word = word.strip_suffix('了').map_or(word.clone(), str::to_owned);
        let others = wordings(case, &token.kind);
        // What is a share, and of what, stand apart: X…亿元，占Y的…
        let share = matches!(&token.kind, Kind::Word(senses) if senses.contains(&Sense::Tag(Tag::Share)));
        let after_share = piece
            .checked_sub(1)
            .is_some_and(|before| case.reading.senses().any(|of| of == (before, &Sense::Tag(Tag::Share))));
        match runs.last_mut() {
            Some((run, end))
                if *end == token.begin && !share && !after_share && others.is_empty() && run.len() == 1 =>
            {
                run.iter_mut().for_each(|run| run.push_str(&word));
                *end = token.end;
            }
            _ => runs.push((std::iter::once(word).chain(others).collect(), token.end)),
        }
    }
    runs.into_iter().map(|(run, _)| run).collect()
}

/// Other words that say the same as a word of the lexicon.
fn wordings(case: &Case, kind: &Kind) -> Vec<String> {
    let Kind::Word(senses) = kind else { return Vec::new() };
    let of = |sense: &Sense| match sense {
        Sense::Gloss(words) => words.clone(),
        Sense::State(id) => case.words.state_words(id).to_vec(),
        _ => Vec::new(),
    };
    senses.iter().flat_map(of).map(|word| key(&word)).collect()
}

/// The fewest neighbouring clauses of a sentence that hold all of some folded words, and on to the first
/// that holds a digit; the whole sentence where none do.
pub fn passage<'a>(text: &'a str, words: &[String]) -> &'a str {
    let clauses = clauses(text);
    let keys: Vec<String> = clauses.iter().map(|&(begin, end)| key(&text[begin..end])).collect();
    let all = |first: usize, last: usize| {
        let said: String = keys[first..=last].concat();
        words.iter().all(|word| said.contains(word.as_str()))
    };
    let windows = (0..keys.len())
        .filter_map(|first| (first..keys.len()).find(|&last| all(first, last)).map(|last| (first, last)));
    let Some((first, last)) = windows.min_by_key(|(first, last)| last - first) else { return text };
    let digit = |key: &String| key.contains(|c: char| c.is_ascii_digit());
    let said = keys[first..=last].iter().any(digit);
    let last = if said { last } else { keys[last..].iter().position(digit).map_or(last, |more| last + more) };
    &text[clauses[first].0..clauses[last].1]
}

/// Where the clauses of a sentence begin and end, in bytes.
fn clauses(text: &str) -> Vec<(usize, usize)> {
    let mut clauses = Vec::new();
    let mut begin = 0;
    for (at, mark) in text.match_indices(MARKS) {
        clauses.push((begin, at));
        begin = at + mark.len();
    }
    clauses.push((begin, text.len()));
    clauses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_runs_from_the_first_word_to_the_figure() {
        let text = "人均生产总值45031元，比2005年增加21479元，年均增长11.6%。";
        let words = ["人均生产总值".to_owned(), key("2005年增加")];
        assert_eq!(passage(text, &words), "人均生产总值45031元，比2005年增加21479元");
        assert_eq!(passage(text, &["没有".to_owned()]), text);
    }
}
