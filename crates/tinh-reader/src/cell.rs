//! Cells: where they stand and what they hold.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
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

impl Position {
    /// Writes it as people name it. Every claim is named after its cell, so
    /// this is no detour by way of a formatter.
    pub(crate) fn push_to(self, text: &mut String) {
        // Up to seven letters and ten digits.
        let mut bytes = [0_u8; 17];
        let mut at = bytes.len();
        let mut put = |byte: u8| {
            at = at.saturating_sub(1);
            if let Some(free) = bytes.get_mut(at) {
                *free = byte;
            }
        };
        let mut line = u64::from(self.row) + 1;
        while line > 0 {
            put(b'0' + u8::try_from(line % 10).unwrap_or(0));
            line /= 10;
        }
        let mut column = u64::from(self.column) + 1;
        while column > 0 {
            column -= 1;
            put(b'A' + u8::try_from(column % 26).unwrap_or(0));
            column /= 26;
        }
        let written = bytes.get(at..).unwrap_or_default();
        text.extend(written.iter().copied().map(char::from));
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.push_to(&mut text);
        f.write_str(&text)
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
        write!(f, "{}{}", sheet_prefix(&self.sheet), self.position)
    }
}

/// What stands before the position of a cell of this sheet: `'Thang 12'!`.
pub(crate) fn sheet_prefix(sheet: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    if !sheet.is_empty() && sheet.chars().all(is_plain) {
        format!("{sheet}!")
    } else {
        format!("'{}'!", sheet.replace('\'', "''"))
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
/// without doubt; of two equally short and equally near ones the even one is
/// taken, as everywhere in IEEE 754. That decimal is kept, exactly; no arithmetic is ever done in
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
/// it is out of range.
pub(crate) fn number(double: f64) -> Value {
    // Counts and row numbers need no search for their digits. Up to 2⁵³ every
    // whole number is a double of its own.
    const WHOLE: i64 = 1 << 53;
    if let Some(whole) = double.to_i64()
        && (-WHOLE..=WHOLE).contains(&whole)
        && whole.to_f64() == Some(double)
    {
        return Value::Number(whole.into());
    }
    let mut buffer = ryu::Buffer::new();
    decimal(buffer.format(double)).map_or_else(
        || Value::OutOfRange(format!("{double:e}").into()),
        Value::Number,
    )
}

/// The decimal of `-1234.5`, `1.5e-7` or `2.5e16`; `None` where a decimal does
/// not hold it.
fn decimal(text: &str) -> Option<Decimal> {
    // A double has at most 17 digits.
    let (mut mantissa, mut places) = (0_u64, 0_i32);
    let (mut is_negative, mut is_past_point) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => {
                let digit = u64::from(byte.checked_sub(b'0')?);
                mantissa = mantissa.checked_mul(10)?.checked_add(digit)?;
                places += i32::from(is_past_point);
            }
            b'-' => is_negative = true,
            b'.' => is_past_point = true,
            b'e' => {
                let exponent: i32 = text.get(at.checked_add(1)?..)?.parse().ok()?;
                places = places.checked_sub(exponent)?;
                break;
            }
            // `NaN`, `inf`.
            _ => return None,
        }
    }
    // `20.0` and `2.0e16` end in a zero that says nothing.
    while places > 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
        places -= 1;
    }
    let mut mantissa = i128::from(mantissa);
    while places < 0 {
        // Ends soon: a decimal has 29 digits, and refuses more below.
        mantissa = mantissa.checked_mul(10)?;
        places += 1;
    }
    let signed = if is_negative { -mantissa } else { mantissa };
    Decimal::try_from_i128_with_scale(signed, u32::try_from(places).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn the_decimal_leads_back_to_the_double(bits in any::<u64>()) {
            let double = f64::from_bits(bits);
            if let Some(decimal) = number(double).as_number() {
                prop_assert_eq!(decimal.to_string().parse(), Ok(double));
                prop_assert_eq!(decimal, decimal.normalize());
                // No longer than the shortest the standard library finds.
                let shortest = double.abs().to_string().replace('.', "");
                let found = decimal.abs().to_string().replace('.', "");
                prop_assert_eq!(found.len(), shortest.len());
            }
        }

        #[test]
        fn what_was_typed_is_what_is_read(
            digits in -999_999_999_999_999_i64..=999_999_999_999_999,
            places in 0_u32..=15,
        ) {
            let typed = Decimal::new(digits, places).normalize();
            let double: f64 = typed.to_string().parse()?;
            prop_assert_eq!(number(double), Value::Number(typed));
        }
    }
}
