//! Where a table stands in a sheet and what its columns are, however that was
//! found out; and its rows, read by that.

mod above;
mod body;
mod groups;
mod header;
mod kind;
mod sisters;
mod whole;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use tinh_figures::Bilingual;
use tinh_model::Place;
use tinh_model::time::Time;

use crate::cell::{Position, Value};
use crate::page::Page;
use crate::sheet::SheetRow;
use crate::table::{Breakdown, Column, Table};
use crate::unit::ColumnUnit;

pub(crate) use above::Above;
pub(crate) use body::{is_numbering, last_day};
pub(crate) use header::{Header, headers, is_year};
pub(crate) use kind::decide;
pub(crate) use whole::whole;

/// A table, located.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub(crate) title: String,
    pub(crate) header_row: u32,
    /// Which of the sheet's rows may be rows of the table.
    pub(crate) body: Range<usize>,
    /// The columns of names; the first says whom a row is about. None: every
    /// row is about the whole.
    pub(crate) names: Vec<Names>,
    /// The column of row numbers, which may hold a total as well.
    pub(crate) first: Option<u32>,
    /// The content of the first column of names.
    pub(crate) breakdown: Breakdown,
    pub(crate) when: When,
    /// The subject of rows that name no place.
    pub(crate) whole: Place,
    /// The day whose provinces the names are, where it is not that of the
    /// figures.
    pub(crate) places_on: Option<NaiveDate>,
    pub(crate) columns: Vec<Column>,
    /// Whether the unit of each column is a guess, to be held against a column
    /// of the same measure.
    pub(crate) guessed: Vec<bool>,
    /// The unit that all columns share that name one.
    pub(crate) common_unit: Option<ColumnUnit>,
    pub(crate) end: End,
    /// Where a figure shows that those before it are not under their headers:
    /// the column after the last header of a text file.
    pub(crate) beyond: Option<u32>,
    /// Words that mean a missing figure.
    pub(crate) missing: Vec<String>,
    /// The note on digits with two readings.
    pub(crate) undecided: Bilingual,
}

/// A column of names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Names {
    pub(crate) column: u32,
    pub(crate) breakdown: Breakdown,
}

/// When the figures of a row hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// As the columns say; the table as a whole at this time.
    Columns(Time),
    /// At the date in a column.
    Stock(u32),
    /// During the period in a column.
    Flow(u32),
}

/// Where the rows of a table end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Below the total, or before a gap.
    Total,
    /// Before another header.
    Header,
}

impl Layout {
    /// Reads the rows. A table whose rows say when they hold gives one table a
    /// time. Returns as well which row of the sheet comes first after it.
    pub(crate) fn read(&self, page: &mut Page<'_>) -> (Vec<Table>, usize) {
        let (rows, end) = body::read(page, self);
        let mut tables: Vec<Table> = Vec::new();
        let mut by_time: HashMap<Option<Time>, usize> = HashMap::new();
        let mut last: Option<(Option<Time>, usize)> = None;
        for (time, row) in rows {
            // Most rows are of the time of the one before.
            if let Some((last, at)) = last
                && last == time
                && let Some(table) = tables.get_mut(at)
            {
                table.rows.push(row);
                continue;
            }
            let at = *by_time.entry(time).or_insert_with(|| {
                tables.push(self.table(page, time));
                tables.len() - 1
            });
            last = Some((time, at));
            if let Some(table) = tables.get_mut(at) {
                table.rows.push(row);
            }
        }
        if tables.is_empty() && matches!(self.when, When::Columns(_)) {
            tables.push(self.table(page, None));
        }
        for table in &mut tables {
            groups::mark(page, table);
            sisters::settle(page, self, table);
        }
        (tables, end)
    }

    fn table(&self, page: &Page<'_>, time: Option<Time>) -> Table {
        let mut columns = self.columns.clone();
        if let Some(time) = time {
            for column in &mut columns {
                column.time = time;
            }
        }
        let fixed = match self.when {
            When::Columns(time) => time,
            When::Stock(_) | When::Flow(_) => Time::Undated,
        };
        Table {
            sheet: Arc::clone(&page.name),
            turned: page.sheet.turned_from(),
            title: self.title.clone(),
            breakdown: self.breakdown,
            whole: self.whole,
            time: time.unwrap_or(fixed),
            header_row: self.header_row,
            columns,
            rows: Vec::new(),
        }
    }

    /// The name of a row: in the column of names, or left of it where the two
    /// are merged (`Tổng số`).
    fn label<'r>(&self, row: &'r SheetRow) -> Option<(Position, &'r str)> {
        let text = |column: u32| {
            let text = row.cell(column)?.as_text()?;
            (!text.trim().is_empty()).then(|| (Position::new(row.index(), column), text))
        };
        let names = self.names.first()?.column;
        text(names).or_else(|| {
            let first = self.first.filter(|first| *first != names)?;
            text(first).filter(|(_, text)| !crate::words::is_roman(text))
        })
    }

    fn has_figures(&self, row: &SheetRow) -> bool {
        self.columns.iter().any(|column| {
            row.cell(column.index)
                .is_some_and(|value| !matches!(value, Value::Text(text) if text.len() > 60))
        })
    }
}
