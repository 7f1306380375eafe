//! Figures in cells: what counts as a number, a zero, a gap.
//!
//! ```text
//! number  = ["-" | "+"] plain ["%"] | "(" plain ")"
//! plain   = (digits | groups) [mark digits]
//! groups  = 1 to 3 digits, then 3 at a time after a group mark or a space
//! zero    = "-" | "–" | "—"        nothing of the kind occurred
//! unknown = ".." | "..." | "…"     it occurred, the figure is missing
//! ```
//! The mark of a footnote behind a number (`9.800*`, `7.100 (1)`) is none of it.
//! An empty cell is missing, `0` is zero; brackets are the minus sign of
//! accountants. Which of `.` and `,` is the decimal mark follows from the whole
//! column: what most of its cells that can be read in one way only say holds
//! for all, and a cell against it is refused. Where no cell of the column
//! speaks, those of the sheet decide if they agree; where nothing decides, a
//! count is read as the whole number it must be, and anything else is reported
//! as ambiguous.

use std::collections::HashMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use tinh_figures::{Accents, Bilingual, Currency, Kind, Parser, Qualifier, Scale};

use crate::cell::Value;
use crate::messages;
use crate::sheet::Sheet;

/// Which of `.` and `,` is the decimal mark of the numbers in text cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Notation {
    /// `20185.62`, `20,185.62`: as programs write.
    Point,
    /// `20185,62`, `20.185,62`: as Vietnamese texts print.
    Comma,
}

impl Notation {
    /// Reads a number of digits and marks alone: `-1.234,5`, `(3,22)`, `12 %`.
    ///
    /// ```
    /// use tinh_reader::Notation;
    /// assert_eq!(Notation::Comma.number("1.365"), Some(1365.into()));
    /// assert_eq!(Notation::Point.number("(3.22)"), Some("-3.22".parse()?));
    /// assert_eq!(Notation::Comma.number("2.5"), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn number(self, text: &str) -> Option<Decimal> {
        let text = text.trim();
        let text = text.strip_suffix('%').map_or(text, str::trim_end);
        match text
            .strip_prefix('(')
            .and_then(|text| text.strip_suffix(')'))
        {
            Some(inside) if !inside.starts_with(['-', '\u{2212}']) => {
                plain(inside.trim(), self).map(|number| -number)
            }
            Some(_) => None,
            None => plain(text, self),
        }
    }

    /// The notation that most of some texts speak for; `None` where none
    /// speaks for either, or as many for one as for the other.
    ///
    /// ```
    /// use tinh_reader::Notation;
    /// assert_eq!(Notation::of(["1,365", "2.5", "3"]), Some(Notation::Point));
    /// assert_eq!(Notation::of(["1,365", "2"]), None);
    /// ```
    #[must_use]
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Option<Self> {
        let mut votes = Votes::default();
        for text in texts {
            votes.add(text);
        }
        match votes.marks() {
            Marks::Known(notation) => Some(notation),
            Marks::Unknown | Marks::Mixed => None,
        }
    }
}

/// The notation of a column, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marks {
    Known(Notation),
    /// No cell decides.
    Unknown,
    /// As many cells speak for one as for the other.
    Mixed,
}

/// How many cells can be read in one notation only.
#[derive(Clone, Copy, Debug, Default)]
struct Votes {
    point: usize,
    comma: usize,
}

impl Votes {
    fn add(&mut self, text: &str) {
        let text = without_notes(text);
        match (Notation::Point.number(text), Notation::Comma.number(text)) {
            (Some(_), None) => self.point += 1,
            (None, Some(_)) => self.comma += 1,
            _ => {}
        }
    }

    fn marks(self) -> Marks {
        match self.point.cmp(&self.comma) {
            std::cmp::Ordering::Greater => Marks::Known(Notation::Point),
            std::cmp::Ordering::Less => Marks::Known(Notation::Comma),
            std::cmp::Ordering::Equal if self.point == 0 => Marks::Unknown,
            std::cmp::Ordering::Equal => Marks::Mixed,
        }
    }
}

/// The notations of the columns of a sheet.
#[derive(Debug, Default)]
pub(crate) struct Notations {
    columns: HashMap<u32, Votes>,
    sheet: Votes,
    /// The notation of a description, held against all cells.
    pub(crate) said: Option<Notation>,
}

impl Notations {
    /// Told from the text cells of a sheet.
    pub(crate) fn of(sheet: &Sheet) -> Self {
        let mut notations = Self::default();
        for (position, value) in sheet.cells() {
            let Some(text) = value.as_text() else {
                continue;
            };
            let text = text.trim();
            // Most cells are names: their first letter settles it.
            if !text.starts_with(|c: char| c.is_ascii_digit() || "+-(\u{2212}".contains(c))
                || !text.contains(['.', ','])
            {
                continue;
            }
            let votes = notations.columns.entry(position.column).or_default();
            let before = (votes.point, votes.comma);
            votes.add(text);
            notations.sheet.point += votes.point - before.0;
            notations.sheet.comma += votes.comma - before.1;
        }
        notations
    }

    pub(crate) fn marks(&self, column: u32) -> Marks {
        if let Some(said) = self.said {
            return Marks::Known(said);
        }
        let own = self
            .columns
            .get(&column)
            .map_or(Marks::Unknown, |votes| votes.marks());
        match own {
            // The other columns speak for this one where they agree.
            Marks::Unknown if self.sheet.point == 0 || self.sheet.comma == 0 => self.sheet.marks(),
            own => own,
        }
    }
}

/// The content of a cell of a column of figures.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reading {
    /// A number in the unit of the column.
    Number(Decimal),
    /// A number with a scale word of its own: `1,2 triệu`.
    Scaled(Decimal),
    /// An amount that names its own currency.
    Money(Decimal, Currency),
    /// `...`
    NotAvailable,
    /// Two conventions read it differently.
    Ambiguous(Decimal, Decimal),
    /// Written in this notation, and the column is not.
    Against(Notation),
    /// An error value.
    Error,
    /// Anything else, with what is wrong.
    Not(Bilingual),
}

/// Reads a cell. `whole`: the column holds counts.
pub(crate) fn read(value: &Value, marks: Marks, whole: bool) -> Reading {
    match value {
        Value::Number(number) => Reading::Number(*number),
        Value::Text(text) => read_text(text.trim(), marks, whole),
        Value::Error(_) => Reading::Error,
        Value::OutOfRange(_) => Reading::Not(messages::OUT_OF_RANGE),
        Value::Date(_) => Reading::Not(messages::NOT_A_DATE),
        Value::Bool(_) => Reading::Not(messages::NOT_A_TRUTH),
    }
}

/// Whether a cell says itself that it is a percentage.
pub(crate) fn is_percentage(value: &Value) -> bool {
    value
        .as_text()
        .is_some_and(|text| text.trim_end().ends_with('%'))
}

/// A text without the marks of footnotes behind it: `9.800*`, `7.100 (1)`.
pub(crate) fn without_notes(text: &str) -> &str {
    let bare = text
        .trim_end_matches(['*', '\u{b9}', '\u{b2}', '\u{b3}'])
        .trim_end();
    let inside = bare
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('));
    match inside {
        Some((number, note))
            if note.len() == 1
                && note != "0"
                && number.trim_end().ends_with(|c: char| c.is_ascii_digit()) =>
        {
            number.trim_end()
        }
        _ if bare.is_empty() => text,
        _ => bare,
    }
}

fn read_text(text: &str, marks: Marks, whole: bool) -> Reading {
    let text = without_notes(text);
    match text {
        "-" | "\u{2013}" | "\u{2014}" => return Reading::Number(Decimal::ZERO),
        ".." | "..." | "…" => return Reading::NotAvailable,
        _ => {}
    }
    let (point, comma) = (Notation::Point.number(text), Notation::Comma.number(text));
    let against = |notation| match marks {
        Marks::Known(known) => known != notation,
        Marks::Mixed => true,
        Marks::Unknown => false,
    };
    match (point, comma) {
        (Some(point), Some(comma)) if point == comma => Reading::Number(point),
        (Some(point), Some(comma)) => match marks {
            Marks::Known(Notation::Point) => Reading::Number(point),
            Marks::Known(Notation::Comma) => Reading::Number(comma),
            Marks::Unknown | Marks::Mixed
                if whole && point.fract().is_zero() != comma.fract().is_zero() =>
            {
                Reading::Number(if point.fract().is_zero() {
                    point
                } else {
                    comma
                })
            }
            Marks::Unknown | Marks::Mixed => Reading::Ambiguous(point, comma),
        },
        (Some(_), None) if against(Notation::Point) => Reading::Against(Notation::Point),
        (None, Some(_)) if against(Notation::Comma) => Reading::Against(Notation::Comma),
        (Some(number), None) | (None, Some(number)) => Reading::Number(number),
        (None, None) => with_unit(text),
    }
}

/// A figure with words: `103,3 tỷ USD`, `14.716 dự án`.
fn with_unit(text: &str) -> Reading {
    static PARSER: Parser = Parser::new().accents(Accents::Optional);
    let expected = || Reading::Not(messages::EXPECTED_FIGURE);
    if text.len() > 120 {
        return expected();
    }
    let Ok(found) = PARSER.parse(text) else {
        return expected();
    };
    let figure = found.figure();
    // `trên 24,5 tỷ USD` is a bound: its number alone is another figure.
    if figure.qualifier() != Qualifier::Exact {
        return Reading::Not(messages::NOT_A_BOUND);
    }
    match (figure.kind(), figure.value(), figure.currency()) {
        (Kind::Number, Some(value), _) if figure.written().scale() != Scale::ONE => {
            Reading::Scaled(value)
        }
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
    let text = text.strip_prefix('+').map_or(text, str::trim_start);
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
    use tinh_figures::Language;

    use super::*;

    fn shown(text: &str, marks: Marks, whole: bool) -> String {
        match read_text(text, marks, whole) {
            Reading::Number(number) => number.to_string(),
            Reading::Money(amount, currency) => format!("{amount} {}", currency.code()),
            Reading::Ambiguous(point, comma) => format!("{point} or {comma}"),
            Reading::Not(words) => format!("not: {}", words.in_language(Language::English)),
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
            ("0.125", comma, false, "Against(Point)"),
            ("(3.22)", point, false, "-3.22"),
            ("(1,234.5)", Marks::Unknown, false, "-1234.5"),
            ("(-1)", Marks::Unknown, false, "not: expected a figure"),
            ("0.5", Marks::Mixed, false, "Against(Point)"),
            ("12 345,6", Marks::Unknown, false, "12345.6"),
            ("-60,95", comma, false, "-60.95"),
            ("\u{2212}1.6", point, false, "-1.6"),
            ("139,9 %", comma, false, "139.9"),
            ("-", comma, true, "0"),
            ("...", comma, true, "NotAvailable"),
            ("103,3 tỷ USD", comma, false, "103300000000 USD"),
            ("n/a", comma, false, "not: expected a figure"),
            ("+12,5", comma, false, "12.5"),
            ("+-12,5", comma, false, "-12.5"),
            ("9.800*", comma, true, "9800"),
            ("7.100 (1)", comma, true, "7100"),
            ("7.100(*)", comma, true, "7100"),
            ("7.100 (12)", comma, true, "not: expected a figure"),
            ("(3)", comma, true, "-3"),
            ("*", comma, true, "not: expected a figure"),
            ("1.23.4", comma, false, "not: expected a figure"),
        ] {
            assert_eq!(shown(text, marks, whole), read, "{text}");
        }
    }
}
