//! A province-level unit as it was for a time, and the id that outlives it.

use crate::error::{self, LookupError};
use crate::table::{IdRow, UnitRow};
use crate::tables::{EVENTS, IDS, UNITS};
use crate::{Event, EventKind, Restatement, Territory, Units, lookup, restate};
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// The day the two-digit codes replaced the three-digit ones: Quyết định
/// 124/2004/QĐ-TTg of 8 July 2004.
pub(crate) const TWO_DIGIT_CODES: NaiveDate = crate::table::ymd(2004, 7, 8);

/// The day the six regions of the 34 units replaced those of the 63.
pub(crate) const REGIONS_OF_34: NaiveDate = crate::table::ymd(2025, 7, 1);

/// What a unit is in law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum UnitKind {
    /// *Tỉnh*.
    Province,
    /// *Thành phố trực thuộc trung ương*.
    Municipality,
}

impl UnitKind {
    /// The word before a name: `tỉnh` or `thành phố`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            UnitKind::Province => "tỉnh",
            UnitKind::Municipality => "thành phố",
        }
    }
}

impl fmt::Display for UnitKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// One version of a province-level unit: a name, a kind and a territory that
/// held together from one day to another.
///
/// Hải Phòng is two versions, one until 30 June 2025 and a larger one after.
/// A figure belongs to a version, not to a name; that is why there is no unit
/// without a date. `Copy` and the size of a pointer; ordered by id and then by date.
///
/// The 95 versions of the official lists are 97 here: Vĩnh Phúc and Hòa Bình
/// have one before and one after 1 August 2008, when parts of them went to
/// Hà Nội.
///
/// ```
/// use tinh_gazetteer::{Units, UnitKind, date};
///
/// let unit = Units::on(date(2026, 11, 23)?).by_name("Hải Phòng")?;
/// assert_eq!(unit.full_name(), "thành phố Hải Phòng");
/// assert_eq!(unit.kind(), UnitKind::Municipality);
/// assert_eq!((unit.gso_code(), unit.iso_3166_2()), ("31", Some("VN-HP")));
/// assert_eq!(unit.valid_from(), Some(date(2025, 7, 1)?));
/// assert_eq!(unit.valid_to(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Unit {
    row: &'static UnitRow,
}

impl Unit {
    pub(crate) fn new(index: u8) -> Option<Unit> {
        UNITS.get(usize::from(index)).map(|row| Unit { row })
    }

    pub(crate) fn bit(self) -> u128 {
        1 << self.row.index
    }

    /// Every version of every unit from 1997 on, by id and then by date.
    ///
    /// ```
    /// assert_eq!(tinh_gazetteer::Unit::all().count(), 97);
    /// ```
    pub fn all() -> impl DoubleEndedIterator<Item = Unit> + ExactSizeIterator + Clone {
        UNITS.iter().map(|row| Unit { row })
    }

    /// The one version a name stands for without a date.
    ///
    /// Versions that cover the same ground (Quảng Ninh as a province and then
    /// as a city) are one answer, the latest of them.
    ///
    /// # Errors
    /// *Ambiguous* when the name stood for different territories at different
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
        lookup::unit_without_date(name)
    }

    /// The one version a GSO code stands for without a date.
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
        lookup::settle(
            code,
            Unit::all().filter(|u| u.has_gso_code(wanted)).collect(),
        )
    }

    /// The one version an ISO 3166-2 code stands for without a date.
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
        lookup::settle(
            code,
            Unit::all().filter(|u| u.has_iso_code(wanted)).collect(),
        )
    }

    /// What stays when the unit is merged, renamed or raised.
    #[must_use]
    pub fn id(self) -> UnitId {
        UnitId { index: self.row.id }
    }

    /// The name alone: `Hải Phòng`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row.name
    }

    /// The name with its kind: `thành phố Hải Phòng`.
    #[must_use]
    pub fn full_name(self) -> String {
        format!("{} {}", self.kind(), self.row.name)
    }

    /// Province or municipality.
    #[must_use]
    pub fn kind(self) -> UnitKind {
        if self.row.municipality {
            UnitKind::Municipality
        } else {
            UnitKind::Province
        }
    }

    /// The code of the General Statistics Office on the last day of this
    /// version: two digits, or three for the versions that ended in 2003.
    ///
    /// A code names a unit only together with a date: `24` was Bắc Giang and is
    /// Bắc Ninh.
    #[must_use]
    pub fn gso_code(self) -> &'static str {
        if self.row.gso.is_empty() {
            self.row.gso_old
        } else {
            self.row.gso
        }
    }

    /// The code in force on a date: three digits until 7 July 2004. `None`
    /// when the version was not valid then, or its code is not known
    /// (Điện Biên, Đắk Nông and Hậu Giang in the first half of 2004).
    ///
    /// ```
    /// use tinh_gazetteer::{Unit, date};
    /// let cao_bang = Unit::by_name("Cao Bằng")?;
    /// assert_eq!(cao_bang.gso_code_on(date(2003, 1, 1)?), Some("203"));
    /// assert_eq!(cao_bang.gso_code_on(date(2005, 1, 1)?), Some("04"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn gso_code_on(self, date: NaiveDate) -> Option<&'static str> {
        let code = if date < TWO_DIGIT_CODES {
            self.row.gso_old
        } else {
            self.row.gso
        };
        (self.is_valid_on(date) && !code.is_empty()).then_some(code)
    }

    /// Whether it carried this code at some time of its validity.
    pub(crate) fn has_gso_code(self, code: &str) -> bool {
        !code.is_empty() && (self.row.gso == code || self.row.gso_old == code)
    }

    pub(crate) fn has_iso_code(self, code: &str) -> bool {
        self.row.iso.len() == code.len()
            && !code.is_empty()
            && self.row.iso.eq_ignore_ascii_case(code)
    }

    /// The ISO 3166-2 code, such as `VN-HP`; `None` for Hà Tây, whose code was
    /// not found in a current list.
    ///
    /// The standard still lists the 63 units of before July 2025. For later
    /// versions this is the code of the unit of the same name:
    /// [`is_iso_3166_2_assigned`](Unit::is_iso_3166_2_assigned) tells.
    #[must_use]
    pub fn iso_3166_2(self) -> Option<&'static str> {
        (!self.row.iso.is_empty()).then_some(self.row.iso)
    }

    /// Whether the standard gives its code to this version, rather than to an
    /// earlier one of the same name with another territory or kind.
    #[must_use]
    pub fn is_iso_3166_2_assigned(self) -> bool {
        self.row.iso_assigned
    }

    /// The socio-economic region on the last day of this version: `Đồng bằng
    /// sông Hồng`. See [`region_on`](Unit::region_on): the six regions changed
    /// with the 34 units.
    #[must_use]
    pub fn region(self) -> &'static str {
        if self.row.region_2025.is_empty() {
            self.row.region
        } else {
            self.row.region_2025
        }
    }

    /// The region on a date; `None` when the version was not valid then.
    ///
    /// Units that lived through 1 July 2025 unchanged still changed region:
    ///
    /// ```
    /// use tinh_gazetteer::{Unit, date};
    /// let thanh_hoa = Unit::by_name("Thanh Hóa")?;
    /// assert_eq!(
    ///     thanh_hoa.region_on(date(2024, 1, 1)?),
    ///     Some("Bắc Trung Bộ và Duyên hải miền Trung")
    /// );
    /// assert_eq!(thanh_hoa.region_on(date(2026, 1, 1)?), Some("Bắc Trung Bộ"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn region_on(self, date: NaiveDate) -> Option<&'static str> {
        self.is_valid_on(date).then_some({
            if date < REGIONS_OF_34 || self.row.region_2025.is_empty() {
                self.row.region
            } else {
                self.row.region_2025
            }
        })
    }

    /// The key economic region (*vùng kinh tế trọng điểm*) it belonged to, if
    /// any: `Bắc Bộ`, `miền Trung`, `phía Nam`, `Đồng bằng sông Cửu Long`.
    ///
    /// Known for the units before July 2025 only; nothing read says whether
    /// the four regions still apply after.
    #[must_use]
    pub fn key_economic_region(self) -> Option<&'static str> {
        (!self.row.key_region.is_empty()).then_some(self.row.key_region)
    }

    /// The first day; `None` for a unit older than 1997-01-01, where the
    /// tables begin.
    #[must_use]
    pub fn valid_from(self) -> Option<NaiveDate> {
        self.row.from
    }

    /// The last day; `None` while it lasts.
    #[must_use]
    pub fn valid_to(self) -> Option<NaiveDate> {
        self.row.to
    }

    /// Whether it was valid on `date`. Before 1997-01-01 nothing is known and
    /// the answer is no.
    #[must_use]
    pub fn is_valid_on(self, date: NaiveDate) -> bool {
        Units::on(date).contains(self)
    }

    /// The ground it covers.
    #[must_use]
    pub fn territory(self) -> Territory {
        Territory::from_bits(self.row.territory)
    }

    /// What the table says of this version beyond its columns, in English.
    #[must_use]
    pub fn note(self) -> &'static str {
        self.row.note
    }

    /// Where the row was read.
    #[must_use]
    pub fn source(self) -> &'static str {
        self.row.source
    }

    /// What made this version: one event for each unit it came from.
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    /// let vinh_long = Units::on(date(2026, 1, 1)?).by_name("Vĩnh Long")?;
    /// let from: Vec<_> = vinh_long.predecessors().map(|e| e.from_name()).collect();
    /// assert_eq!(from, ["Vĩnh Long", "Bến Tre", "Trà Vinh"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn predecessors(self) -> impl Iterator<Item = Event> + Clone {
        EVENTS
            .iter()
            .filter(move |e| e.to == self.row.index && e.kind.makes_a_version())
            .filter_map(Event::new)
    }

    /// What ended this version: one event for each unit that received a part
    /// of it.
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    /// let hai_duong = Units::on(date(2023, 12, 20)?).by_name("Hải Dương")?;
    /// let event = hai_duong.successors().next().unwrap();
    /// assert_eq!(event.to().full_name(), "thành phố Hải Phòng");
    /// assert!(event.act().starts_with("Nghị quyết 202/2025/QH15"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn successors(self) -> impl Iterator<Item = Event> + Clone {
        EVENTS
            .iter()
            .filter(move |e| e.from == Some(self.row.index) && e.kind.makes_a_version())
            .filter_map(Event::new)
    }

    /// Everything on record about it, changes of code and confirmations too.
    pub fn events(self) -> impl Iterator<Item = Event> + Clone {
        EVENTS
            .iter()
            .filter(move |e| e.to == self.row.index || e.from == Some(self.row.index))
            .filter_map(Event::new)
    }

    /// Where its territory lies among the units of another date.
    ///
    /// ```
    /// use tinh_gazetteer::{Restatement, Units, date};
    /// let then = Units::on(date(2023, 12, 20)?);
    /// let now = Units::on(date(2026, 11, 23)?);
    /// let moved = then.by_name("Hải Dương")?.restated(now);
    /// assert_eq!(moved.target().unwrap().full_name(), "thành phố Hải Phòng");
    /// assert!(!moved.is_same());
    /// // Back again there is no honest way to divide a figure.
    /// let back = now.by_name("Hải Phòng")?.restated(then);
    /// assert!(matches!(back, Restatement::Split(_)));
    /// assert_eq!(back.target(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn restated(self, to: Units) -> Restatement {
        restate::restated(self, to)
    }
}

impl PartialEq for Unit {
    fn eq(&self, other: &Self) -> bool {
        self.row.index == other.row.index
    }
}

impl Eq for Unit {}

impl Hash for Unit {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.row.index.hash(state);
    }
}

impl PartialOrd for Unit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Unit {
    fn cmp(&self, other: &Self) -> Ordering {
        self.row.index.cmp(&other.row.index)
    }
}

/// The id and the first day: `Unit(hai-phong from 2025-07-01)`.
impl fmt::Debug for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row.from {
            Some(from) => write!(f, "Unit({} from {from})", self.id()),
            None => write!(f, "Unit({})", self.id()),
        }
    }
}

/// The name alone: `Hải Phòng`.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.row.name)
    }
}

impl EventKind {
    /// A new code or a confirmation leaves the version as it is.
    fn makes_a_version(self) -> bool {
        !matches!(self, EventKind::Recode | EventKind::Unchanged)
    }
}

/// The identity of a unit through its versions: a slug such as `hai-phong`.
///
/// Sixty-five ids cover 1997 to today: the 63 units of 2008, Hà Tây, and Huế,
/// which has an id of its own beside `thua-thien-hue`. Serialised as the slug.
///
/// ```
/// use tinh_gazetteer::{UnitId, date};
///
/// let id: UnitId = "hai-phong".parse()?;
/// assert_eq!(id.versions().count(), 2);
/// assert_eq!(id.on(date(2020, 1, 1)?)?.gso_code(), "31");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitId {
    index: u8,
}

impl UnitId {
    pub(crate) fn new(index: u8) -> Option<UnitId> {
        IDS.get(usize::from(index)).map(|_| UnitId { index })
    }

    pub(crate) fn index(self) -> u8 {
        self.index
    }

    fn row(self) -> Option<&'static IdRow> {
        IDS.get(usize::from(self.index))
    }

    /// Every id, in the order of the slugs.
    pub fn all() -> impl Iterator<Item = UnitId> + Clone {
        (0u8..).zip(IDS.iter()).map(|(index, _)| UnitId { index })
    }

    /// The slug: lower case ASCII and hyphens.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.row().map_or("", |row| row.slug)
    }

    /// The name, which no unit changed while it kept its id.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// Its versions, oldest first.
    pub fn versions(self) -> impl DoubleEndedIterator<Item = Unit> + Clone {
        let (first, end) = self.row().map_or((0, 0), |row| (row.first, row.end));
        (first..end).filter_map(Unit::new)
    }

    /// The version valid on a date.
    ///
    /// # Errors
    /// *Not valid* when the unit did not exist then, with what it became;
    /// *before the tables* for a date before 1997.
    pub fn on(self, date: NaiveDate) -> Result<Unit, LookupError> {
        Units::on(date).by_id(self)
    }
}

impl FromStr for UnitId {
    type Err = LookupError;

    /// Exactly a slug: names go through [`Units::by_name`].
    fn from_str(slug: &str) -> Result<Self, LookupError> {
        match IDS.binary_search_by(|row| row.slug.cmp(slug)) {
            Ok(at) => u8::try_from(at)
                .ok()
                .and_then(UnitId::new)
                .ok_or_else(|| error::unknown(slug)),
            Err(_) => Err(error::unknown(slug)),
        }
    }
}

impl TryFrom<&str> for UnitId {
    type Error = LookupError;

    fn try_from(slug: &str) -> Result<Self, LookupError> {
        slug.parse()
    }
}

impl TryFrom<&String> for UnitId {
    type Error = LookupError;

    fn try_from(slug: &String) -> Result<Self, LookupError> {
        slug.parse()
    }
}

impl From<Unit> for UnitId {
    fn from(unit: Unit) -> Self {
        unit.id()
    }
}

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnitId({})", self.as_str())
    }
}

/// Whether a province that was to become a city had a city of its own name
/// inside it: until districts were abolished on 1 July 2025.
pub(crate) fn had_inner_city(unit: Unit, date: NaiveDate) -> bool {
    // Bắc Ninh and Huế had one; Đồng Nai and Quảng Ninh never did, nor Cần Thơ
    // before 2004, whose inner city did bear the name.
    date < REGIONS_OF_34 && matches!(unit.id().as_str(), "bac-ninh" | "hue" | "can-tho")
}
