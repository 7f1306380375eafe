//! The shape of the generated tables, and how a key is found in them.
//!
//! Nothing is built at run time: every table is a `static` of the program.

use crate::fold::{Key, hash, hash_exact, home};
use crate::set::Set;
use crate::tables::{IDS, KEYS, NAMES, PIECE_WORDS, SLOTS, TARGETS, VERSION_WORDS};
use chrono::NaiveDate;
use isocountry::CountryCode;

/// A version of a unit.
#[derive(Debug)]
pub(crate) struct UnitRow {
    pub(crate) index: u16,
    pub(crate) id: u16,
    pub(crate) name: &'static str,
    pub(crate) english: &'static str,
    pub(crate) municipality: bool,
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
    pub(crate) territory: Set<PIECE_WORDS>,
    pub(crate) note: &'static str,
    pub(crate) source: &'static str,
}

/// An id with the range of its versions, oldest first, and of its attributes.
#[derive(Debug)]
pub(crate) struct IdRow {
    pub(crate) slug: &'static str,
    pub(crate) name: &'static str,
    pub(crate) first: u16,
    pub(crate) end: u16,
    /// The same as a set of versions.
    pub(crate) versions: Set<VERSION_WORDS>,
    pub(crate) first_attribute: u16,
    pub(crate) end_attribute: u16,
    /// The city of the same name inside it, a row of the localities.
    pub(crate) inner_city: Option<u16>,
}

/// What a dated row says of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attribute {
    GsoCode,
    Iso31662,
    Iso31662ByName,
    Hasc,
    Region,
    KeyEconomicRegion,
}

/// A value that a unit has from one day to another.
#[derive(Debug)]
pub(crate) struct AttributeRow {
    pub(crate) attribute: Attribute,
    pub(crate) value: &'static str,
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
}

#[derive(Debug)]
pub(crate) struct PieceRow {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) hectares: Option<u64>,
}

/// The versions valid from a date on, until the next row.
#[derive(Debug)]
pub(crate) struct EpochRow {
    pub(crate) from: NaiveDate,
    pub(crate) units: Set<VERSION_WORDS>,
}

#[derive(Debug)]
pub(crate) struct ActRow {
    pub(crate) kind: crate::ActKind,
    pub(crate) number: &'static str,
    pub(crate) issuer: &'static str,
    pub(crate) date: NaiveDate,
    pub(crate) note: &'static str,
    pub(crate) source: &'static str,
}

#[derive(Debug)]
pub(crate) struct EventRow {
    pub(crate) date: NaiveDate,
    /// Versions; `None` for a province older than the tables.
    pub(crate) from: Option<u16>,
    pub(crate) to: u16,
    pub(crate) from_name: &'static str,
    pub(crate) kind: crate::EventKind,
    /// A row of the acts.
    pub(crate) act: u16,
    pub(crate) note: &'static str,
    pub(crate) source: &'static str,
}

/// A province that ended before the tables begin.
#[derive(Debug)]
pub(crate) struct FormerRow {
    /// Its last year.
    pub(crate) until: i32,
    pub(crate) territory: Set<PIECE_WORDS>,
}

#[derive(Debug)]
pub(crate) struct LocalityRow {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) kind: crate::LocalityKind,
    pub(crate) piece: Set<PIECE_WORDS>,
    pub(crate) until: Option<NaiveDate>,
}

#[derive(Debug)]
pub(crate) struct PopulationRow {
    pub(crate) id: u16,
    pub(crate) year: u16,
    pub(crate) persons: u64,
}

/// An area in hectares or a number of persons.
#[derive(Debug)]
pub(crate) struct RegisterRow {
    pub(crate) id: u16,
    pub(crate) on: NaiveDate,
    pub(crate) value: u64,
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
    pub(crate) first_member: u16,
    pub(crate) end_member: u16,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Member {
    Country(u16),
    Organisation(u16),
}

#[derive(Debug)]
pub(crate) struct MemberRow {
    pub(crate) member: Member,
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
}

/// The meaning of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hit {
    Unit(u16),
    Country(u16),
    Organisation(u16),
    Locality(u16),
    /// A province that ended before the tables begin.
    Former(u16),
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
    /// In running text only after its kind: *thành phố Vinh*.
    Titled,
    /// In running text only beside another country: *Mỹ - Hàn*.
    Pair,
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
    pub(crate) sets: u32,
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

/// The id whose name is exactly this text: most texts that are looked up, and
/// no letter of them has to be folded.
#[inline]
pub(crate) fn exact_id(name: &str) -> Option<&'static IdRow> {
    let mask = NAMES.len() - 1;
    let mut slot = home(hash_exact(name.as_bytes()), NAMES.len());
    // The table is at most half full, so an empty slot ends every probe.
    loop {
        let row = IDS.get(usize::from(*NAMES.get(slot)?).checked_sub(1)?)?;
        if row.name == name {
            return Some(row);
        }
        slot = (slot + 1) & mask;
    }
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
