//! Dates in titles: `Tính từ 01/01/2023 đến 20/12/2023`, `(Lũy kế … đến ngày
//! 20/06/2024)`, `Hà Nội, ngày 22 tháng 12 năm 2023`, `12T/2022`.
//!
//! Everything here works on folded text.

use chrono::{Datelike, NaiveDate};
use tinh_model::time::{AsOf, PartialDate, Period, Time};

use crate::fold::fold;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Every date named in a folded text, in order.
pub(crate) fn dates_in(folded: &str) -> Vec<PartialDate> {
    let words: Vec<&str> = folded
        .split(|c: char| c.is_whitespace() || "(),;:\"".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    let mut dates = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let number = |offset: usize| -> Option<u16> {
            let digits = words.get(at.checked_add(offset)?)?.trim_end_matches('.');
            (digits.len() <= 4).then(|| digits.parse().ok()).flatten()
        };
        let small = |offset: usize| number(offset).and_then(|n| u8::try_from(n).ok());
        let is = |offset: usize, wanted: &str| {
            at.checked_add(offset).and_then(|i| words.get(i)).copied() == Some(wanted)
        };
        // `ngày 20 tháng 12 năm 2021`, with or without its first word.
        let day = usize::from(*word == "ngay");
        if is(day + 1, "thang")
            && is(day + 3, "nam")
            && let (Some(days), Some(month)) = (small(day), small(day + 2))
            && let Some(date) = PartialDate::new(number(day + 4), Some(month), Some(days))
        {
            dates.push(date);
            at = at.saturating_add(day + 5);
            continue;
        }
        // `20 December 2023`, `December 20, 2023`
        let month = |offset: usize| {
            let word = words.get(at.checked_add(offset)?)?;
            let n = MONTHS.iter().position(|month| month == word)?;
            u8::try_from(n + 1).ok()
        };
        let english = match (small(0), month(1), month(0), small(1)) {
            (Some(day), Some(month), ..) | (_, _, Some(month), Some(day)) => Some((day, month)),
            _ => None,
        };
        if let Some((day, month)) = english
            && let Some(date) = PartialDate::new(number(2), Some(month), Some(day))
            && number(2).is_some()
        {
            dates.push(date);
            at = at.saturating_add(3);
            continue;
        }
        // `tháng 12 năm 2021`; `11 tháng năm 2021` is no month.
        if *word == "thang"
            && is(2, "nam")
            && let (Some(month), Some(year)) = (small(1), number(3))
            && let Some(date) = PartialDate::new(Some(year), Some(month), None)
        {
            dates.push(date);
            at = at.saturating_add(4);
            continue;
        }
        dates.extend(numeric(word.trim_end_matches('.')));
        at += 1;
    }
    dates
}

/// `20/12/2023`, `20-12-2023`, `20.12.2023`; `12/2023`.
fn numeric(word: &str) -> Option<PartialDate> {
    let mark = ['/', '-', '.']
        .into_iter()
        .find(|&mark| word.contains(mark))?;
    let mut parts = word.split(mark);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let small = |text: &str| -> Option<u8> {
        ((1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse().ok())
            .flatten()
    };
    let year = |text: &str| -> Option<u16> {
        (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse().ok())
            .flatten()
    };
    match third {
        Some(third) => PartialDate::new(
            Some(year(third)?),
            Some(small(second)?),
            Some(small(first)?),
        ),
        None if mark == '/' => PartialDate::new(Some(year(second)?), Some(small(first)?), None),
        None => None,
    }
}

/// The time a folded title states: a stock (`lũy kế`, `còn hiệu lực`) at its
/// last date, a flow (`tính từ … đến …`) between its two.
pub(crate) fn time_of_title(folded: &str) -> Option<Time> {
    let dates = dates_in(folded);
    let has = |words: &str| folded.contains(words);
    let starts = |words: &str| folded.trim_start_matches('(').starts_with(words);
    let stock = has("luy ke")
        || has("con hieu luc")
        || has("tinh den")
        || has("accumulat")
        || has("cumulative")
        || starts("as of ")
        || starts("up to ");
    let between = has("tinh tu") || has("tu ngay") || starts("tu ") || starts("from ");
    if between {
        let last = dates.last()?.last_day();
        let first = match dates.as_slice() {
            [first, _, ..] => first.first_day(),
            _ => last.and_then(|last| start_in_year(folded, last.year())),
        };
        if let (Some(first), Some(last)) = (first, last) {
            return Period::new(first, last).ok().map(Time::During);
        }
    }
    if stock && let Some(last) = dates.last() {
        return Some(Time::AsOf(AsOf::printed(*last)));
    }
    None
}

/// The start that leaves its year to the end: `từ 1/1 đến 20/12/2021`, `từ 01
/// tháng 01 đến …`.
fn start_in_year(folded: &str, year: i32) -> Option<NaiveDate> {
    let mut words = folded
        .split(|c: char| c.is_whitespace() || "(),;:\"".contains(c))
        .skip_while(|word| *word != "tu")
        .skip(1)
        .filter(|word| !word.is_empty() && *word != "ngay");
    let start = words.next()?;
    let (day, month) = match start.split_once(['/', '-', '.']) {
        Some(parts) => parts,
        None if words.next() == Some("thang") => (start, words.next()?),
        None => return None,
    };
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

/// Whether a folded line names the last day of a count and no first one, and
/// says nothing of what is in force: `tính đến 20/11/2025`, `lũy kế từ đầu năm
/// đến …`.
pub(crate) fn is_open(folded: &str) -> bool {
    let has = |words: &str| folded.contains(words);
    has("tu dau nam") || has("tinh den") && !has("luy ke") && !has("con hieu luc")
}

/// From the first day of the year of a date to that date.
pub(crate) fn year_to(time: Time) -> Option<Period> {
    let last = time.last_day()?;
    Period::new(NaiveDate::from_ymd_opt(last.year(), 1, 1)?, last).ok()
}

/// The period a folded header or title names: `nam 2022`, `12t/2022`,
/// `06 thang nam 2023`, `6 thang dau nam 2024`.
pub(crate) fn period_in(folded: &str) -> Option<Period> {
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let year = |word: &str| -> Option<u16> {
        word.parse::<u16>()
            .ok()
            .filter(|year| word.len() == 4 && (1900..2200).contains(year))
    };
    if let Some(period) = words.iter().rev().find_map(|word| quarter_word(word)) {
        return Some(period);
    }
    // The last year named, and what stands right before it.
    let (at, year) = words
        .iter()
        .enumerate()
        .rev()
        .find_map(|(at, word)| Some((at, year(word)?)))?;
    let before = words.get(..at).unwrap_or_default();
    // `2012-Q2`
    let after = at.checked_add(1).and_then(|next| words.get(next));
    if let Some(n) = after.and_then(|word| quarter(word.strip_prefix('q')?)) {
        return Period::months(year, 3 * n - 2, 3 * n);
    }
    let months = |word: &str| word.parse::<u8>().ok().filter(|n| (1..=12).contains(n));
    let from_january = |word: &str| months(word).map(|n| (1, n));
    let (first, last) = match before {
        [.., n, "thang", "dau", "nam"] | [.., n, "thang", "nam"] | [.., n, "thang"] => {
            from_january(n)
        }
        [.., n, "thang", "cuoi", "nam"] => months(n).map(|n| (13 - n, 12)),
        [.., q] if quarter(q.strip_prefix('q').unwrap_or_default()).is_some() => {
            quarter(q.get(1..)?).map(|n| (3 * n - 2, 3 * n))
        }
        [.., "quy", n, "nam"] | [.., "quy", n] => quarter(n).map(|n| (3 * n - 2, 3 * n)),
        [.., "thang", n, "nam"] | [.., "thang", n] => months(n).map(|n| (n, n)),
        // `03/2014`: a month; `1/1/2014` is a day.
        [n] if words.len() == 2 && months(n).is_some() => months(n).map(|n| (n, n)),
        // `đầu năm 2022`, `nửa năm 2022`: no more than that is said.
        [.., "dau" | "cuoi" | "giua" | "nua", "nam"] => None,
        [.., last] if last.ends_with('t') => last.strip_suffix('t').and_then(from_january),
        // `tháng 9 (USD), năm 2023` is no whole year.
        [before @ .., "nam"] if before.iter().any(|word| matches!(*word, "thang" | "quy")) => None,
        [.., "nam"] | [] => Some((1, 12)),
        _ => None,
    }?;
    Period::months(year, first, last)
}

/// The year that a folded text names, where it names one only and no part of
/// one: `fdi stock 2022 (usd million)`.
pub(crate) fn only_year(folded: &str) -> Option<u16> {
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric());
    let mut years = words.filter(|word| word.len() == 4).filter_map(|word| {
        let year = word.parse::<u16>().ok()?;
        (1900..2200).contains(&year).then_some(year)
    });
    years.next().filter(|_| years.next().is_none())
}

/// Whether a folded text names a part of a year: a quarter, a month, months.
pub(crate) fn is_part_of_year(folded: &str) -> bool {
    let mut words = folded.split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|word| {
        matches!(word, "quy" | "thang" | "quarter")
            || quarter(word.strip_prefix('q').unwrap_or_default()).is_some()
    })
}

/// The period of `2012q1`.
fn quarter_word(word: &str) -> Option<Period> {
    let (year, n) = word.split_once('q')?;
    let year = (year.len() == 4).then(|| year.parse().ok())??;
    let n = quarter(n)?;
    Period::months(year, 3 * n - 2, 3 * n)
}

/// 1 to 4, in Arabic or Roman numbers.
fn quarter(word: &str) -> Option<u8> {
    let roman = ["i", "ii", "iii", "iv"];
    let arabic = ["1", "2", "3", "4"];
    let at = roman
        .iter()
        .zip(arabic)
        .position(|(roman, arabic)| word == *roman || word.trim_start_matches('0') == arabic)?;
    u8::try_from(at + 1).ok()
}

/// The period a cell states: `2013`, `9 tháng năm 2023`, `2012Q1`.
pub(crate) fn period_of(text: &str) -> Option<Period> {
    let text = text.trim();
    if text.len() > 120 {
        return None;
    }
    text.parse().ok().or_else(|| period_in(&fold(text)))
}

/// The date a cell states: `20/12/2023`, `2023`, `năm 2023`.
pub(crate) fn date_of(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    if text.len() > 120 {
        return None;
    }
    text.parse().ok().or_else(|| {
        let folded = fold(text);
        let year = folded.strip_prefix("nam ").unwrap_or(&folded);
        dates_in(&folded)
            .pop()
            .or_else(|| PartialDate::year(year.parse().ok()?))
    })
}

/// A period that ends in the middle of its last month, as the office counts:
/// on `day`.
pub(crate) fn cut_off(period: Period, day: u32) -> Option<Period> {
    Period::new(period.start(), period.end().with_day(day)?).ok()
}

/// The same period a number of years earlier or later.
pub(crate) fn in_year(period: Period, year: i32) -> Option<Period> {
    let by = year.checked_sub(period.end().year())?;
    let shift = |date: NaiveDate| {
        let year = date.year().checked_add(by)?;
        // 29 February has no fellow in most years.
        date.with_year(year)
            .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
    };
    Period::new(shift(period.start())?, shift(period.end())?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        for (title, time) in [
            ("Tính từ 01/01/2023 đến 20/12/2023", "2023-01-01/2023-12-20"),
            (
                "(Lũy kế các dự án còn hiệu lực đến ngày 20/06/2024)",
                "as of 2024-06-20",
            ),
            ("Luỹ kế đến tháng 20/12/2020:", "as of 2020-12-20"),
            ("Lũy kế đến 20/4/2013", "as of 2013-04-20"),
            (
                "Từ ngày 01 tháng 01 năm 2016 đến ngày 26 tháng 12 năm 2016",
                "2016-01-01/2016-12-26",
            ),
            ("Lũy kế đến 12/2015", "as of 2015-12"),
            ("THU HÚT ĐẦU TƯ NƯỚC NGOÀI NĂM 2023 THEO VÙNG", "-"),
            ("(Accumulated to 20/12/2023)", "as of 2023-12-20"),
            ("As of December 20, 2023", "as of 2023-12-20"),
            (
                "From 1 January 2023 to 20 December 2023",
                "2023-01-01/2023-12-20",
            ),
            ("Up to 20 may 2023", "as of 2023-05-20"),
            ("Exports from 2019 to 2023", "-"),
            ("", "-"),
        ] {
            let found = time_of_title(&fold(title)).map_or("-".to_owned(), |t| t.to_string());
            assert_eq!(found, time, "{title}");
        }
    }

    #[test]
    fn periods() {
        for (header, period) in [
            ("Năm 2022", "2022-01-01/2022-12-31"),
            ("12T/2022", "2022-01-01/2022-12-31"),
            ("06T/2023", "2023-01-01/2023-06-30"),
            ("06 tháng năm 2023", "2023-01-01/2023-06-30"),
            ("6 tháng đầu năm 2024", "2024-01-01/2024-06-30"),
            ("9 tháng 2021", "2021-01-01/2021-09-30"),
            (
                "THU HÚT ĐẦU TƯ NƯỚC NGOÀI 06 THÁNG NĂM 2024",
                "2024-01-01/2024-06-30",
            ),
            ("Vốn đăng ký", "-"),
            ("13T/2022", "-"),
            ("2012Q1", "2012-01-01/2012-03-31"),
            ("2012-Q2", "2012-04-01/2012-06-30"),
            ("Q3/2012", "2012-07-01/2012-09-30"),
            ("Q5/2012", "-"),
            ("quý IV/2012", "2012-10-01/2012-12-31"),
            ("03/2014", "2014-03-01/2014-03-31"),
            ("13/2014", "-"),
            ("1/1/2014", "-"),
            ("9T/2013", "2013-01-01/2013-09-30"),
            ("Quý IV năm 2022", "2022-10-01/2022-12-31"),
            ("QUÝ 02/2022", "2022-04-01/2022-06-30"),
            ("Quý 5/2022", "-"),
            ("Tháng 5/2024", "2024-05-01/2024-05-31"),
            ("THÁNG 12 NĂM 2024", "2024-12-01/2024-12-31"),
            ("3 tháng cuối năm 2024", "2024-10-01/2024-12-31"),
            ("cuối năm 2024", "-"),
            ("Tháng 9 (USD) năm 2023", "-"),
        ] {
            let found = period_in(&fold(header)).map_or("-".to_owned(), |p| p.to_string());
            assert_eq!(found, period, "{header}");
        }
    }

    #[test]
    fn dateline() {
        let dates = dates_in(&fold("Hà Nội, ngày 21 tháng  12 năm 2020"));
        assert_eq!(
            dates.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["2020-12-21"]
        );
    }
}
