//! Days, months, quarters, years and times of the day.

use super::labels;
use crate::figure::{Kind, Other};
use crate::read::cursor::Cursor;
use crate::read::phrase::Phrase;
use crate::read::phrase::range::Ends;
use crate::read::token::Span;
use crate::read::token::noun::Noun;
use crate::vocabulary::{Set, Word};

pub(super) fn weekday(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let (number, start, end) = (&phrase.number, phrase.before.start, phrase.end);
    if phrase.kind != Kind::Ordinal
        || !(2..=7).contains(&number.mantissa)
        || number.places > 0
        || matches!(cursor.word(start), Some((Word::Rank | Word::Times, _)))
    {
        return None;
    }
    let day = if number.spoken {
        cursor.is_spoken_weekday(number.mantissa, (start, end), phrase.floor)
    } else {
        // `từ thứ 2 đến thứ 6`.
        let to = match cursor.next_word(end) {
            Some((Word::To, after)) => matches!(cursor.next_word(after), Some((Word::Nth, _))),
            _ => false,
        };
        to || cursor
            .seen_before(start, phrase.floor)
            .sets
            .has(Set::Weekday)
    };
    day.then_some(end)
}

pub(super) fn month_before_range(_: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let number = &phrase.number;
    let dated = [Set::Day, Set::Month, Set::Quarter];
    (!phrase.unit.is_none()
        && number.plain
        && number.digits <= 2
        && !phrase.before.bounds()
        && phrase.label.sets.any(&dated))
    .then_some(number.end)
}

pub(super) fn clock_after(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    if !cursor.noun_is(&phrase.noun, Set::Hour) {
        return None;
    }
    let tail = cursor.minutes(phrase.noun.span.1);
    let next = cursor.next(tail)?;
    let day = next.sets.has(Set::Day)
        && next
            .syllable
            .is_some_and(|s| cursor.digit(s.end + cursor.gap(s.end)));
    (day || next.sets.has(Set::ClockAfter)).then_some(tail)
}

pub(super) fn clock_before(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    (phrase.label.sets.has(Set::Clock) && cursor.noun_is(&phrase.noun, Set::Hour))
        .then(|| cursor.minutes(phrase.noun.span.1))
}

/// `ngày 6.12`, `tháng 1.2021`, `quý 1.2024`, `tháng 11,12`.
pub(super) fn dotted(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let (number, sets) = (&phrase.number, phrase.label.sets);
    if number.places == 0 || phrase.is_qualified() || phrase.range.is_some() {
        return None;
    }
    let dated = [Set::Day, Set::Daytime, Set::Month, Set::Quarter];
    if !sets.any(&dated) {
        return None;
    }
    let token = cursor.text.get(number.at..number.end)?;
    let (first, second) = token.split_once(['.', ','])?;
    let (digits, comma) = (second.len(), token.contains(','));
    let (first, second): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
    let year = digits == 4 && (1900..2100).contains(&second);
    let month = |n: u32| (1..=12).contains(&n);
    let date = sets.has(Set::Month) && (month(first) && (year || comma && month(second)))
        || sets.has(Set::Quarter) && (1..=4).contains(&first) && (year || comma && second <= 4)
        || sets.any(&[Set::Day, Set::Daytime])
            && digits <= 2
            && (1..=31).contains(&first)
            && (month(second) && !comma || sets.has(Set::Day) && comma && second <= 31);
    date.then(|| cursor.past_list(phrase.end, 2))
}

/// `dịp 2-9`, `từ 1-7 đến 15-8`; `thua 1-3`.
pub(super) fn day_and_month(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let ends = phrase.range.as_ref()?;
    if !ends.dashed {
        return days_of_a_month(cursor, phrase, ends);
    }
    let (day, month) = (ends.low.0, ends.high.0);
    let bare = !phrase.noun.is_some();
    if phrase.label.sets.has(Set::Score) {
        return Some(phrase.end);
    }
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) || phrase.before.bounds() {
        return None;
    }
    // Another day after it: `1-7 đến 15-8`, `30-4 và 1-5`.
    let another = || {
        let list = cursor.next(phrase.end).filter(|n| n.sets.has(Set::Listed));
        list.and_then(|n| n.syllable).is_some_and(|s| {
            let at = s.end + cursor.gap(s.end);
            let run = cursor.token_run(at);
            (3..=5).contains(&(run - at))
                && cursor.text.get(at..run).is_some_and(|t| t.contains('-'))
        })
    };
    (bare || phrase.label.sets.has(Set::Daytime) && !phrase.noun.counts_one || another())
        .then_some(phrase.end)
}

/// `19 - 20.5`: two days of one month.
fn days_of_a_month(cursor: &Cursor<'_>, phrase: &Phrase, ends: &Ends) -> Option<usize> {
    if !phrase.number.plain || !(1..=31).contains(&ends.low.0) || phrase.noun.is_some() {
        return None;
    }
    let token = cursor.text.get(phrase.number.end..phrase.end)?;
    let token = token.trim_start_matches(|c: char| !c.is_ascii_digit());
    let (day, month) = token.split_once('.')?;
    let (day, digits, month): (u32, usize, u32) =
        (day.parse().ok()?, month.len(), month.parse().ok()?);
    let date = (1..=31).contains(&day) && (1..=12).contains(&month) && digits <= 2;
    (date && phrase.label.last.word != Some(Word::From)).then_some(phrase.end)
}

/// `13 tháng 8 năm 2012`, `23 tháng Chạp`, `30 Tết`.
pub(super) fn in_words(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    if !(1..=31).contains(&phrase.number.mantissa) {
        return None;
    }
    let noun = phrase.noun;
    let after = if noun.is_some() {
        noun.span.1
    } else {
        phrase.end
    };
    if let Some(lunar) = cursor.next(after).filter(|n| n.sets.has(Set::Lunar))
        && (!noun.is_some() || cursor.noun_is(&noun, Set::Month))
    {
        return lunar.syllable.map(|s| s.end);
    }
    if !cursor.noun_is(&noun, Set::Month) {
        return None;
    }
    let at = after + cursor.gap(after);
    let month = cursor.token_run(at);
    if month == at || month > at + 2 {
        return None;
    }
    let next = cursor.next(month).filter(|n| n.sets.has(Set::Year))?;
    let from = next.syllable.map(|s| s.end + cursor.gap(s.end))?;
    let year = cursor.token_run(from);
    (year == from + 4).then_some(year)
}

pub(super) fn labelled(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let (number, sets) = (&phrase.number, phrase.label.sets);
    if number.places > 0 || phrase.is_qualified() && phrase.range.is_none() {
        return None;
    }
    let value = number.mantissa;
    let year = sets.has(Set::Year);
    let day = sets.has(Set::Day);
    // `mỗi ngày 20 chuyến`, `một năm 3 vụ`: a rate, the number counts.
    let before = cursor.seen_before(phrase.label.start, phrase.floor).sets;
    if phrase.noun.is_some()
        && (day || year || sets.any(&[Set::Month, Set::Quarter]))
        && before.has(Set::Each)
    {
        return None;
    }
    // `ngày ba bữa`: the day of a month is in digits, or `mùng ba`.
    if day && number.lone && phrase.noun.is_some() {
        return None;
    }
    // `sinh viên năm 4`.
    let course = year && number.plain && number.digits == 1 && !phrase.noun.is_some();
    // `những năm 80`.
    let decade = year && number.plain && value % 10 == 0 && number.digits == 2;
    let date = day && value <= 31 && number.other == Other::None
        || sets.has(Set::FirstDays)
        || sets.has(Set::Month) && (1..=12).contains(&value)
        // The pay beyond the year's twelve.
        || sets.has(Set::Month) && value == 13 && !phrase.noun.is_some()
        || sets.has(Set::Quarter) && (1..=4).contains(&value)
        || year && (number.digits == 4 && number.plain || number.spoken && value > 1000)
        || course && !before.has(Set::Each)
        || decade && before.has(Set::Decades);
    date.then(|| cursor.past_list(cursor.date_tail(phrase.end), number.digits))
}

/// A year, or `từ 2021 tỉnh …`. `từ ngày 19 đến 25/11` is read from the 25/11.
pub(super) fn year(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let from = phrase.before.start < phrase.start && !phrase.before.bounds();
    // `2021 tang 8%`: without its accents one syllable says little; nor is anything
    // counted in `AFF Cup 2008 phân tích`.
    let noun = phrase.noun.is_some() && !labels::is_foreign(cursor, phrase) && {
        let head = cursor.seen(phrase.noun.span.0).syllable;
        !cursor.unaccented() || head.is_none_or(|s| s.marked || s.end < phrase.noun.span.1)
    };
    (phrase.number.is_year() && (!noun || from)).then_some(phrase.end)
}

impl Cursor<'_> {
    /// Whether `thứ` at `start` with this number in words that ends at `end` is a day
    /// of the week: where no rank is spoken of.
    pub(in crate::read) fn is_spoken_weekday(
        &self,
        number: u128,
        (start, end): Span,
        floor: usize,
    ) -> bool {
        let before = self.seen_before(start, floor);
        let after = self.seen(end + self.gap(end)).sets;
        if before.sets.has(Set::Ranked) || after.has(Set::RankedAfter) {
            return false;
        }
        // `người con thứ hai`, behind any word; the rest of the week is seldom a rank there.
        let ranked = number <= 3 && before.syllable.is_some();
        !ranked || before.sets.has(Set::Weekday) || after.has(Set::WeekdayAfter)
    }

    /// Whether the noun is one word in this set.
    pub(super) fn noun_is(&self, noun: &Noun, set: Set) -> bool {
        noun.is_some() && {
            let seen = self.seen(noun.span.0);
            seen.sets.has(set) && seen.syllable.is_some_and(|s| s.end == noun.span.1)
        }
    }

    /// After `lúc 16 giờ`: ` 15 phút`.
    fn minutes(&self, end: usize) -> usize {
        let at = end + self.gap(end);
        let digits = (at..at + 2).take_while(|&i| self.digit(i)).count();
        if digits == 0 {
            return end;
        }
        let end = at + digits;
        match self.next(end).or_else(|| Some(self.seen(end))) {
            Some(seen) if seen.sets.has(Set::Minute) => seen.syllable.map_or(end, |s| s.end),
            _ => end,
        }
    }

    /// After `ngày 19`: ` đến 25/11` belongs to the date.
    pub(in crate::read) fn date_tail(&self, end: usize) -> usize {
        let Some((Word::To, after)) = self.next_word(end) else {
            return end;
        };
        let at = after + self.gap(after);
        let run = self.token_run(at);
        if run > at { run } else { end }
    }
}
