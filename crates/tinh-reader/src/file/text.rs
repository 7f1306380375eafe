//! CSV: one sheet of text cells.

use std::borrow::Cow;

use super::legacy;
use super::limits::{self, Limits};
use crate::cell::{CellRef, Position, Value};
use crate::error::{ErrorKind, Refusal};
use crate::sheet::Sheet;

/// Reads UTF-8, UTF-16, TCVN3 or VNI text, with line ends of any system; the
/// separator is the one of `,` `;` and tab
/// that makes the most columns in most lines.
pub(crate) fn read(name: &str, bytes: &[u8], limits: Limits) -> Result<Vec<Sheet>, Refusal> {
    let (text, refusal) = match decode(bytes) {
        Ok(text) => (text, None),
        // Bytes of an old Vietnamese encoding, or of something else.
        Err(refusal) => (
            bytes.iter().copied().map(char::from).collect(),
            Some(refusal),
        ),
    };
    // Rows are numbered by lines, and only line feeds are counted.
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        text
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut cells = Vec::new();
    let mut record = csv::StringRecord::new();
    let too_large = || ErrorKind::TooLarge {
        what: limits::CELLS,
        found: limits.cells.saturating_add(1),
        limit: limits.cells,
    };
    // Empty lines are no records, so rows are numbered by the lines they
    // begin on: the number an editor shows.
    while reader
        .read_record(&mut record)
        .map_err(|error| ErrorKind::Damaged(error.into()))?
    {
        let line = record.position().map_or(1, |position| {
            // Empty lines before it are passed over after the position is taken.
            let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
            let rest = text.as_bytes().get(start..).unwrap_or_default();
            let empty = rest.iter().take_while(|&&byte| byte == b'\n').count();
            position
                .line()
                .saturating_add(u64::try_from(empty).unwrap_or(u64::MAX))
        });
        let row = u32::try_from(line.saturating_sub(1)).map_err(|_| too_large())?;
        let is_long = record.iter().any(|cell| cell.contains('\n'));
        if is_long && is_left_open(&text, &record, reader.position()) {
            let cell = CellRef::new(name, Position::new(row, 0));
            return Err(Refusal::new(ErrorKind::OpenQuote).cell(cell));
        }
        for (column, text) in record.iter().enumerate() {
            if text.trim().is_empty() {
                continue;
            }
            let column = u32::try_from(column).map_err(|_| too_large())?;
            if u64::try_from(cells.len()).unwrap_or(u64::MAX) >= limits.cells {
                return Err(too_large().into());
            }
            cells.push((Position::new(row, column), Value::Text(text.into())));
        }
    }
    let mut sheet = Sheet::new(name, cells);
    sheet.set_text();
    if let Some(refusal) = refusal {
        legacy::convert(&mut sheet);
        if sheet.legacy().is_none() {
            return Err(refusal);
        }
    }
    Ok(vec![sheet])
}

/// Whether a record that runs over lines to the end of the file does so because
/// a quotation mark is never closed: closed ones, and those doubled inside
/// cells, come in pairs.
fn is_left_open(text: &str, record: &csv::StringRecord, end: &csv::Position) -> bool {
    let byte = |position: &csv::Position| usize::try_from(position.byte()).ok();
    let is_last = byte(end).is_some_and(|end| end >= text.len());
    let rest = record
        .position()
        .and_then(byte)
        .and_then(|start| text.as_bytes().get(start..));
    is_last && rest.is_some_and(|rest| rest.iter().filter(|&&byte| byte == b'"').count() % 2 == 1)
}

fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.chunks(2).map(|pair| match *pair {
            [a, b] => unit([a, b]),
            // Half a letter at the end.
            _ => 0xdc00,
        });
        let mut at = 2_usize;
        let mut text = String::with_capacity(rest.len());
        for letter in char::decode_utf16(units) {
            match letter {
                Ok(letter) => {
                    at = at.saturating_add(2 * letter.len_utf16());
                    text.push(letter);
                }
                Err(_) => {
                    let byte = bytes.get(at).copied().unwrap_or_default();
                    return Err(Refusal::new(ErrorKind::Encoding(byte))
                        .span(at..at.saturating_add(2).min(bytes.len())));
                }
            }
        }
        Ok(Cow::Owned(text))
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => {
            let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
            let skipped = bytes.len() - text.len();
            str::from_utf8(text).map(Cow::Borrowed).map_err(|error| {
                let at = skipped + error.valid_up_to();
                let byte = bytes.get(at).copied().unwrap_or_default();
                Refusal::new(ErrorKind::Encoding(byte)).span(at..at.saturating_add(1))
            })
        }
    }
}

/// The separator, told from the first lines.
fn separator(text: &str) -> u8 {
    let count = |separator: u8| {
        let mut counts: Vec<usize> = text
            .lines()
            .take(50)
            .map(|line| {
                let mut quoted = false;
                line.bytes()
                    .filter(|&byte| {
                        quoted ^= byte == b'"';
                        byte == separator && !quoted
                    })
                    .count()
            })
            .filter(|&count| count > 0)
            .collect();
        counts.sort_unstable();
        // Lines with any separator, and the columns of the middle one.
        (counts.len(), counts.get(counts.len() / 2).copied())
    };
    // `;` and tab first: where a comma is the decimal mark, the comma is in
    // every line as well.
    let mut best = (b',', count(b','));
    for candidate in [b';', b'\t'] {
        let found = count(candidate);
        if found.0 > 0 && found.0 >= best.1.0 {
            best = (candidate, found);
        }
    }
    best.0
}
