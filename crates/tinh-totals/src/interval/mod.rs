//! A value with its bounds, and sums of them.

mod arith;

pub use arith::RATIO_DECIMALS;
pub(crate) use arith::may_all_be_true;

use std::fmt;
use std::ops::Bound;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer, ser::SerializeStruct};
use tinh_figures::{Figure, Qualifier};

use crate::error::Error;
use crate::exact::ExactSum;

/// A nominal value between two bounds.
///
/// `trên 24,5` has the nominal value 24.5, nothing below it and no upper
/// bound; a range has bounds and no nominal value; `khoảng 350` a nominal
/// value and no bounds.
///
/// ```
/// use tinh_totals::Interval;
/// let haiphong = Interval::of("trên 24,5 tỷ USD".parse()?);
/// let haiduong = Interval::of("9,43 tỷ USD".parse()?);
/// let both = Interval::sum([haiphong, haiduong])?;
/// assert_eq!(both.qualifier().as_str(), "more_than");
/// assert_eq!(both.nominal(), Some("33930000000".parse()?));
/// assert_eq!(both.upper(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    nominal: Option<Decimal>,
    lower: Bound<Decimal>,
    upper: Bound<Decimal>,
    /// Where the upper bound is exclusive: whether it was said to be nearly
    /// reached (*gần*).
    almost: bool,
}

impl Interval {
    /// A value known exactly.
    #[must_use]
    pub const fn exact(value: Decimal) -> Self {
        Self {
            nominal: Some(value),
            lower: Bound::Included(value),
            upper: Bound::Included(value),
            almost: false,
        }
    }

    /// What a figure says.
    #[must_use]
    pub fn of(figure: Figure) -> Self {
        let (lower, upper) = figure.bounds();
        Self {
            nominal: figure.value(),
            lower,
            upper,
            almost: figure.qualifier() == Qualifier::Almost,
        }
    }

    /// From its parts, as sums of columns have them.
    pub(crate) const fn from_parts(
        nominal: Option<Decimal>,
        lower: Bound<Decimal>,
        upper: Bound<Decimal>,
        almost: bool,
    ) -> Self {
        Self {
            nominal,
            lower,
            upper,
            almost,
        }
    }

    /// Whether its exclusive upper bound was said to be nearly reached.
    pub(crate) const fn is_almost(&self) -> bool {
        self.almost
    }

    /// The same, its nominal value and the bounds at it replaced: for a count
    /// whose digits had two readings.
    pub(crate) fn with_value(self, value: Decimal) -> Self {
        let old = self.nominal;
        let replace = |bound| match bound {
            Bound::Included(at) if Some(at) == old => Bound::Included(value),
            Bound::Excluded(at) if Some(at) == old => Bound::Excluded(value),
            other => other,
        };
        Self {
            nominal: Some(value),
            lower: replace(self.lower),
            upper: replace(self.upper),
            almost: self.almost,
        }
    }

    /// The exact sum of intervals; nothing sums to zero.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where the sum does not fit a decimal.
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
    /// [`Error::TooLarge`] where it does not fit a decimal.
    pub fn minus(self, other: Self) -> Result<Self, Error> {
        let negate = |bound: Bound<Decimal>| match bound {
            Bound::Included(at) => Bound::Included(-at),
            Bound::Excluded(at) => Bound::Excluded(-at),
            Bound::Unbounded => Bound::Unbounded,
        };
        let mut difference = Self::sum([
            self,
            Self {
                nominal: other.nominal.map(|value| -value),
                lower: negate(other.upper),
                upper: negate(other.lower),
                almost: false,
            },
        ])?;
        difference.almost = false;
        Ok(difference)
    }

    /// The nominal value; none for a range.
    #[must_use]
    pub const fn nominal(&self) -> Option<Decimal> {
        self.nominal
    }

    /// The bounds.
    #[must_use]
    pub const fn bounds(&self) -> (Bound<Decimal>, Bound<Decimal>) {
        (self.lower, self.upper)
    }

    /// The lower bound, where there is one.
    #[must_use]
    pub const fn lower(&self) -> Option<Decimal> {
        finite(self.lower)
    }

    /// The upper bound, where there is one.
    #[must_use]
    pub const fn upper(&self) -> Option<Decimal> {
        finite(self.upper)
    }

    /// Whether it is one value, exactly.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.qualifier() == Qualifier::Exact
    }

    /// The number that goes with the qualifier: the bound of *more than* and
    /// the like, otherwise the nominal value. What is more than 24.5 and
    /// *from 4 to 6* together is more than 28.5, whatever its nominal value.
    pub(crate) fn stated(&self) -> Option<Decimal> {
        match self.qualifier() {
            Qualifier::MoreThan | Qualifier::AtLeast => self.lower(),
            Qualifier::Almost | Qualifier::LessThan | Qualifier::AtMost => self.upper(),
            _ => self.nominal,
        }
    }

    /// How the nominal value stands to the truth.
    #[must_use]
    pub fn qualifier(&self) -> Qualifier {
        use Bound::{Excluded, Included, Unbounded};
        match (self.nominal, self.lower, self.upper) {
            (Some(_), Included(low), Included(high)) if low == high => Qualifier::Exact,
            (_, Included(_) | Excluded(_), Included(_) | Excluded(_)) => Qualifier::Range,
            (_, Excluded(_), Unbounded) => Qualifier::MoreThan,
            (_, Included(_), Unbounded) => Qualifier::AtLeast,
            (_, Unbounded, Excluded(_)) if self.almost => Qualifier::Almost,
            (_, Unbounded, Excluded(_)) => Qualifier::LessThan,
            (_, Unbounded, Included(_)) => Qualifier::AtMost,
            (Some(_), Unbounded, Unbounded) => Qualifier::About,
            (None, Unbounded, Unbounded) => Qualifier::Indefinite,
        }
    }
}

const fn finite(bound: Bound<Decimal>) -> Option<Decimal> {
    match bound {
        Bound::Included(at) | Bound::Excluded(at) => Some(at),
        Bound::Unbounded => None,
    }
}

/// The qualifier as an English word and the number in Vietnamese format:
/// `more than 33.930.000.000`.
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.qualifier() {
            Qualifier::Exact => "",
            Qualifier::MoreThan => "more than ",
            Qualifier::AtLeast => "at least ",
            Qualifier::Almost => "almost ",
            Qualifier::LessThan => "less than ",
            Qualifier::AtMost => "at most ",
            _ => match (self.lower(), self.upper()) {
                (Some(low), Some(high)) => {
                    let (low, high) = (tinh_figures::digits(low), tinh_figures::digits(high));
                    return write!(f, "{low} to {high}");
                }
                _ => "about ",
            },
        };
        f.write_str(word)?;
        match self.stated() {
            Some(value) => write!(f, "{}", tinh_figures::digits(value)),
            None => f.write_str("?"),
        }
    }
}

impl Serialize for Interval {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = |value: Option<Decimal>| value.map(|v| v.normalize().to_string());
        let mut fields = serializer.serialize_struct("Interval", 4)?;
        fields.serialize_field("value", &text(self.nominal))?;
        fields.serialize_field("lower", &text(self.lower()))?;
        fields.serialize_field("upper", &text(self.upper()))?;
        fields.serialize_field("qualifier", self.qualifier().as_str())?;
        fields.end()
    }
}

/// A running sum of intervals, exact, merged in any order to the same value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IntervalSum {
    count: u64,
    nominal: ExactSum,
    lower: ExactSum,
    upper: ExactSum,
    without_nominal: bool,
    lower_is: Openness,
    upper_is: Openness,
    below_without_almost: bool,
    almost: bool,
}

/// How open one end of a sum is: as open as its most open part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Openness {
    #[default]
    Included,
    Excluded,
    Unbounded,
}

impl IntervalSum {
    /// Adds an interval.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where the sum leaves 128 bits.
    pub fn add(&mut self, interval: &Interval) -> Result<(), Error> {
        self.count = self.count.saturating_add(1);
        match interval.nominal {
            Some(value) => self.nominal.add(value)?,
            None => self.without_nominal = true,
        }
        let end = |bound, sum: &mut ExactSum| -> Result<Openness, Error> {
            Ok(match bound {
                Bound::Included(at) => {
                    sum.add(at)?;
                    Openness::Included
                }
                Bound::Excluded(at) => {
                    sum.add(at)?;
                    Openness::Excluded
                }
                Bound::Unbounded => Openness::Unbounded,
            })
        };
        self.lower_is = self.lower_is.max(end(interval.lower, &mut self.lower)?);
        let upper_is = end(interval.upper, &mut self.upper)?;
        if upper_is == Openness::Excluded {
            self.almost |= interval.almost;
            self.below_without_almost |= !interval.almost;
        }
        self.upper_is = self.upper_is.max(upper_is);
        Ok(())
    }

    /// Adds another sum.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where the sum leaves 128 bits.
    pub fn merge(&mut self, other: &Self) -> Result<(), Error> {
        self.count = self.count.saturating_add(other.count);
        self.nominal.merge(&other.nominal)?;
        self.lower.merge(&other.lower)?;
        self.upper.merge(&other.upper)?;
        self.without_nominal |= other.without_nominal;
        self.lower_is = self.lower_is.max(other.lower_is);
        self.upper_is = self.upper_is.max(other.upper_is);
        self.below_without_almost |= other.below_without_almost;
        self.almost |= other.almost;
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
    /// [`Error::TooLarge`] where it does not fit a decimal.
    pub fn total(&self) -> Result<Interval, Error> {
        let end = |sum: &ExactSum, openness| {
            Ok::<_, Error>(match openness {
                Openness::Included => Bound::Included(sum.total()?),
                Openness::Excluded => Bound::Excluded(sum.total()?),
                Openness::Unbounded => Bound::Unbounded,
            })
        };
        Ok(Interval {
            nominal: if self.without_nominal {
                None
            } else {
                Some(self.nominal.total()?)
            },
            lower: end(&self.lower, self.lower_is)?,
            upper: end(&self.upper, self.upper_is)?,
            almost: self.almost && !self.below_without_almost,
        })
    }
}
