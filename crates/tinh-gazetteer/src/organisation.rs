//! Blocs, agreements and organisations, with their members by date.

use crate::Country;
use crate::error::{self, Candidate, LookupError};
use crate::fold::fold_name;
use crate::table::{self, Hit, Member, MemberRow, OrganisationRow};
use crate::tables::{MEMBERS, ORGANISATIONS};
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// The kind of body.
///
/// ```
/// use tinh_gazetteer::{Organisation, OrganisationKind};
/// assert_eq!(Organisation::by_name("ASEAN")?.kind(), OrganisationKind::Bloc);
/// # Ok::<(), tinh_gazetteer::LookupError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum OrganisationKind {
    /// A union or association of countries: EU, ASEAN.
    Bloc,
    /// A treaty on trade or investment: CPTPP, EVFTA.
    Agreement,
    /// A forum without a treaty of membership: APEC, G7.
    Forum,
    /// An international organisation: UN, WTO, OECD.
    Organisation,
    /// A bank or fund: WB, ADB, IMF.
    Bank,
    /// A body of the United Nations: UNDP, UNESCO.
    UnAgency,
    /// An agency of one country: JICA, KOICA.
    Agency,
    /// A chamber of commerce: VCCI, EuroCham.
    Chamber,
    /// A network of cities: CityNet, TPO.
    CityNetwork,
    /// A region of cooperation: GMS, CLV.
    Subregion,
}

impl OrganisationKind {
    /// One word: `bloc`, `agreement`, or `organisation` for all the others.
    #[must_use]
    pub const fn group(self) -> &'static str {
        match self {
            OrganisationKind::Bloc => "bloc",
            OrganisationKind::Agreement => "agreement",
            _ => "organisation",
        }
    }

    /// A code that stays: `un-agency`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            OrganisationKind::Bloc => "bloc",
            OrganisationKind::Agreement => "agreement",
            OrganisationKind::Forum => "forum",
            OrganisationKind::Organisation => "organisation",
            OrganisationKind::Bank => "bank",
            OrganisationKind::UnAgency => "un-agency",
            OrganisationKind::Agency => "agency",
            OrganisationKind::Chamber => "chamber",
            OrganisationKind::CityNetwork => "city-network",
            OrganisationKind::Subregion => "subregion",
        }
    }
}

impl FromStr for OrganisationKind {
    type Err = LookupError;

    /// Reads a [`code`](OrganisationKind::code).
    fn from_str(code: &str) -> Result<Self, LookupError> {
        [
            OrganisationKind::Bloc,
            OrganisationKind::Agreement,
            OrganisationKind::Forum,
            OrganisationKind::Organisation,
            OrganisationKind::Bank,
            OrganisationKind::UnAgency,
            OrganisationKind::Agency,
            OrganisationKind::Chamber,
            OrganisationKind::CityNetwork,
            OrganisationKind::Subregion,
        ]
        .into_iter()
        .find(|kind| kind.code() == code)
        .ok_or_else(|| error::unknown(code))
    }
}

/// A bloc, an agreement or an organisation.
///
/// ```
/// use tinh_gazetteer::{Country, Organisation, date};
///
/// let eu = Organisation::by_acronym("EU").unwrap();
/// let uk = Country::from_alpha2("GB").unwrap();
/// assert_eq!(eu.contains(uk, date(2019, 6, 1)?), Some(true));
/// assert_eq!(eu.contains(uk, date(2020, 2, 1)?), Some(false));
/// assert_eq!(eu.members_on(date(2026, 1, 1)?).count(), 27);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Organisation {
    row: &'static OrganisationRow,
}

impl Organisation {
    pub(crate) fn new(index: u16) -> Option<Organisation> {
        ORGANISATIONS
            .get(usize::from(index))
            .map(|row| Organisation { row })
    }

    /// All of them, in the order of the table.
    pub fn all() -> impl DoubleEndedIterator<Item = Organisation> + ExactSizeIterator + Clone {
        ORGANISATIONS.iter().map(|row| Organisation { row })
    }

    /// By acronym, in any case: `ASEAN`, `evfta`.
    #[must_use]
    pub fn by_acronym(acronym: &str) -> Option<Organisation> {
        let wanted = acronym.trim();
        Organisation::all().find(|o| o.row.acronym.eq_ignore_ascii_case(wanted))
    }

    /// By acronym or any Vietnamese name on record.
    ///
    /// # Errors
    /// *Unknown*; *ambiguous* if two should share a name.
    ///
    /// ```
    /// use tinh_gazetteer::Organisation;
    /// let vcci = Organisation::by_name("Liên đoàn Thương mại và Công nghiệp Việt Nam")?;
    /// assert_eq!(vcci.acronym(), "VCCI");
    /// # Ok::<(), tinh_gazetteer::LookupError>(())
    /// ```
    pub fn by_name(name: &str) -> Result<Organisation, LookupError> {
        let key = fold_name(name).ok_or_else(|| error::unknown(name))?;
        let targets = table::find(&key).map_or(&[][..], |row| row.targets());
        let found: Vec<Organisation> = targets
            .iter()
            .filter_map(|t| match t.hit {
                Hit::Organisation(index) => Organisation::new(index),
                _ => None,
            })
            .collect();
        match found.as_slice() {
            [] => Err(error::unknown(name)),
            [one] => Ok(*one),
            several => Err(error::ambiguous(
                name,
                several.iter().map(|o| Candidate::Organisation(*o)),
            )),
        }
    }

    /// The acronym, which is its key: `ASEAN`.
    #[must_use]
    pub fn acronym(self) -> &'static str {
        self.row.acronym
    }

    /// The Vietnamese name: `Hiệp hội các quốc gia Đông Nam Á`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row.name
    }

    /// The kind of body.
    #[must_use]
    pub fn kind(self) -> OrganisationKind {
        self.row.kind
    }

    fn rows(self) -> &'static [MemberRow] {
        MEMBERS
            .get(usize::from(self.row.first_member)..usize::from(self.row.end_member))
            .unwrap_or(&[])
    }

    /// Whether the list of members is complete on a date. It is not for bodies
    /// with nearly every country (UN, WTO), nor before the first day sourced.
    #[must_use]
    pub fn members_known_on(self, date: NaiveDate) -> bool {
        let begun = self.row.known_from.is_some_and(|from| from <= date);
        begun && self.row.known_to.is_none_or(|to| date <= to)
    }

    /// The countries recorded as members on a date, by alpha-2 code. A bloc
    /// that is a member (the EU in EVFTA) counts as its own members. For an
    /// agency or a chamber it is the country it belongs to.
    ///
    /// Complete only where [`members_known_on`](Organisation::members_known_on)
    /// says so.
    ///
    /// ```
    /// use tinh_gazetteer::{Organisation, date};
    /// let asean = Organisation::by_acronym("ASEAN").unwrap();
    /// assert_eq!(asean.members_on(date(2025, 10, 25)?).count(), 10);
    /// assert_eq!(asean.members_on(date(2025, 10, 26)?).count(), 11);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn members_on(self, date: NaiveDate) -> impl Iterator<Item = Country> {
        let mut found = BTreeSet::new();
        self.collect(date, true, &mut found);
        found.into_iter()
    }

    fn collect(self, date: NaiveDate, expand: bool, found: &mut BTreeSet<Country>) {
        for row in self.rows() {
            let begun = row.from.is_none_or(|from| from <= date);
            if !begun || row.to.is_some_and(|to| to < date) {
                continue;
            }
            match row.member {
                Member::Country(index) => found.extend(Country::new(index)),
                // A member bloc has countries only: one level, no cycle.
                Member::Organisation(index) => {
                    if let (true, Some(bloc)) = (expand, Organisation::new(index)) {
                        bloc.collect(date, false, found);
                    }
                }
            }
        }
    }

    /// Whether a country is a member on a date; `None` when the record does
    /// not say: the list is not complete on that date, and the country is not
    /// in what is recorded, or since when is not known.
    ///
    /// ```
    /// use tinh_gazetteer::{Country, Organisation, date};
    /// let cptpp = Organisation::by_acronym("CPTPP").unwrap();
    /// let uk = Country::by_name("Anh")?;
    /// assert_eq!(cptpp.contains(uk, date(2024, 12, 14)?), Some(false));
    /// assert_eq!(cptpp.contains(uk, date(2024, 12, 15)?), Some(true));
    /// let wto = Organisation::by_acronym("WTO").unwrap();
    /// assert_eq!(wto.contains(uk, date(2024, 1, 1)?), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn contains(self, country: Country, date: NaiveDate) -> Option<bool> {
        if self.members_on(date).any(|member| member == country) {
            return Some(true);
        }
        self.members_known_on(date).then_some(false)
    }
}

impl FromStr for Organisation {
    type Err = LookupError;

    /// An acronym, else a name.
    fn from_str(text: &str) -> Result<Self, LookupError> {
        Organisation::by_acronym(text).map_or_else(|| Organisation::by_name(text), Ok)
    }
}

impl PartialEq for Organisation {
    fn eq(&self, other: &Self) -> bool {
        self.row.acronym == other.row.acronym
    }
}

impl Eq for Organisation {}

impl Hash for Organisation {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.row.acronym.hash(state);
    }
}

impl PartialOrd for Organisation {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Organisation {
    fn cmp(&self, other: &Self) -> Ordering {
        self.row.acronym.cmp(other.row.acronym)
    }
}

/// The acronym.
impl fmt::Display for Organisation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.row.acronym)
    }
}

impl fmt::Debug for Organisation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Organisation({})", self.row.acronym)
    }
}
