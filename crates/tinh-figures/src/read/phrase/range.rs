//! Ranges: `3 đến 5 triệu USD`, `5-7%`, `hai ba người`, `giữa 1 và 2 tỷ`.

use super::unit::Unit;
use crate::currency;
use crate::figure::Other;
use crate::read::cursor::Cursor;
use crate::read::number::{No, Number};
use crate::read::outcome::Why;
use crate::read::token::noun::Noun;
use crate::scale::{pow10, scaled};
use crate::vocabulary::{Set, Word};

/// Two ends under one unit.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Ends {
    pub(in crate::read) low: (u128, u8),
    /// The scale the lower end took over from the upper one, else 0.
    pub(in crate::read) lifted: u8,
    /// The other reading of the digits of either end.
    pub(in crate::read) other: Other,
    pub(in crate::read) high: (u128, u8),
    /// The upper end is below zero.
    pub(in crate::read) negative: bool,
    /// Digits alone at both ends, with a dash between them.
    pub(in crate::read) dashed: bool,
    pub(in crate::read) unit: Unit,
    pub(in crate::read) end: usize,
}

/// What parts two ends.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Link {
    /// Where the second end begins.
    pub(in crate::read) at: usize,
    pub(in crate::read) dash: bool,
}

/// The upper end of a range, before the two are compared.
struct Upper {
    number: Number,
    negative: bool,
}

impl Cursor<'_> {
    /// The dash, `~` or `đến` with the gaps around it, at `at`.
    pub(in crate::read) fn link(&self, at: usize) -> Option<Link> {
        let gap = self.gap(at);
        let here = at + gap;
        let dash = match self.byte(here) {
            b'-' | b'~' => 1,
            // ‐ ‑ ‒ – — ― and the minus sign.
            0xe2 if self.byte(here + 1) == 0x80 && (0x90..=0x95).contains(&self.byte(here + 2)) => {
                3
            }
            0xe2 if self.byte(here + 1) == 0x88 && self.byte(here + 2) == 0x92 => 3,
            b'a'..=b'z' | b'A'..=b'Z' | 0x80.. if gap > 0 => {
                let Some((Word::To, end)) = self.word(here) else {
                    return None;
                };
                let after = self.gap(end);
                return (after > 0).then_some(Link {
                    at: end + after,
                    dash: false,
                });
            }
            _ => return None,
        };
        let end = here + dash;
        Some(Link {
            at: end + self.gap(end),
            dash: true,
        })
    }

    /// `và` behind a number that `giữa` precedes.
    fn link_of_between(&self, number: &Number, end: usize) -> Option<Link> {
        let Some((Word::And, after)) = self.next_word(end) else {
            return None;
        };
        let gap = self.gap(after);
        let between = self.seen_before(number.at, 0).sets.has(Set::Between);
        (between && gap > 0).then_some(Link {
            at: after + gap,
            dash: false,
        })
    }

    /// The range whose left end was read. `Err` where the two together are no
    /// figure: a score, a span of years, a date.
    #[inline]
    pub(in crate::read) fn range(
        &self,
        left: &Number,
        unit: &Unit,
        noun: &Noun,
    ) -> Result<Option<Ends>, No> {
        if let Some(link) = self
            .link(unit.end)
            .or_else(|| self.link_of_between(left, unit.end))
        {
            return self.range_to(left, unit, &Noun::NONE, link);
        }
        // `30 ha đến 50 ha`: the noun stands twice.
        if unit.is_none()
            && noun.is_some()
            && let Some(link) = self.link(noun.span.1)
        {
            return self.range_to(left, unit, noun, link);
        }
        Ok(self.neighbours(left, unit))
    }

    /// The range whose left end was read, with its noun if that stands twice, and
    /// whose right end may follow the link.
    fn range_to(
        &self,
        left: &Number,
        unit: &Unit,
        noun: &Noun,
        link: Link,
    ) -> Result<Option<Ends>, No> {
        let Some((right, right_unit, negative)) = self.second(left, unit, noun, link)? else {
            return Ok(None);
        };
        let dash = link.dash;
        let same = right_unit.kind == unit.kind && right_unit.currency == unit.currency;
        let inherits = unit.is_none() && !noun.is_some();
        let prefixed = left.prefix.is_some() && right_unit.is_none();
        if !(same || inherits || prefixed)
            || unit.amount.is_some()
            || right_unit.amount.is_some()
            || noun.is_some() && !self.same_noun(noun, right.end)
        {
            return Ok(None);
        }
        let (mut left, mut right) = (*left, right);
        self.settle_both(&mut left, &mut right, &right_unit);
        let (low, lifted) = if left.scale == 0 && right.scale > 0 && (inherits || prefixed) {
            lift(&left, &right, negative, dash)
        } else {
            ((left.mantissa, left.places), 0)
        };
        // `Thanh Hóa 161 - 14,65 tỷ USD`, `năm 2023 - 5 tỷ đồng`: two figures.
        if dash && !self.whole && right.scale > 0 && left.scale == 0 && inherits && lifted == 0 {
            return Ok(None);
        }
        let high = (right.mantissa, right.places);
        let bare = unit.is_none() && right_unit.is_none();
        if !ascends(low, left.negative, high, negative) {
            return self.descending(&left, &right, dash && bare, right_unit.end);
        }
        // `0-4` is a score, `2021-2025` a span of years.
        let score = dash && left.plain && left.mantissa == 0 && right.plain;
        if !self.whole && bare && (score || left.is_year() && right.is_year()) {
            return Err((right.end, Why::NoNumber));
        }
        let end = right_unit.end;
        let (shared, other) = (
            if right_unit.is_none() {
                *unit
            } else {
                right_unit
            },
            if left.other == Other::None {
                right.other
            } else {
                left.other
            },
        );
        Ok(Some(Ends {
            low,
            lifted,
            other,
            high,
            negative,
            dashed: dash && left.plain && right.plain,
            unit: Unit { end, ..shared },
            end,
        }))
    }

    /// The second end with its unit, and whether it is below zero, where the two are no
    /// date and in no list.
    fn second(
        &self,
        left: &Number,
        unit: &Unit,
        noun: &Noun,
        link: Link,
    ) -> Result<Option<(Number, Unit, bool)>, No> {
        let Some(Upper { number, negative }) = self.upper(left, unit, noun, link)? else {
            return Ok(None);
        };
        if !self.whole && left.plain && number.plain && !left.spoken {
            self.no_run_of_digits(&number, link.dash)?;
        }
        let unit = self.unit(&number);
        // `35% - 19% - 46%` is a list.
        let listed = link.dash && !self.whole && self.in_a_chain(left.at, unit.end);
        Ok((!listed).then_some((number, unit, negative)))
    }

    /// Settles the digits of both ends by what is behind the second.
    fn settle_both(&self, left: &mut Number, right: &mut Number, unit: &Unit) {
        if left.other == Other::Times || right.other == Other::Times {
            let whole = self.is_whole(unit, &self.noun_without(unit));
            left.settle(whole);
            right.settle(whole);
        }
    }

    /// The number behind the link, with its sign and the words before it.
    fn upper(
        &self,
        left: &Number,
        unit: &Unit,
        noun: &Noun,
        link: Link,
    ) -> Result<Option<Upper>, No> {
        let (mut at, dash) = (link.at, link.dash);
        let mut prefix = None;
        if left.prefix.is_some()
            && let Some(found) = currency::at(self.text, at, self.syllable(at), true, self.blanks)
            && Some(found.currency) == left.prefix
        {
            at = found.end + self.gap(found.end);
            prefix = left.prefix;
        }
        // `từ 10 đến dưới 20 triệu`; beyond `hơn 20` there is no end.
        match self.word(at) {
            Some((Word::Below | Word::Almost, after)) => at = after + self.gap(after),
            Some((Word::More | Word::Above, after))
                if unit.is_none()
                    && !noun.is_some()
                    && left.scale == 0
                    && self.digit(after + self.gap(after)) =>
            {
                // The lower end would lack its scale and unit.
                return Err((left.end, Why::NoNumber));
            }
            _ => {}
        }
        // `từ -5 đến -3%`: after a dash a sign would be a second dash.
        let mut negative = false;
        if !dash {
            let sign = match self.byte(at) {
                b'-' => 1,
                0xe2 => self.minus(at),
                _ => 0,
            };
            if sign > 0 {
                negative = self.digit(at + sign);
                at += sign;
            } else if let Some((Word::Minus, after)) = self.word(at) {
                negative = true;
                at = after + self.gap(after);
            }
        }
        if !self.digit(at) && (dash && !left.spoken || self.word(at).is_none()) {
            return Ok(None);
        }
        let Ok(mut number) = self.number(at) else {
            return Ok(None);
        };
        // `không đến 5%` is less than five, `hằng năm đến 7%` and `thứ ba - 5%` no
        // range either; but `từ một đến 5 năm` is.
        let from = || self.seen_before(left.at, 0).word == Some(Word::From);
        if left.lone && (left.mantissa == 0 || !self.whole && !number.spoken && !from()) {
            return Ok(None);
        }
        number.prefix = prefix;
        Ok(Some(Upper { number, negative }))
    }

    /// A date or a run of numbers, not two ends: `4-6/10`, `1-2-3`.
    fn no_run_of_digits(&self, right: &Number, dash: bool) -> Result<(), No> {
        let (mark, more) = (self.byte(right.end), self.digit(right.end + 1));
        let date = matches!(mark, b'/' | b':');
        let run = dash && matches!(mark, b'-' | b'.');
        if more && (date || run) {
            return Err((self.token_run(right.end), Why::NoNumber));
        }
        Ok(())
    }

    /// What two ends that do not ascend are.
    fn descending(
        &self,
        left: &Number,
        right: &Number,
        dash: bool,
        end: usize,
    ) -> Result<Option<Ends>, No> {
        if self.whole {
            return Err((end, Why::Descending));
        }
        // `2-1` is a score; `từ 7 đến 5` are two figures.
        if dash && left.plain && right.plain {
            Err((end, Why::NoNumber))
        } else {
            Ok(None)
        }
    }

    /// Whether the noun after `end` is this one again.
    fn same_noun(&self, noun: &Noun, end: usize) -> bool {
        let letters = |(start, end): (usize, usize)| {
            let noun = self.text.get(start..end).unwrap_or("");
            noun.chars().flat_map(char::to_lowercase)
        };
        let again = self.noun(end);
        again.is_some() && letters(again.span).eq(letters(noun.span))
    }

    /// The length of a minus sign or an en dash glued to a digit.
    fn minus(&self, at: usize) -> usize {
        match self.text.get(at..at + 3) {
            Some("\u{2212}") => 3,
            Some("\u{2013}") if self.digit(at + 3) => 3,
            _ => 0,
        }
    }

    /// Whether a dash and a number stand before `from` or after `to`.
    fn in_a_chain(&self, from: usize, to: usize) -> bool {
        let back = self.back_over_blank(from, 0);
        let dash = match self.text.get(..back).and_then(|t| t.chars().next_back()) {
            Some(c @ ('-' | '–' | '—')) => c.len_utf8(),
            _ => 0,
        };
        let end = self.back_over_blank(back - dash, 0);
        dash > 0 && end > 0 && (self.digit(end - 1) || self.byte(end - 1) == b'%')
            || self
                .link(to)
                .is_some_and(|link| link.dash && self.digit(link.at))
    }

    /// `hai ba người`, `năm bảy trăm`, `ba bốn tỷ đồng`: two digits in a row
    /// name a small range, where something is counted.
    ///
    /// Not `bốn năm người`: that is four years, unless a scale follows. Digits
    /// need the comma too: `5, 6 triệu đồng`.
    fn neighbours(&self, left: &Number, unit: &Unit) -> Option<Ends> {
        // `ba, bốn triệu` as well, before a scale.
        let comma = usize::from(self.byte(unit.end) == b',');
        let digit = comma > 0 && left.digits == 1 && left.plain;
        if !(left.lone || digit && self.counts(left)) || !unit.is_none() {
            return None;
        }
        let at = match self.gap(unit.end + comma) {
            0 => return None,
            gap => unit.end + comma + gap,
        };
        let second = if digit {
            Some(self.byte(at).wrapping_sub(b'0')).filter(|&d| d < 10)?
        } else {
            let (Word::Digit(second), _) = self.word(at)? else {
                return None;
            };
            second
        };
        let (low, high) = (left.mantissa, u128::from(second));
        if low == 0 || !(high == low + 1 || low == 5 && high == 7 && !digit) {
            return None;
        }
        let right = self.number(at).ok()?;
        if digit && right.digits != 1 {
            return None;
        }
        // The second digit times a power of ten, nothing else.
        let power = right.mantissa / high;
        let lifted = (0..=27).find(|&e| pow10(e) == power)?;
        if right.places > 0 || power * high != right.mantissa || right.significand.0 > high * 100 {
            return None;
        }
        let right_unit = self.unit(&right);
        let counted = !right_unit.is_none() || self.noun(right.end).is_some();
        if power == 1 && (!counted || high == 5 || comma > 0) {
            return None;
        }
        Some(Ends {
            low: (low * power, 0),
            lifted,
            other: Other::None,
            high: (right.mantissa, 0),
            negative: false,
            dashed: false,
            unit: right_unit,
            end: right_unit.end,
        })
    }
}

/// The lower end in the scale of the upper one, and that scale: `2 đến 3 tỷ` is 2
/// to 3 tỷ. Where it would be the larger then, in the scale below: `500 đến 1 tỷ`
/// is 500 triệu to 1 tỷ. `900 triệu đến 1,2 tỷ` has its scales.
fn lift(left: &Number, right: &Number, negative: bool, dash: bool) -> ((u128, u8), u8) {
    let below = match right.scale {
        6 => 3,
        9 => 6,
        12 => 9,
        _ => 0,
    };
    let high = (right.mantissa, right.places);
    for scale in [right.scale, below] {
        if scale > 0
            && (scale == right.scale || !dash && !left.is_year() && left.mantissa >= 10)
            && let Some(value) = scaled(left.mantissa, left.places, scale)
            && ascends(value, left.negative, high, negative)
        {
            return (value, scale);
        }
    }
    ((left.mantissa, left.places), 0)
}

/// Whether the first is below the second, signs and all.
fn ascends(low: (u128, u8), low_negative: bool, high: (u128, u8), high_negative: bool) -> bool {
    match (low_negative, high_negative) {
        (false, false) => less(low, high),
        (true, true) => less(high, low),
        // Nought has no sign.
        (true, false) => low.0 != 0 || high.0 != 0,
        (false, true) => false,
    }
}

/// Whether the first is below the second.
fn less(a: (u128, u8), b: (u128, u8)) -> bool {
    let align = |(mantissa, places): (u128, u8), to: u8| mantissa.checked_mul(pow10(to - places));
    let to = a.1.max(b.1);
    match (align(a, to), align(b, to)) {
        (Some(a), Some(b)) => a < b,
        // What overflows when aligned has fewer places and is the larger.
        (None, Some(_)) => false,
        (Some(_), None) => true,
        (None, None) => a.0 < b.0,
    }
}
