//! Numbers: a token or words, with scales, chains, halves and elisions.

mod chain;
mod scales;
mod spoken;
mod value;

use super::cursor::Cursor;
use super::outcome::Why;
use super::token::digits::{self, Fault, Token};
use crate::scale::MAX;
use crate::vocabulary::{Set, Word};

pub(super) use scales::Leading;
pub(super) use value::{No, Number, TR_DONG};

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
        number.plain && number.mantissa <= 24 && self.label(number.at, 0).sets.has(Set::Sized)
    }
}
