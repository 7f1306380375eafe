//! What a check found.

use std::fmt;

use rust_decimal::Decimal;
use serde::Serialize;

/// What was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "check", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Check {
    /// The parts of a line against what is printed for it.
    Parts {
        /// The breakdown.
        classification: String,
        /// The line.
        line: String,
    },
    /// The total of one breakdown against that of another.
    Classifications {
        /// The breakdown whose total is taken as printed.
        left: String,
        /// The one it is set against.
        right: String,
    },
    /// A column against the columns it is the sum of.
    Columns {
        /// The breakdown.
        classification: String,
        /// The line.
        line: String,
    },
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parts {
                classification,
                line,
            }
            | Self::Columns {
                classification,
                line,
            } => write!(f, "{classification}, {line}"),
            Self::Classifications { left, right } => write!(f, "total {left} against {right}"),
        }
    }
}

/// What a difference looks like. It is never put right: that is for whoever
/// answers for the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "suspicion", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Suspicion {
    /// The difference is a count that the table prints: a column of counts
    /// was added to money.
    CountAdded {
        /// The column of counts.
        column: String,
        /// The line that prints the count.
        line: String,
        /// The count.
        count: Decimal,
    },
    /// The difference is twice a part: its sign was lost.
    SignLost {
        /// The part.
        line: String,
        /// The column it stands in.
        column: String,
        /// What is printed.
        printed: Decimal,
    },
    /// The difference is a part: it was left out, or added twice.
    PartOmitted {
        /// The part.
        line: String,
        /// Whether the total is too large: added twice.
        twice: bool,
    },
    /// One part is the sum of all others: a total among its parts.
    TotalAmongParts {
        /// The part.
        line: String,
    },
}

impl fmt::Display for Suspicion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CountAdded {
                column,
                line,
                count,
            } => write!(
                f,
                "{column} of {line} is {count}: a column of counts was added to money"
            ),
            Self::SignLost {
                line,
                column,
                printed,
            } => write!(
                f,
                "twice the {column} of {line}, {printed}: its sign was lost"
            ),
            Self::PartOmitted { line, twice: false } => {
                write!(f, "{line} is missing from the total")
            }
            Self::PartOmitted { line, twice: true } => write!(f, "{line} was added twice"),
            Self::TotalAmongParts { line } => {
                write!(
                    f,
                    "{line} is the sum of all others: a total among the parts"
                )
            }
        }
    }
}

/// One check of one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    #[serde(flatten)]
    check: Check,
    column: String,
    printed: Option<Decimal>,
    computed: Option<Decimal>,
    difference: Option<Decimal>,
    tolerance: Decimal,
    missing: usize,
    suspicions: Vec<Suspicion>,
}

impl Finding {
    pub(super) fn new(
        check: Check,
        column: String,
        printed: Option<Decimal>,
        computed: Option<Decimal>,
        tolerance: Decimal,
        missing: usize,
    ) -> Self {
        let difference = match (printed, computed) {
            (Some(printed), Some(computed)) => printed.checked_sub(computed).map(|d| d.normalize()),
            _ => None,
        };
        Self {
            check,
            column,
            printed,
            computed,
            difference,
            tolerance,
            missing,
            suspicions: Vec::new(),
        }
    }

    /// What was checked.
    #[must_use]
    pub fn check(&self) -> &Check {
        &self.check
    }

    /// In which column.
    #[must_use]
    pub fn column(&self) -> &str {
        &self.column
    }

    /// What is printed; none where the cell is empty.
    #[must_use]
    pub fn printed(&self) -> Option<Decimal> {
        self.printed
    }

    /// What the parts add up to; none where that needs more than 28 digits.
    #[must_use]
    pub fn computed(&self) -> Option<Decimal> {
        self.computed
    }

    /// Printed less computed, exactly; none where one of them is missing.
    #[must_use]
    pub fn difference(&self) -> Option<Decimal> {
        self.difference
    }

    /// How far rounding alone may be off.
    #[must_use]
    pub fn tolerance(&self) -> Decimal {
        self.tolerance
    }

    /// How many parts have an empty cell. Such a cell is unknown, not zero.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.missing
    }

    /// Whether there is a difference and it is within rounding.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.difference
            .is_some_and(|difference| difference.abs() <= self.tolerance)
    }

    /// What the difference looks like, if anything known.
    #[must_use]
    pub fn suspicions(&self) -> &[Suspicion] {
        &self.suspicions
    }

    pub(super) fn suspect(&mut self, suspicion: Suspicion) {
        if !self.suspicions.contains(&suspicion) {
            self.suspicions.push(suspicion);
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let show = |value: Option<Decimal>| {
            value.map_or_else(|| "nothing".to_owned(), |v| v.normalize().to_string())
        };
        let parts = match self.check {
            Check::Classifications { .. } => "the other",
            _ => "parts",
        };
        write!(
            f,
            "{}, {}: printed {}, {parts} {}",
            self.check,
            self.column,
            show(self.printed),
            show(self.computed)
        )?;
        if self.holds() {
            f.write_str(", holds")?;
        } else {
            write!(f, ", difference {}", show(self.difference))?;
        }
        if self.missing > 0 {
            write!(f, ", {} empty", self.missing)?;
        }
        for suspicion in &self.suspicions {
            write!(f, "; {suspicion}")?;
        }
        Ok(())
    }
}
