//! Strips what is about the look of a file (HTML tags, Markdown marks) and keeps, for every character
//! that stays, its offset in the file.

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
    if looks_like_html(text) { html_lines(text) } else { plain_lines(text) }
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

fn trim(glyphs: &mut Vec<Glyph>) {
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

/// Tags that end a line.
const BLOCKS: [&str; 22] = [
    "p",
    "div",
    "br",
    "tr",
    "li",
    "ul",
    "ol",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "center",
    "section",
    "article",
    "title",
    "head",
    "body",
    "html",
    "blockquote",
];

fn html_lines(text: &str) -> Vec<Line> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::new();
    let mut line = Line { apart: true, ..Line::default() };
    let mut hidden: Option<&str> = None;
    let mut i = 0;
    while i < chars.len() {
        if chars[i] == '<'
            && chars.get(i + 1).is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
        {
            let end = chars[i..].iter().position(|c| *c == '>').map_or(chars.len(), |n| i + n + 1);
            let (name, closing) = tag_name(&chars[i + 1..end]);
            hidden = match hidden {
                Some(open) if closing && name == open => None,
                Some(open) => Some(open),
                None if !closing => ["script", "style"].into_iter().find(|tag| *tag == name),
                None => None,
            };
            if BLOCKS
                .iter()
                .any(|tag| *tag == name || name.strip_prefix(tag).is_some_and(|r| r.starts_with("class")))
            {
                let opens = name != "br" || (line.opens && line.glyphs.is_empty());
                close(&mut line, &mut out);
                line.opens = opens;
                line.headed = !closing && name.len() == 2 && name.starts_with('h');
            }
            i = end;
        } else if hidden.is_some() {
            i += 1;
        } else if let Some((c, len)) = entity(&chars[i..]) {
            line.glyphs.push(Glyph { c, at: i });
            i += len;
        } else {
            if chars[i] == '\n' {
                line.glyphs.push(Glyph { c: ' ', at: i });
            } else {
                line.glyphs.push(Glyph { c: chars[i], at: i });
            }
            i += 1;
        }
    }
    close(&mut line, &mut out);
    out
}

fn close(line: &mut Line, out: &mut Vec<Line>) {
    let mut done = std::mem::take(line);
    trim(&mut done.glyphs);
    done.apart = true;
    if !done.glyphs.is_empty() {
        out.push(done);
    }
}

fn tag_name(inside: &[char]) -> (String, bool) {
    let closing = inside.first() == Some(&'/');
    let name = inside.iter().skip(usize::from(closing)).take_while(|c| c.is_ascii_alphanumeric());
    (name.collect::<String>().to_ascii_lowercase(), closing)
}

/// A character reference at the start of `chars`, and its length.
fn entity(chars: &[char]) -> Option<(char, usize)> {
    if chars.first() != Some(&'&') {
        return None;
    }
    let end = chars.iter().take(12).position(|c| *c == ';')?;
    let name: String = chars.get(1..end)?.iter().collect();
    let c = match name.as_str() {
        "nbsp" | "ensp" | "emsp" => ' ',
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "mdash" => '—',
        "middot" => '·',
        "hellip" => '…',
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((c, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(line: &Line) -> String {
        line.glyphs.iter().map(|g| g.c).collect()
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

    #[test]
    fn html_blocks_become_lines() {
        let lines = lines(
            "<div class=\"t\"><h2>2007年报告</h2></div><p>各位代表：</p><p>一&nbsp;二<b>三</b></p><style>p{}</style>",
        );
        let texts: Vec<String> = lines.iter().map(text).collect();
        assert_eq!(texts, ["2007年报告", "各位代表：", "一 二三"]);
        assert_eq!(lines[1].glyphs[0].at, 40);
    }
}
