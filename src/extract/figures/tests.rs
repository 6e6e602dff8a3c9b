//! Sentences in, figures out.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use crate::facts::{Aim, Part};

/// The figures of a sentence, one a line: name, value with unit, change, ranks.
fn read(text: &str, part: Part) -> Vec<String> {
    let mut sentence = Sentence::plain(text);
    sentence.part = Some(part);
    let mut facts = Facts::default();
    let mut context = Context::new(Some(2022), Some(2023), None);
    super::read(&sentence, SentenceId(0), &Names::default(), &mut context, &mut facts);
    let line =
        |name: &str, quantity: Option<&crate::facts::Quantity>, change: Option<&crate::facts::Change>| {
            let mut line = name.to_owned();
            if let Some(quantity) = quantity {
                let value = quantity.value.map_or_else(
                    || format!("{}-{}", quantity.min.unwrap_or_default(), quantity.max.unwrap_or_default()),
                    |value| value.to_string(),
                );
                line += &format!(" {value}{}", quantity.unit);
            }
            if let Some(change) = change {
                line += &format!(" [{:+}{}]", change.value, change.unit);
            }
            line
        };
    let mut lines: Vec<String> = facts
        .observations
        .iter()
        .map(|seen| {
            let mut line = line(&seen.indicator.name, seen.quantity.as_ref(), seen.change.as_ref());
            for rank in &seen.rankings {
                line +=
                    &format!(" #{}{}", rank.scope, rank.position.map_or_else(String::new, |p| p.to_string()));
            }
            line
        })
        .collect();
    lines.extend(facts.targets.iter().filter_map(|target| match &target.aim {
        Aim::Quantity { indicator, quantity, change } => {
            Some(line(&indicator.name, quantity.as_ref(), change.as_ref()))
        }
        _ => None,
    }));
    lines
}

#[test]
fn levels() {
    for (text, figures) in [
        ("预计实现地区生产总值275亿元，同比增长1.5%。", vec!["地区生产总值 275亿元 [+1.5%]"]),
        ("农村五保供养标准提高到每人每年1856元。", vec!["农村五保供养标准 1856元"]),
    ] {
        assert_eq!(read(text, Part::Review), figures, "{text}");
    }
}
