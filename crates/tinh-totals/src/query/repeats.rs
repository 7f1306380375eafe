//! Figures that are corrected by, repeated by, or said to be part of another.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use tinh_model::Measure;

use super::candidate::{Candidate, fixed_order};
use super::settle::settle;
use super::sorting::Sorting;
use super::{Level, Totals};
use crate::error::Error;
use crate::left::Outside;
use crate::left::{At, NAMED};
use crate::reason::Reason;
use crate::warning::Warning;

/// Leaves out what is corrected, repeated, or contained in another candidate,
/// and warns of relations that contradict or lead nowhere.
pub(super) fn without_repeats<'a>(
    query: &Totals<'a>,
    candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Result<Vec<Candidate<'a>>, Error> {
    // Most claims name no other and are named by none.
    if !candidates.iter().any(|c| c.at.entry.is_related) {
        return Ok(candidates);
    }
    let (mut related, mut kept): (Vec<_>, Vec<_>) = candidates
        .into_iter()
        .partition(|candidate| candidate.at.entry.is_related);
    related.sort_by(fixed_order);
    warn_of_relations(&related, sorting);
    // A part is contained only in a whole of its own measure.
    let present: HashMap<(&str, &Measure), At<'a>> = related
        .iter()
        .map(|c| ((c.id(), c.measure()), c.at))
        .collect();
    let without_value: HashSet<(&str, &Measure)> = sorting
        .left
        .outside()
        .filter(|(at, why)| at.entry.is_related && *why == Outside::NoValue)
        .filter_map(|(at, _)| Some((at.claim()?.id(), at.measure())))
        .collect();
    let mut tellings: BTreeMap<(&str, &str, &Measure), Vec<Candidate<'a>>> = BTreeMap::new();
    for mut candidate in related {
        let (id, measure) = (candidate.id(), candidate.measure());
        let whole = sorting.relations.whole_of(id);
        if let Some(ring) = sorting.relations.ring_of(id) {
            let members = sorting.relations.members_of(ring).iter();
            let others = members.filter(|member| **member != id);
            let with = others.take(NAMED).map(|id| (*id).to_owned()).collect();
            sorting.leave_out(&candidate, Reason::Ring { with });
        } else if let Some(by) = sorting.relations.correction_of(id) {
            let other = by.to_owned();
            sorting.leave_out(&candidate, Reason::CorrectedBy { other });
        } else if let Some(whole) = whole.and_then(|whole| present.get(&(whole, measure))) {
            sorting.leave_for(&candidate, *whole, |whole| Reason::PartOf { whole });
        } else if query.level == Level::Projects {
            // Several tellings of one project: the newest is chosen later.
            kept.push(candidate);
        } else {
            if whole.is_some_and(|whole| without_value.contains(&(whole, measure))) {
                candidate.is_part_of_unknown = true;
                candidate.value = candidate.value.or_more();
            }
            let field = candidate.quantity().map_or("", |quantity| quantity.field);
            let fact = (sorting.relations.root(id), field, measure);
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
    let chosen = settle(&best, sorting)?;
    for other in others {
        match &chosen {
            Some(chosen) if other.preference > preference => {
                sorting.leave_for(&other, chosen.at, |by| Reason::LessPreferred { by });
            }
            Some(chosen) => {
                sorting.leave_for(&other, chosen.at, |other| Reason::SameAs { other });
            }
            // The preferred contradict each other; the rest does not decide.
            None => sorting.leave_out(&other, Reason::Undecided { with: Vec::new() }),
        }
    }
    kept.extend(chosen);
    Ok(())
}
