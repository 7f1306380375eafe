//! Grouped digits.

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};

use super::convention::Convention;
use crate::currency::Currency;

/// A number in grouped digits; made by [`digits`].
///
/// ```
/// use tinh_figures::digits;
/// assert_eq!(digits(1489.into()).decimals(2).to_string(), "1.489,00");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Digits {
    value: Decimal,
    decimals: Option<u32>,
    convention: Convention,
}

/// Writes a number in grouped digits: `14.650.000.000`, `-0,5`.
///
/// Decimals print as they are, without trailing zeros, unless
/// [`decimals`](Digits::decimals) fixes their number.
///
/// ```
/// use rust_decimal::dec;
/// use tinh_figures::{Convention, digits};
///
/// assert_eq!(digits(dec!(14_650_000_000)).to_string(), "14.650.000.000");
/// assert_eq!(digits(dec!(1234.50)).to_string(), "1.234,5");
/// assert_eq!(digits(dec!(1234.5)).decimals(2).to_string(), "1.234,50");
/// assert_eq!(digits(dec!(2.675)).decimals(2).to_string(), "2,68");
/// assert_eq!(digits(dec!(1234.5)).convention(Convention::English).to_string(), "1,234.5");
/// ```
#[must_use]
pub const fn digits(value: Decimal) -> Digits {
    Digits {
        value,
        decimals: None,
        convention: Convention::Vietnamese,
    }
}

impl Digits {
    /// Exactly `n` decimals, at most 28; rounded half away from zero, as
    /// Vietnamese statistics and accounts do.
    #[must_use]
    pub const fn decimals(self, n: u32) -> Self {
        Self {
            decimals: Some(if n > 28 { 28 } else { n }),
            ..self
        }
    }

    /// Another convention than the Vietnamese.
    #[must_use]
    pub const fn convention(self, convention: Convention) -> Self {
        Self { convention, ..self }
    }
}

/// The digits of an amount. Three decimals of a currency without minor units are
/// written as four: `2,023 VND` is read as 2023.
pub(crate) fn amount(value: Decimal, currency: Option<Currency>) -> Digits {
    if looks_grouped(value, currency) {
        digits(value).decimals(4)
    } else {
        digits(value)
    }
}

/// Whether the decimals of an amount would be read as a group of digits.
pub(crate) fn looks_grouped(value: Decimal, currency: Option<Currency>) -> bool {
    let value = value.normalize().abs();
    value.scale() == 3
        && (Decimal::ONE..Decimal::ONE_THOUSAND).contains(&value)
        && currency.is_some_and(|c| c.minor_digits() == Some(0))
}

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = match self.decimals {
            None => self.value.normalize(),
            Some(n) => self
                .value
                .round_dp_with_strategy(n, RoundingStrategy::MidpointAwayFromZero),
        };
        let negative = value.is_sign_negative() && !value.is_zero();
        let (mantissa, scale) = (value.mantissa().unsigned_abs(), value.scale());
        let mut buffer = Buffer::new();
        buffer.number(mantissa, scale, self.decimals, self.convention);
        f.pad_integral(!negative, "", buffer.as_str())
    }
}

/// The text of one number, built backwards.
pub(super) struct Buffer {
    bytes: [u8; 128],
    start: usize,
}

impl Buffer {
    pub(super) const fn new() -> Self {
        Self {
            bytes: [0; 128],
            start: 128,
        }
    }

    fn push(&mut self, byte: u8) {
        if let Some(start) = self.start.checked_sub(1) {
            self.start = start;
            self.bytes[start] = byte;
        }
    }

    /// `mantissa / 10^scale` with groups; `decimals` pads with zeros.
    ///
    /// At most 29 digits, 28 + 27 places and the groups' marks: below 128 bytes.
    pub(super) fn number(
        &mut self,
        mantissa: u128,
        scale: u32,
        decimals: Option<u32>,
        convention: Convention,
    ) {
        let (group, mark) = match convention {
            Convention::Vietnamese => (b'.', b','),
            Convention::English => (b',', b'.'),
        };
        let mut rest = mantissa;
        let mut next = || {
            let digit = rest % 10;
            rest /= 10;
            (u8::try_from(digit).unwrap_or(0) + b'0', rest == 0)
        };
        let places = decimals.map_or(scale, |n| n.max(scale));
        for _ in scale..places {
            self.push(b'0');
        }
        for _ in 0..scale {
            self.push(next().0);
        }
        if places > 0 {
            self.push(mark);
        }
        let mut written = 0;
        loop {
            if written > 0 && written % 3 == 0 {
                self.push(group);
            }
            let (digit, last) = next();
            self.push(digit);
            written += 1;
            if last {
                break;
            }
        }
    }

    pub(super) fn as_str(&self) -> &str {
        self.bytes
            .get(self.start..)
            .and_then(|bytes| str::from_utf8(bytes).ok())
            .unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;

    #[test]
    fn groups_signs_and_places() {
        for (value, text) in [
            (dec!(0), "0"),
            (dec!(-0.0), "0"),
            (dec!(999), "999"),
            (dec!(1000), "1.000"),
            (dec!(-1234567.89), "-1.234.567,89"),
            (dec!(0.05), "0,05"),
            (Decimal::MAX, "79.228.162.514.264.337.593.543.950.335"),
        ] {
            assert_eq!(digits(value).to_string(), text);
        }
        assert_eq!(digits(dec!(-0.004)).decimals(2).to_string(), "0,00");
        assert_eq!(digits(dec!(-2.345)).decimals(2).to_string(), "-2,35");
        assert_eq!(digits(dec!(7)).decimals(3).to_string(), "7,000");
        assert_eq!(
            format!("{:>8}|{:<6}|", digits(dec!(1500)), digits(dec!(-5))),
            "   1.500|-5    |"
        );
    }
}
