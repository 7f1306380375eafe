//! Events between two versions of a unit, and the acts that ordered them.

use crate::Unit;
use crate::error::{self, LookupError};
use crate::table::{ActRow, EventRow};
use crate::tables::ACTS;
use chrono::NaiveDate;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// The kind of an event in the history of a unit.
///
/// ```
/// use tinh_gazetteer::{EventKind, Units, date};
/// let hue = Units::on(date(2026, 1, 1)?).by_name("Huế")?;
/// assert!(hue.predecessors().any(|event| event.kind() == EventKind::Upgrade));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EventKind {
    /// One unit became several. The part that kept the name is one of them.
    Split,
    /// Several became one. The one that kept the name is one of them.
    Merge,
    /// A province became a municipality, with or without a new name.
    Upgrade,
    /// A part of a unit moved to another.
    Transfer,
    /// The code changed and nothing else.
    Recode,
    /// A resolution that merged others named this one as staying as it is.
    Unchanged,
}

impl EventKind {
    /// One English word: `merge`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            EventKind::Split => "split",
            EventKind::Merge => "merge",
            EventKind::Upgrade => "upgrade",
            EventKind::Transfer => "transfer",
            EventKind::Recode => "recode",
            EventKind::Unchanged => "unchanged",
        }
    }
}

impl FromStr for EventKind {
    type Err = LookupError;

    /// Reads the word of [`as_str`](EventKind::as_str).
    fn from_str(word: &str) -> Result<Self, LookupError> {
        use EventKind::{Merge, Recode, Split, Transfer, Unchanged, Upgrade};
        [Split, Merge, Upgrade, Transfer, Recode, Unchanged]
            .into_iter()
            .find(|kind| kind.as_str() == word)
            .ok_or_else(|| error::unknown(word))
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// One edge of the history: from a version to a version.
///
/// ```
/// use tinh_gazetteer::{EventKind, Units, date};
///
/// let hue = Units::on(date(2026, 1, 1)?).by_name("Huế")?;
/// let event = hue.predecessors().next().unwrap();
/// assert_eq!(event.date(), date(2025, 1, 1)?);
/// assert_eq!(event.kind(), EventKind::Upgrade);
/// assert_eq!(event.act().to_string(), "Nghị quyết 175/2024/QH15 (30/11/2024)");
/// assert!(event.is_rename());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Event {
    row: &'static EventRow,
    to: Unit,
    act: Act,
}

impl Event {
    pub(crate) fn new(row: &'static EventRow) -> Option<Self> {
        let to = Unit::new(row.to)?;
        let act = ACTS.get(usize::from(row.act)).map(|row| Act { row })?;
        Some(Event { row, to, act })
    }

    /// The day the new state began.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.row.date
    }

    /// The kind.
    #[must_use]
    pub fn kind(self) -> EventKind {
        self.row.kind
    }

    /// The version before; `None` for a province that ended before the tables
    /// begin (Hà Bắc, Sông Bé): [`from_name`](Event::from_name) still names it.
    #[must_use]
    pub fn from(self) -> Option<Unit> {
        self.row.from.and_then(Unit::new)
    }

    /// The name of the unit before.
    #[must_use]
    pub fn from_name(self) -> &'static str {
        self.row.from_name
    }

    /// The version after.
    #[must_use]
    pub fn to(self) -> Unit {
        self.to
    }

    /// Whether the name changed with it while the unit stayed.
    #[must_use]
    pub fn is_rename(self) -> bool {
        self.row.kind == EventKind::Upgrade && self.row.from_name != self.to().name()
    }

    /// The legal act.
    #[must_use]
    pub fn act(self) -> Act {
        self.act
    }

    /// A remark of the table, in English; often empty.
    #[must_use]
    pub fn note(self) -> &'static str {
        self.row.note
    }

    /// The source of the event; `general knowledge` where there is no document.
    #[must_use]
    pub fn source(self) -> &'static str {
        self.row.source
    }
}

impl PartialEq for Event {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.row, other.row)
    }
}

impl Eq for Event {}

impl Hash for Event {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::ptr::from_ref(self.row).hash(state);
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Event({} {}: {} -> {})",
            self.row.date,
            self.row.kind,
            self.row.from_name,
            self.to.id()
        )
    }
}

/// The kind of a legal act.
///
/// ```
/// use tinh_gazetteer::{ActKind, Units};
/// let hai_phong = Units::on("2025-07-01".parse()?).by_name("Hải Phòng")?;
/// let merger = hai_phong.predecessors().next().ok_or("no event")?;
/// assert_eq!(merger.act().kind(), ActKind::Resolution);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ActKind {
    /// *Nghị quyết*, of the National Assembly.
    Resolution,
    /// *Quyết định*, of the Prime Minister.
    Decision,
}

impl ActKind {
    /// The Vietnamese word: `Nghị quyết`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            ActKind::Resolution => "Nghị quyết",
            ActKind::Decision => "Quyết định",
        }
    }

    /// A code that stays: `resolution`, `decision`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            ActKind::Resolution => "resolution",
            ActKind::Decision => "decision",
        }
    }
}

impl FromStr for ActKind {
    type Err = LookupError;

    /// Reads a [`code`](ActKind::code).
    fn from_str(code: &str) -> Result<Self, LookupError> {
        [ActKind::Resolution, ActKind::Decision]
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or_else(|| error::unknown(code))
    }
}

impl fmt::Display for ActKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A legal act that changed units, with its kind, number and date.
///
/// ```
/// use tinh_gazetteer::{ActKind, Units, date};
///
/// let unit = Units::on(date(2026, 1, 1)?).by_name("Hải Phòng")?;
/// let act = unit.predecessors().next().map(|event| event.act()).ok_or("no event")?;
/// assert_eq!((act.kind(), act.number()), (ActKind::Resolution, Some("202/2025/QH15")));
/// assert_eq!((act.issuer(), act.date()), ("Quốc hội", date(2025, 6, 12)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Act {
    row: &'static ActRow,
}

impl Act {
    /// Resolution or decision.
    #[must_use]
    pub fn kind(self) -> ActKind {
        self.row.kind
    }

    /// The number, such as `202/2025/QH15`; `None` for the resolution of 1996,
    /// whose number was not read.
    #[must_use]
    pub fn number(self) -> Option<&'static str> {
        Some(self.row.number).filter(|number| !number.contains(' '))
    }

    /// Who passed it, in Vietnamese: `Quốc hội`.
    #[must_use]
    pub fn issuer(self) -> &'static str {
        self.row.issuer
    }

    /// The day it was passed, which is not the day a change took effect: that
    /// is [`Event::date`].
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.row.date
    }

    /// When it takes effect and what else the table says, in English.
    #[must_use]
    pub fn note(self) -> &'static str {
        self.row.note
    }

    /// Where it was read.
    #[must_use]
    pub fn source(self) -> &'static str {
        self.row.source
    }
}

impl PartialEq for Act {
    fn eq(&self, other: &Self) -> bool {
        self.row.number == other.row.number
    }
}

impl Eq for Act {}

impl Hash for Act {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.row.number.hash(state);
    }
}

/// In Vietnamese, with the date: `Nghị quyết 202/2025/QH15 (12/06/2025)`.
impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.row.date.format("%d/%m/%Y");
        match self.number() {
            Some(number) => write!(f, "{} {number} ({day})", self.row.kind),
            None => write!(f, "{} {} ({day})", self.row.kind, self.row.issuer),
        }
    }
}

impl fmt::Debug for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Act({})", self.row.number)
    }
}
