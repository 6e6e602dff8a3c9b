//! Programmes: plans, campaigns and mechanisms with a name of their own.

use std::ops::Range;

use super::lexer::Token;
use super::line::Line;
use crate::lexicon::words::Tags;

/// A programme as a sentence names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its characters in the sentence.
    pub chars: Range<usize>,
    /// Its name.
    pub name: String,
}

/// Words that end a programme's name, and whether they need a quotation or another mark of a name before
/// them.
const ENDINGS: [(&str, bool); 26] = [
    ("行动计划", false),
    ("三年行动计划", false),
    ("三年行动", false),
    ("专项行动", false),
    ("行动方案", false),
    ("攻坚行动", false),
    ("提升行动", false),
    ("百日行动", false),
    ("攻坚战", false),
    ("实施机制", false),
    ("行动", true),
    ("计划", true),
    ("工程", true),
    ("机制", true),
    ("改革", true),
    ("战略", true),
    ("体系", true),
    ("举措", true),
    ("模式", true),
    ("制度", true),
    ("活动", true),
    ("会战", true),
    ("试点", true),
    ("执法", true),
    ("规划", true),
    ("建设", true),
];

/// The programmes of a sentence.
#[must_use]
pub fn programmes(line: &Line) -> Vec<Plan> {
    let mut out: Vec<Plan> = Vec::new();
    let chars = &line.sentence.chars;
    for at in 0..line.lexemes.len() {
        if line.lexemes[at].token == Token::Quote {
            out.extend(quoted(line, at));
        } else {
            out.extend(ended(line, at));
        }
    }
    out.retain(|plan| plan.chars.len() <= 30 && chars.get(plan.chars.clone()).is_some());
    let whole = out.clone();
    out.retain(|plan| {
        !whole.iter().any(|other| {
            other.chars != plan.chars
                && other.chars.start <= plan.chars.start
                && plan.chars.end <= other.chars.end
        })
    });
    out
}

/// 「“百泉复涌”计划」「“疏整促”专项行动」: a quotation and a word that says what it is.
fn quoted(line: &Line, at: usize) -> Option<Plan> {
    let mut end = at + 1;
    let begin = line.lexemes[at].range.start;
    let inside = line.lexemes[at].range.len() - 2;
    while end < line.lexemes.len() && end <= at + 4 {
        let here = line.lexemes[end].range.end;
        let tail = line.sentence.cut(line.lexemes[at].range.end..here);
        let hit = ENDINGS.iter().any(|(word, _)| tail.ends_with(word) && *word != "建设" && *word != "工程");
        let works = tail == "工程" || tail == "富民工程";
        if (hit || works) && tail.chars().count() <= 10 {
            let name = line.sentence.cut(begin..here);
            return Some(Plan { chars: begin..here, name });
        }
        if !matches!(line.lexemes[end].token, Token::Word(tags) if !tags.has(Tags::PARTICLE.and(Tags::PREPOSITION).and(Tags::CONJUNCTION)))
            && line.lexemes[end].token != Token::Number
            && line.lexemes[end].token != Token::Unknown
        {
            break;
        }
        end += 1;
    }
    // 「“十四五”规划」 and the like are read above; a bare period is none.
    let _ = inside;
    None
}

/// A name that ends with the word for a plan and has a mark of its own.
fn ended(line: &Line, at: usize) -> Option<Plan> {
    let end = line.lexemes[at].range.end;
    let chars = line.sentence.chars.get(..end)?;
    let text: String = chars.iter().collect();
    let (word, quoted) = ENDINGS.iter().find(|(word, _)| text.ends_with(word))?;
    if *quoted {
        return None;
    }
    let head = end - word.chars().count();
    let head_token = line.lexemes.iter().position(|l| l.range.end > head)?;
    let from = (0..head_token)
        .rev()
        .find(|i| matches!(line.lexemes[*i].token, Token::Mark(_) | Token::Title))
        .map_or(0, |i| i + 1);
    let begin = (from..head_token)
        .rev()
        .take_while(|i| {
            !line.is(
                *i,
                Tags::PARTICLE
                    .and(Tags::PREPOSITION)
                    .and(Tags::MODAL)
                    .and(Tags::RELATIVE)
                    .and(Tags::INDEFINITE)
                    .and(Tags::DETERMINER)
                    .and(Tags::TIME),
            ) && !governs(line, *i)
        })
        .last()
        .unwrap_or(head_token);
    let begin = (begin..head_token)
        .find(|i| {
            !line.is(*i, Tags::ADVERB.and(Tags::CONJUNCTION))
                && !matches!(line.lexemes[*i].token, Token::Bracket)
        })
        .unwrap_or(head_token);
    let range = line.lexemes[begin].range.start..end;
    let name = line.sentence.cut(range.clone());
    let own = head.saturating_sub(range.start);
    (own >= 2 && name.chars().count() >= 5 && line.lexemes[begin].token != Token::Quote)
        .then_some(Plan { chars: range, name })
}

/// Verbs that stand before a plan and are not in its name.
fn governs(line: &Line, at: usize) -> bool {
    let verbs = [
        "编制",
        "制定",
        "实施",
        "落实",
        "启动",
        "推进",
        "开展",
        "出台",
        "发布",
        "建立",
        "健全",
        "完善",
        "深入实施",
        "扎实推进",
        "执行",
        "开展了",
        "打好",
        "打赢",
        "深入开展",
        "推动",
        "探索",
        "深化",
        "组织实施",
        "全面实施",
        "纳入",
        "继续",
        "按照",
        "聚焦",
        "抓好",
        "融入",
        "率先",
        "有序",
        "实现",
        "完成",
        "加快",
        "持续",
        "着力",
        "大力",
        "积极",
        "圆满",
        "全面",
        "坚持",
        "巩固",
        "提升",
        "以",
    ];
    let word = line.word(at);
    verbs.contains(&word.as_str()) || line.is(at, Tags::VERB) && !line.is(at, Tags::WORK)
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::line;
    use super::*;
    use crate::report::Sentence;

    #[test]
    fn plans_with_a_name() {
        for (text, want) in [
            ("启动“迎豹回家”计划，京西林场连续三年发现中华斑羚", "“迎豹回家”计划"),
            ("编制全市首个分区规划实施三年行动计划", "分区规划实施三年行动计划"),
            ("率先建立村庄渐进式有机更新实施机制", "村庄渐进式有机更新实施机制"),
            ("国企改革三年行动40项重点工作任务全面收官", "国企改革三年行动"),
            ("“疏整促”专项行动11项市级任务提前完成", "“疏整促”专项行动"),
            ("推进体制机制改革", ""),
        ] {
            let sentence = Sentence::plain(text);
            let line = line(&sentence);
            let names: Vec<String> = programmes(&line).into_iter().map(|b| b.name).collect();
            assert_eq!(
                names.join("|"),
                want,
                "{:?}",
                line.lexemes.iter().map(|l| sentence.cut(l.range.clone())).collect::<Vec<_>>()
            );
        }
    }
}
