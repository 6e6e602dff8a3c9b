//! A graph of the Mentougou report made from the gold files instead of the extractor, so that a test of
//! questions fails for what `question` does and for nothing else.

use std::collections::BTreeMap;
use std::path::Path;

use oxigraph::store::Store;
use rust_decimal::Decimal;
use zhengtu::facts::{
    Aim, Area, Award, Change, ChangeKind, Comparator, Deadline, Facts, Indicator, Kind, Mention, Observation,
    Origin, Period, Predicate, Quantity, Ranking, Relation, ReportInfo, Role, Sentence, SentenceId, State,
    StatusReport, Target, Thing, ThingId,
};
use zhengtu::graph::{Base, ontology_quads, quads};
use zhengtu::lexicon::gazetteer;
use zhengtu::span::Span;

/// The graph of the bundled report.
#[must_use]
pub fn mentougou() -> Store {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("data/reports/mentougou-2023.txt")).unwrap();
    let mut gold = Gold::new(&text);
    for half in ["review", "plan"] {
        let folder = root.join("tests/gold").join(format!("mentougou-2023-{half}"));
        gold.entities(&folder.join("entities.tsv"));
    }
    gold.within();
    for half in ["review", "plan"] {
        let folder = root.join("tests/gold").join(format!("mentougou-2023-{half}"));
        gold.relations(&folder.join("relations.tsv"));
        gold.figures(&folder.join("figures.tsv"));
    }
    let store = Store::new().unwrap();
    for quad in quads(&gold.facts, &Base::default()).unwrap().iter().chain(ontology_quads()) {
        store.insert(quad).unwrap();
    }
    store
}

struct Gold {
    facts: Facts,
    plain: Vec<String>,
    ids: BTreeMap<(Kind, String), ThingId>,
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).unwrap();
    let row = |line: &str| {
        let mut cells: Vec<String> =
            line.split('\t').map(|cell| cell.trim_end_matches('\r').to_owned()).collect();
        cells.resize(10, String::new());
        cells
    };
    text.lines().filter(|line| !line.trim().is_empty()).map(row).collect()
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '*').collect()
}

impl Gold {
    fn new(text: &str) -> Self {
        let report = zhengtu::report::read_text(text);
        let sentences: Vec<Sentence> = report
            .sentences
            .iter()
            .map(|s| Sentence {
                span: s.span,
                quoted: s.quoted.clone(),
                text: s.text.clone(),
                section: s.section.clone(),
                part: s.part,
            })
            .collect();
        let report = ReportInfo {
            title: report.title,
            area: Some(Area { name: "门头沟区".into(), code: Some("110109".into()) }),
            review_year: Some(2022),
            plan_year: Some(2023),
            length: report.length,
        };
        let plain = sentences.iter().map(|s| plain(&s.text)).collect();
        Self { facts: Facts { report, sentences, ..Facts::default() }, plain, ids: BTreeMap::new() }
    }

    fn sentence(&self, quote: &str) -> Vec<SentenceId> {
        let quote = plain(quote);
        let found = self.plain.iter().position(|s| s.contains(&quote));
        found.map(SentenceId).into_iter().collect()
    }

    fn mentions(&self, names: &[String], quote: &str) -> Vec<Mention> {
        let named = |s: &String| names.iter().any(|name| s.contains(&plain(name)));
        let mut found: Vec<SentenceId> =
            self.plain.iter().enumerate().filter(|(_, s)| named(s)).map(|(at, _)| SentenceId(at)).collect();
        found.extend(self.sentence(quote));
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|sentence| Mention { sentence, span: Span::new(0, 1) }).collect()
    }

    fn entities(&mut self, path: &Path) {
        for row in rows(path) {
            let kind = match row[0].as_str() {
                "Place" => Kind::Place,
                "Organization" => Kind::Organization,
                "Project" => Kind::Project,
                "Programme" => Kind::Programme,
                "Honour" => Kind::Honour,
                other => panic!("unknown class {other}"),
            };
            let aliases: Vec<String> =
                row[2].split('|').filter(|a| !a.is_empty()).map(str::to_owned).collect();
            let names = [vec![row[1].clone()], aliases.clone()].concat();
            if let Some(id) = names.iter().find_map(|name| self.ids.get(&(kind, name.clone()))).copied() {
                let thing = &mut self.facts.things[id.0];
                thing.aliases.extend(names.iter().filter(|name| **name != thing.name).cloned());
                thing.aliases.sort();
                thing.aliases.dedup();
                for name in names {
                    self.ids.entry((kind, name)).or_insert(id);
                }
                continue;
            }
            let mentions = self.mentions(&names, &row[3]);
            let id = self.add(Thing {
                kind,
                name: row[1].clone(),
                aliases,
                mentions,
                subtype: subtype(kind, &row[1]),
                code: (kind == Kind::Place).then(|| code(&names)).flatten(),
                year: None,
                level: None,
                origin: Origin::Extraction,
            });
            for name in names {
                self.ids.entry((kind, name)).or_insert(id);
            }
        }
    }

    fn add(&mut self, thing: Thing) -> ThingId {
        let id = ThingId(self.facts.things.len());
        self.ids.insert((thing.kind, thing.name.clone()), id);
        self.facts.things.push(thing);
        id
    }

    /// Containment by the official divisions, and of features that bear the name of a village or town.
    fn within(&mut self) {
        let places: Vec<usize> =
            (0..self.facts.things.len()).filter(|&at| self.facts.things[at].kind == Kind::Place).collect();
        for at in places {
            if self.facts.things[at].code.is_some() {
                continue;
            }
            let name = self.facts.things[at].name.clone();
            for length in (2..=3).rev() {
                let front: String = name.chars().take(length).collect();
                let Some(code) = code(&[front]).filter(|code| code.starts_with("110109")) else { continue };
                let outer = self.division(&gazetteer::by_code(&code).unwrap());
                self.relate(ThingId(at), Predicate::Within, outer, Vec::new());
                break;
            }
        }
        let mut at = 0;
        while at < self.facts.things.len() {
            at += 1;
            let Some(code) = self.facts.things[at - 1].code.clone() else { continue };
            let mut inner = ThingId(at - 1);
            for parent in gazetteer::parents(&code) {
                let outer = self.division(&parent);
                self.relate(inner, Predicate::Within, outer, Vec::new());
                inner = outer;
            }
        }
    }

    /// The thing that stands for an official division.
    fn division(&mut self, division: &gazetteer::Division) -> ThingId {
        let known = self.facts.things.iter().position(|t| t.code.as_deref() == Some(division.code));
        known.map(ThingId).unwrap_or_else(|| {
            self.add(Thing {
                kind: Kind::Place,
                name: division.name.to_owned(),
                aliases: Vec::new(),
                mentions: Vec::new(),
                subtype: Some(division.subtype().to_owned()),
                code: Some(division.code.to_owned()),
                year: None,
                level: None,
                origin: Origin::Gazetteer,
            })
        })
    }

    fn relate(&mut self, subject: ThingId, predicate: Predicate, object: ThingId, evidence: Vec<SentenceId>) {
        let origin = if evidence.is_empty() { Origin::Gazetteer } else { Origin::Extraction };
        self.facts.relations.push(Relation { subject, predicate, object, evidence, origin });
    }

    fn thing(&mut self, kinds: &[Kind], name: &str, quote: &str) -> ThingId {
        if let Some(id) = kinds.iter().find_map(|kind| self.ids.get(&(*kind, name.to_owned()))) {
            return *id;
        }
        let mentions = self.mentions(&[name.to_owned()], quote);
        self.add(Thing {
            kind: kinds[0],
            name: name.to_owned(),
            aliases: Vec::new(),
            mentions,
            subtype: subtype(kinds[0], name),
            code: None,
            year: None,
            level: None,
            origin: Origin::Extraction,
        })
    }

    fn relations(&mut self, path: &Path) {
        use Kind::{Honour, Organization, Place, Programme, Project};
        for row in rows(path) {
            let [kind, from, to, qualifier, quote] = [0, 1, 2, 3, 4].map(|i| row[i].clone());
            let evidence = self.sentence(&quote);
            if kind == "status" {
                let project = self.thing(&[Project, Programme], &from, &quote);
                let (state, year) = (state(&to), qualifier.parse().ok());
                let origin = Origin::Extraction;
                self.facts.statuses.push(StatusReport {
                    project,
                    state,
                    year,
                    evidence: evidence.clone(),
                    origin,
                });
                continue;
            }
            let (subjects, objects, predicate): (&[Kind], &[Kind], Predicate) = match kind.as_str() {
                "locatedIn" => (&[Project], &[Place], Predicate::LocatedIn),
                "within" => (&[Place], &[Place], Predicate::Within),
                "participant" => {
                    (&[Project, Programme], &[Organization], Predicate::Participant(role(&qualifier)))
                }
                "partOf" => (&[Project, Programme], &[Programme, Project], Predicate::PartOf),
                "recipient" => {
                    (&[Honour], &[Place, Organization, Project], Predicate::Recipient(award(&qualifier)))
                }
                "awardedBy" => (&[Honour], &[Organization], Predicate::AwardedBy),
                other => panic!("unknown relation {other}"),
            };
            let subject = self.thing(subjects, &from, &quote);
            let object = self.thing(objects, &to, &quote);
            self.relate(subject, predicate, object, evidence);
        }
    }

    fn figures(&mut self, path: &Path) {
        for row in rows(path) {
            let evidence = self.sentence(&row[9]);
            let indicator = Indicator { name: row[1].clone(), id: None };
            let quantity = quantity(&row[2], &row[3], &row[4], &row[9]);
            let change = change(&row[6], &row[9]);
            let origin = Origin::Extraction;
            match row[0].as_str() {
                "observation" => {
                    let mut words = row[5].splitn(2, ' ');
                    let year = words.next().and_then(|year| year.parse().ok());
                    let wording = words.next().map(str::to_owned);
                    self.facts.observations.push(Observation {
                        indicator,
                        quantity,
                        period: Period { year, wording },
                        change,
                        rankings: rankings(&row[7]),
                        about: None,
                        part_of: None,
                        evidence,
                        origin,
                    });
                }
                "target-quantity" => {
                    let deadline = match row[5].parse() {
                        Ok(year) => Deadline::Year(year),
                        Err(_) => Deadline::Horizon(row[5].trim_start_matches("span:").to_owned()),
                    };
                    self.facts.targets.push(Target {
                        aim: Aim::Quantity { indicator, quantity, change },
                        deadline: Some(deadline),
                        modality: None,
                        about: None,
                        part_of: None,
                        evidence,
                        origin,
                    });
                }
                _ => {}
            }
        }
        let whole = self.facts.targets.iter().position(
            |t| matches!(&t.aim, Aim::Quantity { indicator, .. } if indicator.name == "解决停车位"),
        );
        for target in &mut self.facts.targets {
            let part = matches!(&target.aim, Aim::Quantity { indicator, .. } if indicator.name.starts_with("停车位"));
            if part {
                target.part_of = whole;
            }
        }
    }
}

fn code(names: &[String]) -> Option<String> {
    let candidates = names.iter().flat_map(|name| gazetteer::by_name(name));
    let inside = candidates
        .filter(|c| c.division.is_within("110109") || "110109".starts_with(&c.division.code[..2]) && c.full);
    let mut found: Vec<_> = inside.collect();
    found.sort_by_key(|c| (!c.full, c.division.code.len()));
    found.first().map(|c| c.division.code.to_owned())
}

fn subtype(kind: Kind, name: &str) -> Option<String> {
    let endings: &[(&str, &str)] = match kind {
        Kind::Place => &[
            ("镇", "town"),
            ("街道", "subdistrict"),
            ("村", "village"),
            ("社区", "community"),
            ("市", "municipality"),
            ("区", "district"),
            ("景区", "scenicArea"),
            ("路", "road"),
        ],
        Kind::Organization => &[
            ("医院", "hospital"),
            ("大学", "school"),
            ("研究院", "researchBody"),
            ("医药", "company"),
            ("医疗", "company"),
            ("公司", "company"),
            ("集团", "company"),
            ("团队", "team"),
            ("部", "governmentOrgan"),
        ],
        _ => &[],
    };
    endings.iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, id)| (*id).to_owned())
}

fn state(id: &str) -> State {
    serde_json::from_value(serde_json::Value::String(id.to_owned())).unwrap()
}

fn role(id: &str) -> Role {
    serde_json::from_value(serde_json::Value::String(id.to_owned())).unwrap_or(Role::Participant)
}

fn award(id: &str) -> Award {
    if id == "competing" { Award::Competing } else { Award::Received }
}

fn quantity(comparator: &str, value: &str, unit: &str, quote: &str) -> Option<Quantity> {
    let comparator = match comparator {
        ">=" => Comparator::AtLeast,
        ">" => Comparator::MoreThan,
        "<=" => Comparator::AtMost,
        "<" => Comparator::LessThan,
        "≈" => Comparator::About,
        "range" => Comparator::Range,
        "same-as-previous" => Comparator::SameAsPrevious,
        _ => Comparator::Equal,
    };
    if value.is_empty() && comparator == Comparator::Equal {
        return None;
    }
    let range = value.split_once('-').map(|(min, max)| (min.parse().ok(), max.parse().ok()));
    let (min, max): (Option<Decimal>, Option<Decimal>) =
        range.filter(|_| comparator == Comparator::Range).unwrap_or((None, None));
    let said = format!("{value}{unit}");
    let wording = if plain(quote).contains(&said) && !value.is_empty() { said } else { quote.to_owned() };
    Some(Quantity {
        comparator,
        value: value.parse().ok(),
        min,
        max,
        unit: unit.to_owned(),
        wording,
        ..Quantity::default()
    })
}

fn change(change: &str, quote: &str) -> Option<Change> {
    let (kind, number) = match change.strip_prefix("ratio ") {
        Some(ratio) => (ChangeKind::Ratio, ratio),
        None => (ChangeKind::Relative, change),
    };
    let end = number.find(|c: char| !"+-.0123456789".contains(c)).unwrap_or(number.len());
    let value = number[..end].trim_start_matches('+').parse().ok()?;
    let unit = number[end..].trim_end_matches("以上").to_owned();
    let kind = if unit == "%" || kind == ChangeKind::Ratio { kind } else { ChangeKind::Absolute };
    Some(Change {
        value,
        unit,
        kind,
        comparator: Comparator::Equal,
        against: None,
        wording: quote.to_owned(),
    })
}

fn rankings(ranks: &str) -> Vec<Ranking> {
    let rank = |words: &str| {
        let position = "一二三四五六七八九十"
            .chars()
            .position(|c| words.ends_with(c))
            .map(|at| u32::try_from(at).unwrap() + 1);
        let scope = ["生态涵养区", "全市", "北京郊区"]
            .into_iter()
            .find(|scope| words.contains(scope))
            .unwrap_or_default();
        Ranking { position, scope: scope.to_owned(), of: None, aspect: None, wording: words.to_owned() }
    };
    ranks.split('、').filter(|words| !words.is_empty()).map(rank).collect()
}
