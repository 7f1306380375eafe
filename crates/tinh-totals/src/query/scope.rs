//! Which figures the question is about.

use tinh_model::claim::{Quantity, Realm, Scope};
use tinh_model::time::Time;
use tinh_model::{Place, Statement};

use super::{Totals, When};
use crate::reason::{MeasureText, Reason};

/// Why a figure is not asked for, or cannot be used on its own account.
/// `None`: it is a candidate.
pub(super) fn outside(query: &Totals<'_>, quantity: &Quantity<'_>) -> Option<Reason> {
    let claim = quantity.claim;
    if Some(quantity.measure) != query.measure {
        return Some(Reason::OtherMeasure {
            measure: MeasureText(quantity.measure),
        });
    }
    let wanted = query
        .data
        .source(claim.source())
        .is_none_or(|source| (query.sources)(source));
    if !wanted {
        return Some(Reason::OtherSource);
    }
    if !(query.places)(claim.place()) {
        return Some(Reason::OtherPlace);
    }
    if claim.place() == Place::National {
        return Some(Reason::National);
    }
    if claim.realm() != Realm::Actual {
        return Some(Reason::not_actual(claim.realm()));
    }
    if quantity.scope == Scope::Project {
        return Some(Reason::PartOfStock);
    }
    if let Statement::Observation(observation) = claim.statement()
        && (observation.partner.is_some() || observation.sector.is_some())
    {
        return Some(Reason::Breakdown);
    }
    outside_time(query.when, &quantity.time).or_else(|| without_value(quantity))
}

fn outside_time(when: When, time: &Time) -> Option<Reason> {
    match (when, time) {
        (When::Latest, Time::AsOf(_)) | (When::Events, _) => None,
        (When::By(day), Time::AsOf(as_of)) => match as_of.is_by(day) {
            Some(true) => None,
            Some(false) => Some(Reason::Later {
                as_of: as_of.to_string(),
            }),
            None => Some(Reason::DateUnknown {
                as_of: as_of.to_string(),
            }),
        },
        (When::Latest | When::By(_), _) => Some(Reason::NotAStock),
        (When::During(asked), Time::During(period)) => {
            (!asked.contains(period)).then(|| Reason::OtherPeriod {
                period: period.to_string(),
            })
        }
        (When::During(_), _) => Some(Reason::NotAFlow),
    }
}

fn without_value(quantity: &Quantity<'_>) -> Option<Reason> {
    let usable = quantity
        .figure
        .and_then(|figure| figure.reading())
        .is_some_and(|reading| {
            reading.value().is_some() || reading.lower().is_some() || reading.upper().is_some()
        });
    (!usable).then(|| Reason::NoValue {
        text: quantity
            .figure
            .map(|figure| figure.text().to_owned())
            .unwrap_or_default(),
    })
}
