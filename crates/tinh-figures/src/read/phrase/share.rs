//! One number of another: `17/19 tiêu chí`, `thứ 8/63`, `8,1/7,5 triệu đồng`,
//! `2/3 số hộ`.

use super::label::Label;
use super::unit::Unit;
use crate::figure::Kind;
use crate::read::cursor::Cursor;
use crate::read::number::Number;
use crate::read::token::digits::{self, Fault, Token};
use crate::read::token::noun::Noun;
use crate::scale::scaled;
use crate::vocabulary::{Set, Word};

/// A number and what it is one of.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Share {
    /// The first number, in the scale of the second.
    pub(in crate::read) number: Number,
    /// The second: mantissa and places.
    pub(in crate::read) of: (u128, u8),
    pub(in crate::read) unit: Unit,
    pub(in crate::read) noun: Noun,
    pub(in crate::read) kind: Kind,
    /// A fraction of one whole.
    pub(in crate::read) fraction: bool,
}

/// Words before two numbers and a bar that are a day, a document or a ratio.
const NUMBERED: [Set; 8] = [
    Set::Day,
    Set::Daytime,
    Set::Month,
    Set::Quarter,
    Set::FirstDays,
    Set::Numero,
    Set::Ratio,
    Set::Law,
];

/// What a number is one of, said behind it.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Total {
    pub(in crate::read) number: Number,
    pub(in crate::read) unit: Unit,
    pub(in crate::read) noun: Noun,
}

impl Cursor<'_> {
    /// The share whose digits begin at `at`, where a bar follows them.
    ///
    /// A day and month (`ngày 5/6`), a scale of maps (`tỷ lệ 1/500`) and a name
    /// (`Power 6/55`) look the same: a share is ranked, has a unit or noun behind
    /// it, or is of a whole (`số`, `tổng`, `diện tích`, …).
    #[inline(never)]
    pub(in crate::read) fn share(&self, at: usize, floor: usize) -> Option<Share> {
        let (left, right) = self.two_tokens(at, floor)?;
        let mut number = Number::of(at, &left);
        let second = self.number_of(left.end + 1, right).ok()?;
        let unit = self.unit(&second);
        let label = self.label(at, floor);
        let whole = left.places == 0 && second.places == 0;
        let bare = unit.is_none() && second.scale == 0 && whole;
        let ranked = matches!(label.last.word, Some(Word::Nth | Word::Rank))
            || label.sets.has(Set::Standing);
        let mut share = Share {
            number,
            of: (second.mantissa, second.places),
            unit,
            noun: Noun::NONE,
            kind: unit.kind,
            fraction: false,
        };
        if ranked && bare {
            share.kind = Kind::Ordinal;
        } else if label.sets.any(&NUMBERED) || !self.whole && self.numbers(&label, &number, floor) {
            return None;
        } else if bare {
            let whole = self.whole_of(second.end);
            share.fraction = whole.is_some();
            share.noun = whole.unwrap_or_else(|| self.noun(second.end));
            let alone = self.whole && self.at_line_end(second.end);
            share.fraction |= alone;
            if !(alone || share.noun.is_some())
                || left.mantissa > right.mantissa
                || !share.fraction && may_be_a_day(&label, &left, &right)
            {
                return None;
            }
        } else if unit.kind != Kind::Money {
            return None;
        }
        if second.scale > 0 {
            let (mantissa, places) = scaled(left.mantissa, left.places, second.scale)?;
            number.mantissa = mantissa;
            number.places = places;
            number.scale = second.scale;
        }
        number.plain = false;
        number.end = second.end;
        share.number = number;
        Some(share)
    }

    /// The digits on both sides of a bar, where nothing else is glued to them.
    fn two_tokens(&self, at: usize, floor: usize) -> Option<(Token, Token)> {
        let token = |at| {
            let token = digits::token(self.bytes(), at, self.set.mark, false);
            (token.fault == Fault::None && !token.zero_led).then_some(token)
        };
        let left = token(at)?;
        if self.byte(left.end) != b'/' || !self.digit(left.end + 1) {
            return None;
        }
        let right = token(left.end + 1)?;
        let next = right.end + 1;
        let glued = matches!(self.byte(right.end), b'/' | b'-' | b':')
            && (self.digit(next) || self.letter(next));
        (!glued
            && !self.letter(right.end)
            && right.mantissa > 0
            && !self.is_glued_before(at, floor))
        .then_some((left, right))
    }

    /// What is not counted in pieces after `end`: `số hộ` of `2/3 số hộ`.
    fn whole_of(&self, end: usize) -> Option<Noun> {
        let next = self.next(end)?;
        if !self.sets_ahead(next.start).has(Set::WholeOf) {
            return None;
        }
        let mut to = next.syllable?.end;
        if !next.sets.has(Set::WholeOf) {
            to = self.next(to)?.syllable?.end;
        }
        // `số hộ`, `tổng diện tích`.
        let counted = self.noun(to);
        if counted.is_some() {
            to = counted.span.1;
        }
        Some(Noun {
            span: (next.start, to),
            ..Noun::NONE
        })
    }

    /// The total behind a number and its noun that end at `end`: `17 tiêu chí trên
    /// tổng số 19`.
    pub(in crate::read) fn total_after(&self, end: usize) -> Option<Total> {
        let (Word::Above, above) = self.next_word(end)? else {
            return None;
        };
        let sum = self.next(above)?;
        if !self.pair_ahead(&sum, Set::TotalOf) {
            return None;
        }
        let number_sign = self.next(sum.syllable?.end)?.syllable?.end;
        let at = number_sign + self.gap(number_sign);
        if !self.digit(at) {
            return None;
        }
        let number = self.number(at).ok()?;
        let unit = self.unit(&number);
        let noun = self.noun_without(&unit);
        Some(Total { number, unit, noun })
    }

    /// Whether a letter, digit or mark is glued to the number before it.
    fn is_glued_before(&self, at: usize, floor: usize) -> bool {
        at > floor
            && matches!(
                self.byte(at - 1),
                b'/' | b'-' | b'.' | b',' | b':' | b'_' | b'#' | b'%' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | 0x80..
            )
            && self.back_over_blank(at, floor) == at
    }
}

/// `đến 5/6 doanh nghiệp`, `từ 1/7 tỉnh`: a day and month before a noun of the
/// next clause.
fn may_be_a_day(label: &Label, day: &Token, month: &Token) -> bool {
    (1..=31).contains(&day.mantissa)
        && (1..=12).contains(&month.mantissa)
        && (matches!(label.last.word, Some(Word::To | Word::From)) || label.sets.has(Set::Clock))
}
