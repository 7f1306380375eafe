//! What a chart or a table says of itself: the measure, the keys, the dates,
//! the units of the country, the unit of money.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use tinh_figures::Language;
use tinh_gazetteer::Units;
use tinh_model::time::{PartialDate, Time};
use tinh_totals::{Level, Question, Row};

use crate::{times, words};

/// The measure and the keys: `Vốn FDI đăng ký theo tỉnh, thành phố và năm`.
pub(super) fn of(measure: &str, keys: &[String], language: Language) -> String {
    if keys.is_empty() {
        return measure.to_owned();
    }
    let keys: Vec<String> = keys.iter().map(|key| lower_first(key)).collect();
    let keys = keys.join(words::AND.of(language));
    words::BY.with(language, [measure, &keys])
}

/// When the figures hold, in which units, in which currency.
pub(super) fn below(question: &Question, rows: &[&Row<'_>], language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    let mut when = Vec::new();
    match question.level {
        Level::Nation => when.push(words::NATION.of(language).to_owned()),
        Level::Projects => when.push(words::PROJECTS.of(language).to_owned()),
        _ => {}
    }
    when.extend(stocks(rows, language));
    when.extend(flows(rows, language));
    when.extend(events(rows, language));
    when.extend(units(question, rows, language));
    if !when.is_empty() {
        lines.push(upper_first(&when.join("; ")));
    }
    if let Some(currency) = rows.first().and_then(|row| row.currency()) {
        let line = words::UNIT_MONEY.with(language, [currency.code()]);
        lines.push(upper_first(&line));
    }
    lines
}

fn times<'a>(rows: &'a [&Row<'_>]) -> impl Iterator<Item = Time> + 'a {
    let included = rows.iter().flat_map(|row| row.included());
    included.map(|included| included.quantity.time)
}

/// The date of the stocks, or the first and the last.
fn stocks(rows: &[&Row<'_>], language: Language) -> Option<String> {
    let dates: BTreeSet<(Option<NaiveDate>, String)> = times(rows)
        .filter_map(|time| time.as_of().map(|as_of| as_of.date()))
        .map(|date: PartialDate| (date.last_day(), times::partial(date, language)))
        .collect();
    let (_, first) = dates.first()?;
    let (_, last) = dates.last()?;
    Some(match dates.len() {
        1 => words::AS_OF.with(language, [first]),
        several => words::AS_OF_SEVERAL.with(language, [&several.to_string(), first, last]),
    })
}

/// The period of the flows, or the first and the last day.
fn flows(rows: &[&Row<'_>], language: Language) -> Option<String> {
    let periods: Vec<_> = times(rows)
        .filter_map(|time| time.period().copied())
        .collect();
    let first = periods.iter().min_by_key(|period| period.start())?;
    let last = periods.iter().max_by_key(|period| period.end())?;
    if periods.iter().all(|period| period == first) {
        return Some(words::DURING.with(language, [&times::period(*first, language)]));
    }
    let (from, to) = (
        times::day(first.start(), language),
        times::day(last.end(), language),
    );
    Some(words::DURING_SEVERAL.with(language, [&from, &to]))
}

/// The dates of the events: the only one, or the first and the last.
fn events(rows: &[&Row<'_>], language: Language) -> Option<String> {
    let dates: BTreeSet<(Option<NaiveDate>, String)> = times(rows)
        .filter_map(|time| match time {
            Time::On(date) => Some((date.first_day(), times::partial(date, language))),
            _ => None,
        })
        .collect();
    let (_, first) = dates.first()?;
    let (_, last) = dates.last()?;
    Some(match dates.len() {
        1 => words::EVENTS_ON.with(language, [first]),
        _ => words::EVENTS_SEVERAL.with(language, [first, last]),
    })
}

/// The units of the country the rows are in, where they are units of one date.
fn units(question: &Question, rows: &[&Row<'_>], language: Language) -> Option<String> {
    let has_unit = |row: &&Row<'_>| row.groups().iter().any(|group| group.unit().is_some());
    if !rows.iter().any(has_unit) {
        return None;
    }
    if let Some(restated_to) = question.restated_to {
        let since = restated_to
            .iter()
            .filter_map(|unit| unit.valid_from())
            .max()?;
        let count = restated_to.len().to_string();
        let since = times::day(since, language);
        return Some(words::UNITS_RESTATED.with(language, [&count, &since]));
    }
    let days: BTreeSet<NaiveDate> = times(rows).filter_map(|time| time.last_day()).collect();
    let counts: BTreeSet<usize> = days.iter().map(|day| Units::on(*day).len()).collect();
    match counts.first() {
        Some(count) if counts.len() == 1 => {
            Some(words::UNITS_OF.with(language, [&count.to_string()]))
        }
        _ => None,
    }
}

pub(super) fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}
