//! Ranks: `全市排名第六`, `居全省第一位`, `全国第3`, `生态涵养区首位`.

use std::ops::Range;

use super::numeral;

/// A rank in a sentence, without the words before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rank {
    /// Where it stands.
    pub range: Range<usize>,
    /// The position; None for 前列 and 前十.
    pub position: Option<u32>,
}

/// The ranks of a sentence, in order.
pub(super) fn scan(text: &[char], blocked: impl Fn(usize) -> bool) -> Vec<Rank> {
    let mut ranks = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match rank_at(text, at) {
            Some(rank) if !blocked(at) => {
                at = rank.range.end;
                ranks.push(rank);
            }
            _ => at += 1,
        }
    }
    ranks
}

fn rank_at(text: &[char], at: usize) -> Option<Rank> {
    let rest = &text[at..];
    let fixed = |word: &str, position| {
        let length = word.chars().count();
        (rest.len() >= length && word.chars().eq(rest[..length].iter().copied()) && ends(&rest[length..]))
            .then(|| Rank { range: at..at + length, position })
    };
    fixed("首位", Some(1))
        .or_else(|| fixed("榜首", Some(1)))
        .or_else(|| fixed("前列", None))
        .or_else(|| fixed("前茅", None))
        .or_else(|| numbered(text, at))
}

/// `第六`, `第十一名`, `前十`, `前50名`.
fn numbered(text: &[char], at: usize) -> Option<Rank> {
    let rest = &text[at..];
    let among = match rest.first()? {
        '第' => false,
        '前' => true,
        _ => return None,
    };
    let number = numeral::at(&rest[1..])?;
    let mut length = 1 + number.length;
    let counted = matches!(rest.get(length), Some('位' | '名' | '强'));
    length += usize::from(counted);
    if !ends(&rest[length..]) {
        return None;
    }
    let position = u32::try_from(number.value).ok()?;
    Some(Rank { range: at..at + length, position: (!among).then_some(position) })
}

/// Whether nothing follows that would make the rank part of a name (第三产业) or of a phrase.
fn ends(rest: &[char]) -> bool {
    match rest.first() {
        None => true,
        Some(c) => {
            super::naming::is_break(*c)
                || matches!(c, '、' | '和' | '与' | '及' | '跃' | '上' | '升' | '提' | '前' | '，')
                || rest.starts_with(&['的', '位'])
                || rest.starts_with(&['以', '及'])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions() {
        let read = |text: &str| -> Vec<Option<u32>> {
            let chars: Vec<char> = text.chars().collect();
            scan(&chars, |_| false).into_iter().map(|rank| rank.position).collect()
        };
        assert_eq!(read("增速全市排名第六、生态涵养区排名第三"), [Some(6), Some(3)]);
        assert_eq!(read("从去年的全市第十一名跃升至第三名"), [Some(11), Some(3)]);
        assert_eq!(read("我区获得全国第3，创历史最好排名"), [Some(3)]);
        assert_eq!(read("居生态涵养区首位"), [Some(1)]);
        assert_eq!(read("位列全市前十"), [None]);
        assert_eq!(read("第三产业发展，第十六届市运会，第一次会议"), []);
    }
}
