//! Number words that are other words, and numbers that are not read to their end.

use crate::figure::Kind;
use crate::read::cursor::Cursor;
use crate::read::number::Number;
use crate::read::phrase::Phrase;
use crate::read::phrase::before::Hint;
use crate::vocabulary::{Set, Word};

pub(super) fn once(_: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let multiple = phrase.kind == Kind::Multiple && phrase.unit.amount.is_none();
    (multiple && phrase.number.mantissa == 1 && phrase.before.hint != Hint::Fold)
        .then_some(phrase.end)
}

pub(super) fn half_of_noun(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let end = phrase.noun.span.1;
    let unread = end > phrase.end && matches!(cursor.next_word(end), Some((Word::Half, _)));
    unread.then_some(end)
}

pub(super) fn lone(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let (number, noun) = (&phrase.number, &phrase.noun);
    let range = phrase.range.is_some();
    if !noun.is_some() && phrase.kind != Kind::Multiple && !range {
        // `bốn ba dự án`: neither four nor three; `năm` is the year.
        let run = (number.mantissa != 5).then(|| unfinished(cursor, phrase));
        return run.flatten().or(Some(number.end));
    }
    // `quận Hai Bà Trưng`, `huyện Năm Căn`: a name.
    let capital = |at| cursor.seen(at).title();
    let name = noun.is_some() && capital(noun.span.0) && capital(number.at);
    if number.mantissa == 0 || name {
        return Some(number.end);
    }
    (range && !noun.is_some() && phrase.kind == Kind::Number).then_some(phrase.end)
}

pub(super) fn article(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    if phrase.number.mantissa != 1
        || phrase.noun.counts_one
        || phrase.range.is_some()
        || phrase.before.bounds()
        || phrase.kind != Kind::Number
    {
        return None;
    }
    let counted = phrase.label.sets.has(Set::CountsOne)
        || cursor
            .seen_before(phrase.before.start, phrase.floor)
            .sets
            .has(Set::CountsOne);
    (!counted).then_some(phrase.number.end)
}

/// `1 số đơn vị`: `một số` with a digit.
pub(super) fn some(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let next = cursor.next(phrase.end)?;
    (phrase.number.mantissa == 1 && next.sets.has(Set::Numero)).then_some(phrase.end)
}

pub(super) fn rise_without_scale(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let Some((Word::Up | Word::Down, after)) = cursor.next_word(phrase.end) else {
        return None;
    };
    let at = after + cursor.gap(after);
    let scaled = cursor.digit(at) && cursor.number(at).is_ok_and(|right| right.scale > 0);
    scaled.then_some(phrase.end)
}

pub(super) fn year_not_five(_: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let bound = phrase.before.bounds() && phrase.range.is_none();
    (phrase.number.mantissa == 5 && !bound && phrase.label.sets.has(Set::Yearly))
        .then_some(phrase.end)
}

pub(super) fn years_and_months(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    (phrase.number.mantissa == 5 && cursor.noun_is(&phrase.noun, Set::Month)).then_some(phrase.end)
}

pub(super) fn unfinished(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let number = &phrase.number;
    let end = phrase.end;
    let gap = cursor.gap(end);
    if gap == 0 {
        // `500⏎tỷ đồng`: a scale on the next line.
        let at = end + line_break(cursor, end)?;
        let scale = matches!(
            cursor.seen(at).word,
            Some(Word::Scale(_) | Word::Hundred | Word::Tens | Word::Tenfold)
        );
        return (scale && !cursor.pair_ahead(&cursor.seen(at), Set::Compound)).then_some(end);
    }
    let at = end + gap;
    if cursor.digit(at) {
        // `5 triệu 3 tỷ`, `12 345`: the digits after it may be its own.
        let digits = (at..at + 4).take_while(|&i| cursor.digit(i)).count();
        let group = number.plain && number.digits <= 3 && digits == 3;
        let part = number.scale > 0 && digits <= 3;
        return ((group || part) && phrase.kind == Kind::Number).then(|| cursor.past_numbers(end));
    }
    let (word, _) = cursor.word(at)?;
    let goes_on = match word {
        Word::Digit(_) => number.spoken,
        Word::Ten
        | Word::Tens
        | Word::Twenty
        | Word::OneAfterTen
        | Word::FiveAfterTen
        | Word::NoTens => number.spoken,
        Word::FourAfterTen => number.spoken && !number.lone,
        Word::Hundred | Word::Tenfold | Word::Scale(_) | Word::Half => {
            !cursor.pair_ahead(&cursor.seen(at), Set::Compound) && !cursor.seen(at).title()
        }
        _ => false,
    };
    goes_on.then(|| cursor.past_numbers(end))
}

/// The bytes of one line break with the blanks around it.
fn line_break(cursor: &Cursor<'_>, at: usize) -> Option<usize> {
    let bytes = cursor.bytes();
    let blanks = |from: usize| {
        bytes
            .iter()
            .skip(from)
            .take(4)
            .take_while(|b| matches!(b, b' ' | b'\r'))
            .count()
    };
    let before = blanks(at);
    (bytes.get(at + before) == Some(&b'\n')).then(|| before + 1 + blanks(at + before + 1))
}

impl Cursor<'_> {
    /// Past the number words and digits that follow `end` directly.
    fn past_numbers(&self, end: usize) -> usize {
        let mut end = end;
        loop {
            let at = end + self.gap(end);
            if at == end {
                return end;
            }
            end = if self.digit(at) {
                self.token_run(at)
            } else {
                match self.word(at) {
                    Some((
                        Word::Digit(_)
                        | Word::Ten
                        | Word::Tens
                        | Word::Twenty
                        | Word::OneAfterTen
                        | Word::FourAfterTen
                        | Word::FiveAfterTen
                        | Word::NoTens
                        | Word::Hundred
                        | Word::Tenfold
                        | Word::Scale(_)
                        | Word::Half
                        | Word::Point,
                        after,
                    )) => after,
                    _ => return end,
                }
            };
        }
    }

    /// `đôi ba người`, `năm ba triệu`, `ba bảy dự án`: a few, and not three or
    /// seven of them. In `mỗi năm ba đoàn` the `năm` is the year.
    pub(in crate::read) fn is_vague(&self, number: &Number, floor: usize) -> bool {
        let seen = self.seen_before(number.at, floor);
        let other = |from| {
            let sets = self.seen_before(from, floor);
            sets.word == Some(Word::Nth) || sets.sets.any(&[Set::Yearly, Set::Month, Set::Quarter])
        };
        match (seen.word, number.significand.0) {
            (Some(Word::Double), _) => true,
            // Without accents `nam` is too many words.
            (Some(Word::Digit(5)), 3 | 300) | (Some(Word::Digit(3)), 7 | 700) => {
                !self.unaccented() && !other(seen.start)
            }
            _ => false,
        }
    }
}
