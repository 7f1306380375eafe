//! A span of whole days over which a flow accumulates.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::partial_date::{PartialDate, last_of_month};
use super::vietnamese;
use crate::error::{Error, ErrorKind};

/// A period of whole days, both ends included.
///
/// Read from ISO 8601 (`2022`, `2023-11`, `2023-01/2023-09`, `2021/2025`,
/// `2023-01-01/2023-12-20`, `2023-01-01/P9M`), from quarters (`2023-Q3`) and from the forms
/// Vietnamese reports print: `năm 2022`, `quý III/2023`, `9 tháng năm 2023`,
/// `6 tháng đầu năm 2024`, `giai đoạn 2021-2025`, `từ 01/01/2023 đến
/// 20/12/2023`. Written as the two days, which is exact: the year of the
/// Foreign Investment Agency ends on 20 December.
///
/// ```
/// use tinh_model::time::Period;
/// let nine_months: Period = "9 tháng năm 2023".parse()?;
/// assert_eq!(nine_months.to_string(), "2023-01-01/2023-09-30");
/// let year: Period = "2023".parse()?;
/// assert!(year.contains(&nine_months) && year.overlaps(&nine_months));
/// # Ok::<(), tinh_model::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    start: NaiveDate,
    end: NaiveDate,
}

impl Period {
    /// From the first to the last day, both included.
    ///
    /// # Errors
    /// [`ErrorKind::PeriodEndsBeforeStart`] where the end is before the start,
    /// [`ErrorKind::Period`] where a year is outside 1 to 9999.
    pub fn new(start: NaiveDate, end: NaiveDate) -> Result<Self, Error> {
        let error = |kind| Err(Error::new(kind, &format!("{start}/{end}")));
        let in_range = |d: NaiveDate| (1..=9999).contains(&d.year());
        if !in_range(start) || !in_range(end) {
            return error(ErrorKind::Period);
        }
        if end < start {
            return error(ErrorKind::PeriodEndsBeforeStart);
        }
        Ok(Self { start, end })
    }

    /// All the days a partial date can mean; `None` without a year.
    #[must_use]
    pub fn of(date: PartialDate) -> Option<Self> {
        Some(Self {
            start: date.first_day()?,
            end: date.last_day()?,
        })
    }

    /// Whole months of one year: `months(2023, 1, 9)` is nine months of 2023.
    /// `None` where there are no such months.
    #[must_use]
    pub fn months(year: u16, first: u8, last: u8) -> Option<Self> {
        let start = PartialDate::month(year, first)?.first_day()?;
        let end = last_of_month(i32::from(year), u32::from(last))?;
        (start <= end).then_some(Self { start, end })
    }

    /// A quarter, 1 to 4. `None` for any other number.
    #[must_use]
    pub fn quarter(year: u16, quarter: u8) -> Option<Self> {
        let last = quarter
            .checked_mul(3)
            .filter(|_| (1..=4).contains(&quarter))?;
        Self::months(year, last - 2, last)
    }

    /// From a day on, so long as an ISO 8601 duration of one unit says after
    /// its `P`: `9M`, `1Y`, `90D`.
    fn lasting(start: NaiveDate, length: &str) -> Option<Self> {
        let unit = length.chars().next_back()?;
        let number = length.strip_suffix(unit)?;
        if !(1..=5).contains(&number.len()) || !number.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let number: u32 = number.parse().ok()?;
        let after = match unit {
            'Y' => start.checked_add_months(Months::new(number.checked_mul(12)?)),
            'M' => start.checked_add_months(Months::new(number)),
            'D' => start.checked_add_days(Days::new(number.into())),
            _ => None,
        };
        Self::new(start, after?.pred_opt()?).ok()
    }

    /// The first day.
    #[must_use]
    pub fn start(&self) -> NaiveDate {
        self.start
    }

    /// The last day, included.
    #[must_use]
    pub fn end(&self) -> NaiveDate {
        self.end
    }

    /// Whether the two periods share a day; flows over such periods do not add.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// Whether every day of `other` is in this period.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The calendar year it is in, where it is in one only.
    #[must_use]
    pub fn calendar_year(&self) -> Option<i32> {
        (self.start.year() == self.end.year()).then(|| self.start.year())
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.start, self.end)
    }
}

impl FromStr for Period {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if let Some((start, length)) = text.trim().split_once("/P") {
            return iso_date(start)
                .ok()
                .and_then(|start| Self::lasting(start.first_day()?, length))
                .ok_or_else(|| Error::new(ErrorKind::Period, text));
        }
        if let Some((start, end)) = text.split_once('/')
            && let (Ok(start), Ok(end)) = (iso_date(start), iso_date(end))
        {
            let error = || Error::new(ErrorKind::Period, text);
            let start = start.first_day().ok_or_else(error)?;
            let end = end.last_day().ok_or_else(error)?;
            if end < start {
                return Err(Error::new(ErrorKind::PeriodEndsBeforeStart, text));
            }
            return Ok(Self { start, end });
        }
        if let Some((year, quarter)) = text.trim().split_once("-Q")
            && let Some(period) = vietnamese::quarter(year, quarter)
        {
            return Ok(period);
        }
        vietnamese::period(text)
            .or_else(|| Self::of(iso_date(text).ok()?))
            .ok_or_else(|| Error::new(ErrorKind::Period, text))
    }
}

/// A partial date in its ISO form only: in `01/2023` the slash is no interval.
fn iso_date(text: &str) -> Result<PartialDate, Error> {
    let text = text.trim();
    if text.len() < 4 || !text.bytes().take(4).all(|b| b.is_ascii_digit()) {
        return Err(Error::new(ErrorKind::Date, text));
    }
    text.parse()
}

crate::serde_text::string_serde!(Period, crate::words::A_PERIOD);
