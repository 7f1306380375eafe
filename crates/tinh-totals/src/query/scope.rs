//! Which figures the query is about.

use tinh_model::claim::Scope;
use tinh_model::entity::{AgreementKind, MissionState, ProjectState};
use tinh_model::time::Time;
use tinh_model::{Basis, Partner, Statement};

use super::asked::Asked;
use super::bucket::bucket_of;
use super::{Level, When};
use crate::key::Key;
use crate::left::{At, Outside};
use crate::reason::NotInEffect;

/// Why a figure of a measure asked for is not asked for, or cannot be used on
/// its own account. `None`: it is a candidate.
pub(crate) fn outside(asked: &Asked<'_, '_>, at: At<'_>) -> Option<Outside> {
    outside_subject(asked, at)
        .or_else(|| outside_breakdown(asked, at))
        .or_else(|| outside_time(asked, at))
        .or_else(|| (!at.entry.has_value).then_some(Outside::NoValue))
}

/// What the figure is about: source, place, realm, status.
fn outside_subject(asked: &Asked<'_, '_>, at: At<'_>) -> Option<Outside> {
    let (query, entry) = (asked.query, at.entry);
    let source = asked.source(entry);
    if source.is_some_and(|source| !source.is_wanted) {
        return Some(Outside::Source);
    }
    if let (Some(wanted), Some(claim)) = (&query.places, at.claim())
        && !wanted(claim.place())
    {
        return Some(Outside::Place);
    }
    if query.vintage.is_some() && !source.is_some_and(|source| source.is_of_vintage) {
        return Some(Outside::NotYetPublished);
    }
    match (query.level, entry.is_national) {
        (Level::Places, true) => return Some(Outside::National),
        (Level::Nation, false) => return Some(Outside::NotNational),
        _ => {}
    }
    if entry.realm != query.realm {
        return Some(Outside::NotActual);
    }
    if query
        .statuses
        .as_ref()
        .is_some_and(|statuses| !statuses.contains(&entry.status))
    {
        return Some(Outside::Status);
    }
    match (query.level, entry.scope) {
        (Level::Projects, Scope::Project) => {}
        (Level::Projects, _) => return Some(Outside::NotOfAProject),
        (_, Scope::Project) => return Some(Outside::PartOfStock),
        (_, Scope::Part) => return Some(Outside::NamedPart),
        _ => {}
    }
    if entry.is_observation {
        return None;
    }
    not_in_effect(at)
}

/// What is proposed, sought or called off is not counted as done.
fn not_in_effect(at: At<'_>) -> Option<Outside> {
    let no = |state| Some(Outside::NotInEffect(state));
    match at.claim()?.statement() {
        // What is surveyed or under a memorandum is not registered, and what
        // has ended is neither registered nor planned any more.
        Statement::InvestmentProject(project)
            if project.state == ProjectState::Terminated
                || project.state.is_in_force() == Some(false)
                    && at.measure().basis().is_some_and(needs_a_licence) =>
        {
            Some(Outside::NotInForce(project.state))
        }
        Statement::Agreement(agreement) if agreement.kind == AgreementKind::TradeAgreement => {
            Some(Outside::NotOfTheProvince)
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

/// Figures of one partner or sector are parts of the whole: a query is
/// about the ones or the other.
fn outside_breakdown(asked: &Asked<'_, '_>, at: At<'_>) -> Option<Outside> {
    let (query, entry) = (asked.query, at.entry);
    let (by_partner, by_sector) = (asked.is_by_partner, asked.is_by_sector);
    let (has_partner, has_sector) = (entry.partner != 0, entry.sector != 0);
    // Missions, agreements and aid name partners without being parts of a
    // whole: only an observation of one partner is.
    if entry.is_observation && (has_partner && !by_partner || has_sector && !by_sector) {
        return Some(Outside::Breakdown);
    }
    if by_partner && entry.is_of_several {
        return Some(Outside::SeveralPartners);
    }
    if by_partner && !has_partner || by_sector && !has_sector {
        return Some(Outside::NotBrokenDown);
    }
    let asks_country = query.keys.contains(&Key::Country);
    if has_partner && (query.partners.is_some() || asks_country) {
        let partners = at.claim().map(|claim| claim.statement().partners());
        let partner = partners.and_then(|partners| partners.first().copied());
        let is_wanted = |partner: &Partner| query.partners.as_ref().is_none_or(|w| w(partner));
        if !partner.is_some_and(is_wanted) {
            return Some(Outside::Partner);
        }
        let is_of_no_country = partner.is_some_and(|partner| partner.country().is_none());
        if asks_country && is_of_no_country && is_wanted_sector(asked, at) {
            return Some(Outside::NoOneCountry);
        }
    }
    (!is_wanted_sector(asked, at)).then_some(Outside::Sector)
}

fn is_wanted_sector(asked: &Asked<'_, '_>, at: At<'_>) -> bool {
    let sectors = asked
        .query
        .sectors
        .as_ref()
        .filter(|_| at.entry.sector != 0);
    sectors.is_none_or(|wanted| wanted(at.table.sector(at.entry.sector)))
}

/// Whether it is of another time than asked for.
pub(super) fn outside_time(asked: &Asked<'_, '_>, at: At<'_>) -> Option<Outside> {
    let query = asked.query;
    let time = at.time(query.level);
    let outside = match (query.when, &time) {
        (When::Latest, Time::AsOf(_)) | (When::Events, _) | (When::Flows, Time::During(_)) => None,
        (When::By(day), Time::AsOf(as_of)) => match as_of.is_by(day) {
            Some(true) => None,
            Some(false) => Some(Outside::Later),
            None => Some(Outside::DateUnknown),
        },
        (When::Latest | When::By(_), _) => Some(Outside::NotAStock),
        (When::During(asked), Time::During(period)) => {
            (!asked.contains(period)).then_some(Outside::Period)
        }
        // Of an event its date says in which period it is counted.
        (When::During(asked), Time::On(_)) if happens(at) => {
            let inside = match (time.first_day(), time.last_day()) {
                (Some(first), Some(last)) => asked.start() <= first && last <= asked.end(),
                _ => false,
            };
            (!inside).then_some(Outside::NotOfThePeriod)
        }
        (When::Flows, Time::On(_)) if happens(at) => None,
        (When::During(_) | When::Flows, _) => Some(Outside::NotAFlow),
    };
    outside.or_else(|| {
        // Events without a date have a row of their own; a flow of two years
        // is of neither.
        let key = asked.span?;
        if matches!(query.when, When::Events) || bucket_of(key, &time).is_some() {
            return None;
        }
        Some(match time {
            Time::During(_) => Outside::SeveralSpans,
            _ => Outside::DateUnknown,
        })
    })
}

/// Whether a count is of things that happen: missions, agreements.
fn happens(at: At<'_>) -> bool {
    !at.entry.is_observation
        && matches!(
            at.claim().map(tinh_model::Claim::statement),
            Some(Statement::Mission(_) | Statement::Agreement(_) | Statement::Activity(_))
        )
}
