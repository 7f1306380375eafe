//! From a text that is nothing but a name to the units it may mean.

use crate::error::{self, Candidate, LookupError, LookupErrorKind};
use crate::fold::{Key, fold_into, fold_name};
use crate::table::{self, Hit, KeyRow, Use};
use crate::tables::IDS;
use crate::territory::Bits;
use crate::unit::UnitId;
use crate::{Unit, UnitKind, Units};

/// Words that stand before a name, folded, with what they say of its kind.
/// Bodies come first: `UBND thành phố Hà Nội` loses two of them.
const BEFORE: [(&str, Option<UnitKind>); 21] = [
    ("ubnd ", None),
    ("uyR ban nhBn dBn ", None),
    ("uy ban nhan dan ", None),
    ("hDnd ", None),
    ("hdnd ", None),
    ("hOiJ DOngF nhBn dBn ", None),
    ("hoi dong nhan dan ", None),
    ("tinhR uyR ", Some(UnitKind::Province)),
    ("tinh uy ", Some(UnitKind::Province)),
    ("thanhF uyR ", Some(UnitKind::Municipality)),
    ("thanh uy ", Some(UnitKind::Municipality)),
    ("tinhR ", Some(UnitKind::Province)),
    ("tinh ", Some(UnitKind::Province)),
    ("thanhF phOS ", Some(UnitKind::Municipality)),
    ("thanh pho ", Some(UnitKind::Municipality)),
    ("tp ", Some(UnitKind::Municipality)),
    ("t p ", Some(UnitKind::Municipality)),
    ("thuR DO ", Some(UnitKind::Municipality)),
    ("thu do ", Some(UnitKind::Municipality)),
    ("province of ", None),
    ("city of ", None),
];

/// Words that stand after it: `(cũ)`, `Province`, `City`.
const AFTER: [&str; 5] = [" cuX", " cu", " province", " city", " municipality"];

/// A name without the words around it.
struct Bare {
    row: &'static KeyRow,
    kind: Option<UnitKind>,
}

fn bare(name: &str) -> Option<Bare> {
    let key = fold_name(name)?;
    let is_unit =
        |row: &&'static KeyRow| row.targets().iter().any(|t| matches!(t.hit, Hit::Unit(_)));
    if let Some(row) = table::find(&key).filter(is_unit) {
        return Some(Bare { row, kind: None });
    }
    let mut rest = key.as_bytes();
    let mut kind = None;
    // Each round takes at least one word off.
    loop {
        let before = BEFORE
            .iter()
            .find_map(|(lead, says)| Some((rest.strip_prefix(lead.as_bytes())?, *says)));
        let after = AFTER
            .iter()
            .find_map(|tail| rest.strip_suffix(tail.as_bytes()));
        (rest, kind) = match (before, after) {
            (Some((shorter, says)), _) => (shorter, says.or(kind)),
            (None, Some(shorter)) => (shorter, kind),
            (None, None) => return None,
        };
        if let Some(row) = table::find_bytes(rest).filter(is_unit) {
            return Some(Bare { row, kind });
        }
    }
}

impl Bare {
    /// The ids it may mean, and whether its letters settle nothing by
    /// themselves (initials).
    fn ids(&self) -> (u128, bool) {
        let mut ids = 0u128;
        let mut settled = false;
        for target in self.row.targets() {
            if let Hit::Unit(id) = target.hit {
                ids |= 1 << id;
                settled |= target.usage != Use::Abbreviation;
            }
        }
        (ids, !settled)
    }
}

fn versions(ids: u128) -> impl Iterator<Item = Unit> {
    Bits(ids).filter_map(UnitId::new).flat_map(UnitId::versions)
}

/// The unit of `units` that `name` means.
#[inline]
pub(crate) fn unit_on(name: &str, units: Units) -> Result<Unit, LookupError> {
    // A name alone, of one unit of the date: all there is to most lookups.
    let mut key = Key::new();
    if fold_into(&mut key, name)
        && let Some(row) = table::find(&key)
    {
        let mut versions = 0u128;
        let mut plain = true;
        for target in row.targets() {
            if let Hit::Unit(id) = target.hit {
                versions |= versions_of(id);
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
    let (ids, initials) = bare.ids();
    let valid: Vec<Unit> = versions(ids).filter(|u| units.contains(*u)).collect();
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
        [unit] if !initials => Ok(*unit),
        several => Err(error::ambiguous(
            name,
            several.iter().map(|u| Candidate::Unit(*u)),
        )),
    }
}

/// The versions of an id as a set.
#[inline]
fn versions_of(id: u8) -> u128 {
    IDS.get(usize::from(id)).map_or(0, |row| row.versions)
}

/// *TP Thanh Hóa*: a province of that name is no city. Where the unit is a
/// city at another date, the version of that date is meant.
fn city_of_a_province(name: &str, ids: u128, valid: &[Unit], units: Units) -> Option<LookupError> {
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
pub(crate) fn nearest(ids: u128, units: Units) -> Option<Unit> {
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
    let (ids, initials) = bare.ids();
    let mut found: Vec<Unit> = versions(ids).collect();
    if bare.kind == Some(UnitKind::Municipality) {
        let cities: Vec<Unit> = found
            .iter()
            .copied()
            .filter(|u| u.kind() == UnitKind::Municipality)
            .collect();
        match (cities.is_empty(), found.last()) {
            (true, Some(unit)) if !initials => {
                return Err(LookupError::new(
                    name,
                    LookupErrorKind::BelowProvince { unit: *unit },
                ));
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_around_a_name_are_folded_right() {
        let mut spelled = Vec::new();
        for phrase in [
            "UBND",
            "Ủy ban nhân dân",
            "uy ban nhan dan",
            "HĐND",
            "HDND",
            "Hội đồng nhân dân",
            "hoi dong nhan dan",
            "Tỉnh ủy",
            "tinh uy",
            "Thành ủy",
            "thanh uy",
            "tỉnh",
            "tinh",
            "thành phố",
            "thanh pho",
            "TP.",
            "T.P",
            "Thủ đô",
            "thu do",
            "Province of",
            "City of",
        ] {
            let key = fold_name(phrase).unwrap();
            spelled.push(String::from_utf8(key.as_bytes().to_vec()).unwrap() + " ");
        }
        let kept: Vec<&str> = BEFORE.iter().map(|(lead, _)| *lead).collect();
        assert_eq!(spelled, kept);
        assert_eq!(fold_name("cũ").unwrap().as_bytes(), b"cuX");
    }
}
