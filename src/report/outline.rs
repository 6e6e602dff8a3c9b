//! The order of a report: its title matter, headings and their levels, and which half is review and which
//! plan.

use super::markup::Glyph;
use super::paragraphs::Paragraph;
use crate::facts::Part;

/// A run of text under its headings.
#[derive(Debug, Clone)]
pub struct Block {
    /// Its characters.
    pub glyphs: Vec<Glyph>,
    /// The headings above it, outermost first.
    pub section: Vec<String>,
    /// The half it belongs to.
    pub part: Option<Part>,
    /// Whether it is a heading itself.
    pub heading: bool,
    /// Whether it stands before the first heading (title, date, speaker).
    pub front: bool,
    /// Number of the paragraph it was cut from.
    pub paragraph: usize,
}

/// Longest heading, in characters.
const HEADING: usize = 45;

/// Longest heading of a half that has a number, in characters: some say all that the half is about.
const NUMBERED_HEADING: usize = 64;

/// The level and length of a number at the start of a paragraph: 1 `一、`, 2 `（一）`, 3 `1.` or `——`,
/// 4 `（1）`.
#[must_use]
pub fn numbering(glyphs: &[Glyph]) -> Option<(usize, usize)> {
    let c = |i: usize| glyphs.get(i).map(|g| g.c);
    let run = |from: usize, test: fn(char) -> bool| {
        glyphs.iter().skip(from).take(4).take_while(|g| test(g.c)).count()
    };
    let chinese = |c: char| "一二三四五六七八九十".contains(c);
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    if c(0) == Some('第') {
        let n = run(1, chinese);
        return (n > 0 && c(1 + n) == Some('部') && c(2 + n) == Some('分')).then_some((1, n + 3));
    }
    if matches!(c(0), Some('（' | '(')) {
        for (test, level) in [(chinese as fn(char) -> bool, 2), (digit, 4)] {
            let n = run(1, test);
            if n > 0 && matches!(c(1 + n), Some('）' | ')')) {
                return Some((level, n + 2));
            }
        }
        return None;
    }
    let n = run(0, chinese);
    if n > 0 && matches!(c(n), Some('、')) {
        return Some((1, n + 1));
    }
    let n = run(0, digit);
    if n > 0 && n < 3 && matches!(c(n), Some('、' | '.' | '．')) && !c(n + 1).is_some_and(digit) {
        return Some((3, n + 1));
    }
    let n = glyphs.iter().take_while(|g| matches!(g.c, '—' | '-' | '―' | '─')).count();
    (n >= 2).then_some((3, n))
}

/// Puts every paragraph under its headings.
#[must_use]
pub fn outline(paragraphs: Vec<Paragraph>) -> Vec<Block> {
    let mut state = Outline { numbered: has_numbered_halves(&paragraphs), ..Outline::default() };
    let items = items(&paragraphs);
    for (number, (paragraph, item)) in paragraphs.into_iter().zip(items).enumerate() {
        state.paragraph(number, paragraph, item);
    }
    state.blocks
}

/// Which paragraphs are items of a list, one number after the other with nothing between: 「1、…高铁通车」
/// 「2、…路竣工」. A heading has text under it.
fn items(paragraphs: &[Paragraph]) -> Vec<bool> {
    let levels: Vec<Option<usize>> =
        paragraphs.iter().map(|p| numbering(&p.glyphs).map(|(level, _)| level)).collect();
    let at = |i: Option<usize>| i.and_then(|i| levels.get(i).copied()).flatten();
    let item = |i: usize| {
        let level = at(Some(i)).filter(|level| *level >= 3);
        let next = at(Some(i + 1));
        // The last one stands before the next heading or at the end.
        let last = next.is_some_and(|next| next < 3) || i + 1 == levels.len();
        level.is_some() && (next == level || last && at(i.checked_sub(1)) == level)
    };
    (0..levels.len()).map(item).collect()
}

fn has_numbered_halves(paragraphs: &[Paragraph]) -> bool {
    let top = |p: &&Paragraph| matches!(numbering(&p.glyphs), Some((1, _))) && heading_like(&p.glyphs);
    paragraphs.iter().filter(top).any(|p| part_of_heading(&text(&p.glyphs), None).is_some())
}

#[derive(Default)]
struct Outline {
    blocks: Vec<Block>,
    /// Open headings with their levels.
    open: Vec<(usize, String)>,
    part: Option<Part>,
    numbered: bool,
    review_is_numbered: bool,
    begun: bool,
}

impl Outline {
    fn paragraph(&mut self, number: usize, paragraph: Paragraph, item: bool) {
        let Paragraph { mut glyphs, bold, headed } = paragraph;
        let level = numbering(&glyphs);
        if heading_like(&glyphs) && !item && (headed || self.names_a_heading(&glyphs, level)) {
            self.heading(number, glyphs, level.map_or(1, |(level, _)| level));
            return;
        }
        // 「（二）…初步形成**文化保护**。」: a heading and a bold run-in head on one line.
        if let (Some((level, _)), Some(cut)) = (level, bold.first().map(|range| range.start))
            && level <= 2
            && cut > 4
            && cut <= HEADING
            && heading_like(&glyphs[..cut])
        {
            let rest = glyphs.split_off(cut);
            self.heading(number, glyphs, level);
            return self.body(number, rest, None);
        }
        self.body(number, glyphs, level);
    }

    fn names_a_heading(&self, glyphs: &[Glyph], level: Option<(usize, usize)>) -> bool {
        match level {
            Some((1 | 2, _)) => true,
            Some(_) => self.begun,
            None if !self.numbered || !self.begun => part_of_heading(&text(glyphs), self.part).is_some(),
            None => false,
        }
    }

    fn heading(&mut self, number: usize, glyphs: Vec<Glyph>, level: usize) {
        let words = text(&glyphs);
        let half = part_of_heading(&words, self.part);
        let numbered = numbering(&glyphs).is_some_and(|(level, _)| level == 1);
        if !self.begun && half.is_none() && !numbered {
            return self.push(number, glyphs, true);
        }
        self.open.retain(|(open, _)| *open < level);
        if level == 1 {
            let opens = (numbered && self.part.is_none()).then(|| self.opens(&words)).flatten();
            self.part = half.or_else(|| self.follows_review(numbered, &words)).or(self.part).or(opens);
            self.review_is_numbered = numbered && self.part == Some(Part::Review);
        }
        self.begun = true;
        self.push(number, glyphs, true);
        self.open.push((level, words.trim_end_matches('。').to_owned()));
    }

    /// What a numbered top heading opens before any names a half: one that looks back the review; the first one of a
    /// text that begins with another number than one, the plan.
    fn opens(&self, words: &str) -> Option<Part> {
        if looks_back(words) {
            return Some(Part::Review);
        }
        (!self.begun && !words.starts_with('一') && !words.starts_with("第一")).then_some(Part::Plan)
    }

    /// A numbered top heading after a numbered review opens the plan, whatever its words.
    fn follows_review(&self, numbered: bool, words: &str) -> Option<Part> {
        let still = ["体会", "经验", "问题", "困难", "总结"].iter().any(|word| words.contains(word));
        (numbered && self.review_is_numbered && !still).then_some(Part::Plan)
    }

    fn body(&mut self, number: usize, mut glyphs: Vec<Glyph>, level: Option<(usize, usize)>) {
        if self.part.is_none() && opens_review(&text(&glyphs)) {
            self.part = Some(Part::Review);
        }
        let stop = glyphs.iter().position(|g| matches!(g.c, '。' | '：')).map_or(0, |at| at + 1);
        let run_in = level.is_some_and(|(level, _)| level >= 2)
            && (5..=HEADING).contains(&stop)
            && stop < glyphs.len();
        // 「3.开工建设市一中新校区。确保…竣工。」: an item may begin with a statement, which is read.
        let stated = level.is_some_and(|(level, _)| level >= 3);
        if run_in && !stated && glyphs.get(stop - 1).is_some_and(|g| g.c == '。') {
            let rest = glyphs.split_off(stop);
            self.heading(number, glyphs, level.map_or(2, |(level, _)| level));
            self.push(number, rest, false);
            return;
        }
        let head: String = text(&glyphs[..stop.saturating_sub(1)]);
        let figures = head.chars().any(|c| c.is_ascii_digit() || matches!(c, '，' | ','));
        let short = (6..=22).contains(&stop) && stop < glyphs.len() && !figures && self.begun;
        if run_in && stated && self.begun {
            let level = level.map_or(3, |(level, _)| level);
            self.open.retain(|(open, _)| *open < level);
            self.open.push((level, head));
        } else if short && level.is_none() {
            // A run-in head that is a sentence in its own right: it names the section and is still read.
            self.open.retain(|(level, _)| *level < 5);
            self.open.push((5, head));
        } else if level.is_none() {
            self.open.retain(|(level, _)| *level < 5);
        }
        self.push(number, glyphs, false);
    }

    fn push(&mut self, paragraph: usize, glyphs: Vec<Glyph>, heading: bool) {
        let section = self.open.iter().map(|(_, words)| words.clone()).collect();
        self.blocks.push(Block { glyphs, section, part: self.part, heading, front: !self.begun, paragraph });
    }
}

/// The words of a run of characters, without spaces.
pub(super) fn text(glyphs: &[Glyph]) -> String {
    glyphs.iter().map(|g| g.c).filter(|c| !c.is_whitespace()).collect()
}

/// How long a run of characters may be that is a heading.
#[must_use]
pub(super) fn longest_heading(glyphs: &[Glyph]) -> usize {
    if matches!(numbering(glyphs), Some((1, _))) { NUMBERED_HEADING } else { HEADING }
}

fn heading_like(glyphs: &[Glyph]) -> bool {
    glyphs.len() <= longest_heading(glyphs)
        && !glyphs.iter().any(|g| matches!(g.c, '。' | '；'))
        && !glyphs.last().is_some_and(|g| matches!(g.c, '，' | ',' | '：' | ':' | '！' | '!' | '、'))
}

/// Whether a first heading that names no half tells what was reached: 「“十五”计划主要预期目标提前实现」.
fn looks_back(words: &str) -> bool {
    [
        "实现", "完成", "取得", "成就", "突破", "跨越", "站在", "迈上", "迈出", "跃上", "登上", "提升",
        "增强", "改善", "成效", "过去",
    ]
    .iter()
    .any(|word| words.contains(word))
}

/// Whether a paragraph under no heading that names a half begins to look back: 「一年来，我们…」, 「2019年，我们
/// 团结带领全市人民…」.
fn opens_review(words: &str) -> bool {
    let past = ["一年来", "过去一年", "过去的一年", "五年来", "过去五年", "过去的五年", "回顾"];
    let behind_year = words.trim_start_matches(|c: char| c.is_numeric()).strip_prefix('年');
    let told = ["团结带领", "攻坚克难", "较好完成", "圆满完成", "全面完成", "取得了"];
    // 「“十一五”时期，是佛山…取得重大突破的五年」
    let span = words.split_once("时期").is_some_and(|(head, rest)| {
        head.chars().count() < 8 && rest.trim_start_matches('，').starts_with('是') && rest.contains("的五年")
    });
    span || past.iter().any(|word| words.starts_with(word))
        || behind_year.is_some_and(|rest| {
            rest.starts_with("，我们")
                && told.iter().any(|word| words.contains(word))
                && words.len() > rest.len()
        })
}

/// Which half a top heading opens. Its words decide; `before` is the half it would close.
fn part_of_heading(words: &str, before: Option<Part>) -> Option<Part> {
    let any = |list: &[&str]| list.iter().any(|word| words.contains(word));
    if any(&["回顾", "工作总结", "工作情况", "主要成就", "发展成就", "执行情况", "完成情况"])
    {
        return Some(Part::Review);
    }
    let ahead = any(&[
        "任务",
        "安排",
        "目标",
        "打算",
        "建议",
        "总体要求",
        "总体思路",
        "重点工作",
        "主要工作",
        "工作重点",
        "做好",
        "规划",
        "展望",
        "部署",
        "今后",
        "未来",
    ]);
    (ahead
        && (before.is_some()
            || words.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c))
            || any(&["今年", "时期", "今后", "未来"])))
    .then_some(Part::Plan)
}

#[cfg(test)]
mod tests {
    use super::super::markup::lines;
    use super::super::paragraphs::join;
    use super::*;

    fn outlined(text: &str) -> Vec<(Vec<String>, Option<Part>, bool, String)> {
        outline(join(lines(text)))
            .into_iter()
            .map(|b| (b.section, b.part, b.heading, b.glyphs.iter().map(|g| g.c).collect()))
            .collect()
    }

    #[test]
    fn headings_open_sections_and_halves() {
        let blocks = outlined(
            "某市政府工作报告\n\n一、2022年工作回顾\n\n过去一年，成绩很大。\n\n（一）坚持生态立区\n\n生态示范走在前列。完成造林9300亩，治理15条小流域。\n\n二、2023年主要任务\n\n加快建设。",
        );
        assert_eq!(blocks[0].1, None);
        assert_eq!(blocks[2].0, ["一、2022年工作回顾"]);
        assert_eq!(blocks[4].0, ["一、2022年工作回顾", "（一）坚持生态立区", "生态示范走在前列"]);
        assert_eq!(blocks[4].1, Some(Part::Review));
        assert!(blocks[5].2);
        assert_eq!(blocks[6].1, Some(Part::Plan));
    }

    #[test]
    fn a_first_heading_that_looks_back_opens_the_review() {
        let blocks = outlined(
            "某市政府工作报告\n\n一、“十五”计划提前实现，全市站在新的起点上\n\n投资增长23%。\n\n二、2006年目标任务\n\n加快建设。",
        );
        assert_eq!((blocks[2].1, blocks[4].1), (Some(Part::Review), Some(Part::Plan)));
    }

    #[test]
    fn a_long_heading_with_a_number_opens_the_plan() {
        let blocks = outlined(
            "某市政府工作报告\n\n二、牢牢把握“两个全面”的奋斗目标和“五位一体”总体布局，谋划好各项工作，促进经济社会持续健康发展\n\n加快建设。",
        );
        assert_eq!((blocks[1].2, blocks[2].1), (true, Some(Part::Plan)));
    }

    #[test]
    fn a_heading_and_a_bold_head_on_one_line_are_parted() {
        let blocks = outlined(
            "一、2022年工作回顾\n\n（二）坚持文化兴区，体验带初步形成**文化保护深入开展**。融入建设。",
        );
        assert_eq!(blocks[1].3, "（二）坚持文化兴区，体验带初步形成");
        assert!(blocks[1].2);
        assert_eq!(blocks[2].0.last().map(String::as_str), Some("文化保护深入开展"));
    }

    #[test]
    fn a_paragraph_opens_the_review_where_no_heading_does() {
        let blocks = outlined(
            "某市政府工作报告\n\n五年奋进实现大跨越\n\n“十一五”时期，是全市取得重大突破的五年。\n\n广场竣工。",
        );
        assert_eq!(blocks.last().and_then(|block| block.1), Some(Part::Review));
        let blocks = outlined(
            "某市政府工作报告\n\n奋斗的2019年，发展再上新台阶\n\n2019年，我们团结带领全市人民开创新局面。\n\n广场竣工。\n\n2020年工作安排\n\n建成剧院。",
        );
        let halves: Vec<_> = blocks.iter().map(|block| block.1).collect();
        assert_eq!(halves[2..], [Some(Part::Review), Some(Part::Review), Some(Part::Plan), Some(Part::Plan)]);
    }

    #[test]
    fn items_of_a_list_are_no_headings() {
        let blocks = outlined(
            "一、2019年工作安排\n\n1、长宁铁路通车\n\n2、建成长宁广场\n\n二、加强政府建设\n\n1.依法行政\n\n坚持依法办事。",
        );
        assert_eq!(
            blocks.iter().map(|block| block.2).collect::<Vec<_>>(),
            [true, false, false, true, true, false]
        );
    }

    #[test]
    fn unnumbered_headings_count_where_there_are_no_numbered_ones() {
        let blocks = outlined(
            "各位代表：\n\n2008年工作回顾\n\n2008年是极不平凡的一年。\n\n２００９年主要工作任务\n\n今年要做好工作。",
        );
        assert_eq!(blocks[2].1, Some(Part::Review));
        assert_eq!(blocks[4].1, Some(Part::Plan));
    }
}
