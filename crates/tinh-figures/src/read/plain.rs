//! The plain amount: digits, a scale, `USD` or `đồng` or `%`, and no more.
//!
//! Most figures of economic news have this shape, written in one way. It is
//! recognised by comparing bytes; anything else about it, down to a second
//! space, and the general reader takes over. Nothing is decided here that the
//! general reader would decide otherwise.

use super::digits::{self, Fault};
use super::number::Number;
use super::unit::Unit;
use super::{Reader, familiar};
use crate::currency::Currency;
use crate::figure::Kind;
use crate::fold::{self, Key};
use crate::lexicon::Word;

const USD: Key = fold::key("USD");
const DONG: Key = fold::key("đồng");

impl Reader<'_> {
    /// The plain amount that begins with the digit at `at`, when nothing after
    /// it can belong to it.
    pub(super) fn plain(&self, at: usize) -> Option<(Number, Unit)> {
        let bytes = self.bytes();
        let token = digits::token(bytes, at, self.set.mark, self.whole);
        if token.fault != Fault::None || token.zero_led {
            return None;
        }
        let mut number = Number {
            at,
            end: token.end,
            negative: false,
            mantissa: token.mantissa,
            places: token.places,
            other: token.other,
            significand: (token.mantissa, token.places),
            scale: 0,
            lone: false,
            spoken: false,
            plain: token.plain,
            digits: token.digits,
            zero_led: false,
            prefix: None,
        };
        if self.byte(token.end) == b'%' {
            let end = token.end + 1;
            let unit = Unit {
                kind: Kind::Percent,
                currency: None,
                end,
                amount: None,
            };
            return self.nothing_follows(end, false).then_some((number, unit));
        }
        if self.byte(token.end) != b' ' {
            return None;
        }
        let (mut syllable, mut word) = familiar::ahead(bytes, token.end + 1)?;
        let mut exponent = 0_u8;
        while let Some(Word::Scale(e)) = word {
            // `nghìn tỷ`, but not `tỷ nghìn`; twice at most.
            if exponent > 0 && (e <= exponent || exponent > 6) || self.byte(syllable.end) != b' ' {
                return None;
            }
            exponent += e;
            number.end = syllable.end;
            (syllable, word) = familiar::ahead(bytes, syllable.end + 1)?;
        }
        let (currency, dong) = match syllable.key {
            USD if syllable.shout => (Currency::USD, false),
            DONG => (Currency::VND, true),
            _ => return None,
        };
        if exponent > 0 {
            number.plain = false;
            number.scale = exponent;
            (number.mantissa, number.places) =
                digits::scaled(token.mantissa, token.places, exponent)?;
        }
        let end = syllable.end;
        let unit = Unit {
            kind: Kind::Money,
            currency: Some(currency),
            end,
            amount: None,
        };
        self.nothing_follows(end, dong).then_some((number, unit))
    }

    /// Whether the figure ends at `end` for certain: at a mark, or before a word
    /// of plain letters that no figure goes on with. After `đồng` any word may
    /// belong to it (`đồng yên`, `đồng chí`).
    fn nothing_follows(&self, end: usize, dong: bool) -> bool {
        match self.byte(end) {
            0 => end >= self.bytes().len(),
            b',' | b'.' | b';' | b')' | b'\n' => true,
            b' ' if !dong && !self.whole => {
                self.byte(end + 1).is_ascii_lowercase()
                    && !matches!(self.byte(end + 1), b'x' | b'c' | b't')
                    && self.word(end + 1).is_none()
            }
            _ => false,
        }
    }
}
