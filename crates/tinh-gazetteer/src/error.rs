//! Errors of look-ups that cannot answer with one place.

use crate::{Country, Organisation, Unit, Units};
use chrono::NaiveDate;
use std::convert::Infallible;
use std::fmt;
use std::ops::Range;

/// Why a name or code is not one place.
///
/// ```
/// use tinh_gazetteer::{LookupErrorKind, Units, date};
/// let now = Units::on(date(2026, 1, 1)?);
/// let of_another_time = now.by_name("Hải Dương").unwrap_err();
/// assert!(matches!(of_another_time.kind(), LookupErrorKind::NotValid { .. }));
/// let unknown = now.by_name("Atlantis").unwrap_err();
/// assert!(matches!(unknown.kind(), LookupErrorKind::Unknown));
/// # Ok::<(), tinh_gazetteer::NoSuchDay>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LookupErrorKind {
    /// No table has it.
    Unknown,
    /// It has several meanings; a date or the reader decides.
    Ambiguous {
        /// The places it may be, in the order of the tables.
        candidates: Vec<Candidate>,
    },
    /// A unit of another time.
    NotValid {
        /// The date of the look-up.
        on: NaiveDate,
        /// The version nearest to that date.
        unit: Unit,
        /// The units of that date that have its territory: what it became,
        /// or what it was part of.
        successors: Vec<Unit>,
    },
    /// A city inside a province of the same name (*TP Thanh Hóa*), which is
    /// not a unit of province level.
    BelowProvince {
        /// The province.
        unit: Unit,
    },
    /// A province that ended before the tables begin: *Hà Bắc*, *Minh Hải*.
    Former {
        /// Its last year.
        until: i32,
        /// The units of the date of the look-up where its territory is; those of
        /// today without a date.
        successors: Vec<Unit>,
    },
    /// The tables begin on 1997-01-01.
    BeforeTables {
        /// The date of the look-up.
        on: NaiveDate,
    },
}

impl LookupErrorKind {
    /// A code that stays, for logs and services: `unknown`, `ambiguous`,
    /// `not_valid`, `below_province`, `former`, `before_tables`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            LookupErrorKind::Unknown => "unknown",
            LookupErrorKind::Ambiguous { .. } => "ambiguous",
            LookupErrorKind::NotValid { .. } => "not_valid",
            LookupErrorKind::BelowProvince { .. } => "below_province",
            LookupErrorKind::Former { .. } => "former",
            LookupErrorKind::BeforeTables { .. } => "before_tables",
        }
    }
}

/// One meaning of an ambiguous name.
///
/// ```
/// use tinh_gazetteer::{Candidate, LookupErrorKind, Unit};
/// // The province until 2025, and the larger one of today.
/// let error = Unit::by_name("Vĩnh Long").unwrap_err();
/// let LookupErrorKind::Ambiguous { candidates, .. } = error.kind() else { panic!() };
/// let ended: Vec<bool> = candidates
///     .iter()
///     .filter_map(|one| Some(one.unit()?.valid_to().is_some()))
///     .collect();
/// assert_eq!(ended, [true, false]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Candidate {
    /// A version of a unit.
    Unit(Unit),
    /// A country.
    Country(Country),
    /// A bloc, an agreement or an organisation.
    Organisation(Organisation),
}

impl Candidate {
    /// The unit, if it is one.
    #[must_use]
    pub fn unit(self) -> Option<Unit> {
        match self {
            Candidate::Unit(unit) => Some(unit),
            _ => None,
        }
    }
}

/// A name or a code that is not one place, with the reader's own text.
///
/// ```
/// use tinh_gazetteer::{LookupErrorKind, Units, date};
///
/// let today = Units::on(date(2026, 11, 23)?);
/// let error = today.by_name("Hải Dương").unwrap_err();
/// assert_eq!(error.text(), "Hải Dương");
/// assert_eq!(
///     error.to_string(),
///     "\"Hải Dương\" is not a unit on 2026-11-23: it ended on 2025-06-30 and is part of \
///      thành phố Hải Phòng"
/// );
/// let LookupErrorKind::NotValid { successors, .. } = error.kind() else { panic!() };
/// assert_eq!(successors[0].name(), "Hải Phòng");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LookupError {
    kind: LookupErrorKind,
    text: String,
    start: usize,
}

impl LookupError {
    pub(crate) fn new(text: &str, kind: LookupErrorKind) -> Self {
        // The whole text is the name, less the blanks around it.
        let start = text.len() - text.trim_start().len();
        let name = text.trim();
        LookupError {
            kind,
            text: name.to_owned(),
            start,
        }
    }

    /// The same of the longer text that the name was found in.
    pub(crate) fn of(self, text: &str) -> Self {
        LookupError::new(text, self.kind)
    }

    /// Whether no table has the name.
    pub(crate) fn is_unknown(&self) -> bool {
        self.kind == LookupErrorKind::Unknown
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> &LookupErrorKind {
        &self.kind
    }

    /// The name or code as it was given, without blanks around it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the name in what was given.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// The units it may be or has become; empty when it is unknown.
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    /// let error = Units::on(date(2023, 1, 1)?).by_name("QN").unwrap_err();
    /// let names: Vec<_> = error.units().iter().map(|u| u.name()).collect();
    /// assert_eq!(names, ["Quảng Nam", "Quảng Ngãi", "Quảng Ninh"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn units(&self) -> Vec<Unit> {
        match &self.kind {
            LookupErrorKind::Ambiguous { candidates } => {
                candidates.iter().filter_map(|c| c.unit()).collect()
            }
            LookupErrorKind::NotValid { successors, .. }
            | LookupErrorKind::Former { successors, .. } => successors.clone(),
            LookupErrorKind::BelowProvince { unit } => vec![*unit],
            LookupErrorKind::Unknown | LookupErrorKind::BeforeTables { .. } => Vec::new(),
        }
    }
}

/// The period of a version, in brackets: `(until 2025-06-30)`.
fn period(unit: Unit) -> String {
    match (unit.valid_from(), unit.valid_to()) {
        (Some(from), Some(to)) => format!(" (from {from} to {to})"),
        (Some(from), None) => format!(" (from {from})"),
        (None, Some(to)) => format!(" (until {to})"),
        (None, None) => String::new(),
    }
}

fn list(units: &[Unit]) -> String {
    let names: Vec<String> = units.iter().map(|u| u.full_name()).collect();
    names.join(", ")
}

/// The candidates of an ambiguous name, and whether only a date tells them
/// apart: several versions of a unit differ by their time, several units of one
/// date by their names.
fn choices(candidates: &[Candidate]) -> (bool, String) {
    let units: Vec<Unit> = candidates.iter().filter_map(|c| c.unit()).collect();
    let timeless = units.iter().any(|u| {
        units
            .iter()
            .any(|v| u.valid_to() < v.valid_from() && u.valid_to().is_some())
    });
    let shown: Vec<String> = candidates
        .iter()
        .map(|candidate| match candidate {
            Candidate::Unit(unit) if timeless => format!("{}{}", unit.full_name(), period(*unit)),
            Candidate::Unit(unit) => unit.full_name(),
            Candidate::Country(country) => format!("{country} ({})", country.alpha2()),
            Candidate::Organisation(organisation) => organisation.to_string(),
        })
        .collect();
    (timeless, shown.join(", "))
}

/// In English; [`vietnamese`](LookupError::vietnamese) is the other language.
impl fmt::Display for LookupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is ", self.text.escape_debug())?;
        match &self.kind {
            LookupErrorKind::Unknown => f.write_str("not a known place"),
            LookupErrorKind::Ambiguous { candidates } => {
                let (timeless, shown) = choices(candidates);
                let why = if timeless { " without a date" } else { "" };
                write!(f, "ambiguous{why}: {shown}")
            }
            LookupErrorKind::NotValid {
                on,
                unit,
                successors,
            } => {
                write!(f, "not a unit on {on}: ")?;
                match (unit.valid_from(), unit.valid_to()) {
                    (_, Some(to)) if to < *on => {
                        write!(f, "it ended on {to} and is part of {}", list(successors))
                    }
                    (Some(from), _) if *on < from => {
                        write!(f, "it begins on {from} and was in {}", list(successors))
                    }
                    _ => write!(f, "see {}", list(successors)),
                }
            }
            LookupErrorKind::BelowProvince { unit } => write!(
                f,
                "a city inside {}, not a unit of province level",
                unit.full_name()
            ),
            LookupErrorKind::Former { until, successors } => write!(
                f,
                "a province that ended in {until} and is part of {}",
                list(successors)
            ),
            LookupErrorKind::BeforeTables { on } => {
                write!(
                    f,
                    "asked for on {on}, and the units are known from 1997-01-01 on"
                )
            }
        }
    }
}

impl LookupError {
    /// The same message in Vietnamese.
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    /// let error = Units::on(date(2026, 11, 23)?).by_name("Hải Dương").unwrap_err();
    /// assert_eq!(
    ///     error.vietnamese().to_string(),
    ///     "\"Hải Dương\" không phải đơn vị cấp tỉnh ngày 2026-11-23: tồn tại đến 2025-06-30, \
    ///      nay thuộc thành phố Hải Phòng"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn vietnamese(&self) -> impl fmt::Display + '_ {
        Vietnamese(self)
    }
}

struct Vietnamese<'e>(&'e LookupError);

impl fmt::Display for Vietnamese<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LookupError { kind, text, .. } = self.0;
        write!(f, "\"{}\" ", text.escape_debug())?;
        match kind {
            LookupErrorKind::Unknown => f.write_str("không phải một địa danh đã biết"),
            LookupErrorKind::Ambiguous { candidates } => {
                let (timeless, shown) = choices(candidates);
                let why = if timeless {
                    " nếu không có ngày"
                } else {
                    ""
                };
                write!(f, "có nhiều nghĩa{why}: {shown}")
            }
            LookupErrorKind::NotValid {
                on,
                unit,
                successors,
            } => {
                write!(f, "không phải đơn vị cấp tỉnh ngày {on}: ")?;
                match (unit.valid_from(), unit.valid_to()) {
                    (_, Some(to)) if to < *on => {
                        write!(f, "tồn tại đến {to}, nay thuộc {}", list(successors))
                    }
                    (Some(from), _) if *on < from => {
                        write!(f, "có từ {from}, khi đó thuộc {}", list(successors))
                    }
                    _ => write!(f, "xem {}", list(successors)),
                }
            }
            LookupErrorKind::BelowProvince { unit } => write!(
                f,
                "là thành phố thuộc {}, không phải đơn vị cấp tỉnh",
                unit.full_name()
            ),
            LookupErrorKind::Former { until, successors } => write!(
                f,
                "là tỉnh tồn tại đến năm {until}, nay thuộc {}",
                list(successors)
            ),
            LookupErrorKind::BeforeTables { on } => {
                write!(f, "được hỏi cho ngày {on}, dữ liệu chỉ có từ 1997-01-01")
            }
        }
    }
}

impl std::error::Error for LookupError {}

impl From<Infallible> for LookupError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

pub(crate) fn unknown(text: &str) -> LookupError {
    LookupError::new(text, LookupErrorKind::Unknown)
}

pub(crate) fn ambiguous(
    text: &str,
    candidates: impl IntoIterator<Item = Candidate>,
) -> LookupError {
    LookupError::new(
        text,
        LookupErrorKind::Ambiguous {
            candidates: candidates.into_iter().collect(),
        },
    )
}

/// `unit` is the version meant; its successors on the date are looked up.
pub(crate) fn not_valid(text: &str, unit: Unit, units: Units) -> LookupError {
    LookupError::new(
        text,
        LookupErrorKind::NotValid {
            on: units.date(),
            unit,
            successors: unit.territory().units(units).collect(),
        },
    )
}

pub(crate) fn before_tables(text: &str, units: Units) -> LookupError {
    LookupError::new(text, LookupErrorKind::BeforeTables { on: units.date() })
}
