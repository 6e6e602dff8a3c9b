//! The text of a web page: the characters that a reader sees in its body, line by line, each with its
//! offset in the file. A parser that builds a tree would lose the offsets; pages also come as fragments and
//! with broken tags.

use super::markup::{Glyph, Line, trim};

/// Tags that end a line.
const BLOCKS: [&str; 28] = [
    "p",
    "div",
    "br",
    "hr",
    "tr",
    "td",
    "th",
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
    "header",
    "main",
    "title",
    "head",
    "body",
    "html",
    "blockquote",
    "form",
];

/// Tags whose contents nobody reads, or that are about the site and not about the page.
const HIDDEN: [&str; 14] = [
    "script", "style", "noscript", "template", "nav", "footer", "aside", "select", "button", "textarea",
    "iframe", "svg", "object", "rt",
];

/// Longest line that is taken for a link of the site where all of it is one, in characters.
const LINK: usize = 40;

/// The lines of a page.
#[must_use]
pub fn lines(text: &str) -> Vec<Line> {
    let chars: Vec<char> = text.chars().collect();
    let mut page = Page::default();
    page.line.apart = true;
    let mut i = 0;
    while let Some(c) = chars.get(i) {
        let rest = chars.get(i..).unwrap_or_default();
        if let Some(length) = comment(rest) {
            i += length;
        } else if let Some(length) = tag(rest) {
            page.tag(rest.get(1..length).unwrap_or_default());
            i += length;
        } else if let Some((c, length)) = entity(rest) {
            page.character(c, i);
            i += length;
        } else {
            page.character(if *c == '\n' { ' ' } else { *c }, i);
            i += 1;
        }
    }
    page.close();
    page.without_imprint()
}

/// What has been read of a page so far.
#[derive(Default)]
struct Page {
    lines: Vec<Line>,
    line: Line,
    /// The hidden tag that is open, and how often.
    hidden: Option<(&'static str, usize)>,
    /// Whether a link is open.
    link: bool,
    /// How many characters of the line belong to links.
    linked: usize,
}

impl Page {
    fn tag(&mut self, inside: &[char]) {
        let (name, closing) = tag_name(inside);
        if let Some((open, depth)) = &mut self.hidden {
            // The text of a script can hold what looks like tags: only its own tag counts.
            if name == *open {
                *depth = if closing { *depth - 1 } else { *depth + 1 };
            }
            if *depth == 0 {
                self.hidden = None;
            }
            return;
        }
        let alone = inside.last() == Some(&'/');
        if let Some(hidden) = HIDDEN.iter().find(|hidden| **hidden == name)
            && !closing
            && !alone
        {
            self.hidden = Some((hidden, 1));
        }
        if name == "a" {
            self.link = !closing;
        }
        // Files that lost their spaces have `<divclass="title">`.
        let block = |tag: &str| tag == name || name.strip_prefix(tag).is_some_and(|r| r.starts_with("class"));
        if BLOCKS.iter().any(|tag| block(tag)) {
            let opens = name != "br" || (self.line.opens && self.line.glyphs.is_empty());
            self.close();
            self.line.opens = opens;
            self.line.headed = !closing && name.len() == 2 && name.starts_with('h') && name != "hr";
        }
    }

    fn character(&mut self, c: char, at: usize) {
        if self.hidden.is_none() {
            self.line.glyphs.push(Glyph { c, at });
            self.linked += usize::from(self.link && !c.is_whitespace());
        }
    }

    fn close(&mut self) {
        let mut done = std::mem::take(&mut self.line);
        let linked = std::mem::take(&mut self.linked);
        trim(&mut done.glyphs);
        done.apart = true;
        let length = done.glyphs.iter().filter(|g| !g.c.is_whitespace()).count();
        if length > 0 && (linked < length || length > LINK) {
            self.lines.push(done);
        }
    }

    /// The lines up to the last that ends as a sentence does: behind the speech stand the names of those who
    /// keep the site.
    fn without_imprint(mut self) -> Vec<Line> {
        let ends = |line: &Line| {
            line.glyphs.last().is_some_and(|g| matches!(g.c, '。' | '！' | '？' | '”' | '!' | '）'))
        };
        if let Some(last) = self.lines.iter().rposition(ends) {
            self.lines.truncate(last + 1);
        }
        self.lines
    }
}

/// The length of a comment at the start of `chars`.
fn comment(chars: &[char]) -> Option<usize> {
    if !chars.starts_with(&['<', '!', '-', '-']) {
        return None;
    }
    let end = chars.windows(3).position(|window| window == ['-', '-', '>']);
    Some(end.map_or(chars.len(), |at| at + 3))
}

/// The length of a tag at the start of `chars`. A `>` in quotation marks does not end it, unless the mark is
/// never closed before the next tag begins.
fn tag(chars: &[char]) -> Option<usize> {
    let named = |c: &char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?');
    if chars.first() != Some(&'<') || !chars.get(1).is_some_and(named) {
        return None;
    }
    let plain = chars.iter().position(|c| *c == '>').map_or(chars.len(), |at| at + 1);
    let mut quote = None;
    for (at, c) in chars.iter().enumerate() {
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(*c),
            (Some(open), c) if open == *c => quote = None,
            (Some(_), '<') => return Some(plain),
            _ => {}
        }
    }
    Some(plain)
}

fn tag_name(inside: &[char]) -> (String, bool) {
    let closing = inside.first() == Some(&'/');
    let name = inside.iter().skip(usize::from(closing)).take_while(|c| c.is_ascii_alphanumeric());
    (name.collect::<String>().to_ascii_lowercase(), closing)
}

/// Characters by the names that pages use for them.
const NAMED: [(&str, char); 26] = [
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("lt", '<'),
    ("gt", '>'),
    ("amp", '&'),
    ("quot", '"'),
    ("apos", '\''),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("middot", '·'),
    ("bull", '•'),
    ("hellip", '…'),
    ("permil", '‰'),
    ("times", '×'),
    ("divide", '÷'),
    ("deg", '°'),
    ("le", '≤'),
    ("ge", '≥'),
    ("laquo", '«'),
    ("raquo", '»'),
];

/// A character reference at the start of `chars`, and its length.
fn entity(chars: &[char]) -> Option<(char, usize)> {
    if chars.first() != Some(&'&') {
        return None;
    }
    // Old pages leave out the semicolon behind the most common one.
    let Some(end) = chars.iter().take(12).position(|c| *c == ';') else {
        return chars.starts_with(&['&', 'n', 'b', 's', 'p']).then_some((' ', 5));
    };
    let name: String = chars.get(1..end)?.iter().collect();
    let c = match name.strip_prefix('#') {
        Some(digits) => {
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code)?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((c, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(page: &str) -> Vec<String> {
        lines(page).iter().map(|line| line.glyphs.iter().map(|g| g.c).collect()).collect()
    }

    #[test]
    fn blocks_become_lines_with_their_offsets() {
        let page = "<div class=\"t\"><h2>2007年报告</h2></div><p>各位代表：</p><p>一&nbsp;二<b>三</b>。</p><style>p{}</style>";
        assert_eq!(texts(page), ["2007年报告", "各位代表：", "一 二三。"]);
        assert_eq!(lines(page)[1].glyphs[0].at, 40);
    }

    #[test]
    fn what_nobody_reads_is_left_out() {
        let page = "<!-- <p>旧稿。</p> --><script>if (a < b && c > d) { '</p>' }</script><nav><ul><li>首页</li></ul></nav>\
                    <ul><li><a href='/'>政务公开</a></li></ul><p title='a > b'>建成桥梁三座。</p>\
                    <p>主办：某市人民政府</p><footer>版权所有。</footer>";
        assert_eq!(texts(page), ["建成桥梁三座。"]);
    }

    #[test]
    fn broken_tags_swallow_nothing() {
        assert_eq!(
            texts("<p class=\"x>建成桥梁。</p><p>通车&nbsp里程&#25104;倍。</p>"),
            ["建成桥梁。", "通车 里程成倍。"]
        );
    }
}
