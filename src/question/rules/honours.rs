//! Questions about titles, who won them and who gave them.

use crate::question::case::{Account, Case, Proposal};
use crate::question::index::{Class, ReportEntry};
use crate::question::plan::{HonourAspect, Honours, Plan};
use crate::question::reading::Language;
use crate::question::words::{Sense, Tag};

/// `马栏村得了什么荣誉`, `Who named … the demonstration area?`, `哪个镇入选了…`
pub(super) fn honours(case: &Case) -> Option<Proposal> {
    let signals = [Tag::Honour, Tag::Gives, Tag::Wins, Tag::Competes];
    let titles = case.reading.named(case.index, &[Class::Honour]);
    let asks_whose = case.reading.has_any(&[Tag::Which, Tag::Who]);
    if !case.reading.has_any(&signals) && titles.is_empty() && !asks_whose {
        return None;
    }
    let mut account = case.account();
    let bodies = case.reading.named(case.index, &[Class::Place, Class::Organization, Class::Project]);
    let bodies: Vec<_> =
        bodies.into_iter().filter(|(piece, _)| !titles.iter().any(|(title, _)| title == piece)).collect();
    let organs = case.reading.named(case.index, &[Class::Organization]);
    let to_whom = asks_to_whom(case);
    let asks_giver =
        case.reading.has_any(&[Tag::Who, Tag::Organization]) && case.reading.has(Tag::Gives) && !to_whom;
    let mut plan = Honours::default();
    account.take_all(&bodies.iter().map(|(piece, _)| *piece).collect::<Vec<_>>());
    let all = |named: &[(usize, Vec<usize>)]| {
        case.iris(&named.iter().flat_map(|(_, t)| t.clone()).collect::<Vec<_>>())
    };
    if asks_giver {
        plan.aspect = HonourAspect::Giver;
        plan.recipients = all(&bodies);
    } else if case.reading.has(Tag::Gives) && !organs.is_empty() {
        plan.givers = all(&organs);
        plan.recipients = all(&bodies
            .into_iter()
            .filter(|(piece, _)| !organs.iter().any(|(organ, _)| organ == piece))
            .collect::<Vec<_>>());
    } else {
        plan.recipients = all(&bodies);
    }
    case.areas(&mut account);
    if plan.recipients.is_empty() && plan.givers.is_empty() && case.names_area_in_words() {
        plan.recipients = case.reports().filter_map(|report| report.area.clone()).collect();
    }
    let meant = case.take_meant(&mut account, &[Class::Honour]);
    plan.honours = case.iris(&meant.things);
    // A recipient may be named in part (`遨博` of 遨博（北京）智能).
    if plan.recipients.is_empty() && plan.givers.is_empty() {
        let gives = case.reading.has(Tag::Gives) && !asks_giver && plan.honours.is_empty();
        let classes: &[Class] =
            if gives { &[Class::Organization] } else { &[Class::Place, Class::Organization, Class::Project] };
        let bodies = case.take_meant(&mut account, classes);
        let named = if gives { &mut plan.givers } else { &mut plan.recipients };
        *named = case.iris(&bodies.things);
    }
    let names_title = !plan.honours.is_empty() && plan.recipients.is_empty();
    if plan.aspect == HonourAspect::Title && (names_title || to_whom) {
        plan.aspect = HonourAspect::Recipient;
        for (piece, sense) in case.reading.senses() {
            if matches!(sense, Sense::PlaceType(_) | Sense::OrganizationType(_)) {
                account.take(piece);
            }
        }
        case.take_tags(&mut account, &[Tag::Who, Tag::Organization, Tag::Place, Tag::Where]);
    }
    let named = meant.pieces.iter().any(|&piece| case.is_particular(piece));
    if !case.reading.has_any(&signals) && !named {
        return None;
    }
    plan.award = if case.reading.has(Tag::Competes) {
        Some("competing")
    } else {
        Some("received").filter(|_| case.reading.has(Tag::Wins))
    };
    take_year(case, &mut account, &mut plan);
    case.take_tags(&mut account, &signals);
    if asks_giver {
        case.take_tags(&mut account, &[Tag::Who, Tag::Organization]);
    }
    Some(case.propose(Plan::Honours(plan), &account))
}

/// `授予了谁`, `给谁颁了…`: who got it is asked, and not who gave it.
fn asks_to_whom(case: &Case) -> bool {
    let whom =
        case.reading.senses().filter(|(_, sense)| **sense == Sense::Tag(Tag::Who)).map(|(piece, _)| piece);
    let mut before = whom.filter_map(|piece| piece.checked_sub(1));
    before.any(|piece| {
        let gives = case.reading.senses().any(|(at, sense)| at == piece && *sense == Sense::Tag(Tag::Gives));
        let token = case.reading.tokens.get(piece);
        let words = token.map_or_else(String::new, |token| case.reading.words(token.begin, token.end));
        case.reading.language == Language::Chinese && (gives || words.ends_with('给'))
    })
}

/// A report tells what was won in the year that it reviews, and what is to be won in the year that it plans.
fn take_year(case: &Case, account: &mut Account, plan: &mut Honours) {
    let mut with_year = account.clone();
    let [year] = case.years(&mut with_year)[..] else { return };
    let of = |of: fn(&ReportEntry) -> Option<i32>| case.reports().any(|report| of(report) == Some(year));
    let award = match plan.award {
        Some("competing") if of(|report| report.plan_year) => Some("competing"),
        None | Some("received") if of(|report| report.review_year) => Some("received"),
        _ => return,
    };
    plan.award = award;
    *account = with_year;
}
