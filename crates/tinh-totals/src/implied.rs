//! A third value implied by a printed level and a printed rate.

use rust_decimal::Decimal;
use serde::Serialize;
use tinh_model::claim::Quantity;
use tinh_model::{Expression, PriceBasis};

use crate::error::{Error, ErrorKind};
use crate::interval::Interval;

/// The kind of an implied value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ImpliedKind {
    /// The level of the period before: of a growth rate, a ratio, a multiple.
    Base,
    /// The plan: of a completion rate (*đạt 79,3 % dự toán*).
    Plan,
    /// The whole: of a share (*chiếm 45,3 %*).
    Whole,
}

/// A value nobody printed, worked out from two that were.
///
/// ```
/// use tinh_model::Dataset;
/// use tinh_totals::{ImpliedKind, implied};
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"s","title":"Hải Dương"}
/// {"type":"observation","id":"a","source":"s","place":"Hải Dương","period":"2022","measure":"budget-revenue","figure":"20.000 tỷ đồng"}
/// {"type":"observation","id":"b","source":"s","place":"Hải Dương","period":"2022","measure":"budget-revenue:plan-completion","figure":"125%"}"#.as_bytes(), "s.jsonl")?;
/// let quantities: Vec<_> = data.quantities().collect();
/// let plan = implied(&quantities[0], &quantities[1])?;
/// assert_eq!(plan.kind, ImpliedKind::Plan); // 20.000 tỷ is 125 % of the plan
/// assert_eq!(plan.value.nominal(), Some("16000000000000".parse()?));
/// assert_eq!(plan.from, ["a", "b"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Implied {
    /// The kind.
    pub kind: ImpliedKind,
    /// The value. Its bounds are those the rounding of both printed figures
    /// leaves open; where one of them is *about*, there are none.
    pub value: Interval,
    /// The keys of the two figures.
    pub from: [String; 2],
}

/// The value implied by a level and a rate of the same place and time.
///
/// A growth of 18,8 % divides by 1.188; *bằng 63,6 %* by 0.636; *gấp 10,2 lần*
/// by 10.2, for it is a ratio and not an increase of 10.2 times.
///
/// ```
/// use tinh_model::Dataset;
/// use tinh_totals::implied;
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"s","title":"Hải Dương"}
/// {"type":"observation","id":"a","source":"s","place":"Hải Dương","period":"9 tháng năm 2023","measure":"fdi.registered","figure":"392,5 triệu USD"}
/// {"type":"observation","id":"b","source":"s","place":"Hải Dương","period":"9 tháng năm 2023","measure":"fdi.registered:growth","base":"same-period-last-year","figure":"18,8%"}"#.as_bytes(), "s.jsonl")?;
/// let quantities: Vec<_> = data.quantities().collect();
/// let before = implied(&quantities[0], &quantities[1])?;
/// let million = |v: Option<tinh_totals::rust_decimal::Decimal>| v.map(|v| (v / tinh_totals::rust_decimal::Decimal::from(1_000_000)).round_dp(3));
/// assert_eq!(million(before.value.nominal()), Some("330.387".parse()?));
/// assert_eq!(million(before.value.lower()), Some("330.206".parse()?));
/// assert_eq!(million(before.value.upper()), Some("330.568".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`ErrorKind::OtherMeasure`] where the two are not of one indicator, place and
/// time; [`ErrorKind::PriceBasis`] for product whose price basis is not stated;
/// [`ErrorKind::NoValue`]; [`ErrorKind::NotARate`]; [`ErrorKind::BaseNotPositive`].
pub fn implied(level: &Quantity<'_>, rate: &Quantity<'_>) -> Result<Implied, Error> {
    let matching = level.measure.is_level()
        && level.measure.is_of(rate.measure)
        && level.claim.place() == rate.claim.place()
        && level.time == rate.time;
    if !matching {
        let describe =
            |q: &Quantity<'_>| format!("{} of {}, {}", q.measure, q.claim.place(), q.time);
        return Err(ErrorKind::OtherMeasure {
            left: describe(level),
            right: describe(rate),
        }
        .into());
    }
    let expression = rate.measure.expression();
    if level.measure.price_basis() == Some(PriceBasis::UNSTATED_PRICES)
        && expression != Expression::Share
        && expression != Expression::PlanCompletion
    {
        return Err(ErrorKind::PriceBasis.into());
    }
    let hundredth = Decimal::new(1, 2);
    let band = |quantity: &Quantity<'_>| {
        let reading = quantity.figure.and_then(|figure| figure.reading());
        let reading = reading.ok_or_else(|| ErrorKind::NoValue {
            figure: quantity.id(),
        })?;
        // A count is a whole number: nothing was rounded away, unless it was
        // written with a scale (`230 nghìn`).
        let plain = Interval::of_quantity(quantity);
        Ok::<_, Error>(match reading.written().scale().exponent() {
            0 if quantity.measure.expression() == Expression::Level => plain,
            _ => Interval::as_rounded(reading),
        })
    };
    let (own, printed) = (band(level)?, band(rate)?);
    let large = |_| Error::from(ErrorKind::TooLarge);
    let (kind, factor) = match expression {
        Expression::Growth => (
            ImpliedKind::Base,
            Interval::sum([printed, Interval::exact(Decimal::ONE_HUNDRED)])
                .and_then(|sum| sum.times(hundredth))
                .map_err(large)?,
        ),
        Expression::Ratio => (ImpliedKind::Base, printed.times(hundredth).map_err(large)?),
        Expression::Multiple => (ImpliedKind::Base, printed),
        Expression::PlanCompletion => (ImpliedKind::Plan, printed.times(hundredth).map_err(large)?),
        Expression::Share => (ImpliedKind::Whole, printed.times(hundredth).map_err(large)?),
        other => {
            return Err(ErrorKind::NotARate {
                expression: other.code().to_owned(),
            }
            .into());
        }
    };
    Ok(Implied {
        kind,
        value: own.over(factor)?,
        from: [level.id(), rate.id()],
    })
}
