//! A date of which only some parts are known.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::vietnamese;
use crate::error::{Error, ErrorKind};

/// A calendar date of which the year, the month or the day may be missing.
///
/// Read from ISO 8601 (`2023`, `2023-11`, `2023-11-25`, and for a missing year
/// `--11`, `--03-23`) and from the forms Vietnamese texts print (`20/12/2022`,
/// `tháng 11/2023`, `năm 2022`, `ngày 10 tháng 8 năm 2022`, `23/3`). Years run
/// from 1 to 9999. Written as ISO 8601.
///
/// ```
/// use tinh_model::time::PartialDate;
/// let printed: PartialDate = "tháng 11/2023".parse()?;
/// assert_eq!(printed.to_string(), "2023-11");
/// assert_eq!(printed.last_day().map(|d| d.to_string()), Some("2023-11-30".into()));
///
/// // The order is known only where the days cannot overlap.
/// let day: PartialDate = "25/11/2023".parse()?;
/// assert_eq!(printed.partial_cmp(&day), None);
/// assert!(printed < "2023-12".parse()?);
/// # Ok::<(), tinh_model::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    pub(super) year: Option<u16>,
    pub(super) month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// A whole year. `None` outside 1 to 9999.
    #[must_use]
    pub fn year(year: u16) -> Option<Self> {
        Self::new(Some(year), None, None)
    }

    /// A month of a year. `None` where there is no such month.
    #[must_use]
    pub fn month(year: u16, month: u8) -> Option<Self> {
        Self::new(Some(year), Some(month), None)
    }

    /// A full date. `None` for years outside 1 to 9999.
    #[must_use]
    pub fn day(date: NaiveDate) -> Option<Self> {
        Self::new(
            u16::try_from(date.year()).ok(),
            u8::try_from(date.month()).ok(),
            u8::try_from(date.day()).ok(),
        )
    }

    /// Any combination of parts that makes a date: a day needs a month, a
    /// month or day that does not exist is refused, and 29 February stands
    /// without a year.
    #[must_use]
    pub fn new(year: Option<u16>, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        if year.is_none() && month.is_none() || day.is_some() && month.is_none() {
            return None;
        }
        if year.is_some_and(|y| !(1..=9999).contains(&y)) {
            return None;
        }
        // A leap year stands in where the year is unknown.
        NaiveDate::from_ymd_opt(
            i32::from(year.unwrap_or(2000)),
            u32::from(month.unwrap_or(1)),
            u32::from(day.unwrap_or(1)),
        )?;
        Some(Self { year, month, day })
    }

    /// The same month and day in a year; `None` for 29 February of a year
    /// without one. A year that is known already stays.
    ///
    /// ```
    /// use tinh_model::time::PartialDate;
    /// let day: PartialDate = "ngày 23/3".parse()?;
    /// assert_eq!(day.in_year(2023), Some("2023-03-23".parse()?));
    /// # Ok::<(), tinh_model::Error>(())
    /// ```
    #[must_use]
    pub fn in_year(self, year: u16) -> Option<Self> {
        Self::new(Some(self.year.unwrap_or(year)), self.month, self.day)
    }

    /// The year, where it is known.
    #[must_use]
    pub fn known_year(&self) -> Option<u16> {
        self.year
    }

    /// The full date, where every part is known.
    #[must_use]
    pub fn full(&self) -> Option<NaiveDate> {
        self.day?;
        self.first_day()
    }

    /// The first day it can mean; `None` without a year.
    #[must_use]
    pub fn first_day(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(
            i32::from(self.year?),
            u32::from(self.month.unwrap_or(1)),
            u32::from(self.day.unwrap_or(1)),
        )
    }

    /// The last day it can mean; `None` without a year.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        let year = i32::from(self.year?);
        match (self.month, self.day) {
            (Some(month), Some(day)) => {
                NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))
            }
            (Some(month), None) => last_of_month(year, u32::from(month)),
            _ => NaiveDate::from_ymd_opt(year, 12, 31),
        }
    }
}

/// The last day of a month.
pub(super) fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    (28..=31)
        .rev()
        .find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        if self == other {
            return Some(Ordering::Equal);
        }
        if self.last_day()? < other.first_day()? {
            Some(Ordering::Less)
        } else if self.first_day()? > other.last_day()? {
            Some(Ordering::Greater)
        } else {
            None
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("-")?,
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        iso(text.trim())
            .or_else(|| vietnamese::partial_date(text))
            .ok_or_else(|| Error::new(ErrorKind::Date, text))
    }
}

fn iso(text: &str) -> Option<PartialDate> {
    if let Some(rest) = text.strip_prefix("--") {
        let mut parts = rest.split('-');
        let month = number(parts.next()?, 2)?;
        let day = parts.next().map(|d| number(d, 2));
        if parts.next().is_some() {
            return None;
        }
        let day = match day {
            Some(day) => Some(u8::try_from(day?).ok()?),
            None => None,
        };
        return PartialDate::new(None, Some(u8::try_from(month).ok()?), day);
    }
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map(|m| number(m, 2));
    let day = parts.next().map(|d| number(d, 2));
    if parts.next().is_some() {
        return None;
    }
    let narrow = |part: Option<Option<u16>>| match part {
        None => Some(None),
        Some(value) => u8::try_from(value?).ok().map(Some),
    };
    PartialDate::new(Some(year), narrow(month)?, narrow(day)?)
}

/// Exactly `width` ASCII digits.
fn number(text: &str, width: usize) -> Option<u16> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

crate::serde_text::string_serde!(PartialDate, crate::words::A_DATE);
