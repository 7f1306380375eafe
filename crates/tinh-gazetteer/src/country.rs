//! Countries and territories by their Vietnamese names.

use crate::error::{self, Candidate, LookupError};
use crate::fold::{Key, fold_into};
use crate::table::{self, CountryRow, Hit, KeyRow};
use crate::tables::{BY_ALPHA3, BY_NUMERIC, COUNTRIES, country_of};
use isocountry::CountryCode;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// A country or territory: those of ISO 3166-1, Kosovo (`XK`), and some that
/// no longer exist but appear in old tables (`SU` `YU` `CS` `DD` `AN`).
///
/// Ordered by alpha-2 code, shown by its Vietnamese name, serialised as the
/// alpha-2 code. The key is [`CountryCode`] where there is one; its English
/// names, which date from 2020, are never shown.
///
/// ```
/// use tinh_gazetteer::Country;
///
/// let us = Country::by_name("Mỹ")?;
/// assert_eq!((us.alpha2(), us.alpha3(), us.numeric()), ("US", "USA", Some(840)));
/// assert_eq!((us.name(), us.short_name()), ("Hoa Kỳ", "Mỹ"));
/// assert_eq!(Country::by_name("CHDCND Lào")?.alpha2(), "LA");
/// # Ok::<(), tinh_gazetteer::LookupError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Country {
    row: &'static CountryRow,
}

impl Country {
    pub(crate) fn new(index: u16) -> Option<Country> {
        COUNTRIES.get(usize::from(index)).map(|row| Country { row })
    }

    /// Every country of the tables, by alpha-2 code.
    ///
    /// ```
    /// use tinh_gazetteer::Country;
    /// let former: Vec<&str> = Country::all().filter(|c| c.is_former()).map(|c| c.alpha2()).collect();
    /// assert_eq!(former, ["AN", "CS", "DD", "SU", "YU"]);
    /// ```
    pub fn all() -> impl DoubleEndedIterator<Item = Country> + ExactSizeIterator + Clone {
        COUNTRIES.iter().map(|row| Country { row })
    }

    /// By alpha-2 code, in any case: `VN`, `XK`, `SU`.
    #[must_use]
    pub fn from_alpha2(code: &str) -> Option<Country> {
        let upper = ascii_upper::<2>(code)?;
        COUNTRIES
            .binary_search_by(|row| row.alpha2.as_bytes().cmp(&upper))
            .ok()
            .and_then(|at| COUNTRIES.get(at))
            .map(|row| Country { row })
    }

    /// By alpha-3 code, in any case: `VNM`, `XKX`, `SUN`. `RKS`, which the
    /// Vietnamese police list uses for Kosovo, is read too.
    #[must_use]
    pub fn from_alpha3(code: &str) -> Option<Country> {
        let mut upper = ascii_upper::<3>(code)?;
        if &upper == b"RKS" {
            upper = *b"XKX";
        }
        BY_ALPHA3
            .binary_search_by(|(alpha3, _)| alpha3.as_bytes().cmp(&upper))
            .ok()
            .and_then(|at| BY_ALPHA3.get(at))
            .and_then(|(_, index)| Country::new(*index))
    }

    /// By numeric code: 704 is Việt Nam. Kosovo has none.
    #[must_use]
    pub fn from_numeric(code: u16) -> Option<Country> {
        BY_NUMERIC
            .binary_search_by_key(&code, |(numeric, _)| *numeric)
            .ok()
            .and_then(|at| BY_NUMERIC.get(at))
            .and_then(|(_, index)| Country::new(*index))
    }

    /// By any Vietnamese spelling on record, old ones included, and by the
    /// English name of the standard: `Hoa Kỳ`, `Mỹ`, `CHLB Đức`, `Cô-oét`,
    /// `In-đô-nê-xi-a`, `Đài Loan (Trung Quốc)`, `han quoc`.
    ///
    /// # Errors
    /// *Ambiguous* for `Congo`, which two countries share; *unknown*.
    pub fn by_name(name: &str) -> Result<Country, LookupError> {
        let mut key = Key::new();
        if !fold_into(&mut key, name) {
            return Err(error::unknown(name));
        }
        // nước Lào
        let bare = || {
            let rest = LAND
                .iter()
                .find_map(|lead| key.as_bytes().strip_prefix(lead.as_bytes()))?;
            table::find_bytes(rest)
        };
        let of_key = |row: &'static KeyRow| {
            let mut found = countries_of(row);
            Some((found.next()?, found.next()))
        };
        match table::find(&key)
            .and_then(of_key)
            .or_else(|| of_key(bare()?))
        {
            None => Err(error::unknown(name)),
            Some((country, None)) => Ok(country),
            Some((_, Some(_))) => {
                let row = table::find(&key).or_else(bare);
                let several = row.into_iter().flat_map(countries_of);
                Err(error::ambiguous(name, several.map(Candidate::Country)))
            }
        }
    }

    /// The ISO 3166-1 code; `None` for Kosovo and for former countries.
    #[must_use]
    pub fn code(self) -> Option<CountryCode> {
        self.row.code
    }

    /// Two letters. `XK` is user-assigned; those of former countries are the
    /// ones ISO 3166-3 withdrew.
    #[must_use]
    pub fn alpha2(self) -> &'static str {
        self.row.alpha2
    }

    /// Three letters.
    #[must_use]
    pub fn alpha3(self) -> &'static str {
        self.row.alpha3
    }

    /// The number; `None` for Kosovo.
    #[must_use]
    pub fn numeric(self) -> Option<u16> {
        self.row.numeric
    }

    /// Whether it no longer exists.
    #[must_use]
    pub fn is_former(self) -> bool {
        self.row.former
    }

    /// The Vietnamese name in present usage: `Hoa Kỳ`, `Hàn Quốc`,
    /// `Bắc Macedonia`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row.name
    }

    /// The short form of the press: `Mỹ`, `Úc`, `Ý`, `Anh`, `Nhật`, `UAE`;
    /// elsewhere the same as [`name`](Country::name).
    #[must_use]
    pub fn short_name(self) -> &'static str {
        if self.row.short.is_empty() {
            self.row.name
        } else {
            self.row.short
        }
    }

    /// The official name where it was read: `Cộng hòa Liên bang Đức`.
    #[must_use]
    pub fn official_name(self) -> Option<&'static str> {
        (!self.row.official.is_empty()).then_some(self.row.official)
    }
}

fn ascii_upper<const N: usize>(code: &str) -> Option<[u8; N]> {
    let mut upper: [u8; N] = code.trim().as_bytes().try_into().ok()?;
    upper.make_ascii_uppercase();
    Some(upper)
}

/// *Nước* before a name, with and without marks.
const LAND: [&str; 2] = ["nUPcS ", "nuoc "];

fn countries_of(row: &'static KeyRow) -> impl Iterator<Item = Country> {
    row.targets().iter().filter_map(|t| match t.hit {
        Hit::Country(index) => Country::new(index),
        _ => None,
    })
}

impl From<CountryCode> for Country {
    fn from(code: CountryCode) -> Self {
        // `country_of` is an exhaustive match made with the table: the index
        // always has a row, and a test walks all codes.
        let at = usize::from(country_of(code));
        Country {
            row: COUNTRIES.get(at).unwrap_or(&COUNTRIES[0]),
        }
    }
}

impl FromStr for Country {
    type Err = LookupError;

    /// A code as ISO writes it (`JP`, `JPN`, `392`), else a name, else a code in
    /// small letters. Names come before the latter: *Nga* is Russia, and
    /// only `NGA` is Nigeria.
    ///
    /// ```
    /// use tinh_gazetteer::Country;
    /// for text in ["JP", "jpn", "392", "Nhật Bản", "Nhật"] {
    ///     assert_eq!(text.parse::<Country>()?.alpha2(), "JP");
    /// }
    /// assert_eq!("Nga".parse::<Country>()?.alpha2(), "RU");
    /// assert_eq!("NGA".parse::<Country>()?.alpha2(), "NG");
    /// # Ok::<(), tinh_gazetteer::LookupError>(())
    /// ```
    fn from_str(text: &str) -> Result<Self, LookupError> {
        let code = text.trim();
        let by_letters = || Country::from_alpha2(code).or_else(|| Country::from_alpha3(code));
        let by_number = || {
            (code.len() == 3)
                .then(|| code.parse().ok())
                .flatten()
                .and_then(Country::from_numeric)
        };
        let is_code = code.bytes().all(|b| b.is_ascii_uppercase());
        if let Some(country) = is_code.then(by_letters).flatten().or_else(by_number) {
            return Ok(country);
        }
        Country::by_name(text).or_else(|error| by_letters().ok_or(error))
    }
}

impl PartialEq for Country {
    fn eq(&self, other: &Self) -> bool {
        self.row.alpha2 == other.row.alpha2
    }
}

impl Eq for Country {}

impl Hash for Country {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.row.alpha2.hash(state);
    }
}

impl PartialOrd for Country {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Country {
    fn cmp(&self, other: &Self) -> Ordering {
        self.row.alpha2.cmp(other.row.alpha2)
    }
}

/// The Vietnamese name.
impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.row.name)
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({})", self.row.alpha2)
    }
}
