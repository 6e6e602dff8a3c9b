//! The front page.

use maud::{Markup, html};

use super::{ask_form, layout, query_form, saved_form};
use crate::server::site::Site;
use crate::server::url::escape_value;
use crate::vocabulary::zt::class;

/// Questions of the kinds that are understood.
const EXAMPLES: &[&str] = &[
    "有哪些在建项目",
    "地区生产总值是多少",
    "有哪些荣誉",
    "2023年要完工的项目有哪些",
    "Which projects are under way?",
];

/// What the box for queries holds at first.
const EXAMPLE: &str = "SELECT ?name ?place WHERE {
  ?project a zt:Project ;
    rdfs:label ?name ;
    zt:locatedIn/rdfs:label ?place .
}
ORDER BY ?place ?name
LIMIT 100";

/// The front page.
pub(in crate::server) fn page(site: &Site) -> Markup {
    layout(
        "政府工作报告知识图谱",
        &html! {
            section #ask {
                h1 { "问政府工作报告" small { "Ask the work reports" } }
                (ask_form(""))
                p.examples {
                    @for question in EXAMPLES {
                        a href={ "/ask?q=" (escape_value(question)) } { (question) }
                    }
                }
            }
            section #reports {
                h2 { "报告 " small { "Reports" } }
                ul {
                    @for report in &site.index.reports {
                        li { a href=(site.path_of(report.iri.as_str())) { (report.title) }
                            @if let (Some(review), Some(plan)) = (report.review_year, report.plan_year) {
                                " · " (review) "年回顾，" (plan) "年安排"
                            }
                        }
                    }
                }
            }
            section #saved {
                h2 { "常用查询 " small { "Saved queries" } }
                div.cards { @for saved in &site.saved { (saved_form(saved, &Vec::new())) } }
            }
            section #query {
                h2 { "SPARQL " small { "over all graphs, prefixes declared" } }
                (query_form(EXAMPLE))
                p { "Programs ask " code { "/sparql" } " (SPARQL 1.1 Protocol, read-only). It holds:" }
                table.graphs {
                    thead { tr { th { "命名图 named graph" } th.number { "三元组 triples" } } }
                    tbody {
                        @for (name, size) in &site.graphs {
                            tr { td { code { (name.as_str()) } } td.number { (size) } }
                        }
                    }
                }
                p { "Classes: "
                    @for class in class::ALL.iter().take(9) {
                        (super::link(site, class.as_str(), Some(crate::names::local_name(class.as_str())))) " "
                    }
                }
            }
        },
    )
}
