//! What follows a number: percent, points, multiples, currencies.

use crate::currency::{self, Currency};
use crate::figure::{Kind, Other};
use crate::fold::{self, Key};
use crate::read::cursor::Cursor;
use crate::read::number::Number;
use crate::read::token::noun::Noun;
use crate::read::token::{NOWHERE, Span};
use crate::scale::{MAX, scaled};
use crate::vocabulary::{Set, Word};

/// The unit after a number.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Unit {
    pub(in crate::read) kind: Kind,
    pub(in crate::read) currency: Option<Currency>,
    pub(in crate::read) end: usize,
    /// The amount with its cents or its half, where the unit brought them.
    pub(in crate::read) amount: Option<(u128, u8)>,
}

/// A table, unless millions of them.
const BANG: Key = fold::key("bảng");

impl Unit {
    /// No unit behind a number that ends at `end`.
    pub(in crate::read) const fn none(end: usize) -> Self {
        Self {
            kind: Kind::Number,
            currency: None,
            end,
            amount: None,
        }
    }

    fn of(self, kind: Kind, end: usize) -> Self {
        Self { kind, end, ..self }
    }

    /// Whether there is none.
    pub(in crate::read) fn is_none(&self) -> bool {
        self.kind == Kind::Number
    }

    /// Whether it is a currency without hundredths.
    fn is_whole(&self) -> bool {
        self.currency.is_some_and(|c| c.minor_digits() == Some(0))
    }
}

impl Cursor<'_> {
    /// The unit noun after a number that has no other unit.
    pub(in crate::read) fn noun_without(&self, unit: &Unit) -> Noun {
        if unit.is_none() {
            self.noun(unit.end)
        } else {
            Noun::NONE
        }
    }

    /// Whether what the number counts has no thousandths: đồng, projects. People to a
    /// household have.
    pub(in crate::read) fn is_whole(&self, unit: &Unit, noun: &Noun) -> bool {
        let pieces = unit.is_none() && noun.is_some() && !noun.has_halves;
        unit.is_whole() || pieces && self.byte(noun.span.1) != b'/'
    }

    /// The unit after the number. Its end is the number's where there is none.
    pub(in crate::read) fn unit(&self, number: &Number) -> Unit {
        let end = number.end;
        let none = Unit::none(end);
        if let Some(currency) = number.prefix {
            return Unit {
                currency: Some(currency),
                ..none.of(Kind::Money, end)
            };
        }
        let at = end + self.gap(end);
        match self.byte(at) {
            b'%' => return none.of(Kind::Percent, at + 1),
            b'$' | b'A'..=b'Z' | b'a'..=b'z' | 0x80.. => {}
            _ => return none,
        }
        if let Some((word, after)) = self.word(at) {
            match word {
                Word::Part => {
                    return match self.next_word(after) {
                        Some((Word::Hundred, after)) => none.of(Kind::Percent, after),
                        _ => none,
                    };
                }
                Word::PointUnit => return self.points(none, after),
                Word::Times => return self.times(number, none, after),
                // Connectives and qualifiers are no currency.
                Word::To | Word::Turn | Word::And | Word::More => return none,
                _ => {}
            }
        }
        self.money(number, at).unwrap_or(none)
    }

    /// `điểm phần trăm`, `điểm %`: `điểm` ends at `end`.
    fn points(&self, none: Unit, end: usize) -> Unit {
        let sign = end + self.gap(end);
        if self.byte(sign) == b'%' {
            return none.of(Kind::Points, sign + 1);
        }
        match self.next_word(end) {
            Some((Word::Part, after)) => match self.next_word(after) {
                Some((Word::Hundred, after)) => none.of(Kind::Points, after),
                _ => none,
            },
            _ => none,
        }
    }

    /// `lần`, `lần rưỡi`: `lần` ends at `end`.
    fn times(&self, number: &Number, none: Unit, end: usize) -> Unit {
        let next = self.next(end);
        // `3 lần thứ`: an ordinal follows, nothing is multiplied; nor in `2021 và
        // 2022 lần lượt`.
        if next.is_some_and(|n| n.word == Some(Word::Nth) || n.sets.has(Set::Turns)) {
            return none;
        }
        let mut unit = none.of(Kind::Multiple, end);
        self.half_of_one(number, &mut unit);
        unit
    }

    /// The currency whose name, code or symbol begins at `at`.
    fn money(&self, number: &Number, at: usize) -> Option<Unit> {
        if self.seen(at).sets.has(Set::Cent) {
            return self.only_cents(number, at);
        }
        let found = currency::at(
            self.text,
            at,
            self.syllable(at),
            !self.unaccented(),
            self.blanks,
        )?;
        if !self.is_currency(number, at, &found) {
            return None;
        }
        let mut unit = Unit {
            kind: Kind::Money,
            currency: Some(found.currency),
            end: found.end,
            amount: None,
        };
        self.half_of_one(number, &mut unit);
        if unit.amount.is_none() {
            self.cents(number, &mut unit);
        }
        Some(unit)
    }

    /// `50 xu euro`; in a phrase also `50 xu`, which are of a dollar.
    fn only_cents(&self, number: &Number, at: usize) -> Option<Unit> {
        // `xen ti mét` is a length.
        if self.noun_at(at).is_some() {
            return None;
        }
        let end = self.syllable(at)?.end;
        let gap = self.gap(end);
        let name = (gap > 0)
            .then(|| {
                let at = end + gap;
                let accents = !self.unaccented();
                currency::at(self.text, at, self.syllable(at), accents, self.blanks)
            })
            .flatten()
            .filter(|found| found.currency.has_cents());
        let (currency, end) = match name {
            Some(found) => (found.currency, found.end),
            None if self.whole => (Currency::USD, end),
            None => return None,
        };
        let amount = scaled(number.mantissa, number.places + 2, 0)?;
        Some(Unit {
            kind: Kind::Money,
            currency: Some(currency),
            end,
            amount: Some(amount),
        })
    }

    /// `hai đô rưỡi`, `hai lần rưỡi`: half of one unit more.
    fn half_of_one(&self, number: &Number, unit: &mut Unit) {
        if number.places == 0
            && number.scale == 0
            && let Some((Word::Half, end)) = self.next_word(unit.end)
            && let Some(amount) = number
                .mantissa
                .checked_mul(10)
                .and_then(|m| m.checked_add(5))
                .filter(|&m| m <= MAX)
        {
            unit.amount = Some((amount, 1));
            unit.end = end;
        }
    }

    /// Whether a currency's name is one here, not the beginning of another word.
    fn is_currency(&self, number: &Number, at: usize, found: &currency::Found) -> bool {
        // A symbol or code glued to further letters or digits is none.
        if self.digit(found.end)
            || self.letter(found.end)
            || self.byte(found.end) == b'_' && !self.blanks.underscores
        {
            return false;
        }
        if !found.short {
            return true;
        }
        let name = self.seen(at);
        let Some(syllable) = name.syllable else {
            return true;
        };
        // `đ/c` is đồng chí, but `50.000đ/cây` a price.
        if syllable.end - at <= 2
            && self.byte(found.end) == b'/'
            && matches!(self.byte(found.end + 1), b'c' | b'C')
            && !self.letter(found.end + 2)
        {
            return false;
        }
        // `Đô-mi-ni-ca`; `Ba Ria` without its accents.
        if self.byte(found.end) == b'-' && self.letter(found.end + 1)
            || found.capital && number.lone && !self.whole
        {
            return false;
        }
        if syllable.key == BANG && number.scale < 3 && !self.whole {
            return false;
        }
        // After a few only: `5 tỷ đồng bằng tiền mặt`, `200 triệu đồng chủ yếu`.
        let few = number.scale == 0 && number.places == 0 && number.mantissa < 1000;
        if self.pair_ahead(&name, Set::Compound)
            || few && self.pair_ahead(&name, Set::CompoundOfFew)
        {
            return false;
        }
        // `Đồng Nai`, `Yên Bái`; but `Đồng Chẵn`.
        !(found.capital
            && self
                .next(found.end)
                .is_some_and(|next| next.title() && !next.sets.has(Set::Round)))
    }

    /// `2 đô la 50 xu`: the cents after whole units.
    fn cents(&self, number: &Number, unit: &mut Unit) {
        let Some(currency) = unit.currency else {
            return;
        };
        if number.places > 0 || !currency.has_cents() {
            return;
        }
        let mut gap = self.gap(unit.end);
        if gap == 0 {
            return;
        }
        let mut at = unit.end + gap;
        if let Some((Word::And, after)) = self.word(at) {
            gap = self.gap(after);
            at = after + gap;
        }
        if !self.digit(at) && self.word(at).is_none() {
            return;
        }
        let Ok(cents) = self.number(at) else { return };
        if cents.places > 0 || cents.mantissa > 99 || cents.scale > 0 {
            return;
        }
        let at = cents.end + self.gap(cents.end);
        let seen = self.seen(at);
        // `hai đô 23`, typed in a form.
        let typed = self.whole && cents.plain && cents.digits == 2 && self.at_line_end(cents.end);
        let said = seen.syllable.filter(|_| seen.sets.has(Set::Cent));
        if let Some(end) = said.map(|s| s.end).or(typed.then_some(cents.end))
            && let Some(sum) = number
                .mantissa
                .checked_mul(100)
                .and_then(|m| m.checked_add(cents.mantissa))
        {
            // Ten cents are one place where two would be one digit too many.
            let ten = sum > MAX && sum.is_multiple_of(10);
            unit.amount = Some(if ten { (sum / 10, 1) } else { (sum, 2) });
            unit.end = end;
        }
    }

    /// What a rate is per: `tháng` of `5 triệu đồng/tháng`, `người/tháng`, `giờ` of
    /// `200 km trên giờ`.
    pub(in crate::read) fn per(&self, end: usize) -> Span {
        if let Some((Word::Above, after)) = self.next_word(end)
            && let Some(time) = self.next(after).filter(|time| time.sets.has(Set::PerTime))
            && let Some(syllable) = time.syllable
        {
            return (time.start, syllable.end);
        }
        let mut to = end;
        for _ in 0..3 {
            if self.byte(to) != b'/' || !self.letter(to + 1) {
                break;
            }
            let noun = self.noun_at(to + 1);
            let Some(syllable) = self.syllable(to + 1) else {
                break;
            };
            to = if noun.is_some() {
                noun.span.1
            } else {
                syllable.end
            };
        }
        if to > end { (end + 1, to) } else { NOWHERE }
    }
}

impl Number {
    /// Settles digits that two conventions can read where what they count has no
    /// thousandths: `7,250 đồng` is 7250, and `1,498 dự án` 1498.
    pub(in crate::read) fn settle(&mut self, whole: bool) {
        if whole && self.other == Other::Times && self.scale == 0 && self.places == 3 {
            self.places = 0;
            self.significand = (self.mantissa, 0);
            self.other = Other::None;
        }
    }
}
