//! Places: divisions and features of the gazetteer, and names with the ending of a place.

use std::ops::Range;

use super::lexer::Token;
use super::line::Line;
use super::names;
use super::projects::Spoken;
use crate::facts::Kind;
use crate::lexicon::gazetteer::{self, Division, Feature, Level};
use crate::lexicon::words::{Reach, Tags};

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

/// Sites of works: in the name of a project, what stands before the works is where they are.
#[must_use]
pub fn site(line: &Line, project: &Range<usize>) -> Option<Named> {
    let at = (project.start..project.end.saturating_sub(1)).find(|at| {
        let place = line.ending(*at).is_some_and(|e| e.kind == Kind::Place) && !line.is(*at, Tags::WORK);
        let goes_on = line.is(at + 1, Tags::ENDING)
            && line.ending(at + 1).is_some_and(|next| next.kind == Kind::Place)
            && !line.is(at + 1, Tags::WORK);
        place && !goes_on
    })?;
    let works = (at + 1..project.end).any(|i| line.is(i, Tags::WORK) && !line.reads(i, "项目"));
    let tokens = project.start..at + 1;
    let name = line.text(tokens.clone());
    let joined = tokens
        .clone()
        .any(|i| line.is(i, Tags::CONJUNCTION.and(Tags::WORK)) || line.lexemes[i].is_mark('、'));
    let general = [
        "小区", "道路", "公路", "学校", "村庄", "农村", "街道", "市场", "园区", "水库", "河道", "城区",
        "市区", "校园", "线",
    ];
    let particular = names::is_named(line, tokens.clone())
        || name.chars().count() >= 4 && !general.iter().any(|word| name.ends_with(word));
    let ending = line.ending(at)?;
    let shortest = if ending.subtype == "river" { 2 } else { 3 };
    let fits = works && !joined && particular && (shortest..=12).contains(&name.chars().count());
    fits.then(|| Named { tokens, name, subtype: ending.subtype.clone(), known: Known::Nothing })
}

/// What the members of a list that share works are called themselves: 「川口、小河沟等6个棚户区改造」.
#[must_use]
pub fn bare_site(line: &Line, project: &Spoken) -> Option<Named> {
    let tokens = project.tokens.clone();
    let name = line.text(tokens.clone());
    let part =
        |i: usize| line.is_proper(i) || line.is(i, Tags::ENDING) || line.lexemes[i].token == Token::Number;
    let built =
        line.ending(tokens.end - 1).is_some_and(|e| e.kind == Kind::Place) && name.chars().count() >= 4;
    let on_site =
        ["改造", "整治", "治理", "搬迁", "拆迁", "迁改", "配套", "修复", "加固", "绿化", "亮化", "优化"];
    let works = on_site.iter().any(|word| project.name.contains(word));
    let fits = works
        && project.shared_works
        && (tokens.clone().all(part) && names::is_named(line, tokens.clone()) || built);
    let known = tokens.len() == 1
        && matches!(line.lexemes[tokens.start].token, Token::Division(_) | Token::Feature(_));
    (fits && !known && (2..=8).contains(&name.chars().count())).then(|| Named {
        tokens,
        name,
        subtype: "region".to_owned(),
        known: Known::Nothing,
    })
}

/// The places of a sentence, by where they stand; a place may stand inside the name of another.
#[must_use]
pub fn places(line: &Line, home: Option<&str>) -> Vec<Named> {
    let mut out = Vec::new();
    for at in 0..line.lexemes.len() {
        match line.lexemes[at].token {
            Token::Division(division)
                if is_meant(line, at, division)
                    && !(is_far(line, at, division, home) && begins_a_name(line, at)) =>
            {
                out.push(Named {
                    tokens: at..at + 1,
                    name: line.word(at),
                    subtype: division.subtype().to_owned(),
                    known: Known::Division(division),
                })
            }
            Token::Feature(feature)
                if !(is_natural(feature) && feature.within.is_none() && begins_a_name(line, at)) =>
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
        out.extend(summed_up(line, at));
        out.extend(ended(line, at).or_else(|| numbered_road(line, at)).or_else(|| listed_division(line, at)));
    }
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
        if let Known::Feature(feature) = place.known
            && matches!(feature.kind.as_str(), "region" | "mountain")
            && whole.iter().any(swallowed)
        {
            return false;
        }
        place.known != Known::Nothing
            || !whole.iter().any(|other| swallowed(other) && other.name.ends_with(&place.name))
    });
    out
}

/// Whether the short name of a far place or feature is the beginning of another name (`地中海俱乐部酒店`).
fn begins_a_name(line: &Line, at: usize) -> bool {
    let begun = |i: usize| {
        line.lexemes.get(i).is_some_and(|l| match l.token {
            Token::Unknown | Token::Latin => true,
            Token::Word(tags) => {
                tags.has(Tags::ENDING.and(Tags::COMMON))
                    && !tags.has(
                        Tags::VERB
                            .and(Tags::PREDICATE)
                            .and(Tags::PARTICLE)
                            .and(Tags::CONJUNCTION)
                            .and(Tags::PREPOSITION),
                    )
            }
            _ => false,
        })
    };
    let inside = at > 0 && matches!(line.lexemes[at - 1].token, Token::Unknown);
    // What follows makes a name only if it comes to an ending: 「同仁医院」, not 「杭州多层面合作」.
    let run = (at + 1..line.lexemes.len()).take_while(|i| begun(*i));
    let ends = run.clone().any(|i| line.ending(i).is_some() || line.lexemes[i].token == Token::Unknown);
    ends || inside
}

/// Whether a division's name means the division here: not where it is the first word of a longer name of
/// a road, a mountain or a body (`西安路`).
fn is_meant(line: &Line, at: usize, division: Division) -> bool {
    let short = line.word(at) != division.name;
    let next_ending = line.ending(at + 1).filter(|e| e.kind == Kind::Place && e.reach == Reach::Near);
    let swallowed =
        next_ending.is_some() && short && division.level >= Level::County && !line.is(at + 1, Tags::COMMON);
    !swallowed
}

/// A short name of a prefecture or county outside the report's own area.
fn is_far(line: &Line, at: usize, division: Division, home: Option<&str>) -> bool {
    let own = home.is_some_and(|home| {
        division.is_within(home) || gazetteer::by_code(home).is_some_and(|home| home.is_within(division.code))
    });
    !own && line.word(at) != division.name && matches!(division.level, Level::Prefecture | Level::County)
}

fn is_natural(feature: &Feature) -> bool {
    !matches!(feature.kind.as_str(), "region" | "country" | "river")
}

/// A name that ends with the ending of a place at a token.
fn ended(line: &Line, at: usize) -> Option<Named> {
    let owned = at > 0 && matches!(line.lexemes[at - 1].token, Token::Division(_));
    let head = |word: &str| line.reads(at, word) && owned;
    let ending = line
        .ending(at)
        .filter(|e| e.kind == Kind::Place && (e.reach != Reach::Head || head("园") || head("矿")))?;
    let whole_word = line.is(at, Tags::ENDING);
    if ends_longer_word(line, at) {
        return None;
    }
    let begin = match ending.reach {
        _ if !whole_word => return None,
        Reach::Near | Reach::Head => near(line, at)?,
        Reach::Far => names::start(line, at, clause_start(line, at)),
    };
    let tokens = begin..at + 1;
    let name = line.text(tokens.clone());
    let long = name.chars().count();
    if line.lexemes[at].range.len() == 1 && long < 3 {
        return None;
    }
    // Official divisions are in the gazetteer; what only looks like one is an accident (`我代表市`).
    if ["市", "县", "省", "旗"].iter().any(|word| line.reads(at, word))
        || (begin..at).any(|i| is_action(line, i))
    {
        return None;
    }
    if begin == at || !(2..=18).contains(&long) || long <= line.word(at).chars().count() {
        return None;
    }
    let named = names::is_named(line, begin..at)
        || (ending.reach == Reach::Near && line.lexemes[begin].token == Token::Unknown);
    if !named
        || names::is_indefinite(line, tokens.clone())
        || (begin > 0 && line.is(begin - 1, Tags::MEASURE.and(Tags::INDEFINITE)))
    {
        return None;
    }
    Some(Named { tokens, name, subtype: ending.subtype.clone(), known: Known::Nothing })
}

/// Heads under which a list of bare names sums up places: 「药王山、照金香山、玉华宫等景区」.
const SUMS: [(&str, &str); 14] = [
    ("景区", "scenicArea"),
    ("景点", "scenicArea"),
    ("风景区", "scenicArea"),
    ("园区", "industrialPark"),
    ("工业园区", "industrialPark"),
    ("街道", "subdistrict"),
    ("乡镇", "town"),
    ("市场", "facility"),
    ("水库", "lake"),
    ("流域", "river"),
    ("河流", "river"),
    ("地区", "region"),
    ("商圈", "businessDistrict"),
    ("港口", "facility"),
];

/// The members of a list that ends in 等 and a word for places.
fn summed_up(line: &Line, at: usize) -> Vec<Named> {
    if !line.reads(at, "等") {
        return Vec::new();
    }
    let counted = line.count_at(at + 1).unwrap_or(0);
    let head = (at + 1 + counted..=at + 3 + counted)
        .find_map(|i| SUMS.iter().find(|(word, _)| i < line.lexemes.len() && line.reads(i, word)));
    let Some((word, subtype)) = head else { return Vec::new() };
    let from = clause_start_of_list(line, at);
    let mut out = Vec::new();
    let mut begin = from;
    for i in from..=at {
        if i == at || line.lexemes[i].is_mark('、') {
            let tokens = begin..i;
            let known = tokens.len() == 1
                && matches!(line.lexemes[begin].token, Token::Division(_) | Token::Feature(_));
            let long = line.chars_of(tokens.clone()).len();
            let alike = !out.is_empty() && long >= 3;
            let covered = known && ["region", "town", "subdistrict", "river", "lake"].contains(subtype);
            if !tokens.is_empty()
                && !covered
                && (2..=10).contains(&long)
                && (names::is_named(line, tokens.clone()) || alike || listed_after(line, i, at))
            {
                let mut name = line.text(tokens.clone());
                if known {
                    name.push_str(word);
                }
                out.push(Named { tokens, name, subtype: (*subtype).to_owned(), known: Known::Nothing });
            }
            begin = i + 1;
        }
    }
    out
}

/// Whether the next member of a list, up to `end`, is a name (and so is its neighbour).
fn listed_after(line: &Line, mark: usize, end: usize) -> bool {
    let next = (mark + 1..=end).find(|i| *i == end || line.lexemes[*i].is_mark('、'));
    next.is_some_and(|next| next > mark + 1 && names::is_named(line, mark + 1..next) && next - mark <= 4)
}

/// Where a list that ends before a token begins: behind the last verb, small word or comma.
fn clause_start_of_list(line: &Line, end: usize) -> usize {
    let part = |i: usize| match line.lexemes[i].token {
        Token::Mark(mark) => matches!(mark, '、' | '·' | '—'),
        Token::Word(tags) => {
            !tags.has(Tags::VERB.and(Tags::PREPOSITION).and(Tags::ADVERB).and(Tags::PARTICLE))
                || tags.has(Tags::ENDING.and(Tags::WEAK))
        }
        Token::Title | Token::Number => false,
        _ => true,
    };
    (0..end).rev().take_while(|i| part(*i)).last().unwrap_or(end)
}

/// 「帽天山」「照金香山」: a known name with more before it is another name; 「新城」「高新区」 stand alone.
fn lengthened(line: &Line, at: usize) -> Option<Named> {
    if line.is(at, Tags::BARE) && stands_alone(line, at) {
        let subtype = line.ending(at).map_or("region", |ending| ending.subtype.as_str()).to_owned();
        return Some(Named { tokens: at..at + 1, name: line.word(at), subtype, known: Known::Nothing });
    }
    let Token::Feature(feature) = line.lexemes[at].token else { return None };
    let before = at.checked_sub(1).map(|i| &line.lexemes[i])?;
    let longer = before.token == Token::Unknown && before.range.len() <= 2 && is_natural(feature);
    longer.then(|| Named {
        tokens: at - 1..at + 1,
        name: line.text(at - 1..at + 1),
        subtype: feature.kind.as_str().to_owned(),
        known: Known::Nothing,
    })
}

/// 「新城重点建设项目」「在新区」, not 「新城20街区」 nor 「新区的机遇」.
fn stands_alone(line: &Line, at: usize) -> bool {
    let opens = at.checked_sub(1).is_none_or(|i| {
        matches!(line.lexemes[i].token, Token::Mark(_)) || line.is(i, Tags::PREPOSITION.and(Tags::VERB))
    });
    let goes_on = line.is_proper(at + 1)
        || line.is(at + 1, Tags::ENDING.and(Tags::PARTICLE))
        || line.lexemes.get(at + 1).is_some_and(|l| matches!(l.token, Token::Number | Token::Mark('、')));
    opens && !goes_on
}

/// The ends of a stretch that a project names: 「城南桥至河盘桥段江堤加固」.
#[must_use]
pub fn endpoints(line: &Line, project: &Range<usize>) -> Vec<Named> {
    let Some(to) = project.clone().skip(1).find(|i| line.reads(*i, "至")) else { return Vec::new() };
    let end = (to + 1..project.end).find(|i| {
        line.is(*i, Tags::WORK)
            || line.word(*i).ends_with('段')
            || line.ending(*i).is_some_and(|e| e.kind == Kind::Place)
    });
    let stop = |i: usize| if line.is(i, Tags::WORK) || line.reads(i, "段") { i } else { i + 1 };
    let named = |tokens: Range<usize>| {
        let name = line.text(tokens.clone()).trim_end_matches('段').to_owned();
        let subtype = line.ending(tokens.end - 1).map_or("facility", |e| e.subtype.as_str()).to_owned();
        let known = tokens.len() == 1
            && matches!(line.lexemes[tokens.start].token, Token::Division(_) | Token::Feature(_));
        (!known && (2..=8).contains(&name.chars().count()) && names::is_named(line, tokens.clone()))
            .then_some(Named { tokens, name, subtype, known: Known::Nothing })
    };
    let right = end.map(|i| to + 1..stop(i)).filter(|tokens| !tokens.is_empty());
    [Some(project.start..to), right].into_iter().flatten().filter_map(named).collect()
}

/// 「国道109」 and 「108国道」.
fn numbered_road(line: &Line, at: usize) -> Option<Named> {
    if !["国道", "省道", "县道"].iter().any(|word| line.reads(at, word)) {
        return None;
    }
    let number =
        |i: usize| matches!(line.lexemes.get(i).map(|l| &l.token), Some(Token::Number | Token::Latin));
    let tokens = match at.checked_sub(1) {
        Some(before) if number(before) => before..at + 1,
        _ if number(at + 1) => at..at + 2,
        _ => return None,
    };
    Some(Named { name: line.text(tokens.clone()), tokens, subtype: "road".to_owned(), known: Known::Nothing })
}

/// A name that is an ordinary word too, but stands in a list with divisions of its level: `西城、石景山、海淀`.
fn listed_division(line: &Line, at: usize) -> Option<Named> {
    let level = |i: usize| match line.lexemes.get(i).map(|l| l.token) {
        Some(Token::Division(division)) => Some(division),
        _ => None,
    };
    let next = line.lexemes.get(at + 1).is_some_and(|l| l.is_mark('、')).then(|| level(at + 2)).flatten();
    let before = (at >= 2 && line.lexemes[at - 1].is_mark('、')).then(|| level(at - 2)).flatten();
    let neighbour = next.or(before)?;
    if !matches!(line.lexemes[at].token, Token::Unknown | Token::Word(_)) {
        return None;
    }
    let division = gazetteer::resolve(&line.word(at), Some(neighbour.code))?;
    let alike = division.level == neighbour.level && division.parents().next() == neighbour.parents().next();
    alike.then(|| Named {
        tokens: at..at + 1,
        name: line.word(at),
        subtype: division.subtype().to_owned(),
        known: Known::Division(division),
    })
}

/// Works and verbs do not stand in the name of a place: 「市府搬迁入驻康巴什新区」.
fn is_action(line: &Line, at: usize) -> bool {
    let works = line.is(at, Tags::WORK) && !line.is(at, Tags::ENDING) && line.is(at, Tags::VERB);
    works
        || line.is(at, Tags::PREDICATE) && !line.is(at, Tags::ENDING)
        || line.reads(at, "我")
        || line.reads(at, "搬迁")
}

/// 「村」 of 「村集体」, 「路」 of 「路灯」: the ending goes on into another word.
fn ends_longer_word(line: &Line, at: usize) -> bool {
    let single = ["路", "村", "镇", "区", "街", "市", "县", "乡"].iter().any(|word| line.reads(at, word));
    let next = line.lexemes.get(at + 1).map(|l| &l.token);
    single
        && matches!(next, Some(Token::Unknown))
        && line.lexemes.get(at + 1).is_some_and(|l| l.range.len() == 1)
}

/// Where a name with a near ending begins: unknown characters, a code or a short name directly before it.
fn near(line: &Line, at: usize) -> Option<usize> {
    let mut begin = at;
    let mut length = 0;
    while begin > 0 && length < 8 {
        let before = &line.lexemes[begin - 1];
        let fits = match before.token {
            Token::Unknown => before.range.len() <= 4,
            Token::Division(_) | Token::Feature(_) => begin < at || takes_names(line, at),
            Token::Latin => true,
            Token::Number if begin == at && line.reads(at, "号线") => true,
            Token::Number => begin == at || line.ending(begin).is_some(),
            Token::Word(tags) => {
                let inner = tags.has(Tags::ENDING)
                    && before.range.len() <= 2
                    && line.is_proper(begin.wrapping_sub(2));
                let direction = ["东", "西", "南", "北", "中", "新", "老", "大", "小", "上", "下"]
                    .iter()
                    .any(|w| line.reads(begin - 1, w));
                let first = begin == at
                    && tags.has(Tags::COMMON)
                    && !tags.has(Tags::VERB.and(Tags::RELATIVE).and(Tags::INDEFINITE).and(Tags::MEASURE))
                    && before.range.len() == 2
                    && line.is_proper(begin.wrapping_sub(2));
                inner || direction || first
            }
            _ => false,
        };
        if !fits {
            break;
        }
        length += before.range.len();
        begin -= 1;
    }
    (begin < at).then_some(begin)
}

/// Whether an ending makes a new name of a place's name: 「朝阳路」, not 「永定河山」.
fn takes_names(line: &Line, at: usize) -> bool {
    let natural = ["河", "江", "湖", "山", "溪"];
    let of_nature = natural.iter().any(|word| line.reads(at, word))
        && at > 0
        && !natural.iter().any(|word| line.word(at - 1).ends_with(word));
    line.lexemes[at].range.len() > 1
        || of_nature
        || ["路", "街", "园", "矿", "桥", "港", "站"].iter().any(|word| line.reads(at, word))
}

fn clause_start(line: &Line, at: usize) -> usize {
    (0..at).rev().find(|i| matches!(line.lexemes[*i].token, Token::Mark(mark) if !matches!(mark, '·' | '—' | '-' | '－'))).map_or(0, |i| i + 1)
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
