//! Changes: growth and decline, movements from one value to another, ratios.

use std::ops::Range;

use rust_decimal::Decimal;

use super::draft::Draft;
use super::levels::contains;
use super::measure::Measure;
use super::naming::{self, clean};
use super::reader::Reader;
use crate::facts::{Change, ChangeKind, Comparator};
use crate::lexicon::phrases;
use crate::lexicon::units::UnitKind;

impl Reader<'_> {
    /// Reads a run as growth, decline or ratio; false where it is none.
    pub fn change(&mut self, run: &[Measure], left: &Range<usize>, right: &Range<usize>) -> bool {
        let Some(first) = run.first() else { return false };
        let phrase = &self.text[left.clone()];
        let relative = matches!(first.kind(), Some(UnitKind::Share | UnitKind::Point | UnitKind::Times));
        let Some((sign, kind, subject_end)) = verb_of_change(phrase, first) else { return false };
        let mut subject = &phrase[..subject_end];
        let nouns_follow = right.len() > 1
            && naming::joiner(&self.text[right.clone()]) == 0
            && self.text[right.start] != '的';
        if !relative && nouns_follow {
            return false;
        }
        let each = contains(subject, "分别");
        let both = ["均", "都", "均同比", "均实现"]
            .iter()
            .any(|word| subject.ends_with(&word.chars().collect::<Vec<char>>()))
            && !ends_with_any(subject, &["人均", "户均", "年均", "平均", "亩均", "地均"]);
        let against = compared_with(&mut subject);
        let subject = self.without_area(qualified(clean(subject)));
        let aspect = subject.is_empty() || phrases::class("aspect").has(subject);
        if aspect {
            if !relative && !self.same_unit(first) {
                return false;
            }
            return self.attach(run, sign, kind, against, left);
        }
        let part = contains(&self.text[left.start..left.end], "其中").then(|| self.whole()).flatten();
        let names = if run.len() > 1 || each {
            naming::members(subject, Some(run.len()))
        } else if both {
            naming::members(subject, None)
        } else {
            naming::indicators_in(subject)
        };
        let names = if names.is_empty() { vec![naming::join(subject)] } else { names };
        for (at, name) in names.iter().enumerate() {
            let measure = run.get(at).or(run.last()).unwrap_or(first);
            let mut draft = Draft::new(name.clone(), measure.range.start);
            draft.change = Some(self.change_of(measure, sign, kind, against.clone(), left.start));
            draft.kind = measure.kind();
            draft.part_of = part;
            draft.about = self.names.subject(left);
            self.drafts.push(draft);
        }
        true
    }

    /// Words of time in the clause of an attached change do not govern the figures that follow.
    pub fn spend(&mut self, end: usize) {
        let begin = (0..end).rev().find(|&at| naming::is_break(self.text[at])).unwrap_or(0);
        if begin > 0 {
            let marks = self.marks.iter().filter(|mark| begin <= mark.range.start && mark.range.end <= end);
            self.spent.extend(marks.map(|mark| mark.range.start));
        }
    }

    fn same_unit(&self, measure: &Measure) -> bool {
        self.drafts.last().and_then(|draft| draft.quantity.as_ref()).is_some_and(|quantity| {
            quantity.base_unit.as_deref() == measure.base.map(|unit| unit.base.as_str())
                || quantity.unit == measure.unit
        })
    }

    /// Gives a change without a subject to the figures before it.
    fn attach(
        &mut self,
        run: &[Measure],
        sign: i8,
        kind: ChangeKind,
        against: Option<String>,
        left: &Range<usize>,
    ) -> bool {
        let count = self.drafts.len();
        if count < run.len() {
            return false;
        }
        self.spend(left.end);
        for (at, measure) in run.iter().enumerate() {
            let change = self.change_of(measure, sign, kind, against.clone(), left.start);
            let mut target = count - run.len() + at;
            // 税收67.94亿元，占62.1%，增长40.3%: growth in per cent goes to the level, not to its share.
            if run.len() == 1 && measure.kind() == Some(UnitKind::Share) {
                target = self.drafts.iter().rposition(|draft| !draft.share).unwrap_or(target);
            }
            // A share or a part between does not take the change of the whole.
            while run.len() == 1
                && target > 0
                && self.drafts[target].change.is_some()
                && self.drafts[target].quantity.is_none()
            {
                target -= 1;
            }
            let draft = &mut self.drafts[target];
            if draft.change.is_none() {
                draft.change = Some(change);
            } else if against.is_some() || change.against.as_deref() == Some("年均") {
                let mut further = Draft::new(draft.name.clone(), measure.range.start);
                further.change = Some(change);
                further.about = draft.about;
                self.drafts.push(further);
            }
        }
        true
    }

    fn change_of(
        &self,
        measure: &Measure,
        sign: i8,
        kind: ChangeKind,
        against: Option<String>,
        begin: usize,
    ) -> Change {
        let wording: String = self.text[begin..measure.range.end].iter().collect();
        let value = measure.value * Decimal::from(sign);
        Change { value, unit: measure.unit.clone(), kind, comparator: measure.comparator, against, wording }
    }

    /// `由2000户增加到3000户`: the figure is the second, the difference is its change.
    pub fn movement(&mut self, from: &[Measure], to: &[Measure], left: Range<usize>) {
        let phrase = &self.text[left.clone()];
        let Some(at) = phrase.iter().rposition(|c| matches!(c, '从' | '由')) else { return };
        let subject = self.without_area(clean(&phrase[..at])).to_vec();
        let since: String = phrase[at + 1..].iter().collect();
        let names = naming::members(&subject, (to.len() > 1).then_some(to.len()));
        if to.len() > 1 && names.len() == to.len() {
            for ((name, from), to) in names.iter().zip(from).zip(to) {
                let name: Vec<char> = name.chars().collect();
                self.moved(&name, from, to, &left, &since);
            }
        } else if let (Some(from), Some(to)) = (from.first(), to.first()) {
            self.moved(&subject, from, to, &left, &since);
        }
    }

    fn moved(&mut self, subject: &[char], from: &Measure, to: &Measure, left: &Range<usize>, since: &str) {
        let phrase = &self.text[left.clone()];
        let mut name = naming::join(subject);
        if name.is_empty() || phrases::class("aspect").has(subject) {
            let Some(last) = self.drafts.last() else { return };
            name = if name.is_empty() { last.name.clone() } else { format!("{}{name}", last.name) };
        }
        let wording: String = self.text[from.range.start..to.range.end].iter().collect();
        if let Some(year) = stated_year(since) {
            let mut earlier = Draft::new(name.clone(), from.range.start);
            let words: String = self.text[from.range.clone()].iter().collect();
            earlier.quantity = Some(from.quantity(words));
            earlier.kind = from.kind();
            earlier.about = self.names.subject(left);
            earlier.year = Some(year);
            self.drafts.push(earlier);
        }
        let mut draft = Draft::new(name.clone(), to.range.start);
        let words: String = self.text[to.range.clone()].iter().collect();
        draft.quantity = Some(to.quantity(words));
        draft.kind = to.kind();
        draft.about = self.names.subject(left);
        draft.part_of = contains(phrase, "其中").then(|| self.whole()).flatten();
        let same = from.unit == to.unit || from.unit.is_empty();
        let exact = from.comparator == Comparator::Equal && to.comparator == Comparator::Equal;
        if same && exact {
            let unit =
                if to.kind() == Some(UnitKind::Share) { "个百分点".to_owned() } else { to.unit.clone() };
            draft.change = Some(Change {
                value: to.value - from.value,
                unit,
                kind: ChangeKind::Absolute,
                comparator: Comparator::Equal,
                against: (!since.is_empty()).then(|| since.trim_end_matches('的').to_owned()),
                wording,
            });
        }
        self.drafts.push(draft);
    }
}

/// The year in `2005年的`.
fn stated_year(since: &str) -> Option<i32> {
    let at = since.find('年')?;
    let digits = since[..at].chars().rev().take_while(char::is_ascii_digit).count();
    if digits == 4 { since[at - 4..at].parse().ok() } else { None }
}

/// The verb of change that a phrase ends with: its sign, how to read it, and where the subject ends.
fn verb_of_change(phrase: &[char], measure: &Measure) -> Option<(i8, ChangeKind, usize)> {
    let mut end = phrase.len();
    while end > 0 && matches!(phrase[end - 1], '了' | '约' | '近' | '达') {
        end -= 1;
    }
    let kind = match measure.kind() {
        Some(UnitKind::Share) => ChangeKind::Relative,
        Some(UnitKind::Point) => ChangeKind::Absolute,
        Some(UnitKind::Times) => ChangeKind::Relative,
        _ => ChangeKind::Absolute,
    };
    if measure.kind() == Some(UnitKind::Times)
        && let Some(at) = ratio_verb(phrase)
    {
        return Some((1, ChangeKind::Ratio, at));
    }
    // 分别增长, 均增长, 增长均 and the like.
    let mut trimmed = &phrase[..end];
    while trimmed.ends_with(&['均'])
        || trimmed.ends_with(&['分', '别'])
        || trimmed.ends_with(&['超'])
        || trimmed.ends_with(&['过'])
    {
        let cut = if trimmed.ends_with(&['分', '别']) { 2 } else { 1 };
        trimmed = &trimmed[..trimmed.len() - cut];
    }
    let (sign, length) = phrases::change_before(trimmed)?;
    let begin = trimmed.len() - length;
    let relative = matches!(measure.kind(), Some(UnitKind::Share | UnitKind::Point | UnitKind::Times));
    if length == 1 {
        let before = begin.checked_sub(1).map(|at| trimmed[at]);
        if !relative || matches!(before, Some('新' | '净' | '倍' | '递')) {
            return None;
        }
    }
    Some((sign, kind, begin))
}

/// `是去年的`, `分别是上年的`, `为2005年的`: where the subject ends.
fn ratio_verb(phrase: &[char]) -> Option<usize> {
    let end = phrase.strip_suffix(&['的'])?.len();
    (0..end)
        .rev()
        .find(|&at| matches!(phrase[at], '是' | '为') || phrase[at..].starts_with(&['相', '当', '于']))
}

/// Takes `同比`, `比上年`, `较年初` off the end of a subject and returns it.
pub(super) fn compared_with(subject: &mut &[char]) -> Option<String> {
    let mut phrase = *subject;
    let mut trailing: Vec<String> = Vec::new();
    loop {
        let before = phrase.len();
        for word in [
            "同比",
            "环比",
            "年均",
            "分别",
            "均",
            "都",
            "又",
            "净",
            "实际",
            "名义",
            "可比",
            "再",
            "预计",
            "平均",
            "大幅",
            "约",
            "人均",
            "逐年",
            "年平均",
            "累计",
            "同口径",
            "自然",
            "每年",
            "略",
            "稳步",
            "持续",
            "明显",
            "进一步",
            "力争",
            "逆势",
            "总体",
        ] {
            let chars: Vec<char> = word.chars().collect();
            if phrase.ends_with(&chars)
                && !(word == "均" && ends_with_any(phrase, &["人均", "户均", "年均", "平均"]))
            {
                if word == "人均" {
                    continue;
                }
                if matches!(word, "同比" | "环比" | "年均" | "年平均") {
                    trailing.push(word.to_owned());
                }
                phrase = &phrase[..phrase.len() - chars.len()];
            }
        }
        if phrase.len() == before {
            break;
        }
    }
    // 比2005年, 较上年最低时: at most twelve characters.
    let from = phrase.len().saturating_sub(14);
    if let Some(at) = (from..phrase.len()).rev().find(|&at| matches!(phrase[at], '比' | '较'))
        && is_comparison(phrase, at)
    {
        trailing.insert(0, phrase[at..].iter().collect());
        phrase = &phrase[..at];
        let _ = compared_with(&mut phrase);
    }
    *subject = phrase;
    trailing.into_iter().next()
}

fn ends_with_any(phrase: &[char], words: &[&str]) -> bool {
    words.iter().any(|word| phrase.ends_with(&word.chars().collect::<Vec<char>>()))
}

/// Whether 比 or 较 begins a comparison and is no part of a noun (占比, 比重, 之比).
fn is_comparison(phrase: &[char], at: usize) -> bool {
    let rest: String = phrase[at + 1..].iter().collect();
    let time = [
        "年", "上", "去", "同期", "初", "预", "计划", "全国", "全省", "全市", "“", "末", "目标", "去年",
        "此前",
    ];
    let noun = at > 0 && matches!(phrase[at - 1], '占' | '之' | '对' | '同' | '环');
    !noun && time.iter().any(|word| rest.contains(word))
}

/// Takes conditions off the front of a subject: `还原留抵退税因素影响后`, `按可比价格计算`.
fn qualified(subject: &[char]) -> &[char] {
    let text: String = subject.iter().collect();
    for word in ["后", "口径", "计算", "算", "因素", "基础上", "价", "价格"] {
        if text.ends_with(word)
            && (text.contains("按")
                || text.contains("剔除")
                || text.contains("还原")
                || text.contains("扣除")
                || text.contains("可比")
                || text.contains("同口径"))
        {
            return &[];
        }
    }
    subject
}
