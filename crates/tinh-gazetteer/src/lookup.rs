//! From a text that is nothing but a name to the units it may mean.

use crate::affix::{self, Says, Side};
use crate::error::{self, Candidate, LookupError, LookupErrorKind};
use crate::fold::{Key, fold_into, fold_name};
use crate::set::Set;
use crate::table::{self, Attribute, Hit, KeyRow, Use};
use crate::tables::{FORMER, ID_WORDS, IDS, VERSION_WORDS};
use crate::unit::UnitId;
use crate::{Territory, Unit, UnitKind, Units};

/// A name without the words around it, and what those say.
struct Bare {
    row: &'static KeyRow,
    kind: Option<UnitKind>,
    /// A town, which no unit of province level is.
    town: bool,
    /// *cũ* or *mới*.
    age: Option<Says>,
}

fn names_a_unit(row: &KeyRow) -> bool {
    row.targets()
        .iter()
        .any(|t| matches!(t.hit, Hit::Unit(_) | Hit::Former(_)))
}

fn bare(name: &str) -> Option<Bare> {
    let key = fold_name(name)?;
    let mut rest = key.as_bytes();
    let bare = |rest: &[u8], kind, town, age| {
        let row = table::find_bytes(rest).filter(|row| names_a_unit(row))?;
        Some(Bare {
            row,
            kind,
            town,
            age,
        })
    };
    let (mut kind, mut town, mut age) = (None, false, None);
    // Each round takes at least one word off.
    loop {
        if let Some(found) = bare(rest, kind, town, age) {
            return Some(found);
        }
        let not_an_office = |(_, says): &(&[u8], Says)| *says != Says::Office;
        let (shorter, says) = affix::strip(rest, Side::Before)
            .filter(not_an_office)
            .or_else(|| affix::strip(rest, Side::After))?;
        rest = shorter;
        match says {
            Says::Province => kind = Some(UnitKind::Province),
            Says::Municipality => kind = Some(UnitKind::Municipality),
            Says::Town => town = true,
            Says::Old | Says::New => age = Some(says),
            Says::Nothing | Says::Office => {}
        }
    }
}

impl Bare {
    /// The ids it may mean, and whether its letters settle nothing by
    /// themselves (initials).
    fn ids(&self) -> (Set<ID_WORDS>, bool) {
        let mut ids = Set::EMPTY;
        let mut settled = false;
        for target in self.row.targets() {
            if let Hit::Unit(id) = target.hit {
                ids = ids.union(Set::of(id));
                settled |= target.usage != Use::Abbreviation;
            }
        }
        (ids, !settled)
    }

    /// The province of before the tables that it names.
    fn former(&self, name: &str, units: Units) -> Option<LookupError> {
        self.row.targets().iter().find_map(|target| {
            let Hit::Former(at) = target.hit else {
                return None;
            };
            let row = FORMER.get(usize::from(at))?;
            let ground = Territory::from_set(row.territory);
            let kind = LookupErrorKind::Former {
                until: row.until,
                successors: ground.units(units).collect(),
            };
            Some(LookupError::new(name, kind))
        })
    }
}

fn versions(ids: Set<ID_WORDS>) -> impl Iterator<Item = Unit> {
    ids.iter()
        .filter_map(UnitId::new)
        .flat_map(UnitId::versions)
}

/// Without a date.
impl Unit {
    /// The one version a name means without a date.
    ///
    /// Versions that cover the same ground (Quảng Ninh as a province and then
    /// as a city) are one answer, the latest of them.
    ///
    /// # Errors
    /// *Ambiguous* when the name meant different territories at different
    /// times, or several units share it; *unknown* when no unit has it.
    ///
    /// ```
    /// use tinh_gazetteer::Unit;
    /// assert_eq!(Unit::by_name("Cao Bằng")?.gso_code(), "04");
    /// assert_eq!(
    ///     Unit::by_name("Hải Phòng").unwrap_err().to_string(),
    ///     "\"Hải Phòng\" is ambiguous without a date: thành phố Hải Phòng (until 2025-06-30), \
    ///      thành phố Hải Phòng (from 2025-07-01)"
    /// );
    /// # Ok::<(), tinh_gazetteer::LookupError>(())
    /// ```
    pub fn by_name(name: &str) -> Result<Unit, LookupError> {
        unit_without_date(name)
    }

    /// The one version a GSO code means without a date.
    ///
    /// # Errors
    /// *Ambiguous* when the code changed hands or its unit grew; *unknown*.
    ///
    /// ```
    /// use tinh_gazetteer::Unit;
    /// assert_eq!(Unit::by_gso_code("27")?.name(), "Bắc Ninh");
    /// let error = Unit::by_gso_code("24").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "\"24\" is ambiguous without a date: tỉnh Bắc Giang (from 1997-01-01 to 2025-06-30), \
    ///      tỉnh Bắc Ninh (from 2025-07-01 to 2026-09-19), thành phố Bắc Ninh (from 2026-09-20)"
    /// );
    /// # Ok::<(), tinh_gazetteer::LookupError>(())
    /// ```
    pub fn by_gso_code(code: &str) -> Result<Unit, LookupError> {
        let wanted = code.trim();
        settle(
            code,
            Unit::all()
                .filter(|u| u.has_code(Attribute::GsoCode, wanted))
                .collect(),
        )
    }

    /// The one version an ISO 3166-2 code means without a date.
    ///
    /// # Errors
    /// *Ambiguous* when the unit of that code changed its territory; *unknown*.
    ///
    /// ```
    /// use tinh_gazetteer::Unit;
    /// assert_eq!(Unit::by_iso_code("VN-54")?.name(), "Bắc Giang");
    /// assert!(Unit::by_iso_code("VN-56").is_err()); // Bắc Ninh before or after 2025?
    /// # Ok::<(), tinh_gazetteer::LookupError>(())
    /// ```
    pub fn by_iso_code(code: &str) -> Result<Unit, LookupError> {
        let wanted = code.trim();
        settle(
            code,
            Unit::all().filter(|u| u.has_iso_code(wanted)).collect(),
        )
    }
}

/// The unit of `units` that `name` means.
#[inline]
pub(crate) fn unit_on(name: &str, units: Units) -> Result<Unit, LookupError> {
    // The name as the tables print it, or another spelling of it: a name alone,
    // of one unit of the date, is all there is to most lookups.
    if let Some(unit) = table::exact_id(name).and_then(|row| units.only(row.versions)) {
        return Ok(unit);
    }
    let mut key = Key::new();
    if fold_into(&mut key, name)
        && let Some(row) = table::find(&key)
    {
        let mut versions = Set::EMPTY;
        let mut plain = true;
        for target in row.targets() {
            if let Hit::Unit(id) = target.hit {
                versions = versions.union(versions_of(id));
                plain &= target.usage != Use::Abbreviation;
            }
        }
        if let (Some(unit), true) = (units.only(versions), plain) {
            return Ok(unit);
        }
    }
    unit_or_reason(name, units)
}

/// The same for names with words around them, and for those that fail.
fn unit_or_reason(name: &str, units: Units) -> Result<Unit, LookupError> {
    let Some(bare) = bare(name) else {
        return Err(error::unknown(name));
    };
    if units.is_empty() {
        return Err(error::before_tables(name, units));
    }
    if let Some(former) = bare.former(name, units) {
        return Err(former);
    }
    let (ids, initials) = bare.ids();
    let valid: Vec<Unit> = versions(ids).filter(|u| units.contains(*u)).collect();
    if let (Some(unit), true) = (valid.first(), bare.town) {
        return Err(LookupError::new(
            name,
            LookupErrorKind::BelowProvince { unit: *unit },
        ));
    }
    if let Some(kind) = bare.kind {
        let mut fitting = valid.iter().copied().filter(|u| u.kind() == kind);
        let first = fitting.next();
        if let (true, Some(unit), None) = (initials, first, fitting.next()) {
            return Ok(unit);
        }
        if kind == UnitKind::Municipality
            && first.is_none()
            && let Some(error) = city_of_a_province(name, ids, &valid, units)
        {
            return Err(error);
        }
    }
    match valid.as_slice() {
        [] => Err(match nearest(ids, units) {
            Some(unit) => error::not_valid(name, unit, units),
            None => error::unknown(name),
        }),
        [unit] => match bare.age.and_then(|age| other_age(*unit, age)) {
            Some(other) => Err(error::not_valid(name, other, units)),
            None => Ok(*unit),
        },
        several => Err(error::ambiguous(
            name,
            several.iter().map(|u| Candidate::Unit(*u)),
        )),
    }
}

/// *Hải Phòng cũ*, *Hải Phòng mới*: the version with the other territory, when
/// `unit` is not the one meant.
fn other_age(unit: Unit, age: Says) -> Option<Unit> {
    let differs = |other: &Unit| other.territory() != unit.territory();
    let mut versions = unit.id().versions();
    match age {
        Says::Old => versions.rev().skip_while(|v| *v != unit).find(differs),
        _ => versions
            .by_ref()
            .skip_while(|v| *v != unit)
            .filter(differs)
            .last(),
    }
}

/// The versions of an id as a set.
#[inline]
fn versions_of(id: u16) -> Set<VERSION_WORDS> {
    IDS.get(usize::from(id))
        .map_or(Set::EMPTY, |row| row.versions)
}

/// *TP Thanh Hóa*: a province of that name is not a city. Where the unit is a
/// city at another date, the version of that date is meant.
fn city_of_a_province(
    name: &str,
    ids: Set<ID_WORDS>,
    valid: &[Unit],
    units: Units,
) -> Option<LookupError> {
    let city = versions(ids).find(|u| u.kind() == UnitKind::Municipality);
    match (city, valid.first()) {
        (Some(city), _) if !crate::unit::had_inner_city(city, units.date()) => {
            Some(error::not_valid(name, city, units))
        }
        (_, Some(unit)) => Some(LookupError::new(
            name,
            LookupErrorKind::BelowProvince { unit: *unit },
        )),
        _ => None,
    }
}

/// The version whose time is closest: the last one that had ended, else the
/// first one to begin.
pub(crate) fn nearest(ids: Set<ID_WORDS>, units: Units) -> Option<Unit> {
    versions(ids)
        .filter(|u| u.valid_to().is_some_and(|to| to < units.date()))
        .max_by_key(|u| u.valid_to())
        .or_else(|| versions(ids).min_by_key(|u| u.valid_from()))
}

/// The one version that `name` means at any time.
pub(crate) fn unit_without_date(name: &str) -> Result<Unit, LookupError> {
    let Some(bare) = bare(name) else {
        return Err(error::unknown(name));
    };
    // Without a date the units that came after it are those of today.
    if let Some(former) = bare.former(name, Units::on(chrono::NaiveDate::MAX)) {
        return Err(former);
    }
    let (ids, initials) = bare.ids();
    let mut found: Vec<Unit> = versions(ids).collect();
    let below = |unit: &Unit| {
        Err(LookupError::new(
            name,
            LookupErrorKind::BelowProvince { unit: *unit },
        ))
    };
    if let (true, Some(unit)) = (bare.town, found.last()) {
        return below(unit);
    }
    if bare.kind == Some(UnitKind::Municipality) {
        let cities: Vec<Unit> = found
            .iter()
            .copied()
            .filter(|u| u.kind() == UnitKind::Municipality)
            .collect();
        match (cities.is_empty(), found.last()) {
            (true, Some(unit)) if !initials => return below(unit),
            (true, _) => {}
            (false, _) => found = cities,
        }
    }
    if initials {
        return Err(error::ambiguous(
            name,
            found.into_iter().map(Candidate::Unit),
        ));
    }
    settle(name, found)
}

/// One answer where all versions cover the same ground: the latest.
pub(crate) fn settle(text: &str, found: Vec<Unit>) -> Result<Unit, LookupError> {
    let latest = found.iter().copied().max_by_key(|u| u.valid_from());
    match latest {
        None => Err(error::unknown(text)),
        Some(latest) if found.iter().all(|u| u.territory() == latest.territory()) => Ok(latest),
        Some(_) => Err(error::ambiguous(
            text,
            found.into_iter().map(Candidate::Unit),
        )),
    }
}
