//! Where tables start, what their columns are, and when they hold.

use chrono::Datelike;
use tinh_model::time::{Period, Time};
use tinh_model::{Nature, measures};

use super::body;
use super::{Page, one_line};
use crate::cell::{Position, Value};
use crate::dates::{self, cut_off, in_year, period_in, time_of_title};
use crate::fold::fold;
use crate::header::{self, Role};
use crate::note::NoteKind;
use crate::numbers;
use crate::sheet::Row;
use crate::table::{Breakdown, Column, Table, Unit};

/// A header, read.
pub(crate) struct Header {
    pub(crate) breakdown: Breakdown,
    /// The column of the names.
    pub(crate) names: u32,
    /// The columns left of the names: row numbers.
    pub(crate) first: u32,
    /// The columns with a header, their roles and texts.
    columns: Vec<(u32, Role, String)>,
    /// How many rows the header takes.
    rows: usize,
}

impl Header {
    /// Whether a column counts what happens, as no stock does.
    fn has_flows(&self) -> bool {
        self.columns.iter().any(|(_, role, _)| {
            let Role::Figure { measure, .. } = role else {
                return false;
            };
            measure.nature() == Nature::Flow
                || measure.definition().whole() == Some(measures::FDI_REGISTERED.code())
        })
    }
}

/// No table of this kind has more columns; what stands beyond is stray.
const MOST_COLUMNS: u32 = 64;

/// The header that starts at a row.
///
/// `below`: the next row, which may hold a second line of headers.
pub(crate) fn header(row: &Row, below: Option<&Row>) -> Option<Header> {
    let texts = row
        .cells()
        .filter_map(|(column, value)| Some((column, value.as_text()?)));
    // Most rows are figures behind one name.
    texts.clone().nth(1)?;
    let texts: Vec<(u32, &str)> = texts.collect();
    let (names, breakdown) = texts
        .iter()
        .find_map(|(column, text)| match header::role(text) {
            Role::Name(breakdown) => Some((*column, breakdown)),
            _ => None,
        })?;
    let second = below.filter(|below| is_second_line(below, names));
    let mut columns = Vec::new();
    let mut above = "";
    let mut next = None;
    let last = row
        .cells()
        .chain(second.into_iter().flat_map(Row::cells))
        .map(|(column, _)| column)
        .max()?;
    for column in names..=last.min(names.saturating_add(MOST_COLUMNS)) {
        let upper = row.cell(column).and_then(Value::as_text);
        let lower = second
            .and_then(|below| below.cell(column))
            .and_then(Value::as_text);
        let text = match (upper, lower) {
            (Some(upper), None) => one_line(upper),
            (Some(upper), Some(lower)) => one_line(&format!("{upper} {lower}")),
            // A merged header above spans this column as well.
            (None, Some(lower)) => one_line(&format!("{above} {lower}")),
            (None, None) if !is_gap(row, column, &columns) => break,
            (None, None) => {
                next = column.checked_add(1);
                continue;
            }
        };
        above = upper.unwrap_or(above);
        if next.is_some_and(|next| next != column) {
            break;
        }
        next = column.checked_add(1);
        columns.push((column, header::role(&text), text));
    }
    let has_figures = columns
        .iter()
        .any(|(_, role, _)| matches!(role, Role::Figure { .. }));
    let first = texts
        .iter()
        .find(|(column, text)| *column < names && header::role(text) == Role::Index)
        .map_or(names, |(column, _)| *column);
    has_figures.then_some(Header {
        breakdown,
        names,
        first,
        columns,
        rows: if second.is_some() { 2 } else { 1 },
    })
}

/// Whether a column without a header lies inside a table: names that take two
/// columns, a column somebody emptied. The next one then holds figures the
/// table does not have yet; a copy of what it has stands beside it.
fn is_gap(row: &Row, column: u32, columns: &[(u32, Role, String)]) -> bool {
    let beyond = column
        .checked_add(1)
        .and_then(|beyond| row.cell(beyond)?.as_text())
        .map(header::role);
    match beyond {
        Some(Role::Figure { measure, .. }) => !columns.iter().any(
            |(_, role, _)| matches!(role, Role::Figure { measure: known, .. } if *known == measure),
        ),
        _ => false,
    }
}

/// Whether a row holds nothing but texts right of the names: a second line of
/// headers.
fn is_second_line(row: &Row, names: u32) -> bool {
    row.cell(names).is_none()
        && row.cells().next().is_some()
        && row
            .cells()
            .all(|(column, value)| column > names && value.as_text().is_some_and(|t| t.len() < 200))
        && row.cells().any(|(_, value)| {
            value
                .as_text()
                .is_some_and(|text| !text.starts_with(|c: char| c.is_ascii_digit() || c == '-'))
        })
}

/// Every table of a page.
pub(super) fn tables(page: &mut Page<'_>) -> Vec<Table> {
    let rows = page.sheet.rows();
    let mut tables = Vec::new();
    let mut at = 0;
    let mut free_from = 0;
    while let Some(row) = rows.get(at) {
        let Some(found) = header(row, rows.get(at.saturating_add(1))) else {
            at += 1;
            continue;
        };
        let above = rows.get(free_from..at).unwrap_or_default();
        let body_at = at.saturating_add(found.rows);
        let (table, end) = table(page, &found, row, above, body_at);
        match table {
            Some(table) => {
                page.found();
                tables.push(table);
                at = end;
                free_from = end;
            }
            None => {
                at = body_at;
                free_from = body_at;
            }
        }
    }
    tables
}

/// How many lines above a header belong to its title.
const TITLE_LINES: usize = 10;

fn table(
    page: &mut Page<'_>,
    found: &Header,
    row: &Row,
    above: &[Row],
    body_at: usize,
) -> (Option<Table>, usize) {
    let mut time = None;
    let mut titles: Vec<(Position, &str)> = Vec::new();
    let mut unit_of_table = None;
    let mut is_open = false;
    for line in above.iter().rev().take(TITLE_LINES) {
        for (column, value) in line.cells() {
            let Some(text) = value.as_text() else {
                continue;
            };
            let position = Position::new(line.index(), column);
            let folded = fold(text);
            if let Some(stated) = time_of_title(&folded) {
                // The nearest line decides.
                if time.is_none() {
                    time = Some(stated);
                    is_open = dates::is_open(&folded);
                }
                page.take(position);
            } else if folded.contains("don vi") || folded.contains("dvt") {
                unit_of_table = unit_of_table.or_else(|| header::unit(text));
                page.take(position);
            } else if folded.contains("dau tu") && !folded.starts_with("cuc ") {
                titles.push((position, text));
            }
        }
    }
    let at = |column: u32| Position::new(row.index(), column);
    // A title without dates still names its year.
    let time = time.or_else(|| {
        let period = titles.iter().find_map(|(_, text)| {
            let folded = fold(text);
            period_in(folded.split(" theo ").next()?).or_else(|| period_in(&folded))
        })?;
        page.note(
            NoteKind::TimeInferred,
            at(found.names),
            format!("no line \"tính từ … đến …\" or \"lũy kế … đến …\"; the title says {period}"),
        );
        Some(Time::During(period))
    });
    let Some(time) = time else {
        page.note(
            NoteKind::NoTable,
            at(found.names),
            "a table without a time; looked for \"tính từ … đến …\" or \"lũy kế … đến …\" above it",
        );
        return (None, body_at);
    };
    // What is newly licensed up to a day is counted from some day on.
    let time = match dates::year_to(time).map(Time::During) {
        Some(since) if is_open && matches!(time, Time::AsOf(_)) && found.has_flows() => {
            let message =
                format!("new projects up to a day are counted from 1 January: read as {since}");
            page.note(NoteKind::TimeInferred, at(found.names), message);
            since
        }
        _ => time,
    };
    // Lines are gathered from the bottom up.
    let title = titles
        .iter()
        .rev()
        .map(|(_, text)| one_line(text))
        .collect::<Vec<_>>()
        .join(" ");
    for (position, _) in titles {
        page.take(position);
    }
    for line in 0..found.rows {
        let line = u32::try_from(line).unwrap_or(0);
        for column in found.first..=found.columns.last().map_or(found.names, |c| c.0) {
            page.take(Position::new(row.index().saturating_add(line), column));
        }
    }
    let mut columns = columns(page, found, row.index(), time, unit_of_table);
    let body = page.sheet.rows().get(body_at..).unwrap_or_default();
    for column in &mut columns {
        // `110,5%` below a header that leaves the sign out.
        if column.unit == Unit::Times && is_in_percent(body, column.index) {
            column.unit = Unit::Percent;
            column.measure = column.measure.stated_as(header::ratio(Unit::Percent));
        }
    }
    let mut table = Table {
        sheet: std::sync::Arc::clone(&page.name),
        title,
        breakdown: found.breakdown,
        time,
        header_row: row.index(),
        columns,
        rows: Vec::new(),
    };
    let end = body::read(page, found, &mut table, body_at);
    (Some(table), end)
}

/// Whether a column says in its first rows that it holds percentages.
fn is_in_percent(body: &[Row], column: u32) -> bool {
    let mut values = body.iter().take(100).filter_map(|row| row.cell(column));
    values.any(numbers::is_percentage)
}

/// The columns of figures, with their units and times.
fn columns(
    page: &mut Page<'_>,
    found: &Header,
    header_row: u32,
    time: Time,
    unit_of_table: Option<Unit>,
) -> Vec<Column> {
    // Headers that leave their unit out share that of the others.
    let mut units = found.columns.iter().filter_map(|(_, role, _)| match role {
        Role::Figure {
            unit: Some(unit @ Unit::Money { .. }),
            ..
        } => Some(*unit),
        _ => None,
    });
    let common = match units.next() {
        Some(first) => units.all(|unit| unit == first).then_some(first),
        None => unit_of_table,
    };
    let total = measures::FDI_REGISTERED;
    let mut columns = Vec::new();
    for (index, role, text) in &found.columns {
        let at = Position::new(header_row, *index);
        let money = |page: &mut Page<'_>, printed: Option<Unit>| {
            if let Some(unit @ Unit::Money { .. }) = printed {
                return Some(unit);
            }
            match common {
                Some(unit) => page.note(
                    NoteKind::UnitInferred,
                    at,
                    format!("the header names no unit; read as {unit} like the columns beside it"),
                ),
                None => page.note(
                    NoteKind::UnknownColumn,
                    at,
                    "a column of money without a unit; looked for one such as (triệu USD)",
                ),
            }
            common
        };
        let (measure, unit, time) = match role {
            Role::Index | Role::Name(_) => continue,
            Role::Unknown => {
                page.note(NoteKind::UnknownColumn, at, "the header is not understood");
                continue;
            }
            Role::Figure { measure, unit } => {
                let unit = match measure.unit_kind() {
                    tinh_model::UnitKind::Money => match money(page, *unit) {
                        Some(unit) => unit,
                        None => continue,
                    },
                    _ => Unit::Count,
                };
                (measure.clone(), unit, time)
            }
            Role::Earlier(period) => {
                let Some(earlier) = earlier(time, *period) else {
                    page.note(
                        NoteKind::UnknownColumn,
                        at,
                        format!("the period {period} does not go with the table's {time}"),
                    );
                    continue;
                };
                let Some(unit) = money(page, None) else {
                    continue;
                };
                if earlier.last_day().map(|d| d.month()) != time.last_day().map(|d| d.month()) {
                    page.note(
                        NoteKind::OddPeriod,
                        at,
                        format!(
                            "{earlier} is another part of the year than {time}; kept as printed"
                        ),
                    );
                }
                (total.clone(), unit, earlier)
            }
            Role::Ratio(unit) => (total.stated_as(header::ratio(*unit)), *unit, time),
        };
        columns.push(Column {
            index: *index,
            header: text.clone(),
            measure,
            unit,
            time,
        });
    }
    columns
}

/// The time of a column of an earlier period: `12T/2022` beside a period that
/// ends on 20/12/2023 is the one that ended on 20/12/2022.
fn earlier(time: Time, period: Period) -> Option<Time> {
    let current = time.period()?;
    let year = period.end().year();
    let same_months = current.start().month() == period.start().month()
        && current.end().month() == period.end().month();
    let period = if same_months {
        in_year(*current, year)?
    } else {
        cut_off(period, current.end().day()).unwrap_or(period)
    };
    Some(Time::During(period))
}
