//! Groups and their rows.

use std::collections::HashMap;

use tinh_figures::Currency;
use tinh_gazetteer::{Coverage, Organisation, OrganisationKind, Restatement, Unit};
use tinh_model::{Partner, Place};

use super::bucket::{self, Bucket, bucket_of};
use super::sorting::Sorting;
use super::{Candidate, Totals};
use crate::answer::{Included, Row};
use crate::error::{Error, Over};
use crate::interval::IntervalSum;
use crate::key::{Group, Key, partner_kind};
use crate::reason::{NotRestatable, Reason};

/// The unit of each figure, after restatement.
pub(super) fn restate<'a>(
    query: &Totals<'a>,
    candidates: Vec<Candidate<'a>>,
    sorting: &mut Sorting<'_, 'a>,
) -> Vec<(Option<Unit>, Candidate<'a>)> {
    let mut placed = Vec::with_capacity(candidates.len());
    // Restating a unit is set arithmetic; each version is done once.
    let mut known: HashMap<Unit, Restatement> = HashMap::new();
    for candidate in candidates {
        match (query.restated_to, candidate.unit()) {
            (Some(units), Some(unit)) => {
                let restatement = known.entry(unit).or_insert_with(|| unit.restated(units));
                match restatement.target() {
                    Some(target) => placed.push((Some(target), candidate)),
                    None => {
                        let why = why_not(restatement);
                        sorting.leave_out(&candidate, Reason::NotRestatable { why });
                    }
                }
            }
            (_, unit) => placed.push((unit, candidate)),
        }
    }
    placed
}

fn why_not(restatement: &Restatement) -> NotRestatable {
    let units = restatement.units();
    let names = units.iter().map(|unit| unit.name().to_owned()).collect();
    match restatement {
        Restatement::Partial { .. } => NotRestatable::Partly(names),
        Restatement::Split(_) => NotRestatable::Split(names),
        _ => NotRestatable::Unknown,
    }
}

fn group(query: &Totals<'_>, key: Key, unit: Option<Unit>, candidate: &Candidate<'_>) -> Group {
    let claim = candidate.at.claim();
    let place = claim.map_or(Place::National, tinh_model::Claim::place);
    match key {
        Key::Province => match unit {
            Some(unit) => Group::Unit(unit),
            None => Group::of_place(place),
        },
        Key::Region => match (unit, place) {
            (Some(unit), place) => {
                let day = match (query.restated_to, place) {
                    (Some(units), _) => units.date(),
                    (None, Place::Unit(_, day)) => day,
                    _ => chrono::NaiveDate::MAX,
                };
                Group::Region(
                    unit.region_on(day)
                        .unwrap_or_else(|| unit.region())
                        .to_owned(),
                )
            }
            (None, place) => Group::of_place(place),
        },
        Key::Producer => Group::Producer(candidate.producer.to_owned()),
        Key::Source => Group::Source(claim.map_or("", |claim| claim.source()).to_owned()),
        Key::Status => Group::Status(candidate.at.entry.status),
        Key::Year | Key::Quarter | Key::Month => bucket::group_of(key, &candidate.time),
        Key::Sector => {
            let sector = candidate.at.table.sector(candidate.at.entry.sector);
            Group::Sector(sector.to_owned())
        }
        Key::Partner => {
            let partner = candidate.at.table.partner(candidate.at.entry.partner);
            Group::Partner(partner.to_owned())
        }
        Key::PartnerKind => Group::PartnerKind(candidate.partner().map_or("", partner_kind)),
        Key::Country => Group::Country(candidate.partner().and_then(Partner::country)),
        Key::Bloc(bloc) => {
            let inside = match candidate.partner() {
                Some(tinh_model::Partner::Bloc(own)) if *own == bloc => Some(true),
                Some(partner) => {
                    let day = candidate.days().1.or(candidate.days().0);
                    match (partner.country(), day) {
                        (Some(country), Some(day)) => bloc.contains(country, day),
                        _ => None,
                    }
                }
                None => None,
            };
            Group::Bloc(bloc, inside)
        }
        Key::AnyBloc => Group::AnyBloc(match candidate.partner() {
            Some(Partner::Bloc(own)) => Some(*own),
            partner => {
                let country = partner.and_then(Partner::country);
                let day = candidate.days().1.or(candidate.days().0);
                let of = |country, day| {
                    Organisation::all()
                        .filter(|known| known.kind() == OrganisationKind::Bloc)
                        .find(|bloc| bloc.contains(country, day) == Some(true))
                };
                country.zip(day).and_then(|(country, day)| of(country, day))
            }
        }),
        Key::CapitalKind => Group::CapitalKind(candidate.measure().capital_kind()),
        Key::Basis => Group::Basis(candidate.measure().basis()),
        Key::Kind => {
            let kind = claim.map_or("", |claim| claim.statement().kind_code());
            Group::Kind(kind.to_owned())
        }
    }
}

/// What decides the group of a key, where that is known without the group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Code {
    Place(Option<Unit>, bool),
    Span(Option<Bucket>),
    Partner(usize, u32),
    Group(Group),
}

fn code(query: &Totals<'_>, key: Key, unit: Option<Unit>, candidate: &Candidate<'_>) -> Code {
    let entry = candidate.at.entry;
    match key {
        Key::Province => Code::Place(unit, entry.is_national),
        Key::Year | Key::Quarter | Key::Month => Code::Span(bucket_of(key, &candidate.time)),
        Key::Partner => Code::Partner(candidate.table, entry.partner),
        _ => Code::Group(group(query, key, unit, candidate)),
    }
}

/// The figures of each row, by the groups, measure and currency they share.
/// Groups within groups are numbered as they come: 0 is before the first key.
fn members<'p, 'a>(
    query: &Totals<'a>,
    placed: &'p [(Option<Unit>, Candidate<'a>)],
) -> Vec<Vec<&'p (Option<Unit>, Candidate<'a>)>> {
    let mut numbers: HashMap<(usize, Code), usize> = HashMap::new();
    let mut rows: HashMap<(usize, usize, Option<Currency>), usize> = HashMap::new();
    let mut members: Vec<Vec<_>> = Vec::new();
    for placed in placed {
        let (unit, candidate) = placed;
        let mut number = 0;
        for key in &query.keys {
            let next = numbers.len().saturating_add(1);
            let own = (number, code(query, *key, *unit, candidate));
            number = *numbers.entry(own).or_insert(next);
        }
        let own = (number, candidate.table, candidate.currency);
        let at = *rows.entry(own).or_insert(members.len());
        match members.get_mut(at) {
            Some(row) => row.push(placed),
            None => members.push(vec![placed]),
        }
    }
    members
}

pub(super) fn rows<'a>(
    query: &Totals<'a>,
    placed: &[(Option<Unit>, Candidate<'a>)],
) -> Result<Vec<Row<'a>>, Error> {
    let members = members(query, placed);
    let mut rows = Vec::with_capacity(members.len());
    for members in members {
        let Some((unit, first)) = members.first() else {
            continue;
        };
        let measure = first.measure();
        if members.len() > 1 && !measure.is_additive() {
            return Err(Error::not_additive(measure, Over::Places));
        }
        let keys = query.keys.iter();
        let groups: Vec<Group> = keys.map(|key| group(query, *key, *unit, first)).collect();
        let mut sum = IntervalSum::default();
        let mut included = Vec::with_capacity(members.len());
        for (_, candidate) in &members {
            sum.add(&candidate.value)?;
            included.extend(candidate.quantity().map(|quantity| Included {
                quantity,
                value: candidate.value,
                at: candidate.at,
            }));
        }
        let target = groups.iter().find_map(Group::unit);
        let coverage = match (target, query.restated_to) {
            (Some(target), Some(_)) => {
                let parts = members.iter().filter_map(|(_, candidate)| candidate.unit());
                Some(Coverage::of(target, parts))
            }
            _ => None,
        };
        rows.push(Row {
            data: query.data,
            groups,
            measure: measure.clone(),
            currency: first.currency,
            sum,
            value: sum.total()?,
            included,
            coverage,
        });
    }
    rows.sort_by(|a, b| {
        let order = |row: &Row<'a>| row.currency.map(|currency| currency.code());
        (&a.groups, &a.measure, order(a)).cmp(&(&b.groups, &b.measure, order(b)))
    });
    Ok(rows)
}
