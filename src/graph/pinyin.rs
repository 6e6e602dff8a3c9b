//! Hanyu Pinyin of names, without tones, for people who type no Chinese: `Zhaitang Zhen`.
//!
//! Syllables of a word are joined, with an apostrophe before one that begins with a, o or e (`Xi'an`).
//! Names of places are parted from the ending that says what they are. Which reading a character takes is
//! decided by `data/lexicon/pinyin.csv` where it has several.

use std::collections::HashMap;
use std::sync::LazyLock;

use ::pinyin::ToPinyin;
use oxigraph::model::NamedNode;

use super::output::{Layer, Output, tagged};
use crate::vocabulary::{PINYIN, skos};

/// Words with the reading that they have together: `word,pinyin`, syllables parted by spaces.
const READINGS: &str = include_str!("../../data/lexicon/pinyin.csv");

/// Endings of place names, each a word of its own in Pinyin: `ending`.
const ENDINGS: &str = include_str!("../../data/lexicon/pinyin_endings.csv");

/// A word of the table: its characters and their syllables.
type Reading = (Vec<char>, Vec<&'static str>);

/// Words of the table by their first character, longest first.
static WORDS: LazyLock<HashMap<char, Vec<Reading>>> = LazyLock::new(|| {
    let mut words: HashMap<char, Vec<Reading>> = HashMap::new();
    for (word, pinyin) in READINGS.lines().skip(1).filter_map(|line| line.split_once(',')) {
        let chars: Vec<char> = word.chars().collect();
        if let Some(first) = chars.first() {
            words.entry(*first).or_default().push((chars, pinyin.split_whitespace().collect()));
        }
    }
    for readings in words.values_mut() {
        readings.sort_by_key(|(chars, _)| std::cmp::Reverse(chars.len()));
    }
    words
});

/// Endings of place names, longest first.
static PLACE_ENDINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut endings: Vec<_> =
        ENDINGS.lines().skip(1).map(str::trim).filter(|ending| !ending.is_empty()).collect();
    endings.sort_by_key(|ending| std::cmp::Reverse(ending.len()));
    endings
});

/// Adds the Pinyin of a place's name.
pub(super) fn write_place(layer: Layer, iri: &NamedNode, name: &str, out: &mut Output) {
    write(layer, iri, of_place(name), out);
}

/// Adds the Pinyin of any other name.
pub(super) fn write_name(layer: Layer, iri: &NamedNode, name: &str, out: &mut Output) {
    write(layer, iri, of_name(name), out);
}

fn write(layer: Layer, iri: &NamedNode, pinyin: Option<String>, out: &mut Output) {
    if let Some(pinyin) = pinyin {
        out.add(layer, iri, skos::ALT_LABEL, tagged(&pinyin, PINYIN));
    }
}

/// `斋堂镇` → `Zhaitang Zhen`; None where there is nothing to spell.
fn of_place(name: &str) -> Option<String> {
    let own = PLACE_ENDINGS.iter().find_map(|ending| name.strip_suffix(ending).filter(|own| !own.is_empty()));
    let Some(own) = own else { return of_name(name) };
    // The whole is read at once, so that a word of the table may span the seam (`长安街`).
    let sounds = syllables(name);
    let (front, back) = sounds.split_at(own.chars().count().min(sounds.len()));
    readable(&sounds).then(|| format!("{} {}", join(front), join(back)).trim().to_owned())
}

/// `斋堂110千伏输变电站` → `Zhaitang 110 qianfushubiandianzhan`; None where there is nothing to spell.
fn of_name(name: &str) -> Option<String> {
    let sounds = syllables(name);
    readable(&sounds).then(|| join(&sounds))
}

/// Whether there is a syllable to spell.
fn readable(sounds: &[Sound]) -> bool {
    sounds.iter().any(|sound| matches!(sound, Sound::Syllable(_)))
}

/// What a character contributes to the spelling.
#[derive(Debug, Clone, Copy)]
enum Sound {
    Syllable(&'static str),
    /// A Latin letter or a digit, kept as it is.
    Kept(char),
    /// Punctuation, or a character without a reading.
    Gap,
}

/// One sound for each character of a name.
fn syllables(name: &str) -> Vec<Sound> {
    let chars: Vec<char> = name.chars().collect();
    let mut sounds = Vec::with_capacity(chars.len());
    while let Some(rest) = chars.get(sounds.len()..).filter(|rest| !rest.is_empty()) {
        if let Some(reading) = listed(rest) {
            sounds.extend(reading.iter().copied().map(Sound::Syllable));
        } else {
            sounds.push(sound(rest[0]));
        }
    }
    sounds
}

/// The syllables of the longest word of the table that `rest` begins with.
fn listed(rest: &[char]) -> Option<&'static [&'static str]> {
    let readings = WORDS.get(&rest[0])?;
    let (_, syllables) =
        readings.iter().find(|(word, syllables)| rest.starts_with(word) && word.len() == syllables.len())?;
    Some(syllables)
}

fn sound(char: char) -> Sound {
    match char.to_pinyin() {
        Some(pinyin) => Sound::Syllable(pinyin.plain()),
        None if char.is_ascii_alphanumeric() || char == '.' => Sound::Kept(char),
        None => Sound::Gap,
    }
}

/// Joins sounds: syllables to words, Latin letters and digits to words of their own. The first letter is
/// a capital.
fn join(sounds: &[Sound]) -> String {
    let mut spelt = String::new();
    let mut before = Sound::Gap;
    for sound in sounds {
        match (before, *sound) {
            (Sound::Syllable(_), Sound::Syllable(next)) => {
                if next.starts_with(['a', 'o', 'e']) {
                    spelt.push('\'');
                }
                spelt.push_str(next);
            }
            (Sound::Kept(_), Sound::Kept(next)) => spelt.push(next),
            (_, Sound::Gap) => {}
            (_, next) => {
                if !spelt.is_empty() {
                    spelt.push(' ');
                }
                match next {
                    Sound::Syllable(syllable) => spelt.push_str(syllable),
                    Sound::Kept(char) => spelt.push(char),
                    Sound::Gap => {}
                }
            }
        }
        before = *sound;
    }
    capitalised(&spelt)
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::{of_name, of_place};

    #[test]
    fn places_are_parted_from_their_ending() {
        for (name, expected) in [
            ("斋堂镇", Some("Zhaitang Zhen")),
            ("长安街", Some("Chang'an Jie")),
            ("大台街道", Some("Datai Jiedao")),
            ("重庆市", Some("Chongqing Shi")),
            ("西安市", Some("Xi'an Shi")),
            ("吕梁市", Some("Lüliang Shi")),
            ("永定河", Some("Yongding He")),
            ("国道109", Some("Guodao 109")),
            ("百花山", Some("Baihua Shan")),
            ("杭州", Some("Hangzhou")),
            ("陕西省", Some("Shaanxi Sheng")),
            ("14街区", Some("14 Jiequ")),
            ("S1北支线", Some("S1 beizhixian")),
            ("镇", Some("Zhen")),
            ("109", None),
            ("", None),
        ] {
            assert_eq!(of_place(name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn every_word_of_the_table_has_a_syllable_for_each_character() {
        for line in super::READINGS.lines().skip(1) {
            let (word, pinyin) = line.split_once(',').unwrap_or_default();
            assert_eq!(word.chars().count(), pinyin.split(' ').count(), "{line}");
        }
    }

    #[test]
    fn other_names_are_one_word() {
        for (name, expected) in [
            ("斋堂华侨城项目", "Zhaitanghuaqiaochengxiangmu"),
            ("斋堂110千伏输变电站", "Zhaitang 110 qianfushubiandianzhan"),
            ("门头沟区银行", "Mentougouquyinhang"),
            ("京西行动计划", "Jingxixingdongjihua"),
            ("沿河城长城陈列馆", "Yanhechengchangchengchenlieguan"),
            ("“门境”系统", "Menjing xitong"),
            ("社会计划增长期", "Shehuijihuazengzhangqi"),
        ] {
            assert_eq!(of_name(name).as_deref(), Some(expected), "{name}");
        }
    }
}
