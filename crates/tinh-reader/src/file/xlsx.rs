//! `.xlsx`: the package is vetted, then calamine reads it cell by cell.

use std::collections::HashMap;
use std::io::{self, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{DataRef, Reader, SheetType, Xlsx, XlsxError};
use zip::ZipArchive;

use super::limits::{self, Limits};
use super::values::{cell_error, day, not_survived, number};
use tinh_figures::Bilingual;

use crate::cell::{Position, Value};
use crate::error::ErrorKind;
use crate::sheet::Sheet;

/// Deflate shrinks nothing to less than a 1032nd.
const DEFLATE_RATIO: u64 = 1032;

pub(crate) fn read(bytes: &[u8], limits: Limits) -> Result<Vec<Sheet>, ErrorKind> {
    vet(bytes, limits)?;
    catch_unwind(AssertUnwindSafe(|| cells(bytes, limits))).unwrap_or_else(|_| Err(not_survived()))
}

/// Refuses a package that is no workbook or unpacks to more than allowed.
///
/// The sizes a package declares may lie, so parts that could exceed the limit
/// are unpacked once into nothing, and counted.
fn vet(bytes: &[u8], limits: Limits) -> Result<(), ErrorKind> {
    let damaged = |error: zip::result::ZipError| ErrorKind::Damaged(error.into());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut is_workbook = false;
    let mut compressed = 0_u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(damaged)?;
        if part.encrypted() {
            return Err(ErrorKind::Encrypted);
        }
        compressed = compressed.saturating_add(part.compressed_size());
        let name = String::from_utf8_lossy(part.name_raw()).to_lowercase();
        match name.as_str() {
            "xl/workbook.bin" => {
                return Err(ErrorKind::WrongType(Bilingual::new(
                    "một tệp nhị phân .xlsb",
                    "a binary workbook (.xlsb)",
                )));
            }
            "word/document.xml" => return Err(ErrorKind::WrongType(super::WORD)),
            "ppt/presentation.xml" => return Err(ErrorKind::WrongType(super::PRESENTATION)),
            "content.xml" => {
                return Err(ErrorKind::WrongType(Bilingual::new(
                    "một tệp OpenDocument",
                    "an OpenDocument file",
                )));
            }
            // Some programs number the part: `xl/workbook2.xml`.
            name if name.starts_with("xl") && name.contains("workbook") => is_workbook = true,
            _ => {}
        }
    }
    if !is_workbook {
        return Err(ErrorKind::WrongType(Bilingual::new(
            "một tệp ZIP không có bảng tính",
            "a ZIP archive without a workbook",
        )));
    }
    if compressed.saturating_mul(DEFLATE_RATIO) <= limits.unpacked_bytes {
        return Ok(());
    }
    let mut left = limits.unpacked_bytes;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(damaged)?;
        let mut counted = part.take(left.saturating_add(1));
        let unpacked = io::copy(&mut counted, &mut io::sink())
            .map_err(|error| ErrorKind::Damaged(error.into()))?;
        left = left.checked_sub(unpacked).ok_or(ErrorKind::TooLarge {
            what: limits::UNPACKED,
            found: limits.unpacked_bytes.saturating_add(1),
            limit: limits.unpacked_bytes,
        })?;
    }
    Ok(())
}

fn explain(error: XlsxError) -> ErrorKind {
    match error {
        XlsxError::Password => ErrorKind::Encrypted,
        other => ErrorKind::Damaged(other.into()),
    }
}

fn cells(bytes: &[u8], limits: Limits) -> Result<Vec<Sheet>, ErrorKind> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(explain)?;
    let is_1904 = workbook.has_1904_epoch();
    let names: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut left = limits.cells;
    let mut sheets = Vec::with_capacity(names.len().min(256));
    for name in names {
        let mut reader = match workbook.worksheet_cells_reader(&name) {
            Ok(reader) => reader,
            // A chart in the place of a sheet.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(explain(error)),
        };
        // A text used in many cells is held once.
        let mut shared: HashMap<(usize, usize), Arc<str>> = HashMap::new();
        let mut cells = Vec::new();
        while let Some(cell) = reader.next_cell().map_err(explain)? {
            let (row, column) = cell.get_position();
            let value = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::Int(int) => Value::Number((*int).into()),
                DataRef::Float(double) => number(*double),
                DataRef::String(text) => Value::Text(text.as_str().into()),
                DataRef::SharedString(text) => Value::Text(Arc::clone(
                    shared
                        .entry((text.as_ptr() as usize, text.len()))
                        .or_insert_with(|| (*text).into()),
                )),
                DataRef::Bool(bool) => Value::Bool(*bool),
                DataRef::DateTime(date) => day(date.as_f64(), date.is_datetime(), is_1904),
                DataRef::DateTimeIso(text) => text
                    .get(..10)
                    .and_then(|day| day.parse().ok())
                    .map_or_else(|| Value::Text(text.as_str().into()), Value::Date),
                DataRef::DurationIso(text) => Value::Text(text.as_str().into()),
                DataRef::Error(error) => Value::Error(cell_error(error)),
            };
            left = left.checked_sub(1).ok_or(ErrorKind::TooLarge {
                what: limits::CELLS,
                found: limits.cells.saturating_add(1),
                limit: limits.cells,
            })?;
            cells.push((Position::new(row, column), value));
        }
        sheets.push(Sheet::new(&name, cells));
    }
    Ok(sheets)
}
