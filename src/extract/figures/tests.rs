//! Sentences in, figures out.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use crate::facts::{Aim, Change, Part, Quantity};

mod names;

fn facts(text: &str, part: Part) -> Facts {
    let mut sentence = Sentence::plain(text);
    sentence.part = Some(part);
    let mut facts = Facts::default();
    let mut context = Context::new(Some(2022), Some(2023), Some("门头沟区".to_owned()));
    super::read(&sentence, SentenceId(0), &Names::default(), &mut context, &mut facts);
    facts
}

/// Name, value with unit, change in square brackets.
fn line(name: &str, quantity: Option<&Quantity>, change: Option<&Change>) -> String {
    let mut line = name.to_owned();
    if let Some(quantity) = quantity {
        line += &match (quantity.value, quantity.min, quantity.max) {
            (Some(value), ..) => format!(" {value}{}", quantity.unit),
            (None, Some(min), Some(max)) => format!(" {min}-{max}{}", quantity.unit),
            _ => format!(" <{}>", quantity.wording),
        };
    }
    if let Some(change) = change {
        line += &format!(" [{:+}{}]", change.value, change.unit);
    }
    line
}

/// The observations of a sentence of the review, one a line, ranks after `#`.
fn review(text: &str) -> Vec<String> {
    facts(text, Part::Review)
        .observations
        .iter()
        .map(|seen| {
            let mut line = line(&seen.indicator.name, seen.quantity.as_ref(), seen.change.as_ref());
            for rank in &seen.rankings {
                line += &format!(
                    " #{}{}",
                    rank.scope,
                    rank.position.map_or_else(String::new, |at| at.to_string())
                );
            }
            line
        })
        .collect()
}

/// The quantity targets of a sentence of the plan, one a line, with their deadline.
fn plan(text: &str) -> Vec<String> {
    facts(text, Part::Plan)
        .targets
        .iter()
        .filter_map(|target| match &target.aim {
            Aim::Quantity { indicator, quantity, change } => {
                let when = match &target.deadline {
                    Some(Deadline::Year(year)) => year.to_string(),
                    Some(Deadline::Horizon(words)) => words.clone(),
                    None => String::new(),
                };
                Some(format!("{} @{when}", line(&indicator.name, quantity.as_ref(), change.as_ref())))
            }
            _ => None,
        })
        .collect()
}

fn check(table: &[(&str, &[&str])], read: impl Fn(&str) -> Vec<String>) {
    for (text, figures) in table {
        assert_eq!(read(text), *figures, "{text}");
    }
}

#[test]
fn levels_are_named_from_both_sides() {
    check(
        &[
            ("预计实现地区生产总值275亿元，同比增长1.5%。", &["地区生产总值 275亿元 [+1.5%]"]),
            ("门头沟区森林覆盖率达到44.8%。", &["森林覆盖率 44.8%"]),
            ("农村五保供养标准提高到每人每年1856元。", &["农村五保供养标准 1856元"]),
            ("实施26个产业项目。", &["产业项目 26个"]),
            ("解决了矿区1720户群众用水问题。", &["解决矿区群众用水问题 1720户"]),
            ("市级65个重点项目有20个完工。", &["市级重点项目 65个", "完工市级重点项目 20个"]),
            (
                "为265名城镇退役士兵发放自谋职业资金581.4万元。",
                &["城镇退役士兵 265名", "发放自谋职业资金 581.4万元"],
            ),
            ("6个乡镇综合文化站和20个村文化室建成使用。", &["乡镇综合文化站 6个", "村文化室 20个"]),
            ("投资8300万元实施煤烟污染治理。", &["煤烟污染治理投资 8300万元"]),
            ("总投资150亿元的航汽铝工业园项目启动实施。", &["航汽铝工业园项目总投资 150亿元"]),
            ("西北耐火材料厂等6户企业改制。", &["企业改制 6户"]),
            ("90%的行政村开通了班车。", &["开通班车的行政村比例 90%"]),
            ("加大对40户左右重点骨干企业的扶持力度。", &["重点骨干企业 40户"]),
            ("规划建设八个工业园区。", &["规划建设工业园区 8个"]),
            (
                "集体经营性收入超过100万元的村达75个，增加9个。",
                &["集体经营性收入超过100万元的村 75个 [+9个]"],
            ),
            ("生产总值突破200亿元，达到212.18亿元，增长20.1%。", &["生产总值 212.18亿元 [+20.1%]"]),
        ],
        review,
    );
}

#[test]
fn clauses_that_leave_out_their_noun() {
    check(
        &[
            (
                "开工建设廉租住房18.23万平方米，竣工4.86万平方米。",
                &["开工建设廉租住房 18.23万平方米", "竣工廉租住房 4.86万平方米"],
            ),
            ("新增专精特新企业47家，累计达70家。", &["新增专精特新企业 47家", "专精特新企业 70家"]),
            (
                "金融机构存款余额3987亿元、贷款余额3096亿元。",
                &["金融机构存款余额 3987亿元", "金融机构贷款余额 3096亿元"],
            ),
        ],
        review,
    );
}

#[test]
fn lists_share_their_values() {
    check(
        &[
            (
                "肉、蛋、奶产量分别增长39.9%、65.3%和35.5%。",
                &["肉产量 [+39.9%]", "蛋产量 [+65.3%]", "奶产量 [+35.5%]"],
            ),
            (
                "接待游客430万人次，旅游综合收入6.5亿元，分别增长17%和25%。",
                &["接待游客 430万人次 [+17%]", "旅游综合收入 6.5亿元 [+25%]"],
            ),
            ("城乡低保标准分别提高到400元和280元。", &["城镇低保标准 400元", "农村低保标准 280元"]),
            ("财政总收入和地方财政收入增长18%。", &["财政总收入 [+18%]", "地方财政收入 [+18%]"]),
        ],
        review,
    );
}

#[test]
fn changes_movements_and_shares() {
    check(
        &[
            ("全市万元生产总值能耗下降5.84%。", &["万元生产总值能耗 [-5.84%]"]),
            ("京外招引企业62家，是去年的2.6倍。", &["京外招引企业 62家 [+2.6倍]"]),
            ("小巨人企业从6家增至22家。", &["小巨人企业 22家 [+16家]"]),
            ("城镇化率由2010年的43.3%提高到51.8%。", &["城镇化率 43.3%", "城镇化率 51.8% [+8.5个百分点]"]),
            ("物业服务满意率由不足60%提升至72.1%。", &["物业服务满意率 72.1%"]),
            (
                "农村土地流转6.47万亩，占耕地面积的7.5%。",
                &["农村土地流转 6.47万亩", "农村土地流转占耕地面积比重 7.5%"],
            ),
            ("财政收入92.5亿元，五年翻了一番。", &["财政收入 92.5亿元 [+2倍]"]),
        ],
        review,
    );
}

#[test]
fn ranks_belong_to_figures_or_stand_alone() {
    check(
        &[
            (
                "收入51.68亿元，增速全市排名第六、生态涵养区排名第三。",
                &["收入 51.68亿元 #全市6 #生态涵养区3"],
            ),
            (
                "降尘量3.3吨/平方公里·月，从去年的全市第十一名跃升至第三名。",
                &["降尘量 3.3吨/平方公里·月 [+8位] #全市3"],
            ),
            ("农村人居环境综合考评持续保持全市第一。", &["农村人居环境综合考评 #全市1"]),
            (
                "创新环境和创新效率指标分别排名全市第三和第四。",
                &["创新环境指标 #全市3", "创新效率指标 #全市4"],
            ),
            ("新农合参保率93.1%，位居全省前列。", &["新农合参保率 93.1% #全省"]),
        ],
        review,
    );
}

#[test]
fn what_is_no_figure() {
    for text in [
        "2022年1月15日召开第一次会议。",
        "实施“八个一批”就业举措和“5+1”专项行动。",
        "国企改革三年行动全面收官。",
        "加快5G建设，新城20街区、A61地块完工。",
        "入选全市6个微度假目的地。",
        "坚持三个面向，打好三大攻坚战。",
        "北京市第十三次党代会胜利召开。",
    ] {
        assert!(review(text).is_empty(), "{text}: {:?}", review(text));
    }
}

#[test]
fn targets_with_their_deadlines() {
    check(
        &[
            (
                "地区生产总值增长4%左右，城镇登记失业率控制在5%以内。",
                &["地区生产总值 [+4%] @2023", "城镇登记失业率 5% @2023"],
            ),
            ("到2025年，城镇化率达到58%。", &["城镇化率 58% @2025"]),
            ("用3-5年时间，打造10个左右示范典型村。", &["示范典型村 10个 @3-5年"]),
            (
                "争取算力规模达到500P、远期达到1000P；新引进企业80-100家。",
                &["算力规模 500P @2023", "算力规模 1000P @远期", "新引进企业 80-100家 @2023"],
            ),
            ("“十四五”时期，地区生产总值年均增长7%左右。", &["地区生产总值 [+7%] @“十四五”时期"]),
            (
                "园区固定资产投资、工业总产值均增长10%以上。",
                &["园区固定资产投资 [+10%] @2023", "工业总产值 [+10%] @2023"],
            ),
        ],
        plan,
    );
}

#[test]
fn targets_without_a_number() {
    check(
        &[
            ("一般公共预算收入与上年持平。", &["一般公共预算收入 <与上年持平> @2023"]),
            (
                "固定资产投资、社会消费品零售额完成市级下达任务目标。",
                &[
                    "固定资产投资 <完成市级下达任务目标> @2023",
                    "社会消费品零售额 <完成市级下达任务目标> @2023",
                ],
            ),
            (
                "全体居民人均可支配收入与地区生产总值保持同步增长。",
                &["全体居民人均可支配收入 <与地区生产总值保持同步增长> @2023"],
            ),
            ("力争用2年时间完成全部已建成道路移交。", &["已建成道路移交 <全部> @2年"]),
        ],
        plan,
    );
}

#[test]
fn parts_point_at_their_whole() {
    let facts = facts("力争解决停车位4639个，其中投入使用4239个、错时共享400个。", Part::Plan);
    assert_eq!(facts.targets.len(), 3);
    assert_eq!(facts.targets[1].part_of, Some(0));
    assert_eq!(facts.targets[2].part_of, Some(0));
    assert_eq!(facts.targets[0].modality.as_deref(), Some("力争"));
}

#[test]
fn the_past_in_a_plan_is_observed() {
    let facts = facts("2021年完成投资12亿元，今年完成投资15亿元。", Part::Plan);
    assert_eq!((facts.observations.len(), facts.targets.len()), (1, 1));
    assert_eq!(facts.observations[0].period.year, Some(2021));
}

#[test]
fn periods_are_kept() {
    let facts = facts("截至11月底，降尘量3.3吨/平方公里·月。", Part::Review);
    let period = &facts.observations[0].period;
    assert_eq!((period.year, period.wording.as_deref()), (Some(2022), Some("截至11月底")));
}

#[test]
fn numbers_in_names_are_no_figures() {
    let text = "三家店粮库主体完工，斋堂110千伏输变电站投产。";
    let mut sentence = Sentence::plain(text);
    sentence.part = Some(Part::Review);
    let names = [Name { range: 0..5, thing: ThingId(0), kind: Kind::Project }];
    let mut facts = Facts::default();
    let mut context = Context::new(Some(2022), Some(2023), None);
    super::read(&sentence, SentenceId(0), &Names::new(&names), &mut context, &mut facts);
    assert!(facts.observations.is_empty());
}

#[test]
fn a_clause_without_a_number_lends_its_subject() {
    check(
        &[
            ("粮食产量连创新高，达到20.74亿公斤，比“十五”末增长52.9%。", &["粮食产量 20.74亿公斤 [+52.9%]"]),
            ("地区生产总值迈上万亿元台阶，增长8.8%左右。", &["地区生产总值 1万亿元 [+8.8%]"]),
            (
                "地区生产总值跨越5000亿元，达5600亿元；辖内财政收入迈过千亿大关，达1330亿元，增长28.55%。",
                &["地区生产总值 5600亿元", "辖内财政收入 1330亿元 [+28.55%]"],
            ),
            (
                "货物吞吐量完成5626万吨，占沿海港口总量三分之二强，增长11.3%。",
                &["货物吞吐量 5626万吨 [+11.3%]"],
            ),
        ],
        review,
    );
}

#[test]
fn numbers_of_a_list_share_their_unit() {
    check(
        &[
            (
                "蔬菜、水果、干果产量分别达到26.6、7.8、0.6亿公斤，增长36.2%、59.9%、25%。",
                &["蔬菜产量 26.6亿公斤 [+36.2%]", "水果产量 7.8亿公斤 [+59.9%]", "干果产量 0.6亿公斤 [+25%]"],
            ),
            (
                "服务业占生产总值比重达到53.1%，现代服务业占服务业比重达到46.9%，分别比2007年提高4.3个和5.5个百分点。",
                &["服务业占生产总值比重 53.1% [+4.3个百分点]", "现代服务业占服务业比重 46.9% [+5.5个百分点]"],
            ),
            (
                "存、贷款余额五年分别增加5073亿元、3229亿元，2007年底达到9155亿元、6158亿元。",
                &["存款余额 [+5073亿元]", "贷款余额 [+3229亿元]", "存款余额 9155亿元", "贷款余额 6158亿元"],
            ),
            ("办结率和回访满意率99%以上。", &["办结率 99%", "回访满意率 99%"]),
        ],
        review,
    );
}

#[test]
fn what_follows_a_count_is_of_the_things_counted() {
    check(
        &[
            ("规模以上工业企业达到186家，比2007年净增65家。", &["规模以上工业企业 186家 [+65家]"]),
            (
                "高新技术企业发展到427家，产值增长近三倍，占规模以上工业总产值比重超过50%。",
                &[
                    "高新技术企业 427家",
                    "高新技术企业产值 [+3倍]",
                    "高新技术企业产值占规模以上工业总产值比重 50%",
                ],
            ),
            ("完成生产总值4406.3亿元，人均64331元。", &["生产总值 4406.3亿元", "人均生产总值 64331元"]),
            ("新建、改建6座远城区污水处理厂。", &["新建、改建远城区污水处理厂 6座"]),
            ("城市化率达到65.7%，被列为长三角26个中心城市。", &["城市化率 65.7%"]),
        ],
        review,
    );
}

#[test]
fn what_is_told_of_each_of_a_counted_list() {
    assert_eq!(
        plan("力争到2025年烟草、机械、钢铁3个产业年产值均达到100亿元以上"),
        ["烟草、机械、钢铁3个产业年产值 100亿元 @2025"]
    );
}

#[test]
fn a_campaign_for_the_law_is_no_period() {
    let of_year = facts("去年新建学校3所", Part::Review);
    let facts = facts("全面启动“五五”普法，新建学校3所", Part::Review);
    assert_eq!(facts.observations[0].period.year, of_year.observations[0].period.year);
}

#[test]
fn two_shares_each_of_its_own_whole() {
    assert_eq!(
        review("入社耕地2375.6万亩、农户69.6万户，分别占耕地面积的74.5%和农户总数的79.1%。"),
        ["入社耕地 2375.6万亩", "农户 69.6万户", "入社耕地占耕地面积比重 74.5%", "农户占农户总数比重 79.1%"]
    );
}

#[test]
fn a_length_of_schooling_is_no_period() {
    let facts = facts("十五年教育普及率达99.4%。", Part::Review);
    assert_eq!(facts.observations[0].period.wording, None);
}

#[test]
fn an_age_before_a_noun_is_no_figure() {
    check(
        &[
            ("救助180名0-6岁残疾儿童。", &["救助0-6岁残疾儿童 180名"]),
            ("人均预期寿命达到81岁。", &["人均预期寿命 81岁"]),
        ],
        review,
    );
}
