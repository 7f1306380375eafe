//! Numbers of things: `Điều 5`, `số 12`, `cầu Bến Tre 2`, `gọi 9115`.

use crate::figure::Kind;
use crate::read::cursor::{Cursor, Seen};
use crate::read::phrase::Phrase;
use crate::read::token::foreign;
use crate::settings::DecimalMark;
use crate::vocabulary::{Set, Word};

/// How many capitalised words a name has before its number.
const WORDS_OF_A_NAME: usize = 5;

/// How many grades a thing may have: soil has six, a town five.
const MOST_GRADES: u128 = 6;

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
    // `kế hoạch 5 năm 2021-2025`, but `kế hoạch 123 năm 2021`.
    let years = number.digits == 1 && cursor.noun_is(&phrase.noun, Set::Year);
    // `tổ 12 phường Quang Trung`, but `nhóm 5 nước Bắc Âu`.
    let address = !phrase.label.sets.has(Set::Grouping)
        && cursor.next(noun.1).is_some_and(|next| next.title());
    let counted = phrase.noun.is_some()
        && !address
        && !cursor.seen(noun.0).capital()
        && (years || !cursor.digit(noun.1 + cursor.gap(noun.1)));
    let law = phrase.label.sets.has(Set::Law);
    (law || !counted).then(|| cursor.past_list(phrase.end, phrase.number.digits))
}

pub(super) fn name(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let noun = phrase.noun;
    // `KCN Phú An 2 tỉnh Bến Tre`, but `công ty Sông Hồng 3 năm liền`.
    let named = || cursor.next(noun.span.1).is_some_and(|next| next.title());
    let most = if noun.is_some() { 1 } else { 2 };
    if phrase.number.digits > most
        || phrase.is_qualified()
        || !phrase.label.last.title()
        || noun.is_some() && !named()
    {
        return None;
    }
    let named = cursor.has_head(&phrase.label.last)
        || !noun.is_some() && cursor.has_twin(&phrase.label.last, phrase);
    named.then_some(phrase.end)
}

/// `công nghiệp 4.0`: nobody counts or measures so.
pub(super) fn version(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let number = &phrase.number;
    let release = number.places == 1 && number.digits == 2 && number.mantissa.is_multiple_of(10);
    let measured = phrase.noun.is_some() && phrase.noun.has_halves;
    (release
        && cursor.byte(number.at + 1) == b'.'
        && cursor.set.mark != DecimalMark::Dot
        && !measured
        && !phrase.is_qualified()
        && phrase.range.is_none())
    .then_some(phrase.end)
}

/// `Mazda 3`, `Windows 10`, `VTV 3`, `USB 3.1`; `ga Kim Mã (S 9)`.
pub(super) fn foreign_name(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let number = &phrase.number;
    let version = number.places == 1 && cursor.byte(number.end - 2) == b'.';
    if phrase.is_qualified()
        || phrase.range.is_some()
        || !(number.plain && number.digits <= 4 || version)
    {
        return None;
    }
    is_foreign(cursor, phrase).then_some(phrase.end)
}

/// Whether the word before the phrase is foreign or an abbreviation, and neither a
/// country nor a measure.
pub(super) fn is_foreign(cursor: &Cursor<'_>, phrase: &Phrase) -> bool {
    let last = phrase.label.last;
    let Some(word) = last.syllable else {
        return false;
    };
    // `RON 95`, but not in a headline of capitals.
    let before = cursor.seen_before(last.start, phrase.floor).syllable;
    let abbreviated = word.shout && !before.is_some_and(|before| before.shout);
    let text = cursor.text.get(last.start..word.end).unwrap_or("");
    !phrase.label.sets.has(Set::CountingName)
        && (abbreviated || foreign::is_name(text, !cursor.unaccented()))
}

/// `đất hạng 2`, and all of `hạng 1, hạng 2 và hạng 3`.
pub(super) fn grade(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let before = &phrase.before;
    let low = phrase.kind == Kind::Ordinal && phrase.number.mantissa <= MOST_GRADES;
    let (Word::Rank, _) = cursor.word(before.start)? else {
        return None;
    };
    let graded = cursor.seen_before(before.start, phrase.floor);
    let noun = graded.syllable.is_some() && graded.word.is_none() && !graded.capital();
    if !(low && noun) || graded.sets.any(&[Set::Ranking, Set::Function]) {
        return None;
    }
    let mut end = phrase.end;
    while let Some(at) = cursor.past_comma_or_and(end)
        && let Some((Word::Rank, after)) = cursor.word(at)
        && cursor.digit(after + cursor.gap(after))
    {
        end = cursor.token_run(after + cursor.gap(after));
    }
    Some(end)
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
    /// Whether the name that ends with this word has a head that may have a number: the
    /// noun of the figure before it too, `hai thôn Vân Dương 1`.
    fn has_head(&self, last: &Seen) -> bool {
        let mut seen = *last;
        for _ in 0..WORDS_OF_A_NAME {
            if self.sets_before_word(&seen, 0).0.has(Set::NameHead) {
                return true;
            }
            if !seen.capital() {
                return false;
            }
            seen = self.seen_before(seen.start, 0);
        }
        false
    }

    /// Whether the same name with another number is listed beside this one: `Vân Dương
    /// 1 và Vân Dương 2`.
    fn has_twin(&self, last: &Seen, phrase: &Phrase) -> bool {
        let number = &phrase.number;
        let same = |a: &Seen, b: &Seen| a.syllable.map(|s| s.key) == b.syllable.map(|s| s.key);
        let mut first = *last;
        let mut words = 1;
        while words < WORDS_OF_A_NAME {
            let before = self.seen_before(first.start, 0);
            if !before.title() {
                break;
            }
            first = before;
            words += 1;
        }
        // Behind: as many words on.
        let behind = || {
            let begin = self.seen(self.past_comma_or_and(number.end)?);
            let mut seen = begin;
            for _ in 1..words {
                seen = self.next(seen.syllable?.end)?;
            }
            let end = seen.syllable?.end;
            let number = self.digit(end + self.gap(end));
            Some(number && same(&begin, &first) && same(&seen, last))
        };
        // Before: the number of the other one, and as many words back.
        let ahead = || {
            let back = self.back_over_blank(first.start, 0);
            let listed = self.seen_before(first.start, 0);
            let end = if listed.sets.has(Set::Listed) {
                self.back_over_blank(listed.start, 0)
            } else {
                back.checked_sub(usize::from(back > 0 && self.byte(back - 1) == b','))?
            };
            let digits = (0..end.min(4))
                .take_while(|i| self.digit(end - 1 - i))
                .count();
            let finish = self.seen_before(end - digits, 0);
            let mut seen = finish;
            for _ in 1..words {
                seen = self.seen_before(seen.start, 0);
            }
            Some(digits > 0 && same(&seen, &first) && same(&finish, last))
        };
        behind() == Some(true) || ahead() == Some(true)
    }

    /// Past the numbers listed after a numbered one of so many digits: `6, 7 và 9`. A
    /// number with a unit or a noun of its own is not in the list; years are listed
    /// with years.
    pub(in crate::read) fn past_list(&self, end: usize, digits: usize) -> usize {
        let mut end = end;
        loop {
            let Some(at) = self.past_comma_or_and(end).filter(|&at| self.digit(at)) else {
                return end;
            };
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

    /// Past the comma or the word that parts what is listed, with the gaps around it.
    fn past_comma_or_and(&self, end: usize) -> Option<usize> {
        let mut at = end;
        // Word-segmented text has a blank before each mark.
        if self.blanks.underscores && self.byte(end) == b' ' {
            at += 1;
        }
        let comma = matches!(self.byte(at), b',' | b';');
        at = if comma { at + 1 } else { end };
        at += self.gap(at);
        if self.byte(at) == b'&' {
            return Some(at + 1 + self.gap(at + 1));
        }
        let listed = self.seen(at);
        if listed.sets.has(Set::Listed) {
            let word = listed.syllable?.end;
            return Some(word + self.gap(word));
        }
        comma.then_some(at)
    }
}
