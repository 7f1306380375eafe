//! Of several figures for one place, the one that counts.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use tinh_gazetteer::Unit;
use tinh_model::time::{DateBasis, Time};
use tinh_model::{Measure, Statement};

use super::bucket::Bucket;
use super::candidate::{Candidate, fixed_order};
use super::repeats::Groups;
use super::{Level, Totals, When};
use crate::answer::Excluded;
use crate::error::Error;
use crate::interval::may_all_be_true;
use crate::key::Group;
use crate::reason::Reason;
use crate::warning::Warning;

/// How many of the others a conflict names: all of them are in the warning.
const NAMED: usize = 5;

/// Figures of one fact that differ.
#[derive(Clone, Debug)]
struct Dispute {
    keys: Vec<String>,
    /// `trên 24,5` and `24,9` differ and do not contradict each other.
    may_all_be_true: bool,
}

impl Dispute {
    /// `None` where all say the same.
    fn between(candidates: &[&Candidate<'_>]) -> Option<Self> {
        let differ = candidates
            .windows(2)
            .any(|pair| matches!(pair, [a, b] if a.value != b.value));
        differ.then(|| Self {
            keys: candidates.iter().map(|c| c.key.clone()).collect(),
            may_all_be_true: may_all_be_true(candidates.iter().map(|c| c.value)),
        })
    }

    /// A candidate left out because others say otherwise, with some of them.
    fn leaves_out<'a>(&self, candidate: &Candidate<'a>) -> Excluded<'a> {
        let others = self.keys.iter().filter(|key| **key != candidate.key);
        let with = others.take(NAMED).cloned().collect();
        let reason = if self.may_all_be_true {
            Reason::Undecided { with }
        } else {
            Reason::Conflict { with }
        };
        Excluded::new(candidate.quantity, reason)
    }

    fn warning(mut self) -> Warning {
        self.keys.sort_unstable();
        let figures = self.keys;
        if self.may_all_be_true {
            Warning::Undecided { figures }
        } else {
            Warning::Conflict { figures }
        }
    }
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
}

impl<'a> Subject<'a> {
    fn of(query: &Totals<'a>, candidate: &Candidate<'a>, same: &mut Groups<'a>) -> Self {
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
            project: (query.level == Level::Projects).then(|| same.root(claim.id())),
            donors,
        }
    }

    /// The same without the place: what figures of overlapping units share.
    fn elsewhere(mut self) -> Self {
        self.place = Group::Other("");
        self
    }
}

/// Of each subject one stock, or flows that do not overlap.
pub(super) fn one_a_subject<'a>(
    query: &Totals<'a>,
    candidates: Vec<Candidate<'a>>,
    same: &mut Groups<'a>,
    excluded: &mut Vec<Excluded<'a>>,
    warnings: &mut BTreeSet<Warning>,
) -> Result<Vec<Candidate<'a>>, Error> {
    if matches!(query.when, When::Events) {
        return Ok(candidates);
    }
    let mut by_subject: BTreeMap<Subject<'a>, Vec<Candidate<'a>>> = BTreeMap::new();
    for candidate in candidates {
        let subject = Subject::of(query, &candidate, same);
        by_subject.entry(subject).or_default().push(candidate);
    }
    let mut kept = Vec::new();
    let mut revised = BTreeSet::new();
    for candidates in by_subject.into_values() {
        let candidates = latest_edition(candidates, excluded, &mut revised);
        match query.when {
            When::Latest | When::By(_) => newest(candidates, &mut kept, excluded, warnings)?,
            When::During(_) | When::Flows => apart(candidates, &mut kept, excluded, warnings)?,
            When::Events => {}
        }
    }
    if !revised.is_empty() && query.vintage.is_none() {
        warnings.insert(Warning::Revised {
            figures: revised.into_iter().collect(),
        });
    }
    Ok(kept)
}

/// Of one producer's figures for one time, the one published last: a revision,
/// not a contradiction.
fn latest_edition<'a>(
    candidates: Vec<Candidate<'a>>,
    excluded: &mut Vec<Excluded<'a>>,
    revised: &mut BTreeSet<String>,
) -> Vec<Candidate<'a>> {
    if candidates.len() < 2 {
        return candidates;
    }
    type Edition<'k> = (&'k str, String);
    let edition = |c: &Candidate<'a>| -> Edition<'a> { (c.producer, c.time.to_string()) };
    let mut last: BTreeMap<Edition<'a>, (NaiveDate, String)> = BTreeMap::new();
    for candidate in &candidates {
        let Some(day) = candidate.published.and_then(|date| date.first_day()) else {
            continue;
        };
        let entry = last
            .entry(edition(candidate))
            .or_insert_with(|| (day, candidate.key.clone()));
        if day > entry.0 || day == entry.0 && candidate.key < entry.1 {
            *entry = (day, candidate.key.clone());
        }
    }
    let mut kept = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let day = candidate.published.and_then(|date| date.last_day());
        match (last.get(&edition(&candidate)), day) {
            (Some((newest, by)), Some(day)) if day < *newest => {
                revised.insert(candidate.key.clone());
                excluded.push(Excluded::new(
                    candidate.quantity,
                    Reason::Revised { by: by.clone() },
                ));
            }
            _ => kept.push(candidate),
        }
    }
    kept
}

/// The newest stock of the most preferred producer. Newest is what no other
/// is known to be later than: of vague dates there may be several, and then
/// they must agree.
fn newest<'a>(
    candidates: Vec<Candidate<'a>>,
    kept: &mut Vec<Candidate<'a>>,
    excluded: &mut Vec<Excluded<'a>>,
    warnings: &mut BTreeSet<Warning>,
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
    let (older, mut newest): (Vec<_>, Vec<_>) = preferred.into_iter().partition(is_older);
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
    if newest.len() > 1 {
        newest.iter().try_for_each(Candidate::needs_its_rate)?;
    }
    let dispute = Dispute::between(&newest.iter().collect::<Vec<_>>());
    let Some(chosen) = newest.first().map(|c| c.key.clone()) else {
        return Ok(());
    };
    match dispute {
        None => {
            let mut newest = newest.into_iter();
            kept.extend(newest.next());
            excluded.extend(newest.map(|same| {
                let other = chosen.clone();
                Excluded::new(same.quantity, Reason::SameAs { other })
            }));
        }
        Some(dispute) => {
            excluded.extend(newest.iter().map(|c| dispute.leaves_out(c)));
            warnings.insert(dispute.warning());
        }
    }
    for candidate in older {
        excluded.push(Excluded::new(
            candidate.quantity,
            Reason::Superseded { by: chosen.clone() },
        ));
    }
    for candidate in others {
        excluded.push(Excluded::new(
            candidate.quantity,
            Reason::LessPreferred { by: chosen.clone() },
        ));
    }
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
    mut candidates: Vec<Candidate<'a>>,
    kept: &mut Vec<Candidate<'a>>,
    excluded: &mut Vec<Excluded<'a>>,
    warnings: &mut BTreeSet<Warning>,
) -> Result<(), Error> {
    let length = |c: &Candidate<'_>| {
        c.time
            .period()
            .map_or(0, |p| (p.end() - p.start()).num_days())
    };
    candidates.sort_by(|a, b| {
        a.preference
            .cmp(&b.preference)
            .then_with(|| length(b).cmp(&length(a)))
            .then_with(|| fixed_order(a, b))
    });
    // Figures that contradict one another over one period are all left out;
    // averaging them or taking the first would be a choice nobody made.
    let mut disputed: BTreeMap<(usize, String), Dispute> = BTreeMap::new();
    {
        let mut by_period: BTreeMap<(usize, String), Vec<&Candidate<'_>>> = BTreeMap::new();
        for candidate in &candidates {
            let key = (candidate.preference, candidate.time.to_string());
            by_period.entry(key).or_default().push(candidate);
        }
        for (key, same) in by_period {
            if same.len() > 1 {
                same.iter().try_for_each(|c| c.needs_its_rate())?;
            }
            if let Some(dispute) = Dispute::between(&same) {
                disputed.insert(key, dispute);
            }
        }
    }
    let mut met = BTreeSet::new();
    let mut spans = Spans::default();
    // A disputed year is not answered by nine undisputed months of it.
    let mut blocked = Spans::default();
    let mut blocking: Vec<String> = Vec::new();
    for candidate in candidates {
        if let Some(found) = spans.overlapping(&candidate.time)
            && let Some(other) = kept.get(found)
        {
            let with = other.key.clone();
            let same_period = other.time == candidate.time;
            let reason = if same_period && other.preference < candidate.preference {
                Reason::LessPreferred { by: with }
            } else if same_period && other.value == candidate.value {
                Reason::SameAs { other: with }
            } else {
                Reason::PeriodOverlaps { with }
            };
            excluded.push(Excluded::new(candidate.quantity, reason));
            continue;
        }
        let key = (candidate.preference, candidate.time.to_string());
        if !met.contains(&key)
            && let Some(found) = blocked.overlapping(&candidate.time)
            && let Some(with) = blocking.get(found)
        {
            let with = with.clone();
            excluded.push(Excluded::new(
                candidate.quantity,
                Reason::PeriodOverlaps { with },
            ));
            continue;
        }
        if let Some(dispute) = disputed.get(&key) {
            if !met.contains(&key) {
                blocked.insert(&candidate.time, blocking.len());
                blocking.push(candidate.key.clone());
            }
            excluded.push(dispute.leaves_out(&candidate));
            met.insert(key);
            continue;
        }
        spans.insert(&candidate.time, kept.len());
        kept.push(candidate);
    }
    let settled = met.iter().filter_map(|key| disputed.remove(key));
    warnings.extend(settled.map(Dispute::warning));
    Ok(())
}

/// Units of different dates may cover the same ground: the preferred stays,
/// then the later one.
pub(super) fn without_overlaps<'a>(
    query: &Totals<'a>,
    mut candidates: Vec<Candidate<'a>>,
    same: &mut Groups<'a>,
    excluded: &mut Vec<Excluded<'a>>,
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
        let Some(unit) = candidate.unit() else {
            kept.push(candidate);
            continue;
        };
        let subject = Subject::of(query, &candidate, same).elsewhere();
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
                excluded.push(Excluded::new(
                    candidate.quantity,
                    Reason::TerritoryOverlaps { with },
                ));
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
