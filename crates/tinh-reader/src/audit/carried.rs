//! Findings of one difference, made one.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::{AuditCheck, AuditFinding, Cause};

/// Folds findings that differ by one amount into the one nearest to its cause:
/// one that is explained, then a single row, then a total. The order of what
/// is left is kept.
pub(super) fn folded(findings: Vec<AuditFinding>) -> Vec<AuditFinding> {
    let amounts: Vec<Option<Decimal>> = findings.iter().map(amount).collect();
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_key(|&at| amounts.get(at).copied().flatten());
    let mut roots: Vec<usize> = (0..findings.len()).collect();
    let is_one = |a: usize, b: usize| {
        let (a, b) = (findings.get(a), findings.get(b));
        match (a, b, a.and_then(amount), b.and_then(amount)) {
            (Some(a), Some(b), Some(of_a), Some(of_b)) => {
                // The sums of a column differ by its binary noise.
                let noise = of_a.max(of_b) / Decimal::from(100_000);
                a.unit.is_like(b.unit) && (of_a - of_b).abs() <= noise
            }
            _ => false,
        }
    };
    let mut start = 0;
    while let Some(&first) = order.get(start) {
        let group: Vec<usize> = order
            .iter()
            .skip(start)
            .copied()
            .take_while(|&at| at == first || is_one(first, at))
            .collect();
        let root = group
            .iter()
            .copied()
            .min_by_key(|&at| (findings.get(at).map_or(u8::MAX, distance), at));
        for at in &group {
            if let (Some(slot), Some(root)) = (roots.get_mut(*at), root) {
                *slot = root;
            }
        }
        start = start.saturating_add(group.len().max(1));
    }
    let mut carried: Vec<Vec<crate::cell::CellRef>> = vec![Vec::new(); findings.len()];
    let mut seen = HashSet::new();
    for (at, finding) in findings.iter().enumerate() {
        if let Some(&root) = roots.get(at)
            && root != at
            && findings
                .get(root)
                .is_some_and(|root| root.cell != finding.cell)
            && let Some(cells) = carried.get_mut(root)
            && seen.insert((root, &finding.cell))
        {
            cells.push(finding.cell.clone());
        }
    }
    findings
        .into_iter()
        .zip(carried)
        .enumerate()
        .filter(|(at, _)| roots.get(*at) == Some(at))
        .map(|(_, (mut finding, cells))| {
            finding.carried = cells;
            finding
        })
        .collect()
}

/// The difference in the smallest unit, without its sign.
fn amount(finding: &AuditFinding) -> Option<Decimal> {
    let difference = finding.difference()?.abs();
    difference.checked_mul(finding.unit.multiple())
}

/// How far a finding is from the cell that is wrong.
fn distance(finding: &AuditFinding) -> u8 {
    let is_explained =
        |explanation: &Cause| !matches!(explanation, Cause::Twice { .. } | Cause::LeftOut { .. });
    match &finding.check {
        AuditCheck::OtherUnit { .. } if !finding.causes.is_empty() => 0,
        AuditCheck::Region { .. } if finding.causes.iter().any(is_explained) => 1,
        AuditCheck::Total { .. } if finding.causes.iter().any(is_explained) => 2,
        AuditCheck::OtherUnit { .. } => 3,
        AuditCheck::Region { .. } => 4,
        AuditCheck::Components => 5,
        AuditCheck::Total { .. } => 6,
        AuditCheck::Ratio => 7,
        AuditCheck::Elsewhere { .. } => 8,
        AuditCheck::Sentence { .. } => 9,
    }
}
