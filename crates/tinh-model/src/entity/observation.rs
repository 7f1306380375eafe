//! A measured figure of a place.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use tinh_figures::Kind;

use super::rule;
use crate::error::Error;
use crate::error::ErrorKind;
use crate::figure::PrintedFigure;
use crate::measure::{Expression, Measure, UnitKind, coded};
use crate::partner::Partner;
use crate::serde_text::string_serde;
use crate::time::Time;
use std::fmt;
use std::str::FromStr;

coded! {
    /// What a growth rate, a ratio or a multiple is measured against.
    Base {
        /// The same period of the year before (*so với cùng kỳ*).
        SamePeriodLastYear = "same-period-last-year",
        /// The year before (*so với năm trước*).
        PreviousYear = "previous-year",
        /// The plan of the year (*so với dự toán, kế hoạch*).
        Plan = "plan",
        /// Not printed.
        Unstated = "unstated-base",
    }
}

/// A figure of an indicator at a date or over a period.
///
/// ```
/// use tinh_model::{Claim, Statement};
/// let claim: Claim = serde_json::from_str(r#"{
///     "type": "observation", "id": "vl-fdi", "source": "vl-2022",
///     "place": "vinh-long", "as_of": "2022-12-20",
///     "measure": "fdi.registered", "figure": "876,92 triệu USD"}"#)?;
/// let Statement::Observation(observation) = claim.statement() else { panic!() };
/// assert_eq!(observation.figure.value(), Some("876920000".parse()?));
///
/// // A stock without a date is refused.
/// let error = serde_json::from_str::<Claim>(r#"{
///     "type": "observation", "id": "x", "source": "s", "place": "vinh-long",
///     "place_on": "2022-12-20", "measure": "fdi.registered", "figure": "1 triệu USD"}"#);
/// assert!(error.unwrap_err().to_string().contains("as_of"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// What is measured, and how it is stated.
    pub measure: Measure,
    /// The figure as printed.
    pub figure: PrintedFigure,
    /// For rates and ratios: against what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Base>,
    /// For money from or with one partner: which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Partner>,
    /// The economic sector, where the figure is of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
    /// For ranks and shares: of or among what, as printed (*cả nước*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
}

impl Observation {
    pub(super) fn check(&self, time: &Time) -> Result<(), Error> {
        if !matches!(time, Time::AsOf(_) | Time::During(_)) {
            return Err(rule(
                "an observation needs a time: as_of for a stock, period for a flow",
            ));
        }
        let Some(kind) = self.figure.kind() else {
            return Ok(());
        };
        let value = self.figure.value();
        match self.measure.unit_kind() {
            UnitKind::Money if kind != Kind::Money => {
                Err(rule("figure: this measure is money; write the currency"))
            }
            UnitKind::Count(_) if kind != Kind::Number => {
                Err(rule("figure: this measure is a count"))
            }
            UnitKind::Count(_) if value.is_some_and(|v| v < Decimal::ZERO) => {
                Err(rule("figure: a count cannot be negative"))
            }
            UnitKind::Count(_) if value.is_some_and(|v| !v.fract().is_zero()) => {
                Err(rule("figure: a count is a whole number"))
            }
            UnitKind::Ratio if kind == Kind::Money => {
                Err(rule("figure: this measure is a ratio, not money"))
            }
            UnitKind::Ratio
                if self.measure.expression() == Expression::Share
                    && value.is_some_and(|v| v < Decimal::ZERO || v > Decimal::ONE_HUNDRED) =>
            {
                Err(rule("figure: a share lies between 0 % and 100 %"))
            }
            _ => Ok(()),
        }
    }
}
