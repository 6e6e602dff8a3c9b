//! A sentence with its tokens, and the clauses in it: what all rules look at.

use std::ops::Range;

use super::lexer::{Lexeme, Token, numeral, tokenize};
use crate::lexicon::lists::{Words, lists};
use crate::lexicon::words::{Ending, Tags, words};
use crate::report::Sentence;

/// The dashes that reports set between two places.
pub const DASHES: [char; 5] = ['-', '—', '－', '―', '–'];

/// A sentence, cut into tokens.
#[derive(Debug)]
pub struct Line<'a> {
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Its tokens.
    pub lexemes: Vec<Lexeme>,
}

impl<'a> Line<'a> {
    /// Cuts a sentence.
    #[must_use]
    pub fn new(sentence: &'a Sentence, home: Option<&str>) -> Self {
        Self { sentence, lexemes: tokenize(&sentence.chars, home) }
    }

    /// The words of a range of tokens.
    #[must_use]
    pub fn text(&self, tokens: Range<usize>) -> String {
        self.sentence.cut(self.chars_of(tokens))
    }

    /// The parts of a list, cut at its 、 and at some of the words that join members; none is empty.
    #[must_use]
    pub fn parts(&self, list: Range<usize>, joining: &[&str]) -> Vec<Range<usize>> {
        let apart =
            |i: &usize| self.lexemes[*i].is_mark('、') || joining.iter().any(|word| self.reads(*i, word));
        let mut begin = list.start;
        let mut out = Vec::new();
        for end in list.clone().filter(apart).chain([list.end]) {
            if begin < end {
                out.push(begin..end);
            }
            begin = end + 1;
        }
        out
    }

    /// Whether a token stands between the two ends of a way: 至 or a dash.
    #[must_use]
    pub fn joins_ends(&self, token: usize) -> bool {
        let dash = |lexeme: &Lexeme| DASHES.iter().any(|mark| lexeme.is_mark(*mark));
        self.reads(token, "至") || self.lexemes.get(token).is_some_and(dash)
    }

    /// The words of one token.
    #[must_use]
    pub fn word(&self, token: usize) -> String {
        self.text(token..token + 1)
    }

    /// The characters that a range of tokens covers.
    #[must_use]
    pub fn chars_of(&self, tokens: Range<usize>) -> Range<usize> {
        let begin = self.lexemes.get(tokens.start).map_or(self.sentence.chars.len(), |l| l.range.start);
        let end =
            tokens.end.checked_sub(1).and_then(|last| self.lexemes.get(last)).map_or(begin, |l| l.range.end);
        begin..end.max(begin)
    }

    /// Whether a token is a word with any of these tags.
    #[must_use]
    pub fn is(&self, token: usize, tags: Tags) -> bool {
        self.lexemes.get(token).is_some_and(|l| l.is(tags))
    }

    /// Whether a token is this word.
    #[must_use]
    pub fn reads(&self, token: usize, word: &str) -> bool {
        self.lexemes.get(token).is_some_and(|l| {
            l.range.len() <= word.len()
                && self
                    .sentence
                    .chars
                    .get(l.range.clone())
                    .is_some_and(|chars| word.chars().eq(chars.iter().copied()))
        })
    }

    /// Whether a token is one of these words.
    #[must_use]
    pub fn reads_any(&self, token: usize, words: &Words) -> bool {
        words.iter().any(|word| self.reads(token, word))
    }

    /// The ending of names that a token is or carries.
    #[must_use]
    pub fn ending(&self, token: usize) -> Option<&'static Ending> {
        if self.lexemes.get(token)?.token == Token::Quote {
            let quoted = self.word(token);
            return words().ending(quoted.trim_matches(['“', '”']));
        }
        let plain = self.is(token, Tags::RELATIVE) && !self.is(token, Tags::ENDING);
        (self.is(token, Tags::ENDING.and(Tags::COMMON)) && !plain)
            .then(|| words().ending(&self.word(token)))
            .flatten()
    }

    /// Whether a token ends the name of a road or railway.
    #[must_use]
    pub fn ends_way(&self, token: usize) -> bool {
        let way = |ending: &Ending| lists().places.headed_kinds.has(&ending.subtype);
        self.is(token, Tags::ENDING) && self.ending(token).is_some_and(way)
    }

    /// Whether a token names something by itself.
    #[must_use]
    pub fn is_proper(&self, token: usize) -> bool {
        self.lexemes.get(token).is_some_and(Lexeme::is_proper)
    }

    /// Whether a number and a measure word begin here: how many tokens they take.
    #[must_use]
    pub fn count_at(&self, token: usize) -> Option<usize> {
        if self.lexemes.get(token)?.token != Token::Number {
            return None;
        }
        let mut next = token + 1;
        while self.reads(next, "多") || self.reads(next, "余") {
            next += 1;
        }
        // 「4|大|片区」「5|大|公园」
        if self.reads(next, "大") && self.is(next + 1, Tags::COMMON.and(Tags::ENDING)) {
            return Some(next + 1 - token);
        }
        // 「千吨级码头」 is of that size.
        let sized = self.reads(next + 1, "级");
        (self.is(next, Tags::MEASURE) && !sized).then_some(next + 1 - token)
    }

    /// How far left a name that ends at a token may reach: behind the last mark that stands in no name.
    #[must_use]
    pub fn name_limit(&self, token: usize) -> usize {
        let parts = |i: &usize| matches!(self.lexemes[*i].token, Token::Mark(mark) if mark != '·' && !DASHES.contains(&mark));
        (0..token).rev().find(parts).map_or(0, |i| i + 1)
    }

    /// How many tokens the number of an item takes that the sentence begins with: 「（四）」, 「3.」.
    fn numbering(&self) -> usize {
        let token = |i: usize| self.lexemes.get(i).map(|lexeme| lexeme.token);
        let counts =
            |i: usize| self.word(i).chars().all(|c| numeral(c) || c.is_ascii_digit() || "（）()".contains(c));
        match (token(0), token(1)) {
            (Some(Token::Bracket), _) if counts(0) => 1,
            (Some(Token::Number), Some(Token::Mark('.' | '．' | '、'))) => 2,
            _ => self.counting(0),
        }
    }

    /// Whether a 、 stands between a predicate and another statement.
    fn parts_statements(&self, mark: usize) -> bool {
        let said = |i: usize| self.is(i, Tags::PREDICATE) && !self.is(i, Tags::WORK.and(Tags::ENDING));
        let goes_on = self.is(mark + 1, Tags::PREDICATE.and(Tags::ADVERB).and(Tags::VERB));
        mark > 0 && said(mark - 1) && !goes_on
    }

    /// How many tokens count a point at the head of a clause: 「二是」.
    fn counting(&self, at: usize) -> usize {
        let number = self.lexemes.get(at).is_some_and(|lexeme| lexeme.token == Token::Number);
        let counts = number && self.word(at).chars().all(numeral) && self.reads(at + 1, "是");
        2 * usize::from(counts)
    }

    /// The clauses: what stands between commas and stops.
    #[must_use]
    pub fn clauses(&self) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        let mut begin = self.numbering();
        for (i, lexeme) in self.lexemes.iter().enumerate() {
            let dashes = lexeme.is_mark('—') && i > 0 && self.lexemes[i - 1].is_mark('—');
            if dashes && begin + 1 == i {
                begin = i + 1;
                continue;
            }
            if dashes {
                out.push(begin..i - 1);
                begin = i + 1;
                continue;
            }
            // 「…高速项目全面提速、|152个老旧小区绽放新颜」: two statements with the lesser mark.
            if lexeme.is_mark('、') && begin < i && self.parts_statements(i) {
                out.push(begin..i);
                begin = i + 1;
                continue;
            }
            if matches!(
                lexeme.token,
                Token::Mark('，' | ',' | '；' | ';' | '：' | ':' | '。' | '！' | '？' | '!' | '?')
            ) {
                if begin < i {
                    out.push(begin..i);
                }
                begin = i + 1 + self.counting(i + 1);
            }
        }
        if begin < self.lexemes.len() {
            out.push(begin..self.lexemes.len());
        }
        out
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A line of a report of Mentougou, for the tables of the rules.
    pub fn line(sentence: &Sentence) -> Line<'_> {
        Line::new(sentence, Some("110109"))
    }

    /// Asserts which names, joined by bars, a rule finds in a sentence; a failure shows how the sentence was cut.
    pub fn assert_names(text: &str, want: &str, find: impl Fn(&Line) -> Vec<String>) {
        let sentence = Sentence::plain(text);
        let line = line(&sentence);
        assert_eq!(
            find(&line).join("|"),
            want,
            "{:?}",
            line.lexemes.iter().map(|l| sentence.cut(l.range.clone())).collect::<Vec<_>>()
        );
    }

    #[test]
    fn clauses_and_counts() {
        let sentence = Sentence::plain("完成16条道路移交，力争用2年时间完成全部移交。");
        let line = line(&sentence);
        let clauses: Vec<String> = line.clauses().into_iter().map(|c| line.text(c)).collect();
        assert_eq!(clauses, ["完成16条道路移交", "力争用2年时间完成全部移交"]);
        assert_eq!(line.count_at(1), Some(2));
        for text in ["3.开工建设第六水厂", "（四）开工建设第六水厂", "二是开工建设第六水厂"]
        {
            let sentence = Sentence::plain(text);
            let line = super::tests::line(&sentence);
            let clauses: Vec<String> = line.clauses().into_iter().map(|c| line.text(c)).collect();
            assert_eq!(clauses, ["开工建设第六水厂"]);
        }
        let sentence = Sentence::plain("长宁高速全面提速、长平大桥建成、投用");
        let line = super::tests::line(&sentence);
        let clauses: Vec<String> = line.clauses().into_iter().map(|c| line.text(c)).collect();
        assert_eq!(clauses, ["长宁高速全面提速", "长平大桥建成、投用"]);
        let sentence = Sentence::plain("建成3个千吨级码头");
        let line = super::tests::line(&sentence);
        assert_eq!((line.count_at(1), line.count_at(3)), (Some(2), None));
    }
}
