//! Measures: a number with its unit and the words that bound it, e.g. `约1.6万余个`, `80-100家`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::naming::is_break;
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
        let factor = self.base.map_or(Some(self.scale), |unit| unit.factor.checked_mul(self.scale));
        let base_value = factor.and_then(|factor| self.value.checked_mul(factor));
        let ranged = self.max.is_some();
        Quantity {
            comparator: self.comparator,
            value: (!ranged).then_some(self.value),
            min: ranged.then_some(self.value),
            max: self.max,
            unit: self.unit.clone(),
            base_value: base_value.filter(|_| !ranged).map(|value| value.normalize()),
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
        let Some(first) = numeral::at(&text[at..]).or_else(|| unwritten(text, at)) else {
            at += 1;
            continue;
        };
        let end = at + first.length.max(1);
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

/// A number without a digit behind a word of comparison: `突破千亿元`, `近百家企业`. Without a unit it counts
/// only before a mark that was passed: `突破百万大关`.
fn unwritten(text: &[char], at: usize) -> Option<Numeral> {
    let number = numeral::unwritten(&text[at..])?;
    if phrases::comparator_before(&text[..at]).is_none() && !passes(&text[..at]) {
        return None;
    }
    let (_, length) = multipliers(&text[at + number.length..]);
    let rest = &text[at + number.length + length..];
    let measured = unit_at(rest, true).is_some();
    let marked = rest.is_empty() || is_break(rest[0]) || phrases::class("threshold").at_start(rest) > 0;
    (measured || number.length + length > 1 && marked).then_some(number)
}

/// Whether `过` as a word of comparison ends a text: `产值过`, but not `通过`.
fn passes(text: &[char]) -> bool {
    matches!(text, [.., before, '过'] if phrases::class("passed").at_end(text) == 0 && *before != '过')
}

/// Whether a number may begin here: not inside a code (A61, PM2.5), an ordinal (第3) or a sum (5+1).
fn starts_free(text: &[char], at: usize) -> bool {
    let Some(&before) = at.checked_sub(1).and_then(|before| text.get(before)) else { return true };
    let earlier = at.checked_sub(2).and_then(|at| text.get(at)).copied().unwrap_or(' ');
    match before {
        // 入冬前2.16万户 is a time; 前3家 counts.
        '前' => phrases::class("before").has(&[earlier]),
        '第' | '倒' | '+' | '几' | '.' | '/' => false,
        '数' => text[at].is_ascii_digit(),
        '-' | ':' | '：' | '—' | '·' => !(earlier.is_ascii_alphanumeric()),
        c => {
            (!c.is_ascii_alphabetic() || phrases::class("latin").at_end(&text[..at]) > 0)
                && numeral::digit(c).is_none_or(|_| !before_is_number(text, at))
        }
    }
}

/// Whether the character before is itself a Chinese numeral (三五 in 三五年).
fn before_is_number(text: &[char], at: usize) -> bool {
    numeral::digit(text[at - 1]).is_some() && numeral::digit(text[at]).is_some()
}

/// The measure that begins with the number `first` at `begin`; None for a part of a code or an ordinal.
fn measure(text: &[char], begin: usize, first: &Numeral) -> Option<Measure> {
    let number = Number::at(text, begin, first)?;
    let tail = Tail::at(text, number.end, first.chinese)?;
    let mut comparator = tail.comparator.or(number.inside).unwrap_or_default();
    let rounded = tail.base.is_none() && tail.scale >= Decimal::from(10_000) && !first.chinese;
    let (mut value, mut max, mut scale) = (number.value, number.max, tail.scale);
    if tail.folded || tail.base.is_none() {
        value = value.checked_mul(scale)?.normalize();
        max = max.and_then(|upper| upper.checked_mul(scale));
        scale = Decimal::ONE;
    } else if number.scale != Decimal::ONE && scale != Decimal::ONE {
        value = value.checked_mul(number.scale)?.checked_div(scale)?;
    }
    let mut end = tail.end;
    let bound = phrases::comparator_at(&text[end..], Position::After)
        .filter(|_| tail.base.is_some() || first.length > 1);
    if let Some((word, length)) = bound {
        comparator = word;
        end += length;
    }
    let mut start = begin;
    if let Some((word, length)) = phrases::comparator_before(&text[..begin]) {
        comparator = word;
        start -= length;
    } else if passes(&text[..begin]) {
        comparator = Comparator::MoreThan;
        start -= 1;
    }
    // 增长10%、-3.5%和8%.
    if max.is_none()
        && text[..start].ends_with(&['-'])
        && tail.base.is_some_and(|unit| unit.kind == UnitKind::Share)
    {
        value = -value;
        start -= 1;
    }
    if let Some(upper) = max {
        if upper <= value {
            return None;
        }
        comparator = Comparator::Range;
    }
    Some(Measure {
        range: start..end,
        comparator,
        value,
        max,
        unit: tail.unit,
        base: tail.base,
        scale,
        chinese: first.chinese,
        closed: bound.is_some(),
        rounded,
    })
}

/// The number of a measure, with the upper end of a range.
struct Number {
    value: Decimal,
    max: Option<Decimal>,
    /// A multiplier that the lower end carries for itself: `1.5万-2万亩`.
    scale: Decimal,
    inside: Option<Comparator>,
    end: usize,
}

impl Number {
    fn at(text: &[char], begin: usize, first: &Numeral) -> Option<Self> {
        let mut number = Self {
            value: first.value,
            max: None,
            scale: Decimal::ONE,
            inside: None,
            end: begin + first.length,
        };
        let (scale, length) = multipliers(&text[number.end..]);
        let upper_at = joined(&text[number.end + length..]).map(|skip| number.end + length + skip);
        if let Some((at, upper)) = upper_at.and_then(|at| Some((at, numeral::at(&text[at..])?))) {
            number.scale = scale;
            number.max = Some(upper.value);
            number.end = at + upper.length;
        }
        let sign = text.get(number.end).is_some_and(|c| matches!(c, '+' | '-' | ':' | '：' | '/'));
        if sign && text.get(number.end + 1).is_some_and(char::is_ascii_alphanumeric) {
            return None;
        }
        if let Some((word, length)) = phrases::comparator_at(&text[number.end..], Position::Inside) {
            number.inside = Some(word);
            number.end += length;
        }
        Some(number)
    }
}

/// Multiplier and unit of a measure.
struct Tail {
    scale: Decimal,
    unit: String,
    base: Option<&'static Unit>,
    comparator: Option<Comparator>,
    /// `1.6万余个`: the multiplier is cut off from the unit, so it goes into the value.
    folded: bool,
    end: usize,
}

impl Tail {
    fn at(text: &[char], begin: usize, chinese: bool) -> Option<Self> {
        let (scale, length) = multipliers(&text[begin..]);
        let mut end = begin + length;
        let inner = phrases::comparator_at(&text[end..], Position::Inside)
            .filter(|(_, length)| units::at(&text[end + length..]).is_some());
        end += inner.map_or(0, |(_, length)| length);
        let unit_begin = if inner.is_some() { end } else { begin };
        let base = unit_at(&text[end..], chinese);
        match base {
            Some((_, length)) => end += length,
            None if text.get(end).is_some_and(|c| c.is_ascii_alphanumeric() || is_ordinal(*c)) => {
                return None;
            }
            None => {}
        }
        Some(Self {
            scale,
            unit: if base.is_some() { text[unit_begin..end].iter().collect() } else { String::new() },
            base: base.map(|(unit, _)| unit),
            comparator: inner.map(|(word, _)| word),
            folded: inner.is_some(),
            end,
        })
    }
}

/// Characters that make an ordinal of the number before them.
fn is_ordinal(c: char) -> bool {
    matches!(c, '+' | '届' | '级' | '次')
}

/// The unit here. Small Chinese numbers stand in many words, so only plain units may follow them.
fn unit_at(text: &[char], chinese: bool) -> Option<(&'static Unit, usize)> {
    let found = units::at(text)?;
    let strict = chinese && "度方分级次批种段位组队节门里日类道届期成角对本口头面部M".contains(&found.0.unit);
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
        // Absurd numbers (亿亿亿) are cut off instead of overflowing.
        match scale.checked_mul(Decimal::from(factor)).filter(|_| at < 3) {
            Some(product) => scale = product,
            None => break,
        }
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
    fn absurd_numbers_do_no_harm() {
        for text in [
            "投资1亿亿亿亿亿亿元",
            "投资9999999999999999999999999999亿元",
            "投资99999999999999999999999999999999元",
        ] {
            let _ = read(text);
        }
    }

    #[test]
    fn codes_and_ordinals_are_no_measures() {
        assert!(read("新城A61、3751-C项目，PM2.5，第3名，5+1行动，S1线，5G").is_empty());
    }
}
