//! How plans are proposed: one rule for each kind of question.
//!
//! A rule looks for the signals of its kind, makes a plan and says which words it took account of. Of all
//! proposals the one that leaves the fewest words over wins; only one that leaves none is carried out.

use oxigraph::model::NamedNode;

use super::case::{Account, Case, Proposal};
use super::index::Class;
use super::linking::Meant;
use super::plan::{HonourAspect, Honours, Plan, Projects};
use super::tokens::Kind;
use super::words::{Sense, Tag};

/// A rule.
type Rule = fn(&Case) -> Option<Proposal>;

/// The rules, the more particular first: of two proposals that leave equally much, the first wins.
const RULES: &[Rule] = &[
    mentions,
    honours,
    super::figures::figures,
    states,
    participants,
    involvement,
    location,
    containers,
    contained,
    projects,
    organizations,
    named,
];

/// The best proposal for a question.
#[must_use]
pub fn best(case: &Case) -> Option<Proposal> {
    let proposals = RULES.iter().filter_map(|rule| rule(case));
    let best = proposals.min_by_key(|proposal| proposal.left.len());
    match best {
        Some(full) if full.left.is_empty() => Some(full),
        // Where the graph holds no fact, a passage may still say everything that was asked.
        partial => super::quotes::quotes(case).or(partial),
    }
}

/// Everything that can be named except figures and titles.
const WORKS: [Class; 4] = [Class::Project, Class::Place, Class::Organization, Class::Programme];

impl Case<'_> {
    /// The pieces that a rule has not taken and that can only be a name.
    fn open(&self, account: &Account) -> Vec<usize> {
        (0..self.reading.tokens.len())
            .filter(|&piece| !account.has(piece) && self.is_content(piece))
            .collect()
    }

    /// Whether a piece names, rather than saying a field or a type.
    fn is_particular(&self, piece: usize) -> bool {
        self.reading.tokens.get(piece).is_some_and(|token| match &token.kind {
            Kind::Name(_) | Kind::Unknown => true,
            Kind::Word(senses) => senses.iter().any(|sense| matches!(sense, Sense::Gloss(_))),
            Kind::Year(_) => false,
        })
    }

    /// Whether a word follows other words: right behind a name it is part of that name (`北京大学`).
    fn is_asked(&self, piece: usize) -> bool {
        let before = piece.checked_sub(1).and_then(|before| self.reading.tokens.get(before));
        before.is_none_or(|token| matches!(token.kind, Kind::Word(_)))
    }

    /// The things of some classes that the untaken words mean, their pieces taken.
    fn take_meant(&self, account: &mut Account, classes: &[Class]) -> Meant {
        let meant = self.meant(classes, &self.open(account));
        account.take_all(&meant.pieces);
        meant
    }
}

/// `…的依据原文是什么`, `What does the report say about …?`
fn mentions(case: &Case) -> Option<Proposal> {
    if !case.reading.has(Tag::Sentence) {
        return None;
    }
    let mut account = case.account();
    let classes = [WORKS.as_slice(), &[Class::Honour, Class::Indicator]].concat();
    let meant = case.take_meant(&mut account, &classes);
    case.take_tags(
        &mut account,
        &[Tag::Sentence, Tag::Where, Tag::Project, Tag::Programme, Tag::Organization],
    );
    (!meant.things.is_empty())
        .then(|| case.propose(Plan::Mentions { things: case.iris(&meant.things) }, &account))
}

/// `马栏村得了什么荣誉`, `Who named … the demonstration area?`, `哪个镇入选了…`
fn honours(case: &Case) -> Option<Proposal> {
    let signals = [Tag::Honour, Tag::Gives, Tag::Wins, Tag::Competes];
    let titles = case.reading.named(case.index, &[Class::Honour]);
    if !case.reading.has_any(&signals) && titles.is_empty() {
        return None;
    }
    let mut account = case.account();
    let bodies = case.reading.named(case.index, &[Class::Place, Class::Organization, Class::Project]);
    let bodies: Vec<_> =
        bodies.into_iter().filter(|(piece, _)| !titles.iter().any(|(title, _)| title == piece)).collect();
    let organs = case.reading.named(case.index, &[Class::Organization]);
    let asks_giver = case.reading.has(Tag::Who) && case.reading.has(Tag::Gives)
        || case.reading.has_any(&[Tag::Organization]) && case.reading.has(Tag::Gives);
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
    let meant = case.take_meant(&mut account, &[Class::Honour]);
    plan.honours = case.iris(&meant.things);
    if plan.aspect == HonourAspect::Title && !plan.honours.is_empty() && plan.recipients.is_empty() {
        plan.aspect = HonourAspect::Recipient;
        for (piece, sense) in case.reading.senses() {
            if matches!(sense, Sense::PlaceType(_) | Sense::OrganizationType(_)) {
                account.take(piece);
            }
        }
        case.take_tags(&mut account, &[Tag::Who, Tag::Organization, Tag::Place]);
    }
    if plan.honours.is_empty()
        && !case.reading.has_any(&[Tag::Honour, Tag::Gives, Tag::Wins])
        && !case.reading.has(Tag::Competes)
    {
        return None;
    }
    if case.reading.has(Tag::Competes) {
        plan.award = Some("competing");
    } else if case.reading.has(Tag::Wins) {
        plan.award = Some("received");
    }
    plan.count = case.reading.has(Tag::HowMany);
    case.take_tags(&mut account, &signals);
    if asks_giver {
        case.take_tags(&mut account, &[Tag::Who, Tag::Organization]);
    }
    Some(case.propose(Plan::Honours(plan), &account))
}

/// `…进展到哪一步了`, `…什么时候完工`, `Is … finished?`
fn states(case: &Case) -> Option<Proposal> {
    let asks =
        case.reading.has_any(&[Tag::Progress, Tag::When, Tag::Whether, Tag::Course, Tag::Target, Tag::Which]);
    let mut account = case.account();
    let mut states = case.states(&mut account);
    if !asks && states.is_empty() {
        return None;
    }
    let when = case.reading.has(Tag::When);
    if !when
        && !states.is_empty()
        && !case.reading.has_any(&[Tag::Whether, Tag::Progress])
        && case.reading.has_any(&[Tag::Which, Tag::Where, Tag::HowMany])
    {
        return None;
    }
    if states.is_empty() && !case.reading.has_any(&[Tag::Progress, Tag::When, Tag::Course]) {
        return None;
    }
    // `斋堂2022年建成的项目` asks for projects.
    if case.reading.has(Tag::Project)
        && !case.reading.has_any(&[Tag::When, Tag::Whether, Tag::Progress, Tag::Course])
    {
        return None;
    }
    case.areas(&mut account);
    let years = case.years(&mut account);
    // The name may hold an area's own; what was taken for the area is not asked of the project's name.
    let meant = case.take_meant(&mut account, &[Class::Project]);
    if meant.things.is_empty() {
        return None;
    }
    case.take_tags(
        &mut account,
        &[Tag::Progress, Tag::When, Tag::Course, Tag::Project, Tag::Target, Tag::Actual, Tag::Whether],
    );
    if !when {
        // Whether a project is finished is answered by what its state is.
        states.clear();
    }
    Some(case.propose(Plan::States { projects: case.iris(&meant.things), states, years }, &account))
}

/// `谁参与了…`, `Who cooperates on …?`
fn participants(case: &Case) -> Option<Proposal> {
    let roles = case.ids(|sense| if let Sense::Role(id) = sense { Some(id) } else { None });
    let asks_who = case.reading.has_any(&[Tag::Who, Tag::Organization]) || !roles.is_empty();
    if !asks_who && !case.reading.has(Tag::TakesPart) {
        return None;
    }
    let mut account = case.account();
    case.areas(&mut account);
    let meant = case.take_meant(&mut account, &[Class::Project]);
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
fn involvement(case: &Case) -> Option<Proposal> {
    if !case.reading.has_any(&[Tag::Doing, Tag::TakesPart, Tag::Who])
        && case.ids(|s| if let Sense::Role(id) = s { Some(id) } else { None }).is_empty()
    {
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
    let whole = case.meant(&[Class::Organization], &open);
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

/// `…在哪里`, `Where is …?`
fn location(case: &Case) -> Option<Proposal> {
    if !case.reading.has(Tag::Where) {
        return None;
    }
    let mut account = case.account();
    let mut meant = case.take_meant(&mut account, &[Class::Project, Class::Place, Class::Organization]);
    let is_project =
        |at: &usize| case.index.things.get(*at).is_some_and(|thing| thing.class == Class::Project);
    let projects: Vec<usize> = meant.things.iter().copied().filter(is_project).collect();
    if case.reading.has(Tag::Project) && !projects.is_empty() {
        meant.things = projects;
    }
    if meant.things.is_empty() {
        return None;
    }
    // `Which projects are located in …?` asks for projects.
    if case.reading.has(Tag::Project) && !meant.things.iter().any(is_project) {
        return None;
    }
    case.areas(&mut account);
    case.states(&mut account);
    case.years(&mut account);
    case.take_tags(&mut account, &[Tag::Where, Tag::Project, Tag::Place, Tag::Inside]);
    Some(case.propose(Plan::Location { things: case.iris(&meant.things) }, &account))
}

/// Division levels, the widest first; what stands at one place is of one level.
const LEVELS: &[&[&str]] = &[
    &["province", "municipality"],
    &["prefecture"],
    &["district", "county", "city"],
    &["town", "township", "subdistrict"],
    &["village", "community"],
];

fn level(kind: &str) -> Option<usize> {
    LEVELS.iter().position(|kinds| kinds.contains(&kind))
}

/// The place types asked for, with their pieces.
fn place_types(case: &Case) -> Vec<(usize, String)> {
    case.ids(|sense| if let Sense::PlaceType(id) = sense { Some(id) } else { None })
}

/// Whether the types asked for are wider than the places named.
fn asks_for_wider(case: &Case, places: &[NamedNode], types: &[(usize, String)]) -> bool {
    let named = places
        .iter()
        .filter_map(|place| case.index.thing(place))
        .flat_map(|t| &t.types)
        .filter_map(|t| level(t))
        .min();
    let asked = types.iter().filter_map(|(_, id)| level(id)).min();
    match (named, asked) {
        (Some(named), Some(asked)) => asked < named,
        (None, Some(asked)) => asked < 4 || case.reading.has(Tag::Inside),
        _ => case.reading.has(Tag::Inside),
    }
}

/// `马栏村在哪个镇`, `Which district does … belong to?`
fn containers(case: &Case) -> Option<Proposal> {
    let types = place_types(case);
    if types.is_empty() && !case.reading.has(Tag::Inside) {
        return None;
    }
    let mut account = case.account();
    account.take_all(&types.iter().map(|(piece, _)| *piece).collect::<Vec<_>>());
    let meant = case.take_meant(&mut account, &[Class::Place, Class::Project]);
    let things = case.iris(&meant.things);
    if things.is_empty() || !asks_for_wider(case, &things, &types) {
        return None;
    }
    case.take_tags(&mut account, &[Tag::Inside, Tag::Where, Tag::Place, Tag::Project, Tag::Contains]);
    let types = types.into_iter().map(|(_, id)| id).collect();
    Some(case.propose(Plan::Containers { things, types }, &account))
}

/// `妙峰山镇有哪些村`, `Which villages of … does the report mention?`
fn contained(case: &Case) -> Option<Proposal> {
    let types = place_types(case);
    if types.is_empty() && !case.reading.has_any(&[Tag::Contains, Tag::Place]) {
        return None;
    }
    let mut account = case.account();
    account.take_all(&types.iter().map(|(piece, _)| *piece).collect::<Vec<_>>());
    let mut places = case.areas(&mut account);
    places.extend(case.places(&mut account));
    if places.is_empty() && account_has_area(case, &account) {
        places.extend(case.reports().filter_map(|report| report.area.clone()));
    }
    if places.is_empty() || asks_for_wider(case, &places, &types) {
        return None;
    }
    case.take_tags(&mut account, &[Tag::Contains, Tag::Place, Tag::Sentence, Tag::Parts]);
    let types = types.into_iter().map(|(_, id)| id).collect();
    Some(case.propose(Plan::Contained { places, types }, &account))
}

/// Whether the report's own area is named in general words (`全区`) that have been taken.
fn account_has_area(case: &Case, account: &Account) -> bool {
    case.reading.senses().any(|(piece, sense)| matches!(sense, Sense::Area(_)) && account.has(piece))
}

/// `斋堂有哪些项目`, `2023年要完工的道路`, `与…合作的项目`
fn projects(case: &Case) -> Option<Proposal> {
    let has_state = case.reading.senses().any(|(_, sense)| matches!(sense, Sense::State(_)));
    let has_topic = case.reading.senses().any(|(_, sense)| matches!(sense, Sense::Topic(_)));
    let asks = case.reading.has_any(&[Tag::Which, Tag::HowMany]);
    if !case.reading.has(Tag::Project) && !(asks && (has_state || has_topic)) && !(has_state && has_topic) {
        return None;
    }
    let mut account = case.account();
    let mut plan = Projects { areas: case.areas(&mut account), ..Projects::default() };
    plan.years = case.years(&mut account);
    plan.states = case.states(&mut account);
    for (piece, things) in case.reading.named(case.index, &[Class::Organization]) {
        account.take(piece);
        plan.organizations.extend(case.iris(&things));
    }
    for (piece, things) in case.reading.named(case.index, &[Class::Programme]) {
        account.take(piece);
        plan.wholes.extend(case.iris(&things));
    }
    plan.places = case.places(&mut account);
    plan.names = kinds(case, &mut account);
    if case.reading.has(Tag::Target) && plan.years.is_empty() {
        plan.years = case.reports().filter_map(|report| report.plan_year).collect();
    }
    plan.count = case.reading.has(Tag::HowMany);
    case.take_tags(
        &mut account,
        &[
            Tag::Project,
            Tag::Where,
            Tag::Target,
            Tag::Actual,
            Tag::TakesPart,
            Tag::Contains,
            Tag::Parts,
            Tag::Programme,
            Tag::Place,
        ],
    );
    if !plan.organizations.is_empty() {
        for (piece, sense) in case.reading.senses() {
            if matches!(sense, Sense::Role(_)) {
                account.take(piece);
            }
        }
    }
    Some(case.propose(Plan::Projects(plan), &account))
}

/// Kinds of projects: what their labels must hold. Unknown words count where some project's label holds them.
fn kinds(case: &Case, account: &mut Account) -> Vec<Vec<String>> {
    let mut kinds = Vec::new();
    for (piece, sense) in case.reading.senses() {
        if let Sense::Topic(words) | Sense::Gloss(words) = sense
            && !account.has(piece)
        {
            account.take(piece);
            kinds.push(words.clone());
        }
    }
    let open = case.open(account);
    let meant = case.meant(&[Class::Project], &open);
    if !open.is_empty() && meant.pieces.len() == open.len() {
        account.take_all(&open);
        kinds.extend(runs(case, &open).into_iter().map(|run| vec![run]));
    }
    kinds
}

/// The words of neighbouring pieces, joined.
fn runs(case: &Case, pieces: &[usize]) -> Vec<String> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for token in pieces.iter().filter_map(|&piece| case.reading.tokens.get(piece)) {
        match runs.last_mut() {
            Some(run) if run.1 == token.begin => run.1 = token.end,
            _ => runs.push((token.begin, token.end)),
        }
    }
    runs.into_iter().map(|(begin, end)| case.reading.words(begin, end)).collect()
}

/// `哪些医药企业落户门头沟`, `Which universities does the report mention?`
fn organizations(case: &Case) -> Option<Proposal> {
    let types = case.ids(|sense| if let Sense::OrganizationType(id) = sense { Some(id) } else { None });
    if types.is_empty() && !case.reading.has_any(&[Tag::Organization, Tag::Who]) {
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
    let types = types.into_iter().map(|(_, id)| id).collect();
    Some(case.propose(Plan::Organizations { types, names }, &account))
}

/// A name and nothing else: what the report says of it.
fn named(case: &Case) -> Option<Proposal> {
    const OTHER: [Tag; 6] = [Tag::HowMany, Tag::Who, Tag::When, Tag::Rank, Tag::Change, Tag::Where];
    if case.reading.has_any(&OTHER) {
        return None;
    }
    let mut account = case.account();
    let classes = [WORKS.as_slice(), &[Class::Honour, Class::Indicator]].concat();
    let meant = case.take_meant(&mut account, &classes);
    case.take_tags(&mut account, &[Tag::Project, Tag::Sentence]);
    (!meant.things.is_empty())
        .then(|| case.propose(Plan::Mentions { things: case.iris(&meant.things) }, &account))
}
