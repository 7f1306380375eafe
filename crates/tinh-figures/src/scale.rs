//! Scale words: `nghìn`, `triệu`, `tỷ` and their products.

use std::fmt;

use rust_decimal::Decimal;

/// The scale word of a number, as a power of ten.
///
/// ```
/// use tinh_figures::Scale;
///
/// assert_eq!(Scale::BILLION.exponent(), 9);
/// assert_eq!(Scale::BILLION.to_string(), "tỷ");
/// assert_eq!(Scale::from_exponent(12).map(|s| s.to_string()), Some("nghìn tỷ".to_owned()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scale(pub(crate) u8);

impl Scale {
    /// No scale word.
    pub const ONE: Self = Self(0);
    /// `chục`, 10.
    pub const TEN: Self = Self(1);
    /// `trăm`, 100.
    pub const HUNDRED: Self = Self(2);
    /// `nghìn`, `ngàn`: 1000.
    pub const THOUSAND: Self = Self(3);
    /// `vạn`, 10 000.
    pub const TEN_THOUSAND: Self = Self(4);
    /// `triệu`, 10⁶.
    pub const MILLION: Self = Self(6);
    /// `tỷ`, `tỉ`: 10⁹.
    pub const BILLION: Self = Self(9);
    /// `nghìn tỷ`, 10¹².
    pub const TRILLION: Self = Self(12);
    /// `triệu tỷ`, 10¹⁵.
    pub const QUADRILLION: Self = Self(15);
    /// `tỷ tỷ`, 10¹⁸.
    pub const QUINTILLION: Self = Self(18);

    /// The scale of this power of ten, up to 27 (`tỷ tỷ tỷ`).
    #[must_use]
    pub const fn from_exponent(exponent: u8) -> Option<Self> {
        if exponent <= 27 {
            Some(Self(exponent))
        } else {
            None
        }
    }

    /// The power of ten.
    #[must_use]
    pub const fn exponent(self) -> u8 {
        self.0
    }

    /// The factor, 10 to the exponent.
    #[must_use]
    pub const fn factor(self) -> Decimal {
        let [low, mid, high] = split(pow10(self.0));
        Decimal::from_parts(low, mid, high, false, 0)
    }
}

/// The three 32-bit limbs of a value below 2⁹⁶.
#[allow(clippy::cast_possible_truncation)] // the point of the function
pub(crate) const fn split(value: u128) -> [u32; 3] {
    [value as u32, (value >> 32) as u32, (value >> 64) as u32]
}

/// 10 to the `exponent`, at most 38.
pub(crate) const fn pow10(exponent: u8) -> u128 {
    const POWERS: [u128; 39] = {
        let mut powers = [1; 39];
        let mut i = 1;
        while i < 39 {
            powers[i] = powers[i - 1] * 10;
            i += 1;
        }
        powers
    };
    POWERS[if exponent < 39 { exponent as usize } else { 38 }]
}

/// 2⁹⁶ − 1, the largest mantissa of a decimal.
pub(crate) const MAX: u128 = (1 << 96) - 1;

/// `mantissa × 10^(exponent − places)` as mantissa and places, if it fits.
#[inline]
pub(crate) fn scaled(mantissa: u128, places: u8, exponent: u8) -> Option<(u128, u8)> {
    if exponent <= places {
        return Some((mantissa, places - exponent)).filter(|&(m, p)| m <= MAX && p <= 28);
    }
    // One machine word, as nearly always.
    if let Ok(short) = u64::try_from(mantissa)
        && let Ok(power) = u64::try_from(pow10(exponent - places))
        && let Some(value) = short.checked_mul(power)
    {
        return Some((u128::from(value), 0));
    }
    let value = mantissa.checked_mul(pow10(exponent - places))?;
    (value <= MAX && exponent - places < 39).then_some((value, 0))
}

/// The decimal of these parts, if it fits.
pub(crate) fn decimal(mantissa: u128, places: u8, negative: bool) -> Option<Decimal> {
    if mantissa > MAX || places > 28 {
        return None;
    }
    let [low, mid, high] = split(mantissa);
    Some(Decimal::from_parts(
        low,
        mid,
        high,
        negative,
        u32::from(places),
    ))
}

impl fmt::Display for Scale {
    /// The Northern words, largest part last; nothing for [`Scale::ONE`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut billions = self.0 / 9;
        let mut first = true;
        let mut put = |f: &mut fmt::Formatter<'_>, word: &str| {
            if !first {
                f.write_str(" ")?;
            }
            first = false;
            f.write_str(word)
        };
        for word in match self.0 % 9 {
            0 => &[] as &[&str],
            1 => &["chục"],
            2 => &["trăm"],
            3 => &["nghìn"],
            4 => &["vạn"],
            5 => &["trăm", "nghìn"],
            6 => &["triệu"],
            7 => &["chục", "triệu"],
            _ => &["trăm", "triệu"],
        } {
            put(f, word)?;
        }
        while billions > 0 {
            put(f, "tỷ")?;
            billions -= 1;
        }
        Ok(())
    }
}

/// A power of ten from 10 up in words: `chục nghìn`.
pub(crate) fn write_order(f: &mut fmt::Formatter<'_>, order: Decimal) -> fmt::Result {
    let mantissa = order.normalize().mantissa().unsigned_abs();
    let exponent = (1..=27).find(|&e| pow10(e) == mantissa).unwrap_or(1);
    // `vạn` is left to those who write it: hàng chục nghìn is the commoner form.
    let base = exponent % 9;
    match base {
        4 => write!(f, "chục nghìn")?,
        _ if base > 0 => write!(f, "{}", Scale(base))?,
        _ => {}
    }
    for n in 0..exponent / 9 {
        f.write_str(if n == 0 && base == 0 { "tỷ" } else { " tỷ" })?;
    }
    Ok(())
}
