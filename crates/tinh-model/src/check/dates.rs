//! The date of a claim beside that of its source.

use chrono::{Datelike, NaiveDate};

use super::{Finding, Rule, Verdict};
use crate::claim::{Claim, Realm, Status};
use crate::dataset::Dataset;
use crate::entity::Statement;
use crate::time::{PartialDate, Time};

/// An event told as news lies in the years just before: one further back than
/// this is a misprint more often than not.
const YEARS_BACK: i32 = 5;

pub(super) fn check(data: &Dataset, findings: &mut Vec<Finding>) {
    for claim in data.claims() {
        let published = data.source(claim.source()).and_then(|s| s.published);
        findings.extend(date(claim, published));
    }
}

/// What is wrong with a date, if anything.
fn fault(date: PartialDate, published: PartialDate, realm: Realm) -> Option<String> {
    let (first, last) = (date.first_day()?, date.last_day()?);
    let years = published.first_day()?.year().checked_sub(last.year())?;
    if first > published.last_day()? && realm == Realm::Actual {
        Some("after its source".to_owned())
    } else if years >= YEARS_BACK {
        Some(format!("{years} years before its source"))
    } else {
        None
    }
}

fn date(claim: &Claim, published: Option<PartialDate>) -> Option<Finding> {
    let found = |verdict, text| Some(Finding::new(Rule::Date, verdict, [claim.id()], text));
    let printed = match claim.time() {
        Time::On(date) => *date,
        Time::AsOf(as_of) => as_of.date(),
        Time::During(period) => PartialDate::day(period.start())?,
        _ => return None,
    };
    if printed.known_year().is_none() && claim.date_correction().is_none() {
        let Some(published) = published.and_then(|published| published.last_day()) else {
            let text = format!("{printed}: no year is printed and the source has no date");
            return found(Verdict::Refused, text);
        };
        let text = match last_before(printed, published) {
            Some(day) => format!("{printed}: {day} by the date of its source, {published}"),
            None => format!("{printed}: no such day before its source, {published}"),
        };
        return found(Verdict::Implies, text);
    }
    let published = published?;
    let is_event = matches!(claim.time(), Time::On(_));
    if let Time::During(period) = claim.time()
        && let Some(day) = published.last_day()
        && period.start() <= day
        && period.end() > day
        && (claim.realm(), claim.status()) == (Realm::Actual, Status::Normal)
        // A rate may be of the months so far, a programme runs for years.
        && matches!(claim.statement(), Statement::Observation(o) if o.measure.is_level())
    {
        let text = format!("{period} ends after its source, {published}: so far, or an estimate");
        return found(Verdict::Implies, text);
    }
    let why = fault(printed, published, claim.realm())
        // A series may well reach back; an event told as news does not.
        .filter(|why| is_event || why.starts_with("after"));
    match (why, claim.date_correction()) {
        (None, None) => None,
        (Some(why), None) => found(Verdict::Fails, format!("{printed} lies {why}, {published}")),
        (why, Some(correction)) => {
            let why = why.unwrap_or_else(|| "no contradiction with its source".to_owned());
            match fault(correction.to, published, claim.realm()) {
                None => found(
                    Verdict::Holds,
                    format!(
                        "printed {printed}, {why}, {published}; corrected to {}",
                        correction.to
                    ),
                ),
                Some(still) => found(
                    Verdict::Fails,
                    format!(
                        "corrected to {}, which lies {still}, {published}",
                        correction.to
                    ),
                ),
            }
        }
    }
}

/// The latest day a date without a year can mean that is no later than `day`.
fn last_before(date: PartialDate, day: NaiveDate) -> Option<PartialDate> {
    // 29 February comes back after eight years at most.
    (0..=8).find_map(|back| {
        let year = u16::try_from(day.year().checked_sub(back)?).ok()?;
        date.in_year(year)
            .filter(|date| date.first_day().is_some_and(|first| first <= day))
    })
}
