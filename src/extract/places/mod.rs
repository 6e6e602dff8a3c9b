//! Places: divisions and features of the gazetteer, and names with the ending of a place.

mod bare;
mod ended;
mod forms;
mod grown;
mod heads;
mod known;
mod lists;
mod plausible;
mod settled;
mod sites;
mod stretches;
mod worded;
mod zones;

pub use forms::is_coded_road;
pub use grown::grown;
pub use heads::{at_station, ends_in, namesake, opening, river_head, settlement, sight};
pub use plausible::{is_leg, plausible};
pub use settled::settled;
pub use sites::{bare_site, repaired, ring, site};
pub use stretches::{coded_road, endpoints, joined_in_quote, stretch, way_between};

use std::ops::Range;

use self::lists::{abroad_in_list, beside_feature, headed, listed_division, numbered_streets, summed_up};
use super::lexer::Token;
use super::line::Line;
use crate::lexicon::gazetteer::{Division, Feature, Level};
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;
use ended::ended;
use forms::{
    ends_in_brackets, foreign, in_brackets, lettered_line, named_area, numbered_road, quoted_feature,
    quoted_ground, quoted_region, river_run, spelled_way,
};
use known::{begins_a_name, is_direction, is_meant, is_natural, is_part_of_name, lengthened};

/// A place as a sentence names it.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its name as written.
    pub name: String,
    /// Its type.
    pub subtype: String,
    /// What the gazetteer knows it as.
    pub known: Known,
}

/// What the gazetteer knows of a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Known {
    /// An official division.
    Division(Division),
    /// A region or feature.
    Feature(&'static Feature),
    /// Nothing: the name stands in the text alone.
    Nothing,
}

/// The places of a sentence, by where they stand; a place may stand inside the name of another.
#[must_use]
pub fn places(line: &Line, home: Option<&str>) -> Vec<Named> {
    let mut out = Vec::new();
    for at in 0..line.lexemes.len() {
        match line.lexemes[at].token {
            Token::Division(division)
                if is_meant(line, at, division)
                    && !(division.level < Level::Town && names_a_bridge(line, at))
                    && bare::village_called_alike(line, at).is_none()
                    && !is_part_of_name(line, at, division, home) =>
            {
                out.push(Named {
                    tokens: at..at + 1,
                    name: line.word(at),
                    subtype: division.subtype().to_owned(),
                    known: Known::Division(division),
                })
            }
            Token::Feature(feature)
                if !(lists().places.own_country.has(&feature.name)
                    || is_direction(line, at)
                    || names_a_street(line, at)
                    || names_a_people(line, at, feature)
                    || names_an_event(line, at)
                    || feature.kind.as_str() == "river"
                        && line.reads_any(at + 1, &lists().places.river_regions)
                    || is_natural(feature)
                        && feature.within.is_none()
                        && begins_a_name(line, at)
                        && !crosses_bay(line, at)) =>
            {
                out.push(Named {
                    tokens: at..at + 1,
                    name: line.word(at),
                    subtype: feature.kind.as_str().to_owned(),
                    known: Known::Feature(feature),
                })
            }
            _ => {}
        }
        out.extend(lengthened(line, at));
        out.extend(bare::side_of_ring(line, at).or_else(|| bare::ring_road(line, at)));
        out.extend(bare::ring_by_side(line, at).or_else(|| bare::station_by_side(line, at)));
        out.extend(bare::works_by_side(line, at));
        out.extend(bare::bay(line, at).or_else(|| bare::wider_area(line, at)));
        out.extend(bare::airport_road(line, at));
        out.extend(bare::town_behind(line, at));
        out.extend(bare::creek(line, at).or_else(|| bare::banked(line, at)));
        out.extend(bare::city_station(line, at).or_else(|| bare::short_lake(line, at)));
        out.extend(bare::river_of_name(line, at, home).or_else(|| bare::basin(line, at)));
        out.extend(bare::passenger_station(line, at));
        out.extend(bare::village_called_alike(line, at).or_else(|| bare::led_to(line, at)));
        out.extend(bare::crossed_river(line, at));
        out.extend(zones::zone(line, at));
        out.extend(worded::worded_park(line, at));
        out.extend(bare::part_of_water(line, at).or_else(|| bare::trade_city(line, at)));
        out.extend(summed_up(line, at));
        out.extend(headed(line, at));
        out.extend(numbered_streets(line, at));
        out.extend(beside_feature(line, at).or_else(|| abroad_in_list(line, at)));
        out.extend(ends_in_brackets(line, at, home));
        out.extend(
            ended(line, at)
                .or_else(|| bare::purposeful_quarter(line, at))
                .or_else(|| numbered_road(line, at))
                .or_else(|| lettered_line(line, at))
                .or_else(|| spelled_way(line, at))
                .or_else(|| named_area(line, at))
                .or_else(|| river_run(line, at))
                .or_else(|| in_brackets(line, at, home))
                .or_else(|| foreign(line, at))
                .or_else(|| quoted_region(line, at))
                .or_else(|| quoted_feature(line, at))
                .or_else(|| quoted_ground(line, at))
                .or_else(|| listed_division(line, at)),
        );
    }
    let mut out: Vec<Named> = out.into_iter().filter_map(|place| plausible(line, place)).collect();
    let mut seen: Vec<(Range<usize>, String)> = Vec::new();
    out.retain(|place| {
        let own = (place.tokens.clone(), place.name.clone());
        let new = !seen.contains(&own);
        if new {
            seen.push(own);
        }
        new
    });
    let whole = out.clone();
    out.retain(|place| {
        // 「斋堂」 in 「斋堂镇」 is no second place; 「妙峰山镇」 in 「妙峰山镇炭厂村」 is.
        let swallowed = |other: &Named| {
            other.tokens.start <= place.tokens.start
                && place.tokens.end <= other.tokens.end
                && other.tokens != place.tokens
        };
        if let Known::Division(division) = place.known
            && place.name != division.name
            && !home.is_some_and(|home| division.is_within(home))
            && whole.iter().any(|other| swallowed(other) && other.subtype == "road")
        {
            return false;
        }
        // 「龙泉」 in 「龙泉关镇」 is another town.
        if let Known::Division(division) = place.known
            && place.name != division.name
            && whole.iter().any(|other| {
                swallowed(other)
                    && other.known == Known::Nothing
                    && other.tokens.start == place.tokens.start
                    && lists().projects.division_kinds.has(&other.subtype)
            })
        {
            return false;
        }
        // 「康巴什新区」 is called after the district, and no second place; 「李相新城」 is built in the town.
        if let Known::Division(division) = place.known
            && place.name != division.name
            && division.level < Level::Town
            && whole.iter().any(|other| {
                swallowed(other)
                    && other.subtype == "region"
                    && other.tokens.start == place.tokens.start
                    && other.tokens.len() == 2
                    // 「海珠|生态城」 lies in the district.
                    && line.reads_any(other.tokens.end - 1, &lists().places.called_after)
            })
        {
            return false;
        }
        // 「集美、海沧、翔安新城」 speaks of the quarters and not of the districts.
        let quarter = |other: &Named| {
            other.tokens == place.tokens && other.subtype == "region" && other.name.starts_with(&place.name)
        };
        if matches!(place.known, Known::Division(_))
            && whole.iter().any(|other| other.known == Known::Nothing && quarter(other))
        {
            return false;
        }
        // 「西海岸新区|智慧科技健康城」 lies in the zone.
        let zone = |feature: &Feature| lists().places.feature_zones.end(&feature.name);
        if let Known::Feature(feature) = place.known
            && matches!(feature.kind.as_str(), "region" | "mountain")
            && !zone(feature)
            && whole.iter().any(swallowed)
        {
            return false;
        }
        // 「崔家沟」 in 「崔家沟煤矿」 is named for the sake of the mine.
        let begins = |other: &Named| {
            other.known == Known::Nothing
                && other.tokens.start == place.tokens.start
                && other.tokens.len() == place.tokens.len() + 1
                && lists().places.natural.end(&place.name)
                // 「中派河|码头」 is built there.
                && other.subtype != "facility"
                // 「黑水河|灌区」 has the water of the river.
                && !line.reads_any(place.tokens.end, &lists().places.beside_rivers)
        };
        place.known != Known::Nothing
            || !whole
                .iter()
                .any(|other| swallowed(other) && (other.name.ends_with(&place.name) || begins(other)))
    });
    out
}

/// 「长江|路」「怒江|北|街」: a street called after what it does not lie at.
fn names_a_street(line: &Line, at: usize) -> bool {
    let side = usize::from(line.reads_any(at + 1, &lists().places.sides_of_lakes));
    let bridge = line.reads_any(at + 1 + side, &lists().places.crossings);
    line.reads_any(at + 1 + side, &lists().places.streets) && !bridge
}

/// 「江汉|六|桥」: a bridge by its number.
fn names_a_bridge(line: &Line, at: usize) -> bool {
    let number = line.lexemes.get(at + 1).is_some_and(|l| l.token == Token::Number);
    number && line.reads_any(at + 2, &lists().places.crossings)
}

/// 「三门湾|大桥」: a bridge that is called after the bay it crosses.
fn crosses_bay(line: &Line, at: usize) -> bool {
    ends_in(line, at, &lists().places.waters) && line.reads_any(at + 1, &lists().places.crossings)
}

/// 「朝鲜|族」.
fn names_a_people(line: &Line, at: usize, feature: &Feature) -> bool {
    feature.kind.as_str() == "country" && line.word(at + 1).starts_with('族')
}

/// 「亚洲|马拉松」「非洲|猪瘟」: what is called after a continent.
fn names_an_event(line: &Line, at: usize) -> bool {
    let words = &lists().places;
    let goes_on = line
        .lexemes
        .get(at + 1)
        .is_some_and(|l| l.token == Token::Unknown || matches!(l.token, Token::Word(_)));
    // 「对|非洲|杂货班轮」
    let led_to = at > 0 && line.is(at - 1, Tags::PREPOSITION);
    line.reads_any(at, &words.continents)
        && goes_on
        && !led_to
        && !line.reads_any(at + 1, &words.of_continents)
}

/// Whether a token leads from one place to the next: 「防城南站|至|企沙」「古交|-|娄烦」.
fn leads(line: &Line, token: usize) -> bool {
    // 「沧波门|到|麒麟门|段」
    let to = line.reads(token, "到") && (token + 1..token + 4).any(|i| line.reads(i, "段"));
    to || line.joins_ends(token)
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::line;
    use super::*;
    use crate::report::Sentence;

    #[test]
    fn places_of_a_sentence() {
        for (text, want) in [
            (
                "斋堂镇入选全国乡村旅游重点镇，妙峰山镇炭厂村入选全国乡村旅游重点村。",
                "斋堂镇|妙峰山镇|炭厂村",
            ),
            ("石龙路电力隧道工程顺利完工", "石龙路"),
            ("加速西苑路、华园路高压线塔迁改工作", "西苑路|华园路"),
            ("在妙峰山景区建立全市首个非遗小院", "妙峰山景区"),
            ("推进村集体经济发展和路灯改造", ""),
            ("永定河山峡段综合治理与生态修复项目顺利完工", "永定河"),
            ("建成长宁南路、朝阳西路", "长宁南路|朝阳西路"),
            ("完成东二环征收，三环内企业搬迁，拓宽二环南路", "东二环|三环|二环南路"),
            ("构建“一环二十四射”路网，是发展的重要一环", ""),
            ("保护大连湾和金沙湾，开通机场高速", "大连湾|金沙湾|机场高速"),
            ("统筹大浑南地区、凉山州发展", "大浑南地区|凉山州"),
            ("四川汶川抗震救灾，汶川水磨重建", "四川|汶川|汶川|水磨"),
            ("实施柳河改造，保护新乐遗址", "柳河|新乐遗址"),
            ("推进猎德涌改造、东濠涌二期", "猎德涌|东濠涌"),
            ("改善南头关等30个片区通行条件", "南头关"),
            ("贵阳至广州、重庆、长沙等高速公路", "贵阳|广州|重庆|长沙"),
            ("打通长江路、怒江北街，新建朝鲜族群众艺术馆", "长江路|怒江北街"),
            ("改造后湖片区、沈阳站广场", "后湖|沈阳站|沈阳站广场"),
            ("建设中派河码头、美舍河带状公园", "中派河|中派河码头|美舍河|美舍河带状公园"),
            ("完成西中环南延，高铁南站、新火车北站投入营运", "西中环|高铁南站|新火车北站"),
            ("云栖小镇列为特色小镇，未来科技城加快建设，打造现代化新城", "云栖小镇|未来科技城"),
            ("加快建设，建成北部水厂", "北部水厂"),
            ("第二、四、五污水处理厂竣工", "第二污水处理厂|第四污水处理厂|第五污水处理厂"),
            ("推进105、320国道建设", "105国道|320国道"),
            ("保护、山美水库、套子湾，新沟河拓宽完成", "山美水库|套子湾|新沟河"),
            ("初步完成晋阳湖大生态体系，治理坪山河", "晋阳湖|坪山河"),
            ("建设环墨水湖绿道，颐和路、和燕路通车", "墨水湖|颐和路|和燕路"),
            ("江阴港8号、9号码头泊位竣工，张德江副总理视察", "江阴港"),
            ("黄千、济祁、黄芜高速建成通车", "黄千高速|济祁高速|黄芜高速"),
            ("与越南下龙市结为友好城市", "越南|下龙市"),
            ("防城区防港路竣工", "防城区|防港路"),
            ("体育场路、建设路通车", "体育场路|建设路"),
            ("修建产业路", ""),
            ("城东港区码头运营", "城东港区|城东港区码头"),
            ("地铁17号线通车", "地铁17号线"),
            ("推动西海岸新区、蓝谷等重点功能区崛起", "西海岸新区|蓝谷"),
            ("改造红椿巷，建成斋堂电厂", "红椿巷|斋堂|斋堂电厂"),
            ("加快新区长青南路建设", "新区|长青南路"),
            ("在高铁新区建成人民公园、市民广场", "高铁新区|人民公园|市民广场"),
            ("完成了北市区一、二马路路灯改造", "北市区|一马路|二马路"),
            ("冯家山水库下闸，十里河整治完成", "冯家山水库|十里河"),
            ("张台铁路开工，Z4线通车", "张台铁路|Z4线"),
            ("固隆乡泽城村道路硬化", "固隆乡|泽城村"),
            ("推进双龙区域雨污分流", "双龙区域"),
            ("加快白云山路沙河桥建设", "白云山路|沙河"),
            ("提升东方芯港、大飞机园等特色产业园区能级", "东方芯港|大飞机园"),
            ("8号线北延段（凤凰新村-白云湖）开工", "8号线|凤凰新村|白云湖"),
            ("建设西南出口，打通瓶颈路", ""),
            ("加快东部新城建设，绕城高速（六景至大塘段）开工", "东部新城|绕城高速|六景|大塘"),
            ("加快发展大道建设，推行路长制", "发展大道"),
            ("陈仓、钛谷等5座跨渭河大桥通车", "陈仓|渭河"),
            ("跻身全球第三大加油港，实现市市通高铁", ""),
            ("杭州萧山国际机场客流增长", "杭州|杭州萧山国际机场"),
            ("沿江高铁武宜段、呼南高铁襄荆段等2条高铁运营", "呼南高铁"),
            ("④孝义河整治，文化大市建设起步上路", "孝义河"),
            ("城冯路（龙宁段）通车", "城冯路|龙宁"),
            ("没有让一滴污水流入白洋淀", "白洋淀"),
            ("西禹高铁和眉太、岚溪等4条高速公路建成", "西禹高铁|眉太高速公路|岚溪高速公路"),
            ("完善疏港铁路，实现所有设区市通高铁", ""),
            ("大连石化（西中岛）炼化一体化", "西中岛"),
            ("建成阳信高速、增天高速等，高速公路里程增加", "阳信高速|增天高速"),
            ("扎实推进藏粤直流、青藏铁路改造", "青藏铁路"),
            ("G334文旅大通道改造", "G334"),
            ("红旗中路、人民东路通车，建成景观街6条", "红旗中路|人民东路"),
            ("南部新城玉兰路竣工，厦门―安溪快速路开工", "南部新城|玉兰路|厦门"),
            ("积极开拓东盟、非洲等新兴市场", "东盟|非洲"),
            ("斋堂、雁翅、清水新城分别建设", "斋堂新城|雁翅新城|清水新城"),
            ("共建丝绸之路，走创新之路", ""),
            ("松柳山湖大道通车，各片区开发", "松柳山湖大道"),
            ("北京铁路中心站建成", "北京"),
            ("十五里河整治，凤柳和明柳片区改造", "十五里河|明柳片区"),
            ("构筑龙溪都市区，申建柳河综合保税区，按照新区建设的要求", "龙溪都市区|柳河综合保税区|新区"),
            ("领域，以及渭北工业区、依托梅溪机场发展", "渭北工业区|梅溪机场"),
            ("龙溪高新区挺进全国先进园区", "龙溪高新区"),
            ("实施四大片区改造，二是社区更和谐", ""),
            ("改造“城中村”，建设“五好”园区、“三个高地”示范区", ""),
            ("市长罗柳峰", ""),
            ("动工建设江北城区山洪防治工程", "江北城区"),
            ("中德、中法等国际产业园", ""),
            ("城南、府柳庙、龙柳山三个片区更新", "龙柳山|城南|府柳庙"),
            ("三环线以内，九龙湖治理，前湖大道贯通", "三环线|九龙湖|前湖大道"),
            ("打造国际化社区，覆盖90%小区，美化沿线景观", ""),
            ("河南自贸区郑州片区挂牌", "河南|河南自贸区郑州片区"),
            ("沪宁高速公路昆山高新区互通通车", "沪宁高速公路|昆山高新区"),
            ("太平街等街区和红柳、雅柳等片区更新", "太平街|红柳|雅柳"),
            ("建设高新技术产业基地和滨柳金融服务基地", "滨柳金融服务基地"),
            ("潘家口、大黑汀水库除险加固，推进黑水河灌区建设", "潘家口水库|大黑汀水库|黑水河|黑水河灌区"),
            ("融入闽西南协同发展区，打造斋堂楼宇经济示范区", "闽西南协同发展区|斋堂|斋堂楼宇经济示范区"),
            ("欧美亚三大经济区，金柳新城启动核心区建设", "金柳新城"),
            ("长江干流南京段水质优良，太湖无锡水域治理", "长江|长江干流南京段|太湖|太湖无锡水域|无锡"),
            ("常熟服装城获批，打造石家庄园林城", "常熟服装城"),
            ("未来产业园吸引企业36家，中科柳光落户云计算产业园，打造特色产业园", "未来产业园|云计算产业园"),
            ("“大柳庙商圈”初具规模，打造“活力街区”", "大柳庙商圈"),
            ("与里昂、柳尔斯托、法兰克福等友城交流", "里昂|柳尔斯托|法兰克福"),
            ("西客站投入使用，加强晋江流域治理", "西客站|晋江流域"),
            ("全面提速滨柳新城建设", "滨柳新城"),
            ("采洗砂场关停，封闭封控区人民", ""),
            ("推动3A以上景区提档升级，完善城市综合体", ""),
            ("青岛、天津等口岸通关，复制推广自贸区经验", "青岛|天津"),
            ("浑南、法库等产业园区发展", "浑南|法库"),
            ("7、9、11号线加快建设，丹柳西路打通", "11号线|丹柳西路"),
            ("开发太湖西岸，推进金柳地块、明柳城市带建设", "太湖|太湖西岸|金柳地块|明柳城市带"),
            ("融入珠江—西江经济带，建设柳北高铁新城", "珠江|西江经济带|柳北高铁新城"),
            ("依托跨境电商综试区，滨江商务区建成，重于泰山", "跨境电商综试区|滨江商务区"),
        ] {
            let sentence = Sentence::plain(text);
            let line = line(&sentence);
            let names: Vec<String> = places(&line, Some("110109")).into_iter().map(|p| p.name).collect();
            assert_eq!(
                names.join("|"),
                want,
                "{:?}",
                line.lexemes.iter().map(|l| sentence.cut(l.range.clone())).collect::<Vec<_>>()
            );
        }
    }
}
