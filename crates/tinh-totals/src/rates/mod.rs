//! Dated rates of exchange, and the conversions made with them.

mod file;

use std::collections::BTreeMap;
use std::collections::HashMap;
use std::fmt;
use std::ops::Bound;

use chrono::{Days, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;
use tinh_figures::Currency;

use crate::error::{Error, ErrorKind};
use crate::interval::Interval;
use tinh_figures::Language;

/// A rate of exchange with the day and the source it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How much of the target one unit of `per` is worth.
    pub amount: Decimal,
    /// What `amount` is paid for: 1 for a rate quoted directly; for an
    /// inverse rate `amount` is 1 and this is the quoted number.
    pub per: Decimal,
    /// The day the rate is of.
    pub date: NaiveDate,
    /// Who quotes it.
    pub source: String,
}

/// Where rates of exchange come from.
///
/// A stock is converted at the rate of its as-of date, a flow at that of the
/// last day of its period: whoever wants the mean of a period implements this
/// trait accordingly.
pub trait Rates {
    /// The rate from one currency to another on a day; `None` where it is not
    /// known, which makes the question an error that names the day.
    fn rate(&self, from: Currency, to: Currency, on: NaiveDate) -> Option<Rate>;
}

/// Quotations by day, in one direction.
type Quotations = BTreeMap<NaiveDate, (Decimal, String)>;

/// A table of dated rates.
///
/// One `from` is worth `rate` of `to`. The inverse is used where only it is
/// quoted. [`read_csv`](Self::read_csv) says what a file looks like.
///
/// ```
/// use tinh_totals::{RateTable, Rates};
/// use tinh_totals::tinh_figures::Currency;
///
/// let table = RateTable::read_csv("\
/// date,from,to,rate,source
/// 2022-12-20,USD,VND,23646,State Bank of Vietnam
/// ".as_bytes())?;
/// let day = "2022-12-20".parse()?;
/// let rate = table.rate(Currency::USD, Currency::VND, day).ok_or("no rate")?;
/// assert_eq!(rate.amount, "23646".parse()?);
/// // No rate of a day, unless older ones may be carried forward.
/// let later = "2022-12-24".parse()?;
/// assert_eq!(table.rate(Currency::USD, Currency::VND, later), None);
/// let table = table.carried(7);
/// let rate = table.rate(Currency::USD, Currency::VND, later).ok_or("no rate")?;
/// assert_eq!(rate.date, day);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct RateTable {
    quotations: HashMap<(Currency, Currency), Quotations>,
    carry: u64,
}

impl RateTable {
    /// An empty table.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a rate: one `from` is worth `rate` of `to`.
    ///
    /// # Errors
    /// [`ErrorKind::Rate`] where the rate is not above zero or the currencies
    /// are one, [`ErrorKind::RateTwice`] where another was given for the same
    /// day.
    pub fn add(
        &mut self,
        date: NaiveDate,
        from: Currency,
        to: Currency,
        rate: Decimal,
        source: &str,
    ) -> Result<(), Error> {
        let refused = |kind| Error::of_text(kind, &rate.to_string());
        if rate <= Decimal::ZERO || from == to {
            return Err(refused(ErrorKind::Rate));
        }
        let quotations = self.quotations.entry((from, to)).or_default();
        match quotations.get(&date) {
            Some((known, _)) if *known != rate => {
                let known = known.normalize().to_string();
                Err(refused(ErrorKind::RateTwice { known }))
            }
            _ => {
                quotations.insert(date, (rate, source.to_owned()));
                Ok(())
            }
        }
    }

    /// Days without a rate take that of at most so many days before: banks
    /// quote none on holidays. Without this only the day itself will do.
    #[must_use]
    pub fn carried(mut self, days: u64) -> Self {
        self.carry = days;
        self
    }
}

impl Rates for RateTable {
    fn rate(&self, from: Currency, to: Currency, on: NaiveDate) -> Option<Rate> {
        let earliest = on
            .checked_sub_days(Days::new(self.carry))
            .unwrap_or(NaiveDate::MIN);
        let newest = |pair: &(Currency, Currency)| {
            self.quotations
                .get(pair)?
                .range((Bound::Included(earliest), Bound::Included(on)))
                .next_back()
        };
        if let Some((date, (rate, source))) = newest(&(from, to)) {
            return Some(Rate {
                amount: *rate,
                per: Decimal::ONE,
                date: *date,
                source: source.clone(),
            });
        }
        let (date, (rate, source)) = newest(&(to, from))?;
        Some(Rate {
            amount: Decimal::ONE,
            per: *rate,
            date: *date,
            source: source.clone(),
        })
    }
}

/// A conversion that was made for an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Conversion {
    /// The figure converted.
    pub figure: String,
    /// From which currency.
    pub from: String,
    /// To which.
    pub to: String,
    /// The rate, as quoted: one of the first for so much of the second.
    pub rate: String,
    /// The day of the rate, which may lie before that of the figure.
    pub date: NaiveDate,
    /// Who quotes it.
    pub source: String,
}

impl Conversion {
    /// In a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let Self {
            figure,
            from,
            to,
            rate,
            date,
            source,
        } = self;
        let mut text = match language {
            Language::Vietnamese => {
                format!("{figure}: {from} sang {to} theo tỷ giá {rate} ngày {date}")
            }
            _ => format!("{figure}: {from} to {to} at {rate} of {date}"),
        };
        if !source.is_empty() {
            text.push_str(", ");
            text.push_str(source);
        }
        text
    }
}

/// In English.
impl fmt::Display for Conversion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::English))
    }
}

/// An interval in another currency, rounded to its smallest unit: the nominal
/// value half away from zero as accounts do, the bounds of what is not exact
/// outwards.
pub(crate) fn convert(value: Interval, rate: &Rate, to: Currency) -> Result<Interval, Error> {
    let digits = u32::from(to.minor_digits().unwrap_or(2));
    value.scaled(rate.amount, rate.per, |value, direction| {
        let strategy = match direction {
            std::cmp::Ordering::Equal => RoundingStrategy::MidpointAwayFromZero,
            std::cmp::Ordering::Less => RoundingStrategy::ToNegativeInfinity,
            std::cmp::Ordering::Greater => RoundingStrategy::ToPositiveInfinity,
        };
        value.round_dp_with_strategy(digits, strategy)
    })
}
