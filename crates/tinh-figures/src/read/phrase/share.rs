//! One number of another: `17/19 tiêu chí`, `thứ 8/63`, `8,1/7,5 triệu đồng`,
//! `2/3 số hộ`.

use super::unit::Unit;
use crate::figure::Kind;
use crate::read::cursor::Cursor;
use crate::read::number::Number;
use crate::read::token::digits::{self, Fault};
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

impl Cursor<'_> {
    /// The share whose digits begin at `at`, where a bar follows them.
    ///
    /// A day and month (`ngày 5/6`), a scale of maps (`tỷ lệ 1/500`) and a name
    /// (`Power 6/55`) look the same: a share is ranked, has a unit or noun behind
    /// it, or is of a whole (`số`, `tổng`, `diện tích`, …).
    pub(in crate::read) fn share(&self, at: usize, floor: usize) -> Option<Share> {
        let token = |at| {
            let token = digits::token(self.bytes(), at, self.set.mark, false);
            (token.fault == Fault::None && !token.zero_led).then_some(token)
        };
        let left = token(at)?;
        if self.byte(left.end) != b'/' || !self.digit(left.end + 1) {
            return None;
        }
        let right_at = left.end + 1;
        let right = token(right_at)?;
        let glued =
            matches!(self.byte(right.end), b'/' | b'-' | b':') && self.alphanumeric(right.end + 1);
        if glued || self.letter(right.end) || right.mantissa == 0 || self.is_glued_before(at, floor)
        {
            return None;
        }
        let mut number = Number::of(at, &left);
        let second = self.number_of(right_at, right).ok()?;
        let unit = self.unit(&second);
        let noun = if unit.is_none() {
            self.noun(unit.end)
        } else {
            Noun::NONE
        };
        let label = self.label(at, floor);
        let ranked = matches!(label.last.word, Some(Word::Nth | Word::Rank))
            || label.sets.has(Set::Standing);
        let dated = [
            Set::Day,
            Set::Daytime,
            Set::Month,
            Set::Quarter,
            Set::FirstDays,
            Set::Numero,
            Set::Ratio,
            Set::Law,
        ];
        let mut fraction = false;
        let kind = if ranked && left.plain && right.plain && unit.is_none() {
            Kind::Ordinal
        } else if label.sets.any(&dated) || !self.whole && self.numbers(&label, &number, floor) {
            return None;
        } else if unit.kind == Kind::Money || second.scale > 0 && !unit.is_none() {
            unit.kind
        } else if !left.plain || !right.plain || !unit.is_none() || second.scale > 0 {
            return None;
        } else if noun.is_some()
            && left.mantissa <= right.mantissa
            && !self.may_be_a_day(&label, &left, &right)
        {
            Kind::Number
        } else if self.is_of_a_whole(second.end) && left.mantissa <= right.mantissa {
            fraction = true;
            Kind::Number
        } else {
            return None;
        };
        if second.scale > 0 {
            let (mantissa, places) = scaled(left.mantissa, left.places, second.scale)?;
            number.mantissa = mantissa;
            number.places = places;
            number.scale = second.scale;
        }
        number.plain = false;
        number.end = second.end;
        Some(Share {
            number,
            of: (second.mantissa, second.places),
            unit,
            noun,
            kind,
            fraction,
        })
    }

    /// `đến 5/6 doanh nghiệp`, `từ 1/7 tỉnh`: a day and month before a noun of the
    /// next clause.
    fn may_be_a_day(
        &self,
        label: &super::Label,
        day: &digits::Token,
        month: &digits::Token,
    ) -> bool {
        (1..=31).contains(&day.mantissa)
            && (1..=12).contains(&month.mantissa)
            && (matches!(label.last.word, Some(Word::To | Word::From))
                || label.sets.has(Set::Clock))
    }

    /// Whether something that is not counted in pieces follows: `2/3 số hộ`; or
    /// nothing, in a phrase.
    fn is_of_a_whole(&self, end: usize) -> bool {
        match self.next(end) {
            Some(next) => next.sets.has(Set::WholeOf),
            None => self.whole && end >= self.text.trim_end().len(),
        }
    }

    fn alphanumeric(&self, at: usize) -> bool {
        self.digit(at) || self.letter(at)
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
