//! The words of answers, in Chinese and English.

use oxigraph::model::NamedNode;

use super::index::FigureClass;
use super::plan::{Also, Aspect, Figures, HonourAspect, Honours, Plan, Projects, Selection};
use super::reading::Language;
use super::source::Row;
use super::words::Words;

/// Puts facts into the words of a language.
#[derive(Debug, Clone, Copy)]
pub struct Phrases<'a> {
    /// The language.
    pub language: Language,
    /// The lexicon, for the names of states, roles and types.
    pub words: &'a Words,
}

impl Phrases<'_> {
    pub(super) const fn choose<'b>(&self, zh: &'b str, en: &'b str) -> &'b str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    /// Between statements.
    #[must_use]
    pub const fn semicolon(&self) -> &'static str {
        match self.language {
            Language::Chinese => "；",
            Language::English => "; ",
        }
    }

    /// Between members of a list.
    #[must_use]
    pub const fn comma(&self) -> &'static str {
        match self.language {
            Language::Chinese => "、",
            Language::English => ", ",
        }
    }

    /// The name of a state, role or type.
    #[must_use]
    pub fn concept(&self, id: &str) -> String {
        let label = self.words.label(id);
        label.map_or_else(
            || self.choose("参与", "participant").to_owned(),
            |label| self.choose(&label.zh, &label.en).to_owned(),
        )
    }

    /// `2022年：完工`
    #[must_use]
    pub fn state(&self, state: &str, year: Option<i64>) -> String {
        let name = self.concept(state);
        match (year, self.language) {
            (None, _) => name,
            (Some(year), Language::Chinese) => format!("{year}年：{name}"),
            (Some(year), Language::English) => format!("{year}: {name}"),
        }
    }

    /// `2022年`
    #[must_use]
    pub fn year(&self, year: i32) -> String {
        format!("{year}{}", self.choose("年", ""))
    }

    /// `在斋堂镇`
    #[must_use]
    pub fn in_place(&self, place: &str) -> String {
        match self.language {
            Language::Chinese => format!("在{place}"),
            Language::English => format!("in {place}"),
        }
    }

    /// `含马栏村`
    #[must_use]
    pub fn contains(&self, thing: &str) -> String {
        match self.language {
            Language::Chinese => format!("{thing}在其中"),
            Language::English => format!("contains {thing}"),
        }
    }

    /// `合作：…项目`
    #[must_use]
    pub fn pair(&self, name: &str, of: &str) -> String {
        match self.language {
            Language::Chinese => format!("{name}：{of}"),
            Language::English => format!("{name}: {of}"),
        }
    }

    /// `项目的总投资`
    #[must_use]
    pub fn of(&self, whole: &str, part: &str) -> String {
        match self.language {
            Language::Chinese => format!("{whole}：{part}"),
            Language::English => format!("{part} of {whole}"),
        }
    }

    /// `属于门头沟区、北京市`
    #[must_use]
    pub fn chain(&self, places: &[&str]) -> String {
        if places.is_empty() {
            return String::new();
        }
        format!("{}{}", self.choose("属", "in "), places.join(self.comma()))
    }

    /// `2022年`, `2023年目标`, `目标，用3-5年时间`
    #[must_use]
    pub fn figure_time(&self, row: &Row) -> String {
        let target = row.local("class") == Some("QuantityTarget");
        let period = row.text("periodWording").or_else(|| row.text("horizon")).unwrap_or_default();
        match (self.language, row.number("year")) {
            (Language::Chinese, year) => {
                let year = year.map(|year| format!("{year}年")).unwrap_or_default();
                format!("{year}{period}{}", if target { "目标" } else { "" })
            }
            (Language::English, year) => {
                let year = year.map(|year| year.to_string()).unwrap_or_default();
                let time = [year.as_str(), period]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ");
                if target { format!("target for {time}").replace("target for  ", "target") } else { time }
            }
        }
    }

    /// `报告里没有2010年的数`, where the answer is of the year that the report reviews.
    #[must_use]
    pub fn no_figure_for(&self, years: &[i32]) -> String {
        match (years.is_empty(), self.language) {
            (true, _) => String::new(),
            (false, Language::Chinese) => format!("报告里没有{}年的数", self.years(years)),
            (false, Language::English) => format!("the report gives none for {}", self.years(years)),
        }
    }

    /// `报告里有2022年的数`, where another year was asked for.
    #[must_use]
    pub fn told_of_years(&self, years: &[i32]) -> String {
        match (years.is_empty(), self.language) {
            (true, _) => String::new(),
            (false, Language::Chinese) => format!("报告里有{}年的数。", self.years(years)),
            (false, Language::English) => format!("The report tells of {}.", self.years(years)),
        }
    }

    /// What the Chinese wording of a figure says, in English.
    #[must_use]
    pub fn figure_english(&self, row: &Row) -> String {
        let change = row.text("changeValue").unwrap_or_default();
        if change.is_empty() {
            return String::new();
        }
        let sign = if change.starts_with('-') { "" } else { "+" };
        format!("change {sign}{change} {}", row.text("changeUnit").unwrap_or_default()).trim_end().to_owned()
    }

    /// Of an honour, what was not asked for.
    #[must_use]
    pub fn honour(&self, row: &Row, aspect: HonourAspect) -> String {
        let text = |name: &str| row.text(name).unwrap_or_default();
        let mut parts = Vec::new();
        if aspect != HonourAspect::Title {
            parts.push(text("label").to_owned());
        }
        if aspect != HonourAspect::Recipient {
            parts.push(self.pair(self.choose("获得者", "recipient"), text("recipientLabel")));
        }
        if aspect != HonourAspect::Giver && !text("giverLabel").is_empty() {
            parts.push(self.pair(self.choose("颁发", "given by"), text("giverLabel")));
        }
        if row.local("award") == Some("competing") {
            parts.push(self.choose("正在争创", "competing for it").to_owned());
        }
        if let Some(year) = row.number("year") {
            parts.push(year.to_string());
        }
        parts.join(self.comma())
    }

    /// What is counted, and the word that counts it.
    #[must_use]
    pub const fn counted(&self, plan: &Plan) -> (&'static str, &'static str) {
        let (zh, unit, en) = match plan {
            Plan::Honours(_) => ("荣誉", "项", "honours"),
            Plan::Contained { .. } => ("地点", "个", "places"),
            Plan::Organizations { .. } | Plan::Participants { .. } => ("组织", "个", "organizations"),
            Plan::Figures(_) => ("指标数", "项", "figures"),
            _ => ("项目", "个", "projects"),
        };
        match self.language {
            Language::Chinese => (zh, unit),
            Language::English => (en, ""),
        }
    }

    /// How a question was understood.
    #[must_use]
    pub fn understood(&self, plan: &Plan, label: &dyn Fn(&NamedNode) -> String) -> String {
        let list = |iris: &[NamedNode]| {
            let mut labels: Vec<String> = iris.iter().map(label).collect();
            labels.dedup();
            labels.join(self.comma())
        };
        let concepts = |ids: &[String]| {
            ids.iter().map(|id| self.concept(id)).collect::<Vec<_>>().join(self.choose("或", " or "))
        };
        let mut parts: Vec<String> = Vec::new();
        let mut add = |name: &str, value: String| {
            if !value.is_empty() {
                parts.push(self.pair(name, &value));
            }
        };
        match plan {
            Plan::Projects(selection) => return self.selection(selection, &list, &concepts),
            Plan::Location { things } => add(self.choose("所在地", "location of"), list(things)),
            Plan::States { projects, states, years } => {
                add(self.choose("项目状态", "state of project"), list(projects));
                add(self.choose("状态", "state"), concepts(states));
                add(self.choose("年份", "year"), self.years(years));
            }
            Plan::Figures(figures) => self.figures(figures, &list, &mut add),
            Plan::Participants { projects, roles } => {
                add(self.choose("参与者", "who takes part in"), list(projects));
                add(self.choose("角色", "role"), concepts(roles));
            }
            Plan::Involvement { organizations } => {
                add(self.choose("所做的事", "what is done by"), list(organizations))
            }
            Plan::Organizations { types, names } => {
                add(self.choose("组织", "organizations"), concepts(types));
                add(self.choose("名称含", "name holds"), any(names));
            }
            Plan::Honours(honours) => self.honours(honours, &list, &mut add),
            Plan::Contained { places, types } => {
                add(self.choose("其中的地点", "places inside"), list(places));
                add(self.choose("类型", "type"), concepts(types));
            }
            Plan::Containers { things, types } => {
                add(self.choose("所属", "what contains"), list(things));
                add(self.choose("类型", "type"), concepts(types));
            }
            Plan::Quotes { words, .. } => {
                add(self.choose("原文含", "passages that say"), words.join(self.comma()));
            }
            Plan::Counted(counted) => add(self.choose("数目", "number of"), self.understood(counted, label)),
            Plan::Mentions { things } => add(self.choose("原文", "what the report says of"), list(things)),
        }
        parts.join(self.semicolon())
    }

    /// What a list leaves unsaid that was asked for.
    #[must_use]
    pub const fn unsaid(&self, also: Also) -> &'static str {
        match also {
            Also::Participants => self.choose("报告没有说谁参与", "the report names nobody"),
            Also::Place => self.choose("报告没有说在哪里", "the report does not say where"),
            Also::States => self.choose("报告没有说进展", "the report tells no state"),
        }
    }

    fn selection(
        &self,
        selection: &Selection,
        list: &dyn Fn(&[NamedNode]) -> String,
        concepts: &dyn Fn(&[String]) -> String,
    ) -> String {
        let each = selection.any.iter().map(|projects| {
            let mut parts = Vec::new();
            self.projects(projects, list, concepts, &mut |name, value| {
                if !value.is_empty() {
                    parts.push(self.pair(name, &value));
                }
            });
            parts.join(self.semicolon())
        });
        let mut said = each.collect::<Vec<_>>().join(self.choose("；或者", "; or "));
        if let Some(also) = selection.also {
            let beside = match also {
                Also::Participants => self.choose("参与者", "who takes part"),
                Also::Place => self.choose("所在地", "location"),
                Also::States => self.choose("状态", "states"),
            };
            said = [said, self.pair(self.choose("各自的", "of each"), beside)].join(self.semicolon());
        }
        said
    }

    fn projects(
        &self,
        projects: &Projects,
        list: &dyn Fn(&[NamedNode]) -> String,
        concepts: &dyn Fn(&[String]) -> String,
        add: &mut dyn FnMut(&str, String),
    ) {
        let all = if projects.places.is_empty() && projects.areas.is_empty() {
            self.choose("全部", "all")
        } else {
            ""
        };
        let place = [list(&projects.areas), list(&projects.places), all.to_owned()];
        let place: Vec<&str> = place.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        add(self.choose("项目，所在", "projects in"), place.join(self.comma()));
        add(self.choose("状态", "state"), concepts(&projects.states));
        add(self.choose("年份", "year"), self.years(&projects.years));
        add(self.choose("名称含", "name holds"), any(&projects.names));
        add(self.choose("参与者", "participant"), list(&projects.organizations));
        add(self.choose("属于", "part of"), list(&projects.wholes));
    }

    fn figures(
        &self,
        figures: &Figures,
        list: &dyn Fn(&[NamedNode]) -> String,
        add: &mut dyn FnMut(&str, String),
    ) {
        let classes: Vec<&str> = figures
            .classes
            .iter()
            .map(|class| match class {
                FigureClass::Observation => self.choose("实际数", "reported figure"),
                FigureClass::Target => self.choose("目标", "target"),
            })
            .collect();
        let indicators = if figures.indicators.is_empty() {
            self.choose("全部", "all").to_owned()
        } else {
            list(&figures.indicators)
        };
        add(&classes.join(self.choose("与", " and ")), indicators);
        add(self.choose("年份", "year"), self.years(&figures.years));
        add(self.choose("所问年份无此数", "no such figure for"), self.years(&figures.asked_years));
        add(self.choose("地区", "area"), list(&figures.areas));
        let aspect = match figures.aspect {
            Aspect::Value => "",
            Aspect::Change => self.choose("增减", "change"),
            Aspect::Rank => self.choose("排名", "rank"),
        };
        add(self.choose("所问", "asked"), aspect.to_owned());
        add(self.choose("范围", "among"), figures.scope.clone().unwrap_or_default());
    }

    fn honours(
        &self,
        honours: &Honours,
        list: &dyn Fn(&[NamedNode]) -> String,
        add: &mut dyn FnMut(&str, String),
    ) {
        let asked = match honours.aspect {
            HonourAspect::Title => self.choose("荣誉", "honours"),
            HonourAspect::Recipient => self.choose("谁获得", "who won"),
            HonourAspect::Giver => self.choose("谁颁发", "who gave"),
        };
        let which = if honours.honours.is_empty() {
            self.choose("全部", "all").to_owned()
        } else {
            list(&honours.honours)
        };
        add(asked, which);
        add(self.choose("获得者", "recipient"), list(&honours.recipients));
        add(self.choose("颁发", "giver"), list(&honours.givers));
    }

    fn years(&self, years: &[i32]) -> String {
        years.iter().map(ToString::to_string).collect::<Vec<_>>().join(self.comma())
    }
}

fn any(names: &[Vec<String>]) -> String {
    names.iter().map(|any| any.join("/")).collect::<Vec<_>>().join(" + ")
}
