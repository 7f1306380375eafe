//! Tables as they were found: columns with measures and units, rows with
//! subjects, the figures between them.

use std::fmt;
use std::sync::Arc;

use rust_decimal::Decimal;
use tinh_figures::Currency;
use tinh_model::time::Time;
use tinh_model::{Measure, Partner, Place};

use crate::cell::{CellRef, Position};

/// What the rows of a table stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Breakdown {
    /// Economic sectors (*theo ngành*).
    Sector,
    /// Countries and territories (*theo đối tác*).
    Partner,
    /// Provinces (*theo địa phương*).
    Province,
    /// Regions, and provinces within them (*theo vùng*).
    Region,
}

impl fmt::Display for Breakdown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sector => "by sector",
            Self::Partner => "by partner",
            Self::Province => "by province",
            Self::Region => "by region",
        })
    }
}

/// The unit the numbers of a column are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// Multiples of a currency: `triệu USD` is 1,000,000 of USD.
    Money {
        /// How much one is.
        multiple: Decimal,
        /// Of which currency.
        currency: Currency,
    },
    /// Whole numbers of something.
    Count,
    /// Percent.
    Percent,
    /// Times: 1 is the same.
    Times,
    /// A score or a rank.
    Plain,
}

impl Unit {
    /// Reads `triệu USD`, `tỷ đồng`, `%`, `lần`.
    ///
    /// ```
    /// use tinh_reader::Unit;
    /// assert_eq!(Unit::parse("Triệu USD").map(|u| u.to_string()), Some("triệu USD".into()));
    /// assert_eq!(Unit::parse("%"), Some(Unit::Percent));
    /// assert_eq!(Unit::parse("parsec"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        use tinh_figures::{Accents, Kind, Parser};
        static PARSER: Parser = Parser::new().accents(Accents::Optional);
        let text = text.trim();
        if text.len() > 60 {
            return None;
        }
        // `1 triệu USD` is a figure, `triệu USD` alone a unit.
        let one = format!("1 {text}");
        let found = PARSER.parse(&one).ok()?;
        let figure = found.figure();
        match figure.kind() {
            Kind::Money => {
                let money = figure.money()?;
                Some(Self::Money {
                    multiple: money.amount(),
                    currency: money.currency(),
                })
            }
            Kind::Percent => Some(Self::Percent),
            Kind::Multiple => Some(Self::Times),
            Kind::Number if found.noun().is_some() => Some(Self::Count),
            _ => None,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Money { multiple, currency } => {
                let code = currency.code();
                for (scale, word) in [
                    (1_000_000_000_000_i64, "nghìn tỷ"),
                    (1_000_000_000, "tỷ"),
                    (1_000_000, "triệu"),
                    (1_000, "nghìn"),
                ] {
                    if *multiple == Decimal::from(scale) {
                        return write!(f, "{word} {code}");
                    }
                }
                if *multiple == Decimal::ONE {
                    f.write_str(code)
                } else {
                    write!(f, "{multiple} {code}")
                }
            }
            Self::Count | Self::Plain => Ok(()),
            Self::Percent => f.write_str("%"),
            Self::Times => f.write_str("lần"),
        }
    }
}

/// A column of figures.
#[derive(Clone, Debug)]
pub struct Column {
    pub(crate) index: u32,
    pub(crate) header: String,
    pub(crate) measure: Measure,
    pub(crate) unit: Unit,
    pub(crate) time: Time,
}

impl Column {
    /// The column of the sheet, counted from 0.
    #[must_use]
    pub fn index(&self) -> u32 {
        self.index
    }

    /// Its header, line breaks as spaces.
    #[must_use]
    pub fn header(&self) -> &str {
        &self.header
    }

    /// What its figures measure.
    #[must_use]
    pub fn measure(&self) -> &Measure {
        &self.measure
    }

    /// The unit its numbers are in.
    #[must_use]
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// When its figures hold.
    #[must_use]
    pub fn time(&self) -> Time {
        self.time
    }
}

/// Whom or what a row is about.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Subject {
    /// The whole of the table (*Tổng số*).
    Total,
    /// A sector, by its printed name.
    Sector(String),
    /// A partner.
    Partner(Partner),
    /// A province, or oil and gas at sea.
    Place(Place),
    /// A region, by its printed name; the rows below it are its parts.
    Region(String),
    /// A name that is not known. Its figures count in sums, but make no claim.
    Unknown(String),
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct TableRow {
    pub(crate) index: u32,
    pub(crate) label: String,
    pub(crate) subject: Subject,
    /// One entry a column of the table.
    pub(crate) figures: Vec<Option<Entry>>,
}

impl TableRow {
    /// The row of the sheet, counted from 0.
    #[must_use]
    pub fn index(&self) -> u32 {
        self.index
    }

    /// Its name as printed.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Whom or what it is about.
    #[must_use]
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The number of the table's nth column, in its unit; `None` where the
    /// cell is missing or was not understood.
    #[must_use]
    pub fn number(&self, column: usize) -> Option<Decimal> {
        self.figures.get(column)?.as_ref().map(|entry| entry.number)
    }
}

/// A figure of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// In the unit of the column, or in that of `own`.
    pub(crate) number: Decimal,
    /// Where the cell names its own currency: the number is a plain amount.
    pub(crate) own: Option<Currency>,
}

/// A table found in a sheet.
#[derive(Clone, Debug)]
pub struct Table {
    pub(crate) sheet: Arc<str>,
    pub(crate) title: String,
    pub(crate) breakdown: Breakdown,
    pub(crate) time: Time,
    pub(crate) header_row: u32,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<TableRow>,
}

impl Table {
    /// The name of its sheet.
    #[must_use]
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// Its title as printed; may be empty.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What its rows stand for.
    #[must_use]
    pub fn breakdown(&self) -> Breakdown {
        self.breakdown
    }

    /// When its figures hold; columns of another time say so.
    #[must_use]
    pub fn time(&self) -> Time {
        self.time
    }

    /// The row of its header, counted from 0.
    #[must_use]
    pub fn header_row(&self) -> u32 {
        self.header_row
    }

    /// Its columns of figures, from left to right.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Its rows, from top to bottom.
    #[must_use]
    pub fn rows(&self) -> &[TableRow] {
        &self.rows
    }

    /// The row of the whole.
    #[must_use]
    pub fn total(&self) -> Option<&TableRow> {
        self.rows
            .iter()
            .find(|row| matches!(row.subject, Subject::Total))
    }

    /// The cell of a row in the table's nth column.
    #[must_use]
    pub fn cell(&self, row: &TableRow, column: usize) -> Option<CellRef> {
        let column = self.columns.get(column)?;
        Some(CellRef::new(
            Arc::clone(&self.sheet),
            Position::new(row.index, column.index),
        ))
    }
}
