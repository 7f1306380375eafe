//! The rows below a header.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};
use hashbrown::HashMap;
use tinh_figures::Bilingual;
use tinh_gazetteer::Country;
use tinh_model::time::{AsOf, PartialDate, Period, Time};
use tinh_model::{Partner, Place};

use super::{End, Layout, When};
use crate::cell::{Position, Value};
use crate::dates;
use crate::fold::fold;
use crate::messages;
use crate::note::NoteKind;
use crate::page::{Page, one_line};
use crate::sheet::SheetRow;
use crate::table::{Also, Breakdown, Entry, RowSubject, TableRow};
use crate::words;

/// The partners of the rows so far.
#[derive(Default)]
struct Seen {
    countries: HashMap<(Option<Time>, Country), String>,
    unknown: HashSet<String>,
}

/// How a row of the sheet is taken.
enum Step {
    Read,
    Skip,
    End,
    /// A line says that what follows is of another kind.
    Turn,
}

/// Reads the rows of a table, each with its time where it states one; returns
/// which row of the sheet comes first after the table.
pub(super) fn read(page: &mut Page<'_>, layout: &Layout) -> (Vec<(Option<Time>, TableRow)>, usize) {
    let rows = page.sheet.rows();
    let mut seen = Seen::default();
    let mut found: Vec<(Option<Time>, TableRow)> = Vec::new();
    let mut at = layout.body.start;
    while at < layout.body.end
        && let Some(row) = rows.get(at)
    {
        let next = rows.get(at.saturating_add(1));
        match step(page, layout, row, next) {
            Step::End => break,
            Step::Turn if found.is_empty() => {
                at += 1;
                continue;
            }
            Step::Turn => {
                note_subheading(page, layout, row);
                break;
            }
            Step::Skip => {
                at += 1;
                continue;
            }
            Step::Read => {}
        }
        at += 1;
        if is_shifted(page, layout, row) {
            continue;
        }
        let Some(time) = time(page, layout, row) else {
            continue;
        };
        let row = table_row(page, layout, row, next, time, &mut seen);
        let is_total = row.subject == RowSubject::Total && !layout.names.is_empty();
        let is_first = found.is_empty();
        found.push((time, row));
        // A total may also stand above its parts.
        if is_total && !is_first && layout.end == End::Total {
            break;
        }
    }
    (found, at)
}

/// Whether a row belongs to the table.
fn step(page: &Page<'_>, layout: &Layout, row: &SheetRow, next: Option<&SheetRow>) -> Step {
    if is_numbering(row) {
        return Step::Skip;
    }
    let has_figures = layout.has_figures(row);
    if layout.end == End::Header {
        return match () {
            () if !has_figures => Step::Skip,
            () if is_subheading(layout, row) => Step::Turn,
            () if !is_header(layout, row) => Step::Read,
            // The same header on every page of a print.
            () if is_own_header(page, layout, row) => Step::Skip,
            () => Step::End,
        };
    }
    let is_named = layout.label(row).is_some();
    let numbers = layout.first.zip(layout.names.first());
    let is_numbered =
        numbers.is_some_and(|(first, names)| first < names.column && row.cell(first).is_some());
    // A gap, or a line between two rows: what stands in it is reported with
    // the other cells nobody takes.
    if !(has_figures || is_named && is_numbered) {
        let goes_on =
            next.is_some_and(|next| layout.label(next).is_some() && layout.has_figures(next));
        return if goes_on { Step::Skip } else { Step::End };
    }
    Step::Read
}

/// Whether a row numbers the columns below a header, letters first and then
/// from 1 on: `A, B, 1, 2, 3=2/1`; `(1), (2), (3)`.
pub(crate) fn is_numbering(row: &SheetRow) -> bool {
    const FEWEST: usize = 3;
    let (mut letters, mut numbers) = (0_u8, 0_u8);
    let is_next = |value: &Value| {
        let text = match value {
            Value::Text(text) => Cow::Borrowed(&**text),
            other => Cow::Owned(other.to_string()),
        };
        let text = text.split('=').next().unwrap_or_default();
        let text = text.trim_matches(['(', ')', '[', ']', ' ']);
        let (next, expected) = match text.as_bytes() {
            [letter] if letter.is_ascii_alphabetic() && numbers == 0 => {
                (&mut letters, letter.to_ascii_uppercase().checked_sub(b'@'))
            }
            _ => (&mut numbers, text.parse().ok()),
        };
        *next = next.saturating_add(1);
        expected == Some(*next)
    };
    row.cells().len() >= FEWEST && row.cells().map(|(_, value)| value).all(is_next)
}

/// Whether a row without a name holds nothing but words over the figures: `Cơ cấu
/// (%)` in the middle of a table of amounts.
fn is_subheading(layout: &Layout, row: &SheetRow) -> bool {
    let is_words = |value: &Value| {
        let text = value.as_text().unwrap_or_default().trim();
        text.chars().any(char::is_alphabetic)
            && !text.starts_with(|c: char| c.is_ascii_digit() || "+-(".contains(c))
    };
    !layout.names.is_empty()
        && layout.label(row).is_none()
        && row.cells().next().is_some()
        && row.cells().all(|(_, value)| is_words(value))
}

/// Notes where a table turns to figures of another kind.
fn note_subheading(page: &mut Page<'_>, layout: &Layout, row: &SheetRow) {
    let first = layout.columns.iter().map(|column| column.index);
    let first = first.filter(|column| row.cell(*column).is_some()).min();
    let at = Position::new(row.index(), first.unwrap_or(0));
    page.note(NoteKind::Stray, at, messages::SUBHEADING);
}

/// The last day of what a cell of times says.
pub(crate) fn last_day(value: &Value) -> Option<NaiveDate> {
    period(value).map(|period| period.end())
}

/// Whether a row of a text file has a figure beyond the last header, which is
/// then noted: `14,798.91` without quotation marks is two cells.
fn is_shifted(page: &mut Page<'_>, layout: &Layout, row: &SheetRow) -> bool {
    let Some(beyond) = layout.beyond else {
        return false;
    };
    let is_figure = |value: &Value| {
        let text = value.as_text().unwrap_or_default();
        text.trim_start().starts_with(|c: char| c.is_ascii_digit())
    };
    let is_shifted = row.cell(beyond).is_some_and(is_figure);
    if is_shifted {
        page.note(
            NoteKind::Shifted,
            Position::new(row.index(), beyond),
            messages::SHIFTED,
        );
        for column in &layout.columns {
            page.take(Position::new(row.index(), column.index));
        }
    }
    is_shifted
}

/// Whether a row heads a table: a name of a column of names over texts.
fn is_header(layout: &Layout, row: &SheetRow) -> bool {
    let names = layout
        .names
        .first()
        .and_then(|names| row.cell(names.column)?.as_text());
    let is_name = names.is_some_and(|text| words::breakdown(&fold(text)).is_some());
    is_name
        && layout.columns.iter().all(|column| {
            row.cell(column.index).is_none_or(|value| {
                value
                    .as_text()
                    .is_some_and(|text| !text.starts_with(|c: char| c.is_ascii_digit()))
            })
        })
}

fn is_own_header(page: &Page<'_>, layout: &Layout, row: &SheetRow) -> bool {
    let Some(names) = layout.names.first() else {
        return false;
    };
    let own = page
        .sheet
        .cell(Position::new(layout.header_row, names.column));
    match (
        own.and_then(Value::as_text),
        row.cell(names.column).and_then(Value::as_text),
    ) {
        (Some(own), Some(text)) => fold(own) == fold(text),
        _ => false,
    }
}

/// The time of a row: `Some(None)` where it is that of the columns, `None`
/// where it should be stated and is not.
fn time(page: &mut Page<'_>, layout: &Layout, row: &SheetRow) -> Option<Option<Time>> {
    let (column, stated, expected) = match layout.when {
        When::Columns(_) => return Some(None),
        When::Stock(column) => {
            let stated = row
                .cell(column)
                .and_then(date)
                .map(|date| Time::AsOf(AsOf::printed(date)));
            (column, stated, messages::EXPECTED_DATE)
        }
        When::Flow(column) => {
            let stated = row.cell(column).and_then(period).map(Time::During);
            (column, stated, messages::EXPECTED_PERIOD)
        }
    };
    let position = Position::new(row.index(), column);
    if stated.is_none() {
        page.note(NoteKind::NotAFigure, position, expected);
    } else {
        page.take(position);
    }
    stated.map(Some)
}

fn date(value: &Value) -> Option<PartialDate> {
    match value {
        Value::Date(date) if (1..=9999).contains(&date.year()) => PartialDate::day(*date),
        Value::Number(number) => {
            let year = u16::try_from(i64::try_from(*number).ok()?).ok()?;
            PartialDate::year(year).filter(|_| number.fract().is_zero())
        }
        Value::Text(text) => dates::date_of(text),
        _ => None,
    }
}

fn period(value: &Value) -> Option<Period> {
    match value {
        Value::Text(text) => dates::period_of(text),
        other => Period::of(date(other)?),
    }
}

fn table_row(
    page: &mut Page<'_>,
    layout: &Layout,
    row: &SheetRow,
    next: Option<&SheetRow>,
    time: Option<Time>,
    seen: &mut Seen,
) -> TableRow {
    let label = layout.label(row);
    let name = label.map(|(_, text)| one_line(text)).unwrap_or_default();
    if let Some(first) = layout.first {
        page.take(Position::new(row.index(), first));
    }
    let subject = match (label, layout.names.first()) {
        (_, None) => RowSubject::Total,
        (None, Some(names)) => {
            page.note(
                NoteKind::UnknownName,
                Position::new(row.index(), names.column),
                if layout.breakdown.is_by_place() {
                    messages::NO_PLACE
                } else {
                    messages::NO_NAME
                },
            );
            RowSubject::Unknown(String::new())
        }
        (Some((position, _)), Some(_)) => {
            page.take(position);
            let day = layout.places_on.or_else(|| {
                let fixed = match layout.when {
                    When::Columns(time) => Some(time),
                    When::Stock(_) | When::Flow(_) => time,
                };
                fixed?.last_day()
            });
            let row = Named {
                name: &name,
                position,
                is_numbered_roman: layout
                    .first
                    .and_then(|first| row.cell(first)?.as_text())
                    .is_some_and(words::is_roman),
                is_repeated: layout.breakdown == Breakdown::Region
                    && next
                        .and_then(|next| layout.label(next))
                        .is_some_and(|(_, next)| one_line(next) == name),
            };
            row.subject(page, layout.breakdown, day, time, seen)
        }
    };
    let also = also(page, layout, row, time, seen);
    let figures = (0..layout.columns.len())
        .map(|column| entry(page, layout, row, column))
        .collect();
    TableRow {
        index: row.index(),
        label: name,
        subject,
        also,
        figures,
    }
}

/// The names in the other columns of names.
fn also(
    page: &mut Page<'_>,
    layout: &Layout,
    row: &SheetRow,
    time: Option<Time>,
    seen: &mut Seen,
) -> Option<Box<Also>> {
    let mut also = Also::default();
    for names in layout.names.iter().skip(1) {
        let position = Position::new(row.index(), names.column);
        let Some(value) = row.cell(names.column) else {
            continue;
        };
        page.take(position);
        let name = one_line(&value.to_string());
        if words::is_total(&fold(&name), false) {
            continue;
        }
        match names.breakdown {
            Breakdown::Partner => {
                also.partner = Some(partner(page, &name, position, time, seen, false));
            }
            Breakdown::Sector => also.sector = Some(name),
            _ => also.scope = Some(name),
        }
    }
    (also != Also::default()).then(|| Box::new(also))
}

/// The figure of a row in a column.
fn entry(page: &mut Page<'_>, layout: &Layout, row: &SheetRow, column: usize) -> Option<Entry> {
    let column = layout.columns.get(column)?;
    let position = Position::new(row.index(), column.index);
    let value = row.cell(column.index)?;
    page.take(position);
    if let Some(text) = value.as_text()
        && layout.missing.iter().any(|missing| missing == text.trim())
    {
        return None;
    }
    page.figure(position, value, column, &layout.undecided)
}

/// The name of a row, and the names beside it.
struct Named<'a> {
    name: &'a str,
    position: Position,
    is_numbered_roman: bool,
    /// The next row has the same name: a region with itself as its member.
    is_repeated: bool,
}

impl Named<'_> {
    /// The subject of a row.
    fn subject(
        &self,
        page: &mut Page<'_>,
        breakdown: Breakdown,
        day: Option<NaiveDate>,
        time: Option<Time>,
        seen: &mut Seen,
    ) -> RowSubject {
        let folded = fold(self.name);
        let name = self.name.to_owned();
        if words::is_total(&folded, breakdown.is_by_place()) {
            return RowSubject::Total;
        }
        if words::is_within(&folded) {
            return RowSubject::Group(name);
        }
        match breakdown {
            Breakdown::Sector => RowSubject::Sector(name),
            Breakdown::Form => RowSubject::Part(name),
            Breakdown::Partner if words::is_group(&folded) => RowSubject::Group(name),
            Breakdown::Partner => {
                let clean = self.name.trim_end_matches(['*', ' ']);
                RowSubject::Partner(partner(page, clean, self.position, time, seen, true))
            }
            Breakdown::Region if self.is_repeated => RowSubject::Region(name),
            Breakdown::Region if folded != "dau khi" && self.is_numbered_roman => {
                RowSubject::Region(name)
            }
            Breakdown::Province | Breakdown::Region => self.place(page, &folded, day),
        }
    }

    fn place(&self, page: &mut Page<'_>, folded: &str, day: Option<NaiveDate>) -> RowSubject {
        let name = || self.name.to_owned();
        let refused = match day.map(|day| page.places.place(self.name, day)) {
            Some(Ok(Place::National)) => return RowSubject::Total,
            Some(Ok(place)) => return RowSubject::Place(place),
            _ if words::is_region(folded) || folded.starts_with("vung ") => {
                return RowSubject::Region(name());
            }
            Some(Err(error)) => Bilingual::of(|language| error.in_language(language)),
            None => messages::PLACE_NEEDS_DATE,
        };
        page.note(NoteKind::UnknownName, self.position, refused);
        RowSubject::Unknown(name())
    }
}

fn partner(
    page: &mut Page<'_>,
    name: &str,
    position: Position,
    time: Option<Time>,
    seen: &mut Seen,
    once: bool,
) -> Partner {
    let Some(country) = words::country(name) else {
        if seen.unknown.insert(name.to_owned()) {
            page.note(NoteKind::NoCountryCode, position, messages::NO_COUNTRY);
        }
        return Partner::Unnamed(name.to_owned());
    };
    // Where each row is one partner, two rows of one are an alias.
    if once {
        if let Some(other) = seen.countries.get(&(time, country)) {
            let names = [format!("{name:?}"), format!("{other:?}")];
            let message = messages::ALIAS.filled(&[&names[0], &names[1], &country.name()]);
            page.note(NoteKind::Alias, position, message);
        } else {
            seen.countries.insert((time, country), name.to_owned());
        }
    }
    let printed = (name != country.name()).then(|| name.to_owned());
    Partner::Country(country, printed)
}
