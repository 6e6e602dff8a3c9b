//! The part of an IRI that carries a thing's own name.

/// Stands for a name of which no character can be kept.
const UNNAMED: &str = "unnamed";

/// Brings a name into the form that it takes in an IRI: letters and digits of any script stay, as do dots
/// inside numbers; quotation marks and brackets go; everything else between two kept characters becomes one
/// hyphen. The result needs no escape in an IRI, nor in the local name of a Turtle prefixed name, and is
/// never empty.
pub(super) fn own_name(name: &str) -> String {
    let mut kept = String::with_capacity(name.len());
    let mut gap = false;
    let mut chars = name.chars().peekable();
    while let Some(char) = chars.next() {
        let inside_number = || kept.ends_with(|before: char| before.is_ascii_digit());
        if is_plain(char)
            || (char == '.' && inside_number() && chars.peek().is_some_and(char::is_ascii_digit))
        {
            if gap && !kept.is_empty() {
                kept.push('-');
            }
            gap = false;
            kept.push(char);
        } else if !is_enclosing(char) {
            gap = true;
        }
    }
    if kept.is_empty() { UNNAMED.to_owned() } else { kept }
}

/// Whether a character may stand unescaped in IRIs and in Turtle's local names: the letters and digits
/// among those that both allow.
fn is_plain(char: char) -> bool {
    match char {
        _ if char.is_ascii() => char.is_ascii_alphanumeric(),
        '\u{370}'..='\u{37D}'
        | '\u{37F}'..='\u{1FFF}'
        | '\u{C0}'..='\u{D6}'
        | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{2FF}'
        | '\u{2C00}'..='\u{2FEF}'
        | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}'
        | '\u{FDF0}'..='\u{FFEF}'
        | '\u{10000}'..='\u{DFFFF}' => char.is_alphanumeric(),
        _ => false,
    }
}

/// Quotation marks and brackets, which enclose words without parting them.
const fn is_enclosing(char: char) -> bool {
    matches!(
        char,
        '"' | '\''
            | '\u{2018}'..='\u{201F}'
            | '「'..='』'
            | '《' | '》' | '〈' | '〉' | '【' | '】' | '〔' | '〕'
            | '(' | ')' | '（' | '）' | '[' | ']' | '<' | '>' | '{' | '}'
    )
}

#[cfg(test)]
mod tests {
    use super::own_name;
    use oxigraph::model::NamedNode;
    use proptest::prelude::*;

    #[test]
    fn names_stay_readable() {
        for (name, expected) in [
            ("斋堂华侨城项目", "斋堂华侨城项目"),
            ("“门境”系统", "门境系统"),
            ("中关村（京西）人工智能科技园", "中关村京西人工智能科技园"),
            ("数字长城—元宇宙体验平台", "数字长城-元宇宙体验平台"),
            ("斋堂110千伏输变电站", "斋堂110千伏输变电站"),
            ("PM2.5 平均浓度", "PM2.5-平均浓度"),
            ("增速(%)", "增速"),
            ("a/b?c#d", "a-b-c-d"),
            ("..", "unnamed"),
            ("”", "unnamed"),
            ("", "unnamed"),
        ] {
            assert_eq!(own_name(name), expected, "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_name_gives_a_valid_iri(name in any::<String>()) {
            let iri = format!("https://w3id.org/zhengtu/id/project/110109/{}", own_name(&name));
            prop_assert!(NamedNode::new(iri.clone()).is_ok(), "{iri}");
            prop_assert!(!iri.contains('%'));
        }

        #[test]
        fn an_own_name_is_its_own_own_name(name in any::<String>()) {
            prop_assert_eq!(own_name(&own_name(&name)), own_name(&name));
        }
    }
}
