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
///
/// ```
/// use tinh_totals::Rate;
///
/// let day = "2022-12-20".parse()?;
/// // One dollar is worth 23 646 đồng …
/// let dollar = Rate::new(23_646.into(), day).from_source("State Bank of Vietnam");
/// assert_eq!((dollar.amount, dollar.per), (23_646.into(), 1.into()));
/// // … and a đồng is worth what one dollar is divided by.
/// let dong = dollar.inverse();
/// assert_eq!((dong.amount, dong.per), (1.into(), 23_646.into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rate {
    /// The amount of the target currency that `per` units of the first are worth.
    pub amount: Decimal,
    /// The number of units of the first currency that `amount` is paid for: 1 for
    /// a rate quoted directly; for an inverse rate `amount` is 1 and this is the
    /// quoted number.
    pub per: Decimal,
    /// The day the rate is of.
    pub date: NaiveDate,
    /// Who quotes it.
    pub source: String,
}

impl Rate {
    /// A rate quoted directly, of no stated source: one unit is worth `amount`
    /// of the target.
    #[must_use]
    pub const fn new(amount: Decimal, date: NaiveDate) -> Self {
        Self {
            amount,
            per: Decimal::ONE,
            date,
            source: String::new(),
        }
    }

    /// Sets who quotes it.
    #[must_use]
    pub fn from_source(mut self, source: impl Into<String>) -> Self {
        self.source = source.into();
        self
    }

    /// The same quotation read the other way: for a rate from dollars to đồng,
    /// that from đồng to dollars. Nothing is divided, so nothing is rounded.
    #[must_use]
    pub fn inverse(mut self) -> Self {
        std::mem::swap(&mut self.amount, &mut self.per);
        self
    }
}

/// Where rates of exchange come from.
///
/// A stock is converted at the rate of its as-of date, a flow at that of the
/// last day of its period: whoever wants the mean of a period implements this
/// trait accordingly.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::chrono::NaiveDate;
/// use tinh_totals::tinh_figures::Currency;
/// use tinh_totals::{Rate, Rates, Totals};
///
/// /// The mean rate of a year, whatever the day.
/// struct MeanOf2022;
///
/// impl Rates for MeanOf2022 {
///     fn rate(&self, from: Currency, to: Currency, on: NaiveDate) -> Option<Rate> {
///         let is_known = from == Currency::USD && to == Currency::VND;
///         is_known.then(|| Rate::new(23_271.into(), on).from_source("mean of 2022"))
///     }
/// }
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"s","title":"Trade of Vĩnh Long"}
/// {"type":"observation","id":"1","source":"s","place":"Vĩnh Long","period":"2022","measure":"exports","figure":"793 triệu USD"}"#.as_bytes(), "s.jsonl")?;
/// let exports = Totals::of(&data).measure(measures::EXPORTS).flows();
/// let answer = exports.in_currency(Currency::VND, &MeanOf2022).compute()?;
/// let total = answer.total().ok_or("no total")?;
/// assert_eq!(total.value().to_string(), "18.453.903.000.000");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Rates {
    /// The rate from one currency to another on a day; `None` where it is not
    /// known, which makes the query an error that names the day.
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
            return Some(Rate::new(*rate, *date).from_source(source));
        }
        let (date, (rate, source)) = newest(&(to, from))?;
        Some(Rate::new(*rate, *date).from_source(source).inverse())
    }
}

/// A conversion that was made for an answer.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::tinh_figures::Currency;
/// use tinh_totals::{RateTable, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"Hải Dương"}
/// # {"type":"observation","id":"hd","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.registered","figure":"9,15 tỷ USD"}"#.as_bytes(), "s.jsonl")?;
/// let rates = RateTable::read_csv("date,from,to,rate,source\n2022-12-20,USD,VND,23646,SBV".as_bytes())?;
/// let fdi = Totals::of(&data).measure(measures::FDI_REGISTERED);
/// let answer = fdi.in_currency(Currency::VND, &rates).compute()?;
/// assert_eq!(
///     answer.conversions()[0].to_string(),
///     "hd: USD to VND at 1 USD = 23646 VND of 2022-12-20, SBV",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
    /// The day of the rate, which may be before that of the figure.
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
