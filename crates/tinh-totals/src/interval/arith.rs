//! Products, quotients and rounding bands of intervals.
//!
//! Bounds are rounded outwards, so that they never exclude a possible value.
//! A quotient of exact values is rounded to [`RATIO_DECIMALS`] decimals.

use std::cmp::Ordering;
use std::ops::Bound;

use rust_decimal::{Decimal, RoundingStrategy};
use tinh_figures::{Bounds, Figure, Qualifier};

use super::Interval;
use crate::error::{Error, ErrorKind};

/// The decimals of a quotient.
pub const RATIO_DECIMALS: u32 = 12;

impl Interval {
    /// The values that print as this figure does: half of the last digit
    /// printed to either side. `18,8 %` may stand for anything from 18.75 up to
    /// 18.85. The bounds of a qualified figure are kept.
    ///
    /// ```
    /// use tinh_totals::Interval;
    /// let band = Interval::as_rounded("14,65 tỷ USD".parse()?);
    /// assert_eq!(band.lower(), Some("14645000000".parse()?));
    /// assert_eq!(band.upper(), Some("14655000000".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn as_rounded(figure: Figure) -> Self {
        let plain = Self::of(figure);
        let (Qualifier::Exact, Some(value)) = (figure.qualifier(), figure.value()) else {
            return plain;
        };
        let written = figure.written();
        let half = Decimal::try_from_i128_with_scale(
            5,
            written.significand().scale().saturating_add(1).min(28),
        )
        .ok()
        .and_then(|half| half.checked_mul(written.scale().factor()));
        let band = half.and_then(|half| Some((value.checked_sub(half)?, value.checked_add(half)?)));
        match band {
            Some((low, high)) => Self(Bounds::new(
                Some(value),
                Bound::Included(low),
                Bound::Included(high),
            )),
            None => plain,
        }
    }

    /// This divided by the other.
    ///
    /// The quotient of two lower bounds has no bound at all and is refused: a
    /// share of *more than 7* in *more than 24.5* is not known.
    ///
    /// ```
    /// use tinh_totals::{ErrorKind, Interval};
    /// let capital = Interval::of("trên 24,5 tỷ USD".parse()?);
    /// let projects = Interval::exact(853.into());
    /// let each = capital.over(projects)?;
    /// assert_eq!(each.qualifier().as_str(), "more_than");
    /// assert!(each.lower() > Some("28722157".parse()?));
    ///
    /// let one_investor = Interval::of("hơn 7 tỷ USD".parse()?);
    /// let error = one_investor.over(capital).unwrap_err();
    /// assert_eq!(error.to_string(), "neither bound of the quotient is known");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::BaseNotPositive`], [`ErrorKind::NoBounds`],
    /// [`ErrorKind::TooLarge`].
    pub fn over(self, other: Self) -> Result<Self, Error> {
        let zero = Decimal::ZERO;
        let (base_lower, base_upper) = other.0.ends();
        let base = other.nominal().or(other.lower());
        let positive = base.is_some_and(|base| base > zero)
            && match base_lower {
                Bound::Included(low) | Bound::Excluded(low) => low >= zero,
                Bound::Unbounded => true,
            };
        if !positive {
            return Err(ErrorKind::BaseNotPositive.into());
        }
        if self.is_exact() && other.is_exact() {
            let (Some(a), Some(b)) = (self.nominal(), other.nominal()) else {
                return Err(ErrorKind::NoBounds.into());
            };
            return Ok(Self::exact(divide(a, b, Ordering::Equal)?));
        }
        // The least quotient has the least numerator over the greatest base,
        // unless the numerator is negative: then over the least.
        let (own_lower, own_upper) = self.0.ends();
        let base_of = |numerator, usual, if_negative| {
            if is_negative(numerator) {
                if_negative
            } else {
                usual
            }
        };
        let lower = quotient(
            own_lower,
            base_of(own_lower, base_upper, base_lower),
            Ordering::Less,
        )?;
        let upper = quotient(
            own_upper,
            base_of(own_upper, base_lower, base_upper),
            Ordering::Greater,
        )?;
        let nominal = match (self.nominal(), other.nominal()) {
            (Some(a), Some(b)) => Some(divide(a, b, Ordering::Equal)?),
            _ => None,
        };
        let is_open = |interval: &Self| interval.qualifier() == Qualifier::About;
        let says_nothing = upper == Bound::Unbounded && finite(lower).is_none_or(|at| at.is_zero());
        if says_nothing && !is_open(&self) && !is_open(&other) {
            return Err(ErrorKind::NoBounds.into());
        }
        // A value at its own end stays at it, however the end was rounded.
        let at_end = |nominal: Option<Decimal>, end| nominal.is_some() && nominal == finite(end);
        let nominal = if at_end(self.nominal(), own_lower) && at_end(other.nominal(), base_upper) {
            finite(lower).or(nominal)
        } else if at_end(self.nominal(), own_upper) && at_end(other.nominal(), base_lower) {
            finite(upper).or(nominal)
        } else {
            nominal
        };
        Ok(Self(Bounds::new(nominal, lower, upper)))
    }

    /// This times a number. Nothing times whatever is nothing, bounds or no
    /// bounds.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] where a product needs more digits than a decimal
    /// has.
    pub fn times(self, factor: Decimal) -> Result<Self, Error> {
        if factor.is_zero() {
            return Ok(Self::exact(Decimal::ZERO));
        }
        let product = self.0.try_map(|at, _| multiply(at, factor))?;
        if factor > Decimal::ZERO {
            return Ok(Self(product));
        }
        let (lower, upper) = product.ends();
        Ok(Self(Bounds::new(product.nominal(), upper, lower)))
    }

    /// Times `amount`, divided by `per`, both above zero, each end rounded:
    /// `round` is told to which side.
    pub(crate) fn scaled(
        self,
        amount: Decimal,
        per: Decimal,
        round: impl Fn(Decimal, Ordering) -> Decimal,
    ) -> Result<Self, Error> {
        let exact = self.is_exact();
        let scaled = self.0.try_map(|value, side| {
            let side = if exact { Ordering::Equal } else { side };
            let product = multiply(value, amount)?;
            if per == Decimal::ONE {
                return Ok(round(product, side));
            }
            let quotient = quotient_to(product, per, side).ok_or(ErrorKind::TooLarge)?;
            Ok::<_, Error>(round(quotient, side))
        })?;
        Ok(Self(scaled))
    }

    /// The nominal value to so many significant digits, for display: a value
    /// worked out from `khoảng 230 nghìn` and `45,3 %` is *about 508 thousand*,
    /// never 507,726.27.
    #[must_use]
    pub fn to_significant(self, digits: u32) -> Self {
        let exact = self.is_exact();
        let shortened = self.0.try_map(|value, side| {
            let strategy = match side {
                Ordering::Less if !exact => RoundingStrategy::ToNegativeInfinity,
                Ordering::Greater if !exact => RoundingStrategy::ToPositiveInfinity,
                _ => RoundingStrategy::MidpointAwayFromZero,
            };
            Ok::<_, Error>(significant(value, digits, strategy))
        });
        shortened.map_or(self, Self)
    }

    /// Whether some value is in both: whether two claims can both be true.
    #[must_use]
    pub fn may_equal(&self, other: &Self) -> bool {
        self.0.meets(&other.0)
    }
}

/// Whether some value lies in all of them. Intervals on a line have a point in
/// common if the one that starts last meets the one that ends first.
pub(crate) fn may_all_be_true(values: impl Iterator<Item = Interval> + Clone) -> bool {
    let starts_last = values.clone().max_by_key(|value| match value.0.ends().0 {
        Bound::Unbounded => (Decimal::MIN, 0),
        Bound::Included(at) => (at, 1),
        Bound::Excluded(at) => (at, 2),
    });
    let ends_first = values.min_by_key(|value| match value.0.ends().1 {
        Bound::Excluded(at) => (at, 0),
        Bound::Included(at) => (at, 1),
        Bound::Unbounded => (Decimal::MAX, 2),
    });
    matches!((starts_last, ends_first), (Some(a), Some(b)) if a.may_equal(&b))
}

fn finite(bound: Bound<Decimal>) -> Option<Decimal> {
    match bound {
        Bound::Included(at) | Bound::Excluded(at) => Some(at),
        Bound::Unbounded => None,
    }
}

fn is_negative(bound: Bound<Decimal>) -> bool {
    finite(bound).is_some_and(|at| at < Decimal::ZERO)
}

fn quotient(
    numerator: Bound<Decimal>,
    base: Bound<Decimal>,
    side: Ordering,
) -> Result<Bound<Decimal>, Error> {
    let (Some(a), Some(b)) = (finite(numerator), finite(base)) else {
        return Ok(Bound::Unbounded);
    };
    if b.is_zero() {
        return Ok(Bound::Unbounded);
    }
    let at = divide(a, b, side)?;
    Ok(match (numerator, base) {
        (Bound::Included(_), Bound::Included(_)) => Bound::Included(at),
        _ => Bound::Excluded(at),
    })
}

/// `a / b` to [`RATIO_DECIMALS`] decimals, rounded to a side.
fn divide(a: Decimal, b: Decimal, side: Ordering) -> Result<Decimal, Error> {
    let quotient = quotient_to(a, b, side).ok_or(ErrorKind::TooLarge)?;
    let strategy = match side {
        Ordering::Less => RoundingStrategy::ToNegativeInfinity,
        Ordering::Greater => RoundingStrategy::ToPositiveInfinity,
        Ordering::Equal => RoundingStrategy::MidpointAwayFromZero,
    };
    Ok(quotient
        .round_dp_with_strategy(RATIO_DECIMALS, strategy)
        .normalize())
}

/// `a / b` to the digits of a `Decimal`, not beyond the true quotient on the
/// side asked for. `Decimal::checked_div` rounds to the nearest, which for a
/// bound may be the wrong side; then it is moved by its last digit.
fn quotient_to(a: Decimal, b: Decimal, side: Ordering) -> Option<Decimal> {
    let quotient = a.checked_div(b)?;
    let is_exact = multiply(quotient, b).is_ok_and(|product| product == a);
    let last_digit = Decimal::new(1, quotient.scale());
    match side {
        Ordering::Less if !is_exact => quotient.checked_sub(last_digit),
        Ordering::Greater if !is_exact => quotient.checked_add(last_digit),
        _ => Some(quotient),
    }
}

/// The exact product: `Decimal::checked_mul` rounds what does not fit.
pub(crate) fn multiply(a: Decimal, b: Decimal) -> Result<Decimal, Error> {
    let (a, b) = (a.normalize(), b.normalize());
    let mantissa = a
        .mantissa()
        .checked_mul(b.mantissa())
        .ok_or(ErrorKind::TooLarge)?;
    let scale = a.scale().saturating_add(b.scale());
    Decimal::try_from_i128_with_scale(mantissa, scale).map_err(|_| ErrorKind::TooLarge.into())
}

fn significant(value: Decimal, digits: u32, strategy: RoundingStrategy) -> Decimal {
    let whole = value.trunc().abs();
    let mut before = 0;
    let mut rest = whole.mantissa();
    while rest > 0 {
        rest /= 10;
        before += 1;
    }
    if before == 0 || before <= digits {
        return value
            .round_dp_with_strategy(digits.saturating_sub(before), strategy)
            .normalize();
    }
    let Some(unit) = 10_i128
        .checked_pow(before.saturating_sub(digits))
        .and_then(|unit| Decimal::try_from_i128_with_scale(unit, 0).ok())
    else {
        return value;
    };
    value
        .checked_div(unit)
        .map(|short| short.round_dp_with_strategy(0, strategy))
        .and_then(|short| short.checked_mul(unit))
        .unwrap_or(value)
}
