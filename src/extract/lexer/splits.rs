//! Cuts runs of unknown characters once more, where an ending inside or at the end of them ends a name.

use std::ops::Range;

use super::{Lexeme, Token};
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Tags, words};

/// 「固隆乡|泽城村」: a town's ending inside a run of unknown characters ends a name, and another one begins.
pub(super) fn split_towns(lexemes: Vec<Lexeme>, chars: &[char]) -> Vec<Lexeme> {
    let mut out = Vec::with_capacity(lexemes.len());
    for lexeme in lexemes {
        let Range { start, end } = lexeme.range.clone();
        // 「白云山路|沙河桥」: so does that of a road.
        let ends = |at: &usize| {
            matches!(chars[*at], '乡' | '镇')
                || chars[*at] == '路' && at + 2 < end
                // 「跃进路|北|段」
                || chars[*at] == '路' && at + 2 == end && is_stretch(&chars[end..]) && is_side(chars[at + 1])
                // 「万柳线|盐盆|段」
                || chars[*at] == '线' && at + 2 < end && chars.get(end) == Some(&'段')
        };
        // 「大（悟）安（陆）|线|陈店街道」
        let spelled = out.last().is_some_and(|before: &Lexeme| {
            before.range.end == start && matches!(chars[start - 1], '）' | ')') && chars[start] == '线'
        });
        if spelled && lexeme.token == Token::Unknown && end > start + 1 {
            let way = Token::Word(words().tags("线"));
            out.push(Lexeme { token: way, range: start..start + 1 });
            out.push(Lexeme { token: Token::Unknown, range: start + 1..end });
            continue;
        }
        let cut = (start + 1..end.saturating_sub(1))
            .find(|at| ends(at) && (at > &(start + 1) || is_side(chars[end - 1])));
        match cut.filter(|_| lexeme.token == Token::Unknown) {
            Some(at) => {
                let town = Token::Word(words().tags(&chars[at].to_string()));
                out.push(Lexeme { token: Token::Unknown, range: start..at });
                out.push(Lexeme { token: town, range: at..at + 1 });
                let side = end == at + 2 && is_side(chars[at + 1]);
                let rest =
                    if side { Token::Word(words().tags(&chars[at + 1].to_string())) } else { Token::Unknown };
                out.push(Lexeme { token: rest, range: at + 1..end });
            }
            None => out.push(lexeme),
        }
    }
    out
}

/// 「五缘湾|游艇」「杏林|湾|营运」: a bay or an island ends a name of three characters, or one that a division begins.
pub(super) fn split_bays(lexemes: Vec<Lexeme>, chars: &[char]) -> Vec<Lexeme> {
    let bay = |at: usize| lists().places.waters.iter().any(|all| all.contains(chars[at]));
    let mut out: Vec<Lexeme> = Vec::with_capacity(lexemes.len());
    for lexeme in lexemes {
        let Range { start, end } = lexeme.range.clone();
        let behind = out.last().is_some_and(|before| {
            before.range.end == start && matches!(before.token, Token::Division(_)) && before.range.len() == 2
        });
        let cut = if behind && bay(start) { start + 1 } else { start + 3 };
        let fits = lexeme.token == Token::Unknown && cut + 2 <= end && bay(cut - 1);
        if !fits {
            out.push(lexeme);
            continue;
        }
        let alone = cut == start + 1;
        let ground =
            if alone { Token::Word(words().tags(&chars[start].to_string())) } else { Token::Unknown };
        out.push(Lexeme { token: ground, range: start..cut });
        out.push(Lexeme { token: Token::Unknown, range: cut..end });
    }
    out
}

/// 「美舍|河|带状公园」「九龙|湖|花园」: a river or a lake with a name of two characters at the head of a longer run.
pub(super) fn split_waters(lexemes: Vec<Lexeme>, chars: &[char]) -> Vec<Lexeme> {
    let mut out: Vec<Lexeme> = Vec::with_capacity(lexemes.len());
    for lexeme in lexemes {
        let Range { start, end } = lexeme.range.clone();
        let water = start + 2;
        let fits = lexeme.token == Token::Unknown
            && end > water + 1
            && lists().places.natural_heads.has(&chars[water].to_string())
            && !lists().places.natural_heads.has(&chars[water + 1].to_string())
            // 「江|滨」「湖|泊」
            && !matches!(chars[water + 1], '滨' | '泊');
        if !fits {
            out.push(lexeme);
            continue;
        }
        let ending = Token::Word(words().tags(&chars[water].to_string()));
        out.push(Lexeme { token: Token::Unknown, range: start..water });
        out.push(Lexeme { token: ending, range: water..water + 1 });
        out.push(Lexeme { token: Token::Unknown, range: water + 1..end });
    }
    out
}

/// 「段」「中段」 behind a side.
fn is_stretch(rest: &[char]) -> bool {
    matches!(rest, ['段', ..] | ['中', '段', ..])
}

fn is_side(c: char) -> bool {
    lists().places.directions.has(&c.to_string())
}

/// 「文峰桥|建成通车」: an ending at the end of a run of unknown characters ends a name where the phrase ends.
pub(super) fn split_tails(lexemes: Vec<Lexeme>, chars: &[char]) -> Vec<Lexeme> {
    let mut out = Vec::with_capacity(lexemes.len());
    for (i, lexeme) in lexemes.iter().enumerate() {
        let range = lexeme.range.clone();
        let last = chars[range.end - 1].to_string();
        let closed = lexemes.get(i + 1).is_none_or(|next| match next.token {
            Token::Mark(_) | Token::Number | Token::Bracket => true,
            Token::Word(tags) => tags.has(
                Tags::PREDICATE.and(Tags::WORK).and(Tags::CONJUNCTION).and(Tags::PARTICLE).and(Tags::ADVERB),
            ),
            _ => false,
        });
        let tail = lexeme.token == Token::Unknown && range.len() >= 3 && lists().places.tails.has(&last);
        if tail && closed {
            out.push(Lexeme { token: Token::Unknown, range: range.start..range.end - 1 });
            out.push(Lexeme { token: Token::Word(words().tags(&last)), range: range.end - 1..range.end });
        } else {
            out.push(lexeme.clone());
        }
    }
    out
}
