//! Why two values are not compared.

use serde::Serialize;
use thiserror::Error as ThisError;

/// Why a share, an average, a difference or a growth rate is refused.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, ThisError, Serialize)]
#[serde(tag = "refused", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Refusal {
    /// The two answers measure different things.
    #[error("{left} and {right} are different measures")]
    OtherMeasure {
        /// What one measures.
        left: String,
        /// What the other measures.
        right: String,
    },
    /// One side has no such group.
    #[error("only one side has {group}")]
    OneSided {
        /// The group and its currency.
        group: String,
    },
    /// The two sides cover different ground: a merger lies between them, or a
    /// unit is missing from one.
    #[error("the two sides cover different units: {}", .units.join(", "))]
    OtherTerritory {
        /// The units of one side only.
        units: Vec<String>,
    },
    /// A unit is only partly reported.
    #[error("{group} is incomplete, {coverage} reported")]
    Incomplete {
        /// The group.
        group: String,
        /// How much, as `1 of 3`.
        coverage: String,
    },
    /// Periods of different lengths: nine months against a year.
    #[error("the periods differ in length: {} and {}", .earlier.join(", "), .later.join(", "))]
    OtherPeriods {
        /// The periods of one side.
        earlier: Vec<String>,
        /// Those of the other.
        later: Vec<String>,
    },
    /// Values of one side hold at different dates.
    #[error("values of different dates: {}", .dates.join(", "))]
    MixedDates {
        /// The dates.
        dates: Vec<String>,
    },
    /// Ranks, rates and shares have no differences of amounts.
    #[error("{measure} is not an amount")]
    NotAnAmount {
        /// The measure.
        measure: String,
    },
    /// A definition changed between the two.
    #[error("{why}")]
    Break {
        /// What changed and when.
        why: String,
    },
    /// A level and a rate of product at unlike or unstated prices: growth is
    /// given at constant prices, levels at current ones.
    #[error("the price basis is not stated: levels are at current prices, growth at constant ones")]
    PriceBasis,
    /// Only *about* or open bounds: the quotient could be anything.
    #[error("neither bound of the quotient is known")]
    NoBounds,
    /// Growth on nothing, or on a loss, means nothing.
    #[error("the base is not known to be above zero")]
    BaseNotPositive,
    /// More digits than a decimal has.
    #[error("the result needs more than 28 digits")]
    TooLarge,
    /// There is no total to take a share of.
    #[error("there is no one total")]
    NoTotal,
    /// The figure is no rate of that kind, or has no value.
    #[error("{what}")]
    NotARate {
        /// What was expected.
        what: String,
    },
}
