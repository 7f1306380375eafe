//! The monthly workbooks of the Foreign Investment Agency (*Cục Đầu tư nước
//! ngoài*): quick report, flows, stock.
//!
//! Nothing is looked for at a fixed place. A table starts at a row that holds
//! the header of a column of names (`Ngành`, `Đối tác`, `Địa phương`, `Vùng`)
//! and the header of at least one column of figures; its time is in the lines
//! above (`Tính từ 01/01/2023 đến 20/12/2023`, `Lũy kế … đến ngày
//! 20/06/2024`); it ends at its total (`Tổng số`). Columns are told by the
//! words of their headers, and end where a header is empty: what stands to the
//! right of that, or below the total, belongs to no table and is reported.

mod body;
mod locate;
mod quick;
mod spelling;

pub(crate) use body::is_total;
pub(crate) use spelling::country;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use tinh_model::time::{AsOf, PartialDate, Time};
use tinh_model::{Source, UnitKind};

use crate::cell::{Position, Value};
use crate::claims::Claims;
use crate::dates::dates_in;
use crate::error::{Error, ErrorKind};
use crate::fold::fold;
use crate::note::{Note, NoteKind};
use crate::numbers::{self, Marks, Reading as Read};
use crate::reading::Reading;
use crate::sheet::Sheet;
use crate::table::{Column, Entry, Table, Unit};
use crate::workbook::Workbook;

/// What a table of this kind is known by, for a sheet that holds none.
const LOOKED_FOR: &str = "a header row with Ngành, Đối tác, Địa phương or Vùng and Số dự án or \
                          Vốn đăng ký, or with Chỉ tiêu and Đơn vị tính";

/// What to do where two rows of a partner table name one country
/// (`Litva`, `Lithuania`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Aliases {
    /// One claim a row, and a note.
    #[default]
    KeepApart,
    /// One claim with the sum of the rows, and a note.
    Merge,
}

/// Reads the monthly workbooks of the Foreign Investment Agency.
///
/// ```
/// use tinh_reader::{FiaReader, Workbook};
/// let csv = "\
/// ĐẦU TƯ NƯỚC NGOÀI TẠI VIỆT NAM THEO ĐỊA PHƯƠNG,,,
/// (Lũy kế các dự án còn hiệu lực đến ngày 20/12/2023),,,
/// STT,Địa phương,Số dự án,Tổng vốn đầu tư đăng ký (triệu USD)
/// 1,Hải Phòng,1004,28681.85
/// 2,Dầu khí,50,2768.69
/// Tổng,,1054,31450.54
/// ";
/// let reading = FiaReader::new().read(&Workbook::from_bytes("stock.csv", csv.as_bytes())?)?;
/// let claim = reading.claims()[1].claim();
/// assert_eq!(claim.id(), "stock.csv!D4");
/// assert_eq!(claim.place().id(), "hai-phong");
/// assert_eq!(claim.time().to_string(), "as of 2023-12-20");
/// let quantity = claim.quantities()[0];
/// assert_eq!(quantity.measure.to_string(), "fdi.registered");
/// assert_eq!(quantity.figure.map(|f| f.text()), Some("28681,85 triệu USD"));
/// # Ok::<(), tinh_reader::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct FiaReader {
    source_id: Option<String>,
    publisher: Option<String>,
    aliases: Aliases,
}

impl FiaReader {
    /// A reader that names the source after the file.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same reader with an id for the source; claims are named after it.
    #[must_use]
    pub fn source_id(mut self, id: impl Into<String>) -> Self {
        self.source_id = Some(id.into());
        self
    }

    /// The same reader with a publisher, in place of `FIA` where the workbook
    /// names the agency and none where it does not.
    #[must_use]
    pub fn publisher(mut self, publisher: impl Into<String>) -> Self {
        self.publisher = Some(publisher.into());
        self
    }

    /// The same reader with what to do about two rows of one country.
    #[must_use]
    pub fn aliases(mut self, aliases: Aliases) -> Self {
        self.aliases = aliases;
        self
    }

    /// Reads every table of a workbook.
    ///
    /// # Errors
    /// [`ErrorKind::NoTable`] where no sheet holds a known table. Sheets
    /// without one and cells that are not understood are
    /// [noted](Reading::notes).
    pub fn read(&self, workbook: &Workbook) -> Result<Reading, Error> {
        let mut pages: Vec<Page<'_>> = workbook.sheets().iter().map(Page::new).collect();
        let mut tables = Vec::new();
        let mut quick = Vec::new();
        for page in &mut pages {
            tables.extend(locate::tables(page));
            quick.extend(quick::read(page));
        }
        if tables.is_empty() && quick.is_empty() {
            let found: Vec<String> = workbook
                .sheets()
                .iter()
                .filter_map(|sheet| {
                    let (position, value) = sheet.cells().next()?;
                    let text: String = value.to_string().chars().take(40).collect();
                    Some(format!("{} {text:?}", sheet.reference(position)))
                })
                .take(5)
                .collect();
            let kind = ErrorKind::NoTable {
                looked_for: LOOKED_FOR.to_owned(),
                found: found.join(", "),
            };
            return Err(Error::new(kind, workbook.name()));
        }
        let day = tables
            .iter()
            .filter_map(|table: &Table| table.time.last_day())
            .max();
        let source = self.source(workbook, &mut pages, &tables);
        let published = source.published.and_then(|date| date.last_day());
        let id = source.id.clone();
        let mut claims = Claims::new(&id);
        claims.aliases = self.aliases;
        for report in &quick {
            report.claims(published, &mut claims);
        }
        for table in &tables {
            claims.of_table(table);
        }
        let report_day = day.or_else(|| quick.iter().filter_map(quick::Report::last_day).max());
        for page in &mut pages {
            quick::sentences(page, report_day, &mut claims);
        }
        let mut notes = std::mem::take(&mut claims.notes);
        let claims = claims.claims;
        for page in pages {
            notes.extend(page.rest(report_day));
        }
        let order: HashMap<&str, usize> = workbook
            .sheets()
            .iter()
            .enumerate()
            .map(|(at, sheet)| (sheet.name(), at))
            .collect();
        let place = |sheet: &str| order.get(sheet).copied();
        tables.sort_by_key(|table| (place(&table.sheet), table.header_row));
        notes.sort_by_key(|note| {
            (
                place(note.sheet()),
                note.cell().map(crate::cell::CellRef::position),
                note.kind(),
            )
        });
        Ok(Reading {
            file: workbook.name().to_owned(),
            source,
            tables,
            indicators: quick
                .into_iter()
                .flat_map(|report| report.indicators)
                .collect(),
            claims,
            notes,
        })
    }

    /// The workbook as a source, from its own words.
    fn source(&self, workbook: &Workbook, pages: &mut [Page<'_>], tables: &[Table]) -> Source {
        let mut title = None;
        let mut published = None;
        let mut agency = false;
        for page in pages {
            let sheet = page.sheet;
            // Everything of this kind stands above the first table.
            for row in sheet.rows().iter().take(12) {
                for (column, value) in row.cells() {
                    let Some(text) = value.as_text() else {
                        continue;
                    };
                    let folded = fold(text);
                    let mut known = true;
                    if folded.contains("dau tu nuoc ngoai") && folded.starts_with("cuc ") {
                        agency = true;
                    } else if folded.contains(", ngay ") {
                        published = published.or_else(|| {
                            dates_in(&folded)
                                .into_iter()
                                .find(|date| date.full().is_some())
                        });
                    } else if folded.starts_with("bao cao") {
                        title = title.or_else(|| Some(one_line(text)));
                    } else {
                        known = folded.starts_with("phu luc")
                            || folded.starts_with("bieu ")
                            || folded.starts_with("bo ke hoach");
                    }
                    if known {
                        page.take(Position::new(row.index(), column));
                    }
                }
            }
        }
        let title = title
            .or_else(|| {
                tables
                    .iter()
                    .map(|table| table.title.clone())
                    .find(|title| !title.is_empty())
            })
            .unwrap_or_else(|| workbook.name().to_owned());
        Source {
            id: self
                .source_id
                .clone()
                .unwrap_or_else(|| workbook.name().to_owned()),
            title,
            publisher: self
                .publisher
                .clone()
                .or_else(|| agency.then(|| "FIA".to_owned())),
            published,
            not_before: None,
            address: None,
        }
    }
}

/// Text on one line, as it is shown.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A sheet, and which of its cells are accounted for.
pub(crate) struct Page<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) name: Arc<str>,
    pub(crate) marks: Marks,
    pub(crate) notes: Vec<Note>,
    /// One mark a filled cell, row after row.
    taken: Vec<bool>,
    /// Where among the marks each row starts.
    starts: Vec<usize>,
    has_table: bool,
}

impl<'a> Page<'a> {
    pub(crate) fn new(sheet: &'a Sheet) -> Self {
        let mut cells = 0;
        let starts = sheet
            .rows()
            .iter()
            .map(|row| {
                let start = cells;
                cells += row.cells().len();
                start
            })
            .collect();
        Self {
            sheet,
            name: sheet.name().into(),
            marks: Marks::of(sheet),
            notes: Vec::new(),
            taken: vec![false; cells],
            starts,
            has_table: false,
        }
    }

    /// Which mark is that of a position; an empty cell has none.
    fn mark(&self, position: Position) -> Option<usize> {
        let at = self.sheet.place_of_row(position.row)?;
        let cell = self.sheet.rows().get(at)?.place_of(position.column)?;
        self.starts.get(at)?.checked_add(cell)
    }

    /// The cell is accounted for.
    pub(crate) fn take(&mut self, position: Position) {
        let mark = self.mark(position);
        if let Some(taken) = mark.and_then(|mark| self.taken.get_mut(mark)) {
            *taken = true;
        }
    }

    pub(crate) fn is_taken(&self, position: Position) -> bool {
        let taken = self.mark(position).and_then(|mark| self.taken.get(mark));
        taken.is_some_and(|taken| *taken)
    }

    /// The sheet holds a table.
    pub(crate) fn found(&mut self) {
        self.has_table = true;
    }

    /// A note about a cell, which is then accounted for.
    pub(crate) fn note(&mut self, kind: NoteKind, position: Position, message: impl Into<String>) {
        let text = self
            .sheet
            .cell(position)
            .map(ToString::to_string)
            .unwrap_or_default();
        self.notes.push(Note::new(
            kind,
            self.sheet.reference(position),
            text,
            message,
        ));
        self.take(position);
    }

    /// The figure of a cell in a column, or a note on why there is none;
    /// `undecided` says what is to be said of digits with two readings.
    pub(crate) fn figure(
        &mut self,
        position: Position,
        value: &Value,
        column: &Column,
        undecided: &str,
    ) -> Option<Entry> {
        let is_money = column.measure.unit_kind() == UnitKind::Money;
        let is_amount = matches!(column.unit, Unit::Money { .. } | Unit::Count);
        let (kind, message) = match numbers::read(value, self.marks, column.unit == Unit::Count) {
            Read::Number(_) if is_amount && numbers::is_percentage(value) => (
                NoteKind::NotAFigure,
                "expected a number, not a percentage".to_owned(),
            ),
            Read::Number(number) => return Some(Entry { number, own: None }),
            Read::Money(number, currency) if is_money => {
                let own = Some(currency);
                return Some(Entry { number, own });
            }
            Read::Money(..) => (
                NoteKind::NotAFigure,
                "expected a number, not an amount of money".to_owned(),
            ),
            Read::NotAvailable => (
                NoteKind::NotAvailable,
                "the figure exists but is not given".to_owned(),
            ),
            Read::Ambiguous(point, comma) => (
                NoteKind::Ambiguous,
                format!("may be {point} or {comma}{undecided}"),
            ),
            Read::Error => (NoteKind::ErrorValue, "an error value".to_owned()),
            Read::Not(message) => (NoteKind::NotAFigure, message),
        };
        self.note(kind, position, message);
        None
    }

    /// The notes of the sheet, and one for each cell nobody accounted for.
    pub(crate) fn rest(mut self, report_day: Option<NaiveDate>) -> Vec<Note> {
        if !self.has_table {
            return vec![Note::of_sheet(
                NoteKind::NoTable,
                self.sheet.name(),
                format!("no table; looked for {LOOKED_FOR}"),
            )];
        }
        // Lines that follow a remark of another date belong to it.
        let mut stale_row = None;
        let left: Vec<(Position, String)> = self
            .sheet
            .cells()
            .zip(&self.taken)
            .filter(|(_, taken)| !**taken)
            .map(|((position, value), _)| (position, value.to_string()))
            .collect();
        for (position, text) in left {
            let folded = fold(&text);
            if folded.starts_with('*')
                || folded.starts_with("(*")
                || folded.starts_with("ghi chu")
                || folded.starts_with("nguon")
            {
                continue;
            }
            let is_old = (folded.starts_with("luy ke") || folded.starts_with("tinh den"))
                && dates_in(&folded).last().is_some_and(|date| {
                    date.known_year().map(i32::from) != report_day.map(|day| day.year())
                });
            if is_old || stale_row.is_some_and(|row: u32| position.row <= row.saturating_add(1)) {
                stale_row = Some(position.row);
                self.note(
                    NoteKind::Stale,
                    position,
                    "belongs to a remark of another date, left standing",
                );
            } else {
                self.note(NoteKind::Stray, position, "a cell outside every table");
            }
        }
        self.notes
    }
}

/// A stock at the last day of a time, for the sentence in the quick report.
pub(crate) fn as_of(date: PartialDate) -> Time {
    Time::AsOf(AsOf::printed(date))
}
