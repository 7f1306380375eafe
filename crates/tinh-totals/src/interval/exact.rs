//! Sums of decimals that never lose a digit.

use rust_decimal::Decimal;

use crate::error::{Error, ErrorKind};

/// The number of scales a `Decimal` can have: 0 to 28 digits after the mark.
const SCALES: usize = 29;

/// An exact sum of decimals, merged in any order to the same value.
///
/// `Decimal::checked_add` rounds when a sum needs more than 96 bits. Here the
/// mantissas of each scale are kept apart as 128-bit integers, and only the
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
    by_scale: [i128; SCALES],
}

impl ExactSum {
    /// Adds a number.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] after some 2³¹ numbers of the largest size.
    pub fn add(&mut self, number: Decimal) -> Result<(), Error> {
        let slot = usize::try_from(number.scale())
            .ok()
            .and_then(|scale| self.by_scale.get_mut(scale))
            .ok_or(ErrorKind::TooLarge)?;
        *slot = slot
            .checked_add(number.mantissa())
            .ok_or(ErrorKind::TooLarge)?;
        Ok(())
    }

    /// Adds another sum.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] as for [`add`](Self::add).
    pub fn merge(&mut self, other: &Self) -> Result<(), Error> {
        for (slot, more) in self.by_scale.iter_mut().zip(other.by_scale) {
            *slot = slot.checked_add(more).ok_or(ErrorKind::TooLarge)?;
        }
        Ok(())
    }

    /// The exact total.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] where it needs more than the 28 digits of a
    /// `Decimal`: it is never rounded.
    pub fn total(&self) -> Result<Decimal, Error> {
        // From the finest scale up: what a scale holds beyond full tens is
        // carried into the coarser one, so that trailing zeros cost nothing.
        let mut carry: i128 = 0;
        let mut digits: i128 = 0;
        let mut digits_scale: u32 = 0;
        let mut place: i128 = 1;
        let mut started = false;
        for scale in (0..SCALES).rev() {
            let here = self.by_scale.get(scale).copied().unwrap_or_default();
            carry = carry.checked_add(here).ok_or(ErrorKind::TooLarge)?;
            if scale == 0 {
                break;
            }
            let digit = carry % 10;
            carry /= 10;
            if started {
                place = place.checked_mul(10).ok_or(ErrorKind::TooLarge)?;
                let value = digit.checked_mul(place).ok_or(ErrorKind::TooLarge)?;
                digits = digits.checked_add(value).ok_or(ErrorKind::TooLarge)?;
            } else if digit != 0 {
                started = true;
                digits = digit;
                digits_scale = u32::try_from(scale).unwrap_or_default();
            }
        }
        if started {
            place = place.checked_mul(10).ok_or(ErrorKind::TooLarge)?;
            let whole = carry.checked_mul(place).ok_or(ErrorKind::TooLarge)?;
            digits = digits.checked_add(whole).ok_or(ErrorKind::TooLarge)?;
        } else {
            digits = carry;
        }
        Decimal::try_from_i128_with_scale(digits, digits_scale)
            .map_err(|_| ErrorKind::TooLarge.into())
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
