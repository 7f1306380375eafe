//! Vietnamese provinces through time, and countries, blocs, agreements and
//! organisations by their Vietnamese names: alone and in running text.
//!
//! ```
//! use tinh_gazetteer::{Units, date};
//!
//! let then = Units::on(date(2023, 12, 20)?); // before the merger
//! let now = Units::on(date(2026, 11, 23)?); // after it
//! let hai_duong = then.by_name("UBND tỉnh Hải Dương")?;
//! assert_eq!(hai_duong.gso_code(), "30");
//! let moved = hai_duong.restated(now);
//! assert_eq!(moved.target().unwrap().full_name(), "thành phố Hải Phòng");
//! assert!(now.by_name("Hải Dương").is_err()); // it names its successor
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A name or a code of a province means something only with a date. The merger
//! of 1 July 2025 gave many names a larger territory and some codes to another
//! unit, and provinces go on becoming cities. Every lookup is therefore made on
//! a [`Units`] of one date, or says that it is ambiguous.
//!
//! # Main types
//!
//! | type | what it is |
//! |---|---|
//! | [`Units`] | all units valid on one date: lookup by name, table cell, id, GSO and ISO code |
//! | [`Unit`] | one version of a unit: names, kind, codes, region, validity, history, people, area |
//! | [`UnitId`] | what stays through its versions: `hai-phong` |
//! | [`Territory`] | the ground of a unit, as a set: union, overlap, difference |
//! | [`Restatement`] | the units of another date that have a unit's territory |
//! | [`Coverage`] | how much of a unit is reported: `1 of 3` |
//! | [`Event`], [`Act`] | a merger, a split, a transfer, an upgrade, with its legal act |
//! | [`Locality`] | a city or town inside a province: Vũng Tàu |
//! | [`Country`] | the countries of ISO 3166-1, Kosovo, some of the past |
//! | [`Organisation`] | EU, ASEAN, CPTPP, WB …, with members by date |
//! | [`Finder`], [`find_iter`] | the places named in a text |
//! | [`LookupError`] | unknown, ambiguous with candidates, or of another time |
//!
//! # Cookbook
//!
//! **What does a code mean?** Say when.
//!
//! ```
//! # use tinh_gazetteer::{Unit, Units, date};
//! assert_eq!(Units::on(date(2025, 6, 30)?).by_gso_code("24")?.name(), "Bắc Giang");
//! assert_eq!(Units::on(date(2025, 7, 1)?).by_gso_code("24")?.name(), "Bắc Ninh");
//! assert!(Unit::by_gso_code("24").is_err()); // ambiguous without a date
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Carry a table of 2023 over to today, and know what is missing.**
//!
//! ```
//! # use tinh_gazetteer::{Coverage, Units, date};
//! let (then, now) = (Units::on(date(2022, 12, 20)?), Units::on(date(2026, 11, 23)?));
//! let reported = [then.by_name("Vĩnh Long")?, then.by_name("Trà Vinh")?];
//! let target = reported[0].restated(now).target().unwrap();
//! let coverage = Coverage::of(target, reported);
//! assert_eq!(coverage.to_string(), "2 of 3");
//! assert_eq!(coverage.missing()[0].name(), "Bến Tre");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Refuse what cannot be carried over.** Vĩnh Phúc lost a district in 2008;
//! a figure of today's Hải Phòng cannot be divided among its predecessors.
//!
//! ```
//! # use tinh_gazetteer::{Restatement, Units, date};
//! let vinh_phuc = Units::on(date(2007, 1, 1)?).by_name("Vĩnh Phúc")?;
//! let moved = vinh_phuc.restated(Units::on(date(2009, 1, 1)?));
//! assert!(matches!(moved, Restatement::Partial { .. }));
//! let hai_phong = Units::on(date(2026, 1, 1)?).by_name("Hải Phòng")?;
//! let back = hai_phong.restated(Units::on(date(2023, 1, 1)?));
//! assert!(matches!(back, Restatement::Split(_)) && back.target().is_none());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Read a cell of a table.** Numbering, footnotes, offices and English words
//! around a name are taken off; a city inside a province is not the province.
//!
//! ```
//! # use tinh_gazetteer::{Units, date};
//! let units = Units::on(date(2024, 1, 1)?);
//! for cell in ["12. Hà Nam (1)", "Sở KH&ĐT Hà Nam", "Ha Nam province, Vietnam"] {
//!     assert_eq!(units.by_cell(cell)?.name(), "Hà Nam");
//! }
//! assert!(units.by_cell("Thanh Hoa City").is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Is this added twice?** Two territories overlap.
//!
//! ```
//! # use tinh_gazetteer::{Units, date};
//! let old = Units::on(date(2023, 1, 1)?).by_name("Bình Dương")?;
//! let new = Units::on(date(2026, 1, 1)?).by_name("TP.HCM")?;
//! assert!(old.territory().overlaps(new.territory()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Find the places in an article.** Everyday words, personal names, seas and
//! currencies that hold a name are passed over.
//!
//! ```
//! # use tinh_gazetteer::find_iter;
//! let text = "Ông Nguyễn Hòa Bình: vì hòa bình ở Thái Bình Dương, tỉnh Thái Bình nhận \
//!             5 triệu đô la Mỹ từ Hoa Kỳ và Cơ quan Hợp tác quốc tế Nhật Bản";
//! let found: Vec<_> = find_iter(text).filter_map(|m| m.place().id()).collect();
//! assert_eq!(found, ["thai-binh", "US", "JICA"]);
//! ```
//!
//! **Who was a member?**
//!
//! ```
//! # use tinh_gazetteer::{Country, Organisation, date};
//! let asean = Organisation::by_name("ASEAN")?;
//! let timor = Country::by_name("Đông Timor")?;
//! assert_eq!(asean.contains(timor, date(2025, 10, 25)?), Some(false));
//! assert_eq!(asean.contains(timor, date(2025, 10, 26)?), Some(true));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Names
//!
//! A name is compared by its letters and tones. The place of the tone mark
//! (*Hoá*, *Hóa*), composed or separate marks, case, hyphens, dashes and blanks
//! make no difference. A name without any mark (*Hai Duong*) is read too; one
//! with some of its marks (*Vinh Phúc*) only as the cell of a table. Nothing is
//! guessed: *Thanh Hà* is not Thanh Hóa. *TP Thanh Hóa* is a city inside the
//! province and not the province.
//!
//! In running text a name has to start with a capital, every word of a unit's
//! does, and the words around it are looked at. These rules would rather miss
//! a name than invent one.
//!
//! # Cost
//!
//! Every table is a `static` of the program, about half a megabyte: nothing is
//! built at run time, and neither a match nor the lookup of a bare name
//! allocates.
//!
//! # Not supported
//!
//! - Units before 1997-01-01: [`Units::on`] is empty, lookups say so. Provinces
//!   that ended earlier are known by name (*Hà Bắc*, *Hà Nam Ninh*).
//! - Districts, communes and wards; `offshore` (*Dầu khí*) is not a unit.
//! - Boundaries that moved by less than one percent of a unit.
//! - Dividing a figure: a restatement never splits one.
//! - *Congo* alone in running text, which two countries share; one-syllable
//!   names of countries without a place around them that shows the country.
//! - Spelling mistakes, but for a few frequent ones of countries.
//!
//! # Sources
//!
//! The tables are made from the TSV files in `data/`, where each row says where
//! it was read; some dates are marked there as general knowledge. The ISO
//! 3166-2 codes of Việt Nam are still those of before July 2025.
//! [`DATA_VERSION`] says when a row was last corrected.
//!
//! # Features
//!
//! - `serde`: [`UnitId`] as its slug, [`Country`] as its alpha-2 code,
//!   [`Organisation`] as its acronym, [`Locality`] and all kinds as their codes;
//!   [`Unit`], [`Event`] and [`Restatement`] as objects that read back equal;
//!   [`Coverage`], [`Population`], [`NamedPlace`] and [`LookupError`] for writing.

// On docs.rs, items that need a feature say so.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod affix;
mod cell;
mod country;
mod coverage;
mod error;
mod event;
mod fold;
mod locality;
mod lookup;
mod organisation;
mod place;
mod population;
mod restate;
#[cfg(feature = "serde")]
mod serde_impls;
mod set;
mod table;
#[rustfmt::skip]
mod tables;
mod territory;
mod text;
mod unit;
mod units;

pub use chrono;
pub use isocountry;

pub use country::Country;
pub use coverage::Coverage;
pub use error::{Candidate, LookupError, LookupErrorKind};
pub use event::{Act, ActKind, Event, EventKind};
pub use locality::{Locality, LocalityKind};
pub use organisation::{Organisation, OrganisationKind};
pub use place::{NamedPlace, UnitMention};
pub use population::{Population, PopulationSeries};
pub use restate::Restatement;
pub use territory::{Piece, Territory};
pub use text::{FindIter, Finder, Match, find_iter};
pub use unit::{Unit, UnitId, UnitKind};
pub use units::{Units, UnitsIter};

/// The day the tables were last corrected, as `YYYY-MM-DD`.
///
/// A corrected row can move a total, so it is a new version of the crate.
pub const DATA_VERSION: &str = tables::DATA_VERSION;

/// A date from its parts, with an error in place of a panic.
///
/// # Errors
/// When there is no such day.
///
/// ```
/// assert_eq!(tinh_gazetteer::date(2026, 9, 20)?.to_string(), "2026-09-20");
/// let error = tinh_gazetteer::date(2026, 2, 30).unwrap_err();
/// assert_eq!(error.to_string(), "there is no day 2026-02-30");
/// # Ok::<(), tinh_gazetteer::NoSuchDay>(())
/// ```
pub fn date(year: i32, month: u32, day: u32) -> Result<chrono::NaiveDate, NoSuchDay> {
    chrono::NaiveDate::from_ymd_opt(year, month, day).ok_or(NoSuchDay { year, month, day })
}

/// A day that the calendar does not have.
///
/// ```
/// let error = tinh_gazetteer::date(2026, 2, 30).unwrap_err();
/// assert_eq!(error.to_string(), "there is no day 2026-02-30");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no day {year}-{month:02}-{day:02}")]
pub struct NoSuchDay {
    year: i32,
    month: u32,
    day: u32,
}

/// The README's example, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[derive(Debug)]
pub struct Readme;
