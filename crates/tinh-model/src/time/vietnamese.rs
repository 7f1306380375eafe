//! The Vietnamese forms of dates and periods.
//!
//! ```text
//! date    = [hint] ["ngày"] D ("/" | "-" | ".") M ["/" Y]
//!         | "ngày" D "tháng" M ["năm" Y]
//!         | [hint] "tháng" M [("/" | "năm") Y]  |  M "/" Y
//!         | "năm" Y
//! hint    = "đầu" | "giữa" | "cuối"                 (read, not kept)
//! period  = date without hint                        a year, a month, a day
//!         | "quý" ("1".."4" | "I".."IV") ("/" | "-" | "năm" | "") Y
//!         | N "tháng" ["đầu"] ["năm"] Y              the first N months
//!         | N "tháng cuối năm" Y                     the last N months
//!         | ("nửa đầu" | "nửa cuối") "năm" Y         a half year
//!         | "tháng" M dash M ("/" | "năm") Y         months of one year
//!         | "cả năm" Y
//!         | ["giai đoạn" | "thời kỳ" | "nhiệm kỳ"] Y dash Y   whole years
//!         | "từ" start "đến" end                     a start without a year
//!                                                    is in the year of the end
//! start   = ["đầu"] date | "đầu năm" [Y]
//! end     = ["hết" | "cuối"] date
//! ```
//! Letter case, composed or decomposed letters and repeated spaces make no
//! difference. A year has four digits: `23/3` is a day and a month. The end of
//! a year is some day of that year, and no period: where it begins is not said.

use unicode_normalization::UnicodeNormalization;

use super::{PartialDate, Period};

/// Lower case, composed letters, one space between words, dashes as `-`.
/// Dates are short: anything long is refused before it costs anything.
fn fold(text: &str) -> Option<String> {
    if text.len() > 120 {
        return None;
    }
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.nfc().flat_map(char::to_lowercase).map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            other => other,
        }));
    }
    Some(folded)
}

pub(super) fn partial_date(text: &str) -> Option<PartialDate> {
    date(&fold(text)?)
}

fn date(text: &str) -> Option<PartialDate> {
    let hints = ["đầu ", "giữa ", "cuối "];
    let hinted = hints.iter().find_map(|hint| text.strip_prefix(hint));
    plain_date(hinted.unwrap_or(text))
}

/// A date without a hint.
fn plain_date(text: &str) -> Option<PartialDate> {
    if let Some(rest) = text.strip_prefix("năm ") {
        return PartialDate::new(Some(year(rest)?), None, None);
    }
    if let Some(rest) = text.strip_prefix("tháng ") {
        return month_and_year(rest);
    }
    if let Some(rest) = text.strip_prefix("ngày ") {
        return match rest.split_once(" tháng ") {
            Some((day, rest)) => with_day(month_and_year(rest)?, small(day)?),
            None => numeric(rest),
        };
    }
    numeric(text)
}

/// `11/2023`, `11 năm 2023`, `11`.
fn month_and_year(text: &str) -> Option<PartialDate> {
    let parts = text
        .split_once(" năm ")
        .or_else(|| text.split_once('/'))
        .or_else(|| text.split_once('-'));
    match parts {
        Some((month, y)) => PartialDate::new(Some(year(y)?), Some(small(month)?), None),
        None => PartialDate::new(None, Some(small(text)?), None),
    }
}

fn with_day(date: PartialDate, day: u8) -> Option<PartialDate> {
    PartialDate::new(date.year, date.month, Some(day))
}

/// `20/12/2022`, `23/3`, `11/2023`.
fn numeric(text: &str) -> Option<PartialDate> {
    let separator = ['/', '-', '.'].into_iter().find(|&s| text.contains(s))?;
    let mut parts = text.split(separator);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    match third {
        Some(y) => PartialDate::new(Some(year(y)?), Some(small(second)?), Some(small(first)?)),
        None => match year(second) {
            Some(y) => PartialDate::new(Some(y), Some(small(first)?), None),
            None => PartialDate::new(None, Some(small(second)?), Some(small(first)?)),
        },
    }
}

pub(super) fn period(text: &str) -> Option<Period> {
    let text = fold(text)?;
    if let Some(rest) = text.strip_prefix("từ ") {
        let (start, end) = rest.split_once(" đến ")?;
        let last = ["hết ", "cuối "].iter().find_map(|w| end.strip_prefix(w));
        let end = plain_date(last.unwrap_or(end))?;
        let start = match start.strip_prefix("đầu năm") {
            Some("") => PartialDate::year(end.year?)?,
            Some(y) => PartialDate::year(year(y)?)?,
            None => plain_date(start.strip_prefix("đầu ").unwrap_or(start))?,
        };
        let start = match start.year {
            Some(_) => start,
            None => start.in_year(end.year?)?,
        };
        return Period::new(start.first_day()?, end.last_day()?).ok();
    }
    if let Some(rest) = text.strip_prefix("quý ") {
        let (quarter, y) = rest
            .split_once(['/', '-'])
            .or_else(|| rest.split_once(" năm "))
            .or_else(|| rest.split_once(' '))?;
        let quarter = match quarter.trim() {
            "i" | "1" => 1,
            "ii" | "2" => 2,
            "iii" | "3" => 3,
            "iv" | "4" => 4,
            _ => return None,
        };
        return Period::quarter(year(y)?, quarter);
    }
    if let Some((months, rest)) = text.split_once(" tháng ")
        && let Some(months) = small(months)
    {
        if let Some(y) = rest.strip_prefix("cuối năm ") {
            let first = 13_u8.checked_sub(months).filter(|_| months > 0)?;
            return Period::months(year(y)?, first, 12);
        }
        let rest = rest.strip_prefix("đầu ").unwrap_or(rest);
        let rest = rest.strip_prefix("năm ").unwrap_or(rest);
        return Period::months(year(rest)?, 1, months);
    }
    if let Some(y) = text.strip_prefix("nửa đầu năm ") {
        return Period::months(year(y)?, 1, 6);
    }
    if let Some(y) = text.strip_prefix("nửa cuối năm ") {
        return Period::months(year(y)?, 7, 12);
    }
    if let Some(rest) = text.strip_prefix("tháng ")
        && let Some((first, rest)) = rest.split_once('-')
        && let Some((last, y)) = rest.split_once('/').or_else(|| rest.split_once(" năm "))
    {
        return Period::months(year(y)?, small(first)?, small(last)?);
    }
    let text = text.strip_prefix("cả ").unwrap_or(&text);
    let years = ["giai đoạn ", "thời kỳ ", "nhiệm kỳ "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    if let Some((first, last)) = years.split_once('-')
        && let (Some(first), Some(last)) = (year(first), year(last))
    {
        let start = PartialDate::year(first)?.first_day()?;
        return Period::new(start, PartialDate::year(last)?.last_day()?).ok();
    }
    Period::of(plain_date(text)?)
}

/// `2023`, `3`: of `2023-Q3`.
pub(super) fn quarter(y: &str, quarter: &str) -> Option<Period> {
    Period::quarter(year(y)?, small(quarter)?)
}

/// Four digits: a two-digit year is never guessed at.
fn year(text: &str) -> Option<u16> {
    let text = text.trim();
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// A day or a month: one or two digits.
fn small(text: &str) -> Option<u8> {
    let text = text.trim();
    ((1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}
