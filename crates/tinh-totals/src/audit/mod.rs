//! A table checked against itself.
//!
//! Official tables print the same money several times: by sector, by partner,
//! by province, each with a total; new, adjusted and share purchase beside
//! their sum. An [`AuditTable`] holds what is printed and
//! [`findings`](AuditTable::findings) says which of it adds up, and what the
//! difference looks like where it does not.
//!
//! ```
//! use tinh_totals::audit::{AuditTable, Suspicion};
//!
//! // A region's new capital with the number of its adjustments added to it.
//! let table = AuditTable::read_csv("\
//! classification,parent,label,new:money,adjustments:count
//! by region,,Cả nước,203,5
//! by region,Cả nước,A,100,2
//! by region,Cả nước,B,103,3
//! by region,B,B1,60,1
//! by region,B,B2,40,2
//! ".as_bytes(), "example")?;
//! let failed: Vec<_> = table.findings().into_iter().filter(|f| !f.holds()).collect();
//! assert_eq!(failed.len(), 1);
//! assert_eq!(failed[0].to_string(),
//!     "by region, B, new: printed 103, parts 100, difference 3; \
//!      adjustments of B is 3: a column of counts was added to money");
//! assert!(matches!(failed[0].suspicions()[0], Suspicion::CountAdded { .. }));
//! # Ok::<(), tinh_totals::audit::AuditError>(())
//! ```
//!
//! # Checks
//! - parts against the printed total, at every level, in every column;
//! - the totals of the classifications against each other;
//! - columns that are parts of another ([`AuditTable::columns_add`]);
//! - stocks against the stock before and the flow between
//!   ([`stock_and_flow`]);
//! - figures whose digits have two readings against a printed sum
//!   ([`readings_that_add`]).
//!
//! Sums of cells of a workbook, added in binary and explained cell by cell, are
//! the reader's (`tinh_reader::Audit`); sums of claims of running text, whose
//! figures are bands of values, are the model's ([`tinh_model::check`]). They
//! differ in what a number is and in what counts as equal.

mod finding;
mod flow;
mod readings;
mod suspect;

pub use finding::{Check, Finding, Suspicion};
pub use flow::{StockAndFlow, stock_and_flow};
pub use readings::readings_that_add;

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::io::Read;

use rust_decimal::Decimal;

use crate::error::Error;
use crate::exact::ExactSum;

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ColumnKind {
    /// Money; which currency and multiple makes no difference to a check.
    Money,
    /// Counts, which are whole and never added to money.
    Count,
}

/// A column of an audited table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AuditColumn {
    pub(crate) name: String,
    pub(crate) kind: ColumnKind,
}

/// A printed line: a total, a part, or both.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) label: String,
    pub(crate) cells: Vec<Option<Decimal>>,
    pub(crate) parts: Vec<usize>,
}

/// One way the table is broken down: the number of its first line.
#[derive(Clone, Debug)]
pub(crate) struct Classification {
    pub(crate) name: String,
    pub(crate) root: usize,
}

/// A printed table with its totals.
#[derive(Clone, Debug)]
pub struct AuditTable {
    name: String,
    pub(crate) columns: Vec<AuditColumn>,
    pub(crate) lines: Vec<Line>,
    pub(crate) classifications: Vec<Classification>,
    /// The lines of each classification, by name.
    index: HashMap<(usize, String), usize>,
    /// Columns that are the sum of others.
    pub(crate) sums: Vec<(usize, Vec<usize>)>,
    /// Decimals to which cells were rounded; none where they are exact.
    rounded_to: Option<u32>,
}

impl AuditTable {
    /// A table with its columns.
    #[must_use]
    pub fn new<S: Into<String>>(
        name: impl Into<String>,
        columns: impl IntoIterator<Item = (S, ColumnKind)>,
    ) -> Self {
        Self {
            name: name.into(),
            columns: columns
                .into_iter()
                .map(|(name, kind)| AuditColumn {
                    name: name.into(),
                    kind,
                })
                .collect(),
            lines: Vec::new(),
            classifications: Vec::new(),
            index: HashMap::new(),
            sums: Vec::new(),
            rounded_to: None,
        }
    }

    /// The name given to it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The cells were rounded to so many decimals: differences that rounding
    /// explains are none.
    #[must_use]
    pub fn rounded_to(mut self, decimals: u32) -> Self {
        self.rounded_to = Some(decimals.min(Decimal::MAX_SCALE));
        self
    }

    /// One column is the sum of others: total = new + adjusted + share
    /// purchase.
    ///
    /// # Errors
    /// [`AuditError`] for a column that is not there.
    pub fn columns_add(mut self, total: &str, parts: &[&str]) -> Result<Self, AuditError> {
        let find = |name: &str| {
            self.columns
                .iter()
                .position(|column| column.name == name)
                .ok_or_else(|| AuditError::new(0, name, "no such column"))
        };
        let total = find(total)?;
        let parts = parts
            .iter()
            .map(|part| find(part))
            .collect::<Result<_, _>>()?;
        self.sums.push((total, parts));
        Ok(self)
    }

    /// Adds a line: the total of a classification where `parent` is empty,
    /// else a part of the line named. Parents stand before their parts.
    /// `None` is an empty cell: unknown, not zero.
    ///
    /// # Errors
    /// [`AuditError`] where the parent is unknown, the label stands twice, the
    /// number of cells is wrong, or a count is not a whole number.
    pub fn line(
        &mut self,
        classification: &str,
        parent: &str,
        label: &str,
        cells: &[Option<Decimal>],
    ) -> Result<(), AuditError> {
        if cells.len() != self.columns.len() {
            return Err(AuditError::new(
                0,
                label,
                "as many cells as columns expected",
            ));
        }
        for (cell, column) in cells.iter().zip(&self.columns) {
            if column.kind == ColumnKind::Count
                && cell.is_some_and(|count| !count.fract().is_zero() || count < Decimal::ZERO)
            {
                return Err(AuditError::new(
                    0,
                    &column.name,
                    "a count is a whole number",
                ));
            }
        }
        let known = self
            .classifications
            .iter()
            .position(|known| known.name == classification);
        let line = self.lines.len();
        let at = match (known, parent.is_empty()) {
            (None, true) => {
                self.classifications.push(Classification {
                    name: classification.to_owned(),
                    root: line,
                });
                self.classifications.len().saturating_sub(1)
            }
            (Some(_), true) => {
                return Err(AuditError::new(0, label, "a classification has one total"));
            }
            (None, false) => {
                return Err(AuditError::new(
                    0,
                    parent,
                    "the total stands before its parts",
                ));
            }
            (Some(at), false) => {
                let Some(&whole) = self.index.get(&(at, parent.to_owned())) else {
                    return Err(AuditError::new(0, parent, "no such line"));
                };
                if let Some(whole) = self.lines.get_mut(whole) {
                    whole.parts.push(line);
                }
                at
            }
        };
        if self.index.insert((at, label.to_owned()), line).is_some() {
            return Err(AuditError::new(0, label, "the line stands twice"));
        }
        self.lines.push(Line {
            label: label.to_owned(),
            cells: cells.to_vec(),
            parts: Vec::new(),
        });
        Ok(())
    }

    /// Reads a table from CSV: the columns `classification`, `parent`, `label`
    /// and then one a column, its header ending in `:money` or `:count`. Cells
    /// are plain numbers; an empty cell is unknown.
    ///
    /// # Errors
    /// [`AuditError`] with the line and the text.
    pub fn read_csv(reader: impl Read, name: &str) -> Result<Self, AuditError> {
        let mut csv = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .from_reader(reader);
        let headers = csv
            .headers()
            .map_err(|error| AuditError::new(1, "", &error.to_string()))?
            .clone();
        let fixed: Vec<&str> = headers.iter().take(3).collect();
        if fixed != ["classification", "parent", "label"] {
            return Err(AuditError::new(
                1,
                &fixed.join(","),
                "expected the columns classification, parent, label",
            ));
        }
        let mut columns = Vec::new();
        for header in headers.iter().skip(3) {
            columns.push(match header.rsplit_once(':') {
                Some((column, "money")) => (column, ColumnKind::Money),
                Some((column, "count")) => (column, ColumnKind::Count),
                _ => {
                    return Err(AuditError::new(
                        1,
                        header,
                        "expected a header that ends in :money or :count",
                    ));
                }
            });
        }
        let mut table = Self::new(name, columns);
        for record in csv.records() {
            let record = record.map_err(|error| {
                let line = error.position().map_or(0, csv::Position::line);
                AuditError::new(line, "", &error.to_string())
            })?;
            let line = record.position().map_or(0, csv::Position::line);
            let cell = |index: usize| record.get(index).unwrap_or_default();
            let mut cells = Vec::with_capacity(table.columns.len());
            for text in record.iter().skip(3) {
                cells.push(if text.is_empty() {
                    None
                } else {
                    Some(Decimal::from_str_exact(text).map_err(|_| {
                        AuditError::new(line, text, "expected a plain number such as 1007.16")
                    })?)
                });
            }
            table
                .line(cell(0), cell(1), cell(2), &cells)
                .map_err(|error| AuditError { line, ..error })?;
        }
        Ok(table)
    }

    /// Everything that could be checked, whether it holds or not.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for classification in &self.classifications {
            self.parts(classification, &mut findings);
        }
        self.classifications_agree(&mut findings);
        self.columns_agree(&mut findings);
        suspect::explain(self, &mut findings);
        findings
    }

    /// Parts against printed totals, at every level.
    fn parts(&self, classification: &Classification, findings: &mut Vec<Finding>) {
        let mut open = vec![classification.root];
        while let Some(at) = open.pop() {
            let Some(line) = self.lines.get(at).filter(|line| !line.parts.is_empty()) else {
                continue;
            };
            open.extend(line.parts.iter().rev());
            for (column, heading) in self.columns.iter().enumerate() {
                let cells = || {
                    line.parts
                        .iter()
                        .filter_map(|part| self.cell(*part, column))
                };
                let present = cells().count();
                if present == 0 {
                    continue;
                }
                let missing = line.parts.len().saturating_sub(present);
                findings.push(self.finding(
                    Check::Parts {
                        classification: classification.name.clone(),
                        line: line.label.clone(),
                    },
                    heading,
                    self.cell(at, column),
                    cells(),
                    present,
                    missing,
                ));
            }
        }
    }

    /// The totals of the classifications against that of the first.
    fn classifications_agree(&self, findings: &mut Vec<Finding>) {
        let Some((first, others)) = self.classifications.split_first() else {
            return;
        };
        for other in others {
            for (column, heading) in self.columns.iter().enumerate() {
                let Some(expected) = self.cell(first.root, column) else {
                    continue;
                };
                findings.push(self.finding(
                    Check::Classifications {
                        left: other.name.clone(),
                        right: first.name.clone(),
                    },
                    heading,
                    self.cell(other.root, column),
                    std::iter::once(expected),
                    1,
                    0,
                ));
            }
        }
    }

    /// Columns that are the sum of others, on every line.
    fn columns_agree(&self, findings: &mut Vec<Finding>) {
        for (total, parts) in &self.sums {
            let Some(heading) = self.columns.get(*total) else {
                continue;
            };
            for classification in &self.classifications {
                let mut open = vec![classification.root];
                while let Some(at) = open.pop() {
                    let Some(line) = self.lines.get(at) else {
                        continue;
                    };
                    open.extend(line.parts.iter().rev());
                    let cells = || parts.iter().filter_map(|part| self.cell(at, *part));
                    let present = cells().count();
                    if present == 0 {
                        continue;
                    }
                    findings.push(self.finding(
                        Check::Columns {
                            classification: classification.name.clone(),
                            line: line.label.clone(),
                        },
                        heading,
                        self.cell(at, *total),
                        cells(),
                        present,
                        parts.len().saturating_sub(present),
                    ));
                }
            }
        }
    }

    pub(crate) fn cell(&self, line: usize, column: usize) -> Option<Decimal> {
        *self.lines.get(line)?.cells.get(column)?
    }

    fn finding(
        &self,
        check: Check,
        column: &AuditColumn,
        printed: Option<Decimal>,
        parts: impl Iterator<Item = Decimal>,
        present: usize,
        missing: usize,
    ) -> Finding {
        let mut sum = ExactSum::default();
        let mut overflow = false;
        for part in parts {
            overflow |= sum.add(part).is_err();
        }
        let computed = if overflow {
            Err(Error::TooLarge)
        } else {
            sum.total()
        };
        Finding::new(
            check,
            column.name.clone(),
            printed,
            computed.ok(),
            self.tolerance(present, column.kind),
            missing,
        )
    }

    /// How far a sum may be off by rounding: half a unit of the last decimal
    /// for each part and for the total.
    pub(crate) fn tolerance(&self, parts: usize, kind: ColumnKind) -> Decimal {
        let (Some(decimals), ColumnKind::Money) = (self.rounded_to, kind) else {
            return Decimal::ZERO;
        };
        let count = i128::try_from(parts).unwrap_or(i128::MAX).saturating_add(1);
        Decimal::try_from_i128_with_scale(
            count.saturating_mul(5),
            decimals.saturating_add(1).min(28),
        )
        .unwrap_or_default()
    }

    /// The cells of a column by label, in every classification.
    pub(crate) fn column_cells(&self, column: usize) -> BTreeMap<(usize, usize), Decimal> {
        let mut cells = BTreeMap::new();
        for (number, classification) in self.classifications.iter().enumerate() {
            let mut open = vec![classification.root];
            while let Some(at) = open.pop() {
                if let Some(line) = self.lines.get(at) {
                    open.extend(&line.parts);
                }
                if let Some(value) = self.cell(at, column) {
                    cells.insert((number, at), value);
                }
            }
        }
        cells
    }
}

/// Why a table cannot be audited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditError {
    line: u64,
    text: String,
    message: String,
}

impl AuditError {
    fn new(line: u64, text: &str, message: &str) -> Self {
        Self {
            line,
            text: text.to_owned(),
            message: message.to_owned(),
        }
    }

    /// The line of the file, counted from 1; 0 where it is not of a file.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// The text it is about.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for AuditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}: ", self.line)?;
        }
        write!(f, "{}, found {:?}", self.message, self.text)
    }
}

impl std::error::Error for AuditError {}
