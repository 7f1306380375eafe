//! Charts and self-contained pages of totals and of draft claims.
//!
//! ```
//! use tinh_model::Dataset;
//! use tinh_pages::{Chart, Language, Page};
//! use tinh_totals::{Key, Totals};
//!
//! let mut data = Dataset::new();
//! data.read_jsonl(r#"{"type":"source","id":"s","title":"FDI by province","publisher":"FIA"}
//! {"type":"observation","id":"a","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.registered","figure":"25,27 tỷ USD"}
//! {"type":"observation","id":"b","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.registered","figure":"9,15 tỷ USD"}"#.as_bytes(), "fdi.jsonl")?;
//! let answer = Totals::of(&data).measure("fdi.registered".parse()?).by(Key::Province).compute()?;
//!
//! let svg = Chart::of(&answer, Language::Vietnamese)?.svg()?;
//! assert!(svg.contains("25,3 tỷ"));
//! let html = Page::new(Language::English).answer(&answer).html();
//! assert!(html.contains("25,270,000,000 USD"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Main types
//! - [`Chart`]: an answer as SVG: ranked bars with their bounds, lines over
//!   time, grouped bars of several sources.
//! - [`Page`]: answers as one file of HTML, whose totals unfold to the printed
//!   figures.
//! - [`review::Review`]: articles beside the claims drafted from them; a reader
//!   accepts, corrects and rejects, and the browser saves a dataset.
//!
//! Every file is self-contained: it loads nothing, runs no script but its own, and
//! escapes every name and text it was given.
//!
//! # Cookbook
//! - The press beside the official table: [`Chart::beside`].
//! - An answer in several currencies: [`Chart::each`].
//! - The ten largest rows, for a phone: [`Chart::at_most`], [`Chart::width`].
//! - A report of several answers and paragraphs: [`Page::answer_to`],
//!   [`Page::text`].
//!
//! # Not supported
//! Bitmaps, maps, pies; values that change on a page once it is made.
//!
//! # Features
//! None.

mod chart;
mod page;
pub mod review;
mod short;
mod times;
mod view;
mod words;

pub use chart::{Chart, ChartError};
pub use page::Page;
pub use tinh_figures::Language;

pub use serde_json;
pub use tinh_articles;
pub use tinh_figures;
pub use tinh_model;
pub use tinh_totals;

/// The README's example, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[derive(Debug)]
pub struct Readme;
