//! Claims beside one another: repeats, several sources, a stock and what
//! flowed in since the last, agreements beside relations.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;
use tinh_gazetteer::Country;

use tinh_figures::Bilingual;

use super::index::{Index, Of, PlaceKey, of, place_key};
use super::{Finding, Rule, Verdict};
use crate::band::{Band, show};
use crate::claim::{Claim, Quantity, RelationKind};
use crate::dataset::Dataset;
use crate::entity::{PartnershipState, Statement};
use crate::measure::{Basis, measures};
use crate::partner::Partner;
use crate::time::Time;
use crate::words;

pub(super) fn check(index: &Index<'_>, findings: &mut Vec<Finding>) {
    repeats(index.data, findings);
    for group in index.levels.iter() {
        findings.extend(sources(group));
    }
    flows_and_stocks(index, findings);
    agreements(index, findings);
}

/// What of a claim stands against a repeat of it: its figures, and the countries
/// of a mission.
struct Told<'a> {
    quantities: Vec<Quantity<'a>>,
    countries: Vec<Country>,
}

impl<'a> Told<'a> {
    fn of(claim: &'a Claim) -> Self {
        let countries = match claim.statement() {
            Statement::Mission(mission) => mission.destinations.countries().collect(),
            _ => Vec::new(),
        };
        Self {
            quantities: claim.quantities(),
            countries,
        }
    }
}

/// Claims said to be of one fact must leave room for one.
fn repeats(data: &Dataset, findings: &mut Vec<Finding>) {
    // Once for each claim: many may say they are of one fact with it.
    let mut told: HashMap<&str, Told<'_>> = HashMap::new();
    for claim in data.claims() {
        let others: Vec<&Claim> = claim
            .relations()
            .iter()
            .filter(|relation| relation.kind == RelationKind::SameAs)
            .filter_map(|relation| data.claim(&relation.to))
            .collect();
        if others.is_empty() {
            continue;
        }
        for claim in others.iter().copied().chain([claim]) {
            told.entry(claim.id()).or_insert_with(|| Told::of(claim));
        }
        let Some(own) = told.get(claim.id()) else {
            continue;
        };
        let mut markets: HashSet<Country> = own.countries.iter().copied().collect();
        let mut mentions = markets.len();
        for other in &others {
            let Some(theirs) = told.get(other.id()) else {
                continue;
            };
            mentions = mentions.saturating_add(theirs.countries.len());
            markets.extend(&theirs.countries);
            let pairs = own.quantities.iter().zip(&theirs.quantities);
            findings.extend(pairs.filter_map(|(a, b)| repeat(a, b)));
        }
        if mentions > markets.len() {
            findings.push(Finding::new(
                Rule::Repeat,
                Verdict::Implies,
                std::iter::once(claim.id()).chain(others.iter().map(|other| other.id())),
                words::DESTINATIONS.filled(&[&markets.len(), &mentions]),
            ));
        }
    }
}

fn repeat(mine: &Quantity<'_>, theirs: &Quantity<'_>) -> Option<Finding> {
    let (a, b) = (mine.figure?, theirs.figure?);
    if mine.measure != theirs.measure || a.currency() != b.currency() {
        return None;
    }
    let verdict = if Band::of_printed(a)?.meets(Band::of_printed(b)?) {
        Verdict::Holds
    } else {
        Verdict::Fails
    };
    Some(Finding::new(
        Rule::Repeat,
        verdict,
        [mine.claim.id(), theirs.claim.id()],
        words::ONE_FACT.filled(&[&a, &b]),
    ))
}

/// Figures of one measure, place and time, whoever prints them: the highest
/// low end and the lowest high end must leave a value for all.
fn sources(group: &[Quantity<'_>]) -> Option<Finding> {
    // Only times that are known to be the same, and things that are: of the
    // missions, agreements and relations of a year there may be several.
    let first = group.first()?;
    let time = first.time;
    if first.measure.is_of(&measures::THINGS) {
        return None;
    }
    if group.len() < 2 || !matches!(time, Time::During(_) | Time::AsOf(_)) {
        return None;
    }
    time.last_day()?;
    let mut bands = Vec::with_capacity(group.len());
    for quantity in group {
        // A part is no second report of the whole, a repeat no second source.
        let related = |kind| quantity.claim.relations().iter().any(|r| r.kind == kind);
        let is_report = matches!(
            quantity.claim.statement(),
            Statement::Observation(_) | Statement::AidGroup(_)
        );
        if is_report
            && !related(RelationKind::PartOf)
            && !related(RelationKind::SameAs)
            && let Some(figure) = quantity.figure
            && let Some(band) = Band::of_printed(figure)
        {
            bands.push((figure, band, quantity.claim));
        }
    }
    let currency = bands.first()?.0.currency();
    if bands.len() < 2
        || bands
            .iter()
            .any(|(figure, ..)| figure.currency() != currency)
    {
        return None;
    }
    let highest = bands
        .iter()
        .filter_map(|(figure, band, claim)| Some((band.low?, figure, claim)))
        .max_by_key(|(low, ..)| *low);
    let lowest = bands
        .iter()
        .filter_map(|(figure, band, claim)| Some((band.high?, figure, claim)))
        .min_by_key(|(high, ..)| *high);
    if let (Some((low, a, x)), Some((high, b, y))) = (highest, lowest)
        // Where the bands of two values only touch, no value prints as both.
        && (low > high || low == high && a.value() != b.value())
    {
        let text = words::SOURCES.filled(&[&readable(b), &readable(a), &time]);
        return Some(Finding::new(
            Rule::Sources,
            Verdict::Fails,
            [y.id(), x.id()],
            text,
        ));
    }
    let figures: Vec<String> = bands.iter().map(|(figure, ..)| readable(figure)).collect();
    Some(Finding::new(
        Rule::Sources,
        Verdict::Holds,
        bands.iter().map(|(.., claim)| claim.id()),
        Bilingual::of(|language| {
            let figures = figures.join(language.choose(" và ", " and "));
            format!("{figures}, {time}")
        }),
    ))
}

/// A figure as printed; a plain one of a spreadsheet with its unit.
fn readable(figure: &crate::PrintedFigure) -> String {
    match (figure.is_plain(), figure.value()) {
        (true, Some(value)) => show(value, figure.currency()),
        _ => figure.text().to_owned(),
    }
}

/// How far before the period an earlier stock may lie: the year of the Foreign
/// Investment Agency ends on 20 December.
const DAYS_BEFORE: i64 = 20;

/// What a stock is of.
type StockKey<'a> = (PlaceKey, Of<'a>, &'a str);

fn stock_key<'a>(level: &Quantity<'a>) -> StockKey<'a> {
    let place = place_key(level.claim.place());
    (place, of(level), level.measure.code())
}

/// Stocks by day, oldest first.
type ByDay<'i, 'a> = Vec<(NaiveDate, &'i Quantity<'a>)>;

fn flows_and_stocks(index: &Index<'_>, findings: &mut Vec<Finding>) {
    let mut of_place: HashMap<StockKey<'_>, ByDay<'_, '_>> = HashMap::new();
    let mut of_source: HashMap<(&str, StockKey<'_>), ByDay<'_, '_>> = HashMap::new();
    for level in index.levels.iter().flatten() {
        if let (Time::AsOf(_), Some(day)) = (level.time, level.time.last_day()) {
            let key = stock_key(level);
            of_place.entry(key).or_default().push((day, level));
            let source = (level.claim.source(), key);
            of_source.entry(source).or_default().push((day, level));
        }
    }
    for stocks in of_place.values_mut().chain(of_source.values_mut()) {
        stocks.sort_by_key(|(day, _)| *day);
    }
    for flow in index.levels.iter().flatten() {
        let (Time::During(period), Some(Basis::REGISTERED)) = (flow.time, flow.measure.basis())
        else {
            continue;
        };
        let key = stock_key(flow);
        // The first stock of the same source after the period.
        let now = of_source
            .get(&(flow.claim.source(), key))
            .and_then(|stocks| {
                let at = stocks.partition_point(|(day, _)| *day < period.end());
                stocks.get(at)
            });
        let Some((_, now)) = now else { continue };
        let (Some(flowed), Some(held)) = (flow.figure, now.figure) else {
            continue;
        };
        if flowed.currency() != held.currency() {
            continue;
        }
        let share = flowed
            .value()
            .and_then(|flow| flow.checked_mul(Decimal::ONE_HUNDRED))
            .and_then(|flow| flow.checked_div(held.value()?));
        if let Some(share) = share {
            findings.push(Finding::new(
                Rule::FlowAndStock,
                Verdict::Implies,
                [flow.claim.id(), now.claim.id()],
                words::FLOW_SHARE.filled(&[&flowed, &period, &show(share, None), &held]),
            ));
        }
        // The last stock of anyone before the period.
        let before = of_place.get(&key).and_then(|stocks| {
            let after = stocks.partition_point(|(day, _)| *day < period.start());
            stocks.get(after.checked_sub(1)?)
        });
        if let Some((day, before)) = before
            && period.start().signed_duration_since(*day).num_days() <= DAYS_BEFORE
        {
            findings.extend(grown(before, flow, now));
        }
    }
}

/// A stock is the last one and what flowed in, less what ended: by one
/// producer it is at most the sum.
fn grown(before: &Quantity<'_>, flow: &Quantity<'_>, now: &Quantity<'_>) -> Option<Finding> {
    let (old, flowed, held) = (before.figure?, flow.figure?, now.figure?);
    if old.currency() != held.currency() {
        return None;
    }
    let sum = Band::of_printed(old)?.plus(Band::of_printed(flowed)?)?;
    let all = Band::of_printed(held)?;
    let difference = held
        .value()?
        .checked_sub(old.value()?.checked_add(flowed.value()?)?)?;
    let text = match difference < Decimal::ZERO {
        true => words::GROWN_LESS,
        false => words::GROWN_MORE,
    };
    let by = show(difference.abs(), held.currency());
    let text = text.filled(&[&readable(old), &flowed, &held, &by]);
    let verdict = if sum.meets(all) {
        Verdict::Holds
    } else if before.claim.source() == now.claim.source() && difference > Decimal::ZERO {
        Verdict::Fails
    } else {
        // Ended projects are in no flow, and two producers count differently.
        Verdict::Refused
    };
    Some(Finding::new(
        Rule::FlowAndStock,
        verdict,
        [before.claim.id(), flow.claim.id(), now.claim.id()],
        text,
    ))
}

/// The name of a locality and its country.
fn locality(partner: &Partner) -> Option<(&str, Country)> {
    match partner {
        Partner::Locality { name, country, .. } => Some((name, *country)),
        _ => None,
    }
}

fn agreements(index: &Index<'_>, findings: &mut Vec<Finding>) {
    let mut signed: HashMap<(PlaceKey, &str, Country), &Claim> = HashMap::new();
    for claim in index.data.claims() {
        if let Statement::Agreement(agreement) = claim.statement()
            && agreement.state.is_in_effect()
        {
            for (name, country) in agreement.parties.named().iter().filter_map(locality) {
                signed.insert((place_key(claim.place()), name, country), claim);
            }
        }
    }
    for claim in index.data.claims() {
        let Statement::Partnership(partnership) = claim.statement() else {
            continue;
        };
        if partnership.state != PartnershipState::Prospective {
            continue;
        }
        for (name, country) in partnership.partners.named().iter().filter_map(locality) {
            if let Some(agreement) = signed.get(&(place_key(claim.place()), name, country)) {
                findings.push(Finding::new(
                    Rule::AgreementAndRelation,
                    Verdict::Holds,
                    [agreement.id(), claim.id()],
                    words::AGREEMENT_SOUGHT.filled(&[&name]),
                ));
            }
        }
    }
}
