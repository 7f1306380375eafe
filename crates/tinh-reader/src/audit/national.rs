//! National totals in several places.

use std::collections::HashMap;

use rust_decimal::Decimal;
use tinh_model::Measure;
use tinh_model::claim::Realm;
use tinh_model::time::Time;

use super::tolerance::within;
use super::{Audit, AuditCheck, AuditFinding};
use crate::cell::CellRef;
use crate::reading::Reading;
use crate::unit::ColumnUnit;

pub(super) fn check(audit: &mut Audit, reading: &Reading) {
    let totals: Vec<National> = nationals(reading).collect();
    let mut facts: HashMap<(&Measure, Time), Vec<&National>> = HashMap::new();
    let mut order = Vec::new();
    for total in &totals {
        let places = facts
            .entry((&total.measure, total.time))
            .or_insert_with(|| {
                order.push((&total.measure, total.time));
                Vec::new()
            });
        places.push(total);
    }
    for fact in &order {
        if let Some(places) = facts.get(fact) {
            elsewhere(audit, places);
        }
    }
    sentences(audit, reading, &facts);
}

/// National totals of one measure and time in all tables and the report.
fn elsewhere(audit: &mut Audit, places: &[&National]) {
    let Some(reference) = most_printed(places) else {
        return;
    };
    for place in places {
        if place.cell == reference.cell {
            continue;
        }
        let Some(expected) = reference.in_unit(place.unit) else {
            continue;
        };
        audit.checked += 1;
        if place.is_same(reference) {
            continue;
        }
        audit.findings.push(AuditFinding {
            check: AuditCheck::Elsewhere {
                other: reference.cell.clone(),
            },
            cell: place.cell.clone(),
            label: place.label.clone(),
            header: place.header.clone(),
            printed: place.number,
            expected,
            unit: place.unit,
            causes: Vec::new(),
            carried: Vec::new(),
        });
    }
}

/// The rounded figures of the sentence below the quick report.
fn sentences(
    audit: &mut Audit,
    reading: &Reading,
    facts: &HashMap<(&Measure, Time), Vec<&National>>,
) {
    for read in reading.claims() {
        // Only figures of sentences are named after their measure.
        if !read.claim.id().contains('#') {
            continue;
        }
        let quantities = read.claim.quantities();
        let Some((quantity, figure)) = quantities
            .first()
            .and_then(|quantity| Some((quantity, quantity.figure?.reading()?)))
        else {
            continue;
        };
        let total = facts.get(&(quantity.measure, quantity.time));
        let (Some(printed), Some(total)) =
            (quantity.value(), total.and_then(|places| places.first()))
        else {
            continue;
        };
        let unit = match total.unit {
            ColumnUnit::Money { currency, .. } => ColumnUnit::Money {
                multiple: Decimal::ONE,
                currency,
            },
            _ => ColumnUnit::COUNT,
        };
        let written = figure.written().significand();
        let last = printed.checked_div(written).and_then(|scale| {
            scale.checked_mul(Decimal::new(5, written.scale().saturating_add(1).min(28)))
        });
        let (Some(expected), Some(half)) = (total.in_unit(unit), last) else {
            continue;
        };
        audit.checked += 1;
        let Some(difference) = printed.checked_sub(expected) else {
            continue;
        };
        if difference.is_zero() || unit.is_money() && difference.abs() <= half.abs() {
            continue;
        }
        audit.findings.push(AuditFinding {
            check: AuditCheck::Sentence {
                other: total.cell.clone(),
            },
            cell: read.cell.clone(),
            label: quantity
                .figure
                .map(|figure| figure.text().to_owned())
                .unwrap_or_default(),
            header: String::new(),
            printed,
            expected,
            unit,
            causes: Vec::new(),
            carried: Vec::new(),
        });
    }
}

/// A national total and its cell.
struct National {
    measure: Measure,
    time: Time,
    cell: CellRef,
    label: String,
    header: String,
    number: Decimal,
    unit: ColumnUnit,
}

impl National {
    fn in_unit(&self, unit: ColumnUnit) -> Option<Decimal> {
        if self.unit == unit {
            return Some(self.number);
        }
        if !self.unit.is_like(unit) {
            return None;
        }
        let value = self.number.checked_mul(self.unit.multiple())?;
        value.checked_div(unit.multiple())
    }

    fn is_same(&self, other: &Self) -> bool {
        let Some(number) = other.in_unit(self.unit) else {
            return false;
        };
        match self.number.checked_sub(number) {
            Some(difference) if self.unit.is_count() => difference.is_zero(),
            // Sums of a few hundred rows, added in another order.
            Some(difference) => within(difference, 1_000, self.number.abs().max(number.abs()), 12),
            None => false,
        }
    }
}

/// What most places print is taken as the measure of the others; of as many,
/// what stands first.
fn most_printed<'n>(places: &[&'n National]) -> Option<&'n National> {
    // A workbook has a handful of tables, and fewer opinions.
    const OPINIONS: usize = 8;
    let mut opinions: Vec<(&National, usize)> = Vec::new();
    for place in places {
        match opinions.iter().position(|(first, _)| first.is_same(place)) {
            Some(at) => {
                if let Some((_, count)) = opinions.get_mut(at) {
                    *count += 1;
                }
            }
            None if opinions.len() < OPINIONS => opinions.push((place, 1)),
            None => {}
        }
    }
    let most = opinions.iter().map(|(_, count)| *count).max()?;
    opinions
        .iter()
        .find(|(_, count)| *count == most)
        .map(|(first, _)| *first)
}

/// Every national level of capital: of the quick report, then of the tables.
fn nationals(reading: &Reading) -> impl Iterator<Item = National> {
    let of_capital = |measure: &Measure| measure.is_level() && measure.capital_kind().is_some();
    let report = reading
        .indicators()
        .iter()
        .filter(|indicator| indicator.is_whole() && indicator.realm() == Realm::Actual)
        .filter(move |indicator| of_capital(indicator.measure()))
        .map(|indicator| National {
            measure: indicator.measure().clone(),
            time: indicator.time(),
            cell: indicator.cell().clone(),
            label: indicator.label().to_owned(),
            header: String::new(),
            number: indicator.number(),
            unit: indicator.unit(),
        });
    let tables = reading.tables().iter().flat_map(move |table| {
        table.total().into_iter().flat_map(move |total| {
            table
                .columns
                .iter()
                .enumerate()
                .filter(move |(_, column)| {
                    column.is_of(&column.measure) && of_capital(&column.measure)
                })
                .filter_map(move |(index, column)| {
                    Some(National {
                        measure: column.measure.clone(),
                        time: column.time,
                        cell: table.cell(total, index)?,
                        label: total.label.clone(),
                        header: column.header.clone(),
                        number: super::tolerance::number(table, total, index)?,
                        unit: column.unit,
                    })
                })
        })
    });
    report.chain(tables)
}
