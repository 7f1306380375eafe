//! Groups and their rows.

use std::collections::BTreeMap;

use tinh_gazetteer::{Coverage, Organisation, OrganisationKind, Restatement, Unit};
use tinh_model::{Measure, Partner, Place};

use super::bucket;
use super::{Candidate, Totals};
use crate::answer::{Excluded, Included, Row};
use crate::error::{Error, Over};
use crate::interval::IntervalSum;
use crate::key::{Group, Key, partner_kind};
use crate::reason::{NotRestatable, Reason};

/// The unit of each figure, after restatement.
pub(super) fn restate<'a>(
    query: &Totals<'a>,
    candidates: Vec<Candidate<'a>>,
    excluded: &mut Vec<Excluded<'a>>,
) -> Vec<(Option<Unit>, Candidate<'a>)> {
    let mut placed = Vec::with_capacity(candidates.len());
    // Restating a unit is set arithmetic; each version is done once.
    let mut known: BTreeMap<Unit, Restatement> = BTreeMap::new();
    for candidate in candidates {
        match (query.restated_to, candidate.unit()) {
            (Some(units), Some(unit)) => {
                let restatement = known.entry(unit).or_insert_with(|| unit.restated(units));
                match restatement.target() {
                    Some(target) => placed.push((Some(target), candidate)),
                    None => excluded.push(Excluded::new(
                        candidate.quantity,
                        Reason::NotRestatable {
                            why: why_not(restatement),
                        },
                    )),
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
    let claim = candidate.quantity.claim;
    match key {
        Key::Province => match unit {
            Some(unit) => Group::Unit(unit),
            None => Group::of_place(claim.place()),
        },
        Key::Region => match (unit, claim.place()) {
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
        Key::Source => Group::Source(claim.source().to_owned()),
        Key::Status => Group::Status(claim.status()),
        Key::Year | Key::Quarter | Key::Month => bucket::group_of(key, &candidate.time),
        Key::Sector => Group::Sector(candidate.sector.unwrap_or_default().to_owned()),
        Key::Partner => Group::Partner(
            candidate
                .partner
                .map(ToString::to_string)
                .unwrap_or_default(),
        ),
        Key::PartnerKind => Group::PartnerKind(candidate.partner.map_or("", partner_kind)),
        Key::Country => Group::Country(candidate.partner.and_then(|p| p.country())),
        Key::Bloc(bloc) => {
            let inside = match candidate.partner {
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
        Key::AnyBloc => Group::AnyBloc(match candidate.partner {
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
        Key::CapitalKind => Group::CapitalKind(candidate.quantity.measure.capital_kind()),
        Key::Basis => Group::Basis(candidate.quantity.measure.basis()),
        Key::Kind => Group::Kind(claim.statement().kind_code().to_owned()),
    }
}

type RowKey<'a> = (Vec<Group>, &'a Measure, Option<&'static str>);

pub(super) fn rows<'a>(
    query: &Totals<'a>,
    placed: &[(Option<Unit>, Candidate<'a>)],
) -> Result<Vec<Row<'a>>, Error> {
    let mut groups: BTreeMap<RowKey<'a>, Vec<&(Option<Unit>, Candidate<'a>)>> = BTreeMap::new();
    for placed in placed {
        let own = query
            .keys
            .iter()
            .map(|key| group(query, *key, placed.0, &placed.1))
            .collect();
        let currency = placed.1.currency.map(|currency| currency.code());
        groups
            .entry((own, placed.1.quantity.measure, currency))
            .or_default()
            .push(placed);
    }
    let mut rows = Vec::with_capacity(groups.len());
    for ((groups, measure, _), members) in groups {
        if members.len() > 1 && !measure.is_additive() {
            return Err(Error::not_additive(measure, Over::Places));
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
            currency: members.first().and_then(|(_, c)| c.currency),
            sum,
            value: sum.total()?,
            included,
            coverage,
        });
    }
    Ok(rows)
}
