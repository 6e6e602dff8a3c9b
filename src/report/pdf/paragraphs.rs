//! The lines of all pages put into paragraphs: what a page adds is dropped (its number, a running head), and
//! lines that go on are joined, over the end of a page as well.

use std::collections::BTreeMap;

use super::lines::Line;

/// The paragraphs of a document, from the lines of its pages.
#[must_use]
pub fn join(mut pages: Vec<Vec<Line>>) -> Vec<String> {
    drop_running_matter(&mut pages);
    let mut out: Vec<String> = Vec::new();
    let mut before: Option<(Line, Margins)> = None;
    for page in pages {
        let margins = Margins::of(&page);
        let leading = leading(&page);
        let mut first = true;
        for line in page {
            let goes_on = before.as_ref().is_some_and(|(last, theirs)| {
                let near = first || line.y - last.y < 1.5 * leading;
                near && theirs.filled_by(last) && !margins.indent(&line) && alike(last, &line)
            });
            match out.last_mut() {
                Some(paragraph) if goes_on => append(paragraph, &line.text),
                _ => out.push(line.text.clone()),
            }
            before = Some((line, margins));
            first = false;
        }
    }
    out
}

/// How far apart characters of one size may be in height.
fn alike(a: &Line, b: &Line) -> bool {
    (a.size - b.size).abs() < 0.15 * a.size.max(b.size)
}

fn append(paragraph: &mut String, text: &str) {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    if latin(paragraph.chars().next_back()) && latin(text.chars().next()) {
        paragraph.push(' ');
    }
    paragraph.push_str(text);
}

/// Where the text of a page begins and ends.
#[derive(Debug, Clone, Copy)]
struct Margins {
    left: f64,
    right: f64,
}

impl Margins {
    fn of(page: &[Line]) -> Self {
        let left = page.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
        let right = page.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
        Self { left, right }
    }

    /// Whether a line reaches the margin, but for what cannot stand at the start of the next.
    fn filled_by(&self, line: &Line) -> bool {
        self.right - line.right < 2.5 * line.size
    }

    fn indent(&self, line: &Line) -> bool {
        line.left - self.left > 1.2 * line.size
    }
}

/// The usual distance between the lines of a page.
fn leading(page: &[Line]) -> f64 {
    let mut steps: Vec<f64> = page.windows(2).map(|pair| pair[1].y - pair[0].y).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 2).copied().unwrap_or(f64::INFINITY)
}

/// How many lines at either end of a page can be running matter.
const EDGE: usize = 2;

/// Drops page numbers, and lines at the edge of pages that stand on at least half of them (but for digits).
fn drop_running_matter(pages: &mut [Vec<Line>]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages.iter() {
        let edges: std::collections::BTreeSet<String> =
            edges(page.len()).filter_map(|at| page.get(at)).map(|line| without_digits(&line.text)).collect();
        edges.into_iter().for_each(|text| *seen.entry(text).or_default() += 1);
    }
    let often = (pages.len() / 2).max(3);
    for page in pages {
        for at in edges(page.len()).collect::<std::collections::BTreeSet<_>>().into_iter().rev() {
            let key = page.get(at).map(|line| without_digits(&line.text)).unwrap_or_default();
            if is_page_number(&key) || seen.get(&key).is_some_and(|count| *count >= often) {
                page.remove(at);
            }
        }
    }
}

fn edges(length: usize) -> impl Iterator<Item = usize> {
    (0..EDGE.min(length)).chain(length.saturating_sub(EDGE)..length)
}

fn without_digits(text: &str) -> String {
    text.chars().filter(|c| !c.is_numeric() && !c.is_whitespace()).collect()
}

/// Whether a line is a page number, its digits left out.
fn is_page_number(rest: &str) -> bool {
    rest.chars().all(|c| matches!(c, '-' | '—' | '–' | '－' | '·' | '/' | '第' | '页' | '共' | '，'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, left: f64, y: f64) -> Line {
        let right = left + 16.0 * text.chars().count() as f64;
        Line { text: text.to_owned(), left, right, y, size: 16.0 }
    }

    #[test]
    fn lines_are_joined_within_a_page_and_over_its_end() {
        let pages = vec![
            vec![
                line("政府工作报告", 150.0, 100.0),
                line("过去一年，我们顶住了压力，", 132.0, 130.0),
                line("较好完成了全年的目标任务。今年", 100.0, 160.0),
                line("- 1 -", 200.0, 700.0),
            ],
            vec![
                line("要加快建设，推动发展，再创辉", 100.0, 100.0),
                line("煌。", 100.0, 130.0),
                line("一、主要工作", 132.0, 160.0),
                line("- 2 -", 200.0, 700.0),
            ],
        ];
        assert_eq!(
            join(pages),
            [
                "政府工作报告",
                "过去一年，我们顶住了压力，较好完成了全年的目标任务。今年要加快建设，推动发展，再创辉煌。",
                "一、主要工作"
            ]
        );
    }

    #[test]
    fn running_heads_are_dropped() {
        let page = |text: &str| vec![line("某市政府公报", 100.0, 50.0), line(text, 100.0, 100.0)];
        assert_eq!(join(vec![page("甲。"), page("乙。"), page("丙。")]), ["甲。", "乙。", "丙。"]);
    }
}
