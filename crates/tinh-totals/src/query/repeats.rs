//! What is corrected, repeated, or contained in another figure.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use tinh_gazetteer::{Country, Organisation};
use tinh_model::claim::RelationKind;
use tinh_model::{Measure, Partner, Statement};

use super::bucket::Bucket;
use super::candidate::{Candidate, fixed_order};
use super::choose::Spans;
use super::{Level, Totals};
use crate::answer::Excluded;
use crate::key::Group;
use crate::reason::Reason;
use crate::warning::Warning;

/// Sets of ids that speak of one fact.
#[derive(Debug, Default)]
pub(crate) struct Groups<'a> {
    parent: HashMap<&'a str, &'a str>,
}

impl<'a> Groups<'a> {
    /// The claims of a dataset, joined where they say they are the same.
    pub(crate) fn of(query: &Totals<'a>) -> Self {
        let mut groups = Self::default();
        for claim in query.data.claims() {
            for relation in claim.relations() {
                if relation.kind == RelationKind::SameAs {
                    groups.join(claim.id(), &relation.to);
                }
            }
        }
        groups
    }

    /// The smallest id of the set. Paths are halved on the way, so that a long
    /// chain of claims does not cost its square.
    pub(crate) fn root(&mut self, id: &'a str) -> &'a str {
        let mut at = id;
        while let Some(&parent) = self.parent.get(at) {
            if let Some(&grandparent) = self.parent.get(parent) {
                self.parent.insert(at, grandparent);
            }
            at = parent;
        }
        at
    }

    /// The smaller id becomes the root, so that chains cannot become cycles.
    fn join(&mut self, a: &'a str, b: &'a str) {
        let (a, b) = (self.root(a), self.root(b));
        match a.cmp(b) {
            Ordering::Less => self.parent.insert(b, a),
            Ordering::Greater => self.parent.insert(a, b),
            Ordering::Equal => None,
        };
    }
}

/// Which claims point at which, each at one: with the ones kept that close a
/// circle, so that a circle of claims does not vanish as a whole.
fn closing<'a>(next: &HashMap<&'a str, &'a str>) -> BTreeSet<&'a str> {
    let mut closing = BTreeSet::new();
    // 0 while on the path being walked; the number of the walk afterwards.
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut starts: Vec<&str> = next.keys().copied().collect();
    starts.sort_unstable();
    for (walk, start) in starts.into_iter().enumerate() {
        let mut path = Vec::new();
        let mut at = start;
        loop {
            match seen.get(at) {
                Some(&earlier) if earlier == walk => {
                    // Back on this walk's own path: from here on a circle.
                    let circle = path.iter().skip_while(|id| **id != at);
                    closing.extend(circle.min().copied());
                    break;
                }
                Some(_) => break,
                None => {}
            }
            seen.insert(at, walk);
            path.push(at);
            match next.get(at) {
                Some(&further) => at = further,
                None => break,
            }
        }
    }
    closing
}

/// Leaves out what is corrected, repeated, or contained in another candidate.
pub(super) fn without_repeats<'a>(
    query: &Totals<'a>,
    mut candidates: Vec<Candidate<'a>>,
    same: &mut Groups<'a>,
    excluded: &mut Vec<Excluded<'a>>,
    warnings: &mut BTreeSet<Warning>,
) -> Vec<Candidate<'a>> {
    // Of one fact told twice the preferred, then the newest telling stays.
    candidates.sort_by(|a, b| {
        a.preference
            .cmp(&b.preference)
            .then_with(|| Reverse(a.days().1).cmp(&Reverse(b.days().1)))
            .then_with(|| fixed_order(a, b))
    });
    // A part is contained only in a whole of its own measure.
    let present: HashMap<(&str, &Measure), &str> = candidates
        .iter()
        .map(|c| ((c.id(), c.quantity.measure), c.key.as_str()))
        .collect();
    let ids: BTreeSet<&str> = candidates.iter().map(Candidate::id).collect();
    let mut corrected: HashMap<&str, &str> = HashMap::new();
    let mut whole_of: HashMap<&str, &str> = HashMap::new();
    let mut conflicting = BTreeSet::new();
    for claim in query.data.claims() {
        for relation in claim.relations() {
            let to = relation.to.as_str();
            match relation.kind {
                RelationKind::Corrects if is_published(query, claim.source()) => {
                    let by = corrected.entry(to).or_insert(claim.id());
                    // Of several corrections any may be named, but always one.
                    if claim.id() < *by {
                        *by = claim.id();
                    }
                }
                RelationKind::PartOf if ids.contains(to) => {
                    let whole = whole_of.entry(claim.id()).or_insert(to);
                    if to < *whole {
                        *whole = to;
                    }
                }
                RelationKind::ConflictsWith if ids.contains(claim.id()) || ids.contains(to) => {
                    conflicting.insert(claim.id().to_owned());
                    conflicting.insert(to.to_owned());
                }
                _ => {}
            }
        }
    }
    if !conflicting.is_empty() {
        warnings.insert(Warning::Conflict {
            figures: conflicting.into_iter().collect(),
        });
    }
    let (corrected_last, part_last) = (closing(&corrected), closing(&whole_of));
    let mut kept_of: HashMap<(&str, &str, &Measure), String> = HashMap::new();
    let mut reasons: Vec<Option<Reason>> = Vec::with_capacity(candidates.len());
    for candidate in &candidates {
        let id = candidate.id();
        let correction = corrected.get(id).filter(|_| !corrected_last.contains(id));
        let whole = whole_of
            .get(id)
            .filter(|_| !part_last.contains(id))
            .and_then(|whole| present.get(&(*whole, candidate.quantity.measure)));
        reasons.push(if let Some(by) = correction {
            Some(Reason::CorrectedBy {
                other: (*by).to_owned(),
            })
        } else if let Some(whole) = whole {
            Some(Reason::PartOf {
                whole: (*whole).to_owned(),
            })
        } else if query.level == Level::Projects {
            // Several tellings of one project: the newest is chosen later.
            None
        } else {
            let fact = (
                same.root(id),
                candidate.quantity.field,
                candidate.quantity.measure,
            );
            match kept_of.get(&fact) {
                Some(other) => Some(Reason::SameAs {
                    other: other.clone(),
                }),
                None => {
                    kept_of.insert(fact, candidate.key.clone());
                    None
                }
            }
        });
    }
    without_reasons(candidates, reasons, excluded)
}

/// Whether a source had been published by the vintage asked for.
fn is_published(query: &Totals<'_>, source: &str) -> bool {
    query.vintage.is_none_or(|vintage| {
        query
            .data
            .source(source)
            .and_then(|source| source.published?.last_day())
            .is_some_and(|day| day <= vintage)
    })
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
