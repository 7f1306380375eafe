//! Rows that head a table by their words.

use crate::cell::Value;
use crate::fold::fold;
use crate::page::one_line;
use crate::sheet::SheetRow;
use crate::table::Breakdown;
use crate::words::{self, Role};

/// A header, read.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    pub(crate) breakdown: Breakdown,
    /// The column of the names.
    pub(crate) names: u32,
    /// The column of row numbers left of the names, or that of the names.
    pub(crate) first: u32,
    /// The last column.
    pub(crate) last: u32,
    /// The columns that titles above belong to: those of this table alone.
    pub(crate) span: (u32, u32),
    /// The columns with a header, their roles and texts.
    pub(crate) columns: Vec<(u32, Role, String)>,
    /// How many rows the header takes.
    pub(crate) rows: usize,
}

impl Header {
    /// Whether a table of this header has a column between two others.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// No table of this kind has more columns; cells beyond are stray.
const MOST_COLUMNS: u32 = 64;

/// The most tables that are side by side.
const MOST_TABLES: usize = 64;

/// No header has more lines.
const MOST_LINES: usize = 4;

/// The headers that start at the first of some rows, from left to right: tables
/// may stand side by side.
pub(crate) fn headers(rows: &[SheetRow]) -> Vec<Header> {
    let Some(row) = rows.first() else {
        return Vec::new();
    };
    let texts = row
        .cells()
        .filter_map(|(column, value)| Some((column, value.as_text()?)));
    // Most rows are figures behind one name.
    if texts.clone().nth(1).is_none() {
        return Vec::new();
    }
    let texts: Vec<(u32, String)> = texts
        .filter(|(_, text)| text.len() <= 200)
        .map(|(column, text)| (column, fold(text)))
        .collect();
    let mut headers: Vec<Header> = Vec::new();
    let names = texts
        .iter()
        .filter_map(|(column, text)| Some((column, words::breakdown(text)?)));
    for (names, breakdown) in names.take(MOST_TABLES) {
        if headers.last().is_some_and(|header| *names <= header.last) {
            continue;
        }
        let from = headers
            .last()
            .map_or(0, |header| header.last.saturating_add(1));
        let first = texts
            .iter()
            .find(|(column, text)| (from..*names).contains(column) && words::is_index(text))
            .map_or(*names, |(column, _)| *column);
        headers.extend(header(rows, *names, first, breakdown));
    }
    let firsts: Vec<u32> = headers.iter().skip(1).map(|header| header.first).collect();
    let ends = firsts.iter().copied().chain([u32::MAX]);
    let starts = std::iter::once(0).chain(firsts.iter().copied());
    for (header, span) in headers.iter_mut().zip(starts.zip(ends)) {
        header.span = span;
    }
    headers
}

/// The header whose column of names is known.
fn header(rows: &[SheetRow], names: u32, first: u32, breakdown: Breakdown) -> Option<Header> {
    let row = rows.first()?;
    let below: Vec<&SheetRow> = rows
        .iter()
        .skip(1)
        .take(MOST_LINES - 1)
        .take_while(|below| is_line(below, names))
        .collect();
    let last = row
        .cells()
        .chain(below.iter().flat_map(|row| row.cells()))
        .map(|(column, _)| column)
        .max()?;
    let mut columns: Vec<(u32, Role, String)> = Vec::new();
    let mut above = String::new();
    for column in names..=last.min(names.saturating_add(MOST_COLUMNS)) {
        let upper = row.cell(column).and_then(text);
        let lower: Vec<String> = below
            .iter()
            .filter_map(|row| row.cell(column).and_then(text))
            .collect();
        let joined = match (&upper, lower.is_empty()) {
            (None, true) if is_gap(row, column, &columns) => continue,
            (None, true) => break,
            (Some(upper), _) => std::iter::once(upper.clone())
                .chain(lower)
                .collect::<Vec<_>>(),
            // A merged header above spans this column as well.
            (None, false) => std::iter::once(above.clone()).chain(lower).collect(),
        };
        above = upper.unwrap_or(above);
        let joined = one_line(&joined.join(" "));
        // Another table begins.
        if column > names && (words::is_index(&fold(&joined))) {
            break;
        }
        columns.push((column, words::role(&joined), joined));
    }
    columns
        .iter()
        .any(|(_, role, _)| matches!(role, Role::Figure { .. }))
        .then(|| Header {
            breakdown,
            names,
            first,
            last: columns.last().map_or(names, |(column, ..)| *column),
            span: (0, u32::MAX),
            columns,
            rows: below.len() + 1,
        })
}

/// The text of a header; a year may be a number.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.to_string()),
        Value::Number(number) if is_year(*number) => Some(number.to_string()),
        _ => None,
    }
}

/// Whether a number may be a year.
pub(crate) fn is_year(number: rust_decimal::Decimal) -> bool {
    number.fract().is_zero() && (1900.into()..2200.into()).contains(&number)
}

/// Whether a column without a header lies inside a table: names that take two
/// columns, a column somebody emptied. The next one then holds figures the
/// table does not have yet; a copy of what it has stands beside it.
fn is_gap(row: &SheetRow, column: u32, columns: &[(u32, Role, String)]) -> bool {
    let beyond = column
        .checked_add(1)
        .and_then(|beyond| row.cell(beyond)?.as_text())
        .map(words::role);
    match beyond {
        Some(Role::Figure { measure, .. }) => !columns.iter().any(
            |(_, role, _)| matches!(role, Role::Figure { measure: known, .. } if *known == measure),
        ),
        _ => false,
    }
}

/// Whether a row holds nothing but texts right of the names: a further line of
/// headers.
fn is_line(row: &SheetRow, names: u32) -> bool {
    // The header once more in another language names its names as well.
    let is_translated = row.cell(names).is_some_and(|value| {
        value
            .as_text()
            .is_some_and(|text| words::breakdown(&fold(text)).is_some())
    });
    (row.cell(names).is_none() || is_translated)
        && row.cells().next().is_some()
        && row.cells().all(|(column, value)| {
            (column > names || is_translated)
                && match value {
                    Value::Text(text) => text.len() < 200,
                    Value::Number(number) => is_year(*number),
                    _ => false,
                }
        })
        && row.cells().any(|(_, value)| {
            value
                .as_text()
                .is_some_and(|text| !text.starts_with(|c: char| c.is_ascii_digit() || c == '-'))
        })
}
