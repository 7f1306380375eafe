//! The short way to a claim: an observation as most lines have it, read from
//! the text itself.

use serde::Deserialize;

use super::object::{day_of, day_of_place};
use super::{Claim, Realm, Status};
use crate::entity::{Base, Observation};
use crate::figure::PrintedFigure;
use crate::measure::Measures;
use crate::partner::Partner;
use crate::place::Place;
use crate::sector::Sector;
use crate::source::Source;
use crate::time::{AsOf, DateBasis, PartialDate, Period, Time};

/// What such a line can hold.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plain<'t> {
    r#type: &'t str,
    id: &'t str,
    source: &'t str,
    line: Option<u32>,
    place: &'t str,
    place_on: Option<&'t str>,
    as_of: Option<PartialDate>,
    as_of_is: Option<DateBasis>,
    period: Option<Period>,
    status: Option<Status>,
    realm: Option<Realm>,
    measure: &'t str,
    figure: &'t str,
    base: Option<Base>,
    partner: Option<Partner>,
    sector: Option<Sector>,
    scope: Option<Box<str>>,
}

/// Reads an observation without relations, notes and whatever else is rare.
/// `None` where it is another claim, or where anything is wrong with it: the
/// long way says what, and reads the same where nothing is.
pub(crate) fn plain_claim<'s>(
    text: &str,
    source_of: impl Fn(&str) -> Option<&'s Source>,
    measures: &Measures,
) -> Option<Claim> {
    if !text.contains(r#""observation""#) {
        return None;
    }
    let plain: Plain<'_> = serde_json::from_str(text).ok()?;
    if plain.r#type != "observation" {
        return None;
    }
    let source = source_of(plain.source)?;
    let place_on = match plain.place_on {
        Some(text) => Some(day_of(text)?),
        None => None,
    };
    let time = match (plain.as_of, plain.period) {
        (Some(date), None) => Time::AsOf(AsOf::new(date, plain.as_of_is.unwrap_or_default())),
        (None, Some(period)) if plain.as_of_is.is_none() => Time::During(period),
        _ => return None,
    };
    let day = day_of_place(place_on, &time, Some(source))?;
    let observation = Observation {
        measure: measures.parse(plain.measure).ok()?,
        figure: PrintedFigure::parse(plain.figure).ok()?,
        base: plain.base,
        partner: plain.partner.map(Box::new),
        sector: plain.sector,
        scope: plain.scope,
    };
    let place = Place::named(plain.place, day).ok()?;
    let claim = Claim::new(plain.id, plain.source, place, time, observation).ok()?;
    Some(Claim {
        line: plain.line,
        status: plain.status.unwrap_or(Status::Normal),
        realm: plain.realm.unwrap_or(Realm::Actual),
        ..claim
    })
}
