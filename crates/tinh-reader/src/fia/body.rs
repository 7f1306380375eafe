//! The rows below a header.

use std::collections::HashMap;

use chrono::NaiveDate;
use tinh_gazetteer::Country;
use tinh_model::{Partner, Place};

use super::locate::{self, Header};
use super::{Page, one_line, spelling};
use crate::cell::{Position, Value};
use crate::fold::fold;
use crate::note::NoteKind;
use crate::sheet::Row;
use crate::table::{Breakdown, Entry, Subject, Table, TableRow};

/// Reads rows up to the total; returns the index (in the sheet's list of
/// rows) of the first row after the table.
pub(super) fn read(page: &mut Page<'_>, header: &Header, table: &mut Table, start: usize) -> usize {
    let rows = page.sheet.rows();
    let day = table.time.last_day();
    let mut countries: HashMap<Country, String> = HashMap::new();
    let mut at = start;
    while let Some(row) = rows.get(at) {
        let next = rows.get(at.saturating_add(1));
        if locate::header(row, next).is_some() {
            break;
        }
        let label = label(row, header);
        let has_figures = has_figures(row, table);
        let is_numbered = header.first < header.names && row.cell(header.first).is_some();
        match label {
            None if !has_figures => {
                // Nothing of the table in this row: a gap. What stands in it
                // is reported with the other cells nobody takes.
                if next.is_none_or(|next| !is_row(next, header, table)) {
                    break;
                }
                at += 1;
                continue;
            }
            Some(_) if !has_figures && !is_numbered => {
                if next.is_none_or(|next| !is_row(next, header, table)) {
                    break;
                }
                // A line between two rows.
                at += 1;
                continue;
            }
            _ => {}
        }
        let name = label.map(|(_, text)| one_line(text)).unwrap_or_default();
        if let Some((position, _)) = label {
            page.take(position);
        }
        page.take(Position::new(row.index(), header.first));
        let subject = match label {
            None => {
                page.note(
                    NoteKind::UnknownName,
                    Position::new(row.index(), header.names),
                    "figures without a name",
                );
                Subject::Unknown(String::new())
            }
            Some((position, _)) => subject(
                page,
                header,
                table,
                row,
                &name,
                position,
                day,
                &mut countries,
            ),
        };
        let figures = (0..table.columns.len())
            .map(|column| entry(page, table, row, column))
            .collect();
        let is_total = subject == Subject::Total;
        let is_first = table.rows.is_empty();
        table.rows.push(TableRow {
            index: row.index(),
            label: name,
            subject,
            figures,
        });
        at += 1;
        // A total may also stand above its parts.
        if is_total && !is_first {
            break;
        }
    }
    at
}

/// The name of a row: in the column of names, or left of it where the two are
/// merged (`Tổng số`).
fn label<'r>(row: &'r Row, header: &Header) -> Option<(Position, &'r str)> {
    let text = |column: u32| {
        let text = row.cell(column)?.as_text()?;
        (!text.trim().is_empty()).then(|| (Position::new(row.index(), column), text))
    };
    text(header.names).or_else(|| {
        text(header.first).filter(|(_, text)| header.first != header.names && roman(text).is_none())
    })
}

fn has_figures(row: &Row, table: &Table) -> bool {
    table.columns.iter().any(|column| {
        row.cell(column.index)
            .is_some_and(|value| !matches!(value, Value::Text(text) if text.len() > 60))
    })
}

fn is_row(row: &Row, header: &Header, table: &Table) -> bool {
    label(row, header).is_some() && has_figures(row, table)
}

/// The figure of a row in a column.
fn entry(page: &mut Page<'_>, table: &Table, row: &Row, column: usize) -> Option<Entry> {
    let column = table.columns.get(column)?;
    let position = Position::new(row.index(), column.index);
    let value = row.cell(column.index)?;
    page.take(position);
    page.figure(
        position,
        value,
        column,
        ", and no cell of the sheet decides",
    )
}

/// Whom a row is about.
#[expect(clippy::too_many_arguments, reason = "the parts of one row, used once")]
fn subject(
    page: &mut Page<'_>,
    header: &Header,
    table: &Table,
    row: &Row,
    name: &str,
    position: Position,
    day: Option<NaiveDate>,
    countries: &mut HashMap<Country, String>,
) -> Subject {
    let folded = fold(name);
    if is_total(&folded) {
        return Subject::Total;
    }
    // Footnote marks are no part of a name.
    let clean = name.trim_end_matches(['*', ' ']);
    match table.breakdown {
        Breakdown::Sector => Subject::Sector(name.to_owned()),
        Breakdown::Partner => partner(page, clean, position, countries),
        Breakdown::Province => place(page, clean, position, day),
        Breakdown::Region => {
            let numbered = row
                .cell(header.first)
                .and_then(Value::as_text)
                .is_some_and(|text| roman(text).is_some());
            if folded == "dau khi" {
                Subject::Place(Place::Offshore)
            } else if numbered || is_region(&folded) {
                Subject::Region(name.to_owned())
            } else {
                place(page, clean, position, day)
            }
        }
    }
}

pub(crate) fn is_total(folded: &str) -> bool {
    // `Tổng số/Total`, `Tổng cộng (1+2)`.
    let folded = folded.split(['/', '(']).next().unwrap_or_default();
    let folded = folded.trim_end_matches([':', '.', ' ']);
    matches!(
        folded,
        "tong" | "tong so" | "tong cong" | "cong" | "tong cong so" | "ca nuoc" | "toan quoc"
    )
}

fn place(page: &mut Page<'_>, name: &str, position: Position, day: Option<NaiveDate>) -> Subject {
    let Some(day) = day else {
        return Subject::Unknown(name.to_owned());
    };
    match Place::named(name, day) {
        Ok(place) => Subject::Place(place),
        Err(error) => {
            page.note(NoteKind::UnknownName, position, error.to_string());
            Subject::Unknown(name.to_owned())
        }
    }
}

fn partner(
    page: &mut Page<'_>,
    name: &str,
    position: Position,
    countries: &mut HashMap<Country, String>,
) -> Subject {
    match spelling::country(name) {
        Some(country) => {
            if let Some(other) = countries.get(&country) {
                let message = format!(
                    "{name:?} and {other:?} are both {}: one partner in two rows",
                    country.name()
                );
                page.note(NoteKind::Alias, position, message);
            } else {
                countries.insert(country, name.to_owned());
            }
            let printed = (name != country.name()).then(|| name.to_owned());
            Subject::Partner(Partner::Country(country, printed))
        }
        None => {
            page.note(
                NoteKind::NoCountryCode,
                position,
                "no country of that name; kept as printed",
            );
            Subject::Partner(Partner::Unnamed(name.to_owned()))
        }
    }
}

/// A Roman number as regions are counted.
fn roman(text: &str) -> Option<&str> {
    let text = text.trim().trim_end_matches('.');
    (!text.is_empty() && text.len() <= 5 && text.bytes().all(|b| b"IVXivx".contains(&b)))
        .then_some(text)
}

/// Whether a folded name is one of a region: the year 2015 counts regions in
/// Arabic numbers, like provinces.
fn is_region(folded: &str) -> bool {
    [
        "dong bang song hong",
        "dong bang song cuu long",
        "trung du va mien nui",
        "mien nui va trung du",
        "trung du mien nui",
        "mien nui phia bac",
        "bac trung bo",
        "duyen hai mien trung",
        "duyen hai nam trung bo",
        "nam trung bo",
        "tay nguyen",
        "dong nam bo",
        "tay nam bo",
        "vung ",
    ]
    .iter()
    .any(|region| folded.starts_with(region))
}
