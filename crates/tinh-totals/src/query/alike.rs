//! Events, projects and agreements told twice.

use std::collections::{BTreeMap, BTreeSet};

use tinh_model::Measure;
use tinh_model::claim::{Likeness, Tellings};

use super::candidate::Candidate;
use super::choose::Spans;
use super::repeats::Sorting;
use crate::key::Group;
use crate::reason::Reason;
use crate::warning::Warning;

/// Counts once what is told twice, and warns of what looks alike: by the
/// model's [`Tellings`].
pub(super) fn told_once<'a>(
    candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Vec<Candidate<'a>> {
    let mut tellings = Tellings::default();
    // By the number it was told as, where each is among those kept.
    let mut place: Vec<usize> = Vec::with_capacity(candidates.len());
    let mut kept: Vec<Candidate<'a>> = Vec::with_capacity(candidates.len());
    let mut alike: BTreeSet<String> = BTreeSet::new();
    for candidate in candidates {
        let found = tellings.add(&candidate.quantity);
        let earlier = found.and_then(|(number, _)| place.get(number)).copied();
        let earlier_at = earlier.unwrap_or(kept.len());
        match (found, kept.get_mut(earlier_at)) {
            (Some((_, Likeness::Same)), Some(earlier)) => {
                place.push(earlier_at);
                let mut again = candidate;
                let is_more_precise = again.value.is_exact() && !earlier.value.is_exact();
                if is_more_precise && again.preference == earlier.preference {
                    std::mem::swap(earlier, &mut again);
                }
                let other = earlier.key.clone();
                sorting.leave_out(&again, Reason::ToldAgain { other });
                continue;
            }
            (Some(_), Some(earlier)) => {
                alike.extend([earlier.key.clone(), candidate.key.clone()]);
            }
            _ => {}
        }
        place.push(kept.len());
        kept.push(candidate);
    }
    if !alike.is_empty() {
        let figures = alike.into_iter().collect();
        sorting.warnings.insert(Warning::LookAlikes { figures });
    }
    kept
}

/// One event is part of the number of them in a period: `5 đoàn trong năm 2023`
/// has that of May in it.
pub(super) fn without_counted_events<'a>(
    candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Vec<Candidate<'a>> {
    type Counted<'a> = (Group, &'a Measure);
    let counted = |c: &Candidate<'a>| -> Counted<'a> {
        (
            Group::of_place(c.quantity.claim.place()),
            c.quantity.measure,
        )
    };
    let mut numbers: BTreeMap<Counted<'a>, Spans> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let is_whole = candidate.time.period().is_some()
            && !candidate.is_event()
            && candidate.quantity.claim.statement().partners().is_empty();
        if is_whole {
            numbers
                .entry(counted(candidate))
                .or_default()
                .insert(&candidate.time, at);
        }
    }
    if numbers.is_empty() {
        return candidates;
    }
    let wholes: Vec<Option<String>> = candidates
        .iter()
        .map(|candidate| {
            let (first, last) = candidate.days();
            let (first, last) = (first?, last?);
            if !candidate.is_event() {
                return None;
            }
            let at = numbers
                .get(&counted(candidate))?
                .overlapping(&candidate.time_as_period()?)?;
            let whole = candidates.get(at)?;
            let period = whole.time.period()?;
            (period.start() <= first && last <= period.end()).then(|| whole.key.clone())
        })
        .collect();
    let mut kept = Vec::with_capacity(candidates.len());
    for (candidate, whole) in candidates.into_iter().zip(wholes) {
        match whole {
            Some(whole) => sorting.leave_out(&candidate, Reason::PartOf { whole }),
            None => kept.push(candidate),
        }
    }
    kept
}
