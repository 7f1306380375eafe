//! What an audit finds.

use std::fmt;

use rust_decimal::Decimal;
use serde::Serialize;
use tinh_figures::digits;

use crate::cell::CellRef;
use crate::unit::ColumnUnit;

/// What was compared.
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

/// What would account for a difference, to the last digit.
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
    fn write(&self, f: &mut fmt::Formatter<'_>, sheet: &str) -> fmt::Result {
        let (cell, label) = match self {
            Self::CountAdded { cell, label }
            | Self::Twice { cell, label }
            | Self::LeftOut { cell, label }
            | Self::SignLost { cell, label } => (Near(cell, sheet), label),
        };
        match self {
            Self::CountAdded { .. } => {
                write!(f, "the count in {cell} ({label}) was added to the money")
            }
            Self::Twice { .. } => write!(f, "{cell} ({label}) was added twice"),
            Self::LeftOut { .. } => write!(f, "{cell} ({label}) was left out"),
            Self::SignLost { .. } => write!(f, "{cell} ({label}) entered with the other sign"),
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, "")
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
    /// What was compared.
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

    /// What it should be.
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

    /// What would account for the difference exactly. More than one may.
    #[must_use]
    pub fn causes(&self) -> &[Cause] {
        &self.causes
    }
}

impl fmt::Display for AuditFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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
        let whole = unit.is_empty();
        let show = |value: Decimal| {
            if whole {
                digits(value.normalize()).to_string()
            } else {
                digits(value).decimals(places).to_string()
            }
        };
        let unit = if whole {
            String::new()
        } else {
            format!(" {unit}")
        };
        write!(f, "{}: {}", self.cell, self.label)?;
        if !self.header.is_empty() {
            write!(f, ", {}", self.header)?;
        }
        write!(f, ": printed {}{unit}, ", show(self.printed))?;
        let expected = show(self.expected);
        match &self.check {
            AuditCheck::Total { parts } => write!(f, "its {parts} parts give {expected}")?,
            AuditCheck::Region { parts } => write!(f, "its {parts} provinces give {expected}")?,
            AuditCheck::Components => write!(f, "new, adjusted and purchased give {expected}")?,
            AuditCheck::Ratio => write!(f, "the levels give {expected}")?,
            AuditCheck::Elsewhere { other } | AuditCheck::OtherUnit { other } => {
                write!(f, "{} prints {expected}", Near(other, self.cell.sheet()))?;
            }
            AuditCheck::Sentence { other } => {
                let other = Near(other, self.cell.sheet());
                write!(f, "{other} rounds otherwise: {expected}")?;
            }
        }
        let sign = if difference.is_sign_negative() {
            ""
        } else {
            "+"
        };
        write!(f, " ({sign}{})", show(difference))?;
        for (index, explanation) in self.causes.iter().enumerate() {
            f.write_str(if index == 0 { ": " } else { "; or " })?;
            explanation.write(f, self.cell.sheet())?;
        }
        const SHOWN: usize = 12;
        for (index, cell) in self.carried.iter().take(SHOWN).enumerate() {
            f.write_str(if index == 0 {
                "; the same difference in "
            } else {
                ", "
            })?;
            write!(f, "{}", Near(cell, self.cell.sheet()))?;
        }
        match self.carried.len().checked_sub(SHOWN) {
            None | Some(0) => Ok(()),
            Some(more) => write!(f, " and {more} more cells"),
        }
    }
}
