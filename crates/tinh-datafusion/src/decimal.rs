//! Exact decimals in and out of Arrow's fixed-point columns.

use datafusion::arrow::datatypes::DataType;
use tinh_figures::rust_decimal::Decimal;

/// Digits of every decimal column made here: all that `Decimal128` has.
pub const PRECISION: u8 = 38;

/// Digits after the mark of every decimal column made here.
///
/// Nine leave 29 before the mark, and that is as many as the largest
/// [`Decimal`] has. An amount with more than nine digits after the mark is
/// refused with a reason, never rounded.
pub const SCALE: i8 = 9;

/// The type of every decimal column made here: `DECIMAL(38, 9)`.
pub const DECIMAL: DataType = DataType::Decimal128(PRECISION, SCALE);

/// [`SCALE`], as a `Decimal` counts.
pub(crate) const DIGITS: u32 = 9;

/// The largest integer of 38 digits.
const MAX: i128 = 99_999_999_999_999_999_999_999_999_999_999_999_999;

/// The number in units of the ninth digit after the mark; `None` where it
/// has more digits than that.
#[inline]
pub(crate) fn to_scaled(value: Decimal) -> Option<i128> {
    let (mantissa, scale) = (value.mantissa(), value.scale());
    if let Some(missing) = DIGITS.checked_sub(scale) {
        let unit = *POWERS.get(usize::try_from(missing).ok()?)?;
        // Most amounts are short, and a product of two short factors is one
        // instruction where that of long ones is a call.
        if let Ok(short) = i64::try_from(mantissa) {
            return Some(i128::from(short) * i128::from(unit));
        }
        let scaled = mantissa.checked_mul(i128::from(unit))?;
        return (-MAX..=MAX).contains(&scaled).then_some(scaled);
    }
    let unit = 10_i128.checked_pow(scale - DIGITS)?;
    (mantissa % unit == 0).then_some(mantissa / unit)
}

/// Powers of ten up to [`DIGITS`].
const POWERS: [i64; 10] = [
    1,
    10,
    100,
    1_000,
    10_000,
    100_000,
    1_000_000,
    10_000_000,
    100_000_000,
    1_000_000_000,
];

/// A column's number with `scale` digits after the mark as a `Decimal`, as
/// short as it can be; `None` beyond 28 digits.
pub(crate) fn from_scaled(mut value: i128, mut scale: u32) -> Option<Decimal> {
    while scale > 0 && value % 10 == 0 {
        value /= 10;
        scale -= 1;
    }
    Decimal::try_from_i128_with_scale(value, scale).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_whole_decimal_fits() {
        for value in [Decimal::MAX, Decimal::MIN, Decimal::ZERO] {
            let scaled = to_scaled(value).unwrap();
            assert_eq!(from_scaled(scaled, 9), Some(value));
        }
    }

    #[test]
    fn a_tenth_digit_is_refused_unless_it_is_zero() {
        let scaled = |text: &str| to_scaled(text.parse().unwrap());
        assert_eq!(scaled("0.000000001"), Some(1));
        assert_eq!(scaled("0.0000000010"), Some(1));
        assert_eq!(scaled("-1.5"), Some(-1_500_000_000));
        assert_eq!(scaled("0.0000000001"), None);
        assert_eq!(scaled("0.0000000000000000000000000001"), None);
    }

    #[test]
    fn short_and_long_numbers_scale_alike() {
        for scale in 0..=9_u32 {
            for mantissa in [0, 1, i128::from(i64::MAX), i128::from(i64::MAX) + 1] {
                for mantissa in [mantissa, -mantissa] {
                    let number = Decimal::try_from_i128_with_scale(mantissa, scale).unwrap();
                    let expected = mantissa * 10_i128.pow(9 - scale);
                    assert_eq!(to_scaled(number), Some(expected), "{number}");
                }
            }
        }
    }

    #[test]
    fn a_column_may_hold_more_than_a_decimal() {
        assert_eq!(from_scaled(MAX, 9), None);
        assert_eq!(from_scaled(i128::MAX, 0), None);
        let ten = Decimal::from(10);
        assert_eq!(from_scaled(10_000_000_000, 9), Some(ten));
    }
}
