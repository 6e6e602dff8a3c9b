//! What a level is a level of: the noun before the number, behind it, or in an earlier clause.

use std::ops::Range;

use super::measure::Measure;
use super::naming::{self, clean, strip_lead};
use super::owners::{bare_noun, stock_noun};
use super::reader::Reader;
use crate::lexicon::phrases;
use crate::lexicon::units::UnitKind;

impl Reader<'_> {
    /// What a level is a level of, from the words on both sides.
    pub fn level_name(
        &mut self,
        measure: &Measure,
        left: &Range<usize>,
        right: &Range<usize>,
    ) -> Option<String> {
        let text = self.text;
        let raw = &text[left.clone()];
        let raw = raw.windows(2).rposition(|pair| pair == ['其', '中']).map_or(raw, |at| &raw[at + 2..]);
        let total = phrases::class("total").stand_in(raw);
        let joined = naming::joiner(&raw[raw.len().saturating_sub(1)..]) > 0;
        let subject = self.without_area(clean(naming::after_list(raw)));
        let after = &text[right.clone()];
        let counted = measure.kind() == Some(UnitKind::Count)
            || measure.rounded
            || matches!(measure.unit.chars().last(), Some('人' | '户' | '名'));
        let nominal = !after.is_empty() && naming::joiner(after) == 0;
        let (noun, used) =
            if nominal { self.noun_after(right, counted || after[0] == '的') } else { (String::new(), 0) };
        let (noun, used) = self.before_measure(noun, used, right);
        let share = measure.kind() == Some(UnitKind::Share);
        if compares(subject, measure) {
            return None;
        }
        // 建设移交及4个街镇…: what stands before the conjunction is another thing.
        let listed = (outside_quotes(subject, '、') || joined) && !naming::are_verbs(subject);
        let subject = if listed && !noun.is_empty() { &subject[..0] } else { subject };
        if !noun.is_empty() && (counted || after[0] == '的' || share && weak(subject)) {
            self.cursor = right.start + used;
            return self.counted_name(subject, noun, right, used, measure);
        }
        let money = measure.kind() == Some(UnitKind::Money);
        if !noun.is_empty() && money && is_bare_money(subject) {
            self.cursor = right.start + used;
            let spent: String = subject.iter().collect();
            return Some(if spent.ends_with('资') || spent == "投入" {
                format!("{noun}{spent}")
            } else {
                noun
            });
        }
        if !noun.is_empty() && !counted && (weak(subject) || money && noun.chars().count() <= 8) && !share {
            // 安排4898万元专项资金.
            self.cursor = right.start + used;
            let lead: String =
                if phrases::class("weak").has(subject) { String::new() } else { subject.iter().collect() };
            return Some(format!("{lead}{noun}"));
        }
        if let Some(name) = self.per_head(raw.strip_prefix(&['和']).unwrap_or(raw)) {
            return Some(name);
        }
        if weak(subject) {
            let run = left.is_empty() || self.text.get(left.start) == Some(&'、');
            return self.elided_name(subject, after, measure, total, run);
        }
        if subject == ['占', '比'] {
            return self.part_share();
        }
        let mut name = naming::join(subject);
        if let Some(stem) = name.strip_suffix('的').map(str::to_owned) {
            // 完成总投资的55%.
            name = if share { format!("{stem}比例") } else { stem };
        }
        if let Some(whole) = self.side(subject, measure) {
            name = whole;
        } else if let Some(owner) = self.owner(subject, left).or_else(|| self.counted_owner(subject, left)) {
            name = format!("{owner}{name}");
        } else if let Some(owner) = self.counted_before(subject, after, left) {
            name = format!("{owner}{name}");
        } else if is_bare_money(subject) {
            name = self.spent_on(&name, after);
        } else if self.is_elided(subject) {
            name = self.completed_name(subject, &name, total);
        } else if measure.kind() == Some(UnitKind::Count) {
            self.noun = Some(name.clone());
        }
        if let Some(kind) = self.above(&name) {
            name.push_str(&kind);
        }
        let name =
            self.shared_verb(&name, subject, left).map_or(name.clone(), |verb| format!("{verb}{name}"));
        Some(name).filter(|name| name.chars().count() > 1)
    }

    /// The noun after a count, and how many characters it takes.
    fn noun_after(&self, right: &Range<usize>, all: bool) -> (String, usize) {
        let after = &self.text[right.clone()];
        let skip = usize::from(after.first() == Some(&'的'));
        let people = right.start > 0 && matches!(self.text[right.start - 1], '人' | '户' | '名' | '位');
        let length = naming::noun_length(&after[skip..], all && !people, |at| {
            self.names.cover(right.start + skip + at)
        });
        let noun = &after[skip..skip + length];
        if length == 0
            || !all && length < 2
            || phrases::class("threshold").at_start(noun) > 0
            || phrases::class("goal").at_start(noun) > 0
        {
            return (String::new(), 0);
        }
        // 37个项目中，…: the whole that the next figures are part of.
        let ends = after.get(skip + length).is_none_or(|c| naming::is_break(*c));
        let noun = match noun {
            [rest @ .., '中'] if ends && phrases::class("head").at_end(rest) > 1 => rest,
            _ => noun,
        };
        let head = levelled(noun, &self.text[right.start + skip + length..]);
        (noun.iter().chain(head).collect(), skip + length)
    }

    /// `5个产业年产值均达到100亿元`: a measure right behind the noun belongs to the next number.
    fn before_measure(&self, noun: String, used: usize, right: &Range<usize>) -> (String, usize) {
        let next = self.text.get(right.end).is_some_and(|c| !naming::is_break(*c))
            && used == right.len()
            && used > 0;
        if !next {
            return (noun, used);
        }
        let chars: Vec<char> = noun.chars().collect();
        let bare = naming::strip_tail(&chars);
        let length = phrases::class("head").at_end(bare);
        if length < 2 || length >= bare.len() {
            return (noun, used);
        }
        let counted =
            bare[..bare.len() - length].strip_suffix(&['年']).unwrap_or(&bare[..bare.len() - length]);
        (counted.iter().collect(), 0)
    }

    /// `矿区1720户群众` is 矿区群众; `54个部门完成…转轨` is 完成…转轨的部门.
    fn counted_name(
        &mut self,
        subject: &[char],
        noun: String,
        right: &Range<usize>,
        used: usize,
        measure: &Measure,
    ) -> Option<String> {
        let weak = weak(subject);
        let noun = self.without_work(noun, right.start);
        let noun_length = noun.chars().count();
        let money = measure.kind() == Some(UnitKind::Money)
            || !measure.rounded && !matches!(measure.kind(), Some(UnitKind::Count | UnitKind::Share));
        let mut subject_text = if weak { String::new() } else { naming::join(subject) };
        if let Some(stem) =
            subject_text.strip_prefix(['对', '为', '在']).filter(|stem| !stem.starts_with('建'))
        {
            subject_text = stem.to_owned();
        }
        let owned = measure.kind() != Some(UnitKind::Money)
            || ["head", "attribute", "funds"].iter().any(|class| phrases::class(class).at_end(subject) > 0);
        if money && owned && !weak && !subject_text.ends_with('的') {
            // 总投资150亿元的航汽铝工业园项目.
            return Some(format!("{noun}{subject_text}"));
        }
        let mut name = format!("{subject_text}{noun}");
        if measure.kind() == Some(UnitKind::Count) {
            self.noun = Some(name.clone());
        }
        if noun_length <= 3 && name.chars().count() <= 5 {
            let begin = right.start + used;
            let end = self.clause_end(begin);
            let verb: String = self.text[begin..end].iter().collect();
            let verb = verb.trim_start_matches(['了', '的']).to_owned();
            let verb = verb
                .split(|c: char| c.is_ascii_digit())
                .next()
                .unwrap_or("")
                .trim_end_matches(['、', '约', '近']);
            let whole = !verb.starts_with('、') && verb.matches('“').count() == verb.matches('”').count();
            if whole && (2..=24).contains(&verb.chars().count()) {
                name = format!("{}的{name}", verb.replacen('了', "", 1));
            }
        }
        let fate = &self.text[right.start + used..];
        let fate = &fate[..phrases::class("fate").at_start(fate)];
        if !fate.is_empty() && !name.contains('的') {
            name.extend(fate);
            self.cursor += fate.len();
        }
        if measure.kind() == Some(UnitKind::Share) {
            name.push_str("比例");
        }
        Some(name)
    }

    /// `加快…等34个园区建设`: what is advanced is the building of what is counted.
    fn without_work(&self, noun: String, at: usize) -> String {
        let begin = (0..at).rev().find(|&at| naming::is_break(self.text[at])).map_or(0, |at| at + 1);
        let advanced = phrases::class("advance").at_start(strip_adverbs(&self.text[begin..at])) > 0;
        match noun.strip_suffix("建设") {
            Some(bare)
                if advanced && bare.chars().count() >= 2 && !bare.ends_with(['的', '和', '与', '、']) =>
            {
                bare.to_owned()
            }
            _ => noun,
        }
    }

    /// A count without a noun of its own: `65个重点项目有20个完工`.
    fn elided_name(
        &self,
        subject: &[char],
        after: &[char],
        measure: &Measure,
        total: bool,
        joined: bool,
    ) -> Option<String> {
        let lead: String = subject.iter().collect();
        let last = self.drafts.last();
        let total = total
            || self.text[..measure.range.start].ends_with(&['达'])
            || self.text[..measure.range.start].ends_with(&['达', '到']);
        let same_unit = last
            .and_then(|draft| draft.quantity.as_ref())
            .is_some_and(|quantity| quantity.unit == measure.unit);
        if lead.is_empty() && after.is_empty() && (same_unit || joined) {
            // 分解为486项事项，完成了462项: some of what was counted before.
            let before = &self.text[..measure.range.start];
            let done = before.strip_suffix(&['了']).unwrap_or(before);
            let done = phrases::class("done").at_end(done);
            let counts = measure.kind() == Some(UnitKind::Count);
            if let Some(last) =
                last.filter(|last| counts && done > 0 && !joined && !last.name.contains("完成"))
            {
                return Some(format!("完成{}", bare_noun(&last.name)));
            }
            // 算力规模达到500P、远期达到1000P; 新增企业47家，累计达70家.
            return last.map(|draft| if total { stock_noun(&draft.name) } else { draft.name.clone() });
        }
        let verb: String = after.iter().collect();
        let joined_on = ['、', '和', '及', '与'];
        let verb = if verb.ends_with("参与") { verb } else { verb.trim_end_matches(joined_on).to_owned() };
        if measure.kind() == Some(UnitKind::Count) {
            let Some(noun) = self.noun_for(measure) else {
                // 1.8万人稳定脱贫; 3个推进“三化”建设指导意见.
                return Some(verb).filter(|verb| (2..=20).contains(&verb.chars().count()));
            };
            let verb = if verb.is_empty() { lead } else { verb };
            if verb.chars().count() > 16 {
                return Some(noun);
            }
            return Some(format!("{verb}{noun}"));
        }
        if measure.kind() == Some(UnitKind::Money) && !verb.is_empty() {
            return Some(format!("{lead}{verb}"));
        }
        // 竣工4.86万平方米: what is finished was named before.
        let noun = self.drafts.last().map(|draft| draft.name.clone())?;
        (!lead.is_empty()).then(|| format!("{lead}{}", bare_noun(&noun)))
    }

    /// Whether a phrase is only a verb that leaves out its noun.
    fn is_elided(&self, subject: &[char]) -> bool {
        phrases::class("elided").has(subject)
    }

    fn completed_name(&self, subject: &[char], verb: &str, total: bool) -> String {
        let Some(noun) = self.noun.as_deref().or(self.drafts.last().map(|draft| draft.name.as_str())) else {
            return verb.to_owned();
        };
        // 规模以上工业企业实现增加值128亿元，实现利税32亿元.
        let heads = phrases::class("head");
        let own = ["实现", "完成"].iter().find_map(|word| verb.strip_prefix(word));
        if let (Some(own), Some(last)) = (own, self.drafts.last())
            && last.kind == Some(UnitKind::Money)
            && heads.has(&own.chars().collect::<Vec<char>>())
        {
            let last: Vec<char> = last.name.chars().collect();
            let owner: String = last[..last.len() - heads.at_end(&last)].iter().collect();
            return format!("{owner}{own}");
        }
        // 新增铁路通车里程280公里、总里程达到5400公里.
        let head: String = verb.trim_start_matches('总').to_owned();
        if let Some(owner) = self.drafts.last().and_then(|draft| draft.name.strip_suffix(head.as_str()))
            && verb.starts_with('总')
            && head.chars().count() >= 2
            && !owner.is_empty()
        {
            return format!("{}{verb}", stock_noun(owner));
        }
        if total {
            return format!("{}{verb}", stock_noun(noun));
        }
        let noun = bare_noun(noun);
        if phrases::class("attribute").has(subject) {
            format!("{noun}{verb}")
        } else {
            format!("{verb}{noun}")
        }
    }

    /// `投资8300万元实施煤烟污染治理` is 煤烟污染治理投资.
    fn spent_on(&self, name: &str, after: &[char]) -> String {
        let purpose = strip_lead(after);
        let skip = phrases::class("weak").at_start(purpose);
        let purpose = strip_lead(&purpose[skip..]);
        if (2..=16).contains(&purpose.len()) && naming::joiner(after) == 0 {
            let purpose: String = purpose.iter().collect();
            return format!("{}{name}", purpose.trim_start_matches(['了', '用', '于']));
        }
        name.to_owned()
    }
}

/// The head that the next member of a list gives back: `8个国家级、4个省级区域医疗中心`.
fn levelled<'t>(noun: &[char], after: &'t [char]) -> &'t [char] {
    let joined = naming::joiner(after);
    if noun.last() != Some(&'级') || noun.len() > 4 || joined == 0 {
        return &[];
    }
    let rest = &after[joined..];
    let counted = rest.first().is_some_and(char::is_ascii_digit);
    let Some(at) = rest.iter().take(10).position(|c| *c == '级').filter(|_| counted) else { return &[] };
    let head = &rest[at + 1..];
    &head[..naming::noun_length(head, false, |_| false)]
}

/// Takes adverbs off the front: `重点推进`.
fn strip_adverbs(mut phrase: &[char]) -> &[char] {
    loop {
        let length = phrases::class("manner").at_start(phrase);
        if length == 0 {
            return phrase;
        }
        phrase = &phrase[length..];
    }
}

fn weak(phrase: &[char]) -> bool {
    naming::is_weak(phrase)
}

/// `高于全省平均水平313美元`: a distance from somebody else's figure.
pub(super) fn compares(subject: &[char], measure: &Measure) -> bool {
    let higher = phrases::class("higher");
    let points = measure.kind() == Some(UnitKind::Point);
    // 比省定目标低0.57个百分点.
    let lower = points && subject.ends_with(&['低']) && subject.contains(&'比');
    lower
        || higher.at_start(subject) > 0
        || points && (0..subject.len()).any(|at| higher.at_start(&subject[at..]) > 0)
}

/// Whether a character stands outside quotation marks and brackets.
fn outside_quotes(phrase: &[char], wanted: char) -> bool {
    let mut depth = 0_i32;
    phrase.iter().any(|c| {
        match c {
            '“' | '（' | '(' | '《' => depth += 1,
            '”' | '）' | ')' | '》' => depth -= 1,
            _ => {}
        }
        depth == 0 && *c == wanted
    })
}

fn is_bare_money(subject: &[char]) -> bool {
    phrases::class("funds").has(subject)
}
