//! Caveats of an answer.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use hashbrown::{HashMap, HashSet};
use rust_decimal::Decimal;
use tinh_gazetteer::{Country, Coverage, Territory, Unit, Units};
use tinh_model::claim::{Quantity, Realm, Status};
use tinh_model::time::{DateBasis, Period, Time};
use tinh_model::{Measure, MeasureUnit, Partner, Place, measures};

use super::asked::Asked;
use super::bucket;
use super::scope::outside_time;
use super::{Level, Totals, When};
use crate::answer::{Included, Row};
use crate::breakdown::breakdown;
use crate::key::{Group, Key};
use crate::left::{LeftOut, Outside};
use crate::moment::{Moment, moments};
use crate::warning::{Break, Nature, Otherwise, Warning};

pub(super) fn warn(
    asked: &Asked<'_, '_>,
    rows: &[Row<'_>],
    left: &LeftOut<'_>,
    warnings: &mut BTreeSet<Warning>,
) {
    let query = asked.query;
    let surprising = left.surprising();
    figures(query, rows, warnings);
    producers(asked, rows, warnings);
    dates(query, rows, warnings);
    periods(query, rows, warnings);
    places(query, rows, warnings);
    partners(query, rows, warnings);
    breaks(rows, warnings);
    only_parts(query, rows, (left, &surprising), warnings);
    other_nature(query, rows, left, warnings);
    only_otherwise(asked, rows, left, warnings);
    after_publication(asked, rows, warnings);
    let left_out: usize = surprising.values().sum();
    if left_out > 0 {
        warnings.insert(Warning::LeftOut { count: left_out });
    }
}

fn included<'r, 'a>(rows: &'r [Row<'a>]) -> impl Iterator<Item = &'r Included<'a>> {
    rows.iter().flat_map(|row| &row.included)
}

/// Properties of single figures.
fn figures(query: &Totals<'_>, rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    let keys = |wanted: &dyn Fn(&Included<'_>) -> bool| -> Vec<String> {
        let mut keys: Vec<String> = included(rows)
            .filter(|i| wanted(i))
            .map(|i| i.quantity.id())
            .collect();
        keys.sort();
        keys
    };
    let mut some = |figures: Vec<String>, warning: fn(Vec<String>) -> Warning| {
        if !figures.is_empty() {
            warnings.insert(warning(figures));
        }
    };
    some(keys(&|i| !i.value.is_exact()), |figures| Warning::Inexact {
        figures,
    });
    let mut decided: BTreeMap<&str, bool> = BTreeMap::new();
    let mut ambiguous = Vec::new();
    let ambiguous_ones = included(rows).filter(|i| i.at.entry.is_ambiguous);
    for figure in ambiguous_ones.filter(|i| has_two_readings(&i.quantity)) {
        let source = figure.quantity.claim.source();
        let decided = decided
            .entry(source)
            .or_insert_with(|| says_its_mark(query, source));
        if !*decided {
            ambiguous.push(figure.quantity.id());
        }
    }
    ambiguous.sort();
    some(ambiguous, |figures| Warning::Ambiguous { figures });
    some(
        keys(&|i| {
            i.quantity.time.as_of().is_some_and(|as_of| {
                matches!(as_of.basis(), DateBasis::Inferred | DateBasis::NotBefore)
            })
        }),
        |figures| Warning::UncertainDate { figures },
    );
    some(
        keys(&|i| {
            matches!(
                i.at.entry.status,
                Status::Estimated | Status::Provisional | Status::Forecast | Status::Unreliable
            )
        }),
        |figures| Warning::Estimates { figures },
    );
    some(
        keys(&|i| matches!(i.at.entry.status, Status::Break | Status::DefinitionDiffers)),
        |figures| Warning::OtherDefinition { figures },
    );
}

/// Whether the digits of a figure have two readings that can be meant. A count
/// is a whole number, and money has no more decimals than its currency.
fn has_two_readings(quantity: &Quantity<'_>) -> bool {
    let reading = quantity.figure.and_then(|figure| figure.reading());
    let Some(reading) = reading.filter(|reading| reading.is_ambiguous()) else {
        return false;
    };
    let is_possible = |value: Decimal| {
        let decimals = reading
            .currency()
            .and_then(|currency| currency.minor_digits());
        decimals.is_none_or(|decimals| value.normalize().scale() <= u32::from(decimals))
    };
    let other = reading.alternative();
    !matches!(quantity.measure.unit(), MeasureUnit::Count)
        && (other.is_none() || other.is_some_and(is_possible))
}

/// Whether other figures of a source say which of its marks divides decimals:
/// a source that writes `24,5` writes `1.498` for a thousand and more.
fn says_its_mark(query: &Totals<'_>, source: &str) -> bool {
    let own = query
        .data
        .quantities()
        .filter(|q| q.claim.source() == source);
    let mut marks = BTreeSet::new();
    for figure in own.filter_map(|quantity| quantity.figure) {
        let reading = figure.reading();
        if reading.is_none_or(|reading| reading.is_ambiguous()) || figure.is_plain() {
            continue;
        }
        let text = figure.text();
        let digits = |at: usize, mark: char| {
            let before = text
                .get(..at)
                .is_some_and(|t| t.ends_with(|c: char| c.is_ascii_digit()));
            let after = text.get(at + mark.len_utf8()..).unwrap_or_default();
            let after = after.chars().take_while(char::is_ascii_digit).count();
            (before && after > 0).then_some(after)
        };
        for (at, mark) in text.match_indices([',', '.']) {
            let mark = mark.chars().next().unwrap_or(',');
            // Three digits are a group, fewer or more are decimals.
            match (digits(at, mark), mark) {
                (Some(3), ',') | (Some(1 | 2), '.') => marks.insert('.'),
                (Some(3), '.') | (Some(1 | 2), ',') => marks.insert(','),
                _ => false,
            };
        }
    }
    marks.len() == 1
}

/// Producers within one sum.
fn producers(asked: &Asked<'_, '_>, rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    let keys = &asked.query.keys;
    if keys.contains(&Key::Producer) || keys.contains(&Key::Source) {
        return;
    }
    let mut sources: HashSet<u32> = HashSet::new();
    let producers: BTreeSet<&str> = included(rows)
        .filter(|i| sources.insert(i.at.entry.source))
        .filter_map(|i| asked.source(i.at.entry))
        .map(|source| source.producer)
        .collect();
    if producers.len() > 1 {
        warnings.insert(Warning::MixedProducers {
            producers: producers.into_iter().map(str::to_owned).collect(),
        });
    }
}

/// Stocks of several dates, or of another date than asked.
fn dates(query: &Totals<'_>, rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    let of = |figures: &mut dyn Iterator<Item = &Included<'_>>| -> Vec<Moment> {
        let times = figures.map(|i| i.quantity.time);
        moments(times.filter(|time| time.as_of().is_some()))
    };
    let all = of(&mut included(rows));
    if let When::By(day) = query.when {
        let asked = day.to_string();
        let on_the_day = |i: &&Included<'_>| {
            let date = i.quantity.time.as_of().map(|as_of| as_of.date());
            date.and_then(|date| date.full()) == Some(day)
        };
        let earlier = of(&mut included(rows).filter(|i| !on_the_day(i)));
        if !earlier.is_empty() && !query.keys.iter().any(|key| key.is_time()) {
            warnings.insert(Warning::Earlier {
                asked,
                dates: earlier,
            });
        }
    }
    let Some(key) = bucket::finest(&query.keys) else {
        if all.len() > 1 {
            warnings.insert(Warning::MixedDates { dates: all });
        }
        return;
    };
    // Within a series only the dates of one span are added.
    let mut spans: BTreeMap<_, Vec<&Included<'_>>> = BTreeMap::new();
    for figure in included(rows).filter(|i| i.quantity.time.as_of().is_some()) {
        let span = bucket::bucket_of(key, &figure.quantity.time);
        spans.entry(span).or_default().push(figure);
    }
    for figures in spans.into_values() {
        let dates = of(&mut figures.into_iter());
        if dates.len() > 1 {
            warnings.insert(Warning::MixedDates { dates });
        }
    }
}

/// How many days a year of flows may lack before it is called a part: the
/// Foreign Investment Agency closes its year on 20 December, before 2016 on
/// the 15th.
const CUT_OFF_DAYS: i64 = 17;

/// What should report the same days as its neighbours: a measure of a place,
/// of its own partner and sector where it has them.
type Series<'a> = (Option<Unit>, &'a Measure, u32, u32);

fn series<'a>(included: &Included<'a>) -> Series<'a> {
    let entry = included.at.entry;
    // A mission names partners without being a part of a whole.
    let (partner, sector) = match entry.is_observation {
        true => (entry.partner, entry.sector),
        false => (0, 0),
    };
    (entry.unit, included.at.measure(), partner, sector)
}

/// Flows over unlike periods, or over a part of the span they stand for.
fn periods(query: &Totals<'_>, rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    if matches!(query.when, When::Events) {
        return;
    }
    let mut partial: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
    // Many rows hold at the same times, which are put in words once.
    let mut words: HashMap<Vec<Time>, Vec<String>> = HashMap::new();
    for row in rows {
        let length = |period: Period| (period.end() - period.start()).num_days() + 1;
        // Of a year and a quarter the quarter: what the row stands for. Without
        // either it is the period asked for.
        let spans = row.groups.iter().filter_map(bucket::days_of);
        let asked = match query.when {
            When::During(period) => Some(period),
            _ => None,
        };
        let Some(whole) = spans.map(length).min().or(asked.map(length)) else {
            continue;
        };
        let mut days: BTreeMap<Series<'_>, i64> = BTreeMap::new();
        for figure in &row.included {
            if let Some(period) = figure.quantity.time.period() {
                *days.entry(series(figure)).or_default() += length(*period);
            }
        }
        if days
            .values()
            .any(|covered| whole - covered > CUT_OFF_DAYS.min(whole / 3))
        {
            let name = row.name();
            let group = match asked {
                Some(period) if name.is_empty() => period.to_string(),
                _ => name,
            };
            let times = row.included.iter().map(|i| i.at.entry.time).collect();
            let times = words.entry(times).or_insert_with(|| row.times());
            match partial.get_mut(times) {
                Some(groups) => groups.push(group),
                None => drop(partial.insert(times.clone(), vec![group])),
            }
        }
    }
    let partial = partial.into_iter();
    warnings.extend(partial.map(|(periods, groups)| Warning::PartialPeriod { groups, periods }));
    if query.keys.iter().any(|key| key.is_time()) {
        return;
    }
    // Without a span: every series should report the same days.
    let mut by_series: BTreeMap<Series<'_>, BTreeSet<(NaiveDate, NaiveDate)>> = BTreeMap::new();
    let mut all = BTreeSet::new();
    for figure in included(rows) {
        if let Some(period) = figure.quantity.time.period() {
            let days = (period.start(), period.end());
            by_series.entry(series(figure)).or_default().insert(days);
            all.insert(days);
        }
    }
    let differ = {
        let mut sets = by_series.values();
        match sets.next() {
            Some(first) => sets.any(|set| set != first),
            None => false,
        }
    };
    if differ {
        warnings.insert(Warning::MixedPeriods {
            periods: all
                .into_iter()
                .map(|(start, end)| format!("{start}/{end}"))
                .collect(),
        });
    }
}

/// Figures of what was asked for, of another nature than asked, where there is
/// none of that: advice instead of emptiness.
fn other_nature(
    query: &Totals<'_>,
    rows: &[Row<'_>],
    left: &LeftOut<'_>,
    warnings: &mut BTreeSet<Warning>,
) {
    let asked = match query.when {
        When::Latest | When::By(_) => Nature::Stock,
        When::During(_) | When::Flows => Nature::Flow,
        When::Events => Nature::Event,
    };
    if !rows.is_empty() {
        return;
    }
    let mut counts: BTreeMap<Nature, usize> = BTreeMap::new();
    for (at, outside) in left.outside() {
        if matches!(outside, Outside::NotAStock | Outside::NotAFlow) {
            let found = match at.entry.time {
                Time::AsOf(_) => Nature::Stock,
                Time::During(_) => Nature::Flow,
                _ => Nature::Event,
            };
            *counts.entry(found).or_default() += 1;
        }
    }
    for (found, count) in counts {
        warnings.insert(Warning::OtherNature {
            asked,
            found,
            count,
        });
    }
}

/// Figures of the time asked for that were not asked for, where there is none that
/// was: advice instead of emptiness.
fn only_otherwise(
    asked: &Asked<'_, '_>,
    rows: &[Row<'_>],
    left: &LeftOut<'_>,
    warnings: &mut BTreeSet<Warning>,
) {
    if !rows.is_empty() {
        return;
    }
    let mut counts: BTreeMap<Otherwise, usize> = BTreeMap::new();
    for (at, outside) in left.outside() {
        let found = match outside {
            Outside::Breakdown => Otherwise::Breakdown,
            Outside::NotBrokenDown => Otherwise::Whole,
            Outside::NamedPart => Otherwise::NamedPart,
            Outside::NotActual => Otherwise::NotActual,
            Outside::PartOfStock => Otherwise::Projects,
            Outside::National => Otherwise::Nation,
            Outside::NotNational | Outside::NotOfAProject => Otherwise::Places,
            _ => continue,
        };
        if outside_time(asked, at).is_none() {
            *counts.entry(found).or_default() += 1;
        }
    }
    for (found, count) in counts {
        warnings.insert(Warning::OnlyOtherwise { found, count });
    }
}

/// Figures of a day their source could not know of.
fn after_publication(asked: &Asked<'_, '_>, rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    let mut figures: Vec<String> = included(rows)
        .filter(|figure| {
            let source = asked.source(figure.at.entry);
            let published = source.and_then(|source| source.published?.last_day());
            let begins = match figure.quantity.time {
                Time::AsOf(as_of) if as_of.basis() != DateBasis::NotBefore => {
                    as_of.date().first_day()
                }
                Time::During(period) => Some(period.start()),
                Time::On(date) => date.first_day(),
                _ => None,
            };
            figure.at.entry.realm == Realm::Actual
                && matches!((begins, published), (Some(begins), Some(day)) if begins > day)
        })
        .map(|figure| figure.quantity.id())
        .collect();
    if !figures.is_empty() {
        figures.sort();
        warnings.insert(Warning::AfterPublication { figures });
    }
}

/// Units that are only partly reported, or not at all.
fn places(query: &Totals<'_>, rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    for row in rows {
        if let Some(coverage) = &row.coverage
            && let Some(unit) = row.groups.iter().find_map(Group::unit)
            && !coverage.is_complete()
        {
            warnings.insert(incomplete(unit, coverage));
        }
    }
    if query.level != Level::Places || query.is_by_partner() || query.is_by_sector() {
        return;
    }
    let Some(units) = units_asked(query) else {
        return;
    };
    let asked: Vec<Unit> = units
        .iter()
        .filter(|unit| {
            query
                .places
                .as_ref()
                .is_none_or(|wanted| wanted(Place::Unit(*unit, units.date())))
        })
        .collect();
    // Capital of all provinces beside the projects of all but one: each
    // measure has a total of its own, and may lack units of its own.
    for measure in &query.measures {
        let reported: BTreeSet<Unit> = rows
            .iter()
            .filter(|row| row.measure == *measure)
            .flat_map(|row| &row.included)
            .filter_map(|i| i.at.entry.unit)
            .collect();
        let ground: Territory = reported.iter().copied().collect();
        let (partly, missing): (Vec<&Unit>, Vec<&Unit>) = asked
            .iter()
            .filter(|unit| !reported.contains(unit))
            .partition(|unit| unit.territory().overlaps(ground));
        for unit in partly {
            let coverage = Coverage::of(*unit, reported.iter().copied());
            if !coverage.is_complete() {
                warnings.insert(incomplete(*unit, &coverage));
            }
        }
        if !missing.is_empty() {
            warnings.insert(Warning::MissingUnits {
                measure: (query.measures.len() > 1).then(|| measure.to_string()),
                units: missing.iter().map(|unit| unit.name().to_owned()).collect(),
                of: asked.len(),
            });
        }
    }
}

fn incomplete(unit: Unit, coverage: &Coverage) -> Warning {
    let missing = coverage.missing().iter();
    Warning::Incomplete {
        unit: unit.name().to_owned(),
        reported: coverage.covered().len(),
        of: coverage.covered().len().saturating_add(missing.len()),
        missing: missing.map(|unit| unit.name().to_owned()).collect(),
    }
}

/// The units every one of which should have a figure.
pub(super) fn units_asked(query: &Totals<'_>) -> Option<Units> {
    match (query.restated_to, query.when) {
        // Events happen where they happen; nobody is missing.
        (_, When::Events) => None,
        (Some(units), _) => Some(units),
        (None, When::By(day)) => Some(Units::on(day)),
        (None, When::During(period)) => Some(Units::on(period.end())),
        (None, When::Latest | When::Flows) => None,
    }
}

/// Partners whose ground may be counted twice, or is not stated.
fn partners(query: &Totals<'_>, rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    if !query.is_by_partner() || query.level == Level::Projects {
        return;
    }
    let mut vague = BTreeSet::new();
    let mut countries: BTreeMap<&str, BTreeSet<Country>> = BTreeMap::new();
    let mut others = false;
    for figure in included(rows) {
        match breakdown(&figure.quantity).0 {
            Some(partner @ (Partner::WorldRegion(_) | Partner::Unnamed(_))) => {
                vague.insert(partner.to_string());
            }
            Some(partner) => {
                others = true;
                if let Partner::Country(country, _) = partner {
                    countries
                        .entry(figure.quantity.claim.source())
                        .or_default()
                        .insert(*country);
                }
            }
            None => {}
        }
    }
    if others && !vague.is_empty() {
        warnings.insert(Warning::PartnersMayOverlap {
            partners: vague.into_iter().collect(),
        });
    }
    let has = |countries: &BTreeSet<Country>, code: &str| {
        countries.iter().any(|country| country.alpha2() == code)
    };
    if countries
        .values()
        .any(|own| has(own, "CN") && !["HK", "MO", "TW"].iter().any(|code| has(own, code)))
    {
        warnings.insert(Warning::ChinaUnstated);
    }
}

/// Definitions that changed between the figures of one answer.
fn breaks(rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    let years: BTreeSet<i32> = included(rows)
        .filter(|i| *i.quantity.measure == measures::FDI_REGISTERED)
        .filter_map(|i| Some(i.quantity.time.period()?.end().year()))
        .collect();
    if let (Some(first), Some(last)) = (years.first(), years.last())
        && *first < Break::SHARE_PURCHASES_FROM
        && *last >= Break::SHARE_PURCHASES_FROM
    {
        warnings.insert(Warning::Break {
            year: Break::SHARE_PURCHASES_FROM,
            what: Break::SharePurchases,
        });
    }
}

/// A whole was asked for, and only its parts are there.
fn only_parts(
    query: &Totals<'_>,
    rows: &[Row<'_>],
    (left, surprising): (&LeftOut<'_>, &BTreeMap<&Measure, usize>),
    warnings: &mut BTreeSet<Warning>,
) {
    for measure in &query.measures {
        // Figures that were left out for their faults are figures all the same.
        if surprising.contains_key(measure) || rows.iter().any(|row| row.measure == *measure) {
            continue;
        }
        let parts = left.measures().filter(|other| {
            other.definition().whole() == Some(measure.code())
                && other.expression() == measure.expression()
        });
        let parts: BTreeSet<String> = parts.map(ToString::to_string).collect();
        if !parts.is_empty() {
            warnings.insert(Warning::OnlyParts {
                measure: measure.to_string(),
                parts: parts.into_iter().collect(),
            });
        }
    }
}
