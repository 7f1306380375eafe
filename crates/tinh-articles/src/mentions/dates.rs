//! Dates and periods in running text, with the years left out filled in.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use rust_decimal::prelude::ToPrimitive;

use super::{ByWord, FigureMention};
use crate::cues::{Act, Base, Cue, DateWord, Found, LEXICON, Moment, WordClass};
use crate::text::{Line, Shape, Word};

/// A year, where it was printed or could be told.
pub(crate) type Year = Option<i32>;

/// When, as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Year(i32),
    Month(Year, u32),
    Day(Year, u32, u32),
    /// From a day to another of a month: `ngày 18 và 19/12`.
    Days(Year, u32, u32, u32),
    Quarter(Year, u32),
    Half(Year, u32),
    /// From January: `9 tháng đầu năm 2020`.
    FirstMonths(Year, u32),
    LastMonths(Year, u32),
    /// `giai đoạn 2016 - 2020`.
    Years(i32, i32),
    /// `từ tháng 1 đến tháng 9`.
    Months(Year, u32, u32),
    ThisYear(Year),
    /// The year before the publication: `vào năm ngoái`.
    LastYear(Year),
    Now,
    Cumulative,
    /// From 1 January to the publication.
    YearToDate,
    /// `dự án mới`, `cùng kỳ`: of a period, and no date.
    Flow,
}

/// What a date does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// `năm 2020`, `trong quý I`.
    Plain,
    /// `tính đến ngày 20/9`.
    AsOf,
    /// `từ đầu năm đến ngày 20/10`.
    SinceJanuary,
    /// `so với năm 2019`: what is compared with, never the period.
    Base,
    /// `từ năm 2013`.
    Since,
    /// `phương hướng năm 2020`: of what is planned, and of no figure after it.
    Plan,
}

/// A date or period in the text.
#[derive(Clone, Debug)]
pub(crate) struct DateMention {
    pub(crate) words: Range<usize>,
    pub(crate) when: When,
    pub(crate) role: Role,
    /// Whether the year was printed with it.
    pub(crate) printed_year: bool,
}

struct Search<'a> {
    published: Option<NaiveDate>,
    words: &'a [Word],
    text: &'a str,
    cues: &'a ByWord<Found>,
    /// Whole numbers up to 31, by their first word: `chín`, `9`.
    numbers: Vec<(Range<usize>, u32)>,
}

/// The dates of a text, in order.
pub(crate) fn find(
    words: &[Word],
    lines: &[Line],
    text: &str,
    cues: &ByWord<Found>,
    figures: &[FigureMention<'_>],
    published: Option<NaiveDate>,
) -> Vec<DateMention> {
    let numbers = figures
        .iter()
        .filter_map(|f| Some((f.words.clone(), f.figure.value()?.to_u32()?)))
        .filter(|(_, value)| *value <= 31)
        .collect();
    let search = Search {
        published,
        words,
        text,
        cues,
        numbers,
    };
    let mut found = join_ranges(search.all(), words);
    let of_history = |date: &DateMention| tells_history(date, cues);
    let anchor: Vec<bool> = found
        .iter()
        .map(|date| anchors(date, words, text) && !of_history(date))
        .collect();
    fill_years(&mut found, &anchor, lines, published);
    found
}

impl Search<'_> {
    fn all(&self) -> Vec<DateMention> {
        let mut found: Vec<DateMention> = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            match self.moment(at).or_else(|| self.core(at)) {
                // `trong 6 tháng đó` is the period named before.
                Some((when, end)) if year_of(when).is_none() && self.is_text(end, "đó") => {
                    at = end
                }
                Some((when, end)) => {
                    let taken = found.last().map_or(0, |last| last.words.end);
                    let start = self.prefix_start(at).max(taken);
                    let role = self.role_after(&found, start, self.role(at));
                    // `lũy kế 10 tháng năm 2023` begins in January.
                    let counted = matches!(when, When::FirstMonths(..) | When::Half(_, 1));
                    let role = match role {
                        Role::AsOf if counted => Role::SinceJanuary,
                        role => role,
                    };
                    let printed_year = year_of(when).is_some();
                    found.push(DateMention {
                        words: start..end,
                        when,
                        role,
                        printed_year,
                    });
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The role of a date right behind others: `từ đầu năm 2022 | đến hết tháng 9`
    /// begins in January, `quý I | các năm 2020 - 2023` is a base where its quarter is.
    fn role_after(&self, found: &[DateMention], start: usize, role: Role) -> Role {
        let Some(last) = found.last() else {
            return role;
        };
        let year = matches!(last.when, When::Year(_)) && last.words.end == start;
        let opening = if year {
            found.iter().rev().nth(1)
        } else {
            Some(last)
        };
        let opening = opening.filter(|d| d.when == When::YearToDate);
        let since =
            opening.is_some_and(|d| d.words.end == if year { last.words.start } else { start });
        let joined = match start.checked_sub(last.words.end) {
            Some(0) => true,
            Some(1) => matches!(self.text_at(last.words.end), "các" | "của"),
            _ => false,
        };
        match role {
            Role::AsOf if since => Role::SinceJanuary,
            Role::Plain if joined && last.role == Role::Base => Role::Base,
            _ => role,
        }
    }

    fn cues_at(&self, at: usize) -> impl Iterator<Item = &Found> {
        let here = self.cues.from(at).iter();
        here.take_while(move |c| c.words.start == at)
    }

    fn date_word(&self, at: usize) -> Option<(DateWord, usize)> {
        self.cues_at(at).find_map(|c| match c.cue {
            Cue::Date(word) => Some((word, c.words.end)),
            _ => None,
        })
    }

    /// The end of a date word at a place.
    fn is(&self, at: usize, word: DateWord) -> Option<usize> {
        self.date_word(at)
            .filter(|&(found, _)| found == word)
            .map(|(_, end)| end)
    }

    fn moment(&self, at: usize) -> Option<(When, usize)> {
        self.cues_at(at).find_map(|c| match c.cue {
            Cue::Moment(Moment::Now) => Some((When::Now, c.words.end)),
            Cue::Moment(Moment::Cumulative) => Some((When::Cumulative, c.words.end)),
            // `kế hoạch đặt ra từ đầu năm là 4,5 tỷ`: when a plan was made.
            Cue::Moment(Moment::YearToDate) if self.is_text(c.words.end, "là") => None,
            Cue::Moment(Moment::YearToDate) => Some((When::YearToDate, self.to_date(c.words.end))),
            Cue::Moment(Moment::Flow) => Some((When::Flow, c.words.end)),
            _ => None,
        })
    }

    /// The end of `từ đầu năm 2017 đến nay` behind `từ đầu năm`.
    fn to_date(&self, at: usize) -> usize {
        let next = at + usize::from(self.year(at).is_some());
        let now = self
            .cues_at(next)
            .find(|c| c.cue == Cue::Moment(Moment::Now));
        now.map_or(at, |c| c.words.end)
    }

    fn sign(&self, at: usize, signs: &[char]) -> bool {
        matches!(self.words.get(at).map(|w| w.shape), Some(Shape::Sign(s)) if signs.contains(&s))
    }

    fn text_at(&self, at: usize) -> &str {
        self.words
            .get(at)
            .and_then(|w| self.text.get(w.range()))
            .unwrap_or("")
    }

    fn is_text(&self, at: usize, expected: &str) -> bool {
        self.text_at(at) == expected
    }

    /// Digits at a place, within bounds.
    fn digits(&self, at: usize, bounds: Range<u32>) -> Option<u32> {
        let word = self.words.get(at).filter(|w| w.shape == Shape::Digits)?;
        let digits = self.text.get(word.range()).filter(|d| d.len() <= 4)?;
        digits.parse().ok().filter(|n| bounds.contains(n))
    }

    fn year(&self, at: usize) -> Option<i32> {
        self.digits(at, 1900..2100)
            .and_then(|y| i32::try_from(y).ok())
    }

    /// A number in digits or words: its value and its end.
    fn number(&self, at: usize) -> Option<(u32, usize)> {
        if let Some(digits) = self.digits(at, 1..32) {
            return Some((digits, at + 1));
        }
        let place = self.numbers.partition_point(|(words, _)| words.start < at);
        let (words, value) = self.numbers.get(place)?;
        (words.start == at).then_some((*value, words.end))
    }

    /// A year that follows: `/2020`, `năm 2020`, `của năm 2020`, `2020`.
    fn following_year(&self, at: usize) -> Option<(i32, usize)> {
        let mut at = at;
        if self.sign(at, &['/', '-', '.']) || self.is_text(at, "của") || self.is_text(at, ",") {
            at += 1;
        }
        if let Some(end) = self.is(at, DateWord::Year) {
            at = end;
        }
        self.year(at).map(|year| (year, at + 1))
    }

    fn with_year(&self, at: usize, when: impl Fn(Year) -> When) -> (When, usize) {
        if let Some((year, end)) = self.following_year(at) {
            return (when(Some(year)), end);
        }
        match self.is(at, DateWord::ThisYear) {
            Some(end) => (when(None), end),
            None => (when(None), at),
        }
    }

    fn core(&self, at: usize) -> Option<(When, usize)> {
        if let Some((word, end)) = self.date_word(at) {
            return match word {
                // `năm tháng đầu năm`, `bốn tháng đầu năm`: numbers.
                DateWord::Year => self.years(end).or_else(|| self.months_count(at)),
                DateWord::One | DateWord::Four => self.months_count(at),
                DateWord::Whole => {
                    let at_year = self.is(end, DateWord::Year).unwrap_or(end);
                    self.years(at_year).or_else(|| self.whole_year(at, end))
                }
                DateWord::LastYear => Some((When::LastYear(None), end)),
                DateWord::Span => self.span(end),
                DateWord::Month => self.month(end),
                DateWord::Quarter => self.quarter(end),
                DateWord::Day => self.day(end),
                // `từ 28 - 30/11`; `từ 28/11` has its day found alone.
                DateWord::Since => self
                    .day(end)
                    .filter(|(when, _)| matches!(when, When::Days(..))),
                DateWord::FirstHalf => Some(self.with_year(end, |y| When::Half(y, 1))),
                DateWord::LastHalf => Some(self.with_year(end, |y| When::Half(y, 2))),
                DateWord::ThisYear => Some((When::ThisYear(None), end)),
                _ => None,
            };
        }
        self.months_count(at)
            .or_else(|| self.numeric(at))
            .or_else(|| self.bracketed(at))
            .or_else(|| self.prefixed(at))
    }

    /// `cả năm`, but not `kế hoạch cả năm`.
    fn whole_year(&self, at: usize, end: usize) -> Option<(When, usize)> {
        let named = self.is_text(at, "cả") || self.is_text(at, "Cả");
        let measured = self.prefix(at).is_some() || !named || self.text_at(end - 1) != "năm";
        (!measured).then_some((When::ThisYear(None), end))
    }

    /// `Dân số (2019)`: a year alone in brackets.
    fn bracketed(&self, at: usize) -> Option<(When, usize)> {
        let year = self.year(at)?;
        let alone = self.sign(at.checked_sub(1)?, &['(']) && self.sign(at + 1, &[')']);
        alone.then_some((When::Year(year), at + 1))
    }

    /// After `năm`: a year, or two.
    fn years(&self, at: usize) -> Option<(When, usize)> {
        let first = self.year(at)?;
        if self.sign(at + 1, &['-', '–', '—'])
            && let Some(second) = self.year(at + 2)
            && second > first
        {
            return Some((When::Years(first, second), at + 3));
        }
        Some((When::Year(first), at + 1))
    }

    /// After `giai đoạn`: two years.
    fn span(&self, at: usize) -> Option<(When, usize)> {
        let mut at = at;
        if self.is(at, DateWord::Since).is_some() {
            at += 1;
        }
        at = self.is(at, DateWord::Year).unwrap_or(at);
        let first = self.year(at)?;
        at += 1;
        if !(self.sign(at, &['-', '–', '—', '/'])
            || self.is_text(at, "đến")
            || self.is_text(at, "tới"))
        {
            return None;
        }
        at += 1;
        at = self.is(at, DateWord::Year).unwrap_or(at);
        let second = self.year(at).filter(|&second| second > first)?;
        Some((When::Years(first, second), at + 1))
    }

    /// After `tháng`: `9`, `9/2022`, `chín`, `đầu năm 2022`.
    fn month(&self, at: usize) -> Option<(When, usize)> {
        if let Some(end) = self.is(at, DateWord::First) {
            let several = at
                .checked_sub(2)
                .and_then(|before| self.words.get(before))
                .is_some_and(|w| w.shape == Shape::Digits || LEXICON.is(w.key, WordClass::Several));
            return (!several).then(|| self.with_year(end, |y| When::Month(y, 1)));
        }
        let (month, end) = self
            .number(at)
            .or_else(|| self.named_number(at))
            .filter(|(m, _)| (1..=12).contains(m))?;
        if self.sign(end, &['-', '–'])
            && let Some(last) = self.digits(end + 1, month + 1..13)
        {
            return Some(self.with_year(end + 2, |y| When::Months(y, month, last)));
        }
        Some(self.with_year(end, |y| When::Month(y, month)))
    }

    /// After `quý`: `I`, `3`, `ba`, `đầu năm 2022`.
    fn quarter(&self, at: usize) -> Option<(When, usize)> {
        if let Some(end) = self.is(at, DateWord::First) {
            return Some(self.with_year(end, |y| When::Quarter(y, 1)));
        }
        let roman = match self.text_at(at) {
            "I" => Some(1),
            "II" => Some(2),
            "III" => Some(3),
            "IV" => Some(4),
            _ => None,
        };
        let (quarter, end) = roman
            .map(|quarter| (quarter, at + 1))
            .or_else(|| self.number(at))
            .or_else(|| self.named_number(at))
            .filter(|(quarter, _)| (1..=4).contains(quarter))?;
        Some(self.with_year(end, |y| When::Quarter(y, quarter)))
    }

    /// A number the figures do not read in a sentence: `tháng Chín`, `quý tư`.
    fn named_number(&self, at: usize) -> Option<(u32, usize)> {
        let word = self.words.get(at)?;
        match self.date_word(at) {
            Some((DateWord::One, end)) => return Some((1, end)),
            Some((DateWord::Four, end)) => return Some((4, end)),
            // `tháng năm 2022` says a year, `tháng Năm` does not.
            Some((DateWord::Year, _)) if word.shape == Shape::Small => return None,
            _ => {}
        }
        let small = self.text_at(at).to_lowercase();
        let value = tinh_figures::parse(&small).ok()?.figure().value()?;
        Some((value.to_u32()?, at + 1))
    }

    /// Past `, 29 và 30` or `đến ngày 30` after a day: the last day and its end.
    fn last_day(&self, at: usize, first: u32) -> Option<(u32, usize)> {
        let (mut last, mut end) = (None, at);
        // A list of days is short.
        for _ in 0..8 {
            let joined = self.sign(end, &['-', '–', ','])
                || matches!(self.text_at(end), "và" | "đến" | "tới");
            let until = end + 1 + usize::from(self.text_at(end + 1) == "hết");
            let next = until + usize::from(self.text_at(until) == "ngày");
            let above = last.unwrap_or(first) + 1;
            match self.digits(next, above..32).filter(|_| joined) {
                Some(day) => (last, end) = (Some(day), next + 1),
                None => break,
            }
        }
        Some((last?, end))
    }

    /// After `ngày`: `20/9/2023`, `20/9`, `20 tháng 9 năm 2023`.
    fn day(&self, at: usize) -> Option<(When, usize)> {
        // `Hôm qua (31/3)`, `hôm nay, 15/3`.
        let at = at + usize::from(self.sign(at, &['(', ',']));
        if let Some(found) = self.numeric(at) {
            return Some(found);
        }
        let day = self.digits(at, 1..32)?;
        if let Some(end) = self.is(at + 1, DateWord::Month) {
            let (month, end) = self.number(end).filter(|(m, _)| (1..=12).contains(m))?;
            return Some(self.with_year(end, |y| When::Day(y, month, day)));
        }
        if let Some((last, end)) = self.last_day(at + 1, day) {
            if self.sign(end, &['/', '-', '.'])
                && let Some(month) = self.digits(end + 1, 1..13)
            {
                return Some(self.with_year(end + 2, |y| When::Days(y, month, day, last)));
            }
            if let Some(end) = self.is(end, DateWord::Month)
                && let Some((month, end)) = self.number(end).filter(|(m, _)| (1..=12).contains(m))
            {
                return Some(self.with_year(end, |y| When::Days(y, month, day, last)));
            }
        }
        if !self.sign(at + 1, &['/', '-', '.']) {
            return None;
        }
        let month = self.digits(at + 2, 1..13)?;
        Some((When::Day(None, month, day), at + 3))
    }

    /// `20/9/2023` and `9/2023`, without a word before them.
    fn numeric(&self, at: usize) -> Option<(When, usize)> {
        let slash = |at| self.sign(at, &['/', '-', '.']);
        if !slash(at + 1) || self.sign(at.wrapping_sub(1), &['/']) {
            return None;
        }
        if let (Some(day), Some(month), true, Some(year)) = (
            self.digits(at, 1..32),
            self.digits(at + 2, 1..13),
            slash(at + 3),
            self.year(at + 4),
        ) {
            return Some((When::Day(Some(year), month, day), at + 5));
        }
        if !self.sign(at + 1, &['/']) {
            return None;
        }
        let (month, year) = (self.digits(at, 1..13)?, self.year(at + 2)?);
        Some((When::Month(Some(year), month), at + 3))
    }

    /// `9 tháng đầu năm 2020`, `6 tháng cuối năm`, `11 tháng năm 2022`, `10 tháng`.
    fn months_count(&self, at: usize) -> Option<(When, usize)> {
        let five = || self.is_text(at, "năm").then_some((5, at + 1));
        let number = self.number(at).or_else(five);
        let (count, end) = number.filter(|(n, _)| (2..=12).contains(n))?;
        // `3 quý đầu năm 2022`
        if let Some(end) = self.is(end, DateWord::Quarter)
            && let Some(end) = self.is(end, DateWord::First)
            && count < 4
        {
            return Some(self.with_year(end, |y| half_or(y, 3 * count, true)));
        }
        let end = self.is(end, DateWord::Month)?;
        if let Some(end) = self.is(end, DateWord::First) {
            return Some(self.with_year(end, |y| half_or(y, count, true)));
        }
        if let Some(end) = self.is(end, DateWord::Last) {
            return Some(self.with_year(end, |y| half_or(y, count, false)));
        }
        if let Some((year, end)) = self.following_year(end) {
            return Some((half_or(Some(year), count, true), end));
        }
        if self.is(end, DateWord::ThisYear).is_some() || self.is(end, DateWord::Year).is_some() {
            return Some((half_or(None, count, true), end));
        }
        // A bare `11 tháng` is a period where it opens or follows `trong`.
        let before = at.checked_sub(1);
        let opens = before.is_none_or(|b| {
            self.sign(b, &[',', ';', '.', ':', '(', '-', '–', '+'])
                || self.is_text(b, "trong")
                || self.is_text(b, "qua")
                || self.is_text(b, "sau")
        });
        // `10 tháng qua`, told in October or November, are those of the year.
        let past = self.is(end, DateWord::Past);
        if let Some(end) = past.filter(|_| self.tells_past(count)) {
            return Some((half_or(None, count, true), end));
        }
        let told = self.sign(end, &[','])
            || matches!(
                self.text_at(end),
                "ước" | "đạt" | "tăng" | "giảm" | "của" | "là"
            );
        ((opens || told) && past.is_none() && count >= 3).then(|| (half_or(None, count, true), end))
    }

    /// Whether the months before the publication are the first of its year.
    fn tells_past(&self, count: u32) -> bool {
        self.published
            .is_some_and(|day| day.month() == count || day.month() == count + 1)
    }

    /// After `tính đến`, `từ`, `so với`: `20/9`, `2019`.
    fn prefixed(&self, at: usize) -> Option<(When, usize)> {
        // All of them begin with a number.
        let _ = self.digits(at, 0..10_000)?;
        let _ = self.prefix(at)?;
        if let (Some(day), true, Some(month)) = (
            self.digits(at, 1..32),
            self.sign(at + 1, &['/']),
            self.digits(at + 2, 1..13),
        ) {
            return Some((When::Day(None, month, day), at + 3));
        }
        // `đến ngày 15-9`
        let day = self.text_at(at.wrapping_sub(1)) == "ngày";
        if let (true, Some(day), true, Some(month)) = (
            day,
            self.digits(at, 1..32),
            self.sign(at + 1, &['-', '.']),
            self.digits(at + 2, 1..13),
        ) {
            return Some((When::Day(None, month, day), at + 3));
        }
        self.years(at)
    }

    /// Where the words that make a date what it is begin: `tính đến hết`, `từ cuối`.
    fn prefix_start(&self, at: usize) -> usize {
        let last = (1..=2)
            .filter_map(|back| at.checked_sub(back))
            .find(|&start| self.is(start, DateWord::Last) == Some(at));
        let at = last.unwrap_or(at);
        let near = self.cues.within(at.saturating_sub(LONGEST), at).iter();
        let date = |c: &&Found| {
            c.words.end == at
                && matches!(
                    c.cue,
                    Cue::Date(
                        DateWord::AsOf | DateWord::SinceJanuary | DateWord::Base | DateWord::Since
                    )
                )
        };
        near.filter(date)
            .map(|c| c.words.start)
            .next()
            .unwrap_or(at)
    }

    /// The date word that ends where a date begins.
    fn prefix(&self, at: usize) -> Option<DateWord> {
        let near = self.cues.within(at.saturating_sub(LONGEST), at).iter();
        near.filter(|c| c.words.end == at)
            .find_map(|c| match c.cue {
                Cue::Date(word) => Some(word),
                Cue::Moment(Moment::Cumulative) => Some(DateWord::AsOf),
                Cue::Base(Base::PreviousYear | Base::PreviousMonth) => Some(DateWord::Base),
                _ => None,
            })
    }

    /// What the words before a date make of it, a few small ones passed over:
    /// `tính đến cuối tháng 9`, `so với thực hiện năm 2017`.
    fn role(&self, at: usize) -> Role {
        for back in 0..=3 {
            let Some(place) = at.checked_sub(back) else {
                break;
            };
            match self.prefix(place) {
                Some(DateWord::AsOf) if back <= 1 => return Role::AsOf,
                Some(DateWord::SinceJanuary) if back <= 1 => return Role::SinceJanuary,
                Some(DateWord::Since)
                    if back == 0 || self.is(place, DateWord::Last) == Some(at) =>
                {
                    return Role::Since;
                }
                Some(DateWord::Plan) if back == 0 => return Role::Plan,
                Some(DateWord::Base) => return Role::Base,
                _ => {}
            }
            let before = place.checked_sub(1).and_then(|at| self.words.get(at));
            if before.is_none_or(|w| matches!(w.shape, Shape::Sign(_) | Shape::Digits)) {
                break;
            }
        }
        // `kể từ khi thiết lập quan hệ ngoại giao vào năm 1992`
        let clause = (1..=10).map_while(|back| at.checked_sub(back));
        let mut clause = clause.take_while(|&at| {
            let word = self.words.get(at);
            word.is_some_and(|w| !matches!(w.shape, Shape::Sign(_) | Shape::Digits))
        });
        if clause.any(|at| self.is(at, DateWord::SinceEvent).is_some()) {
            return Role::Since;
        }
        Role::Plain
    }
}

fn half_or(year: Year, months: u32, first: bool) -> When {
    match (months, first) {
        (6, true) => When::Half(year, 1),
        (6, false) => When::Half(year, 2),
        (_, true) => When::FirstMonths(year, months),
        (_, false) => When::LastMonths(year, months),
    }
}

/// `từ năm 2016 đến năm 2020`, `từ tháng 1 đến tháng 9/2020` as one.
fn join_ranges(found: Vec<DateMention>, words: &[Word]) -> Vec<DateMention> {
    let mut joined: Vec<DateMention> = Vec::with_capacity(found.len());
    for date in found {
        match joined.last_mut() {
            Some(last)
                if (last.role == Role::Since || matches!(last.when, When::Day(_, 1, 1)))
                    && last.words.end <= date.words.start
                    && date.words.start <= last.words.end + 3 =>
            {
                let between = words.get(last.words.end);
                let until = between.is_some_and(|w| LEXICON.is(w.key, WordClass::Until));
                let range = match (last.when, date.when) {
                    (When::Year(a), When::Year(b)) if a < b => {
                        Some((When::Years(a, b), Role::Plain))
                    }
                    (When::Month(None, a), When::Month(year, b)) if a < b => {
                        Some((When::Months(year, a, b), Role::Plain))
                    }
                    // `từ ngày 1/1 đến ngày 20/9`
                    (When::Day(_, 1, 1), When::Day(..)) => Some((date.when, Role::SinceJanuary)),
                    _ => None,
                };
                match range.filter(|_| until) {
                    Some((when, role)) => {
                        last.words.end = date.words.end;
                        (last.when, last.role, last.printed_year) = (when, role, date.printed_year);
                    }
                    None => joined.push(date),
                }
            }
            _ => joined.push(date),
        }
    }
    joined
}

pub(crate) fn year_of(when: When) -> Year {
    match when {
        When::Year(year) | When::Years(_, year) => Some(year),
        When::Month(year, _)
        | When::Day(year, _, _)
        | When::Days(year, ..)
        | When::Quarter(year, _)
        | When::Half(year, _) => year,
        When::FirstMonths(year, _) | When::LastMonths(year, _) | When::Months(year, _, _) => year,
        When::ThisYear(year) | When::LastYear(year) => year,
        When::Now | When::Cumulative | When::YearToDate | When::Flow => None,
    }
}

fn in_year(when: When, year: i32) -> When {
    match when {
        When::Month(None, m) => When::Month(Some(year), m),
        When::Day(None, m, d) => When::Day(Some(year), m, d),
        When::Days(None, m, a, b) => When::Days(Some(year), m, a, b),
        When::Quarter(None, q) => When::Quarter(Some(year), q),
        When::Half(None, h) => When::Half(Some(year), h),
        When::FirstMonths(None, n) => When::FirstMonths(Some(year), n),
        When::LastMonths(None, n) => When::LastMonths(Some(year), n),
        When::Months(None, a, b) => When::Months(Some(year), a, b),
        When::ThisYear(None) => When::ThisYear(Some(year)),
        When::LastYear(None) => When::LastYear(Some(year - 1)),
        other => other,
    }
}

/// Whether a date tells which year its neighbours mean.
fn anchors(date: &DateMention, words: &[Word], text: &str) -> bool {
    let before = date
        .words
        .start
        .checked_sub(1)
        .and_then(|at| words.get(at))
        .and_then(|w| text.get(w.range()));
    let horizon = before == Some("vào") && matches!(date.when, When::Year(_));
    date.printed_year
        && !horizon
        && matches!(date.role, Role::Plain | Role::AsOf | Role::SinceJanuary)
        && !matches!(date.when, When::Years(..))
        // `đến năm 2050` is a horizon as often as not.
        && !(date.role == Role::AsOf && matches!(date.when, When::Year(_)))
}

/// How many words the longest prefix of a date has: `lũy kế từ đầu năm đến hết`.
const LONGEST: usize = 8;

/// How many words a date may be from what it dates.
const NEAR: usize = 16;

/// `thiết lập quan hệ ngoại giao ngày 8/2/1950`: when relations began is no year
/// of the news beside it.
fn tells_history(date: &DateMention, cues: &ByWord<Found>) -> bool {
    let from = date.words.start.saturating_sub(NEAR);
    cues.within(from, date.words.end + NEAR + 1)
        .iter()
        .any(|c| c.cue == Cue::Act(Act::Recognise))
}

/// Fills in years: that of the sentence, of the publication, of what was said
/// last, of what is said next, or the year after the base of a comparison.
fn fill_years(
    found: &mut [DateMention],
    anchor: &[bool],
    lines: &[Line],
    published: Option<NaiveDate>,
) {
    let sentence_ends: Vec<usize> = lines
        .iter()
        .flat_map(|l| &l.sentences)
        .map(|s| s.words.end)
        .collect();
    let sentence = |word: usize| sentence_ends.partition_point(|&end| end <= word);
    let mut next: Vec<Option<(usize, i32)>> = vec![None; found.len()];
    let mut seen = None;
    for ((date, next), &anchors) in found.iter().zip(next.iter_mut()).zip(anchor).rev() {
        *next = seen;
        if anchors {
            seen = year_of(date.when).map(|year| (sentence(date.words.start), year));
        }
    }
    let base = found.iter().find_map(|d| match d.when {
        When::Year(year) if d.role == Role::Base => Some(year + 1),
        _ => None,
    });
    let mut last: Option<(usize, i32)> = None;
    for ((date, next), &anchors) in found.iter_mut().zip(next).zip(anchor) {
        if anchors {
            last = year_of(date.when).map(|year| (sentence(date.words.start), year));
            continue;
        }
        if year_of(date.when).is_some() {
            continue;
        }
        let here = sentence(date.words.start);
        let near = |anchor: Option<(usize, i32)>| anchor.filter(|a| a.0 == here).map(|a| a.1);
        let of_publication = published.map(|p| match date.when {
            When::Month(_, month) | When::Day(_, month, _) | When::Days(_, month, ..)
                if month > p.month() + 1 =>
            {
                p.year() - 1
            }
            // `11 tháng đầu năm`, told in January.
            When::FirstMonths(_, count) if count > p.month() + 1 => p.year() - 1,
            When::Quarter(_, quarter) if quarter * 3 > p.month() + 4 => p.year() - 1,
            _ => p.year(),
        });
        let year = near(last)
            .or_else(|| near(next))
            .or(of_publication)
            .or(last.map(|a| a.1))
            .or(next.map(|a| a.1))
            .or(base);
        if let Some(year) = year {
            date.when = in_year(date.when, year);
        }
    }
}
