//! Rows that sum others up: `Khác` above the countries it contains.

use rust_decimal::Decimal;
use tinh_model::Expression;

use crate::cell::Position;
use crate::fold::fold;
use crate::messages;
use crate::note::NoteKind;
use crate::page::Page;
use crate::table::{RowSubject, Table};
use crate::words;

/// Marks the rest of a table as a group where its parts are listed as well:
/// where the members give the total without it, and not with it.
pub(crate) fn mark(page: &mut Page<'_>, table: &mut Table) {
    let is_rest = |subject: &RowSubject, label: &str| {
        let is_member = !matches!(
            subject,
            RowSubject::Total | RowSubject::Group(_) | RowSubject::Region(_)
        );
        is_member && words::may_be_others(label) && words::is_others(&fold(label))
    };
    let rests: Vec<usize> = (0..table.rows.len())
        .filter(|&at| {
            let row = table.rows.get(at);
            row.is_some_and(|row| is_rest(&row.subject, &row.label))
        })
        .collect();
    let Some(total) = table.total().cloned().filter(|_| !rests.is_empty()) else {
        return;
    };
    let mut sums: Vec<Option<Decimal>> = (0..table.columns.len())
        .map(|column| {
            let is_level = table.columns.get(column)?.measure.expression() == Expression::Level;
            let mut members = table.rows.iter().filter(|row| {
                row.also.is_none()
                    && !matches!(row.subject, RowSubject::Total | RowSubject::Group(_))
            });
            members
                .try_fold(Decimal::ZERO, |sum, row| {
                    sum.checked_add(row.number(column).unwrap_or_default())
                })
                .filter(|_| is_level)
        })
        .collect();
    for at in rests {
        let Some(row) = table.rows.get_mut(at) else {
            continue;
        };
        let numbers: Vec<Option<Decimal>> =
            (0..sums.len()).map(|column| row.number(column)).collect();
        let mut votes = (0_usize, 0_usize);
        for ((sum, number), column) in sums.iter().zip(&numbers).zip(0..) {
            let (Some(sum), Some(number), Some(total)) = (sum, number, total.number(column)) else {
                continue;
            };
            let near = |sum: Option<Decimal>| {
                let off = sum.and_then(|sum| sum.checked_sub(total)).map(|d| d.abs());
                off.is_some_and(|off| off < number.abs() / Decimal::TEN)
            };
            votes.0 += usize::from(near(Some(*sum)));
            votes.1 += usize::from(near(sum.checked_sub(*number)));
        }
        if votes.1 <= votes.0 {
            continue;
        }
        for (sum, number) in sums.iter_mut().zip(numbers) {
            *sum = sum.and_then(|sum| sum.checked_sub(number.unwrap_or_default()));
        }
        row.subject = RowSubject::Group(row.label.clone());
        let column = table.columns.first().map_or(0, |column| column.index);
        page.note(
            NoteKind::Aggregate,
            Position::new(row.index, column),
            messages::AGGREGATE,
        );
    }
}
