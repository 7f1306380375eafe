//! The reader: from a place in the text to a figure.
//!
//! `digits` reads a token of digits, `words` a number below a thousand in
//! words, `number` puts scales and chains on either, `unit` reads what follows,
//! `qualifier` what stands before, `noun` the unit noun, `context` says what is
//! no figure in running text, `scan` finds the places to try.

mod context;
mod digits;
mod noun;
mod number;
mod qualifier;
mod scan;
mod unit;
mod whole;
mod words;

use crate::figure::{Figure, Kind, Other, Qualifier, Written};
use crate::fold::{self, Syllable};
use crate::lexicon::{self, Word};
use crate::parser::{Accents, Parser};
use crate::scale::{Scale, split};

use qualifier::Hint;

pub(crate) use whole::whole;

use rust_decimal::Decimal;

/// A figure and where its parts lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Empty where there is none.
    pub(crate) qualifier: (usize, usize),
    pub(crate) noun: (usize, usize),
    pub(crate) figure: Figure,
    /// Where the search goes on.
    pub(crate) resume: usize,
}

/// What an attempt at one place came to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    Found(Found),
    /// No figure here: go on at this offset.
    Skip(usize, Why),
}

/// Why there is no figure at a place; running text does not care, a whole
/// string reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    NoNumber,
    BadDigits,
    TooLarge,
    NotExact,
    Descending,
}

/// A text under the settings of a parser.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'t> {
    text: &'t str,
    set: Parser,
    /// The text is one phrase: no context rules, spaces may group.
    whole: bool,
}

/// The length of the blank at `at`: a space or tab, a no-break space, a thin
/// or figure space; 0 where there is none.
pub(crate) fn blank(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b' ' | b'\t') => 1,
        Some(0xc2) if bytes.get(at + 1) == Some(&0xa0) => 2,
        // U+2002 to U+200A and U+202F.
        Some(0xe2)
            if bytes.get(at + 1) == Some(&0x80)
                && matches!(bytes.get(at + 2), Some(0x82..=0x8a | 0xaf)) =>
        {
            3
        }
        _ => 0,
    }
}

impl<'t> Reader<'t> {
    pub(crate) const fn new(text: &'t str, set: Parser, whole: bool) -> Self {
        Self { text, set, whole }
    }

    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    #[inline]
    const fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    #[inline]
    fn byte(&self, at: usize) -> u8 {
        self.bytes().get(at).copied().unwrap_or(0)
    }

    fn unaccented(&self) -> bool {
        self.set.accents == Accents::Optional
    }

    /// The blanks at `at`, at most two: their bytes.
    #[inline]
    fn gap(&self, at: usize) -> usize {
        let one = blank(self.bytes(), at);
        if one == 0 {
            0
        } else {
            one + blank(self.bytes(), at + one)
        }
    }

    fn lookup(&self, syllable: &Syllable) -> Option<Word> {
        lexicon::word(syllable.key).or_else(|| {
            if self.unaccented() && !syllable.marked {
                lexicon::bare_word(syllable.key)
            } else {
                None
            }
        })
    }

    /// The lexicon word that begins at `at`.
    #[inline]
    fn word(&self, at: usize) -> Option<(Word, usize)> {
        let syllable = fold::syllable(self.bytes(), at)?;
        Some((self.lookup(&syllable)?, syllable.end))
    }

    /// The lexicon word after one gap.
    #[inline]
    fn next_word(&self, end: usize) -> Option<(Word, usize)> {
        match self.gap(end) {
            0 => None,
            gap => self.word(end + gap),
        }
    }

    /// Whether the word after the gap may be typed without accents.
    fn bare(&self, end: usize) -> bool {
        self.unaccented()
            && fold::syllable(self.bytes(), end + self.gap(end)).is_some_and(|s| !s.marked)
    }

    /// The word before `at`, across one gap: its start and letters.
    fn word_before(&self, at: usize, floor: usize) -> Option<(usize, Syllable)> {
        let bytes = self.bytes();
        let mut end = at;
        for _ in 0..2 {
            if end <= floor {
                return None;
            }
            let back = fold::before(bytes, end);
            if blank(bytes, back) == end - back {
                end = back
            } else {
                break;
            }
        }
        if end == at || end <= floor {
            return None;
        }
        self.word_ending(end, floor)
    }

    /// The word that ends at `end`.
    fn word_ending(&self, end: usize, floor: usize) -> Option<(usize, Syllable)> {
        let bytes = self.bytes();
        let mut start = end;
        // A word of the language has at most seven letters, each at most three
        // code points; a longer run of letters and marks is none of ours.
        while start > floor && end - start < 48 {
            let back = fold::before(bytes, start);
            if back < floor || !fold::is_letter(bytes, back) {
                break;
            }
            start = back;
        }
        if start == end || end - start >= 48 {
            return None;
        }
        fold::syllable(bytes, start)
            .filter(|s| s.end == end)
            .map(|s| (start, s))
    }

    /// Tries to read a figure whose number begins at `at`. Nothing before
    /// `floor` belongs to it.
    pub(crate) fn figure(&self, at: usize, floor: usize) -> Step {
        if let Some(step) = self.special(at, floor) {
            return step;
        }
        let mut left = match self.number(at) {
            Ok(number) => number,
            Err((end, why)) => return Step::Skip(end.max(at + 1), why),
        };
        let start = self.sign_and_symbol(&mut left, at, floor);
        if !self.whole
            && let Some(end) = self.vetoed_outright(&left, start, floor)
        {
            return Step::Skip(end.max(at + 1), Why::NoNumber);
        }
        let unit = self.unit(&left);
        let (end, unit, low, high, mut noun) = match self.range(&left, &unit) {
            Ok(Some(range)) => (
                range.end,
                range.unit,
                range.low,
                Some((range.high, range.negative)),
                (0, 0),
            ),
            Ok(None) => (unit.end, unit, (left.mantissa, left.places), None, (0, 0)),
            Err((end, why)) => return Step::Skip(end.max(at + 1), why),
        };
        if unit.kind == Kind::Number {
            noun = self.noun(end, &left);
        }
        let mut before = self.qualifier_before(start, floor, &left);
        let kind = match (unit.kind, before.hint) {
            (Kind::Number, Hint::Fold) => Kind::Multiple,
            (Kind::Number, Hint::Ordinal) if left.places == 0 => Kind::Ordinal,
            (kind, _) => kind,
        };
        if kind == Kind::Ordinal {
            noun = (0, 0);
        }
        if !self.whole
            && let Some(end) = self.vetoed(
                &left,
                start,
                end,
                floor,
                &unit,
                high.is_some(),
                noun,
                kind,
                &before,
            )
        {
            return Step::Skip(end.max(at + 1), Why::NoNumber);
        }
        let mut resume = end.max(noun.1);
        // `một triệu đồng chẵn`: round, as invoices say.
        if unit.kind == Kind::Money
            && let gap @ 1.. = self.gap(end)
            && let Some(syllable) = fold::syllable(self.bytes(), end + gap)
            && ROUND.contains(&syllable.key)
        {
            resume = syllable.end;
        }
        if let Some((qualifier, from, to)) = self.qualifier_after(resume)
            && high.is_none()
        {
            before.qualifier = qualifier;
            before.span = (from, to);
            resume = to;
        }
        let negative = left.negative;
        let Some(low) = decimal(low.0, low.1, negative) else {
            return Step::Skip(end, Why::TooLarge);
        };
        let mut figure = Figure {
            kind,
            qualifier: before.qualifier,
            other: left.other,
            currency: unit.currency,
            low,
            high: low,
            written: Written {
                significand: decimal(left.significand.0, left.significand.1, negative)
                    .unwrap_or(low),
                scale: Scale(left.scale),
            },
        };
        if let Some(((high, places), below)) = high {
            let Some(high) = decimal(high, places, below) else {
                return Step::Skip(end, Why::TooLarge);
            };
            figure.qualifier = Qualifier::Range;
            figure.other = Other::None;
            figure.high = high;
        } else if let Some((mantissa, places)) = unit.amount {
            // Dollars and cents: the sum of the two.
            let Some(sum) = decimal(mantissa, places, negative) else {
                return Step::Skip(end, Why::TooLarge);
            };
            figure.low = sum;
            figure.high = sum;
            figure.other = Other::None;
            figure.written = Written {
                significand: sum,
                scale: Scale::ONE,
            };
        }
        Step::Found(Found {
            start,
            end,
            qualifier: before.span,
            noun,
            figure,
            resume,
        })
    }
}

const ROUND: [fold::Key; 2] = [fold::key("chẵn"), fold::key("tròn")];

/// The decimal of these parts, if it fits.
fn decimal(mantissa: u128, places: u8, negative: bool) -> Option<Decimal> {
    if mantissa > digits::MAX || places > 28 {
        return None;
    }
    let [low, mid, high] = split(mantissa);
    Some(Decimal::from_parts(
        low,
        mid,
        high,
        negative,
        u32::from(places),
    ))
}
