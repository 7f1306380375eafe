//! The quick report (*báo cáo nhanh*): one indicator a row, the year before
//! and this year side by side, and below it a sentence with the stock.

use chrono::NaiveDate;
use tinh_figures::Kind;
use tinh_model::claim::Status;
use tinh_model::entity::Base;
use tinh_model::time::{Period, Time};
use tinh_model::{CapitalKind, Measure, MeasureUnit, PrintedFigure, measures};

use super::as_of;
use crate::cell::{CellRef, Position, Value};
use crate::claims::Claims;
use crate::dates::{cut_off, dates_in};
use crate::fold::fold;
use crate::layout;
use crate::messages;
use crate::note::NoteKind;
use crate::numbers::{self, Reading};
use crate::page::{Page, one_line};
use crate::reading::Indicator;
use crate::sheet::SheetRow;
use crate::unit::ColumnUnit;
use crate::words::{self, Role, Standing};

/// The foreign-invested part of the economy, as the report calls it.
const FDI_SECTOR: &str = "khu vực đầu tư nước ngoài";

/// A row of a report that has a name.
struct Named<'s> {
    row: &'s SheetRow,
    label: &'s str,
    folded: String,
}

/// The subject of a row of the report.
#[derive(Clone)]
struct Line {
    measure: Measure,
    sector: Option<String>,
    scope: Option<String>,
    /// Counted to the cut-off day, as the footnote to its star says.
    cut: bool,
}

/// The content of a column of the report.
enum Slot {
    Of(Period),
    Ratio(ColumnUnit),
}

/// The indicators of every quick report of a page.
pub(super) fn read(page: &mut Page<'_>) -> Vec<Indicator> {
    let rows = page.sheet.rows();
    let mut found = Vec::new();
    let mut day = None;
    for (at, row) in rows.iter().enumerate() {
        let find = |is_wanted: fn(&str) -> bool, letters: &str| {
            row.cells().find_map(|(column, value)| {
                let text = value.as_text().filter(|text| text.len() <= 24)?;
                // Most texts are names, which their first letter tells.
                let first = text.chars().find(|c| c.is_alphabetic())?;
                let folded = letters.contains(first).then(|| fold(text))?;
                is_wanted(&folded).then_some(column)
            })
        };
        let Some(names) = find(words::is_indicator, "cCiI") else {
            continue;
        };
        let Some(units) = find(words::is_unit_column, "dDđĐuU") else {
            continue;
        };
        let day = *day.get_or_insert_with(|| cut_off_day(page));
        let body = body(rows.get(at.saturating_add(1)..).unwrap_or_default(), names);
        if is_quick_report(&body, units) {
            let report = report(page, (at, row), &body, [names, units], day);
            found.extend(report.into_iter().flatten());
        }
    }
    found
}

/// The rows of a report: up to the first line without a name, another report,
/// or the sentence below, `Luỹ kế đến 20/12/2023:`.
fn body(rows: &[SheetRow], names: u32) -> Vec<Named<'_>> {
    let named = |row| -> Option<Named<'_>> {
        let label = SheetRow::cell(row, names)?.as_text()?;
        let folded = fold(label);
        Some(Named { row, label, folded })
    };
    let goes_on = |Named { folded, .. }: &Named<'_>| {
        // A month may belong to an indicator: `Vốn thực hiện tháng 12 năm 2021`.
        let is_dated = || dates_in(folded).iter().any(|date| date.full().is_some());
        !words::is_indicator(folded) && !folded.starts_with("luy ke") && !is_dated()
    };
    rows.iter().map_while(named).take_while(goes_on).collect()
}

fn report(
    page: &mut Page<'_>,
    (at, header): (usize, &SheetRow),
    body: &[Named<'_>],
    [names, units]: [u32; 2],
    day: Option<u32>,
) -> Option<Vec<Indicator>> {
    let mut columns = Vec::new();
    for (column, value) in header.cells() {
        let at = Position::new(header.index(), column);
        if column <= units {
            page.take(at);
            continue;
        }
        let text = value.as_text().unwrap_or_default();
        match words::role(text) {
            Role::Earlier(period) => columns.push((column, Slot::Of(period))),
            Role::Ratio(unit) => columns.push((column, Slot::Ratio(unit))),
            _ => {
                page.note(NoteKind::UnknownColumn, at, messages::NOT_UNDERSTOOD);
                continue;
            }
        }
        page.take(at);
    }
    let current = columns
        .iter()
        .filter_map(|(_, kind)| match kind {
            Slot::Of(period) => Some(*period),
            Slot::Ratio(_) => None,
        })
        .max_by_key(Period::end)?;
    let above = page.sheet.rows().get(..at).unwrap_or_default();
    let place = layout::whole(above, Some(current.end()));
    let mut indicators = Vec::new();
    let mut heading: Option<&str> = None;
    for Named { row, label, folded } in body {
        let unit_text = row.cell(units).and_then(Value::as_text).map(str::trim);
        let at = Position::new(row.index(), names);
        let has_figures = columns
            .iter()
            .any(|(column, _)| row.cell(*column).is_some_and(|value| !value.is_blank()));
        let Some(unit_text) = unit_text.filter(|text| !text.is_empty()) else {
            if has_figures {
                page.note(NoteKind::UnknownName, at, messages::INDICATOR_WITHOUT_UNIT);
                continue;
            }
            // A heading: `Số dự án*`, `Xuất khẩu`.
            heading = Some(folded);
            take_row(page, row, names);
            continue;
        };
        let Some(line) = line(folded, heading, unit_text) else {
            page.note(NoteKind::UnknownName, at, messages::INDICATOR_UNKNOWN);
            continue;
        };
        if folded.ends_with('*') {
            heading = Some(folded);
        }
        take_row(page, row, names);
        page.take(Position::new(row.index(), units));
        let unit = header_unit(unit_text);
        for (column, kind) in &columns {
            let position = Position::new(row.index(), *column);
            let Some(value) = row.cell(*column) else {
                continue;
            };
            page.take(position);
            let (measure, unit, period) = match kind {
                Slot::Of(period) => (line.measure.clone(), unit, *period),
                Slot::Ratio(unit) => {
                    // `108,9%` is no 108,9 times, whatever the header leaves out.
                    let unit = if numbers::is_percentage(value) {
                        ColumnUnit::Percent
                    } else {
                        *unit
                    };
                    (line.measure.stated_as(words::ratio(unit)), unit, current)
                }
            };
            let period = match day {
                Some(day) if line.cut => cut_off(period, day).unwrap_or(period),
                _ => period,
            };
            let number = match page.number(position, value, unit, &messages::AMBIGUOUS) {
                Some(Reading::Number(number)) => number,
                Some(_) => {
                    page.note(NoteKind::NotAFigure, position, messages::EXPECTED_NUMBER);
                    continue;
                }
                None => continue,
            };
            indicators.push(Indicator {
                cell: page.sheet.reference(position),
                label: one_line(label),
                measure,
                unit,
                number,
                time: Time::During(period),
                place,
                standing: Standing::PLAIN,
                base: Some(Base::SamePeriodLastYear),
                sector: line.sector.clone(),
                scope: line.scope.clone(),
            });
        }
    }
    Some(indicators)
}

fn take_row(page: &mut Page<'_>, row: &SheetRow, names: u32) {
    for (column, _) in row.cells() {
        if column <= names {
            page.take(Position::new(row.index(), column));
        }
    }
}

/// The unit of a row; a count where it is not money.
fn header_unit(text: &str) -> ColumnUnit {
    words::unit_alone(text)
        .filter(|unit| unit.is_money())
        .unwrap_or(ColumnUnit::COUNT)
}

/// What a row measures, told by its words, those of the heading above it, and
/// its unit. A row of money leaves `vốn` to its heading, one of counts `số dự
/// án`.
fn line(folded: &str, heading: Option<&str>, unit: &str) -> Option<Line> {
    let starred = |text: &str| text.ends_with('*');
    let money = header_unit(unit).is_money();
    let what = if money { "vốn" } else { "số dự án" };
    let scope = words::scope(folded);
    let trade = words::measure(folded)
        .filter(|measure| [measures::EXPORTS, measures::IMPORTS].contains(measure));
    let measure = match trade {
        Some(_) if !money => return None,
        Some(ref trade) => trade.clone(),
        None => words::measure(&format!("{what} {folded}"))?,
    };
    let is_money = measure.unit() == MeasureUnit::Money;
    let is_registered = trade.is_none() && measure != measures::FDI_IMPLEMENTED;
    Some(Line {
        measure: measure.clone(),
        sector: trade.as_ref().map(|_| FDI_SECTOR.to_owned()),
        scope: scope.filter(|_| trade.is_some()).map(str::to_owned),
        cut: starred(folded) || is_registered && heading.is_some_and(starred),
    })
    .filter(|_| is_money == money && is_of_agency(&measure, unit))
}

/// Whether a measure in a unit is one of the agency's: foreign investment, in
/// its own nouns where it is counted, or trade. `Dân số` in `nghìn người` is
/// neither, whatever heading it is under.
fn is_of_agency(measure: &Measure, unit: &str) -> bool {
    let unit = fold(unit);
    let is_noun = |noun: &str| unit.starts_with(&fold(noun));
    let is_fdi = measure.capital_kind() == Some(CapitalKind::FDI);
    let is_trade = [measures::EXPORTS, measures::IMPORTS].contains(measure);
    let is_money = measure.unit() == MeasureUnit::Money;
    (is_fdi || is_trade) && (is_money || measure.definition().nouns().any(is_noun))
}

/// Whether more rows of a report are the agency's than not: a province reports
/// exports and foreign capital among other things, and those exports are all.
fn is_quick_report(body: &[Named<'_>], units: u32) -> bool {
    let mut balance = 0_i32;
    for Named { row, folded, .. } in body {
        let unit = row.cell(units).and_then(Value::as_text).map(str::trim);
        if let Some(unit) = unit.filter(|unit| !unit.is_empty()) {
            let is_known = line(folded, None, unit).is_some();
            balance = balance.saturating_add(if is_known { 1 } else { -1 });
        }
    }
    balance > 0
}

/// The day of the month up to which starred rows count, from the footnote
/// `*Số liệu tính từ 1/1 đến ngày 20 tháng báo cáo`.
fn cut_off_day(page: &mut Page<'_>) -> Option<u32> {
    let (position, day) = page.sheet.cells().find_map(|(position, value)| {
        let folded = fold(value.as_text()?);
        if !folded.starts_with('*') {
            return None;
        }
        let rest = folded.split_once("den ngay ")?.1;
        let day: u32 = rest.split(' ').next()?.parse().ok()?;
        ((1..=31).contains(&day) && rest.contains("thang bao cao")).then_some((position, day))
    })?;
    page.take(position);
    Some(day)
}

/// What is reported on before it is over is an estimate.
pub(super) fn estimate(indicators: &mut [Indicator], published: NaiveDate) {
    for indicator in indicators {
        if indicator.time.last_day() > Some(published) {
            indicator.standing.status = Status::Estimated;
        }
    }
}

/// The sentence of the stock: `Luỹ kế đến 20/12/2023:` and beside it `144 quốc
/// gia, vùng lãnh thổ … với 39,140 dự án, tổng vốn đăng ký 468,9 tỷ USD`.
///
/// A sentence of another year than the report's is an old one, left standing.
pub(super) fn sentences(page: &mut Page<'_>, report_day: Option<NaiveDate>, claims: &mut Claims) {
    use chrono::Datelike;
    for row in page.sheet.rows() {
        let mut date = None;
        for (column, value) in row.cells() {
            let position = Position::new(row.index(), column);
            let Some(text) = value.as_text() else {
                continue;
            };
            if page.is_taken(position) {
                continue;
            }
            let folded = fold(text);
            if folded.starts_with("luy ke") || folded.starts_with("tinh den") {
                date = dates_in(&folded).last().copied().filter(|date| {
                    report_day
                        .is_none_or(|day| date.known_year().map(i32::from) == Some(day.year()))
                });
                if date.is_some() {
                    page.take(position);
                }
            }
            let Some(date) = date else {
                continue;
            };
            if folded.contains("quoc gia") || folded.contains("du an") {
                let cell = page.sheet.reference(position);
                sentence(&cell, text, as_of(date), claims);
                page.take(position);
            }
        }
    }
}

fn sentence(cell: &CellRef, text: &str, time: Time, claims: &mut Claims) {
    for found in tinh_figures::find_iter(text) {
        let figure = found.figure();
        let noun = found.noun().map(fold).unwrap_or_default();
        let after = text.get(found.end()..).map(fold).unwrap_or_default();
        let measure = match figure.kind() {
            Kind::Money => measures::FDI_REGISTERED,
            Kind::Number if noun == "du an" || after.starts_with("du an") => measures::FDI_PROJECTS,
            Kind::Number if noun.starts_with("quoc gia") || after.starts_with("quoc gia") => {
                measures::INVESTOR_COUNTRIES
            }
            _ => continue,
        };
        let Some(value) = figure.value() else {
            continue;
        };
        let Ok(mut printed) = found.as_str().parse::<PrintedFigure>() else {
            continue;
        };
        // `39,140 dự án`: projects are whole, which the digits alone do not tell.
        if figure.kind() == Kind::Number && printed.value() != Some(value) {
            printed = PrintedFigure::plain_number(&value.to_string(), value);
        }
        // Three figures stand in one cell: the claims are told apart by what
        // they measure. They round the tables, which is no conflict.
        claims.rounded(cell, measure, time, printed);
    }
}
