//! What an answer must be read with.

use std::fmt;

use serde::Serialize;

/// A caveat of an answer; in strict mode an error.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "warning", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Warning {
    /// Stocks of different dates were added.
    MixedDates {
        /// The dates, earliest first.
        dates: Vec<String>,
    },
    /// The newest stock at or before the date asked for is older than it.
    Earlier {
        /// The date asked for.
        asked: String,
        /// The dates found.
        dates: Vec<String>,
    },
    /// The date of a stock is worked out, or only its earliest is known.
    UncertainDate {
        /// The figures.
        figures: Vec<String>,
    },
    /// Some figures are bounds or approximations, and so is the total.
    Inexact {
        /// The figures.
        figures: Vec<String>,
    },
    /// The digits of some figures can be read in two ways.
    Ambiguous {
        /// The figures.
        figures: Vec<String>,
    },
    /// Figures of different producers were added.
    MixedProducers {
        /// The producers.
        producers: Vec<String>,
    },
    /// Sources contradict each other about a figure included or left out.
    Conflict {
        /// The figures.
        figures: Vec<String>,
    },
    /// A unit is only partly covered by what was reported.
    Incomplete {
        /// The unit.
        unit: String,
        /// How much of it, as `1 of 3`.
        coverage: String,
        /// The units without a figure.
        missing: Vec<String>,
    },
    /// Units of the date have no figure.
    MissingUnits {
        /// The units.
        units: Vec<String>,
    },
    /// Figures were asked for and left out.
    LeftOut {
        /// How many.
        count: usize,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MixedDates { dates } => write!(
                f,
                "stocks of {} different dates: {}",
                dates.len(),
                dates.join(", ")
            ),
            Self::Earlier { asked, dates } => write!(
                f,
                "asked for {asked}, the newest by then: {}",
                dates.join(", ")
            ),
            Self::UncertainDate { figures } => {
                write!(f, "the date is uncertain of {}", figures.join(", "))
            }
            Self::Inexact { figures } => {
                write!(f, "bounds or approximations: {}", figures.join(", "))
            }
            Self::Ambiguous { figures } => write!(
                f,
                "digits that can be read in two ways: {}",
                figures.join(", ")
            ),
            Self::MixedProducers { producers } => {
                write!(f, "different producers: {}", producers.join(", "))
            }
            Self::Conflict { figures } => {
                write!(f, "sources contradict each other: {}", figures.join(", "))
            }
            Self::Incomplete {
                unit,
                coverage,
                missing,
            } => write!(
                f,
                "{unit} is incomplete, {coverage} reported, missing {}",
                missing.join(", ")
            ),
            Self::MissingUnits { units } => {
                write!(
                    f,
                    "{} units without a figure: {}",
                    units.len(),
                    units.join(", ")
                )
            }
            Self::LeftOut { count: 1 } => f.write_str("1 figure asked for was left out"),
            Self::LeftOut { count } => write!(f, "{count} figures asked for were left out"),
        }
    }
}
