//! Honours: titles that were won (`获评`, `荣获`, `被评为`, `入选`) or are competed for (`争创`, `创建`).

use std::ops::Range;

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
    let found = match (find(&lists().honours.won), find(&lists().honours.sought)) {
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
    titles(line, object..range.end, outright)
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

/// The titles in the object of such a verb: its quotations, or its members that end like a title.
fn titles(line: &Line, object: Range<usize>, outright: bool) -> Vec<(Range<usize>, String)> {
    let inside: Vec<usize> = (0..line.lexemes.len())
        .filter(|i| object.start <= line.lexemes[*i].range.start && line.lexemes[*i].range.end <= object.end)
        .collect();
    let (Some(first), Some(last)) = (inside.first().copied(), inside.last().copied()) else {
        return Vec::new();
    };
    if let Some(found) = one_head(line, first..last + 1) {
        return found;
    }
    let named = |tokens| title(line, tokens, outright).map(|chars| (chars.clone(), line.sentence.cut(chars)));
    members(line, first..last + 1).into_iter().filter_map(named).collect()
}

/// 「省现代服务业、绿色包装等集聚发展基地」: titles that share their level and their head.
fn one_head(line: &Line, tokens: Range<usize>) -> Option<Vec<(Range<usize>, String)>> {
    let and_so_on = tokens.clone().find(|i| line.reads(*i, "等"))?;
    let head = line.text(and_so_on + 1..tokens.end);
    let level = line.word(tokens.start);
    let each = members(line, tokens.start..and_so_on);
    let plain = |tokens: &Range<usize>| {
        tokens.clone().all(|i| line.is(i, Tags::COMMON.and(Tags::WORK).and(Tags::ENDING)))
    };
    let leveled = level_of(&level).is_some() && each.first().is_some_and(|first| first.len() > 1);
    let shared =
        each.len() > 1 && leveled && ends_title(&(level.clone() + &head)) && head.chars().count() >= 4;
    if !shared || each.iter().any(|tokens| tokens.is_empty() || ends_title(&line.text(tokens.clone()))) {
        return None;
    }
    let name = |(i, tokens): (usize, Range<usize>)| {
        let own = line.text(tokens.clone()) + &head;
        let name = if i == 0 { own } else { level.clone() + &own };
        plain(&tokens).then(|| (line.chars_of(tokens), name))
    };
    each.into_iter().enumerate().map(name).collect()
}

fn title(line: &Line, tokens: Range<usize>, outright: bool) -> Option<Range<usize>> {
    // 「获全国“五个一”工程奖1项」
    let counted = |i: &usize| line.count_at(*i).is_some_and(|n| *i + n == tokens.end);
    let count = tokens.clone().skip(1).find(counted).filter(|i| {
        let one = line.reads(*i, "1") || line.reads(*i, "一");
        one && line.text(tokens.start..*i).ends_with('奖')
    });
    let tokens = tokens.start..count.unwrap_or(tokens.end);
    let mut begin = tokens.start;
    while begin < tokens.end
        && (line.is(begin, Tags::PARTICLE.and(Tags::ADVERB).and(Tags::INDEFINITE))
            || line.reads(begin, "为")
            || line.reads(begin, "成")
            || line.is(begin, Tags::DETERMINER) && !is_level(line, begin) && !line.reads(begin, "世界")
            || line.reads(begin, "全市")
            || line.reads(begin, "全省")
            || line.reads(begin, "唯一")
            || line.reads(begin, "自治区") && line.is(begin + 1, Tags::INDEFINITE))
    {
        begin += 1;
    }
    // 「以创建国家级园林城市为目标」
    let goes_on = |i: usize| line.reads(i, "工作") && ends_title(&line.text(begin..i));
    let stop = (begin + 1..tokens.end).find(|i| line.reads(*i, "为") || goes_on(*i)).unwrap_or(tokens.end);
    let tokens = tokens.start..stop;
    if let Some(of) = (begin..tokens.end).find(|i| line.reads(*i, "的")) {
        // 「中共中央国务院颁发的全国“人民满意的公务员集体”荣誉称号」, but 「第八届全国人民满意的公务员集体」
        let gave = (begin..of).any(|i| line.reads_any(i, &lists().honours.given));
        let high = (begin..of).find(|i| is_level(line, *i)).filter(|_| !gave);
        begin = high.unwrap_or(of + 1);
    }
    // 「工信部“单项冠军”企业名单」「首批20家“隐形冠军”企业」: the title begins with the quotation.
    if let Some(quote) = (begin..tokens.end).find(|i| line.lexemes[*i].token == Token::Quote)
        && quote > begin
        && !is_level(line, quote - 1)
        && !(quote + 1 == tokens.end && ends_title(&line.text(begin..quote)))
        && line.lexemes[begin..quote].iter().any(|l| {
            matches!(l.token, Token::Number)
                || l.is(Tags::INDEFINITE)
                || l.token == Token::Unknown
                || l.is(Tags::ENDING)
        })
    {
        begin = quote;
    }
    if begin >= tokens.end || line.count_at(begin).is_some() {
        return None;
    }
    let chars = line.chars_of(begin..tokens.end);
    let mut end = chars.end;
    let text = line.sentence.cut(chars.clone());
    end -= tail(&text);
    let name = line.sentence.cut(chars.start..end);
    if name.ends_with('”') && lists().honours.plans.end(name.trim_end_matches('”')) {
        return None;
    }
    let quoted = name.ends_with('”') && (name.starts_with('“') || begin + 1 < tokens.end);
    let plain = outright && name.chars().count() >= 6 && lists().honours.named_endings.end(&name);
    let ends = ends_title(&name) || text.ends_with("称号") || plain;
    let shortest = if name.ends_with('奖') { 3 } else { 4 };
    ((shortest..=30).contains(&name.chars().count()) && (quoted || ends)).then_some(chars.start..end)
}

/// Whether a name ends in no title but 城市.
fn bare_city(name: &str) -> bool {
    let longest =
        lists().honours.endings.iter().filter(|word| name.ends_with(word)).max_by_key(|word| word.len());
    longest == Some("城市")
}

/// How many characters behind a title do not belong to its name: 「…旅游城市|等称号」.
fn tail(text: &str) -> usize {
    let mut rest = text;
    while let Some(shorter) = lists().honours.tails.iter().find_map(|tail| rest.strip_suffix(tail)) {
        rest = shorter;
    }
    text.chars().count() - rest.chars().count()
}

/// Whether a name ends like a title, or begins with its level and ends like what may bear one.
fn ends_title(name: &str) -> bool {
    let plain = name.trim_end_matches('”');
    let high = level(name).is_some() || name.starts_with('“');
    lists().honours.endings.end(plain) || high && lists().honours.level_endings.end(plain)
}

/// Whether a name is that of a title, of whatever is done for it: 「国家卫生城市」.
#[must_use]
pub fn is_title(name: &str) -> bool {
    let name: String = name.chars().take(name.chars().count() - tail(name)).collect();
    let name = name.as_str();
    // 「“四好农村路”全国示范县」
    let quoted = name.starts_with('“') && name.split('”').nth(1).is_some_and(|rest| level(rest).is_some());
    (quoted || level(name).is_some()) && lists().honours.endings.end(name)
}

/// 「全国」「国家级」「省级」: the level of a title, which belongs to its name.
fn is_level(line: &Line, at: usize) -> bool {
    line.reads_any(at, &lists().honours.level_words)
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
    if titled || is_level(line, end + 1) {
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

/// The members of a list of titles; quotations part them, too.
fn members(line: &Line, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut begin = tokens.start;
    for i in tokens.clone() {
        let quote = |at: usize| line.lexemes[at].token == Token::Quote;
        let joins = line.lexemes[i].is_mark('、') || line.reads(i, "和") || line.reads(i, "及");
        if joins || quote(i) && i > begin && quote(i - 1) {
            out.push(begin..i);
            begin = if joins { i + 1 } else { i };
        }
    }
    out.push(begin..tokens.end);
    out
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

fn level(name: &str) -> Option<String> {
    // 「省道」「省会」 say no level.
    level_of(name).filter(|_| !["省道", "省会", "省委", "省政府"].iter().any(|word| name.starts_with(word)))
}

fn level_of(name: &str) -> Option<String> {
    lists()
        .honours
        .levels
        .iter()
        .find(|word| name.trim_start_matches('“').starts_with(word))
        .map(str::to_owned)
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
