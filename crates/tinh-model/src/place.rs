//! Where a claim holds: a unit with a date, the nation, a region, the sea.

use std::fmt;

use chrono::NaiveDate;
use tinh_gazetteer::{Unit, UnitId, Units};

use crate::error::{Error, ErrorKind};

/// The place a claim speaks of.
///
/// A province means nothing without a date: *Hải Phòng* of 2023 and of 2026
/// are two territories. [`Place::Unit`] therefore holds a version of a unit.
///
/// ```
/// use tinh_model::Place;
/// let day = "2022-12-20".parse()?;
/// let place = Place::named("TP. Hồ Chí Minh", day)?;
/// assert_eq!(place.name(), "Hồ Chí Minh");
/// assert_eq!(Place::named("Dầu khí", day)?, Place::Offshore);
///
/// let error = Place::named("Hải Dươg", day).unwrap_err();
/// assert!(error.to_string().contains("Hải Dươg"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// A province or city under the central government, and the day on which
    /// it is meant.
    Unit(Unit, NaiveDate),
    /// The whole country.
    National,
    /// Oil and gas at sea (*dầu khí*): a row of official tables, no province.
    Offshore,
}

impl Place {
    /// Finds the place of a name as tables have it (`1. Hải Phòng`, see
    /// [`Units::by_cell`]), an id (`hai-phong`) or one of the words
    /// `cả nước` and `dầu khí`, on a date.
    ///
    /// # Errors
    /// [`ErrorKind::Place`] where no unit of that name is valid on that day.
    pub fn named(text: &str, on: NaiveDate) -> Result<Self, Error> {
        use unicode_normalization::UnicodeNormalization;
        // Folding costs more than the comparison: most names begin otherwise.
        let text = text.trim();
        let may_be_word = text.len() <= 16
            && text.starts_with(|c: char| {
                matches!(c.to_ascii_lowercase(), 'n' | 'c' | 'v' | 't' | 'o' | 'd')
            });
        if may_be_word {
            let folded: String = text.nfc().flat_map(char::to_lowercase).collect();
            match folded.as_str() {
                "national" | "cả nước" | "việt nam" | "toàn quốc" => {
                    return Ok(Self::National);
                }
                "offshore" | "dầu khí" => return Ok(Self::Offshore),
                _ => {}
            }
        }
        let found = match text.parse::<UnitId>() {
            Ok(id) => id.on(on),
            Err(_) => Units::on(on).by_cell(text),
        };
        found
            .map(|unit| Self::Unit(unit, on))
            .map_err(|error| Error::new(ErrorKind::Place(error), text))
    }

    /// The unit, where the place is one.
    #[must_use]
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Self::Unit(unit, _) => Some(*unit),
            Self::National | Self::Offshore => None,
        }
    }

    /// The Vietnamese name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unit(unit, _) => unit.name(),
            Self::National => "Cả nước",
            Self::Offshore => "Dầu khí",
        }
    }

    /// The id written in datasets.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Unit(unit, _) => unit.id().as_str(),
            Self::National => "national",
            Self::Offshore => "offshore",
        }
    }

    /// The day on which the place is meant; `None` for places that do not
    /// change.
    #[must_use]
    pub fn on(&self) -> Option<NaiveDate> {
        match self {
            Self::Unit(_, on) => Some(*on),
            Self::National | Self::Offshore => None,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
