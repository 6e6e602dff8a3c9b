//! Places that their form alone shows: roads and lines with a number or code, cities abroad, quoted regions,
//! divisions in brackets, rivers before what rivers have.

use super::{Known, Named};
use crate::extract::lexer::{Token, numeral};
use crate::extract::line::Line;
use crate::lexicon::gazetteer::{self, Level};
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Tags, words};

/// A city behind the country it lies in: 「越南下龙市」.
pub(super) fn foreign(line: &Line, at: usize) -> Option<Named> {
    let abroad = at > 0
        && matches!(line.lexemes[at - 1].token, Token::Feature(feature) if feature.kind.as_str() == "country");
    let name = line.word(at);
    let city = line.lexemes[at].token == Token::Unknown
        && (3..=8).contains(&name.chars().count())
        && lists().places.foreign.end(&name);
    (abroad && city).then(|| Named {
        tokens: at..at + 1,
        name,
        subtype: "city".to_owned(),
        known: Known::Nothing,
    })
}

/// 「松（林）待（补）|公路」「大（悟）安（陆）|线」: a way with its two ends spelled out.
pub(super) fn spelled_way(line: &Line, at: usize) -> Option<Named> {
    let name = line.word(at);
    let spelled = line.lexemes[at].token == Token::Unknown && name.ends_with(['）', ')']);
    let way = line.reads(at + 1, "线")
        || line.ending(at + 1).is_some_and(|e| lists().places.headed_kinds.has(&e.subtype));
    (spelled && way).then(|| Named {
        tokens: at..at + 2,
        name: line.text(at..at + 2),
        subtype: "road".to_owned(),
        known: Known::Nothing,
    })
}

/// 「双龙|区域」: an area called after something that no table knows.
pub(super) fn named_area(line: &Line, at: usize) -> Option<Named> {
    let before = at.checked_sub(1).map(|i| &line.lexemes[i])?;
    // 「沙北|区域」, and a subdistrict has that name as well.
    let town =
        matches!(before.token, Token::Division(d) if d.level == Level::Town && d.name != line.word(at - 1));
    let fits = line.reads(at, "区域")
        && (before.token == Token::Unknown || town)
        && (2..=4).contains(&before.range.len())
        && (at < 2 || !line.lexemes[at - 2].is_proper() && !line.is(at - 2, Tags::INDEFINITE));
    fits.then(|| Named {
        tokens: at - 1..at + 1,
        name: line.text(at - 1..at + 1),
        subtype: "region".to_owned(),
        known: Known::Nothing,
    })
}

/// 「白云山路|沙河|桥」: a river that no word ends, before what rivers have.
pub(super) fn river_run(line: &Line, at: usize) -> Option<Named> {
    let name = line.word(at);
    let water = ["河", "江", "湖", "溪"].iter().any(|end| name.ends_with(end));
    let fits = line.lexemes[at].token == Token::Unknown
        && water
        && (2..=4).contains(&name.chars().count())
        && line.reads_any(at + 1, &lists().places.beside_rivers);
    fits.then(|| Named { tokens: at..at + 1, name, subtype: "river".to_owned(), known: Known::Nothing })
}

/// 「皖江|（芜湖）|航运服务业集聚区」: a division of the area, or the area, in brackets.
pub(super) fn in_brackets(line: &Line, at: usize, home: Option<&str>) -> Option<Named> {
    if line.lexemes[at].token != Token::Bracket {
        return None;
    }
    let inside = inside(line, at);
    let Some(division) = gazetteer::resolve(&inside, home) else {
        return stretch_in_brackets(line, at, inside);
    };
    let own = home.is_some_and(|home| division.is_within(home)) && division.level <= Level::Town;
    own.then(|| Named {
        tokens: at..at + 1,
        name: inside,
        subtype: division.subtype().to_owned(),
        known: Known::Division(division),
    })
}

/// 「城冯路|（龙化段）」「（西中岛）」: where a stretch is that no table knows, or an island.
fn stretch_in_brackets(line: &Line, at: usize, inside: String) -> Option<Named> {
    let road = at > 0 && line.ending(at - 1).is_some_and(|e| lists().places.headed_kinds.has(&e.subtype));
    let stretch = line.word(at).trim_end_matches(['）', ')']).ends_with('段');
    // 「大连石化（西中岛）炼化一体化」
    let grounds = [&lists().places.sights, &lists().places.settlements];
    let ground = inside
        .chars()
        .last()
        .is_some_and(|c| grounds.iter().any(|list| list.iter().any(|characters| characters.contains(c))));
    let letters = inside.chars().all(|c| c.is_alphabetic() && !numeral(c));
    let fits = letters
        && (road && stretch && (2..=3).contains(&inside.chars().count())
            || ground && (3..=4).contains(&inside.chars().count()));
    fits.then(|| Named {
        tokens: at..at + 1,
        name: inside,
        subtype: "region".to_owned(),
        known: Known::Nothing,
    })
}

/// What stands in the brackets of a token: 「（芜湖段）」 is 芜湖.
fn inside(line: &Line, at: usize) -> String {
    line.word(at).trim_matches(['（', '）', '(', ')']).trim_end_matches('段').to_owned()
}

/// 「8号线北延段|（凤凰新村-白云湖）」: the ends of a stretch in brackets.
pub(super) fn ends_in_brackets(line: &Line, at: usize, home: Option<&str>) -> Vec<Named> {
    let inside = inside(line, at);
    let ends: Vec<&str> = inside.split(['-', '—', '至']).filter(|end| !end.is_empty()).collect();
    let letters = |end: &&str| {
        (2..=6).contains(&end.chars().count())
            // 「T3站」
            && (end.chars().all(char::is_alphabetic)
                || end.ends_with('站') && end.chars().all(char::is_alphanumeric))
            && !end.chars().all(numeral)
    };
    // 「示范区|（北滘—龙江—乐从—陈村）」: or what lies in a row.
    let fits = ends.len() == 2
        || (3..=6).contains(&ends.len())
            && ends.iter().filter(|end| gazetteer::resolve(end, home).is_some()).count() >= 2;
    if line.lexemes[at].token != Token::Bracket || !fits || !ends.iter().all(letters) {
        return Vec::new();
    }
    let named = |end: &&str| {
        let division = gazetteer::resolve(end, home)
            .filter(|d| d.level <= Level::County || home.is_some_and(|home| d.is_within(home)));
        Named {
            tokens: at..at + 1,
            name: (*end).to_owned(),
            subtype: division.map_or("facility", |division| division.subtype()).to_owned(),
            known: division.map_or(Known::Nothing, Known::Division),
        }
    };
    ends.iter().map(named).collect()
}

/// 「“两寺一峰”地区」.
pub(super) fn quoted_region(line: &Line, at: usize) -> Option<Named> {
    let quote = at.checked_sub(1).filter(|quote| line.lexemes[*quote].token == Token::Quote)?;
    line.reads_any(at, &lists().places.regions).then(|| Named {
        tokens: quote..at + 1,
        name: line.text(quote..at + 1),
        subtype: "region".to_owned(),
        known: Known::Nothing,
    })
}

/// 「“宁镇扬”同城化」「“长三角”联动发展」: a region or feature whose name stands in quotation marks.
pub(super) fn quoted_feature(line: &Line, at: usize) -> Option<Named> {
    if line.lexemes[at].token != Token::Quote {
        return None;
    }
    let quote = line.word(at);
    let name = quote.trim_matches(['“', '”']);
    let feature = gazetteer::feature(name).filter(|f| f.kind.as_str() == "region" && f.within.is_none())?;
    Some(Named {
        tokens: at..at + 1,
        name: name.to_owned(),
        subtype: feature.kind.as_str().to_owned(),
        known: Known::Feature(feature),
    })
}

/// 「“大祖庙商圈”」「“太湖生态岛”」: ground whose name stands in quotation marks.
pub(super) fn quoted_ground(line: &Line, at: usize) -> Option<Named> {
    if line.lexemes[at].token != Token::Quote {
        return None;
    }
    let quote = line.word(at);
    let inside = quote.trim_matches(['“', '”']);
    let own = lists().places.quoted_ground.iter().find_map(|end| inside.strip_suffix(end))?;
    let fits = (2..=6).contains(&own.chars().count())
        && own.chars().all(char::is_alphabetic)
        && !own.starts_with(numeral)
        && !lists().places.quarter_praise.iter().any(|word| own.starts_with(word) || own.ends_with(word))
        && !words().tags(own).has(Tags::COMMON);
    fits.then(|| Named {
        tokens: at..at + 1,
        name: inside.to_owned(),
        subtype: "region".to_owned(),
        known: Known::Nothing,
    })
}

/// 「Z4|线」: a line of the metro that letters number.
pub(super) fn lettered_line(line: &Line, at: usize) -> Option<Named> {
    let letter = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_uppercase()) && word.chars().count() <= 3 && !is_road_code(word)
    };
    let fits = line.lexemes[at].token == Token::Latin && letter(&line.word(at)) && line.reads(at + 1, "线");
    fits.then(|| Named {
        tokens: at..at + 2,
        name: line.text(at..at + 2),
        subtype: "railway".to_owned(),
        known: Known::Nothing,
    })
}

/// 「国道109」 and 「108国道」.
pub(super) fn numbered_road(line: &Line, at: usize) -> Option<Named> {
    // 「G207」「S280」
    let apart = !line.is(at + 1, Tags::COMMON)
        || line.is(at + 1, Tags::WORK.and(Tags::ENDING).and(Tags::VERB).and(Tags::PREDICATE));
    // 「S22白永段」 is the name of a road with its code.
    let goes_on = line.lexemes.get(at + 1).is_some_and(|next| next.token == Token::Unknown);
    // 「G334|文旅大通道」
    let road = (at + 2..at + 4).any(|i| line.ending(i).is_some_and(|e| e.subtype == "road"));
    if !goes_on && (apart || road) && is_coded_road(line, at) {
        return Some(Named {
            tokens: at..at + 1,
            name: line.word(at),
            subtype: "road".to_owned(),
            known: Known::Nothing,
        });
    }
    if !line.reads_any(at, &lists().places.numbered) {
        return None;
    }
    let number =
        |i: usize| matches!(line.lexemes.get(i).map(|l| &l.token), Some(Token::Number | Token::Latin));
    let tokens = match at.checked_sub(1) {
        Some(before) if number(before) => before..at + 1,
        _ if number(at + 1) => at..at + 2,
        _ => return None,
    };
    Some(Named { name: line.text(tokens.clone()), tokens, subtype: "road".to_owned(), known: Known::Nothing })
}

/// Whether a token is the code of a road: 「G109」.
#[must_use]
pub fn is_coded_road(line: &Line, at: usize) -> bool {
    line.lexemes[at].token == Token::Latin && is_road_code(&line.word(at))
}

/// The code of a road of the nation, a province or a county: `G207`, `S28`, `X014`.
fn is_road_code(word: &str) -> bool {
    let digits = word.strip_prefix(['G', 'S', 'X']).unwrap_or_default();
    (2..=4).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_digit())
}
