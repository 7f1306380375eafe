//! What is known of a partial sum, in the form its columns have: three numbers,
//! and flags for what the numbers do not tell.
//!
//! Adding is three additions and one *or*, for whatever ends; the
//! [`Bounds`] they stand for are made once, of the total.

use std::ops::{BitOr, Bound};

use datafusion::arrow::datatypes::i256;
use tinh_figures::{Bounds, Qualifier};

/// What the numbers do not tell. Each flag stays in every sum with the part
/// that has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags(u8);

impl Flags {
    const NO_VALUE: Self = Self(1);
    const LOWER_EXCLUDED: Self = Self(1 << 1);
    const LOWER_UNBOUNDED: Self = Self(1 << 2);
    /// An excluded upper end that nobody said was nearly reached.
    const UPPER_EXCLUDED: Self = Self(1 << 3);
    const UPPER_UNBOUNDED: Self = Self(1 << 4);
    /// An excluded upper end that was said to be nearly reached (*gần*).
    const ALMOST: Self = Self(1 << 5);

    /// Which ends a qualifier excludes. An end whose kind the qualifier does
    /// not tell is read as included: that is never narrower than the truth.
    pub(super) fn excluded_by(qualifier: Qualifier) -> Self {
        match qualifier {
            Qualifier::MoreThan => Self::LOWER_EXCLUDED,
            Qualifier::LessThan => Self::UPPER_EXCLUDED,
            Qualifier::Almost => Self::ALMOST,
            _ => Self::default(),
        }
    }

    /// Whether the value (0), the lower end (1) or the upper end (2) is
    /// missing. An end that is missing is not excluded too, whatever its flag.
    #[inline]
    pub(super) const fn missing(at: usize, is_missing: bool) -> Self {
        match (is_missing, at) {
            (false, _) => Self(0),
            (true, 0) => Self::NO_VALUE,
            (true, 1) => Self::LOWER_UNBOUNDED,
            (true, _) => Self::UPPER_UNBOUNDED,
        }
    }

    /// Whether both have a flag in common.
    #[inline]
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// As a column holds them.
    pub(super) fn bits(self) -> i64 {
        self.0.into()
    }

    /// Those that [`Flags::bits`] wrote.
    pub(super) fn from_bits(bits: i64) -> Self {
        let [bits, ..] = bits.to_le_bytes();
        Self(bits)
    }
}

impl BitOr for Flags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Value, lower and upper end of a partial sum, with their flags. A number
/// that is missing is zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ends {
    pub(super) numbers: [i256; 3],
    pub(super) flags: Flags,
}

impl Ends {
    /// Adds an amount, or another partial sum. 256 bits hold the sum of more
    /// columns of 38 digits than a machine holds.
    #[inline]
    pub(super) fn add(&mut self, other: Self) {
        for (sum, number) in self.numbers.iter_mut().zip(other.numbers) {
            *sum = sum.wrapping_add(number);
        }
        self.flags = self.flags | other.flags;
    }

    /// The bounds they stand for.
    pub(super) fn bounds(&self) -> Bounds<i256> {
        let [value, lower, upper] = self.numbers;
        let has = |flag| self.flags.meets(flag);
        let end = |at, is_unbounded: bool, is_excluded: bool| match (is_unbounded, is_excluded) {
            (true, _) => Bound::Unbounded,
            (false, true) => Bound::Excluded(at),
            (false, false) => Bound::Included(at),
        };
        let only_below = has(Flags::UPPER_EXCLUDED);
        let almost = has(Flags::ALMOST);
        Bounds::new(
            (!has(Flags::NO_VALUE)).then_some(value),
            end(
                lower,
                has(Flags::LOWER_UNBOUNDED),
                has(Flags::LOWER_EXCLUDED),
            ),
            end(upper, has(Flags::UPPER_UNBOUNDED), only_below || almost),
        )
        .nearly_reached(almost && !only_below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ends of an amount, by its qualifier and which numbers are missing.
    fn every_kind() -> Vec<Ends> {
        let qualifiers = [
            Qualifier::Exact,
            Qualifier::MoreThan,
            Qualifier::LessThan,
            Qualifier::Almost,
            Qualifier::About,
        ];
        let mut all = Vec::new();
        for qualifier in qualifiers {
            for missing in 0..8_u8 {
                let missing = [1, 2, 4].map(|bit| missing & bit != 0);
                let mut numbers = [7, 5, 9].map(i256::from_i128);
                for (number, missing) in numbers.iter_mut().zip(missing) {
                    if missing {
                        *number = i256::ZERO;
                    }
                }
                let flags = missing
                    .into_iter()
                    .enumerate()
                    .map(|(at, missing)| Flags::missing(at, missing))
                    .fold(Flags::excluded_by(qualifier), Flags::bitor);
                all.push(Ends { numbers, flags });
            }
        }
        all
    }

    /// Whatever is added to whatever, in threes too, is what the library's
    /// bounds add up to.
    #[test]
    fn a_sum_is_the_sum_of_the_bounds() {
        let all = every_kind();
        for first in &all {
            for second in &all {
                for third in &all {
                    let mut sum = Ends::default();
                    let mut bounds = Bounds::default();
                    for part in [first, second, third] {
                        sum.add(*part);
                        let add = |a: i256, b: i256| a.checked_add(b);
                        bounds = bounds.plus(&part.bounds(), add).unwrap();
                    }
                    assert_eq!(sum.bounds(), bounds, "{first:?} {second:?} {third:?}");
                }
            }
        }
    }

    #[test]
    fn flags_pass_through_a_column() {
        for ends in every_kind() {
            assert_eq!(Flags::from_bits(ends.flags.bits()), ends.flags);
        }
    }
}
