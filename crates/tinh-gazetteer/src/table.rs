//! The shape of the generated tables, and how a key is found in them.
//!
//! Nothing is built at run time: every table is a `static` of the program.

use crate::fold::{Key, hash, home};
use crate::tables::{KEYS, SLOTS, TARGETS};
use chrono::NaiveDate;
use isocountry::CountryCode;

/// A version of a unit.
#[derive(Debug)]
pub(crate) struct UnitRow {
    pub(crate) index: u8,
    pub(crate) id: u8,
    pub(crate) name: &'static str,
    pub(crate) municipality: bool,
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
    pub(crate) gso: &'static str,
    pub(crate) gso_old: &'static str,
    pub(crate) iso: &'static str,
    pub(crate) iso_assigned: bool,
    pub(crate) region: &'static str,
    pub(crate) region_2025: &'static str,
    pub(crate) key_region: &'static str,
    pub(crate) territory: u128,
    pub(crate) note: &'static str,
    pub(crate) source: &'static str,
}

/// An id with the range of its versions, oldest first.
#[derive(Debug)]
pub(crate) struct IdRow {
    pub(crate) slug: &'static str,
    pub(crate) name: &'static str,
    pub(crate) first: u8,
    pub(crate) end: u8,
    /// The same as a set of versions.
    pub(crate) versions: u128,
}

#[derive(Debug)]
pub(crate) struct PieceRow {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
}

/// The versions valid from a date on, until the next row.
#[derive(Debug)]
pub(crate) struct EpochRow {
    pub(crate) from: NaiveDate,
    pub(crate) units: u128,
}

#[derive(Debug)]
pub(crate) struct EventRow {
    pub(crate) date: NaiveDate,
    /// Versions; `None` for a province older than the tables.
    pub(crate) from: Option<u8>,
    pub(crate) to: u8,
    pub(crate) from_name: &'static str,
    pub(crate) kind: crate::EventKind,
    pub(crate) act: &'static str,
    pub(crate) note: &'static str,
    pub(crate) source: &'static str,
}

#[derive(Debug)]
pub(crate) struct CountryRow {
    pub(crate) alpha2: &'static str,
    pub(crate) alpha3: &'static str,
    pub(crate) numeric: Option<u16>,
    pub(crate) code: Option<CountryCode>,
    pub(crate) former: bool,
    pub(crate) name: &'static str,
    pub(crate) short: &'static str,
    pub(crate) official: &'static str,
}

#[derive(Debug)]
pub(crate) struct OrganisationRow {
    pub(crate) acronym: &'static str,
    pub(crate) name: &'static str,
    pub(crate) kind: crate::OrganisationKind,
    pub(crate) known_from: Option<NaiveDate>,
    pub(crate) known_to: Option<NaiveDate>,
    pub(crate) first_member: u8,
    pub(crate) end_member: u8,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Member {
    Country(u8),
    Organisation(u8),
}

#[derive(Debug)]
pub(crate) struct MemberRow {
    pub(crate) member: Member,
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
}

/// What a key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hit {
    Unit(u8),
    Country(u8),
    Organisation(u8),
    /// A longer phrase that holds a name without naming the place.
    Nothing,
}

/// Where a spelling may be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// In running text and alone.
    Text,
    /// In running text after a look at the words around it.
    Context,
    /// In running text only where the line has no marks at all.
    Unmarked,
    /// Alone only.
    Lookup,
    /// Initials of one unit only; in running text after its kind (`TP HP`).
    Initials,
    /// Initials that do not settle the name.
    Abbreviation,
}

/// How a spelling must be capitalised in running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// Every word.
    Words,
    /// The first word.
    First,
    /// Every letter.
    All,
}

#[derive(Debug)]
pub(crate) struct TargetRow {
    pub(crate) hit: Hit,
    pub(crate) usage: Use,
    pub(crate) case: Case,
}

#[derive(Debug)]
pub(crate) struct KeyRow {
    pub(crate) key: &'static str,
    /// A longer key starts with this one and a separator.
    pub(crate) extends: bool,
    /// The sets of words around names that it is in.
    pub(crate) sets: u16,
    pub(crate) first: u16,
    pub(crate) count: u8,
}

impl KeyRow {
    #[inline]
    pub(crate) fn targets(&self) -> &'static [TargetRow] {
        let first = usize::from(self.first);
        TARGETS
            .get(first..first + usize::from(self.count))
            .unwrap_or(&[])
    }
}

/// A date of a table. The stale test of the tables refuses a date that does
/// not exist, so the other arm is never met.
pub(crate) const fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

/// The row of a key.
#[inline]
pub(crate) fn find(key: &Key) -> Option<&'static KeyRow> {
    probe(key.hash(), key.as_bytes())
}

/// The row of a key that is a part of another.
pub(crate) fn find_bytes(key: &[u8]) -> Option<&'static KeyRow> {
    probe(hash(key), key)
}

#[inline]
fn probe(hash: u32, key: &[u8]) -> Option<&'static KeyRow> {
    let mask = SLOTS.len() - 1;
    let mut slot = home(hash, SLOTS.len());
    // The table is at most half full, so an empty slot ends every probe.
    for _ in 0..SLOTS.len() {
        let row = KEYS.get(usize::from(*SLOTS.get(slot)?).checked_sub(1)?)?;
        if row.key.as_bytes() == key {
            return Some(row);
        }
        slot = (slot + 1) & mask;
    }
    None
}
