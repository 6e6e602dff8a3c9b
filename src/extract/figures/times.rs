//! Words of time: years, parts of a year, plan periods, spans. What they cover is no figure.

use std::ops::Range;

use super::numeral;
use crate::lexicon::phrases::{self, Time};

/// A word of time in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where it stands.
    pub range: Range<usize>,
    /// What it says.
    pub when: When,
}

/// What a word of time says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// A calendar year: `2022年`.
    Year(i32),
    /// By the end of a calendar year: `到2025年`.
    By(i32),
    /// The year before the one that is spoken of: `去年同期`, `年初`.
    Earlier,
    /// The year just reviewed, as `去年` and `上年` in a plan.
    Last,
    /// The year that the report's part is about: `今年`.
    Current,
    /// A part of the year: `1-11月`, `前三季度`.
    Part,
    /// A five-year plan, named by the year in which it ends: `“十四五”时期`.
    Plan(i32),
    /// A span that has passed: `五年来`.
    Past,
    /// A span to come: `用3-5年时间`, `远期`.
    Ahead,
    /// A date, or a length of time that sets no period: `8月15日`, `三年行动`.
    Other,
}

/// The words of time of a sentence, in order.
pub(super) fn scan(text: &[char]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if let Some((length, when)) = mark_at(text, at) {
            marks.push(Mark { range: at..at + length, when });
            at += length;
        } else {
            at += quoted(&text[at..]).max(1);
        }
    }
    marks
}

/// Length of a short quotation that `text` begins with: what it holds is a name (`“烟花三月”`).
fn quoted(text: &[char]) -> usize {
    if text.first() != Some(&'“') {
        return 0;
    }
    text.iter().take(12).position(|c| *c == '”').map_or(0, |at| at + 1)
}

fn starts(text: &[char], word: &str) -> bool {
    let mut rest = text.iter();
    word.chars().all(|c| rest.next() == Some(&c))
}

fn mark_at(text: &[char], at: usize) -> Option<(usize, When)> {
    let rest = &text[at..];
    let (length, when) = plan(rest)
        .or_else(|| until(rest))
        .or_else(|| year(text, at))
        .or_else(|| word(rest))
        .or_else(|| months(text, at))
        .or_else(|| span(text, at))?;
    // 与上年持平, 比2005年, 是“九五”时期的: what a figure is compared with, not when it was.
    let compared = at > 0 && matches!(text[at - 1], '与' | '比' | '较' | '是' | '从' | '由' | '同');
    let dated = matches!(when, When::Year(_) | When::By(_) | When::Last | When::Plan(_) | When::Past);
    Some((length, if compared && dated { When::Earlier } else { when }))
}

/// `“十四五”时期`, `十二五末`.
fn plan(rest: &[char]) -> Option<(usize, When)> {
    let open = usize::from(matches!(rest.first(), Some('“' | '"' | '「' | '‘')));
    let body = &rest[open..];
    let ten = body.first()? == &'十';
    let (number, mut length) = match (ten, body.get(1), body.get(2)) {
        (true, Some(&tens), Some('五')) => (10 + numeral::digit(tens)?, 3),
        (true, Some('五'), _) if open == 1 => (10, 2),
        (false, Some('五'), _) if open == 1 => (numeral::digit(body[0])?, 2),
        _ => return None,
    };
    length += open;
    if open == 1 {
        if !matches!(rest.get(length), Some('”' | '"' | '」' | '’')) {
            return None;
        }
        length += 1;
    } else if !["时期", "期间", "末", "以来", "规划", "期末", "计划"]
        .iter()
        .any(|word| starts(&rest[length..], word))
    {
        return None;
    }
    for word in ["时期末", "期末", "时期", "期间", "以来", "末"] {
        if starts(&rest[length..], word) {
            length += word.chars().count();
            break;
        }
    }
    if phrases::class("planname").at_start(&rest[length..]) > 0 {
        return Some((length, When::Other));
    }
    let end = 1955 + 5 * i32::try_from(number).ok()?;
    Some((length, When::Plan(end)))
}

/// `到2025年`, `截至11月底`.
fn until(rest: &[char]) -> Option<(usize, When)> {
    let lead = ["截至", "截止到", "截止", "到", "至"].iter().find(|word| starts(rest, word))?;
    let skip = lead.chars().count();
    if let Some((length, when)) = year(rest, skip) {
        let When::Year(year) = when else { return None };
        let end = skip + length;
        let by = if lead.starts_with('截') { When::Year(year) } else { When::By(year) };
        return Some((end, by));
    }
    if lead.starts_with('截') {
        if let Some((length, _)) = months(rest, skip) {
            return Some((skip + length, When::Part));
        }
        return ["目前", "年底", "去年底"]
            .iter()
            .find(|word| starts(&rest[skip..], word))
            .map(|word| (skip + word.chars().count(), When::Other));
    }
    None
}

/// `2022年`, `2022年底`, `2021-2025年`.
fn year(text: &[char], at: usize) -> Option<(usize, When)> {
    let rest = &text[at..];
    if at > 0 && text[at - 1].is_ascii_digit() {
        return None;
    }
    let digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    if digits != 4 || !matches!(rest[0], '1' | '2') {
        return None;
    }
    let value: i32 = rest[..4].iter().collect::<String>().parse().ok()?;
    if !(1900..2100).contains(&value) {
        return None;
    }
    if matches!(rest.get(4), Some('-' | '—' | '至' | '～' | '~' | '–'))
        && let Some((length, When::Year(_))) = year(rest, 5)
    {
        // 2005-2007年 names a plan more often than the time of a figure.
        return Some((5 + length, When::Other));
    }
    if rest.get(4) == Some(&'年')
        && matches!(rest.get(5), Some('-' | '—' | '至' | '到'))
        && let Some((length, When::Year(_))) = year(rest, 6)
    {
        return Some((6 + length, When::Other));
    }
    if rest.get(4) != Some(&'年') {
        return None;
    }
    let mut length = 5;
    // A whole date: 2008年5月12日.
    if let Some((more, _)) = months(rest, length) {
        length += more;
        return Some((length, When::Year(value)));
    }
    for word in ["年底", "底", "年末", "末", "全年", "度", "初", "以来", "前", "上半年"] {
        if starts(&rest[length..], word) {
            length += word.chars().count();
            break;
        }
    }
    Some((length, When::Year(value)))
}

fn word(rest: &[char]) -> Option<(usize, When)> {
    phrases::time_at(rest).map(|(time, length)| {
        let when = match time {
            Time::Past => When::Past,
            Time::Future => When::Ahead,
            Time::Part => When::Part,
            Time::Previous => When::Last,
            Time::Earlier => When::Earlier,
            Time::Current => When::Current,
        };
        (length, when)
    })
}

/// `11月底`, `1-11月`, `前10个月`, `8月15日`.
fn months(text: &[char], at: usize) -> Option<(usize, When)> {
    let rest = &text[at..];
    if at > 0 && (text[at - 1].is_ascii_digit() || numeral::digit(text[at - 1]).is_some()) {
        return None;
    }
    let lead = usize::from(rest.first() == Some(&'前'));
    let number = numeral::at(rest.get(lead..)?)?;
    let mut length = lead + number.length;
    if matches!(rest.get(length), Some('-' | '—' | '至' | '～' | '~' | '–' | '到')) {
        let mut after = length + 1;
        if rest.get(after) == Some(&'—') {
            after += 1;
        }
        if let Some(upper) = numeral::at(rest.get(after..)?) {
            length = after + upper.length;
        }
    }
    if lead == 1 && starts(&rest[length..], "个月") {
        return Some((length + 2, When::Part));
    }
    if rest.get(length) != Some(&'月') {
        return None;
    }
    length += 1;
    let mut when = When::Part;
    if let Some(day) = numeral::at(&rest[length..]) {
        if rest.get(length + day.length) == Some(&'日') {
            length += day.length + 1;
            when = When::Other;
        }
    } else {
        for word in ["份", "底", "末", "中旬", "上旬", "下旬", "初"] {
            if starts(&rest[length..], word) {
                length += word.chars().count();
                break;
            }
        }
        if starts(&rest[length..], "以来") || starts(&rest[length..], "起") {
            when = When::Other;
        }
    }
    Some((length, when))
}

/// `用3-5年时间`, `5年内`, `五年来`.
fn span(text: &[char], at: usize) -> Option<(usize, When)> {
    let rest = &text[at..];
    let lead =
        ["力争用", "仅用", "只用", "用", "经过", "力争", "通过"].iter().find(|word| starts(rest, word));
    let skip = lead.map_or(0, |word| word.chars().count());
    if at > 0 && (text[at - 1].is_ascii_digit() || numeral::digit(text[at - 1]).is_some()) {
        return None;
    }
    let number = numeral::at(rest.get(skip..)?)?;
    let mut length = skip + number.length;
    if let Some('-' | '—' | '至' | '到' | '～' | '~') = rest.get(length)
        && let Some(upper) = numeral::at(&rest[length + 1..])
    {
        length += 1 + upper.length;
    }
    for word in ["个", "多", "余"] {
        if starts(&rest[length..], word) {
            length += 1;
        }
    }
    let unit = rest.get(length)?;
    if !matches!(unit, '年' | '月') {
        return taken(rest, skip, length);
    }
    length += 1;
    for word in ["左右的时间", "左右时间", "的时间", "时间", "左右", "内", "之内"] {
        if starts(&rest[length..], word) {
            length += word.chars().count();
            // 仅用两个多月时间就完成…: how long something took.
            let took = lead.is_some_and(|lead| matches!(*lead, "仅用" | "只用"));
            let done = usize::from(matches!(rest.get(length), Some('就' | '便')));
            return Some((length + done, if took || done > 0 { When::Other } else { When::Ahead }));
        }
    }
    for word in ["来", "以来", "间"] {
        if starts(&rest[length..], word) {
            let one = number.value == rust_decimal::Decimal::ONE;
            return Some((length + word.chars().count(), if one { When::Current } else { When::Past }));
        }
    }
    // 五年完成181家企业改制: a bare span at the beginning of a clause.
    let opens = at == 0 || super::naming::is_break(text[at - 1]);
    // 三年行动计划; 十五年教育普及率, 九年义务教育: a length of schooling.
    let named = phrases::class("spanname").at_start(&rest[length..]) > 0;
    let years = number.chinese && *unit == '年' && number.value >= rust_decimal::Decimal::TWO;
    (opens && years && !named && skip == 0).then_some((length, When::Past))
}

/// `仅用100天就完成…`: how long something took, which is no figure of what was done. The number ends at
/// `length`, behind a lead of `skip` characters.
fn taken(rest: &[char], skip: usize, mut length: usize) -> Option<(usize, When)> {
    let unit = crate::lexicon::units::at(&rest[length..])
        .filter(|(unit, _)| skip > 0 && unit.kind == crate::lexicon::units::UnitKind::Time)?;
    length += unit.1;
    for word in ["的时间", "时间", "左右", "就", "便"] {
        if starts(&rest[length..], word) {
            length += word.chars().count();
        }
    }
    Some((length, When::Other))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, When)> {
        let chars: Vec<char> = text.chars().collect();
        scan(&chars).into_iter().map(|mark| (chars[mark.range].iter().collect(), mark.when)).collect()
    }

    #[test]
    fn years_parts_plans_and_spans() {
        for (text, word, when) in [
            ("2022年实现", "2022年", When::Year(2022)),
            ("到2025年，", "到2025年", When::By(2025)),
            ("截至11月底，", "截至11月底", When::Part),
            ("1-11月，", "1-11月", When::Part),
            ("前三季度，", "前三季度", When::Part),
            ("“十四五”时期，", "“十四五”时期", When::Plan(2025)),
            ("“十一五”末财政", "“十一五”末", When::Plan(2010)),
            ("用3-5年时间，", "用3-5年时间", When::Ahead),
            ("力争5年内实现", "力争5年内", When::Ahead),
            ("五年来，", "五年来", When::Past),
            ("远期达到", "远期", When::Ahead),
            ("去年同期的", "去年同期", When::Earlier),
        ] {
            assert_eq!(read(text), [(word.to_owned(), when)], "{text}");
        }
        assert!(read("国企改革三年行动40项").is_empty());
        assert!(read("实施“八个一批”").is_empty());
    }
}
