//! The figure shown, of several for one fact.

use std::sync::Arc;

use super::candidate::Candidate;
use super::sorting::Sorting;
use crate::error::Error;
use crate::interval::{Interval, may_all_be_true};
use crate::left::{NAMED, Why};
use crate::reason::Reason;
use crate::warning::Warning;

/// Of figures of one fact the one that is shown: any of those that say the
/// same, the most precise of those that can all be true. `None` where they
/// contradict each other, or nothing tells which is the more precise: all are
/// then left out, with a warning.
pub(super) fn settle<'a>(
    told: &[Candidate<'a>],
    sorting: &mut Sorting<'_, 'a>,
) -> Result<Option<Candidate<'a>>, Error> {
    let (first, others) = match told {
        [] => return Ok(None),
        [one] => return Ok(Some(*one)),
        [first, others @ ..] => (first, others),
    };
    told.iter()
        .try_for_each(|c| c.needs_its_rate(sorting.query))?;
    let chosen = if others.iter().all(|other| other.value == first.value) {
        Some(0)
    } else {
        let bands: Vec<Interval> = told.iter().map(Candidate::band).collect();
        let can_all_be_true = may_all_be_true(bands.iter().copied());
        let chosen = can_all_be_true
            .then(|| most_precise(told, &bands))
            .flatten();
        if chosen.is_none() {
            dispute(told, can_all_be_true, sorting);
        }
        chosen
    };
    let Some((at, chosen)) = chosen.and_then(|at| Some((at, *told.get(at)?))) else {
        return Ok(None);
    };
    for (_, other) in told.iter().enumerate().filter(|(place, _)| *place != at) {
        if other.value == chosen.value {
            sorting.leave_for(other, chosen.at, |other| Reason::SameAs { other });
        } else {
            sorting.leave_for(other, chosen.at, |other| Reason::ConsistentWith { other });
        }
    }
    Ok(Some(chosen))
}

/// The exact figure with the finest last digit, or else the one that lies
/// within all others.
fn most_precise(told: &[Candidate<'_>], bands: &[Interval]) -> Option<usize> {
    let width = |at: &usize| {
        let band = bands.get(*at)?;
        band.upper()?.checked_sub(band.lower()?)
    };
    let exact = (0..told.len()).filter(|at| told.get(*at).is_some_and(|c| c.value.is_exact()));
    let finest = exact.min_by_key(width);
    if finest.is_some() {
        return finest;
    }
    // The narrowest lies within all others, if any does.
    let narrowest = bands
        .iter()
        .enumerate()
        .reduce(|a, b| if b.1.is_within(a.1) { b } else { a });
    narrowest
        .filter(|(_, own)| bands.iter().all(|other| own.is_within(other)))
        .map(|(at, _)| at)
}

/// Figures of one fact that differ, left out with one another's ids.
fn dispute<'a>(told: &[Candidate<'a>], may_all_be_true: bool, sorting: &mut Sorting<'_, 'a>) {
    let mut figures: Vec<String> = told.iter().map(Candidate::key).collect();
    figures.sort_unstable();
    let reason: fn(Vec<String>) -> Reason = match may_all_be_true {
        true => |with| Reason::Undecided { with },
        false => |with| Reason::Conflict { with },
    };
    let first: Arc<[String]> = figures.iter().take(NAMED + 1).cloned().collect();
    for candidate in told {
        let why = Why::Among(reason, Arc::clone(&first));
        sorting.left.leave_out(candidate.at, why);
    }
    sorting.warnings.insert(match may_all_be_true {
        true => Warning::Undecided { figures },
        false => Warning::Conflict { figures },
    });
}
