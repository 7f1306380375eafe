//! Vietnamese provinces through time; countries, blocs, agreements and
//! organisations by their Vietnamese names.

mod context;
mod country;
mod coverage;
mod error;
mod event;
mod find;
mod fold;
mod lookup;
mod organisation;
mod place;
mod restate;
#[cfg(feature = "serde")]
mod serde_impls;
mod table;
#[rustfmt::skip]
mod tables;
mod territory;
mod unit;
mod units;

pub use chrono;
pub use isocountry;

pub use country::Country;
pub use coverage::Coverage;
pub use error::{Candidate, LookupError, LookupErrorKind};
pub use event::{Event, EventKind};
pub use find::{FindIter, Finder, Match, find_iter};
pub use organisation::{Organisation, OrganisationKind};
pub use place::{Place, UnitMention};
pub use restate::Restatement;
pub use territory::{Piece, Territory};
pub use unit::{Unit, UnitId, UnitKind};
pub use units::{Units, UnitsIter};

/// The day the tables were last corrected. A corrected row can move a total,
/// so it is a new version of the crate.
pub const DATA_VERSION: &str = tables::DATA_VERSION;

/// A date from its parts, with an error in place of a panic.
///
/// # Errors
/// When there is no such day.
///
/// ```
/// assert_eq!(tinh_gazetteer::date(2026, 9, 20)?.to_string(), "2026-09-20");
/// assert!(tinh_gazetteer::date(2026, 2, 30).is_err());
/// # Ok::<(), tinh_gazetteer::NoSuchDay>(())
/// ```
pub fn date(year: i32, month: u32, day: u32) -> Result<chrono::NaiveDate, NoSuchDay> {
    chrono::NaiveDate::from_ymd_opt(year, month, day).ok_or(NoSuchDay { year, month, day })
}

/// A day that the calendar does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no day {year}-{month:02}-{day:02}")]
pub struct NoSuchDay {
    year: i32,
    month: u32,
    day: u32,
}
