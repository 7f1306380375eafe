//! Printed ranks beside the complete list of one producer and day.

use std::collections::HashMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use tinh_gazetteer::Units;

use super::index::{Groups, Index, Of, of, place_key};
use super::{Finding, Rule, Verdict};
use crate::band::Band;
use crate::claim::Quantity;
use crate::measure::Expression;
use crate::place::Place;
use crate::time::Time;
use crate::words;

/// One producer's figures of one indicator on one day, highest first.
struct List<'a> {
    day: NaiveDate,
    figures: Vec<(Decimal, Quantity<'a>)>,
}

pub(super) fn check(index: &Index<'_>, findings: &mut Vec<Finding>) {
    let ranks: Vec<_> = index
        .rates
        .iter()
        .filter(|rate| {
            matches!(
                rate.measure.expression(),
                Expression::Rank | Expression::RankAtMost
            )
        })
        .collect();
    if ranks.is_empty() {
        return;
    }
    let mut by_indicator: HashMap<(Of<'_>, &str), Vec<List<'_>>> = HashMap::new();
    let mut groups = Groups::new();
    for level in index.levels.iter().flatten() {
        if let (Place::Unit(..), Some(day)) = (level.claim.place(), level.time.last_day()) {
            let indicator = level.measure.code();
            let key = (level.claim.source(), of(level), indicator, day);
            groups.push(key, (day, *level));
        }
    }
    for group in groups.iter() {
        let Some((day, first)) = group.first() else {
            continue;
        };
        let figures = group
            .iter()
            .filter_map(|(_, q)| Some((q.value()?, *q)))
            .collect();
        let list = List { day: *day, figures };
        if list.is_complete() {
            let key = (of(first), first.measure.code());
            let lists = by_indicator.entry(key).or_default();
            lists.push(list);
        }
    }
    for lists in by_indicator.values_mut() {
        for list in lists.iter_mut() {
            list.figures
                .sort_by_key(|(value, _)| std::cmp::Reverse(*value));
        }
        lists.sort_by_key(|list| list.day);
    }
    for rank in ranks {
        let lists = by_indicator.get(&(of(rank), rank.measure.code()));
        findings.extend(compare(rank, lists.map_or(&[], Vec::as_slice)));
    }
}

impl List<'_> {
    /// Every unit of its day once, all in one currency.
    fn is_complete(&self) -> bool {
        let mut units = Units::on(self.day)
            .iter()
            .collect::<std::collections::HashSet<_>>();
        let mut currencies = self
            .figures
            .iter()
            .map(|(_, q)| q.figure.and_then(crate::PrintedFigure::currency));
        let first = currencies.next();
        currencies.all(|currency| Some(currency) == first)
            && self.figures.iter().all(|(_, q)| {
                q.claim
                    .place()
                    .unit()
                    .is_some_and(|unit| units.remove(&unit))
            })
            && units.is_empty()
    }
}

fn compare(rank: &Quantity<'_>, lists: &[List<'_>]) -> Option<Finding> {
    let figure = rank.figure?;
    let band = Band::of_printed(figure)?;
    let scope = rank.among();
    let found = |verdict, ids: Vec<&str>, text| Some(Finding::new(Rule::Rank, verdict, ids, text));
    let own = || vec![rank.claim.id()];
    if scope != Some("cả nước") {
        let text = words::RANK_WITHOUT_LIST.filled_by(|language| {
            let unnamed = words::UNNAMED_SET;
            let scope = scope.unwrap_or_else(|| unnamed.in_language(language));
            vec![figure.to_string(), scope.to_owned()]
        });
        return found(Verdict::Refused, own(), text);
    }
    let day = match rank.time {
        Time::AsOf(as_of) => as_of.date().last_day(),
        time => time.last_day(),
    };
    // The list nearest in time, the older of two as near.
    let after = lists.partition_point(|list| Some(list.day) < day);
    let around = [after.checked_sub(1), Some(after)];
    let nearest = around
        .into_iter()
        .flatten()
        .filter_map(|at| lists.get(at))
        .min_by_key(|list| Some(list.day.signed_duration_since(day?).num_days().abs()));
    let Some(list) = nearest else {
        let text = words::RANK_WITHOUT_DAY.filled(&[&figure, &scope?]);
        return found(Verdict::Refused, own(), text);
    };
    let key = place_key(rank.claim.place());
    let here = list
        .figures
        .iter()
        .find(|(_, q)| place_key(q.claim.place()) == key);
    let Some((value, level)) = here else {
        let text = words::RANK_NO_UNIT.filled(&[&figure, &list.day]);
        return found(Verdict::Refused, own(), text);
    };
    let above = list.figures.partition_point(|(other, _)| other > value);
    let place = Decimal::from(above.saturating_add(1));
    let holds = match rank.measure.expression() {
        Expression::RankAtMost => band.high.is_none_or(|high| place <= high),
        _ => band.contains(place),
    };
    let (source, all) = (level.claim.source(), list.figures.len());
    let text = words::RANK.filled(&[&figure, &source, &list.day, &place, &all]);
    found(
        if holds {
            Verdict::Holds
        } else {
            Verdict::Fails
        },
        vec![rank.claim.id(), level.claim.id()],
        text,
    )
}
