//! The place of a described table in a sheet.

use std::ops::Range;

use chrono::NaiveDate;
use tinh_model::claim::Realm;
use tinh_model::entity::Base;
use tinh_model::time::{AsOf, PartialDate, Period, Time};
use tinh_model::{Expression, Measure, MeasureUnit, Place};

use super::columns::{Match, Wanted, head, matching, shown, wanted};
use super::indicators::{self, Report, Slot};
use super::lines::{self, Fit, Head, MOST_LINES};
use super::{FigureSpec, TableSpec, TableTime, Where};
use crate::cell::{Position, Value, letters};
use crate::dates;
use crate::error::{ErrorKind, Refusal};
use crate::fold::fold;
use crate::layout::{self, Above, End, Layout, Names, When};
use crate::messages;
use crate::numbers::Notation;
use crate::page::{Page, Places};
use crate::reading::Indicator;
use crate::sheet::{Sheet, SheetRow};
use crate::table::{Breakdown, Column};
use crate::unit::ColumnUnit;
use crate::words::{self, Standing, Stated};

/// The headers of a table and the rows below them.
struct Found {
    /// The row of the sheet's list that the headers, or the figures, start at.
    at: usize,
    /// How many lines the headers take.
    lines: usize,
    heads: Vec<Head>,
    /// The columns of each that is wanted.
    columns: Vec<Vec<u32>>,
    /// Whether another table is to its right, under the same headers.
    goes_on: bool,
}

/// A header that no sheet has, beside others that are there.
pub(super) struct Missing {
    pub(super) found: usize,
    pub(super) refusal: Refusal,
}

/// A described table, found in a sheet.
pub(super) enum Located {
    Table(Box<Layout>),
    /// One with an indicator a row, read.
    Report(Vec<Indicator>),
}

/// The described table in a sheet: one, none where the sheet does not have its
/// headers, or several where it goes on beside itself.
pub(super) fn locate(spec: &TableSpec, page: &mut Page<'_>) -> Result<Vec<Located>, Refusal> {
    let wanted = wanted(spec);
    let sheet = page.sheet;
    let found = if wanted
        .iter()
        .all(|wanted| wanted.header.is_none() && !wanted.every_year)
    {
        vec![by_letters(spec, sheet, &wanted)]
    } else {
        by_headers(sheet, &wanted)?
    };
    let located = found.into_iter().map(|found| match &spec.indicator {
        Some(_) => report_of(spec, page, &wanted, &found).map(Located::Report),
        None => {
            layout_of(spec, sheet, &wanted, found).map(|layout| Located::Table(Box::new(layout)))
        }
    });
    located.collect()
}

/// The header that is missing where most of them are found.
pub(super) fn nearest(spec: &TableSpec, sheet: &Sheet) -> Option<Missing> {
    let wanted = wanted(spec);
    (0..sheet.rows().len().min(200))
        .filter_map(|at| {
            let heads = lines::heads(sheet, at, 1)?;
            let row = sheet.rows().get(at)?.index();
            match matching(&wanted, &heads, Fit::Start, sheet, row) {
                Match::Some(found, Some(refusal)) if found > 0 => Some(Missing { found, refusal }),
                _ => None,
            }
        })
        .max_by_key(|missing| missing.found)
}

/// The first block of headers that has all that is wanted.
fn by_headers(sheet: &Sheet, wanted: &[Wanted]) -> Result<Vec<Found>, Refusal> {
    let mut ambiguous = None;
    for worst in [Fit::Part, Fit::Start] {
        // As few lines as do: a title above is no part of a header.
        let blocks =
            (1..=MOST_LINES).flat_map(|lines| (0..sheet.rows().len()).map(move |at| (at, lines)));
        for (at, lines) in blocks {
            let Some(mut heads) = lines::heads(sheet, at, lines) else {
                continue;
            };
            name_year(sheet, at, &mut heads);
            let row = sheet.rows().get(at).map_or(0, SheetRow::index);
            match matching(wanted, &heads, worst, sheet, row) {
                Match::All(columns) => {
                    let names = wanted.iter().zip(&columns);
                    let mut names = names.filter(|(wanted, _)| wanted.is_name);
                    let name = names.find_map(|(_, columns)| columns.first().copied());
                    let more = further_lines(sheet, at, lines, name);
                    let mut heads = lines::heads(sheet, at, more).unwrap_or(heads);
                    name_year(sheet, at, &mut heads);
                    // Below a merged header of years, each has columns of its own.
                    let columns = match matching(wanted, &heads, worst, sheet, row) {
                        Match::All(all) if more > lines => all,
                        _ => columns,
                    };
                    return Ok(vec![Found {
                        at,
                        lines: more,
                        heads,
                        columns,
                        goes_on: false,
                    }]);
                }
                Match::Ambiguous(refusal) => {
                    let found = side_by_side(sheet, wanted, (at, lines), &heads, worst);
                    if !found.is_empty() {
                        return Ok(found);
                    }
                    ambiguous = ambiguous.or(Some(refusal));
                }
                Match::Some(..) => {}
            }
        }
        if let Some(refusal) = ambiguous {
            return Err(refusal);
        }
    }
    Ok(Vec::new())
}

/// A table that goes on to the right of itself: its headers stand there again,
/// all of them and in the same order.
fn side_by_side(
    sheet: &Sheet,
    wanted: &[Wanted],
    (at, lines): (usize, usize),
    heads: &[Head],
    worst: Fit,
) -> Vec<Found> {
    let Some(first) = heads.first() else {
        return Vec::new();
    };
    let again = heads.iter().skip(1).position(|head| head.is_like(first));
    let width = again.map_or(0, |at| at + 1);
    let ahead = heads.get(width..).unwrap_or_default();
    let is_repeated = heads.iter().zip(ahead).all(|(a, b)| a.is_like(b));
    if width < 2 || !is_repeated || !heads.len().is_multiple_of(width) {
        return Vec::new();
    }
    let row = sheet.rows().get(at).map_or(0, SheetRow::index);
    let last = heads.len() / width - 1;
    let parts = heads.chunks(width).enumerate().map(|(part, heads)| {
        let Match::All(columns) = matching(wanted, heads, worst, sheet, row) else {
            return None;
        };
        Some(Found {
            at,
            lines,
            heads: heads.to_vec(),
            columns,
            goes_on: part < last,
        })
    });
    parts.collect::<Option<Vec<Found>>>().unwrap_or_default()
}

/// Tells headers the one year that the lines right above them name.
pub(super) fn name_year(sheet: &Sheet, at: usize, heads: &mut [Head]) {
    const LINES: usize = 4;
    if !heads.iter().any(Head::lacks_year) {
        return;
    }
    let above = sheet.rows().get(at.saturating_sub(LINES)..at);
    let cells = above
        .unwrap_or_default()
        .iter()
        .rev()
        .flat_map(SheetRow::cells);
    let year = cells
        .filter_map(|(_, value)| value.as_text())
        .find_map(|text| dates::only_year(&fold(text)));
    for head in heads {
        head.year = year;
    }
}

/// How many lines a header takes: those below it that leave the names empty
/// and hold no figures belong to it.
fn further_lines(sheet: &Sheet, at: usize, lines: usize, name: Option<u32>) -> usize {
    let Some(name) = name else {
        return lines;
    };
    let mut lines = lines;
    while lines < MOST_LINES
        && let Some(below) = at.checked_add(lines).and_then(|at| sheet.rows().get(at))
        && below.cell(name).is_none()
        && below
            .cells()
            .all(|(_, value)| value.as_text().is_some_and(is_words))
        && lines::heads(sheet, at, lines + 1).is_some()
    {
        lines += 1;
    }
    lines
}

/// Whether a text is neither a figure nor a sign for one.
fn is_words(text: &str) -> bool {
    let text = text.trim_start();
    !text.starts_with(|c: char| c.is_ascii_digit() || "-.…".contains(c))
}

/// A table whose columns are all given by letter: it starts at the first row
/// that has a name and a figure.
fn by_letters(spec: &TableSpec, sheet: &Sheet, wanted: &[Wanted]) -> Found {
    let columns: Vec<Vec<u32>> = wanted
        .iter()
        .map(|wanted| wanted.column.into_iter().collect())
        .collect();
    let names = wanted.len().saturating_sub(spec.figures.len());
    let has = |row: &SheetRow, columns: &[Vec<u32>], is_it: fn(&Value) -> bool| {
        let mut cells = columns
            .iter()
            .flatten()
            .filter_map(|column| row.cell(*column));
        columns.is_empty() || cells.any(is_it)
    };
    let is_figure = |value: &Value| match value {
        Value::Number(_) => true,
        Value::Text(text) => {
            Notation::Point.number(text).is_some() || Notation::Comma.number(text).is_some()
        }
        _ => false,
    };
    let (names, figures) = columns.split_at_checked(names).unwrap_or_default();
    let at = sheet.rows().iter().position(|row| match spec.first_row {
        Some(line) => row.index() + 1 >= line,
        None => has(row, names, |value| !value.is_blank()) && has(row, figures, is_figure),
    });
    let at = at.unwrap_or(sheet.rows().len());
    let heads = at
        .checked_sub(1)
        .and_then(|above| lines::heads(sheet, above, 1));
    Found {
        at,
        goes_on: false,
        lines: 0,
        heads: heads.unwrap_or_default(),
        columns,
    }
}

/// The rows below the headers of a table.
fn body_of(spec: &TableSpec, rows: &[SheetRow], found: &Found) -> Range<usize> {
    let below = found.at.saturating_add(found.lines);
    let start = match spec.first_row {
        Some(line) => rows.iter().position(|row| row.index() + 1 >= line),
        None => Some(below),
    };
    start.unwrap_or(rows.len()).max(below)..rows.len()
}

/// The figures of a table with an indicator a row.
fn report_of(
    spec: &TableSpec,
    page: &mut Page<'_>,
    wanted: &[Wanted],
    found: &Found,
) -> Result<Vec<Indicator>, Refusal> {
    let sheet = page.sheet;
    let rows = sheet.rows();
    let lines = rows.get(..found.at).unwrap_or_default();
    let above = Above::read(lines, (0, u32::MAX));
    let header_row = rows.get(found.at).map_or(0, SheetRow::index);
    let stated = stated(spec, sheet, &above, header_row)?;
    let slots = slots(spec, wanted, found, stated)?;
    let last = slots.iter().filter_map(|slot| slot.time.last_day()).max();
    let column_of = |field: &str| {
        let mut all = wanted.iter().zip(&found.columns);
        all.find(|(wanted, _)| wanted.field == field)?
            .1
            .first()
            .copied()
    };
    let report = Report {
        names: column_of("indicator").unwrap_or(0),
        units: column_of("unit"),
        unit: above.unit,
        place: layout::whole(lines, spec.places_on.or(last)),
        slots,
    };
    let body = rows.get(body_of(spec, rows, found)).unwrap_or_default();
    Ok(indicators::read(spec, page, &report, body))
}

fn layout_of(
    spec: &TableSpec,
    sheet: &Sheet,
    wanted: &[Wanted],
    found: Found,
) -> Result<Layout, Refusal> {
    let rows = sheet.rows();
    let above = Above::read(rows.get(..found.at).unwrap_or_default(), (0, u32::MAX));
    let header_row = rows.get(found.at).map_or(0, SheetRow::index);
    let body = body_of(spec, rows, &found);
    let mut names: Vec<Names> = Vec::new();
    let mut timed = None;
    for (wanted, columns) in wanted.iter().zip(&found.columns) {
        let Some(column) = columns.first().copied() else {
            continue;
        };
        let breakdown = match wanted.field.as_str() {
            "place" => Breakdown::Province,
            "partner" => Breakdown::Partner,
            "sector" => Breakdown::Sector,
            "scope" => Breakdown::Form,
            "time" => {
                timed = Some(column);
                continue;
            }
            _ => continue,
        };
        names.push(Names { column, breakdown });
    }
    let stated = stated(spec, sheet, &above, header_row)?;
    let columns = figures(spec, wanted, &found, &above, stated)?;
    // Of a year a column the last: the names are those of its publication.
    let latest = columns.iter().map(|column| column.time);
    let latest = latest.max_by_key(|time| time.last_day());
    let when = match (&spec.time, timed) {
        (TableTime::Stock(_), Some(column)) => When::Stock(column),
        (TableTime::Flow(_), Some(column)) => When::Flow(column),
        _ => When::Columns(stated.or(latest).unwrap_or(Time::Undated)),
    };
    one_column_of_places(spec, sheet, &found, &names, &columns, body.start)?;
    let title = Some(above.title()).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| spec.source.title.clone());
    let mut breakdown = names
        .first()
        .map_or(Breakdown::Sector, |names| names.breakdown);
    let last = columns
        .iter()
        .filter_map(|column| column.time.last_day())
        .max();
    // Where the rows say when they hold, the last of them.
    let of_rows = || {
        let rows = rows.get(body.clone()).unwrap_or_default();
        rows.iter()
            .rev()
            .find_map(|row| layout::last_day(row.cell(timed?)?))
    };
    let day = spec.places_on.or(last).or_else(of_rows);
    if breakdown == Breakdown::Province
        && let Some(names) = names.first()
    {
        let rows = rows.get(body.clone()).unwrap_or_default();
        let found = rows
            .iter()
            .filter_map(|row| row.cell(names.column)?.as_text());
        let decided = layout::decide(&mut Places::default(), breakdown, &title, found, day);
        if decided.breakdown == Breakdown::Region {
            breakdown = Breakdown::Region;
        }
    }
    let last_head = found
        .heads
        .last()
        .filter(|_| sheet.is_text() && !found.goes_on);
    let beyond = last_head.and_then(|head| head.column.checked_add(1));
    let index = found.heads.iter().rfind(|head| {
        names
            .first()
            .is_some_and(|names| head.column < names.column)
            && words::is_index(&fold(&head.text))
    });
    Ok(Layout {
        title,
        header_row,
        body,
        first: index.map(|head| head.column),
        breakdown,
        names,
        when,
        whole: match breakdown.is_by_place() {
            true => Place::National,
            false => layout::whole(rows.get(..found.at).unwrap_or_default(), day),
        },
        places_on: spec.places_on,
        guessed: vec![false; columns.len()],
        common_unit: None,
        columns,
        end: if spec.until_total {
            End::Total
        } else {
            End::Header
        },
        beyond,
        missing: spec.missing.clone(),
        undecided: messages::AMBIGUOUS_SAY,
    })
}

/// The time of the whole table, where it has one.
fn stated(
    spec: &TableSpec,
    sheet: &Sheet,
    above: &Above<'_>,
    header_row: u32,
) -> Result<Option<Time>, Refusal> {
    let name = sheet.name();
    let no_time = |text: &str| {
        Refusal::new(ErrorKind::NoTime)
            .cell(sheet.reference(Position::new(header_row, 0)))
            .field("time")
            .text(text)
    };
    let titles = || {
        let titles = above.titles.iter().map(|(_, text)| *text);
        titles.chain(above.dated.iter().copied())
    };
    let stock = |mut texts: Box<dyn Iterator<Item = &str> + '_>| {
        texts.find_map(|text| dates::date_of(text).or_else(|| date_in(text)))
    };
    let flow = |mut texts: Box<dyn Iterator<Item = &str> + '_>| texts.find_map(period_in);
    let as_of = |date| Time::AsOf(AsOf::printed(date));
    Ok(match &spec.time {
        TableTime::AsOf(date) => Some(as_of(*date)),
        TableTime::Period(period) => Some(Time::During(*period)),
        TableTime::Stock(_) | TableTime::Flow(_) => None,
        TableTime::StockIn(Where::Header) | TableTime::FlowIn(Where::Header) => None,
        TableTime::StockIn(Where::Sheet) => {
            let date = stock(Box::new(std::iter::once(name))).ok_or_else(|| no_time(name))?;
            Some(as_of(date))
        }
        TableTime::FlowIn(Where::Sheet) => {
            let period = flow(Box::new(std::iter::once(name))).ok_or_else(|| no_time(name))?;
            Some(Time::During(period))
        }
        TableTime::StockIn(Where::Title) => match above.time {
            Some(time @ Time::AsOf(_)) => Some(time),
            _ => {
                let date = stock(Box::new(titles())).ok_or_else(|| no_time(&above.title()))?;
                Some(as_of(date))
            }
        },
        TableTime::FlowIn(Where::Title) => match above.time {
            Some(time @ Time::During(_)) => Some(time),
            time => {
                let since = time.filter(|_| above.is_open).and_then(dates::year_to);
                let period = since.or_else(|| flow(Box::new(titles())));
                Some(Time::During(period.ok_or_else(|| no_time(&above.title()))?))
            }
        },
    })
}

/// The date a text holds: its last one, or the end of the period it names.
fn date_in(text: &str) -> Option<PartialDate> {
    let found = dates::dates_in(&fold(text)).pop();
    found.or_else(|| period_in(text).and_then(end_of))
}

/// The period a text names, or the one year in it.
fn period_in(text: &str) -> Option<Period> {
    let folded = fold(text);
    dates::period_of(text).or_else(|| {
        let year = dates::only_year(&folded).filter(|_| !dates::is_part_of_year(&folded))?;
        Period::of(PartialDate::year(year)?)
    })
}

/// The date a stock of a period is of: the year, or its last day.
pub(super) fn end_of(period: Period) -> Option<PartialDate> {
    use chrono::Datelike;
    let year = u16::try_from(period.end().year()).ok()?;
    let of_year = PartialDate::year(year)?;
    if Period::of(of_year) == Some(period) {
        return Some(of_year);
    }
    PartialDate::day(period.end())
}

/// The columns of figures, with their units and times.
fn figures(
    spec: &TableSpec,
    wanted: &[Wanted],
    found: &Found,
    above: &Above<'_>,
    stated: Option<Time>,
) -> Result<Vec<Column>, Refusal> {
    let first = wanted.len().saturating_sub(spec.figures.len());
    let mut columns = Vec::new();
    let of_figures = found.columns.get(first..).unwrap_or_default();
    for ((at, figure), indexes) in spec.figures.iter().enumerate().zip(of_figures) {
        let field = |refusal: Refusal| refusal.field(format!("figures[{at}].unit"));
        let said = TableSpec::unit(figure).map_err(field)?;
        let every = wanted.get(first.saturating_add(at));
        let Some(measure) = &figure.measure else {
            continue;
        };
        let is_level = measure.expression() == Expression::Level;
        for index in indexes {
            let head = head(&found.heads, *index);
            let is_every = every.is_some_and(|wanted| wanted.every_year) && indexes.len() > 1;
            if is_every && is_level && head.is_some_and(Head::is_beside) {
                continue;
            }
            let header = head.map(|head| head.text.clone()).unwrap_or_default();
            let time = time_of(spec, figure, head, stated);
            let time = time.ok_or_else(|| Refusal::new(ErrorKind::NoTime))?;
            let unit = unit(measure, said.or_else(|| words::unit(&header)), above.unit);
            let unit = unit.ok_or_else(|| {
                let text = format!("{} ({})", header, letters(*index));
                field(Refusal::new(ErrorKind::NoUnit)).text(text)
            })?;
            let base = (measure.expression().has_base() && words::is_ratio(&header))
                .then_some(Base::SamePeriodLastYear);
            columns.push(Column {
                index: *index,
                measure: measure.clone(),
                unit,
                time,
                standing: standing(figure, &header),
                header,
                base,
            });
        }
    }
    Ok(columns)
}

/// When the figures of a column hold; `None` where its header should say it and
/// does not. Of a table whose rows say it, nothing yet.
fn time_of(
    spec: &TableSpec,
    figure: &FigureSpec,
    head: Option<&Head>,
    stated: Option<Time>,
) -> Option<Time> {
    let as_of = |date| Time::AsOf(AsOf::printed(date));
    match spec.time {
        TableTime::StockIn(Where::Header) => {
            let date = head.and_then(|head| date_in(&head.text));
            date.or_else(|| end_of(head?.period()?)).map(as_of)
        }
        TableTime::FlowIn(Where::Header) => period_of(head?).map(Time::During),
        _ => Some(match &figure.time {
            Some(TableTime::AsOf(date)) => as_of(*date),
            Some(TableTime::Period(period)) => Time::During(*period),
            _ => stated.unwrap_or(Time::Undated),
        }),
    }
}

/// The period a header names, alone or among other words (`Ước TH 6 tháng 2023`).
pub(super) fn period_of(head: &Head) -> Option<Period> {
    let within = || dates::period_in(&fold(&head.text));
    head.period().or_else(within)
}

/// How firm the figures of a column are: as said, or as its header says.
fn standing(figure: &FigureSpec, header: &str) -> Standing {
    let printed = match words::stated(header) {
        Stated::Level(standing) => standing,
        Stated::Ratio(..) => Standing::PLAIN,
    };
    Standing {
        status: figure.status.unwrap_or(printed.status),
        realm: figure.realm.unwrap_or(printed.realm),
    }
}

/// The columns of a table with an indicator a row. A ratio is of the latest
/// result before it, whatever year or plan its header compares that with.
fn slots(
    spec: &TableSpec,
    wanted: &[Wanted],
    found: &Found,
    given: Option<Time>,
) -> Result<Vec<Slot>, Refusal> {
    let first = wanted.len().saturating_sub(spec.figures.len());
    let of_figures = found.columns.get(first..).unwrap_or_default();
    let mut columns: Vec<(u32, &FigureSpec)> = Vec::new();
    for (figure, indexes) in spec.figures.iter().zip(of_figures) {
        columns.extend(indexes.iter().map(|index| (*index, figure)));
    }
    columns.sort_by_key(|(index, _)| *index);
    columns.dedup_by_key(|(index, _)| *index);
    let mut slots: Vec<Slot> = Vec::new();
    for (index, figure) in columns {
        let head = head(&found.heads, index);
        let header = head.map_or("", |head| &head.text);
        let is_actual = |slot: &&Slot| match slot.stated {
            Stated::Level(standing) => standing.realm == Realm::Actual,
            Stated::Ratio(..) => false,
        };
        let done = slots.iter().filter(is_actual).map(|slot| slot.time);
        let latest = done.max_by_key(|time| time.last_day());
        let (stated, time) = match words::stated(header) {
            Stated::Level(_) => {
                let level = Stated::Level(standing(figure, header));
                (level, time_of(spec, figure, head, given))
            }
            ratio => (ratio, latest.or(given)),
        };
        let cell = || {
            let text = format!("{} ({})", header, letters(index));
            Refusal::new(ErrorKind::NoTime).field("time").text(text)
        };
        let time = time.ok_or_else(cell)?;
        slots.push(Slot {
            index,
            time,
            stated,
        });
    }
    Ok(slots)
}

/// The unit of a column: as said or printed, or by what is measured; `None`
/// where it is money and nothing says the unit.
fn unit(
    measure: &Measure,
    said: Option<ColumnUnit>,
    above: Option<ColumnUnit>,
) -> Option<ColumnUnit> {
    let any = |is_it: fn(&ColumnUnit) -> bool| said.filter(is_it).or(above.filter(is_it));
    let ratio = |unit: &ColumnUnit| matches!(unit, ColumnUnit::Percent | ColumnUnit::Times);
    match measure.unit() {
        MeasureUnit::Money => any(|unit| unit.is_money()),
        MeasureUnit::Count => Some(any(|unit| unit.is_count()).unwrap_or(ColumnUnit::COUNT)),
        _ if said.is_some_and(|unit| ratio(&unit)) => said,
        MeasureUnit::Extent => Some(any(|unit| unit.is_count()).unwrap_or(ColumnUnit::Plain)),
        _ => Some(match measure.expression() {
            Expression::Growth
            | Expression::Ratio
            | Expression::PlanCompletion
            | Expression::Share => ColumnUnit::Percent,
            Expression::Multiple => ColumnUnit::Times,
            _ => ColumnUnit::Plain,
        }),
    }
}

/// Refuses a column of places that another one, without a header, stands
/// nearer to the figures than: rankings printed side by side.
fn one_column_of_places(
    spec: &TableSpec,
    sheet: &Sheet,
    found: &Found,
    names: &[Names],
    columns: &[Column],
    body: usize,
) -> Result<(), Refusal> {
    let Some(super::ColumnName::Header(header)) = &spec.place else {
        return Ok(());
    };
    let Some(own) = names.first().map(|names| names.column) else {
        return Ok(());
    };
    const LOOKED_AT: usize = 50;
    let rows = sheet.rows().get(body..).unwrap_or_default();
    let is_place = |text: &str| {
        let days = [(2010, 1, 1), (2026, 1, 1)];
        days.into_iter()
            .filter_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day))
            .any(|day| words::place(text, day).is_ok())
    };
    for figure in columns.iter().take(8) {
        for column in own.saturating_add(1)..figure.index.min(own.saturating_add(64)) {
            let headed = head(&found.heads, column).map(|head| fold(&head.text));
            let is_other = |text: &String| words::breakdown(text) != Some(Breakdown::Province);
            if headed.as_ref().is_some_and(is_other) {
                continue;
            }
            let cells = rows
                .iter()
                .take(LOOKED_AT)
                .filter_map(|row| row.cell(column));
            let texts: Vec<bool> = cells
                .map(|value| value.as_text().is_some_and(is_place))
                .collect();
            let places = texts.iter().filter(|is_place| **is_place).count();
            if places >= 2 && places.saturating_mul(2) > texts.len() {
                let other = match head(&found.heads, column) {
                    Some(head) => shown(column, &head.text),
                    None => messages::BESIDE.filled(&[&letters(column), &figure.header]),
                };
                let columns = vec![shown(own, header), other];
                return Err(Refusal::new(ErrorKind::TwoColumns { columns })
                    .field("place")
                    .text(header));
            }
        }
    }
    Ok(())
}
