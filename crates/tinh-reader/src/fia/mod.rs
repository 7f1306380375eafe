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

mod locate;
mod quick;

use std::collections::HashMap;

use tinh_model::Source;
use tinh_model::time::{AsOf, PartialDate, Time};

use crate::cell::Position;
use crate::claims::{Aliases, Claims};
use crate::dates::dates_in;
use crate::error::{Error, ErrorKind, Refusal};
use crate::file::Workbook;
use crate::fold::fold;
use crate::layout::Layout;
use crate::messages;
use crate::note::{Note, NoteKind};
use crate::page::{Page, one_line};
use crate::reading::Reading;
use crate::strays;
use crate::table::Table;

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

    /// Sets the id of the source; claims are named after it.
    #[must_use]
    pub fn source_id(mut self, id: impl Into<String>) -> Self {
        self.source_id = Some(id.into());
        self
    }

    /// Sets the publisher. Without it, `FIA` where the workbook names the agency,
    /// else none.
    #[must_use]
    pub fn publisher(mut self, publisher: impl Into<String>) -> Self {
        self.publisher = Some(publisher.into());
        self
    }

    /// Sets how two rows of one country are treated.
    #[must_use]
    pub fn aliases(mut self, aliases: Aliases) -> Self {
        self.aliases = aliases;
        self
    }

    /// Reads every table of a workbook.
    ///
    /// # Errors
    /// [`ErrorKind::NoTable`] where no sheet holds a known table,
    /// [`ErrorKind::NoTime`] where one is there and nothing says when it holds. Sheets
    /// without one and cells that are not understood are
    /// [noted](Reading::notes).
    pub fn read(&self, workbook: &Workbook) -> Result<Reading, Error> {
        let mut pages: Vec<Page<'_>> = workbook.sheets().iter().map(Page::new).collect();
        let mut tables = Vec::new();
        let mut indicators = Vec::new();
        let mut timeless = None;
        let mut has_table = Vec::with_capacity(pages.len());
        for page in &mut pages {
            let found = locate::tables(page);
            let reports = quick::read(page);
            has_table.push(!found.tables.is_empty() || !reports.is_empty());
            let name = &page.name;
            let mut without = found.timeless.into_iter();
            timeless = timeless.or_else(|| without.next().map(|at| (name.clone(), at)));
            tables.extend(found.tables);
            indicators.extend(reports);
        }
        if tables.is_empty() && indicators.is_empty() {
            if let Some((sheet, at)) = timeless {
                let text = workbook
                    .sheets()
                    .iter()
                    .find(|found| *found.name() == *sheet)
                    .and_then(|sheet| sheet.cell(at))
                    .map(ToString::to_string);
                let refusal = Refusal::new(ErrorKind::NoTime)
                    .cell(crate::cell::CellRef::new(sheet, at))
                    .text(text.unwrap_or_default());
                return Err(refusal.of(workbook.name()));
            }
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
                looked_for: messages::LOOKED_FOR,
                found: found.join(", "),
            };
            return Err(Refusal::new(kind).of(workbook.name()));
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
        if let Some(published) = published {
            quick::estimate(&mut indicators, published);
        }
        claims.of_indicators(&indicators);
        claims.of_tables(&tables);
        let report_day = day.or_else(|| {
            indicators
                .iter()
                .filter_map(|found| found.time.last_day())
                .max()
        });
        for page in &mut pages {
            quick::sentences(page, report_day, &mut claims);
        }
        let mut notes = std::mem::take(&mut claims.notes);
        let claims = claims.claims;
        for (mut page, has_table) in pages.into_iter().zip(has_table) {
            if has_table {
                strays::note(&mut page, report_day);
            } else {
                page.notes.push(Note::of_sheet(
                    NoteKind::NoTable,
                    page.sheet.name(),
                    messages::NO_TABLE.filled_by(|language| {
                        vec![messages::LOOKED_FOR.in_language(language).to_owned()]
                    }),
                ));
            }
            notes.append(&mut page.notes);
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
            sources: vec![source],
            tables,
            indicators,
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
        let id = self.source_id.as_deref().unwrap_or(workbook.name());
        let mut source = Source::new(id, title);
        source.publisher = self
            .publisher
            .clone()
            .or_else(|| agency.then(|| "FIA".to_owned()));
        source.published = published;
        source
    }
}

/// Whether a sheet holds a quick report of the agency.
pub(crate) fn is_quick_report(page: &mut Page<'_>) -> bool {
    !quick::read(page).is_empty()
}

/// The tables of a sheet, located.
pub(crate) fn layouts(page: &mut Page<'_>) -> Vec<Layout> {
    locate::tables(page).layouts
}

/// A stock at the last day of a time, for the sentence in the quick report.
pub(crate) fn as_of(date: PartialDate) -> Time {
    Time::AsOf(AsOf::printed(date))
}
