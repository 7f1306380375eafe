//! From what calamine holds of a cell to a value: the decimal that was meant,
//! the day of a serial number, the text of an error.

use calamine::CellErrorType;
use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::cell::Value;
use crate::error::ErrorKind;

/// The message where calamine itself gives up on a file.
pub(super) fn not_survived() -> ErrorKind {
    ErrorKind::Damaged("its records contradict each other".into())
}

/// The text of an error value.
pub(super) fn cell_error(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        _ => "#ERROR!",
    }
}

/// The day of a serial number shown as a date; a duration stays a number.
pub(super) fn day(serial: f64, is_date: bool, is_1904: bool) -> Value {
    let plain = number(serial);
    let Some(days) = plain
        .as_number()
        .filter(|_| is_date)
        .and_then(|serial| serial.floor().to_u64())
    else {
        return plain;
    };
    let base = if is_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)
    } else if days > 60 {
        // Spreadsheets count a 29 February 1900 that never was, day 60.
        NaiveDate::from_ymd_opt(1899, 12, 30)
    } else if (1..60).contains(&days) {
        NaiveDate::from_ymd_opt(1899, 12, 31)
    } else {
        None
    };
    base.and_then(|base| base.checked_add_days(Days::new(days)))
        .map_or(plain, Value::Date)
}

/// The shortest decimal that leads back to the same double, or its text where
/// it is out of range.
pub(super) fn number(double: f64) -> Value {
    // Counts and row numbers need no search for their digits. Up to 2⁵³ every
    // whole number is a double of its own.
    const WHOLE: i64 = 1 << 53;
    if let Some(whole) = double.to_i64()
        && (-WHOLE..=WHOLE).contains(&whole)
        && whole.to_f64() == Some(double)
    {
        return Value::Number(whole.into());
    }
    let mut buffer = ryu::Buffer::new();
    decimal(buffer.format(double)).map_or_else(
        || Value::OutOfRange(format!("{double:e}").into()),
        Value::Number,
    )
}

/// The decimal of `-1234.5`, `1.5e-7` or `2.5e16`; `None` where a decimal does
/// not hold it.
fn decimal(text: &str) -> Option<Decimal> {
    // A double has at most 17 digits.
    let (mut mantissa, mut places) = (0_u64, 0_i32);
    let (mut is_negative, mut is_past_point) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => {
                let digit = u64::from(byte.checked_sub(b'0')?);
                mantissa = mantissa.checked_mul(10)?.checked_add(digit)?;
                places += i32::from(is_past_point);
            }
            b'-' => is_negative = true,
            b'.' => is_past_point = true,
            b'e' => {
                let exponent: i32 = text.get(at.checked_add(1)?..)?.parse().ok()?;
                places = places.checked_sub(exponent)?;
                break;
            }
            // `NaN`, `inf`.
            _ => return None,
        }
    }
    // `20.0` and `2.0e16` end in a zero that says nothing.
    while places > 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
        places -= 1;
    }
    let mut mantissa = i128::from(mantissa);
    while places < 0 {
        // Ends soon: a decimal has 29 digits, and refuses more below.
        mantissa = mantissa.checked_mul(10)?;
        places += 1;
    }
    let signed = if is_negative { -mantissa } else { mantissa };
    Decimal::try_from_i128_with_scale(signed, u32::try_from(places).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_the_decimals_meant() {
        for (written, meant) in [
            ("7190.7741480000004", "7190.774148"),
            ("0.10000000000000001", "0.1"),
            ("27718.130307010859", "27718.13030701086"),
            ("49470.298347619995", "49470.298347619995"),
            ("-60.945119999999996", "-60.945119999999996"),
            ("-1E-06", "-0.000001"),
            ("1e5", "100000"),
            ("23183", "23183"),
            ("-0", "0"),
        ] {
            let double: f64 = written.parse().unwrap();
            assert_eq!(number(double).to_string(), meant, "{written}");
        }
        for far in [1e300, 1e-30, f64::NAN, f64::INFINITY] {
            assert!(matches!(number(far), Value::OutOfRange(_)), "{far}");
        }
    }

    proptest! {
        #[test]
        fn the_decimal_leads_back_to_the_double(bits in any::<u64>()) {
            let double = f64::from_bits(bits);
            if let Some(decimal) = number(double).as_number() {
                prop_assert_eq!(decimal.to_string().parse(), Ok(double));
                prop_assert_eq!(decimal, decimal.normalize());
                // No longer than the shortest the standard library finds.
                let shortest = double.abs().to_string().replace('.', "");
                let found = decimal.abs().to_string().replace('.', "");
                prop_assert_eq!(found.len(), shortest.len());
            }
        }

        #[test]
        fn what_was_typed_is_what_is_read(
            digits in -999_999_999_999_999_i64..=999_999_999_999_999,
            places in 0_u32..=15,
        ) {
            let typed = Decimal::new(digits, places).normalize();
            let double: f64 = typed.to_string().parse()?;
            prop_assert_eq!(number(double), Value::Number(typed));
        }
    }
}
