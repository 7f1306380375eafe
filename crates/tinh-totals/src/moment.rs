//! When the figures of an answer hold.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use hashbrown::HashSet;
use serde::{Serialize, Serializer};
use tinh_model::time::{DateBasis, Time};

use tinh_figures::Language;

/// A date or a period, in the order of their first days.
///
/// A date worked out is the same date as one printed; *or later* is another.
///
/// ```
/// use tinh_totals::tinh_model::time::{AsOf, DateBasis, Time};
/// use tinh_totals::{Language, Moment};
///
/// let inferred = Time::AsOf(AsOf::new("2023-10".parse()?, DateBasis::Inferred));
/// let moment = Moment::of(&inferred);
/// assert_eq!(moment.to_string(), "2023-10 (inferred)");
/// assert_eq!(moment.in_language(Language::Vietnamese), "2023-10 (suy ra)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    first: Option<NaiveDate>,
    /// As ISO 8601 has it.
    text: String,
    is_or_later: bool,
    /// How a date is known makes no other moment: the last to be compared.
    is_inferred: bool,
}

impl Moment {
    /// When a figure holds.
    #[must_use]
    pub fn of(time: &Time) -> Self {
        let (text, basis) = match time.as_of() {
            Some(as_of) => (as_of.date().to_string(), as_of.basis()),
            None => (time.to_string(), DateBasis::Printed),
        };
        Self {
            first: time.first_day(),
            text,
            is_or_later: basis == DateBasis::NotBefore,
            is_inferred: basis == DateBasis::Inferred,
        }
    }

    /// The same as a printed date.
    pub(crate) fn printed(mut self) -> Self {
        self.is_inferred = false;
        self
    }

    /// In a language: `2023-10 (suy ra)`.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let mut text = self.text.clone();
        if self.is_or_later {
            text.push_str(language.choose(" trở đi", " or later"));
        }
        if self.is_inferred {
            text.push_str(language.choose(" (suy ra)", " (inferred)"));
        }
        text
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::English))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Moments, each once and in order: of one date printed here and worked out
/// there, the printed.
pub(crate) fn moments(times: impl IntoIterator<Item = Time>) -> Vec<Moment> {
    let mut found: BTreeMap<Moment, Moment> = BTreeMap::new();
    let times: HashSet<Time> = times.into_iter().collect();
    for time in times {
        let moment = Moment::of(&time);
        let known = found
            .entry(moment.clone().printed())
            .or_insert_with(|| moment.clone());
        known.is_inferred &= moment.is_inferred;
    }
    found.into_values().collect()
}
