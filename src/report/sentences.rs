//! Cuts blocks into sentences and repairs their spaces and widths.

use super::Sentence;
use super::markup::Glyph;
use super::outline::Block;
use crate::span::Span;

/// The sentences of a block. `raw` is the whole file; `plain` says that what lies between two characters of
/// a sentence belongs to it (in HTML it may be a tag).
#[must_use]
pub fn split(block: &Block, raw: &[char], plain: bool) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut begin = 0;
    let glyphs = &block.glyphs;
    let mut i = 0;
    while i < glyphs.len() {
        if matches!(glyphs[i].c, '。' | '！' | '？' | '!' | '?') && !quoted_on(glyphs, i) {
            let mut end = i + 1;
            while glyphs.get(end).is_some_and(|g| matches!(g.c, '。' | '！' | '”' | '’' | '）' | '》' | '*'))
            {
                end += 1;
            }
            if !glyphs.get(end).is_some_and(|g| matches!(g.c, '，' | '、' | '；' | '的')) {
                out.extend(sentence(&glyphs[begin..end], block, raw, plain));
                begin = end;
            }
            i = end;
        } else {
            i += 1;
        }
    }
    out.extend(sentence(&glyphs[begin..], block, raw, plain));
    out
}

/// Longest quotation that may hold full stops, in characters.
const QUOTATION: usize = 100;

/// Whether the stop at `at` stands inside a quotation that goes on behind it.
fn quoted_on(glyphs: &[Glyph], at: usize) -> bool {
    let mark = |g: &&Glyph| matches!(g.c, '“' | '”');
    let open = glyphs[..at].iter().rev().take(QUOTATION).find(mark).is_some_and(|g| g.c == '“');
    open && glyphs[at + 1..].iter().take(QUOTATION).position(|g| g.c == '”').is_some_and(|n| n > 0)
}

fn sentence(glyphs: &[Glyph], block: &Block, raw: &[char], plain: bool) -> Option<Sentence> {
    let kept: Vec<Glyph> = without_stray_spaces(glyphs);
    let (first, last) = (kept.first()?, kept.last()?);
    if !kept.iter().any(|g| g.c.is_alphanumeric()) {
        return None;
    }
    let span = Span::new(first.at, last.at + 1);
    let text: String = kept.iter().map(|g| g.c).collect();
    let quoted = match raw.get(span.begin..span.end) {
        Some(cut) if plain => {
            let cut: Vec<Glyph> = cut.iter().enumerate().map(|(at, c)| Glyph { c: *c, at }).collect();
            without_stray_spaces(&cut).iter().map(|g| g.c).collect()
        }
        _ => text.clone(),
    };
    let read = without_notes(&kept);
    Some(Sentence {
        chars: read.iter().map(|g| fold(g.c)).collect(),
        offsets: read.iter().map(|g| g.at).collect(),
        span,
        quoted,
        text,
        section: block.section.clone(),
        paragraph: block.paragraph,
        heading: block.heading,
        part: block.part,
    })
}

/// Drops spaces, but one between two Latin letters.
fn without_stray_spaces(glyphs: &[Glyph]) -> Vec<Glyph> {
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{ad}');
    let mut out: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut gap = None;
    for glyph in glyphs {
        if blank(glyph.c) {
            gap = gap.or(Some(*glyph));
            continue;
        }
        if let Some(space) = gap.take()
            && out.last().is_some_and(|g| g.c.is_ascii_alphabetic())
            && glyph.c.is_ascii_alphabetic()
        {
            out.push(Glyph { c: ' ', at: space.at });
        }
        out.push(*glyph);
    }
    out
}

/// Drops the marks of footnotes (`“五网合一”［20］示范项目`), which belong to no name.
fn without_notes(glyphs: &[Glyph]) -> Vec<Glyph> {
    let note = |at: usize| {
        let close = match glyphs[at].c {
            '［' => '］',
            '[' => ']',
            '〔' => '〕',
            _ => return None,
        };
        let digits = glyphs[at + 1..].iter().take_while(|g| fold(g.c).is_ascii_digit()).count();
        let closed = glyphs.get(at + 1 + digits).is_some_and(|g| g.c == close);
        ((1..=3).contains(&digits) && closed).then_some(at + digits + 2)
    };
    let mut out = Vec::with_capacity(glyphs.len());
    let mut at = 0;
    while at < glyphs.len() {
        if let Some(behind) = note(at) {
            at = behind;
        } else {
            out.push(glyphs[at]);
            at += 1;
        }
    }
    out
}

/// The half-width form of letters, digits and the signs of numbers.
const fn fold(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '＋' | '－' | '．' | '／' => {
            match char::from_u32(c as u32 - 0xFEE0) {
                Some(narrow) => narrow,
                None => c,
            }
        }
        '﹪' => '%',
        '–' => '-',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::super::markup::lines;
    use super::super::outline::outline;
    use super::super::paragraphs::join;
    use super::*;

    fn read(text: &str) -> Vec<Sentence> {
        let raw: Vec<char> = text.chars().collect();
        outline(join(lines(text))).iter().flat_map(|block| split(block, &raw, true)).collect()
    }

    #[test]
    fn offsets_lead_back_through_spaces_and_widths() {
        let text = "  实现地区生产总值 ２７５ 亿元，同比增长 1.5％。增速高于全市。";
        let sentences = read(text);
        assert_eq!(sentences.len(), 2);
        assert_eq!(sentences[0].cut(8..13), "275亿元");
        assert_eq!(sentences[0].text, "实现地区生产总值２７５亿元，同比增长1.5％。");
        assert_eq!(sentences[0].span_of(8..11).cut(text), "２７５");
    }

    #[test]
    fn marks_of_footnotes_are_passed_over() {
        let text = "建成“五网合一”［20］示范项目[3]。";
        let sentence = &read(text)[0];
        assert_eq!(sentence.cut(0..sentence.chars.len()), "建成“五网合一”示范项目。");
        assert_eq!(sentence.text, text);
        assert_eq!(sentence.span_of(2..12).cut(text), "“五网合一”［20］示范项目");
    }

    #[test]
    fn a_quotation_is_not_cut() {
        let sentences = read("提出“要防住。要稳住。”的要求，抓好落实。下一句。");
        assert_eq!(sentences.len(), 2);
        assert_eq!(sentences[0].text, "提出“要防住。要稳住。”的要求，抓好落实。");
    }
}
