//! From the closed lists of the facts to the concepts of the ontology, and to the Chinese words that labels
//! use for them.

use oxigraph::model::NamedNodeRef;

use crate::facts::{Award, ChangeKind, Comparator, Origin, Part, Role, State};
use crate::vocabulary::zt::{self, concept};

type Concept = NamedNodeRef<'static>;

pub(super) const fn state(state: State) -> Concept {
    match state {
        State::Planned => concept::PLANNED,
        State::Preparing => concept::PREPARING,
        State::Started => concept::STARTED,
        State::Underway => concept::UNDERWAY,
        State::Suspended => concept::SUSPENDED,
        State::Resumed => concept::RESUMED,
        State::StructureComplete => concept::STRUCTURE_COMPLETE,
        State::Completed => concept::COMPLETED,
        State::Operating => concept::OPERATING,
    }
}

pub(super) const fn state_words(state: State) -> &'static str {
    match state {
        State::Planned => "规划",
        State::Preparing => "前期",
        State::Started => "启动",
        State::Underway => "在建",
        State::Suspended => "停工",
        State::Resumed => "重新启动",
        State::StructureComplete => "主体完工",
        State::Completed => "完工",
        State::Operating => "投用",
    }
}

pub(super) const fn role(role: Role) -> Concept {
    match role {
        Role::Planner => concept::PLANNER,
        Role::Builder => concept::BUILDER,
        Role::Funder => concept::FUNDER,
        Role::Partner => concept::PARTNER,
        Role::Operator => concept::OPERATOR,
        Role::Beneficiary => concept::BENEFICIARY,
        Role::Participant => concept::UNSPECIFIED_ROLE,
    }
}

pub(super) const fn role_words(role: Role) -> &'static str {
    match role {
        Role::Planner => "规划",
        Role::Builder => "建设",
        Role::Funder => "投资",
        Role::Partner => "合作",
        Role::Operator => "运营",
        Role::Beneficiary => "服务对象",
        Role::Participant => "参与",
    }
}

pub(super) const fn comparator(comparator: Comparator) -> Concept {
    match comparator {
        Comparator::Equal => concept::EQUAL,
        Comparator::AtLeast => concept::AT_LEAST,
        Comparator::MoreThan => concept::MORE_THAN,
        Comparator::AtMost => concept::AT_MOST,
        Comparator::LessThan => concept::LESS_THAN,
        Comparator::About => concept::ABOUT,
        Comparator::Range => concept::RANGE,
        Comparator::SameAsPrevious => concept::SAME_AS_PREVIOUS,
    }
}

pub(super) const fn change_kind(kind: ChangeKind) -> Concept {
    match kind {
        ChangeKind::Relative => concept::RELATIVE,
        ChangeKind::Absolute => concept::ABSOLUTE,
        ChangeKind::Ratio => concept::RATIO,
    }
}

pub(super) const fn part(part: Part) -> Concept {
    match part {
        Part::Review => concept::REVIEW,
        Part::Plan => concept::PLAN,
    }
}

pub(super) const fn origin(origin: Origin) -> Concept {
    match origin {
        Origin::Extraction => concept::EXTRACTION,
        Origin::Curation => concept::CURATION,
        Origin::Gazetteer => concept::GAZETTEER,
    }
}

pub(super) const fn award(award: Award) -> Concept {
    match award {
        Award::Received => concept::RECEIVED,
        Award::Competing => concept::COMPETING,
    }
}

const PLACE_TYPES: &[Concept] = &[
    concept::COUNTRY,
    concept::PROVINCE,
    concept::MUNICIPALITY,
    concept::PREFECTURE,
    concept::CITY,
    concept::COUNTY,
    concept::DISTRICT,
    concept::TOWN,
    concept::TOWNSHIP,
    concept::SUBDISTRICT,
    concept::VILLAGE,
    concept::COMMUNITY,
    concept::REGION,
    concept::RIVER,
    concept::MOUNTAIN,
    concept::LAKE,
    concept::SEA,
    concept::WETLAND,
    concept::RESERVE,
    concept::ROAD,
    concept::RAILWAY,
    concept::SCENIC_AREA,
    concept::PARK,
    concept::BUSINESS_DISTRICT,
    concept::INDUSTRIAL_PARK,
    concept::RESIDENTIAL_AREA,
    concept::STREET_BLOCK,
    concept::FACILITY,
];

const ORGANIZATION_TYPES: &[Concept] = &[
    concept::GOVERNMENT_ORGAN,
    concept::PARTY_ORGAN,
    concept::CONGRESS_ORGAN,
    concept::COMPANY,
    concept::HOSPITAL,
    concept::SCHOOL,
    concept::RESEARCH_BODY,
    concept::MEDIA,
    concept::ASSOCIATION,
    concept::TEAM,
    concept::BANK,
    concept::MILITARY_ORGAN,
    concept::OTHER_ORGANIZATION,
];

/// The type of place with this id; None where the ontology knows no such type.
pub(super) fn place_type(id: &str) -> Option<Concept> {
    by_id(PLACE_TYPES, id)
}

/// The type of organization with this id; None where the ontology knows no such type.
pub(super) fn organization_type(id: &str) -> Option<Concept> {
    by_id(ORGANIZATION_TYPES, id)
}

fn by_id(types: &[Concept], id: &str) -> Option<Concept> {
    types.iter().copied().find(|concept| concept.as_str().strip_prefix(zt::NAMESPACE) == Some(id))
}
