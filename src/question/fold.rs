//! Text brought to a form in which two spellings of the same words are equal.
//!
//! A text becomes a row of [`Unit`]s: one for each Chinese character, one for each Latin word or number.
//! Width, case, tone marks, quotation marks, punctuation and the English plural are folded away, so that
//! `“门头沟小院”` meets `门头沟小院`, and `Parking Spaces` meets `parking space`.

/// The smallest piece of a folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// One Chinese character, or a Latin word or number surrounded by spaces.
    pub text: String,
    /// Where it begins in the text that was folded, in characters.
    pub begin: usize,
    /// Where it ends.
    pub end: usize,
    /// How many brackets are open around it.
    pub depth: usize,
}

impl Unit {
    /// Whether it is a Latin word or a number.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.text.starts_with(' ')
    }

    /// Whether it is a number.
    #[must_use]
    pub fn is_number(&self) -> bool {
        self.text.trim().starts_with(|c: char| c.is_ascii_digit())
    }
}

/// Folds a text into its units.
///
/// ```
/// use zhengtu::question::fold::units;
/// let texts: Vec<String> = units("“Parking Spaces” 在斋堂").into_iter().map(|u| u.text).collect();
/// assert_eq!(texts, [" parking ", " space ", "在", "斋", "堂"]);
/// ```
#[must_use]
pub fn units(text: &str) -> Vec<Unit> {
    let chars: Vec<char> = text.chars().map(narrow).collect();
    let mut depth = 0_usize;
    let mut units = Vec::new();
    for (begin, end) in pieces(&chars) {
        match chars[begin] {
            '(' | '[' | '〔' | '【' => depth += 1,
            ')' | ']' | '〕' | '】' => depth = depth.saturating_sub(1),
            _ => {
                let mut text = String::new();
                spell(&chars[begin..end], &mut text);
                if !text.is_empty() {
                    units.push(Unit { text, begin, end, depth });
                }
            }
        }
    }
    units
}

/// The folded text as one string, the key under which names are looked up.
#[must_use]
pub fn key(text: &str) -> String {
    let chars: Vec<char> = text.chars().map(narrow).collect();
    let mut key = String::with_capacity(text.len());
    for (begin, end) in pieces(&chars) {
        spell(&chars[begin..end], &mut key);
    }
    key
}

/// A text of several clauses, folded clause by clause: no word stands across the mark between two of them.
///
/// ```
/// use zhengtu::question::fold::text_key;
/// assert_eq!(text_key("同步增长，城镇失业率"), "同步增长\n城镇失业率");
/// ```
#[must_use]
pub fn text_key(text: &str) -> String {
    let clauses = text.split(['，', '。', '；', '：', '！', '？', ';', '!', '?']);
    clauses.map(key).collect::<Vec<_>>().join("\n")
}

/// A word of the lexicon by which names are known: `路$-铁路` stands for names that end in 路 and not in 铁路.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark<'a> {
    /// What the name holds.
    pub word: &'a str,
    /// Whether it ends in it.
    pub ends: bool,
    /// What does not count.
    pub without: &'a str,
}

impl<'a> Mark<'a> {
    /// Reads a word of the lexicon.
    #[must_use]
    pub fn new(spelling: &'a str) -> Self {
        match spelling.split_once("$-") {
            Some((word, without)) => Self { word, ends: true, without },
            None => Self { word: spelling, ends: false, without: "" },
        }
    }

    /// Whether one of the folded names, a line each, is known by it.
    #[must_use]
    pub fn is_in(&self, names: &str) -> bool {
        let (word, without) = (key(self.word), key(self.without));
        if !self.ends {
            return names.contains(&word);
        }
        names.lines().any(|name| name.ends_with(&word) && !name.ends_with(&without))
    }
}

/// Cuts a narrowed text into words and single characters.
fn pieces(chars: &[char]) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let begin = at;
        let char = *chars.get(begin)?;
        at = if is_word_part(char) { word_end(chars, begin) } else { begin + 1 };
        Some((begin, at))
    })
}

/// Writes a piece as it stands in a key; marks leave nothing.
fn spell(piece: &[char], key: &mut String) {
    match piece {
        [first, ..] if is_word_part(*first) => {
            let word: String = piece.iter().collect();
            key.push(' ');
            key.push_str(&stem(&word));
            key.push(' ');
        }
        [char] if is_ideograph(*char) => key.push(*char),
        _ => {}
    }
}

/// Where the word that begins at `at` ends. A decimal point between digits belongs to a number; a year
/// written against letters (`2022GDP`) is a word of its own.
fn word_end(chars: &[char], at: usize) -> usize {
    let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    if (at..at + 4).all(digit) && chars.get(at + 4).is_some_and(char::is_ascii_alphabetic) {
        return at + 4;
    }
    let mut end = at;
    while let Some(&char) = chars.get(end) {
        let point = char == '.' && end > at && digit(end - 1) && digit(end + 1);
        let apostrophe = matches!(char, '\'' | '’') && chars.get(end + 1) == Some(&'s');
        if apostrophe {
            return end;
        }
        if !is_word_part(char) && !point {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a character belongs to a word written with letters, or a number.
fn is_word_part(char: char) -> bool {
    char.is_alphanumeric() && !is_ideograph(char)
}

/// Whether a character is Chinese.
#[must_use]
pub fn is_ideograph(char: char) -> bool {
    matches!(char, '\u{3007}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// Lower case, half width, without tone marks.
fn narrow(char: char) -> char {
    let half = match char {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(char as u32 - 0xFEE0).unwrap_or(char),
        '\u{3000}' => ' ',
        other => other,
    };
    match half.to_lowercase().next().unwrap_or(half) {
        'ā' | 'á' | 'ǎ' | 'à' => 'a',
        'ē' | 'é' | 'ě' | 'è' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' => 'u',
        'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'ü' => 'v',
        other => other,
    }
}

/// An English word without its plural ending.
fn stem(word: &str) -> String {
    let long = word.len() > 3 && word.is_ascii();
    match word {
        _ if long && word.len() > 4 && word.ends_with("ies") => format!("{}y", &word[..word.len() - 3]),
        _ if long && word.ends_with('s') && !word.ends_with("ss") => word[..word.len() - 1].to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_quotes_and_tones_do_not_matter() {
        assert_eq!(key("“１１０ＫＶ”"), key("110kv"));
        assert_eq!(key("Zhāitáng"), key("zhaitang"));
        assert_eq!(key("《非遗（口技）+》"), key("非遗口技"));
        assert_eq!(key("the district's roads"), " the  district  s  road ");
    }

    #[test]
    fn offsets_are_those_of_the_text_as_given() {
        let units = units("（斋堂）PM2.5");
        let spans: Vec<(usize, usize, usize)> = units.iter().map(|u| (u.begin, u.end, u.depth)).collect();
        assert_eq!(spans, [(1, 2, 1), (2, 3, 1), (4, 9, 0)]);
        assert_eq!(units[2].text, " pm2.5 ");
    }
}
