//! The units of one date.

use crate::error::{self, LookupError};
use crate::set::{Members, Set};
use crate::table::Attribute;
use crate::tables::{EPOCHS, VERSION_WORDS};
use crate::unit::{TWO_DIGIT_CODES, UnitId};
use crate::{Territory, Unit, lookup};
use chrono::NaiveDate;
use std::iter::FusedIterator;

/// All province-level units valid on one date.
///
/// The tables begin on 1997-01-01: for an earlier date there are no units, and
/// a lookup says so. They were last corrected on
/// [`DATA_VERSION`](crate::DATA_VERSION): a later date is answered by the units
/// of that day, which a new law may have changed.
///
/// `Copy`; made without searching names, a few comparisons.
///
/// ```
/// use tinh_gazetteer::{Units, UnitKind, date};
///
/// let units = Units::on(date(2026, 11, 23)?);
/// let city = units.by_name("Hải Phòng")?;
/// assert!(units.contains(city) && city.kind() == UnitKind::Municipality);
/// assert_eq!(units.by_name("TP. Hồ Chí Minh")?.gso_code(), "79");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Units {
    date: NaiveDate,
    set: Set<VERSION_WORDS>,
}

impl Units {
    /// The units valid on `date`.
    #[must_use]
    pub fn on(date: NaiveDate) -> Units {
        let after = EPOCHS.partition_point(|epoch| epoch.from <= date);
        let set = after
            .checked_sub(1)
            .and_then(|at| EPOCHS.get(at))
            .map_or(Set::EMPTY, |epoch| epoch.units);
        Units { date, set }
    }

    /// The units of today in Việt Nam (UTC+7), by the clock of the machine.
    ///
    /// The tables were last corrected on [`DATA_VERSION`](crate::DATA_VERSION).
    /// Not there on `wasm32-unknown-unknown`, which has no clock.
    ///
    /// ```
    /// use tinh_gazetteer::Units;
    /// assert!(Units::today().by_name("Hà Nội").is_ok());
    /// ```
    #[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
    #[must_use]
    pub fn today() -> Units {
        use chrono::Days;
        use std::time::{Duration, SystemTime, UNIX_EPOCH};
        const AHEAD: Duration = Duration::from_secs(7 * 60 * 60);
        const DAY: u64 = 24 * 60 * 60;
        let since_1970 = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let days = Days::new((since_1970 + AHEAD).as_secs() / DAY);
        let epoch = crate::table::ymd(1970, 1, 1);
        Units::on(epoch.checked_add_days(days).unwrap_or(NaiveDate::MAX))
    }

    /// The date of the look-up.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.date
    }

    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.set.len()
    }

    /// Whether nothing is known of the date: it is before 1997-01-01.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.set.is_empty()
    }

    /// The units, in the order of their ids.
    pub fn iter(self) -> UnitsIter {
        self.into_iter()
    }

    /// Whether `unit` is one of them.
    #[must_use]
    pub fn contains(self, unit: Unit) -> bool {
        self.set.contains(unit.index())
    }

    /// The one unit that is in a set of versions too.
    #[inline]
    pub(crate) fn only(self, versions: Set<VERSION_WORDS>) -> Option<Unit> {
        let mut both = self.set.intersection(versions).iter();
        match (both.next(), both.next()) {
            (Some(unit), None) => Unit::new(unit),
            _ => None,
        }
    }

    /// The territory of all of them: the country.
    #[must_use]
    pub fn territory(self) -> Territory {
        self.iter().collect()
    }

    /// The version of an id, given as a [`UnitId`] or as its slug.
    ///
    /// # Errors
    /// *Unknown* for a slug that is none; *not valid* with what is there
    /// on this date.
    ///
    /// ```
    /// use tinh_gazetteer::{UnitId, Units, date};
    /// let units = Units::on(date(2023, 12, 20)?);
    /// let id: UnitId = "bac-ninh".parse()?;
    /// assert_eq!(units.by_id("bac-ninh")?, units.by_id(id)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn by_id<I>(self, id: I) -> Result<Unit, LookupError>
    where
        I: TryInto<UnitId>,
        LookupError: From<I::Error>,
    {
        let id = id.try_into()?;
        self.choose(id.as_str(), id.versions())
    }

    /// The unit a name means on this date, in any spelling of the press.
    ///
    /// Old and new tone placement, composed and decomposed letters, any case,
    /// no marks at all, hyphens and dashes, `tỉnh`, `TP.`, `thành phố`,
    /// `UBND tỉnh` before it, and initials that mean one unit only. Nothing is
    /// guessed: a misspelt name is unknown, and *Thanh Hà* is not Thanh Hóa.
    ///
    /// # Errors
    /// *Not valid* with the successor for a unit of another time; *ambiguous*
    /// for initials of several; *below province* for a city inside a province
    /// (*TP Thanh Hóa*); *unknown*.
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    /// let units = Units::on(date(2023, 12, 20)?);
    /// for name in ["Bà Rịa – Vũng Tàu", "BR-VT", "ba ria vung tau", "UBND tỉnh Bà Rịa-Vũng Tàu"] {
    ///     assert_eq!(units.by_name(name)?.id().as_str(), "ba-ria-vung-tau");
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn by_name(self, name: &str) -> Result<Unit, LookupError> {
        lookup::unit_on(name, self)
    }

    /// The unit that has a GSO code on this date.
    ///
    /// Two digits since 8 July 2004, three before; a two-digit code is also
    /// accepted for the earlier dates, when it meant nothing else, and a code
    /// that lost its leading zero in a spreadsheet is read.
    ///
    /// # Errors
    /// *Not valid* when the code was given up before or given out after this
    /// date; *unknown*.
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    /// assert_eq!(Units::on(date(2023, 1, 1)?).by_gso_code("24")?.name(), "Bắc Giang");
    /// assert_eq!(Units::on(date(2026, 1, 1)?).by_gso_code("24")?.name(), "Bắc Ninh");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn by_gso_code(self, code: &str) -> Result<Unit, LookupError> {
        let mut wanted = code.trim();
        let padded;
        if wanted.len() == 1 {
            padded = format!("0{wanted}");
            wanted = &padded;
        }
        let three_digits_are_past = wanted.len() == 3 && self.date >= TWO_DIGIT_CODES;
        let mut holders = Unit::all().filter(|u| u.has_code(Attribute::GsoCode, wanted));
        if three_digits_are_past {
            // The unit may well be valid: its code is what ended.
            return Err(match holders.next_back() {
                Some(unit) => error::not_valid(code, unit, self),
                None => error::unknown(code),
            });
        }
        self.choose(code, holders)
    }

    /// The unit of an ISO 3166-2 code, such as `VN-HP`, in any case.
    ///
    /// The standard has not followed the merger of 2025; after it a code means
    /// the unit that kept the name.
    ///
    /// # Errors
    /// *Not valid* for the code of a unit of another time; *unknown*.
    pub fn by_iso_code(self, code: &str) -> Result<Unit, LookupError> {
        let wanted = code.trim();
        self.choose(code, Unit::all().filter(|u| u.has_iso_code(wanted)))
    }

    /// The valid one among versions that share a code or an id.
    fn choose(self, text: &str, versions: impl Iterator<Item = Unit>) -> Result<Unit, LookupError> {
        let mut before = None;
        let mut after = None;
        for unit in versions {
            if self.contains(unit) {
                return Ok(unit);
            }
            if unit.valid_to().is_some_and(|to| to < self.date) {
                before = Some(unit);
            } else {
                after = after.or(Some(unit));
            }
        }
        match before.or(after) {
            None => Err(error::unknown(text)),
            Some(_) if self.is_empty() => Err(error::before_tables(text, self)),
            Some(unit) => Err(error::not_valid(text, unit, self)),
        }
    }
}

/// The units, in the order of their ids.
impl IntoIterator for Units {
    type Item = Unit;
    type IntoIter = UnitsIter;

    fn into_iter(self) -> UnitsIter {
        UnitsIter(self.set.iter())
    }
}

/// The units of a date, one after the other.
///
/// ```
/// use tinh_gazetteer::{Units, date};
/// assert_eq!(Units::on(date(2024, 1, 1)?).iter().len(), 63);
/// assert_eq!(Units::on(date(2026, 1, 1)?).iter().len(), 34);
/// # Ok::<(), tinh_gazetteer::NoSuchDay>(())
/// ```
#[derive(Clone, Debug)]
pub struct UnitsIter(Members<VERSION_WORDS>);

impl Iterator for UnitsIter {
    type Item = Unit;

    fn next(&mut self) -> Option<Unit> {
        self.0.find_map(Unit::new)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for UnitsIter {}
impl FusedIterator for UnitsIter {}
