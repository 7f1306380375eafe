//! Cities and towns inside a province.

use crate::affix::{self, Says, Side};
use crate::error::{self, LookupError};
use crate::fold::fold_name;
use crate::table::{self, Hit, LocalityRow};
use crate::tables::LOCALITIES;
use crate::{Territory, Unit, Units};
use chrono::NaiveDate;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// The legal kind of a locality until districts were abolished.
///
/// ```
/// use tinh_gazetteer::{LocalityKind, NamedPlace, find_iter};
/// let found = find_iter("thành phố Vũng Tàu").next().map(|m| m.place());
/// assert!(matches!(found, Some(NamedPlace::Locality(city)) if city.kind() == LocalityKind::City));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum LocalityKind {
    /// *Thành phố thuộc tỉnh*.
    City,
    /// *Thị xã*.
    Town,
}

impl LocalityKind {
    /// The word before a name: `thành phố` or `thị xã`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            LocalityKind::City => "thành phố",
            LocalityKind::Town => "thị xã",
        }
    }

    /// A code that stays: `city`, `town`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            LocalityKind::City => "city",
            LocalityKind::Town => "town",
        }
    }
}

impl FromStr for LocalityKind {
    type Err = LookupError;

    /// Reads a [`code`](LocalityKind::code).
    fn from_str(code: &str) -> Result<Self, LookupError> {
        [LocalityKind::City, LocalityKind::Town]
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or_else(|| error::unknown(code))
    }
}

impl fmt::Display for LocalityKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A city or town inside a province, such as Vũng Tàu or the city of Thanh Hóa
/// in the province of Thanh Hóa. It is never the province.
///
/// The table has the cities and towns of June 2025. They ended as units of
/// their own on 30 June 2025 with all districts; the press goes on using the
/// names.
///
/// ```
/// use tinh_gazetteer::{Locality, date};
///
/// let vung_tau: Locality = "vung-tau".parse()?;
/// assert_eq!(vung_tau.full_name(), "thành phố Vũng Tàu");
/// let province = |day| vung_tau.province_on(day).map(|unit| unit.name());
/// assert_eq!(province(date(2024, 1, 1)?), Some("Bà Rịa - Vũng Tàu"));
/// assert_eq!(province(date(2026, 1, 1)?), Some("Hồ Chí Minh"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Locality {
    row: &'static LocalityRow,
}

impl Locality {
    pub(crate) fn new(index: u16) -> Option<Self> {
        LOCALITIES
            .get(usize::from(index))
            .map(|row| Locality { row })
    }

    /// Every locality, by id.
    pub fn all() -> impl DoubleEndedIterator<Item = Locality> + ExactSizeIterator + Clone {
        LOCALITIES.iter().map(|row| Locality { row })
    }

    /// A locality by its name alone, with its kind or without.
    ///
    /// # Errors
    /// *Unknown* for every other name.
    ///
    /// ```
    /// use tinh_gazetteer::Locality;
    /// assert_eq!(Locality::by_name("TP. Nha Trang")?.id(), "nha-trang");
    /// assert_eq!(Locality::by_name("thành phố Thanh Hóa")?.id(), "thanh-hoa-city");
    /// # Ok::<(), tinh_gazetteer::LookupError>(())
    /// ```
    pub fn by_name(name: &str) -> Result<Self, LookupError> {
        let key = fold_name(name).ok_or_else(|| error::unknown(name))?;
        let bare = match affix::strip(key.as_bytes(), Side::Before) {
            Some((bare, Says::Municipality | Says::Town)) => bare,
            _ => key.as_bytes(),
        };
        table::find_bytes(bare)
            .into_iter()
            .flat_map(|row| row.targets())
            .find_map(|target| match target.hit {
                Hit::Locality(index) => Locality::new(index),
                _ => None,
            })
            .ok_or_else(|| error::unknown(name))
    }

    /// The slug: `vung-tau`; with `-city` or `-town` where a unit of province
    /// level has the name: `thanh-hoa-city`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.row.id
    }

    /// The name alone: `Vũng Tàu`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row.name
    }

    /// The name with its kind: `thành phố Vũng Tàu`.
    #[must_use]
    pub fn full_name(self) -> String {
        format!("{} {}", self.row.kind, self.row.name)
    }

    /// City or town.
    #[must_use]
    pub fn kind(self) -> LocalityKind {
        self.row.kind
    }

    /// The last day as a unit of its own.
    #[must_use]
    pub fn valid_to(self) -> Option<NaiveDate> {
        self.row.until
    }

    /// The province that has its ground on a date; `None` before 1997-01-01.
    #[must_use]
    pub fn province_on(self, date: NaiveDate) -> Option<Unit> {
        self.territory().units(Units::on(date)).next()
    }

    /// The piece of the country it is in, which is larger than the locality.
    pub(crate) fn territory(self) -> Territory {
        Territory::from_set(self.row.piece)
    }

    /// Whether it was a unit of its own on `date`.
    pub(crate) fn lasts(self, date: NaiveDate) -> bool {
        self.row.until.is_none_or(|until| date <= until)
    }
}

impl FromStr for Locality {
    type Err = LookupError;

    /// Exactly an id: names go through [`Locality::by_name`].
    fn from_str(id: &str) -> Result<Self, LookupError> {
        LOCALITIES
            .binary_search_by(|row| row.id.cmp(id))
            .ok()
            .and_then(|at| LOCALITIES.get(at))
            .map(|row| Locality { row })
            .ok_or_else(|| error::unknown(id))
    }
}

impl PartialEq for Locality {
    fn eq(&self, other: &Self) -> bool {
        self.row.id == other.row.id
    }
}

impl Eq for Locality {}

impl Hash for Locality {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.row.id.hash(state);
    }
}

impl PartialOrd for Locality {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Locality {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.row.id.cmp(other.row.id)
    }
}

/// The name alone.
impl fmt::Display for Locality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.row.name)
    }
}

impl fmt::Debug for Locality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locality({})", self.row.id)
    }
}
