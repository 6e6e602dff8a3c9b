//! Whose report it is, and of which years.

use std::collections::BTreeMap;

use super::outline::{Block, text};
use crate::extract::figures::numeral;
use crate::facts::{Area, Part};
use crate::lexicon::gazetteer::{self, Division, Level};

/// The title: the line that names itself a work report, or the first line that could be one.
#[must_use]
pub fn title(blocks: &[Block]) -> String {
    let words = |b: &Block| text(&b.glyphs);
    let line =
        |t: &String| (4..=60).contains(&t.chars().count()) && !t.ends_with(['。', '：', ':', '！', '!']);
    let front: Vec<String> = blocks.iter().take(12).filter(|b| b.front).map(words).filter(line).collect();
    let named = front.iter().find(|t| t.contains("工作报告"));
    named.or(front.first()).cloned().unwrap_or_else(|| "政府工作报告".to_owned())
}

/// The year reviewed and the year planned.
#[must_use]
pub fn years(blocks: &[Block]) -> (Option<i32>, Option<i32>) {
    let plan = planned(blocks);
    let review = reviewed(blocks);
    match (review, plan) {
        (Some(review), Some(plan)) if (1..=2).contains(&(plan - review)) => (Some(review), Some(plan)),
        // Delivered in the last days of the year that it reviews.
        (Some(review), Some(plan)) if plan == review => (Some(review), Some(review + 1)),
        (_, Some(plan)) => (Some(plan - 1), Some(plan)),
        (Some(review), None) => (Some(review), Some(review + 1)),
        (None, None) => latest(blocks).map_or((None, None), |year| (Some(year), Some(year + 1))),
    }
}

fn planned(blocks: &[Block]) -> Option<i32> {
    let front = || blocks.iter().take(12).filter(|b| b.front).map(|b| text(&b.glyphs));
    let dated = |t: &String| t.contains('月') && (t.contains('日') || t.contains("会议"));
    // Delivered in the last days of a year, it plans the next.
    let late = |t: &str| {
        i32::from(["年12月", "年11月", "年十二月", "年十一月"].iter().any(|month| t.contains(month)))
    };
    let delivered = front().find(dated).and_then(|t| years_in(&t).first().map(|year| year + late(&t)));
    // 「“十四五”规划和2035年远景目标」 names a year far ahead.
    let near = |year: &i32| delivered.is_none_or(|delivered| (year - delivered).abs() <= 1);
    let headed = blocks
        .iter()
        .filter(|b| b.heading && b.part == Some(Part::Plan) && b.section.is_empty())
        .find_map(|b| years_in(&text(&b.glyphs)).last().copied())
        .filter(near);
    let titled = front().find(|t| t.contains("工作报告")).and_then(|t| years_in(&t).first().copied());
    headed.or(delivered).or(titled).or_else(|| {
        // 「做好2021年工作」, 「2018年…的主要预期目标是」 in the text of the plan.
        let plan = blocks.iter().filter(|b| b.part == Some(Part::Plan) && !b.heading);
        let opening =
            plan.map(|b| text(&b.glyphs)).find(|t| t.contains("预期目标") || t.contains("总体要求"));
        opening.and_then(|t| years_in(&t).first().copied())
    })
}

fn reviewed(blocks: &[Block]) -> Option<i32> {
    blocks
        .iter()
        .filter(|b| b.heading && b.part == Some(Part::Review))
        .find_map(|b| years_in(&text(&b.glyphs)).last().copied())
}

/// The latest year that the review speaks of more than in passing.
fn latest(blocks: &[Block]) -> Option<i32> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for year in blocks.iter().filter(|b| b.part != Some(Part::Plan)).flat_map(|b| years_in(&text(&b.glyphs)))
    {
        *counts.entry(year).or_default() += 1;
    }
    let often = counts.iter().rev().find(|(_, count)| **count >= 3);
    often.or_else(|| counts.iter().next_back()).map(|(year, _)| *year)
}

/// The calendar years (`2022年`, `二〇二二年`) named in a text, in order.
pub(super) fn years_in(text: &str) -> Vec<i32> {
    let chars: Vec<char> = text.chars().collect();
    let digit = |i: usize| {
        chars.get(i).and_then(|c| match c {
            '０'..='９' => Some(u64::from(*c as u32 - '０' as u32)),
            // The zero is typed in many ways.
            '○' | '◯' | 'O' | 'Ｏ' | 'o' => Some(0),
            _ => c.to_digit(10).map(u64::from).or_else(|| numeral::digit(*c)),
        })
    };
    let mut out = Vec::new();
    for i in 0..chars.len() {
        let free = i == 0 || digit(i - 1).is_none();
        if let (true, Some(a), Some(b), Some(c), Some(d)) =
            (free, digit(i), digit(i + 1), digit(i + 2), digit(i + 3))
            && chars.get(i + 4) == Some(&'年')
            && let Ok(year) = i32::try_from(a * 1000 + b * 100 + c * 10 + d)
            && (1949..2100).contains(&year)
        {
            out.push(year);
        }
    }
    out
}

/// The area that reports: what its title, its date line or its opening names; failing that, the area of
/// the right kind that it names most.
#[must_use]
pub fn area(blocks: &[Block]) -> Option<Area> {
    let front: Vec<String> = blocks.iter().take(14).map(|b| text(&b.glyphs)).collect();
    let stated = front.iter().find_map(|line| {
        let lines = ["人民政府", "政府工作报告", "人民代表大会", "市长", "县长", "区长", "省长"];
        let end = lines.iter().filter_map(|mark| line.find(mark)).min()?;
        named_before(line.get(..end)?)
    });
    stated
        .or_else(|| most_named(blocks))
        .map(|division| Area { name: division.name.to_owned(), code: Some(division.code.to_owned()) })
}

/// The division whose full name ends a phrase, but for what counts its congress (`第十三届`).
fn named_before(phrase: &str) -> Option<Division> {
    let phrase = phrase.split('第').next().unwrap_or(phrase);
    // 「宿迁市2019年政府工作报告」
    let year =
        |c: char| c.is_numeric() || matches!(c, '年' | '度') || "〇零一二三四五六七八九十○".contains(c);
    let dated = phrase.trim_end_matches(year);
    let phrase = if phrase.ends_with(['年', '度']) { dated } else { phrase };
    let chars: Vec<char> = phrase.chars().collect();
    let names = (0..chars.len()).map(|from| chars.get(from..).unwrap_or_default().iter().collect::<String>());
    names.filter(|name| name.chars().count() >= 2).find_map(|name| {
        let full =
            gazetteer::by_name(&name).into_iter().filter(|c| c.full && c.division.level <= Level::Town);
        full.map(|c| c.division).min_by_key(|division| (division.level, division.code))
    })
}

/// What the report calls its own area, and the endings of official names that this may stand for.
const OWN: [(&[&str], &[char]); 4] = [
    (&["全市", "我市"], &['市', '州', '盟']),
    (&["全区", "我区"], &['区']),
    (&["全县", "我县"], &['县', '旗']),
    (&["全省", "我省"], &['省', '区']),
];

fn most_named(blocks: &[Block]) -> Option<Division> {
    let whole: String = blocks.iter().map(|b| text(&b.glyphs)).collect();
    let says = |words: &[&str]| words.iter().map(|word| whole.matches(word).count()).sum::<usize>();
    let (_, endings) =
        OWN.iter().max_by_key(|(words, _)| says(words)).filter(|(words, _)| says(words) >= 3)?;
    let chars: Vec<char> = whole.chars().collect();
    let mut votes: BTreeMap<&str, (usize, Division)> = BTreeMap::new();
    for hit in gazetteer::scan(&chars).iter().filter(|hit| !gazetteer::is_common_word(hit.name())) {
        let fits = |c: &gazetteer::Candidate| {
            c.division.level <= Level::County && c.division.name.ends_with(*endings)
        };
        for division in hit.candidates().filter(fits).map(|c| c.division) {
            votes.entry(division.code).or_insert((0, division)).0 += 2;
        }
        // What is named once may be a guest; an area whose parts are named over and over is at home.
        let mut parts = hit.candidates().filter(|c| c.full && c.division.level == Level::County);
        if let (Some(part), None) = (parts.next(), parts.next())
            && let Some(above) = part.division.parents().next().filter(|above| above.name.ends_with(*endings))
        {
            votes.entry(above.code).or_insert((0, above)).0 += 1;
        }
    }
    let best = votes.values().map(|(count, _)| *count).max().filter(|count| *count >= 5)?;
    let mut leading = votes.values().filter(|(count, _)| *count == best);
    match (leading.next(), leading.next()) {
        (Some((_, only)), None) => Some(*only),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_title_names_the_area_before_the_year_or_behind_it() {
        for title in ["铜川市2015年政府工作报告", "2015年铜川市人民政府工作报告", "铜川市人民政府工作报告"]
        {
            let report = crate::report::read_text(&format!("{title}\n\n一、工作回顾\n\n建成广场。"));
            assert_eq!(report.area.map(|area| area.name).as_deref(), Some("铜川市"), "{title}");
        }
    }

    #[test]
    fn the_date_line_tells_the_years_in_digits_or_numerals() {
        for (date, want) in [
            ("2006年1月3日", (2005, 2006)),
            ("二〇〇六年一月三日", (2005, 2006)),
            ("二○○六年一月三日", (2005, 2006)),
            ("二OO六年一月三日", (2005, 2006)),
            ("二零零六年一月三日", (2005, 2006)),
            ("二〇〇五年十二月二十八日", (2005, 2006)),
        ] {
            let text = format!(
                "铜川市政府工作报告\n\n——{date}在铜川市人民代表大会上\n\n一、“十五”回顾\n\n建成广场。"
            );
            let report = crate::report::read_text(&text);
            assert_eq!((report.review_year, report.plan_year), (Some(want.0), Some(want.1)), "{date}");
        }
    }

    #[test]
    fn a_year_far_ahead_in_a_heading_is_not_the_one_planned() {
        for year in ["2035", "二〇三五"] {
            let text = format!(
                "铜川市政府工作报告\n\n——2021年1月3日在铜川市人民代表大会上\n\n一、2020年工作回顾\n\n建成广场。\n\n二、“十四五”规划和{year}年远景目标\n\n建成大厦。"
            );
            let report = crate::report::read_text(&text);
            assert_eq!((report.review_year, report.plan_year), (Some(2020), Some(2021)), "{year}");
        }
    }
}
