//! Vietnamese figures, provinces and totals as SQL functions, for Apache
//! DataFusion on one machine and Ballista on a cluster.
//!
//! ```
//! use tinh_datafusion::datafusion::prelude::SessionContext;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), tinh_datafusion::datafusion::error::DataFusionError> {
//! let context = SessionContext::new();
//! tinh_datafusion::register(&context);
//! let answer = context
//!     .sql("SELECT defensible_sum(vn_money(figure), 'fdi.registered') AS total
//!           FROM (VALUES ('14,65 tỷ USD'), ('trên 24,5 tỷ USD')) AS claim(figure)")
//!     .await?
//!     .to_string()
//!     .await?;
//! assert!(answer.contains("39150000000.000000000")); // 39,15 tỷ
//! assert!(answer.contains("more_than")); // and not a dollar less
//! # Ok(())
//! # }
//! ```
//!
//! # Main types
//! - [`register`]: one call for everything below; [`scalar_functions`] and
//!   [`aggregate_functions`] for a context of another make.
//! - [`amount_fields`]: the struct that money is; [`figure_fields`],
//!   [`place_fields`], [`total_fields`].
//! - [`claim_schema`]: the columns of claims; [`write_parquet`] and
//!   [`dataset_batches`] fill them from a [`Dataset`](tinh_model::Dataset).
//! - `cluster` (feature `cluster`): scheduler, executor and client of a
//!   Ballista cluster.
//!
//! # Functions
//! | function | returns |
//! |---|---|
//! | `vn_money(text)` | one amount of money: struct of [`amount_fields`] |
//! | `vn_number(text)` | one exact plain number: `DECIMAL(38, 9)` |
//! | `vn_figure(text [, settings])` | one figure of any kind: struct of [`figure_fields`] |
//! | `vn_figures(text [, settings])` | every figure of a running text, with its bytes: list of that struct |
//! | `vn_words(value [, dialect])` | a number or an exact amount in words; `northern` or `southern` |
//! | `vn_places(text [, date [, settings]])` | every place of a running text, with its bytes: list of [`place_fields`] |
//! | `province_id(name, date)` | the id of the unit that a name means on a date: `hai-phong` |
//! | `province_by_code(code, date)` | the same by a code: `31` or `VN-HP` |
//! | `province_code(id, date)` | its code at the General Statistics Office: two digits, three until 2004 |
//! | `province_restate(id, from_date, to_date)` | the id of the one unit of another date that holds all of its territory |
//! | `province_name(id)` | `Hải Phòng` |
//! | `province_population(id, date, year)` | the average population of a year (1995 to 2022), of the territory of that date |
//! | `province_hectares(id, date)` | the area in hectares |
//! | `country_code(name)` | ISO 3166-1 alpha-2 by a Vietnamese name |
//! | `vn_claims(text [, published])` | a draft claim of every figure of an article: list of [`draft_fields`] |
//! | `vn_measure(code)` | unit, nature, additivity and names of a measure: struct of [`measure_fields`] |
//!
//! Each is the library's own function on every row: what
//! [`tinh_figures`] and [`tinh_gazetteer`] say of a text is what SQL says.
//!
//! - **Null** in any argument is null in the answer.
//! - **What cannot be read is null**, never zero and never a guess; the same
//!   function with `try_` before its name returns a struct of `result` and
//!   `error`, the reason in the library's words. Text without a figure gives an
//!   empty list.
//! - **Settings** are words with blanks between them: `segmented` (`_` joins
//!   syllables), and for figures `unaccented`, `wrapped`, `table`, `english`
//!   (`million`, `bn`) and `decimal_dot`.
//! - **Text** may be `Utf8`, `LargeUtf8`, `Utf8View` or a dictionary of those;
//!   of a dictionary each word is read once. Text comes back as `Utf8View`.
//! - **Dates** may be dates, timestamps or text such as `2023-12-20`, alone or
//!   with a time after it. Other text in a column is null with that reason; as a
//!   constant it is an error. The day is the one written, or that of the
//!   column's time zone; `TIMESTAMP '…+07:00'` is UTC before it gets here.
//! - **Decimals** are `DECIMAL(38, 9)`: every whole number that a
//!   [`Decimal`](tinh_figures::rust_decimal::Decimal) holds fits. A figure with
//!   more than nine digits after the mark is refused with that reason, not
//!   rounded. Binary floating point is refused when the query is planned.
//!
//! # Aggregates
//! | aggregate | returns |
//! |---|---|
//! | `interval_sum(amount)` | the sum with its bounds and qualifier: struct of [`amount_fields`] |
//! | `defensible_sum(amount, measure, …)` | the same with `count` and `left_out`: struct of [`total_fields`] |
//! | `restated(id, from_date, to_date)` | the unit of another date that the rows fall into, and how much of it they report: struct of [`restated_fields`] |
//!
//! An *amount* is what `vn_money` or `vn_figure` returns, a column read back
//! from Parquet, another sum, or any struct with the fields `value`, `lower`,
//! `upper`, `qualifier` and, if need be, `currency`, `kind` and `noun`.
//!
//! - Bounds add: *more than* stays *more than*, ranges add end by end, and an
//!   order of magnitude makes the sum of `interval_sum` indefinite.
//! - Several currencies are an error that names them, in both; so are several
//!   unit nouns (projects and persons), money beside plain numbers, and rates,
//!   ranks and percentages.
//! - `defensible_sum` adds by the measure's own rule. Its second argument is the
//!   code of a [measure](tinh_model::Measure), alone or with further words after
//!   a blank (`fdi.registered stock actual place`, the column `basis` of claims).
//!   It refuses, in the words of the library, an unknown code, a measure that is
//!   not additive, amounts of another unit, a flow given as a stock, and several
//!   measures: where one is a part of the other it says so. Rows without a number
//!   are left out and counted.
//! - `restated` counts a unit once, however many rows it has. Rows that fall into
//!   several units are an error that names them.
//! - Partial sums hold 256 bits and merge in any order to the same last digit;
//!   a total beyond 29 digits before the mark is an error.
//! - No sum knows that two rows speak of one fact, or that a stock of March
//!   is in that of December: choosing between claims is the work of
//!   `tinh-totals`, or of the two queries of `docs/totals.md` (the newest stock
//!   of each place; flows that do not overlap).
//!
//! # Claims
//! `claims('file.jsonl', …)` is a table with the columns of [`claim_schema`],
//! read line by line; files after the first know the sources of those before.
//! A path may hold `*`, `?` and `[…]`: `claims('sources.jsonl', 'archive/*.jsonl')`
//! reads what matches in order of the names.
//! A file whose name ends in `.csv` is one of
//! [observations](tinh_model::dataset::COLUMNS), a figure a row, whose sources
//! a file of JSON Lines before it defines: `claims('sources.jsonl', 'rows.csv')`.
//! A line that cannot be read is an error; `try_claims` has a row for it
//! instead, with the reason in the last column, `error`.
//!
//! # Cookbook
//! Totals by province, in the units of today:
//! ```sql
//! SELECT province_restate(place_id, place_on, '2026-11-22') AS unit,
//!        defensible_sum(amount, basis) AS total
//! FROM claims('claims.jsonl')
//! WHERE measure = 'fdi.registered' AND time_kind = 'as_of'
//! GROUP BY 1
//! ```
//! Every amount in a crawl, with the text around it kept:
//! ```sql
//! SELECT url, f['text'], f['value'], f['currency']
//! FROM (SELECT url, unnest(vn_figures(body)) AS f FROM pages)
//! WHERE f['kind'] = 'money'
//! ```
//! Codes of 2023 under the codes of today, of which seven mean another province:
//! ```sql
//! SELECT code, province_code(province_restate(
//!     province_by_code(code, '2023-12-20'), '2023-12-20', '2026-11-22'), '2026-11-22') AS now
//! FROM stock
//! ```
//! What could not be read, and why:
//! ```sql
//! SELECT amount, try_vn_money(amount)['error'] AS reason
//! FROM deals WHERE amount IS NOT NULL AND vn_money(amount) IS NULL
//! ```
//! Each currency by itself:
//! ```sql
//! SELECT m['currency'], interval_sum(m) FROM (SELECT vn_money(amount) AS m FROM deals)
//! GROUP BY m['currency']
//! ```
//! JSON Lines to Parquet:
//! ```sql
//! COPY (SELECT * FROM claims('claims.jsonl')) TO 'claims.parquet'
//! ```
//!
//! Decimals written in a query (`vn_words(1.5)`) are floating point to the
//! engine unless `datafusion.sql_parser.parse_float_as_decimal` is set; write
//! `CAST('1.5' AS DECIMAL(10, 1))` or set it.
//!
//! # Not supported
//! Conversion of currencies; sliding windows over sums; `DISTINCT` in sums;
//! `claims` on a cluster, where a Parquet file takes its place. The table
//! functions read any file that the process may read: do not register them for
//! queries of strangers.
//!
//! # Features
//! - `cluster`: off by default; adds the `cluster` module and with it Ballista.
//!
//! The engine's version is part of the interface: [`datafusion`] is re-exported
//! and a program must use that one.

mod aggregate;
mod amount;
mod claims;
#[cfg(feature = "cluster")]
pub mod cluster;
mod column;
mod decimal;
mod scalar;
mod text;

pub use datafusion;
pub use tinh_figures;
pub use tinh_gazetteer;
pub use tinh_model;

pub use aggregate::{restated_fields, total_fields};
pub use amount::amount_fields;
pub use claims::{claim_schema, dataset_batches, write_parquet};
pub use decimal::{DECIMAL, PRECISION, SCALE};
pub use scalar::{draft_fields, figure_fields, measure_fields, place_fields};

use datafusion::logical_expr::{AggregateUDF, ScalarUDF};
use datafusion::prelude::SessionContext;

/// The scalar functions, with their `try_` variants.
///
/// ```
/// let functions = tinh_datafusion::scalar_functions();
/// assert!(functions.iter().any(|f| f.name() == "try_vn_money"));
/// ```
#[must_use]
pub fn scalar_functions() -> Vec<ScalarUDF> {
    scalar::all()
}

/// The aggregates.
///
/// ```
/// let aggregates = tinh_datafusion::aggregate_functions();
/// let names: Vec<&str> = aggregates.iter().map(|f| f.name()).collect();
/// assert_eq!(names, ["interval_sum", "defensible_sum", "restated"]);
/// ```
#[must_use]
pub fn aggregate_functions() -> Vec<AggregateUDF> {
    aggregate::all()
}

/// Registers every scalar function, aggregate and table function on a context.
///
/// A function of the same name that was there before is replaced.
///
/// ```
/// use tinh_datafusion::datafusion::prelude::SessionContext;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), tinh_datafusion::datafusion::error::DataFusionError> {
/// let context = SessionContext::new();
/// tinh_datafusion::register(&context);
/// let rows = context.sql("SELECT try_vn_money('14,65 tỉ đồ')['error']").await?;
/// let words = rows.to_string().await?;
/// assert!(words.contains("unknown currency or unit \"đồ\" at bytes 11..16"));
/// # Ok(())
/// # }
/// ```
pub fn register(context: &SessionContext) {
    for function in scalar_functions() {
        context.register_udf(function);
    }
    for function in aggregate_functions() {
        context.register_udaf(function);
    }
    for function in claims::table_functions() {
        context.register_udtf(function.name(), function.function().clone());
    }
}

/// The README's example, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[derive(Debug)]
pub struct Readme;
