//! The reader: from a place in the text to a figure.
//!
//! `digits` reads a token of digits, `words` a number below a thousand in
//! words, `number` puts scales and chains on either, `unit` reads what follows,
//! `qualifier` what stands before, `noun` the unit noun, `context` says what is
//! no figure in running text, `scan` finds the places to try, `whole` reads a
//! text that is one figure. `plain` and `familiar` are short cuts: the commonest
//! shape of an amount, and the commonest words by their bytes.

mod context;
mod digits;
mod familiar;
mod noun;
mod number;
mod plain;
mod qualifier;
mod scan;
mod unit;
mod whole;
mod words;

use std::cell::Cell;

use crate::currency;
use crate::figure::{Figure, Kind, Other, Qualifier, Written};
use crate::fold::{self, Syllable};
use crate::lexicon::{self, Word};
use crate::parser::{Accents, Parser};
use crate::scale::{Scale, split};

use number::Number;
use qualifier::Hint;
use unit::Unit;

pub(crate) use plain::amount;
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

/// A text under the settings of a parser, for the length of one search.
#[derive(Debug)]
pub(crate) struct Reader<'t> {
    text: &'t str,
    set: Parser,
    /// The text is one phrase: no context rules, spaces may group.
    whole: bool,
    /// The word read last, and the word read last backwards: several rules in a
    /// row ask about the same one.
    ahead: Cell<Seen>,
    behind: Cell<Seen>,
}

/// A word once read.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// Where it was asked for.
    at: usize,
    start: usize,
    syllable: Option<Syllable>,
    word: Option<Word>,
}

const NOTHING_SEEN: Seen = Seen {
    at: usize::MAX,
    start: 0,
    syllable: None,
    word: None,
};

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
        Self {
            text,
            set,
            whole,
            ahead: Cell::new(NOTHING_SEEN),
            behind: Cell::new(NOTHING_SEEN),
        }
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

    /// The letters at `at` and the word they are, if any.
    #[inline]
    fn seen(&self, at: usize) -> Seen {
        let last = self.ahead.get();
        if last.at == at {
            return last;
        }
        let seen = self.look(at);
        self.ahead.set(seen);
        seen
    }

    fn look(&self, at: usize) -> Seen {
        if !self.unaccented()
            && let Some(found) = familiar::ahead(self.bytes(), at)
        {
            return Seen {
                at,
                start: at,
                syllable: Some(found.syllable()),
                word: found.word(),
            };
        }
        let syllable = fold::syllable(self.bytes(), at);
        let word = syllable.as_ref().and_then(|s| self.lookup(s));
        Seen {
            at,
            start: at,
            syllable,
            word,
        }
    }

    /// The letters that begin at `at`.
    #[inline]
    fn syllable(&self, at: usize) -> Option<Syllable> {
        self.seen(at).syllable
    }

    /// The lexicon word that begins at `at`.
    #[inline]
    fn word(&self, at: usize) -> Option<(Word, usize)> {
        let seen = self.seen(at);
        Some((seen.word?, seen.syllable?.end))
    }

    /// The lexicon word after one gap.
    #[inline]
    fn next_word(&self, end: usize) -> Option<(Word, usize)> {
        match self.gap(end) {
            0 => None,
            gap => self.word(end + gap),
        }
    }

    /// The lexicon word after one gap, or after a comma and a gap.
    fn next_or_listed(&self, end: usize) -> Option<(Word, usize)> {
        self.next_word(end + usize::from(self.byte(end) == b','))
    }

    /// Whether the word after the gap may be typed without accents.
    fn bare(&self, end: usize) -> bool {
        self.unaccented()
            && self
                .syllable(end + self.gap(end))
                .is_some_and(|s| !s.marked)
    }

    /// The word before `at`, across one gap: its start and letters.
    fn word_before(&self, at: usize, floor: usize) -> Option<(usize, Syllable)> {
        let seen = self.seen_before(at, floor);
        Some((seen.start, seen.syllable?))
    }

    /// The word before `at` with its meaning. The floor is one for a whole
    /// attempt, so it is no part of the memory's key.
    #[inline]
    fn seen_before(&self, at: usize, floor: usize) -> Seen {
        let last = self.behind.get();
        if last.at == at && last.start >= floor {
            return last;
        }
        let seen = match self
            .back_over_gap(at, floor)
            .and_then(|end| self.word_ending(end, floor))
        {
            Some((start, syllable, word)) => Seen {
                at,
                start,
                syllable: Some(syllable),
                word,
            },
            None => Seen {
                at,
                start: at,
                syllable: None,
                word: None,
            },
        };
        self.behind.set(seen);
        seen
    }

    fn back_over_gap(&self, at: usize, floor: usize) -> Option<usize> {
        let bytes = self.bytes();
        // One space, as nearly always.
        if at > floor + 1 && bytes[at - 1] == b' ' && bytes[at - 2] > b' ' {
            return Some(at - 1);
        }
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
        (end < at && end > floor).then_some(end)
    }

    /// The word that ends at `end`.
    fn word_ending(&self, end: usize, floor: usize) -> Option<(usize, Syllable, Option<Word>)> {
        let bytes = self.bytes();
        if !self.unaccented()
            && let Some((start, found)) = familiar::behind(bytes, end)
            && start >= floor
        {
            return Some((start, found.syllable(), found.word()));
        }
        // A word of the language has at most seven letters, each at most three
        // code points; a longer run of letters and marks is none of ours.
        let lowest = floor.max(end.saturating_sub(48));
        let mut start = end;
        let mut strange = false;
        while start > lowest {
            let b = bytes[start - 1];
            if b < 0x80 {
                if !b.is_ascii_alphabetic() {
                    break;
                }
            } else {
                // The letters of the language begin with these bytes; others
                // have to be looked at one by one.
                strange |= b >= 0xc0 && !matches!(b, 0xc3..=0xc6 | 0xcc | 0xcd | 0xe1);
            }
            start -= 1;
        }
        if strange || start < end && bytes[start] & 0xc0 == 0x80 {
            start = end;
            while start > lowest {
                let back = fold::before(bytes, start);
                if back < lowest || !fold::is_letter(bytes, back) {
                    break;
                }
                start = back;
            }
        }
        if start == end || end - start >= 48 {
            return None;
        }
        let syllable = fold::syllable(bytes, start).filter(|s| s.end == end)?;
        Some((start, syllable, self.lookup(&syllable)))
    }

    /// The end of a lone word below ten in running text, where nothing around
    /// can make a figure of it: `một số`, `năm qua`. Most number words are such.
    fn hopeless(&self, at: usize, floor: usize) -> Option<usize> {
        if self.whole || self.unaccented() {
            return None;
        }
        let (Word::Digit(_), end) = self.word(at)? else {
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
            let key = next.syllable?.key;
            if next.word.is_some() || noun::may_begin(key) || currency::may_begin(key) {
                return None;
            }
        }
        // `gấp ba`, `thứ hai`, `hơn một` are for the rules that follow.
        if self.seen_before(at, floor).word.is_some() {
            None
        } else {
            Some(end)
        }
    }

    /// Tries to read a figure whose number begins at `at`. Nothing before
    /// `floor` belongs to it.
    pub(crate) fn figure(&self, at: usize, floor: usize) -> Step {
        if self.byte(at).is_ascii_digit() {
            if let Some(end) = self.vetoed_at_sight(at, floor) {
                return Step::Skip(end.max(at + 1), Why::NoNumber);
            }
        } else if let Some(end) = self.hopeless(at, floor) {
            return Step::Skip(end, Why::NoNumber);
        } else if let Some(step) = self.special(at, floor) {
            return step;
        }
        let read = if self.byte(at).is_ascii_digit() {
            let token = digits::token(self.bytes(), at, self.set.mark, self.whole);
            match self.plain(at, token) {
                Some((number, unit)) => Ok((number, Some(unit))),
                None => self.number_of(at, token).map(|number| (number, None)),
            }
        } else {
            self.number(at).map(|number| (number, None))
        };
        let (mut left, mut plain) = match read {
            Ok(read) => read,
            Err((end, why)) => return Step::Skip(end.max(at + 1), why),
        };
        if left.spoken && self.is_vague(&left, floor) {
            return Step::Skip(left.end, Why::NoNumber);
        }
        if self.whole
            && at == floor
            && let Some(unit) = plain
            && let Some(figure) = exact(&left, &unit)
        {
            // Nothing stands before and nothing after: done.
            let none = (0, 0);
            let end = unit.end;
            return Step::Found(Found {
                start: at,
                end,
                qualifier: none,
                noun: none,
                figure,
                resume: end,
            });
        }
        let start = if at == floor {
            at
        } else {
            self.sign_and_symbol(&mut left, at, floor)
        };
        if left.prefix.is_some() {
            plain = None;
        }
        if !self.whole
            && let Some(end) = self.vetoed_outright(&left, start, floor)
        {
            return Step::Skip(end.max(at + 1), Why::NoNumber);
        }
        let unit = match plain {
            Some(unit) => unit,
            None => self.unit(&left),
        };
        let mut noun = if unit.kind == Kind::Number {
            self.noun(unit.end, &left)
        } else {
            (0, 0)
        };
        // `một số`, `năm qua`: most lone words are none; see so at once.
        if left.lone
            && !self.whole
            && unit.kind == Kind::Number
            && noun.1 == 0
            && self.connective(unit.end).is_none()
            && !matches!(self.next_or_listed(unit.end), Some((Word::Digit(_), _)))
            && self.seen_before(start, floor).word.is_none()
        {
            return Step::Skip(left.end, Why::NoNumber);
        }
        let mut end = unit.end;
        let mut low = (left.mantissa, left.places);
        let mut scale = left.scale;
        let mut high = None;
        let mut unit = unit;
        match if plain.is_some() {
            Ok(None)
        } else {
            self.range(&left, &unit, noun)
        } {
            Ok(None) => {}
            Ok(Some(range)) => {
                end = range.end;
                unit = range.unit;
                low = range.low;
                scale = scale.max(range.lifted);
                high = Some((range.high, range.negative, range.other));
                noun = if unit.kind == Kind::Number {
                    self.noun(end, &left)
                } else {
                    (0, 0)
                };
            }
            Err((end, why)) => return Step::Skip(end.max(at + 1), why),
        }
        let mut before = self.qualifier_before(start, floor, &left);
        // `cao hơn trăm mét` compares: no bound, so no number.
        if left.bounded && before.span.1 == 0 {
            return Step::Skip(left.end, Why::NoNumber);
        }
        if unit.kind == Kind::Percent && self.exceeds_a_plan(&before, end) {
            before.qualifier = Qualifier::Exact;
            before.span = (0, 0);
        }
        let kind = match (unit.kind, before.hint) {
            (Kind::Number, Hint::Fold) => Kind::Multiple,
            (Kind::Number, Hint::Ordinal)
                if left.places == 0
                    && !left.negative
                    && high.is_none_or(|((_, places), _, _)| places == 0) =>
            {
                Kind::Ordinal
            }
            (kind, _) => kind,
        };
        if kind == Kind::Ordinal {
            noun = (0, 0);
        }
        if !self.whole
            && plain.is_none()
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
        // `2 năm rưỡi` is two and a half: better no figure than a wrong one.
        if noun.1 > 0 && matches!(self.next_word(noun.1), Some((Word::Half, _))) {
            return Step::Skip(noun.1, Why::NoNumber);
        }
        let mut resume = end.max(noun.1);
        // `một triệu đồng chẵn`: round, as invoices say.
        if unit.kind == Kind::Money
            && plain.is_none()
            && let gap @ 1.. = self.gap(end)
            && let Some(syllable) = self.syllable(end + gap)
            && ROUND.contains(&syllable.key)
        {
            resume = syllable.end;
        }
        if plain.is_none()
            && high.is_none()
            && let Some((qualifier, from, to)) = self.qualifier_after(resume)
        {
            before.qualifier = qualifier;
            before.span = (from, to);
            resume = to;
        }
        let negative = left.negative;
        let number = Number {
            mantissa: low.0,
            places: low.1,
            scale,
            ..left
        };
        let Some(mut figure) = exact(&number, &unit) else {
            return Step::Skip(end, Why::TooLarge);
        };
        figure.kind = kind;
        figure.qualifier = before.qualifier;
        if let Some(((high, places), below, other)) = high {
            let Some(high) = decimal(high, places, below) else {
                return Step::Skip(end, Why::TooLarge);
            };
            figure.qualifier = Qualifier::Range;
            figure.other = other;
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

/// The exact figure of a number and its unit, if a decimal holds it.
fn exact(number: &Number, unit: &Unit) -> Option<Figure> {
    let low = decimal(number.mantissa, number.places, number.negative)?;
    let (significand, places) = number.significand;
    Some(Figure {
        kind: unit.kind,
        qualifier: Qualifier::Exact,
        other: number.other,
        currency: unit.currency,
        low,
        high: low,
        written: Written {
            significand: decimal(significand, places, number.negative).unwrap_or(low),
            scale: Scale(number.scale),
        },
    })
}

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
