//! What is no figure at sight: most numbers that count nothing have one of a few
//! shapes (`một số`, `tháng 11`, `giai đoạn 2021-2025`, `10/8/2022`).
//!
//! A short cut like the [plain](super::plain) shapes: nothing is decided here that
//! the general reader would decide otherwise.

use super::cursor::Cursor;
use super::phrase::before::Hint;
use super::plain::closed;
use super::token::digits::{self, Fault, Token};
use crate::vocabulary::{Set, Sets, Word};

/// Words before digits that may make more of them than a date.
const MORE_THAN_A_DATE: Sets = Sets::of(&[
    Set::EndsQualifier,
    Set::EndsPair,
    Set::Between,
    Set::FirstDays,
]);

impl Cursor<'_> {
    /// The end of a lone word below ten in running text, where nothing around
    /// can make a figure of it: `một số`, `năm qua`. Most number words are such.
    pub(super) fn hopeless(&self, at: usize, floor: usize) -> Option<usize> {
        if self.whole || self.unaccented() || closed() {
            return None;
        }
        let (Word::Digit(digit), end) = self.word(at)? else {
            return None;
        };
        let gap = self.gap(end);
        if gap == 0 {
            let marked = matches!(self.byte(end), b',' | b'.' | b';' | b')' | b'\n');
            // `ba, bốn triệu`.
            if !marked || matches!(self.next_or_listed(end), Some((Word::Digit(_), _))) {
                return None;
            }
        } else {
            let next = self.seen(end + gap);
            if next.word.is_some() || !self.begins_no_unit(&next) {
                return None;
            }
        }
        let before = self.qualifier_before(at, floor, true);
        match before.hint {
            // `lần hai`.
            Hint::None => (self.seen_before(at, floor).word != Some(Word::Times)).then_some(end),
            // `thứ hai` is Monday.
            Hint::Ordinal => ((2..=7).contains(&digit)
                && !matches!(self.word(before.start), Some((Word::Rank | Word::Times, _)))
                && self.is_spoken_weekday(u128::from(digit), (before.start, end), floor))
            .then_some(end),
            // `gấp ba`.
            Hint::Fold => None,
        }
    }

    /// Where to go on behind digits in running text that are no figure by what is
    /// right next to them.
    pub(super) fn no_figure_at_sight(
        &self,
        at: usize,
        token: &Token,
        floor: usize,
    ) -> Option<usize> {
        if self.whole {
            return None;
        }
        match self.byte(token.end) {
            b'/' | b':' => self.glued_at_sight(at),
            b'-' => self
                .glued_at_sight(at)
                .or_else(|| self.span_of_years(at, token, floor)),
            _ => self.dated(at, token, floor),
        }
    }

    /// `giai đoạn 2021-2025`.
    fn span_of_years(&self, at: usize, left: &Token, floor: usize) -> Option<usize> {
        if closed()
            || !left.is_year()
            || at <= floor
            || !self.only_words_before(at, floor)
            || self.byte(at - 1) != b' '
            || !self.digit(left.end + 1)
        {
            return None;
        }
        self.seen_before(at, floor).syllable?;
        let right = digits::token(self.bytes(), left.end + 1, self.set.mark, false);
        (right.is_year() && self.stands_alone(right.end)).then_some(right.end)
    }

    /// `tháng 11`, `năm 2023`, `ngày 15`.
    fn dated(&self, at: usize, token: &Token, floor: usize) -> Option<usize> {
        if closed()
            || self.unaccented()
            || !token.plain
            || token.fault != Fault::None
            || token.zero_led && token.digits > 2
            || at <= floor
            || self.byte(at - 1) != b' '
        {
            return None;
        }
        let before = self.seen_before(at, floor);
        let (sets, value) = (before.sets, token.mantissa);
        let date = sets.has(Set::Day) && value <= 31
            || sets.has(Set::Month) && (1..=12).contains(&value)
            || sets.has(Set::Quarter) && (1..=4).contains(&value)
            || sets.has(Set::Year) && token.digits == 4;
        // `năm` is five as well.
        let word = matches!(before.word, None | Some(Word::Digit(5)));
        let shout = before.syllable.is_none_or(|s| s.shout);
        (date && word && !shout && !sets.meets(MORE_THAN_A_DATE) && self.stands_alone(token.end))
            .then(|| self.past_list(self.date_tail(token.end), token.digits))
    }
}
