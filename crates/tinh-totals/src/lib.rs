//! Totals you can trace to the printed figures: what provinces registered,
//! signed and received. Comparable claims are added with their bounds; every
//! other claim is excluded with a reason.
//!
//! ```
//! use tinh_model::{Dataset, measures};
//! use tinh_totals::{Key, Totals};
//!
//! let mut data = Dataset::new();
//! data.read_jsonl(r#"{"type":"source","id":"press","title":"Two articles"}
//! {"type":"observation","id":"hp","source":"press","place":"Hải Phòng","as_of":"2023-04-17","measure":"fdi.registered","figure":"trên 24,5 tỷ USD"}
//! {"type":"observation","id":"hd","source":"press","place":"Hải Dương","as_of":"2023-10-02","measure":"fdi.registered","figure":"9,43 tỷ USD"}"#.as_bytes(), "press.jsonl")?;
//! let fdi = measures::FDI_REGISTERED;
//!
//! let answer = Totals::of(&data).measure(fdi.clone()).by(Key::Province).compute()?;
//! let total = answer.total().ok_or("more than one currency")?;
//! assert_eq!(total.value().to_string(), "hơn 33.930.000.000");
//! assert_eq!(
//!     answer.warnings()[0].to_string(),
//!     "stocks of 2 different dates: 2023-04-17, 2023-10-02",
//! );
//! // In strict mode, a query that would return warnings returns an error.
//! assert!(Totals::of(&data).measure(fdi.clone()).strict().compute().is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Main types
//! - [`Totals`]: the query; [`Answer`]: its rows, totals, exclusions and
//!   warnings; [`Row::explain`] unfolds a row to the printed figures.
//! - [`Interval`]: a value with its bounds; [`IntervalSum`] adds them exactly.
//! - [`Reason`]: why a figure was excluded; [`Warning`]: a caveat of an answer;
//!   [`Error`]: why two values are not compared.
//! - [`Language`]: reasons, warnings and refusals are values, worded in
//!   Vietnamese or English when they are shown.
//! - [`PartnerCountries`]: with which countries provinces deal, as a set.
//! - [`RateTable`] and the trait [`Rates`]: dated rates of exchange.
//! - [`output`]: tables, CSV, JSON.
//!
//! # Rules
//! - Included and excluded figures together are all figures of the dataset.
//! - Currencies are never added to one another, unless dated rates are given;
//!   nor are measures, bases, or stocks and flows.
//! - Each place contributes one stock: the preferred producer's latest figure
//!   on or before the query date. Equals that disagree are all excluded.
//! - A producer's later figure for the same time replaces its earlier one.
//! - Flows of one place do not overlap: the longest counts, and a disputed
//!   period is not answered by a part of it.
//! - A figure of one partner or sector is part of the whole: a query totals
//!   either whole figures or breakdowns, never both. A country is not counted
//!   beside its bloc.
//! - What is planned, proposed, sought or called off does not count as done.
//! - Bounds add: *more than* stays *more than*. What has no number is listed.
//! - A unit is restated only to a unit that contains all of its territory; the
//!   answer states how many predecessors reported.
//! - Stocks of different years count the same money, so they are never added
//!   across time.
//! - Any order of the claims gives the same answer.
//!
//! # Cookbook
//! - One date, the newest figure by then: [`Totals::on`]; as known on a day:
//!   [`Totals::as_known_on`].
//! - The units after a merger: [`Totals::restated_to`], [`Row::coverage`].
//! - Several keys, sub-totals: [`Totals::by`] more than once,
//!   [`Answer::subtotals`].
//! - A series: [`Totals::flows`] by [`Key::Year`].
//! - Money in one currency: [`Totals::in_currency`], [`Answer::conversions`].
//! - The rank of a province: [`Answer::rank`]; shares: [`Answer::shares`];
//!   capital a project: [`Answer::per`]; growth: [`Answer::growth_from`].
//! - What a printed growth rate implies of the year before: [`implied`].
//! - Press beside official figures: two answers and [`Interval::minus`], or
//!   [`Totals::side_by_side`] for every claim on a fact.
//! - Which years a province lacks: [`Totals::presence`].
//! - One investor's projects: [`Totals::of_projects`].
//! - Do the printed parts add up? [`tinh_model::check`] for claims, the reader's
//!   audit for workbooks; which reading of digits adds up: [`readings_that_add`].
//! - A stock against the stock before and the flow between: [`stock_and_flow`].
//! - Ten million rows: the SQL crate `tinh-datafusion`.
//! - A refusal instead of a warning: [`Totals::strict`].
//!
//! # Not supported
//! Means of ranks or rates; growth compounded over years; deflators and price
//! indices; partners in regions of the world; districts. Totals look at one
//! dataset in memory: streams are for the SQL crate.
//!
//! # Features
//! None.

mod answer;
mod breakdown;
mod error;
mod facts;
mod implied;
mod interval;
mod key;
mod left;
mod list;
mod moment;
pub mod output;
mod partners;
mod presence;
mod query;
mod question;
mod rates;
mod readings;
mod reason;
mod warning;

pub use answer::{
    Answer, Compared, Explanation, Included, Order, PerHead, Pivot, Row, Series, Side,
    StockAndFlow, stock_and_flow,
};
pub use error::{Error, ErrorKind, Location, Over};
pub use facts::{Consistency, Fact, Saying};
pub use implied::{Implied, ImpliedKind, implied};
pub use interval::{ExactSum, Interval, IntervalSum, RATIO_DECIMALS};
pub use key::{Group, Key};
pub use left::Excluded;
pub use moment::Moment;
pub use partners::{CountryRow, Mention, PartnerCountries, Uncounted};
pub use presence::{Cell, Presence, PresenceCell};
pub use query::Totals;
pub use question::{Level, Question, When};
pub use rates::{Conversion, Rate, RateTable, Rates};
pub use readings::readings_that_add;
pub use reason::{Implausible, NotInEffect, NotRestatable, PeriodLength, Reason};
pub use warning::{Break, Nature, Otherwise, Warning};

pub use tinh_figures::Language;

pub use chrono;
pub use rust_decimal;
pub use tinh_figures;
pub use tinh_gazetteer;
pub use tinh_model;

/// The README's example, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[derive(Debug)]
pub struct Readme;
