//! Tables as they were found: columns with measures and units, rows with
//! subjects, the figures between them.

use std::fmt;
use std::sync::Arc;

use rust_decimal::Decimal;
use tinh_figures::{Currency, Language};
use tinh_model::claim::Realm;
use tinh_model::entity::Base;
use tinh_model::time::Time;
use tinh_model::{Measure, Partner, Place};

use crate::cell::{CellRef, Position};
use crate::unit::ColumnUnit;
use crate::words::Standing;

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
    /// Forms of investment (*theo hình thức*), or other parts of the whole.
    Form,
}

impl Breakdown {
    /// Its code: `province`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sector => "sector",
            Self::Partner => "partner",
            Self::Province => "province",
            Self::Region => "region",
            Self::Form => "form",
        }
    }

    /// What it is by, in words.
    ///
    /// ```
    /// use tinh_reader::Breakdown;
    /// use tinh_reader::tinh_figures::Language;
    /// assert_eq!(Breakdown::Province.in_language(Language::Vietnamese), "theo địa phương");
    /// assert_eq!(Breakdown::Province.to_string(), "by province");
    /// ```
    #[must_use]
    pub fn in_language(self, language: Language) -> &'static str {
        match self {
            Self::Sector => language.choose("theo ngành", "by sector"),
            Self::Partner => language.choose("theo đối tác", "by partner"),
            Self::Province => language.choose("theo địa phương", "by province"),
            Self::Region => language.choose("theo vùng", "by region"),
            Self::Form => language.choose("theo hình thức", "by form"),
        }
    }

    /// Whether its rows are places.
    pub(crate) const fn is_by_place(self) -> bool {
        matches!(self, Self::Province | Self::Region)
    }
}

impl fmt::Display for Breakdown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.in_language(Language::English))
    }
}

/// A column of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub(crate) index: u32,
    pub(crate) header: String,
    pub(crate) measure: Measure,
    pub(crate) unit: ColumnUnit,
    pub(crate) time: Time,
    /// How firm its figures are, and whether they are so.
    pub(crate) standing: Standing,
    /// What a ratio is measured against, where the header says it.
    pub(crate) base: Option<Base>,
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

    /// The measure of its figures.
    #[must_use]
    pub fn measure(&self) -> &Measure {
        &self.measure
    }

    /// The unit its numbers are in.
    #[must_use]
    pub fn unit(&self) -> ColumnUnit {
        self.unit
    }

    /// When its figures hold.
    #[must_use]
    pub fn time(&self) -> Time {
        self.time
    }

    /// Whether its figures are of a measure, and not meant to be.
    pub(crate) fn is_of(&self, measure: &Measure) -> bool {
        self.measure == *measure && self.standing.realm == Realm::Actual
    }

    /// What its figures are of, so that two columns of one series state one
    /// fact: measure, time, and whether it is so or meant to be.
    pub(crate) fn series(&self) -> Series {
        Series {
            measure: self.measure.clone(),
            time: self.time,
            realm: self.standing.realm,
        }
    }
}

/// What a figure is of, besides whom.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Series {
    pub(crate) measure: Measure,
    pub(crate) time: Time,
    pub(crate) realm: Realm,
}

/// The subject of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RowSubject {
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
    /// Several rows together, by their printed name: `ASEAN` in a table by
    /// partner, `Khác` where it is the sum of rows of its own. Never a member.
    Group(String),
    /// A part of the whole, by its printed name: a form of investment.
    Part(String),
    /// A name that is not known. Its figures count in sums, but make no claim.
    Unknown(String),
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    pub(crate) index: u32,
    pub(crate) label: String,
    pub(crate) subject: RowSubject,
    /// What else a row is about, in a table of more than one breakdown.
    pub(crate) also: Option<Box<Also>>,
    /// One entry a column of the table.
    pub(crate) figures: Vec<Option<Entry>>,
}

impl TableRow {
    /// The row of the sheet, counted from 0; of the turned sheet where the table
    /// [is turned](crate::TableSpec::turned).
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
    pub fn subject(&self) -> &RowSubject {
        &self.subject
    }

    /// The number of the table's nth column, in its unit; `None` where the
    /// cell is missing or was not understood.
    #[must_use]
    pub fn number(&self, column: usize) -> Option<Decimal> {
        self.figures.get(column)?.as_ref().map(|entry| entry.number)
    }
}

/// The further subjects of a row: partner, sector, scope.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Also {
    pub(crate) partner: Option<Partner>,
    pub(crate) sector: Option<String>,
    pub(crate) scope: Option<String>,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub(crate) sheet: Arc<str>,
    pub(crate) title: String,
    pub(crate) breakdown: Breakdown,
    pub(crate) time: Time,
    /// The subject of rows that name no place.
    pub(crate) whole: Place,
    pub(crate) header_row: u32,
    /// Where its columns are the rows of the sheet, and its rows the columns:
    /// the row of the sheet they begin at.
    pub(crate) turned: Option<u32>,
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
            .find(|row| matches!(row.subject, RowSubject::Total) && row.also.is_none())
    }

    /// Which column states a measure at a time; of two in different units the
    /// first.
    ///
    /// ```
    /// # use tinh_reader::{FiaReader, Workbook};
    /// # let csv = "Tính từ 01/01/2023 đến 20/12/2023\n\
    /// # TT,Địa phương,Số dự án cấp mới,Tổng vốn đăng ký (triệu USD),12T/2022\n1,Sơn La,3,4.5,4\n";
    /// # let reading = FiaReader::new().read(&Workbook::from_bytes("t.csv", csv.as_bytes())?)?;
    /// let table = &reading.tables()[0];
    /// let registered = "fdi.registered".parse()?;
    /// let before = "2022-01-01/2022-12-20".parse()?;
    /// let column = table.column(&registered, &tinh_model::time::Time::During(before));
    /// assert_eq!(table.rows()[0].number(column.ok_or("no such column")?), Some(4.into()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn column(&self, measure: &Measure, time: &Time) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.measure == *measure && column.time == *time)
    }

    /// The cell of a row in the table's nth column.
    #[must_use]
    pub fn cell(&self, row: &TableRow, column: usize) -> Option<CellRef> {
        let column = self.columns.get(column)?;
        let position = Position::new(row.index, column.index);
        Some(CellRef::new(
            Arc::clone(&self.sheet),
            position.unturned(self.turned),
        ))
    }
}
