//! What a title is called: where it begins and ends in the words of a clause, and what makes it one.

use std::ops::Range;

use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

/// The titles in the object of such a verb: its quotations, or its members that end like a title.
pub(super) fn titles(line: &Line, object: Range<usize>, outright: bool) -> Vec<(Range<usize>, String)> {
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
pub(super) fn bare_city(name: &str) -> bool {
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
pub(super) fn ends_title(name: &str) -> bool {
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
pub(super) fn is_level(line: &Line, at: usize) -> bool {
    line.reads_any(at, &lists().honours.level_words)
}

/// The members of a list of titles; quotations part them, too.
pub(super) fn members(line: &Line, tokens: Range<usize>) -> Vec<Range<usize>> {
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

pub(super) fn level(name: &str) -> Option<String> {
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
