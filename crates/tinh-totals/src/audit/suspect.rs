//! What a difference looks like.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{AuditTable, Check, ColumnKind, Finding, Suspicion};

/// A number with where it is printed: line and column.
type Printed = BTreeMap<Decimal, (usize, usize)>;

/// Looks for the differences among the numbers the table prints. Each number
/// is looked up in order, so that a table of many lines stays quick.
pub(super) fn explain(table: &AuditTable, findings: &mut [Finding]) {
    if findings.iter().all(Finding::holds) {
        return;
    }
    let mut counts = Printed::new();
    for (column, heading) in table.columns.iter().enumerate() {
        if heading.kind == ColumnKind::Count {
            for ((_, line), value) in table.column_cells(column) {
                if !value.is_zero() {
                    // The line nearest the total is the one to name.
                    counts.entry(value.normalize()).or_insert((line, column));
                }
            }
        }
    }
    let mut money: BTreeMap<usize, Printed> = BTreeMap::new();
    for (column, heading) in table.columns.iter().enumerate() {
        if heading.kind == ColumnKind::Money {
            let cells = money.entry(column).or_default();
            for ((_, line), value) in table.column_cells(column) {
                let leaf = table.lines.get(line).is_some_and(|l| l.parts.is_empty());
                if leaf && !value.is_zero() {
                    cells
                        .entry(value.abs().normalize())
                        .or_insert((line, column));
                }
            }
        }
    }
    // A difference that a line explains by its own counts explains the same
    // difference elsewhere: the total that line is part of.
    let mut explained = Printed::new();
    for finding in findings.iter().filter(|finding| !finding.holds()) {
        let own = own_counts(table, finding.check());
        let found = finding
            .difference()
            .and_then(|d| near(&own, d.abs(), finding.tolerance()));
        if let Some((count, at)) = found {
            explained.entry(count).or_insert(at);
        }
    }
    for finding in findings.iter_mut().filter(|finding| !finding.holds()) {
        let Some(difference) = finding.difference() else {
            continue;
        };
        let Some(column) = table
            .columns
            .iter()
            .position(|column| column.name == finding.column())
        else {
            continue;
        };
        let slack = finding.tolerance();
        let label = |line: usize| {
            table
                .lines
                .get(line)
                .map(|line| line.label.clone())
                .unwrap_or_default()
        };
        let heading = |column: usize| {
            table
                .columns
                .get(column)
                .map(|column| column.name.clone())
                .unwrap_or_default()
        };
        let is_money = table
            .columns
            .get(column)
            .is_some_and(|column| column.kind == ColumnKind::Money);
        // A count of the line that went wrong comes first, then any other.
        if is_money {
            let found = near(&explained, difference.abs(), slack)
                .or_else(|| near(&counts, difference.abs(), slack));
            if let Some((count, (line, counted))) = found {
                finding.suspect(Suspicion::CountAdded {
                    column: heading(counted),
                    line: label(line),
                    count,
                });
            }
        }
        let columns: Vec<usize> = match finding.check() {
            Check::Columns { .. } => table
                .sums
                .iter()
                .filter(|(total, _)| *total == column)
                .flat_map(|(_, parts)| parts.iter().copied())
                .collect(),
            // The parts of a total column carry the sign that was lost.
            _ => table
                .sums
                .iter()
                .filter(|(total, _)| *total == column)
                .flat_map(|(_, parts)| parts.iter().copied())
                .chain([column])
                .collect(),
        };
        let half = difference.abs() / Decimal::TWO;
        for column in columns {
            let Some(cells) = money.get(&column) else {
                continue;
            };
            if let Some((_, (line, at))) = near(cells, half, slack) {
                finding.suspect(Suspicion::SignLost {
                    line: label(line),
                    column: heading(at),
                    printed: table.cell(line, at).unwrap_or_default().normalize(),
                });
            }
        }
        parts_of(table, finding, column, difference, slack);
    }
}

/// The counts printed on the line a finding is about.
fn own_counts(table: &AuditTable, check: &Check) -> Printed {
    let (Check::Parts {
        classification,
        line,
    }
    | Check::Columns {
        classification,
        line,
    }) = check
    else {
        return Printed::new();
    };
    let Some(number) = table
        .classifications
        .iter()
        .position(|known| known.name == *classification)
    else {
        return Printed::new();
    };
    let mut own = Printed::new();
    if let Some(&at) = table.index.get(&(number, line.clone())) {
        for (column, heading) in table.columns.iter().enumerate() {
            if heading.kind == ColumnKind::Count
                && let Some(value) = table.cell(at, column).filter(|v| !v.is_zero())
            {
                own.entry(value.normalize()).or_insert((at, column));
            }
        }
    }
    own
}

/// Parts that are missing, added twice, or totals themselves.
fn parts_of(
    table: &AuditTable,
    finding: &mut Finding,
    column: usize,
    difference: Decimal,
    slack: Decimal,
) {
    let Check::Parts {
        classification,
        line,
    } = finding.check().clone()
    else {
        return;
    };
    let Some(at) = table
        .classifications
        .iter()
        .position(|known| known.name == classification)
        .and_then(|number| table.index.get(&(number, line)).copied())
    else {
        return;
    };
    let Some(whole) = table.lines.get(at) else {
        return;
    };
    let sum = finding.computed().unwrap_or_default();
    for part in &whole.parts {
        let Some(value) = table.cell(*part, column).filter(|value| !value.is_zero()) else {
            continue;
        };
        let label = table
            .lines
            .get(*part)
            .map(|line| line.label.clone())
            .unwrap_or_default();
        let is = |a: Decimal, b: Decimal| a.checked_sub(b).is_some_and(|d| d.abs() <= slack);
        if whole.parts.len() > 2
            && sum
                .checked_sub(value)
                .is_some_and(|others| is(others, value))
        {
            finding.suspect(Suspicion::TotalAmongParts {
                line: label.clone(),
            });
        } else if is(difference, -value) {
            finding.suspect(Suspicion::PartOmitted {
                line: label,
                twice: false,
            });
        } else if is(difference, value) {
            finding.suspect(Suspicion::PartOmitted {
                line: label,
                twice: true,
            });
        }
    }
}

/// The number printed nearest above, if within the slack.
fn near(printed: &Printed, wanted: Decimal, slack: Decimal) -> Option<(Decimal, (usize, usize))> {
    let low = wanted.checked_sub(slack)?;
    let high = wanted.checked_add(slack)?;
    printed
        .range(low..=high)
        .next()
        .map(|(value, at)| (*value, *at))
}
