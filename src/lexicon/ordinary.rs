//! Ordinary words of `data/lexicon/ordinary.txt`. The lexer does not cut by them, since many stand inside names as
//! well; a name whose own part is made of them alone is none.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::words::{Tags, words};

/// Characters of the longest words.
const LONGEST: usize = 4;

static ORDINARY: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../../data/lexicon/ordinary.txt").lines().filter(|line| !line.starts_with('#')).collect()
});

/// Whether a text can be cut into ordinary words of two characters and more.
#[must_use]
pub fn is_ordinary(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let known = |part: &[char]| {
        let word: String = part.iter().collect();
        ORDINARY.contains(word.as_str()) || words().tags(&word).has(Tags::COMMON)
    };
    // Whether what stands before each character is cut.
    let mut cut = vec![false; chars.len() + 1];
    cut[0] = true;
    for end in 2..=chars.len() {
        let from = end.saturating_sub(LONGEST)..=end - 2;
        cut[end] = from.into_iter().any(|begin| cut[begin] && known(&chars[begin..end]));
    }
    chars.len() > 1 && cut[chars.len()]
}

#[cfg(test)]
mod tests {
    use super::is_ordinary;

    #[test]
    fn words_that_name_nothing() {
        for (text, want) in [
            ("采洗", true),
            ("封闭封控", true),
            ("斋堂", false),
            ("采", false),
            ("采洗斋", false),
            ("", false),
        ] {
            assert_eq!(is_ordinary(text), want, "{text}");
        }
    }
}
