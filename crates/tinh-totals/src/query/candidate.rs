//! A figure still in the running.

use std::cmp::Ordering;

use tinh_figures::Currency;
use tinh_gazetteer::Unit;
use tinh_model::Partner;
use tinh_model::claim::Quantity;
use tinh_model::time::{AsOf, PartialDate, Period, Time};

use super::bucket::{Bucket, bucket_of, finest};
use super::{Level, Totals};
use crate::breakdown::breakdown;
use crate::error::{Error, ErrorKind};
use crate::interval::Interval;
use crate::rates::{self, Conversion};

/// A figure still in the running.
#[derive(Clone, Debug)]
pub(crate) struct Candidate<'a> {
    pub(crate) quantity: Quantity<'a>,
    /// Its key, made once: it is compared and quoted often.
    pub(crate) key: String,
    pub(crate) value: Interval,
    pub(crate) currency: Option<Currency>,
    /// 0 for the most preferred producer.
    pub(crate) preference: usize,
    /// When it holds; for a project an event date is the date of its stock.
    pub(crate) time: Time,
    /// The span it lies in, where a key of time is asked for.
    pub(crate) bucket: Option<Bucket>,
    pub(crate) partner: Option<&'a Partner>,
    pub(crate) sector: Option<&'a str>,
    pub(crate) producer: &'a str,
    pub(crate) published: Option<PartialDate>,
    /// Why its value is not in the currency asked for. A figure that is left
    /// out anyway needs no rate; one that counts, or is compared, does.
    pub(crate) unconverted: Option<Error>,
    /// Whether it is a part of a whole that has no number: all that is known
    /// of the whole, and of others as much.
    pub(crate) is_part_of_unknown: bool,
}

impl<'a> Candidate<'a> {
    pub(crate) fn new(
        query: &Totals<'a>,
        quantity: Quantity<'a>,
        conversions: &mut Vec<Conversion>,
    ) -> Self {
        let claim = quantity.claim;
        let source = query.data.source(claim.source());
        let producer = source.map_or(claim.source(), |source| source.producer());
        let preference = query
            .prefer
            .iter()
            .position(|p| p == producer)
            .unwrap_or(query.prefer.len());
        let reading = quantity.figure.and_then(|figure| figure.reading());
        let time = match (query.level, quantity.time) {
            (Level::Projects, Time::On(date)) => Time::AsOf(AsOf::printed(date)),
            (_, time) => time,
        };
        let (partner, sector) = breakdown(&quantity);
        let mut candidate = Self {
            key: quantity.id(),
            value: Interval::of_quantity(&quantity),
            currency: reading.and_then(|reading| reading.currency()),
            preference,
            time,
            bucket: finest(&query.keys).and_then(|key| bucket_of(key, &time)),
            partner,
            sector,
            producer,
            published: source.and_then(|source| source.published),
            unconverted: None,
            is_part_of_unknown: false,
            quantity,
        };
        candidate.unconverted = candidate.convert(query, conversions).err();
        candidate
    }

    /// The error of a missing rate, once the value is needed.
    pub(crate) fn needs_its_rate(&self) -> Result<(), Error> {
        self.unconverted.clone().map_or(Ok(()), Err)
    }

    fn convert(
        &mut self,
        query: &Totals<'a>,
        conversions: &mut Vec<Conversion>,
    ) -> Result<(), Error> {
        let (Some((to, rates)), Some(from)) = (query.rates, self.currency) else {
            return Ok(());
        };
        if from == to {
            return Ok(());
        }
        // With or without a rate it competes with figures of that currency.
        self.currency = Some(to);
        let day = self.time.last_day();
        let rate = day.and_then(|day| rates.rate(from, to, day));
        let Some(rate) = rate.filter(|rate| {
            use tinh_model::rust_decimal::Decimal;
            rate.amount > Decimal::ZERO && rate.per > Decimal::ZERO
        }) else {
            return Err(Error::from(ErrorKind::NoRate {
                from: from.code(),
                to: to.code(),
                on: day.map_or_else(|| self.time.to_string(), |day| day.to_string()),
                figure: self.key.clone(),
            }));
        };
        self.value = rates::convert(self.value, &rate, to)?;
        // As quoted: an inverse rate is one of the target for so much.
        let direct = rate.per == tinh_model::rust_decimal::Decimal::ONE;
        let (first, second, quoted) = if direct {
            (from, to, rate.amount)
        } else {
            (to, from, rate.per)
        };
        conversions.push(Conversion {
            figure: self.key.clone(),
            from: from.code().to_owned(),
            to: to.code().to_owned(),
            rate: format!("1 {first} = {} {second}", quoted.normalize()),
            date: rate.date,
            source: rate.source,
        });
        Ok(())
    }

    /// The values its printed digits can stand for: of an exact figure half of
    /// the last digit to either side, without the ends.
    pub(crate) fn band(&self) -> Interval {
        let reading = self.quantity.figure.and_then(|figure| figure.reading());
        match reading {
            Some(reading) if self.value.is_exact() && reading.value() == self.value.nominal() => {
                Interval::as_rounded(reading).without_ends()
            }
            _ => self.value,
        }
    }

    /// The currency it is printed in, before any conversion.
    pub(crate) fn printed_currency(&self) -> Option<Currency> {
        let reading = self.quantity.figure.and_then(|figure| figure.reading());
        reading.and_then(|reading| reading.currency())
    }

    /// Its value as printed, before any conversion.
    pub(crate) fn printed_value(&self) -> Interval {
        Interval::of_quantity(&self.quantity)
    }

    /// Its time as a period, where its days are known.
    pub(crate) fn time_as_period(&self) -> Option<Time> {
        let (first, last) = self.days();
        Period::new(first?, last?).ok().map(Time::During)
    }

    /// Whether it is one event, not the number of them in a period.
    pub(crate) fn is_event(&self) -> bool {
        self.quantity.is_event()
    }

    pub(crate) fn id(&self) -> &'a str {
        self.quantity.claim.id()
    }

    pub(crate) fn unit(&self) -> Option<Unit> {
        self.quantity.claim.place().unit()
    }

    /// The first day of the stock, and the last it can mean.
    pub(crate) fn days(&self) -> (Option<chrono::NaiveDate>, Option<chrono::NaiveDate>) {
        (self.time.first_day(), self.time.last_day())
    }
}

/// Candidates are kept in one fixed order, so that the order of the dataset
/// makes no difference.
pub(crate) fn fixed_order(a: &Candidate<'_>, b: &Candidate<'_>) -> Ordering {
    (a.preference, a.id(), a.quantity.field, &a.key).cmp(&(
        b.preference,
        b.id(),
        b.quantity.field,
        &b.key,
    ))
}
