//! Spelled-out numbers below a thousand, and the digits after `phẩy`.

use crate::read::cursor::Cursor;
use crate::vocabulary::Word;

/// A number below 1000 in words.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Group {
    pub(in crate::read) value: u32,
    pub(in crate::read) end: usize,
    /// One word below ten: a figure in running text only by what follows.
    pub(in crate::read) lone: bool,
    /// Ended in an elided ten (`năm trăm tư` = 540): nothing may follow but a
    /// scale.
    pub(in crate::read) elided: bool,
    /// Two digits with the ten left out: `hai mốt`, `ba lăm`.
    pub(in crate::read) clipped: bool,
}

/// Digits after the decimal mark.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Fraction {
    pub(in crate::read) value: u128,
    pub(in crate::read) places: u8,
    pub(in crate::read) end: usize,
}

impl Cursor<'_> {
    /// The group that begins at `at`.
    pub(in crate::read) fn group(&self, at: usize) -> Option<Group> {
        self.group_below(at, true)
    }

    /// The group that begins at `at`; without `hundreds` there is none where
    /// `trăm` follows the first digit. (A group after `trăm` must not look for
    /// another `trăm`, or `tám trăm tám trăm …` would take quadratic time.)
    fn group_below(&self, at: usize, hundreds: bool) -> Option<Group> {
        let (word, end) = self.word(at)?;
        let mut group = Group {
            value: 0,
            end,
            lone: false,
            elided: false,
            clipped: false,
        };
        match word {
            Word::Ten => {
                group.value = 10;
                self.ones(&mut group, false);
            }
            Word::Twenty => {
                group.value = 20;
                self.ones(&mut group, true);
                // `hăm` alone is no number.
                return (group.value > 20).then_some(group);
            }
            Word::Digit(d) => {
                if !hundreds && matches!(self.next_word(end), Some((Word::Hundred, _))) {
                    return None;
                }
                self.after_digit(&mut group, u32::from(d));
            }
            _ => return None,
        }
        Some(group)
    }

    /// Adds what follows the digit that the group is so far.
    fn after_digit(&self, group: &mut Group, d: u32) {
        let end = group.end;
        match self.next_word(end) {
            Some((Word::Hundred, after)) => {
                group.value = d * 100;
                group.end = after;
                self.below_hundred(group);
            }
            Some((Word::Tens, after)) if d > 0 => {
                group.value = d * 10;
                group.end = after;
                self.ones(group, true);
            }
            // Without accents `mươi` and `mười` look the same.
            Some((Word::Ten, after)) if d > 1 && self.bare(end) => {
                group.value = d * 10;
                group.end = after;
                self.ones(group, true);
            }
            Some((Word::Tenfold, after)) if d > 0 => {
                group.value = d * 10;
                group.end = after;
                if let Some((Word::Half, after)) = self.next_word(after) {
                    group.value += 5;
                    group.end = after;
                }
            }
            Some((word @ (Word::OneAfterTen | Word::FourAfterTen | Word::FiveAfterTen), after))
                if d > 1 =>
            {
                group.value = d * 10 + small(word);
                group.end = after;
                group.clipped = true;
            }
            _ => {
                group.value = d;
                group.lone = true;
            }
        }
    }

    /// The ones after a ten already in the group.
    fn ones(&self, group: &mut Group, many: bool) {
        let Some((word, end)) = self.next_word(group.end) else {
            return;
        };
        let ones = match word {
            // `mười năm` is ten years, `mười lăm` fifteen.
            Word::Digit(5) if !self.bare(group.end) => return,
            Word::Digit(0) => return,
            Word::Digit(d) => {
                // `hai mươi hai trăm` does not exist; `mười hai chục` neither.
                if matches!(
                    self.next_word(end),
                    Some((Word::Hundred | Word::Tens | Word::Tenfold, _))
                ) {
                    return;
                }
                u32::from(d)
            }
            Word::OneAfterTen if many => 1,
            Word::FourAfterTen => 4,
            // Without accents `tư` and `từ` look the same.
            Word::From if self.bare(group.end) => 4,
            Word::FiveAfterTen => 5,
            _ => return,
        };
        group.value += ones;
        group.end = end;
    }

    /// `trăm` that ends at `end`, its `một` left out, and what follows it.
    pub(in crate::read) fn hundred(&self, end: usize) -> Group {
        let mut group = Group {
            value: 100,
            end,
            lone: false,
            elided: false,
            clipped: false,
        };
        self.below_hundred(&mut group);
        group
    }

    /// What follows `trăm`.
    fn below_hundred(&self, group: &mut Group) {
        let Some((word, end)) = self.next_word(group.end) else {
            return;
        };
        match word {
            Word::NoTens => {
                let Some((digit, end)) = self.next_word(end) else {
                    return;
                };
                let ones = match digit {
                    Word::Digit(d) if d > 0 => u32::from(d),
                    Word::FourAfterTen | Word::FiveAfterTen | Word::OneAfterTen => small(digit),
                    _ => return,
                };
                group.value += ones;
                group.end = end;
            }
            Word::Half => {
                group.value += 50;
                group.end = end;
                group.elided = true;
            }
            Word::OneAfterTen | Word::FourAfterTen | Word::FiveAfterTen => {
                group.value += 10 * small(word);
                group.end = end;
                group.elided = true;
            }
            Word::Ten | Word::Twenty | Word::Digit(_) => {
                let Some(rest) = self.group_below(group.end + self.gap(group.end), false) else {
                    return;
                };
                if rest.value >= 100 || rest.value == 0 {
                    return;
                }
                if rest.lone
                    && let Some(ones) = self.ones_without_ten(&rest)
                {
                    // `một trăm hai sáu`, `chín trăm tám chín`: the `mươi` is left out.
                    group.value += 10 * rest.value + ones.value;
                    group.elided = true;
                    group.end = ones.end;
                    return;
                }
                if rest.lone {
                    // `một trăm năm` is a hundred years; `một trăm hai` is 120.
                    if rest.value == 5 {
                        return;
                    }
                    group.value += 10 * rest.value;
                    group.elided = true;
                } else {
                    group.value += rest.value;
                }
                group.end = rest.end;
            }
            _ => {}
        }
    }

    /// The ones right after the digit of the tens: `sáu` of `hai sáu`.
    fn ones_without_ten(&self, tens: &Group) -> Option<Group> {
        if tens.value < 2 {
            return None;
        }
        let gap = self.gap(tens.end);
        let ones = (gap > 0).then(|| self.group_below(tens.end + gap, false))??;
        // `hai trăm ba năm`: years, as ever.
        (ones.lone && ones.value > 0 && (ones.value != 5 || self.bare(tens.end))).then_some(ones)
    }

    /// After `linh`/`lẻ` that follows a scale: below 100.
    pub(in crate::read) fn after_zero(&self, at: usize) -> Option<(u32, usize)> {
        if let Some((word @ (Word::FourAfterTen | Word::FiveAfterTen | Word::OneAfterTen), end)) =
            self.word(at)
        {
            return Some((small(word), end));
        }
        self.group(at)
            .filter(|g| g.value < 100 && g.value > 0)
            .map(|g| (g.value, g.end))
    }

    /// The digits after `phẩy`: one by one (`không năm`), or a number below
    /// 1000 that has more than one word (`sáu mươi lăm`).
    pub(in crate::read) fn fraction(&self, at: usize) -> Option<Fraction> {
        if let Some(group) = self.group(at)
            && !group.lone
            && !group.elided
        {
            let value = u128::from(group.value);
            return Some(Fraction {
                value,
                places: if value > 99 { 3 } else { 2 },
                end: group.end,
            });
        }
        let mut fraction = Fraction {
            value: 0,
            places: 0,
            end: at,
        };
        let mut here = at;
        while let Some((word, end)) = self.word(here) {
            let digit = match word {
                Word::Digit(d) => u32::from(d),
                // `ba chấm tư`: four, said as behind a ten.
                Word::FourAfterTen => 4,
                Word::OneAfterTen | Word::FiveAfterTen if fraction.places > 0 => small(word),
                _ => break,
            };
            if fraction.places == 28 {
                return None;
            }
            fraction.value = fraction.value * 10 + u128::from(digit);
            fraction.places += 1;
            fraction.end = end;
            let gap = self.gap(end);
            if gap == 0 {
                break;
            }
            here = end + gap;
        }
        (fraction.places > 0).then_some(fraction)
    }
}

impl Cursor<'_> {
    /// The digits after `phẩy` as digits: `hai phẩy 23`.
    pub(in crate::read) fn fraction_in_digits(&self, at: usize) -> Option<Fraction> {
        let digits = (at..at + 10).take_while(|&i| self.digit(i)).count();
        let places = u8::try_from(digits).ok().filter(|n| (1..=9).contains(n))?;
        let text = self.text.get(at..at + digits)?;
        Some(Fraction {
            value: text.parse().ok()?,
            places,
            end: at + digits,
        })
    }
}

/// The value of a digit word that stands only after a ten.
fn small(word: Word) -> u32 {
    match word {
        Word::OneAfterTen => 1,
        Word::FourAfterTen => 4,
        _ => 5,
    }
}
