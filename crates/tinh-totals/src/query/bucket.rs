//! Spans of time: years, quarters, months.

use chrono::{Datelike, NaiveDate};
use tinh_model::time::{Period, Time};

use crate::key::{Group, Key};

/// The span a time lies in: its number, and where it is a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Bucket {
    year: i32,
    /// The quarter or month, 0 for a year.
    part: u32,
}

/// The first of the time keys decides: a quarter is finer than a year, so the
/// finest of those asked for.
pub(crate) fn finest(keys: &[Key]) -> Option<Key> {
    [Key::Month, Key::Quarter, Key::Year]
        .into_iter()
        .find(|key| keys.contains(key))
}

/// The span of a key a time lies in; `None` where it is in none, in more than
/// one, or where that is not known.
pub(crate) fn bucket_of(key: Key, time: &Time) -> Option<Bucket> {
    let (first, last) = match time {
        Time::AsOf(as_of) => (as_of.date().first_day()?, as_of.last_day()?),
        _ => (time.first_day()?, time.last_day()?),
    };
    let at = |day: NaiveDate| Bucket {
        year: day.year(),
        part: match key {
            Key::Quarter => day.month0() / 3 + 1,
            Key::Month => day.month(),
            _ => 0,
        },
    };
    (at(first) == at(last)).then(|| at(first))
}

/// The group of a key a time belongs to.
pub(crate) fn group_of(key: Key, time: &Time) -> Group {
    let bucket = bucket_of(key, time);
    match key {
        Key::Quarter => Group::Quarter(bucket.map(|b| (b.year, b.part))),
        Key::Month => Group::Month(bucket.map(|b| (b.year, b.part))),
        _ => Group::Year(bucket.map(|b| b.year)),
    }
}

/// The days of a group of time.
pub(crate) fn days_of(group: &Group) -> Option<Period> {
    match group {
        Group::Year(Some(year)) => Period::months(u16::try_from(*year).ok()?, 1, 12),
        Group::Quarter(Some((year, quarter))) => {
            Period::quarter(u16::try_from(*year).ok()?, u8::try_from(*quarter).ok()?)
        }
        Group::Month(Some((year, month))) => {
            let month = u8::try_from(*month).ok()?;
            Period::months(u16::try_from(*year).ok()?, month, month)
        }
        _ => None,
    }
}
