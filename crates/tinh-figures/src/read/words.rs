//! Spelled-out numbers below a thousand, and the digits after `phẩy`.

use super::Reader;
use crate::lexicon::Word;

/// A number below 1000 in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) value: u32,
    pub(super) end: usize,
    /// One word below ten: a figure in running text only by what follows.
    pub(super) lone: bool,
    /// Ended in an elided ten (`năm trăm tư` = 540): nothing may follow but a
    /// scale.
    pub(super) elided: bool,
    /// Two digits with the ten left out: `hai mốt`, `ba lăm`.
    pub(super) clipped: bool,
}

/// Digits after the decimal mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fraction {
    pub(super) value: u128,
    pub(super) places: u8,
    pub(super) end: usize,
}

impl Reader<'_> {
    /// The group that begins at `at`.
    pub(super) fn group(&self, at: usize) -> Option<Group> {
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
                let d = u32::from(d);
                match self.next_word(end) {
                    Some((Word::Hundred, _)) if !hundreds => return None,
                    Some((Word::Hundred, after)) => {
                        group.value = d * 100;
                        group.end = after;
                        self.below_hundred(&mut group);
                    }
                    Some((Word::Tens, after)) if d > 0 => {
                        group.value = d * 10;
                        group.end = after;
                        self.ones(&mut group, true);
                    }
                    // Without accents `mươi` and `mười` look the same.
                    Some((Word::Ten, after)) if d > 1 && self.bare(end) => {
                        group.value = d * 10;
                        group.end = after;
                        self.ones(&mut group, true);
                    }
                    Some((Word::Dozen, after)) if d > 0 => {
                        group.value = d * 10;
                        group.end = after;
                        if let Some((Word::Half, after)) = self.next_word(after) {
                            group.value += 5;
                            group.end = after;
                        }
                    }
                    Some((word @ (Word::One1 | Word::Four4 | Word::Five5), after)) if d > 1 => {
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
            _ => return None,
        }
        Some(group)
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
                    Some((Word::Hundred | Word::Tens | Word::Dozen, _))
                ) {
                    return;
                }
                u32::from(d)
            }
            Word::One1 if many => 1,
            Word::Four4 => 4,
            // Without accents `tư` and `từ` look the same.
            Word::From if self.bare(group.end) => 4,
            Word::Five5 => 5,
            _ => return,
        };
        group.value += ones;
        group.end = end;
    }

    /// `trăm` that ends at `end`, its `một` left out, and what follows it.
    pub(super) fn hundred(&self, end: usize) -> Group {
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
            Word::Zero0 => {
                let Some((digit, end)) = self.next_word(end) else {
                    return;
                };
                let ones = match digit {
                    Word::Digit(d) if d > 0 => u32::from(d),
                    Word::Four4 | Word::Five5 | Word::One1 => small(digit),
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
            Word::One1 | Word::Four4 | Word::Five5 => {
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

    /// After `linh`/`lẻ` that follows a scale: below 100.
    pub(super) fn after_zero(&self, at: usize) -> Option<(u32, usize)> {
        if let Some((word @ (Word::Four4 | Word::Five5 | Word::One1), end)) = self.word(at) {
            return Some((small(word), end));
        }
        self.group(at)
            .filter(|g| g.value < 100 && g.value > 0)
            .map(|g| (g.value, g.end))
    }

    /// The digits after `phẩy`: one by one (`không năm`), or a number below
    /// 1000 that has more than one word (`sáu mươi lăm`).
    pub(super) fn fraction(&self, at: usize) -> Option<Fraction> {
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
                Word::One1 | Word::Four4 | Word::Five5 if fraction.places > 0 => small(word),
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

/// The value of a digit word that stands only after a ten.
fn small(word: Word) -> u32 {
    match word {
        Word::One1 => 1,
        Word::Four4 => 4,
        _ => 5,
    }
}
