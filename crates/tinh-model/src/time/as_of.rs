//! The date a stock holds at, and how that date is known.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::PartialDate;

/// How the date of a stock is known.
///
/// ```
/// use tinh_model::time::{AsOf, DateBasis};
/// assert_eq!(AsOf::printed("20/12/2022".parse()?).basis(), DateBasis::Printed);
/// # Ok::<(), tinh_model::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DateBasis {
    /// Printed with the figure (`đến ngày 20/12/2022`).
    #[default]
    Printed,
    /// The figure is `hiện nay`, `đến nay`: the date is the article's.
    Publication,
    /// Worked out from what the article speaks of.
    Inferred,
    /// The article is undated; only that it was written no earlier is known.
    NotBefore,
}

/// The date a stock holds at: `as of`, *tính đến*.
///
/// ```
/// use tinh_model::time::{AsOf, DateBasis};
/// let printed = AsOf::printed("2022-12-20".parse()?);
/// let vague = AsOf::new("2023-11".parse()?, DateBasis::NotBefore);
/// assert_eq!(vague.to_string(), "2023-11 or later");
///
/// // Whether a stock had been counted by a day is not always known.
/// let day = "2023-06-30".parse().unwrap();
/// assert_eq!(printed.is_by(day), Some(true));
/// assert_eq!(vague.is_by(day), Some(false));
/// assert_eq!(vague.is_by("2024-06-30".parse().unwrap()), None);
/// # Ok::<(), tinh_model::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AsOf {
    date: PartialDate,
    basis: DateBasis,
}

impl AsOf {
    /// A date and how it is known.
    #[must_use]
    pub fn new(date: PartialDate, basis: DateBasis) -> Self {
        Self { date, basis }
    }

    /// A date printed with the figure.
    #[must_use]
    pub fn printed(date: PartialDate) -> Self {
        Self::new(date, DateBasis::Printed)
    }

    /// The date, or for [`DateBasis::NotBefore`] the earliest it can be.
    #[must_use]
    pub fn date(&self) -> PartialDate {
        self.date
    }

    /// How the date is known.
    #[must_use]
    pub fn basis(&self) -> DateBasis {
        self.basis
    }

    /// The last day it can mean; none where only the earliest is known.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        (self.basis != DateBasis::NotBefore)
            .then(|| self.date.last_day())
            .flatten()
    }

    /// Whether the stock holds at or before `day`; `None` where that cannot
    /// be told from what is known.
    #[must_use]
    pub fn is_by(&self, day: NaiveDate) -> Option<bool> {
        if self.last_day().is_some_and(|last| last <= day) {
            Some(true)
        } else if self.date.first_day().is_some_and(|first| first > day) {
            Some(false)
        } else {
            None
        }
    }
}

impl fmt::Display for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date;
        match self.basis {
            DateBasis::NotBefore => write!(f, "{date} or later"),
            DateBasis::Inferred => write!(f, "{date} (inferred)"),
            DateBasis::Printed | DateBasis::Publication => write!(f, "{date}"),
        }
    }
}
