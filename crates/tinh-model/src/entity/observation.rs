//! A measured figure of a place.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use tinh_figures::Kind;

use super::{Entity, check_count, is_negative, is_share};
use crate::coded::coded;
use crate::error::{Error, Rule};
use crate::figure::PrintedFigure;
use crate::measure::{Expression, Measure, MeasureUnit, Nature};
use crate::partner::Partner;
use crate::place::Place;
use crate::sector::{Sector, is_whole};
use crate::time::Time;

coded! {
    /// The base a growth rate, a ratio or a multiple is measured against.
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
#[non_exhaustive]
pub struct Observation {
    /// The measure, and how it is stated.
    pub measure: Measure,
    /// The figure as printed.
    pub figure: PrintedFigure,
    /// The base of a rate or ratio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Base>,
    /// For money from or with one partner: which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Box<Partner>>,
    /// The economic sector, where the figure is of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// For ranks, rates and shares: of or among what, as printed (*cả nước*).
    /// For a level: the part of the place's figure that it is (*hàng công
    /// nghiệp*), or words for the whole (*toàn tỉnh*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Box<str>>,
}

impl Observation {
    /// A figure of a whole place, without a base.
    ///
    /// ```
    /// use tinh_model::entity::Observation;
    /// let exports = Observation::new("exports".parse()?, "793 triệu USD".parse()?);
    /// assert_eq!(exports.partner, None);
    /// # Ok::<(), tinh_model::Error>(())
    /// ```
    #[must_use]
    pub fn new(measure: Measure, figure: PrintedFigure) -> Self {
        Self {
            measure,
            figure,
            base: None,
            partner: None,
            sector: None,
            scope: None,
        }
    }

    /// Sets what a rate or ratio is measured against.
    #[must_use]
    pub fn with_base(mut self, base: Base) -> Self {
        self.base = Some(base);
        self
    }

    /// Sets the one partner the money is from or with.
    #[must_use]
    pub fn with_partner(mut self, partner: Partner) -> Self {
        self.partner = Some(Box::new(partner));
        self
    }

    /// Sets the one sector the figure is of.
    #[must_use]
    pub fn with_sector(mut self, sector: Sector) -> Self {
        self.sector = Some(sector);
        self
    }

    /// Sets the [scope](Self::scope), as printed.
    #[must_use]
    pub fn with_scope(mut self, scope: impl Into<Box<str>>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// The part of the place's figure that a level is; `None` where it is the
    /// whole. A part is never added to its whole.
    ///
    /// ```
    /// use tinh_model::Place;
    /// use tinh_model::entity::Observation;
    /// let place = Place::named("Hải Phòng", "2023-12-31".parse()?)?;
    /// let exports = Observation::new("exports".parse()?, "20 tỷ USD".parse()?);
    /// let industry = exports.clone().with_scope("hàng công nghiệp");
    /// assert_eq!(industry.part(place), Some("hàng công nghiệp"));
    /// assert_eq!(exports.with_scope("toàn thành phố").part(place), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn part(&self, place: Place) -> Option<&str> {
        let scope = self.scope.as_deref().filter(|_| self.measure.is_level())?;
        (!is_whole(scope, place == Place::National)).then_some(scope)
    }

    fn check_ratio(&self, kind: Kind) -> Result<(), Error> {
        let reading = self.figure.reading();
        let ends = reading.into_iter().flat_map(|reading| {
            [reading.value(), reading.lower(), reading.upper()]
                .into_iter()
                .flatten()
        });
        match self.measure.expression() {
            Expression::Growth | Expression::Ratio | Expression::PlanCompletion => {
                if kind == Kind::Percent {
                    Ok(())
                } else {
                    Err(Error::rule(Rule::NotAPercentage, "figure"))
                }
            }
            Expression::Share if kind != Kind::Percent => {
                Err(Error::rule(Rule::NotAPercentage, "figure"))
            }
            Expression::Share if !is_share(&self.figure) => {
                Err(Error::rule(Rule::ShareRange, "figure"))
            }
            Expression::Multiple if kind != Kind::Multiple => {
                Err(Error::rule(Rule::NotAMultiple, "figure"))
            }
            Expression::Rank | Expression::RankAtMost => {
                let mut ends = ends;
                if !matches!(kind, Kind::Ordinal | Kind::Number) {
                    Err(Error::rule(Rule::NotARank, "figure"))
                } else if ends.any(|v| v < Decimal::ONE || !v.fract().is_zero()) {
                    Err(Error::rule(Rule::RankFromOne, "figure"))
                } else {
                    Ok(())
                }
            }
            _ if kind == Kind::Money => Err(Error::rule(Rule::RatioNotMoney, "figure")),
            _ => Ok(()),
        }
    }
}

impl Entity for Observation {
    fn check(&self, time: &Time) -> Result<(), Error> {
        if !matches!(time, Time::AsOf(_) | Time::During(_)) {
            return Err(Error::rule(Rule::ObservationTime, ""));
        }
        match (self.measure.nature(), time) {
            (Nature::Flow, Time::AsOf(_)) => {
                return Err(Error::rule(Rule::FlowNeedsPeriod, "period"));
            }
            (Nature::Stock, Time::During(_)) => {
                return Err(Error::rule(Rule::StockNeedsDate, "as_of"));
            }
            _ => {}
        }
        if self
            .sector
            .as_ref()
            .is_some_and(|sector| sector.text().is_empty())
        {
            return Err(Error::rule(Rule::LeaveOutEmpty, "sector"));
        }
        if self.scope.as_deref().is_some_and(str::is_empty) {
            return Err(Error::rule(Rule::LeaveOutEmpty, "scope"));
        }
        if self.base.is_some() && !self.measure.expression().has_base() {
            return Err(Error::rule(Rule::BaseOfLevel, "base"));
        }
        let Some(reading) = self.figure.reading() else {
            return Ok(());
        };
        let kind = reading.kind();
        match self.measure.unit() {
            MeasureUnit::Money => {
                if kind != Kind::Money {
                    return Err(Error::rule(Rule::MeasureIsMoney, "figure"));
                }
                if !is_negative(&self.figure) {
                    return Ok(());
                }
                match time {
                    // Capital in force cannot be less than none; the
                    // adjustments of a period can.
                    Time::AsOf(_) => Err(Error::rule(Rule::NegativeStock, "figure")),
                    _ if self.measure.definition().is_signed() => Ok(()),
                    _ => Err(Error::rule(Rule::NegativeMeasure, "figure")),
                }
            }
            MeasureUnit::Extent if kind != Kind::Number => {
                Err(Error::rule(Rule::NumberOfItsUnit, "figure"))
            }
            MeasureUnit::Extent if is_negative(&self.figure) => {
                Err(Error::rule(Rule::NegativeMeasure, "figure"))
            }
            MeasureUnit::Extent => Ok(()),
            MeasureUnit::Count => check_count(Some(&self.figure), "figure"),
            MeasureUnit::Ratio => self.check_ratio(kind),
        }
    }
}
