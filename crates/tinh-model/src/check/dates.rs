//! The date of a claim beside that of its source.

use chrono::{Datelike, NaiveDate};

use tinh_figures::Bilingual;

use super::{Finding, Rule, Verdict};
use crate::claim::{Claim, Realm, Status};
use crate::dataset::Dataset;
use crate::entity::Statement;
use crate::time::{PartialDate, Time};
use crate::words;

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
fn fault(date: PartialDate, published: PartialDate, realm: Realm) -> Option<Bilingual> {
    let (first, last) = (date.first_day()?, date.last_day()?);
    let years = published.first_day()?.year().checked_sub(last.year())?;
    if first > published.last_day()? && realm == Realm::Actual {
        Some(words::DATE_AFTER)
    } else if years >= YEARS_BACK {
        Some(words::DATE_YEARS.filled(&[&years]))
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
            let text = words::NO_YEAR.filled(&[&printed]);
            return found(Verdict::Refused, text);
        };
        let text = match last_before(printed, published) {
            Some(day) => words::YEAR_OF_SOURCE.filled(&[&printed, &day, &published]),
            None => words::NO_SUCH_DAY.filled(&[&printed, &published]),
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
        let text = words::ENDS_AFTER.filled(&[period, &published]);
        return found(Verdict::Implies, text);
    }
    let why = fault(printed, published, claim.realm())
        // A series may well reach back; an event told as news does not.
        .filter(|why| is_event || *why == words::DATE_AFTER);
    match (why, claim.date_correction()) {
        (None, None) => None,
        (Some(why), None) => {
            let text = lies(&words::DATE_LIES, [&printed, &published], &why, None);
            found(Verdict::Fails, text)
        }
        (why, Some(correction)) => {
            let why = why.unwrap_or(words::DATE_NO_FAULT);
            match fault(correction.to, published, claim.realm()) {
                None => found(
                    Verdict::Holds,
                    lies(
                        &words::DATE_CORRECTED,
                        [&printed, &published],
                        &why,
                        Some(&correction.to),
                    ),
                ),
                Some(still) => found(
                    Verdict::Fails,
                    lies(
                        &words::DATE_STILL,
                        [&correction.to, &published],
                        &still,
                        None,
                    ),
                ),
            }
        }
    }
}

/// A date, what is wrong with it, the date of its source, and what it was
/// corrected to.
fn lies(
    message: &Bilingual,
    [date, published]: [&PartialDate; 2],
    why: &Bilingual,
    to: Option<&PartialDate>,
) -> Bilingual {
    message.filled_by(|language| {
        let why = why.in_language(language).to_owned();
        let mut values = vec![date.to_string(), why, published.to_string()];
        values.extend(to.map(ToString::to_string));
        values
    })
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
