//! Columns of money without a unit, beside the same figures with one.

use rust_decimal::Decimal;

use super::Layout;
use crate::cell::{Position, letters};
use crate::messages;
use crate::note::NoteKind;
use crate::page::Page;
use crate::table::{Column, Table};
use crate::unit::ColumnUnit;

/// Settles the guessed units of a table: by a column of the same measure and
/// time whose header names one, where there is any.
pub(super) fn settle(page: &mut Page<'_>, layout: &Layout, table: &mut Table) {
    let mut dropped = Vec::new();
    for at in 0..table.columns.len() {
        if !layout.guessed.get(at).copied().unwrap_or_default() {
            continue;
        }
        let Some(column) = table.columns.get(at).cloned() else {
            continue;
        };
        let header = Position::new(table.header_row, column.index);
        let sister = (0..table.columns.len()).find(|&other| {
            !layout.guessed.get(other).copied().unwrap_or_default()
                && table.columns.get(other).is_some_and(|other| {
                    other.measure == column.measure
                        && other.time == column.time
                        && other.unit.is_money()
                })
        });
        let Some(sister) = sister else {
            if layout.common_unit.is_none() {
                page.note(NoteKind::UnknownColumn, header, messages::NO_UNIT);
                dropped.push(at);
                continue;
            }
            page.note(
                NoteKind::UnitInferred,
                header,
                messages::UNIT_BESIDE.filled(&[&column.unit]),
            );
            continue;
        };
        let Some(known) = table.columns.get(sister).cloned() else {
            continue;
        };
        match common_ratio(table, at, sister).and_then(|ratio| scaled(&known, ratio)) {
            Some(unit) => {
                page.note(
                    NoteKind::UnitInferred,
                    header,
                    messages::UNIT_BY_FIGURES.filled(&[&unit, &letters(known.index)]),
                );
                if let Some(column) = table.columns.get_mut(at) {
                    column.unit = unit;
                }
            }
            None => {
                page.note(
                    NoteKind::UnknownColumn,
                    header,
                    messages::NO_UNIT_AGAINST.filled(&[&letters(known.index)]),
                );
                dropped.push(at);
            }
        }
    }
    for at in dropped.into_iter().rev() {
        table.columns.remove(at);
        for row in &mut table.rows {
            if at < row.figures.len() {
                row.figures.remove(at);
            }
        }
    }
}

/// How many times the figures of a column those of another are: a power of
/// ten that nine rows of ten agree on.
fn common_ratio(table: &Table, column: usize, sister: usize) -> Option<Decimal> {
    let mut agree = 0_usize;
    let mut all = 0_usize;
    let mut common: Option<Decimal> = None;
    for row in &table.rows {
        let (Some(own), Some(other)) = (row.number(column), row.number(sister)) else {
            continue;
        };
        let Some(ratio) = own.checked_div(other) else {
            continue;
        };
        if own.is_zero() {
            continue;
        }
        all += 1;
        let power = power_of_ten(ratio.abs());
        common = common.or(power);
        agree += usize::from(power.is_some() && power == common);
    }
    common.filter(|_| agree.saturating_mul(10) >= all.saturating_mul(9))
}

/// The power of ten a ratio is, as far as rounded figures can tell.
fn power_of_ten(ratio: Decimal) -> Option<Decimal> {
    let mut power = Decimal::new(1, 12);
    for _ in 0..=24 {
        let near = ratio.checked_div(power)?;
        if (near - Decimal::ONE).abs() < Decimal::new(1, 2) {
            return Some(power);
        }
        power = power.checked_mul(Decimal::TEN)?;
    }
    None
}

fn scaled(known: &Column, ratio: Decimal) -> Option<ColumnUnit> {
    match known.unit {
        ColumnUnit::Money { multiple, currency } => Some(ColumnUnit::Money {
            multiple: multiple.checked_div(ratio)?.normalize(),
            currency,
        }),
        _ => None,
    }
}
