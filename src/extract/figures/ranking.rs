//! Which figure a rank belongs to, and among what it ranks.

use std::ops::Range;

use rust_decimal::Decimal;

use super::draft::Draft;
use super::naming::{self, clean};
use super::ranks::Rank;
use super::reader::Reader;
use crate::facts::{Change, ChangeKind, Comparator, Ranking};
use crate::lexicon::phrases;
use crate::lexicon::units::UnitKind;

impl Reader<'_> {
    /// Reads a run of ranks: they go to the figure before them, or make a figure of their own.
    pub fn ranks(&mut self, run: &[Rank], left: Range<usize>) {
        let text = self.text;
        let phrase = &text[left.clone()];
        let follows_movement = run.len() == 1
            && phrases::class("transition").at_end(phrase) == phrase.len()
            && !phrase.is_empty()
            && self.drafts.last().is_some_and(|draft| draft.moving);
        let wording: String =
            text[left.start..run.last().map_or(left.end, |rank| rank.range.end)].iter().collect();
        if follows_movement {
            // 从第十一名跃升至第三名: the second rank is the one reached.
            if let Some(draft) = self.drafts.last_mut() {
                draft.moving = false;
                if let (Some(ranking), Some(rank)) = (draft.rankings.last_mut(), run.first()) {
                    let moved = climb(ranking.position, rank.position, &wording);
                    draft.change = draft.change.take().or(moved);
                    ranking.position = rank.position;
                    ranking.wording = format!("{}{wording}", ranking.wording);
                }
            }
            return;
        }
        let mut part = split(phrase);
        let moving = phrase.iter().rposition(|c| matches!(c, '从' | '由')).filter(|_| {
            run.first().is_some_and(|rank| phrases::class("transition").at_start(&text[rank.range.end..]) > 0)
        });
        if let Some(at) = moving {
            let scope: String = phrase[at + 1..].iter().collect();
            part = Parts { subject: phrase[..at].to_vec(), scope: scope_of(&scope) };
        }
        let each = part.subject.ends_with(&['别']);
        let both = ["均居", "均列", "均位", "均排", "都居", "均为"]
            .iter()
            .any(|word| super::levels::contains(phrase, word));
        let subject = self.without_area(clean(bare_subject(&part.subject))).to_vec();
        if subject.len() == 1 {
            return;
        }
        if let Some((list, aspect)) = listed(&subject) {
            for name in naming::members(&list, None) {
                let Some(rank) = run.first() else { continue };
                let mut draft = Draft::new(name, rank.range.start);
                draft.rankings.push(ranking(rank, &part.scope, aspect.clone(), &wording));
                self.drafts.push(draft);
            }
            return;
        }
        let position_only = run.iter().all(|rank| rank.position.is_none());
        let aspect = phrases::class("aspect").has(&subject);
        if subject.is_empty() || aspect {
            let aspect = (!subject.is_empty()).then(|| subject.iter().collect::<String>());
            let same_clause = phrase.first() == Some(&'、');
            let aspect = aspect.or_else(|| {
                let last = self.drafts.last().and_then(|draft| draft.rankings.last());
                last.filter(|_| same_clause).and_then(|ranking| ranking.aspect.clone())
            });
            if self.drafts.is_empty() && part.scope.chars().count() >= 6 && run.len() == 1 {
                // 位列全国服务外包示范城市前10强: only the circle is named.
                self.drafts.push(Draft::new(format!("{}排名", part.scope), left.start));
            }
            if let Some(draft) = self.drafts.last_mut() {
                for rank in run {
                    draft.rankings.push(ranking(rank, &part.scope, aspect.clone(), &wording));
                }
                draft.moving = moving.is_some();
            }
            return;
        }
        if position_only && !each && !both && subject.len() > 24 {
            return;
        }
        let names = if each || run.len() > 1 {
            naming::members(&subject, Some(run.len()))
        } else if both {
            naming::members(&subject, None)
        } else {
            Vec::new()
        };
        let (names, aspect) = shared_aspect(names);
        let names = if names.is_empty() { vec![naming::join(&subject)] } else { names };
        for (at, name) in names.into_iter().enumerate() {
            let Some(rank) = run.get(at).or(run.last()) else { continue };
            // 前列 alone says too little to be a figure.
            let counted = text[rank.range.clone()]
                .iter()
                .any(|c| c.is_ascii_digit() || super::numeral::digit(*c).is_some() || *c == '十');
            let measured = phrases::class("head").at_end(&name.chars().collect::<Vec<char>>()) > 0;
            if rank.position.is_none() && !counted && (!measured || part.scope.is_empty()) {
                continue;
            }
            let mut draft = Draft::new(name, rank.range.start);
            draft.about = self.names.subject(&left);
            draft.rankings.push(ranking(rank, &part.scope, aspect.clone(), &wording));
            draft.moving = moving.is_some();
            self.drafts.push(draft);
        }
    }
}

/// What became the first, second … of a circle.
pub(super) struct Became {
    /// Where the words for it end.
    pub subject: usize,
    /// Which one it became, and of what.
    pub ranking: Ranking,
}

/// `工业经济总量成为全区第四个突破…的地区`: what stands before the verb, and which one it became.
pub(super) fn became(phrase: &[char]) -> Option<Became> {
    let verbs = phrases::class("membership");
    let (subject, verb) =
        (2..phrase.len()).map(|at| (at, verbs.at_start(&phrase[at..]))).find(|(_, length)| *length > 0)?;
    let rest = &phrase[subject + verb..];
    let at = rest.iter().position(|c| matches!(c, '第' | '首'))?;
    let (position, length) = match rest[at] {
        '首' => (1, 0),
        _ => {
            let number = super::numeral::at(&rest[at + 1..])?;
            (u32::try_from(number.value).ok()?, number.length)
        }
    };
    let counted = crate::lexicon::units::at(rest.get(at + 1 + length..)?)?;
    if counted.0.kind != UnitKind::Count {
        return None;
    }
    let scope: String = rest[..at].iter().collect();
    let wording = phrase[subject..subject + verb + at + 1 + length + counted.1].iter().collect();
    let ranking = Ranking { position: Some(position), scope, of: None, aspect: None, wording };
    Some(Became { subject, ranking })
}

/// The change from one rank to another, in places: +10 from the 14th to the 4th.
fn climb(from: Option<u32>, to: Option<u32>, wording: &str) -> Option<Change> {
    let (from, to) = (from?, to?);
    Some(Change {
        value: Decimal::from(from) - Decimal::from(to),
        unit: "位".to_owned(),
        kind: ChangeKind::Absolute,
        comparator: Comparator::Equal,
        against: None,
        wording: wording.to_owned(),
    })
}

/// `A、B等指标增幅`: the members and what of them is ranked.
fn listed(subject: &[char]) -> Option<(Vec<char>, Option<String>)> {
    let text: String = subject.iter().collect();
    let (list, rest) = text.split_once("等指标").or_else(|| text.split_once("等主要指标"))?;
    let aspect = rest.trim_start_matches('的');
    Some((list.chars().collect(), (!aspect.is_empty()).then(|| aspect.to_owned())))
}

/// `收入、投资、零售总额增速分别居第2、第3、第1位`: what of all members is ranked.
fn shared_aspect(mut names: Vec<String>) -> (Vec<String>, Option<String>) {
    let ends = |name: &String| ["增速", "增幅"].into_iter().find(|word| name.ends_with(word));
    let Some((last, others)) = names.split_last_mut() else { return (names, None) };
    match ends(last) {
        Some(word) if !others.is_empty() && others.iter().all(|name| ends(name).is_none()) => {
            last.truncate(last.len() - word.len());
            (names, Some(word.to_owned()))
        }
        _ => (names, None),
    }
}

/// Takes `连续五次`, `在…中` and the like off a subject.
fn bare_subject(subject: &[char]) -> &[char] {
    let mut subject = subject;
    if let Some(at) = subject.windows(2).rposition(|pair| pair == ['连', '续'])
        && subject.len() - at <= 6
    {
        subject = &subject[..at];
    }
    if subject.first() == Some(&'在')
        && let Some(at) = subject.iter().rposition(|c| *c == '中')
        && at + 2 < subject.len()
        && !subject[at + 1..].starts_with(&['我'])
    {
        subject = &subject[at + 1..];
    }
    subject
}

fn ranking(rank: &Rank, scope: &str, aspect: Option<String>, wording: &str) -> Ranking {
    Ranking {
        position: rank.position,
        scope: scope.to_owned(),
        of: None,
        aspect,
        wording: wording.to_owned(),
    }
}

/// The words before a rank: what is ranked, and among what.
struct Parts {
    subject: Vec<char>,
    scope: String,
}

fn split(phrase: &[char]) -> Parts {
    let verbs = phrases::class("rankverb");
    let mut at = 0;
    let mut found: Option<(usize, usize)> = None;
    while at < phrase.len() {
        let length = verbs.at_start(&phrase[at..]);
        let real = length > 1
            || length == 1 && matches!(phrase[at], '居' | '列' | '排' | '获' | '达' | '为' | '是' | '由');
        if length > 0
            && real
            && !(length == 1
                && at + 1 < phrase.len()
                && matches!(phrase[at + 1], '民' | '住' | '入' | '车' | '放'))
        {
            found = Some((at, length));
            at += length;
        } else {
            at += 1;
        }
    }
    if let Some((at, length)) = found {
        let mut before = &phrase[..at];
        while verbs.at_end(before) > 1 && !before.ends_with(&['排', '名']) {
            before = &before[..before.len() - verbs.at_end(before)];
        }
        let after: String = phrase[at + length..].iter().collect();
        if !after.is_empty() {
            return Parts { subject: around(before), scope: scope_of(&after) };
        }
        return scoped(before);
    }
    scoped(phrase)
}

/// `在副省级以上城市中` opens a scope before the verb; the subject stands before it.
fn around(before: &[char]) -> Vec<char> {
    before.to_vec()
}

/// Finds the scope at the end of a phrase that has no verb after it: `增速全市`.
fn scoped(phrase: &[char]) -> Parts {
    let text: String = phrase.iter().collect();
    if let Some(at) = text.rfind('在').filter(|at| text[*at..].ends_with('中')) {
        let scope = text[at + '在'.len_utf8()..].trim_end_matches('中');
        return Parts { subject: text[..at].chars().collect(), scope: scope.to_owned() };
    }
    // 全球金融中心排名: a long phrase that opens with such a word is what is ranked.
    let scopes = phrases::class("scope");
    let hit = (phrase.len().saturating_sub(7)..phrase.len()).find(|&at| scopes.at_start(&phrase[at..]) > 0);
    match hit {
        Some(at) => {
            let scope: String = phrase[at..].iter().collect();
            Parts { subject: phrase[..at].to_vec(), scope: scope_of(&scope) }
        }
        None if text.ends_with(['区', '市', '省', '县', '国']) => {
            Parts { subject: Vec::new(), scope: scope_of(&text) }
        }
        None => Parts { subject: phrase.to_vec(), scope: String::new() },
    }
}

fn scope_of(text: &str) -> String {
    let mut scope = text.trim_start_matches(['了', '在', '、', '和']);
    for word in ["去年的", "去年", "年初的", "年初", "上年的", "上年", "排名", "的"] {
        scope = scope.strip_prefix(word).unwrap_or(scope);
        scope = scope.strip_suffix(word).unwrap_or(scope);
    }
    scope.to_owned()
}
