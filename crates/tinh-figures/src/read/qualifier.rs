//! Qualifiers before and after a figure, signs and symbols before it.

use super::Reader;
use super::number::Number;
use crate::currency;
use crate::figure::{Kind, Qualifier};
use crate::fold::{self, Key};
use crate::lexicon::Word;

/// What stands before a figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    pub(super) qualifier: Qualifier,
    /// The bytes of the qualifier; empty where there is none.
    pub(super) span: (usize, usize),
    pub(super) hint: Hint,
    /// Where the words end that belong to the phrase (`từ`, `gấp`, `thứ` too).
    pub(super) start: usize,
}

/// A word before the number that says what kind it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    None,
    /// `gấp`.
    Fold,
    /// `thứ`, `hạng`.
    Ordinal,
}

/// Words after which `độ`, `tầm`, `cỡ` is a noun: `tốc độ 80 km`.
const MEASURED: [Key; 17] = [
    fold::key("biên"),
    fold::key("nồng"),
    fold::key("tọa"),
    fold::key("cấp"),
    fold::key("cao"),
    fold::key("tốc"),
    fold::key("nhiệt"),
    fold::key("mật"),
    fold::key("trình"),
    fold::key("chế"),
    fold::key("mức"),
    fold::key("cường"),
    fold::key("tiến"),
    fold::key("kinh"),
    fold::key("vĩ"),
    fold::key("góc"),
    fold::key("thái"),
];

const LA: Key = fold::key("là");

impl Reader<'_> {
    /// Takes a sign, `âm` and a currency symbol or code before the number into
    /// it; returns where the figure starts.
    pub(super) fn sign_and_symbol(&self, number: &mut Number, at: usize, floor: usize) -> usize {
        let mut start = at;
        let back = self.back_over_blank(at, floor);
        // After a small letter there is neither symbol nor sign, as nearly always.
        let letter = back > 0 && self.byte(back - 1).is_ascii_lowercase();
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
        if start > floor && !letter {
            let back = fold::before(self.bytes(), start);
            let dash = match self.byte(back) {
                b'-' => true,
                // An en dash for a minus is glued to the digits and within a line.
                0xe2 => match self.text.get(back..start) {
                    Some("\u{2212}") => true,
                    Some("\u{2013}") => {
                        self.byte(start).is_ascii_digit()
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
                // A sign follows a blank, a bracket or nothing; otherwise the
                // dash joins or parts: `COVID-19`, `2021-2025`.
                let clear = back == floor && (back == 0 || self.whole)
                    || back > 0
                        && matches!(
                            self.byte(back - 1),
                            b' ' | b'\t' | b'\n' | b'(' | b'[' | b'"' | 0xa0 | 0xaf
                        );
                if clear {
                    number.negative = true;
                    return back;
                }
            }
            // A plus is a sign of a phrase; in running text it stays outside.
            if self.whole && self.byte(back) == b'+' && back == floor {
                return back;
            }
        }
        if let Some((Word::Minus, from, syllable)) = self.kind_before(start, floor)
            && (self.whole || syllable.key == fold::key("âm"))
        {
            number.negative = true;
            return from;
        }
        start
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
        let noun = self.noun(unit.end, number);
        if unit.kind != Kind::Number || noun.1 > 0 {
            return true;
        }
        // `USD 5 triệu đến 7 triệu EUR` are two amounts.
        number.scale == 0
            && matches!(self.range(number, &unit, noun), Ok(Some(ends))
                if ends.unit.kind != Kind::Number || self.noun(ends.end, number).1 > 0)
    }

    pub(super) fn back_over_blank(&self, at: usize, floor: usize) -> usize {
        if at <= floor {
            return at;
        }
        let back = fold::before(self.bytes(), at);
        if super::blank(self.bytes(), back) == at - back && back >= floor {
            back
        } else {
            at
        }
    }

    fn kind_before(&self, at: usize, floor: usize) -> Option<(Word, usize, fold::Syllable)> {
        let seen = self.seen_before(at, floor);
        Some((seen.word?, seen.start, seen.syllable?))
    }

    /// The qualifier and hints before `start`.
    pub(super) fn qualifier_before(&self, start: usize, floor: usize, number: &Number) -> Before {
        let mut before = Before {
            qualifier: Qualifier::Exact,
            span: (0, 0),
            hint: Hint::None,
            start,
        };
        if start <= floor {
            return before;
        }
        // Most words before a number say nothing about it.
        let seen = self.seen_before(start, floor);
        if seen.word.is_none()
            && !seen.syllable.is_some_and(|s| self.is_copula(&s))
            && !self.sign_may_stand(start)
        {
            return before;
        }
        let mut at = start;
        // `từ`, `gấp`, `thứ` stand nearest to the number, or outside a
        // qualifier: `hơn gấp đôi`, `gấp hơn 3 lần`.
        for _ in 0..2 {
            if let Some((qualifier, from, to)) = self.one_qualifier(at, floor, number) {
                before.qualifier = qualifier;
                before.span = (from, to);
                at = from;
                before.start = from;
                // `khoảng hơn` is more than, `khoảng gần` almost.
                if let Some((Word::About, from, syllable)) = self.kind_before(at, floor)
                    && self.is_about(from, floor, &syllable)
                {
                    before.span.0 = from;
                    at = from;
                    before.start = from;
                }
            }
            match self.kind_before(at, floor) {
                Some((Word::From, from, _)) => {
                    before.start = from;
                    at = from;
                }
                Some((Word::Fold, from, _)) => {
                    before.hint = Hint::Fold;
                    before.start = from;
                    at = from;
                }
                Some((Word::Th | Word::Rank, from, _)) if before.span.1 == 0 => {
                    before.hint = Hint::Ordinal;
                    before.start = from;
                    at = from;
                }
                _ => break,
            }
            if before.span.1 > 0 {
                break;
            }
        }
        before
    }

    /// `vượt 28,6% dự toán`: by so much, not by more.
    pub(super) fn exceeds_a_plan(&self, before: &Before, end: usize) -> bool {
        const PLAN: [Key; 6] = [
            fold::key("dự"),
            fold::key("kế"),
            fold::key("chỉ"),
            fold::key("mục"),
            fold::key("nghị"),
            fold::key("so"),
        ];
        before.qualifier == Qualifier::MoreThan
            && self.word(before.span.0) == Some((Word::Exceed, before.span.1))
            && (self.syllable(end + self.gap(end))).is_some_and(|s| PLAN.contains(&s.key))
    }

    /// Whether `độ`, `tầm`, `cỡ`, `khoảng` is a qualifier where it stands.
    fn is_about(&self, from: usize, floor: usize, syllable: &fold::Syllable) -> bool {
        syllable.key == fold::key("khoảng")
            || syllable.key == fold::key("chừng")
            // Nor `Ấn Độ`.
            || self.word_before(from, floor).is_none_or(|(_, s)| {
                let name = syllable.capital && !syllable.shout && s.capital;
                !(MEASURED.contains(&s.key) || name)
            })
    }

    /// The qualifier that ends right before `at`: what it is, and its bytes.
    #[allow(clippy::too_many_lines)] // one table, written as a match
    fn one_qualifier(
        &self,
        at: usize,
        floor: usize,
        number: &Number,
    ) -> Option<(Qualifier, usize, usize)> {
        if let Some((qualifier, from)) = self.sign_qualifier(at, floor) {
            return Some((qualifier, from, self.back_over_blank(at, floor)));
        }
        let seen = self.seen_before(at, floor);
        let (start, syllable) = (seen.start, seen.syllable?);
        let end = syllable.end;
        let Some(word) = seen.word else {
            if !self.is_copula(&syllable) {
                return None;
            }
            let (qualifier, from) = self.named_bound(start, floor)?;
            return Some((qualifier, from, end));
        };
        // Most words before a number are no qualifiers: look no further then.
        if !matches!(
            word,
            Word::About
                | Word::Near2
                | Word::More
                | Word::Above
                | Word::Exceed
                | Word::Over
                | Word::Mark
                | Word::Almost
                | Word::Almost2
                | Word::Below
                | Word::To
                | Word::Full
                | Word::First
                | Word::Least2
                | Word::Most2
                | Word::Low
        ) {
            return None;
        }
        let second = || self.kind_before(start, floor);
        let found = |qualifier, from| Some((qualifier, from, end));
        // `không dưới`, `chưa đến`: a negation before the word at `at`.
        let negated = |at| match self.kind_before(at, floor) {
            Some((Word::Digit(0) | Word::NotYet, from, _)) => Some(from),
            _ => None,
        };
        match word {
            Word::About if self.is_about(start, floor, &syllable) => match second() {
                Some((Word::About, from, s)) if self.is_about(from, floor, &s) => {
                    found(Qualifier::About, from)
                }
                _ => found(Qualifier::About, start),
            },
            Word::Near2 => match second() {
                Some((Word::Near, from, _)) => found(Qualifier::About, from),
                _ => None,
            },
            Word::More => match second() {
                // `cao hơn 5%` compares; only a phrase of its own is a bound.
                Some((Word::High | Word::Many, from, _)) => match negated(from) {
                    Some(from) => found(Qualifier::AtMost, from),
                    None if self.whole => found(Qualifier::MoreThan, from),
                    None => None,
                },
                Some((Word::Low | Word::Little, from, _)) => match negated(from) {
                    Some(from) => found(Qualifier::AtLeast, from),
                    None if self.whole => found(Qualifier::LessThan, from),
                    None => None,
                },
                Some((Word::Compared, _, _)) => None,
                Some((Word::Digit(0), from, _)) => found(Qualifier::AtMost, from),
                _ => found(Qualifier::MoreThan, start),
            },
            // `trên hai hành lang` is a place, `trên 26 địa phương` a number.
            Word::Above if number.lone => None,
            Word::Above => match second() {
                Some((Word::Digit(0), from, _)) => found(Qualifier::AtMost, from),
                Some((Word::Exceed, from, _)) => found(Qualifier::MoreThan, from),
                _ => found(Qualifier::MoreThan, start),
            },
            Word::Exceed => match negated(start) {
                Some(from) => found(Qualifier::AtMost, from),
                None => found(Qualifier::MoreThan, start),
            },
            Word::Over => match second() {
                Some((Word::Digit(0) | Word::NotYet, from, _)) => found(Qualifier::AtMost, from),
                Some((Word::Exceed, from, _)) => match negated(from) {
                    Some(from) => found(Qualifier::AtMost, from),
                    None => found(Qualifier::MoreThan, from),
                },
                _ => found(Qualifier::MoreThan, start),
            },
            Word::Mark => match second() {
                Some((Word::Exceed, from, _)) => match negated(from) {
                    Some(from) => found(Qualifier::AtMost, from),
                    None => found(Qualifier::MoreThan, from),
                },
                Some((Word::Above | Word::More, from, _)) => found(Qualifier::MoreThan, from),
                Some((Word::Below, from, _)) => found(Qualifier::LessThan, from),
                Some((Word::Almost, from, _)) => found(Qualifier::Almost, from),
                _ => None,
            },
            Word::Almost => found(Qualifier::Almost, start),
            Word::Almost2 => match second() {
                Some((Word::Almost, from, _)) => found(Qualifier::Almost, from),
                _ => None,
            },
            Word::Below => match second() {
                Some((Word::Above, from, _)) => found(Qualifier::About, from),
                Some((Word::Digit(0), from, _)) => found(Qualifier::AtLeast, from),
                _ => found(Qualifier::LessThan, start),
            },
            Word::To => match second() {
                Some((Word::NotYet | Word::Digit(0), from, _)) => found(Qualifier::LessThan, from),
                Some((Word::Almost, from, _)) => found(Qualifier::Almost, from),
                // `tối đa đến 5%`, `tối đa lên tới 5%`.
                Some((word, from, _)) => {
                    let at = if word == Word::Up { from } else { start };
                    let (qualifier, from) = self.named_bound(at, floor)?;
                    found(qualifier, from)
                }
                None => None,
            },
            Word::Full => negated(start).and_then(|from| found(Qualifier::LessThan, from)),
            Word::First | Word::Least2 | Word::Most2 => {
                let (qualifier, from) = self.named_bound(at, floor)?;
                found(qualifier, from)
            }
            Word::Low => match second() {
                Some((Word::Digit(0), from, _)) => found(Qualifier::AtLeast, from),
                _ => None,
            },
            _ => None,
        }
    }

    /// `ít nhất`, `nhiều nhất`, `tối thiểu`, `tối đa` before `at`: bounds by name,
    /// which may have `là`, `đến` or `lên tới` between them and the number.
    fn named_bound(&self, at: usize, floor: usize) -> Option<(Qualifier, usize)> {
        let (last, start, _) = self.kind_before(at, floor)?;
        let (first, from, _) = self.kind_before(start, floor)?;
        let qualifier = match (first, last) {
            // Without accents `tối` and `tới` look the same.
            (Word::Little, Word::First) | (Word::Most | Word::To, Word::Least2) => {
                Qualifier::AtLeast
            }
            (Word::Many, Word::First) | (Word::Most | Word::To, Word::Most2) => Qualifier::AtMost,
            _ => return None,
        };
        Some((qualifier, from))
    }

    /// Whether a word is `là`, which is in no lexicon: it is too common a word.
    fn is_copula(&self, syllable: &fold::Syllable) -> bool {
        syllable.key == LA || self.unaccented() && syllable.key == fold::bare(LA)
    }

    /// Whether the byte before `at`, or before the blank there, may end a sign.
    fn sign_may_stand(&self, at: usize) -> bool {
        let back = self.back_over_blank(at, 0);
        back > 0 && !self.byte(back - 1).is_ascii_alphanumeric()
    }

    /// `~`, `≈`, `>`, `<`, `≥`, `≤` before a number.
    fn sign_qualifier(&self, at: usize, floor: usize) -> Option<(Qualifier, usize)> {
        let end = self.back_over_blank(at, floor);
        if end <= floor {
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

    /// `trở lên`, `trở xuống` after the figure or its noun.
    pub(super) fn qualifier_after(&self, end: usize) -> Option<(Qualifier, usize, usize)> {
        // `7%/năm trở lên`, `5 triệu đồng/người/tháng trở lên`: across the rate.
        let mut end = end;
        for _ in 0..2 {
            if self.byte(end) == b'/' {
                end = self.syllable(end + 1)?.end;
            }
        }
        let gap = self.gap(end);
        if gap == 0 {
            return None;
        }
        let (Word::Turn, after) = self.word(end + gap)? else {
            return None;
        };
        match self.next_word(after)? {
            (Word::Up, to) => Some((Qualifier::AtLeast, end + gap, to)),
            (Word::Down, to) => Some((Qualifier::AtMost, end + gap, to)),
            _ => None,
        }
    }
}
