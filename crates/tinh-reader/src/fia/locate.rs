//! Where tables start, what their columns are, and when they hold.

use chrono::Datelike;
use tinh_model::entity::Base;
use tinh_model::time::{Period, Time};
use tinh_model::{MeasureUnit, Nature, Place, measures};

use crate::cell::Position;
use crate::dates::{self, cut_off, in_year, period_in};
use crate::fold::fold;
use crate::layout::{self, Above, End, Header, Layout, Names, When};
use crate::messages;
use crate::note::NoteKind;
use crate::numbers;
use crate::page::Page;
use crate::sheet::SheetRow;
use crate::table::{Breakdown, Column, Table};
use crate::unit::ColumnUnit;
use crate::words::{self, Role, Standing};

/// The tables of a page, and the headers that say no time.
#[derive(Default)]
pub(super) struct Found {
    pub(super) layouts: Vec<Layout>,
    pub(super) tables: Vec<Table>,
    pub(super) timeless: Vec<Position>,
}

/// Every row that heads a table, with what it heads. A second line of the same
/// header, in English, heads none.
fn heads(rows: &[SheetRow]) -> Vec<(usize, Vec<Header>)> {
    let mut heads: Vec<(usize, Vec<Header>)> = Vec::new();
    for at in 0..rows.len() {
        let mut headers = layout::headers(rows.get(at..).unwrap_or_default());
        if let Some((last, others)) = heads.last() {
            headers.retain(|header| {
                let is_line = |other: &Header| at < last + other.rows && other.meets(header);
                !others.iter().any(is_line)
            });
        }
        if !headers.is_empty() {
            heads.push((at, headers));
        }
    }
    heads
}

/// Every table of a page.
pub(super) fn tables(page: &mut Page<'_>) -> Found {
    let rows = page.sheet.rows();
    let heads = heads(rows);
    let mut found = Found::default();
    // Where the tables so far end, with the columns they take.
    let mut ends: Vec<(Header, usize)> = Vec::new();
    for (index, (at, headers)) in heads.iter().enumerate() {
        for header in headers {
            let mut over = ends.iter().filter(|(other, _)| other.meets(header));
            let free_from = over.next_back().map_or(0, |(_, end)| *end);
            if free_from > *at {
                continue;
            }
            // A table by form of investment is no breakdown of the model's; it
            // can be described.
            if header.breakdown == Breakdown::Form {
                continue;
            }
            let below = heads.get(index.saturating_add(1)..).unwrap_or_default();
            let next = below
                .iter()
                .find(|(_, others)| others.iter().any(|other| other.meets(header)))
                .map_or(rows.len(), |(at, _)| *at);
            let above = rows.get(free_from..*at).unwrap_or_default();
            let end = match located(page, header, *at, above, next) {
                Ok(layout) => {
                    let (tables, end) = layout.read(page);
                    found.tables.extend(tables);
                    found.layouts.push(layout);
                    end
                }
                Err(why) => {
                    if let (Unread::Timeless, Some(row)) = (why, rows.get(*at)) {
                        let at = Position::new(row.index(), header.names);
                        found.timeless.push(at);
                    }
                    at.saturating_add(header.rows)
                }
            };
            ends.retain(|(other, _)| !other.meets(header));
            ends.push((header.clone(), end));
        }
    }
    found
}

/// Why a table whose header is there is not read.
enum Unread {
    Timeless,
    OtherCapital,
}

fn located(
    page: &mut Page<'_>,
    found: &Header,
    row_at: usize,
    above: &[SheetRow],
    next: usize,
) -> Result<Layout, Unread> {
    let rows = page.sheet.rows();
    let row = rows.get(row_at).ok_or(Unread::Timeless)?;
    let mut lines = Above::read(above, found.span);
    if lines.time.is_none() && found.span != (0, u32::MAX) {
        // One line of the time over tables side by side.
        let all = Above::read(above, (0, u32::MAX));
        (lines.time, lines.is_open) = (all.time, all.is_open);
        lines.unit = lines.unit.or(all.unit);
        lines.said.extend(all.said);
        if lines.titles.is_empty() {
            lines.titles = all.titles;
        }
    }
    let title = lines.title();
    if words::is_other_capital(&title) {
        let at = Position::new(row.index(), found.names);
        page.note(NoteKind::NoTable, at, messages::OTHER_CAPITAL);
        return Err(Unread::OtherCapital);
    }
    for position in &lines.said {
        page.take(*position);
    }
    let time = time(page, found, row, &lines).ok_or(Unread::Timeless)?;
    for (position, _) in &lines.titles {
        page.take(*position);
    }
    for line in 0..found.rows {
        let line = u32::try_from(line).unwrap_or(0);
        for column in found.first..=found.last {
            page.take(Position::new(row.index().saturating_add(line), column));
        }
    }
    let body_at = row_at.saturating_add(found.rows);
    let body = page.sheet.rows().get(body_at..next).unwrap_or_default();
    let (mut columns, guessed, common_unit) = columns(page, found, row.index(), time, lines.unit);
    for column in &mut columns {
        // `110,5%` below a header that leaves the sign out.
        if column.unit == ColumnUnit::Times && is_in_percent(body, column.index) {
            column.unit = ColumnUnit::Percent;
            column.measure = column.measure.stated_as(words::ratio(ColumnUnit::Percent));
        }
    }
    let names = body
        .iter()
        .filter_map(|row| row.cell(found.names)?.as_text())
        .filter(|name| name.len() <= 100);
    let decided = layout::decide(
        &mut page.places,
        found.breakdown,
        &title,
        names,
        time.last_day(),
    );
    if let Some(why) = decided.against_header {
        let at = Position::new(row.index(), found.names);
        page.note(NoteKind::HeaderContradicted, at, why);
    }
    Ok(Layout {
        title,
        header_row: row.index(),
        body: body_at..next,
        names: vec![Names {
            column: found.names,
            breakdown: decided.breakdown,
        }],
        first: Some(found.first),
        breakdown: decided.breakdown,
        when: When::Columns(time),
        whole: match decided.breakdown.is_by_place() {
            true => Place::National,
            false => layout::whole(above, time.last_day()),
        },
        places_on: None,
        columns,
        guessed,
        common_unit,
        end: End::Total,
        beyond: None,
        missing: Vec::new(),
        undecided: messages::AMBIGUOUS,
    })
}

/// When the figures of a table hold, by the lines above it.
fn time(page: &mut Page<'_>, found: &Header, row: &SheetRow, above: &Above<'_>) -> Option<Time> {
    let at = Position::new(row.index(), found.names);
    // A title without dates still names its year.
    let time = above.time.or_else(|| {
        let period = above.titles.iter().find_map(|(_, text)| {
            let folded = fold(text);
            period_in(folded.split(" theo ").next()?).or_else(|| period_in(&folded))
        })?;
        page.note(
            NoteKind::TimeInferred,
            at,
            messages::TIME_BY_TITLE.filled(&[&period]),
        );
        Some(Time::During(period))
    });
    let Some(time) = time else {
        page.note(NoteKind::NoTable, at, messages::NO_TABLE_TIME);
        return None;
    };
    // What is newly licensed up to a day is counted from some day on.
    Some(match dates::year_to(time).map(Time::During) {
        Some(since) if above.is_open && matches!(time, Time::AsOf(_)) && has_flows(found) => {
            let message = messages::SINCE_JANUARY.filled(&[&since]);
            page.note(NoteKind::TimeInferred, at, message);
            since
        }
        _ => time,
    })
}

/// Whether a column counts what happens, as no stock does: newly licensed,
/// adjusted, purchased.
fn has_flows(found: &Header) -> bool {
    found.columns.iter().any(|(_, role, _)| match role {
        Role::Figure { measure, .. } => {
            measure.nature() == Nature::Flow
                || measure.definition().whole() == Some(measures::FDI_REGISTERED.code())
        }
        _ => false,
    })
}

/// Whether a column says in its first rows that it holds percentages.
fn is_in_percent(body: &[SheetRow], column: u32) -> bool {
    let mut values = body.iter().take(100).filter_map(|row| row.cell(column));
    values.any(numbers::is_percentage)
}

/// The columns of figures, with their units and times; which of the units are
/// guessed; and the unit of all that name one.
fn columns(
    page: &mut Page<'_>,
    found: &Header,
    header_row: u32,
    time: Time,
    unit_of_table: Option<ColumnUnit>,
) -> (Vec<Column>, Vec<bool>, Option<ColumnUnit>) {
    // Headers that leave their unit out share that of the others.
    let mut units = found.columns.iter().filter_map(|(_, role, _)| match role {
        Role::Figure {
            unit: Some(unit @ ColumnUnit::Money { .. }),
            ..
        } => Some(*unit),
        _ => None,
    });
    let first = units.next();
    let agreed = first.filter(|first| units.all(|unit| unit == *first));
    let common = agreed.or(unit_of_table.filter(|unit| unit.is_money()));
    // Where the others disagree, only the same figures beside it can tell.
    let placeholder = common.or(first);
    let total = measures::FDI_REGISTERED;
    let mut columns = Vec::new();
    let mut guesses = Vec::new();
    for (index, role, text) in &found.columns {
        let at = Position::new(header_row, *index);
        let mut push = |measure, unit: Option<ColumnUnit>, time, base| {
            let Some(unit) = unit.or(placeholder) else {
                return false;
            };
            columns.push(Column {
                index: *index,
                header: text.clone(),
                measure,
                unit,
                time,
                standing: Standing::PLAIN,
                base,
            });
            true
        };
        let base = Some(Base::SamePeriodLastYear);
        let is_read = match role {
            Role::Index | Role::Name(_) => continue,
            Role::Unknown => {
                page.note(NoteKind::UnknownColumn, at, messages::NOT_UNDERSTOOD);
                continue;
            }
            Role::Figure { measure, unit } => match measure.unit() {
                MeasureUnit::Money => {
                    let unit = unit.filter(|unit| unit.is_money());
                    guesses.push(unit.is_none());
                    push(measure.clone(), unit, time, None)
                }
                MeasureUnit::Ratio => {
                    guesses.push(false);
                    push(
                        measure.clone(),
                        Some(unit.unwrap_or(ColumnUnit::Plain)),
                        time,
                        None,
                    )
                }
                _ => {
                    guesses.push(false);
                    let unit = unit
                        .filter(|unit| unit.is_count())
                        .or(Some(ColumnUnit::COUNT));
                    push(measure.clone(), unit, time, None)
                }
            },
            Role::Earlier(period) => {
                let Some(earlier) = earlier(time, *period) else {
                    page.note(
                        NoteKind::UnknownColumn,
                        at,
                        messages::PERIOD_APART.filled(&[&period, &time]),
                    );
                    continue;
                };
                if earlier.last_day().map(|d| d.month()) != time.last_day().map(|d| d.month()) {
                    page.note(
                        NoteKind::OddPeriod,
                        at,
                        messages::ODD_PERIOD.filled(&[&earlier, &time]),
                    );
                }
                guesses.push(true);
                push(total.clone(), None, earlier, None)
            }
            Role::Ratio(unit) => {
                guesses.push(false);
                push(
                    total.stated_as(words::ratio(*unit)),
                    Some(*unit),
                    time,
                    base,
                )
            }
        };
        if !is_read {
            guesses.pop();
            page.note(NoteKind::UnknownColumn, at, messages::NO_UNIT);
        }
    }
    (columns, guesses, common)
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
