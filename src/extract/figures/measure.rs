//! Measures: a number with its unit and the words that bound it, e.g. `约1.6万余个`, `80-100家`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::numeral::{self, Numeral};
use crate::facts::{Comparator, Quantity};
use crate::lexicon::phrases::{self, Position};
use crate::lexicon::units::{self, Unit, UnitKind};

/// A number with its unit, found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Measure {
    /// Where it stands, words that bound it included.
    pub range: Range<usize>,
    /// How it bounds the true value.
    pub comparator: Comparator,
    /// The value, or the lower end of a range, in `unit`.
    pub value: Decimal,
    /// The upper end of a range.
    pub max: Option<Decimal>,
    /// The unit as written: `亿元`; empty for a bare number.
    pub unit: String,
    /// The unit without multipliers.
    pub base: Option<&'static Unit>,
    /// What `unit` holds of 万, 亿.
    pub scale: Decimal,
    /// Whether the number is written in Chinese characters.
    pub chinese: bool,
    /// Whether a word such as 以上 closes it.
    pub closed: bool,
    /// Whether 万 or 亿 stands where a unit would: `人口204万`.
    pub rounded: bool,
}

impl Measure {
    /// What the unit measures; None for a bare number.
    pub fn kind(&self) -> Option<UnitKind> {
        self.base.map(|unit| unit.kind)
    }

    /// The measure as a quantity with its words.
    pub fn quantity(&self, wording: String) -> Quantity {
        let factor = self.base.map_or(self.scale, |unit| unit.factor * self.scale);
        let ranged = self.max.is_some();
        Quantity {
            comparator: self.comparator,
            value: (!ranged).then_some(self.value),
            min: ranged.then_some(self.value),
            max: self.max,
            unit: self.unit.clone(),
            base_value: (!ranged).then(|| (self.value * factor).normalize()),
            base_unit: self.base.map(|unit| unit.base.clone()),
            wording,
        }
    }
}

/// The measures of a sentence, in order. `blocked` tells the characters that belong to names, quotations
/// and dates.
pub(super) fn scan(text: &[char], blocked: impl Fn(usize) -> bool) -> Vec<Measure> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if blocked(at) {
            at += 1;
            continue;
        }
        let Some(first) = numeral::at(&text[at..]) else {
            at += 1;
            continue;
        };
        let end = at + first.length;
        match measure(text, at, &first) {
            Some(found_here) if starts_free(text, at) && !(found_here.range.clone()).any(&blocked) => {
                at = found_here.range.end;
                found.push(found_here);
            }
            _ => at = end,
        }
    }
    found
}

/// Whether a number may begin here: not inside a code (A61, PM2.5), an ordinal (第3) or a sum (5+1).
fn starts_free(text: &[char], at: usize) -> bool {
    let Some(&before) = at.checked_sub(1).and_then(|before| text.get(before)) else { return true };
    let earlier = at.checked_sub(2).and_then(|at| text.get(at)).copied().unwrap_or(' ');
    match before {
        '第' | '前' | '+' | '几' | '.' | '/' => false,
        '数' => text[at].is_ascii_digit(),
        '-' | ':' | '：' | '—' | '·' => !(earlier.is_ascii_alphanumeric()),
        c => !c.is_ascii_alphabetic() && numeral::digit(c).is_none_or(|_| !before_is_number(text, at)),
    }
}

/// Whether the character before is itself a Chinese numeral (三五 in 三五年).
fn before_is_number(text: &[char], at: usize) -> bool {
    numeral::digit(text[at - 1]).is_some() && numeral::digit(text[at]).is_some()
}

fn measure(text: &[char], begin: usize, first: &Numeral) -> Option<Measure> {
    let mut at = begin + first.length;
    let mut comparator = Comparator::Equal;
    let mut value = first.value;
    let mut max = None;
    let mut scale_of_first = Decimal::ONE;
    // 1.5万-2万亩: the lower end may carry a multiplier of its own.
    let (first_scale, length) = multipliers(&text[at..]);
    if let Some(upper) = joined(&text[at + length..])
        .and_then(|skip| numeral::at(&text[at + length + skip..]).map(|upper| (skip, upper)))
    {
        scale_of_first = first_scale;
        at += length + upper.0 + upper.1.length;
        max = Some(upper.1.value);
        comparator = Comparator::Range;
    }
    if let Some(&'+' | &'-' | &':' | &'：' | &'/') = text.get(at)
        && text.get(at + 1).is_some_and(char::is_ascii_alphanumeric)
    {
        return None;
    }
    if let Some((word, length)) = phrases::comparator_at(&text[at..], Position::Inside) {
        comparator = word;
        at += length;
    }
    let unit_begin = at;
    let (mut scale, length) = multipliers(&text[at..]);
    at += length;
    let mut folded = false;
    if let Some((word, inner)) = phrases::comparator_at(&text[at..], Position::Inside)
        && units::at(&text[at + inner..]).is_some()
    {
        // 1.6万余个: the multiplier is cut off from the unit, so it goes into the value.
        comparator = word;
        at += inner;
        folded = true;
    }
    let unit_start = if folded { at } else { unit_begin };
    let base = unit_at(&text[at..], first.chinese);
    if let Some((_, length)) = base {
        at += length;
    } else if text.get(at).is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '届' | '级' | '次'))
    {
        return None;
    }
    let rounded = base.is_none() && scale >= Decimal::from(10_000) && !first.chinese;
    if folded || base.is_none() {
        value = (value * scale).normalize();
        max = max.map(|upper| upper * scale);
        scale = Decimal::ONE;
    } else if scale_of_first != Decimal::ONE && scale != Decimal::ONE {
        value = value * scale_of_first / scale;
    }
    let unit: String = if base.is_some() { text[unit_start..at].iter().collect() } else { String::new() };
    let mut closed = false;
    if let Some((word, length)) = phrases::comparator_at(&text[at..], Position::After)
        && (base.is_some() || first.length > 1)
    {
        comparator = if comparator == Comparator::Range { comparator } else { word };
        at += length;
        closed = true;
    }
    let mut begin = begin;
    if let Some((word, length)) = phrases::comparator_before(&text[..begin]) {
        comparator = if comparator == Comparator::Range { comparator } else { word };
        begin -= length;
    }
    if let Some(upper) = max
        && upper <= value
    {
        return None;
    }
    Some(Measure {
        range: begin..at,
        comparator,
        value,
        max,
        unit,
        base: base.map(|(unit, _)| unit),
        scale,
        chinese: first.chinese,
        closed,
        rounded,
    })
}

/// The unit here. Small Chinese numbers stand in many words, so only plain units may follow them.
fn unit_at(text: &[char], chinese: bool) -> Option<(&'static Unit, usize)> {
    let found = units::at(text)?;
    let strict = chinese
        && matches!(
            found.0.unit.as_str(),
            "度" | "方"
                | "分"
                | "级"
                | "次"
                | "批"
                | "种"
                | "段"
                | "位"
                | "组"
                | "队"
                | "节"
                | "门"
                | "里"
                | "日"
                | "类"
                | "栋楼"
                | "道"
                | "届"
                | "期"
                | "成"
                | "角"
                | "对"
                | "本"
                | "口"
                | "头"
                | "面"
                | "部"
                | "M"
        );
    (!strict).then_some(found)
}

/// The product of 十 百 千 万 亿 here, and how many characters they take. A unit that begins with one of
/// them (千瓦时) keeps it.
fn multipliers(text: &[char]) -> (Decimal, usize) {
    let mut scale = Decimal::ONE;
    let mut at = 0;
    while let Some(factor) = text.get(at).copied().and_then(numeral::multiplier) {
        if text[at] == '千' && units::at(&text[at..]).is_some() {
            break;
        }
        scale *= Decimal::from(factor);
        at += 1;
    }
    (scale, at)
}

/// How many characters join two ends of a range here.
fn joined(text: &[char]) -> Option<usize> {
    let first = text.first()?;
    if !matches!(first, '-' | '—' | '–' | '~' | '～' | '至' | '到' | '－') {
        return None;
    }
    let length = text.iter().take_while(|c| *c == first).count();
    text.get(length).is_some_and(|c| c.is_ascii_digit() || numeral::digit(*c).is_some()).then_some(length)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        scan(&chars, |_| false)
            .iter()
            .map(|m| {
                let quantity = m.quantity(String::new());
                let base = quantity.base_value.map_or_else(String::new, |base| base.to_string());
                let max = m.max.map_or_else(String::new, |max| format!("-{max}"));
                format!("{:?} {}{max} {} = {base}", m.comparator, m.value, m.unit)
            })
            .collect()
    }

    #[test]
    fn values_units_and_bounds() {
        assert_eq!(read("收入51.68亿元"), ["Equal 51.68 亿元 = 5168000000"]);
        assert_eq!(read("全区1.6万余个停车泊位"), ["AtLeast 16000 个 = 16000"]);
        assert_eq!(read("新引进人工智能企业80-100家"), ["Range 80-100 家 = "]);
        assert_eq!(read("降尘量3.3吨/平方公里·月"), ["Equal 3.3 吨/平方公里·月 = 3.3"]);
        assert_eq!(read("面积达3200余亩"), ["AtLeast 3200 亩 = 3200"]);
        assert_eq!(read("增长3%以上"), ["AtLeast 3 % = 3"]);
        assert_eq!(read("总投资约293.8亿元"), ["About 293.8 亿元 = 29380000000"]);
        assert_eq!(read("自然增长率4.34‰"), ["Equal 4.34 ‰ = 0.434"]);
        assert_eq!(read("规划建设八个工业园区"), ["Equal 8 个 = 8"]);
        assert_eq!(read("用电量1.2万千瓦时"), ["Equal 1.2 万千瓦时 = 12000"]);
        assert_eq!(read("提高1—2个百分点"), ["Range 1-2 个百分点 = "]);
        assert_eq!(read("游客430万人次"), ["Equal 430 万人次 = 4300000"]);
    }

    #[test]
    fn codes_and_ordinals_are_no_measures() {
        assert!(read("新城A61、3751-C项目，PM2.5，第3名，5+1行动，S1线，5G").is_empty());
    }
}
