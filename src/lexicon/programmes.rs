//! Programmes that are known by name throughout the country.

use std::collections::HashMap;
use std::sync::OnceLock;

/// The length of the programme's name that begins here, if one does.
#[must_use]
pub fn starting(chars: &[char]) -> Option<usize> {
    static NAMES: OnceLock<HashMap<char, Vec<Vec<char>>>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names: HashMap<char, Vec<Vec<char>>> = HashMap::new();
        for line in
            include_str!("../../data/lexicon/programmes.txt").lines().filter(|line| !line.starts_with('#'))
        {
            let chars: Vec<char> = line.chars().collect();
            if let Some(first) = chars.first() {
                names.entry(*first).or_default().push(chars);
            }
        }
        for list in names.values_mut() {
            list.sort_by_key(|name| std::cmp::Reverse(name.len()));
        }
        names
    });
    names.get(chars.first()?)?.iter().find(|name| chars.starts_with(name)).map(Vec::len)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_longest_name_counts() {
        let length = |text: &str| super::starting(&text.chars().collect::<Vec<_>>());
        assert_eq!(length("接诉即办平均综合成绩"), Some(4));
        assert_eq!(length("乡村振兴战略行动"), Some(8));
        assert_eq!(length("全区"), None);
    }
}
