//! The meaning of a row's name: the whole, a group, a country, a region,
//! a province.

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::NaiveDate;
use tinh_gazetteer::{Country, Organisation, Units};
use tinh_model::Place;

use super::{begins, table};
use crate::fold::fold;

/// Names are short; anything else is refused before it costs anything.
const LONGEST: usize = 100;

fn is_in(set: &[(&str, &str)], name: &str) -> bool {
    set.iter().any(|(words, _)| *words == name)
}

/// A name in the first of two languages, without a remark in brackets: `Hà
/// Nội/Ha Noi`, `Đồng bằng sông Hồng - Red River Delta`.
fn first_language(name: &str) -> &str {
    before(name, b"/(").trim()
}

/// What stands before any of some marks, and before a dash between spaces.
fn before<'n>(name: &'n str, marks: &[u8]) -> &'n str {
    let mut end = 0;
    for (at, byte) in name.bytes().enumerate() {
        let is_dash = byte == b'-'
            && name
                .get(at.saturating_sub(1)..)
                .is_some_and(|rest| rest.starts_with(" - "));
        if is_dash {
            return name.get(..at.saturating_sub(1)).unwrap_or_default();
        }
        if marks.contains(&byte) {
            break;
        }
        end = at.saturating_add(1);
    }
    name.get(..end).unwrap_or_default()
}

/// Whether a folded name is that of the whole: `Tổng số/Total`, `Tổng cộng
/// (1+2)`, `CẢ NƯỚC - WHOLE COUNTRY`, `Tổng số 63 tỉnh`; `Việt Nam` in a table
/// by place.
pub(crate) fn is_total(folded: &str, by_place: bool) -> bool {
    if folded.len() > LONGEST {
        return false;
    }
    let first = before(folded, b"/(;:");
    let first = first.trim_matches([' ', '.', '*', '-', '"']);
    let counted = || {
        if !first.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let (words, rest) = first.rsplit_once(' ')?;
        let (words, number) = words.rsplit_once(' ')?;
        let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
        (is_number && !rest.is_empty()).then_some(words)
    };
    is_in(&table::TOTAL, first)
        || by_place && is_in(&table::TOTAL_PLACE, first)
        || counted().is_some_and(|words| is_in(&table::TOTAL, words))
}

/// Whether a folded name is that of several partners together: `ASEAN`, `Châu
/// Âu`, `Các nước EU`.
pub(crate) fn is_group(folded: &str) -> bool {
    if folded.len() > LONGEST {
        return false;
    }
    let first = folded.split(['/', '(']).next().unwrap_or_default().trim();
    let mut rest = first;
    while let Some(after) = table::GROUP_PREFIX
        .iter()
        .find_map(|(words, _)| rest.strip_prefix(words)?.strip_prefix(' '))
    {
        rest = after;
    }
    const LONGEST_ACRONYM: usize = 8;
    let is_short = rest.len() <= LONGEST_ACRONYM && !rest.bytes().any(|byte| byte == b' ');
    is_in(&table::GROUP, rest)
        || is_short && Organisation::by_acronym(&rest.to_uppercase()).is_some()
}

/// Whether a folded name is that of all that is not listed.
pub(crate) fn is_others(folded: &str) -> bool {
    let first = folded.split(['/', '(']).next().unwrap_or_default();
    is_in(&table::OTHERS, first.trim_matches([' ', '.', ':', '*']))
}

/// Whether a name begins with a letter that a name of the rest does: most do
/// not, and need not be folded.
pub(crate) fn may_be_others(name: &str) -> bool {
    let first = name.chars().find(|c| c.is_alphabetic());
    let first = first.map(|c| c.to_ascii_lowercase());
    first.is_some_and(|first| {
        !first.is_ascii()
            || table::OTHERS
                .iter()
                .any(|(words, _)| words.starts_with(first))
    })
}

/// Whether a folded name begins as a part of the row above: `Trong đó: …`.
pub(crate) fn is_within(folded: &str) -> bool {
    begins(&table::WITHIN, folded)
}

/// A Roman number as regions are counted.
pub(crate) fn is_roman(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    !text.is_empty() && text.len() <= 5 && text.bytes().all(|b| b"IVXivx".contains(&b))
}

/// The words of the names of regions, of every division there was.
static REGIONS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    // A day in each division: before and after 1 July 2025.
    let days = [(2005, 1, 1), (2024, 1, 1), (2026, 1, 1)];
    let names: HashSet<&str> = days
        .into_iter()
        .filter_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day))
        .flat_map(|day| {
            Units::on(day)
                .iter()
                .filter_map(move |unit| unit.region_on(day))
        })
        .collect();
    names
        .into_iter()
        .map(|name| words(&fold(name)).map(str::to_owned).collect())
        .collect()
});

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !matches!(*word, "" | "va" | "vung" | "phia"))
}

/// Whether a folded name is that of a region: the words of one in any order,
/// or three of them (`Duyên hải miền Trung`).
pub(crate) fn is_region(folded: &str) -> bool {
    if folded.len() > LONGEST {
        return false;
    }
    let named = first_language(folded);
    if is_in(&table::REGION_NAME, named) {
        return true;
    }
    let found: Vec<&str> = words(named).collect();
    REGIONS.iter().any(|region| {
        let is_part = found
            .iter()
            .all(|word| region.iter().any(|known| known == word));
        is_part && (found.len() >= 3 || found.len() == region.len())
    })
}

/// The place of a name on a day.
///
/// # Errors
/// The reason why there is none.
pub(crate) fn place(name: &str, day: NaiveDate) -> Result<Place, tinh_model::Error> {
    // Footnote marks are no part of a name.
    let clean = name.trim_end_matches(['*', ' ']);
    match Place::named(clean, day) {
        // `Hà Nội/Ha Noi`: of two languages the first that is known.
        Err(error) => Some(first_language(clean))
            .filter(|first| *first != clean)
            .and_then(|first| Place::named(first, day).ok())
            .ok_or(error),
        found => found,
    }
}

/// A country by its printed name or ISO 3166-1 alpha-3 code; also run together
/// (`BritishVirginIslands`) and with a remark in brackets.
pub(crate) fn country(name: &str) -> Option<Country> {
    if name.len() > LONGEST {
        return None;
    }
    let is_code = name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code
        .then(|| Country::from_alpha3(name))
        .flatten()
        .or_else(|| known(name))
        .or_else(|| {
            let first = first_language(name);
            (first != name).then(|| known(first)).flatten()
        })
        .or_else(|| {
            if name.contains(' ') || !name.is_ascii() {
                return None;
            }
            let mut apart = String::with_capacity(name.len().saturating_add(8));
            for (index, c) in name.char_indices() {
                if index > 0 && c.is_ascii_uppercase() {
                    apart.push(' ');
                }
                apart.push(c);
            }
            if apart == name { None } else { known(&apart) }
        })
}

fn known(name: &str) -> Option<Country> {
    // The list first: a name that is nowhere else costs a search for names
    // like it, to be put into an error nobody reads here.
    let folded = fold(name);
    let listed = table::COUNTRY
        .iter()
        .find(|(spelling, _)| *spelling == folded)
        .and_then(|(_, code)| Country::from_alpha2(code));
    listed.or_else(|| Country::by_name(name).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries() {
        for (name, code) in [
            ("BritishVirginIslands", "VG"),
            ("Nauy", "NO"),
            ("Cộng Hòa Síp", "CY"),
            ("Iran (Islamic Republic of)", "IR"),
            ("Turks & Caicos Islands", "TC"),
            ("United States Virgin Islands", "VI"),
            ("Litva", "LT"),
            ("Lithuania", "LT"),
            ("Hồng Kông", "HK"),
            ("Đài Loan", "TW"),
            ("Ma Cao", "MO"),
            ("Turkey", "TR"),
            ("Korea, Rep.", "KR"),
            ("Xin-ga-po", "SG"),
            ("Đặc khu HC Hồng Kông (TQ)", "HK"),
            ("JPN", "JP"),
            ("Nhật Bản/Japan", "JP"),
            ("Nhật Bản - Japan", "JP"),
        ] {
            assert_eq!(country(name).map(Country::alpha2), Some(code), "{name}");
        }
        for name in [
            "British West Indies",
            "Channel Islands",
            "Các nước khác",
            "ABC",
            "",
            "(",
        ] {
            assert_eq!(country(name), None, "{name}");
        }
    }

    #[test]
    fn names() {
        let kind = |name: &str| {
            let folded = fold(name);
            match () {
                () if is_total(&folded, true) => "total",
                () if is_group(&folded) => "group",
                () if is_others(&folded) => "others",
                () if is_region(&folded) => "region",
                () => "-",
            }
        };
        for (name, found) in [
            ("TỔNG SỐ - TOTAL", "total"),
            ("WHOLE COUNTRY", "total"),
            ("Toàn quốc", "total"),
            ("CẢ NƯỚC - WHOLE COUNTRY", "total"),
            ("Tổng cộng (1+2)", "total"),
            ("Tổng số 63 tỉnh", "total"),
            ("Việt Nam", "total"),
            ("Tổng công ty 91 miền Nam", "-"),
            ("Cộng hòa Séc", "-"),
            ("ASEAN", "group"),
            ("Các nước EU", "group"),
            ("Châu Âu", "group"),
            ("Khác", "others"),
            ("Các nước khác", "others"),
            ("Miền núi và trung du phía Bắc", "region"),
            ("Duyên hải miền Trung", "region"),
            ("Đồng bằng sông Hồng", "region"),
            ("Tây Nguyên", "region"),
            ("VÙNG ĐÔNG NAM BỘ", "region"),
            ("Đồng bằng sông Hồng - Red River Delta", "region"),
            ("Bà Rịa - Vũng Tàu", "-"),
            ("Vũng Tàu", "-"),
            ("Nam Định", "-"),
            ("Bắc Ninh", "-"),
            ("Sông Bé", "-"),
            ("Hàn Quốc", "-"),
        ] {
            assert_eq!(kind(name), found, "{name}");
        }
    }
}
