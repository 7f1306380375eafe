//! Sums of decimals that never lose a digit.

use rust_decimal::Decimal;

use crate::error::{Error, ErrorKind};

/// An exact sum of decimals, merged in any order to the same value.
///
/// `Decimal::checked_add` rounds when a sum needs more than 96 bits. Here the
/// sum is an integer of 256 bits, counted in the finest scale met, and only the
/// end result must fit a `Decimal`; where it does not, that is an error.
///
/// ```
/// use tinh_totals::ExactSum;
/// use tinh_totals::rust_decimal::Decimal;
/// let mut sum = ExactSum::default();
/// sum.add("0.1".parse()?)?;
/// sum.add("79228162514264337593543950335".parse()?)?; // the largest decimal
/// sum.add("-79228162514264337593543950335".parse()?)?;
/// assert_eq!(sum.total()?, "0.1".parse::<Decimal>()?);  // still there
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExactSum {
    value: Wide,
    scale: u32,
}

impl ExactSum {
    /// Adds a number.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] after some 2⁶⁰ numbers of the largest size.
    pub fn add(&mut self, number: Decimal) -> Result<(), Error> {
        self.merge(&Self {
            value: Wide::of(number.mantissa()),
            scale: number.scale(),
        })
    }

    /// Adds another sum.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] as for [`add`](Self::add).
    pub fn merge(&mut self, other: &Self) -> Result<(), Error> {
        let scale = self.scale.max(other.scale);
        let sum = self.in_scale(scale).and_then(|own| {
            let other = other.in_scale(scale)?;
            own.plus(other)
        });
        self.value = sum.ok_or(ErrorKind::TooLarge)?;
        self.scale = scale;
        Ok(())
    }

    fn in_scale(&self, scale: u32) -> Option<Wide> {
        self.value.times_ten(scale.saturating_sub(self.scale))
    }

    /// The exact total.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] where it needs more than the 28 digits of a
    /// `Decimal`: it is never rounded.
    pub fn total(&self) -> Result<Decimal, Error> {
        let (value, dropped) = self.value.without_zeros(self.scale);
        let scale = self.scale.saturating_sub(dropped);
        let value = value.narrow().ok_or(ErrorKind::TooLarge)?;
        Decimal::try_from_i128_with_scale(value, scale).map_err(|_| ErrorKind::TooLarge.into())
    }
}

/// An integer of 256 bits: `high` times 2¹²⁸ and `low`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Wide {
    high: i128,
    low: u128,
}

impl Wide {
    const fn of(value: i128) -> Self {
        Self {
            high: value >> 127,
            low: value.cast_unsigned(),
        }
    }

    /// As 128 bits, where it fits.
    fn narrow(self) -> Option<i128> {
        let value = self.low.cast_signed();
        (Self::of(value) == self).then_some(value)
    }

    fn plus(self, other: Self) -> Option<Self> {
        let (low, carry) = self.low.overflowing_add(other.low);
        let high = self.high.checked_add(other.high)?;
        let high = high.checked_add(i128::from(carry))?;
        Some(Self { high, low })
    }

    fn times_ten(self, mut power: u32) -> Option<Self> {
        // The largest power of ten in 64 bits.
        const STEP: u32 = 19;
        let mut value = self;
        while power > 0 {
            let step = power.min(STEP);
            value = value.times(10_u64.checked_pow(step)?)?;
            power -= step;
        }
        Some(value)
    }

    fn times(self, factor: u64) -> Option<Self> {
        const HALF: u128 = u64::MAX as u128;
        let factor = u128::from(factor);
        let below = (self.low & HALF).checked_mul(factor)?;
        let above = (self.low >> 64)
            .checked_mul(factor)?
            .checked_add(below >> 64)?;
        let high = self.high.checked_mul(i128::try_from(factor).ok()?)?;
        Some(Self {
            high: high.checked_add(i128::try_from(above >> 64).ok()?)?,
            low: (above << 64) | (below & HALF),
        })
    }

    /// Without the zeros at its end, at most so many, and how many they are.
    fn without_zeros(self, most: u32) -> (Self, u32) {
        let (mut value, mut dropped) = (self, 0);
        while dropped < most {
            // Most sums fit a word, which is divided at once.
            let tenth = match value.narrow().map(i64::try_from) {
                Some(Ok(word)) if word % 10 == 0 => Some(Self::of(i128::from(word / 10))),
                Some(Ok(_)) => None,
                _ => value.tenth(),
            };
            let Some(tenth) = tenth else {
                break;
            };
            (value, dropped) = (tenth, dropped + 1);
        }
        (value, dropped)
    }

    /// A tenth of it, where it is a whole number.
    fn tenth(self) -> Option<Self> {
        // From the top down in words, each with what is left of the one above.
        let mut rest = self.high.rem_euclid(10).cast_unsigned();
        let high = self.high.div_euclid(10);
        let mut low = 0_u128;
        for shift in [64, 0] {
            let word = (self.low >> shift) & u128::from(u64::MAX);
            let part = (rest << 64) | word;
            low = (low << 64) | (part / 10);
            rest = part % 10;
        }
        (rest == 0).then_some(Self { high, low })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_total_that_does_not_fit_is_refused_not_rounded() {
        let mut sum = ExactSum::default();
        sum.add(Decimal::MAX).unwrap();
        sum.add("0.5".parse().unwrap()).unwrap();
        assert_eq!(sum.total(), Err(ErrorKind::TooLarge.into()));
        sum.add("-0.5".parse().unwrap()).unwrap();
        assert_eq!(sum.total(), Ok(Decimal::MAX));
    }

    #[test]
    fn signs_and_scales_carry() {
        let mut sum = ExactSum::default();
        for text in [
            "-0.05",
            "0.1",
            "1.95",
            "-3",
            "0.0000000000000000000000000001",
        ] {
            sum.add(text.parse().unwrap()).unwrap();
        }
        assert_eq!(
            sum.total().unwrap().to_string(),
            "-0.9999999999999999999999999999"
        );
    }
}
