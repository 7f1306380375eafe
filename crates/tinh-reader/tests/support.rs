//! Small workbooks written by the tests themselves.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Format, Formula, Workbook as Writer};
use tinh_reader::tinh_model::Claim;
use tinh_reader::{FiaReader, Reading, TableSpec, Workbook};

/// What a test writes into a cell.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Cell {
    Text(&'static str),
    Number(f64),
    /// A formula and the value stored with it.
    Formula(&'static str, &'static str),
    Empty,
}

impl From<&'static str> for Cell {
    fn from(text: &'static str) -> Self {
        match text {
            "" => Self::Empty,
            _ => Self::Text(text),
        }
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Self::Number(f64::from(number))
    }
}

/// A row of cells: `row![1, "Hải Phòng", 119, 1478.7]`.
macro_rules! row {
    ($($cell:expr),* $(,)?) => { vec![$($crate::support::Cell::from($cell)),*] };
}
pub(crate) use row;

pub(crate) type Rows = Vec<Vec<Cell>>;

/// An `.xlsx`; cells of the first `merged` columns of title rows are merged by
/// the caller through `merges`: (row, first column, last column).
pub(crate) fn xlsx(sheets: &[(&str, Rows)], merges: &[(u32, u16, u16)]) -> Vec<u8> {
    let mut book = Writer::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for &(row, first, last) in merges {
            let text = match rows.get(row as usize).and_then(|r| r.get(first as usize)) {
                Some(Cell::Text(text)) => *text,
                _ => continue,
            };
            sheet
                .merge_range(row, first, row, last, text, &Format::new())
                .unwrap();
        }
        for (row, cells) in (0_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Cell::Empty => {}
                    Cell::Text(text) => {
                        sheet.write_string(row, column, *text).unwrap();
                    }
                    Cell::Number(number) => {
                        sheet.write_number(row, column, *number).unwrap();
                    }
                    Cell::Formula(formula, result) => {
                        let formula = Formula::new(*formula).set_result(*result);
                        sheet.write_formula(row, column, formula).unwrap();
                    }
                }
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// A BIFF8 `.xls` of one workbook stream.
pub(crate) fn xls(sheets: &[(&str, Rows)]) -> Vec<u8> {
    compound("Workbook", &biff(sheets))
}

/// A compound file with one stream.
pub(crate) fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(name).unwrap().write_all(stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

pub(crate) fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut record = kind.to_le_bytes().to_vec();
    record.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
    record.extend(data);
    record
}

pub(crate) fn bof(kind: u16) -> Vec<u8> {
    let mut data = Vec::new();
    for part in [0x0600_u16, kind, 0x0dbb, 0x07cc, 0, 0, 0, 0] {
        data.extend(part.to_le_bytes());
    }
    record(0x0809, &data)
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn biff(sheets: &[(&str, Rows)]) -> Vec<u8> {
    let mut texts: Vec<&str> = Vec::new();
    let mut bodies = Vec::new();
    for (_, rows) in sheets {
        let mut body = bof(0x0010);
        let mut dimensions = [0_u8; 14];
        // The last row and column there are: declared, not filled.
        dimensions[4..8].copy_from_slice(&65_536_u32.to_le_bytes());
        dimensions[10..12].copy_from_slice(&256_u16.to_le_bytes());
        body.extend(record(0x0200, &dimensions));
        for (row, cells) in (0_u16..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                let mut data = Vec::new();
                for part in [row, column, 0] {
                    data.extend(part.to_le_bytes());
                }
                match cell {
                    Cell::Empty => {}
                    Cell::Text(text) => {
                        let at = texts.iter().position(|t| t == text).unwrap_or_else(|| {
                            texts.push(text);
                            texts.len() - 1
                        });
                        data.extend(u32::try_from(at).unwrap().to_le_bytes());
                        body.extend(record(0x00fd, &data));
                    }
                    Cell::Number(number) => {
                        data.extend(number.to_le_bytes());
                        body.extend(record(0x0203, &data));
                    }
                    Cell::Formula(_, result) => {
                        // A stored number, flags, and tokens nobody may run.
                        data.extend(result.parse::<f64>().unwrap().to_le_bytes());
                        data.extend([0; 6]);
                        data.extend([3, 0, 0xff, 0xff, 0xff]);
                        body.extend(record(0x0006, &data));
                    }
                }
            }
        }
        body.extend(record(0x000a, &[]));
        bodies.push(body);
    }
    let mut shared = Vec::new();
    let count = u32::try_from(texts.len()).unwrap().to_le_bytes();
    shared.extend(count);
    shared.extend(count);
    for text in &texts {
        let letters = u16::try_from(text.encode_utf16().count()).unwrap();
        shared.extend(letters.to_le_bytes());
        shared.push(1);
        shared.extend(utf16(text));
    }
    // Long texts go on in records of their own, which say anew how wide the
    // letters are; these tests keep below that, record by record.
    assert!(shared.len() < 8_224, "split the shared texts");
    let names: Vec<Vec<u8>> = sheets
        .iter()
        .map(|(name, _)| {
            let mut data = vec![0, 0];
            data.push(u8::try_from(name.encode_utf16().count()).unwrap());
            data.push(1);
            data.extend(utf16(name));
            data
        })
        .collect();
    let mut head = bof(0x0005);
    head.extend(record(0x0042, &1200_u16.to_le_bytes()));
    let tail = [record(0x00fc, &shared), record(0x000a, &[])].concat();
    let listed: usize = names.iter().map(|name| name.len() + 8).sum();
    let mut at = head.len() + listed + tail.len();
    for (name, body) in names.iter().zip(&bodies) {
        let mut data = u32::try_from(at).unwrap().to_le_bytes().to_vec();
        data.extend(name);
        head.extend(record(0x0085, &data));
        at += body.len();
    }
    head.extend(tail);
    head.extend(bodies.concat());
    head
}

#[track_caller]
pub(crate) fn read(bytes: &[u8]) -> Reading {
    let workbook = Workbook::from_bytes("FDI.xlsx", bytes).unwrap();
    FiaReader::new().read(&workbook).unwrap()
}

/// The claim of a cell: `claim(&reading, "'Thang 12'!D9")`.
#[track_caller]
pub(crate) fn claim<'r>(reading: &'r Reading, cell: &str) -> &'r Claim {
    reading
        .claims()
        .iter()
        .find(|read| read.cell().to_string() == cell)
        .map(|read| read.claim())
        .unwrap_or_else(|| panic!("no claim of {cell}; notes: {:#?}", shown(reading)))
}

/// measure, figure and time of the claim of a cell.
#[track_caller]
pub(crate) fn says(reading: &Reading, cell: &str) -> String {
    let claim = claim(reading, cell);
    let quantity = claim.quantities()[0];
    format!(
        "{}: {} {}, {}",
        claim.place(),
        quantity.measure,
        quantity.figure.unwrap(),
        claim.time()
    )
}

/// The notes, without what merely stands outside the tables.
pub(crate) fn shown(reading: &Reading) -> Vec<String> {
    reading.notes().iter().map(ToString::to_string).collect()
}

/// A CSV file.
pub(crate) fn open(csv: &str) -> Workbook {
    Workbook::from_bytes("t.csv", csv.as_bytes()).unwrap()
}

/// A CSV file read by a description of a source `s`, with the rest of it given.
pub(crate) fn described(rest: &str, csv: &str) -> Reading {
    let json = format!(r#"{{"source": {{"id": "s", "title": "t"}}, {rest}}}"#);
    let spec: TableSpec = serde_json::from_str(&json).unwrap();
    spec.read(&open(csv)).unwrap()
}
