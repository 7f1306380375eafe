//! Totals and regions against their parts.

use std::collections::HashSet;

use rust_decimal::Decimal;
use tinh_model::{Expression, Place};

use super::tolerance::{decimals, number, tolerance};
use super::{Audit, AuditCheck, AuditFinding, Cause};
use crate::cell::CellRef;
use crate::fold::fold;
use crate::table::{Breakdown, Column, RowSubject, Table, TableRow};
use crate::words;

/// A column of a table being added up.
struct Sums<'a> {
    table: &'a Table,
    column: &'a Column,
    index: usize,
    decimals: u32,
    /// The sum of all figures of the column, signs left out.
    size: Decimal,
    unread: &'a HashSet<&'a CellRef>,
}

/// A region with the rows below it; rows that belong to none.
type Group<'t> = (Option<&'t TableRow>, Vec<&'t TableRow>);

pub(super) fn check(audit: &mut Audit, table: &Table, unread: &HashSet<&CellRef>) {
    if table.rows.iter().any(|row| row.also.is_some()) {
        return;
    }
    let groups = groups(table);
    for (index, column) in table.columns.iter().enumerate() {
        if column.measure.expression() != Expression::Level || !column.measure.is_additive() {
            continue;
        }
        let size = table
            .rows
            .iter()
            .filter_map(|row| number(table, row, index))
            .try_fold(Decimal::ZERO, |sum, n| sum.checked_add(n.abs()));
        let Some(size) = size else {
            audit.skipped += 1;
            continue;
        };
        let sums = Sums {
            table,
            column,
            index,
            decimals: decimals(table, index),
            size,
            unread,
        };
        sums.check(audit, &groups);
    }
}

/// Regions with the rows below them; a region without any is a part itself,
/// like a row that belongs to none. Groups of partners are no parts, unless
/// there is nothing else.
fn groups(table: &Table) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = vec![(None, Vec::new())];
    for row in &table.rows {
        match &row.subject {
            RowSubject::Total | RowSubject::Group(_) => {}
            RowSubject::Region(_) => groups.push((Some(row), Vec::new())),
            RowSubject::Place(Place::Offshore) => {
                // Oil and gas at sea closes the list of regions, or is the only
                // member of one of its name.
                match groups.last_mut() {
                    Some((Some(region), rows))
                        if rows.is_empty() && fold(&region.label) == fold(&row.label) =>
                    {
                        rows.push(row);
                        groups.push((None, Vec::new()));
                    }
                    _ => groups.push((None, vec![row])),
                }
            }
            _ => {
                if let Some((_, rows)) = groups.last_mut() {
                    rows.push(row);
                }
            }
        }
    }
    if groups
        .iter()
        .all(|(region, rows)| region.is_none() && rows.is_empty())
    {
        let blocs = table
            .rows
            .iter()
            .filter(|row| matches!(row.subject, RowSubject::Group(_)));
        groups.push((None, blocs.collect()));
    }
    groups
}

impl Sums<'_> {
    fn check(&self, audit: &mut Audit, groups: &[Group<'_>]) {
        let mut leaves = Vec::new();
        for (region, rows) in groups {
            match region {
                Some(region) if rows.is_empty() => leaves.push(*region),
                Some(region) => {
                    leaves.extend(rows);
                    let check = |parts| AuditCheck::Region { parts };
                    let finding = self.sum(audit, region, rows, &[region], check);
                    self.push(audit, finding);
                }
                None => leaves.extend(rows),
            }
        }
        let Some(total) = self.table.total() else {
            return;
        };
        if leaves.is_empty() {
            return;
        }
        let regions: Vec<&TableRow> = groups
            .iter()
            .filter_map(|(region, _)| *region)
            .chain([total])
            .collect();
        let check = |parts| AuditCheck::Total { parts };
        let finding = self.sum(audit, total, &leaves, &regions, check);
        self.push(audit, finding);
    }

    /// Keeps a finding, unless its parts are a selection that falls short.
    fn push(&self, audit: &mut Audit, finding: Option<AuditFinding>) {
        let Some(finding) = finding else {
            return;
        };
        let falls_short = finding
            .difference()
            .is_some_and(|difference| difference.is_sign_positive());
        if falls_short && finding.causes.is_empty() && is_selection(self.table, &finding) {
            audit.skipped += 1;
            audit.checked = audit.checked.saturating_sub(1);
        } else {
            audit.findings.push(finding);
        }
    }

    /// One printed sum against its parts; `counts`: the rows in whose counts
    /// an explanation is looked for.
    fn sum(
        &self,
        audit: &mut Audit,
        whole: &TableRow,
        parts: &[&TableRow],
        counts: &[&TableRow],
        check: impl FnOnce(usize) -> AuditCheck,
    ) -> Option<AuditFinding> {
        let cell = self.table.cell(whole, self.index)?;
        let printed = number(self.table, whole, self.index)?;
        let is_blind = parts.iter().any(|row| {
            let is_foreign =
                row.number(self.index).is_some() && number(self.table, row, self.index).is_none();
            let cell = self.table.cell(row, self.index);
            is_foreign || cell.is_some_and(|cell| self.unread.contains(&cell))
        });
        if is_blind {
            audit.skipped += 1;
            return None;
        }
        let figures: Vec<(&TableRow, Decimal)> = parts
            .iter()
            .filter_map(|row| Some((*row, number(self.table, row, self.index)?)))
            .collect();
        // A column that only its total fills (a share of 100) has no parts.
        if figures.is_empty() {
            return None;
        }
        let mut expected = Decimal::ZERO;
        let mut size = printed.abs();
        for (_, number) in &figures {
            expected = expected.checked_add(*number)?;
            size = size.checked_add(number.abs())?;
        }
        audit.checked += 1;
        let difference = printed.checked_sub(expected)?;
        if difference.abs() <= self.tolerance(figures.len(), size)? {
            return None;
        }
        Some(AuditFinding {
            check: check(figures.len()),
            cell,
            label: whole.label.clone(),
            header: self.column.header.clone(),
            printed,
            expected,
            unit: self.column.unit,
            causes: self.causes(difference, &figures, counts),
            carried: Vec::new(),
        })
    }

    /// What would account for a difference to the last digit.
    fn causes(
        &self,
        difference: Decimal,
        figures: &[(&TableRow, Decimal)],
        counts: &[&TableRow],
    ) -> Vec<Cause> {
        let mut causes = Vec::new();
        let counted = self
            .table
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| self.column.unit.is_money() && column.unit.is_count());
        for (index, _) in counted {
            for row in counts {
                if let Some(count) = row.number(index)
                    && !count.is_zero()
                    && self.is_close(difference, count, figures.len())
                    && let Some(cell) = self.table.cell(row, index)
                {
                    let label = row.label.clone();
                    causes.push(Cause::CountAdded { cell, label });
                }
            }
        }
        for (row, number) in figures {
            let Some(cell) = self.table.cell(row, self.index) else {
                continue;
            };
            let label = row.label.clone();
            let close = |other: Option<Decimal>| {
                other.is_some_and(|other| {
                    !other.is_zero() && self.is_close(difference, other, figures.len())
                })
            };
            if close(Some(*number)) {
                causes.push(Cause::Twice { cell, label });
            } else if close(Some(-*number)) {
                causes.push(Cause::LeftOut { cell, label });
            } else if close(number.checked_mul(Decimal::NEGATIVE_ONE + Decimal::NEGATIVE_ONE)) {
                causes.push(Cause::SignLost { cell, label });
            }
        }
        causes.truncate(3);
        causes
    }

    fn tolerance(&self, parts: usize, size: Decimal) -> Option<Decimal> {
        let is_whole = self.column.unit.is_count() && self.column.unit.multiple() == Decimal::ONE;
        if is_whole {
            return Some(Decimal::ZERO);
        }
        tolerance(parts, size, self.decimals)
    }

    /// Whether a difference is what an explanation says, as far as the binary
    /// sums of the column let one tell.
    fn is_close(&self, a: Decimal, b: Decimal, parts: usize) -> bool {
        match (a.checked_sub(b), self.tolerance(parts, self.size)) {
            (Some(difference), Some(tolerance)) => difference.abs() <= tolerance,
            _ => false,
        }
    }
}

/// Whether the rows are a selection: the title says so, or places or partners
/// are missing to a tenth of the total and nothing explains it.
fn is_selection(table: &Table, finding: &AuditFinding) -> bool {
    let is_list = matches!(
        table.breakdown,
        Breakdown::Province | Breakdown::Region | Breakdown::Partner
    );
    let is_far = finding
        .difference()
        .and_then(|difference| difference.checked_mul(Decimal::TEN))
        .is_some_and(|difference| difference.abs() > finding.printed.abs());
    words::is_selection(&table.title) || is_list && is_far
}
