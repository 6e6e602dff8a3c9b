//! What a report says, as plain data: the language that extraction, curation and mapping share.
//! Nothing here knows of RDF. The definitions of the classes are those of the annotation guide.
//!
//! Things (places, organizations, projects, programmes, honours) are kept in one list and referred to
//! by [`ThingId`]; sentences by [`SentenceId`]. Ids are positions: they hold only inside one [`Facts`].

mod figures;
mod surgery;

use serde::{Deserialize, Serialize};

pub use figures::{Change, ChangeKind, Comparator, Indicator, Observation, Period, Quantity, Ranking};
pub(crate) use surgery::{add_evidence, tidy_aliases};

use crate::span::Span;

/// Position of a sentence in [`Facts::sentences`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SentenceId(pub usize);

/// Position of a thing in [`Facts::things`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ThingId(pub usize);

/// Everything that was read from one report.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The report itself.
    pub report: ReportInfo,
    /// Its sentences in reading order.
    pub sentences: Vec<Sentence>,
    /// Places, organizations, projects, programmes and honours.
    pub things: Vec<Thing>,
    /// How things relate.
    pub relations: Vec<Relation>,
    /// States of projects over time.
    pub statuses: Vec<StatusReport>,
    /// Reported figures.
    pub observations: Vec<Observation>,
    /// What is committed to.
    pub targets: Vec<Target>,
}

/// What is known of the report as a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportInfo {
    /// Its title, e.g. `门头沟区政府工作报告`.
    pub title: String,
    /// The area it reports on.
    pub area: Option<Area>,
    /// The year it looks back on.
    pub review_year: Option<i32>,
    /// The year it plans.
    pub plan_year: Option<i32>,
    /// Length of the file in characters, once decoded.
    pub length: usize,
}

/// An administrative area.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Full official name, e.g. `门头沟区`.
    pub name: String,
    /// Division code (GB/T 2260 and its extensions), e.g. `110109`, where the name is an official one.
    pub code: Option<String>,
}

/// The two halves of a work report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// 工作回顾: what was done.
    Review,
    /// 工作安排: what is to be done.
    Plan,
}

/// A sentence of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands in the file as received.
    pub span: Span,
    /// Its characters as received, without line breaks and stray spaces.
    pub quoted: String,
    /// The same after repairs (words doubled at a page break, Markdown marks): what a person should read.
    pub text: String,
    /// The headings above it, outermost first.
    pub section: Vec<String>,
    /// The half it belongs to, where that is known.
    pub part: Option<Part>,
}

/// Who asserts something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Origin {
    /// Read from the text by rule.
    #[default]
    Extraction,
    /// Entered by a reviewer.
    Curation,
    /// Taken from the official divisions.
    Gazetteer,
}

/// The five classes of things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// 地点: anything named with a position.
    Place,
    /// 组织: a named body that acts.
    Organization,
    /// 项目: an identifiable undertaking that can be finished.
    Project,
    /// 计划: a named plan, campaign or mechanism.
    Programme,
    /// 荣誉: a title, certification or rank of honour.
    Honour,
}

/// A named thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thing {
    /// Its class.
    pub kind: Kind,
    /// Its name: the report's own wording, or the official name of a division.
    pub name: String,
    /// Other wordings, sorted, without `name`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Where it is mentioned, in reading order. Empty only for places that stand here because another
    /// place lies in them (the gazetteer's share).
    #[serde(default)]
    pub mentions: Vec<Mention>,
    /// What kind of place or organization, or which field of projects: an id of the lexicon, e.g.
    /// `town`, `village`, `road`, `company`, `governmentOrgan`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtype: Option<String>,
    /// Division code of a place that has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Year in which an honour was given or a programme dated, where the text says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Level of an honour as written (`全国`, `市级`), where the text says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Who says that it exists.
    #[serde(default)]
    pub origin: Origin,
}

/// One mention of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Mention {
    /// The sentence.
    pub sentence: SentenceId,
    /// The words, in characters of the file as received.
    pub span: Span,
}

/// How two things relate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// The thing the relation is said of.
    pub subject: ThingId,
    /// Which relation.
    pub predicate: Predicate,
    /// The other thing.
    pub object: ThingId,
    /// The sentences that state it; empty only where the origin is the gazetteer.
    pub evidence: Vec<SentenceId>,
    /// Who asserts it.
    pub origin: Origin,
}

/// The relations between things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Predicate {
    /// Project → Place: where the work is.
    LocatedIn,
    /// Place → Place: containment.
    Within,
    /// Project → Organization, in a role.
    Participant(Role),
    /// Project → Programme or Project; Programme → Programme: phases and groups.
    PartOf,
    /// Honour → Place, Organization or Project: who won it or competes for it.
    Recipient(Award),
    /// Honour → Organization: who gave it.
    AwardedBy,
}

/// What an organization does in a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// 规划
    Planner,
    /// 建设、实施
    Builder,
    /// 投资、资助
    Funder,
    /// 合作
    Partner,
    /// 运营
    Operator,
    /// 服务对象
    Beneficiary,
    /// Taking part in a way that the text leaves open.
    Participant,
}

/// Whether an honour was won or is competed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Award {
    /// Won or held.
    Received,
    /// Still to be won.
    Competing,
}

/// The states of a project, in the order in which they usually come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum State {
    /// 规划、拟、探索
    Planned,
    /// 前期、立项、可研、供地、签约
    Preparing,
    /// 启动、开工
    Started,
    /// 在建、推进、进展顺利
    Underway,
    /// 停工
    Suspended,
    /// 重新启动
    Resumed,
    /// 主体完工、封顶
    StructureComplete,
    /// 完工、竣工、建成、验收
    Completed,
    /// 投产、投用、开业、启用
    Operating,
}

/// A project's state in a year, as one or more sentences put it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusReport {
    /// The project.
    pub project: ThingId,
    /// The state.
    pub state: State,
    /// Review part: at the end of the year reviewed; plan part: to be reached in the planned year.
    pub year: Option<i32>,
    /// The sentences that state it.
    pub evidence: Vec<SentenceId>,
    /// Who asserts it.
    pub origin: Origin,
}

/// By when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Deadline {
    /// The end of a year.
    Year(i32),
    /// A span or an open end, as written: `2年`, `3-5年`, `远期`, `“十四五”时期`.
    Horizon(String),
}

/// Something the government commits to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// What is to be reached.
    pub aim: Aim,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// Word of modality as written: `力争`, `确保`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modality: Option<String>,
    /// The place, organization or project it is about, where it is not the report's own area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<ThingId>,
    /// The target that it breaks down: a position in [`Facts::targets`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<usize>,
    /// The sentence that states it.
    pub evidence: Vec<SentenceId>,
    /// Who asserts it.
    pub origin: Origin,
}

/// The three kinds of target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::large_enum_variant, reason = "most targets are quantities, so a box would save little")]
pub enum Aim {
    /// A figure to be reached.
    Quantity {
        /// What is measured.
        indicator: Indicator,
        /// The level; None where only growth is set.
        quantity: Option<Quantity>,
        /// The growth, where set.
        change: Option<Change>,
    },
    /// A state that a project is to reach.
    Milestone {
        /// The project.
        project: ThingId,
        /// The state.
        state: State,
    },
    /// A title to be won.
    Honour {
        /// The title.
        honour: ThingId,
    },
}
