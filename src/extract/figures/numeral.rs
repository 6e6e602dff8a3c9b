//! Numbers as they are written: `3,109.93`, `二百三十`, `十五`, `两`.

use rust_decimal::Decimal;

/// A number at the beginning of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Its value, multipliers inside it counted (`二百三十` is 230).
    pub value: Decimal,
    /// Its length in characters.
    pub length: usize,
    /// Whether it is written in Chinese characters.
    pub chinese: bool,
}

/// The value of 十 百 千 万 亿.
pub(super) fn multiplier(c: char) -> Option<u64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}

/// The value of a Chinese digit.
pub(crate) fn digit(c: char) -> Option<u64> {
    match c {
        '零' | '〇' => Some(0),
        '一' => Some(1),
        '二' | '两' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

/// The number that `text` begins with.
pub(super) fn at(text: &[char]) -> Option<Numeral> {
    arabic(text).or_else(|| chinese(text))
}

/// The number that `text` begins with where a digit is left out: the 千 in `突破千亿元` is 1,000, what stands
/// before 万元 in `超过万元` is 1. Length 0 for a number that isn't written at all.
pub(super) fn unwritten(text: &[char]) -> Option<Numeral> {
    let factor = multiplier(*text.first()?)?;
    let (value, length) = if factor < 10_000 { (factor, 1) } else { (1, 0) };
    Some(Numeral { value: Decimal::from(value), length, chinese: false })
}

fn arabic(text: &[char]) -> Option<Numeral> {
    let is_digit = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
    if !is_digit(0) {
        return None;
    }
    let mut digits = String::new();
    let mut at = 0;
    let mut fraction = false;
    while let Some(&c) = text.get(at) {
        if c.is_ascii_digit() {
            digits.push(c);
        } else if c == '.' && !fraction && is_digit(at + 1) {
            fraction = true;
            digits.push(c);
        } else if matches!(c, ',' | '，') && !fraction && groups(&text[at + 1..]) && at <= 3 {
            // A comma groups thousands only where three digits follow, and no fourth.
        } else {
            break;
        }
        at += 1;
    }
    digits.parse().ok().map(|value| Numeral { value, length: at, chinese: false })
}

/// Whether exactly three digits stand here.
fn groups(text: &[char]) -> bool {
    text.iter().take_while(|c| c.is_ascii_digit()).count() == 3
}

fn chinese(text: &[char]) -> Option<Numeral> {
    let first = *text.first()?;
    if first != '十' && digit(first).is_none_or(|value| value == 0) {
        return None;
    }
    let (mut total, mut section, mut pending, mut at) = (0_u64, 0_u64, None, 0);
    while let Some(&c) = text.get(at) {
        if let Some(value) = digit(c) {
            if pending.is_some_and(|before| before != 0) {
                // 三五 and 十四五: not a number but two.
                break;
            }
            pending = Some(value);
        } else {
            match multiplier(c) {
                Some(factor @ (10 | 100 | 1000)) => {
                    section += pending.take().unwrap_or(1) * factor;
                }
                // 万 and 亿 belong to the unit: 三万亩.
                _ => break,
            }
        }
        at += 1;
    }
    total += section + pending.unwrap_or(0);
    Some(Numeral { value: Decimal::from(total), length: at, chinese: true })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_both_scripts() {
        for (text, value, length) in [
            ("51.68亿元", "51.68", 5),
            ("3,109.93万元", "3109.93", 8),
            ("二百三十户", "230", 4),
            ("十五年", "15", 2),
            ("两个街道", "2", 1),
            ("二十", "20", 2),
            ("三万亩", "3", 1),
            ("5，10", "5", 1),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let numeral = at(&chars).unwrap();
            assert_eq!((numeral.value.to_string().as_str(), numeral.length), (value, length), "{text}");
        }
        assert!(at(&['零']).is_none());
        assert!(at(&['个']).is_none());
    }
}
