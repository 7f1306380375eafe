//! The figures of a dataset by what can stand against what.

use std::collections::HashMap;
use std::hash::Hash;

use tinh_gazetteer::Unit;

use crate::claim::{Quantity, Realm, Scope};
use crate::dataset::Dataset;
use crate::entity::Statement;
use crate::measure::Expression;
use crate::partner::{Partner, PartnerList};
use crate::place::Place;
use crate::sector::Sector;
use crate::time::{AsOf, Time};

/// A place whatever the day it is meant on: the same version of a unit.
pub(super) type PlaceKey = (Option<Unit>, &'static str);

pub(super) fn place_key(place: Place) -> PlaceKey {
    (place.unit(), place.id())
}

/// The partners and the sector a figure is of; without any, of the whole. What
/// came from one country is part of all that came, and no second report of it.
pub(super) type Of<'a> = (&'a [Partner], Option<&'a str>);

pub(super) fn of<'a>(quantity: &Quantity<'a>) -> Of<'a> {
    let statement = quantity.claim.statement();
    match statement {
        Statement::Observation(observation) => (
            observation
                .partner
                .as_deref()
                .map_or(&[], std::slice::from_ref),
            observation.sector.as_ref().map(Sector::name),
        ),
        _ => (statement.list().map_or(&[], PartnerList::named), None),
    }
}

/// A stock of a known day holds on that day however the day is known.
fn whatever_its_basis(time: Time) -> Time {
    match time {
        Time::AsOf(as_of) if as_of.last_day().is_some() => Time::AsOf(AsOf::printed(as_of.date())),
        other => other,
    }
}

/// Groups in the order in which their first member came.
#[derive(Debug)]
pub(super) struct Groups<K, V> {
    at: HashMap<K, usize>,
    groups: Vec<Vec<V>>,
}

impl<K: Hash + Eq, V> Groups<K, V> {
    pub(super) fn new() -> Self {
        Self {
            at: HashMap::new(),
            groups: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, key: K, value: V) {
        let next = self.groups.len();
        let at = *self.at.entry(key).or_insert(next);
        match self.groups.get_mut(at) {
            Some(group) => group.push(value),
            None => self.groups.push(vec![value]),
        }
    }

    pub(super) fn get(&self, key: &K) -> &[V] {
        self.at
            .get(key)
            .and_then(|&at| self.groups.get(at))
            .map_or(&[], Vec::as_slice)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[V]> {
        self.groups.iter().map(Vec::as_slice)
    }
}

/// Figures by source, place, what they are of, and time.
pub(super) type SourceKey<'a> = (&'a str, PlaceKey, Of<'a>, Time);

/// Levels by place, what they are of, indicator and time.
pub(super) type LevelKey<'a> = (PlaceKey, Of<'a>, &'a str, Time);

pub(super) struct Index<'a> {
    pub(super) data: &'a Dataset,
    /// All levels of a place that are so: not planned, not of one project.
    pub(super) levels: Groups<LevelKey<'a>, Quantity<'a>>,
    /// The same by source.
    pub(super) told: Groups<(SourceKey<'a>, &'a str), Quantity<'a>>,
    /// What a source tells of a place at a time, whatever the indicator.
    pub(super) together: Groups<SourceKey<'a>, Quantity<'a>>,
    /// Planned levels.
    pub(super) plans: Groups<LevelKey<'a>, Quantity<'a>>,
    /// Rates by source and measure.
    pub(super) rated: Groups<(SourceKey<'a>, &'a str, Expression), Quantity<'a>>,
    /// All that is stated otherwise than as a level.
    pub(super) rates: Vec<Quantity<'a>>,
}

impl<'a> Index<'a> {
    pub(super) fn of(data: &'a Dataset) -> Self {
        let mut index = Self {
            data,
            levels: Groups::new(),
            told: Groups::new(),
            together: Groups::new(),
            plans: Groups::new(),
            rated: Groups::new(),
            rates: Vec::new(),
        };
        for quantity in data.quantities() {
            if quantity.scope != Scope::Place || quantity.figure.is_none() {
                continue;
            }
            let claim = quantity.claim;
            let place = place_key(claim.place());
            let (code, expression) = (quantity.measure.code(), quantity.measure.expression());
            if expression != Expression::Level {
                let key = (Self::beside(&quantity), code, expression);
                index.rated.push(key, quantity);
                index.rates.push(quantity);
                continue;
            }
            let time = whatever_its_basis(quantity.time);
            let key = (place, of(&quantity), code, time);
            if claim.realm() != Realm::Actual {
                index.plans.push(key, quantity);
                continue;
            }
            index.levels.push(key, quantity);
            let source = Self::beside(&quantity);
            index.told.push((source, code), quantity);
            index.together.push(source, quantity);
        }
        index
    }

    /// The key of what the same source tells of the same place and time.
    pub(super) fn beside(quantity: &Quantity<'a>) -> SourceKey<'a> {
        let claim = quantity.claim;
        (
            claim.source(),
            place_key(claim.place()),
            of(quantity),
            quantity.time,
        )
    }

    /// The same, of all sectors together.
    pub(super) fn beside_all_sectors(quantity: &Quantity<'a>) -> SourceKey<'a> {
        let (source, place, (partners, _), time) = Self::beside(quantity);
        (source, place, (partners, None), time)
    }
}
