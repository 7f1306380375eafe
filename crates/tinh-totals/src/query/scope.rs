//! Which figures the question is about.

use tinh_model::claim::{Quantity, Scope};
use tinh_model::entity::{AgreementKind, MissionState, ProjectState};
use tinh_model::time::Time;
use tinh_model::{Basis, Place, Statement};

use super::bucket::{bucket_of, finest};
use super::{Level, Totals, When};
use crate::breakdown::{breakdown, several_partners};
use crate::key::Key;
use crate::moment::Moment;
use crate::reason::{MeasureText, NotInEffect, PeriodLength, Reason};

/// Why a figure is not asked for, or cannot be used on its own account.
/// `None`: it is a candidate.
pub(crate) fn outside(query: &Totals<'_>, quantity: &Quantity<'_>) -> Option<Reason> {
    outside_subject(query, quantity)
        .or_else(|| outside_breakdown(query, quantity))
        .or_else(|| outside_time(query, quantity))
        .or_else(|| without_value(quantity))
}

/// What the figure is about: measure, source, place, realm, status.
pub(crate) fn outside_subject(query: &Totals<'_>, quantity: &Quantity<'_>) -> Option<Reason> {
    let claim = quantity.claim;
    if query.measures.binary_search(quantity.measure).is_err() {
        return Some(Reason::OtherMeasure {
            measure: MeasureText(quantity.measure.clone()),
        });
    }
    let source = query.data.source(claim.source());
    if let (Some(wanted), Some(source)) = (&query.sources, source)
        && !wanted(source)
    {
        return Some(Reason::OtherSource);
    }
    if let Some(wanted) = &query.places
        && !wanted(claim.place())
    {
        return Some(Reason::OtherPlace);
    }
    if let Some(vintage) = query.vintage {
        let published = source.and_then(|source| source.published);
        match published.and_then(|date| date.last_day()) {
            Some(day) if day <= vintage => {}
            _ => {
                return Some(Reason::NotYetPublished {
                    published: published.map(|date| date.to_string()).unwrap_or_default(),
                });
            }
        }
    }
    match (query.level, claim.place() == Place::National) {
        (Level::Places, true) => return Some(Reason::National),
        (Level::Nation, false) => return Some(Reason::NotNational),
        _ => {}
    }
    if claim.realm() != query.realm {
        return Some(Reason::NotActual {
            realm: claim.realm(),
        });
    }
    if let Some(statuses) = &query.statuses
        && !statuses.contains(&claim.status())
    {
        return Some(Reason::OtherStatus {
            status: claim.status(),
        });
    }
    match (query.level, quantity.scope) {
        (Level::Projects, Scope::Project) => {}
        (Level::Projects, _) => return Some(Reason::NotOfAProject),
        (_, Scope::Project) => return Some(Reason::PartOfStock),
        (_, Scope::Part) => {
            return quantity.among().map(|part| Reason::NamedPart {
                part: part.to_owned(),
            });
        }
        _ => {}
    }
    not_in_effect(quantity)
}

/// What is proposed, sought or called off is not counted as done.
fn not_in_effect(quantity: &Quantity<'_>) -> Option<Reason> {
    let no = |state| Some(Reason::NotInEffect { state });
    match quantity.claim.statement() {
        // What is surveyed or under a memorandum is not registered, and what
        // has ended is neither registered nor planned any more.
        Statement::InvestmentProject(project)
            if project.state == ProjectState::Terminated
                || project.state.is_in_force() == Some(false)
                    && quantity.measure.basis().is_some_and(needs_a_licence) =>
        {
            Some(Reason::NotInForce {
                state: project.state,
            })
        }
        Statement::Agreement(agreement) if agreement.kind == AgreementKind::TradeAgreement => {
            Some(Reason::NotOfTheProvince)
        }
        Statement::Agreement(agreement) if !agreement.state.is_in_effect() => {
            no(NotInEffect::Agreement)
        }
        Statement::Partnership(partnership) if !partnership.state.is_established() => {
            no(NotInEffect::Relation)
        }
        Statement::Mission(mission)
            if matches!(
                mission.state,
                MissionState::Planned | MissionState::Cancelled
            ) =>
        {
            no(NotInEffect::Mission)
        }
        _ => None,
    }
}

/// Whether money at this stage is that of licensed projects.
fn needs_a_licence(basis: Basis) -> bool {
    matches!(
        basis,
        Basis::REGISTERED
            | Basis::REGISTERED_NEW
            | Basis::REGISTERED_ADJUSTED
            | Basis::SHARE_PURCHASE
            | Basis::IMPLEMENTED
    )
}

/// Figures of one partner or sector are parts of the whole: a question is
/// about the ones or the other.
fn outside_breakdown(query: &Totals<'_>, quantity: &Quantity<'_>) -> Option<Reason> {
    let (by_partner, by_sector) = (query.is_by_partner(), query.is_by_sector());
    let (partner, sector) = breakdown(quantity);
    // Missions, agreements and aid name partners without being parts of a
    // whole: only an observation of one partner is.
    let (is_part_partner, is_part_sector) = match quantity.claim.statement() {
        Statement::Observation(_) => (partner.is_some(), sector.is_some()),
        _ => (false, false),
    };
    if is_part_partner && !by_partner || is_part_sector && !by_sector {
        return Some(Reason::Breakdown);
    }
    let together = several_partners(quantity);
    if by_partner && !together.is_empty() {
        return Some(Reason::SeveralPartners { partners: together });
    }
    if by_partner && partner.is_none() || by_sector && sector.is_none() {
        return Some(Reason::NotBrokenDown);
    }
    if let (Some(wanted), Some(partner)) = (&query.partners, partner)
        && !wanted(partner)
    {
        return Some(Reason::OtherPartner);
    }
    if let (Some(wanted), Some(sector)) = (&query.sectors, sector)
        && !wanted(sector)
    {
        return Some(Reason::OtherSector);
    }
    if let Some(partner) = partner
        && query.keys.contains(&Key::Country)
        && partner.country().is_none()
    {
        return Some(Reason::NoOneCountry {
            partner: partner.to_string(),
        });
    }
    None
}

fn outside_time(query: &Totals<'_>, quantity: &Quantity<'_>) -> Option<Reason> {
    let time = match (query.level, quantity.time) {
        (Level::Projects, Time::On(date)) => Time::AsOf(tinh_model::time::AsOf::printed(date)),
        (_, time) => time,
    };
    let reason = match (query.when, &time) {
        (When::Latest, Time::AsOf(_)) | (When::Events, _) | (When::Flows, Time::During(_)) => None,
        (When::By(day), Time::AsOf(as_of)) => match as_of.is_by(day) {
            Some(true) => None,
            Some(false) => Some(Reason::Later {
                as_of: Moment::of(&time),
            }),
            None => Some(Reason::DateUnknown {
                as_of: Moment::of(&time),
            }),
        },
        (When::Latest | When::By(_), _) => Some(Reason::NotAStock),
        (When::During(asked), Time::During(period)) => {
            (!asked.contains(period)).then(|| Reason::OtherPeriod {
                period: period.to_string(),
            })
        }
        // Of an event its date says in which period it is counted.
        (When::During(asked), Time::On(_)) if is_event(quantity) => {
            let inside = match (time.first_day(), time.last_day()) {
                (Some(first), Some(last)) => asked.start() <= first && last <= asked.end(),
                _ => false,
            };
            (!inside).then(|| Reason::NotOfThePeriod {
                time: time.to_string(),
            })
        }
        (When::Flows, Time::On(_)) if is_event(quantity) => None,
        (When::During(_) | When::Flows, _) => Some(Reason::NotAFlow),
    };
    reason.or_else(|| {
        // Events without a date have a row of their own; a flow of two years
        // is of neither.
        let key = finest(&query.keys)?;
        if matches!(query.when, When::Events) || bucket_of(key, &time).is_some() {
            return None;
        }
        Some(match time {
            Time::During(period) => Reason::SeveralSpans {
                period: period.to_string(),
                span: match key {
                    Key::Month => PeriodLength::Month,
                    Key::Quarter => PeriodLength::Quarter,
                    _ => PeriodLength::Year,
                },
            },
            _ => Reason::DateUnknown {
                as_of: Moment::of(&time),
            },
        })
    })
}

/// Whether a count is of things that happen: missions, agreements.
fn is_event(quantity: &Quantity<'_>) -> bool {
    matches!(
        quantity.claim.statement(),
        Statement::Mission(_) | Statement::Agreement(_) | Statement::Activity(_)
    )
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
