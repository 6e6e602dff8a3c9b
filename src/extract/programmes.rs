//! Programmes: plans, campaigns and mechanisms with a name of their own.

use std::ops::Range;

use super::lexer::{Token, numeral};
use super::line::Line;
use super::{frame, lists, names};
use crate::lexicon::lists::lists;
use crate::lexicon::programmes;
use crate::lexicon::words::Tags;

/// A programme as a sentence names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its characters in the sentence.
    pub chars: Range<usize>,
    /// Its name.
    pub name: String,
}

/// The programmes of a sentence.
#[must_use]
pub fn programmes(line: &Line) -> Vec<Plan> {
    let mut out: Vec<Plan> = Vec::new();
    let chars = &line.sentence.chars;
    for at in 0..line.lexemes.len() {
        if line.lexemes[at].token == Token::Quote {
            // 「特高压|“一站两线”工程」 stands somewhere.
            let built = at > 0 && lists().programmes.physical.end(&line.word(at - 1));
            if !built && !is_transfer(&line.word(at)) {
                out.extend(quoted(line, at));
            }
        } else {
            out.extend(ended(line, at));
        }
    }
    out.extend(listed(line));
    out.extend(schemes(line));
    out.retain(|plan| !lists().programmes.stages.end(&plan.name));
    out.sort_by(|a, b| (a.chars.start, a.chars.end, &a.name).cmp(&(b.chars.start, b.chars.end, &b.name)));
    out.dedup_by(|a, b| a.chars == b.chars);
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

/// 「“百泉复涌”计划」「“疏整促”专项行动」「“两区”建设」「“雪亮工程”」: a quotation and what says that it is a
/// plan, behind it or at its end.
fn quoted(line: &Line, at: usize) -> Option<Plan> {
    let range = line.lexemes[at].range.clone();
    let small = Tags::PARTICLE.and(Tags::PREPOSITION).and(Tags::CONJUNCTION);
    let mut end = at + 1;
    while end < line.lexemes.len() && end <= at + 4 {
        let here = line.lexemes[end].range.end;
        let tail = line.sentence.cut(range.end..here);
        let placed = at > 0 && matches!(line.lexemes[at - 1].token, Token::Division(_) | Token::Feature(_));
        let named = lists().programmes.endings.end(&tail) || lists().programmes.quoted_endings.end(&tail);
        if named && tail.chars().count() <= 10 || tail == "建设" && short(line, at) && !placed {
            return Some(Plan { chars: range.start..here, name: line.sentence.cut(range.start..here) });
        }
        let passes = match line.lexemes[end].token {
            // 「“十大工程”|纳入国家规划」
            Token::Word(_) if line.reads_any(end, &lists().frame.taken_up) => false,
            Token::Word(tags) => !tags.has(small),
            Token::Number | Token::Unknown => true,
            _ => false,
        };
        if !passes {
            break;
        }
        end += 1;
    }
    // 「作为“天字号工程”」: what a thing is called.
    let calls = at > 0 && line.word(at - 1).ends_with('为');
    let inside = line.sentence.cut(range.start + 1..range.end - 1);
    // 「“三大工程”」 sums up what stands before it.
    let calls = calls || inside.chars().nth(1) == Some('大') && inside.starts_with(numeral);
    lists()
        .programmes
        .inner_endings
        .iter()
        .any(|word| !calls && inside.ends_with(word) && inside.chars().count() > word.chars().count())
        .then(|| Plan { name: line.sentence.cut(range.clone()), chars: range })
}

/// 「“引徐济安”」「“南水北调”」: works that bring water or power from afar, which are built.
pub(super) fn is_transfer(quoted: &str) -> bool {
    let inside = quoted.trim_matches(['“', '”']);
    inside.chars().count() == 4 && inside != quoted && lists().programmes.transfers.are_in(inside)
}

/// A catchword, not a saying.
fn short(line: &Line, at: usize) -> bool {
    line.lexemes[at].range.len() <= 8
}

/// 「实施技术创新工程」: works without a place are a scheme; 「国家海绵城市试点」: what a higher level tries out.
fn schemes(line: &Line) -> Vec<Plan> {
    let mut out = Vec::new();
    for clause in line.clauses() {
        let frame = frame::read(line, clause.clone(), line.sentence.part);
        if let Some(quote) = frame
            .phrase
            .clone()
            .next()
            .filter(|_| frame.verbs.last().is_some_and(|verb| verb.ends_with("实施")))
        {
            out.extend(inside_quotation(line, quote));
        }
        let carries_out = frame.verbs.last().is_some_and(|verb| lists().programmes.carries_out.end(verb));
        if carries_out && !frame.phrase.is_empty() {
            let members = lists::members(line, frame.phrase.clone(), None);
            let listed = members.len() > 1;
            let plan = |m: &lists::Member| Plan { name: m.name.clone(), ..plan_of(line, m.tokens.clone()) };
            out.extend(members.iter().filter(|m| is_scheme(line, m, listed)).map(plan));
        }
        for head in clause.clone().filter(|i| line.reads_any(*i, &lists().programmes.trials)) {
            let begin = names::start(line, head, clause.start);
            let level = |i: usize| line.reads_any(i, &lists().programmes.trial_levels);
            let text = line.text(begin..head + 1);
            if (begin.saturating_sub(1)..head).any(level) && (5..=24).contains(&text.chars().count()) {
                let from = begin - usize::from(begin > clause.start && level(begin - 1));
                out.push(plan_of(line, from..head + 1));
            }
        }
    }
    out
}

/// 「“传统产业改造提升、民营经济提升”等四项重点工程」: schemes listed within one quotation.
fn inside_quotation(line: &Line, quote: usize) -> Vec<Plan> {
    let range = line.lexemes[quote].range.clone();
    let last = line.clauses().into_iter().find(|clause| clause.contains(&quote)).map_or(quote, |c| c.end - 1);
    let called = lists().programmes.schemes.iter().find(|word| line.reads(last, word));
    let (Token::Quote, Some(called)) = (line.lexemes[quote].token, called) else { return Vec::new() };
    let inside = line.sentence.cut(range.start + 1..range.end - 1);
    let mut out = Vec::new();
    let mut begin = range.start + 1;
    for part in inside.split('、') {
        let end = begin + part.chars().count();
        if inside.contains('、') {
            out.push(Plan { name: part.to_owned() + called, chars: begin..end });
        }
        begin = end + 1;
    }
    out
}

fn plan_of(line: &Line, tokens: Range<usize>) -> Plan {
    let chars = line.chars_of(tokens);
    Plan { name: line.sentence.cut(chars.clone()), chars }
}

fn is_scheme(line: &Line, member: &lists::Member, listed: bool) -> bool {
    let name = member.name.trim_end_matches('”');
    let Some(called) = lists().programmes.schemes.iter().find(|word| name.ends_with(word)) else {
        return false;
    };
    let any = |token: Token| member.tokens.clone().any(|i| line.lexemes[i].token == token);
    if member.tokens.clone().any(|i| is_transfer(&line.word(i))) {
        return false;
    }
    // 「十大重点工程」 are counted, not named.
    let counted = name.trim_start_matches(|c: char| numeral(c) || c == '大');
    if counted.starts_with("重点") || counted.starts_with("重大") {
        return false;
    }
    let own = name.chars().count() - called.chars().count();
    // 「雄鹰行动」 is called after something; works called after a place stand there.
    let placed = any_place(line, member);
    let works = called == "工程";
    if works && lists().programmes.physical.are_in(name) {
        return false;
    }
    let vague = member.indefinite || any(Token::Number) || names::is_indefinite(line, member.tokens.clone());
    let named = names::is_named(line, member.tokens.clone());
    !vague
        && !member.works_shared
        && (own >= 4 || listed && own >= 2)
        && (!named || any(Token::Quote) || shared(line, member) || !works && !placed)
}

fn any_place(line: &Line, member: &lists::Member) -> bool {
    member.tokens.clone().any(|i| {
        matches!(line.lexemes[i].token, Token::Division(_) | Token::Feature(_) | Token::Latin)
            || line.ending(i).is_some()
    })
}

/// Whether the list gave a member its head: 「乡村振兴、大数据、大生态三大战略行动」.
fn shared(line: &Line, member: &lists::Member) -> bool {
    member.name.len() > line.text(member.tokens.clone()).len()
}

/// Programmes that everybody knows by name.
fn listed(line: &Line) -> Vec<Plan> {
    let chars = &line.sentence.chars;
    let at = |i: usize| {
        programmes::starting(&chars[i..])
            .map(|length| Plan { chars: i..i + length, name: line.sentence.cut(i..i + length) })
    };
    (0..chars.len()).filter_map(at).collect()
}

/// A name that ends with the word for a plan and has a mark of its own.
fn ended(line: &Line, at: usize) -> Option<Plan> {
    let end = line.lexemes[at].range.end;
    let chars = line.sentence.chars.get(..end)?;
    let word = lists().programmes.endings.iter().find(|word| ends_with(chars, word))?;
    let head = end - word.chars().count();
    let head_token = line.lexemes.iter().position(|l| l.range.end > head)?;
    let stop = |i: &usize| {
        matches!(line.lexemes[*i].token, Token::Mark(_) | Token::Title)
            || line.reads(*i, "的")
            // 「农产品加工业提升行动和品牌培育行动」
            || line.reads(*i, "和") && *i > 0 && lists().programmes.schemes.end(&line.word(*i - 1))
            || line.reads(*i, "以")
            || line.reads(*i, "对")
    };
    let from = (0..head_token).rev().find(stop).map_or(0, |i| i + 1);
    // 「以壮士断腕的决心打响|大气污染防治攻坚战」
    let quoted = |i: usize| line.lexemes.get(i).is_some_and(|lexeme| lexeme.token == Token::Quote);
    let fights = |i: &usize| {
        line.reads_any(*i, &lists().programmes.fights) || line.reads(*i, "实施") && quoted(*i + 1)
    };
    let from = (from..head_token).rev().find(fights).map_or(from, |i| i + 1);
    let begin = (from..head_token).find(|i| !leads(line, *i)).unwrap_or(head_token);
    let range = line.lexemes[begin].range.start..end;
    let name = line.sentence.cut(range.clone());
    let own = head.saturating_sub(range.start);
    (own >= 2 && name.chars().count() >= 5 && line.lexemes[begin].token != Token::Quote)
        .then_some(Plan { chars: range, name })
}

fn ends_with(chars: &[char], word: &str) -> bool {
    let mut rest = chars.iter().rev();
    word.chars().rev().all(|wanted| rest.next() == Some(&wanted))
}

/// Whether a word stands before a plan and is not in its name: a verb, an adverb, 首个.
fn leads(line: &Line, at: usize) -> bool {
    let small = Tags::ADVERB
        .and(Tags::CONJUNCTION)
        .and(Tags::MODAL)
        .and(Tags::RELATIVE)
        .and(Tags::INDEFINITE)
        .and(Tags::DETERMINER)
        .and(Tags::TIME)
        .and(Tags::PREPOSITION)
        .and(Tags::PARTICLE);
    let verb = line.is(at, Tags::VERB) && !line.is(at + 1, Tags::WORK);
    matches!(line.lexemes[at].token, Token::Bracket | Token::Number)
        || line.is(at, small) && !line.reads(at, "新")
        || verb
        || line.reads_any(at, &lists().programmes.leads)
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
            ("推进“引徐济安”工程，实施1000千伏特高压“一站两线”工程", ""),
            ("以壮士断腕的决心打响大气污染防治攻坚战", "大气污染防治攻坚战"),
            ("深入实施凤凰行动、雄鹰行动、雏鹰行动", "凤凰行动|雄鹰行动|雏鹰行动"),
            ("实施城市分片集中供热工程", ""),
            ("实施农产品加工业提升行动和品牌培育行动", "农产品加工业提升行动|品牌培育行动"),
            ("实施“个转企”、“小升规”成长计划", "“个转企”成长计划|“小升规”成长计划"),
            (
                "组织实施了民族文化建设、城市形象塑造、市民素质提升“三大工程”",
                "民族文化建设工程|城市形象塑造工程|市民素质提升工程",
            ),
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
