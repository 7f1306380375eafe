//! Groups and their rows.

use hashbrown::HashMap;
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
) -> Vec<Placed<'a>> {
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
        Key::Producer => Group::Producer(candidate.at.producer().to_owned()),
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

/// A figure with its unit, after restatement.
type Placed<'a> = (Option<Unit>, Candidate<'a>);

/// Groups within groups, numbered as they come: each with the number of the one
/// it is within. 0 is before the first key.
#[derive(Default)]
struct Tree {
    numbers: HashMap<(usize, Code), usize>,
    groups: Vec<(usize, Group)>,
}

impl Tree {
    fn number(&mut self, within: usize, code: Code, group: impl FnOnce() -> Group) -> usize {
        let groups = &mut self.groups;
        *self.numbers.entry((within, code)).or_insert_with(|| {
            groups.push((within, group()));
            groups.len()
        })
    }

    fn get(&self, number: usize) -> Option<&(usize, Group)> {
        self.groups.get(number.checked_sub(1)?)
    }

    /// The groups of a number, from the outermost.
    fn groups_of(&self, mut number: usize) -> Vec<Group> {
        let mut groups = Vec::new();
        while let Some((within, group)) = self.get(number) {
            groups.push(group.clone());
            number = *within;
        }
        groups.reverse();
        groups
    }

    /// The place of each number in the order of the groups, by number.
    fn places(&self) -> Vec<usize> {
        let mut order: Vec<(Vec<Group>, usize)> = (0..=self.groups.len())
            .map(|number| (self.groups_of(number), number))
            .collect();
        order.sort();
        let mut places = vec![0; order.len()];
        // Partners of two measures have two numbers, and may be one group.
        for (place, alike) in order.chunk_by(|(a, _), (b, _)| a == b).enumerate() {
            for (_, number) in alike {
                if let Some(slot) = places.get_mut(*number) {
                    *slot = place;
                }
            }
        }
        places
    }
}

/// The figures of each row, by the groups, measure and currency they share, in
/// the order of these.
fn members<'p, 'a>(
    query: &Totals<'a>,
    placed: &'p [Placed<'a>],
) -> Vec<(Vec<Group>, Vec<&'p Placed<'a>>)> {
    let mut tree = Tree::default();
    let number_of = |placed: &Placed<'a>| {
        let (unit, candidate) = placed;
        query.keys.iter().fold(0, |number, key| {
            let code = code(query, *key, *unit, candidate);
            tree.number(number, code, || group(query, *key, *unit, candidate))
        })
    };
    let numbers: Vec<usize> = placed.iter().map(number_of).collect();
    let places = tree.places();
    let mut order: Vec<_> = placed
        .iter()
        .zip(numbers)
        .enumerate()
        .map(|(at, ((_, c), number))| {
            let currency = c.currency.map_or("", |currency| currency.code());
            // One number is compared at once.
            let place = places.get(number).copied().unwrap_or_default();
            let parts = [place, c.table].map(|n| u128::try_from(n).unwrap_or(u128::MAX));
            let parts = parts
                .into_iter()
                .fold(0, |all: u128, part| (all << 32) | part);
            let letters = currency.bytes().map(u128::from);
            let own = letters.fold(0, |all: u128, letter| (all << 8) | letter);
            ((parts << 32) | own, at, number)
        })
        .collect();
    order.sort_unstable();
    let rows = order.chunk_by(|(a, ..), (b, ..)| a == b);
    rows.filter_map(|row| {
        let groups = tree.groups_of(row.first()?.2);
        let members = row.iter().filter_map(|(_, at, _)| placed.get(*at));
        Some((groups, members.collect()))
    })
    .collect()
}

pub(super) fn rows<'a>(query: &Totals<'a>, placed: &[Placed<'a>]) -> Result<Vec<Row<'a>>, Error> {
    let members = members(query, placed);
    let mut rows = Vec::with_capacity(members.len());
    for (groups, members) in members {
        let Some((_, first)) = members.first() else {
            continue;
        };
        let measure = first.measure();
        if members.len() > 1 && !measure.is_additive() {
            return Err(Error::not_additive(measure, Over::Places));
        }
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
    Ok(rows)
}
