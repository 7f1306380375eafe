//! When a figure holds: partial dates, periods, as-of dates.
//!
//! Newspapers print `tháng 11/2023`, `9 tháng năm 2023`, `cuối tháng 11 vừa qua`
//! or no date at all. Each has a type here, and two times are ordered only
//! where what was printed decides the order.

mod as_of;
mod partial_date;
mod period;
mod vietnamese;

pub use as_of::{AsOf, DateBasis};
pub use partial_date::PartialDate;
pub use period::Period;

use std::fmt;

use chrono::NaiveDate;

/// When a claim holds.
///
/// A **stock** (lũy kế, còn hiệu lực) holds [`Time::AsOf`] a date, a **flow**
/// (trong kỳ) accumulates [`Time::During`] a period; the two never add.
///
/// ```
/// use tinh_model::time::{AsOf, Period, Time};
/// let stock = Time::AsOf(AsOf::printed("2022-12-20".parse()?));
/// let flow = Time::During("9 tháng năm 2023".parse()?);
/// assert_eq!(stock.to_string(), "as of 2022-12-20");
/// assert_eq!(flow.to_string(), "2023-01-01/2023-09-30");
/// # Ok::<(), tinh_model::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Time {
    /// A state at a date: stocks, rankings, numbers of partners.
    AsOf(AsOf),
    /// Accumulated over a period: flows.
    During(Period),
    /// Something that happened on a date, however partly it is known.
    On(PartialDate),
    /// A date aimed at (tầm nhìn đến năm 2050).
    Horizon(PartialDate),
    /// Repeated every month (hàng tháng).
    EveryMonth,
    /// Repeated every year (hàng năm).
    EveryYear,
    /// Spoken of as still to come, without a date (thời gian tới).
    Future,
    /// Nothing was said of the time.
    Undated,
}

impl Time {
    /// The first day the time can mean, where it is known.
    #[must_use]
    pub fn first_day(&self) -> Option<NaiveDate> {
        match self {
            Self::AsOf(as_of) => as_of.date().first_day(),
            Self::During(period) => Some(period.start()),
            Self::On(date) | Self::Horizon(date) => date.first_day(),
            Self::EveryMonth | Self::EveryYear | Self::Future | Self::Undated => None,
        }
    }

    /// The last day the time can mean, where it is known. An as-of date that
    /// is only *not before* some day has none.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        match self {
            Self::AsOf(as_of) => as_of.last_day(),
            Self::During(period) => Some(period.end()),
            Self::On(date) | Self::Horizon(date) => date.last_day(),
            Self::EveryMonth | Self::EveryYear | Self::Future | Self::Undated => None,
        }
    }

    /// The as-of date of a stock.
    #[must_use]
    pub fn as_of(&self) -> Option<&AsOf> {
        match self {
            Self::AsOf(as_of) => Some(as_of),
            _ => None,
        }
    }

    /// The period of a flow.
    #[must_use]
    pub fn period(&self) -> Option<&Period> {
        match self {
            Self::During(period) => Some(period),
            _ => None,
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AsOf(as_of) => write!(f, "as of {as_of}"),
            Self::During(period) => write!(f, "{period}"),
            Self::On(date) => write!(f, "{date}"),
            Self::Horizon(date) => write!(f, "by {date}"),
            Self::EveryMonth => f.write_str("every month"),
            Self::EveryYear => f.write_str("every year"),
            Self::Future => f.write_str("to come"),
            Self::Undated => f.write_str("undated"),
        }
    }
}
