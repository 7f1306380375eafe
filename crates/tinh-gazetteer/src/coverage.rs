//! How much of a unit is reported.

use crate::{Territory, Unit, Units};
use chrono::{Days, NaiveDate};
use std::fmt;

/// How much of a unit the figures at hand cover, in the units they were
/// reported for.
///
/// Vĩnh Long of today is Vĩnh Long, Bến Tre and Trà Vinh of before; with a
/// figure of the first alone the total is `1 of 3`, and must say so.
///
/// ```
/// use tinh_gazetteer::{Coverage, Units, date};
///
/// let then = Units::on(date(2022, 12, 20)?);
/// let now = Units::on(date(2026, 11, 23)?);
/// let coverage = Coverage::of(now.by_name("Vĩnh Long")?, [then.by_name("Vĩnh Long")?]);
/// assert_eq!(coverage.to_string(), "1 of 3");
/// assert!(!coverage.is_complete());
/// let missing: Vec<_> = coverage.missing().iter().map(|u| u.name()).collect();
/// assert_eq!(missing, ["Bến Tre", "Trà Vinh"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Coverage {
    target: Unit,
    covered: Vec<Unit>,
    missing: Vec<Unit>,
    outside: Territory,
    overlapping: bool,
}

impl Coverage {
    /// Compares `target` with the units that were reported. Units elsewhere
    /// are left out of account, and a unit given twice counts once.
    ///
    /// Missing ground is named in the units of the last day on which all the
    /// parts were valid. With no part at all it is the day before `target`
    /// began: the units it was made of. Where the date is known,
    /// [`on`](Coverage::on) says it outright.
    #[must_use]
    pub fn of(target: Unit, parts: impl IntoIterator<Item = Unit>) -> Coverage {
        let parts: Vec<Unit> = relevant(target, parts);
        let date = match parts.iter().filter_map(|u| u.valid_to()).min() {
            Some(last) => last,
            None if parts.is_empty() => target
                .valid_from()
                .and_then(|from| from.checked_sub_days(Days::new(1)))
                .filter(|eve| !Units::on(*eve).is_empty())
                .or_else(|| target.valid_from())
                .or(target.valid_to())
                .unwrap_or(NaiveDate::MAX),
            None => NaiveDate::MAX,
        };
        Coverage::build(target, Units::on(date), parts)
    }

    /// The same with the date of the report given.
    ///
    /// ```
    /// use tinh_gazetteer::{Coverage, Units, date};
    /// let then = Units::on(date(2022, 12, 20)?);
    /// let now = Units::on(date(2026, 11, 23)?);
    /// let none = Coverage::on(now.by_name("Cà Mau")?, then, []);
    /// assert_eq!(none.to_string(), "0 of 2");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn on(target: Unit, reported: Units, parts: impl IntoIterator<Item = Unit>) -> Coverage {
        Coverage::build(target, reported, relevant(target, parts))
    }

    fn build(target: Unit, reported: Units, covered: Vec<Unit>) -> Coverage {
        let ground: Territory = covered.iter().copied().collect();
        let open = target.territory().difference(ground);
        let missing: Vec<Unit> = open
            .units(reported)
            .filter(|u| !covered.contains(u))
            .collect();
        let mut seen = Territory::EMPTY;
        let mut overlapping = false;
        for unit in &covered {
            overlapping |= seen.overlaps(unit.territory());
            seen = seen.union(unit.territory());
        }
        Coverage {
            target,
            missing,
            outside: ground.difference(target.territory()),
            overlapping,
            covered,
        }
    }

    /// The unit whose coverage this is.
    #[must_use]
    pub fn target(&self) -> Unit {
        self.target
    }

    /// The reported units that share ground with the target, each once.
    #[must_use]
    pub fn covered(&self) -> &[Unit] {
        &self.covered
    }

    /// The units that would have to be reported too.
    #[must_use]
    pub fn missing(&self) -> &[Unit] {
        &self.missing
    }

    /// Whether all of the target's territory is reported.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.target
            .territory()
            .is_subset(self.covered.iter().copied().collect())
    }

    /// Whether the reported units cover the target and nothing else, and none
    /// of them twice: their figures add to the target's.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.is_complete() && self.outside.is_empty() && !self.overlapping
    }

    /// Whether two reported units share ground: adding counts it twice.
    #[must_use]
    pub fn is_overlapping(&self) -> bool {
        self.overlapping
    }

    /// Reported ground outside the target.
    #[must_use]
    pub fn outside(&self) -> Territory {
        self.outside
    }
}

/// Units that touch the target, each once, in order.
fn relevant(target: Unit, parts: impl IntoIterator<Item = Unit>) -> Vec<Unit> {
    let mut parts: Vec<Unit> = parts
        .into_iter()
        .filter(|u| u.territory().overlaps(target.territory()))
        .collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// `1 of 3`: reported units, and how many there would have to be.
impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.covered.len() + self.missing.len();
        write!(f, "{} of {all}", self.covered.len())
    }
}
