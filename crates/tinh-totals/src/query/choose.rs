//! The one figure that counts, of several for one place.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use tinh_figures::Currency;
use tinh_gazetteer::Unit;
use tinh_model::Statement;
use tinh_model::claim::Claim;
use tinh_model::entity::Base;
use tinh_model::time::DateBasis;

use super::bucket::Bucket;
use super::candidate::{Candidate, TimeOrder, fixed_order, in_fixed_order};
use super::settle::settle;
use super::sorting::Sorting;
use super::spans::Spans;
use super::{Level, Totals, When};
use crate::error::Error;
use crate::left::At;
use crate::reason::Reason;
use crate::warning::Warning;

/// What only one figure can be of at a time: the number of its measure, its
/// series or project, the currency, the span, and the part where several parts
/// are all that is known of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Subject {
    table: usize,
    series: u32,
    project: u32,
    currency: Option<Currency>,
    bucket: Option<Bucket>,
    part: Option<u32>,
}

/// The numbers of projects: of a place, kind, and the claims on one project.
/// One investor is named in many ways; the claims say which project is the
/// same.
type Projects<'a> = HashMap<(Option<Unit>, bool, &'static str, &'a str), u32>;

impl Subject {
    fn of<'a>(
        candidate: &Candidate<'a>,
        projects: &mut Projects<'a>,
        sorting: &mut Sorting<'_, 'a>,
    ) -> Self {
        let entry = candidate.at.entry;
        let (mut series, mut project) = (entry.series, 0);
        if sorting.query.level == Level::Projects {
            let claim = candidate.at.claim();
            let kind = claim.map_or("", |claim| claim.statement().kind_code());
            let root = sorting.relations.root(candidate.id());
            let next = u32::try_from(projects.len()).unwrap_or(u32::MAX);
            let key = (entry.unit, entry.is_national, kind, root);
            (series, project) = (0, *projects.entry(key).or_insert(next));
        }
        Self {
            table: candidate.table,
            series,
            project,
            currency: candidate.currency,
            bucket: candidate.bucket,
            part: candidate.is_part_of_unknown.then_some(entry.rank),
        }
    }
}

/// Keeps one stock, or flows that do not overlap, per subject. Events stay as they
/// are.
pub(super) fn one_a_subject<'a>(
    query: &Totals<'a>,
    candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Result<Vec<Candidate<'a>>, Error> {
    let mut kept = Vec::new();
    let mut projects = Projects::new();
    let counts_events = !matches!(query.when, When::Latest | When::By(_));
    let is_of_none = |candidate: &Candidate<'a>| {
        let is_stock = candidate.time.as_of().is_some() && matches!(query.when, When::Events);
        counts_events && query.level != Level::Projects && (is_stock || candidate.is_event())
            || query.level == Level::Projects && matches!(query.when, When::Events)
    };
    let mut subjects = Vec::with_capacity(candidates.len());
    for (at, candidate) in (0_u32..).zip(&candidates) {
        if is_of_none(candidate) {
            kept.push(*candidate);
        } else {
            subjects.push((Subject::of(candidate, &mut projects, sorting), at));
        }
    }
    // They come by series and time: a stable sort finds most of them in order.
    // Candidates are large, and stay where they are.
    subjects.sort_by_key(|(subject, _)| *subject);
    let of = |at: &u32| candidates.get(usize::try_from(*at).ok()?).copied();
    let mut revised: Vec<At<'a>> = Vec::new();
    let (mut told, mut current) = (Vec::new(), Vec::new());
    for of_one in subjects.chunk_by(|(a, _), (b, _)| a == b) {
        told.clear();
        told.extend(of_one.iter().filter_map(|(_, at)| of(at)));
        if let [only] = told.as_slice() {
            kept.push(*only);
            continue;
        }
        current.clear();
        latest_edition(&mut told, &mut current, sorting, &mut revised);
        match query.when {
            When::Latest | When::By(_) => newest(&current, &mut kept, sorting)?,
            _ => apart(&mut current, &mut kept, sorting)?,
        }
    }
    if !revised.is_empty() && query.vintage.is_none() {
        sorting.warnings.insert(Warning::Revised {
            figures: ids_of(revised),
        });
    }
    // What comes after may name the first of several.
    Ok(in_fixed_order(kept))
}

/// The ids of figures, each once, in order. In order of their measures and ranks
/// they come in a few runs, which are merged.
fn ids_of(mut figures: Vec<At<'_>>) -> Vec<String> {
    figures.sort_by_key(|at| (std::ptr::from_ref(at.table), at.entry.rank));
    let mut ids: Vec<String> = figures.iter().map(At::key).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// Of one producer's figures for one time, the one published last: a revision,
/// not a contradiction. A later figure that only says less is none: `hơn 10 tỷ`
/// after 10,2 tỷ.
fn latest_edition<'a>(
    told: &mut [Candidate<'a>],
    current: &mut Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
    revised: &mut Vec<At<'a>>,
) {
    let order = |c: &Candidate<'a>| (c.at.producer(), TimeOrder::of(&c.time));
    told.sort_by(|a, b| order(a).cmp(&order(b)));
    for editions in told.chunk_by(|a, b| order(a) == order(b)) {
        if let [only] = editions {
            current.push(*only);
            continue;
        }
        let published = |c: &Candidate<'a>| c.at.source().and_then(|source| source.published);
        let day = |c: &Candidate<'a>| published(c).and_then(|date| date.first_day());
        let dated = editions.iter().filter_map(|c| Some((day(c)?, c)));
        let last =
            dated.min_by(|(a, one), (b, other)| b.cmp(a).then_with(|| fixed_order(one, other)));
        for candidate in editions {
            let own = published(candidate).and_then(|date| date.last_day());
            match (last, own) {
                (Some((newest, by)), Some(own))
                    if own < newest
                        && (by.value.is_exact() || !candidate.value.is_within(&by.value)) =>
                {
                    revised.push(candidate.at);
                    sorting.leave_for(candidate, by.at, |by| Reason::Revised { by });
                }
                _ => current.push(*candidate),
            }
        }
    }
}

/// How long before a vague newer figure an exact one may be shown in its place.
const DAYS_OF_AN_EXACT_ONE: i64 = 366;

/// The newest stock of the most preferred producer. Newest is what no other
/// is known to be later than: of vague dates there may be several. Where the
/// newest only bound what an exact one said within the year before, that is
/// shown.
fn newest<'a>(
    candidates: &[Candidate<'a>],
    kept: &mut Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Result<(), Error> {
    let Some(best) = candidates.iter().map(|c| c.preference).min() else {
        return Ok(());
    };
    let (preferred, others): (Vec<_>, Vec<_>) = candidates
        .iter()
        .copied()
        .partition(|c| c.preference == best);
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
    let chosen = settle(&newest, sorting)?;
    let Some(by) = chosen.as_ref().or(newest.first()).map(|c| c.at) else {
        return Ok(());
    };
    for candidate in older {
        sorting.leave_for(&candidate, by, |by| Reason::Superseded { by });
    }
    for candidate in others {
        sorting.leave_for(&candidate, by, |by| Reason::LessPreferred { by });
    }
    kept.extend(chosen);
    Ok(())
}

/// Flows of one subject: the longest first, then whatever does not overlap.
fn apart<'a>(
    candidates: &mut [Candidate<'a>],
    kept: &mut Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Result<(), Error> {
    // Of one producer's rank and one period one figure: figures that contradict
    // one another are all left out; averaging them or taking the first would be
    // a choice nobody made.
    let order = |c: &Candidate<'a>| (c.preference, TimeOrder::of(&c.time));
    candidates.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| fixed_order(a, b)));
    let groups = candidates.chunk_by(|a, b| order(a) == order(b));
    let mut groups: Vec<&[Candidate<'a>]> = groups.collect();
    if let [only] = groups.as_slice() {
        kept.extend(settle(only, sorting)?);
        return Ok(());
    }
    groups.sort_by(|a, b| {
        let length = |c: &Candidate<'a>| {
            let period = c.time.period();
            period.map_or(0, |period| (period.end() - period.start()).num_days())
        };
        let order = |group: &[Candidate<'a>]| {
            let first = group.first();
            first.map(|c| (c.preference, Reverse(length(c)), c.at.entry.rank))
        };
        order(a).cmp(&order(b))
    });
    let mut spans = Spans::default();
    // A disputed year is not answered by nine undisputed months of it.
    let mut blocked = Spans::default();
    let mut blocking: Vec<At<'a>> = Vec::new();
    for group in groups {
        let Some(first) = group.first() else {
            continue;
        };
        let time = first.time;
        if let Some(other) = spans.overlapping(&time).and_then(|at| kept.get(at)) {
            for candidate in group {
                let same_period = other.time == time;
                let reason: fn(String) -> Reason =
                    if same_period && other.preference < candidate.preference {
                        |by| Reason::LessPreferred { by }
                    } else if same_period && other.value == candidate.value {
                        |other| Reason::SameAs { other }
                    } else {
                        |with| Reason::PeriodOverlaps { with }
                    };
                sorting.leave_for(candidate, other.at, reason);
            }
            continue;
        }
        if let Some(with) = blocked.overlapping(&time).and_then(|at| blocking.get(at)) {
            for candidate in group {
                sorting.leave_for(candidate, *with, |with| Reason::PeriodOverlaps { with });
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
                blocking.push(first.at);
            }
        }
    }
    Ok(())
}

/// What figures of overlapping units share, besides time.
type Elsewhere<'a> = (
    (usize, Option<Currency>, Option<Bucket>, Option<u32>),
    (u32, u32, Option<&'a str>, Option<Base>),
    (&'static str, Vec<String>),
);

fn elsewhere<'a>(candidate: &Candidate<'a>) -> Elsewhere<'a> {
    let entry = candidate.at.entry;
    let statement = candidate.at.claim().map(Claim::statement);
    let (base, donors) = match statement {
        Some(Statement::Observation(observation)) => (observation.base, Vec::new()),
        Some(Statement::AidGroup(group)) => {
            let donors = group.donors.named().iter();
            (None, donors.map(ToString::to_string).collect())
        }
        _ => (None, Vec::new()),
    };
    let among = candidate.quantity().and_then(|quantity| quantity.among());
    let part = candidate.is_part_of_unknown.then_some(entry.rank);
    (
        (candidate.table, candidate.currency, candidate.bucket, part),
        (entry.partner, entry.sector, among, base),
        (statement.map_or("", Statement::kind_code), donors),
    )
}

/// The units among these that share ground with another of them.
fn contested(candidates: &[Candidate<'_>]) -> HashSet<Unit> {
    let units: HashSet<Unit> = candidates.iter().filter_map(Candidate::unit).collect();
    let shares = |unit: &Unit| {
        let mut others = units.iter().filter(|other| *other != unit);
        others.any(|other| other.territory().overlaps(unit.territory()))
    };
    units.iter().filter(|unit| shares(unit)).copied().collect()
}

/// Units of different dates may cover the same ground: the preferred stays,
/// then the later one.
pub(super) fn without_overlaps<'a>(
    query: &Totals<'a>,
    candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Vec<Candidate<'a>> {
    // Two events stay two events, and two projects two projects, whatever
    // became of the units since.
    let contested = match (query.when, query.level) {
        (When::Events, _) | (_, Level::Projects) => HashSet::new(),
        _ => contested(&candidates),
    };
    let is_contested =
        |c: &Candidate<'a>| !c.is_event() && c.unit().is_some_and(|unit| contested.contains(&unit));
    if contested.is_empty() {
        return candidates;
    }
    let (mut rivals, mut kept): (Vec<_>, Vec<_>) = candidates.into_iter().partition(is_contested);
    rivals.sort_by(|a, b| {
        a.preference
            .cmp(&b.preference)
            .then_with(|| Reverse(a.time.last_day()).cmp(&Reverse(b.time.last_day())))
            .then_with(|| fixed_order(a, b))
    });
    let mut by_unit: HashMap<Elsewhere<'a>, BTreeMap<Unit, Spans>> = HashMap::new();
    for candidate in rivals {
        let Some(unit) = candidate.unit() else {
            continue;
        };
        let units = by_unit.entry(elsewhere(&candidate)).or_default();
        // There are no more than a hundred versions of units, so that this
        // does not grow with the number of claims.
        let overlap = units
            .iter()
            .filter(|(other, _)| **other != unit && other.territory().overlaps(unit.territory()))
            .find_map(|(_, spans)| spans.overlapping(&candidate.time))
            .and_then(|index| kept.get(index));
        match overlap {
            Some(other) => {
                let reason = |with| Reason::TerritoryOverlaps { with };
                sorting.leave_for(&candidate, other.at, reason);
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
    in_fixed_order(kept)
}
