//! The ontology of government work reports: its classes, properties, concepts and schemes, in the order
//! in which `ontology/zhengtu.ttl` defines them.

/// The namespace of all its terms.
pub const NAMESPACE: &str = "https://w3id.org/zhengtu/ns#";

/// Classes.
pub mod class {
    vocabulary! { "https://w3id.org/zhengtu/ns#";
        // Documents
        /// A government work report.
        REPORT = "Report";
        /// A sentence of a report.
        SENTENCE = "Sentence";
        // Things
        /// Anything named with a position.
        PLACE = "Place";
        /// A named body that acts.
        ORGANIZATION = "Organization";
        /// An undertaking that can be finished.
        PROJECT = "Project";
        /// A named plan, campaign or mechanism.
        PROGRAMME = "Programme";
        /// A title, certification or rank of honour.
        HONOUR = "Honour";
        /// What is measured.
        INDICATOR = "Indicator";
        // Facts
        /// A project's state in a year.
        STATUS_REPORT = "StatusReport";
        /// An organization's part in a project.
        PARTICIPATION = "Participation";
        /// A reported figure.
        OBSERVATION = "Observation";
        /// Something that the government commits to.
        TARGET = "Target";
        /// A figure to be reached.
        QUANTITY_TARGET = "QuantityTarget";
        /// A state that a project is to reach.
        MILESTONE_TARGET = "MilestoneTarget";
        /// A title to be won.
        HONOUR_TARGET = "HonourTarget";
        /// A place in a comparison.
        RANKING = "Ranking";
        // Concepts
        /// A state of a project.
        PROJECT_STATE = "ProjectState";
        /// What an organization does in a project.
        ROLE = "Role";
        /// How a stated value bounds the true one.
        COMPARATOR = "Comparator";
        /// How a change is to be read.
        CHANGE_KIND = "ChangeKind";
        /// A half of a report.
        REPORT_PART = "ReportPart";
        /// Who asserts something.
        ORIGIN = "Origin";
        /// Whether an honour was won or is competed for.
        AWARD_STATUS = "AwardStatus";
        /// A type of places.
        PLACE_TYPE = "PlaceType";
        /// A type of organizations.
        ORGANIZATION_TYPE = "OrganizationType";
    }
}

/// Properties.
pub mod property {
    vocabulary! { "https://w3id.org/zhengtu/ns#";
        // Proof
        /// Thing → Sentence that names it.
        MENTIONED_IN = "mentionedIn";
        /// Fact or statement → Sentence that states it.
        EVIDENCE = "evidence";
        /// Thing, fact or statement → Origin.
        ASSERTED_BY = "assertedBy";
        // Reports and sentences
        /// Sentence → Report.
        REPORT = "report";
        /// The headings above a sentence, outermost first, joined by ` / `.
        SECTION = "section";
        /// Sentence → `review` or `plan`.
        PART = "part";
        /// A sentence with the defects of the file repaired, where that changes it.
        REPAIRED_TEXT = "repairedText";
        /// The year that a report looks back on.
        REVIEW_YEAR = "reviewYear";
        /// The year that a report plans.
        PLAN_YEAR = "planYear";
        /// Report, observation or target → Place it covers.
        AREA = "area";
        // Things
        /// Place → Place that contains it.
        WITHIN = "within";
        /// Place → PlaceType.
        PLACE_TYPE = "placeType";
        /// Official division code.
        DIVISION_CODE = "divisionCode";
        /// Organization → OrganizationType.
        ORGANIZATION_TYPE = "organizationType";
        /// Id of the field of work that a project or programme belongs to.
        FIELD = "field";
        /// Project → Place where the work is.
        LOCATED_IN = "locatedIn";
        /// Project → Organization that takes part.
        PARTICIPANT = "participant";
        /// Project → Participation.
        PARTICIPATION = "participation";
        /// Project, programme, observation or target → the whole it is part of.
        PART_OF = "partOf";
        /// Project → its latest state.
        STATUS = "status";
        /// Project → StatusReport.
        STATUS_REPORT = "statusReport";
        /// Honour (or honour target) → who won it or competes for it.
        RECIPIENT = "recipient";
        /// Honour → Organization that gave it.
        AWARDED_BY = "awardedBy";
        /// Statement → `received` or `competing`.
        AWARD_STATUS = "awardStatus";
        /// Level of an honour, as written.
        LEVEL = "level";
        // Facts
        /// Status report or milestone → ProjectState.
        STATE = "state";
        /// Calendar year of a state, an honour or a programme.
        YEAR = "year";
        /// Participation → Organization.
        ORGANIZATION = "organization";
        /// Participation → Role.
        ROLE = "role";
        /// Milestone → Project.
        PROJECT = "project";
        /// Honour target → Honour.
        HONOUR = "honour";
        /// Figure → the thing it is about, where that is not the report's area.
        CONCERNS = "concerns";
        /// By the end of which year.
        DEADLINE = "deadline";
        /// A span or open end, as written.
        HORIZON = "horizon";
        /// Word of modality, as written.
        MODALITY = "modality";
        // Figures
        /// Observation or quantity target → Indicator.
        INDICATOR = "indicator";
        /// The number, in `unit`.
        VALUE = "value";
        /// The unit as written.
        UNIT = "unit";
        /// The number in the base unit.
        BASE_VALUE = "baseValue";
        /// The base unit.
        BASE_UNIT = "baseUnit";
        /// Lower end of a range, in `unit`.
        MIN_VALUE = "minValue";
        /// Upper end of a range, in `unit`.
        MAX_VALUE = "maxValue";
        /// How the value bounds the true one.
        COMPARATOR = "comparator";
        /// The report's own words for a quantity or a rank.
        WORDING = "wording";
        /// The calendar year that a figure lies in or ends in.
        PERIOD = "period";
        /// The words for a period that is not just a year.
        PERIOD_WORDING = "periodWording";
        /// The signed change.
        CHANGE_VALUE = "changeValue";
        /// The unit of the change.
        CHANGE_UNIT = "changeUnit";
        /// How to read the change.
        CHANGE_KIND = "changeKind";
        /// How the stated change bounds the true one.
        CHANGE_COMPARATOR = "changeComparator";
        /// What the change is measured against, as written.
        CHANGE_AGAINST = "changeAgainst";
        /// The report's own words for the change.
        CHANGE_WORDING = "changeWording";
        /// Observation → Ranking.
        RANKING = "ranking";
        /// Place in the ranking; 1 is best.
        POSITION = "position";
        /// Among what it is ranked.
        SCOPE = "scope";
        /// Of how many.
        OUT_OF = "outOf";
        /// What is ranked, where it is not the figure itself.
        RANKING_ASPECT = "rankingAspect";
    }
}

/// Concepts: the values of closed lists.
pub mod concept {
    vocabulary! { "https://w3id.org/zhengtu/ns#";
        // States
        /// 规划
        PLANNED = "planned";
        /// 前期
        PREPARING = "preparing";
        /// 启动
        STARTED = "started";
        /// 在建
        UNDERWAY = "underway";
        /// 停工
        SUSPENDED = "suspended";
        /// 重新启动
        RESUMED = "resumed";
        /// 主体完工
        STRUCTURE_COMPLETE = "structureComplete";
        /// 完工
        COMPLETED = "completed";
        /// 投用
        OPERATING = "operating";
        // Roles
        /// 规划
        PLANNER = "planner";
        /// 建设
        BUILDER = "builder";
        /// 投资
        FUNDER = "funder";
        /// 合作
        PARTNER = "partner";
        /// 运营
        OPERATOR = "operator";
        /// 服务对象
        BENEFICIARY = "beneficiary";
        /// A role that the text leaves open.
        UNSPECIFIED_ROLE = "unspecifiedRole";
        // Comparators
        /// =
        EQUAL = "equal";
        /// ≥
        AT_LEAST = "atLeast";
        /// >
        MORE_THAN = "moreThan";
        /// ≤
        AT_MOST = "atMost";
        /// <
        LESS_THAN = "lessThan";
        /// ≈
        ABOUT = "about";
        /// min – max
        RANGE = "range";
        /// 与上年持平
        SAME_AS_PREVIOUS = "sameAsPrevious";
        // Kinds of change
        /// In per cent.
        RELATIVE = "relative";
        /// In units or percentage points.
        ABSOLUTE = "absolute";
        /// As a multiple.
        RATIO = "ratio";
        // Halves of a report
        /// 工作回顾
        REVIEW = "review";
        /// 工作安排
        PLAN = "plan";
        // Origins
        /// Read by rule.
        EXTRACTION = "extraction";
        /// Entered by a reviewer.
        CURATION = "curation";
        /// From the official divisions.
        GAZETTEER = "gazetteer";
        // Award statuses
        /// Won or held.
        RECEIVED = "received";
        /// Still to be won.
        COMPETING = "competing";
        // Types of places
        /// 国家
        COUNTRY = "country";
        /// 省级行政区
        PROVINCE = "province";
        /// 直辖市
        MUNICIPALITY = "municipality";
        /// 地级行政区
        PREFECTURE = "prefecture";
        /// 市
        CITY = "city";
        /// 县级行政区
        COUNTY = "county";
        /// 市辖区
        DISTRICT = "district";
        /// 镇
        TOWN = "town";
        /// 乡
        TOWNSHIP = "township";
        /// 街道
        SUBDISTRICT = "subdistrict";
        /// 村
        VILLAGE = "village";
        /// 社区
        COMMUNITY = "community";
        /// 区域
        REGION = "region";
        /// 河流
        RIVER = "river";
        /// 山
        MOUNTAIN = "mountain";
        /// 湖库
        LAKE = "lake";
        /// 海
        SEA = "sea";
        /// 湿地
        WETLAND = "wetland";
        /// 保护区
        RESERVE = "reserve";
        /// 道路
        ROAD = "road";
        /// 铁路
        RAILWAY = "railway";
        /// 景区
        SCENIC_AREA = "scenicArea";
        /// 公园
        PARK = "park";
        /// 商圈
        BUSINESS_DISTRICT = "businessDistrict";
        /// 产业园区
        INDUSTRIAL_PARK = "industrialPark";
        /// 居住区
        RESIDENTIAL_AREA = "residentialArea";
        /// 街区
        STREET_BLOCK = "streetBlock";
        /// 设施
        FACILITY = "facility";
        // Types of organizations
        /// 政府机关
        GOVERNMENT_ORGAN = "governmentOrgan";
        /// 党的机关
        PARTY_ORGAN = "partyOrgan";
        /// 人大、政协
        CONGRESS_ORGAN = "congressOrgan";
        /// 企业
        COMPANY = "company";
        /// 医院
        HOSPITAL = "hospital";
        /// 学校
        SCHOOL = "school";
        /// 科研机构
        RESEARCH_BODY = "researchBody";
        /// 媒体
        MEDIA = "media";
        /// 社会团体
        ASSOCIATION = "association";
        /// 团队
        TEAM = "team";
        /// 银行
        BANK = "bank";
        /// 军事机关
        MILITARY_ORGAN = "militaryOrgan";
        /// 其他组织
        OTHER_ORGANIZATION = "otherOrganization";
    }
}

/// Concept schemes: the closed lists themselves.
pub mod scheme {
    vocabulary! { "https://w3id.org/zhengtu/ns#";
        /// The states.
        PROJECT_STATES = "projectStates";
        /// The roles.
        ROLES = "roles";
        /// The comparators.
        COMPARATORS = "comparators";
        /// The kinds of change.
        CHANGE_KINDS = "changeKinds";
        /// The halves of a report.
        REPORT_PARTS = "reportParts";
        /// The origins of assertions.
        ORIGINS = "origins";
        /// Won, or competed for.
        AWARD_STATUSES = "awardStatuses";
        /// The types of places.
        PLACE_TYPES = "placeTypes";
        /// The types of organizations.
        ORGANIZATION_TYPES = "organizationTypes";
    }
}
