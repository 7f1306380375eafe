//! Figures that begin with a word of their own: `gấp đôi`, `thứ nhất`, `lần thứ
//! XVI`, `hàng trăm`.

use super::unit::Unit;
use crate::figure::Kind;
use crate::read::cursor::Cursor;
use crate::read::number::{Leading, Number};
use crate::read::token::Span;
use crate::read::token::noun::Noun;
use crate::scale::pow10;
use crate::vocabulary::{Set, Word};

/// A figure without digits or number words of its own, or where to go on.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) enum Fixed {
    /// A finished value: its mantissa and places.
    Value {
        span: Span,
        kind: Kind,
        value: (u128, u8),
    },
    /// An order of magnitude: its first word, its number with the scale, and what
    /// follows.
    Order {
        first: Span,
        number: Number,
        unit: Unit,
        noun: Noun,
    },
    /// No figure.
    Skip(usize),
}

impl Cursor<'_> {
    /// A figure that begins with `gấp`, `thứ`, `hạng`, `hàng`, `vài`, `cả` or
    /// `đầu tiên`.
    pub(in crate::read) fn fixed(&self, at: usize, floor: usize) -> Option<Fixed> {
        let seen = self.seen(at);
        let end = seen.syllable?.end;
        let compound = || self.sets_before_word(&seen, floor).0.has(Set::Compound);
        match seen.word {
            None if seen.sets.has(Set::Orders) => {
                (self.bare_scale(end).is_some() && !compound()).then(|| self.order(at, end, end))
            }
            None if self.whole => self.first_of_all(at, at),
            Some(Word::Times) if self.whole => self.first_of_all(at, end + self.gap(end)),
            Some(Word::Fold) => {
                let (value, end) = match self.next_word(end) {
                    Some((Word::Double, end)) => ((2, 0), end),
                    Some((Word::Half, end)) => ((15, 1), end),
                    _ => return Some(Fixed::Skip(end)),
                };
                Some(Fixed::Value {
                    span: (at, end),
                    kind: Kind::Multiple,
                    value,
                })
            }
            Some(Word::Nth | Word::Rank) => Some(self.nth(at, end, floor)),
            Some(Word::Order) if compound() => Some(Fixed::Skip(end)),
            Some(Word::Order) => Some(self.order(at, end, end)),
            // `vài ba trăm`, `dăm bảy chục`.
            Some(Word::Few) => {
                let scales = match self.next_word(end) {
                    Some((Word::Digit(_), after)) => after,
                    _ => end,
                };
                Some(self.order(at, end, scales))
            }
            _ => None,
        }
    }

    /// `đầu tiên` at `here`, alone or behind the `lần` at `at`: in a phrase only.
    fn first_of_all(&self, at: usize, here: usize) -> Option<Fixed> {
        let first = self.seen(here);
        if !self.pair_ahead(&first, Set::FirstOfAll) {
            return None;
        }
        let end = self.next(first.syllable?.end)?.syllable?.end;
        Some(Fixed::Value {
            span: (at, end),
            kind: Kind::Ordinal,
            value: (1, 0),
        })
    }

    /// `thứ nhất`, `thứ tư`, `lần thứ XVI`: `thứ` or `hạng` ends at `end`.
    fn nth(&self, at: usize, end: usize, floor: usize) -> Fixed {
        let from = end + self.gap(end);
        let ordinal = |value, to| Fixed::Value {
            span: (from, to),
            kind: Kind::Ordinal,
            value: (value, 0),
        };
        match self.next_word(end) {
            Some((Word::First, to)) => ordinal(1, to),
            Some((Word::Second, to)) => ordinal(2, to),
            Some((Word::FourAfterTen, to)) => {
                let ranked = self.whole || self.seen_before(at, floor).sets.has(Set::Ranked);
                if ranked {
                    ordinal(4, to)
                } else {
                    Fixed::Skip(to)
                }
            }
            _ => match self.roman(from) {
                Some((value, to)) if from > end => ordinal(value, to),
                _ => Fixed::Skip(end),
            },
        }
    }

    /// A Roman numeral in capitals at `at`, 1 to 89, and its end.
    fn roman(&self, at: usize) -> Option<(u128, usize)> {
        let value = |b| match b {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            b'L' => 50,
            _ => 0,
        };
        let mut total = 0;
        let mut end = at;
        while end < at + 8 && value(self.byte(end)) > 0 {
            let (this, next) = (value(self.byte(end)), value(self.byte(end + 1)));
            // A smaller digit before a larger one is taken off it.
            total += if this < next { -this } else { this };
            end += 1;
        }
        let total = u128::try_from(total).ok().filter(|&total| total > 0)?;
        (!self.letter(end) && !self.digit(end)).then_some((total, end))
    }

    /// `hàng trăm`, `hàng chục nghìn`, `vài ba trăm`, `mấy chục`, `cả nghìn`: the
    /// first word ends at `end`, the scales follow `here`.
    fn order(&self, at: usize, end: usize, here: usize) -> Fixed {
        let scales = self.scales(here, Leading::Order);
        let exponent = scales.total();
        if exponent == 0 || exponent > 27 {
            // `vài ba người`: neither three nor an order of magnitude.
            return Fixed::Skip(here);
        }
        let mut number = Number::nothing(at);
        number.end = scales.end;
        number.spoken = true;
        number.mantissa = pow10(exponent);
        number.significand = (1, 0);
        number.scale = exponent;
        let unit = self.unit(&number);
        let noun = self.noun_without(&unit);
        Fixed::Order {
            first: (at, end),
            number,
            unit,
            noun,
        }
    }

    /// Where the scale word after the gap begins: `trăm` of `hơn trăm`.
    pub(in crate::read) fn bare_scale(&self, end: usize) -> Option<usize> {
        let gap = self.gap(end);
        // Nearly always digits.
        let scale = gap > 0
            && !self.digit(end + gap)
            && matches!(
                self.seen(end + gap).word,
                Some(Word::Scale(_) | Word::Hundred | Word::Tenfold)
            );
        scale.then_some(end + gap)
    }
}
