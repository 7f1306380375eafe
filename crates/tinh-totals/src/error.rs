//! Why a question has no answer.

use thiserror::Error as ThisError;
use tinh_model::Measure;

use crate::warning::Warning;

/// Why a total is refused.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum Error {
    /// The question names no measure.
    #[error("a total needs a measure")]
    NoMeasure,
    /// Values of this measure do not add up: ranks, rates, shares, numbers of
    /// partner countries.
    #[error("{measure} cannot be added over {what}: it is not additive")]
    NotAdditive {
        /// The measure.
        measure: Measure,
        /// What it was to be added over.
        what: &'static str,
    },
    /// Figures of different currencies are to be shown in one, and a rate is
    /// missing.
    #[error("no rate from {from} to {to} on {on}, needed by {figure}")]
    NoRate {
        /// The currency of the figure.
        from: &'static str,
        /// The currency asked for.
        to: &'static str,
        /// The day, or what is known of it.
        on: String,
        /// The figure.
        figure: String,
    },
    /// In strict mode: everything an ordinary answer would have warned of.
    #[error("strict: {}", list(.0))]
    Strict(Vec<Warning>),
    /// The sum needs more digits than a decimal has; it is never rounded.
    #[error("the total needs more than 28 digits")]
    TooLarge,
}

fn list(warnings: &[Warning]) -> String {
    warnings
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}
