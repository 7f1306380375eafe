//! By what a total is broken down.

use std::fmt;

use tinh_gazetteer::Unit;
use tinh_model::Place;

/// By what figures are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Key {
    /// The province or city, as of its own date or restated to another.
    Province,
    /// The region of the unit (*vùng*).
    Region,
    /// The producer of the source.
    Producer,
    /// The year of the as-of date or, for a flow, of the period.
    Year,
}

/// What a group has in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Group {
    /// A province or city.
    Unit(Unit),
    /// A place that is no unit: the nation, the sea.
    Other(&'static str),
    /// A region.
    Region(String),
    /// A producer.
    Producer(String),
    /// A year; none where it is not known.
    Year(Option<i32>),
}

impl Group {
    pub(crate) fn of_place(place: Place) -> Self {
        match place.unit() {
            Some(unit) => Self::Unit(unit),
            None => Self::Other(place.name()),
        }
    }

    /// The unit, where the group is one.
    #[must_use]
    pub const fn unit(&self) -> Option<Unit> {
        match self {
            Self::Unit(unit) => Some(*unit),
            _ => None,
        }
    }

    /// The name shown.
    #[must_use]
    pub fn name(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unit(unit) => f.write_str(unit.name()),
            Self::Other(name) => f.write_str(name),
            Self::Region(name) | Self::Producer(name) => f.write_str(name),
            Self::Year(Some(year)) => write!(f, "{year}"),
            Self::Year(None) => f.write_str("year unknown"),
        }
    }
}
