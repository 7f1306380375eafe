//! Money: an exact decimal in one currency.

use std::fmt;

use rust_decimal::Decimal;

use crate::currency::Currency;
use crate::scale::Scale;
use crate::write::{Compact, MoneyWords};

/// An exact amount in one currency.
///
/// There is no `+`: two currencies do not add, and a sum may be too large. Use
/// [`checked_add`](Self::checked_add).
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use rust_decimal::dec;
/// use tinh_figures::{Currency, Money};
///
/// let m: Money = "14,65 tỷ USD".parse()?;
/// assert_eq!(m.amount(), dec!(14_650_000_000));
/// assert_eq!(m.currency(), Currency::USD);
/// assert_eq!(m.to_string(), "14.650.000.000 USD");
/// assert_eq!(m.compact().to_string(), "14,65 tỷ USD");
/// assert_eq!(m.in_words().southern().to_string(), "mười bốn tỷ sáu trăm năm mươi triệu đô la Mỹ");
/// assert!("trên 24,5 tỷ USD".parse::<Money>().is_err()); // a bound is no amount
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    amount: Decimal,
    currency: Currency,
}

/// Why two amounts do not add.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MoneyError {
    /// The amounts are of two currencies.
    #[error("cannot add or subtract {0} and {1}")]
    Currencies(Currency, Currency),
    /// The result is beyond an exact decimal.
    #[error("the result in {0} is beyond 28 exact digits")]
    Overflow(Currency),
}

impl Money {
    /// An amount, in major units: `Money::new(dec!(2.5), Currency::USD)` is two
    /// dollars and a half.
    #[must_use]
    pub const fn new(amount: Decimal, currency: Currency) -> Self {
        Self { amount, currency }
    }

    /// The amount in major units.
    #[must_use]
    pub const fn amount(&self) -> Decimal {
        self.amount
    }

    /// The currency.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// The sum.
    ///
    /// # Errors
    /// [`MoneyError::Currencies`] names the two currencies where they differ;
    /// [`MoneyError::Overflow`] where no decimal holds the sum exactly.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.combine(other, exact_add)
    }

    /// The difference.
    ///
    /// # Errors
    /// As [`checked_add`](Self::checked_add).
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.combine(other, |a, b| exact_add(a, -b))
    }

    fn combine(
        self,
        other: Self,
        f: impl FnOnce(Decimal, Decimal) -> Option<Decimal>,
    ) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Currencies(self.currency, other.currency));
        }
        let amount = f(self.amount, other.amount).ok_or(MoneyError::Overflow(self.currency))?;
        Ok(Self { amount, ..self })
    }

    /// The shortest exact text: `14,65 tỷ USD`.
    #[must_use]
    pub const fn compact(&self) -> Compact {
        Compact::of(self.amount, None, Some(self.currency))
    }

    /// The amount in a chosen scale, exactly: `14.650 triệu USD`.
    ///
    /// ```
    /// use rust_decimal::dec;
    /// use tinh_figures::{Currency, Money, Scale};
    ///
    /// let m = Money::new(dec!(14_650_000_000), Currency::USD);
    /// assert_eq!(m.compact_in(Scale::MILLION).to_string(), "14.650 triệu USD");
    /// ```
    #[must_use]
    pub const fn compact_in(&self, scale: Scale) -> Compact {
        Compact::of(self.amount, Some(scale), Some(self.currency))
    }

    /// The amount in words, with the currency's Vietnamese name.
    #[must_use]
    pub const fn in_words(&self) -> MoneyWords {
        MoneyWords::of(self.amount, self.currency)
    }
}

/// The sum where a decimal holds it without rounding.
///
/// `Decimal::checked_add` rounds when digits run out; money must not.
fn exact_add(a: Decimal, b: Decimal) -> Option<Decimal> {
    let sum = a.checked_add(b)?;
    (sum.scale() >= a.normalize().scale().max(b.normalize().scale())
        || sum.checked_sub(b) == Some(a) && sum.checked_sub(a) == Some(b))
    .then_some(sum)
}

impl fmt::Display for Money {
    /// Grouped digits and the code: `14.650.000.000 USD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", crate::digits(self.amount), self.currency)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Money {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut s = serializer.serialize_struct("Money", 2)?;
        s.serialize_field("amount", &self.amount)?;
        s.serialize_field("currency", &self.currency)?;
        s.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Money {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(rename = "Money", deny_unknown_fields)]
        struct Plain {
            amount: Decimal,
            currency: Currency,
        }
        let plain = Plain::deserialize(deserializer)?;
        Ok(Self::new(plain.amount, plain.currency))
    }
}
