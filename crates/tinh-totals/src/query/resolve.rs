//! From candidates to the figures that are added.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use tinh_figures::Currency;
use tinh_gazetteer::{Coverage, Restatement, Territory, Unit, Units};
use tinh_model::claim::{Quantity, RelationKind};
use tinh_model::time::{AsOf, DateBasis, Time};

use super::{Totals, When, scope};
use crate::answer::{Answer, Excluded, Included, Row};
use crate::error::Error;
use crate::interval::{Interval, IntervalSum};
use crate::key::{Group, Key};
use crate::reason::Reason;
use crate::warning::Warning;

/// A figure still in the running.
#[derive(Clone, Copy, Debug)]
struct Candidate<'a> {
    quantity: Quantity<'a>,
    value: Interval,
    currency: Option<Currency>,
    /// 0 for the most preferred producer.
    preference: usize,
}

impl Candidate<'_> {
    fn id(&self) -> &str {
        self.quantity.claim.id()
    }

    fn key(&self) -> String {
        self.quantity.key()
    }

    fn unit(&self) -> Option<Unit> {
        self.quantity.claim.place().unit()
    }

    fn as_of(&self) -> Option<AsOf> {
        self.quantity.time.as_of().copied()
    }
}

/// Candidates are kept in one fixed order, so that the order of the dataset
/// makes no difference.
fn fixed_order(a: &Candidate<'_>, b: &Candidate<'_>) -> Ordering {
    (a.preference, a.id(), a.quantity.field).cmp(&(b.preference, b.id(), b.quantity.field))
}

pub(super) fn answer<'a>(query: &Totals<'a>) -> Result<Answer<'a>, Error> {
    let measure = query.measure.ok_or(Error::NoMeasure)?;
    if query.restated_to.is_some() && !measure.is_additive() {
        return Err(Error::NotAdditive {
            measure,
            what: "a merger of provinces",
        });
    }
    let mut excluded = Vec::new();
    let mut candidates = Vec::new();
    for quantity in query.data.quantities() {
        match scope::outside(query, &quantity) {
            Some(reason) => excluded.push(Excluded::new(quantity, reason)),
            None => candidates.push(candidate(query, quantity)),
        }
    }
    candidates.sort_by(fixed_order);

    let mut warnings = BTreeSet::new();
    let candidates = without_repeats(query, candidates, &mut excluded, &mut warnings);
    let candidates = one_a_place(query.when, candidates, &mut excluded, &mut warnings);
    let candidates = without_overlaps(query.when, candidates, &mut excluded);
    let placed = restate(query, candidates, &mut excluded);
    let rows = rows(query, &placed)?;
    warn(query, &rows, &excluded, &mut warnings);
    excluded.sort_by_key(|e| e.key());
    Answer::new(
        query.data,
        measure,
        rows,
        excluded,
        warnings.into_iter().collect(),
    )
}

fn candidate<'a>(query: &Totals<'a>, quantity: Quantity<'a>) -> Candidate<'a> {
    let reading = quantity.figure.and_then(|figure| figure.reading());
    let value = reading.map_or_else(
        || Interval::exact(0.into()),
        |reading| {
            let interval = Interval::of(reading);
            match quantity.value() {
                Some(value) if reading.value() != Some(value) => interval.with_value(value),
                _ => interval,
            }
        },
    );
    let producer = query.data.source(quantity.claim.source());
    let preference = producer
        .and_then(|source| query.prefer.iter().position(|p| p == source.producer()))
        .unwrap_or(query.prefer.len());
    Candidate {
        quantity,
        value,
        currency: reading.and_then(|reading| reading.currency()),
        preference,
    }
}

/// Leaves out what is corrected, repeated, or contained in another candidate.
fn without_repeats<'a>(
    query: &Totals<'a>,
    candidates: Vec<Candidate<'a>>,
    excluded: &mut Vec<Excluded<'a>>,
    warnings: &mut BTreeSet<Warning>,
) -> Vec<Candidate<'a>> {
    let present: HashMap<&str, String> = candidates
        .iter()
        .map(|c| (c.quantity.claim.id(), c.key()))
        .collect();
    let mut corrected: HashMap<&str, &str> = HashMap::new();
    let mut conflicting = BTreeSet::new();
    let mut same = Groups::default();
    for claim in query.data.claims() {
        for relation in claim.relations() {
            match relation.kind {
                RelationKind::Corrects => {
                    corrected.insert(&relation.to, claim.id());
                }
                RelationKind::SameAs => same.join(claim.id(), &relation.to),
                RelationKind::ConflictsWith
                    if present.contains_key(claim.id())
                        || present.contains_key(relation.to.as_str()) =>
                {
                    conflicting.insert(claim.id().to_owned());
                    conflicting.insert(relation.to.clone());
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
    let mut kept_of: HashMap<(&str, &str), String> = HashMap::new();
    let mut kept = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let claim = candidate.quantity.claim;
        let reason = if let Some(by) = corrected.get(claim.id()) {
            Some(Reason::CorrectedBy {
                other: (*by).to_owned(),
            })
        } else if let Some(whole) = claim
            .relations()
            .iter()
            .filter(|relation| relation.kind == RelationKind::PartOf)
            .find_map(|relation| present.get(relation.to.as_str()))
        {
            Some(Reason::PartOf {
                whole: whole.clone(),
            })
        } else {
            let fact = (same.root(claim.id()), candidate.quantity.field);
            match kept_of.get(&fact) {
                Some(other) => Some(Reason::SameAs {
                    other: other.clone(),
                }),
                None => {
                    kept_of.insert(fact, candidate.key());
                    None
                }
            }
        };
        match reason {
            Some(reason) => excluded.push(Excluded::new(candidate.quantity, reason)),
            None => kept.push(candidate),
        }
    }
    kept
}

/// Sets of ids that speak of one fact.
#[derive(Default)]
struct Groups<'a> {
    parent: HashMap<&'a str, &'a str>,
}

impl<'a> Groups<'a> {
    fn root(&self, id: &'a str) -> &'a str {
        let mut at = id;
        while let Some(&parent) = self.parent.get(at) {
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

/// Of each place and currency one stock, or flows that do not overlap.
fn one_a_place<'a>(
    when: When,
    candidates: Vec<Candidate<'a>>,
    excluded: &mut Vec<Excluded<'a>>,
    warnings: &mut BTreeSet<Warning>,
) -> Vec<Candidate<'a>> {
    let mut by_place: BTreeMap<_, Vec<Candidate<'a>>> = BTreeMap::new();
    for candidate in candidates {
        let group = Group::of_place(candidate.quantity.claim.place());
        let currency = candidate.currency.map(|currency| currency.code());
        by_place
            .entry((group, currency))
            .or_default()
            .push(candidate);
    }
    let mut kept = Vec::new();
    for candidates in by_place.into_values() {
        match when {
            When::Latest | When::By(_) => newest(candidates, &mut kept, excluded, warnings),
            When::During(_) => apart(candidates, &mut kept, excluded, warnings),
            When::Events => kept.extend(candidates),
        }
    }
    kept
}

/// Whether `a` holds later than `b`; `None` where that is not known.
fn is_later(a: AsOf, b: AsOf) -> Option<bool> {
    if a.date() == b.date()
        && a.basis() != DateBasis::NotBefore
        && b.basis() != DateBasis::NotBefore
    {
        return Some(false);
    }
    match (
        a.last_day(),
        b.last_day(),
        a.date().first_day(),
        b.date().first_day(),
    ) {
        (_, Some(b_last), Some(a_first), _) if a_first > b_last => Some(true),
        (Some(a_last), _, _, Some(b_first)) if a_last < b_first => Some(false),
        _ => None,
    }
}

fn newest<'a>(
    candidates: Vec<Candidate<'a>>,
    kept: &mut Vec<Candidate<'a>>,
    excluded: &mut Vec<Excluded<'a>>,
    warnings: &mut BTreeSet<Warning>,
) {
    let Some(best) = candidates.iter().map(|c| c.preference).min() else {
        return;
    };
    let (preferred, others): (Vec<_>, Vec<_>) =
        candidates.into_iter().partition(|c| c.preference == best);
    // Those that no other is known to be later than.
    let is_newest = |candidate: &Candidate<'_>| {
        preferred
            .iter()
            .all(|other| match (other.as_of(), candidate.as_of()) {
                (Some(other), Some(this)) => is_later(other, this) != Some(true),
                _ => true,
            })
    };
    let (mut newest, older): (Vec<_>, Vec<_>) =
        preferred.iter().copied().partition(|c| is_newest(c));
    newest.sort_by(fixed_order);
    let agree = newest
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if a.value == b.value));
    let Some((first, rest)) = newest.split_first() else {
        return;
    };
    let chosen = first.key();
    if agree {
        kept.push(*first);
        for same in rest {
            excluded.push(Excluded::new(
                same.quantity,
                Reason::SameAs {
                    other: chosen.clone(),
                },
            ));
        }
    } else {
        let all: Vec<String> = newest.iter().map(Candidate::key).collect();
        warnings.insert(Warning::Conflict {
            figures: all.clone(),
        });
        for candidate in &newest {
            let with = all
                .iter()
                .filter(|key| **key != candidate.key())
                .cloned()
                .collect();
            excluded.push(Excluded::new(candidate.quantity, Reason::Conflict { with }));
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
}

/// Flows of one place: the longest first, then whatever does not overlap.
fn apart<'a>(
    mut candidates: Vec<Candidate<'a>>,
    kept: &mut Vec<Candidate<'a>>,
    excluded: &mut Vec<Excluded<'a>>,
    warnings: &mut BTreeSet<Warning>,
) {
    let length = |c: &Candidate<'_>| {
        c.quantity
            .time
            .period()
            .map_or(0, |p| (p.end() - p.start()).num_days())
    };
    candidates.sort_by(|a, b| {
        a.preference
            .cmp(&b.preference)
            .then_with(|| length(b).cmp(&length(a)))
            .then_with(|| fixed_order(a, b))
    });
    let start = kept.len();
    for candidate in candidates {
        let overlap = kept.get(start..).unwrap_or_default().iter().find(|other| {
            match (
                other.quantity.time.period(),
                candidate.quantity.time.period(),
            ) {
                (Some(a), Some(b)) => a.overlaps(b),
                _ => false,
            }
        });
        match overlap {
            None => kept.push(candidate),
            Some(other) => {
                let (with, same_period) =
                    (other.key(), other.quantity.time == candidate.quantity.time);
                let reason = if same_period && other.preference < candidate.preference {
                    Reason::LessPreferred { by: with }
                } else if same_period && other.value == candidate.value {
                    Reason::SameAs { other: with }
                } else {
                    if same_period {
                        warnings.insert(Warning::Conflict {
                            figures: vec![with.clone(), candidate.key()],
                        });
                    }
                    Reason::PeriodOverlaps { with }
                };
                excluded.push(Excluded::new(candidate.quantity, reason));
            }
        }
    }
}

/// Units of different dates may cover the same ground: the later one stays.
fn without_overlaps<'a>(
    when: When,
    mut candidates: Vec<Candidate<'a>>,
    excluded: &mut Vec<Excluded<'a>>,
) -> Vec<Candidate<'a>> {
    candidates.sort_by(|a, b| {
        let last = |c: &Candidate<'_>| c.quantity.time.last_day();
        last(b).cmp(&last(a)).then_with(|| fixed_order(a, b))
    });
    // Two events stay two events, whatever became of the units since.
    let events = matches!(when, When::Events);
    let mut kept: Vec<Candidate<'a>> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let overlap = kept.iter().filter(|_| !events).find(|other| {
            other.currency == candidate.currency
                && other.unit() != candidate.unit()
                && !may_both_count(&other.quantity.time, &candidate.quantity.time)
                && territory(other).overlaps(territory(&candidate))
        });
        match overlap {
            None => kept.push(candidate),
            Some(other) => excluded.push(Excluded::new(
                candidate.quantity,
                Reason::TerritoryOverlaps { with: other.key() },
            )),
        }
    }
    kept.sort_by(fixed_order);
    kept
}

fn territory(candidate: &Candidate<'_>) -> Territory {
    candidate
        .unit()
        .map(|unit| unit.territory())
        .unwrap_or_default()
}

/// Flows over periods apart from each other count both, whatever the ground.
fn may_both_count(a: &Time, b: &Time) -> bool {
    match (a.period(), b.period()) {
        (Some(a), Some(b)) => !a.overlaps(b),
        _ => false,
    }
}

/// The group of each figure, after restatement.
fn restate<'a>(
    query: &Totals<'a>,
    candidates: Vec<Candidate<'a>>,
    excluded: &mut Vec<Excluded<'a>>,
) -> Vec<(Option<Unit>, Candidate<'a>)> {
    let mut placed = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        match (query.restated_to, candidate.unit()) {
            (Some(units), Some(unit)) => {
                let restatement = unit.restated(units);
                match restatement.target() {
                    Some(target) => placed.push((Some(target), candidate)),
                    None => excluded.push(Excluded::new(
                        candidate.quantity,
                        Reason::NotRestatable {
                            why: why_not(&restatement),
                        },
                    )),
                }
            }
            (_, unit) => placed.push((unit, candidate)),
        }
    }
    placed
}

fn why_not(restatement: &Restatement) -> String {
    let units = restatement.units();
    let names: Vec<&str> = units.iter().map(|unit| unit.name()).collect();
    match restatement {
        Restatement::Partial { .. } => format!("parts of it lie in {}", names.join(" and ")),
        Restatement::Split(_) => format!("its territory lies in {}", names.join(" and ")),
        _ => "nothing is known of the units of that date".to_owned(),
    }
}

fn group(query: &Totals<'_>, unit: Option<Unit>, candidate: &Candidate<'_>) -> Option<Group> {
    let claim = candidate.quantity.claim;
    Some(match query.by? {
        Key::Province => match unit {
            Some(unit) => Group::Unit(unit),
            None => Group::of_place(claim.place()),
        },
        Key::Region => match unit {
            Some(unit) => Group::Region(unit.region().to_string()),
            None => Group::of_place(claim.place()),
        },
        Key::Producer => Group::Producer(
            query
                .data
                .source(claim.source())
                .map_or(claim.source(), |source| source.producer())
                .to_owned(),
        ),
        Key::Year => Group::Year(match candidate.quantity.time {
            Time::During(period) => period.calendar_year(),
            time => time
                .as_of()
                .and_then(|as_of| as_of.date().known_year())
                .map(i32::from),
        }),
    })
}

fn rows<'a>(
    query: &Totals<'a>,
    placed: &[(Option<Unit>, Candidate<'a>)],
) -> Result<Vec<Row<'a>>, Error> {
    type Key = (Option<Group>, Option<&'static str>);
    let mut groups: BTreeMap<Key, Vec<&(Option<Unit>, Candidate<'a>)>> = BTreeMap::new();
    for placed in placed {
        let group = group(query, placed.0, &placed.1);
        let currency = placed.1.currency.map(|currency| currency.code());
        groups.entry((group, currency)).or_default().push(placed);
    }
    let mut rows = Vec::with_capacity(groups.len());
    for ((group, _), members) in groups {
        if let Some((_, first)) = members.first()
            && members.len() > 1
            && !first.quantity.measure.is_additive()
        {
            return Err(Error::NotAdditive {
                measure: first.quantity.measure,
                what: "provinces",
            });
        }
        let mut sum = IntervalSum::default();
        let mut included = Vec::with_capacity(members.len());
        for (_, candidate) in &members {
            sum.add(&candidate.value)?;
            included.push(Included {
                quantity: candidate.quantity,
                value: candidate.value,
            });
        }
        let coverage = match (&group, query.restated_to) {
            (Some(Group::Unit(target)), Some(_)) => {
                let parts = members.iter().filter_map(|(_, candidate)| candidate.unit());
                Some(Coverage::of(*target, parts))
            }
            _ => None,
        };
        rows.push(Row {
            group,
            currency: members.first().and_then(|(_, c)| c.currency),
            sum,
            value: sum.total()?,
            included,
            coverage,
        });
    }
    Ok(rows)
}

fn warn(
    query: &Totals<'_>,
    rows: &[Row<'_>],
    excluded: &[Excluded<'_>],
    warnings: &mut BTreeSet<Warning>,
) {
    let included = || rows.iter().flat_map(|row| &row.included);
    let keys = |wanted: &dyn Fn(&Included<'_>) -> bool| -> Vec<String> {
        let mut keys: Vec<String> = included()
            .filter(|i| wanted(i))
            .map(|i| i.quantity.key())
            .collect();
        keys.sort();
        keys
    };
    let mut some = |figures: Vec<String>, warning: fn(Vec<String>) -> Warning| {
        if !figures.is_empty() {
            warnings.insert(warning(figures));
        }
    };
    some(keys(&|i| !i.value.is_exact()), |figures| Warning::Inexact {
        figures,
    });
    some(
        keys(&|i| {
            i.quantity
                .figure
                .and_then(|figure| figure.reading())
                .is_some_and(|reading| reading.is_ambiguous())
        }),
        |figures| Warning::Ambiguous { figures },
    );
    some(
        keys(&|i| {
            i.quantity.time.as_of().is_some_and(|as_of| {
                matches!(as_of.basis(), DateBasis::Inferred | DateBasis::NotBefore)
            })
        }),
        |figures| Warning::UncertainDate { figures },
    );

    let producers: BTreeSet<&str> = included()
        .filter_map(|i| query.data.source(i.quantity.claim.source()))
        .map(|source| source.producer())
        .collect();
    if producers.len() > 1 && query.by != Some(Key::Producer) {
        warnings.insert(Warning::MixedProducers {
            producers: producers.into_iter().map(str::to_owned).collect(),
        });
    }

    let dates: BTreeSet<(Option<chrono::NaiveDate>, String)> = included()
        .filter_map(|i| i.quantity.time.as_of())
        .map(|as_of| (as_of.date().first_day(), as_of.to_string()))
        .collect();
    let dates: Vec<String> = dates.into_iter().map(|(_, text)| text).collect();
    if let When::By(day) = query.when {
        let asked = day.to_string();
        let earlier: Vec<String> = dates.iter().filter(|d| **d != asked).cloned().collect();
        if !earlier.is_empty() {
            warnings.insert(Warning::Earlier {
                asked,
                dates: earlier,
            });
        }
    }
    if dates.len() > 1 && query.by != Some(Key::Year) {
        warnings.insert(Warning::MixedDates { dates });
    }

    for row in rows {
        if let (Some(group), Some(coverage)) = (&row.group, &row.coverage)
            && !coverage.is_complete()
        {
            warnings.insert(Warning::Incomplete {
                unit: group.name(),
                coverage: coverage.to_string(),
                missing: coverage
                    .missing()
                    .iter()
                    .map(|unit| unit.name().to_owned())
                    .collect(),
            });
        }
    }
    if let (Some(units), Some(Key::Province)) = (units_asked(query), query.by) {
        let reported: Territory = rows
            .iter()
            .flat_map(|row| &row.included)
            .filter_map(|i| i.quantity.claim.place().unit())
            .collect();
        let missing: Vec<String> = units
            .iter()
            .filter(|unit| {
                !unit.territory().overlaps(reported)
                    && (query.places)(tinh_model::Place::Unit(*unit, units.date()))
            })
            .map(|unit| unit.name().to_owned())
            .collect();
        if !missing.is_empty() {
            warnings.insert(Warning::MissingUnits { units: missing });
        }
    }
    let left_out = excluded
        .iter()
        .filter(|e| e.reason().is_surprising())
        .count();
    if left_out > 0 {
        warnings.insert(Warning::LeftOut { count: left_out });
    }
}

/// The units every one of which should have a figure.
fn units_asked(query: &Totals<'_>) -> Option<Units> {
    match (query.restated_to, query.when) {
        // Events happen where they happen; nobody is missing.
        (_, When::Events) => None,
        (Some(units), _) => Some(units),
        (None, When::By(day)) => Some(Units::on(day)),
        (None, When::During(period)) => Some(Units::on(period.end())),
        (None, When::Latest) => None,
    }
}
