//! Numbers that are no figures: parts of names, bounds, capacities, slogans, lengths of time.

use rust_decimal::Decimal;

use super::measure::Measure;
use super::naming;
use super::reader::Reader;
use crate::facts::Comparator;
use crate::lexicon::phrases;
use crate::lexicon::units::UnitKind;

impl Reader<'_> {
    /// Whether a number stands outside names. A count of plain things inside one (`中心城区13个农贸市场改造`)
    /// is a figure all the same; a capacity (`110千伏`) or a Chinese digit (`三家店`) is part of the name.
    pub fn stands_free(&self, measure: &Measure) -> bool {
        let counts = measure.kind() == Some(UnitKind::Count)
            && !measure.chinese
            && measure.scale == Decimal::ONE
            && !matches!(measure.unit.as_str(), "套" | "号" | "支" | "台" | "只");
        counts || !measure.range.clone().any(|at| self.names.cover(at))
    }

    /// Whether a number is a figure at all, and no part of a word, a deadline or a description.
    pub fn is_figure(&self, measure: &Measure) -> bool {
        let before = &self.text[..measure.range.start];
        let after = &self.text[measure.range.end..];
        let noun = !after.is_empty() && !naming::is_break(after[0]) && naming::joiner(after) == 0;
        match measure.kind() {
            Some(UnitKind::Label) => false,
            Some(UnitKind::Time) => {
                (!noun || after.starts_with(&['以', '上'])) && !measure.chinese && self.names_time(before)
            }
            None => !measure.chinese && (measure.rounded || self.level_before(before) && !noun),
            Some(kind) => {
                let attributive = !matches!(kind, UnitKind::Share | UnitKind::Point | UnitKind::Times)
                    && ((measure.closed
                        && noun
                        && (kind != UnitKind::Count
                            || measure.comparator == Comparator::AtLeast && settlement(after)))
                        || self.bounded_modifier(measure, after)
                        || passed_by(measure, after));
                let named = noun && of_a_thing(kind) && (listed_thing(after) || self.capacity(measure, kind, after))
                        || kind == UnitKind::Count
                            && (one_of_many(after)
                                || each_of(after)
                                || before.ends_with(&['以']) && holds(after, "为"))
                        // 为180名0-6岁贫困残疾儿童: an age that describes.
                        || noun && measure.unit == "岁"
                        || phrases::class("nothing").at_start(after) > 0
                        || phrases::class("timenoun").at_start(after) > 0 && kind == UnitKind::Count
                        || kind == UnitKind::Share && (growth_at(after) || unmet(before, after) || of_budget(before))
                        || kind == UnitKind::Money && phrases::class("surplus").at_end(before) > 0;
                !(attributive
                    || converted(before)
                    || kind != UnitKind::Count && frame(before, after)
                    || named
                    || kind == UnitKind::Count && (scope_count(before) || noun && circle_of(before))
                    || measure.chinese && self.is_rhetorical(measure, before, after))
            }
        }
    }

    /// `5万吨粗铜项目`: the size of a plant, part of what it is called.
    fn capacity(&self, measure: &Measure, kind: UnitKind, after: &[char]) -> bool {
        if kind == UnitKind::Length || after[0] == '的' {
            return false;
        }
        if phrases::class("output").at_end(&self.text[..measure.range.start]) > 0 {
            return true;
        }
        let noun = &after[..naming::noun_length(after, false, |_| false)];
        phrases::class("capacity").at_end(noun) > 0
    }

    /// `超过100万元的村`, `5000万元以上的项目`: a bound with 的 describes what follows.
    fn bounded_modifier(&self, measure: &Measure, after: &[char]) -> bool {
        let bounded = measure.comparator != Comparator::Equal;
        let describes = after.first().is_some_and(|c| *c == '的' || measure.closed);
        if !bounded || !describes {
            return false;
        }
        let clause = after.iter().position(|c| naming::is_break(*c)).unwrap_or(after.len());
        let later = after[..clause].iter().any(char::is_ascii_digit);
        let before = &self.text[..measure.range.start];
        later && !before.ends_with(&['投', '资']) && !naming::is_break(after[0]) && naming::joiner(after) == 0
    }

    /// Lengths of time are figures where something is measured in them: 天数, 年限, 时间.
    fn names_time(&self, before: &[char]) -> bool {
        phrases::class("timed").stand_in(&before[before.len().saturating_sub(16)..])
    }

    /// A bare number is a figure after a verb of level or an index.
    fn level_before(&self, before: &[char]) -> bool {
        phrases::class("index").stand_in(&before[before.len().saturating_sub(14)..])
    }

    /// Small Chinese numbers count things (八个工业园区) or make phrases (三个方面, 五个一批).
    fn is_rhetorical(&self, measure: &Measure, before: &[char], after: &[char]) -> bool {
        if measure.value <= Decimal::ONE && measure.max.is_none() && measure.scale == Decimal::ONE {
            return true;
        }
        if measure.kind() != Some(UnitKind::Count) {
            return false;
        }
        if before
            .last()
            .is_some_and(|c| matches!(c, '第' | '这' | '每' | '各' | '前' | '后' | '上' | '下' | '数'))
        {
            return true;
        }
        let length = naming::noun_length(after, false, |_| false);
        let noun = &after[..length];
        let rhetorical = phrases::class("rhetorical");
        measure.value < Decimal::TEN
            && (length < 2
                || rhetorical.has(noun)
                || rhetorical.at_start(noun) > 1
                || rhetorical.at_end(noun) > 1)
    }
}

/// `205个50户以上自然村`: a bound between a count and its noun.
pub(super) fn describes(text: &[char], measure: &Measure, before: Option<&Measure>) -> bool {
    let noun = text.get(measure.range.end).is_some_and(|c| !naming::is_break(*c));
    measure.closed && noun && before.is_some_and(|before| before.range.end == measure.range.start)
}

/// `产值过500亿元企业`, `总投资超10亿元项目`: what those passed of whom a number is told.
fn passed_by(measure: &Measure, after: &[char]) -> bool {
    let passed = measure.comparator == Comparator::MoreThan;
    let bearer = phrases::class("bearer");
    let length = after.iter().position(char::is_ascii_digit).unwrap_or(after.len());
    let noun = &after[..naming::noun_length(&after[..length], false, |_| false)];
    passed && (bearer.at_start(noun) > 0 || bearer.at_end(noun) > 0)
}

/// Whether the number that a list goes on with is the one that describes: the 50亿元 in
/// `投资50亿元、100亿元以上重大项目`.
pub(super) fn alternative(text: &[char], measure: &Measure, next: Option<&Measure>) -> bool {
    let describes = |next: &Measure| {
        let after = &text[next.range.end..];
        let noun = &after[..naming::noun_length(after, false, |_| false)];
        next.closed && next.kind() == measure.kind() && phrases::class("bearer").at_end(noun) > 0
    };
    let money = measure.kind() == Some(UnitKind::Money);
    money
        && next.is_some_and(|next| {
            let between = &text[measure.range.end..next.range.start.max(measure.range.end)];
            !between.is_empty() && naming::joiner(between) == between.len() && describes(next)
        })
}

/// `30户以上自然村`: the size of a settlement, not a count of households.
fn settlement(after: &[char]) -> bool {
    let noun = &after[..naming::noun_length(after, false, |_| false)];
    noun.iter().any(|c| matches!(c, '村' | '寨' | '屯'))
}

/// `（折合6652美元）` repeats the figure before it.
fn converted(before: &[char]) -> bool {
    phrases::class("converted").at_end(before) > 0
}

/// Units of capacity, which stand in the names of plants: 3万吨铝合金棒.
fn of_a_thing(kind: UnitKind) -> bool {
    matches!(
        kind,
        UnitKind::Mass
            | UnitKind::Energy
            | UnitKind::Volume
            | UnitKind::Area
            | UnitKind::Length
            | UnitKind::Measure
    )
}

/// Whether the thing described is a member of a list that `等` closes.
fn listed_thing(after: &[char]) -> bool {
    let clause = after.iter().position(|c| naming::is_break(*c)).unwrap_or(after.len());
    after[..clause].iter().position(|c| *c == '等').is_some_and(|at| {
        after[at + 1..clause]
            .first()
            .is_some_and(|c| c.is_ascii_digit() || matches!(c, '项' | '一' | '重' | '在'))
    })
}

/// `入选全市6个…`, `跻身全国20强`: the size of a circle that something entered, no figure of the area.
fn scope_count(before: &[char]) -> bool {
    let begin = before.iter().rposition(|c| naming::is_break(*c)).map_or(0, |at| at + 1);
    let clause = &before[begin..];
    phrases::class("circle").at_end(clause) > 0 && phrases::class("entered").stand_in(clause)
}

/// `被列为长三角26个中心城市`: how many there are of what something became.
fn circle_of(before: &[char]) -> bool {
    let begin = before.iter().rposition(|c| naming::is_break(*c)).map_or(0, |at| at + 1);
    phrases::class("membership").stand_in(&before[begin..])
}

/// `18个典型地区之一`.
fn one_of_many(after: &[char]) -> bool {
    holds(after, "之一")
}

/// `5个产业年产值均达到100亿元`: how many they are of whom one figure is told. In `3个产值均超过10亿元的园区` it is
/// the number of them that is told.
fn each_of(after: &[char]) -> bool {
    let clause = &after[..after.iter().position(|c| naming::is_break(*c)).unwrap_or(after.len())];
    let Some(each) =
        clause.windows(2).position(|two| two[0] == '均' && matches!(two[1], '达' | '为' | '超' | '突'))
    else {
        return false;
    };
    let told = &clause[each..];
    let noun = &clause[..each];
    let plain = !noun.iter().any(|c| c.is_ascii_digit() || matches!(c, '、' | '的'));
    noun.len() >= 3 && plain && told.iter().any(char::is_ascii_digit) && !told.contains(&'的')
}

/// `20%以上的快速增长` describes growth that is told elsewhere.
fn growth_at(after: &[char]) -> bool {
    after.strip_prefix(&['的']).is_some_and(|rest| phrases::class("growth").at_start(rest) > 0)
}

/// `，为年初预算的103.2%`: how far a plan was carried out for the figure before.
fn of_budget(before: &[char]) -> bool {
    let begin = before.iter().rposition(|c| naming::is_break(*c)).map_or(0, |at| at + 1);
    let Some(whole) = before[begin..].strip_suffix(&['的']) else { return false };
    let length = phrases::class("budget").at_end(whole);
    length > 0 && naming::clean(&whole[..whole.len() - length]).is_empty()
}

/// `没有完成12.5%的预期目标`: an aim that was missed.
fn unmet(before: &[char], after: &[char]) -> bool {
    let begin = before.iter().rposition(|c| naming::is_break(*c)).map_or(0, |at| at + 1);
    phrases::class("unmet").stand_in(&before[begin..]) && holds(after, "目标")
}

/// `在国家实施的4万亿元投资计划中`: the frame of what is told.
fn frame(before: &[char], after: &[char]) -> bool {
    let begin = before.iter().rposition(|c| naming::is_break(*c)).map_or(0, |at| at + 1);
    let end = after.iter().position(|c| naming::is_break(*c)).unwrap_or(after.len());
    before[begin..].starts_with(&['在']) && after[..end].ends_with(&['中'])
}

/// Whether the clause goes on to a word.
fn holds(after: &[char], word: &str) -> bool {
    let clause: String = after.iter().take_while(|c| !naming::is_break(**c) && **c != '、').collect();
    clause.contains(word)
}
