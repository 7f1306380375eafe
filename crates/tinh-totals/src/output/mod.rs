//! Answers as tables, CSV and JSON; charts and pages are in `tinh-pages`.
//!
//! ```
//! # use tinh_model::Dataset;
//! use tinh_totals::output::{Format, Language};
//! use tinh_totals::{Key, Totals};
//! # let mut data = Dataset::new();
//! # data.read_jsonl(r#"{"type":"source","id":"s","title":"t","publisher":"FIA"}
//! # {"type":"observation","id":"a","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.registered","figure":"trên 24,5 tỷ USD"}
//! # {"type":"observation","id":"b","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.registered","figure":"9,15 tỷ USD"}"#.as_bytes(), "s")?;
//! let answer = Totals::of(&data).measure("fdi.registered".parse()?).by(Key::Province).compute()?;
//! let english = Format::new(Language::English).millions();
//! assert_eq!(answer.table_in(&english).to_string(), "\
//! Province   Value, million  Currency  Figures
//! ────────────────────────────────────────────
//! Hải Dương        9,150.00  USD             1
//! Hải Phòng     > 24,500.00  USD             1
//! Total         > 33,650.00  USD             2
//!   ! bounds or approximations: Hải Phòng “trên 24,5 tỷ USD” (FIA)
//! ");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod csv_writer;
mod machine;
mod text;

pub use machine::{Machine, SCHEMA};
pub use text::TextTable;

pub use tinh_figures::Language;

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};
use tinh_figures::Wording;

use crate::interval::Interval;

/// How numbers are shown: language, multiple and decimals. Values are rounded
/// for show only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    language: Language,
    millions: bool,
    decimals: Option<u32>,
}

impl Format {
    /// In a language, amounts in full.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self {
            language,
            millions: false,
            decimals: None,
        }
    }

    /// Money in millions, with two decimals. Counts stay whole.
    #[must_use]
    pub const fn millions(mut self) -> Self {
        self.millions = true;
        self.decimals = Some(2);
        self
    }

    /// Money with so many decimals, at most 28.
    #[must_use]
    pub const fn decimals(mut self, decimals: u32) -> Self {
        self.decimals = Some(decimals);
        self
    }

    pub(crate) const fn language(&self) -> Language {
        self.language
    }

    /// A word in the language.
    pub(crate) fn word(&self, vietnamese: &'static str, english: &'static str) -> &'static str {
        self.language.choose(vietnamese, english)
    }

    /// Whether values of money are divided by a million.
    pub(crate) const fn is_millions(&self) -> bool {
        self.millions
    }

    /// A number of money or of a count, rounded to a side: a bound rounded
    /// inwards would be a claim nobody made.
    fn number(&self, value: Decimal, is_money: bool, side: RoundingStrategy) -> String {
        let convention = self.language.convention();
        let value = if is_money && self.millions {
            value.checked_div(Decimal::from(1_000_000)).unwrap_or(value)
        } else {
            value
        };
        let digits = |value| tinh_figures::digits(value).convention(convention);
        match self.decimals.filter(|_| is_money) {
            Some(decimals) => digits(value.round_dp_with_strategy(decimals, side))
                .decimals(decimals)
                .to_string(),
            None => digits(value).to_string(),
        }
    }

    /// A value after the sign of its qualifier: `> 24.500,00`, `300 – 400`,
    /// `≈ 350`. Bounds are rounded outwards, what is exact or *about* to the
    /// nearest.
    ///
    /// ```
    /// use tinh_totals::Interval;
    /// use tinh_totals::output::Format;
    /// let format = Format::default().millions();
    /// let more = Interval::of("trên 28.729.999 USD".parse()?);
    /// assert_eq!(format.interval(&more, true), "> 28,72");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn interval(&self, value: &Interval, is_money: bool) -> String {
        value.bounds().worded(Wording::Signs, |number, side| {
            let side = match side {
                Ordering::Less => RoundingStrategy::ToNegativeInfinity,
                Ordering::Equal => RoundingStrategy::MidpointAwayFromZero,
                Ordering::Greater => RoundingStrategy::ToPositiveInfinity,
            };
            self.number(number, is_money, side)
        })
    }
}

impl Default for Format {
    fn default() -> Self {
        Self::new(Language::Vietnamese)
    }
}
