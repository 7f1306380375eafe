//! Vietnamese provincial economic diplomacy under one name: numbers and money,
//! provinces through time, claims with their sources, and totals you can trace
//! to the printed figures.
//!
//! The module `guide`, there with all features, has a page for each task. This
//! crate holds no code of its own; it re-exports
//!
//! - [`figures`]: read, find and write Vietnamese numbers and money, exactly;
//! - [`gazetteer`]: provinces and cities through time, countries, blocs and
//!   organisations by their Vietnamese names;
//! - [`model`]: what a source says, as typed claims;
//! - `articles` (a feature, on by default): articles to draft claims, with
//!   the bytes each rests on;
//! - `reader` (a feature, on by default): official workbooks, tables and CSV
//!   to claims, and an audit of their printed totals;
//! - `pages` (a feature): charts as SVG and self-contained pages of totals and
//!   of draft claims;
//! - [`totals`]: comparable claims added, every other one listed with the reason.
//!
//! Each can be used alone; a program that only reads amounts needs
//! `tinh-figures` and nothing else.
//!
//! ```
//! use tinh::figures::Money;
//! use tinh::gazetteer::Units;
//! use tinh::model::{Dataset, Measure};
//! use tinh::totals::{Key, Totals};
//!
//! let money: Money = "14,65 tỷ USD".parse()?; // exact: 14,650,000,000 USD
//! assert_eq!(money.compact().to_string(), "14,65 tỷ USD");
//!
//! let mut data = Dataset::new();
//! data.read_jsonl(r#"{"type":"source","id":"fia","title":"FDI by province","publisher":"FIA"}
//! {"type":"observation","id":"hp","source":"fia","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.projects","figure":982}
//! {"type":"observation","id":"hd","source":"fia","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.projects","figure":507}"#.as_bytes(), "fia.jsonl")?;
//!
//! let after_the_merger = Units::on("2025-07-01".parse()?);
//! let answer = Totals::of(&data)
//!     .measure("fdi.projects".parse::<Measure>()?)
//!     .by(Key::Province)
//!     .restated_to(after_the_merger)
//!     .compute()?;
//! let haiphong = answer.row("Hải Phòng").ok_or("no such row")?;
//! assert_eq!(haiphong.value().to_string(), "1.489");
//! for line in haiphong.explain() {
//!     println!("{line}"); // down to each printed figure
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Features
//! - `articles` (default): the module `articles`.
//! - `html`: articles from web pages, `articles::Page`; brings a parser along.
//! - `reader` (default): the module `reader`, which brings a reader of
//!   spreadsheets along.
//! - `pages`: the module `pages`, which brings a drawing library along.
//!
//! Every value serialises through serde.

// On docs.rs, items that need a feature say so.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(all(feature = "articles", feature = "reader", feature = "pages"))]
pub mod guide;

#[cfg(feature = "articles")]
#[doc(inline)]
pub use tinh_articles as articles;
#[doc(inline)]
pub use tinh_figures as figures;
#[doc(inline)]
pub use tinh_gazetteer as gazetteer;
#[doc(inline)]
pub use tinh_model as model;
#[cfg(feature = "pages")]
#[doc(inline)]
pub use tinh_pages as pages;
#[cfg(feature = "reader")]
#[doc(inline)]
pub use tinh_reader as reader;
#[doc(inline)]
pub use tinh_totals as totals;

/// The README's example, compiled and run.
#[cfg(all(doctest, feature = "articles"))]
#[doc = include_str!("../README.md")]
#[derive(Debug)]
pub struct Readme;
