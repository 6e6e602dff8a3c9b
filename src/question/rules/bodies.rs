//! Questions about organizations: who takes part, what a body does, which bodies there are.

use crate::question::case::{Account, Case, Proposal};
use crate::question::index::Class;
use crate::question::linking::Meant;
use crate::question::plan::Plan;
use crate::question::words::{Sense, Tag};

/// `谁参与了…`, `Who cooperates on …?`
pub(super) fn participants(case: &Case) -> Option<Proposal> {
    let roles = case.ids(|sense| if let Sense::Role(id) = sense { Some(id) } else { None });
    let asks_who = case.reading.has_any(&[Tag::Who, Tag::Organization]) || !roles.is_empty();
    if !asks_who && !case.reading.has(Tag::TakesPart) {
        return None;
    }
    let mut account = case.account();
    case.areas(&mut account);
    let meant = case.take_projects(&mut account);
    // `哪些医药企业…` asks for companies of a field, not for those in projects of that field.
    let by_type = case.reading.senses().any(|(_, sense)| matches!(sense, Sense::OrganizationType(_)));
    if meant.things.is_empty() || by_type && !meant.pieces.iter().any(|&piece| case.is_particular(piece)) {
        return None;
    }
    for (piece, sense) in case.reading.senses() {
        if matches!(sense, Sense::Role(_))
            || matches!(sense, Sense::OrganizationType(_)) && case.is_asked(piece)
        {
            account.take(piece);
        }
    }
    case.take_tags(&mut account, &[Tag::TakesPart, Tag::Who, Tag::Organization, Tag::Project]);
    // `合作` is both a role and a word for taking part at all: then every role is meant.
    let open = case.reading.has(Tag::TakesPart);
    let roles = if open { Vec::new() } else { roles.into_iter().map(|(_, id)| id).collect() };
    Some(case.propose(Plan::Participants { projects: case.iris(&meant.things), roles }, &account))
}

/// `…在这份报告里做了什么`, `What does … do in the report?`
pub(super) fn involvement(case: &Case) -> Option<Proposal> {
    if !case.reading.has_any(&[Tag::Doing, Tag::TakesPart, Tag::Who])
        && case.ids(|s| if let Sense::Role(id) = s { Some(id) } else { None }).is_empty()
    {
        return None;
    }
    // `…参与了几个项目` counts projects.
    if case.reading.has(Tag::HowMany) && case.reading.has(Tag::Project) {
        return None;
    }
    let mut account = case.account();
    case.areas(&mut account);
    let meant = bodies_meant(case, &mut account);
    if meant.things.is_empty() || !meant.pieces.iter().any(|&piece| case.is_particular(piece)) {
        return None;
    }
    for (piece, sense) in case.reading.senses() {
        if matches!(sense, Sense::Role(_)) {
            account.take(piece);
        }
    }
    case.take_tags(&mut account, &[Tag::Doing, Tag::TakesPart, Tag::Project, Tag::Organization, Tag::Who]);
    Some(case.propose(Plan::Involvement { organizations: case.iris(&meant.things) }, &account))
}

/// Organizations meant. A part that is named after its body (`清华AI大模型团队`) stands for the body
/// (`清华大学`) where it is the only one that begins so.
fn bodies_meant(case: &Case, account: &mut Account) -> Meant {
    let open = case.open(account);
    let whole = case.meant_each(&[Class::Organization], &open);
    let ending = open.iter().copied().find(|piece| !whole.pieces.contains(piece));
    account.take_all(&whole.pieces);
    let Some(ending) = ending.filter(|_| whole.things.len() == 1) else { return whole };
    let Some(token) = case.reading.tokens.get(ending) else { return whole };
    let word = case.reading.words(token.begin, token.end);
    let label = whole.things.first().map_or(String::new(), |&at| case.index.label(&case.iri(at)).to_owned());
    let is_part = case.words.bodies.parts.iter().any(|part| label.ends_with(part.as_str()));
    let begins = whole
        .pieces
        .first()
        .and_then(|&piece| case.reading.tokens.get(piece))
        .is_some_and(|first| label.starts_with(&case.reading.words(first.begin, token.begin)));
    if is_part && begins && case.words.bodies.endings.contains(&word) {
        account.take(ending);
    }
    whole
}

/// `哪些医药企业落户门头沟`, `Which universities does the report mention?`
pub(super) fn organizations(case: &Case) -> Option<Proposal> {
    let types = case.ids(|sense| if let Sense::OrganizationType(id) = sense { Some(id) } else { None });
    if types.is_empty() && !case.reading.has_any(&[Tag::Organization, Tag::Who]) {
        return None;
    }
    // How many universities an area has is more than how many its report mentions.
    if case.reading.has(Tag::HowMany) && !case.reading.has(Tag::Sentence) {
        return None;
    }
    let mut account = case.account();
    case.areas(&mut account);
    account.take_all(&types.iter().map(|(piece, _)| *piece).collect::<Vec<_>>());
    let mut names = Vec::new();
    for (piece, sense) in case.reading.senses() {
        if let Sense::Topic(words) = sense {
            account.take(piece);
            names.push(words.clone());
        }
    }
    case.take_tags(&mut account, &[Tag::Organization, Tag::TakesPart, Tag::Sentence, Tag::Who]);
    // `谁` alone asks for no body in particular.
    if types.is_empty() && names.is_empty() && !case.reading.has(Tag::Organization) {
        return None;
    }
    let types = types.into_iter().map(|(_, id)| id).collect();
    Some(case.propose(Plan::Organizations { types, names }, &account))
}
