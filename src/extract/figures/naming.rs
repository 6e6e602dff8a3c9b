//! Noun phrases: what is left of the words around a number once function words are taken off.

use crate::lexicon::phrases;

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
    let (lead, keep) = (phrases::class("lead"), phrases::class("keep"));
    loop {
        if matches!(phrase.first(), Some('\u{3000}' | ' ' | '—' | '-' | '–' | '*' | '”' | '》')) {
            phrase = &phrase[1..];
            continue;
        }
        let length = lead.at_start(phrase);
        if length == 0 || keep.at_start(phrase) > length {
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
pub(super) fn noun_length(text: &[char], named: impl Fn(usize) -> bool) -> usize {
    let (cut, keep) = (phrases::class("cut"), phrases::class("keep"));
    let mut quoted = 0_i32;
    let mut at = 0;
    while at < text.len() {
        let c = text[at];
        match c {
            '“' | '《' | '「' | '‘' => quoted += 1,
            '”' | '》' | '」' | '’' => quoted -= 1,
            _ if quoted > 0 || named(at) => {}
            '、' => break,
            '的' if at >= 2 => break,
            _ if is_break(c) => break,
            _ => {
                let length = cut.at_start(&text[at..]);
                let kept = keep.at_start(&text[at..]).max(kept_around(text, at));
                if kept > length {
                    at += kept.saturating_sub(1).max(1);
                    continue;
                }
                if length > 0 {
                    break;
                }
            }
        }
        at += 1;
    }
    // A conjunction at the end belongs to what follows.
    while at > 0 && matches!(text[at - 1], '和' | '及' | '与' | '、' | '以') {
        at -= 1;
    }
    at
}

/// Length of a word to be kept whole that began one character earlier.
fn kept_around(text: &[char], at: usize) -> usize {
    let Some(before) = at.checked_sub(1) else { return 0 };
    let keep = phrases::class("keep");
    if keep.at_start(&text[before..]) == 2 { 2 } else { 0 }
}

/// Whether a phrase holds nothing but words that name no thing: `完成`, `为`, `实施`.
pub(super) fn is_weak(phrase: &[char]) -> bool {
    phrase.is_empty() || phrases::class("weak").has(phrase)
}

/// Takes `实现` and `形成` out of the middle: `规模以上工业实现增加值` is `规模以上工业增加值`.
pub(super) fn join(phrase: &[char]) -> String {
    let text: String = phrase.iter().collect();
    for verb in ["实现", "形成"] {
        if let Some((subject, object)) = text.split_once(verb)
            && subject.chars().count() >= 2
            && object.chars().count() >= 2
        {
            return format!("{subject}{}", object.trim_start_matches('了')).replace('了', "");
        }
    }
    for verb in ["新建", "处置", "解决", "完成", "建成", "发放", "培训", "改造", "新增", "开通", "引进"]
    {
        if let Some(rest) = text.strip_prefix(verb).and_then(|rest| rest.strip_prefix('了')) {
            return format!("{verb}{rest}");
        }
    }
    text
}

/// The members of a list, a head noun that they share given back to each: `肉、蛋、奶产量` is
/// `肉产量`, `蛋产量`, `奶产量`. `wanted` is the number of members, where known.
pub(super) fn members(list: &[char], wanted: Option<usize>) -> Vec<String> {
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
    let Some(parts) = chosen else { return Vec::new() };
    share_head(&parts)
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
    let head: String =
        if length < last.len() { last[last.len() - length..].iter().collect() } else { String::new() };
    parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let name: String = clean(part).iter().collect();
            let bare = at + 1 < parts.len() && heads.at_end(part) == 0;
            if bare { format!("{name}{head}") } else { name }
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
            let length = noun_length(&text, |_| false);
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
