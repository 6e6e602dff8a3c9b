//! Whose report it is, and of which years.

use std::collections::BTreeMap;

use super::outline::{Block, text};
use crate::facts::{Area, Part};

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
        (_, Some(plan)) => (Some(plan - 1), Some(plan)),
        (Some(review), None) => (Some(review), Some(review + 1)),
        (None, None) => latest(blocks).map_or((None, None), |year| (Some(year), Some(year + 1))),
    }
}

fn planned(blocks: &[Block]) -> Option<i32> {
    let headed = blocks
        .iter()
        .filter(|b| b.heading && b.part == Some(Part::Plan) && b.section.is_empty())
        .find_map(|b| years_in(&text(&b.glyphs)).last().copied());
    let front = || blocks.iter().take(12).filter(|b| b.front).map(|b| text(&b.glyphs));
    let delivered =
        front().find(|t| t.contains('月') && t.contains('日')).and_then(|t| years_in(&t).first().copied());
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

/// The calendar years (`2022年`) named in a text, in order.
pub(super) fn years_in(text: &str) -> Vec<i32> {
    let chars: Vec<char> = text.chars().collect();
    let digit = |i: usize| {
        chars.get(i).and_then(|c| match c {
            '０'..='９' => Some(*c as u32 - '０' as u32),
            _ => c.to_digit(10),
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

/// The area that reports: what its title, its date line or its opening names.
#[must_use]
pub fn area(_blocks: &[Block]) -> Option<Area> {
    None
}
