//! How a question was understood, in words.

use oxigraph::model::NamedNode;

use super::Phrases;
use crate::question::fold::Mark;
use crate::question::index::FigureClass;
use crate::question::plan::{Also, Aspect, Figures, HonourAspect, Honours, Plan, Projects, Selection};

impl Phrases<'_> {
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

    pub(super) fn years(&self, years: &[i32]) -> String {
        years.iter().map(ToString::to_string).collect::<Vec<_>>().join(self.comma())
    }
}

fn any(names: &[Vec<String>]) -> String {
    names
        .iter()
        .map(|any| any.iter().map(|word| Mark::new(word).word).collect::<Vec<_>>().join("/"))
        .collect::<Vec<_>>()
        .join(" + ")
}
