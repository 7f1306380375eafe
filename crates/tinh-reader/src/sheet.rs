//! A sheet: its filled cells, row by row.

use std::collections::HashMap;
use std::sync::Arc;

use crate::cell::{CellRef, Position, Value};

/// A row with at least one filled cell.
#[derive(Clone, Debug)]
pub struct Row {
    index: u32,
    cells: Vec<(u32, Value)>,
}

impl Row {
    /// The row, counted from 0.
    #[must_use]
    pub fn index(&self) -> u32 {
        self.index
    }

    /// The filled cells with their columns, from left to right.
    pub fn cells(&self) -> impl Iterator<Item = (u32, &Value)> {
        self.cells.iter().map(|(column, value)| (*column, value))
    }

    /// The cell of a column.
    #[must_use]
    pub fn cell(&self, column: u32) -> Option<&Value> {
        let at = self
            .cells
            .binary_search_by_key(&column, |(column, _)| *column)
            .ok()?;
        self.cells.get(at).map(|(_, value)| value)
    }
}

/// A sheet of a workbook, or the whole of a CSV file.
///
/// Only filled cells are held, so that a sheet that declares a million rows
/// costs nothing.
#[derive(Clone, Debug)]
pub struct Sheet {
    name: Arc<str>,
    rows: Vec<Row>,
    by_index: HashMap<u32, usize>,
}

impl Sheet {
    /// A sheet from its cells in any order. Of two cells at one position the
    /// later stays; cells of nothing but white space are no cells.
    pub(crate) fn new(name: &str, mut cells: Vec<(Position, Value)>) -> Self {
        cells.retain(|(_, value)| !value.is_blank());
        if !cells.is_sorted_by_key(|(position, _)| *position) {
            cells.sort_by_key(|(position, _)| *position);
        }
        let mut rows: Vec<Row> = Vec::new();
        for (position, value) in cells {
            match rows.last_mut() {
                Some(row) if row.index == position.row => match row.cells.last_mut() {
                    Some(last) if last.0 == position.column => last.1 = value,
                    _ => row.cells.push((position.column, value)),
                },
                _ => rows.push(Row {
                    index: position.row,
                    cells: vec![(position.column, value)],
                }),
            }
        }
        let by_index = rows
            .iter()
            .enumerate()
            .map(|(at, row)| (row.index, at))
            .collect();
        Self {
            name: name.into(),
            rows,
            by_index,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The rows with filled cells, from top to bottom.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row of an index, counted from 0.
    #[must_use]
    pub fn row(&self, index: u32) -> Option<&Row> {
        self.rows.get(*self.by_index.get(&index)?)
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
        CellRef::new(Arc::clone(&self.name), position)
    }
}
