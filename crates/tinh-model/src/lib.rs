//! Typed claims of Vietnamese provincial economic diplomacy: what a source
//! says a province registered, signed, sent and received, kept with the
//! figure as printed.
//!
//! ```
//! use tinh_model::{Dataset, Measure, Statement};
//!
//! let file = r#"{"type":"source","id":"tg","title":"Hải Phòng hội nhập","published":"2023-04-17"}
//! {"type":"observation","id":"hp-fdi","source":"tg","line":27,"place":"hai-phong","as_of":"2023-04-17","measure":"fdi.registered","figure":"trên 24,5 tỷ USD"}"#;
//! let mut data = Dataset::new();
//! data.read_jsonl(file.as_bytes(), "hai_phong.jsonl")?;
//!
//! let claim = data.claim("hp-fdi").ok_or("no such claim")?;
//! let quantity = claim.quantities()[0];
//! assert_eq!(quantity.measure, "fdi.registered".parse::<Measure>()?);
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
//!
//! # Cookbook
//! - Read claims people wrote: [`Dataset::read_jsonl`]; record by record,
//!   without holding the file: [`dataset::JsonLinesReader`].
//! - Read a table of an official source: [`dataset::TableLayout`].
//! - List what was left out, with file, line and field: [`Dataset::rejected`].
//! - Write them back: [`Dataset::write_jsonl`].
//!
//! # Not supported
//! Districts and communes; persons beyond the name of a leader; foreign
//! exchange; fuzzy matching of names; IATI, SDMX or RDF files.

pub mod check;
pub mod claim;
pub mod codes;
pub mod dataset;
pub mod entity;
mod error;
mod figure;
mod measure;
mod partner;
mod place;
mod serde_text;
mod source;
mod strict_json;
pub mod time;
pub mod typed;

pub use claim::Claim;
pub use dataset::Dataset;
pub use entity::Statement;
pub use error::{Error, ErrorKind};
pub use figure::PrintedFigure;
pub use measure::{
    Basis, CapitalKind, Counted, Economy, Expression, Indicator, Measure, Nature, PriceBasis,
    UnitKind,
};
pub use partner::{Partner, PartnerList};
pub use place::Place;
pub use source::Source;

pub use chrono;
pub use rust_decimal;
pub use tinh_figures;
pub use tinh_gazetteer;
