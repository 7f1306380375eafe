//! Of several figures for one place, the one that counts.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use tinh_gazetteer::Unit;
use tinh_model::time::{DateBasis, Time};
use tinh_model::{Measure, Statement};

use super::bucket::Bucket;
use super::candidate::{Candidate, fixed_order};
use super::relations::Relations;
use super::repeats::Sorting;
use super::{Level, Totals, When};
use crate::error::Error;
use crate::interval::{Interval, may_all_be_true};
use crate::key::Group;
use crate::reason::Reason;
use crate::warning::Warning;

/// How many of the others a conflict names: all of them are in the warning.
pub(super) const NAMED: usize = 5;

/// Of figures of one fact the one that is shown: any of those that say the
/// same, the most precise of those that can all be true. `None` where they
/// contradict each other, or nothing tells which is the more precise: all are
/// then left out, with a warning.
pub(super) fn settle<'a>(
    mut told: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Result<Option<Candidate<'a>>, Error> {
    if told.len() > 1 {
        told.iter().try_for_each(Candidate::needs_its_rate)?;
    }
    let bands: Vec<Interval> = told.iter().map(Candidate::band).collect();
    let are_equal = told
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if a.value == b.value));
    let can_all_be_true = may_all_be_true(bands.iter().copied());
    let chosen = if are_equal {
        (!told.is_empty()).then_some(0)
    } else if can_all_be_true {
        most_precise(&told, &bands)
    } else {
        None
    };
    let Some(chosen) = chosen.map(|at| told.remove(at)) else {
        if !told.is_empty() {
            dispute(told, can_all_be_true, sorting);
        }
        return Ok(None);
    };
    for other in told {
        let key = chosen.key.clone();
        let reason = if other.value == chosen.value {
            Reason::SameAs { other: key }
        } else {
            Reason::ConsistentWith { other: key }
        };
        sorting.leave_out(&other, reason);
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
fn dispute<'a>(told: Vec<Candidate<'a>>, may_all_be_true: bool, sorting: &mut Sorting<'_, 'a>) {
    let mut figures: Vec<String> = told.iter().map(|c| c.key.clone()).collect();
    figures.sort_unstable();
    for candidate in told {
        let others = figures.iter().filter(|key| **key != candidate.key);
        let with = others.take(NAMED).cloned().collect();
        let reason = match may_all_be_true {
            true => Reason::Undecided { with },
            false => Reason::Conflict { with },
        };
        sorting.leave_out(&candidate, reason);
    }
    sorting.warnings.insert(match may_all_be_true {
        true => Warning::Undecided { figures },
        false => Warning::Conflict { figures },
    });
}

/// What only one figure can be of at a time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Subject<'a> {
    place: Group,
    measure: &'a Measure,
    currency: Option<&'static str>,
    bucket: Option<Bucket>,
    partner: Option<String>,
    sector: Option<&'a str>,
    /// Against or among what, for rates and ranks: eighth in the country is
    /// no contradiction to first in the region.
    among: (Option<&'a str>, Option<&'static str>),
    /// The project, where projects are asked for.
    project: Option<&'a str>,
    /// Aid groups of different donors stand beside each other.
    donors: Option<String>,
    /// The kind of what is counted: of agreements and missions.
    kind: &'static str,
    /// The part, where several parts are all that is known of a whole.
    part: Option<&'a str>,
}

impl<'a> Subject<'a> {
    fn of(query: &Totals<'a>, candidate: &Candidate<'a>, relations: &mut Relations<'a>) -> Self {
        let claim = candidate.quantity.claim;
        let donors = match claim.statement() {
            Statement::AidGroup(group) => Some(
                group
                    .donors
                    .named()
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(", "),
            ),
            _ => None,
        };
        let base = match claim.statement() {
            Statement::Observation(observation) => observation.base.map(|base| base.code()),
            _ => None,
        };
        Self {
            among: (candidate.quantity.among(), base),
            place: Group::of_place(claim.place()),
            measure: candidate.quantity.measure,
            currency: candidate.currency.map(|currency| currency.code()),
            bucket: candidate.bucket,
            // One investor is named in many ways; the claims say which
            // project is the same.
            partner: candidate
                .partner
                .filter(|_| query.level != Level::Projects)
                .map(ToString::to_string),
            sector: candidate.sector.filter(|_| query.level != Level::Projects),
            project: (query.level == Level::Projects).then(|| relations.root(claim.id())),
            donors,
            kind: claim.statement().kind_code(),
            part: candidate.is_part_of_unknown.then(|| claim.id()),
        }
    }

    /// The same without the place: what figures of overlapping units share.
    fn elsewhere(mut self) -> Self {
        self.place = Group::Other("");
        self
    }
}

/// Of each subject one stock, or flows that do not overlap. Events stay as they
/// are.
pub(super) fn one_a_subject<'a>(
    query: &Totals<'a>,
    candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Result<Vec<Candidate<'a>>, Error> {
    let mut kept = Vec::new();
    let mut by_subject: BTreeMap<Subject<'a>, Vec<Candidate<'a>>> = BTreeMap::new();
    let counts_events = !matches!(query.when, When::Latest | When::By(_));
    for candidate in candidates {
        let is_stock = candidate.time.as_of().is_some() && matches!(query.when, When::Events);
        if counts_events && query.level != Level::Projects && (is_stock || candidate.is_event())
            || query.level == Level::Projects && matches!(query.when, When::Events)
        {
            kept.push(candidate);
            continue;
        }
        let subject = Subject::of(query, &candidate, sorting.relations);
        by_subject.entry(subject).or_default().push(candidate);
    }
    let mut revised = BTreeSet::new();
    for candidates in by_subject.into_values() {
        let candidates = latest_edition(candidates, sorting, &mut revised);
        match query.when {
            When::Latest | When::By(_) => newest(candidates, &mut kept, sorting)?,
            _ => apart(candidates, &mut kept, sorting)?,
        }
    }
    if !revised.is_empty() && query.vintage.is_none() {
        sorting.warnings.insert(Warning::Revised {
            figures: revised.into_iter().collect(),
        });
    }
    Ok(kept)
}

/// Of one producer's figures for one time, the one published last: a revision,
/// not a contradiction. A later figure that only says less is none: `hơn 10 tỷ`
/// after 10,2 tỷ.
fn latest_edition<'a>(
    candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
    revised: &mut BTreeSet<String>,
) -> Vec<Candidate<'a>> {
    if candidates.len() < 2 {
        return candidates;
    }
    type Edition<'k> = (&'k str, String);
    let edition = |c: &Candidate<'a>| -> Edition<'a> { (c.producer, c.time.to_string()) };
    let mut last: BTreeMap<Edition<'a>, (NaiveDate, String, Interval)> = BTreeMap::new();
    for candidate in &candidates {
        let Some(day) = candidate.published.and_then(|date| date.first_day()) else {
            continue;
        };
        let own = || (day, candidate.key.clone(), candidate.value);
        let entry = last.entry(edition(candidate)).or_insert_with(own);
        if day > entry.0 || day == entry.0 && candidate.key < entry.1 {
            *entry = own();
        }
    }
    let mut kept = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let day = candidate.published.and_then(|date| date.last_day());
        match (last.get(&edition(&candidate)), day) {
            (Some((newest, by, value)), Some(day))
                if day < *newest && (value.is_exact() || !candidate.value.is_within(value)) =>
            {
                revised.insert(candidate.key.clone());
                sorting.leave_out(&candidate, Reason::Revised { by: by.clone() });
            }
            _ => kept.push(candidate),
        }
    }
    kept
}

/// How long before a vague newer figure an exact one may be shown in its place.
const DAYS_OF_AN_EXACT_ONE: i64 = 366;

/// The newest stock of the most preferred producer. Newest is what no other
/// is known to be later than: of vague dates there may be several. Where the
/// newest only bound what an exact one said within the year before, that is
/// shown.
fn newest<'a>(
    candidates: Vec<Candidate<'a>>,
    kept: &mut Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Result<(), Error> {
    let Some(best) = candidates.iter().map(|c| c.preference).min() else {
        return Ok(());
    };
    let (preferred, others): (Vec<_>, Vec<_>) =
        candidates.into_iter().partition(|c| c.preference == best);
    let latest_start = preferred.iter().filter_map(|c| c.days().0).max();
    let is_older = |c: &Candidate<'_>| match (c.days().1, latest_start) {
        (Some(last), Some(start)) => last < start,
        _ => false,
    };
    let (mut older, mut newest): (Vec<_>, Vec<_>) = preferred.into_iter().partition(is_older);
    newest.sort_by(|a, b| {
        // A date printed is better than one worked out; then the fixed order.
        let rank = |c: &Candidate<'_>| match c.time.as_of().map(|as_of| as_of.basis()) {
            Some(DateBasis::Printed) => 0,
            Some(DateBasis::Publication) => 1,
            Some(DateBasis::Inferred) => 2,
            _ => 3,
        };
        rank(a).cmp(&rank(b)).then_with(|| fixed_order(a, b))
    });
    let bounded = |exact: &Candidate<'_>| {
        let recent = |day: NaiveDate| {
            latest_start.is_some_and(|start| (start - day).num_days() <= DAYS_OF_AN_EXACT_ONE)
        };
        exact.value.is_exact()
            && exact.days().1.is_some_and(recent)
            && newest
                .iter()
                .all(|c| !c.value.is_exact() && exact.value.is_within(&c.value))
    };
    let exact = older
        .iter()
        .enumerate()
        .filter(|(_, c)| bounded(c))
        .max_by(|(_, a), (_, b)| a.days().1.cmp(&b.days().1).then_with(|| fixed_order(b, a)));
    if let Some(at) = exact.map(|(at, _)| at) {
        newest.push(older.remove(at));
    }
    let named = newest.first().map(|c| c.key.clone());
    let chosen = settle(newest, sorting)?;
    let Some(by) = chosen.as_ref().map(|c| c.key.clone()).or(named) else {
        return Ok(());
    };
    for candidate in older {
        sorting.leave_out(&candidate, Reason::Superseded { by: by.clone() });
    }
    for candidate in others {
        sorting.leave_out(&candidate, Reason::LessPreferred { by: by.clone() });
    }
    kept.extend(chosen);
    Ok(())
}

/// Spans of days that do not overlap, each with a number.
#[derive(Debug, Default)]
pub(super) struct Spans {
    by_start: BTreeMap<NaiveDate, (NaiveDate, usize)>,
    /// One that has no period: a stock, which overlaps everything.
    always: Option<usize>,
}

impl Spans {
    pub(super) fn insert(&mut self, time: &Time, index: usize) {
        match time.period() {
            Some(period) => {
                self.by_start
                    .entry(period.start())
                    .or_insert((period.end(), index));
            }
            None => {
                self.always.get_or_insert(index);
            }
        }
    }

    /// One that shares a day with a time. Since those inside do not overlap,
    /// the last to start before its end is the only one to look at.
    pub(super) fn overlapping(&self, time: &Time) -> Option<usize> {
        let Some(period) = time.period() else {
            return self
                .always
                .or_else(|| self.by_start.values().next().map(|(_, index)| *index));
        };
        self.by_start
            .range(..=period.end())
            .next_back()
            .filter(|(_, (end, _))| *end >= period.start())
            .map(|(_, (_, index))| *index)
            .or(self.always)
    }
}

/// Flows of one subject: the longest first, then whatever does not overlap.
fn apart<'a>(
    candidates: Vec<Candidate<'a>>,
    kept: &mut Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Result<(), Error> {
    // Of one producer's rank and one period one figure: figures that contradict
    // one another are all left out; averaging them or taking the first would be
    // a choice nobody made.
    let mut by_period: BTreeMap<(usize, String), Vec<Candidate<'a>>> = BTreeMap::new();
    for candidate in candidates {
        let key = (candidate.preference, candidate.time.to_string());
        by_period.entry(key).or_default().push(candidate);
    }
    let length = |time: &Time| {
        time.period()
            .map_or(0, |p| (p.end() - p.start()).num_days())
    };
    let mut groups: Vec<(usize, Vec<Candidate<'a>>)> = by_period
        .into_iter()
        .map(|((preference, _), mut group)| {
            group.sort_by(fixed_order);
            (preference, group)
        })
        .collect();
    groups.sort_by(|(rank, a), (other, b)| {
        let longest = |group: &[Candidate<'a>]| group.first().map_or(0, |c| length(&c.time));
        let first = |group: &[Candidate<'a>]| group.first().map(|c| (c.id(), c.quantity.field));
        rank.cmp(other)
            .then_with(|| longest(b).cmp(&longest(a)))
            .then_with(|| first(a).cmp(&first(b)))
    });
    let mut spans = Spans::default();
    // A disputed year is not answered by nine undisputed months of it.
    let mut blocked = Spans::default();
    let mut blocking: Vec<String> = Vec::new();
    for (_, group) in groups {
        let Some((time, named)) = group.first().map(|c| (c.time, c.key.clone())) else {
            continue;
        };
        if let Some(other) = spans.overlapping(&time).and_then(|at| kept.get(at)) {
            let (with, same_period) = (other.key.clone(), other.time == time);
            let (preference, value) = (other.preference, other.value);
            for candidate in group {
                let with = with.clone();
                let reason = if same_period && preference < candidate.preference {
                    Reason::LessPreferred { by: with }
                } else if same_period && value == candidate.value {
                    Reason::SameAs { other: with }
                } else {
                    Reason::PeriodOverlaps { with }
                };
                sorting.leave_out(&candidate, reason);
            }
            continue;
        }
        if let Some(with) = blocked.overlapping(&time).and_then(|at| blocking.get(at)) {
            for candidate in group {
                let with = with.clone();
                sorting.leave_out(&candidate, Reason::PeriodOverlaps { with });
            }
            continue;
        }
        match settle(group, sorting)? {
            Some(chosen) => {
                spans.insert(&time, kept.len());
                kept.push(chosen);
            }
            None => {
                blocked.insert(&time, blocking.len());
                blocking.push(named);
            }
        }
    }
    Ok(())
}

/// Units of different dates may cover the same ground: the preferred stays,
/// then the later one.
pub(super) fn without_overlaps<'a>(
    query: &Totals<'a>,
    mut candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Vec<Candidate<'a>> {
    // Two events stay two events, and two projects two projects, whatever
    // became of the units since.
    if matches!(query.when, When::Events) || query.level == Level::Projects {
        candidates.sort_by(fixed_order);
        return candidates;
    }
    candidates.sort_by(|a, b| {
        a.preference
            .cmp(&b.preference)
            .then_with(|| Reverse(a.time.last_day()).cmp(&Reverse(b.time.last_day())))
            .then_with(|| fixed_order(a, b))
    });
    let mut by_unit: BTreeMap<Subject<'a>, BTreeMap<Unit, Spans>> = BTreeMap::new();
    let mut kept: Vec<Candidate<'a>> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let Some(unit) = candidate.unit().filter(|_| !candidate.is_event()) else {
            kept.push(candidate);
            continue;
        };
        let subject = Subject::of(query, &candidate, sorting.relations).elsewhere();
        let units = by_unit.entry(subject).or_default();
        // There are no more than a hundred versions of units, so that this
        // does not grow with the number of claims.
        let overlap = units
            .iter()
            .filter(|(other, _)| **other != unit && other.territory().overlaps(unit.territory()))
            .find_map(|(_, spans)| spans.overlapping(&candidate.time))
            .and_then(|index| kept.get(index));
        match overlap {
            Some(other) => {
                let with = other.key.clone();
                sorting.leave_out(&candidate, Reason::TerritoryOverlaps { with });
            }
            None => {
                units
                    .entry(unit)
                    .or_default()
                    .insert(&candidate.time, kept.len());
                kept.push(candidate);
            }
        }
    }
    kept.sort_by(fixed_order);
    kept
}
