//! A number as read, before any unit.

use crate::currency::Currency;
use crate::figure::Other;
use crate::fold::{self, Key};
use crate::read::outcome::Why;
use crate::read::token::digits::Token;

/// `trđ` of table heads: `tr` and `đ` in one word.
pub(in crate::read) const TR_DONG: Key = fold::key("trđ");

/// Where reading goes on after what is not a number, and why it is not.
pub(in crate::read) type No = (usize, Why);

/// A number as read, before any unit.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Number {
    /// Where the digits or words begin (a sign or symbol may stand before).
    pub(in crate::read) at: usize,
    pub(in crate::read) end: usize,
    pub(in crate::read) negative: bool,
    /// The value: mantissa and places.
    pub(in crate::read) mantissa: u128,
    pub(in crate::read) places: u8,
    pub(in crate::read) other: Other,
    /// As written: mantissa and places before the scale.
    pub(in crate::read) significand: (u128, u8),
    pub(in crate::read) scale: u8,
    /// One spelled-out word below ten, or two with the ten left out: a figure
    /// in running text only by what follows.
    pub(in crate::read) lone: bool,
    pub(in crate::read) spoken: bool,
    /// The `một` before its first scale is left out, as only a bound before it
    /// allows: `hơn trăm`.
    pub(in crate::read) bounded: bool,
    /// Digits alone, without separator or scale.
    pub(in crate::read) plain: bool,
    /// How many digits the token has, and whether it begins with a needless 0.
    pub(in crate::read) digits: usize,
    pub(in crate::read) zero_led: bool,
    /// What a fraction in words divides by; the mantissa is the numerator then.
    pub(in crate::read) denominator: Option<u128>,
    /// The currency written before the number, and whether there is one.
    pub(in crate::read) prefix: Option<Currency>,
}

impl Number {
    /// A number of which nothing has been read, at `at`.
    pub(in crate::read) const fn nothing(at: usize) -> Self {
        Self {
            at,
            end: at,
            negative: false,
            mantissa: 0,
            places: 0,
            other: Other::None,
            significand: (0, 0),
            scale: 0,
            lone: false,
            spoken: false,
            bounded: false,
            plain: false,
            digits: 0,
            zero_led: false,
            denominator: None,
            prefix: None,
        }
    }

    /// The digits that begin at `at`.
    pub(in crate::read) const fn of(at: usize, token: &Token) -> Self {
        Self {
            end: token.end,
            mantissa: token.mantissa,
            places: token.places,
            other: token.other,
            significand: (token.mantissa, token.places),
            plain: token.plain,
            digits: token.digits,
            zero_led: token.zero_led,
            ..Self::nothing(at)
        }
    }

    /// Whether it looks like a year: four digits, no mark, 1900 to 2099.
    pub(in crate::read) fn is_year(&self) -> bool {
        self.plain && self.digits == 4 && (1900..2100).contains(&self.mantissa)
    }
}
