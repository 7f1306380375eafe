//! What is corrected, repeated, or contained in another figure.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use tinh_gazetteer::{Country, Organisation};
use tinh_model::{Measure, Partner, Statement};

use super::bucket::Bucket;
use super::candidate::{Candidate, fixed_order};
use super::choose::{self, Spans};
use super::relations::Relations;
use super::{Level, Totals};
use crate::answer::Excluded;
use crate::error::Error;
use crate::key::Group;
use crate::reason::Reason;
use crate::warning::Warning;

/// What is left of the figures, what is left out and what to warn of.
pub(super) struct Sorting<'s, 'a> {
    pub(super) relations: &'s mut Relations<'a>,
    pub(super) excluded: &'s mut Vec<Excluded<'a>>,
    pub(super) warnings: &'s mut BTreeSet<Warning>,
}

impl<'a> Sorting<'_, 'a> {
    pub(super) fn leave_out(&mut self, candidate: &Candidate<'a>, reason: Reason) {
        self.excluded
            .push(Excluded::new(candidate.quantity, reason));
    }
}

/// Leaves out what is corrected, repeated, or contained in another candidate,
/// and warns of relations that contradict or lead nowhere.
pub(super) fn without_repeats<'a>(
    query: &Totals<'a>,
    candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Result<Vec<Candidate<'a>>, Error> {
    warn_of_relations(&candidates, sorting);
    // A part is contained only in a whole of its own measure.
    let present: HashMap<(&str, &Measure), String> = candidates
        .iter()
        .map(|c| ((c.id(), c.quantity.measure), c.key.clone()))
        .collect();
    let without_value: HashSet<(&str, &Measure)> = sorting
        .excluded
        .iter()
        .filter(|excluded| matches!(excluded.reason(), Reason::NoValue { .. }))
        .map(|excluded| (excluded.quantity().claim.id(), excluded.quantity().measure))
        .collect();
    let mut tellings: BTreeMap<(&str, &str, &Measure), Vec<Candidate<'a>>> = BTreeMap::new();
    let mut kept = Vec::with_capacity(candidates.len());
    for mut candidate in candidates {
        let (id, measure) = (candidate.id(), candidate.quantity.measure);
        let whole = sorting.relations.whole_of(id);
        if let Some(ring) = sorting.relations.ring_of(id) {
            let members = sorting.relations.members_of(ring).iter();
            let others = members.filter(|member| **member != id);
            let with = others
                .take(choose::NAMED)
                .map(|id| (*id).to_owned())
                .collect();
            sorting.leave_out(&candidate, Reason::Ring { with });
        } else if let Some(by) = sorting.relations.correction_of(id) {
            let other = by.to_owned();
            sorting.leave_out(&candidate, Reason::CorrectedBy { other });
        } else if let Some(whole) = whole.and_then(|whole| present.get(&(whole, measure))) {
            let whole = whole.clone();
            sorting.leave_out(&candidate, Reason::PartOf { whole });
        } else if query.level == Level::Projects {
            // Several tellings of one project: the newest is chosen later.
            kept.push(candidate);
        } else {
            if whole.is_some_and(|whole| without_value.contains(&(whole, measure))) {
                candidate.is_part_of_unknown = true;
                candidate.value = candidate.value.or_more();
            }
            let fact = (
                sorting.relations.root(id),
                candidate.quantity.field,
                measure,
            );
            tellings.entry(fact).or_default().push(candidate);
        }
    }
    for told in tellings.into_values() {
        one_telling(told, &mut kept, sorting)?;
    }
    Ok(kept)
}

/// Conflicts that claims state, rings, and relations that lead nowhere.
fn warn_of_relations<'a>(candidates: &[Candidate<'a>], sorting: &mut Sorting<'_, 'a>) {
    let mut conflicting = BTreeSet::new();
    let (mut pointing, mut nowhere) = (BTreeSet::new(), BTreeSet::new());
    let mut rings = BTreeSet::new();
    for candidate in candidates {
        let id = candidate.id();
        let conflicts: Vec<&str> = sorting.relations.conflicts_of(id).collect();
        if !conflicts.is_empty() {
            conflicting.extend(conflicts.into_iter().chain([id]).map(str::to_owned));
        }
        for to in sorting.relations.dangling_of(id) {
            pointing.insert(id.to_owned());
            nowhere.insert(to.to_owned());
        }
        rings.extend(sorting.relations.ring_of(id));
    }
    for ring in rings {
        let members = sorting.relations.members_of(ring).iter();
        let figures = members.map(|id| (*id).to_owned()).collect();
        sorting.warnings.insert(Warning::Ring { figures });
    }
    if !conflicting.is_empty() {
        let figures = conflicting.into_iter().collect();
        sorting.warnings.insert(Warning::Conflict { figures });
    }
    if !pointing.is_empty() {
        let (figures, to) = (
            pointing.into_iter().collect(),
            nowhere.into_iter().collect(),
        );
        sorting
            .warnings
            .insert(Warning::DanglingRelation { figures, to });
    }
}

/// Of one fact told several times the preferred, then the newest telling
/// stays; tellings that cannot all be true are a conflict.
fn one_telling<'a>(
    mut told: Vec<Candidate<'a>>,
    kept: &mut Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Result<(), Error> {
    told.sort_by(|a, b| {
        a.preference
            .cmp(&b.preference)
            .then_with(|| Reverse(a.days().1).cmp(&Reverse(b.days().1)))
            .then_with(|| fixed_order(a, b))
    });
    let Some(first) = told.first() else {
        return Ok(());
    };
    let (preference, currency) = (first.preference, first.currency);
    let alike = |c: &Candidate<'a>| c.preference == preference && c.currency == currency;
    let (best, others): (Vec<_>, Vec<_>) = told.into_iter().partition(alike);
    let chosen = choose::settle(best, sorting)?;
    for other in others {
        let reason = match &chosen {
            Some(chosen) if other.preference > preference => Reason::LessPreferred {
                by: chosen.key.clone(),
            },
            Some(chosen) => Reason::SameAs {
                other: chosen.key.clone(),
            },
            // The preferred contradict each other; the rest does not decide.
            None => Reason::Undecided { with: Vec::new() },
        };
        sorting.leave_out(&other, reason);
    }
    kept.extend(chosen);
    Ok(())
}

/// Where partners could contain one another.
type Ground<'a> = (
    Group,
    &'a Measure,
    Option<&'static str>,
    Option<Bucket>,
    Option<&'a str>,
);

/// Figures of partners that contain other partners of the same place.
#[derive(Default)]
struct Wholes {
    blocs: BTreeMap<Organisation, Spans>,
    countries: BTreeMap<Country, Spans>,
}

/// A country is not counted again beside its bloc, nor a company or locality
/// beside its country.
pub(super) fn without_contained_partners<'a>(
    candidates: Vec<Candidate<'a>>,
    excluded: &mut Vec<Excluded<'a>>,
) -> Vec<Candidate<'a>> {
    let observed = |c: &Candidate<'a>| {
        matches!(c.quantity.claim.statement(), Statement::Observation(_))
            .then_some(c.partner)
            .flatten()
    };
    let ground = |c: &Candidate<'a>| -> Ground<'a> {
        (
            Group::of_place(c.quantity.claim.place()),
            c.quantity.measure,
            c.currency.map(|currency| currency.code()),
            c.bucket,
            c.sector,
        )
    };
    let mut wholes: BTreeMap<Ground<'a>, Wholes> = BTreeMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        match observed(candidate) {
            Some(Partner::Bloc(bloc)) => wholes
                .entry(ground(candidate))
                .or_default()
                .blocs
                .entry(*bloc)
                .or_default()
                .insert(&candidate.time, index),
            Some(Partner::Country(country, _)) => wholes
                .entry(ground(candidate))
                .or_default()
                .countries
                .entry(*country)
                .or_default()
                .insert(&candidate.time, index),
            _ => {}
        }
    }
    if wholes.is_empty() {
        return candidates;
    }
    let by_key: HashMap<&str, usize> = candidates
        .iter()
        .enumerate()
        .map(|(at, candidate)| (candidate.key.as_str(), at))
        .collect();
    let whole_of = |candidate: &Candidate<'a>| -> Option<Reason> {
        let partner = observed(candidate)?;
        let country = partner.country()?;
        let here = wholes.get(&ground(candidate))?;
        let in_bloc = here.blocs.iter().find_map(|(bloc, spans)| {
            let day = candidate.days().1.or(candidate.days().0)?;
            (bloc.contains(country, day) == Some(true))
                .then(|| spans.overlapping(&candidate.time))
                .flatten()
        });
        let is_country = matches!(partner, Partner::Country(..));
        let found = in_bloc.or_else(|| {
            here.countries
                .get(&country)
                .filter(|_| !is_country)
                .and_then(|spans| spans.overlapping(&candidate.time))
        })?;
        Some(Reason::PartOf {
            whole: candidates.get(found)?.key.clone(),
        })
    };
    let reasons: Vec<Option<Reason>> = candidates.iter().map(whole_of).collect();
    // Where it is the whole that is less preferred, it gives way to its parts.
    let mut reasons = reasons;
    let mut yielding: BTreeMap<usize, String> = BTreeMap::new();
    for (reason, candidate) in reasons.iter().zip(&candidates) {
        if let Some(Reason::PartOf { whole }) = reason
            && let Some(at) = by_key.get(whole.as_str())
            && candidates
                .get(*at)
                .is_some_and(|whole| candidate.preference < whole.preference)
        {
            yielding.entry(*at).or_insert_with(|| candidate.key.clone());
        }
    }
    for reason in &mut reasons {
        if let Some(Reason::PartOf { whole }) = reason
            && let Some(at) = by_key.get(whole.as_str())
            && yielding.contains_key(at)
        {
            *reason = None;
        }
    }
    for (at, by) in &yielding {
        if let Some(reason) = reasons.get_mut(*at) {
            *reason = Some(Reason::LessPreferred { by: by.clone() });
        }
    }
    drop(by_key);
    without_reasons(candidates, reasons, excluded)
}

/// Leaves out the candidates that have a reason.
fn without_reasons<'a>(
    candidates: Vec<Candidate<'a>>,
    reasons: Vec<Option<Reason>>,
    excluded: &mut Vec<Excluded<'a>>,
) -> Vec<Candidate<'a>> {
    let mut kept = Vec::with_capacity(candidates.len());
    for (candidate, reason) in candidates.into_iter().zip(reasons) {
        match reason {
            Some(reason) => excluded.push(Excluded::new(candidate.quantity, reason)),
            None => kept.push(candidate),
        }
    }
    kept
}
