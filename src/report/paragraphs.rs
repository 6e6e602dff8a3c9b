//! Joins what page and line breaks cut apart, and drops what only a page needs (its number, a word set
//! twice at the cut).

use super::markup::{Glyph, Line};
use super::outline::{longest_heading, numbering};

/// A paragraph: characters that stand together, their bold ranges, and whether it can only be a heading.
#[derive(Debug, Clone, Default)]
pub struct Paragraph {
    /// Its characters.
    pub glyphs: Vec<Glyph>,
    /// Ranges of `glyphs` set in bold.
    pub bold: Vec<std::ops::Range<usize>>,
    /// Whether the file marks it as a heading.
    pub headed: bool,
}

/// Longest word that is looked for on both sides of a cut, in characters.
const DOUBLED: usize = 8;

/// Joins lines into paragraphs.
#[must_use]
pub fn join(lines: Vec<Line>) -> Vec<Paragraph> {
    let wrap = wrap_width(&lines);
    let mut out: Vec<Paragraph> = Vec::new();
    for line in lines {
        if is_page_number(&line) {
            continue;
        }
        match out.last_mut() {
            Some(last) if continues(last, &line, wrap) => append(last, line),
            _ => out.push(Paragraph { glyphs: line.glyphs, bold: line.bold, headed: line.headed }),
        }
    }
    out
}

/// Where most lines are about equally long and short, the width at which the file was wrapped.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines.iter().map(|line| line.glyphs.len()).collect();
    lengths.sort_unstable();
    let width = *lengths.get(lengths.len() * 9 / 10)?;
    let full = lengths.iter().filter(|n| **n + 4 >= width).count();
    (width <= 60 && lengths.len() >= 40 && full * 2 > lengths.len()).then_some(width)
}

fn is_page_number(line: &Line) -> bool {
    let mark = |c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | '–' | ' ' | '第' | '页' | '/' | '共');
    line.glyphs.len() <= 12
        && line.glyphs.iter().all(|g| mark(g.c))
        && line.glyphs.iter().any(|g| g.c.is_ascii_digit())
}

fn ends_a_sentence(glyphs: &[Glyph]) -> bool {
    let closing = |c: char| matches!(c, '”' | '"' | '）' | ')' | '’' | '》');
    let last = glyphs.iter().rev().map(|g| g.c).find(|c| !closing(*c));
    last.is_some_and(|c| matches!(c, '。' | '！' | '？' | '：' | '；' | '!' | '?' | ':' | ';' | '…'))
}

fn could_be_heading(glyphs: &[Glyph]) -> bool {
    glyphs.len() <= longest_heading(glyphs) && !glyphs.iter().any(|g| matches!(g.c, '。' | '；'))
}

fn continues(last: &Paragraph, line: &Line, wrap: Option<usize>) -> bool {
    if last.headed || line.headed || line.opens || ends_a_sentence(&last.glyphs) {
        return false;
    }
    let level_of = |glyphs: &[Glyph]| numbering(glyphs).map(|(level, _)| level);
    let (before, level) = (level_of(&last.glyphs), level_of(&line.glyphs));
    let numbered = before.is_some();
    // The next item of a list begins a paragraph, whether or not the one before ends in a full stop.
    if level.is_some_and(|level| level <= 2 || before == Some(level)) {
        return false;
    }
    match wrap {
        Some(width) if !line.apart => {
            last.glyphs.len() + 6 >= width && !(numbered && could_be_heading(&last.glyphs))
        }
        _ => !could_be_heading(&last.glyphs),
    }
}

fn append(last: &mut Paragraph, line: Line) {
    let doubled = doubled_at(&last.glyphs, &line.glyphs);
    last.glyphs.truncate(last.glyphs.len() - doubled);
    let base = last.glyphs.len();
    last.bold.extend(line.bold.into_iter().map(|range| range.start + base..range.end + base));
    last.glyphs.extend(line.glyphs);
}

/// How many characters at the end of `before` are set again at the start of `after`.
///
/// One repeated character is common in good text (`人人`), so a single one counts only behind an opening
/// quotation mark that `after` opens again.
fn doubled_at(before: &[Glyph], after: &[Glyph]) -> usize {
    (2..=DOUBLED.min(before.len()).min(after.len()))
        .rev()
        .find(|n| {
            let (tail, head) = (&before[before.len() - n..], &after[..*n]);
            tail.iter().zip(head).all(|(a, b)| a.c == b.c) && !tail.iter().all(|g| g.c.is_ascii_digit())
        })
        .unwrap_or_else(|| match (before, after) {
            ([.., a], [quote, b, ..]) if quote.c == '“' && a.c == b.c && !closed(before) => 1,
            _ => 0,
        })
}

/// Whether the last quotation mark in `glyphs` is a closing one.
fn closed(glyphs: &[Glyph]) -> bool {
    glyphs.iter().rev().find(|g| matches!(g.c, '“' | '”')).is_none_or(|g| g.c == '”')
}

#[cfg(test)]
mod tests {
    use super::super::markup::lines;
    use super::*;

    fn joined(text: &str) -> Vec<String> {
        join(lines(text)).iter().map(|p| p.glyphs.iter().map(|g| g.c).collect()).collect()
    }

    #[test]
    fn a_sentence_cut_by_a_page_is_joined() {
        let cut = "总体上看，我们顶住了疫情冲击和经济下行双重压力，在深化改革、扩大开放、改善民生的过程中，在极端困\n\n- 3 -\n\n难的情况下，较好完成了目标任务。\n\n（一）坚持生态立区";
        assert_eq!(joined(cut).len(), 2);
        assert!(joined(cut)[0].contains("极端困难的情况下"));
    }

    #[test]
    fn items_of_a_list_need_no_full_stop() {
        let long = "建设一批独具酒韵的城市建筑、城市标识、城市小品，把新区打造成酒文化核心区，让人人都来，让人人都看";
        let text = format!("12、{long}\n13、加快云小镇建设");
        assert_eq!(joined(&text).len(), 2);
    }

    #[test]
    fn a_word_set_twice_at_the_cut_is_kept_once() {
        let cut = "大力发展林下经济，林下种植面积达3200余亩。成功打造一批乡村民宿和精品酒店，成功打造野奢度假酒店“天\n\n“天花板”北京悉昙酒店。";
        assert!(joined(cut)[0].ends_with("野奢度假酒店“天花板”北京悉昙酒店。"));
    }

    #[test]
    fn titles_and_headings_stand_alone() {
        assert_eq!(
            joined("政府工作报告\n\n——2021年1月25日\n\n一、回顾\n\n过去一年，成绩很大。"),
            ["政府工作报告", "——2021年1月25日", "一、回顾", "过去一年，成绩很大。"]
        );
    }
}
