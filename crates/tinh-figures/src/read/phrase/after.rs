//! The words after a figure that bound it (`trở lên`, `trở xuống`) or add a half to it
//! (`2 năm rưỡi`).

use crate::qualifier::Qualifier;
use crate::read::cursor::Cursor;
use crate::read::number::Number;
use crate::read::token::Span;
use crate::read::token::noun::Noun;
use crate::scale::MAX;
use crate::vocabulary::{Set, Word};

/// How many words may be between a number that `từ` precedes and its `trở lên`:
/// `từ 10 năm kinh nghiệm quản lý trở lên`.
const WORDS_BETWEEN: usize = 6;

impl Cursor<'_> {
    /// `2 năm rưỡi`: takes the half of a measure or a length of time into the number;
    /// where it ends. `2 giờ rưỡi` is half past two as well.
    pub(in crate::read) fn half_of_noun(&self, number: &mut Number, noun: &Noun) -> Option<usize> {
        if !noun.has_halves
            || number.places > 0
            || number.scale > 0
            || number.denominator.is_some()
            || self.seen(noun.span.0).sets.has(Set::Hour)
        {
            return None;
        }
        let (Word::Half, end) = self.next_word(noun.span.1)? else {
            return None;
        };
        number.mantissa =
            (number.mantissa.checked_mul(10)?.checked_add(5)).filter(|&m| m <= MAX)?;
        number.places = 1;
        number.significand = (number.mantissa, 1);
        number.plain = false;
        Some(end)
    }

    /// `trở lên`, `trở xuống` after the figure, its noun or its rate, which end at
    /// `end`; with `from`, also after the rest of a longer noun.
    pub(in crate::read) fn qualifier_after(
        &self,
        end: usize,
        from: bool,
    ) -> Option<(Qualifier, Span)> {
        let mut end = end;
        for _ in 0..WORDS_BETWEEN {
            let next = self.next(end)?;
            if next.word == Some(Word::Turn) {
                let (word, to) = self.next_word(next.syllable?.end)?;
                let qualifier = match word {
                    Word::Up => Qualifier::AtLeast,
                    Word::Down => Qualifier::AtMost,
                    _ => return None,
                };
                return Some((qualifier, (next.start, to)));
            }
            // Words of the grammar end a noun: `từ 5 người đến 7 người trở lên`.
            if !from || next.word.is_some() {
                return None;
            }
            end = next.syllable?.end;
        }
        None
    }
}
