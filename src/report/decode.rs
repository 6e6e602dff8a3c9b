//! Bytes to text: UTF-8, or GB18030 (which holds GBK and GB 2312), and nothing else.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use super::ReadError;

/// Decodes a file. A byte-order mark decides; otherwise UTF-8 where the bytes are valid UTF-8, otherwise
/// what the bytes look like, if that is a Chinese encoding.
///
/// # Errors
/// [`ReadError::Empty`] for no text at all, [`ReadError::Binary`] where the bytes are no text.
pub fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return checked(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(ReadError::Binary { at });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => readable(text.to_owned()),
        Err(error) => {
            let guess = declared(bytes).unwrap_or_else(|| guess(bytes));
            if guess == GBK || guess == GB18030 {
                checked(GB18030, bytes)
            } else if guess == UTF_8 {
                checked(UTF_8, bytes)
            } else {
                Err(ReadError::Binary { at: error.valid_up_to() })
            }
        }
    }
}

/// Where in a file a web page says how it is encoded, in bytes.
const HEAD: usize = 1024;

/// What a web page says of its encoding.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    const NAME: &[u8] = b"charset=";
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let at = head.windows(NAME.len()).position(|window| window.eq_ignore_ascii_case(NAME))? + NAME.len();
    let unquoted = head.get(at..)?.trim_ascii_start();
    let unquoted = unquoted.strip_prefix(b"\"").or(unquoted.strip_prefix(b"'")).unwrap_or(unquoted);
    let end = unquoted.iter().position(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'_'));
    Encoding::for_label(unquoted.get(..end?)?)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

fn checked(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, ReadError> {
    debug_assert!([UTF_8, GB18030, UTF_16LE, UTF_16BE].contains(&encoding));
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    if broken && share_of_damage(&text) > 0.01 {
        let at = text.find('\u{FFFD}').unwrap_or_default();
        return Err(ReadError::Binary { at });
    }
    readable(text.into_owned())
}

/// The share of characters that could not be decoded or that carry no meaning outside a font.
fn share_of_damage(text: &str) -> f64 {
    let (mut all, mut damaged) = (0_u32, 0_u32);
    for c in text.chars() {
        all += 1;
        damaged += u32::from(c == '\u{FFFD}' || ('\u{E000}'..='\u{F8FF}').contains(&c));
    }
    f64::from(damaged) / f64::from(all.max(1))
}

/// The text, where a person could read it.
///
/// # Errors
/// [`ReadError::Empty`], [`ReadError::Binary`] or [`ReadError::Unreadable`].
pub fn readable(text: String) -> Result<String, ReadError> {
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some(at) =
        text.find(|c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}'))
    {
        // A stray control character happens in text cut from a PDF; many of them do not.
        let odd = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
        if odd * 50 > text.chars().count() {
            return Err(ReadError::Binary { at });
        }
    }
    if share_of_damage(&text) > 0.1 {
        return Err(ReadError::Unreadable);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_same_text_in_three_encodings() {
        let text = "门头沟区政府工作报告，实现地区生产总值275亿元，同比增长1.5%。";
        let (gb, _, _) = GB18030.encode(text);
        let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
        for bytes in [text.as_bytes(), &gb, &marked] {
            assert_eq!(decode(bytes).unwrap(), text);
        }
    }

    #[test]
    fn a_page_says_how_it_is_encoded() {
        let page =
            |name: &str| format!("<meta http-equiv=Content-Type content=\"text/html; charset={name}\">");
        // Too little Chinese to guess from.
        let (short, _, _) = GB18030.encode("<p>龚</p>");
        let bytes = [page("gb2312").as_bytes(), &short].concat();
        assert!(decode(&bytes).unwrap().ends_with("<p>龚</p>"));
        // A byte that was lost on the way.
        let text = "门头沟区政府工作报告，实现地区生产总值275亿元。".repeat(20);
        let bytes = [page("utf-8").as_bytes(), text.as_bytes(), b"\xe9<p>"].concat();
        assert!(decode(&bytes).unwrap().contains("地区生产总值"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(matches!(decode(b""), Err(ReadError::Empty)));
        assert!(matches!(decode(b" \n\t"), Err(ReadError::Empty)));
        assert!(matches!(decode(b"PK\x03\x04\x00\x00"), Err(ReadError::Binary { at: 4 })));
        assert!(decode(&[0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xd8]).is_err());
    }
}
