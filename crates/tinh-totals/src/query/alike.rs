//! Events, projects and agreements reported twice.

use std::collections::{BTreeMap, BTreeSet};

use tinh_gazetteer::Unit;
use tinh_model::claim::{Likeness, Tellings};

use super::Level;
use super::candidate::{Candidate, fixed_order};
use super::sorting::Sorting;
use super::spans::Spans;
use crate::left::Why;
use crate::reason::Reason;
use crate::warning::Warning;

/// Counts once what is told twice, and warns of what looks alike: by the
/// model's [`Tellings`].
pub(super) fn told_once<'a>(
    candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Vec<Candidate<'a>> {
    if !candidates.iter().any(Candidate::is_event) {
        return candidates;
    }
    let mut tellings = Tellings::default();
    // By the number it was told as, where each is among those kept.
    let mut place: Vec<usize> = Vec::new();
    let mut alike: BTreeSet<String> = BTreeSet::new();
    let (mut events, mut kept): (Vec<_>, Vec<_>) =
        candidates.into_iter().partition(Candidate::is_event);
    // Of those told twice the first is known: first in a fixed order.
    match sorting.query.level {
        Level::Projects => events.sort_by(fixed_order),
        _ => events.sort_by_key(|c| (sorting.relations.root(c.id()), c.table, c.at.entry.rank)),
    }
    for candidate in events {
        let Some(quantity) = candidate.quantity() else {
            continue;
        };
        let found = tellings.add(&quantity);
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
                sorting.leave_for(&again, earlier.at, |other| Reason::ToldAgain { other });
                continue;
            }
            (Some(_), Some(earlier)) => {
                alike.extend([earlier.key(), candidate.key()]);
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
    if !candidates.iter().any(Candidate::is_event) {
        return candidates;
    }
    let counted = |c: &Candidate<'a>| -> (Option<Unit>, bool, usize) {
        (c.unit(), c.at.entry.is_national, c.table)
    };
    let mut numbers: BTreeMap<_, Spans> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let entry = candidate.at.entry;
        let is_of_all = entry.partner == 0 && !entry.is_of_several;
        if candidate.time.period().is_some() && !candidate.is_event() && is_of_all {
            numbers
                .entry(counted(candidate))
                .or_default()
                .insert(&candidate.time, at);
        }
    }
    let whole_of = |candidate: &Candidate<'a>| -> Option<Why<'a>> {
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
        (period.start() <= first && last <= period.end())
            .then_some(Why::For(|whole| Reason::PartOf { whole }, whole.at))
    };
    let reasons = candidates.iter().map(whole_of).collect();
    sorting.without(candidates, reasons)
}
