//! Numbers of things: `Điều 5`, `số 12`, `cầu Bến Tre 2`, `gọi 9115`.

use crate::read::cursor::Cursor;
use crate::read::phrase::Phrase;
use crate::vocabulary::{Set, Word};

/// How many capitalised words a name has before its number.
const WORDS_OF_A_NAME: usize = 5;

pub(super) fn number_sign(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let whole = phrase.number.places == 0;
    let free = !phrase.is_qualified() || phrase.range.is_some();
    (whole && free && phrase.label.sets.has(Set::Numero))
        .then(|| cursor.past_list(phrase.end, phrase.number.digits))
}

pub(super) fn label(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let number = &phrase.number;
    if phrase.is_qualified()
        || !(number.plain || number.places > 0)
        || !cursor.numbers(&phrase.label, number, phrase.floor)
    {
        return None;
    }
    // `khoản 3 Điều 4`, `quyết định 15 ngày 6/12`: a label or a date follows,
    // nothing is counted.
    let noun = phrase.noun.span;
    let counted = phrase.noun.is_some()
        && !cursor.seen(noun.0).capital()
        && !cursor.digit(noun.1 + cursor.gap(noun.1));
    let law = phrase.label.sets.has(Set::Law);
    (law || !counted).then(|| cursor.past_list(phrase.end, phrase.number.digits))
}

pub(super) fn name(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    if phrase.number.digits != 1 || phrase.is_qualified() || !phrase.label.last.title() {
        return None;
    }
    let mut seen = phrase.label.last;
    for _ in 0..WORDS_OF_A_NAME {
        let (sets, _) = cursor.sets_before_word(&seen, phrase.floor);
        if sets.has(Set::NameHead) {
            return Some(phrase.end);
        }
        if !seen.capital() {
            return None;
        }
        seen = cursor.seen_before(seen.start, phrase.floor);
    }
    None
}

/// `ga Kim Mã (S 9)`: a letter and a number are a code.
pub(super) fn letter_code(_: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let last = phrase.label.last;
    let letter = last
        .syllable
        .is_some_and(|s| s.shout && s.end == last.start + 1);
    (letter && !phrase.is_qualified()).then_some(phrase.end)
}

/// `Đồng Tháp Mười`, `ông Út Mười`.
pub(super) fn spoken_name(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let last = phrase.label.last;
    let name = last.title() && last.word.is_none() && !last.sets.has(Set::Function);
    (phrase.number.spoken
        && cursor.seen(phrase.number.at).title()
        && name
        && !phrase.is_qualified())
    .then_some(phrase.end)
}

pub(super) fn short_code(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let dialled = phrase.label.sets.has(Set::Dial);
    let colon = || {
        let back = cursor.back_over_blank(phrase.start, phrase.floor);
        back > 0
            && cursor.byte(back - 1) == b':'
            && cursor.label(back - 1, phrase.floor).sets.has(Set::Dial)
    };
    (phrase.number.digits >= 3 && !phrase.is_qualified() && (dialled || colon()))
        .then_some(phrase.end)
}

impl Phrase {
    /// Whether words before the number say more than that it is one: `hơn`, `từ`.
    pub(super) const fn is_qualified(&self) -> bool {
        self.before.bounds() || self.before.start < self.start
    }
}

impl Cursor<'_> {
    /// Past the numbers listed after a numbered one of so many digits: `6, 7 và 9`. A
    /// number with a unit or a noun of its own is not in the list; years are listed
    /// with years.
    pub(in crate::read) fn past_list(&self, end: usize, digits: usize) -> usize {
        let mut end = end;
        loop {
            let comma = usize::from(matches!(self.byte(end), b',' | b';'));
            let mut at = end + comma;
            at += self.gap(at);
            let listed = self.seen(at);
            let word = listed.sets.has(Set::Listed);
            if word && let Some(syllable) = listed.syllable {
                at = syllable.end + self.gap(syllable.end);
            }
            if at == end || comma == 0 && !word || !self.digit(at) {
                return end;
            }
            let Ok(number) = self.number(at) else {
                return end;
            };
            let alike = if digits == 4 {
                number.digits == 4
            } else {
                number.digits <= digits.max(2)
            };
            let small = alike && number.scale == 0 && (number.plain || number.places <= 2);
            let glued = matches!(self.byte(number.end), b'/' | b':' | b'-' | b'.')
                && self.digit(number.end + 1)
                || self.letter(number.end);
            let unit = self.unit(&number);
            if !small
                || glued
                || !unit.is_none()
                || self.noun(unit.end).is_some()
                || matches!(self.next_word(unit.end), Some((Word::To, _)))
            {
                return end;
            }
            end = number.end;
        }
    }
}
