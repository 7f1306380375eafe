//! Checks between the figures of one row.

use std::collections::HashMap;

use rust_decimal::Decimal;
use tinh_model::{Expression, Measure, measures};

use super::tolerance::{decimals, half_of, number, tolerance, within};
use super::{Audit, AuditCheck, AuditFinding, Cause};
use crate::table::{Series, Table, TableRow};
use crate::unit::ColumnUnit;
use crate::words;

pub(super) fn check(audit: &mut Audit, table: &Table) {
    components(audit, table);
    ratios(audit, table);
    twins(audit, table);
}

/// The number of a column in another unit of the same kind.
fn in_unit(table: &Table, row: &TableRow, column: usize, unit: ColumnUnit) -> Option<Decimal> {
    let own = table.columns.get(column)?.unit;
    let number = number(table, row, column)?;
    if own == unit {
        return Some(number);
    }
    if !own.is_like(unit) {
        return None;
    }
    let value = number.checked_mul(own.multiple())?;
    value.checked_div(unit.multiple())
}

/// The finest decimals of a column, in another unit.
fn decimals_in(table: &Table, column: usize, unit: ColumnUnit) -> u32 {
    let own = table.columns.get(column).map_or(unit, |column| column.unit);
    let decimals = decimals(table, column);
    let mut scale = own
        .multiple()
        .checked_div(unit.multiple())
        .unwrap_or(Decimal::ONE);
    let mut shifted = decimals;
    // `USD` seen as `triệu USD` has six decimals more.
    while scale < Decimal::ONE && shifted < 28 {
        scale *= Decimal::TEN;
        shifted += 1;
    }
    while scale > Decimal::ONE && shifted > 0 {
        scale /= Decimal::TEN;
        shifted -= 1;
    }
    shifted
}

fn finding(
    table: &Table,
    row: &TableRow,
    column: usize,
    check: AuditCheck,
    printed: Decimal,
    expected: Decimal,
) -> Option<AuditFinding> {
    let of = table.columns.get(column)?;
    Some(AuditFinding {
        check,
        cell: table.cell(row, column)?,
        label: row.label.clone(),
        header: of.header.clone(),
        printed,
        expected,
        unit: of.unit,
        causes: Vec::new(),
        carried: Vec::new(),
    })
}

/// new + adjusted + purchased = whole, in every row, for every column of the
/// whole; up to 2015 new + adjusted, where the header of the whole says so.
fn components(audit: &mut Audit, table: &Table) {
    let wholes: Vec<usize> = columns_of(table, &measures::FDI_REGISTERED).collect();
    for whole in wholes {
        let Some(column) = table.columns.get(whole) else {
            continue;
        };
        // A part in the same unit before one in another.
        let find = |measure: &Measure| {
            let is_same =
                |&at: &usize| table.columns.get(at).is_some_and(|c| c.unit == column.unit);
            let is_like = |&at: &usize| {
                table
                    .columns
                    .get(at)
                    .is_some_and(|c| c.unit.is_like(column.unit))
            };
            let mut columns = columns_of(table, measure).filter(is_like);
            columns_of(table, measure)
                .find(is_same)
                .or_else(|| columns.next())
        };
        let (Some(new), Some(adjusted)) = (
            find(&measures::FDI_REGISTERED_NEW),
            find(&measures::FDI_REGISTERED_ADJUSTED),
        ) else {
            continue;
        };
        let parts = match find(&measures::FDI_SHARE_PURCHASE) {
            Some(shares) => vec![new, adjusted, shares],
            None if words::is_both_parts(&column.header) => vec![new, adjusted],
            None => continue,
        };
        component_rows(audit, table, whole, &parts);
    }
}

/// The columns of a measure at the time of the table.
fn columns_of<'t>(table: &'t Table, measure: &'t Measure) -> impl Iterator<Item = usize> + 't {
    let columns = table.columns.iter().enumerate();
    columns
        .filter(move |(_, column)| column.is_of(measure) && column.time == table.time)
        .map(|(at, _)| at)
}

fn component_rows(audit: &mut Audit, table: &Table, whole: usize, parts: &[usize]) {
    let Some(unit) = table.columns.get(whole).map(|column| column.unit) else {
        return;
    };
    let places = parts
        .iter()
        .chain([&whole])
        .map(|&column| decimals_in(table, column, unit))
        .max()
        .unwrap_or(0);
    for row in &table.rows {
        let Some(printed) = number(table, row, whole) else {
            continue;
        };
        // A missing part is nothing; a row without any part says nothing.
        let numbers: Vec<Decimal> = parts
            .iter()
            .filter_map(|&column| in_unit(table, row, column, unit))
            .collect();
        if numbers.is_empty() {
            continue;
        }
        let sum = numbers
            .iter()
            .try_fold(Decimal::ZERO, |sum, n| sum.checked_add(*n));
        let size = numbers
            .iter()
            .try_fold(printed.abs(), |sum, n| sum.checked_add(n.abs()));
        let (Some(expected), Some(size)) = (sum, size) else {
            continue;
        };
        audit.checked += 1;
        let Some(difference) = printed.checked_sub(expected) else {
            continue;
        };
        if within(difference, parts.len(), size, places) {
            continue;
        }
        let Some(mut finding) =
            finding(table, row, whole, AuditCheck::Components, printed, expected)
        else {
            continue;
        };
        let counts = table.columns.iter().enumerate();
        finding.causes = counts
            .filter(|(_, column)| column.unit.is_count())
            .filter(|(index, _)| {
                row.number(*index).is_some_and(|count| {
                    // Added to a part, a count makes the whole too small.
                    !count.is_zero()
                        && (within(difference + count, 3, size, places)
                            || within(difference - count, 3, size, places))
                })
            })
            .filter_map(|(index, _)| {
                Some(Cause::CountAdded {
                    cell: table.cell(row, index)?,
                    label: row.label.clone(),
                })
            })
            .take(3)
            .collect();
        audit.findings.push(finding);
    }
}

/// A ratio against its levels, where both are in the row.
fn ratios(audit: &mut Audit, table: &Table) {
    for (index, column) in table.columns.iter().enumerate() {
        let scale = match column.unit {
            ColumnUnit::Percent => Decimal::ONE_HUNDRED,
            ColumnUnit::Times => Decimal::ONE,
            _ => continue,
        };
        if !matches!(
            column.measure.expression(),
            Expression::Ratio | Expression::Multiple
        ) {
            continue;
        }
        let level = column.measure.stated_as(Expression::Level);
        let find = |current: bool| {
            table
                .columns
                .iter()
                .position(|other| other.is_of(&level) && (other.time == column.time) == current)
        };
        let (Some(now), Some(before)) = (find(true), find(false)) else {
            continue;
        };
        let Some(unit) = table.columns.get(now).map(|column| column.unit) else {
            continue;
        };
        let places = decimals(table, index);
        for row in &table.rows {
            let (Some(printed), Some(now), Some(before)) = (
                number(table, row, index),
                in_unit(table, row, now, unit),
                in_unit(table, row, before, unit),
            ) else {
                continue;
            };
            let Some(expected) = now
                .checked_div(before)
                .and_then(|ratio| ratio.checked_mul(scale))
            else {
                continue;
            };
            audit.checked += 1;
            let Some(difference) = printed.checked_sub(expected) else {
                continue;
            };
            // Division by a small base magnifies what binary lost.
            let size = expected.abs().max(printed.abs());
            if within(difference, 16, size, places) {
                continue;
            }
            audit.findings.extend(finding(
                table,
                row,
                index,
                AuditCheck::Ratio,
                printed,
                expected,
            ));
        }
    }
}

/// One amount in two columns, of different units or of one.
fn twins(audit: &mut Audit, table: &Table) {
    let mut first: HashMap<Series, usize> = HashMap::new();
    for (index, column) in table.columns.iter().enumerate() {
        if !column.unit.is_money() {
            continue;
        }
        let twin = *first.entry(column.series()).or_insert(index);
        let other = table.columns.get(twin).map(|other| other.unit);
        if twin == index || !other.is_some_and(|other| other.is_like(column.unit)) {
            continue;
        }
        let (own, other) = (
            decimals(table, index),
            decimals_in(table, twin, column.unit),
        );
        for row in &table.rows {
            let (Some(printed), Some(expected)) = (
                number(table, row, index),
                in_unit(table, row, twin, column.unit),
            ) else {
                continue;
            };
            audit.checked += 1;
            let Some(difference) = printed.checked_sub(expected) else {
                continue;
            };
            let rounded = half_of(own).checked_add(half_of(other)).unwrap_or_default();
            let size = printed.abs().max(expected.abs());
            let allowed = tolerance(0, size, 28).unwrap_or_default().max(rounded);
            if difference.abs() <= allowed {
                continue;
            }
            let Some(cell) = table.cell(row, twin) else {
                continue;
            };
            let check = AuditCheck::OtherUnit { other: cell };
            let mut found = finding(table, row, index, check, printed, expected);
            if let Some(found) = &mut found
                && printed
                    .checked_add(expected)
                    .is_some_and(|sum| sum.abs() <= allowed)
            {
                found.causes.push(Cause::SignLost {
                    cell: found.cell.clone(),
                    label: row.label.clone(),
                });
            }
            audit.findings.extend(found);
        }
    }
}
