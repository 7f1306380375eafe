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
const DIGITS: u32 = 9;

/// The largest integer of 38 digits.
const MAX: i128 = 99_999_999_999_999_999_999_999_999_999_999_999_999;

/// The number in units of the ninth digit after the mark; `None` where it
/// has more digits than that.
pub(crate) fn to_scaled(value: Decimal) -> Option<i128> {
    let mantissa = value.mantissa();
    let scaled = match value.scale() {
        DIGITS => mantissa,
        scale if scale < DIGITS => mantissa.checked_mul(power(DIGITS - scale)?)?,
        scale => {
            let unit = power(scale - DIGITS)?;
            if mantissa % unit != 0 {
                return None;
            }
            mantissa / unit
        }
    };
    (scaled.checked_abs()? <= MAX).then_some(scaled)
}

/// A column's number with `scale` digits after the mark as a `Decimal`, as
/// short as it can be; `None` beyond 28 digits.
pub(crate) fn from_scaled(mut value: i128, mut scale: u32) -> Option<Decimal> {
    while scale > 0 && value % 10 == 0 {
        value /= 10;
        scale -= 1;
    }
    Decimal::try_from_i128_with_scale(value, scale).ok()
}

fn power(exponent: u32) -> Option<i128> {
    10_i128.checked_pow(exponent)
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
    fn a_column_may_hold_more_than_a_decimal() {
        assert_eq!(from_scaled(MAX, 9), None);
        assert_eq!(from_scaled(i128::MAX, 0), None);
        let ten = Decimal::from(10);
        assert_eq!(from_scaled(10_000_000_000, 9), Some(ten));
    }
}
