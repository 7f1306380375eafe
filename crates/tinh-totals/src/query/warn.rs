//! What an answer must be read with.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use tinh_gazetteer::{Country, Territory, Unit, Units};
use tinh_model::claim::Status;
use tinh_model::time::DateBasis;
use tinh_model::{Basis, CapitalKind, Indicator, Measure, Partner, Place, UnitKind};

use super::bucket;
use super::candidate::breakdown;
use super::{Level, Totals, When};
use crate::answer::{Excluded, Included, Row};
use crate::key::Key;
use crate::reason::Reason;
use crate::warning::Warning;

pub(super) fn warn(
    query: &Totals<'_>,
    rows: &[Row<'_>],
    excluded: &[Excluded<'_>],
    warnings: &mut BTreeSet<Warning>,
) {
    figures(rows, warnings);
    producers(query, rows, warnings);
    dates(query, rows, warnings);
    periods(query, rows, warnings);
    places(query, rows, warnings);
    partners(query, rows, warnings);
    breaks(rows, warnings);
    only_parts(query, rows, excluded, warnings);
    let left_out = excluded
        .iter()
        .filter(|e| e.reason().is_surprising())
        .count();
    if left_out > 0 {
        warnings.insert(Warning::LeftOut { count: left_out });
    }
}

fn included<'r, 'a>(rows: &'r [Row<'a>]) -> impl Iterator<Item = &'r Included<'a>> {
    rows.iter().flat_map(|row| &row.included)
}

/// Properties of single figures.
fn figures(rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    let keys = |wanted: &dyn Fn(&Included<'_>) -> bool| -> Vec<String> {
        let mut keys: Vec<String> = included(rows)
            .filter(|i| wanted(i))
            .map(|i| i.quantity.key())
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
    some(
        // A count is a whole number, which settles how it is read.
        keys(&|i| {
            !matches!(i.quantity.measure.unit_kind(), UnitKind::Count(_))
                && i.quantity
                    .figure
                    .and_then(|figure| figure.reading())
                    .is_some_and(|reading| reading.is_ambiguous())
        }),
        |figures| Warning::Ambiguous { figures },
    );
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
                i.quantity.claim.status(),
                Status::Estimated | Status::Provisional | Status::Forecast | Status::Unreliable
            )
        }),
        |figures| Warning::Estimates { figures },
    );
    some(
        keys(&|i| {
            matches!(
                i.quantity.claim.status(),
                Status::Break | Status::DefinitionDiffers
            )
        }),
        |figures| Warning::OtherDefinition { figures },
    );
}

/// Producers that stand in one sum.
fn producers(query: &Totals<'_>, rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    if query.keys.contains(&Key::Producer) || query.keys.contains(&Key::Source) {
        return;
    }
    let producers: BTreeSet<&str> = included(rows)
        .filter_map(|i| query.data.source(i.quantity.claim.source()))
        .map(|source| source.producer())
        .collect();
    if producers.len() > 1 {
        warnings.insert(Warning::MixedProducers {
            producers: producers.into_iter().map(str::to_owned).collect(),
        });
    }
}

/// Stocks of several dates, or of another date than asked.
fn dates(query: &Totals<'_>, rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    let of = |rows: &mut dyn Iterator<Item = &Included<'_>>| -> Vec<String> {
        let dates: BTreeSet<(Option<chrono::NaiveDate>, String)> = rows
            .filter_map(|i| i.quantity.time.as_of())
            .map(|as_of| (as_of.date().first_day(), as_of.to_string()))
            .collect();
        dates.into_iter().map(|(_, text)| text).collect()
    };
    let all = of(&mut included(rows));
    if let When::By(day) = query.when {
        let asked = day.to_string();
        let earlier: Vec<String> = all.iter().filter(|d| **d != asked).cloned().collect();
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

/// Flows over unlike periods, or over a part of the span they stand for.
fn periods(query: &Totals<'_>, rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    if matches!(query.when, When::Events) {
        return;
    }
    for row in rows {
        let Some(span) = row.groups.iter().rev().find_map(bucket::days_of) else {
            continue;
        };
        let whole = (span.end() - span.start()).num_days() + 1;
        let mut days: BTreeMap<Option<Unit>, i64> = BTreeMap::new();
        for figure in &row.included {
            if let Some(period) = figure.quantity.time.period() {
                let length = (period.end() - period.start()).num_days() + 1;
                *days
                    .entry(figure.quantity.claim.place().unit())
                    .or_default() += length;
            }
        }
        if days
            .values()
            .any(|covered| whole - covered > CUT_OFF_DAYS.min(whole / 3))
        {
            warnings.insert(Warning::PartialPeriod {
                group: row.name(),
                periods: row.times(),
            });
        }
    }
    if query.keys.iter().any(|key| key.is_time()) {
        return;
    }
    // Without a span: every place should report the same days.
    let mut by_place: BTreeMap<(Option<Unit>, Measure), BTreeSet<String>> = BTreeMap::new();
    let mut all = BTreeSet::new();
    for figure in included(rows) {
        if let Some(period) = figure.quantity.time.period() {
            let place = figure.quantity.claim.place().unit();
            by_place
                .entry((place, figure.quantity.measure))
                .or_default()
                .insert(period.to_string());
            all.insert(period.to_string());
        }
    }
    let differ = {
        let mut sets = by_place.values();
        match sets.next() {
            Some(first) => sets.any(|set| set != first),
            None => false,
        }
    };
    if differ {
        warnings.insert(Warning::MixedPeriods {
            periods: all.into_iter().collect(),
        });
    }
}

/// Units that are only partly reported, or not at all.
fn places(query: &Totals<'_>, rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    for row in rows {
        if let (Some(unit), Some(coverage)) = (
            row.groups.iter().find_map(|group| group.unit()),
            &row.coverage,
        ) && !coverage.is_complete()
        {
            warnings.insert(Warning::Incomplete {
                unit: unit.name().to_owned(),
                coverage: coverage.to_string(),
                missing: coverage
                    .missing()
                    .iter()
                    .map(|unit| unit.name().to_owned())
                    .collect(),
            });
        }
    }
    let by_partner = query.partners.is_some() || query.keys.iter().any(|key| key.is_partner());
    let by_sector = query.sectors.is_some() || query.keys.contains(&Key::Sector);
    if query.level != Level::Places
        || by_partner
        || by_sector
        || !query.keys.contains(&Key::Province)
    {
        return;
    }
    let Some(units) = units_asked(query) else {
        return;
    };
    let reported: Territory = included(rows)
        .filter_map(|i| i.quantity.claim.place().unit())
        .collect();
    let missing: Vec<String> = units
        .iter()
        .filter(|unit| {
            !unit.territory().overlaps(reported)
                && query
                    .places
                    .as_ref()
                    .is_none_or(|wanted| wanted(Place::Unit(*unit, units.date())))
        })
        .map(|unit| unit.name().to_owned())
        .collect();
    if !missing.is_empty() {
        warnings.insert(Warning::MissingUnits { units: missing });
    }
}

/// The units every one of which should have a figure.
fn units_asked(query: &Totals<'_>) -> Option<Units> {
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
    let by_partner = query.partners.is_some() || query.keys.iter().any(|key| key.is_partner());
    if !by_partner || query.level == Level::Projects {
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

/// The first year in which share purchases are part of registered capital.
const SHARE_PURCHASES_FROM: i32 = 2016;

/// Definitions that changed between the figures of one answer.
///
/// Registered foreign capital had two parts until 2015, new and adjusted, and
/// has three since 2016, with share purchases: workbooks of the Foreign
/// Investment Agency, 2015 and 2016, and the notes of the statistical
/// yearbooks.
fn breaks(rows: &[Row<'_>], warnings: &mut BTreeSet<Warning>) {
    let registered = Measure::capital(CapitalKind::Fdi, Basis::Registered);
    let years: BTreeSet<i32> = included(rows)
        .filter(|i| i.quantity.measure == registered)
        .filter_map(|i| Some(i.quantity.time.period()?.end().year()))
        .collect();
    if let (Some(first), Some(last)) = (years.first(), years.last())
        && *first < SHARE_PURCHASES_FROM
        && *last >= SHARE_PURCHASES_FROM
    {
        warnings.insert(Warning::Break {
            year: SHARE_PURCHASES_FROM,
            what: "share purchases are part of registered capital from then on".to_owned(),
        });
    }
}

/// Registered capital was asked for, and only its parts are there.
fn only_parts(
    query: &Totals<'_>,
    rows: &[Row<'_>],
    excluded: &[Excluded<'_>],
    warnings: &mut BTreeSet<Warning>,
) {
    for measure in &query.measures {
        let Indicator::Capital(kind, Basis::Registered) = measure.indicator() else {
            continue;
        };
        if rows.iter().any(|row| row.measure == *measure) {
            continue;
        }
        let parts: BTreeSet<String> = excluded
            .iter()
            .filter(|e| matches!(e.reason(), Reason::OtherMeasure { .. }))
            .map(|e| e.quantity().measure)
            .filter(|other| {
                matches!(
                    other.indicator(),
                    Indicator::Capital(
                        of,
                        Basis::RegisteredNew | Basis::RegisteredAdjusted | Basis::SharePurchase,
                    ) if of == kind
                ) && other.expression() == measure.expression()
            })
            .map(|other| other.to_string())
            .collect();
        if !parts.is_empty() {
            warnings.insert(Warning::OnlyParts {
                measure: measure.to_string(),
                parts: parts.into_iter().collect(),
            });
        }
    }
}
