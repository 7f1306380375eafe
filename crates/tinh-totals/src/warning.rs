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
        /// The measure that lacks them, where several were asked for.
        measure: Option<String>,
        /// The units.
        units: Vec<String>,
    },
    /// Some figures are estimates (*ước*), provisional (*sơ bộ*) or forecasts.
    Estimates {
        /// The figures.
        figures: Vec<String>,
    },
    /// Some figures are marked by their source as of another definition than
    /// their neighbours.
    OtherDefinition {
        /// The figures.
        figures: Vec<String>,
    },
    /// The definition changed between the figures of the answer.
    Break {
        /// The first year of the new definition.
        year: i32,
        /// What changed.
        what: String,
    },
    /// A producer has since published other figures for the same place and
    /// time; the later ones count. Say [as known on which
    /// day](crate::Totals::as_known_on) to settle it.
    Revised {
        /// The earlier figures.
        figures: Vec<String>,
    },
    /// Flows over different periods were added.
    MixedPeriods {
        /// The periods.
        periods: Vec<String>,
    },
    /// The flows of a year, quarter or month cover only a part of it.
    PartialPeriod {
        /// The group.
        group: String,
        /// What they cover.
        periods: Vec<String>,
    },
    /// Partners named in general (*châu Âu*, *các đối tác*) stand beside
    /// countries they may contain.
    PartnersMayOverlap {
        /// The partners named in general.
        partners: Vec<String>,
    },
    /// Whether China includes Hong Kong, Macao and Taiwan is not stated. Where
    /// a source lists them beside China they are not in it.
    ChinaUnstated,
    /// There is no figure of what was asked for, only of parts of it.
    OnlyParts {
        /// What was asked for.
        measure: String,
        /// The parts there are.
        parts: Vec<String>,
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
            Self::MissingUnits { measure, units } => {
                let of = measure
                    .as_ref()
                    .map_or(String::new(), |m| format!(" of {m}"));
                let plural = if units.len() == 1 { "unit" } else { "units" };
                write!(
                    f,
                    "{} {plural} without a figure{of}: {}",
                    units.len(),
                    units.join(", ")
                )
            }
            Self::Estimates { figures } => {
                write!(f, "estimates or provisional: {}", figures.join(", "))
            }
            Self::OtherDefinition { figures } => {
                write!(f, "of another definition: {}", figures.join(", "))
            }
            Self::Break { year, what } => write!(f, "break in the series at {year}: {what}"),
            Self::Revised { figures } => {
                write!(f, "revised since by their producer: {}", figures.join(", "))
            }
            Self::MixedPeriods { periods } => write!(
                f,
                "flows of {} different periods: {}",
                periods.len(),
                periods.join(", ")
            ),
            Self::PartialPeriod { group, periods } => {
                write!(f, "{group} is only covered by {}", periods.join(", "))
            }
            Self::PartnersMayOverlap { partners } => write!(
                f,
                "may contain countries counted as well: {}",
                partners.join(", ")
            ),
            Self::ChinaUnstated => {
                f.write_str("whether China includes Hong Kong, Macao and Taiwan is not stated")
            }
            Self::OnlyParts { measure, parts } => {
                write!(f, "no figure of {measure}, only of {}", parts.join(", "))
            }
            Self::LeftOut { count: 1 } => f.write_str("1 figure asked for was left out"),
            Self::LeftOut { count } => write!(f, "{count} figures asked for were left out"),
        }
    }
}
