//! The first group of a number in words, fractions, and what follows `phẩy`.

use super::scales::Leading;
use super::value::{No, Number};
use crate::read::cursor::Cursor;
use crate::read::outcome::Why;
use crate::scale::{MAX, pow10, scaled};
use crate::vocabulary::Word;

impl Cursor<'_> {
    /// The first group of a number in words.
    pub(super) fn spoken_start(&self, number: &mut Number) -> Result<(), No> {
        let at = number.at;
        let none = (at, Why::NoNumber);
        let (word, end) = self.word(at).ok_or(none)?;
        match word {
            Word::HalfOf => {
                number.mantissa = 5;
                number.places = 1;
                number.end = end;
                // `nửa` is a number before a scale only: not `nửa đầu năm`.
                return if self.scales(end, Leading::Number).count > 0 {
                    Ok(())
                } else {
                    Err((end, Why::NoNumber))
                };
            }
            Word::Tenfold => return self.behind_a_bound(number, word, end),
            Word::Scale(_) | Word::Hundred => {
                // `triệu rưỡi`: the `một` is left out.
                let exponent = if let Word::Scale(e) = word { e } else { 2 };
                let Some((Word::Half, end)) = self.next_word(end) else {
                    return self.behind_a_bound(number, word, end);
                };
                number.mantissa = 15 * pow10(exponent - 1);
                number.end = end;
                return Ok(());
            }
            _ => {}
        }
        let group = self.group(at).ok_or((end, Why::NoNumber))?;
        number.mantissa = u128::from(group.value);
        number.end = group.end;
        number.lone = group.lone || group.clipped;
        match self.next_word(group.end) {
            Some((Word::HalfOf, end)) if group.value == 1 && group.lone => {
                number.mantissa = 5;
                number.places = 1;
                number.lone = false;
                number.end = end;
            }
            Some((Word::Half, end)) if group.lone && self.after_fold(at) => {
                number.mantissa = u128::from(group.value) * 10 + 5;
                number.places = 1;
                number.end = end;
            }
            Some((Word::Part, end)) => self.fraction_in_words(number, end),
            _ => {}
        }
        Ok(())
    }

    /// `hơn chục`, `gần trăm hai`, `hơn nghìn tỷ`: the `một` is left out, the scale
    /// word ends at `end`.
    fn behind_a_bound(&self, number: &mut Number, word: Word, end: usize) -> Result<(), No> {
        let no = Err((end, Why::NoNumber));
        let seen = self.seen_before(number.at, 0);
        let (Some(Word::More | Word::Almost), Some(bound)) = (seen.word, seen.syllable) else {
            return no;
        };
        number.bounded = true;
        match word {
            Word::Tenfold => {
                number.mantissa = 10;
                number.end = end;
            }
            Word::Hundred => {
                let group = self.hundred(end);
                number.mantissa = u128::from(group.value);
                number.end = group.end;
            }
            _ if self.scales(bound.end, Leading::Order).count == 0 => return no,
            // The scales that follow multiply the one.
            _ => {
                number.mantissa = 1;
                number.end = bound.end;
            }
        }
        Ok(())
    }

    /// Whether `gấp` stands before: `gấp hai rưỡi` is 2.5.
    fn after_fold(&self, at: usize) -> bool {
        self.seen_before(at, 0).word == Some(Word::Fold)
    }

    /// `ba phần tư`: numerator read, `phần` ends at `end`.
    fn fraction_in_words(&self, number: &mut Number, end: usize) {
        let Some((word, after)) = self.next_word(end) else {
            return;
        };
        let (denominator, after) = match word {
            // Percent: the unit's affair.
            Word::Hundred => return,
            Word::FourAfterTen => (4, after),
            Word::Scale(exponent @ (3 | 4 | 6 | 9)) => (pow10(exponent), after),
            Word::Digit(_) | Word::Ten => match self.group(end + self.gap(end)) {
                Some(group) => (u128::from(group.value), group.end),
                None => return,
            },
            _ => return,
        };
        // At most the whole, as in digits: `hai phần một` is no fraction.
        if denominator < 2 || number.mantissa > denominator {
            return;
        }
        number.denominator = Some(denominator);
        number.lone = false;
        number.end = after;
    }

    /// `phẩy` and its digits, and scales after them.
    pub(super) fn spoken_point(&self, number: &mut Number) -> Result<(), No> {
        if !number.spoken || number.places > 0 || number.denominator.is_some() {
            return Ok(());
        }
        let Some((Word::Point, end)) = self.next_word(number.end) else {
            return Ok(());
        };
        let gap = self.gap(end);
        if gap == 0 {
            return Ok(());
        }
        let Some(fraction) = self
            .fraction(end + gap)
            .or_else(|| self.fraction_in_digits(end + gap))
        else {
            return Ok(());
        };
        let large = (fraction.end, Why::TooLarge);
        let mantissa = number
            .mantissa
            .checked_mul(pow10(fraction.places))
            .and_then(|m| m.checked_add(fraction.value))
            .filter(|&m| m <= MAX)
            .ok_or(large)?;
        let scales = self.scales(fraction.end, Leading::Group);
        let (value, places) = scaled(mantissa, fraction.places, scales.total()).ok_or(large)?;
        number.significand = (mantissa, fraction.places);
        number.scale = scales.total();
        number.mantissa = value;
        number.places = places;
        number.lone = false;
        number.end = if scales.count > 0 {
            scales.end
        } else {
            fraction.end
        };
        Ok(())
    }
}
