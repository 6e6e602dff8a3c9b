//! The clause of a sentence that states a figure.

/// `农村泥草（危）房` without what stands in brackets.
pub(super) fn without_brackets(text: &str) -> String {
    let mut depth = 0_i32;
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth -= 1,
            _ if depth <= 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}

/// The clause of a sentence that holds the words of a figure: from the mark before its number to the
/// next, the enumeration comma `、` not counting as one.
pub(super) fn clause<'a>(sentence: &'a str, wordings: &[&str]) -> &'a str {
    const MARKS: [char; 6] = ['，', '。', '；', ',', ';', '：'];
    let found = wordings.iter().find_map(|wording| sentence.find(wording).map(|at| (at, wording.len())));
    let Some((at, length)) = found else { return sentence };
    let start = |before: &str| {
        before.rfind(MARKS).map_or(0, |mark| mark + before[mark..].chars().next().map_or(1, char::len_utf8))
    };
    let begin = start(&sentence[..at]);
    // 全面启动了新型农村合作医疗试点，参合率达92%: a clause without a number introduces the one that has it.
    let before = sentence[..begin].strip_suffix('，').map_or(begin, start);
    let told = |c: char| c.is_ascii_digit() || matches!(c, '第' | '首');
    let introduced = before < begin && !sentence[before..begin].contains(told);
    let begin = if introduced { before } else { begin };
    let end = sentence[at + length..].find(MARKS).map_or(sentence.len(), |mark| at + length + mark);
    &sentence[begin..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_cut_around_its_figure() {
        let text = "力争解决停车位4639个，其中投入使用4239个、错时共享400个。";
        assert_eq!(clause(text, &["4639个"]), "力争解决停车位4639个");
        assert_eq!(clause(text, &["400个"]), "其中投入使用4239个、错时共享400个");
        assert_eq!(clause(text, &["900个"]), text);
    }
}
