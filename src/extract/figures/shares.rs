//! Shares of a whole: `占耕地面积的7.5%`, `服务业增加值占生产总值比重达55%`.

use std::ops::Range;

use super::draft::Draft;
use super::measure::Measure;
use super::naming::{self, clean};
use super::reader::Reader;
use crate::lexicon::phrases;
use crate::lexicon::units::UnitKind;

impl<'a> Reader<'a> {
    /// `占耕地面积的7.5%`, `服务业增加值占生产总值比重达55%`.
    pub fn share(&mut self, run: &[Measure], left: &Range<usize>) -> bool {
        let text = self.text;
        if run.iter().any(|measure| measure.kind() != Some(UnitKind::Share)) {
            return false;
        }
        if self.second_share(run, left) || self.reached_share(run, left) {
            return true;
        }
        let phrase = &text[left.clone()];
        let Some(at) = (0..phrase.len()).rev().find(|&at| {
            phrase[at] == '占'
                && !matches!(phrase.get(at + 1), Some('比' | '有' | '地' | '用') | None)
                && !phrase[at + 1..].starts_with(&['地', '区'])
                || phrase[at..].starts_with(&['占', '地', '区'])
        }) else {
            return false;
        };
        let subject = self.without_area(clean(&phrase[..at]));
        let whole: String = phrase[at + 1..].iter().collect();
        let whole = share_whole(&whole);
        let aspect = subject.is_empty() || phrases::class("aspect").has(subject);
        let names: Vec<String> = if let Some(name) = self.respective(phrase, at, aspect, run) {
            vec![name]
        } else if aspect {
            self.last_names(run.len())
        } else if run.len() > 1 {
            naming::members(subject, Some(run.len()))
        } else {
            vec![naming::join(subject)]
        };
        if names.len() != run.len() {
            return false;
        }
        let about = self.names.subject(left);
        for (name, measure) in names.into_iter().zip(run) {
            self.push_level(format!("{name}占{whole}比重"), measure, left, None);
            if let Some(draft) = self.drafts.last_mut() {
                draft.about = about;
                draft.share = aspect;
            }
        }
        true
    }

    /// `实缴税金达到财政收入的50%左右`.
    fn reached_share(&mut self, run: &[Measure], left: &Range<usize>) -> bool {
        let [measure] = run else { return false };
        let phrase = &self.text[left.clone()];
        let Some(whole) = phrase.strip_suffix(&['的']) else { return false };
        let Some(at) = whole.windows(2).position(|pair| pair == ['达', '到']) else { return false };
        let (subject, whole) = (self.without_area(clean(&phrase[..at])), &whole[at + 2..]);
        if subject.len() < 2 || whole.len() < 2 || phrases::class("head").at_end(whole) == 0 {
            return false;
        }
        let whole: String = whole.iter().collect();
        self.push_level(format!("{}占{whole}比重", naming::join(subject)), measure, left, None);
        true
    }

    /// `入社耕地2375.6万亩、农户69.6万户，分别占耕地面积的74.5%和农户总数的79.1%`: what the first of two shares, each
    /// of its own whole, is the share of.
    fn respective(&self, phrase: &[char], at: usize, aspect: bool, run: &[Measure]) -> Option<String> {
        let [measure] = run else { return None };
        (aspect && phrase[..at].ends_with(&['分', '别']) && self.second_whole(measure.range.end).is_some())
            .then(|| self.last_names(2).into_iter().next())
            .flatten()
    }

    /// The whole that a second share is taken of, behind the first: `和农户总数的`79.1%.
    fn second_whole(&self, at: usize) -> Option<&'a [char]> {
        let rest = &self.text[at..self.clause_end(at)];
        let joined = naming::joiner(rest);
        let end = rest.iter().position(char::is_ascii_digit)?;
        let whole = rest.get(joined..end)?.strip_suffix(&['的'])?;
        (joined > 0 && whole.len() >= 2).then_some(whole)
    }

    /// The second of such shares.
    fn second_share(&mut self, run: &[Measure], left: &Range<usize>) -> bool {
        let [measure] = run else { return false };
        let first = self.drafts.last().filter(|draft| draft.share && draft.at < left.start);
        let Some(first) = first else { return false };
        let clause = (0..left.start).rev().find(|&at| naming::is_break(self.text[at])).map_or(0, |at| at + 1);
        if first.at < clause || !self.text[clause..].starts_with(&['分', '别', '占']) {
            return false;
        }
        let Some(whole) = self.second_whole(left.start) else { return false };
        let (whole, names): (String, _) = (whole.iter().collect(), self.last_names(1));
        let Some(name) = names.first() else { return false };
        let about = self.drafts.last().and_then(|draft| draft.about);
        self.push_level(format!("{name}占{whole}比重"), measure, left, None);
        if let Some(draft) = self.drafts.last_mut() {
            draft.about = about;
            draft.share = true;
        }
        true
    }

    /// Names of the last `count` figures.
    pub fn last_names(&self, count: usize) -> Vec<String> {
        let levels: Vec<&Draft> = self.drafts.iter().filter(|draft| !draft.share).collect();
        let from = levels.len().saturating_sub(count);
        levels[from..].iter().map(|draft| draft.name.clone()).collect()
    }
}

/// The whole that a share is taken of, cleaned of 的, 比重 and verbs.
fn share_whole(text: &str) -> String {
    let whole = text.trim_start_matches(['到', '了']).to_owned();
    let chars: Vec<char> = whole.chars().collect();
    let words = phrases::class("shareword");
    let end = (0..chars.len()).find(|&at| words.at_start(&chars[at..]) > 0).unwrap_or(chars.len());
    let chars = &chars[..end];
    let kept: String = naming::strip_tail(chars).iter().collect();
    kept.trim_end_matches('的').to_owned()
}
