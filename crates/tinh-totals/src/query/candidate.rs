//! A figure still in the running.

use std::cmp::Ordering;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use tinh_figures::Currency;
use tinh_gazetteer::Unit;
use tinh_model::claim::Quantity;
use tinh_model::time::{DateBasis, Period, Time};
use tinh_model::{Measure, MeasureUnit, Partner};

use super::Totals;
use super::asked::Asked;
use super::bucket::{Bucket, bucket_of};
use crate::error::{Error, ErrorKind};
use crate::interval::Interval;
use crate::left::At;
use crate::moment::Moment;
use crate::rates::{self, Conversion};

/// A figure still in the running. It is small and is copied: what is quoted of
/// it is read when it is quoted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate<'a> {
    pub(crate) at: At<'a>,
    /// The number of its measure among those asked for.
    pub(crate) table: usize,
    pub(crate) value: Interval,
    pub(crate) currency: Option<Currency>,
    /// 0 for the most preferred producer.
    pub(crate) preference: usize,
    /// When it holds; for a project an event date is the date of its stock.
    pub(crate) time: Time,
    /// The span it lies in, where a key of time is asked for.
    pub(crate) bucket: Option<Bucket>,
    /// Whether there is no rate for the currency asked for. A figure that is
    /// left out anyway needs no rate; one that counts, or is compared, does.
    pub(crate) lacks_rate: bool,
    /// Whether it is a part of a whole that has no number: all that is known
    /// of the whole, and of others as much.
    pub(crate) is_part_of_unknown: bool,
}

impl<'a> Candidate<'a> {
    pub(crate) fn new(asked: &Asked<'_, 'a>, table: usize, at: At<'a>) -> Self {
        let time = at.time(asked.query.level);
        let mut candidate = Self {
            at,
            table,
            value: at.value(),
            currency: at.entry.currency,
            preference: asked.preference(at.entry),
            time,
            bucket: asked.span.and_then(|key| bucket_of(key, &time)),
            lacks_rate: false,
            is_part_of_unknown: false,
        };
        if let (Some((to, _)), Some(_)) = (asked.query.rates, candidate.currency) {
            match candidate.converted(asked.query) {
                Ok(Some((value, _))) => candidate.value = value,
                Ok(None) => {}
                Err(_) => candidate.lacks_rate = true,
            }
            // With or without a rate it competes with figures of that currency.
            candidate.currency = Some(to);
        }
        candidate
    }

    /// The error of a missing rate, once the value is needed.
    pub(crate) fn needs_its_rate(&self, query: &Totals<'a>) -> Result<(), Error> {
        match self.lacks_rate {
            true => self.converted(query).map(drop),
            false => Ok(()),
        }
    }

    /// Its value in the currency asked for, with how it was converted; `None`
    /// where there is nothing to convert.
    pub(crate) fn converted(
        &self,
        query: &Totals<'a>,
    ) -> Result<Option<(Interval, Conversion)>, Error> {
        let (Some((to, rates)), Some(from)) = (query.rates, self.at.entry.currency) else {
            return Ok(None);
        };
        if from == to {
            return Ok(None);
        }
        let day = self.time.last_day();
        let rate = day.and_then(|day| rates.rate(from, to, day));
        let Some(rate) =
            rate.filter(|rate| rate.amount > Decimal::ZERO && rate.per > Decimal::ZERO)
        else {
            return Err(Error::from(ErrorKind::NoRate {
                from: from.code(),
                to: to.code(),
                on: day.map_or_else(|| self.time.to_string(), |day| day.to_string()),
                figure: self.key(),
            }));
        };
        let value = rates::convert(self.at.value(), &rate, to)?;
        // As quoted: an inverse rate is one of the target for so much.
        let direct = rate.per == Decimal::ONE;
        let (first, second, quoted) = if direct {
            (from, to, rate.amount)
        } else {
            (to, from, rate.per)
        };
        let conversion = Conversion {
            figure: self.key(),
            from: from.code().to_owned(),
            to: to.code().to_owned(),
            rate: format!("1 {first} = {} {second}", quoted.normalize()),
            date: rate.date,
            source: rate.source,
        };
        Ok(Some((value, conversion)))
    }

    /// The figure with its claim.
    pub(crate) fn quantity(&self) -> Option<Quantity<'a>> {
        self.at.quantity()
    }

    pub(crate) fn key(&self) -> String {
        self.at.key()
    }

    pub(crate) fn measure(&self) -> &'a Measure {
        self.at.measure()
    }

    /// The one partner it is of.
    pub(crate) fn partner(&self) -> Option<&'a Partner> {
        if self.at.entry.partner == 0 {
            return None;
        }
        let partners = self.at.claim()?.statement().partners();
        partners.first().copied()
    }

    /// The values its printed digits can stand for.
    pub(crate) fn band(&self) -> Interval {
        band(self.quantity().as_ref(), self.value)
    }

    /// Its time as a period, where its days are known.
    pub(crate) fn time_as_period(&self) -> Option<Time> {
        let (first, last) = self.days();
        Period::new(first?, last?).ok().map(Time::During)
    }

    /// Whether it is one event, not the number of them in a period.
    pub(crate) fn is_event(&self) -> bool {
        self.at.entry.is_event
    }

    pub(crate) fn id(&self) -> &'a str {
        self.at.claim().map_or("", tinh_model::Claim::id)
    }

    pub(crate) fn unit(&self) -> Option<Unit> {
        self.at.entry.unit
    }

    /// The first day of the stock, and the last it can mean.
    pub(crate) fn days(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        (self.time.first_day(), self.time.last_day())
    }
}

/// The values the printed digits of a figure can stand for: of an exact one half
/// of the last digit to either side, without the ends. A number converted stays
/// what it is, and so does one of things counted to the last.
pub(super) fn band(quantity: Option<&Quantity<'_>>, value: Interval) -> Interval {
    let figure = quantity.and_then(|quantity| quantity.figure);
    let reading = figure.and_then(|figure| figure.reading());
    let is_count = quantity.is_some_and(|q| q.measure.unit() == MeasureUnit::Count);
    let counts_each =
        is_count && reading.is_some_and(|r| r.written().scale().factor() == Decimal::ONE);
    match reading {
        Some(reading) if value.is_exact() && reading.value() == value.nominal() && !counts_each => {
            Interval::as_rounded(reading).without_ends()
        }
        _ => value,
    }
}

/// Whether two figures hold at one time, however it is known.
pub(super) fn is_at_one_time(a: &Candidate<'_>, b: &Candidate<'_>) -> bool {
    a.time == b.time || Moment::of(&a.time).printed() == Moment::of(&b.time).printed()
}

/// Candidates in the fixed order. Their numbers are sorted, which are smaller.
pub(super) fn in_fixed_order(candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    // One number is compared at once.
    let place = |(at, c): (usize, &Candidate<'_>)| {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let parts = [number(c.preference), number(c.table), c.at.entry.rank];
        let parts = parts.into_iter().map(u128::from);
        (parts.fold(0, |all, part| (all << 32) | part), at)
    };
    let mut order: Vec<_> = candidates.iter().enumerate().map(place).collect();
    order.sort_unstable();
    let sorted = order.into_iter();
    let sorted = sorted.filter_map(|(_, at)| candidates.get(at).copied());
    sorted.collect()
}

/// Candidates are kept in one fixed order, so that the order of the dataset
/// makes no difference.
pub(crate) fn fixed_order(a: &Candidate<'_>, b: &Candidate<'_>) -> Ordering {
    let order = |c: &Candidate<'_>| (c.preference, c.table, c.at.entry.rank);
    order(a).cmp(&order(b))
}

/// A time in an order in which equal ones are those that read alike: a date
/// printed and one taken from the publication are one date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TimeOrder {
    Days(u8, NaiveDate, NaiveDate),
    Text(String),
}

impl TimeOrder {
    pub(crate) fn of(time: &Time) -> Self {
        let (kind, date) = match time {
            Time::During(period) => return Self::Days(0, period.start(), period.end()),
            Time::AsOf(as_of) => match as_of.basis() {
                DateBasis::NotBefore => (1, as_of.date()),
                DateBasis::Inferred => (2, as_of.date()),
                _ => (3, as_of.date()),
            },
            Time::On(date) => (4, *date),
            _ => return Self::Text(time.to_string()),
        };
        match (date.first_day(), date.last_day()) {
            (Some(first), Some(last)) => Self::Days(kind, first, last),
            _ => Self::Text(time.to_string()),
        }
    }
}
