//! The words of answers, in Chinese and English.

mod understood;

use super::plan::{HonourAspect, Plan};
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
}
