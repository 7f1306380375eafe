//! Exact numbers wider than a `Decimal`.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::error::Error;

/// An exact decimal of up to 38 digits: a whole number of units of 10⁻ˢᶜᵃˡᵉ.
///
/// ```
/// use tinh_totals::columns::Wide;
/// let sum = Wide::new(i128::MAX, 2);
/// assert_eq!(sum.to_string(), "1701411834604692317316873037158841057.27");
/// assert!(sum.to_decimal().is_err()); // 28 digits would not hold it
/// assert_eq!(Wide::new(-5, 2).to_string(), "-0.05");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Wide {
    units: i128,
    scale: u32,
}

impl Wide {
    /// So many units of 10⁻ˢᶜᵃˡᵉ.
    #[must_use]
    pub const fn new(units: i128, scale: u32) -> Self {
        Self { units, scale }
    }

    /// The units.
    #[must_use]
    pub const fn units(self) -> i128 {
        self.units
    }

    /// The decimals.
    #[must_use]
    pub const fn scale(self) -> u32 {
        self.scale
    }

    /// The same as a `Decimal`.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where it has more than 28 digits; it is never
    /// rounded.
    pub fn to_decimal(self) -> Result<Decimal, Error> {
        let (mut units, mut scale) = (self.units, self.scale);
        // Trailing zeros need no digits.
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        Decimal::try_from_i128_with_scale(units, scale).map_err(|_| Error::TooLarge)
    }
}

impl fmt::Display for Wide {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.units.unsigned_abs().to_string();
        let scale = usize::try_from(self.scale).unwrap_or(usize::MAX).min(1_000);
        let digits = format!("{digits:0>width$}", width = scale.saturating_add(1));
        let (whole, rest) = digits.split_at(digits.len().saturating_sub(scale));
        let text = if rest.is_empty() {
            whole.to_owned()
        } else {
            format!("{whole}.{rest}")
        };
        f.pad_integral(self.units >= 0, "", &text)
    }
}

impl Serialize for Wide {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
