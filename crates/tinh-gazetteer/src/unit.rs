//! A province-level unit as it was for a time, and the id that outlives it.

use crate::error::{self, LookupError};
use crate::table::{Attribute, AttributeRow, IdRow, UnitRow};
use crate::tables::{ATTRIBUTES, EVENTS, IDS, UNITS};
use crate::{Event, EventKind, Locality, Restatement, Territory, Units, restate};
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// The day the two-digit codes replaced the three-digit ones: Quyết định
/// 124/2004/QĐ-TTg of 8 July 2004.
pub(crate) const TWO_DIGIT_CODES: NaiveDate = crate::table::ymd(2004, 7, 8);

/// The legal kind of a unit.
///
/// ```
/// use tinh_gazetteer::{UnitKind, Units, date};
/// let kind = |year| Units::on(date(year, 1, 1).unwrap()).by_name("Huế").map(|unit| unit.kind());
/// assert_eq!(kind(2026), Ok(UnitKind::Municipality));
/// assert_eq!(kind(2024), Ok(UnitKind::Province));
/// ```
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

    /// The English word after a name: `Province` or `City`.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            UnitKind::Province => "Province",
            UnitKind::Municipality => "City",
        }
    }

    /// A code that stays: `province` or `municipality`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            UnitKind::Province => "province",
            UnitKind::Municipality => "municipality",
        }
    }
}

impl FromStr for UnitKind {
    type Err = LookupError;

    /// Reads a [`code`](UnitKind::code).
    fn from_str(code: &str) -> Result<Self, LookupError> {
        [UnitKind::Province, UnitKind::Municipality]
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or_else(|| error::unknown(code))
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
/// There are more versions here than in the official lists: a unit that gave a
/// district or more to another (Lào Cai in 2004, Vĩnh Phúc and Hòa Bình in 2008)
/// has one before and one after.
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
    pub(crate) fn new(index: u16) -> Option<Unit> {
        UNITS.get(usize::from(index)).map(|row| Unit { row })
    }

    /// Its row among the versions.
    pub(crate) fn index(self) -> u16 {
        self.row.index
    }

    /// Every version of every unit from 1997 on, by id and then by date.
    ///
    /// ```
    /// use tinh_gazetteer::{Unit, Units, date};
    /// let day = date(2026, 11, 23)?;
    /// let valid = Unit::all().filter(|unit| unit.is_valid_on(day));
    /// assert!(valid.eq(Units::on(day)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn all() -> impl DoubleEndedIterator<Item = Unit> + ExactSizeIterator + Clone {
        UNITS.iter().map(|row| Unit { row })
    }

    /// The id, which stays when the unit is merged, renamed or raised.
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

    /// The English name alone: `Hai Phong`, `Hanoi`.
    #[must_use]
    pub fn english_name(self) -> &'static str {
        self.row.english
    }

    /// The English name with its kind: `Hai Phong City`, `Hai Duong Province`.
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    /// let unit = Units::on(date(2026, 11, 23)?).by_name("TP.HCM")?;
    /// assert_eq!(unit.english_full_name(), "Ho Chi Minh City");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn english_full_name(self) -> String {
        format!("{} {}", self.row.english, self.kind().english())
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

    /// The rows of an attribute that hold at some time of this version, oldest
    /// first.
    fn dated(self, attribute: Attribute) -> impl DoubleEndedIterator<Item = &'static AttributeRow> {
        let rows = IDS.get(usize::from(self.row.id)).and_then(|id| {
            ATTRIBUTES.get(usize::from(id.first_attribute)..usize::from(id.end_attribute))
        });
        rows.unwrap_or(&[]).iter().filter(move |row| {
            row.attribute == attribute
                && (row.to.is_none() || self.row.from <= row.to)
                && (self.row.to.is_none() || row.from <= self.row.to)
        })
    }

    /// Whether it had this ISO 3166-2 code at some time of its validity.
    pub(crate) fn has_iso_code(self, code: &str) -> bool {
        self.has_code(Attribute::Iso31662, code) || self.has_code(Attribute::Iso31662ByName, code)
    }

    /// The value of an attribute on the last day of this version.
    fn last(self, attribute: Attribute) -> Option<&'static str> {
        self.dated(attribute).next_back().map(|row| row.value)
    }

    /// The value of an attribute on a date; `None` when this version was not
    /// valid then.
    fn value_on(self, attribute: Attribute, date: NaiveDate) -> Option<&'static str> {
        let holds = |row: &&AttributeRow| {
            row.from.is_none_or(|from| from <= date) && row.to.is_none_or(|to| date <= to)
        };
        self.dated(attribute)
            .find(holds)
            .filter(|_| self.is_valid_on(date))
            .map(|row| row.value)
    }

    /// Whether it had this code at some time of its validity.
    pub(crate) fn has_code(self, attribute: Attribute, code: &str) -> bool {
        self.dated(attribute)
            .any(|row| row.value.eq_ignore_ascii_case(code))
    }

    /// The code of the General Statistics Office on the last day of this
    /// version: two digits, or three for the versions that ended in 2003.
    ///
    /// A code names a unit only together with a date: `24` was Bắc Giang and is
    /// Bắc Ninh.
    #[must_use]
    pub fn gso_code(self) -> &'static str {
        self.last(Attribute::GsoCode).unwrap_or("")
    }

    /// The code in force on a date: three digits until 7 July 2004. `None`
    /// when the version was not valid then.
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
        self.value_on(Attribute::GsoCode, date)
    }

    /// The ISO 3166-2 code on the last day of this version, such as `VN-HP`.
    ///
    /// The standard still lists the units of before July 2025. For later
    /// versions this is the code of the unit of the same name:
    /// [`is_iso_3166_2_assigned`](Unit::is_iso_3166_2_assigned) tells.
    #[must_use]
    pub fn iso_3166_2(self) -> Option<&'static str> {
        self.last(Attribute::Iso31662)
            .or_else(|| self.last(Attribute::Iso31662ByName))
    }

    /// The ISO 3166-2 code on a date: `VN-62` was Hải Phòng until December
    /// 2011. `None` when the version was not valid then.
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    /// let unit = Units::on(date(2010, 1, 1)?).by_name("Hải Phòng")?;
    /// assert_eq!(unit.iso_3166_2_on(date(2010, 1, 1)?), Some("VN-62"));
    /// assert_eq!(unit.iso_3166_2(), Some("VN-HP"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn iso_3166_2_on(self, date: NaiveDate) -> Option<&'static str> {
        self.value_on(Attribute::Iso31662, date)
            .or_else(|| self.value_on(Attribute::Iso31662ByName, date))
    }

    /// Whether the standard gives its code to this version, rather than to an
    /// earlier one of the same name with another territory or kind.
    #[must_use]
    pub fn is_iso_3166_2_assigned(self) -> bool {
        self.last(Attribute::Iso31662).is_some()
    }

    /// The HASC code (hierarchical administrative subdivision code), such as
    /// `VN.HP`. `None` for Hà Tây, whose code was not found, and for units with
    /// a new territory since July 2025.
    #[must_use]
    pub fn hasc(self) -> Option<&'static str> {
        self.last(Attribute::Hasc)
    }

    /// The socio-economic region on the last day of this version: `Đồng bằng
    /// sông Hồng`. See [`region_on`](Unit::region_on): the six regions changed
    /// with the merger.
    #[must_use]
    pub fn region(self) -> &'static str {
        self.last(Attribute::Region).unwrap_or("")
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
        self.value_on(Attribute::Region, date)
    }

    /// The key economic region (*vùng kinh tế trọng điểm*) on the last day of
    /// this version, if any: `Bắc Bộ`, `miền Trung`, `phía Nam`, `Đồng bằng sông
    /// Cửu Long`.
    ///
    /// A unit of the merger keeps the region that all of its parts belonged to.
    /// No act read says so, and none ends the four regions.
    #[must_use]
    pub fn key_economic_region(self) -> Option<&'static str> {
        self.last(Attribute::KeyEconomicRegion)
    }

    /// The key economic region on a date, by the act that put the unit in it.
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    /// let unit = Units::on(date(2003, 1, 1)?).by_name("Bắc Ninh")?;
    /// assert_eq!(unit.key_economic_region_on(date(2003, 1, 1)?), None);
    /// assert_eq!(unit.key_economic_region_on(date(2005, 1, 1)?), Some("Bắc Bộ"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn key_economic_region_on(self, date: NaiveDate) -> Option<&'static str> {
        self.value_on(Attribute::KeyEconomicRegion, date)
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
        Territory::from_set(self.row.territory)
    }

    /// A remark of the table on this version, in English.
    #[must_use]
    pub fn note(self) -> &'static str {
        self.row.note
    }

    /// Where the row was read.
    #[must_use]
    pub fn source(self) -> &'static str {
        self.row.source
    }

    /// The events that made this version: one for each unit it came from.
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

    /// The events that ended this version: one for each unit that received a part
    /// of it.
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    /// let hai_duong = Units::on(date(2023, 12, 20)?).by_name("Hải Dương")?;
    /// let event = hai_duong.successors().next().unwrap();
    /// assert_eq!(event.to().full_name(), "thành phố Hải Phòng");
    /// assert!(event.act().number() == Some("202/2025/QH15"));
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

    /// The units of another date that have its territory.
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
/// Huế has an id of its own beside `thua-thien-hue`. Serialised as the slug.
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
    index: u16,
}

impl UnitId {
    pub(crate) fn new(index: u16) -> Option<UnitId> {
        IDS.get(usize::from(index)).map(|_| UnitId { index })
    }

    pub(crate) fn index(self) -> u16 {
        self.index
    }

    fn row(self) -> Option<&'static IdRow> {
        IDS.get(usize::from(self.index))
    }

    /// Every id, in the order of the slugs.
    pub fn all() -> impl DoubleEndedIterator<Item = UnitId> + Clone {
        (0..u16::try_from(IDS.len()).unwrap_or(u16::MAX)).filter_map(UnitId::new)
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
            Ok(at) => u16::try_from(at)
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
/// inside it then: Bắc Ninh and Huế had one, Đồng Nai and Quảng Ninh never did.
pub(crate) fn had_inner_city(unit: Unit, date: NaiveDate) -> bool {
    inner_city(unit.id()).is_some_and(|city| city.lasts(date))
}

/// The city inside a province that has its name.
pub(crate) fn inner_city(id: UnitId) -> Option<Locality> {
    id.row()
        .and_then(|row| row.inner_city)
        .and_then(Locality::new)
}
