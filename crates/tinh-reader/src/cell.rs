//! Cells: their positions and values.

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

    /// The position in a sheet that was turned from a row on, and back again.
    pub(crate) const fn unturned(self, from: Option<u32>) -> Self {
        match from {
            Some(from) if self.row >= from => Self {
                row: from.saturating_add(self.column),
                column: self.row.saturating_sub(from),
            },
            _ => self,
        }
    }

    /// The row as people and files count it, from 1.
    #[must_use]
    pub const fn line(self) -> u32 {
        self.row.saturating_add(1)
    }
}

/// A position as people name it, `D265`. Every claim is named after its cell, so
/// this is no detour by way of a formatter.
pub(crate) struct Name {
    /// Up to seven letters and ten digits, at the end.
    bytes: [u8; 17],
    start: usize,
}

impl Name {
    pub(crate) fn of(position: Position) -> Self {
        let mut name = Self {
            bytes: [0; 17],
            start: 17,
        };
        let mut line = u64::from(position.row) + 1;
        while line > 0 {
            name.put(b'0' + u8::try_from(line % 10).unwrap_or(0));
            line /= 10;
        }
        let mut column = u64::from(position.column) + 1;
        while column > 0 {
            column -= 1;
            name.put(b'A' + u8::try_from(column % 26).unwrap_or(0));
            column /= 26;
        }
        name
    }

    fn put(&mut self, byte: u8) {
        self.start = self.start.saturating_sub(1);
        if let Some(free) = self.bytes.get_mut(self.start) {
            *free = byte;
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        let written = self.bytes.get(self.start..).unwrap_or_default();
        std::str::from_utf8(written).unwrap_or_default()
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Name::of(*self).as_str())
    }
}

impl Serialize for Position {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The column of its letters: `A` is 0, `XFD` is 16383.
pub(crate) fn column(letters: &str) -> Option<u32> {
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    letters
        .bytes()
        .try_fold(0_u32, |column, byte| {
            let digit = byte.to_ascii_uppercase().checked_sub(b'A')?;
            (digit < 26).then(|| column * 26 + u32::from(digit) + 1)
        })
        .and_then(|column| column.checked_sub(1))
}

/// The letters of a column.
pub(crate) fn letters(column: u32) -> String {
    let name = Name::of(Position::new(0, column));
    name.as_str().trim_end_matches('1').to_owned()
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

/// The text before the position of a cell of this sheet: `'Thang 12'!`.
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

/// The value of a filled cell. Formulas are never evaluated: a cell holds the
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
///
/// ```
/// use tinh_reader::{Value, Workbook};
/// let workbook = Workbook::from_bytes("a.csv", "Hải Phòng,24.5\n".as_bytes())?;
/// let row = &workbook.sheets()[0].rows()[0];
/// assert_eq!(row.cell(0).and_then(Value::as_text), Some("Hải Phòng"));
/// assert_eq!(row.cell(2), None); // an empty cell is not a value
/// # Ok::<(), tinh_reader::Error>(())
/// ```
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
