//! Figures in cells: what counts as a number, a zero, a gap.
//!
//! ```text
//! number  = ["-"] (digits | groups) [mark digits] ["%"]
//! groups  = 1 to 3 digits, then 3 at a time after a group mark or a space
//! zero    = "-" | "–" | "—"        nothing of the kind occurred
//! unknown = ".." | "..." | "…"     it occurred, the figure is missing
//! ```
//! An empty cell is missing, `0` is zero. Which of `.` and `,` is the decimal
//! mark is told from the whole sheet: one cell that only one convention can
//! read decides for all. Where nothing decides, a count is read as the whole
//! number it must be, and anything else is reported as ambiguous.

use rust_decimal::Decimal;
use serde::Deserialize;
use tinh_figures::{Accents, Currency, Kind, Parser};

use crate::cell::Value;
use crate::sheet::Sheet;

/// Which of `.` and `,` is the decimal mark of the numbers in text cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Notation {
    /// `20185.62`, `20,185.62`: as programs write.
    Point,
    /// `20185,62`, `20.185,62`: as Vietnamese texts print.
    Comma,
}

/// What is known of the notation of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marks {
    Known(Notation),
    /// No cell decides, or cells disagree.
    Unknown,
}

impl Marks {
    /// Told from the text cells of a sheet.
    pub(crate) fn of(sheet: &Sheet) -> Self {
        let (mut point, mut comma) = (false, false);
        for (_, value) in sheet.cells() {
            let Some(text) = value.as_text() else {
                continue;
            };
            let text = text.trim();
            // Most cells are names: their first letter settles it.
            if !text.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '\u{2212}') {
                continue;
            }
            match (plain(text, Notation::Point), plain(text, Notation::Comma)) {
                (Some(_), None) => point = true,
                (None, Some(_)) => comma = true,
                _ => {}
            }
        }
        match (point, comma) {
            (true, false) => Self::Known(Notation::Point),
            (false, true) => Self::Known(Notation::Comma),
            _ => Self::Unknown,
        }
    }
}

/// What a cell of a column of figures holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reading {
    /// A number in the unit of the column.
    Number(Decimal),
    /// An amount that names its own currency.
    Money(Decimal, Currency),
    /// `...`
    NotAvailable,
    /// Two conventions read it differently.
    Ambiguous(Decimal, Decimal),
    /// An error value.
    Error,
    /// Anything else, with what is wrong.
    Not(String),
}

/// Reads a cell. `whole`: the column holds counts.
pub(crate) fn read(value: &Value, marks: Marks, whole: bool) -> Reading {
    match value {
        Value::Number(number) => Reading::Number(*number),
        Value::Text(text) => read_text(text.trim(), marks, whole),
        Value::Error(_) => Reading::Error,
        Value::OutOfRange(_) => {
            Reading::Not("the number has more than 28 digits or decimals".to_owned())
        }
        Value::Date(_) => Reading::Not("expected a figure, found a date".to_owned()),
        Value::Bool(_) => Reading::Not("expected a figure, found true or false".to_owned()),
    }
}

/// Whether a cell says itself that it is a percentage.
pub(crate) fn is_percentage(value: &Value) -> bool {
    value
        .as_text()
        .is_some_and(|text| text.trim_end().ends_with('%'))
}

fn read_text(text: &str, marks: Marks, whole: bool) -> Reading {
    match text {
        "-" | "\u{2013}" | "\u{2014}" => return Reading::Number(Decimal::ZERO),
        ".." | "..." | "…" => return Reading::NotAvailable,
        _ => {}
    }
    let number = text.strip_suffix('%').map_or(text, str::trim_end);
    match (
        plain(number, Notation::Point),
        plain(number, Notation::Comma),
    ) {
        (Some(point), Some(comma)) if point == comma => Reading::Number(point),
        (Some(point), Some(comma)) => match marks {
            Marks::Known(Notation::Point) => Reading::Number(point),
            Marks::Known(Notation::Comma) => Reading::Number(comma),
            Marks::Unknown if whole && point.fract().is_zero() != comma.fract().is_zero() => {
                Reading::Number(if point.fract().is_zero() {
                    point
                } else {
                    comma
                })
            }
            Marks::Unknown => Reading::Ambiguous(point, comma),
        },
        (Some(number), None) | (None, Some(number)) => Reading::Number(number),
        (None, None) => with_unit(text),
    }
}

/// A figure with words: `103,3 tỷ USD`, `14.716 dự án`.
fn with_unit(text: &str) -> Reading {
    static PARSER: Parser = Parser::new().accents(Accents::Optional);
    let expected = || Reading::Not("expected a figure".to_owned());
    if text.len() > 120 {
        return expected();
    }
    let Ok(found) = PARSER.parse(text) else {
        return expected();
    };
    let figure = found.figure();
    match (figure.kind(), figure.value(), figure.currency()) {
        (Kind::Money, Some(value), Some(currency)) => Reading::Money(value, currency),
        (Kind::Number | Kind::Percent, Some(value), _) => Reading::Number(value),
        _ => expected(),
    }
}

/// A number of digits and marks alone, in one convention.
fn plain(text: &str, notation: Notation) -> Option<Decimal> {
    let (group, mark) = match notation {
        Notation::Point => (',', '.'),
        Notation::Comma => ('.', ','),
    };
    if text.len() > 64 {
        return None;
    }
    let unsigned = text
        .strip_prefix(['-', '\u{2212}'])
        .map_or(text, str::trim_start);
    let (whole, decimals) = match unsigned.split_once(mark) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (unsigned, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if decimals.is_some_and(|decimals| !digits(decimals)) {
        return None;
    }
    let mut number = String::with_capacity(text.len());
    if unsigned.len() != text.len() {
        number.push('-');
    }
    if digits(whole) {
        number.push_str(whole);
    } else {
        let is_group = |c: char| c == group || c == ' ' || c == '\u{a0}' || c == '\u{202f}';
        for (index, part) in whole.split(is_group).enumerate() {
            let fits = match index {
                // `0.125` groups nothing.
                0 => (1..=3).contains(&part.len()) && !part.starts_with('0'),
                _ => part.len() == 3,
            };
            if !fits || !digits(part) {
                return None;
            }
            number.push_str(part);
        }
    }
    if let Some(decimals) = decimals {
        number.push('.');
        number.push_str(decimals);
    }
    Decimal::from_str_exact(&number).ok().map(|n| n.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, marks: Marks, whole: bool) -> String {
        match read_text(text, marks, whole) {
            Reading::Number(number) => number.to_string(),
            Reading::Money(amount, currency) => format!("{amount} {}", currency.code()),
            Reading::Ambiguous(point, comma) => format!("{point} or {comma}"),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn text_cells() {
        let point = Marks::Known(Notation::Point);
        let comma = Marks::Known(Notation::Comma);
        for (text, marks, whole, read) in [
            (
                "20185.622680219993",
                Marks::Unknown,
                false,
                "20185.622680219993",
            ),
            ("20.185,62", Marks::Unknown, false, "20185.62"),
            ("20,185.62", Marks::Unknown, false, "20185.62"),
            ("1.234", point, false, "1.234"),
            ("1.234", comma, false, "1234"),
            ("1.234", Marks::Unknown, false, "1.234 or 1234"),
            ("39,140", Marks::Unknown, true, "39140"),
            ("0.125", comma, false, "0.125"),
            ("12 345,6", Marks::Unknown, false, "12345.6"),
            ("-60,95", comma, false, "-60.95"),
            ("\u{2212}1.6", point, false, "-1.6"),
            ("139,9 %", comma, false, "139.9"),
            ("-", comma, true, "0"),
            ("...", comma, true, "NotAvailable"),
            ("103,3 tỷ USD", comma, false, "103300000000 USD"),
            ("n/a", comma, false, "Not(\"expected a figure\")"),
            ("1.23.4", comma, false, "Not(\"expected a figure\")"),
        ] {
            assert_eq!(shown(text, marks, whole), read, "{text}");
        }
    }
}
