//! Places that a list shows to be such: by what sums it up, or by their neighbours in it.

use std::ops::Range;

use super::{Known, Named, leads};
use crate::extract::figures::numeral::digit;
use crate::extract::lexer::Token;
use crate::extract::line::Line;
use crate::extract::lists::numbered_names;
use crate::extract::names;
use crate::lexicon::gazetteer::{self, Feature, Level};
use crate::lexicon::lists::lists;
use crate::lexicon::words::{Reach, Tags};

/// The members of a list that ends in 等 and a word for places.
pub(super) fn summed_up(line: &Line, at: usize) -> Vec<Named> {
    // 「本桓宽、台黑|4条|高速」
    let unknown = |i: usize| line.lexemes[i].token == Token::Unknown;
    let count = at > 2
        && line.count_at(at).is_some()
        && unknown(at - 1)
        && line.lexemes[at - 2].is_mark('、')
        && unknown(at - 3);
    // 「城南、府文庙、龙头山、华侨新村|四个|片区」
    let exact = counts_members(line, at);
    let count = count || exact;
    if !(line.reads(at, "等") || count) {
        return Vec::new();
    }
    let behind = at + usize::from(!count);
    let counted = line.count_at(behind).unwrap_or(usize::from(count));
    let head = (behind + counted..=behind + 3 + counted)
        .take_while(|i| {
            line.lexemes.get(*i).is_some_and(|l| !matches!(l.token, Token::Mark('，' | '。' | '；')))
        })
        .find_map(|i| sum_at(line, i));
    let Some((end, word, subtype)) = head else { return Vec::new() };
    // 「等工业产品市场份额」 speaks of no markets.
    let goes_on =
        Tags::WORK.and(Tags::VERB).and(Tags::PREDICATE).and(Tags::STAGE).and(Tags::ADVERB).and(Tags::ENDING);
    let common = line.is(end + 1, Tags::COMMON) && !line.is(end + 1, goes_on);
    if word == "市场" && (common || line.lexemes.get(end + 1).is_some_and(|l| l.token == Token::Unknown)) {
        return Vec::new();
    }
    // 「改善|南头关等片区」
    let first = clause_start_of_list(line, at);
    let from = first + usize::from(first < at && line.reads_any(first, &lists().names.governing));
    // 「普立至宣威、曲靖等高速公路」 lead from place to place.
    let way = lists().places.headed_kinds.has(subtype);
    let leads = way && (exact || (from..at).any(|i| leads(line, i)));
    let mut out = Vec::new();
    let mut begin = from;
    for i in from..=at {
        // 「西延高铁|和|眉太、…等高速公路」
        let way = |i: usize| {
            line.is(i, Tags::ENDING)
                && line.ending(i).is_some_and(|e| lists().places.natural_kinds.has(&e.subtype))
        };
        let joins = line.reads(i, "和") && i > from && way(i - 1);
        let parted = exact && i > from && line.is(i, Tags::CONJUNCTION);
        if i == at || joins || parted || line.lexemes[i].is_mark('、') {
            // 「太平街等|街区|和|红星、雅塘等片区」
            let kind = |i: &usize| {
                line.is(*i, Tags::CONJUNCTION) && line.is(i - 1, Tags::ENDING) && !line.is_proper(begin)
            };
            begin = (begin + 1..i).find(kind).map_or(begin, |joined| joined + 1);
            let tokens = behind_division(line, begin..i);
            let known = tokens.len() == 1
                && matches!(line.lexemes[begin].token, Token::Division(_) | Token::Feature(_));
            let long = line.chars_of(tokens.clone()).len();
            let alike = !out.is_empty() && long >= 3;
            // 「东盟、非洲等新兴市场」
            let wide = |f: &Feature| matches!(f.kind.as_str(), "region" | "country");
            let abroad =
                known && matches!(line.lexemes[begin].token, Token::Feature(f) if wide(f)) && word == "市场";
            // 「青岛、天津等口岸」 are the cities'.
            // 「浑南、法库等产业园区」: parks of one kind that districts have, each with a name of its own.
            let own = known && lists().places.own_sums.has(word);
            let far = matches!(line.lexemes[begin].token, Token::Division(d) if d.level <= Level::Prefecture)
                && known
                && lists().places.far_sums.has(word);
            // 「沿江高铁武宜段等5条高铁」 are stretches.
            let stretch = line.reads(i.saturating_sub(1), "段");
            if !(tokens.is_empty()
                || abroad
                || far
                || own
                || joins
                || stretch
                || leads
                || known && lists().places.known_kinds.has(subtype))
                && (2..=10).contains(&long)
                && (names::is_named(line, tokens.clone()) || alike || listed_after(line, i, at))
            {
                let mut name = line.text(tokens.clone());
                // 「渝昆高铁、福宜等高速公路」: what is a way by its own name gets no other kind.
                if (known || lists().places.headed_kinds.has(subtype)) && !line.ends_way(tokens.end - 1) {
                    name.push_str(word);
                }
                out.push(Named { tokens, name, subtype: subtype.to_owned(), known: Known::Nothing });
            }
            begin = i + 1;
        }
    }
    out
}

/// Whether a count stands behind a list of as many members: 「城南、府文庙、龙头山、华侨新村|四个|片区」.
fn counts_members(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    // 「西坝、滨江、七坝|三大|港口」
    let summed = word.strip_suffix('大').filter(|_| at > 0 && line.is_proper(at - 1));
    if summed.is_none() && line.count_at(at).is_none() {
        return false;
    }
    let mut chars = summed.unwrap_or(&word).chars();
    let written = chars.next().and_then(digit).filter(|_| chars.next().is_none());
    let Some(count) = word.parse().ok().or(written) else { return false };
    let first = clause_start_of_list(line, at);
    let marks = (first..at).filter(|i| line.lexemes[*i].is_mark('、')).count();
    let joined = (first + 1..at).filter(|i| line.is(*i, Tags::CONJUNCTION)).count();
    let bare = |i: usize| line.is_proper(i) || line.lexemes[i].is_mark('、');
    (summed.is_none() || (first..at).all(bare)) && marks > 0 && (marks + joined + 1) as u64 == count
}

/// What sums places up at a token, in one word or several (「历史|文化|街区」): its last token, itself and the type.
fn sum_at(line: &Line, at: usize) -> Option<(usize, &'static str, &'static str)> {
    let end = |word: &str| (at..line.lexemes.len().min(at + 3)).find(|last| line.text(at..last + 1) == word);
    let mut sums = lists().places.sums.iter();
    sums.find_map(|(word, subtype)| Some((end(word)?, word.as_str(), subtype.as_str())))
}

/// 「红塔区|高仓」: what a division's name stands before is named without it.
fn behind_division(line: &Line, tokens: Range<usize>) -> Range<usize> {
    let division = matches!(line.lexemes[tokens.start.min(line.lexemes.len() - 1)].token, Token::Division(_));
    let named = tokens.len() == 2 && line.lexemes[tokens.end - 1].token == Token::Unknown;
    if division && named { tokens.start + 1..tokens.end } else { tokens }
}

/// 「黄千、济祁、黄芜高速」: roads and railways that share the head of the last of them.
pub(super) fn headed(line: &Line, at: usize) -> Vec<Named> {
    // 「潘家口、大黑汀|水库」 as well.
    let airport = line.reads(at, "机场");
    let water = airport || line.reads(at, "水库") || line.reads(at, "灌区");
    // 「高殿、翔安、杏林|水厂」
    let works = line.reads_any(at, &lists().places.numbered_works);
    // 「集美、海沧、翔安|新城」
    let quarter = line.reads_any(at, &lists().lists.shared_quarters);
    let head = line.ending(at).filter(|e| {
        water || quarter || works || lists().places.headed_kinds.has(&e.subtype) && e.reach == Reach::Near
    });
    let Some(ending) = head.filter(|_| line.is(at, Tags::ENDING) && line.lexemes[at].range.len() > 1) else {
        return Vec::new();
    };
    // 「杭州、宁波|机场」 are called after their cities.
    let bare = |i: usize| {
        let city = (airport || quarter || works) && matches!(line.lexemes[i].token, Token::Division(_));
        (city || !quarter && line.lexemes[i].token == Token::Unknown)
            && (2..=4).contains(&line.lexemes[i].range.len())
    };
    let mut out = Vec::new();
    let mut last = at.wrapping_sub(1);
    let alike = |a: usize, b: usize| line.lexemes[a].range.len().abs_diff(line.lexemes[b].range.len()) < 2;
    while last < at
        && bare(last)
        && last >= 2
        && line.lexemes[last - 1].is_mark('、')
        && bare(last - 2)
        && alike(last, last - 2)
    {
        last -= 2;
        let opens = last == 0 || !line.lexemes[last - 1].is_proper();
        if opens {
            out.push(Named {
                tokens: last..last + 1,
                name: format!("{}{}", line.word(last), line.word(at)),
                subtype: ending.subtype.clone(),
                known: Known::Nothing,
            });
        }
    }
    out.reverse();
    out
}

/// 「一、二马路」「一、三水厂」: streets and works that differ in their number alone.
pub(super) fn numbered_streets(line: &Line, at: usize) -> Vec<Named> {
    let street = line.is(at, Tags::ENDING)
        && (line.reads_any(at, &lists().places.streets)
            || line.reads_any(at, &lists().places.numbered)
            || line.reads_any(at, &lists().places.numbered_works)
            // 「第七、九|污水|处理厂」
            || at > 1 && lists().places.numbered_works.has(&line.text(at - 1..at + 1)));
    let mark = (at.saturating_sub(6)..at).find(|i| line.lexemes[*i].is_mark('、'));
    // 「7、9号线|加快建设，丹梓西|路」
    let apart = |mark: &usize| {
        (mark + 1..at).any(|i| {
            line.is(i, Tags::VERB.and(Tags::PREDICATE))
                || matches!(line.lexemes[i].token, Token::Mark(other) if other != '、')
        })
    };
    let Some(mark) = mark.filter(|mark| street && *mark > 0 && !apart(mark)) else { return Vec::new() };
    let tokens = mark - 1..at + 1;
    let names = numbered_names(line, tokens.clone());
    let subtype = line.ending(at).map_or("road", |ending| ending.subtype.as_str());
    let named =
        |name| Named { tokens: tokens.clone(), name, subtype: subtype.to_owned(), known: Known::Nothing };
    names.into_iter().map(named).collect()
}

/// 「太平湖、牯牛降」「成陵、响沙湾旅游区」: what stands alone in a list beside a mountain or a scenic area.
pub(super) fn beside_feature(line: &Line, at: usize) -> Option<Named> {
    let scenic = |i: usize| match line.lexemes.get(i).map(|l| l.token) {
        Some(Token::Feature(feature)) => matches!(feature.kind.as_str(), "mountain" | "lake" | "scenicArea"),
        _ => false,
    };
    let scenic_area = |i: usize| {
        line.lexemes.get(i).is_some_and(|l| l.token == Token::Unknown)
            && line.is(i + 1, Tags::ENDING)
            && line.ending(i + 1).is_some_and(|e| e.subtype == "scenicArea")
    };
    let listed = |i: Option<usize>| i.is_some_and(|i| line.lexemes.get(i).is_some_and(|l| l.is_mark('、')));
    let after = listed(Some(at + 1));
    let before = listed(at.checked_sub(1));
    let fits = line.lexemes[at].token == Token::Unknown
        && (2..=4).contains(&line.lexemes[at].range.len())
        && (after
            && (at == 0 || !line.lexemes[at - 1].is_proper())
            && (scenic(at + 2) || scenic_area(at + 2))
            || before && at >= 2 && scenic(at - 2) && !line.is(at + 1, Tags::ENDING.and(Tags::COMMON)));
    fits.then(|| Named {
        tokens: at..at + 1,
        name: line.word(at),
        subtype: "scenicArea".to_owned(),
        known: Known::Nothing,
    })
}

/// 「里昂、|伯尔尼|、法兰克福等友城」: what stands in a list of cities and countries abroad.
pub(super) fn abroad_in_list(line: &Line, at: usize) -> Option<Named> {
    let foreign = |i: usize| {
        matches!(line.lexemes.get(i).map(|l| l.token), Some(Token::Feature(feature))
            if matches!(feature.kind.as_str(), "region" | "country") && feature.within.is_none())
    };
    let mark = |i: usize| line.lexemes.get(i).is_some_and(|l| l.is_mark('、'));
    let unknown = |i: usize| line.lexemes.get(i).is_some_and(|l| l.token == Token::Unknown);
    // 「汉班托|塔|等」
    let end = (at + 1..at + 3).find(|end| {
        mark(*end)
            || line.reads(*end, "等")
            || line.is(*end, Tags::CONJUNCTION)
            || line.lexemes.get(*end).is_some_and(|l| l.token == Token::Number)
    })?;
    let before = at >= 2 && mark(at - 1) && foreign(at - 2);
    let after = mark(end) && foreign(end + 1);
    let others = (at.saturating_sub(8)..at + 8).filter(|i| foreign(*i)).count();
    let long = line.chars_of(at..end).len();
    let fits = unknown(at)
        && (3..=6).contains(&long)
        && (before || after && (at == 0 || mark(at - 1)))
        && others >= 2;
    fits.then(|| Named {
        tokens: at..end,
        name: line.text(at..end),
        subtype: "region".to_owned(),
        known: Known::Nothing,
    })
}

/// Whether the next member of a list, up to `end`, is a name (and so is its neighbour).
fn listed_after(line: &Line, mark: usize, end: usize) -> bool {
    let next = (mark + 1..=end).find(|i| *i == end || line.lexemes[*i].is_mark('、'));
    next.is_some_and(|next| next > mark + 1 && names::is_named(line, mark + 1..next) && next - mark <= 4)
}

/// Where a list that ends before a token begins: behind the last verb, small word or comma.
fn clause_start_of_list(line: &Line, end: usize) -> usize {
    let part = |i: usize| match line.lexemes[i].token {
        Token::Mark(mark) => matches!(mark, '、' | '·' | '—'),
        Token::Word(tags) => {
            !tags.has(Tags::VERB.and(Tags::PREPOSITION).and(Tags::ADVERB).and(Tags::PARTICLE))
                || tags.has(Tags::ENDING.and(Tags::WEAK))
        }
        Token::Title | Token::Number => false,
        _ => true,
    };
    (0..end).rev().take_while(|i| part(*i)).last().unwrap_or(end)
}

/// A name that is an ordinary word too, but stands in a list with divisions of its level: `西城、石景山、海淀`.
pub(super) fn listed_division(line: &Line, at: usize) -> Option<Named> {
    let level = |i: usize| match line.lexemes.get(i).map(|l| l.token) {
        Some(Token::Division(division)) => Some(division),
        _ => None,
    };
    let next = line.lexemes.get(at + 1).is_some_and(|l| l.is_mark('、')).then(|| level(at + 2)).flatten();
    let before = (at >= 2 && line.lexemes[at - 1].is_mark('、')).then(|| level(at - 2)).flatten();
    let neighbour = next.or(before)?;
    if !matches!(line.lexemes[at].token, Token::Unknown | Token::Word(_)) {
        return None;
    }
    let division = gazetteer::resolve(&line.word(at), Some(neighbour.code))?;
    let alike = division.level == neighbour.level && division.parents().next() == neighbour.parents().next();
    alike.then(|| Named {
        tokens: at..at + 1,
        name: line.word(at),
        subtype: division.subtype().to_owned(),
        known: Known::Division(division),
    })
}
