//! What each column of a table is to a restatement.

use crate::number::{self, Convention, Mark};
use crate::sheet::Sheet;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use tinh::gazetteer::Unit;

/// What a column is to the restatement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Province,
    Date,
    /// Added up.
    Number(Mark),
    /// Weighed by population and added up.
    PerHead(Mark),
    /// Keeps rows apart.
    Text,
    /// Does not add, with the reason.
    LeftOut(String),
    /// Cannot be read, with the reason: the run fails.
    Refused(String),
}

/// The words of `columns.tsv`.
const WORDS: &str = include_str!("columns.tsv");

/// A header as its words, in small letters, with one blank between.
pub(crate) fn words(header: &str) -> String {
    let lower = header.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// Why figures under a header do not add; `None` where it does not say so.
fn said_by_header(header: &str) -> Option<&'static str> {
    if header.contains('%') || header.contains('‰') {
        return Some("a rate");
    }
    // vốn/người, người/km2
    let lower = header.to_lowercase();
    if ["/người", "/ người", "/capita", "/person"]
        .iter()
        .any(|per| lower.contains(per))
    {
        return Some("a figure per head");
    }
    if ["/km2", "/km²", "/ha"]
        .iter()
        .any(|per| lower.contains(per))
    {
        return Some("a density");
    }
    let header = format!(" {} ", words(header));
    WORDS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| {
            let mut fields = line.split('\t');
            Some((fields.next()?, fields.next()?, fields.next()?))
        })
        .filter(|(how, words, _)| match *how {
            "whole" => header.trim() == *words,
            _ => header.contains(&format!(" {words} ")),
        })
        .max_by_key(|(_, words, _)| words.len())
        .map(|(.., says)| says)
        .filter(|says| *says != "adds")
}

/// Why the values of a column do not add, told from the values: years, ranks,
/// codes of the units they are beside.
fn said_by_values(values: &[(Option<Unit>, Decimal)]) -> Option<&'static str> {
    let whole = values.iter().all(|(_, value)| value.fract().is_zero());
    if values.len() < 2 || !whole {
        return None;
    }
    let (first_year, last_year) = (Decimal::from(1950), Decimal::from(2100));
    if values
        .iter()
        .all(|(_, v)| (first_year..=last_year).contains(v))
    {
        return Some("years, by the values");
    }
    let is_code = |(unit, value): &(Option<Unit>, Decimal)| {
        unit.is_some_and(|unit| unit.gso_code().parse() == Ok(*value))
    };
    if values.iter().all(is_code) {
        return Some("codes of the statistics office, by the values");
    }
    let mut counts: BTreeMap<Decimal, usize> = BTreeMap::new();
    for (_, value) in values {
        *counts.entry(*value).or_default() += 1;
    }
    let ranks = (1..)
        .map(Decimal::from)
        .zip(counts.keys())
        .all(|(n, value)| n == *value);
    (values.len() >= 5 && counts.len() == values.len() && ranks)
        .then_some("ranks or numbers of the rows, by the values")
}

/// Tells what a column of figures or text is; `units` are those of the rows.
pub(crate) fn judge(
    sheet: &Sheet,
    at: usize,
    forced: Option<Mark>,
    per_head: bool,
    units: &[Option<Unit>],
) -> Column {
    let header = sheet.header.get(at).map_or("", String::as_str);
    let said = said_by_header(header);
    let mark = match number::convention(sheet.column(at), forced) {
        Convention::Text => return Column::Text,
        Convention::Percentages => return Column::LeftOut("a rate".to_owned()),
        Convention::Numbers(mark) => mark,
        // What does not add anyway need not be read.
        _ if said.is_some_and(|says| says != "a figure per head") => Mark::Point,
        Convention::Mixed { line, cell } => {
            return Column::Refused(format!("line {line}: expected a number, found \"{cell}\""));
        }
        Convention::Ambiguous {
            cell,
            readings: [comma, point],
        } => {
            return Column::Refused(format!(
                "\"{cell}\" may be {comma} or {point}: say --decimal comma or --decimal point"
            ));
        }
    };
    match said {
        Some("a figure per head") if per_head => return Column::PerHead(mark),
        Some("a figure per head") => {
            return Column::LeftOut(
                "a figure per head: --per-head weighs it by population".to_owned(),
            );
        }
        Some(says) => return Column::LeftOut(says.to_owned()),
        None => {}
    }
    let values: Vec<(Option<Unit>, Decimal)> = sheet
        .column(at)
        .zip(units)
        .filter_map(|((_, cell), unit)| Some((*unit, number::read(cell, mark)?)))
        .collect();
    match said_by_values(&values) {
        Some(says) => Column::LeftOut(says.to_owned()),
        None => Column::Number(mark),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers() {
        for (header, says) in [
            ("Năm", Some("a year")),
            ("Vốn năm 2023 (triệu USD)", None),
            ("Mật độ (người/km2)", Some("a density")),
            ("Mã tỉnh", Some("a code")),
            ("GRDP bình quân đầu người", Some("a figure per head")),
            ("grdp_per_capita", Some("a figure per head")),
            (
                "Thu ngân sách (triệu đồng/người)",
                Some("a figure per head"),
            ),
            ("Dân số trung bình", None),
            ("Thu nhập trung bình", Some("an average")),
            ("Vốn tăng thêm", None),
            ("Tốc độ tăng", Some("a rate of growth")),
            ("growth_pct", Some("a rate of growth")),
            ("pci_rank", Some("a rank")),
            ("So với cùng kỳ (%)", Some("a rate")),
            ("Số dự án", None),
            ("STT", Some("a number of the row")),
            ("registered_musd", None),
            ("Giá trị xuất khẩu", None),
        ] {
            assert_eq!(said_by_header(header), says, "{header}");
        }
    }

    #[test]
    fn values() {
        let bare = |values: &[u32]| -> Option<&'static str> {
            let values: Vec<_> = values.iter().map(|v| (None, Decimal::from(*v))).collect();
            said_by_values(&values)
        };
        assert_eq!(bare(&[2021, 2022, 2021]), Some("years, by the values"));
        assert_eq!(
            bare(&[3, 1, 2, 5, 4]),
            Some("ranks or numbers of the rows, by the values")
        );
        assert_eq!(bare(&[3, 1, 2, 5, 5]), None);
        assert_eq!(bare(&[1, 2, 3]), None);
        assert_eq!(bare(&[2021, 853, 161]), None);
        assert_eq!(bare(&[2021]), None);
    }
}
