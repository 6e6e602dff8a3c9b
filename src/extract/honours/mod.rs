//! Honours: titles that were won (`获评`, `荣获`, `被评为`, `入选`) or are competed for (`争创`, `创建`).

mod titles;

use std::ops::Range;

pub use self::titles::is_title;
use self::titles::{bare_city, ends_title, is_level, level, members, titles};
use super::lexer::Token;
use super::line::Line;
use super::names;
use crate::facts::{Award, Part};
use crate::lexicon::lists::{Words, lists};
use crate::lexicon::words::Tags;

/// An honour as a sentence speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// Its characters in the sentence.
    pub chars: Range<usize>,
    /// Its name.
    pub name: String,
    /// Won, or competed for.
    pub award: Award,
    /// Tokens before the verb: the recipient is among them.
    pub subject: Range<usize>,
    /// Tokens that name the giver (`被财政部评为`, `水利部颁发的`).
    pub giver: Option<Range<usize>>,
    /// Level as written: `全国`.
    pub level: Option<String>,
}

/// The honours of a sentence.
#[must_use]
pub fn honours(line: &Line) -> Vec<Title> {
    let mut out: Vec<Title> = Vec::new();
    for clause in line.clauses() {
        let mut found = in_clause(line, clause.clone());
        // 「花园村被评为…，并荣获…称号」: whoever won the one won the other.
        let again = ["并", "还", "又", "同时", "再"].iter().any(|word| line.reads(clause.start, word));
        if let Some(before) = out.last().map(|title| title.subject.clone()).filter(|_| again) {
            for title in &mut found {
                let own = title.subject.clone().any(|i| line.is_proper(i) || line.ending(i).is_some());
                if !own {
                    title.subject = before.clone();
                }
            }
        }
        out.append(&mut found);
    }
    out
}

fn in_clause(line: &Line, clause: Range<usize>) -> Vec<Title> {
    let striven = striven_for(line, clause.clone());
    if !striven.is_empty() {
        return striven;
    }
    // What the plan says will be won is still competed for.
    let won = if line.sentence.part == Some(Part::Plan) { Award::Competing } else { Award::Received };
    if let Some(title) = crowned(line, clause.clone(), won) {
        return vec![title];
    }
    let range = line.chars_of(clause.clone());
    let text = line.sentence.cut(range.clone());
    let find = |words: &Words| {
        let spot = |word: &str| {
            let byte = text.find(word)?;
            Some((text.get(..byte)?.chars().count(), word.chars().count()))
        };
        words.iter().filter_map(spot).min_by_key(|(at, len)| (*at, usize::MAX - len))
    };
    let mut stop = range.end;
    let passes = |(at, length): (usize, usize)| {
        text.chars().skip(at).take(length).collect::<String>().ends_with("通过")
    };
    let found = match (find(&lists().honours.won), find(&lists().honours.sought)) {
        // 「兴文石海创建国家5A级旅游景区通过省级初评」
        (Some(later), Some(sought)) if sought.0 < later.0 && passes(later) => {
            stop = range.start + later.0;
            (sought, Award::Competing)
        }
        (Some(found), _) => (found, won),
        (None, Some(sought)) => (sought, Award::Competing),
        (None, None) => return Vec::new(),
    };
    let ((at, length), award) = found;
    let verb = range.start + at;
    let object = verb + length;
    let subject_end = clause.clone().find(|i| line.lexemes[*i].range.end > verb).unwrap_or(clause.end);
    let giver = giver(line, clause.clone(), verb, object);
    let outright = lists().honours.names.end(&line.sentence.cut(verb..object));
    let becomes = lists().honours.becomes.has(&line.sentence.cut(verb..object));
    // 「成为重要门户城市」
    let is_plain = |name: &str| becomes && level(name).is_none() && !name.starts_with('“') && bare_city(name);
    titles(line, object..stop, outright)
        .into_iter()
        .filter(|(_, name)| !is_plain(name))
        .map(|(chars, name)| Title {
            level: level(&name),
            name,
            chars,
            award,
            subject: clause.start..subject_end,
            giver: giver.clone(),
        })
        .collect()
}

/// 「国家园林城市正式授牌」: a title at the head of its clause, of which is said that it was won.
fn crowned(line: &Line, clause: Range<usize>, award: Award) -> Option<Title> {
    let text = line.text(clause.clone());
    let said =
        lists().honours.crowned.iter().filter(|word| text.ends_with(word)).max_by_key(|word| word.len())?;
    let stop = line.chars_of(clause.clone()).end - said.chars().count();
    let mut end = clause.clone().find(|i| line.lexemes[*i].range.end > stop)?;
    while end > clause.start && line.is(end - 1, Tags::ADVERB) {
        end -= 1;
    }
    let begin = (clause.start..end).find(|i| is_level(line, *i))?;
    let chars = line.chars_of(begin..end);
    let name = line.sentence.cut(chars.clone());
    let whole = (5..=24).contains(&name.chars().count()) && level(&name).is_some() && ends_title(&name);
    whole.then(|| Title {
        level: level(&name),
        name,
        chars,
        award,
        subject: clause.start..begin,
        giver: None,
    })
}

/// 「启动太平湖、牯牛降5A级景区创建工作」「国家卫生城市、省级园林城市创建通过技术评估」: the titles before 创建,
/// and the words before them that name who strives for them.
fn striven_for(line: &Line, clause: Range<usize>) -> Vec<Title> {
    let Some(end) = clause.clone().skip(1).find(|i| line.reads_any(*i, &lists().honours.striving)) else {
        return Vec::new();
    };
    // 「荣获全国法制城市创建活动先进单位」
    let rest = line.text(end + 1..clause.end);
    let titled = lists().honours.endings.iter().any(|word| word.chars().count() > 2 && rest.ends_with(word));
    // 「江畔景区|创建|5A级景区」: what is striven for stands behind.
    let behind = line.lexemes.get(end + 1).is_some_and(|l| l.token == Token::Latin);
    if titled || behind || is_level(line, end + 1) {
        return Vec::new();
    }
    let starts =
        |i: &usize| matches!(line.lexemes[*i].token, Token::Latin | Token::Number) || is_level(line, *i);
    let begin = clause
        .clone()
        .take_while(|i| *i < end)
        .find(starts)
        .unwrap_or_else(|| names::start(line, end - 1, clause.start));
    let award = if line.reads(end + 1, "成果") { Award::Received } else { Award::Competing };
    let is_title = |tokens: &Range<usize>| {
        let name = line.text(tokens.clone());
        (4..=24).contains(&name.chars().count()) && ends_title(&name)
    };
    let mut each = members(line, begin..end);
    if !each.iter().all(is_title) {
        each = std::iter::once(begin..end).collect();
    }
    let title = |tokens: Range<usize>| {
        let chars = line.chars_of(tokens);
        let name = line.sentence.cut(chars.clone());
        Title { level: level(&name), name, chars, award, subject: clause.start..begin, giver: None }
    };
    each.into_iter().filter(is_title).map(title).collect()
}

/// Who gave it: between 被 and the verb, or before 颁发的.
fn giver(line: &Line, clause: Range<usize>, verb: usize, object: usize) -> Option<Range<usize>> {
    let end = clause.clone().find(|i| line.lexemes[*i].range.end > verb).unwrap_or(clause.end);
    if let Some(by) =
        clause.clone().take_while(|i| *i < end).find(|i| line.reads(*i, "被") || line.reads(*i, "由"))
    {
        return (by + 1 < end).then_some(by + 1..end);
    }
    let from = clause.clone().find(|i| line.lexemes[*i].range.start >= object)?;
    let gave = (from..clause.end).find(|i| line.reads_any(*i, &lists().honours.given))?;
    (gave > from).then_some(from..gave)
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::line;
    use super::*;
    use crate::report::Sentence;

    #[test]
    fn titles_won_and_sought() {
        for (text, want) in [
            ("斋堂镇入选全国乡村旅游重点镇", "全国乡村旅游重点镇"),
            ("妙峰山镇炭厂村入选全国乡村旅游重点村及中国美丽休闲乡村", "全国乡村旅游重点村|中国美丽休闲乡村"),
            ("成功获评“国家森林城市”“中国天然氧吧”称号", "“国家森林城市”|“中国天然氧吧”"),
            (
                "大台街道办事处荣获中共中央国务院颁发的全国“人民满意的公务员集体”荣誉称号",
                "全国“人民满意的公务员集体”",
            ),
            ("积极争创国家知识产权强市建设试点示范城市", "国家知识产权强市建设试点示范城市"),
            ("耀州区荣获全国文化先进区称号", "全国文化先进区"),
            ("国家卫生城市创建通过技术评估，食品安全城市创建工作扎实推进", "国家卫生城市|食品安全城市"),
            ("实施国家卫生城市、省级园林城市创建工作", "国家卫生城市|省级园林城市"),
            ("创建国家环境保护模范城市和国家卫生城市工作进展顺利", "国家环境保护模范城市|国家卫生城市"),
            ("红塔工业旅游园区被评为全国工业旅游示范点", "全国工业旅游示范点"),
            ("富拉尔基经济开发区晋升为国家级经济开发区", "国家级经济开发区"),
            ("以创建国家级园林城市为目标", "国家级园林城市"),
            ("国家园林城市正式授牌", "国家园林城市"),
            ("顺利通过国家卫生城市复审、国家环保模范城市验收", "国家卫生城市|国家环保模范城市"),
            ("市工商局荣获第八届全国人民满意的公务员集体", "全国人民满意的公务员集体"),
            ("把保定创建成全国文明城市", "全国文明城市"),
            ("12家企业列入省技术改造“双千工程”", ""),
            ("5个园区成功认定自治区级化工园区", ""),
            (
                "荣获全国科技进步先进市、中国优秀旅游城市等称号，黄花镇入列中国百强镇",
                "全国科技进步先进市|中国优秀旅游城市|中国百强镇",
            ),
            ("列入全国第二批循环经济试点市", "全国第二批循环经济试点市"),
            ("兴文石海创建国家5A级旅游景区通过省级初评", "国家5A级旅游景区"),
            ("大运河景区创建国家5A级旅游景区", "国家5A级旅游景区"),
            ("成为重要门户城市", ""),
            ("获全国“五个一”工程奖1项", "全国“五个一”工程奖"),
            ("荣获全国法制城市创建活动先进单位", "全国法制城市创建活动先进单位"),
            (
                "积极申报省现代服务业、绿色包装等战略性新兴产业集聚发展基地",
                "省现代服务业战略性新兴产业集聚发展基地|省绿色包装战略性新兴产业集聚发展基地",
            ),
        ] {
            let sentence = Sentence::plain(text);
            let line = line(&sentence);
            let names: Vec<String> = honours(&line).into_iter().map(|b| b.name).collect();
            assert_eq!(
                names.join("|"),
                want,
                "{:?}",
                line.lexemes.iter().map(|l| sentence.cut(l.range.clone())).collect::<Vec<_>>()
            );
        }
    }
}
