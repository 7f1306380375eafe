//! Compact numbers: `14,65 tỷ USD`.

use std::fmt;

use rust_decimal::Decimal;

use super::convention::Convention;
use super::digits::{Buffer, looks_grouped};
use crate::currency::Currency;
use crate::scale::Scale;

/// A number with a scale word; made by [`compact`] or
/// [`Money::compact`](crate::Money::compact).
///
/// ```
/// use tinh_figures::{compact, Scale};
/// let capital = compact(14_650_000_000_u64.into());
/// assert_eq!(capital.to_string(), "14,65 tỷ");
/// assert_eq!(capital.in_scale(Scale::MILLION).to_string(), "14.650 triệu");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Compact {
    value: Decimal,
    scale: Option<Scale>,
    currency: Option<Currency>,
}

/// Writes a number in the scale that makes the shortest exact text.
///
/// Nothing is rounded: reading the text gives the value back. A text is short
/// when it has few digits, a word of the scale counting as two; of two equally
/// short ones the smaller scale is taken (`1.500`, not `1,5 nghìn`).
///
/// ```
/// use rust_decimal::dec;
/// use tinh_figures::{Scale, compact};
///
/// assert_eq!(compact(dec!(14_650_000_000)).to_string(), "14,65 tỷ");
/// assert_eq!(compact(dec!(518)).to_string(), "518");
/// assert_eq!(compact(dec!(230_000)).to_string(), "230 nghìn");
/// assert_eq!(compact(dec!(230_000)).in_scale(Scale::MILLION).to_string(), "0,23 triệu");
/// ```
#[must_use]
pub const fn compact(value: Decimal) -> Compact {
    Compact::of(value, None, None)
}

impl Compact {
    pub(crate) const fn of(
        value: Decimal,
        scale: Option<Scale>,
        currency: Option<Currency>,
    ) -> Self {
        Self {
            value,
            scale,
            currency,
        }
    }

    /// In this scale, exactly, however long.
    #[must_use]
    pub const fn in_scale(self, scale: Scale) -> Self {
        Self {
            scale: Some(scale),
            ..self
        }
    }
}

/// The scales the shortest text is sought in.
/// With the number of their words.
const CANDIDATES: [(Scale, u32); 8] = [
    (Scale::ONE, 0),
    (Scale::THOUSAND, 1),
    (Scale::MILLION, 1),
    (Scale::BILLION, 1),
    (Scale::TRILLION, 2),
    (Scale::QUADRILLION, 2),
    (Scale::QUINTILLION, 2),
    (Scale(27), 3),
];

impl Compact {
    fn write(self, scale: Scale, out: &mut impl fmt::Write) -> fmt::Result {
        let value = self.value.normalize();
        let mut mantissa = value.mantissa().unsigned_abs();
        let mut places = value.scale() + u32::from(scale.0);
        while places > 0 && mantissa != 0 && mantissa.is_multiple_of(10) {
            mantissa /= 10;
            places -= 1;
        }
        if mantissa == 0 {
            places = 0;
        }
        if value.is_sign_negative() && mantissa != 0 {
            out.write_char('-')?;
        }
        let mut buffer = Buffer::new();
        let grouped = scale == Scale::ONE && looks_grouped(value, self.currency);
        let decimals = grouped.then_some(4);
        buffer.number(mantissa, places, decimals, Convention::Vietnamese);
        out.write_str(buffer.as_str())?;
        if scale != Scale::ONE {
            write!(out, " {scale}")?;
        }
        Ok(())
    }

    /// The scale of the lowest cost: a digit counts one, a word of the scale two.
    fn shortest(self) -> Scale {
        let value = self.value.normalize();
        let mut best = (Scale::ONE, u32::MAX);
        for (scale, words) in CANDIDATES {
            if scale != Scale::ONE && value.abs() < scale.factor() {
                break;
            }
            // Digits before the mark, and what is left after it.
            let digits = digits_of(value.mantissa().unsigned_abs());
            let exponent = u32::from(scale.0);
            let zeros = trailing_zeros(value.mantissa().unsigned_abs());
            let cost = 2 * words
                + if value.scale() == 0 {
                    digits - zeros.min(exponent)
                } else {
                    digits
                };
            if cost < best.1 {
                best = (scale, cost);
            }
        }
        best.0
    }
}

fn digits_of(value: u128) -> u32 {
    value.checked_ilog10().map_or(1, |n| n + 1)
}

fn trailing_zeros(value: u128) -> u32 {
    let mut rest = value;
    let mut n = 0;
    while rest > 0 && rest.is_multiple_of(10) {
        rest /= 10;
        n += 1;
    }
    n
}

impl fmt::Display for Compact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(self.scale.unwrap_or_else(|| self.shortest()), f)?;
        match self.currency {
            Some(currency) => write!(f, " {currency}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;

    #[test]
    fn shortest_exact() {
        for (value, text) in [
            (dec!(0), "0"),
            (dec!(1), "1"),
            (dec!(0.125), "0,125"),
            (dec!(1000), "1 nghìn"),
            (dec!(1500), "1.500"),
            (dec!(1_200_000), "1,2 triệu"),
            (dec!(1_000_000), "1 triệu"),
            (dec!(-876_920_000), "-876,92 triệu"),
            (dec!(37_010_000_000_000), "37.010 tỷ"),
            (dec!(1_000_000_000_000_000_000_000_000_000), "1 tỷ tỷ tỷ"),
            (dec!(1234567.89), "1.234.567,89"),
        ] {
            assert_eq!(compact(value).to_string(), text);
        }
        assert_eq!(
            compact(dec!(5)).in_scale(Scale::BILLION).to_string(),
            "0,000000005 tỷ"
        );
        assert_eq!(
            compact(dec!(0)).in_scale(Scale::BILLION).to_string(),
            "0 tỷ"
        );
    }
}
