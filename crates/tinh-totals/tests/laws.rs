//! The laws of totals, over generated datasets: mixed currencies, qualifiers,
//! dates, vintages, duplicates, parts, corrections and conflicts.

mod generate;
mod index;
mod kinds;

use std::collections::BTreeMap;

use proptest::prelude::*;
use tinh_totals::chrono::{Datelike, NaiveDate};
use tinh_totals::rust_decimal::Decimal;
use tinh_totals::tinh_figures::{Currency, Figure};
use tinh_totals::tinh_gazetteer::Units;
use tinh_totals::tinh_model::{Dataset, Measure};
use tinh_totals::{Answer, ErrorKind, Group, Interval, Key, Rate, Rates, Reason, Totals};

use generate::{Case, When, any_case};

/// The question of a case, without keys.
fn ask<'a>(data: &'a Dataset, case: &Case) -> Totals<'a> {
    let question = Totals::of(data)
        .measures(case.measures.iter().cloned())
        .prefer(case.prefer.iter().copied());
    let question = match case.when {
        When::Latest => question,
        When::On(day) => question.on(day),
        When::During(period) => question.during(period),
        When::Flows => question.flows(),
        When::Events => question.events(),
    };
    match case.vintage {
        Some(day) => question.as_known_on(day),
        None => question,
    }
}

/// Everything an answer says, as text.
fn transcript(answer: &Answer<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for row in answer.rows().iter().chain(answer.totals()) {
        let mut ids = row.ids();
        ids.sort();
        lines.push(format!(
            "{} {} {:?} {:?} {ids:?}",
            row.name(),
            row.measure(),
            row.currency(),
            row.value()
        ));
    }
    lines.extend(answer.excluded().iter().map(ToString::to_string));
    lines.extend(answer.warnings().iter().map(ToString::to_string));
    lines
}

/// The value of each measure and currency.
fn totals_of(answer: &Answer<'_>) -> BTreeMap<(Measure, Option<Currency>), Interval> {
    answer
        .totals()
        .iter()
        .map(|row| ((row.measure().clone(), row.currency()), row.value()))
        .collect()
}

fn keys_of_places() -> impl Strategy<Value = Vec<Key>> {
    proptest::sample::subsequence(
        vec![
            Key::Province,
            Key::Region,
            Key::Producer,
            Key::Source,
            Key::Status,
            Key::CapitalKind,
            Key::Basis,
            Key::Kind,
        ],
        0..4,
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Any order of the claims gives the same answer, to the last word.
    #[test]
    fn order_is_irrelevant(case in any_case(), keys in keys_of_places(), seed in any::<u64>()) {
        let data = case.dataset();
        let shuffled = case.shuffled(seed).dataset();
        let answer = |data| {
            keys.iter().fold(ask(data, &case), |q, key| q.by(*key)).compute().map(|a| transcript(&a))
        };
        prop_assert_eq!(answer(&data), answer(&shuffled));
    }

    /// The rows of any grouping add up to the total, and the total does not
    /// depend on the grouping.
    #[test]
    fn groups_sum_to_the_whole(case in any_case(), keys in keys_of_places()) {
        let data = case.dataset();
        let whole = ask(&data, &case).compute();
        let grouped = keys.iter().fold(ask(&data, &case), |q, key| q.by(*key)).compute();
        let (Ok(whole), Ok(grouped)) = (whole, grouped) else { return Ok(()) };
        prop_assert_eq!(totals_of(&whole), totals_of(&grouped));
        let mut sums: BTreeMap<_, Vec<Interval>> = BTreeMap::new();
        for row in grouped.rows() {
            sums.entry((row.measure().clone(), row.currency())).or_default().push(row.value());
        }
        for (key, parts) in sums {
            prop_assert_eq!(Interval::sum(parts)?, totals_of(&whole)[&key]);
        }
        // So do the sub-totals at every depth.
        for depth in 0..=keys.len() {
            let mut sums: BTreeMap<_, Vec<Interval>> = BTreeMap::new();
            for row in grouped.subtotals(depth)? {
                prop_assert_eq!(row.groups().len(), depth);
                sums.entry((row.measure().clone(), row.currency())).or_default().push(row.value());
            }
            for (key, parts) in sums {
                prop_assert_eq!(Interval::sum(parts)?, totals_of(&whole)[&key]);
            }
        }
    }

    /// Included and excluded figures together are all figures, each once.
    #[test]
    fn nothing_vanishes(case in any_case(), keys in keys_of_places(), by_year in any::<bool>()) {
        let data = case.dataset();
        let mut question = keys.iter().fold(ask(&data, &case), |q, key| q.by(*key));
        if by_year {
            question = question.by(Key::Year);
        }
        let Ok(answer) = question.compute() else { return Ok(()) };
        let mut seen: Vec<String> = answer.rows().iter().flat_map(|row| row.ids()).collect();
        seen.extend(answer.excluded().iter().map(|e| e.id()));
        seen.sort();
        let mut all: Vec<String> = data.quantities().map(|q| q.id()).collect();
        all.sort();
        prop_assert_eq!(seen, all);
    }

    /// The bounds of a total are the sums of the bounds of its figures; one
    /// open end opens the total; `more than` stays `more than`.
    #[test]
    fn bounds_add(case in any_case()) {
        let data = case.dataset();
        let Ok(answer) = ask(&data, &case).by(Key::Province).compute() else { return Ok(()) };
        for row in answer.rows().iter().chain(answer.totals()) {
            let add = |end: fn(&Interval) -> Option<Decimal>| {
                row.included().iter().map(|i| end(&i.value)).sum::<Option<Decimal>>()
            };
            prop_assert_eq!(row.value().lower(), add(Interval::lower));
            prop_assert_eq!(row.value().upper(), add(Interval::upper));
            prop_assert_eq!(row.value().nominal(), add(Interval::nominal));
            let exact = row.included().iter().all(|i| i.value.is_exact());
            prop_assert_eq!(row.value().is_exact(), exact);
        }
    }

    /// Restating to the units of another date moves amounts, and loses only
    /// what is listed as not restatable.
    #[test]
    fn restating_conserves(case in any_case()) {
        let data = case.dataset();
        let day = "2025-07-01".parse().unwrap();
        let then = ask(&data, &case).compute();
        let now = ask(&data, &case).restated_to(Units::on(day)).by(Key::Province).compute();
        let (then, now) = match (then, now) {
            (Ok(then), Ok(now)) => (then, now),
            (_, Err(error)) if matches!(error.kind(), ErrorKind::NotAdditive { .. }) => {
                prop_assert!(case.measures.iter().any(|measure| !measure.is_additive()));
                return Ok(());
            }
            _ => return Ok(()),
        };
        let mut lost: BTreeMap<String, Interval> = BTreeMap::new();
        for total in then.totals() {
            for figure in total.included() {
                lost.insert(figure.quantity.id(), figure.value);
            }
        }
        let mut kept: BTreeMap<_, Vec<Interval>> = BTreeMap::new();
        for row in now.rows() {
            for figure in row.included() {
                prop_assert!(lost.remove(&figure.quantity.id()).is_some());
            }
            kept.entry((row.measure().clone(), row.currency())).or_default().push(row.value());
            // What is in a unit lies in it.
            if let Some(unit) = row.group().and_then(|group| group.unit()) {
                for figure in row.included() {
                    let own = figure.quantity.claim.place().unit().unwrap();
                    prop_assert!(own.territory().is_subset(unit.territory()));
                }
            }
        }
        for excluded in now.excluded() {
            if matches!(excluded.reason(), Reason::NotRestatable { .. }) {
                let value = lost.remove(&excluded.id()).unwrap();
                let quantity = excluded.quantity();
                let currency = quantity.figure.and_then(|figure| figure.currency());
                kept.entry((quantity.measure.clone(), currency)).or_default().push(value);
            }
        }
        prop_assert!(lost.is_empty(), "lost {:?}", lost);
        for (key, parts) in kept {
            prop_assert_eq!(Interval::sum(parts)?, totals_of(&then)[&key]);
        }
    }

    /// Strict mode refuses exactly what an ordinary answer warns of.
    #[test]
    fn strict_is_no_warnings(case in any_case(), keys in keys_of_places()) {
        let data = case.dataset();
        let question = || keys.iter().fold(ask(&data, &case), |q, key| q.by(*key));
        match (question().compute(), question().strict().compute()) {
            (Ok(answer), Ok(strict)) => {
                prop_assert!(answer.warnings().is_empty());
                prop_assert_eq!(transcript(&answer), transcript(&strict));
            }
            (Ok(answer), Err(error)) => {
                prop_assert!(!answer.warnings().is_empty());
                let warnings = answer.warnings().to_vec();
                prop_assert_eq!(error.kind(), &ErrorKind::Strict { warnings });
            }
            (Err(a), Err(b)) => prop_assert_eq!(a, b),
            (a, b) => prop_assert!(false, "{a:?} {b:?}"),
        }
    }

    /// Unlike things never share a row: one measure, one currency, no stock
    /// beside a flow, and no place twice for one stock.
    #[test]
    fn unlike_things_never_add(case in any_case()) {
        let data = case.dataset();
        let Ok(answer) = ask(&data, &case).compute() else { return Ok(()) };
        for row in answer.rows() {
            let mut places = Vec::new();
            for figure in row.included() {
                prop_assert_eq!(figure.quantity.measure, row.measure());
                let own = figure.quantity.figure.and_then(|figure| figure.currency());
                prop_assert_eq!(own, row.currency());
                places.push(figure.quantity.claim.place());
                match case.when {
                    When::Latest | When::On(_) => {
                        prop_assert!(figure.quantity.time.as_of().is_some());
                    }
                    When::During(period) => {
                        prop_assert!(period.contains(figure.quantity.time.period().unwrap()));
                    }
                    When::Flows => prop_assert!(figure.quantity.time.period().is_some()),
                    When::Events => {}
                }
            }
            let territories: Vec<_> = places.iter().filter_map(|p| p.unit()).collect();
            if matches!(case.when, When::Latest | When::On(_)) {
                for (at, a) in territories.iter().enumerate() {
                    for b in &territories[at + 1..] {
                        prop_assert!(!a.territory().overlaps(b.territory()));
                    }
                }
            }
            if matches!(case.when, When::Flows | When::During(_)) {
                for (at, a) in row.included().iter().enumerate() {
                    for b in &row.included()[at + 1..] {
                        let (ua, ub) = (a.quantity.claim.place().unit(), b.quantity.claim.place().unit());
                        let ground = match (ua, ub) {
                            (Some(a), Some(b)) => a.territory().overlaps(b.territory()),
                            (None, None) => true,
                            _ => false,
                        };
                        let (pa, pb) = (a.quantity.time.period().unwrap(), b.quantity.time.period().unwrap());
                        prop_assert!(!ground || !pa.overlaps(pb), "{} {}", a.quantity.id(), b.quantity.id());
                    }
                }
            }
        }
    }

    /// A fact told twice counts once, and a part beside its whole not at all.
    #[test]
    fn repeats_and_parts_do_not_add(case in any_case()) {
        let data = case.dataset();
        let Ok(answer) = ask(&data, &case).compute() else { return Ok(()) };
        for row in answer.rows() {
          let included = row.ids();
          for claim in data.claims() {
            for relation in claim.relations() {
                let both = |id: &str| included.iter().any(|key| key == id);
                use tinh_totals::tinh_model::claim::RelationKind::{PartOf, SameAs};
                if matches!(relation.kind, SameAs | PartOf) && relation.to != claim.id() {
                    prop_assert!(
                        !(both(claim.id()) && both(&relation.to)),
                        "{} and {}", claim.id(), relation.to
                    );
                }
            }
          }
        }
    }

    /// In a series every figure lies in the year of its row; flows add up over
    /// the years, stocks do not.
    #[test]
    fn a_series_keeps_its_years_apart(case in any_case()) {
        let data = case.dataset();
        let Ok(answer) = ask(&data, &case).by(Key::Year).by(Key::Province).compute() else {
            return Ok(());
        };
        for row in answer.rows() {
            for figure in row.included() {
                let (first, last) = (figure.quantity.time.first_day(), figure.quantity.time.last_day());
                if matches!(case.when, When::Events) {
                    continue;
                }
                let year = |day: Option<NaiveDate>| day.map(|day| Group::Year(Some(day.year())));
                prop_assert_eq!(year(first), row.groups().first().cloned());
                prop_assert_eq!(year(last), row.groups().first().cloned());
            }
        }
        match case.when {
            When::Latest | When::On(_) => prop_assert!(answer.totals().is_empty()),
            _ => {
                let mut sums: BTreeMap<_, Vec<Interval>> = BTreeMap::new();
                for row in answer.rows() {
                    sums.entry((row.measure().clone(), row.currency())).or_default().push(row.value());
                }
                for (key, total) in totals_of(&answer) {
                    prop_assert_eq!(Interval::sum(sums.remove(&key).unwrap_or_default())?, total);
                }
            }
        }
    }

    /// Money shown in one currency loses no figure: what was included before
    /// the conversion is included after it or told twice.
    #[test]
    fn converting_keeps_every_figure(case in any_case()) {
        #[derive(Debug)]
        struct Always;
        impl Rates for Always {
            fn rate(&self, _: Currency, _: Currency, on: NaiveDate) -> Option<Rate> {
                Some(Rate::new(Decimal::TWO, on))
            }
        }
        let data = case.dataset();
        let Ok(answer) = ask(&data, &case).in_currency(Currency::USD, &Always).compute() else {
            return Ok(());
        };
        let mut converted = 0;
        for row in answer.rows() {
            for figure in row.included() {
                let own = figure.quantity.figure.and_then(|figure| figure.currency());
                prop_assert_eq!(own.map(|_| Currency::USD), row.currency());
                converted += usize::from(own.is_some_and(|own| own != Currency::USD));
            }
        }
        prop_assert_eq!(answer.conversions().len(), converted);
    }

    /// Whatever two values lie between the bounds, their quotient lies between
    /// the bounds of the quotient.
    #[test]
    fn quotients_contain_every_quotient(
        a in (-1_000_i64..1_000, 0_i64..500), b in (1_i64..1_000, 0_i64..500),
        at in (0_i64..=100, 0_i64..=100),
    ) {
        let range = |(low, more): (i64, i64)| -> Interval {
            let figure = Figure::number(low.into()).range(low.into(), (low + more).into());
            Interval::of(figure.expect("a range"))
        };
        let inside = |(low, more): (i64, i64), at: i64| {
            Decimal::from(low) + Decimal::from(more) * Decimal::new(at, 2)
        };
        let quotient = range(a).over(range(b))?;
        let true_one = inside(a, at.0) / inside(b, at.1);
        prop_assert!(quotient.lower().is_some_and(|low| low <= true_one), "{quotient:?} {true_one}");
        prop_assert!(quotient.upper().is_some_and(|high| true_one <= high), "{quotient:?} {true_one}");
    }
}
