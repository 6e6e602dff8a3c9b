//! Noun phrases: what is left of the words around a number once function words are taken off.

use crate::lexicon::{indicators, phrases};

/// Characters between which a name cannot run.
pub(super) fn is_break(c: char) -> bool {
    matches!(
        c,
        '，' | ',' | '；' | ';' | '。' | '：' | ':' | '！' | '？' | '!' | '?' | '（' | '）' | '(' | ')'
    )
}

/// Characters and words that join the members of a list.
pub(super) fn joiner(text: &[char]) -> usize {
    match text {
        ['以', '及', ..] => 2,
        ['、' | '和' | '与' | '及', ..] => 1,
        _ => 0,
    }
}

/// Takes function words off both ends of a phrase: areas, adverbs and modal verbs in front, verbs of
/// reaching behind.
pub(super) fn clean(phrase: &[char]) -> &[char] {
    strip_tail(strip_lead(phrase))
}

/// Takes function words off the front.
pub(super) fn strip_lead(mut phrase: &[char]) -> &[char] {
    let (lead, keep, kept) = (phrases::class("lead"), phrases::class("keep"), phrases::class("keeplead"));
    loop {
        if matches!(phrase.first(), Some('\u{3000}' | ' ' | '—' | '-' | '–' | '*' | '”' | '》')) {
            phrase = &phrase[1..];
            continue;
        }
        let length = lead.at_start(phrase);
        if length == 0 || keep.at_start(phrase).max(kept.at_start(phrase)) > length {
            return phrase;
        }
        phrase = &phrase[length..];
    }
}

/// Takes verbs of reaching and counting off the end.
pub(super) fn strip_tail(mut phrase: &[char]) -> &[char] {
    let (tail, keep) = (phrases::class("tail"), phrases::class("keep"));
    loop {
        let length = tail.at_end(phrase);
        let comparator = phrases::comparator_before(phrase).map_or(0, |(_, length)| length);
        let length = length.max(comparator);
        if length == 0 || (keep.at_end(phrase) > length) {
            return phrase;
        }
        phrase = &phrase[..phrase.len() - length];
    }
}

/// The noun phrase that a text begins with, up to the verb that it is subject of: its length.
/// `named` tells the characters that belong to names, in which no verb is looked for.
/// `through` lets the phrase run on over one 的 with a plain noun behind it.
pub(super) fn noun_length(text: &[char], through: bool, named: impl Fn(usize) -> bool) -> usize {
    let (cut, keep) = (phrases::class("cut"), phrases::class("keep"));
    let mut quoted = 0_i32;
    let mut at = 0;
    while at < text.len() {
        let c = text[at];
        match c {
            '“' | '《' | '「' | '‘' => quoted += 1,
            '”' | '》' | '」' | '’' => quoted -= 1,
            _ if quoted > 0 || named(at) => {}
            '、' if at > 2 || at == 0 || bounded(&text[at + 1..]) => break,
            '的' if at >= 2 && !(through && relative(&text[at + 1..])) => break,
            '（' | '(' if at >= 1 => match text[at..].iter().take(9).position(|c| matches!(c, '）' | ')')) {
                Some(length) => {
                    at += length + 1;
                    continue;
                }
                None => break,
            },
            _ if is_break(c) => break,
            _ => {
                let length = cut.at_start(&text[at..]);
                let kept = keep.at_start(&text[at..]).max(kept_around(text, at));
                if kept > length {
                    at += kept.saturating_sub(1).max(1);
                    continue;
                }
                let adverb = at == 0 && matches!(c, '已' | '均' | '都');
                if length > 0 && !adverb {
                    break;
                }
            }
        }
        at += 1;
    }
    // A conjunction at the end belongs to what follows.
    while at > 0
        && (matches!(text[at - 1], '和' | '及' | '与' | '、' | '以') && !text[..at].ends_with(&['参', '与'])
            || text[at - 1] == '并' && !text[..at].ends_with(&['合', '并']))
    {
        at -= 1;
    }
    at
}

/// Whether a word of comparison begins here: `企业、超十亿元的…` goes on with another thing.
fn bounded(text: &[char]) -> bool {
    (1..=text.len().min(3))
        .any(|length| phrases::comparator_before(&text[..length]).is_some_and(|(_, n)| n == length))
}

/// Whether a short noun without a verb stands behind 的 up to the end of the clause.
fn relative(after: &[char]) -> bool {
    let end = after.iter().position(|c| is_break(*c) || joiner(&[*c]) > 0).unwrap_or(after.len());
    let cut = phrases::class("cut");
    (1..=10).contains(&end) && (0..end).all(|at| cut.at_start(&after[at..end]) < 2 && after[at] != '的')
}

/// Length of a word to be kept whole that began one character earlier.
fn kept_around(text: &[char], at: usize) -> usize {
    let Some(before) = at.checked_sub(1) else { return 0 };
    let keep = phrases::class("keep");
    if keep.at_start(&text[before..]) == 2 { 2 } else { 0 }
}

/// Takes 工作 off the end of a name that is long enough without it.
pub(super) fn strip_work(phrase: &[char]) -> &[char] {
    match phrase.strip_suffix(&['工', '作']) {
        Some(rest) if rest.len() >= 4 => rest,
        _ => phrase,
    }
}

/// Takes the members of a list before `等` off the front: `A、B等重点项目` is 重点项目.
pub(super) fn after_list(phrase: &[char]) -> &[char] {
    let at = phrase.iter().enumerate().rposition(|(at, c)| {
        let word = matches!(
            phrase.get(at + 1),
            Some('级' | '额' | '次' | '于' | '线' | '候' | '学' | '值' | '量' | '奖')
        ) || at.checked_sub(1).is_some_and(|before| {
            let school = before > 0 && matches!(phrase[before - 1], '一' | '二' | '三' | '四' | '五' | '六');
            !(phrase[before] == '中' && school)
                && matches!(
                    phrase[before],
                    '高' | '中'
                        | '初'
                        | '同'
                        | '平'
                        | '优'
                        | '均'
                        | '一'
                        | '二'
                        | '三'
                        | '特'
                        | '上'
                        | '下'
                        | '对'
                )
        });
        *c == '等' && !word
    });
    at.map_or(phrase, |at| &phrase[at + 1..])
}

/// Whether a phrase holds nothing but words that name no thing: `完成`, `为`, `实施`.
pub(super) fn is_weak(phrase: &[char]) -> bool {
    phrase.is_empty() || phrases::class("weak").has(phrase)
}

/// Takes `实现` and `形成` out of the middle: `规模以上工业实现增加值` is `规模以上工业增加值`.
pub(super) fn join(phrase: &[char]) -> String {
    let text: String = phrase.iter().collect();
    // 生产总值相继跨越千亿元、…: what comes first is what grew.
    let text = text.split_once("相继").map_or(text.as_str(), |(subject, _)| subject);
    let mut text = text.replace("力争", "").replace("预计", "");
    for verb in ["新增", "完成", "投入", "开发", "实现", "发放"] {
        text = text.replace(&format!("累计{verb}"), verb);
    }
    for verb in ["实现", "形成"] {
        if let Some((subject, object)) = text.split_once(verb)
            && subject.chars().count() >= 2
            && object.chars().count() >= 2
        {
            return format!("{subject}{}", object.trim_start_matches('了')).replace('了', "");
        }
    }
    if let Some((subject, object)) = text.split_once("完成")
        && subject.chars().count() >= 2
        && object != "投资"
        && phrases::class("head").has(&object.chars().collect::<Vec<char>>())
    {
        return format!("{subject}{object}");
    }
    for verb in ["新建", "处置", "解决", "完成", "建成", "发放", "培训", "改造", "新增", "开通", "引进"]
    {
        if let Some(rest) = text.strip_prefix(verb).and_then(|rest| rest.strip_prefix('了')) {
            return format!("{verb}{rest}");
        }
    }
    text
}

/// The members of a list of standard indicators: `财政总收入和地方财政收入`; empty for anything else.
pub(super) fn indicators_in(list: &[char]) -> Vec<String> {
    let names = members(list, None);
    if names.len() > 1 && names.iter().all(|name| indicators::named(name).is_some()) {
        names
    } else {
        Vec::new()
    }
}

/// The indicator that a clause without a number begins with: `粮食产量` in `粮食产量连创新高`.
pub(super) fn introduced(clause: &[char]) -> Option<String> {
    let clause = strip_lead(clause);
    let named = |end: &usize| {
        let name: String = clause[..*end].iter().collect();
        indicators::named(&name).is_some()
    };
    let headed = |end: &usize| phrases::class("measured").at_end(&clause[..*end]) > 0;
    let end = (2..=clause.len()).rev().find(named).or_else(|| (3..=clause.len().min(16)).find(headed))?;
    Some(clause[..end].iter().collect())
}

/// Whether a phrase is a list of verbs: `新建、改建`.
pub(super) fn are_verbs(list: &[char]) -> bool {
    let verbs = phrases::class("verb");
    list.split(|c| joiner(&[*c]) > 0).all(|part| verbs.has(part))
}

/// Whether a phrase is a list of rates: `办结率和回访满意率`.
pub(super) fn are_rates(list: &[char]) -> bool {
    let names = members(list, None);
    names.len() > 1 && names.iter().all(|name| name.ends_with('率'))
}

/// The members of a list, a head noun that they share given back to each: `肉、蛋、奶产量` is
/// `肉产量`, `蛋产量`, `奶产量`. `wanted` is the number of members, where known.
pub(super) fn members(list: &[char], wanted: Option<usize>) -> Vec<String> {
    if wanted == Some(2) {
        let halves = pair(list);
        if !halves.is_empty() {
            return halves;
        }
    }
    let by = |breaks: &dyn Fn(usize) -> usize| split(list, breaks);
    let comma = |at: usize| usize::from(list[at] == '、');
    let and =
        |at: usize| if list[at..].starts_with(&['以', '及']) { 2 } else { usize::from(list[at] == '和') };
    let any = |at: usize| joiner(&list[at..]);
    let comma_and = |at: usize| comma(at).max(and(at));
    let plans: [&dyn Fn(usize) -> usize; 4] = [&comma_and, &comma, &and, &any];
    let mut chosen = None;
    for plan in plans {
        let parts = by(plan);
        let fits = wanted.map_or(parts.len() > 1, |wanted| parts.len() == wanted);
        if fits && parts.iter().all(|part| !part.is_empty()) {
            chosen = Some(parts);
            break;
        }
    }
    chosen.map_or_else(Vec::new, |parts| share_head(&parts))
}

/// Length of what follows the owner in `农牧民医疗保险最高支付限额`.
fn owned(member: &[char]) -> usize {
    let owners = phrases::class("owner");
    (1..=member.len()).find(|&at| owners.at_end(&member[..at]) > 0).map_or(0, |at| member.len() - at)
}

/// One name with two values: `城乡低保标准` is that of the towns and that of the country, `存贷款余额`
/// what is deposited and what is lent.
fn pair(list: &[char]) -> Vec<String> {
    let name: String = clean(list).iter().collect();
    let halves = |row: String| {
        let (both, halves) = row.split_once('|')?;
        let (first, second) = halves.split_once('|')?;
        name.contains(both).then(|| vec![name.replacen(both, first, 1), name.replacen(both, second, 1)])
    };
    phrases::class("pair").iter().find_map(halves).unwrap_or_default()
}

fn split(list: &[char], breaks: &dyn Fn(usize) -> usize) -> Vec<Vec<char>> {
    let mut parts = vec![Vec::new()];
    let (mut at, mut quoted) = (0, 0_i32);
    while at < list.len() {
        match list[at] {
            '“' | '《' | '（' | '(' => quoted += 1,
            '”' | '》' | '）' | ')' => quoted -= 1,
            _ => {}
        }
        let length = if quoted == 0 { breaks(at) } else { 0 };
        if length > 0 {
            parts.push(Vec::new());
            at += length;
        } else {
            if let Some(part) = parts.last_mut() {
                part.push(list[at]);
            }
            at += 1;
        }
    }
    parts
}

fn share_head(parts: &[Vec<char>]) -> Vec<String> {
    let heads = phrases::class("head");
    let last = parts.last().map(Vec::as_slice).unwrap_or_default();
    let length = heads.at_end(last);
    let length = if length < 2 { owned(last).max(length) } else { length };
    let head: String = if length > 1 && length < last.len() {
        last[last.len() - length..].iter().collect()
    } else {
        String::new()
    };
    // 企业资产、收入、利润总额: the owner belongs to each.
    let first = parts.first().map(|part| clean(part)).unwrap_or_default();
    let known = indicators::named(&first.iter().collect::<String>()).is_some();
    let own = heads.at_end(first);
    let prefix: String = if own > 0 { first[..first.len() - own].iter().collect() } else { String::new() };
    // 财政预算收入、固定资产投资: the first is an indicator of its own and owns nothing.
    let owned = |name: &str| !known || indicators::named(&format!("{prefix}{name}")).is_some();
    parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let name: String = clean(part).iter().collect();
            let whole = format!("{name}{head}");
            let short =
                heads.at_end(part) < 2 && part.ends_with(&['量']) && indicators::named(&whole).is_some();
            let bare = at + 1 < parts.len()
                && (heads.at_end(part) == 0
                    && (indicators::named(&name).is_none() || indicators::named(&whole).is_some())
                    || short);
            if bare {
                whole
            } else if at > 0 && heads.has(part) && owned(&name) {
                format!("{prefix}{name}")
            } else {
                name
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn function_words_go() {
        for (phrase, left) in [
            ("预计实现地区生产总值", "地区生产总值"),
            ("全市固定资产投资完成", "固定资产投资"),
            ("森林覆盖率达到", "森林覆盖率"),
            ("全区有效发明专利拥有量达到", "有效发明专利拥有量"),
            ("新增城镇就业", "新增城镇就业"),
        ] {
            assert_eq!(clean(&chars(phrase)).iter().collect::<String>(), left, "{phrase}");
        }
    }

    #[test]
    fn nouns_end_before_their_verb() {
        for (text, noun) in [
            ("群众实施搬迁", "群众"),
            ("城镇退役士兵发放自谋职业资金", "城镇退役士兵"),
            ("国有困难企业离退休人员的医疗保险问题", "国有困难企业离退休人员"),
            ("完工或基本完工", ""),
            ("重点项目有", "重点项目"),
            ("乡镇综合文化站和", "乡镇综合文化站"),
        ] {
            let text = chars(text);
            let length = noun_length(&text, false, |_| false);
            assert_eq!(text[..length].iter().collect::<String>(), noun);
        }
    }

    #[test]
    fn lists_share_their_head() {
        assert_eq!(members(&chars("肉、蛋、奶产量"), Some(3)), ["肉产量", "蛋产量", "奶产量"]);
        assert_eq!(
            members(&chars("城镇、农村居民人均可支配收入"), Some(2)),
            ["城镇居民人均可支配收入", "农村居民人均可支配收入"]
        );
        assert_eq!(members(&chars("园区固定资产投资、工业总产值"), None), ["园区固定资产投资", "工业总产值"]);
        assert_eq!(
            members(&chars("休闲农业与乡村旅游收入增速和接待人次增速"), None),
            ["休闲农业与乡村旅游收入增速", "接待人次增速"]
        );
        assert_eq!(members(&chars("港口货物和集装箱吞吐量"), Some(2)), ["港口货物吞吐量", "集装箱吞吐量"]);
    }
}
