//! Chains of scales: `41 ngàn 480 tỷ`, `1 tỷ 136 triệu`, `một triệu hai`, `2tr5`.

use super::scales::{Leading, Scales};
use super::value::{No, Number};
use crate::figure::Other;
use crate::read::cursor::Cursor;
use crate::read::outcome::Why;
use crate::read::token::digits::{self, Token};
use crate::scale::{MAX, pow10, scaled};
use crate::settings::Shorthand;
use crate::vocabulary::Word;

/// The parts of a chain so far, each with the power of ten of its last scale.
struct Terms {
    list: [(u128, u8); 8],
    count: usize,
}

impl Terms {
    fn last(&self) -> Option<(u128, u8)> {
        self.count
            .checked_sub(1)
            .and_then(|i| self.list.get(i))
            .copied()
    }

    fn push(&mut self, value: u128, unit: u8) -> bool {
        match self.list.get_mut(self.count) {
            Some(place) => {
                *place = (value, unit);
                self.count += 1;
                true
            }
            None => false,
        }
    }

    fn sum(&self) -> Option<u128> {
        self.list
            .iter()
            .take(self.count)
            .try_fold(0_u128, |sum, &(value, _)| sum.checked_add(value))
    }

    /// Adds a group with its scales: the leading scales keep it below the part
    /// before, the rest multiply it together with the parts they exceed.
    ///
    /// `41 ngàn` + `480` + `tỷ` is (41 000 + 480) × 10⁹; `1 tỷ` + `136` +
    /// `triệu` is 10⁹ + 136 × 10⁶. `false` where the parts do not descend.
    fn add(&mut self, group: u128, scales: &[u8]) -> bool {
        let Some((_, last)) = self.last() else {
            return false;
        };
        // The most leading scales that keep the group below the last part.
        let mut split = scales.len();
        loop {
            let exponent: u8 = scales.iter().take(split).sum();
            if group
                .checked_mul(pow10(exponent.min(38)))
                .is_some_and(|v| v < pow10(last))
            {
                break;
            }
            match split.checked_sub(1) {
                Some(less) => split = less,
                None => return false,
            }
        }
        let exponent: u8 = scales.iter().take(split).sum();
        let mut value = group.saturating_mul(pow10(exponent));
        let mut unit = exponent;
        let rest = scales.get(split..).unwrap_or(&[]);
        if let Some(&first) = rest.first() {
            let times: u8 = rest.iter().sum();
            // What is below the first of the remaining scales belongs to it.
            while let Some((part, _)) = self.last() {
                if part >= pow10(first) {
                    break;
                }
                let Some(sum) = value.checked_add(part) else {
                    return false;
                };
                value = sum;
                self.count -= 1;
            }
            let Some(product) = value.checked_mul(pow10(times.min(38))) else {
                return false;
            };
            value = product;
            unit = times;
            if self
                .last()
                .is_some_and(|(_, above)| above < 38 && value >= pow10(above))
            {
                return false;
            }
        }
        self.push(value, unit)
    }
}

/// A number being read, with the parts read so far.
struct Chain<'c, 't> {
    cursor: &'c Cursor<'t>,
    number: &'c mut Number,
    terms: Terms,
    /// The power of ten of the last part.
    unit: u8,
    parts: usize,
}

/// Whether a chain may go on after a part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    More,
    Done,
}

impl Cursor<'_> {
    /// Applies what follows the first group: scales, further parts, halves,
    /// elisions, `phẩy`.
    pub(super) fn scale_up(&self, number: &mut Number) -> Result<(), No> {
        // `hai trăm` has had its hundred.
        if number.spoken
            && number.places == 0
            && matches!(
                self.next_word(number.end),
                Some((Word::Hundred | Word::Tenfold, _))
            )
        {
            return Ok(());
        }
        let scales = self.scales(number.end, Leading::Number);
        if scales.count == 0 {
            return self.without_scale(number);
        }
        if number.spoken && scales.glued {
            return Ok(());
        }
        let total = scales.total();
        let large = (scales.end, Why::TooLarge);
        let (value, places) = scaled(number.mantissa, number.places, total).ok_or(large)?;
        let whole = number.places == 0 && number.other != Other::Times;
        number.plain = false;
        number.lone = false;
        number.scale = total;
        number.mantissa = value;
        number.places = places;
        number.end = scales.end;
        if !whole {
            return Ok(());
        }
        if scales.glued && self.digit(number.end) {
            self.decimals_behind_scale(number, value, &scales);
            return Ok(());
        }
        let mut terms = Terms {
            list: [(0, 0); 8],
            count: 0,
        };
        terms.push(value, total);
        let mut chain = Chain {
            cursor: self,
            number,
            terms,
            unit: total,
            parts: 1,
        };
        while chain.part() == Next::More {}
        chain.finish()?;
        self.spoken_point(number)
    }

    /// What may follow a number that no scale follows: `phần nghìn`, `tá`, `phẩy`.
    fn without_scale(&self, number: &mut Number) -> Result<(), No> {
        match self.next_word(number.end) {
            // `5 phần nghìn`.
            Some((Word::Part, end)) if !number.spoken => {
                if let Some((Word::Scale(exponent @ (3 | 4 | 6)), end)) = self.next_word(end)
                    && number.places + exponent <= 28
                {
                    number.places += exponent;
                    number.significand = (number.mantissa, number.places);
                    number.plain = false;
                    number.end = end;
                }
                Ok(())
            }
            // `hai tá trứng`.
            Some((Word::Twelve, end)) if number.places == 0 => {
                number.mantissa = number
                    .mantissa
                    .checked_mul(12)
                    .filter(|&m| m <= MAX)
                    .ok_or((end, Why::TooLarge))?;
                number.significand = (number.mantissa, 0);
                number.plain = false;
                number.lone = false;
                number.end = end;
                Ok(())
            }
            _ => self.spoken_point(number),
        }
    }

    /// `2tr5`, `1tỷ2`: digits glued behind the scale are its decimals.
    fn decimals_behind_scale(&self, number: &mut Number, first: u128, scales: &Scales) {
        if self.set.shorthand == Shorthand::Off {
            return;
        }
        let token = digits::token(self.bytes(), number.end, self.set.mark, false);
        let unit = scales.total();
        let Ok(places) = u8::try_from(token.digits) else {
            return;
        };
        if token.plain && places <= 3.min(unit) && !self.letter(token.end) {
            number.mantissa = first + token.mantissa * pow10(unit - places);
            number.other = Other::None;
            number.significand = (
                number.significand.0 * pow10(places) + token.mantissa,
                places,
            );
            number.end = token.end;
        }
    }

    /// Whether nothing that belongs to a token of digits follows it.
    fn token_ends(&self, end: usize) -> bool {
        match self.byte(end) {
            b'/' | b':' => !self.digit(end + 1),
            b'%' => false,
            _ => !self.letter(end),
        }
    }
}

impl Chain<'_, '_> {
    /// Reads one more part.
    fn part(&mut self) -> Next {
        let cursor = self.cursor;
        let mut gap = cursor.gap(self.number.end);
        // Invoices put a comma after a scale: `… triệu, sáu trăm … nghìn, …`.
        let comma = gap == 0 && self.number.spoken && cursor.byte(self.number.end) == b',';
        if comma {
            gap = match cursor.gap(self.number.end + 1) {
                0 => 0,
                gap => gap + 1,
            };
        }
        if gap == 0 {
            return Next::Done;
        }
        let at = self.number.end + gap;
        if cursor.digit(at) {
            return if comma { Next::Done } else { self.digits(at) };
        }
        let Some((word, end)) = cursor.word(at) else {
            return Next::Done;
        };
        match word {
            Word::Digit(_) | Word::Ten => self.group(at, comma),
            _ if comma => Next::Done,
            Word::Twenty => self.group(at, comma),
            Word::Half if self.unit > 0 => {
                // Half of the scale before.
                self.below(5, 1, end)
            }
            Word::NoTens => self.after_no_tens(end),
            // `một triệu mốt`, `3 tỷ tư`.
            Word::OneAfterTen | Word::FourAfterTen
                if self.unit >= 3 && cursor.scales(end, Leading::Group).count == 0 =>
            {
                self.below(if word == Word::OneAfterTen { 1 } else { 4 }, 1, end)
            }
            _ => Next::Done,
        }
    }

    /// A last part of so many digits below the scale before: `rưỡi`, `hai`, `500`.
    fn below(&mut self, value: u128, digits: u8, end: usize) -> Next {
        let unit = self.unit - digits;
        if self.terms.push(value * pow10(unit), unit) {
            self.number.end = end;
            self.number.scale = unit;
            self.parts += 1;
        }
        Next::Done
    }

    /// A part with the scales after it, or a last part without any.
    fn add(&mut self, value: u128, scales: &Scales, end: usize) -> Next {
        if !self.terms.add(value, scales.list()) {
            return Next::Done;
        }
        self.parts += 1;
        self.number.end = end;
        self.number.scale = scales.total();
        if scales.count == 0 {
            return Next::Done;
        }
        self.unit = scales.total();
        Next::More
    }

    /// A part in digits.
    fn digits(&mut self, at: usize) -> Next {
        let cursor = self.cursor;
        let token = digits::token(cursor.bytes(), at, cursor.set.mark, false);
        if !token.plain || token.digits > 3 || token.zero_led && token.digits < 3 {
            return Next::Done;
        }
        let more = cursor.scales(token.end, Leading::Number);
        if more.count > 0 {
            // `41 ngàn 480 tỷ` is one number, `5 triệu 3 tỷ` are two.
            let rises = self.unit > 4 && more.list().first().is_some_and(|&e| e > self.unit);
            if rises || token.mantissa == 0 {
                return Next::Done;
            }
            return self.add(token.mantissa, &more, more.end);
        }
        self.last_digits(&token, &more)
    }

    /// The last part in digits, without a scale.
    fn last_digits(&mut self, token: &Token, none: &Scales) -> Next {
        let cursor = self.cursor;
        if !cursor.token_ends(token.end) {
            return Next::Done;
        }
        let first = !self.number.spoken && self.parts == 1;
        match token.digits {
            // `41 ngàn 480`, `12 triệu 345 nghìn 678`.
            3 if self.unit == 3 => self.add(token.mantissa, none, token.end),
            // `2 triệu 500`: thousandths of the scale, where they count nothing.
            3 if self.unit >= 6
                && first
                && !token.zero_led
                && !cursor.noun(token.end).is_some() =>
            {
                self.below(token.mantissa, 3, token.end)
            }
            // `2 triệu 5`: in running text the 5 may count something.
            1 if cursor.whole && self.unit >= 3 && first => {
                self.below(token.mantissa, 1, token.end)
            }
            _ => Next::Done,
        }
    }

    /// `linh năm`, `lẻ năm nghìn`: the rest may have a scale of its own.
    fn after_no_tens(&mut self, end: usize) -> Next {
        let gap = self.cursor.gap(end);
        let Some((value, end)) = (gap > 0)
            .then(|| self.cursor.after_zero(end + gap))
            .flatten()
        else {
            return Next::Done;
        };
        let more = self.cursor.scales(end, Leading::Group);
        self.add(u128::from(value), &more, more.end)
    }

    /// A part in words.
    fn group(&mut self, at: usize, comma: bool) -> Next {
        let cursor = self.cursor;
        let Some(group) = cursor.group(at) else {
            return Next::Done;
        };
        let more = cursor.scales(group.end, Leading::Group);
        // A list otherwise: `hai nghìn, ba dự án`.
        if comma && (group.lone || more.count == 0 && (self.unit != 3 || group.value < 100)) {
            return Next::Done;
        }
        // `một tỷ không trăm triệu …`: nothing, but said.
        if more.count > 0 || !group.lone {
            return self.add(u128::from(group.value), &more, more.end);
        }
        // `hai nghìn ba` is 2300; `hai nghìn năm` two thousand years, `hai nghìn
        // không …` no number at all.
        let year = group.value == 5 && !cursor.bare(self.number.end);
        if self.unit < 3 || group.value == 0 || year {
            return Next::Done;
        }
        // In running text a unit noun may belong to the digit: that is written with
        // `và` or a comma, so it is read as the elision here too.
        self.below(u128::from(group.value), 1, group.end)
    }

    /// Adds the parts up.
    fn finish(self) -> Result<(), No> {
        if self.parts == 1 {
            return Ok(());
        }
        let number = self.number;
        let sum = self
            .terms
            .sum()
            .filter(|&v| v <= MAX)
            .ok_or((number.end, Why::TooLarge))?;
        number.mantissa = sum;
        // A chain has whole parts: the digits had one reading.
        number.other = Other::None;
        let unit = pow10(number.scale);
        number.significand = if sum.is_multiple_of(unit) {
            (sum / unit, 0)
        } else {
            number.scale = 0;
            (sum, 0)
        };
        Ok(())
    }
}
