//! The place that a name in running text means.

use crate::error::{self, Candidate, LookupError};
use crate::set::Set;
use crate::tables::ID_WORDS;
use crate::unit::UnitId;
use crate::{Country, Locality, Organisation, Unit, Units, lookup};
use chrono::NaiveDate;
use std::fmt;

/// A place named in a text.
///
/// ```
/// use tinh_gazetteer::{NamedPlace, find_iter};
///
/// let mut found = find_iter("Hải Dương ký với Nhật Bản và ADB");
/// assert!(matches!(found.next().unwrap().place(), NamedPlace::Unit(u) if u.id().unwrap().as_str() == "hai-duong"));
/// assert!(matches!(found.next().unwrap().place(), NamedPlace::Country(c) if c.alpha2() == "JP"));
/// assert!(matches!(found.next().unwrap().place(), NamedPlace::Organisation(o) if o.acronym() == "ADB"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NamedPlace {
    /// A province or municipality, at one time or another.
    Unit(UnitMention),
    /// A country or territory.
    Country(Country),
    /// A bloc, an agreement or an organisation.
    Organisation(Organisation),
    /// A city or town inside a province: never the province.
    Locality(Locality),
}

impl NamedPlace {
    /// The id that outlives dates: a slug, an alpha-2 code or an acronym;
    /// `None` for initials that several units share.
    #[must_use]
    pub fn id(self) -> Option<&'static str> {
        match self {
            NamedPlace::Unit(mention) => mention.id().map(UnitId::as_str),
            NamedPlace::Country(country) => Some(country.alpha2()),
            NamedPlace::Organisation(organisation) => Some(organisation.acronym()),
            NamedPlace::Locality(locality) => Some(locality.id()),
        }
    }

    /// The Vietnamese name to show; `None` as for [`id`](NamedPlace::id).
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            NamedPlace::Unit(mention) => mention.id().map(UnitId::name),
            NamedPlace::Country(country) => Some(country.name()),
            NamedPlace::Organisation(organisation) => Some(organisation.name()),
            NamedPlace::Locality(locality) => Some(locality.name()),
        }
    }

    /// `province`, `country`, `bloc`, `agreement`, `organisation` or `locality`.
    #[must_use]
    pub fn group(self) -> &'static str {
        match self {
            NamedPlace::Unit(_) => "province",
            NamedPlace::Country(_) => "country",
            NamedPlace::Organisation(organisation) => organisation.kind().group(),
            NamedPlace::Locality(_) => "locality",
        }
    }
}

/// A unit's name as a text gives it: a name, and the date it is read for, if
/// one was given.
///
/// The name is certain nearly always; which version it means is a matter of
/// the date.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnitMention {
    /// A set of ids.
    ids: Set<ID_WORDS>,
    on: Option<NaiveDate>,
}

impl UnitMention {
    pub(crate) fn new(ids: Set<ID_WORDS>, on: Option<NaiveDate>) -> Self {
        UnitMention { ids, on }
    }

    /// The ids it may mean: one, except for shared initials.
    pub fn ids(self) -> impl Iterator<Item = UnitId> + Clone {
        self.ids.iter().filter_map(UnitId::new)
    }

    /// The id it means. With a date, the one that is valid then is preferred:
    /// *Huế* is `thua-thien-hue` until 2024. `None` when several remain.
    #[must_use]
    pub fn id(self) -> Option<UnitId> {
        let mut ids = self.ids();
        let first = ids.next()?;
        if ids.next().is_none() {
            return Some(first);
        }
        let mut valid = match self.on {
            Some(on) => self.valid_on(on),
            None => return self.unit().ok().map(Unit::id),
        };
        match (valid.next(), valid.next()) {
            (Some(unit), None) => Some(unit.id()),
            _ => None,
        }
    }

    fn valid_on(self, on: NaiveDate) -> impl Iterator<Item = Unit> {
        let units = Units::on(on);
        self.versions().filter(move |u| units.contains(*u))
    }

    /// Every version of the ids it may mean, oldest first within an id.
    pub fn versions(self) -> impl Iterator<Item = Unit> + Clone {
        self.ids().flat_map(UnitId::versions)
    }

    /// Whether the name was that of a unit on the date; `None` without one.
    #[must_use]
    pub fn is_valid(self) -> Option<bool> {
        self.on.map(|on| self.valid_on(on).next().is_some())
    }

    /// The unit meant.
    ///
    /// # Errors
    /// As [`Units::by_name`] with a date and [`Unit::by_name`] without.
    ///
    /// ```
    /// use tinh_gazetteer::{Finder, NamedPlace, date};
    /// let finder = Finder::on(date(2026, 11, 23)?);
    /// let found = finder.find_iter("vốn vào Hải Dương").next().unwrap();
    /// let NamedPlace::Unit(mention) = found.place() else { panic!() };
    /// let gone = mention.unit().unwrap_err();
    /// assert_eq!(gone.units()[0].full_name(), "thành phố Hải Phòng");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn unit(self) -> Result<Unit, LookupError> {
        let name = self.ids().next().map_or("", UnitId::name);
        match self.on {
            None => lookup::settle(name, self.versions().collect()),
            Some(on) => {
                let units = Units::on(on);
                let valid: Vec<Unit> = self.valid_on(on).collect();
                match valid.as_slice() {
                    [unit] => Ok(*unit),
                    [] if units.is_empty() => Err(error::before_tables(name, units)),
                    [] => Err(match lookup::nearest(self.ids, units) {
                        Some(unit) => error::not_valid(name, unit, units),
                        None => error::unknown(name),
                    }),
                    several => Err(error::ambiguous(
                        name,
                        several.iter().map(|u| Candidate::Unit(*u)),
                    )),
                }
            }
        }
    }

    /// The choices for a reader: the unit itself where it is settled, the
    /// successors of one that is gone, or the units that share the name.
    #[must_use]
    pub fn candidates(self) -> Vec<Unit> {
        match self.unit() {
            Ok(unit) => vec![unit],
            Err(error) => error.units(),
        }
    }
}

impl fmt::Debug for UnitMention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UnitMention(")?;
        for (at, id) in self.ids().enumerate() {
            if at > 0 {
                f.write_str(" | ")?;
            }
            f.write_str(id.as_str())?;
        }
        if let Some(on) = self.on {
            write!(f, " on {on}")?;
        }
        f.write_str(")")
    }
}
