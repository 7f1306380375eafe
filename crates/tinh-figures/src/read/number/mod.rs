//! Numbers: a token or words, with scales, chains, halves and elisions.

mod chain;
mod scales;
mod spoken;

use super::Why;
use super::cursor::Cursor;
use super::token::digits::{self, Fault, Token};
use crate::currency::Currency;
use crate::figure::Other;
use crate::fold::{self, Key};
use crate::scale::MAX;
use crate::vocabulary::{Set, Word};

pub(super) use scales::Leading;

/// `trđ` of table heads: `tr` and `đ` in one word.
const TR_DONG: Key = fold::key("trđ");

/// Where reading goes on after what is not a number, and why it is not.
pub(super) type No = (usize, Why);

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
}

impl Cursor<'_> {
    /// The number that begins at `at`; else where to go on, and why.
    pub(super) fn number(&self, at: usize) -> Result<Number, No> {
        if self.digit(at) {
            let token = digits::token(self.bytes(), at, self.set.mark, self.whole);
            return self.number_of(at, token);
        }
        let mut number = Number::nothing(at);
        number.spoken = true;
        self.spoken_start(&mut number)?;
        number.significand = (number.mantissa, number.places);
        self.scale_up(&mut number)?;
        Ok(number)
    }

    /// The number that begins at `at` with this token.
    pub(super) fn number_of(&self, at: usize, token: Token) -> Result<Number, No> {
        match token.fault {
            Fault::None => {}
            Fault::Separators => return Err((token.end, Why::BadDigits)),
            Fault::Large => return Err((token.end, Why::TooLarge)),
        }
        let mut number = Number::of(at, &token);
        // Only a word can lead to a scale.
        let next = self.seen(token.end + self.gap(token.end));
        match next.word {
            // `vàng 18K`: a letter glued to the digits.
            Some(Word::Short(3)) if self.names_a_size(&number) => return Ok(number),
            Some(Word::Point) => self.digits_after_point(&mut number),
            None if next.syllable.is_none_or(|s| s.key != TR_DONG) => {
                self.per_mille(&mut number);
                return Ok(number);
            }
            _ => {}
        }
        self.scale_up(&mut number)?;
        Ok(number)
    }

    /// `2 phẩy 5`: digits on both sides of a spoken mark.
    fn digits_after_point(&self, number: &mut Number) {
        let Some((_, end)) = self.next_word(number.end) else {
            return;
        };
        let at = end + self.gap(end);
        if !number.plain || !self.digit(at) {
            return;
        }
        let token = digits::token(self.bytes(), at, self.set.mark, false);
        let Ok(places @ 1..=9) = u8::try_from(token.digits) else {
            return;
        };
        let Some(mantissa) = number
            .mantissa
            .checked_mul(crate::scale::pow10(places))
            .and_then(|m| m.checked_add(token.mantissa))
            .filter(|&m| token.plain && m <= MAX)
        else {
            return;
        };
        number.mantissa = mantissa;
        number.places = places;
        number.significand = (mantissa, places);
        number.plain = false;
        number.end = token.end;
    }

    /// `5‰`: thousandths, as `5 phần nghìn`.
    fn per_mille(&self, number: &mut Number) {
        let at = number.end + self.gap(number.end);
        if self.bytes().get(at..at + 3) == Some("‰".as_bytes()) && number.places + 3 <= 28 {
            number.places += 3;
            number.significand = (number.mantissa, number.places);
            number.plain = false;
            number.end = at + 3;
        }
    }

    /// Whether the `K` behind the number is not a thousand: `vàng 18K`, `màn hình
    /// 4K`. Prices in thousands after these words are larger.
    fn names_a_size(&self, number: &Number) -> bool {
        number.plain && number.mantissa <= 24 && self.seen_before(number.at, 0).sets.has(Set::Sized)
    }
}
