//! A sheet: its filled cells, row by row.

use std::sync::Arc;

use crate::cell::{CellRef, Position, Value};
use crate::legacy::Legacy;

/// A row with at least one filled cell.
///
/// ```
/// use tinh_reader::Workbook;
/// let workbook = Workbook::from_bytes("a.csv", "Tỉnh,,Số dự án\n".as_bytes())?;
/// let header = &workbook.sheets()[0].rows()[0];
/// let columns: Vec<u32> = header.cells().map(|(column, _)| column).collect();
/// assert_eq!(columns, [0, 2]); // only filled cells are held
/// # Ok::<(), tinh_reader::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    index: u32,
    cells: Vec<(u32, Value)>,
}

impl SheetRow {
    /// The row, counted from 0.
    #[must_use]
    pub fn index(&self) -> u32 {
        self.index
    }

    /// The filled cells with their columns, from left to right.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = (u32, &Value)> + Clone {
        self.cells.iter().map(|(column, value)| (*column, value))
    }

    /// The cell of a column.
    #[must_use]
    pub fn cell(&self, column: u32) -> Option<&Value> {
        self.cells
            .get(self.place_of(column)?)
            .map(|(_, value)| value)
    }

    /// The index of a column's cell among the filled cells.
    pub(crate) fn place_of(&self, column: u32) -> Option<usize> {
        self.cells
            .binary_search_by_key(&column, |(column, _)| *column)
            .ok()
    }
}

/// A sheet of a workbook, or the whole of a CSV file.
///
/// Only filled cells are held, so that a sheet that declares a million rows
/// costs nothing.
///
/// ```
/// # use tinh_reader::*;
/// # let csv = "Lũy kế đến ngày 20/12/2023,,,\nSTT,Địa phương,Số dự án,Tổng vốn đầu tư đăng ký (triệu USD)\n1,Hải Phòng,1004,28681.85\n2,Hải Dương,539,9433.10\nTổng,,1543,38114.95\n";
/// # let workbook = Workbook::from_bytes("stock.csv", csv.as_bytes())?;
/// # let reading = FiaReader::new().read(&workbook)?;
/// assert_eq!(workbook.sheets()[0].name(), "stock.csv");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    name: Arc<str>,
    rows: Vec<SheetRow>,
    legacy: Option<Legacy>,
    /// Whether it is a text file, whose cells are parted by a mark.
    is_text: bool,
    /// The row from which on rows and columns have changed places.
    turned: Option<u32>,
}

impl Sheet {
    /// A sheet from its cells in any order. Of two cells at one position the
    /// later stays; cells of nothing but white space are left out.
    pub(crate) fn new(name: &str, mut cells: Vec<(Position, Value)>) -> Self {
        cells.retain(|(_, value)| !value.is_blank());
        if !cells.is_sorted_by_key(|(position, _)| *position) {
            cells.sort_by_key(|(position, _)| *position);
        }
        cells.dedup_by(|later, earlier| {
            let is_same = later.0 == earlier.0;
            if is_same {
                std::mem::swap(later, earlier);
            }
            is_same
        });
        let lengths: Vec<usize> = cells
            .chunk_by(|(a, _), (b, _)| a.row == b.row)
            .map(<[_]>::len)
            .collect();
        let mut cells = cells.into_iter().peekable();
        let mut rows = Vec::with_capacity(lengths.len());
        for length in lengths {
            let Some((first, _)) = cells.peek() else {
                break;
            };
            rows.push(SheetRow {
                index: first.row,
                cells: cells
                    .by_ref()
                    .take(length)
                    .map(|(position, value)| (position.column, value))
                    .collect(),
            });
        }
        Self {
            name: name.into(),
            rows,
            legacy: None,
            is_text: false,
            turned: None,
        }
    }

    /// The same sheet with its columns as rows and its rows as columns, from the
    /// first row on that is no line of text above a table: one of three cells.
    pub(crate) fn turned(&self) -> Self {
        const FEWEST: usize = 3;
        let first = self.rows.iter().find(|row| row.cells.len() >= FEWEST);
        let from = Some(first.map_or(0, SheetRow::index));
        let cells = self.cells();
        let cells = cells.map(|(position, value)| (position.unturned(from), value.clone()));
        Self {
            legacy: self.legacy,
            // A row that is too long is one cell too many in all others.
            is_text: false,
            turned: from,
            ..Self::new(&self.name, cells.collect())
        }
    }

    /// The row it was turned from on, if it was.
    pub(crate) fn turned_from(&self) -> Option<u32> {
        self.turned
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The encoding before Unicode that its texts were in, where they were.
    #[must_use]
    pub fn legacy(&self) -> Option<Legacy> {
        self.legacy
    }

    pub(crate) fn is_text(&self) -> bool {
        self.is_text
    }

    pub(crate) fn set_text(&mut self) {
        self.is_text = true;
    }

    pub(crate) fn set_legacy(&mut self, encoding: Legacy) {
        self.legacy = Some(encoding);
    }

    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        let cells = self.rows.iter_mut().flat_map(|row| &mut row.cells);
        cells.map(|(_, value)| value)
    }

    /// The rows with filled cells, from top to bottom.
    #[must_use]
    pub fn rows(&self) -> &[SheetRow] {
        &self.rows
    }

    /// The row of an index, counted from 0.
    #[must_use]
    pub fn row(&self, index: u32) -> Option<&SheetRow> {
        self.rows.get(self.place_of_row(index)?)
    }

    /// The position of a row among the filled rows.
    pub(crate) fn place_of_row(&self, index: u32) -> Option<usize> {
        self.rows.binary_search_by_key(&index, SheetRow::index).ok()
    }

    /// The cell at a position.
    #[must_use]
    pub fn cell(&self, position: Position) -> Option<&Value> {
        self.row(position.row)?.cell(position.column)
    }

    /// Every filled cell.
    pub fn cells(&self) -> impl Iterator<Item = (Position, &Value)> {
        self.rows.iter().flat_map(|row| {
            row.cells()
                .map(|(column, value)| (Position::new(row.index, column), value))
        })
    }

    /// The name of a cell of this sheet.
    #[must_use]
    pub fn reference(&self, position: Position) -> CellRef {
        CellRef::new(Arc::clone(&self.name), position.unturned(self.turned))
    }
}
