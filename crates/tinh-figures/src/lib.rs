//! Reads, finds and writes Vietnamese numbers and money, exactly.
//!
//! ```
//! # fn main() -> Result<(), tinh_figures::Error> {
//! use rust_decimal::dec;
//! use tinh_figures::{Currency, Money, Qualifier, find_iter};
//!
//! let money: Money = "14,65 tỷ USD".parse()?;
//! assert_eq!(money.amount(), dec!(14_650_000_000));
//!
//! let text = "853 dự án, tổng vốn đầu tư trên 24,5 tỷ USD";
//! let m = find_iter(text).nth(1).expect("two figures");
//! assert_eq!((m.as_str(), &text[m.range()]), ("24,5 tỷ USD", "24,5 tỷ USD"));
//! assert_eq!(m.figure().qualifier(), Qualifier::MoreThan);
//! assert_eq!(m.figure().currency(), Some(Currency::USD));
//! # Ok(()) }
//! ```
//!
//! # Main types
//!
//! - [`parse`] reads a whole string, [`find_iter`] the figures of a running text;
//!   both are a [`Parser`] with default settings. They give a [`Match`]: the
//!   byte range, the words of the qualifier, the unit noun, and the figure.
//! - [`Bounds`]: what is known of a number or a sum, merged and worded in one
//!   way.
//! - [`Figure`]: a [`Kind`], a [`Qualifier`], a value and what it asserts as
//!   [bounds](Figure::bounds), the [`Currency`], and the number as
//!   [written](Figure::written), and what it is [of](Figure::of).
//! - [`Money`]: an exact decimal in one currency. Two currencies never add.
//! - [`digits`], [`compact`] and [`words`] write numbers;
//!   [`Money::compact`] and [`Money::in_words`] amounts.
//! - [`Error`]: a kind, a byte span and the user's own text.
//! - [`grammar`] is the accepted grammar, with the odd cases settled.
//!
//! Every value is a [`rust_decimal::Decimal`], re-exported here; nothing passes
//! through binary floating point, and what has no exact value is an error.
//!
//! # Cookbook
//!
//! Read an amount from a form, whatever the user typed:
//!
//! ```
//! # fn main() -> Result<(), tinh_figures::Error> {
//! use tinh_figures::{Accents, Currency, Money, Parser};
//!
//! static FORM: Parser = Parser::new().accents(Accents::Optional).default_currency(Some(Currency::VND));
//! for typed in ["21 tỷ", "21.000.000.000", "hai muoi mot ty dong", "21000tr"] {
//!     assert_eq!(Money::parse_with(&FORM, typed)?.to_string(), "21.000.000.000 VND");
//! }
//! # Ok(()) }
//! ```
//!
//! Show the user what is wrong with it:
//!
//! ```
//! let error = tinh_figures::parse("14,65 tỉ đồ").unwrap_err();
//! assert_eq!(error.to_string(), "unknown currency or unit \"đồ\" at bytes 11..16");
//! ```
//!
//! Keep a bound a bound:
//!
//! ```
//! # fn main() -> Result<(), tinh_figures::Error> {
//! use std::ops::Bound;
//! use rust_decimal::dec;
//! use tinh_figures::{Figure, Money};
//!
//! let figure: Figure = "gần 50 triệu USD".parse()?;
//! assert_eq!(figure.bounds(), (Bound::Unbounded, Bound::Excluded(dec!(50_000_000))));
//! assert!("gần 50 triệu USD".parse::<Money>().is_err());
//! # Ok(()) }
//! ```
//!
//! Choose between the two readings of `1.498` when you know more:
//!
//! ```
//! # fn main() -> Result<(), tinh_figures::Error> {
//! use rust_decimal::dec;
//!
//! let m = tinh_figures::parse("1.498 tỷ đồng")?;
//! assert_eq!(m.value(), Some(dec!(1_498_000_000_000)));
//! assert_eq!(m.figure().alternative(), Some(dec!(1_498_000_000)));
//! // 1.498 + 200 = 1.698: the printed sum confirms the Vietnamese reading.
//! # Ok(()) }
//! ```
//!
//! Write an amount on an invoice:
//!
//! ```
//! # fn main() -> Result<(), tinh_figures::Error> {
//! use tinh_figures::Money;
//!
//! let due: Money = "1.250.000 đồng".parse()?;
//! assert_eq!(due.in_words().invoice().to_string(), "Một triệu hai trăm năm mươi nghìn đồng chẵn");
//! assert_eq!(due.in_words().southern().to_string(), "một triệu hai trăm năm mươi ngàn đồng");
//! # Ok(()) }
//! ```
//!
//! Count by unit noun in a crawl, digits only, at the speed of the disk:
//!
//! ```
//! use tinh_figures::{Parser, Spoken};
//!
//! static FAST: Parser = Parser::new().spoken(Spoken::Off);
//! let projects = FAST.find_iter("70 dự án và 40 lượt khách; thêm 3 dự án").filter(|m| m.noun() == Some("dự án"));
//! assert_eq!(projects.count(), 2);
//! ```
//!
//! Read word-segmented or hard-wrapped text, and the cells of a table:
//!
//! ```
//! use tinh_figures::{Currency, Layout, Parser, Scale};
//!
//! let segmented = Parser::new().segmented();
//! assert_eq!(segmented.find_iter("có 185 dự_án").next().and_then(|m| m.noun()), Some("dự_án"));
//! let column = Parser::new().layout(Layout::Table).column_unit(Scale::MILLION, Some(Currency::USD));
//! let cells: Vec<_> = column.find_iter("1\tHải Phòng\t1.250,5").map(|m| m.figure().to_string()).collect();
//! assert_eq!(cells, ["1.250.500.000 USD"]);
//! ```
//!
//! Keep a total, a rank or a rate together:
//!
//! ```
//! use rust_decimal::dec;
//!
//! let mut found = tinh_figures::find_iter("đạt 17/19 tiêu chí, thu nhập 5 triệu đồng/tháng");
//! assert_eq!(found.next().and_then(|m| m.figure().of()), Some(dec!(19)));
//! assert_eq!(found.next().and_then(|m| m.per()), Some("tháng"));
//! ```
//!
//! Tell a reader what is wrong, in Vietnamese:
//!
//! ```
//! use tinh_figures::Language;
//!
//! let error = tinh_figures::parse("14,65 tỉ đồ").unwrap_err();
//! let told = error.in_language(Language::Vietnamese);
//! assert_eq!(told, "không rõ đơn vị hay loại tiền \"đồ\" (ký tự 10–11)");
//! ```
//!
//! # Not supported
//!
//! - Roman numerals except behind `thứ`, powers of ten.
//! - `hơn nửa`, `quá nửa`; a half after what is no measure (`2 dự án rưỡi`).
//! - Dates and times: recognised only so that they are not read as figures.
//! - Units are reported, not converted: `1.200 ha` is 1200 with the noun `ha`.
//!   Nouns outside the list are not reported.
//! - The encodings before Unicode (TCVN3, VNI).
//! - Values beyond 28 exact digits (29 in part) are an error.
//!
//! # Features
//!
//! - `serde`: every value serialises. A [`Currency`] is its code, a [`Money`]
//!   `{"amount":"…","currency":"…"}`, read from a text such as `14,65 tỷ USD` too;
//!   decimals are strings; a [`Match`] is written as one flat object.

// On docs.rs, items that need a feature say so.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod bilingual;
mod blank;
mod bounds;
mod currency;
mod error;
mod figure;
mod figure_error;
mod fold;
mod language;
mod money;
#[cfg(feature = "serde")]
mod money_serde;
mod parser;
mod qualifier;
mod read;
mod scale;
mod settings;
mod tree;
mod vocabulary;
mod write;

#[doc = include_str!("grammar.md")]
pub mod grammar {}

pub use rust_decimal;

pub use bilingual::Bilingual;
pub use bounds::{Bounds, Wording};
pub use currency::Currency;
pub use error::{Error, ErrorKind};
pub use figure::{Figure, Kind, Written};
pub use figure_error::FigureError;
pub use language::Language;
pub use money::{Money, MoneyError};
#[cfg(feature = "serde")]
pub use money_serde::money_as_text;
pub use parser::{FindIter, Match, Parser, find_iter, parse};
pub use qualifier::Qualifier;
pub use scale::Scale;
pub use settings::{Accents, DecimalMark, Layout, ScaleWords, Shorthand, Spoken};
pub use write::{Compact, Convention, Dialect, Digits, MoneyWords, Words, compact, digits, words};

/// The README's example, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[derive(Debug)]
pub struct Readme;
