//! Places that only the names of villages and communities know: `data/gazetteer/settlements.csv`.

use std::ops::Range;

use super::{Known, Named};
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::projects::Spoken;
use crate::facts::Kind;
use crate::lexicon::gazetteer;
use crate::lexicon::lists::lists;
use crate::lexicon::organs;
use crate::lexicon::words::Tags;

/// 「三堡|排涝工程」「五通|客运码头三期」: the settlement that the name of what is built begins with, also behind the
/// district or the city's level. `home` is the code of the report's area.
#[must_use]
pub fn settled(line: &Line, spoken: &Spoken, home: Option<&str>) -> Option<Named> {
    let project = &spoken.tokens;
    let outer = matches!(line.lexemes[project.start].token, Token::Division(_))
        || line.reads_any(project.start, &lists().names.levels);
    let first = project.start + usize::from(outer && project.len() > 1);
    // 「景山|学校」「青大|附院」 are bodies, wherever they build.
    let body = |i: usize| line.ending(i).is_some_and(|e| e.kind == Kind::Organization);
    if project.clone().any(body) {
        return None;
    }
    let whole = spoken.name.len() == line.text(project.clone()).len();
    let end = (first + 1..=project.end - usize::from(whole))
        .rev()
        .find(|end| names_one(line, first..*end, project.end, home))?;
    Some(Named {
        tokens: first..end,
        name: line.text(first..end),
        subtype: "region".to_owned(),
        known: Known::Nothing,
    })
}

/// Whether tokens, none of them a word of its own, are together what a settlement of the area is called, and not the
/// beginning of a longer name. `limit` is where the name that they stand in ends.
fn names_one(line: &Line, tokens: Range<usize>, limit: usize, home: Option<&str>) -> bool {
    let letter =
        |i: usize| line.lexemes[i].range.len() == 1 && !matches!(line.lexemes[i].token, Token::Mark(_));
    let part = |i: usize| line.lexemes[i].token == Token::Unknown || tokens.len() > 1 && letter(i);
    let chars = line.chars_of(tokens.clone());
    let name = line.text(tokens.clone());
    let company = organs::company_starting(&line.sentence.chars[chars.clone()]).is_some();
    // 「马坡|洋」「太平|湾」「三江|六岸」
    let goes_on = tokens.end < limit
        && (letter(tokens.end) && !line.is(tokens.end, Tags::CONJUNCTION.and(Tags::PREPOSITION))
            || line.lexemes[tokens.end].token == Token::Unknown
            || line.reads_any(tokens.end, &lists().names.named_roads)
            || line.reads_any(tokens.end, &lists().places.called_alike));
    (2..=4).contains(&chars.len())
        && tokens.clone().all(part)
        && !company
        && !goes_on
        && !gazetteer::is_common_word(&name)
        && gazetteer::is_settlement(&name, home)
}

#[cfg(test)]
mod tests {
    use super::super::super::line::Line;
    use super::names_one;
    use crate::report::Sentence;

    #[test]
    fn names_that_only_villages_have() {
        const XIAMEN: Option<&str> = Some("350200");
        for (text, home, want) in [
            ("五通客运码头", XIAMEN, "五通"),
            ("后坑压缩中转站", XIAMEN, "后坑"),
            ("五通客运码头", Some("350203"), "五通"), // a district of the city
            ("五通客运码头", Some("350000"), ""),     // a province has too many of them
            ("五通客运码头", Some("330100"), ""),     // there is none in this city
            ("五通路", XIAMEN, ""),                   // called after it
            ("海滨公园", XIAMEN, ""),                 // an ordinary word
        ] {
            let sentence = Sentence::plain(text);
            let line = Line::new(&sentence, home);
            let end =
                (1..line.lexemes.len()).rev().find(|end| names_one(&line, 0..*end, line.lexemes.len(), home));
            assert_eq!(end.map(|end| line.text(0..end)).unwrap_or_default(), want, "{text} from {home:?}");
        }
    }
}
