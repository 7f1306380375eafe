//! Events, projects and agreements reported twice.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use tinh_gazetteer::Unit;
use tinh_model::Measure;
use tinh_model::claim::{Likeness, Tellings};
use tinh_model::time::{Period, Time};

use super::candidate::{Candidate, fixed_order};
use super::sorting::Sorting;
use super::spans::Spans;
use super::{Level, parts};
use crate::left::{At, Outside, Why};
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
/// has that of May in it. Where the period has but `nhiều đoàn`, the events known
/// are the least there were.
pub(super) fn without_counted_events<'a>(
    mut candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Vec<Candidate<'a>> {
    if !candidates.iter().any(Candidate::is_event) {
        return candidates;
    }
    let mut numbers: BTreeMap<_, Spans> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        if is_number_of_all(candidate.at) {
            let spans = numbers.entry(counted(candidate.at)).or_default();
            spans.insert(&candidate.time, at);
        }
    }
    let whole_of = |candidate: &Candidate<'a>| -> Option<usize> {
        let spans = numbers.get(&counted(candidate.at))?;
        let at = spans.overlapping(&candidate.time_as_period()?)?;
        let is_whole = is_event_of(candidate, &candidates.get(at)?.time);
        is_whole.then_some(at)
    };
    let wholes: Vec<Option<usize>> = candidates.iter().map(whole_of).collect();
    let mut parts: BTreeMap<usize, Vec<&Candidate<'a>>> = BTreeMap::new();
    for (part, whole) in candidates.iter().zip(&wholes) {
        if let Some(whole) = whole {
            parts.entry(*whole).or_default().push(part);
        }
    }
    for (whole, parts) in &parts {
        if let Some(whole) = candidates.get(*whole) {
            parts::hold(parts, whole, sorting);
        }
    }
    let reasons = wholes.iter().map(|whole| {
        let whole = candidates.get((*whole)?)?.at;
        Some(Why::For(|whole| Reason::PartOf { whole }, whole))
    });
    let reasons = reasons.collect();
    let unnumbered = Unnumbered::of(sorting);
    for candidate in &mut candidates {
        if unnumbered.has(candidate) {
            candidate.value = candidate.value.or_more();
        }
    }
    sorting.without(candidates, reasons)
}

/// What events and their number in a period have in common.
type Counted<'a> = (Option<Unit>, bool, &'a Measure);

fn counted(at: At<'_>) -> Counted<'_> {
    (at.entry.unit, at.entry.is_national, at.measure())
}

/// Whether it is the number of all events of a period, whoever took part.
fn is_number_of_all(at: At<'_>) -> bool {
    let entry = at.entry;
    let is_of_all = entry.partner == 0 && !entry.is_of_several;
    entry.time.period().is_some() && !entry.is_event && is_of_all
}

/// Periods in which things happened whose number is not known, by what they have
/// in common: the first days in order, each with the last day of any that began
/// by then.
struct Unnumbered<'a>(BTreeMap<Counted<'a>, Vec<(NaiveDate, NaiveDate)>>);

impl<'a> Unnumbered<'a> {
    fn of(sorting: &Sorting<'_, 'a>) -> Self {
        let mut periods: BTreeMap<Counted<'a>, Vec<(NaiveDate, NaiveDate)>> = BTreeMap::new();
        for (at, why) in sorting.left.outside() {
            if why == Outside::NoValue
                && is_number_of_all(at)
                && let Some(period) = at.entry.time.period()
            {
                let of_it = periods.entry(counted(at)).or_default();
                of_it.push((period.start(), period.end()));
            }
        }
        for of_it in periods.values_mut() {
            of_it.sort_unstable();
            let mut latest = NaiveDate::MIN;
            for (_, end) in of_it {
                latest = latest.max(*end);
                *end = latest;
            }
        }
        Self(periods)
    }

    /// Whether an event is one of them.
    fn has(&self, candidate: &Candidate<'a>) -> bool {
        let (Some(first), Some(last)) = candidate.days() else {
            return false;
        };
        let periods = self.0.get(&counted(candidate.at));
        let began = periods.and_then(|periods| {
            let began = periods.partition_point(|(start, _)| *start <= first);
            periods.get(began.checked_sub(1)?)
        });
        candidate.is_event() && began.is_some_and(|(_, latest)| last <= *latest)
    }
}

/// Whether it is an event of a period.
fn is_event_of(candidate: &Candidate<'_>, period: &Time) -> bool {
    let (Some(first), Some(last)) = candidate.days() else {
        return false;
    };
    let holds = |period: &Period| period.start() <= first && last <= period.end();
    candidate.is_event() && period.period().is_some_and(holds)
}
