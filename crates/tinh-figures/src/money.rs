//! Money: an exact decimal in one currency.

use std::cmp::Ordering;
use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::currency::Currency;
use crate::language::Language;
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

/// Why two amounts do not add, or an amount cannot be paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum MoneyError {
    /// The amounts are of two currencies.
    #[error("cannot add or subtract {0} and {1}")]
    Currencies(Currency, Currency),
    /// The result is beyond an exact decimal.
    #[error("the result in {0} is beyond 28 exact digits")]
    Overflow(Currency),
    /// The amount has more decimals than the currency has minor units: half a đồng.
    #[error("{0} {1} is not a whole number of minor units")]
    MinorUnits(Decimal, Currency),
}

impl MoneyError {
    /// The message for a reader, in this language.
    ///
    /// ```
    /// use rust_decimal::dec;
    /// use tinh_figures::{Currency, Language, Money};
    ///
    /// let error = Money::new(dec!(0.5), Currency::VND).check_minor_units().unwrap_err();
    /// assert_eq!(error.in_language(Language::Vietnamese), "0,5 VND lẻ hơn đơn vị nhỏ nhất của đồng tiền");
    /// assert_eq!(error.to_string(), "0.5 VND is not a whole number of minor units");
    /// ```
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        if language == Language::English {
            return self.to_string();
        }
        match self {
            Self::Currencies(one, other) => format!("không cộng trừ được {one} với {other}"),
            Self::Overflow(currency) => format!("kết quả bằng {currency} vượt quá 28 chữ số"),
            Self::MinorUnits(amount, currency) => format!(
                "{} {currency} lẻ hơn đơn vị nhỏ nhất của đồng tiền",
                crate::digits(*amount)
            ),
        }
    }
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

    /// Checks that the amount is a whole number of the currency's minor units:
    /// cents for the dollar, đồng for the đồng. Always so where ISO 4217 knows no
    /// minor unit (gold).
    ///
    /// # Errors
    /// [`MoneyError::MinorUnits`], as for `0,5 VND`.
    pub fn check_minor_units(&self) -> Result<(), MoneyError> {
        match self.currency.minor_digits() {
            Some(digits) if self.amount.normalize().scale() > u32::from(digits) => {
                Err(MoneyError::MinorUnits(self.amount, self.currency))
            }
            _ => Ok(()),
        }
    }

    /// The amount rounded to the currency's minor units.
    ///
    /// ```
    /// use rust_decimal::{RoundingStrategy, dec};
    /// use tinh_figures::{Currency, Money};
    ///
    /// let half = Money::new(dec!(1234.5), Currency::VND);
    /// let up = half.round_to_minor_units(RoundingStrategy::MidpointAwayFromZero);
    /// assert_eq!(up.to_string(), "1.235 VND");
    /// ```
    #[must_use]
    pub fn round_to_minor_units(self, strategy: RoundingStrategy) -> Self {
        match self.currency.minor_digits() {
            Some(digits) => Self {
                amount: self.amount.round_dp_with_strategy(digits.into(), strategy),
                ..self
            },
            None => self,
        }
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

impl PartialOrd for Money {
    /// Compares amounts of one currency; amounts of two have no order.
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (self.currency == other.currency).then(|| self.amount.cmp(&other.amount))
    }
}

impl fmt::Display for Money {
    /// Grouped digits and the code: `14.650.000.000 USD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = crate::write::amount(self.amount, Some(self.currency));
        write!(f, "{digits} {}", self.currency)
    }
}
