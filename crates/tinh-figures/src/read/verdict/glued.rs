//! Digits that are part of something else by the bytes next to them: dates,
//! documents, telephones, addresses, codes.

use crate::currency;
use crate::fold;
use crate::read::cursor::Cursor;
use crate::read::number::Number;
use crate::read::phrase::Phrase;

/// A letter glued to the digits that is no unit: `5G`, `1A`, `20h`.
pub(super) fn letters(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    (cursor.letter(phrase.end) && !cursor.multiplies(phrase.end))
        .then(|| cursor.glued_end(phrase.end))
}

impl Cursor<'_> {
    /// Dates, times and documents by the byte after the first run of digits:
    /// `10/8/2022`, `20:54`, `15-CT/TW`. Most digits that are no figure end
    /// here, before anything is read.
    pub(in crate::read) fn glued_at_sight(&self, at: usize) -> Option<usize> {
        let mut end = at + 1;
        while self.digit(end) {
            end += 1;
        }
        let (next, after) = (self.byte(end), self.byte(end + 1));
        let run = match next {
            b'/' | b':' if after.is_ascii_digit() => self.token_run(end),
            b'-' if after.is_ascii_uppercase() => end + 1,
            _ => return None,
        };
        (at == 0 || !matches!(self.byte(at - 1), b'.' | b',')).then(|| self.glued_end(run))
    }

    /// Letters or marks glued to a token of digits, and the runs of digits of
    /// dates, documents and telephones: where to go on, if this is no figure.
    ///
    /// This looks at bytes next to the token only; it comes before any unit is
    /// read.
    pub(in crate::read) fn glued(
        &self,
        number: &Number,
        start: usize,
        floor: usize,
    ) -> Option<usize> {
        // A space is nearly always there.
        if start > 0
            && start == number.at
            && self.byte(start - 1) != b' '
            && let Some(end) = self.glued_before(number, start, floor)
        {
            return Some(end);
        }
        self.glued_after(number)
            .or_else(|| self.identifier(number))
            .or_else(|| self.telephone(number))
    }

    /// Whether the letter at `at` parts two lengths: `12x18`. In `4x4` it does not.
    fn multiplies(&self, at: usize) -> bool {
        let mark = |at: usize| matches!(self.byte(at), b'.' | b',');
        at > 1
            && matches!(self.byte(at), b'x' | b'X')
            && self.digit(at - 1)
            && self.digit(at + 1)
            && self.byte(at + 1) != b'0'
            && (self.digit(at - 2)
                || at > 2 && mark(at - 2) && self.digit(at - 3)
                || self.digit(at + 2)
                || self.letter(at + 2)
                || mark(at + 2) && self.digit(at + 3))
    }

    /// A mark or letter right before the number.
    fn glued_before(&self, number: &Number, start: usize, floor: usize) -> Option<usize> {
        let back = fold::before(self.bytes(), start);
        let before = self.byte(back);
        let further = if back > 0 { self.byte(back - 1) } else { b' ' };
        let glued = match before {
            b'_' if self.blanks.underscores => false,
            // `%20`, `#5`, `a_1`, `@2`, `&x=1`, a path.
            b'%' | b'#' | b'_' | b'@' | b'&' | b'?' | b'\\' => true,
            // A colon parts `12:30`, but not `vốn:5 tỷ`.
            b':' => further.is_ascii_digit(),
            // `>=5%` is a bound, `x=5` a setting.
            b'=' => !matches!(further, b'<' | b'>'),
            // `9 vụ/12 đối tượng`: the noun of a figure ends before the bar.
            b'/' if back == floor && back > 0 && self.counted_before(back) => false,
            // `tin-123`, `GMT+7`, `v.1`, `a/1`.
            b'-' | b'+' | b'.' | b'/' | b'*' | b'\'' => {
                back > 0
                    && (further.is_ascii_alphanumeric()
                        || further >= 0x80 && self.letter(fold::before(self.bytes(), back)))
            }
            b'x' | b'X' if self.multiplies(back) => false,
            _ => self.letter(back) || before.is_ascii_digit() && back >= floor,
        };
        if glued {
            return Some(self.glued_end(number.end));
        }
        // `+84 …`
        (before == b'+' && number.plain && number.mantissa == 84)
            .then(|| self.phone_run(number.end))
    }

    /// Whether the word that ends at `end` is what a figure counts, not its scale or
    /// currency: `5 triệu đồng/3 tháng` is a rate.
    fn counted_before(&self, end: usize) -> bool {
        self.word_ending(end, 0)
            .is_some_and(|(_, syllable, entry)| {
                entry.word.is_none() && !currency::may_begin(syllable.key)
            })
    }

    /// A mark right after the number.
    fn glued_after(&self, number: &Number) -> Option<usize> {
        let end = number.end;
        let (next, after) = (self.byte(end), self.byte(end + 1));
        match next {
            // After a scale it is a rate: `5 triệu/3 tháng`.
            b'/' | b':' if after.is_ascii_digit() && number.scale == 0 => {
                Some(self.glued_end(self.token_run(end)))
            }
            // `Km 104+200`.
            b'+' if after.is_ascii_digit() => Some(self.glued_end(end + 1)),
            // `5/QĐ-TTg`, `8/NQ-CP`.
            b'/' if number.scale == 0 && (after.is_ascii_uppercase() || after == 0xc4) => {
                Some(self.glued_end(end + 1))
            }
            // `15-CT/TW`; a joined word after a dash is no range.
            b'-' if number.plain && self.letter(end + 1) => Some(self.glued_end(end + 1)),
            // `74'`: the minute of a match.
            b'\'' if number.plain && !self.letter(end + 1) => Some(end + 1),
            0xe2 if number.plain
                && self.text.get(end..end + 3) == Some("’")
                && !self.letter(end + 3) =>
            {
                Some(end + 3)
            }
            b'%' if after.is_ascii_alphanumeric() => Some(end),
            b'_' if self.blanks.underscores => None,
            b'@' | b'_' | b'=' | b'&' => Some(end),
            b'.' if after.is_ascii_lowercase() => Some(end),
            // A second pair of hyphens: `2022-12-20`, `0225-3821-055`.
            b'-' if after.is_ascii_digit() => {
                let run = self.token_run(end);
                let text = self.bytes().get(end..run).unwrap_or(&[]);
                let dashes = text.iter().filter(|&&b| b == b'-').count();
                let date = text.contains(&b'/') || text.contains(&b':');
                (dashes > 1 || date || number.zero_led && number.digits > 2).then_some(run)
            }
            _ => None,
        }
    }

    /// A needless zero before two or more digits, unless money or a scale says
    /// otherwise.
    fn identifier(&self, number: &Number) -> Option<usize> {
        (number.zero_led && number.digits > 2 && number.prefix.is_none() && number.scale == 0)
            .then(|| self.phone_run(self.token_run(number.end)))
    }

    /// `1900 6789`, `24 3733 1234`: groups of digits parted by spaces.
    fn telephone(&self, number: &Number) -> Option<usize> {
        let end = number.end;
        if !number.plain
            || self.byte(end) != b' '
            || !self.digit(end + 1)
            || number.prefix.is_some()
        {
            return None;
        }
        let run = self.phone_run(end);
        let text = self.bytes().get(end..run).unwrap_or(&[]);
        let groups = text.iter().filter(|&&b| b == b' ').count();
        let digits = number.digits + text.iter().filter(|b| b.is_ascii_digit()).count();
        (groups >= 2 && digits >= 7 || groups == 1 && digits >= 8 && number.digits >= 3)
            .then_some(run)
    }

    /// Past a word, code or path that goes on after the digits.
    fn glued_end(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            let b = self.byte(end);
            if b.is_ascii_alphanumeric()
                || matches!(b, b'/' | b'-' | b'_' | b'%' | b':')
                    && self.byte(end + 1).is_ascii_alphanumeric()
            {
                end += 1;
            } else if b >= 0x80 && self.letter(end) {
                end = self.syllable(end).map_or(end + 1, |s| s.end);
                // Stay on a code point even after a stray mark.
                while self.byte(end) & 0xc0 == 0x80 {
                    end += 1;
                }
            } else {
                return end;
            }
        }
    }

    /// The end of groups of two and more digits parted by single spaces, dots,
    /// dashes or a closing bracket.
    fn phone_run(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            let mut next = end;
            if self.byte(next) == b')' {
                next += 1;
            }
            if matches!(self.byte(next), b' ' | b'.' | b'-') {
                next += 1;
            }
            let digits = (next..next + 12).take_while(|&i| self.digit(i)).count();
            if next == end || !(2..=11).contains(&digits) {
                return end;
            }
            end = next + digits;
            // What goes on as a decimal, an amount or a word is no telephone.
            if self.letter(end) {
                return next.saturating_sub(1).max(at);
            }
        }
    }
}
