//! A value with its bounds, and sums of them.

mod arith;
mod exact;

pub use arith::RATIO_DECIMALS;
pub(crate) use arith::may_all_be_true;
pub use exact::ExactSum;

use std::fmt;
use std::ops::Bound;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer, ser::SerializeStruct};
use tinh_figures::{Bounds, Figure, Language, Qualifier};
use tinh_model::MeasureUnit;
use tinh_model::claim::Quantity;
use tinh_model::time::Time;

use crate::error::{Error, ErrorKind};

/// A nominal value between two bounds: [`Bounds`] of a decimal, with the
/// arithmetic of totals.
///
/// `trên 24,5` has the nominal value 24.5, nothing below it and no upper
/// bound; a range has bounds and no nominal value; `khoảng 350` a nominal
/// value and no bounds.
///
/// ```
/// use tinh_totals::{Interval, Language};
/// let haiphong = Interval::of("trên 24,5 tỷ USD".parse()?);
/// let haiduong = Interval::of("9,43 tỷ USD".parse()?);
/// let both = Interval::sum([haiphong, haiduong])?;
/// assert_eq!(both.qualifier().as_str(), "more_than");
/// assert_eq!(both.nominal(), Some("33930000000".parse()?));
/// assert_eq!(both.upper(), None);
/// assert_eq!(both.to_string(), "hơn 33.930.000.000");
/// assert_eq!(both.in_language(Language::English), "more than 33,930,000,000");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval(Bounds<Decimal>);

impl Interval {
    /// A value known exactly.
    #[must_use]
    pub const fn exact(value: Decimal) -> Self {
        Self(Bounds::exact(value))
    }

    /// The interval of a printed figure.
    #[must_use]
    pub fn of(figure: Figure) -> Self {
        Self(figure.into())
    }

    /// The interval a figure of a claim gives its measure: a stock or a count
    /// is not below zero, and in a count an ambiguous figure is the whole
    /// number it must be. Zero where the claim has no number.
    #[must_use]
    pub fn of_quantity(quantity: &Quantity<'_>) -> Self {
        let Some(reading) = quantity.figure.and_then(|figure| figure.reading()) else {
            return Self::exact(Decimal::ZERO);
        };
        let mut bounds = Bounds::from(reading);
        if let (Some(value), Some(printed)) = (quantity.value(), reading.value())
            && value != printed
        {
            let moved = |at: Decimal, _| Ok::<_, Error>(if at == printed { value } else { at });
            bounds = bounds.try_map(moved).unwrap_or(bounds);
        }
        if is_never_negative(quantity) {
            bounds = bounds.at_least(Decimal::ZERO);
        }
        Self(bounds)
    }

    /// The exact sum of intervals; nothing sums to zero.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] where the sum does not fit a decimal.
    pub fn sum(intervals: impl IntoIterator<Item = Self>) -> Result<Self, Error> {
        let mut sum = IntervalSum::default();
        for interval in intervals {
            sum.add(&interval)?;
        }
        sum.total()
    }

    /// This less the other. The bounds cross: the least difference is that of
    /// the lower bound and the other's upper bound.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] where it does not fit a decimal.
    pub fn minus(self, other: Self) -> Result<Self, Error> {
        let difference = Self::sum([self, other.times(-Decimal::ONE)?])?;
        Ok(Self(difference.0.nearly_reached(false)))
    }

    /// The bounds, with their merging and wording.
    #[must_use]
    pub const fn bounds(&self) -> &Bounds<Decimal> {
        &self.0
    }

    /// The nominal value; none for a range.
    #[must_use]
    pub const fn nominal(&self) -> Option<Decimal> {
        self.0.nominal()
    }

    /// The lower bound, where there is one.
    #[must_use]
    pub const fn lower(&self) -> Option<Decimal> {
        self.0.lower()
    }

    /// The upper bound, where there is one.
    #[must_use]
    pub const fn upper(&self) -> Option<Decimal> {
        self.0.upper()
    }

    /// Whether it is one value, exactly.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.qualifier() == Qualifier::Exact
    }

    /// The qualifier of the nominal value.
    #[must_use]
    pub fn qualifier(&self) -> Qualifier {
        self.0.qualifier()
    }

    /// Qualifier and number in a language, in its digits: `hơn 24.500.000`,
    /// `more than 24,500,000`.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        self.0.in_language(language)
    }

    /// This or more: a part of a whole that has no number.
    pub(crate) fn or_more(self) -> Self {
        let (lower, _) = self.0.ends();
        let lower = match (self.is_exact(), self.nominal()) {
            (true, Some(value)) => Bound::Included(value),
            _ => lower,
        };
        Self(Bounds::new(self.nominal(), lower, Bound::Unbounded))
    }

    /// The same without its ends, where it is more than a point.
    pub(crate) fn without_ends(self) -> Self {
        let open = |end| match end {
            Bound::Included(at) => Bound::Excluded(at),
            other => other,
        };
        let (lower, upper) = self.0.ends();
        if self.is_exact() {
            return self;
        }
        Self(Bounds::new(self.nominal(), open(lower), open(upper)))
    }

    /// Whether every value of this is in the other.
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        let ((low, high), (other_low, other_high)) = (self.0.ends(), other.0.ends());
        let above = match (low, other_low) {
            (_, Bound::Unbounded) => true,
            (Bound::Included(at), Bound::Excluded(end)) => at > end,
            (
                Bound::Included(at) | Bound::Excluded(at),
                Bound::Included(end) | Bound::Excluded(end),
            ) => at >= end,
            (Bound::Unbounded, _) => false,
        };
        above
            && match (high, other_high) {
                (_, Bound::Unbounded) => true,
                (Bound::Included(at), Bound::Excluded(end)) => at < end,
                (
                    Bound::Included(at) | Bound::Excluded(at),
                    Bound::Included(end) | Bound::Excluded(end),
                ) => at <= end,
                (Bound::Unbounded, _) => false,
            }
    }
}

/// A stock or a count is not below zero. A flow may be: capital is adjusted
/// downwards.
fn is_never_negative(quantity: &Quantity<'_>) -> bool {
    match quantity.measure.unit() {
        MeasureUnit::Count | MeasureUnit::Extent => !quantity.measure.definition().is_signed(),
        MeasureUnit::Money => {
            matches!(quantity.time, Time::AsOf(_)) || !quantity.measure.definition().is_signed()
        }
        _ => false,
    }
}

/// In Vietnamese.
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::Vietnamese))
    }
}

impl Serialize for Interval {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Interval", 4)?;
        fields.serialize_field("value", &plain(self.nominal()))?;
        fields.serialize_field("lower", &plain(self.lower()))?;
        fields.serialize_field("upper", &plain(self.upper()))?;
        fields.serialize_field("qualifier", self.qualifier().as_str())?;
        fields.end()
    }
}

/// A number as a plain decimal.
pub(crate) fn plain(value: Option<Decimal>) -> Option<String> {
    value.map(|value| value.normalize().to_string())
}

/// The value of bounds that are one value: most sums are of these, and are
/// added once instead of three times.
fn one_value<N: Copy + PartialEq>(bounds: &Bounds<N>) -> Option<N> {
    match (bounds.nominal(), bounds.ends()) {
        (Some(value), (Bound::Included(low), Bound::Included(high)))
            if value == low && value == high =>
        {
            Some(value)
        }
        _ => None,
    }
}

/// A running sum of intervals, exact, merged in any order to the same value.
///
/// ```
/// use tinh_totals::{Interval, IntervalSum};
/// let mut sum = IntervalSum::default();
/// sum.add(&Interval::of("hơn 7".parse()?))?;
/// sum.add(&Interval::of("3".parse()?))?;
/// assert_eq!(sum.total()?.to_string(), "hơn 10");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IntervalSum {
    count: u64,
    bounds: Bounds<ExactSum>,
}

impl IntervalSum {
    /// Adds an interval.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] where the sum leaves 128 bits.
    pub fn add(&mut self, interval: &Interval) -> Result<(), Error> {
        if let (Some(mut sum), Some(value)) = (one_value(&self.bounds), one_value(&interval.0)) {
            sum.add(value)?;
            self.bounds = Bounds::exact(sum);
            self.count = self.count.saturating_add(1);
            return Ok(());
        }
        let bounds = interval.0.try_map(|at, _| {
            let mut sum = ExactSum::default();
            sum.add(at).map(|()| sum)
        })?;
        self.merge(&Self { count: 1, bounds })
    }

    /// Adds another sum.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] where the sum leaves 128 bits.
    pub fn merge(&mut self, other: &Self) -> Result<(), Error> {
        if let (Some(mut sum), Some(more)) = (one_value(&self.bounds), one_value(&other.bounds)) {
            sum.merge(&more)?;
            self.bounds = Bounds::exact(sum);
            self.count = self.count.saturating_add(other.count);
            return Ok(());
        }
        let merged = self.bounds.plus(&other.bounds, |mut sum, more| {
            sum.merge(&more).ok().map(|()| sum)
        });
        self.bounds = merged.ok_or(ErrorKind::TooLarge)?;
        self.count = self.count.saturating_add(other.count);
        Ok(())
    }

    /// How many intervals were added.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// The sum.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] where it does not fit a decimal.
    pub fn total(&self) -> Result<Interval, Error> {
        if let Some(sum) = one_value(&self.bounds) {
            return sum.total().map(Interval::exact);
        }
        self.bounds.try_map(|sum, _| sum.total()).map(Interval)
    }
}
