#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::{Found, Index, file_span, locate};
use crate::curation::tests::facts;
use crate::facts::{Facts, Sentence, SentenceId};
use crate::span::Span;

fn find(quote: &str) -> Found {
    Index::new(&facts()).find(quote, None).unwrap()
}

#[test]
fn a_quote_is_found_whatever_its_spaces_marks_and_quotation_marks() {
    for quote in
        ["打造“数字长城”项目", "打造 「数字 长城」项目", "打造\"数字长城\"项目", "打造**“数字长城”**项目"]
    {
        let found = find(quote);
        assert_eq!(found.sentences, [SentenceId(2)], "{quote}");
        assert_eq!(found.within, Some(8..18), "{quote}");
    }
    assert_eq!(find("斋堂１１０千伏").within, Some(0..7));
    assert_eq!(find("数").sentences, [SentenceId(2)]);
    assert_eq!(find("争创").within, Some(2..4), "counted with the asterisks");
}

#[test]
fn the_repaired_text_counts_where_the_received_one_has_no_such_words() {
    assert_eq!(find("森林城市"), Found { sentences: vec![SentenceId(5)], within: None });
    assert_eq!(find("森林城城市").within, Some(8..13));
}

#[test]
fn a_quote_may_go_over_the_end_of_a_sentence() {
    let found = find("精品30家。争创国家");
    assert_eq!(found.sentences, [SentenceId(4), SentenceId(5)]);
    assert_eq!(found.within, Some(19..25));
}

#[test]
fn several_occurrences_in_one_sentence_are_one_place() {
    assert_eq!(find("石龙路电").sentences, [SentenceId(0)]);
    assert_eq!(find("工程顺利完工").sentences, [SentenceId(0)]);
    let index = Index::new(&facts());
    assert_eq!(index.find("建成投产", Some(2)).unwrap().sentences, [SentenceId(6)]);
    assert!(index.find("建成投产", Some(0)).is_err());
    assert!(index.find("建成投产", None).is_err());
}

#[test]
fn a_report_without_sentences_has_no_quotes() {
    assert!(Index::new(&Facts::default()).find("斋堂", None).is_err());
}

#[test]
fn words_are_located_near_the_quote_first() {
    let sentence = &facts().sentences[4];
    assert_eq!(locate(sentence, "家", None), Some(13..14));
    assert_eq!(locate(sentence, "家", Some(&(20..25))), Some(23..24));
    assert_eq!(locate(sentence, "斋堂", None), None);
    assert_eq!(locate(sentence, "", None), None);
}

#[test]
fn a_span_holds_the_words_wherever_white_space_was_left_out() {
    let quoted = "实现生产总值275亿元。";
    let file = "实现生产总值 275 亿元。";
    let sentence = Sentence {
        span: Span::new(0, file.chars().count()),
        quoted: quoted.to_owned(),
        text: quoted.to_owned(),
        section: Vec::new(),
        part: None,
    };
    let span = file_span(&sentence, &locate(&sentence, "275亿元", None).unwrap());
    assert!(span.cut(file).contains("275 亿元"), "{}", span.cut(file));
}
