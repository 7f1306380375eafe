//! The words before a number: its sign and symbol, and the qualifiers.

use super::qualifier_table::{CLEAR, QUALIFIERS, WORDS};
use crate::currency;
use crate::fold;
use crate::qualifier::Qualifier;
use crate::read::cursor::{Cursor, Seen};
use crate::read::number::Number;
use crate::read::token::{NOWHERE, Span};
use crate::tree::Tree;
use crate::vocabulary::{Set, Word};

static ACCENTED: Tree<512> = Tree::build(&WORDS, true);
static BARE: Tree<512> = {
    let (clear, _) = WORDS.split_at(CLEAR);
    Tree::build(clear, false)
};

/// The words before a number.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Before {
    pub(in crate::read) qualifier: Qualifier,
    /// The bytes of the qualifier; empty where there is none.
    pub(in crate::read) span: Span,
    pub(in crate::read) hint: Hint,
    /// `từ` is among the words.
    pub(in crate::read) from: bool,
    /// Where the words begin that belong to the phrase (`từ`, `gấp`, `thứ` too).
    pub(in crate::read) start: usize,
}

/// A word before the number that says what kind it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Hint {
    None,
    /// `gấp`.
    Fold,
    /// `thứ`, `hạng`.
    Ordinal,
}

impl Before {
    /// Nothing before `start`.
    pub(in crate::read) const fn nothing(start: usize) -> Self {
        Self {
            qualifier: Qualifier::Exact,
            span: NOWHERE,
            hint: Hint::None,
            from: false,
            start,
        }
    }

    /// Whether words bound the number.
    pub(in crate::read) const fn bounds(&self) -> bool {
        self.span.1 > 0
    }

    /// Drops the qualifier, keeping where the words begin.
    pub(in crate::read) fn unbound(&mut self) {
        self.qualifier = Qualifier::Exact;
        self.span = NOWHERE;
    }
}

impl Cursor<'_> {
    /// Takes a sign, `âm` and a currency symbol or code before the number into
    /// it; returns where the figure starts.
    pub(in crate::read) fn sign_and_symbol(
        &self,
        number: &mut Number,
        at: usize,
        floor: usize,
    ) -> usize {
        if self.only_words_before(at, floor) {
            return at;
        }
        let mut start = at;
        let back = self.back_over_blank(at, floor);
        // After a small letter there is neither symbol nor sign, as nearly always.
        let letter = back > 0
            && self.byte(back - 1).is_ascii_lowercase()
            && !(self.byte(back - 1) == b's'
                && self.text.get(..back).is_some_and(|t| t.ends_with("Rs")));
        if !number.spoken
            && !letter
            && let Some((currency, from)) = currency::before(self.text, back, self.bold(number))
            && from >= floor
            && !(back < at && self.unit_follows(number))
        {
            // In `5 USD 7` the floor has passed the code.
            number.prefix = Some(currency);
            start = from;
        }
        if start > floor
            && !letter
            && let Some(from) = self.sign(number, start, floor)
        {
            return from;
        }
        let seen = self.seen_before(start, floor);
        if seen.word == Some(Word::Minus) && (self.whole || seen.sets.has(Set::NegativeSign)) {
            number.negative = true;
            return seen.start;
        }
        start
    }

    /// Whether a word that is neither a code nor `âm`, or a mark that is no sign,
    /// stands before the number at `at`: nearly always.
    #[inline]
    pub(in crate::read) fn only_words_before(&self, at: usize, floor: usize) -> bool {
        if at <= floor {
            return true;
        }
        match self.byte(at - 1) {
            b'(' => return true,
            b' ' => {}
            _ => return false,
        }
        let seen = self.seen_before(at, floor);
        match seen.syllable {
            Some(word) => !word.capital && seen.word != Some(Word::Minus),
            None => at >= floor + 2 && matches!(self.byte(at - 2), b',' | b':' | b';' | b')'),
        }
    }

    /// A minus or plus sign before `start`: where it begins.
    fn sign(&self, number: &mut Number, start: usize, floor: usize) -> Option<usize> {
        let back = fold::before(self.bytes(), start);
        let dash = match self.byte(back) {
            b'-' => true,
            // An en dash for a minus is glued to the digits and within a line.
            0xe2 => match self.text.get(back..start) {
                Some("\u{2212}") => true,
                Some("\u{2013}") => {
                    self.digit(start)
                        && (self.whole
                            || back > 0
                                && matches!(self.byte(back - 1), b' ' | b'(')
                                && !self.at_line_start(back))
                }
                _ => false,
            },
            _ => false,
        };
        if dash && back >= floor && !number.spoken {
            // A sign follows a blank, a bracket or nothing; otherwise the dash
            // joins or parts: `COVID-19`, `2021-2025`.
            let clear = back == floor && (back == 0 || self.whole)
                || back > 0
                    && matches!(
                        self.byte(back - 1),
                        b' ' | b'\t' | b'\n' | b'(' | b'[' | b'"' | 0xa0 | 0xaf
                    );
            if clear {
                number.negative = true;
                return Some(back);
            }
        }
        // A plus is a sign of a phrase; in running text it stays outside.
        (self.whole && self.byte(back) == b'+' && back == floor).then_some(back)
    }

    /// How much a number looks like an amount, for a code before it.
    const fn bold(&self, number: &Number) -> currency::Bold {
        if self.whole || number.scale > 0 {
            currency::Bold::Amount
        } else if !number.plain && number.places == 0 {
            currency::Bold::Grouped
        } else {
            currency::Bold::Bare
        }
    }

    /// Whether the number, or the range it begins, has a unit or noun after it: in
    /// `lãi suất USD 5%` and `bằng NDT 5 triệu lượt` the currency before is not
    /// the number's.
    fn unit_follows(&self, number: &Number) -> bool {
        let unit = self.unit(number);
        let noun = self.noun(unit.end);
        if !unit.is_none() || noun.is_some() {
            return true;
        }
        // `USD 5 triệu đến 7 triệu EUR` are two amounts.
        number.scale == 0
            && matches!(self.range(number, &unit, &noun), Ok(Some(ends))
                if !ends.unit.is_none() || self.noun(ends.end).is_some())
    }

    /// The qualifier and hints before `start`.
    pub(in crate::read) fn qualifier_before(
        &self,
        start: usize,
        floor: usize,
        place: bool,
    ) -> Before {
        let mut before = Before::nothing(start);
        if start <= floor {
            return before;
        }
        let last = self.seen_before(start, floor);
        let nothing = if last.syllable.is_some() {
            // No sign either: those stand in a word's place.
            last.word.is_none()
                && !last.sets.any(&[Set::EndsQualifier, Set::Between])
                && !self.unaccented()
        } else {
            self.byte(start - 1) == b' '
                && start > 1
                && matches!(
                    self.byte(start - 2),
                    b',' | b'.' | b':' | b';' | b'(' | b')'
                )
        };
        if nothing {
            return before;
        }
        let mut at = start;
        // `từ`, `gấp`, `thứ` are nearest to the number, or outside a qualifier:
        // `hơn gấp đôi`, `gấp hơn 3 lần`.
        for _ in 0..2 {
            if let Some((qualifier, span)) = self.one_qualifier(at, floor, place) {
                before.qualifier = qualifier;
                before.span = span;
                at = span.0;
                // `khoảng hơn` is more than, `khoảng gần` almost.
                let seen = self.seen_before(at, floor);
                if self.is_about(&seen, floor) {
                    before.span.0 = seen.start;
                    at = seen.start;
                }
                before.start = at;
            }
            let seen = self.seen_before(at, floor);
            match seen.word {
                Some(Word::From) => before.from = true,
                Some(Word::Fold) => before.hint = Hint::Fold,
                Some(Word::Nth | Word::Rank) if !before.bounds() => before.hint = Hint::Ordinal,
                // `lần thứ 5`.
                Some(Word::Times) if before.hint == Hint::Ordinal => {}
                None if seen.sets.has(Set::Between) => {}
                _ => break,
            }
            before.start = seen.start;
            at = seen.start;
            if before.bounds() {
                break;
            }
        }
        before
    }

    /// `lần hai`, `lần 3`: a number behind `lần` that nothing else multiplies or counts.
    /// `lần năm` is the time of a year.
    pub(in crate::read) fn is_nth_time(
        &self,
        number: &Number,
        before: &Before,
        floor: usize,
    ) -> bool {
        let times = self.seen_before(before.start, floor);
        if times.word != Some(Word::Times) || before.bounds() {
            return false;
        }
        let small = (1..=99).contains(&number.mantissa) && number.places == 0 && number.scale == 0;
        let back = self.back_over_blank(times.start, floor);
        let first = self.seen_before(times.start, floor);
        small
            && !number.negative
            && number.denominator.is_none()
            && !(number.spoken && number.mantissa == 5)
            && !(back > 0 && self.digit(back - 1))
            && first.word.is_none()
            && !first.sets.any(&[Set::Each, Set::Numero])
    }

    /// Whether a word is `khoảng` or another of its kind, and no part of a noun
    /// (`tốc độ`) or a name (`Ấn Độ`).
    fn is_about(&self, seen: &Seen, floor: usize) -> bool {
        if seen.word != Some(Word::About) {
            return false;
        }
        if seen.sets.has(Set::SurelyAbout) {
            return true;
        }
        let (sets, start) = self.sets_before_word(seen, floor);
        let name = seen.title() && start == seen.start && self.seen_before(start, floor).capital();
        !(sets.has(Set::Compound) || name)
    }

    /// The qualifier that ends right before `at`, and its bytes. `place`: the
    /// number is one that `trên` puts in a place (`trên hai hành lang`).
    fn one_qualifier(&self, at: usize, floor: usize, place: bool) -> Option<(Qualifier, Span)> {
        let last = self.seen_before(at, floor);
        // A sign is in a word's place.
        if last.syllable.is_none() {
            let (qualifier, from) = self.sign_qualifier(at, floor)?;
            return Some((qualifier, (from, self.back_over_blank(at, floor))));
        }
        if !last.sets.has(Set::EndsQualifier) && !self.unaccented() {
            return None;
        }
        let end = last.syllable?.end;
        let mut seen = last;
        let mut after = None;
        let mut best = None;
        // The longest entry has four words.
        for _ in 0..4 {
            let Some(syllable) = seen.syllable else { break };
            let bare = self.unaccented() && !syllable.marked;
            let step = if bare {
                BARE.step(after, fold::bare(syllable.key))
            } else {
                ACCENTED.step(after, syllable.key)
            };
            let Some(step) = step else { break };
            if let Some(name) = step.name {
                best = Some((name, seen));
            }
            if !step.longer {
                break;
            }
            after = Some(step.place);
            seen = self.seen_before(seen.start, floor);
        }
        let (name, first) = best?;
        let (text, phrase) = QUALIFIERS.get(name).copied()?;
        let qualifier = if self.whole { phrase } else { text }?;
        // One word may be part of a noun (`tốc độ`) or a place (`trên hai …`).
        let alone = first.start == last.start;
        let part = match last.word {
            Some(Word::About) => !self.is_about(&last, floor),
            Some(Word::Above) if place => true,
            _ => self.sets_before_word(&last, floor).0.has(Set::Compound),
        };
        (!(alone && part)).then_some((qualifier, (first.start, end)))
    }

    /// `~`, `≈`, `>`, `<`, `≥`, `≤` before a number.
    fn sign_qualifier(&self, at: usize, floor: usize) -> Option<(Qualifier, usize)> {
        let end = self.back_over_blank(at, floor);
        // `~`, `>`, `<`, `=`, or the last byte of a mathematical sign.
        if end <= floor
            || !match self.byte(end - 1) {
                b'~' | b'>' | b'<' | b'=' => true,
                0x80.. => end >= 3 && self.byte(end - 3) == 0xe2,
                _ => false,
            }
        {
            return None;
        }
        let from = fold::before(self.bytes(), end);
        if end >= floor + 2 {
            match self.text.get(end - 2..end) {
                Some(">=") => return Some((Qualifier::AtLeast, end - 2)),
                Some("<=") => return Some((Qualifier::AtMost, end - 2)),
                _ => {}
            }
        }
        let qualifier = match self.text.get(from..end)? {
            // The end of a tag: `<td>5%`.
            ">" if end == at && from > floor && {
                let tag = self.byte(from - 1);
                tag.is_ascii_alphanumeric() || matches!(tag, b'"' | b'\'' | b'/')
            } =>
            {
                return None;
            }
            "~" | "≈" | "≃" | "∼" => Qualifier::About,
            ">" => Qualifier::MoreThan,
            "<" => Qualifier::LessThan,
            "≥" => Qualifier::AtLeast,
            "≤" => Qualifier::AtMost,
            _ => return None,
        };
        // `->`, `<<` and the like are arrows and quotes.
        let lone =
            from == floor || !matches!(self.byte(from - 1), b'-' | b'=' | b'<' | b'>' | b'~');
        (lone && from >= floor).then_some((qualifier, from))
    }
}
