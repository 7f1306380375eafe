//! The findings of an audit.

use std::fmt;

use rust_decimal::Decimal;
use serde::Serialize;
use tinh_figures::{Bilingual, Language, digits};

use crate::cell::CellRef;
use crate::messages;
use crate::unit::ColumnUnit;

/// A comparison that an audit makes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AuditCheck {
    /// The total of a table against its rows.
    Total {
        /// How many rows have a figure.
        parts: usize,
    },
    /// A region against its provinces.
    Region {
        /// How many provinces have a figure.
        parts: usize,
    },
    /// The whole of a row against new, adjusted and purchased capital.
    Components,
    /// A ratio against the levels it compares.
    Ratio,
    /// An amount against the same amount in another column, of another unit.
    OtherUnit {
        /// The cell of the other column.
        other: CellRef,
    },
    /// The same national total in two places.
    Elsewhere {
        /// The other place.
        other: CellRef,
    },
    /// A rounded figure of a sentence against the table it sums up.
    Sentence {
        /// The total of the table.
        other: CellRef,
    },
}

/// A cause that would explain a difference to the last digit.
///
/// ```
/// use tinh_reader::{Audit, Cause, FiaReader, Workbook};
/// // The total lacks Hải Dương.
/// let csv = "\
/// Tính từ 01/01/2023 đến 20/12/2023,,,\n\
/// TT,Địa phương,Số dự án cấp mới,Vốn đăng ký cấp mới (triệu USD)\n\
/// 1,Hải Phòng,119,1478.7\n\
/// 2,Hải Dương,50,500.5\n\
/// 3,Hà Nội,200,1000.1\n\
/// Tổng số,,369,2478.8\n";
/// let reading = FiaReader::new().read(&Workbook::from_bytes("a.csv", csv.as_bytes())?)?;
/// let audit = Audit::of(&reading);
/// let causes = audit.findings()[0].causes();
/// assert!(matches!(&causes[0], Cause::LeftOut { label, .. } if label == "Hải Dương"));
/// # Ok::<(), tinh_reader::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Cause {
    /// A count was added to the money.
    CountAdded {
        /// The cell of the count.
        cell: CellRef,
        /// The name of its row.
        label: String,
    },
    /// A part was added twice.
    Twice {
        /// Its cell.
        cell: CellRef,
        /// The name of its row.
        label: String,
    },
    /// A part was left out.
    LeftOut {
        /// Its cell.
        cell: CellRef,
        /// The name of its row.
        label: String,
    },
    /// A part entered with the other sign.
    SignLost {
        /// Its cell.
        cell: CellRef,
        /// The name of its row.
        label: String,
    },
}

impl Cause {
    fn says(&self, sheet: &str) -> Bilingual {
        let (message, cell, label) = match self {
            Self::CountAdded { cell, label } => (messages::CAUSE_COUNT, cell, label),
            Self::Twice { cell, label } => (messages::CAUSE_TWICE, cell, label),
            Self::LeftOut { cell, label } => (messages::CAUSE_LEFT_OUT, cell, label),
            Self::SignLost { cell, label } => (messages::CAUSE_SIGN, cell, label),
        };
        message.filled(&[&Near(cell, sheet), label])
    }

    /// The message in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        self.says("").in_language(language).to_owned()
    }
}

/// In English.
impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::English))
    }
}

/// A cell, without its sheet where that has just been named.
struct Near<'a>(&'a CellRef, &'a str);

impl fmt::Display for Near<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.sheet() == self.1 {
            write!(f, "{}", self.0.position())
        } else {
            write!(f, "{}", self.0)
        }
    }
}

/// A printed figure that does not follow from what it should follow from.
///
/// ```
/// use tinh_reader::{Audit, AuditCheck, FiaReader, Workbook};
/// # let csv = "\
/// # Tính từ 01/01/2023 đến 20/12/2023,,,\n\
/// # TT,Địa phương,Số dự án cấp mới,Vốn đăng ký cấp mới (triệu USD)\n\
/// # 1,Hải Phòng,119,1478.7\n\
/// # 2,Hải Dương,50,500.5\n\
/// # 3,Hà Nội,200,1000.1\n\
/// # Tổng số,,379,2979.3\n";
/// let reading = FiaReader::new().read(&Workbook::from_bytes("a.csv", csv.as_bytes())?)?;
/// let audit = Audit::of(&reading);
/// let finding = &audit.findings()[0];
/// assert_eq!(*finding.check(), AuditCheck::Total { parts: 3 });
/// assert_eq!(finding.cell().to_string(), "a.csv!C6");
/// assert_eq!((finding.printed(), finding.expected()), (379.into(), 369.into()));
/// # Ok::<(), tinh_reader::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AuditFinding {
    pub(super) check: AuditCheck,
    pub(super) cell: CellRef,
    pub(super) label: String,
    pub(super) header: String,
    pub(super) printed: Decimal,
    pub(super) expected: Decimal,
    pub(super) unit: ColumnUnit,
    pub(super) causes: Vec<Cause>,
    pub(super) carried: Vec<CellRef>,
}

impl AuditFinding {
    /// The comparison.
    #[must_use]
    pub fn check(&self) -> &AuditCheck {
        &self.check
    }

    /// The cell of the printed figure.
    #[must_use]
    pub fn cell(&self) -> &CellRef {
        &self.cell
    }

    /// The name of its row.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The header of its column.
    #[must_use]
    pub fn header(&self) -> &str {
        &self.header
    }

    /// The printed figure, in the unit of its column.
    #[must_use]
    pub fn printed(&self) -> Decimal {
        self.printed
    }

    /// The expected value.
    #[must_use]
    pub fn expected(&self) -> Decimal {
        self.expected
    }

    /// Printed less expected; `None` where that exceeds what a decimal holds.
    #[must_use]
    pub fn difference(&self) -> Option<Decimal> {
        self.printed.checked_sub(self.expected)
    }

    /// The unit of both.
    #[must_use]
    pub fn unit(&self) -> ColumnUnit {
        self.unit
    }

    /// The cells that differ by the same amount: what the defect was carried on
    /// to, or came from.
    #[must_use]
    pub fn carried(&self) -> &[CellRef] {
        &self.carried
    }

    /// The causes that would explain the difference exactly; there may be several.
    #[must_use]
    pub fn causes(&self) -> &[Cause] {
        &self.causes
    }

    /// The whole finding in a language; numbers in Vietnamese format.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let sheet = self.cell.sheet();
        let words = |message: Bilingual| message.in_language(language).to_owned();
        // As many decimals as show the difference to a hundredth of itself, and
        // two at least.
        let difference = self.difference().unwrap_or_default();
        let is_shown = |places| {
            difference
                .checked_sub(difference.round_dp(places))
                .and_then(|lost| lost.checked_mul(Decimal::ONE_HUNDRED))
                .is_none_or(|lost| lost.abs() <= difference.abs())
        };
        let places = (2..12).find(|&places| is_shown(places)).unwrap_or(12);
        let unit = self.unit.to_string();
        let show = |value: Decimal| {
            if unit.is_empty() {
                digits(value.normalize()).to_string()
            } else {
                digits(value).decimals(places).to_string()
            }
        };
        let mut said = format!("{}: {}", self.cell, self.label);
        if !self.header.is_empty() {
            said.push_str(&format!(", {}", self.header));
        }
        let printed = format!("{} {unit}", show(self.printed));
        let printed = messages::PRINTED.filled(&[&printed.trim_end()]);
        let expected = show(self.expected);
        let given = match &self.check {
            AuditCheck::Total { parts } => messages::AUDIT_TOTAL.filled(&[parts, &expected]),
            AuditCheck::Region { parts } => messages::AUDIT_REGION.filled(&[parts, &expected]),
            AuditCheck::Components => messages::AUDIT_COMPONENTS.filled(&[&expected]),
            AuditCheck::Ratio => messages::AUDIT_RATIO.filled(&[&expected]),
            AuditCheck::Elsewhere { other } | AuditCheck::OtherUnit { other } => {
                messages::AUDIT_ELSEWHERE.filled(&[&Near(other, sheet), &expected])
            }
            AuditCheck::Sentence { other } => {
                messages::AUDIT_SENTENCE.filled(&[&Near(other, sheet), &expected])
            }
        };
        let sign = if difference.is_sign_negative() {
            ""
        } else {
            "+"
        };
        let (printed, given) = (words(printed), words(given));
        said.push_str(&format!(
            ": {printed}, {given} ({sign}{})",
            show(difference)
        ));
        for (index, cause) in self.causes.iter().enumerate() {
            let cause = cause.says(sheet);
            let cause = words(cause);
            said.push_str(&match index {
                0 => format!(": {cause}"),
                _ => format!("; {}", words(messages::CAUSE_OR.filled(&[&cause]))),
            });
        }
        const SHOWN: usize = 12;
        if !self.carried.is_empty() {
            let shown = self.carried.iter().take(SHOWN);
            let shown: Vec<String> = shown.map(|cell| Near(cell, sheet).to_string()).collect();
            let mut shown = shown.join(", ");
            if let Some(more @ 1..) = self.carried.len().checked_sub(SHOWN) {
                shown = words(messages::CARRIED_MORE.filled(&[&shown, &more]));
            }
            said.push_str(&format!("; {}", words(messages::CARRIED.filled(&[&shown]))));
        }
        said
    }
}

/// In English.
impl fmt::Display for AuditFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::English))
    }
}
