//! Typed claims of Vietnamese provincial economic diplomacy: what a source
//! says a province registered, signed, sent and received, kept with the
//! figure as printed.
//!
//! ```
//! use tinh_model::{Dataset, measures};
//!
//! let file = r#"{"type":"source","id":"tg","title":"Hải Phòng hội nhập","published":"2023-04-17"}
//! {"type":"observation","id":"hp-fdi","source":"tg","line":27,"place":"hai-phong","as_of":"2023-04-17","measure":"fdi.registered","figure":"trên 24,5 tỷ USD"}"#;
//! let mut data = Dataset::new();
//! data.read_jsonl(file.as_bytes(), "hai_phong.jsonl")?;
//!
//! let claim = data.claim("hp-fdi").ok_or("no such claim")?;
//! let quantity = claim.quantities()[0];
//! assert_eq!(*quantity.measure, measures::FDI_REGISTERED);
//! assert_eq!(quantity.figure.map(|f| f.text()), Some("trên 24,5 tỷ USD"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Main types
//! - [`Claim`]: what one [`Source`] says about one [`Place`] at one
//!   [`Time`](time::Time); its [`Statement`] is an [`Observation`](entity::Observation),
//!   [`Mission`](entity::Mission), [`Agreement`](entity::Agreement),
//!   [`Partnership`](entity::Partnership),
//!   [`InvestmentProject`](entity::InvestmentProject),
//!   [`AidGroup`](entity::AidGroup) or [`Activity`](entity::Activity).
//! - [`Measure`]: what a figure measures, and so what it may be added to.
//! - [`PrintedFigure`]: the text as printed beside its reading.
//! - [`Partner`], [`PartnerList`]: those a province deals with; lists may be open.
//! - [`Dataset`]: sources, claims, and what could not be read.
//! - [`measures`]: the built-in measures, a constant each; [`Measures`]: those and
//!   the ones a dataset declares.
//! - [`check`]: consistency checks on a dataset.
//!
//! # Cookbook
//! Read claims people wrote; what was left out has its file, line and field:
//! ```
//! # use tinh_model::Dataset;
//! let mut data = Dataset::new();
//! data.read_jsonl(r#"{"type":"source","id":"s","title":"Một bài báo"}
//! {"type":"observation","id":"a","source":"s","place":"Hải Phòng","as_of":"2023","measure":"fdi.projects","figure":-5}"#.as_bytes(), "claims.jsonl")?;
//! assert_eq!(
//!     data.rejected()[0].to_string(),
//!     "claims.jsonl:2: figure: a count cannot be negative",
//! );
//! # Ok::<(), std::io::Error>(())
//! ```
//! Make a claim and write it:
//! ```
//! use tinh_model::claim::RelationKind;
//! use tinh_model::entity::{Direction, Mission, Observation};
//! use tinh_model::time::{AsOf, Time};
//! use tinh_model::{Claim, Dataset, PartnerList, Place, Source};
//!
//! let vinh_long = Place::named("Vĩnh Long", "2022-12-20".parse()?)?;
//! let stock = Claim::new(
//!     "vl-fdi",
//!     "vl",
//!     vinh_long,
//!     Time::AsOf(AsOf::printed("20/12/2022".parse()?)),
//!     Observation::new("fdi.registered".parse()?, "876,92 triệu USD".parse()?),
//! )?;
//! let mut mission = Mission::new(Direction::Outbound);
//! mission.destinations = PartnerList::closed(vec!["Hoa Kỳ".parse()?]);
//! mission.count = Some("một đoàn".parse()?);
//! let sent = Claim::new("vl-us", "vl", vinh_long, Time::On("tháng 11/2022".parse()?), mission)?
//!     .on_line(9)
//!     .related(RelationKind::SameAs, "vl-us-caption");
//!
//! let mut data = Dataset::new();
//! data.add_source(Source::new("vl", "Vĩnh Long mở cửa"))?;
//! data.add_claim(stock)?;
//! data.add_claim(sent)?;
//! let mut file = Vec::new();
//! data.write_jsonl(&mut file)?;
//! assert!(String::from_utf8(file)?.contains(r#""same_as":"vl-us-caption""#));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//! More:
//! - Files larger than memory: [`JsonLinesReader`](dataset::JsonLinesReader),
//!   [`JsonLinesWriter`](dataset::JsonLinesWriter),
//!   [`ObservationsReader`](dataset::ObservationsReader),
//!   [`ObservationsWriter`](dataset::ObservationsWriter).
//! - Figures from a spreadsheet, one a row: [`Dataset::read_observations`].
//! - A schema for an editor: [`dataset::SCHEMA`].
//! - Parts against totals, growth against levels, dates, ranks: [`check::check`].
//!
//! # Not supported
//! Districts and communes; persons beyond the name of a leader; foreign
//! exchange; fuzzy matching of names; IATI, SDMX or RDF files; a plain number
//! of JSON with a fraction, which would pass through binary floating point.
//!
//! # Features
//! None: serde is part of what the crate is for.

mod band;
pub mod check;
pub mod claim;
mod coded;
pub mod dataset;
pub mod entity;
mod error;
mod figure;
mod fold;
mod json_value;
mod measure;
mod partner;
mod place;
mod sector;
mod serde_text;
mod source;
mod strict_json;
pub mod time;
#[rustfmt::skip]
mod words;

pub use band::Band;
pub use claim::Claim;
pub use dataset::Dataset;
pub use entity::Statement;
pub use error::{Error, ErrorKind, Rule, Taken};
pub use figure::PrintedFigure;
pub use measure::{
    Basis, CapitalKind, Expression, Measure, MeasureDefinition, MeasureUnit, Measures, Nature,
    PriceBasis, measures,
};
pub use partner::{Partner, PartnerList};
pub use place::Place;
pub use sector::Sector;
pub use source::Source;

pub use chrono;
pub use rust_decimal;
pub use tinh_figures;
pub use tinh_gazetteer;

/// The README's example, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[derive(Debug)]
pub struct Readme;
