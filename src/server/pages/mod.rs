//! HTML. `maud` escapes all that is put into it.

mod answer;
mod front;
mod resource;
mod results;

use maud::{DOCTYPE, Markup, html};

pub(super) use answer::page as answer;
pub(super) use front::page as front;
pub(super) use resource::page as resource;
pub(super) use results::{Table, page as query};

use super::protocol::{Parameters, value};
use super::site::Site;
use crate::store::SavedQuery;

/// A page that says one thing.
pub(super) fn message(heading: &str, text: &str) -> Markup {
    layout(
        heading,
        &html! {
            h1 { (heading) }
            p { (text) }
        },
    )
}

/// What all pages have in common.
fn layout(title: &str, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="zh" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · Zhengtu 政图" }
                link rel="stylesheet" href="/style.css";
                link rel="icon" href="data:,";
            }
            body {
                header {
                    a.home href="/" { "政图 " small { "Zhengtu" } }
                    nav {
                        a href="/#ask" { "提问 Ask" }
                        a href="/#saved" { "常用查询 Saved queries" }
                        a href="/#query" { "SPARQL" }
                    }
                }
                main { (content) }
            }
        }
    }
}

/// The box for questions.
fn ask_form(question: &str) -> Markup {
    html! {
        form.ask action="/ask" {
            input type="search" name="q" value=(question) required maxlength="1000"
                aria-label="问题 Question" placeholder="斋堂有哪些项目";
            button { "提问 Ask" }
        }
    }
}

/// The box for queries.
fn query_form(query: &str) -> Markup {
    let rows = query.lines().count().clamp(6, 24);
    html! {
        form.query action="/query" {
            textarea name="query" rows=(rows) spellcheck="false" aria-label="SPARQL" { (query) }
            button { "查询 Run" }
        }
    }
}

/// A saved query with boxes for its parameters.
fn saved_form(saved: &SavedQuery, given: &Parameters) -> Markup {
    html! {
        form.card action={ "/saved/" (saved.name) } {
            h3 { (saved.title_zh) small { (saved.title) } }
            p { (saved.description) }
            @for parameter in &saved.parameters {
                @let held = value(given, &parameter.name).unwrap_or(&parameter.default);
                label { (parameter.help) input name=(parameter.name) value=(held); }
            }
            button { "查询 Run" }
        }
    }
}

/// A link to an IRI's page, by its label where one is known.
fn link(site: &Site, iri: &str, label: Option<&str>) -> Markup {
    html! { a href=(site.path_of(iri)) title=(iri) { (label.unwrap_or(iri)) } }
}
