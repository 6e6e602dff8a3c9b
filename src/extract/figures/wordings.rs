//! Aims without a number: `与上年持平`, `完成市级下达任务目标`, `与地区生产总值保持同步增长`,
//! `完成全部道路移交`, `实现全覆盖`.

use rust_decimal::Decimal;

use super::draft::Draft;
use super::naming::{self, clean};
use super::reader::Reader;
use super::times::When;
use crate::facts::{Change, ChangeKind, Comparator, Quantity};
use crate::lexicon::indicators;
use crate::lexicon::phrases;

impl Reader<'_> {
    /// Adds the aims of the sentence that name no number.
    pub fn wordings(&mut self) {
        let text = self.text;
        let mut begin = 0;
        while begin < text.len() {
            let end = (begin..text.len()).find(|&at| naming::is_break(text[at])).unwrap_or(text.len());
            let free = !self.drafts.iter().any(|draft| (begin..end).contains(&draft.at));
            self.doubled(begin, end);
            if free {
                self.complete(begin, end);
                self.compared(begin, end);
            }
            begin = end + 1;
        }
        self.drafts.sort_by_key(|draft| draft.at);
    }

    /// `比2010年翻一番`, `五年翻了两番`.
    fn doubled(&mut self, begin: usize, end: usize) {
        let clause: String = self.text[begin..end].iter().collect();
        let Some(at) = clause.find('翻') else { return };
        let words = clause[at..].trim_start_matches('翻').trim_start_matches('了');
        let Some((times, _)) = [("一番", 2), ("两番", 4), ("三番", 8), ("番", 2)]
            .iter()
            .find_map(|(word, times)| words.starts_with(word).then_some((*times, word)))
        else {
            return;
        };
        let before: Vec<char> = clause[..at].chars().collect();
        let position = begin + before.len();
        let change = |against: Option<String>| Change {
            value: Decimal::from(times),
            unit: "倍".to_owned(),
            kind: ChangeKind::Ratio,
            comparator: Comparator::Equal,
            against,
            wording: clause.clone(),
        };
        let mut subject = before.as_slice();
        if let Some(mark) = self.marks.iter().rfind(|mark| {
            begin <= mark.range.start && mark.range.end <= position && mark.when != When::Earlier
        }) {
            subject = &before[mark.range.end - begin..];
        }
        let against = super::changes::compared_with(&mut subject);
        let subject = self.without_area(clean(subject));
        if subject.is_empty() {
            self.spend(position);
            if let Some(last) =
                self.drafts.iter_mut().rfind(|draft| draft.at < begin && draft.change.is_none())
            {
                last.change = Some(change(against));
            } else if let Some(last) = self.drafts.iter().rfind(|draft| draft.at < begin) {
                // 达到2650亿元，比2008年翻了一番，年均增长11.5%.
                let mut further = Draft::new(last.name.clone(), position);
                further.change = Some(change(against));
                self.drafts.push(further);
            }
            return;
        }
        let listed = naming::members(subject, None);
        let names = if listed.is_empty() { vec![naming::join(subject)] } else { listed };
        for name in names {
            let mut draft = Draft::new(name, position);
            draft.change = Some(change(against.clone()));
            self.drafts.push(draft);
        }
    }

    /// A clause that compares an indicator with another, or with what was set.
    fn compared(&mut self, begin: usize, end: usize) {
        let clause: String = self.text[begin..end].iter().collect();
        for pattern in phrases::aims() {
            let Some(at) = clause.find(&pattern.begin) else { continue };
            let wording = &clause[at..];
            if !pattern.ends(wording) {
                continue;
            }
            let subject: Vec<char> = clause[..at].chars().collect();
            let position = begin + subject.len();
            let subject = self.without_area(clean(&subject)).to_vec();
            let listed = naming::members(&subject, None);
            let names = if listed.is_empty() { vec![subject.iter().collect()] } else { listed };
            if !names.iter().any(|name| is_measured(name)) {
                return;
            }
            for name in names.into_iter().filter(|name| name.chars().count() > 1) {
                self.push_wording(name, position, pattern.comparator, wording.to_owned());
            }
            return;
        }
    }

    /// `完成全部已建成道路移交`, `实现山区教职工到城镇交流全覆盖`.
    fn complete(&mut self, begin: usize, end: usize) {
        let clause: String = self.text[begin..end].iter().collect();
        for verb in ["完成全部", "全部完成"] {
            if let Some(at) = clause.find(verb) {
                let noun: Vec<char> = clause[at + verb.len()..].chars().collect();
                let name = naming::join(naming::strip_work(clean(&noun)));
                if name.chars().count() >= 4 {
                    let position = begin + clause[..at].chars().count();
                    self.push_wording(name, position, Comparator::Equal, "全部".to_owned());
                }
                return;
            }
        }
        if let Some(head) = clause.strip_suffix("全覆盖")
            && let Some(at) = head.rfind("实现")
        {
            let before: Vec<char> = head[..at].chars().collect();
            let object: Vec<char> = head[at + "实现".len()..].chars().collect();
            let object = clean(&object);
            let subject = if object.is_empty() { clean(&before) } else { object };
            let name = naming::join(subject);
            if name.chars().count() >= 3 && name.chars().count() <= 20 {
                self.push_wording(
                    format!("{name}覆盖"),
                    begin + before.len() + 2,
                    Comparator::Equal,
                    "全覆盖".to_owned(),
                );
            }
        }
    }

    fn push_wording(&mut self, name: String, at: usize, comparator: Comparator, wording: String) {
        let mut draft = Draft::new(name, at);
        draft.quantity = Some(Quantity { comparator, wording, ..Quantity::default() });
        draft.worded = true;
        self.drafts.push(draft);
    }
}

/// Whether a name is an indicator: one of the lexicon, or one that ends in a word of measure.
fn is_measured(name: &str) -> bool {
    let chars: Vec<char> = name.chars().collect();
    indicators::ending(name).is_some() || phrases::class("head").at_end(&chars) > 1
}
