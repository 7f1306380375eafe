//! Text in the encodings before Unicode, TCVN3 and VNI: recognised and read.
//!
//! A spreadsheet of that time shows Vietnamese through a font, so that its
//! cells hold `Hµ Néi` (TCVN3) or `Haø Noäi` (VNI). A text is taken for one of
//! them where every word it changes becomes a Vietnamese syllable and it is
//! not Vietnamese as it stands. Texts that are Vietnamese either way (`Sè` is
//! TCVN3 for `Số`) follow the sheet.

#[rustfmt::skip]
mod table;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::cell::Value;
use crate::legacy::Legacy;
use crate::sheet::Sheet;

/// So many words must speak for an encoding before a sheet is held to be in
/// it: a single `5 µm` is no Vietnamese.
const ENOUGH_WORDS: usize = 3;

/// The evidence of the letters of a text for an encoding.
enum Evidence {
    /// Letters that Latin-1 lacks, or none at all.
    Unicode,
    /// Vietnamese as it stands, in letters that Latin-1 has.
    Either,
    /// Vietnamese in one encoding only; so many words of it.
    Only(Legacy, usize),
}

/// Rewrites the cells of a sheet that are in an old encoding.
pub(super) fn convert(sheet: &mut Sheet) {
    let mut words = [0_usize; 2];
    let mut texts = [0_usize; 2];
    let mut unicode = 0_usize;
    for value in sheet.values_mut() {
        let Some(text) = value.as_text().filter(|text| !text.is_ascii()) else {
            continue;
        };
        match evidence(text) {
            Evidence::Unicode => unicode += 1,
            Evidence::Either => {}
            Evidence::Only(encoding, found) => {
                let at = usize::from(encoding == Legacy::Vni);
                if let (Some(words), Some(texts)) = (words.get_mut(at), texts.get_mut(at)) {
                    *words += found;
                    *texts += 1;
                }
            }
        }
    }
    let (encoding, at) = if words[0] >= words[1] {
        (Legacy::Tcvn3, 0)
    } else {
        (Legacy::Vni, 1)
    };
    if words.get(at).is_none_or(|&words| words < ENOUGH_WORDS) {
        return;
    }
    let follow = texts.get(at).is_some_and(|&texts| texts > unicode);
    for value in sheet.values_mut() {
        let Some(text) = value.as_text().filter(|text| !text.is_ascii()) else {
            continue;
        };
        let is_meant = match evidence(text) {
            Evidence::Unicode => false,
            Evidence::Either => follow,
            Evidence::Only(found, _) => found == encoding,
        };
        if is_meant && let Some(decoded) = decode(text, encoding) {
            *value = Value::Text(decoded.into());
        }
    }
    sheet.set_legacy(encoding);
}

fn evidence(text: &str) -> Evidence {
    let is_latin = |c: char| c <= '\u{ff}' || matches!(c, '\u{2010}'..='\u{2026}');
    if !text.chars().all(is_latin) {
        return Evidence::Unicode;
    }
    if vietnamese_words(text).is_some() {
        return Evidence::Either;
    }
    for encoding in [Legacy::Tcvn3, Legacy::Vni] {
        let words = decode(text, encoding).and_then(|decoded| vietnamese_words(&decoded));
        if let Some(words) = words.filter(|&words| words > 0) {
            return Evidence::Only(encoding, words);
        }
    }
    Evidence::Unicode
}

/// The letters meant; `None` where a letter belongs to no Vietnamese font.
fn decode(text: &str, encoding: Legacy) -> Option<String> {
    let mut decoded = String::with_capacity(text.len().saturating_mul(2));
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let pair = (encoding == Legacy::Vni)
            .then(|| letter(c, *chars.peek()?, encoding))
            .flatten();
        if let Some(found) = pair {
            decoded.push(found);
            chars.next();
        } else if let Some(found) = letter(c, '\0', encoding) {
            decoded.push(found);
        } else if c.is_alphabetic() && !c.is_ascii() {
            return None;
        } else {
            decoded.push(c);
        }
    }
    Some(decoded)
}

fn letter(first: char, second: char, encoding: Legacy) -> Option<char> {
    let table: &[(char, char, char)] = match encoding {
        Legacy::Tcvn3 => &table::TCVN3,
        Legacy::Vni => &table::VNI,
    };
    table
        .binary_search_by_key(&(first, second), |(first, second, _)| (*first, *second))
        .ok()
        .and_then(|at| table.get(at))
        .map(|(.., letter)| *letter)
}

/// How many words of more than one letter have marks, where all words with
/// marks are syllables; `None` where one is none, or a sign stands in a word.
fn vietnamese_words(text: &str) -> Option<usize> {
    let mut found = 0;
    for word in text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()) {
        let is_mark = |c: char| matches!(c, '\u{2010}'..='\u{2026}');
        let word = word.trim_matches(is_mark);
        if word.is_ascii() {
            continue;
        }
        if !is_syllable(word) {
            return None;
        }
        found += usize::from(word.chars().nth(1).is_some());
    }
    Some(found)
}

/// Whether a word has the parts of a Vietnamese syllable.
fn is_syllable(word: &str) -> bool {
    let mut plain = String::with_capacity(word.len());
    let mut is_foreign = false;
    for c in word.chars() {
        decompose_canonical(c, |c| match c {
            'đ' | 'Đ' => plain.push('d'),
            c if c.is_ascii_alphabetic() => plain.push(c.to_ascii_lowercase()),
            // The marks of Vietnamese: tones, breve, circumflex, horn.
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' | '\u{306}' | '\u{302}'
            | '\u{31b}' => {}
            c => is_foreign |= is_combining_mark(c) || !c.is_ascii(),
        });
    }
    let is_whole = |rest: &str| {
        table::OPEN.contains(&rest)
            || table::FINALS.iter().chain([&""]).any(|last| {
                rest.strip_suffix(last)
                    .is_some_and(|nucleus| table::NUCLEI.contains(&nucleus))
            })
    };
    !is_foreign
        && table::INITIALS
            .iter()
            .chain([&""])
            .any(|first| plain.strip_prefix(first).is_some_and(is_whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts() {
        for (text, encoding, meant) in [
            ("§µi Loan", Legacy::Tcvn3, "Đài Loan"),
            ("Hµn Quèc", Legacy::Tcvn3, "Hàn Quốc"),
            ("TriÖu ®« la Mü", Legacy::Tcvn3, "Triệu đô la Mỹ"),
            ("C¶ n\u{ad}íc", Legacy::Tcvn3, "Cả nước"),
            ("Haø Noäi", Legacy::Vni, "Hà Nội"),
            ("Vónh Phuùc", Legacy::Vni, "Vĩnh Phúc"),
            (
                "Ñaêk Laêk (trieäu ñoàng)",
                Legacy::Vni,
                "Đăk Lăk (triệu đồng)",
            ),
            ("DÖÔNG XUAÂN", Legacy::Vni, "DƯƠNG XUÂN"),
        ] {
            let Evidence::Only(found, _) = evidence(text) else {
                panic!("{text:?} is no {encoding}");
            };
            assert_eq!(found, encoding, "{text:?}");
            assert_eq!(decode(text, found).as_deref(), Some(meant));
        }
        // French, Spanish, Scandinavian names, signs, and Vietnamese itself.
        for text in [
            "Côte d'Ivoire",
            "España",
            "Köln",
            "Bjørn",
            "Curaçao",
            "México",
            "10 m²",
            "© 2020",
            "Samsung®",
            "Hà Giang",
            "Hòa Bình",
            "«Foo»",
            "Đắk Lắk",
        ] {
            assert!(!matches!(evidence(text), Evidence::Only(..)), "{text:?}");
        }
    }
}
