//! What happened between two versions, and by which act.

use crate::Unit;
use crate::table::EventRow;
use chrono::NaiveDate;
use std::fmt;

/// What happened to a unit.
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
/// assert_eq!(event.act(), "Nghị quyết 175/2024/QH15 (30/11/2024)");
/// assert!(event.is_rename());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Event {
    row: &'static EventRow,
    to: Unit,
}

impl Event {
    pub(crate) fn new(row: &'static EventRow) -> Option<Self> {
        Unit::new(row.to).map(|to| Event { row, to })
    }

    /// The day the new state began.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.row.date
    }

    /// What happened.
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

    /// The legal act, in Vietnamese, with its date.
    #[must_use]
    pub fn act(self) -> &'static str {
        self.row.act
    }

    /// What the table adds, in English; often empty.
    #[must_use]
    pub fn note(self) -> &'static str {
        self.row.note
    }

    /// Where the edge was read. `general knowledge` is said where it is so.
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
