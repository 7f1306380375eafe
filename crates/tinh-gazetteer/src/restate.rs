//! A unit of one date in the units of another.

use crate::tables::TRANSFERS;
use crate::{Territory, Unit, Units};

/// The units of another date that have the territory of a unit.
///
/// Only one answer lets a figure be carried over: [`Whole`](Restatement::Whole).
/// A figure of Hải Phòng of today cannot be divided between Hải Phòng and Hải
/// Dương of 2023, and nothing here ever invents such a split.
///
/// ```
/// use tinh_gazetteer::{Restatement, Units, date};
/// let (then, now) = (Units::on(date(2023, 1, 1)?), Units::on(date(2026, 1, 1)?));
/// let merged = then.by_name("Hải Dương")?.restated(now);
/// assert!(matches!(merged, Restatement::Whole { same: false, .. }));
/// let back = now.by_name("Hải Phòng")?.restated(then);
/// assert!(matches!(back, Restatement::Split(units) if units.len() == 2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Restatement {
    /// All of it is in one unit, which may be larger.
    Whole {
        /// The unit of the other date.
        unit: Unit,
        /// Whether the unit covers exactly the same territory.
        same: bool,
    },
    /// All but a district or a few communes is in one unit: Vĩnh Phúc of
    /// 2007 in the units of 2009, without Mê Linh. A figure carried over is
    /// too large by an unknown part.
    Partial {
        /// The unit that has nearly all of it.
        mainly: Unit,
        /// The units that have the rest.
        rest: Vec<Unit>,
    },
    /// It is in several units: the figure cannot be restated.
    Split(Vec<Unit>),
    /// Nothing is known of the other date: it is before 1997-01-01.
    Unknown,
}

impl Restatement {
    /// The unit to which a figure may be carried over whole. It may need the
    /// figures of other units too: see [`Coverage`](crate::Coverage).
    #[must_use]
    pub fn target(&self) -> Option<Unit> {
        match self {
            Restatement::Whole { unit, .. } => Some(*unit),
            _ => None,
        }
    }

    /// Whether the unit of the other date covers exactly the same territory.
    #[must_use]
    pub fn is_same(&self) -> bool {
        matches!(self, Restatement::Whole { same: true, .. })
    }

    /// Every unit of the other date that shares ground with it; of a partial
    /// restatement the main one first.
    #[must_use]
    pub fn units(&self) -> Vec<Unit> {
        match self {
            Restatement::Whole { unit, .. } => vec![*unit],
            Restatement::Partial { mainly, rest } => std::iter::once(*mainly)
                .chain(rest.iter().copied())
                .collect(),
            Restatement::Split(units) => units.clone(),
            Restatement::Unknown => Vec::new(),
        }
    }
}

pub(crate) fn restated(unit: Unit, to: Units) -> Restatement {
    let territory = unit.territory();
    let found: Vec<Unit> = territory.units(to).collect();
    match found.as_slice() {
        [] => Restatement::Unknown,
        [one] => Restatement::Whole {
            unit: *one,
            same: one.territory() == territory,
        },
        several => {
            // Never empty: every unit has ground that was not transferred.
            let bulk = territory.difference(Territory::from_set(TRANSFERS));
            match several.iter().find(|u| bulk.is_subset(u.territory())) {
                Some(mainly) => Restatement::Partial {
                    mainly: *mainly,
                    rest: several.iter().copied().filter(|u| u != mainly).collect(),
                },
                _ => Restatement::Split(found),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A restatement relies on this.
    #[test]
    fn every_unit_has_ground_that_was_not_transferred() {
        for unit in Unit::all() {
            let bulk = unit.territory().difference(Territory::from_set(TRANSFERS));
            assert!(!bulk.is_empty(), "{}", unit.full_name());
        }
    }
}
