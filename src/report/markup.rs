//! Strips what is about the look of a file (HTML tags, Markdown marks) and keeps, for every character
//! that stays, its offset in the file.

use unicode_normalization::UnicodeNormalization;

use super::html;

/// A character of the text and its offset in the file as received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// The character.
    pub c: char,
    /// Its offset.
    pub at: usize,
}

/// A line of text without its marks.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// Its characters, without spaces at either end.
    pub glyphs: Vec<Glyph>,
    /// Ranges of `glyphs` that were set in bold.
    pub bold: Vec<std::ops::Range<usize>>,
    /// Whether Markdown or HTML says that it is a heading.
    pub headed: bool,
    /// Whether an empty line (or the start of a block) stands before it.
    pub apart: bool,
    /// Whether markup says that a new paragraph begins here, so that it continues no other.
    pub opens: bool,
}

/// Splits a file into lines, by its kind.
#[must_use]
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines = if looks_like_html(text) { html::lines(text) } else { plain_lines(text) };
    for glyph in lines.iter_mut().flat_map(|line| &mut line.glyphs) {
        glyph.c = unified(glyph.c);
    }
    lines
}

/// The ordinary character for one that only looks like it: text from PDFs has radicals (`⼈`, U+2F08) and
/// compatibility ideographs where people wrote characters (`人`).
fn unified(c: char) -> char {
    let look_alike = matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{F900}'..='\u{FAFF}');
    if look_alike { c.nfkc().next().unwrap_or(c) } else { c }
}

/// Whether a text is HTML, or what is left of it.
#[must_use]
pub fn looks_like_html(text: &str) -> bool {
    let tags = ["<p", "</p>", "<div", "<br", "<html", "<body", "<span", "<td"];
    let lower = text.to_ascii_lowercase();
    tags.iter().map(|tag| lower.matches(tag).count()).sum::<usize>() >= 3
}

fn plain_lines(text: &str) -> Vec<Line> {
    let mut at = 0;
    let mut apart = true;
    let mut out = Vec::new();
    for raw in text.split('\n') {
        let glyphs: Vec<Glyph> = raw.chars().enumerate().map(|(i, c)| Glyph { c, at: at + i }).collect();
        at += glyphs.len() + 1;
        let line = marked(glyphs, apart);
        apart = line.glyphs.is_empty();
        if !apart {
            out.push(line);
        }
    }
    out
}

/// Takes spaces off both ends.
pub fn trim(glyphs: &mut Vec<Glyph>) {
    let blank = |g: &Glyph| g.c.is_whitespace() || matches!(g.c, '\u{feff}' | '\u{200b}');
    let tail = glyphs.iter().rev().take_while(|g| blank(g)).count();
    glyphs.truncate(glyphs.len() - tail);
    let head = glyphs.iter().take_while(|g| blank(g)).count();
    glyphs.drain(..head);
}

/// Takes the Markdown marks out of a line.
fn marked(mut glyphs: Vec<Glyph>, apart: bool) -> Line {
    trim(&mut glyphs);
    let hashes = glyphs.iter().take_while(|g| g.c == '#').count();
    let headed = hashes > 0 && glyphs.get(hashes).is_some_and(|g| g.c == ' ');
    if headed {
        glyphs.drain(..hashes);
        trim(&mut glyphs);
    }
    if matches!(glyphs.as_slice(), [Glyph { c: '-' | '*' | '>', .. }, Glyph { c: ' ', .. }, ..]) {
        glyphs.drain(..2);
    }
    let mut line = Line { headed, apart, ..Line::default() };
    let mut open = None;
    let mut i = 0;
    while i < glyphs.len() {
        let pair = glyphs[i].c == '*' && glyphs.get(i + 1).is_some_and(|g| g.c == '*');
        if pair {
            let here = line.glyphs.len();
            match open.take() {
                Some(start) => line.bold.push(start..here),
                None => open = Some(here),
            }
            i += 2;
        } else {
            line.glyphs.push(glyphs[i]);
            i += 1;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(line: &Line) -> String {
        line.glyphs.iter().map(|g| g.c).collect()
    }

    #[test]
    fn radicals_become_characters() {
        assert_eq!(text(&lines("⼈民⽣活")[0]), "人民生活");
    }

    #[test]
    fn markdown_marks_go_and_offsets_stay() {
        let lines = lines("# 标题\n\n（二）初步形成**文化保护**。融入");
        assert_eq!(text(&lines[0]), "标题");
        assert!(lines[0].headed);
        assert_eq!(text(&lines[1]), "（二）初步形成文化保护。融入");
        assert_eq!(lines[1].bold, vec![7..11]);
        assert_eq!(lines[1].glyphs[7], Glyph { c: '文', at: 15 });
    }
}
