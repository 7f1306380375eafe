//! `.xls`: the records are vetted and pared down, then calamine reads them.
//!
//! calamine reads a whole `.xls` at once, allocates what the file declares and
//! fills the rectangle around the cells of a sheet. A file of a few kilobytes
//! can therefore ask for any amount of memory, which no caller can catch. So
//! the stream of records is taken out of its container, walked once, held
//! against the limits, and handed on in a fresh container with nothing but the
//! records that hold cell values. Formulas keep their stored value and lose
//! their text.

use std::collections::HashSet;
use std::io::{Cursor, Read, Write};
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Reader, SheetType, Xls, XlsError};

use super::limits::{self, Limits};
use super::values::{cell_error, day, not_survived, number};
use tinh_figures::Bilingual;

use crate::cell::{Position, Value};
use crate::error::ErrorKind;
use crate::sheet::Sheet;

/// Records of [MS-XLS] 2.4 by number.
mod record {
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const EOF: u16 = 0x000a;
    pub(super) const DATE_MODE: u16 = 0x0022;
    pub(super) const FILE_PASS: u16 = 0x002f;
    pub(super) const CONTINUE: u16 = 0x003c;
    pub(super) const CODE_PAGE: u16 = 0x0042;
    pub(super) const BOUND_SHEET: u16 = 0x0085;
    pub(super) const MUL_RK: u16 = 0x00bd;
    pub(super) const R_STRING: u16 = 0x00d6;
    pub(super) const XF: u16 = 0x00e0;
    pub(super) const SST: u16 = 0x00fc;
    pub(super) const LABEL_SST: u16 = 0x00fd;
    pub(super) const NUMBER: u16 = 0x0203;
    pub(super) const LABEL: u16 = 0x0204;
    pub(super) const BOOL_ERR: u16 = 0x0205;
    pub(super) const STRING: u16 = 0x0207;
    pub(super) const RK: u16 = 0x027e;
    pub(super) const FORMAT: u16 = 0x041e;
    pub(super) const BOF: u16 = 0x0809;
    /// No record: passed over by every reader.
    pub(super) const NONE: u16 = 0x7777;
}

pub(crate) fn read(bytes: &[u8], limits: Limits) -> Result<Vec<Sheet>, ErrorKind> {
    let (name, stream) = stream(bytes, limits)?;
    let vetted = container(name, &Vetting::new(stream, limits).run()?)
        .map_err(|error| ErrorKind::Damaged(error.into()))?;
    catch_unwind(AssertUnwindSafe(|| cells(&vetted))).unwrap_or_else(|_| Err(not_survived()))
}

/// The stream of records of a compound file, and its name.
fn stream(bytes: &[u8], limits: Limits) -> Result<(&'static str, Vec<u8>), ErrorKind> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes))
        .map_err(|error| ErrorKind::Damaged(error.into()))?;
    if file.exists("/EncryptedPackage") || file.exists("/EncryptionInfo") {
        return Err(ErrorKind::Encrypted);
    }
    for (name, what) in [
        ("/WordDocument", super::WORD),
        ("/PowerPoint Document", super::PRESENTATION),
        (
            "/__properties_version1.0",
            Bilingual::new("một thư điện tử", "an e-mail message"),
        ),
    ] {
        if file.exists(name) {
            return Err(ErrorKind::WrongType(what));
        }
    }
    for name in ["/Workbook", "/Book"] {
        if !file.is_stream(name) {
            continue;
        }
        let stream = file
            .open_stream(name)
            .map_err(|error| ErrorKind::Damaged(error.into()))?;
        let mut records = Vec::new();
        stream
            .take(limits.file_bytes.saturating_add(1))
            .read_to_end(&mut records)
            .map_err(|error| ErrorKind::Damaged(error.into()))?;
        return Ok((name, records));
    }
    Err(ErrorKind::WrongType(Bilingual::new(
        "một tệp ghép không có bảng tính",
        "a compound file without a workbook",
    )))
}

fn container(name: &str, records: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut file =
        cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()))?;
    file.create_stream(name)?.write_all(records)?;
    file.flush()?;
    Ok(file.into_inner().into_inner())
}

/// One walk over the records.
struct Vetting {
    stream: Vec<u8>,
    limits: Limits,
    /// Number of letters of each shared text.
    texts: Vec<u16>,
    cells: u64,
    text_bytes: u64,
    area: u64,
}

/// The rectangle around cells.
#[derive(Default)]
struct Extent(Option<[u16; 4]>);

impl Extent {
    fn add(&mut self, row: u16, first: u16, last: u16) {
        let [top, bottom, left, right] = self.0.unwrap_or([row, row, first, last]);
        self.0 = Some([
            top.min(row),
            bottom.max(row),
            left.min(first),
            right.max(last),
        ]);
    }

    fn area(&self) -> u64 {
        self.0.map_or(0, |[top, bottom, left, right]| {
            let side = |low: u16, high: u16| u64::from(high.saturating_sub(low)) + 1;
            side(top, bottom) * side(left, right)
        })
    }
}

fn damaged(what: &str) -> ErrorKind {
    ErrorKind::Damaged(what.into())
}

fn two(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes([
        *bytes.get(at)?,
        *bytes.get(at.checked_add(1)?)?,
    ]))
}

fn four(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(two(bytes, at)?) | u32::from(two(bytes, at.checked_add(2)?)?) << 16)
}

impl Vetting {
    fn new(stream: Vec<u8>, limits: Limits) -> Self {
        Self {
            stream,
            limits,
            texts: Vec::new(),
            cells: 0,
            text_bytes: 0,
            area: 0,
        }
    }

    /// The number of the record at a byte, and the place of its data.
    fn record(&self, at: usize) -> Option<(u16, Range<usize>)> {
        let kind = two(&self.stream, at)?;
        let length = usize::from(two(&self.stream, at.checked_add(2)?)?);
        let start = at.checked_add(4)?;
        let end = start.checked_add(length)?;
        (end <= self.stream.len()).then_some((kind, start..end))
    }

    fn run(mut self) -> Result<Vec<u8>, ErrorKind> {
        let mut at = 0;
        let mut starts = HashSet::new();
        let mut sheets = Vec::new();
        // Globals first, then one run of records a sheet; padding may follow.
        while matches!(self.record(at), Some((record::BOF, _))) {
            starts.insert(at);
            at = self.run_of_records(at, &mut sheets)?;
        }
        if starts.is_empty() {
            return Err(damaged("it does not start as a workbook does"));
        }
        let mut seen = HashSet::new();
        for sheet in sheets {
            let start = usize::try_from(sheet).unwrap_or(usize::MAX);
            if start == 0 || !starts.contains(&start) || !seen.insert(start) {
                return Err(damaged("a sheet does not start where the workbook says"));
            }
        }
        Ok(self.stream)
    }

    /// Walks from a BOF to its EOF; returns where the next run starts.
    fn run_of_records(&mut self, start: usize, sheets: &mut Vec<u32>) -> Result<usize, ErrorKind> {
        let mut at = start;
        let mut depth = 0_usize;
        let mut extent = Extent::default();
        let mut formulas = Extent::default();
        loop {
            let (kind, data) = self
                .record(at)
                .ok_or_else(|| damaged("it ends in the middle of a record"))?;
            let next = data.end;
            let mut keep = true;
            match kind {
                record::BOF => depth += 1,
                record::EOF => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        self.area = self
                            .area
                            .saturating_add(extent.area())
                            .saturating_add(formulas.area());
                        self.within(limits::AREA, self.area, self.limits.area)?;
                        return Ok(next);
                    }
                }
                record::FILE_PASS => return Err(ErrorKind::Encrypted),
                record::BOUND_SHEET => sheets.extend(self.field(&data, 0, four)),
                record::SST => self.shared_texts(&data)?,
                record::NUMBER
                | record::RK
                | record::BOOL_ERR
                | record::LABEL
                | record::R_STRING
                | record::LABEL_SST
                | record::FORMULA
                | record::MUL_RK => {
                    self.cell(kind, &data, &mut extent)?;
                    if kind == record::FORMULA {
                        self.cell_at(&data, &mut formulas, 0)?;
                        self.drop_formula(&data)?;
                    }
                }
                record::CONTINUE
                | record::CODE_PAGE
                | record::DATE_MODE
                | record::XF
                | record::STRING
                | record::FORMAT => {}
                _ => keep = false,
            }
            if !keep {
                for (target, byte) in self
                    .stream
                    .iter_mut()
                    .skip(at)
                    .zip(record::NONE.to_le_bytes())
                {
                    *target = byte;
                }
            }
            at = next;
        }
    }

    fn field<T>(
        &self,
        data: &Range<usize>,
        offset: usize,
        read: fn(&[u8], usize) -> Option<T>,
    ) -> Option<T> {
        read(self.stream.get(data.clone())?, offset)
    }

    fn within(&self, what: Bilingual, found: u64, limit: u64) -> Result<(), ErrorKind> {
        if found > limit {
            return Err(ErrorKind::TooLarge { what, found, limit });
        }
        Ok(())
    }

    /// Extends a rectangle by the cell of a record and `more` to its right.
    fn cell_at(
        &self,
        data: &Range<usize>,
        extent: &mut Extent,
        more: u16,
    ) -> Result<(), ErrorKind> {
        let (Some(row), Some(column)) = (self.field(data, 0, two), self.field(data, 2, two)) else {
            return Err(damaged("a cell is cut short"));
        };
        extent.add(row, column, column.saturating_add(more));
        Ok(())
    }

    fn cell(
        &mut self,
        kind: u16,
        data: &Range<usize>,
        extent: &mut Extent,
    ) -> Result<(), ErrorKind> {
        // SheetRow, first column, six bytes a cell, last column.
        let count = match kind {
            record::MUL_RK => data.len().saturating_sub(6) / 6,
            _ => 1,
        };
        let more = u16::try_from(count.saturating_sub(1)).unwrap_or(u16::MAX);
        self.cell_at(data, extent, more)?;
        self.cells = self
            .cells
            .saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
        self.within(limits::CELLS, self.cells, self.limits.cells)?;
        if kind == record::LABEL_SST {
            let letters = self
                .field(data, 6, four)
                .and_then(|index| self.texts.get(usize::try_from(index).ok()?))
                .copied()
                .unwrap_or(0);
            // A letter takes at most three bytes in UTF-8.
            self.text_bytes = self.text_bytes.saturating_add(u64::from(letters) * 3);
            self.within(limits::TEXT, self.text_bytes, self.limits.unpacked_bytes)?;
        }
        Ok(())
    }

    /// Declares the formula of a cell to be empty.
    fn drop_formula(&mut self, data: &Range<usize>) -> Result<(), ErrorKind> {
        let length = data
            .start
            .checked_add(20)
            .filter(|at| at.checked_add(2).is_some_and(|end| end <= data.end))
            .and_then(|at| self.stream.get_mut(at..at.checked_add(2)?))
            .ok_or_else(|| damaged("a formula is cut short"))?;
        length.fill(0);
        Ok(())
    }

    /// Notes how long each shared text is ([MS-XLS] 2.4.265 and 2.5.293).
    fn shared_texts(&mut self, data: &Range<usize>) -> Result<(), ErrorKind> {
        let mut parts = vec![data.clone()];
        let mut at = data.end;
        while let Some((record::CONTINUE, more)) = self.record(at) {
            at = more.end;
            parts.push(more);
        }
        let mut walk = Parts {
            stream: &self.stream,
            parts: &parts,
            part: 0,
            at: data.start,
        };
        let mut texts = Vec::new();
        let cut = || damaged("its shared texts are cut short");
        walk.skip(8).ok_or_else(cut)?;
        while !walk.is_done() {
            let letters = walk.number(2).ok_or_else(cut)?;
            let flags = walk.number(1).ok_or_else(cut)?;
            let runs = if flags & 8 != 0 {
                walk.number(2).ok_or_else(cut)?
            } else {
                0
            };
            let extra = if flags & 4 != 0 {
                walk.number(4).ok_or_else(cut)?
            } else {
                0
            };
            walk.letters(letters, flags).ok_or_else(cut)?;
            walk.skip(runs.saturating_mul(4).saturating_add(extra))
                .ok_or_else(cut)?;
            texts.push(u16::try_from(letters).unwrap_or(u16::MAX));
        }
        self.texts = texts;
        Ok(())
    }
}

/// A walk over the data of a record and those that continue it.
struct Parts<'a> {
    stream: &'a [u8],
    parts: &'a [Range<usize>],
    part: usize,
    at: usize,
}

impl Parts<'_> {
    fn end(&self) -> usize {
        self.parts.get(self.part).map_or(0, |part| part.end)
    }

    /// Steps to the next part where this one is used up.
    fn settle(&mut self) -> bool {
        while self.part < self.parts.len() && self.at >= self.end() {
            self.part += 1;
            self.at = self.parts.get(self.part).map_or(0, |part| part.start);
        }
        self.part < self.parts.len()
    }

    fn is_done(&mut self) -> bool {
        !self.settle()
    }

    fn number(&mut self, bytes: u32) -> Option<u32> {
        let mut number = 0_u32;
        for place in 0..bytes {
            if !self.settle() {
                return None;
            }
            number |= u32::from(*self.stream.get(self.at)?) << (8 * place);
            self.at += 1;
        }
        Some(number)
    }

    fn skip(&mut self, bytes: u32) -> Option<()> {
        let mut left = usize::try_from(bytes).ok()?;
        while left > 0 {
            if !self.settle() {
                return None;
            }
            let step = left.min(self.end() - self.at);
            self.at += step;
            left -= step;
        }
        Some(())
    }

    /// Letters may go on in the next part, which then says anew how wide
    /// they are.
    fn letters(&mut self, letters: u32, flags: u32) -> Option<()> {
        let mut left = usize::try_from(letters).ok()?;
        let mut width = if flags & 1 == 0 { 1 } else { 2 };
        while left > 0 {
            if self.at >= self.end() {
                if !self.settle() {
                    return None;
                }
                width = if self.number(1)? & 1 == 0 { 1 } else { 2 };
            }
            let here = (self.end().saturating_sub(self.at) / width).min(left);
            if here == 0 {
                // Half a letter before the end of a part.
                return None;
            }
            self.at += here * width;
            left -= here;
        }
        Some(())
    }
}

fn cells(bytes: &[u8]) -> Result<Vec<Sheet>, ErrorKind> {
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => ErrorKind::Encrypted,
        other => ErrorKind::Damaged(other.into()),
    })?;
    let is_1904 = workbook.has_1904_epoch();
    // calamine keeps sheets by name; people by their order.
    let names: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut sheets = Vec::new();
    for name in names {
        let Ok(range) = workbook.worksheet_range(&name) else {
            continue;
        };
        let (top, left) = range.start().unwrap_or((0, 0));
        let mut cells = Vec::new();
        for (row, column, data) in range.used_cells() {
            let value = match data {
                Data::Empty => continue,
                Data::Int(int) => Value::Number((*int).into()),
                Data::Float(double) => number(*double),
                Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
                    Value::Text(text.as_str().into())
                }
                Data::Bool(bool) => Value::Bool(*bool),
                Data::DateTime(date) => day(date.as_f64(), date.is_datetime(), is_1904),
                Data::Error(error) => Value::Error(cell_error(error)),
            };
            let far = |near: u32, by: usize| {
                u32::try_from(by).map_or(u32::MAX, |by| near.saturating_add(by))
            };
            cells.push((Position::new(far(top, row), far(left, column)), value));
        }
        sheets.push(Sheet::new(&name, cells));
    }
    Ok(sheets)
}
