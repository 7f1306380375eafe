//! The unit a header or a line above a table names.

use super::table;
use crate::fold::fold;
use crate::unit::ColumnUnit;

/// The unit in the last brackets of a header that hold one, after `đơn vị:`,
/// or at its end.
pub(crate) fn unit(header: &str) -> Option<ColumnUnit> {
    let in_brackets = header
        .rsplit('(')
        .filter_map(|rest| rest.split_once(')'))
        .find_map(|(inside, _)| unit_words(inside));
    in_brackets.or_else(|| {
        let folded = fold(header);
        let after = table::UNIT_IS
            .iter()
            .find_map(|(words, _)| folded.split_once(words));
        match after {
            Some((_, words)) => unit_words(words),
            None => last_words(&folded),
        }
    })
}

/// The unit of a text that is nothing but one: a cell of a column of units.
pub(crate) fn unit_alone(text: &str) -> Option<ColumnUnit> {
    unit(&format!("({text})"))
}

/// Whether a folded text begins as a unit does: with a scale or `USD`. `Bảng`
/// alone is a table, and no pound sterling.
pub(crate) fn starts_unit(folded: &str) -> bool {
    table::UNIT_START
        .iter()
        .any(|(start, _)| folded.starts_with(start))
}

/// The unit a folded header ends in: `vốn đăng ký, triệu USD`.
///
/// It begins with a scale or is `USD`: a currency alone may be another word
/// (`hợp đồng`).
fn last_words(folded: &str) -> Option<ColumnUnit> {
    let starts = folded.rmatch_indices([' ', ',', '-', '_']).take(6);
    let mut ends: Vec<&str> = starts
        .filter_map(|(at, _)| folded.get(at.checked_add(1)?..))
        .filter(|end| starts_unit(end))
        .collect();
    // The longest first: `USD` is less than `triệu USD`.
    ends.reverse();
    // `Dân số nghìn người` is in thousands; `người` alone is what is counted.
    ends.into_iter()
        .filter_map(unit_words)
        .find(|unit| unit.is_money() || unit.is_count() && *unit != ColumnUnit::COUNT)
}

/// The unit that words name, in any of the spellings of tables and of English
/// (`Tr.USD`, `triệu US$`, `1.000 USD`, `USD million`); of two languages the
/// first that is understood.
fn unit_words(text: &str) -> Option<ColumnUnit> {
    let folded = fold(text);
    if folded.len() > 60 {
        return None;
    }
    let words = table::UNIT_IS
        .iter()
        .find_map(|(words, _)| folded.strip_prefix(words))
        .unwrap_or(&folded);
    let words = words.trim_matches([':', '.', ',', '(', ')', ' ']);
    spelled(words).or_else(|| {
        words
            .split(['/', ';', '-'])
            .find_map(|part| spelled(part.trim()))
    })
}

fn spelled(words: &str) -> Option<ColumnUnit> {
    ColumnUnit::parse(words).or_else(|| {
        let mut words = words.to_owned();
        for (spelling, word) in table::UNIT {
            words = words.replace(spelling, word);
        }
        ColumnUnit::parse(&words)
    })
}
