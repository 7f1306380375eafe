//! Reads official Vietnamese workbooks and tables into typed claims: every
//! figure with its measure, unit, date, place and cell.
//!
//! ```
//! use tinh_reader::{Audit, FiaReader, Workbook};
//! # let bytes = "\
//! # Tính từ 01/01/2023 đến 20/12/2023\n\
//! # TT,Địa phương,Số dự án cấp mới,Vốn đăng ký cấp mới (triệu USD),12T/2022\n\
//! # 1,Hải Phòng,119,1478.70012444,\n2,Sơn La,,,\nTổng số,,119,1478.70012444,\n";
//! // Workbook::open("FDI.2023.xlsx")? opens a file: .xlsx, .xls or CSV.
//! let workbook = Workbook::from_bytes("FDI.2023.csv", bytes.as_bytes())?;
//! let reading = FiaReader::new().read(&workbook)?;
//! let claim = reading.claims()[1].claim();
//! assert_eq!(claim.id(), "FDI.2023.csv!D3");
//! assert_eq!(claim.time().to_string(), "2023-01-01/2023-12-20");
//! assert_eq!(claim.quantities()[0].value(), Some("1478700124.44".parse()?)); // USD
//! for note in reading.notes() { println!("{note}"); }       // what was not understood
//! assert!(Audit::of(&reading).findings().is_empty());       // the printed totals hold
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Main types
//! - [`Workbook`]: a file, vetted against its [`Limits`]; its [`Sheet`]s hold
//!   [`Value`]s with the decimals that were typed.
//! - [`FiaReader`]: the monthly workbooks of the Foreign Investment Agency
//!   (quick report, flows, stock), by sector, partner, province and region.
//! - [`TableSpec`]: any other table, described in a few lines of JSON or code;
//!   [`TableSpec::describe`] proposes the description.
//! - [`Reading`]: [`Table`]s as found, claims with their [`CellRef`], and a
//!   [`Note`] for what was not understood, or with a reservation.
//! - [`PlaceSeries`]: the stock or the flow of a measure by province.
//! - [`Audit`]: printed totals against their parts, with what would explain a
//!   difference.
//!
//! # Cookbook
//! - Read a year into a dataset: [`Reading::add_to`]; only some of it:
//!   [`Reading::add_some_to`].
//! - The stock or the flow by province: [`Reading::stock_by_province`],
//!   [`Reading::flow_by_province`]; two of them side by side:
//!   [`PlaceSeries::beside`].
//! - List what was left out: [`Reading::notes`], by [`NoteKind`]; [`NoteKind::was_read`] tells
//!   whether a claim was still made.
//! - Find the faults of an official file: [`Audit::of`], [`AuditFinding::causes`].
//! - Read a table of your own: [`TableSpec`]; a year a column, a sheet a year,
//!   columns by letter: [`TableTime`], [`ColumnName`].
//! - Two spellings of one country in a table: [`FiaReader::aliases`].
//! - Read a file larger than the limits: [`Workbook::open_within`].
//! - A message in Vietnamese: [`Error::in_language`].
//!
//! # What a table is
//! The names of its rows say whether a table is by province, region, partner or
//! sector; then its title; then its header. Totals in either language (`TỔNG
//! SỐ - TOTAL`) are the whole; a region, a bloc of countries, and `Khác` above
//! rows of its own are parts of it, never members. The words of headers,
//! titles and names are rows of `data/words.tsv`.
//!
//! # How figures become claims
//! - A cell left empty is missing and makes no claim; `0` is zero. `-` is zero
//!   (nothing occurred) and `...` is noted (it occurred, the figure is
//!   missing), the signs the statistics office prints.
//! - Flows hold during the period the sheet states, stocks at its date; the
//!   quick report's starred rows end on the day its footnote names. Where only
//!   the title names a quarter, a month or a number of months, that is noted;
//!   new projects `tính đến 20/11/2025` are counted from 1 January, noted too.
//! - A province is the unit of that name on the table's date. `Dầu khí` is
//!   offshore, not a province. A region is not a unit: its figures are national
//!   claims with the region as scope, marked as part of the total.
//! - `So với cùng kỳ` is a ratio, never growth; one to a base below zero is
//!   kept as unreliable. Whether `108,9` is percent or times is told by the
//!   sign in the header or in the cells.
//! - A figure printed in several tables gives several claims, related as the
//!   same or as conflicting.
//!
//! # Not supported
//! Evaluating formulas; charts, pivot tables, pictures; `.xlsb` and `.ods`;
//! encrypted files; tables laid out with provinces as columns; text in
//! encodings before Unicode other than TCVN3 and VNI.
//!
//! # Features
//! None.

mod audit;
mod cell;
mod claims;
mod dates;
mod error;
mod fia;
mod file;
mod fold;
mod layout;
mod legacy;
#[rustfmt::skip]
mod messages;
mod note;
mod numbers;
mod page;
mod reading;
mod series;
mod sheet;
mod spec;
mod strays;
mod table;
mod unit;
mod words;

pub use audit::{Audit, AuditCheck, AuditFinding, Cause};
pub use cell::{CellRef, Position, Value};
pub use claims::Aliases;
pub use error::{Damage, Error, ErrorKind};
pub use fia::FiaReader;
pub use file::{Limits, Workbook};
pub use legacy::Legacy;
pub use note::{Note, NoteKind};
pub use numbers::Notation;
pub use reading::{CellClaim, Indicator, Reading};
pub use series::{PlaceFigure, PlaceSeries};
pub use sheet::{Sheet, SheetRow};
pub use spec::{ColumnName, FigureSpec, Proposal, TableSpec, TableTime, Where};
pub use table::{Breakdown, Column, RowSubject, Table, TableRow};
pub use unit::ColumnUnit;

pub use chrono;
pub use rust_decimal;
pub use tinh_figures;
pub use tinh_gazetteer;
pub use tinh_model;

/// The README's example, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[derive(Debug)]
pub struct Readme;
