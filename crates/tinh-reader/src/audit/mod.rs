//! Printed totals held against their parts.
//!
//! Every table of a [`Reading`] is added up again, exactly, and compared with
//! what it prints:
//! - the total against its rows, and each region against its provinces;
//! - in each row, new + adjusted + share purchases against the whole;
//! - in each row, a ratio against the two levels it compares;
//! - the national totals of all tables and the quick report against each other;
//! - the rounded figures of the summary sentence against the tables.
//!
//! # What counts as equal
//! A spreadsheet adds in binary: each of *n* additions errs by at most 2⁻⁵³ of
//! the running sum, so a difference of up to (n + 4) · 2⁻⁵² · Σ|x| is the
//! machine's. Where the column is printed with few decimals, each part and the
//! total may be off by half a unit of the last one: (n + 1) / 2 units are
//! rounding. Counts must be exact. Anything beyond is a [`Finding`].
//!
//! # Beside the other checks of sums
//! `tinh_totals::audit` takes tables of plain numbers with their hierarchy
//! spelled out, by anyone: it lists what holds as well, and looks a difference
//! up among all numbers of the table. Here every number has a cell, a unit and
//! a binary sum behind it, a cell that could not be read silences the sums it
//! belongs to, and an explanation must account for the difference with its
//! sign, out of the rows that were added. `tinh_model::check` adds claims of
//! running text, which are bands of values. The three have in common an
//! addition and a comparison, and no more: made into one, each would carry the
//! rules of the other two.

mod finding;

pub use finding::{Check, Explanation, Finding};

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;
use serde::Serialize;
use tinh_model::{Basis, CapitalKind, Expression, Measure};

use crate::cell::CellRef;
use crate::reading::Reading;
use crate::table::{Column, Subject, Table, TableRow, Unit};

/// The printed totals of a workbook, added up again.
///
/// ```
/// use tinh_reader::{Audit, FiaReader, Workbook};
/// // The formula of the region spans the money and the count column.
/// let csv = "\
/// ĐẦU TƯ NƯỚC NGOÀI THEO VÙNG,,,,,\n\
/// Tính từ 01/01/2023 đến 20/12/2023,,,,,\n\
/// TT,Vùng,Số dự án cấp mới,Vốn đăng ký cấp mới (triệu USD),Số lượt dự án điều chỉnh\n\
/// I,Tây Nguyên,4,50.5,5\n\
/// 1,Đăk Lăk,2,44.25,2\n\
/// 2,Lâm Đồng,2,1.25,3\n\
/// Tổng số,,4,50.5,5\n";
/// let reading = FiaReader::new().read(&Workbook::from_bytes("v.csv", csv.as_bytes())?)?;
/// let audit = Audit::of(&reading);
/// assert_eq!(audit.findings()[0].to_string(),
///     "v.csv!D4: Tây Nguyên, Vốn đăng ký cấp mới (triệu USD): printed 50,50 triệu USD, \
///      its 2 provinces give 45,50 (+5,00): \
///      the count in E4 (Tây Nguyên) was added to the money");
/// # Ok::<(), tinh_reader::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize)]
pub struct Audit {
    checked: usize,
    skipped: usize,
    findings: Vec<Finding>,
}

impl Audit {
    /// Adds up every table of a reading again.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        let unread: HashSet<&CellRef> = reading
            .notes()
            .iter()
            .filter(|note| !note.kind().was_read())
            .filter_map(|note| note.cell())
            .collect();
        let mut audit = Self::default();
        for table in reading.tables() {
            audit.sums(table, &unread);
            audit.components(table);
            audit.ratios(table);
        }
        audit.elsewhere(reading);
        audit.sentences(reading);
        audit
    }

    /// What does not follow, in the order of tables and checks.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many figures were compared.
    #[must_use]
    pub fn checked(&self) -> usize {
        self.checked
    }

    /// How many could not be, because a part could not be read.
    #[must_use]
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    fn sums(&mut self, table: &Table, unread: &HashSet<&CellRef>) {
        for (index, column) in table.columns.iter().enumerate() {
            if column.measure.expression() != Expression::Level {
                continue;
            }
            let size = table
                .rows
                .iter()
                .filter_map(|row| row.number(index))
                .try_fold(Decimal::ZERO, |sum, n| sum.checked_add(n.abs()));
            let Some(size) = size else {
                self.skipped += 1;
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
            self.column(&sums);
        }
    }

    fn column(&mut self, sums: &Sums<'_>) {
        let table = sums.table;
        // Regions with the rows below them; a region without any is a part
        // itself, like a row that belongs to none.
        let mut groups: Vec<(Option<&TableRow>, Vec<&TableRow>)> = vec![(None, Vec::new())];
        for row in &table.rows {
            match row.subject {
                Subject::Total => {}
                Subject::Region(_) => groups.push((Some(row), Vec::new())),
                _ => {
                    let Some(group) = groups.last_mut() else {
                        continue;
                    };
                    // Oil and gas at sea closes the list of regions.
                    if matches!(row.subject, Subject::Place(tinh_model::Place::Offshore)) {
                        groups.push((None, vec![row]));
                    } else {
                        group.1.push(row);
                    }
                }
            }
        }
        let mut leaves = Vec::new();
        let mut failed: Vec<(Decimal, CellRef, String)> = Vec::new();
        for (region, rows) in &groups {
            match region {
                Some(region) if rows.is_empty() => leaves.push(*region),
                Some(region) => {
                    leaves.extend(rows);
                    let check = |parts| Check::Region { parts };
                    if let Some(finding) = self.sum(sums, region, rows, &[region], check)
                        && let Some(difference) = finding.difference()
                    {
                        failed.push((difference, finding.cell.clone(), finding.label.clone()));
                        self.findings.push(finding);
                    }
                }
                None => leaves.extend(rows),
            }
        }
        let Some(total) = table.total() else {
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
        let check = |parts| Check::Total { parts };
        if let Some(mut finding) = self.sum(sums, total, &leaves, &regions, check) {
            let difference = finding.difference();
            let same = failed
                .into_iter()
                .find(|(part, ..)| difference.is_some_and(|d| sums.is_close(*part, d, 2)));
            if let Some((_, cell, label)) = same {
                finding.explanations = vec![Explanation::FromPart { cell, label }];
            }
            self.findings.push(finding);
        }
    }

    /// One printed sum against its parts; `counts`: the rows in whose counts
    /// an explanation is looked for.
    fn sum(
        &mut self,
        sums: &Sums<'_>,
        whole: &TableRow,
        parts: &[&TableRow],
        counts: &[&TableRow],
        check: impl FnOnce(usize) -> Check,
    ) -> Option<Finding> {
        let cell = sums.table.cell(whole, sums.index)?;
        let printed = whole.number(sums.index)?;
        let blind = parts.iter().any(|row| {
            sums.table
                .cell(row, sums.index)
                .is_some_and(|cell| sums.unread.contains(&cell))
        });
        if blind {
            self.skipped += 1;
            return None;
        }
        let figures: Vec<(&TableRow, Decimal)> = parts
            .iter()
            .filter_map(|row| Some((*row, row.number(sums.index)?)))
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
        self.checked += 1;
        let difference = printed.checked_sub(expected)?;
        if difference.abs() <= sums.tolerance(figures.len(), size)? {
            return None;
        }
        let mut explanations = Vec::new();
        if matches!(sums.column.unit, Unit::Money { .. }) {
            for row in counts {
                for (index, column) in sums.table.columns.iter().enumerate() {
                    if column.unit == Unit::Count
                        && let Some(count) = row.number(index)
                        && !count.is_zero()
                        && sums.is_close(difference, count, figures.len())
                        && let Some(cell) = sums.table.cell(row, index)
                    {
                        let label = row.label.clone();
                        explanations.push(Explanation::CountAdded { cell, label });
                    }
                }
            }
        }
        for (row, number) in &figures {
            let Some(cell) = sums.table.cell(row, sums.index) else {
                continue;
            };
            let label = row.label.clone();
            let close = |other: Option<Decimal>| {
                other.is_some_and(|other| {
                    !other.is_zero() && sums.is_close(difference, other, figures.len())
                })
            };
            if close(Some(*number)) {
                explanations.push(Explanation::Twice { cell, label });
            } else if close(Some(-*number)) {
                explanations.push(Explanation::LeftOut { cell, label });
            } else if close(number.checked_mul(Decimal::NEGATIVE_ONE + Decimal::NEGATIVE_ONE)) {
                explanations.push(Explanation::SignLost { cell, label });
            }
        }
        explanations.truncate(3);
        Some(Finding {
            check: check(figures.len()),
            cell,
            label: whole.label.clone(),
            header: sums.column.header.clone(),
            printed,
            expected,
            unit: sums.column.unit.to_string(),
            explanations,
        })
    }

    /// new + adjusted + purchased = whole, in every row that has all four
    /// columns.
    fn components(&mut self, table: &Table) {
        let find = |basis| {
            let measure = Measure::capital(CapitalKind::FDI, basis);
            table
                .columns
                .iter()
                .position(|column| Some(&column.measure) == measure && column.time == table.time)
        };
        let (Some(new), Some(adjusted), Some(shares), Some(whole)) = (
            find(Basis::REGISTERED_NEW),
            find(Basis::REGISTERED_ADJUSTED),
            find(Basis::SHARE_PURCHASE),
            find(Basis::REGISTERED),
        ) else {
            return;
        };
        let parts = [new, adjusted, shares];
        let places = [new, adjusted, shares, whole]
            .iter()
            .map(|&column| decimals(table, column))
            .max()
            .unwrap_or(0);
        for row in &table.rows {
            let Some(printed) = row.number(whole) else {
                continue;
            };
            // A missing part is nothing; a row without any part says nothing.
            let numbers: Vec<Decimal> = parts.iter().filter_map(|&c| row.number(c)).collect();
            if numbers.is_empty() {
                continue;
            }
            let sum = numbers
                .iter()
                .try_fold(Decimal::ZERO, |sum, n| sum.checked_add(*n));
            let size = numbers
                .iter()
                .try_fold(printed.abs(), |sum, n| sum.checked_add(n.abs()));
            let (Some(expected), Some(size), Some(cell)) = (sum, size, table.cell(row, whole))
            else {
                continue;
            };
            self.checked += 1;
            let Some(difference) = printed.checked_sub(expected) else {
                continue;
            };
            if within(difference, 3, size, places) {
                continue;
            }
            let explanations = table
                .columns
                .iter()
                .enumerate()
                .filter(|(_, column)| column.unit == Unit::Count)
                .filter(|(index, _)| {
                    row.number(*index).is_some_and(|count| {
                        // Added to a part, a count makes the whole too small.
                        !count.is_zero()
                            && (within(difference + count, 3, size, places)
                                || within(difference - count, 3, size, places))
                    })
                })
                .filter_map(|(index, _)| {
                    Some(Explanation::CountAdded {
                        cell: table.cell(row, index)?,
                        label: row.label.clone(),
                    })
                })
                .take(3)
                .collect();
            self.findings.push(Finding {
                check: Check::Components,
                cell,
                label: row.label.clone(),
                header: header(table, whole),
                printed,
                expected,
                unit: unit(table, whole),
                explanations,
            });
        }
    }

    /// A ratio against its levels, where both stand in the row.
    fn ratios(&mut self, table: &Table) {
        for (index, column) in table.columns.iter().enumerate() {
            let scale = match column.unit {
                Unit::Percent => Decimal::ONE_HUNDRED,
                Unit::Times => Decimal::ONE,
                _ => continue,
            };
            let level = column.measure.stated_as(Expression::Level);
            let find = |current: bool| {
                table.columns.iter().position(|other| {
                    other.measure == level && (other.time == column.time) == current
                })
            };
            let (Some(now), Some(before)) = (find(true), find(false)) else {
                continue;
            };
            let places = decimals(table, index);
            for row in &table.rows {
                let (Some(printed), Some(now), Some(before), Some(cell)) = (
                    row.number(index),
                    row.number(now),
                    row.number(before),
                    table.cell(row, index),
                ) else {
                    continue;
                };
                let Some(expected) = now
                    .checked_div(before)
                    .and_then(|ratio| ratio.checked_mul(scale))
                else {
                    continue;
                };
                self.checked += 1;
                let Some(difference) = printed.checked_sub(expected) else {
                    continue;
                };
                // Division by a small base magnifies what binary lost.
                let size = expected.abs().max(printed.abs());
                if within(difference, 16, size, places) {
                    continue;
                }
                self.findings.push(Finding {
                    check: Check::Ratio,
                    cell,
                    label: row.label.clone(),
                    header: column.header.clone(),
                    printed,
                    expected,
                    unit: column.unit.to_string(),
                    explanations: Vec::new(),
                });
            }
        }
    }

    /// National totals of one measure and time in all tables and the report.
    fn elsewhere(&mut self, reading: &Reading) {
        let mut totals: HashMap<String, Vec<National>> = HashMap::new();
        let mut order = Vec::new();
        for total in nationals(reading) {
            let places = totals.entry(total.fact.clone()).or_insert_with(|| {
                order.push(total.fact.clone());
                Vec::new()
            });
            places.push(total);
        }
        for fact in order {
            let Some(places) = totals.get(&fact) else {
                continue;
            };
            let Some(reference) = most_printed(places) else {
                continue;
            };
            for place in places {
                if place.cell == reference.cell {
                    continue;
                }
                self.checked += 1;
                if place.is_same(reference) {
                    continue;
                }
                self.findings.push(Finding {
                    check: Check::Elsewhere {
                        other: reference.cell.clone(),
                    },
                    cell: place.cell.clone(),
                    label: place.label.clone(),
                    header: place.header.clone(),
                    printed: place.number,
                    expected: reference.number,
                    unit: place.unit.to_string(),
                    explanations: Vec::new(),
                });
            }
        }
    }

    /// The rounded figures of the sentence below the quick report.
    fn sentences(&mut self, reading: &Reading) {
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
            let Some(printed) = quantity.value() else {
                continue;
            };
            let total = nationals(reading).find(|total| {
                total.measure == *quantity.measure && total.time == quantity.time.to_string()
            });
            let Some(total) = total else {
                continue;
            };
            let multiple = match total.unit {
                Unit::Money { multiple, .. } => multiple,
                _ => Decimal::ONE,
            };
            let written = figure.written().significand();
            let last = printed.checked_div(written).and_then(|scale| {
                scale.checked_mul(Decimal::new(5, written.scale().saturating_add(1).min(28)))
            });
            let (Some(expected), Some(half)) = (total.number.checked_mul(multiple), last) else {
                continue;
            };
            self.checked += 1;
            let Some(difference) = printed.checked_sub(expected) else {
                continue;
            };
            let exact = matches!(total.unit, Unit::Count);
            if difference.is_zero() || !exact && difference.abs() <= half.abs() {
                continue;
            }
            self.findings.push(Finding {
                check: Check::Sentence {
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
                unit: figure.currency().map_or("", |c| c.code()).to_owned(),
                explanations: Vec::new(),
            });
        }
    }
}

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

impl Sums<'_> {
    fn tolerance(&self, parts: usize, size: Decimal) -> Option<Decimal> {
        if self.column.unit == Unit::Count {
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

/// 2⁻⁵², rounded up.
const ULP: Decimal = Decimal::from_parts(2_220_446_050, 0, 0, false, 25);

/// The larger of what binary addition and what rounding can account for.
fn tolerance(parts: usize, size: Decimal, decimals: u32) -> Option<Decimal> {
    let parts = u32::try_from(parts).ok()?;
    let binary = ULP
        .checked_mul(Decimal::from(parts.checked_add(4)?))?
        .checked_mul(size)?;
    let rounding = Decimal::try_new(5, decimals.saturating_add(1))
        .ok()
        .and_then(|half| half.checked_mul(Decimal::from(parts.checked_add(1)?)))
        .unwrap_or(Decimal::ZERO);
    Some(binary.max(rounding))
}

fn within(difference: Decimal, parts: usize, size: Decimal, decimals: u32) -> bool {
    tolerance(parts, size, decimals).is_some_and(|tolerance| difference.abs() <= tolerance)
}

/// The finest decimals a column is printed with.
fn decimals(table: &Table, column: usize) -> u32 {
    table
        .rows
        .iter()
        .filter_map(|row| row.number(column))
        .map(|number| number.normalize().scale())
        .max()
        .unwrap_or(0)
}

fn header(table: &Table, column: usize) -> String {
    table
        .columns
        .get(column)
        .map(|column| column.header.clone())
        .unwrap_or_default()
}

fn unit(table: &Table, column: usize) -> String {
    table
        .columns
        .get(column)
        .map(|column| column.unit.to_string())
        .unwrap_or_default()
}

/// A national total and where it stands.
struct National {
    fact: String,
    measure: Measure,
    time: String,
    cell: CellRef,
    label: String,
    header: String,
    number: Decimal,
    unit: Unit,
}

impl National {
    fn is_same(&self, other: &Self) -> bool {
        match self.number.checked_sub(other.number) {
            Some(difference) if self.unit == Unit::Count => difference.is_zero(),
            // Sums of a few hundred rows, added in another order.
            Some(difference) => within(
                difference,
                1_000,
                self.number.abs().max(other.number.abs()),
                12,
            ),
            None => false,
        }
    }
}

/// What most places print is taken as the measure of the others; of as many,
/// what stands first.
fn most_printed(places: &[National]) -> Option<&National> {
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

/// Every national level: of the quick report, then of the tables.
fn nationals(reading: &Reading) -> impl Iterator<Item = National> {
    let of_capital = |measure: &Measure| measure.is_level() && measure.capital_kind().is_some();
    let report = reading
        .indicators()
        .iter()
        .filter(move |indicator| indicator.is_whole() && of_capital(indicator.measure()))
        .map(|indicator| National {
            fact: format!(
                "{}|{}|{}",
                indicator.measure(),
                indicator.time(),
                indicator.unit()
            ),
            measure: indicator.measure().clone(),
            time: indicator.time().to_string(),
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
                .filter(move |(_, column)| of_capital(&column.measure))
                .filter_map(move |(index, column)| {
                    Some(National {
                        fact: format!("{}|{}|{}", column.measure, column.time, column.unit),
                        measure: column.measure.clone(),
                        time: column.time.to_string(),
                        cell: table.cell(total, index)?,
                        label: total.label.clone(),
                        header: column.header.clone(),
                        number: total.number(index)?,
                        unit: column.unit,
                    })
                })
        })
    });
    report.chain(tables)
}
