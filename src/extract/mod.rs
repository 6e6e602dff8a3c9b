//! From a [`Report`] to [`Facts`]: finds what it says, by rule.
//!
//! Each sentence is cut into tokens (`lexer`) and clauses ([`line`]); clauses are read as verb and object
//! or subject and predicate (`frame`), their noun phrases as lists (`lists`). On that stand the rules
//! for each class, which read every sentence by itself (`said`); `reader` enters what they find.

pub mod figures;

mod builders;
mod companies;
mod consistency;
mod coreference;
mod draft;
mod frame;
mod honours;
mod lexer;
mod line;
mod lists;
mod names;
mod organizations;
mod organs;
mod places;
mod programmes;
mod projects;
mod reader;
mod said;
mod schools;

use crate::facts::{Facts, ReportInfo};
use crate::report::Report;

/// Reads all that a report says.
///
/// ```
/// use zhengtu::facts::{Kind, State};
/// let report = zhengtu::report::read_text("一、2022年工作回顾\n\n斋堂110千伏输变电站建成投产。");
/// let facts = zhengtu::extract::extract(&report);
/// let project = facts.things.iter().find(|thing| thing.kind == Kind::Project).unwrap();
/// assert_eq!(project.name, "斋堂110千伏输变电站");
/// assert!(facts.statuses.iter().any(|s| s.state == State::Operating && s.year == Some(2022)));
/// ```
#[must_use]
pub fn extract(report: &Report) -> Facts {
    let mut facts = reader::read(report);
    coreference::unite(&mut facts);
    coreference::group(&mut facts);
    facts
}

fn info(report: &Report) -> ReportInfo {
    ReportInfo {
        title: report.title.clone(),
        area: report.area.clone(),
        review_year: report.review_year,
        plan_year: report.plan_year,
        length: report.length,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use proptest::prelude::*;

    /// Pieces of sentences that the rules look for, in any order.
    const PIECES: &[&str] = &[
        "建成",
        "推进",
        "加快",
        "力争",
        "完成",
        "支持",
        "组建了",
        "落户",
        "投入使用",
        "竣工通车",
        "前期工作",
        "建设",
        "改造",
        "扩建工程",
        "项目",
        "一期",
        "主体工程",
        "等",
        "的",
        "和",
        "及",
        "至",
        "跨",
        "以",
        "在",
        "由",
        "与",
        "为",
        "、",
        "，",
        "。",
        "；",
        "——",
        "（二期）",
        "（凤凰新村-白云湖）",
        "“两山”",
        "“引徐济安”",
        "《规划》",
        "2015年",
        "11月底前",
        "5座",
        "20万吨级",
        "3、4、5号线",
        "12.5",
        "%",
        "亿元",
        "一",
        "二是",
        "G205",
        "铜川",
        "耀州区",
        "斋堂镇",
        "长江",
        "西南",
        "新区",
        "路",
        "大道",
        "河",
        "山",
        "公园",
        "段",
        "线",
        "港",
        "区",
        "村",
        "广场",
        "水库",
        "产业园",
        "医院",
        "大学",
        "集团",
        "药业",
        "长宁",
        "青",
        "凤凰",
        "人民",
        "市",
        "县",
        "国家级",
        "荣获",
        "示范市",
        "称号",
        "行动计划",
        "增长",
        "达到",
    ];

    proptest! {
        #[test]
        fn no_sentence_makes_it_panic_and_every_mention_lies_in_the_report(
            pieces in prop::collection::vec(prop::sample::select(PIECES), 1..30),
            plan in any::<bool>(),
        ) {
            let heading = if plan { "二、2016年工作安排" } else { "一、2015年工作回顾" };
            let text = format!("2016年铜川市政府工作报告\n\n{heading}\n\n{}", pieces.concat());
            let length = text.chars().count();
            let facts = super::extract(&crate::report::read_text(&text));
            for mention in facts.things.iter().flat_map(|thing| &thing.mentions) {
                prop_assert!(mention.span.begin < mention.span.end && mention.span.end <= length);
            }
        }
    }
}
