//! Cuts a sentence into tokens: known words, names of the gazetteer, numbers, quotations, and what is left.
//! Of all ways to cut, the cheapest is taken; unknown characters are dear, so that words win over accidents
//! (`提高|城镇`, not `提|高城镇`), and what stays unknown is most likely part of a name.

mod names;
mod splits;

use std::ops::Range;

use crate::lexicon::gazetteer::{self, Division, Feature};
use crate::lexicon::lists::lists;
use crate::lexicon::organs;
use crate::lexicon::words::{Tags, Word, words};
use names::{
    begins_name, former_name, names_airport, names_family, names_reservoir, names_way, read_name, spells_way,
};
use splits::{split_bays, split_tails, split_towns, split_waters};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Token {
    /// A known word.
    Word(Tags),
    /// A division.
    Division(Division),
    /// A named region or feature.
    Feature(&'static Feature),
    /// A number in digits or numerals, with its `%`.
    Number,
    /// Letters, or letters and digits: `S1`, `3751-C`.
    Latin,
    /// A quotation with its marks.
    Quote,
    /// A title in 《》.
    Title,
    /// A remark in brackets.
    Bracket,
    /// Punctuation.
    Mark(char),
    /// Characters that no table knows.
    Unknown,
}

/// A token and where it stands in [`Sentence::chars`](crate::report::Sentence::chars).
#[derive(Debug, Clone, PartialEq)]
pub struct Lexeme {
    /// What it is.
    pub token: Token,
    /// Its characters.
    pub range: Range<usize>,
}

impl Lexeme {
    /// Whether it is a word with any of these tags.
    #[must_use]
    pub const fn is(&self, tags: Tags) -> bool {
        matches!(self.token, Token::Word(have) if have.has(tags))
    }

    /// Whether it is this mark.
    #[must_use]
    pub fn is_mark(&self, mark: char) -> bool {
        self.token == Token::Mark(mark)
    }

    /// Whether it names something: a place, a code, a quotation, or characters of no known word.
    #[must_use]
    pub const fn is_proper(&self) -> bool {
        matches!(
            self.token,
            Token::Division(_) | Token::Feature(_) | Token::Latin | Token::Quote | Token::Unknown
        )
    }
}

/// The last step of the cheapest cut up to some character.
#[derive(Clone, Copy)]
struct Step {
    cost: f32,
    from: usize,
    /// Whether the step before was an unknown character.
    after_unknown: bool,
    token: Token,
    /// Whether it is a name of its own, which no unknown character beside it belongs to.
    whole: bool,
}

/// The first unknown character of a run costs more than those that follow: names come in runs.
const UNKNOWN: (f32, f32) = (1.8, 1.1);

/// The name of a company that the table knows.
const COMPANY: f32 = 1.6;

/// Two characters that likely begin the name of a place or road.
const WAY: f32 = 1.7;

/// What it costs more to take a character that usually joins names for part of one (颐和园).
const JOINING: f32 = 1.0;

/// What it costs more for 至, which hardly ever stands in a name.
const LEADING: f32 = 2.0;

/// Longest remark in brackets that is passed over, in characters.
const REMARK: usize = 6;

const fn joins(c: char) -> bool {
    matches!(
        c,
        '和' | '与'
            | '经'
            | '及'
            | '至'
            | '的'
            | '等'
            | '在'
            | '为'
            | '对'
            | '从'
            | '被'
            | '将'
            | '以'
            | '了'
            | '是'
            | '由'
    )
}

/// Cheapest cuts up to each character, apart for those that end in an unknown one.
struct Cuts(Vec<[Option<Step>; 2]>);

impl Cuts {
    fn offer(&mut self, end: usize, step: Step) {
        let slot = &mut self.0[end][usize::from(step.token == Token::Unknown)];
        if slot.is_none_or(|old| step.cost < old.cost) {
            *slot = Some(step);
        }
    }

    fn best(&self, at: usize) -> Option<(bool, Step)> {
        let [known, unknown] = self.0[at];
        let cheaper = unknown.is_some_and(|u| known.is_none_or(|k| u.cost < k.cost));
        if cheaper { unknown.map(|step| (true, step)) } else { known.map(|step| (false, step)) }
    }
}

/// Cuts a sentence into tokens. `home` is the code of the report's area: names of its villages and towns
/// mean those.
#[must_use]
pub fn tokenize(chars: &[char], home: Option<&str>) -> Vec<Lexeme> {
    let mut names: Vec<Vec<(usize, Token, f32)>> = vec![Vec::new(); chars.len() + 1];
    for hit in gazetteer::scan(chars) {
        if let Some((token, cost)) = read_name(&hit, chars, home) {
            names[hit.range.start].push((hit.range.end, token, cost));
            if let Some(longer) = former_name(&hit, token, chars, home) {
                names[hit.range.start].push(longer);
            }
        }
    }
    let mut cuts = Cuts(vec![[None; 2]; chars.len() + 1]);
    cuts.0[0][0] =
        Some(Step { cost: 0.0, from: 0, after_unknown: false, token: Token::Number, whole: false });
    for at in 0..chars.len() {
        let Some((after_unknown, here)) = cuts.best(at) else { continue };
        let known = |token: Token, cost: f32| Step {
            cost: here.cost + cost,
            from: at,
            after_unknown,
            token,
            whole: false,
        };
        for (layer, step) in cuts.0[at].into_iter().enumerate() {
            if let Some(step) = step.filter(|_| chars[at].is_alphanumeric()) {
                let small = match chars[at] {
                    '至' => LEADING,
                    c if joins(c) => JOINING,
                    _ => 0.0,
                };
                let cost = step.cost + small + if layer == 1 { UNKNOWN.1 } else { UNKNOWN.0 };
                let after_unknown = layer == 1;
                let token = Token::Unknown;
                cuts.offer(at + 1, Step { cost, from: at, after_unknown, token, whole: false });
            }
        }
        if let Some((end, token)) = solid(chars, at) {
            let whole = matches!(token, Token::Quote | Token::Title | Token::Bracket);
            let cost = match chars[at] {
                _ if whole => -10.0,
                // 「荆底|三|个」 counts.
                c if numeral(c) && counts(chars, end) => 0.4,
                // A numeral in a name (黄千高速) is no number.
                c if numeral(c) => 1.2,
                _ => 0.4,
            };
            cuts.offer(end, known(token, cost));
        }
        for word in words().starting(&chars[at..]) {
            // 「加快建设|中铺子」: a predicate that says that it goes on stands at the end.
            let behind = chars.get(at + word.chars.len()).is_some_and(|c| c.is_alphanumeric());
            let goes_on = word.chars.len() > 2 && word.chars.last() == Some(&'中');
            if goes_on && behind && word.tags.has(Tags::PREDICATE) {
                continue;
            }
            let cost = word_cost(word) + begins_name(word, chars, at);
            cuts.offer(at + word.chars.len(), known(Token::Word(word.tags), cost));
        }
        if let Some(length) = organs::company_starting(&chars[at..]) {
            cuts.offer(at + length, Step { whole: true, ..known(Token::Unknown, COMPANY) });
        }
        if names_way(chars, at) || names_airport(chars, at) {
            cuts.offer(at + 2, known(Token::Unknown, WAY));
        }
        if let Some(length) = names_family(chars, at) {
            cuts.offer(at + length, known(Token::Unknown, WAY));
        }
        if names_reservoir(chars, at) {
            cuts.offer(at + 3, known(Token::Unknown, WAY));
        }
        if let Some(end) = spells_way(chars, at) {
            cuts.offer(end, Step { whole: true, ..known(Token::Unknown, -20.0) });
        }
        for (end, token, cost) in &names[at] {
            cuts.offer(*end, known(*token, *cost));
        }
    }
    split_tails(split_waters(split_bays(split_towns(backtrack(&cuts), chars), chars), chars), chars)
}

/// Whether a classifier stands at a character.
fn counts(chars: &[char], at: usize) -> bool {
    let word = chars.get(at).map(|c| c.to_string());
    word.is_some_and(|word| lists().lists.classifiers.has(&word))
}

/// Small words and endings of one character are cheap, but for those that stand in names as well.
fn word_cost(word: &Word) -> f32 {
    let small =
        Tags::PREPOSITION.and(Tags::CONJUNCTION).and(Tags::PARTICLE).and(Tags::MEASURE).and(Tags::VERB);
    if word.chars.len() > 1 {
        return if word.tags.has(Tags::VERB.and(Tags::PREDICATE)) { 0.9 } else { 1.0 };
    }
    if word.tags.has(Tags::WEAK) {
        1.6
    } else if word.tags.has(small.and(Tags::ENDING)) {
        0.8
    } else {
        1.3
    }
}

/// A token that its characters alone decide.
fn solid(chars: &[char], at: usize) -> Option<(usize, Token)> {
    let first = chars[at];
    let closed = |open: char, close: char, token: Token, longest: usize| {
        let rest = chars.get(at + 1..)?;
        let mut depth = 1;
        let end = rest.iter().take(longest).position(|c| {
            depth += i32::from(*c == open) - i32::from(*c == close);
            depth == 0
        })?;
        Some((at + end + 2, token))
    };
    let paired = match first {
        '“' => closed('“', '”', Token::Quote, 40),
        '《' => closed('《', '》', Token::Title, 60),
        '（' => closed('（', '）', Token::Bracket, 12),
        '(' => closed('(', ')', Token::Bracket, 12),
        _ => None,
    };
    if let Some((end, token)) = paired {
        let inside: String = chars[at + 1..end - 1].iter().collect();
        let place =
            token == Token::Bracket && gazetteer::by_name(&inside).iter().any(|candidate| candidate.full);
        // 「（凤凰新村-白云湖）」 says from where to where; what else is long is more than a remark.
        let leads = inside.contains(['-', '至', '—']);
        let long = token == Token::Bracket && inside.chars().count() > REMARK;
        if !place && (!long || leads) {
            return paired;
        }
    }
    if first.is_ascii_alphanumeric() {
        let run = chars[at..]
            .iter()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-' | '/' | '%' | ',' | '_'))
            .count();
        let run = run
            - chars[at..at + run]
                .iter()
                .rev()
                .take_while(|c| matches!(c, '.' | ',' | '-' | '/' | '+'))
                .count();
        let letters = chars[at..at + run].iter().any(char::is_ascii_alphabetic);
        return Some((at + run.max(1), if letters { Token::Latin } else { Token::Number }));
    }
    if numeral(first) {
        let run = chars[at..].iter().take_while(|c| numeral(**c)).count();
        return Some((at + run, Token::Number));
    }
    // 「④孝义河整治」: the number of an item.
    let item = matches!(first, '\u{2460}'..='\u{24FF}' | '\u{2776}'..='\u{2793}');
    (item || !first.is_alphanumeric()).then_some((at + 1, Token::Mark(first)))
}

/// Whether a character is a Chinese numeral.
#[must_use]
pub const fn numeral(c: char) -> bool {
    matches!(
        c,
        '一' | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
            | '两'
            | '〇'
            | '零'
    )
}

fn backtrack(cuts: &Cuts) -> Vec<Lexeme> {
    let mut out: Vec<Lexeme> = Vec::new();
    let mut at = cuts.0.len() - 1;
    let mut next = cuts.best(at);
    let mut whole = false;
    while let (true, Some((_, step))) = (at > 0, next) {
        match out.last_mut() {
            // Found from the end: the later half of a run of unknown characters is already there.
            Some(later)
                if step.token == Token::Unknown
                    && later.token == Token::Unknown
                    && !(whole || step.whole) =>
            {
                later.range.start = step.from
            }
            _ => out.push(Lexeme { token: step.token, range: step.from..at }),
        }
        whole = step.whole;
        at = step.from;
        next = cuts.0[at][usize::from(step.after_unknown)].map(|before| (step.after_unknown, before));
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let words = tokenize(&chars, Some("110109"));
        words.iter().map(|l| chars[l.range.clone()].iter().collect::<String>()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn sentences_fall_into_words() {
        for (text, want) in [
            ("推进沿河城长城陈列馆建设", "推进|沿河城|长城|陈列馆|建设"),
            ("石龙路电力隧道工程顺利完工", "石龙|路|电力|隧道|工程|顺利完工"),
            ("斋堂110千伏输变电站建成投产", "斋堂|110|千伏|输变电站|建成投产"),
            ("提高城镇居民收入", "提高|城镇|居民收入"),
            (
                "与中国移动研究院打造“数字长城—元宇宙体验平台”",
                "与|中国移动|研究院|打造|“数字长城—元宇宙体验平台”",
            ),
            ("加快解放山水库除险加固", "加快|解放山|水库|除险加固"),
            ("大（悟）安（陆）线陈店街道外迁", "大（悟）安（陆）|线|陈店|街道|外迁"),
            ("建成万柳线盐盆段、跃进路北段", "建成|万柳|线|盐盆|段|、|跃进|路|北|段"),
            ("推进8号线北延段（凤凰新村-白云湖）", "推进|8|号线|北延|段|（凤凰新村-白云湖）"),
            ("加快高排港一期", "加快|高排|港|一期"),
            ("建成五缘湾游艇码头", "建成|五缘湾|游艇|码头"),
            ("在中山西路", "在|中山|西|路"),
            ("天河机场启动改造", "天河|机场|启动|改造"),
            ("力争永定镇南区、3751-C项目完工", "力争|永定镇|南|区|、|3751-C|项目|完工"),
        ] {
            assert_eq!(cut(text), want);
        }
    }
}
