//! Honours: entering them with who won or seeks them and who gave them.

use std::ops::Range;

use super::{Found, Reader};
use crate::extract::figures::Name;
use crate::extract::honours::Title;
use crate::extract::line::Line;
use crate::extract::names;
use crate::facts::{Aim, Award, Deadline, Kind, Origin, Part, Predicate, SentenceId, Target, ThingId};
use crate::lexicon::lists::lists;
use crate::lexicon::words::Tags;

impl Reader<'_> {
    pub(super) fn honours(&mut self, line: &Line, id: SentenceId, titles: Vec<Title>, found: &mut Found) {
        for title in titles {
            let subject = line.chars_of(title.subject.clone());
            let giver = title.giver.clone().map(|tokens| line.chars_of(tokens));
            let within = |range: &Range<usize>, name: &Name| {
                range.start <= name.range.start && name.range.end <= range.end
            };
            self.site(line, id, &title, found);
            self.unknown_site(line, id, &title, found);
            let recipients: Vec<ThingId> = recipients(line, &subject, giver.as_ref(), &found.names);
            let givers: Vec<ThingId> = found
                .names
                .iter()
                .filter(|name| {
                    name.kind == Kind::Organization && giver.as_ref().is_some_and(|giver| within(giver, name))
                })
                .map(|name| name.thing)
                .collect();
            let honour = self.enter(line, id, Kind::Honour, &title.name, title.chars.clone(), found);
            self.draft.facts.things[honour.0].level.clone_from(&title.level);
            let recipients =
                if recipients.is_empty() { self.home_thing().into_iter().collect() } else { recipients };
            for recipient in &recipients {
                self.draft.relate(honour, Predicate::Recipient(title.award), *recipient, id);
            }
            for giver in givers {
                self.draft.relate(honour, Predicate::AwardedBy, giver, id);
            }
            if title.award == Award::Competing && line.sentence.part == Some(Part::Plan) {
                // 「讷河、富裕等园区晋升为省级园区」 leaves open which.
                let open = line.sentence.cut(subject.clone()).contains('等');
                self.strive(honour, if open { &[] } else { &recipients }, id);
            }
        }
    }
}

impl Reader<'_> {
    /// 「高碑店奥润顺达节能门窗基地被认定为…」: a place that is named where it wins a title.
    fn site(&mut self, line: &Line, id: SentenceId, title: &Title, found: &mut Found) {
        let Some(last) = last_name(line, &title.subject) else { return };
        let long = line.lexemes[last].range.len() > 1;
        let Some(ending) = line.ending(last).filter(|e| e.kind == Kind::Place && long) else {
            return;
        };
        let tokens = names::start(line, last, title.subject.start.max(line.name_limit(last)))..last + 1;
        let chars = line.chars_of(tokens.clone());
        let known = |name: &Name| name.range.end == chars.end;
        if (6..=20).contains(&chars.len())
            && names::is_named(line, tokens.clone())
            && !names::is_indefinite(line, tokens)
            && !found.names.iter().any(known)
        {
            let name = line.sentence.cut(chars.clone()).trim_matches(['“', '”']).to_owned();
            let place = self.enter(line, id, Kind::Place, &name, chars, found);
            self.draft.facts.things[place.0].subtype.get_or_insert_with(|| ending.subtype.clone());
        }
    }

    /// 「丽景长安和西长安壹号被评选为“美好家园”」: a name that no table knows wins what only places win.
    fn unknown_site(&mut self, line: &Line, id: SentenceId, title: &Title, found: &mut Found) {
        let won = title.name.trim_matches(['“', '”']);
        let giver = title.giver.as_ref().map_or(title.subject.end, |giver| giver.start);
        let subject = title.subject.start..giver.min(title.subject.end);
        let Some(last) = last_name(line, &subject) else { return };
        let parts = |i: &usize| line.lexemes[*i].is_mark('、') || line.is(*i, Tags::CONJUNCTION);
        let begin = subject.clone().rev().find(|i| *i <= last && parts(i)).map_or(subject.start, |i| i + 1);
        let tokens = begin..last + 1;
        let chars = line.chars_of(tokens.clone());
        let part = |i: usize| line.is_proper(i) || line.is(i, Tags::COMMON.and(Tags::ENDING));
        let free = !found.names.iter().any(|name| name.range.end == chars.end);
        if lists().honours.place_titles.end(won)
            && free
            && (3..=10).contains(&chars.len())
            && tokens.clone().all(part)
            && names::is_named(line, tokens.clone())
        {
            let name = line.sentence.cut(chars.clone());
            let place = self.enter(line, id, Kind::Place, name.trim_matches(['“', '”']), chars, found);
            self.draft.facts.things[place.0].subtype.get_or_insert_with(|| "region".to_owned());
        }
    }

    /// A title to be won: one target, or one for each where several are to win it
    /// (「启动太平湖、牯牛降5A级景区创建工作」).
    fn strive(&mut self, honour: ThingId, recipients: &[ThingId], id: SentenceId) {
        let each = match recipients {
            [_, _, ..] => recipients.iter().copied().map(Some).collect(),
            _ => vec![None],
        };
        for about in each {
            self.draft.facts.targets.push(Target {
                aim: Aim::Honour { honour },
                deadline: self.plan_year.map(Deadline::Year),
                modality: None,
                about,
                part_of: None,
                evidence: vec![id],
                origin: Origin::Extraction,
            });
        }
    }

    /// 「挖掘释放中国天然氧吧品牌效益」: a title that another sentence says is won or sought.
    pub(super) fn honours_again(&mut self, line: &Line, id: SentenceId, found: &mut Found) {
        let text: String = line.sentence.chars.iter().collect();
        for name in self.titles.clone() {
            let Some(begin) = text.find(&name).and_then(|byte| Some(text.get(..byte)?.chars().count()))
            else {
                continue;
            };
            let chars = begin..begin + name.chars().count();
            let known =
                |n: &Name| n.kind == Kind::Honour && n.range.start < chars.end && chars.start < n.range.end;
            if !found.names.iter().any(known) {
                self.enter(line, id, Kind::Honour, &name, chars, found);
            }
        }
    }
}

/// The last token of the name that stands before the verb of a title, its adverbs apart.
fn last_name(line: &Line, subject: &Range<usize>) -> Option<usize> {
    subject.clone().rev().find(|i| !line.is(*i, Tags::ADVERB) && !line.reads(*i, "被"))
}

/// Who is said to hold a title: what the words before the verb name last, or all members of a list there.
fn recipients(
    line: &Line,
    subject: &Range<usize>,
    giver: Option<&Range<usize>>,
    names: &[Name],
) -> Vec<ThingId> {
    let fits = |name: &&Name| {
        matches!(name.kind, Kind::Place | Kind::Organization | Kind::Project)
            && subject.start <= name.range.start
            && name.range.end <= subject.end
            && !(name.range.start > 0 && line.sentence.chars[name.range.start - 1] == '在')
            && giver.is_none_or(|giver| name.range.end <= giver.start || giver.end <= name.range.start)
    };
    let Some(last) = names.iter().filter(fits).max_by_key(|name| (name.range.end, name.range.len())) else {
        return Vec::new();
    };
    let mut out = vec![last.thing];
    let mut start = last.range.start;
    let joined = |at: usize| {
        at > 0 && line.sentence.chars.get(at - 1).is_some_and(|c| matches!(c, '、' | '和' | '及'))
    };
    // 「斋堂镇马栏村和王平镇西王平村」: the town before the village is not in the list itself.
    while let Some(before) = names
        .iter()
        .filter(fits)
        .filter(|name| name.range.end < start)
        .max_by_key(|name| (name.range.end, name.range.len()))
    {
        let gap = line.sentence.cut(before.range.end..start);
        // 「市税务局、人力社保局、融媒体中心」: one in the list that no rule knows parts no others.
        let passes = gap.starts_with('、') && gap.chars().count() <= 12 && !gap.contains('，');
        if !((gap.len() <= 6 || passes) && joined(start)
            || names.iter().any(|n| n.range.end == start && joined(n.range.start)))
        {
            break;
        }
        if passes
            || gap.chars().all(|c| matches!(c, '、' | '和' | '及'))
            || names.iter().any(|n| n.range.end == start)
        {
            out.push(before.thing);
        }
        start = before.range.start;
    }
    out
}
