//! The glyphs of a page put into lines, from top to bottom and from left to right.

use super::glyphs::Glyph;

/// A line of a page.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// Where it begins.
    pub left: f64,
    /// Where it ends.
    pub right: f64,
    /// Its baseline, counted from the top of the page.
    pub y: f64,
    /// The height of its characters.
    pub size: f64,
}

/// Puts glyphs into lines.
#[must_use]
pub fn arrange(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match lines.last_mut() {
            Some(line) if line.last().is_some_and(|last| together(last, &glyph)) => line.push(glyph),
            _ => lines.push(vec![glyph]),
        }
    }
    lines.into_iter().filter_map(line).collect()
}

/// Whether two glyphs stand on one line: numbers set in another font may stand a little higher.
fn together(a: &Glyph, b: &Glyph) -> bool {
    (a.y - b.y).abs() < 0.4 * a.size.min(b.size)
}

fn line(mut glyphs: Vec<Glyph>) -> Option<Line> {
    glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    // Some programs draw bold characters twice.
    glyphs.dedup_by(|b, a| a.text == b.text && b.x - a.x < 0.15 * a.size);
    let (first, last) = (glyphs.first()?, glyphs.last()?);
    let mut text = String::new();
    let mut before: Option<&Glyph> = None;
    for glyph in &glyphs {
        if before.is_some_and(|before| apart(before, glyph)) {
            text.push(' ');
        }
        text.push_str(&glyph.text);
        before = Some(glyph);
    }
    Some(Line {
        left: first.x,
        right: last.x + last.width,
        y: first.y,
        size: glyphs.iter().map(|glyph| glyph.size).fold(0.0, f64::max),
        text,
    })
}

/// Whether a space parts two glyphs: between words of Latin letters, and between columns of a table.
fn apart(before: &Glyph, after: &Glyph) -> bool {
    let latin =
        |text: &str, end: fn(&str) -> Option<char>| end(text).is_some_and(|c| c.is_ascii_alphanumeric());
    let gap = after.x - before.x - before.width;
    let words = latin(&before.text, |t| t.chars().next_back()) && latin(&after.text, |t| t.chars().next());
    gap > if words { 0.15 } else { 2.0 } * before.size
}
