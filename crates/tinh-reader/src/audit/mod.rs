//! Printed totals held against their parts.
//!
//! Every table of a [`Reading`] is added up again, exactly, and compared with
//! what it prints:
//! - the total against its rows, and each region against its provinces;
//! - in each row, new + adjusted + share purchases against the whole;
//! - in each row, a ratio against the two levels it compares, and an amount
//!   against the same amount in another unit;
//! - the national totals of all tables and the quick report against each other;
//! - the rounded figures of the summary sentence against the tables.
//!
//! Figures are brought to one unit before they are compared. Findings of one
//! difference are one: a region that is too large makes the total of the
//! country too large, and everything that is compared with it.
//!
//! # What counts as equal
//! A spreadsheet adds in binary: each of *n* additions errs by at most 2⁻⁵³ of
//! the running sum, so a difference of up to (n + 4) · 2⁻⁵² · Σ|x| is the
//! machine's. Where the column is printed with few decimals, each part and the
//! total may be off by half a unit of the last one: (n + 1) / 2 units are
//! rounding. Counts must be exact. Anything beyond is an [`AuditFinding`].
//!
//! # What is not judged
//! A sum with a part that could not be read, ranks and rates, a total over a
//! selection (`các đối tác chủ yếu`; a list of places or partners that lacks a
//! tenth of its total), and tables of more than one breakdown.
//!
//! `tinh_model::check` compares claims of running text, which are bands of
//! values; here every number has a cell, a unit and a binary sum behind it.

mod carried;
mod finding;
mod national;
mod rows;
mod sums;
mod tolerance;

pub use finding::{AuditCheck, AuditFinding, Cause};

use std::collections::HashSet;

use serde::Serialize;

use crate::cell::CellRef;
use crate::reading::Reading;

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
///      the count in E4 (Tây Nguyên) was added to the money; the same difference in D7");
/// # Ok::<(), tinh_reader::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Audit {
    checked: usize,
    skipped: usize,
    findings: Vec<AuditFinding>,
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
            sums::check(&mut audit, table, &unread);
            rows::check(&mut audit, table);
        }
        national::check(&mut audit, reading);
        audit.findings = carried::folded(std::mem::take(&mut audit.findings));
        audit
    }

    /// The figures that do not follow, in the order of tables and checks.
    #[must_use]
    pub fn findings(&self) -> &[AuditFinding] {
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
}
