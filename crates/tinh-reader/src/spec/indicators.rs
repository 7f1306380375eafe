//! Tables with an indicator a row: its unit beside it, and a plan, a result and
//! their ratio side by side.

use tinh_model::time::{AsOf, Time};
use tinh_model::{Expression, Measure, MeasureUnit, Nature, Place};

use super::TableSpec;
use super::place::end_of;
use crate::cell::{Position, Value};
use crate::fold::fold;
use crate::messages;
use crate::note::NoteKind;
use crate::numbers::{self, Reading as Read};
use crate::page::{Page, one_line};
use crate::reading::Indicator;
use crate::sheet::SheetRow;
use crate::unit::ColumnUnit;
use crate::words::{self, Stated};

/// Where the indicators of a table stand, and whom they are about.
pub(super) struct Report {
    /// The column of their names.
    pub(super) names: u32,
    /// The column of their units.
    pub(super) units: Option<u32>,
    /// The unit of all, above the table.
    pub(super) unit: Option<ColumnUnit>,
    pub(super) place: Place,
    pub(super) slots: Vec<Slot>,
}

/// A column of figures; what they measure and in which unit is told by the rows.
pub(super) struct Slot {
    pub(super) index: u32,
    pub(super) time: Time,
    pub(super) stated: Stated,
}

/// What a row is about.
struct Line {
    label: String,
    measure: Measure,
    unit: ColumnUnit,
    scope: Option<String>,
}

/// Reads the rows of a table.
pub(super) fn read(
    spec: &TableSpec,
    page: &mut Page<'_>,
    report: &Report,
    body: &[SheetRow],
) -> Vec<Indicator> {
    let mut found: Vec<Indicator> = Vec::new();
    // The wholes so far: a measure has one, and the parts below it are its own.
    let mut wholes: Vec<Line> = Vec::new();
    for row in body {
        let has_figures = report
            .slots
            .iter()
            .any(|slot| row.cell(slot.index).is_some_and(|value| !value.is_blank()));
        // A heading, a number of columns, a signature.
        if !has_figures || crate::layout::is_numbering(row) {
            continue;
        }
        let Some(line) = line(spec, page, report, row, &wholes) else {
            continue;
        };
        for slot in &report.slots {
            found.extend(figure(page, report, &line, slot, row));
        }
        if line.scope.is_none() {
            wholes.push(line);
        }
    }
    found
}

/// What a row is about, or a note on why nobody knows.
fn line(
    spec: &TableSpec,
    page: &mut Page<'_>,
    report: &Report,
    row: &SheetRow,
    wholes: &[Line],
) -> Option<Line> {
    let at = Position::new(row.index(), report.names);
    let Some(label) = row.cell(report.names).and_then(Value::as_text) else {
        page.note(NoteKind::UnknownName, at, messages::NO_NAME);
        return None;
    };
    let label = one_line(label);
    let said = spec.indicators.iter();
    let said = said.map(|(name, measure)| (fold(name), measure));
    let folded = fold(&label);
    let said = said
        .filter(|(name, _)| *name == folded)
        .map(|(_, measure)| measure.clone())
        .next();
    let is_part = words::is_within(&folded) || label.starts_with(['-', '+', '–', '•']);
    let above = wholes.last();
    let known = said.clone().or_else(|| words::measure(&label));
    let known = known.or_else(|| above.filter(|_| is_part).map(|line| line.measure.clone()));
    let Some(measure) = known else {
        page.note(NoteKind::UnknownName, at, messages::INDICATOR_UNKNOWN);
        return None;
    };
    let text = report.units.and_then(|units| row.cell(units)?.as_text());
    let unit = text
        .and_then(|text| ColumnUnit::parse(text).or_else(|| words::unit_alone(text)))
        .or_else(|| words::unit(&label));
    let Some((measure, unit)) = measured(measure, unit, text, report.unit, &folded) else {
        page.note(NoteKind::UnknownName, at, messages::INDICATOR_UNIT);
        return None;
    };
    let scope = words::scope(&folded).map(str::to_owned);
    let part = || {
        label
            .trim_start_matches(['-', '+', '–', '•', ' '])
            .to_owned()
    };
    let scope = scope.or_else(|| is_part.then(part));
    // `Thu nội địa` below `Thu ngân sách`: which of them is the whole is not
    // told by their words.
    let is_twice = wholes.iter().any(|line| line.measure == measure) && said.is_none();
    if scope.is_none() && is_twice {
        page.note(NoteKind::UnknownName, at, messages::INDICATOR_TWICE);
        return None;
    }
    Some(Line {
        label,
        measure,
        unit,
        scope,
    })
}

/// The measure of a row in its unit: growth where the words say so and the unit
/// is a percentage; `None` where the two do not go together.
fn measured(
    measure: Measure,
    unit: Option<ColumnUnit>,
    text: Option<&str>,
    above: Option<ColumnUnit>,
    folded: &str,
) -> Option<(Measure, ColumnUnit)> {
    let is_ratio = |unit: ColumnUnit| matches!(unit, ColumnUnit::Percent | ColumnUnit::Times);
    let is_rate = measure.expression() != Expression::Level || measure.unit() == MeasureUnit::Ratio;
    match unit {
        Some(unit) if is_ratio(unit) && is_rate => Some((measure, unit)),
        Some(unit) if is_ratio(unit) => {
            words::is_growth(folded).then(|| (measure.stated_as(Expression::Growth), unit))
        }
        _ if is_rate => Some((measure, unit.unwrap_or(ColumnUnit::Plain))),
        unit => match measure.unit() {
            MeasureUnit::Money => {
                let above = above.filter(|_| text.is_none());
                let unit = unit.filter(|unit| unit.is_money()).or(above)?;
                unit.is_money().then_some((measure, unit))
            }
            // `Dự án`, `DN`, `Nghìn người`.
            _ if unit.is_some_and(ColumnUnit::is_money) => None,
            MeasureUnit::Count => Some((
                measure,
                unit.filter(|u| u.is_count()).unwrap_or(ColumnUnit::COUNT),
            )),
            _ => Some((measure, unit.unwrap_or(ColumnUnit::Plain))),
        },
    }
}

/// The figure of a row in a column.
fn figure(
    page: &mut Page<'_>,
    report: &Report,
    line: &Line,
    slot: &Slot,
    row: &SheetRow,
) -> Option<Indicator> {
    let position = Position::new(row.index(), slot.index);
    let value = row.cell(slot.index)?;
    page.take(position);
    let (measure, unit, standing, base) = match slot.stated {
        Stated::Level(standing) => (line.measure.clone(), line.unit, standing, None),
        // A rate of a rate says nothing that can be kept.
        Stated::Ratio(..) if line.measure.expression() != Expression::Level => return None,
        Stated::Ratio(expression, base) => {
            let is_times = expression == Expression::Multiple && !numbers::is_percentage(value);
            let (unit, expression) = match is_times {
                true => (ColumnUnit::Times, expression),
                false if expression == Expression::Multiple => {
                    (ColumnUnit::Percent, Expression::Ratio)
                }
                false => (ColumnUnit::Percent, expression),
            };
            let measure = line.measure.stated_as(expression);
            (measure, unit, words::Standing::PLAIN, base)
        }
    };
    let number = match page.number(position, value, unit, &messages::AMBIGUOUS_SAY)? {
        Read::Number(number) => number,
        _ => {
            page.note(NoteKind::NotAFigure, position, messages::EXPECTED_NUMBER);
            return None;
        }
    };
    let time = match (slot.time, measure.nature()) {
        // A stock of a period is of its end.
        (Time::During(period), Nature::Stock) => Time::AsOf(AsOf::printed(end_of(period)?)),
        (time, _) => time,
    };
    Some(Indicator {
        cell: page.sheet.reference(position),
        label: line.label.clone(),
        measure,
        unit,
        number,
        time,
        place: report.place,
        sector: None,
        scope: line.scope.clone(),
        standing,
        base,
    })
}
