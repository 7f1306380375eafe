//! Cells: where they stand and what they hold.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

/// A row and a column, both counted from 0; written `D265`.
///
/// ```
/// use tinh_reader::Position;
/// assert_eq!(Position::new(264, 3).to_string(), "D265");
/// assert_eq!(Position::new(0, 16_383).to_string(), "XFD1");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The row, counted from 0.
    pub row: u32,
    /// The column, counted from 0.
    pub column: u32,
}

impl Position {
    /// A position from its row and column, both counted from 0.
    #[must_use]
    pub const fn new(row: u32, column: u32) -> Self {
        Self { row, column }
    }

    /// The row as people and files count it, from 1.
    #[must_use]
    pub const fn line(self) -> u32 {
        self.row.saturating_add(1)
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = [0_u8; 7];
        let mut at = letters.len();
        let mut rest = u64::from(self.column) + 1;
        while rest > 0 && at > 0 {
            at -= 1;
            rest -= 1;
            letters[at] = b'A' + u8::try_from(rest % 26).unwrap_or(0);
            rest /= 26;
        }
        for &letter in letters.get(at..).unwrap_or_default() {
            write!(f, "{}", char::from(letter))?;
        }
        write!(f, "{}", u64::from(self.row) + 1)
    }
}

/// A cell of a sheet; written as a formula would name it: `'Thang 12 2023'!D265`.
///
/// ```
/// use tinh_reader::{CellRef, Position};
/// let cell = CellRef::new("Thang 12 2023", Position::new(264, 3));
/// assert_eq!(cell.to_string(), "'Thang 12 2023'!D265");
/// assert_eq!(CellRef::new("FDI", Position::new(0, 0)).to_string(), "FDI!A1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellRef {
    sheet: Arc<str>,
    position: Position,
}

impl CellRef {
    /// A cell of a sheet.
    #[must_use]
    pub fn new(sheet: impl Into<Arc<str>>, position: Position) -> Self {
        Self {
            sheet: sheet.into(),
            position,
        }
    }

    /// The name of the sheet.
    #[must_use]
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// Where in the sheet.
    #[must_use]
    pub fn position(&self) -> Position {
        self.position
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = !self.sheet.is_empty()
            && self
                .sheet
                .chars()
                .all(|c| c.is_alphanumeric() || c == '_' || c == '.');
        if plain {
            write!(f, "{}!{}", self.sheet, self.position)
        } else {
            write!(f, "'{}'!{}", self.sheet.replace('\'', "''"), self.position)
        }
    }
}

impl Serialize for CellRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What a filled cell holds. Formulas are never evaluated: a cell holds the
/// value that was stored with its formula.
///
/// # Numbers
/// A spreadsheet stores a number as a binary double and writes it into the
/// file with up to 17 significant digits: the cell in which `7190.774148` was
/// typed holds the text `7190.7741480000004`. The decimal meant is the
/// *shortest* one that leads back to the same double; every decimal of up to
/// 15 significant digits survives the way there and back unchanged (IEEE 754,
/// binary64), and the shortest text of 16 or 17 digits names the double
/// without doubt. That decimal is kept, exactly; no arithmetic is ever done in
/// binary. Digits a foreign program wrote beyond the seventeenth are lost to
/// every spreadsheet, and here too.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// Text, as typed.
    Text(Arc<str>),
    /// A number.
    Number(Decimal),
    /// A day; the time of day is left out.
    Date(NaiveDate),
    /// True or false.
    Bool(bool),
    /// An error value: `#REF!`, `#N/A`.
    Error(&'static str),
    /// A number beyond 28 significant digits or decimals (`1e300`), as text.
    OutOfRange(Arc<str>),
}

impl Value {
    /// The text, where it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, where it is one.
    #[must_use]
    pub fn as_number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Whether it is text of nothing but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.as_text().is_some_and(|text| text.trim().is_empty())
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::OutOfRange(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
            Self::Date(date) => write!(f, "{date}"),
            Self::Bool(true) => f.write_str("TRUE"),
            Self::Bool(false) => f.write_str("FALSE"),
            Self::Error(error) => f.write_str(error),
        }
    }
}

/// The shortest decimal that leads back to the same double, or its text where
/// it is out of range. `Display` of a double is exactly that decimal, without
/// an exponent.
pub(crate) fn number(double: f64) -> Value {
    let text = double.to_string();
    match Decimal::from_str_exact(&text) {
        // A zero has no sign and no decimals.
        Ok(number) => Value::Number(number.normalize()),
        Err(_) => Value::OutOfRange(format!("{double:e}").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_decimals_meant() {
        for (written, meant) in [
            ("7190.7741480000004", "7190.774148"),
            ("0.10000000000000001", "0.1"),
            ("27718.130307010859", "27718.13030701086"),
            ("49470.298347619995", "49470.298347619995"),
            ("-60.945119999999996", "-60.945119999999996"),
            ("-1E-06", "-0.000001"),
            ("1e5", "100000"),
            ("23183", "23183"),
            ("-0", "0"),
        ] {
            let double: f64 = written.parse().unwrap();
            assert_eq!(number(double).to_string(), meant, "{written}");
        }
        for far in [1e300, 1e-30, f64::NAN, f64::INFINITY] {
            assert!(matches!(number(far), Value::OutOfRange(_)), "{far}");
        }
    }
}
